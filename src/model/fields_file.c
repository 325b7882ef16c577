/* The file as a whole: its top level, layout, meta, lint, and what any
   mapping may carry. */
#include "tables.h"

#include "base/bug.h"

/* ---- what any mapping may carry ----------------------------------------- */

/* Offsets relative to the list: the mapping {ignore: [...]} fills it alone. */
static const struct field lint_here_fields[] = {
    {.key = "ignore",
     .type = FIELD_TEXT,
     .is_list = true,
     .offset = 0,
     .scalar_is_list = true,
     .splits_commas = true,
     .meaning = "Codes of findings that do not matter here.",
     .example = "[M105]"},
    {0}};

static const struct field_shape shape_lint_here = {
    .name = "lint here",
    .meaning = "Findings to leave out in this mapping.",
    .size = sizeof(text_list),
    .fields = lint_here_fields};

static const char *const audiences[] = {"public", "recruiter", "employer",
                                        "interview", NULL};
static const char audiences_mean[] = "everybody, also a page on the web\n"
                                     "recruiters, employers and interviewers\n"
                                     "employers and interviewers\n"
                                     "the interview edition alone\n";

/* In the order of enum page_break. */
static const char *const page_breaks[] = {"auto", "before", "avoid", NULL};
static const char page_breaks_mean[] = "breaks where the page is full\n"
                                       "begins on a new page\n"
                                       "stays on one page if it can\n";

/* Entries use all of them, the smaller parts those after the first five. */
enum { ENTRY_ONLY_FIELDS = 5 };
static const struct field common_fields[] = {
    {.key = "id",
     ONE(ID, item, id),
     .meaning = "A short name by which other entries refer to this one.",
     .example = "wait"},
    {.key = "tags",
     MANY(ID, item, tags),
     .scalar_is_list = true,
     .splits_commas = true,
     .aliases = "tag",
     .meaning = "Words by which variants pick entries.",
     .example = "[quality, data]"},
    {.key = "priority",
     ONE(INTEGER, item, priority),
     .meaning = "1 to 5: what is cut last when space runs out; 3 when you "
                "say nothing.",
     .example = "5"},
    {.key = "notes",
     ONE(PROSE, item, notes),
     .aliases = "note",
     .meaning = "For yourself: printed in the interview edition only.",
     .example = "Ask about the night shift."},
    {.key = "page_break",
     CHOICE(page_breaks, item, page_break),
     .aliases = "new_page pagebreak",
     .meaning = "Say before to begin a new page with this entry, avoid to "
                "keep it on one page.",
     .example = "before"},
    {.key = "private",
     ONE(FLAG, item, is_private),
     .meaning = "Say yes to keep this out of every output.",
     .example = "true"},
    {.key = "audience",
     CHOICE(audiences, item, audience),
     .unknown_is = AUDIENCE_INTERVIEW,
     .meaning = "The widest circle that may see this.",
     .example = "employer"},
    {.key = "lint",
     ONE(MAP, item, lint_ignore),
     .shape = &shape_lint_here,
     .meaning = "Findings to leave out in this mapping.",
     .example = "{ignore: [M105]}"},
    {0}};

const struct field *
fields_common(enum shape_common common)
{
    switch (common) {
    case COMMON_NONE:
        return NULL;
    case COMMON_PART:
        return common_fields + ENTRY_ONLY_FIELDS;
    case COMMON_ENTRY:
        return common_fields;
    }
    BUG("no such set of common fields: %d", (int)common);
}

/* ---- layout, meta, lint ------------------------------------------------- */

