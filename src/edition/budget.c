/*
 * What may be cut, in which order. Parts are collected section by section with
 * what their place in the order depends on, sorted, and handed out; nothing is
 * known here about pages.
 */
#include "edition/budget.h"

#include <stdlib.h>

#include "base/bug.h"
#include "model/fields.h"
#include "parts.h"

#define USUAL_PRIORITY 3
#define NEVER_CUT 5
/* Results about as complete count as equal: points of the metric detector. */
#define SCORE_STEP 25

/* All LIST(...) have this shape. */
typedef LIST(char) any_list;

/* Which goes first at the same priority. */
enum tier {
    TIER_SURPLUS,    /* of a portfolio: beyond the first two of a section */
    TIER_SPARE_CASE, /* of a portfolio: beyond the first three */
    TIER_BULLET,     /* beyond the two best of its entry */
    TIER_ENTRY,      /* without bullets */
    TIER_SECOND,     /* second bullets */
    TIER_LAST,       /* last bullets of entries that are no jobs */
    TIER_BARE,       /* such entries, which have lost their bullets */
    TIER_JOB,        /* the last bullet of a job, then it, the oldest first */
    TIER_SKILLS,     /* lines that programs search for words */
    TIER_CASE        /* of a portfolio */
};

struct candidate_part {
    struct edition_part part;
    enum tier tier;
    int steps;       /* of its points */
    int score;       /* its points: with an aim those of entries as well */
    size_t keywords; /* of the variant in it */
    bool is_bullet;
    int age;        /* months of the end since year 0; newer is more */
    size_t section; /* place of the section in the document */
    size_t order;   /* of being met */
    bool stays;
};

struct budget {
    struct arena *arena;
    const struct edition *edition;
    bool is_resume;
    size_t section;
    LIST(struct candidate_part) parts;
};

/* ---- sections ------------------------------------------------------------ */

enum section_kind {
    KIND_ENTRIES, /* each for itself */
    KIND_PROVEN,  /* education and credentials */
    KIND_SKILLS,
    KIND_CASES,
    KIND_JOBS,
    KIND_CUSTOM,
    KIND_KEPT
};

static const struct section_row {
    const char *id;
    enum section_kind kind;
    bool is_joined;      /* one line of a resume */
    enum tier join_tier; /* when it goes */
} sections[] = {
    {"education", KIND_PROVEN, false, 0},
    {"certifications", KIND_PROVEN, false, 0},
    {"experience", KIND_JOBS, false, 0},
    {"case_studies", KIND_CASES, false, 0},
    {"skills", KIND_SKILLS, false, 0},
    {"systems", KIND_ENTRIES, true, TIER_SKILLS},
    {"languages", KIND_ENTRIES, true, TIER_SKILLS},
    {"compliance", KIND_ENTRIES, true, TIER_SKILLS},
    {"memberships", KIND_ENTRIES, true, TIER_ENTRY},
    {"development", KIND_ENTRIES, false, 0},
    {"awards", KIND_ENTRIES, false, 0},
    {"publications", KIND_ENTRIES, false, 0},
    {"volunteer", KIND_ENTRIES, false, 0},
    {"work_samples", KIND_ENTRIES, false, 0},
    {"testimonials", KIND_ENTRIES, false, 0},
    {"multimedia", KIND_ENTRIES, false, 0},
    {"career_breaks", KIND_KEPT, false, 0},
    {"custom", KIND_CUSTOM, false, 0},
};

static const struct section_row *
section_row(struct str id)
{
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (str_is(id, sections[i].id))
            return &sections[i];
    return NULL;
}

/* ---- parts --------------------------------------------------------------- */

static int
months_of(const struct date *end)
{
    return end->year ? date_months(end, true) : INT32_MAX;
}

static struct candidate_part *
part_add(struct budget *budget, const struct item *item, struct str words,
         int64_t priority)
{
    const struct item **items =
        ARENA_ARRAY(budget->arena, 1, const struct item *);
    items[0] = item;
    struct candidate_part *added = list_add(budget->arena, &budget->parts);
    *added = (struct candidate_part){
        .part = {.path = item->path,
                 .span = node_span(item->node),
                 .words = words,
                 .priority = priority,
                 .is_marked =
                     item->priority.given && item->priority.value >= NEVER_CUT,
                 .items = items,
                 .item_count = 1},
        .section = budget->section,
        .order = budget->parts.count,
        .stays = priority >= NEVER_CUT,
    };
    return added;
}

