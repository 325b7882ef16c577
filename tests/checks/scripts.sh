#!/bin/sh
# A name in any script comes out of the page as it was written, or a finding
# says that this computer has no font for it: never a box in silence.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] && command -v pdftotext > /dev/null || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
LC_ALL=C
export LC_ALL
status=0

# Without blanks, which readers guess from gaps, and without the marks of
# direction that they add.
bare() {
    tr -d ' \t\f\n' |
        sed "s/$(printf '\342\200')[$(printf '\213-\217\252-\256')]//g"
}

"$DOSSIER" build -q --format json --only resume -o "$work" \
    tests/scripts/names.yaml > "$work/log" 2>&1
pdftotext -enc UTF-8 "$work/zoe-nguyen-dang-resume.pdf" - | bare \
    > "$work/text" || status=1

# What a finding calls the letters.
letters_of() {
    case $1 in
    Persian | Urdu) echo "Arabic letter" ;;
    Kana) echo "Japanese letter" ;;
    Hangul) echo "Korean letter" ;;
    Han*) echo "Chinese letter" ;;
    Emoji) echo "(U+1F" ;;
    *) echo "$1 letter" ;;
    esac
}

# "- name: Script" and "keywords: [names]" on the next line.
sed -n 's/^  - name: //p; s/^    keywords: \["\(.*\)"\]$/\1/p' \
    tests/scripts/names.yaml |
    while read -r script && read -r name; do
        if printf '%s' "$script:$name" | bare | grep -qFf - "$work/text"; then
            echo "ok - $script"
        elif grep -qF "$(letters_of "$script")" "$work/log"; then
            echo "ok - $script # no font for it, and that is said"
        else
            echo "not ok - $script: $name"
        fi
    done > "$work/results"
cat "$work/results"
grep -q '^not ok' "$work/results" && status=1

# Names in another script stand where names stand, at the left of a page in
# English; a sentence goes the way it is written. Whatever the font.
"$DOSSIER" build -q --only resume --dump pages tests/scripts/in-english.yaml \
    > "$work/pages" 2> "$work/log"
stands() { # what, extended pattern of its line
    if grep -Eq "$2" "$work/pages"; then
        echo "ok - $1"
    else
        echo "not ok - $1: no line like $2"
        status=1
    fi
}
stands "a name at the start" '^  text 64\.8,.* rtl ".* h1#'
stands "an employer at the start" '^  text 64\.8,.* rtl ".* p#'
awk '/ rtl ".* body#/ {
        split($2, place, ","); sub("w=", "", $3)
        if (place[1] + $3 > 547.1 && place[1] + $3 < 547.3) found = 1
    }
    END { exit !found }' "$work/pages" ||
    { echo "not ok - a sentence ends at the right"; status=1; }
exit $status
