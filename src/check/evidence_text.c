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
   tells. Of an `is_bare` one the name of a tool alone is enough, because its
   entry says what was done with it. */
static const struct {
    struct str section;
    bool tells_prose;
    struct {
        const char *key;
        bool is_bare;
    } names[NAMES_MOST];
} sections[] = {
    {STR_INIT("experience"), true, {{"position", true}}},
    {STR_INIT("case_studies"),
     true,
     {{"title", false},
      {"role", false},
      {"systems", true},
      {"change_activities", true}}},
    {STR_INIT("metrics"), true, {{"label", true}, {"kpi", true}}},
    {STR_INIT("compliance"), true, {{"framework", true}}},
    {STR_INIT("systems"), true, {{"name", true}, {"modules", true}}},
    {STR_INIT("work_samples"), true, {{"title", false}}},
    {STR_INIT("testimonials"), true, {{NULL, false}}},
    {STR_INIT("multimedia"), true, {{"title", false}, {"topic", false}}},
    {STR_INIT("volunteer"), true, {{"position", true}}},
    {STR_INIT("certifications"), false, {{"name", true}}},
    {STR_INIT("publications"), true, {{"title", false}}},
    {STR_INIT("awards"), true, {{"title", false}}},
    {STR_INIT("education"), true, {{NULL, false}}},
    {STR_INIT("custom"), true, {{"title", false}}},
};

static bool
is_of_section(struct str path, struct str key)
{
    return str_starts(path, key) &&
           (path.len == key.len || path.at[key.len] == '.' ||
            path.at[key.len] == '[');
}

/* Who uses it like everybody does no more than name it. */
static bool
was_run(const struct system *system)
{
    bool has_role =
        system->role.typed.node && system->role.value != SYSTEM_ROLE_USER;
    return has_role || system->scope.node || system->go_live.year ||
           system->trained.given || system->adoption.node;
}

/* Held, and more than a name: somebody gave it, at some time. */
static bool
is_held(struct check *check, const struct certification *entry)
{
    const evidence_credential_list *held = check_held(check);
    bool is_backed = entry->issuer.s.len || entry->issued.year ||
                     entry->expires.year || entry->number.s.len ||
                     entry->verify_url.s.len;
    for (size_t i = 0; i < held->count; i++)
        if (held->at[i].entry == entry)
            return held->at[i].standing == EVIDENCE_HELD && is_backed;
    return false;
}

/* A system that is only named was never run; a record without a figure was
   never reached; a case without an action or a result is only a title. */
static bool
stands_for_work(struct check *check, const struct check_text *text)
{
    const struct item *item = text->in.item;
    struct str path = item->path;
    bool is_entry =
        str_ends(path, STR("]")) && str_find_byte(path, '.', 0) == SIZE_MAX;
    if (is_of_section(path, STR("systems")))
        return was_run(text->in.map);
    if (is_of_section(path, STR("certifications")))
        return is_held(check, text->in.map);
    if (is_of_section(path, STR("metrics"))) {
        const struct metric *metric = text->in.map;
        return metric->after.given || metric->change_percent.given;
    }
    if (is_of_section(path, STR("compliance"))) {
        const struct compliance *compliance = text->in.map;
        return compliance->role.s.len || compliance->activity.node ||
               compliance->result.node;
    }
    if (is_of_section(path, STR("case_studies")) && is_entry) {
        const struct case_study *study = (const void *)item;
        return study->actions.count || study->results.count;
    }
    return true;
}

