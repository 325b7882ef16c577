/* Where the fields of a document stand in a text. */
#include "proof.h"

/* Words that a line of its own is worth to a title. */
#define OFF_LINE 30
/* Words within which an entry's dates and employer stand, how much nearness
   counts, and what it costs to lack them. */
#define NEAR 60
#define ALONE 100
#define WEIGHT 4

/* Words behind the last field in which the next one is looked for first. */
#define WINDOW 64
/* What looking elsewhere may cost, in words that are looked at: for all, and
   for each word. Fields that are left then are not judged. */
#define WORK ((size_t)300000)
#define WORK_OF_WORD 20

/* Where a field is looked for first. */
struct wish {
    size_t near;      /* word */
    bool is_anchored; /* as near as can be; else behind it, then before */
    bool begins_line;
    const struct proof_fields *fields; /* whose neighbours stand by it: */
    size_t first, end;
};

/* What an entry says of itself may stand in a figure too, but hardly with the
   same dates beside it. */
static size_t
words_between(const struct proof_text *text, struct str beside, size_t at)
{
    hash_list hashes = {0};
    proof_hashes(text, beside, &hashes);
    size_t from = at > NEAR ? at - NEAR : 0, least = ALONE;
    for (size_t i = from; i < text->words.count && i < at + NEAR; i++) {
        size_t off = i > at ? i - at : at - i;
        if (off < least && hashes.count &&
            text->words.at[i].hash == hashes.at[0] &&
            proof_match_at(text, i, hashes.at, hashes.count))
            least = off;
    }
    return least;
}

static size_t
cost_of(const struct proof_text *text, const struct wish *wish, size_t at)
{
    size_t count = text->words.count;
    size_t cost = at >= wish->near ? at - wish->near : wish->near - at;
    if (at < wish->near && !wish->is_anchored)
        cost += count;
    if (wish->begins_line && !text->words.at[at].is_first)
        cost += OFF_LINE;
    for (size_t i = wish->first; i < wish->end; i++)
        cost +=
            WEIGHT * words_between(text, wish->fields->fields.at[i].text, at);
    return cost;
}

struct hit {
    size_t at, end, cost;
};

static void
try_at(const struct proof_text *text, const struct wish *wish,
       const hash_list *hashes, size_t at, struct hit *best)
{
    size_t end = proof_match_at(text, at, hashes->at, hashes->count);
    if (!end)
        return;
    /* Mostly there is one place only, and nothing to weigh. */
    if (best->at != SIZE_MAX && best->cost == SIZE_MAX)
        best->cost = cost_of(text, wish, best->at);
    size_t cost = best->at == SIZE_MAX ? SIZE_MAX : cost_of(text, wish, at);
    if (best->at == SIZE_MAX || cost < best->cost)
        *best = (struct hit){at, end, cost};
}

/* Nothing behind it can be nearer. */
static bool
is_settled(const struct wish *wish, const struct hit *best)
{
    return best->at != SIZE_MAX && !wish->begins_line && !wish->is_anchored;
}

/* Of words with that hash, or of those that a line's end may cut, which do not
   have their own. */
static void
try_window(const struct proof_text *text, const struct wish *wish,
           const hash_list *hashes, bool is_cut, struct hit *best)
{
    size_t from = wish->near, to = wish->near + WINDOW;
    if (wish->is_anchored)
        from = from > WINDOW ? from - WINDOW : 0;
    for (size_t i = from; i < to && i < text->words.count; i++) {
        const struct proof_word *word = &text->words.at[i];
        if (is_cut ? !word->is_last : word->hash != hashes->at[0])
            continue;
        try_at(text, wish, hashes, i, best);
        if (is_settled(wish, best) ||
            (best->cost != SIZE_MAX && i > wish->near + best->cost))
            return;
    }
}

