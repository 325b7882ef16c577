/* What is wrong inside brackets and braces. */
#include "syntax.h"

#include <string.h>

/* ---- lists and groups in brackets -------------------------------------- */

/* The value around byte `at`, between the commas of a list or group. */
static void
find_entry(struct str text, const struct line *line, size_t at, size_t *from,
           size_t *to)
{
    size_t depth = 0;

    for (*from = at; *from > line->content; --*from) {
        char c = text.at[*from - 1];

        if (c == '{' || c == '[' || c == ',' ||
            (c == ' ' && *from - 1 > line->content &&
             text.at[*from - 2] == ':'))
            break;
    }
    for (*to = at; *to < line->to; ++*to) {
        char c = text.at[*to];

        if (c == '{' || c == '[')
            depth++;
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            break;
        if (c == '}' || c == ']')
            depth--;
    }
    while (*from < *to && text.at[*from] == ' ')
        ++*from;
    while (*to > *from && text.at[*to - 1] == ' ')
        --*to;
}

static void
report_open_bracket(const struct suspect *suspect, size_t bracket)
{
    struct reading *reading = suspect->reading;
    struct line line = line_at(reading->clean, bracket);
    struct str close = reading->clean.at[bracket] == '{' ? STR("}") : STR("]");
    struct finding *finding;

    finding = syntax_report(suspect, CODE_X029, bracket, bracket + 1,
                            "This `%c` is not closed, or a comma is missing "
                            "between its values.",
                            reading->clean.at[bracket]);
    finding_help(finding, "%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean, &line,
                                     line.value_to, line.value_to, close)));
}

/* "{id: wait unit: minutes}": the field whose colon comes as a surprise. */
static size_t
find_missing_comma(struct str text, size_t from, size_t colon)
{
    size_t name = colon;

    if (colon >= text.len || text.at[colon] != ':')
        return SIZE_MAX;
    while (name > from &&
           ((text.at[name - 1] >= 'a' && text.at[name - 1] <= 'z') ||
            text.at[name - 1] == '_'))
        name--;
    return name > from + 1 && name < colon && text.at[name - 1] == ' '
               ? name - 1
               : SIZE_MAX;
}

static bool
comma_missing(const struct suspect *suspect, size_t from, bool *mended)
{
    struct reading *reading = suspect->reading;
    size_t blank =
        find_missing_comma(reading->text, from, suspect->trouble->at);
    struct finding *finding;

    if (blank == SIZE_MAX)
        return false;
    finding = syntax_report(suspect, CODE_X029, blank + 1, suspect->trouble->at,
                            "A comma is missing before this field.");
    finding_help(
        finding, "%.*s",
        STR_ARG(line_mended(reading->arena, reading->clean, &suspect->line,
                            blank, blank + 1, STR(", "))));
    finding->has_edit = true;
    finding->edit = (struct edit){
        {reading->source, (uint32_t)blank, (uint32_t)blank + 1}, STR(", ")};
    mask_write(reading, blank, ',');
    *mended = true;
    return true;
}

/* Was libyaml inside brackets, and where did it stumble? */
static bool
is_in_flow(const struct suspect *suspect, size_t *at)
{
    const struct trouble *trouble = suspect->trouble;
    const struct line *line = &suspect->line;
    struct str context = str_from(trouble->context);
    char first =
        line_has_value(line) ? suspect->reading->text.at[line->value] : '\0';

    *at = trouble->at;
    if (str_starts(context, STR("while parsing a flow")) ||
        str_is(str_from(trouble->problem), "found unexpected ':'"))
        return true;
    if ((first != '[' && first != '{') ||
        !str_starts(context, STR("while scanning")))
        return false;
    *at = trouble->context_at;
    return true;
}

bool
syntax_flow(const struct suspect *suspect, bool *mended)
{
    const struct trouble *trouble = suspect->trouble;
    struct str text = suspect->reading->text;
    const struct line *line = &suspect->line;
    size_t at, from, to;
    struct finding *finding;

    if (!is_in_flow(suspect, &at) || at < line->from || at > line->to)
        return false;
    find_entry(text, line, at, &from, &to);
    if (comma_missing(suspect, from, mended))
        return true;
    if (from == to || from == line->content || at >= line->value_to) {
        if (trouble->context_at >= text.len ||
            (text.at[trouble->context_at] != '[' &&
             text.at[trouble->context_at] != '{'))
            return false;
        report_open_bracket(suspect, trouble->context_at);
        return true;
    }
    finding = syntax_report(suspect, CODE_X022, from, to,
                            "Inside brackets and braces, a text like this "
                            "needs quotes.");
    *mended = syntax_quote(suspect, finding, from, to);
    return true;
}

/* ---- brackets that stay open to the end of the file --------------------- */

static bool
leaves_bracket_open(struct str text, const struct line *line)
{
    return line_has_value(line) &&
           (text.at[line->value] == '[' || text.at[line->value] == '{') &&
           bracket_end(text, line->value, text.len) == SIZE_MAX;
}

bool
syntax_open_at_end(const struct suspect *suspect, bool *mended)
{
    struct str text = suspect->reading->text;
    struct line line = suspect->line;
    int lines = 50;

    (void)mended; /* where it was to be closed is not known */
    for (size_t i = suspect->at; i < text.len; i++)
        if (!ascii_is_space(text.at[i]))
            return false;
    while (!leaves_bracket_open(text, &line))
        if (lines-- == 0 || !line_before(text, &line, &line))
            return false;
    report_open_bracket(suspect, line.value);
    return true;
}
