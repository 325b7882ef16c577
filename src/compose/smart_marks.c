/* Quotation marks of languages that have no words of ours; of the others
   templates/locales/ says them. */
#include "compose/smart.h"

#include "locale/locale.h"

#define LOW9 "\xE2\x80\x9E"      /* „ */
#define HIGH6 "\xE2\x80\x9C"     /* “ */
#define HIGH9 "\xE2\x80\x9D"     /* ” */
#define S_LOW9 "\xE2\x80\x9A"    /* ‚ */
#define S_HIGH6 "\xE2\x80\x98"   /* ‘ */
#define S_HIGH9 "\xE2\x80\x99"   /* ’ */
#define LEFT2 "\xC2\xAB"         /* « */
#define RIGHT2 "\xC2\xBB"        /* » */
#define LEFT1 "\xE2\x80\xB9"     /* ‹ */
#define RIGHT1 "\xE2\x80\xBA"    /* › */
#define NARROW "\xE2\x80\xAF"    /* U+202F */
#define CORNER_L "\xE3\x80\x8C"  /* 「 */
#define CORNER_R "\xE3\x80\x8D"  /* 」 */
#define CORNER2_L "\xE3\x80\x8E" /* 『 */
#define CORNER2_R "\xE3\x80\x8F" /* 』 */

/* As the Unicode locale data (CLDR) have them. */
static const struct {
    const char *language;
    struct quotation_marks marks;
} rows[] = {
    {"en", {HIGH6, HIGH9, S_HIGH6, S_HIGH9}},
    {"bg", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"bs", {LOW9, HIGH9, S_HIGH6, S_HIGH9}},
    {"ca", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"et", {LOW9, HIGH6, S_HIGH6, S_HIGH9}},
    {"eu", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"hr", {LOW9, HIGH9, S_LOW9, S_HIGH9}},
    {"hy", {LEFT2, RIGHT2, LEFT2, RIGHT2}},
    {"is", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"ka", {LOW9, HIGH6, LEFT2, RIGHT2}},
    {"kk", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"lt", {LOW9, HIGH6, LOW9, HIGH6}},
    {"mk", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"no", {LEFT2, RIGHT2, S_HIGH6, S_HIGH9}},
    {"sk", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"sl", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"sq", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"sr", {LOW9, HIGH6, S_HIGH6, S_HIGH6}},
};

struct quotation_marks
quotation_marks_of(struct arena *arena, const struct locale *locale)
{
    const char *marks[4];
    for (size_t i = 0; i < 4; i++) {
        enum word word = (enum word)(WORD_QUOTE_OPEN + i);
        marks[i] = str_terminated(arena, locale_word(locale, word));
    }
    return (struct quotation_marks){marks[0], marks[1], marks[2], marks[3]};
}

static bool
is_or_extends(struct str language, struct str tag)
{
    return str_equal_nocase(str_slice(language, 0, tag.len), tag) &&
           (language.len == tag.len || language.at[tag.len] == '-');
}

struct quotation_marks
quotation_marks_usual(struct str language)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (is_or_extends(language, str_from(rows[i].language)))
            return rows[i].marks;
    }
    return rows[0].marks;
}
