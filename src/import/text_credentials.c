/* Certifications: names with abbreviations, dates and numbers with words. */
#include "text_lists.h"

/* "Certified Medical Manager (CMM)". */
static struct str
abbreviation(struct str s, struct str *name)
{
    size_t open = s.len;
    if (!str_ends(s, STR(")")))
        return STR("");
    while (open > 0 && s.at[open - 1] != '(')
        open--;
    struct str inner = str_slice(s, open, s.len - 1);
    if (open < 2 || inner.len < 2 || inner.len > 12)
        return STR("");
    for (size_t i = 0; i < inner.len; i++)
        if (!(inner.at[i] >= 'A' && inner.at[i] <= 'Z') && inner.at[i] != '-' &&
            !ascii_is_digit(inner.at[i]))
            return STR("");
    *name = str_trim(str_slice(s, 0, open - 1));
    return inner;
}

void
text_credential_name(struct lister *l, struct node *map,
                     const struct node *from)
{
    struct str name = from->text;
    struct str abbr = abbreviation(name, &name);
    native_text(l->t->c, map, "name", from, name);
    native_text(l->t->c, map, "abbr", from, abbr);
}

/* ---- dates and numbers --------------------------------------------------- */

/* What is said of a credential before a date or a number. */
static const struct {
    const char *begins, *key;
} details[] = {
    {"expires on", "expires"},
    {"expires", "expires"},
    {"expiration date", "expires"},
    {"expiration", "expires"},
    {"expiry", "expires"},
    {"exp", "expires"},
    {"valid until", "expires"},
    {"valid through", "expires"},
    {"valid thru", "expires"},
    {"gultig bis", "expires"},
    {"valido hasta", "expires"},
    {"geldig tot", "expires"},
    {"valable jusqu", "expires"},
    {"renewed", "renewed"},
    {"issued on", "issued"},
    {"issued", "issued"},
    {"obtained", "issued"},
    {"earned", "issued"},
    {"completed", "issued"},
    {"expected", "expected"},
    {"license number", "number"},
    {"license no", "number"},
    {"licence no", "number"},
    {"license", "number"},
    {"no", "number"},
    {"nr", "number"},
    {"credential id", "number"},
    {"certificate no", "number"},
    {"id", "number"},
};

/* The rest of a text behind as many words as `words` has. */
static struct str
behind_words(struct str s, struct str words)
{
    size_t at = 0;
    while (words.len) {
        (void)str_cut(&words, ' ');
        (void)text_word_next(s, &at);
    }
    return text_trim_signs(str_slice(s, at, s.len));
}

static bool
put_labelled(struct lister *l, struct node *map, const struct node *from,
             size_t detail)
{
    const char *key = details[detail].key;
    struct str value =
        behind_words(from->text, str_from(details[detail].begins));
    if (!str_has_digit(value) || node_get(map, key))
        return false;
    if (str_is(str_from(key), "number")) {
        while (value.len && (*value.at == '#' || *value.at == ' '))
            value = str_slice(value, 1, value.len);
        native_text(l->t->c, map, key, from, value);
        return true;
    }
    struct date_read date = date_read(l->t->c->arena, value, l->t->c->options);
    if (!date.text.len || !date.is_exact)
        return false;
    native_text(l->t->c, map, key, from, date.text);
    return true;
}

/* "expires 2027-06", "license no. 1234", "In progress", a date alone. */
bool
text_credential_detail(struct lister *l, struct node *map,
                       const struct node *from)
{
    struct conversion *c = l->t->c;
    struct str s = from->text, folded = text_fold(c->arena, s);
    if (l->row->topic != TOPIC_CERTIFICATIONS || s.len > 60)
        return false;
    if (str_is(folded, "in progress") && !node_get(map, "status")) {
        native_text(c, map, "status", from, STR("in_progress"));
        return true;
    }
    for (size_t i = 0; i < sizeof details / sizeof *details; i++) {
        struct str begin = str_from(details[i].begins);
        if (str_starts(folded, begin) && folded.len > begin.len &&
            folded.at[begin.len] == ' ')
            return put_labelled(l, map, from, i);
    }
    struct text_dates dates = text_dates_find(l->t->page->words, s);
    struct date_read date;
    if (dates.to - dates.from != s.len || node_get(map, "issued") ||
        dates.is_span)
        return false;
    date = date_read(c->arena, s, c->options);
    return date.text.len && date.is_exact &&
           native_text(c, map, "issued", from, date.text);
}

/* Dates of credentials have words of their own: they are parts like others. */
void
text_credential_read(struct lister *l, struct node *map,
                     struct text_entry *entry)
{
    for (size_t i = 0; i < entry->heads.count; i++) {
        struct text_line *line = ARENA_NEW(l->t->c->arena, struct text_line);
        *line = *entry->heads.at[i];
        line->dates = (struct text_dates){0};
        text_parts_add(l->t->page, entry, line);
    }
    text_parts_split_commas(l->t->page, entry);
    for (size_t i = 1; i < entry->parts.count; i++)
        entry->parts.at[i].is_used =
            text_credential_detail(l, map, entry->parts.at[i].node);
}

/* ---- short names --------------------------------------------------------- */

/* "BLS, ACLS, PALS": short names in one line. */
bool
text_credential_names(struct lister *l, const struct text_line *line)
{
    struct text_items r = {text_of(line), 0};
    struct str item;
    size_t count = 0;
    if (line->dates.from < line->dates.to)
        return false;
    while (text_items_next(&r, &item)) {
        size_t upper = 0;
        for (size_t i = 0; i < item.len; i++)
            upper += item.at[i] >= 'A' && item.at[i] <= 'Z';
        if (item.len > 8 || upper < 2)
            return false;
        count++;
    }
    if (count < 2)
        return false;
    r.at = 0;
    while (text_items_next(&r, &item)) {
        const struct node *from = text_slice(l->t->page, line, item);
        native_text(l->t->c, native_item(l->t->c, l->list, from), "abbr", from,
                    item);
    }
    foreign_take(l->t->c, line->node);
    return true;
}
