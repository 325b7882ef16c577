/*
 * Which part of a head is the position and which the employer, which the
 * degree and which the school. Words decide; without them the order that the
 * other entries of the section have.
 */
#include "text_pair.h"

/* Parts that a comma joins, as one. */
struct unit {
    size_t from, to; /* parts */
};

enum { UNITS = 12 };

struct pairing {
    struct text_page *page;
    struct text_entry *entry;
    const struct text_pair_words *words;
    struct unit units[UNITS];
    size_t count;
    bool has_school; /* some part names one */
    bool has_org;
};

/* ---- scores -------------------------------------------------------------- */

static int
least(unsigned count)
{
    return count > 4 ? 4 : (int)count;
}

static void
find_names(struct pairing *p)
{
    for (size_t i = 0; i < p->entry->parts.count; i++) {
        const struct text_part *part = &p->entry->parts.at[i];
        p->has_school |= part->school > 0;
        p->has_org |= part->org > 0 || part->school > 0;
    }
}

/* How much more the part is the first of the two than the second. In names of
   fields ("Health Administration") words of employers stand as well. */
static int
score_of_part(const struct pairing *p, const struct text_part *part)
{
    bool may_be = part->may_be_org && !p->has_org && !p->words->is_below;
    int org = least(part->org) + (may_be ? 1 : 0), school = least(part->school);
    int score = least(part->title) - org - school;
    if (p->words->is_school)
        score = 2 * least(part->degree) - (p->has_school ? 2 * school : org);
    return score - (part->is_behind_at ? 4 : 0);
}

static int
score_of(const struct pairing *p, struct unit unit)
{
    int score = 0;
    for (size_t i = unit.from; i < unit.to; i++)
        score += score_of_part(p, &p->entry->parts.at[i]);
    return score;
}

static struct str
text_of_part(const struct text_part *part)
{
    return part->node->text;
}

/* ---- units --------------------------------------------------------------- */

static void
find_units(struct pairing *p)
{
    for (size_t i = 0; i < p->entry->parts.count; i++) {
        const struct text_part *part = &p->entry->parts.at[i];
        if (part->is_used || part->is_place || part->is_kind)
            continue;
        struct unit *last = p->count ? &p->units[p->count - 1] : NULL;
        if (last && !part->is_strong && last->to == i)
            last->to = i + 1;
        else if (p->count < UNITS)
            p->units[p->count++] = (struct unit){i, i + 1};
    }
}

/* The words of the parts as they stand, commas between. */
static struct node *
node_of(struct pairing *p, struct unit unit)
{
    struct text_part *parts = p->entry->parts.at;
    struct text_part *first = &parts[unit.from], *last = &parts[unit.to - 1];
    for (size_t i = unit.from; i < unit.to; i++)
        parts[i].is_used = true;
    if (unit.to - unit.from == 1)
        return first->node;
    struct str a = text_of_part(first), b = text_of_part(last);
    struct node *node = ARENA_NEW(p->page->arena, struct node);
    *node = *first->node;
    node->span.to = last->node->span.to;
    node->text = (struct str){a.at, (size_t)(b.at + b.len - a.at)};
    bool is_one = b.at > a.at && (size_t)(b.at - a.at) < 1000;
    if (!is_one)
        node->text =
            str_format(p->page->arena, "%.*s, %.*s", STR_ARG(a), STR_ARG(b));
    return node;
}

/* "Mercy Hospital, Chicago": a last part that says nothing else is where it
   is, when the rest says what it is. */
static struct unit
without_place(struct pairing *p, struct unit unit)
{
    struct text_part *parts = p->entry->parts.at;
    struct text_part *last = &parts[unit.to - 1];
    unsigned names = 0;
    for (size_t i = 0; i < p->entry->parts.count; i++)
        if (parts[i].is_place)
            return unit;
    for (size_t i = unit.from; i + 1 < unit.to; i++)
        names += parts[i].org + parts[i].school + parts[i].may_be_org;
    if (!names || last->org || last->may_be_org || last->school ||
        last->title || last->degree || text_of_part(last).len > 30)
        return unit;
    last->is_place = true;
    unit.to--;
    return unit;
}

