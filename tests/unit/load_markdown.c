/* Prose: styles, blocks, placeholders, what is kept as text, and places. */
#include "load/markdown.h"

#include "unit.h"

#include <string.h>
#include <time.h>

#include "base/buf.h"

static bool
find_value(void *context, struct str name, struct str *value)
{
    static const struct {
        const char *name, *value;
    } known[] = {{"wait.after", "26"}, {"wait.unit", "*min*"}, {"none", ""}};

    (void)context;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (!str_is(name, known[i].name))
            continue;
        *value = str_from(known[i].value);
        return true;
    }
    return false;
}

static bool
find_near(void *context, struct str wrong, struct str *name)
{
    (void)context;
    *name = STR("wait.after");
    return str_starts(wrong, STR("wait"));
}

static const struct placeholders placeholders = {NULL, find_value, find_near};

struct read {
    struct sources *sources;
    struct findings *findings;
    struct node *node;
    struct prose prose;
};

/* The text as a literal block gives it, without indentation. */
static struct read
read_text(struct arena *arena, struct str text, bool one_line)
{
    struct prose_options options = {one_line, &placeholders};
    struct read read = {.sources = sources_new(arena)};
    struct str source = str_format(arena, "|\n%.*s", STR_ARG(text));

    read.findings = findings_new(arena, read.sources);
    read.node = ARENA_NEW(arena, struct node);
    read.node->style = SCALAR_LITERAL;
    read.node->span.source = sources_add(read.sources, STR("t"), source);
    read.node->span.to = (uint32_t)source.len;
    read.node->text = text;
    read.prose = markdown_read(arena, read.findings, read.node, &options);
    return read;
}

/* "<style|text>" for each run that has one, "-" and "1." before items. */
static struct str
show(struct arena *arena, const struct prose *prose)
{
    struct buf out = buf_new(arena);

    for (size_t i = 0; i < prose->blocks.count; i++) {
        const struct prose_block *block = &prose->blocks.at[i];

        if (i > 0)
            buf_add_byte(&out, '\n');
        for (unsigned d = 0; d < block->depth; d++)
            buf_add_text(&out, "  ");
        if (block->kind == PROSE_BULLET)
            buf_add_text(&out, "- ");
        if (block->kind == PROSE_NUMBERED)
            buf_print(&out, "%u. ", block->number);
        for (size_t r = 0; r < block->run_count; r++) {
            const struct prose_run *run = &prose->runs.at[block->first_run + r];
            struct str text = str_slice(prose->plain, run->from, run->to);

            if (run->style == 0 && run->url.len == 0) {
                buf_add(&out, text);
                continue;
            }
            buf_print(&out, "<%s%s%s%.*s|%.*s>",
                      run->style & PROSE_EMPHASIS ? "e" : "",
                      run->style & PROSE_STRONG ? "s" : "",
                      run->style & PROSE_CODE ? "c" : "", STR_ARG(run->url),
                      STR_ARG(text));
        }
    }
    return buf_str(&out);
}

static const struct {
    const char *text, *shown;
} prose_cases[] = {
    {"", ""},
    {"Cut waits by 37%.", "Cut waits by 37%."},
    {"Cut *waits* by **37%**.", "Cut <e|waits> by <s|37%>."},
    {"a ***b*** `c*d`", "a <es|b> <c|c*d>"},
    {"two  blanks\tand tab ", "two blanks and tab"},
    {"see [the *page*](https://a.example/x_y) now",
     "see <https://a.example/x_y|the ><ehttps://a.example/x_y|page> now"},
    {"[site](www.a.example)", "<https://www.a.example|site>"},
    {"<https://a.example> and <me@a.example>",
     "<https://a.example|https://a.example> and "
     "<mailto:me@a.example|me@a.example>"},
    {"https://a.example/a_b_c stays", "https://a.example/a_b_c stays"},
    {"snake_case_name and 3 * 4 * 5", "snake_case_name and 3 * 4 * 5"},
    {"\\*not\\* \\[x\\] C:\\new", "*not* [x] C:\\new"},
    {"one\ntwo", "one two"},
    {"one  \ntwo\\\nthree", "one\342\200\250two\342\200\250three"},
    {"one\n\ntwo\n", "one\ntwo"},
    {"Did:\n\n- one\n- two *x*\n  more\n  - inner\n\nend",
     "Did:\n- one\n- two <e|x> more\n  - inner\nend"},
    {"3. one\n4. two\n\n   second", "3. one\n4. two\n  second"},
    {"- a\n  - b\n    - c", "- a\n  - b\n  - c"},
    {"2023. A good year", "2023. A good year"},
    {"2023. A good\nyear", "2023. A good year"},
    {"> 90% satisfied", "> 90% satisfied"},
    {"- 5% only *x*", "- 5% only <e|x>"},
    {"# 1 in *region*", "# 1 in <e|region>"},
    {"* * *", "* * *"},
    {"***", "***"},
    {"---", "---"},
    {"[Award]: Gold", "[Award]: Gold"},
    {"[Award]: Gold *x*", "[Award]: Gold <e|x>"},
    {"p < 0.05 & AT&T; R&D", "p < 0.05 & AT&T; R&D"},
    {"a <unknown> *b*", "a <unknown> <e|b>"},
    {"waits {wait.after} {wait.unit}", "waits 26 *min*"},
    {"**{wait.after}** `{ wait.after }`", "<s|26> <c|26>"},
    {"[x](https://a/{wait.after})", "<https://a/26|x>"},
    {"a {none} b{none}", "a b"},
    {"{{wait.after}} { } {1}", "{{wait.after}} { } {1}"},
    {"\363\260\200\200 *x* \364\217\277\275",
     "\363\260\200\200 <e|x> \364\217\277\275"},
    {"\303\251t\303\251 *\303\251* x", "\303\251t\303\251 <e|\303\251> x"},
    {"**Bold** start", "<s|Bold> start"},
    {"a\n    b *c*\n       d", "a b <e|c> d"},
};

