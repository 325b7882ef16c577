#include "base/stem.h"

#include <libstemmer.h>

#include "base/bug.h"
#include "base/index.h"
#include "base/list.h"
#include "base/utf8.h"

/* Longer ones are no words of any language that is stemmed here. */
#define WORD_ROOM 64

struct stemmer {
    struct arena *arena;
    struct sb_stemmer *snowball; /* NULL, without memory: words as they are */
    struct index words, stems;   /* to the number of the stem */
    LIST(struct str) texts;      /* of stem n at n - 1 */
};

/* ---- words --------------------------------------------------------------- */

static bool
is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019;
}

/* Lower case with plain apostrophes and without a possessive; 0 when it does
   not fit. */
static size_t
fold(struct str word, char out[WORD_ROOM])
{
    size_t len = 0;
    for (size_t at = 0; at < word.len;) {
        if (len + 4 > WORD_ROOM)
            return 0;
        if ((unsigned char)word.at[at] < 0x80) {
            out[len++] = ascii_lower(word.at[at++]);
            continue;
        }
        uint32_t c = utf8_next(word, &at);
        len += utf8_put(out + len, is_apostrophe(c) ? '\'' : utf8_lower(c));
    }
    if (len > 2 && out[len - 1] == 's' && out[len - 2] == '\'')
        len -= 2;
    return len;
}

/* Snowball parts "analyses" from "analysis". */
static void
mend_plural(struct str folded, char *room)
{
    if (folded.len > 5 && str_ends(folded, STR("yses")))
        room[folded.len - 2] = 'i';
}

static struct str
cut_to_stem(struct stemmer *stemmer, struct str folded)
{
    if (!stemmer->snowball)
        return folded;
    const sb_symbol *stem = sb_stemmer_stem(
        stemmer->snowball, (const sb_symbol *)folded.at, (int)folded.len);
    int len = stem ? sb_stemmer_length(stemmer->snowball) : 0;
    return len > 0 ? (struct str){(const char *)stem, (size_t)len} : folded;
}

/* The same stem of other words has its number already. */
static size_t
number_of_stem(struct stemmer *stemmer, struct str stem)
{
    uint64_t key = index_of_text(stem);
    size_t number = index_find(&stemmer->stems, key);
    if (number != SIZE_MAX)
        return number;
    *list_add(stemmer->arena, &stemmer->texts) = str_copy(stemmer->arena, stem);
    number = stemmer->texts.count;
    (void)index_add(stemmer->arena, &stemmer->stems, key, number);
    return number;
}

unsigned
stemmer_number(struct stemmer *stemmer, struct str word)
{
    char room[WORD_ROOM];
    struct str folded = {room, fold(word, room)};
    if (!folded.len)
        return 0;
    mend_plural(folded, room);
    uint64_t key = index_of_text(folded);
    size_t number = index_find(&stemmer->words, key);
    if (number == SIZE_MAX) {
        number = number_of_stem(stemmer, cut_to_stem(stemmer, folded));
        (void)index_add(stemmer->arena, &stemmer->words, key, number);
    }
    return (unsigned)number;
}

unsigned
stemmer_number_of_stem(struct stemmer *stemmer, struct str stem)
{
    return (unsigned)number_of_stem(stemmer, stem);
}

struct str
stemmer_text(const struct stemmer *stemmer, unsigned number)
{
    ENSURE(number > 0 && number <= stemmer->texts.count);
    return stemmer->texts.at[number - 1];
}

/* ---- the library's object ------------------------------------------------ */

struct stemmer *
stemmer_new(struct arena *arena)
{
    struct stemmer *stemmer = ARENA_NEW(arena, struct stemmer);
    stemmer->arena = arena;
    stemmer->snowball = sb_stemmer_new("en", NULL); /* NULL: UTF-8 */
    return stemmer;
}

void
stemmer_free(struct stemmer *stemmer)
{
    if (stemmer)
        sb_stemmer_delete(stemmer->snowball);
}
