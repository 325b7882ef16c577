/* One edition to its documents, and those to files. */
#include "base/embedded.h"
#include "base/file.h"
#include "base/utf8.h"
#include "model/encode.h"
#include "output/pdf.h"
#include "output/pdf_text.h"
#include "proof.h"
#include "stages.h"

struct bullet_memory *
build_bullets(const struct build *b)
{
    struct shared *shared = b->shared;
    if (!shared->bullets)
        shared->bullets = bullet_memory_new(shared->arena);
    return shared->bullets;
}

bool
build_edition(struct build *b)
{
    const struct edition_options options = {
        .variant = b->variant,
        .role = b->request->role,
        .audience = b->request->audience,
        .pack = b->pack,
        .memory = build_bullets(b),
        .secrets = &b->withheld,
        .job = b->job,
        .ad_hoc = b->request->report != REPORT_DIFF,
        .ad_hoc_name = b->request->save_variant,
        .explains = b->request->explain,
        .today = b->today,
    };
    b->first_report = b->result->page_reports.count;
    b->edition = edition_make(b->arena, b->findings, b->candidate, &options);
    return b->edition != NULL;
}

bool
build_makes(const struct build *b, enum document_kind kind)
{
    const struct dossier_request *request = b->request;
    const struct edition *edition = b->edition;
    const bool asked[] = {
        [DOCUMENT_RESUME] = request->resume,
        [DOCUMENT_PORTFOLIO] = request->portfolio,
        [DOCUMENT_LETTER] = request->letter,
    };
    const bool by_edition[] = {
        [DOCUMENT_RESUME] = edition->makes_resume,
        [DOCUMENT_PORTFOLIO] = edition->makes_portfolio,
        [DOCUMENT_LETTER] = edition->makes_letter,
    };
    bool any_asked = request->resume || request->portfolio || request->letter;
    return any_asked ? asked[kind] : by_edition[kind];
}

static unsigned
kinds_made(const struct build *b)
{
    unsigned kinds = 0;
    for (unsigned kind = 0; kind < DOCUMENT_KINDS; kind++)
        kinds |= (unsigned)build_makes(b, (enum document_kind)kind) << kind;
    return kinds;
}

/* One theme for all variants that want it; where something is to be told of
   it, each of them has it read. */
static const struct theme *
load_theme(struct build *b, const struct theme_request *request)
{
    struct shared *shared = b->shared;
    for (size_t i = 0; i < shared->themes.count; i++) {
        const struct read_theme *read = &shared->themes.at[i];
        if (str_equal(read->name, request->name) &&
            read->layout == request->layout && read->kinds == request->kinds)
            return read->theme;
    }
    size_t told = findings_count(b->findings);
    struct theme_request kept = *request; /* a variant's texts may end */
    kept.name = str_copy(shared->arena, request->name);
    const struct theme *theme = theme_load(shared->arena, b->findings, &kept);
    if (theme && findings_count(b->findings) == told)
        *list_add(shared->arena, &shared->themes) =
            (struct read_theme){theme, kept.name, kept.layout, kept.kinds};
    return theme;
}

bool
build_theme(struct build *b)
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
    if (b->request->only_check && !b->request->check_pages &&
        !b->request->pdf_name.len)
        return theme_check(b->arena, b->findings, &request);
    b->theme = load_theme(b, &request);
    return b->theme != NULL;
}

bool
build_fail(struct build *b, struct str why)
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

/* The command line comes before the variant, that before `layout:`. */
struct page_range
build_pages_asked(const struct build *b, enum document_kind kind,
                  struct span *said)
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
    if (typed && page_range_parse(typed->s, &range)) {
        *said = node_span(typed->node);
        return range;
    }
    /* A theme that cannot be had is a finding of `build`; diff goes on. */
    return b->theme ? theme_pages(b->theme, kind, said) : range;
}

struct paged
build_set_document(struct build *b, enum document_kind kind)
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
    if (!b->shared->pictures)
        b->shared->pictures = picture_store_new(b->shared->arena);
    task.layout.pictures = b->shared->pictures;
    task.layout.goal.pages = build_pages_asked(b, kind, &task.said);
    task.is_usual = b->edition->is_ad_hoc && !b->request->pages[kind].most;
    if (!build_writes_pages(b) && !task.layout.goal.pages.most)
        return pages_compose(&task);
    struct paged paged = pages_make(&task, &report);
    if (report.asked.most)
        *list_add(b->kept, &b->result->page_reports) = report;
    if (kind != DOCUMENT_LETTER)
        build_judge_pages(b, paged.pages, kind == DOCUMENT_RESUME,
                          report.asked.most);
    return paged;
}

