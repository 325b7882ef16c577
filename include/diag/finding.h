/*
 * Findings: what is wrong with the document, where, and how to mend it.
 * Collected in any order, printed sorted by place. Fixed text stands in
 * codes.def, the detail comes from the call.
 */
#ifndef DIAG_FINDING_H
#define DIAG_FINDING_H

#include "base/list.h"
#include "diag/codes.h"
#include "diag/source.h"

/* Replace the bytes of `span` by `text`. */
struct edit {
    struct span span;
    struct str text;
};

struct finding {
    enum code code;
    enum severity severity;
    struct span span;   /* what the caret underlines */
    struct str path;    /* "experience[0].highlights[2]", may be empty */
    struct str message; /* one line, imperative, for people */
    struct str help;    /* what to write instead; may be empty, may have
                           several lines, e.g. the mended line. A line that
                           begins with a blank or "- " is never wrapped. */
    bool is_secret;     /* no output repeats the words of the span */
    bool has_edit;
    bool edit_is_safe; /* may be applied without asking */
    bool edit_is_yaml; /* written as the file is; else words, which
                          edits_settle writes in the style around them */
    struct edit edit;
    size_t order; /* of being added, to keep sorting stable */
    struct findings *owner;
};

struct findings;

struct findings *findings_new(struct arena *arena, struct sources *sources);
struct sources *findings_sources(const struct findings *findings);
struct arena *findings_arena(const struct findings *findings);

/*
 * Adds one; the pointer holds until the next add and serves to set help, path
 * or edit. An ignored one is nowhere to be seen, but its pointer is as good.
 * Exact repeats (code, span, message) are dropped when sorted. A message that
 * quotes more than a screen is cut.
 */
ATTR_PRINTF(4, 5)
struct finding *finding_add(struct findings *findings, enum code code,
                            struct span span, const char *format, ...);
/* A second call adds a line. */
ATTR_PRINTF(2, 3)
void finding_help(struct finding *finding, const char *format, ...);

size_t findings_count(const struct findings *findings);
/* In printing order after findings_sort, else in order of adding. */
const struct finding *findings_at(const struct findings *findings, size_t i);
void findings_sort(struct findings *findings);
/* To complete one that was added before; holds until the next add or sort. */
struct finding *findings_change(struct findings *findings, size_t i);
size_t findings_of(const struct findings *findings, enum severity severity);
/* An error of reading a file (X001 to X034) is among them: what stands behind
   it in the file may be lost, so that nobody should miss it. */
bool findings_cut_short(const struct findings *findings);

/* Configuration: severity of a code from now on and for those held. */
void findings_set_severity(struct findings *findings, enum code code,
                           enum severity severity);
/* Drops held and later findings of this code; `within` limits it to what lies
   in a span, SPAN_NONE does not limit it. */
void findings_ignore(struct findings *findings, enum code code,
                     struct span within);

/* Somebody's wish to be spared findings of a code. */
struct ignore {
    enum code code;
    struct span within; /* SPAN_NONE: anywhere */
    bool begins;        /* spares what begins within, not what lies there */
    struct span said;   /* where it is asked for; SPAN_NONE: not in a file */
    bool is_used;       /* something was spared */
};

/* The same for many; costs one walk over the findings held. */
void findings_ignore_all(struct findings *findings, const struct ignore *list,
                         size_t count);
/* All that were asked for, in no order. */
size_t findings_ignores(const struct findings *findings);
const struct ignore *findings_ignore_at(const struct findings *findings,
                                        size_t i);
/* What was spared; in printing order after findings_sort. */
size_t findings_spared(const struct findings *findings);
const struct finding *findings_spared_at(const struct findings *findings,
                                         size_t i);
/* Keeps only those whose code is in `wanted` (CODE_COUNT of them), and errors
   that tell why a file cannot be read as what it means to be (group X). */
void findings_keep_only(struct findings *findings, const bool *wanted);

/* Whether a finding there is ignored in this place: by a comment or by the
   entry, not by the whole file. */
bool findings_is_ignored_at(const struct findings *findings, enum code code,
                            struct span span);
/*
 * The line of a source as it may be shown: of each secret in it only the ends
 * are legible, byte for byte as long. Holds after findings_sort.
 */
struct str findings_line(struct findings *findings, uint32_t source,
                         size_t number);

/* Adds copies of the findings of another run, their sources with them; texts
   are borrowed. */
void findings_merge(struct findings *findings, const struct findings *others);

/* An empty list beside another: same sources, arena, severities and wishes to
   be spared, which it marks as used like the other. */
struct findings *findings_beside(struct findings *findings);
/* Adds copies of what such a list holds. */
void findings_join(struct findings *findings, const struct findings *beside);

/* Copies the texts that findings borrow (path, help, edit), so that the arena
   they were made in may end. */
void findings_own_texts(struct findings *findings);

/* A text made of lines of the sources, with each line of each secret that is
   an error blotted out; the text itself when there is none in it. */
struct str findings_hide(struct arena *arena, const struct findings *findings,
                         struct str text);

#endif
