/* R: what the target role and the job look for. */
#include "rule.h"

const struct rule rules_role[] = {
    {.document = NULL},
};
