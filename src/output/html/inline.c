#include "base/utf8.h"
#include "output/plain.h"
#include "output/uri.h"
#include "writer.h"

void
html_markup(struct html *h, const char *markup)
{
    buf_add_text(&h->out, markup);
}

void
html_words(struct html *h, struct str words)
{
    buf_add_xml(&h->out, words);
}

void
html_attribute(struct html *h, const char *name, struct str value)
{
    buf_print(&h->out, " %s=\"", name);
    buf_add_xml(&h->out, value);
    buf_add_byte(&h->out, '"');
}

/* ---- links --------------------------------------------------------------- */

static bool
is_hex(struct str url, size_t at)
{
    if (at >= url.len)
        return false;
    char c = ascii_lower(url.at[at]);
    return ascii_is_digit(c) || (c >= 'a' && c <= 'f');
}

/* What an address may not hold is written as its bytes (RFC 3986, 2.1). */
static struct str
encoded(struct arena *arena, struct str url)
{
    static const char odd[] = "\"<>\\^`{|}[]";
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < url.len; i++) {
        char c = url.at[i];
        bool is_bad = (unsigned char)c <= ' ' || c == 0x7F ||
                      (c && strchr(odd, c)) ||
                      (c == '%' && !(is_hex(url, i + 1) && is_hex(url, i + 2)));
        if (is_bad)
            buf_print(&out, "%%%02X", (unsigned char)c);
        else
            buf_add_byte(&out, c);
    }
    return buf_str(&out);
}

bool
html_link_begin(struct html *h, struct str url, const char *attributes)
{
    url = str_trim(url);
    if (!uri_leads_out(url))
        return false;
    html_markup(h, "<a");
    html_attribute(h, "href", encoded(h->arena, url));
    html_markup(h, attributes);
    buf_add_byte(&h->out, '>');
    return true;
}

/* ---- anchors ------------------------------------------------------------- */

/* An id has no blanks. */
static struct str
id_of(struct arena *arena, struct str anchor)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < anchor.len; i++)
        buf_add_byte(&out,
                     (unsigned char)anchor.at[i] <= ' ' ? '-' : anchor.at[i]);
    return buf_str(&out);
}

static void
collect(struct html *h, struct block *const *blocks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (blocks[i]->anchor.len)
            *list_add(h->arena, &h->anchors) = blocks[i]->anchor;
        collect(h, blocks[i]->children.at, blocks[i]->children.count);
    }
}

void
html_collect_anchors(struct html *h)
{
    collect(h, h->document->blocks.at, h->document->blocks.count);
}

void
html_id(struct html *h, struct str anchor)
{
    if (anchor.len)
        html_attribute(h, "id", id_of(h->arena, anchor));
}

static bool
target_begin(struct html *h, struct str target)
{
    if (!target.len || !str_among(target, h->anchors.at, h->anchors.count))
        return false;
    struct str id = id_of(h->arena, target);
    html_markup(h, "<a href=\"#");
    html_words(h, id);
    html_markup(h, "\">");
    return true;
}

/* ---- runs ---------------------------------------------------------------- */

static void
add_lines(struct html *h, struct str words)
{
    const struct str line_end = STR(PLAIN_LINE_END);
    for (;;) {
        size_t end = str_find(words, line_end, 0);
        html_words(h, str_slice(words, 0, end));
        if (end == SIZE_MAX)
            return;
        html_markup(h, "<br>\n");
        words = str_slice(words, end + line_end.len, words.len);
    }
}

static void
add_styled(struct html *h, const struct inline_run *run)
{
    static const struct {
        unsigned style;
        const char *begin, *end;
    } marks[] = {{INLINE_STRONG, "<strong>", "</strong>"},
                 {INLINE_EMPHASIS, "<em>", "</em>"},
                 {INLINE_CODE, "<code>", "</code>"},
                 {INLINE_NO_BREAK, "<span class=\"nb\">", "</span>"}};
    const size_t count = sizeof marks / sizeof *marks;
    unsigned style = run->style;
    if (str_find_byte(run->text, ' ', 0) == SIZE_MAX)
        style &= ~(unsigned)INLINE_NO_BREAK;
    for (size_t i = 0; i < count; i++)
        if (style & marks[i].style)
            html_markup(h, marks[i].begin);
    add_lines(h, run->text);
    for (size_t i = count; i-- > 0;)
        if (style & marks[i].style)
            html_markup(h, marks[i].end);
}

