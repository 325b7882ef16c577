#include "sections.h"

#include "taken.h"

/* ---- sections of their own ----------------------------------------------- */

struct node *
custom_entries(struct conversion *c, struct str title, const struct node *from)
{
    struct node *custom = native_list(c, c->native, "custom", from);
    for (size_t i = 0; i < custom->items.count; i++) {
        const struct node *there = node_get(custom->items.at[i], "title");
        if (there && str_equal(there->text, title))
            return native_list(c, custom->items.at[i], "entries", from);
    }
    struct node *section = native_item(c, custom, from);
    struct node *heading = native_text(c, section, "title", NULL, title);
    heading->span = section->span;
    return native_list(c, section, "entries", from);
}

struct str
heading_of_key(struct arena *arena, struct str key)
{
    struct buf out = buf_new(arena);
    key = convert_controls(arena, key);
    for (size_t i = 0; i < key.len; i++) {
        char byte = key.at[i];
        bool is_upper = byte >= 'A' && byte <= 'Z';
        bool was_lower = i > 0 && key.at[i - 1] >= 'a' && key.at[i - 1] <= 'z';
        if (byte == '_' || byte == '-') {
            buf_add_byte(&out, ' ');
            continue;
        }
        if (is_upper && was_lower)
            buf_add_byte(&out, ' ');
        if (!i)
            buf_add_byte(&out, ascii_upper(byte));
        else
            buf_add_byte(&out,
                         is_upper && was_lower ? ascii_lower(byte) : byte);
    }
    return buf_str(&out);
}

/* ---- texts that come together -------------------------------------------- */

static struct node *
text_of(struct node *map, const char *key)
{
    for (size_t i = 0; i < map->pairs.count; i++)
        if (str_is(map->pairs.at[i].key, key) &&
            map->pairs.at[i].value->kind == NODE_SCALAR)
            return map->pairs.at[i].value;
    return NULL;
}

static void
add_text(struct conversion *c, struct node *map, const char *key,
         const struct node *from, struct str text, const char *joint)
{
    struct node *there = text_of(map, key);
    if (!there || !text.len || str_equal(there->text, text)) {
        native_text(c, map, key, from, text);
        return;
    }
    there->text = str_format(c->arena, "%.*s%s%.*s", STR_ARG(there->text),
                             joint, STR_ARG(text));
    there->is_made = true;
    foreign_take(c, from);
}

void
native_add_prose(struct conversion *c, struct node *map, const char *key,
                 const struct node *from)
{
    add_text(c, map, key, from, convert_prose(c, from), "\n\n");
}

void
native_add_named(struct conversion *c, struct node *map, const char *key,
                 const char *name, const struct node *from)
{
    struct str words = foreign_words(c, from, ", ");
    if (str_trim(words).len) {
        struct node typed = *from;
        typed.kind = NODE_SCALAR;
        typed.text = str_format(c->arena, "%s: %.*s", name, STR_ARG(words));
        typed.is_null = false;
        struct str text = convert_prose(c, &typed);
        if (text.len)
            native_item_text(c, native_list(c, map, key, from), from, text);
    }
    foreign_take(c, from);
}

/* ---- hooks --------------------------------------------------------------- */

static const struct value_row place_rows[] = {
    {.from = "address|street|streetAddress", .to = "address"},
    {.from = "city|town|locality", .to = "city"},
    {.from = "region|state|province|county", .to = "region"},
    {.from = "postalCode|postal_code|postcode|zip|zipCode|code",
     .to = "postal_code"},
    {.from = "countryCode|country_code", .to = "country_code"},
    {.from = "country", .to = "country_code"},
    {.from = "text|name|label|value", .to = "text"},
    {0}};

void
convert_place(struct conversion *c, struct node *native,
              const struct node *foreign, const char *to)
{
    if (foreign->kind == NODE_LIST && foreign->items.count == 1)
        foreign = foreign->items.at[0];
    if (foreign->kind != NODE_MAP) {
        native_text(c, native, to, foreign, convert_line(c, foreign));
        return;
    }
    if (foreign_has_words(foreign))
        convert_rows(c, native_map(c, native, to, foreign), foreign,
                     place_rows);
}

