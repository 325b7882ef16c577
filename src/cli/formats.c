/* What --pages, --to, --output and --columns of a command line say. */
#include "run.h"

/* ---- pages --------------------------------------------------------------- */

static bool
document_of(struct str word, size_t *kind)
{
    static const char *const names[] = {"resume", "portfolio", "letter"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(word, names[i])) {
            *kind = i;
            return true;
        }
    return false;
}

bool
run_read_pages(const struct settings *settings, struct page_range *pages)
{
    struct str rest = run_given(settings->page_budget);
    while (rest.len) {
        struct str part = str_cut(&rest, ','), name = part;
        size_t equals = str_find_byte(part, '=', 0), kind = 0;
        if (equals != SIZE_MAX) {
            name = str_trim(str_slice(part, 0, equals));
            part = str_slice(part, equals + 1, part.len);
        } else {
            name = settings->only ? str_from(settings->only) : STR("resume");
        }
        struct page_range range;
        if (!document_of(name, &kind) || !page_range_parse(part, &range) ||
            !range.most)
            return false;
        pages[kind] = range;
    }
    return true;
}

/* ---- formats ------------------------------------------------------------- */

/* Endings that people give to files of a format, besides its own. */
static const struct {
    const char *ending;
    enum output_format format;
} other_endings[] = {
    {".text", OUTPUT_TXT},     {".markdown", OUTPUT_MD},
    {".htm", OUTPUT_HTML},     {".yaml", OUTPUT_RENDERCV},
    {".yml", OUTPUT_RENDERCV},
};

static bool
ends_as(struct str name, const char *ending)
{
    size_t len = str_from(ending).len;
    return name.len >= len &&
           str_equal_nocase(str_slice(name, name.len - len, name.len),
                            str_from(ending));
}

int
run_format_of_path(const char *path)
{
    struct str name = run_given(path);
    for (int f = OUTPUT_FORMATS - 1; f >= 0; f--)
        if (ends_as(name, output_spec((enum output_format)f)->ending))
            return f;
    for (size_t i = 0; i < sizeof other_endings / sizeof *other_endings; i++)
        if (ends_as(name, other_endings[i].ending))
            return other_endings[i].format;
    return OUTPUT_FORMATS;
}

bool
run_names_file(const char *output)
{
    return output && (str_is(str_from(output), "-") ||
                      run_format_of_path(output) != OUTPUT_FORMATS);
}

bool
run_prints_document(const struct settings *settings)
{
    const char *output = settings->output;
    return output ? str_is(str_from(output), "-")
                  : settings->command == COMMAND_EXPORT;
}

bool
run_read_formats(const struct settings *settings, unsigned *formats)
{
    struct str rest = run_given(settings->to);
    int by_path = run_format_of_path(settings->output);
    *formats = 0;
    if (!settings->to && by_path != OUTPUT_FORMATS)
        *formats = 1u << by_path;
    while (rest.len) {
        struct str word = str_trim(str_cut(&rest, ','));
        struct str names = STR(OUTPUT_CHOICES);
        int format = 0;
        while (names.len && !str_equal(str_cut(&names, '|'), word))
            format++;
        if (format == OUTPUT_FORMATS)
            return false;
        *formats |= 1u << format;
    }
    return !settings->to || *formats;
}

/* ---- columns ------------------------------------------------------------- */

#define USUAL_COLUMNS 72

bool
run_read_columns(const struct settings *settings, size_t *columns)
{
    struct str typed = run_given(settings->columns);
    *columns = settings->columns ? 0 : USUAL_COLUMNS;
    for (size_t i = 0; i < typed.len; i++) {
        if (!ascii_is_digit(typed.at[i]) || *columns > MOST_COLUMNS)
            return false;
        *columns = *columns * 10 + (size_t)(typed.at[i] - '0');
    }
    return !settings->columns || (typed.len && *columns <= MOST_COLUMNS);
}
