/*
 * `# lint: ignore M105, M106 for a reason` spares what begins on its line, or
 * on the next one when it stands alone. A text that goes on over several
 * lines counts as one line. What looks like a remark inside of a text is none.
 */
#include "ignore.h"

#include <stdlib.h>
#include <string.h>

/* A text or a key that holds a line break or a #. */
struct written_text {
    struct span span;
    bool is_block; /* behind | or >; its first line may end in a remark */
};

struct remarks {
    struct check *check;
    struct ignore_list *list;
    LIST(struct written_text) texts; /* sorted */
    bool has_texts;
    uint32_t source;
    struct str text; /* of the source */
    /* Between these bytes there are only remarks. */
    size_t gap_from, gap_to;
};

bool
ignore_find_code(struct check *check, struct str name, struct span span,
                 enum code *code)
{
    if (code_find(name, code))
        return true;
    struct finding *finding =
        finding_add(check->findings, CODE_X183, span,
                    "There is no rule \"%.*s\".", STR_ARG(name));
    enum code near;
    if (code_nearest(name, &near))
        finding_help(finding, "Did you mean %s?", code_entry(near)->id);
    return false;
}

void
ignore_add(struct check *check, struct ignore_list *list, enum code code,
           struct span within, bool begins, struct span said)
{
    *list_add(check->arena, list) =
        (struct ignore){code, within, begins, said, false};
}

/* ---- texts, which hold no remarks -------------------------------------- */

static void
add_text(struct remarks *remarks, struct span span, bool is_block)
{
    struct str text = span_text(remarks->check->sources, span);
    if (text.len &&
        (memchr(text.at, '#', text.len) || memchr(text.at, '\n', text.len)))
        *list_add(remarks->check->arena, &remarks->texts) =
            (struct written_text){span, is_block};
}

/* The loader bounds the depth of a tree to 64. */
static void
collect_texts(struct remarks *remarks, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        add_text(remarks, node->span,
                 node->style == SCALAR_LITERAL || node->style == SCALAR_FOLDED);
    for (size_t i = 0; i < node->items.count; i++)
        collect_texts(remarks, node->items.at[i]);
    for (size_t i = 0; i < node->pairs.count; i++) {
        add_text(remarks, node->pairs.at[i].key_span, false);
        collect_texts(remarks, node->pairs.at[i].value);
    }
}

static int
compare_texts(const void *left, const void *right)
{
    const struct written_text *a = left, *b = right;
    if (a->span.source != b->span.source)
        return a->span.source < b->span.source ? -1 : 1;
    return (a->span.from > b->span.from) - (a->span.from < b->span.from);
}

/* Most files have no such remark, and need no texts. */
static void
need_texts(struct remarks *remarks)
{
    if (remarks->has_texts)
        return;
    remarks->has_texts = true;
    collect_texts(remarks, remarks->check->candidate->node);
    if (remarks->texts.count)
        qsort(remarks->texts.at, remarks->texts.count,
              sizeof(struct written_text), compare_texts);
}

/* The last text that begins at or before byte `at`, or NULL. */
static const struct written_text *
text_before(const struct remarks *remarks, size_t at)
{
    struct written_text wanted = {{remarks->source, (uint32_t)at, (uint32_t)at},
                                  false};
    size_t low = 0, high = remarks->texts.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_texts(&remarks->texts.at[middle], &wanted) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low || remarks->texts.at[low - 1].span.source != remarks->source)
        return NULL;
    return &remarks->texts.at[low - 1];
}

static bool
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool
is_in_text(const struct remarks *remarks, size_t hash)
{
    const struct written_text *text = text_before(remarks, hash);
    if (!text || text->span.to <= hash)
        return false;
    if (!text->is_block)
        return true;
    for (size_t i = text->span.from; i < hash; i++)
        if (is_line_end(remarks->text.at[i]))
            return true;
    return false;
}

/* ---- the lines that are meant ------------------------------------------ */

static struct span
line_around(const struct remarks *remarks, size_t at)
{
    struct str text = remarks->text;
    size_t from = at, to = at;
    while (from > 0 && !is_line_end(text.at[from - 1]))
        from--;
    while (to < text.len && !is_line_end(text.at[to]))
        to++;
    return (struct span){remarks->source, (uint32_t)from, (uint32_t)to};
}

static size_t
line_end(struct str text, size_t at)
{
    while (at < text.len && !is_line_end(text.at[at]))
        at++;
    return at;
}

/* Behind a line that holds a remark only: the next that holds more. */
static struct span
next_content(struct remarks *remarks, size_t from)
{
    struct str text = remarks->text;
    size_t at = from;
    if (from >= remarks->gap_from && from < remarks->gap_to)
        return line_around(remarks, remarks->gap_to);
    while (at < text.len && (ascii_is_space(text.at[at]) || text.at[at] == '#'))
        at = text.at[at] == '#' ? line_end(text, at) : at + 1;
    remarks->gap_from = from;
    remarks->gap_to = at;
    return line_around(remarks, at);
}

