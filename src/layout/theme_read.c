/* One layer of options: names, shorthands, advice. */
#include "reading.h"

#include "base/bug.h"
#include "rendercv.h"

static const char *const kind_names[KINDS] = {
    [DOCUMENT_RESUME] = "resume",
    [DOCUMENT_PORTFOLIO] = "portfolio",
    [DOCUMENT_LETTER] = "letter",
};

/* Keys of `layout:` that others read, and keys of themes. */
static const char *const layout_keys[] = {"theme", "headings", "sections",
                                          "language", NULL};
static const char *const theme_keys[] = {"extends", "description", "name",
                                         NULL};

static bool
is_foreign(const struct reading *reading, struct str key)
{
    const char *const *keys = reading->is_theme ? theme_keys : layout_keys;
    for (; *keys; keys++)
        if (str_is(key, *keys))
            return true;
    return str_starts(key, STR("x_"));
}

/* ---- advice -------------------------------------------------------------- */

static const char *const shorthands[] = {
    "margins",   "accent", "fonts", "footer",   "top_note", "resume",
    "portfolio", "letter", "theme", "headings", "sections"};
#define SHORTHANDS (sizeof shorthands / sizeof *shorthands)

/* A name that RenderCV has for one of our options. */
static void
report_other_name(struct reading *reading, const struct rendercv_option *other,
                  struct span span)
{
    struct finding *finding =
        finding_add(reading->findings, CODE_X201, span,
                    "\"%s\" is an option of RenderCV.", other->name);
    finding_help(finding, "write \"%s\"%s%s%s", other->ours,
                 other->note ? " (" : "", other->note ? other->note : "",
                 other->note ? ")" : "");
}

static void
report_unknown(struct reading *reading, struct str path, struct span span)
{
    struct arena *arena = reading->arena;
    size_t total = option_total();
    const struct rendercv_option *other = rendercv_find(path);
    if (other) {
        report_other_name(reading, other, span);
        return;
    }
    struct str *names = ARENA_ARRAY(arena, total + SHORTHANDS, struct str);
    for (size_t i = 0; i < total; i++)
        names[i] = option_name(arena, i);
    for (size_t i = 0; i < SHORTHANDS; i++)
        names[total + i] = str_from(shorthands[i]);
    size_t nearest = str_nearest(path, names, total + SHORTHANDS);
    struct finding *finding =
        finding_add(reading->findings, CODE_X201, span,
                    "\"%.*s\" is not an option of the layout.", STR_ARG(path));
    if (nearest != SIZE_MAX)
        finding_help(finding, "did you mean \"%.*s\"?",
                     STR_ARG(names[nearest]));
}

/* ---- reading ------------------------------------------------------------- */

static void
choose(struct reading *reading, size_t number, struct str text,
       struct span span)
{
    for (unsigned kind = 0; kind < KINDS; kind++)
        if (reading->kinds & 1u << kind)
            reading->choices[kind][number] = (struct choice){text, span};
}

/* "[skills, languages]" as one text. */
static struct str
list_text(struct arena *arena, const struct node *list)
{
    struct buf text = buf_new(arena);
    for (size_t i = 0; i < list->items.count; i++)
        buf_print(&text, "%s%.*s", i ? ", " : "",
                  STR_ARG(list->items.at[i]->text));
    return buf_str(&text);
}

static void
read_option(struct reading *reading, size_t number, struct str path,
            const struct node *value)
{
    const struct option *option = option_at(number);
    bool is_list = option->kind == OPTION_LIST && value->kind == NODE_LIST;
    struct str text =
        is_list ? list_text(reading->arena, value) : str_trim(value->text);
    if (value->kind != NODE_SCALAR && !is_list) {
        finding_add(reading->findings, CODE_X202, value->span,
                    "\"%.*s\" is one value, not a list or a map.",
                    STR_ARG(path));
        return;
    }
    const char *expected = option_refuse(reading->arena, option, text);
    if (!expected) {
        choose(reading, number, text, value->span);
        return;
    }
    struct finding *finding = finding_add(
        reading->findings, CODE_X202, value->span,
        "\"%.*s\" cannot be \"%.*s\".", STR_ARG(path), STR_ARG(text));
    finding_help(finding, "write %s", expected);
}

static void
read_named(struct reading *reading, const char *name, const struct node *value)
{
    size_t number = option_find(str_from(name));
    ENSURE(number != SIZE_MAX);
    read_option(reading, number, str_from(name), value);
}

/* One value that stands for several options. */
static const struct shorthand {
    const char *name;
    struct {
        const char *option, *value; /* NULL: as typed */
    } sets[4];
} value_shorthands[] = {
    {"accent", {{"colors.accent", NULL}}},
    {"fonts", {{"fonts.body", NULL}, {"fonts.heading", "body"}}},
    {"margins",
     {{"margins.top", NULL},
      {"margins.right", NULL},
      {"margins.bottom", NULL},
      {"margins.left", NULL}}},
    {"footer",
     {{"footer.center", NULL}, {"footer.start", ""}, {"footer.end", ""}}},
    {"top_note", {{"top_note.text", NULL}}},
};
#define VALUE_SHORTHANDS (sizeof value_shorthands / sizeof *value_shorthands)

