#include "text_signs.h"

#include "base/utf8.h"

#define BUCKETS 2048
#define NO_SIGN UINT16_MAX

static const struct sign table[] = {
#define PART(place, words)                                                     \
    {STR_INIT(words), SIGN_HEADING_PART, SECTION_##place},
#define ALONE(place, words)                                                    \
    {STR_INIT(words), SIGN_HEADING_ALONE, SECTION_##place},
#define WEAK(place, words)                                                     \
    {STR_INIT(words), SIGN_HEADING_WEAK, SECTION_##place},
#include "text_headings.def"
#define SAYS(what, words) {STR_INIT(words), SIGN_##what, SECTION_OTHER},
#include "text_phrases.def"
};

#define SIGN_COUNT (sizeof table / sizeof *table)

_Static_assert(SIGN_COUNT < NO_SIGN, "the index of signs has 16 bits");

struct signs {
    uint16_t first[BUCKETS]; /* by the key of the first word */
    uint16_t next[SIGN_COUNT];
    uint32_t key[SIGN_COUNT];
};

const struct sign *
signs_table(size_t *count)
{
    *count = SIGN_COUNT;
    return table;
}

/* ---- words ------------------------------------------------------------- */

/* The first four bytes of a word as a number. */
static uint32_t
key_more(uint32_t key, size_t at, char byte)
{
    return at < 4 ? key << 8 | (unsigned char)byte : key;
}

struct words
words_new(struct arena *arena)
{
    return (struct words){.folded = buf_new(arena)};
}

struct str
words_at(const struct words *words, size_t i)
{
    const struct word *word = &words->list.at[i];
    return str_slice(buf_str(&words->folded), word->from,
                     word->from + word->len);
}

bool
words_are(const struct words *words, const char *folded)
{
    return str_is(buf_str(&words->folded), folded);
}

/* What a character is to words. */
enum letter { LETTER_PARTS, LETTER_SKIPPED, LETTER_KEPT, LETTER_AND };

static enum letter
letter_of(uint32_t c)
{
    if (c < 0x80) {
        if (ascii_is_alnum((char)c))
            return LETTER_KEPT;
        if (c == '\'')
            return LETTER_SKIPPED;
        return c == '&' ? LETTER_AND : LETTER_PARTS;
    }
    if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xB4 || c == 0xAD)
        return LETTER_SKIPPED; /* apostrophes and the soft hyphen */
    return utf8_is_letter(c) || (c >= 0x0300 && c < 0x0370) ? LETTER_KEPT
                                                            : LETTER_PARTS;
}

static void
word_open(struct words *words, size_t at, bool is_capital)
{
    if (words->list.count)
        buf_add_byte(&words->folded, ' ');
    *list_add(words->folded.arena, &words->list) =
        (struct word){.from = (uint32_t)words->folded.len,
                      .at = (uint32_t)at,
                      .is_capital = is_capital};
}

static void
word_grow(struct words *words, uint32_t c)
{
    struct word *word = &words->list.at[words->list.count - 1];
    char bytes[4];
    size_t count = 1;
    bytes[0] = ascii_lower((char)c);
    if (c >= 0x80)
        count = utf8_put(bytes, utf8_lower(c));
    for (size_t i = 0; i < count; i++)
        word->key = key_more(word->key, word->len + i, bytes[i]);
    buf_add(&words->folded, (struct str){bytes, count});
    word->len += (uint32_t)count;
}

void
words_fold(struct words *words, struct str text)
{
    bool is_open = false;
    words->folded.len = 0;
    words->list.count = 0;
    for (size_t i = 0, at = 0; i < text.len; at = i) {
        uint32_t c = (unsigned char)text.at[i];
        if (c < 0x80)
            i++;
        else
            c = utf8_next(text, &i);
        enum letter letter = letter_of(c);
        if (letter == LETTER_SKIPPED)
            continue;
        if ((letter == LETTER_KEPT && !is_open) || letter == LETTER_AND)
            word_open(words, at,
                      c >= 0x80 ? utf8_lower(c) != c : c >= 'A' && c <= 'Z');
        if (letter == LETTER_AND)
            for (const char *s = "and"; *s; s++)
                word_grow(words, (unsigned char)*s);
        else if (letter == LETTER_KEPT)
            word_grow(words, c);
        is_open = letter == LETTER_KEPT;
    }
}

/* ---- signs ------------------------------------------------------------- */

static size_t
bucket_of(uint32_t key)
{
    return (key * 2654435761u) >> 21; /* BUCKETS is 2^11 */
}

static uint32_t
key_of(struct str words)
{
    uint32_t key = 0;
    for (size_t i = 0; i < words.len && i < 4; i++) {
        if (words.at[i] == ' ' || words.at[i] == '*')
            break;
        key = key_more(key, i, words.at[i]);
    }
    return key;
}

const struct signs *
signs_new(struct arena *arena)
{
    struct signs *signs = ARENA_NEW(arena, struct signs);
    for (size_t i = 0; i < BUCKETS; i++)
        signs->first[i] = NO_SIGN;
    for (size_t i = SIGN_COUNT; i-- > 0;) {
        uint32_t key = key_of(table[i].words);
        size_t bucket = bucket_of(key);
        signs->key[i] = key;
        signs->next[i] = signs->first[bucket];
        signs->first[bucket] = (uint16_t)i;
    }
    return signs;
}

/* How many words from word `from` on are the phrase's; 0: they are not. */
static size_t
match_at(const struct words *words, size_t from, struct str phrase)
{
    struct str text = buf_str(&words->folded);
    struct str rest = str_slice(text, words->list.at[from].from, text.len);
    size_t count = 1;
    for (size_t i = 0, k = 0;; i++, k++) {
        char c = i < phrase.len ? phrase.at[i] : ' ';
        if (c == '*') {
            while (k < rest.len && rest.at[k] != ' ')
                k++;
            c = ++i < phrase.len ? phrase.at[i] : ' ';
        }
        if (i >= phrase.len)
            return k >= rest.len || rest.at[k] == ' ' ? count : 0;
        if (k >= rest.len || rest.at[k] != c)
            return 0;
        count += c == ' ';
    }
}

static bool
is_of_heading(const struct sign *sign)
{
    return sign->kind <= SIGN_HEADING_WEAK;
}

static bool
is_better(const struct sign_hit *old, const struct sign *sign, size_t count)
{
    if (!old->sign || count > old->count)
        return true;
    return count == old->count && is_of_heading(sign) &&
           sign->section < old->sign->section;
}

static void
find_at(struct arena *arena, const struct signs *signs,
        const struct words *words, size_t from, sign_hit_list *hits)
{
    struct sign_hit best[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    uint32_t key = words->list.at[from].key;
    for (size_t i = signs->first[bucket_of(key)]; i != NO_SIGN;
         i = signs->next[i]) {
        const struct sign *sign = &table[i];
        struct sign_hit *old = &best[is_of_heading(sign)];
        size_t count =
            signs->key[i] == key ? match_at(words, from, sign->words) : 0;
        if (count && is_better(old, sign, count))
            *old = (struct sign_hit){sign, from, count};
    }
    for (size_t i = 0; i < 2; i++)
        if (best[i].sign)
            *list_add(arena, hits) = best[i];
}

void
signs_find(struct arena *arena, const struct signs *signs,
           const struct words *words, sign_hit_list *hits)
{
    hits->count = 0;
    for (size_t i = 0; i < words->list.count; i++)
        find_at(arena, signs, words, i, hits);
}