void
html_inline(struct html *h, const struct inline_text *text)
{
    const struct inline_run *runs = text->runs.at;
    bool is_open = false;
    for (size_t i = 0; i < text->runs.count; i++) {
        bool goes_on = i > 0 && str_equal(runs[i].url, runs[i - 1].url) &&
                       str_equal(runs[i].target, runs[i - 1].target);
        if (is_open && !goes_on)
            html_markup(h, "</a>");
        /* A link of several styles is one. */
        if (!goes_on)
            is_open = html_link_begin(h, runs[i].url, "") ||
                      target_begin(h, runs[i].target);
        add_styled(h, &runs[i]);
    }
    if (is_open)
        html_markup(h, "</a>");
}

/* ---- elements ------------------------------------------------------------ */

static void
begin(struct html *h, struct str name)
{
    struct str class_name = name;
    struct str tag = str_cut(&class_name, ' ');
    buf_print(&h->out, "<%.*s", STR_ARG(tag));
    if (class_name.len)
        html_attribute(h, "class", class_name);
    buf_add_byte(&h->out, '>');
}

static void
end(struct html *h, struct str name)
{
    struct str tag = str_cut(&name, ' ');
    buf_print(&h->out, "</%.*s>\n", STR_ARG(tag));
}

void
html_element(struct html *h, const char *name, const struct inline_text *text)
{
    if (plain_is_empty(text))
        return;
    begin(h, str_from(name));
    html_inline(h, text);
    end(h, str_from(name));
}

void
html_element_words(struct html *h, const char *name, struct str words)
{
    struct inline_run run = {.text = words};
    const struct inline_text text = {.runs = {&run, 1, 1}};
    html_element(h, name, &text);
}

/* ---- dates --------------------------------------------------------------- */

/* A month or a year as it is printed, and for machines. */
struct date_found {
    size_t from, to;
    int year, month; /* 0: a year alone */
};

static int
year_at(struct str words, size_t at)
{
    int year = 0;
    if (at + 4 > words.len || (at > 0 && ascii_is_digit(words.at[at - 1])) ||
        (at + 4 < words.len && ascii_is_digit(words.at[at + 4])))
        return 0;
    for (size_t i = at; i < at + 4; i++) {
        if (!ascii_is_digit(words.at[i]))
            return 0;
        year = year * 10 + (words.at[i] - '0');
    }
    return year >= 1900 && year < 2100 ? year : 0;
}

/* The month of that year as the language prints it, around its year. */
static void
find_month(const struct html *h, struct str words, size_t least,
           struct date_found *found)
{
    size_t year_from = found->from;
    for (int month = 1; h->locale && month <= 12; month++) {
        struct str printed = locale_date_as(
            h->arena, h->locale, WORD_DATE_SHORT,
            (struct locale_date){.year = found->year, .month = month});
        size_t from = least;
        while ((from = str_find(words, printed, from)) != SIZE_MAX &&
               from + printed.len <= year_from)
            from++;
        if (!printed.len || from == SIZE_MAX || from > year_from)
            continue;
        *found =
            (struct date_found){from, from + printed.len, found->year, month};
        return;
    }
}

static bool
next_date(const struct html *h, struct str words, size_t least,
          struct date_found *found)
{
    for (size_t at = least; at < words.len; at++) {
        int year = year_at(words, at);
        if (!year)
            continue;
        *found = (struct date_found){at, at + 4, year, 0};
        find_month(h, words, least, found);
        return true;
    }
    return false;
}

static void
add_dated(struct html *h, struct str words)
{
    struct date_found date;
    size_t at = 0;
    while (next_date(h, words, at, &date)) {
        html_words(h, str_slice(words, at, date.from));
        if (date.month)
            buf_print(&h->out, "<time datetime=\"%04d-%02d\">", date.year,
                      date.month);
        else
            buf_print(&h->out, "<time datetime=\"%04d\">", date.year);
        html_words(h, str_slice(words, date.from, date.to));
        html_markup(h, "</time>");
        at = date.to;
    }
    html_words(h, str_slice(words, at, words.len));
}

void
html_dated(struct html *h, const struct inline_text *text)
{
    struct str words = plain_words(h->arena, text);
    for (size_t i = 0; i < text->runs.count; i++)
        if (text->runs.at[i].url.len || text->runs.at[i].target.len ||
            str_find(words, STR(PLAIN_LINE_END), 0) != SIZE_MAX) {
            html_inline(h, text);
            return;
        }
    add_dated(h, words);
}
