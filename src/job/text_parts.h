/*
 * From bytes to lines with places, in three steps: a reader for each form of
 * file makes blocks, the head is found among them, and each block becomes one
 * or more lines whose place the headings and phrases tell.
 */
#ifndef JOB_TEXT_PARTS_H
#define JOB_TEXT_PARTS_H

#include "job/job.h"
#include "text_signs.h"

enum block_kind {
    BLOCK_TEXT,
    BLOCK_ITEM /* of a list */
};

/* A paragraph, an item, a heading, a cell: without markup, blanks folded. */
struct block {
    struct str text;
    size_t line;
    enum block_kind kind;
    unsigned level;  /* 1..6: marked as a heading; 7: all in bold; else 0 */
    size_t bold;     /* so many bytes at its beginning are bold */
    bool in_cell;    /* of a table */
    unsigned column; /* of the cell, from 0 */
    bool begins_row;
    bool begins_table;
    bool is_page;  /* of the page around the posting: menu, footer, form */
    bool is_apart; /* a blank line stands above */
    bool is_title;
    bool is_inner; /* begins within a line of the file: no title */
    bool is_value;    /* a field of a record that is no heading */
    bool has_fact;    /* "Salary: ..." */
    bool has_section; /* the field of a record says what it is about */
    enum section section;
};
typedef LIST(struct block) block_list;

/* One posting while it is read. */
struct posting {
    struct arena *arena;
    const struct signs *signs;
    struct words words;
    sign_hit_list hits;
    block_list blocks;
    size_t bytes;    /* of the texts of all blocks */
    size_t cut_line; /* where the limit was met; 0: it was not */
    struct str page_title, shared_title, site_name; /* of a page */
    size_t records; /* postings in a file of records */
    bool has_bare;  /* a heading without a colon stands within a line */
    struct job_text text;
};

enum text_form { FORM_PLAIN, FORM_HTML, FORM_JSON };

/* Whole file without its encoding: UTF-8, no byte order mark. */
struct text_intake {
    bool is_usable; /* else a finding was added */
    struct str text;
    enum text_form form;
};

struct text_intake text_intake_read(struct arena *arena,
                                    struct findings *findings, uint32_t source);

struct posting posting_new(struct arena *arena);
/* Adds a block; texts of blanks only are left out. */
struct block *posting_add(struct posting *posting, struct str text,
                          size_t line);

/* Plain text and Markdown; lines count from `line`. */
void posting_read_plain(struct posting *posting, struct str text, size_t line);

/* A page or a fragment of one. */
void posting_read_html(struct posting *posting, struct str text);

/* A record. False: it is no JSON or has nothing of a posting in it; `why`
   says so, `at` is the byte. */
bool posting_read_json(struct posting *posting, struct str text,
                       struct str *why, size_t *at);
/* The JobPosting among the data of a page; false: there is none. */
bool posting_read_data(struct posting *posting, struct str text, size_t line);

/* Text of a form that is not known, all of it in one line of the file. */
void posting_read_any(struct posting *posting, struct str text, size_t line);

/* The first byte behind `from` of what was joined to the line before it
   without a blank; s.len: nothing was. */
size_t posting_find_seam(struct posting *posting, struct str s, size_t from);

/* The word at `at`, or the one behind its article, is one that items of lists
   begin with. */
bool posting_opens_item(struct str s, size_t at);

/* So does the line, and it is no heading, nor has one before a colon. */
bool posting_is_item(struct posting *posting, struct str s);

/* Cuts what stands in one line but is a list, or several sections. */
void posting_split(struct posting *posting);

/* Title, organization, location, reference, where they are not known yet. */
void posting_find_head(struct posting *posting);
/* Blocks to lines. */
void posting_place_lines(struct posting *posting);

/* A word that says nothing of its own in a heading: "key", "your". */
bool posting_is_fill(struct str word);

/* Looks up the words of a text; what is found holds until the next call. */
const sign_hit_list *posting_look(struct posting *posting, struct str text);

/* Bytes of the marker of a list's item at the beginning of a line, with the
   blanks behind it; 0: none. */
size_t item_marker(struct str line);
/* The text with runs of blanks (also no-break spaces) as one, trimmed. */
struct str fold_blanks(struct arena *arena, struct str text);

#endif
