/*
 * JSON Resume, from the first drafts (0.0.0: bio, company, website, picture,
 * hobbies) to 1.3, and what people write into such files besides. A section
 * that the format does not know becomes one of the person's own.
 */
#include "json_schema.h"
#include "recognise.h"
#include "sections.h"

/* ---- the tables ---------------------------------------------------------- */

static value_hook convert_websites, convert_positions, convert_emails;

static const struct value_row basics_rows[] = {
    {.from = "name|fullName|full_name", .to = "name"},
    {.from = "firstName|first_name|givenName",
     .to = "name",
     .convert = convert_part_of},
    {.from = "lastName|last_name|familyName|surname",
     .to = "name",
     .convert = convert_part_of},
    {.from = "label|headline|title|jobTitle", .to = "headline"},
    {.from = "email|mail|emails", .to = "email", .convert = convert_emails},
    {.from = "phone|telephone|mobile|tel|phoneNumber", .to = "phone"},
    {.from = "url|website|homepage|web", .to = "url", .kind = VALUE_URL},
    {.from = "location|address", .to = "location", .convert = convert_place},
    {.from = "summary|bio|about|objective",
     .to = "summary",
     .kind = VALUE_PROSE},
    {.from = "profiles|social|socials|networks",
     .to = "profiles",
     .convert = convert_profiles},
    {.from = "websites|links", .to = "profiles", .convert = convert_websites},
    {.from = "image|picture|photo|avatar",
     .to = "image",
     .convert = convert_picture},
    {.from = "pronouns", .to = "pronouns"},
    {.from = "degree", .to = "post_nominals", .kind = VALUE_TEXTS},
    {0}};

