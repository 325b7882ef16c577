#include "print_format.h"

#include "snippet.h"
#include "wrap.h"

/* More of one kind hide the rest of what is to be read. */
#define MOST_OF_A_KIND 10
/* Without a width: long enough for every sentence, short enough for a log. */
#define WIDEST_LINE ((size_t)500)
#define NARROWEST_LINE ((size_t)20)
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

static void
print_place(struct printer *printer, const struct finding *finding)
{
    struct sources *sources = findings_sources(printer->findings);
    struct span span = finding->span;
    struct place place;

    add_colour(printer, BOLD);
    if (span_is_none(span)) {
        buf_add(printer->out, STR("dossier: "));
    } else {
        place = source_place(sources, span.source, span.from);
        add_visible(printer->out, source_name(sources, span.source));
        buf_print(printer->out, ":%zu:%zu: ", place.line, place.column);
    }
    add_colour(printer, PLAIN);
}

static void
print_message(struct printer *printer, const struct finding *finding)
{
    add_colour(printer, severity_colours[finding->severity]);
    buf_print(printer->out, "%s:", severity_name(finding->severity));
    add_colour(printer, PLAIN);
    buf_add_byte(printer->out, ' ');
    add_visible(printer->out, finding->message);
    buf_print(printer->out, " [%s]\n", code_entry(finding->code)->id);
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

static void
print_underline(struct printer *printer, const struct finding *finding,
                struct snippet snippet)
{
    for (size_t i = 0; i < snippet.caret + 1; i++)
        buf_add_byte(printer->out, ' ');
    add_colour(printer, severity_colours[finding->severity]);
    buf_add_byte(printer->out, '^');
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

static void
print_line(struct printer *printer, const struct finding *finding,
           size_t number, size_t gutter)
{
    struct sources *sources = findings_sources(printer->findings);
    struct span span = finding->span;
    struct str text = source_text(sources, span.source);
    struct str line = source_line(sources, span.source, number);
    size_t start = (size_t)(line.at - text.at);
    struct snippet snippet = snippet_of(
        findings_arena(printer->findings), line,
        span.from < start ? 0 : span.from - start,
        span.to < start ? 0 : span.to - start, room_beside(printer, gutter));

    print_gutter(printer, gutter, number);
    if (snippet.text.len > 0)
        buf_add_byte(printer->out, ' ');
    buf_add(printer->out, snippet.text);
    buf_add_byte(printer->out, '\n');
    print_gutter(printer, gutter, 0);
    print_underline(printer, finding, snippet);
}

static void
print_help(struct printer *printer, const struct finding *finding,
           size_t gutter)
{
    struct arena *arena = findings_arena(printer->findings);
    struct str help = finding->help;

    if (help.len == 0 && finding->has_edit && finding->edit.text.len > 0)
        help = str_format(arena, "write `%.*s`", STR_ARG(finding->edit.text));
    if (help.len == 0)
        return;
    add_colour(printer, BLUE);
    buf_print(printer->out, "%*s=", (int)gutter, "");
    add_colour(printer, PLAIN);
    buf_add(printer->out, STR(" help: "));
    add_wrapped(printer->out, help,
                gutter + sizeof "= help:", printer->options->width);
    buf_add_byte(printer->out, '\n');
}

static void
print_one(struct printer *printer, const struct finding *finding)
{
    struct sources *sources = findings_sources(printer->findings);
    struct span span = finding->span;
    size_t line = 0;

    print_place(printer, finding);
    print_message(printer, finding);
    if (!span_is_none(span) && source_text(sources, span.source).len > 0) {
        line = source_place(sources, span.source, span.from).line;
        print_line(printer, finding, line, gutter_for(line));
    }
    print_help(printer, finding, gutter_for(line));
}

static void
print_folded(struct printer *printer)
{
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const struct code_entry *entry = code_entry((enum code)i);

        if (printer->printed[i] <= MOST_OF_A_KIND)
            continue;
        buf_print(printer->out, "dossier: %zu more of %s (%s) not shown\n",
                  printer->printed[i] - MOST_OF_A_KIND, entry->id, entry->name);
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
