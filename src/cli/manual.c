/*
 * The manual page, in mdoc(7): the commands and options from their tables, so
 * that it cannot say anything else than --help does, the rest as text.
 */
#include "options.h"

static const char opening[] =
    ".Dd November 22, 2025\n"
    ".Dt DOSSIER 1\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm dossier\n"
    ".Nd from one YAML file to a resume and a portfolio in PDF\n"
    ".Sh SYNOPSIS\n"
    ".Nm\n"
    ".Ar command\n"
    ".Op Ar options\n"
    ".Ar arguments\n"
    ".Sh DESCRIPTION\n"
    ".Nm\n"
    "turns one YAML file about a person into a resume and a portfolio, both\n"
    "PDF.\n"
    "Before it sets a page it holds the file against what makes a good\n"
    "portfolio and says what falls short, with file, line and column and a\n"
    "way to mend it.\n"
    ".Pp\n"
    "A file\n"
    ".Pq Fl\n"
    "stands for standard input.\n"
    "Findings go to standard error as\n"
    ".Dl file:line:column: severity: text [code]\n"
    "and results to standard output.\n"
    "Words of the file are explained by\n"
    ".Nm Cm schema reference ,\n"
    "codes by\n"
    ".Nm Cm explain .\n";

static const char closing[] =
    ".Sh ENVIRONMENT\n"
    ".Bl -tag -width Ds\n"
    ".It Ev COLUMNS\n"
    "How wide findings are printed, 0 for no limit.\n"
    "Without it, the width of the terminal or 80.\n"
    ".It Ev NO_COLOR\n"
    "When set, nothing is coloured.\n"
    ".It Ev SOURCE_DATE_EPOCH\n"
    "Seconds since 1970: the moment that is written into the PDF and the day\n"
    "that counts as today.\n"
    "Without it, the PDF carries the\n"
    ".Li meta.last_modified\n"
    "of the file, or today.\n"
    ".El\n"
    ".Sh FILES\n"
    ".Bl -tag -width Ds\n"
    ".It Pa out/NAME-resume.pdf\n"
    ".It Pa out/NAME-portfolio.pdf\n"
    "What\n"
    ".Cm build\n"
    "writes.\n"
    "NAME is the person's name in small letters with hyphens; the variant's\n"
    "name comes last when one is chosen.\n"
    ".El\n"
    ".Sh EXIT STATUS\n"
    ".Bl -tag -width Ds\n"
    ".It 0\n"
    "Done.\n"
    ".It 1\n"
    "There are findings at or above\n"
    ".Fl -fail-on .\n"
    "The PDF is written all the same, unless the file cannot be read as what\n"
    "it means to be, or\n"
    ".Fl -strict\n"
    "was given.\n"
    ".It 2\n"
    "The command line is wrong.\n"
    ".It 3\n"
    "A file, the disk or a font failed.\n"
    "No half-written file is left.\n"
    ".El\n"
    ".Sh FINDINGS\n"
    "The text of a finding goes to standard error; the first of each kind\n"
    "says why it matters.\n"
    "Of more than ten of a kind the rest is counted, unless\n"
    ".Fl v\n"
    "is given.\n"
    "With\n"
    ".Fl -format\n"
    "one report of all files goes to standard output, nothing folded:\n"
    ".Bl -tag -width Ds\n"
    ".It Cm json\n"
    "An object with\n"
    ".Li format\n"
    "(1; it grows when a key changes its meaning),\n"
    ".Li tool , version , findings , errors , warnings\n"
    "and\n"
    ".Li hints .\n"
    "A finding has\n"
    ".Li code , name , severity , message\n"
    "and, as far as there are any,\n"
    ".Li help , path , file , line , column , end_line , end_column , from , "
    "to\n"
    "and\n"
    ".Li edit .\n"
    "Columns count Unicode characters from 1,\n"
    ".Li from\n"
    "and\n"
    ".Li to\n"
    "bytes from 0; ends are exclusive.\n"
    ".Nm Cm schema findings\n"
    "prints the JSON Schema.\n"
    ".It Cm sarif\n"
    "SARIF 2.1.0 with rules, regions in Unicode code points, fingerprints and\n"
    "fixes.\n"
    ".It Cm github\n"
    "Workflow commands of GitHub Actions.\n"
    ".El\n"
    ".Sh EXAMPLES\n"
    "Begin, and see the pages:\n"
    ".Bd -literal -offset indent\n"
    "dossier new \"Jordan Avery\"\n"
    "dossier build jordan-avery.yaml\n"
    ".Ed\n"
    ".Pp\n"
    "Set again whenever the file is saved, on A4:\n"
    ".Bd -literal -offset indent\n"
    "dossier build -w --set layout.page=a4 jordan-avery.yaml\n"
    ".Ed\n"
    ".Pp\n"
    "Make a theme of your own, which the file names as\n"
    ".Li theme: ./mine.yaml :\n"
    ".Bd -literal -offset indent\n"
    "dossier list options --theme classic --format yaml > mine.yaml\n"
    ".Ed\n"
    ".Pp\n"
    "Send only what nobody could object to:\n"
    ".Bd -literal -offset indent\n"
    "dossier build --strict --only resume jordan-avery.yaml && send\n"
    ".Ed\n"
    ".Sh SEE ALSO\n"
    ".Xr pdftotext 1 ,\n"
    ".Xr qpdf 1 ,\n"
    ".Xr dossier 5\n";

