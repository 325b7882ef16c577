#!/bin/sh
# How often a rule speaks where it has no business: on the good files of all
# rules, each written to be near one subject, what do rules of other subjects
# find? A subject is a group of rules, the first letter of a code.
#
#   sh tests/bench/precision.sh DOSSIER [-v]     -v lists them
#
# Prints: files findings false
set -u
case $1 in
/*) dossier=$1 ;;
*) dossier=$PWD/$1 ;;
esac
verbose=${2:-}
export LC_ALL=C COLUMNS=0 SOURCE_DATE_EPOCH=1763769600

# The files are small and tell one thing: what is missed in the whole document
# is rightly missed there, by S102 the summary, by S104 certifications, by S107
# a date of the file, by K101 cases, by H101 and H102 compliance and systems,
# by A101, A103 and A105 samples, quotes and media, by B101 and B102 balance and
# variety, by M102, M115 and R106 results, by C109 letters of the role, by R102
# its words, by R105 years.
absent='S102 S104 S107 K101 H101 H102 A101 A103 A105 B101 B102 M102 M115 R106 C109 R102 R105'

findings_of() { # file: the codes and lines of what is found
    args=$(sed -n '1s/^# args: //p' "$1")
    # shellcheck disable=SC2086
    (cd "$(dirname "$1")" && "$dossier" check -v --today 2025-11-22 $args \
        "$(basename "$1")" 2>&1) |
        sed -n 's/^\([^ ].*\) \[\([A-Z][0-9]*\)\]$/\2 \1/p'
}

for good in tests/check/[A-W]*/good*.yaml; do
    folder=$(basename "$(dirname "$good")")
    echo "file $folder"
    findings_of "$good" | sed "s/^/${folder%%-*} /"
done | awk -v absent="$absent" -v verbose="$verbose" '
    BEGIN { n = split(absent, codes, " "); while (n) accepted[codes[n--]] }
    $1 == "file" { files++; next }
    { findings++ }
    substr($1, 1, 1) != substr($2, 1, 1) && !($2 in accepted) {
        wrong++
        if (verbose != "")
            print
    }
    END { print files, findings + 0, wrong + 0 }'
