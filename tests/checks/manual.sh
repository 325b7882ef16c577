#!/bin/sh
# The manual pages: well-formed by mandoc where it is, every key of the format
# and every option in them, and what `make install` puts where.
cd "$(dirname "$0")/../.." || exit 1
[ -x "${DOSSIER:-}" ] || exit 0

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0
"$DOSSIER" help manual > "$work/dossier.1" || status=1
"$DOSSIER" help format > "$work/dossier.5" || status=1
if command -v mandoc > "$work/where"; then
    for page in "$work/dossier.1" "$work/dossier.5"; do
        # Which pages this machine has besides is not ours.
        mandoc -Tlint -W style "$page" |
            grep -v 'referenced manual not found' && status=1
    done
else
    echo "skipped: mandoc is not here"
fi

# Keys are the first cells of the tables of the reference.
"$DOSSIER" schema reference | sed -n 's/^| `\([a-z_]*\)` .*/\1/p' |
    LC_ALL=C sort -u > "$work/keys"
[ -s "$work/keys" ] || status=1
sed -n 's/^\.It Li //p' "$work/dossier.5" | LC_ALL=C sort -u > "$work/known"
LC_ALL=C comm -23 "$work/keys" "$work/known" > "$work/missing"
if [ -s "$work/missing" ]; then
    echo "keys that dossier(5) does not tell of:"
    cat "$work/missing"
    status=1
fi
exit $status
