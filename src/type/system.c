/*
 * The system's fonts through fontconfig. The library is loaded and its tables
 * are read when the first character is asked for: a document that the
 * embedded families cover never pays for it.
 */
#include "book.h"

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>
#include <string.h>

#include "scripts.h"

struct calls {
    FcConfig *(*load)(void);
    void (*config_destroy)(FcConfig *);
    FcPattern *(*pattern_new)(void);
    void (*pattern_destroy)(FcPattern *);
    FcBool (*add_string)(FcPattern *, const char *, const FcChar8 *);
    FcBool (*add_integer)(FcPattern *, const char *, int);
    FcBool (*substitute)(FcConfig *, FcPattern *, FcMatchKind);
    void (*defaults)(FcPattern *);
    FcFontSet *(*sort)(FcConfig *, FcPattern *, FcBool, FcCharSet **,
                       FcResult *);
    void (*set_destroy)(FcFontSet *);
    FcResult (*get_string)(const FcPattern *, const char *, int, FcChar8 **);
    FcResult (*get_integer)(const FcPattern *, const char *, int, int *);
    FcResult (*get_bool)(const FcPattern *, const char *, int, FcBool *);
    FcResult (*get_charset)(const FcPattern *, const char *, int, FcCharSet **);
    FcBool (*has_char)(const FcCharSet *, FcChar32);
};

/* In the order of the members above. */
static const char *const call_names[] = {
    "FcInitLoadConfigAndFonts", "FcConfigDestroy",     "FcPatternCreate",
    "FcPatternDestroy",         "FcPatternAddString",  "FcPatternAddInteger",
    "FcConfigSubstitute",       "FcDefaultSubstitute", "FcFontSort",
    "FcFontSetDestroy",         "FcPatternGetString",  "FcPatternGetInteger",
    "FcPatternGetBool",         "FcPatternGetCharSet", "FcCharSetHasChar",
};

#define CALL_COUNT (sizeof call_names / sizeof *call_names)

_Static_assert(sizeof(struct calls) == CALL_COUNT * sizeof(void *),
               "a name for each call");

#ifdef __APPLE__
#define LIBRARY "libfontconfig.1.dylib"
#else
#define LIBRARY "libfontconfig.so.1"
#endif

/* Found for a script; taken again if it can be, so that a name is not set in
   two faces. */
struct last_found {
    hb_script_t script;
    const struct face *face;
};

/* The fonts in the order of preference for one kind of question. */
struct ranking {
    struct str language;
    bool serif, fixed_pitch, italic;
    enum font_weight weight;
    FcFontSet *fonts;
    LIST(struct last_found) last;
};

struct opened {
    struct str path;
    unsigned number;
    struct face *face; /* NULL: cannot be used */
};

struct system_fonts {
    struct arena *arena;
    void *library;
    struct calls call;
    FcConfig *config; /* NULL: there is no fontconfig here */
    LIST(struct ranking) rankings;
    LIST(struct opened) opened;
};

/* ---- opening ------------------------------------------------------------- */

static bool
find_calls(struct system_fonts *system)
{
    char *to = (char *)&system->call;
    for (size_t i = 0; i < CALL_COUNT; i++) {
        void *call = dlsym(system->library, call_names[i]);
        if (!call)
            return false;
        memcpy(to + i * sizeof call, &call, sizeof call);
    }
    return true;
}

static struct system_fonts *
system_open(struct font_book *book)
{
    struct system_fonts *system = ARENA_NEW(book->arena, struct system_fonts);
    system->arena = book->arena;
    system->library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (system->library && find_calls(system))
        system->config = system->call.load();
    return system;
}

void
system_close(struct system_fonts *system)
{
    if (!system)
        return;
    for (size_t i = 0; i < system->rankings.count; i++)
        system->call.set_destroy(system->rankings.at[i].fonts);
    system->rankings.count = 0;
    if (system->config)
        system->call.config_destroy(system->config);
    system->config = NULL;
    /* The library stays loaded: it may have left handlers behind. */
}

/* ---- ranking ------------------------------------------------------------- */

