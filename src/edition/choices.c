/*
 * The reason for every entry and bullet that an edition shows or leaves out.
 * What may be seen at all (private things, those for fewer eyes and without
 * consent are gone) is held against what is shown. Of what is withheld for
 * privacy only the path is told, never a word.
 */
#include <stdlib.h>
#include <string.h>

#include "base/bug.h"
#include "model/fields.h"
#include "parts.h"

#define USUAL_PRIORITY 3
/* A resume shows so many courses: compose/lists.c */
#define NEWEST_COURSES 3

/* All LIST(...) have this shape. */
typedef LIST(char) any_list;

struct choosing {
    struct arena *arena;
    struct edition *edition;
    const struct candidate *seen; /* all that may be seen */
    const struct edition *whole;  /* its notes: withheld for privacy */
    const struct node **shown;    /* nodes of what is left, by address */
    size_t shown_count;
    const struct withheld **notes; /* of the edition, by path */
    size_t note_count;
    bool *is_told; /* by number of the note */
    struct str section;
    bool in_resume, in_portfolio; /* the section is */
};

/* ---- what is left ------------------------------------------------------- */

typedef LIST(const struct node *) node_list;

/* The shapes nest a handful deep: the table bounds the recursion. */
static void
collect(struct arena *arena, node_list *nodes, const struct field_shape *shape,
        const void *map)
{
    for (const struct field *field = shape->fields; field->key; field++) {
        const any_list *list =
            (const void *)((const char *)map + field->offset);
        if (field->type != FIELD_MAP || !field->is_list ||
            field->shape->common == COMMON_NONE)
            continue;
        for (size_t i = 0; i < list->count; i++) {
            const void *entry = list->at + i * field->shape->size;
            *list_add(arena, nodes) = ((const struct item *)entry)->node;
            collect(arena, nodes, field->shape, entry);
        }
    }
}

static int
compare_addresses(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t) * (const struct node *const *)a;
    uintptr_t y = (uintptr_t) * (const struct node *const *)b;
    return (x > y) - (x < y);
}

static bool
is_shown(const struct choosing *c, const struct item *item)
{
    return item->node && c->shown_count &&
           bsearch(&item->node, c->shown, c->shown_count, sizeof c->shown[0],
                   compare_addresses);
}

static int
compare_notes(const void *a, const void *b)
{
    const struct withheld *const *x = a, *const *y = b;
    int order = str_compare((*x)->path, (*y)->path);
    return order ? order : (*x > *y) - (*x < *y);
}

static const struct withheld *
note_of(struct choosing *c, struct str path)
{
    size_t low = 0, high = c->note_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (str_compare(c->notes[middle]->path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == c->note_count || !str_equal(c->notes[low]->path, path))
        return NULL;
    c->is_told[low] = true;
    return c->notes[low];
}

/* ---- rules -------------------------------------------------------------- */

/* The first of its tags that is on the list. */
static struct str
tag_on(const struct item *item, const text_list *list)
{
    for (size_t i = 0; i < item->tags.count; i++)
        for (size_t k = 0; k < list->count; k++)
            if (str_equal(item->tags.at[i].s, list->at[k].s))
                return item->tags.at[i].s;
    return (struct str){NULL, 0};
}

static struct str
joined(struct arena *arena, const text_list *list)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < list->count; i++)
        buf_print(&out, "%s%.*s", i ? ", " : "", STR_ARG(list->at[i].s));
    return buf_str(&out);
}

/* Why it is not in the edition. */
static struct str
rule_out(struct choosing *c, const struct item *item, bool entry_is_in)
{
    const struct variant *variant = c->edition->variant;
    const struct withheld *note = note_of(c, item->path);
    struct str tag = {NULL, 0};
    if (!entry_is_in)
        return STR("its entry is out");
    if (variant)
        tag = tag_on(item, &variant->exclude);
    if (tag.len)
        return str_format(c->arena, "its tag %.*s is excluded", STR_ARG(tag));
    if (note)
        tag = str_from(note->reason);
    if (tag.len && str_starts(tag, STR("none of its tags")))
        return str_format(c->arena, "tags %.*s; included is %.*s",
                          STR_ARG(joined(c->arena, &item->tags)),
                          STR_ARG(joined(c->arena, &variant->include)));
    return tag.len ? tag : STR("nothing of it is left");
}

static struct str
rule_in(struct choosing *c, const struct item *item)
{
    const struct variant *variant = c->edition->variant;
    struct str tag = {NULL, 0};
    if (!variant || (!variant->include.count && !variant->exclude.count))
        return STR("nothing leaves it out");
    if (!item->tags.count)
        return STR("without tags, so always in");
    tag = tag_on(item, &variant->include);
    if (tag.len)
        return str_format(c->arena, "its tag %.*s is included", STR_ARG(tag));
    return STR("none of its tags is excluded");
}

