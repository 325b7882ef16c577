#!/bin/sh
# Calls that overrun, depend on the locale or hide state, and what else the
# style rules out: see README, "How the code is written".
cd "$(dirname "$0")/../.." || exit 1

status=0

find src include -name '*.[ch]' | LC_ALL=C sort | xargs awk '
BEGIN {
    calls = "strcpy strcat stpcpy sprintf vsprintf strncpy strncat strtok " \
            "strtok_r gets atoi atol atoll atof localtime localtime_r " \
            "gmtime ctime asctime mktime strftime setlocale " \
            "alloca setjmp longjmp system popen rand srand random " \
            "isalpha isdigit isalnum isspace isupper islower ispunct " \
            "toupper tolower strcasecmp strncasecmp tmpnam mktemp"
    for (count = split(calls, list, " "); count > 0; count--)
        banned[list[count]] = 1
}

function wrong(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why
    bad = 1
}

FNR == 1 { comment = 0 }

/^[ \t]*#[ \t]*include[ \t]*<(ctype|wctype|locale|setjmp|alloca)\.h>/ {
    wrong($0)
}

{
    line = $0
    gsub(/\\\\/, "", line)
    gsub(/\\"/, "", line)
    if (comment) {
        if (!sub(/^.*\*\//, "", line))
            next
        comment = 0
    }
    gsub(/"[^"]*"/, "\"\"", line)
    gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "", line)
    sub(/\/\/.*/, "", line)
    if (sub(/\/\*.*/, "", line))
        comment = 1
    if (line ~ /^typedef[ \t]+(struct|enum|union)[ \t]/)
        wrong("a typedef hides a struct, enum or union")
    while (match(line, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
        name = substr(line, RSTART, RLENGTH - 1)
        sub(/[ \t]+$/, "", name)
        if (name in banned)
            wrong("banned call: " name)
        line = substr(line, RSTART + RLENGTH)
    }
}

END { exit bad }
' || status=1

exit $status
