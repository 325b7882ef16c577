/* F: what layout and fonts do to the text. */
#include "rule.h"

const struct rule rules_form[] = {
    {.document = NULL},
};
