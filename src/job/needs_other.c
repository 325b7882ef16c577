#include "needs.h"

/*
 * What is asked for besides: an equivalent of what stands before it, a
 * language, travel, a clearance. Told to the reader, never computed.
 */

enum other_class { OTHER_LANGUAGE, OTHER_PLAIN };

/* One or two words that say it; `first` may stand alone. */
static const struct {
    const char *first, *second; /* second NULL: alone */
    const char *id;
    bool needs_ask; /* a demand must stand in the sentence */
} others[] = {
    {"bilingual", NULL, "language", false},
    {"fluent", NULL, "language", false},
    {"fluency", NULL, "language", false},
    {"security", "clearance", "security-clearance", true},
    {"secret", "clearance", "security-clearance", false},
    {"ts", "sci", "security-clearance", false},
    {"citizenship", NULL, "citizenship", true},
    {"citizen", NULL, "citizenship", true},
    {"work", "authorization", "work-authorization", true},
    {"authorized", "to", "work-authorization", true},
    {"right", "to", "work-authorization", true},
    {"background", "check", "background-check", true},
    {"background", "investigation", "background-check", true},
    {"dbs", NULL, "background-check", true},
};

static bool
is_other(const struct need_scan *scan, size_t i, size_t k, size_t *end)
{
    if (!need_is_word(scan, i, others[k].first))
        return false;
    *end = i + 1;
    if (!others[k].second)
        return true;
    size_t at = i + 1;
    at += need_is_symbol(scan, at, '/') || need_is_symbol(scan, at, '-');
    *end = at + 1;
    if (!need_is_word(scan, at, others[k].second))
        return false;
    return !need_is_word(scan, at, "to") || need_is_word(scan, at + 1, "work");
}

static void
add_other(struct need_scan *scan, const char *id, size_t first, size_t end)
{
    need_add(scan, JOB_OTHER_NEED, first, end)->need.id = str_from(id);
}

/* "travel up to 25%", "willing to travel", "ability to lift 50 pounds". */
static size_t
read_ability(struct need_scan *scan, size_t i)
{
    bool is_travel = need_is_word(scan, i, "travel");
    bool is_lift =
        need_is_word(scan, i, "lift") || need_is_word(scan, i, "lifting");
    if (!is_travel && !is_lift)
        return i;
    const uint64_t asks = WORD_BIT(REQ) | WORD_BIT(OBTAIN);
    size_t from = i > scan->first + 4 ? i - 4 : scan->first;
    size_t to = i + 8 < scan->end ? i + 8 : scan->end;
    if (!need_holds(scan, from, i, asks) && !need_holds(scan, i, to, asks))
        return i;
    if (is_lift && !need_holds(scan, i, to, WORD_BIT(NUMBER)))
        return i;
    add_other(scan, is_travel ? "travel" : "lifting", i, i + 1);
    return i + 1;
}

/* "or equivalent experience", "or an equivalent combination of education and
   experience": stands for the hit before it. */
static size_t
read_equivalent(struct need_scan *scan, size_t i)
{
    if (!need_is(scan, i, WORD_BIT(OR)) || !scan->hits.count)
        return i;
    size_t at = i + 1, limit = i + 10 < scan->end ? i + 10 : scan->end;
    bool is_like = false;
    for (; at < limit; at++) {
        if (need_is(scan, at, WORD_BIT(NUMBER) | WORD_BIT(LEVEL)) ||
            need_is_symbol(scan, at, ',') || need_is_symbol(scan, at, ';'))
            return i;
        is_like = is_like || need_is(scan, at, WORD_BIT(LIKE)) ||
                  need_is_word(scan, at, "combination") ||
                  need_is_word(scan, at, "commensurate");
        if (is_like && need_is(scan, at, WORD_BIT(EXP)))
            break;
    }
    if (at >= limit)
        return i;
    add_other(scan, "equivalent", i + 1, at + 1);
    scan->hits.at[scan->hits.count - 1].link = LINK_OR;
    return at + 1;
}

size_t
need_read_other(struct need_scan *scan, size_t i)
{
    if (!need_is(scan, i, WORD_BIT(OR) | WORD_BIT(WANT)))
        return i;
    size_t end = read_equivalent(scan, i);
    if (end == i)
        end = read_ability(scan, i);
    const uint64_t asks = WORD_BIT(REQ) | WORD_BIT(PREF);
    for (size_t k = 0; end == i && k < sizeof others / sizeof *others; k++) {
        size_t behind;
        if (!is_other(scan, i, k, &behind) ||
            (others[k].needs_ask && !(scan->classes & asks)))
            continue;
        add_other(scan, others[k].id, i, behind);
        return behind;
    }
    return end;
}
