/*
 * A native tree as a file that its owner goes on with: block style, quotes
 * only where YAML or an editor would take a text for something else, remarks
 * above what they are about. What is printed reads back as the same tree.
 */
#include "import/import.h"

#include <string.h>

#include "base/index.h"
#include "base/utf8.h"

struct printer {
    struct buf *out;
    const struct imported *imported;
    struct index first_note; /* of a node: its place in the list */
    size_t *next_note;       /* of the same node; SIZE_MAX: none */
};

/* ---- notes --------------------------------------------------------------- */

static void
index_notes(struct printer *p)
{
    size_t count = p->imported->notes.count;
    p->next_note = ARENA_ARRAY(p->out->arena, count, size_t);
    size_t *last = ARENA_ARRAY(p->out->arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        uint64_t key = index_of_address(p->imported->notes.at[i].node);
        size_t first = index_find(&p->first_note, key);
        p->next_note[i] = SIZE_MAX;
        if (first == SIZE_MAX) {
            (void)index_add(p->out->arena, &p->first_note, key, first = i);
        } else {
            p->next_note[last[first]] = i;
        }
        last[first] = i;
    }
}

static void
add_indent(struct printer *p, size_t depth)
{
    struct str blanks = STR("                                ");
    for (; depth * 2 > blanks.len; depth -= blanks.len / 2)
        buf_add(p->out, blanks);
    buf_add(p->out, str_slice(blanks, 0, depth * 2));
}

static void
add_remark(struct printer *p, struct str text, size_t depth)
{
    add_indent(p, depth);
    buf_add_text(p->out, "# ");
    for (size_t i = 0; i < text.len; i++)
        buf_add_byte(p->out,
                     (unsigned char)text.at[i] < ' ' ? ' ' : text.at[i]);
    buf_add_byte(p->out, '\n');
}

static void
add_notes(struct printer *p, const struct node *node, size_t depth)
{
    if (!p->first_note.count)
        return;
    size_t at = index_find(&p->first_note, index_of_address(node));
    for (; at != SIZE_MAX; at = p->next_note[at])
        add_remark(p, p->imported->notes.at[at].text, depth);
}

static bool
has_notes(const struct printer *p, const struct node *node)
{
    return p->first_note.count &&
           index_find(&p->first_note, index_of_address(node)) != SIZE_MAX;
}

/* ---- scalars ------------------------------------------------------------- */

static bool
is_digits(struct str s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (i >= s.len || !ascii_is_digit(s.at[i]))
            return false;
    return true;
}

/* 2020, 2020-03, 2020-03-31: plain everywhere in this format. */
static bool
is_date(struct str s)
{
    if (!is_digits(s, 0, 4) || s.at[0] == '0')
        return false;
    if (s.len == 4)
        return true;
    if (s.at[4] != '-' || !is_digits(s, 5, 7))
        return false;
    return s.len == 7 || (s.len == 10 && s.at[7] == '-' && is_digits(s, 8, 10));
}

/* Programs would read a number, not words. */
static bool
is_number_like(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_digit(s.at[i]) &&
            !strchr("+-._:,eExXoOabcdfABCDF", s.at[i]))
            return false;
    return ascii_is_digit(s.at[0]) || s.at[0] == '.' || s.at[0] == '+' ||
           s.at[0] == '-';
}

static bool
is_reserved(struct str s)
{
    static const struct str words[] = {
        STR_INIT("null"), STR_INIT("true"), STR_INIT("false"), STR_INIT("yes"),
        STR_INIT("no"),   STR_INIT("on"),   STR_INIT("off"),   STR_INIT("y"),
        STR_INIT("n"),    STR_INIT("~"),    STR_INIT("="),     STR_INIT("<<"),
        STR_INIT(".inf"), STR_INIT(".nan"), STR_INIT("---"),   STR_INIT("...")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_nocase(words[i], s))
            return true;
    return false;
}

/* A character that has to be spelled in quotes. */
static bool
needs_spelling(struct str s, size_t at)
{
    unsigned char c = (unsigned char)s.at[at];
    unsigned char next = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;
    unsigned char third = at + 2 < s.len ? (unsigned char)s.at[at + 2] : 0;
    if (c < ' ' || c == 0x7F)
        return true;
    if (c == 0xC2 && next < 0xA0)
        return true;
    if (c == 0xE2 && next == 0x80 && (third == 0xA8 || third == 0xA9))
        return true;
    if (c == 0xEF && next == 0xBB && third == 0xBF)
        return true;
    return c == 0xEF && next == 0xBF && third >= 0xBE;
}