void
convert_more(struct conversion *c, struct node *native,
             const struct node *foreign, const char *to)
{
    native_add_prose(c, native, to, foreign);
}

void
convert_keywords(struct conversion *c, struct node *native,
                 const struct node *foreign, const char *to)
{
    native_add_named(c, native, to, "Keywords", foreign);
}

void
convert_tools(struct conversion *c, struct node *native,
              const struct node *foreign, const char *to)
{
    native_add_named(c, native, to, "Technologies", foreign);
}

void
convert_part_of(struct conversion *c, struct node *native,
                const struct node *foreign, const char *to)
{
    const struct node *there = text_of(native, to);
    bool is_sentence = there && str_ends(there->text, STR("."));
    add_text(c, native, to, foreign, convert_line(c, foreign),
             is_sentence ? " " : ", ");
}

static bool
is_true(const struct node *node)
{
    return node->kind == NODE_SCALAR &&
           (str_equal_nocase(node->text, STR("true")) ||
            str_equal_nocase(node->text, STR("yes")));
}

void
convert_current(struct conversion *c, struct node *native,
                const struct node *foreign, const char *to)
{
    if (is_true(foreign) && !node_get(native, to))
        native_text(c, native, to, foreign, STR("present"));
    if (foreign->kind == NODE_SCALAR)
        foreign_take(c, foreign);
}

void
convert_private(struct conversion *c, struct node *native,
                const struct node *foreign, const char *to)
{
    if (is_true(foreign)) {
        struct node *flag = native_text(c, native, to, foreign, STR("true"));
        flag->style = SCALAR_PLAIN;
    }
    if (foreign->kind == NODE_SCALAR)
        foreign_take(c, foreign);
}

void
convert_period(struct conversion *c, struct node *native,
               const struct node *foreign, const char *to)
{
    struct date_read first, last;
    bool has_dates = node_get(native, "start_date") != NULL;
    if (foreign->kind != NODE_SCALAR || has_dates ||
        !date_span_read(c->arena, foreign->text, c->options, &first, &last)) {
        convert_value(c, native, foreign, to, VALUE_DATE);
        return;
    }
    native_text(c, native, "start_date", foreign, first.text);
    struct node *end = native_text(c, native, "end_date", foreign, last.text);
    if (first.is_exact && last.is_exact)
        return;
    struct str shown = foreign_shown(c, foreign->text, 200);
    foreign_report(c, CODE_I102, foreign, "\"%.*s\" is read as %.*s to %.*s.",
                   STR_ARG(shown), STR_ARG(first.text), STR_ARG(last.text));
    native_note(c, end, "was \"%.*s\"", STR_ARG(shown));
}

/* ---- who and where on the web -------------------------------------------- */

static const struct value_row profile_rows[] = {
    {.from = "network|name|title|site|platform|type", .to = "network"},
    {.from = "username|user|handle|id", .to = "username"},
    {.from = "url|link|website|href", .to = "url", .kind = VALUE_URL},
    {.from = "label", .to = "network", .convert = convert_part_of},
    {0}};

static bool
is_address(struct str text)
{
    return str_find(text, STR("://"), 0) != SIZE_MAX ||
           str_starts(text, STR("www."));
}

/* "github.com" of "https://www.github.com/me". */
static struct str
host_of(struct str url)
{
    size_t at = str_find(url, STR("://"), 0);
    url = str_slice(url, at == SIZE_MAX ? 0 : at + 3, url.len);
    url = str_cut(&url, '/');
    return str_starts(url, STR("www.")) ? str_slice(url, 4, url.len) : url;
}

/* A text that is an address or a name on that network. */
static void
add_profile(struct conversion *c, struct node *list, const struct node *from,
            struct str network)
{
    struct str text = convert_line(c, from);
    if (!text.len) {
        foreign_take(c, from);
        return;
    }
    struct node *profile = native_item(c, list, from);
    if (!network.len)
        network = is_address(text) ? host_of(text) : text;
    native_text(c, profile, "network", NULL, network)->span = from->span;
    if (is_address(text))
        convert_value(c, profile, from, "url", VALUE_URL);
    else
        native_text(c, profile, "username", from, text);
}

