/* Texts, places and dates as RenderCV reads them. */
#include "rendercv_writer.h"

/* ---- texts --------------------------------------------------------------- */

static bool
is_word_byte(struct str text, size_t i)
{
    return i < text.len &&
           (ascii_is_alnum(text.at[i]) || (unsigned char)text.at[i] >= 0x80);
}

/* An underscore within a word marks nothing. */
static bool
is_mark(struct str text, size_t i)
{
    if (text.at[i] == '_')
        return !(i > 0 && is_word_byte(text, i - 1) &&
                 is_word_byte(text, i + 1));
    return str_find_byte(STR("\\`*[]"), text.at[i], 0) != SIZE_MAX;
}

static void
add_escaped(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (is_mark(text, i))
            buf_add_byte(out, '\\');
        buf_add_byte(out, text.at[i]);
    }
}

struct str
rcv_markdown(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    add_escaped(&out, text);
    return buf_str(&out);
}

/* Brackets of an address would end it. */
static void
add_address(struct buf *out, struct str url)
{
    for (size_t i = 0; i < url.len; i++)
        if (url.at[i] == '(')
            buf_add_text(out, "%28");
        else if (url.at[i] == ')')
            buf_add_text(out, "%29");
        else if (url.at[i] == ' ')
            buf_add_text(out, "%20");
        else
            buf_add_byte(out, url.at[i]);
}

struct str
rcv_link(struct arena *arena, struct str text, struct str url)
{
    struct buf out = buf_new(arena);
    if (url.len && text.len)
        buf_add_byte(&out, '[');
    add_escaped(&out, text);
    if (url.len && text.len) {
        buf_add_text(&out, "](");
        add_address(&out, url);
        buf_add_byte(&out, ')');
    }
    return buf_str(&out);
}

static void
add_run(struct buf *out, const struct prose *prose, const struct prose_run *run)
{
    struct str text = str_slice(prose->plain, run->from, run->to);
    bool is_strong = run->style & PROSE_STRONG;
    bool is_emphasis = run->style & PROSE_EMPHASIS;
    const char *mark = is_strong && is_emphasis ? "***"
                       : is_strong              ? "**"
                       : is_emphasis            ? "*"
                                                : "";
    buf_print(out, "%s%s", run->url.len ? "[" : "", mark);
    if (run->style & PROSE_CODE)
        buf_print(out, "`%.*s`", STR_ARG(text));
    else
        add_escaped(out, text);
    buf_add_text(out, mark);
    if (!run->url.len)
        return;
    buf_add_text(out, "](");
    add_address(out, run->url);
    buf_add_byte(out, ')');
}

static void
add_block(struct buf *out, const struct prose *prose,
          const struct prose_block *block)
{
    if (out->len)
        buf_add_text(out, block->kind == PROSE_PARAGRAPH ? "\n\n" : "\n");
    for (unsigned i = 0; i < block->depth; i++)
        buf_add_text(out, "  ");
    if (block->kind == PROSE_BULLET)
        buf_add_text(out, "- ");
    else if (block->kind == PROSE_NUMBERED)
        buf_print(out, "%u. ", block->number);
    for (size_t j = 0; j < block->run_count; j++)
        add_run(out, prose, &prose->runs.at[block->first_run + j]);
}

struct str
rcv_prose(struct arena *arena, const struct prose *prose)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < prose->blocks.count; i++)
        add_block(&out, prose, &prose->blocks.at[i]);
    return buf_str(&out);
}

void
rcv_join(struct buf *to, struct str text)
{
    if (!text.len)
        return;
    if (to->len)
        buf_add_text(to, ", ");
    buf_add(to, text);
}

struct str
rcv_list(struct arena *arena, const text_list *list)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < list->count; i++)
        rcv_join(&out, rcv_markdown(arena, list->at[i].s));
    return buf_str(&out);
}

struct str
rcv_place(struct arena *arena, const struct location *location)
{
    struct buf out = buf_new(arena);
    if (location->text.s.len)
        return rcv_markdown(arena, location->text.s);
    rcv_join(&out, rcv_markdown(arena, location->city.s));
    rcv_join(&out, rcv_markdown(arena, location->region.s));
    rcv_join(&out, rcv_markdown(arena, location->country_code.s));
    return buf_str(&out);
}

