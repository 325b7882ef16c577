#!/bin/sh
# What an error of privacy stands on is in no output, whatever is asked for:
# not in the pages, the metadata or the attached source, not for the narrowest
# audience, not with a lowered severity or a rule ignored for the whole file.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

# All that a reader can get out of the files of a folder.
contents() { # folder
    for pdf in "$1"/*.pdf; do
        pdftotext "$pdf" - && pdfinfo "$pdf" &&
            pdfdetach -save 1 -o "$work/attached" "$pdf" &&
            cat "$work/attached"
        qpdf --qdf --object-streams=disable "$pdf" -
    done 2> /dev/null
    for docx in "$1"/*.docx; do
        unzip -p "$docx"
    done 2> /dev/null
    find "$1" -type f ! -name '*.pdf' ! -name '*.docx' -exec cat {} + \
        2> /dev/null
}

# Of numbers and names; the words of a quote are no secret to its owner. In
# SARIF the rules come first, with their examples.
reports() { # name file
    case $1 in
    P106 | P110) return ;;
    esac
    {
        "$DOSSIER" check -v "$2"
        "$DOSSIER" check -v --format json "$2"
        "$DOSSIER" check -v --format github "$2"
        "$DOSSIER" check -v --format sarif "$2" | sed -n '/"results"/,$p'
    } >> "$work/$1.all" 2>&1
}

shows() { # file secret
    grep -aqF -e "$2" "$1"
}

try() { # name file secrets-file
    name=$1
    "$DOSSIER" build -q --attach-source --audience interview \
        --to pdf,txt,md,html,docx,json,rendercv,svg -o "$work/$name" "$2" \
        > /dev/null 2>&1
    for format in pdf txt md html docx json yaml svg; do
        cat "$work/$name"/*.$format > /dev/null 2>&1 && continue
        echo "not ok - $name: there is no $format"
        status=1
    done
    contents "$work/$name" > "$work/$name.all"
    for part in 'w:document' '"basics": {'; do
        grep -aqF "$part" "$work/$name.all" || {
            echo "not ok - $name: $part was not read"
            status=1
        }
    done
    { cat "$2" && echo 'variants: [{name: short}]'; } > "$work/short.yaml"
    for stage in edition document; do
        for audience in public recruiter employer interview; do
            "$DOSSIER" build -q --audience $audience --dump $stage "$2"
        done
        "$DOSSIER" build -q --variant short --dump $stage "$work/short.yaml"
    done >> "$work/$name.all" 2> /dev/null
    grep -aq '^variant: short' "$work/$name.all" || {
        echo "not ok - $name: there is no variant"
        status=1
    }
    reports "$name" "$2"
    grep -aq 'Jordan Avery' "$work/$name.all" || {
        echo "not ok - $name: nothing was built"
        status=1
    }
    while read -r secret; do
        if shows "$work/$name.all" "$secret"; then
            echo "not ok - $name: $secret is shown"
            status=1
        fi
    done < "$3"
}

cat > "$work/secrets" <<'END'
00482913
555-0199
555.0177
019 8877
ana.diaz@lake.org
123-45-6789
1EG4-TE5-MK73
W123456789
77123-4410
20 7946 0958
Maria Lopez
Mr. Kim
Maria Gomez
They saved my life
Reads a budget like a novel
END
for code in P101 P102 P106 P110; do
    file=tests/check/$code/bad.yaml
    try "$code" "$file" "$work/secrets"
    { cat "$file" && printf 'lint: {ignore: [%s], severity: {%s: hint}}\n' \
        "$code" "$code"; } > "$work/$code-lint.yaml"
    # A rule that is ignored says nothing, and withholds all the same.
    "$DOSSIER" build -q --attach-source --to pdf,txt,md,html,svg \
        -o "$work/$code-lint" "$work/$code-lint.yaml" > /dev/null 2>&1
    contents "$work/$code-lint" > "$work/$code-lint.all"
    while read -r secret; do
        if shows "$work/$code-lint.all" "$secret"; then
            echo "not ok - $code: ignored, $secret is shown"
            status=1
        fi
    done < "$work/secrets"
done
# Pictures lose what their files tell beside the picture (P111).
cat > "$work/secrets" <<'END'
Okafor
Harlow Springs
Odette Marlow
SN0384417
Opening of the unit
GPSLatitude
Exif
END
try P111 tests/check/P111/bad.yaml "$work/secrets"
grep -aq '/Subtype /Image' "$work/P111.all" || {
    echo "not ok - P111: no picture was drawn"
    status=1
}

[ $status = 0 ] && echo "ok - nothing private is shown"
exit $status
