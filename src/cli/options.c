#include "options.h"

#include <string.h>

#define BIT(command) (1u << COMMAND_##command)
#define EVERY ((1u << COMMAND_COUNT) - 1)
#define WRITES (BIT(BUILD) | BIT(EXPORT))
#define READS (BIT(CHECK) | WRITES | BIT(MATCH))
#define MAKES (BIT(CHECK) | WRITES)

#define LIST_WORDS                                                             \
    "themes|options|languages|roles|kpis|credentials|tips|rules|packs|fonts|"  \
    "audiences|variants|sent"
#define SCHEMA_WORDS "file|reference|findings|metrics|match|rules|layout"

static const struct command_spec commands[COMMAND_COUNT] = {
    [COMMAND_NEW] = {"new", NULL, "NAME", NULL, 1, 1,
                     "write a commented starter file, ready to build",
                     "The file is called after the person "
                     "(\"Jordan Avery\" gives jordan-avery.yaml).\n"
                     "A file that exists is never overwritten."},
    [COMMAND_CHECK] = {"check", "validate", "FILE...", NULL, 0, SIZE_MAX,
                       "read a file as a demanding and kind editor would",
                       "A remark `# lint: ignore M105` in the file answers a "
                       "finding that is wrong there.\n"
                       "With --fix, what remains is printed and decides the "
                       "exit status; standard\n"
                       "input comes out mended on standard output."},
    [COMMAND_BUILD] = {"build", "render", "FILE...", NULL, 1, SIZE_MAX,
                       "check, then set resume and portfolio as PDF",
                       "Prints a line for each file written. "
                       "FILE may be - for standard input."},
    [COMMAND_MATCH] =
        {"match", NULL, "FILE...", NULL, 1, SIZE_MAX,
         "hold a file against a posting or a role: what is asked, what is "
         "shown",
         "With --job FILE (text, Markdown, HTML or JSON; - is standard input) "
         "or --role ID.\nA skill counts by the line that shows it; to list it "
         "raises nothing."},
    [COMMAND_DIFF] = {"diff", NULL, "FILE VARIANT VARIANT", NULL, 3, 3,
                      "show two variants of a file side by side",
                      "An empty name (\"\") stands for the file without a "
                      "variant."},
    [COMMAND_EXPLAIN] =
        {"explain", NULL, "CODE...", NULL, 1, SIZE_MAX,
         "say why a finding matters and how to mend it",
         "A code (M105) or its name (change-without-baseline)."},
    [COMMAND_IMPORT] =
        {"import", NULL, "FILE", NULL, 1, 1,
         "turn a file of another tool into one of your own, with nothing lost "
         "in silence",
         "JSON Resume, RenderCV, YAMLResume, FRESH, Markdown and plain text, "
         "known by their\nshape. Prints the file, or writes it with --output; "
         "what has no place is told of on\nstandard error, with its path. "
         "`build`, `check` and `match` read such files too."},
    [COMMAND_EXPORT] = {"export", NULL, "FILE", NULL, 1, 1,
                        "print one document, or its data, in another format",
                        "The resume, unless --only names another document.\n"
                        "dossier export me.yaml --to json > resume.json"},
    [COMMAND_LIST] =
        {"list", NULL, "WHAT [FILE...]", LIST_WORDS, 1, SIZE_MAX,
         "list themes, options, languages, roles, kpis, "
         "credentials, tips, rules, packs, fonts or audiences; of a file: "
         "variants, sent",
         "`dossier list options` shows what `layout:` and themes "
         "may say, with --theme the\n"
         "values of one theme. With --format yaml it prints a "
         "theme of your own to start\n"
         "from: dossier list options --theme classic --format "
         "yaml > mine.yaml\n"
         "`dossier list variants FILE` and `dossier list sent "
         "FILE` tell of one person's file."},
    [COMMAND_SCHEMA] = {"schema", NULL, "[WHAT]", SCHEMA_WORDS, 0, 1,
                        "print the JSON Schema of the file, for editors",
                        "`dossier schema reference` prints the reference "
                        "of the format as Markdown,\n"
                        "`dossier schema findings` the JSON Schema of what "
                        "check --format json prints,\n"
                        "`dossier schema metrics` that of "
                        "check --metrics --format json,\n"
                        "`dossier schema match` that of match --format "
                        "json,\n"
                        "`dossier schema rules` the page of all rules as "
                        "Markdown,\n"
                        "`dossier schema layout` that of all options of "
                        "themes."},
    [COMMAND_COMPLETION] = {"completion", NULL, "bash|zsh|fish",
                            "bash|zsh|fish", 1, 1,
                            "print completions for a shell", NULL},
    [COMMAND_HELP] =
        {"help", NULL, "[COMMAND]", NULL, 0, 1, "say more about a command",
         "`dossier help manual` prints the manual page, `dossier help "
         "format` that of the\nfile."},
};

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {"output", 'o', OPTION_VALUE, AT(output), "PATH", NULL,
     BIT(NEW) | BIT(BUILD) | BIT(SCHEMA) | BIT(IMPORT) | BIT(EXPORT),
     "folder of the PDFs (default: out), or file; - is standard output"},
    {"to", 0, OPTION_VALUE, AT(to), "FORMATS", NULL, WRITES,
     "in which formats: pdf,txt,md,html,docx,json,rendercv,svg,png (default: "
     "pdf)"},
    {"columns", 0, OPTION_VALUE, AT(columns), "N", NULL, WRITES,
     "where lines of plain text end (default: 72; 0: they never do)"},
    {"only", 0, OPTION_VALUE, AT(only), "KIND", DOCUMENT_CHOICES, WRITES,
     "write one of the documents"},
    {"only", 0, OPTION_VALUE, AT(only), "CODES", NULL, BIT(CHECK),
     "tell of these groups and rules only, e.g. M,K102"},
    {"ignore", 0, OPTION_VALUE, AT(ignore), "CODES", NULL, MAKES,
     "say nothing of these groups and rules"},
    {"theme", 't', OPTION_VALUE, AT(theme), "ID", NULL,
     MAKES | BIT(NEW) | BIT(LIST),
     "the look, or a file of yours: ./mine.yaml; see `dossier list themes`"},
    {"variant", 'V', OPTION_VALUE, AT(variant), "NAME", NULL, READS,
     "the variant of the file to set"},
    {"all", 'a', OPTION_FLAG, AT(all), NULL, NULL, BIT(BUILD),
     "set every variant of the file"},
    {"job", 'j', OPTION_VALUE, AT(job), "FILE", NULL, READS | BIT(DIFF),
     "the posting to cut for: text, Markdown, HTML or JSON; - is standard "
     "input"},
    {"save-variant", 0, OPTION_VALUE, AT(save_variant), "NAME", NULL,
     BIT(BUILD) | BIT(MATCH),
     "write what --role and --job chose into the file as a variant"},
    {"explain", 'e', OPTION_FLAG, AT(explain), NULL, NULL,
     BIT(BUILD) | BIT(MATCH),
     "say for every entry and bullet whether it is in, and why"},
    {"record", 0, OPTION_VALUE, AT(record), "TO", NULL, BIT(BUILD),
     "note in <name>.sent.yaml what is sent, and to whom"},
    {"lang", 'l', OPTION_VALUE, AT(language), "TAG", NULL, READS,
     "the language to print, e.g. de; see `dossier list languages`"},
    {"role", 'r', OPTION_VALUE, AT(role), "ID", NULL,
     READS | BIT(NEW) | BIT(LIST),
     "the post aimed at, or a file of yours: ./mine.yaml; see `dossier list "
     "roles`"},
    {"audience", 0, OPTION_VALUE, AT(audience), "WHO",
     "public|recruiter|employer|interview", READS | BIT(DIFF),
     "leave out what is meant for fewer eyes (default: employer); see "
     "`dossier list audiences`"},
    {"set", 's', OPTION_MANY, AT(sets), "PATH=VALUE", NULL, READS | BIT(DIFF),
     "change a value of the file for this run, e.g. layout.page=a4"},
    {"pack", 0, OPTION_VALUE, AT(pack), "ID", NULL,
     READS | BIT(LIST) | BIT(EXPLAIN) | BIT(DIFF),
     "what is known of a profession; see `dossier list packs`"},
    {"format", 'f', OPTION_VALUE, AT(format), "FORMAT",
     "text|json|sarif|github", MAKES | BIT(IMPORT), "how findings are printed"},
    {"format", 'f', OPTION_VALUE, AT(format), "FORMAT", "text|json",
     BIT(MATCH) | BIT(DIFF), "how the report is printed"},
    {"format", 'f', OPTION_VALUE, AT(format), "FORMAT", "text|json|yaml",
     BIT(LIST),
     "how options and roles are printed; yaml is a theme or, with --role, a "
     "role to start from"},
    {"fail-on", 0, OPTION_VALUE, AT(fail_on), "SEVERITY", "error|warning|hint",
     MAKES | BIT(IMPORT),
     "exit with status 1 from this severity on (default: error)"},
    {"strict", 0, OPTION_FLAG, AT(strict), NULL, NULL, MAKES | BIT(IMPORT),
     "write nothing while an error or a warning stands"},
    {"metrics", 0, OPTION_FLAG, AT(metrics), NULL, NULL, BIT(CHECK),
     "show what was seen in each bullet: numbers, pairs, score"},
    {"fix", 0, OPTION_FLAG, AT(fix), NULL, NULL, BIT(CHECK),
     "mend in the file what can be mended without asking"},
    {"dry-run", 'n', OPTION_FLAG, AT(dry_run), NULL, NULL, BIT(CHECK),
     "with --fix: show what would change as a diff, write nothing"},
    {"pages", 0, OPTION_FLAG, AT(pages), NULL, NULL, BIT(CHECK),
     "set the pages as well, and judge how many there are"},
    {"pages", 0, OPTION_VALUE, AT(page_budget), "N", NULL, WRITES,
     "fit on so many pages: 1 or 1-2 (the resume, or what --only names), "
     "resume=1,portfolio=8-12"},
    {"tips", 0, OPTION_FLAG, AT(tips), NULL, NULL, BIT(CHECK),
     "show how far the file has come against the tips of its pack"},
    {"watch", 'w', OPTION_FLAG, AT(watch), NULL, NULL, READS,
     "run again whenever a file changes"},
    {"attach-source", 0, OPTION_FLAG, AT(attach_source), NULL, NULL, BIT(BUILD),
     "put the YAML of what is shown into the PDF (PDF/A-3)"},
    {"fonts", 0, OPTION_VALUE, AT(fonts), "DIR", NULL, MAKES,
     "folder of your own font files"},
    {"no-system-fonts", 0, OPTION_FLAG, AT(no_system_fonts), NULL, NULL, MAKES,
     "never look for characters in the system's fonts"},
    {"today", 0, OPTION_VALUE, AT(today), "DATE", NULL,
     READS | BIT(DIFF) | BIT(IMPORT), "the date to count from (YYYY-MM-DD)"},
    {"dump", 0, OPTION_VALUE, AT(dump), "STAGE",
     "tree|candidate|job|edition|document|pages|text", BIT(BUILD) | BIT(MATCH),
     "print what one stage made instead of writing PDFs; text is what a "
     "program reads in them"},
    {"dump", 0, OPTION_VALUE, AT(dump), "text", "text", BIT(CHECK),
     "with --pdf: print what a program reads in that file"},
    {"pdf", 0, OPTION_VALUE, AT(pdf), "FILE", NULL, BIT(CHECK),
     "what a program reads in this PDF: all of the document, in its order?"},
    {"quiet", 'q', OPTION_FLAG, AT(quiet), NULL, NULL, EVERY,
     "print findings and failures only"},
    {"verbose", 'v', OPTION_FLAG, AT(verbose), NULL, NULL, READS,
     "show every finding, also more than ten of a kind"},
    {"help", 'h', OPTION_FLAG, AT(help), NULL, NULL, EVERY, "show this help"},
    {"version", 0, OPTION_FLAG, AT(version), NULL, NULL, EVERY,
     "print the version"},
};

