/*
 * A place in a file that people write by hand moves with every line added
 * above it, and so does the number in "experience[2]". What stays is the code,
 * the names in the path and the words at the place, however they are broken
 * into lines. Of equal ones the first is 1, the second 2.
 */
#include "fingerprint.h"

#include "base/hash.h"

/* Of the words at a place; more of them tells nothing more apart. */
#define MOST_BYTES ((size_t)400)

struct count {
    uint64_t print;
    size_t times;
};

struct fingerprints {
    struct arena *arena;
    struct count *counts; /* open addressing */
    size_t room;          /* a power of two */
};

struct fingerprints *
fingerprints_new(struct arena *arena, size_t count)
{
    struct fingerprints *fingerprints = ARENA_NEW(arena, struct fingerprints);

    fingerprints->arena = arena;
    for (fingerprints->room = 16; fingerprints->room < 2 * count;)
        fingerprints->room *= 2;
    fingerprints->counts = ARENA_ARRAY(arena, fingerprints->room, struct count);
    return fingerprints;
}

/* "experience[2].summary" without its number. */
static void
add_path(struct buf *words, struct str path)
{
    bool inside = false;

    for (size_t i = 0; i < path.len; i++) {
        inside |= path.at[i] == '[';
        if (!inside)
            buf_add_byte(words, path.at[i]);
        inside &= path.at[i] != ']';
    }
}

/* One blank for any white space. */
static void
add_words(struct buf *words, struct str text)
{
    bool blank = false;

    if (text.len > MOST_BYTES)
        text.len = MOST_BYTES;
    for (size_t i = 0; i < text.len; i++) {
        if (!blank || !ascii_is_space(text.at[i]))
            buf_add_byte(words, ascii_is_space(text.at[i]) ? ' ' : text.at[i]);
        blank = ascii_is_space(text.at[i]);
    }
}

static uint64_t
print_of(struct arena *arena, struct sources *sources,
         const struct finding *finding)
{
    struct buf words = buf_new(arena);
    struct sha256 digest;
    uint64_t print = 0;

    buf_print(&words, "%s\n", code_entry(finding->code)->id);
    add_path(&words, finding->path);
    buf_add_byte(&words, '\n');
    add_words(&words, span_is_none(finding->span)
                          ? finding->message
                          : span_text(sources, finding->span));
    digest = sha256_of(buf_str(&words));
    for (size_t i = 0; i < sizeof print; i++)
        print = print << 8 | digest.bytes[i];
    return print;
}

static size_t
count_of(struct fingerprints *fingerprints, uint64_t print)
{
    size_t mask = fingerprints->room - 1, i = (size_t)print & mask;

    while (fingerprints->counts[i].times > 0 &&
           fingerprints->counts[i].print != print)
        i = (i + 1) & mask;
    fingerprints->counts[i].print = print;
    return ++fingerprints->counts[i].times;
}

void
fingerprint_print(struct buf *out, struct fingerprints *fingerprints,
                  struct sources *sources, const struct finding *finding)
{
    uint64_t print = print_of(fingerprints->arena, sources, finding);

    buf_print(out, "%08lx%08lx:%zu", (unsigned long)(print >> 32),
              (unsigned long)(print & 0xFFFFFFFF),
              count_of(fingerprints, print));
}
