/*
 * The document: what one edition says, as a tree of blocks in reading order.
 * No geometry and no fonts: layout sets it as pages, other writers can turn
 * it into text, HTML or Word. Immutable, in the arena of the build.
 */
#ifndef COMPOSE_DOCUMENT_H
#define COMPOSE_DOCUMENT_H

#include "base/list.h"
#include "compose/smart.h"
#include "diag/source.h"
#include "locale/locale.h"

/* ---- inline text -------------------------------------------------------- */

enum inline_style {
    INLINE_EMPHASIS = 1,
    INLINE_STRONG = 2,
    INLINE_CODE = 4,
    INLINE_MUTED = 8,         /* less important: dates, separators */
    INLINE_NO_BREAK = 16,
    INLINE_TABULAR = 32       /* figures of equal width */
};

struct inline_run {
    struct str text;          /* U+2028 breaks the line */
    unsigned style;           /* enum inline_style, or-ed */
    struct str url;           /* of a link out of the document */
    struct str target;        /* of a link inside it: a block's anchor */
    struct span span;         /* where the words were written */
};

struct inline_text {
    LIST(struct inline_run) runs;
};

/* ---- blocks ------------------------------------------------------------- */

enum block_kind {
    BLOCK_HEAD,         /* name, headline, contact of the resume */
    BLOCK_COVER,        /* the same as the portfolio's title page */
    BLOCK_SECTION,      /* title; children */
    BLOCK_PARAGRAPH,
    BLOCK_LIST,         /* children: BLOCK_ITEM */
    BLOCK_ITEM,         /* text; children: nested lists */
    BLOCK_ENTRY,        /* title, subtitle, aside; children */
    BLOCK_LINES,        /* label and text, one a line: skills, systems */
    BLOCK_FACTS,        /* label and text, as a grid: head of a case */
    BLOCK_TABLE,        /* columns and rows */
    BLOCK_STRIP,        /* tiles of key figures */
    BLOCK_COMPARISON,   /* before and after, as a table with bars */
    BLOCK_QUOTE,        /* text; attribution */
    BLOCK_CALLOUT,      /* title and text in a box: takeaway */
    BLOCK_CONTENTS,     /* the sections with page numbers, made by layout */
    BLOCK_CODE,         /* a QR code for `url`, with text beside it */
    BLOCK_IMAGE,        /* a picture: file, alternative text; or children
                           that are pictures beside each other */
    BLOCK_CHART,        /* a figure drawn from numbers or dates */
    BLOCK_PAGE_BREAK,
    BLOCK_KINDS
};

/* How a paragraph is meant; themes may set each differently. */
enum paragraph_role {
    ROLE_BODY, ROLE_SUMMARY, ROLE_META, ROLE_NOTE, ROLE_LABELLED, ROLE_PROMISE,
    /* Parts of a letter. */
    ROLE_DATE, ROLE_ADDRESS, ROLE_SUBJECT, ROLE_GREETING, ROLE_LETTER,
    ROLE_FAREWELL, ROLE_SIGNATURE, ROLE_KINDS
};

struct labelled {
    struct inline_text label, text;
};
typedef LIST(struct labelled) labelled_list;

struct cell {
    struct inline_text text;
    bool is_header;           /* of its row */
};
struct row {
    LIST(struct cell) cells;
};
enum column_alignment { COLUMN_START, COLUMN_END, COLUMN_CENTER };
struct column {
    struct str title;
    enum column_alignment alignment;
    unsigned share;           /* of the width, relative; 0 = by content */
};

struct chart;

/* One key figure: "41 → 26 minutes", "Median wait", "EHR report". */
struct tile {
    struct str value, label, note;
    struct str description;   /* the same in a sentence */
    struct span span;
};

/* How the numbers of a comparison are drawn. */
enum comparison_form {
    COMPARISON_BARS,          /* from zero */
    COMPARISON_DUMBBELL,      /* on the scale of the row */
    COMPARISON_LINE,          /* what lies between them: the series */
    COMPARISON_NUMBERS        /* not at all */
};