/* Nearly all fields stand where the one before them ended. */
static void
try_near(const struct proof_text *text, const struct wish *wish,
         const hash_list *hashes, struct hit *best)
{
    try_window(text, wish, hashes, false, best);
    if (best->at == SIZE_MAX)
        try_window(text, wish, hashes, true, best);
}

/* Spends some of what the text may cost; false when that is used up. */
static bool
spend(struct proof_text *text, size_t cost)
{
    text->work -= cost < text->work ? cost : text->work;
    return text->work > 0;
}

/* Words that fields have used are passed once and for all where they come
   first in the list of a word. */
static void
try_far(struct proof_text *text, const struct wish *wish,
        const hash_list *hashes, struct hit *best)
{
    uint32_t *head = &text->heads[hashes->at[0] % text->head_count];
    while (!text->shares && *head && text->words.at[*head - 1].is_used)
        *head = text->next[*head - 1];
    for (uint32_t i = *head; i && spend(text, 1); i = text->next[i - 1])
        if (text->words.at[i - 1].hash == hashes->at[0] &&
            spend(text, hashes->count))
            try_at(text, wish, hashes, i - 1, best);
    if (best->at != SIZE_MAX || !spend(text, text->far_cost))
        return;
    for (size_t i = 0; i < text->words.count; i++)
        if (text->words.at[i].is_last)
            try_at(text, wish, hashes, i, best);
}

static struct hit
find(struct proof_text *text, const struct wish *wish, const hash_list *hashes)
{
    struct hit best = {.at = SIZE_MAX, .cost = SIZE_MAX};
    try_near(text, wish, hashes, &best);
    if (best.at == SIZE_MAX)
        try_far(text, wish, hashes, &best);
    return best;
}

/* Where one field is the beginning of another, the wrong one may have taken
   the words. */
static struct hit
find_or_share(struct proof_text *text, const struct wish *wish,
              const hash_list *hashes)
{
    struct hit hit = find(text, wish, hashes);
    if (hit.at != SIZE_MAX)
        return hit;
    text->shares = true;
    hit = find(text, wish, hashes);
    text->shares = false;
    return hit;
}

static void
use(struct proof_text *text, struct proof_field *field, const struct hit *hit)
{
    field->at = hit->at;
    field->end = hit->end;
    for (size_t i = hit->at; i < hit->end; i++)
        text->words.at[i].is_used = true;
}

/* What belongs to an entry stands by its first field, whichever comes first on
   the page. */
static struct wish
wish_for(const struct proof_fields *fields, const struct proof_field *field,
         size_t cursor)
{
    const struct proof_node *node = &fields->nodes.at[field->node];
    const struct proof_field *first = &fields->fields.at[node->first];
    struct wish wish = {.near = cursor,
                        .begins_line = field->role <= FIELD_TITLE &&
                                       field->role != FIELD_CONTACT};
    if (field->role == FIELD_TITLE) {
        wish.fields = fields;
        wish.first = wish.end = (size_t)(field - fields->fields.at) + 1;
        while (wish.end < fields->fields.count &&
               fields->fields.at[wish.end].node == field->node &&
               fields->fields.at[wish.end].role == FIELD_BESIDE)
            wish.end++;
    }
    if (field->role == FIELD_BESIDE && first != field &&
        first->at != SIZE_MAX) {
        wish.near = first->at;
        wish.is_anchored = true;
    }
    return wish;
}

/* Long fields first: what is short might be a part of them. */
static bool
is_of_turn(const struct proof_field *field, size_t words, int turn)
{
    bool is_late = field->role == FIELD_BODY && words < 3;
    return turn == (int)is_late;
}

/* Lines that run both ways are put together in more than one order. */
static bool
is_turned(const struct proof_text *text, const struct proof_field *field,
          const hash_list *hashes)
{
    return proof_turns(field->text) && proof_has_words(text, hashes);
}

/* A look may print a phone as its country does and of a profile the name
   alone: then its end is there. */
