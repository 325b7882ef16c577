/* Phrases of a person's own in the tokens of a text: by a table of their
   first words, then word by word. */
#include "own.h"

#include "split.h"

#define WORDS_MOST 8
/* Longer words are no names of skills. */
#define WORD_ROOM 48
/* Up to so many letters, a capital counts. */
#define SHORT 3

struct own_word {
    enum split_kind kind;
    char symbol;
    struct str text;    /* as written */
    struct str regular; /* of one thing, in lower case */
};

struct own_phrase {
    struct own_word words[WORDS_MOST];
    size_t count;
    unsigned short skill;
    bool is_sign;
    size_t next; /* of the same slot, number + 1 */
};

struct own_phrases {
    LIST(struct own_phrase) at;
    size_t *slots; /* number of a phrase + 1 */
    size_t slot_mask;
};

struct own_phrases *
own_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct own_phrases);
}

size_t
own_count(const struct own_phrases *own)
{
    return own->at.count;
}

/* ---- words --------------------------------------------------------------- */

static bool
ends(const char *word, size_t len, const char *ending)
{
    size_t size = strlen(ending);
    return len > size + 2 && memcmp(word + len - size, ending, size) == 0;
}

/* "Studies" and "study", "trials" and "trial", "processes" and "process". */
static size_t
make_regular(const char *at, size_t len, char word[WORD_ROOM])
{
    size_t n;
    if (!split_fold(at, len, word, WORD_ROOM, &n))
        return 0;
    if (ends(word, n, "ies")) {
        word[n - 3] = 'y';
        return n - 2;
    }
    if (ends(word, n, "sses") || ends(word, n, "shes") ||
        ends(word, n, "ches") || ends(word, n, "xes"))
        return n - 2;
    bool many = ends(word, n, "s") && word[n - 2] != 's' &&
                word[n - 2] != 'i' && word[n - 2] != 'u' && word[n - 2] != '\'';
    return many ? n - 1 : n;
}

static bool
is_joint(const struct split *piece)
{
    return piece->kind == SPLIT_SYMBOL && piece->symbol == '-';
}

static bool
read_word(struct arena *arena, struct own_word *word, struct str phrase,
          const struct split *piece)
{
    char regular[WORD_ROOM];
    word->kind = piece->kind;
    word->symbol = piece->symbol;
    word->text = str_slice(phrase, piece->from, piece->to);
    size_t len = make_regular(word->text.at, word->text.len, regular);
    word->regular = str_copy(arena, (struct str){regular, len});
    return len > 0;
}

bool
own_add(struct arena *arena, struct own_phrases *own, struct str phrase,
        size_t skill, bool is_sign)
{
    struct own_phrase added = {.skill = (unsigned short)skill,
                               .is_sign = is_sign};
    struct split piece;
    for (size_t at = 0; split_next(phrase.at, phrase.len, &at, &piece);) {
        bool is_word = piece.kind != SPLIT_SYMBOL;
        if (is_joint(&piece) || (!added.count && !is_word))
            continue;
        if (added.count == WORDS_MOST ||
            !read_word(arena, &added.words[added.count++], phrase, &piece))
            return false;
    }
    if (!added.count)
        return false;
    *list_add(arena, &own->at) = added;
    return true;
}

/* ---- looking ------------------------------------------------------------- */

static size_t *
slot_of(const struct own_phrases *own, struct str regular)
{
    return &own->slots[split_hash(regular.at, regular.len) & own->slot_mask];
}

void
own_settle(struct arena *arena, struct own_phrases *own)
{
    size_t slots = 16;
    while (slots < 2 * own->at.count)
        slots *= 2;
    own->slots = ARENA_ARRAY(arena, slots, size_t);
    own->slot_mask = slots - 1;
    for (size_t i = 0; i < own->at.count; i++) {
        size_t *slot = slot_of(own, own->at.at[i].words[0].regular);
        own->at.at[i].next = *slot;
        *slot = i + 1;
    }
}

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "IT" is not "it", "Go" is not "go". */
static bool
is_exact(const struct own_phrase *phrase)
{
    struct str first = phrase->words[0].text;
    return phrase->count == 1 && first.len <= SHORT && is_capital(first.at[0]);
}

static bool
is_word_at(const struct tokens *tokens, size_t i, const struct own_word *word)
{
    char regular[WORD_ROOM];
    const struct token *token = &tokens->at[i];
    struct str text = token_text(tokens, i);
    if ((int)token->kind != (int)word->kind)
        return false;
    if (word->kind == SPLIT_SYMBOL)
        return token->symbol == word->symbol;
    size_t len = make_regular(text.at, text.len, regular);
    return str_equal((struct str){regular, len}, word->regular);
}

/* Tokens that the phrase takes from token i on, or 0. */
static size_t
length_at(const struct own_phrase *phrase, const struct tokens *tokens,
          size_t i)
{
    size_t at = i;
    for (size_t w = 0; w < phrase->count; w++) {
        if (w && at + 1 < tokens->count && tokens->at[at].symbol == '-' &&
            !tokens->at[at].space_before)
            at++;
        if (at >= tokens->count || !is_word_at(tokens, at, &phrase->words[w]))
            return 0;
        at++;
    }
    if (is_exact(phrase) &&
        !str_equal(token_text(tokens, i), phrase->words[0].text))
        return 0;
    return at - i;
}

static size_t
insert(struct lexicon_skill found[LEXICON_SKILLS], size_t count,
       struct lexicon_skill skill)
{
    if (count == LEXICON_SKILLS)
        return count;
    size_t at = count;
    for (; at > 0 && found[at - 1].len > skill.len; at--)
        found[at] = found[at - 1];
    found[at] = skill;
    return count + 1;
}

size_t
own_find(const struct own_phrases *own, const struct tokens *tokens, size_t i,
         struct lexicon_skill found[LEXICON_SKILLS], size_t count)
{
    char regular[WORD_ROOM];
    struct str text = token_text(tokens, i);
    if (tokens->at[i].kind == TOKEN_SYMBOL)
        return count;
    size_t len = make_regular(text.at, text.len, regular);
    if (!len)
        return count;
    size_t number = *slot_of(own, (struct str){regular, len});
    for (; number; number = own->at.at[number - 1].next) {
        const struct own_phrase *phrase = &own->at.at[number - 1];
        size_t length = length_at(phrase, tokens, i);
        if (length)
            count = insert(found, count,
                           (struct lexicon_skill){
                               .skill = phrase->skill,
                               .len = (unsigned short)length,
                               .is_sign = phrase->is_sign,
                           });
    }
    return count;
}
