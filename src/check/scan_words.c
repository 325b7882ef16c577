/*
 * Which tokens are verbs. English nouns and verbs look alike (cut, audits,
 * operating), and the nearest verb decides what a number means, so a word
 * counts as a verb only where one can stand: at the beginning of a clause,
 * behind `to` or an auxiliary, as a past form that is not an adjective, as a
 * participle behind a comma.
 */
#include "scan.h"

#include <string.h>

uint64_t
scan_classes(const struct scan *scan, size_t i)
{
    return i < scan->tokens.count ? tokens_phrase_classes(&scan->tokens, i) : 0;
}

bool
scan_has(const struct scan *scan, size_t i, uint64_t classes)
{
    return i < scan->tokens.count &&
           ((scan_classes(scan, i) | scan->tokens.at[i].classes) & classes);
}

size_t
scan_phrase_len(const struct scan *scan, size_t i)
{
    return scan->tokens.at[i].phrase_len ? scan->tokens.at[i].phrase_len : 1;
}

static bool
same_word(const char *word, const char *entry, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (ascii_lower(word[i]) != entry[i])
            return false;
    return entry[len] == ' ' || entry[len] == '\0';
}

/* Asked often: all but few entries go by their first letter. */
bool
scan_word_is(const struct scan *scan, size_t i, const char *blank_list)
{
    if (i >= scan->tokens.count || scan->tokens.at[i].kind != TOKEN_WORD)
        return false;
    const struct token *token = &scan->tokens.at[i];
    const char *word = scan->tokens.text.at + token->from;
    char first = ascii_lower(*word);
    for (const char *entry = blank_list;; entry++) {
        if (*entry == first &&
            same_word(word + 1, entry + 1, token->to - token->from - 1))
            return true;
        while ((unsigned char)*entry > ' ')
            entry++;
        if (*entry == '\0')
            return false;
    }
}

bool
scan_is_symbol(const struct scan *scan, size_t i, char symbol)
{
    return token_is_symbol(&scan->tokens, i, symbol);
}

bool
scan_is_joint(const struct scan *scan, size_t i)
{
    return scan_is_symbol(scan, i, '-') && i + 1 < scan->tokens.count &&
           !scan->tokens.at[i].space_before &&
           !scan->tokens.at[i + 1].space_before;
}

/* A period ends a sentence before a blank and a capital or a digit. */
bool
scan_is_stop(const struct scan *scan, size_t i)
{
    if (i >= scan->tokens.count)
        return true;
    const struct token *token = &scan->tokens.at[i];
    if (token->kind != TOKEN_SYMBOL)
        return false;
    if (token->symbol == ';' || token->symbol == '!' || token->symbol == '?')
        return true;
    if (token->symbol != '.')
        return false;
    if (i && scan_word_is(scan, i - 1, "approx vs incl ca est max min avg"))
        return false;
    return i + 1 >= scan->tokens.count ||
           (scan->tokens.at[i + 1].space_before &&
            (scan->tokens.at[i + 1].capital ||
             scan->tokens.at[i + 1].kind != TOKEN_WORD));
}

static bool
ends_with(struct str word, const char *tail)
{
    return str_ends(word, str_from(tail)) && word.len > 3;
}

bool
scan_is_adverb(const struct scan *scan, size_t i)
{
    return scan_has(scan, i, CLASS(AUXILIARY)) ||
           (i < scan->tokens.count && scan->tokens.at[i].kind == TOKEN_WORD &&
            !(scan->tokens.at[i].classes & VERB_FORMS) &&
            ends_with(token_text(&scan->tokens, i), "ly"));
}

/* Forms a word can have; unknown words are guessed by their ending. */
static uint64_t
forms_of(const struct scan *scan, size_t i)
{
    const struct token *token = &scan->tokens.at[i];
    uint64_t forms = (scan_classes(scan, i) | token->classes) & VERB_FORMS;
    if (forms || token->kind != TOKEN_WORD || token->node)
        return forms;
    struct str word = token_text(&scan->tokens, i);
    if (ends_with(word, "ed") && word.len > 4)
        return CLASS(FORM_PAST);
    if (ends_with(word, "ing") && word.len > 5)
        return CLASS(FORM_ING);
    return 0;
}

