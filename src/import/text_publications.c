/* Citations: each is a line of its own. */
#include "text_contact.h"
#include "text_lists.h"

/* "Title (address), Journal, May 2023": three parts, the last one a date. */
static bool
put_plain_publication(struct lister *l, struct node *map,
                      const struct text_line *line, struct str s)
{
    struct conversion *c = l->t->c;
    size_t first = str_find(s, STR(", "), 0);
    size_t second =
        first == SIZE_MAX ? first : str_find(s, STR(", "), first + 2);
    if (second == SIZE_MAX || str_find(s, STR(", "), second + 2) != SIZE_MAX ||
        first < 12)
        return false;
    struct str title = str_slice(s, 0, first), url = STR("");
    struct date_read date =
        date_read(c->arena, str_slice(s, second + 2, s.len), c->options);
    if (!date.text.len || !date.is_exact)
        return false;
    size_t open = str_find(title, STR(" ("), 0);
    if (open != SIZE_MAX && str_ends(title, STR(")")) &&
        contact_is_url(str_slice(title, open + 2, title.len - 1))) {
        url = str_slice(title, open + 2, title.len - 1);
        title = str_slice(title, 0, open);
    }
    native_text(c, map, "title", line->node, text_trim_signs(title));
    native_text(c, map, "publisher", line->node,
                str_slice(s, first + 2, second));
    native_text(c, map, "date", line->node, date.text);
    if (!url.len)
        (void)text_unmarked(c->arena, text_of(line), &url);
    if (contact_is_url(url))
        native_text(c, map, "url", line->node, contact_full_url(c->arena, url));
    return true;
}

/* A citation is one text: its commas part nothing that could be told apart. */
void
text_publication_put(struct lister *l, const struct text_line *line)
{
    struct conversion *c = l->t->c;
    struct node *map = native_item(c, l->list, line->node);
    struct str url = STR("");
    struct str s = str_trim(text_unmarked(c->arena, text_of(line), &url));
    if (put_plain_publication(l, map, line, s))
        return;
    native_text(c, map, "title", line->node, s);
    if (line->dates.from < line->dates.to) {
        struct node *dates =
            text_piece(l->t->page, line, line->dates.from, line->dates.to);
        struct date_read date = date_read(c->arena, dates->text, c->options);
        if (date.text.len && date.is_exact)
            native_text(c, map, "date", dates, date.text);
    }
    if (contact_is_url(url))
        native_text(c, map, "url", line->node, contact_full_url(c->arena, url));
}
