/* Finding a variant, and what it takes from the one it extends. */
#include "edition/edition.h"

static const struct variant *
find_named(const struct candidate *candidate, struct str name)
{
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (str_equal(candidate->variants.at[i].name.s, name))
            return &candidate->variants.at[i];
    return NULL;
}

static void
report_unknown(struct arena *arena, struct findings *findings,
               const struct candidate *candidate, const struct text *name)
{
    size_t count = candidate->variants.count;
    struct str *names = ARENA_ARRAY(arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        names[i] = candidate->variants.at[i].name.s;
    struct finding *finding = finding_add(
        findings, CODE_X230, node_span(name->node),
        "There is no variant \"%.*s\" in this file.", STR_ARG(name->s));
    size_t nearest = str_nearest(name->s, names, count);
    if (nearest != SIZE_MAX)
        finding_help(finding, "Did you mean %.*s?", STR_ARG(names[nearest]));
    else if (count == 0)
        finding_help(finding, "The file has no `variants:` yet.");
}

static void
take_text(struct text *to, const struct text *from)
{
    if (!to->node)
        *to = *from;
}

static void
take_list(text_list *to, const text_list *from)
{
    if (to->count == 0)
        *to = *from;
}

static void
take_integer(struct integer *to, const struct integer *from)
{
    if (!to->given)
        *to = *from;
}

/* What the variant does not say itself. Its name, its file and its letter are
   its own. */
static void
take_missing(struct variant *to, const struct variant *from)
{
    if (!to->output.typed.node)
        to->output = from->output;
    if (!to->summary.node)
        to->summary = from->summary;
    take_text(&to->target_role, &from->target_role);
    take_text(&to->headline, &from->headline);
    take_text(&to->pages.resume, &from->pages.resume);
    take_text(&to->pages.portfolio, &from->pages.portfolio);
    take_text(&to->job_description, &from->job_description);
    take_text(&to->locale, &from->locale);
    take_text(&to->theme, &from->theme);
    take_list(&to->include, &from->include);
    take_list(&to->exclude, &from->exclude);
    take_list(&to->sections, &from->sections);
    take_list(&to->keywords, &from->keywords);
    take_list(&to->required_keywords, &from->required_keywords);
    take_integer(&to->max_bullets.current, &from->max_bullets.current);
    take_integer(&to->max_bullets.previous, &from->max_bullets.previous);
}

const struct variant *
variant_find(struct arena *arena, struct findings *findings,
             const struct candidate *candidate, struct str name)
{
    struct text wanted = {.s = name};
    struct variant *variant = NULL;
    /* As many steps as there are variants: a circle ends there. */
    for (size_t i = 0; i < candidate->variants.count + 1; i++) {
        const struct variant *found = find_named(candidate, wanted.s);
        if (!found) {
            report_unknown(arena, findings, candidate, &wanted);
            return NULL;
        }
        if (!variant) {
            variant = ARENA_NEW(arena, struct variant);
            *variant = *found;
        } else {
            take_missing(variant, found);
        }
        if (str_is_empty(found->extends.s))
            break;
        wanted = found->extends;
    }
    return variant;
}
