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

/* A longer line would only push the message off the screen. */
enum { LONGEST_HELP = 1000 };

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

/* Control characters stand for blanks, as everywhere else. */
static struct str
without_controls(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text.len; i++) {
        bool is_control = (unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F;
        buf_add_byte(&out, is_control ? ' ' : text.at[i]);
    }
    return buf_str(&out);
}

/* The words as they stand in the source, on one line. Parts in braces are
   what they hold, but {wait.after} alone is a placeholder. */
static struct str
words_of(struct decoder *decoder, const struct node *map, bool *is_flow)
{
    struct str source = span_text(decoder->sources, map->span);
    struct str line =
        one_line(decoder->arena, without_controls(decoder->arena, source));
    bool is_placeholder = map->pairs.count == 1 &&
                          map->pairs.at[0].value->kind == NODE_SCALAR &&
                          map->pairs.at[0].value->is_null;
    *is_flow = line.len && line.at[0] == '{';
    if (*is_flow && !is_placeholder)
        line = str_trim(str_slice(line, 1, line.len - 1));
    return line;
}

const struct node *
recover_text(struct decoder *decoder, const struct where *where,
             const struct node *map)
{
    bool is_flow;
    struct str line = words_of(decoder, map, &is_flow);
    struct str mended = quoted(decoder->arena, line);
    struct span span = map->span;
    struct str source = span_text(decoder->sources, span);
    while (source.len && ascii_is_space(source.at[source.len - 1]))
        source.len--;
    span.to = span.from + (uint32_t)source.len;
    struct finding *finding = decoder_report(
        decoder, where, CODE_X102, span, "%s",
        is_flow ? "Text that begins with a brace needs quotes."
                : "The colon in this text needs quotes around the whole.");
    if (mended.len <= LONGEST_HELP)
        finding_help(finding, "%.*s", STR_ARG(mended));
    decoder_edit(decoder, finding, span, mended, !is_flow);
    finding->edit_is_yaml = true;
    struct node *scalar = ARENA_NEW(decoder->arena, struct node);
    scalar->kind = NODE_SCALAR;
    scalar->style = SCALAR_PLAIN;
    scalar->span = span;
    scalar->text = line;
    return scalar;
}
