/* One value with the type of its field. */
#include "base/utf8.h"
#include "decoder.h"

#include <string.h>

#include "base/buf.h"
#include "base/bug.h"

struct str
one_line(struct arena *arena, struct str s)
{
    bool is_folded = true;
    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_space(s.at[i]) &&
            (s.at[i] != ' ' || ascii_is_space(s.at[i + 1])))
            is_folded = false;
    if (is_folded)
        return s;
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_space(s.at[i]))
            buf_add_byte(&out, s.at[i]);
        else if (!ascii_is_space(s.at[i - 1]))
            buf_add_byte(&out, ' ');
    }
    return buf_str(&out);
}

/* Checks of the texts that have a form. */
static check_function *
check_of(const struct field *field)
{
    switch (field->type) {
    case FIELD_URL:
        return check_url;
    case FIELD_EMAIL:
        return check_email;
    case FIELD_PHONE:
        return check_phone;
    case FIELD_LANGUAGE:
        return check_language;
    case FIELD_COUNTRY:
        return check_country;
    case FIELD_ID:
        return check_id;
    case FIELD_PAGES:
        return check_pages;
    default:
        return field->choices ? check_choice : NULL;
    }
}

static void
wait_for_id(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct text *text)
{
    bool is_skill_evidence =
        field->type == FIELD_ID && str_is(str_from(field->key), "evidence");
    if (field->type != FIELD_REF && !is_skill_evidence)
        return;
    struct waiting_id *id = list_add(decoder->arena, &decoder->ids);
    id->text = *text;
    id->target = field->type == FIELD_REF ? ID_OF_METRIC : ID_OF_ANYTHING;
    id->path = where_path(decoder->arena, where);
}

/* Names and titles of more characters fill a page instead of a line. */
#define LONGEST_LINE 300

static void
check_length(struct decoder *decoder, const struct where *where,
             const struct field *field, const struct text *text)
{
    size_t count = text->s.len > LONGEST_LINE ? utf8_count(text->s) : 0;
    if (count <= LONGEST_LINE)
        return;
    struct span start = node_text_span(decoder->sources, text->node, 0, 1);
    struct finding *finding = decoder_report(
        decoder, where, CODE_X135, start,
        "Shorten `%s` to one line; it has %zu characters.", field->key, count);
    finding_help(finding, "Check that no quote is missing; longer texts "
                          "belong into a summary or a highlight.");
}

void
decode_text(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *node, struct str part,
            struct text *slot)
{
    check_function *check = check_of(field);
    slot->s = one_line(decoder->arena, part);
    slot->node = slot->s.len ? node : NULL;
    if (check && slot->node)
        check(decoder, where, field, slot);
    if (field->type == FIELD_TEXT && slot->node)
        check_length(decoder, where, field, slot);
    wait_for_id(decoder, where, field, slot);
    if (field->type == FIELD_TEXT && !field->choices &&
        str_find_byte(slot->s, '{', 0) != SIZE_MAX)
        *list_add(decoder->arena, &decoder->texts) = slot;
}

static void
queue_prose(struct decoder *decoder, const struct field *field,
            const struct node *node, struct prose *slot)
{
    struct waiting_prose *waiting = list_add(decoder->arena, &decoder->prose);
    waiting->slot = slot;
    waiting->node = node;
    waiting->one_line = field->type == FIELD_LINE;
}

static void
decode_duration(struct decoder *decoder, const struct where *where,
                const struct field *field, const struct node *node,
                void *object, struct text *slot)
{
    int64_t seconds = 0;
    decode_text(decoder, where, field, node, node->text, slot);
    if (!duration_parse(slot->s, &seconds)) {
        struct finding *finding = decoder_report(
            decoder, where, CODE_X116, node->span,
            "\"%.*s\" is not a length of time.", STR_ARG(slot->s));
        finding_help(finding,
                     "%s: \"00:01:20\"   (hours:minutes:seconds), "
                     "or 80s",
                     field->key);
    } else if (field->also) {
        memcpy((char *)object + field->also, &seconds, sizeof seconds);
    }
}

