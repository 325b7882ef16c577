/*
 * Documents as plain text, Markdown and HTML: every printed word is there
 * once, in one order, whatever the format; and HTML is well formed, its ids
 * and levels of headings are in order, and it fetches nothing.
 */
#include "../unit/model.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/file.h"
#include "base/utf8.h"
#include "compose/compose.h"
#include "edition/edition.h"
#include "layout/theme.h"
#include "output/output.h"

/* ---- comparing words ----------------------------------------------------- */

static bool
is_nothing(uint32_t c)
{
    return c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/* Letters alone: neither case nor blanks differ. */
static struct str
bare(struct arena *arena, struct str text)
{
    struct str composed = utf8_to_nfc(arena, text);
    struct buf out = buf_new(arena);
    for (size_t at = 0; at < composed.len;) {
        uint32_t c = utf8_next(composed, &at);
        if (!is_nothing(c))
            buf_add_code_point(&out, utf8_lower(utf8_upper(c)));
    }
    return buf_str(&out);
}

static size_t
count_in(struct str text, struct str part)
{
    size_t count = 0;
    for (size_t at = 0; (at = str_find(text, part, at)) != SIZE_MAX; at++)
        count++;
    return count;
}

/* ---- what a document says ------------------------------------------------ */

struct said {
    struct arena *arena;
    LIST(struct str) at;     /* in the order of reading */
    LIST(struct str) points; /* whole texts of items and paragraphs */
};

static void
say(struct said *said, struct str text)
{
    struct str words = bare(said->arena, text);
    if (words.len)
        *list_add(said->arena, &said->at) = words;
}

static void
say_inline(struct said *said, const struct inline_text *text)
{
    for (size_t i = 0; i < text->runs.count; i++)
        say(said, text->runs.at[i].text);
}

static void
say_data(struct said *said, const struct block *block)
{
    for (size_t i = 0; i < block->lines.count; i++) {
        say_inline(said, &block->lines.at[i].label);
        say_inline(said, &block->lines.at[i].text);
    }
    for (size_t i = 0; i < block->rows.count; i++)
        for (size_t k = 0; k < block->rows.at[i].cells.count; k++)
            say_inline(said, &block->rows.at[i].cells.at[k].text);
    for (size_t i = 0; i < block->tiles.count; i++) {
        say(said, block->tiles.at[i].label);
        say(said, block->tiles.at[i].value);
        say(said, block->tiles.at[i].note);
    }
    for (size_t i = 0; i < block->comparisons.count; i++)
        say(said, block->comparisons.at[i].label);
    if (block->chart)
        say(said, block->chart->title);
}

static void
say_block(struct said *said, const struct block *block)
{
    bool is_head = block->kind == BLOCK_HEAD || block->kind == BLOCK_COVER;
    bool is_point = block->kind == BLOCK_ITEM || block->kind == BLOCK_PARAGRAPH;
    if (block->kind == BLOCK_CONTENTS)
        return;
    say_inline(said, &block->lead);
    say_inline(said, &block->title);
    say(said, block->post_nominals);
    if (is_head)
        say_inline(said, &block->aside);
    say_inline(said, &block->subtitle);
    say_inline(said, &block->place);
    if (!is_head)
        say_inline(said, &block->aside);
    for (size_t i = 0; i < block->contacts.count; i++)
        say(said, block->contacts.at[i].text);
    if (is_head)
        say_inline(said, &block->attribution);
    say_inline(said, &block->text);
    if (!is_head)
        say_inline(said, &block->attribution);
    if (is_point && block->text.runs.count == 1)
        *list_add(said->arena, &said->points) =
            bare(said->arena, block->text.runs.at[0].text);
    say_data(said, block);
    for (size_t i = 0; i < block->children.count; i++)
        say_block(said, block->children.at[i]);
}

/* ---- HTML ---------------------------------------------------------------- */

/* A reader of what our writer may write, and of nothing else. */
struct reader {
    struct arena *arena;
    struct str rest;
    LIST(struct str) open, ids, targets;
    struct buf words;
    unsigned heading; /* level of the last one */
};

static bool
is_void(struct str tag)
{
    static const struct str tags[] = {STR_INIT("meta"), STR_INIT("img"),
                                      STR_INIT("br")};
    return str_among(tag, tags, sizeof tags / sizeof *tags);
}

static void
read_attribute(struct reader *reader, struct str tag, struct str name,
               struct str value)
{
    bool is_address = str_is(name, "href") || str_is(name, "src");
    if (str_is(name, "id")) {
        if (str_among(value, reader->ids.at, reader->ids.count))
            fail_msg("id %.*s stands twice", STR_ARG(value));
        *list_add(reader->arena, &reader->ids) = value;
    }
    if (is_address && str_starts(value, STR("#")))
        *list_add(reader->arena, &reader->targets) =
            str_slice(value, 1, value.len);
    else if (is_address && !str_is(tag, "a") &&
             !str_starts(value, STR("data:image/")))
        fail_msg("<%.*s> fetches %.*s", STR_ARG(tag), STR_ARG(value));
    assert_false(str_starts(name, STR("on")) || str_is(name, "style"));
}

static void
read_attributes(struct reader *reader, struct str tag, struct str text)
{
    while ((text = str_trim(text)).len) {
        struct str name = str_cut(&text, '=');
        assert_true(str_starts(text, STR("\"")));
        text = str_slice(text, 1, text.len);
        struct str value = str_cut(&text, '"');
        while (str_find_byte(name, ' ', 0) != SIZE_MAX)
            (void)str_cut(&name, ' '); /* those without a value */
        assert_int_equal(str_find_byte(value, '<', 0), SIZE_MAX);
        read_attribute(reader, tag, name, value);
    }
}

static void
read_heading(struct reader *reader, struct str tag)
{
    unsigned level = tag.len == 2 && tag.at[0] == 'h' ? tag.at[1] - '0' : 0;
    if (level < 1 || level > 6)
        return;
    if (level > reader->heading + 1)
        fail_msg("h%u stands below h%u", level, reader->heading);
    reader->heading = level;
}

static void
read_tag(struct reader *reader, struct str text)
{
    bool is_end = str_starts(text, STR("/"));
    bool is_closed = str_ends(text, STR("/"));
    struct str rest = str_slice(text, is_end, text.len - is_closed);
    struct str tag = str_cut(&rest, ' ');
    if (str_starts(text, STR("!DOCTYPE")))
        return;
    assert_false(str_is(tag, "script") || str_is(tag, "link") ||
                 str_is(tag, "iframe"));
    if (is_end) {
        assert_true(reader->open.count > 0);
        struct str last = reader->open.at[--reader->open.count];
        if (!str_equal(last, tag))
            fail_msg("</%.*s> ends <%.*s>", STR_ARG(tag), STR_ARG(last));
        return;
    }
    read_attributes(reader, tag, rest);
    read_heading(reader, tag);
    if (!is_closed && !is_void(tag))
        *list_add(reader->arena, &reader->open) = tag;
}

static bool
is_inside(const struct reader *reader, const char *tag)
{
    for (size_t i = 0; i < reader->open.count; i++)
        if (str_is(reader->open.at[i], tag))
            return true;
    return false;
}

static void
read_text(struct reader *reader, struct str text)
{
    static const struct {
        const char *name;
        char sign;
    } entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    bool is_shown = is_inside(reader, "body") && !is_inside(reader, "nav") &&
                    !is_inside(reader, "caption");
    if (is_inside(reader, "style")) {
        assert_int_equal(str_find(text, STR("url("), 0), SIZE_MAX);
        assert_int_equal(str_find(text, STR("@import"), 0), SIZE_MAX);
    }
    for (size_t i = 0; is_shown && i < text.len; i++) {
        struct str here = str_slice(text, i, text.len);
        char sign = text.at[i];
        for (size_t k = 0; sign == '&' && k < 4; k++)
            if (str_starts(here, str_from(entities[k].name))) {
                i += strlen(entities[k].name) - 1;
                sign = entities[k].sign;
                break;
            } else if (k == 3) {
                fail_msg("a sign is not escaped: %.*s", STR_ARG(here));
            }
        buf_add_byte(&reader->words, sign);
    }
}

static struct str
read_html(struct arena *arena, struct str bytes)
{
    struct reader reader = {
        .arena = arena, .rest = bytes, .words = buf_new(arena)};
    while (reader.rest.len) {
        read_text(&reader, str_cut(&reader.rest, '<'));
        if (reader.rest.len)
            read_tag(&reader, str_cut(&reader.rest, '>'));
    }
    assert_int_equal(reader.open.count, 0);
    for (size_t i = 0; i < reader.targets.count; i++)
        if (!str_among(reader.targets.at[i], reader.ids.at, reader.ids.count))
            fail_msg("#%.*s is nowhere", STR_ARG(reader.targets.at[i]));
    return buf_str(&reader.words);
}

/* ---- Markdown ------------------------------------------------------------ */

static struct str
read_markdown(struct arena *arena, struct str bytes)
{
    struct buf out = buf_new(arena);
    cmark_node *root =
        cmark_parse_document(bytes.at, bytes.len, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT ||
            cmark_node_get_type(node) == CMARK_NODE_CODE)
            buf_add_text(&out, cmark_node_get_literal(node));
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
    return buf_str(&out);
}

static struct str
read_plain(struct arena *arena, struct str bytes)
{
    (void)arena;
    assert_true(str_ends(bytes, STR("\n")));
    assert_false(str_ends(bytes, STR("\n\n")));
    assert_int_equal(str_find(bytes, STR(" \n"), 0), SIZE_MAX);
    assert_int_equal(str_find(bytes, STR("\n\n\n"), 0), SIZE_MAX);
    assert_int_equal(str_find_byte(bytes, '\r', 0), SIZE_MAX);
    return bytes;
}

/* ---- all ----------------------------------------------------------------- */

static void
compare(struct arena *arena, const struct said *said, struct str words,
        const char *format)
{
    struct str got = bare(arena, words), joined;
    struct buf all = buf_new(arena);
    size_t at = 0;
    for (size_t i = 0; i < said->at.count; i++) {
        size_t found = str_find(got, said->at.at[i], at);
        if (found == SIZE_MAX)
            fail_msg("%s lacks \"%.*s\" behind \"%.*s\"", format,
                     STR_ARG(said->at.at[i]),
                     STR_ARG(str_slice(got, at < 60 ? 0 : at - 60, at)));
        at = found + said->at.at[i].len;
        buf_add(&all, said->at.at[i]);
        buf_add_byte(&all, '\n');
    }
    joined = buf_str(&all);
    for (size_t i = 0; i < said->points.count; i++)
        if (said->points.at[i].len > 30 &&
            count_in(got, said->points.at[i]) >
                count_in(joined, said->points.at[i]))
            fail_msg("%s repeats \"%.*s\"", format,
                     STR_ARG(said->points.at[i]));
}

static void
check_document(struct arena *arena, struct findings *findings,
               const struct edition *edition, const struct document *document)
{
    static const struct {
        struct output_result (*write)(const struct output_task *);
        struct str (*read)(struct arena *, struct str);
        const char *name;
    } formats[] = {{text_write, read_plain, "text"},
                   {markdown_write, read_markdown, "Markdown"},
                   {html_write, read_html, "HTML"}};
    const struct theme_request request = {.name = STR("modern"),
                                          .span = SPAN_NONE};
    const struct output_task task = {.arena = arena,
                                     .findings = findings,
                                     .edition = edition,
                                     .document = document,
                                     .theme =
                                         theme_load(arena, findings, &request),
                                     .columns = 72};
    struct said said = {.arena = arena};
    for (size_t i = 0; i < document->blocks.count; i++)
        say_block(&said, document->blocks.at[i]);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        struct str bytes = formats[i].write(&task).bytes;
        assert_true(str_equal(bytes, formats[i].write(&task).bytes));
        compare(arena, &said, formats[i].read(arena, bytes), formats[i].name);
    }
}

