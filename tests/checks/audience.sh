#!/bin/sh
# What an audience does not get to see (include/edition/audience.def) is in no
# byte of any output for it: not in the pages, in what stands behind them, in
# the metadata, the dumps or the attached source.
cd "$(dirname "$0")/../.." || exit 1

[ -x "${DOSSIER:-}" ] || exit 0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
status=0

# All that a reader can get out of the files of a folder, and the dumps.
contents() { # folder file audience
    for docx in "$1"/*.docx; do
        unzip -p "$docx"
    done 2> /dev/null
    find "$1" -type f ! -name '*.pdf' ! -name '*.docx' -exec cat {} +
    for pdf in "$1"/*.pdf; do
        pdftotext "$pdf" - && pdfinfo "$pdf" &&
            pdfdetach -save 1 -o "$work/attached" "$pdf" &&
            cat "$work/attached"
        qpdf --qdf --object-streams=disable "$pdf" -
    done 2> /dev/null
    for stage in edition document pages text; do
        "$DOSSIER" build -q --audience "$3" --dump $stage "$2" 2> /dev/null
    done
    for format in text json; do
        "$DOSSIER" match -q --audience "$3" --role feeder --explain \
            --format $format "$2" 2> /dev/null
    done
}

say() {
    echo "not ok - $*"
    status=1
}

try() { # name file; lines "audiences text" on standard input
    for audience in public recruiter employer interview; do
        "$DOSSIER" build -q --attach-source --audience $audience \
            --to pdf,txt,md,html,docx,json,rendercv,svg \
            --today 2025-11-22 -o "$work/$1-$audience" "$2" > /dev/null 2>&1
        contents "$work/$1-$audience" "$2" $audience > "$work/$1-$audience.all"
    done
    while read -r shown text; do
        for audience in public recruiter employer interview; do
            case $shown in
            *$audience* | all)
                grep -aqF -e "$text" "$work/$1-$audience.all" ||
                    say "$1: $text is not shown to $audience"
                ;;
            *)
                grep -aqF -e "$text" "$work/$1-$audience.all" &&
                    say "$1: $text is shown to $audience"
                ;;
            esac
        done
    done
}

cat > "$work/me.yaml" << 'END'
meta: {version: 1, last_modified: 2025-11-22}
basics:
  name: Sam Rivera
  headline: Practice Manager
  email: sam.rivera@mail.net
  phone: +1 312 555 0199
  location: {address: 12 Oak Street, city: Springfield, region: IL,
    postal_code: "62701", country_code: US}
  summary: Changed what a visit costs by {cost.change}.
education:
  - {institution: Prairie State University, degree: MHA, end_date: 2016-05}
certifications:
  - {name: Registered Nurse, abbr: RN, issuer: Illinois, issued: 2018-06,
     number: RN-447193, private: false}
  - {name: Certified Medical Manager, abbr: CMM, issuer: PAHCOM,
     issued: 2018-06, number: CMM-80031}
experience:
  - organization: Lakeside Medical Group
    position: Practice Manager
    start_date: 2018-02
    team: {size: 12, disciplines: [nurses],
      reporting_to: "Dana Whitfield, Chief Operating Officer"}
    highlights:
      - {text: "Changed what a visit costs by {cost.change}.", ref: cost}
      - {text: Brought a visit from $412 to 318 dollars., ref: cost}
      - {text: Cut cost by 23% in a year., ref: cost}
      - Praised by Morgan Ellery for a calm clinic.
      - Reached by patients at (312) 555-0199 in the first year.
      - {text: Hears of openings first., audience: recruiter}
      - {text: Ran the tender of 2023., audience: employer}
      - {text: Left the board in dispute., audience: interview}
      - {text: Never to be told., private: true}
case_studies:
  - title: Cheaper visits
    organization: Lakeside Medical Group
    role: Lead
    period: 2022-01/2022-06
    situation: Visits were dear.
    challenge: Make them cheaper.
    actions: [Met with all, Changed the flow]
    results: [{text: "Cost moved by {cost.change}.", ref: cost}]
    metrics: [cost, budget]
    notes: Own up to the first failed try.
metrics:
  - {id: cost, label: Cost of a visit, before: 412, after: 318, target: 307198,
     unit: usd, confidential: true, period: 2022-01/2022-06, source: Ledger,
     method: activity-based costing, benchmark: {value: 355482, source: MGMA}}
  - {id: budget, label: Budget, after: 6374219, unit: usd, confidential: true,
     period: 2023, source: Ledger}
key_metrics: [cost, budget]
testimonials:
  - quote: Sam turned the clinic around in a year.
    author: Dr. Morgan Ellery
    title: Chief Nursing Officer
    organization: Regional Hospital
    relationship: supervisor
    date: 2024-01
    source_url: https://example.org/in/morgan-ellery
    consent: {given: true, date: 2024-01-20, scope: [portfolio, web]}
letter:
  recipient: {name: Dr. Robin Lee, organization: Mercy Valley Services}
  salutation: Dear Dr. Lee
  paragraphs: ["I changed what a visit costs by {cost.change}."]
  closing: Sincerely
END
try me "$work/me.yaml" << 'END'
all Sam Rivera
all sam.rivera@mail.net
all Springfield
recruiter,employer,interview 555 0199
employer,interview Oak Street
employer,interview 62701
employer,interview RN-447193
none CMM-80031
employer,interview Whitfield
all Chief Operating Officer
employer,interview Ellery
employer,interview morgan-ellery
all Chief Nursing Officer
all Regional Hospital
employer,interview −23%
public,recruiter −20 to −30%
all $5M to $10M
none 6374219
none 6,374,219
none 307198
none 307,198
none 355482
none 355,482
employer,interview $412
employer,interview 23% in a year
recruiter,employer,interview Mercy Valley Services
recruiter,employer,interview Hears of openings
employer,interview Ran the tender
interview Left the board
interview Own up to the first
none Never to be told
END

# The examples: contacts and names as their files have them.
hidden() { # name audience; texts on standard input
    while read -r text; do
        grep -aqF -e "$text" "$work/$1-$2.all" && say "$1: $text is shown to $2"
    done
}
for file in examples/*.yaml; do
    name=$(basename "$file" .yaml)
    echo 'all ,' | try "$name" "$file"
    sed -n 's/^  phone: *"*\([^"]*\).*/\1/p' "$file" | hidden "$name" public
    for audience in public recruiter; do
        {
            sed -n 's/^ *location: *{.*address: \([^,}]*\).*/\1/p' "$file"
            sed -n 's/^    author: //p' "$file"
        } | hidden "$name" $audience
    done
done

# A figure that is kept back is found however it is typed; the same number of
# something else is none of it.
cat > "$work/said.yaml" << 'END'
meta: {version: 1, last_modified: 2025-11-22}
basics: {name: Sam Rivera, headline: Practice Manager,
  email: sam.rivera@mail.net}
education:
  - {institution: Prairie State University, degree: MHA, end_date: 2016-05}
experience:
  - organization: Lakeside Medical Group
    position: Practice Manager
    start_date: 2018-02
    highlights:
      - A1 brought the cost of a visit to 318 US dollars.
      - A2 brought the cost of a visit to US$318 with no loss.
      - A3 brought the cost of a visit down by $94.
      - A4 brought the cost of a visit to three hundred and eighteen dollars.
      - A5 cut cost of visits by 22.8%.
      - A6 cut cost of visits by twenty-three percent.
      - A7 held the operating budget of $6.4 million.
      - A8 held an operating budget of 6.4M USD.
      - A9 held the operating budget of 6 374 219 dollars.
      - B1 held the operating budget of 6.374.219 USD.
      - B2 held the operating budget of $6374 thousand.
      - B3 held the operating budget of six million dollars.
      - B4 cut the median wait to twenty-six minutes.
      - B5 cut the median wait by 15 minutes.
      - B6 lowered nurse turnover to 14%.
      - B7 lowered nurse turnover by 8 percentage points.
      - B8 made 36.6% of the turnover go away.
      - B9 pays 77% of what a visit did cost.
      - C1 ran 26 clinics with 41 staff and 318 beds.
      - C2 led a team of 15 nurses in 2023 and cut turnover.
      - C3 kept the operating budget between $5 million and $10 million.
      - C4 opened room 318B after four hundred days.
case_studies:
  - title: D1 from $412 to $318 a visit
    organization: Lakeside Medical Group
    role: Lead
    period: 2022-01/2022-06
    situation: Visits were dear.
    challenge: Make them cheaper.
    actions: [Met with all, D2 went from $412 a visit to less]
    results: [{text: "Cost moved by {cost.change}.", ref: cost}]
    takeaway: D3 that $94 a visit are many.
    privacy_note: D4 of a ledger of 6374219.
work_samples:
  - {title: Budget, kind: report, audience: clinic staff, authorship: sole,
    purpose: D5 shows 6374219, alt: D6 chart to 6374219, redacted: true}
  - {title: E1 for few, kind: report, audience: interview, authorship: sole}
  - {title: E2 for some, kind: report, audience: employer, authorship: sole}
testimonials:
  - {quote: E3 turned the clinic around., author: Dr. L. Kim, title: Director,
    relationship: supervisor, date: 2024-01,
    consent: {given: true, date: 2024-01-20, scope: [portfolio]}}
metrics:
  - {id: cost, label: "Cost of a visit", before: 412, after: 318, unit: usd,
    confidential: true, period: 2022-01/2022-06, source: D7 ledger of 318 usd,
    method: D8 off $94 each, chart: run,
    series: [{date: 2022-01, value: 412}, {date: 2022-02, value: 398765},
      {date: 2022-03, value: 318}]}
  - {id: budget, label: Operating budget, after: 6374219, unit: usd,
    confidential: true, period: 2023, source: Ledger}
  - {id: wait, label: Median wait, before: 41, after: 26, unit: minutes,
    confidential: true, period: 2023, source: EHR}
  - {id: turn, label: Nurse turnover, before: 22.4, after: 14.2, unit: percent,
    confidential: true, period: 2023, source: HRIS}
key_metrics: [cost, budget, wait, turn]
END
{
    for mark in 'A[1-9]' 'B[1-9]' 'D[1-8]'; do
        grep -o "\<$mark [a-z]* [a-z]*" "$work/said.yaml" |
            sed 's/^/employer,interview /'
    done
    grep -o '\<C[1-4] [a-z]* [a-z]*' "$work/said.yaml" | sed 's/^/all /'
    echo 'interview E1 for few'
    echo 'employer,interview E2 for some'
    echo 'recruiter,employer,interview E3 turned the'
    echo 'none 398765'
    echo 'none 398,765'
} | try said "$work/said.yaml"

# A sentence for more eyes than the record that it names stops the build.
sed 's/label: Cost of a visit,/& audience: employer,/' "$work/me.yaml" \
    > "$work/hole.yaml"
for audience in public recruiter; do
    "$DOSSIER" build -q --audience $audience -o "$work/hole" \
        "$work/hole.yaml" > "$work/hole.out" 2>&1
    grep -q 'X134' "$work/hole.out" && [ ! -e "$work/hole" ] ||
        say "hole: a figure for employers is printed for $audience"
done
"$DOSSIER" build -q -o "$work/hole" "$work/hole.yaml" > /dev/null 2>&1
[ -e "$work/hole" ] || say "hole: nothing is built for employers"

[ $status = 0 ] && echo "ok - each audience sees what it is shown"
exit $status
