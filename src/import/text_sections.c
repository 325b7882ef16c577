/*
 * Which lines are headings. A line that is marked as one is; a line that is
 * not may still be, when its words are known for it and it stands alone.
 */
#include "text.h"

#include "base/utf8.h"

struct finder {
    struct text_page *page;
    unsigned level;     /* of sections by marks; 0: there are none */
    bool has_caps;      /* known headings stand in capitals */
    bool has_rules;     /* known headings have a line below */
    bool has_bold;      /* known headings are bold */
    bool is_sidebar;    /* contacts come first, the name below the lists */
    bool has_head;      /* name and contacts stand above */
    bool has_colons;    /* known headings end with a colon */
    LIST(size_t) votes; /* languages, by place in `languages` */
    LIST(struct str) languages;
};

/* ---- words of a heading -------------------------------------------------- */

static struct str
without_colon(struct str s)
{
    s = str_trim(s);
    if (str_ends(s, STR("\xEF\xBC\x9A")))
        return str_trim(str_slice(s, 0, s.len - 3));
    while (str_ends(s, STR(":")))
        s = str_trim(str_slice(s, 0, s.len - 1));
    return s;
}

static struct str
words_of(const struct text_line *line)
{
    struct str s = without_colon(text_of(line));
    /* The only head of a table's columns is that of the table. */
    while (line->is_head_row && str_ends(s, STR("|")))
        s = str_trim(str_slice(s, 0, s.len - 1));
    /* "**Skills**:" keeps its marks: the colon stands behind them. */
    while (s.len > 4 &&
           (str_starts(s, STR("**")) || str_starts(s, STR("__"))) &&
           str_ends(s, str_slice(s, 0, 2)))
        s = without_colon(str_slice(s, 2, s.len - 2));
    return s;
}

/* "S U M M A R Y": letters set apart. */
static struct str
close_up(struct arena *arena, struct str s)
{
    if (s.len < 7)
        return s;
    for (size_t i = 1; i < s.len; i++)
        if ((s.at[i] == ' ') != (i % 2 == 1) && s.at[i] != ' ')
            return s;
    char *out = arena_array(arena, s.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] != ' ')
            out[len++] = s.at[i];
        else if (i + 1 < s.len && s.at[i + 1] == ' ' && len &&
                 out[len - 1] != ' ')
            out[len++] = ' ';
    }
    return (struct str){out, len};
}

static bool
ends_with_colon(const struct text_line *line)
{
    struct str s = text_of(line);
    return without_colon(s).len < s.len || str_ends(s, STR(":**"));
}

static bool
begins_upper(struct str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (utf8_is_letter(c))
            return utf8_lower(c) == utf8_upper(c) || utf8_upper(c) == c;
    }
    return false;
}

/* ---- what a line is as a heading ----------------------------------------- */

struct heading {
    const struct text_phrase *phrase; /* NULL: not known */
    bool is_exact, is_marked;
};

static bool
is_marked(const struct text_line *line)
{
    return line->kind == LINE_HEADING || line->is_ruled || line->is_bold ||
           line->is_head_row || line->is_caps || ends_with_colon(line);
}

static bool
may_be_heading(const struct text_line *line)
{
    struct str s = text_of(line);
    return (line->kind == LINE_TEXT || line->kind == LINE_HEADING ||
            line->kind == LINE_QUOTE || line->is_head_row) &&
           s.len <= 100 && str_find_byte(s, '@', 0) == SIZE_MAX;
}

static struct heading
heading_of(const struct finder *f, const struct text_line *line)
{
    struct heading heading = {.is_marked = is_marked(line)};
    if (!may_be_heading(line))
        return heading;
    struct str s = close_up(f->page->arena, words_of(line));
    heading.phrase = text_phrase_find(f->page->words, s, &heading.is_exact);
    if (heading.phrase && !heading.is_exact && !heading.is_marked)
        heading.phrase = NULL;
    return heading;
}

