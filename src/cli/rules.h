/* What `explain` and `list rules` say of a rule beyond its row in codes.def. */
#ifndef CLI_RULES_H
#define CLI_RULES_H

#include "base/buf.h"
#include "diag/codes.h"
#include "pack/pack.h"

/* Cuts the first id off `ids`; `text` is empty when the pack has none. */
struct str rule_tip(struct arena *arena, struct str *ids,
                    const struct pack *pack, struct str *text);
/* "min_score: 60, years: 2", or nothing. */
void rule_params_print(struct buf *out, enum code code);
/* Whether `lint: {ignore: ...}` is of use. */
bool rule_may_be_ignored(enum code code);
/* Only line by line or in an entry, not for the whole file. */
bool rule_is_ignored_in_places(enum code code);

/* `list rules`, by group. */
void rules_list_print(struct buf *out);
/* The reference page of all rules, as Markdown. */
void rules_page_print(struct buf *out, const struct pack *pack);

#endif
