/*
 * Texts without what only other programs read: control characters, HTML, places
 * to be filled in.
 */
#include "values.h"

#include <string.h>

#include "load/markdown.h"
#include "taken.h"

/* ---- signs --------------------------------------------------------------- */

/* What a byte may be the beginning of, beside text as it stands. */
enum sign {
    SIGN_CONTROL = 1, /* a control character or a line separator */
    SIGN_OTHER = 2    /* a template, HTML, an escape, a placeholder, a break */
};

static const unsigned char signs[256] = {
    [0x00] = SIGN_CONTROL, [0x01] = SIGN_CONTROL, [0x02] = SIGN_CONTROL,
    [0x03] = SIGN_CONTROL, [0x04] = SIGN_CONTROL, [0x05] = SIGN_CONTROL,
    [0x06] = SIGN_CONTROL, [0x07] = SIGN_CONTROL, [0x08] = SIGN_CONTROL,
    [0x0B] = SIGN_CONTROL, [0x0C] = SIGN_CONTROL, [0x0D] = SIGN_CONTROL,
    [0x0E] = SIGN_CONTROL, [0x0F] = SIGN_CONTROL, [0x10] = SIGN_CONTROL,
    [0x11] = SIGN_CONTROL, [0x12] = SIGN_CONTROL, [0x13] = SIGN_CONTROL,
    [0x14] = SIGN_CONTROL, [0x15] = SIGN_CONTROL, [0x16] = SIGN_CONTROL,
    [0x17] = SIGN_CONTROL, [0x18] = SIGN_CONTROL, [0x19] = SIGN_CONTROL,
    [0x1A] = SIGN_CONTROL, [0x1B] = SIGN_CONTROL, [0x1C] = SIGN_CONTROL,
    [0x1D] = SIGN_CONTROL, [0x1E] = SIGN_CONTROL, [0x1F] = SIGN_CONTROL,
    [0x7F] = SIGN_CONTROL, [0xC2] = SIGN_CONTROL, [0xE2] = SIGN_CONTROL,
    ['{'] = SIGN_OTHER,    ['%'] = SIGN_OTHER,    ['<'] = SIGN_OTHER,
    ['&'] = SIGN_OTHER,    ['\\'] = SIGN_OTHER,   ['\n'] = SIGN_OTHER,
    ['\t'] = SIGN_OTHER};

bool
value_is_odd(struct str text)
{
    unsigned found = 0;
    for (size_t i = 0; i < text.len; i++)
        found |= signs[(unsigned char)text.at[i]];
    return found != 0;
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
bool
value_is_template(struct conversion *c, const struct node *node,
                  struct str text)
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

/* ---- one line, or Markdown ----------------------------------------------- */

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
    if (!value_is_odd(text))
        return str_trim(text);
    text = convert_controls(c->arena, text);
    if (!text.len || value_is_template(c, node, text))
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

struct str
value_to_markdown(struct conversion *c, struct str text)
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
    if (!value_is_odd(text))
        return str_trim(text);
    if (!text.len || value_is_template(c, node, text))
        return (struct str){NULL, 0};
    return value_to_markdown(c, text);
}