/* The words are enough, or they and a mark. */
static bool
is_sure(const struct text_line *line, const struct heading *heading)
{
    if (!heading->phrase || !heading->is_exact)
        return false;
    if (line->kind == LINE_HEADING || line->is_ruled || line->is_caps ||
        line->is_head_row)
        return true;
    if (line->is_bold || ends_with_colon(line))
        return line->indent < 4;
    return !heading->phrase->is_weak && line->indent < 12 &&
           begins_upper(text_of(line));
}

/* ---- the habits of the file ---------------------------------------------- */

static void
vote(struct finder *f, struct str language)
{
    struct arena *arena = f->page->arena;
    if (!language.len)
        return;
    for (size_t i = 0; i < f->languages.count; i++)
        if (str_equal(f->languages.at[i], language)) {
            f->votes.at[i]++;
            return;
        }
    *list_add(arena, &f->languages) = language;
    *list_add(arena, &f->votes) = 1;
}

static bool
is_section(enum text_topic topic)
{
    return topic != TOPIC_HEAD && topic != TOPIC_RESUME &&
           topic != TOPIC_FOREIGN;
}

/* How the headings look whose words are known without doubt. */
static void
learn(struct finder *f)
{
    for (size_t i = 0; i < f->page->lines.count; i++) {
        const struct text_line *line = &f->page->lines.at[i];
        struct heading heading = heading_of(f, line);
        if (!heading.phrase || !is_sure(line, &heading) ||
            !is_section(heading.phrase->topic))
            continue;
        vote(f, heading.phrase->language);
        if (line->kind == LINE_HEADING && (!f->level || line->level < f->level))
            f->level = line->level;
        f->has_caps = f->has_caps || line->is_caps;
        f->has_rules = f->has_rules || line->is_ruled;
        f->has_bold = f->has_bold || line->is_bold;
        f->has_colons = f->has_colons || ends_with_colon(line);
    }
}

static struct str
language_of(const struct finder *f)
{
    size_t best = 0;
    for (size_t i = 1; i < f->votes.count; i++)
        if (f->votes.at[i] > f->votes.at[best])
            best = i;
    return f->votes.count ? f->languages.at[best] : STR("");
}

/* ---- headings that are not in the table ---------------------------------- */

static const struct text_line *
line_at(const struct finder *f, size_t i)
{
    return i < f->page->lines.count ? &f->page->lines.at[i] : NULL;
}

/* An entry begins here: its dates are near, or it names a place of work. */
static bool
looks_like_entry(const struct finder *f, size_t i)
{
    struct str s = text_of(&f->page->lines.at[i]);
    const unsigned kinds = TEXT_TITLE | TEXT_ORG | TEXT_SCHOOL | TEXT_DEGREE;
    for (size_t k = i; k < i + 3; k++) {
        const struct text_line *next = line_at(f, k);
        if (!next || (k > i && (next->kind == LINE_BULLET || next->is_apart)))
            break;
        if (next->dates.from < next->dates.to)
            return true;
    }
    return text_count(f->page->words, s, kinds) > 0 ||
           str_find_byte(s, ',', 0) != SIZE_MAX;
}

/* Looks as the known headings do, and names no section that is known. */
static bool
is_own_heading(const struct finder *f, size_t i, bool in_head)
{
    const struct text_line *line = line_at(f, i);
    const struct text_line *next = line_at(f, i + 1);
    if (!may_be_heading(line) || in_head || !next || line->indent >= 4)
        return false;
    if (line->kind == LINE_HEADING)
        return f->level && line->level <= f->level;
    if (line->dates.from < line->dates.to || !line->is_apart)
        return false;
    if (line->is_ruled && f->has_rules)
        return !looks_like_entry(f, i);
    return line->is_caps && f->has_caps && !f->level &&
           text_of(line).len <= 50 && !looks_like_entry(f, i);
}

/* ---- sections ------------------------------------------------------------ */

