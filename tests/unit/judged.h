/* Judged bullets: cases on disk with the rules that each must raise. */
#ifndef TESTS_UNIT_JUDGED_H
#define TESTS_UNIT_JUDGED_H

#include "unit.h"

#include "base/file.h"
#include "load/yaml.h"

static inline const struct node *
load_cases(struct arena *arena, const char *path)
{
    struct str bytes;
    struct file_error error = file_read(arena, path, YAML_SIZE_LIMIT, &bytes);
    assert_false(error.failed);
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, str_from(path), bytes);
    const struct node *root = yaml_load(arena, findings, source);
    assert_int_equal(findings_count(findings), 0);
    return node_get(root, "cases");
}

static inline bool
expects(const struct node *node, enum code code)
{
    const struct node *rules = node_get(node, "rules");
    for (size_t i = 0; rules && i < rules->items.count; i++)
        if (str_is(rules->items.at[i]->text, code_entry(code)->id))
            return true;
    return false;
}

static inline bool
fires(const struct findings *findings, enum code code)
{
    for (size_t i = 0; i < findings_count(findings); i++)
        if (findings_at(findings, i)->code == code)
            return true;
    return false;
}

#endif
