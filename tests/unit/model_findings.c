/*
 * What the model says about a file, to the letter. Each case is a file that is
 * complete but for what stands in it; "" is a near miss, nothing may be said.
 */
#include "model.h"

/* What every file needs, so that a case shows its own fault alone. */
#define WHO "basics: {name: Jo Ray, email: jo@mail.net}\n"
#define SCHOOL "education: [{institution: U, degree: MHA}]\n"
#define JOB(more)                                                              \
    "experience: [{organization: A, position: B, start_date: 2020, " more "}]" \
    "\n"
#define WHOLE WHO SCHOOL JOB("")
#define WAIT                                                                   \
    "metrics: [{id: wait, kpi: wait-time, before: 41, after: 26, "             \
    "unit: minutes, period: 2023}]\n"

struct finding_case {
    const char *file;
    const char *expected;
};

static void
expect_all(void **state, const struct finding_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct decoded decoded = decode_text(*state, str_from(cases[i].file));
        struct str got = decoded_findings(&decoded);
        if (!str_is(got, cases[i].expected))
            fail_msg("for\n%s\nexpected\n%s\ngot\n%.*s", cases[i].file,
                     cases[i].expected, STR_ARG(got));
    }
}
#define EXPECT_ALL(cases)                                                      \
    expect_all(state, (cases), sizeof(cases) / sizeof(cases)[0])

static void
keys(void **state)
{
    static const struct finding_case cases[] = {
        {WHOLE, ""},
        {WHOLE "x_notes: {any: [thing]}\n$schema: y\n", ""},
        {WHO SCHOOL JOB("x_rank: 1"), ""},
        /* A slip. */
        {WHO SCHOOL JOB("hilights: [Cut waits.]"),
         "3:63 X103 warning: Unknown key \"hilights\"; it is left out.\n"
         "    Did you mean highlights?\n"},
        {WHOLE "experiance: []\n",
         "4:1 X103 warning: Unknown key \"experiance\"; it is left out.\n"
         "    Did you mean experience?\n"},
        /* At home elsewhere. */
        {WHOLE "email: jo@mail.net\n",
         "4:1 X103 warning: Unknown key \"email\"; it is left out.\n"
         "    Write it inside basics.\n"},
        {WHO SCHOOL "experience:\n"
                    "  - organization: A\n"
                    "    start_date: 2019\n"
                    "    positions: [{position: B, start_date: 2020}]\n",
         "5:5 X103 warning: Unknown key \"start_date\"; it is left out.\n"
         "    With positions, write start_date inside one of them.\n"},
        {WHOLE "interests: [chess]\n",
         "4:1 X103 warning: Unknown key \"interests\"; it is left out.\n"
         "    For a section of your own write\n"
         "custom:\n  - title: interests\n    entries: [...]\n"
         "or begin the key with x_ to have it passed over.\n"},
        {WHOLE "skills_options: {zzz: 1}\n",
         "4:18 X103 warning: Unknown key \"zzz\"; it is left out.\n"
         "    Known here: evidence_only, max.\n"},
        /* Spellings of other tools are read; those of the format are ours. */
        {WHO SCHOOL "work:\n"
                    "  - {company: A, position: B, startDate: 2020}\n",
         "3:1 X104 warning: \"work\" is read as \"experience\".\n"
         "    Write experience.\n    -> experience\n"
         "4:31 X104 warning: \"startDate\" is read as \"start_date\".\n"
         "    Write start_date.\n    -> start_date\n"},
        {WHO "education: [{institution: U, studyType: MHA}]\n" JOB(""), ""},
        {WHO SCHOOL "experience: [{name: A, position: B, start_date: 2020}]\n",
         ""},
        {WHOLE "Languages: [Spanish]\n",
         "4:1 X104 warning: \"Languages\" is read as \"languages\".\n"
         "    Write languages.\n    -> languages\n"},
        {WHO SCHOOL
         "experience: [{name: A, company: B, position: C, start_date: 2020}]\n",
         "3:24 X107 warning: \"company\" says the same as \"name\" above and "
         "is "
         "left out.\n    Keep one of them, as organization.\n"},
        /* A layout's other keys are for the theme to judge. */
        {WHOLE "layout: {hyphens: true}\n", ""},
        {"basics: {name: Jo Ray, email: jo@mail.net, birthDate: 1984}\n" SCHOOL
             JOB(""),
         "1:44 P108 warning: Remove \"birthDate\"; a US resume leaves it out.\n"
         "    It is not printed in any case.\n"},
    };
    EXPECT_ALL(cases);
}

