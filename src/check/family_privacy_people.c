/*
 * P102, P103, P104 and P107: words that lead to one person in care, though no
 * number does: a name, a day, an age, a place, a very small group. All words
 * are the pack's; where a profession has none, nothing is found.
 */
#include "privacy.h"

static bool
is_in(const struct tokens *tokens, size_t i, enum lexicon_list list)
{
    size_t term;
    return i < tokens->count && lexicon_match(tokens, i, list, &term) > 0;
}

static const struct lexicon_term *
term_in(const struct tokens *tokens, size_t i, enum lexicon_list list,
        size_t *length)
{
    size_t term, count;
    *length = i < tokens->count ? lexicon_match(tokens, i, list, &term) : 0;
    return *length ? &lexicon_terms(tokens->pack, list, &count)[term] : NULL;
}

static bool
is_word(const struct tokens *tokens, size_t i)
{
    return i < tokens->count && tokens->at[i].kind == TOKEN_WORD;
}

static bool
is_capital(const struct tokens *tokens, size_t i)
{
    return is_word(tokens, i) && tokens->at[i].capital &&
           !tokens->at[i].all_caps;
}

static bool
has_list(const struct check *check, enum lexicon_list list)
{
    size_t count;
    (void)lexicon_terms(check->pack, list, &count);
    return count > 0;
}

/* The sentence that token i stands in: tokens from..to-1. */
static struct piece
sentence_of(const struct tokens *tokens, size_t i)
{
    struct piece sentence = {i, i};
    while (sentence.from > 0 && i - sentence.from < 40 &&
           !(token_is_symbol(tokens, sentence.from - 1, '.') &&
             tokens->at[sentence.from].space_before))
        sentence.from--;
    while (sentence.to < tokens->count && sentence.to - i < 40 &&
           !(token_is_symbol(tokens, sentence.to, '.') &&
             sentence.to + 1 < tokens->count &&
             tokens->at[sentence.to + 1].space_before))
        sentence.to++;
    return sentence;
}

static bool
holds_between(const struct tokens *tokens, size_t from, size_t to,
              enum lexicon_list list)
{
    for (size_t i = from; i < to && i < tokens->count; i++)
        if (is_in(tokens, i, list))
            return true;
    return false;
}

/* Places of a word on either side, in words. */
static bool
is_near(const struct tokens *tokens, struct piece sentence, size_t i,
        size_t reach, enum lexicon_list list)
{
    size_t from = i > sentence.from + reach ? i - reach : sentence.from;
    size_t to = i + reach + 1 < sentence.to ? i + reach + 1 : sentence.to;
    return holds_between(tokens, from, to, list);
}

/* ---- P102: names --------------------------------------------------------- */

/* Tokens of a name that begins at i: "Mrs. Lopez", "Maria Lopez", "Maria" when
   `alone`; 0 when there is none. */
static size_t
name_at(const struct tokens *tokens, size_t i, bool alone)
{
    size_t at = i + 1;
    if (!is_capital(tokens, i))
        return 0;
    if (is_in(tokens, i, LEXICON_PERSON_TITLE)) {
        at += token_is_symbol(tokens, at, '.');
        if (!is_capital(tokens, at))
            return 0;
        at++;
        return at + is_capital(tokens, at) - i;
    }
    if (!is_in(tokens, i, LEXICON_GIVEN_NAME))
        return 0;
    if (is_word(tokens, at) && tokens->at[at].all_caps &&
        tokens->at[at].to - tokens->at[at].from == 1)
        at += 1 + token_is_symbol(tokens, at + 1, '.');
    if (is_capital(tokens, at))
        return at + 1 - i;
    return alone ? 1 : 0;
}

/* A colleague, or a house that bears a name. */
static bool
is_of_staff(const struct tokens *tokens, size_t from, size_t to)
{
    size_t before = from > 3 ? from - 3 : 0;
    for (size_t i = before; i < to + 3 && i < tokens->count; i++) {
        if (is_in(tokens, i, LEXICON_STAFF_WORD) || token_is(tokens, i, "Dr"))
            return true;
        if (i >= to && tokens->at[i].capital &&
            is_in(tokens, i, LEXICON_FACILITY))
            return true;
    }
    return false;
}