static struct str
rule_of_section(const struct choosing *c)
{
    const struct edition *edition = c->edition;
    bool is_named = edition->variant && edition->variant->sections.count;
    return str_format(c->arena,
                      is_named ? "`sections` of the variant does not name %.*s"
                               : "no document that is made has %.*s",
                      STR_ARG(c->section));
}

/* ---- one choice --------------------------------------------------------- */

static struct edition_choice *
choice_add(struct choosing *c, const struct item *item, struct str words,
           const struct scored *scored)
{
    struct edition_choice *choice = list_add(c->arena, &c->edition->choices);
    *choice = (struct edition_choice){
        .path = item->path,
        .section = c->section,
        .span = node_span(item->node),
        .words = words,
        .score = scored->score,
        .hits = scored->hits,
    };
    return choice;
}

static void
decide(struct choosing *c, struct edition_choice *choice,
       const struct item *item, bool entry_is_in)
{
    if (!is_shown(c, item)) {
        choice->rule = rule_out(c, item, entry_is_in);
        return;
    }
    choice->in_resume = c->in_resume;
    choice->in_portfolio = c->in_portfolio;
    choice->rule =
        c->in_resume || c->in_portfolio ? rule_in(c, item) : rule_of_section(c);
}

/* ---- bullets ------------------------------------------------------------ */

/* Those that no tag leaves out, the best first; gives their ranks from 1, 0
   for the others. */
static size_t *
ranks_of(struct choosing *c, const highlight_list *bullets, int64_t standard,
         int recency, size_t *of)
{
    size_t *ranks = ARENA_ARRAY(c->arena, bullets->count, size_t);
    const struct ranked_bullet *ranked =
        rank_bullets(c->arena, c->edition, bullets, standard, recency);
    *of = 0;
    for (size_t i = 0; i < bullets->count; i++) {
        const struct item *item = &bullets->at[ranked[i].index].item;
        const struct withheld *note =
            is_shown(c, item) ? NULL : note_of(c, item->path);
        if (is_shown(c, item) ||
            (note && str_starts(str_from(note->reason), STR("over max"))))
            ranks[ranked[i].index] = ++*of;
    }
    return ranks;
}

struct bullets_of {
    const highlight_list *list;
    const struct item *entry;
    int64_t standard;
    int recency;
    const struct integer *most;      /* max_bullets; or NULL */
    const char *which;               /* current or previous */
    const struct position *position; /* NULL: of another entry */
};

/* A portfolio has one bullet of a position. */
static const struct node *
node_in_portfolio(struct choosing *c, const struct bullets_of *bullets)
{
    highlight_list left = {0};
    if (!bullets->position)
        return NULL;
    struct position position = *bullets->position;
    for (size_t i = 0; i < bullets->list->count; i++)
        if (is_shown(c, &bullets->list->at[i].item))
            *list_add(c->arena, &left) = bullets->list->at[i];
    position.highlights = left;
    const struct highlight *best =
        edition_best_bullet(c->arena, c->edition, &position);
    return best ? best->item.node : NULL;
}

static void
leave_portfolio(struct edition_choice *choice)
{
    choice->in_portfolio = false;
    if (!choice->in_resume)
        choice->rule = STR("a portfolio shows one bullet of a position, the "
                           "best");
}

static void
choose_bullets(struct choosing *c, const struct bullets_of *bullets)
{
    size_t of;
    const size_t *ranks =
        ranks_of(c, bullets->list, bullets->standard, bullets->recency, &of);
    bool entry_is_in = is_shown(c, bullets->entry);
    const struct node *best = node_in_portfolio(c, bullets);
    for (size_t i = 0; i < bullets->list->count; i++) {
        const struct highlight *bullet = &bullets->list->at[i];
        const struct scored scored = score_bullet(
            c->arena, c->edition, bullet, bullets->standard, bullets->recency);
        struct edition_choice *choice =
            choice_add(c, &bullet->item, bullet->text.plain, &scored);
        choice->is_bullet = true;
        choice->rank = ranks[i];
        choice->of = ranks[i] ? of : 0;
        decide(c, choice, &bullet->item, entry_is_in);
        if (choice->in_resume && bullets->most && bullets->most->given)
            choice->rule = str_format(c->arena, "%.*s; max_bullets.%s is %d",
                                      STR_ARG(choice->rule), bullets->which,
                                      (int)bullets->most->value);
        if (bullets->position && choice->in_portfolio &&
            bullet->item.node != best)
            leave_portfolio(choice);
    }
}

/* ---- entries ------------------------------------------------------------ */

