/*
 * What stands in a place of its own and is not for every audience: contacts,
 * numbers, names of others. The table is include/edition/audience.def.
 */
#include <string.h>

#include "filter.h"
#include "pack/lexicon.h"

static void
note(struct filter *filter, struct str path, const char *key)
{
    filter_note(filter,
                str_format(filter->arena, "%.*s%s%s", STR_ARG(path),
                           path.len ? "." : "", key),
                "not for this audience");
}

static void
mask_text(struct filter *filter, struct text *text, struct str path,
          const char *key)
{
    if (!text->node)
        return;
    note(filter, path, key);
    *text = (struct text){0};
}

/* ---- where the person lives ---------------------------------------------- */

/* "Oak Street"; "St. Louis" is a town. */
static bool
ends_as_street(const struct filter *filter, struct str part)
{
    const struct pack *pack = filter->edition->pack;
    size_t at = part.len;
    if (!pack)
        return false;
    while (at > 0 && part.at[at - 1] != ' ')
        at--;
    struct str last = str_slice(part, at, part.len);
    if (str_ends(last, STR(".")))
        last.len--;
    return at > 0 &&
           lexicon_term_of_word(pack, last, LEXICON_STREET_WORD) != SIZE_MAX;
}

/* "IL 62701" as "IL". */
static struct str
without_numbers(struct filter *filter, struct str part)
{
    struct str rest = part, out = {NULL, 0};
    while (rest.len) {
        struct str word = str_trim(str_cut(&rest, ' '));
        if (word.len && !str_has_digit(word))
            out = out.len ? str_format(filter->arena, "%.*s %.*s", STR_ARG(out),
                                       STR_ARG(word))
                          : word;
    }
    return out;
}

/* A place in one line without street and postal code. What stands before the
   first comma and has a number is a street; "28195 Bremen" alone is not known
   to be none. */
static struct str
town_of(struct filter *filter, struct str line)
{
    struct str rest = line, out = {NULL, 0};
    bool is_first = true;
    while (rest.len) {
        struct str part = str_trim(str_cut(&rest, ','));
        bool is_street =
            (is_first && str_has_digit(part)) || ends_as_street(filter, part);
        is_first = false;
        if (!is_street)
            part = without_numbers(filter, part);
        if (is_street || !part.len)
            continue;
        out = out.len ? str_format(filter->arena, "%.*s, %.*s", STR_ARG(out),
                                   STR_ARG(part))
                      : part;
    }
    return out;
}

static void
mask_home(struct filter *filter, struct location *home)
{
    struct str path = STR("basics.location");
    mask_text(filter, &home->address, path, "address");
    mask_text(filter, &home->postal_code, path, "postal_code");
    if (!home->text.node)
        return;
    struct str town = town_of(filter, home->text.s);
    if (str_equal(town, home->text.s))
        return;
    note(filter, STR("basics"), "location");
    home->text.s = town;
    if (!town.len)
        home->text.node = NULL;
}

/* ---- names of others ----------------------------------------------------- */

static void
mask_referee(struct filter *filter, struct testimonial *quote)
{
    mask_text(filter, &quote->author, quote->item.path, "author");
    mask_text(filter, &quote->source_url, quote->item.path, "source_url");
    if (quote->attribution.value == ATTRIBUTION_INITIALS)
        quote->attribution = (struct choice){ATTRIBUTION_FULL, {{NULL, 0}, 0}};
}

static bool
names_role(const struct tokens *tokens)
{
    return tokens_hold(tokens, LEXICON_MANAGING) ||
           tokens_hold(tokens, LEXICON_STAFF_WORD);
}

/* "Dr. Kim", "Dana Whitfield"; "the medical director" and "Board" are none. */
static bool
is_name(struct filter *filter, struct str part)
{
    struct tokens tokens =
        tokens_read(filter->arena, filter->edition->pack, part);
    size_t capitals = 0, words = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        if (tokens.at[i].kind != TOKEN_WORD)
            continue;
        words++;
        capitals += tokens.at[i].capital;
        if (token_is(&tokens, i, "Dr") || token_is(&tokens, i, "Prof"))
            return true;
    }
    if (tokens_hold(&tokens, LEXICON_PERSON_TITLE))
        return true;
    return words > 1 && capitals == words &&
           (tokens_hold(&tokens, LEXICON_GIVEN_NAME) || !names_role(&tokens));
}

/* "Dana Whitfield, Chief Nursing Officer" as "Chief Nursing Officer". */
static void
mask_supervisor(struct filter *filter, struct team *team)
{
    struct str rest = team->reporting_to.s, kept = {NULL, 0};
    if (!team->reporting_to.node || !filter->edition->pack)
        return;
    while (rest.len) {
        struct str part = str_trim(str_cut(&rest, ','));
        if (!part.len || is_name(filter, part))
            continue;
        kept = kept.len ? str_format(filter->arena, "%.*s, %.*s", STR_ARG(kept),
                                     STR_ARG(part))
                        : part;
    }
    if (str_equal(kept, team->reporting_to.s))
        return;
    note(filter, team->item.path, "reporting_to");
    team->reporting_to.s = kept;
    if (!kept.len)
        team->reporting_to.node = NULL;
}

static void
mask_supervisors(struct filter *filter, struct candidate *shown)
{
    for (size_t i = 0; i < shown->experience.count; i++)
        for (size_t j = 0; j < shown->experience.at[i].positions.count; j++)
            mask_supervisor(filter,
                            &shown->experience.at[i].positions.at[j].team);
    for (size_t i = 0; i < shown->case_studies.count; i++)
        mask_supervisor(filter, &shown->case_studies.at[i].team);
    for (size_t i = 0; i < shown->settings_and_teams.teams.count; i++)
        mask_supervisor(filter, &shown->settings_and_teams.teams.at[i]);
}

/* ---- the whole ----------------------------------------------------------- */

static void
mask_public(struct filter *filter, struct candidate *shown)
{
    mask_text(filter, &shown->basics.phone, STR("basics"), "phone");
    if (!shown->letter.node)
        return;
    note(filter, STR(""), "letter");
    memset(&shown->letter, 0, sizeof shown->letter);
}

void
mask_audience(struct filter *filter, struct candidate *shown)
{
    if (filter->audience == AUDIENCE_PUBLIC)
        mask_public(filter, shown);
    if (filter->audience >= AUDIENCE_EMPLOYER)
        return;
    mask_home(filter, &shown->basics.location);
    for (size_t i = 0; i < shown->certifications.count; i++)
        mask_text(filter, &shown->certifications.at[i].number,
                  shown->certifications.at[i].item.path, "number");
    for (size_t i = 0; i < shown->testimonials.count; i++)
        mask_referee(filter, &shown->testimonials.at[i]);
    mask_supervisors(filter, shown);
}
