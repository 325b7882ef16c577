/* The footer of pages, by the templates of the look; the program that opens
   the file counts the pages. */
#include "base/utf8.h"
#include "compose/margin.h"
#include "word.h"

/* Stand for numbers until the runs are written: characters that no text has
   (Unicode, noncharacters). */
#define SIGN_NUMBER "\xef\xb7\x90" /* U+FDD0 */
#define SIGN_COUNT "\xef\xb7\x91"  /* U+FDD1 */

static const struct {
    struct str sign;
    const char *field;
} fields[] = {
    {STR_INIT(SIGN_NUMBER), "PAGE"},
    {STR_INIT(SIGN_COUNT), "NUMPAGES"},
};

/* The field at this place of a text, NULL when there is none. */
static const char *
field_at(struct str text, size_t at)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (str_starts(str_slice(text, at, text.len), fields[i].sign))
            return fields[i].field;
    return NULL;
}

static void
add_run(struct word_file *word, struct buf *out, const struct inline_run *run)
{
    const struct run_look look = {.add = run->style};
    size_t from = 0;
    for (size_t at = 0; at < run->text.len;) {
        size_t here = at;
        const char *field = field_at(run->text, at);
        (void)utf8_next(run->text, &at); /* only how long it is matters */
        if (!field)
            continue;
        word_runs_add_plain(word, out, str_slice(run->text, from, here), look);
        word_runs_add_field(out, field, "1", look);
        from = at;
    }
    word_runs_add_plain(word, out, str_slice(run->text, from, run->text.len),
                        look);
}

static struct inline_text
text_of(struct word_file *word, enum skin_side side)
{
    const struct margin_pages pages = {STR(SIGN_NUMBER), STR(SIGN_COUNT)};
    return margin_text(word->arena, word->document, word->skin.footer[side],
                       pages);
}

static void
add_text(struct word_file *word, struct buf *out,
         const struct inline_text *text)
{
    for (size_t i = 0; i < text->runs.count; i++)
        add_run(word, out, &text->runs.at[i]);
}

/* Letters are half as wide as high, about. */
static bool
reaches_middle(const struct word_file *word, const struct inline_text *start)
{
    size_t bytes = 0;
    for (size_t i = 0; i < start->runs.count; i++)
        bytes += start->runs.at[i].text.len;
    return (upt)bytes * word->skin.text[SKIN_FOOTER].size / 2 >
           word_measure(word) * 2 / 5;
}

/* Its style has a tab at the end of the line; one in the middle is for what
   stands there, if there is room. */
struct str
word_footer(struct word_file *word)
{
    const struct inline_text start = text_of(word, SKIN_START),
                             center = text_of(word, SKIN_CENTER),
                             end = text_of(word, SKIN_END);
    struct buf out = buf_new(word->arena);
    bool has_middle = !word_is_empty(&center) && !reaches_middle(word, &start);
    buf_add_text(&out, XML_HEAD "<w:ftr xmlns:w=\"" MAIN_SPACE
                                "\" xmlns:r=\"" RELATION_SPACE
                                "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>");
    if (has_middle)
        buf_print(&out,
                  "<w:tabs><w:tab w:val=\"center\" w:pos=\"%lld\"/></w:tabs>",
                  (long long)word_twips(word_measure(word) / 2));
    buf_add_text(&out, "</w:pPr>");
    add_text(word, &out, &start);
    word_runs_add_tab(&out);
    add_text(word, &out, &center);
    if (has_middle)
        word_runs_add_tab(&out);
    else if (!word_is_empty(&center) && !word_is_empty(&end))
        word_runs_add_plain(word, &out, STR(" \xc2\xb7 "),
                            (struct run_look){0});
    add_text(word, &out, &end);
    buf_add_text(&out, "</w:p></w:ftr>\n");
    return buf_str(&out);
}
