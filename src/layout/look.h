/*
 * A look: every choice of a theme, resolved to lengths and colours, for one
 * kind of document. Filled from the table of options in options.c; what each
 * field means stands there.
 */
#ifndef LAYOUT_LOOK_H
#define LAYOUT_LOOK_H

#include "compose/choices.h"
#include "compose/document.h"
#include "layout/theme.h"
#include "model/page_range.h"
#include "type/paragraph.h"

/* ---- text ---------------------------------------------------------------- */

#define TEXT_STYLES(X)                                                         \
    X(BODY, "body")                                                            \
    X(NAME, "name")                                                            \
    X(POST_NOMINALS, "post_nominals")                                          \
    X(HEADLINE, "headline")                                                    \
    X(CONTACT, "contact")                                                      \
    X(COVER_NAME, "cover_name")                                                \
    X(COVER_HEADLINE, "cover_headline")                                        \
    X(PROMISE, "promise")                                                      \
    X(SECTION, "section")                                                      \
    X(SUBSECTION, "subsection")                                                \
    X(KICKER, "kicker")                                                        \
    X(CASE_TITLE, "case_title")                                                \
    X(MINOR, "minor")                                                          \
    X(ENTRY_TITLE, "entry_title")                                              \
    X(POSITION, "position")                                                    \
    X(ENTRY_SUBTITLE, "entry_subtitle")                                        \
    X(DATE, "date")                                                            \
    X(PLACE, "place")                                                          \
    X(SUMMARY, "summary")                                                      \
    X(META, "meta")                                                            \
    X(NOTE, "note")                                                            \
    X(LABEL, "label")                                                          \
    X(FACT_LABEL, "fact_label")                                                \
    X(TABLE, "table")                                                          \
    X(TABLE_HEAD, "table_head")                                                \
    X(TILE_VALUE, "tile_value")                                                \
    X(TILE_LABEL, "tile_label")                                                \
    X(CHANGE, "change")                                                        \
    X(QUOTE, "quote")                                                          \
    X(ATTRIBUTION, "attribution")                                              \
    X(CALLOUT_TITLE, "callout_title")                                          \
    X(CALLOUT, "callout")                                                      \
    X(CONTENTS, "contents")                                                    \
    X(FOOTER, "footer")                                                        \
    X(TOP_NOTE, "top_note")

enum text_style_id {
#define X(id, name) STYLE_##id,
    TEXT_STYLES(X)
#undef X
        TEXT_STYLE_COUNT
};

enum letter_case { CASE_AS_TYPED, CASE_UPPER, CASE_SMALL_CAPS };
enum figure_kind { FIGURES_PROPORTIONAL, FIGURES_TABULAR, FIGURES_OLDSTYLE };

struct text_style {
    struct str family;
    upt size;
    upt leading; /* distance of baselines */
    upt letter_space;
    rgb color;
    int weight;      /* enum font_weight */
    int letter_case; /* enum letter_case */
    int figures;     /* enum figure_kind */
    bool italic;
    struct span family_span; /* where the family was chosen */
};

/* ---- choices ------------------------------------------------------------- */

