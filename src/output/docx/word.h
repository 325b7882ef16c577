/*
 * A document as WordprocessingML (ECMA-376, Transitional): what the parts of
 * the file are made with. Paragraphs and runs name styles; only what one place
 * has for itself stands beside the name.
 */
#ifndef OUTPUT_DOCX_WORD_H
#define OUTPUT_DOCX_WORD_H

#include "layout/skin.h"
#include "output/output.h"
#include "package.h"

/* ---- what other parts have to know ----------------------------------------
 */

enum relation_kind {
    RELATION_STYLES,
    RELATION_NUMBERING,
    RELATION_SETTINGS,
    RELATION_FONTS,
    RELATION_FOOTER,
    RELATION_LINK,
    RELATION_PICTURE,
    RELATION_KINDS
};

struct relation {
    enum relation_kind kind;
    struct str target;
};

/* Of lists with numbers each counts from one. */
enum list_number { LIST_BULLETS = 1, LIST_FIRST_ORDERED = 2 };
#define LIST_LEVELS 9
/* The deepest level with a style of its own. */
#define LIST_STYLES 3

struct media {
    struct str name; /* "media/image1.png" in word/ */
    struct str bytes;
};

struct bookmark {
    struct str anchor; /* of the document */
};

struct word_file {
    const struct output_task *task;
    struct arena *arena;
    const struct document *document;
    struct skin skin;
    bool right_to_left;
    struct buf body;
    LIST(struct relation) relations; /* rId1 is the first */
    LIST(struct media) media;
    LIST(struct bookmark) bookmarks;
    size_t ordered_lists;
    size_t bookmark_ids, picture_ids;
    size_t list_depth, entry_depth;
    bool page_break; /* before the next paragraph */
    upt indent;      /* of paragraphs beside a list's items */
};

/* Length of the lines. */
upt word_measure(const struct word_file *word);
/* The number of a relation, the same for the same target; from 1. */
size_t word_relation(struct word_file *word, enum relation_kind kind,
                     struct str target);

/* ---- units ----------------------------------------------------------------
 */

/* A twentieth of a point; half a point; an eighth; one of 12700 to a point. */
int64_t word_twips(upt length);
int64_t word_half_points(upt length);
int64_t word_eighths(upt length);
int64_t word_emus(upt length);

/* ---- text -----------------------------------------------------------------
 */

bool word_is_empty(const struct inline_text *text);

/* How runs of a text look besides what they say themselves. */
struct run_look {
    const char *style; /* id of a character style, NULL: none */
    unsigned add;      /* enum inline_style for all of them */
    bool is_loose;     /* no-break blanks are plain ones: behind a tab */
};

void word_runs_add(struct word_file *word, struct buf *out,
                   const struct inline_text *text, struct run_look look);
void word_runs_add_plain(struct word_file *word, struct buf *out,
                         struct str text, struct run_look look);
/* A link out of the document around a text of its own. */
void word_runs_add_link(struct word_file *word, struct buf *out,
                        struct str text, struct str url);
void word_runs_add_tab(struct buf *out);
/* A field that the program counts, with what stands there until then. */
void word_runs_add_field(struct buf *out, const char *code, const char *usual,
                         struct run_look look);

/* ---- paragraphs -----------------------------------------------------------
 */

struct paragraph_look {
    const char *style; /* id of a paragraph style */
    size_t list;       /* enum list_number; 0: none */
    size_t level;      /* of that list */
    bool keeps_next;
    struct str anchor; /* destination of links; may be empty */
};

/* Between both stand the runs, in word->body. */
void word_paragraph_begin(struct word_file *word,
                          const struct paragraph_look *look);
void word_paragraph_end(struct word_file *word);
/* Nothing where the text is empty. */
void word_paragraph_add(struct word_file *word, const char *style,
                        const struct inline_text *text);
void word_paragraph_add_plain(struct word_file *word, const char *style,
                              struct str text);
/* The name in the file of an anchor of the document. */
struct str word_bookmark_name(struct word_file *word, struct str anchor);

/* ---- blocks ---------------------------------------------------------------
 */

void word_blocks_add(struct word_file *word, struct block *const *blocks,
                     size_t count);
void word_head_add(struct word_file *word, const struct block *block);
void word_cover_add(struct word_file *word, const struct block *block);
void word_entry_add(struct word_file *word, const struct block *block);
void word_contents_add(struct word_file *word, const struct block *block);
void word_table_add(struct word_file *word, const struct block *block);
void word_strip_add(struct word_file *word, const struct block *block);
void word_comparison_add(struct word_file *word, const struct block *block);
void word_chart_add(struct word_file *word, const struct block *block);
void word_portrait_add(struct word_file *word, const struct block *block,
                       const char *style, upt width);
void word_image_add(struct word_file *word, const struct block *block);
void word_code_add(struct word_file *word, const struct block *block);

/* ---- parts ----------------------------------------------------------------
 */

#define XML_HEAD                                                               \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN_SPACE                                                             \
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATION_SPACE                                                         \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

struct str word_styles(struct word_file *word);
struct str word_numbering(struct word_file *word);
struct str word_settings(struct word_file *word);
struct str word_fonts(struct word_file *word);
struct str word_footer(struct word_file *word);
struct str word_document_part(struct word_file *word);
struct str word_core(struct word_file *word);
struct str word_app(struct word_file *word);
struct str word_types(struct word_file *word);
struct str word_package_relations(struct word_file *word);
struct str word_document_relations(struct word_file *word);

/* ---- fonts ----------------------------------------------------------------
 */

/* The face of Word for a family of the theme, and what stands in for it. */
struct word_font {
    struct str name, instead;
    const char *family; /* "roman", "swiss" */
};
struct word_font word_font_for(struct str family);
/* For East Asian letters and for Arabic and Hebrew ones, by language. */
const char *word_font_east_asian(struct str language, bool is_serif);
const char *word_font_complex(struct str language, bool is_serif);

#endif
