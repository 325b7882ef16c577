#include "habit.h"

#include "base/buf.h"
#include "line.h"

/* First words of remarks that people leave behind a #. */
static const char *const remarks[] = {
    "add",    "ask",      "check",  "confirm", "delete",   "draft",
    "fixme",  "needed",   "note",   "old",     "optional", "or",
    "remove", "required", "see",    "the",     "tbc",      "tbd",
    "todo",   "update",   "verify", "was",     "why",      "xxx",
};

/* A text of so many words is taken for prose. */
#define PROSE_WORDS 3
/* So many are enough before a name: "Spoke on #MeToo". */
#define NAME_WORDS 2

/* ---- text behind a # --------------------------------------------------- */

size_t
habit_find_hash(struct str text, size_t from, size_t to)
{
    for (size_t at = from + 1; at < to; at++)
        if (text.at[at] == '#' && ascii_is_blank(text.at[at - 1]))
            return at;
    return SIZE_MAX;
}

static size_t
count_words(struct str text)
{
    size_t words = 0;

    for (size_t i = 0; i < text.len && words < PROSE_WORDS; i++)
        words += !ascii_is_space(text.at[i]) &&
                 (i == 0 || ascii_is_space(text.at[i - 1]));
    return words;
}

static bool
is_remark(struct str word)
{
    for (size_t i = 0; i < sizeof remarks / sizeof remarks[0]; i++)
        if (str_equal_nocase(word, str_from(remarks[i])))
            return true;
    return false;
}

/* "grew #1": a number follows, and what stands before is no figure. */
static bool
is_number_sign(struct str text, size_t hash, struct str value)
{
    return hash + 1 < text.len && ascii_is_digit(text.at[hash + 1]) &&
           !(value.len > 0 && ascii_is_digit(value.at[0]));
}

/* "spoke on #MeToo in hospitals": one blank before, a word behind, and the
   line is prose. A remark begins with a blank or a word of its own. */
static bool
is_hashtag(struct str text, size_t hash, struct str value)
{
    size_t end = hash + 1;

    while (end < text.len && ascii_is_alnum(text.at[end]))
        end++;
    if (end == hash + 1 || !ascii_is_alpha(text.at[hash + 1]) ||
        ascii_is_blank(text.at[hash - 2]) || text.at[hash - 1] != ' ')
        return false;
    if (end < text.len && text.at[end] == ':')
        return false;
    return count_words(value) >=
               (ascii_lower(text.at[hash + 1]) == text.at[hash + 1]
                    ? PROSE_WORDS
                    : NAME_WORDS) &&
           !is_remark(str_slice(text, hash + 1, end));
}

/* How to keep the text from `value` to `end`. */
static void
add_quotes(const struct reading *reading, struct finding *finding,
           const struct line *line, size_t value, size_t end)
{
    struct str text = reading->clean;
    struct str better = quoted(reading->arena, str_slice(text, value, end));
    bool is_certain = finding->severity == SEVERITY_ERROR;

    finding_help(
        finding, "%s\n%.*s",
        is_certain ? "Put the text in quotes:"
                   : "If it belongs to the text, put it in quotes; "
                     "a remark has a blank behind the #:",
        STR_ARG(line_mended(reading->arena, text, line, value, end, better)));
    finding->has_edit = true;
    finding->edit_is_safe = is_certain;
    finding->edit = (struct edit){
        {reading->source, (uint32_t)value, (uint32_t)end}, better};
}

void
habit_report_hash(const struct reading *reading, size_t value, size_t hash,
                  bool is_certain)
{
    struct str text = reading->clean;
    struct line line = line_at(text, hash);
    size_t end = line.to;
    struct finding *finding;

    while (end > hash && ascii_is_blank(text.at[end - 1]))
        end--;
    finding = finding_add(
        reading->findings, CODE_X017,
        (struct span){reading->source, (uint32_t)hash, (uint32_t)end},
        "The text is cut off here: a blank and a # begin a remark.");
    if (!is_certain)
        finding->severity = SEVERITY_WARNING;
    if (value >= line.content)
        add_quotes(reading, finding, &line, value, end);
    else
        finding_help(finding,
                     "Put the whole text in quotes, or write it in words:\n"
                     "%.*s",
                     STR_ARG(line_mended(reading->arena, text, &line, hash,
                                         hash + 1, STR("no. "))));
}

void
habit_text(struct builder *builder, const struct node *scalar)
{
    struct reading *reading = builder->reading;
    struct str text = reading->text;
    size_t at = scalar->span.to, value = scalar->span.from;

    if (at >= text.len || !ascii_is_blank(text.at[at]))
        return;
    while (at < text.len && ascii_is_blank(text.at[at]))
        at++;
    if (at == text.len || text.at[at] != '#')
        return;
    if (scalar->is_null)
        value = at;
    if (is_number_sign(text, at, scalar->text))
        *list_add(reading->arena, &reading->lost) =
            (struct lost){value, at, at + 1};
    else if (!scalar->is_null && is_hashtag(text, at, scalar->text))
        habit_report_hash(reading, value, at, false);
}