static void
report_name(struct check *check, const struct check_text *text, size_t from,
            size_t to, size_t near)
{
    const struct tokens *tokens = text->tokens;
    struct finding *finding = privacy_on_text(
        check, CODE_P102, text, tokens->at[from].from, tokens->at[to - 1].to,
        "Remove the name near \"%.*s\".", STR_ARG(token_text(tokens, near)));
    finding_help(finding, "describe the group, never the person; the line is "
                          "not printed as it stands");
}

/* "patient Maria Lopez", "patient, Mrs. Lopez", "patient named Maria" */
static size_t
name_behind(const struct tokens *tokens, size_t i, bool titled, size_t *length)
{
    size_t at = i;
    bool said = token_is(tokens, at, "named") || token_is(tokens, at, "called");
    at += said || token_is_symbol(tokens, at, ',') ||
          token_is_symbol(tokens, at, '(') || token_is_symbol(tokens, at, ':');
    *length = name_at(tokens, at, said || at == i);
    if (*length && titled && !is_in(tokens, at, LEXICON_PERSON_TITLE))
        *length = 0;
    return at;
}

/* "Maria Lopez, a dialysis patient", "Mrs. Lopez (resident)" */
static size_t
name_before(const struct tokens *tokens, size_t i, bool titled, size_t *length)
{
    size_t at = i;
    *length = 0;
    for (size_t words = 0; at > 0 && words < 4; words++) {
        at--;
        if (token_is_symbol(tokens, at, ',') ||
            token_is_symbol(tokens, at, '('))
            break;
        if (!is_word(tokens, at) || tokens->at[at].capital)
            return 0;
    }
    if (tokens->at[at].kind != TOKEN_SYMBOL)
        return 0;
    for (size_t from = at > 4 ? at - 4 : 0; from < at; from++) {
        size_t found = name_at(tokens, from, false);
        if (found && from + found == at &&
            (!titled || is_in(tokens, from, LEXICON_PERSON_TITLE))) {
            *length = found;
            return from;
        }
    }
    return 0;
}

/* "the mother of Mrs. Lopez" */
static size_t
name_of(const struct tokens *tokens, size_t i, size_t *length)
{
    size_t at = i + (token_is(tokens, i, "of") ? 1 : 0);
    *length = name_at(tokens, at, at == i);
    return at;
}

/* "Lopez's daughter", "Maria's chart": the word before an apostrophe and s. */
static bool
is_possessive(const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    return is_capital(tokens, i) && word.len > 3 &&
           !is_in(tokens, i, LEXICON_FACILITY) &&
           (str_ends(word, STR("'s")) || str_ends(word, STR("\xE2\x80\x99s")));
}

static bool
is_known_possessive(struct check *check, const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    struct str name =
        str_slice(word, 0, word.len - 2 - (word.at[word.len - 2] != '\'') * 2);
    struct tokens one = tokens_read(check->arena, check->pack, name);
    return (one.count == 1 && is_in(&one, 0, LEXICON_GIVEN_NAME)) ||
           (i > 0 && is_in(tokens, i - 1, LEXICON_GIVEN_NAME)) ||
           (i > 1 && token_is_symbol(tokens, i - 1, '.') &&
            is_in(tokens, i - 2, LEXICON_PERSON_TITLE));
}

static bool
is_lower(const struct tokens *tokens, size_t i)
{
    return is_word(tokens, i) && !tokens->at[i].capital;
}

static void
name_near_person(struct check *check, const struct check_text *text, size_t i,
                 bool titled)
{
    const struct tokens *tokens = text->tokens;
    size_t length, at = name_behind(tokens, i + 1, titled, &length);
    if (!length)
        at = name_before(tokens, i, titled, &length);
    if (length && !is_of_staff(tokens, at < i ? at : i, at + length))
        report_name(check, text, at, at + length, i);
}

/* In a file's name there are no capitals: patient-maria-lopez.jpg */
static void
name_in_path(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i + 2 < tokens->count; i++) {
        if (!is_in(tokens, i, LEXICON_PERSON) ||
            tokens->at[i + 1].kind != TOKEN_SYMBOL)
            continue;
        if (is_in(tokens, i + 2, LEXICON_GIVEN_NAME) ||
            is_in(tokens, i + 2, LEXICON_PERSON_TITLE))
            report_name(check, text, i + 2, i + 3, i);
    }
}

