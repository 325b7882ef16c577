#include "print_format.h"

#include <string.h>

#include "base/utf8.h"
#include "snippet.h"
#include "wrap.h"

/* More of one kind hide the rest of what is to be read. */
#define MOST_OF_A_KIND 10
/* Without a width: long enough for every sentence, short enough for a log. */
#define WIDEST_LINE ((size_t)500)
#define NARROWEST_LINE ((size_t)20)
/* Of a span of several lines. */
#define MOST_LINES 3
/* Of the second and later lines of a message. */
#define MESSAGE_INDENT 4
/* Columns before the bar, as compilers do. */
#define GUTTER 6

#define BOLD "\033[1m"
#define BLUE "\033[34m"
#define PLAIN "\033[0m"

static const char *const severity_colours[] = {
    [SEVERITY_HINT] = "\033[1;36m",
    [SEVERITY_WARNING] = "\033[1;35m",
    [SEVERITY_ERROR] = "\033[1;31m",
};

struct printer {
    struct buf *out;
    struct findings *findings;
    const struct print_options *options;
    size_t printed[CODE_COUNT + 1];
};

static void
add_colour(struct printer *printer, const char *colour)
{
    if (printer->options->colour)
        buf_add_text(printer->out, colour);
}

static size_t
columns_since(const struct buf *out, size_t start)
{
    return utf8_columns((struct str){out->at + start, out->len - start});
}

/* Gives the columns printed, colours not counted. */
static size_t
print_place(struct printer *printer, const struct finding *finding)
{
    struct sources *sources = findings_sources(printer->findings);
    struct span span = finding->span;
    struct place place;
    size_t start, columns;

    add_colour(printer, BOLD);
    start = printer->out->len;
    if (span_is_none(span)) {
        buf_add(printer->out, STR("dossier: "));
    } else {
        place = source_place(sources, span.source, span.from);
        add_visible(printer->out, source_name(sources, span.source));
        buf_print(printer->out, ":%zu:%zu: ", place.line, place.column);
    }
    columns = columns_since(printer->out, start);
    add_colour(printer, PLAIN);
    return columns;
}

/* "severity: text [code]" behind the place, which took `column` columns. */
static void
print_message(struct printer *printer, const struct finding *finding,
              size_t column)
{
    const struct print_options *options = printer->options;
    const char *severity = severity_name(finding->severity);
    struct str text =
        str_format(findings_arena(printer->findings), "%.*s [%s]",
                   STR_ARG(finding->message), code_entry(finding->code)->id);

    add_colour(printer, severity_colours[finding->severity]);
    buf_print(printer->out, "%s:", severity);
    add_colour(printer, PLAIN);
    buf_add_byte(printer->out, ' ');
    column += strlen(severity) + 2;
    if (options->wraps_messages && options->width > 0)
        add_hanging(printer->out, text, column, MESSAGE_INDENT, options->width);
    else
        add_visible(printer->out, text);
    buf_add_byte(printer->out, '\n');
}

/* Line numbers beyond five digits push the bar to the right. */
static size_t
gutter_for(size_t line)
{
    size_t columns = GUTTER;

    for (size_t rest = line / 100000; rest > 0; rest /= 10)
        columns++;
    return columns;
}

static void
print_gutter(struct printer *printer, size_t gutter, size_t line)
{
    add_colour(printer, BLUE);
    if (line > 0)
        buf_print(printer->out, "%*zu |", (int)gutter - 1, line);
    else
        buf_print(printer->out, "%*s|", (int)gutter, "");
    add_colour(printer, PLAIN);
}

/* The first line of a span begins with a caret. */
static void
print_underline(struct printer *printer, const struct finding *finding,
                struct snippet snippet, bool is_first)
{
    for (size_t i = 0; i < snippet.caret + 1; i++)
        buf_add_byte(printer->out, ' ');
    add_colour(printer, severity_colours[finding->severity]);
    buf_add_byte(printer->out, is_first ? '^' : '~');
    for (size_t i = 1; i < snippet.length; i++)
        buf_add_byte(printer->out, '~');
    add_colour(printer, PLAIN);
    buf_add_byte(printer->out, '\n');
}

