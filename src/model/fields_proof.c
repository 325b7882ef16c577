/* What stands behind the claims: frameworks, systems, samples, people. */
#include "tables.h"

static const struct field compliance_fields[] = {
    {.key = "framework",
     ONE(TEXT, compliance, framework),
     .need = FIELD_REQUIRED,
     .aliases = "name standard regulation",
     .meaning = "Law, standard or accreditation.",
     .example = "OSHA"},
    {.key = "role",
     ONE(TEXT, compliance, role),
     .meaning = "Your part.",
     .example = "Privacy lead"},
    {.key = "activity",
     ONE(LINE, compliance, activity),
     .aliases = "description",
     .meaning = "What you did.",
     .example = "yearly access-log audit"},
    {.key = "result",
     ONE(LINE, compliance, result),
     .aliases = "outcome",
     .meaning = "What came of it.",
     .example = "14 gaps closed and no repeat findings"},
    {.key = "date",
     ONE(DATE, compliance, date),
     .meaning = "When.",
     .example = "2024-05"},
    {.key = "body",
     ONE(TEXT, compliance, body),
     .aliases = "agency surveyor",
     .meaning = "Who surveyed or audited.",
     .example = "State department of labor"},
    {0}};

const struct field_shape shape_compliance = {
    .name = "compliance",
    .meaning = "Work on a law, a standard or an accreditation.",
    .size = sizeof(struct compliance),
    .fields = compliance_fields,
    .scalar_key = "framework",
    .common = COMMON_ENTRY};

static const char *const system_kinds[] = {
    "",           "ehr",       "practice-management",
    "billing",    "analytics", "workforce",
    "telehealth", "other",     NULL};
static const char system_kinds_mean[] = "electronic health record\n"
                                        "practice management\n"
                                        "billing and revenue cycle\n"
                                        "analytics and reports\n"
                                        "staffing and schedules of staff\n"
                                        "telehealth\n"
                                        "anything else\n";
static const char *const system_roles[] = {
    "",           "implementation lead", "workstream lead",
    "super user", "administrator",       "user",
    NULL};
static const char system_roles_mean[] = "led putting it into use\n"
                                        "led a part of putting it into use\n"
                                        "helped colleagues to use it\n"
                                        "set it up and looked after it\n"
                                        "worked with it\n";

static const struct field system_fields[] = {
    {.key = "name",
     ONE(TEXT, system, name),
     .need = FIELD_REQUIRED,
     .aliases = "system product",
     .meaning = "Name of the system.",
     .example = "athenahealth"},
    {.key = "kind",
     CHOICE(system_kinds, system, kind),
     .aliases = "type category",
     .meaning = "What it is for.",
     .example = "ehr"},
    {.key = "modules",
     MANY(TEXT, system, modules),
     .scalar_is_list = true,
     .splits_commas = true,
     .meaning = "Modules you worked with.",
     .example = "[scheduling, billing]"},
    {.key = "role",
     CHOICE(system_roles, system, role),
     .meaning = "Your part.",
     .example = "implementation lead"},
    {.key = "scope",
     ONE(TEXT, system, scope),
     .meaning = "How widely it is used.",
     .example = "3 sites"},
    {.key = "go_live",
     ONE(MONTH, system, go_live),
     .aliases = "golive go_live_date",
     .meaning = "Month it went live.",
     .example = "2021-04"},
    {.key = "trained",
     ONE(INTEGER, system, trained),
     .meaning = "People you trained.",
     .example = "46"},
    {.key = "adoption",
     ONE(TEXT, system, adoption),
     .meaning = "How many use it.",
     .example = "97%"},
    {.key = "level",
     ONE(TEXT, system, level),
     .aliases = "proficiency",
     .meaning = "How well you know it.",
     .example = "advanced"},
    {0}};

const struct field_shape shape_system = {
    .name = "system",
    .meaning = "Software you brought in, ran or use.",
    .size = sizeof(struct system),
    .fields = system_fields,
    .scalar_key = "name",
    .common = COMMON_ENTRY};

