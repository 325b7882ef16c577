#include "rule.h"

const struct rule rules_links[] = {
    {.document = NULL},
};
