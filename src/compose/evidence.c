/* What shows the work: case studies, samples, endorsements, media. */
#include "base/utf8.h"
#include "composer.h"
#include "model/decode.h"

#define MIDDLE_DOT " \xc2\xb7 "
#define EM_DASH "\xe2\x80\x94"

struct str
case_anchor(const struct composer *c, size_t i)
{
    return str_format(c->arena, "case-%zu", i + 1);
}

/* "EHR", "Telehealth" */
static struct str
case_kind(const struct composer *c, const struct case_study *study)
{
    if (study->kind.value == CASE_EHR)
        return STR("EHR");
    return words_capitalized(c->arena, words_choice(c->arena, &study->kind));
}

static const struct highlight *
first_result(const struct case_study *study)
{
    for (size_t i = 0; i < study->results.count; i++)
        if (study->results.at[i].text.blocks.count > 0)
            return &study->results.at[i];
    return NULL;
}

/* ---- resume: two lines each
 * ---------------------------------------------------- */

void
fill_projects(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        const struct case_study *study = &c->shown->case_studies.at[i];
        struct block *entry = block_add(c->arena, section, BLOCK_ENTRY);
        entry->keep_whole = true;
        inline_add_link(c->arena, &entry->title, &study->title, study->url.s,
                        0);
        inline_add_text(c->arena, &entry->subtitle, &study->organization, 0);
        inline_add(c->arena, &entry->aside,
                   words_period(c->arena, &study->period), 0);
        const struct highlight *result = first_result(study);
        struct block *text = block_add_paragraph(c->arena, entry, ROLE_BODY);
        if (result)
            inline_add_prose(c->arena, &text->text, &result->text, 0);
        else
            inline_add_prose(c->arena, &text->text, &study->challenge, 0);
    }
}

/* ---- portfolio: a page each
 * ------------------------------------------------------ */

static void
add_fact(const struct composer *c, struct block *facts, const char *label,
         struct str text)
{
    if (str_is_empty(text))
        return;
    inline_add(c->arena,
               &block_add_line(c->arena, facts, str_from(label))->text, text,
               0);
}

static void
add_link_fact(const struct composer *c, struct block *facts, const char *label,
              const struct text *url)
{
    if (str_is_empty(url->s))
        return;
    const struct text shown = {.s = words_url(url->s), .node = url->node};
    inline_add_link(c->arena,
                    &block_add_line(c->arena, facts, str_from(label))->text,
                    &shown, url->s, 0);
}

static void
add_case_facts(const struct composer *c, struct block *page,
               const struct case_study *study)
{
    struct block *facts = block_add(c->arena, page, BLOCK_FACTS);
    add_fact(c, facts, "Where", study->organization.s);
    add_fact(c, facts, "Setting", words_setting(c->arena, &study->setting));
    add_fact(c, facts, "Role", study->role.s);
    add_fact(c, facts, "Team", words_team(c->arena, &study->team));
    add_fact(c, facts, "Period", words_period(c->arena, &study->period));
    add_fact(c, facts, "Systems", words_list(c->arena, &study->systems));
    add_fact(c, facts, "Compliance", words_list(c->arena, &study->compliance));
    add_link_fact(c, facts, "More", &study->url);
}

static struct block *
add_part(const struct composer *c, struct block *page, const char *title)
{
    struct block *part = block_add(c->arena, page, BLOCK_SECTION);
    inline_add(c->arena, &part->title, str_from(title), 0);
    return part;
}

static void
add_prose_part(const struct composer *c, struct block *page, const char *title,
               const struct prose *prose)
{
    if (prose->blocks.count > 0)
        block_add_prose(c->arena, add_part(c, page, title), prose, ROLE_BODY);
}

static void
add_actions(const struct composer *c, struct block *page,
            const struct case_study *study)
{
    if (study->actions.count == 0)
        return;
    struct block *list =
        block_add(c->arena, add_part(c, page, "Actions"), BLOCK_LIST);
    for (size_t i = 0; i < study->actions.count; i++) {
        struct block *item = block_add(c->arena, list, BLOCK_ITEM);
        inline_add_prose(c->arena, &item->text, &study->actions.at[i], 0);
        if (study->actions.at[i].node)
            item->span = study->actions.at[i].node->span;
    }
}

static void
compare_once(const struct composer *c, struct block *figures, metric_refs *done,
             const struct metric *metric)
{
    for (size_t i = 0; i < done->count; i++)
        if (done->at[i] == metric ||
            (!str_is_empty(metric->item.id.s) &&
             str_equal(done->at[i]->item.id.s, metric->item.id.s)))
            return;
    *list_add(c->arena, done) = metric;
    add_comparison(c, figures, metric);
}

