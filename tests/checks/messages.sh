#!/bin/sh
# Every message that the tests have seen reads like a sentence: it begins with
# a capital, a figure, a quote or what is quoted from the file, and ends with a
# full stop or a question mark.
cd "$(dirname "$0")/../.." || exit 1

bad=$(cat tests/check/*/*.expected tests/cli/*/stderr |
    LC_ALL=C sed -n 's/^[^ ].*: \(error\|warning\|hint\): \(.* \[[A-Z][0-9]*\]\)$/\2/p' |
    LC_ALL=C grep -v '^["`{A-Z0-9$].*[.?!]"\{0,1\} \[[A-Z][0-9][0-9][0-9]\]$' | sort -u)
[ -z "$bad" ] && exit 0
echo "begin with a capital and end with a full stop:"
echo "$bad"
exit 1