static const char *const sample_kinds[] = {
    "",       "policy", "presentation", "training", "communication",
    "report", "plan",   "other",        NULL};
static const char sample_kinds_mean[] = "a policy or procedure\n"
                                        "slides\n"
                                        "material to train staff\n"
                                        "a letter, newsletter or announcement\n"
                                        "a report or analysis\n"
                                        "a plan or proposal\n"
                                        "anything else\n";
static const char *const authorships[] = {"", "sole", "lead", "contributor",
                                          NULL};
static const char authorships_mean[] =
    "written alone\n"
    "written with others, who followed\n"
    "a part of it; say which in contribution\n";

static const struct field work_sample_fields[] = {
    {.key = "title",
     ONE(TEXT, work_sample, title),
     .need = FIELD_REQUIRED,
     .aliases = "name",
     .meaning = "What it is called.",
     .example = "Downtime policy for three sites"},
    {.key = "kind",
     CHOICE(sample_kinds, work_sample, kind),
     .need = FIELD_REQUIRED,
     .rule = "A102",
     .aliases = "type",
     .meaning = "What it is.",
     .example = "policy"},
    {.key = "audience",
     ONE(TEXT, work_sample, audience_text),
     .need = FIELD_REQUIRED,
     .rule = "A102",
     .meaning = "Whom it was written for. The word of an audience, as "
                "employer, says who may see it.",
     .example = "site staff"},
    {.key = "authorship",
     CHOICE(authorships, work_sample, authorship),
     .need = FIELD_REQUIRED,
     .rule = "A102",
     .aliases = "author",
     .meaning = "Whether you wrote it alone, led it or contributed.",
     .example = "sole"},
    {.key = "contribution",
     ONE(LINE, work_sample, contribution),
     .meaning = "With `authorship: contributor`: which part is yours.",
     .example = "Wrote the scheduling chapter."},
    {.key = "purpose",
     ONE(LINE, work_sample, purpose),
     .aliases = "description",
     .meaning = "What it was for.",
     .example = "Keeps sites running when the network is down."},
    {.key = "date",
     ONE(DATE, work_sample, date),
     .meaning = "When you made it.",
     .example = "2023-02"},
    {.key = "redacted",
     ONE(FLAG, work_sample, redacted),
     .meaning = "Whether names and figures are blacked out.",
     .example = "true"},
    {.key = "public",
     ONE(FLAG, work_sample, is_public),
     .meaning = "Whether it is public already.",
     .example = "false"},
    {.key = "file",
     ONE(PATH, work_sample, file),
     .aliases = "path",
     .meaning = "The file, beside this one.",
     .example = "samples/downtime.pdf"},
    {.key = "url",
     ONE(URL, work_sample, url),
     .aliases = "link",
     .meaning = "Where it can be read.",
     .example = "https://www.example.net/downtime"},
    {.key = "pages_shown",
     MANY(TEXT, work_sample, pages_shown),
     .scalar_is_list = true,
     .splits_commas = true,
     .aliases = "pages",
     .meaning = "Pages that matter, by their numbers.",
     .example = "[1, 2]"},
    {.key = "images",
     MANY(PATH, work_sample, images),
     .scalar_is_list = true,
     .aliases = "pictures screenshots page_images",
     .meaning = "Pictures of its pages to show in the portfolio: PNG or JPEG "
                "files.",
     .example = "[samples/downtime-1.png, samples/downtime-2.png]"},
    {.key = "alt",
     ONE(TEXT, work_sample, alt),
     .aliases = "alt_text",
     .meaning = "What there is to see on its pages, in words.",
     .example = "Checklist with phone tree and paper forms"},
    {0}};

const struct field_shape shape_work_sample = {
    .name = "work sample",
    .meaning = "A document you made: policy, presentation, training ...",
    .size = sizeof(struct work_sample),
    .fields = work_sample_fields,
    .common = COMMON_ENTRY};

/* ---- testimonials ------------------------------------------------------- */

static const char *const consent_scopes[] = {"portfolio", "resume", "web",
                                             NULL};