#define OPTION_COUNT (sizeof options / sizeof options[0])

const struct command_spec *
command_spec(enum command_id id)
{
    return &commands[id];
}

const struct option_spec *
option_specs(size_t *count)
{
    if (count)
        *count = OPTION_COUNT;
    return options;
}

/* ---- parsing ----------------------------------------------------------- */

struct parser {
    struct arena *arena;
    char **words;
    int count, next;
    bool has_command, options_ended;
    struct settings *settings;
    struct str *problem;
};

static bool
find_command(struct str word, enum command_id *id)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        const char *alias = commands[i].alias;
        if (str_is(word, commands[i].name) || (alias && str_is(word, alias))) {
            *id = (enum command_id)i;
            return true;
        }
    }
    return false;
}

/* ", did you mean X?" from names, or nothing. */
static struct str
did_you_mean(struct arena *arena, struct str wrong, const struct str *names,
             size_t count, const char *prefix)
{
    size_t nearest = str_nearest(wrong, names, count);
    if (nearest == SIZE_MAX)
        return STR("");
    return str_format(arena, "; did you mean %s%.*s?", prefix,
                      STR_ARG(names[nearest]));
}

static bool
refuse(struct parser *parser, struct str problem)
{
    *parser->problem = problem;
    return false;
}

static bool
refuse_command(struct parser *parser, struct str word)
{
    struct str names[COMMAND_COUNT];
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = str_from(commands[i].name);
    if (str_ends(word, STR(".yaml")) || str_ends(word, STR(".yml")))
        return refuse(parser, str_format(parser->arena,
                                         "\"%.*s\" is a file, not a command; "
                                         "write: dossier build %.*s",
                                         STR_ARG(word), STR_ARG(word)));
    struct str advice =
        did_you_mean(parser->arena, word, names, COMMAND_COUNT, "");
    return refuse(parser,
                  str_format(parser->arena, "there is no command \"%.*s\"%.*s",
                             STR_ARG(word), STR_ARG(advice)));
}

