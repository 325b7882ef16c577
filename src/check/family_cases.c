/* K: case studies: parts, results, roles, what balances them. */
#include "rule.h"

const struct rule rules_cases[] = {
    {.document = NULL},
};
