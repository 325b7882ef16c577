/* E: degrees and accreditations. */
#include "rule.h"

const struct rule rules_education[] = {
    {.document = NULL},
};
