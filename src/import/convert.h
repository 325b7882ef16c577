/*
 * One foreign tree on its way to a native one. Every value that is put into
 * the native tree, or told of, is *taken*; what is left at the end is lost
 * and becomes a finding with its path and its words (I101). So a reader
 * cannot forget a value: it can only fail to place it.
 *
 * Readers are tables of rows (foreign key, native key, kind of value) with
 * functions where a table does not do.
 */
#ifndef IMPORT_CONVERT_H
#define IMPORT_CONVERT_H

#include "import/import.h"
#include "load/html.h"

struct conversion {
    struct arena *arena;
    struct findings *findings;
    const struct import_options *options;
    const char *format;         /* for messages: "JSON Resume" */
    const struct node *foreign; /* root of the file */
    struct node *native;        /* root, a map */
    struct imported *result;    /* notes go there */
    struct taken *taken;        /* foreign nodes that have a place */
    bool is_json;               /* the file, so that plain scalars are none of
                                   its texts */
};

struct conversion
conversion_begin(struct arena *arena, struct findings *findings,
                 const struct import_options *options, enum file_format format,
                 const struct node *foreign, struct imported *result);
/* Losses: every scalar of the foreign tree that was not taken, in order, with
   its path. Empty texts and nulls say nothing and are no loss. */
void conversion_end(struct conversion *c);

/* ---- foreign values ------------------------------------------------------ */

/* The value of the first of these keys that is there: "name|company". Null
   values count as not there, and are taken. */
const struct node *foreign_get(struct conversion *c, const struct node *map,
                               const char *keys);
/* An earlier call has taken it. */
bool foreign_is_taken(const struct conversion *c, const struct node *node);
/* Has words: a scalar that is no null, no empty text, and no blank one. */
bool foreign_says(const struct node *node);
/* The same of anything below it. */
bool foreign_has_words(const struct node *node);
/* Marks a value, with all below it, as having a place. */
void foreign_take(struct conversion *c, const struct node *node);
/* "work[0].highlights[2]" of a node of the foreign tree. */
struct str foreign_path(struct conversion *c, const struct node *node);
/* A finding about a foreign value, with its path. */
ATTR_PRINTF(4, 5)
struct finding *foreign_report(struct conversion *c, enum code code,
                               const struct node *node, const char *format,
                               ...);
/* A value for a message: one line, `most` bytes, a data: address shortened. */
struct str foreign_shown(struct conversion *c, struct str text, size_t most);
/* A value that says nothing about the person, such as the version of its
   format: taken, and a remark at the end of the new file. NULL is fine. */
void foreign_remark(struct conversion *c, const struct node *node);
/* Tells of a value that has no place here, and why; takes it. I101 */
ATTR_PRINTF(3, 4)
void foreign_lose(struct conversion *c, const struct node *node,
                  const char *why, ...);

/* Everything of it that is not taken is a setting of the other tool (I106). */
void foreign_tell_settings(struct conversion *c, const struct node *node);

/* ---- native values ------------------------------------------------------- */

/* The value of a key, made when it is not there. `from` gives the span; it
   may be NULL. */
struct node *native_map(struct conversion *c, struct node *map, const char *key,
                        const struct node *from);
struct node *native_list(struct conversion *c, struct node *map,
                         const char *key, const struct node *from);
/* A new item of a list. */
struct node *native_item(struct conversion *c, struct node *list,
                         const struct node *from);
struct node *native_item_text(struct conversion *c, struct node *list,
                              const struct node *from, struct str text);
/* A text of ours that stands for what `from` says. Takes it. NULL when it says
   nothing; where the key has a text already, `from` is told of as lost. */
struct node *native_text(struct conversion *c, struct node *map,
                         const char *key, const struct node *from,
                         struct str text);
/* A remark beside a native value. */
ATTR_PRINTF(3, 4)
void native_note(struct conversion *c, const struct node *native,
                 const char *text, ...);

/* ---- values on their way ------------------------------------------------- */

enum value_kind {
    VALUE_TEXT,    /* one line; HTML becomes words, {{...}} is told of (I104) */
    VALUE_PROSE,   /* HTML becomes Markdown */
    VALUE_BULLETS, /* list of texts, or one text with a Markdown or HTML list:
                      native `highlights` */
    VALUE_TEXTS,   /* list of texts, or one text with commas */
    VALUE_DATE,    /* any way to write one; free text is read as far as it is
                      certain, with a note (I102); impossible ones are told of
                      (I103) and kept as a note */
    VALUE_URL,     /* without a scheme "https://" is put before it */
    VALUE_IMAGE,   /* path, data: or address */
    VALUE_SKIP,    /* taken, says nothing about the person ($schema) */
    VALUE_LOSE     /* known, but there is no place for it */
};

struct value_row {
    const char *from; /* foreign keys: "name|company" */
    const char *to;   /* native key; "location.city" makes the map */
    enum value_kind kind;
    /* Instead of the kind, where a table does not do; NULL: the kind. */
    void (*convert)(struct conversion *c, struct node *native,
                    const struct node *foreign, const char *to);
    const char *why; /* VALUE_LOSE: why there is no place */
};

/* Every row of a table that ends with `from` NULL. */
void convert_rows(struct conversion *c, struct node *native,
                  const struct node *foreign, const struct value_row *rows);
void convert_value(struct conversion *c, struct node *native,
                   const struct node *foreign, const char *to,
                   enum value_kind kind);
/* The words of a value of any shape: of a list or map all of them, with `joint`
   between. Takes nothing. */
struct str foreign_words(struct conversion *c, const struct node *node,
                         const char *joint);
/* A text as VALUE_TEXT and VALUE_PROSE would have it; tells of {{...}}. Takes
   nothing. Empty: there is nothing to say. */
struct str convert_line(struct conversion *c, const struct node *node);
struct str convert_prose(struct conversion *c, const struct node *node);

/* What a date says, in the native form ("2020-03", "2020", "present"), and
   whether that is all it says: "Fall 2023" is 2023 and not exact. Empty: no
   date is in it. Knows months and "present" in the languages of the locales. */
struct date_read {
    struct str text;
    bool is_exact, is_impossible;
};
struct date_words;
/* Filled when the first word is looked up. */
struct date_words *date_words_new(struct arena *arena);
struct date_read date_read(struct arena *arena, struct str typed,
                           const struct import_options *options);
/* "Jan 2020 - Present" as two dates; false when it is no span. */
bool date_span_read(struct arena *arena, struct str typed,
                    const struct import_options *options,
                    struct date_read *from, struct date_read *to);

/* ---- readers: each fills c->native --------------------------------------- */

/* How sure the shape is, 0: it is not that format. */
int json_resume_shape(const struct node *tree);
void json_resume_convert(struct conversion *c);
int rendercv_shape(const struct node *tree);
void rendercv_convert(struct conversion *c);
int yamlresume_shape(const struct node *tree);
void yamlresume_convert(struct conversion *c);
int fresh_shape(const struct node *tree);
void fresh_convert(struct conversion *c);
/* What a tree is that is no resume: "a JSON Schema"; NULL: not known. */
const char *alike_name(const struct node *tree);

/* A text is a resume in words rather than a YAML file with a fault. */
bool text_is_resume(struct str text);
/* Several lines of words of any kind, rather than YAML with a fault. */
bool text_is_words(struct str text);
/* Lines, headings and lists of it as a foreign tree, so that lines without a
   place are told of like any other value. */
struct node *text_tree(struct arena *arena, struct str text, uint32_t source);
void text_convert(struct conversion *c);

#endif
