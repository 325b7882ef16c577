/* A PDF that is handed in: what a program reads in it, beside the document it
   should be. */
#include "base/utf8.h"
#include "proof.h"
#include "stages.h"

/* Variants that are tried when none is named. */
#define MOST_VARIANTS 40
/* Of so many glyphs, per mille, it does not matter much what they say: icons
   of a font that has nothing else. */
#define FEW_UNKNOWN 50

/* ---- the file itself
 * --------------------------------------------------------- */

static struct span
at_start(const struct build *b)
{
    return b->pdf_source == UINT32_MAX ? SPAN_NONE
                                       : (struct span){b->pdf_source, 0, 0};
}

static void
tell_unreadable(struct build *b)
{
    static const char *const messages[] = {
        [PDF_TEXT_FOREIGN] = "This is no PDF file.",
        [PDF_TEXT_BROKEN] = "No pages can be found in this PDF: it is broken "
                            "or cut off.",
        [PDF_TEXT_LOCKED] = "This PDF is encrypted: programs that sort "
                            "applications cannot open it.",
    };
    static const char *const helps[] = {
        [PDF_TEXT_FOREIGN] = "name the PDF itself, e.g. --pdf "
                             "out/me-resume.pdf",
        [PDF_TEXT_BROKEN] = "build or export it again",
        [PDF_TEXT_LOCKED] = "save it without a password, or build it again",
    };
    struct finding *finding = finding_add(b->findings, CODE_F120, at_start(b),
                                          "%s", messages[b->pdf->state]);
    finding_help(finding, "%s", helps[b->pdf->state]);
}

static void
tell_damage(struct build *b)
{
    if (b->pdf->is_repaired)
        finding_help(finding_add(b->findings, CODE_F128, at_start(b),
                                 "The tables of this PDF do not agree with "
                                 "it; it was searched for its parts."),
                     "build or export it again: some programs refuse it");
    if (b->pdf->is_short)
        finding_help(finding_add(b->findings, CODE_F128, at_start(b),
                                 "There is more in this PDF than is read "
                                 "here; what follows tells of a part of it."),
                     "a resume has a few pages; send no larger file");
}

/* A page of nothing but pictures, or of letters that are drawings. */
static void
tell_pictures(struct build *b)
{
    size_t silent = 0;
    for (size_t i = 0; i < b->pdf->pages.count; i++) {
        const struct pdf_text_page *page = &b->pdf->pages.at[i];
        silent += page->silent_pictures;
        if (page->glyphs || (!page->pictures && !page->drawings))
            continue;
        finding_help(
            finding_add(b->findings, CODE_F121, at_start(b),
                        "Page %zu has no text, only %s: a program reads "
                        "nothing on it.",
                        i + 1, page->pictures ? "a picture" : "drawn lines"),
            "export the document as PDF instead of scanning or printing it");
    }
    if (silent)
        finding_help(finding_add(b->findings, CODE_F127, at_start(b),
                                 "%zu picture%s in this PDF %s not say what "
                                 "%s.",
                                 silent, silent == 1 ? "" : "s",
                                 silent == 1 ? "does" : "do",
                                 silent == 1 ? "it shows" : "they show"),
                     "give an alternative text; what matters stands in words");
}

static void
tell_fonts(struct build *b)
{
    size_t shown = 0, unknown = 0;
    for (size_t i = 0; i < b->pdf->fonts.count; i++) {
        shown += b->pdf->fonts.at[i].shown;
        unknown += b->pdf->fonts.at[i].unknown;
    }
    for (size_t i = 0; i < b->pdf->fonts.count; i++) {
        const struct pdf_text_font *font = &b->pdf->fonts.at[i];
        if (!font->unknown)
            continue;
        struct finding *finding = finding_add(
            b->findings, CODE_F122, at_start(b),
            "%zu of %zu letters in %.*s do not say which they are: a program "
            "reads nonsense there.",
            font->unknown, font->shown, STR_ARG(font->name));
        if (unknown * 1000 < shown * FEW_UNKNOWN)
            finding->severity = SEVERITY_WARNING;
        finding_help(finding, font->has_map
                                  ? "icons of a font say nothing; write the "
                                    "word beside them"
                                  : "export again with text kept (tagged PDF "
                                    "or PDF/A), or take another font");
    }
}

static void
tell_tags(struct build *b)
{
    struct buf out = buf_new(b->arena);
    if (!b->pdf->is_tagged)
        buf_add_text(&out, "tags");
    if (!b->pdf->title.len)
        buf_add_text(&out, out.len ? ", a title" : "a title");
    if (!b->pdf->language.len)
        buf_add_text(&out, out.len ? ", a language" : "a language");
    if (out.len)
        finding_help(finding_add(b->findings, CODE_F126, at_start(b),
                                 "This PDF lacks %.*s.",
                                 STR_ARG(buf_str(&out))),
                     "build it with dossier, or export it as tagged PDF with "
                     "title and language");
}

