/*
 * The command line as data: one table of commands and one of options drive
 * parsing, --help, advice on what was mistyped, and the completions.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

/* What --only takes, in the order of struct dossier_request. */
#define DOCUMENT_CHOICES "resume|portfolio|letter"

#include "base/buf.h"
#include "base/list.h"

enum command_id {
    COMMAND_NEW,
    COMMAND_CHECK,
    COMMAND_BUILD,
    COMMAND_MATCH,
    COMMAND_DIFF,
    COMMAND_EXPLAIN,
    COMMAND_IMPORT,
    COMMAND_EXPORT,
    COMMAND_LIST,
    COMMAND_SCHEMA,
    COMMAND_COMPLETION,
    COMMAND_HELP,
    COMMAND_COUNT
};

/* What was asked for. Values are as typed; NULL when not given. */
struct settings {
    enum command_id command;
    LIST(const char *) arguments; /* behind the command */
    const char *output;
    const char *to;
    const char *columns;
    const char *only;
    const char *ignore;
    const char *theme;
    const char *role;
    const char *variant;
    const char *language;
    const char *pack;
    const char *audience;
    const char *fonts;
    const char *today;
    const char *format;
    const char *fail_on;
    const char *dump;
    const char *pdf;          /* to be read back */
    const char *page_budget; /* --pages of build */
    const char *job;          /* file of a posting, "-": standard input */
    const char *save_variant; /* name of the block to write */
    const char *record;       /* to whom it was sent */
    LIST(const char *) sets;
    bool strict, quiet, verbose, watch, metrics, tips, pages;
    bool fix, dry_run;
    bool all, explain;
    bool attach_source, no_system_fonts;
    bool help, version;
};

struct command_spec {
    const char *name;
    const char *alias;     /* may be NULL */
    const char *arguments; /* "FILE..." */
    const char *words;     /* what the first argument may be, "a|b"; NULL:
                              anything, mostly a file */
    size_t least, most;    /* number of arguments */
    const char *summary;
    const char *details;   /* more help, may be NULL */
};

enum option_kind { OPTION_FLAG, OPTION_VALUE, OPTION_MANY };

struct option_spec {
    const char *name;   /* without the dashes */
    char letter;        /* 0: none */
    enum option_kind kind;
    size_t offset;      /* into struct settings */
    const char *value;  /* "DIR", NULL for flags */
    const char *choices; /* "a|b|c", NULL: anything */
    unsigned commands;  /* bit 1 << command_id */
    const char *help;
};

const struct command_spec *command_spec(enum command_id id);
/* The whole table; `count` may be NULL. */
const struct option_spec *option_specs(size_t *count);

/* False with *problem (one sentence, then advice) when it makes no sense. */
bool options_parse(struct arena *arena, int count, char **words,
                   struct settings *settings, struct str *problem);

/* `dossier --help` and `dossier COMMAND --help`. */
void help_print(struct buf *out);
void help_print_command(struct buf *out, enum command_id id);
/* `dossier help manual`: the manual page. */
void manual_print(struct buf *out);
/* `dossier completion SHELL`; false for an unknown shell. */
bool completion_print(struct buf *out, const char *shell);

#endif