static void
choose_entry(struct choosing *c, const struct field_shape *shape,
             const void *entry, int64_t standard)
{
    const struct item *item = entry;
    const struct scored scored =
        score_entry(c->arena, c->edition, shape, entry, standard);
    struct edition_choice *choice =
        choice_add(c, item, entry_words(shape, entry), &scored);
    decide(c, choice, item, true);
    const struct field *field = field_find(shape, STR("highlights"));
    if (!field)
        return;
    const struct bullets_of bullets = {
        .list = (const void *)((const char *)entry + field->offset),
        .entry = item,
        .standard = scored.score.priority,
        .recency = scored.score.recency,
    };
    choose_bullets(c, &bullets);
}

static void
choose_position(struct choosing *c, const struct experience *job,
                const struct position *position)
{
    const struct variant *variant = c->edition->variant;
    const struct item *item = job->has_positions ? &position->item : &job->item;
    int64_t standard = item_priority(&job->item, USUAL_PRIORITY);
    const struct scored scored =
        score_position(c->arena, c->edition, position, standard);
    bool is_current = !position->end_date.year;
    struct str words =
        str_format(c->arena, "%.*s, %.*s", STR_ARG(position->position.s),
                   STR_ARG(job->organization.s));
    struct edition_choice *choice = choice_add(c, item, words, &scored);
    decide(c, choice, item, true);
    if (job->has_positions && !is_shown(c, &job->item) &&
        !note_of(c, item->path))
        choice->rule = rule_out(c, &job->item, true);
    struct bullets_of bullets = {
        .list = &position->highlights,
        .entry = item,
        .standard = scored.score.priority,
        .recency = scored.score.recency,
        .which = is_current ? "current" : "previous",
        .position = position,
    };
    if (variant)
        bullets.most = is_current ? &variant->max_bullets.current
                                  : &variant->max_bullets.previous;
    choose_bullets(c, &bullets);
}

static void
choose_jobs(struct choosing *c)
{
    for (size_t i = 0; i < c->seen->experience.count; i++) {
        const struct experience *job = &c->seen->experience.at[i];
        for (size_t j = 0; j < job->positions.count; j++)
            choose_position(c, job, &job->positions.at[j]);
        if (job->has_positions && !is_shown(c, &job->item))
            (void)note_of(c, job->item.path);
    }
}

static void
choose_custom(struct choosing *c, const struct field_shape *shape)
{
    const struct field *entries = field_find(shape, STR("entries"));
    ENSURE(entries != NULL);
    for (size_t i = 0; i < c->seen->custom.count; i++) {
        const struct custom_section *section = &c->seen->custom.at[i];
        int64_t standard = item_priority(&section->item, USUAL_PRIORITY);
        for (size_t j = 0; j < section->entries.count; j++)
            choose_entry(c, entries->shape, &section->entries.at[j], standard);
    }
}

/* ---- ranks of entries --------------------------------------------------- */

struct ranked_choice {
    struct edition_choice *choice;
    size_t place;
};

static int
compare_choices(const void *a, const void *b)
{
    const struct ranked_choice *x = a, *y = b;
    const struct choice_score *p = &x->choice->score, *q = &y->choice->score;
    if (p->priority != q->priority)
        return p->priority > q->priority ? -1 : 1;
    if (p->total != q->total)
        return p->total > q->total ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static void
rank_choices(struct choosing *c, size_t first)
{
    size_t count = 0, all = c->edition->choices.count - first;
    struct ranked_choice *ranked =
        ARENA_ARRAY(c->arena, all, struct ranked_choice);
    for (size_t i = 0; i < all; i++) {
        struct edition_choice *choice = &c->edition->choices.at[first + i];
        if (!choice->is_bullet && (choice->in_resume || choice->in_portfolio))
            ranked[count++] = (struct ranked_choice){choice, i};
    }
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, compare_choices);
    for (size_t i = 0; i < count; i++) {
        ranked[i].choice->rank = i + 1;
        ranked[i].choice->of = count;
    }
}

/* ---- what composition leaves out ---------------------------------------- */

/* The newest courses are in a resume, older ones in a portfolio only. */
static void
limit_courses(struct choosing *c, size_t first)
{
    const struct candidate *shown = c->edition->shown;
    for (size_t i = first; i < c->edition->choices.count; i++) {
        struct edition_choice *choice = &c->edition->choices.at[i];
        const struct development *own = NULL;
        size_t newer = 0;
        for (size_t k = 0; k < shown->development.count; k++)
            if (str_equal(shown->development.at[k].item.path, choice->path))
                own = &shown->development.at[k];
        for (size_t k = 0; own && k < shown->development.count; k++) {
            const struct development *other = &shown->development.at[k];
            int order = date_compare(&other->date, &own->date);
            newer += order > 0 || (order == 0 && other < own);
        }
        if (!own || newer < NEWEST_COURSES || !choice->in_resume)
            continue;
        choice->in_resume = false;
        if (!choice->in_portfolio)
            choice->rule = STR("a resume shows the newest three");
    }
}

