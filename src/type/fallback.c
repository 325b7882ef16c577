/*
 * A character that the wanted face lacks: first the other embedded families
 * and the user's folder, so that the result is the same on every machine, then
 * the system's fonts.
 */
#include "book.h"

/* Enough for a document; beyond it a character is looked for again. */
#define MOST_REMEMBERED 4096

/* ---- the families of the book ------------------------------------------- */

/* The embedded families are for European scripts and what all scripts share:
   for others they need not even be opened. */
static bool
is_european(uint32_t code_point)
{
    static const hb_script_t scripts[] = {
        HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_LATIN,
        HB_SCRIPT_GREEK,  HB_SCRIPT_CYRILLIC,
    };
    hb_script_t script =
        hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        if (scripts[i] == script)
            return true;
    }
    return false;
}

static const struct face *
find_in_families(struct font_book *book, const struct face *wanted,
                 uint32_t code_point, bool is_serif)
{
    bool european = is_european(code_point);
    for (size_t i = 0; i < book->families.count; i++) {
        struct family *family = &book->families.at[i];
        if (family->is_serif != is_serif || (family->embedded && !european))
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

static const struct nowhere *
known_nowhere(const struct font_book *book, uint32_t code_point)
{
    for (size_t i = 0; i < book->nowhere.count; i++) {
        if (book->nowhere.at[i].code_point == code_point)
            return &book->nowhere.at[i];
    }
    return NULL;
}

static void
remember_nowhere(struct font_book *book, uint32_t code_point, bool coloured)
{
    if (book->nowhere.count < MOST_REMEMBERED)
        *list_add(book->arena, &book->nowhere) =
            (struct nowhere){code_point, coloured};
}

static const struct face *
find_in_system(struct font_book *book, const struct fallback_query *query)
{
    const struct face *wanted = query->wanted, *face = NULL;
    struct system_query ask = {
        .code_point = query->code_point,
        .language = language_for(query->script, query->language),
        .serif = wanted->metrics.is_serif,
        .fixed_pitch = wanted->metrics.is_fixed_pitch,
        .italic = wanted->italic,
        .weight = wanted->weight,
    };
    enum system_answer answer = SYSTEM_NONE;
    if (book->use_system_fonts)
        answer = system_find(book, &ask, &face);
    if (answer != SYSTEM_FOUND)
        remember_nowhere(book, query->code_point, answer == SYSTEM_ONLY_COLOUR);
    return face;
}

/* Once a face: the reader of the findings wants to know that the page hangs
   on this computer, not where in it. */
static void
announce(struct font_book *book, const struct face *face,
         const struct fallback_query *query)
{
    struct face *known = book->faces.at[face->index];
    if (!known->of_system || known->announced)
        return;
    known->announced = true;
    finding_add(book->findings, CODE_X405, query->span,
                "the character \"%.*s\" (U+%04X) is set in %.*s, a font of "
                "this computer",
                STR_ARG(query->bytes), (unsigned)query->code_point,
                STR_ARG(face->family));
}

const struct face *
fallback_face(struct font_book *book, const struct fallback_query *query)
{
    if (known_nowhere(book, query->code_point))
        return NULL;
    bool serif = query->wanted->metrics.is_serif;
    const struct face *face =
        find_in_families(book, query->wanted, query->code_point, serif);
    if (!face)
        face = find_in_families(book, query->wanted, query->code_point, !serif);
    if (!face)
        face = find_in_system(book, query);
    if (face)
        announce(book, face, query);
    return face;
}

/* ---- findings ------------------------------------------------------------ */

static void
report_coloured(struct font_book *book, const struct fallback_query *query)
{
    struct finding *finding =
        finding_add(book->findings, CODE_X402, query->span,
                    "only a font of coloured pictures has \"%.*s\" (U+%04X); "
                    "the page shows an empty box",
                    STR_ARG(query->bytes), (unsigned)query->code_point);
    finding_help(finding, "leave it out, or say it in words");
}

void
fallback_report(struct font_book *book, const struct fallback_query *query)
{
    const struct nowhere *nowhere = known_nowhere(book, query->code_point);
    if (nowhere && nowhere->coloured) {
        report_coloured(book, query);
        return;
    }
    struct finding *finding =
        finding_add(book->findings, CODE_X401, query->span,
                    "no font has the character \"%.*s\" (U+%04X); the page "
                    "shows an empty box",
                    STR_ARG(query->bytes), (unsigned)query->code_point);
    if (!book->use_system_fonts)
        finding_help(finding, "the fonts of this computer were not asked; "
                              "allow them, or use another character");
    else
        finding_help(finding, "use another character, or put a font that has "
                              "it into your font folder");
}
