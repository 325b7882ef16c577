/* Words put into texts of every style, and what a mended tree may differ in. */
#include "load/edits.h"

#include "unit.h"

#include "load/yaml.h"

struct mended {
    struct str text; /* empty when the edit was taken away */
    struct fix_place place;
};

static struct node *
tree_of(struct arena *arena, struct str text)
{
    struct sources *sources = sources_new(arena);

    return yaml_load(arena, findings_new(arena, sources),
                     sources_add(sources, STR("t.yaml"), text));
}

/* The text with the first `part` replaced by words. */
static struct mended
mend(struct arena *arena, struct str text, const char *part, const char *words)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, STR("t.yaml"), text);
    struct node *tree = yaml_load(arena, findings, source);
    size_t from = str_find(text, str_from(part), 0);
    struct span span = {source, (uint32_t)from,
                        (uint32_t)(from + str_from(part).len)};
    struct mended mended = {0};
    struct finding *finding = finding_add(findings, CODE_X003, span, "x");
    const struct finding *settled;
    struct fix fix;

    assert_int_not_equal(from, SIZE_MAX);
    finding->has_edit = true;
    finding->edit = (struct edit){span, str_from(words)};
    edits_settle(arena, findings, tree);
    settled = findings_at(findings, findings_count(findings) - 1);
    if (!settled->has_edit)
        return mended;
    fix = (struct fix){settled->edit, settled->edit_is_yaml, 0};
    mended.text = fix_apply(arena, text, &fix, 1, &mended.place);
    return mended;
}

