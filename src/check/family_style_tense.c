/* T105, T108: the tense of what was done, and its verbs. */
#include <stdlib.h>

#include "style.h"

/* ---- T105 -------------------------------------------------------------- */

/* What follows tells a verb from a noun: "Staff the unit", "Lead a team",
   "Plan and run". */
static bool
governs(struct check *check, const struct tokens *tokens, size_t i)
{
    if (i >= tokens->count)
        return false;
    if (tokens->at[i].kind == TOKEN_NUMBER || token_is_symbol(tokens, i, '$') ||
        tokens->at[i].classes &
            (LEXICON_BIT(DETERMINER) | LEXICON_BIT(SPELLED)))
        return true;
    if (!token_is(tokens, i, "and") || i + 1 >= tokens->count)
        return false;
    struct verb verb = verb_of(check, token_text(tokens, i + 1));
    return verb.form == VERB_BASE &&
           (!verb.noun_too || governs(check, tokens, i + 2));
}

/* An article, a number or a person follows: no noun in -s stands there. */
static bool
has_object(const struct tokens *tokens, size_t i)
{
    return i < tokens->count &&
           (tokens->at[i].kind == TOKEN_NUMBER ||
            token_is_symbol(tokens, i, '$') || token_is(tokens, i, "us") ||
            tokens->at[i].classes & LEXICON_BIT(DETERMINER));
}

/* The word is the subject: "Shrink dropped", "Recycling now covers". Behind
   a gerund the verb may come later; as for nouns in -s, a finding that is
   missed is better than a wrong one. */
static bool
is_subject(const struct tokens *tokens, size_t i, bool gerund)
{
    uint64_t finite = LEXICON_BIT(FORM_PAST) | LEXICON_BIT(FORM_THIRD);
    size_t term, most = gerund ? tokens->count : i + 1;
    for (; i < most && i < tokens->count; i++) {
        if (token_is_symbol(tokens, i, ',') || token_is(tokens, i, "that") ||
            token_is(tokens, i, "which") || token_is(tokens, i, "who") ||
            token_is(tokens, i, "to"))
            return false;
        uint64_t classes = tokens->at[i].classes;
        if (((classes & LEXICON_BIT(FORM_PAST)) &&
             !(classes & LEXICON_BIT(FORM_BASE))) ||
            (classes & finite && has_object(tokens, i + 1)) ||
            lexicon_match(tokens, i, LEXICON_BE_FORM, &term))
            return true;
    }
    return false;
}

/* What is still true when the position has ended: "Hold a license". */
static bool
is_state(const struct verb *verb)
{
    static const char *const states[] = {"hold", "know", "understand", "remain",
                                         "own",  "have", "include",    NULL};
    for (size_t i = 0; states[i]; i++)
        if (str_is(verb->base, states[i]))
            return true;
    return false;
}

static bool
is_certain(struct check *check, const struct tokens *tokens,
           const struct opener *opener)
{
    const struct verb *verb = &opener->verb;
    size_t term, next = opener->at + opener->len;
    if (!verb->base.len || str_equal_nocase(verb->base, verb->past))
        return false;
    if (verb->form == VERB_ING &&
        lexicon_match(tokens, opener->at, LEXICON_GERUND_NOUN, &term))
        return false;
    if (token_is_symbol(tokens, next, '-') || token_is(tokens, next, "of") ||
        token_is_symbol(tokens, next, '/'))
        return false;
    if (is_subject(tokens, next, verb->form == VERB_ING) ||
        (is_state(verb) && verb->form != VERB_ING))
        return false;
    return !verb->noun_too || governs(check, tokens, next);
}

/* Another verb in the present behind the first: "Manage ... and cut". */
static bool
has_second_verb(struct check *check, const struct tokens *tokens, size_t i)
{
    for (; i + 1 < tokens->count; i++) {
        if (!token_is(tokens, i, "and") && !token_is_symbol(tokens, i, ',') &&
            !token_is_symbol(tokens, i, ';') && !token_is(tokens, i, "or") &&
            !token_is_symbol(tokens, i, '/') &&
            !token_is_symbol(tokens, i, '.'))
            continue;
        struct verb verb = verb_of(check, token_text(tokens, i + 1));
        if (verb.base.len && !str_equal(verb.base, verb.past) &&
            (verb.form == VERB_BASE || verb.form == VERB_THIRD ||
             verb.form == VERB_ING))
            return true;
    }
    return false;
}

/* The next verb of "plan, schedule and run", or the same token. */
static size_t
next_of_series(struct check *check, const struct tokens *tokens, size_t i,
               enum verb_form form)
{
    size_t at = i + 1;
    while (at < tokens->count && at < i + 3 &&
           (token_is(tokens, at, "and") || token_is_symbol(tokens, at, ',') ||
            token_is_symbol(tokens, at, '&')))
        at++;
    if (at == i + 1 || at >= tokens->count)
        return i;
    struct verb verb = verb_of(check, token_text(tokens, at));
    return verb.base.len && verb.form == form ? at : i;
}

/* The verbs from token `from` to `to`, in the other tense. */
static struct str
in_tense(struct check *check, const struct tokens *tokens, size_t from,
         size_t to, bool past)
{
    struct buf out = buf_new(check->arena);
    for (size_t i = from; i <= to; i++) {
        struct str word = token_text(tokens, i);
        struct verb verb = verb_of(check, word);
        if (i > from && tokens->at[i].space_before)
            buf_add_byte(&out, ' ');
        if (tokens->at[i].kind == TOKEN_WORD && verb.base.len)
            buf_add(&out, verb_text(check, past ? verb.past : verb.base, word));
        else
            buf_add(&out, word);
    }
    return buf_str(&out);
}