static bool
is_shortened(const struct proof_text *text, const struct proof_field *field,
             const hash_list *hashes)
{
    const hash_list last = {.at = hashes->at + hashes->count - 1, .count = 1};
    return field->role == FIELD_CONTACT && proof_has_words(text, &last);
}

static void
match_field(struct proof_fields *fields, struct proof_text *text,
            struct proof_field *field, const hash_list *hashes, size_t *cursor)
{
    struct wish wish = wish_for(fields, field, *cursor);
    struct hit hit = find_or_share(text, &wish, hashes);
    if (hit.at == SIZE_MAX) {
        field->is_free |= !text->work || is_turned(text, field, hashes) ||
                          is_shortened(text, field, hashes);
        return;
    }
    use(text, field, &hit);
    if (field->role != FIELD_BESIDE)
        *cursor = hit.end;
}

void
proof_match(struct proof_fields *fields, struct proof_text *text)
{
    hash_list hashes = {0};
    text->work = WORK + WORK_OF_WORD * text->words.count;
    for (int turn = 0; turn < 2; turn++) {
        size_t cursor = 0;
        for (size_t i = 0; i < fields->fields.count; i++) {
            struct proof_field *field = &fields->fields.at[i];
            if (field->at != SIZE_MAX) {
                cursor = field->end;
                continue;
            }
            proof_hashes(text, field->text, &hashes);
            field->is_free |= hashes.count == 0;
            if (hashes.count && is_of_turn(field, hashes.count, turn))
                match_field(fields, text, field, &hashes, &cursor);
        }
    }
}

/* ---- order
 * ------------------------------------------------------------------------- */

/* Words of a node are those of its fields and of all nodes in it; nodes come
   behind their parents. */
static void
measure_nodes(struct proof_fields *fields)
{
    for (size_t i = 0; i < fields->fields.count; i++) {
        const struct proof_field *field = &fields->fields.at[i];
        struct proof_node *node = &fields->nodes.at[field->node];
        if (field->at == SIZE_MAX)
            continue;
        if (field->at < node->low)
            node->low = field->at;
        if (field->end > node->high)
            node->high = field->end;
    }
    for (size_t i = fields->nodes.count; i > 0; i--) {
        const struct proof_node *node = &fields->nodes.at[i - 1];
        if (node->parent == SIZE_MAX || node->low == SIZE_MAX)
            continue;
        struct proof_node *parent = &fields->nodes.at[node->parent];
        if (node->low < parent->low)
            parent->low = node->low;
        if (node->high > parent->high)
            parent->high = node->high;
    }
}

/* The first thing of all is the name. */
static size_t
name_is_late(const struct proof_fields *fields)
{
    for (size_t i = 0; i < fields->fields.count; i++) {
        const struct proof_field *name = &fields->fields.at[i];
        if (name->role != FIELD_NAME || name->at == SIZE_MAX)
            continue;
        for (size_t k = 0; k < fields->fields.count; k++)
            if (fields->fields.at[k].at < name->at)
                return i;
        break;
    }
    return SIZE_MAX;
}

/* Of neighbours under one parent the later one begins where the one before it
   has ended. */
static size_t
mixed_up(const struct proof_fields *fields)
{
    size_t *ends = ARENA_ARRAY(fields->arena, fields->nodes.count + 1, size_t);
    for (size_t i = 0; i < fields->nodes.count; i++) {
        const struct proof_node *node = &fields->nodes.at[i];
        if (!node->is_ordered || node->low == SIZE_MAX)
            continue;
        size_t *end = &ends[node->parent];
        if (node->low < *end)
            return node->first;
        *end = node->high;
    }
    return SIZE_MAX;
}

size_t
proof_misplaced(struct proof_fields *fields)
{
    measure_nodes(fields);
    size_t late = name_is_late(fields);
    return late != SIZE_MAX ? late : mixed_up(fields);
}
