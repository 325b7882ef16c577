/*
 * P103, P104 and P107: words that lead to one person in care, though no number
 * and no name does: a day, an age, a place, a room, a very small group. All
 * words are the pack's; where a profession has none, nothing is found.
 */
#include "privacy.h"

static bool
has_list(const struct check *check, enum lexicon_list list)
{
    size_t count;
    (void)lexicon_terms(check->pack, list, &count);
    return count > 0;
}

/* Places of a word on either side, in words. */
static bool
is_near(const struct tokens *tokens, struct piece sentence, size_t i,
        size_t reach, enum lexicon_list list)
{
    size_t from = i > sentence.from + reach ? i - reach : sentence.from;
    size_t to = i + reach + 1 < sentence.to ? i + reach + 1 : sentence.to;
    return privacy_holds(tokens, from, to, list);
}

/* ---- dates --------------------------------------------------------------- */

static bool
number_between(const struct tokens *tokens, size_t i, uint64_t low,
               uint64_t high)
{
    uint64_t value;
    return i < tokens->count && tokens->at[i].kind == TOKEN_NUMBER &&
           str_to_u64(token_text(tokens, i), &value) && value >= low &&
           value <= high;
}

static bool
is_month(const struct tokens *tokens, size_t i)
{
    return privacy_is_word(tokens, i) && tokens->at[i].capital &&
           tokens->at[i].classes & LEXICON_BIT(MASK_MONTH);
}

/* Tokens of a date with a day at i: "March 3[, 2022]", "3 March", 3/14/2022,
   2022-03-14; 0 when there is none. */
static size_t
day_at(const struct tokens *tokens, size_t i)
{
    if (is_month(tokens, i)) {
        size_t at = i + 1 + token_is_symbol(tokens, i + 1, '.');
        bool is_day = number_between(tokens, at, 1, 31) &&
                      !token_is_symbol(tokens, at + 1, '%');
        return is_day ? at + 1 - i : 0;
    }
    if (tokens->at[i].kind != TOKEN_NUMBER)
        return 0;
    if (number_between(tokens, i, 1, 31) && is_month(tokens, i + 1))
        return 2;
    if (number_between(tokens, i, 1, 12) &&
        token_is_symbol(tokens, i + 1, '/') &&
        number_between(tokens, i + 2, 1, 31) &&
        token_is_symbol(tokens, i + 3, '/') &&
        number_between(tokens, i + 4, 1, 2099))
        return 5;
    if (number_between(tokens, i, 1900, 2099) &&
        token_is_symbol(tokens, i + 1, '-') &&
        number_between(tokens, i + 2, 1, 12) &&
        token_is_symbol(tokens, i + 3, '-') &&
        number_between(tokens, i + 4, 1, 31))
        return 5;
    return 0;
}

/* "the patient in room 4", not "patient flow" and not "patients". */
static bool
tells_of_person(const struct tokens *tokens, struct piece sentence)
{
    for (size_t at = sentence.from; at < sentence.to; at++)
        if (privacy_person(tokens, at))
            return true;
    return false;
}

static bool
tells_care(const struct tokens *tokens, struct piece sentence, size_t i)
{
    size_t reach = tells_of_person(tokens, sentence) ? 12 : 6;
    size_t from = i > sentence.from + reach ? i - reach : sentence.from;
    bool one_person =
        privacy_holds(tokens, sentence.from, sentence.to, LEXICON_PERSON);
    for (size_t at = from; at < i + reach + 2 && at < sentence.to; at++) {
        size_t length;
        const struct lexicon_term *word =
            privacy_term(tokens, at, LEXICON_CARE_WORD, &length);
        if (word && (!str_is(term_group(word), "noun") || one_person))
            return true;
    }
    return false;
}

/* Unit, day and diagnosis together: "sepsis in the ICU on March 3, 2022". */
static bool
tells_case(const struct tokens *tokens, struct piece sentence, size_t i)
{
    bool diagnosis = false;
    for (size_t at = sentence.from; at < sentence.to; at++)
        diagnosis |= privacy_is_in(tokens, at, LEXICON_DIAGNOSIS) &&
                     !privacy_is_in(tokens, at + 1, LEXICON_FACILITY) &&
                     !(privacy_is_word(tokens, at + 1) &&
                       tokens->at[at + 1].classes & LEXICON_BIT(INITIATIVE));
    return diagnosis && is_near(tokens, sentence, i, 10, LEXICON_FACILITY);
}

