#!/bin/sh
# Pages as SVG and PNG: a file for each page, well formed, with no address but
# where links lead, the same bytes twice, and drawn as the PDF is. What judges
# them is not ours and may be missing: xmllint, pdftoppm, rsvg-convert, compare.
cd "$(dirname "$0")/../.." || exit 1
[ -x "${DOSSIER:-}" ] || exit 0

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0
skipped=

fail() {
    echo "not ok - $*"
    status=1
}

has() {
    command -v "$1" > /dev/null 2>&1 && return 0
    case $skipped in
    *" $1"*) ;;
    *) skipped="$skipped $1" ;;
    esac
    return 1
}

build() { # folder file
    "$DOSSIER" build -q --to pdf,svg,png --today 2025-11-22 \
        --no-system-fonts -o "$1" "$2" > /dev/null 2>&1
}

# Of 65536: the mean difference of two pictures of one size. Up to 730 come from
# how poppler sharpens letters; a page that is empty makes 2000 and more.
differ() { # picture picture
    compare -metric MAE "$1" "$2" null: 2>&1 | sed 's/[ .].*//'
}

near() { # what picture picture most
    difference=$(differ "$2" "$3")
    [ "${difference:-99999}" -le "$4" ] 2> /dev/null ||
        fail "$1: differs from the PDF by $difference of 65536"
}

check_svg() { # svg
    has xmllint && { xmllint --noout --nonet "$1" || fail "$1"; }
    sed 's/ xmlns\(:xlink\)\{0,1\}="[^"]*"//g
         s/<a xlink:href="[^"]*"//g
         s/ xlink:href="#g[0-9]*"//g
         s/ xlink:href="data:[^"]*"//g' "$1" |
        grep -q 'href=\|url([^#]\|<script\|<style\|@import\|<foreignObject' &&
        fail "$1: fetches something"
}

check_page() { # pdf page stem
    check_svg "$3.svg"
    has pdftoppm && has compare || return
    pdftoppm -r 144 -png -singlefile -f "$2" -l "$2" "$1" "$work/page" \
        2> /dev/null
    near "$3.png" "$work/page.png" "$3.png" 1000
    # The picture of the SVG file needs no fonts, ours or others.
    has rsvg-convert || return
    size=$(identify -format %w "$work/page.png")
    rsvg-convert -w "$size" -o "$work/svg.png" "$3.svg" &&
        near "$3.svg" "$work/page.png" "$work/svg.png" 1000
}

pages_of() { # stem: so many pictures there are
    if [ -s "$1.svg" ]; then
        echo 1
    else
        find "$work/one" -name "$(basename "$1")-*.svg" | wc -l
    fi
}

for file in examples/jordan-avery.yaml examples/grace-tamura.yaml \
    tests/gallery/short.yaml; do
    rm -rf "$work/one" "$work/two"
    build "$work/one" "$file"
    build "$work/two" "$file"
    diff -r "$work/one" "$work/two" > "$work/log" || {
        cat "$work/log"
        fail "$file: two runs differ"
    }
    for pdf in "$work"/one/*.pdf; do
        stem=${pdf%.pdf}
        pages=$(pages_of "$stem")
        pictures=$(find "$work/one" -name "$(basename "$stem")*.png" | wc -l)
        if [ "$pages" -eq 0 ] || [ "$pages" -ne "$pictures" ]; then
            fail "$stem: $pages pages as SVG, $pictures as PNG"
        fi
        if has pdfinfo; then
            expected=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
            [ "$pages" -eq "$expected" ] ||
                fail "$stem: $expected pages, $pages pictures"
        fi
        if [ "$pages" -eq 1 ]; then
            check_page "$pdf" 1 "$stem"
            continue
        fi
        check_page "$pdf" 1 "$stem-1"
        check_page "$pdf" $((pages / 2 + 1)) "$stem-$((pages / 2 + 1))"
    done
done
[ -z "$skipped" ] || echo "ok - # skipped in part: no$skipped"
[ $status = 0 ] && echo "ok - pages as pictures are those of the PDF"
exit $status
