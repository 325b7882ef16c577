/*
 * Text that YAML took for a mapping because of a colon in it:
 *
 *     - Led team: grew 3 to 28
 *
 * The words are in the source, so nothing is lost; the finding shows the line
 * in quotes, as it should be written.
 */
#include "decoder.h"

#include "base/buf.h"

/* A key that no field has: of several words, or with a capital letter. */
static bool
is_prose_key(struct str key)
{
    if (!key.len)
        return false;
    bool is_plain = true;
    for (size_t i = 0; i < key.len; i++)
        is_plain &=
            ascii_is_alnum(key.at[i]) || key.at[i] == '_' || key.at[i] == '-';
    return !is_plain || (key.at[0] >= 'A' && key.at[0] <= 'Z');
}

bool
looks_like_text(const struct node *map)
{
    const struct node_pair *first = map->pairs.at;
    return map->pairs.count == 1 && is_prose_key(first->key) &&
           first->value->kind == NODE_SCALAR;
}

/* In double quotes, on one line. */
static struct str
quoted(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    buf_add_byte(&out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buf_add_byte(&out, '\\');
        buf_add_byte(&out, text.at[i]);
    }
    buf_add_byte(&out, '"');
    return buf_str(&out);
}

const struct node *
recover_text(struct decoder *decoder, const struct where *where,
             const struct node *map)
{
    struct str source = span_text(decoder->sources, map->span);
    struct str line = one_line(decoder->arena, source);
    struct str mended = quoted(decoder->arena, line);
    bool is_flow = line.len && line.at[0] == '{';
    struct finding *finding = decoder_report(
        decoder, where, is_flow ? CODE_X101 : CODE_X102, map->span,
        is_flow ? "Text belongs here, not parts with names."
                : "The colon in this text needs quotes around the whole.");
    finding_help(finding, "%.*s", STR_ARG(mended));
    if (!is_flow)
        decoder_edit(decoder, finding, map->span, mended, true);
    struct node *scalar = ARENA_NEW(decoder->arena, struct node);
    scalar->kind = NODE_SCALAR;
    scalar->style = SCALAR_PLAIN;
    scalar->span = map->span;
    scalar->text = line;
    return scalar;
}
