/* Case studies: two lines each in a resume, a page each in a portfolio. */
#include "composer.h"
#include "model/decode.h"

/* "EHR", "Telehealth" */
static struct str
case_kind(const struct composer *c, const struct case_study *study)
{
    return words_capitalized(
        c->arena, words_choice(&c->words, &study->kind, WORD_CASE_WORKFLOW, 9));
}

static const struct highlight *
first_result(const struct case_study *study)
{
    for (size_t i = 0; i < study->results.count; i++)
        if (study->results.at[i].text.blocks.count > 0)
            return &study->results.at[i];
    return NULL;
}

/* ---- resume: two lines each ---- */

/* The second line: where, and the first result. */
static void
add_project_line(const struct composer *c, struct block *entry,
                 const struct case_study *study)
{
    const struct highlight *result = first_result(study);
    const struct prose *prose = result ? &result->text : &study->challenge;
    struct block *line = block_new(c->arena, BLOCK_PARAGRAPH, entry->section);
    inline_add_text(c->arena, &line->text, &study->organization, 0);
    if (prose->blocks.count > 0)
        separate(c, &line->text, WORD_COLON);
    inline_add_prose(c->arena, &line->text, prose, 0);
    line->level = entry->level + 1;
    line->role = ROLE_BODY;
    if (!inline_is_empty(&line->text))
        *list_add(c->arena, &entry->children) = line;
}

void
fill_projects(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        const struct case_study *study = &c->shown->case_studies.at[i];
        struct block *entry = entry_add(c, section, &study->item);
        inline_add_link(c->arena, &entry->title, &study->title, study->url.s,
                        0);
        inline_add(c->arena, &entry->aside,
                   words_period(&c->words, &study->period), INLINE_NO_BREAK);
        entry_form(c, entry,
                   &(struct entry_form){.kind = ENTRY_OTHER,
                                        .section = "case_studies",
                                        .start = &study->period.start,
                                        .end = &study->period.end});
        add_project_line(c, entry, study);
        notes_add(c, entry, (struct str){NULL, 0}, &study->item);
    }
}

/* ---- portfolio: a page each ---- */

/* "Oct 2021 – Jun 2022, 9 months" */
static struct str
case_period(const struct composer *c, const struct case_study *study)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_period(&c->words, &study->period));
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_length(&c->words, &study->period));
    return buf_str(&out);
}

static void
add_case_facts(const struct composer *c, struct block *page,
               const struct case_study *study)
{
    struct block *facts = block_new(c->arena, BLOCK_FACTS, page->section);
    fact_add(c, facts, WORD_WHERE, study->organization.s);
    fact_add(c, facts, WORD_SETTING, words_setting(&c->words, &study->setting));
    fact_add(c, facts, WORD_ROLE, study->role.s);
    fact_add(c, facts, WORD_TEAM, words_team(&c->words, &study->team));
    fact_add(c, facts, WORD_PERIOD, case_period(c, study));
    fact_add(c, facts, WORD_SYSTEMS, words_list(&c->words, &study->systems));
    fact_add(c, facts, WORD_COMPLIANCE,
             words_list(&c->words, &study->compliance));
    facts->level = page->level + 1;
    if (facts->lines.count > 0)
        *list_add(c->arena, &page->children) = facts;
}

static struct block *
add_part(const struct composer *c, struct block *page, enum word title)
{
    struct block *part = block_add(c->arena, page, BLOCK_SECTION);
    inline_add(c->arena, &part->title, word_of(c, title), 0);
    return part;
}

static void
add_prose_part(const struct composer *c, struct block *page, enum word title,
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
        block_add(c->arena, add_part(c, page, WORD_ACTIONS), BLOCK_LIST);
    for (size_t i = 0; i < study->actions.count; i++) {
        struct block *item = block_add(c->arena, list, BLOCK_ITEM);
        inline_add_prose(c->arena, &item->text, &study->actions.at[i], 0);
        if (study->actions.at[i].node)
            item->span = study->actions.at[i].node->span;
    }
}

static void
add_refs(const struct composer *c, metric_refs *to, const metric_refs *from)
{
    for (size_t i = 0; i < from->count; i++)
        *list_add(c->arena, to) = from->at[i];
}

/* What did not get worse has a line of its own. */
static bool
is_balancing(const struct case_study *study, const struct metric *metric)
{
    for (size_t i = 0; i < study->balancing_metrics.count; i++)
        if (study->balancing_metrics.at[i] == metric)
            return true;
    return false;
}

static void
add_results(const struct composer *c, struct block *page,
            const struct case_study *study)
{
    struct block *part = add_part(c, page, WORD_RESULTS);
    metric_refs refs = {0};
    for (size_t i = 0; i < study->results.count; i++)
        add_refs(c, &refs, &study->results.at[i].metrics);
    for (size_t i = 0; i < study->metric_refs.count; i++)
        if (!is_balancing(study, study->metric_refs.at[i]))
            *list_add(c->arena, &refs) = study->metric_refs.at[i];
    add_results_of(c, part, &refs, (enum drawn_as)study->chart.value);
    block_add_highlights(&c->words, part, &study->results);
    if (part->children.count == 0)
        page->children.count--; /* it was added last */
}

/* Whom it was for. Where no patients are treated, the field still says what
   the work meant for people. */
static enum word
impact_label(const struct composer *c)
{
    bool treats = c->edition->pack &&
                  str_is(pack_name(c->edition->pack), "health-management");
    return treats ? WORD_FOR_PATIENTS : WORD_FOR_PEOPLE;
}

