/*
 * A list of what is open instead of recursion: each step reads one value or
 * closes one list or map. Written by hand, because a library gives either a
 * tree without places or events without their bytes, and takes 150 to 300
 * instructions for each byte of a posting.
 */
#include "load/json.h"

#include "base/buf.h"
#include "base/utf8.h"

struct frame {
    struct node *node;
    struct node_pair pair; /* of a map, while its value is read */
};

struct json_reader {
    struct arena *arena;
    struct str text;
    size_t at;
    uint32_t source;
    struct frame frames[JSON_DEPTH_LIMIT];
    size_t depth;
    struct node *root;
    struct str wrong;
    size_t wrong_at;
};

static void
fail(struct json_reader *r, size_t at, struct str why)
{
    if (r->wrong.len)
        return;
    r->wrong = why;
    r->wrong_at = at < r->text.len ? at : r->text.len;
}

static char
peek(const struct json_reader *r)
{
    return r->at < r->text.len ? r->text.at[r->at] : '\0';
}

static void
skip_blanks(struct json_reader *r)
{
    while (r->at < r->text.len) {
        char c = r->text.at[r->at];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        r->at++;
    }
}

static struct span
span_from(const struct json_reader *r, size_t from)
{
    return (struct span){r->source, (uint32_t)from, (uint32_t)r->at};
}

/* ---- strings ----------------------------------------------------------- */

