/* The options of a command line as a request. */
#include <string.h>

#include "base/file.h"
#include "output/pdf_text.h"
#include "pack/role_file.h"
#include "run.h"

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
    (void)run_read_pages(settings, request.pages); /* were looked at before */
    if (settings->command == COMMAND_IMPORT)
        request.schema = schema_path(arena);
    (void)run_read_formats(settings, &request.formats);
    (void)run_read_columns(settings, &request.columns);
    return request;
}

enum exit_status
run_read_job(struct run *run)
{
    const char *path = run->settings->job;
    bool is_input = path && strcmp(path, "-") == 0;
    if (!path || run->job_name.len)
        return EXIT_DONE;
    if (run->watched && !is_input)
        watch_add(run->watched, path);
    run->job_name = is_input ? STR("<stdin>") : str_from(path);
    struct arena *arena = run->arena ? run->arena : run->world->arena;
    struct file_error error =
        file_read(arena, path, YAML_SIZE_LIMIT, &run->job_bytes);
    return error.failed ? run_refuse(error, path) : EXIT_DONE;
}
