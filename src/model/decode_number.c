/* Numbers, yes and no, words of a fixed list. */
#include "decoder.h"

#include "base/buf.h"
#include "model/page_range.h"
#include "words.h"

/* ---- numbers ------------------------------------------------------------ */

/* "46 staff": the number that the text begins with, and what follows. */
static bool
leading_number(struct str s, struct decimal *decimal, struct str *rest)
{
    size_t end = s.len;
    if (end && s.at[end - 1] == '+') { /* "120+" */
        *rest = STR("+");
        return decimal_parse(str_slice(s, 0, end - 1), decimal);
    }
    while (end) {
        end--;
        while (end && !ascii_is_space(s.at[end]))
            end--;
        if (end && decimal_parse(str_slice(s, 0, end), decimal)) {
            *rest = str_trim(str_slice(s, end, s.len));
            return true;
        }
    }
    return false;
}

/* "v1.0.0" as 1: the version of another tool's file. */
static bool
version_number(struct str s, struct decimal *decimal)
{
    if (s.len < 2 || ascii_lower(s.at[0]) != 'v')
        return false;
    struct str rest = str_slice(s, 1, s.len);
    return decimal_parse(str_cut(&rest, '.'), decimal);
}

/* Longer ones are no numbers; keeps the search above short. */
enum { LONGEST_NUMBER = 80 };

static bool
read_decimal(struct decoder *decoder, const struct where *where,
             const struct field *field, const struct node *node,
             struct decimal *decimal)
{
    struct str typed = str_trim(node->text), rest = {NULL, 0};
    decimal->typed = (struct text){typed, node};
    if (decimal_parse(typed, decimal) ||
        (str_is(str_from(field->key), "version") &&
         version_number(typed, decimal)))
        return true;
    if (typed.len <= LONGEST_NUMBER && leading_number(typed, decimal, &rest)) {
        struct str number = str_trim(str_slice(typed, 0, typed.len - rest.len));
        struct finding *finding = decoder_report(
            decoder, where, CODE_X113, node->span,
            "Write `%s` as a number alone; \"%.*s\" is left out.", field->key,
            STR_ARG(rest));
        finding_help(finding, "%s: %.*s", field->key, STR_ARG(number));
        decoder_edit(decoder, finding, node->span, number, false);
        decimal->typed.s = number;
        return true;
    }
    struct finding *finding =
        decoder_report(decoder, where, CODE_X112, node->span,
                       "\"%.*s\" is not a number.", STR_ARG(typed));
    finding_help(finding, "%s: %s", field->key, field->example);
    return false;
}

void
decode_decimal(struct decoder *decoder, const struct where *where,
               const struct field *field, const struct node *node, void *slot)
{
    struct decimal decimal = {0};
    if (read_decimal(decoder, where, field, node, &decimal))
        *(struct decimal *)slot = decimal;
}

/* Counts of people and pages, levels: never below zero. */
void
decode_integer(struct decoder *decoder, const struct where *where,
               const struct field *field, const struct node *node, void *slot)
{
    struct integer *integer = slot;
    struct decimal decimal = {0};
    if (!read_decimal(decoder, where, field, node, &decimal))
        return;
    for (; decimal.decimals && decimal.digits % 10 == 0; decimal.decimals--)
        decimal.digits /= 10; /* "1.0" is a whole number */
    if (decimal.decimals || decimal.digits < 0) {
        struct finding *finding = decoder_report(
            decoder, where, CODE_X112, node->span,
            "\"%.*s\" is not a whole number.", STR_ARG(decimal.typed.s));
        finding_help(finding, "%s: %s", field->key, field->example);
        return;
    }
    integer->given = true;
    integer->value = decimal.digits;
    integer->node = node;
}

/* ---- yes and no --------------------------------------------------------- */

void
decode_flag(struct decoder *decoder, const struct where *where,
            const struct field *field, const struct node *node, void *slot)
{
    struct flag *flag = slot;
    struct str typed = str_trim(node->text);
    struct str word = words_normal(decoder->arena, typed, '_');
    bool yes = words_hold("yes y true on 1", word);
    if (!yes && !words_hold("no n false off 0", word)) {
        struct finding *finding =
            decoder_report(decoder, where, CODE_X114, node->span,
                           "\"%.*s\" is neither yes nor no.", STR_ARG(typed));
        finding_help(finding, "%s: true   (or false)", field->key);
        return;
    }
    *flag = (struct flag){true, yes, node};
}

/* ---- fixed lists -------------------------------------------------------- */

enum { MOST_CHOICES = 16 };

/* A word of ours, which has small letters, figures and joints alone, against
   one that words_normal made. */
static bool
is_choice(const char *choice, struct str word)
{
    size_t i = 0;
    for (; choice[i] && i < word.len; i++) {
        char letter = ascii_is_alnum(choice[i]) ? choice[i] : '-';
        if (letter != word.at[i])
            return false;
    }
    return i > 0 && !choice[i] && i == word.len;
}

