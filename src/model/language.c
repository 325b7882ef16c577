/* In which language a file is printed. */
#include "decoder.h"

/* The text of a key that is a scalar, or empty. */
static struct str
scalar_at(const struct node *map, const char *key)
{
    const struct node *node =
        map && map->kind == NODE_MAP ? node_get(map, key) : NULL;
    bool is_said = node && node->kind == NODE_SCALAR && !node->is_null;
    return is_said ? str_trim(node->text) : (struct str){NULL, 0};
}

/* What cannot be read is a finding where its field is decoded. */
static struct str
tag_of(struct decoder *decoder, struct str typed)
{
    struct str guess;
    return locale_tag(decoder->arena, typed, &guess);
}

static struct str
main_language(struct decoder *decoder, const struct node *tree)
{
    struct str tag = tag_of(decoder, scalar_at(tree, "language"));
    if (tag.len)
        return tag;
    return tag_of(decoder, scalar_at(node_get(tree, "meta"), "language"));
}

void
decoder_choose_language(struct decoder *decoder, const struct node *tree,
                        struct str asked)
{
    struct candidate *candidate = decoder->candidate;
    if (tree->kind != NODE_MAP)
        return;
    decoder->main_language = main_language(decoder, tree);
    struct str printed = tag_of(decoder, asked);
    if (!printed.len)
        printed = decoder->main_language;
    if (!printed.len)
        return;
    candidate->printed_language = printed;
    candidate->locale = locale_find(decoder->arena, printed);
}
