#include "unit.h"

#include <string.h>

#include "diag/source.h"

static struct sources *
one(void **state, struct str text)
{
    struct sources *sources = sources_new(*state);

    assert_int_equal(sources_add(sources, STR("me.yaml"), text), 0);
    return sources;
}

static void
check_place(struct sources *sources, size_t offset, size_t line, size_t column)
{
    struct place place = source_place(sources, 0, offset);

    if (place.line != line || place.column != column)
        fail_msg("byte %zu: expected %zu:%zu, got %zu:%zu", offset, line,
                 column, place.line, place.column);
}

static void
places_count_from_one(void **state)
{
    struct sources *sources = one(state, STR("ab\nc\n\nd"));

    check_place(sources, 0, 1, 1);
    check_place(sources, 2, 1, 3);
    check_place(sources, 3, 2, 1);
    check_place(sources, 5, 3, 1);
    check_place(sources, 6, 4, 1);
    check_place(sources, 7, 4, 2);
    check_place(sources, 99, 4, 2);
}

static void
a_column_is_a_character(void **state)
{
    /* e-acute, euro, emoji, then x */
    struct sources *sources =
        one(state, STR("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x"));

    check_place(sources, 2, 1, 2);
    check_place(sources, 5, 1, 3);
    check_place(sources, 9, 1, 4);
    check_place(sources, 1, 1, 1); /* inside a character */
    check_place(sources, 8, 1, 3);
    check_place(sources, 10, 1, 5);
}

static void
every_line_end_counts_once(void **state)
{
    struct sources *sources = one(state, STR("a\r\nb\rc\n\r\r\nd"));

    check_place(sources, 1, 1, 2);
    check_place(sources, 2, 1, 3);
    check_place(sources, 3, 2, 1);
    check_place(sources, 5, 3, 1);
    check_place(sources, 7, 4, 1);
    check_place(sources, 8, 5, 1);
    check_place(sources, 10, 6, 1);
    assert_str(source_line(sources, 0, 1), "a");
    assert_str(source_line(sources, 0, 2), "b");
    assert_str(source_line(sources, 0, 3), "c");
    assert_str(source_line(sources, 0, 4), "");
    assert_str(source_line(sources, 0, 5), "");
    assert_str(source_line(sources, 0, 6), "d");
}

static void
lines_without_their_end(void **state)
{
    struct sources *sources = one(state, STR("first\nlast"));

    assert_str(source_line(sources, 0, 1), "first");
    assert_str(source_line(sources, 0, 2), "last");
    assert_str(source_line(sources, 0, 3), "");
    assert_str(source_line(sources, 0, 0), "");
}

static void
a_final_line_feed_begins_an_empty_line(void **state)
{
    struct sources *sources = one(state, STR("a\n"));

    check_place(sources, 2, 2, 1);
    assert_str(source_line(sources, 0, 2), "");
}

static void
nothing_has_one_empty_line(void **state)
{
    struct sources *sources = one(state, (struct str){NULL, 0});

    check_place(sources, 0, 1, 1);
    check_place(sources, 5, 1, 1);
    assert_str(source_line(sources, 0, 1), "");
    assert_int_equal(source_characters_before(sources, 0, 0), 0);
}

static void
a_byte_order_mark_has_no_column(void **state)
{
    struct sources *sources = one(state, STR("\xEF\xBB\xBFname: x\nb"));

    check_place(sources, 0, 1, 1);
    check_place(sources, 3, 1, 1);
    check_place(sources, 4, 1, 2);
    check_place(sources, 11, 2, 1);
    assert_str(source_line(sources, 0, 1), "name: x");
    assert_int_equal(source_characters_before(sources, 0, 3), 0);
    assert_int_equal(source_characters_before(sources, 0, 4), 1);
}

static void
malformed_bytes_do_not_confuse(void **state)
{
    struct sources *sources = one(state, STR("a\xFF"
                                             "b\n\x80\x80\x80\x80z"));

    check_place(sources, 1, 1, 2);
    check_place(sources, 2, 1, 3);
    assert_int_equal(source_place(sources, 0, 8).line, 2);
}

/* Counted afresh for each place, this takes minutes. */
static void
many_places_in_a_line_of_a_megabyte(void **state)
{
    const size_t size = 1u << 20;
    char *at = arena_alloc(*state, size);
    struct sources *sources = one(state, (struct str){at, size});

    for (size_t i = 0; i < size; i += 2)
        memcpy(at + i, "\xC3\xA9", 2);
    for (size_t i = 0; i < size; i += 2)
        check_place(sources, i, 1, i / 2 + 1);
    assert_int_equal(source_characters_before(sources, 0, size), size / 2);
    check_place(sources, size, 1, size / 2 + 1);
}

static void
spans(void **state)
{
    struct sources *sources = one(state, STR("hello world"));
    const struct span hello = {0, 0, 5}, world = {0, 6, 11}, other = {1, 0, 9};
    const struct span both = {0, 0, 11};

    assert_true(span_is_none(SPAN_NONE));
    assert_false(span_is_none(hello));
    assert_str(span_text(sources, world), "world");
    assert_str(span_text(sources, SPAN_NONE), "");
    assert_true(span_holds(both, hello) && span_holds(hello, hello));
    assert_false(span_holds(hello, both) || span_holds(other, hello));
    assert_false(span_holds(SPAN_NONE, hello) || span_holds(hello, SPAN_NONE));
}

static void
sources_are_kept_apart(void **state)
{
    struct sources *sources = one(state, STR("a\nb"));
    uint32_t second =
        sources_add(sources, STR("--set basics.name"), STR("x y"));

    assert_int_equal(second, 1);
    assert_int_equal(sources_count(sources), 2);
    assert_str(source_name(sources, 1), "--set basics.name");
    assert_str(source_text(sources, 1), "x y");
    assert_int_equal(source_place(sources, 1, 2).column, 3);
    check_place(sources, 2, 2, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(places_count_from_one),
        UNIT_TEST(a_column_is_a_character),
        UNIT_TEST(every_line_end_counts_once),
        UNIT_TEST(lines_without_their_end),
        UNIT_TEST(a_final_line_feed_begins_an_empty_line),
        UNIT_TEST(nothing_has_one_empty_line),
        UNIT_TEST(a_byte_order_mark_has_no_column),
        UNIT_TEST(malformed_bytes_do_not_confuse),
        UNIT_TEST(many_places_in_a_line_of_a_megabyte),
        UNIT_TEST(spans),
        UNIT_TEST(sources_are_kept_apart),
    };

    return cmocka_run_group_tests_name("diag_source", tests, NULL, NULL);
}
