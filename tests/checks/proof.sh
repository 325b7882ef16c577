#!/bin/sh
# What is proved of each PDF when it is made holds for the examples in all
# themes and for whatever of the fuzzers' corpus can be built; and what our own
# reader finds in the files is what poppler's finds, word for word.
set -u
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] && [ -d examples ] || exit 0
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
status=0

words() { tr -s ' \n\f' '\n' < "$1" | grep -v '^$'; }

prove() { # file, options
    file=$1
    shift
    "$DOSSIER" build -q --today 2025-11-22 -o "$out" "$@" "$file" 2>&1 |
        grep -E '\[F12[0-9]\]' && status=1
}

themes=$("$DOSSIER" list themes 2> /dev/null | awk '/^[a-z]/ { print $1 }')
for file in examples/*.yaml; do
    for theme in classic modern sidebar timeline; do
        case $themes in *$theme*) prove "$file" --theme "$theme" ;; esac
    done
done
for file in tests/fuzz/corpus/build/*; do
    case $file in
    *long-name.yaml) ;; # a word that fills half a page
    *) prove "$file" ;;
    esac
done

if command -v pdftotext > /dev/null; then
    for pdf in "$out"/*.pdf; do
        case $pdf in *[!-a-zA-Z0-9/._]*) continue ;; esac # turned lines are
        # between marks of their direction there
        "$DOSSIER" check --pdf "$pdf" --dump text > "$out/ours" 2> /dev/null
        pdftotext -raw "$pdf" "$out/theirs" 2> /dev/null || continue
        words "$out/ours" > "$out/a"
        words "$out/theirs" > "$out/b"
        cmp -s "$out/a" "$out/b" && continue
        echo "$pdf: poppler reads something else"
        diff "$out/a" "$out/b" | head -5
        status=1
    done
fi
exit $status