static bool
read_file(struct build *b)
{
    b->pdf_source = UINT32_MAX;
    struct pdf_text *pdf = ARENA_NEW(b->arena, struct pdf_text);
    *pdf = pdf_text_read(b->arena, b->request->pdf_bytes);
    b->pdf = pdf;
    /* Places are those in the text that is read. */
    b->pdf_source =
        sources_add(b->result->sources, b->request->pdf_name, pdf->text);
    if (b->request->dump == STAGE_TEXT)
        b->result->dump = str_copy(b->kept, pdf->text);
    if (pdf->state != PDF_TEXT_READ) {
        tell_unreadable(b);
        return false;
    }
    tell_damage(b);
    tell_pictures(b);
    tell_fonts(b);
    tell_tags(b);
    return true;
}

/* ---- beside its document
 * ------------------------------------------------------- */

struct attempt {
    struct proof_fields fields;
    struct proof_text text;
    size_t missing, found;
};

static size_t
letters_of(const struct pdf_text *pdf)
{
    size_t shown = 0;
    for (size_t i = 0; i < pdf->pages.count; i++)
        shown += pdf->pages.at[i].glyphs;
    return shown;
}

static struct attempt
try_document(struct build *b, const struct document *document)
{
    const struct pdf_text *pdf = b->pdf;
    struct attempt attempt = {
        .fields = proof_fields_of(b->kept, document),
        .text =
            proof_text_of(b->kept, utf8_to_nfc(b->kept, pdf->text), NULL, 0),
    };
    attempt.text.composes = true;
    proof_match(&attempt.fields, &attempt.text);
    for (size_t i = 0; i < attempt.fields.fields.count; i++) {
        const struct proof_field *field = &attempt.fields.fields.at[i];
        attempt.found += field->at != SIZE_MAX;
        attempt.missing += field->at == SIZE_MAX && !field->is_free;
    }
    return attempt;
}

/* Which document the file is can be told by what it holds: most of a resume
   is in a portfolio too, so that what is not there weighs more. */
static bool
is_better(const struct attempt *a, const struct attempt *b)
{
    size_t mine = a->missing * (b->found + b->missing + 1);
    size_t theirs = b->missing * (a->found + a->missing + 1);
    return mine != theirs ? mine < theirs : a->found > b->found;
}

/* The best so far, and the arenas of all documents that were set: an attempt
   has its words from there. */
struct trial {
    struct attempt best;
    bool is_tried;
    LIST(struct arena *) arenas;
};

/* All documents of an edition; what layout finds in them is not asked for. */
static void
try_edition(struct build *b, struct trial *trial)
{
    struct build quiet = *b;
    quiet.findings = findings_new(b->arena, b->result->sources);
    if (!build_edition(&quiet) || !build_theme(&quiet))
        return;
    build_open_fonts(&quiet);
    for (int k = 0; k < DOCUMENT_KINDS; k++) {
        enum document_kind kind = (enum document_kind)k;
        if (!build_makes(&quiet, kind))
            continue;
        struct paged paged = build_set_document(&quiet, kind);
        *list_add(b->kept, &trial->arenas) = paged.arena;
        struct attempt attempt = try_document(&quiet, paged.document);
        if (!trial->is_tried || is_better(&attempt, &trial->best))
            trial->best = attempt;
        trial->is_tried = true;
    }
    build_close_fonts(&quiet);
}

void
build_prove_file(struct build *b)
{
    struct trial trial = {0};
    if (!read_file(b) || !letters_of(b->pdf))
        return;
    try_edition(b, &trial);
    for (size_t i = 0; trial.best.missing && !b->variant.len &&
                       i < MOST_VARIANTS && i < b->candidate->variants.count;
         i++) {
        struct build variant = *b;
        variant.variant = b->candidate->variants.at[i].name.s;
        try_edition(&variant, &trial);
    }
    b->result->page_reports.count = 0;
    if (trial.is_tried)
        proof_tell(b, &trial.best.fields, &trial.best.text, false);
    findings_own_texts(b->findings);
    for (size_t i = 0; i < trial.arenas.count; i++)
        arena_free(trial.arenas.at[i]);
}

void
build_prove_alone(struct build *b)
{
    (void)read_file(b); /* all there is to say is said */
}

/* The YAML that --attach-source put into it, to hold it against. */
bool
build_attached(struct arena *arena, const struct dossier_request *request,
               struct dossier_request *with_source)
{
    struct pdf_text pdf = pdf_text_read(arena, request->pdf_bytes);
    bool *codes = ARENA_ARRAY(arena, CODE_COUNT, bool);
    for (size_t i = 0; i < pdf.attachments.count; i++) {
        const struct pdf_text_file *file = &pdf.attachments.at[i];
        if (!str_ends(file->name, STR(".yaml")))
            continue;
        for (int c = CODE_F120; c <= CODE_F128; c++)
            codes[c] = true;
        *with_source = *request;
        with_source->name =
            str_format(arena, "%.*s in %.*s", STR_ARG(file->name),
                       STR_ARG(request->pdf_name));
        with_source->bytes = file->bytes;
        if (!request->only_codes)
            with_source->only_codes = codes;
        return true;
    }
    return false;
}
