#!/bin/sh
# What README.md shows is what happens: each ```yaml block that opens with
# "# NAME.yaml" is a file, each "$ dossier ..." line of a ```console block is
# run beside them (and beside examples/) and must print what follows it.
# "..." on a line of its own stands for any lines; the number of pages and the
# size of a file may differ.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] && [ -f README.md ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/in" "$work/run"
cp -R examples "$work/run" 2> /dev/null
unset TODAY
export COLUMNS=80

# Files into run/, commands and their output into in/NNN.{cmd,out}.
awk -v run="$work/run" -v in_="$work/in" '
/^```/ {
    kind = inside ? "" : substr($0, 4)
    inside = !inside
    file = ""
    next
}
kind == "yaml" && file == "" && /^# [a-z-]+\.yaml/ { file = run "/" $2 }
kind == "yaml" && file != "" { print > file }
kind == "yaml" && file == "" { file = "/dev/null" }
kind == "console" && /^\$ / {
    file = sprintf("%s/%03d", in_, ++count)
    print substr($0, 3) > (file ".cmd")
    printf "" > (file ".out")
    next
}
kind == "console" && file != "" { print > (file ".out") }
' README.md

matches() { # expected got: line by line, "..." for any lines
    awk -v expected="$1" '
    function loosely(line) {
        sub(/[0-9]+ pages?, [0-9]+ KB/, "N pages, N KB", line)
        sub(/  [0-9]+ KB$/, "  N KB", line)
        return line
    }
    BEGIN {
        while ((getline line < expected) > 0)
            want[++wants] = loosely(line)
        at = 1
    }
    {
        $0 = loosely($0)
        if (want[at] == $0)
            at++
        else if (want[at] == "...") {
            if (want[at + 1] == $0)
                at += 2
        } else
            bad = 1
    }
    END {
        if (want[at] == "...")
            at++
        exit bad || at <= wants
    }' "$2"
}

status=0
for command in "$work"/in/*.cmd; do
    [ -f "$command" ] || continue
    line=$(cat "$command")
    case $line in
    dossier\ *) ;;
    *) continue ;;
    esac
    (cd "$work/run" && sh -c "$line" > "$work/got" 2>&1)
    if matches "${command%.cmd}.out" "$work/got"; then
        echo "ok - README: $line"
    else
        diff -u "${command%.cmd}.out" "$work/got"
        echo "not ok - README: $line"
        status=1
    fi
done
exit $status
