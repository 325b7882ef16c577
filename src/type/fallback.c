/*
 * A character that the wanted face lacks: first the other embedded families
 * and the user's folder, so that the result is the same on every machine, then
 * the system's fonts.
 */
#include "book.h"

#include "base/utf8.h"

/* ---- the families of the book ------------------------------------------- */

static const struct face *
find_in_families(struct font_book *book, const struct face *wanted,
                 uint32_t code_point, bool is_serif)
{
    for (size_t i = 0; i < book->families.count; i++) {
        struct family *family = &book->families.at[i];
        if (family->is_serif != is_serif)
            continue;
        const struct face *face =
            family_face(book, family, wanted->weight, wanted->italic);
        if (face && face != wanted && face_has(face, code_point))
            return face;
    }
    return NULL;
}

/* ---- the system --------------------------------------------------------- */

static const struct {
    hb_script_t script;
    const char *language;
} script_languages[] = {
    {HB_SCRIPT_HAN, "zh-cn"},     {HB_SCRIPT_BOPOMOFO, "zh-tw"},
    {HB_SCRIPT_HIRAGANA, "ja"},   {HB_SCRIPT_KATAKANA, "ja"},
    {HB_SCRIPT_HANGUL, "ko"},     {HB_SCRIPT_ARABIC, "ar"},
    {HB_SCRIPT_HEBREW, "he"},     {HB_SCRIPT_THAI, "th"},
    {HB_SCRIPT_DEVANAGARI, "hi"},
};

/* The document's language says which forms Han characters take; when it is of
   another script, the character's own script does. */
static struct str
language_for(hb_script_t script, struct str language)
{
    static const char *const east_asian[] = {"zh", "ja", "ko"};
    for (size_t i = 0; i < 3; i++) {
        if (str_starts(language, str_from(east_asian[i])))
            return language;
    }
    for (size_t i = 0; i < sizeof script_languages / sizeof *script_languages;
         i++) {
        if (script_languages[i].script == script)
            return str_from(script_languages[i].language);
    }
    return language;
}

static bool
is_known_nowhere(const struct font_book *book, uint32_t code_point)
{
    for (size_t i = 0; i < book->nowhere.count; i++) {
        if (book->nowhere.at[i] == code_point)
            return true;
    }
    return false;
}

const struct face *
fallback_face(struct font_book *book, const struct face *wanted,
              uint32_t code_point, hb_script_t script, struct str language)
{
    if (is_known_nowhere(book, code_point))
        return NULL;
    bool serif = wanted->metrics.is_serif;
    const struct face *face = find_in_families(book, wanted, code_point, serif);
    if (!face)
        face = find_in_families(book, wanted, code_point, !serif);
    if (!face && book->use_system_fonts) {
        struct system_query query = {
            .code_point = code_point,
            .language = language_for(script, language),
            .serif = serif,
            .fixed_pitch = wanted->metrics.is_fixed_pitch,
            .italic = wanted->italic,
            .weight = wanted->weight,
        };
        (void)system_find(book, &query, &face);
    }
    if (!face && book->nowhere.count < 4096)
        *list_add(book->arena, &book->nowhere) = code_point;
    return face;
}

/* ---- findings ----------------------------------------------------------- */

void
fallback_report(struct font_book *book, uint32_t code_point, struct str bytes,
                struct span span)
{
    struct finding *finding = finding_add(
        book->findings, CODE_X401, span,
        "no font has the character \"%.*s\" (U+%04X); the page shows an empty "
        "box",
        STR_ARG(bytes), (unsigned)code_point);
    if (!book->use_system_fonts)
        finding_help(finding, "the fonts of this computer were not asked; "
                              "allow them, or use another character");
    else
        finding_help(finding, "use another character, or put a font that has "
                              "it into your font folder");
}