static void
add_results(const struct composer *c, struct block *page,
            const struct case_study *study)
{
    struct block *part = add_part(c, page, "Results");
    struct block *figures =
        block_new(c->arena, BLOCK_COMPARISON, page->section);
    metric_refs done = {0};
    for (size_t i = 0; i < study->results.count; i++) {
        const metric_refs *refs = &study->results.at[i].metrics;
        for (size_t j = 0; j < refs->count; j++)
            compare_once(c, figures, &done, refs->at[j]);
    }
    for (size_t i = 0; i < study->metrics.count; i++)
        compare_once(c, figures, &done, &study->metrics.at[i]);
    if (figures->comparisons.count > 0)
        *list_add(c->arena, &part->children) = figures;
    block_add_highlights(c->arena, part, &study->results);
    if (part->children.count == 0)
        page->children.count--; /* it was added last */
}

/* Patients, balance, adoption: what stands beside the result. */
static void
add_balance(const struct composer *c, struct block *page,
            const struct case_study *study)
{
    block_add_labelled(c->arena, page, "For patients:", &study->patient_impact);
    block_add_labelled(c->arena, page, "Held steady:", &study->balancing);
    if (study->balancing_metrics.count > 0) {
        struct block *figures = block_add(c->arena, page, BLOCK_COMPARISON);
        for (size_t i = 0; i < study->balancing_metrics.count; i++)
            add_comparison(c, figures, study->balancing_metrics.at[i]);
    }
}

static void
add_adoption(const struct composer *c, struct block *page,
             const struct adoption *adoption)
{
    struct buf out = buf_new(c->arena);
    if (adoption->trained.given)
        words_join(&out, "; ",
                   str_format(c->arena, "%lld people trained",
                              (long long)adoption->trained.value));
    if (!str_is_empty(adoption->training_hours.s))
        words_join(&out, "; ",
                   str_format(c->arena, "%.*s training hours",
                              STR_ARG(adoption->training_hours.s)));
    words_join(&out, "; ", adoption->adoption.s);
    words_join(&out, "; ", words_list(c->arena, &adoption->change_activities));
    if (out.len == 0)
        return;
    const struct prose prose = prose_plain(c->arena, buf_str(&out));
    block_add_labelled(c->arena, page, "Adoption:", &prose);
}

static const struct work_sample *
sample_of(const struct composer *c, struct str id)
{
    for (size_t i = 0; i < c->shown->work_samples.count; i++)
        if (str_equal(c->shown->work_samples.at[i].item.id.s, id))
            return &c->shown->work_samples.at[i];
    return NULL;
}

static bool
is_url(struct str s)
{
    return str_starts(s, STR("https://")) || str_starts(s, STR("http://"));
}

static void
add_case_end(const struct composer *c, struct block *page,
             const struct case_study *study)
{
    if (study->takeaway.blocks.count > 0) {
        struct block *box = block_add(c->arena, page, BLOCK_CALLOUT);
        inline_add(c->arena, &box->title, STR("Takeaway"), 0);
        inline_add_prose(c->arena, &box->text, &study->takeaway, 0);
    }
    struct block *note = NULL;
    for (size_t i = 0; i < study->evidence.count; i++) {
        const struct text *proof = &study->evidence.at[i];
        const struct work_sample *sample = sample_of(c, proof->s);
        if (!note) {
            note = block_add_paragraph(c->arena, page, ROLE_NOTE);
            inline_add(c->arena, &note->text, STR("Evidence: "), 0);
        } else {
            inline_add(c->arena, &note->text, STR("; "), 0);
        }
        struct text shown = {.s = proof->s, .node = proof->node};
        if (sample)
            shown.s = sample->title.s;
        else if (is_url(proof->s))
            shown.s = words_url(proof->s);
        inline_add_link(c->arena, &note->text, &shown,
                        is_url(proof->s) ? proof->s : (struct str){NULL, 0}, 0);
    }
    block_add_prose(c->arena, page, &study->privacy_note, ROLE_NOTE);
}

