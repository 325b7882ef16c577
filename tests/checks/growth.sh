#!/bin/sh
# A file of twice the length costs twice the instructions: `check` of files
# that grow in one way each. Counted, not timed.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] && [ "${SAN:-0}" != 1 ] || exit 0
if ! command -v valgrind > /dev/null; then
    echo "skipped: there is no valgrind"
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

head_of_file() {
    printf 'basics:\n  name: Jordan Avery\n  email: jordan@example.com\n'
    printf 'education:\n  - {institution: Prairie State, degree: MHA}\n'
}

job() {
    printf 'experience:\n  - organization: Lakeside Medical Group\n'
    printf '    position: Practice Administrator\n    start_date: 2020-01\n'
}

lines() { # count printf-format: the number of the line, up to nine times
    awk -v count="$1" -v format="$2" 'BEGIN {
        gsub(/\\n/, "\n", format)
        for (i = 1; i <= count; i++)
            printf format, i, i, i, i, i, i, i, i, i
    }'
}

bullets() {
    head_of_file && job && echo '    highlights:'
    lines "$1" '      - Cut the wait of clinic %d from 4%d to 2%d minutes in 2023 by moving vitals\n'
}

same() {
    head_of_file && job && echo '    highlights:'
    lines "$1" '      - Responsible for many various things\n'
}

ignored() {
    head_of_file && job && echo '    highlights:'
    lines "$1" '      # lint: ignore M105\n      - Improved a lot in ward %d by 3%d%%  # lint: ignore M101, M104\n'
}

records() {
    head_of_file && echo 'metrics:'
    lines "$1" '  - {id: w%d, kpi: wait-time, before: 4%d, after: 2%d, unit: minutes, period: 2023, source: EHR}\n'
}

cases() {
    head_of_file && echo 'case_studies:'
    lines "$1" '  - {title: Case %d, role: Lead, situation: Waits were long in ward %d., challenge: Cut them., actions: [Met with staff %d., Moved the vitals.], results: [Cut waits from 4%d to 2%d minutes.]}\n'
}

credentials() {
    head_of_file && echo 'certifications:'
    lines "$1" '  - {name: Certificate %d in Quality, abbr: C%d, issuer: Board %d, issued: 2020-01, expires: 2027-01}\n'
}

skills() {
    head_of_file && job && echo '    highlights: [Led Lean work.]' &&
        echo 'skills:'
    lines "$1" '  - {name: Skill %d, keywords: [lean, word%d, staff planning]}\n'
}

jobs() {
    head_of_file && echo 'experience:'
    lines "$1" '  - {organization: Clinic %d, position: Nurse Manager, start_date: 2001-01, end_date: 2002-01, highlights: [Cut falls from 9 to 4.]}\n'
}

summary() {
    head_of_file && printf 'custom:\n  - title: More\n    entries:\n      - "'
    lines "$1" 'We cut the wait of ward %d from 4%d to 2%d minutes, and staff liked it. '
    echo '"'
}

slips() {
    head_of_file && echo 'experience:'
    lines "$1" '  - {organization: Clinic %d, position: Nurse Manager, start_date: 2001-01, end_date: 2002-01, highlights: [Acheived seperate goals with managment.]}\n'
}

rollouts() {
    head_of_file && job && echo '    highlights:'
    lines "$1" '      - Implemented Epic at %d clinics\n'
}

findings() {
    head_of_file
    lines "$1" 'unknown%d: 1\n'
}

instructions() { # file
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$DOSSIER" \
        check -q --today 2025-11-22 "$1" 2>&1 > /dev/null |
        sed -n 's/^==[0-9]*== Collected *: *\([0-9]*\).*/\1/p'
}

# What a file costs that holds none of it is not of interest.
floor=$(head_of_file > "$work/none.yaml" && instructions "$work/none.yaml")
for what in bullets same ignored records cases credentials skills jobs \
    summary slips rollouts findings; do
    before=
    costs=
    for count in ${COUNTS:-150 300}; do
        $what "$count" > "$work/$what.yaml"
        cost=$(instructions "$work/$what.yaml")
        costs="$costs $cost"
        if [ -n "$before" ] && ! awk -v a="$before" -v b="$cost" \
            -v floor="$floor" 'BEGIN { exit b - floor > 2.3 * (a - floor) }'
        then
            bad=1
        fi
        before=$cost
    done
    if [ -n "${bad:-}" ]; then
        echo "not ok - $what:$costs instructions"
        status=1
    elif [ -n "${V:-}" ]; then
        echo "$what:$costs"
    fi
    bad=
done
exit $status
