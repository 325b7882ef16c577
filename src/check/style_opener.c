/*
 * Where the verb of a bullet stands. What begins otherwise for a good reason
 * (a label, a number, a clause before the verb, an honour) is told from a
 * noun that takes the verb's place; in doubt there is no finding.
 */
#include "style.h"

/* A label ends within so many tokens: "Epic go-live: trained ..." */
#define LABEL_TOKENS 9
/* What excuses a weak opener stands near it: "Supported a team of 60". */
#define KEEP_TOKENS 6

struct look {
    struct check *check;
    const struct check_bullet *bullet;
    const struct tokens *tokens;
    struct opener *opener;
};

static uint64_t
classes(const struct look *look, size_t i)
{
    return i < look->tokens->count ? look->tokens->at[i].classes : 0;
}

static bool
is_word(const struct look *look, size_t i)
{
    return i < look->tokens->count && look->tokens->at[i].kind == TOKEN_WORD;
}

static bool
in_list(const struct look *look, size_t i, enum lexicon_list list)
{
    size_t term;
    return i < look->tokens->count &&
           lexicon_match(look->tokens, i, list, &term) > 0;
}

static bool
is_joined(const struct look *look, size_t i)
{
    return i < look->tokens->count && !look->tokens->at[i].space_before;
}

/* ---- the word that counts ---------------------------------------------- */

/* Behind list marks, and behind words in parentheses. */
static size_t
skip_marks(const struct look *look, size_t i)
{
    const struct tokens *tokens = look->tokens;
    while (i < tokens->count && tokens->at[i].kind == TOKEN_SYMBOL) {
        char symbol = tokens->at[i].symbol;
        if (symbol == '(')
            while (i + 1 < tokens->count && !token_is_symbol(tokens, i, ')'))
                i++;
        else if (str_find_byte(STR("*-_>~.,;+)"), symbol, 0) == SIZE_MAX)
            break;
        i++;
    }
    return i;
}

/* The last part of "Co-led", "A/B-tested". */
static size_t
last_part(const struct look *look, size_t i)
{
    const struct tokens *tokens = look->tokens;
    while (is_joined(look, i + 1) && is_joined(look, i + 2) &&
           (token_is_symbol(tokens, i + 1, '-') ||
            token_is_symbol(tokens, i + 1, '/') ||
            token_is_symbol(tokens, i + 1, '&')) &&
           is_word(look, i + 2))
        i += 2;
    return i;
}

static bool
is_adverb(const struct look *look, size_t i)
{
    struct str word =
        token_text(look->tokens, is_word(look, i) ? last_part(look, i) : i);
    return is_word(look, i) && (in_list(look, i, LEXICON_OPENER_ADVERB) ||
                                (word.len > 4 && str_ends(word, STR("ly"))));
}

static size_t
skip_adverbs(const struct look *look, size_t i)
{
    for (int most = 0; most < 3 && is_adverb(look, i); most++) {
        size_t term;
        size_t len =
            lexicon_match(look->tokens, i, LEXICON_OPENER_ADVERB, &term);
        i = len ? i + len : last_part(look, i) + 1;
        while (i < look->tokens->count &&
               (token_is_symbol(look->tokens, i, ',') ||
                token_is_symbol(look->tokens, i, '-') ||
                token_is(look->tokens, i, "and")))
            i++;
    }
    return i;
}

/* ---- other good beginnings --------------------------------------------- */

/* "EHR: Epic", "Budget – $4M" */
static bool
has_label(const struct look *look, size_t from)
{
    const struct tokens *tokens = look->tokens;
    for (size_t i = from; i < tokens->count && i < from + LABEL_TOKENS; i++) {
        char symbol = tokens->at[i].symbol;
        if (tokens->at[i].kind != TOKEN_SYMBOL)
            continue;
        if (symbol == ':' || symbol == '>' || symbol == '|' || symbol == '=' ||
            (symbol == '_' && i > from))
            return true;
        if (symbol == '-' && i > from && tokens->at[i].space_before &&
            i + 1 < tokens->count && tokens->at[i + 1].space_before)
            return true;
        if (symbol == '.' || symbol == ';')
            return false;
    }
    return false;
}

static bool
is_number(const struct look *look, size_t i)
{
    return i < look->tokens->count &&
           (look->tokens->at[i].kind == TOKEN_NUMBER ||
            token_is_symbol(look->tokens, i, '$') ||
            classes(look, i) & LEXICON_BIT(SPELLED));
}

/* "Spoilage under 1%", "Ticket sales up 33%" */
static bool
is_headline(const struct look *look, size_t i)
{
    static const char *const words[] = {"up",    "down",  "under", "over",
                                        "above", "below", "at",    NULL};
    if (look->bullet->reading->verdict != VERDICT_OUTCOME)
        return false;
    for (size_t k = i + 1; k < look->tokens->count && k < i + 6; k++)
        for (size_t w = 0; words[w]; w++)
            if (token_is(look->tokens, k, words[w]) && is_number(look, k + 1))
                return true;
    return false;
}

