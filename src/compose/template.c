#include "compose/template.h"

#include <string.h>

#include "inline.h"

/* ---- reading ------------------------------------------------------------- */

enum piece_kind { PIECE_TEXT, PIECE_VALUE, PIECE_STYLE };

struct piece {
    enum piece_kind kind;
    struct str text; /* of a value: its name, as typed */
    unsigned style;  /* the one that is turned on or off */
};

static bool
is_capital(char c)
{
    return (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
is_word(char c)
{
    return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

/* "{name}": the end of it, or `at` where there is none. */
static size_t
end_of_braces(struct str s, size_t at)
{
    size_t end = at + 1;
    while (end < s.len && (ascii_is_alnum(s.at[end]) || s.at[end] == '_'))
        end++;
    return end > at + 1 && end < s.len && s.at[end] == '}' ? end + 1 : at;
}

static bool
is_named(struct str typed, const char *name)
{
    return str_equal_nocase(typed, str_from(name));
}

static const struct placeholder *
find_value(struct str typed, const struct placeholder *values)
{
    for (; values->name; values++)
        if (is_named(typed, values->name))
            return values;
    return NULL;
}

/* A word in capitals that is the name of a placeholder. */
static size_t
end_of_capitals(struct str s, size_t at, const struct placeholder *values)
{
    size_t end = at;
    if (at > 0 && is_word(s.at[at - 1]))
        return at;
    while (end < s.len && is_capital(s.at[end]))
        end++;
    if (end < s.len && is_word(s.at[end]) && (unsigned char)s.at[end] < 0x80)
        return at;
    return find_value(str_slice(s, at, end), values) ? end : at;
}

static struct piece
style_piece(struct str s, size_t *at)
{
    bool is_double = *at + 1 < s.len && s.at[*at + 1] == '*';
    *at += is_double ? 2 : 1;
    return (struct piece){
        .kind = PIECE_STYLE,
        .style = is_double ? INLINE_STRONG : INLINE_EMPHASIS,
    };
}

static bool
begins_piece(struct str s, size_t at, const struct placeholder *values)
{
    return s.at[at] == '*' || s.at[at] == '\\' ||
           (s.at[at] == '{' && end_of_braces(s, at) > at) ||
           (is_capital(s.at[at]) && end_of_capitals(s, at, values) > at);
}

static struct piece
next_piece(struct str s, size_t *at, const struct placeholder *values)
{
    size_t from = *at;
    if (s.at[from] == '*')
        return style_piece(s, at);
    if (s.at[from] == '{' && end_of_braces(s, from) > from) {
        *at = end_of_braces(s, from);
        return (struct piece){PIECE_VALUE, str_slice(s, from + 1, *at - 1), 0};
    }
    if (is_capital(s.at[from]) && end_of_capitals(s, from, values) > from) {
        *at = end_of_capitals(s, from, values);
        return (struct piece){PIECE_VALUE, str_slice(s, from, *at), 0};
    }
    if (s.at[from] == '\\' && from + 1 < s.len) {
        from++;
        *at = from;
    }
    for (++*at; *at < s.len && !begins_piece(s, *at, values);)
        ++*at;
    return (struct piece){PIECE_TEXT, str_slice(s, from, *at), 0};
}

/* ---- filling ------------------------------------------------------------- */

struct filling {
    struct arena *arena;
    struct inline_text out;
    struct inline_text kept; /* printed if something follows */
    unsigned style;
    bool has_values;   /* the template names some */
    bool any;          /* one of them had text */
    bool behind_value; /* nothing was read since the last */
    bool last_was_empty;
};

/* What belongs to the value right before it: "年", ")", "%". */
static size_t
suffix_of(struct str s)
{
    size_t end = 0;
    while (end < s.len && (is_word(s.at[end]) || strchr(")]%", s.at[end])))
        end++;
    return end;
}

static void
keep_text(struct filling *filling, struct str text)
{
    if (filling->behind_value) {
        size_t end = suffix_of(text);
        if (!filling->last_was_empty)
            inline_add(filling->arena, &filling->out, str_slice(text, 0, end),
                       filling->style);
        text = str_slice(text, end, text.len);
    }
    filling->behind_value = false;
    bool is_lost =
        filling->has_values && filling->last_was_empty && !filling->any;
    if (!is_lost)
        inline_add(filling->arena, &filling->kept, text, filling->style);
}

static void
flush_kept(struct filling *filling)
{
    for (size_t i = 0; i < filling->kept.runs.count; i++)
        *list_add(filling->arena, &filling->out.runs) =
            filling->kept.runs.at[i];
    filling->kept.runs.count = 0;
}

static void
add_value(struct filling *filling, const struct placeholder *value)
{
    bool is_rich = value && value->rich && !inline_is_empty(value->rich);
    filling->has_values = true;
    filling->behind_value = true;
    filling->last_was_empty = !value || (!value->text.len && !is_rich);
    if (filling->last_was_empty) {
        filling->kept.runs.count = 0;
        return;
    }
    flush_kept(filling);
    filling->any = true;
    inline_add(filling->arena, &filling->out, value->text, filling->style);
    for (size_t i = 0; !value->text.len && i < value->rich->runs.count; i++) {
        struct inline_run *run = list_add(filling->arena, &filling->out.runs);
        *run = value->rich->runs.at[i];
        run->style ^= filling->style;
    }
}

struct inline_text
template_fill(struct arena *arena, struct str template,
              const struct placeholder *values)
{
    struct filling filling = {.arena = arena};
    for (size_t at = 0; at < template.len;) {
        struct piece piece = next_piece(template, &at, values);
        if (piece.kind == PIECE_STYLE)
            filling.style ^= piece.style;
        else if (piece.kind == PIECE_TEXT)
            keep_text(&filling, piece.text);
        else
            add_value(&filling, find_value(piece.text, values));
    }
    if (filling.any || !filling.has_values)
        flush_kept(&filling);
    return filling.out;
}

struct str
template_fill_plain(struct arena *arena, struct str template,
                    const struct placeholder *values)
{
    struct inline_text text = template_fill(arena, template, values);
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text.runs.count; i++)
        buf_add(&out, text.runs.at[i].text);
    return buf_str(&out);
}

/* ---- checking ------------------------------------------------------------ */

struct str
template_find_unknown(struct str template, const char *const *names)
{
    for (size_t at = 0; at < template.len; at++) {
        size_t end = template.at[at] == '{' ? end_of_braces(template, at) : at;
        struct str typed = str_slice(template, at + 1, end ? end - 1 : 0);
        bool is_known = end == at;
        for (size_t i = 0; !is_known && names[i]; i++)
            is_known = is_named(typed, names[i]);
        if (!is_known)
            return typed;
    }
    return (struct str){0};
}
