/* The options of a command line as a request. */
#include <string.h>

#include "base/file.h"
#include "output/output.h"
#include "output/pdf_text.h"
#include "pack/role_file.h"
#include "run.h"

/* OUTPUT_CHOICES, for people. */
#define OUTPUT_WORDS "pdf, txt, md, html, docx, json, rendercv, svg, png"

struct str
run_given(const char *option)
{
    return option ? str_from(option) : (struct str){NULL, 0};
}

int
run_choice(const char *word, const char *choices, int otherwise)
{
    struct str rest = str_from(choices);
    for (int i = 0; word && !str_is_empty(rest); i++)
        if (str_is(str_cut(&rest, '|'), word))
            return i;
    return otherwise;
}

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

/* "1-2" is about the document that --only names, else about the resume. */
static bool
read_budget(const struct settings *settings, struct page_range *pages)
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

static bool
budget_fits(const struct settings *settings)
{
    struct page_range pages[3];
    if (!settings->page_budget ||
        (settings->page_budget[0] && read_budget(settings, pages)))
        return true;
    complain("--pages cannot be \"%s\"; write 1 (at most), 1-2 (from, to) or "
             "resume=1,portfolio=8-12",
             settings->page_budget);
    return false;
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

/* ---- formats ------------------------------------------------------------- */

/* The format that a file's ending asks for; OUTPUT_FORMATS: none. */
static int
format_of_path(const char *path)
{
    struct str name = path ? str_from(path) : STR("");
    for (int f = OUTPUT_FORMATS - 1; f >= 0; f--)
        if (str_ends(name,
                     str_from(output_spec((enum output_format)f)->ending)))
            return f;
    return OUTPUT_FORMATS;
}

bool
run_names_file(const char *output)
{
    return output && (strcmp(output, "-") == 0 ||
                      format_of_path(output) != OUTPUT_FORMATS);
}

/* --to, else what the ending of --output says; 0: nothing is said. */
static bool
read_formats(const struct settings *settings, unsigned *formats)
{
    struct str rest = run_given(settings->to);
    int by_path = format_of_path(settings->output);
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

static bool
formats_fit(const struct settings *settings)
{
    unsigned formats;
    if (!read_formats(settings, &formats)) {
        complain("--to cannot be \"%s\"; write one or more of " OUTPUT_WORDS,
                 settings->to);
        return false;
    }
    if (settings->command == COMMAND_EXPORT && !formats) {
        complain("export to which format? give --to with one of " OUTPUT_WORDS);
        return false;
    }
    return true;
}

#define USUAL_COLUMNS 72
#define MOST_COLUMNS 1000

static bool
read_columns(const struct settings *settings, size_t *columns)
{
    struct str typed = run_given(settings->columns);
    *columns = settings->columns ? 0 : USUAL_COLUMNS;
    for (size_t i = 0; i < typed.len; i++) {
        if (typed.at[i] < '0' || typed.at[i] > '9' || *columns > MOST_COLUMNS)
            return false;
        *columns = *columns * 10 + (size_t)(typed.at[i] - '0');
    }
    return !settings->columns || (typed.len && *columns <= MOST_COLUMNS);
}

static bool
columns_fit(const struct settings *settings)
{
    size_t columns;
    if (read_columns(settings, &columns))
        return true;
    complain("--columns cannot be \"%s\"; write a number up to %d, or 0 for "
             "lines that never end",
             settings->columns, MOST_COLUMNS);
    return false;
}

/* ---- the request -------------------------------------------------------- */

enum exit_status
run_read_theme(const struct run *run, struct arena *arena,
               struct dossier_request *request)
{
    const char *path = run->settings->theme;
    if (run->watched)
        watch_add(run->watched, path);
    struct file_error error =
        file_read(arena, path, YAML_SIZE_LIMIT, &request->theme_bytes);
    if (error.failed) {
        complain("%s: %.*s", path, STR_ARG(error.why));
        return EXIT_SYSTEM;
    }
    const char *slash = strrchr(path, '/');
    request->theme = str_from(slash ? slash + 1 : path);
    return EXIT_DONE;
}

enum exit_status
run_read_role(const struct run *run, struct arena *arena,
              struct dossier_request *request)
{
    const char *path = run->settings->role;
    if (!role_is_file(request->role))
        return EXIT_DONE;
    if (run->watched)
        watch_add(run->watched, path);
    struct file_error error =
        file_read(arena, path, YAML_SIZE_LIMIT, &request->role_bytes);
    return error.failed ? run_refuse(error, path) : EXIT_DONE;
}

enum exit_status
run_read_pdf(const struct run *run, struct arena *arena,
             struct dossier_request *request)
{
    const char *path = run->settings->pdf;
    if (!path)
        return EXIT_DONE;
    if (run->watched)
        watch_add(run->watched, path);
    request->pdf_name = str_from(path);
    struct file_error error =
        file_read(arena, path, PDF_TEXT_SIZE_LIMIT, &request->pdf_bytes);
    return error.failed ? run_refuse(error, path) : EXIT_DONE;
}

static enum stage
stage_of(const char *dump)
{
    return (enum stage)run_choice(
        dump, "tree|candidate|edition|document|pages|text", STAGE_BYTES);
}

enum report_kind
run_report(const struct settings *settings)
{
    bool is_job_dump = settings->dump && strcmp(settings->dump, "job") == 0;
    if (is_job_dump)
        return REPORT_JOB;
    if (settings->command == COMMAND_DIFF)
        return REPORT_DIFF;
    if (settings->command == COMMAND_LIST)
        return REPORT_VARIANTS;
    if (settings->command == COMMAND_IMPORT)
        return REPORT_IMPORT;
    return settings->command == COMMAND_MATCH ? REPORT_MATCH : REPORT_NONE;
}

/* What is printed is one document: the resume, when none is named. */
static int
usual_document(const struct settings *settings)
{
    return settings->command == COMMAND_EXPORT ? 0 : -1;
}

struct dossier_request
run_request(const struct run *run, struct arena *arena, const char *path)
{
    const struct settings *settings = run->settings;
    struct dossier_request request = {
        .name = strcmp(path, "-") == 0 ? STR("<stdin>") : str_from(path),
        .today = run->world->today,
        .today_is_given = run->world->today_is_given,
        .created = run->world->created,
        .theme = run_given(settings->theme),
        .variant = run_given(settings->variant),
        .language = run_given(settings->language),
        .role = run_given(settings->role),
        .pack = run_given(settings->pack),
        .audience = (enum audience)run_choice(
            settings->audience, "public|recruiter|employer|interview",
            AUDIENCE_EMPLOYER),
        .resume = run_choice(settings->only, DOCUMENT_CHOICES,
                             usual_document(settings)) == 0,
        .portfolio = run_choice(settings->only, DOCUMENT_CHOICES, -1) == 1,
        .letter = run_choice(settings->only, DOCUMENT_CHOICES, -1) == 2,
        .attach_source = settings->attach_source,
        .use_system_fonts = !settings->no_system_fonts,
        .font_folder = run_given(settings->fonts),
        .job_name = run->job_name,
        .job_bytes = run->job_bytes,
        .all = settings->all,
        .explain = settings->explain,
        .report = run_report(settings),
        .report_json = run->format == PRINT_JSON,
        .only_check = settings->command == COMMAND_CHECK,
        .metrics = settings->metrics,
        .metrics_json = settings->metrics && run->format == PRINT_JSON,
        .tips = settings->tips,
        .check_pages = settings->pages,
        .tips_json = settings->tips && run->format == PRINT_JSON,
        .width = run->world->width ? run->world->width : 80,
        .strict = settings->strict,
        .only_codes = run->only_codes,
        .ignored_codes = run->ignored_codes,
        .dump = stage_of(settings->dump),
        .set_count = settings->sets.count,
    };
    struct str *sets = ARENA_ARRAY(arena, settings->sets.count, struct str);
    for (size_t i = 0; i < settings->sets.count; i++)
        sets[i] = str_from(settings->sets.at[i]);
    request.sets = sets;
    if (settings->command == COMMAND_DIFF) {
        request.variant = str_from(settings->arguments.at[1]);
        request.other_variant = str_from(settings->arguments.at[2]);
    }
    (void)read_budget(settings, request.pages); /* were looked at before */
    if (settings->command == COMMAND_IMPORT)
        request.schema = schema_path(arena);
    (void)read_formats(settings, &request.formats);
    (void)read_columns(settings, &request.columns);
    return request;
}

enum exit_status
run_read_job(struct run *run)
{
    const char *path = run->settings->job;
    if (!path)
        return EXIT_DONE;
    run->job_name = strcmp(path, "-") == 0 ? STR("<stdin>") : str_from(path);
    struct file_error error =
        file_read(run->world->arena, path, YAML_SIZE_LIMIT, &run->job_bytes);
    return error.failed ? run_refuse(error, path) : EXIT_DONE;
}

/* Every variant of a file goes into a folder, and there is no one that could
   be shown by itself. */
static bool
all_fits(const struct settings *settings)
{
    const char *output = settings->output;
    const char *instead = NULL;
    if (!settings->all)
        return true;
    if (settings->variant)
        instead = "leave out --variant, or --all";
    else if (settings->dump)
        instead = "--dump shows one of them, named with --variant";
    else if (run_names_file(output))
        instead = "name a folder with --output";
    if (instead)
        complain("--all sets every variant; %s", instead);
    return !instead;
}

/* What cannot be meant together. */
static bool
words_fit(const struct settings *settings)
{
    if (settings->command == COMMAND_CHECK && settings->dump &&
        !settings->pdf) {
        complain("--dump text of `check` shows what is read in a PDF; name it "
                 "with --pdf");
        return false;
    }
    if (settings->pdf && settings->arguments.count > 1) {
        complain("--pdf is one document of one file; check them one by one");
        return false;
    }
    if (!all_fits(settings))
        return false;
    if (settings->command == COMMAND_MATCH && !settings->job &&
        !settings->role && !settings->variant) {
        complain("what to match against? give --job FILE (a posting), --role "
                 "ID (see dossier list roles), or --variant NAME with one of "
                 "them");
        return false;
    }
    for (size_t i = 0; settings->job && i < settings->arguments.count; i++)
        if (strcmp(settings->job, "-") == 0 &&
            strcmp(settings->arguments.at[i], "-") == 0) {
            complain("file and posting cannot both be standard input");
            return false;
        }
    return true;
}

bool
run_settings_fit(const struct settings *settings, struct arena *arena)
{
    return words_fit(settings) && budget_fits(settings) &&
           language_fits(settings, arena) && formats_fit(settings) &&
           columns_fit(settings);
}
