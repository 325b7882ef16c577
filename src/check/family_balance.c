/* B: technical, leadership and patient-focused work; adaptability. */
#include "rule.h"

const struct rule rules_balance[] = {
    {.document = NULL},
};
