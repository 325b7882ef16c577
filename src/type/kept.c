/*
 * Paragraphs that were set, for when they are set again: by another variant of
 * the file, or while pages are made to fit. A paragraph is found by all that
 * its lines follow from; color, underline, mark and place of its runs change
 * no line and are those of the runs at hand.
 *
 * There are two generations of bounded size: what is asked for moves into the
 * younger, and when that is full the older goes.
 */
#include "kept.h"

#define SLOTS ((size_t)512) /* a power of two */
/* Bytes of a generation. */
#define MOST_KEPT ((size_t)1024 * 1024)
/* Longer texts hardly recur, and would push out many. */
#define LONGEST_KEPT ((size_t)2048)

/* One that is drawn where it stands, as nearly all are. */
struct kept_glyph {
    uint32_t id, cluster;
    int32_t advance;
};

struct kept {
    struct kept *next;
    struct paragraph_question question; /* its texts copied */
    struct paragraph answer;            /* its runs have no glyphs */
    const struct kept_glyph *glyphs;    /* of all runs */
    size_t glyph_count;
};

struct generation {
    struct arena *arena;
    struct kept *slots[SLOTS];
};

struct kept_store {
    struct arena *arena;
    struct generation young, old;
};

/* ---- the store ----------------------------------------------------------- */

struct kept_store *
kept_open(struct arena *arena)
{
    struct kept_store *store = ARENA_NEW(arena, struct kept_store);
    store->arena = arena;
    store->young.arena = arena_new_beside(arena);
    return store;
}

void
kept_close(struct kept_store *store)
{
    if (!store)
        return;
    arena_free(store->young.arena);
    arena_free(store->old.arena);
}

static void
grow_old(struct kept_store *store)
{
    arena_free(store->old.arena);
    store->old = store->young;
    store->young = (struct generation){arena_new_beside(store->arena), {NULL}};
}

/* ---- questions ----------------------------------------------------------- */

static uint64_t
mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

static uint64_t
hash_of(const struct paragraph_question *question)
{
    uint64_t hash = (uint64_t)question->measure;
    for (size_t i = 0; i < question->run_count; i++) {
        const struct text_run *run = &question->runs[i];
        hash = mix(hash, str_hash(run->text));
        hash = mix(hash, (uint64_t)run->style.size << 2 | run->style.weight);
    }
    return hash;
}

static bool
styles_equal(const struct font_style *a, const struct font_style *b)
{
    return a->size == b->size && a->weight == b->weight &&
           a->italic == b->italic && a->letter_space == b->letter_space &&
           a->tabular_figures == b->tabular_figures &&
           a->oldstyle_figures == b->oldstyle_figures &&
           a->small_caps == b->small_caps && str_equal(a->family, b->family);
}

static bool
options_equal(const struct paragraph_options *a,
              const struct paragraph_options *b)
{
    return a->alignment == b->alignment && a->direction == b->direction &&
           a->hyphenate == b->hyphenate && a->balance == b->balance &&
           a->hang == b->hang && a->indent_first == b->indent_first &&
           a->leading == b->leading && str_equal(a->language, b->language);
}

static bool
questions_equal(const struct paragraph_question *a,
                const struct paragraph_question *b)
{
    if (a->hash != b->hash || a->measure != b->measure ||
        a->run_count != b->run_count || !options_equal(a->options, b->options))
        return false;
    for (size_t i = 0; i < a->run_count; i++)
        if (a->runs[i].no_break != b->runs[i].no_break ||
            !styles_equal(&a->runs[i].style, &b->runs[i].style) ||
            !str_equal(a->runs[i].text, b->runs[i].text))
            return false;
    return true;
}

static struct paragraph_question
copy_question(struct arena *arena, const struct paragraph_question *from)
{
    struct text_run *runs = arena_bytes(arena, from->run_count * sizeof *runs);
    struct paragraph_options *options =
        ARENA_NEW(arena, struct paragraph_options);
    *options = *from->options;
    options->language = str_copy(arena, options->language);
    for (size_t i = 0; i < from->run_count; i++) {
        runs[i] = from->runs[i];
        runs[i].text = str_copy(arena, runs[i].text);
        runs[i].style.family =
            i > 0 && str_equal(from->runs[i - 1].style.family,
                               runs[i].style.family)
                ? runs[i - 1].style.family
                : str_copy(arena, runs[i].style.family);
    }
    return (struct paragraph_question){runs, from->run_count, from->measure,
                                       options, from->hash};
}

/* ---- answers ------------------------------------------------------------- */

static size_t
count_runs(const struct paragraph *paragraph)
{
    size_t count = 0;
    for (size_t i = 0; i < paragraph->line_count; i++)
        count += paragraph->lines[i].run_count;
    return count;
}

static size_t
count_glyphs(const struct paragraph *paragraph)
{
    size_t count = 0;
    for (size_t i = 0; i < paragraph->line_count; i++)
        for (size_t r = 0; r < paragraph->lines[i].run_count; r++)
            count += paragraph->lines[i].runs[r].glyph_count;
    return count;
}

