/* T103, T104, T106: words that do not belong. */
#include <string.h>

#include "style.h"

/* ---- T103 -------------------------------------------------------------- */

static bool
is_masked(const struct check_text *text, size_t i)
{
    return text->bullet && text->bullet->reading->masked[i];
}

/* A capital inside a sentence: part of a name or a title. */
static bool
is_name(const struct tokens *tokens, size_t i)
{
    if (!tokens->at[i].capital)
        return false;
    if (!style_sentence_begins(tokens, i))
        return true;
    return i + 1 < tokens->count && tokens->at[i + 1].capital &&
           !tokens->at[i + 1].all_caps;
}

static bool
is_joined(const struct tokens *tokens, size_t i)
{
    static const char joints[] = "-/&.+_'";
    for (size_t side = 0; side < 2; side++) {
        size_t k = side ? i + 1 : i - 1;
        if ((!side && i == 0) || k >= tokens->count ||
            tokens->at[k].kind != TOKEN_SYMBOL || !str_from(joints).len ||
            str_find_byte(str_from(joints), tokens->at[k].symbol, 0) ==
                SIZE_MAX)
            continue;
        if (!tokens->at[side ? k : i].space_before &&
            (!side || k + 1 >= tokens->count ||
             !tokens->at[k + 1].space_before))
            return true;
    }
    return false;
}

/* Spares most tokens the look into the lexicon. */
static bool
begins_with(const struct tokens *tokens, size_t i, const char *letters)
{
    return strchr(letters, tokens->text.at[tokens->at[i].from]) != NULL;
}

/* "I led", "where I saw"; not "Phase I", "Analyst I", "I/O". */
static bool
is_pronoun_i(struct check *check, const struct tokens *tokens, size_t i)
{
    size_t term;
    uint64_t small = LEXICON_BIT(CLAUSE) | LEXICON_BIT(PREPOSITION) |
                     LEXICON_BIT(TIME_PHRASE);
    if (!str_is(token_text(tokens, i), "I") || is_joined(tokens, i) ||
        i + 1 >= tokens->count || tokens->at[i + 1].kind != TOKEN_WORD)
        return false;
    const struct token *next = &tokens->at[i + 1];
    struct verb verb = verb_of(check, token_text(tokens, i + 1));
    bool verb_next = verb.form == VERB_BASE || verb.form == VERB_PAST ||
                     next->classes & LEXICON_BIT(AUXILIARY) ||
                     lexicon_match(tokens, i + 1, LEXICON_BE_FORM, &term) ||
                     token_is(tokens, i + 1, "am") ||
                     token_is(tokens, i + 1, "have") ||
                     token_is(tokens, i + 1, "had") ||
                     str_ends(token_text(tokens, i + 1), STR("ly"));
    if (!verb_next || next->capital)
        return false;
    if (style_sentence_begins(tokens, i) || tokens->at[i - 1].symbol == ',')
        return true;
    if (lexicon_match(tokens, i - 1, LEXICON_NUMERAL_NOUN, &term))
        return false;
    return !tokens->at[i - 1].capital || tokens->at[i - 1].classes & small;
}

static bool
is_first_person(struct check *check, const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    size_t term;
    if (!begins_with(tokens, i, "IimMwWoOuU") ||
        !lexicon_match(tokens, i, LEXICON_FIRST_PERSON, &term))
        return false;
    if (str_equal_nocase(word, STR("I")))
        return is_pronoun_i(check, tokens, i);
    if (str_equal_nocase(word, STR("us")))
        return str_is(word, "us") && !is_joined(tokens, i);
    if (ascii_lower(word.at[0]) == 'i')
        return word.at[0] == 'I';
    return !tokens->at[i].all_caps && !is_name(tokens, i) &&
           !is_joined(tokens, i);
}

/* What was learnt is one's own to say; in a case "we" is the team. */
static bool
may_say(const struct check_text *text, struct str word)
{
    static const char *const plural[] = {"we",   "us",        "our",
                                         "ours", "ourselves", NULL};
    if (!(text->uses & TEXT_CASE))
        return false;
    for (size_t i = 0; plural[i]; i++)
        if (str_equal_nocase(word, str_from(plural[i])))
            return true;
    return str_is(str_from(text->in.field->key), "takeaway");
}

void
style_first_person(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    const bool *quoted = NULL;
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->at[i].kind != TOKEN_WORD || !tokens->at[i].node ||
            !is_first_person(check, tokens, i))
            continue;
        if (!quoted)
            quoted = style_quoted(check, text);
        if (quoted[i] || is_masked(text, i) ||
            may_say(text, token_text(tokens, i)))
            continue;
        struct finding *finding = check_on_text(
            check, CODE_T103, text, tokens->at[i].from, tokens->at[i].to,
            "Drop \"%.*s\".", STR_ARG(token_text(tokens, i)));
        finding_help(finding, "the reader knows whose work it is; begin with "
                              "the verb");
        return; /* one for a text: the others go the same way */
    }
}

/* ---- T104 -------------------------------------------------------------- */

/* "who were discharged", "when beds were closed": not what you did. */
static bool
is_subordinate(const struct tokens *tokens, size_t i)
{
    static const char *const words[] = {
        "that",     "which",   "who",     "whose", "where", "when", "while",
        "if",       "because", "before",  "after", "until", "as",   "than",
        "how",      "what",    "whether", "once",  "since", "so",   "unless",
        "although", "though",  "it",      "they",  NULL};
    while (i-- > 0) {
        if (token_is_symbol(tokens, i, ';') || token_is_symbol(tokens, i, '.'))
            return false;
        for (size_t w = 0; words[w]; w++)
            if (token_is(tokens, i, words[w]))
                return true;
    }
    return false;
}

