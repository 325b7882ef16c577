/* A: samples, endorsements, media, files and links. */
#include "rule.h"

const struct rule rules_proof[] = {
    {.document = NULL},
};
