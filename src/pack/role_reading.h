/* A role file on its way into a pack. */
#ifndef PACK_ROLE_READING_H
#define PACK_ROLE_READING_H

#include "base/list.h"
#include "load/node.h"
#include "own.h"
#include "pack/role_file.h"

typedef LIST(struct str) word_list;

struct role_reading {
    struct arena *arena;
    struct findings *findings;
    const struct pack *pack; /* as it was compiled */
    LIST(struct pack_role) roles;
    LIST(struct pack_skill) skills; /* behind those of the pack */
    struct own_phrases *phrases;
};

/* ---- values: role_values.c. What cannot be read is a finding (X253) and
   leaves the value as it was. ---- */

/* A key without a value is as good as none. */
bool role_says_nothing(const struct node *node);
/* The words of a list, or of a single one; places in *nodes. */
typedef LIST(const struct node *) node_list;
void role_read_list(struct role_reading *reading, const char *key,
                    const struct node *node, node_list *nodes);
void role_read_word(struct role_reading *reading, const char *key,
                    const struct node *node, struct str *word);
void role_read_words(struct role_reading *reading, const char *key,
                     const struct node *node, struct pack_list *words);
/* One of `choices`, whose last is NULL. */
void role_read_choice(struct role_reading *reading, const char *key,
                      const struct node *node, const char *const *choices,
                      struct str *word);
void role_read_degree(struct role_reading *reading, const char *key,
                      const struct node *node, struct str *degree);
/* "[2, 8]", "[10, null]", "2-8" or "5": from then on. */
void role_read_years(struct role_reading *reading, const struct node *node,
                     struct pack_range *range);
/* "[1, 2]", "1-2" or "2": at most. */
void role_read_pages(struct role_reading *reading, const char *key,
                     const struct node *node, struct pack_range *range);
void role_read_count(struct role_reading *reading, const char *key,
                     const struct node *node, int *count);
/* Parts of one, or of a hundred; in thousandths, -1: not said. */
void role_read_share(struct role_reading *reading, const char *key,
                     const struct node *node, int *thousandths);
/* X252 with what is nearest to it. */
void role_report_unknown(struct role_reading *reading, const char *kind,
                         const struct node *node, struct str near,
                         const char *where);

/* ---- names: role_names.c. What is not known is X252. ---- */

/* `must_have`: ids and names of the pack's, words of one's own. */
void role_read_skills(struct role_reading *reading, const char *key,
                      const struct node *node, struct pack_list *ids);
/* `skills:`, whose ids stand in must_have. */
void role_read_own_skills(struct role_reading *reading,
                          const struct node *node);
void role_read_kpis(struct role_reading *reading, const char *key,
                    const struct node *node, struct pack_list *ids);
void role_read_credentials(struct role_reading *reading, const char *key,
                           const struct node *node, struct pack_list *ids);
void role_read_sections(struct role_reading *reading, const char *key,
                        const struct node *node, struct pack_list *ids);

#endif
