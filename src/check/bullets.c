/* The lines of a candidate that tell what was done. */
#include <limits.h>

#include "rule.h"

int
check_months_since(const struct check *check, const struct date *date)
{
    if (date->is_present)
        return 0;
    if (!date_is_given(date))
        return INT_MIN;
    return date_months(&check->today, false) - date_months(date, true);
}

static struct check_bullet *
add_bullet(struct check *check, enum bullet_place place,
           const struct prose *prose, struct str path)
{
    if (!prose->plain.len)
        return NULL;
    struct check_bullet *bullet = list_add(check->arena, &check->bullets);
    bullet->place = place;
    bullet->prose = prose;
    bullet->path = path;
    bullet->is_result = place == BULLET_EXPERIENCE || place == BULLET_RESULT;
    bullet->reading = check_reading(check, prose);
    return bullet;
}

static struct check_bullet *
add_highlight(struct check *check, enum bullet_place place,
              const struct highlight *highlight)
{
    struct check_bullet *bullet =
        add_bullet(check, place, &highlight->text, highlight->item.path);
    if (!bullet)
        return NULL;
    bullet->highlight = highlight;
    bullet->kind = highlight->kind.value > 0
                       ? (enum highlight_kind)highlight->kind.value
                       : HIGHLIGHT_RESULT;
    return bullet;
}

/* Marked as duty; or as scope, one of a position. */
static bool
is_exempt(const struct check *check, const struct check_bullet *bullet,
          size_t *scope_seen)
{
    if (bullet->kind == HIGHLIGHT_DUTY)
        return true;
    if (bullet->kind != HIGHLIGHT_SCOPE)
        return false;
    return (double)(*scope_seen)++ <
           check_param(check, CODE_M101, "scope_bullets");
}

static void
collect_position(struct check *check, const struct position *position)
{
    size_t scope_seen = 0;
    int months = check_months_since(check, &position->end_date);
    double limit = check_param(check, CODE_M101, "older_years") * 12;
    for (size_t i = 0; i < position->highlights.count; i++) {
        struct check_bullet *bullet = add_highlight(
            check, BULLET_EXPERIENCE, &position->highlights.at[i]);
        if (!bullet)
            continue;
        bullet->position = position;
        bullet->is_old = months != INT_MIN && months > limit;
        bullet->scope_exempt = is_exempt(check, bullet, &scope_seen);
    }
}

static void
collect_case(struct check *check, const struct case_study *study)
{
    for (size_t i = 0; i < study->actions.count; i++) {
        struct str path = str_format(check->arena, "%.*s.actions[%zu]",
                                     STR_ARG(study->item.path), i);
        struct check_bullet *bullet =
            add_bullet(check, BULLET_ACTION, &study->actions.at[i], path);
        if (bullet)
            bullet->case_study = study;
    }
    for (size_t i = 0; i < study->results.count; i++) {
        struct check_bullet *bullet =
            add_highlight(check, BULLET_RESULT, &study->results.at[i]);
        if (bullet) {
            bullet->case_study = study;
            bullet->scope_exempt = bullet->kind != HIGHLIGHT_RESULT;
        }
    }
}

void
check_collect_bullets(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count; j++)
            collect_position(check,
                             &candidate->experience.at[i].positions.at[j]);
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        collect_case(check, &candidate->case_studies.at[i]);
    for (size_t i = 0; i < candidate->volunteer.count; i++) {
        const struct volunteer *volunteer = &candidate->volunteer.at[i];
        for (size_t j = 0; j < volunteer->highlights.count; j++)
            (void)add_highlight(check, BULLET_VOLUNTEER,
                                &volunteer->highlights.at[j]);
    }
    cases_mark_unmeasured(check);
}
