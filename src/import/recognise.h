/* What a text or a tree is, before it is read as that. */
#ifndef IMPORT_RECOGNISE_H
#define IMPORT_RECOGNISE_H

#include "load/node.h"

/* Without a byte-order mark. */
struct str text_without_mark(struct str text);
/* The first character that counts is { or [. */
bool text_opens_group(struct str text);
/* The first thing behind the brace is a quotation mark, or nothing. */
bool text_is_json(struct str text);
/* The first line that is no remark is `key:` or `key: value`. */
bool text_begins_with_key(struct str text);

/* Sections of ours that no other tool has, by the top level alone. */
bool tree_is_native(const struct node *tree);
/* Has names of JSON Resume that we call otherwise. */
bool tree_is_of_json_resume(const struct node *tree);
/* So many of them that a YAML file is none of ours with a slip or two. */
bool tree_is_yaml_of_json_resume(const struct node *tree);
/* The value of a key is a list or map, or a scalar, of some words. */
bool node_has_list(const struct node *map, const char *key);
bool node_has_map(const struct node *map, const char *key);

#endif