static size_t
room_beside(const struct printer *printer, size_t gutter)
{
    size_t width = printer->options->width;

    if (width == 0 || width > WIDEST_LINE)
        return WIDEST_LINE;
    return width < gutter + 2 + NARROWEST_LINE ? NARROWEST_LINE
                                               : width - gutter - 2;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* What of a span lies in a line, as bytes of the line. Indentation and blanks
   at the end are no part of what goes on in the next line. */
static struct span
part_in_line(struct str line, size_t start, struct span span)
{
    size_t from = span.from < start ? 0 : span.from - start;
    size_t to = span.to < start ? 0 : span.to - start;

    if (span.from < start)
        while (from < line.len && is_blank(line.at[from]))
            from++;
    if (to > line.len)
        for (to = line.len; to > from && is_blank(line.at[to - 1]);)
            to--;
    return (struct span){0, (uint32_t)from, (uint32_t)to};
}

/* False when nothing of the span is left in a later line. */
static bool
print_line(struct printer *printer, const struct finding *finding,
           size_t number, size_t gutter)
{
    struct sources *sources = findings_sources(printer->findings);
    struct span span = finding->span, part;
    struct str line = source_line(sources, span.source, number);
    size_t start = (size_t)(line.at - source_text(sources, span.source).at);
    bool is_first = span.from >= start;
    struct snippet snippet;

    part = part_in_line(line, start, span);
    if (!is_first && part.from >= part.to)
        return false;
    line = findings_line(printer->findings, span.source, number);
    snippet = snippet_of(findings_arena(printer->findings), line, part.from,
                         part.to, room_beside(printer, gutter));
    print_gutter(printer, gutter, number);
    if (snippet.text.len > 0)
        buf_add_byte(printer->out, ' ');
    buf_add(printer->out, snippet.text);
    buf_add_byte(printer->out, '\n');
    print_gutter(printer, gutter, 0);
    print_underline(printer, finding, snippet, is_first);
    return true;
}

static void
print_lines(struct printer *printer, const struct finding *finding,
            size_t gutter)
{
    struct sources *sources = findings_sources(printer->findings);
    struct span span = finding->span;
    size_t line = source_place(sources, span.source, span.from).line;
    size_t last = source_place(sources, span.source, span.to).line;
    size_t printed = 0;

    for (; line <= last && printed < MOST_LINES; line++)
        printed += print_line(printer, finding, line, gutter);
    if (line > last)
        return;
    add_colour(printer, BLUE);
    buf_print(printer->out, "%*s...", (int)gutter - 2, "");
    add_colour(printer, PLAIN);
    buf_add_byte(printer->out, '\n');
}

/* "= help: text", in columns. */
static void
print_note(struct printer *printer, const char *label, struct str text,
           size_t gutter)
{
    add_colour(printer, BLUE);
    buf_print(printer->out, "%*s=", (int)gutter, "");
    add_colour(printer, PLAIN);
    buf_print(printer->out, " %s: ", label);
    add_wrapped(printer->out, text,
                gutter + strlen(label) + sizeof "= :", printer->options->width);
    buf_add_byte(printer->out, '\n');
}

/* What helps here; else, with the reason, what helps with this code. */
static struct str
help_of(const struct printer *printer, const struct finding *finding,
        bool with_reason)
{
    if (finding->help.len > 0)
        return finding->help;
    if (finding->has_edit && finding->edit.text.len > 0)
        return str_format(findings_arena(printer->findings), "write `%.*s`",
                          STR_ARG(finding->edit.text));
    return str_from(with_reason ? code_entry(finding->code)->fix : "");
}

static bool
take_reason(struct printer *printer, enum code code)
{
    bool *told = printer->options->reasons_told;

    if (told == NULL || told[code])
        return false;
    told[code] = true;
    return true;
}

static void
print_one(struct printer *printer, const struct finding *finding)
{
    struct sources *sources = findings_sources(printer->findings);
    struct span span = finding->span;
    bool with_reason = take_reason(printer, finding->code);
    struct str help = help_of(printer, finding, with_reason);
    size_t gutter = GUTTER;

    print_message(printer, finding, print_place(printer, finding));
    if (!span_is_none(span) && source_text(sources, span.source).len > 0) {
        gutter = gutter_for(source_place(sources, span.source, span.to).line);
        print_lines(printer, finding, gutter);
    }
    if (with_reason)
        print_note(printer, "why", str_from(code_entry(finding->code)->why),
                   gutter);
    if (help.len > 0)
        print_note(printer, "help", help, gutter);
}

static void
print_folded(struct printer *printer)
{
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const struct code_entry *entry = code_entry((enum code)i);

        if (printer->printed[i] <= MOST_OF_A_KIND)
            continue;
        buf_print(printer->out, "... and %zu more of %s; -v shows them\n",
                  printer->printed[i] - MOST_OF_A_KIND, entry->id);
    }
}

void
print_text(struct buf *out, struct findings *findings,
           const struct print_options *options)
{
    struct printer printer = {
        .out = out, .findings = findings, .options = options};

    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        if (printer.printed[finding->code]++ < MOST_OF_A_KIND ||
            options->verbose)
            print_one(&printer, finding);
    }
    if (!options->verbose)
        print_folded(&printer);
    if (!options->quiet)
        findings_print_sums(out, findings);
}