static enum evidence_place
place_in(struct check *check, const struct check_text *text, size_t section)
{
    struct str key = str_from(text->in.field->key);
    bool is_prose = text->uses & (TEXT_SENTENCES | TEXT_BULLET);
    if (is_prose && sections[section].tells_prose)
        return PLACE_PROSE;
    for (size_t i = 0; i < NAMES_MOST && sections[section].names[i].key; i++)
        if (str_is(key, sections[section].names[i].key) &&
            stands_for_work(check, text))
            return sections[section].names[i].is_bare ? PLACE_NAME
                                                      : PLACE_TITLE;
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
    "also",         "other",         "various",     "qualifications",
    "used",         "uses",          "utilized",    "utilizing",
    "leveraged",    "leveraging",    "know",        "knows"};

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
    char first = word.len ? ascii_lower(word.at[0]) : '\0';
    for (size_t i = 0; i < sizeof list_words / sizeof *list_words; i++)
        if (list_words[i][0] == first &&
            str_equal_nocase(word, str_from(list_words[i])))
            return true;
    return false;
}

/* A tool by its name, as postings have it: its tokens, or 0. */
static size_t
asked_name(const struct tokens *tokens, size_t i)
{
    struct lexicon_asked found[LEXICON_SKILLS];
    size_t count = tokens->at[i].capital ? lexicon_asked(tokens, i, found) : 0;
    size_t len = 0;
    for (size_t k = 0; k < count; k++)
        if (found[k].list == LEXICON_ASKED_NAME && found[k].len > len)
            len = found[k].len;
    return len;
}

/* Of each token the known thing that it belongs to, by where that begins, plus
   one; 0: none. */
static const unsigned *
cover(struct check *check, const struct check_text *text,
      const struct tokens *tokens)
{
    unsigned *covered = ARENA_ARRAY(check->arena, tokens->count + 1, unsigned);
    unsigned char *lens =
        ARENA_ARRAY(check->arena, tokens->count + 1, unsigned char);
    struct skill_hits hits = check_skill_hits(check, text->number);
    for (size_t h = 0; h < hits.count; h++)
        if (hits.at[h].len > lens[hits.at[h].token])
            lens[hits.at[h].token] = (unsigned char)hits.at[h].len;
    for (size_t i = 0; i < tokens->count; i++) {
        size_t term, len = lexicon_match(tokens, i, LEXICON_KPI, &term);
        size_t name = asked_name(tokens, i);
        len = name > len ? name : len;
        len = lens[i] > len ? lens[i] : len;
        for (size_t k = 0; k < len && i + k < tokens->count; k++)
            if (!covered[i + k])
                covered[i + k] = (unsigned)i + 1;
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
    bool verbs;     /* some of them is one */
    size_t items;   /* between separators, with something known in them */
    size_t parts;   /* between separators */
    size_t longest; /* of them, in words and figures */
    size_t plain;   /* words that no name of a tool would have */
    size_t common;  /* words that are no names at all, known or not */
    size_t tools;   /* known things that are names */
    size_t names;   /* known things, each once however long */
    size_t heap;    /* of those, the most with nothing between them */
    size_t numbers;
};

/* "Epic" within a sentence, in English: a name, whatever it is of. */
static bool
is_proper(const struct check *check, const struct tokens *tokens, size_t i)
{
    return check->english && i > 0 && tokens->at[i].capital &&
           !is_separator(tokens, i - 1);
}

static void
count_name(struct words_told *told, const struct tokens *tokens,
           const unsigned *covered, size_t i, size_t *heap)
{
    bool begins = covered[i] == i + 1;
    told->names += begins;
    if (!covered[i])
        *heap = 0;
    else if (begins && tokens->at[i].capital)
        told->tools++, ++*heap;
    told->heap = *heap > told->heap ? *heap : told->heap;
}

static struct words_told
count_words(struct check *check, const struct tokens *tokens,
            const unsigned *covered)
{
    struct words_told told = {.parts = 1};
    bool is_item = false;
    size_t words = 0, heap = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        struct str word = token_text(tokens, i);
        count_name(&told, tokens, covered, i, &heap);
        if (is_separator(tokens, i)) {
            told.items += is_item;
            told.parts += i + 1 < tokens->count; /* none behind a full stop */
            is_item = false;
            words = 0;
            continue;
        }
        words += tokens->at[i].kind != TOKEN_SYMBOL;
        told.longest = words > told.longest ? words : told.longest;
        is_item |= covered[i] != 0;
        told.numbers += tokens->at[i].kind == TOKEN_NUMBER;
        if (!evidence_is_word(tokens, i) || is_list_word(word))
            continue;
        told.plain += !covered[i] || !tokens->at[i].capital;
        told.common += i == 0 || !tokens->at[i].capital ||
                       (!covered[i] && !is_proper(check, tokens, i));
        if (covered[i])
            continue;
        if (!told.verbs)
            told.verbs =
                check->english && verb_of(check, word).form != VERB_NONE;
        told.free += !is_proper(check, tokens, i);
    }
    told.items += is_item;
    return told;
}

