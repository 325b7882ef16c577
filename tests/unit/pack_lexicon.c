/* Tokens and phrases: whole words, a hyphen equal to a blank, typographic
   marks equal to plain ones, the longest phrase, all forms of a verb. */
#include "pack/lexicon.h"

#include "unit.h"

static struct tokens
tokens_of(void **state, struct str text)
{
    return tokens_read(*state, pack_find(STR("health-management")), text);
}

static void
texts_are_cut_into_words_numbers_and_signs(void **state)
{
    struct tokens tokens =
        tokens_of(state, STR("Cut A/R from $1,140.50 to 3x\xE2\x80\x94"
                             "don\xE2\x80\x99t, p99"));
    static const char *const expected[] = {
        "Cut",      "A",  "/", "R", "from",         "$",
        "1,140.50", "to", "3", "x", "\xE2\x80\x94", "don\xE2\x80\x99t",
        ",",        "p99"};
    assert_int_equal(tokens.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < tokens.count; i++)
        assert_str(token_text(&tokens, i), expected[i]);
    assert_int_equal(tokens.at[6].kind, TOKEN_NUMBER);
    assert_int_equal(tokens.at[10].symbol, '_');
    assert_false(tokens.at[9].space_before);
}

static void
separators_need_three_digits(void **state)
{
    struct tokens tokens = tokens_of(state, STR("12,5 1,234 3. 4.5"));
    assert_str(token_text(&tokens, 0), "12");
    assert_str(token_text(&tokens, 3), "1,234");
    assert_str(token_text(&tokens, 4), "3");
    assert_str(token_text(&tokens, 6), "4.5");
}

static void
a_hyphen_equals_a_blank(void **state)
{
    size_t term;
    struct tokens plain = tokens_of(state, STR("length of stay"));
    struct tokens joined = tokens_of(state, STR("Length-of-Stay fell"));
    assert_int_equal(lexicon_match(&plain, 0, LEXICON_KPI, &term), 3);
    assert_int_equal(lexicon_match(&joined, 0, LEXICON_KPI, &term), 5);
}

static void
the_longest_phrase_counts(void **state)
{
    size_t term, count;
    struct tokens tokens = tokens_of(state, STR("HIPAA Privacy Rule audit"));
    const struct lexicon_term *terms =
        lexicon_terms(pack_find(STR("")), LEXICON_FRAMEWORK, &count);
    assert_int_equal(lexicon_match(&tokens, 0, LEXICON_FRAMEWORK, &term), 3);
    assert_true(term < count);
    assert_str(term_name(&terms[term]), "HIPAA");
}

static void
verbs_have_all_their_forms(void **state)
{
    struct tokens tokens = tokens_of(
        state, STR("cut cutting planned planning grew grown carries carried"
                   " rose lowered"));
    for (size_t i = 0; i < tokens.count; i++)
        if (!(tokens.at[i].classes &
              (LEXICON_BIT(FORM_BASE) | LEXICON_BIT(FORM_PAST) |
               LEXICON_BIT(FORM_ING) | LEXICON_BIT(FORM_THIRD))))
            fail_msg("%.*s", STR_ARG(token_text(&tokens, i)));
    assert_true(tokens.at[0].classes & LEXICON_BIT(FORM_PAST));
    assert_true(tokens.at[4].classes & LEXICON_BIT(VERB_UP));
}

static void
bytes_that_are_no_text_are_words(void **state)
{
    struct tokens tokens = tokens_of(state, STR("\xFF\xE2 a\xC3"));
    assert_true(tokens.count >= 2);
    assert_int_equal(tokens.at[tokens.count - 1].to, 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(texts_are_cut_into_words_numbers_and_signs),
        UNIT_TEST(separators_need_three_digits),
        UNIT_TEST(a_hyphen_equals_a_blank),
        UNIT_TEST(the_longest_phrase_counts),
        UNIT_TEST(verbs_have_all_their_forms),
        UNIT_TEST(bytes_that_are_no_text_are_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
