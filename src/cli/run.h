/*
 * One call of check, build, match or diff over all its files, and what it
 * shares: request.c turns options into a request, report.c says what was
 * found, write.c writes what was made.
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "base/file.h"
#include "command.h"
#include "output/output.h"
#include "pipeline/build.h"

struct output {
    const char *path, *from;         /* the YAML file */
    const struct artifact *artifact; /* while its file is the one at work */
    bool is_new;
};

struct run {
    const struct world *world;
    const struct settings *settings;
    struct watched *watched; /* NULL without --watch */
    enum print_format format;
    const bool *only_codes, *ignored_codes; /* NULL: all, none */
    struct findings *collected;             /* machine formats: of all files */
    struct buf pages, choices;              /* JSON: of all files */
    struct arena *arena;                    /* of the whole run */
    LIST(struct output) written;            /* PDFs, to write none twice */
    struct str job_name, job_bytes;         /* of --job */
    bool reasons_told[CODE_COUNT + 1];
    size_t sums[SEVERITY_COUNT]; /* findings of all files */
};

/* "path: why", and the exit status that goes with it. */
enum exit_status run_refuse(struct file_error error, const char *path);

/* ---- request.c ---- */

/* The value of an option; empty when it was not given. */
struct str run_given(const char *option);
/* Position of a word in "a|b|c", or `otherwise` when it was not given. */
int run_choice(const char *word, const char *choices, int otherwise);
enum report_kind run_report(const struct settings *settings);
struct dossier_request run_request(const struct run *run, struct arena *arena,
                                   const char *path);
/* A theme of the person's own, named as the shell sees it; what it extends
   lies beside it. */
enum exit_status run_read_theme(const struct run *run, struct arena *arena,
                                struct dossier_request *request);
/* The same of a role, if --role names a file. */
enum exit_status run_read_role(const struct run *run, struct arena *arena,
                               struct dossier_request *request);
/* The PDF of --pdf, if there is one. */
enum exit_status run_read_pdf(const struct run *run, struct arena *arena,
                              struct dossier_request *request);
/* The posting of --job, as the shell sees it; once for all files, and what
   standard input said once for all runs of --watch. */
enum exit_status run_read_job(struct run *run);

/* ---- formats.c ---- */

#define MOST_COLUMNS 1000

/* The format that a file's ending asks for; OUTPUT_FORMATS: none. */
int run_format_of_path(const char *path);
/* A path, or "-", that one file goes to, rather than a folder for many. */
bool run_names_file(const char *output);
/* The document goes to standard output. */
bool run_prints_document(const struct settings *settings);
/* --to, else what the ending of --output says, as bits; 0: nothing is said.
   They are false for what cannot be meant. */
bool run_read_formats(const struct settings *settings, unsigned *formats);
bool run_read_columns(const struct settings *settings, size_t *columns);
/* `pages` has a range for each document. */
bool run_read_pages(const struct settings *settings, struct page_range *pages);

/* ---- fits.c ---- */

/* False after a complaint about what cannot be meant, alone or together. */
bool run_settings_fit(const struct settings *settings, struct arena *arena);

/* ---- report.c ---- */

/* The reasons of --explain: on standard output, or kept for the report. */
enum exit_status run_tell_choices(struct run *run,
                                  const struct dossier_result *result);

/* All that is said of one file before anything is written; EXIT_SYSTEM when
   nothing can be. */
enum exit_status run_tell(struct run *run, struct arena *arena,
                          const char *path,
                          const struct dossier_result *result);
/* "out/jordan-avery-resume.pdf  2 pages, 38 KB" */
enum exit_status run_tell_file(const struct run *run, struct arena *arena,
                               const char *path,
                               const struct artifact *artifact);
/* One line for all files; that of a single one stands below its findings. */
void run_tell_sums(const struct run *run);
/* A machine's report is the result: on standard output, one for all files. */
enum exit_status run_print_report(struct run *run, bool failed);

/* ---- write.c ---- */

/* What was made of one file, or nothing of it. */
enum exit_status run_write(struct run *run, struct arena *arena,
                           const char *from,
                           const struct dossier_result *result);

#endif
