/* The tree: kinds, texts, nulls, limits, and what is refused. */
#include "load/yaml.h"

#include "unit.h"

#include <string.h>

#include "base/buf.h"

struct load {
    struct arena *arena;
    struct sources *sources;
    struct findings *findings;
    struct node *root;
};

static struct load
load_bytes(const char *bytes, size_t len)
{
    struct load load = {.arena = arena_new()};
    uint32_t source;

    load.sources = sources_new(load.arena);
    load.findings = findings_new(load.arena, load.sources);
    source = sources_add(load.sources, STR("t.yaml"), (struct str){bytes, len});
    load.root = yaml_load(load.arena, load.findings, source);
    return load;
}

static struct load
load_text(const char *text)
{
    return load_bytes(text, strlen(text));
}

static bool
has_code(const struct load *load, enum code code)
{
    for (size_t i = 0; i < findings_count(load->findings); i++)
        if (findings_at(load->findings, i)->code == code)
            return true;
    return false;
}

static void
expect_dump(const char *text, const char *dump)
{
    struct load load = load_text(text);
    struct buf out = buf_new(load.arena);

    node_dump(&out, load.root, load.sources);
    buf_add_byte(&out, '\0');
    assert_string_equal(out.at, dump);
    arena_free(load.arena);
}

/* Refused or at least reported, with the place that is expected. */
static void
expect_code(const char *bytes, size_t len, enum code code, size_t line,
            size_t column)
{
    struct load load = load_bytes(bytes, len);
    struct place place;

    for (size_t i = 0; i < findings_count(load.findings); i++) {
        const struct finding *finding = findings_at(load.findings, i);

        if (finding->code != code)
            continue;
        place = source_place(load.sources, finding->span.source,
                             finding->span.from);
        assert_int_equal(place.line, line);
        assert_int_equal(place.column, column);
        arena_free(load.arena);
        return;
    }
    fail_msg("no such finding: %s", code_entry(code)->id);
}

#define EXPECT_CODE(text, code, line, column)                                  \
    expect_code("" text, sizeof(text) - 1, code, line, column)

static void
tree_keeps_what_was_typed(void **state)
{
    (void)state;
    expect_dump("a: NO\nb: 00:01:20\nc: 2020-10\nd: '~'\ne: ~\nf:\ng: null\n"
                "h: Null\n",
                "map 1:1-8:8\n"
                "  a: plain 1:4-1:6 \"NO\"\n"
                "  b: plain 2:4-2:12 \"00:01:20\"\n"
                "  c: plain 3:4-3:11 \"2020-10\"\n"
                "  d: single 4:4-4:7 \"~\"\n"
                "  e: plain 5:4-5:5 null\n"
                "  f: plain 6:3-6:3 null\n"
                "  g: plain 7:4-7:8 null\n"
                "  h: plain 8:4-8:8 \"Null\"\n");
}

static void
places_are_right_behind_accents_and_crlf(void **state)
{
    (void)state;
    expect_dump("\357\273\277n\303\251: \304\201\r\nb:\r\n  - \"x\"\r\n"
                "  - {k: [1, 2]}\r\nc: |-\r\n  l1\r\n\r\n  l2\r\n\r\n",
                "map 1:1-8:5\n"
                "  n\303\251: plain 1:5-1:6 \"\304\201\"\n"
                "  b: list 3:3-4:16\n"
                "    - double 3:5-3:8 \"x\"\n"
                "    - map 4:5-4:16\n"
                "      k: list 4:9-4:15\n"
                "        - plain 4:10-4:11 \"1\"\n"
                "        - plain 4:13-4:14 \"2\"\n"
                "  c: literal 5:4-8:5 \"l1\\n\\nl2\"\n");
}

static void
anchors_share_and_merge(void **state)
{
    (void)state;
    expect_dump("a: &x {k: 1, l: 2}\nb: *x\nc:\n  <<: *x\n  k: 3\n"
                "d: &y text\ne: *y\n",
                "map 1:1-7:6\n"
                "  a: map 1:7-1:19\n"
                "    k: plain 1:11-1:12 \"1\"\n"
                "    l: plain 1:17-1:18 \"2\"\n"
                "  b: map 1:7-1:19\n"
                "    k: plain 1:11-1:12 \"1\"\n"
                "    l: plain 1:17-1:18 \"2\"\n"
                "  c: map 4:3-5:7\n"
                "    k: plain 5:6-5:7 \"3\"\n"
                "    l: plain 1:17-1:18 \"2\"\n"
                "  d: plain 6:7-6:11 \"text\"\n"
                "  e: plain 6:7-6:11 \"text\"\n");
}

static void
bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    EXPECT_CODE("a: Ren\xE9\n", CODE_X001, 1, 7);
    EXPECT_CODE("\xFF\xFE"
                "a\0:\0",
                CODE_X001, 1, 1);
    EXPECT_CODE("a\0:\0 \0b\0", CODE_X001, 1, 1);
    EXPECT_CODE("a: b\nc: d\0e", CODE_X002, 2, 5);
    EXPECT_CODE("%PDF-1.7\n", CODE_X002, 1, 1);
    EXPECT_CODE("a: b\x0B"
                "c\n",
                CODE_X003, 1, 5);
    EXPECT_CODE("a: b\342\200\250c\n", CODE_X003, 1, 5);
}

