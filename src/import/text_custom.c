/*
 * A section of one's own: its heading, and its entries in order. What looks
 * like an entry with a title and dates becomes one, anything else a text.
 */
#include "text_contact.h"

struct custom {
    struct text_conversion *t;
    struct node *entries;
};

struct node *
text_custom_open(struct text_conversion *t, const struct text_section *section)
{
    struct conversion *c = t->c;
    struct node *list = native_list(c, c->native, "custom", NULL);
    const struct node *heading =
        section->heading ? section->heading->node : NULL;
    struct node *map = native_item(c, list, heading);
    struct str title = section->title;
    struct str plain = text_unmarked(c->arena, title, NULL);
    native_text(c, map, "title", heading, plain.len ? plain : title);
    return native_list(c, map, "entries", heading);
}

/* "Nationality: Swiss", "**Born** | 1987": what it is about, and what it is. */
static size_t
label_len(struct str s, size_t *behind)
{
    size_t colon = str_find_byte(s, ':', 0), bar = str_find_byte(s, '|', 0);
    size_t at = colon < bar ? colon : bar;
    *behind = at + 1;
    return at != SIZE_MAX && at > 1 && at < 40 && at + 2 < s.len &&
                   (s.at[at] == '|' || s.at[at + 1] == ' ')
               ? at
               : 0;
}

void
text_custom_add(struct text_conversion *t, struct node *entries,
                const struct text_line *line)
{
    struct conversion *c = t->c;
    size_t behind = 0;
    struct str s = text_unmarked(c->arena, text_of(line), NULL);
    bool has_link = str_find(text_of(line), STR("]("), 0) != SIZE_MAX;
    size_t len = s.len < 120 && !has_link ? label_len(s, &behind) : 0;
    struct str label = text_trim_signs(str_slice(s, 0, len));
    if (!label.len) {
        native_item_text(c, entries, line->node,
                         text_flat(c->arena, text_of(line)));
        return;
    }
    struct node *item = native_item(c, entries, line->node);
    native_text(c, item, "label", line->node, label);
    native_text(c, item, "details", line->node,
                text_trim_signs(str_slice(s, behind, s.len)));
    foreign_take(c, line->node);
}

static void
put_text(struct custom *custom, const struct text_line *line)
{
    text_custom_add(custom->t, custom->entries, line);
}

/* It has a body or dates: more than a line of text. */
static bool
is_full(const struct text_entry *entry)
{
    if (!entry->heads.count)
        return false;
    const struct text_line *head = entry->heads.at[0];
    return entry->body.count > 0 || entry->heads.count > 1 ||
           head->kind == LINE_HEADING || head->is_bold ||
           head->dates.from < head->dates.to;
}

static void
put_full(struct custom *custom, struct text_entry *entry)
{
    struct text_conversion *t = custom->t;
    struct conversion *c = t->c;
    text_entry_read(t->page, entry);
    struct node *map =
        native_item(c, custom->entries, entry->heads.at[0]->node);
    static const char *const keys[] = {"title", "subtitle"};
    size_t key = 0;
    for (size_t i = 0; i < entry->parts.count; i++) {
        struct text_part *part = &entry->parts.at[i];
        if (part->is_place && key > 0 && !node_get(map, "location")) {
            text_put_place(t, map, part->node);
            part->is_used = true;
        } else if (key < 2) {
            native_text(c, map, keys[key++], part->node, part->node->text);
            part->is_used = true;
        }
    }
    if (!key)
        native_text(c, map, "title", entry->heads.at[0]->node,
                    text_of(entry->heads.at[0]));
    text_put_dates(t, map, entry, entry->is_span ? NULL : "date");
    if (contact_is_url(entry->url))
        native_text(c, map, "url", entry->heads.at[0]->node,
                    contact_full_url(c->arena, entry->url));
    text_put_body(t, map, entry);
    text_take_heads(t, entry);
}

static void
put_lines(struct custom *custom, const struct text_entry *entry)
{
    for (size_t i = 0; i < entry->heads.count; i++)
        put_text(custom, entry->heads.at[i]);
    for (size_t i = 0; i < entry->body.count; i++)
        put_text(custom, entry->body.at[i]);
}

/* Only items or only sentences: a list of texts. */
static bool
is_plain(const struct text_section *section)
{
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        if (line->kind == LINE_HEADING || line->is_bold ||
            (line->dates.from < line->dates.to && line->dates.is_at_edge &&
             line->kind != LINE_BULLET))
            return false;
    }
    return true;
}

void
text_custom_convert(struct text_conversion *t,
                    const struct text_section *section)
{
    if (!section->lines.count)
        return;
    struct custom custom = {t, text_custom_open(t, section)};
    if (is_plain(section)) {
        for (size_t i = 0; i < section->lines.count; i++)
            put_text(&custom, &section->lines.at[i]);
        return;
    }
    text_entry_list entries = text_entries_group(t->page, section);
    for (size_t i = 0; i < entries.count; i++)
        if (is_full(&entries.at[i]))
            put_full(&custom, &entries.at[i]);
        else
            put_lines(&custom, &entries.at[i]);
    for (size_t i = 0; i < section->lines.count; i++)
        if (section->lines.at[i].is_head_row)
            foreign_take(t->c, section->lines.at[i].node);
}