static bool
take_argument(struct parser *parser, const char *word)
{
    if (parser->has_command) {
        *list_add(parser->arena, &parser->settings->arguments) = word;
        return true;
    }
    if (!find_command(str_from(word), &parser->settings->command))
        return refuse_command(parser, str_from(word));
    parser->has_command = true;
    return true;
}

/* The command of these words; it may stand behind its options. */
static bool
command_of(const struct parser *parser, enum command_id *id)
{
    *id = parser->settings->command;
    for (int i = parser->next; !parser->has_command && i < parser->count; i++)
        if (find_command(str_from(parser->words[i]), id))
            return true;
    return parser->has_command;
}

/* One name may stand for a flag in one command and for a value in another. */
static const struct option_spec *
find_option(const struct parser *parser, struct str name)
{
    const struct option_spec *found = NULL;
    enum command_id command;
    bool is_known = command_of(parser, &command);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!str_is(name, options[i].name))
            continue;
        if (is_known && options[i].commands & (1u << command))
            return &options[i];
        if (!found)
            found = &options[i];
    }
    return found;
}

static const struct option_spec *
find_letter(char letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (options[i].letter && options[i].letter == letter)
            return &options[i];
    return NULL;
}

static bool
is_choice(const struct option_spec *option, struct str value)
{
    struct str rest = str_from(option->choices ? option->choices : "");
    if (!option->choices)
        return true;
    while (!str_is_empty(rest))
        if (str_equal(str_cut(&rest, '|'), value))
            return true;
    return false;
}

