/*
 * P102: a name beside what was done for somebody. All words are the pack's;
 * where a profession has none, nothing is found.
 */
#include "privacy.h"

/* ---- P102: names --------------------------------------------------------- */

static bool
is_initial(const struct tokens *tokens, size_t i)
{
    return privacy_is_word(tokens, i) && tokens->at[i].capital &&
           tokens->at[i].to - tokens->at[i].from == 1;
}

/* Tokens of a name that begins at i: "Mrs. Lopez", "Maria Lopez"; "Maria" and
   "M. Lopez" when `alone`; 0 when there is none. */
static size_t
name_at(const struct tokens *tokens, size_t i, bool alone)
{
    size_t at = i + 1;
    if (alone && is_initial(tokens, i) && token_is_symbol(tokens, at, '.'))
        return privacy_is_capital(tokens, at + 1) ? 3 : 0;
    if (!privacy_is_capital(tokens, i))
        return 0;
    if (privacy_is_in(tokens, i, LEXICON_PERSON_TITLE)) {
        at += token_is_symbol(tokens, at, '.');
        if (!privacy_is_capital(tokens, at))
            return 0;
        at++;
        return at + privacy_is_capital(tokens, at) - i;
    }
    if (!privacy_is_in(tokens, i, LEXICON_GIVEN_NAME))
        return 0;
    if (is_initial(tokens, at))
        at += 1 + token_is_symbol(tokens, at + 1, '.');
    if (privacy_is_capital(tokens, at))
        return at + 1 - i;
    return alone ? 1 : 0;
}

