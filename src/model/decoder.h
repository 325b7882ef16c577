/* What the files of the decoder share. */
#ifndef MODEL_DECODER_H
#define MODEL_DECODER_H

#include "model/decode.h"
#include "model/fields.h"

/* The way to a value, on the C stack; written out only when someone asks. */
struct where {
    const struct where *parent;
    struct str key;   /* of a map, or empty: */
    size_t index;     /* of a list */
    struct span span; /* of the key, or of the item */
};

/* Prose waits until all metric records are known. */
struct waiting_prose {
    struct prose *slot;
    const struct node *node;
    bool one_line;
};

/* An id that somebody wrote, to be resolved when all ids are known. */
enum id_target { ID_OF_METRIC, ID_OF_ANYTHING };
struct waiting_id {
    struct text text;
    enum id_target target;
    struct str path;
};

/* An id that an entry has. */
struct known_id {
    struct str id;
    const struct node *node;     /* of the id */
    const struct metric *metric; /* NULL: of another entry */
    size_t order;
};

/* All ids of metric records, sorted; the first of equal ones wins. */
struct metric_index {
    struct known_id *at;
    size_t count;
};

/* A mapping that not everybody sees, and who does: an audience or nobody. */
enum { HELD_FOR_NOBODY = AUDIENCE_INTERVIEW + 1 };
struct held_back {
    struct span span;
    int held_for;
};

/* A list of refs to be resolved into a list of records. */
struct waiting_refs {
    const text_list *ids;
    const metric_list *own;
    metric_refs *resolved;
};

/* A text that does not have the language that is printed. */
struct untranslated {
    struct str path;
    struct span span;
};

struct decoder {
    struct arena *arena;
    struct findings *findings;
    struct sources *sources;
    struct date today;
    enum audience audience;
    struct candidate *candidate;
    LIST(struct waiting_prose) prose;
    LIST(struct text *) texts; /* with a brace in them */
    LIST(struct held_back) held_back;
    LIST(struct untranslated) untranslated;
    LIST(struct waiting_id) ids;
    LIST(struct known_id) known;
    LIST(struct waiting_refs) refs;
    LIST(struct case_study *) cases; /* whose balancing may be ids */
    bool cut_short;                  /* parts of the file could not be read */
    size_t nearest_left;             /* searches of many ids still allowed */
};

/* ---- decode.c ----------------------------------------------------------- */

struct str where_path(struct arena *arena, const struct where *where);
struct where where_key(const struct where *parent,
                       const struct node_pair *pair);
struct where where_item(const struct where *parent, size_t index,
                        const struct node *node);

/* A finding at this place of the tree. */
ATTR_PRINTF(5, 6)
struct finding *decoder_report(struct decoder *decoder,
                               const struct where *where, enum code code,
                               struct span span, const char *format, ...);
/* The mended value, as help and as an edit of the span. */
void decoder_edit(struct decoder *decoder, struct finding *finding,
                  struct span span, struct str text, bool is_safe);
/* A rule that reports the same in better words is in force. */
bool decoder_has_rule(const char *rule);

void decode_map(struct decoder *decoder, const struct where *where,
                const struct field_shape *shape, const struct node *node,
                void *object);
void decode_field(struct decoder *decoder, const struct where *where,
                  const struct field *field, const struct node *node,
                  void *object);

/* The pairs of a map into the fields of one shape. */
void decode_pairs(struct decoder *decoder, const struct where *where,
                  const struct field_shape *shape, const struct node *map,
                  void *object);

/* ---- decode_entry.c ----------------------------------------------------- */

/* decode_pairs, by way of what is special about the shape. */
void decode_parts(struct decoder *decoder, const struct where *where,
                  const struct field_shape *shape, const struct node *map,
                  void *object);
/* Ids known, references queued, what follows from the fields set. */
void decode_finish(struct decoder *decoder, const struct field_shape *shape,
                   const struct node *node, void *object);

/* ---- decode_list.c ------------------------------------------------------ */

