/* What a run writes. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "run.h"

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
        outputs[i].artifact = artifact;
        if (is_taken(run, &outputs[i])) {
            take_back(outputs, i);
            return EXIT_USAGE;
        }
        outputs[i].is_new = access(outputs[i].path, F_OK) != 0;
        struct file_error error =
            file_write(arena, outputs[i].path, artifact->bytes);
        if (error.failed) {
            take_back(outputs, i);
            return run_refuse(error, outputs[i].path);
        }
    }
    for (size_t i = 0; i < count; i++) {
        *list_add(run->arena, &run->written) = outputs[i];
        status = exit_worse(status, run_tell_file(run, arena, outputs[i].path,
                                                  &result->artifacts.at[i]));
    }
    return status;
}

/* True after a complaint about more than one file can hold. */
static bool
holds_more(const struct run *run, const struct dossier_result *result,
           const char *path)
{
    bool is_printed = strcmp(path, "-") == 0;
    size_t count = result->artifacts.count;
    const char *where = is_printed ? "standard output" : path;
    if (count < 2 && (is_printed || run->settings->arguments.count < 2))
        return false;
    if (count < 2)
        complain("%s can hold what is made of one file; name a folder with "
                 "--output",
                 where);
    else if (strcmp(result->artifacts.at[0].kind,
                    result->artifacts.at[1].kind) == 0)
        complain("%s can hold one page, and there are %zu; name a folder with "
                 "--output",
                 where, count);
    else
        complain("%s can hold one document; add --only resume, portfolio or "
                 "letter, or name a folder with --output",
                 where);
    return true;
}

static enum exit_status
write_one(struct run *run, struct arena *arena, const char *from,
          const struct dossier_result *result, const char *path)
{
    if (holds_more(run, result, path))
        return EXIT_USAGE;
    const char *folder = str_terminated(arena, file_folder(str_from(path)));
    struct file_error error = {0};
    if (*folder) /* as --output FOLDER does */
        error = file_make_folder(arena, folder);
    if (error.failed)
        return run_refuse(error, folder);
    const struct artifact *artifact = &result->artifacts.at[0];
    error = file_write(arena, path, artifact->bytes);
    if (error.failed)
        return run_refuse(error, path);
    if (strcmp(path, "-") == 0)
        return EXIT_DONE;
    *list_add(run->arena, &run->written) =
        (struct output){.path = path, .from = from, .artifact = artifact};
    return run_tell_file(run, arena, path, artifact);
}

/* What is told instead of making files; `import` may have a name for it. */
static enum exit_status
write_report(const struct run *run, struct arena *arena, const char *from,
             const struct dossier_result *result)
{
    const char *path = run->settings->output;
    struct str report = result->dump;
    if (run->settings->command == COMMAND_IMPORT && !result->other_tool)
        complain("%s: this is a file of your own already; it comes out as it "
                 "is",
                 from);
    if (run->settings->command == COMMAND_IMPORT && !path && run->collected)
        return EXIT_DONE; /* standard output is for the findings */
    if (run->settings->command != COMMAND_IMPORT || !path)
        return print_out(report);
    struct file_error error = file_write(arena, path, report);
    return error.failed ? run_refuse(error, path) : EXIT_DONE;
}

enum exit_status
run_write(struct run *run, struct arena *arena, const char *from,
          const struct dossier_result *result)
{
    const char *output = run->settings->output;
    if (!str_is_empty(result->dump))
        return write_report(run, arena, from, result);
    if (result->artifacts.count == 0)
        return EXIT_DONE;
    if (!output && run->settings->command == COMMAND_EXPORT)
        output = "-";
    if (run_names_file(output))
        return write_one(run, arena, from, result, output);
    const char *folder = output ? output : "out";
    struct file_error error = file_make_folder(arena, folder);
    if (error.failed)
        return run_refuse(error, folder);
    return write_all(run, arena, from, result, str_from(folder));
}
