#!/bin/sh
# Every header compiles alone: it includes what it needs and can stand first.
cd "$(dirname "$0")/../.." || exit 1

CC=${CC:-cc}
flags=$(pkg-config --cflags harfbuzz fribidi fontconfig libpng)
status=0
for header in include/*/*.h src/*/*.h src/*/*/*.h tests/runner/*.h; do
    [ -f "$header" ] || continue
    layer=$(dirname "$header")
    # $flags is a list of words.
    # shellcheck disable=SC2086
    printf '#include "%s"\nextern int not_empty;\n' "$(basename "$header")" |
        $CC -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -fsyntax-only \
            -Werror -iquote "$layer" -Iinclude -Isrc -Ibuild $flags -x c - ||
        { echo "$header: does not compile alone" && status=1; }
    guard=$(sed -n 's/^#ifndef \([A-Z0-9_]*\)$/\1/p' "$header" | head -n 1)
    if [ -z "$guard" ] || ! grep -q "^#define $guard\$" "$header"; then
        echo "$header: no include guard"
        status=1
    fi
done
exit $status
