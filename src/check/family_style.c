/* T: how texts are written. */
#include "rule.h"

const struct rule rules_style[] = {
    {.document = NULL},
};
