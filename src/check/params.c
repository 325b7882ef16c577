/* The thresholds of the rules, each of which a file may change. */
#include "base/bug.h"
#include "rule.h"

static const struct check_param_entry params[] = {
    {CODE_S102, "min_words", 25},
    {CODE_S102, "max_words", 90},
    {CODE_S106, "portfolio_position", 3},
    {CODE_S106, "resume_position", 4},
    {CODE_S107, "max_age_months", 12},
    {CODE_S107, "max_learning_months", 24},
    {CODE_M101, "scope_bullets", 1},
    {CODE_M101, "older_years", 15},
    {CODE_M102, "current_min", 0.5},
    {CODE_M102, "past_min", 0.34},
    {CODE_M102, "doc_min", 0.4},
    {CODE_M106, "min_score", 55},
};

const struct check_param_entry *
check_params(size_t *count)
{
    *count = sizeof params / sizeof *params;
    return params;
}

/* What the file says of a parameter; false when it does not. */
static bool
given(const struct check *check, const struct check_param_entry *entry,
      double *value)
{
    const struct node *all = check->candidate->lint.params;
    const struct node *of_code = node_get(all, code_entry(entry->code)->id);
    const struct node *node = node_get(of_code, entry->name);
    struct decimal decimal;
    if (!node || node->kind != NODE_SCALAR ||
        !decimal_parse(node->text, &decimal))
        return false;
    *value = decimal_value(&decimal);
    return true;
}

double
check_param(const struct check *check, enum code code, const char *name)
{
    for (size_t i = 0; i < sizeof params / sizeof *params; i++) {
        double value = params[i].standard;
        if (params[i].code != code || !str_is(str_from(name), params[i].name))
            continue;
        if (check->candidate->lint.params)
            (void)given(check, &params[i], &value);
        return value;
    }
    BUG("no parameter %s of %s", name, code_entry(code)->id);
}
