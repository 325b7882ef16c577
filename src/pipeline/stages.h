/*
 * The stages of a build and what it holds while it goes down them. One room
 * each: reading.c (bytes to a candidate and a posting), roles.c (role files),
 * judging.c (findings, what they forbid), documents.c (an edition to files),
 * reports.c (what is told instead of making files).
 */
#ifndef PIPELINE_STAGES_H
#define PIPELINE_STAGES_H

#include "edition/edition.h"
#include "job/job.h"
#include "pages.h"
#include "pipeline/build.h"

struct build {
    struct arena *arena;
    const struct dossier_request *request;
    struct dossier_result *result;
    struct findings *findings;
    struct date today;
    int64_t created;
    const struct pack *pack;
    const struct job *job; /* NULL: no posting */
    struct check *whole;   /* while a report asks it; in check_arena */
    struct arena *check_arena;
    const struct node *tree;
    const struct candidate *candidate;
    check_withheld_list withheld; /* by errors of privacy */
    const struct edition *edition;
    const struct theme *theme;
    struct font_book *fonts;
    struct picture_store *pictures; /* of all documents; NULL: none yet */
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
bool build_theme(struct build *b);
/* A document of that kind comes of the edition. */
bool build_makes(const struct build *b, enum document_kind kind);
/* The pages asked for: the command line comes before the variant, that before
   `layout:`. Most 0: none. */
struct page_range build_pages_asked(const struct build *b,
                                    enum document_kind kind,
                                    struct span *said);
/* Needs open fonts; the caller frees the arena of what it gets. */
struct paged build_set_document(struct build *b, enum document_kind kind);
void build_open_fonts(struct build *b);
/* Every document, to artifacts or to the dump that is asked for. */
void build_make_files(struct build *b);

/* ---- reports.c ---- */

/* True when a stage was printed and the run is over. */
bool build_dump_early(struct build *b, enum stage reached);
void build_dump_edition(struct build *b);
void build_show_metrics(struct build *b);
void build_show_tips(struct build *b);
void build_show_job(struct build *b);

/* ---- match.c ---- */

void build_show_match(struct build *b);
/* Findings that a report of a match tells. */
void build_keep_for_match(struct build *b);

/* ---- saving.c ---- */

/* What was cut for, as a block of the file. */
void build_save_variant(struct build *b);

#endif
