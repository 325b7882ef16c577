/*
 * A cut that no block of the file describes: for a role or a posting that was
 * asked for on the spot. It is made as a variant, so that everything that
 * serves variants serves it as well and it can be written into the file as
 * one.
 */
#include "base/utf8.h"
#include "edition/edition.h"

/* "jobs/mercy-quality.txt" -> "mercy-quality" */
static struct str
stem_of_path(struct str path)
{
    size_t from = 0, to = path.len;
    for (size_t i = 0; i < path.len; i++)
        if (path.at[i] == '/' || path.at[i] == '\\')
            from = i + 1;
    for (size_t i = from + 1; i < path.len; i++)
        if (path.at[i] == '.')
            to = i;
    return str_slice(path, from, to);
}

/* A posting of standard input has no name: "<stdin>". */
static bool
has_path(const struct job *job)
{
    return job && job->name.len && job->name.at[0] != '<';
}

static struct str
name_of(struct arena *arena, struct str role, const struct job *job)
{
    struct str name = role;
    if (job && job->organization.len)
        name = job->organization;
    if (has_path(job))
        name = stem_of_path(job->name);
    return str_is_empty(name) ? STR("posting") : utf8_slug(arena, name);
}

/* The most that is usual for the role; page fit does the rest. */
static struct text
most_pages(struct arena *arena, struct pack_range range)
{
    int most = range.max ? range.max : range.min;
    if (most <= 0)
        return (struct text){.node = NULL};
    return (struct text){.s = str_format(arena, "%d", most)};
}

const struct variant *
variant_ad_hoc(struct arena *arena, const struct candidate *candidate,
               const struct pack *pack, struct str role, const struct job *job,
               struct str name)
{
    struct variant *variant = ARENA_NEW(arena, struct variant);
    (void)candidate; /* nothing is said that it does not say */
    const struct pack_role *known = edition_find_role(pack, role);
    if (!known && str_is_empty(role) && job)
        known = job->role;
    variant->target_role.s = known ? known->id : role;
    variant->name.s =
        str_is_empty(name) ? name_of(arena, variant->target_role.s, job) : name;
    if (has_path(job))
        variant->job_description.s = job->name;
    if (known) {
        variant->pages.resume = most_pages(arena, known->pages_resume);
        variant->pages.portfolio = most_pages(arena, known->pages_portfolio);
    }
    return variant;
}