static const struct field layout_fields[] = {
    {.key = "theme",
     ONE(TEXT, layout_settings, theme),
     .meaning = "The look (`dossier list themes`).",
     .example = "classic"},
    {.key = "pages",
     ONE(NODE, layout_settings, pages),
     .schema = "{\"type\":[\"string\",\"integer\",\"object\"]}",
     .meaning = "Pages of the resume, at most or from-to; or a range for each "
                "document. What is too much is set tighter, then cut.",
     .example = "{resume: 1, portfolio: 8-12}"},
    {.key = "headings",
     ONE(NODE, layout_settings, headings),
     .schema = "{\"type\":\"object\",\"additionalProperties\":"
               "{\"type\":\"string\"}}",
     .meaning = "Other words for the headings of sections.",
     .example = "{experience: Professional Experience}"},
    {.key = "sections",
     MANY(TEXT, layout_settings, sections),
     .scalar_is_list = true,
     .splits_commas = true,
     .meaning = "Order of the sections, when a variant does not say; a "
                "section of `custom` by its id.",
     .example = "[summary, education, certifications, experience]"},
    {0}};

const struct field_shape shape_layout = {.name = "layout",
                                         .meaning = "The look.",
                                         .size = sizeof(struct layout_settings),
                                         .fields = layout_fields,
                                         .is_open = true};

static const struct field meta_fields[] = {
    {.key = "version",
     ONE(INTEGER, meta, version),
     .meaning = "Number of the file format.",
     .example = "1"},
    {.key = "last_modified",
     ONE(DATE, meta, last_modified),
     .accepted = "lastModified",
     .aliases = "updated modified",
     .meaning = "When you last updated the file.",
     .example = "2025-10-20"},
    {.key = "canonical",
     ONE(URL, meta, canonical),
     .meaning = "Where the newest version can be found.",
     .example = "https://jordan-avery.net/resume"},
    {.key = "language",
     ONE(LANGUAGE, meta, language),
     .aliases = "lang",
     .meaning = "Language of the text.",
     .example = "en-US"},
    {.key = "author_note",
     ONE(TEXT, meta, author_note),
     .meaning = "A note to yourself; never printed.",
     .example = "Update after the survey in May."},
    {0}};

const struct field_shape shape_meta = {.name = "meta",
                                       .meaning = "About the file itself.",
                                       .size = sizeof(struct meta),
                                       .fields = meta_fields};

static const struct field lint_fields[] = {
    {.key = "ignore",
     MANY(TEXT, lint, ignore),
     .scalar_is_list = true,
     .splits_commas = true,
     .meaning = "Codes of findings that do not matter to you.",
     .example = "[M105]"},
    {.key = "severity",
     ONE(NODE, lint, severity),
     .schema = "{\"type\":\"object\",\"additionalProperties\":{\"enum\":"
               "[\"error\",\"warning\",\"hint\"]}}",
     .meaning = "Another severity for a code.",
     .example = "{M101: error}"},
    {.key = "params",
     ONE(NODE, lint, params),
     .schema = "{\"type\":\"object\",\"additionalProperties\":"
               "{\"type\":\"object\"}}",
     .meaning = "Another limit for a code.",
     .example = "{T107: {max_words: 45}}"},
    {.key = "today",
     ONE(DATE, lint, today),
     .meaning = "The day to judge dates by.",
     .example = "2025-11-22"},
    {.key = "strict",
     ONE(FLAG, lint, strict),
     .meaning = "Say yes to write nothing while an error or warning stands.",
     .example = "false"},
    {0}};

const struct field_shape shape_lint = {.name = "lint",
                                       .meaning = "How findings are judged.",
                                       .size = sizeof(struct lint),
                                       .fields = lint_fields};

/* ---- the top level ------------------------------------------------------ */

/* "none" says that there is a reason for the absence. */
static const char *const policies[] = {"", "none", NULL};
static const char policies_mean[] = "there are none, on purpose\n";

