#include "convert.h"

int
json_resume_shape(const struct node *tree)
{
    (void)tree;
    return 0;
}

void
json_resume_convert(struct conversion *c)
{
    (void)c;
}