static void
missing(void **state)
{
    static const struct finding_case cases[] = {
        {"basics: {email: jo@mail.net}\n" SCHOOL JOB(""),
         "1:9 X106 error: Add your name; without it there is no page.\n"
         "    name: Jordan Avery\n"},
        {"basics: {name: , email: jo@mail.net}\n" SCHOOL JOB(""),
         "1:9 X106 error: Add your name; without it there is no page.\n"
         "    name: Jordan Avery\n"},
        {SCHOOL JOB(""),
         "1:1 X106 error: Add your name; without it there is no page.\n"
         "    basics:\n  name: Jordan Avery\n"},
        {WHOLE "metrics:\n"
               "  - id: wait\n"
               "    after: 26\n",
         ""},
        {WHOLE "certifications: [CMM, {abbr: CPHQ}]\n", ""},
        {WHOLE "certifications: [{issuer: NAHQ}]\n",
         "4:18 X105 error: Add name or abbr.\n"},
        {WHOLE "development:\n  - {title: Fees, provider: }\n",
         "5:5 X105 error: Add provider, date.\n"
         "    provider: PMI\ndate: 2025-03\n"},
        {WHOLE "career_breaks: [{start: 2019, end: 2020}]\n", ""},
    };
    EXPECT_ALL(cases);
}

static void
dates(void **state)
{
    static const struct finding_case cases[] = {
        {WHO SCHOOL JOB("end_date: present"), ""},
        {WHO SCHOOL JOB("end_date: Present"), ""},
        {WHO SCHOOL JOB("end_date: May 2021"),
         "3:73 X111 warning: Write \"May 2021\" as 2021-05.\n"
         "    end_date: 2021-05\n    -> 2021-05\n"},
        {WHO SCHOOL JOB("end_date: current"),
         "3:73 X111 warning: Write \"current\" as present.\n"
         "    end_date: present\n    -> present\n"},
        {WHO SCHOOL JOB("end_date: 2021-13"),
         "3:73 D101 error: Correct end_date: there is no month 13.\n"
         "    Write year, month and day as in 2019, 2019-05 or 2019-05-21.\n"},
        {WHO SCHOOL JOB("end_date: 2023-02-29"),
         "3:73 D101 error: Correct end_date: there is no day 29 in that "
         "month.\n"
         "    Write year, month and day as in 2019, 2019-05 or 2019-05-21.\n"},
        {WHO SCHOOL JOB("end_date: some day"),
         "3:73 X110 error: \"some day\" is not a date.\n"
         "    Write year, month and day as in 2019, 2019-05 or 2019-05-21, or "
         "present.\n"},
        {WHOLE "awards: [{title: A, date: present}]\n",
         "4:27 X110 error: date cannot be \"present\".\n    date: 2023\n"},
        {WHOLE "metrics: [{kpi: a, after: 1, unit: x, period: Q3 2023}]\n",
         "4:47 X111 warning: Write \"Q3 2023\" as 2023-07/2023-09.\n"
         "    period: 2023-07/2023-09\n    -> 2023-07/2023-09\n"},
        {WHOLE "metrics: [{kpi: a, after: 1, unit: x, period: last year}]\n",
         "4:47 X110 error: \"last year\" is not a period.\n"
         "    period: 2023-01/2023-06   (start/end, or one month or year)\n"},
        {WHOLE "metrics: [{kpi: a, after: 1, unit: x, "
               "period: {start: 2023, end: 2022}}]\n",
         "4:47 D101 error: Correct period: it ends before it starts.\n"},
        {WHOLE "metrics: [{kpi: a, after: 1, unit: x, "
               "period: {start: 2023-02, end: 2023}}]\n",
         ""},
    };
    EXPECT_ALL(cases);
}

