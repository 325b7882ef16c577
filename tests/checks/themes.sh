#!/bin/sh
# Every theme: files that readers of PDF files accept, and the same words in
# the same order whatever the look. Options that move dates and second lines of
# titles move words; with those set alike, all themes read like the plain one.
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C.UTF-8

[ -x "${DOSSIER:-}" ] && [ -d templates/themes ] || exit 0
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
        head -n 40 "$work/log"
        echo "not ok - $what"
        status=1
    fi
}

built() { # theme folder [option...]
    theme=$1 folder=$2
    shift 2
    # Findings are about the person, and the same in all themes.
    "$DOSSIER" build -q --today 2025-11-22 --theme "$theme" -o "$folder" \
        "$@" examples/jordan-avery.yaml > "$work/findings" 2>&1
}

# What is said: no footers, no pages of contents, no months along an axis, of
# which there are as many as fit.
said() { # pdf option
    pdftotext -nopgbrk "$2" "$1" - |
        sed -e '/Page [0-9]* of [0-9]*$/d' \
            -e '/^Jordan Avery\( · Portfolio.*\)\{0,1\}$/d' \
            -e '/^\([A-Z][a-z]\{2\} [0-9]\{4\} *\)\{3,\}$/d' \
            -e 's/[ .]\{4,\}[0-9]\{1,2\}$//' -e '/^[0-9]\{1,2\}$/d'
}

words() {
    tr '[:upper:]' '[:lower:]' | tr -cs '[:alnum:]%$+@' '\n' | sed '/^$/d'
}

same_words() { # theme document: in any order
    said "$work/modern-whole/jordan-avery-$2.pdf" -nopgbrk | words | sort \
        > "$work/a"
    said "$work/$1-whole/jordan-avery-$2.pdf" -nopgbrk | words | sort > "$work/b"
    diff "$work/a" "$work/b"
}

same_order() { # two folders
    said "$work/$1/jordan-avery-resume.pdf" -raw | words > "$work/a"
    said "$work/$2/jordan-avery-resume.pdf" -raw | words > "$work/b"
    diff "$work/a" "$work/b"
}

# Titles of sections and the beginnings of bullets, as the file has them.
landmarks() { # folder
    said "$work/$1/jordan-avery-resume.pdf" -raw |
        sed -n -e 's/^• \([^ ]* [^ ]* [^ ]*\).*/\1/p' \
            -e '/^\(Summary\|Certifications\|Experience\|Education\|Skills\)$/p' |
        tr '[:upper:]' '[:lower:]'
}

# A reader that goes by where text stands takes dates at the right and second
# lines of titles to one end of a block or the other; no further.
same_by_place() { # theme folder
    said "$work/$1/jordan-avery-resume.pdf" -nopgbrk |
        tr '[:upper:]\n' '[:lower:] ' > "$work/text"
    landmarks "$2" | awk '
    NR == FNR { text = text $0; next }
    {
        place = index(text, $0)
        if (!place) {
            print "not in its place: " $0
            wrong = 1
        }
        text = substr(text, place + 1)
        landmarks++
    }
    END { exit wrong || landmarks < 10 }' "$work/text" -
}

name_is_first() { # pdf
    first=$(pdftotext "$1" - | sed -n '/[^ ]/{p;q;}')
    echo "$first"
    case $first in
    "Jordan Avery"* | "JORDAN AVERY"*) ;;
    *) return 1 ;;
    esac
}

plain() { # theme folder [option...]
    theme=$1 folder=$2
    shift 2
    built "$theme" "$folder" --only resume --set layout.entry.dates=right \
        --set layout.entry.subtitle=below --set layout.entry.place=inline \
        --set layout.hyphenate=no --set layout.head.contact=below \
        --set layout.footer.pages=none \
        --set layout.resume.figures.key_metrics=no "$@"
}

# No word in two parts.
whole() { # theme
    built "$1" "$work/$1-whole" --set layout.hyphenate=no \
        --set layout.figures.results=none --set layout.figures.career=no \
        --set layout.figures.credentials=no --set layout.figures.skills=no \
        --set layout.resume.figures.key_metrics=no \
        --set layout.portfolio.hyphenate=no
}

set -- modern $(ls templates/themes | sed -n 's/\.yaml$//p' | grep -v modern)
for theme; do
    try "$theme builds" built "$theme" "$work/$theme"
    for pdf in "$work/$theme"/*.pdf; do
        try "$theme, $(basename "$pdf"): qpdf --check" qpdf --check "$pdf"
        try "$theme, $(basename "$pdf"): the name comes first" \
            name_is_first "$pdf"
    done
    try "$theme builds without hyphens" whole "$theme"
    try "$theme: resume of the same words" same_words "$theme" resume
    try "$theme: portfolio of the same words" same_words "$theme" portfolio
    try "$theme builds plain" plain "$theme" "$work/$theme-plain"
    # What stands in a sidebar is read first, also in one column.
    like=modern-plain
    if grep -q '^columns: 2' "templates/themes/$theme.yaml"; then
        like=$theme-single
        try "$theme builds in one column" plain "$theme" "$work/$like" \
            --set layout.columns=1
    fi
    try "$theme: resume in the same order" same_order "$like" "$theme-plain"
    try "$theme: resume in the same order by place" same_by_place "$theme" "$like"
done
exit $status
