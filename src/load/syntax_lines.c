/* What is wrong with the blanks of a line: tabs, indentation, colons. */
#include "syntax.h"

#include <string.h>

#include "base/buf.h"

/* Lines above that are looked at, and findings of one kind that are given. */
#define LINES 50
#define TABS_SHOWN 10

/* The column that decides where a line belongs. */
static size_t
column_of(const struct line *line)
{
    return line->dash != SIZE_MAX ? line->dash - line->from : line_column(line);
}

/* ---- tabs -------------------------------------------------------------- */

/* The first tab before the content of a line, or SIZE_MAX. */
static size_t
find_tab(struct str text, const struct line *line)
{
    size_t tab =
        str_find_byte(str_slice(text, 0, line->content), '\t', line->from);

    return tab < line->content ? tab : SIZE_MAX;
}

static void
report_tab(const struct suspect *suspect, const struct line *line, size_t tab)
{
    struct reading *reading = suspect->reading;
    struct buf better = buf_new(reading->arena);
    struct finding *finding;

    for (size_t i = line->from; i < line->content; i++) {
        if (reading->clean.at[i] == '\t')
            buf_add_text(
                &better,
                i > line->from && reading->clean.at[i - 1] == '-' ? " " : "  ");
        else
            buf_add_byte(&better, reading->clean.at[i]);
    }
    finding = syntax_report(suspect, CODE_X018, tab, line->content,
                            "A tab stands before the text; lines are "
                            "indented with blanks.");
    finding_help(finding, "Replace each tab by two blanks.");
    finding->has_edit = true;
    finding->edit = (struct edit){
        {reading->source, (uint32_t)line->from, (uint32_t)line->content},
        buf_str(&better)};
}

/* Every tab before a text becomes one blank: then files that are indented by
   tabs alone can be read. */
static bool
replace_tabs(const struct suspect *suspect)
{
    struct reading *reading = suspect->reading;
    struct line line = line_at(reading->text, 0);
    size_t count = 0;

    for (;;) {
        size_t tab = find_tab(reading->text, &line);

        if (tab != SIZE_MAX && count++ < TABS_SHOWN)
            report_tab(suspect, &line, tab);
        for (; tab != SIZE_MAX && tab < line.content; tab++)
            if (reading->text.at[tab] == '\t')
                mask_write(reading, tab, ' ');
        if (line.to >= reading->text.len)
            break;
        if (!line_after(reading->text, &line, &line))
            break;
    }
    return count > 0;
}

bool
syntax_tabs(const struct suspect *suspect, bool *mended)
{
    struct str text = suspect->reading->text;
    size_t at = suspect->trouble->at;
    bool is_tab = at < text.len && text.at[at] == '\t';

    if (!is_tab && str_find(str_from(suspect->trouble->problem), STR(" tab "),
                            0) == SIZE_MAX)
        return false;
    if (!replace_tabs(suspect))
        return false;
    suspect->reading->had_tabs = true;
    *mended = true;
    return true;
}

/* ---- a blank that is missing ------------------------------------------- */

static bool
is_name_byte(char c)
{
    return ascii_is_alnum(c) || c == '_';
}

/* The colon of "name:Jordan", or SIZE_MAX. A time and a web address hold
   colons as well. */
static size_t
find_tight_colon(struct str text, const struct line *line)
{
    size_t at = line->content;

    if (line_has_name(line))
        return SIZE_MAX;
    while (at < line->to && is_name_byte(text.at[at]))
        at++;
    if (at == line->content || at + 1 >= line->to || text.at[at] != ':' ||
        !ascii_is_alpha(text.at[line->content]))
        return SIZE_MAX;
    return text.at[at + 1] == '/' || text.at[at + 1] == ':' ? SIZE_MAX : at;
}

static void
report_tight_colon(const struct suspect *suspect, const struct line *line,
                   size_t colon)
{
    struct reading *reading = suspect->reading;
    struct finding *finding;

    finding = syntax_report(suspect, CODE_X024, colon, colon + 1,
                            "A blank is missing behind the colon.");
    finding_help(finding, "%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean, line,
                                     colon, colon + 1, STR(": "))));
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){
        {reading->source, (uint32_t)colon, (uint32_t)colon + 1}, STR(": ")};
}

/* A line of text where a field should be. */
static bool
find_line_without_colon(const struct suspect *suspect, struct line *line)
{
    struct str text = suspect->reading->text;
    struct str problem = str_from(suspect->trouble->problem);
    size_t column;

    *line = suspect->line;
    if (str_starts(problem, STR("mapping values are not allowed"))) {
        column = column_of(line);
        if (line->dash != SIZE_MAX || !line_before(text, line, line) ||
            column_of(line) != column)
            return false;
    } else if (!str_is(problem, "could not find expected ':'")) {
        return false;
    }
    return !line_has_name(line) && line_has_value(line) &&
           line->dash == SIZE_MAX;
}

/* "name Jordan" between other fields */
static bool
colon_missing(const struct suspect *suspect)
{
    struct line line;
    struct reading *reading = suspect->reading;
    size_t end;
    struct finding *finding;
    struct str better;

    if (!find_line_without_colon(suspect, &line))
        return false;
    end = line.content;
    while (end < line.to && is_name_byte(reading->clean.at[end]))
        end++;
    finding = syntax_report(suspect, CODE_X010, line.content, line.value_to,
                            "A field needs a colon behind its name.");
    if (end == line.content)
        return true;
    better = str_format(reading->arena, "%.*s:",
                        STR_ARG(str_slice(reading->clean, line.content, end)));
    finding_help(finding, "%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean, &line,
                                     line.content, end, better)));
    return true;
}