/* ---- pairs --------------------------------------------------------------- */

struct choice_of_two {
    struct unit first, second;
    int score;
};

static void
consider(const struct pairing *p, struct choice_of_two *best, struct unit a,
         struct unit b)
{
    int score = score_of(p, a) - score_of(p, b);
    if (score > best->score)
        *best = (struct choice_of_two){a, b, score};
    if (-score > best->score)
        *best = (struct choice_of_two){b, a, -score};
}

/* Of one row of parts, where it is cut. */
static struct choice_of_two
cut_unit(const struct pairing *p, struct unit unit)
{
    struct choice_of_two best = {.score = 0};
    /* Of equally good cuts the last: what stands between says more of the
       first ("MHA, Health Administration"). */
    for (size_t cut = unit.to; cut-- > unit.from + 1;)
        consider(p, &best, (struct unit){unit.from, cut},
                 (struct unit){cut, unit.to});
    return best;
}

static struct choice_of_two
choose_units(const struct pairing *p)
{
    struct choice_of_two best = {.score = 0};
    for (size_t i = 0; i < p->count; i++)
        for (size_t k = i + 1; k < p->count; k++)
            consider(p, &best, p->units[i], p->units[k]);
    return best;
}

static bool
names_employer(const struct pairing *p, struct unit unit)
{
    for (size_t i = unit.from; i < unit.to; i++)
        if (p->entry->parts.at[i].org || p->entry->parts.at[i].school)
            return true;
    return false;
}

/* One unit has both, the others say neither. Below an employer a comma parts
   a position from its field, "Charge Nurse, Surgical". */
static void
try_one_unit(const struct pairing *p, struct choice_of_two *choice)
{
    int more = p->count > 1 ? 1 : 0;
    for (size_t i = 0; i < p->count; i++) {
        struct choice_of_two cut = cut_unit(p, p->units[i]);
        bool is_named = !p->words->is_below || names_employer(p, cut.second);
        if (is_named && cut.score > choice->score + more && cut.score > more) {
            *choice = cut;
            return;
        }
    }
}

static void
pair_one(struct pairing *p, struct text_pair *pair, struct unit unit)
{
    int score = score_of(p, unit);
    pair->is_sure = score != 0;
    pair->is_single = true;
    if (score > 0 || (score == 0 && p->words->is_below))
        pair->first = node_of(p, unit);
    else
        pair->second = node_of(p, without_place(p, unit));
}

static void
pair_by_order(struct pairing *p, struct text_pair *pair, struct unit a,
              struct unit b)
{
    bool same_line =
        p->entry->parts.at[a.from].line == p->entry->parts.at[b.from].line;
    bool first_first = p->words->order ? p->words->order > 0 : same_line;
    pair->first = node_of(p, first_first ? a : b);
    pair->second = node_of(p, first_first ? b : a);
    pair->is_sure = false;
}

struct text_pair
text_pair_find(struct text_page *page, struct text_entry *entry,
               const struct text_pair_words *words)
{
    struct text_pair pair = {.is_sure = true};
    struct pairing p = {.page = page, .entry = entry, .words = words};
    struct choice_of_two choice = {.score = 0};
    find_names(&p);
    find_units(&p);
    if (!p.count)
        return pair;
    if (p.count >= 2)
        choice = choose_units(&p);
    try_one_unit(&p, &choice);
    if (choice.score > 0) {
        pair.is_first_first = choice.first.from < choice.second.from;
        pair.first = node_of(&p, choice.first);
        pair.second = node_of(&p, without_place(&p, choice.second));
    } else if (p.count >= 2) {
        pair_by_order(&p, &pair, p.units[0], p.units[1]);
    } else if (p.units[0].to - p.units[0].from >= 2 &&
               score_of(&p, p.units[0]) == 0 && !words->is_below) {
        struct unit unit = p.units[0];
        pair_by_order(&p, &pair, (struct unit){unit.from, unit.from + 1},
                      (struct unit){unit.from + 1, unit.to});
    } else {
        pair_one(&p, &pair, p.units[0]);
    }
    return pair;
}
