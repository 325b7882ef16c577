#!/bin/sh
# What can be seen of the form without the formatter: no tabs, no blanks at
# line ends, 80 columns, a newline at the end of each file.
cd "$(dirname "$0")/../.." || exit 1

find src include tests -name '*.[ch]' ! -path 'tests/fuzz/corpus/*' |
    LC_ALL=C sort | LC_ALL=C xargs awk '
function wrong(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why
    bad = 1
}
/\t/ { wrong("tab") }
/[ \t\r]$/ { wrong("blank at the end") }
{
    line = $0
    gsub(/[\200-\277]/, "", line)
    if (length(line) > 80)
        wrong("longer than 80 columns")
}
END { exit bad }
'