static bool
kind_of_key(struct str key, unsigned *kinds)
{
    for (unsigned kind = 0; kind < KINDS; kind++)
        if (str_is(key, kind_names[kind])) {
            *kinds = 1u << kind;
            return true;
        }
    return false;
}

static bool
read_shorthand(struct reading *reading, struct str path,
               const struct node *value)
{
    const struct shorthand *found = NULL;
    for (size_t i = 0; i < VALUE_SHORTHANDS; i++)
        if (str_is(path, value_shorthands[i].name))
            found = &value_shorthands[i];
    if (!found || value->kind != NODE_SCALAR)
        return false;
    for (size_t i = 0; i < 4 && found->sets[i].option; i++) {
        const char *fixed = found->sets[i].value;
        if (fixed)
            choose(reading, option_find(str_from(found->sets[i].option)),
                   str_from(fixed), value->span);
        else
            read_named(reading, found->sets[i].option, value);
    }
    return true;
}

static void read_map(struct reading *reading, struct str prefix,
                     const struct node *map);

/* A number of pages by itself is that of the resume, as in a variant: no
   portfolio has as few. Others are named: {resume: 1, portfolio: 8-12}. */
static void
read_pages(struct reading *reading, const struct node *value)
{
    unsigned kinds = reading->kinds;
    size_t count = value->kind == NODE_MAP ? value->pairs.count : 0;
    if (kinds == ALL_KINDS)
        reading->kinds = 1u << DOCUMENT_RESUME;
    if (value->kind != NODE_MAP)
        read_named(reading, "pages", value);
    for (size_t i = 0; i < count; i++) {
        const struct node_pair *pair = &value->pairs.at[i];
        if (kind_of_key(pair->key, &reading->kinds))
            read_named(reading, "pages", pair->value);
        else
            report_unknown(
                reading,
                str_format(reading->arena, "pages.%.*s", STR_ARG(pair->key)),
                pair->key_span);
    }
    reading->kinds = kinds;
}

/* A key without a value; where a text may stand, it is the empty one. */
static bool
says_nothing(const struct node *value, size_t number)
{
    enum option_kind kind =
        number == SIZE_MAX ? OPTION_BOOL : option_at(number)->kind;
    return value->is_null && kind != OPTION_TEXT && kind != OPTION_TEMPLATE;
}

static void
read_pair(struct reading *reading, struct str path,
          const struct node_pair *pair)
{
    size_t number = option_find(path);
    if (says_nothing(pair->value, number))
        return;
    if (str_is(path, "pages"))
        read_pages(reading, pair->value);
    else if (pair->value->kind == NODE_MAP && rendercv_is_group(path) &&
             !option_is_group(path))
        read_map(reading, path, pair->value); /* for advice on what is in it */
    else if (number != SIZE_MAX)
        read_option(reading, number, path, pair->value);
    else if (read_shorthand(reading, path, pair->value))
        return;
    else if (pair->value->kind == NODE_MAP && option_is_group(path))
        read_map(reading, path, pair->value);
    else
        report_unknown(reading, path, pair->key_span);
}

/* Goes no deeper than the names of options do. */
static void
read_map(struct reading *reading, struct str prefix, const struct node *map)
{
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct str path = pair->key;
        if (prefix.len)
            path = str_format(reading->arena, "%.*s.%.*s", STR_ARG(prefix),
                              STR_ARG(pair->key));
        read_pair(reading, path, pair);
    }
}

void
reading_begin(struct reading *reading)
{
    size_t total = option_total();
    for (int kind = 0; kind < KINDS; kind++)
        reading->choices[kind] =
            ARENA_ARRAY(reading->arena, total, struct choice);
    for (size_t i = 0; i < total; i++) {
        struct choice usual = {str_from(option_fallback(i)), SPAN_NONE};
        for (int kind = 0; kind < KINDS; kind++)
            reading->choices[kind][i] = usual;
    }
}

/* `letter: {date: end, font_size: 11pt}`: options of letters, and what all
   documents have. */
static void
read_kind(struct reading *reading, struct str kind, const struct node *map)
{
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct str path = str_format(reading->arena, "%.*s.%.*s", STR_ARG(kind),
                                     STR_ARG(pair->key));
        bool is_own = option_find(path) != SIZE_MAX;
        read_pair(reading, is_own ? path : pair->key, pair);
    }
}

void
reading_layer(struct reading *reading, const struct node *layer)
{
    if (layer->kind != NODE_MAP)
        return; /* X101 of the candidate says so */
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < layer->pairs.count; i++) {
            const struct node_pair *pair = &layer->pairs.at[i];
            bool special = kind_of_key(pair->key, &reading->kinds) &&
                           pair->value->kind == NODE_MAP;
            if (special != (pass == 1) || is_foreign(reading, pair->key))
                continue;
            if (special)
                read_kind(reading, pair->key, pair->value);
            else {
                reading->kinds = ALL_KINDS;
                read_pair(reading, pair->key, pair);
            }
        }
}
