#include "workspace.h"

#include <string.h>

#include "base/utf8.h"

struct workspace *
workspace_new(struct arena *arena)
{
    struct workspace *ws = ARENA_NEW(arena, struct workspace);
    ws->arena = arena;
    return ws;
}

/* ---- growing ------------------------------------------------------------ */

static void
make_room(struct workspace *ws, size_t more)
{
    if (ws->room - ws->len >= more && ws->text)
        return;
    size_t room = (ws->len + more) * 2 + 256;
    char *text = (char *)arena_alloc(ws->arena, room);
    uint8_t *breaks = (uint8_t *)arena_alloc(ws->arena, room + 1);
    if (ws->text) {
        memcpy(text, ws->text, ws->len);
        memcpy(breaks, ws->breaks, ws->len + 1);
    }
    ws->text = text;
    ws->breaks = breaks;
    ws->room = room;
}

static void
emit(struct workspace *ws, const char *bytes, size_t count)
{
    memcpy(ws->text + ws->len, bytes, count);
    memset(ws->breaks + ws->len + 1, 0, count);
    ws->len += count;
}

/* ---- kinds of characters ------------------------------------------------ */

enum kind { KIND_TEXT, KIND_BLANK, KIND_FORCED, KIND_SOFT, KIND_BREAK_HERE };

static enum kind
kind_of(uint32_t c)
{
    if (c == '\n' || c == 0x2028 || c == 0x2029)
        return KIND_FORCED;
    if (c <= ' ' || (c >= 0x7F && c <= 0x9F))
        return KIND_BLANK;
    if (c == 0xAD)
        return KIND_SOFT;
    return c == 0x200B ? KIND_BREAK_HERE : KIND_TEXT;
}

static const struct {
    uint32_t first, last;
} simple_ranges[] = {
    {0x0020, 0x02FF}, /* Latin */
    {0x1E00, 0x1EFF}, /* Latin Extended Additional */
    {0x2000, 0x200A}, /* blanks */
    {0x2010, 0x2027}, /* dashes, quotes, bullets */
    {0x202F, 0x205F}, /* more punctuation */
    {0x2070, 0x20CF}, /* superscripts, currency */
    {0x2100, 0x218F}, /* letterlike, fractions */
    {0x2190, 0x23FF}, /* arrows, mathematics, technical */
    {0x2460, 0x27BF}, /* enclosed, shapes, dingbats */
    {0xFB00, 0xFB06}, /* Latin ligatures */
};

/* Left to right, and set like Latin whatever stands around it. */
static bool
is_simple(uint32_t c)
{
    if (c < 0x300)
        return true;
    for (size_t i = 1; i < sizeof simple_ranges / sizeof *simple_ranges; i++) {
        if (c <= simple_ranges[i].last)
            return c >= simple_ranges[i].first;
    }
    return false;
}

/* ---- gathering ---------------------------------------------------------- */

static bool
at_line_start(const struct workspace *ws)
{
    return ws->len == 0 || (ws->breaks[ws->len] & BREAK_FORCED);
}

static void
gather_blank(struct workspace *ws)
{
    if (!at_line_start(ws) && ws->text[ws->len - 1] != ' ')
        emit(ws, " ", 1);
}

/* The forced break keeps a blank, so that words on both sides stay apart for
   whoever reads the text and not the page. */
static void
gather_forced(struct workspace *ws)
{
    if (at_line_start(ws) || ws->text[ws->len - 1] != ' ')
        emit(ws, " ", 1);
    ws->breaks[ws->len] |= BREAK_FORCED;
}

static size_t
ascii_length(struct str s, size_t from)
{
    size_t at = from;
    while (at < s.len && s.at[at] > ' ' && s.at[at] < 0x7F)
        at++;
    return at - from;
}

static void
gather_char(struct workspace *ws, uint32_t c)
{
    char bytes[4];
    switch (kind_of(c)) {
    case KIND_TEXT:
        emit(ws, bytes, utf8_put(bytes, c));
        ws->simple = ws->simple && is_simple(c);
        break;
    case KIND_BLANK:
        gather_blank(ws);
        break;
    case KIND_FORCED:
        gather_forced(ws);
        break;
    case KIND_SOFT:
        ws->breaks[ws->len] |= BREAK_SOFT;
        break;
    case KIND_BREAK_HERE:
        ws->breaks[ws->len] |= BREAK_ALLOWED | BREAK_HERE;
        break;
    }
}

static void
gather_run(struct workspace *ws, const struct text_run *run)
{
    struct str text = run->text;
    /* A malformed byte grows to three, a forced break by nothing. */
    make_room(ws, text.len * 3 + 4);
    for (size_t at = 0; at < text.len;) {
        size_t plain = ascii_length(text, at);
        if (plain) {
            emit(ws, text.at + at, plain);
            at += plain;
        } else if (text.at[at] == ' ') {
            gather_blank(ws);
            at++;
        } else {
            gather_char(ws, utf8_next(text, &at));
        }
    }
}

static void
drop_last_blank(struct workspace *ws)
{
    while (ws->len && ws->text[ws->len - 1] == ' ')
        ws->len--;
    ws->breaks[ws->len] = 0;
    while (ws->extents.count) {
        struct run_extent *last = &ws->extents.at[ws->extents.count - 1];
        if (last->from < ws->len) {
            if (last->to > ws->len)
                last->to = (uint32_t)ws->len;
            return;
        }
        ws->extents.count--;
    }
}

void
flow_gather(struct workspace *ws, const struct text_run *runs, size_t run_count)
{
    ws->len = 0;
    ws->runs = runs;
    ws->extents.count = 0;
    ws->simple = true;
    ws->guessed = false;
    ws->any_missing = false;
    make_room(ws, 1);
    ws->breaks[0] = 0;
    for (size_t i = 0; i < run_count; i++) {
        size_t from = ws->len;
        gather_run(ws, &runs[i]);
        if (ws->len == from)
            continue;
        struct run_extent *extent = list_add(ws->arena, &ws->extents);
        extent->from = (uint32_t)from;
        extent->to = (uint32_t)ws->len;
        extent->run = &runs[i];
    }
    drop_last_blank(ws);
}
