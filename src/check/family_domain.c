/*
 * H101 to H103: the part one had in compliance and in records. All of it is
 * silent for a pack without such lists.
 */
#include <string.h>

#include "domain.h"

/* ---- shared ------------------------------------------------------------ */

bool
domain_knows(const struct check *check, enum lexicon_list list)
{
    size_t count;
    (void)lexicon_terms(check->pack, list, &count);
    return count > 0;
}

bool
domain_is_own(struct check *check)
{
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if (!(text->uses & (TEXT_SILENT | TEXT_ADDRESS)) &&
            tokens_hold(check_tokens(check, text), LEXICON_SETTING))
            return true;
    }
    return false;
}

bool
domain_is_proper(const struct check_text *text)
{
    return text->uses & TEXT_PROPER;
}

/* ---- sentences --------------------------------------------------------- */

struct sentence {
    const struct tokens *tokens;

    size_t first, end;
};

/* Tokens up to a full stop or a semicolon. */
static bool
next_sentence(struct sentence *sentence)
{
    const struct tokens *tokens = sentence->tokens;
    sentence->first = sentence->end;
    while (sentence->end < tokens->count) {
        size_t at = sentence->end++;
        if ((token_is_symbol(tokens, at, '.') &&
             (at + 1 == tokens->count || tokens->at[at + 1].space_before)) ||
            token_is_symbol(tokens, at, ';'))
            break;
    }
    return sentence->first < sentence->end;
}

static bool
opens_with_word(const struct sentence *sentence, size_t i, const char *start)
{
    struct str word = token_text(sentence->tokens, i);
    struct str begin = str_from(start);
    return word.len >= begin.len &&
           str_equal_nocase(str_slice(word, 0, begin.len), begin);
}

/* A word of the sentence begins with one of `starts`; its token or SIZE_MAX. */
static size_t
find_word(const struct sentence *sentence, const char *const *starts)
{
    for (size_t i = sentence->first; i < sentence->end; i++)
        for (size_t s = 0; starts[s]; s++)
            if (sentence->tokens->at[i].kind == TOKEN_WORD &&
                opens_with_word(sentence, i, starts[s]))
                return i;
    return SIZE_MAX;
}

static bool
sentence_holds(const struct sentence *sentence, enum lexicon_list list)
{
    size_t term;
    for (size_t i = sentence->first; i < sentence->end; i++)
        if (lexicon_match(sentence->tokens, i, list, &term))
            return true;
    return false;
}

/* A number, or a name: a capital behind the first word. `but` is the word
   that the sentence is about. */
static bool
is_specific(const struct sentence *sentence, size_t but)
{
    for (size_t i = sentence->first; i < sentence->end; i++) {
        const struct token *token = &sentence->tokens->at[i];
        if (token->kind == TOKEN_NUMBER ||
            token->classes & LEXICON_BIT(SPELLED))
            return true;
        if (i != but && token->kind == TOKEN_WORD && token->capital &&
            i > sentence->first)
            return true;
    }
    return false;
}

/* ---- H101, H102 -------------------------------------------------------- */

static bool
evidence_holds(struct check *check, enum lexicon_list list)
{
    for (size_t i = 0; i < check->texts.count; i++)
        if (check->texts.at[i].uses & TEXT_EVIDENCE &&
            tokens_hold(check_tokens(check, &check->texts.at[i]), list))
            return true;
    return false;
}

/* A standard that is in no list, by its name: "compliance with USAID rules" */
static bool
names_standard(struct check *check)
{
    static const char *const words[] = {"complian", "accredit", "deficienc",
                                        "inspection", NULL};
    for (size_t i = 0; i < check->bullets.count; i++) {
        struct sentence sentence = {&check->bullets.at[i].reading->tokens, 0,
                                    0};
        while (next_sentence(&sentence)) {
            size_t word = find_word(&sentence, words);
            if (word != SIZE_MAX && is_specific(&sentence, word))
                return true;
        }
    }
    return false;
}

/* A resume folds such things into a line or leaves them out. */
static bool
is_resume_only(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (candidate->variants.at[i].output.value != OUTPUT_RESUME)
            return false;
    return candidate->variants.count > 0;
}

static void
soften(const struct check *check, struct finding *finding, bool soft)
{
    if ((soft || check->beginner || is_resume_only(check)) &&
        finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
}

static void
compliance_role(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (candidate->compliance.count || !candidate->experience.count ||
        !domain_knows(check, LEXICON_FRAMEWORK) ||
        evidence_holds(check, LEXICON_FRAMEWORK) || names_standard(check) ||
        !domain_is_own(check))
        return;
    size_t count;
    const struct lexicon_term *frameworks =
        lexicon_terms(check->pack, LEXICON_FRAMEWORK, &count);
    struct finding *finding = finding_add(
        check->findings, CODE_H101, check_key_span(check, "compliance"),
        "Show your compliance role (framework, activity, result).");
    finding->path = STR("compliance");
    finding_help(finding,
                 "compliance: [{framework: %.*s, role: ..., activity: yearly "
                 "audit, result: ..., date: %d-03}]",
                 STR_ARG(term_name(&frameworks[0])), check->today.year);
    soften(check, finding, false);
}

/* A system that only the skills name: known, but nothing was done with it. */
static struct str
skilled_system(struct check *check)
{
    size_t term;
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if (!str_starts(text->in.item->path, STR("skills")))
            continue;
        const struct tokens *tokens = check_tokens(check, text);
        for (size_t t = 0; t < tokens->count; t++) {
            size_t len = lexicon_match(tokens, t, LEXICON_SYSTEM, &term);
            if (len)
                return str_slice(text->plain, tokens->at[t].from,
                                 tokens->at[t + len - 1].to);
        }
    }
    return STR("");
}

