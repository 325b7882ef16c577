/*
 * FRESH, 0.1 to 1.0 beta: sections are a list, or a map with a summary and a
 * history. "flavor" of the drafts became "category".
 */
#include "recognise.h"
#include "sections.h"

static value_hook convert_publisher, convert_contacts, convert_years,
    convert_repository;

/* ---- the tables ---------------------------------------------------------- */

static const struct value_row info_rows[] = {
    {.from = "label", .to = "headline"},
    {.from = "brief", .to = "summary", .kind = VALUE_PROSE},
    {.from = "quote", .to = "summary", .convert = convert_more},
    {.from = "image", .to = "image", .convert = convert_picture},
    {0}};

static const struct value_row contact_rows[] = {
    {.from = "email", .to = "email"},
    {.from = "phone", .to = "phone"},
    {.from = "website", .to = "url", .kind = VALUE_URL},
    {.from = "other", .to = "profiles", .convert = convert_contacts},
    {0}};

#define DATES                                                                  \
    {.from = "start", .to = "start_date", .kind = VALUE_DATE},                 \
        {.from = "end", .to = "end_date", .kind = VALUE_DATE},                 \
    {                                                                          \
        .from = "current", .to = "end_date", .convert = convert_current        \
    }
#define TEXTS                                                                  \
    {.from = "summary", .to = "summary", .kind = VALUE_PROSE},                 \
        {.from = "highlights", .to = "highlights", .kind = VALUE_BULLETS},     \
    {                                                                          \
        .from = "keywords", .to = "highlights", .convert = convert_keywords    \
    }

static const struct value_row employment_rows[] = {
    {.from = "employer", .to = "organization"},
    {.from = "position", .to = "position"},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    DATES,
    TEXTS,
    {0}};

static const struct value_row education_rows[] = {
    {.from = "institution", .to = "institution"},
    {.from = "studyType|title", .to = "degree"},
    {.from = "title", .to = "degree", .convert = convert_part_of},
    {.from = "area", .to = "area"},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    {.from = "grade", .to = "gpa"},
    {.from = "curriculum", .to = "courses", .kind = VALUE_TEXTS},
    {.from = "summary", .to = "highlights", .kind = VALUE_BULLETS},
    DATES,
    {.from = "highlights", .to = "highlights", .kind = VALUE_BULLETS},
    {.from = "keywords", .to = "highlights", .convert = convert_keywords},
    {0}};

static const struct value_row service_rows[] = {
    {.from = "organization", .to = "organization"},
    {.from = "position|role", .to = "position"},
    {.from = "category|flavor", .to = "position", .convert = convert_part_of},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    DATES,
    TEXTS,
    {0}};

static const struct value_row recognition_rows[] = {
    {.from = "title", .to = "title"},
    {.from = "from", .to = "awarder"},
    {.from = "event", .to = "awarder", .convert = convert_part_of},
    {.from = "date", .to = "date", .kind = VALUE_DATE},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "summary", .to = "summary", .kind = VALUE_PROSE},
    {.from = "category|flavor", .to = "summary", .convert = convert_more},
    {0}};

static const struct value_row writing_rows[] = {
    {.from = "title", .to = "title"},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "publisher", .to = "publisher", .convert = convert_publisher},
    {.from = "author", .to = "authors", .kind = VALUE_TEXTS},
    {.from = "date", .to = "date", .kind = VALUE_DATE},
    {.from = "summary", .to = "summary", .kind = VALUE_PROSE},
    {.from = "category|flavor", .to = "summary", .convert = convert_more},
    {0}};

static const struct value_row skill_set_rows[] = {
    {.from = "name", .to = "name"},
    {.from = "level", .to = "level"},
    {.from = "skills|keywords", .to = "keywords", .kind = VALUE_TEXTS},
    {0}};

