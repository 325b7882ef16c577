/* Values by their kind, and the tables that name it. */
#include "convert.h"

#include <string.h>

#include "load/markdown.h"
#include "taken.h"

/* ---- words --------------------------------------------------------------- */

static void
add_words(struct conversion *c, struct buf *out, const struct node *node,
          const char *joint)
{
    if (foreign_is_taken(c, node))
        return;
    if (foreign_says(node)) {
        if (out->len)
            buf_add_text(out, joint);
        buf_add(out, str_trim(node->text));
    }
    for (size_t i = 0; i < node->items.count; i++)
        add_words(c, out, node->items.at[i], joint);
    for (size_t i = 0; i < node->pairs.count; i++)
        add_words(c, out, node->pairs.at[i].value, joint);
}

struct str
foreign_words(struct conversion *c, const struct node *node, const char *joint)
{
    if (!node)
        return (struct str){NULL, 0};
    if (node->kind == NODE_SCALAR)
        return node->is_null ? (struct str){NULL, 0} : node->text;
    struct buf out = buf_new(c->arena);
    add_words(c, &out, node, joint);
    return buf_str(&out);
}

bool
foreign_has_words(const struct node *node)
{
    if (foreign_says(node))
        return true;
    for (size_t i = 0; i < node->items.count; i++)
        if (foreign_has_words(node->items.at[i]))
            return true;
    for (size_t i = 0; i < node->pairs.count; i++)
        if (foreign_has_words(node->pairs.at[i].value))
            return true;
    return false;
}

/* What a byte may be the beginning of, beside text as it stands. */
enum sign {
    SIGN_CONTROL = 1, /* or a line separator */
    SIGN_TEMPLATE = 2,
    SIGN_HTML = 4,
    SIGN_ESCAPE = 8, /* and placeholders */
    SIGN_BLANK = 16  /* other than a blank */
};

static const unsigned char signs[256] = {
    [0x00] = 1,
    [0x01] = 1,
    [0x02] = 1,
    [0x03] = 1,
    [0x04] = 1,
    [0x05] = 1,
    [0x06] = 1,
    [0x07] = 1,
    [0x08] = 1,
    [0x0B] = 1,
    [0x0C] = 1,
    [0x0D] = 1,
    [0x0E] = 1,
    [0x0F] = 1,
    [0x10] = 1,
    [0x11] = 1,
    [0x12] = 1,
    [0x13] = 1,
    [0x14] = 1,
    [0x15] = 1,
    [0x16] = 1,
    [0x17] = 1,
    [0x18] = 1,
    [0x19] = 1,
    [0x1A] = 1,
    [0x1B] = 1,
    [0x1C] = 1,
    [0x1D] = 1,
    [0x1E] = 1,
    [0x1F] = 1,
    [0x7F] = 1,
    [0xC2] = 1,
    [0xE2] = 1,
    ['{'] = SIGN_TEMPLATE | SIGN_ESCAPE,
    ['%'] = SIGN_TEMPLATE,
    ['<'] = SIGN_HTML,
    ['&'] = SIGN_HTML,
    ['\\'] = SIGN_ESCAPE,
    ['\n'] = SIGN_BLANK,
    ['\t'] = SIGN_BLANK,
};

/* Those of a text, or-ed: most texts have none, and stand as they are. */
static unsigned
signs_of(struct str text)
{
    unsigned found = 0;
    for (const char *at = text.at, *end = at + text.len; at < end; at++)
        found |= signs[(unsigned char)*at];
    return found;
}

/* Bytes of the control character at `at`, 0 when it is none; a line of its own
   begins behind some of them. */
static size_t
control_len(struct str s, size_t at, bool *is_line)
{
    unsigned char byte = (unsigned char)s.at[at];
    unsigned char next = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;
    unsigned char third = at + 2 < s.len ? (unsigned char)s.at[at + 2] : 0;
    *is_line = false;
    if (!(signs[byte] & SIGN_CONTROL))
        return 0;
    if (byte == 0xC2)
        return next >= 0x80 && next < 0xA0 ? 2 : 0;
    *is_line = byte == '\r' || byte == 0xE2;
    if (byte == 0xE2)
        return next == 0x80 && (third & 0xFE) == 0xA8 ? 3 : 0;
    return byte == '\r' && next == '\n' ? 2 : 1;
}