static const char consent_scopes_mean[] = "may stand in the portfolio\n"
                                          "may stand in the resume\n"
                                          "may stand on a page on the web\n";

static const struct field consent_fields[] = {
    {.key = "given",
     ONE(FLAG, consent, given),
     .need = FIELD_REQUIRED,
     .rule = "P110",
     .meaning = "Whether the author agreed to be quoted.",
     .example = "true"},
    {.key = "date",
     ONE(DATE, consent, date),
     .need = FIELD_REQUIRED,
     .rule = "P110",
     .meaning = "When.",
     .example = "2024-11-20"},
    {.key = "scope",
     MANY(TEXT, consent, scope),
     .choices = consent_scopes,
     .choices_mean = consent_scopes_mean,
     .scalar_is_list = true,
     .splits_commas = true,
     .need = FIELD_REQUIRED,
     .rule = "P110",
     .meaning = "Where the quote may stand.",
     .example = "[portfolio]"},
    {.key = "evidence",
     ONE(TEXT, consent, evidence),
     .meaning = "How you can show it.",
     .example = "e-mail of 2024-11-20"},
    {0}};

const struct field_shape shape_consent = {
    .name = "consent",
    .meaning = "That the author of a quote agreed to its use.",
    .size = sizeof(struct consent),
    .fields = consent_fields,
    .scalar_key = "given",
    .common = COMMON_PART,
    .node_offset = offsetof(struct consent, node)};

static const char *const relationships[] = {
    "",       "supervisor", "peer",  "direct report", "physician partner",
    "mentor", "client",     "board", "patient",       "family",
    NULL};
static const char relationships_mean[] =
    "the person's boss\n"
    "a colleague at the same level\n"
    "somebody who reported to the person\n"
    "a physician who worked beside the person\n"
    "a mentor\n"
    "a client\n"
    "a member of a board\n"
    "a patient; needs a written authorization\n"
    "the family of a patient; needs a written authorization\n";
static const char *const attributions[] = {"full", "initials", "none", NULL};
static const char attributions_mean[] = "name and title\n"
                                        "initials and title\n"
                                        "title only\n";

static const struct field testimonial_fields[] = {
    {.key = "quote",
     ONE(PROSE, testimonial, quote),
     .need = FIELD_REQUIRED,
     .accepted = "reference",
     .aliases = "text",
     .meaning = "What the person said, word for word.",
     .example = "Jordan ended mandatory overtime in one quarter."},
    {.key = "author",
     ONE(TEXT, testimonial, author),
     .need = FIELD_REQUIRED,
     .rule = "A104",
     .aliases = "name",
     .meaning = "Who said it.",
     .example = "Dr. L. Kim"},
    {.key = "title",
     ONE(TEXT, testimonial, title),
     .need = FIELD_REQUIRED,
     .rule = "A104",
     .aliases = "position role",
     .meaning = "What the person is.",
     .example = "Director of Operations"},
    {.key = "relationship",
     CHOICE(relationships, testimonial, relationship),
     .need = FIELD_REQUIRED,
     .rule = "A104",
     .aliases = "relation",
     .meaning = "How you worked together. Quotes of patients and families "
                "need their written authorization.",
     .example = "physician partner"},
    {.key = "organization",
     ONE(TEXT, testimonial, organization),
     .accepted = "company",
     .meaning = "Where the person works.",
     .example = "Lakeside Group"},
    {.key = "date",
     ONE(DATE, testimonial, date),
     .need = FIELD_REQUIRED,
     .rule = "A104",
     .meaning = "When it was said.",
     .example = "2024-11"},
    {.key = "consent",
     MAP(consent, testimonial, consent),
     .need = FIELD_REQUIRED,
     .rule = "P110",
     .meaning = "That the person agreed; without it the quote is not "
                "printed.",
     .example = "{given: true, date: 2024-11-20, scope: [portfolio]}"},
    {.key = "attribution",
     CHOICE(attributions, testimonial, attribution),
     .unknown_is = ATTRIBUTION_NONE,
     .meaning = "How the author is named.",
     .example = "initials"},
    {.key = "source_url",
     ONE(URL, testimonial, source_url),
     .aliases = "url link",
     .meaning = "Where the quote is published.",
     .example = "https://www.example.net/quote"},
    {0}};

