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
#include "model/page_range.h"

enum stage {
    STAGE_TREE, STAGE_CANDIDATE, STAGE_EDITION, STAGE_DOCUMENT, STAGE_PAGES,
    STAGE_TEXT, /* what a program reads in the PDF */
    STAGE_BYTES
};

/* What is told instead of making pages; into `dump`. */
enum report_kind {
    REPORT_NONE,
    REPORT_MATCH,    /* the file against posting and role */
    REPORT_DIFF,     /* `variant` beside `other_variant` */
    REPORT_VARIANTS, /* a line for each variant of the file */
    REPORT_JOB,      /* what was read in the posting */
    REPORT_IMPORT    /* the file in the native format */
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
    struct str theme_bytes;       /* of a file that `theme` names, */
    struct str theme_folder;      /* where it lies, */
    const struct load_files *theme_files; /* and what it extends */
    struct str role_bytes;        /* of a file that `role` names */
    struct str language;          /* tag or name; empty: the file's own */
    struct str job_name, job_bytes; /* a posting that was handed in; name
                                     empty: the variant's own, if any */
    struct str save_variant;      /* name of the block that is made of role and
                                     posting; empty: none is made */
    struct str save_job, save_role; /* their files as `name` sees them; empty:
                                     no files */
    bool all;                     /* every variant of the file, one after the
                                     other, each as `variant` would set it;
                                     `variant` is empty */
    enum report_kind report;
    struct str schema;            /* REPORT_IMPORT: where editors find it */
    bool report_json;
    bool explain;                 /* say of each entry why it is in or out */
    struct str other_variant;     /* of REPORT_DIFF */
    enum audience audience;
    bool resume, portfolio, letter; /* none: what the file asks for */
    struct page_range pages[3];   /* by enum document_kind; most 0: as the
                                     file says */
    bool attach_source;
    bool use_system_fonts;
    struct str font_folder;
    struct str folder;            /* of the file, for fonts beside it; empty:
                                     none are looked for */
    unsigned formats;             /* 1 << enum output_format, or-ed; 0: PDF */
    size_t columns;               /* of plain text; 0: never wrapped */
    struct str pdf_name, pdf_bytes; /* to be read back; name empty: none. With
                                     `name` empty nothing but that */
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

/* What was left out so that the pages are as few as was asked for. */
struct page_cut {
    struct str path, words;       /* "experience[2].highlights[0]", its text */
    struct span span;             /* where it stands */
    int64_t priority;
    size_t lines;                 /* that keeping it would take */
};

/* How one document came to the number of pages asked for. */
struct page_report {
    const char *kind;             /* "resume" */
    struct str variant;           /* with `all`, else empty */
    struct page_range asked;      /* most 0: nothing was asked */
    size_t designed, pages;       /* as the theme would have it; now */
    bool is_met;                  /* else finding F103 says why not */
    LIST(struct str) changes;     /* "body text from 10.5 to 9.8 pt" */
    LIST(struct page_cut) cuts;   /* in the order of cutting */
};

struct artifact {
    struct str name;              /* "jordan-avery-resume.pdf" */
    struct str bytes;
    size_t page_count;            /* 0: it has no pages */
    const char *kind;             /* "resume"; "data" of formats that hold
                                     what documents are made from */
    struct str variant;           /* its name; empty: the file as it is */
    struct str job_title, job_organization, job_reference; /* of the posting
                                     it was cut for; empty: none, or not said */
    struct str job_name;          /* its file; empty: none */
    struct str role, theme, language; /* it was made for and with */
    struct str person;            /* "jordan-avery" */
};

/* What became of a variant of a file that is set with all of them. */
struct variant_result {
    struct str name;
    bool is_blocked;              /* findings made its pages impossible; the
                                     others are there */
};

struct dossier_result {
    struct sources *sources;
    struct findings *findings;    /* sorted */
    LIST(struct artifact) artifacts;  /* none when a page is impossible */
    struct str dump;
    /* Of --explain: lines, or objects of JSON, one for each edition. */
    struct str explanation;
    /* What no output has because of privacy, in the order of the file. */
    check_withheld_list withheld;
    LIST(struct page_report) page_reports; /* of documents with a budget */
    LIST(struct variant_result) variants; /* with `all`, in the file's order */
    const char *other_tool;       /* whose file it is ("JSON Resume"); NULL:
                                     it is ours */
    bool is_read;                 /* there was a tree to judge */
    bool is_blocked;              /* findings made a page impossible, or
                                     `strict` held the files back */
    bool is_strict;               /* asked for, or `lint: {strict: true}` */
    bool lacks_aim;               /* REPORT_MATCH: neither posting nor role,
                                     nor a variant that names one */
    struct str saved;             /* the file with that block, or */
    const char *save_problem;     /* why there is none; NULL: not asked for */
    struct str failure;           /* the world was wrong; empty otherwise */
};

/* That report as lines for people; nothing when nothing was done. */
void page_report_print(struct buf *out, const struct page_report *report,
                       struct sources *sources);

/* As an object of JSON, whether something was done or not. */
void page_report_json(struct buf *out, const struct page_report *report,
                      struct str file, struct sources *sources);
/* The cuts as lines of --dump edition. */
void page_report_dump(struct buf *out, const struct page_report *report);

struct dossier_result dossier_build(struct arena *arena,
                                    const struct dossier_request *request);

#endif
