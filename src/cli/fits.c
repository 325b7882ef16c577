/*
 * What a command line cannot mean, alone or together: it is said before a file
 * is read, so that nothing is half done and nothing that was asked for is
 * passed over.
 */
#include <sys/stat.h>

#include "run.h"

/* OUTPUT_CHOICES, for people. */
#define OUTPUT_WORDS "pdf, txt, md, html, docx, json, rendercv, svg, png"

/* ---- values -------------------------------------------------------------- */

static bool
pages_fit(const struct settings *settings)
{
    struct page_range pages[3] = {{0}};
    const char *kinds = DOCUMENT_CHOICES;
    if (!settings->page_budget)
        return true;
    if (!settings->page_budget[0] || !run_read_pages(settings, pages)) {
        complain("--pages cannot be \"%s\"; write 1 (at most), 1-2 (from, to) "
                 "or resume=1,portfolio=8-12",
                 settings->page_budget);
        return false;
    }
    int only = run_choice(settings->only, kinds, -1);
    for (int i = 0; i < 3; i++)
        if (only >= 0 && i != only && pages[i].most) {
            complain("--pages %s and --only %s speak of two documents; leave "
                     "out one of them",
                     settings->page_budget, settings->only);
            return false;
        }
    return true;
}

static bool
language_fits(const struct settings *settings, struct arena *arena)
{
    struct str guess, typed = run_given(settings->language);
    if (!settings->language || locale_tag(arena, typed, &guess).len)
        return true;
    if (guess.len)
        complain("no language is called \"%.*s\"; did you mean %.*s?",
                 STR_ARG(typed), STR_ARG(guess));
    else
        complain("no language is called \"%.*s\"; see dossier list languages",
                 STR_ARG(typed));
    return false;
}

static bool
columns_fit(const struct settings *settings)
{
    size_t columns;
    if (run_read_columns(settings, &columns))
        return true;
    complain("--columns cannot be \"%s\"; write a number up to %d, or 0 for "
             "lines that never end",
             settings->columns, MOST_COLUMNS);
    return false;
}

/* ---- formats ------------------------------------------------------------- */

/* Endings of files that hold a document, but none that is written here. */
static const char *const foreign_endings[] = {
    ".doc", ".odt",  ".rtf",  ".pages", ".tex", ".ps",  ".epub",
    ".jpg", ".jpeg", ".webp", ".gif",   ".tif", ".tiff"};

static bool
is_foreign(const char *path)
{
    struct str name = str_from(path);
    for (size_t i = 0; i < sizeof foreign_endings / sizeof *foreign_endings;
         i++) {
        struct str ending = str_from(foreign_endings[i]);
        if (name.len > ending.len &&
            str_equal_nocase(str_slice(name, name.len - ending.len, name.len),
                             ending))
            return true;
    }
    return false;
}

static bool
is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool
is_one(unsigned formats)
{
    return formats && !(formats & (formats - 1));
}

/* "pdf", as --to says it. */
static struct str
format_word(int format)
{
    struct str words = STR(OUTPUT_CHOICES), word = {NULL, 0};
    for (int i = 0; i <= format; i++)
        word = str_cut(&words, '|');
    return word;
}

/* ".yaml" alone is what the person's own files end in. */
static bool
is_unsaid_yaml(const struct settings *settings)
{
    struct str name = str_from(settings->output);
    return !settings->to &&
           run_format_of_path(settings->output) == OUTPUT_RENDERCV &&
           !str_ends(name, str_from(output_spec(OUTPUT_RENDERCV)->ending));
}

/* A name says what is in the file. */
static bool
path_fits(const struct settings *settings, unsigned formats)
{
    const char *output = settings->output;
    int format = run_format_of_path(output);
    if (is_foreign(output) && !is_folder(output))
        complain("--output %s: no such file is written; end its name as one "
                 "of " OUTPUT_WORDS ", or name a folder",
                 output);
    else if (is_unsaid_yaml(settings))
        complain("--output %s: --to rendercv writes YAML for RenderCV; a file "
                 "of your own comes from `dossier import`",
                 output);
    else if (format != OUTPUT_FORMATS && !is_one(formats))
        complain("--output %s is one file, --to %s asks for several; name a "
                 "folder",
                 output, settings->to);
    else if (format != OUTPUT_FORMATS && formats != 1u << format)
        complain("--output %s is the name of a %.*s file, and --to asks for "
                 "%s; leave out --to, or name it as what it is",
                 output, STR_ARG(format_word(format)), settings->to);
    else
        return true;
    return false;
}

static bool
formats_fit(const struct settings *settings)
{
    unsigned formats;
    bool writes = settings->command == COMMAND_BUILD ||
                  settings->command == COMMAND_EXPORT;
    if (!writes)
        return true;
    if (!run_read_formats(settings, &formats)) {
        complain("--to cannot be \"%s\"; write one or more of " OUTPUT_WORDS,
                 settings->to);
        return false;
    }
    if (settings->output && !path_fits(settings, formats))
        return false;
    if (settings->command == COMMAND_EXPORT && !formats) {
        complain("export to which format? give --to with one of " OUTPUT_WORDS);
        return false;
    }
    if (run_prints_document(settings) && formats && !is_one(formats)) {
        complain("standard output takes one file, --to %s asks for several; "
                 "name a folder with --output",
                 settings->to);
        return false;
    }
    return true;
}

/* ---- together ------------------------------------------------------------ */

static bool
has_argument(const struct settings *settings, const char *word)
{
    for (size_t i = 0; i < settings->arguments.count; i++)
        if (str_is(str_from(settings->arguments.at[i]), word))
            return true;
    return false;
}

