/* The structure tree (ISO 32000-1, 14.7 and 14.8; ISO 14289-1). */
#ifndef OUTPUT_PDF_TREE_H
#define OUTPUT_PDF_TREE_H

#include "writer.h"

struct tree;

struct tree *tree_new(struct writer *writer);
/* The next piece of content of the page belongs to the tag; gives its MCID. */
unsigned tree_add_content(struct tree *tree, const struct tag *tag,
                          size_t page);
/* An annotation of the page belongs to the tag; gives its StructParent. */
size_t tree_add_annotation(struct tree *tree, const struct tag *tag,
                           size_t page, unsigned object);
bool tree_page_has_content(const struct tree *tree, size_t page);
/* Structure type: "P", "LBody" ... */
struct str tree_type(const struct tag *tag);
/* Writes all; gives the StructTreeRoot. */
unsigned tree_write(struct tree *tree);

#endif
