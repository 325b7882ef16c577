#include "book.h"

enum system_answer
system_find(struct font_book *book, const struct system_query *query,
            const struct face **face)
{
    (void)book;
    (void)query;
    *face = NULL;
    return SYSTEM_NONE;
}

void
system_close(struct system_fonts *system)
{
    (void)system;
}