static bool
is_participle(const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    size_t term;
    if (i >= tokens->count || tokens->at[i].kind != TOKEN_WORD ||
        tokens->at[i].capital)
        return false;
    if (lexicon_match(tokens, i, LEXICON_NOT_PASSIVE, &term))
        return false;
    return lexicon_match(tokens, i, LEXICON_PARTICIPLE, &term) > 0 ||
           (word.len >= 5 && str_ends(word, STR("ed")));
}

/* The doer is named, or an aim: "was adopted by all sites", "is meant to". */
static bool
has_doer(const struct tokens *tokens, size_t i)
{
    if (token_is(tokens, i, "by"))
        return i + 1 < tokens->count && !token_is(tokens, i + 1, "me") &&
               !token_is(tokens, i + 1, "us") &&
               tokens->at[i + 1].kind == TOKEN_WORD &&
               !(tokens->at[i + 1].classes &
                 (LEXICON_BIT(FORM_ING) | LEXICON_BIT(APPROX) |
                  LEXICON_BIT(FRACTION) | LEXICON_BIT(SPELLED)));
    return token_is(tokens, i, "to") && i + 1 < tokens->count &&
           tokens->at[i + 1].classes & LEXICON_BIT(FORM_BASE);
}

/* Tokens from a be-form to its participle, 0 when there is no passive. */
static size_t
passive_length(const struct tokens *tokens, size_t i)
{
    size_t term, at = i + 1;
    if (!begins_with(tokens, i, "aiwbg"))
        return 0;
    if (!lexicon_match(tokens, i, LEXICON_BE_FORM, &term) &&
        !lexicon_match(tokens, i, LEXICON_GET_FORM, &term))
        return 0;
    if (at < tokens->count &&
        (token_is(tokens, at, "then") || token_is(tokens, at, "also") ||
         str_ends(token_text(tokens, at), STR("ly"))))
        at++;
    if (at >= tokens->count || !is_participle(tokens, at) ||
        has_doer(tokens, at + 1))
        return 0;
    return at + 1 - i;
}

size_t
style_find_passive(const struct tokens *tokens, size_t *at)
{
    for (; *at < tokens->count; (*at)++) {
        size_t len = tokens->at[*at].node ? passive_length(tokens, *at) : 0;
        if (len && !tokens->at[*at].capital && !is_subordinate(tokens, *at))
            return len;
    }
    return 0;
}

void
style_passive(struct check *check, const struct check_bullet *bullet)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    enum opener_kind kind = style_opener(check, bullet)->kind;
    size_t at = 1; /* "Was promoted" opens many an honour */
    if (kind == OPENER_VERB || kind == OPENER_WEAK)
        return; /* who did it is said; the rest may be about others */
    size_t len = style_find_passive(tokens, &at);
    if (!len)
        return;
    size_t from = tokens->at[at].from, to = tokens->at[at + len - 1].to;
    struct finding *finding = check_on_bullet(
        check, CODE_T104, bullet, from, to, "Use the active voice: \"%.*s\".",
        STR_ARG(str_slice(tokens->text, from, to)));
    finding_help(finding, "who did it? if you, open with the verb");
}

/* ---- T106 -------------------------------------------------------------- */

static void
on_buzzword(struct check *check, const struct check_text *text,
            const struct lexicon_term *term, size_t from, size_t to)
{
    struct str phrase = str_slice(text->plain, from, to);
    bool replace = str_is(term_group(term), "replace");
    struct finding *finding;
    if (replace && term_advice(term).len)
        finding = check_on_text(check, CODE_T106, text, from, to,
                                "Write \"%.*s\" instead of \"%.*s\".",
                                STR_ARG(term_advice(term)), STR_ARG(phrase));
    else if (!term_advice(term).len)
        finding = check_on_text(check, CODE_T106, text, from, to,
                                "Cut \"%.*s\": it says nothing of you alone.",
                                STR_ARG(phrase));
    else
        finding = check_on_text(check, CODE_T106, text, from, to,
                                "Cut \"%.*s\": %.*s.", STR_ARG(phrase),
                                STR_ARG(term_advice(term)));
    if (replace)
        style_edit(check, finding, text, from, to,
                   verb_text(check, term_advice(term), phrase));
}

/* A phrase that is meant literally covers token i: it begins there or up to
   three tokens before. */
static bool
is_literal(const struct tokens *tokens, size_t i)
{
    size_t term;
    for (size_t back = 0; back <= 3 && back <= i; back++)
        if (lexicon_match(tokens, i - back, LEXICON_NOT_BUZZWORD, &term) > back)
            return true;
    return false;
}

void
style_buzzwords(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    const bool *quoted = NULL;
    size_t count, term, found = 0;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_BUZZWORD, &count);
    if (!tokens_may_hold(tokens, LEXICON_BUZZWORD))
        return;
    for (size_t i = 0; i < tokens->count && found < FINDINGS_PER_TEXT; i++) {
        size_t len = lexicon_match(tokens, i, LEXICON_BUZZWORD, &term);
        if (!len || is_literal(tokens, i) || is_name(tokens, i) ||
            is_masked(text, i))
            continue;
        if (!quoted)
            quoted = style_quoted(check, text);
        if (quoted[i])
            continue;
        on_buzzword(check, text, &terms[term], tokens->at[i].from,
                    tokens->at[i + len - 1].to);
        found++;
        i += len - 1;
    }
}
