/*
 * The shape of the compiled packs: written by src/gen/pack.c into
 * build/gen/pack_tables.c, read by the files of this layer only.
 */
#ifndef PACK_TABLES_H
#define PACK_TABLES_H

#include "pack/lexicon.h"

struct pack_word {
    unsigned offset; /* into `letters`, folded */
    unsigned short len;
    unsigned short node;  /* of the phrase that is this word alone, or of the
                             phrases that begin with it; 0 none */
    unsigned short skill; /* the same among the phrases of skills */
    unsigned short asked; /* the same among those of postings */
    unsigned short lists; /* of `sets`: where phrases that begin with it are */
};

/* A beginning of a phrase; a phrase itself when it has uses or classes. */
struct pack_node {
    uint64_t classes;
    unsigned short first_edge, edge_count;
    unsigned short first_use, use_count;
};

/* From a node over a word to the next node; sorted by word in each node. */
struct pack_edge {
    unsigned short word, node;
};

/* How names begin: src/pack/split.h has the slots. */
extern const unsigned char pack_name_firsts[], pack_name_pairs[];

struct pack_terms {
    const struct lexicon_term *at;
    size_t count;
};

struct pack {
    struct str name, title, served;
    bool balanced;
    const struct pack_kpi *kpis;
    const struct pack_kpi_group *kpi_groups;
    const struct pack_role *roles;
    const struct pack_skill *skills;
    const struct pack_credential *credentials;
    const struct pack_membership *memberships;
    const struct pack_tip *tips;
    const struct pack_tip_group *tip_groups;
    size_t kpi_count, kpi_group_count, role_count, skill_count,
        credential_count, membership_count, tip_count, tip_group_count;
    const char *name_keys;         /* one behind the other */
    const struct pack_name *names; /* of credentials and memberships */
    size_t name_count;
    const unsigned short *name_slots; /* number of a name + 1 */
    unsigned name_mask;
    const char *letters;           /* of all words, without ends */
    const struct pack_word *words; /* [0] is no word */
    const unsigned short *slots;   /* open addressing by split_hash */
    unsigned slot_mask;
    unsigned first_asked;           /* words from here on only postings have */
    const struct lexicon_set *sets; /* [0] is empty */
    const struct pack_node *nodes;  /* [0] is no node */
    const struct pack_edge *edges;
    const struct lexicon_use *uses;
    const struct pack_terms *terms; /* by enum lexicon_list */
    const struct own_phrases *own;  /* of role files; NULL: none */
    const struct pack_stem *stems;
    const struct pack_phrase *phrases;
    const struct word_heads *phrase_heads;
    size_t stem_count, phrase_count;
};

extern const struct pack *const pack_tables[];
extern const size_t pack_table_count;

#endif