/* Control characters that JSON may spell out; no page shows them. */
struct str
convert_controls(struct arena *arena, struct str text)
{
    size_t i = 0, len = 0;
    bool is_line;
    for (; i < text.len; i++)
        if (control_len(text, i, &is_line))
            break;
    if (i >= text.len)
        return text;
    struct buf out = buf_new(arena);
    buf_add(&out, str_slice(text, 0, i));
    for (; i < text.len; i += len ? len : 1) {
        len = control_len(text, i, &is_line);
        buf_add_byte(&out, !len ? text.at[i] : is_line ? '\n' : ' ');
    }
    return buf_str(&out);
}

/* ---- what another program was to fill in --------------------------------- */

static const struct {
    struct str opens, closes;
} template_marks[] = {
    {STR_INIT("{{"), STR_INIT("}}")},
    {STR_INIT("{%"), STR_INIT("%}")},
    {STR_INIT("<%"), STR_INIT("%>")},
    {STR_INIT("${"), STR_INIT("}")},
};

/* The first mark in the text; *to is behind it. */
static bool
find_template(struct str text, size_t *from, size_t *to)
{
    if (!text.len ||
        (!memchr(text.at, '{', text.len) && !memchr(text.at, '%', text.len)))
        return false;
    for (size_t i = 0; i < sizeof template_marks / sizeof *template_marks;
         i++) {
        size_t at = str_find(text, template_marks[i].opens, 0);
        if (at == SIZE_MAX)
            continue;
        size_t end = str_find(text, template_marks[i].closes, at + 2);
        if (end == SIZE_MAX)
            continue;
        *from = at;
        *to = end + template_marks[i].closes.len;
        return true;
    }
    return false;
}

/* Tells of it; true when there is nothing else in the text. */
static bool
is_template(struct conversion *c, const struct node *node, struct str text)
{
    size_t from, to;
    text = str_trim(text);
    if (!find_template(text, &from, &to))
        return false;
    bool is_whole = from == 0 && to == text.len;
    struct str shown = foreign_shown(c, text, 300);
    struct finding *finding = foreign_report(
        c, CODE_I104, node, "\"%.*s\" was to be filled in by another program%s",
        STR_ARG(shown), is_whole ? "; it is left out." : ".");
    finding_help(finding, "Write the words themselves.");
    return is_whole;
}

/* ---- texts --------------------------------------------------------------- */

/* Line breaks and runs of blanks as one blank. */
static struct str
in_one_line(struct arena *arena, struct str text)
{
    text = str_trim(text);
    if (!text.len ||
        (!memchr(text.at, '\n', text.len) && !memchr(text.at, '\t', text.len)))
        return text;
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_space(text.at[i]))
            buf_add_byte(&out, text.at[i]);
        else if (!ascii_is_space(text.at[i - 1]))
            buf_add_byte(&out, ' ');
    return buf_str(&out);
}

struct str
convert_line(struct conversion *c, const struct node *node)
{
    struct str text = foreign_words(c, node, ", ");
    if (!signs_of(text))
        return str_trim(text);
    text = convert_controls(c->arena, text);
    if (!text.len || is_template(c, node, text))
        return (struct str){NULL, 0};
    return in_one_line(c->arena, html_to_words(c->arena, text));
}

/* Pairs of stars, brackets with an address, code: it was meant as Markdown. */
static bool
is_markdown(struct str text)
{
    static const struct str marks[] = {STR_INIT("**"), STR_INIT("]("),
                                       STR_INIT("`"), STR_INIT("\\*"),
                                       STR_INIT("\\_")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_find(text, marks[i], 0) != SIZE_MAX)
            return true;
    return false;
}

