/* What a resume shows as YAML for RenderCV 2.8. */
#include "rendercv_writer.h"

/* Languages that RenderCV has words for. */
static const struct {
    const char *tag, *name;
} languages[] = {
    {"en", "english"},
    {"ar", "arabic"},
    {"da", "danish"},
    {"nl", "dutch"},
    {"fr", "french"},
    {"de", "german"},
    {"he", "hebrew"},
    {"hi", "hindi"},
    {"hu", "hungarian"},
    {"id", "indonesian"},
    {"it", "italian"},
    {"ja", "japanese"},
    {"ko", "korean"},
    {"zh", "mandarin_chinese"},
    {"nb", "norwegian_bokm\u00e5l"},
    {"nn", "norwegian_nynorsk"},
    {"fa", "persian"},
    {"pt", "portuguese"},
    {"ru", "russian"},
    {"es", "spanish"},
    {"tr", "turkish"},
    {"vi", "vietnamese"},
};

static void
write_language(struct rcv *w)
{
    struct str tag = tag_primary(w->shown->printed_language);
    if (!tag.len || str_is(tag, "en"))
        return;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        if (!str_is(tag, languages[i].tag))
            continue;
        rcv_open(w, STR("locale"));
        rcv_text(w, "language", str_from(languages[i].name));
        rcv_close(w);
        return;
    }
    rcv_leave(w, "the language: it prints dates in English", w->shown->node);
}

/* ---- what stands in no resume -------------------------------------------- */

static void
leave_section(struct rcv *w, size_t count, const struct item *first,
              const char *what)
{
    if (count)
        rcv_leave(w, what, first->node);
}

static void
leave_proof(struct rcv *w)
{
    const struct candidate *shown = w->shown;
    leave_section(w, shown->work_samples.count,
                  shown->work_samples.count ? &shown->work_samples.at[0].item
                                            : NULL,
                  "work samples, which stand in no resume");
    leave_section(w, shown->testimonials.count,
                  shown->testimonials.count ? &shown->testimonials.at[0].item
                                            : NULL,
                  "endorsements, which stand in no resume");
    leave_section(w, shown->all_metrics.count,
                  shown->all_metrics.count ? &shown->all_metrics.at[0]->item
                                           : NULL,
                  "records of figures; what the text says of them is there");
}

static void
tell_left(struct rcv *w)
{
    for (size_t i = 0; i < w->left.count; i++) {
        const struct rcv_left *left = &w->left.at[i];
        struct finding *finding =
            finding_add(w->findings, CODE_F110, node_span(left->node),
                        "RenderCV has no place for %s.", left->what);
        if (left->count > 1)
            finding_help(finding, "the first of %zu", left->count);
    }
}

/* ---- the file ------------------------------------------------------------ */

static void
write_sections(struct rcv *w)
{
    const struct edition *edition = w->edition;
    bool is_resume = edition->makes_resume || !edition->makes_portfolio;
    const struct str *ids = is_resume ? edition->resume_sections.at
                                      : edition->portfolio_sections.at;
    size_t count = is_resume ? edition->resume_sections.count
                             : edition->portfolio_sections.count;
    size_t start = w->out.len;
    rcv_open(w, STR("sections"));
    size_t before = w->out.len;
    for (size_t i = 0; i < count; i++)
        rcv_section(w, ids[i]);
    rcv_close(w);
    if (w->out.len == before)
        w->out.len = start;
}

struct output_result
rendercv_write(const struct output_task *task)
{
    struct rcv w = {
        .arena = task->arena,
        .findings = task->findings,
        .edition = task->edition,
        .shown = task->edition->shown,
        .out = buf_new(task->arena),
    };
    rcv_open(&w, STR("cv"));
    rcv_contacts(&w);
    write_sections(&w);
    rcv_close(&w);
    write_language(&w);
    leave_proof(&w);
    tell_left(&w);
    return (struct output_result){.bytes = buf_str(&w.out)};
}