static const struct value_row work_rows[] = {
    {.from = "name|company|organization|organisation|employer",
     .to = "organization"},
    {.from = "position|title|role|jobTitle", .to = "position"},
    {.from = "url|website|link", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    {.from = "startDate|start_date|start|from",
     .to = "start_date",
     .kind = VALUE_DATE},
    {.from = "endDate|end_date|end|to", .to = "end_date", .kind = VALUE_DATE},
    {.from = "date|dates|period",
     .to = "start_date",
     .convert = convert_period},
    {.from = "current|isCurrent|isCurrentRole|currentlyWorking|present",
     .to = "end_date",
     .convert = convert_current},
    {.from = "description", .to = "summary", .convert = convert_more},
    {.from = "summary", .to = "summary", .convert = convert_more},
    {.from = "highlights|achievements|responsibilities|accomplishments|"
             "bullets",
     .to = "highlights",
     .kind = VALUE_BULLETS},
    {.from = "keywords|tags", .to = "highlights", .convert = convert_keywords},
    {.from = "technologies|technology|tech|techStack|stack|tools|skills",
     .to = "highlights",
     .convert = convert_tools},
    {.from = "positions|roles",
     .to = "positions",
     .convert = convert_positions},
    {.from = "logo|image", .to = "logo", .kind = VALUE_IMAGE},
    {.from = "private|hidden", .to = "private", .convert = convert_private},
    {0}};

static const struct value_row volunteer_rows[] = {
    {.from = "organization|organisation|name|company", .to = "organization"},
    {.from = "position|role|title", .to = "position"},
    {.from = "url|website|link", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    {.from = "startDate|start_date|start",
     .to = "start_date",
     .kind = VALUE_DATE},
    {.from = "endDate|end_date|end", .to = "end_date", .kind = VALUE_DATE},
    {.from = "date", .to = "start_date", .convert = convert_period},
    {.from = "description", .to = "summary", .convert = convert_more},
    {.from = "summary", .to = "summary", .convert = convert_more},
    {.from = "highlights", .to = "highlights", .kind = VALUE_BULLETS},
    {.from = "keywords|tags", .to = "highlights", .convert = convert_keywords},
    {.from = "private|hidden", .to = "private", .convert = convert_private},
    {0}};

static const struct value_row education_rows[] = {
    {.from = "institution|school|university|name|organization",
     .to = "institution"},
    {.from = "studyType|study_type|degree|qualification", .to = "degree"},
    {.from = "area|field|fieldOfStudy|major|subject", .to = "area"},
    {.from = "url|website|link", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    {.from = "startDate|start_date|start",
     .to = "start_date",
     .kind = VALUE_DATE},
    {.from = "endDate|end_date|end|graduationDate",
     .to = "end_date",
     .kind = VALUE_DATE},
    {.from = "date|year", .to = "end_date", .convert = convert_period},
    {.from = "score|gpa|grade", .to = "gpa"},
    {.from = "courses|coursework", .to = "courses", .kind = VALUE_TEXTS},
    {.from = "highlights|description",
     .to = "highlights",
     .kind = VALUE_BULLETS},
    {.from = "summary|description|details",
     .to = "highlights",
     .kind = VALUE_BULLETS},
    {.from = "minor|specialization", .to = "concentration"},
    {.from = "honors", .to = "honors"},
    {.from = "keywords|tags", .to = "highlights", .convert = convert_keywords},
    {.from = "logo|image", .to = "logo", .kind = VALUE_IMAGE},
    {.from = "private|hidden", .to = "private", .convert = convert_private},
    {0}};

static const struct value_row award_rows[] = {
    {.from = "title|name", .to = "title"},
    {.from = "awarder|issuer|organization|by", .to = "awarder"},
    {.from = "date|awardDate|year", .to = "date", .kind = VALUE_DATE},
    {.from = "summary|description", .to = "summary", .kind = VALUE_PROSE},
    {.from = "url|website|link", .to = "url", .kind = VALUE_URL},
    {0}};

static const struct value_row certificate_rows[] = {
    {.from = "name|title", .to = "name"},
    {.from = "issuer|awarder|organization|authority|provider", .to = "issuer"},
    {.from = "date|issueDate|issued|startDate|releaseDate",
     .to = "issued",
     .kind = VALUE_DATE},
    {.from = "expiryDate|expirationDate|expires|endDate|validUntil",
     .to = "expires",
     .kind = VALUE_DATE},
    {.from = "url|website|link|credentialUrl",
     .to = "verify_url",
     .kind = VALUE_URL},
    {.from = "credentialId|number|id", .to = "number"},
    {.from = "logo|image", .to = "logo", .kind = VALUE_IMAGE},
    {0}};

static const struct value_row publication_rows[] = {
    {.from = "name|title", .to = "title"},
    {.from = "publisher|journal", .to = "publisher"},
    {.from = "authors|author", .to = "authors", .kind = VALUE_TEXTS},
    {.from = "releaseDate|date|year", .to = "date", .kind = VALUE_DATE},
    {.from = "url|website|link", .to = "url", .kind = VALUE_URL},
    {.from = "doi|DOI", .to = "doi"},
    {.from = "summary|description|abstract",
     .to = "summary",
     .kind = VALUE_PROSE},
    {0}};

static const struct value_row skill_rows[] = {
    {.from = "name|title|category|label", .to = "name"},
    {.from = "level|proficiency", .to = "level"},
    {.from = "keywords|items|skills|technologies",
     .to = "keywords",
     .kind = VALUE_TEXTS},
    {.from = "summary|description", .to = "keywords", .kind = VALUE_TEXTS},
    {0}};

static const struct value_row language_rows[] = {
    {.from = "language|name", .to = "language"},
    {.from = "fluency|level|proficiency", .to = "fluency"},
    {.from = "keywords|description", .to = "keywords", .kind = VALUE_TEXTS},
    {0}};

static const struct value_row interest_rows[] = {
    {.from = "name|title", .to = "label"},
    {.from = "keywords", .to = "details", .convert = convert_part_of},
    {.from = "summary|description",
     .to = "details",
     .convert = convert_part_of},
    {0}};

static const struct value_row reference_rows[] = {
    {.from = "reference|quote|text|recommendation|summary|description",
     .to = "quote",
     .kind = VALUE_PROSE},
    {.from = "name|author", .to = "author"},
    {.from = "position|title|role", .to = "title"},
    {.from = "company|organization", .to = "organization"},
    {.from = "date", .to = "date", .kind = VALUE_DATE},
    {.from = "url|website", .to = "source_url", .kind = VALUE_URL},
    {.from = "email", .kind = VALUE_LOSE, .why = contact_of_others},
    {.from = "phone", .kind = VALUE_LOSE, .why = contact_of_others},
    {.from = "contact", .kind = VALUE_LOSE, .why = contact_of_others},
    {.from = "private|hidden", .to = "private", .convert = convert_private},
    {0}};

static const struct value_row project_rows[] = {
    {.from = "name|title", .to = "title"},
    {.from = "roles|role|position",
     .to = "subtitle",
     .convert = convert_part_of},
    {.from = "entity|company|organization|client",
     .to = "subtitle",
     .convert = convert_part_of},
    {.from = "location", .to = "location", .convert = convert_place},
    {.from = "startDate|start_date|start",
     .to = "start_date",
     .kind = VALUE_DATE},
    {.from = "endDate|end_date|end", .to = "end_date", .kind = VALUE_DATE},
    {.from = "date|year|releaseDate", .to = "date", .convert = convert_period},
    {.from = "current|isCurrent", .to = "end_date", .convert = convert_current},
    {.from = "url|website|link", .to = "url", .kind = VALUE_URL},
    {.from = "description", .to = "summary", .convert = convert_more},
    {.from = "summary", .to = "summary", .convert = convert_more},
    {.from = "highlights|bullets|achievements",
     .to = "highlights",
     .kind = VALUE_BULLETS},
    {.from = "keywords|tags", .to = "highlights", .convert = convert_keywords},
    {.from = "technologies|technology|tech|techStack|stack|tools|skills",
     .to = "highlights",
     .convert = convert_tools},
    {.from = "private|hidden", .to = "private", .convert = convert_private},
    {0}};

/* A project of that type is a case told from problem to result. */
#define CASE_TYPE "case study"
static const struct value_row case_rows[] = {
    {.from = "name|title", .to = "title"},
    {.from = "roles|role", .to = "role"},
    {.from = "entity|company|organization", .to = "organization"},
    {.from = "startDate", .to = "period.start", .kind = VALUE_DATE},
    {.from = "endDate", .to = "period.end", .kind = VALUE_DATE},
    {.from = "url|website", .to = "url", .kind = VALUE_URL},
    {.from = "description", .to = "situation", .kind = VALUE_PROSE},
    {.from = "highlights", .to = "results", .kind = VALUE_BULLETS},
    {.from = "keywords", .to = "systems", .kind = VALUE_TEXTS},
    {.from = "type", .kind = VALUE_SKIP},
    {0}};

/* ---- hooks --------------------------------------------------------------- */

/* {"blog": "http://..."}: pages of the person that are no networks. */
static void
convert_websites(struct conversion *c, struct node *native,
                 const struct node *foreign, const char *to)
{
    const struct node *first =
        foreign->pairs.count ? foreign->pairs.at[0].value : NULL;
    if (first && foreign_says(first) && !node_get(native, "url"))
        convert_value(c, native, first, "url", VALUE_URL);
    struct node rest = *foreign;
    if (first && foreign_is_taken(c, first)) {
        rest.pairs.at++;
        rest.pairs.count--;
    }
    convert_profiles(c, native, &rest, to);
}

/* The first address is the person's; a resume has one. */
static void
convert_emails(struct conversion *c, struct node *native,
               const struct node *foreign, const char *to)
{
    const struct node *first = foreign;
    for (size_t i = foreign->items.count; i-- > 0;)
        if (foreign_says(foreign->items.at[i]))
            first = foreign->items.at[i];
    convert_value(c, native, first, to, VALUE_TEXT);
}

static void
convert_positions(struct conversion *c, struct node *native,
                  const struct node *foreign, const char *to)
{
    if (foreign->kind != NODE_LIST) {
        convert_value(c, native, foreign, "position", VALUE_TEXT);
        return;
    }
    for (size_t i = 0; i < foreign->items.count; i++) {
        const struct node *item = foreign->items.at[i];
        if (!foreign_has_words(item))
            continue;
        struct node *list = native_list(c, native, to, foreign);
        if (item->kind == NODE_MAP)
            convert_rows(c, native_item(c, list, item), item, work_rows);
        else
            convert_value(c, native_item(c, list, item), item, "position",
                          VALUE_TEXT);
    }
}

static void
finish_project(struct conversion *c, struct node *entry,
               const struct node *foreign)
{
    const struct node *type = foreign_get(c, foreign, "type|category");
    if (foreign_says(type))
        native_add_named(c, entry, "highlights", "Type", type);
    custom_finish(c, entry, foreign);
}

static const struct section_row sections[] = {
    {"work|employment|workExperience|experience", "experience", work_rows,
     "organization", NULL, NULL},
    {"education", "education", education_rows, "institution", NULL, NULL},
    {"certificates|certifications|licenses", "certifications", certificate_rows,
     "name", NULL, NULL},
    {"skills", "skills", skill_rows, "name", NULL, NULL},
    {"languages", "languages", language_rows, "language", NULL, NULL},
    {"volunteer|volunteering", "volunteer", volunteer_rows, "organization",
     NULL, NULL},
    {"awards|honors", "awards", award_rows, "title", NULL, NULL},
    {"publications", "publications", publication_rows, "title", NULL, NULL},
    {"references|testimonials|recommendations", "testimonials", reference_rows,
     "quote", quote_finish, NULL},
    {"interests", NULL, interest_rows, "text", NULL, "Interests"},
    {"hobbies", NULL, interest_rows, "text", NULL, "Hobbies"},
    {0}};

/* ---- sections that need more than a table -------------------------------- */

static bool
is_case(const struct node *project)
{
    const struct node *type = node_get(project, "type");
    return type && type->kind == NODE_SCALAR &&
           str_equal_nocase(str_trim(type->text), STR(CASE_TYPE));
}

static void
convert_projects(struct conversion *c)
{
    static const struct section_row cases = {"",      "case_studies", case_rows,
                                             "title", NULL,           NULL};
    static const struct section_row others = {
        "", NULL, project_rows, "text", finish_project, "Projects"};
    const struct node *projects = foreign_get(c, c->foreign, "projects");
    for (size_t i = 0; projects && i < projects->items.count; i++)
        if (is_case(projects->items.at[i])) {
            convert_section(c, projects->items.at[i], &cases);
            foreign_take(c, projects->items.at[i]);
        }
    struct node rest = projects ? *projects : (struct node){0};
    LIST(struct node *) left = {0};
    for (size_t i = 0; i < rest.items.count; i++)
        if (!is_case(rest.items.at[i]))
            *list_add(c->arena, &left) = rest.items.at[i];
    rest.items.at = left.at;
    rest.items.count = left.count;
    if (projects)
        convert_section(c, &rest, &others);
}

/* {"Languages": ["C", "Go"], "Tools": "Git"} */
static void
convert_skill_map(struct conversion *c)
{
    const struct node *skills = foreign_get(c, c->foreign, "skills");
    if (!skills || skills->kind != NODE_MAP || !foreign_has_words(skills) ||
        node_get(skills, "keywords") || node_get(skills, "name"))
        return;
    struct node *list = native_list(c, c->native, "skills", skills);
    for (size_t i = 0; i < skills->pairs.count; i++) {
        const struct node_pair *pair = &skills->pairs.at[i];
        if (!foreign_has_words(pair->value) || pair->value->kind == NODE_MAP)
            continue;
        struct node *group = native_item(c, list, pair->value);
        native_text(c, group, "name", NULL, heading_of_key(c->arena, pair->key))
            ->span = pair->key_span;
        convert_value(c, group, pair->value, "keywords", VALUE_TEXTS);
    }
}

/* "HTML, CSS" */
static void
convert_skill_line(struct conversion *c)
{
    const struct node *skills = foreign_get(c, c->foreign, "skills");
    if (foreign_says(skills))
        convert_value(c, c->native, skills, "skills", VALUE_TEXTS);
}

/* Lists that the format does not know: what has a heading or is text. */
static bool
is_section(struct conversion *c, const struct node *node)
{
    if (node->kind != NODE_LIST || !foreign_words(c, node, "").len)
        return false;
    for (size_t i = 0; i < node->items.count; i++) {
        const struct node *item = node->items.at[i];
        if (item->kind == NODE_LIST)
            return false;
        if (item->kind == NODE_MAP && !node_get(item, "name") &&
            !node_get(item, "title") && !node_get(item, "position") &&
            !node_get(item, "label"))
            return false;
    }
    return true;
}

static void
convert_unknown(struct conversion *c)
{
    for (size_t i = 0; i < c->foreign->pairs.count; i++) {
        const struct node_pair *pair = &c->foreign->pairs.at[i];
        if (foreign_is_taken(c, pair->value) || !is_section(c, pair->value) ||
            json_schema_knows(pair->key))
            continue;
        struct str title = heading_of_key(c->arena, pair->key);
        const struct section_row section = {
            "",     NULL,          custom_rows,
            "text", custom_finish, str_terminated(c->arena, title)};
        convert_section(c, pair->value, &section);
    }
}

static void
convert_meta(struct conversion *c)
{
    static const struct value_row rows[] = {
        {.from = "canonical", .to = "meta.canonical", .kind = VALUE_URL},
        {.from = "version", .kind = VALUE_SKIP},
        {.from = "lastModified",
         .to = "meta.last_modified",
         .kind = VALUE_DATE},
        {.from = "language|lang|locale", .to = "language"},
        {0}};
    const struct node *meta = foreign_get(c, c->foreign, "meta");
    if (!meta)
        return;
    convert_rows(c, c->native, meta, rows);
    foreign_tell_settings(c, meta);
}

int
json_resume_shape(const struct node *tree)
{
    static const char *const lists[] = {
        "work",         "education", "volunteer", "awards",
        "certificates", "skills",    "languages", "interests",
        "references",   "projects",  "hobbies",   "publications"};
    int sure = 0;
    if (tree->kind != NODE_MAP)
        return 0;
    const struct node *schema = node_get(tree, "$schema");
    if (schema && schema->kind == NODE_SCALAR &&
        (str_holds_nocase(schema->text, STR("resume-schema")) ||
         str_holds_nocase(schema->text, STR("jsonresume"))))
        sure += 60;
    const struct node *basics = node_get(tree, "basics");
    if (basics && basics->kind == NODE_MAP)
        sure += node_get(basics, "headline") ? 5 : 30;
    else if (node_has_map(tree, "bio"))
        sure += 20;
    else if (foreign_says(node_get(tree, "name")) &&
             (node_has_list(tree, "experience") ||
              node_has_list(tree, "education")))
        sure += 12;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        sure += node_has_list(tree, lists[i]) ? 8 : 0;
    if (node_has_map(tree, "sections") || node_has_map(tree, "properties") ||
        node_has_map(tree, "content"))
        return 0;
    return sure >= 16 ? sure : 0;
}

/* Who it is about, in files that take only some names of the format. */
static const char people[] =
    "personalInfo|personal_info|personalDetails|personal|basicInfo|info|"
    "profile|header|contactInfo|contact";

void
json_resume_convert(struct conversion *c)
{
    const struct node *schema = foreign_get(c, c->foreign, "$schema");
    json_schema_check(c);
    foreign_remark(c, schema);
    convert_meta(c);
    const struct node *basics = foreign_get(c, c->foreign, "basics|bio");
    struct node *native = native_map(c, c->native, "basics", basics);
    if (!basics) /* flat files that take the names of its sections */
        basics = foreign_get(c, c->foreign, people);
    if (basics && basics->kind == NODE_MAP)
        convert_rows(c, native, basics, basics_rows);
    if (!node_get(native, "name"))
        convert_rows(c, native, c->foreign, basics_rows);
    convert_skill_map(c);
    convert_skill_line(c);
    convert_sections(c, c->foreign, sections);
    convert_projects(c);
    convert_unknown(c);
}
