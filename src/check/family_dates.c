/* D: dates that contradict each other or the text; and the same fact told
 * twice. */
#include "rule.h"

const struct rule rules_dates[] = {
    {.document = NULL},
};
