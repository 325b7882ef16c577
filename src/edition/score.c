/*
 * What an entry or a bullet is worth to an edition. Whole numbers of the thing
 * itself, of what the edition aims at and of today: nothing else that stands
 * in the file changes them, so that two things rank the same way whatever is
 * added beside them.
 */
#include <stdlib.h>
#include <string.h>

#include "model/texts.h"
#include "parts.h"

#define USUAL_PRIORITY 3
/* Of ten. */
#define SHARE_RELEVANCE 5
#define SHARE_COMPLETENESS 3
#define SHARE_RECENCY 2
/* What has no date is neither new nor old. */
#define UNDATED 50
/* Points a year takes. */
#define POINTS_A_YEAR 8

int64_t
item_priority(const struct item *item, int64_t standard)
{
    return item->priority.given ? item->priority.value : standard;
}

bool
edition_has_aim(const struct edition *edition)
{
    return edition->aim->terms.count > 0;
}

struct str
entry_words(const struct field_shape *shape, const void *entry)
{
    for (const struct field *field = shape->fields; field->key; field++) {
        const void *slot = (const char *)entry + field->offset;
        struct str words = {NULL, 0};
        if (field->is_list)
            continue;
        if (field->type == FIELD_TEXT)
            words = ((const struct text *)slot)->s;
        if (field->type == FIELD_PROSE || field->type == FIELD_LINE)
            words = ((const struct prose *)slot)->plain;
        if (!str_is_empty(words))
            return words;
    }
    return (struct str){NULL, 0};
}

/* ---- recency ------------------------------------------------------------ */

int
recency_of(const struct date *today, const struct date *end)
{
    if (!today->year || !end->year)
        return UNDATED;
    int months = date_months(today, true) - date_months(end, true);
    int points = 100 - (months > 0 ? months : 0) * POINTS_A_YEAR / 12;
    return points > 0 ? points : 0;
}

int
position_recency(const struct edition *edition, const struct position *position)
{
    bool is_current = !position->end_date.year;
    return is_current ? 100 : recency_of(&edition->today, &position->end_date);
}

static const struct date *
date_in(const struct field_shape *shape, const void *map, const char *key)
{
    const struct field *field = field_find(shape, str_from(key));
    const void *slot = field ? (const char *)map + field->offset : NULL;
    if (!field || field->is_list)
        return NULL;
    if (field->type == FIELD_PERIOD)
        return &((const struct period *)slot)->end;
    return field->type == FIELD_DATE || field->type == FIELD_MONTH ? slot
                                                                   : NULL;
}

/* When it ended or happened; what has only begun goes on. */
static int
entry_recency(const struct edition *edition, const struct field_shape *shape,
              const void *entry)
{
    static const char *const ends[] = {"end_date", "end",    "until",
                                       "date",     "period", "renewed",
                                       "issued",   "go_live"};
    static const char *const begins[] = {"start_date", "start", "since"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const struct date *date = date_in(shape, entry, ends[i]);
        if (date && date->is_present)
            return 100;
        if (date && date->year)
            return recency_of(&edition->today, date);
    }
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        const struct date *date = date_in(shape, entry, begins[i]);
        if (date && date->year)
            return 100;
    }
    return UNDATED;
}

/* ---- the whole ---------------------------------------------------------- */

static void
sum_up(const struct edition *edition, struct choice_score *score)
{
    score->total = score->completeness;
    if (edition_has_aim(edition))
        score->total = (score->relevance * SHARE_RELEVANCE +
                        score->completeness * SHARE_COMPLETENESS +
                        score->recency * SHARE_RECENCY) /
                       10;
}

static void
add_kpis(struct arena *arena, struct aim_texts *texts,
         const metric_refs *metrics)
{
    for (size_t i = 0; i < metrics->count; i++)
        if (metrics->at[i]->kpi.s.len)
            *list_add(arena, &texts->kpis) = metrics->at[i]->kpi.s;
}

struct scored
score_bullet(struct arena *arena, const struct edition *edition,
             const struct highlight *bullet, int64_t standard, int recency)
{
    struct aim_texts texts = {.plain = {NULL, 0, 0}};
    struct scored scored = {
        .score = {.priority = item_priority(&bullet->item, standard),
                  .completeness = bullet_score(arena, edition, bullet),
                  .recency = recency}};
    if (edition_has_aim(edition)) {
        *list_add(arena, &texts.plain) = bullet->text.plain;
        add_kpis(arena, &texts, &bullet->metrics);
        scored.hits = aim_of_texts(arena, edition->aim, &texts);
        scored.score.relevance = scored.hits.relevance;
    }
    sum_up(edition, &scored.score);
    return scored;
}

struct gathering {
    struct arena *arena;
    struct aim_texts *texts;
};

/* Addresses name nothing, and notes are for the owner. */
static void
gather(void *context, const struct field_text *text)
{
    struct gathering *gathering = context;
    enum field_type type = text->field->type;
    if ((type != FIELD_TEXT && type != FIELD_LINE && type != FIELD_PROSE) ||
        strcmp(text->field->key, "notes") == 0)
        return;
    if (strcmp(text->field->key, "kpi") == 0)
        *list_add(gathering->arena, &gathering->texts->kpis) =
            field_text_plain(text);
    else
        *list_add(gathering->arena, &gathering->texts->plain) =
            field_text_plain(text);
}

