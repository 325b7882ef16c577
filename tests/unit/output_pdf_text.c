/* What is read in the files of the fuzzer's corpus, each of which has one
   thing that others have not. */
#include "unit.h"

#include "base/file.h"
#include "output/pdf_text.h"

#define FOLDER "tests/fuzz/corpus/pdf_text/"
#define PLAIN "Ann Example\nDefined caf\xC3\xA9 \xE2\x86\x92\nnext\na b\n\f"

static struct pdf_text
read_corpus(struct arena *arena, const char *name)
{
    struct str bytes;
    const char *path =
        str_terminated(arena, str_format(arena, FOLDER "%s.pdf", name));
    assert_false(file_read(arena, path, PDF_TEXT_SIZE_LIMIT, &bytes).failed);
    return pdf_text_read(arena, bytes);
}

static void
reads_every_way_of_writing(void **state)
{
    static const struct {
        const char *name, *text;
        bool is_repaired;
    } cases[] = {
        {"plain", PLAIN, false},
        {"flate", PLAIN, false},
        {"hex", PLAIN, false},
        {"base85", PLAIN, false},
        {"runs", PLAIN, false},
        {"linear", PLAIN, false},
        {"no-table", PLAIN, true},
        {"cut", PLAIN, true},
        {"wrong-length", PLAIN, true},
        {"length-is-itself", PLAIN, true},
        {"trailer-in-circles", PLAIN, true},
        {"composite", "fl01AB\xF0\x9F\x98\x80\xF0\x9F\x98\x80\n\f", false},
        {"actual", "whole\npage 1\n\f", false},
        {"upright", "up the page\nagain\n\f", false},
        {"hebrew", "\xD7\x90 12,5 \xD7\x91\xD7\x92\n\f", false},
        {"inline-picture", "after\n\f", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena *arena = arena_new();
        struct pdf_text text = read_corpus(arena, cases[i].name);
        if (!str_is(text.text, cases[i].text))
            print_error("%s: |%.*s|\n", cases[i].name, STR_ARG(text.text));
        assert_int_equal(text.state, PDF_TEXT_READ);
        assert_true(str_is(text.text, cases[i].text));
        assert_int_equal(text.is_repaired, cases[i].is_repaired);
        arena_free(arena);
    }
}

static void
says_what_cannot_be_read(void **state)
{
    static const struct {
        const char *name;
        enum pdf_text_state state;
    } cases[] = {
        {"not", PDF_TEXT_FOREIGN},
        {"empty", PDF_TEXT_FOREIGN},
        {"head-only", PDF_TEXT_BROKEN},
        {"own-cut", PDF_TEXT_BROKEN},
        {"locked", PDF_TEXT_LOCKED},
        {"encrypted", PDF_TEXT_LOCKED},
        {"pages-in-circles", PDF_TEXT_BROKEN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena *arena = arena_new();
        assert_int_equal(read_corpus(arena, cases[i].name).state,
                         cases[i].state);
        arena_free(arena);
    }
}

static void
knows_what_is_in_it(void **state)
{
    struct arena *arena = arena_new();
    struct pdf_text own = read_corpus(arena, "packed");
    (void)state;
    assert_true(own.is_tagged);
    assert_true(str_is(own.title, "Ines Okafor: Resume"));
    assert_true(str_is(own.language, "en-US"));
    assert_int_equal(own.pages.count, 1);
    assert_int_equal(own.fonts.count, 3);
    for (size_t i = 0; i < own.fonts.count; i++)
        assert_int_equal(own.fonts.at[i].unknown, 0);
    struct pdf_text picture = read_corpus(arena, "inline-picture");
    assert_int_equal(picture.pages.at[0].pictures, 1);
    assert_int_equal(picture.pages.at[0].silent_pictures, 1);
    struct pdf_text actual = read_corpus(arena, "actual");
    assert_int_equal(actual.decoration.count, 1);
    assert_int_equal(actual.decoration.at[0].from, 6);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_way_of_writing),
        cmocka_unit_test(says_what_cannot_be_read),
        cmocka_unit_test(knows_what_is_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
