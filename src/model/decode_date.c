/* Dates and periods, with the line to write where they are in another form. */
#include "decoder.h"

#include "dates.h"

static const char date_forms[] = "2019, 2019-05 or 2019-05-21";

/* "2021-13" and "2023-02-29" have our form but are no days of a calendar: what
   is wrong with them, or empty. */
static struct str
impossible_part(struct arena *arena, struct str s)
{
    static const char form[] = "0000-00-00";
    uint64_t year, month = 0, day = 0;
    struct date date = {0};
    if ((s.len != 4 && s.len != 7 && s.len != 10) || date_parse(s, &date))
        return STR("");
    for (size_t i = 0; i < s.len; i++)
        if (form[i] == '-' ? s.at[i] != '-' : !ascii_is_digit(s.at[i]))
            return STR("");
    (void)str_to_u64(str_slice(s, 0, 4), &year);
    (void)str_to_u64(str_slice(s, 5, 7), &month);
    (void)str_to_u64(str_slice(s, 8, 10), &day);
    if (!date_is_possible((int)year, 0, 0))
        return str_format(arena, "the year %llu is out of range",
                          (unsigned long long)year);
    if (s.len > 4 && (month < 1 || month > 12))
        return str_format(arena, "there is no month %llu",
                          (unsigned long long)month);
    return str_format(arena, "there is no day %llu in that month",
                      (unsigned long long)day);
}

static bool
report_impossible(struct decoder *decoder, const struct where *where,
                  const char *key, const struct node *node, struct str typed)
{
    struct str part = impossible_part(decoder->arena, typed);
    if (!part.len)
        return false;
    finding_help(decoder_report(decoder, where, CODE_D101, node->span,
                                "Correct %s: %.*s.", key, STR_ARG(part)),
                 "Write year, month and day as in %s.", date_forms);
    return true;
}

static void
tell_calendar(struct decoder *decoder, const struct where *where,
              const struct node *node, struct str typed)
{
    finding_help(decoder_report(decoder, where, CODE_X139, node->span,
                                "\"%.*s\" is printed as it is; it is no date "
                                "of the Gregorian calendar.",
                                STR_ARG(typed)),
                 "Write year, month and day as in %s where it should be one.",
                 date_forms);
}

/* Reads one of our forms, or one that is clear, with advice. */
static bool
read_date(struct decoder *decoder, const struct where *where,
          const struct field *field, const struct node *node, struct date *date)
{
    struct str typed = str_trim(node->text);
    date->typed = (struct text){typed, node};
    if (date_parse(typed, date))
        return true;
    if (date_of_calendar(decoder, typed, date)) {
        tell_calendar(decoder, where, node, typed);
        return true;
    }
    if (report_impossible(decoder, where, field->key, node, typed))
        return false;
    struct str meant = date_suggest(decoder->arena, typed);
    if (!meant.len)
        meant = date_in_words(decoder, typed);
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
    if (!read_date(decoder, where, field, node, &date)) {
        ((struct date *)slot)->typed = date.typed;
        return;
    }
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

static bool
ends_too_early(struct str first, struct str last)
{
    struct date start = {0}, end = {0};
    return date_parse(first, &start) && date_parse(last, &end) &&
           !start.is_present && date_compare(&end, &start) < 0;
}

static void
report_order(struct decoder *decoder, const struct where *where,
             const char *key, const struct node *node)
{
    decoder_report(decoder, where, CODE_D101, node->span,
                   "Correct %s: it ends before it starts.", key);
}

static void
decode_period_text(struct decoder *decoder, const struct where *where,
                   const struct field *field, const struct node *node,
                   struct period *period)
{
    struct str typed = str_trim(node->text);
    if (period_parse(typed, period))
        return;
    struct str rest = typed, first = str_cut(&rest, '/');
    if (report_impossible(decoder, where, field->key, node, str_trim(first)) ||
        report_impossible(decoder, where, field->key, node, str_trim(rest)))
        return;
    if (ends_too_early(first, rest)) {
        report_order(decoder, where, field->key, node);
        return;
    }
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
                  const struct field *period_field, const struct node *map,
                  struct period *period)
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
        report_order(decoder, where, period_field->key, map);
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
        decode_period_map(decoder, where, field, node, period);
    } else {
        struct finding *finding = decoder_report(
            decoder, where, CODE_X101, node->span,
            "Write one period for `%s`, not a list.", field->key);
        finding_help(finding, "%s: %s", field->key, field->example);
    }
}
