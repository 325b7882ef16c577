/* T: how texts are written. Here how a bullet opens: T101, T102. */
#include "style.h"

/* ---- T101 -------------------------------------------------------------- */

/* "Successfully led" says what "Led" says. */
static void
needless_adverb(struct check *check, const struct check_bullet *bullet,
                const struct opener *opener)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    size_t term, len;
    if (opener->kind != OPENER_VERB || opener->first + 1 != opener->at)
        return;
    len = lexicon_match(tokens, opener->first, LEXICON_WEAK_ADVERB, &term);
    if (!len)
        return;
    struct str adverb = token_text(tokens, opener->first);
    struct str verb = token_text(tokens, opener->at);
    struct finding *finding = check_on_bullet(
        check, CODE_T101, bullet, tokens->at[opener->first].from,
        tokens->at[opener->first].to, "Drop \"%.*s\"; the result shows it.",
        STR_ARG(adverb));
    finding_help(finding, "%.*s ...", STR_ARG(verb_text(check, verb, adverb)));
    if (finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
}

/* "Helped reduce", "Responsible for scheduling": the verb comes next. */
static struct verb
verb_behind(struct check *check, const struct tokens *tokens, size_t i)
{
    struct verb none = {VERB_NONE, {0}, {0}, false};
    if (i >= tokens->count || tokens->at[i].kind != TOKEN_WORD)
        return none;
    struct verb verb = verb_of(check, token_text(tokens, i));
    bool present = verb.form == VERB_ING || verb.form == VERB_BASE;
    return verb.base.len && present ? verb : none;
}

/* The line without the phrase: "Scheduled 40 nurses." */
static void
show_mended(struct check *check, const struct check_bullet *bullet,
            struct finding *finding, const struct verb *verb, size_t i)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    struct str word = style_is_current(check, bullet) ? verb->base : verb->past;
    struct str rest =
        str_slice(tokens->text, tokens->at[i].to, tokens->text.len);
    finding_help(finding, "%.*s%.*s", STR_ARG(verb_text(check, word, STR("A"))),
                 STR_ARG(rest));
}

static void
weak_opener(struct check *check, const struct check_bullet *bullet)
{
    const struct opener *opener = style_opener(check, bullet);
    const struct tokens *tokens = &bullet->reading->tokens;
    size_t count;
    if (opener->kind != OPENER_WEAK) {
        needless_adverb(check, bullet, opener);
        return;
    }
    const struct lexicon_term *weak =
        &lexicon_terms(check->pack, LEXICON_WEAK_OPENER, &count)[opener->weak];
    size_t from = tokens->at[opener->first].from;
    size_t behind = opener->at + opener->len;
    size_t to = tokens->at[behind - 1].to;
    struct str phrase = str_slice(tokens->text, from, to);
    struct str verbs = style_offer(check, bullet);
    struct finding *finding =
        check_on_bullet(check, CODE_T101, bullet, from, to,
                        "Open with a verb instead of \"%.*s\"%.*s.",
                        STR_ARG(phrase), STR_ARG(verbs));
    struct verb verb = verb_behind(check, tokens, behind);
    /* "Responsible for hiring, evaluations and discipline" is a list. */
    bool lists = token_is_symbol(tokens, behind + 1, ',') ||
                 token_is(tokens, behind + 1, "and");
    if (verb.form == VERB_ING && lists)
        finding_help(finding, "say what you did with it, and what came of it");
    else if (verb.form == VERB_ING && term_advice(weak).len)
        show_mended(check, bullet, finding, &verb, behind);
    else if (verb.form == VERB_BASE && !verb.noun_too)
        finding_help(finding,
                     "if you did it yourself, open with \"%.*s\"; else name "
                     "your own part",
                     STR_ARG(verb.past));
    else if (term_advice(weak).len)
        finding_help(finding, "instead of \"%.*s\" say, where it is true: %.*s",
                     STR_ARG(term_name(weak)), STR_ARG(term_advice(weak)));
    else
        finding_help(finding, "say what you did with it, and what came of it");
}

/* ---- T102 -------------------------------------------------------------- */

static void
no_verb(struct check *check, const struct check_bullet *bullet)
{
    const struct opener *opener = style_opener(check, bullet);
    const struct tokens *tokens = &bullet->reading->tokens;
    if (opener->kind != OPENER_NOUN || bullet->place == BULLET_RESULT ||
        bullet->kind == HIGHLIGHT_SCOPE || style_is_label(bullet))
        return;
    size_t at = 1, last = opener->first;
    if (style_find_passive(tokens, &at))
        return; /* T104 says it */
    if (last + 1 < tokens->count &&
        tokens->at[last].classes & LEXICON_BIT(DETERMINER))
        last++;
    struct str verbs = style_offer(check, bullet);
    struct finding *finding = check_on_bullet(
        check, CODE_T102, bullet, tokens->at[opener->first].from,
        tokens->at[opener->first].to, "Start with an action verb%.*s.",
        STR_ARG(verbs));
    finding_help(finding, "what did you do with it? a fact about the place: "
                          "kind: scope");
}

const struct rule rules_style[] = {
    {.code = CODE_T101, .bullet = weak_opener},
    {.code = CODE_T102, .bullet = no_verb},
    {.code = CODE_T103,
     .text = style_first_person,
     .uses = TEXT_BULLET | TEXT_SUMMARY | TEXT_CASE},
    {.code = CODE_T104, .bullet = style_passive},
    {.code = CODE_T105, .text = style_tense, .uses = TEXT_BULLET},
    {.code = CODE_T106,
     .text = style_buzzwords,
     .uses = TEXT_BULLET | TEXT_SUMMARY | TEXT_CASE},
    {.code = CODE_T107,
     .document = style_lengths,
     .params = {{"min_words", 6},
                {"min_case_words", 3},
                {"max_words", 40},
                {"max_sentences", 2}}},
    {.code = CODE_T108,
     .document = style_repeated,
     .params = {{"max_entry", 2}, {"max_doc", 5}}},
    {.code = CODE_T109, .document = style_endings},
    {.code = CODE_T109,
     .text = style_marks,
     .uses = TEXT_BULLET | TEXT_SUMMARY | TEXT_CASE},
    {.code = CODE_T110,
     .text = style_placeholder,
     .uses = TEXT_ANY & ~(unsigned)(TEXT_SILENT | TEXT_NOTES),
     .any_language = true},
    {.document = NULL},
};
