#!/bin/sh
# Pictures in the finished file: no more dots than printers print, nothing that
# a camera wrote, and codes that a camera reads.
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C.UTF-8

[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

try() {
    what=$1
    shift
    if "$@" > "$work/log" 2>&1; then
        echo "ok - $what"
    else
        head -n 40 "$work/log"
        echo "not ok - $what"
        status=1
    fi
}

# What is not installed is passed over, and said.
try_with() { # program...
    if command -v "$2" > /dev/null; then
        try "$@"
    else
        echo "# no $2 here: $1"
    fi
}

cp -r examples/pictures examples/grace-tamura.yaml "$work"
cp tests/pictures/good/color-turned-6.jpg "$work/turned.jpg"
cat > "$work/me.yaml" << 'END'
basics:
  name: Ida Marsh
  email: ida.marsh@mail.example
  url: https://ida-marsh.example
  image: turned.jpg
  image_consent: true
END

built() { # file theme
    "$DOSSIER" build -q --today 2025-11-22 -o "$work/out" --theme "$2" \
        --set layout.code.cover=yes --set layout.cover.photo_width=24pt \
        "$work/$1.yaml"
    [ $? -lt 2 ]
}

at_most_300() { # pdf
    pdfimages -list "$1" | tee "$work/list"
    awk 'NR > 2 { count++; if ($13 > 300 || $14 > 300) wrong = 1 }
        END { exit wrong || count < 1 }' "$work/list"
}

says_nothing_else() { # pdf
    pdfimages -all "$1" "$work/image"
    # `Exif` itself, its texts, and those of other formats.
    ! grep -alE 'SecretCam|Exif|ns.adobe.com/xap|Photoshop|ICC_PROFILE' \
        "$work"/image*
}

reads() { # pdf address
    pdftoppm -r 200 -png -f 1 -l 1 "$1" "$work/page"
    zbarimg -q "$work"/page*.png | grep -F "$2"
}

draws() { # pdf
    gs -q -dNOSAFER -dBATCH -dNOPAUSE -sDEVICE=nullpage "$1" 2>&1 |
        tee "$work/gs"
    [ ! -s "$work/gs" ]
}

for theme in modern classic; do
    try "$theme: examples with pictures" built grace-tamura "$theme"
    try "$theme: a photo from a camera" built me "$theme"
    for name in grace-tamura ida-marsh; do
        pdf=$work/out/$name-portfolio.pdf
        try "$theme, $name: at most 300 dots to the inch" at_most_300 "$pdf"
        try "$theme, $name: nothing but the picture" says_nothing_else "$pdf"
        try_with "$theme, $name: qpdf" qpdf --check "$pdf"
        try_with "$theme, $name: mutool" mutool draw -q -r 20 -o "$work/m%d.png" \
            "$pdf"
    done
done
pdf=$work/out/ida-marsh-portfolio.pdf
if command -v gs > /dev/null; then
    try "Ghostscript draws it" draws "$pdf"
fi
if command -v zbarimg > /dev/null; then
    try "the code on the title page is read" reads "$pdf" \
        https://ida-marsh.example
else
    echo "# no zbarimg here: codes are read by hand in layout_codes"
fi
exit $status
