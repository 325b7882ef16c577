/* From bytes of a decoded text back to the source, in every style. */
#include "load/yaml.h"

#include "unit.h"

#include <string.h>

#include "base/buf.h"

#include "../../src/load/scalar_map.h"

/* The part of the text that is looked up, and what stands in the source. */
static const struct {
    const char *yaml, *text, *part, *source;
} cases[] = {
    {"a: one two\n", "one two", "two", "two"},
    {"a: one\n  two\n  three\n", "one two three", "e t", "e\n  t"},
    {"a: one\n  two\n  three\n", "one two three", "three", "three"},
    {"a: one  \n\n   \n  two\n", "one\n\ntwo", "two", "two"},
    {"a: one  \n\n   \n  two\n", "one\n\ntwo", "\n\n", "  \n\n   \n  "},
    {"a: one\r\n  two\r\n", "one two", "two", "two"},
    {"a: 'it''s so'\n", "it's so", "so", "so"},
    {"a: 'it''s so'\n", "it's so", "'", "''"},
    {"a: 'x\n   y ''z'\n", "x y 'z", "z", "z"},
    {"a: ' x '\n", " x ", " ", " "},
    {"a: \"x\\ty\\u00e9z\\\\\"\n", "x\ty\303\251z\\", "\303\251", "\\u00e9"},
    {"a: \"x\\ty\\u00e9z\\\\\"\n", "x\ty\303\251z\\", "z", "z"},
    {"a: \"x\\ty\\u00e9z\\\\\"\n", "x\ty\303\251z\\", "\\", "\\\\"},
    {"a: \"one \\\n   two\"\n", "one two", "two", "two"},
    {"a: \"one\\\n   two\\\n\n  x\"\n", "onetwo\nx", "x", "x"},
    {"a: \"one\n  \\  two\"\n", "one   two", "two", "two"},
    {"a: \"\\U0001F600x\"\n", "\360\237\230\200x", "x", "x"},
    {"a: |\n  one\n  two\n", "one\ntwo\n", "two", "two"},
    {"a: |-\n\n  one\n\n    two\n\n\n", "\none\n\n  two", "  two", "  two"},
    {"a: |2+\n    one\n   two\n\n", "  one\n two\n\n", "two", "two"},
    {"a:\n  b: |2\n      one\n", "  one\n", "one", "one"},
    {"a: >-\n  one\n  two\n\n  three\n", "one two\nthree", "two", "two"},
    {"a: >-\n  one\n  two\n\n  three\n", "one two\nthree", "three", "three"},
    {"a: >-\n  one\n  two\n\n  three\n", "one two\nthree", "o\nt", "o\n\n  t"},
    {"a: > # why\n  one\n    two\n  three\n", "one\n  two\nthree\n", "three",
     "three"},
    {"a: > # why\n  one\n    two\n  three\n", "one\n  two\nthree\n", "  two",
     "  two"},
    {"a: >\r\n  one\r\n  two\r\n", "one two\n", "two", "two"},
    {"a: >-\n  \303\251t\303\251\n  two\n", "\303\251t\303\251 two", "two",
     "two"},
};

static struct node *
load_value(struct arena *arena, struct sources *sources, const char *yaml)
{
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, STR("t"), str_from(yaml));
    const struct node *root = yaml_load(arena, findings, source);
    struct node *value;

    assert_non_null(root);
    assert_int_equal(findings_count(findings), 0);
    value = root->pairs.at[0].value;
    while (value->kind == NODE_MAP)
        value = value->pairs.at[0].value;
    return value;
}

static void
parts_are_found(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sources *sources = sources_new(*state);
        const struct node *node = load_value(*state, sources, cases[i].yaml);
        size_t from = str_find(node->text, str_from(cases[i].part), 0);
        struct span span;

        assert_str(node->text, cases[i].text);
        span =
            node_text_span(sources, node, from, from + strlen(cases[i].part));
        assert_str(span_text(sources, span), cases[i].source);
    }
}

/* Every piece that says so is the same on both sides, and the pieces cover
   the text. */
static void
expect_cover(const struct sources *sources, const struct node *node)
{
    struct str raw = span_text(sources, node->span);
    struct scalar_walk walk = scalar_walk_start(raw, node->text, node->style);
    struct text_piece piece;
    size_t text = 0;

    while (scalar_walk_next(&walk, &piece)) {
        assert_int_equal(piece.text, text);
        assert_true(piece.raw + piece.raw_len <= raw.len);
        if (piece.exact) {
            assert_int_equal(piece.len, piece.raw_len);
            assert_memory_equal(node->text.at + piece.text, raw.at + piece.raw,
                                piece.len);
        }
        text += piece.len;
    }
    assert_int_equal(text, node->text.len);
}

static const char *const headers[] = {"",       "'",      "\"",     "|\n  ",
                                      "|-\n  ", "|+\n  ", ">\n  ",  ">-\n  ",
                                      ">+\n  ", "|2\n  ", ">2-\n  "};
static const char *const atoms[] = {
    "a",  "b ",   "\303\251", "\n  ",  "\n  ",   "\n\n  ", "\n   ", " ",
    "''", "\\\\", "\\n",      "\\x41", "\\\n  ", "\r\n  ", "x",     "  \n  ",
};

static uint32_t
random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static struct str
random_scalar(struct arena *arena, uint32_t *seed)
{
    const size_t header = random_next(seed) % 11;
    const size_t count = random_next(seed) % 14;
    struct buf buf = buf_new(arena);

    buf_print(&buf, "k: %sa", headers[header]);
    for (size_t i = 0; i < count; i++) {
        const char *atom = atoms[random_next(seed) % 16];

        if (header == 1 || header > 2 || atom[0] != '\\')
            buf_add_text(&buf, atom);
    }
    if (header == 1 || header == 2)
        buf_add_text(&buf, header == 1 ? "'" : "\"");
    buf_add_text(&buf, "\n");
    return buf_str(&buf);
}

static void
pieces_cover_what_libyaml_reads(void **state)
{
    uint32_t seed = 7;
    size_t read = 0;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct arena *arena = arena_new();
        struct sources *sources = sources_new(arena);
        struct findings *findings = findings_new(arena, sources);
        struct str text = random_scalar(arena, &seed);
        uint32_t source = sources_add(sources, STR("t"), text);
        const struct node *root = yaml_load(arena, findings, source);

        if (root != NULL) {
            expect_cover(sources, root->pairs.at[0].value);
            read++;
        }
        arena_free(arena);
    }
    assert_true(read > 10000);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(parts_are_found),
        cmocka_unit_test(pieces_cover_what_libyaml_reads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
