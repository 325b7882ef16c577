#!/bin/sh
# Instructions, peak memory, time and sizes beside their budgets. Instructions
# are counted by callgrind and hardly vary; the time is the best of ten.
# Status 1 when a budget is exceeded.
#
#   sh tests/bench/bench.sh DOSSIER MEASURE [EXAMPLE]
set -u
dossier=$1
measure=$2
example=${3:-examples/jordan-avery.yaml}
export LC_ALL=C SOURCE_DATE_EPOCH=1763769600

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
over=0

instructions() { # command...
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
        2>&1 > /dev/null | sed -n 's/^==[0-9]*== Collected *: *\([0-9]*\).*/\1/p'
}

row() { # what measured budget unit ("-": no budget)
    awk -v what="$1" -v got="$2" -v budget="$3" -v unit="$4" 'BEGIN {
        verdict = budget == "-" ? "" : got <= budget ? "ok" : "OVER"
        printf "%-34s %10.1f %10s %-4s %s\n", what, got, budget, unit, verdict
        exit verdict == "OVER"
    }' || over=1
}

million() {
    awk -v n="$1" 'BEGIN { printf "%.1f", n / 1e6 }'
}

case_row() { # name instruction-budget memory-budget-MB command...
    name=$1 count=$2 memory=$3
    shift 3
    row "$name: instructions" "$(million "$(instructions "$@")")" "$count" M
    # shellcheck disable=SC2046
    set -- $("$measure" 10 "$@")
    row "$name: peak memory" \
        "$(awk -v k="${2:-0}" 'BEGIN { print k / 1024 }')" "$memory" MB
    row "$name: time" "${1:-0}" - ms
}

size_row() { # name file budget-KB
    row "$1: size" "$(wc -c < "$2" | awk '{ print $1 / 1000 }')" "$3" KB
}

many_bullets() { # count
    awk -v count="$1" 'BEGIN {
        print "basics:\n  name: Jordan Avery\n  email: jordan@example.com"
        print "education:\n  - {institution: Prairie State, degree: MHA}"
        print "experience:\n  - organization: Lakeside Medical Group"
        print "    position: Practice administrator\n    start_date: 2020-01"
        print "    highlights:"
        for (i = 1; i <= count; i++)
            printf "      - Cut the wait of clinic %d from %d to %d minutes " \
                   "in %d weeks by moving the vitals to the door\n",
                   i, 30 + i % 17, 11 + i % 13, 4 + i % 9
    }'
}

# 40 KB: what is asked, long duties, and more about the employer than either.
long_posting() {
    awk 'BEGIN {
        print "Director of Ambulatory Operations\nLakeside Health System\n"
        print "Requirements"
        print "- Master'"'"'s degree in health administration or MBA required"
        print "- At least seven years of progressive health care experience," \
              "three of them in a management role"
        print "- CMPE or FACHE preferred; active RN license a plus"
        print "- Working knowledge of Epic, Tableau and SQL"
        print "- Lean Six Sigma, budgeting, staff scheduling\n"
        print "Responsibilities"
        for (i = 1; i <= 120; i++)
            printf "- Lead unit %d of the network, plan its budget and its " \
                   "schedules, and report access and turnover to board %d\n",
                   i, i % 7
        print "\nAbout us"
        for (i = 1; i <= 200; i++)
            printf "Founded in %d, Lakeside serves families of county %d " \
                   "with pride. Benefits: medical, dental and vision plans, " \
                   "tuition aid, paid leave.\n", 1900 + i % 90, i
    }'
}

