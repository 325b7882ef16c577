/* The whole way, stage by stage. */
#include "pipeline/build.h"

#include "check/check.h"
#include "load/edits.h"
#include "proof.h"
#include "stages.h"

static void
run(struct build *b)
{
    if (b->request->pdf_name.len && !b->request->name.len) {
        build_prove_alone(b);
        return;
    }
    if (!build_load(b) || build_dump_early(b, STAGE_TREE))
        return;
    if (b->request->report == REPORT_IMPORT) {
        build_show_import(b);
        return;
    }
    if (!build_decode(b) || build_dump_early(b, STAGE_CANDIDATE) ||
        !build_choose_pack(b))
        return;
    if (b->request->metrics) {
        build_show_metrics(b);
        return;
    }
    bool is_diff = b->request->report == REPORT_DIFF; /* each its own */
    if (!is_diff && !build_read_job(b))
        return;
    if (b->request->report == REPORT_JOB) {
        build_show_job(b);
        return;
    }
    if (!build_check(b))
        return;
    if (is_diff || b->request->report == REPORT_VARIANTS) {
        (is_diff ? build_show_diff : build_show_variants)(b);
        return;
    }
    if (b->request->all) {
        build_all(b);
        return;
    }
    if (!build_edition(b))
        return;
    if (b->request->report == REPORT_MATCH) {
        build_show_match(b);
        build_explain_match(b);
        return;
    }
    if (b->request->dump == STAGE_EDITION) {
        build_dump_edition(b);
        return;
    }
    if (!build_theme(b))
        return;
    if (b->request->pdf_name.len) {
        build_prove_file(b);
        return;
    }
    if (b->request->tips) {
        build_show_tips(b);
        return;
    }
    bool sets = !b->request->only_check || b->request->check_pages;
    if (sets && !build_is_blocked(b))
        build_make_files(b);
    build_explain(b);
}

/* Layout and writer may have found what stops a build as well. Of all
   variants those stay that nothing stops, unless all are to be without
   fault. */
static void
hold_back(struct build *b)
{
    b->result->is_strict = build_is_strict(b);
    b->result->is_blocked = build_is_blocked(b);
    if (b->result->variants.count && !b->result->is_strict)
        b->result->is_blocked = !b->result->artifacts.count;
    if (b->result->is_blocked)
        b->result->artifacts.count = 0;
}

/* What would be mended is not written as our files are. */
static void
leave_as_it_is(struct build *b)
{
    b->result->other_tool = file_format_name(b->imported.format);
    for (size_t i = 0; i < findings_count(b->findings); i++)
        findings_change(b->findings, i)->has_edit = false;
}

struct dossier_result
dossier_build(struct arena *arena, const struct dossier_request *request)
{
    struct dossier_request with_source;
    if (request->pdf_name.len && !request->name.len &&
        build_attached(arena, request, &with_source))
        request = &with_source;
    struct dossier_result result = {.sources = sources_new(arena)};
    result.findings = findings_new(arena, result.sources);
    struct shared shared = {.arena = arena};
    struct build b = {
        .arena = arena,
        .kept = arena,
        .shared = &shared,
        .variant = request->variant,
        .request = request,
        .result = &result,
        .findings = result.findings,
    };
    run(&b);
    if (request->report != REPORT_NONE && request->report != REPORT_IMPORT)
        build_keep_for_match(&b);
    if (request->save_variant.len)
        build_save_variant(&b);
    if (request->only_check)
        check_unused_ignores(result.findings);
    font_book_close(shared.fonts);
    arena_free(b.check_arena);
    hold_back(&b);
    result.is_read = b.candidate != NULL;
    if (b.imported.format != FILE_NATIVE)
        leave_as_it_is(&b);
    result.withheld = secrets_in_order(arena, &b.withheld);
    edits_settle(arena, result.findings, b.tree);
    if (request->only_codes)
        findings_keep_only(result.findings, request->only_codes);
    findings_sort(result.findings);
    return result;
}
