#include "rule.h"

const struct rule rules_twice[] = {
    {.document = NULL},
};
