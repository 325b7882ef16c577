/* What is told instead of making files: stages, figures, tips, postings. */
#include "check/scorecard.h"
#include "model/decode.h"
#include "stages.h"

/* True when a stage was printed and the run is over. */
bool
build_dump_early(struct build *b, enum stage reached)
{
    if (b->request->dump != reached || reached == STAGE_BYTES)
        return false;
    struct buf out = buf_new(b->arena);
    if (reached == STAGE_TREE)
        node_dump(&out, b->tree, b->result->sources);
    if (reached == STAGE_CANDIDATE)
        candidate_dump(&out, b->candidate, b->result->sources);
    b->result->dump = buf_str(&out);
    return true;
}

void
build_fit(struct build *b)
{
    struct span said;
    for (int k = 0; k < DOCUMENT_LETTER; k++) {
        enum document_kind kind = (enum document_kind)k;
        if (!build_makes(b, kind) || !build_pages_asked(b, kind, &said).most)
            continue;
        build_open_fonts(b);
        struct paged paged = build_set_document(b, kind);
        arena_free(paged.arena);
        build_close_fonts(b);
    }
}

void
build_dump_edition(struct build *b)
{
    struct buf out = buf_new(b->arena);
    edition_dump(&out, b->edition);
    if (build_theme(b) && !build_is_blocked(b))
        build_fit(b);
    for (size_t i = 0; i < b->result->page_reports.count; i++)
        page_report_dump(&out, &b->result->page_reports.at[i]);
    b->result->dump = buf_str(&out);
}

void
build_show_metrics(struct build *b)
{
    struct buf out = buf_new(b->arena);
    if (b->request->metrics_json) {
        (void)build_check(b); /* its findings belong to the bullets */
        check_metrics_json(&out, b->candidate, b->pack, b->findings);
    } else {
        check_metrics_print(&out, b->candidate, b->pack);
    }
    b->result->dump = buf_str(&out);
}

void
build_show_tips(struct build *b)
{
    const struct check_options options = build_check_options(b);
    struct buf out = buf_new(b->arena);
    findings_sort(b->findings);
    const struct scorecard *card =
        scorecard_make(b->arena, b->findings, b->candidate, &options);
    if (b->request->tips_json)
        scorecard_json(&out, card, b->result->sources);
    else
        scorecard_print(&out, card, b->result->sources, b->request->width);
    b->result->dump = buf_str(&out);
}

void
build_show_job(struct build *b)
{
    struct buf out = buf_new(b->arena);
    if (b->job)
        job_dump(&out, b->job, b->pack);
    b->result->dump = buf_str(&out);
}

/* A file that is ours already needs no import; a loss that is an error holds
   back the rest of it. */
void
build_show_import(struct build *b)
{
    struct buf out = buf_new(b->arena);
    if (build_is_blocked(b))
        return;
    if (b->imported.format == FILE_NATIVE) {
        b->result->dump = b->request->bytes;
        return;
    }
    import_print(&out, &b->imported, b->request->name, b->request->schema);
    b->result->dump = buf_str(&out);
}
