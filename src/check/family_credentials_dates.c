/* C104, C105: what has run out, what will, and what nobody can tell. */
#include "base/calendar.h"
#include "credentials.h"

/* Days since 1970; a missing month or day is the last of its kind. */
static int64_t
last_day(const struct date *date)
{
    int month = date->month ? date->month : 12;
    int day = date->day ? date->day : calendar_days_in(date->year, month);
    return calendar_days_since_1970(date->year, month, day);
}

static bool
has_passed(const struct check *check, const struct date *date)
{
    return check->today.year && date->year &&
           date_compare(date, &check->today) < 0;
}

static struct finding *
on_date(struct check *check, enum code code, const struct held *held,
        const struct date *date, struct str message)
{
    const struct certification *entry = held->entry;
    const struct node *node = date ? date->typed.node : NULL;
    if (!node)
        node = entry->abbr.s.len ? entry->abbr.node : entry->name.node;
    struct finding *finding = finding_add(
        check->findings, code, node ? node->span : node_span(entry->item.node),
        "%.*s", STR_ARG(message));
    finding->path = entry->item.path;
    return finding;
}

/* ---- C104 ------------------------------------------------------------------
 */

static void
expired(struct check *check, const struct held *held)
{
    const struct certification *entry = held->entry;
    const struct date *expires = &entry->expires;
    if (held->standing != STANDING_HELD || !has_passed(check, expires))
        return;
    if (entry->renewed.year && date_compare(&entry->renewed, expires) > 0) {
        struct finding *finding = on_date(
            check, CODE_C104, held, expires,
            str_format(check->arena,
                       "Correct expires of %.*s: it was renewed later (%.*s).",
                       STR_ARG(held->label), STR_ARG(entry->renewed.typed.s)));
        if (finding->severity == SEVERITY_ERROR)
            finding->severity = SEVERITY_WARNING;
        finding_help(finding, "expires is the end of the present cycle");
        return;
    }
    struct finding *finding =
        on_date(check, CODE_C104, held, expires,
                str_format(check->arena, "Renew or mark %.*s; it expired %.*s.",
                           STR_ARG(held->label), STR_ARG(expires->typed.s)));
    finding_help(finding, "status: expired, or renewed: and the new expires:");
}

void
credentials_expired(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->held.count; i++)
        expired(check, &all->held.at[i]);
}

/* ---- C105 ------------------------------------------------------------------
 */

static void
runs_out(struct check *check, const struct held *held)
{
    const struct date *expires = &held->entry->expires;
    int64_t days = last_day(expires) - last_day(&check->today);
    if (!check->today.year || !expires->month || days < 0 ||
        (double)days > check_param(check, CODE_C105, "soon_days"))
        return;
    struct str when = days == 0 ? STR("today")
                                : str_format(check->arena, "in %d day%s",
                                             (int)days, days == 1 ? "" : "s");
    struct finding *finding = on_date(
        check, CODE_C105, held, expires,
        str_format(check->arena, "Plan the renewal of %.*s; it expires %.*s.",
                   STR_ARG(held->label), STR_ARG(when)));
    if (finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
    finding_help(finding, "then add renewed: and the new expires:");
}

/* The cycle is the issuer's, so it must be that issuer's credential. */
static double
cycle_of(const struct check *check, const struct held *held)
{
    const struct pack_credential *known = held->known;
    if (!known || known->generic || known->renewal_years <= 0 ||
        known->disputed || str_is(pack_str(known->confidence), "low"))
        return 0;
    struct str issuer = held->entry->issuer.s;
    bool named = issuer.len || held->spelled_out;
    if (issuer.len && known->issuer.len &&
        !credential_issued_by(check, known, issuer))
        return 0;
    if (known->ambiguous.count && !named)
        return str_is(pack_str(known->confidence), "high")
                   ? known->renewal_years
                   : 0;
    if (str_is(pack_str(known->kind), "belt") && !issuer.len)
        return 0;
    return known->renewal_years;
}

static struct date
end_of_cycle(const struct held *held, const struct date *last, double years)
{
    struct date end = *last;
    int months = (int)(years * 12 + 0.5);
    end.year += months / 12;
    if (months % 12 && end.month) {
        int sum = end.month - 1 + months % 12;
        end.year += sum / 12;
        end.month = sum % 12 + 1;
    }
    if (held->known->renews_by_calendar) {
        end.month = 12;
        end.day = 31;
    }
    return end;
}

static void
lapsed(struct check *check, const struct held *held)
{
    const struct certification *entry = held->entry;
    const struct date *last =
        entry->renewed.year ? &entry->renewed : &entry->issued;
    double years = cycle_of(check, held);
    if (years == 0 || !last->year)
        return;
    struct date end = end_of_cycle(held, last, years);
    if (!has_passed(check, &end))
        return;
    struct finding *finding =
        on_date(check, CODE_C105, held, last,
                str_format(check->arena,
                           "Date %.*s: its cycle is %.*s year%s, the last date "
                           "is %.*s.",
                           STR_ARG(held->label),
                           STR_ARG(check_print_value(check->arena, years)),
                           years == 1 ? "" : "s", STR_ARG(last->typed.s)));
    finding_help(finding, "renewed: when you renewed it, or expires:");
    if (held->known->renewal.len)
        finding_help(finding, "to renew: %.*s",
                     STR_ARG(pack_str(held->known->renewal)));
}

static bool
is_undated(const struct held *held)
{
    const struct certification *entry = held->entry;
    bool lasts =
        held->known && (held->known->renewal_years == 0 ||
                        str_is(pack_str(held->known->kind), "license"));
    if (entry->state.s.len)
        lasts = true; /* a license, whatever its name */
    return held->standing == STANDING_HELD && !entry->issued.typed.s.len &&
           !entry->renewed.typed.s.len && !entry->expires.typed.s.len && !lasts;
}

/* Said once: who gives no dates gives none for any. */
static void
undated(struct check *check, const struct credentials *all)
{
    size_t count = 0;
    const struct held *first = NULL;
    struct buf names = buf_new(check->arena);
    for (size_t i = 0; i < all->held.count; i++) {
        const struct held *held = &all->held.at[i];
        if (!is_undated(held))
            continue;
        first = first ? first : held;
        if (count++ < 3)
            buf_print(&names, "%s%.*s", count > 1 ? ", " : "",
                      STR_ARG(held->label));
    }
    if (!first)
        return;
    struct str message = str_format(check->arena, "Say when you earned %.*s.",
                                    STR_ARG(first->label));
    if (count > 1)
        message = str_format(check->arena,
                             "Say when you earned your certifications; %zu "
                             "have no date.",
                             count);
    struct finding *finding = on_date(check, CODE_C105, first, NULL, message);
    if (finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
    if (count > 1)
        finding_help(finding, "%.*s%s", STR_ARG(buf_str(&names)),
                     count > 3 ? " and more" : "");
    finding_help(finding, "issued: %d-05", check->today.year - 1);
}

void
credentials_undated(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    undated(check, all);
    for (size_t i = 0; i < all->held.count; i++) {
        const struct held *held = &all->held.at[i];
        if (held->standing != STANDING_HELD)
            continue;
        if (held->entry->expires.year)
            runs_out(check, held);
        else if (!held->entry->expires.typed.s.len)
            lapsed(check, held);
    }
}
