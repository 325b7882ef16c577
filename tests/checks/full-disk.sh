#!/bin/sh
# A full disk: status 3, one message that says so, and no file left. The disk
# is a small tmpfs in a mount namespace of our own; where the system allows
# none there is nothing to be seen.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] && [ -f examples/jordan-avery.yaml ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# A file that may not grow further ends the same way, wherever that is set.
mkdir "$work/limit"
(
    ulimit -f 16
    "$DOSSIER" build -q -o "$work/limit" examples/jordan-avery.yaml
) 2> "$work/log"
result=$?
if [ $result = 3 ] && [ -z "$(ls -A "$work/limit")" ] &&
    grep -q 'File too large' "$work/log"; then
    echo "ok - limit of a file"
else
    echo "status $result, left: $(ls -A "$work/limit")"
    cat "$work/log"
    echo "not ok - limit of a file"
    status=1
fi

if [ "$(id -u)" -eq 0 ]; then
    own='unshare -m'
else
    own='unshare -rm'
fi
$own true 2> /dev/null || exit "${status:-0}"

for size in 4k 20k 48k; do
    mkdir "$work/$size"
    # shellcheck disable=SC2016
    $own sh -c '
        mount -t tmpfs -o size="$2" none "$1/$2" || exit 99
        "$DOSSIER" build -q -o "$1/$2" examples/jordan-avery.yaml 2> "$1/log"
        echo $? > "$1/status"
        ls -A "$1/$2" > "$1/left"
    ' sh "$work" "$size" || exit "${status:-0}"
    if [ "$(cat "$work/status")" = 3 ] && [ ! -s "$work/left" ] &&
        grep -q 'No space left on device' "$work/log"; then
        echo "ok - full disk of $size"
    else
        echo "status $(cat "$work/status"), left: $(cat "$work/left")"
        cat "$work/log"
        echo "not ok - full disk of $size"
        status=1
    fi
done
exit "${status:-0}"