static void
report_day(struct check *check, const struct check_text *text, size_t i,
           size_t length, enum code code)
{
    const struct tokens *tokens = text->tokens;
    struct str day = str_slice(tokens->text, tokens->at[i].from,
                               tokens->at[i + length - 1].to);
    struct finding *finding = check_on_text(
        check, code, text, tokens->at[i].from, tokens->at[i + length - 1].to,
        code == CODE_P103 ? "Generalize %.*s: the year is enough."
                          : "Blur %.*s: unit, day and diagnosis tell who.",
        STR_ARG(day));
    finding_help(finding, "a day of care leads to the person; the year does "
                          "not");
}

/* ---- P103: ages ---------------------------------------------------------- */

/* "94-year-old", "aged 94"; not "aged 90 or older", "a 95-year-old hospital" */
static size_t
age_at(const struct tokens *tokens, size_t i)
{
    if (!number_between(tokens, i, 90, 119))
        return 0;
    size_t at = i + 1;
    bool aged = i > 0 && token_is(tokens, i - 1, "aged");
    at += token_is_symbol(tokens, at, '-');
    bool years = token_is(tokens, at, "year") || token_is(tokens, at, "years");
    size_t old = at + 1 + token_is_symbol(tokens, at + 1, '-');
    if (years && token_is(tokens, old, "old"))
        at = old + 1;
    else if (aged && !token_is_symbol(tokens, i + 1, '-'))
        at = i + 1;
    else
        return 0;
    if (token_is(tokens, at, "or") || token_is(tokens, at, "and") ||
        token_is(tokens, at, "plus") || token_is_symbol(tokens, at, '+') ||
        privacy_holds(tokens, at, at + 3, LEXICON_FACILITY))
        return 0;
    return at - i;
}

void
privacy_days(struct check *check, const struct check_text *text)
{
    if (!(text->uses & TEXT_EVIDENCE) || !has_list(check, LEXICON_CARE_WORD))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i < tokens->count; i++) {
        size_t length = age_at(tokens, i);
        if (length) {
            finding_help(check_on_text(check, CODE_P103, text,
                                       tokens->at[i].from,
                                       tokens->at[i + length - 1].to,
                                       "Generalize the age: 90 or older."),
                         "ages above 89 are told as one group");
            continue;
        }
        length = day_at(tokens, i);
        if (!length)
            continue;
        struct piece sentence = privacy_sentence(tokens, i);
        if (privacy_holds(tokens, sentence.from, sentence.to,
                          LEXICON_PROJECT_WORD))
            continue;
        if (tells_care(tokens, sentence, i))
            report_day(check, text, i, length, CODE_P103);
        else if (tells_case(tokens, sentence, i))
            report_day(check, text, i, length, CODE_P107);
        i += length - 1;
    }
}

/* ---- P107: very small groups --------------------------------------------- */

/* A number up to ten, spelled or not; 0 for any other. */
static unsigned
small_number(const struct tokens *tokens, size_t i)
{
    static const char *const words[] = {"one",  "two", "three", "four",
                                        "five", "six", "seven", "eight",
                                        "nine", "ten", NULL};
    uint64_t value;
    if (tokens->at[i].kind == TOKEN_WORD &&
        !(tokens->at[i].classes & LEXICON_BIT(SPELLED)))
        return 0;
    for (unsigned n = 0; words[n] && tokens->at[i].kind == TOKEN_WORD; n++)
        if (token_is(tokens, i, words[n]))
            return n + 1;
    return number_between(tokens, i, 1, 99) &&
                   str_to_u64(token_text(tokens, i), &value)
               ? (unsigned)value
               : 0;
}

