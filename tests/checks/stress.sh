#!/bin/sh
# Inputs that make careless programs slow, large or dead. Each ends within its
# time with a documented status (0, 1 or 3, never a signal) and, when pages
# come out, with pages that another program can read.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
seconds=5
[ "${SAN:-0}" = 1 ] && seconds=60
status=0

head_of_file() { # name
    printf 'basics:\n  name: %s\n  email: jordan@example.com\n' "$1"
    printf 'education:\n  - {institution: Prairie State, degree: MHA}\n'
}

repeat() { # text count
    awk -v text="$1" -v count="$2" \
        'BEGIN { while (count-- > 0) printf "%s", text }'
}

bounded() { # name: builds $work/name.yaml
    timeout -s KILL $seconds "$DOSSIER" build -q --today 2025-11-22 \
        -o "$work/out-$1" "$work/$1.yaml" > "$work/log" 2>&1
    result=$?
    good=1
    case $result in
    0 | 1 | 3) ;;
    *) good=0 ;;
    esac
    for pdf in "$work/out-$1"/*.pdf; do
        [ ! -f "$pdf" ] || qpdf --check "$pdf" > "$work/qpdf" 2>&1 || good=0
    done
    # A file that no page was made of must have been answered by a message.
    [ -d "$work/out-$1" ] || [ -s "$work/log" ] || good=0
    if [ $good = 1 ]; then
        echo "ok - $1"
    else
        head -c 2000 "$work/log"
        echo "not ok - $1 (status $result)"
        status=1
    fi
}

{
    head_of_file 'Jordan Avery'
    echo 'experience:'
    echo '  - organization: Lakeside Medical Group'
    echo '    position: Practice administrator'
    echo '    start_date: 2020-01'
    echo '    highlights:'
    awk 'BEGIN { for (i = 1; i <= 10000; i++)
        printf "      - Cut the wait of clinic %d to %d minutes\n", i, i }'
} > "$work/bullets.yaml"
bounded bullets

{
    head_of_file 'Jordan Avery'
    printf 'custom:\n  - title: More\n    entries:\n      - '
    repeat w 1000000
    echo
} > "$work/word.yaml"
bounded word

{
    head_of_file 'Jordan Avery'
    printf 'skills: '
    repeat '[' 10000
    repeat ']' 10000
    echo
} > "$work/brackets.yaml"
bounded brackets

{
    head_of_file 'Jordan Avery'
    printf 'career_breaks:\n  - {start: 2019, end: 2020, reason: "'
    repeat '[' 10000
    repeat '*' 10000
    repeat '`' 10000
    echo '"}'
} > "$work/prose.yaml"
bounded prose

head_of_file "$(repeat N 5000)" > "$work/name.yaml"
bounded name
head_of_file "$(repeat 'Jordan ' 800)" > "$work/names.yaml"
bounded names

# A list that 4,200 files add to is copied once, not 4,200 times; and a pipe
# that nobody writes into is no file to wait for.
mkdir "$work/parts"
for i in 0 1 2 3 4 5 6 7 8 9; do
    for k in 0 1 2 3 4 5 6 7 8 9; do
        echo "skills: [{name: Skill $i$k}]" > "$work/parts/$i$k.yaml"
    done
done
mkfifo "$work/pipe"
{
    echo 'include:'
    echo '  - pipe'
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 \
        21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42; do
        for part in "$work"/parts/*.yaml; do
            echo "  - parts/${part##*/}"
        done
    done
    head_of_file 'Jordan Avery'
} > "$work/includes.yaml"
(
    [ "${SAN:-0}" = 1 ] || ulimit -v 150000
    bounded includes
    exit $status
) || status=1

# A PDF with a word on each line, without tables: each line might go on in the
# next one.
{
    head_of_file 'Jordan Avery'
    echo 'custom:'
    echo '  - title: More'
    echo '    entries:'
    awk 'BEGIN { for (i = 1; i <= 300; i++)
        printf "      - Ward %d closed its list at %d\n", i, i }'
} > "$work/lines.yaml"
{
    printf '%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
    printf '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n'
    printf '3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources'
    printf '<</Font<</F 5 0 R>>>>>>\nendobj\n5 0 obj\n'
    printf '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n'
    printf '4 0 obj\n<</Length %d>>stream\nBT /F 9 Tf\n' $((130000 * 16 + 13))
    repeat '(form)Tj 0 -9 Td\n' 130000
    printf 'ET\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n'
} > "$work/lines.pdf"
timeout -s KILL $seconds "$DOSSIER" check -q --today 2025-11-22 \
    --pdf "$work/lines.pdf" "$work/lines.yaml" > "$work/log" 2>&1
if [ $? = 1 ] && grep -q 'F12[0-9]' "$work/log"; then
    echo "ok - lines.pdf"
else
    head -c 2000 "$work/log"
    echo "not ok - lines.pdf"
    status=1
fi

: > "$work/empty.yaml"
bounded empty
yes '# a comment that fills the file beyond its limit' |
    head -c 52000000 > "$work/large.yaml"
bounded large
exit $status