static struct text_section *
open_section(struct text_page *page, enum text_topic topic,
             struct text_line *heading)
{
    struct text_section *section = list_add(page->arena, &page->sections);
    section->topic = topic;
    section->heading = heading;
    if (heading)
        section->title = words_of(heading);
    return section;
}

/* "Skills: a, b, c": the words behind the colon are a line of their own. */
static struct text_line *
inline_rest(struct finder *f, const struct text_line *line, size_t colon)
{
    struct text_line *rest = ARENA_NEW(f->page->arena, struct text_line);
    struct node *node = ARENA_NEW(f->page->arena, struct node);
    struct str s = text_of(line);
    size_t from = colon + 1;
    while (from < s.len && (ascii_is_blank(s.at[from]) || s.at[from] == '*'))
        from++;
    *rest = *line;
    *node = *line->node;
    node->text = str_slice(s, from, s.len);
    if (line->node->span.to - line->node->span.from == s.len)
        node->span.from += (uint32_t)from;
    rest->node = node;
    rest->is_bold = rest->is_caps = false;
    rest->dates = text_dates_find(f->page->words, node->text);
    return rest;
}

static const struct text_phrase *
inline_heading(struct finder *f, const struct text_line *line,
               enum text_topic current, size_t *colon)
{
    bool is_exact, is_bold;
    struct str s = text_of(line);
    *colon = str_find_byte(s, ':', 0);
    if (*colon == SIZE_MAX || *colon + 1 >= s.len || *colon > 60 ||
        line->kind != LINE_TEXT || current == TOPIC_SKILLS ||
        current == TOPIC_CONTACT || line->indent >= 4)
        return NULL;
    struct str words = str_slice(s, 0, *colon);
    is_bold = str_starts(words, STR("**"));
    while (words.len && *words.at == '*')
        words = str_slice(words, 1, words.len);
    if (str_ends(words, STR("**")))
        words.len -= 2;
    const struct text_phrase *phrase =
        text_phrase_find(f->page->words, words, &is_exact);
    if (!phrase || !is_exact || !is_section(phrase->topic) ||
        phrase->topic == TOPIC_OTHER || phrase->topic == TOPIC_CONTACT)
        return NULL;
    /* In an entry "Projects: ..." is a line of it. */
    bool is_list = phrase->topic != TOPIC_EXPERIENCE;
    bool in_entry = current == TOPIC_EXPERIENCE || current == TOPIC_PROJECTS ||
                    current == TOPIC_EDUCATION || current == TOPIC_VOLUNTEER;
    if (!is_list || f->level || (in_entry && !line->is_apart))
        return NULL;
    return line->is_apart || is_bold ? phrase : NULL;
}

static bool
opens_section(const struct finder *f, size_t i, enum text_topic current,
              enum text_topic *topic)
{
    const struct text_line *line = line_at(f, i);
    struct heading heading = heading_of(f, line);
    bool is_marked_heading =
        line->kind == LINE_HEADING || line->is_ruled ||
        (line->is_caps && f->has_caps) ||
        (line->is_bold && f->has_bold && !f->level) ||
        (ends_with_colon(line) && f->has_colons && line->is_apart);
    bool is_deep =
        f->level && line->kind == LINE_HEADING && line->level > f->level;
    *topic = TOPIC_OTHER;
    /* "Résumé" below the name is a summary. */
    if (heading.phrase && heading.phrase->topic == TOPIC_RESUME &&
        heading.is_exact && f->has_head) {
        *topic = TOPIC_SUMMARY;
        return is_sure(line, &heading);
    }
    if (heading.phrase && heading.phrase->topic == TOPIC_RESUME)
        return false;
    if (heading.phrase && heading.phrase->topic == TOPIC_FOREIGN)
        return is_own_heading(f, i, current == TOPIC_HEAD);
    if (heading.phrase) {
        *topic = heading.phrase->topic;
        /* Within a list of skills, groups have such names too. */
        if (is_deep && (!heading.is_exact || current == TOPIC_SKILLS ||
                        *topic == TOPIC_OTHER || *topic == TOPIC_PROJECTS))
            return false;
        if (f->level && line->kind != LINE_HEADING && line->is_bold &&
            !line->is_caps)
            return false;
        if (is_sure(line, &heading) ||
            (f->is_sidebar && heading.is_exact && line->is_apart))
            return true;
        if (is_marked_heading && !is_deep &&
            !(line->dates.from < line->dates.to) &&
            (line->is_apart || line->is_ruled || line->kind == LINE_HEADING))
            return current != TOPIC_HEAD || i > 0;
    }
    *topic = TOPIC_OTHER;
    return is_own_heading(f, i, current == TOPIC_HEAD);
}

