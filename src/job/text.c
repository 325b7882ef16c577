#include "parts.h"

#include "text_parts.h"

struct posting
posting_new(struct arena *arena)
{
    return (struct posting){
        .arena = arena, .signs = signs_new(arena), .words = words_new(arena)};
}

struct block *
posting_add(struct posting *posting, struct str text, size_t line)
{
    text = str_trim(text);
    if (!text.len)
        return NULL;
    struct block *block = list_add(posting->arena, &posting->blocks);
    *block = (struct block){.text = text, .line = line};
    return block;
}

const sign_hit_list *
posting_look(struct posting *posting, struct str text)
{
    words_fold(&posting->words, text);
    signs_find(posting->arena, posting->signs, &posting->words, &posting->hits);
    return &posting->hits;
}

/* Every line that is not blank, in its order. */
struct job_text
job_text_read(struct arena *arena, struct findings *findings, uint32_t source)
{
    struct posting posting = posting_new(arena);
    struct str text = source_text(findings_sources(findings), source);
    posting_read_plain(&posting, text, 1);
    posting_find_head(&posting);
    posting_place_lines(&posting);
    return posting.text;
}

struct job_text
job_head(struct arena *arena, struct str name, struct str bytes)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    return job_text_read(arena, findings, sources_add(sources, name, bytes));
}