/* What stands beside the result: people, and what did not get worse. */
static void
add_balance(const struct composer *c, struct block *page,
            const struct case_study *study)
{
    struct buf figures = buf_new(c->arena);
    block_add_labelled(c->arena, page, ROLE_LABELLED,
                       label_of(c, impact_label(c)), &study->patient_impact);
    block_add_labelled(c->arena, page, ROLE_LABELLED,
                       label_of(c, WORD_IN_BALANCE), &study->balancing);
    for (size_t i = 0; i < study->balancing_metrics.count; i++)
        words_join(&figures, ". ",
                   metric_sentence(c, study->balancing_metrics.at[i]));
    if (figures.len == 0)
        return;
    const struct prose prose = prose_plain(c->arena, buf_str(&figures));
    block_add_labelled(c->arena, page, ROLE_LABELLED,
                       label_of(c, WORD_IN_BALANCE), &prose);
}

struct str
adoption_words(const struct composer *c, const struct adoption *adoption)
{
    struct buf out = buf_new(c->arena);
    if (adoption->trained.given)
        words_join_by(&c->words, &out, WORD_SEMICOLON,
                      locale_count_of(c->arena, c->words.locale, WORD_TRAINED,
                                      adoption->trained.value));
    if (!str_is_empty(adoption->training_hours.s))
        words_join_by(
            &c->words, &out, WORD_SEMICOLON,
            counted(c, WORD_HOURS_OF_TRAINING, adoption->training_hours.s));
    if (!str_is_empty(adoption->adoption.s))
        words_join_by(&c->words, &out, WORD_SEMICOLON,
                      said(c, WORD_ADOPTION_OF,
                           words_number(&c->words, adoption->adoption.s)));
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  words_list(&c->words, &adoption->change_activities));
    return buf_str(&out);
}

static void
add_adoption(const struct composer *c, struct block *page,
             const struct adoption *adoption)
{
    struct str said_of_it = adoption_words(c, adoption);
    if (str_is_empty(said_of_it))
        return;
    const struct prose prose = prose_plain(c->arena, said_of_it);
    block_add_labelled(c->arena, page, ROLE_LABELLED,
                       label_of(c, WORD_ADOPTION), &prose);
}

/* ---- what proves it ---- */

static bool
is_url(struct str s)
{
    return str_starts(s, STR("https://")) || str_starts(s, STR("http://"));
}

void
proof_add(const struct composer *c, struct inline_text *proofs,
          const struct text *proof)
{
    size_t sample = sample_index(c, proof->s);
    struct text shown = {.s = words_url(proof->s), .node = proof->node};
    separate(c, proofs, WORD_SEMICOLON);
    if (sample != SIZE_MAX)
        inline_add_target(c->arena, proofs,
                          c->shown->work_samples.at[sample].title.s,
                          sample_anchor(c, sample));
    else if (is_url(proof->s))
        inline_add_link(c->arena, proofs, &shown, proof->s, 0);
    else
        inline_add_text(c->arena, proofs, proof, 0);
}

static void
add_evidence(const struct composer *c, struct block *page,
             const struct case_study *study)
{
    struct inline_text proofs = {0};
    for (size_t i = 0; i < study->evidence.count; i++)
        proof_add(c, &proofs, &study->evidence.at[i]);
    if (study->url.node)
        proof_add(c, &proofs, &study->url);
    if (inline_is_empty(&proofs))
        return;
    struct block *note = block_add_paragraph(c->arena, page, ROLE_NOTE);
    inline_add(c->arena, &note->text,
               str_format(c->arena, "%.*s%.*s",
                          STR_ARG(word_of(c, WORD_EVIDENCE)),
                          STR_ARG(word_of(c, WORD_COLON))),
               0);
    for (size_t i = 0; i < proofs.runs.count; i++)
        *list_add(c->arena, &note->text.runs) = proofs.runs.at[i];
}

static void
add_case_end(const struct composer *c, struct block *page,
             const struct case_study *study)
{
    if (study->takeaway.blocks.count > 0) {
        struct block *box = block_add(c->arena, page, BLOCK_CALLOUT);
        inline_add(c->arena, &box->title, word_of(c, WORD_TAKEAWAY), 0);
        inline_add_prose(c->arena, &box->text, &study->takeaway, 0);
        if (study->takeaway.node)
            box->span = study->takeaway.node->span;
    }
    add_evidence(c, page, study);
    block_add_prose(c->arena, page, &study->privacy_note, ROLE_NOTE);
    notes_add(c, page, (struct str){NULL, 0}, &study->item);
}

/* ---- the page ---- */

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
        buf_add(
            &above,
            locale_say_two(
                c->arena, c->words.locale, WORD_CASE_OF,
                words_count(&c->words, (int64_t)i + 1),
                words_count(&c->words, (int64_t)c->shown->case_studies.count)));
    else
        buf_add(&above, word_of(c, WORD_CASE_STUDY));
    words_join(&above, MIDDLE_DOT, case_kind(c, study));
    inline_add(c->arena, &page->subtitle, buf_str(&above), 0);
    add_case_facts(c, page, study);
    add_prose_part(c, page, WORD_SITUATION, &study->situation);
    add_prose_part(c, page, WORD_CHALLENGE, &study->challenge);
    add_prose_part(c, page, WORD_CONSTRAINTS, &study->constraints);
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
