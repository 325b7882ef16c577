/* What entries of several sections have: dates, a summary, keys of ours. */
#include "rendercv.h"

#include "model/fields.h"

/* ---- what an entry is ---------------------------------------------------- */

/* The keys that tell, in the order in which RenderCV asks. Before 1.10 a label
   was a name: such an entry has details. */
static const struct {
    const char *key;
    enum rendercv_type type;
} telling_keys[] = {
    {"label", RENDERCV_ONE_LINE},       {"details", RENDERCV_ONE_LINE},
    {"name", RENDERCV_NORMAL},          {"company", RENDERCV_EXPERIENCE},
    {"position", RENDERCV_EXPERIENCE},  {"institution", RENDERCV_EDUCATION},
    {"area", RENDERCV_EDUCATION},       {"degree", RENDERCV_EDUCATION},
    {"study_type", RENDERCV_EDUCATION}, {"authors", RENDERCV_PUBLICATION},
    {"doi", RENDERCV_PUBLICATION},      {"journal", RENDERCV_PUBLICATION},
    {"title", RENDERCV_PUBLICATION},    {"bullet", RENDERCV_BULLET},
    {"number", RENDERCV_BULLET},        {"reversed_number", RENDERCV_BULLET},
};

enum rendercv_type
rendercv_type_of(const struct node *entry)
{
    if (entry->kind == NODE_SCALAR)
        return RENDERCV_TEXT;
    if (entry->kind == NODE_LIST)
        return RENDERCV_UNKNOWN;
    for (size_t i = 0; i < sizeof telling_keys / sizeof *telling_keys; i++)
        if (node_get(entry, telling_keys[i].key))
            return telling_keys[i].type;
    /* A sentence with a colon is a mapping to YAML. */
    return entry->pairs.count == 1 &&
                   entry->pairs.at[0].value->kind == NODE_SCALAR
               ? RENDERCV_TEXT
               : RENDERCV_UNKNOWN;
}

/* The words of an entry that is one text. */
const struct node *
rendercv_text_of(struct rendercv *r, const struct node *entry)
{
    return entry->kind == NODE_MAP && rendercv_type_of(entry) == RENDERCV_BULLET
               ? foreign_get(r->c, entry, "bullet|number|reversed_number")
               : entry;
}

/* A text is the name of the thing. */
bool
rendercv_put_text(struct rendercv *r, struct node *native,
                  const struct node *entry, const char *to, const char *url_to)
{
    enum rendercv_type type = rendercv_type_of(entry);
    if (type != RENDERCV_TEXT && type != RENDERCV_BULLET)
        return false;
    const struct node *from = rendercv_text_of(r, entry);
    struct str url;
    bool more;
    struct str words =
        rendercv_words(r->c, rendercv_prose(r->c, from), &url, &more);
    (void)native_text(r->c, native, to, from, words);
    if (url.len && url_to)
        (void)native_text(r->c, native, url_to, from, url);
    return true;
}

/* ---- dates --------------------------------------------------------------- */

static void
put_words_of_date(struct rendercv *r, struct node *native,
                  const struct node *date, const char *to)
{
    struct conversion *c = r->c;
    struct str text = rendercv_prose(c, date);
    struct node *list = native_list(c, native, to, date);
    struct node *line = native_item_text(c, list, date, text);
    native_note(c, line, "stood where a date stands");
}

/* A date wins over start and end. */
static void
put_single(struct rendercv *r, struct node *native, const struct node *date,
           const struct rendercv_dates *to)
{
    struct conversion *c = r->c;
    struct date_read from = {0}, until = {0};
    struct str typed = convert_line(c, date);
    if (date_span_read(c->arena, typed, c->options, &from, &until)) {
        struct node *start = native_text(c, native, to->start, date, from.text);
        struct node *end = native_text(c, native, to->end, date, until.text);
        if (start && end && !(from.is_exact && until.is_exact))
            native_note(c, start, "was \"%.*s\"", STR_ARG(typed));
        return;
    }
    struct date_read one = date_read(c->arena, typed, c->options);
    if (one.text.len || one.is_impossible || !typed.len)
        convert_value(c, native, date, to->single ? to->single : to->end,
                      VALUE_DATE);
    else
        put_words_of_date(r, native, date, to->words);
}