/* A share, a rate, a range, a rank: no group of people. */
static bool
is_reckoned(const struct tokens *tokens, size_t i, size_t behind)
{
    static const char *const before[] = {"in",   "of",    "out",  "to",
                                         "from", "per",   "top",  "by",
                                         "than", "every", "each", NULL};
    static const char *const after[] = {"per", "a",  "an",    "each", "every",
                                        "to",  "at", "daily", NULL};
    for (size_t n = 0; before[n] && i > 0; n++)
        if (token_is(tokens, i - 1, before[n]))
            return true;
    if (i > 0 && tokens->at[i - 1].kind == TOKEN_SYMBOL &&
        !token_is_symbol(tokens, i - 1, ',') &&
        !token_is_symbol(tokens, i - 1, '('))
        return true;
    for (size_t n = 0; after[n]; n++)
        if (token_is(tokens, behind, after[n]) &&
            !(str_is(str_from(after[n]), "at") &&
              privacy_is_capital(tokens, behind + 1)))
            return true;
    return false;
}

/* "at Lakeside Clinic", "in the ICU"; a place with a name, or a unit. Where an
   illness is told, "from Millbrook" and "of the Amish community" are places. */
static bool
names_place(const struct tokens *tokens, struct piece sentence, size_t i)
{
    size_t to = i + 12 < sentence.to ? i + 12 : sentence.to;
    bool ill = privacy_holds(tokens, i, to, LEXICON_DIAGNOSIS);
    for (size_t at = i; at < to; at++) {
        bool place = token_is(tokens, at, "at") || token_is(tokens, at, "in");
        bool origin =
            ill && (token_is(tokens, at, "from") || token_is(tokens, at, "of"));
        size_t name = at + 1 + (origin && token_is(tokens, at + 1, "the"));
        if ((place || origin) && privacy_is_capital(tokens, name) &&
            !is_month(tokens, name))
            return true;
        if (privacy_is_in(tokens, at, LEXICON_FACILITY))
            return true;
    }
    return false;
}

void
privacy_groups(struct check *check, const struct check_text *text)
{
    size_t length;
    unsigned least = (unsigned)check_param(check, CODE_P107, "min_cell");
    if (!(text->uses & TEXT_EVIDENCE) ||
        !has_list(check, LEXICON_COUNTED_PERSON))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i + 1 < tokens->count; i++) {
        unsigned count = small_number(tokens, i);
        if (!count || count >= least)
            continue;
        size_t noun = i + 1 + privacy_is_lower(tokens, i + 1);
        const struct lexicon_term *word =
            privacy_term(tokens, i + 1, LEXICON_COUNTED_PERSON, &length);
        if (word)
            noun = i + 1;
        else
            word = privacy_term(tokens, noun, LEXICON_COUNTED_PERSON, &length);
        if (!word || is_reckoned(tokens, i, noun + length))
            continue;
        struct piece sentence = privacy_sentence(tokens, i);
        bool may_be_staff = str_is(term_group(word), "staff");
        if (!names_place(tokens, sentence, noun + length) ||
            (may_be_staff && privacy_holds(tokens, sentence.from, sentence.to,
                                           LEXICON_STAFF_WORD)))
            continue;
        struct str value = str_slice(tokens->text, tokens->at[i].from,
                                     tokens->at[noun + length - 1].to);
        struct finding *finding =
            check_on_text(check, CODE_P107, text, tokens->at[i].from,
                          tokens->at[noun + length - 1].to,
                          "Blur \"%.*s\": groups under %u can be identified.",
                          STR_ARG(value), least);
        finding_help(finding, "give a rate, a range or a longer period");
    }
}

/* ---- P107: one person ---------------------------------------------------- */

/* "room 412B", "bed 7": the number ends at *to. */
static bool
is_room(const struct tokens *tokens, size_t i, size_t *to)
{
    if (!privacy_is_in(tokens, i, LEXICON_ROOM_WORD))
        return false;
    size_t at = i + 1 + token_is_symbol(tokens, i + 1, '#');
    if (at >= tokens->count || tokens->at[at].kind != TOKEN_NUMBER)
        return false;
    bool letter = at + 1 < tokens->count && !tokens->at[at + 1].space_before &&
                  tokens->at[at + 1].to - tokens->at[at + 1].from == 1 &&
                  privacy_is_word(tokens, at + 1);
    *to = at + 1 + letter;
    return true;
}

