#include "unit.h"

#include "base/buf.h"

#include "../../src/output/pdf/words.h"

/* The run's clusters as "text=share,share|..." from left to right. */
static struct str
describe(struct arena *arena, const struct glyph_run *run)
{
    struct buf out = buf_new(arena);
    struct cluster cluster = {0};

    while (cluster_next(arena, run, &cluster)) {
        if (out.len > 0)
            buf_add_byte(&out, '|');
        buf_add(&out, cluster.text);
        for (size_t i = cluster.from; i < cluster.to; i++) {
            buf_add_byte(&out, i == cluster.from ? '=' : ',');
            buf_add(&out, cluster_share(arena, run, &cluster, i));
        }
    }
    return buf_str(&out);
}

/* Glyphs with these clusters. */
static struct glyph_run
make_run(struct arena *arena, struct str text, bool rtl, size_t count,
         const uint32_t *clusters)
{
    struct glyph *glyphs = ARENA_ARRAY(arena, count, struct glyph);

    for (size_t i = 0; i < count; i++)
        glyphs[i] = (struct glyph){.id = 1, .cluster = clusters[i]};
    return (struct glyph_run){
        .text = text, .rtl = rtl, .glyphs = glyphs, .glyph_count = count};
}

#define RUN(text, rtl, ...)                                                    \
    make_run(*state, STR(text), rtl,                                           \
             sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t),             \
             (uint32_t[]){__VA_ARGS__})

static void
letters_and_ligatures(void **state)
{
    struct glyph_run run = RUN("affine", false, 0, 1, 4, 5);

    assert_str(describe(*state, &run), "a=a|ffi=ffi|n=n|e=e");
}

/* e with a combining accent: two glyphs, one code point each. */
static void
clusters_of_several_glyphs(void **state)
{
    struct glyph_run run = RUN("xe\xCC\x81y", false, 0, 1, 1, 4);

    assert_str(describe(*state, &run), "x=x|e\xCC\x81=e,\xCC\x81|y=y");
}

/* One code point drawn with two glyphs: the second says nothing visible. */
static void
glyphs_without_text_of_their_own(void **state)
{
    struct glyph_run run = RUN("\xC3\xA9", false, 0, 0);

    assert_str(describe(*state, &run), "\xC3\xA9=\xC3\xA9,\xE2\x80\x8B");
}

/* Glyphs from left to right, text from right to left; the mark is drawn
   before its letter and comes after it in the text. */
static void
right_to_left(void **state)
{
    struct glyph_run run =
        RUN("\xD7\x90\xD7\x91\xD6\xB8\xD7\x92", true, 6, 2, 2, 0);

    assert_str(describe(*state, &run), "\xD7\x92=\xD7\x92|"
                                       "\xD7\x91\xD6\xB8=\xD6\xB8,\xD7\x91|"
                                       "\xD7\x90=\xD7\x90");
}

/* Text that has no glyphs belongs to the cluster before it, at the start to
   the first. */
static void
text_without_glyphs(void **state)
{
    struct glyph_run run = RUN("\xE2\x80\x8F"
                               "ab\xE2\x81\xA0",
                               false, 3, 4);

    assert_str(describe(*state, &run), "a=a|b=b");
    run = RUN("abc", false, 1, 2);
    assert_str(describe(*state, &run), "ab=ab|c=c");
}

static void
text_for_readers(void **state)
{
    assert_str(words_for_readers(*state, STR("a\xC2\xA0"
                                             "b\xE2\x80\x91"
                                             "c\xE2\x80\xAF"
                                             "d")),
               "a b-c d");
    assert_str(words_for_readers(*state, STR("\xEE\x80\x81\x01x\xEF\xBB\xBF")),
               "\xEF\xBF\xBDx");
    assert_str(words_for_readers(*state, STR("caf\xC3\xA9 \xF0\x9D\x94\xB8")),
               "caf\xC3\xA9 \xF0\x9D\x94\xB8");
}

/* Lam and alef in one glyph: readers turn the whole line around. */
static void
ligatures_to_the_left(void **state)
{
    struct glyph_run run =
        RUN("\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85", true, 6, 2, 0);

    assert_str(describe(*state, &run), "\xD9\x85=\xD9\x85|"
                                       "\xD9\x84\xD8\xA7=\xD8\xA7\xD9\x84|"
                                       "\xD8\xB3=\xD8\xB3");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(letters_and_ligatures),
        UNIT_TEST(clusters_of_several_glyphs),
        UNIT_TEST(ligatures_to_the_left),
        UNIT_TEST(glyphs_without_text_of_their_own),
        UNIT_TEST(right_to_left),
        UNIT_TEST(text_without_glyphs),
        UNIT_TEST(text_for_readers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
