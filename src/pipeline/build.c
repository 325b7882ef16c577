#include "pipeline/build.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/scorecard.h"
#include "edition/edition.h"
#include "job/job.h"
#include "load/edits.h"
#include "load/yaml.h"
#include "model/decode.h"
#include "model/encode.h"
#include "output/pdf.h"
#include "pack/pack.h"
#include "pages.h"

/* What one run holds while it goes down the stages. */
struct build {
    struct arena *arena;
    const struct dossier_request *request;
    struct dossier_result *result;
    struct findings *findings;
    struct date today;
    int64_t created;
    const struct pack *pack;
    const struct job *job; /* NULL: no posting */
    struct check *whole;   /* while a report asks it; in check_arena */
    struct arena *check_arena;
    const struct node *tree;
    const struct candidate *candidate;
    check_withheld_list withheld; /* by errors of privacy */
    const struct edition *edition;
    const struct theme *theme;
    struct font_book *fonts;
    struct picture_store *pictures; /* of all documents; NULL: none yet */
};

/* Days since 1970-01-01 of a date of the Gregorian calendar. */
static int64_t
days_since_1970(int year, int month, int day)
{
    /* Years that begin in March put the leap day last. */
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year =
        (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static int64_t
seconds_of(const struct date *date)
{
    return days_since_1970(date->year, date->month ? date->month : 1,
                           date->day ? date->day : 1) *
           86400;
}

/* ---- stages, each false when nothing further can be made --------------- */

static bool
load(struct build *b)
{
    const struct dossier_request *request = b->request;
    uint32_t source =
        sources_add(b->result->sources, request->name, request->bytes);
    struct node *tree = yaml_load(b->arena, b->findings, source);
    if (tree && request->files)
        tree = yaml_include(b->arena, b->findings, tree, request->files);
    for (size_t i = 0; tree && i < request->set_count; i++)
        tree = yaml_set(b->arena, b->findings, tree, request->sets[i]);
    b->tree = tree;
    return tree != NULL;
}

/* Today as asked for, as the file says, or as the caller's clock says. */
static struct date
today_of(const struct build *b)
{
    const struct node *typed = node_get(node_get(b->tree, "lint"), "today");
    struct date date;
    if (!b->request->today_is_given && typed && typed->kind == NODE_SCALAR &&
        date_parse(typed->text, &date) && !date.is_present)
        return date;
    return b->request->today;
}

/* As asked for; else that of the variant asked for. */
static struct str
language_of(const struct build *b)
{
    const struct node *variants = node_get(b->tree, "variants");
    const struct node *locale = NULL;
    if (!str_is_empty(b->request->language) ||
        str_is_empty(b->request->variant) || !variants ||
        variants->kind != NODE_LIST)
        return b->request->language;
    for (size_t i = 0; i < variants->items.count; i++) {
        const struct node *variant = variants->items.at[i];
        const struct node *name = node_get(variant, "name");
        if (name && name->kind == NODE_SCALAR &&
            str_equal(str_trim(name->text), b->request->variant))
            locale = node_get(variant, "locale");
    }
    bool is_said = locale && locale->kind == NODE_SCALAR;
    return is_said ? locale->text : (struct str){NULL, 0};
}

static bool
decode(struct build *b)
{
    b->today = today_of(b);
    const struct decode_options options = {.today = b->today,
                                           .language = language_of(b)};
    b->candidate = candidate_decode(b->arena, b->findings, b->tree, &options);
    b->created = b->request->created;
    if (!b->created)
        b->created = seconds_of(b->candidate->meta.last_modified.year
                                    ? &b->candidate->meta.last_modified
                                    : &b->today);
    return true;
}

static bool
choose_pack(struct build *b)
{
    b->pack = pack_choose(b->findings, b->candidate, b->request->pack,
                          b->request->role);
    return b->pack != NULL;
}

/* The posting that was handed in; else that of the variant asked for. That a
   file is not there is a rule's to say. */
static bool
read_job(struct build *b)
{
    struct str name = b->request->job_name, bytes = b->request->job_bytes;
    const struct load_files *files = b->request->files;
    if (str_is_empty(name) && !str_is_empty(b->request->variant)) {
        struct findings *quiet = findings_new(b->arena, b->result->sources);
        const struct variant *variant =
            variant_find(b->arena, quiet, b->candidate, b->request->variant);
        if (variant)
            name = variant->job_description.s;
        if (!files || str_is_empty(name) ||
            files->read(files->context, b->arena, name, &bytes).failed)
            return true;
    }
    if (str_is_empty(name))
        return true;
    uint32_t source = sources_add(b->result->sources, name, bytes);
    b->job = job_read(b->arena, b->findings, b->pack, source);
    return true;
}

/* What a variant shows; findings on it belong to the stage that prints it. */
static const struct edition *
edition_of(const struct build *b, struct arena *scratch, struct str variant)
{
    const struct edition_options options = {
        .variant = variant,
        .role = b->request->role,
        .audience = b->request->audience,
        .pack = b->pack,
        .secrets = &b->withheld,
    };
    return edition_make(scratch, findings_new(scratch, b->result->sources),
                        b->candidate, &options);
}

/* The variant asked for; with a role of its own asked for, none; else all. */
static void
check_variants(struct build *b, struct arena *scratch, struct check *whole)
{
    struct str asked = b->request->variant;
    for (size_t i = 0; i < b->candidate->variants.count; i++) {
        struct str name = b->candidate->variants.at[i].name.s;
        if (str_is_empty(asked) ? !str_is_empty(b->request->role)
                                : !str_equal(name, asked))
            continue;
        const struct edition *edition = edition_of(b, scratch, name);
        if (!edition)
            continue;
        const struct check_variant judged = {
            .variant = edition->variant,
            .shown = edition->shown,
            .role = edition->role,
        };
        check_variant(whole, &judged);
    }
}

static struct check_options
check_options_of(struct build *b)
{
    return (struct check_options){
        .pack = b->pack,
        .today = b->today,
        .role = b->request->role,
        .variant = b->request->variant,
        .files = b->request->files,
        .ignored = b->request->ignored_codes,
        .withheld = &b->withheld,
    };
}

static bool
check(struct build *b)
{
    const struct check_options options = check_options_of(b);
    /* Only findings are left of the check; what it read the words with need
       not stay while pages are set. */
    struct arena *scratch = arena_new();
    struct check *whole =
        check_run(scratch, b->findings, b->candidate, &options);
    check_variants(b, scratch, whole);
    findings_own_texts(b->findings);
    if (b->request->report == REPORT_NONE) {
        arena_free(scratch);
        return true;
    }
    b->whole = whole;
    b->check_arena = scratch;
    return true;
}

static bool
make_edition(struct build *b)
{
    const struct edition_options options = {
        .variant = b->request->variant,
        .role = b->request->role,
        .audience = b->request->audience,
        .pack = b->pack,
        .secrets = &b->withheld,
        .job = b->job,
        .explains = b->request->explain,
    };
    b->edition = edition_make(b->arena, b->findings, b->candidate, &options);
    return b->edition != NULL;
}

static bool
makes(const struct build *b, bool asked, bool by_edition)
{
    bool any_asked =
        b->request->resume || b->request->portfolio || b->request->letter;
    return any_asked ? asked : by_edition;
}

static unsigned
kinds_made(const struct build *b)
{
    const struct edition *edition = b->edition;
    const struct dossier_request *request = b->request;
    return (unsigned)makes(b, request->resume, edition->makes_resume)
               << DOCUMENT_RESUME |
           (unsigned)makes(b, request->portfolio, edition->makes_portfolio)
               << DOCUMENT_PORTFOLIO |
           (unsigned)makes(b, request->letter, edition->makes_letter)
               << DOCUMENT_LETTER;
}

static bool
choose_theme(struct build *b)
{
    const struct candidate *candidate = b->candidate;
    const struct variant *variant = b->edition->variant;
    struct str name = b->request->theme;
    struct span span = SPAN_NONE;
    if (str_is_empty(name) && variant) {
        name = variant->theme.s;
        span = node_span(variant->theme.node);
    }
    if (str_is_empty(name)) {
        name = candidate->theme.s;
        span = node_span(candidate->theme.node);
    }
    bool is_asked = !str_is_empty(b->request->theme);
    const struct theme_request request = {
        .name = name,
        .span = is_asked ? SPAN_NONE : span,
        .layout = candidate->layout,
        .files = is_asked && b->request->theme_files ? b->request->theme_files
                                                     : b->request->files,
        .bytes = is_asked ? b->request->theme_bytes : (struct str){NULL, 0},
        .folder = is_asked && b->request->theme_files
                      ? b->request->theme_folder
                      : file_folder(b->request->name),
        .kinds = b->request->only_check ? 0 : kinds_made(b),
    };
    if (b->request->only_check && !b->request->check_pages)
        return theme_check(b->arena, b->findings, &request);
    b->theme = theme_load(b->arena, b->findings, &request);
    return b->theme != NULL;
}

/* ---- what comes out ---------------------------------------------------- */

/* "jordan-avery-resume.pdf", with the variant's name when there is one, and
   with the language when another than the file's own was asked for. */
static struct str
artifact_name(struct build *b, const char *kind)
{
    const struct variant *variant = b->edition->variant;
    const struct candidate *candidate = b->candidate;
    struct buf name = buf_new(b->arena);
    buf_print(&name, "%.*s-%s",
              STR_ARG(utf8_slug(b->arena, candidate->basics.name.s)), kind);
    if (variant)
        buf_print(&name, "-%.*s",
                  STR_ARG(utf8_slug(b->arena, variant->name.s)));
    if (!str_is_empty(b->request->language) &&
        !str_equal(candidate->printed_language, candidate->main_language))
        buf_print(&name, "-%.*s",
                  STR_ARG(utf8_slug(b->arena, candidate->printed_language)));
    buf_add_text(&name, ".pdf");
    return buf_str(&name);
}

static bool
fail(struct build *b, struct str why)
{
    b->result->failure = why;
    return false;
}

/* Only what this document shows: a file holds more than its owner sends, and
   who agreed to be quoted in the portfolio did not agree to the resume. */
static void
attach_source(struct build *b, const struct paged *paged)
{
    if (!b->request->attach_source)
        return;
    struct buf yaml = buf_new(b->arena);
    const struct edition *edition = paged->edition;
    static const struct str letter[] = {{"letter", 6}};
    if (paged->document->kind == DOCUMENT_LETTER)
        candidate_encode(&yaml, edition->shown, letter, 1);
    else if (paged->document->kind == DOCUMENT_RESUME)
        candidate_encode(&yaml, edition->shown, edition->resume_sections.at,
                         edition->resume_sections.count);
    else
        candidate_encode(&yaml, edition->shown, edition->portfolio_sections.at,
                         edition->portfolio_sections.count);
    struct str slug = utf8_slug(b->arena, b->candidate->basics.name.s);
    *list_add(b->arena, &paged->pages->attachments) = (struct attachment){
        .name = str_format(b->arena, "%.*s.yaml", STR_ARG(slug)),
        .bytes = buf_str(&yaml),
        .mime = STR("application/yaml"),
        .description = STR("What this document was made from"),
    };
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

static void
judge_pages(struct build *b, const struct pages *pages, bool is_resume,
            size_t asked)
{
    const struct check_options options = check_options_of(b);
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
    struct arena *scratch = arena_new();
    check_page_count(scratch, b->findings, &options, &judged);
    findings_own_texts(b->findings);
    arena_free(scratch);
}

/* The command line comes before the variant, that before `layout:`. */
static struct page_range
pages_asked(const struct build *b, enum document_kind kind, struct span *said)
{
    const struct variant *variant = b->edition->variant;
    const struct text *typed = NULL;
    struct page_range range = b->request->pages[kind];
    *said = SPAN_NONE;
    if (range.most)
        return range;
    if (variant && kind == DOCUMENT_RESUME)
        typed = &variant->pages.resume;
    if (variant && kind == DOCUMENT_PORTFOLIO)
        typed = &variant->pages.portfolio;
    if (typed && typed->node && page_range_parse(typed->s, &range)) {
        *said = typed->node->span;
        return range;
    }
    return theme_pages(b->theme, kind, said);
}

static struct paged
set_document(struct build *b, enum document_kind kind)
{
    struct page_report report;
    struct page_task task = {
        .arena = b->arena,
        .findings = b->findings,
        .kind = kind,
        .edition = b->edition,
        .theme = b->theme,
        .fonts = b->fonts,
        .compose = {.today = b->today,
                    .figures = theme_figures(b->theme, kind),
                    .dates = theme_dates(b->theme, kind),
                    .entries = theme_entries(b->theme, kind)},
        .layout = {.files = b->request->files, .created = b->created},
    };
    if (!b->pictures)
        b->pictures = picture_store_new(b->arena);
    task.layout.pictures = b->pictures;
    task.layout.goal.pages = pages_asked(b, kind, &task.said);
    if (b->request->dump == STAGE_DOCUMENT && !task.layout.goal.pages.most)
        return pages_compose(&task);
    struct paged paged = pages_make(&task, &report);
    if (report.asked.most)
        *list_add(b->arena, &b->result->page_reports) = report;
    if (kind != DOCUMENT_LETTER)
        judge_pages(b, paged.pages, kind == DOCUMENT_RESUME, report.asked.most);
    return paged;
}

static bool
write_pages(struct build *b, const struct paged *paged, const char *kind)
{
    attach_source(b, paged);
    struct pdf_result pdf = pdf_write(b->arena, b->findings, paged->pages);
    if (pdf.failed)
        return fail(b, pdf.why);
    *list_add(b->arena, &b->result->artifacts) = (struct artifact){
        .name = artifact_name(b, kind),
        .bytes = pdf.bytes,
        .page_count = paged->pages->at.count,
    };
    return true;
}

/* One document through layout and writer. */
static bool
make_file(struct build *b, enum document_kind kind, struct buf *dump)
{
    struct paged paged = set_document(b, kind);
    bool ok = true;
    if (dump && b->request->dump == STAGE_DOCUMENT)
        document_dump(dump, paged.document);
    else if (dump && b->request->dump == STAGE_PAGES)
        pages_dump(dump, paged.pages);
    else if (!dump && !b->request->only_check)
        ok = write_pages(b, &paged, document_name(kind));
    arena_free(paged.arena);
    return ok;
}

/* A letter that is asked for and not there is told of. */
static bool
makes_letter(struct build *b)
{
    if (!makes(b, b->request->letter, b->edition->makes_letter))
        return false;
    if (b->edition->makes_letter)
        return true;
    struct finding *finding = finding_add(b->findings, CODE_X231, SPAN_NONE,
                                          "There is no letter in this file.");
    finding_help(finding,
                 "write letter: {salutation: ..., paragraphs: [...]} at the "
                 "top level or in the variant");
    return false;
}

static bool
make_files(struct build *b, struct buf *dump)
{
    bool ok = true;
    if (makes(b, b->request->resume, b->edition->makes_resume))
        ok = make_file(b, DOCUMENT_RESUME, dump);
    if (ok && makes(b, b->request->portfolio, b->edition->makes_portfolio))
        ok = make_file(b, DOCUMENT_PORTFOLIO, dump);
    if (ok && makes_letter(b))
        ok = make_file(b, DOCUMENT_LETTER, dump);
    return ok;
}

/* True when a stage was printed and the run is over. */
static bool
dump_early(struct build *b, enum stage reached)
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

static bool
is_strict(const struct build *b)
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

/*
 * Errors of group X (the file cannot be read as what it means to be) make a
 * page impossible; under --strict so does every error and warning.
 */
static bool
is_blocked(const struct build *b)
{
    enum severity least = is_strict(b) ? SEVERITY_WARNING : SEVERITY_ERROR;
    for (size_t i = 0; i < findings_count(b->findings); i++) {
        const struct finding *finding = findings_at(b->findings, i);
        bool counts =
            is_strict(b) || (code_entry(finding->code)->id[0] == 'X' &&
                             !is_of_picture(finding->code));
        if (counts && finding->severity >= least)
            return true;
    }
    return false;
}

static void
open_fonts(struct build *b)
{
    const struct font_book_options options = {
        .use_system_fonts = b->request->use_system_fonts,
        .font_folder = b->request->font_folder,
    };
    b->fonts = font_book_open(b->arena, b->findings, &options);
    if (b->request->folder.len)
        theme_add_fonts(b->arena, b->theme, b->fonts, b->request->folder);
}

static void
set_and_write(struct build *b)
{
    constants_release(); /* the pack's words, most of all */
    open_fonts(b);
    struct buf dump = buf_new(b->arena);
    bool is_dump = b->request->dump != STAGE_BYTES;
    if (!make_files(b, is_dump ? &dump : NULL))
        b->result->artifacts.count = 0;
    if (is_dump)
        b->result->dump = buf_str(&dump);
    font_book_close(b->fonts);
}

/* What is cut for want of room is known when the pages are set. */
static void
dump_cuts(struct build *b, struct buf *out)
{
    const bool made[] = {
        [DOCUMENT_RESUME] =
            makes(b, b->request->resume, b->edition->makes_resume),
        [DOCUMENT_PORTFOLIO] =
            makes(b, b->request->portfolio, b->edition->makes_portfolio),
    };
    struct span said;
    for (size_t kind = 0; kind < sizeof made / sizeof *made; kind++) {
        if (!made[kind] ||
            !pages_asked(b, (enum document_kind)kind, &said).most)
            continue;
        open_fonts(b);
        struct paged paged = set_document(b, (enum document_kind)kind);
        arena_free(paged.arena);
        font_book_close(b->fonts);
    }
    for (size_t i = 0; i < b->result->page_reports.count; i++)
        page_report_dump(out, &b->result->page_reports.at[i]);
}

static void
dump_edition(struct build *b)
{
    struct buf out = buf_new(b->arena);
    edition_dump(&out, b->edition);
    if (choose_theme(b) && !is_blocked(b))
        dump_cuts(b, &out);
    b->result->dump = buf_str(&out);
}

static void
show_metrics(struct build *b)
{
    struct buf out = buf_new(b->arena);
    if (b->request->metrics_json) {
        (void)check(b); /* its findings belong to the bullets */
        check_metrics_json(&out, b->candidate, b->pack, b->findings);
    } else {
        check_metrics_print(&out, b->candidate, b->pack);
    }
    b->result->dump = buf_str(&out);
}

static void
show_tips(struct build *b)
{
    const struct check_options options = check_options_of(b);
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

static void
show_job(struct build *b)
{
    struct buf out = buf_new(b->arena);
    if (b->job)
        job_dump(&out, b->job, b->pack);
    b->result->dump = buf_str(&out);
}

static void
run(struct build *b)
{
    if (!load(b) || dump_early(b, STAGE_TREE))
        return;
    if (!decode(b) || dump_early(b, STAGE_CANDIDATE) || !choose_pack(b))
        return;
    if (b->request->metrics) {
        show_metrics(b);
        return;
    }
    if (!read_job(b))
        return;
    if (b->request->report == REPORT_JOB) {
        show_job(b);
        return;
    }
    if (!check(b) || !make_edition(b))
        return;
    if (b->request->dump == STAGE_EDITION) {
        dump_edition(b);
        return;
    }
    if (!choose_theme(b))
        return;
    if (b->request->tips) {
        show_tips(b);
        return;
    }
    bool sets = !b->request->only_check || b->request->check_pages;
    if (sets && !is_blocked(b))
        set_and_write(b);
}

/* Layout and writer may have found what stops a build as well. */
static void
hold_back(struct build *b)
{
    b->result->is_strict = is_strict(b);
    b->result->is_blocked = is_blocked(b);
    if (b->result->is_blocked)
        b->result->artifacts.count = 0;
}

struct dossier_result
dossier_build(struct arena *arena, const struct dossier_request *request)
{
    struct dossier_result result = {.sources = sources_new(arena)};
    result.findings = findings_new(arena, result.sources);
    struct build b = {
        .arena = arena,
        .request = request,
        .result = &result,
        .findings = result.findings,
    };
    run(&b);
    if (request->only_check)
        check_unused_ignores(result.findings);
    arena_free(b.check_arena);
    hold_back(&b);
    result.is_read = b.candidate != NULL;
    result.withheld = secrets_in_order(arena, &b.withheld);
    edits_settle(arena, result.findings, b.tree);
    if (request->only_codes)
        findings_keep_only(result.findings, request->only_codes);
    findings_sort(result.findings);
    return result;
}