bool
rendercv_says_same(const struct node *a, const struct node *b)
{
    return a && b && str_equal(str_trim(a->text), str_trim(b->text));
}

void
rendercv_put_dates(struct rendercv *r, struct node *native,
                   const struct node *entry, const struct rendercv_dates *to)
{
    struct conversion *c = r->c;
    const struct node *date = foreign_get(c, entry, "date");
    const struct node *start = foreign_get(c, entry, "start_date|startDate");
    const struct node *end = foreign_get(c, entry, "end_date|endDate");
    if (date) {
        put_single(r, native, date, to);
        if (rendercv_says_same(date, start))
            foreign_take(c, start);
        if (rendercv_says_same(date, end))
            foreign_take(c, end);
        foreign_lose(c, start, "is not printed where there is a date as well");
        foreign_lose(c, end, "is not printed where there is a date as well");
        return;
    }
    if (start)
        convert_value(c, native, start, to->start, VALUE_DATE);
    if (end)
        convert_value(c, native, end,
                      start || !to->single ? to->end : to->single, VALUE_DATE);
    else if (start && node_get(native, to->start))
        (void)native_text(c, native, to->end, start, STR("present"));
}

/* ---- keys that are ours -------------------------------------------------- */

static void
put_field(struct conversion *c, struct node *native, const struct field *field,
          const struct node *value)
{
    enum value_kind kind = VALUE_TEXT;
    if (field->is_list)
        kind = VALUE_TEXTS;
    else if (field->type == FIELD_PROSE || field->type == FIELD_LINE)
        kind = VALUE_PROSE;
    else if (field->type == FIELD_DATE || field->type == FIELD_MONTH)
        kind = VALUE_DATE;
    else if (field->type == FIELD_URL)
        kind = VALUE_URL;
    if (kind == VALUE_TEXT)
        rendercv_put_words(c, native, value, field->key, NULL);
    else
        convert_value(c, native, value, field->key, kind);
}

void
rendercv_put_rest(struct rendercv *r, struct node *native,
                  const struct node *entry, const char *section)
{
    struct conversion *c = r->c;
    const struct field_shape *shape = fields_shape(section);
    for (size_t i = 0; i < entry->pairs.count; i++) {
        const struct node_pair *pair = &entry->pairs.at[i];
        const struct field *field = field_find(shape, pair->key);
        bool is_part =
            field && (field->type == FIELD_MAP || field->type == FIELD_NODE ||
                      field->type == FIELD_REF);
        if (!field || is_part || field_is_common(shape, field) ||
            foreign_is_taken(c, pair->value) || pair->value->kind == NODE_MAP ||
            node_get(native, field->key))
            continue;
        put_field(c, native, field, pair->value);
    }
}

/* ---- a summary ----------------------------------------------------------- */

/* A summary that our own writer made of fields which stand in the entry as
   well: all of these are in it. */
static bool
is_said_by(struct conversion *c, const struct node *entry,
           const struct node *summary, const char *keys)
{
    struct str rest = str_from(keys);
    bool any = false;
    while (rest.len) {
        struct str key = str_cut(&rest, ' ');
        const struct node *value =
            node_get(entry, str_terminated(c->arena, key));
        struct str words =
            value ? foreign_words(c, value, ", ") : (struct str){NULL, 0};
        if (!words.len)
            continue;
        if (str_find(summary->text, words, 0) == SIZE_MAX)
            return false;
        any = true;
    }
    return any;
}

const struct node *
rendercv_summary_of(struct rendercv *r, const struct node *entry,
                    const char *keys)
{
    const struct node *summary = foreign_get(r->c, entry, "summary");
    if (!summary || summary->kind != NODE_SCALAR ||
        !is_said_by(r->c, entry, summary, keys))
        return summary;
    foreign_take(r->c, summary);
    return NULL;
}

void
rendercv_put_summary(struct rendercv *r, struct node *native,
                     const struct node *summary, const char *to)
{
    if (summary)
        (void)native_text(r->c, native, to, summary,
                          rendercv_prose(r->c, summary));
}
