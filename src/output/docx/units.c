#include "word.h"

int64_t
word_twips(upt length)
{
    return upt_scale(length, 20, UPT_PER_PT);
}

int64_t
word_half_points(upt length)
{
    return upt_scale(length, 2, UPT_PER_PT);
}

int64_t
word_eighths(upt length)
{
    return upt_scale(length, 8, UPT_PER_PT);
}

int64_t
word_emus(upt length)
{
    return upt_scale(length, 12700, UPT_PER_PT);
}

upt
word_measure(const struct word_file *word)
{
    const struct skin *skin = &word->skin;
    return skin->page_width - skin->left - skin->right;
}

size_t
word_relation(struct word_file *word, enum relation_kind kind,
              struct str target)
{
    for (size_t i = 0; i < word->relations.count; i++)
        if (word->relations.at[i].kind == kind &&
            str_equal(word->relations.at[i].target, target))
            return i + 1;
    *list_add(word->arena, &word->relations) =
        (struct relation){.kind = kind, .target = target};
    return word->relations.count;
}
