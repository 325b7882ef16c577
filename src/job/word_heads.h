/*
 * How the words of a text begin, as a filter: a phrase with a word that begins
 * like none of them cannot stand there, and need not be cut, stemmed or
 * looked up.
 */
#ifndef JOB_WORD_HEADS_H
#define JOB_WORD_HEADS_H

#include "base/str.h"

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