/* The theme by its name, or its file. */
static struct str
theme_asked(const struct build *b)
{
    const struct variant *variant = b->edition->variant;
    if (b->request->theme.len)
        return b->request->theme;
    if (variant && variant->theme.s.len)
        return variant->theme.s;
    return b->candidate->theme.s;
}

/* Texts in the arena of the result: what they came from may end. */
struct artifact *
build_add_artifact(struct build *b, const struct paged *paged, struct str name,
                   struct str bytes)
{
    const struct variant *variant = b->edition->variant;
    struct artifact *artifact = list_add(b->kept, &b->result->artifacts);
    *artifact = (struct artifact){
        .name = name,
        .bytes = str_copy(b->kept, bytes),
        .kind = paged ? document_name(paged->document->kind) : "data",
    };
    if (variant)
        artifact->variant = str_copy(b->kept, variant->name.s);
    artifact->role = str_copy(b->kept, b->edition->role);
    artifact->theme = str_copy(b->kept, theme_asked(b));
    artifact->language = str_copy(b->kept, b->candidate->printed_language);
    artifact->person = utf8_slug(b->kept, b->candidate->basics.name.s);
    if (!b->job)
        return artifact;
    artifact->job_name = str_copy(b->kept, b->job->name);
    artifact->job_reference = str_copy(b->kept, b->job->reference);
    artifact->job_title = str_copy(b->kept, b->job->title);
    artifact->job_organization = str_copy(b->kept, b->job->organization);
    return artifact;
}

/* Documents with fonts of their own share nothing. */
static struct pdf_result
write_pdf(struct build *b, const struct paged *paged)
{
    struct pdf_store *store =
        b->fonts == b->shared->fonts ? b->shared->pdfs : NULL;
    return pdf_write(paged->arena, b->findings, paged->pages, store);
}

static bool
write_pages(struct build *b, const struct paged *paged)
{
    attach_source(b, paged);
    struct pdf_result pdf = write_pdf(b, paged);
    findings_own_texts(b->findings);
    if (pdf.failed)
        return build_fail(b, str_copy(b->kept, pdf.why));
    struct str name = build_artifact_name(b, paged->document->kind, ".pdf");
    build_add_artifact(b, paged, name, pdf.bytes)->page_count =
        paged->pages->at.count;
    build_prove(b, paged);
    return true;
}

/* From the bytes that would have been the file. */
static bool
dump_text(struct build *b, const struct paged *paged, struct buf *dump)
{
    attach_source(b, paged);
    struct pdf_result pdf = write_pdf(b, paged);
    findings_own_texts(b->findings);
    if (pdf.failed)
        return build_fail(b, str_copy(b->kept, pdf.why));
    buf_add(dump, pdf_text_read(paged->arena, pdf.bytes).text);
    return true;
}

/* One document through layout and writer. */
static bool
make_file(struct build *b, enum document_kind kind, struct buf *dump)
{
    struct paged paged = build_set_document(b, kind);
    bool ok = true;
    if (dump && b->request->dump == STAGE_DOCUMENT)
        document_dump(dump, paged.document);
    else if (dump && b->request->dump == STAGE_PAGES)
        pages_dump(dump, paged.pages);
    else if (dump)
        ok = dump_text(b, &paged, dump);
    else if (!dump && !b->request->only_check)
        ok = (!build_writes(b, OUTPUT_PDF) || write_pages(b, &paged)) &&
             build_write_document(b, &paged);
    arena_free(paged.arena);
    return ok;
}

/* Why a letter that stands in the file is in no edition that was asked for;
   NULL: there is none. */
static const char *
letter_elsewhere(const struct build *b)
{
    const struct candidate *candidate = b->candidate;
    bool is_found = candidate->letter.node != NULL;
    bool is_own = b->request->all || is_found;
    for (size_t i = 0; i < candidate->variants.count; i++) {
        const struct variant *variant = &candidate->variants.at[i];
        is_found |= variant->letter.node != NULL;
        is_own |=
            variant->letter.node && str_equal(variant->name.s, b->variant);
    }
    if (!is_found)
        return NULL;
    if (b->request->audience == AUDIENCE_PUBLIC)
        return "A letter is for its reader, not for the public; none is "
               "written.";
    if (!is_own)
        return "The letter of this file stands in a variant that is not asked "
               "for.";
    return "The letter of this file is kept back from this edition.";
}

