/*
 * Files as a careless hand or a bad copy leaves them: a good file is changed
 * in a few places, again and again, and read. Nothing is said about what
 * comes out but that all places are inside the source and that a file which
 * gives no tree gives an error.
 */
#include "load/markdown.h"
#include "load/yaml.h"

#include "unit.h"

#include <string.h>

#include "base/buf.h"

static const char good[] =
    "# a remark\n"
    "basics:\n"
    "  name: Jordan Avery\n"
    "  headline: 'It''s a Director'\n"
    "  summary: >-\n"
    "    Cut *waits* from 41\n"
    "    to 26 minutes.\n"
    "\n"
    "    Led [teams](https://a.example).\n"
    "  location: {city: Springfield, region: IL}\n"
    "experience:\n"
    "  - organization: \"Lakeside \\u00e9 \\\n"
    "      Group\"\n"
    "    highlights:\n"
    "      - {text: \"Cut {wait.before}\", ref: [wait, turn]}\n"
    "      - Closed 2023 under budget,\n"
    "        after all.\n"
    "      - &a |\n"
    "        one\n"
    "          two\n"
    "    notes: *a\n"
    "tags: [quality, data]\n";

static const char *const pieces[] = {
    "*",     "&",        "!",
    "#",     " #1",      ": ",
    "- ",    "\t",       "\"",
    "'",     "{",        "}",
    "[",     "]",        ",",
    "|",     ">",        "%",
    "@",     "`",        "\n",
    "\n\n",  "\r\n",     "  ",
    "\\",    "<<:",      "---\n",
    "x:",    "?",        "**b**",
    "\xC3",  "\303\251", "\342\200\250",
    "{a.b}", "\n  ",     "\xEF\xBB\xBF",
    "\x01",  "!!str ",   "&b ",
    "*b ",   "\"a\" b",
};

static uint32_t
random_next(uint32_t *seed, size_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (uint32_t)((*seed >> 8) % below);
}

/* A copy of text with one place deleted, doubled or filled. */
static struct str
change(struct arena *arena, struct str text, uint32_t *seed)
{
    size_t from = random_next(seed, text.len + 1);
    size_t to = from + random_next(seed, 6);
    struct buf buf = buf_new(arena);

    if (to > text.len)
        to = text.len;
    buf_add(&buf, str_slice(text, 0, from));
    switch (random_next(seed, 4)) {
    case 0:
        break;
    case 1:
        buf_add(&buf, str_slice(text, from, to));
        buf_add(&buf, str_slice(text, from, to));
        break;
    default:
        to = from;
        buf_add_text(&buf,
                     pieces[random_next(seed, sizeof pieces / sizeof *pieces)]);
        break;
    }
    buf_add(&buf, str_slice(text, to, text.len));
    return buf_str(&buf);
}

static void
expect_inside(const struct sources *sources, struct span span)
{
    assert_true(span.source < sources_count(sources));
    assert_true(span.from <= span.to);
    assert_true(span.to <= source_text(sources, span.source).len);
}

static void
visit(struct arena *arena, struct findings *findings, const struct node *node)
{
    const struct prose_options options = {.one_line = node->text.len % 2};
    const struct sources *sources = findings_sources(findings);
    struct prose prose;

    expect_inside(sources, node->span);
    if (node->kind == NODE_SCALAR) {
        prose = markdown_read(arena, findings, node, &options);
        for (size_t i = 0; i < prose.plain.len; i++)
            expect_inside(sources, prose_span(sources, &prose, i, i + 1));
    }
    for (size_t i = 0; i < node->items.count; i++)
        visit(arena, findings, node->items.at[i]);
    for (size_t i = 0; i < node->pairs.count; i++) {
        expect_inside(sources, node->pairs.at[i].key_span);
        visit(arena, findings, node->pairs.at[i].value);
    }
}

static void
read_and_visit(struct arena *arena, struct str text)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, STR("t"), text);
    const struct node *root = yaml_load(arena, findings, source);

    if (root == NULL)
        assert_true(findings_of(findings, SEVERITY_ERROR) > 0);
    else
        visit(arena, findings, root);
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        expect_inside(sources, finding->span);
        if (finding->has_edit)
            expect_inside(sources, finding->edit.span);
    }
}

static void
changed_files_are_read(void **state)
{
    uint32_t seed = 2;

    (void)state;
    for (int i = 0; i < 4000; i++) {
        struct arena *arena = arena_new();
        struct str text = {good, sizeof good - 1};
        uint32_t changes = 1 + random_next(&seed, 4);

        while (changes-- > 0)
            text = change(arena, text, &seed);
        read_and_visit(arena, text);
        arena_free(arena);
    }
}

static void
cut_files_are_read(void **state)
{
    (void)state;
    for (size_t len = 0; len < sizeof good; len++) {
        struct arena *arena = arena_new();
        /* A copy of just this length, so that an overrun is seen. */
        struct str text = str_copy(arena, (struct str){good, len});

        read_and_visit(arena, text);
        arena_free(arena);
    }
}

static void
the_good_file_is_good(void **state)
{
    struct sources *sources = sources_new(*state);
    struct findings *findings = findings_new(*state, sources);
    uint32_t source = sources_add(sources, STR("t"), str_from(good));

    assert_non_null(yaml_load(*state, findings, source));
    assert_int_equal(findings_count(findings), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(the_good_file_is_good),
        cmocka_unit_test(cut_files_are_read),
        cmocka_unit_test(changed_files_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