/* The title of the paper, "Curriculum vitae", says nothing else. */
static bool
is_name_of_paper(const struct finder *f, const struct text_line *line)
{
    struct heading heading = heading_of(f, line);
    return heading.phrase && heading.is_exact &&
           heading.phrase->topic == TOPIC_RESUME;
}

static void
place_line(struct finder *f, size_t i, struct text_section **section)
{
    struct text_page *page = f->page;
    struct text_line *line = &page->lines.at[i];
    enum text_topic topic;
    size_t colon;
    f->has_head =
        (*section)->topic != TOPIC_HEAD || (*section)->lines.count > 1;
    if (!f->has_head && is_name_of_paper(f, line)) {
        *list_add(page->arena, &page->asides) =
            (struct text_aside){line->node, NULL};
        return;
    }
    if (opens_section(f, i, (*section)->topic, &topic)) {
        f->is_sidebar |= topic == TOPIC_CONTACT && !line->level &&
                         (*section)->topic == TOPIC_HEAD &&
                         !(*section)->lines.count;
        *section = open_section(page, topic, line);
        return;
    }
    const struct text_phrase *phrase =
        inline_heading(f, line, (*section)->topic, &colon);
    if (phrase) {
        *section = open_section(page, phrase->topic, line);
        (*section)->title = str_trim(str_slice(text_of(line), 0, colon));
        line = inline_rest(f, line, colon);
    }
    *list_add(page->arena, &(*section)->lines) = *line;
}

/* Two to four words with capitals, no signs: somebody's name. */
static bool
may_be_name(const struct text_line *line)
{
    struct str s = text_of(line), word;
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.at[i]) || strchr(",;:|()/@", s.at[i]))
            return false;
    for (size_t at = 0; (word = text_word_next(s, &at)).len; count++)
        if (!begins_upper(word))
            return false;
    return count >= 2 && count <= 4 && line->kind == LINE_TEXT;
}

/* In the text of a PDF the column at the side comes first; the name and what
   belongs to it then stand at the end of its last list. */
static void
lift_name(struct text_page *page)
{
    size_t last = 1;
    while (last + 1 < page->sections.count &&
           page->sections.at[last + 1].topic != TOPIC_SUMMARY &&
           page->sections.at[last + 1].topic != TOPIC_EXPERIENCE)
        last++;
    if (last + 1 >= page->sections.count)
        return;
    struct text_section *from = &page->sections.at[last];
    for (size_t i = from->lines.count; i-- > 1 && from->lines.count - i <= 4;) {
        if (!from->lines.at[i].is_apart || !may_be_name(&from->lines.at[i]))
            continue;
        for (size_t k = i; k < from->lines.count; k++)
            *list_add(page->arena, &page->sections.at[0].lines) =
                from->lines.at[k];
        from->lines.count = i;
        return;
    }
}

void
text_sections_find(struct text_page *page)
{
    struct finder f = {.page = page};
    for (size_t i = 0; i < page->lines.count; i++) {
        struct text_line *line = &page->lines.at[i];
        line->dates = text_dates_find(page->words, text_of(line));
    }
    learn(&f);
    page->language = language_of(&f);
    struct text_section *section = open_section(page, TOPIC_HEAD, NULL);
    for (size_t i = 0; i < page->lines.count; i++)
        place_line(&f, i, &section);
    if (f.is_sidebar)
        lift_name(page);
}