bool
syntax_blank(const struct suspect *suspect, bool *mended)
{
    struct str text = suspect->reading->text;
    struct line line = suspect->line;
    size_t colon = find_tight_colon(text, &line);

    (void)mended;
    if (colon == SIZE_MAX && line_before(text, &line, &line))
        colon = find_tight_colon(text, &line);
    if (colon == SIZE_MAX)
        return colon_missing(suspect);
    report_tight_colon(suspect, &line, colon);
    return true;
}

/* ---- indentation ------------------------------------------------------- */

struct neighbour {
    struct line line;
    size_t column; /* where the line should begin */
    size_t distance;
};

static void
consider(struct neighbour *best, const struct line *line, size_t column,
         size_t wanted)
{
    size_t distance = column > wanted ? column - wanted : wanted - column;

    if (distance < best->distance)
        *best = (struct neighbour){*line, column, distance};
}

/* Of the entries above that are open, the one whose column is nearest; false
   when the line fits one of them. */
static bool
find_neighbour(struct str text, const struct line *line, struct neighbour *best)
{
    size_t limit = SIZE_MAX;
    struct line above = *line;

    best->distance = SIZE_MAX;
    for (int i = 0; i < LINES && line_before(text, &above, &above); i++) {
        bool has_dash = above.dash != SIZE_MAX;

        if (column_of(&above) >= limit || (!line_has_name(&above) && !has_dash))
            continue;
        if (has_dash && line_has_name(&above) && line_column(&above) < limit)
            consider(best, &above, line_column(&above), column_of(line));
        consider(best, &above, column_of(&above), column_of(line));
        limit = column_of(&above); /* what is further right is closed */
    }
    return best->distance != SIZE_MAX && best->distance > 0;
}

/* Both lines as they should stand below each other. */
static struct str
aligned(const struct suspect *suspect, const struct neighbour *neighbour)
{
    struct reading *reading = suspect->reading;
    struct str clean = reading->clean;
    const struct line *line = &suspect->line, *above = &neighbour->line;
    bool below_dash = neighbour->column > column_of(above);
    size_t from = line->dash != SIZE_MAX ? line->dash : line->content;

    return str_format(
        reading->arena, "%.*s\n%s%.*s",
        STR_ARG(line_mended(reading->arena, clean, above, above->to, above->to,
                            STR(""))),
        below_dash ? "  " : "",
        STR_ARG(str_slice(clean, from,
                          line->to < from + 160 ? line->to : from + 160)));
}

static bool
text_with_fields(const struct suspect *suspect, const struct line *above)
{
    struct reading *reading = suspect->reading;
    struct str text;
    struct finding *finding;

    if (above->dash == SIZE_MAX || line_has_name(above) ||
        !line_has_value(above) || suspect->line.dash != SIZE_MAX ||
        line_column(&suspect->line) <= above->dash - above->from)
        return false;
    text = str_slice(reading->clean, above->value, above->value_to);
    finding = syntax_report(suspect, CODE_X026, suspect->line.content,
                            suspect->line.name_to,
                            "A text cannot have fields; give it a name of "
                            "its own.");
    finding_help(finding, "- text: %.*s%s\n  %.*s",
                 STR_ARG(str_slice(text, 0, 60)), text.len > 60 ? " ..." : "",
                 STR_ARG(str_slice(reading->clean, suspect->line.content,
                                   suspect->line.to)));
    return true;
}

/* "highlights: - Cut waits" */
static bool
list_on_line(const struct suspect *suspect)
{
    const struct line *line = &suspect->line;
    struct reading *reading = suspect->reading;
    struct str text = reading->clean;
    struct finding *finding;

    if (!line_has_name(line) || !line_has_value(line) ||
        line->value_to - line->value < 2 || text.at[line->value] != '-' ||
        text.at[line->value + 1] != ' ')
        return false;
    finding = syntax_report(suspect, CODE_X026, line->value, line->value_to,
                            "A list begins on a line of its own.");
    finding_help(finding, "%.*s:\n  %.*s",
                 STR_ARG(str_slice(text, line->content, line->name_to)),
                 STR_ARG(str_slice(text, line->value, line->value_to)));
    return true;
}

bool
syntax_indent(const struct suspect *suspect, bool *mended)
{
    struct str text = suspect->reading->text;
    const struct line *line = &suspect->line;
    struct line above;
    struct neighbour neighbour;
    struct finding *finding;

    (void)mended;
    if (list_on_line(suspect))
        return true;
    if (!line_has_name(line) && line->dash == SIZE_MAX)
        return false;
    if (!line_before(text, line, &above))
        return false;
    if (line_has_name(line) && text_with_fields(suspect, &above))
        return true;
    if (line_has_name(&above) && !line_has_value(&above) &&
        column_of(line) > column_of(&above))
        return false;
    if (!find_neighbour(text, line, &neighbour))
        return false;
    finding = syntax_report(suspect, CODE_X026, line->from, line->content,
                            "The line begins in column %zu, but its "
                            "neighbours above in column %zu.",
                            column_of(line) + 1, neighbour.column + 1);
    finding_help(finding, "Let them begin in one column:\n%.*s",
                 STR_ARG(aligned(suspect, &neighbour)));
    return true;
}
