/* Paragraphs and what can be linked to. */
#include "word.h"

/* Names are as long as this at most and hold no other signs (Word). */
#define NAME_MOST 32

struct str
word_bookmark_name(struct word_file *word, struct str anchor)
{
    size_t i = 0;
    struct buf name = buf_new(word->arena);
    while (i < word->bookmarks.count &&
           !str_equal(word->bookmarks.at[i].anchor, anchor))
        i++;
    if (i == word->bookmarks.count)
        list_add(word->arena, &word->bookmarks)->anchor = anchor;
    buf_print(&name, "_%zu_", i + 1);
    for (size_t at = 0; at < anchor.len && name.len < NAME_MOST; at++)
        buf_add_byte(&name,
                     ascii_is_alnum(anchor.at[at]) ? anchor.at[at] : '_');
    return buf_str(&name);
}

static void
add_bookmark(struct word_file *word, struct str anchor)
{
    if (!anchor.len)
        return;
    size_t id = word->bookmark_ids++;
    buf_print(&word->body,
              "<w:bookmarkStart w:id=\"%zu\" w:name=\"%.*s\"/>"
              "<w:bookmarkEnd w:id=\"%zu\"/>",
              id, STR_ARG(word_bookmark_name(word, anchor)), id);
}

/* In the order of CT_PPr. */
void
word_paragraph_begin(struct word_file *word, const struct paragraph_look *look)
{
    struct buf *out = &word->body;
    buf_print(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", look->style);
    if (look->keeps_next)
        buf_add_text(out, "<w:keepNext/>");
    if (word->page_break)
        buf_add_text(out, "<w:pageBreakBefore/>");
    if (look->list)
        buf_print(out,
                  "<w:numPr><w:ilvl w:val=\"%zu\"/><w:numId w:val=\"%zu\"/>"
                  "</w:numPr>",
                  look->level, look->list);
    else if (word->indent)
        buf_print(out, "<w:ind w:left=\"%lld\"/>",
                  (long long)word_twips(word->indent));
    buf_add_text(out, "</w:pPr>");
    word->page_break = false;
    add_bookmark(word, look->anchor);
}

void
word_paragraph_end(struct word_file *word)
{
    buf_add_text(&word->body, "</w:p>\n");
}

void
word_paragraph_add(struct word_file *word, const char *style,
                   const struct inline_text *text)
{
    if (word_is_empty(text))
        return;
    word_paragraph_begin(word, &(struct paragraph_look){.style = style});
    word_runs_add(word, &word->body, text, (struct run_look){0});
    word_paragraph_end(word);
}

void
word_paragraph_add_plain(struct word_file *word, const char *style,
                         struct str text)
{
    if (!text.len)
        return;
    word_paragraph_begin(word, &(struct paragraph_look){.style = style});
    word_runs_add_plain(word, &word->body, text, (struct run_look){0});
    word_paragraph_end(word);
}
