/*
 * The shape of the compiled languages: written by src/gen/locales.c into
 * build/gen/locale_tables.c, read by the files of this layer only. Texts are
 * places in one pool, so that nothing is relocated at start-up.
 */
#ifndef LOCALE_TABLES_H
#define LOCALE_TABLES_H

#include <stdint.h>

#include "locale/locale.h"
#include "plural.h"

struct locale_row {
    uint32_t tag, name, own_name; /* "de", "German", "Deutsch" */
    uint32_t aliases;             /* "german deutsch", blank-separated */
    uint32_t parent;              /* number of the row it builds on + 1 */
    uint16_t missing;             /* words that are printed in English */
    uint8_t plural;               /* enum plural_rule */
    uint8_t least_grouped;        /* digits of a number that gets separators */
    bool is_right_to_left;
    bool is_indian; /* 12,34,567 */
    bool no_spaces; /* between words: Chinese, Thai */
};

struct locale {
    struct str tag; /* as it was asked for */
    const struct locale_row *row;
    const uint32_t *words;
    struct str *own; /* WORD_COUNT, absent ones NULL; or NULL */
};

extern const struct locale locale_english; /* en-US */
extern const char locale_pool[];
extern const struct locale_row locale_rows[];
extern const uint32_t locale_words[][WORD_COUNT];
extern const size_t locale_row_count;

/* ASCII digits as those in use; the rest as it is. numbers.c */
void locale_add_digits(struct buf *out, const struct locale *locale,
                       struct str text);

static inline const struct locale *
locale_or_english(const struct locale *locale)
{
    return locale ? locale : &locale_english;
}

#endif
