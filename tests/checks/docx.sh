#!/bin/sh
# LibreOffice opens our Word files and shows the words that are in them. Says
# so when it is not there; tests/unit/output_docx.c needs no other program.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] || exit 0
for command in soffice unzip pdftotext; do
    if ! command -v $command > /dev/null 2>&1; then
        echo "ok - Word files in LibreOffice # skipped: no $command"
        exit 0
    fi
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

# Words of a text, one a line, with how often they are there.
count() {
    tr '[:upper:]' '[:lower:]' | tr -cs '[:alnum:]' '\n' | LC_ALL=C sort | uniq -c
}

# Each word of the first list is in the second as often at least.
missing() { # wanted shown
    awk 'NR == FNR { shown[$2] = $1; next }
         length($2) > 1 && shown[$2] + 0 < $1 { print $2 }' "$2" "$1"
}

"$DOSSIER" build -q --to docx --today 2025-11-22 -o "$work" \
    examples/jordan-avery.yaml > /dev/null 2>&1
(cd "$work" && HOME=$work soffice --headless --convert-to pdf ./*.docx \
    > /dev/null 2>&1)
for docx in "$work"/*.docx; do
    name=$(basename "$docx" .docx)
    if [ ! -s "$work/$name.pdf" ]; then
        echo "not ok - $name: LibreOffice made nothing of it"
        status=1
        continue
    fi
    unzip -p "$docx" word/document.xml | grep -v '<w:instrText' |
        sed 's/<\/w:p>\|<w:tab\/>\|<w:br\/>/ /g; s/<[^>]*>//g
             s/&amp;/ /g; s/&quot;/ /g' | count > "$work/wanted"
    pdftotext -raw "$work/$name.pdf" - | count > "$work/shown"
    for word in $(missing "$work/wanted" "$work/shown"); do
        echo "not ok - $name: LibreOffice does not show $word"
        status=1
    done
done
[ $status = 0 ] && echo "ok - LibreOffice shows Word files whole"
exit $status