uint64_t
scan_verb_classes(const struct scan *scan, size_t i)
{
    if (i == NO_TOKEN)
        return 0;
    uint64_t phrase = scan_classes(scan, i);
    return phrase & VERB_FORMS ? phrase : scan->tokens.at[i].classes;
}

/* What stands before a word, adverbs passed over. */
static size_t
before_adverbs(const struct scan *scan, size_t i)
{
    while (i > 0 && scan_is_adverb(scan, i - 1) &&
           !scan_word_is(scan, i - 1, "to"))
        i--;
    return i ? i - 1 : NO_TOKEN;
}

static bool
opens_segment(const struct scan *scan, size_t i)
{
    const struct token *token = &scan->tokens.at[i];
    if (token->kind == TOKEN_SYMBOL)
        return scan_is_stop(scan, i) ||
               (token->symbol && strchr(",:(_*>-", token->symbol) &&
                !scan_is_joint(scan, i));
    return token->classes & CLASS(CLAUSE);
}

#define PREPOSITION_OF_GERUND                                                  \
    "by through while when after before without via upon despite thus"

static bool
takes_object(const struct scan *scan, size_t i)
{
    size_t next = i + scan_phrase_len(scan, i);
    return next < scan->tokens.count &&
           (scan->tokens.at[next].kind == TOKEN_NUMBER ||
            scan_is_symbol(scan, next, '$') ||
            scan_is_symbol(scan, next, 'E') ||
            scan_is_symbol(scan, next, 'L') ||
            scan_has(scan, next,
                     CLASS(DETERMINER) | CLASS(APPROX) | CLASS(SPELLED)));
}

struct verb_state {
    bool present;      /* the text speaks in the present tense */
    bool segment_verb; /* the segment has its verb */
    size_t opener;     /* a verb at the very beginning that may be a noun:
                          "Audit findings dropped", or NO_TOKEN */
    bool helps;        /* and that is help, let, make */
};

/* "... fell from", "... dropped to 4": a verb whatever stands before. */
static bool
moves(const struct scan *scan, size_t i)
{
    size_t next = i + scan_phrase_len(scan, i);
    return scan_verb_classes(scan, i) & VERB_CHANGE &&
           (scan_word_is(scan, next, "from to by") ||
            (next < scan->tokens.count &&
             scan->tokens.at[next].kind == TOKEN_NUMBER));
}

/* "a pipeline reducing release time": behind a noun, but not the first half
   of a compound ("cost cutting program"). */
static bool
changes_something(const struct scan *scan, size_t i)
{
    size_t next = i + scan_phrase_len(scan, i);
    return scan_verb_classes(scan, i) & VERB_CHANGE &&
           next < scan->tokens.count &&
           scan->tokens.at[next].kind == TOKEN_WORD &&
           !scan_has(scan, next,
                     CLASS(SCHEDULE) | CLASS(INITIATIVE) | CLASS(PREPOSITION) |
                         CLASS(CLAUSE) | CLASS(COLLECTIVE));
}

/* `at` is what stands before, or NO_TOKEN at the beginning. */
static bool
is_gerund(const struct scan *scan, size_t i, size_t at, bool opens)
{
    if (opens || scan_word_is(scan, at, PREPOSITION_OF_GERUND))
        return true;
    if (scan_has(scan, at,
                 CLASS(DETERMINER) | CLASS(PREPOSITION) | CLASS(SPELLED) |
                     CLASS(SCALE)) ||
        scan->tokens.at[at].kind != TOKEN_WORD)
        return false;
    return takes_object(scan, i) || changes_something(scan, i);
}

