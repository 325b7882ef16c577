#include "pack/lexicon.h"

#include <string.h>

#include "own.h"
#include "split.h"
#include "tables.h"

/* The longest word of a pack fits; longer ones are unknown anyway. */
#define FOLD_ROOM 64

static unsigned
find_hashed(const struct pack *pack, const char *folded, size_t len,
            unsigned hash)
{
    unsigned slot = hash & pack->slot_mask;
    for (; pack->slots[slot]; slot = (slot + 1) & pack->slot_mask) {
        const struct pack_word *known = &pack->words[pack->slots[slot]];
        if (known->len == len &&
            memcmp(pack->letters + known->offset, folded, len) == 0)
            return pack->slots[slot];
    }
    return 0;
}

static unsigned
find_word(const struct pack *pack, const char *word, size_t len)
{
    char folded[FOLD_ROOM];
    size_t folded_len;
    if (!split_fold(word, len, folded, sizeof folded, &folded_len))
        return 0;
    return find_hashed(pack, folded, folded_len,
                       split_hash(folded, folded_len));
}

static bool
is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static void
read_capitals(struct token *token, struct str word)
{
    bool upper = true, capital = false; /* gRPC and macOS are names too */
    size_t letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        upper = upper && !(word.at[i] >= 'a' && word.at[i] <= 'z');
        letters += split_is_alpha(word.at[i]);
        capital = capital || is_upper(word.at[i]);
    }
    token->capital = capital;
    token->all_caps = upper && letters > 1;
}

/* Words of ASCII are folded, hashed and looked at in one go. False for all
   others. */
static bool
read_ascii(struct token *token, const struct pack *pack, struct str word)
{
    char folded[FOLD_ROOM];
    unsigned hash = SPLIT_HASH, capitals = 0, small = 0;
    if (word.len > sizeof folded)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        if ((unsigned char)c >= 0x80)
            return false;
        if (is_upper(c)) {
            capitals++;
            c = (char)(c - 'A' + 'a');
        } else {
            small += c >= 'a' && c <= 'z';
        }
        folded[i] = c;
        hash = split_hash_on(hash, c);
    }
    token->asked = (unsigned short)find_hashed(pack, folded, word.len, hash);
    token->capital = token->kind == TOKEN_WORD && capitals > 0;
    token->all_caps = token->kind == TOKEN_WORD && capitals > 1 && !small;
    return true;
}

static void
read_word(struct token *token, const struct pack *pack, struct str text)
{
    struct str word = {text.at + token->from, token->to - token->from};
    if (!read_ascii(token, pack, word)) {
        token->asked = (unsigned short)find_word(pack, word.at, word.len);
        if (token->kind == TOKEN_WORD)
            read_capitals(token, word);
    }
    token->word = token->asked < pack->first_asked ? token->asked : 0;
    const struct pack_word *known = &pack->words[token->word];
    token->node = known->node;
    token->lists = &pack->sets[known->lists];
    token->classes = pack->nodes[token->node].classes;
}