/* ---- all sections ------------------------------------------------------- */

/* "experience" of "experience[0].highlights[2]" */
static struct str
section_of_path(struct str path)
{
    size_t end = 0;
    while (end < path.len && path.at[end] != '[' && path.at[end] != '.')
        end++;
    return str_slice(path, 0, end);
}

static void
tell_withheld(struct choosing *c, const struct withheld *note, bool is_private)
{
    *list_add(c->arena, &c->edition->choices) = (struct edition_choice){
        .path = note->path,
        .section = c->section,
        .span = SPAN_NONE,
        .is_withheld = is_private,
        .is_bullet = true,
        .rule = str_from(note->reason),
    };
}

/* Parts and lines that tags leave out and nothing above has told of; then what
   is withheld. */
static void
tell_rest(struct choosing *c)
{
    for (size_t i = 0; i < c->note_count; i++)
        if (!c->is_told[i] &&
            str_equal(section_of_path(c->notes[i]->path), c->section))
            tell_withheld(c, c->notes[i], false);
    for (size_t i = 0; i < c->whole->withheld.count; i++)
        if (str_equal(section_of_path(c->whole->withheld.at[i].path),
                      c->section))
            tell_withheld(c, &c->whole->withheld.at[i], true);
}

static void
choose_section(struct choosing *c, const struct field *field)
{
    const struct edition *edition = c->edition;
    size_t first = edition->choices.count;
    const any_list *list =
        (const void *)((const char *)c->seen + field->offset);
    c->section = str_from(field->key);
    c->in_resume = edition->makes_resume &&
                   str_among(c->section, edition->resume_sections.at,
                             edition->resume_sections.count);
    c->in_portfolio = edition->makes_portfolio &&
                      str_among(c->section, edition->portfolio_sections.at,
                                edition->portfolio_sections.count);
    if (str_is(c->section, "experience"))
        choose_jobs(c);
    else if (str_is(c->section, "custom"))
        choose_custom(c, field->shape);
    else
        for (size_t i = 0; i < list->count; i++)
            choose_entry(c, field->shape, list->at + i * field->shape->size,
                         USUAL_PRIORITY);
    if (str_is(c->section, "development"))
        limit_courses(c, first);
    rank_choices(c, first);
    tell_rest(c);
}

static bool
is_section(const struct field *field)
{
    return field->type == FIELD_MAP && field->is_list && !field->is_hidden &&
           field->shape->common == COMMON_ENTRY &&
           strcmp(field->key, "variants") != 0 &&
           strcmp(field->key, "metrics") != 0;
}

/* Notes of the edition that are not those on privacy. */
static void
sort_notes(struct choosing *c)
{
    const struct edition *edition = c->edition;
    size_t known = 0, all = c->whole->withheld.count;
    const struct withheld **of_whole =
        ARENA_ARRAY(c->arena, all, const struct withheld *);
    c->notes =
        ARENA_ARRAY(c->arena, edition->withheld.count, const struct withheld *);
    for (size_t i = 0; i < all; i++)
        of_whole[i] = &c->whole->withheld.at[i];
    if (all > 1)
        qsort(of_whole, all, sizeof of_whole[0], compare_notes);
    for (size_t i = 0; i < edition->withheld.count; i++)
        c->notes[c->note_count++] = &edition->withheld.at[i];
    if (c->note_count > 1)
        qsort(c->notes, c->note_count, sizeof c->notes[0], compare_notes);
    size_t kept = 0;
    for (size_t i = 0; i < c->note_count; i++) {
        while (known < all &&
               str_compare(of_whole[known]->path, c->notes[i]->path) < 0)
            known++;
        if (known == all ||
            !str_equal(of_whole[known]->path, c->notes[i]->path))
            c->notes[kept++] = c->notes[i];
    }
    c->note_count = kept;
    c->is_told = ARENA_ARRAY(c->arena, kept, bool);
}

void
explain_choices(struct arena *arena, struct edition *edition,
                const struct candidate *candidate,
                const check_withheld_list *secrets)
{
    struct edition whole = {.pack = edition->pack,
                            .audience = edition->audience};
    struct filter filter = {.arena = arena,
                            .audience = edition->audience,
                            .edition = &whole,
                            .secrets = secrets_sorted(arena, secrets)};
    struct choosing c = {.arena = arena, .edition = edition, .whole = &whole};
    node_list nodes = {0};
    c.seen = filter_candidate(&filter, candidate);
    collect(arena, &nodes, fields_root(), edition->shown);
    if (nodes.count > 1)
        qsort(nodes.at, nodes.count, sizeof nodes.at[0], compare_addresses);
    c.shown = nodes.at;
    c.shown_count = nodes.count;
    sort_notes(&c);
    for (const struct field *field = fields_root()->fields; field->key; field++)
        if (is_section(field))
            choose_section(&c, field);
}