/* "Teacher of the Year" */
static bool
is_title_of_year(const struct look *look, size_t i)
{
    static const char *const words[] = {"year", "month", "quarter",
                                        "week", "game",  NULL};
    for (size_t k = i; k + 2 < look->tokens->count && k < i + 6; k++)
        for (size_t w = 0; words[w]; w++)
            if (token_is(look->tokens, k, "of") &&
                token_is(look->tokens, k + 1, "the") &&
                token_is(look->tokens, k + 2, words[w]))
                return true;
    return false;
}

static bool
is_number_like(const struct look *look, size_t i)
{
    uint64_t numbers = LEXICON_BIT(SPELLED) | LEXICON_BIT(APPROX) |
                       LEXICON_BIT(HEDGE) | LEXICON_BIT(ORDINAL) |
                       LEXICON_BIT(FRACTION) | LEXICON_BIT(MASK_MONTH) |
                       LEXICON_BIT(MORE) | LEXICON_BIT(COMPARATIVE);
    const struct token *token = &look->tokens->at[i];
    return token->kind == TOKEN_NUMBER ||
           (token->kind == TOKEN_SYMBOL &&
            str_find_byte(STR("$#EL~<>+\"'"), token->symbol, 0) != SIZE_MAX) ||
           tokens_phrase_classes(look->tokens, i) & numbers ||
           (classes(look, i) & LEXICON_BIT(DETERMINER) &&
            (is_number(look, i + 1) || is_number(look, i + 2) ||
             is_number(look, i + 3)));
}

/* The word has letters outside ASCII or digits: a name. */
static bool
is_foreign(const struct look *look, size_t i)
{
    struct str word = token_text(look->tokens, i);
    for (size_t k = 0; k < word.len; k++)
        if (!ascii_is_alpha(word.at[k]) && word.at[k] != '\'')
            return true;
    return false;
}

/* "In six months, cut ...", "As charge nurse, led ..." */
static bool
has_lead_in(const struct look *look, size_t i)
{
    static const char *const openers[] = {
        "after", "before",  "while",   "when",      "as",   "by",
        "to",    "once",    "having",  "during",    "upon", "until",
        "since", "if",      "instead", "because",   "due",  "owing",
        "given", "despite", "thanks",  "following", NULL};
    uint64_t small = LEXICON_BIT(PREPOSITION) | LEXICON_BIT(CLAUSE) |
                     LEXICON_BIT(TIME_PHRASE) | LEXICON_BIT(AUXILIARY);
    bool begins = classes(look, i) & small;
    for (size_t k = 0; !begins && openers[k]; k++)
        begins = token_is(look->tokens, i, openers[k]);
    if (!begins)
        return false;
    for (; i + 1 < look->tokens->count; i++)
        if (token_is_symbol(look->tokens, i, ','))
            return true;
    return false;
}

/* A sentence about a figure: "Net retention reached 118%". A verb of it that
   is no part of a relative clause. */
static bool
has_finite_verb(const struct look *look, size_t i)
{
    static const char *const relative[] = {"that", "which", "who", "whose",
                                           "and",  "to",    NULL};
    for (; i < look->tokens->count; i++) {
        for (size_t k = 0; relative[k]; k++)
            if (token_is(look->tokens, i, relative[k]))
                return false;
        if (token_is_symbol(look->tokens, i, ','))
            return false;
        if (classes(look, i) &
                (LEXICON_BIT(FORM_PAST) | LEXICON_BIT(AUXILIARY)) ||
            in_list(look, i, LEXICON_BE_FORM))
            return true;
    }
    return false;
}

static bool
is_sentence(const struct look *look, size_t i)
{
    return (look->bullet->reading->verdict == VERDICT_OUTCOME ||
            classes(look, i) & LEXICON_BIT(DETERMINER)) &&
           has_finite_verb(look, i + 1);
}

/* "Case managed 35 families", "Students gained ..." */
static bool
is_past_verb(const struct look *look, size_t i)
{
    if (!is_word(look, i) || look->tokens->at[i].capital)
        return false;
    struct verb verb = verb_of(look->check, token_text(look->tokens, i));
    return verb.base.len && verb.form == VERB_PAST &&
           !in_list(look, i + 1, LEXICON_TITLE_NOUN);
}

static bool
begins_otherwise(const struct look *look, size_t i)
{
    return i >= look->tokens->count || is_number_like(look, i) ||
           has_label(look, look->opener->first) || is_foreign(look, i) ||
           is_title_of_year(look, i) || is_headline(look, i) ||
           is_past_verb(look, i + 1) ||
           in_list(look, i, LEXICON_FIRST_PERSON) ||
           in_list(look, i, LEXICON_BE_FORM) ||
           token_is(look->tokens, i, "be") ||
           (classes(look, i) & LEXICON_BIT(AUXILIARY) &&
            !in_list(look, i, LEXICON_OPENER)) ||
           token_is(look->tokens, i, "have") ||
           token_is(look->tokens, i, "has") ||
           token_is(look->tokens, i, "had") || has_lead_in(look, i) ||
           is_sentence(look, i);
}

/* ---- weak openers ------------------------------------------------------ */