const struct field_shape shape_testimonial = {
    .name = "testimonial",
    .meaning = "What someone who worked with you says.",
    .size = sizeof(struct testimonial),
    .fields = testimonial_fields,
    .common = COMMON_ENTRY};

/* ---- multimedia --------------------------------------------------------- */

static const char *const media_kinds[] = {"",      "video_intro", "talk",
                                          "panel", "podcast",     "webinar",
                                          "image", "other",       NULL};
static const char media_kinds_mean[] =
    "a short film that introduces the person\n"
    "a talk\n"
    "a panel\n"
    "an episode of a podcast\n"
    "a webinar\n"
    "a picture\n"
    "anything else\n";
static const char *const media_patients[] = {"", "none", "authorized", NULL};
static const char media_patients_mean[] =
    "no patient is seen or heard\n"
    "every patient in it has agreed in writing\n";

static const struct field multimedia_fields[] = {
    {.key = "kind",
     CHOICE(media_kinds, multimedia, kind),
     .need = FIELD_REQUIRED,
     .aliases = "type",
     .meaning = "What it is.",
     .example = "video_intro"},
    {.key = "title",
     ONE(TEXT, multimedia, title),
     .need = FIELD_REQUIRED,
     .aliases = "name",
     .meaning = "What it is called.",
     .example = "Introduction"},
    {.key = "url",
     ONE(URL, multimedia, url),
     .aliases = "link",
     .meaning = "Where it plays; url or file is needed.",
     .example = "https://video.example.net/avery"},
    {.key = "file",
     ONE(PATH, multimedia, file),
     .aliases = "path",
     .meaning = "The file, beside this one.",
     .example = "media/poster.png"},
    {.key = "duration",
     ONE(DURATION, multimedia, duration),
     .also = offsetof(struct multimedia, seconds),
     .aliases = "length",
     .meaning = "How long it runs.",
     .example = "\"00:01:20\""},
    {.key = "event",
     ONE(TEXT, multimedia, event),
     .aliases = "venue conference",
     .meaning = "Where it was given.",
     .example = "State HFMA meeting"},
    {.key = "date",
     ONE(DATE, multimedia, date),
     .meaning = "When.",
     .example = "2024-03"},
    {.key = "topic",
     ONE(TEXT, multimedia, topic),
     .meaning = "What it is about.",
     .example = "Ending boarding"},
    {.key = "captions",
     ONE(FLAG, multimedia, captions),
     .aliases = "subtitles",
     .meaning = "Whether it has captions.",
     .example = "true"},
    {.key = "transcript",
     ONE(TEXT, multimedia, transcript),
     .meaning = "Where its words can be read: a file or a web address.",
     .example = "media/intro.md"},
    {.key = "alt",
     ONE(TEXT, multimedia, alt),
     .aliases = "alt_text",
     .meaning = "Images: what there is to see, in words.",
     .example = "Whiteboard with the huddle agenda"},
    {.key = "thumbnail",
     ONE(PATH, multimedia, thumbnail),
     .aliases = "poster preview",
     .meaning = "A small picture of it: a PNG or JPEG file.",
     .example = "media/talk.jpg"},
    {.key = "patients",
     CHOICE(media_patients, multimedia, patients),
     .meaning = "Whether patients can be seen; say so for images and videos.",
     .example = "none"},
    {.key = "authorization",
     ONE(TEXT, multimedia, authorization),
     .meaning = "With `patients: authorized`: where the signed forms are.",
     .example = "signed forms on file"},
    {0}};

const struct field_shape shape_multimedia = {
    .name = "multimedia",
    .meaning = "A video, a talk, a podcast, a picture.",
    .size = sizeof(struct multimedia),
    .fields = multimedia_fields,
    .common = COMMON_ENTRY,
    .one_of = "url file"};