static bool
store(struct parser *parser, const struct option_spec *option,
      const char *value)
{
    char *at = (char *)parser->settings + option->offset;
    if (option->kind == OPTION_FLAG) {
        *(bool *)(void *)at = true;
        return true;
    }
    if (option->kind == OPTION_MANY) {
        *list_add(parser->arena, &parser->settings->sets) = value;
        return true;
    }
    const char **slot = (const char **)(void *)at;
    if (*slot && strcmp(*slot, value) != 0)
        return refuse(parser, str_format(parser->arena,
                                         "--%s was given twice, as \"%s\" and "
                                         "as \"%s\"; leave out one of them",
                                         option->name, *slot, value));
    *slot = value;
    return true;
}

/* `attached` is the value behind = or behind the letter, or NULL. */
static bool
take_option(struct parser *parser, const struct option_spec *option,
            const char *attached)
{
    if (option->kind == OPTION_FLAG && attached)
        return refuse(parser, str_format(parser->arena, "--%s takes no value",
                                         option->name));
    const char *value = attached;
    if (option->kind != OPTION_FLAG && !value) {
        if (parser->next >= parser->count)
            return refuse(
                parser, str_format(parser->arena, "--%s needs a value: --%s %s",
                                   option->name, option->name, option->value));
        value = parser->words[parser->next++];
    }
    if (option->kind != OPTION_FLAG && !value[0])
        return refuse(parser,
                      str_format(parser->arena,
                                 "--%s needs a value, and was given an "
                                 "empty one: --%s %s",
                                 option->name, option->name, option->value));
    return store(parser, option, value);
}

