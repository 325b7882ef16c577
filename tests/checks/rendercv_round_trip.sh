#!/bin/sh
# An example as RenderCV, read back and written again, is the same file: what
# that format holds survives any number of turns, and reading it back loses no
# value.
cd "$(dirname "$0")/../.." || exit 1
[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

for file in examples/*.yaml; do
    name=$(basename "$file" .yaml)
    "$DOSSIER" export "$file" --to rendercv --today 2025-11-22 -q \
        > "$work/first.yaml" 2> /dev/null
    "$DOSSIER" import "$work/first.yaml" -q > "$work/native.yaml" \
        2> "$work/losses"
    "$DOSSIER" export "$work/native.yaml" --to rendercv --today 2025-11-22 \
        -q > "$work/second.yaml" 2> /dev/null
    if ! [ -s "$work/first.yaml" ]; then
        echo "not ok - $name: nothing is written"
    elif [ -s "$work/losses" ]; then
        cat "$work/losses"
        echo "not ok - $name: values are lost on the way back"
    elif ! diff "$work/first.yaml" "$work/second.yaml"; then
        echo "not ok - $name: the second file is another"
    else
        echo "ok - $name"
    fi
done
