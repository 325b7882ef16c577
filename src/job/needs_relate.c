#include "needs.h"

/*
 * How the hits of a sentence belong together. Three questions, answered by
 * the words between them:
 *
 *   link   an "or" or a slash makes alternatives, an "and" or "with" parts of
 *          one alternative, a comma neither;
 *   mode   "preferred" behind hits is about those of the same list before it,
 *          "preferably" and "must have" about what follows;
 *   group  alternatives of one kind stand for each other; of different kinds,
 *          what is tied by "and" goes along.
 */

static struct need_hit *
hit_at(struct need_scan *scan, size_t i)
{
    return &scan->hits.at[i];
}

/* ---- links ---------------------------------------------------------------
 */

/* The tie nearest to the second hit counts: the "or" of "in nursing or a
   related field, and five years" is the field's. */
static enum need_link
link_between(const struct need_scan *scan, size_t from, size_t to)
{
    bool has_comma = false;
    for (size_t i = to; i > from; i--) {
        size_t at = i - 1;
        char symbol = scan->tokens.at[at].symbol;
        if (need_is(scan, at, WORD_BIT(OR)))
            return LINK_OR;
        if (symbol == '/')
            return LINK_OR;
        if (need_is(scan, at, WORD_BIT(AND) | WORD_BIT(WITH)) ||
            symbol == '&' || symbol == '+')
            return LINK_AND;
        if (symbol == ',')
            return LINK_COMMA;
        has_comma = has_comma || symbol == '(' || symbol == '|';
    }
    return has_comma ? LINK_COMMA : LINK_NONE;
}

static void
find_links(struct need_scan *scan)
{
    for (size_t i = 1; i < scan->hits.count; i++) {
        struct need_hit *hit = hit_at(scan, i);
        if (hit->link == LINK_NONE)
            hit->link =
                link_between(scan, hit_at(scan, i - 1)->end, hit->first);
    }
}

/* ---- modes ---------------------------------------------------------------
 */

struct mark {
    size_t at;
    enum need_mode mode;
    bool is_before; /* about what follows */
};

/* "not required" asks for nothing; "plus" wants an article before it or an
   end behind it. */
static enum need_mode
mode_at(const struct need_scan *scan, size_t i)
{
    if (need_is(scan, i, WORD_BIT(PREF))) {
        bool is_plus = need_is_word(scan, i, "plus");
        bool has_article = i > scan->first && need_is_word(scan, i - 1, "a");
        bool was_word =
            i > scan->first && !need_is(scan, i - 1, WORD_BIT(NUMBER));
        if (is_plus && !has_article &&
            !(was_word &&
              (i + 1 >= scan->end || scan->tokens.at[i + 1].symbol)))
            return MODE_NONE;
        if (need_is_word(scan, i, "asset") && !has_article &&
            !(i > scan->first && need_is_word(scan, i - 1, "an")))
            return MODE_NONE;
        if (need_is_word(scan, i, "encouraged") &&
            need_is_word(scan, i + 1, "to"))
            return MODE_NONE; /* "graduates are encouraged to apply" */
        if (need_is_word(scan, i, "bij") || need_is_word(scan, i, "ideal"))
            return MODE_NONE;
        return MODE_PREFERRED;
    }
    if (!need_is(scan, i, WORD_BIT(REQ)))
        return MODE_NONE;
    if (need_is(scan, i, WORD_BIT(LEAST)) && scan->place == JOB_PREFERRED)
        return MODE_NONE; /* how much, not whether */
    if (i > scan->first && need_is(scan, i - 1, WORD_BIT(NOT)))
        return MODE_PREFERRED;
    if (need_is_word(scan, i + 1, "not"))
        return MODE_PREFERRED;
    return MODE_REQUIRED;
}

static bool
is_boundary(const struct need_scan *scan, size_t i)
{
    char symbol = scan->tokens.at[i].symbol;
    return symbol == ',' || symbol == ';' || symbol == '-' || symbol == '_' ||
           symbol == '(' || symbol == ':' ||
           need_is(scan, i, WORD_BIT(AND) | WORD_BIT(WITH));
}

