#include "scripts.h"

#include <stddef.h>

/* Families for Chinese, Japanese and Korean go by language alone: their fonts
   say for which they are made. */
static const struct script_fonts rows[] = {
    {HB_SCRIPT_ARABIC, "Arabic", "ar", "Noto Sans Arabic", "Noto Naskh Arabic",
     "fonts-noto-core"},
    {HB_SCRIPT_HEBREW, "Hebrew", "he", "Noto Sans Hebrew", "Noto Serif Hebrew",
     "fonts-noto-core"},
    {HB_SCRIPT_SYRIAC, "Syriac", NULL, "Noto Sans Syriac", NULL,
     "fonts-noto-core"},
    {HB_SCRIPT_THAANA, "Thaana", "dv", "Noto Sans Thaana", NULL,
     "fonts-noto-core"},
    {HB_SCRIPT_NKO, "N'Ko", NULL, "Noto Sans NKo", NULL, "fonts-noto-core"},
    {HB_SCRIPT_DEVANAGARI, "Devanagari", "hi", "Noto Sans Devanagari",
     "Noto Serif Devanagari", "fonts-noto-core"},
    {HB_SCRIPT_BENGALI, "Bengali", "bn", "Noto Sans Bengali",
     "Noto Serif Bengali", "fonts-noto-core"},
    {HB_SCRIPT_GURMUKHI, "Gurmukhi", "pa", "Noto Sans Gurmukhi",
     "Noto Serif Gurmukhi", "fonts-noto-core"},
    {HB_SCRIPT_GUJARATI, "Gujarati", "gu", "Noto Sans Gujarati",
     "Noto Serif Gujarati", "fonts-noto-core"},
    {HB_SCRIPT_ORIYA, "Odia", "or", "Noto Sans Oriya", NULL, "fonts-noto-core"},
    {HB_SCRIPT_TAMIL, "Tamil", "ta", "Noto Sans Tamil", "Noto Serif Tamil",
     "fonts-noto-core"},
    {HB_SCRIPT_TELUGU, "Telugu", "te", "Noto Sans Telugu", "Noto Serif Telugu",
     "fonts-noto-core"},
    {HB_SCRIPT_KANNADA, "Kannada", "kn", "Noto Sans Kannada",
     "Noto Serif Kannada", "fonts-noto-core"},
    {HB_SCRIPT_MALAYALAM, "Malayalam", "ml", "Noto Sans Malayalam",
     "Noto Serif Malayalam", "fonts-noto-core"},
    {HB_SCRIPT_SINHALA, "Sinhala", "si", "Noto Sans Sinhala",
     "Noto Serif Sinhala", "fonts-noto-core"},
    {HB_SCRIPT_THAI, "Thai", "th", "Noto Sans Thai", "Noto Serif Thai",
     "fonts-noto-core"},
    {HB_SCRIPT_LAO, "Lao", "lo", "Noto Sans Lao", "Noto Serif Lao",
     "fonts-noto-core"},
    {HB_SCRIPT_KHMER, "Khmer", "km", "Noto Sans Khmer", "Noto Serif Khmer",
     "fonts-noto-core"},
    {HB_SCRIPT_MYANMAR, "Myanmar", "my", "Noto Sans Myanmar",
     "Noto Serif Myanmar", "fonts-noto-core"},
    {HB_SCRIPT_TIBETAN, "Tibetan", "bo", NULL, "Noto Serif Tibetan",
     "fonts-noto-core"},
    {HB_SCRIPT_GEORGIAN, "Georgian", "ka", "Noto Sans Georgian",
     "Noto Serif Georgian", "fonts-noto-core"},
    {HB_SCRIPT_ARMENIAN, "Armenian", "hy", "Noto Sans Armenian",
     "Noto Serif Armenian", "fonts-noto-core"},
    {HB_SCRIPT_ETHIOPIC, "Ethiopic", "am", "Noto Sans Ethiopic",
     "Noto Serif Ethiopic", "fonts-noto-core"},
    {HB_SCRIPT_CHEROKEE, "Cherokee", "chr", "Noto Sans Cherokee", NULL,
     "fonts-noto-core"},
    {HB_SCRIPT_CANADIAN_SYLLABICS, "Canadian syllabic", "iu",
     "Noto Sans Canadian Aboriginal", NULL, "fonts-noto-core"},
    {HB_SCRIPT_MONGOLIAN, "Mongolian", "mn-cn", "Noto Sans Mongolian", NULL,
     "fonts-noto-core"},
    {HB_SCRIPT_TIFINAGH, "Tifinagh", "ber-ma", "Noto Sans Tifinagh", NULL,
     "fonts-noto-core"},
    {HB_SCRIPT_JAVANESE, "Javanese", NULL, "Noto Sans Javanese", NULL,
     "fonts-noto-core"},
    {HB_SCRIPT_BALINESE, "Balinese", NULL, "Noto Sans Balinese",
     "Noto Serif Balinese", "fonts-noto-core"},
    {HB_SCRIPT_YI, "Yi", "ii", "Noto Sans Yi", NULL, "fonts-noto-core"},
    {HB_SCRIPT_HAN, "Chinese", "zh-cn", NULL, NULL, "fonts-noto-cjk"},
    {HB_SCRIPT_BOPOMOFO, "Bopomofo", "zh-tw", NULL, NULL, "fonts-noto-cjk"},
    {HB_SCRIPT_HIRAGANA, "Japanese", "ja", NULL, NULL, "fonts-noto-cjk"},
    {HB_SCRIPT_KATAKANA, "Japanese", "ja", NULL, NULL, "fonts-noto-cjk"},
    {HB_SCRIPT_HANGUL, "Korean", "ko", NULL, NULL, "fonts-noto-cjk"},
};

const struct script_fonts *
script_fonts_find(hb_script_t script)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].script == script)
            return &rows[i];
    }
    return NULL;
}