/* One measured change. */
struct comparison {
    enum comparison_form form;
    int64_t least, most;      /* DUMBBELL: the scale */
    const struct chart *line; /* LINE */
    struct str label;
    bool has_before, has_after, confidential;
    int64_t before, after;    /* times 10^decimals, the same for both */
    int decimals;
    struct str before_text, after_text;  /* "41", "26 minutes" */
    struct str change_text;              /* "−37%" */
    struct str period_text, source_text; /* small print */
    bool has_target;
    int64_t target;
    struct str target_text;
    int good;                 /* 1 up is good, -1 down, 0 unknown */
    struct str description;   /* the same in a sentence (alternative text) */
    struct span span;
};

/* ---- charts -------------------------------------------------------------
 * What is to be drawn, its scales and every word in it; how wide and where is
 * the layout's.
 */

/* Times are days of a calendar whose months have thirty. */
#define CHART_MONTH INT64_C(30)
#define CHART_YEAR (12 * CHART_MONTH)

enum chart_kind {
    CHART_RUN,          /* one figure over time */
    CHART_SLOPE,        /* figures of one unit before and after */
    CHART_SPANS,        /* spans of time in rows */
    CHART_DOTS          /* counted things in rows, a sign for each */
};

struct chart_tick {
    int64_t at;
    struct str text;
    int64_t number;           /* of times: every n-th is one that n divides */
};
typedef LIST(struct chart_tick) chart_tick_list;

struct chart_point {
    int64_t time, value;
    struct str time_text, value_text;
    bool is_after;            /* the work had begun */
    bool is_far;              /* from the point before it: something is missing
                                 between them */
    bool is_extreme;          /* the lowest or the highest */
};

/* A line across: a target, the median of some points. */
struct chart_level {
    int64_t value;
    int64_t from, to;         /* times */
    struct str text;          /* "target 30 minutes" */
    bool is_target;
};

enum span_form { SPAN_SOLID, SPAN_OUTLINE, SPAN_DASHED };

struct chart_span {
    int64_t from, to;         /* times */
    enum span_form form;
};

enum chart_sign { SIGN_DISC, SIGN_SQUARE, SIGN_RING, SIGN_DIAMOND, SIGNS };

struct chart_row {
    struct str label;         /* before what is drawn; may be empty */
    struct str text, note;    /* beside it: "Manager", "Cedar Valley" */
    struct str time_text;     /* not printed: "2018 to 2020" */
    LIST(struct chart_span) spans;
    LIST(int64_t) notches;    /* times inside the spans: renewals */
    LIST(enum chart_sign) signs;
    int64_t before, after;    /* SLOPE */
    struct str before_text, after_text;
    bool is_worse;            /* it went where it should not */
};

struct chart {
    enum chart_kind kind;
    struct str title, aside;  /* "Median wait", "-37%" */
    struct str hint;          /* "lower is better" */
    LIST(struct str) notes;   /* small print */
    struct str description;   /* all of it in a sentence or two */
    struct span span;
    int64_t least, most;      /* of values: the scale of the drawing */
    int64_t first, last;      /* of times */
    chart_tick_list values, times; /* round; of times more than may fit */
    LIST(struct chart_point) points; /* in the order of time */
    LIST(struct chart_level) levels;
    bool has_change;          /* the work began at this time: */
    int64_t change;
    struct str before_text, after_text; /* on both sides of it */
    LIST(struct chart_row) rows;
    bool has_today;           /* a line at this time: */
    int64_t today;
    struct str today_text;
};

struct contact {
    struct str kind;          /* "email", "phone", "location", "web",
                                 "linkedin" ...: for icons and labels */
    struct str text, url;
    struct str network, username; /* of profiles; may be empty */
    struct str country;           /* of phones: where the person lives, "US" */
    struct span span;
};