enum page_format {
    FORMAT_LETTER,
    FORMAT_A4,
    FORMAT_LEGAL,
    FORMAT_A5,
    FORMAT_EXECUTIVE
};
enum side { SIDE_START, SIDE_CENTER, SIDE_END };
enum setting_kind { SET_RAGGED, SET_JUSTIFIED };
enum head_contact {
    CONTACT_BELOW,
    CONTACT_BESIDE,
    CONTACT_LINES,
    CONTACT_COLUMNS
};
enum photo_shape {
    PHOTO_ORIGINAL,
    PHOTO_SQUARE,
    PHOTO_ROUNDED,
    PHOTO_CIRCLE
};
enum photo_place { PHOTO_START, PHOTO_END, PHOTO_ABOVE, PHOTO_NONE };
enum post_nominal_place { POST_NOMINALS_INLINE, POST_NOMINALS_BELOW };
enum profile_words { PROFILES_ADDRESS, PROFILES_USERNAME, PROFILES_NETWORK };
enum phone_format {
    PHONE_AS_TYPED,
    PHONE_NATIONAL,
    PHONE_INTERNATIONAL,
    PHONE_E164
};
enum rule_place {
    RULE_NONE,
    RULE_BELOW,
    RULE_ABOVE,
    RULE_BESIDE,
    RULE_SHORT,
    RULE_BAR /* before the title: of sections only */
};
enum rule_level { LEVEL_MIDDLE, LEVEL_BASELINE };
enum date_place { DATES_RIGHT, DATES_COLUMN, DATES_BELOW };
enum date_side {
    DATE_SIDE_AUTO,
    DATE_SIDE_START,
    DATE_SIDE_CENTER,
    DATE_SIDE_END
};
enum subtitle_place { SUBTITLE_BELOW, SUBTITLE_INLINE };
enum town_place { PLACE_INLINE, PLACE_RIGHT };
enum box_style { BOX_TINT, BOX_RULE, BOX_FRAME, BOX_PLAIN };
enum sidebar_side { SIDEBAR_START, SIDEBAR_END };
enum sidebar_head { SIDEBAR_HEAD_FULL, SIDEBAR_HEAD_MAIN };
enum footer_pages { FOOTER_ALL, FOOTER_NOT_FIRST, FOOTER_NONE };

struct look {
    struct page_range pages;
    struct span pages_span; /* where they were chosen */
    struct {
        upt size_least, margin_least;
    } fit;
    upt font_size;
    struct str body_family, heading_family;
    struct str font_folder;
    struct span body_span, heading_span; /* where they were chosen */
    int page;                            /* enum page_format */
    upt page_width, page_height;
    upt margin_top, margin_right, margin_bottom, margin_left;
    bool grid;              /* lines of text on one grid */
    struct str page_breaks; /* ids of sections on a new page */
    int64_t columns;
    struct span columns_span; /* where they were chosen */
    struct {
        int side; /* enum sidebar_side */
        upt width;
        upt gap;             /* to the main column */
        rgb ground;          /* to the edge of the paper; white: none */
        upt rule_width;      /* of a line between the columns */
        int head;            /* enum sidebar_head */
        bool contact;        /* phone, mail and town stand in it */
        struct str sections; /* ids of those in it, "skills, languages" */
        struct str above;    /* of those above both columns */
    } sidebar;
    struct {
        rgb text, muted, accent, rule, tint, link;
    } color;
    bool link_underline;
    struct str link_mark; /* behind links out of the document */

    int setting; /* enum setting_kind */
    bool hyphenate;
    struct {
        bool smart; /* printer's signs for the keyboard's */
        bool hang;  /* marks at lines' ends stand out a little */
    } typography;
    struct text_style text[TEXT_STYLE_COUNT];

    struct {
        upt paragraph;     /* between paragraphs */
        upt section;       /* above a section's title */
        upt section_title; /* below it */
        upt subsection;    /* above titles of the second and third level */
        upt entry;         /* between entries */
        upt entry_body;    /* between an entry's title and its text */
        upt item;          /* between list items */
        upt block;         /* around tables, figures, boxes */
        int64_t shrink;    /* per mille that spaces may give up */
        int64_t stretch;   /* per mille that spaces may take */
        int64_t leading_shrink, leading_stretch;
    } space;

    struct {
        int alignment; /* enum side */
        int contact;   /* enum head_contact */
        int rule;      /* enum rule_place */
        upt rule_width;
        upt name_space; /* below the name */
        upt headline_space;
        upt contact_space; /* between the contacts and the line below them */
        upt below;         /* below the whole head */
        struct str separator;
        upt contact_gap;         /* beside the separator */
        int64_t contact_columns; /* of CONTACT_COLUMNS, at most */
        bool icons;              /* before each contact */
        upt icon_size;
        rgb icon_color;
        bool labels;       /* "Email:" before each contact */
        bool links;        /* contacts can be clicked */
        int post_nominals; /* enum post_nominal_place */
        int profiles;      /* enum profile_words */
        int phone;         /* enum phone_format */
        bool photo;        /* on the resume too */
        int photo_side;    /* enum photo_place, none excepted */
        upt photo_width;
        upt photo_space; /* beside it */
        int photo_shape; /* enum photo_shape */
    } head;