static void
check_file(const char *path)
{
    struct arena *arena = arena_new();
    struct str bytes;
    assert_false(file_read(arena, path, 1 << 20, &bytes).failed);
    struct decoded decoded = decode_text(arena, bytes);
    const struct edition_options options = {.pack = pack_find(STR(""))};
    const struct edition *edition =
        edition_make(arena, decoded.findings, decoded.candidate, &options);
    const struct compose_options composed = {
        .today = {.year = 2025, .month = 11, .day = 22},
        .figures = {.key_metrics = FIGURE_YES}};
    check_document(arena, decoded.findings, edition,
                   compose_resume(arena, edition, &composed));
    check_document(arena, decoded.findings, edition,
                   compose_portfolio(arena, edition, &composed));
    if (edition->shown->letter.paragraphs.count)
        check_document(arena, decoded.findings, edition,
                       compose_letter(arena, edition, &composed));
    arena_free(arena);
}

static void
every_word_once_and_in_order(void **state)
{
    static const char *const files[] = {
        "examples/jordan-avery.yaml",
        "examples/grace-tamura.yaml",
        "examples/nadia-ferris.yaml",
        "examples/noor-haddad.yaml",
        "examples/ruth-castellan.yaml",
        "examples/tomas-reyes.yaml",
        "tests/scripts/names.yaml",
        "tests/cli/output-txt-letter/me.yaml",
        "tests/cli/output-html-arabic/me.yaml",
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        print_message("%s\n", files[i]);
        check_file(files[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {UNIT_TEST(every_word_once_and_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
