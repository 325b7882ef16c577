#!/bin/sh
# Pages of HTML before judges that are not ours: html-validate and axe-core.
# They need node and its packages, which npm fetches once; without them this is
# skipped. What needs neither is in tests/property/texts.c.
cd "$(dirname "$0")/../.." || exit 1
[ -x "${DOSSIER:-}" ] || exit 0

tools=build/html-checks
if ! command -v node > /dev/null; then
    echo "ok - # skipped: node is not here"
    exit 0
fi
mkdir -p "$tools"
if ! cmp -s tests/checks/html/package.json "$tools/package.json"; then
    command -v npm > /dev/null || {
        echo "ok - # skipped: npm is not here"
        exit 0
    }
    rm -rf "$tools/node_modules"
    mkdir -p "$tools/new"
    cp tests/checks/html/package.json "$tools/new/package.json"
    (cd "$tools/new" && timeout 120 npm install --ignore-scripts --no-audit \
        --no-fund --no-package-lock --fetch-retries=0 --loglevel=error) \
        > "$tools/log" 2>&1 || {
        echo "ok - # skipped: npm cannot fetch the validators"
        exit 0
    }
    mv "$tools/new/node_modules" "$tools/node_modules"
    cp tests/checks/html/package.json "$tools/package.json"
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
"$DOSSIER" build -q --to html --today 2025-11-22 -o "$work" examples/*.yaml \
    tests/scripts/names.yaml > /dev/null 2>&1
for person in txt-letter html-arabic; do
    "$DOSSIER" build -q --to html --today 2025-11-22 -o "$work/$person" \
        "tests/cli/output-$person/me.yaml" > /dev/null 2>&1
done
"$DOSSIER" build -q --to html --only letter -o "$work/letter" \
    tests/cli/output-txt-letter/me.yaml > /dev/null 2>&1
set -- "$work"/*.html "$work"/*/*.html
[ $# -ge 17 ] || {
    echo "not ok - there are $# pages only"
    exit 1
}
node tests/checks/html/check.mjs "$tools" "$@" || exit 1
echo "ok - $# pages of HTML are valid and can be used by everybody"