static const struct value_row skill_rows[] = {
    {.from = "name", .to = "name"},
    {.from = "level", .to = "level"},
    {.from = "summary", .to = "keywords", .kind = VALUE_TEXTS},
    {.from = "years", .to = "keywords", .convert = convert_years},
    {.from = "proof", .to = "keywords", .kind = VALUE_TEXTS},
    {.from = "id", .kind = VALUE_SKIP},
    {0}};

static const struct value_row language_rows[] = {
    {.from = "language", .to = "language"},
    {.from = "level", .to = "fluency"},
    {.from = "years", .to = "keywords", .convert = convert_years},
    {0}};

static const struct value_row testimonial_rows[] = {
    {.from = "quote", .to = "quote", .kind = VALUE_PROSE},
    {.from = "name", .to = "author"},
    {.from = "category|flavor", .to = "title"},
    {.from = "private", .to = "private", .convert = convert_private},
    {0}};

static const struct value_row reference_rows[] = {
    {.from = "summary", .to = "quote", .kind = VALUE_PROSE},
    {.from = "name", .to = "author"},
    {.from = "role", .to = "title"},
    {.from = "category|flavor", .to = "title", .convert = convert_part_of},
    {.from = "private", .to = "private", .convert = convert_private},
    {.from = "contact", .kind = VALUE_LOSE, .why = contact_of_others},
    {0}};

static const struct value_row interest_rows[] = {
    {.from = "name", .to = "label"},
    {.from = "summary", .to = "details", .convert = convert_part_of},
    {.from = "keywords", .to = "details", .convert = convert_part_of},
    {0}};

static const struct value_row affiliation_rows[] = {
    {.from = "organization", .to = "title"},
    {.from = "role", .to = "subtitle"},
    {.from = "category|flavor", .to = "subtitle", .convert = convert_part_of},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    DATES,
    TEXTS,
    {0}};

static const struct value_row event_rows[] = {
    {.from = "title", .to = "title"},
    {.from = "activity", .to = "title", .convert = convert_part_of},
    {.from = "event", .to = "subtitle"},
    {.from = "role|author", .to = "subtitle", .convert = convert_part_of},
    {.from = "category|flavor", .to = "subtitle", .convert = convert_part_of},
    {.from = "location", .to = "location", .convert = convert_place},
    {.from = "date", .to = "date", .convert = convert_period},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    DATES,
    TEXTS,
    {0}};

static const struct value_row project_rows[] = {
    {.from = "title|name", .to = "title"},
    {.from = "role", .to = "subtitle"},
    {.from = "category|flavor", .to = "subtitle", .convert = convert_part_of},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "repo", .to = "highlights", .convert = convert_repository},
    {.from = "location", .to = "location", .convert = convert_place},
    DATES,
    {.from = "description", .to = "summary", .kind = VALUE_PROSE},
    {.from = "summary", .to = "summary", .convert = convert_more},
    {.from = "highlights", .to = "highlights", .kind = VALUE_BULLETS},
    {.from = "keywords", .to = "highlights", .convert = convert_keywords},
    {0}};

/* ---- hooks --------------------------------------------------------------- */

static void
convert_publisher(struct conversion *c, struct node *native,
                  const struct node *foreign, const char *to)
{
    static const struct value_row rows[] = {
        {.from = "name", .to = "publisher"},
        {.from = "url", .to = "url", .kind = VALUE_URL},
        {0}};
    if (foreign->kind == NODE_MAP)
        convert_rows(c, native, foreign, rows);
    else
        convert_value(c, native, foreign, to, VALUE_TEXT);
}

/* The address of an entry is that of its page. */
static void
convert_repository(struct conversion *c, struct node *native,
                   const struct node *foreign, const char *to)
{
    if (node_get(native, "url"))
        native_add_named(c, native, to, "Repository", foreign);
    else
        convert_value(c, native, foreign, "url", VALUE_URL);
}

