/*
 * A character that the wanted face lacks: first the other embedded families
 * and the user's folder, so that the result is the same on every machine, then
 * the system's fonts.
 */
#include "book.h"
#include "scripts.h"

/* Whoever mends the first places finds the others. */
#define MOST_REPORTS 20
#define MOST_REPORTS_IN_ALL 500

/* What was found for a character. */
struct known {
    uint32_t code_point;
    const struct face *wanted;
    uint64_t language;       /* hash */
    const struct face *face; /* NULL: nothing has it */
    bool coloured;           /* but for a coloured picture */
    bool used;
    unsigned reports; /* where wanted is NULL: of all faces */
};

struct fallback_store {
    struct arena *arena;
    struct known *slots;
    size_t slot_count, count; /* slot_count is a power of two */
    unsigned reports;
};

/* ---- what is known ------------------------------------------------------- */

struct fallback_store *
fallback_store_new(struct arena *arena)
{
    struct fallback_store *store = ARENA_NEW(arena, struct fallback_store);
    store->arena = arena;
    store->slot_count = 64;
    store->slots = ARENA_ARRAY(arena, store->slot_count, struct known);
    return store;
}

/* The character's slot, or the empty one where it belongs. */
static struct known *
find_slot(const struct fallback_store *store, const struct known *key)
{
    size_t face = key->wanted ? key->wanted->index + 1 : 0;
    uint64_t hash = (key->code_point + face * 1000003u + key->language) *
                    UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(hash >> 32);
    for (;; at++) {
        struct known *slot = &store->slots[at & (store->slot_count - 1)];
        if (!slot->used ||
            (slot->code_point == key->code_point &&
             slot->wanted == key->wanted && slot->language == key->language))
            return slot;
    }
}

static void
store_grow(struct fallback_store *store)
{
    struct fallback_store larger = *store;
    larger.slot_count = store->slot_count * 4;
    larger.slots = ARENA_ARRAY(store->arena, larger.slot_count, struct known);
    for (size_t i = 0; i < store->slot_count; i++) {
        if (store->slots[i].used)
            *find_slot(&larger, &store->slots[i]) = store->slots[i];
    }
    *store = larger;
}

static struct known *
slot_for(struct fallback_store *store, const struct known *key)
{
    if (store->count * 2 >= store->slot_count)
        store_grow(store);
    struct known *slot = find_slot(store, key);
    if (!slot->used)
        *slot = *key;
    return slot;
}

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
    const struct script_fonts *known = script_fonts_find(script);
    return known && known->language ? str_from(known->language) : language;
}

static const struct face *
find_in_system(struct font_book *book, const struct fallback_query *query,
               bool *coloured)
{
    const struct face *wanted = query->wanted, *face = NULL;
    struct system_query ask = {
        .code_point = query->code_point,
        .script = query->script,
        .language = language_for(query->script, query->language),
        .serif = wanted->metrics.is_serif,
        .fixed_pitch = wanted->metrics.is_fixed_pitch,
        .italic = wanted->italic,
        .weight = wanted->weight,
    };
    enum system_answer answer = SYSTEM_NONE;
    if (book->use_system_fonts)
        answer = system_find(book, &ask, &face);
    *coloured = answer == SYSTEM_ONLY_COLOUR;
    return face;
}

static void
look_for(struct font_book *book, const struct fallback_query *query,
         struct known *known)
{
    bool serif = query->wanted->metrics.is_serif;
    known->used = true;
    book->fallbacks->count++;
    known->face =
        find_in_families(book, query->wanted, query->code_point, serif);
    if (!known->face)
        known->face =
            find_in_families(book, query->wanted, query->code_point, !serif);
    if (!known->face)
        known->face = find_in_system(book, query, &known->coloured);
}

/* ---- findings ------------------------------------------------------------ */

/* The place in the source, as far as the text was taken from it unchanged. */
static struct span
span_of_char(const struct font_book *book, const struct fallback_query *query)
{
    struct span span = query->run_span;
    if (span_is_none(span))
        return span;
    struct str source = span_text(findings_sources(book->findings), span);
    size_t at = str_find(source, query->bytes, 0);
    if (at == SIZE_MAX)
        return span;
    span.from += (uint32_t)at;
    span.to = span.from + (uint32_t)query->bytes.len;
    return span;
}

static bool
is_family_announced(const struct font_book *book, struct str family)
{
    for (size_t i = 0; i < book->faces.count; i++) {
        const struct face *face = book->faces.at[i];
        if (face->announced && str_equal(face->family, family))
            return true;
    }
    return false;
}

