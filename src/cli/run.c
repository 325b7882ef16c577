/* `check` and `build`: files in, findings and PDFs out. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "fix.h"
#include "layout/theme.h"
#include "pipeline/build.h"

struct output {
    const char *path, *from; /* the YAML file */
    bool is_new;
};

/* One call of check or build over all its files. */
struct run {
    const struct world *world;
    const struct settings *settings;
    struct watched *watched; /* NULL without --watch */
    enum print_format format;
    const bool *only_codes, *ignored_codes; /* NULL: all, none */
    struct findings *collected;             /* machine formats: of all files */
    struct buf pages;                       /* JSON: of all files */
    struct arena *arena;                    /* of the whole run */
    LIST(struct output) written;            /* PDFs, to write none twice */
    struct str job_name, job_bytes;         /* of --job */
    bool reasons_told[CODE_COUNT + 1];
    size_t sums[SEVERITY_COUNT]; /* findings of all files */
};

/* Reads what a file names, relative to the file's folder. */
struct reader {
    const struct run *run;
    struct str folder;
};

static struct file_error
read_named(void *context, struct arena *arena, struct str path,
           struct str *bytes)
{
    const struct reader *reader = context;
    struct str full = file_join(arena, reader->folder, path);
    const char *terminated = str_terminated(arena, full);
    if (reader->run->watched)
        watch_add(reader->run->watched, terminated);
    return file_read(arena, terminated, YAML_SIZE_LIMIT, bytes);
}

static struct str
given(const char *option)
{
    return option ? str_from(option) : (struct str){NULL, 0};
}

/* Position of a word in "a|b|c", or `otherwise` when it was not given. */
static int
choice_of(const char *word, const char *choices, int otherwise)
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
    struct str rest = given(settings->page_budget);
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
    struct str guess, typed = given(settings->language);
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

/* ---- the request ------------------------------------------------------------
 */

/* A theme of the person's own, named as the shell sees it; what it extends
   lies beside it. */