/* ---- bullets ------------------------------------------------------------- */

/* Points that decide before the place in the file does: results about as
   complete count as equal, unless something is aimed at. */
static int
steps_of(const struct budget *budget, int score)
{
    return edition_has_aim(budget->edition) ? score : score / SCORE_STEP;
}

/* Gives the highest priority among them, 0 for none. */
static int64_t
add_bullets(struct budget *budget, const highlight_list *bullets,
            int64_t priority, enum tier last, int age, int recency)
{
    const enum tier tiers[] = {last, TIER_SECOND};
    int64_t highest = 0;
    const struct ranked_bullet *ranked = rank_bullets(
        budget->arena, budget->edition, bullets, priority, recency);
    for (size_t i = 0; i < bullets->count; i++) {
        const struct highlight *bullet = &bullets->at[ranked[i].index];
        struct candidate_part *part = part_add(
            budget, &bullet->item, bullet->text.plain, ranked[i].priority);
        part->tier = i < 2 ? tiers[i] : TIER_BULLET;
        part->is_bullet = true;
        part->steps = steps_of(budget, ranked[i].score);
        part->score = ranked[i].score;
        part->keywords = ranked[i].keywords;
        part->age = age;
        part->order = budget->parts.count - i + ranked[i].index;
        highest = ranked[i].priority > highest ? ranked[i].priority : highest;
    }
    return highest;
}

static const highlight_list *
bullets_of(const struct field_shape *shape, const void *entry)
{
    const struct field *field = field_find(shape, STR("highlights"));
    return field ? (const void *)((const char *)entry + field->offset) : NULL;
}

/* ---- entries ------------------------------------------------------------- */

/* Without an aim entries go by their places alone. */
static int
entry_points(const struct budget *budget, const struct field_shape *shape,
             const void *entry)
{
    if (!edition_has_aim(budget->edition))
        return 0;
    return score_entry(budget->arena, budget->edition, shape, entry,
                       USUAL_PRIORITY)
        .score.total;
}

static struct candidate_part *
add_entry(struct budget *budget, const struct field_shape *shape,
          const void *entry)
{
    const struct item *item = entry;
    const highlight_list *bullets = bullets_of(shape, entry);
    int64_t priority = item_priority(item, USUAL_PRIORITY), highest = 0;
    int points = entry_points(budget, shape, entry);
    if (bullets)
        highest = add_bullets(budget, bullets, priority, TIER_LAST, 0, 0);
    struct candidate_part *part =
        part_add(budget, item, entry_words(shape, entry),
                 highest > priority ? highest : priority);
    part->tier = highest ? TIER_BARE : TIER_ENTRY;
    part->steps = part->score = points;
    return part;
}

/* All that stands on one line goes as one. */
static void
add_joined(struct budget *budget, const struct field_shape *shape,
           const any_list *list, const struct section_row *row)
{
    if (!list->count)
        return;
    const struct item **items =
        ARENA_ARRAY(budget->arena, list->count, const struct item *);
    const struct item *first = (const void *)list->at;
    int64_t priority = 0;
    int points = 0;
    struct span span = node_span(first->node);
    for (size_t i = 0; i < list->count; i++) {
        items[i] = (const void *)(list->at + i * shape->size);
        int64_t own = item_priority(items[i], USUAL_PRIORITY);
        struct span other = node_span(items[i]->node);
        int own_points = entry_points(budget, shape, items[i]);
        priority = own > priority ? own : priority;
        points = own_points > points ? own_points : points;
        if (other.source == span.source && other.to > span.to)
            span.to = other.to;
    }
    struct candidate_part *part =
        part_add(budget, first, entry_words(shape, first), priority);
    part->part.path = str_from(row->id);
    part->part.span = span;
    part->part.items = items;
    part->part.item_count = list->count;
    part->tier = row->join_tier;
    part->steps = part->score = points;
}

/* Of these only what is ranked below the usual goes, and never the last. */
static void
keep_proven(struct budget *budget, size_t first)
{
    size_t kept = 0;
    for (size_t i = first; i < budget->parts.count; i++) {
        struct candidate_part *part = &budget->parts.at[i];
        if (part->is_bullet)
            continue;
        part->stays |= part->part.priority >= USUAL_PRIORITY;
        kept += part->stays;
    }
    for (size_t i = first; i < budget->parts.count && !kept; i++) {
        struct candidate_part *part = &budget->parts.at[i];
        kept += !part->is_bullet;
        part->stays |= kept;
    }
}