void
privacy_names(struct check *check, const struct check_text *text)
{
    size_t length, at;
    if (text->uses & (TEXT_SILENT | TEXT_BASICS | TEXT_VARIANT) ||
        !(text->uses & (TEXT_SENTENCES | TEXT_EVIDENCE | TEXT_ADDRESS)))
        return;
    if (text->in.field->type == FIELD_PATH) {
        name_in_path(check, text);
        return;
    }
    if (text->uses & TEXT_ADDRESS)
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i < tokens->count; i++) {
        if (!tokens->at[i].node && !tokens->at[i].capital)
            continue; /* neither a word of the pack nor a name */
        bool person = is_in(tokens, i, LEXICON_PERSON);
        bool titled = !person && is_in(tokens, i, LEXICON_NAMED_ONLY);
        if ((person && (i == 0 || is_lower(tokens, i))) ||
            (titled && is_lower(tokens, i)))
            name_near_person(check, text, i, titled);
        if (is_lower(tokens, i) && is_in(tokens, i, LEXICON_KINSHIP)) {
            at = name_of(tokens, i + 1, &length);
            if (length && !is_of_staff(tokens, i, at + length))
                report_name(check, text, at, at + length, i);
        }
        if (is_possessive(tokens, i) && is_lower(tokens, i + 1) &&
            ((i > 0 && is_in(tokens, i + 1, LEXICON_KINSHIP) &&
              !token_is_symbol(tokens, i + 2, '-')) ||
             (is_in(tokens, i + 1, LEXICON_BODY_WORD) &&
              is_known_possessive(check, tokens, i))) &&
            !is_of_staff(tokens, i, i + 2))
            report_name(check, text, i, i + 1, i + 1);
    }
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
    return is_word(tokens, i) && tokens->at[i].capital &&
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

static bool
tells_care(const struct tokens *tokens, struct piece sentence, size_t i)
{
    size_t from = i > sentence.from + 6 ? i - 6 : sentence.from;
    bool one_person =
        holds_between(tokens, sentence.from, sentence.to, LEXICON_PERSON);
    for (size_t at = from; at < i + 8 && at < sentence.to; at++) {
        size_t length;
        const struct lexicon_term *word =
            term_in(tokens, at, LEXICON_CARE_WORD, &length);
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
        diagnosis |= is_in(tokens, at, LEXICON_DIAGNOSIS) &&
                     !is_in(tokens, at + 1, LEXICON_FACILITY) &&
                     !(is_word(tokens, at + 1) &&
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
        holds_between(tokens, at, at + 3, LEXICON_FACILITY))
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
        struct piece sentence = sentence_of(tokens, i);
        if (holds_between(tokens, sentence.from, sentence.to,
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
              is_capital(tokens, behind + 1)))
            return true;
    return false;
}

/* "at Lakeside Clinic", "in the ICU"; a place with a name, or a unit. */
static bool
names_place(const struct tokens *tokens, struct piece sentence, size_t i)
{
    size_t to = i + 8 < sentence.to ? i + 8 : sentence.to;
    for (size_t at = i; at < to; at++) {
        if ((token_is(tokens, at, "at") || token_is(tokens, at, "in")) &&
            is_capital(tokens, at + 1) && !is_month(tokens, at + 1))
            return true;
        if (is_in(tokens, at, LEXICON_FACILITY))
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
        size_t noun = i + 1 + is_lower(tokens, i + 1);
        const struct lexicon_term *word =
            term_in(tokens, i + 1, LEXICON_COUNTED_PERSON, &length);
        if (word)
            noun = i + 1;
        else
            word = term_in(tokens, noun, LEXICON_COUNTED_PERSON, &length);
        if (!word || is_reckoned(tokens, i, noun + length))
            continue;
        struct piece sentence = sentence_of(tokens, i);
        bool may_be_staff = str_is(term_group(word), "staff");
        if (!names_place(tokens, sentence, noun + length) ||
            (may_be_staff && holds_between(tokens, sentence.from, sentence.to,
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
    for (size_t n = 0; n < 3 && is_capital(tokens, at); n++, at++)
        if (n > 0 && is_in(tokens, at, LEXICON_STREET_WORD))
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
        if (is_in(tokens, at, LEXICON_PERSON) ||
            is_in(tokens, at, LEXICON_COUNTED_PERSON))
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
        struct piece sentence = sentence_of(tokens, i);
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