/* "5 years" of a number of them. */
static void
convert_years(struct conversion *c, struct node *native,
              const struct node *foreign, const char *to)
{
    uint64_t years;
    struct str text = convert_line(c, foreign);
    if (str_to_u64(text, &years))
        text = str_format(c->arena, "%.*s year%s", STR_ARG(text),
                          years == 1 ? "" : "s");
    if (text.len)
        native_item_text(c, native_list(c, native, to, foreign), foreign, text);
    foreign_take(c, foreign);
}

/* Further ways to reach the person: {label, category, value}. */
static void
convert_contacts(struct conversion *c, struct node *native,
                 const struct node *foreign, const char *to)
{
    for (size_t i = 0; i < foreign->items.count; i++) {
        const struct node *item = foreign->items.at[i];
        const struct node *value = foreign_get(c, item, "value");
        const struct node *kind = foreign_get(c, item, "category|flavor");
        if (!foreign_says(value))
            continue;
        struct str text = convert_line(c, value);
        bool is_mail = str_find_byte(text, '@', 0) != SIZE_MAX;
        if (is_mail && !node_get(native, "email"))
            native_text(c, native, "email", value, text);
        else if (str_find(text, STR("://"), 0) != SIZE_MAX) {
            struct node *profile =
                native_item(c, native_list(c, native, to, item), item);
            convert_value(c, profile, value, "url", VALUE_URL);
            convert_value(c, profile, foreign_get(c, item, "label"), "network",
                          VALUE_TEXT);
            convert_value(c, profile, kind, "network", VALUE_TEXT);
        }
    }
}

static const struct section_row sections[] = {
    {"recognition", "awards", recognition_rows, "title", NULL, NULL},
    {"writing", "publications", writing_rows, "title", NULL, NULL},
    {"languages", "languages", language_rows, "language", NULL, NULL},
    {"testimonials", "testimonials", testimonial_rows, "quote", quote_finish,
     NULL},
    {"references", "testimonials", reference_rows, "quote", quote_finish, NULL},
    {"projects", NULL, project_rows, "text", custom_finish, "Projects"},
    {"speaking", NULL, event_rows, "text", custom_finish, "Speaking"},
    {"samples", NULL, event_rows, "text", custom_finish, "Samples"},
    {"reading", NULL, event_rows, "text", custom_finish, "Reading"},
    {"governance", NULL, affiliation_rows, "text", custom_finish, "Governance"},
    {"extracurricular", NULL, event_rows, "text", custom_finish,
     "Extracurricular"},
    {"interests", NULL, interest_rows, "text", NULL, "Interests"},
    {0}};

/* Sections with a history, and what their summary becomes. */
static const struct {
    const char *from, *summary;
    struct section_row section;
} histories[] = {
    {"employment",
     "Employment",
     {"", "experience", employment_rows, "organization", NULL, NULL}},
    {"education",
     "Education",
     {"", "education", education_rows, "institution", NULL, NULL}},
    {"service",
     "Service",
     {"", "volunteer", service_rows, "organization", NULL, NULL}},
    {"affiliation",
     "Affiliation",
     {"", NULL, affiliation_rows, "text", custom_finish, "Affiliation"}},
};

/* ---- the sections -------------------------------------------------------- */

static void
convert_history(struct conversion *c, size_t i)
{
    static const char *const heads[] = {"summary", "level", "degree"};
    const struct node *node = foreign_get(c, c->foreign, histories[i].from);
    if (!node || node->kind == NODE_LIST) {
        convert_section(c, node, &histories[i].section);
        return;
    }
    convert_section(c, foreign_get(c, node, "history"), &histories[i].section);
    for (size_t h = 0; h < sizeof heads / sizeof *heads; h++) {
        const struct node *text = foreign_get(c, node, heads[h]);
        if (!foreign_says(text))
            continue;
        struct node *list =
            custom_entries(c, str_from(histories[i].summary), text);
        native_item_text(c, list, text, convert_prose(c, text));
    }
}

