/* What is found in the file and in its pages, and what that forbids. */
#include "check/check.h"
#include "stages.h"

/* What a variant shows; findings on it belong to the stage that prints it. */
static const struct edition *
edition_of(const struct build *b, struct arena *scratch, struct str variant)
{
    const struct edition_options options = {
        .variant = variant,
        .role = b->request->role,
        .audience = b->request->audience,
        .pack = b->pack,
        .memory = build_bullets(b),
        .secrets = &b->withheld,
    };
    return edition_make(scratch, findings_new(scratch, b->result->sources),
                        b->candidate, &options);
}

/* The variant asked for; with a role of its own asked for, none; else all.
   When all are set, those in the language of this reading. One without a name
   cannot be had. */
static bool
judges_variant(const struct build *b, struct str name)
{
    if (str_is_empty(name))
        return false;
    if (!str_is_empty(b->variant))
        return str_equal(name, b->variant);
    return str_is_empty(b->request->role) &&
           (!b->request->all ||
            str_equal(build_language(b, name), b->language));
}

/* X232. In a variant that nobody asked for it keeps no page back; when all are
   set, each tells of it itself. */
static bool
is_empty(struct build *b, struct arena *scratch, const struct edition *edition)
{
    struct findings *told = b->request->all
                                ? findings_new(scratch, b->result->sources)
                                : b->findings;
    size_t before = findings_count(told);
    bool is_asked = b->request->only_check || !str_is_empty(b->variant);
    edition_check(scratch, told, b->candidate, edition);
    for (size_t i = before; !is_asked && i < findings_count(told); i++)
        findings_change(told, i)->severity = SEVERITY_WARNING;
    return findings_count(told) > before;
}

static void
check_variants(struct build *b, struct arena *scratch, struct check *whole)
{
    for (size_t i = 0; i < b->candidate->variants.count; i++) {
        struct str name = b->candidate->variants.at[i].name.s;
        if (str_is_empty(name) || !judges_variant(b, name))
            continue; /* that it has no name is told */
        const struct edition *edition = edition_of(b, scratch, name);
        if (!edition || is_empty(b, scratch, edition))
            continue;
        const struct check_variant judged = {
            .variant = edition->variant,
            .shown = edition->shown,
            .role = edition->role,
        };
        check_variant(whole, &judged);
    }
}

struct check_options
build_check_options(struct build *b)
{
    return (struct check_options){
        .read_job = b->request->all ? build_job_at : NULL,
        .job_context = b,
        .pack = b->pack,
        .today = b->today,
        .role = b->request->role,
        .variant = b->variant,
        .files = b->request->files,
        .job = b->job,
        .ignored = b->request->ignored_codes,
        .withheld = &b->withheld,
        .without_advice = b->request->report != REPORT_NONE,
    };
}

/* Of those that are only checked, and of the one that is set. */
static void
judge_names(struct build *b)
{
    for (size_t i = 0; i < b->candidate->variants.count; i++)
        if (str_is_empty(b->variant)
                ? b->request->only_check
                : str_equal(b->candidate->variants.at[i].name.s, b->variant))
            build_judge_name(b, i);
}

bool
build_check(struct build *b)
{
    const struct check_options options = build_check_options(b);
    /* Only findings are left of the check; what it read the words with need
       not stay while pages are set. */
    struct arena *scratch = arena_new_beside(b->arena);
    struct check *whole =
        check_run(scratch, b->findings, b->candidate, &options);
    if (!b->request->all)
        variants_check(scratch, b->findings, b->candidate, b->variant,
                       b->request->only_check);
    if (b->request->report != REPORT_MATCH) { /* tells no advice */
        check_variants(b, scratch, whole);
        judge_names(b);
    }
    findings_own_texts(b->findings);
    if (b->request->report == REPORT_NONE) {
        arena_free(scratch);
        return true;
    }
    b->whole = whole;
    b->check_arena = scratch;
    return true;
}

/* How far down the last page text stands. */
static double
last_fill(const struct pages *pages)
{
    if (!pages->at.count)
        return 0;
    const struct page *page = &pages->at.at[pages->at.count - 1];
    upt lowest = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind == MARK_GLYPHS && mark->tag && mark->glyphs.y > lowest)
            lowest = mark->glyphs.y;
    }
    return page->height ? (double)lowest / (double)page->height : 1;
}

void
build_judge_pages(struct build *b, const struct pages *pages, bool is_resume,
                  size_t asked)
{
    const struct check_options options = build_check_options(b);
    const struct check_pages judged = {
        .whole = b->candidate,
        .shown = b->edition->shown,
        .variant = b->edition->variant,
        .role = b->edition->role,
        .is_resume = is_resume,
        .asked = asked,
        .count = pages->at.count,
        .last_fill = last_fill(pages),
    };
    struct arena *scratch = arena_new_beside(b->arena);
    check_page_count(scratch, b->findings, &options, &judged);
    findings_own_texts(b->findings);
    arena_free(scratch);
}

bool
build_is_strict(const struct build *b)
{
    return b->request->strict ||
           (b->candidate && b->candidate->lint.strict.value);
}

/* A page without the picture is still a page. */
static bool
is_of_picture(enum code code)
{
    return code == CODE_X310 || code == CODE_X311 || code == CODE_X312 ||
           code == CODE_X313;
}

/* A file of another tool is no worse for what our fields ask of it: what it
   says is printed, unless there is nobody to print it about. */
static bool
is_of_other_tool(const struct build *b, enum code code)
{
    while (b->base)
        b = b->base;
    return b->imported.format != FILE_NATIVE && code != CODE_X106 &&
           code_entry(code)->id[1] == '1';
}

static bool
blocks(const struct build *b, const struct finding *finding)
{
    if (build_is_strict(b))
        return finding->severity >= SEVERITY_WARNING;
    return finding->severity >= SEVERITY_ERROR &&
           code_entry(finding->code)->id[0] == 'X' &&
           !is_of_picture(finding->code) && !is_of_other_tool(b, finding->code);
}

bool
build_is_blocked(const struct build *b)
{
    for (const struct build *of = b; of; of = of->base)
        for (size_t i = 0; i < findings_count(of->findings); i++)
            if (blocks(b, findings_at(of->findings, i)))
                return true;
    return false;
}
