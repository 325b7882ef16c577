#include "edition/edition.h"

#include "base/buf.h"
#include "parts.h"

const struct pack_role *
edition_find_role(const struct pack *pack, struct str asked)
{
    if (!pack || str_is_empty(asked))
        return NULL;
    const struct pack_role *role = pack_role(pack, asked);
    return role ? role : pack_role_of_title(pack, asked);
}

static void
apply_variant(struct filter *filter, struct candidate *shown)
{
    const struct variant *variant = filter->variant;
    if (!str_is_empty(variant->headline.s) &&
        !filter_secret(filter, variant->headline.node))
        shown->basics.headline = variant->headline;
    if (variant->summary.node && !filter_secret(filter, variant->summary.node))
        shown->basics.summary = variant->summary;
    /* Another language may have been asked for. */
    if (!str_is_empty(variant->locale.s) && str_is_empty(shown->language.s))
        shown->meta.language = variant->locale;
    limit_bullets(filter, shown);
}

/* As asked for, else as the variant says, else that of the posting. */
static void
choose_role(struct edition *edition, const struct edition_options *options)
{
    const struct job *job = options->job;
    struct str asked = options->role;
    if (!str_is_empty(asked)) {
        edition->role_by = "asked for";
    } else if (edition->variant && !edition->is_ad_hoc &&
               !str_is_empty(edition->variant->target_role.s)) {
        asked = edition->variant->target_role.s;
        edition->role_by = "of the variant";
    } else if (job && job->role) {
        asked = job->role->id;
        edition->role_by = job->role_is_by_title
                               ? "by the title of the posting"
                               : "by what the posting asks for";
    }
    const struct pack_role *role = edition_find_role(options->pack, asked);
    edition->role = role ? role->id : asked;
}

/* False: it does not exist. */
static bool
choose_variant(struct arena *arena, struct findings *findings,
               const struct candidate *candidate,
               const struct edition_options *options, struct edition *edition)
{
    if (!str_is_empty(options->variant)) {
        edition->variant =
            variant_find(arena, findings, candidate, options->variant);
        return edition->variant != NULL;
    }
    edition->is_ad_hoc = options->ad_hoc && (!str_is_empty(options->role) ||
                                             job_is_usable(options->job));
    if (edition->is_ad_hoc)
        edition->variant =
            variant_ad_hoc(arena, candidate, options->pack, options->role,
                           options->job, options->ad_hoc_name);
    return true;
}

static void
choose_documents(struct edition *edition)
{
    int output =
        edition->variant ? edition->variant->output.value : OUTPUT_BOTH;
    edition->makes_resume = output != OUTPUT_PORTFOLIO;
    edition->makes_portfolio = output != OUTPUT_RESUME;
    edition->makes_letter = edition->shown->letter.paragraphs.count > 0;
}

static struct candidate *
make_shown(struct filter *filter, const struct candidate *candidate)
{
    struct candidate *shown = filter_candidate(filter, candidate);
    if (filter->variant)
        apply_variant(filter, shown);
    return shown;
}

const struct edition *
edition_make(struct arena *arena, struct findings *findings,
             const struct candidate *candidate,
             const struct edition_options *options)
{
    struct edition *edition = ARENA_NEW(arena, struct edition);
    edition->audience = options->audience;
    edition->pack = options->pack;
    edition->memory = options->memory;
    edition->today = options->today;
    if (!choose_variant(arena, findings, candidate, options, edition))
        return NULL;
    choose_role(edition, options);
    const struct variant *variant = edition->variant;
    const struct pack_role *role =
        edition_find_role(edition->pack, edition->role);
    edition->aim = aim_make(arena, edition->pack, role, options->job, variant);
    struct filter filter = {.arena = arena,
                            .audience = options->audience,
                            .variant = variant,
                            .edition = edition,
                            .secrets = secrets_sorted(arena, options->secrets)};
    struct candidate *shown = make_shown(&filter, candidate);
    if (mask_leaks(&filter, findings, candidate, shown)) {
        edition->withheld.count = 0;
        shown = make_shown(&filter, candidate);
    }
    order_cases(arena, shown, edition);
    edition->shown = shown;
    choose_documents(edition);
    choose_sections(arena, edition, shown);
    if (options->explains)
        explain_choices(arena, edition, candidate, &filter.secrets);
    return edition;
}

/* ---- dump -------------------------------------------------------------- */

static void
dump_sections(struct buf *out, const char *what, const struct str *ids,
              size_t count)
{
    buf_print(out, "%s:", what);
    for (size_t i = 0; i < count; i++)
        buf_print(out, " %.*s", STR_ARG(ids[i]));
    buf_add_byte(out, '\n');
}

const char *
audience_word(enum audience audience)
{
    static const char *const words[] = {"public", "recruiter", "employer",
                                        "interview"};
    return words[audience];
}

void
edition_dump(struct buf *out, const struct edition *edition)
{
    struct str variant =
        edition->variant ? edition->variant->name.s : STR("none");
    struct str role = str_is_empty(edition->role) ? STR("none") : edition->role;
    buf_print(out, "variant: %.*s%s\nrole: %.*s\naudience: %s\n",
              STR_ARG(variant), edition->is_ad_hoc ? " (ad hoc)" : "",
              STR_ARG(role), audience_word(edition->audience));
    dump_sections(out, "resume", edition->resume_sections.at,
                  edition->makes_resume ? edition->resume_sections.count : 0);
    dump_sections(out, "portfolio", edition->portfolio_sections.at,
                  edition->makes_portfolio ? edition->portfolio_sections.count
                                           : 0);
    for (size_t i = 0; i < edition->withheld.count; i++)
        buf_print(out, "withheld: %.*s (%s)\n",
                  STR_ARG(edition->withheld.at[i].path),
                  edition->withheld.at[i].reason);
}
