/*
 * The stages of a build and what it holds while it goes down them. One room
 * each: reading.c (bytes to a candidate and a posting), roles.c (role files),
 * judging.c (findings, what they forbid), documents.c (an edition to files),
 * reports.c (what is told instead of making files), names.c (of files),
 * variants.c (all variants of a file in one run).
 */
#ifndef PIPELINE_STAGES_H
#define PIPELINE_STAGES_H

#include "edition/edition.h"
#include "import/import.h"
#include "job/job.h"
#include "output/output.h"
#include "pages.h"
#include "pipeline/build.h"

/* A posting, read once for all variants that answer it. */
struct read_job {
    const struct job *job;
    bool is_faulty; /* those that answer it read it again, to tell of it */
};

/* A theme without faults, as it was asked for. */
struct read_theme {
    const struct theme *theme;
    struct str name;
    const struct node *layout;
    unsigned kinds;
};

/* What the variants of a file have in common. */
struct shared {
    struct arena *arena;
    struct font_book *fonts;        /* NULL: none yet */
    struct picture_store *pictures; /* of all documents; NULL: none yet */
    struct bullet_memory *bullets;  /* NULL: none yet */
    struct pdf_store *pdfs;         /* NULL: but one edition is made */
    LIST(struct read_theme) themes;
    LIST(struct read_job) jobs;
};

struct build {
    struct arena *arena; /* of this edition */
    struct arena *kept;  /* of the result */
    const struct dossier_request *request;
    struct dossier_result *result;
    struct shared *shared;
    struct findings *findings;
    const struct build *base; /* what this one goes on from, with findings of
                                 its own; NULL: nothing */
    struct str variant;       /* the one to be set; empty: the file as it is */
    struct str language;      /* asked for; empty: the file's own */
    struct date today;
    int64_t created;
    const struct pack *pack;
    const struct job *job; /* NULL: no posting */
    struct check *whole;   /* while a report asks it; in check_arena */
    struct arena *check_arena;
    struct imported imported;
    const struct node *tree; /* of it, with what it includes and --set */
    const struct candidate *candidate;
    check_withheld_list withheld; /* by errors of privacy */
    const struct edition *edition;
    const struct theme *theme;
    const struct pdf_text *pdf; /* that was handed in, once it was read */
    uint32_t pdf_source;        /* its text */
    struct font_book *fonts;    /* those of the theme, while they are open */
    size_t first_report; /* page report of the edition; those before are of
                            other variants */
};

/* Stages are false when nothing further can be made. */

/* ---- reading.c ---- */

bool build_load(struct build *b);
bool build_decode(struct build *b);
bool build_choose_pack(struct build *b);
/* The pack with the roles of a person's own that are aimed at. */
const struct pack *build_own_roles(struct build *b, const struct pack *pack);
/* The posting that was handed in; else that of the variant asked for. That a
   file is not there is a rule's to say. */
bool build_read_job(struct build *b);
/* The language that is asked for or that a variant is in; empty: the file's
   own. */
struct str build_language(const struct build *b, struct str variant);
/* The posting that a variant of the file is cut for; NULL: none. */
const struct job *build_job_for(struct build *b, struct str variant);
/* The posting of that name if it has been read; else NULL. */
const struct read_job *build_known_job(const struct build *b, struct str name);
/* As struct check_options wants it; the context is the build. Silent. */
const struct job *build_job_at(void *build, struct str path);

/* What letters of that variant may quote of the posting they answer; nothing
   where there is no letter. job_facts.c */
struct job_facts build_job_facts(const struct build *b, struct str variant);

/* ---- judging.c ---- */

struct check_options build_check_options(struct build *b);
bool build_check(struct build *b);
/* R107: what there is to say about the number of pages. */
void build_judge_pages(struct build *b, const struct pages *pages,
                       bool is_resume, size_t asked);
bool build_is_strict(const struct build *b);
/*
 * Errors of group X (the file cannot be read as what it means to be) make a
 * page impossible; under --strict so does every error and warning.
 */
bool build_is_blocked(const struct build *b);

/* ---- documents.c ---- */

bool build_edition(struct build *b);
/* Of all editions of the file. */
struct bullet_memory *build_bullets(const struct build *b);
bool build_theme(struct build *b);
/* A document of that kind comes of the edition. */
bool build_makes(const struct build *b, enum document_kind kind);
/* The pages asked for: the command line comes before the variant, that before
   `layout:`. Most 0: none. */
struct page_range build_pages_asked(const struct build *b,
                                    enum document_kind kind, struct span *said);
/* Needs open fonts; the caller frees the arena of what it gets. */
struct paged build_set_document(struct build *b, enum document_kind kind);
void build_open_fonts(struct build *b);
void build_close_fonts(struct build *b);
/* X231 */
void build_tell_no_letter(struct build *b);
/* Every document, to artifacts or to the dump that is asked for. */
void build_make_files(struct build *b);
/* One more file; `paged` is NULL of one that is no document. */
struct artifact *build_add_artifact(struct build *b, const struct paged *paged,
                                    struct str name, struct str bytes);
bool build_fail(struct build *b, struct str why);

/* ---- formats.c ---- */

/* A format is asked for; PDF when none is. */
bool build_writes(const struct build *b, enum output_format format);
/* Something is asked for that needs the document set as pages. */
bool build_writes_pages(const struct build *b);
/* One document in every format but PDF. */
bool build_write_document(struct build *b, const struct paged *paged);
/* The formats that hold no document, once for each edition. */
bool build_write_data(struct build *b);

/* ---- choices.c ---- */

/* Adds the reasons of the edition to the explanation, with what page fit has
   cut; nothing when nobody asked. */
void build_explain(struct build *b);
/* The same behind the report of a match, which sets no pages itself. */
void build_explain_match(struct build *b);
/* Sets pages to know what is cut, and settles the choices by that. */
void build_explain_fit(struct build *b);
/* A blank and the first words, as far as so many columns go. */
void choice_words(struct buf *out, struct str words, size_t room);

/* ---- diff.c, variants_list.c ---- */

void build_show_diff(struct build *b);
void build_show_variants(struct build *b);

/* ---- names.c ---- */

/* "jordan-avery-resume.pdf", with the variant's name, or as the variant's
   `file:` says. */
struct str build_artifact_name(struct build *b, enum document_kind kind,
                               const char *ending);
/* "jordan-avery.json": of a file that is no document. */
struct str build_data_name(struct build *b, const char *ending);
/* X236, X238: a variant, by its place in the file, whose files cannot be
   called as it wants, or as those of a variant before it. */
void build_judge_name(struct build *b, size_t number);

/* ---- variants.c ---- */

/* Every variant, once the file is read and checked. */
void build_all(struct build *b);

/* ---- reports.c ---- */

/* True when a stage was printed and the run is over. */
bool build_dump_early(struct build *b, enum stage reached);
/* Sets the documents whose pages are counted, to know what is cut. */
void build_fit(struct build *b);
void build_dump_edition(struct build *b);
void build_show_metrics(struct build *b);
void build_show_tips(struct build *b);
void build_show_job(struct build *b);
void build_show_import(struct build *b);

/* ---- match.c ---- */

void build_show_match(struct build *b);
/* Findings that a report of a match tells. */
void build_keep_for_match(struct build *b);

/* ---- saving.c ---- */

/* What was cut for, as a block of the file. */
void build_save_variant(struct build *b);

#endif
