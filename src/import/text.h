/*
 * A resume in words on its way to the native tree, in four steps:
 *
 *   text_lines.c     bytes -> lines: marks of lists and headings read, signs
 *                    that say nothing taken away
 *   text_sections.c  which lines are headings, and of what
 *   text_join.c      lines that were wrapped become one again
 *   text_convert.c   each section into its native list
 *
 * All steps are linear in the length of the text.
 */
#ifndef IMPORT_TEXT_H
#define IMPORT_TEXT_H

#include "base/buf.h"
#include "base/index.h"
#include "convert.h"

/* ---- words --------------------------------------------------------------- */

/* What a word may be. */
enum text_word {
    TEXT_TITLE = 1 << 0,   /* "manager", "Leiterin" */
    TEXT_ORG = 1 << 1,     /* "hospital", "GmbH" */
    TEXT_SCHOOL = 1 << 2,  /* "university" */
    TEXT_DEGREE = 1 << 3,  /* "bachelor", "BSN" */
    TEXT_COUNTRY = 1 << 4, /* countries and large regions by name */
    TEXT_REGION = 1 << 5,  /* two letters behind a town: "IL" */
    TEXT_KIND = 1 << 6,    /* "full-time" */
    TEXT_MONTH = 1 << 7,
    TEXT_SEASON = 1 << 8,
    TEXT_PRESENT = 1 << 9,
    TEXT_TO = 1 << 10,      /* between two dates */
    TEXT_SINCE = 1 << 11,   /* before one date */
    TEXT_OF = 1 << 12,      /* within a date */
    TEXT_ROLE = 1 << 13,    /* "member": in an association */
    TEXT_COLUMN = 1 << 14,  /* the head of a column: "Employer" */
    TEXT_ORG_END = 1 << 16, /* "services": at the end of a name */
    TEXT_AT = 1 << 15       /* "at": between a position and its employer */
};

/* What a section holds. */
enum text_topic {
    TOPIC_HEAD, /* what stands before the first heading */
    TOPIC_CONTACT,
    TOPIC_SUMMARY,
    TOPIC_EXPERIENCE,
    TOPIC_EDUCATION,
    TOPIC_CERTIFICATIONS,
    TOPIC_SKILLS,
    TOPIC_SYSTEMS,
    TOPIC_LANGUAGES,
    TOPIC_PUBLICATIONS,
    TOPIC_VOLUNTEER,
    TOPIC_AWARDS,
    TOPIC_MEMBERSHIPS,
    TOPIC_DEVELOPMENT,
    TOPIC_PROJECTS,
    TOPIC_REFERENCES,
    TOPIC_OTHER,  /* a section of one's own */
    TOPIC_RESUME, /* "Curriculum vitae": the name of the paper */
    TOPIC_FOREIGN /* of another kind of text: "Installation" */
};

struct text_phrase {
    enum text_topic topic;
    bool is_weak; /* may be words of a line as well */
    struct str language;
    struct str words; /* folded */
};

/* The end of a word, "leiter". */
struct text_end {
    struct str text;
    unsigned kinds;
};

struct text_words {
    struct arena *arena;
    struct index words; /* folded -> place in `kinds` */
    LIST(unsigned) kinds;
    LIST(struct text_end) ends;
    struct index phrases; /* folded -> place in `table` */
    LIST(struct text_phrase) table;
};

ATTR_RETURNS_NONNULL const struct text_words *
text_words_new(struct arena *arena);
/* Lower case, without accents, words parted by one blank. Empty: no letters. */
struct str text_fold(struct arena *arena, struct str s);
/* enum text_word of one word or, with several, of that name. */
unsigned text_word_is(const struct text_words *words, struct str word);
/* The next word at *at, which moves behind it; empty at the end. Full stops
   within ("B.Sc") belong to it. */
struct str text_word_next(struct str s, size_t *at);
/* How many words of the text are one of `kinds`; the last counts twice. */
unsigned text_count(const struct text_words *words, struct str s,
                    unsigned kinds);
bool text_ends_with(const struct text_words *words, struct str s,
                    unsigned kinds);
/* What a heading says; NULL: it is none that is known. `is_exact`: all of its
   words, so that it is one without further marks. */
const struct text_phrase *text_phrase_find(const struct text_words *words,
                                           struct str heading, bool *is_exact);

/* ---- dates --------------------------------------------------------------- */

/* Bytes of a line that are a date or a span of dates. */
struct text_dates {
    size_t from, to; /* from == to: there is none */
    bool is_span;
    bool is_at_edge; /* nothing but signs before or behind it */
};
struct text_dates text_dates_find(const struct text_words *words, struct str s);

/* ---- lines --------------------------------------------------------------- */

enum text_kind {
    LINE_TEXT,
    LINE_BULLET,
    LINE_HEADING, /* by its marks */
    LINE_ROW,     /* of a table; cells parted by | */
    LINE_QUOTE
};

struct text_line {
    struct node *node; /* of the foreign tree; its text is that of the line */
    enum text_kind kind;
    unsigned level;   /* of a heading by its marks, 1 to 6 */
    unsigned indent;  /* columns before the sign of a list or the text */
    unsigned inner;   /* columns before the text of an item */
    unsigned columns; /* where the line ends */
    unsigned first;   /* of its first word; no-break spaces belong to it */
    bool is_bold;     /* all of it */
    bool is_italic;   /* all of it */
    bool is_caps;
    bool is_apart; /* an empty line or a rule above */
    bool is_last;  /* the line ends here by a mark: two blanks, a backslash */
    bool is_ruled; /* a line is drawn below */
    bool is_definition; /* ": ..." below its term */
    bool is_head_row;   /* the heads of a table's columns */
    struct text_dates dates;
};
typedef LIST(struct text_line) text_line_list;