struct ranked_part {
    struct candidate_part *part;
    size_t place;
};

static int
compare_ranked(const void *a, const void *b)
{
    const struct ranked_part *x = a, *y = b;
    if (x->part->part.priority != y->part->part.priority)
        return x->part->part.priority > y->part->part.priority ? -1 : 1;
    if (x->part->steps != y->part->steps)
        return x->part->steps > y->part->steps ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* A portfolio shows some of everything: of each section the first two entries
   stay as long as other sections have more, of the cases three. What ranks
   higher counts as standing before the others. */
static void
rank_entries(struct budget *budget, size_t first, enum section_kind kind)
{
    size_t count = 0, most = budget->parts.count - first;
    struct ranked_part *ranked =
        ARENA_ARRAY(budget->arena, most, struct ranked_part);
    for (size_t i = 0; i < most; i++)
        if (!budget->parts.at[first + i].is_bullet)
            ranked[count++] =
                (struct ranked_part){&budget->parts.at[first + i], i};
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, compare_ranked);
    for (size_t rank = 0; rank < count; rank++) {
        struct candidate_part *part = ranked[rank].part;
        if (kind == KIND_CASES)
            part->tier = rank < 3 ? TIER_CASE : TIER_SPARE_CASE;
        else if (part->tier == TIER_ENTRY)
            part->tier = rank < 2 ? TIER_ENTRY : TIER_SURPLUS;
        part->stays |= kind == KIND_CASES && rank == 0;
    }
}

/* Older courses than those that a resume shows go with the first one, lest
   they take its place. */
static void
age_courses(struct budget *budget, size_t first)
{
    for (size_t i = first; i < budget->parts.count; i++) {
        struct candidate_part *part = &budget->parts.at[i];
        const struct development *course = (const void *)part->part.items[0];
        part->age = months_of(&course->date);
        part->part.is_unprinted = budget->is_resume;
    }
}

static void
add_list(struct budget *budget, const struct section_row *row,
         const struct field_shape *shape, const any_list *list)
{
    size_t first = budget->parts.count;
    if (row->is_joined && budget->is_resume) {
        add_joined(budget, shape, list, row);
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        struct candidate_part *part =
            add_entry(budget, shape, list->at + i * shape->size);
        if (row->kind == KIND_SKILLS)
            part->tier = TIER_SKILLS;
        part->stays |= row->kind == KIND_KEPT;
    }
    if (row->kind == KIND_PROVEN)
        keep_proven(budget, first);
    if (!budget->is_resume)
        rank_entries(budget, first, row->kind);
    if (str_is(str_from(row->id), "development"))
        age_courses(budget, first);
}

/* ---- jobs ---------------------------------------------------------------- */

static const struct position *
newest_position(const struct candidate *shown)
{
    const struct position *newest = NULL;
    for (size_t i = 0; i < shown->experience.count; i++)
        for (size_t j = 0; j < shown->experience.at[i].positions.count; j++) {
            const struct position *position =
                &shown->experience.at[i].positions.at[j];
            if (!newest ||
                months_of(&position->end_date) > months_of(&newest->end_date))
                newest = position;
        }
    return newest;
}

/* A portfolio shows one bullet of a position, the best; without it another
   would take its place. */
static void
add_position(struct budget *budget, const struct experience *job,
             const struct position *position, bool is_newest)
{
    int64_t priority = item_priority(&position->item,
                                     item_priority(&job->item, USUAL_PRIORITY));
    int64_t highest = 0;
    int age = months_of(&position->end_date);
    if (budget->is_resume)
        highest = add_bullets(budget, &position->highlights, priority, TIER_JOB,
                              age, position_recency(budget->edition, position));
    const struct item *item = job->has_positions ? &position->item : &job->item;
    struct candidate_part *part =
        part_add(budget, item, position->position.s,
                 highest > priority ? highest : priority);
    part->tier = TIER_JOB;
    part->age = age;
    part->stays |= is_newest;
}

static void
add_jobs(struct budget *budget)
{
    const struct candidate *shown = budget->edition->shown;
    const struct position *newest = newest_position(shown);
    for (size_t i = 0; i < shown->experience.count; i++) {
        const struct experience *job = &shown->experience.at[i];
        for (size_t j = 0; j < job->positions.count; j++)
            add_position(budget, job, &job->positions.at[j],
                         &job->positions.at[j] == newest);
    }
}

