/*
 * Texts of special signs, made up from a seed: whatever they are, a reader of
 * CommonMark gives back the words that were meant, with their marks, as one
 * block of the kind that was meant.
 */
#include "../unit/unit.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "output/output.h"

static uint64_t seed;

static size_t
below(size_t limit)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)((seed >> 33) % limit);
}

/* ---- a document ---------------------------------------------------------- */

static struct str
make_words(struct arena *arena, size_t count)
{
    static const char *const pieces[] = {
        "a",    "b1",  "Z",    " ",    " ",   "  ",        "*",   "**",  "_",
        "__",   "`",   "``",   "[",    "]",   "(",         ")",   "](",  "!",
        "<",    "<b>", "</i>", ">",    "#",   "# ",        "##",  "-",   "- ",
        "---",  "+ ",  "1.",   "12) ", "=",   "===",       "&",   "&lt", ";",
        "&#9;", "\\",  "|",    "~",    "~~~", ":",         "[x]", "é",   "「",
        "字",   ".",   ",",    "!",    "\t",  "2. ",       "(c)", "...", "\"x",
        "'",    "a_b", "$",    "%",    "@",   "http://x.y"};
    struct buf out = buf_new(arena);
    while (count--)
        buf_add_text(&out, pieces[below(sizeof pieces / sizeof *pieces)]);
    return buf_str(&out);
}

static struct inline_text
make_text(struct arena *arena)
{
    static const unsigned styles[] = {0,
                                      0,
                                      INLINE_STRONG,
                                      INLINE_EMPHASIS,
                                      INLINE_STRONG | INLINE_EMPHASIS,
                                      INLINE_CODE};
    struct inline_text text = {0};
    for (size_t runs = 1 + below(4); runs > 0; runs--)
        *list_add(arena, &text.runs) = (struct inline_run){
            .text = make_words(arena, 1 + below(7)),
            .style = styles[below(6)],
            .url = below(5) ? STR("") : STR("https://x.y/(a)_b?c=1&lt;=2*"),
        };
    return text;
}

static struct block *
make_block(struct arena *arena, enum block_kind kind)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = kind;
    block->level = 1;
    return block;
}

/* A paragraph, a title or an item. */
static struct document
make_document(struct arena *arena, enum block_kind kind,
              const struct inline_text *text)
{
    struct document document = {.words = document_words(NULL)};
    struct block *block = make_block(arena, kind), *list;
    if (kind == BLOCK_SECTION)
        block->title = *text;
    else
        block->text = *text;
    if (kind == BLOCK_ITEM) {
        list = make_block(arena, BLOCK_LIST);
        *list_add(arena, &list->children) = block;
        block = list;
    }
    *list_add(arena, &document.blocks) = block;
    return document;
}

/* ---- what is read -------------------------------------------------------- */

/* Blanks between words are all alike, and none stands at an end; nothing is
   behind a tag that marks could not say. */
static struct str
squeezed(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_space(text.at[i]))
            buf_add_byte(&out, text.at[i]);
        else if (out.len && out.at[out.len - 1] != ' ')
            buf_add_byte(&out, ' ');
    return str_copy(arena, str_trim(buf_str(&out)));
}

static struct str
meant(struct arena *arena, const struct inline_text *text)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text->runs.count; i++)
        buf_add(&out, text->runs.at[i].text);
    return squeezed(arena, buf_str(&out));
}

static struct str
read_back(struct arena *arena, cmark_node *root)
{
    struct buf out = buf_new(arena);
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT ||
            cmark_node_get_type(node) == CMARK_NODE_CODE)
            buf_add_text(&out, cmark_node_get_literal(node));
    }
    cmark_iter_free(iter);
    return squeezed(arena, buf_str(&out));
}

static cmark_node_type
kind_read(cmark_node *root)
{
    cmark_node *first = cmark_node_first_child(root);
    return first && !cmark_node_next(first) ? cmark_node_get_type(first)
                                            : CMARK_NODE_NONE;
}

static void
check_one(struct arena *arena, enum block_kind kind, cmark_node_type expected)
{
    struct inline_text text = make_text(arena);
    struct document document = make_document(arena, kind, &text);
    const struct output_task task = {.arena = arena, .document = &document};
    struct str words = meant(arena, &text);
    struct str bytes = markdown_write(&task).bytes;
    if (!words.len)
        return;
    cmark_node *root =
        cmark_parse_document(bytes.at, bytes.len, CMARK_OPT_DEFAULT);
    struct str again = read_back(arena, root);
    if (!str_equal(words, again) || kind_read(root) != expected)
        fail_msg("seed %llu: meant \"%.*s\", read \"%.*s\" (%d) from: %.*s",
                 (unsigned long long)seed, STR_ARG(words), STR_ARG(again),
                 (int)kind_read(root), STR_ARG(bytes));
    cmark_node_free(root);
}

static void
words_come_back(void **state)
{
    (void)state;
    for (seed = 1; seed < 1 + 20000 * 7919u; seed = seed + 7919) {
        uint64_t began = seed;
        struct arena *arena = arena_new();
        check_one(arena, BLOCK_PARAGRAPH, CMARK_NODE_PARAGRAPH);
        check_one(arena, BLOCK_SECTION, CMARK_NODE_HEADING);
        check_one(arena, BLOCK_ITEM, CMARK_NODE_LIST);
        arena_free(arena);
        seed = began;
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {UNIT_TEST(words_come_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