static bool
read_hex(struct str s, size_t at, uint32_t *value)
{
    *value = 0;
    if (at + 4 > s.len)
        return false;
    for (size_t i = at; i < at + 4; i++) {
        char c = ascii_lower(s.at[i]);
        if (!ascii_is_digit(c) && !(c >= 'a' && c <= 'f'))
            return false;
        *value = *value * 16 +
                 (uint32_t)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return true;
}

/* Behind "\u": one character, from two halves where they are a pair. */
static bool
add_unicode(struct json_reader *r, struct buf *out)
{
    uint32_t c, low;
    if (!read_hex(r->text, r->at, &c))
        return false;
    r->at += 4;
    bool is_high = c >= 0xD800 && c < 0xDC00;
    if (is_high &&
        str_starts(str_slice(r->text, r->at, r->text.len), STR("\\u")) &&
        read_hex(r->text, r->at + 2, &low) && low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        r->at += 6;
    }
    bool is_half = c >= 0xD800 && c < 0xE000;
    buf_add_code_point(out, is_half || c == 0 ? 0xFFFD : c);
    return true;
}

/* Behind a backslash. */
static bool
add_escape(struct json_reader *r, struct buf *out)
{
    static const char names[] = "\"\\/bfnrt";
    static const char bytes[] = "\"\\/\b\f\n\r\t";
    char c = peek(r);
    const char *name = c ? strchr(names, c) : NULL;
    r->at++;
    if (c == 'u')
        return add_unicode(r, out);
    if (name)
        buf_add_byte(out, bytes[name - names]);
    return name != NULL;
}

/* Bytes that end a plain part of a string. */
static const bool ends_part[256] = {
    [0x00] = true, [0x01] = true, [0x02] = true, [0x03] = true, [0x04] = true,
    [0x05] = true, [0x06] = true, [0x07] = true, [0x08] = true, [0x09] = true,
    [0x0A] = true, [0x0B] = true, [0x0C] = true, [0x0D] = true, [0x0E] = true,
    [0x0F] = true, [0x10] = true, [0x11] = true, [0x12] = true, [0x13] = true,
    [0x14] = true, [0x15] = true, [0x16] = true, [0x17] = true, [0x18] = true,
    [0x19] = true, [0x1A] = true, [0x1B] = true, [0x1C] = true, [0x1D] = true,
    [0x1E] = true, [0x1F] = true, ['"'] = true,  ['\\'] = true,
};

/* Up to the next quotation mark, backslash or control character. */
static struct str
plain_part(struct json_reader *r)
{
    const char *from = r->text.at + r->at, *end = r->text.at + r->text.len;
    const char *at = from;
    while (at < end && !ends_part[(unsigned char)*at])
        at++;
    r->at += (size_t)(at - from);
    return (struct str){from, (size_t)(at - from)};
}

/* At a quotation mark. */
static struct str
read_string(struct json_reader *r)
{
    size_t from = r->at++;
    struct str part = plain_part(r);
    struct buf out = {0};
    if (peek(r) == '\\')
        out = buf_new(r->arena);
    while (peek(r) == '\\') {
        size_t escape = r->at++;
        buf_add(&out, part);
        if (!add_escape(r, &out)) {
            fail(r, escape, STR("this escape is none that JSON knows"));
            return part;
        }
        part = plain_part(r);
    }
    if (peek(r) != '"') {
        bool is_line = r->at < r->text.len;
        fail(r, is_line ? r->at : from,
             is_line ? STR("a text ends with its line here, before its closing "
                           "quotation mark")
                     : STR("this text has no closing quotation mark"));
        return part;
    }
    r->at++;
    if (!out.arena)
        return part;
    buf_add(&out, part);
    return buf_str(&out);
}

/* ---- other scalars ----------------------------------------------------- */

static size_t
skip_digits(struct json_reader *r)
{
    size_t from = r->at;
    while (ascii_is_digit(peek(r)))
        r->at++;
    return r->at - from;
}

static bool
skip_number(struct json_reader *r)
{
    r->at += peek(r) == '-';
    bool zero = peek(r) == '0';
    size_t digits = skip_digits(r);
    if (!digits || (zero && digits > 1))
        return false;
    if (peek(r) == '.') {
        r->at++;
        if (!skip_digits(r))
            return false;
    }
    if (peek(r) == 'e' || peek(r) == 'E') {
        r->at++;
        r->at += peek(r) == '+' || peek(r) == '-';
        return skip_digits(r) > 0;
    }
    return true;
}

static bool
skip_word(struct json_reader *r)
{
    static const struct str words[] = {STR_INIT("true"), STR_INIT("false"),
                                       STR_INIT("null")};
    struct str rest = str_slice(r->text, r->at, r->text.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(rest, words[i])) {
            r->at += words[i].len;
            return !ascii_is_alnum(peek(r));
        }
    return false;
}

static void
read_scalar(struct json_reader *r, struct node *node)
{
    size_t from = r->at;
    node->kind = NODE_SCALAR;
    if (peek(r) == '"') {
        node->style = SCALAR_DOUBLE_QUOTED;
        node->text = read_string(r);
        return;
    }
    bool is_number = peek(r) == '-' || ascii_is_digit(peek(r));
    if (!(is_number ? skip_number(r) : skip_word(r))) {
        fail(r, from,
             is_number ? STR("this number is not written as JSON wants it")
                       : STR("a value is expected here: a text in quotation "
                             "marks, a number, true, false, null, [ or {"));
        return;
    }
    node->text = str_slice(r->text, from, r->at);
    node->is_null = str_is(node->text, "null");
    if (node->is_null)
        node->text = (struct str){NULL, 0};
}

/* ---- lists and maps ---------------------------------------------------- */

/* A finished value goes where it belongs. */
static void
put(struct json_reader *r, struct node *node)
{
    struct frame *frame = r->depth ? &r->frames[r->depth - 1] : NULL;
    if (!frame) {
        r->root = node;
    } else if (frame->node->kind == NODE_LIST) {
        *list_add(r->arena, &frame->node->items) = node;
    } else {
        frame->pair.value = node;
        *list_add(r->arena, &frame->node->pairs) = frame->pair;
    }
}

static void
open_group(struct json_reader *r, struct node *node)
{
    node->kind = peek(r) == '[' ? NODE_LIST : NODE_MAP;
    if (r->depth == JSON_DEPTH_LIMIT) {
        fail(r, r->at, STR("lists and maps are nested too deep here"));
        return;
    }
    put(r, node);
    r->frames[r->depth++] = (struct frame){.node = node};
    r->at++;
}

static void
read_key(struct json_reader *r)
{
    struct frame *frame = &r->frames[r->depth - 1];
    size_t from = r->at;
    if (peek(r) != '"') {
        fail(r, from, STR("a key in quotation marks is expected here"));
        return;
    }
    frame->pair = (struct node_pair){.key = read_string(r)};
    frame->pair.key_span = span_from(r, from);
    skip_blanks(r);
    if (peek(r) != ':')
        fail(r, r->at, STR("a colon is expected here, behind the key"));
    r->at++;
    skip_blanks(r);
}

static void
read_value(struct json_reader *r)
{
    size_t from = r->at;
    struct node *node = ARENA_NEW(r->arena, struct node);
    if (peek(r) == '[' || peek(r) == '{') {
        node->span = span_from(r, from);
        open_group(r, node);
        return;
    }
    read_scalar(r, node);
    node->span = span_from(r, from);
    put(r, node);
}

/* Behind a value in a list or a map: closes what ends here; false when a
   comma asks for the next value. */
static bool
close_group(struct json_reader *r)
{
    struct node *node = r->frames[r->depth - 1].node;
    char closing = node->kind == NODE_LIST ? ']' : '}';
    if (peek(r) != closing)
        return false;
    r->at++;
    node->span.to = (uint32_t)r->at;
    r->depth--;
    return true;
}

/* One value of the innermost list or map, or its end. */
static void
step(struct json_reader *r)
{
    struct node *node = r->frames[r->depth - 1].node;
    bool is_first = !node->items.count && !node->pairs.count;
    skip_blanks(r);
    if (close_group(r))
        return;
    if (!is_first && peek(r) != ',') {
        fail(r, r->at,
             r->at >= r->text.len
                 ? STR("the file ends before its lists and maps do")
                 : STR("a comma or the end of the list or map is expected "
                       "here"));
        return;
    }
    r->at += !is_first;
    skip_blanks(r);
    if (node->kind == NODE_MAP)
        read_key(r);
    if (!r->wrong.len)
        read_value(r);
}

struct json
json_read(struct arena *arena, struct str text, uint32_t source)
{
    struct json_reader r = {.arena = arena, .text = text, .source = source};
    size_t malformed = utf8_find_malformed(text);
    if (str_starts(text, STR("\357\273\277")))
        r.at = 3;
    skip_blanks(&r);
    if (malformed != SIZE_MAX)
        fail(&r, malformed, STR("a byte here is no part of a character"));
    else if (r.at >= text.len)
        fail(&r, r.at, STR("there is nothing in it"));
    else
        read_value(&r);
    while (r.depth && !r.wrong.len)
        step(&r);
    if (r.wrong.len)
        return (struct json){NULL, r.wrong, r.wrong_at};
    skip_blanks(&r);
    if (r.at < text.len)
        fail(&r, r.at, STR("there is text behind the end of the value"));
    return (struct json){r.root, r.wrong, r.wrong_at};
}
