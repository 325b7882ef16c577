#!/bin/sh
# `check --fix` on every file that tests a finding: a second round changes
# nothing, remarks stay, what was fixed is no longer found at its place, a
# patch of the dry run gives the same file, and so do other line ends and a
# byte order mark.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] || exit 0
root=$PWD
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

check() { # options...
    "$DOSSIER" check --today 2025-11-22 "$@" me.yaml > out 2> err
    [ $? -le 1 ]
}

fail() { # why
    echo "$file: $1"
    head -n 3 err
    status=1
}

# "line:column [code]" of the lines that say `word`
places() { # word
    sed -n "s/^[^ ]*:\([0-9]*:[0-9]*\): $1: .* \(\[[A-Z][0-9]*\]\)\$/\1 \2/p" \
        err | sort -u
}

with_crlf() {
    printf '\357\273\277'
    sed 's/$/\r/' "$1"
}

apply_diff() { # to a copy of the file
    cp "$1" patched/me.yaml
    if command -v git > /dev/null; then
        (cd patched && git apply ../out) 2> err
    else
        (cd patched && patch -s -p1 < ../out) 2> err
    fi
}

cd "$work" || exit 1
mkdir patched
for file in "$root"/tests/check/*/bad*.yaml "$root"/tests/fuzz/corpus/build/* \
    "$root"/tests/fuzz/corpus/check/*; do
    cp "$file" me.yaml
    check --fix --dry-run || fail "dry run"
    cmp -s "$file" me.yaml || fail "the dry run wrote"
    if [ ! -s out ]; then
        check --fix || fail "nothing to fix"
        cmp -s "$file" me.yaml || fail "there was nothing to fix"
        continue
    fi
    apply_diff "$file" || fail "the diff cannot be applied"
    check --fix || fail "fix"
    places fixed > fixed
    cmp -s me.yaml patched/me.yaml || fail "the diff gives another file"
    cp me.yaml once.yaml
    check --fix || fail "second fix"
    cmp -s me.yaml once.yaml || fail "not done in one go"
    [ -z "$(places fixed)" ] || fail "something was left"
    places '[a-z]*' | comm -12 - fixed > both
    [ ! -s both ] || fail "still found: $(cat both)"
    grep -a '^ *#' "$file" > before
    grep -a '^ *#' once.yaml | cmp -s before - || fail "remarks are gone"
    # These say something about line ends and the first bytes themselves.
    grep -aq "$(printf '\r')" "$file" && continue
    case $file in */X00* | */X01* | */not-utf8* | */nul*) continue ;; esac
    with_crlf "$file" > me.yaml
    check --fix || fail "fix with other line ends"
    with_crlf once.yaml | cmp -s me.yaml - ||
        fail "other line ends, another file"
done
exit $status
