/* The generated table of templates/ and fonts/, sorted by path. */
#ifndef BASE_EMBEDDED_TABLE_H
#define BASE_EMBEDDED_TABLE_H

#include "base/embedded.h"

extern const size_t embedded_table_count;
extern const struct embedded embedded_table[];

#endif