/* A text that begins or ends on the line belongs to it as a whole. */
static struct span
with_whole_texts(const struct remarks *remarks, struct span line)
{
    const struct written_text *first = text_before(remarks, line.from);
    const struct written_text *last = text_before(remarks, line.to);
    if (last && last->span.from >= line.from && last->span.to > line.to)
        line.to = last->span.to;
    if (first && first->span.to > line.from)
        line.from = first->span.from;
    return line;
}

static struct span
meant_by(struct remarks *remarks, size_t hash)
{
    struct span line = line_around(remarks, hash);
    struct str before = str_slice(remarks->text, line.from, hash);
    if (str_trim(before).len == 0)
        line = next_content(remarks, line.to);
    return with_whole_texts(remarks, line);
}

/* ---- what a remark says ------------------------------------------------ */

static size_t
skip(struct str text, size_t at, const char *bytes)
{
    while (at < text.len && strchr(bytes, text.at[at]) && text.at[at])
        at++;
    return at;
}

/* Moves behind a word, whatever its case. */
static bool
take_word(struct str text, size_t *at, const char *word)
{
    size_t to = *at + strlen(word);
    if (!str_equal_nocase(str_slice(text, *at, to), str_from(word)) ||
        (to < text.len && ascii_is_alnum(text.at[to])))
        return false;
    *at = to;
    return true;
}

/* "M105", and "M1O5" or "M1005" for it: a group and digits or what is taken
   for them. */
static bool
looks_like_code(struct str word)
{
    if (word.len < 3 || word.len > 6 ||
        !strchr("XSMKHCEDPTABRF", ascii_upper(word.at[0])))
        return false;
    for (size_t i = 1; i < word.len; i++)
        if (!ascii_is_digit(word.at[i]) && !strchr("OolI", word.at[i]))
            return false;
    return true;
}

/* Codes come first, a reason may follow. */
static bool
names_rule(struct str word, bool is_first, bool after_comma)
{
    enum code code;
    if (is_first || looks_like_code(word))
        return true;
    return code_find(word, &code) &&
           (after_comma || str_find_byte(word, '-', 0) != SIZE_MAX);
}

/* A word of text[*at..]; *at is then behind what parts it from the next. */
static struct str
next_word(struct str text, size_t *at, bool *comma)
{
    size_t from = *at, to = from;
    while (to < text.len && !strchr(" \t,", text.at[to]))
        to++;
    *at = skip(text, to, " \t,");
    *comma = memchr(text.at + to, ',', *at - to) != NULL;
    while (to > from + 1 && strchr(".:;)]", text.at[to - 1]))
        to--;
    return str_slice(text, from, to);
}

static void
report_no_codes(struct remarks *remarks, size_t at)
{
    struct span span = {remarks->source, (uint32_t)at, (uint32_t)at};
    finding_help(finding_add(remarks->check->findings, CODE_X183, span,
                             "This names no rule to be ignored."),
                 "Write its code: # lint: ignore M105");
}

static void
read_codes(struct remarks *remarks, size_t at, struct span line,
           struct span within)
{
    struct str text = str_slice(remarks->text, 0, line.to);
    size_t first = skip(text, at, " \t,:=(["), next = first;
    bool after_comma = false, comma = false;
    if (first == text.len)
        report_no_codes(remarks, at);
    while (next < text.len) {
        bool is_first = next == first;
        struct str word = next_word(text, &next, &comma);
        size_t from = (size_t)(word.at - text.at);
        struct span said = {remarks->source, (uint32_t)from,
                            (uint32_t)(from + word.len)};
        enum code code;
        if (!names_rule(word, is_first, after_comma))
            return;
        if (ignore_find_code(remarks->check, word, said, &code))
            ignore_add(remarks->check, remarks->list, code, within, true, said);
        after_comma = comma;
    }
}

/* `hash` is a # behind a blank, or the first of its line. Gives where to go
   on: there is one such remark on a line. */
static size_t
read_remark(struct remarks *remarks, size_t hash)
{
    struct str text = remarks->text;
    size_t at = skip(text, skip(text, hash, "#"), " \t");
    if (!take_word(text, &at, "lint"))
        return hash + 1;
    at = skip(text, at, " \t:");
    if (!take_word(text, &at, "ignore"))
        return hash + 1;
    need_texts(remarks);
    if (is_in_text(remarks, hash))
        return hash + 1;
    struct span line = line_around(remarks, hash);
    read_codes(remarks, at, line, meant_by(remarks, hash));
    return line.to;
}

static bool
begins_remark(struct str text, size_t hash)
{
    return hash == 0 || ascii_is_space(text.at[hash - 1]) ||
           (hash == 3 && str_starts(text, STR("\xEF\xBB\xBF")));
}

static void
read_source(struct remarks *remarks, uint32_t source)
{
    remarks->source = source;
    remarks->text = source_text(remarks->check->sources, source);
    remarks->gap_from = remarks->gap_to = 0;
    for (size_t at = 0;
         (at = str_find_byte(remarks->text, '#', at)) != SIZE_MAX;)
        at = begins_remark(remarks->text, at) ? read_remark(remarks, at)
                                              : at + 1;
}

void
ignore_remarks(struct check *check, struct ignore_list *list)
{
    struct remarks remarks = {.check = check, .list = list};
    for (uint32_t i = 0; i < sources_count(check->sources); i++)
        read_source(&remarks, i);
}