static int
best_of(struct arena *arena, const struct edition *edition,
        const highlight_list *bullets)
{
    int best = 0;
    for (size_t i = 0; bullets && i < bullets->count; i++) {
        int score = bullet_score(arena, edition, &bullets->at[i]);
        best = score > best ? score : best;
    }
    return best;
}

static const highlight_list *
list_of_bullets(const struct field_shape *shape, const void *entry,
                const char *key)
{
    const struct field *field = field_find(shape, str_from(key));
    return field && field->type == FIELD_MAP && field->is_list
               ? (const void *)((const char *)entry + field->offset)
               : NULL;
}

/* Records that a case refers to stand elsewhere. */
static int
case_completeness(struct arena *arena, const struct edition *edition,
                  const struct case_study *study)
{
    int best = best_of(arena, edition, &study->results);
    for (size_t i = 0; i < study->metric_refs.count; i++) {
        int score = metric_score(study->metric_refs.at[i]);
        best = score > best ? score : best;
    }
    return best;
}

static bool
is_case(const struct field_shape *shape)
{
    return shape == fields_shape("case_studies");
}

static void
add_bullet_kpis(struct arena *arena, struct aim_texts *texts,
                const highlight_list *bullets)
{
    for (size_t i = 0; bullets && i < bullets->count; i++)
        add_kpis(arena, texts, &bullets->at[i].metrics);
}

struct aim_hits
entry_hits(struct arena *arena, const struct edition *edition,
           const struct field_shape *shape, const void *entry)
{
    struct aim_texts texts = {.plain = {NULL, 0, 0}};
    struct gathering gathering = {arena, &texts};
    if (!edition_has_aim(edition))
        return (struct aim_hits){.at = NULL};
    map_each_text(shape, entry, gather, &gathering);
    add_bullet_kpis(arena, &texts, list_of_bullets(shape, entry, "highlights"));
    if (is_case(shape)) {
        const struct case_study *study = entry;
        add_kpis(arena, &texts, &study->metric_refs);
        add_bullet_kpis(arena, &texts, &study->results);
    }
    return aim_of_texts(arena, edition->aim, &texts);
}

struct scored
score_entry(struct arena *arena, const struct edition *edition,
            const struct field_shape *shape, const void *entry,
            int64_t standard)
{
    struct scored scored = {
        .score = {.priority = item_priority(entry, standard),
                  .recency = entry_recency(edition, shape, entry)},
        .hits = entry_hits(arena, edition, shape, entry),
    };
    scored.score.completeness =
        is_case(shape) ? case_completeness(arena, edition, entry)
                       : best_of(arena, edition,
                                 list_of_bullets(shape, entry, "highlights"));
    scored.score.relevance = scored.hits.relevance;
    sum_up(edition, &scored.score);
    return scored;
}

struct scored
score_position(struct arena *arena, const struct edition *edition,
               const struct position *position, int64_t standard)
{
    const struct field *jobs = field_find(fields_root(), STR("experience"));
    const struct field *positions = field_find(jobs->shape, STR("positions"));
    struct scored scored =
        score_entry(arena, edition, positions->shape, position, standard);
    scored.score.recency = position_recency(edition, position);
    sum_up(edition, &scored.score);
    return scored;
}

/* What the person ranks high, then what is measured, then results. */
static int64_t
worth(const struct highlight *highlight)
{
    return item_priority(&highlight->item, USUAL_PRIORITY) * 4 +
           (highlight->metrics.count > 0 ? 2 : 0) +
           (highlight->kind.value <= HIGHLIGHT_RESULT ? 1 : 0);
}

static const struct highlight *
worthiest(const highlight_list *bullets)
{
    const struct highlight *best = NULL;
    for (size_t i = 0; i < bullets->count; i++) {
        const struct highlight *bullet = &bullets->at[i];
        bool has_text = bullet->text.blocks.count > 0;
        if (has_text && (!best || worth(bullet) > worth(best)))
            best = bullet;
    }
    return best;
}

const struct highlight *
edition_best_bullet(struct arena *arena, const struct edition *edition,
                    const struct position *position)
{
    const highlight_list *bullets = &position->highlights;
    if (!edition_has_aim(edition))
        return worthiest(bullets);
    const struct ranked_bullet *ranked =
        rank_bullets(arena, edition, bullets, USUAL_PRIORITY,
                     position_recency(edition, position));
    for (size_t i = 0; i < bullets->count; i++)
        if (bullets->at[ranked[i].index].text.blocks.count)
            return &bullets->at[ranked[i].index];
    return NULL;
}

/* ---- bullets of one entry ----------------------------------------------- */

struct ranked_bullet *
rank_bullets(struct arena *arena, const struct edition *edition,
             const highlight_list *bullets, int64_t standard, int recency)
{
    size_t count = bullets->count;
    bool has_aim = edition_has_aim(edition);
    struct ranked_bullet *ranked =
        ARENA_ARRAY(arena, count, struct ranked_bullet);
    for (size_t i = 0; i < count; i++) {
        struct scored scored =
            score_bullet(arena, edition, &bullets->at[i], standard, recency);
        ranked[i] = (struct ranked_bullet){
            .index = i,
            .priority = scored.score.priority,
            .score = scored.score.total,
            .keywords =
                has_aim ? 0
                        : bullet_keywords(edition->variant, &bullets->at[i]),
        };
    }
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, bullet_compare);
    return ranked;
}
