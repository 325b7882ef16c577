/* `new` and `schema`: what is printed from the tables. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/embedded.h"
#include "base/file.h"
#include "base/utf8.h"
#include "command.h"
#include "layout/options.h"
#include "layout/theme.h"
#include "model/fields.h"
#include "pack/pack.h"
#include "rules.h"

static bool
exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

static bool
is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool
is_name(struct str name)
{
    if (str_is_empty(str_trim(name)) || utf8_find_malformed(name) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)name.at[i] < ' ')
            return false;
    return true;
}

/* Where the starter goes: as asked, or called after the person. */
static const char *
starter_path(const struct world *world, struct str name)
{
    const char *output = world->settings->output;
    struct arena *arena = world->arena;
    if (output && !is_folder(output))
        return output;
    struct str slug = utf8_slug(arena, name);
    struct str file = str_format(arena, "%.*s.yaml", STR_ARG(slug));
    if (output)
        file = file_join(arena, str_from(output), file);
    return str_terminated(arena, file);
}

static bool
is_role(const char *role)
{
    for (size_t i = 0; i < pack_count(); i++)
        if (pack_role(pack_at(i), str_from(role)))
            return true;
    return false;
}

/* The path of one's own theme counts from the starter, which is not there
   yet: a theme that is missing is a finding of its first check. */
static bool
is_theme(const char *theme)
{
    return theme_is_file(str_from(theme)) || theme_exists(str_from(theme));
}

/* A starter builds at once: what it is asked to hold must exist. */
static bool
can_start(const struct world *world, struct str name)
{
    const struct settings *settings = world->settings;
    if (str_is_empty(name))
        complain("a name is needed, for example: dossier new \"Jordan "
                 "Avery\"");
    else if (!is_name(name))
        complain("a name is one line of text in UTF-8, for example: dossier "
                 "new \"Jordan Avery\"");
    else if (settings->role && !is_role(settings->role))
        complain("there is no role \"%s\"; see dossier list roles",
                 settings->role);
    else if (settings->theme && !is_theme(settings->theme))
        complain("there is no theme \"%s\"; see dossier list themes",
                 settings->theme);
    else
        return true;
    return false;
}

enum exit_status
command_new(const struct world *world)
{
    const struct settings *settings = world->settings;
    struct str name = str_trim(str_from(settings->arguments.at[0]));
    if (!can_start(world, name))
        return EXIT_USAGE;
    struct buf out = buf_new(world->arena);
    fields_print_starter(&out, name,
                         str_from(settings->role ? settings->role : ""),
                         str_from(settings->theme ? settings->theme : ""),
                         schema_path(world->arena));
    const char *path = starter_path(world, name);
    if (strcmp(path, "-") != 0 && exists(path)) {
        complain("%s exists and was left as it is; name another file with "
                 "--output",
                 path);
        return EXIT_SYSTEM;
    }
    struct file_error error = file_write(world->arena, path, buf_str(&out));
    if (error.failed) {
        complain("%s: %.*s", path, STR_ARG(error.why));
        return EXIT_SYSTEM;
    }
    if (settings->quiet || strcmp(path, "-") == 0)
        return EXIT_DONE;
    const char *advice =
        str_equal(schema_path(world->arena), STR(SCHEMA_NAME))
            ? "For help in your editor: dossier schema -o " SCHEMA_NAME "\n"
            : "";
    return print_out(str_format(world->arena,
                                "%s\nFill it in, then: dossier build %s\n%s",
                                path, path, advice));
}

static void
print_findings_schema(struct buf *out)
{
    buf_add(out,
            embedded_find(STR("include/diag/schemas/findings.json"))->bytes);
}

static void
print_metrics_schema(struct buf *out)
{
    buf_add(out,
            embedded_find(STR("include/check/schemas/metrics.json"))->bytes);
}

static void
print_match_schema(struct buf *out)
{
    buf_add(out,
            embedded_find(STR("include/edition/schemas/match.json"))->bytes);
}

static void
print_file(struct buf *out)
{
    const struct field_extra layout = options_schema(out->arena);
    fields_print_schema(out, &layout);
}

static void
print_reference(struct buf *out)
{
    const struct field_extra layout = options_schema(out->arena);
    fields_print_reference(out, &layout);
}

static void
print_rules(struct buf *out)
{
    rules_page_print(out, pack_find(STR("")));
}

static const struct {
    const char *name;
    void (*print)(struct buf *);
} schemas[] = {
    {"file", print_file},
    {"reference", print_reference},
    {"findings", print_findings_schema},
    {"metrics", print_metrics_schema},
    {"match", print_match_schema},
    {"rules", print_rules},
    {"layout", options_print_page},
};

static bool
print_schema(struct buf *out, const char *name)
{
    for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++) {
        if (strcmp(schemas[i].name, name) != 0)
            continue;
        schemas[i].print(out);
        return true;
    }
    return false;
}

enum exit_status
command_schema(const struct world *world)
{
    const struct settings *settings = world->settings;
    struct buf out = buf_new(world->arena);
    const char *name =
        settings->arguments.count ? settings->arguments.at[0] : "file";
    if (!print_schema(&out, name)) {
        complain("`dossier schema` knows file, reference, findings, "
                 "metrics, match, rules and layout, not \"%s\"",
                 name);
        return EXIT_USAGE;
    }
    if (!settings->output)
        return print_out(buf_str(&out));
    struct file_error error =
        file_write(world->arena, settings->output, buf_str(&out));
    if (!error.failed)
        return EXIT_DONE;
    complain("%s: %.*s", settings->output, STR_ARG(error.why));
    return EXIT_SYSTEM;
}
