/* Text as a YAML scalar on one line. */
#ifndef MODEL_YAML_TEXT_H
#define MODEL_YAML_TEXT_H

#include "base/buf.h"

/* As it is when it is plain words, else in double quotes. */
void yaml_add_text(struct buf *out, struct str text);

#endif
