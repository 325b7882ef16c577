/* --set path.to[0].field=value */
#include "load/yaml.h"

#include "document.h"
#include "reader.h"

/* One step of a path: a field's name or the number of an entry. */
struct step {
    bool is_index;
    struct str name;
    uint64_t index;
    struct span span;
};

struct setting {
    struct arena *arena;
    struct findings *findings;
    uint32_t source;
    struct str text; /* all of it */
    struct str path; /* the part before = */
    LIST(struct step) steps;
};

static struct span
span_in(const struct setting *setting, size_t from, size_t to)
{
    return (struct span){setting->source, (uint32_t)from, (uint32_t)to};
}

/* ---- the path ---------------------------------------------------------- */

static bool
take_index(struct setting *setting, size_t *at, struct step *step)
{
    size_t close = str_find_byte(setting->path, ']', *at);

    if (close == SIZE_MAX)
        return false;
    step->is_index = true;
    step->span = span_in(setting, *at, close + 1);
    if (!str_to_u64(str_slice(setting->path, *at + 1, close), &step->index))
        return false;
    *at = close + 1;
    return *at == setting->path.len || setting->path.at[*at] == '.' ||
           setting->path.at[*at] == '[';
}

static bool
take_name(struct setting *setting, size_t *at, struct step *step)
{
    size_t end = *at;

    while (end < setting->path.len && setting->path.at[end] != '.' &&
           setting->path.at[end] != '[')
        end++;
    step->name = str_slice(setting->path, *at, end);
    step->span = span_in(setting, *at, end);
    *at = end;
    return step->name.len > 0;
}

static bool
take_path(struct setting *setting)
{
    size_t at = 0;

    do {
        struct step *step = list_add(setting->arena, &setting->steps);
        bool is_index = at < setting->path.len && setting->path.at[at] == '[';

        if (is_index ? !take_index(setting, &at, step)
                     : !take_name(setting, &at, step))
            return false;
        if (at < setting->path.len && setting->path.at[at] == '.') {
            at++;
            if (at == setting->path.len)
                return false;
        }
    } while (at < setting->path.len && setting->steps.count < DEPTH_LIMIT);
    return at == setting->path.len && !setting->steps.at[0].is_index;
}

/* ---- the value --------------------------------------------------------- */

/* Lists, groups and quoted texts are YAML; anything else is the text that
   was typed, with its colons and stars. */
static bool
is_yaml(struct str value)
{
    return value.len > 0 &&
           (str_find_byte(STR("[{\"'"), value.at[0], 0) != SIZE_MAX ||
            str_find_byte(value, '\n', 0) != SIZE_MAX);
}

/* NULL when there is an error finding. */
static struct node *
read_value(struct setting *setting)
{
    size_t from = setting->path.len + 1;
    struct str value = str_slice(setting->text, from, setting->text.len);
    struct node *node;
    bool is_empty;

    while (value.len > 0 && value.at[0] == ' ') {
        value = str_slice(value, 1, value.len);
        from++;
    }
    value = str_trim(value);
    if (is_yaml(value))
        return document_read(setting->arena, setting->findings, setting->source,
                             from, &is_empty);
    node = ARENA_NEW(setting->arena, struct node);
    node->span = span_in(setting, from, from + value.len);
    node->is_null =
        value.len == 0 || str_is(value, "~") || str_is(value, "null");
    if (!node->is_null)
        node->text = value;
    return node;
}

/* ---- into the tree ----------------------------------------------------- */

static struct str
path_before(const struct setting *setting, size_t step)
{
    size_t to = setting->steps.at[step].span.from;

    while (to > 0 && setting->path.at[to - 1] == '.')
        to--;
    return to > 0 ? str_slice(setting->path, 0, to) : STR("the file");
}

static void
report_missing_key(const struct setting *setting, const struct node *map,
                   size_t at, bool is_near, size_t near)
{
    const struct step *step = &setting->steps.at[at];
    struct finding *finding;

    finding = finding_add(
        setting->findings, CODE_X036, step->span, "`%.*s` has no field `%.*s`.",
        STR_ARG(path_before(setting, at)), STR_ARG(step->name));
    if (is_near)
        finding_help(finding, "Did you mean `%.*s`?",
                     STR_ARG(map->pairs.at[near].key));
}

static size_t
find_near(const struct setting *setting, const struct node *map,
          struct str name)
{
    struct str *keys =
        ARENA_ARRAY(setting->arena, map->pairs.count, struct str);

