#include <string.h>

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

/* ---- completions ------------------------------------------------------- */

static void
print_bash(struct buf *out)
{
    buf_add_text(out, "# bash completion for dossier\n_dossier()\n{\n"
                      "    local word=${COMP_WORDS[COMP_CWORD]} command="
                      "${COMP_WORDS[1]}\n    local words\n"
                      "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                      "        words=\"");
    for (int i = 0; i < COMMAND_COUNT; i++)
        buf_print(out, "%s%s", i ? " " : "",
                  command_spec((enum command_id)i)->name);
    buf_add_text(out, "\"\n    else\n        case $command in\n");
    size_t count;
    const struct option_spec *options = option_specs(&count);
    for (int c = 0; c < COMMAND_COUNT; c++) {
        const struct command_spec *command = command_spec((enum command_id)c);
        buf_print(out, "        %s", command->name);
        if (command->alias)
            buf_print(out, "|%s", command->alias);
        buf_add_text(out, ") words=\"");
        for (size_t i = 0; i < count; i++)
            if (options[i].commands & (1u << c))
                buf_print(out, "--%s ", options[i].name);
        buf_add_text(out, "\" ;;\n");
    }
    buf_add_text(out, "        esac\n    fi\n"
                      "    case $word in\n"
                      "    -*) COMPREPLY=($(compgen -W \"$words\" -- "
                      "\"$word\")) ;;\n"
                      "    *) if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                      "           COMPREPLY=($(compgen -W \"$words\" -- "
                      "\"$word\"))\n"
                      "       else\n"
                      "           COMPREPLY=($(compgen -f -- \"$word\"))\n"
                      "       fi ;;\n    esac\n}\n"
                      "complete -o filenames -F _dossier dossier\n");
}

static void
print_zsh(struct buf *out)
{
    buf_add_text(out, "#compdef dossier\n_dossier() {\n"
                      "    if (( CURRENT == 2 )); then\n"
                      "        local -a commands=(\n");
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_spec *command = command_spec((enum command_id)i);
        buf_print(out, "            '%s:%s'\n", command->name,
                  command->summary);
    }
    buf_add_text(out, "        )\n        _describe command commands\n"
                      "        return\n    fi\n"
                      "    case $words[2] in\n");
    size_t count;
    const struct option_spec *options = option_specs(&count);
    for (int c = 0; c < COMMAND_COUNT; c++) {
        buf_print(out, "    %s) _arguments", command_spec(c)->name);
        for (size_t i = 0; i < count; i++)
            if (options[i].commands & (1u << c))
                buf_print(out, " '--%s%s[%s]%s%s'", options[i].name,
                          options[i].value ? "=" : "", options[i].help,
                          options[i].value ? ":" : "",
                          options[i].value ? options[i].value : "");
        buf_add_text(out, " '*:file:_files' ;;\n");
    }
    buf_add_text(out, "    esac\n}\n_dossier \"$@\"\n");
}

static void
print_fish(struct buf *out)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_spec *command = command_spec((enum command_id)i);
        buf_print(out,
                  "complete -c dossier -n __fish_use_subcommand -f -a %s "
                  "-d \"%s\"\n",
                  command->name, command->summary);
    }
    size_t count;
    const struct option_spec *options = option_specs(&count);
    for (size_t i = 0; i < count; i++) {
        buf_add_text(out, "complete -c dossier -n "
                          "\"__fish_seen_subcommand_from");
        for (int c = 0; c < COMMAND_COUNT; c++)
            if (options[i].commands & (1u << c))
                buf_print(out, " %s", command_spec(c)->name);
        buf_print(out, "\" -l %s", options[i].name);
        if (options[i].letter)
            buf_print(out, " -s %c", options[i].letter);
        if (options[i].value)
            buf_add_text(out, " -r");
        buf_print(out, " -d \"%s\"\n", options[i].help);
    }
}

bool
completion_print(struct buf *out, const char *shell)
{
    static const struct {
        const char *name;
        void (*print)(struct buf *);
    } shells[] = {
        {"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
    for (size_t i = 0; i < sizeof shells / sizeof shells[0]; i++) {
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].print(out);
            return true;
        }
    }
    return false;
}
