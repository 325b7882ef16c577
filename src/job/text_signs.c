#include "text_signs.h"

#include <stddef.h>

#include "base/utf8.h"

#define BUCKETS 8192
#define NO_SIGN UINT16_MAX

/* A name for the row of a table in that line of its file. */
#define ROW_AT(table, line) table##line
#define ROW_OF(table, line) ROW_AT(table, line)
#define HEADING_ROW ROW_OF(heading_, __LINE__)
#define PHRASE_ROW ROW_OF(phrase_, __LINE__)

/* The words of all rows, without pointers, which would be relocated at each
   start. */
static const struct sign_texts {
#define PART(place, words) char HEADING_ROW[sizeof words];
#define START PART
#define ALONE PART
#define WEAK PART
#include "text_headings.def"
#define SAYS(what, words) char PHRASE_ROW[sizeof words];
#include "text_phrases.def"
} sign_texts = {
#define PART(place, words) words,
#define START PART
#define ALONE PART
#define WEAK PART
#include "text_headings.def"
#define SAYS(what, words) words,
#include "text_phrases.def"
};

_Static_assert(sizeof sign_texts <= UINT16_MAX, "places have 16 bits");

static const struct sign table[] = {
#define HEADING(kind, place, words)                                            \
    {offsetof(struct sign_texts, HEADING_ROW), sizeof words - 1, kind,         \
     SECTION_##place},
#define PART(place, words) HEADING(SIGN_HEADING_PART, place, words)
#define START(place, words) HEADING(SIGN_HEADING_START, place, words)
#define ALONE(place, words) HEADING(SIGN_HEADING_ALONE, place, words)
#define WEAK(place, words) HEADING(SIGN_HEADING_WEAK, place, words)
#include "text_headings.def"
#define SAYS(what, words)                                                      \
    {offsetof(struct sign_texts, PHRASE_ROW), sizeof words - 1, SIGN_##what,   \
     SECTION_OTHER},
#include "text_phrases.def"
};

#define SIGN_COUNT (sizeof table / sizeof *table)

_Static_assert(SIGN_COUNT < NO_SIGN, "the index of signs has 16 bits");

struct signs {
    /* By the key of the first word and the first byte of the second one. */
    uint16_t first[BUCKETS];
    uint16_t next[SIGN_COUNT];
    uint32_t key[SIGN_COUNT];
    char second[SIGN_COUNT]; /* first byte of the second word; 0: any */
};

struct str
sign_words(const struct sign *sign)
{
    return (struct str){(const char *)&sign_texts + sign->at, sign->len};
}

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

/* What an ASCII character is in a word: itself in lower case; 0 for those that
   no word has. */
#define BOTH(small) [(small) - 'a' + 'A'] = (small), [small] = (small)
const char word_letters[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4',
    ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9',
    BOTH('a'),   BOTH('b'),   BOTH('c'),   BOTH('d'),   BOTH('e'),
    BOTH('f'),   BOTH('g'),   BOTH('h'),   BOTH('i'),   BOTH('j'),
    BOTH('k'),   BOTH('l'),   BOTH('m'),   BOTH('n'),   BOTH('o'),
    BOTH('p'),   BOTH('q'),   BOTH('r'),   BOTH('s'),   BOTH('t'),
    BOTH('u'),   BOTH('v'),   BOTH('w'),   BOTH('x'),   BOTH('y'),
    BOTH('z'),
};

static char
letter_at(struct str text, size_t i)
{
    return i < text.len ? word_letters[(unsigned char)text.at[i]] : '\0';
}

/* A character beyond ASCII: true when it belongs to a word; 0 in *c when it
   parts none either. */
static bool
is_kept(uint32_t *c)
{
    uint32_t code = *c;
    if (code == 0x2019 || code == 0x2018 || code == 0x02BC || code == 0xB4 ||
        code == 0xAD) {
        *c = 0; /* apostrophes and the soft hyphen */
        return false;
    }
    return utf8_is_letter(code) || (code >= 0x0300 && code < 0x0370);
}

/* A word while it is written. */
struct pen {
    struct words *words;
    char *to; /* the next byte */
    bool is_open;
};

static void
open_word(struct pen *pen, size_t at, bool is_capital)
{
    struct words *words = pen->words;
    if (words->list.count == words->list.room) {
        (void)list_add(words->folded.arena, &words->list);
        words->list.count--;
    }
    if (words->list.count)
        *pen->to++ = ' ';
    words->list.at[words->list.count++] =
        (struct word){.from = (uint32_t)(pen->to - words->folded.at),
                      .at = (uint32_t)at,
                      .is_capital = is_capital};
    pen->is_open = true;
}

static void
close_word(struct pen *pen)
{
    if (!pen->is_open)
        return;
    struct words *words = pen->words;
    struct word *word = &words->list.at[words->list.count - 1];
    const char *from = words->folded.at + word->from;
    word->len = (uint32_t)(pen->to - from);
    for (uint32_t i = 0; i < 4; i++) /* there is room behind every word */
        word->key = word->key << 8 | (unsigned char)from[i];
    if (word->len < 4)
        word->key >>= 8 * (4 - word->len);
    pen->is_open = false;
}

/* A character beyond ASCII at *at, which is moved behind it. */
static void
fold_beyond(struct pen *pen, struct str text, size_t *at)
{
    size_t from = *at;
    uint32_t c = utf8_next(text, at);
    if (!is_kept(&c)) {
        if (c)
            close_word(pen);
        return;
    }
    uint32_t low = utf8_lower(c);
    if (!pen->is_open)
        open_word(pen, from, low != c);
    pen->to += utf8_put(pen->to, low);
}

static void
fold_and(struct pen *pen, size_t at)
{
    close_word(pen);
    open_word(pen, at, false);
    memcpy(pen->to, "and", 3);
    pen->to += 3;
    close_word(pen);
}

/* Room for the longest folded text: "&" becomes "and" and a blank. */
static void
make_room(struct words *words, size_t len)
{
    size_t needed = 4 * len + 8;
    words->list.count = 0;
    words->folded.len = 0;
    if (words->folded.room >= needed)
        return;
    words->folded.at = arena_alloc(words->folded.arena, 2 * needed);
    words->folded.room = 2 * needed;
}

/* The letters and digits of ASCII from `at` on, and where they end. */
static size_t
fold_letters(struct pen *pen, struct str text, size_t at)
{
    char letter = letter_at(text, at), *to;
    if (!pen->is_open)
        open_word(pen, at, letter != text.at[at]);
    for (to = pen->to; letter; letter = letter_at(text, ++at))
        *to++ = letter;
    pen->to = to;
    return at;
}

void
words_fold(struct words *words, struct str text)
{
    make_room(words, text.len);
    struct pen pen = {words, words->folded.at, false};
    for (size_t i = 0; i < text.len;) {
        char c = text.at[i];
        if (letter_at(text, i)) {
            i = fold_letters(&pen, text, i);
            continue;
        }
        if ((unsigned char)c >= 0x80) {
            fold_beyond(&pen, text, &i);
            continue;
        }
        if (c == '&')
            fold_and(&pen, i);
        else if (c != '\'')
            close_word(&pen);
        i++;
    }
    close_word(&pen);
    words->folded.len = (size_t)(pen.to - words->folded.at);
}

/* ---- signs ------------------------------------------------------------- */

static size_t
bucket_of(uint32_t key, char second)
{
    uint32_t both = key + (unsigned char)second * 0x9E3779B1u;
    return (both * 2654435761u) >> 19; /* BUCKETS is 2^13 */
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

static char
second_byte(struct str words)
{
    size_t space = str_find_byte(words, ' ', 0);
    return space == SIZE_MAX ? '\0' : words.at[space + 1];
}

const struct signs *
signs_new(struct arena *arena)
{
    struct signs *signs = ARENA_NEW(arena, struct signs);
    memset(signs->first, 0xFF, sizeof signs->first); /* NO_SIGN */
    for (size_t i = SIGN_COUNT; i-- > 0;) {
        uint32_t key = key_of(sign_words(&table[i]));
        char second = second_byte(sign_words(&table[i]));
        size_t bucket = bucket_of(key, second);
        signs->key[i] = key;
        signs->second[i] = second;
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

/* Signs of one bucket that begin at word `from`: those of one word, or those
   whose second word begins with `second`. */
static void
find_in(const struct signs *signs, const struct words *words, size_t from,
        char second, struct sign_hit best[2])
{
    uint32_t key = words->list.at[from].key;
    for (size_t i = signs->first[bucket_of(key, second)]; i != NO_SIGN;
         i = signs->next[i]) {
        const struct sign *sign = &table[i];
        struct sign_hit *old = &best[is_of_heading(sign)];
        if (signs->key[i] != key || signs->second[i] != second)
            continue;
        size_t count = match_at(words, from, sign_words(sign));
        if (sign->kind == SIGN_HEADING_START && from > 0)
            count = 0;
        if (count && is_better(old, sign, count))
            *old = (struct sign_hit){sign, from, count};
    }
}

static bool
is_empty(const struct signs *signs, uint32_t key, char second)
{
    return signs->first[bucket_of(key, second)] == NO_SIGN;
}

static void
find_at(struct arena *arena, const struct signs *signs,
        const struct words *words, size_t i, sign_hit_list *hits)
{
    const struct word *word = &words->list.at[i];
    bool is_last = i + 1 == words->list.count;
    char second = is_last ? '\0' : words->folded.at[word[1].from];
    bool has_one = !is_empty(signs, word->key, '\0');
    bool has_more = second && !is_empty(signs, word->key, second);
    if (!has_one && !has_more)
        return;
    struct sign_hit best[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    if (has_one)
        find_in(signs, words, i, '\0', best);
    if (has_more)
        find_in(signs, words, i, second, best);
    for (size_t k = 0; k < 2; k++)
        if (best[k].sign)
            *list_add(arena, hits) = best[k];
}

void
signs_find_at(struct arena *arena, const struct signs *signs,
              const struct words *words, size_t i, sign_hit_list *hits)
{
    hits->count = 0;
    find_at(arena, signs, words, i, hits);
}

void
signs_find(struct arena *arena, const struct signs *signs,
           const struct words *words, sign_hit_list *hits)
{
    hits->count = 0;
    for (size_t i = 0; i < words->list.count; i++)
        find_at(arena, signs, words, i, hits);
}
