/*
 * One paragraph on its way to lines. The workspace belongs to the book and is
 * used again for every paragraph, so that thousands of paragraphs cost no more
 * memory than the longest.
 */
#ifndef TYPE_WORKSPACE_H
#define TYPE_WORKSPACE_H

#include "shape.h"
#include "type/fit.h"
#include "type/paragraph.h"

/* A text_run's share of the paragraph's text, bytes from..to. */
struct run_extent {
    uint32_t from, to;
    const struct text_run *run;
};

/* One direction and one script. */
struct stretch {
    uint32_t from, to;
    uint8_t level; /* of the bidirectional algorithm */
    hb_script_t script;
};

/* What is known about the place before a byte. */
enum {
    BREAK_ALLOWED = 1,
    BREAK_FORCED = 2,  /* after the forced break's blank */
    BREAK_SOFT = 4,    /* a soft hyphen stood here */
    BREAK_POOR = 8,    /* allowed, but better not: addresses, "Dec 2027" */
    BREAK_HYPHEN = 16, /* hyphenation allows it */
    BREAK_BOUND = 64,  /* allowed, but hardly ever: "Dr. Lee", "12 kg" */
    BREAK_HERE = 32    /* the writer said so: allowed whatever stands around */
};

/* What is shaped at once: a blank, or (part of) a word in one face. */
struct piece {
    uint32_t from, to;
    const struct text_run *run;
    const struct face *face;
    const struct shaped *shaped;
    upt size, width, letter_space;
    upt elastic; /* after each cluster, as if a blank of that width stood
                    there: scripts without blanks; else 0 */
    hb_script_t script;
    unsigned features;
    uint8_t level;
    bool blank;     /* white space at which lines may end */
    bool stretches; /* when lines are justified */
};

/* Where a line may end and the next begin; beside the fit's break. */
struct cut {
    size_t end_piece, start_piece;
    uint32_t end, start; /* bytes */
    bool hyphen;
};

/* A piece's share of a line. */
struct part {
    const struct piece *piece;
    const struct shaped *shaped;
    uint32_t from, to;
    uint8_t level;
    bool trailing;   /* the blank at which the line ends */
    bool hyphenated; /* a hyphen follows */
    bool last_on_line;
    upt stretch; /* added for justification, may be negative */
};

struct workspace {
    struct arena *arena;
    /* flow.c: the text in one piece */
    char *text;
    size_t len, room;
    uint8_t *breaks; /* len + 1 */
    size_t breaks_room;
    bool simple; /* left to right, Latin, no search needed */
    bool base_rtl;
    struct str language;  /* of the paragraph, and of the next text_width */
    hb_script_t han_like; /* what Han characters stand among: kana, hangul */
    struct thai *thai;    /* NULL until Thai is met */
    bool may_load;        /* libraries of this computer */
    bool guessed;         /* words were parted without a dictionary */
    bool guess_told;
    bool any_missing; /* characters that the face of their run lacks */
    const struct text_run *runs; /* of the paragraph */
    LIST(struct run_extent) extents;
    LIST(struct stretch) stretches;
    LIST(struct piece) pieces;
    /* cuts.c */
    LIST(struct fit_break) fit_breaks;
    LIST(struct cut) cuts;
    /* lines.c */
    LIST(struct part) parts;
};

struct workspace *workspace_new(struct arena *arena);

/* ---- flow.c: runs into one text ----------------------------------------- */

/* Blanks collapsed, soft hyphens taken out, controls made blanks. */
void flow_gather(struct workspace *ws, const struct text_run *runs,
                 size_t run_count);

/* ---- itemize.c: direction and script ------------------------------------ */

void flow_itemize(struct workspace *ws, enum base_direction direction);

/* ---- breaks.c: where lines may end -------------------------------------- */

void flow_find_breaks(struct workspace *ws, struct str language);
/* Takes these flags away inside runs that must not be broken. */
void flow_forbid_breaks(struct workspace *ws, uint8_t kinds);

/* ---- spaceless.c: words that no blanks part ----------------------------- */

void spaceless_find_breaks(struct workspace *ws);
void spaceless_close(struct workspace *ws);

/* ---- pieces.c: faces and shaping ---------------------------------------- */

void flow_shape(struct font_book *book, struct workspace *ws,
                struct str language);
/* Bytes from..to (inside the piece) shaped alone. */
const struct shaped *piece_shape_part(struct font_book *book,
                                      const struct workspace *ws,
                                      const struct piece *piece, uint32_t from,
                                      uint32_t to, hb_language_t language);
upt piece_scale(const struct piece *piece, const struct shaped *shaped);
hb_language_t language_handle(struct str language);

/* ---- cuts.c: breaks with their widths ----------------------------------- */

struct cut_options {
    upt measure, first_measure;
    hb_language_t language;
};
void flow_cut(struct font_book *book, struct workspace *ws,
              const struct cut_options *options);

/* ---- lines.c: the chosen breaks as lines of glyphs ---------------------- */

struct line_options {
    upt measure, indent_first;
    enum alignment alignment;
    int shrink; /* as in fit_options */
    bool hang;
    hb_language_t language;
};
/* `text` is the workspace's text, copied to where it stays. */
struct paragraph lines_build(struct arena *arena, struct font_book *book,
                             struct workspace *ws, struct str text,
                             const struct fit_line *fits, size_t fit_count,
                             const struct line_options *options);
upt hyphen_width(struct font_book *book, const struct piece *piece,
                 hb_language_t language);

/* ---- hyphenate.c -------------------------------------------------------- */

/* Marks BREAK_HYPHEN in the words. */
void flow_hyphenate(struct workspace *ws, struct str language);

#endif
