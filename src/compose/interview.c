/*
 * What one takes into an interview: a card for each case (situation, task,
 * actions, results) with the questions that what the case holds answers. For
 * the person alone; nothing stands here that the file does not say.
 */
#include "composer.h"
#include "model/decode.h"

/* ---- the story ----------------------------------------------------------- */

/* "Lakeside Medical Group · Jan – Jun 2022" */
static void
add_where(const struct composer *c, struct block *card,
          const struct case_study *study)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, MIDDLE_DOT, study->organization.s);
    words_join(&out, MIDDLE_DOT, words_setting(&c->words, &study->setting));
    words_join(&out, MIDDLE_DOT, words_period(&c->words, &study->period));
    meta_add(c, card, buf_str(&out));
}

static void
add_told(const struct composer *c, struct block *card, enum word label,
         const struct prose *prose)
{
    block_add_labelled(c->arena, card, ROLE_LABELLED, label_of(c, label),
                       prose);
}

/* A label on a line of its own and an empty list below it. */
static struct block *
add_list(const struct composer *c, struct block *card, enum word label)
{
    struct block *line = block_add_paragraph(c->arena, card, ROLE_LABELLED);
    inline_add(c->arena, &line->text, label_of(c, label), INLINE_STRONG);
    return block_add(c->arena, card, BLOCK_LIST);
}

static struct inline_text *
add_item(const struct composer *c, struct block *list)
{
    return &block_add(c->arena, list, BLOCK_ITEM)->text;
}

/* A list that stayed empty goes, with its label. */
static void
drop_empty(struct block *card, const struct block *list)
{
    if (list->children.count == 0)
        card->children.count -= 2;
}

static void
add_actions(const struct composer *c, struct block *card,
            const struct case_study *study)
{
    struct block *list = add_list(c, card, WORD_ACTIONS);
    for (size_t i = 0; i < study->actions.count; i++)
        inline_add_prose(c->arena, add_item(c, list), &study->actions.at[i], 0);
    drop_empty(card, list);
}

/* Records of the case, each once. */
static metric_refs
records_of(const struct composer *c, const struct case_study *study)
{
    metric_refs all = {0}, once = {0};
    for (size_t i = 0; i < study->results.count; i++)
        for (size_t k = 0; k < study->results.at[i].metrics.count; k++)
            *list_add(c->arena, &all) = study->results.at[i].metrics.at[k];
    for (size_t i = 0; i < study->metric_refs.count; i++)
        *list_add(c->arena, &all) = study->metric_refs.at[i];
    for (size_t i = 0; i < all.count; i++) {
        bool is_known = false;
        for (size_t k = 0; k < once.count; k++)
            is_known |= once.at[k] == all.at[i];
        if (!is_known)
            *list_add(c->arena, &once) = all.at[i];
    }
    return once;
}

/* A result tells the figures of the record that it refers to. */
static bool
is_told(const struct composer *c, const struct case_study *study,
        const struct metric *metric)
{
    struct str after =
        metric_print(c->arena, c->words.locale, metric, METRIC_AFTER);
    struct str change =
        metric_print(c->arena, c->words.locale, metric, METRIC_CHANGE);
    for (size_t i = 0; i < study->results.count; i++) {
        const struct highlight *result = &study->results.at[i];
        for (size_t k = 0; k < result->metrics.count; k++)
            if (result->metrics.at[k] == metric &&
                ((after.len &&
                  str_find(result->text.plain, after, 0) != SIZE_MAX) ||
                 (change.len &&
                  str_find(result->text.plain, change, 0) != SIZE_MAX)))
                return true;
    }
    return false;
}

static void
add_results(const struct composer *c, struct block *card,
            const struct case_study *study, const metric_refs *records)
{
    struct block *list = add_list(c, card, WORD_RESULTS);
    for (size_t i = 0; i < study->results.count; i++)
        if (study->results.at[i].text.blocks.count > 0)
            inline_add_prose(c->arena, add_item(c, list),
                             &study->results.at[i].text, 0);
    for (size_t i = 0; i < records->count; i++)
        if (!is_told(c, study, records->at[i]))
            inline_add(c->arena, add_item(c, list),
                       metric_figures(c, records->at[i]), 0);
    if (study->patient_impact.blocks.count > 0)
        inline_add_prose(c->arena, add_item(c, list), &study->patient_impact,
                         0);
    drop_empty(card, list);
}

/* ---- questions ----------------------------------------------------------- */

static struct inline_text *
ask(const struct composer *c, struct block *list, enum word question)
{
    struct inline_text *item = add_item(c, list);
    inline_add(c->arena, item, word_of(c, question), INLINE_STRONG);
    inline_add(c->arena, item, STR(" "), 0);
    return item;
}