static void
add_profile_map(struct conversion *c, struct node *list,
                const struct node *from)
{
    struct node *profile = native_item(c, list, from);
    convert_rows(c, profile, from, profile_rows);
    const struct node *url = node_get(profile, "url");
    if (url && !node_get(profile, "network"))
        native_text(c, profile, "network", NULL, host_of(url->text))->span =
            url->span;
}

void
convert_profiles(struct conversion *c, struct node *native,
                 const struct node *foreign, const char *to)
{
    if (!foreign_has_words(foreign))
        return;
    struct node *list = native_list(c, native, to, foreign);
    if (foreign->kind == NODE_SCALAR)
        add_profile(c, list, foreign, (struct str){NULL, 0});
    for (size_t i = 0; i < foreign->items.count; i++) {
        const struct node *item = foreign->items.at[i];
        if (item->kind == NODE_SCALAR)
            add_profile(c, list, item, (struct str){NULL, 0});
        else if (foreign_has_words(item))
            add_profile_map(c, list, item);
    }
    for (size_t i = 0; i < foreign->pairs.count; i++) {
        const struct node_pair *pair = &foreign->pairs.at[i];
        if (pair->value->kind == NODE_SCALAR)
            add_profile(c, list, pair->value,
                        heading_of_key(c->arena, pair->key));
        else if (foreign_has_words(pair->value))
            add_profile_map(c, list, pair->value);
    }
}

void
convert_picture(struct conversion *c, struct node *native,
                const struct node *foreign, const char *to)
{
    if (foreign->kind == NODE_MAP)
        foreign = foreign_get(c, foreign, "url|src|href|data|path");
    if (!foreign)
        return;
    convert_value(c, native, foreign, to, VALUE_IMAGE);
    const struct node *made = node_get(native, to);
    if (!made)
        return;
    native_note(c, made, "it is printed when you add image_consent: true");
    if (str_starts(made->text, STR("http://")) ||
        str_starts(made->text, STR("https://"))) {
        struct str shown = foreign_shown(c, made->text, 300);
        struct finding *finding =
            foreign_report(c, CODE_I101, foreign,
                           "The picture \"%.*s\" is not fetched from the web.",
                           STR_ARG(shown));
        finding_help(finding, "Save it beside the file and write its name: "
                              "image: portrait.jpg");
    }
}

/* ---- entries ------------------------------------------------------------- */

const struct value_row custom_rows[] = {
    {.from = "title|name|label|position|activity|role|degree", .to = "title"},
    {.from = "position|role|roles|degree|studyType",
     .to = "subtitle",
     .convert = convert_part_of},
    {.from = "subtitle|organization|organisation|company|employer|entity|"
             "institution|publisher|issuer|awarder|event|client|venue|"
             "provider|school",
     .to = "subtitle",
     .convert = convert_part_of},
    {.from = "location|place", .to = "location", .convert = convert_place},
    {.from = "startDate|start_date|start|from",
     .to = "start_date",
     .kind = VALUE_DATE},
    {.from = "endDate|end_date|end|to|until",
     .to = "end_date",
     .kind = VALUE_DATE},
    {.from = "date|year|releaseDate|issueDate|dates|period",
     .to = "date",
     .convert = convert_period},
    {.from = "current|isCurrent|present",
     .to = "end_date",
     .convert = convert_current},
    {.from = "url|website|link|href", .to = "url", .kind = VALUE_URL},
    {.from = "description|summary|text|content|details|about|body",
     .to = "summary",
     .convert = convert_more},
    {.from = "summary|description|text",
     .to = "summary",
     .convert = convert_more},
    {.from = "highlights|bullets|points|achievements|responsibilities|courses|"
             "items",
     .to = "highlights",
     .kind = VALUE_BULLETS},
    {.from = "keywords|tags", .to = "highlights", .convert = convert_keywords},
    {.from = "technologies|technology|tech|techStack|stack|tools|skills",
     .to = "highlights",
     .convert = convert_tools},
    {.from = "private|hidden", .to = "private", .convert = convert_private},
    {0}};

