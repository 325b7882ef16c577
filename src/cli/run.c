/* `check`, `build`, `match`, `diff`: files in, findings and PDFs out. */
#include "run.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "fix.h"
#include "layout/theme.h"
#include "record.h"
#include "save_variant.h"

enum exit_status
run_refuse(struct file_error error, const char *path)
{
    complain("%s: %.*s", path, STR_ARG(error.why));
    return EXIT_SYSTEM;
}

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
    return file_read_regular(arena, terminated, YAML_SIZE_LIMIT, bytes);
}

static enum exit_status
run_file(struct run *run, struct arena *arena, const char *path)
{
    struct dossier_request request = run_request(run, arena, path);
    if (run->watched)
        watch_add(run->watched, path);
    struct file_error error =
        file_read(arena, path, YAML_SIZE_LIMIT, &request.bytes);
    if (error.failed)
        return run_refuse(error, path);
    if (run_read_pdf(run, arena, &request) != EXIT_DONE)
        return EXIT_SYSTEM;
    struct reader reader = {.run = run, .folder = file_folder(request.name)};
    const struct load_files files = {.context = &reader, .read = read_named};
    request.files = &files;
    request.folder = reader.folder;
    struct reader theme_reader = {
        .run = run, .folder = file_folder(run_given(run->settings->theme))};
    const struct load_files theme_files = {.context = &theme_reader,
                                           .read = read_named};
    if (theme_is_file(run_given(run->settings->theme))) {
        request.theme_files = &theme_files;
        request.theme_folder = theme_reader.folder;
        if (run_read_theme(run, arena, &request) != EXIT_DONE)
            return EXIT_SYSTEM;
    }
    if (run_read_role(run, arena, &request) != EXIT_DONE)
        return EXIT_SYSTEM;
    if (save_variant_request(run, arena, &request) != EXIT_DONE)
        return EXIT_USAGE;
    struct dossier_result result;
    if (!run->settings->fix)
        result = dossier_build(arena, &request);
    else if (fix_file(run->settings, arena, &request, &result) != EXIT_DONE)
        return EXIT_SYSTEM;
    enum exit_status status = run_tell(run, arena, path, &result);
    if (status == EXIT_SYSTEM || status == EXIT_USAGE)
        return status;
    enum exit_status saves = save_variant_refuse(run, path, &result);
    if (saves != EXIT_DONE)
        return saves;
    status = exit_worse(status, run_write(run, arena, path, &result));
    status = exit_worse(status, run_tell_choices(run, &result));
    if (status <= EXIT_FINDINGS)
        status = exit_worse(status, record_write(run, arena, path));
    return exit_worse(status, save_variant_write(run, arena, path, &result));
}

/* `check --pdf` without a file: what the PDF says by itself. */
static enum exit_status
run_pdf(struct run *run)
{
    const char *path = run->settings->pdf;
    struct arena *arena = run->arena;
    struct dossier_request request = run_request(run, arena, path);
    request.name = (struct str){NULL, 0};
    if (run->watched)
        watch_add(run->watched, path);
    if (run_read_pdf(run, arena, &request) != EXIT_DONE)
        return EXIT_SYSTEM;
    struct dossier_result result = dossier_build(arena, &request);
    enum exit_status status = run_tell(run, arena, path, &result);
    if (status == EXIT_SYSTEM || status == EXIT_USAGE)
        return status;
    return exit_worse(status, run_write(run, arena, path, &result));
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

/* `list variants` has a word before its files, */
static size_t
first_file(const struct settings *settings)
{
    return settings->command == COMMAND_LIST ? 1 : 0;
}

/* `diff` the names of variants behind its file. */
static size_t
file_count(const struct settings *settings)
{
    return settings->command == COMMAND_DIFF ? 1 : settings->arguments.count;
}

static enum exit_status
run_files(struct run *run)
{
    enum exit_status status = EXIT_DONE;
    for (size_t i = first_file(run->settings); i < file_count(run->settings);
         i++) {
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

static enum exit_status
run_once(const struct run *asked, struct watched *watched)
{
    struct run run = *asked;
    run.watched = watched;
    run.arena = arena_new();
    run.pages = buf_new(run.arena);
    run.choices = buf_new(run.arena);
    /* With --metrics the bullets are the report, with --tips the tips. */
    enum report_kind report = run_report(run.settings);
    bool is_special = run.settings->metrics || run.settings->tips ||
                      (report != REPORT_NONE && report != REPORT_IMPORT);
    bool is_report = run.format != PRINT_TEXT && !is_special;
    if (is_report)
        run.collected = findings_new(run.arena, sources_new(run.arena));
    enum exit_status status = run_read_job(&run);
    bool is_ready = status == EXIT_DONE;
    if (is_ready)
        status = run.settings->pdf && !file_count(run.settings)
                     ? run_pdf(&run)
                     : run_files(&run);
    if (run.collected)
        status =
            exit_worse(status, run_print_report(&run, status == EXIT_SYSTEM));
    else if (!is_special && is_ready)
        run_tell_sums(&run);
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

enum exit_status
command_run(const struct world *world)
{
    struct run run = {
        .world = world,
        .settings = world->settings,
        .format = (enum print_format)run_choice(
            world->settings->format, "text|json|sarif|github", PRINT_TEXT),
    };
    if (!take_codes(&run) || !fix_fits(run.settings) ||
        !save_variant_fits(run.settings) || !record_fits(run.settings) ||
        !run_settings_fit(run.settings, world->arena))
        return EXIT_USAGE;
    bool hears_job = run.settings->job && strcmp(run.settings->job, "-") == 0;
    if (hears_job && run_read_job(&run) != EXIT_DONE)
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