static void
add_case_page(const struct composer *c, size_t i)
{
    const struct case_study *study = &c->shown->case_studies.at[i];
    struct block *page = section_open(c, STR("case_studies"), study->title.s);
    page->anchor = case_anchor(c, i);
    page->new_page = true;
    if (study->item.node)
        page->span = study->item.node->span;
    struct buf above = buf_new(c->arena);
    if (c->shown->case_studies.count > 1)
        buf_print(&above, "Case study %zu of %zu", i + 1,
                  c->shown->case_studies.count);
    else
        buf_add_text(&above, "Case study");
    words_join(&above, MIDDLE_DOT, case_kind(c, study));
    inline_add(c->arena, &page->subtitle, buf_str(&above), 0);
    add_case_facts(c, page, study);
    add_prose_part(c, page, "Situation", &study->situation);
    add_prose_part(c, page, "Challenge", &study->challenge);
    add_prose_part(c, page, "Constraints", &study->constraints);
    add_actions(c, page, study);
    add_results(c, page, study);
    add_balance(c, page, study);
    add_adoption(c, page, &study->adoption);
    add_case_end(c, page, study);
    *list_add(c->arena, &c->document->blocks) = page;
}

void
add_case_pages(const struct composer *c)
{
    for (size_t i = 0; i < c->shown->case_studies.count; i++)
        add_case_page(c, i);
}

/* ---- samples
 * ------------------------------------------------------------------------ */

static const char *const authorships[] = {
    [AUTHORSHIP_SOLE] = "sole author",
    [AUTHORSHIP_LEAD] = "lead author",
    [AUTHORSHIP_CONTRIBUTOR] = "contributor",
};

static struct str
sample_details(const struct composer *c, const struct work_sample *sample)
{
    struct buf out = buf_new(c->arena);
    int authorship = sample->authorship.value;
    if (!str_is_empty(sample->audience_text.s))
        words_join(
            &out, MIDDLE_DOT,
            str_format(c->arena, "for %.*s", STR_ARG(sample->audience_text.s)));
    if (authorship > 0)
        words_join(&out, MIDDLE_DOT, str_from(authorships[authorship]));
    if (sample->redacted.value)
        words_join(&out, MIDDLE_DOT, STR("redacted"));
    words_join(&out, MIDDLE_DOT, sample->file.s);
    if (sample->pages_shown.count > 0)
        words_join(
            &out, MIDDLE_DOT,
            str_format(c->arena, "pages %.*s",
                       STR_ARG(words_list(c->arena, &sample->pages_shown))));
    return buf_str(&out);
}

void
fill_work_samples(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->work_samples.count; i++) {
        const struct work_sample *sample = &c->shown->work_samples.at[i];
        struct block *entry = block_add(c->arena, section, BLOCK_ENTRY);
        entry->keep_whole = true;
        inline_add_link(c->arena, &entry->title, &sample->title, sample->url.s,
                        0);
        inline_add(
            c->arena, &entry->subtitle,
            words_capitalized(c->arena, words_choice(c->arena, &sample->kind)),
            0);
        inline_add(c->arena, &entry->aside, words_date(c->arena, &sample->date),
                   0);
        struct str details = sample_details(c, sample);
        if (!str_is_empty(details))
            inline_add(c->arena,
                       &block_add_paragraph(c->arena, entry, ROLE_META)->text,
                       words_capitalized(c->arena, details), 0);
        block_add_prose(c->arena, entry, &sample->purpose, ROLE_BODY);
        block_add_prose(c->arena, entry, &sample->contribution, ROLE_BODY);
    }
}

/* ---- endorsements
 * ------------------------------------------------------------------- */

/* "Dr. L. Kim" gives "L. K."; titles with a dot and more than a letter are no
   names. */
static struct str
initials(const struct composer *c, struct str name)
{
    struct buf out = buf_new(c->arena);
    struct str rest = name;
    while (!str_is_empty(rest)) {
        struct str word = str_trim(str_cut(&rest, ' '));
        bool is_title = word.len > 2 && str_ends(word, STR("."));
        size_t at = 0;
        if (str_is_empty(word) || is_title)
            continue;
        if (out.len > 0)
            buf_add_byte(&out, ' ');
        buf_add_code_point(&out, utf8_upper(utf8_next(word, &at)));
        buf_add_byte(&out, '.');
    }
    return buf_str(&out);
}