/* ---- lists that are folded --------------------------------------------- */

static bool
begins_item(struct str text, size_t at)
{
    return at + 1 < text.len && text.at[at + 1] == ' ' &&
           (text.at[at] == '-' || text.at[at] == '*' || text.at[at] == '+');
}

/* Lines of a text behind > that begin with a dash, of which YAML makes one. */
static size_t
count_items(struct str text, struct span span)
{
    size_t count = 0, at = span.from;

    while ((at = str_find_byte(str_slice(text, 0, span.to), '\n', at)) !=
           SIZE_MAX) {
        at++;
        at = skip_blanks(text, at, span.to);
        count += begins_item(text, at);
    }
    return count;
}

/* Is there an item in the middle of a line? Lines that are indented further
   keep their place. */
static bool
has_joined_item(struct str text)
{
    for (size_t i = 1; i < text.len; i++)
        if (text.at[i] == ' ' && begins_item(text, i + 1) &&
            !ascii_is_space(text.at[i - 1]))
            return true;
    return false;
}

void
habit_folded(struct builder *builder, const struct node *scalar)
{
    const struct reading *reading = builder->reading;
    struct span sign = scalar->span;
    struct finding *finding;

    if (!has_joined_item(scalar->text) ||
        count_items(reading->clean, scalar->span) < 2)
        return;
    sign.to = sign.from + 1;
    finding = finding_add(reading->findings, CODE_X049, sign,
                          "`>` joins the lines; this list becomes one "
                          "line.");
    finding_help(finding, "Write `|` instead, which keeps the lines.");
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){sign, STR("|")};
}

/* ---- commas in a group ------------------------------------------------- */

/* "IL" of "{city: Springfield, IL}": a name without a colon. */
static bool
is_left_over(const struct reading *reading, const struct node_pair *pair)
{
    struct span key = pair->key_span, value = pair->value->span;

    return pair->value->is_null && value.from == value.to &&
           key.source == value.source && value.from >= key.to &&
           (key.to >= reading->text.len || reading->text.at[key.to] != ':') &&
           reading->text.at[key.from] != '"' &&
           reading->text.at[key.from] != '\'';
}

static bool
is_joinable(const struct node_pair *pair)
{
    return pair->value->kind == NODE_SCALAR && !pair->value->is_null &&
           pair->value->style == SCALAR_PLAIN &&
           pair->value->span.from >= pair->key_span.to;
}

static void
report_comma(const struct reading *reading, struct span span)
{
    struct line line = line_at(reading->clean, span.from);
    struct str text = str_slice(reading->clean, span.from, span.to);
    struct str better = quoted(reading->arena, text);
    struct finding *finding;

    finding = finding_add(reading->findings, CODE_X027, span,
                          "Inside braces a comma begins the next field; this "
                          "text needs quotes.");
    finding_help(finding, "%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean, &line,
                                     span.from, span.to, better)));
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){span, better};
}

/* The value before takes in what the commas cut off. */
static void
join_pairs(struct builder *builder, struct node *map, size_t first, size_t last)
{
    const struct reading *reading = builder->reading;
    struct node_pair *pair = &map->pairs.at[first];
    struct node *value = ARENA_NEW(reading->arena, struct node);

    *value = *pair->value;
    value->span.to = map->pairs.at[last].key_span.to;
    value->text = str_slice(reading->clean, value->span.from, value->span.to);
    pair->value = value;
    report_comma(reading, value->span);
}

void
habit_group(struct builder *builder, struct node *map)
{
    size_t kept = 0;

    for (size_t i = 0; i < map->pairs.count;) {
        size_t last = i;

        if (is_joinable(&map->pairs.at[i]))
            while (last + 1 < map->pairs.count &&
                   is_left_over(builder->reading, &map->pairs.at[last + 1]))
                last++;
        if (last > i)
            join_pairs(builder, map, i, last);
        map->pairs.at[kept++] = map->pairs.at[i];
        i = last + 1;
    }
    map->pairs.count = kept;
}

/* ---- blanks that are missing ------------------------------------------- */

/* The text of a field that begins on a line below its name, where a list or
   a group was to follow. */
static bool
is_below(const struct reading *reading, const struct node_pair *pair)
{
    struct span value = pair->value->span;

    return pair->value->kind == NODE_SCALAR && pair->value->text.len > 2 &&
           pair->value->style == SCALAR_PLAIN &&
           value.from > pair->key_span.to + 2 &&
           line_end(reading->text, pair->key_span.to) < value.from;
}

/* The colon of "name:Jordan", or 0. */
static size_t
tight_colon(struct str text)
{
    size_t at = 0;

    while (at < text.len &&
           ((text.at[at] >= 'a' && text.at[at] <= 'z') || text.at[at] == '_'))
        at++;
    return at > 1 && at + 1 < text.len && text.at[at] == ':' &&
                   text.at[at + 1] != '/' && text.at[at + 1] != ':'
               ? at
               : 0;
}