/* ---- dates --------------------------------------------------------------- */

static struct str
date_text(struct rcv *w, const struct date *date)
{
    if (date->is_as_typed)
        return date->typed.s;
    if (date->is_present)
        return STR("present");
    if (!date->year)
        return (struct str){NULL, 0};
    if (!date->month)
        return str_format(w->arena, "%04d", date->year);
    if (!date->day)
        return str_format(w->arena, "%04d-%02d", date->year, date->month);
    return str_format(w->arena, "%04d-%02d-%02d", date->year, date->month,
                      date->day);
}

static bool
is_exact(const struct date *date)
{
    return !date->is_as_typed;
}

/* RenderCV takes a year for its first of January, and a month for its first
   day, whichever end of a span it is. */
static int
first_day(const struct rcv *w, const struct date *date)
{
    const struct date *day = date->is_present ? &w->edition->today : date;
    return (day->year * 100 + (day->month ? day->month : 1)) * 100 +
           (day->day ? day->day : 1);
}

static bool
is_span(const struct rcv *w, const struct date *start, const struct date *end)
{
    bool knows_today = w->edition->today.year != 0;
    if (!is_exact(start) || !is_exact(end) || start->is_present)
        return false;
    if (end->is_present && !knows_today)
        return true;
    return first_day(w, start) <= first_day(w, end);
}

static void
add_date_text(struct rcv *w, struct str text)
{
    bool is_digits = text.len > 0;
    for (size_t i = 0; i < text.len; i++)
        is_digits &= ascii_is_digit(text.at[i]) || text.at[i] == '-';
    if (is_digits)
        rcv_plain(w, "date", text);
    else
        rcv_text(w, "date", text);
}

void
rcv_date(struct rcv *w, const struct date *date)
{
    add_date_text(w, date_text(w, date));
}

void
rcv_span(struct rcv *w, const struct date *start, const struct date *end)
{
    static const struct date present = {.is_present = true};
    bool has_start = date_is_given(start), has_end = date_is_given(end);
    if (!has_start) {
        rcv_date(w, end);
        return;
    }
    if (!has_end)
        end = &present;
    if (is_span(w, start, end)) {
        rcv_plain(w, "start_date", date_text(w, start));
        rcv_plain(w, "end_date", date_text(w, end));
        return;
    }
    add_date_text(w, str_format(w->arena, "%.*s \u2013 %.*s",
                                STR_ARG(date_text(w, start)),
                                STR_ARG(date_text(w, end))));
}

void
rcv_kept_date(struct rcv *w, const char *key, const struct date *date)
{
    rcv_plain(w, key, date_text(w, date));
}

/* ---- lines of an entry --------------------------------------------------- */

/* " - " would begin a line below the line: a blank that does not break keeps
   the hyphen where it is. */
static struct str
without_dashes(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    size_t from = 0, at;
    while ((at = str_find(text, STR(" - "), from)) != SIZE_MAX) {
        buf_add(&out, str_slice(text, from, at));
        buf_add_text(&out, " -\u00a0");
        from = at + 3;
    }
    buf_add(&out, str_slice(text, from, text.len));
    return buf_str(&out);
}

static void
add_line(struct rcv *w, const struct prose *prose)
{
    struct str text = rcv_prose(w->arena, prose);
    if (text.len)
        rcv_item_text(w, without_dashes(w->arena, text));
}

void
rcv_highlights(struct rcv *w, const highlight_list *highlights,
               const prose_list *actions)
{
    size_t start = w->out.len;
    rcv_open(w, STR("highlights"));
    size_t before = w->out.len;
    for (size_t i = 0; actions && i < actions->count; i++)
        add_line(w, &actions->at[i]);
    for (size_t i = 0; highlights && i < highlights->count; i++)
        add_line(w, &highlights->at[i].text);
    rcv_close(w);
    if (w->out.len == before)
        w->out.len = start;
}
