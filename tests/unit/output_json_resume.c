/* Native to JSON Resume and back: which texts are kept, field by field. */
#include "model.h"

#include "base/file.h"
#include "model/texts.h"
#include "output/output.h"
#include "pipeline/build.h"

static struct dossier_request
request_for(struct str name, struct str bytes)
{
    return (struct dossier_request){
        .name = name,
        .bytes = bytes,
        .today = {.year = 2025, .month = 11, .day = 22},
        .created = 1763769600,
        .formats = 1u << OUTPUT_JSON,
        .dump = STAGE_BYTES,
        .audience = AUDIENCE_EMPLOYER,
    };
}

static struct str
to_json(struct arena *arena, struct str native)
{
    struct dossier_request request = request_for(STR("me.yaml"), native);
    struct dossier_result result = dossier_build(arena, &request);
    assert_int_equal(result.artifacts.count, 1);
    return result.artifacts.at[0].bytes;
}

static struct str
to_native(struct arena *arena, struct str json)
{
    struct dossier_request request = request_for(STR("me.json"), json);
    request.report = REPORT_IMPORT;
    return dossier_build(arena, &request).dump;
}

/* ---- texts by field ------------------------------------------------------ */

struct field_value {
    struct str path, text;
};

struct values {
    struct arena *arena;
    LIST(struct field_value) at;
};

/* "experience[0].positions[1].position" is "experience.position". */
static struct str
field_path(struct arena *arena, struct str path)
{
    struct buf out = buf_new(arena);
    size_t positions = str_find(path, STR(".positions["), 0);
    for (size_t i = 0; i < path.len; i++) {
        if (i == positions)
            i += STR(".positions").len;
        if (path.at[i] == '[')
            i = str_find_byte(path, ']', i);
        else
            buf_add_byte(&out, path.at[i]);
    }
    return buf_str(&out);
}

static void
add_value(void *context, const struct field_text *text)
{
    struct values *values = context;
    *list_add(values->arena, &values->at) = (struct field_value){
        field_path(values->arena, field_text_path(values->arena, text)),
        field_text_plain(text)};
}

static struct values
values_of(struct arena *arena, struct str native)
{
    struct values values = {.arena = arena};
    candidate_each_text(decode_text(arena, native).candidate, add_value,
                        &values);
    return values;
}

/* Sections that JSON Resume has under one name or another. */
static bool
has_section(struct str path)
{
    static const struct str sections[] = {
        STR_INIT("basics"),       STR_INIT("experience"),
        STR_INIT("education"),    STR_INIT("certifications"),
        STR_INIT("case_studies"), STR_INIT("skills"),
        STR_INIT("systems"),      STR_INIT("languages"),
        STR_INIT("volunteer"),    STR_INIT("awards"),
        STR_INIT("publications"),
    };
    return str_among(str_cut(&path, '.'), sections,
                     sizeof sections / sizeof *sections);
}

static bool
is_kept(const struct values *values, const struct field_value *wanted)
{
    for (size_t i = 0; i < values->at.count; i++)
        if (str_equal(values->at.at[i].path, wanted->path) &&
            str_equal(values->at.at[i].text, wanted->text))
            return true;
    return false;
}

/* The fields of which a text is not what it was, each once. */
static struct str
changed_fields(struct arena *arena, struct str before, struct str after)
{
    struct values wanted = values_of(arena, before);
    struct values got = values_of(arena, after);
    struct buf out = buf_new(arena);
    LIST(struct str) told = {0};
    for (size_t i = 0; i < wanted.at.count; i++) {
        const struct field_value *value = &wanted.at.at[i];
        if (!has_section(value->path) || is_kept(&got, value) ||
            str_among(value->path, told.at, told.count))
            continue;
        *list_add(arena, &told) = value->path;
        buf_print(&out, "%.*s\n", STR_ARG(value->path));
    }
    return buf_str(&out);
}

/* ---- tests --------------------------------------------------------------- */

static const char whole[] =
    "meta: {version: 1, last_modified: 2025-10-20, "
    "canonical: \"https://ada.example/cv\"}\n"
    "language: en-US\n"
    "basics:\n"
    "  name: Ada Wren\n"
    "  headline: Practice Manager\n"
    "  email: ada.wren@mail.net\n"
    "  phone: +1 312 555 0142\n"
    "  url: https://ada.example\n"
    "  pronouns: she/her\n"
    "  location: {address: 4 Mill Lane, postal_code: \"62701\", city: "
    "Springfield, region: IL, country_code: US}\n"
    "  profiles: [{network: LinkedIn, username: ada-wren, url: "
    "\"https://www.linkedin.com/in/ada-wren\"}]\n"
    "  summary: Nine years in clinics.\n"
    "experience:\n"
    "- organization: Lakeside Medical Group\n"
    "  url: https://lakeside.example\n"
    "  location: \"Springfield, IL\"\n"
    "  positions:\n"
    "  - {position: Administrator, start_date: 2020-02, end_date: present, "
    "summary: Ran three sites., highlights: [Cut waits from 41 to 26 "
    "minutes., Closed 2% under budget.]}\n"
    "  - {position: Coordinator, start_date: 2018, end_date: 2020-01-31}\n"
    "education:\n"
    "- {institution: Prairie State University, url: \"https://prairie."
    "example\", degree: MHA, area: Health Administration, location: "
    "\"Normal, IL\", start_date: 2014-08, end_date: 2016-05, gpa: \"3.9\", "
    "concentration: Ambulatory care, honors: cum laude, courses: [Law, "
    "Finance], highlights: [Capstone on access.]}\n"
    "certifications:\n"
    "- {name: Certified Medical Manager, issuer: PAHCOM, issued: 2018-06, "
    "expires: 2027-06, verify_url: \"https://pahcom.example/1\"}\n"
    "case_studies:\n"
    "- {title: Faster discharge, organization: Lakeside, role: Lead, period: "
    "{start: 2021-01, end: 2021-12}, situation: Patients waited., results: "
    "[Waits fell from 9 to 4 hours.], systems: [Epic], url: "
    "\"https://lakeside.example/case\"}\n"
    "skills: [{name: Operations, level: expert, keywords: [budgeting, "
    "scheduling]}]\n"
    "languages: [{language: Spanish, fluency: fluent, keywords: [speaking]}]\n"
    "volunteer:\n"
    "- {organization: Food Pantry, position: Lead, url: \"https://pantry."
    "example\", location: \"Springfield, IL\", start_date: 2021-03, summary: "
    "Evenings., highlights: [Cut no-shows from 24% to 9%.]}\n"
    "awards: [{title: Access Award, awarder: Clinics Network, date: 2019-09, "
    "summary: For remote visits., url: \"https://award.example\"}]\n"
    "publications: [{title: Two lanes, publisher: Quarterly, authors: [A. "
    "Wren, L. Kim], date: 2023-05, doi: 10.1234/ab, url: "
    "\"https://quarterly.example/two\", summary: What visits say.}]\n";

