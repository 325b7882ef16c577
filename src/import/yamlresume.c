/*
 * YAMLResume: content, locale, layouts. Its sections are those of JSON Resume
 * with bullets inside a Markdown text; a blank end is the present. Facts from
 * the schema of its core package, 0.11 to 0.16.
 */
#include "sections.h"

#include "locale/locale.h"

/* ---- prose with bullets -------------------------------------------------- */

static bool
is_item(struct str line)
{
    line = str_trim(line);
    return str_starts(line, STR("- ")) || str_starts(line, STR("* ")) ||
           str_starts(line, STR("+ "));
}

/* The byte where the first item of a list begins, or the end. */
static size_t
find_list(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, '\n', at);
        if (end == SIZE_MAX)
            end = text.len;
        if (is_item(str_slice(text, at, end)))
            return at;
        at = end + 1;
    }
    return text.len;
}

/* What stands before the list stays a text, the list becomes bullets. */
static value_hook convert_summary;
static void
convert_summary(struct conversion *c, struct node *native,
                const struct node *foreign, const char *to)
{
    if (foreign->kind != NODE_SCALAR) {
        convert_value(c, native, foreign, "highlights", VALUE_BULLETS);
        return;
    }
    size_t list = find_list(foreign->text);
    struct node part = *foreign;
    part.is_made = true;
    if (list < foreign->text.len) {
        part.text = str_slice(foreign->text, list, foreign->text.len);
        convert_value(c, native, &part, "highlights", VALUE_BULLETS);
    }
    part.text = str_trim(str_slice(foreign->text, 0, list));
    if (part.text.len) {
        struct node *kept = ARENA_NEW(c->arena, struct node);
        *kept = part;
        native_add_prose(c, native, to, kept);
    }
    foreign_take(c, foreign);
}

/* Schools have no summary here: all of it is lines. */
static value_hook convert_lines;
static void
convert_lines(struct conversion *c, struct node *native,
              const struct node *foreign, const char *to)
{
    convert_value(c, native, foreign, to, VALUE_BULLETS);
}

/* ---- the tables ---------------------------------------------------------- */

static const struct value_row basics_rows[] = {
    {.from = "name", .to = "name"},
    {.from = "headline|label", .to = "headline"},
    {.from = "email", .to = "email"},
    {.from = "phone", .to = "phone"},
    {.from = "url|website", .to = "url", .kind = VALUE_URL},
    {.from = "summary", .to = "summary", .kind = VALUE_PROSE},
    {.from = "image|photo", .to = "image", .convert = convert_picture},
    {0}};

static const struct value_row work_rows[] = {
    {.from = "name|company", .to = "organization"},
    {.from = "position", .to = "position"},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "location", .to = "location", .convert = convert_place},
    {.from = "startDate", .to = "start_date", .kind = VALUE_DATE},
    {.from = "endDate", .to = "end_date", .kind = VALUE_DATE},
    {.from = "summary", .to = "summary", .convert = convert_summary},
    {.from = "highlights", .to = "highlights", .kind = VALUE_BULLETS},
    {.from = "keywords", .to = "highlights", .convert = convert_keywords},
    {0}};

static const struct value_row volunteer_rows[] = {
    {.from = "organization|name", .to = "organization"},
    {.from = "position", .to = "position"},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "startDate", .to = "start_date", .kind = VALUE_DATE},
    {.from = "endDate", .to = "end_date", .kind = VALUE_DATE},
    {.from = "summary", .to = "summary", .convert = convert_summary},
    {0}};

static const struct value_row education_rows[] = {
    {.from = "institution", .to = "institution"},
    {.from = "degree|studyType", .to = "degree"},
    {.from = "area", .to = "area"},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "startDate", .to = "start_date", .kind = VALUE_DATE},
    {.from = "endDate", .to = "end_date", .kind = VALUE_DATE},
    {.from = "score", .to = "gpa"},
    {.from = "courses", .to = "courses", .kind = VALUE_TEXTS},
    {.from = "summary", .to = "highlights", .convert = convert_lines},
    {0}};

static const struct value_row language_rows[] = {
    {.from = "language", .to = "language"},
    {.from = "fluency", .to = "fluency"},
    {.from = "keywords", .to = "keywords", .kind = VALUE_TEXTS},
    {0}};

static const struct value_row skill_rows[] = {
    {.from = "name", .to = "name"},
    {.from = "level", .to = "level"},
    {.from = "keywords", .to = "keywords", .kind = VALUE_TEXTS},
    {0}};

