/* The two names in the head of an entry. */
#ifndef IMPORT_TEXT_PAIR_H
#define IMPORT_TEXT_PAIR_H

#include "text.h"

struct text_pair_words {
    bool is_school; /* degree and school, else position and employer */
    bool is_below;  /* an employer without a position stands above */
    int order; /* of the other entries: >0 the first one stands first, 0: not
                  known */
};

struct text_pair {
    struct node *first;  /* position or degree; NULL: there is none */
    struct node *second; /* employer or school */
    bool is_sure;        /* words decided */
    bool is_single;      /* there was one name only */
    bool is_first_first;
};

struct text_pair text_pair_find(struct text_page *page,
                                struct text_entry *entry,
                                const struct text_pair_words *words);

#endif
