#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "layout/options.h"
#include "model/fields.h"

static enum exit_status
help(const struct world *world)
{
    struct buf out = buf_new(world->arena);
    if (world->settings->arguments.count == 0) {
        help_print(&out);
        return print_out(buf_str(&out));
    }
    struct str name = str_from(world->settings->arguments.at[0]);
    if (str_is(name, "manual")) {
        manual_print(&out);
        return print_out(buf_str(&out));
    }
    if (str_is(name, "format")) {
        const struct field_extra layout = options_schema(world->arena);
        fields_print_manual(&out, &layout);
        return print_out(buf_str(&out));
    }
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (str_is(name, command_spec((enum command_id)i)->name)) {
            help_print_command(&out, (enum command_id)i);
            return print_out(buf_str(&out));
        }
    }
    complain("there is no command \"%.*s\"; see dossier --help", STR_ARG(name));
    return EXIT_USAGE;
}

static enum exit_status
completion(const struct world *world)
{
    struct buf out = buf_new(world->arena);
    const char *shell = world->settings->arguments.at[0];
    if (completion_print(&out, shell))
        return print_out(buf_str(&out));
    complain("completions exist for bash, zsh and fish, not for \"%s\"", shell);
    return EXIT_USAGE;
}

static enum exit_status
explicit_help(const struct world *world)
{
    struct buf out = buf_new(world->arena);
    if (world->settings->version)
        buf_add_text(&out, "dossier " DOSSIER_VERSION "\n");
    else if (world->settings->command == COMMAND_HELP)
        help_print(&out);
    else
        help_print_command(&out, world->settings->command);
    return print_out(buf_str(&out));
}

static enum exit_status (*const runners[COMMAND_COUNT])(
    const struct world *) = {
    [COMMAND_NEW] = command_new,       [COMMAND_CHECK] = command_run,
    [COMMAND_BUILD] = command_run,     [COMMAND_MATCH] = command_run,
    [COMMAND_DIFF] = command_run,      [COMMAND_EXPLAIN] = command_explain,
    [COMMAND_IMPORT] = command_run,    [COMMAND_EXPORT] = command_run,
    [COMMAND_LIST] = command_list,     [COMMAND_SCHEMA] = command_schema,
    [COMMAND_COMPLETION] = completion, [COMMAND_HELP] = help,
};

static enum exit_status
run(struct arena *arena, int argc, char **argv)
{
    struct settings settings;
    struct world world;
    struct str problem;
    if (!options_parse(arena, argc, argv, &settings, &problem) ||
        !world_look(&world, arena, &settings, &problem)) {
        complain("%.*s\nSee dossier --help.", STR_ARG(problem));
        return EXIT_USAGE;
    }
    if (settings.help || settings.version)
        return explicit_help(&world);
    return runners[settings.command](&world);
}

int
main(int argc, char **argv)
{
    /* A file that grows beyond its limit is a failed write like any other. */
    (void)signal(SIGXFSZ, SIG_IGN);
    struct arena *arena = arena_new();
    enum exit_status status = run(arena, argc, argv);
    arena_free(arena);
    return (int)status;
}