    for (size_t i = 0; i < map->pairs.count; i++)
        keys[i] = map->pairs.at[i].key;
    return str_nearest(name, keys, map->pairs.count);
}

static void
add_pair(const struct setting *setting, struct node *map,
         const struct step *step)
{
    struct node *value = ARENA_NEW(setting->arena, struct node);

    value->kind = NODE_MAP;
    value->span = step->span;
    *list_add(setting->arena, &map->pairs) =
        (struct node_pair){step->name, step->span, value};
}

/* Options of the layout have names that are like each other, and are looked at
   where they are known. */
static bool
may_be_slip(const struct setting *setting, size_t at)
{
    return at == 0 || !str_is(setting->steps.at[0].name, "layout");
}

/*
 * Where the value of a field hangs. A missing field is added, unless its name
 * is a slip of the pen or entries of it are asked for.
 */
static struct node **
find_field(const struct setting *setting, struct node *map, size_t at)
{
    const struct step *step = &setting->steps.at[at];
    bool is_last = at + 1 == setting->steps.count;
    size_t near;

    for (size_t i = 0; i < map->pairs.count; i++)
        if (str_equal(map->pairs.at[i].key, step->name))
            return &map->pairs.at[i].value;
    near = may_be_slip(setting, at) ? find_near(setting, map, step->name)
                                    : SIZE_MAX;
    if (near != SIZE_MAX || (!is_last && setting->steps.at[at + 1].is_index)) {
        report_missing_key(setting, map, at, near != SIZE_MAX, near);
        return NULL;
    }
    add_pair(setting, map, step);
    return &map->pairs.at[map->pairs.count - 1].value;
}

static struct node **
find_entry(const struct setting *setting, struct node *list, size_t at)
{
    const struct step *step = &setting->steps.at[at];

    if (step->index < list->items.count)
        return &list->items.at[step->index];
    (void)finding_add(
        setting->findings, CODE_X036, step->span,
        "`%.*s` has no entry %.*s; it has %zu, counted from 0.",
        STR_ARG(path_before(setting, at)),
        STR_ARG(str_slice(setting->path, step->span.from, step->span.to)),
        list->items.count);
    return NULL;
}

/* The place of one step inside `node`, NULL when there is a finding. */
static struct node **
find_place(const struct setting *setting, struct node *node, size_t at)
{
    const struct step *step = &setting->steps.at[at];

    if (!step->is_index && node->kind == NODE_MAP)
        return find_field(setting, node, at);
    if (step->is_index && node->kind == NODE_LIST)
        return find_entry(setting, node, at);
    (void)finding_add(setting->findings, CODE_X036, step->span,
                      step->is_index ? "`%.*s` is no list, so it has no "
                                       "numbered entries."
                      : node->kind == NODE_LIST
                          ? "`%.*s` is a list; say which entry, such as [0]."
                          : "`%.*s` is a single value and has no fields.",
                      STR_ARG(path_before(setting, at)));
    return NULL;
}

static struct node *
put_value(const struct setting *setting, struct node *root, struct node *value)
{
    struct node *top = node_clone(setting->arena, root);
    struct node *node = top;

    for (size_t i = 0; i < setting->steps.count; i++) {
        bool is_last = i + 1 == setting->steps.count;
        struct node **place = find_place(setting, node, i);

        if (place == NULL)
            return root;
        *place = is_last ? value : node_clone(setting->arena, *place);
        node = *place;
    }
    return top;
}

struct node *
yaml_set(struct arena *arena, struct findings *findings, struct node *root,
         struct str assignment)
{
    struct setting setting = {
        .arena = arena, .findings = findings, .text = assignment};
    size_t equals = str_find_byte(assignment, '=', 0);
    struct node *value;
    struct finding *finding;

    setting.source =
        sources_add(findings_sources(findings), STR("--set"), assignment);
    setting.path = str_slice(assignment, 0, equals == SIZE_MAX ? 0 : equals);
    if (equals == SIZE_MAX || !take_path(&setting)) {
        finding = finding_add(findings, CODE_X035,
                              span_in(&setting, 0, assignment.len),
                              "This names no field and value.");
        finding_help(finding, "Write it as field.field=value, for example "
                              "basics.headline=Director");
        return root;
    }
    value = read_value(&setting);
    return value != NULL ? put_value(&setting, root, value) : root;
}
