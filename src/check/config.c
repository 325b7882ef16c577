/*
 * `lint:` of the file and `# lint: ignore M105` in its lines. Severities of
 * privacy errors cannot be lowered below warning.
 */
#include "rule.h"

static struct str
nearest_code(struct str wrong)
{
    struct str ids[CODE_COUNT];
    for (size_t i = 0; i < CODE_COUNT; i++)
        ids[i] = str_from(code_entry((enum code)i)->id);
    size_t best = str_nearest(wrong, ids, CODE_COUNT);
    return best < CODE_COUNT ? ids[best] : STR("");
}

static bool
find_code(struct check *check, struct str name, struct span span,
          enum code *code)
{
    if (code_find(name, code))
        return true;
    struct str near = nearest_code(name);
    struct finding *finding =
        finding_add(check->findings, CODE_X183, span,
                    "There is no rule \"%.*s\".", STR_ARG(name));
    if (near.len)
        finding_help(finding, "did you mean %.*s?", STR_ARG(near));
    return false;
}

/* ---- ignore lists of mappings ------------------------------------------ */

static void
ignore_one(struct check *check, const struct node *node, struct span within)
{
    enum code code;
    if (node->kind == NODE_SCALAR &&
        find_code(check, node->text, node->span, &code))
        findings_ignore(check->findings, code, within);
}

static void
ignore_listed(struct check *check, const struct node *map, struct span within)
{
    const struct node *ignore = node_get(node_get(map, "lint"), "ignore");
    if (!ignore)
        return;
    if (ignore->kind == NODE_SCALAR)
        ignore_one(check, ignore, within);
    for (size_t i = 0; ignore->kind == NODE_LIST && i < ignore->items.count;
         i++)
        ignore_one(check, ignore->items.at[i], within);
}

/* The loader bounds the depth of a tree to 64. */
static void
ignore_inside(struct check *check, const struct node *node, bool top)
{
    if (node->kind == NODE_LIST)
        for (size_t i = 0; i < node->items.count; i++)
            ignore_inside(check, node->items.at[i], false);
    if (node->kind != NODE_MAP)
        return;
    ignore_listed(check, node, top ? SPAN_NONE : node->span);
    for (size_t i = 0; i < node->pairs.count; i++) {
        const struct node *value = node->pairs.at[i].value;
        if (value->kind != NODE_SCALAR)
            ignore_inside(check, value, false);
    }
}

/* ---- comments ---------------------------------------------------------- */

/* The line with the comment; when it holds nothing else, the next one. */
static struct span
line_of(uint32_t source, struct str text, size_t comment)
{
    size_t from = comment, to = comment;
    while (from > 0 && text.at[from - 1] != '\n')
        from--;
    while (to < text.len && text.at[to] != '\n')
        to++;
    if (str_trim(str_slice(text, from, comment)).len == 0 && to < text.len) {
        from = ++to;
        while (to < text.len && text.at[to] != '\n')
            to++;
    }
    return (struct span){source, (uint32_t)from, (uint32_t)to};
}

static void
ignore_commented(struct check *check, uint32_t source)
{
    static const char sign[] = "# lint: ignore ";
    struct str text = source_text(check->sources, source);
    size_t at = 0;
    while ((at = str_find(text, STR("# lint: ignore "), at)) != SIZE_MAX) {
        struct span line = line_of(source, text, at);
        size_t from = at + sizeof sign - 1, to = from;
        while (to < text.len && text.at[to] != '\n')
            to++;
        struct str rest = str_slice(text, from, to);
        while (rest.len) {
            struct str word = str_cut(&rest, ' ');
            struct str name = str_trim(str_cut(&word, ','));
            enum code code;
            struct span span = {source, (uint32_t)from, (uint32_t)to};
            if (name.len && find_code(check, name, span, &code))
                findings_ignore(check->findings, code, line);
        }
        at = to;
    }
}

/* ---- severities and parameters ----------------------------------------- */

static void
set_severity(struct check *check, const struct node_pair *pair)
{
    enum code code;
    enum severity severity;
    if (!find_code(check, pair->key, pair->key_span, &code))
        return;
    if (pair->value->kind != NODE_SCALAR ||
        !severity_find(pair->value->text, &severity)) {
        struct finding *finding =
            finding_add(check->findings, CODE_X184, pair->value->span,
                        "Write error, warning or hint.");
        finding_help(finding, "%.*s: warning", STR_ARG(pair->key));
        return;
    }
    const struct code_entry *entry = code_entry(code);
    if (entry->id[0] == 'P' && entry->severity == SEVERITY_ERROR &&
        severity < SEVERITY_WARNING)
        severity = SEVERITY_WARNING;
    findings_set_severity(check->findings, code, severity);
}

static void
check_param_name(struct check *check, enum code code,
                 const struct node_pair *pair)
{
    const struct rule_param *all = check_rule_params(code);
    struct buf names = buf_new(check->arena);
    struct decimal value;
    for (size_t i = 0; all && all[i].name; i++) {
        bool known = str_is(pair->key, all[i].name);
        if (known && pair->value->kind == NODE_SCALAR &&
            decimal_parse(pair->value->text, &value))
            return;
        if (known) {
            finding_add(check->findings, CODE_X184, pair->value->span,
                        "Write a number for %s.", all[i].name);
            return;
        }
        buf_print(&names, "%s%s", names.len ? ", " : "", all[i].name);
    }
    struct finding *finding =
        finding_add(check->findings, CODE_X184, pair->key_span,
                    "%s has no setting \"%.*s\".", code_entry(code)->id,
                    STR_ARG(pair->key));
    if (names.len)
        finding_help(finding, "it has: %.*s", STR_ARG(buf_str(&names)));
}

static void
check_param_names(struct check *check, const struct node_pair *pair)
{
    enum code code;
    if (!find_code(check, pair->key, pair->key_span, &code) ||
        pair->value->kind != NODE_MAP)
        return;
    for (size_t i = 0; i < pair->value->pairs.count; i++)
        check_param_name(check, code, &pair->value->pairs.at[i]);
}

void
check_configure(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    const struct node *severity = candidate->lint.severity;
    const struct node *params = candidate->lint.params;
    if (candidate->node)
        ignore_inside(check, candidate->node, true);
    for (uint32_t i = 0; i < sources_count(check->sources); i++)
        ignore_commented(check, i);
    for (size_t i = 0;
         severity && severity->kind == NODE_MAP && i < severity->pairs.count;
         i++)
        set_severity(check, &severity->pairs.at[i]);
    for (size_t i = 0;
         params && params->kind == NODE_MAP && i < params->pairs.count; i++)
        check_param_names(check, &params->pairs.at[i]);
}