/* Bytes that may begin what has to be spelled, and those that YAML reads with
   a blank beside them. */
static const bool odd_bytes[256] = {
    [0x00] = true, [0x01] = true, [0x02] = true, [0x03] = true, [0x04] = true,
    [0x05] = true, [0x06] = true, [0x07] = true, [0x08] = true, [0x09] = true,
    [0x0A] = true, [0x0B] = true, [0x0C] = true, [0x0D] = true, [0x0E] = true,
    [0x0F] = true, [0x10] = true, [0x11] = true, [0x12] = true, [0x13] = true,
    [0x14] = true, [0x15] = true, [0x16] = true, [0x17] = true, [0x18] = true,
    [0x19] = true, [0x1A] = true, [0x1B] = true, [0x1C] = true, [0x1D] = true,
    [0x1E] = true, [0x1F] = true, ['#'] = true,  [':'] = true,  [0x7F] = true,
    [0xC2] = true, [0xE2] = true, [0xEF] = true,
};

/* The next of them, or the end. */
static size_t
next_odd(struct str s, size_t from)
{
    const char *at = s.at + from, *end = s.at + s.len;
    while (at < end && !odd_bytes[(unsigned char)*at])
        at++;
    return (size_t)(at - s.at);
}

static bool
is_plain(struct str s)
{
    if (!s.len || ascii_is_space(s.at[0]) || ascii_is_space(s.at[s.len - 1]))
        return false;
    if (strchr("-?:,[]{}#&*!|>'\"%@`=", s.at[0]) || is_reserved(s))
        return false;
    if (s.at[s.len - 1] == ':')
        return false;
    if (ascii_is_digit(s.at[0]) || s.at[0] == '.' || s.at[0] == '+')
        if (!is_date(s) && is_number_like(s))
            return false;
    for (size_t i = next_odd(s, 0); i < s.len; i = next_odd(s, i + 1)) {
        if (needs_spelling(s, i))
            return false;
        if (s.at[i] == ':' && i + 1 < s.len && s.at[i + 1] == ' ')
            return false;
        if (s.at[i] == '#' && i > 0 && s.at[i - 1] == ' ')
            return false;
    }
    return true;
}

static void
add_quoted(struct buf *out, struct str s)
{
    bool is_single = str_find_byte(s, '\'', 0) == SIZE_MAX &&
                     (str_find_byte(s, '"', 0) != SIZE_MAX ||
                      str_find_byte(s, '\\', 0) != SIZE_MAX);
    for (size_t i = next_odd(s, 0); i < s.len && is_single;
         i = next_odd(s, i + 1))
        is_single = !needs_spelling(s, i);
    if (is_single) {
        buf_print(out, "'%.*s'", STR_ARG(s));
        return;
    }
    buf_add_byte(out, '"');
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        uint32_t c = utf8_next(s, &i);
        if (c == '"' || c == '\\')
            buf_print(out, "\\%c", (char)c);
        else if (c == '\n' || c == '\t')
            buf_add_text(out, c == '\n' ? "\\n" : "\\t");
        else if (needs_spelling(s, from))
            buf_print(out, "\\u%04X", (unsigned)c);
        else
            buf_add(out, str_slice(s, from, i));
    }
    buf_add_byte(out, '"');
}

/* Several lines that a block can hold: none begins or ends oddly. */
static bool
is_block(struct str s)
{
    if (!memchr(s.at, '\n', s.len) || ascii_is_space(s.at[0]) ||
        s.at[s.len - 1] == '\n')
        return false;
    for (size_t i = next_odd(s, 0); i < s.len; i = next_odd(s, i + 1)) {
        if (s.at[i] != '\n' && needs_spelling(s, i))
            return false;
        if (s.at[i] == '\n' && i > 0 && s.at[i - 1] == ' ')
            return false;
    }
    return s.at[s.len - 1] != ' ';
}

static void
add_block(struct printer *p, struct str s, size_t depth)
{
    buf_add_text(p->out, "|-\n");
    for (struct str rest = s; rest.len;) {
        struct str line = str_cut(&rest, '\n');
        if (line.len)
            add_indent(p, depth);
        buf_add(p->out, line);
        buf_add_byte(p->out, '\n');
    }
}

