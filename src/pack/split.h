/*
 * Text into words, numbers and signs. Shared by the program and by the
 * compiler of packs, so that both cut phrases alike; needs libc only.
 */
#ifndef PACK_SPLIT_H
#define PACK_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum split_kind { SPLIT_WORD, SPLIT_NUMBER, SPLIT_SYMBOL };

struct split {
    enum split_kind kind;
    char symbol;
    size_t from, to;
    bool space_before;
};

/* Signs outside ASCII: their bytes and what they stand for; ' ' is a blank,
   0 a letter like any other. */
static const struct {
    const char bytes[4];
    char symbol;
} split_signs[] = {
    {"\xC2\xA0", ' '},      {"\xE2\x80\x89", ' '},  {"\xE2\x80\xAF", ' '},
    {"\xE2\x80\x90", '-'},  {"\xE2\x80\x91", '-'},  {"\xE2\x80\x92", '-'},
    {"\xE2\x80\x93", '-'},  {"\xE2\x88\x92", '-'},  {"\xE2\x80\x94", '_'},
    {"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''}, {"\xE2\x80\x9C", '"'},
    {"\xE2\x80\x9D", '"'},  {"\xE2\x86\x92", '>'},  {"\xE2\x87\x92", '>'},
    {"\xE2\x89\x88", '~'},  {"\xE2\x82\xAC", 'E'},  {"\xC2\xA3", 'L'},
    {"\xC3\x97", 'x'},      {"\xE2\x80\xA2", '*'},  {"\xC2\xA7", '#'},
    {"\xE2\x80\xA6", '.'},  {"\xE2\x89\xA4", '<'},  {"\xE2\x89\xA5", '>'},
    {"\xC2\xB7", '*'},      {"\xE2\x82\xB9", 'E'},  {"\xC2\xA5", 'E'},
    {"\xE2\x80\x8B", ' '},
};

/* The sign that begins at `at`; its length in *length, 0 when a letter does. */
static inline char
split_sign(const char *at, size_t left, size_t *length)
{
    unsigned char first = (unsigned char)*at;
    *length = 1;
    if (first < 0x80)
        return *at;
    if (first == 0xE2 || first == 0xC2 || first == 0xC3) {
        size_t count = sizeof split_signs / sizeof *split_signs;
        for (size_t i = 0; i < count; i++) {
            size_t size = strlen(split_signs[i].bytes);
            if (size <= left && memcmp(at, split_signs[i].bytes, size) == 0) {
                *length = size;
                return split_signs[i].symbol;
            }
        }
    }
    *length = 0;
    return 0;
}

static inline bool
split_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
split_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Length of the letter at `at`: 1 in ASCII, more outside, 0 when none. */
static inline size_t
split_letter(const char *at, size_t left)
{
    size_t sign, length = 1;
    if (split_is_alpha(*at))
        return 1;
    if ((unsigned char)*at < 0x80)
        return 0;
    split_sign(at, left, &sign);
    if (sign)
        return 0;
    while (length < left && ((unsigned char)at[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* A word: letters and digits, an apostrophe between letters. */
static inline size_t
split_word_end(const char *s, size_t len, size_t at)
{
    while (at < len) {
        size_t sign, letter;
        if (split_is_alpha(s[at]) || split_is_digit(s[at])) {
            at++;
            continue;
        }
        letter = split_letter(s + at, len - at);
        if (letter) {
            at += letter;
            continue;
        }
        if (split_sign(s + at, len - at, &sign) != '\'' || at + sign >= len ||
            !split_letter(s + at + sign, len - at - sign))
            break;
        at += sign;
    }
    return at;
}

/* Digits with thousands separators (three digits behind each) and points. */
static inline size_t
split_number_end(const char *s, size_t len, size_t at)
{
    while (at < len) {
        if (split_is_digit(s[at])) {
            at++;
        } else if (s[at] == '.' && at + 1 < len && split_is_digit(s[at + 1])) {
            at++;
        } else if (s[at] == ',' && at + 3 < len && split_is_digit(s[at + 1]) &&
                   split_is_digit(s[at + 2]) && split_is_digit(s[at + 3]) &&
                   (at + 4 >= len || !split_is_digit(s[at + 4]))) {
            at += 4;
        } else {
            break;
        }
    }
    return at;
}

/* The next piece at or behind *at; false at the end. */
static inline bool
split_next(const char *s, size_t len, size_t *at, struct split *piece)
{
    size_t length = 0;
    char sign = 0;
    memset(piece, 0, sizeof *piece);
    while (*at < len) {
        sign = split_sign(s + *at, len - *at, &length);
        if (!length ||
            (sign != ' ' && sign != '\n' && sign != '\t' && sign != '\r'))
            break;
        piece->space_before = true;
        *at += length;
    }
    if (*at >= len)
        return false;
    piece->from = *at;
    if (split_is_digit(s[*at])) {
        piece->kind = SPLIT_NUMBER;
        *at = split_number_end(s, len, *at);
    } else if (split_letter(s + *at, len - *at)) {
        piece->kind = SPLIT_WORD;
        *at = split_word_end(s, len, *at);
    } else {
        piece->kind = SPLIT_SYMBOL;
        piece->symbol = sign;
        *at += length ? length : 1;
    }
    piece->to = *at;
    return true;
}

/* Lower case, typographic apostrophe as '; false when it does not fit. */
static inline bool
split_fold(const char *s, size_t len, char *out, size_t room, size_t *out_len)
{
    size_t n = 0;
    for (size_t i = 0; i < len;) {
        size_t sign;
        char c = split_sign(s + i, len - i, &sign);
        if (n >= room)
            return false;
        if (sign) {
            out[n++] =
                c >= 'A' && c <= 'Z' && sign == 1 ? (char)(c - 'A' + 'a') : c;
            i += sign;
        } else {
            out[n++] = s[i++];
        }
    }
    *out_len = n;
    return true;
}

/* Registered and trade marks are written behind names or not. */
static inline size_t
split_mark(const char *at, size_t left)
{
    static const char *const marks[] = {"\xC2\xAE", "\xE2\x84\xA2",
                                        "\xE2\x84\xA0"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t size = strlen(marks[i]);
        if (size <= left && memcmp(at, marks[i], size) == 0)
            return size;
    }
    return 0;
}

/*
 * A name as it is looked up: words in lower case with a blank between, "&" as
 * "and", letters joined over points ("Ph.D." is "phd"), other signs and marks
 * left out but the plus of "A+". False when it does not fit.
 */
static inline bool
split_key(const char *s, size_t len, char *out, size_t room, size_t *out_len)
{
    struct split piece;
    size_t n = 0;
    bool joins = false;
    for (size_t at = 0; split_next(s, len, &at, &piece);) {
        bool sign = piece.kind == SPLIT_SYMBOL;
        if (n + 8 + piece.to - piece.from > room)
            return false;
        if (sign && piece.symbol == '+' && n) {
            out[n++] = '+';
            continue;
        }
        if (sign && piece.symbol != '&') {
            joins = piece.symbol == '.' && !piece.space_before;
            continue;
        }
        if (n && !(joins && !piece.space_before))
            out[n++] = ' ';
        joins = false;
        if (sign) {
            memcpy(out + n, "and", 3);
            n += 3;
            continue;
        }
        for (size_t i = piece.from; i < piece.to;) {
            size_t mark = split_mark(s + i, piece.to - i), folded;
            i += mark;
            if (mark)
                continue;
            size_t size = split_letter(s + i, piece.to - i);
            size = size ? size : 1;
            size_t sign_size;
            if (split_sign(s + i, piece.to - i, &sign_size) && sign_size > 1)
                size = sign_size;
            if (!split_fold(s + i, size, out + n, room - n, &folded))
                return false;
            n += folded;
            i += size;
        }
    }
    while (n && out[n - 1] == ' ')
        n--;
    *out_len = n;
    return true;
}

#define SPLIT_HASH 2166136261u

static inline unsigned
split_hash_on(unsigned hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619u;
}

/* FNV-1a over the folded word; both sides must agree on it. */
static inline unsigned
split_hash(const char *word, size_t len)
{
    unsigned hash = SPLIT_HASH;
    for (size_t i = 0; i < len; i++)
        hash = split_hash_on(hash, word[i]);
    return hash;
}

/* ---- how names begin: by the letters of their first words, so that a text
   need not be cut into names where none can stand -------------------------- */

/* What stands in a slot: words of the longest such name, and whether the first
   one is a name by itself. */
enum { SPLIT_NAME_SLOTS = 8192, SPLIT_NAME_ALONE = 0x80 };

/* Goes on with letters and digits only: "B.S." is "bs". */
static inline unsigned
split_name_hash_on(unsigned hash, const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = word[i];
        if ((unsigned char)c == 0xE2)
            i += 2; /* a typographic apostrophe */
        else if (c != '.' && c != '\'' && c != '+')
            hash = split_hash_on(
                hash, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
    }
    return hash;
}

static inline unsigned
split_name_slot(unsigned hash)
{
    return (hash >> 13 ^ hash) % SPLIT_NAME_SLOTS;
}

/* Of the first word of a name. */
static inline unsigned
split_first_slot(const char *word, size_t len)
{
    return split_name_slot(split_name_hash_on(SPLIT_HASH, word, len));
}

/* Of its first two. */
static inline unsigned
split_pair_slot(const char *first, size_t first_len, const char *second,
                size_t second_len)
{
    unsigned hash = split_name_hash_on(SPLIT_HASH, first, first_len);
    hash = split_hash_on(hash, ' ');
    return split_name_slot(split_name_hash_on(hash, second, second_len));
}

#endif
