/* `check --fix`: what was mended is told and written, or shown as a diff. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "diag/diff.h"
#include "fix.h"

#define STANDARD_INPUT "<stdin>"

/* What is wrong with them, or NULL. */
static const char *
problem_of(const struct settings *settings)
{
    bool has_input = false;
    for (size_t i = 0; i < settings->arguments.count; i++)
        has_input =
            has_input || str_is(str_from(settings->arguments.at[i]), "-");
    bool is_machine =
        settings->format && !str_is(str_from(settings->format), "text");
    if (settings->dry_run && !settings->fix)
        return "--dry-run goes with --fix";
    if (settings->fix && settings->metrics)
        return "--fix and --metrics do not go together";
    if (settings->fix && is_machine && (has_input || settings->dry_run))
        return "standard output cannot take both the report and what --fix "
               "makes; use --format text";
    return NULL;
}

bool
fix_fits(const struct settings *settings)
{
    const char *problem = problem_of(settings);
    if (problem)
        complain("%s", problem);
    return !problem;
}

static void
tell(const struct settings *settings, struct arena *arena,
     const struct dossier_fixed *fixed)
{
    struct buf out = buf_new(arena);
    const char *word = settings->dry_run ? "would fix" : "fixed";
    for (size_t i = 0; i < fixed->fixes.count && !settings->quiet; i++) {
        const struct dossier_fix *fix = &fixed->fixes.at[i];
        buf_print(&out, "%.*s:%zu:%zu: %s: %.*s [%s]\n", STR_ARG(fix->file),
                  fix->place.line, fix->place.column, word,
                  STR_ARG(fix->message), code_entry(fix->code)->id);
    }
    struct str text = buf_str(&out);
    if (text.len > 0) /* nowhere left to complain */
        (void)fwrite(text.at, 1, text.len, stderr);
    if (fixed->refused)
        complain("%zu fix%s not made: more would have changed than the words "
                 "that were meant",
                 fixed->refused, fixed->refused == 1 ? " was" : "es were");
}

static enum exit_status
refuse(const char *path, struct str why)
{
    complain("%s: %.*s", path, STR_ARG(why));
    return EXIT_SYSTEM;
}

/* Renaming a new file over it would ask nobody. */
static bool
is_read_only(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 &&
           (!(info.st_mode & 0222) || access(path, W_OK) != 0);
}

/* Standard input comes out again, mended or not. */
static enum exit_status
put_out(const struct dossier_request *request,
        const struct dossier_fixed *fixed)
{
    struct str text = request->bytes;
    if (!str_is(request->name, STANDARD_INPUT))
        return EXIT_DONE;
    for (size_t i = 0; i < fixed->files.count; i++)
        if (str_equal(fixed->files.at[i].name, request->name))
            text = fixed->files.at[i].after;
    return print_out(text);
}

/* Numbers and names of others are not repeated; a diff that had any can be
   read, not applied. */
static enum exit_status
show_diff(struct arena *arena, const struct dossier_fixed *fixed)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < fixed->files.count; i++) {
        const struct fixed_file *file = &fixed->files.at[i];
        diff_print(&out, file->name, file->before, file->after);
    }
    return print_out(
        findings_hide(arena, fixed->result.findings, buf_str(&out)));
}

/* All or none, as far as one can know before. */
static enum exit_status
write_files(struct arena *arena, const struct dossier_request *request,
            const struct dossier_fixed *fixed)
{
    size_t count = fixed->files.count;
    const char **paths = ARENA_ARRAY(arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        paths[i] = str_terminated(arena, fixed->files.at[i].name);
        if (is_read_only(paths[i]))
            return refuse(paths[i],
                          STR("The file is read-only; nothing was fixed"));
    }
    for (size_t i = 0; i < count; i++) {
        if (str_is(fixed->files.at[i].name, STANDARD_INPUT))
            continue;
        struct file_error error =
            file_write(arena, paths[i], fixed->files.at[i].after);
        if (error.failed)
            return refuse(paths[i], error.why);
    }
    return put_out(request, fixed);
}

enum exit_status
fix_file(const struct settings *settings, struct arena *arena,
         const struct dossier_request *request, struct dossier_result *result)
{
    struct dossier_fixed fixed = dossier_fix(arena, request);
    *result = fixed.result;
    if (fixed.result.other_tool) {
        complain("%.*s: --fix leaves a file of %s as it is; make one of your "
                 "own of it first: dossier import %.*s --output me.yaml",
                 STR_ARG(request->name), fixed.result.other_tool,
                 STR_ARG(request->name));
        return EXIT_USAGE;
    }
    enum exit_status status = settings->dry_run
                                  ? show_diff(arena, &fixed)
                                  : write_files(arena, request, &fixed);
    *result = fixed.result;
    if (status == EXIT_DONE)
        tell(settings, arena, &fixed);
    return status;
}