/* Words that only ever point forward. */
static bool
points_forward(const struct need_scan *scan, size_t i)
{
    static const char *const words[] = {
        "must",         "require",      "requires",   "requiring",
        "minimum",      "prefer",       "preferably", "preferrably",
        "ideally",      "idealerweise", "idéalement", "preferiblemente",
        "vorzugsweise", "need",         "needs",      "preference"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (need_is_word(scan, i, words[k]))
            return true;
    return false;
}

static bool
is_mark_before(struct need_scan *scan, size_t i)
{
    if (points_forward(scan, i))
        return true;
    if (need_is_symbol(scan, i + 1, ':'))
        return true;
    size_t before = 0;
    while (before < scan->hits.count && hit_at(scan, before)->first < i)
        before++;
    if (before == 0)
        return true;
    bool opens = i > scan->first && is_boundary(scan, i - 1) &&
                 !need_is_symbol(scan, i - 1, '(') &&
                 !need_is_symbol(scan, i - 1, '-') &&
                 !need_is_symbol(scan, i - 1, '_');
    bool closes = i + 1 >= scan->end || is_boundary(scan, i + 1) ||
                  scan->tokens.at[i + 1].symbol ||
                  need_is(scan, i + 1, WORD_BIT(OR));
    return opens && !closes;
}

/* Where the parenthesis begins in which a mark says of something else than
   what stands before it: "degree (engineering a plus)"; 0: nowhere. */
static size_t
own_parenthesis(const struct need_scan *scan, size_t at)
{
    size_t words = 0;
    for (size_t i = at; i > scan->first && at - i < 12; i--) {
        if (need_is_symbol(scan, i - 1, ')'))
            return 0;
        if (need_is_symbol(scan, i - 1, '('))
            return words ? i : 0;
        words += !scan->tokens.at[i - 1].symbol &&
                 !need_is(scan, i - 1, WORD_BIT(FILL) | WORD_BIT(NOT));
    }
    return 0;
}

/* From the mark back over one list: hits of the same kind tied by comma, "or"
   and the like; of degrees, the same level or an "or". */
static void
mark_back(struct need_scan *scan, const struct mark *mark)
{
    size_t i = scan->hits.count, limit = own_parenthesis(scan, mark->at);
    while (i > 0 && hit_at(scan, i - 1)->first >= mark->at)
        i--;
    for (; i > 0; i--) {
        struct need_hit *hit = hit_at(scan, i - 1);
        if (hit->mode != MODE_NONE || hit->first < limit)
            return;
        hit->mode = mark->mode;
        if (i < 2)
            return;
        const struct need_hit *other = hit_at(scan, i - 2);
        bool same_kind = other->need.kind == hit->need.kind;
        bool same_list = hit->link == LINK_OR ||
                         (hit->link == LINK_COMMA && same_kind &&
                          hit->level == other->level) ||
                         (hit->link == LINK_AND && mark->mode == MODE_REQUIRED);
        if (hit->link == LINK_AND && same_kind && hit->level == other->level)
            same_list = true;
        if (!same_list ||
            need_holds(scan, other->end, hit->first, WORD_BIT(WITH)))
            return;
    }
}

static void
find_modes(struct need_scan *scan)
{
    enum need_mode ahead = MODE_NONE;
    size_t next = 0;
    for (size_t i = scan->first; i < scan->end; i++) {
        while (next < scan->hits.count && hit_at(scan, next)->first <= i) {
            struct need_hit *hit = hit_at(scan, next++);
            bool is_least = need_is(scan, hit->first, WORD_BIT(REQ));
            if (hit->mode == MODE_NONE && ahead == MODE_PREFERRED)
                hit->mode = ahead;
            else if (hit->mode == MODE_NONE && ahead && !is_least)
                hit->mode =
                    MODE_NONE; /* decided by a mark behind it, or below */
        }
        struct mark mark = {i, mode_at(scan, i), false};
        if (!mark.mode)
            continue;
        mark.is_before = is_mark_before(scan, i);
        if (mark.is_before)
            ahead = mark.mode;
        else
            mark_back(scan, &mark);
        if (!mark.is_before && need_is(scan, i, WORD_BIT(PREF)))
            ahead = ahead == MODE_PREFERRED ? MODE_NONE : ahead;
    }
    for (size_t i = 0; i < scan->hits.count; i++)
        if (hit_at(scan, i)->mode == MODE_NONE && ahead == MODE_REQUIRED)
            hit_at(scan, i)->mode = MODE_REQUIRED;
}

/* "BLS within 30 days of hire", "or willingness to obtain". */
static void
find_later(struct need_scan *scan)
{
    if (!(scan->classes & (WORD_BIT(WITHIN) | WORD_BIT(OBTAIN))))
        return;
    bool is_demand =
        (scan->classes & WORD_BIT(REQ)) != 0 || scan->place == JOB_REQUIRED;
    for (size_t i = 0; i < scan->hits.count; i++) {
        struct need_hit *hit = hit_at(scan, i);
        if (hit->mode != MODE_NONE || is_demand ||
            (hit->need.kind != JOB_LICENSE &&
             hit->need.kind != JOB_CERTIFICATION))
            continue;
        size_t to =
            i + 1 < scan->hits.count ? hit_at(scan, i + 1)->first : scan->end;
        if (need_holds(scan, hit->end, to, WORD_BIT(WITHIN) | WORD_BIT(OBTAIN)))
            hit->mode = MODE_PREFERRED;
    }
}

/* ---- groups --------------------------------------------------------------
 */

static bool
is_credential(const struct need_hit *hit)
{
    return hit->need.kind == JOB_LICENSE || hit->need.kind == JOB_CERTIFICATION;
}

static bool
is_same_sort(const struct need_hit *a, const struct need_hit *b)
{
    return a->need.kind == b->need.kind ||
           (is_credential(a) && is_credential(b));
}

/* Begins a group with what stands before hit i: the list it closes, or the
   whole alternative. */
static void
open_group(struct need_scan *scan, size_t i)
{
    struct need_hit *last = hit_at(scan, i - 1);
    bool same = is_same_sort(last, hit_at(scan, i));
    unsigned group = ++scan->groups, branch = 0;
    size_t first = i - 1;
    while (first > 0) {
        const struct need_hit *hit = hit_at(scan, first);
        const struct need_hit *before = hit_at(scan, first - 1);
        bool goes_on =
            same ? hit->link == LINK_COMMA && is_same_sort(hit, before)
                 : hit->link == LINK_AND;
        if (!goes_on || before->need.group)
            break;
        first--;
    }
    for (size_t k = first; k < i; k++) {
        hit_at(scan, k)->need.group = group;
        hit_at(scan, k)->need.branch = same ? branch++ : branch;
    }
    hit_at(scan, i)->need.group = group;
    hit_at(scan, i)->need.branch = last->need.branch + 1;
}

/* Part of the alternative before it: "... or a master's and two years". */
static bool
goes_along(struct need_scan *scan, size_t i)
{
    const struct need_hit *hit = hit_at(scan, i);
    const struct need_hit *last = hit_at(scan, i - 1);
    if (hit->link != LINK_AND || !last->need.group || is_same_sort(hit, last))
        return false;
    for (size_t k = 0; k < i; k++)
        if (hit_at(scan, k)->need.group == last->need.group &&
            hit_at(scan, k)->need.branch != last->need.branch &&
            hit_at(scan, k)->need.kind == hit->need.kind)
            return true;
    return false;
}

static void
find_groups(struct need_scan *scan)
{
    for (size_t i = 1; i < scan->hits.count; i++) {
        struct need_hit *hit = hit_at(scan, i);
        const struct need_hit *last = hit_at(scan, i - 1);
        if (hit->link == LINK_OR && last->need.group) {
            hit->need.group = last->need.group;
            hit->need.branch = last->need.branch + 1;
        } else if (hit->link == LINK_OR) {
            open_group(scan, i);
        } else if (goes_along(scan, i)) {
            hit->need.group = last->need.group;
            hit->need.branch = last->need.branch;
        }
    }
}

/* ---- the words that are told ---------------------------------------------
 */

/* From the hit to the next one or the sentence's end, without what ties. */
static void
find_texts(struct need_scan *scan)
{
    for (size_t i = 0; i < scan->hits.count; i++) {
        struct need_hit *hit = hit_at(scan, i);
        size_t first = hit->first;
        size_t end =
            i + 1 < scan->hits.count ? hit_at(scan, i + 1)->first : scan->end;
        while (end > hit->end &&
               (need_is(scan, end - 1, WORD_BIT(CONNECT) | WORD_BIT(WITH)) ||
                (scan->tokens.at[end - 1].symbol &&
                 scan->tokens.at[end - 1].symbol != ')' &&
                 scan->tokens.at[end - 1].symbol != '+')))
            end--;
        while (first > scan->first && hit->first - first < 4 &&
               (i == 0 || first > hit_at(scan, i - 1)->end) &&
               need_is(scan, first - 1, WORD_BIT(STATE)))
            first--;
        hit->need.text = need_text(scan, first, end);
        struct str *field = &hit->need.field;
        const char *limit = hit->need.text.at + hit->need.text.len;
        if (field->len && field->at + field->len > limit)
            field->len = field->at < limit ? (size_t)(limit - field->at) : 0;
    }
}

void
need_relate(struct need_scan *scan)
{
    find_links(scan);
    find_modes(scan);
    find_later(scan);
    find_groups(scan);
    find_texts(scan);
}
