/* Lines that were wrapped become one again. */
#include "text.h"

#include "base/buf.h"
#include "base/utf8.h"

static bool
begins_lower(struct str s)
{
    size_t at = 0;
    if (!s.len)
        return false;
    uint32_t c = utf8_next(s, &at);
    return utf8_is_letter(c) && utf8_upper(c) != c;
}

static bool
has_gap(struct str s)
{
    return str_find_byte(s, '\t', 0) != SIZE_MAX ||
           str_find(s, STR("   "), 0) != SIZE_MAX ||
           str_find(s, STR("----"), 0) != SIZE_MAX ||
           str_find(s, STR("...."), 0) != SIZE_MAX ||
           str_find(s, STR("____"), 0) != SIZE_MAX;
}

static bool
ends_sentence(struct str s)
{
    return s.len && strchr(".!?:;", s.at[s.len - 1]);
}

/* The next line's first word had no room on this one. */
static bool
was_wrapped(const struct text_page *page, const struct text_line *line,
            const struct text_line *next)
{
    return page->width >= 50 && page->width <= 120 &&
           line->columns + 1 + next->first > page->width &&
           line->columns * 2 >= page->width;
}

static bool
has_dates(const struct text_line *line)
{
    return line->dates.from < line->dates.to && line->dates.is_at_edge;
}

/* Ends with a sign behind which something must come. */
static bool
ends_open(struct str s)
{
    return s.len > 20 &&
           (str_ends(s, STR(",")) || str_ends(s, STR("\xC2\xB7")) ||
            str_ends(s, STR("&")) || str_ends(s, STR(" and")));
}

static bool
has_open_bracket(struct str s)
{
    size_t depth = 0;
    for (size_t i = 0; i < s.len; i++) {
        depth += s.at[i] == '(';
        depth -= depth && s.at[i] == ')';
    }
    return depth > 0;
}

static bool
is_label(struct str s)
{
    size_t colon = str_find_byte(s, ':', 0);
    return colon != SIZE_MAX && colon < 30 && colon + 1 < s.len;
}

static bool
goes_on(const struct text_page *page, enum text_topic topic,
        const struct text_line *line, const struct text_line *next)
{
    struct str a = text_of(line), b = text_of(next);
    if (next->is_definition)
        return topic == TOPIC_CONTACT && line->is_bold && a.len < 40;
    if (next->is_apart || next->kind != LINE_TEXT || line->is_last ||
        line->kind == LINE_HEADING || line->kind == LINE_ROW || next->is_bold ||
        line->is_ruled)
        return false;
    if (line->kind == LINE_BULLET && next->indent > line->indent &&
        next->indent + 3 >= line->inner && !(has_dates(next) && has_gap(b)))
        return next->indent <= line->inner + 2 ||
               was_wrapped(page, line, next) || begins_lower(b);
    if (has_gap(a) || has_gap(b) || line->is_bold || line->is_italic ||
        next->is_italic)
        return false;
    if (topic == TOPIC_HEAD || topic == TOPIC_CONTACT)
        return (was_wrapped(page, line, next) || begins_lower(b)) &&
               a.len > 60 && !is_label(b) &&
               str_find_byte(b, '@', 0) == SIZE_MAX;
    if (topic == TOPIC_SUMMARY)
        return a.len > 40;
    if (has_open_bracket(a) && was_wrapped(page, line, next))
        return true;
    if (ends_open(a) && !has_dates(line))
        return true;
    if (has_dates(next) || (has_dates(line) && !begins_lower(b)))
        return false;
    if (begins_lower(b) && !ends_sentence(a) && a.len > 30)
        return true;
    return was_wrapped(page, line, next) && a.len > 40 && !is_label(b);
}

/* Lines first .. behind-1 as one. */
static struct text_line
join(struct text_page *page, const struct text_line *first,
     const struct text_line *behind)
{
    struct text_line line = *first;
    const struct text_line *last = behind - 1;
    if (first == last)
        return line;
    struct buf out = buf_new(page->arena);
    for (const struct text_line *part = first; part < behind; part++) {
        if (part > first)
            buf_add_text(&out, part->is_definition ? ": " : " ");
        buf_add(&out, text_of(part));
    }
    struct node *node = ARENA_NEW(page->arena, struct node);
    *node = *first->node;
    node->text = buf_str(&out);
    node->span.to = last->node->span.to;
    line.node = node;
    if (!has_dates(first))
        line.dates = text_dates_find(page->words, node->text);
    return line;
}

static void
join_section(struct text_page *page, struct text_section *section)
{
    const text_line_list lines = section->lines;
    text_line_list joined = {0};
    for (size_t i = 0; i < lines.count;) {
        size_t end = i + 1;
        /* The first line says what it is, the last one where it ends. */
        struct text_line line = lines.at[i];
        while (end < lines.count &&
               goes_on(page, section->topic, &line, &lines.at[end])) {
            line.node = lines.at[end].node;
            line.columns = lines.at[end].columns;
            line.is_last = lines.at[end].is_last;
            end++;
        }
        *list_add(page->arena, &joined) =
            join(page, &lines.at[i], &lines.at[end]);
        i = end;
    }
    section->lines = joined;
}

/* The width of the paper: the longest line that surely goes on in the next
   one, else the longest of all. */
static void
find_width(struct text_page *page)
{
    unsigned width = 0;
    for (size_t i = 0; i + 1 < page->lines.count; i++) {
        const struct text_line *line = &page->lines.at[i], *next = line + 1;
        if (next->kind == LINE_TEXT && !next->is_apart && !line->is_last &&
            line->kind != LINE_HEADING && line->columns <= 120 &&
            line->columns >= 50 && begins_lower(text_of(next)) &&
            line->columns > width)
            width = line->columns;
    }
    if (width)
        page->width = width;
}

void
text_lines_join(struct text_page *page)
{
    find_width(page);
    for (size_t i = 0; i < page->sections.count; i++)
        join_section(page, &page->sections.at[i]);
}
