/* Entries of a label and details: skills and languages. */
#include "rendercv.h"

/* The label, or the details where there is none. */
static void
put_label(struct conversion *c, struct node *native, const struct node *entry,
          const char *to)
{
    rendercv_put_words(c, native, foreign_get(c, entry, "label|name"), to,
                       NULL);
    if (!node_get(native, to))
        rendercv_put_words(c, native, foreign_get(c, entry, "details"), to,
                           NULL);
}

static void
put_details(struct rendercv *r, struct node *native, const struct node *details,
            const char *to)
{
    struct conversion *c = r->c;
    if (!details)
        return;
    struct node made = *details;
    struct str url;
    bool more;
    made.text = rendercv_words(c, convert_line(c, details), &url, &more);
    made.kind = NODE_SCALAR;
    convert_value(c, native, &made, to, VALUE_TEXTS);
    foreign_take(c, details);
}

/* "**Scheduling:** Epic Cadence, templates"; false: there is no label. */
static bool
put_labelled_skill(struct rendercv *r, struct node *native,
                   const struct node *from)
{
    struct str label, rest;
    if (!rendercv_label(rendercv_prose(r->c, from), &label, &rest))
        return false;
    struct node made = *from;
    made.text = rest;
    (void)native_text(r->c, native, "name", from, label);
    put_details(r, native, &made, "keywords");
    return true;
}

void
rendercv_entry_skill(struct rendercv *r, struct node *list,
                     const struct node *entry)
{
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    const struct node *from = rendercv_text_of(r, entry);
    if (entry->kind == NODE_SCALAR || from != entry) {
        if (!put_labelled_skill(r, native, from))
            (void)rendercv_put_text(r, native, entry, "name", NULL);
        return;
    }
    put_label(c, native, entry, "name");
    const struct node *keywords = foreign_get(c, entry, "keywords");
    const struct node *details = foreign_get(c, entry, "details|summary");
    const struct node *level = foreign_get(c, entry, "level");
    if (keywords) {
        convert_value(c, native, keywords, "keywords", VALUE_TEXTS);
        foreign_take(c, details);
    } else if (level && rendercv_says_same(level, details)) {
        foreign_take(c, details);
    } else {
        put_details(r, native, details, "keywords");
    }
    rendercv_put_rest(r, native, entry, "skills");
}

/* "English (native)", "English: native" */
static void
split_language(struct str text, struct str *language, struct str *fluency)
{
    size_t open = str_find_byte(text, '(', 0);
    size_t colon = str_find_byte(text, ':', 0);
    *language = text;
    *fluency = (struct str){NULL, 0};
    if (open != SIZE_MAX && open > 0 && str_ends(text, STR(")"))) {
        *language = str_trim(str_slice(text, 0, open));
        *fluency = str_trim(str_slice(text, open + 1, text.len - 1));
    } else if (colon != SIZE_MAX && colon > 0) {
        *language = str_trim(str_slice(text, 0, colon));
        *fluency = str_trim(str_slice(text, colon + 1, text.len));
    }
}

static void
put_spoken_text(struct rendercv *r, struct node *native,
                const struct node *from)
{
    struct str language, fluency, url;
    bool more;
    split_language(
        rendercv_words(r->c, rendercv_prose(r->c, from), &url, &more),
        &language, &fluency);
    (void)native_text(r->c, native, "language", from, language);
    (void)native_text(r->c, native, "fluency", from, fluency);
}

void
rendercv_entry_language(struct rendercv *r, struct node *list,
                        const struct node *entry)
{
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    const struct node *from = rendercv_text_of(r, entry);
    if (entry->kind == NODE_SCALAR || from != entry) {
        put_spoken_text(r, native, from);
        return;
    }
    put_label(c, native, entry, "language");
    const struct node *given = foreign_get(c, entry, "fluency");
    const struct node *details = foreign_get(c, entry, "details|summary");
    if (given || foreign_says(node_get(entry, "keywords")))
        foreign_take(c, details);
    else
        rendercv_put_words(c, native, details, "fluency", NULL);
    rendercv_put_rest(r, native, entry, "languages");
}