static void
files_without_fields_are_refused(void **state)
{
    (void)state;
    EXPECT_CODE("", CODE_X005, 1, 1);
    EXPECT_CODE("\n\n# nothing\n", CODE_X005, 1, 1);
    EXPECT_CODE("---\n", CODE_X005, 1, 1);
    EXPECT_CODE("- a\n- b\n", CODE_X006, 1, 1);
    EXPECT_CODE("just text\n", CODE_X006, 1, 1);
    EXPECT_CODE("a: b\n---\nc: d\n", CODE_X007, 3, 1);
}

static void
keys_and_tags_are_checked(void **state)
{
    struct load load;

    (void)state;
    EXPECT_CODE("a: 1\nb: 2\na: 3\n", CODE_X011, 3, 1);
    EXPECT_CODE("a: !!python/object:os.system x\n", CODE_X012, 1, 4);
    EXPECT_CODE("a: &k !foo\n  x\n", CODE_X012, 1, 7);
    EXPECT_CODE("a: *b\n", CODE_X013, 1, 4);
    EXPECT_CODE("a: &b [*b]\n", CODE_X013, 1, 8);
    EXPECT_CODE("a: {[x]: 2}\n", CODE_X014, 1, 5);
    EXPECT_CODE("a:\n  <<: b\n", CODE_X015, 2, 3);
    load = load_text("a: !!str null\nb: !!foo text\nb: again\n");
    assert_false(node_get(load.root, "a")->is_null);
    assert_true(str_is(node_get(load.root, "a")->text, "null"));
    assert_true(str_is(node_get(load.root, "b")->text, "text"));
    assert_int_equal(load.root->pairs.count, 2);
    arena_free(load.arena);
}

static void
many_keys_are_compared_in_bounded_time(void **state)
{
    struct arena *arena = arena_new();
    struct buf buf = buf_new(arena);
    struct load load;

    (void)state;
    for (int i = 0; i < 20000; i++)
        buf_print(&buf, "k%d: 1\n", i % 19990);
    load = load_bytes(buf.at, buf.len);
    assert_int_equal(load.root->pairs.count, 19990);
    assert_int_equal(findings_count(load.findings), 10);
    arena_free(load.arena);
    arena_free(arena);
}

static void
bombs_are_refused(void **state)
{
    struct arena *arena = arena_new();
    struct buf buf = buf_new(arena);
    struct load load;

    (void)state;
    buf_add_text(&buf, "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
        buf_print(&buf, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++)
            buf_print(&buf, "*a%d,", i - 1);
        buf_add_text(&buf, "]\n");
    }
    load = load_bytes(buf.at, buf.len);
    assert_null(load.root);
    assert_true(has_code(&load, CODE_X009));
    arena_free(load.arena);

    buf = buf_new(arena);
    buf_add_text(&buf, "a: ");
    for (int i = 0; i < 10000; i++)
        buf_add_byte(&buf, '[');
    load = load_bytes(buf.at, buf.len);
    assert_null(load.root);
    assert_true(has_code(&load, CODE_X008));
    arena_free(load.arena);
    arena_free(arena);
}

/* Chains of aliases must not get around the limit on depth. */
static void
aliases_count_as_deep_as_what_they_repeat(void **state)
{
    struct arena *arena = arena_new();
    struct buf buf = buf_new(arena);
    struct load load;

    (void)state;
    buf_add_text(&buf, "a0: &a0 x\n");
    for (int i = 1; i < 100; i++)
        buf_print(&buf, "a%d: &a%d [*a%d]\n", i, i, i - 1);
    load = load_bytes(buf.at, buf.len);
    assert_null(load.root);
    assert_true(has_code(&load, CODE_X008));
    arena_free(load.arena);
    arena_free(arena);
}

static void
long_files_take_linear_memory(void **state)
{
    struct arena *arena = arena_new();
    struct buf buf = buf_new(arena);
    struct load load;

    (void)state;
    buf_add_text(&buf, "a:\n");
    for (int i = 0; i < 10000; i++)
        buf_add_text(&buf, "  - Led a team of twelve nurses\n");
    load = load_bytes(buf.at, buf.len);
    assert_int_equal(node_get(load.root, "a")->items.count, 10000);
    assert_true(arena_used(load.arena) < 10 * buf.len);
    arena_free(load.arena);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tree_keeps_what_was_typed),
        cmocka_unit_test(places_are_right_behind_accents_and_crlf),
        cmocka_unit_test(anchors_share_and_merge),
        cmocka_unit_test(bytes_that_are_no_text_are_refused),
        cmocka_unit_test(files_without_fields_are_refused),
        cmocka_unit_test(keys_and_tags_are_checked),
        cmocka_unit_test(many_keys_are_compared_in_bounded_time),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(aliases_count_as_deep_as_what_they_repeat),
        cmocka_unit_test(long_files_take_linear_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
