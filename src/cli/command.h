/* The commands, and what they share: terminal, clock, exit status. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "diag/print.h"
#include "model/values.h"
#include "options.h"

enum exit_status {
    EXIT_DONE = 0,
    EXIT_FINDINGS = 1,
    EXIT_USAGE = 2,
    EXIT_SYSTEM = 3
};

/* The worse of two. */
enum exit_status exit_worse(enum exit_status a, enum exit_status b);

/* What a run knows of the world around it. */
struct world {
    struct arena *arena;      /* of the whole call */
    const struct settings *settings;
    struct date today;
    bool today_is_given;      /* --today or SOURCE_DATE_EPOCH */
    int64_t created;          /* SOURCE_DATE_EPOCH, or 0 */
    bool colour;              /* findings may be coloured */
    bool progress;            /* standard error is a terminal */
    bool is_terminal;         /* standard error is one, even a dumb one */
    size_t width;             /* of what is printed, 0 = unlimited */
};

/* The name of the schema of the format in share/dossier/, and where an editor
   finds it: an installed one, else beside the person's file. */
#define SCHEMA_NAME "dossier.schema.json"
struct str schema_path(struct arena *arena);

/* False with *problem when --today or SOURCE_DATE_EPOCH is no date. */
bool world_look(struct world *world, struct arena *arena,
                const struct settings *settings, struct str *problem);

/* "dossier: text" on standard error. */
ATTR_PRINTF(1, 2) void complain(const char *format, ...);
/* Standard output, checked: a full disk behind a redirection is exit 3. */
enum exit_status print_out(struct str text);
/* The pack of --pack, else the usual one; complains and gives NULL when there
   is none of that name. */
const struct pack *asked_pack(const struct settings *settings);

/* "M,K102": *codes has CODE_COUNT members, or is NULL when nothing was typed.
   False after a complaint about an unknown one. */
bool codes_parse(const struct world *world, const char *option,
                 const char *typed, const bool **codes);

enum exit_status command_run(
    const struct world *world); /* check, build, match, diff */
enum exit_status command_new(const struct world *world);
enum exit_status command_list(const struct world *world);
enum exit_status list_sent(const struct world *world); /* sent.c */
enum exit_status command_explain(const struct world *world);
enum exit_status command_schema(const struct world *world);

/* Files that a run has read, for --watch. */
struct watched {
    struct arena *arena;
    LIST(struct watched_file) files;
};
struct watched_file {
    const char *path;
    int64_t seconds, nanoseconds, size; /* size -1: not there */
};
void watch_add(struct watched *watched, const char *path);
/* Blocks until one of them has changed and gives its path. */
const char *watch_wait(struct watched *watched);

#endif