static const struct value_row award_rows[] = {
    {.from = "title", .to = "title"},
    {.from = "awarder", .to = "awarder"},
    {.from = "date", .to = "date", .kind = VALUE_DATE},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "summary", .to = "summary", .kind = VALUE_PROSE},
    {0}};

static const struct value_row certificate_rows[] = {
    {.from = "name", .to = "name"},
    {.from = "issuer", .to = "issuer"},
    {.from = "date", .to = "issued", .kind = VALUE_DATE},
    {.from = "url", .to = "verify_url", .kind = VALUE_URL},
    {0}};

static const struct value_row publication_rows[] = {
    {.from = "name", .to = "title"},
    {.from = "publisher", .to = "publisher"},
    {.from = "releaseDate|date", .to = "date", .kind = VALUE_DATE},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "summary", .to = "summary", .kind = VALUE_PROSE},
    {0}};

static const struct value_row reference_rows[] = {
    {.from = "summary", .to = "quote", .kind = VALUE_PROSE},
    {.from = "name", .to = "author"},
    {.from = "relationship", .to = "title"},
    {.from = "email", .kind = VALUE_LOSE, .why = contact_of_others},
    {.from = "phone", .kind = VALUE_LOSE, .why = contact_of_others},
    {0}};

static const struct value_row project_rows[] = {
    {.from = "name", .to = "title"},
    {.from = "url", .to = "url", .kind = VALUE_URL},
    {.from = "startDate", .to = "start_date", .kind = VALUE_DATE},
    {.from = "endDate", .to = "end_date", .kind = VALUE_DATE},
    {.from = "description", .to = "summary", .convert = convert_more},
    {.from = "summary", .to = "summary", .convert = convert_summary},
    {.from = "keywords", .to = "highlights", .convert = convert_keywords},
    {0}};

static const struct value_row interest_rows[] = {
    {.from = "name", .to = "label"},
    {.from = "keywords", .to = "details", .convert = convert_part_of},
    {0}};

/* A blank end: it goes on. */
static void
finish_span(struct conversion *c, struct node *entry,
            const struct node *foreign)
{
    bool has_end = foreign_says(node_get(foreign, "endDate"));
    const struct node *start = node_get(entry, "start_date");
    if (start && !has_end && !node_get(entry, "end_date")) {
        struct node *end =
            native_text(c, entry, "end_date", NULL, STR("present"));
        end->span = start->span;
    }
}

static const struct section_row sections[] = {
    {"education", "education", education_rows, "institution", finish_span,
     NULL},
    {"work", "experience", work_rows, "organization", finish_span, NULL},
    {"languages", "languages", language_rows, "language", NULL, NULL},
    {"skills", "skills", skill_rows, "name", NULL, NULL},
    {"awards", "awards", award_rows, "title", NULL, NULL},
    {"certificates", "certifications", certificate_rows, "name", NULL, NULL},
    {"publications", "publications", publication_rows, "title", NULL, NULL},
    {"references", "testimonials", reference_rows, "quote", quote_finish, NULL},
    {"projects", NULL, project_rows, "text", finish_span, "Projects"},
    {"interests", NULL, interest_rows, "text", NULL, "Interests"},
    {"volunteer", "volunteer", volunteer_rows, "organization", finish_span,
     NULL},
    {0}};

/* ---- layouts ------------------------------------------------------------- */

/* Sections under their names in both formats, in the order that is usual
   there; `id` of those that are the person's own here. */
static const struct {
    const char *foreign, *native;
    const char *title; /* of a section of `custom` */
} names[] = {
    {"basics", "summary", NULL},
    {"education", "education", NULL},
    {"work", "experience", NULL},
    {"languages", "languages", NULL},
    {"skills", "skills", NULL},
    {"awards", "awards", NULL},
    {"certificates", "certifications", NULL},
    {"publications", "publications", NULL},
    {"references", "testimonials", NULL},
    {"projects", "own-projects", "Projects"},
    {"interests", "interests", "Interests"},
    {"volunteer", "volunteer", NULL},
};
#define NAMES (sizeof names / sizeof *names)

static struct node *
custom_section(struct conversion *c, const char *title)
{
    const struct node *custom = node_get(c->native, "custom");
    for (size_t i = 0; custom && title && i < custom->items.count; i++) {
        const struct node *there = node_get(custom->items.at[i], "title");
        if (there && str_is(there->text, title))
            return custom->items.at[i];
    }
    return NULL;
}

/* It is in the file, so that a list of sections should name it. */
static bool
has_section(struct conversion *c, size_t i)
{
    if (names[i].title)
        return custom_section(c, names[i].title) != NULL;
    if (str_is(str_from(names[i].native), "summary"))
        return node_get(node_get(c->native, "basics"), "summary") != NULL;
    return node_get(c->native, names[i].native) != NULL;
}