struct block {
    enum block_kind kind;
    struct str section;       /* id of the section it belongs to, for themes:
                                 "experience" */
    struct str anchor;        /* destination name, unique; may be empty */
    struct span span;
    unsigned level;           /* of sections: 1, 2, 3 */
    enum paragraph_role role;
    bool ordered;             /* of lists */
    bool new_page;            /* begins on a new page (sections, cases) */
    bool keep_whole;          /* prefer not to break inside */
    bool unbroken;            /* asked to stay on one page */
    bool is_templated;        /* entries: title and subtitle follow a template
                                 and say by themselves what is strong */
    bool has_side;            /* entries: place stands below aside */
    bool is_page;             /* IMAGE: of a document; has an edge */
    bool in_contents;         /* sections: listed in BLOCK_CONTENTS */

    struct inline_text title;     /* section, entry, callout; name of HEAD */
    struct inline_text subtitle;  /* entry: employer; HEAD: headline */
    struct inline_text aside;     /* entry: dates; may hold the place */
    struct inline_text place;     /* entry: location */
    struct inline_text lead;      /* entry: in a column before it, a degree */
    struct inline_text text;      /* paragraph, item, quote, callout */
    struct inline_text attribution;

    LIST(struct block *) children;
    labelled_list lines;          /* LINES, FACTS */
    LIST(struct column) columns;
    LIST(struct row) rows;
    LIST(struct tile) tiles;
    LIST(struct comparison) comparisons;
    const struct chart *chart;    /* CHART */
    LIST(struct contact) contacts;
    struct str post_nominals;     /* HEAD, COVER: "MHA, CMM, CPHQ" */
    struct str url;               /* CODE, IMAGE */
    struct str file;              /* IMAGE, as written in the file; of ENTRY
                                     the logo, of CODE a picture beside it,
                                     of HEAD and COVER the portrait */
    struct span file_span;        /* where it is named */
    struct str alt;               /* IMAGE, CODE, HEAD, COVER */
    struct str preview_alt;       /* CODE: of its picture */
    struct str url_alt;           /* HEAD, COVER: of the code of the page */
};

/* Which figures are drawn, as the look says. In the order of the words of the
   options `figures.*`. */
enum figure_wish {
    FIGURE_AUTO, /* in portfolios where they say something */
    FIGURE_YES,
    FIGURE_NO
};

struct figure_choices {
    int results; /* enum chart_choice of the model */
    int career, credentials, skills; /* enum figure_wish */
    int key_metrics;                 /* FIGURE_YES: on resumes too */
};

enum document_kind { DOCUMENT_RESUME, DOCUMENT_PORTFOLIO, DOCUMENT_LETTER };
enum { DOCUMENT_KINDS = DOCUMENT_LETTER + 1 };

/* Words that layout prints by itself, in the document's language. */
struct document_words {
    struct str measure, before_and_after, change; /* heads of comparisons */
    struct str before, after;     /* beside the bars */
    struct str target;            /* before its figure: "target 96%" */
    struct str confidential;      /* in place of figures */
    struct str page, of;          /* "Page 1 of 2"; empty: "1 / 2" */
    struct str colon;             /* between a label and its text: ": " */
    struct str comma;             /* between the parts of a title: ", " */
    struct str last_updated;      /* before a month */
    struct str email, phone, location, web; /* what a contact is */
};

struct document_words document_words(const struct locale *locale);

struct document {
    enum document_kind kind;
    struct str title, author, subject, keywords, language;
    struct str footer;        /* left of the page number: name, month */
    struct str what;          /* "Portfolio" */
    struct str updated, today;    /* months: of the last change, of the build */
    struct document_words words;
    const struct quotation_marks *quotes; /* the person's own, or NULL */
    LIST(struct block *) blocks;
};

struct buf;
void document_dump(struct buf *out, const struct document *document);

#endif