    struct {
        upt top;       /* from the page's top edge to the name */
        int alignment; /* enum side */
        int rule;
        upt rule_width;
        int photo; /* enum photo_place */
        upt photo_width;
    } cover;

    struct {
        int alignment;
        int rule;
        upt rule_width;
        upt rule_space; /* between title and rule */
        int rule_level; /* enum rule_level, of rules beside the title */
        rgb rule_color;
        bool breaks;     /* may be broken between pages */
        upt side_column; /* titles in a column of this width; 0: none */
    } section;

    struct {
        int dates; /* enum date_place */
        upt date_column;
        upt date_width;     /* of dates at the right; 0: what they need */
        int date_alignment; /* enum date_side */
        upt gap;            /* between a title and its dates */
        int subtitle;       /* enum subtitle_place */
        int place;          /* enum town_place */
        upt indent;         /* of all below the title line */
        bool compact;       /* one line for those that are only a title */
        bool short_body;    /* text ends where the column of dates begins */
        upt side_space;     /* at both sides of entries */
        upt lead_column;    /* before the title: a degree */
        upt summary_space, summary_indent;
        bool breaks;         /* may be broken between pages */
        struct str timeline; /* ids of sections with a line beside entries */
        upt timeline_width;
        rgb timeline_color; /* of its nodes */
    } entry;

    struct {
        struct str bullet, nested_bullet;
        upt indent; /* from the edge to the bullet */
        upt gap;    /* from the bullet to the text */
        upt space;  /* above a list, besides the usual */
        rgb bullet_color;
    } list;

    struct {
        upt rule_width;
        upt padding; /* above and below the text of a row */
        upt gap;     /* between columns */
    } table;

    struct {
        int style;       /* enum box_style */
        int64_t columns; /* most tiles in a row */
        upt padding;
    } strip;

    struct {
        upt bar;       /* thickness */
        int64_t share; /* per cent of the width for the bars */
        int64_t lines; /* height of a run chart */
    } chart;
    struct figure_choices figures;
    struct date_choices dates;
    struct entry_choices entries;
    struct str line_template; /* of labelled lines; empty: as usual */

    struct {
        int style;
        upt padding;
        upt rule_width;
    } callout;
    struct {
        int style;
        upt padding;
        upt rule_width;
    } quote;
    struct {
        upt size;
        int level;   /* of error correction: low, medium, quartile, high */
        bool media;  /* beside what has an address */
        bool head;   /* of the own page, on a resume */
        bool cover;  /* the same on a title page */
    } code;
    struct {
        upt frame;       /* thickness of the line around a page; 0: none */
        int64_t columns; /* pages of a sample in a row, at most */
        int64_t height;  /* per cent of the page, at most */
        upt preview;     /* width of the picture beside a film */
        upt logo;        /* height of logos; 0: none are shown */
    } picture;
    struct {
        bool leaders;
    } contents;

    struct {
        upt space;     /* between its parts */
        upt paragraph; /* between its paragraphs */
        upt signature; /* above the name, to sign in */
        int date;      /* enum side */
    } letter;

    struct {
        int pages;   /* enum footer_pages */
        bool single; /* also when there is only one page */
        upt space;   /* from the text's bottom to the footer's baseline */
        bool rule;
        struct str start, center, end; /* templates */
    } footer;

    struct {
        struct str text; /* a template; empty: none */
        int alignment;   /* enum side */
        upt space;       /* from the note's baseline to the text */
    } top_note;
};

struct theme {
    struct str name;
    struct look look[3]; /* by enum document_kind */
};

static inline const struct look *
theme_look(const struct theme *theme, enum document_kind kind)
{
    return &theme->look[kind];
}

#endif
