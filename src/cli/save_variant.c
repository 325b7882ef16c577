#include "save_variant.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "load/yaml.h"
#include "pack/role_file.h"

#define NAME_MOST 60

/* It goes into the names of files and onto one line. */
static bool
is_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)name.at[i] < ' ' || name.at[i] == 0x7f)
            return false;
    return name.len > 0 && name.len <= NAME_MOST &&
           str_equal(str_trim(name), name);
}

static const char *
problem_of(const struct settings *settings)
{
    if (!is_name(str_from(settings->save_variant)))
        return "the name of a variant is one line of up to sixty characters";
    if (settings->all)
        return "--save-variant makes one block, --all sets those that are "
               "there; leave out one of them";
    if (settings->watch)
        return "--save-variant changes the file that --watch waits for; leave "
               "out one of them";
    if (!settings->role && !settings->job)
        return "--save-variant writes what --role or --job chose; add one of "
               "them";
    if (settings->arguments.count != 1 ||
        strcmp(settings->arguments.at[0], "-") == 0)
        return "--save-variant writes into one file; name it";
    if (settings->job && strcmp(settings->job, "-") == 0)
        return "a posting from standard input has no file that the variant "
               "could name; save it beside yours: --job posting.txt";
    return NULL;
}

bool
save_variant_fits(const struct settings *settings)
{
    const char *problem = settings->save_variant ? problem_of(settings) : NULL;
    if (problem)
        complain("%s", problem);
    return !problem;
}

/* ---- paths --------------------------------------------------------------- */

#define PATH_ROOM 4096

/* "/home/j/cv/../jobs/ad.txt" is "/home/j/jobs/ad.txt". */
static struct str
whole_path(struct arena *arena, struct str path)
{
    char here[PATH_ROOM];
    struct buf out = buf_new(arena);
    struct str rest = path;
    if (!str_starts(path, STR("/")) && getcwd(here, sizeof here))
        rest = file_join(arena, str_from(here), path);
    while (rest.len) {
        struct str part = str_cut(&rest, '/');
        if (!part.len || str_is(part, "."))
            continue;
        if (str_is(part, "..")) {
            while (out.len && out.at[--out.len] != '/')
                ;
            continue;
        }
        buf_add_byte(&out, '/');
        buf_add(&out, part);
    }
    return buf_str(&out);
}

bool
path_below(struct arena *arena, const char *file, const char *named,
           struct str *path)
{
    struct str from = whole_path(arena, str_from(file));
    struct str to = whole_path(arena, str_from(named));
    size_t folder = from.len;
    while (folder > 0 && from.at[folder - 1] != '/')
        folder--;
    if (to.len <= folder || !str_starts(to, str_slice(from, 0, folder)))
        return false;
    *path = str_slice(to, folder, to.len);
    return path_stays_inside(*path);
}

static enum exit_status
refuse_outside(const char *file, const char *named)
{
    complain("%s is not in the folder of %s, so that no variant could name it; "
             "save it there",
             named, file);
    return EXIT_USAGE;
}

enum exit_status
save_variant_request(const struct run *run, struct arena *arena,
                     struct dossier_request *request)
{
    const struct settings *settings = run->settings;
    const char *file = settings->arguments.at[0];
    if (!settings->save_variant)
        return EXIT_DONE;
    request->save_variant = str_from(settings->save_variant);
    if (settings->job &&
        !path_below(arena, file, settings->job, &request->save_job))
        return refuse_outside(file, settings->job);
    if (settings->role && role_is_file(str_from(settings->role))) {
        if (!path_below(arena, file, settings->role, &request->save_role))
            return refuse_outside(file, settings->role);
        if (!role_is_file(request->save_role))
            request->save_role =
                str_format(arena, "./%.*s", STR_ARG(request->save_role));
    }
    return EXIT_DONE;
}

/* ---- the file ------------------------------------------------------------ */

/* Renaming a new file over it would ask nobody. */
static bool
is_read_only(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 &&
           (!(info.st_mode & 0222) || access(path, W_OK) != 0);
}

enum exit_status
save_variant_refuse(const struct run *run, const char *path,
                    const struct dossier_result *result)
{
    const char *name = run->settings->save_variant;
    if (name && result->save_problem) {
        complain("%s: the variant \"%s\" was not saved: %s", path, name,
                 result->save_problem);
        return EXIT_USAGE;
    }
    if (!name || !is_read_only(path))
        return EXIT_DONE;
    complain("%s: The file is read-only; no variant was saved", path);
    return EXIT_SYSTEM;
}

enum exit_status
save_variant_write(const struct run *run, struct arena *arena, const char *path,
                   const struct dossier_result *result)
{
    const char *name = run->settings->save_variant;
    if (!name)
        return EXIT_DONE;
    struct file_error error = file_write(arena, path, result->saved);
    if (error.failed)
        return run_refuse(error, path);
    if (!run->settings->quiet)
        fprintf(stderr, "%s: saved the variant \"%s\"\n", path, name);
    return EXIT_DONE;
}
