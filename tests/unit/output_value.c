#include "unit.h"

#include "../../src/output/pdf/value.h"
#include "output/moment.h"

static struct buf
empty(void **state)
{
    return buf_new(*state);
}

static void
numbers_are_short(void **state)
{
    static const struct {
        milli value;
        const char *text;
    } cases[] = {
        {0, "0"},           {1, ".001"},     {-1, "-.001"},
        {10, ".01"},        {500, ".5"},     {1000, "1"},
        {-12500, "-12.5"},  {612000, "612"}, {595276, "595.276"},
        {100010, "100.01"}, {-999, "-.999"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = empty(state);

        value_number(&out, cases[i].value);
        assert_str(buf_str(&out), cases[i].text);
    }
}

static void
lengths_round_to_the_nearest(void **state)
{
    (void)state;
    assert_int_equal(milli_from_upt(1499), 1);
    assert_int_equal(milli_from_upt(1500), 2);
    assert_int_equal(milli_from_upt(-1500), -2);
    assert_int_equal(milli_from_upt(PT(612)), 612000);
}

static void
strings_are_escaped(void **state)
{
    struct buf out = empty(state);

    value_text(&out, STR("a(b)\\c"));
    assert_str(buf_str(&out), "(a\\(b\\)\\\\c)");
    out.len = 0;
    value_bytes(&out, STR("\r\n("));
    assert_str(buf_str(&out), "(\\r\n\\()");
}

/* U+0028 and U+5C8A have bytes that a string must escape. */
static void
other_text_is_utf16(void **state)
{
    struct buf out = empty(state);

    value_text(&out, STR("\xC3\xA9(\xF0\x9D\x94\xB8"));
    assert_true(
        str_equal(buf_str(&out), STR("(\xFE\xFF\0\xE9\0\\(\xD8\x35\xDD\x38)")));
    out.len = 0;
    value_text(&out, STR("\xE5\xB2\x8A"));
    assert_true(str_equal(buf_str(&out), STR("(\xFE\xFF\\\\\x8A)")));
}

static void
names_and_addresses(void **state)
{
    struct buf out = empty(state);

    value_name(&out, STR("text/x yaml"));
    assert_str(buf_str(&out), "/text#2Fx#20yaml");
    out.len = 0;
    value_uri(&out, STR("https://a.org/b c?d=\xC3\xA9(1)%20#x"));
    assert_str(buf_str(&out), "(https://a.org/b%20c?d=%C3%A9\\(1\\)%20#x)");
}

static void
dates_of_the_calendar(void **state)
{
    static const struct {
        int64_t seconds;
        const char *date, *iso;
    } cases[] = {
        {0, "(D:19700101000000Z)", "1970-01-01T00:00:00Z"},
        {951782399, "(D:20000228235959Z)", "2000-02-28T23:59:59Z"},
        {951782400, "(D:20000229000000Z)", "2000-02-29T00:00:00Z"},
        {1763821800, "(D:20251122143000Z)", "2025-11-22T14:30:00Z"},
        {4107542400, "(D:21000301000000Z)", "2100-03-01T00:00:00Z"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = empty(state);

        value_date(&out, cases[i].seconds);
        assert_str(buf_str(&out), cases[i].date);
        out.len = 0;
        moment_print_iso(&out, cases[i].seconds);
        assert_str(buf_str(&out), cases[i].iso);
    }
}

/* PDF/A-2, 6.1.13: no string is longer than 32767 bytes. */
static void
long_texts_are_cut(void **state)
{
    struct buf text = empty(state), out = empty(state);

    for (int i = 0; i < 40000; i++)
        buf_add_code_point(&text, i % 2 ? 0xE9 : 'a');
    value_text(&out, buf_str(&text));
    assert_true(out.len < 32767);
    out.len = text.len = 0;
    for (int i = 0; i < 40000; i++)
        buf_add_byte(&text, 'x');
    value_text(&out, buf_str(&text));
    assert_true(out.len < 32767);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(numbers_are_short),   UNIT_TEST(lengths_round_to_the_nearest),
        UNIT_TEST(strings_are_escaped), UNIT_TEST(other_text_is_utf16),
        UNIT_TEST(names_and_addresses), UNIT_TEST(dates_of_the_calendar),
        UNIT_TEST(long_texts_are_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
