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
    FIELD_TEXT, FIELD_PROSE, FIELD_LINE,   /* LINE: prose of one line */
    FIELD_DATE, FIELD_MONTH, FIELD_PERIOD, FIELD_INTEGER, FIELD_DECIMAL,
    FIELD_FLAG, FIELD_CHOICE, FIELD_URL, FIELD_EMAIL, FIELD_PHONE,
    FIELD_PATH, FIELD_ID, FIELD_DURATION, FIELD_COUNTRY, FIELD_LANGUAGE,
    FIELD_REF,                              /* id of a metric record */
    FIELD_MAP, FIELD_NODE                   /* NODE: read by another layer */
};

enum field_need { FIELD_OPTIONAL, FIELD_REQUIRED, FIELD_WARNED };

struct field_shape;

struct field {
    const char *key;
    const char *aliases;        /* other tools' spellings, blank-separated */
    enum field_type type;
    bool is_list;
    bool scalar_is_list;        /* one value stands for a list of one */
    enum field_need need;
    size_t offset;              /* into the struct of the shape */
    const char *const *choices; /* FIELD_CHOICE, NULL-terminated */
    const struct field_shape *shape; /* FIELD_MAP */
    const char *meaning;        /* one sentence for people */
    const char *example;        /* as written in YAML */
};

/* A mapping of the format: "experience entry", its fields. */
struct field_shape {
    const char *name;
    const char *meaning;
    size_t size;                /* of the struct */
    const struct field *fields; /* ends with key NULL */
    const char *scalar_key;     /* a scalar in its place fills this field */
};

/* The whole file. */
const struct field_shape *fields_root(void);

/* JSON Schema 2020-12 of the format. */
void fields_print_schema(struct buf *out);
/* The reference of the format as Markdown. */
void fields_print_reference(struct buf *out);
/* A commented starter for a name; builds at once. */
void fields_print_starter(struct buf *out, struct str name, struct str role,
                          struct str theme);

#endif