static bool
is_word(const char *option, const char *word)
{
    return option && str_is(str_from(option), word);
}

static bool
is_for_machines(const struct settings *settings)
{
    return settings->format && !is_word(settings->format, "text");
}

/* PDF is asked for, or nothing is said. */
static bool
writes(const struct settings *settings, enum output_format format)
{
    unsigned formats = 0;
    (void)run_read_formats(settings, &formats); /* they were looked at */
    return (formats ? formats : 1u << OUTPUT_PDF) & (1u << format);
}

static bool
dumps_without_pdf(const struct settings *settings)
{
    return settings->command == COMMAND_CHECK && settings->dump &&
           !settings->pdf;
}

static bool
proves_many(const struct settings *settings)
{
    return settings->pdf && settings->arguments.count > 1;
}

static bool
all_of_one(const struct settings *settings)
{
    return settings->all && settings->variant;
}

static bool
all_dumped(const struct settings *settings)
{
    return settings->all && settings->dump;
}

static bool
all_in_a_file(const struct settings *settings)
{
    return settings->all && run_names_file(settings->output);
}

static bool
matches_nothing(const struct settings *settings)
{
    return settings->command == COMMAND_MATCH && !settings->job &&
           !settings->role && !settings->variant;
}

static bool
reads_input_twice(const struct settings *settings)
{
    return is_word(settings->job, "-") && has_argument(settings, "-");
}

static bool
prints_reasons_too(const struct settings *settings)
{
    return settings->explain && settings->command == COMMAND_BUILD &&
           run_prints_document(settings);
}

static bool
prints_report_too(const struct settings *settings)
{
    bool writes_files = settings->command == COMMAND_BUILD ||
                        settings->command == COMMAND_EXPORT;
    return writes_files && is_for_machines(settings) &&
           (run_prints_document(settings) || settings->dump);
}

static bool
explains_to_others(const struct settings *settings)
{
    return settings->explain && is_for_machines(settings) &&
           !is_word(settings->format, "json");
}

static bool
watches_input(const struct settings *settings)
{
    return settings->watch && has_argument(settings, "-");
}

static bool
watches_to_output(const struct settings *settings)
{
    return settings->watch && run_prints_document(settings);
}

static bool
dumps_to_file(const struct settings *settings)
{
    return settings->dump && settings->output &&
           !is_word(settings->output, "-");
}

static bool
attaches_to_none(const struct settings *settings)
{
    return settings->attach_source && !writes(settings, OUTPUT_PDF);
}

static bool
breaks_no_lines(const struct settings *settings)
{
    return settings->columns && !writes(settings, OUTPUT_TXT);
}

static bool
publishes_letter(const struct settings *settings)
{
    return is_word(settings->only, "letter") &&
           is_word(settings->audience, "public");
}

static const struct {
    bool (*is_meant)(const struct settings *settings);
    const char *advice;
} senseless[] = {
    {dumps_without_pdf, "--dump text of `check` shows what is read in a PDF; "
                        "name it with --pdf"},
    {proves_many, "--pdf is one document of one file; check them one by one"},
    {all_of_one, "--all sets every variant; leave out --variant, or --all"},
    {all_dumped, "--all sets every variant; --dump shows one of them, named "
                 "with --variant"},
    {all_in_a_file, "--all sets every variant; name a folder with --output"},
    {matches_nothing, "what to match against? give --job FILE (a posting), "
                      "--role ID (see dossier list roles), or --variant NAME "
                      "with one of them"},
    {reads_input_twice, "file and posting cannot both be standard input"},
    {prints_reasons_too, "standard output cannot take both the document and "
                         "what --explain says; name a file with --output"},
    {prints_report_too, "standard output cannot take both what is made and "
                        "the report; leave out --format, or name a file with "
                        "--output"},
    {explains_to_others, "--explain is told as text or with --format json"},
    {watches_input, "--watch waits until a file changes; standard input is "
                    "none"},
    {watches_to_output, "--watch writes again and again; name a file or a "
                        "folder with --output"},
    {dumps_to_file, "--dump prints on standard output and writes no file; "
                    "leave out --output"},
    {attaches_to_none, "--attach-source puts the YAML into a PDF; --to names "
                       "none"},
    {breaks_no_lines, "--columns is where lines of plain text end; add --to "
                      "txt"},
    {publishes_letter, "a letter is for its reader, not for the public; leave "
                       "out --audience or --only"},
};

static bool
words_fit(const struct settings *settings)
{
    for (size_t i = 0; i < sizeof senseless / sizeof *senseless; i++)
        if (senseless[i].is_meant(settings)) {
            complain("%s", senseless[i].advice);
            return false;
        }
    return true;
}

/* What is read must not be lost by what is written. */
static bool
files_fit(const struct settings *settings)
{
    struct stat written, read;
    if (!settings->output || stat(settings->output, &written) != 0 ||
        !S_ISREG(written.st_mode))
        return true;
    for (size_t i = 0; i < settings->arguments.count; i++)
        if (stat(settings->arguments.at[i], &read) == 0 &&
            read.st_dev == written.st_dev && read.st_ino == written.st_ino) {
            complain("--output %s would be written over the file that is "
                     "read; give it another name",
                     settings->output);
            return false;
        }
    return true;
}

bool
run_settings_fit(const struct settings *settings, struct arena *arena)
{
    return formats_fit(settings) && words_fit(settings) &&
           pages_fit(settings) && language_fits(settings, arena) &&
           columns_fit(settings) && files_fit(settings);
}