/* Once a family: the reader of the findings wants to know that the page hangs
   on this computer, not where in it. */
static void
announce(struct font_book *book, const struct face *face,
         const struct fallback_query *query)
{
    if (!face->of_system || is_family_announced(book, face->family))
        return;
    book->faces.at[face->index]->announced = true;
    finding_add(book->findings, CODE_X405, span_of_char(book, query),
                "The character \"%.*s\" (U+%04X) is set in %.*s, a font of "
                "this computer.",
                STR_ARG(query->bytes), (unsigned)query->code_point,
                STR_ARG(face->family));
}

const struct face *
fallback_face(struct font_book *book, const struct fallback_query *query)
{
    struct known key = {.code_point = query->code_point,
                        .wanted = query->wanted,
                        .language = str_hash(query->language) + query->script};
    struct known *known = slot_for(book->fallbacks, &key);
    if (!known->used)
        look_for(book, query, known);
    if (known->face)
        announce(book, known->face, query);
    return known->face;
}

static void
report_coloured(struct font_book *book, const struct fallback_query *query)
{
    struct finding *finding =
        finding_add(book->findings, CODE_X402, span_of_char(book, query),
                    "Only a font of coloured pictures has \"%.*s\" (U+%04X); "
                    "the page shows an empty box.",
                    STR_ARG(query->bytes), (unsigned)query->code_point);
    finding_help(finding, "leave it out, or say it in words");
}

/* The script's letters, not this one alone, are what this computer lacks. */
static void
report_script(struct font_book *book, const struct fallback_query *query,
              const struct script_fonts *script)
{
    struct finding *finding = finding_add(
        book->findings, CODE_X401, span_of_char(book, query),
        "No font has the %s letter \"%.*s\" (U+%04X); the page shows an empty "
        "box.",
        script->name, STR_ARG(query->bytes), (unsigned)query->code_point);
    if (book->use_system_fonts)
        finding_help(finding,
                     "install a font for it (Debian, Ubuntu: %s), or put one "
                     "into your font folder",
                     script->package);
    else
        finding_help(finding, "the fonts of this computer were not asked: "
                              "allow them, or put a font for it into your "
                              "font folder");
}

static bool
is_pictograph(uint32_t c)
{
    return (c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F000 && c <= 0x1FAFF);
}

static void
report_nowhere(struct font_book *book, const struct fallback_query *query)
{
    struct finding *finding =
        finding_add(book->findings, CODE_X401, span_of_char(book, query),
                    "No font has the character \"%.*s\" (U+%04X); the page "
                    "shows an empty box.",
                    STR_ARG(query->bytes), (unsigned)query->code_point);
    if (!book->use_system_fonts)
        finding_help(finding, "the fonts of this computer were not asked; "
                              "allow them, or use another character");
    else if (is_pictograph(query->code_point))
        finding_help(finding, "say it in words, or install a font that draws "
                              "it without colours (Debian, Ubuntu: "
                              "fonts-symbola)");
    else
        finding_help(finding, "use another character, or put a font that has "
                              "it into your font folder");
}

/* What the reports are counted by: the letters of a script that this computer
   lacks are one matter, whichever they are. Tags of scripts lie beyond all
   code points. */
static struct known *
counter_for(struct fallback_store *store, const struct fallback_query *query,
            const struct script_fonts *script)
{
    struct known key = {.code_point =
                            script ? script->script : query->code_point};
    struct known *counter = slot_for(store, &key);
    if (!counter->used) {
        counter->used = true;
        store->count++;
    }
    return counter;
}

/* A text without a place (a title made of fields) adds nothing to what was
   said with one. */
static bool
is_told_enough(const struct known *counter, const struct fallback_store *store,
               struct span span)
{
    return counter->reports >= MOST_REPORTS ||
           store->reports >= MOST_REPORTS_IN_ALL ||
           (span_is_none(span) && counter->reports > 0);
}

void
fallback_report(struct font_book *book, const struct fallback_query *query)
{
    struct fallback_store *store = book->fallbacks;
    hb_script_t of_char =
        hb_unicode_script(hb_unicode_funcs_get_default(), query->code_point);
    const struct script_fonts *script = script_fonts_find(of_char);
    struct known *counter = counter_for(store, query, script);
    struct known key = {.code_point = query->code_point,
                        .wanted = query->wanted,
                        .language = str_hash(query->language) + query->script};
    if (is_told_enough(counter, store, query->run_span))
        return;
    counter->reports++;
    store->reports++;
    if (find_slot(store, &key)->coloured)
        report_coloured(book, query);
    else if (script)
        report_script(book, query, script);
    else
        report_nowhere(book, query);
}
