#!/bin/sh
# The small pictures of the themes: the first page of the example's resume.
#
#   sh tests/gallery/pictures.sh DOSSIER FOLDER
set -eu
dossier=$1
folder=$2
export LC_ALL=C SOURCE_DATE_EPOCH=1763769600

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder"
for theme in templates/themes/*.yaml; do
    theme=$(basename "$theme" .yaml)
    "$dossier" build -q --today 2025-11-22 --only resume --theme "$theme" \
        -o "$work/$theme" examples/jordan-avery.yaml > /dev/null 2>&1
    pdftoppm -r 110 -l 1 -singlefile -png "$work/$theme"/*.pdf "$work/$theme"
    # Few colours and no date inside: the same page gives the same picture.
    montage "$work/$theme.png" -resize 300x -bordercolor '#c8c8c8' -border 1 \
        -geometry '+0+0' -dither None -colors 24 -strip \
        -define png:exclude-chunks=date,time "PNG8:$folder/$theme.png"
done
ls -l "$folder"/*.png | awk '{ print $5, $NF }'
