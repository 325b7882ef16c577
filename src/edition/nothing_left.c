/* A variant whose tags or sections leave nothing to print. */
#include "base/buf.h"
#include "edition/edition.h"
#include "model/fields.h"

/* All LIST(...) have this shape. */
typedef LIST(char) any_list;

/* Entries of these sections, `summary` and figures not among them: those say
   nothing by themselves. */
static size_t
count_entries(const struct candidate *candidate, const struct str *ids,
              size_t count)
{
    size_t entries = 0;
    for (size_t i = 0; i < count; i++) {
        const struct field *field = field_find(fields_root(), ids[i]);
        if (!field || field->type != FIELD_MAP || !field->is_list)
            continue;
        const any_list *list =
            (const void *)((const char *)candidate + field->offset);
        entries += list->count;
    }
    return entries;
}

static void
add_tags(struct buf *out, const char *what, const text_list *tags)
{
    if (!tags->count)
        return;
    buf_print(out, "%s%s: [", out->len ? ", " : "", what);
    for (size_t i = 0; i < tags->count; i++)
        buf_print(out, "%s%.*s", i ? ", " : "", STR_ARG(tags->at[i].s));
    buf_add_byte(out, ']');
}

/* Where it is said what stays. */
static const struct node *
cause_of(const struct variant *variant, bool by_sections)
{
    if (by_sections)
        return variant->sections.at[0].node;
    if (variant->include.count)
        return variant->include.at[0].node;
    return variant->exclude.count ? variant->exclude.at[0].node
                                  : variant->name.node;
}

static void
report(struct arena *arena, struct findings *findings,
       const struct edition *edition, const char *document, bool by_sections)
{
    const struct variant *variant = edition->variant;
    struct buf said = buf_new(arena);
    if (by_sections) {
        add_tags(&said, "sections", &variant->sections);
    } else {
        add_tags(&said, "include", &variant->include);
        add_tags(&said, "exclude", &variant->exclude);
    }
    const struct node *node = cause_of(variant, by_sections);
    struct finding *finding =
        finding_add(findings, CODE_X232, node_span(node),
                    "Variant \"%.*s\" leaves nothing of the %s.",
                    STR_ARG(variant->name.s), document);
    finding->path = variant->item.path;
    finding_help(finding, "%.*s leaves out every entry",
                 STR_ARG(buf_str(&said)));
    if (!by_sections)
        finding_help(finding, "an entry without tags is always in; exclude "
                              "wins over include");
}

static bool
has_nothing(const struct edition *edition, const struct candidate *candidate,
            const struct str *ids, size_t count)
{
    return !count_entries(edition->shown, ids, count) &&
           count_entries(candidate, ids, count);
}

/* Summary, figures and settings say something without an entry. */
static bool
names_lists_only(const text_list *sections)
{
    static const struct str others[] = {
        STR_INIT("summary"), STR_INIT("key_metrics"), STR_INIT("adaptability"),
        STR_INIT("settings_and_teams")};
    for (size_t i = 0; i < sections->count; i++)
        if (str_among(sections->at[i].s, others,
                      sizeof others / sizeof *others))
            return false;
    return sections->count > 0;
}

void
edition_check(struct arena *arena, struct findings *findings,
              const struct candidate *candidate, const struct edition *edition)
{
    const struct variant *variant = edition->variant;
    if (!variant || edition->is_ad_hoc)
        return;
    bool filters = variant->include.count || variant->exclude.count;
    bool no_resume =
        edition->makes_resume &&
        has_nothing(edition, candidate, edition->resume_sections.at,
                    edition->resume_sections.count);
    bool no_portfolio =
        edition->makes_portfolio &&
        has_nothing(edition, candidate, edition->portfolio_sections.at,
                    edition->portfolio_sections.count);
    if (filters && no_resume && no_portfolio)
        report(arena, findings, edition, "resume and of the portfolio", false);
    else if (filters && (no_resume || no_portfolio))
        report(arena, findings, edition, no_resume ? "resume" : "portfolio",
               false);
    bool names = names_lists_only(&variant->sections);
    if (!names || no_resume || no_portfolio)
        return;
    if (edition->makes_resume &&
        !count_entries(candidate, edition->resume_sections.at,
                       edition->resume_sections.count))
        report(arena, findings, edition, "resume", true);
    else if (edition->makes_portfolio &&
             !count_entries(candidate, edition->portfolio_sections.at,
                            edition->portfolio_sections.count))
        report(arena, findings, edition, "portfolio", true);
}
