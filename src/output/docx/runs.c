/* Inline text as runs: their properties, links, directions, special signs. */
#include "base/utf8.h"
#include "output/uri.h"
#include "word.h"

#define LINE_SEPARATOR 0x2028
#define NO_BREAK_SPACE 0xA0
#define SOFT_HYPHEN 0xAD
#define NO_BREAK_HYPHEN 0x2011

bool
word_is_empty(const struct inline_text *text)
{
    for (size_t i = 0; i < text->runs.count; i++)
        if (text->runs.at[i].text.len)
            return false;
    return true;
}

/* ---- direction -----------------------------------------------------------
 */

enum direction { DIRECTION_NONE, LEFT_TO_RIGHT, RIGHT_TO_LEFT };

/* Blocks of letters that are written from right to left (DerivedBidiClass.txt
   of Unicode: R and AL). */
static const uint32_t right_to_left[][2] = {
    {0x0590, 0x08FF}, {0x200F, 0x200F},   {0xFB1D, 0xFDFF},
    {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
};

static enum direction
direction_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof right_to_left / sizeof *right_to_left; i++)
        if (c >= right_to_left[i][0] && c <= right_to_left[i][1])
            return RIGHT_TO_LEFT;
    return utf8_is_letter(c) ? LEFT_TO_RIGHT : DIRECTION_NONE;
}

/* Of the first letter that has one; *at moves to it, or to the end. */
static enum direction
next_direction(struct str text, size_t *at)
{
    while (*at < text.len) {
        size_t next = *at;
        enum direction direction = direction_of(utf8_next(text, &next));
        if (direction != DIRECTION_NONE)
            return direction;
        *at = next;
    }
    return DIRECTION_NONE;
}

/* How far the text from `at` on goes one way. What has no direction goes with
   what is around it, or with the paragraph between two ways. */
static size_t
direction_end(const struct word_file *word, struct str text, size_t at,
              enum direction *way)
{
    enum direction base = word->right_to_left ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    size_t letter = at;
    enum direction here = next_direction(text, &letter);
    *way = letter == at && here != DIRECTION_NONE ? here : base;
    while (letter < text.len) {
        if (here != *way)
            return *way == base ? letter : at;
        (void)utf8_next(text, &letter);
        at = letter; /* behind the last letter that goes this way */
        here = next_direction(text, &letter);
    }
    return *way == base ? text.len : at;
}

static bool
has_directions(const struct word_file *word, struct str text)
{
    if (word->right_to_left)
        return true;
    for (size_t at = 0; at < text.len;)
        if (direction_of(utf8_next(text, &at)) == RIGHT_TO_LEFT)
            return true;
    return false;
}

/* ---- runs ----------------------------------------------------------------
 */

/* In the order of CT_RPr. */
static void
add_properties(struct buf *out, const char *style, unsigned bits, bool is_rtl)
{
    const unsigned shown = INLINE_STRONG | INLINE_EMPHASIS | INLINE_CODE;
    if (!style && (bits & INLINE_MUTED))
        style = "Muted";
    if (!style && !(bits & shown) && !is_rtl)
        return;
    buf_add_text(out, "<w:rPr>");
    if (style)
        buf_print(out, "<w:rStyle w:val=\"%s\"/>", style);
    if (bits & INLINE_CODE)
        buf_add_text(out, "<w:rFonts w:ascii=\"Courier New\" "
                          "w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>");
    if (bits & INLINE_STRONG)
        buf_add_text(out, "<w:b/><w:bCs/>");
    if (bits & INLINE_EMPHASIS)
        buf_add_text(out, "<w:i/><w:iCs/>");
    if (is_rtl)
        buf_add_text(out, "<w:rtl/>");
    buf_add_text(out, "</w:rPr>");
}

/* What is an element of its own and no letter; NULL: a letter. */
static const char *
sign_of(uint32_t c)
{
    switch (c) {
    case LINE_SEPARATOR:
    case '\n':
        return "<w:br/>";
    case '\t':
        return "<w:tab/>";
    case SOFT_HYPHEN:
        return "<w:softHyphen/>";
    case NO_BREAK_HYPHEN:
        return "<w:noBreakHyphen/>";
    default:
        return NULL;
    }
}

