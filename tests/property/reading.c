/*
 * The metric detector on texts put together at random from what it looks for:
 * whatever comes, spans lie inside the text, pairs and claims refer to
 * numbers, and the same text gives the same reading.
 */
#include "check/reading.h"

#include "../unit/unit.h"

#include "base/buf.h"

static uint32_t
next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static const char *const pieces[] = {
    "Reduced ",
    "from ",
    "to ",
    "by ",
    "12",
    "%",
    " ",
    "$1.2M ",
    "patients ",
    "-",
    "1,140",
    ".",
    "\xE2\x86\x92",
    "half ",
    "doubled ",
    "(",
    ")",
    ", ",
    "in ",
    "2023 ",
    "/",
    ":",
    "x",
    "staff ",
    "minutes ",
    "zero ",
    "no ",
    "findings ",
    "\xE2\x80\x94",
    "team ",
    "of ",
    "was ",
    "+",
    "twenty-five ",
    "third ",
    "Top 10 ",
    "now ",
    "took ",
    "percentage points ",
    "\n",
    "\xFF",
    "\xC2\xA0",
    "'",
    "@",
    "https://a.b",
    "(312) 555-0142 ",
    "3.8 GPA ",
    "and ",
    "while ",
    "cutting ",
    "; ",
    "wait time ",
    "against ",
    "baseline ",
    "k",
    "0",
    "~",
    "\xE2\x82\xAC",
    "fold ",
    "of whom ",
    "instead of ",
    "1:6 ",
    "FY24 ",
};

static struct str
random_text(struct arena *arena, uint32_t *state)
{
    struct buf out = buf_new(arena);
    uint32_t count = next_random(state) % 40;
    for (uint32_t i = 0; i < count; i++)
        buf_add_text(
            &out,
            pieces[next_random(state) % (sizeof pieces / sizeof *pieces)]);
    return buf_str(&out);
}

static void
check_reading(const struct reading *reading, struct str text)
{
    size_t count = reading->numbers.count, last = 0;
    for (size_t i = 0; i < count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        assert_true(number->whole_from <= number->from);
        assert_true(number->from < number->to);
        assert_true(number->to <= number->whole_to);
        assert_true(number->whole_to <= text.len);
        assert_true(number->from >= last);
        last = number->from;
    }
    for (size_t i = 0; i < reading->pairs.count; i++) {
        assert_true(reading->pairs.at[i].before < count);
        assert_true(reading->pairs.at[i].after < count);
        assert_true(reading->pairs.at[i].before != reading->pairs.at[i].after);
    }
    for (size_t i = 0; i < reading->claims.count; i++) {
        assert_true(reading->claims.at[i].number < count);
        assert_true(reading->claims.at[i].pair < reading->pairs.count);
    }
    for (size_t i = 0; i < reading->oddities.count; i++)
        assert_true(reading->oddities.at[i].number < count);
    for (size_t i = 0; i < reading->zeros.count; i++)
        assert_true(reading->zeros.at[i].to <= text.len);
    assert_in_range(reading->score, 0, 100);
}

static void
random_texts_are_read_safely(void **state)
{
    uint32_t seed = 20251122;
    (void)state;
    for (int i = 0; i < 4000; i++) {
        struct arena *arena = arena_new();
        struct str text = random_text(arena, &seed);
        const struct pack *pack = pack_at((size_t)i % pack_count());
        const struct reading *first = reading_of(arena, pack, text);
        const struct reading *again = reading_of(arena, pack, text);
        check_reading(first, text);
        assert_int_equal(first->verdict, again->verdict);
        assert_int_equal(first->score, again->score);
        arena_free(arena);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_texts_are_read_safely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