static void
add_to_order(struct conversion *c, const struct node *from, size_t i,
             bool *is_done)
{
    if (is_done[i] || !has_section(c, i))
        return;
    is_done[i] = true;
    struct node *layout = native_map(c, c->native, "layout", from);
    struct node *list = native_list(c, layout, "sections", from);
    native_item_text(c, list, NULL, str_from(names[i].native))->span =
        from->span;
    struct node *own = custom_section(c, names[i].title);
    if (own && !node_get(own, "id"))
        native_text(c, own, "id", NULL, str_from(names[i].native))->span =
            own->span;
}

static void
put_order(struct conversion *c, const struct node *order)
{
    bool is_done[NAMES] = {false};
    if (!order || order->kind != NODE_LIST || !foreign_has_words(order))
        return;
    for (size_t k = 0; k < order->items.count; k++)
        for (size_t i = 0; i < NAMES; i++)
            if (str_is(order->items.at[k]->text, names[i].foreign))
                add_to_order(c, order, i, is_done);
    for (size_t i = 0; i < NAMES; i++)
        add_to_order(c, order, i, is_done);
    foreign_take(c, order);
}

static void
retitle(struct node *section, struct str title)
{
    for (size_t i = 0; i < section->pairs.count; i++)
        if (str_is(section->pairs.at[i].key, "title"))
            section->pairs.at[i].value->text = title;
}

/* Other headings than the usual ones. */
static void
put_aliases(struct conversion *c, const struct node *aliases)
{
    for (size_t i = 0; aliases && i < NAMES; i++) {
        const struct node *alias = foreign_get(c, aliases, names[i].foreign);
        struct node *own = custom_section(c, names[i].title);
        if (!foreign_says(alias) || !has_section(c, i))
            continue;
        if (own) {
            retitle(own, convert_line(c, alias));
            foreign_take(c, alias);
            continue;
        }
        struct node *layout = native_map(c, c->native, "layout", aliases);
        struct node *headings = native_map(c, layout, "headings", aliases);
        convert_value(c, headings, alias, names[i].native, VALUE_TEXT);
    }
}

/* Of several layouts the first that orders sections is the one to follow. */
static void
put_layouts(struct conversion *c)
{
    const struct node *layouts = foreign_get(c, c->foreign, "layouts");
    const struct node *one = foreign_get(c, c->foreign, "layout");
    bool is_ordered = false;
    for (size_t i = 0; layouts && i < layouts->items.count && !is_ordered;
         i++) {
        const struct node *own =
            foreign_get(c, layouts->items.at[i], "sections");
        if (!own)
            continue;
        put_order(c, foreign_get(c, own, "order"));
        put_aliases(c, foreign_get(c, own, "aliases"));
        is_ordered = true;
    }
    foreign_tell_settings(c, layouts);
    foreign_tell_settings(c, one);
}

static void
put_language(struct conversion *c)
{
    const struct node *locale = foreign_get(c, c->foreign, "locale");
    const struct node *language = foreign_get(c, locale, "language");
    struct str guess;
    if (language && language->kind == NODE_SCALAR) {
        struct str typed = str_trim(language->text);
        struct str tag = locale_tag(c->arena, typed, &guess);
        if (tag.len)
            (void)native_text(c, c->native, "language", language, tag);
    }
    foreign_tell_settings(c, locale);
}

/* ---- the file ------------------------------------------------------------ */

int
yamlresume_shape(const struct node *tree)
{
    static const char *const keys[] = {
        "basics", "education", "work",     "skills",   "languages",
        "awards", "projects",  "location", "profiles", "certificates"};
    const struct node *content = node_get(tree, "content");
    int sure = 0;
    if (!content || content->kind != NODE_MAP)
        return 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        sure += node_get(content, keys[i]) != NULL;
    return sure ? 50 + sure : 0;
}

void
yamlresume_convert(struct conversion *c)
{
    static const struct value_row beside_rows[] = {
        {.from = "location", .to = "location", .convert = convert_place},
        {.from = "profiles", .to = "profiles", .convert = convert_profiles},
        {0}};
    const struct node *content = foreign_get(c, c->foreign, "content");
    const struct node *basics = foreign_get(c, content, "basics");
    if (!content)
        return;
    put_language(c);
    struct node *native =
        native_map(c, c->native, "basics", basics ? basics : content);
    if (basics)
        convert_rows(c, native, basics, basics_rows);
    convert_rows(c, native, content, beside_rows);
    convert_sections(c, content, sections);
    put_layouts(c);
}
