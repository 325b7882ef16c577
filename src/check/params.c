/* The thresholds of the rules, each of which a file may change. */
#include <string.h>

#include <math.h>

#include "base/bug.h"
#include "rule.h"

const struct rule_param *
check_rule_params(enum code code)
{
    for (size_t f = 0; check_families[f]; f++)
        for (const struct rule *rule = check_families[f]; !rule_is_last(rule);
             rule++)
            if (rule->code == code && rule->params[0].name)
                return rule->params;
    return NULL;
}

/* The first row of a code has its parameters. */
const struct rule_param *const *
check_params(struct arena *arena)
{
    const struct rule_param **params =
        ARENA_ARRAY(arena, CODE_COUNT, const struct rule_param *);
    for (size_t f = 0; check_families[f]; f++)
        for (const struct rule *rule = check_families[f]; !rule_is_last(rule);
             rule++)
            if (!params[rule->code] && rule->params[0].name)
                params[rule->code] = rule->params;
    return params;
}

bool
check_param_at(enum code code, size_t i, struct check_param_info *param)
{
    const struct rule_param *params = check_rule_params(code);
    for (size_t k = 0; params && k <= i; k++)
        if (!params[k].name)
            return false;
    if (!params)
        return false;
    *param = (struct check_param_info){params[i].name, params[i].standard};
    return true;
}

/* Rules count with them; beyond this no text has any. */
#define PARAM_MOST 1e9

/* What the file says of a parameter; false when it does not. */
static bool
given(const struct check *check, enum code code, const char *name,
      double *value)
{
    const struct node *all = check->candidate->lint.params;
    const struct node *of_code = node_get(all, code_entry(code)->id);
    const struct node *node = node_get(of_code, name);
    struct decimal decimal;
    if (!node || node->kind != NODE_SCALAR ||
        !decimal_parse(node->text, &decimal))
        return false;
    *value = fmin(fmax(decimal_value(&decimal), -PARAM_MOST), PARAM_MOST);
    return true;
}

double
check_param(const struct check *check, enum code code, const char *name)
{
    const struct rule_param *params =
        check->params ? check->params[code] : check_rule_params(code);
    for (size_t i = 0; params && i < RULE_PARAMS && params[i].name; i++) {
        double value = params[i].standard;
        if (strcmp(name, params[i].name) != 0)
            continue;
        if (check->candidate->lint.params)
            (void)given(check, code, name, &value);
        return value;
    }
    BUG("no parameter %s of %s", name, code_entry(code)->id);
}
