#!/bin/sh
# What comes of all variants in one run is byte for byte what each is alone:
# letters and postings, themes, languages, pages that are met by tighter looks
# and by cuts, pictures.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

fail() { # words
    echo "not ok - $*"
    status=1
}

names_of() { # file
    sed -n '/^variants:/,$s/^  - {*name: *\([A-Za-z0-9-]*\).*/\1/p' "$1"
}

try() { # file options...
    file=$1
    shift
    name=$(basename "$file" .yaml)$*
    "$DOSSIER" build -q --all "$@" -o "$work/$name/all" "$file" \
        > /dev/null 2>&1
    for variant in $(names_of "$file"); do
        "$DOSSIER" build -q --variant "$variant" "$@" -o "$work/$name/one" \
            "$file" > /dev/null 2>&1
    done
    diff -r "$work/$name/all" "$work/$name/one" > "$work/differs" ||
        fail "$name: $(cat "$work/differs")"
    [ "$(ls "$work/$name/all" | wc -l)" -ge "${least:-1}" ] ||
        fail "$name: $(ls "$work/$name/all" | wc -l) files"
}

least=11
try examples/noor-haddad.yaml
least=2
try examples/noor-haddad.yaml --only resume --theme modern
try examples/noor-haddad.yaml --only portfolio --role quality-analytics
try examples/noor-haddad.yaml --only letter --theme modern
least=1
try examples/grace-tamura.yaml

# One file in two languages and two looks, in other orders and with a picture.
{
    sed '/^variants:/,$d' examples/grace-tamura.yaml
    cat << 'END'
variants:
  - {name: a, locale: de, theme: executive}
  - {name: b, output: resume, pages: {resume: 1}, theme: classic}
  - {name: c, pages: {resume: 1}, extends: a}
  - {name: d, output: portfolio, pages: {portfolio: 4}}
  - {name: e, locale: de, theme: classic}
END
} > "$work/tamura.yaml"
cp -r examples/pictures "$work"
least=7
try "$work/tamura.yaml"
try "$work/tamura.yaml" --audience public
exit $status
