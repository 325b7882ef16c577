/*
 * `lint:` of the file and of its entries. An error about privacy is never
 * less than a warning for a whole file; about one line or one entry its owner
 * may judge.
 */
#include "ignore.h"

static bool
is_privacy_error(enum code code)
{
    const struct code_entry *entry = code_entry(code);
    return entry->id[0] == 'P' && entry->severity == SEVERITY_ERROR;
}

static void
keep_privacy_warning(struct check *check, enum code code, struct span said)
{
    findings_set_severity(check->findings, code, SEVERITY_WARNING);
    struct finding *finding = finding_add(
        check->findings, CODE_X186, said,
        "%s is about privacy and stays a warning.", code_entry(code)->id);
    finding_help(finding, "About one line you may decide: # lint: ignore %s",
                 code_entry(code)->id);
}

/* ---- ignore lists of mappings ------------------------------------------ */

static void
ignore_code(struct check *check, struct ignore_list *list, enum code code,
            struct span within, struct span said)
{
    if (span_is_none(within) && is_privacy_error(code))
        keep_privacy_warning(check, code, said);
    else
        ignore_add(check, list, code, within, false, said);
}

/* "M105", and "M105, M106" in one text. */
static void
ignore_names(struct check *check, struct ignore_list *list,
             const struct node *node, struct span within)
{
    struct str rest = node->kind == NODE_SCALAR ? node->text : STR("");
    while (rest.len) {
        struct str name = str_trim(str_cut(&rest, ','));
        enum code code;
        if (name.len && ignore_find_code(check, name, node->span, &code))
            ignore_code(check, list, code, within, node->span);
    }
}

static void
ignore_listed(struct check *check, struct ignore_list *list,
              const struct node *map, struct span within)
{
    const struct node *ignore = node_get(node_get(map, "lint"), "ignore");
    if (!ignore)
        return;
    ignore_names(check, list, ignore, within);
    for (size_t i = 0; i < ignore->items.count; i++)
        ignore_names(check, list, ignore->items.at[i], within);
}

/* The loader bounds the depth of a tree to 64. */
static void
ignore_inside(struct check *check, struct ignore_list *list,
              const struct node *node, bool top)
{
    for (size_t i = 0; i < node->items.count; i++)
        ignore_inside(check, list, node->items.at[i], false);
    if (node->kind == NODE_MAP)
        ignore_listed(check, list, node, top ? SPAN_NONE : node->span);
    for (size_t i = 0; i < node->pairs.count; i++)
        if (node->pairs.at[i].value->kind != NODE_SCALAR)
            ignore_inside(check, list, node->pairs.at[i].value, false);
}

/* Those of the command line. */
static void
ignore_asked(struct check *check, struct ignore_list *list, const bool *ignored)
{
    for (size_t i = 0; ignored && i < CODE_COUNT; i++)
        if (ignored[i])
            ignore_code(check, list, (enum code)i, SPAN_NONE, SPAN_NONE);
}

/* ---- ignores that are of no use ---------------------------------------- */

/* Layout and role decide whether some rules have anything to say; a check
   cannot tell that they never will. */
static bool
may_fire_elsewhere(const char *id)
{
    return id[0] == 'F' || id[0] == 'R' ||
           (id[0] == 'X' && id[1] >= '2' && id[1] <= '4');
}

void
check_unused_ignores(struct findings *findings)
{
    size_t count = findings_ignores(findings);
    for (size_t i = 0; i < count; i++) {
        const struct ignore *ignore = findings_ignore_at(findings, i);
        const char *id = code_entry(ignore->code)->id;
        if (ignore->is_used || span_is_none(ignore->said) ||
            ignore->code == CODE_X185 || may_fire_elsewhere(id))
            continue;
        struct finding *finding =
            finding_add(findings, CODE_X185, ignore->said,
                        "%s has nothing to say here.", id);
        finding_help(finding, "Delete it from what is ignored.");
    }
}

/* ---- severities and parameters ----------------------------------------- */

static void
set_severity(struct check *check, const struct node_pair *pair)
{
    enum code code;
    enum severity severity;
    if (!ignore_find_code(check, pair->key, pair->key_span, &code))
        return;
    if (pair->value->kind != NODE_SCALAR ||
        !severity_find(pair->value->text, &severity)) {
        struct finding *finding =
            finding_add(check->findings, CODE_X184, pair->value->span,
                        "Write error, warning or hint.");
        finding_help(finding, "%.*s: warning", STR_ARG(pair->key));
        return;
    }
    if (is_privacy_error(code) && severity < SEVERITY_WARNING)
        keep_privacy_warning(check, code, pair->value->span);
    else
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
    if (!ignore_find_code(check, pair->key, pair->key_span, &code) ||
        pair->value->kind != NODE_MAP)
        return;
    for (size_t i = 0; i < pair->value->pairs.count; i++)
        check_param_name(check, code, &pair->value->pairs.at[i]);
}

static const struct node_pair *
pair_of(const struct node *map, size_t i)
{
    return map && map->kind == NODE_MAP && i < map->pairs.count
               ? &map->pairs.at[i]
               : NULL;
}

void
check_configure(struct check *check, const bool *ignored)
{
    const struct candidate *candidate = check->candidate;
    const struct node_pair *pair;
    struct ignore_list list = {0};
    ignore_asked(check, &list, ignored);
    ignore_inside(check, &list, candidate->node, true);
    ignore_remarks(check, &list);
    findings_ignore_all(check->findings, list.at, list.count);
    for (size_t i = 0; (pair = pair_of(candidate->lint.severity, i)); i++)
        set_severity(check, pair);
    for (size_t i = 0; (pair = pair_of(candidate->lint.params, i)); i++)
        check_param_names(check, pair);
}