/* One of the words of keep_if behind the phrase, or a number for "#". */
static bool
keeps(const struct look *look, struct str keep, size_t from)
{
    const struct tokens *tokens = look->tokens;
    size_t last =
        from + KEEP_TOKENS < tokens->count ? from + KEEP_TOKENS : tokens->count;
    struct str rest = from < last
                          ? str_slice(tokens->text, tokens->at[from].from,
                                      tokens->at[last - 1].to)
                          : STR("");
    while (keep.len) {
        struct str word = str_trim(str_cut(&keep, ','));
        if (str_is(word, "#"))
            for (size_t i = from; i < last; i++)
                if (tokens->at[i].kind == TOKEN_NUMBER ||
                    tokens->at[i].classes & LEXICON_BIT(SPELLED))
                    return true;
        for (size_t at = 0; word.len && at + word.len <= rest.len; at++)
            if (str_equal_nocase(str_slice(rest, at, at + word.len), word) &&
                (at == 0 || !ascii_is_alpha(rest.at[at - 1])) &&
                (at + word.len == rest.len ||
                 !ascii_is_alpha(rest.at[at + word.len])))
                return true;
    }
    return false;
}

static size_t
skip_be(const struct look *look, size_t i)
{
    while (
        i + 1 < look->tokens->count &&
        (in_list(look, i, LEXICON_BE_FORM) || token_is(look->tokens, i, "am") ||
         token_is(look->tokens, i, "the") || token_is(look->tokens, i, "a") ||
         in_list(look, i, LEXICON_FIRST_PERSON)))
        i++;
    return skip_adverbs(look, i);
}

static bool
find_weak(struct look *look, size_t i)
{
    size_t count, term;
    i = skip_be(look, skip_adverbs(look, i));
    if (i >= look->tokens->count)
        return false;
    size_t len = lexicon_match(look->tokens, i, LEXICON_WEAK_OPENER, &term);
    if (!len)
        return false;
    const struct lexicon_term *found =
        &lexicon_terms(look->check->pack, LEXICON_WEAK_OPENER, &count)[term];
    if (keeps(look, term_group(found), i + len))
        return false;
    look->opener->kind = OPENER_WEAK;
    look->opener->at = i;
    look->opener->len = len;
    look->opener->weak = term;
    return true;
}

/* ---- the verb ---------------------------------------------------------- */

/* "Project manager for three sites": the verb is a noun there; not in "Cut
   nurse turnover". */
static bool
is_title(const struct look *look, const struct verb *verb, size_t i)
{
    size_t behind = i + 2;
    return verb->noun_too && verb->form == VERB_BASE &&
           in_list(look, i + 1, LEXICON_TITLE_NOUN) &&
           (behind >= look->tokens->count ||
            look->tokens->at[behind].kind == TOKEN_SYMBOL ||
            classes(look, behind) &
                (LEXICON_BIT(PREPOSITION) | LEXICON_BIT(CLAUSE)));
}

/* "Samples were collected", "Returns fell": the verb comes next. */
static bool
is_subject(const struct look *look, const struct verb *verb, size_t i)
{
    return verb->noun_too && verb->form != VERB_PAST &&
           i + 1 < look->tokens->count &&
           (in_list(look, i + 1, LEXICON_BE_FORM) ||
            (classes(look, i + 1) & LEXICON_BIT(FORM_PAST) &&
             !(classes(look, i + 1) & LEXICON_BIT(FORM_BASE))));
}

static bool
find_verb(struct look *look, size_t i)
{
    size_t at = skip_adverbs(look, i);
    if (at >= look->tokens->count)
        at = i;
    size_t last = last_part(look, at);
    if (!is_word(look, last))
        return false;
    struct verb verb = verb_of(look->check, token_text(look->tokens, last));
    if (verb.form == VERB_NONE || is_title(look, &verb, last) ||
        is_subject(look, &verb, last))
        return false;
    look->opener->kind = OPENER_VERB;
    look->opener->verb = verb;
    look->opener->at = last;
    look->opener->len = 1;
    return true;
}

static void
look_at(struct look *look)
{
    struct opener *opener = look->opener;
    opener->first = skip_marks(look, 0);
    opener->at = opener->first;
    opener->len = opener->first < look->tokens->count;
    opener->kind = OPENER_OTHER;
    if (opener->first >= look->tokens->count ||
        find_weak(look, opener->first) ||
        in_list(look, opener->first, LEXICON_HONOUR))
        return;
    if (find_verb(look, opener->first))
        return;
    if (!begins_otherwise(look, skip_adverbs(look, opener->first)) &&
        !begins_otherwise(look, opener->first))
        opener->kind = OPENER_NOUN;
}

const struct opener *
style_opener(struct check *check, const struct check_bullet *bullet)
{
    if (bullet->opener)
        return bullet->opener;
    struct look look = {check, bullet, &bullet->reading->tokens,
                        ARENA_NEW(check->arena, struct opener)};
    look_at(&look);
    /* The bullet is one of check->bullets, which are ours to fill in. */
    check->bullets.at[bullet - check->bullets.at].opener = look.opener;
    return look.opener;
}
