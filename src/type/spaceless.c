/*
 * Scripts that write no blanks between words. Where words begin is known from
 * a dictionary: for Thai that of libthai, loaded when the first Thai text is
 * met and only where it is installed. Without one lines end between syllables,
 * as far as letters show where they begin: a vowel that is written first, a
 * consonant that is not joined to the one before.
 */
#include "workspace.h"

#include <dlfcn.h>
#include <string.h>
#include <stddef.h>

#include "base/utf8.h"

#ifdef __APPLE__
#define LIBRARY "libthai.0.dylib"
#else
#define LIBRARY "libthai.so.0"
#endif

/* From <thai/thbrk.h> of libthai 0.1.25 and later. */
struct thai_calls {
    void *(*open)(const char *path);
    void (*close)(void *breaker);
    int (*find)(void *breaker, const wchar_t *text, int *places, size_t room);
};

static const char *const call_names[] = {"th_brk_new", "th_brk_delete",
                                         "th_brk_wc_find_breaks"};

_Static_assert(sizeof(struct thai_calls) ==
                   sizeof call_names / sizeof *call_names * sizeof(void *),
               "a name for each call");

struct thai {
    void *library, *breaker; /* NULL: not here */
    struct thai_calls call;
};

/* ---- the library --------------------------------------------------------- */

static bool
find_calls(struct thai *thai)
{
    char *to = (char *)&thai->call;
    for (size_t i = 0; i < sizeof call_names / sizeof *call_names; i++) {
        void *call = dlsym(thai->library, call_names[i]);
        if (!call)
            return false;
        memcpy(to + i * sizeof call, &call, sizeof call);
    }
    return true;
}

static struct thai *
thai_of(struct workspace *ws)
{
    if (ws->thai)
        return ws->thai;
    ws->thai = ARENA_NEW(ws->arena, struct thai);
    if (!ws->may_load)
        return ws->thai;
    ws->thai->library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (ws->thai->library && find_calls(ws->thai))
        ws->thai->breaker = ws->thai->call.open(NULL);
    return ws->thai;
}

void
spaceless_close(struct workspace *ws)
{
    struct thai *thai = ws->thai;
    if (!thai)
        return;
    if (thai->breaker)
        thai->call.close(thai->breaker);
    if (thai->library)
        dlclose(thai->library);
    ws->thai = NULL;
}

/* ---- stretches ----------------------------------------------------------- */

/* Characters of one script in a row. */
struct letters {
    uint32_t *at;
    uint32_t *offsets; /* bytes in the text */
    size_t count;
};

enum writing {
    WRITING_OTHER,
    WRITING_THAI,
    WRITING_LAO,
    WRITING_MYANMAR,
    WRITING_KHMER
};

static enum writing
writing_of(uint32_t c)
{
    if (c < 0xE01 || c > 0x17FF)
        return WRITING_OTHER;
    if (c <= 0xE5B)
        return WRITING_THAI;
    if (c >= 0xE81 && c <= 0xEDF)
        return WRITING_LAO;
    if (c >= 0x1000 && c <= 0x109F)
        return WRITING_MYANMAR;
    return c >= 0x1780 ? WRITING_KHMER : WRITING_OTHER;
}

static bool
dictionary_breaks(struct workspace *ws, const struct letters *letters)
{
    struct thai *thai = thai_of(ws);
    if (!thai->breaker)
        return false;
    wchar_t *text = ARENA_ARRAY(ws->arena, letters->count + 1, wchar_t);
    int *places = ARENA_ARRAY(ws->arena, letters->count + 1, int);
    for (size_t i = 0; i < letters->count; i++)
        text[i] = (wchar_t)letters->at[i];
    int count =
        thai->call.find(thai->breaker, text, places, letters->count + 1);
    for (int i = 0; i < count; i++) {
        if (places[i] > 0 && (size_t)places[i] < letters->count)
            ws->breaks[letters->offsets[places[i]]] |= BREAK_ALLOWED;
    }
    return count >= 0;
}

/* ---- syllables ----------------------------------------------------------- */

static bool
is_khmer_base(uint32_t c)
{
    return c >= 0x1780 && c <= 0x17B3;
}

static bool
is_myanmar_base(uint32_t c)
{
    return (c >= 0x1000 && c <= 0x102A) || c == 0x103F || c == 0x104E;
}

/* Asat closes the syllable before, a virama stacks; a tone may stand between.
 */
static bool
closes_syllable(const struct letters *letters, size_t i)
{
    size_t next = i + 1;
    if (next < letters->count && letters->at[next] == 0x1037)
        next++;
    return next < letters->count &&
           (letters->at[next] == 0x103A || letters->at[next] == 0x1039);
}

static bool
begins_syllable(const struct letters *letters, size_t i, enum writing writing)
{
    uint32_t c = letters->at[i], before = letters->at[i - 1];
    switch (writing) {
    case WRITING_THAI:
        return c >= 0xE40 && c <= 0xE44;
    case WRITING_LAO:
        return c >= 0xEC0 && c <= 0xEC4;
    case WRITING_KHMER:
        return is_khmer_base(c) && before != 0x17D2;
    case WRITING_MYANMAR:
        return is_myanmar_base(c) && before != 0x1039 &&
               !closes_syllable(letters, i);
    case WRITING_OTHER:
        break;
    }
    return false;
}

static void
syllable_breaks(struct workspace *ws, const struct letters *letters,
                enum writing writing)
{
    ws->guessed = true;
    for (size_t i = 1; i < letters->count; i++) {
        if (begins_syllable(letters, i, writing))
            ws->breaks[letters->offsets[i]] |= BREAK_ALLOWED | BREAK_POOR;
    }
}

/* ---- the paragraph ------------------------------------------------------- */

static size_t
take_stretch(const struct workspace *ws, size_t from, enum writing writing,
             struct letters *letters)
{
    struct str text = {ws->text, ws->len};
    letters->count = 0;
    while (from < ws->len) {
        size_t next = from;
        uint32_t c = utf8_next(text, &next);
        if (writing_of(c) != writing)
            break;
        letters->at[letters->count] = c;
        letters->offsets[letters->count++] = (uint32_t)from;
        from = next;
    }
    return from;
}

void
spaceless_find_breaks(struct workspace *ws)
{
    struct str text = {ws->text, ws->len};
    struct letters letters = {0};
    for (size_t at = 0; at < ws->len;) {
        size_t next = at;
        enum writing writing = writing_of(utf8_next(text, &next));
        if (writing == WRITING_OTHER) {
            at = next;
            continue;
        }
        if (!letters.at) {
            letters.at = ARENA_ARRAY(ws->arena, ws->len, uint32_t);
            letters.offsets = ARENA_ARRAY(ws->arena, ws->len, uint32_t);
        }
        at = take_stretch(ws, at, writing, &letters);
        if (writing != WRITING_THAI || !dictionary_breaks(ws, &letters))
            syllable_breaks(ws, &letters, writing);
    }
}
