/* Finding a variant, and what it takes from the one it extends. */
#include "base/buf.h"
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
    if (nearest != SIZE_MAX && name->node &&
        name->node->style == SCALAR_PLAIN) {
        finding->has_edit = true;
        finding->edit = (struct edit){name->node->span, names[nearest]};
    }
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

/* An empty list that is written down is a list of its own. */
static void
take_list(const struct variant *variant, const char *key, text_list *to,
          const text_list *from)
{
    if (to->count == 0 && !node_get(variant->item.node, key))
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
    take_list(to, "include", &to->include, &from->include);
    take_list(to, "exclude", &to->exclude, &from->exclude);
    take_list(to, "sections", &to->sections, &from->sections);
    take_list(to, "keywords", &to->keywords, &from->keywords);
    take_list(to, "required_keywords", &to->required_keywords,
              &from->required_keywords);
    take_integer(&to->max_bullets.current, &from->max_bullets.current);
    take_integer(&to->max_bullets.previous, &from->max_bullets.previous);
}

/* ---- circles ------------------------------------------------------------ */

static const struct variant *
parent_of(const struct candidate *candidate, const struct variant *variant)
{
    return str_is_empty(variant->extends.s)
               ? NULL
               : find_named(candidate, variant->extends.s);
}

/* The variant comes back to itself. */
static bool
is_in_circle(const struct candidate *candidate, const struct variant *variant)
{
    const struct variant *at = variant;
    for (size_t i = 0; i < candidate->variants.count && at; i++) {
        at = parent_of(candidate, at);
        if (at == variant)
            return true;
    }
    return false;
}

/* "a, b, a" */
static struct str
circle_words(struct arena *arena, const struct candidate *candidate,
             const struct variant *variant)
{
    struct buf out = buf_new(arena);
    const struct variant *at = variant;
    do {
        buf_print(&out, "%.*s extends ", STR_ARG(at->name.s));
        at = parent_of(candidate, at);
    } while (at && at != variant && out.len < 200);
    buf_print(&out, "%.*s", STR_ARG(variant->name.s));
    return buf_str(&out);
}

static void
report_circle(struct arena *arena, struct findings *findings,
              const struct candidate *candidate, const struct variant *variant)
{
    struct finding *finding = finding_add(
        findings, CODE_X233, node_span(variant->extends.node),
        "Variant \"%.*s\" extends itself.", STR_ARG(variant->name.s));
    finding->path = variant->item.path;
    finding_help(finding, "%.*s",
                 STR_ARG(circle_words(arena, candidate, variant)));
}

/* ---- finding one -------------------------------------------------------- */

const struct variant *
variant_find(struct arena *arena, struct findings *findings,
             const struct candidate *candidate, struct str name)
{
    struct text wanted = {.s = name};
    struct variant *variant = NULL;
    for (;;) {
        const struct variant *found = find_named(candidate, wanted.s);
        if (!found) {
            report_unknown(arena, findings, candidate, &wanted);
            return NULL;
        }
        /* Whoever leads into a circle walks to it and ends there. */
        if (is_in_circle(candidate, found)) {
            report_circle(arena, findings, candidate, found);
            return NULL;
        }
        if (!variant) {
            variant = ARENA_NEW(arena, struct variant);
            *variant = *found;
        } else {
            take_missing(variant, found);
        }
        if (str_is_empty(found->extends.s))
            return variant;
        wanted = found->extends;
    }
}

/* ---- all of them -------------------------------------------------------- */

static void
report_twin(struct findings *findings, const struct candidate *candidate,
            const struct variant *variant)
{
    const struct variant *first = find_named(candidate, variant->name.s);
    if (first == variant || str_is_empty(variant->name.s))
        return;
    struct finding *finding = finding_add(
        findings, CODE_X235, node_span(variant->name.node),
        "Two variants are called \"%.*s\".", STR_ARG(variant->name.s));
    finding->path = variant->item.path;
    finding_help(finding, "only the first one is ever used; the other needs a "
                          "name of its own");
}

void
variants_check(struct arena *arena, struct findings *findings,
               const struct candidate *candidate, struct str asked,
               bool is_check)
{
    for (size_t i = 0; i < candidate->variants.count; i++) {
        const struct variant *variant = &candidate->variants.at[i];
        size_t before = findings_count(findings);
        report_twin(findings, candidate, variant);
        if (variant->extends.s.len)
            (void)variant_find(arena, findings, candidate, variant->name.s);
        /* A variant that nobody asked for keeps no page back. */
        for (size_t k = before; !is_check && k < findings_count(findings); k++)
            if (!str_equal(variant->name.s, asked))
                findings_change(findings, k)->severity = SEVERITY_WARNING;
    }
}
