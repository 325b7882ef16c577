#!/bin/sh
# Files of other tools, one after the other: what is printed reads back as the
# same tree with every word of the source in it or in a finding (tests/fuzz/
# import.c looks for that), the same bytes come out twice, `check` takes what
# `import` makes, and a build of the file has words on its pages.
cd "$(dirname "$0")/../.." || exit 1
[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

wrong() { # file what
    printf '%s: %s\n' "$1" "$2"
    bad=1
}

for file in tests/import/*/input.*; do
    "$BUILD/tests/fuzz/import-replay" "$file" > "$work/replay" 2>&1 || {
        cat "$work/replay"
        wrong "$file" "the replay fails"
    }
    "$DOSSIER" import -q --today 2025-11-22 "$file" \
        > "$work/one.yaml" 2> "$work/findings"
    [ $? -le 1 ] || wrong "$file" "import fails"
    [ -s "$work/one.yaml" ] || continue # it is told why
    "$DOSSIER" import -q --today 2025-11-22 - < "$file" 2> /dev/null |
        sed 's/<stdin>/input/' > "$work/two.yaml"
    sed "s|$file|input|" "$work/one.yaml" | cmp -s - "$work/two.yaml" ||
        wrong "$file" "other bytes from standard input"
    "$DOSSIER" check -q --today 2025-11-22 - < "$work/one.yaml" \
        > /dev/null 2> "$work/check"
    [ $? -le 1 ] || wrong "$file" "its import cannot be checked"
    ! grep '\[X0' "$work/check" || wrong "$file" "its import cannot be read"
    grep -q '^  name: ' "$work/one.yaml" || continue # nobody is named
    rm -rf "$work/out"
    "$DOSSIER" build -q --only resume --today 2025-11-22 -o "$work/out" \
        "$file" > /dev/null 2>&1
    [ $? -le 1 ] || wrong "$file" "build fails"
    set -- "$work"/out/*.pdf
    [ -f "$1" ] || wrong "$file" "no page is made"
done
exit $bad
