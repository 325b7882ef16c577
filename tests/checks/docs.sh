#!/bin/sh
# README and manual speak of what there is: every command, every layer, every
# target of the Makefile that people call, and all options are in the manual.
cd "$(dirname "$0")/../.." || exit 1

status=0
missing() { # what where
    echo "$1 is not in $2"
    status=1
}

for layer in ${LAYERS:-}; do
    grep -q "^| \`$layer\` |" README.md || missing "layer $layer" README.md
done
for target in demo test bench docs fuzz fmt lint-code install; do
    grep -q "make [A-Z=1 ]*$target" README.md ||
        missing "make $target" README.md
    grep -q "^# .*make $target" Makefile || missing "make $target" Makefile
done

[ -x "${DOSSIER:-}" ] || exit $status
# Pages made by the program.
rules=include/diag/codes/README.md
if [ -f $rules ] && ! "$DOSSIER" schema rules | cmp -s - $rules; then
    echo "$rules does not say what the program does; run: make docs"
    status=1
fi
layout=templates/themes/README.md
if [ -f $layout ] && ! "$DOSSIER" schema layout | cmp -s - $layout; then
    echo "$layout does not say what the program does; run: make docs"
    status=1
fi

manual=$(mktemp) || exit 1
trap 'rm -f "$manual"' EXIT
"$DOSSIER" help manual > "$manual"
for command in $("$DOSSIER" --help | sed -n 's/^  \([a-z]\{3,\}\) .*/\1/p'); do
    [ "$command" = help ] || grep -q "dossier $command" README.md ||
        missing "dossier $command" README.md
    grep -q "^\.It Cm $command\b" "$manual" ||
        missing "dossier $command" "the manual"
    for option in $("$DOSSIER" "$command" --help |
        sed -n 's/^  .*--\([a-z-]*\).*/\1/p'); do
        grep -q "Fl -$option\b" "$manual" ||
            missing "--$option" "the manual"
    done
done
exit $status