/* The same lines with runs of their own, in one array. */
static struct glyph_run *
copy_lines(struct arena *arena, const struct paragraph *from,
           struct paragraph *to)
{
    struct line *lines = arena_bytes(arena, from->line_count * sizeof *lines);
    struct glyph_run *runs =
        arena_bytes(arena, count_runs(from) * sizeof *runs);
    struct glyph_run *at = runs;
    for (size_t i = 0; i < from->line_count; i++) {
        lines[i] = from->lines[i];
        for (size_t r = 0; r < lines[i].run_count; r++) {
            at[r] = from->lines[i].runs[r];
            at[r].text = str_copy(arena, at[r].text);
        }
        lines[i].runs = at;
        at += lines[i].run_count;
    }
    *to = *from;
    to->lines = lines;
    return runs;
}

/* False: it is drawn beside where it stands, or is wider than any page. */
static bool
pack(const struct glyph_run *run, struct kept_glyph *packed)
{
    upt odd = 0;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        int32_t advance = (int32_t)glyph->advance;
        odd |= glyph->dx | glyph->dy | (glyph->advance ^ advance);
        packed[i] = (struct kept_glyph){glyph->id, glyph->cluster, advance};
    }
    return odd == 0;
}

static const struct glyph *
unpack(const struct kept_glyph *packed, size_t count, struct glyph *glyphs)
{
    for (size_t i = 0; i < count; i++)
        glyphs[i] = (struct glyph){.id = packed[i].id,
                                   .cluster = packed[i].cluster,
                                   .advance = packed[i].advance};
    return glyphs;
}

/* What changes no line comes from the runs at hand. */
static void
dress(struct glyph_run *run, const struct text_run *runs)
{
    const struct text_run *from = &runs[run->number];
    run->color = from->color;
    run->underline = from->underline;
    run->mark = from->mark;
    run->span = from->span;
}

/* Out of the store. */
static struct paragraph
copy_answer(struct arena *arena, const struct kept *kept,
            const struct text_run *from)
{
    struct paragraph answer;
    struct glyph_run *runs = copy_lines(arena, &kept->answer, &answer);
    struct glyph *glyphs =
        arena_bytes(arena, kept->glyph_count * sizeof *glyphs);
    size_t count = count_runs(&answer), done = 0;
    for (size_t i = 0; i < count; i++) {
        runs[i].glyphs =
            unpack(kept->glyphs + done, runs[i].glyph_count, glyphs + done);
        done += runs[i].glyph_count;
        dress(&runs[i], from);
    }
    return answer;
}

/* ---- finding and keeping ------------------------------------------------- */

static struct kept *
find_in(const struct generation *generation,
        const struct paragraph_question *question)
{
    struct kept *at = generation->slots[question->hash & (SLOTS - 1)];
    while (at && !questions_equal(&at->question, question))
        at = at->next;
    return at;
}

static void
keep(struct kept_store *store, const struct paragraph_question *question,
     const struct paragraph *answer)
{
    struct arena *arena = store->young.arena;
    struct kept *kept = ARENA_NEW(arena, struct kept);
    struct kept **slot = &store->young.slots[question->hash & (SLOTS - 1)];
    size_t done = 0;
    kept->glyph_count = count_glyphs(answer);
    struct kept_glyph *glyphs =
        arena_bytes(arena, kept->glyph_count * sizeof *glyphs);
    struct glyph_run *runs = copy_lines(arena, answer, &kept->answer);
    size_t count = count_runs(answer);
    for (size_t i = 0; i < count; i++) {
        if (!pack(&runs[i], glyphs + done))
            return;
        done += runs[i].glyph_count;
        runs[i].glyphs = NULL;
    }
    kept->glyphs = glyphs;
    kept->question = copy_question(arena, question);
    kept->next = *slot;
    *slot = kept;
}

static bool
is_worth_keeping(const struct paragraph_question *question)
{
    size_t len = 0;
    for (size_t i = 0; i < question->run_count; i++)
        len += question->runs[i].text.len;
    return len > 0 && len <= LONGEST_KEPT;
}

bool
kept_find(struct kept_store *store, struct arena *arena,
          struct paragraph_question *question, struct paragraph *answer)
{
    question->hash = hash_of(question);
    const struct kept *kept = find_in(&store->young, question);
    bool is_old = !kept && store->old.arena;
    if (is_old)
        kept = find_in(&store->old, question);
    if (!kept)
        return false;
    *answer = copy_answer(arena, kept, question->runs);
    if (is_old)
        kept_add(store, question, answer);
    return true;
}

void
kept_add(struct kept_store *store, const struct paragraph_question *question,
         const struct paragraph *answer)
{
    if (!is_worth_keeping(question))
        return;
    if (arena_used(store->young.arena) > MOST_KEPT)
        grow_old(store);
    keep(store, question, answer);
}
