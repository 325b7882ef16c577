#include "unit.h"

#include <string.h>

#include "base/buf.h"

static void
grows_as_it_is_written(void **state)
{
    struct buf buf = buf_new(*state);

    assert_true(str_is_empty(buf_str(&buf)));
    for (size_t i = 0; i < 100000; i++)
        buf_add_byte(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.len, 100000);
    for (size_t i = 0; i < 100000; i++)
        assert_int_equal(buf.at[i], 'a' + i % 26);
}

static void
two_at_once_do_not_mix(void **state)
{
    struct buf a = buf_new(*state), b = buf_new(*state);

    for (size_t i = 0; i < 5000; i++) {
        buf_add(&a, STR("aa"));
        buf_add_text(&b, "b");
    }
    assert_int_equal(a.len, 10000);
    assert_int_equal(strspn(str_terminated(*state, buf_str(&a)), "a"), 10000);
    assert_int_equal(strspn(str_terminated(*state, buf_str(&b)), "b"), 5000);
}

static void
prints_what_does_not_fit_yet(void **state)
{
    for (int len = 180; len < 520; len++) {
        struct buf buf = buf_new(*state);

        buf_print(&buf, "%0*d", len, 1);
        buf_print(&buf, "|%s", "end");
        assert_int_equal(buf.len, (size_t)len + 4);
        assert_memory_equal(buf.at + len - 1, "1|end", 5);
    }
}

static void
code_points_of_every_length(void **state)
{
    struct buf buf = buf_new(*state);

    buf_add_code_point(&buf, 'a');
    buf_add_code_point(&buf, 0xE9);
    buf_add_code_point(&buf, 0x20AC);
    buf_add_code_point(&buf, 0x1F600);
    assert_str(buf_str(&buf), "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
}

static void
json_escapes(void **state)
{
    struct buf buf = buf_new(*state);

    buf_add_json(&buf, STR("a\"b\\c\n\r\t\b\f\x01\x1F\x7F/"));
    assert_str(buf_str(&buf),
               "\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001\\u001f\\u007f/\"");
    buf.len = 0;
    buf_add_json(&buf, STR("\xE2\x82\xAC\xFF\xC3"));
    assert_str(buf_str(&buf), "\"\xE2\x82\xAC\xEF\xBF\xBD\xEF\xBF\xBD\"");
    buf.len = 0;
    buf_add_json(&buf, (struct str){NULL, 0});
    assert_str(buf_str(&buf), "\"\"");
    buf.len = 0;
    buf_add_json(&buf, (struct str){"a\0b", 3});
    assert_str(buf_str(&buf), "\"a\\u0000b\"");
}

static void
xml_escapes(void **state)
{
    struct buf buf = buf_new(*state);

    buf_add_xml(&buf, STR("<a b=\"c\">&'\n\x01\x7F\xEF\xBF\xBF\xC3\xA9\xC3"));
    assert_str(buf_str(&buf), "&lt;a b=&quot;c&quot;&gt;&amp;'\n\xC3\xA9"
                              "\xEF\xBF\xBD");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(grows_as_it_is_written),
        UNIT_TEST(two_at_once_do_not_mix),
        UNIT_TEST(prints_what_does_not_fit_yet),
        UNIT_TEST(code_points_of_every_length),
        UNIT_TEST(json_escapes),
        UNIT_TEST(xml_escapes),
    };

    return cmocka_run_group_tests_name("base_buf", tests, NULL, NULL);
}
