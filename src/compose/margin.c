#include "compose/margin.h"

#include "compose/template.h"

/* "Page 1 of 2"; "1 / 2" in a language without words for it. */
static struct str
page_words(struct arena *arena, const struct document_words *words,
           struct margin_pages pages)
{
    if (words->page.len)
        return str_format(arena, "%.*s %.*s %.*s %.*s", STR_ARG(words->page),
                          STR_ARG(pages.number), STR_ARG(words->of),
                          STR_ARG(pages.count));
    return str_format(arena, "%.*s / %.*s", STR_ARG(pages.number),
                      STR_ARG(pages.count));
}

struct inline_text
margin_text(struct arena *arena, const struct document *document,
            struct str template, struct margin_pages pages)
{
    const struct placeholder values[] = {
        {"name", document->author, NULL},
        {"headline", document->subject, NULL},
        {"document", document->what, NULL},
        {"about", document->footer, NULL},
        {"page_of_pages", page_words(arena, &document->words, pages), NULL},
        {"page_number", pages.number, NULL},
        {"total_pages", pages.count, NULL},
        {"last_updated", document->words.last_updated, NULL},
        {"updated_date", document->updated, NULL},
        {"current_date", document->today, NULL},
        {0}};
    return template_fill(arena, template, values);
}
