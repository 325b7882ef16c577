#include "book.h"

void
folder_add_fonts(struct font_book *book, struct str folder)
{
    (void)book;
    (void)folder;
}
