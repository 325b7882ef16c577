/*
 * YAML into a tree. What is wrong becomes a finding (X0..); NULL is returned
 * only when no tree could be made at all, and then there is an error finding.
 * Never crashes, never takes more than linear time and memory: limits on
 * size (50 MB), depth, number of nodes and of what aliases expand to.
 */
#ifndef LOAD_YAML_H
#define LOAD_YAML_H

#include "diag/finding.h"
#include "load/node.h"

#define YAML_SIZE_LIMIT ((size_t)50 * 1000 * 1000)

/* Reads a file for `include:`; `path` is relative to the including file's
   folder and already known to stay inside it. */
struct load_files {
    void *context;
    struct file_error (*read)(void *context, struct arena *arena,
                              struct str path, struct str *bytes);
};

struct node *yaml_load(struct arena *arena, struct findings *findings,
                       uint32_t source);

/* Does the path stay in its folder? */
bool path_stays_inside(struct str path);

/*
 * Resolves the top-level `include: path` (or list of paths): the other file's
 * keys are merged (maps key by key, lists appended, a key given twice is a
 * finding). One level, no cycles, never outside the folder.
 */
struct node *yaml_include(struct arena *arena, struct findings *findings,
                          struct node *root, const struct load_files *files);

/*
 * `--set path.to[0].field=value`: the tree with that value, shared where
 * unchanged. The argument becomes a source of its own named "--set". A value
 * that begins with a bracket, a brace or a quote, or has several lines, is
 * read as YAML; any other is the text as it was typed, colons and stars and
 * all. A missing field is added, and so are the groups that lead to it; but
 * where there is a field of nearly that name, "did you mean" is an error. A
 * missing list entry or a path through a single value is a finding; then the
 * tree stays as it was.
 */
struct node *yaml_set(struct arena *arena, struct findings *findings,
                      struct node *root, struct str assignment);

#endif
