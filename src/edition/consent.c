/* What needs somebody's word before it may be printed. */
#include "filter.h"

/* ---- quotes ------------------------------------------------------------ */

static bool
covers(const text_list *scope, const char *place)
{
    for (size_t i = 0; i < scope->count; i++)
        if (str_is(scope->at[i].s, place))
            return true;
    return false;
}

/* Given, dated, for a portfolio (rule P110), where the public reads it for the
   web as well; patients and their families sign
   an authorization besides (P106). NULL: it may be printed. */
static const char *
reason_against_quote(const struct candidate *shown,
                     const struct testimonial *testimonial,
                     enum audience audience)
{
    const struct consent *consent = &testimonial->consent;
    int relation = testimonial->relationship.value;
    if (shown->testimonials_policy.value == 1)
        return "testimonials_policy is none";
    if (!consent->given.given || !consent->given.value)
        return "no consent to print it";
    if (!date_is_given(&consent->date))
        return "consent without a date";
    if (!covers(&consent->scope, "portfolio"))
        return "no consent for a portfolio";
    if (audience == AUDIENCE_PUBLIC && !covers(&consent->scope, "web"))
        return "no consent for the web";
    if ((relation == RELATIONSHIP_PATIENT || relation == RELATIONSHIP_FAMILY) &&
        !consent->evidence.node)
        return "no written authorization";
    return NULL;
}

static void
keep_consented(struct filter *filter, struct candidate *shown)
{
    size_t kept = 0;
    for (size_t i = 0; i < shown->testimonials.count; i++) {
        struct testimonial *testimonial = &shown->testimonials.at[i];
        const char *reason =
            reason_against_quote(shown, testimonial, filter->audience);
        if (reason) {
            filter_note(filter, testimonial->item.path, reason);
            continue;
        }
        testimonial->consent.evidence = (struct text){0};
        shown->testimonials.at[kept++] = *testimonial;
    }
    shown->testimonials.count = kept;
}

/* ---- pictures of people ------------------------------------------------ */

static void
keep_authorized(struct filter *filter, struct candidate *shown)
{
    size_t kept = 0;
    for (size_t i = 0; i < shown->multimedia.count; i++) {
        struct multimedia *media = &shown->multimedia.at[i];
        if (media->patients.value == PATIENTS_AUTHORIZED &&
            !media->authorization.node) {
            filter_note(filter, media->item.path,
                        "patients without an authorization");
            continue;
        }
        media->authorization = (struct text){0};
        shown->multimedia.at[kept++] = *media;
    }
    shown->multimedia.count = kept;
}

static void
withhold_portrait(struct filter *filter, struct candidate *shown)
{
    struct basics *basics = &shown->basics;
    if (!basics->image.node || basics->image_consent.value)
        return;
    filter_note(filter, STR("basics.image"), "image_consent is not given");
    basics->image = (struct text){0};
}

/* ---- credentials ------------------------------------------------------- */

static void
withhold_numbers(struct filter *filter, struct candidate *shown)
{
    for (size_t i = 0; i < shown->certifications.count; i++) {
        struct certification *held = &shown->certifications.at[i];
        bool may_show =
            held->item.is_private.given && !held->item.is_private.value;
        if (may_show || !held->number.node)
            continue;
        filter_note(
            filter,
            str_format(filter->arena, "%.*s.number", STR_ARG(held->item.path)),
            "printed with `private: false` only");
        held->number = (struct text){0};
    }
}

/* Nobody bears the letters of what is not earned yet or held no longer. */
static bool
is_borne(const struct candidate *candidate, struct str letters)
{
    for (size_t i = 0; i < candidate->certifications.count; i++) {
        const struct certification *held = &candidate->certifications.at[i];
        if (held->status.value > CERTIFICATION_HELD &&
            str_equal(held->abbr.s, letters))
            return false;
    }
    return true;
}

static void
withhold_letters(struct filter *filter, struct candidate *shown)
{
    text_list kept = {0};
    const text_list *letters = &shown->basics.post_nominals;
    for (size_t i = 0; i < letters->count; i++)
        if (is_borne(shown, letters->at[i].s))
            *list_add(filter->arena, &kept) = letters->at[i];
        else
            filter_note(
                filter,
                str_format(filter->arena, "basics.post_nominals[%zu]", i),
                "the credential is not held");
    shown->basics.post_nominals = kept;
}

void
filter_consent(struct filter *filter, struct candidate *shown)
{
    keep_consented(filter, shown);
    keep_authorized(filter, shown);
    withhold_portrait(filter, shown);
    withhold_numbers(filter, shown);
    withhold_letters(filter, shown);
}
