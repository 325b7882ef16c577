/* What the words of dates say, in the languages of the locales. */
#include "dates.h"

#include "base/index.h"
#include "base/utf8.h"
#include "locale/locale.h"

static const struct {
    struct str text;
    int value;
} more_words[] = {
#define PRESENT(text) {STR_INIT(text), DATE_PRESENT},
#define FILLER(text) {STR_INIT(text), DATE_FILLER},
#define VAGUE(text) {STR_INIT(text), DATE_VAGUE},
#define SEASON(text) {STR_INIT(text), DATE_SEASON},
#define MONTH(text, number) {STR_INIT(text), DATE_MONTH + (number)},
#include "date_words.def"
#undef PRESENT
#undef FILLER
#undef VAGUE
#undef SEASON
#undef MONTH
};

struct date_words {
    struct index words;
};

/* Lower case, without the full stop at the end. */
static struct str
folded(struct arena *arena, struct str word)
{
    struct buf out = buf_new(arena);
    if (str_ends(word, STR(".")))
        word.len--;
    for (size_t at = 0; at < word.len;)
        buf_add_code_point(&out, utf8_lower(utf8_next(word, &at)));
    return buf_str(&out);
}

static void
add_word(struct arena *arena, struct date_words *words, struct str text,
         int value)
{
    struct str key = folded(arena, text);
    if (key.len)
        (void)index_add(arena, &words->words, index_of_text(key),
                        (size_t)value);
}

static void
add_locale(struct arena *arena, struct date_words *words,
           const struct locale *locale)
{
    static const enum word lists[] = {WORD_MONTH_NAMES, WORD_MONTHS_WITH_DAY,
                                      WORD_MONTH_ABBREVIATIONS};
    add_word(arena, words, locale_word(locale, WORD_PRESENT), DATE_PRESENT);
    add_word(arena, words, locale_word(locale, WORD_PROSE_PRESENT),
             DATE_PRESENT);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (int m = 0; m < MONTHS_OF_YEAR; m++)
            add_word(arena, words,
                     locale_word(locale, (enum word)(lists[i] + m)),
                     DATE_MONTH + m + 1);
}

/* English first: of two languages that use a word the earlier one has it. */
static void
fill_words(struct arena *arena, struct date_words *words)
{
    add_locale(arena, words, NULL);
    for (size_t i = 0; i < sizeof more_words / sizeof *more_words; i++)
        add_word(arena, words, more_words[i].text, more_words[i].value);
    for (size_t i = 0; i < locale_count(); i++)
        add_locale(arena, words, locale_find(arena, locale_info(i).tag));
}

struct date_words *
date_words_new(struct arena *arena)
{
    return ARENA_NEW(arena, struct date_words);
}

int
date_word(struct arena *arena, const struct import_options *options,
          struct str text)
{
    struct date_words *words = options->words;
    if (!words)
        words = date_words_new(arena);
    if (!words->words.room)
        fill_words(arena, words);
    size_t found =
        index_find(&words->words, index_of_text(folded(arena, text)));
    return found == SIZE_MAX ? DATE_NONE : (int)found;
}