void decode_list(struct decoder *decoder, const struct where *where,
                 const struct field *field, const struct node *node,
                 void *object);

/* ---- decode_scalar.c ---------------------------------------------------- */

/* One value, not a map of a shape; `slot` is the member, `object` the struct
   around it (for field->also). */
void decode_value(struct decoder *decoder, const struct where *where,
                  const struct field *field, const struct node *node,
                  void *object, void *slot);
/* One text of a list: as decode_value, for a part of a scalar. */
void decode_text(struct decoder *decoder, const struct where *where,
                 const struct field *field, const struct node *node,
                 struct str part, struct text *slot);
/* One line: white space folded, ends trimmed. */
struct str one_line(struct arena *arena, struct str s);

/* ---- decode_number.c, decode_web.c, decode_date.c ----------------------- */

typedef void decode_function(struct decoder *decoder, const struct where *where,
                             const struct field *field, const struct node *node,
                             void *slot);
decode_function decode_date, decode_period, decode_integer, decode_decimal,
    decode_flag, decode_choice;
/* Checks of texts; they may mend `text->s`. */
typedef void check_function(struct decoder *decoder, const struct where *where,
                            const struct field *field, struct text *text);
check_function check_url, check_email, check_phone, check_language, check_pages,
    check_country, check_id, check_choice;

/* ---- decode_keys.c ------------------------------------------------------ */

/* The field that a key stands for in another tool's spelling, or NULL. */
const struct field *field_find_foreign(struct arena *arena,
                                       const struct field_shape *shape,
                                       struct str key);
/* A key that is not ours: the field it stands for (reported, to be read), or
   NULL (reported, to be left). */
const struct field *decode_foreign_key(struct decoder *decoder,
                                       const struct where *where,
                                       const struct field_shape *shape,
                                       const struct node_pair *pair);

/* ---- recover.c ---------------------------------------------------------- */

/* A map that was meant as text (`- Led team: grew 3 to 28`): reported, and
   given back as a scalar. NULL when it does not look like that. */
const struct node *recover_text(struct decoder *decoder,
                                const struct where *where,
                                const struct node *map);
bool looks_like_text(const struct node *map);

/* ---- named.c ------------------------------------------------------------ */

/* `skills: {Leadership: [coaching]}`: reported, and given back as the list that
   was meant. NULL when it is something else. */
const struct node *named_entries(struct decoder *decoder,
                                 const struct where *where,
                                 const struct field *field,
                                 const struct node *map);

/* ---- resolve.c ---------------------------------------------------------- */

void decoder_resolve(struct decoder *decoder);
int decoder_years(const struct decoder *decoder);

/* ---- language.c --------------------------------------------------------- */

/* Which language is printed, and its words; before anything is decoded. */
void decoder_choose_language(struct decoder *decoder, const struct node *tree,
                             struct str asked);
void decoder_note_language(struct decoder *decoder, struct str asked);
/* A map whose keys are languages. `shape` is what else could stand there, or
   NULL: a text. */
bool is_by_language(struct decoder *decoder, const struct field_shape *shape,
                    const struct node *map);
/* What it has in the language that is printed, else in the file's; NULL when
   nothing can be used. */
const struct node *text_by_language(struct decoder *decoder,
                                    const struct where *where,
                                    const struct node *map);
/* One finding for all texts that another language stood in for. */
void decoder_tell_untranslated(struct decoder *decoder);

/* ---- locale_keys.c ------------------------------------------------------ */

/* `locale:`, words that are other than usual; NULL when absent. */
void decoder_read_locale(struct decoder *decoder, const struct node *map);

/* ---- calendar.c --------------------------------------------------------- */

/* A date in the words of the language ("März 2020") in our notation, or
   empty. */
struct str date_in_words(struct decoder *decoder, struct str typed);
/* A date of another calendar. */
bool date_of_calendar(struct decoder *decoder, struct str typed,
                      struct date *date);

/* ---- placeholder.c ------------------------------------------------------ */

/* Fills texts and reads prose, when all records are known. */
void decoder_read_prose(struct decoder *decoder);

#endif
