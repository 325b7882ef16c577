#include "skills.h"

#include "base/index.h"

typedef LIST(unsigned) number_list;

/* A stem somebody asks for, and the texts where it stands. */
struct wanted_word {
    number_list texts; /* rising */
};

struct skill_memory {
    LIST(struct skill_hit) hits;
    size_t *first;           /* by number of text, and one behind the last */
    struct index stems;      /* to the place in `words` */
    struct word_heads heads; /* of three letters: some word has them */
    LIST(struct wanted_word) words;
};

/* ---- which words are wanted --------------------------------------------- */

static void
want(struct check *check, struct skill_memory *memory, struct str phrase)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, phrase);
    for (size_t i = 0; i < tokens.count; i++) {
        struct str word = token_text(&tokens, i);
        uint64_t key = tokens.at[i].kind == TOKEN_WORD ? stem_key(word) : 0;
        if (!key ||
            !index_add(check->arena, &memory->stems, key, memory->words.count))
            continue;
        *list_add(check->arena, &memory->words) = (struct wanted_word){{0}};
        word_heads_add(&memory->heads, word_head_of_three(word));
    }
}

static void
want_all(struct check *check, struct skill_memory *memory)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->skills.count; i++) {
        const struct skill *skill = &candidate->skills.at[i];
        want(check, memory, skill->name.s);
        for (size_t k = 0; k < skill->keywords.count; k++)
            want(check, memory, skill->keywords.at[k].s);
    }
    for (size_t i = 0; i < candidate->variants.count; i++) {
        const struct variant *variant = &candidate->variants.at[i];
        for (size_t k = 0; k < variant->keywords.count; k++)
            want(check, memory, variant->keywords.at[k].s);
        for (size_t k = 0; k < variant->required_keywords.count; k++)
            want(check, memory, variant->required_keywords.at[k].s);
    }
}

/* ---- the pass over the file --------------------------------------------- */

static void
note_word(struct check *check, struct skill_memory *memory, struct str word,
          size_t text)
{
    unsigned head = word_head_of_three(word);
    if (!word_heads_have(&memory->heads, head))
        return;
    uint64_t key = stem_key(word);
    size_t at = key ? index_find(&memory->stems, key) : SIZE_MAX;
    if (at == SIZE_MAX)
        return;
    number_list *texts = &memory->words.at[at].texts;
    if (!texts->count || texts->at[texts->count - 1] != text)
        *list_add(check->arena, texts) = (unsigned)text;
}

/* "Reporting to the director" is about a person, not about reports. */
static bool
is_of_a_superior(const struct tokens *tokens, size_t i)
{
    return token_is(tokens, i + 1, "to") &&
           (token_is(tokens, i, "reporting") || token_is(tokens, i, "reports"));
}

static void
note_skills(struct check *check, struct skill_memory *memory,
            const struct tokens *tokens, size_t i)
{
    struct lexicon_skill found[LEXICON_SKILLS];
    size_t count = lexicon_skills(tokens, i, found);
    if (count && is_of_a_superior(tokens, i))
        return;
    for (size_t k = 0; k < count; k++)
        *list_add(check->arena, &memory->hits) = (struct skill_hit){
            (unsigned)i, found[k].skill, found[k].len, found[k].is_sign};
}

static struct skill_memory *
look_for_skills(struct check *whole)
{
    struct skill_memory *memory = ARENA_NEW(whole->arena, struct skill_memory);
    memory->first = ARENA_ARRAY(whole->arena, whole->texts.count + 1, size_t);
    want_all(whole, memory);
    for (size_t t = 0; t < whole->texts.count; t++) {
        const struct check_text *text = &whole->texts.at[t];
        memory->first[t] = memory->hits.count;
        if (text->uses & (TEXT_SILENT | TEXT_ADDRESS | TEXT_NOTES))
            continue;
        const struct tokens *tokens = check_tokens(whole, text);
        for (size_t i = 0; i < tokens->count; i++) {
            note_skills(whole, memory, tokens, i);
            if (tokens->at[i].kind == TOKEN_WORD)
                note_word(whole, memory, token_text(tokens, i), t);
        }
    }
    memory->first[whole->texts.count] = memory->hits.count;
    return memory;
}

static struct skill_memory *
skill_memory(struct check *check)
{
    struct check *whole = check->whole ? check->whole : check;
    if (!whole->skills)
        whole->skills = look_for_skills(whole);
    return whole->skills;
}

/* ---- asking ------------------------------------------------------------- */

