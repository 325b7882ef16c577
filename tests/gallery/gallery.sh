#!/bin/sh
# Every theme with every person of the gallery: resume, portfolio and letter as
# PDF, a contact sheet of each theme and one over all.
#
#   sh tests/gallery/gallery.sh DOSSIER FOLDER
set -eu
dossier=$1
folder=$2
here=$(dirname "$0")
export LC_ALL=C SOURCE_DATE_EPOCH=1763769600

grey='#8a8a8a'

# One row: a document, its first pages, small.
row() { # pdf prefix
    pdftoppm -r 40 -l 10 -png "$1" "$2"
    montage "$2"-*.png -background "$grey" -geometry '+4+4' -tile 10x \
        -gravity West "$2.png"
    rm "$2"-*.png
}

sheet() { # theme
    work=$folder/$1/rows
    mkdir -p "$work"
    for person in short typical overlong; do
        # Findings are about the person.
        "$dossier" build -q --today 2025-11-22 --theme "$1" \
            -o "$folder/$1/$person" "$here/$person.yaml" \
            > "$work/findings" 2>&1 || cat "$work/findings"
        for kind in resume portfolio letter; do
            for pdf in "$folder/$1/$person"/*-$kind.pdf; do
                row "$pdf" "$work/$person-$kind"
            done
        done
    done
    montage "$work"/short-*.png "$work"/typical-*.png "$work"/overlong-*.png \
        -background "$grey" -geometry '+0+6' -tile 1x -gravity West \
        "$folder/$1.png"
    # The first page of each document of the one in the middle.
    for kind in resume portfolio letter; do
        pdftoppm -r 40 -l 1 -singlefile -png \
            "$folder/$1/typical"/*-$kind.pdf "$work/first-$kind"
    done
    montage "$work/first-resume.png" "$work/first-portfolio.png" \
        "$work/first-letter.png" -background "$grey" -geometry '+4+4' \
        -tile 3x "$folder/$1/first.png"
    rm -r "$work"
}

rm -rf "$folder"
mkdir -p "$folder"
set --
for theme in "$here"/../../templates/themes/*.yaml; do
    theme=$(basename "$theme" .yaml)
    sheet "$theme"
    set -- "$@" -label "$theme" "$folder/$theme/first.png"
    echo "$folder/$theme.png"
done
montage -background "$grey" -fill white -pointsize 20 "$@" -geometry '+12+8' \
    -tile 2x "$folder/all.png"
echo "$folder/all.png"
