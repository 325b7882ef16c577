/* include: other.yaml */
#include "load/yaml.h"

#include "base/file.h"
#include "base/index.h"
#include "document.h"

/* Looking the keys of one map up in another costs the product of the two. */
#define LOOKUP_LIMIT 50000000

struct inclusion {
    struct arena *arena;
    struct findings *findings;
    const struct load_files *files;
    uint32_t including;   /* source */
    struct index *merged; /* copies made here, by address: these may be changed,
                             while other nodes stand in several places */
};

/* ---- the path ---------------------------------------------------------- */

/* A drive letter or a backslash may lead out of it on other systems. */
bool
path_stays_inside(struct str path)
{
    struct str rest = path;
    size_t depth = 0;

    if (path.len == 0 || path.at[0] == '/' || path.at[0] == '~' ||
        str_find_byte(path, '\\', 0) != SIZE_MAX ||
        (path.len > 1 && path.at[1] == ':'))
        return false;
    while (rest.len > 0) {
        struct str part = str_cut(&rest, '/');

        if (str_is(part, "..") && depth-- == 0)
            return false;
        if (part.len > 0 && !str_is(part, ".") && !str_is(part, ".."))
            depth++;
    }
    return depth > 0;
}

static struct str
name_of(const struct inclusion *inclusion, struct str path)
{
    struct str includer = source_name(findings_sources(inclusion->findings),
                                      inclusion->including);

    if (str_find_byte(includer, '/', 0) == SIZE_MAX)
        return path;
    return file_join(inclusion->arena, file_folder(includer), path);
}

/* ---- merging ----------------------------------------------------------- */

static void
report_conflict(const struct inclusion *inclusion,
                const struct node_pair *first, const struct node_pair *again)
{
    struct sources *sources = findings_sources(inclusion->findings);
    struct place place =
        source_place(sources, first->key_span.source, first->key_span.from);
    struct finding *finding;

    finding = finding_add(
        inclusion->findings, CODE_X033, again->key_span,
        "`%.*s` is already given in %.*s, line %zu; this one is not read.",
        STR_ARG(again->key),
        STR_ARG(source_name(sources, first->key_span.source)), place.line);
    finding_help(finding, "Delete the field in one of the two files.");
}

static void merge_maps(const struct inclusion *inclusion, struct node *map,
                       const struct node *other);

/* One copy of a list serves all files that add to it. */
static struct node *
merged_copy(const struct inclusion *inclusion, struct node *node)
{
    if (index_find(inclusion->merged, index_of_address(node)) != SIZE_MAX)
        return node;
    node = node_clone(inclusion->arena, node);
    (void)index_add(inclusion->arena, inclusion->merged, index_of_address(node),
                    0); /* it is new, nothing else has its address */
    return node;
}

/* What `pair` becomes when `again` is added to it. Depth is bounded by what
   yaml_load accepts. */
static void
merge_pair(const struct inclusion *inclusion, struct node_pair *pair,
           const struct node_pair *again)
{
    enum node_kind kind = pair->value->kind;

    if (again->value->is_null)
        return;
    if (pair->value->is_null) {
        *pair = *again;
        return;
    }
    if (kind != again->value->kind || kind == NODE_SCALAR) {
        report_conflict(inclusion, pair, again);
        return;
    }
    pair->value = merged_copy(inclusion, pair->value);
    if (kind == NODE_MAP)
        merge_maps(inclusion, pair->value, again->value);
    for (size_t i = 0; i < again->value->items.count; i++)
        *list_add(inclusion->arena, &pair->value->items) =
            again->value->items.at[i];
}

static struct node_pair *
find_pair(struct node *map, size_t count, struct str key)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(map->pairs.at[i].key, key))
            return &map->pairs.at[i];
    return NULL;
}

static void
merge_maps(const struct inclusion *inclusion, struct node *map,
           const struct node *other)
{
    size_t own = map->pairs.count;

    if (own > 0 && other->pairs.count > LOOKUP_LIMIT / own) {
        (void)finding_add(inclusion->findings, CODE_X004, other->span,
                          "These %zu fields are too many to be merged.",
                          other->pairs.count);
        return;
    }
    for (size_t i = 0; i < other->pairs.count; i++) {
        const struct node_pair *again = &other->pairs.at[i];
        struct node_pair *pair = find_pair(map, own, again->key);

        if (pair != NULL)
            merge_pair(inclusion, pair, again);
        else
            *list_add(inclusion->arena, &map->pairs) = *again;
    }
}

/* ---- one file ---------------------------------------------------------- */

static void
drop_pair(struct node *map, const struct node_pair *pair)
{
    size_t at = (size_t)(pair - map->pairs.at);

    for (size_t i = at + 1; i < map->pairs.count; i++)
        map->pairs.at[i - 1] = map->pairs.at[i];
    map->pairs.count--;
}

static bool
read_bytes(const struct inclusion *inclusion, const struct node *path,
           struct str *bytes)
{
    struct file_error error = {true, STR("no files can be read here")};

    if (inclusion->files != NULL)
        error = inclusion->files->read(inclusion->files->context,
                                       inclusion->arena, path->text, bytes);
    if (error.failed)
        (void)finding_add(inclusion->findings, CODE_X031, path->span,
                          "\"%.*s\" cannot be read: %.*s.", STR_ARG(path->text),
                          STR_ARG(error.why));
    return !error.failed;
}

static void
include_bytes(const struct inclusion *inclusion, struct node *root,
              const struct node *path, struct str bytes)
{
    struct sources *sources = findings_sources(inclusion->findings);
    struct str name = name_of(inclusion, path->text);
    struct node *other = yaml_load(inclusion->arena, inclusion->findings,
                                   sources_add(sources, name, bytes));
    const struct node_pair *nested = node_find_pair(other, STR("include"));

    if (other == NULL)
        return;
    if (nested != NULL) {
        (void)finding_add(inclusion->findings, CODE_X032, nested->key_span,
                          "An included file cannot include another one; "
                          "this line is passed over.");
        drop_pair(other, nested);
    }
    merge_maps(inclusion, root, other);
}

static void
include_file(const struct inclusion *inclusion, struct node *root,
             const struct node *path)
{
    struct findings *findings = inclusion->findings;
    struct str includer =
        source_name(findings_sources(findings), inclusion->including);
    struct str bytes = {0};

    if (path->kind != NODE_SCALAR || !path_stays_inside(path->text)) {
        finding_help(finding_add(findings, CODE_X030, path->span,
                                 "`include` takes the name of a file in the "
                                 "folder of this one, or below it."),
                     "Move the file there, and write its name without .. and "
                     "without / at the beginning.");
        return;
    }
    if (str_equal(name_of(inclusion, path->text), includer)) {
        (void)finding_add(findings, CODE_X032, path->span,
                          "A file cannot include itself.");
        return;
    }
    if (read_bytes(inclusion, path, &bytes))
        include_bytes(inclusion, root, path, bytes);
}

struct node *
yaml_include(struct arena *arena, struct findings *findings, struct node *root,
             const struct load_files *files)
{
    const struct node_pair *pair = node_find_pair(root, STR("include"));
    struct index merged = {0};
    struct inclusion inclusion = {arena, findings, files, 0, &merged};
    const struct node *value;

    if (pair == NULL)
        return root;
    value = pair->value;
    inclusion.including = value->span.source;
    root = node_clone(arena, root);
    drop_pair(root, node_find_pair(root, STR("include")));
    if (value->kind != NODE_LIST)
        include_file(&inclusion, root, value);
    for (size_t i = 0; i < value->items.count; i++)
        include_file(&inclusion, root, value->items.at[i]);
    return root;
}