# Twelve figures: run charts, slopes, dumbbells, bars, career, credentials.
many_figures() {
    awk 'BEGIN {
        print "basics: {name: Jordan Avery, email: jordan@example.com}"
        print "education:"
        print "  - {institution: Prairie State, degree: MHA, end_date: 2012}"
        print "certifications:"
        for (i = 1; i <= 4; i++)
            printf "  - {name: Certificate %d, issued: %d-05, expires: %d-05}\n",
                   i, 2013 + i, 2026 + i
        print "experience:"
        for (i = 1; i <= 5; i++)
            printf "  - {organization: Clinic %d, position: Manager, " \
                   "start_date: %d-01, end_date: %d-12}\n",
                   i, 2025 - 2 * i, 2026 - 2 * i
        print "metrics:"
        for (i = 1; i <= 30; i++) {
            printf "  - {id: m%d, label: Wait of clinic %d, before: %d, " \
                   "after: %d, unit: minutes, good: down, target: 20, " \
                   "period: 2023", i, i, 40 + i, 20 + i
            for (k = 0; i <= 5 && k < 24; k++)
                printf "%s{date: %d-%02d, value: %d}",
                       (k ? ", " : ", series: ["), 2022 + int(k / 12),
                       k % 12 + 1, 41 + i - k + k % 3
            print i <= 5 ? "]}" : "}"
        }
        print "case_studies:"
        for (i = 1; i <= 10; i++) {
            printf "  - {title: Case %d, kind: workflow, period: 2023, " \
                   "chart: %s, metrics: [m%d", i,
                   (i > 7 ? "dumbbell" : "auto"), i
            for (k = 0; i > 5 && k < 3; k++)
                printf ", m%d", 3 * i - 8 + k
            print "]}"
        }
    }'
}

# 1 MB of JSON Resume: jobs with what people write about them.
long_json_resume() {
    awk 'BEGIN {
        print "{\n  \"basics\": {\"name\": \"Jordan Avery\"},\n  \"work\": ["
        for (i = 1; i <= 1250; i++) {
            printf "%s    {\n      \"name\": \"Clinic %d\",\n" \
                   "      \"position\": \"Manager\",\n" \
                   "      \"url\": \"https://clinic%d.example.net\",\n" \
                   "      \"startDate\": \"%d-%02d\",\n" \
                   "      \"summary\": \"Runs clinic %d with its budget, its " \
                   "schedules and the reports to the board.\",\n" \
                   "      \"highlights\": [\n",
                   (i > 1 ? ",\n" : ""), i, i, 1990 + i % 30, 1 + i % 12, i
            for (k = 1; k <= 6; k++)
                printf "        \"Cut the wait of unit %d from %d to %d " \
                       "minutes by moving the vitals to the door\"%s\n",
                       k, 30 + k, 20 + k, (k < 6 ? "," : "")
            printf "      ]\n    }"
        }
        print "\n  ]\n}"
    }'
}

printf '%-34s %10s %10s\n' "$(basename "$example")" measured budget
case_row "check, worked example" 8 - \
    "$dossier" check --today 2025-11-22 "$(dirname "$0")/worked-example.yaml"
case_row "check" - - "$dossier" check --today 2025-11-22 "$example"
long_posting > "$work/posting.txt"
case_row "match, posting of 40 KB" 30 - \
    "$dossier" match --today 2025-11-22 --job "$work/posting.txt" "$example"
long_json_resume > "$work/resume.json"
case_row "import, 1 MB of JSON" 60 - \
    "$dossier" import -q -o "$work/imported.yaml" "$work/resume.json"
case_row "resume" 35 10 \
    "$dossier" build --only resume -q -o "$work/resume" "$example"
size_row "resume" "$(ls "$work"/resume/*-resume.pdf)" 60
case_row "resume and portfolio" 120 - \
    "$dossier" build -q -o "$work/both" "$example"
size_row "portfolio" "$(ls "$work"/both/*-portfolio.pdf)" -