static void
other_tense(struct check *check, const struct check_text *text,
            const struct opener *opener, bool past)
{
    const struct tokens *tokens = &text->bullet->reading->tokens;
    size_t last = opener->at, next;
    while ((next = next_of_series(check, tokens, last, opener->verb.form)) !=
           last)
        last = next;
    size_t from = tokens->at[opener->at].from, to = tokens->at[last].to;
    struct str found = str_slice(text->plain, from, to);
    struct str instead = in_tense(check, tokens, opener->at, last, past);
    struct finding *finding = check_on_text(
        check, CODE_T105, text, from, to,
        "Use the %s tense: \"%.*s\" instead of \"%.*s\".",
        past ? "past" : "present", STR_ARG(instead), STR_ARG(found));
    style_edit(check, finding, text, from, to, instead);
    if (has_second_verb(check, tokens, last + 1)) {
        finding_help(finding, "and the verbs behind it, where they are meant "
                              "alike");
        finding->edit_is_safe = false;
        return;
    }
    finding_help(finding, "%.*s%.*s", STR_ARG(instead),
                 STR_ARG(str_slice(text->plain, to, text->plain.len)));
}

/* A change that is over: from A to B. */
static bool
is_finished(const struct check_bullet *bullet, const struct opener *opener)
{
    uint64_t change = LEXICON_BIT(VERB_DOWN) | LEXICON_BIT(VERB_UP);
    const struct token *token = &bullet->reading->tokens.at[opener->at];
    return bullet->reading->pairs.count &&
           bullet->reading->verdict == VERDICT_OUTCOME &&
           token->classes & change;
}

void
style_tense(struct check *check, const struct check_text *text)
{
    const struct check_bullet *bullet = text->bullet;
    if (bullet->place != BULLET_EXPERIENCE)
        return;
    const struct opener *opener = style_opener(check, bullet);
    const struct verb *verb = &opener->verb;
    bool past = style_is_past(check, bullet);
    bool now = style_is_current(check, bullet);
    if (opener->kind != OPENER_VERB || verb->form == VERB_PAST ||
        (!past && !now) || bullet->reading->masked[opener->at] ||
        !is_certain(check, &bullet->reading->tokens, opener))
        return;
    if (past || is_finished(bullet, opener))
        other_tense(check, text, opener, true);
    else if (verb->form == VERB_ING)
        other_tense(check, text, opener, false);
}

/* ---- T108 -------------------------------------------------------------- */

/* An opener in a table that is sorted to bring the same verbs together. */
struct use {
    struct str verb;
    size_t entry, bullet;
};

static int
by_verb(const void *a, const void *b)
{
    const struct use *x = a, *y = b;
    int order = str_compare(x->verb, y->verb);
    if (order)
        return order;
    return x->bullet < y->bullet ? -1 : x->bullet > y->bullet;
}

static struct use *
collect_uses(struct check *check, size_t *count)
{
    struct use *uses =
        ARENA_ARRAY(check->arena, check->bullets.count + 1, struct use);
    const struct position *position = NULL;
    size_t entry = 0;
    *count = 0;
    for (size_t b = 0; b < check->bullets.count; b++) {
        const struct check_bullet *bullet = &check->bullets.at[b];
        const struct opener *opener;
        if (bullet->place != BULLET_EXPERIENCE)
            continue;
        entry += bullet->position != position;
        position = bullet->position;
        opener = style_opener(check, bullet);
        if (opener->kind == OPENER_VERB && opener->verb.base.len)
            uses[(*count)++] = (struct use){opener->verb.base, entry, b};
    }
    return uses;
}

static void
repeated(struct check *check, const struct use *use, size_t times,
         const char *where)
{
    const struct check_bullet *bullet = &check->bullets.at[use->bullet];
    const struct opener *opener = style_opener(check, bullet);
    const struct token *token = &bullet->reading->tokens.at[opener->at];
    struct finding *finding = check_on_bullet(
        check, CODE_T108, bullet, token->from, token->to,
        "Vary \"%.*s\" (%zu times in %s); try %.*s.",
        STR_ARG(token_text(&bullet->reading->tokens, opener->at)), times, where,
        STR_ARG(style_verbs(check, bullet, use->verb)));
    finding_help(finding, "a different verb says what was different about it");
}

/* How many from `from` on have its verb, and its entry when asked. */
static size_t
run_length(const struct use *uses, size_t count, size_t from, bool one_entry)
{
    size_t to = from;
    while (to < count && str_equal(uses[to].verb, uses[from].verb) &&
           (!one_entry || uses[to].entry == uses[from].entry))
        to++;
    return to - from;
}

/* At the first one too many: within an entry, else within the document. */
static void
judge_verb(struct check *check, const struct use *uses, size_t count,
           size_t entry_most, size_t document_most)
{
    bool told = false;
    for (size_t i = 0; i < count;) {
        size_t times = run_length(uses, count, i, true);
        if (times > entry_most) {
            repeated(check, &uses[i + entry_most], times, "this position");
            told = true;
        }
        i += times;
    }
    if (!told && count > document_most)
        repeated(check, &uses[document_most], count, "all");
}

void
style_repeated(struct check *check)
{
    size_t count;
    size_t entry_most = (size_t)check_param(check, CODE_T108, "max_entry");
    size_t document_most = (size_t)check_param(check, CODE_T108, "max_doc");
    struct use *uses = collect_uses(check, &count);
    qsort(uses, count, sizeof *uses, by_verb);
    for (size_t i = 0; i < count;) {
        size_t times = run_length(uses, count, i, false);
        judge_verb(check, uses + i, times, entry_most, document_most);
        i += times;
    }
}
