/* Stems by Snowball: forms of a word are one, other words are not. */
#include "base/stem.h"

#include "unit.h"

#define assert_alike(a, b)                                                     \
    assert_int_equal(stemmer_number(stemmer, STR(a)),                          \
                     stemmer_number(stemmer, STR(b)))
#define assert_apart(a, b)                                                     \
    assert_int_not_equal(stemmer_number(stemmer, STR(a)),                      \
                         stemmer_number(stemmer, STR(b)))

static void
forms_of_a_word_have_one_stem(void **state)
{
    struct stemmer *stemmer = stemmer_new(*state);
    assert_alike("schedule", "Scheduling");
    assert_alike("schedules", "SCHEDULED");
    assert_alike("budget", "budgets");
    assert_alike("policy", "policies");
    assert_alike("hospital's", "hospital");
    assert_alike("hospital\xE2\x80\x99s", "hospitals");
    assert_alike("analyses", "analysis");
    assert_apart("schedule", "scheme");
    assert_apart("policy", "police");
    assert_str(stemmer_text(stemmer, stemmer_number(stemmer, STR("Managed"))),
               "manag");
    stemmer_free(stemmer);
}

static void
numbers_count_from_one_in_the_order_of_use(void **state)
{
    struct stemmer *stemmer = stemmer_new(*state);
    assert_int_equal(stemmer_number(stemmer, STR("plans")), 1);
    assert_int_equal(stemmer_number(stemmer, STR("budget")), 2);
    assert_int_equal(stemmer_number(stemmer, STR("plan")), 1);
    assert_int_equal(stemmer_number_of_stem(stemmer, STR("budget")), 2);
    assert_int_equal(stemmer_number_of_stem(stemmer, STR("polici")), 3);
    assert_int_equal(stemmer_number(stemmer, STR("policies")), 3);
    assert_int_equal(stemmer_number(stemmer, STR("")), 0);
    stemmer_free(stemmer);
}

static void
what_is_no_word_has_no_number(void **state)
{
    char longest[65];
    struct stemmer *stemmer = stemmer_new(*state);
    memset(longest, 'a', sizeof longest);
    assert_int_equal(
        stemmer_number(stemmer, (struct str){longest, sizeof longest}), 0);
    assert_int_not_equal(stemmer_number(stemmer, STR("\xFF\xFE")), 0);
    stemmer_free(stemmer);
    stemmer_free(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(forms_of_a_word_have_one_stem),
        UNIT_TEST(numbers_count_from_one_in_the_order_of_use),
        UNIT_TEST(what_is_no_word_has_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
