#!/bin/sh
# Every example is free of findings, builds twice to the same bytes, and its PDF
# files are what readers of PDF files ask for.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] && [ -d examples ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

# TAP: what is tried, then the command.
try() {
    what=$1
    shift
    if "$@" > "$work/log" 2>&1; then
        echo "ok - $what"
    else
        cat "$work/log"
        echo "not ok - $what"
        status=1
    fi
}

has_no_findings() { # example today
    "$DOSSIER" check --strict --today "$2" "$1" 2>&1 | tee "$work/findings"
    [ ! -s "$work/findings" ]
}

# Whoever tries the examples a year from now sees how old they are, no more.
only_ages() { # example
    "$DOSSIER" check --strict --ignore S107,C105 --today 2026-11-22 "$1"
}

built() { # example folder
    "$DOSSIER" build -q --today 2025-11-22 -o "$2" "$1"
}

fonts_are_whole() { # each embedded, a subset, with a way to Unicode
    pdffonts "$1" | awk '
    NR > 2 {
        fonts++
        if ($(NF - 4) $(NF - 3) $(NF - 2) != "yesyesyes") {
            print
            bad = 1
        }
    }
    END { exit bad || !fonts }'
}

is_described() { # tagged, with title, author and language
    pdfinfo "$1" > "$work/info"
    cat "$work/info"
    grep -q '^Tagged: *yes' "$work/info" &&
        grep -q '^Title: *[^ ]' "$work/info" &&
        grep -q '^Author: *[^ ]' "$work/info" &&
        qpdf --qdf --object-streams=disable "$1" - | grep -aq '/Lang ('
}

name_is_first() { # pdf example
    name=$(sed -n 's/^  name: *"\{0,1\}\([^"#]*[^"# ]\).*/\1/p' "$2" | head -n 1)
    first=$(pdftotext "$1" - | sed -n '/[^ ]/{p;q;}')
    echo "expected '$name', got '$first'"
    case $first in
    "$name"*) ;;
    *) return 1 ;;
    esac
}

renders() { # no complaint from a second reader
    mutool draw -q -F txt -o /dev/null "$1" 2> "$work/mutool"
    result=$?
    # Debian builds mupdf without colour management; it says so once.
    sed -i '/ICC support is not available/d' "$work/mutool"
    cat "$work/mutool"
    [ $result -eq 0 ] && [ ! -s "$work/mutool" ]
}

# Warnings of qpdf are status 3.
for example in examples/*.yaml; do
    id=$(basename "$example" .yaml)
    try "$id has no findings" has_no_findings "$example" 2025-11-22
    try "$id ages well" only_ages "$example"
    try "$id builds" built "$example" "$work/$id"
    try "$id builds again" built "$example" "$work/$id-again"
    try "$id is the same twice" diff -r "$work/$id" "$work/$id-again"
    for pdf in "$work/$id"/*.pdf; do
        [ -f "$pdf" ] || continue
        base=$(basename "$pdf")
        try "$base: qpdf --check" qpdf --check "$pdf"
        try "$base: fonts" fonts_are_whole "$pdf"
        try "$base: tags and title" is_described "$pdf"
        try "$base: the name comes first" name_is_first "$pdf" "$example"
        try "$base: mutool" renders "$pdf"
    done
done
exit $status