static void
prose_is_read(void **state)
{
    for (size_t i = 0; i < sizeof prose_cases / sizeof prose_cases[0]; i++) {
        struct read read =
            read_text(*state, str_from(prose_cases[i].text), false);

        assert_str(show(*state, &read.prose), prose_cases[i].shown);
    }
}

static const struct {
    const char *text, *shown;
    enum code code;
    const char *source; /* what the finding underlines */
} finding_cases[] = {
    {"a {wait.aftr} b", "a {wait.aftr} b", CODE_T110, "{wait.aftr}"},
    {"by <b>37%</b>", "by 37%", CODE_X040, "<b>"},
    {"a<br/>b", "a\342\200\250b", CODE_X040, "<br/>"},
    {"R&amp;D *x*", "R&D <e|x>", CODE_X040, "&amp;"},
    {"x ![chart *1*](a.png)", "x chart <e|1>", CODE_X041,
     "![chart *1*](a.png)"},
    {"# Head *x*\n\ntext", "Head <e|x>\ntext", CODE_X042, "# Head *x*"},
    {"a\n\n      b *c*", "a\nb *c*", CODE_X043, "      b *c*"},
    {"a | b\n--|--\n1 | 2", "a | b --|-- 1 | 2", CODE_X044, "--|--"},
    {"[x](javascript:alert(1)) y", "x y", CODE_X046,
     "[x](javascript:alert(1))"},
    {"a\n\n> quoted", "a\nquoted", CODE_X047, "> quoted"},
    {"a\n\n***\n\nb", "a\nb", CODE_X047, "***"},
};

static void
what_is_not_prose_is_reported(void **state)
{
    size_t count = sizeof finding_cases / sizeof finding_cases[0];

    for (size_t i = 0; i < count; i++) {
        struct read read =
            read_text(*state, str_from(finding_cases[i].text), false);

        assert_str(show(*state, &read.prose), finding_cases[i].shown);
        assert_true(findings_count(read.findings) > 0);
        assert_int_equal(findings_at(read.findings, 0)->code,
                         finding_cases[i].code);
        assert_str(span_text(read.sources, findings_at(read.findings, 0)->span),
                   finding_cases[i].source);
    }
}

static void
lines_are_joined_where_one_is_wanted(void **state)
{
    struct read read = read_text(*state, STR("a *b*\n\n- c\n- d\n"), true);

    assert_str(show(*state, &read.prose), "a <e|b> c d");
    assert_int_equal(read.prose.blocks.count, 1);
    assert_int_equal(findings_at(read.findings, 0)->code, CODE_X045);
    read = read_text(*state, STR("one\ntwo"), true);
    assert_str(read.prose.plain, "one two");
    assert_int_equal(findings_count(read.findings), 0);
}

static const struct {
    const char *text, *part, *source;
} span_cases[] = {
    {"Cut *waits* by", "waits by", "waits* by"},
    {"Cut {wait.after} of", "26 of", "{wait.after} of"},
    {"Cut {wait.after} of", "6", "{wait.after}"},
    {"\\*a\\* b", "a*", "a\\*"},
    {"[a b](http://x) c", "b", "b"},
    {"one\n\n- two *three*", "three", "three"},
    {"a  b", "b", "b"},
    {"- x\n  - `y z`", "z", "z"},
    {"one\ntwo *x*", "two", "two"},
};

static void
places_lead_back(void **state)
{
    for (size_t i = 0; i < sizeof span_cases / sizeof span_cases[0]; i++) {
        struct read read =
            read_text(*state, str_from(span_cases[i].text), false);
        struct str part = str_from(span_cases[i].part);
        size_t from = str_find(read.prose.plain, part, 0);
        struct span span;

        assert_true(from != SIZE_MAX);
        span = prose_span(read.sources, &read.prose, from, from + part.len);
        assert_str(span_text(read.sources, span), span_cases[i].source);
    }
}