/* What one would like to do, or has not done, is no work. */
static bool
only_wishes(const struct tokens *tokens)
{
    static const struct {
        const char *word, *next;
    } pairs[] = {
        {"eager", "to"},        {"keen", "to"},      {"willing", "to"},
        {"want", "to"},         {"wish", "to"},      {"hope", "to"},
        {"interested", "in"},   {"looking", "to"},   {"excited", "to"},
        {"like", "to"},         {"quick", "to"},     {"plan", "to"},
        {"no", "experience"},   {"no", "knowledge"}, {"no", "prior"},
        {"not", "experienced"}, {"not", "familiar"}, {"never", "used"},
        {"never", "worked"},    {"not", "used"},     {"not", "worked"}};
    for (size_t i = 0; i + 1 < tokens->count; i++)
        for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++)
            if (token_is(tokens, i, pairs[p].word) &&
                token_is(tokens, i + 1, pairs[p].next))
                return true;
    return false;
}

/* Nothing but short parts: "Coursework: operating systems, networks, Go". */
static bool
is_row(const struct words_told *told)
{
    bool is_full = told->items == told->parts;
    size_t longest = told->parts > 3 || is_full ? 3 : 2;
    return told->parts > 2 && told->longest <= longest;
}

/* It begins with what was done: "Led", "Administer", and not "Lean" or
   "Excel", which are names as well. */
static bool
begins_with_action(struct check *check, const struct tokens *tokens,
                   const unsigned *covered)
{
    if (!check->english || !tokens->count ||
        is_list_word(token_text(tokens, 0)))
        return false;
    enum verb_form form = verb_of(check, token_text(tokens, 0)).form;
    return form == VERB_PAST || (form == VERB_BASE && !covered[0]);
}

bool
evidence_tells(struct check *check, const struct check_text *text,
               enum evidence_place place)
{
    enum { NAMES_ROW = 3, WORDS_ENOUGH = 5 };
    if (place < PLACE_TITLE)
        return false;
    const struct tokens *tokens = check_tokens(check, text);
    const unsigned *covered = cover(check, text, tokens);
    struct words_told told = count_words(check, tokens, covered);
    if (place != PLACE_PROSE)
        return (told.names < NAMES_ROW || told.plain >= told.names) &&
               (place == PLACE_NAME || told.plain);
    if (is_row(&told) || told.heap >= NAMES_ROW ||
        (check->english && only_wishes(tokens)))
        return false;
    if (begins_with_action(check, tokens, covered))
        return told.tools < NAMES_ROW ||
               told.common + told.numbers >= told.tools;
    if (told.free < 2)
        return told.free && told.verbs && told.parts <= 2;
    if (told.parts > 1 && told.free < told.items)
        return false;
    return !check->english || told.verbs || told.numbers ||
           told.free >= WORDS_ENOUGH;
}

bool
evidence_is_row(struct check *check, const struct check_text *text)
{
    enum { NAMES_ROW = 3, WORDS_OF_TITLE = 4 };
    const struct tokens *tokens = check_tokens(check, text);
    if (tokens->count <= WORDS_OF_TITLE)
        return false;
    struct words_told told =
        count_words(check, tokens, cover(check, text, tokens));
    return told.heap >= NAMES_ROW ||
           (told.items >= NAMES_ROW && told.plain < told.items);
}