static void
convert_skills(struct conversion *c)
{
    static const struct section_row sets = {"",     "skills", skill_set_rows,
                                            "name", NULL,     NULL};
    static const struct section_row list = {"",     "skills", skill_rows,
                                            "name", NULL,     NULL};
    const struct node *skills = foreign_get(c, c->foreign, "skills");
    if (!skills || skills->kind == NODE_LIST) {
        convert_section(c, skills, &list);
        return;
    }
    convert_section(c, foreign_get(c, skills, "sets"), &sets);
    convert_section(c, foreign_get(c, skills, "list"), &list);
}

/* Where and how the person would work. */
static void
convert_disposition(struct conversion *c)
{
    static const struct {
        const char *key, *label;
    } rows[] = {{"travel", "Travel"},
                {"authorization", "Work authorization"},
                {"commitment", "Commitment"},
                {"remote", "Remote"},
                {"relocation", "Relocation"}};
    const struct node *disposition = foreign_get(c, c->foreign, "disposition");
    if (!disposition || !foreign_has_words(disposition))
        return;
    struct node *list = custom_entries(c, STR("Disposition"), disposition);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct node *value = foreign_get(c, disposition, rows[i].key);
        if (!value || !foreign_has_words(value))
            continue;
        struct str words = foreign_words(c, value, ", ");
        if (str_starts(words, STR("true, "))) /* where to */
            words = str_slice(words, 6, words.len);
        struct node *entry = native_item(c, list, value);
        native_text(c, entry, "label", NULL, str_from(rows[i].label))->span =
            value->span;
        native_text(c, entry, "details", value,
                    str_is(words, "true")    ? STR("yes")
                    : str_is(words, "false") ? STR("no")
                                             : words);
    }
}

int
fresh_shape(const struct node *tree)
{
    static const char *const maps[] = {"employment", "contact", "info",
                                       "service", "affiliation"};
    static const char *const lists[] = {
        "recognition", "writing",         "reading", "speaking",
        "governance",  "extracurricular", "social"};
    int sure = 0;
    if (tree->kind != NODE_MAP || node_has_map(tree, "basics") ||
        node_has_map(tree, "properties"))
        return 0;
    const struct node *format = node_get(node_get(tree, "meta"), "format");
    if (format && format->kind == NODE_SCALAR &&
        str_holds_nocase(format->text, STR("FRESH")))
        sure += 60;
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        sure += node_has_map(tree, maps[i]) ? 15 : 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        sure += node_has_list(tree, lists[i]) ? 10 : 0;
    const struct node *jobs = node_get(tree, "employment");
    if (jobs && jobs->kind == NODE_MAP)
        jobs = node_get(jobs, "history");
    if (jobs && jobs->items.count && node_get(jobs->items.at[0], "employer"))
        sure += 40;
    return sure >= 30 ? sure : 0;
}

void
fresh_convert(struct conversion *c)
{
    static const struct value_row top[] = {
        {.from = "name", .to = "name"},
        {.from = "location", .to = "location", .convert = convert_place},
        {.from = "social", .to = "profiles", .convert = convert_profiles},
        {0}};
    static const struct value_row meta_rows[] = {
        {.from = "format", .kind = VALUE_SKIP},
        {.from = "version", .kind = VALUE_SKIP},
        {0}};
    struct node *basics = native_map(c, c->native, "basics", NULL);
    const struct node *meta = foreign_get(c, c->foreign, "meta");
    foreign_remark(c, foreign_get(c, c->foreign, "$schema"));
    if (meta)
        convert_rows(c, c->native, meta, meta_rows);
    foreign_tell_settings(c, meta);
    convert_rows(c, basics, c->foreign, top);
    convert_rows(c, basics, foreign_get(c, c->foreign, "info"), info_rows);
    convert_rows(c, basics, foreign_get(c, c->foreign, "contact"),
                 contact_rows);
    for (size_t i = 0; i < sizeof histories / sizeof *histories; i++)
        convert_history(c, i);
    convert_skills(c);
    convert_sections(c, c->foreign, sections);
    convert_disposition(c);
}
