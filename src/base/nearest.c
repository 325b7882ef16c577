/*
 * "Did you mean": the optimal string alignment distance (insert, delete,
 * replace, swap two neighbours), computed row by row. Names are short, so
 * longer ones are not compared at all and the cost per candidate is bounded.
 */
#include "base/str.h"

#define LONGEST 64
/* A shortened word ("desc") is accepted for what it begins from here on. */
#define SHORTEST_BEGINNING 3

/* Case is ignored, and so is how the words of a name are joined. */
static char
folded(char c)
{
    return c == '_' || c == ' ' ? '-' : ascii_lower(c);
}

static bool
same(char a, char b)
{
    return folded(a) == folded(b);
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t
distance(struct str a, struct str b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2], *free_row;

    for (size_t j = 0; j <= b.len; j++)
        last[j] = before[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t cost = !same(a.at[i - 1], b.at[j - 1]);

            row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + cost);
            if (i > 1 && j > 1 && same(a.at[i - 1], b.at[j - 2]) &&
                same(a.at[i - 2], b.at[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
        free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[b.len];
}

/* One slip in three letters; never so many that nothing agrees. */
static bool
is_near(size_t slips, struct str wrong, struct str candidate)
{
    size_t longer = wrong.len > candidate.len ? wrong.len : candidate.len;
    size_t allowed = longer < 6 ? 1 : longer / 3;

    return slips <= allowed && slips < least(wrong.len, candidate.len);
}

static bool
is_beginning(struct str wrong, struct str candidate)
{
    return wrong.len >= SHORTEST_BEGINNING &&
           str_equal_nocase(wrong, str_slice(candidate, 0, wrong.len));
}

size_t
str_nearest(struct str wrong, const struct str *candidates, size_t count)
{
    size_t best = SIZE_MAX, best_slips = SIZE_MAX;

    if (wrong.len > LONGEST)
        return SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t slips;

        if (candidates[i].len > LONGEST)
            continue;
        slips = distance(wrong, candidates[i]);
        if (slips < best_slips && is_near(slips, wrong, candidates[i])) {
            best = i;
            best_slips = slips;
        }
    }
    for (size_t i = 0; best == SIZE_MAX && i < count; i++)
        if (is_beginning(wrong, candidates[i]))
            best = i;
    return best;
}