static const int fc_weights[] = {
    [WEIGHT_REGULAR] = FC_WEIGHT_REGULAR,
    [WEIGHT_SEMIBOLD] = FC_WEIGHT_DEMIBOLD,
    [WEIGHT_BOLD] = FC_WEIGHT_BOLD,
};

static const char *
generic_family(const struct system_query *query)
{
    if (query->fixed_pitch)
        return "monospace";
    return query->serif ? "serif" : "sans-serif";
}

static FcFontSet *
rank(struct system_fonts *system, const struct system_query *query)
{
    const struct calls *call = &system->call;
    FcPattern *pattern = call->pattern_new();
    FcResult result;
    if (!pattern)
        return NULL;
    call->add_string(pattern, FC_FAMILY,
                     (const FcChar8 *)generic_family(query));
    /* Always a language, else the locale would choose. */
    call->add_string(
        pattern, FC_LANG,
        (const FcChar8 *)(query->language.len
                              ? str_terminated(system->arena, query->language)
                              : "en"));
    call->add_integer(pattern, FC_WEIGHT, fc_weights[query->weight]);
    call->add_integer(pattern, FC_SLANT,
                      query->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    call->substitute(system->config, pattern, FcMatchPattern);
    call->defaults(pattern);
    FcFontSet *fonts =
        call->sort(system->config, pattern, FcFalse, NULL, &result);
    call->pattern_destroy(pattern);
    return fonts;
}

static struct ranking *
ranking_for(struct system_fonts *system, const struct system_query *query)
{
    for (size_t i = 0; i < system->rankings.count; i++) {
        struct ranking *r = &system->rankings.at[i];
        if (r->serif == query->serif && r->italic == query->italic &&
            r->fixed_pitch == query->fixed_pitch &&
            r->weight == query->weight &&
            str_equal(r->language, query->language))
            return r;
    }
    FcFontSet *fonts = rank(system, query);
    if (!fonts)
        return NULL;
    struct ranking *added = list_add(system->arena, &system->rankings);
    added->language = str_copy(system->arena, query->language);
    added->serif = query->serif;
    added->fixed_pitch = query->fixed_pitch;
    added->italic = query->italic;
    added->weight = query->weight;
    added->fonts = fonts;
    return added;
}

/* ---- choosing ------------------------------------------------------------ */

static bool
pattern_bool(const struct system_fonts *system, const FcPattern *font,
             const char *key, bool when_absent)
{
    FcBool value;
    if (system->call.get_bool(font, key, 0, &value) != FcResultMatch)
        return when_absent;
    return value != FcFalse;
}

static bool
has_char(const struct system_fonts *system, const FcPattern *font,
         uint32_t code_point)
{
    FcCharSet *charset;
    return system->call.get_charset(font, FC_CHARSET, 0, &charset) ==
               FcResultMatch &&
           system->call.has_char(charset, code_point);
}

enum suitability {
    SUITS_NOT,
    SUITS_AS_VARIABLE, /* in its default instance, whatever the weight */
    SUITS_WELL
};

/* Outlines that can be cut down and embedded. */
static enum suitability
suitability(const struct system_fonts *system, const FcPattern *font)
{
    FcChar8 *format;
    if (system->call.get_string(font, FC_FONTFORMAT, 0, &format) !=
            FcResultMatch ||
        !pattern_bool(system, font, FC_OUTLINE, true) ||
        pattern_bool(system, font, FC_COLOR, false))
        return SUITS_NOT;
    struct str name = str_from((const char *)format);
    bool variable = pattern_bool(system, font, FC_VARIABLE, false);
    if (str_is(name, "TrueType"))
        return variable ? SUITS_AS_VARIABLE : SUITS_WELL;
    return str_is(name, "CFF") && !variable ? SUITS_WELL : SUITS_NOT;
}

static struct face *
open_once(struct font_book *book, struct str path, unsigned number)
{
    struct system_fonts *system = book->system;
    for (size_t i = 0; i < system->opened.count; i++) {
        const struct opened *known = &system->opened.at[i];
        if (known->number == number && str_equal(known->path, path))
            return known->face;
    }
    struct opened *added = list_add(book->arena, &system->opened);
    added->path = str_copy(book->arena, path);
    added->number = number;
    added->face =
        face_open(book, hb_blob_create_from_file(added->path.at), number);
    if (added->face)
        added->face->of_system = true;
    return added->face;
}

static const struct face *
open_font(struct font_book *book, const FcPattern *font)
{
    const struct calls *call = &book->system->call;
    FcChar8 *path;
    int number = 0;
    if (call->get_string(font, FC_FILE, 0, &path) != FcResultMatch)
        return NULL;
    (void)call->get_integer(font, FC_INDEX, 0, &number);
    int instance = number >> 16 & 0x7FFF; /* of a variable font, by name */
    return instance ? NULL
                    : open_once(book, str_from((const char *)path),
                                (unsigned)number & 0xFFFF);
}

static bool
is_of_family(const struct system_fonts *system, const FcPattern *font,
             const char *family)
{
    FcChar8 *name;
    return !family || (system->call.get_string(font, FC_FAMILY, 0, &name) ==
                           FcResultMatch &&
                       strcmp((const char *)name, family) == 0);
}

static const struct face *
find_suitable(struct font_book *book, const FcFontSet *fonts,
              uint32_t code_point, const char *family, enum suitability wanted,
              bool *coloured)
{
    for (int i = 0; i < fonts->nfont; i++) {
        const FcPattern *font = fonts->fonts[i];
        if (!is_of_family(book->system, font, family) ||
            !has_char(book->system, font, code_point))
            continue;
        *coloured |= pattern_bool(book->system, font, FC_COLOR, false);
        if (suitability(book->system, font) != wanted)
            continue;
        const struct face *face = open_font(book, font);
        if (face && face_may_embed(face) && face_has(face, code_point))
            return face;
    }
    return NULL;
}

static const struct face *
find_in_family(struct font_book *book, const struct ranking *ranking,
               uint32_t code_point, const char *family, bool *coloured)
{
    const struct face *face = find_suitable(book, ranking->fonts, code_point,
                                            family, SUITS_WELL, coloured);
    return face ? face
                : find_suitable(book, ranking->fonts, code_point, family,
                                SUITS_AS_VARIABLE, coloured);
}

/* The families made for the script first: what a system prefers may have some
   of its letters only, or none that go with the text around them. */
static const struct face *
find_preferred(struct font_book *book, const struct ranking *ranking,
               const struct system_query *query, bool *coloured)
{
    const struct script_fonts *script = script_fonts_find(query->script);
    const char *first = NULL, *second = NULL;
    const struct face *face = NULL;
    if (script) {
        first = query->serif ? script->serif : script->sans;
        second = query->serif ? script->sans : script->serif;
    }
    if (first)
        face =
            find_in_family(book, ranking, query->code_point, first, coloured);
    if (!face && second)
        face =
            find_in_family(book, ranking, query->code_point, second, coloured);
    return face ? face
                : find_in_family(book, ranking, query->code_point, NULL,
                                 coloured);
}

static struct last_found *
last_for(struct system_fonts *system, struct ranking *ranking,
         hb_script_t script)
{
    for (size_t i = 0; i < ranking->last.count; i++) {
        if (ranking->last.at[i].script == script)
            return &ranking->last.at[i];
    }
    struct last_found *added = list_add(system->arena, &ranking->last);
    *added = (struct last_found){.script = script};
    return added;
}

enum system_answer
system_find(struct font_book *book, const struct system_query *query,
            const struct face **face)
{
    *face = NULL;
    if (!book->system)
        book->system = system_open(book);
    if (!book->system->config)
        return SYSTEM_NONE;
    struct ranking *ranking = ranking_for(book->system, query);
    if (!ranking)
        return SYSTEM_NONE;
    struct last_found *last = last_for(book->system, ranking, query->script);
    bool coloured = false;
    if (!last->face || !face_has(last->face, query->code_point)) {
        *face = find_preferred(book, ranking, query, &coloured);
        if (!*face)
            return coloured ? SYSTEM_ONLY_COLOUR : SYSTEM_NONE;
        last->face = *face;
    }
    *face = last->face;
    return SYSTEM_FOUND;
}
