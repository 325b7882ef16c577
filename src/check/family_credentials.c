/* C: certifications, licenses and the letters after a name. */
#include "rule.h"

const struct rule rules_credentials[] = {
    {.document = NULL},
};