/* A colleague, or a house that bears a name. */
static bool
is_of_staff(const struct tokens *tokens, size_t from, size_t to)
{
    size_t before = from > 3 ? from - 3 : 0;
    for (size_t i = before; i < to + 3 && i < tokens->count; i++) {
        if (privacy_is_in(tokens, i, LEXICON_STAFF_WORD) ||
            token_is(tokens, i, "Dr"))
            return true;
        if (i >= to && tokens->at[i].capital &&
            privacy_is_in(tokens, i, LEXICON_FACILITY))
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
    if (*length && titled && !privacy_is_in(tokens, at, LEXICON_PERSON_TITLE))
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
        if (!privacy_is_word(tokens, at) || tokens->at[at].capital)
            return 0;
    }
    if (tokens->at[at].kind != TOKEN_SYMBOL)
        return 0;
    for (size_t from = at > 4 ? at - 4 : 0; from < at; from++) {
        size_t found = name_at(tokens, from, false);
        if (found && from + found == at &&
            (!titled || privacy_is_in(tokens, from, LEXICON_PERSON_TITLE))) {
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
    return privacy_is_capital(tokens, i) && word.len > 3 &&
           !privacy_is_in(tokens, i, LEXICON_FACILITY) &&
           (str_ends(word, STR("'s")) || str_ends(word, STR("\xE2\x80\x99s")));
}

static bool
is_known_possessive(struct check *check, const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    struct str name =
        str_slice(word, 0, word.len - 2 - (word.at[word.len - 2] != '\'') * 2);
    struct tokens one = tokens_read(check->arena, check->pack, name);
    return (one.count == 1 && privacy_is_in(&one, 0, LEXICON_GIVEN_NAME)) ||
           (i > 0 && privacy_is_in(tokens, i - 1, LEXICON_GIVEN_NAME)) ||
           (i > 1 && token_is_symbol(tokens, i - 1, '.') &&
            privacy_is_in(tokens, i - 2, LEXICON_PERSON_TITLE));
}

/* "patient Kwame Mensah": two words that nobody knows, in a text that writes
   "patient" small. A product may bear them too: a question. */
static void
ask_unknown_name(struct check *check, const struct check_text *text, size_t i)
{
    const struct tokens *tokens = text->tokens;
    size_t from = i + 1, to = i + 3;
    if (!privacy_is_lower(tokens, i) || !privacy_is_capital(tokens, from) ||
        !privacy_is_capital(tokens, from + 1) || tokens->at[from].node ||
        tokens->at[from + 1].node || privacy_is_capital(tokens, to) ||
        !(privacy_ends_phrase(tokens, to) ||
          tokens->at[to].classes & LEXICON_BIT(VERB_MOVE)) ||
        is_of_staff(tokens, i, to))
        return;
    finding_help(privacy_ask(check, CODE_P102, text, tokens->at[from].from,
                             tokens->at[to - 1].to,
                             "Remove the name near \"%.*s\", if it is one.",
                             STR_ARG(token_text(tokens, i))),
                 "describe the group, never the person");
}

/* Gives the token behind the name that it tells of, or 0. */
static size_t
name_near_person(struct check *check, const struct check_text *text, size_t i,
                 bool titled)
{
    const struct tokens *tokens = text->tokens;
    size_t length, at = name_behind(tokens, i + 1, titled, &length);
    if (!length && privacy_ends_phrase(tokens, i + 1))
        at = name_before(tokens, i, titled, &length);
    if (!length && !titled)
        ask_unknown_name(check, text, i);
    if (!length || is_of_staff(tokens, at < i ? at : i, at + length))
        return 0;
    report_name(check, text, at, at + length, i);
    return at + length;
}

/* ---- P102: a name and an illness ----------------------------------------- */

static size_t
condition_at(const struct tokens *tokens, size_t i)
{
    static const enum lexicon_list lists[] = {
        LEXICON_DIAGNOSIS, LEXICON_CONDITION, LEXICON_CARE_WORD};
    for (size_t n = 0; n < sizeof lists / sizeof *lists; n++) {
        size_t length;
        const struct lexicon_term *term =
            privacy_term(tokens, i, lists[n], &length);
        if (term && !str_is(term_group(term), "noun"))
            return length;
    }
    return 0;
}

/* "cared for Mrs. Lopez", "the discharge of Maria Lopez", "a stroke of". */
static bool
is_cared_for(const struct tokens *tokens, size_t at, size_t *near)
{
    for (size_t from = at > 4 ? at - 4 : 0; from < at; from++) {
        size_t length;
        *near = from;
        if (privacy_term(tokens, from, LEXICON_CARE_BEFORE, &length) &&
            from + length == at)
            return true;
        length = condition_at(tokens, from);
        if (length && from + length + 1 == at &&
            (token_is(tokens, at - 1, "of") || token_is(tokens, at - 1, "for")))
            return true;
    }
    return false;
}

/* ", a 14-year-old", ", aged 88": the number, or 0. */
static size_t
age_behind(const struct tokens *tokens, size_t i)
{
    size_t at = i + token_is_symbol(tokens, i, ',');
    bool aged = token_is(tokens, at, "aged") || token_is(tokens, at, "age");
    at += aged || token_is(tokens, at, "a") || token_is(tokens, at, "an");
    if (at == i || at >= tokens->count || tokens->at[at].kind != TOKEN_NUMBER)
        return 0;
    size_t behind = at + 1 + token_is_symbol(tokens, at + 1, '-');
    return aged || token_is(tokens, behind, "year") ? at : 0;
}

/* Who does something about an illness does not have it: "who ran dialysis". */
static bool
is_work(const struct tokens *tokens, size_t i)
{
    return tokens->at[i].classes &
               (LEXICON_BIT(VERB_SCOPE) | LEXICON_BIT(VERB_ACTIVITY)) &&
           !privacy_is_in(tokens, i, LEXICON_CARE_LINK);
}

/* "Maria Lopez, who had breast cancer", "Ms. Lin after her overdose" */
static bool
is_told_ill(const struct tokens *tokens, size_t behind, size_t *near)
{
    size_t i = behind + (token_is_symbol(tokens, behind, ',') ||
                         token_is_symbol(tokens, behind, '('));
    *near = age_behind(tokens, behind);
    if (*near)
        return true;
    *near = i;
    if (i > behind && privacy_is_in(tokens, i, LEXICON_CARE_WORD))
        return condition_at(tokens, i) > 0; /* ", DOB", ", admitted" */
    if (i >= tokens->count || !privacy_is_in(tokens, i, LEXICON_CARE_LINK))
        return false;
    for (size_t at = i + 1; at < i + 8 && privacy_is_word(tokens, at); at++) {
        size_t length = condition_at(tokens, at);
        *near = at;
        if (length)
            return privacy_ends_phrase(tokens, at + length);
        if (is_work(tokens, at))
            return false;
    }
    return false;
}

/* Gives the token behind the name that it tells of, or 0. */
static size_t
name_in_care(struct check *check, const struct check_text *text, size_t i)
{
    const struct tokens *tokens = text->tokens;
    size_t near, length, infant;
    if (privacy_term(tokens, i, LEXICON_INFANT, &infant) &&
        privacy_is_capital(tokens, i + infant) &&
        !is_of_staff(tokens, i, i + infant)) {
        report_name(check, text, i + infant, i + infant + 1, i);
        return i + infant + 1;
    }
    length = name_at(tokens, i, is_initial(tokens, i));
    if (!length || is_of_staff(tokens, i, i + length) ||
        !(is_cared_for(tokens, i, &near) ||
          is_told_ill(tokens, i + length, &near)))
        return 0;
    report_name(check, text, i, i + length, near);
    return i + length;
}

/* In a file's name there are no capitals: patient-maria-lopez.jpg */
static void
name_in_path(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i + 2 < tokens->count; i++) {
        if (!privacy_is_in(tokens, i, LEXICON_PERSON) ||
            tokens->at[i + 1].kind != TOKEN_SYMBOL)
            continue;
        if (privacy_is_in(tokens, i + 2, LEXICON_GIVEN_NAME) ||
            privacy_is_in(tokens, i + 2, LEXICON_PERSON_TITLE))
            report_name(check, text, i + 2, i + 3, i);
    }
}

/* "the daughter of Maria Gomez", "Lopez's mother", "Maria's chart"; gives the
   token behind the name that it tells of, or 0. */
static size_t
name_by_kinship(struct check *check, const struct check_text *text, size_t i)
{
    const struct tokens *tokens = text->tokens;
    size_t length, at;
    if (privacy_is_lower(tokens, i) &&
        privacy_is_in(tokens, i, LEXICON_KINSHIP)) {
        at = name_of(tokens, i + 1, &length);
        if (length && !is_of_staff(tokens, i, at + length)) {
            report_name(check, text, at, at + length, i);
            return at + length;
        }
    }
    if (is_possessive(tokens, i) && privacy_is_lower(tokens, i + 1) &&
        ((i > 0 && privacy_is_in(tokens, i + 1, LEXICON_KINSHIP) &&
          !token_is_symbol(tokens, i + 2, '-')) ||
         (privacy_is_in(tokens, i + 1, LEXICON_BODY_WORD) &&
          privacy_ends_phrase(tokens, i + 2) &&
          is_known_possessive(check, tokens, i))) &&
        !is_of_staff(tokens, i, i + 2)) {
        report_name(check, text, i, i + 1, i + 1);
        return i + 1;
    }
    return 0;
}

/* Sentences of any place, and captions; names of the person's own are none. */
static bool
may_name_patient(const struct check_text *text)
{
    if (text->uses & TEXT_SILENT)
        return false;
    if (text->uses & (TEXT_BASICS | TEXT_VARIANT))
        return text->uses & TEXT_SENTENCES;
    return text->uses & (TEXT_SENTENCES | TEXT_EVIDENCE | TEXT_ADDRESS);
}

void
privacy_names(struct check *check, const struct check_text *text)
{
    size_t told = 0; /* token behind the last name that was told of */
    if (!may_name_patient(text))
        return;
    if (text->in.field->type == FIELD_PATH) {
        name_in_path(check, text);
        return;
    }
    if (text->uses & TEXT_ADDRESS)
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i < tokens->count; i++) {
        size_t behind = 0;
        if (!tokens->at[i].node && !tokens->at[i].capital)
            continue; /* neither a word of the pack nor a name */
        bool lower = privacy_is_lower(tokens, i);
        bool person = privacy_is_in(tokens, i, LEXICON_PERSON);
        bool titled = !person && privacy_is_in(tokens, i, LEXICON_NAMED_ONLY);
        if ((person && (i == 0 || lower)) || (titled && lower))
            behind = name_near_person(check, text, i, titled);
        else if (tokens->at[i].capital && i >= told)
            behind = name_in_care(check, text, i);
        size_t kin = name_by_kinship(check, text, i);
        behind = kin > behind ? kin : behind;
        told = behind > told ? behind : told;
    }
}
