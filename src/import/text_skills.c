/* Skills and systems: items in lines, in groups or not. */
#include "text_lists.h"

/* ---- skills -------------------------------------------------------------- */

static bool
ends_sentence(struct str s)
{
    size_t blanks = 0;
    for (size_t i = 0; i < s.len; i++)
        blanks += s.at[i] == ' ';
    return s.len > 40 && blanks >= 6 && s.at[s.len - 1] == '.';
}

static void
put_keywords(struct text_conversion *t, struct node *list,
             const struct text_line *line, struct str s)
{
    struct text_items r = {s, 0};
    struct str item;
    while (text_items_next(&r, &item)) {
        struct str url = STR("");
        struct str plain = text_unmarked(t->c->arena, item, &url);
        text_lose_url(t, line->node, url);
        if (!text_trim_signs(plain).len)
            continue;
        if (str_ends(plain, STR(".")) && plain.len > 1 && r.at >= s.len)
            plain.len--;
        native_item_text(t->c, list, text_slice(t->page, line, plain), plain);
    }
}

struct skills {
    struct text_conversion *t;
    struct node *list;
    struct node *group; /* opened by a heading; NULL: none is open */
};

static struct node *
add_group(struct skills *k, const struct text_line *line, struct str name)
{
    struct conversion *c = k->t->c;
    struct str plain = text_trim_signs(text_unmarked(c->arena, name, NULL));
    struct node *item = native_item(c, k->list, line->node);
    native_text(c, item, "name", text_slice(k->t->page, line, plain), plain);
    return item;
}

/* Bytes of the name before its items; of a row of a table, its first cell. */
static size_t
name_len(const struct text_line *line, size_t *rest)
{
    struct str s = text_of(line);
    size_t len = text_group_len(s, rest);
    if (len || line->kind != LINE_ROW)
        return len;
    size_t pipe = str_find_byte(s, '|', 0);
    len = pipe == SIZE_MAX ? 0 : pipe;
    *rest = len + 1;
    return len;
}

/* A line that names the group of those below it. */
static bool
opens_group(const struct text_line *line)
{
    struct str s = text_of(line);
    return line->kind == LINE_HEADING ||
           (line->kind != LINE_BULLET && s.at[s.len - 1] == ':') ||
           (line->is_bold && line->kind == LINE_TEXT);
}

static void
put_skill_line(struct skills *k, const struct text_line *line)
{
    struct conversion *c = k->t->c;
    struct str s = text_of(line);
    size_t behind = 0, len = name_len(line, &behind);
    struct str rest = str_slice(s, behind, s.len);
    foreign_take(c, line->node);
    if (opens_group(line)) {
        k->group = add_group(k, line, s);
        return;
    }
    if (len && text_trim_signs(rest).len) {
        if (text_languages_put(k->t, line, str_slice(s, 0, len), rest))
            return;
        struct node *item = add_group(k, line, str_slice(s, 0, len));
        put_keywords(k->t, native_list(c, item, "keywords", line->node), line,
                     rest);
        return;
    }
    struct node *list =
        k->group ? native_list(c, k->group, "keywords", line->node) : k->list;
    if (ends_sentence(s))
        native_item_text(c, list, line->node, s);
    else
        put_keywords(k->t, list, line, s);
}

void
text_skills_convert(struct text_conversion *t,
                    const struct text_section *section)
{
    struct skills k = {.t = t};
    k.list = native_list(t->c, t->c->native, "skills", NULL);
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        if (line->is_head_row) {
            foreign_take(t->c, line->node);
            continue;
        }
        /* What stands apart from a group's items is none of it. */
        if (k.group && line->is_apart && line->kind == LINE_TEXT && i > 0 &&
            section->lines.at[i - 1].kind == LINE_BULLET)
            k.group = NULL;
        put_skill_line(&k, line);
    }
}

/* ---- systems ------------------------------------------------------------- */

void
text_systems_convert(struct text_conversion *t,
                     const struct text_section *section)
{
    struct node *list = native_list(t->c, t->c->native, "systems", NULL);
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        struct str s = text_of(line);
        size_t rest = 0, group = text_group_len(s, &rest);
        if (!group) {
            put_keywords(t, list, line, s);
        } else {
            struct node *item = native_item(t->c, list, line->node);
            struct str name = text_trim_signs(
                text_unmarked(t->c->arena, str_slice(s, 0, group), NULL));
            native_text(t->c, item, "name", line->node, name);
            put_keywords(t, native_list(t->c, item, "modules", line->node),
                         line, str_slice(s, rest, s.len));
        }
        foreign_take(t->c, line->node);
    }
}