/* A flag that a reader of ours set. */
static bool
is_flag(const struct node *node)
{
    return node->style == SCALAR_PLAIN &&
           (str_is(node->text, "true") || str_is(node->text, "false"));
}

/* Behind its key or dash, with the end of the line. */
static void
add_scalar(struct printer *p, const struct node *node, size_t depth)
{
    if (node->is_null) {
        buf_add_byte(p->out, '\n');
        return;
    }
    buf_add_byte(p->out, ' ');
    if (node->text.len && is_block(node->text)) {
        add_block(p, node->text, depth);
        return;
    }
    if (is_flag(node) || is_plain(node->text))
        buf_add(p->out, node->text);
    else
        add_quoted(p->out, node->text);
    buf_add_byte(p->out, '\n');
}

/* ---- the tree ------------------------------------------------------------ */

static void add_map(struct printer *p, const struct node *map, size_t depth,
                    bool after_dash);
static void add_list(struct printer *p, const struct node *list, size_t depth);

static bool
is_empty_group(const struct node *node)
{
    return node->kind != NODE_SCALAR && !node->items.count &&
           !node->pairs.count;
}

static void
add_value(struct printer *p, const struct node *node, size_t depth)
{
    if (node->kind == NODE_SCALAR) {
        add_scalar(p, node, depth);
    } else if (is_empty_group(node)) {
        buf_add_text(p->out, node->kind == NODE_LIST ? " []\n" : " {}\n");
    } else if (node->kind == NODE_LIST) {
        buf_add_byte(p->out, '\n');
        add_list(p, node, depth);
    } else {
        buf_add_byte(p->out, '\n');
        add_map(p, node, depth, false);
    }
}

static void
add_list(struct printer *p, const struct node *list, size_t depth)
{
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *item = list->items.at[i];
        bool is_map = item->kind == NODE_MAP && item->pairs.count;
        add_notes(p, item, depth);
        if (is_map) /* behind the dash there is no line for them */
            add_notes(p, item->pairs.at[0].value, depth);
        add_indent(p, depth);
        buf_add_byte(p->out, '-');
        if (is_map) {
            buf_add_byte(p->out, ' ');
            add_map(p, item, depth + 1, true);
        } else {
            add_value(p, item, depth + 1);
        }
    }
}

static void
add_key(struct printer *p, struct str key)
{
    size_t len = 0; /* ours are small letters */
    while (len < key.len &&
           ((key.at[len] >= 'a' && key.at[len] <= 'z') || key.at[len] == '_'))
        len++;
    if ((len == key.len && len > 5) || is_plain(key))
        buf_add(p->out, key);
    else
        add_quoted(p->out, key);
    buf_add_byte(p->out, ':');
}

/* Behind a dash the first key follows at once; its remarks stand above. */
static void
add_map(struct printer *p, const struct node *map, size_t depth,
        bool after_dash)
{
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        if (!after_dash || i > 0) {
            add_notes(p, pair->value, depth);
            add_indent(p, depth);
        }
        add_key(p, pair->key);
        add_value(p, pair->value, depth + 1);
    }
}

static void
add_sections(struct printer *p, const struct node *root)
{
    for (size_t i = 0; i < root->pairs.count; i++) {
        const struct node_pair *pair = &root->pairs.at[i];
        buf_add_byte(p->out, '\n');
        add_notes(p, pair->value, 0);
        add_key(p, pair->key);
        add_value(p, pair->value, 1);
    }
}

/* What has no place stands at the end, where its owner can pick it up. */
static void
add_losses(struct printer *p, const struct node *root)
{
    if (!has_notes(p, root))
        return;
    buf_add_text(p->out, "\n# What has no place above:\n#\n");
    add_notes(p, root, 0);
}

void
import_print(struct buf *out, const struct imported *imported, struct str from,
             struct str schema)
{
    struct printer p = {.out = out, .imported = imported};
    index_notes(&p);
    buf_print(out, "# yaml-language-server: $schema=%.*s\n#\n",
              STR_ARG(schema));
    add_remark(&p,
               str_format(out->arena, "Read from %.*s (%s).", STR_ARG(from),
                          file_format_name(imported->format)),
               0);
    if (!imported->tree)
        return;
    add_sections(&p, imported->tree);
    add_losses(&p, imported->tree);
}