static void
ask_with(const struct composer *c, struct block *list, enum word question,
         struct str answer)
{
    if (!str_is_empty(answer))
        inline_add(c->arena, ask(c, list, question), answer, 0);
}

static void
ask_with_prose(const struct composer *c, struct block *list, enum word question,
               const struct prose *answer)
{
    if (answer->blocks.count > 0)
        inline_add_prose(c->arena, ask(c, list, question), answer, 0);
}

/* "Median wait: EHR report, Jan – Jun 2022" of each record that says so. */
static struct str
how_measured(const struct composer *c, const metric_refs *records)
{
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < records->count; i++) {
        struct str how = metric_provenance(c, records->at[i]);
        if (!str_is_empty(how))
            words_join(&out, ". ", how);
    }
    return buf_str(&out);
}

static struct str
own_part(const struct composer *c, const struct case_study *study)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_SEMICOLON, study->role.s);
    words_join_by(&c->words, &out, WORD_SEMICOLON,
                  words_team(&c->words, &study->team));
    return buf_str(&out);
}

static void
ask_of_balance(const struct composer *c, struct block *list,
               const struct case_study *study)
{
    struct buf out = buf_new(c->arena);
    ask_with_prose(c, list, WORD_ASK_HARM, &study->balancing);
    for (size_t i = 0; i < study->balancing_metrics.count; i++)
        words_join(&out, ". ",
                   metric_sentence(c, study->balancing_metrics.at[i]));
    ask_with(c, list, WORD_ASK_HARM, buf_str(&out));
}

static void
ask_for_proof(const struct composer *c, struct block *list,
              const struct case_study *study)
{
    struct inline_text proofs = {0};
    for (size_t i = 0; i < study->evidence.count; i++)
        proof_add(c, &proofs, &study->evidence.at[i]);
    if (inline_is_empty(&proofs))
        return;
    struct inline_text *item = ask(c, list, WORD_ASK_PROOF);
    for (size_t i = 0; i < proofs.runs.count; i++)
        *list_add(c->arena, &item->runs) = proofs.runs.at[i];
}

static void
add_questions(const struct composer *c, struct block *card,
              const struct case_study *study, const metric_refs *records)
{
    struct block *part = block_add(c->arena, card, BLOCK_SECTION);
    struct block *list = block_add(c->arena, part, BLOCK_LIST);
    inline_add(c->arena, &part->title, word_of(c, WORD_THEY_MAY_ASK), 0);
    ask_with(c, list, WORD_ASK_MEASURED, how_measured(c, records));
    ask_with(c, list, WORD_ASK_PART, own_part(c, study));
    ask_with_prose(c, list, WORD_ASK_HARD, &study->constraints);
    ask_with(c, list, WORD_ASK_OTHERS, adoption_words(c, &study->adoption));
    ask_of_balance(c, list, study);
    ask_with_prose(c, list, WORD_ASK_LEARNED, &study->takeaway);
    ask_for_proof(c, list, study);
    if (list->children.count == 0)
        card->children.count--;
}

/* ---- the cards ----------------------------------------------------------- */

/* False: nothing is told but a title. */
static bool
fill_card(const struct composer *c, struct block *card,
          const struct case_study *study)
{
    const metric_refs records = records_of(c, study);
    inline_add(c->arena, &card->title, study->title.s, 0);
    if (study->item.node)
        card->span = study->item.node->span;
    add_where(c, card, study);
    size_t known = card->children.count;
    add_told(c, card, WORD_SITUATION, &study->situation);
    add_told(c, card, WORD_TASK, &study->challenge);
    add_actions(c, card, study);
    add_results(c, card, study, &records);
    add_questions(c, card, study, &records);
    notes_add(c, card, (struct str){NULL, 0}, &study->item);
    return card->children.count > known;
}

/* The first card stands below the heading, each of the others by itself, so
   that none is torn that has room on a page. */
void
add_interview_cards(const struct composer *c)
{
    struct block *section =
        section_open(c, STR("interview"), word_of(c, WORD_INTERVIEW));
    section->new_page = true;
    struct block *note = block_add_paragraph(c->arena, section, ROLE_NOTE);
    inline_add(c->arena, &note->text, word_of(c, WORD_INTERVIEW_NOTE),
               INLINE_STRONG);
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        struct block *card =
            block_new(c->arena, BLOCK_SECTION, STR("interview"));
        bool is_first = section->children.count == 1;
        card->level = 2;
        if (!fill_card(c, card, &c->shown->case_studies.at[i]))
            continue;
        if (is_first) {
            *list_add(c->arena, &section->children) = card;
            *list_add(c->arena, &c->document->blocks) = section;
        } else {
            *list_add(c->arena, &c->document->blocks) = card;
        }
    }
}