static int
find_choice(const char *const *choices, struct str word)
{
    for (int i = 0; choices[i]; i++)
        if (is_choice(choices[i], word))
            return i;
    return -1;
}

/* What people write for a word of a list whose letters are not near. */
static const struct {
    const char *written, *meant;
} meant_words[] = {
    {"active", "held"},
    {"current", "held"},
    {"valid", "held"},
    {"certified", "held"},
    {"completed", "held"},
    {"earned", "held"},
    {"pending", "in_progress"},
    {"planned", "in_progress"},
    {"ongoing", "in_progress"},
    {"lapsed", "expired"},
    {"boss", "supervisor"},
    {"manager", "supervisor"},
    {"colleague", "peer"},
    {"coworker", "peer"},
    {"co-worker", "peer"},
    {"subordinate", "direct report"},
    {"report", "direct report"},
    {"physician", "physician partner"},
    {"customer", "client"},
    {"full-time", "employment"},
    {"part-time", "employment"},
    {"video", "video_intro"},
    {"presentation", "talk"},
    {"emr", "ehr"},
    {"lead", "implementation lead"},
    {"co-author", "contributor"},
    {"finance", "cost"},
    {"technology", "ehr"},
    {"it", "ehr"},
    {"safety", "quality"},
    {"staffing", "people"},
    {"efficiency", "workflow"},
};

/* The choice that a word stands for, or that is one of several words. */
static size_t
choice_meant(struct arena *arena, struct str typed, const struct str *names,
             size_t count)
{
    struct str word = words_normal(arena, typed, '-');
    for (size_t i = 0; i < sizeof meant_words / sizeof meant_words[0]; i++) {
        if (!str_is(word, meant_words[i].written))
            continue;
        for (size_t j = 0; j < count; j++)
            if (str_is(names[j], meant_words[i].meant))
                return j;
    }
    struct str words = words_normal(arena, typed, ' ');
    for (size_t j = 0; j < count; j++)
        if (words_hold(str_terminated(arena, words),
                       words_normal(arena, names[j], '-')))
            return j;
    return str_nearest(typed, names, count);
}

static void
report_choice(struct decoder *decoder, const struct where *where,
              const struct field *field, const struct text *text)
{
    struct str names[MOST_CHOICES];
    size_t count = 0;
    struct buf list = buf_new(decoder->arena);
    for (size_t i = 0; field->choices[i]; i++) {
        if (!field->choices[i][0] || count == MOST_CHOICES)
            continue;
        buf_print(&list, "%s%s", count ? ", " : "", field->choices[i]);
        names[count++] = str_from(field->choices[i]);
    }
    struct str all = buf_str(&list);
    size_t nearest = choice_meant(decoder->arena, text->s, names, count);
    struct finding *finding = decoder_report(
        decoder, where, CODE_X115, text->node->span,
        "\"%.*s\" is none of the words for %s.", STR_ARG(text->s), field->key);
    if (nearest == SIZE_MAX) {
        finding_help(finding, "Use one of: %.*s.", STR_ARG(all));
        return;
    }
    finding_help(finding, "Did you mean %.*s? The words are: %.*s.",
                 STR_ARG(names[nearest]), STR_ARG(all));
    if (text->node->kind == NODE_SCALAR &&
        str_equal(str_trim(text->node->text), text->s))
        decoder_edit(decoder, finding, text->node->span, names[nearest], false);
}

void
decode_choice(struct decoder *decoder, const struct where *where,
              const struct field *field, const struct node *node, void *slot)
{
    struct choice *choice = slot;
    choice->typed = (struct text){one_line(decoder->arena, node->text), node};
    struct str word = words_normal(decoder->arena, choice->typed.s, '-');
    choice->value = find_choice(field->choices, word);
    if (choice->value >= 0)
        return;
    report_choice(decoder, where, field, &choice->typed);
    if (field->unknown_is)
        choice->value = field->unknown_is;
}

/* A word in a list of words: kept in our spelling. */
void
check_choice(struct decoder *decoder, const struct where *where,
             const struct field *field, struct text *text)
{
    struct str word = words_normal(decoder->arena, text->s, '-');
    int found = find_choice(field->choices, word);
    if (found < 0)
        report_choice(decoder, where, field, text);
    else
        text->s = str_from(field->choices[found]);
}

/* ---- pages --------------------------------------------------------------- */

void
check_pages(struct decoder *decoder, const struct where *where,
            const struct field *field, struct text *text)
{
    struct page_range range;
    if (page_range_parse(text->s, &range))
        return;
    struct finding *finding =
        decoder_report(decoder, where, CODE_X117, text->node->span,
                       "\"%.*s\" is no number of pages.", STR_ARG(text->s));
    finding_help(finding, "%s: 2   (at most), or 1-2   (from, to)", field->key);
    *text = (struct text){{NULL, 0}, NULL};
}