static const struct field root_fields[] = {
    {.key = "meta",
     MAP(meta, candidate, meta),
     .meaning = "About the file itself.",
     .example = "{version: 1, last_modified: 2025-10-20}"},
    {.key = "language",
     ONE(LANGUAGE, candidate, language),
     .aliases = "lang",
     .meaning = "Language to print in (`dossier list languages`). Any text "
                "may be given in several: {en: Manager, de: Leiterin}.",
     .example = "en-US"},
    {.key = "basics",
     MAP(basics, candidate, basics),
     .need = FIELD_REQUIRED,
     .meaning = "Who you are and how to reach you.",
     .example = "{name: Jordan Avery, email: jordan.avery@mail.net}"},
    {.key = "education",
     MAPS(education, candidate, education),
     .need = FIELD_REQUIRED,
     .rule = "S103",
     .aliases = "studies schools",
     .meaning = "Degrees and courses of study, newest first.",
     .example = "[{institution: Prairie State University, degree: MHA}]"},
    {.key = "certifications",
     MAPS(certification, candidate, certifications),
     .need = FIELD_WARNED,
     .rule = "S104",
     .accepted = "certificates",
     .aliases = "certs credentials licenses",
     .meaning = "Certifications and licenses.",
     .example = "[{abbr: PMP, issuer: PMI, issued: 2018-06}]"},
    {.key = "experience",
     MAPS(experience, candidate, experience),
     .need = FIELD_REQUIRED,
     .rule = "S105",
     .aliases = "work jobs employment work_experience",
     .meaning = "Jobs, newest first.",
     .example = "[{organization: Lakeside Group, "
                "position: Administrator, start_date: 2020-02}]"},
    {.key = "case_studies",
     MAPS(case_study, candidate, case_studies),
     .need = FIELD_WARNED,
     .rule = "K101",
     .accepted = "projects",
     .aliases = "cases",
     .meaning = "Projects told from problem to result; a page each in the "
                "portfolio.",
     .example = "[{title: Faster discharge in four units}]"},
    {.key = "metrics",
     MAPS(metric, candidate, metrics),
     .aliases = "kpis",
     .meaning = "Measured results that prose refers to by id.",
     .example = "[{id: wait, kpi: wait-time, before: 41, after: 26, "
                "unit: minutes, period: 2023}]"},
    {.key = "key_metrics",
     MANY(REF, candidate, key_metrics),
     .scalar_is_list = true,
     .splits_commas = true,
     .limit = 6,
     .meaning = "Ids of the metrics to show first, six at most.",
     .example = "[wait, turn]"},
    {.key = "compliance",
     MAPS(compliance, candidate, compliance),
     .need = FIELD_WARNED,
     .rule = "H101",
     .meaning = "Laws, standards and accreditations you worked on.",
     .example = "[{framework: HIPAA, role: Privacy lead}]"},
    {.key = "systems",
     MAPS(system, candidate, systems),
     .need = FIELD_WARNED,
     .rule = "H102",
     .aliases = "software tools",
     .meaning = "Software you brought in, ran or use.",
     .example = "[{name: athenahealth, kind: ehr}]"},
    {.key = "work_samples",
     MAPS(work_sample, candidate, work_samples),
     .aliases = "samples",
     .meaning = "Documents you made.",
     .example = "[{title: Downtime policy, kind: policy, audience: clinic "
                "staff, authorship: sole}]"},
    {.key = "testimonials",
     MAPS(testimonial, candidate, testimonials),
     .accepted = "references",
     .aliases = "endorsements recommendations",
     .meaning = "What people who worked with you say.",
     .example = "[{quote: Ended overtime in one quarter., author: L. Kim}]"},
    {.key = "testimonials_policy",
     CHOICE(policies, candidate, testimonials_policy),
     .meaning = "Say none when privacy forbids endorsements.",
     .example = "none"},
    {.key = "multimedia",
     MAPS(multimedia, candidate, multimedia),
     .aliases = "media videos",
     .meaning = "Videos, talks, podcasts, pictures.",
     .example = "[{kind: talk, title: Ending boarding, "
                "url: 'https://www.example.net/talk'}]"},
    {.key = "multimedia_policy",
     CHOICE(policies, candidate, multimedia_policy),
     .meaning = "Say none when you want no multimedia.",
     .example = "none"},
    {.key = "settings_and_teams",
     MAP(settings_and_teams, candidate, settings_and_teams),
     .accepted = "adaptability",
     .meaning = "The kinds of places and teams you worked in.",
     .example = "{settings: [hospital, rural health center]}"},
    {.key = "development",
     MAPS(development, candidate, development),
     .aliases = "professional_development courses training",
     .meaning = "Courses and events.",
     .example = "[{title: Fee schedule update, provider: PMI, "
                "date: 2025-03}]"},
    {.key = "memberships",
     MAPS(membership, candidate, memberships),
     .aliases = "membership associations affiliations",
     .meaning = "Professional associations.",
     .example = "[{organization: PMI, since: 2018}]"},
    {.key = "skills",
     MAPS(skill, candidate, skills),
     .meaning = "Skills, in groups.",
     .example = "[{name: Operations, keywords: [budgeting]}]"},
    {.key = "skills_options",
     MAP(skills_options, candidate, skills_options),
     .meaning = "How skills are printed.",
     .example = "{evidence_only: true, max: 20}"},
    {.key = "languages",
     MAPS(language, candidate, languages),
     .meaning = "Languages you speak.",
     .example = "[{language: Spanish, fluency: fluent}]"},
    {.key = "volunteer",
     MAPS(volunteer, candidate, volunteer),
     .aliases = "volunteering volunteer_work",
     .meaning = "Unpaid work.",
     .example = "[{organization: County food bank, position: Driver}]"},
    {.key = "awards",
     MAPS(award, candidate, awards),
     .aliases = "honors achievements",
     .meaning = "Awards and honors.",
     .example = "[{title: Manager of the Year, date: 2023}]"},
    {.key = "publications",
     MAPS(publication, candidate, publications),
     .meaning = "Articles, books, reports.",
     .example = "[{title: Two lanes at the counter, date: 2023-09}]"},
    {.key = "career_breaks",
     MAPS(career_break, candidate, career_breaks),
     .aliases = "gaps breaks",
     .meaning = "Time between jobs.",
     .example = "[{start: 2019-03, end: 2019-12, reason: family care}]"},
    {.key = "custom",
     MAPS(custom_section, candidate, custom),
     .aliases = "custom_sections",
     .meaning = "Sections of your own.",
     .example = "[{title: Community, entries: [Licensed pilot.]}]"},
    {.key = "variants",
     MAPS(variant, candidate, variants),
     .aliases = "versions",
     .meaning = "The same file, cut for different readers.",
     .example = "[{name: practice, target_role: practice-manager}]"},
    {.key = "letter",
     MAP(letter, candidate, letter),
     .aliases = "cover_letter",
     .meaning = "A cover letter, unless a variant has its own.",
     .example = "{salutation: Dear Dr. Lee, paragraphs: [Hello.]}"},
    {.key = "pack",
     ONE(TEXT, candidate, pack),
     .meaning = "What is known about a profession (`dossier list packs`).",
     .example = "health-management"},
    {.key = "theme",
     ONE(TEXT, candidate, theme),
     .meaning = "The look, short for `layout: {theme: ...}`.",
     .example = "classic"},
    {.key = "layout",
     MAP(layout, candidate, layout_settings),
     .also = offsetof(struct candidate, layout),
     .aliases = "design",
     .meaning = "The look.",
     .example = "{theme: classic, page: letter}"},
    {.key = "locale",
     ONE(NODE, candidate, words),
     .schema = "{\"type\":\"object\"}",
     .meaning = "Other words than the usual ones of the language.",
     .example = "{present: today, sections: {skills: Strengths}}"},
    {.key = "lint",
     MAP(lint, candidate, lint),
     .meaning = "How findings are judged.",
     .example = "{ignore: [M105]}"},
    {.key = "include",
     MANY(PATH, candidate, include),
     .scalar_is_list = true,
     .meaning = "Another file of the same shape to merge into this one.",
     .example = "private.yaml"},
    {0}};

static const struct field_shape shape_root = {
    .name = "candidate",
    .meaning = "One file about one person, from which the resume and the "
               "portfolio are made.",
    .size = sizeof(struct candidate),
    .fields = root_fields};

const struct field_shape *
fields_root(void)
{
    return &shape_root;
}