/* What would be taken for a placeholder or an escape is literal. */
static struct str
escape_plain(struct arena *arena, struct str text)
{
    struct str name;
    if (!text.len ||
        (!memchr(text.at, '{', text.len) && !memchr(text.at, '\\', text.len)))
        return text;
    bool keeps_escapes = is_markdown(text);
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text.len; i++) {
        char next = i + 1 < text.len ? text.at[i + 1] : ' ';
        bool is_escape = text.at[i] == '\\' && !keeps_escapes && next > ' ' &&
                         next < 0x7F && !ascii_is_alnum(next);
        bool is_place =
            text.at[i] == '{' && placeholder_end(text, i, &name) > i;
        if (is_escape || is_place)
            buf_add_byte(&out, '\\');
        buf_add_byte(&out, text.at[i]);
    }
    return buf_str(&out);
}

static struct str
to_markdown(struct conversion *c, struct str text)
{
    text = str_trim(convert_controls(c->arena, text));
    if (html_has_markup(text))
        return html_to_markdown(c->arena, text);
    return escape_plain(c->arena, text);
}

struct str
convert_prose(struct conversion *c, const struct node *node)
{
    struct str text = foreign_words(c, node, "\n\n");
    if (!signs_of(text))
        return str_trim(text);
    if (!text.len || is_template(c, node, text))
        return (struct str){NULL, 0};
    return to_markdown(c, text);
}

/* ---- lists --------------------------------------------------------------- */

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
    for (struct str rest = text; rest.len || bullet.len;) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        bool begins = !has_marks || mark_len(line) || !line.len;
        if (str_ends(line, STR("\\")))
            line.len--;
        if (begins && bullet.len) {
            native_item_text(c, list, from,
                             str_copy(c->arena, buf_str(&bullet)));
            bullet.len = 0;
        }
        line = without_mark(line);
        if (line.len && bullet.len)
            buf_add_byte(&bullet, ' ');
        buf_add(&bullet, line);
        if (!rest.len && bullet.len) {
            native_item_text(c, list, from,
                             str_copy(c->arena, buf_str(&bullet)));
            bullet.len = 0;
        }
    }
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
    bool is_odd = signs_of(text) != 0;
    if (!str_trim(text).len || (is_odd && is_template(c, node, text))) {
        foreign_take(c, node);
        return;
    }
    if (is_odd)
        text = to_markdown(c, text);
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

static void
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

static void
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

/* ---- dates --------------------------------------------------------------- */

/* {year: 2020, month: 3} */
static struct str
date_of_map(struct conversion *c, const struct node *map)
{
    static const char *const keys[] = {"year", "month", "day"};
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < 3; i++) {
        const struct node *part = foreign_get(c, map, keys[i]);
        if (!foreign_says(part))
            break;
        struct str text = str_trim(part->text);
        if (i)
            buf_add_byte(&out, '-');
        if (i && text.len == 1)
            buf_add_byte(&out, '0');
        buf_add(&out, text);
    }
    return buf_str(&out);
}

static void
tell_impossible(struct conversion *c, struct node *native,
                const struct node *node, const char *to, struct str typed)
{
    struct str shown = foreign_shown(c, typed, 200);
    finding_help(foreign_report(c, CODE_I103, node,
                                "\"%.*s\" is no date of the calendar; it is "
                                "left out.",
                                STR_ARG(shown)),
                 "Write the year and the month: 2020-03.");
    native_note(c, native, "%s was \"%.*s\", which is no date", to,
                STR_ARG(shown));
    foreign_take(c, node);
}

static void
convert_date(struct conversion *c, struct node *native, const struct node *node,
             const char *to)
{
    struct str typed = node->kind == NODE_MAP ? date_of_map(c, node)
                                              : foreign_words(c, node, " ");
    typed = str_trim(typed);
    if (!typed.len || is_template(c, node, typed)) {
        foreign_take(c, node);
        return;
    }
    struct date_read read = date_read(c->arena, typed, c->options);
    if (read.is_impossible) {
        tell_impossible(c, native, node, to, typed);
        return;
    }
    if (!read.text.len) {
        foreign_lose(c, node, "is no date that could be read");
        return;
    }
    struct node *made = native_text(c, native, to, node, read.text);
    if (made && read.is_exact && str_find_byte(typed, ':', 0) != SIZE_MAX)
        native_note(c, made, "was \"%.*s\"", STR_ARG(typed));
    if (!made || read.is_exact || !str_equal(made->text, read.text))
        return;
    struct str shown = foreign_shown(c, typed, 200);
    finding_help(foreign_report(c, CODE_I102, node, "\"%.*s\" is read as %.*s.",
                                STR_ARG(shown), STR_ARG(read.text)),
                 "Write the month if you know it: 2023-09.");
    native_note(c, made, "was \"%.*s\"", STR_ARG(shown));
}

