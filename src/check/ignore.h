/* Which findings the file asks to be spared: `lint: {ignore: [...]}` and
   `# lint: ignore M105`. Private to the configuration. */
#ifndef CHECK_IGNORE_H
#define CHECK_IGNORE_H

#include "rule.h"

struct ignore_list {
    struct ignore *at;
    size_t count, room;
};

/* The rule of that code or name; else a finding on `span`. */
bool ignore_find_code(struct check *check, struct str name, struct span span,
                      enum code *code);
void ignore_add(struct check *check, struct ignore_list *list, enum code code,
                struct span within, bool begins, struct span said);
/* Those in the remarks of all sources. */
void ignore_remarks(struct check *check, struct ignore_list *list);

#endif
