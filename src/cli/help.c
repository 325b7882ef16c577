#include "options.h"

static void
print_option(struct buf *out, const struct option_spec *option)
{
    struct buf left = buf_new(out->arena);
    if (option->letter)
        buf_print(&left, "  -%c, --%s", option->letter, option->name);
    else
        buf_print(&left, "      --%s", option->name);
    if (option->value)
        buf_print(&left, " %s", option->value);
    buf_print(out, "%-30.*s %s\n", STR_ARG(buf_str(&left)), option->help);
    if (option->choices)
        buf_print(out, "%-30s (%s)\n", "", option->choices);
}

void
help_print(struct buf *out)
{
    buf_add_text(out, "dossier: from one YAML file to a resume and a "
                      "portfolio in PDF\n\n"
                      "usage: dossier COMMAND [OPTIONS] ARGUMENTS\n\n");
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_spec *command = command_spec((enum command_id)i);
        struct str left =
            str_format(out->arena, "%s %s", command->name, command->arguments);
        buf_print(out, "  %-24.*s %s\n", STR_ARG(left), command->summary);
    }
    buf_add_text(
        out, "\nBegin with:  dossier new \"Your Name\"\n"
             "Then:        dossier build your-name.yaml\n"
             "More:        dossier help COMMAND, man dossier\n\n"
             "Exit status: 0 done; 1 findings at or above --fail-on; 2 wrong\n"
             "command line; 3 a file, the disk or a font failed.\n");
}

void
help_print_command(struct buf *out, enum command_id id)
{
    const struct command_spec *command = command_spec(id);
    buf_print(out, "usage: dossier %s [OPTIONS] %s\n\n%s\n", command->name,
              command->arguments, command->summary);
    if (command->alias)
        buf_print(out, "(also: dossier %s)\n", command->alias);
    if (command->details)
        buf_print(out, "\n%s\n", command->details);
    buf_add_text(out, "\noptions:\n");
    size_t count;
    const struct option_spec *options = option_specs(&count);
    for (size_t i = 0; i < count; i++)
        if (options[i].commands & (1u << id))
            print_option(out, &options[i]);
}
