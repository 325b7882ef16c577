/* H: the terms of the field, compliance and systems. */
#include "rule.h"

const struct rule rules_domain[] = {
    {.document = NULL},
};
