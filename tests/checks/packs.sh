#!/bin/sh
# What is known of health care stands in its pack: with the general pack no
# report says a word of it that the file does not hold itself. The worst files
# of the tests are asked, for all rules speak there.
cd "$(dirname "$0")/../.." || exit 1
dossier=${DOSSIER:-build/dossier}
words='patients?|hospitals?|clinics?|clinical|clinicians?|nurs(e|es|ing)'
words="$words|physicians?|medical|healthcare|health (care|administration)"
words="$words|hipaa|phi|ehrs?|emrs?|cms|jcaho|joint commission|medicare"
words="$words|medicaid|bedside|inpatients?|outpatients?"
words="$words|caregivers?|pahcom|ache|fache|cmm|cphq|cahme|aupha|mha|npi"
words="$words|hcahps|himss|mgma|cerner|meditech|discharges?"
fresh=$(mktemp -d) || exit 1
trap 'rm -rf "$fresh"' EXIT
failed=0

# health OUTPUT FILE...: words of the output that stand in no file.
health() {
    output=$1
    shift
    cat "$@" 2>/dev/null | tr 'A-Z\n' 'a-z ' >"$fresh/file"
    # Texts are folded; one line lets a term of two words be seen.
    tr 'A-Z\n' 'a-z ' <"$output" | tr -s ' ' |
        grep -oE "(^|[^a-z0-9_-])($words)($|[^a-z0-9_-])" |
        sed 's/^[^a-z]//;s/[^a-z]$//' | sort -u | while read -r word; do
        grep -qF -- "$word" "$fresh/file" || printf '%s ' "$word"
    done
}

report() { # WHAT WORDS
    [ -z "$2" ] && return
    echo "$1 speaks of health care with the general pack: $2"
    failed=1
}

for file in tests/check/*/bad*.yaml examples/tomas-reyes.yaml; do
    others=$(dirname "$file")/shared/*
    "$dossier" check -v --pack general --today 2025-11-22 \
        "$file" >"$fresh/out" 2>&1
    # shellcheck disable=SC2086
    report "check $file" "$(health "$fresh/out" "$file" $others)"
    "$dossier" check --tips -v --pack general --today 2025-11-22 \
        "$file" >"$fresh/out" 2>/dev/null
    # shellcheck disable=SC2086
    report "check --tips $file" "$(health "$fresh/out" "$file" $others)"
done

for what in tips roles kpis credentials; do
    "$dossier" list --pack general "$what" 2>&1 |
        grep -v "Clinical Social Worker" >"$fresh/out"
    report "list $what" "$(health "$fresh/out" /dev/null)"
done

# The page of a code that any pack may give. H, and what guards people in
# care, is of health care by its subject.
for code in $("$dossier" list rules | sed -n 's/^\([A-Z][0-9]*\) .*/\1/p'); do
    case $code in
    H10[1235] | P10[23467] | E102) continue ;;
    esac
    "$dossier" explain --pack general "$code" >"$fresh/out" 2>&1
    report "explain $code" "$(health "$fresh/out" /dev/null)"
done
exit $failed
