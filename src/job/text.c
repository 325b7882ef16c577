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
    if (!text.len || posting->cut_line)
        return NULL;
    if (posting->bytes + text.len > JOB_SIZE_LIMIT) {
        posting->cut_line = line;
        text.len = posting->bytes < JOB_SIZE_LIMIT && !posting->blocks.count
                       ? JOB_SIZE_LIMIT
                       : 0;
        while (text.len && ((unsigned char)text.at[text.len] & 0xC0) == 0x80)
            text.len--;
        if (!text.len)
            return NULL;
    }
    posting->bytes += text.len;
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

/* ---- what is wrong with a file ----------------------------------------- */

static void
tell_empty(struct findings *findings, uint32_t source)
{
    struct finding *finding =
        finding_add(findings, CODE_X240, (struct span){source, 0, 0},
                    "There is nothing in the posting.");
    finding_help(finding, "Paste the text of the advertisement into the file "
                          "and save it.");
}

static void
tell_none(struct findings *findings, uint32_t source, enum text_form form)
{
    struct finding *finding =
        finding_add(findings, CODE_X242, (struct span){source, 0, 0},
                    form == FORM_JSON ? "This JSON holds no posting."
                                      : "This page holds no posting.");
    finding_help(finding,
                 form == FORM_JSON
                     ? "Give a record with a \"title\" and a "
                       "\"description\" or \"qualifications\", or copy the "
                       "text of the posting into a .txt file."
                     : "Many pages fetch their text when they are opened: open "
                       "it in your browser, select the text of the posting and "
                       "copy it into a .txt file.");
}

static void
tell_broken(struct findings *findings, uint32_t source, struct str why,
            size_t at)
{
    size_t len = source_text(findings_sources(findings), source).len;
    uint32_t place = (uint32_t)(at < len ? at : len);
    struct finding *finding =
        finding_add(findings, CODE_X242, (struct span){source, place, place},
                    "The JSON cannot be read: %.*s.", STR_ARG(why));
    finding_help(finding, "Export it again, or copy the text of the posting "
                          "into a .txt file.");
}

static void
tell_cut(struct findings *findings, uint32_t source, size_t line)
{
    struct finding *finding = finding_add(
        findings, CODE_X243, (struct span){source, 0, 0},
        "The posting is longer than %zu KB: nothing from line %zu on is read.",
        JOB_SIZE_LIMIT / 1024, line);
    finding_help(finding, "Keep the part that describes the job.");
}

static void
tell_several(struct findings *findings, uint32_t source, size_t count)
{
    struct finding *finding = finding_add(
        findings, CODE_X245, (struct span){source, 0, 0},
        "The file holds %zu postings; only the first one is read.", count);
    finding_help(finding, "Save the one you mean to a file of its own.");
}

/* ---- all of it --------------------------------------------------------- */

/* Lines in which something of the job may stand. */
static bool
says_something(const struct job_text *text)
{
    for (size_t i = 0; i < text->lines.count; i++) {
        const struct job_line *line = &text->lines.at[i];
        if (line->place != JOB_BOILERPLATE && !line->is_heading &&
            line->place != JOB_TITLE)
            return true;
    }
    return false;
}

/* False: it holds no posting; a finding says so. */
static bool
read_form(struct posting *posting, struct findings *findings, uint32_t source,
          const struct text_intake *intake)
{
    struct str why = {NULL, 0};
    size_t at = 0;
    if (intake->form == FORM_PLAIN)
        posting_read_plain(posting, intake->text, 1);
    if (intake->form == FORM_HTML)
        posting_read_html(posting, intake->text);
    bool is_read = intake->form != FORM_JSON ||
                   posting_read_json(posting, intake->text, &why, &at);
    if (!is_read && why.len)
        tell_broken(findings, source, why, at);
    else if (!is_read)
        tell_none(findings, source, intake->form);
    return is_read;
}

struct job_text
job_text_read(struct arena *arena, struct findings *findings, uint32_t source)
{
    struct posting posting = posting_new(arena);
    struct text_intake intake = text_intake_read(arena, findings, source);
    if (!intake.is_usable)
        return posting.text;
    if (!read_form(&posting, findings, source, &intake))
        return (struct job_text){0};
    if (!posting.blocks.count && intake.form == FORM_PLAIN) {
        tell_empty(findings, source);
        return posting.text;
    }
    posting_split(&posting);
    posting_find_head(&posting);
    posting_place_lines(&posting);
    if (intake.form != FORM_PLAIN && !says_something(&posting.text)) {
        tell_none(findings, source, intake.form);
        return (struct job_text){0};
    }
    if (posting.cut_line)
        tell_cut(findings, source, posting.cut_line);
    if (posting.records > 1)
        tell_several(findings, source, posting.records);
    return posting.text;
}

struct job_text
job_head(struct arena *arena, struct str name, struct str bytes)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    return job_text_read(arena, findings, sources_add(sources, name, bytes));
}