# Every theme within the resume's budgets.
for theme in templates/themes/*.yaml; do
    theme=$(basename "$theme" .yaml)
    set -- "$dossier" build --only resume -q --theme "$theme" \
        -o "$work/$theme" "$example"
    row "resume, $theme: instructions" "$(million "$(instructions "$@")")" 35 M
    # shellcheck disable=SC2046
    set -- $("$measure" 5 "$@")
    row "resume, $theme: peak memory" \
        "$(awk -v k="${2:-0}" 'BEGIN { print k / 1024 }')" 10 MB
    size_row "resume, $theme" "$(ls "$work/$theme"/*-resume.pdf)" 60
done

many_figures > "$work/figures.yaml"
case_row "portfolio of 12 figures" 60 - "$dossier" build --only portfolio -q \
    -o "$work/figures" "$work/figures.yaml"

# And six pictures; to decode them is not counted.
pictures=$(dirname "$example")/pictures
if [ -f "$pictures/quieter-night-1.png" ]; then
    cp "$pictures"/*.png "$pictures"/*.jpg "$work"
    {
        cat "$work/figures.yaml"
        echo "work_samples:"
        for other in quieter-night-2.png rounds-talk.jpg grace-tamura.jpg; do
            echo "  - {title: Sample, kind: report, authorship: sole," \
                "images: [quieter-night-1.png, $other]}"
        done
    } > "$work/pictures.yaml"
    set -- "$dossier" build --only portfolio -q -o "$work/pictures" \
        "$work/pictures.yaml"
    all=$(instructions "$@")
    decoding=$(instructions --toggle-collect=image_decode "$@")
    row "12 figures, 6 pictures: instructions" \
        "$(million $((all - decoding)))" 60 M
fi

# Five variants with postings, letters and four looks, beside the file built
# once, and beside each of them alone: what they share is done once.
five=$(dirname "$example")/noor-haddad.yaml
if [ -f "$five" ]; then
    ratio() { # all one
        awk -v a="$1" -v b="$2" 'BEGIN { print b ? a / b : 0 }'
    }
    all=$(instructions "$dossier" build -q --all -o "$work/five" "$five")
    one=$(instructions "$dossier" build -q -o "$work/five" "$five")
    row "five variants: instructions" "$(million "$all")" - M
    row "five variants to one build: times" "$(ratio "$all" "$one")" 3 x
    alone=0
    for variant in quality quality-short operations informatics consulting; do
        one=$(instructions "$dossier" build -q --variant "$variant" \
            -o "$work/five" "$five")
        row "  to $variant alone: times" "$(ratio "$all" "$one")" - x
        alone=$((alone + one))
    done
    row "  to each of them alone: share" \
        "$(ratio "$((all * 100))" "$alone")" - %
    # shellcheck disable=SC2046
    set -- $("$measure" 10 "$dossier" build -q --all -o "$work/five" "$five")
    row "five variants: peak memory" \
        "$(awk -v k="${2:-0}" 'BEGIN { print k / 1024 }')" 25 MB
    row "five variants: time" "${1:-0}" - ms
fi

many_bullets 5000 > "$work/5000.yaml"
many_bullets 10000 > "$work/10000.yaml"
half=$(instructions "$dossier" build -q -o "$work/m" "$work/5000.yaml")
full=$(instructions "$dossier" build -q -o "$work/m" "$work/10000.yaml")
row "10,000 bullets to 5,000: times" \
    "$(awk -v a="${half:-1}" -v b="${full:-0}" 'BEGIN { print b / a }')" 2.2 x
# shellcheck disable=SC2046
set -- $("$measure" 1 "$dossier" build -q -o "$work/m" "$work/10000.yaml")
row "10,000 bullets: time" "${1:-0}" 2000 ms
row "10,000 bullets: peak memory" \
    "$(awk -v k="${2:-0}" 'BEGIN { print k / 1024 }')" - MB

# Files, findings, findings on another subject than the file's.
# shellcheck disable=SC2046
set -- $(sh "$(dirname "$0")/precision.sh" "$dossier")
row "good files of all rules" "$1" - ""
row "findings on them" "$2" - ""
row "on another subject" "$3" 100 ""
row "on another subject: share" \
    "$(awk -v a="$3" -v b="$2" 'BEGIN { print b ? 100 * a / b : 0 }')" - "%"
exit $over
