/*
 * `locale:` - single words of the language in other words:
 *
 *     locale: {present: today, sections: {experience: What I did}}
 *
 * Its keys are those of templates/locales and, for the few that other tools
 * have, the spellings of theirs.
 */
#include "decoder.h"

#include "base/buf.h"

/* Spellings of other tools, with the part of a COUNTED word they name. */
static const struct {
    const char *key, *own;
    bool is_one, is_many;
} spellings[] = {
    {"year", "years", true, false},
    {"years", "years", false, true},
    {"month", "months", true, false},
    {"months", "months", false, true},
};

struct reading {
    struct decoder *decoder;
    struct locale *locale;
};

static void
report_shape(struct reading *reading, const struct where *where,
             const struct node *node, const char *what, struct str key)
{
    finding_help(decoder_report(reading->decoder, where, CODE_X101, node->span,
                                "Write %s for `%.*s`.", what, STR_ARG(key)),
                 "%s",
                 "locale: {present: today, month_names: [January, "
                 "February, ...], sections: {skills: Skills}}");
}

/* DEGREE and AREA of other tools, {x} and {y} here. */
static struct str
with_places(struct arena *arena, struct str text)
{
    static const struct {
        struct str typed, place;
    } places[] = {{STR_INIT("DEGREE"), STR_INIT("{x}")},
                  {STR_INIT("AREA"), STR_INIT("{y}")}};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        size_t at = str_find(text, places[i].typed, 0);
        if (at == SIZE_MAX)
            continue;
        struct str head = str_slice(text, 0, at);
        struct str tail = str_slice(text, at + places[i].typed.len, text.len);
        text = str_format(arena, "%.*s%.*s%.*s", STR_ARG(head),
                          STR_ARG(places[i].place), STR_ARG(tail));
    }
    return text;
}

static void
set_one(struct reading *reading, const struct where *where,
        const struct node *node, struct str key, enum word word)
{
    struct arena *arena = reading->decoder->arena;
    if (node->kind != NODE_SCALAR) {
        report_shape(reading, where, node, "one text", key);
        return;
    }
    struct str text = str_trim(node->text);
    if (word == WORD_DEGREE_WITH_AREA)
        text = with_places(arena, text);
    if (word == WORD_DIGITS && str_is(text, "native"))
        text = locale_word(reading->locale, WORD_NATIVE_DIGITS);
    else if (word == WORD_DIGITS)
        text = (struct str){"", 0};
    if (locale_lacks_place(reading->locale, word, text)) {
        report_shape(reading, where, node,
                     "a text with {x} (and {y} where the usual one has it)",
                     key);
        return;
    }
    locale_set(reading->locale, word, text);
}

static void
set_months(struct reading *reading, const struct where *where,
           const struct node *node, struct str key, enum word word)
{
    bool is_list =
        node->kind == NODE_LIST && node->items.count == MONTHS_OF_YEAR;
    for (size_t i = 0; is_list && i < MONTHS_OF_YEAR; i++)
        is_list = node->items.at[i]->kind == NODE_SCALAR;
    if (!is_list) {
        report_shape(reading, where, node, "a list of the twelve months", key);
        return;
    }
    for (size_t i = 0; i < MONTHS_OF_YEAR; i++) {
        struct str name = str_trim(node->items.at[i]->text);
        locale_set(reading->locale, (enum word)(word + i), name);
        if (word == WORD_MONTH_NAMES)
            locale_set(reading->locale, (enum word)(WORD_MONTHS_WITH_DAY + i),
                       name);
    }
}

/* One text for all plural forms, or for those that the spelling names; the
   number stands before it unless it says where. */
static void
set_counted(struct reading *reading, const struct where *where,
            const struct node *node, struct str key, enum word word)
{
    bool is_one = true, is_many = true;
    if (node->kind != NODE_SCALAR) {
        report_shape(reading, where, node, "one text", key);
        return;
    }
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (str_is(key, spellings[i].key)) {
            is_one = spellings[i].is_one;
            is_many = spellings[i].is_many;
        }
    struct str text = str_trim(node->text);
    if (str_find(text, STR("{n}"), 0) == SIZE_MAX)
        text = str_format(reading->decoder->arena, "{n} %.*s", STR_ARG(text));
    for (int form = 0; form < PLURAL_FORMS; form++)
        if (form == PLURAL_FORM_ONE ? is_one : is_many)
            locale_set(reading->locale, (enum word)((int)word + form), text);
}

static bool
find_word(struct str key, enum word *word, enum word_kind *kind)
{
    if (str_is(key, "digits"))
        key = STR("numbers.digits");
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (str_is(key, spellings[i].key))
            key = str_from(spellings[i].own);
    return locale_word_find(key, word, kind);
}

static void
report_unknown(struct reading *reading, const struct where *where,
               const struct node_pair *pair, struct str prefix)
{
    struct decoder *decoder = reading->decoder;
    struct str typed = pair->key, near;
    struct finding *finding =
        decoder_report(decoder, where, CODE_X103, pair->key_span,
                       "Unknown key \"%.*s\"; it is left out.", STR_ARG(typed));
    near = locale_word_nearest(decoder->arena, prefix, typed);
    if (near.len) {
        finding_help(finding, "Did you mean %.*s?", STR_ARG(near));
        decoder_edit(decoder, finding, pair->key_span, near, false);
    } else {
        finding_help(finding, "Words are present, month_names, "
                              "month_abbreviations, sections: {skills: ...} "
                              "and the like.");
    }
}

static void
read_words(struct reading *reading, const struct where *where,
           const struct node *map, struct str prefix)
{
    struct arena *arena = reading->decoder->arena;
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct where at = where_key(where, pair);
        struct str key = prefix.len
                             ? str_format(arena, "%.*s.%.*s", STR_ARG(prefix),
                                          STR_ARG(pair->key))
                             : pair->key;
        enum word word;
        enum word_kind kind;
        if (!prefix.len && str_is(key, "language"))
            continue;
        if (find_word(key, &word, &kind)) {
            if (kind == WORD_IS_ONE)
                set_one(reading, &at, pair->value, key, word);
            else if (kind == WORD_IS_MONTHS)
                set_months(reading, &at, pair->value, key, word);
            else
                set_counted(reading, &at, pair->value, key, word);
        } else if (!prefix.len && locale_has_group(key)) {
            if (pair->value->kind == NODE_MAP)
                read_words(reading, &at, pair->value, key);
            else
                report_shape(reading, &at, pair->value,
                             "words, each with its name,", key);
        } else {
            report_unknown(reading, &at, pair, prefix);
        }
    }
}

void
decoder_read_locale(struct decoder *decoder, const struct node *map)
{
    const struct node_pair here = {STR_INIT("locale"),
                                   map ? map->span : SPAN_NONE, NULL};
    const struct where where = where_key(NULL, &here);
    if (!map || map->kind != NODE_MAP) {
        bool is_empty = !map || (map->kind == NODE_SCALAR && map->is_null);
        if (!is_empty)
            finding_help(decoder_report(decoder, &where, CODE_X101, map->span,
                                        "Write the words of `locale`, each "
                                        "with its name."),
                         "locale: {present: today}");
        return;
    }
    struct reading reading = {
        decoder, locale_copy(decoder->arena, decoder->candidate->locale)};
    read_words(&reading, &where, map, (struct str){NULL, 0});
    decoder->candidate->locale = reading.locale;
}
