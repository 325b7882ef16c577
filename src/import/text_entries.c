/*
 * Which lines of a section open an entry and which tell of it. What opens one
 * looks like a head: it has dates at its edge, is marked, or stands apart and
 * is short; what tells is an item of a list or a sentence.
 */
#include "text.h"

#include "base/utf8.h"

struct grouper {
    struct text_page *page;
    const struct text_section *section;
    text_line_list lines; /* as they count here: items may be heads */
    text_entry_list entries;
};

enum { LONGEST_HEAD = 160, LONGEST_PLAIN_HEAD = 100, HEADS = 6 };

/* ---- looks --------------------------------------------------------------- */

static bool
is_sentence(struct str s)
{
    if (!s.len)
        return false;
    char last = s.at[s.len - 1];
    size_t words = 0;
    for (size_t i = 0; i < s.len; i++)
        words += s.at[i] == ' ';
    return (last == '.' && words >= 4) || last == ';' || s.len > LONGEST_HEAD;
}

/* "In 2019 I moved to the clinic.": dates of a sentence, not of a head. */
static bool
has_dates(const struct text_line *line)
{
    struct str s = text_of(line);
    bool dated = line->dates.from < line->dates.to && line->dates.is_at_edge &&
                 s.len <= LONGEST_HEAD;
    return dated && !(is_sentence(s) && line->dates.to + 2 < s.len);
}

static bool
begins_head(struct str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c < 0x80 && ascii_is_digit((char)c))
            return true;
        if (utf8_is_letter(c))
            return utf8_upper(c) == c;
    }
    return false;
}

static bool
is_short(const struct text_line *line)
{
    struct str s = text_of(line);
    return s.len <= LONGEST_PLAIN_HEAD && !is_sentence(s) && begins_head(s) &&
           s.at[s.len - 1] != ':';
}

static unsigned
kinds_in(const struct grouper *g, const struct text_line *line)
{
    return text_count(g->page->words, text_of(line),
                      TEXT_TITLE | TEXT_ORG | TEXT_SCHOOL | TEXT_DEGREE);
}

static const struct text_line *
line_at(const struct grouper *g, size_t i)
{
    return i < g->lines.count ? &g->lines.at[i] : NULL;
}

/* Dates in the next lines that would still be of the same head. */
static bool
dates_follow(const struct grouper *g, size_t i)
{
    for (size_t k = i + 1; k < i + 4; k++) {
        const struct text_line *line = line_at(g, k);
        if (!line || line->kind == LINE_BULLET || line->kind == LINE_HEADING ||
            is_sentence(text_of(line)) || (line->is_apart && !has_dates(line)))
            return false;
        if (has_dates(line))
            return true;
    }
    return false;
}

/* "Thesis: ...", "GPA: 3.9": of the entry above. */
static bool
is_detail(const struct text_line *line)
{
    struct str s = text_of(line);
    size_t colon = str_find_byte(s, ':', 0);
    return colon != SIZE_MAX && colon < 40 && line->kind == LINE_TEXT &&
           !has_dates(line);
}

/* Dates and nothing else: of what stands below, when that is short. */
static bool
is_bare_date(const struct text_line *line)
{
    struct str s = text_of(line);
    return text_trim_signs(str_slice(s, 0, line->dates.from)).len == 0 &&
           text_trim_signs(str_slice(s, line->dates.to, s.len)).len == 0;
}

static bool
looks_like_head(const struct grouper *g, size_t i)
{
    const struct text_line *line = line_at(g, i);
    struct str s = text_of(line);
    if (line->kind == LINE_HEADING || line->kind == LINE_ROW)
        return true;
    if (line->kind != LINE_TEXT)
        return false;
    if (has_dates(line))
        return !is_bare_date(line) || !line_at(g, i + 1) ||
               is_short(line_at(g, i + 1)) || line_at(g, i + 1)->is_bold ||
               line_at(g, i + 1)->is_definition;
    if (is_detail(line) && !line->is_bold)
        return false;
    if (line->is_bold || line->is_caps)
        return s.len <= LONGEST_HEAD && s.at[s.len - 1] != ':';
    if (!is_short(line))
        return false;
    return dates_follow(g, i) ||
           (line->is_apart && kinds_in(g, line) > 0 && !str_has_digit(s));
}

/* ---- entries ------------------------------------------------------------- */

static struct text_entry *
current(const struct grouper *g)
{
    return g->entries.count ? &g->entries.at[g->entries.count - 1] : NULL;
}

static bool
has_head_dates(const struct text_entry *entry)
{
    for (size_t i = 0; i < entry->heads.count; i++)
        if (has_dates(entry->heads.at[i]))
            return true;
    return false;
}

static struct text_entry *
open_entry(struct grouper *g, const struct text_line *line)
{
    struct text_entry *entry = list_add(g->page->arena, &g->entries);
    entry->level = line->kind == LINE_HEADING ? line->level : 0;
    return entry;
}