/* "the only transplant patient" */
static bool
is_one_of_a_kind(const struct tokens *tokens, size_t i, size_t *to)
{
    if (!privacy_is_in(tokens, i, LEXICON_RARE_WORD))
        return false;
    for (size_t at = i + 1; at < i + 4 && privacy_is_lower(tokens, at); at++) {
        size_t length = privacy_person(tokens, at);
        *to = at + length;
        if (length)
            return true;
    }
    return false;
}

void
privacy_single(struct check *check, const struct check_text *text)
{
    if (!(text->uses & TEXT_EVIDENCE) || !has_list(check, LEXICON_RARE_WORD))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0, to; i + 1 < tokens->count; i++) {
        if (!tokens->at[i].node)
            continue;
        bool room = is_room(tokens, i, &to) &&
                    tells_of_person(tokens, privacy_sentence(tokens, i));
        if (!room && !is_one_of_a_kind(tokens, i, &to))
            continue;
        struct finding *finding = check_on_text(
            check, CODE_P107, text, tokens->at[i].from, tokens->at[to - 1].to,
            "Blur \"%.*s\": it tells who is meant.",
            STR_ARG(str_slice(tokens->text, tokens->at[i].from,
                              tokens->at[to - 1].to)));
        finding_help(finding, "give the unit or the group, not the %s",
                     room ? "room" : "one in it");
        i = to - 1;
    }
}

/* ---- P104: places -------------------------------------------------------- */

/* "ZIP 60624", "60624-1234", "1420 Elm Street" at i. */
static size_t
place_at(const struct tokens *tokens, size_t i)
{
    size_t at = i + 1;
    if (tokens->at[i].kind == TOKEN_SYMBOL ||
        (tokens->at[i].kind == TOKEN_WORD && !tokens->at[i].capital))
        return 0;
    bool zip = token_is(tokens, i, "ZIP");
    if (zip) {
        at += token_is(tokens, at, "code") || token_is(tokens, at, "codes");
        return number_between(tokens, at, 501, 99950) &&
                       tokens->at[at].to - tokens->at[at].from == 5
                   ? at + 1 - i
                   : 0;
    }
    if (!number_between(tokens, i, 1, 99999))
        return 0;
    for (size_t n = 0; n < 3 && privacy_is_capital(tokens, at); n++, at++)
        if (n > 0 && privacy_is_in(tokens, at, LEXICON_STREET_WORD))
            return at + 1 - i;
    return 0;
}

/* A group of a thousand hides each of them. */
static bool
is_large_group(const struct tokens *tokens, struct piece sentence, size_t i,
               size_t behind)
{
    for (size_t at = sentence.from; at < sentence.to; at++)
        if (tokens->at[at].kind == TOKEN_NUMBER && (at < i || at >= behind) &&
            tokens->at[at].to - tokens->at[at].from >= 4 &&
            !number_between(tokens, at, 1900, 2099))
            return true;
    return false;
}

static bool
tells_of_patients(const struct tokens *tokens, struct piece sentence, size_t i)
{
    size_t from = i > sentence.from + 7 ? i - 7 : sentence.from;
    for (size_t at = from; at < i + 9 && at < sentence.to; at++)
        if (privacy_is_in(tokens, at, LEXICON_PERSON) ||
            privacy_is_in(tokens, at, LEXICON_COUNTED_PERSON))
            return true;
    return false;
}

void
privacy_places(struct check *check, const struct check_text *text)
{
    if (!(text->uses & TEXT_EVIDENCE) || !(text->uses & TEXT_SENTENCES) ||
        !has_list(check, LEXICON_COUNTED_PERSON))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i < tokens->count; i++) {
        size_t length = place_at(tokens, i);
        if (!length)
            continue;
        struct piece sentence = privacy_sentence(tokens, i);
        if (!tells_of_patients(tokens, sentence, i) ||
            is_large_group(tokens, sentence, i, i + length))
            continue;
        struct str place = str_slice(tokens->text, tokens->at[i].from,
                                     tokens->at[i + length - 1].to);
        struct finding *finding =
            check_on_text(check, CODE_P104, text, tokens->at[i].from,
                          tokens->at[i + length - 1].to,
                          "Generalize the place: %.*s.", STR_ARG(place));
        finding_help(finding, "the state, or \"one urban service area\"");
        i += length - 1;
    }
}
