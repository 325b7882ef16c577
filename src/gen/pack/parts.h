/*
 * The compiler of packs: what its files share. What is wrong ends it, and the
 * system takes the memory back.
 *
 *   files.c   YAML files, and how the compiler ends
 *   texts.c   all texts of the tables, each once
 *   tables.c  KPIs, roles, skills, credentials, memberships, tips
 *   names.c   names of credentials and memberships, by their hash
 *   forms.c   forms of verbs and nouns
 *   lists.c   word lists and what their entries carry
 *   trie.c    the phrases of all lists, word by word
 *   nodes.c   the trie as tables
 *   stems.c   phrases of skills and KPIs by the stems of their words
 */
#ifndef GEN_PACK_PARTS_H
#define GEN_PACK_PARTS_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "../../pack/split.h"
#include "base/attr.h"
#include "base/str.h"

/* ---- files.c ------------------------------------------------------------- */

/* Ends the program; the message names the file that was read last. */
ATTR_NORETURN void fail(const char *what, const char *which);
/* Room for one more item of `size`; never NULL. */
void *grow(void *old, size_t count, size_t *room, size_t size);
/* Zeroed; never NULL. */
void *make_room(size_t count, size_t size);
char *copy(const char *s, size_t len);

struct file {
    yaml_document_t document;
    bool loaded; /* a file that is not there is empty */
};

void file_load(struct file *file, const char *directory, const char *name);
yaml_node_t *file_root(struct file *file);
/* NULL where there is none; NULL is a map without keys. */
yaml_node_t *file_get(struct file *file, yaml_node_t *map, const char *key);
/* "degree.min" below a map. */
yaml_node_t *file_get_path(struct file *file, yaml_node_t *map,
                           const char *path);
/* Items of a list; 0 of anything else. */
size_t item_count(yaml_node_t *list);
yaml_node_t *file_item(struct file *file, yaml_node_t *list, size_t i);
/* Empty of anything but a text. */
const char *scalar(yaml_node_t *node);
const char *file_text(struct file *file, yaml_node_t *map, const char *key);
const char *file_item_text(struct file *file, yaml_node_t *list, size_t i);

/* ---- texts.c ------------------------------------------------------------- */

/* The place of a text, which gets one when it has none. */
unsigned text_place(const char *s);
/* Places of lists stand one behind the other: that of the next one. */
size_t listed_count(void);
void listed_add(const char *s);
void texts_print(void);
void print_quoted(const char *s);
/* {"text", 4} */
void print_string(const char *s);

/* ---- tables.c ------------------------------------------------------------ */

enum {
    KPIS,
    KPI_GROUPS,
    ROLES,
    SKILLS,
    CREDENTIALS,
    MEMBERSHIPS,
    TIPS,
    TIP_GROUPS,
    TABLE_COUNT
};

struct cell;
struct table {
    const char *file, *key, *type, *field;
    const struct cell *cells;
};
extern const struct table tables[TABLE_COUNT];

/* Entries of a table: the pack's own, then those that the pack it extends has
   besides. */
struct entries {
    struct file *files[2];
    yaml_node_t *at[2];
    size_t counts[2];
};
struct entries entries_of(const struct table *table, struct file *own,
                          struct file *base);
/* The next entry at or behind *at; NULL at the end. */
yaml_node_t *next_entry(const struct entries *entries, size_t *at,
                        struct file **file);
/* Gives the number of entries. */
size_t table_print(const struct table *table, unsigned number, struct file *own,
                   struct file *base);

/* ---- names.c ------------------------------------------------------------- */

/* Of one pack; its part of the struct comes from names_print_fields. */
void names_make(unsigned number, struct file *own, struct file *base);
void names_print_fields(unsigned number);
/* How names of all packs begin. */
void names_print_begun(void);

/* ---- lists.c, forms.c ---------------------------------------------------- */

enum mode { WORDS, VERBS, NOUNS, FORMS };

enum {
#define LEXICON_CLASS(name, path, mode) L_##name,
#define LEXICON_LIST(name, path, mode) L_##name,
#include "../../../include/pack/lists.def"
#undef LEXICON_CLASS
#undef LEXICON_LIST
    LIST_COUNT
};

enum {
#define LEXICON_CLASS(name, path, mode) CLASS_##name,
#define LEXICON_LIST(name, path, mode)
#include "../../../include/pack/lists.def"
#undef LEXICON_CLASS
#undef LEXICON_LIST
    CLASS_COUNT
};

struct term {
    const char *name, *advice, *group, *value;
    bool known, case_sensitive;
};

/* What is read before any list of a pack. */
void lists_reset(void);
/* One list of all these files. */
void list_add(struct file *files, size_t count, unsigned list);
/* The number of the new term in its list. */
unsigned term_add(unsigned list, struct term term);
void kpi_aliases_add(struct file *kpis);
/* `words` are the files with irregular forms. */
void skills_add(struct file *words, size_t count, struct file *roles);
void terms_print(unsigned number);

/* All forms of it become phrases of the list. */
void add_verb(struct file *files, size_t count, const char *base, unsigned list,
              unsigned term);
void add_noun(const char *base, unsigned list, unsigned term);

/* ---- trie.c, nodes.c ----------------------------------------------------- */

/* The nodes from which the phrases of skills and those of postings begin; all
   others begin at 0. */
enum { SKILL_ROOT = 1, ASKED_ROOT, ROOT_COUNT };

struct trie_node {
    unsigned parent, word, use_count;
    uint64_t classes;
    struct {
        unsigned list, term;
    } uses[24];
};

struct trie {
    const char **words; /* folded, by number; 0 is none */
    struct trie_node *nodes;
    size_t word_count, word_room, node_count, node_room;
    unsigned slots[1 << 17], node_slots[1 << 18];
};
extern struct trie trie;

void trie_reset(void);
/* `forms` are bits of classes that the phrase has besides its list. */
void add_phrase(const char *phrase, unsigned list, unsigned term,
                uint64_t forms);
/* Classes of a word that is a phrase by itself. */
uint64_t word_classes(struct str word);
void words_print(unsigned number);
void nodes_print(unsigned number);

/* ---- stems.c ------------------------------------------------------------- */

/* Once all words are known that are read outside of postings. */
void stems_make(unsigned number, struct file *roles, struct file *kpis);
void stems_print_fields(unsigned number);

#endif