/* A line of help as a sentence: a capital first, a stop last. */
static void
add_sentence(struct buf *out, const char *help)
{
    struct str rest = str_from(help);
    buf_add_mdoc(out, str_format(out->arena, "%c%.*s.", ascii_upper(rest.at[0]),
                                 STR_ARG(str_slice(rest, 1, rest.len))));
    buf_add_byte(out, '\n');
}

/* "One of a, b, c." from "a|b|c". */
static void
add_choices(struct buf *out, const char *choices)
{
    struct str rest = str_from(choices);
    buf_add_text(out, "One of");
    while (!str_is_empty(rest)) {
        struct str choice = str_cut(&rest, '|');
        buf_print(out, "\n.Cm %.*s%s", STR_ARG(choice),
                  str_is_empty(rest) ? " ." : " ,");
    }
    buf_add_text(out, "\n");
}

static void
add_command(struct buf *out, const struct command_spec *command)
{
    buf_print(out, ".It Cm %s", command->name);
    if (command->arguments[0])
        buf_print(out, " Ar %s", command->arguments);
    buf_add_text(out, "\n");
    add_sentence(out, command->summary);
    if (command->alias)
        buf_print(out, "Also called\n.Cm %s .\n", command->alias);
    if (command->details) {
        buf_add_mdoc(out, str_from(command->details));
        buf_add_text(out, "\n");
    }
}

/* "Used with check and build." */
static void
add_users(struct buf *out, unsigned commands)
{
    if (commands == (1u << COMMAND_COUNT) - 1)
        return;
    buf_add_text(out, "With");
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (!(commands & (1u << i)))
            continue;
        commands &= ~(1u << i);
        buf_print(out, "\n.Cm %s%s", command_spec((enum command_id)i)->name,
                  commands ? " ," : " .");
    }
    buf_add_text(out, "\n");
}

static void
add_option(struct buf *out, const struct option_spec *option)
{
    buf_add_text(out, ".It ");
    if (option->letter)
        buf_print(out, "Fl %c , ", option->letter);
    buf_print(out, "Fl -%s", option->name);
    if (option->value)
        buf_print(out, " Ar %s", option->value);
    buf_add_text(out, "\n");
    add_sentence(out, option->help);
    if (option->choices)
        add_choices(out, option->choices);
    add_users(out, option->commands);
}

void
manual_print(struct buf *out)
{
    size_t count;
    const struct option_spec *options = option_specs(&count);
    buf_add_text(out, opening);
    buf_add_text(out, ".Sh COMMANDS\n.Bl -tag -width Ds\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        add_command(out, command_spec((enum command_id)i));
    buf_add_text(out, ".El\n.Sh OPTIONS\n.Bl -tag -width Ds\n");
    for (size_t i = 0; i < count; i++)
        add_option(out, &options[i]);
    buf_add_text(out, ".El\n");
    buf_add_text(out, closing);
}
