/*
 * How the words of a text begin, as a filter: a phrase with a word that begins
 * like none of them cannot stand there, and need not be cut, stemmed or
 * looked up.
 */
#ifndef BASE_WORD_HEADS_H
#define BASE_WORD_HEADS_H

#include "base/str.h"

/* Letters, digits and what may stand within a word. */
static inline bool
word_heads_hold(char c)
{
    return ascii_is_alnum(c) || c == '\'' || (unsigned char)c >= 0x80;
}

/* First two letters of words, as bits. Words of one stem have them alike. */
struct word_heads {
    uint64_t bits[64];
};

static inline unsigned
word_head_letter(char c)
{
    c = ascii_lower(c);
    c = c == 'y' ? 'i' : c; /* "dying" is "die" */
    return (unsigned char)c >= 0x80 ? 63 : (unsigned)c & 63;
}

/* Of the word that begins at s[at]; what follows it may be read as well. */
static inline unsigned
word_head(struct str s, size_t at)
{
    bool is_one = at + 1 >= s.len || (!ascii_is_alnum(s.at[at + 1]) &&
                                      (unsigned char)s.at[at + 1] < 0x80);
    return word_head_letter(s.at[at]) << 6 |
           (is_one ? 0 : word_head_letter(s.at[at + 1]));
}

/* Of three letters, for words that are not cut down to less. */
static inline unsigned
word_head_of_three(struct str word)
{
    unsigned head = 0;
    for (size_t i = 0; i < 3; i++)
        head = head * 31 +
               (i < word.len ? (unsigned char)ascii_lower(word.at[i]) : 0);
    return head & 4095;
}

/* The stem has more than three letters: what endings take from so long a word
   leaves them ("settings" and "usefulness" are cut to three). */
static inline bool
word_keeps_three(struct str word)
{
    bool is_ascii = true;
    for (size_t i = 0; i < word.len; i++)
        is_ascii = is_ascii && ascii_is_alpha(word.at[i]);
    return word.len >= 8 && is_ascii && !str_ends(word, STR("ly")) &&
           !str_ends(word, STR("ss")) && !str_ends(word, STR("ings"));
}

static inline void
word_heads_add(struct word_heads *heads, unsigned head)
{
    heads->bits[head >> 6] |= UINT64_C(1) << (head & 63);
}

static inline bool
word_heads_have(const struct word_heads *heads, unsigned head)
{
    return heads->bits[head >> 6] >> (head & 63) & 1;
}

#endif
