/*
 * Completions for shells: commands, options and what may stand behind them,
 * all from the tables, so that they cannot say anything else than --help.
 */
#include <string.h>

#include "layout/theme.h"
#include "locale/locale.h"
#include "options.h"
#include "output/output.h"
#include "pack/pack.h"

/* ---- what may stand behind an option ------------------------------------- */

enum behind {
    BEHIND_ANYTHING,
    BEHIND_FILE,
    BEHIND_FOLDER,
    BEHIND_WORD, /* one of a list */
    BEHIND_WORDS /* several of a list, with commas */
};

static void
add_word(struct buf *out, struct str word)
{
    if (out->len)
        buf_add_byte(out, '|');
    buf_add(out, word);
}

static void
add_themes(struct buf *out)
{
    const struct theme_name *names;
    size_t count = theme_names(out->arena, &names);
    for (size_t i = 0; i < count; i++)
        add_word(out, names[i].name);
}

/* Packs may have a role in common. */
static void
add_roles(struct buf *out)
{
    for (size_t p = 0; p < pack_count(); p++) {
        size_t count;
        const struct pack_role *roles = pack_roles(pack_at(p), &count);
        for (size_t i = 0; i < count; i++) {
            size_t earlier = 0;
            while (earlier < p && !pack_role(pack_at(earlier), roles[i].id))
                earlier++;
            if (earlier == p)
                add_word(out, roles[i].id);
        }
    }
}

static void
add_packs(struct buf *out)
{
    for (size_t i = 0; i < pack_count(); i++)
        add_word(out, pack_name(pack_at(i)));
}

static void
add_languages(struct buf *out)
{
    for (size_t i = 0; i < locale_count(); i++)
        add_word(out, locale_info(i).tag);
}

static void
add_formats(struct buf *out)
{
    add_word(out, STR(OUTPUT_CHOICES));
}

/* Lists that are longer than a table of options should hold. */
static const struct {
    const char *option;
    enum behind behind;
    void (*add)(struct buf *out);
} lists[] = {
    {"theme", BEHIND_WORD, add_themes}, {"role", BEHIND_WORD, add_roles},
    {"pack", BEHIND_WORD, add_packs},   {"lang", BEHIND_WORD, add_languages},
    {"to", BEHIND_WORDS, add_formats},
};

/* What is expected, and in *words "a|b" if it is words. */
static enum behind
behind_option(struct arena *arena, const struct option_spec *option,
              struct str *words)
{
    struct buf list = buf_new(arena);
    *words = str_from(option->choices ? option->choices : "");
    if (option->choices)
        return BEHIND_WORD;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (strcmp(lists[i].option, option->name) != 0)
            continue;
        lists[i].add(&list);
        *words = buf_str(&list);
        return lists[i].behind;
    }
    if (strcmp(option->value, "FILE") == 0 ||
        strcmp(option->value, "PATH") == 0)
        return BEHIND_FILE;
    return strcmp(option->value, "DIR") == 0 ? BEHIND_FOLDER : BEHIND_ANYTHING;
}

/* "a b c" of "a|b|c". */
static void
add_list(struct buf *out, struct str words)
{
    const char *joint = "";
    while (words.len) {
        buf_add_text(out, joint);
        buf_add(out, str_cut(&words, '|'));
        joint = " ";
    }
}

/* All commands, also as words behind `help`. */
static struct str
command_words(struct arena *arena)
{
    struct buf out = buf_new(arena);
    for (int i = 0; i < COMMAND_COUNT; i++)
        add_word(&out, str_from(command_spec((enum command_id)i)->name));
    return buf_str(&out);
}

static struct str
argument_words(struct arena *arena, int command)
{
    const struct command_spec *spec = command_spec((enum command_id)command);
    if (command == COMMAND_HELP)
        return str_format(arena, "%.*s|manual|format",
                          STR_ARG(command_words(arena)));
    return str_from(spec->words ? spec->words : "");
}

/* What is typed into a file: only `list variants me.yaml` has one behind its
   words. */
static bool
takes_files(int command)
{
    return strstr(command_spec((enum command_id)command)->arguments, "FILE") !=
           NULL;
}

/* ---- bash ---------------------------------------------------------------- */

static const char bash_opening[] =
    "# bash completion for dossier\n"
    "_dossier_words() { COMPREPLY=($(compgen -W \"$1\" -- \"$word\")); }\n"
    "_dossier_list() {\n"
    "    local last=${word##*,} before=\n"
    "    [ \"$last\" = \"$word\" ] || before=${word%,*},\n"
    "    COMPREPLY=($(compgen -P \"$before\" -W \"$1\" -- \"$last\"))\n"
    "}\n"
    "_dossier_files() { COMPREPLY=($(compgen -f -- \"$word\")); }\n"
    "_dossier_folders() { COMPREPLY=($(compgen -d -- \"$word\")); }\n"
    "_dossier() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]}\n"
    "    local before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
    "    # \"--to=pdf\" is three words here.\n"
    "    if [ \"$word\" = = ]; then\n"
    "        word=\n"
    "    elif [ \"$before\" = = ]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    fi\n"
    "    COMPREPLY=()\n";

