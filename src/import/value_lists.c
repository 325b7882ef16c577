/* Lists of texts, and texts that hold one. */
#include "values.h"

#include <string.h>

/* ---- bullets ------------------------------------------------------------- */

/* "- ", "* ", "\u2022", "1. ": what a line of a list begins with. */
static size_t
mark_len(struct str line)
{
    static const struct str marks[] = {STR_INIT("- "),
                                       STR_INIT("* "),
                                       STR_INIT("+ "),
                                       STR_INIT("\xE2\x80\xA2"),
                                       STR_INIT("\xE2\x97\xA6"),
                                       STR_INIT("\xE2\x96\xAA"),
                                       STR_INIT("\xE2\x80\x93 "),
                                       STR_INIT("\xE2\x97\x8F"),
                                       STR_INIT("\xC2\xB7 "),
                                       STR_INIT("\xE2\x80\xA3"),
                                       STR_INIT("\xE2\x96\xBA"),
                                       STR_INIT("\xE2\x80\x94 ")};
    if (!line.len || ascii_is_alnum(line.at[0]))
        return 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(line, marks[i]))
            return marks[i].len;
    return 0;
}

static struct str
without_mark(struct str line)
{
    line = str_trim(line);
    return str_trim(str_slice(line, mark_len(line), line.len));
}

static void
end_bullet(struct conversion *c, struct node *list, const struct node *from,
           struct buf *bullet)
{
    if (bullet->len)
        native_item_text(c, list, from, str_copy(c->arena, buf_str(bullet)));
    bullet->len = 0;
}

/* Lines of a Markdown text as bullets: a marked line begins one, an empty one
   ends one; in a text without marks each line is one. */
static void
add_lines(struct conversion *c, struct node *list, const struct node *from,
          struct str text)
{
    struct buf bullet = buf_new(c->arena);
    bool has_marks = false;
    for (struct str rest = text; rest.len;)
        has_marks |= mark_len(str_trim(str_cut(&rest, '\n'))) > 0;
    for (struct str rest = text; rest.len;) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        if (!has_marks || mark_len(line) || !line.len)
            end_bullet(c, list, from, &bullet);
        if (str_ends(line, STR("\\")))
            line.len--;
        line = without_mark(line);
        if (line.len && bullet.len)
            buf_add_byte(&bullet, ' ');
        buf_add(&bullet, line);
    }
    end_bullet(c, list, from, &bullet);
}

static void
add_bullets(struct conversion *c, struct node *list, const struct node *node)
{
    if (node->kind == NODE_LIST) {
        for (size_t i = 0; i < node->items.count; i++)
            add_bullets(c, list, node->items.at[i]);
        return;
    }
    struct str text =
        node->kind == NODE_MAP ? foreign_words(c, node, ": ") : node->text;
    bool is_odd = value_is_odd(text);
    if (!str_trim(text).len || (is_odd && value_is_template(c, node, text))) {
        foreign_take(c, node);
        return;
    }
    if (is_odd)
        text = value_to_markdown(c, text);
    if (is_odd && memchr(text.at, '\n', text.len))
        add_lines(c, list, node, text);
    else
        native_item_text(c, list, node, without_mark(text));
}

/* The list of that name, with "a.b" as a way to it. */
static struct node *
list_at(struct conversion *c, struct node *native, const char *to,
        const struct node *from)
{
    const char *dot = strchr(to, '.');
    if (!dot)
        return native_list(c, native, to, from);
    struct str first = str_slice(str_from(to), 0, (size_t)(dot - to));
    native = native_map(c, native, str_terminated(c->arena, first), from);
    return native_list(c, native, dot + 1, from);
}

void
convert_bullets(struct conversion *c, struct node *native,
                const struct node *node, const char *to)
{
    if (foreign_has_words(node)) {
        struct node *list = list_at(c, native, to, node);
        add_bullets(c, list, node);
        if (!list->items.count && native->pairs.count &&
            native->pairs.at[native->pairs.count - 1].value == list)
            native->pairs.count--; /* templates alone */
    }
    foreign_take(c, node);
}

/* ---- texts --------------------------------------------------------------- */

static void
add_text(struct conversion *c, struct node *list, const struct node *node)
{
    struct str text = convert_line(c, node);
    if (text.len)
        native_item_text(c, list, node, text);
    foreign_take(c, node);
}

/* "a, b; c": a comma within brackets divides nothing. */
static void
split_commas(struct conversion *c, struct node *list, const struct node *node)
{
    struct str text = convert_line(c, node);
    int depth = 0;
    size_t from = 0;
    for (size_t i = 0; i <= text.len; i++) {
        char byte = i < text.len ? text.at[i] : ',';
        depth += (byte == '(') - (byte == ')' && depth > 0);
        if ((byte != ',' && byte != ';') || (depth && i < text.len))
            continue;
        struct str part = str_trim(str_slice(text, from, i));
        if (part.len)
            native_item_text(c, list, node, part);
        from = i + 1;
    }
    foreign_take(c, node);
}

void
convert_texts(struct conversion *c, struct node *native,
              const struct node *node, const char *to)
{
    if (!foreign_has_words(node)) {
        foreign_take(c, node);
        return;
    }
    struct node *list = list_at(c, native, to, node);
    if (node->kind == NODE_SCALAR)
        split_commas(c, list, node);
    else if (node->kind == NODE_MAP)
        add_text(c, list, node);
    for (size_t i = 0; i < node->items.count; i++)
        add_text(c, list, node->items.at[i]);
    foreign_take(c, node);
}