/* ---- all sections -------------------------------------------------------- */

static void
add_custom(struct budget *budget)
{
    const struct candidate *shown = budget->edition->shown;
    const struct field *custom = field_find(fields_root(), STR("custom"));
    ENSURE(custom != NULL);
    const struct field *entries = field_find(custom->shape, STR("entries"));
    ENSURE(entries != NULL);
    for (size_t i = 0; i < shown->custom.count; i++) {
        const struct custom_section *section = &shown->custom.at[i];
        int64_t priority = item_priority(&section->item, USUAL_PRIORITY);
        for (size_t j = 0; j < section->entries.count; j++) {
            struct candidate_part *part =
                add_entry(budget, entries->shape, &section->entries.at[j]);
            if (!section->entries.at[j].item.priority.given &&
                part->tier == TIER_ENTRY)
                part->part.priority = priority;
            part->stays |= part->part.priority >= NEVER_CUT;
        }
    }
}

static void
add_section(struct budget *budget, struct str id)
{
    const struct section_row *row = section_row(id);
    if (!row)
        return;
    if (row->kind == KIND_JOBS) {
        add_jobs(budget);
        return;
    }
    if (row->kind == KIND_CUSTOM) {
        add_custom(budget);
        return;
    }
    const struct field *field = field_find(fields_root(), id);
    ENSURE(field != NULL);
    const char *shown = (const char *)budget->edition->shown;
    add_list(budget, row, field->shape, (const void *)(shown + field->offset));
}

static void
add_summary(struct budget *budget)
{
    const struct basics *basics = &budget->edition->shown->basics;
    struct candidate_part *part =
        part_add(budget, &basics->item, basics->summary.plain, NEVER_CUT);
    part->part.path = STR("basics.summary");
    part->part.span = node_span(basics->summary.node);
}

/* ---- the order ----------------------------------------------------------- */

static int
compare_sizes(size_t x, size_t y)
{
    return (x > y) - (x < y);
}

static int
compare_parts(const void *a, const void *b)
{
    const struct candidate_part *x = a, *y = b;
    if (x->stays != y->stays)
        return x->stays ? 1 : -1;
    if (x->stays) /* in the order of the file */
        return compare_sizes(x->order, y->order);
    if (x->part.priority != y->part.priority)
        return x->part.priority < y->part.priority ? -1 : 1;
    if (x->tier != y->tier)
        return x->tier < y->tier ? -1 : 1;
    if (x->tier == TIER_JOB && x->age == y->age && x->is_bullet != y->is_bullet)
        return x->is_bullet ? -1 : 1;
    if (x->tier != TIER_JOB && x->steps != y->steps)
        return x->steps < y->steps ? -1 : 1;
    if (x->tier != TIER_JOB && x->keywords != y->keywords)
        return x->keywords < y->keywords ? -1 : 1;
    bool by_section = x->tier == TIER_SURPLUS || x->tier == TIER_ENTRY ||
                      x->tier == TIER_SKILLS;
    if (by_section && x->section != y->section)
        return compare_sizes(y->section, x->section);
    if (x->age != y->age)
        return x->age < y->age ? -1 : 1;
    if (x->score != y->score)
        return x->score < y->score ? -1 : 1;
    return compare_sizes(y->order, x->order);
}

const struct edition_parts *
edition_parts(struct arena *arena, const struct edition *edition,
              bool is_resume)
{
    struct budget budget = {
        .arena = arena, .edition = edition, .is_resume = is_resume};
    struct edition_parts *parts = ARENA_NEW(arena, struct edition_parts);
    const struct str *ids = is_resume ? edition->resume_sections.at
                                      : edition->portfolio_sections.at;
    size_t count = is_resume ? edition->resume_sections.count
                             : edition->portfolio_sections.count;
    add_summary(&budget);
    for (size_t i = 0; i < count; i++) {
        budget.section = i;
        add_section(&budget, ids[i]);
    }
    qsort(budget.parts.at, budget.parts.count, sizeof budget.parts.at[0],
          compare_parts);
    for (size_t i = 0; i < budget.parts.count; i++) {
        *list_add(arena, &parts->at) = budget.parts.at[i].part;
        parts->cut_count += !budget.parts.at[i].stays;
    }
    return parts;
}