static bool
take_long(struct parser *parser, const char *word)
{
    struct str name = str_from(word);
    const char *equals = strchr(word, '=');
    if (equals)
        name.len = (size_t)(equals - word);
    const struct option_spec *option = find_option(parser, name);
    if (option)
        return take_option(parser, option, equals ? equals + 1 : NULL);
    struct str names[OPTION_COUNT];
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = str_from(options[i].name);
    struct str advice =
        did_you_mean(parser->arena, name, names, OPTION_COUNT, "--");
    return refuse(parser,
                  str_format(parser->arena, "there is no option --%.*s%.*s",
                             STR_ARG(name), STR_ARG(advice)));
}

/* -qw, -oDIR, -o DIR */
static bool
take_letters(struct parser *parser, const char *letters)
{
    for (const char *at = letters; *at; at++) {
        const struct option_spec *option = find_letter(*at);
        if (!option)
            return refuse(parser, str_format(parser->arena,
                                             "there is no option -%c", *at));
        if (option->kind != OPTION_FLAG)
            return take_option(parser, option, at[1] ? at + 1 : NULL);
        if (!take_option(parser, option, NULL))
            return false;
    }
    return true;
}

static bool
take_word(struct parser *parser, const char *word)
{
    if (parser->options_ended || word[0] != '-' || word[1] == '\0')
        return take_argument(parser, word);
    if (strcmp(word, "--") == 0) {
        parser->options_ended = true;
        return true;
    }
    if (word[1] == '-')
        return take_long(parser, word + 2);
    return take_letters(parser, word + 1);
}

static bool
is_given(const struct settings *settings, const struct option_spec *option)
{
    const char *at = (const char *)settings + option->offset;
    return option->kind == OPTION_FLAG
               ? *(const bool *)(const void *)at
               : *(const void *const *)(const void *)at != NULL;
}

/* What an option of that name means to a command; NULL: nothing. The same
   word may stand for something else in another command. */
static const struct option_spec *
meaning_of(const char *name, enum command_id command)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (strcmp(options[i].name, name) == 0 &&
            options[i].commands & (1u << command))
            return &options[i];
    return NULL;
}

/* Every option given must mean something to the command, and so must its
   value. */
static bool
options_fit(struct parser *parser)
{
    const struct settings *settings = parser->settings;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!is_given(settings, &options[i]))
            continue;
        const struct option_spec *option =
            meaning_of(options[i].name, settings->command);
        if (!option)
            return refuse(
                parser,
                str_format(parser->arena, "--%s means nothing to `dossier %s`",
                           options[i].name, commands[settings->command].name));
        const char *value =
            option->choices
                ? *(const char *const *)(const void *)((const char *)settings +
                                                       option->offset)
                : NULL;
        if (value && !is_choice(option, str_from(value)))
            return refuse(parser,
                          str_format(parser->arena,
                                     "--%s cannot be \"%s\"; it is one of: %s",
                                     option->name, value, option->choices));
    }
    return true;
}

static bool
arguments_fit(struct parser *parser)
{
    const struct settings *settings = parser->settings;
    const struct command_spec *command = &commands[settings->command];
    bool needs_file = settings->command == COMMAND_CHECK && !settings->pdf;
    if (settings->arguments.count < (needs_file ? 1 : command->least))
        return refuse(parser, str_format(parser->arena, "`dossier %s` needs %s",
                                         command->name, command->arguments));
    for (size_t i = 0; i < settings->arguments.count; i++)
        if (!settings->arguments.at[i][0] && settings->command != COMMAND_DIFF)
            return refuse(parser,
                          str_format(parser->arena,
                                     "an argument of `dossier %s` is empty; it "
                                     "needs %s",
                                     command->name, command->arguments));
    if (settings->arguments.count > command->most)
        return refuse(
            parser,
            str_format(
                parser->arena, "`dossier %s` takes %zu argument%s, not %zu%s",
                command->name, command->most, command->most == 1 ? "" : "s",
                settings->arguments.count,
                settings->command == COMMAND_NEW ? "; put the name in quotes"
                                                 : ""));
    return true;
}

bool
options_parse(struct arena *arena, int count, char **words,
              struct settings *settings, struct str *problem)
{
    *settings = (struct settings){.command = COMMAND_HELP};
    struct parser parser = {
        .arena = arena,
        .words = words,
        .count = count,
        .next = 1,
        .settings = settings,
        .problem = problem,
    };
    while (parser.next < parser.count)
        if (!take_word(&parser, words[parser.next++]))
            return false;
    if (settings->help || settings->version)
        return true;
    if (!parser.has_command)
        return refuse(&parser, STR("no command was given"));
    return options_fit(&parser) && arguments_fit(&parser);
}
