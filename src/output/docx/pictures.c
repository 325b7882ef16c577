#include "word.h"

static void
caption_add(struct word_file *word, const struct block *block)
{
    word_paragraph_add(word, "Caption", &block->title);
    word_paragraph_add(word, "Note", &block->text);
}

void
word_image_add(struct word_file *word, const struct block *block)
{
    for (size_t i = 0; i < block->children.count; i++)
        word_image_add(word, block->children.at[i]);
    caption_add(word, block);
}

void
word_code_add(struct word_file *word, const struct block *block)
{
    word_paragraph_add(word, "EntryTitle", &block->title);
    word_paragraph_add(word, "EntryMeta", &block->text);
}