static void
values(void **state)
{
    static const struct finding_case cases[] = {
        {WHOLE "metrics: [{kpi: a, before: \"$1,140\", after: 97.5%, "
               "unit: x, period: 2023}]\n",
         ""},
        {WHOLE "metrics: [{kpi: a, after: about 3, unit: x, period: 2023}]\n",
         "4:27 X112 error: \"about 3\" is not a number.\n    after: 26\n"},
        {WHOLE "metrics: [{kpi: a, after: 3 days, unit: days, "
               "period: 2023}]\n",
         "4:27 X113 warning: Write `after` as a number alone; \"days\" is left "
         "out.\n"
         "    after: 3\n"},
        {WHOLE "skills_options: {max: 2.5}\n",
         "4:23 X112 error: \"2.5\" is not a whole number.\n    max: 20\n"},
        {WHOLE "skills_options: {evidence_only: on}\n", ""},
        {WHOLE "skills_options: {evidence_only: perhaps}\n",
         "4:33 X114 error: \"perhaps\" is neither yes nor no.\n"
         "    evidence_only: true   (or false)\n"},
        /* Words of a list in any dress. */
        {WHOLE "certifications: [{abbr: A, status: In Progress}]\n", ""},
        {WHOLE "certifications: [{abbr: A, status: helt}]\n",
         "4:36 X115 error: \"helt\" is none of the words for status.\n"
         "    Did you mean held? The words are: held, in_progress, expired, "
         "inactive, retired.\n"},
        {WHOLE "variants: [{name: a, output: r\303\251sum\303\251}]\n", ""},
        {WHOLE "multimedia: [{kind: talk, title: T, url: 'https://a.net', "
               "duration: soon}]\n",
         "4:69 X116 error: \"soon\" is not a length of time.\n"
         "    duration: \"00:01:20\"   (hours:minutes:seconds), or 80s\n"},
        {WHOLE "meta: {language: English}\n", ""},
        {WHOLE "meta: {language: Englich}\n",
         "4:18 X127 warning: \"Englich\" is not a language code.\n"
         "    Did you mean en?\n"},
        {WHOLE "language: Klingon the Second\n",
         "4:11 X127 warning: \"Klingon the Second\" is not a language "
         "code.\n"
         "    language: en-US   (language, then country)\n"},
        {WHOLE "meta: {language: en_US}\n",
         "4:18 X127 warning: \"en_US\" is not a language code.\n"
         "    language: en-US\n    -> en-US\n"},
    };
    EXPECT_ALL(cases);
}

static void
addresses(void **state)
{
#define BASICS(more)                                                           \
    "basics: {name: Jo Ray, email: jo@mail.net, " more "}\n" SCHOOL JOB("")
    static const struct finding_case cases[] = {
        {BASICS("phone: +1 312 555 0142, url: 'https://jo.net'"), ""},
        {BASICS("phone: (312) 555-0142 ext. 12"), ""},
        {BASICS("phone: 555-01"),
         "1:51 X123 warning: \"555-01\" does not have the digits of a phone "
         "number.\n    phone: +1 312 555 0142\n"},
        {BASICS("phone: call me"),
         "1:51 X123 warning: \"call me\" holds more than a phone number.\n"
         "    phone: +1 312 555 0142\n"},
        {BASICS("url: www.jo.net/me"),
         "1:49 X121 warning: Write the whole web address.\n"
         "    url: https://www.jo.net/me\n    -> https://www.jo.net/me\n"},
        {BASICS("url: my page"),
         "1:49 X120 error: \"my page\" has a blank in it and is no web "
         "address; "
         "it is left out.\n    url: https://jordan-avery.net\n"},
        {BASICS("url: 'javascript:x'"),
         "1:49 X120 error: \"javascript:x\" is not a web address; it is left "
         "out.\n    url: https://jordan-avery.net\n"},
        {BASICS("location: Springfield"), ""},
        {BASICS("location: {country_code: USA}"),
         "1:69 X128 warning: \"USA\" is not a country as two letters.\n"
         "    country_code: US\n    -> US\n"},
        {BASICS("post_nominals: 'MHA, CMM'"), ""},
        {"basics: {name: Jo, email: 'mailto:jo@mail.net'}\n" SCHOOL JOB(""),
         "1:27 X122 warning: Write the address without \"mailto:\".\n"
         "    email: jo@mail.net\n    -> jo@mail.net\n"},
    };
    EXPECT_ALL(cases);
}