/* ---- values of another kind --------------------------------------------- */

/* A list where one value belongs: the first, or all of them as text. */
static const struct node *
one_of_list(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *list)
{
    if (!list->items.count)
        return NULL;
    bool is_single = list->items.count == 1;
    struct finding *finding = decoder_report(
        decoder, where, is_single ? CODE_X131 : CODE_X101, list->span,
        is_single ? "Write one value for `%s`; the list of one is read as such."
                  : "Write one value for `%s`, not a list.",
        field->key);
    const struct node *first = list->items.at[0];
    if (first->kind == NODE_SCALAR) {
        struct str text = one_line(decoder->arena, first->text);
        finding_help(finding, "%s: %.*s", field->key, STR_ARG(text));
    }
    return first->kind == NODE_SCALAR ? first : NULL;
}

static bool
holds_text(const struct field *field)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_PROSE:
    case FIELD_LINE:
        return true;
    default:
        return false;
    }
}

static const struct node *
text_of_map(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *map)
{
    if (holds_text(field) && map->pairs.count)
        return recover_text(decoder, where, map);
    struct finding *finding = decoder_report(
        decoder, where, CODE_X101, map->span,
        "Write one value for `%s`, not parts with names.", field->key);
    finding_help(finding, "%s: %s", field->key, field->example);
    return NULL;
}

/* Ids in place of a line: `balancing: [wait, falls]`. */
static void
decode_ids(struct decoder *decoder, const struct where *where,
           const struct field *field, const struct node *list, void *object)
{
    const struct field ids = {.key = field->key,
                              .type = FIELD_REF,
                              .is_list = true,
                              .offset = field->also};
    decode_list(decoder, where, &ids, list, object);
}

static const struct node *
one_of_languages(struct decoder *decoder, const struct where *where,
                 const struct field *field, const struct node *map)
{
    const struct node *chosen = text_by_language(decoder, where, map);
    if (chosen && chosen->kind == NODE_LIST)
        return one_of_list(decoder, where, field, chosen);
    return chosen;
}

static const struct node *
scalar_of(struct decoder *decoder, const struct where *where,
          const struct field *field, const struct node *node)
{
    switch (node->kind) {
    case NODE_SCALAR:
        return node;
    case NODE_LIST:
        return one_of_list(decoder, where, field, node);
    case NODE_MAP:
        if (is_by_language(decoder, NULL, node))
            return one_of_languages(decoder, where, field, node);
        return text_of_map(decoder, where, field, node);
    }
    BUG("no such kind of node: %d", (int)node->kind);
}

static decode_function *
decoder_of(const struct field *field)
{
    switch (field->type) {
    case FIELD_DATE:
    case FIELD_MONTH:
        return decode_date;
    case FIELD_INTEGER:
        return decode_integer;
    case FIELD_DECIMAL:
        return decode_decimal;
    case FIELD_FLAG:
        return decode_flag;
    case FIELD_CHOICE:
        return decode_choice;
    default:
        return NULL;
    }
}

void
decode_value(struct decoder *decoder, const struct where *where,
             const struct field *field, const struct node *node, void *object,
             void *slot)
{
    if (field->type == FIELD_NODE) {
        memcpy(slot, &node, sizeof node);
        return;
    }
    if (field->type == FIELD_PERIOD) {
        decode_period(decoder, where, field, node, slot);
        return;
    }
    if (field->type == FIELD_LINE && field->also && node->kind == NODE_LIST) {
        decode_ids(decoder, where, field, node, object);
        return;
    }
    const struct node *scalar = scalar_of(decoder, where, field, node);
    if (!scalar)
        return;
    decode_function *decode = decoder_of(field);
    if (decode)
        decode(decoder, where, field, scalar, slot);
    else if (field->type == FIELD_PROSE || field->type == FIELD_LINE)
        queue_prose(decoder, field, scalar, slot);
    else if (field->type == FIELD_DURATION)
        decode_duration(decoder, where, field, scalar, object, slot);
    else
        decode_text(decoder, where, field, scalar, scalar->text, slot);
}