/* In `>`, in quotes and without any, an empty line is a newline. */
static void
empty_lines_end_paragraphs(void **state)
{
    const struct prose_options options = {0};
    struct node node = {.style = SCALAR_FOLDED,
                        .text = STR("one *two*\nthree\n")};
    struct sources *sources = sources_new(*state);
    struct findings *findings = findings_new(*state, sources);
    struct prose prose;

    (void)sources_add(sources, STR("t"), STR(""));
    prose = markdown_read(*state, findings, &node, &options);
    assert_str(show(*state, &prose), "one <e|two>\nthree");
}

/* ---- what holds for every text ----------------------------------------- */

static void
expect_sound(const struct prose *prose)
{
    size_t at = 0, run = 0;

    for (size_t i = 0; i < prose->blocks.count; i++) {
        const struct prose_block *block = &prose->blocks.at[i];

        assert_int_equal(block->first_run, run);
        assert_int_equal(block->from, at);
        for (size_t r = 0; r < block->run_count; r++, run++) {
            assert_int_equal(prose->runs.at[run].from, at);
            assert_true(prose->runs.at[run].to > at);
            at = prose->runs.at[run].to;
        }
        assert_int_equal(block->to, at++);
    }
    assert_int_equal(prose->runs.count, run);
    assert_int_equal(prose->plain.len, at > 0 ? at - 1 : 0);
    at = 0;
    for (size_t i = 0; i < prose->pieces.count; i++) {
        const struct prose_piece *piece = &prose->pieces.at[i];

        assert_true(piece->plain >= at && piece->plain <= at + 1);
        at = piece->plain + piece->len;
        if (piece->exact)
            assert_memory_equal(prose->plain.at + piece->plain,
                                prose->node->text.at + piece->raw_from,
                                piece->len);
    }
    assert_int_equal(at, prose->plain.len);
}

static const char *const atoms[] = {
    "a",
    " b",
    "*",
    "**",
    "_",
    "`",
    "\n",
    "\n\n",
    "[",
    "](",
    ")",
    "\\",
    "{none}",
    "{wait.after}",
    "- ",
    "1. ",
    "> ",
    "    ",
    "<b>",
    "&amp;",
    "![",
    "\303\251",
    "#",
    "  \n",
    "\\\n",
    "http://",
    "<",
    ">",
    "|-",
    "\t",
    "\363\260\200\200",
    "{x}",
};

static uint32_t
random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void
every_text_gives_sound_prose(void **state)
{
    uint32_t seed = 11;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct arena *arena = arena_new();
        struct buf buf = buf_new(arena);
        struct read read;
        uint32_t count = random_next(&seed) % 24;

        while (count-- > 0)
            buf_add_text(&buf, atoms[random_next(&seed) % 32]);
        read = read_text(arena, buf_str(&buf), random_next(&seed) % 2 == 0);
        expect_sound(&read.prose);
        arena_free(arena);
    }
}

static const char *const endless[] = {
    "[",   "![[]()", "*a ",   "a**b",  "*a **a ", "`a``b```c",
    "> ",  "- ",     "<",     "&amp;", "{none}",  "{x} *",
    "\\*", "]: ",    "* a\n", "a\n",   "  ",
};

static void
long_texts_take_bounded_time(void **state)
{
    clock_t start = clock();

    (void)state;
    for (size_t i = 0; i < sizeof endless / sizeof endless[0]; i++) {
        struct arena *arena = arena_new();
        struct buf buf = buf_new(arena);
        struct read read;

        while (buf.len < 60000)
            buf_add_text(&buf, endless[i]);
        read = read_text(arena, buf_str(&buf), false);
        expect_sound(&read.prose);
        arena_free(arena);
    }
    assert_true((clock() - start) / CLOCKS_PER_SEC < 10);
}

static void
a_word_of_a_megabyte_is_a_word(void **state)
{
    char *at = arena_alloc(*state, 1000000);
    struct read read;

    memset(at, 'w', 1000000);
    read = read_text(*state, (struct str){at, 1000000}, true);
    assert_ptr_equal(read.prose.plain.at, read.node->text.at);
    at[500000] = '*';
    read = read_text(*state, (struct str){at, 1000000}, true);
    assert_int_equal(read.prose.plain.len, 1000000);
    assert_int_equal(findings_at(read.findings, 0)->code, CODE_X048);
    expect_sound(&read.prose);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(prose_is_read),
        UNIT_TEST(what_is_not_prose_is_reported),
        UNIT_TEST(lines_are_joined_where_one_is_wanted),
        UNIT_TEST(places_lead_back),
        UNIT_TEST(empty_lines_end_paragraphs),
        cmocka_unit_test(every_text_gives_sound_prose),
        cmocka_unit_test(long_texts_take_bounded_time),
        UNIT_TEST(a_word_of_a_megabyte_is_a_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