static void
habits_of_yaml(void **state)
{
#define LINES(line)                                                            \
    WHO SCHOOL "experience:\n  - organization: A\n    position: B\n"           \
               "    start_date: 2020\n    highlights:\n" line
    static const struct finding_case cases[] = {
        {LINES("      - Cut waits by half.\n      - {text: So.}\n"), ""},
        {LINES("      - Led team: grew 3 to 28\n"),
         "8:9 X102 warning: The colon in this text needs quotes around the "
         "whole.\n    \"Led team: grew 3 to 28\"\n"
         "    -> \"Led team: grew 3 to 28\"\n"},
        {LINES("      - Text: Cut waits.\n"),
         "8:9 X104 warning: \"Text\" is read as \"text\".\n"
         "    Write text.\n    -> text\n"},
        {LINES("      -\n      - Cut waits.\n"),
         "8:8 X132 hint: This item is empty.\n"
         "    Write it, or delete its line.\n"},
        {WHO SCHOOL JOB("highlights: Cut waits."),
         "3:75 X131 hint: Write `highlights` as a list; it is read as a list "
         "of "
         "one.\n"
         "    highlights:\n  - Cut waits.\n"},
        {WHOLE "awards: [{title: [A]}]\n",
         "4:18 X131 hint: Write one value for `title`; the list of one is read "
         "as "
         "such.\n    title: A\n"},
        {WHOLE "awards: [{title: [A, B]}]\n",
         "4:18 X101 error: Write one value for `title`, not a list.\n"
         "    title: A\n"},
        {WHOLE "awards: [{title: A, date: {year: 2020}}]\n",
         "4:27 X101 error: Write one value for `date`, not parts with names.\n"
         "    date: 2023\n"},
        {"basics: Jo Ray\n" SCHOOL JOB(""),
         "1:9 X101 error: Write the parts of the basics, each with its name.\n"
         "    name: Jordan Avery\npost_nominals: [MBA, PMP]\n"},
    };
    EXPECT_ALL(cases);
}

static void
references(void **state)
{
    static const struct finding_case cases[] = {
        {WHO SCHOOL JOB("highlights: [{text: A, ref: wait}]") WAIT, ""},
        {WHO SCHOOL JOB("highlights: [{text: A, ref: [wait, wiat]}]") WAIT,
         "3:98 X126 error: There is no metric record with the id \"wiat\".\n"
         "    Did you mean wait?\n"},
        {WHO SCHOOL JOB("highlights: [{text: A, ref: q}]"),
         "3:91 X126 error: There is no metric record with the id \"q\".\n"
         "    Give the metric record an id, or leave the reference out.\n"},
        {WHOLE WAIT "key_metrics: [wait, waits]\n",
         "5:21 X126 error: There is no metric record with the id \"waits\".\n"
         "    Did you mean wait?\n"},
        {WHOLE WAIT "key_metrics: [wait, wait, wait, wait, wait, wait, wait]\n",
         "5:51 X133 warning: At most 6 of `key_metrics` are taken; the rest is "
         "left "
         "out.\n    Keep the 6 that say most.\n"},
        {WHOLE "metrics:\n"
               "  - {id: a, kpi: k, after: 1, unit: x, period: 2023}\n"
               "  - {id: a, kpi: k, after: 2, unit: x, period: 2023}\n",
         "6:10 X125 error: The id \"a\" is taken; references mean the one in "
         "line 5.\n    id: a-2\n"},
        {WHOLE "metrics: [&a {id: a, kpi: k, after: 1, unit: x, "
               "period: 2023}, *a]\n",
         ""},
        {WHOLE "systems: [{id: a, name: S}]\n"
               "metrics: [{id: a, kpi: k, after: 1, unit: x, period: 2023}]\n",
         ""},
        {WHOLE "systems: [{name: S, tags: [Data Quality, ok-2]}]\n",
         "4:28 X124 warning: Write \"Data Quality\" in small letters, digits "
         "and hyphens.\n    tags: data-quality\n"},
        {WHOLE WAIT "skills: [{name: A, evidence: [wait, nope]}]\n",
         "5:37 X126 error: There is no entry with the id \"nope\".\n"
         "    Give the entry an id, or leave the reference out.\n"},
    };
    EXPECT_ALL(cases);
}

static void
confidential_figures_stay_out(void **state)
{
    static const struct finding_case cases[] = {
        {WHO SCHOOL JOB(
             "highlights: ['By {cost.change}.']") "metrics: [{id: cost, kpi: "
                                                  "k, before: 9, after: 6, "
                                                  "unit: usd, "
                                                  "period: 2023, confidential: "
                                                  "true}]\n",
         ""},
        {WHO SCHOOL JOB(
             "highlights: ['To {cost.after}.']") "metrics: [{id: cost, kpi: k, "
                                                 "before: 9, after: 6, unit: "
                                                 "usd, "
                                                 "period: 2023, confidential: "
                                                 "true}]\n",
         "3:80 X134 error: {cost.after} would print a figure of a confidential "
         "record.\n    {cost.change} may be printed.\n"},
    };
    EXPECT_ALL(cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(keys),       UNIT_TEST(missing),
        UNIT_TEST(dates),      UNIT_TEST(values),
        UNIT_TEST(addresses),  UNIT_TEST(habits_of_yaml),
        UNIT_TEST(references), UNIT_TEST(confidential_figures_stay_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