static void
bash_value(struct buf *out, const char *command,
           const struct option_spec *option)
{
    static const char *const calls[] = {
        [BEHIND_ANYTHING] = "return",         [BEHIND_FILE] = "_dossier_files",
        [BEHIND_FOLDER] = "_dossier_folders", [BEHIND_WORD] = "_dossier_words",
        [BEHIND_WORDS] = "_dossier_list",
    };
    struct str words;
    enum behind behind = behind_option(out->arena, option, &words);
    buf_print(out, "    \"%s --%s\"", command, option->name);
    if (option->letter)
        buf_print(out, "|\"%s -%c\"", command, option->letter);
    buf_print(out, ") %s", calls[behind]);
    if (behind >= BEHIND_WORD) {
        buf_add_text(out, " \"");
        add_list(out, words);
        buf_add_byte(out, '"');
    }
    buf_add_text(out, "; return ;;\n");
}

static void
bash_options(struct buf *out, int command)
{
    size_t count;
    const struct option_spec *options = option_specs(&count);
    buf_print(out, "    \"%s -\"*) _dossier_words \"",
              command_spec((enum command_id)command)->name);
    for (size_t i = 0; i < count; i++)
        if (options[i].commands & (1u << command))
            buf_print(out, "--%s ", options[i].name);
    out->len--;
    buf_add_text(out, "\" ;;\n");
}

static void
bash_arguments(struct buf *out, int command)
{
    struct str words = argument_words(out->arena, command);
    if (!words.len)
        return;
    buf_print(out, "    \"%s \"*)\n",
              command_spec((enum command_id)command)->name);
    buf_add_text(out, "        if [ \"$COMP_CWORD\" -eq 2 ]; then\n"
                      "            _dossier_words \"");
    add_list(out, words);
    buf_add_text(out, "\"\n");
    if (takes_files(command))
        buf_add_text(out, "        else\n            _dossier_files\n");
    buf_add_text(out, "        fi ;;\n");
}

/* `build` is also `render`. */
static void
bash_aliases(struct buf *out)
{
    buf_add_text(out, "    case $command in\n");
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_spec *spec = command_spec((enum command_id)i);
        if (spec->alias)
            buf_print(out, "    %s) command=%s ;;\n", spec->alias, spec->name);
    }
    buf_add_text(out, "    esac\n");
}

static void
print_bash(struct buf *out)
{
    size_t count;
    const struct option_spec *options = option_specs(&count);
    buf_add_text(out, bash_opening);
    buf_add_text(out, "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                      "        _dossier_words \"");
    add_list(out, command_words(out->arena));
    buf_add_text(out, " --help --version\"\n        return\n    fi\n");
    bash_aliases(out);
    buf_add_text(out, "    case \"$command $before\" in\n");
    for (int c = 0; c < COMMAND_COUNT; c++)
        for (size_t i = 0; i < count; i++)
            if (options[i].value && options[i].commands & (1u << c))
                bash_value(out, command_spec((enum command_id)c)->name,
                           &options[i]);
    buf_add_text(out, "    esac\n    case \"$command $word\" in\n");
    for (int c = 0; c < COMMAND_COUNT; c++)
        bash_options(out, c);
    for (int c = 0; c < COMMAND_COUNT; c++)
        bash_arguments(out, c);
    buf_add_text(out, "    *) _dossier_files ;;\n    esac\n}\n"
                      "complete -o filenames -F _dossier dossier\n");
}

/* ---- zsh ----------------------------------------------------------------- */

/* Words of help in single quotes, brackets and colons of _arguments escaped. */
static void
zsh_text(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            buf_add_text(out, "'\\'");
        else if (strchr("[]:\\", *text))
            buf_add_byte(out, '\\');
        buf_add_byte(out, *text);
    }
}

static void
zsh_value(struct buf *out, const struct option_spec *option)
{
    struct str words;
    enum behind behind = behind_option(out->arena, option, &words);
    buf_add_byte(out, ':');
    zsh_text(out, option->value);
    buf_add_byte(out, ':');
    if (behind == BEHIND_FILE)
        buf_add_text(out, "_files");
    else if (behind == BEHIND_FOLDER)
        buf_add_text(out, "_files -/");
    else if (behind == BEHIND_WORDS)
        buf_add_text(out, "_values -s , format ");
    if (behind == BEHIND_WORD)
        buf_add_byte(out, '(');
    if (behind >= BEHIND_WORD)
        add_list(out, words);
    if (behind == BEHIND_WORD)
        buf_add_byte(out, ')');
}

