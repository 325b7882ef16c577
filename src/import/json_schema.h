/* What JSON Resume's own schema allows. */
#ifndef IMPORT_JSON_SCHEMA_H
#define IMPORT_JSON_SCHEMA_H

#include "convert.h"

/* Tells of each value that the schema calls wrong (I105). */
void json_schema_check(struct conversion *c);
/* A key of the top level. */
bool json_schema_knows(struct str key);

#endif
