/* Files that stand in a text: data:image/png;base64,... (RFC 2397). */
#ifndef BASE_DATA_URL_H
#define BASE_DATA_URL_H

#include "base/buf.h"

bool str_is_data_url(struct str text);
/* The bytes of one in base64; false when it is in another form. */
bool data_url_read(struct arena *arena, struct str url, struct str *bytes);
/* The bytes as one of that type, "image/png". */
void data_url_add(struct buf *out, const char *type, struct str bytes);

#endif
