/* Entries of any type in a section of the person's own, which holds them all.
 */
#include "rendercv.h"

static void
put_prose(struct rendercv *r, struct node *native, const struct node *from,
          const char *to)
{
    if (from)
        (void)native_text(r->c, native, to, from, rendercv_prose(r->c, from));
}

/* Degree and field, in the words of the person's own. */
static void
put_degree(struct rendercv *r, struct node *native, const struct node *entry)
{
    struct conversion *c = r->c;
    const struct node *degree = foreign_get(c, entry, "degree|study_type");
    const struct node *area = foreign_get(c, entry, "area");
    struct str url, what = {NULL, 0}, field = {NULL, 0};
    bool more;
    if (degree)
        what = rendercv_words(c, convert_line(c, degree), &url, &more);
    if (area)
        field = rendercv_words(c, convert_line(c, area), &url, &more);
    const char *between = what.len && field.len ? ", " : "";
    (void)native_text(c, native, "title", degree ? degree : area,
                      str_format(c->arena, "%.*s%s%.*s", STR_ARG(what), between,
                                 STR_ARG(field)));
    foreign_take(c, degree);
    foreign_take(c, area);
}

static void
put_titles(struct rendercv *r, struct node *native, const struct node *entry,
           enum rendercv_type type)
{
    struct conversion *c = r->c;
    if (type == RENDERCV_EDUCATION)
        put_degree(r, native, entry);
    else
        rendercv_put_words(c, native,
                           foreign_get(c, entry, "position|name|title|label"),
                           "title", "url");
    rendercv_put_words(
        c, native,
        foreign_get(c, entry, "company|institution|journal|organization"),
        node_get(native, "title") ? "subtitle" : "title", "url");
}

/* Authors and DOI of a paper that is not among the publications. */
static void
put_paper(struct rendercv *r, struct node *native, const struct node *entry)
{
    struct conversion *c = r->c;
    const struct node *doi = foreign_get(c, entry, "doi");
    const struct node *authors = foreign_get(c, entry, "authors");
    if (authors) {
        struct buf names = buf_new(c->arena);
        for (size_t i = 0; i < authors->items.count; i++) {
            buf_add_text(&names, names.len ? ", " : "");
            buf_add(&names, convert_prose(c, authors->items.at[i]));
        }
        if (authors->kind == NODE_SCALAR)
            buf_add(&names, convert_prose(c, authors));
        (void)native_text(c, native, "summary", authors, buf_str(&names));
    }
    if (!foreign_says(doi))
        return;
    struct str text = str_trim(doi->text);
    bool is_address = str_find(text, STR("://"), 0) != SIZE_MAX;
    (void)native_text(c, native, "url", doi,
                      is_address ? text
                                 : str_format(c->arena, "https://doi.org/%.*s",
                                              STR_ARG(text)));
}

/* All texts of a mapping that is no entry of RenderCV. */
static void
put_unknown(struct rendercv *r, struct node *list, const struct node *entry)
{
    struct conversion *c = r->c;
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < entry->pairs.count; i++) {
        struct str words = foreign_words(c, entry->pairs.at[i].value, "; ");
        if (!words.len)
            continue;
        buf_print(&out, "%s%.*s: %.*s", out.len ? ", " : "",
                  STR_ARG(entry->pairs.at[i].key), STR_ARG(words));
    }
    for (size_t i = 0; i < entry->items.count; i++)
        rendercv_entry_custom(r, list, entry->items.at[i]);
    if (!out.len)
        return;
    struct node *text =
        native_item_text(c, list, entry, str_trim(buf_str(&out)));
    native_note(c, text, "no entry of a form that RenderCV knows");
}

/* A label and details, and nothing else: before 1.0 there could be more. */
static bool
is_line(const struct node *entry)
{
    static const char *const more[] = {"date",     "start_date", "end_date",
                                       "location", "highlights", "summary",
                                       "url"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        const struct node *node = node_get(entry, more[i]);
        if (node && foreign_has_words(node))
            return false;
    }
    return true;
}

static void
put_line(struct rendercv *r, struct node *list, const struct node *entry)
{
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    rendercv_put_words(c, native, foreign_get(c, entry, "label|name"), "label",
                       NULL);
    put_prose(r, native, foreign_get(c, entry, "details"), "details");
}

static void
put_text(struct rendercv *r, struct node *list, const struct node *entry)
{
    struct conversion *c = r->c;
    const struct node *from =
        rendercv_type_of(entry) == RENDERCV_BULLET
            ? foreign_get(c, entry, "bullet|number|reversed_number")
            : entry;
    struct str text = rendercv_prose(c, from), label, rest;
    if (!text.len)
        return;
    if (rendercv_label(text, &label, &rest) && !rendercv_has_link(label)) {
        struct node *native = native_item(c, list, entry);
        (void)native_text(c, native, "label", from, label);
        (void)native_text(c, native, "details", from, rest);
        return;
    }
    (void)native_item_text(c, list, from, text);
}

void
rendercv_entry_custom(struct rendercv *r, struct node *list,
                      const struct node *entry)
{
    static const struct rendercv_dates dates = {"start_date", "end_date",
                                                "date", "highlights"};
    struct conversion *c = r->c;
    enum rendercv_type type = rendercv_type_of(entry);
    if (type == RENDERCV_UNKNOWN) {
        put_unknown(r, list, entry);
        return;
    }
    if (type == RENDERCV_TEXT || type == RENDERCV_BULLET) {
        put_text(r, list, entry);
        return;
    }
    if (type == RENDERCV_ONE_LINE && is_line(entry)) {
        put_line(r, list, entry);
        return;
    }
    struct node *native = native_item(c, list, entry);
    put_titles(r, native, entry, type);
    rendercv_put_dates(r, native, entry, &dates);
    rendercv_put_words(c, native, foreign_get(c, entry, "location"), "location",
                       NULL);
    put_prose(r, native, foreign_get(c, entry, "summary|details"), "summary");
    put_paper(r, native, entry);
    rendercv_put_highlights(c, native, foreign_get(c, entry, "highlights"),
                            "highlights");
    const struct node *url = foreign_get(c, entry, "url|link|website");
    if (url)
        convert_value(c, native, url, "url", VALUE_URL);
}