struct skill_hits
check_skill_hits(struct check *check, size_t number)
{
    const struct skill_memory *memory = skill_memory(check);
    if (number == SIZE_MAX || memory->hits.count == 0)
        return (struct skill_hits){NULL, 0};
    return (struct skill_hits){memory->hits.at + memory->first[number],
                               memory->first[number + 1] -
                                   memory->first[number]};
}

bool
check_text_is_shown(const struct check_text *text)
{
    return !(text->uses &
             (TEXT_SILENT | TEXT_VARIANT | TEXT_NOTES | TEXT_ADDRESS));
}

bool *
check_skills_in(struct check *check, unsigned uses)
{
    size_t count;
    (void)pack_skills(check->pack, &count);
    bool *seen = ARENA_ARRAY(check->arena, count + 1, bool);
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        struct skill_hits hits = check_skill_hits(check, text->number);
        /* The summary of a variant stands in the place of the person's. */
        bool shown = check->whole || check_text_is_shown(text);
        for (size_t h = 0; shown && text->uses & uses && h < hits.count; h++)
            seen[hits.at[h].skill] = true;
    }
    return seen;
}

/* ---- words -------------------------------------------------------------- */

/* Texts of this check that count, by number of text of the file. */
static const bool *
counting_texts(struct check *check, unsigned uses)
{
    struct check *whole = check->whole ? check->whole : check;
    bool *counts = check->counting.at;
    if (counts && check->counting.uses == uses)
        return counts;
    counts = ARENA_ARRAY(check->arena, whole->texts.count + 1, bool);
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        bool shown = check->whole || check_text_is_shown(text);
        if (text->number != SIZE_MAX && text->uses & uses && shown)
            counts[text->number] = true;
    }
    check->counting.at = counts;
    check->counting.uses = uses;
    return counts;
}

static const number_list *
texts_of(const struct skill_memory *memory, struct str word)
{
    static const number_list none;
    uint64_t key = stem_key(word);
    size_t at = key ? index_find(&memory->stems, key) : SIZE_MAX;
    return at == SIZE_MAX ? &none : &memory->words.at[at].texts;
}

static bool
holds(const number_list *texts, unsigned text)
{
    size_t low = 0, high = texts->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (texts->at[middle] < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low < texts->count && texts->at[low] == text;
}

static bool
stands(const number_list *texts, const bool *counts)
{
    for (size_t i = 0; i < texts->count; i++)
        if (counts[texts->at[i]])
            return true;
    return false;
}

/* "and", "of", "the": no word to look for. */
static bool
is_word(const struct tokens *tokens, size_t i)
{
    uint64_t small = LEXICON_BIT(PREPOSITION) | LEXICON_BIT(DETERMINER) |
                     LEXICON_BIT(CLAUSE) | LEXICON_BIT(AUXILIARY);
    return tokens->at[i].kind == TOKEN_WORD && !(tokens->at[i].classes & small);
}

static bool
all_in(const struct skill_memory *memory, const struct tokens *tokens,
       unsigned text)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (is_word(tokens, i) &&
            !holds(texts_of(memory, token_text(tokens, i)), text))
            return false;
    return true;
}

static bool
all_in_one(const struct skill_memory *memory, const struct tokens *tokens,
           const bool *counts)
{
    const number_list *first = NULL;
    for (size_t i = 0; i < tokens->count && !first; i++)
        if (is_word(tokens, i))
            first = texts_of(memory, token_text(tokens, i));
    for (size_t t = 0; first && t < first->count; t++)
        if (counts[first->at[t]] && all_in(memory, tokens, first->at[t]))
            return true;
    return !first; /* signs and figures are not looked for */
}

static bool
any_telling(const struct skill_memory *memory, const struct tokens *tokens,
            const bool *counts)
{
    bool telling = false, all = true;
    for (size_t i = 0; i < tokens->count; i++) {
        size_t term;
        if (!is_word(tokens, i))
            continue;
        bool generic = lexicon_match(tokens, i, LEXICON_GENERIC, &term) > 0;
        bool found = stands(texts_of(memory, token_text(tokens, i)), counts);
        if (found && !generic)
            return true;
        telling |= !generic;
        all &= found;
    }
    return !telling && all;
}

bool
check_words_stand(struct check *check, struct str words, unsigned uses,
                  enum words_wanted wanted)
{
    const struct skill_memory *memory = skill_memory(check);
    struct tokens tokens = tokens_read(check->arena, check->pack, words);
    const bool *counts = counting_texts(check, uses);
    return wanted == WORDS_ALL_IN_ONE ? all_in_one(memory, &tokens, counts)
                                      : any_telling(memory, &tokens, counts);
}
