/* What the PDF needs to know of a CFF table (Adobe Technical Note 5176). */
#ifndef TYPE_CFF_H
#define TYPE_CFF_H

#include "base/str.h"

/*
 * Character ids of the glyphs 0..count-1 of a CID-keyed table. False when it
 * is not CID-keyed (glyph ids are the codes then) or is damaged; `cids` is
 * filled only on true.
 */
bool cff_read_cids(struct str table, uint32_t *cids, size_t count);

#endif
