/*
 * All variants of a file in one run. Each comes out as it would alone: only
 * what cannot differ is shared, the reading and the check of each language,
 * postings, fonts with the words they set, pictures, subsets of fonts and
 * streams that several PDFs have.
 */
#include "load/yaml.h"
#include "stages.h"

/* Bytes that a letter quotes a posting with. */
#define QUOTES_JOB STR("{job.")

struct variants {
    struct build *file;          /* the reading in the file's own language */
    LIST(struct build *) others; /* readings in other languages */
    LIST(struct findings *) own; /* findings of each variant */
};

/* ---- readings ------------------------------------------------------------ */

static struct build *
read_again(struct variants *all, struct str variant)
{
    struct build *file = all->file;
    struct build *reading = ARENA_NEW(file->arena, struct build);
    *reading = *file;
    reading->base = file;
    reading->findings = findings_new(file->arena, file->result->sources);
    reading->withheld = (check_withheld_list){0};
    reading->variant = variant; /* whose language it is */
    (void)build_decode(reading);
    reading->variant = (struct str){NULL, 0};
    if (build_choose_pack(reading))
        (void)build_check(reading);
    *list_add(file->arena, &all->others) = reading;
    return reading;
}

/* The file as it is read in the language of that variant. */
static struct build *
reading_for(struct variants *all, struct str variant)
{
    struct str language = build_language(all->file, variant);
    if (str_equal(language, all->file->language))
        return all->file;
    for (size_t i = 0; i < all->others.count; i++)
        if (str_equal(language, all->others.at[i]->language))
            return all->others.at[i];
    return read_again(all, variant);
}

/* ---- one variant --------------------------------------------------------- */

static bool
stands_in(const struct build *b, size_t byte, const struct letter *letter)
{
    const struct node *node = letter->node;
    return node && node->span.source == b->tree->span.source &&
           byte >= node->span.from && byte < node->span.to;
}

/* In a letter that another variant has for itself. */
static bool
is_of_another(const struct build *b, size_t byte, size_t number)
{
    const struct variant *variants = b->candidate->variants.at;
    if (stands_in(b, byte, &variants[number].letter))
        return false;
    for (size_t i = 0; i < b->candidate->variants.count; i++)
        if (stands_in(b, byte, &variants[i].letter))
            return true;
    return false;
}

/* A letter quotes the posting that its variant is cut for. */
static bool
quotes_job(const struct build *b, size_t number)
{
    size_t at = 0;
    if (!b->job)
        return false;
    while ((at = str_find(b->request->bytes, QUOTES_JOB, at)) != SIZE_MAX)
        if (!is_of_another(b, at++, number))
            return true;
    return false;
}

static bool
prepare(struct build *b, size_t number)
{
    build_judge_name(b, number);
    (void)build_read_job(b);
    if (quotes_job(b, number))
        (void)build_decode(b);
    if (!build_edition(b))
        return false;
    edition_check(b->arena, b->findings, b->candidate, b->edition);
    return build_theme(b);
}

static void
keep_report(struct build *b, struct page_report *report)
{
    struct page_report kept = *report;
    kept.variant = str_copy(b->kept, b->variant);
    kept.changes.at = NULL;
    kept.changes.count = kept.changes.room = 0;
    kept.cuts.at = NULL;
    kept.cuts.count = kept.cuts.room = 0;
    for (size_t i = 0; i < report->changes.count; i++)
        *list_add(b->kept, &kept.changes) =
            str_copy(b->kept, report->changes.at[i]);
    for (size_t i = 0; i < report->cuts.count; i++) {
        struct page_cut *cut = list_add(b->kept, &kept.cuts);
        *cut = report->cuts.at[i];
        cut->path = str_copy(b->kept, cut->path);
        cut->words = str_copy(b->kept, cut->words);
    }
    *report = kept;
}

static void
make(struct variants *all, size_t number)
{
    struct build *file = all->file;
    struct dossier_result *result = file->result;
    struct str name = file->candidate->variants.at[number].name.s;
    struct build *reading = reading_for(all, name);
    size_t artifacts = result->artifacts.count;
    size_t reports = result->page_reports.count;
    struct build b = *reading;
    b.base = reading;
    b.arena = arena_new_beside(file->arena);
    b.variant = name;
    b.findings = findings_beside(reading->findings);
    if (prepare(&b, number) && !build_is_blocked(&b))
        build_make_files(&b);
    if (b.edition)
        build_explain(&b);
    bool is_blocked = build_is_blocked(&b);
    if (is_blocked)
        result->artifacts.count = artifacts;
    /* They outlast the arena of their variant. */
    for (size_t i = reports; i < result->page_reports.count; i++)
        keep_report(&b, &result->page_reports.at[i]);
    findings_own_texts(b.findings);
    *list_add(file->arena, &all->own) = b.findings;
    *list_add(b.kept, &result->variants) =
        (struct variant_result){name, is_blocked};
    arena_free(b.arena);
}

/* ---- all ----------------------------------------------------------------- */

static void
tell_none(struct build *b)
{
    struct finding *finding =
        finding_add(b->findings, CODE_X237, SPAN_NONE,
                    "There are no variants in this file to be set.");
    finding_help(finding,
                 "write variants: [{name: ..., target_role: ...}], or leave "
                 "--all out");
}

/* What each of them found becomes known when none is to be judged by it. */
static void
gather(struct variants *all)
{
    struct build *file = all->file;
    for (size_t i = 0; i < all->others.count; i++) {
        const struct build *reading = all->others.at[i];
        findings_join(file->findings, reading->findings);
        for (size_t k = 0; k < reading->withheld.count; k++)
            *list_add(file->arena, &file->withheld) = reading->withheld.at[k];
    }
    for (size_t i = 0; i < all->own.count; i++)
        findings_join(file->findings, all->own.at[i]);
}

void
build_all(struct build *b)
{
    struct variants all = {.file = b};
    if (!b->candidate->variants.count)
        tell_none(b);
    if (build_is_blocked(b))
        return;
    for (size_t i = 0; i < b->candidate->variants.count; i++)
        if (str_is_empty(b->result->failure) &&
            !str_is_empty(b->candidate->variants.at[i].name.s))
            make(&all, i);
    gather(&all);
    if (b->request->letter && !b->result->artifacts.count)
        build_tell_no_letter(b);
}