static unsigned
step(const struct pack *pack, unsigned node, unsigned word)
{
    const struct pack_node *from = &pack->nodes[node];
    const struct pack_edge *edges = pack->edges + from->first_edge;
    size_t low = 0, high = from->edge_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (edges[middle].word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < from->edge_count && edges[low].word == word ? edges[low].node
                                                             : 0;
}

/* A hyphen between two words, which equals a blank. */
static bool
is_joint(const struct tokens *tokens, size_t i)
{
    return i + 1 < tokens->count && tokens->at[i].symbol == '-' &&
           !tokens->at[i + 1].space_before && !tokens->at[i].space_before;
}

/* Walks all phrases from token i; `seen` is told each that is one. */
struct walk {
    const struct tokens *tokens;
    size_t at;
    unsigned node;
};

/* The next token, over a joint; SIZE_MAX when there is none. */
static size_t
next_of(const struct walk *walk)
{
    size_t next = walk->at;
    if (next < walk->tokens->count && is_joint(walk->tokens, next))
        next++;
    return next < walk->tokens->count ? next : SIZE_MAX;
}

static bool
walk_over(struct walk *walk, size_t next, unsigned word)
{
    if (!word)
        return false;
    walk->node = step(walk->tokens->pack, walk->node, word);
    walk->at = next + 1;
    return walk->node != 0;
}

static bool
walk_on(struct walk *walk)
{
    size_t next = next_of(walk);
    return next != SIZE_MAX &&
           walk_over(walk, next, walk->tokens->at[next].word);
}

static void
find_phrase(const struct tokens *tokens, size_t i)
{
    struct token *token = &tokens->at[i];
    struct walk walk = {tokens, i + 1, token->node};
    token->phrase = token->node;
    token->phrase_len = 1;
    if (!token->node || !tokens->pack->nodes[token->node].edge_count)
        return;
    while (walk_on(&walk)) {
        if (!tokens->pack->nodes[walk.node].use_count)
            continue;
        token->phrase = (unsigned short)walk.node;
        token->phrase_len = (unsigned short)(walk.at - i);
    }
}

/* English has five to six letters a token, signs and blanks with them. */
#define LETTERS_A_TOKEN 5

/* Nothing else is allocated meanwhile, so that the array grows in place. */
static struct token *
add_token(struct arena *arena, struct tokens *tokens, size_t *room)
{
    if (tokens->count == *room) {
        size_t more = *room + *room / 2;
        tokens->at = arena_grow(arena, tokens->at, *room * sizeof *tokens->at,
                                more * sizeof *tokens->at);
        *room = more;
    }
    return &tokens->at[tokens->count++];
}

static void
split_text(struct arena *arena, struct tokens *tokens)
{
    struct str text = tokens->text;
    struct split piece;
    size_t room = text.len / LETTERS_A_TOKEN + 2;
    tokens->at = arena_bytes(arena, room * sizeof *tokens->at);
    for (size_t at = 0; split_next(text.at, text.len, &at, &piece);) {
        struct token *token = add_token(arena, tokens, &room);
        *token = (struct token){
            .from = (unsigned)piece.from,
            .to = (unsigned)piece.to,
            .kind = (unsigned char)piece.kind,
            .symbol = piece.symbol,
            .space_before = piece.space_before,
        };
        read_word(token, tokens->pack, text);
    }
}

struct tokens
tokens_read(struct arena *arena, const struct pack *pack, struct str text)
{
    struct tokens tokens = {.text = text, .pack = pack};
    split_text(arena, &tokens);
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.at[i];
        find_phrase(&tokens, i);
        for (size_t b = 0; token->node && b < LEXICON_SET_WORDS; b++)
            tokens.lists.bits[b] |= token->lists->bits[b];
    }
    return tokens;
}

uint64_t
tokens_phrase_classes(const struct tokens *tokens, size_t i)
{
    return tokens->pack->nodes[tokens->at[i].phrase].classes;
}

size_t
lexicon_term_of(const struct pack *pack, unsigned node, enum lexicon_list list)
{
    const struct pack_node *phrase = &pack->nodes[node];
    for (size_t i = 0; i < phrase->use_count; i++)
        if (pack->uses[phrase->first_use + i].list == list)
            return pack->uses[phrase->first_use + i].term;
    return SIZE_MAX;
}

size_t
lexicon_term_of_word(const struct pack *pack, struct str word,
                     enum lexicon_list list)
{
    unsigned found = find_word(pack, word.at, word.len);
    return lexicon_term_of(pack, pack->words[found].node, list);
}

uint64_t
lexicon_classes_of_word(const struct pack *pack, struct str word)
{
    unsigned found = find_word(pack, word.at, word.len);
    found = found < pack->first_asked ? found : 0;
    return pack->nodes[pack->words[found].node].classes;
}

