#include "convert.h"

int
rendercv_shape(const struct node *tree)
{
    (void)tree;
    return 0;
}

void
rendercv_convert(struct conversion *c)
{
    (void)c;
}