/* ---- addresses ----------------------------------------------------------- */

/* "name.org/path": a dot in the first part, and no blank. */
static bool
is_bare_address(struct str text)
{
    size_t slash = str_find_byte(text, '/', 0);
    struct str host = str_slice(text, 0, slash);
    size_t dot = str_find_byte(host, '.', 0);
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_space(text.at[i]) || text.at[i] == '@')
            return false;
    return dot != SIZE_MAX && dot > 0 && dot + 1 < host.len;
}

/* What an address is made from as people write it; empty when it is none. */
static struct str
address_of(struct conversion *c, struct str text)
{
    if (str_find(text, STR("://"), 0) != SIZE_MAX ||
        str_starts(text, STR("mailto:")) || str_starts(text, STR("tel:")))
        return text;
    if (str_starts(text, STR("//")))
        return str_format(c->arena, "https:%.*s", STR_ARG(text));
    if (is_bare_address(text))
        return str_format(c->arena, "https://%.*s", STR_ARG(text));
    return (struct str){NULL, 0};
}

static void
convert_url(struct conversion *c, struct node *native, const struct node *node,
            const char *to)
{
    struct str text = convert_line(c, node);
    struct str address = address_of(c, text);
    if (text.len && !address.len)
        foreign_lose(c, node, "is no address on the web");
    else
        native_text(c, native, to, node, address);
}

/* ---- rows ---------------------------------------------------------------- */

/* A plain true or false is no name and no date. */
static bool
is_flag(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->style == SCALAR_PLAIN &&
           (str_is(node->text, "true") || str_is(node->text, "false"));
}

void
convert_value(struct conversion *c, struct node *native,
              const struct node *foreign, const char *to, enum value_kind kind)
{
    if (!foreign)
        return;
    if (is_flag(foreign) && kind != VALUE_SKIP) {
        foreign_lose(c, foreign, "is true or false where words belong");
        return;
    }
    switch (kind) {
    case VALUE_TEXT:
        native_text(c, native, to, foreign, convert_line(c, foreign));
        break;
    case VALUE_PROSE:
        native_text(c, native, to, foreign, convert_prose(c, foreign));
        break;
    case VALUE_BULLETS:
        convert_bullets(c, native, foreign, to);
        break;
    case VALUE_TEXTS:
        convert_texts(c, native, foreign, to);
        break;
    case VALUE_DATE:
        convert_date(c, native, foreign, to);
        break;
    case VALUE_URL:
        convert_url(c, native, foreign, to);
        break;
    case VALUE_IMAGE:
        native_text(c, native, to, foreign,
                    convert_controls(c->arena,
                                     str_trim(foreign_words(c, foreign, " "))));
        break;
    case VALUE_SKIP:
        foreign_remark(c, foreign);
        break;
    case VALUE_LOSE:
        foreign_lose(c, foreign, "has no place here");
        break;
    }
}

void
convert_rows(struct conversion *c, struct node *native,
             const struct node *foreign, const struct value_row *rows)
{
    uint64_t letters = foreign_letters(foreign);
    for (const struct value_row *row = rows; row->from; row++) {
        const struct node *node =
            foreign_get_of(c, foreign, row->from, letters);
        if (!node)
            continue;
        if (row->convert)
            row->convert(c, native, node, row->to);
        else if (row->kind == VALUE_LOSE && row->why)
            foreign_lose(c, node, "%s", row->why);
        else
            convert_value(c, native, node, row->to, row->kind);
    }
}
