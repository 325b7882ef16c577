#include "convert.h"

bool
text_is_resume(struct str text)
{
    (void)text;
    return false;
}

struct node *
text_tree(struct arena *arena, struct str text, uint32_t source)
{
    struct node *node = ARENA_NEW(arena, struct node);
    node->text = text;
    node->span = (struct span){source, 0, (uint32_t)text.len};
    return node;
}

void
text_convert(struct conversion *c)
{
    (void)c;
}