struct text_section {
    enum text_topic topic;
    struct text_line *heading; /* NULL: the top of the file */
    struct str title;          /* of the heading, without marks */
    text_line_list lines;
};

/* A line that is no part of the resume. */
struct text_aside {
    struct node *node;
    const char *what; /* for people; NULL: a mark without words */
};

/* The foreign tree; what was found out about it stands behind its root. */
struct text_page {
    struct node root;       /* first, so that it can be found by its root */
    struct text_page *self; /* to be changed, from its root */
    struct arena *arena;
    uint32_t source;
    const struct text_words *words;
    struct node *front; /* front matter, a map; NULL: none */
    text_line_list lines;
    LIST(struct text_aside) asides;
    LIST(struct text_section) sections;
    struct str language; /* of most headings; empty: of none */
    unsigned width;      /* the longest line, in columns */
};

/* All of it: lines, sections, joined again. */
struct text_page *text_page_read(struct arena *arena, struct str text,
                                 uint32_t source);
void text_lines_read(struct text_page *page, struct str text);
void text_sections_find(struct text_page *page);
void text_lines_join(struct text_page *page);
/* Front matter at the beginning; gives the byte behind it, 0: there is none. */
size_t text_front_end(struct str text);
size_t text_front_read(struct text_page *page, struct str text);

static inline struct str
text_of(const struct text_line *line)
{
    return line->node->text;
}

/* ---- parts of a line ----------------------------------------------------- */

/* A piece of the head of an entry, between the signs that part it. */
struct text_part {
    struct node *node; /* its words, without marks, with their place */
    const struct text_line *line;
    unsigned title, org, school, degree; /* words that say so */
    bool is_place, is_kind;
    bool may_be_org;   /* its last word is of names and of fields */
    bool is_behind_at; /* "at Mercy Hospital" */
    bool is_strong;    /* set apart by more than a comma from the one before */
    bool is_used;
};
typedef LIST(struct text_part) text_part_list;

/* What an entry of a section is made of. */
struct text_entry {
    LIST(const struct text_line *) heads;
    LIST(const struct text_line *) body;
    unsigned level; /* of its first head, when that is a heading */
    /* Read from the heads: */
    text_part_list parts;
    struct node *dates; /* NULL: there are none */
    bool is_span;
    struct str url;
};
typedef LIST(struct text_entry) text_entry_list;

text_entry_list text_entries_group(struct text_page *page,
                                   const struct text_section *section);
/* Fills what is read from the heads. */
void text_entry_read(struct text_page *page, struct text_entry *entry);
/* The parts of one line; its dates are left out. */
void text_parts_add(struct text_page *page, struct text_entry *entry,
                    const struct text_line *line);
/* A part of its own, parted by commas too. */
void text_parts_split_commas(struct text_page *page, struct text_entry *entry);
/* Bytes from..to of a line as a value with its place. */
struct node *text_piece(struct text_page *page, const struct text_line *line,
                        size_t from, size_t to);
/* The same for a slice of its text. */
struct node *text_slice(struct text_page *page, const struct text_line *line,
                        struct str slice);
/* Without emphasis, links and code marks; the address of a link in *url when
   that is not NULL and empty so far. */
/* An image's address, when the text is one and nothing else. */
struct str text_image(struct str s);
struct str text_unmarked(struct arena *arena, struct str s, struct str *url);
/* "Chicago, IL", "Berlin, Germany", "Remote". */
bool text_is_place(const struct text_words *words, struct str s);
/* Without blanks, commas, lone brackets and the like at both ends. */
struct str text_trim_signs(struct str s);

/* ---- into the native tree ------------------------------------------------ */

/* Paragraphs of one field, as they come. */
struct text_prose {
    struct buf out;
    const struct node *first, *last; /* NULL: there are none */
};

struct text_conversion {
    struct conversion *c;
    struct text_page *page;
    struct text_prose summary; /* of the person */
};

void text_head_convert(struct text_conversion *t,
                       const struct text_section *section);
void text_front_convert(struct text_conversion *t);
void text_work_convert(struct text_conversion *t,
                       const struct text_section *section, const char *key);
void text_education_convert(struct text_conversion *t,
                            const struct text_section *section);
void text_list_convert(struct text_conversion *t,
                       const struct text_section *section);
/* The entries of a section of one's own, opened; a line of it. */
struct node *text_custom_open(struct text_conversion *t,
                              const struct text_section *section);
void text_custom_add(struct text_conversion *t, struct node *entries,
                     const struct text_line *line);
/* A contact with its label, wherever it stands; false: it is none. */
bool text_head_line(struct text_conversion *t, const struct text_line *line);
/* Tabs and rows of blanks as one blank. */
struct str text_flat(struct arena *arena, struct str s);
void text_custom_convert(struct text_conversion *t,
                         const struct text_section *section);

/* start_date and end_date of an entry, or one date under `single`. */
void text_put_dates(struct text_conversion *t, struct node *map,
                    const struct text_entry *entry, const char *single);
void text_put_place(struct text_conversion *t, struct node *map,
                    const struct node *place);
/* Paragraphs under `summary`, items under `highlights`; parts that nothing
   else took come first. */
void text_put_body(struct text_conversion *t, struct node *map,
                   struct text_entry *entry);
void text_paragraph_add(struct text_conversion *t, struct text_prose *prose,
                        const struct node *from, struct str s);
void text_paragraphs_put(struct text_conversion *t, struct node *map,
                         const char *key, const struct text_prose *prose);
/* Tells of an address that the value beside it cannot keep. */
void text_lose_url(struct text_conversion *t, const struct node *from,
                   struct str url);
void text_take_heads(struct text_conversion *t, const struct text_entry *entry);

#endif
