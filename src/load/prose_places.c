/* Where cmark found what it found, and what it should not have found. */
#include "prose_walk.h"

/* ---- places ------------------------------------------------------------ */

void
walk_find_lines(struct walk *walk)
{
    struct str text = walk->prepared->text;
    size_t at = 0;

    do {
        *list_add(walk->job->arena, &walk->lines) = at;
        at = str_find_byte(text, '\n', at);
    } while (at++ != SIZE_MAX);
}

/* Where cmark says that a node begins, never before the cursor. */
size_t
walk_claimed_start(const struct walk *walk, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node);
    size_t column = (size_t)cmark_node_get_start_column(node);
    size_t at;

    if (line == 0 || column == 0 || line > walk->lines.count)
        return walk->cursor;
    at = walk->lines.at[line - 1] + column - 1;
    return at > walk->cursor && at <= walk->prepared->text.len ? at
                                                               : walk->cursor;
}

/* Bytes from..to of the field: the line on which a node begins. */
static struct finding *
report_line(const struct walk *walk, cmark_node *node, enum code code,
            const char *what)
{
    struct str text = walk->prepared->text;
    size_t line = (size_t)cmark_node_get_start_line(node);
    size_t from, to;

    from = line > 0 && line <= walk->lines.count ? walk->lines.at[line - 1]
                                                 : walk->cursor;
    to = str_find_byte(text, '\n', from);
    if (to == SIZE_MAX)
        to = text.len;
    return prose_finding(walk->job, code, prepared_raw(walk->prepared, from),
                         prepared_raw(walk->prepared, to), "%s", what);
}

/* The byte behind "[label](address)", or SIZE_MAX. */
static size_t
link_end(struct str text, size_t from)
{
    size_t at = str_find(text, STR("]("), from), depth = 0;

    for (; at < text.len; at++) {
        depth += text.at[at] == '(';
        if (text.at[at] == ')' && --depth == 0)
            return at + 1;
    }
    return SIZE_MAX;
}

/* The link or picture that begins at a node, where cmark's column holds. */
struct finding *
walk_report_link(const struct walk *walk, cmark_node *node, enum code code,
                 const char *what)
{
    struct str text = walk->prepared->text;
    size_t from = walk_claimed_start(walk, node);
    size_t to = link_end(text, from);

    if (from >= text.len || to == SIZE_MAX ||
        (text.at[from] != '[' && text.at[from] != '!' && text.at[from] != '<'))
        return report_line(walk, node, code, what);
    return prose_finding(walk->job, code, prepared_raw(walk->prepared, from),
                         prepared_raw(walk->prepared, to), "%s", what);
}

/* ---- what is not wanted ------------------------------------------------ */

void
walk_report_heading(struct walk *walk, cmark_node *node)
{
    finding_help(report_line(walk, node, CODE_X042,
                             "A heading in a text; it is set as a paragraph."),
                 "Leave out the # or the line of dashes; the sections bring "
                 "their own headings.");
}

void
walk_report_image(struct walk *walk, cmark_node *node)
{
    finding_help(
        walk_report_link(walk, node, CODE_X041,
                         "A picture in a text; only its description is "
                         "kept."),
        "Pictures belong to `multimedia:` or `work_samples:`.");
}

void
walk_report_code(struct walk *walk, cmark_node *node)
{
    finding_help(report_line(walk, node, CODE_X043,
                             "This line is indented by four blanks or fenced, "
                             "which makes it program code; it is set as "
                             "text."),
                 "Begin the line where the other lines begin.");
}

void
walk_report_other(struct walk *walk, cmark_node *node)
{
    finding_help(report_line(walk, node, CODE_X047,
                             "A quotation mark > or a line across the page "
                             "begins here; it is left out."),
                 "Write the line without the sign at its beginning.");
}

/* A row of dashes and bars below a line makes a table elsewhere. */
void
walk_report_tables(struct walk *walk)
{
    struct str text = walk->prepared->text;

    for (size_t i = 1; i < walk->lines.count; i++) {
        size_t from = walk->lines.at[i], bars = 0, dashes = 0, at;

        for (at = from; at < text.len; at++) {
            bars += text.at[at] == '|';
            dashes += text.at[at] == '-';
            if (str_find_byte(STR("|-: "), text.at[at], 0) == SIZE_MAX)
                break;
        }
        if (bars == 0 || dashes == 0 || (at < text.len && text.at[at] != '\n'))
            continue;
        finding_help(prose_finding(walk->job, CODE_X044,
                                   prepared_raw(walk->prepared, from),
                                   prepared_raw(walk->prepared, at),
                                   "A table in a text; its cells are set one "
                                   "after the other."),
                     "Write the figures as `metrics:`, from which tables and "
                     "bars are drawn.");
    }
}
