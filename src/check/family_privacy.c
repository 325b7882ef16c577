/* P: what would tell of a patient, of somebody else or of private life. */
#include "rule.h"

const struct rule rules_privacy[] = {
    {.document = NULL},
};
