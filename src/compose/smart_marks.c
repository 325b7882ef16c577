/* Which quotation marks a language takes. */
#include "compose/smart.h"

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

/* As the Unicode locale data (CLDR) have them. Longer tags come before the
   shorter ones that begin them. */
static const struct {
    const char *language;
    struct quotation_marks marks;
} rows[] = {
    {"en", {HIGH6, HIGH9, S_HIGH6, S_HIGH9}},
    {"ar", {HIGH9, HIGH6, S_HIGH9, S_HIGH6}},
    {"bg", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"bs", {LOW9, HIGH9, S_HIGH6, S_HIGH9}},
    {"ca", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"cs", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"de-ch", {LEFT2, RIGHT2, LEFT1, RIGHT1}},
    {"de-li", {LEFT2, RIGHT2, LEFT1, RIGHT1}},
    {"de", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"el", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"es-es", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"et", {LOW9, HIGH6, S_HIGH6, S_HIGH9}},
    {"eu", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"fa", {LEFT2, RIGHT2, LEFT1, RIGHT1}},
    {"fi", {HIGH9, HIGH9, S_HIGH9, S_HIGH9}},
    {"fr-ch", {LEFT2 NARROW, NARROW RIGHT2, LEFT1 NARROW, NARROW RIGHT1}},
    {"fr", {LEFT2 NARROW, NARROW RIGHT2, HIGH6, HIGH9}},
    {"he", {HIGH9, HIGH9, S_HIGH9, S_HIGH9}},
    {"hr", {LOW9, HIGH9, S_LOW9, S_HIGH9}},
    {"hu", {LOW9, HIGH9, RIGHT2, LEFT2}},
    {"hy", {LEFT2, RIGHT2, LEFT2, RIGHT2}},
    {"is", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"it-ch", {LEFT2, RIGHT2, LEFT1, RIGHT1}},
    {"it", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"ja", {CORNER_L, CORNER_R, CORNER2_L, CORNER2_R}},
    {"ka", {LOW9, HIGH6, LEFT2, RIGHT2}},
    {"kk", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"lt", {LOW9, HIGH6, LOW9, HIGH6}},
    {"mk", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"nb", {LEFT2, RIGHT2, S_HIGH6, S_HIGH9}},
    {"nn", {LEFT2, RIGHT2, S_HIGH6, S_HIGH9}},
    {"no", {LEFT2, RIGHT2, S_HIGH6, S_HIGH9}},
    {"pl", {LOW9, HIGH9, LEFT2, RIGHT2}},
    {"pt-pt", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"ro", {LOW9, HIGH9, LEFT2, RIGHT2}},
    {"ru", {LEFT2, RIGHT2, LOW9, HIGH6}},
    {"sk", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"sl", {LOW9, HIGH6, S_LOW9, S_HIGH6}},
    {"sq", {LEFT2, RIGHT2, HIGH6, HIGH9}},
    {"sr", {LOW9, HIGH6, S_HIGH6, S_HIGH6}},
    {"sv", {HIGH9, HIGH9, S_HIGH9, S_HIGH9}},
    {"uk", {LEFT2, RIGHT2, LOW9, HIGH6}},
    {"ur", {HIGH9, HIGH6, S_HIGH9, S_HIGH6}},
    {"zh-hant", {CORNER_L, CORNER_R, CORNER2_L, CORNER2_R}},
    {"zh-tw", {CORNER_L, CORNER_R, CORNER2_L, CORNER2_R}},
    {"zh-hk", {CORNER_L, CORNER_R, CORNER2_L, CORNER2_R}},
};

static bool
is_or_extends(struct str language, struct str tag)
{
    return str_equal_nocase(str_slice(language, 0, tag.len), tag) &&
           (language.len == tag.len || language.at[tag.len] == '-');
}

struct quotation_marks
quotation_marks_of(struct str language)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (is_or_extends(language, str_from(rows[i].language)))
            return rows[i].marks;
    }
    return rows[0].marks;
}
