/* Themes and `layout:` on their way to a look: layer upon layer, each option
   keeps what was said last and where. */
#ifndef LAYOUT_READING_H
#define LAYOUT_READING_H

#include "layout/theme.h"
#include "options.h"

/* What was last said about an option, and where. */
struct choice {
    struct str text;
    struct span span;
};

enum { KINDS = 3 }; /* of documents, as in enum document_kind */
#define ALL_KINDS ((1u << KINDS) - 1)

struct reading {
    struct arena *arena;
    struct findings *findings;
    struct choice *choices[KINDS]; /* by kind and option number */
    unsigned kinds;                /* bits of those being spoken of */
    bool is_theme;                 /* the layer is a theme, no `layout:` */
    LIST(uint32_t) embedded;       /* sources that are ours */
    struct str folder;             /* of themes, as findings show it */
};

/* The defaults of the table. */
void reading_begin(struct reading *reading);
/* What holds for all documents first, then what is said for one kind.
   Findings: X201, X202. */
void reading_layer(struct reading *reading, const struct node *layer);
/* The theme of that name and what it extends, each before what builds on it;
   false with a finding: X203, X206, X207. */
bool reading_theme(struct reading *reading,
                   const struct theme_request *request);
/* All of it as values, for kinds of documents as bits; `span` is where the
   theme was named. Findings: X202, X204, F101, F102. */
void reading_resolve(struct reading *reading, unsigned kinds,
                     struct theme *theme, struct span span);

struct str theme_path(struct arena *arena, struct str name);
extern const struct str theme_default;

#endif