size_t
lexicon_walk(const struct tokens *tokens, size_t i, enum lexicon_list list,
             size_t *term)
{
    struct walk walk = {tokens, i + 1, tokens->at[i].node};
    size_t best = 0;
    do {
        size_t found = lexicon_term_of(tokens->pack, walk.node, list);
        if (found != SIZE_MAX) {
            best = walk.at - i;
            *term = found;
        }
    } while (walk_on(&walk));
    return best;
}

bool
tokens_hold(const struct tokens *tokens, enum lexicon_list list)
{
    size_t term;
    for (size_t i = 0; tokens_may_hold(tokens, list) && i < tokens->count; i++)
        if (lexicon_match(tokens, i, list, &term))
            return true;
    return false;
}

static size_t
pack_skills_at(const struct tokens *tokens, size_t i,
               struct lexicon_skill found[LEXICON_SKILLS])
{
    const struct pack *pack = tokens->pack;
    struct walk walk = {tokens, i + 1, pack->words[tokens->at[i].word].skill};
    size_t count = 0;
    if (!walk.node)
        return 0;
    do {
        const struct pack_node *node = &pack->nodes[walk.node];
        for (size_t u = 0; u < node->use_count && count < LEXICON_SKILLS; u++) {
            const struct lexicon_use *use = &pack->uses[node->first_use + u];
            found[count++] = (struct lexicon_skill){
                .skill = use->term,
                .len = (unsigned short)(walk.at - i),
                .is_sign = use->list == LEXICON_SKILL_SIGN,
                .is_name = use->list == LEXICON_SKILL_NAME,
            };
        }
    } while (walk_on(&walk));
    return count;
}

size_t
lexicon_asked(const struct tokens *tokens, size_t i,
              struct lexicon_asked found[LEXICON_SKILLS])
{
    const struct pack *pack = tokens->pack;
    struct walk walk = {tokens, i + 1, pack->words[tokens->at[i].asked].asked};
    size_t count = 0, next;
    if (!walk.node)
        return 0;
    do {
        const struct pack_node *node = &pack->nodes[walk.node];
        for (size_t u = 0; u < node->use_count && count < LEXICON_SKILLS; u++) {
            const struct lexicon_use *use = &pack->uses[node->first_use + u];
            found[count++] = (struct lexicon_asked){
                use->list, use->term, (unsigned short)(walk.at - i)};
        }
        next = next_of(&walk);
    } while (next != SIZE_MAX &&
             walk_over(&walk, next, tokens->at[next].asked));
    return count;
}

size_t
lexicon_skills(const struct tokens *tokens, size_t i,
               struct lexicon_skill found[LEXICON_SKILLS])
{
    size_t count = pack_skills_at(tokens, i, found);
    const struct own_phrases *own = tokens->pack->own;
    return own ? own_find(own, tokens, i, found, count) : count;
}

/* Thousands of terms: pointers to their texts would all be relocated at each
   start, and their pages could not be given back. */
static struct str
term_text(uint32_t at, uint16_t len)
{
    return (struct str){pack_texts + at, len};
}

struct str
term_name(const struct lexicon_term *term)
{
    return term_text(term->name, term->name_len);
}

struct str
term_advice(const struct lexicon_term *term)
{
    return term_text(term->advice, term->advice_len);
}

struct str
term_group(const struct lexicon_term *term)
{
    return term_text(term->group, term->group_len);
}

const struct lexicon_term *
lexicon_terms(const struct pack *pack, enum lexicon_list list, size_t *count)
{
    *count = pack->terms[list].count;
    return pack->terms[list].at;
}

const struct pack_stem *
pack_stems(const struct pack *pack, size_t *count)
{
    *count = pack->stem_count;
    return pack->stems;
}

const struct pack_phrase *
pack_phrases(const struct pack *pack, size_t *count)
{
    *count = pack->phrase_count;
    return pack->phrases;
}

const struct word_heads *
pack_phrase_heads(const struct pack *pack)
{
    return pack->phrase_heads;
}
