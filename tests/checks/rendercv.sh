#!/bin/sh
# Every design option of RenderCV has one here that does the same: its value,
# the last of a row, changes the page, and the value that the theme has already
# does not. The names are those of the page of options.
cd "$(dirname "$0")/rendercv" || exit 1
[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')

# The pages with these options, separated by bars.
pages() {
    set -f
    old=$IFS
    IFS='|'
    options=$1
    set --
    for option in $options; do
        # Braces would be YAML: as a text in quotes.
        set -- "$@" --set "layout.${option%%=*}='${option#*=}'"
    done
    IFS=$old
    "$DOSSIER" build me.yaml -q --only resume --theme modern \
        --today 2025-11-22 --no-system-fonts --dump pages "$@" \
        2> "$work/findings"
}

pages '' > "$work/usual"
grep '^page ' "$work/usual" > /dev/null || {
    grep error "$work/findings"
    echo "not ok - the usual page"
    exit 1
}
while IFS=$tab read -r name other same; do
    case $name in '#'*) continue ;; esac
    grep -q "^| \`$name\` |" ../../../templates/themes/README.md || {
        echo "not ok - $name is not on the page of options"
        continue
    }
    before=${other%|*}
    [ "$before" != "$other" ] || before=
    pages "$before" > "$work/before"
    pages "$other" > "$work/other"
    if grep '\[X2' "$work/findings" ||
        cmp -s "$work/before" "$work/other"; then
        echo "not ok - $name: $other changes nothing"
        continue
    fi
    pages "$same" > "$work/same"
    if cmp -s "$work/usual" "$work/same"; then
        echo "ok - $name"
    else
        echo "not ok - $name: $same is not what is usual"
    fi
done < options.tsv