static bool
is_verb(const struct scan *scan, size_t i, const struct verb_state *state)
{
    uint64_t forms = forms_of(scan, i);
    if (!forms || scan->at[i].mask)
        return false;
    size_t at = before_adverbs(scan, i);
    bool opens =
        at == NO_TOKEN || opens_segment(scan, at) || scan->at[i].sentence_start;
    bool helped = at != NO_TOKEN && (scan_word_is(scan, at, "to i we") ||
                                     (at + 1 < i && opens_segment(scan, at)));
    if (i && scan_is_joint(scan, i - 1))
        return false;
    if (forms & CLASS(FORM_ING))
        return is_gerund(scan, i, at, opens);
    if (forms & CLASS(FORM_BASE)) {
        bool clause = at != NO_TOKEN && !scan_is_stop(scan, at) && opens;
        bool past = forms & CLASS(FORM_PAST);
        if (at == NO_TOKEN || scan_word_is(scan, at, "to i we who") ||
            scan->at[i].sentence_start)
            return true;
        if (i && scan_has(scan, i - 1, CLASS(AUXILIARY)))
            return true;
        if (clause)
            return past || state->present || scan_is_symbol(scan, at, '*');
        return state->helps && !past
                   ? !scan_has(scan, at, CLASS(DETERMINER) | CLASS(PREPOSITION))
                   : false;
    }
    if (forms & CLASS(FORM_THIRD))
        return at == NO_TOKEN || scan_word_is(scan, at, "that which who") ||
               scan->at[i].sentence_start || (opens && state->present) ||
               (!state->segment_verb && takes_object(scan, i) &&
                !scan_has(scan, at, CLASS(DETERMINER) | CLASS(PREPOSITION)) &&
                scan->tokens.at[at].kind == TOKEN_WORD);
    if (opens || helped)
        return true;
    if (scan_has(scan, at, CLASS(DETERMINER) | CLASS(PREPOSITION)) ||
        scan->tokens.at[at].kind != TOKEN_WORD)
        return (scan_is_symbol(scan, at, '%') && !state->segment_verb) ||
               (scan_is_symbol(scan, at, ')') && moves(scan, i));
    return !state->segment_verb || moves(scan, i) ||
           (state->opener != NO_TOKEN &&
            scan_verb_classes(scan, i) & (VERB_CHANGE | VERB_LEVEL));
}

static void
mark_verb(struct scan *scan, size_t i, struct verb_state *state)
{
    struct scan_token *token = &scan->at[i];
    token->is_verb = is_verb(scan, i, state);
    if (!token->is_verb)
        return;
    uint64_t forms = forms_of(scan, i);
    if (forms & CLASS(FORM_PAST) && state->opener != NO_TOKEN) {
        scan->at[state->opener].is_verb = false;
        state->opener = NO_TOKEN;
        state->present = false;
    }
    if (i == 0)
        state->present = forms & (CLASS(FORM_BASE) | CLASS(FORM_THIRD)) &&
                         !(forms & CLASS(FORM_PAST));
    if (i == 0 && state->present)
        state->opener = i;
    /* "time to hire went": an infinitive leaves room for the verb. */
    if (i && scan_word_is(scan, i - 1, "to") && !state->segment_verb)
        return;
    state->segment_verb = true;
    state->helps = scan_word_is(scan, i,
                                "help helped helping let letting "
                                "make made making");
}

/* Behind a KPI of several words ("left without being seen", "time to fill")
   that begins at i: what looks like a verb in it is none. */
static size_t
kpi_end(const struct scan *scan, size_t i)
{
    size_t len = scan_phrase_len(scan, i);
    return len > 1 && scan_classes(scan, i) & CLASS(KPI) ? i + len : i;
}

void
scan_mark_verbs(struct scan *scan)
{
    struct verb_state state = {.opener = NO_TOKEN};
    size_t nearest = NO_TOKEN, inside = 0;
    bool starts = true;
    for (size_t i = 0; i < scan->tokens.count; i++) {
        scan->at[i].sentence_start = starts;
        scan->at[i].segment_start = i == 0 || opens_segment(scan, i - 1);
        if (scan->at[i].segment_start) {
            state.segment_verb = state.helps = false;
            state.opener = NO_TOKEN;
        }
        if (i >= inside)
            inside = kpi_end(scan, i);
        if (i >= inside)
            mark_verb(scan, i, &state);
        if (scan->at[i].is_verb) {
            nearest = i;
            inside = i + (scan_classes(scan, i) & VERB_FORMS
                              ? scan_phrase_len(scan, i)
                              : 1);
        }
        scan->at[i].verb = nearest;
        starts = scan_is_stop(scan, i) || scan_is_symbol(scan, i, '*');
        if (starts)
            nearest = NO_TOKEN;
    }
}

size_t
scan_find(const struct scan *scan, size_t from, size_t to, uint64_t classes)
{
    for (size_t i = from; i < to && i < scan->tokens.count; i++) {
        if (scan_is_stop(scan, i))
            break;
        if (!scan->at[i].mask && scan_has(scan, i, classes))
            return i;
    }
    return NO_TOKEN;
}
