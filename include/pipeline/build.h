/*
 * The whole way from bytes to bytes as one function. No I/O beyond the file
 * reader it is handed, no clock: the command line, the tests, the fuzzers and
 * a preview server call this and nothing else.
 */
#ifndef PIPELINE_BUILD_H
#define PIPELINE_BUILD_H

#include "check/check.h"
#include "diag/print.h"
#include "load/yaml.h"
#include "model/candidate.h"

enum stage {
    STAGE_TREE, STAGE_CANDIDATE, STAGE_EDITION, STAGE_DOCUMENT, STAGE_PAGES,
    STAGE_BYTES
};

struct dossier_request {
    struct str name;              /* of the file, for findings */
    struct str bytes;
    const struct load_files *files;
    const struct str *sets;       /* --set assignments */
    size_t set_count;
    struct date today;
    bool today_is_given;          /* else lint.today in the file wins */
    int64_t created;              /* seconds since 1970, for metadata; 0: the
                                     file's last_modified, else today */
    struct str theme, variant, role, pack;   /* empty: as the file says */
    enum audience audience;
    bool resume, portfolio, letter; /* none: what the file asks for */
    bool attach_source;
    bool use_system_fonts;
    struct str font_folder;
    bool only_check;              /* stop after the check */
    bool metrics;                 /* what the detector saw, into `dump` */
    bool metrics_json;            /* that as JSON, with the findings of each */
    bool tips, tips_json;         /* the scorecard, into `dump` */
    bool check_pages;             /* set the pages to count them */
    size_t width;                 /* columns of such a report; 0: any */
    bool strict;                  /* no bytes while a warning stands */
    const bool *only_codes;       /* CODE_COUNT, what is told; NULL: all */
    const bool *ignored_codes;    /* CODE_COUNT; NULL: none */
    enum stage dump;              /* STAGE_BYTES: no dump */
};

struct artifact {
    struct str name;              /* "jordan-avery-resume.pdf" */
    struct str bytes;
    size_t page_count;
};

struct dossier_result {
    struct sources *sources;
    struct findings *findings;    /* sorted */
    LIST(struct artifact) artifacts;  /* none when a page is impossible */
    struct str dump;
    /* What no output has because of privacy, in the order of the file. */
    check_withheld_list withheld;
    bool is_read;                 /* there was a tree to judge */
    bool is_blocked;              /* findings made a page impossible, or
                                     `strict` held the files back */
    bool is_strict;               /* asked for, or `lint: {strict: true}` */
    struct str failure;           /* the world was wrong; empty otherwise */
};

struct dossier_result dossier_build(struct arena *arena,
                                    const struct dossier_request *request);

#endif
