/*
 * The field table: every key of the format with type, default, meaning and an
 * example. It drives decoding, advice on unknown keys, `dossier schema`, the
 * starter file and the reference of the format; a test walks it to see that
 * every section reaches the page it belongs to.
 */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include <stddef.h>

#include "base/buf.h"

enum field_type {
    FIELD_TEXT,
    FIELD_PROSE,
    FIELD_LINE, /* LINE: prose of one line */
    FIELD_DATE,
    FIELD_MONTH,
    FIELD_PERIOD,
    FIELD_INTEGER,
    FIELD_DECIMAL,
    FIELD_FLAG,
    FIELD_CHOICE,
    FIELD_URL,
    FIELD_EMAIL,
    FIELD_PHONE,
    FIELD_PATH,
    FIELD_ID,
    FIELD_DURATION,
    FIELD_COUNTRY,
    FIELD_LANGUAGE,
    FIELD_PAGES, /* "2", "1-2" */
    FIELD_REF,   /* id of a metric record */
    FIELD_MAP,
    FIELD_NODE /* NODE: read by another layer */
};

/* REQUIRED: absence is an error. WARNED: asked for, by a rule. */
enum field_need { FIELD_OPTIONAL, FIELD_REQUIRED, FIELD_WARNED };

/* PART: private, audience, lint. ENTRY: those and id, tags, priority, notes.
   Both need a struct item as first member. */
enum shape_common { COMMON_NONE, COMMON_PART, COMMON_ENTRY };

struct field_shape;

struct field {
    const char *key;
    const char *accepted; /* spellings that are ours too, blank-separated;
                             read without a word */
    const char *aliases;  /* other tools' spellings: read, with advice */
    enum field_type type;
    bool is_list;
    bool scalar_is_list; /* one value stands for a list of one */
    bool splits_commas;  /* that one value may be "a, b, c" */
    bool may_be_present; /* dates: `present` is one */
    bool is_hidden;      /* read for other tools' sake, not ours */
    enum field_need need;
    const char *rule;           /* the rule that judges its absence, better
                                   than the decoder, once it exists; NULL:
                                   without it the entry says nothing */
    size_t offset;              /* into the struct of the shape */
    size_t also;                /* a second place, 0: none; for the ids among
                                   the items, for the seconds of a duration */
    const char *const *choices; /* FIELD_CHOICE and text of a fixed list,
                                   NULL-terminated; "" is the unset default */
    const char *choices_mean;   /* what each word means, a line each; the unset
                                   default has none */
    int unknown_is;             /* choice taken for a word that is none of the
                                   list, where a guess must hold back; 0: -1 */
    unsigned limit;             /* items of a list at most; 0: any number */
    const char *schema;         /* FIELD_NODE: its JSON Schema */
    const struct field_shape *shape; /* FIELD_MAP */
    const char *meaning;             /* one sentence for people */
    const char *example;             /* as written in YAML */
};

/* A mapping of the format: "experience entry", its fields. */
struct field_shape {
    const char *name;
    const char *meaning;
    size_t size;                    /* of the struct */
    const struct field *fields;     /* ends with key NULL */
    const char *scalar_key;         /* a scalar in its place fills this field */
    enum shape_common common;       /* the keys that any mapping may carry */
    bool is_open;                   /* other keys belong to another layer */
    const char *one_of;             /* fields of which one must be given */
    const char *one_of_rule;        /* see field.rule */
    size_t node_offset;             /* of `const struct node *node`; 0: none */
    const struct field_shape *also; /* fields of a single part (a position)
                                       may stand in the same mapping */
};

/* The whole file. */
const struct field_shape *fields_root(void);
/* The keys that any mapping (PART) or entry (ENTRY) may carry; offsets into
   struct item. Ends with key NULL; NULL for COMMON_NONE. */
const struct field *fields_common(enum shape_common common);
/* By key or accepted spelling, in the shape's own fields, then in the common
   ones; NULL when there is none. */
const struct field *field_find(const struct field_shape *shape, struct str key);
bool field_is_common(const struct field_shape *shape,
                     const struct field *field);

/* What a later layer knows of the keys of a shape that is open. As JSON:
   members of "properties", members of "$defs"; as Markdown and in mdoc(7): the
   rest of the shape's chapter. */
struct field_extra {
    const struct field_shape *shape;
    struct str properties, definitions, reference, manual;
};

/* JSON Schema 2020-12 of the format; `extra` may be NULL. */
void fields_print_schema(struct buf *out, const struct field_extra *extra);
/* The reference of the format as Markdown. */
void fields_print_reference(struct buf *out, const struct field_extra *extra);
/* The same as a manual page, dossier(5). */
void fields_print_manual(struct buf *out, const struct field_extra *extra);
/* The shape of a key of the top level. */
const struct field_shape *fields_shape(const char *key);
/* A commented starter for a name; builds at once. `schema` is where an editor
   finds that of the format. */
void fields_print_starter(struct buf *out, struct str name, struct str role,
                          struct str theme, struct str schema);

#endif
