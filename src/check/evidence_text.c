/*
 * Whether a text tells of work or only lists words. Where it stands decides
 * first; then what is in it besides the words that anybody may list.
 */
#include "evidence.h"
#include "style.h"

/* ---- where it stands ------------------------------------------------------
 */

#define NAMES_MOST 4

/* Keys of names that stand for something done; of all others only prose
   tells. `is_quoted`: what somebody else says. */
static const struct {
    struct str section;
    bool tells_prose;
    const char *names[NAMES_MOST];
} sections[] = {
    {STR_INIT("experience"), true, {"position"}},
    {STR_INIT("case_studies"),
     true,
     {"title", "role", "systems", "change_activities"}},
    {STR_INIT("metrics"), true, {"label", "kpi"}},
    {STR_INIT("compliance"), true, {"framework"}},
    {STR_INIT("systems"), true, {"name", "modules"}},
    {STR_INIT("work_samples"), true, {"title"}},
    {STR_INIT("testimonials"), true, {NULL}},
    {STR_INIT("multimedia"), true, {"title", "topic"}},
    {STR_INIT("volunteer"), true, {"position"}},
    {STR_INIT("certifications"), false, {"name"}},
    {STR_INIT("publications"), true, {"title"}},
    {STR_INIT("awards"), true, {"title"}},
    {STR_INIT("education"), true, {NULL}},
    {STR_INIT("custom"), true, {"title"}},
};

static bool
is_of_section(struct str path, struct str key)
{
    return str_starts(path, key) &&
           (path.len == key.len || path.at[key.len] == '.' ||
            path.at[key.len] == '[');
}

/* A system that is only named was never run; a record without a figure was
   never reached; a credential that is not held proves nothing yet. */
static bool
stands_for_work(struct check *check, const struct check_text *text)
{
    struct str path = text->in.item->path;
    if (is_of_section(path, STR("systems"))) {
        const struct system *system = text->in.map;
        return system->role.typed.node || system->scope.node ||
               system->go_live.year || system->trained.given ||
               system->adoption.node;
    }
    if (is_of_section(path, STR("metrics"))) {
        const struct metric *metric = text->in.map;
        return metric->after.given || metric->change_percent.given;
    }
    if (!is_of_section(path, STR("certifications")))
        return true;
    const evidence_credential_list *held = check_held(check);
    for (size_t i = 0; i < held->count; i++)
        if (held->at[i].entry == text->in.map)
            return held->at[i].standing == EVIDENCE_HELD;
    return false;
}

static enum evidence_place
place_in(struct check *check, const struct check_text *text, size_t section)
{
    struct str key = str_from(text->in.field->key);
    bool is_prose = text->uses & (TEXT_SENTENCES | TEXT_BULLET);
    if (is_prose && sections[section].tells_prose)
        return PLACE_PROSE;
    for (size_t i = 0; i < NAMES_MOST && sections[section].names[i]; i++)
        if (str_is(key, sections[section].names[i]) &&
            stands_for_work(check, text))
            return PLACE_NAME;
    return PLACE_LIST;
}

enum evidence_place
evidence_place(struct check *check, const struct check_text *text)
{
    struct str path = text->in.item->path;
    /* How a case was made fit to be shown is no work of the case. */
    if (str_is(str_from(text->in.field->key), "privacy_note"))
        return PLACE_NONE;
    if (text->uses & (TEXT_SILENT | TEXT_ADDRESS | TEXT_NOTES | TEXT_VARIANT |
                      TEXT_PROPER) ||
        is_of_section(path, STR("letter")) || path.len == 0)
        return PLACE_NONE;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (is_of_section(path, sections[i].section))
            return place_in(check, text, i);
    return PLACE_LIST;
}

/* ---- what is in it ---------------------------------------------------------
 */

/* Words that introduce a list, and say nothing of work. */
static const char *const list_words[] = {
    "skill",        "skills",        "keyword",     "keywords",
    "competency",   "competencies",  "core",        "key",
    "technical",    "proficient",    "proficiency", "proficiencies",
    "expert",       "expertise",     "experienced", "experience",
    "knowledge",    "knowledgeable", "familiar",    "familiarity",
    "strong",       "strengths",     "tools",       "software",
    "technologies", "technology",    "areas",       "area",
    "including",    "include",       "includes",    "etc",
    "using",        "advanced",      "basic",       "working",
    "ability",      "abilities",     "excellent",   "skilled",
    "also",         "other",         "various",     "qualifications"};

