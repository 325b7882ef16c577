#include "unit.h"

#include <string.h>

#include "base/utf8.h"

/* Every scalar value there is comes back from its bytes. */
static void
put_and_next_agree(void **state)
{
    char bytes[4];

    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        size_t at = 0, len;

        if (c == 0xD800)
            c = 0xE000;
        len = utf8_put(bytes, c);
        if (utf8_next((struct str){bytes, len}, &at) != c || at != len)
            fail_msg("U+%04X", c);
        if (utf8_find_malformed((struct str){bytes, len}) != SIZE_MAX)
            fail_msg("U+%04X is well-formed", c);
    }
}

static const struct {
    struct str bytes;
    size_t malformed, count;
} malformed[] = {
    {STR_INIT("\x80"), 0, 1},
    {STR_INIT("a\xFF"), 1, 2},
    {STR_INIT("\xC3"), 0, 1},
    {STR_INIT("\xC0\xAF"), 0, 2},         /* overlong */
    {STR_INIT("\xC1\xBF"), 0, 2},         /* overlong */
    {STR_INIT("\xE0\x9F\xBF"), 0, 3},     /* overlong */
    {STR_INIT("\xF0\x8F\xBF\xBF"), 0, 4}, /* overlong */
    {STR_INIT("\xED\xA0\x80"), 0, 3},     /* surrogate */
    {STR_INIT("\xF4\x90\x80\x80"), 0, 4}, /* beyond U+10FFFF */
    {STR_INIT("\xF5\x80\x80\x80"), 0, 4},
    {STR_INIT("12345678901\xE2\x82"), 11, 13}, /* cut off */
    {STR_INIT("\xE2\x82x"), 0, 3},
    {STR_INIT("\xE2\x28\xA1"), 0, 3},
    {STR_INIT("abcdefghijklmnop"), SIZE_MAX, 16},
    {STR_INIT("\xC3\xA9\xE2\x82\xAC"), SIZE_MAX, 2},
    {STR_INIT(""), SIZE_MAX, 0},
};

static void
malformed_bytes_are_found_and_passed_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        struct str s = malformed[i].bytes;
        size_t at = 0, count = 0;

        assert_int_equal(utf8_find_malformed(s), malformed[i].malformed);
        assert_int_equal(utf8_count(s), malformed[i].count);
        for (; at < s.len; count++)
            (void)utf8_next(s, &at);
        assert_int_equal(count, malformed[i].count);
        assert_int_equal(at, s.len);
    }
}

static void
columns(void **state)
{
    (void)state;
    assert_int_equal(utf8_columns(STR("abc")), 3);
    assert_int_equal(utf8_columns(STR("\xC3\xA9")), 1);
    assert_int_equal(utf8_columns(STR("e\xCC\x81")), 1);
    assert_int_equal(utf8_columns(STR("\xE6\xBC\xA2\xE5\xAD\x97")), 4);
    assert_int_equal(utf8_columns(STR("\xF0\x9F\x98\x80")), 2);
    assert_int_equal(utf8_columns(STR("a\tb\x7F")), 2);
    assert_int_equal(utf8_columns(STR("\xFF")), 1);
    assert_int_equal(utf8_columns(STR("\xE2\x80\x8B")), 0);
}

static void
composed_form(void **state)
{
    struct str plain = STR("Jos\xC3\xA9");

    assert_ptr_equal(utf8_to_nfc(*state, plain).at, plain.at);
    assert_str(utf8_to_nfc(*state, STR("Jose\xCC\x81 Nun\xCC\x83"
                                       "ez")),
               "Jos\xC3\xA9 Nu\xC3\xB1"
               "ez");
    assert_str(utf8_to_nfc(*state, STR("\xE2\x84\xAB")), "\xC3\x85");
    assert_str(utf8_to_nfc(*state, STR("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB")),
               "\xED\x95\x9C");
    assert_str(utf8_to_nfc(*state, STR("e\xCC\x81\xFF")), "e\xCC\x81\xFF");
    assert_str(utf8_to_nfc(*state, STR("")), "");
}