static void
what_the_format_holds_comes_back(void **state)
{
    struct arena *arena = *state;
    struct str native = str_from(whole), json = to_json(arena, native);
    struct str back = to_native(arena, json);
    assert_str(changed_fields(arena, native, back), "");
    /* Dates and numbers as well: they are in the file that is written then. */
    assert_str(to_json(arena, back), str_terminated(arena, json));
}

/* An example that says more than the format can hold. */
static void
what_it_does_not_hold_is_known(void **state)
{
    struct arena *arena = *state;
    struct str native = {0};
    assert_false(
        file_read(arena, "examples/jordan-avery.yaml", 10000000, &native)
            .failed);
    struct str back = to_native(arena, to_json(arena, native));
    /* A name has its letters behind it; situation and challenge, actions and
       results are one text and one list; systems are skills; places are one
       line. The rest has no place and is told of (F110). */
    assert_str(changed_fields(arena, native, back),
               "basics.post_nominals\n"
               "education.location.city\n"
               "education.location.region\n"
               "education.accreditation\n"
               "certifications.name\n"
               "certifications.abbr\n"
               "experience.location.city\n"
               "experience.location.region\n"
               "experience.setting.kind\n"
               "experience.setting.size\n"
               "experience.scope.fte\n"
               "experience.scope.sites\n"
               "experience.scope.annual_visits\n"
               "experience.scope.budget\n"
               "case_studies.setting.kind\n"
               "case_studies.setting.size\n"
               "case_studies.team.disciplines\n"
               "case_studies.situation\n"
               "case_studies.challenge\n"
               "case_studies.constraints\n"
               "case_studies.actions\n"
               "case_studies.patient_impact\n"
               "case_studies.balancing\n"
               "case_studies.takeaway\n"
               "case_studies.evidence\n"
               "case_studies.privacy_note\n"
               "case_studies.adoption.training_hours\n"
               "case_studies.adoption.change_activities\n"
               "case_studies.compliance\n"
               "systems.name\n"
               "systems.modules\n"
               "systems.scope\n"
               "systems.adoption\n");
}

/* Consent to a portfolio is none to the web, and a name may be kept back. */
static void
only_what_may_be_said_is_quoted(void **state)
{
    struct arena *arena = *state;
    struct str json = to_json(
        arena,
        STR("basics: {name: Ada Wren}\n"
            "testimonials:\n"
            "- {quote: One., author: Kim Lee, title: Head, consent: {given: "
            "true, date: 2024-01-02, scope: [portfolio], evidence: mail}}\n"
            "- {quote: Two., author: Ann Poe, title: Nurse, attribution: "
            "initials, consent: {given: true, date: 2024-01-02, scope: [web, "
            "portfolio], "
            "evidence: mail}}\n"
            "- {quote: Three., author: Bo Day, title: Clerk, consent: {given: "
            "true, date: 2024-01-02, scope: [web, portfolio], evidence: "
            "mail}}\n"));
    assert_true(str_find(json, STR("One."), 0) == SIZE_MAX);
    assert_true(str_find(json, STR("Kim Lee"), 0) == SIZE_MAX);
    assert_true(str_find(json, STR("Ann Poe"), 0) == SIZE_MAX);
    assert_true(str_find(json, STR("\"name\": \"Bo Day, Clerk\""), 0) !=
                SIZE_MAX);
    assert_true(str_find(json, STR("\"reference\": \"Two.\""), 0) != SIZE_MAX);
}

/* Places in lists, links, line ends: plain text that people can read. */
static void
prose_is_plain_text(void **state)
{
    struct str json =
        to_json(*state, STR("basics:\n"
                            "  name: Ada Wren\n"
                            "  summary: |\n"
                            "    **Leads** [clinics](https://c.example) and\n"
                            "    <https://d.example>.\n\n"
                            "    - one\n"
                            "    - two \"quoted\"\n\n"
                            "    Größe\n"));
    assert_true(str_find(json,
                         STR("\"summary\": \"Leads clinics (https://c.example) "
                             "and https://d.example.\\n- one\\n- two "
                             "\\\"quoted\\\"\\n\\nGröße\""),
                         0) != SIZE_MAX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(what_the_format_holds_comes_back),
        UNIT_TEST(what_it_does_not_hold_is_known),
        UNIT_TEST(only_what_may_be_said_is_quoted),
        UNIT_TEST(prose_is_plain_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