/* "-Cut waits" */
static bool
is_tight_dash(struct str line)
{
    return line.len > 1 && line.at[0] == '-' && !ascii_is_digit(line.at[1]) &&
           !ascii_is_blank(line.at[1]) && line.at[1] != '-';
}

/* A text of several lines, each of which lacks the same blank, with all of
   them; empty when a line is of another kind. */
static struct str
loosened(const struct reading *reading, struct span span)
{
    struct str text = reading->clean;
    struct buf out = buf_new(reading->arena);
    bool is_list = text.at[span.from] == '-';
    size_t at = span.from;

    while (at < span.to) {
        size_t content = skip_blanks(text, at, span.to);
        size_t end = line_end(text, content), sign;
        struct str line;

        end = end < span.to ? end : span.to;
        line = str_slice(text, content, end);
        sign = is_list ? 0 : tight_colon(line);
        if (is_list ? !is_tight_dash(line) : sign == 0)
            return (struct str){0};
        buf_add(&out, str_slice(text, at, content + sign + 1));
        buf_add_byte(&out, ' ');
        at = end;
        while (at < span.to && (text.at[at] == '\n' || text.at[at] == '\r'))
            at++;
        buf_add(&out, str_slice(text, content + sign + 1, at));
    }
    return buf_str(&out);
}

static void
report_tight(const struct reading *reading, const struct node *scalar,
             enum code code, size_t at, const char *message)
{
    uint32_t from = scalar->span.from + (uint32_t)at;
    struct line line = line_at(reading->clean, from);
    struct str sign = str_slice(reading->clean, from, from + 1);
    struct str better = str_format(reading->arena, "%.*s ", STR_ARG(sign));
    struct finding *finding;

    finding = finding_add(reading->findings, code,
                          (struct span){reading->source, from, from + 1}, "%s",
                          message);
    finding_help(finding, "%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean, &line,
                                     from, from + 1, better)));
    better = loosened(reading, scalar->span);
    finding->has_edit = finding->edit_is_safe = better.len > 0;
    finding->edit = (struct edit){scalar->span, better};
}

void
habit_value(struct builder *builder, const struct node_pair *pair)
{
    const struct reading *reading = builder->reading;
    const struct node *value = pair->value;
    size_t colon;

    if (!is_below(reading, pair))
        return;
    colon = tight_colon(value->text);
    if (is_tight_dash(value->text))
        report_tight(reading, value, CODE_X028, 0,
                     "A blank is missing behind the dash.");
    else if (colon > 0)
        report_tight(reading, value, CODE_X024, colon,
                     "A blank is missing behind the colon.");
}

/* ---- marks ------------------------------------------------------------- */

static void
report_sign(const struct reading *reading, size_t from, size_t to)
{
    struct line line = line_at(reading->clean, from);
    struct span span = {reading->source, (uint32_t)from, (uint32_t)to};
    struct str text = str_slice(reading->clean, from, to);
    struct str better = quoted(reading->arena, text);
    struct finding *finding;

    finding = finding_add(reading->findings, CODE_X019, span,
                          text.at[0] == '&'
                              ? "A text cannot begin with `&`, which marks a "
                                "part of the file for repetition."
                              : "A text cannot begin with `!`, which is an "
                                "instruction to a program.");
    finding_help(finding, "Put the text in quotes:\n%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean, &line,
                                     from, to, better)));
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){span, better};
}

void
habit_report_lost(const struct reading *reading, struct lost lost)
{
    if (reading->clean.at[lost.from] == '#')
        habit_report_hash(reading, lost.value, lost.from, true);
    else
        report_sign(reading, lost.from, lost.to);
}

static void
add_lost(struct reading *reading, size_t from, size_t to)
{
    *list_add(reading->arena, &reading->lost) = (struct lost){from, from, to};
}

/* Two ! are YAML's own types and those of programs. */
bool
habit_tag(struct builder *builder, const struct written *written,
          size_t content)
{
    struct str text = builder->reading->text;

    if (text.at[written->from] != '!' || text.at[written->from + 1] == '!' ||
        content >= written->to || line_end(text, written->from) < content ||
        str_find_byte(STR("\"'[{|>*&!#"), text.at[content], 0) != SIZE_MAX)
        return false;
    add_lost(builder->reading, written->from, written->to);
    return true;
}

void
habit_anchors(struct builder *builder)
{
    struct reading *reading = builder->reading;

    for (size_t i = 0; i < builder->anchors.count; i++) {
        const struct anchor *anchor = &builder->anchors.at[i];

        if (anchor->is_used || anchor->node == NULL ||
            anchor->node->kind != NODE_SCALAR || anchor->node->is_null ||
            anchor->node->style != SCALAR_PLAIN ||
            line_end(reading->text, anchor->span.from) <
                anchor->node->span.from)
            continue;
        add_lost(reading, anchor->span.from, anchor->span.to);
    }
}