void
build_tell_no_letter(struct build *b)
{
    const char *why = letter_elsewhere(b);
    struct finding *finding =
        finding_add(b->findings, CODE_X231, SPAN_NONE, "%s",
                    why ? why : "There is no letter in this file.");
    if (!why)
        finding_help(finding,
                     "write letter: {salutation: ..., paragraphs: [...]} at "
                     "the top level or in the variant");
    else if (b->request->audience == AUDIENCE_PUBLIC)
        finding_help(finding, "leave out --audience public for the letter");
    else
        finding_help(finding, "name its variant with --variant, and look at "
                              "its paragraphs, `audience:` and `private:`");
}

/* "{job.title}, {job.reference}", each once. */
static struct str
gap_names(struct build *b, const struct letter *letter)
{
    struct buf out = buf_new(b->arena);
    for (size_t i = 0; i < letter->gaps.count; i++) {
        struct str name = letter->gaps.at[i].name;
        struct str shown = str_format(b->arena, "{%.*s}", STR_ARG(name));
        if (!name.len || str_find(buf_str(&out), shown, 0) != SIZE_MAX)
            continue;
        buf_add_text(&out, out.len ? ", " : "");
        buf_add(&out, shown);
    }
    return buf_str(&out);
}

/* A letter with a hole in it is not sent by mistake: it is not written. */
static void
tell_gaps(struct build *b)
{
    const struct letter *letter = &b->edition->shown->letter;
    struct str names = gap_names(b, letter);
    if (!names.len)
        return; /* a wrong name, which was told of */
    struct finding *finding = finding_add(
        b->findings, CODE_L107, letter->gaps.at[0].span,
        b->candidate->job.is_given
            ? "The letter is not written: the posting does not say %.*s."
            : "The letter is not written: there is no posting to take %.*s "
              "from.",
        STR_ARG(names));
    if (b->request->letter)
        finding->severity = SEVERITY_ERROR;
    if (b->candidate->job.is_given)
        finding_help(finding, "write the words themselves in its place");
    else
        finding_help(finding, "add --job POSTING, or `job_description: "
                              "posting.txt` to the variant, or write the words "
                              "themselves");
}

/* A letter that is asked for and not there is told of; of all variants one is
   enough. */
static bool
is_there(struct build *b, enum document_kind kind)
{
    if (kind != DOCUMENT_LETTER)
        return true;
    if (!b->edition->makes_letter && !b->request->all)
        build_tell_no_letter(b);
    if (b->edition->makes_letter)
        tell_gaps(b);
    return b->edition->makes_letter && !b->edition->shown->letter.gaps.count;
}

static bool
make_files(struct build *b, struct buf *dump)
{
    for (int k = 0; k < DOCUMENT_KINDS; k++) {
        enum document_kind kind = (enum document_kind)k;
        if (build_makes(b, kind) && is_there(b, kind) &&
            !make_file(b, kind, dump))
            return false;
    }
    return dump || b->request->only_check || build_write_data(b);
}

static struct font_book *
open_book(struct build *b, struct arena *arena)
{
    const struct font_book_options options = {
        .use_system_fonts = b->request->use_system_fonts,
        .font_folder = b->request->font_folder,
    };
    return font_book_open(arena, b->findings, &options);
}

/* A theme with a folder of fonts has a book of its own: what lies there is
   for no other theme. */
void
build_open_fonts(struct build *b)
{
    struct shared *shared = b->shared;
    if (!shared->fonts)
        shared->fonts = open_book(b, shared->arena);
    b->fonts = shared->fonts;
    if (b->request->folder.len && theme_wants_fonts(b->theme, shared->fonts)) {
        b->fonts = open_book(b, b->arena);
        theme_add_fonts(b->arena, b->theme, b->fonts, b->request->folder);
    }
    font_book_report_to(b->fonts, b->findings);
    if (!b->request->all)
        return;
    font_book_keep_paragraphs(b->fonts);
    if (b->fonts == shared->fonts && !shared->pdfs)
        shared->pdfs = pdf_store_new(shared->arena);
}

void
build_close_fonts(struct build *b)
{
    if (b->fonts != b->shared->fonts)
        font_book_close(b->fonts);
    b->fonts = NULL;
}

void
build_make_files(struct build *b)
{
    constants_release(); /* the pack's words and the check, most of all */
    build_open_fonts(b);
    struct buf dump = buf_new(b->arena);
    bool is_dump = b->request->dump != STAGE_BYTES;
    size_t before = b->result->artifacts.count;
    if (!make_files(b, is_dump ? &dump : NULL))
        b->result->artifacts.count = before;
    if (is_dump)
        b->result->dump = buf_str(&dump);
    build_close_fonts(b);
}
