/* Dates and periods, with the line to write where they are in another form. */
#include "decoder.h"

#include "dates.h"

static const char date_forms[] = "2019, 2019-05 or 2019-05-21";

/* Reads one of our forms, or one that is clear, with advice. */
static bool
read_date(struct decoder *decoder, const struct where *where,
          const struct field *field, const struct node *node, struct date *date)
{
    struct str typed = str_trim(node->text);
    date->typed = (struct text){typed, node};
    if (date_parse(typed, date))
        return true;
    struct str meant = date_suggest(decoder->arena, typed);
    if (!meant.len || !date_parse(meant, date)) {
        struct finding *finding =
            decoder_report(decoder, where, CODE_X110, node->span,
                           "\"%.*s\" is not a date.", STR_ARG(typed));
        finding_help(finding, "Write year, month and day as in %s%s.",
                     date_forms, field->may_be_present ? ", or present" : "");
        return false;
    }
    struct finding *finding = decoder_report(
        decoder, where, CODE_X111, node->span, "Write \"%.*s\" as %.*s.",
        STR_ARG(typed), STR_ARG(meant));
    finding_help(finding, "%s: %.*s", field->key, STR_ARG(meant));
    decoder_edit(decoder, finding, node->span, meant, true);
    return true;
}

void
decode_date(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *node, void *slot)
{
    struct date date = {0};
    if (!read_date(decoder, where, field, node, &date))
        return;
    if (date.is_present && !field->may_be_present) {
        struct finding *finding =
            decoder_report(decoder, where, CODE_X110, node->span,
                           "%s cannot be \"present\".", field->key);
        finding_help(finding, "%s: %s", field->key, field->example);
        return;
    }
    *(struct date *)slot = date;
}

/* ---- periods ------------------------------------------------------------ */

static void
decode_period_text(struct decoder *decoder, const struct where *where,
                   const struct field *field, const struct node *node,
                   struct period *period)
{
    struct str typed = str_trim(node->text);
    if (period_parse(typed, period))
        return;
    struct str meant = period_suggest(decoder->arena, typed);
    if (!meant.len || !period_parse(meant, period)) {
        struct finding *finding =
            decoder_report(decoder, where, CODE_X110, node->span,
                           "\"%.*s\" is not a period.", STR_ARG(typed));
        finding_help(finding,
                     "%s: 2023-01/2023-06   (start/end, or one "
                     "month or year)",
                     field->key);
        return;
    }
    struct finding *finding = decoder_report(
        decoder, where, CODE_X111, node->span, "Write \"%.*s\" as %.*s.",
        STR_ARG(typed), STR_ARG(meant));
    finding_help(finding, "%s: %.*s", field->key, STR_ARG(meant));
    decoder_edit(decoder, finding, node->span, meant, true);
}

static struct date *
end_of_period(struct period *period, struct str key)
{
    if (str_is(key, "start") || str_is(key, "start_date") ||
        str_is(key, "from"))
        return &period->start;
    if (str_is(key, "end") || str_is(key, "end_date") || str_is(key, "to"))
        return &period->end;
    return NULL;
}

/* {start: 2018-03, end: 2019-02} */
static void
decode_period_map(struct decoder *decoder, const struct where *where,
                  const struct node *map, struct period *period)
{
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct where at = where_key(where, pair);
        struct date *end = end_of_period(period, pair->key);
        struct field field = {.key = end == &period->start ? "start" : "end",
                              .type = FIELD_DATE,
                              .may_be_present = end == &period->end,
                              .example = "2018-03"};
        struct str key = pair->key;
        if (!end)
            finding_help(decoder_report(decoder, &at, CODE_X103, pair->key_span,
                                        "Unknown key \"%.*s\".", STR_ARG(key)),
                         "A period has a start and an end.");
        else if (pair->value->kind == NODE_SCALAR && !pair->value->is_null)
            decode_date(decoder, &at, &field, pair->value, end);
    }
    if (date_is_given(&period->start) && date_is_given(&period->end) &&
        date_compare(&period->end, &period->start) < 0)
        decoder_report(decoder, where, CODE_X110, map->span,
                       "The period ends before it starts.");
    if (date_is_given(&period->start) && !date_is_given(&period->end) &&
        !node_get(map, "end"))
        period->end = period->start;
}

void
decode_period(struct decoder *decoder, const struct where *where,
              const struct field *field, const struct node *node, void *slot)
{
    struct period *period = slot;
    period->node = node;
    if (node->kind == NODE_SCALAR) {
        decode_period_text(decoder, where, field, node, period);
    } else if (node->kind == NODE_MAP) {
        decode_period_map(decoder, where, node, period);
    } else {
        struct finding *finding = decoder_report(
            decoder, where, CODE_X101, node->span,
            "Write one period for `%s`, not a list.", field->key);
        finding_help(finding, "%s: %s", field->key, field->example);
    }
}