/* Those who run no records themselves: by role, else by where they work. */
static bool
is_far_from_records(const struct check *check)
{
    static const char *const places[] = {"public health", "health department",
                                         "government",    "payer",
                                         "consulting",    "international"};
    const struct pack_role *role = check->role;
    const struct candidate *candidate = check->candidate;
    if (role)
        return str_is(role->id, "ceo") ||
               str_starts(role->id, STR("public-health"));
    struct str kind =
        candidate->experience.at[0].positions.count
            ? candidate->experience.at[0].positions.at[0].setting.kind.s
            : STR("");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (str_equal_nocase(str_slice(kind, 0, strlen(places[i])),
                             str_from(places[i])))
            return true;
    return false;
}

static void
system_role(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (candidate->systems.count || !candidate->experience.count ||
        !domain_knows(check, LEXICON_SYSTEM) ||
        evidence_holds(check, LEXICON_SYSTEM) ||
        evidence_holds(check, LEXICON_SYSTEM_TERM) || !domain_is_own(check))
        return;
    size_t count;
    const struct lexicon_term *systems =
        lexicon_terms(check->pack, LEXICON_SYSTEM, &count);
    struct str named = skilled_system(check);
    struct finding *finding =
        named.len ? finding_add(check->findings, CODE_H102,
                                check_key_span(check, "systems"),
                                "Show what you did with %.*s.", STR_ARG(named))
                  : finding_add(check->findings, CODE_H102,
                                check_key_span(check, "systems"),
                                "Show an EHR system and your part in it.");
    finding->path = STR("systems");
    finding_help(finding,
                 "systems: [{name: %.*s, modules: [...], role: super user, "
                 "scope: ..., go_live: %d-05}]",
                 STR_ARG(named.len ? named : term_name(&systems[0])),
                 check->today.year - 1);
    soften(check, finding, is_far_from_records(check));
}

/* ---- H103 -------------------------------------------------------------- */

static const char *const rule_words[] = {"complian", "regulat", NULL};
static const char *const rule_verbs[] = {"ensur", "maintain", "adher", "follow",
                                         NULL};
static const char *const record_words[] = {"EHR", "EMR", "electronic health",
                                           "electronic medical", NULL};
static const char *const record_verbs[] = {
    "implement", "manag", "used", "using", "use", "utiliz", NULL};

static struct finding *
report_vague(struct check *check, const struct check_text *text,
             const struct sentence *sentence, size_t word, const char *message)
{
    const struct token *token = &sentence->tokens->at[word];
    return check_on_text(check, CODE_H103, text, token->from, token->to, "%s",
                         message);
}

static void
judge_rules(struct check *check, const struct check_text *text,
            const struct sentence *sentence)
{
    size_t word = find_word(sentence, rule_words);
    if (word == SIZE_MAX || find_word(sentence, rule_verbs) == SIZE_MAX ||
        sentence_holds(sentence, LEXICON_FRAMEWORK) ||
        sentence_holds(sentence, LEXICON_COMPLIANCE_EVIDENCE) ||
        is_specific(sentence, word))
        return;
    struct finding *finding =
        report_vague(check, text, sentence, word,
                     "Name the rule: which law or survey, and what came out?");
    finding_help(finding, "\"Closed 14 HIPAA access-log gaps before the "
                          "federal audit; no findings.\"");
}

static void
judge_records(struct check *check, const struct check_text *text,
              const struct sentence *sentence)
{
    size_t word = find_word(sentence, record_words);
    if (word == SIZE_MAX || find_word(sentence, record_verbs) == SIZE_MAX ||
        sentence_holds(sentence, LEXICON_SYSTEM) ||
        sentence_holds(sentence, LEXICON_SYSTEM_DETAIL) ||
        is_specific(sentence, word))
        return;
    struct finding *finding =
        report_vague(check, text, sentence, word,
                     "Name the system: which one, which module, and what came "
                     "out?");
    finding_help(finding, "\"Built 40 order sets in Epic; charting time fell "
                          "from 14 to 9 minutes.\"");
}

/* A line with a record or a figure elsewhere in it tells what came out. */
static bool
is_measured(const struct check_text *text)
{
    const struct check_bullet *bullet = text->bullet;
    return bullet && (bullet->reading->verdict != VERDICT_NONE ||
                      (bullet->highlight && bullet->highlight->metrics.count));
}

static bool
is_claim(const struct check_text *text)
{
    struct str path = text->in.item->path;
    return text->bullet || ((str_starts(path, STR("compliance")) ||
                             str_starts(path, STR("systems"))) &&
                            text->uses & TEXT_SENTENCES);
}

static void
vague_claim(struct check *check, const struct check_text *text)
{
    if (!is_claim(text) || is_measured(text) ||
        (text->bullet && text->bullet->is_old) ||
        !domain_knows(check, LEXICON_FRAMEWORK))
        return;
    struct sentence sentence = {check_tokens(check, text), 0, 0};
    while (next_sentence(&sentence)) {
        judge_rules(check, text, &sentence);
        judge_records(check, text, &sentence);
    }
}

const struct rule rules_domain[] = {
    {.code = CODE_H101, .document = compliance_role},
    {.code = CODE_H102, .document = system_role},
    {.code = CODE_H103,
     .text = vague_claim,
     .uses = TEXT_SENTENCES | TEXT_BULLET},
    {.code = CODE_H104,
     .document = domain_abbreviations,
     .params = {{"max_reports", 5}}},
    {.code = CODE_H105,
     .text = domain_misspelled,
     .uses = TEXT_ANY & ~(unsigned)(TEXT_SILENT | TEXT_ADDRESS)},
    {.code = CODE_H105, .document = domain_renamed},
    {.document = NULL},
};
