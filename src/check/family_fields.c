/* X182: names that only the pack can know. */
#include "pack/lexicon.h"
#include "rule.h"

static bool
is_setting(const struct check *check, struct str kind)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, kind);
    size_t term;
    for (size_t i = 0; i < tokens.count; i++)
        if (lexicon_match(&tokens, i, LEXICON_SETTING, &term))
            return true;
    return false;
}

/* Only what is nearly a known setting is taken for a slip: there are more
   workplaces than a list can hold. */
static void
check_setting(struct check *check, const struct text *kind, struct str path)
{
    size_t count;
    const struct lexicon_term *settings =
        lexicon_terms(check->pack, LEXICON_SETTING, &count);
    if (!kind->s.len || !kind->node || !count || is_setting(check, kind->s))
        return;
    struct str *names = ARENA_ARRAY(check->arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        names[i] = term_name(&settings[i]);
    size_t best = str_nearest(kind->s, names, count);
    if (best >= count)
        return;
    struct finding *finding =
        finding_add(check->findings, CODE_X182, kind->node->span,
                    "Write \"%.*s\" for the setting.", STR_ARG(names[best]));
    finding->path = path;
    finding_help(finding, "kind: %.*s", STR_ARG(names[best]));
    finding->has_edit = kind->node->style == SCALAR_PLAIN;
    finding->edit = (struct edit){kind->node->span, names[best]};
}

static void
unknown_settings(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *employer = &candidate->experience.at[i];
        check_setting(check, &employer->setting.kind, employer->item.path);
        for (size_t j = 0; j < employer->positions.count; j++)
            check_setting(check, &employer->positions.at[j].setting.kind,
                          employer->positions.at[j].item.path);
    }
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        check_setting(check, &candidate->case_studies.at[i].setting.kind,
                      candidate->case_studies.at[i].item.path);
}

const struct rule rules_fields[] = {
    {.code = CODE_X182, .document = unknown_settings},
    {.document = NULL},
};