static struct str
attribution_of(const struct composer *c, const struct testimonial *testimonial)
{
    struct buf out = buf_new(c->arena);
    if (testimonial->attribution.value == ATTRIBUTION_INITIALS)
        words_join(&out, ", ", initials(c, testimonial->author.s));
    else if (testimonial->attribution.value != ATTRIBUTION_NONE)
        words_join(&out, ", ", testimonial->author.s);
    words_join(&out, ", ", testimonial->title.s);
    if (testimonial->attribution.value != ATTRIBUTION_NONE)
        words_join(&out, ", ", testimonial->organization.s);
    if (testimonial->relationship.value > RELATIONSHIP_UNKNOWN)
        words_join(&out, " ",
                   str_format(c->arena, "(%.*s)",
                              STR_ARG(words_choice(
                                  c->arena, &testimonial->relationship))));
    words_join(&out, ", ", words_date(c->arena, &testimonial->date));
    return buf_str(&out);
}

static void
add_testimonial(const struct composer *c, struct block *section,
                const struct testimonial *testimonial)
{
    struct block *quote = block_add(c->arena, section, BLOCK_QUOTE);
    quote->keep_whole = true;
    inline_add_prose(c->arena, &quote->text, &testimonial->quote, 0);
    const struct text by = {.s = attribution_of(c, testimonial),
                            .node = testimonial->author.node};
    inline_add_link(c->arena, &quote->attribution, &by,
                    testimonial->source_url.s, 0);
}

void
fill_testimonials(const struct composer *c, struct block *section)
{
    /* Grouped by who speaks: supervisors first, as the enum has them. */
    for (int relation = RELATIONSHIP_SUPERVISOR;
         relation <= RELATIONSHIP_FAMILY; relation++)
        for (size_t i = 0; i < c->shown->testimonials.count; i++)
            if (c->shown->testimonials.at[i].relationship.value == relation)
                add_testimonial(c, section, &c->shown->testimonials.at[i]);
    for (size_t i = 0; i < c->shown->testimonials.count; i++)
        if (c->shown->testimonials.at[i].relationship.value <=
            RELATIONSHIP_UNKNOWN)
            add_testimonial(c, section, &c->shown->testimonials.at[i]);
}

/* ---- media
 * -------------------------------------------------------------------------- */

/* "Video introduction, 1:20 min, captions, transcript: media/intro.md" */
static struct str
media_details(const struct composer *c, const struct multimedia *media)
{
    struct buf out = buf_new(c->arena);
    struct str kind =
        media->kind.value == MEDIA_VIDEO_INTRO
            ? STR("Video introduction")
            : words_capitalized(c->arena, words_choice(c->arena, &media->kind));
    words_join(&out, ", ", kind);
    words_join(&out, ", ", media->event.s);
    words_join(&out, ", ", words_date(c->arena, &media->date));
    words_join(&out, ", ", words_duration(c->arena, media->seconds));
    words_join(&out, ", ", media->topic.s);
    if (media->captions.value)
        words_join(&out, ", ", STR("captions"));
    if (!str_is_empty(media->transcript.s))
        words_join(&out, ", ",
                   str_format(c->arena, "transcript: %.*s",
                              STR_ARG(words_url(media->transcript.s))));
    return buf_str(&out);
}

static void
add_media_line(const struct composer *c, struct block *section,
               const struct multimedia *media)
{
    struct block *line = block_add_paragraph(c->arena, section, ROLE_BODY);
    inline_add_link(c->arena, &line->text, &media->title, media->url.s, 0);
    struct str details = media_details(c, media);
    if (!str_is_empty(details))
        inline_add(c->arena, &line->text,
                   str_format(c->arena, ": %.*s", STR_ARG(details)), 0);
}

static void
add_media_block(const struct composer *c, struct block *section,
                const struct multimedia *media)
{
    bool is_image =
        media->kind.value == MEDIA_IMAGE && !str_is_empty(media->file.s);
    struct block *block =
        block_add(c->arena, section, is_image ? BLOCK_IMAGE : BLOCK_CODE);
    block->keep_whole = true;
    block->url = media->url.s;
    block->file = media->file.s;
    if (media->item.node)
        block->span = media->item.node->span;
    inline_add_link(c->arena, &block->title, &media->title, media->url.s, 0);
    inline_add(c->arena, &block->text, media_details(c, media), 0);
    if (is_image)
        block->alt = str_is_empty(media->alt.s) ? media->title.s : media->alt.s;
    else
        block->alt = str_format(c->arena, "QR code for %.*s",
                                STR_ARG(words_url(media->url.s)));
}

void
fill_multimedia(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->multimedia.count; i++) {
        const struct multimedia *media = &c->shown->multimedia.at[i];
        if (!composes_resume(c)) {
            add_media_block(c, section, media);
        } else if (!str_is_empty(media->url.s)) {
            add_media_line(c, section, media);
            return; /* a resume bears one link */
        }
    }
}
