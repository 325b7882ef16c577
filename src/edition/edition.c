#include "edition/edition.h"

#include "base/buf.h"
#include "parts.h"

/* The id of a role that was asked for by id or by a title of it; as typed when
   the pack does not know it. */
static struct str
role_id(const struct pack *pack, struct str asked)
{
    const struct pack_role *role = NULL;
    if (pack && !str_is_empty(asked) && !pack_role(pack, asked))
        role = pack_role_of_title(pack, asked);
    return role ? role->id : asked;
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

const struct edition *
edition_make(struct arena *arena, struct findings *findings,
             const struct candidate *candidate,
             const struct edition_options *options)
{
    struct edition *edition = ARENA_NEW(arena, struct edition);
    edition->audience = options->audience;
    edition->pack = options->pack;
    if (!str_is_empty(options->variant)) {
        edition->variant =
            variant_find(arena, findings, candidate, options->variant);
        if (!edition->variant)
            return NULL;
    }
    const struct variant *variant = edition->variant;
    edition->role = options->role;
    if (str_is_empty(edition->role) && variant)
        edition->role = variant->target_role.s;
    edition->role = role_id(edition->pack, edition->role);

    edition->aim =
        aim_make(arena, edition->pack,
                 edition->pack ? pack_role(edition->pack, edition->role) : NULL,
                 options->job, variant);

    struct filter filter = {.arena = arena,
                            .audience = options->audience,
                            .variant = variant,
                            .edition = edition,
                            .secrets = secrets_sorted(arena, options->secrets)};
    struct candidate *shown = filter_candidate(&filter, candidate);
    if (variant)
        apply_variant(&filter, shown);
    const struct pack_role *role =
        edition->pack ? pack_role(edition->pack, edition->role) : NULL;
    if (role)
        order_cases(arena, shown, role);
    edition->shown = shown;
    int output = variant ? variant->output.value : OUTPUT_BOTH;
    edition->makes_resume = output != OUTPUT_PORTFOLIO;
    edition->makes_portfolio = output != OUTPUT_RESUME;
    edition->makes_letter = shown->letter.paragraphs.count > 0;
    choose_sections(arena, edition);
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

void
edition_dump(struct buf *out, const struct edition *edition)
{
    static const char *const audiences[] = {"public", "recruiter", "employer",
                                            "interview"};
    struct str variant =
        edition->variant ? edition->variant->name.s : STR("none");
    struct str role = str_is_empty(edition->role) ? STR("none") : edition->role;
    buf_print(out, "variant: %.*s\nrole: %.*s\naudience: %s\n",
              STR_ARG(variant), STR_ARG(role), audiences[edition->audience]);
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