/* Marks in falling order of class are the sorter's worst case. */
static void
endless_marks_cost_little(void **state)
{
    const size_t pairs = 500000;
    char *at = arena_alloc(*state, 4 * pairs);
    struct str s = {at, 4 * pairs};

    for (size_t i = 0; i < pairs; i++)
        memcpy(at + 4 * i, i % 2 ? "\xCC\xA3\xCC\x81" : "\xCC\x81\xCC\xA3", 4);
    assert_true(str_equal(utf8_to_nfc(*state, s), s));
}

static void
case_mapping(void **state)
{
    assert_str(utf8_to_upper(*state, STR("Jos\xC3\xA9 \xCF\x83 \xD0\xB6 1")),
               "JOS\xC3\x89 \xCE\xA3 \xD0\x96 1");
    assert_int_equal(utf8_lower(0xC9), 0xE9);
    assert_int_equal(utf8_lower('A'), 'a');
    assert_int_equal(utf8_upper('z'), 'Z');
}

static void
letters_and_spaces(void **state)
{
    (void)state;
    assert_true(utf8_is_letter('a') && utf8_is_letter(0xE9));
    assert_true(utf8_is_letter(0x6F22) && utf8_is_letter(0x5D0));
    assert_false(utf8_is_letter('1') || utf8_is_letter(0x301));
    assert_false(utf8_is_letter(0x2014) || utf8_is_letter(0x1F600));
}

static const struct {
    const char *name, *slug;
} slugs[] = {
    {"Jordan Avery", "jordan-avery"},
    {"Jos\xC3\xA9 N\xC3\xBA\xC3\xB1"
     "ez",
     "jose-nunez"},
    {"Jose\xCC\x81 Nu\xCC\x81n\xCC\x83"
     "ez",
     "jose-nunez"},
    {"  Dr. Mary-Ann  O\xE2\x80\x99"
     "Brien, RN ",
     "dr-mary-ann-obrien-rn"},
    {"\xC5\x81ukasz \xC3\x98stergaard", "lukasz-ostergaard"},
    {"Wei\xC3\x9F", "weiss"},
    {"\xE6\xBC\xA2\xE5\xAD\x97", "\xE6\xBC\xA2\xE5\xAD\x97"},
    {"\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0", "\xD0\xB0\xD0\xBD\xD0\xBD\xD0\xB0"},
    {"\xE0\xA4\x95\xE0\xA4\xBF", "\xE0\xA4\x95\xE0\xA4\xBF"},
    {"../../etc/passwd", "etc-passwd"},
    {"\xEF\xAC\x81ona", "fiona"},
    {"", "resume"},
    {"--- ***", "resume"},
    {"\xFF\xFE", "resume"},
    {"\xCC\x81", "resume"},
};

static void
slugs_are_safe_file_names(void **state)
{
    for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
        assert_str(utf8_slug(*state, str_from(slugs[i].name)), slugs[i].slug);
}

static void
slugs_of_long_names_are_cut_between_characters(void **state)
{
    char *at = arena_alloc(*state, 5001);
    struct str slug;

    for (size_t i = 0; i < 5000; i += 2)
        memcpy(at + i, "\xD0\xB0", 2);
    at[0] = at[1] = 'x'; /* not a multiple of the character's length */
    slug = utf8_slug(*state, (struct str){at + 1, 4999});
    assert_int_equal(slug.len, 99);
    assert_int_equal(utf8_find_malformed(slug), SIZE_MAX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(put_and_next_agree),
        UNIT_TEST(malformed_bytes_are_found_and_passed_one_by_one),
        UNIT_TEST(columns),
        UNIT_TEST(composed_form),
        UNIT_TEST(endless_marks_cost_little),
        UNIT_TEST(case_mapping),
        UNIT_TEST(letters_and_spaces),
        UNIT_TEST(slugs_are_safe_file_names),
        UNIT_TEST(slugs_of_long_names_are_cut_between_characters),
    };

    return cmocka_run_group_tests_name("base_utf8", tests, NULL, NULL);
}