static enum exit_status
read_theme(const struct run *run, struct arena *arena,
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

static enum stage
stage_of(const char *dump)
{
    int stage =
        choice_of(dump, "tree|candidate|edition|document|pages", STAGE_BYTES);
    return (enum stage)stage;
}

static enum report_kind
report_of(const struct settings *settings)
{
    bool is_job_dump = settings->dump && strcmp(settings->dump, "job") == 0;
    if (is_job_dump)
        return REPORT_JOB;
    if (settings->command == COMMAND_DIFF)
        return REPORT_DIFF;
    return settings->command == COMMAND_MATCH ? REPORT_MATCH : REPORT_NONE;
}

static struct dossier_request
request_of(const struct run *run, struct arena *arena, const char *path)
{
    const struct settings *settings = run->settings;
    struct dossier_request request = {
        .name = strcmp(path, "-") == 0 ? STR("<stdin>") : str_from(path),
        .today = run->world->today,
        .today_is_given = run->world->today_is_given,
        .created = run->world->created,
        .theme = given(settings->theme),
        .variant = given(settings->variant),
        .language = given(settings->language),
        .role = given(settings->role),
        .pack = given(settings->pack),
        .audience = (enum audience)choice_of(
            settings->audience, "public|recruiter|employer|interview",
            AUDIENCE_EMPLOYER),
        .resume = choice_of(settings->only, DOCUMENT_CHOICES, -1) == 0,
        .portfolio = choice_of(settings->only, DOCUMENT_CHOICES, -1) == 1,
        .letter = choice_of(settings->only, DOCUMENT_CHOICES, -1) == 2,
        .attach_source = settings->attach_source,
        .use_system_fonts = !settings->no_system_fonts,
        .font_folder = given(settings->fonts),
        .job_name = run->job_name,
        .job_bytes = run->job_bytes,
        .all = settings->all,
        .explain = settings->explain,
        .report = report_of(settings),
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
    (void)read_budget(settings, request.pages); /* was looked at before */
    return request;
}

/* ---- what is said ----------------------------------------------------- */

static void
show_findings(struct run *run, struct arena *arena, struct findings *findings)
{
    struct buf out = buf_new(arena);
    bool quiet = run->settings->quiet;
    const struct print_options options = {
        .format = PRINT_TEXT, /* machines get theirs on standard output */
        .colour = run->world->colour,
        .width = run->world->width,
        .verbose = run->settings->verbose,
        .quiet = quiet || run->settings->arguments.count > 1,
        .wraps_messages = run->world->is_terminal,
        .reasons_told = quiet ? NULL : run->reasons_told,
        .version = DOSSIER_VERSION,
    };
    findings_print(&out, findings, &options);
    for (int i = 0; i < SEVERITY_COUNT; i++)
        run->sums[i] += findings_of(findings, (enum severity)i);
    struct str text = buf_str(&out);
    if (text.len > 0) /* nowhere left to complain */
        (void)fwrite(text.at, 1, text.len, stderr);
}

static void
report_findings(struct run *run, struct arena *arena, struct findings *findings)
{
    if (run->collected)
        findings_merge(run->collected, findings);
    else
        show_findings(run, arena, findings);
}

static enum exit_status
status_of(const struct run *run, const struct dossier_result *result)
{
    enum severity least = (enum severity)choice_of(
        run->settings->fail_on, "hint|warning|error", SEVERITY_ERROR);
    if (!run->settings->fail_on && result->is_strict)
        least = SEVERITY_WARNING;
    for (int s = (int)least; s <= SEVERITY_ERROR; s++)
        if (findings_of(result->findings, (enum severity)s) > 0)
            return EXIT_FINDINGS;
    return EXIT_DONE;
}

/* Findings are many; whether there is a PDF is said by itself. */
static void
report_held_back(const struct run *run, const char *path,
                 const struct dossier_result *result)
{
    const struct settings *settings = run->settings;
    if (!result->is_blocked || settings->command == COMMAND_CHECK ||
        settings->dump || run->collected)
        return;
    complain("%s: no PDF was written; %s", path,
             settings->strict ? "--strict asks for a file without errors and "
                                "warnings"
                              : "mend the errors with an X code first");
}

/* Who reads the PDF must not wonder where a line went. */
static void
report_withheld(const struct run *run, const struct dossier_result *result)
{
    if (run->settings->command == COMMAND_CHECK || run->settings->quiet ||
        run->collected || result->is_blocked)
        return;
    for (size_t i = 0; i < result->withheld.count; i++) {
        const struct check_withheld *item = &result->withheld.at[i];
        fprintf(stderr, "withheld from every output: %.*s (%s)\n",
                STR_ARG(item->path), code_entry(item->code)->id);
    }
}

/* What was done to have as few pages, or as many, as were asked for. */
static void
report_pages(struct run *run, const char *path,
             const struct dossier_result *result)
{
    bool is_dump = run->settings->dump != NULL;
    bool is_told = run->collected || !run->settings->quiet;
    if (!is_told || result->is_blocked || is_dump)
        return;
    for (size_t i = 0; i < result->page_reports.count; i++) {
        const struct page_report *report = &result->page_reports.at[i];
        struct buf out = buf_new(run->arena);
        if (run->collected) {
            buf_add_text(&run->pages, run->pages.len ? ",\n" : "");
            page_report_json(&run->pages, report, str_from(path),
                             result->sources);
            continue;
        }
        page_report_print(&out, report, result->sources);
        if (out.len) /* nowhere to complain */
            (void)fwrite(out.at, 1, out.len, stderr);
    }
}

/* "out/jordan-avery-resume.pdf  2 pages, 38 KB" */
static enum exit_status
report_file(const struct run *run, struct arena *arena, const char *path,
            const struct artifact *artifact)
{
    if (run->settings->quiet || run->collected)
        return EXIT_DONE;
    return print_out(str_format(arena, "%s  %zu page%s, %zu KB\n", path,
                                artifact->page_count,
                                artifact->page_count == 1 ? "" : "s",
                                (artifact->bytes.len + 1023) / 1024));
}

/* ---- what is written -------------------------------------------------- */

static bool
is_pdf_path(const char *output)
{
    return output && (str_ends(str_from(output), STR(".pdf")) ||
                      strcmp(output, "-") == 0);
}

static enum exit_status
refuse(struct file_error error, const char *path)
{
    complain("%s: %.*s", path, STR_ARG(error.why));
    return EXIT_SYSTEM;
}

/* A resume without its portfolio is half a result: what this call has newly
   written goes away again. */
static void
take_back(const struct output *outputs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (outputs[i].is_new)
            (void)remove(outputs[i].path); /* the first failure is told */
}

/* Two files about one person make PDFs of one name. */
static bool
is_taken(const struct run *run, const struct output *output)
{
    for (size_t i = 0; i < run->written.count; i++) {
        if (strcmp(run->written.at[i].path, output->path) != 0)
            continue;
        complain("%s: %s was just written from %s; build them one by one, "
                 "with --output",
                 output->from, output->path, run->written.at[i].from);
        return true;
    }
    return false;
}

static enum exit_status
write_all(struct run *run, struct arena *arena, const char *from,
          const struct dossier_result *result, struct str folder)
{
    size_t count = result->artifacts.count;
    struct output *outputs = ARENA_ARRAY(run->arena, count, struct output);
    enum exit_status status = EXIT_DONE;
    for (size_t i = 0; i < count; i++) {
        const struct artifact *artifact = &result->artifacts.at[i];
        struct str path = file_join(run->arena, folder, artifact->name);
        outputs[i].path = str_terminated(run->arena, path);
        outputs[i].from = from;
        if (is_taken(run, &outputs[i])) {
            take_back(outputs, i);
            return EXIT_USAGE;
        }
        outputs[i].is_new = access(outputs[i].path, F_OK) != 0;
        struct file_error error =
            file_write(arena, outputs[i].path, artifact->bytes);
        if (error.failed) {
            take_back(outputs, i);
            return refuse(error, outputs[i].path);
        }
    }
    for (size_t i = 0; i < count; i++) {
        *list_add(run->arena, &run->written) = outputs[i];
        status = exit_worse(status, report_file(run, arena, outputs[i].path,
                                                &result->artifacts.at[i]));
    }
    return status;
}

static enum exit_status
write_one(const struct run *run, struct arena *arena,
          const struct dossier_result *result, const char *path)
{
    if (result->artifacts.count > 1 ||
        (run->settings->arguments.count > 1 && strcmp(path, "-") != 0)) {
        complain("--output %s can hold one document; add --only resume, "
                 "portfolio or letter, or name a folder",
                 path);
        return EXIT_USAGE;
    }
    const char *folder = str_terminated(arena, file_folder(str_from(path)));
    struct file_error error = {0};
    if (*folder) /* as --output FOLDER does */
        error = file_make_folder(arena, folder);
    if (error.failed)
        return refuse(error, folder);
    error = file_write(arena, path, result->artifacts.at[0].bytes);
    if (error.failed)
        return refuse(error, path);
    if (strcmp(path, "-") == 0)
        return EXIT_DONE;
    return report_file(run, arena, path, &result->artifacts.at[0]);
}

static enum exit_status
write_results(struct run *run, struct arena *arena, const char *from,
              const struct dossier_result *result)
{
    const char *output = run->settings->output;
    if (!str_is_empty(result->dump))
        return print_out(result->dump);
    if (result->artifacts.count == 0)
        return EXIT_DONE;
    if (is_pdf_path(output))
        return write_one(run, arena, result, output);
    const char *folder = output ? output : "out";
    struct file_error error = file_make_folder(arena, folder);
    if (error.failed)
        return refuse(error, folder);
    return write_all(run, arena, from, result, str_from(folder));
}

/* ---- one file, all files ---------------------------------------------- */

static enum exit_status
run_file(struct run *run, struct arena *arena, const char *path)
{
    struct dossier_request request = request_of(run, arena, path);
    if (run->watched)
        watch_add(run->watched, path);
    struct file_error error =
        file_read(arena, path, YAML_SIZE_LIMIT, &request.bytes);
    if (error.failed)
        return refuse(error, path);
    struct reader reader = {.run = run, .folder = file_folder(request.name)};
    const struct load_files files = {.context = &reader, .read = read_named};
    request.files = &files;
    request.folder = reader.folder;
    struct reader theme_reader = {
        .run = run, .folder = file_folder(given(run->settings->theme))};
    const struct load_files theme_files = {.context = &theme_reader,
                                           .read = read_named};
    if (theme_is_file(given(run->settings->theme))) {
        request.theme_files = &theme_files;
        request.theme_folder = theme_reader.folder;
        if (read_theme(run, arena, &request) != EXIT_DONE)
            return EXIT_SYSTEM;
    }
    struct dossier_result result;
    if (!run->settings->fix)
        result = dossier_build(arena, &request);
    else if (fix_file(run->settings, arena, &request, &result) != EXIT_DONE)
        return EXIT_SYSTEM;
    /* The scorecard tells them in its own order. */
    if (!request.tips || result.is_blocked)
        report_findings(run, arena, result.findings);
    if (!str_is_empty(result.failure)) {
        complain("%s: %.*s", path, STR_ARG(result.failure));
        return EXIT_SYSTEM;
    }
    report_held_back(run, path, &result);
    report_withheld(run, &result);
    report_pages(run, path, &result);
    enum exit_status status = status_of(run, &result);
    return exit_worse(status, write_results(run, arena, path, &result));
}

static void
show_progress(const struct run *run, size_t i)
{
    size_t count = run->settings->arguments.count;
    if (!run->world->progress || run->settings->quiet || count < 2)
        return;
    fprintf(stderr, "[%zu/%zu] %s\n", i + 1, count,
            run->settings->arguments.at[i]);
}

/* `diff` has the names of variants behind the file. */
static size_t
file_count(const struct settings *settings)
{
    return settings->command == COMMAND_DIFF ? 1 : settings->arguments.count;
}

static enum exit_status
run_files(struct run *run)
{
    enum exit_status status = EXIT_DONE;
    for (size_t i = 0; i < file_count(run->settings); i++) {
        /* Collected findings point into the arena of their file. */
        struct arena *arena = run->collected ? run->arena : arena_new();
        show_progress(run, i);
        status = exit_worse(
            status, run_file(run, arena, run->settings->arguments.at[i]));
        if (!run->collected)
            arena_free(arena);
    }
    return status;
}

/* One line for all files; that of a single one stands below its findings. */
static void
show_sums(const struct run *run)
{
    size_t files = run->settings->arguments.count;
    struct buf out = buf_new(run->arena);
    if (run->settings->quiet || files < 2)
        return;
    buf_print(&out, "%zu files: ", files);
    size_t start = out.len;
    print_sums(&out, run->sums);
    if (out.len == start)
        buf_add_text(&out, "no findings");
    fprintf(stderr, "%.*s\n", STR_ARG(buf_str(&out)));
}

/* A machine's report is the result: on standard output, one for all files. */
static enum exit_status
print_report(struct run *run, bool failed)
{
    struct buf out = buf_new(run->arena);
    const struct print_options options = {.format = run->format,
                                          .verbose = true,
                                          .version = DOSSIER_VERSION,
                                          .pages = buf_str(&run->pages),
                                          .failed = failed};
    findings_sort(run->collected);
    findings_print(&out, run->collected, &options);
    return print_out(buf_str(&out));
}

static enum exit_status
run_once(const struct run *asked, struct watched *watched)
{
    struct run run = *asked;
    run.watched = watched;
    run.arena = arena_new();
    run.pages = buf_new(run.arena);
    /* With --metrics the bullets are the report, with --tips the tips. */
    bool is_special = run.settings->metrics || run.settings->tips ||
                      report_of(run.settings) != REPORT_NONE;
    bool is_report = run.format != PRINT_TEXT && !is_special;
    if (is_report)
        run.collected = findings_new(run.arena, sources_new(run.arena));
    enum exit_status status = run_files(&run);
    if (run.collected)
        status = exit_worse(status, print_report(&run, status == EXIT_SYSTEM));
    else if (!is_special)
        show_sums(&run);
    arena_free(run.arena);
    return status;
}

/* --only names documents to `build` and rules to `check`. */
static bool
take_codes(struct run *run)
{
    const struct settings *settings = run->settings;
    bool is_check = settings->command == COMMAND_CHECK;
    return codes_parse(run->world, "only", is_check ? settings->only : NULL,
                       &run->only_codes) &&
           codes_parse(run->world, "ignore", settings->ignore,
                       &run->ignored_codes);
}

/* The posting of --job, as the shell sees it. */
static enum exit_status
read_job(struct run *run)
{
    const char *path = run->settings->job;
    if (!path)
        return EXIT_DONE;
    run->job_name = strcmp(path, "-") == 0 ? STR("<stdin>") : str_from(path);
    struct file_error error =
        file_read(run->world->arena, path, YAML_SIZE_LIMIT, &run->job_bytes);
    return error.failed ? refuse(error, path) : EXIT_DONE;
}

/* What cannot be meant together. */
static bool
words_fit(const struct settings *settings)
{
    if (settings->all && settings->variant) {
        complain("--all sets every variant; leave out --variant, or --all");
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

enum exit_status
command_run(const struct world *world)
{
    struct run run = {
        .world = world,
        .settings = world->settings,
        .format = (enum print_format)choice_of(
            world->settings->format, "text|json|sarif|github", PRINT_TEXT),
    };
    if (!take_codes(&run) || !fix_fits(run.settings) ||
        !words_fit(run.settings) || !budget_fits(run.settings) ||
        !language_fits(run.settings, world->arena))
        return EXIT_USAGE;
    if (read_job(&run) != EXIT_DONE)
        return EXIT_SYSTEM;
    if (!world->settings->watch)
        return run_once(&run, NULL);
    for (;;) {
        struct arena *arena = arena_new();
        struct watched watched = {.arena = arena};
        (void)run_once(&run, &watched); /* watching outlives every failure */
        const char *changed = watch_wait(&watched);
        fprintf(stderr, "\n%s changed\n", changed);
        arena_free(arena);
    }
}