bool
evidence_is_word(const struct tokens *tokens, size_t i)
{
    uint64_t small = LEXICON_BIT(PREPOSITION) | LEXICON_BIT(DETERMINER) |
                     LEXICON_BIT(CLAUSE) | LEXICON_BIT(AUXILIARY);
    return tokens->at[i].kind == TOKEN_WORD && !(tokens->at[i].classes & small);
}

static bool
is_list_word(struct str word)
{
    for (size_t i = 0; i < sizeof list_words / sizeof *list_words; i++)
        if (str_equal_nocase(word, str_from(list_words[i])))
            return true;
    return false;
}

static const bool *
cover(struct check *check, const struct check_text *text,
      const struct tokens *tokens)
{
    bool *covered = ARENA_ARRAY(check->arena, tokens->count + 1, bool);
    struct skill_hits hits = check_skill_hits(check, text->number);
    for (size_t h = 0; h < hits.count; h++)
        for (size_t i = 0; i < hits.at[h].len; i++)
            covered[hits.at[h].token + i] = true;
    for (size_t i = 0; i < tokens->count; i++) {
        size_t term, len = lexicon_match(tokens, i, LEXICON_KPI, &term);
        for (size_t k = 0; k < len; k++)
            covered[i + k] = true;
    }
    return covered;
}

/* What stands between the items of a list. */
static bool
is_separator(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    return token->kind == TOKEN_SYMBOL && token->symbol &&
           strchr(",;|/:*.", token->symbol) != NULL;
}

struct words_told {
    size_t free;    /* words that no list would have */
    size_t verbs;   /* of them */
    size_t items;   /* between separators, with something known in them */
    size_t parts;   /* between separators */
    size_t longest; /* of them, in words and figures */
    size_t numbers;
};

static struct words_told
count_words(struct check *check, const struct tokens *tokens,
            const bool *covered)
{
    struct words_told told = {.parts = 1};
    bool is_item = false;
    size_t words = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        struct str word = token_text(tokens, i);
        if (is_separator(tokens, i)) {
            told.items += is_item;
            told.parts++;
            is_item = false;
            words = 0;
            continue;
        }
        words += tokens->at[i].kind != TOKEN_SYMBOL;
        told.longest = words > told.longest ? words : told.longest;
        is_item |= covered[i];
        told.numbers += tokens->at[i].kind == TOKEN_NUMBER;
        if (covered[i] || !evidence_is_word(tokens, i) || is_list_word(word))
            continue;
        told.free++;
        told.verbs += check->english && verb_of(check, word).form != VERB_NONE;
    }
    told.items += is_item;
    return told;
}

/* Nothing but short parts: "Coursework: operating systems, networks, Go". What
   begins with an action goes on to what was done. */
static bool
is_row(struct check *check, const struct tokens *tokens,
       const struct words_told *told)
{
    size_t longest = told->parts > 3 ? 3 : 2;
    return told->parts > 2 && told->longest <= longest &&
           !(check->english &&
             verb_of(check, token_text(tokens, 0)).form == VERB_PAST);
}

bool
evidence_tells(struct check *check, const struct check_text *text,
               enum evidence_place place)
{
    enum { ITEMS_LEAST = 3, WORDS_ENOUGH = 5 };
    if (place < PLACE_NAME)
        return false;
    const struct tokens *tokens = check_tokens(check, text);
    const bool *covered = cover(check, text, tokens);
    struct words_told told = count_words(check, tokens, covered);
    if (place == PLACE_NAME)
        return told.items < ITEMS_LEAST || told.free >= told.items;
    if (is_row(check, tokens, &told))
        return false;
    if (told.free < 2)
        return told.free && told.verbs && told.parts <= 2;
    if (told.parts > 1 && told.free < told.items)
        return false;
    return !check->english || told.verbs || told.numbers ||
           told.free >= WORDS_ENOUGH;
}