/* A further head of an entry that has no body yet. */
static bool
goes_on(const struct grouper *g, const struct text_entry *entry, size_t i)
{
    const struct text_line *line = line_at(g, i);
    struct str s = text_of(line);
    bool dated = has_head_dates(entry);
    if (line->is_definition && entry->heads.count == 1)
        return s.len <= 2 * LONGEST_HEAD;
    if (entry->heads.count >= HEADS || line->kind == LINE_ROW ||
        line->kind == LINE_BULLET || line->kind == LINE_QUOTE ||
        (line->kind == LINE_HEADING &&
         (!entry->level || line->level <= entry->level)))
        return false;
    if (has_dates(line))
        return !dated;
    if (is_detail(line) && !line->is_bold)
        return false;
    if (!is_short(line) && !line->is_bold && !line->is_italic)
        return false;
    if (s.at[s.len - 1] == ':' || s.len > LONGEST_HEAD)
        return false;
    if (!dated)
        return !line->is_apart || dates_follow(g, i) ||
               line->kind == LINE_HEADING || line->is_bold || line->is_italic ||
               entry->level;
    /* The dates stand above: what follows them is marked, or names a place,
       a position, an employer. */
    if (line->is_apart && dates_follow(g, i))
        return false;
    if (line->is_italic || line->kind == LINE_HEADING)
        return true;
    if (line->is_bold)
        return !line->is_apart;
    /* "14 providers": what is counted is no name. */
    return entry->heads.count < 3 && s.len <= 80 && !str_has_digit(s) &&
           !dates_follow(g, i) &&
           (kinds_in(g, line) > 0 || text_is_place(g->page->words, s)) &&
           (!line->is_apart || entry->level);
}

/* Whether the line begins another entry than the one above. */
static bool
opens(const struct grouper *g, const struct text_entry *entry, size_t i)
{
    const struct text_line *line = line_at(g, i);
    if (!entry)
        return looks_like_head(g, i) ||
               (line->kind == LINE_TEXT && is_short(line));
    if (!entry->body.count && goes_on(g, entry, i))
        return false;
    if (!looks_like_head(g, i))
        return false;
    /* A bold line amid the tasks of a position heads some of them. */
    if (line->kind == LINE_TEXT && !has_dates(line) && !dates_follow(g, i) &&
        entry->level)
        return false;
    if (line->kind == LINE_HEADING && entry->level &&
        line->level > entry->level + 1 && !has_dates(line) &&
        !dates_follow(g, i) && entry->body.count)
        return false;
    return true;
}

static void
place(struct grouper *g, size_t i)
{
    const struct text_line *line = line_at(g, i);
    struct text_entry *entry = current(g);
    struct arena *arena = g->page->arena;
    if (opens(g, entry, i)) {
        entry = open_entry(g, line);
        *list_add(arena, &entry->heads) = line;
        return;
    }
    if (!entry)
        entry = open_entry(g, line);
    if (!entry->body.count && entry->heads.count && goes_on(g, entry, i))
        *list_add(arena, &entry->heads) = line;
    else
        *list_add(arena, &entry->body) = line;
}

/* ---- sections that are one list ------------------------------------------ */

static unsigned
outer_indent(const text_line_list *lines)
{
    unsigned least = UINT32_MAX;
    for (size_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == LINE_BULLET && lines->at[i].indent < least)
            least = lines->at[i].indent;
    return least;
}

/* The section begins with an item, and its outer items are heads: they have
   dates, or a list below them. */
static bool
is_list_of_heads(const struct grouper *g)
{
    const text_line_list *lines = &g->section->lines;
    unsigned outer = outer_indent(lines);
    size_t items = 0, heads = 0;
    if (!lines->count || lines->at[0].kind != LINE_BULLET)
        return false;
    for (size_t i = 0; i < lines->count; i++) {
        const struct text_line *line = &lines->at[i];
        if (line->kind != LINE_BULLET || line->indent > outer + 1)
            continue;
        bool has_list = i + 1 < lines->count &&
                        lines->at[i + 1].kind == LINE_BULLET &&
                        lines->at[i + 1].indent > outer + 1;
        items++;
        heads += has_dates(line) || has_list || line->is_bold ||
                 g->section->topic != TOPIC_EXPERIENCE;
    }
    return heads * 2 > items;
}

static void
copy_lines(struct grouper *g)
{
    bool lifts = is_list_of_heads(g);
    unsigned outer = outer_indent(&g->section->lines);
    for (size_t i = 0; i < g->section->lines.count; i++) {
        struct text_line line = g->section->lines.at[i];
        if (line.is_head_row)
            continue;
        if (lifts && line.kind == LINE_BULLET && line.indent <= outer + 1) {
            line.kind = LINE_HEADING;
            line.level = 6;
        } else if (lifts && line.kind == LINE_TEXT && line.indent > outer) {
            line.is_apart = false;
        }
        *list_add(g->page->arena, &g->lines) = line;
    }
}

text_entry_list
text_entries_group(struct text_page *page, const struct text_section *section)
{
    struct grouper g = {.page = page, .section = section};
    copy_lines(&g);
    for (size_t i = 0; i < g.lines.count; i++)
        place(&g, i);
    return g.entries;
}

void
text_entry_read(struct text_page *page, struct text_entry *entry)
{
    for (size_t i = 0; i < entry->heads.count; i++)
        text_parts_add(page, entry, entry->heads.at[i]);
}