/* An entry without a heading is a text. */
void
custom_finish(struct conversion *c, struct node *entry,
              const struct node *foreign)
{
    (void)foreign;
    if (node_get(entry, "title") || node_get(entry, "text"))
        return;
    for (size_t i = 0; i < entry->pairs.count; i++) {
        struct node_pair *pair = &entry->pairs.at[i];
        if (str_is(pair->key, "summary") || str_is(pair->key, "subtitle")) {
            pair->key =
                str_is(pair->key, "summary") ? STR("text") : STR("title");
            return;
        }
    }
    if (entry->pairs.count)
        native_text(c, entry, "title", NULL, STR("\xE2\x80\x93"))->span =
            entry->span;
}

void
quote_finish(struct conversion *c, struct node *entry,
             const struct node *foreign)
{
    (void)foreign;
    const struct node *quote = node_get(entry, "quote");
    if (quote)
        native_note(c, quote,
                    "printed when its author has agreed: add consent: {given: "
                    "true, date: 2025-01-31, scope: [portfolio]}");
}

const char contact_of_others[] =
    "is contact data of another person, which no resume should carry";

/* ---- sections ------------------------------------------------------------ */

struct filling {
    const struct section_row *section;
    struct node *list;
};

static void add_entry(struct conversion *c, const struct filling *filling,
                      const struct node *foreign);

/* {"first": {...}, "second": {...}}: nothing but entries. */
static bool
is_map_of_entries(const struct node *map)
{
    for (size_t i = 0; i < map->pairs.count; i++)
        if (map->pairs.at[i].value->kind != NODE_MAP)
            return false;
    return map->pairs.count > 0;
}

static void
add_map(struct conversion *c, const struct filling *filling,
        const struct node *foreign)
{
    struct node *entry = native_item(c, filling->list, foreign);
    convert_rows(c, entry, foreign, filling->section->rows);
    if (filling->section->finish)
        filling->section->finish(c, entry, foreign);
    if (!entry->pairs.count)
        filling->list->items.count--;
}

static void
add_entry(struct conversion *c, const struct filling *filling,
          const struct node *foreign)
{
    bool is_said = foreign_has_words(foreign);
    if (foreign->kind == NODE_SCALAR && is_said) {
        bool is_prose = str_is(str_from(filling->section->name), "text");
        struct str text =
            is_prose ? convert_prose(c, foreign) : convert_line(c, foreign);
        if (text.len)
            native_text(c, native_item(c, filling->list, foreign),
                        filling->section->name, foreign, text);
        foreign_take(c, foreign);
    } else if (foreign->kind == NODE_MAP && is_said) {
        if (is_map_of_entries(foreign))
            for (size_t i = 0; i < foreign->pairs.count; i++)
                add_map(c, filling, foreign->pairs.at[i].value);
        else
            add_map(c, filling, foreign);
    }
    for (size_t i = 0; i < foreign->items.count; i++)
        add_entry(c, filling, foreign->items.at[i]);
}

void
convert_section(struct conversion *c, const struct node *foreign,
                const struct section_row *section)
{
    if (!foreign || !foreign_has_words(foreign))
        return;
    struct filling filling = {.section = section};
    filling.list = section->custom
                       ? custom_entries(c, str_from(section->custom), foreign)
                       : native_list(c, c->native, section->to, foreign);
    add_entry(c, &filling, foreign);
    struct node *custom =
        section->custom ? native_list(c, c->native, "custom", foreign) : NULL;
    if (custom && !filling.list->items.count) /* templates alone */
        custom->items.count--;
}

void
convert_sections(struct conversion *c, const struct node *foreign,
                 const struct section_row *sections)
{
    for (const struct section_row *section = sections; section->from;
         section++) {
        struct str keys = str_from(section->from);
        while (keys.len) { /* each of them may be there */
            struct str key = str_cut(&keys, '|');
            convert_section(
                c, foreign_get(c, foreign, str_terminated(c->arena, key)),
                section);
        }
    }
}