static void
add_letters(struct buf *out, struct str text, bool is_loose)
{
    bool is_open = false;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        const char *sign = sign_of(c);
        if (!sign && !is_open)
            buf_add_text(out, "<w:t xml:space=\"preserve\">");
        else if (sign && is_open)
            buf_add_text(out, "</w:t>");
        is_open = !sign;
        if (sign)
            buf_add_text(out, sign);
        else if (is_loose && c == NO_BREAK_SPACE)
            buf_add_byte(out, ' ');
        else
            buf_add_xml(out, str_slice(text, from, at));
    }
    if (is_open)
        buf_add_text(out, "</w:t>");
}

static void
add_run(struct word_file *word, struct buf *out, struct str text,
        const char *style, unsigned bits, bool is_loose)
{
    bool is_split = has_directions(word, text);
    for (size_t at = 0; at < text.len;) {
        enum direction way = LEFT_TO_RIGHT;
        size_t end = is_split ? direction_end(word, text, at, &way) : text.len;
        buf_add_text(out, "<w:r>");
        add_properties(out, style, bits, way == RIGHT_TO_LEFT);
        add_letters(out, str_slice(text, at, end), is_loose);
        buf_add_text(out, "</w:r>");
        at = end;
    }
}

/* ---- links ---------------------------------------------------------------
 */

static void
open_link(struct word_file *word, struct buf *out, const struct inline_run *run)
{
    if (run->url.len)
        buf_print(out, "<w:hyperlink r:id=\"rId%zu\" w:history=\"1\">",
                  word_relation(word, RELATION_LINK,
                                uri_clean(word->arena, run->url)));
    else
        buf_print(out, "<w:hyperlink w:anchor=\"%.*s\" w:history=\"1\">",
                  STR_ARG(word_bookmark_name(word, run->target)));
}

static bool
is_link(const struct inline_run *run)
{
    return run->url.len || run->target.len;
}

/* Runs side by side that lead to one place are one link. */
static size_t
link_end(const struct inline_text *text, size_t i)
{
    const struct inline_run *first = &text->runs.at[i];
    while (i < text->runs.count &&
           str_equal(text->runs.at[i].url, first->url) &&
           str_equal(text->runs.at[i].target, first->target))
        i++;
    return i;
}

void
word_runs_add(struct word_file *word, struct buf *out,
              const struct inline_text *text, struct run_look look)
{
    for (size_t i = 0; i < text->runs.count;) {
        const struct inline_run *first = &text->runs.at[i];
        size_t end = link_end(text, i);
        bool links = is_link(first);
        if (links)
            open_link(word, out, first);
        for (; i < end; i++)
            add_run(word, out, text->runs.at[i].text,
                    links && !look.style ? "Hyperlink" : look.style,
                    text->runs.at[i].style | look.add, look.is_loose);
        if (links)
            buf_add_text(out, "</w:hyperlink>");
    }
}

void
word_runs_add_plain(struct word_file *word, struct buf *out, struct str text,
                    struct run_look look)
{
    add_run(word, out, text, look.style, look.add, look.is_loose);
}

void
word_runs_add_link(struct word_file *word, struct buf *out, struct str text,
                   struct str url)
{
    struct inline_run run = {.text = text, .url = url};
    const struct inline_text one = {.runs = {&run, 1, 1}};
    word_runs_add(word, out, &one, (struct run_look){0});
}

void
word_runs_add_tab(struct buf *out)
{
    buf_add_text(out, "<w:r><w:tab/></w:r>");
}

void
word_runs_add_field(struct buf *out, const char *code, const char *usual,
                    struct run_look look)
{
    buf_print(out, "<w:fldSimple w:instr=\" %s \"><w:r>", code);
    add_properties(out, look.style, look.add, false);
    buf_print(out, "<w:t>%s</w:t></w:r></w:fldSimple>", usual);
}