static void
zsh_option(struct buf *out, const struct option_spec *option)
{
    const char *many = option->kind == OPTION_MANY ? "*" : "";
    buf_add_text(out, " \\\n            ");
    if (option->letter)
        buf_print(out, "%s{-%c,--%s}", *many ? "\\*" : "", option->letter,
                  option->name);
    buf_print(out, "'%s%s%s[", option->letter ? "" : many,
              option->letter ? "" : "--", option->letter ? "" : option->name);
    zsh_text(out, option->help);
    buf_add_byte(out, ']');
    if (option->value)
        zsh_value(out, option);
    buf_add_byte(out, '\'');
}

static void
zsh_command(struct buf *out, int command)
{
    const struct command_spec *spec = command_spec((enum command_id)command);
    struct str words = argument_words(out->arena, command);
    size_t count;
    const struct option_spec *options = option_specs(&count);
    buf_print(out, "    %s", spec->name);
    if (spec->alias)
        buf_print(out, "|%s", spec->alias);
    buf_add_text(out, ")\n        _arguments");
    for (size_t i = 0; i < count; i++)
        if (options[i].commands & (1u << command))
            zsh_option(out, &options[i]);
    if (words.len) {
        buf_add_text(out, " \\\n            '1:what:(");
        add_list(out, words);
        buf_add_text(out, ")'");
    }
    if (!words.len || takes_files(command))
        buf_add_text(out, " \\\n            '*:file:_files'");
    buf_add_text(out, " ;;\n");
}

static void
print_zsh(struct buf *out)
{
    buf_add_text(out, "#compdef dossier\n_dossier() {\n"
                      "    if (( CURRENT == 2 )); then\n"
                      "        local -a commands=(\n");
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_spec *command = command_spec((enum command_id)i);
        buf_print(out, "            '%s:", command->name);
        zsh_text(out, command->summary);
        buf_add_text(out, "'\n");
    }
    buf_add_text(out, "        )\n        _describe command commands\n"
                      "        return\n    fi\n"
                      "    local command=$words[2]\n"
                      "    shift words\n    (( CURRENT-- ))\n"
                      "    case $command in\n");
    for (int c = 0; c < COMMAND_COUNT; c++)
        zsh_command(out, c);
    buf_add_text(out, "    esac\n}\n_dossier \"$@\"\n");
}

/* ---- fish ---------------------------------------------------------------- */

/* Within double quotes. */
static void
fish_text(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("\"\\$", *text))
            buf_add_byte(out, '\\');
        buf_add_byte(out, *text);
    }
}

static void
fish_seen(struct buf *out, unsigned commands)
{
    buf_add_text(out, "complete -c dossier -n "
                      "\"__fish_seen_subcommand_from");
    for (int c = 0; c < COMMAND_COUNT; c++) {
        const struct command_spec *spec = command_spec((enum command_id)c);
        if (!(commands & (1u << c)))
            continue;
        buf_print(out, " %s", spec->name);
        if (spec->alias)
            buf_print(out, " %s", spec->alias);
    }
    buf_add_byte(out, '"');
}

static void
fish_value(struct buf *out, const struct option_spec *option)
{
    struct str words;
    enum behind behind = behind_option(out->arena, option, &words);
    if (behind == BEHIND_FILE) {
        buf_add_text(out, " -r -F");
        return;
    }
    buf_add_text(out, behind == BEHIND_ANYTHING ? " -x" : " -x -a \"");
    if (behind == BEHIND_ANYTHING)
        return;
    if (behind == BEHIND_FOLDER)
        buf_add_text(out, "(__fish_complete_directories)");
    if (behind == BEHIND_WORDS)
        buf_add_text(out, "(__fish_append , ");
    add_list(out, words);
    buf_add_text(out, behind == BEHIND_WORDS ? ")\"" : "\"");
}

static void
fish_option(struct buf *out, const struct option_spec *option)
{
    fish_seen(out, option->commands);
    buf_print(out, " -l %s", option->name);
    if (option->letter)
        buf_print(out, " -s %c", option->letter);
    if (option->value)
        fish_value(out, option);
    buf_add_text(out, " -d \"");
    fish_text(out, option->help);
    buf_add_text(out, "\"\n");
}

static void
print_fish(struct buf *out)
{
    size_t count;
    const struct option_spec *options = option_specs(&count);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_spec *command = command_spec((enum command_id)i);
        buf_print(out,
                  "complete -c dossier -n __fish_use_subcommand -f -a %s "
                  "-d \"",
                  command->name);
        fish_text(out, command->summary);
        buf_add_text(out, "\"\n");
    }
    for (int c = 0; c < COMMAND_COUNT; c++) {
        struct str words = argument_words(out->arena, c);
        if (!words.len)
            continue;
        fish_seen(out, 1u << c);
        buf_print(out, "%s -a \"", takes_files(c) ? "" : " -f");
        add_list(out, words);
        buf_add_text(out, "\"\n");
    }
    for (size_t i = 0; i < count; i++)
        fish_option(out, &options[i]);
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