static void
words_take_the_style_of_their_text(void **state)
{
    static const struct {
        const char *text, *part, *words;
        const char *mended; /* NULL: cannot be written */
        const char *value;  /* that is read then */
    } cases[] = {
        {"a: one two", "two", "2", "a: one 2", "one 2"},
        {"a: one two # end", "two", "it's", "a: one it's # end", "one it's"},
        {"a: one two # end", "two", "b: c", "a: \"one b: c\" # end",
         "one b: c"},
        {"a: one two", "one", "- x", "a: \"- x two\"", "- x two"},
        {"a: one two", "two", "#2", "a: \"one #2\"", "one #2"},
        {"a: one two", "two", "2:", "a: \"one 2:\"", "one 2:"},
        {"a: one two", "one two", "null", "a: \"null\"", "null"},
        {"a: one two", "one two", "", NULL, ""},
        {"a: one two", "two", "\"b\": c", "a: 'one \"b\": c'", "one \"b\": c"},
        {"a: one two", "two", "b, c", "a: one b, c", "one b, c"},
        {"a: {b: one two, c: 1}", "two", "b, c", "a: {b: \"one b, c\", c: 1}",
         "one b, c"},
        {"a: [one two]", "two", "b]", "a: [\"one b]\"]", "one b]"},
        {"a: one\n  two\n  three", "two", "2", "a: one\n  2\n  three",
         "one 2 three"},
        {"a: one\n  two\n  three", "two", "b: c", NULL, ""},
        {"a: one\n  two\n  three", "two", "# c", NULL, ""},
        {"a: one\n  two", "one\n  two", "three", "a: three", "three"},
        {"a: one two", "two", "b\nc", NULL, ""},
        {"a: 'one two'", "two", "it's", "a: 'one it''s'", "one it's"},
        {"a: 'one two'", "one two", "b: c # d", "a: 'b: c # d'", "b: c # d"},
        {"a: 'one two'", "'one two'", "it's", "a: 'it''s'", "it's"},
        {"a: 'one two'", "two", "b\nc", NULL, ""},
        {"a: 'one two'", "'one", "b", NULL, ""},
        {"a: \"one two\"", "two", "\"b\\c\"", "a: \"one \\\"b\\\\c\\\"\"",
         "one \"b\\c\""},
        {"a: \"one two\"", "\"one two\"", "b\n\tc", "a: \"b\\n\\x09c\"",
         "b\n\tc"},
        {"a: >-\n  one\n  two\n", "two", "b: #c", "a: >-\n  one\n  b: #c\n",
         "one b: #c"},
        {"a: >-\n  one\n  two\n", "one\n  two", "b", "a: >-\n  b\n", "b"},
        {"a: |-\n  one\n  two\n", "one\n  two", "b", NULL, ""},
        {"a: |-\n  one\n  two\n", "two", "", NULL, ""},
        {"a: |-\n  one\n  two\n", "two", " 2", NULL, ""},
        {"a: |-\n  one\n  two three\n", "two ", "", "a: |-\n  one\n  three\n",
         "one\nthree"},
        {"a: |-\n  one\n  two\n", "|", "b", NULL, ""},
        {"a: >-\n  one\n  two\n", "one", "b\nc", NULL, ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_from(cases[i].text);
        struct mended mended =
            mend(*state, text, cases[i].part, cases[i].words);
        const struct node *value;

        if (!cases[i].mended && mended.text.len)
            fail_msg("|%s| became |%.*s|", cases[i].text, STR_ARG(mended.text));
        if (!cases[i].mended)
            continue;
        assert_str(mended.text, cases[i].mended);
        value = node_get(tree_of(*state, mended.text), "a");
        assert_non_null(value);
        while (value->kind != NODE_SCALAR)
            value = value->kind == NODE_LIST ? value->items.at[0]
                                             : value->pairs.at[0].value;
        assert_str(value->text, cases[i].value);
        assert_true(edits_keep_tree(tree_of(*state, text),
                                    tree_of(*state, mended.text), &mended.place,
                                    1));
    }
}

static void
a_key_is_replaced_as_it_stands(void **state)
{
    struct mended mended = mend(*state, STR("label: x\nb: y"), "label", "c");

    assert_str(mended.text, "c: x\nb: y");
    assert_true(edits_keep_tree(tree_of(*state, STR("label: x\nb: y")),
                                tree_of(*state, mended.text), &mended.place,
                                1));
}

static void
a_tree_that_differs_elsewhere_is_noticed(void **state)
{
    static const struct {
        const char *before, *after;
        struct fix_place place; /* the same bytes in both */
        bool kept;
    } cases[] = {
        {"a: 1\nb: 2", "a: 3\nb: 2", {3, 4, 3, 4, false}, true},
        {"a: 1\nb: 2", "a: 1\nb: 3", {3, 4, 3, 4, false}, false},
        {"a: 1\nb: 2", "a: 1\nc: 2", {3, 4, 3, 4, false}, false},
        {"a: 1\nb: 2", "a: 1", {3, 4, 3, 4, false}, false},
        {"a: 1\nb: 2", "a: 1\nb: 2\nc: 1", {3, 4, 3, 4, false}, false},
        {"a: 1\nb: 2", "a: 1\nb: '2'", {3, 4, 3, 4, false}, false},
        {"a: 1\nb: 2", "a: []\nb: 2", {3, 4, 3, 5, false}, true},
        {"a: x1\nb: 2", "a: []\nb: 2", {4, 5, 4, 5, false}, false},
        {"a: x1\nb: 2", "a: []\nb: 2", {4, 5, 4, 5, true}, true},
        {"a: [1, 2]", "a: [1, 3]", {7, 8, 7, 8, false}, true},
        {"a: [1, 2]", "a: [1]", {5, 8, 5, 5, false}, true},
        {"a: [1, 2]", "a: [1, 2, 3]", {8, 8, 8, 11, false}, true},
        {"a: [1, 2]", "a: [2]", {7, 8, 5, 5, false}, false},
        {"a: 1\nb: 2", "b: 2", {0, 5, 0, 0, false}, true},
        {"b: 2", "a: 1\nb: 2", {0, 0, 0, 5, false}, true},
        {"a: {b: 1}", "c: {b: 2}", {0, 1, 0, 1, false}, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (edits_keep_tree(tree_of(*state, str_from(cases[i].before)),
                            tree_of(*state, str_from(cases[i].after)),
                            &cases[i].place, 1) != cases[i].kept)
            fail_msg("case %zu: |%s| to |%s|", i, cases[i].before,
                     cases[i].after);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(words_take_the_style_of_their_text),
        UNIT_TEST(a_key_is_replaced_as_it_stands),
        UNIT_TEST(a_tree_that_differs_elsewhere_is_noticed),
    };

    return cmocka_run_group_tests_name("load_edits", tests, NULL, NULL);
}
