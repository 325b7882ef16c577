/*
 * One pass of libyaml over a text. Only reader.c knows libyaml; build.c makes
 * the tree out of what happens.
 */
#ifndef LOAD_READER_H
#define LOAD_READER_H

#include "diag/finding.h"
#include "load/node.h"

/* Deeper nesting, more values and larger expansions are findings. */
#define DEPTH_LIMIT 64
#define NODE_LIMIT 500000
#define ALIAS_LIMIT 20000

/* Bytes from..to were replaced by letters, so that a line that YAML cannot
   read gives the text that was meant. */
struct mask {
    size_t from, to;
};

/* Text that is lost without a complaint of YAML: from..to is to be hidden in
   another pass, see habit.h. */
struct lost {
    size_t value; /* where the text begins */
    size_t from, to;
};

/* What is read, the same in each pass. */
struct reading {
    struct arena *arena;
    struct findings *findings;
    uint32_t source;
    struct str clean;        /* as long as the source, see intake.h */
    struct str text;         /* the same with masks, for libyaml */
    size_t from;             /* where it begins */
    char *writable;          /* text, once it is a copy */
    LIST(struct mask) masks; /* sorted, apart from each other */
    LIST(struct lost) lost;  /* found in this pass */
    bool had_tabs;           /* lines were indented by tabs */
};

enum outcome {
    OUTCOME_READ,   /* the tree is whole */
    OUTCOME_SYNTAX, /* libyaml stopped: see trouble */
    OUTCOME_REFUSED /* there is an error finding and no tree */
};

/* Where and why libyaml stopped, in its own words. */
struct trouble {
    const char *problem, *context; /* never NULL */
    size_t at, context_at;         /* bytes of the source */
};

/* *root is NULL when the document is empty. */
enum outcome reader_run(struct reading *reading, struct node **root,
                        struct trouble *trouble);

#endif
