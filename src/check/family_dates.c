/* D101, D104, D105: dates against the calendar, today and each other. */
#include <limits.h>

#include "rule.h"
#include "years.h"

/* ---- telling a date ---------------------------------------------------- */

/* A configured severity that is lower stays. */
static void
soften(struct finding *finding, enum severity most)
{
    if (finding->severity > most)
        finding->severity = most;
}

static struct str
print_month(struct arena *arena, int month)
{
    return str_format(arena, "%d-%02d", month / 12, month % 12 + 1);
}

static struct finding *
wrong_date(struct check *check, const struct date *date,
           const struct item *item, const char *key, struct str reason)
{
    struct finding *finding =
        finding_add(check->findings, CODE_D101, node_span(date->typed.node),
                    "Correct %s: %.*s.", key, STR_ARG(reason));
    finding->path = item->path.len ? str_format(check->arena, "%.*s.%s",
                                                STR_ARG(item->path), key)
                                   : str_from(key);
    return finding;
}

/* A date and where it stands. */
struct dated {
    const struct date *date;
    const struct item *item;
    const char *key;
};

static void
in_order(struct check *check, struct dated first, struct dated last)
{
    const struct date *start = first.date, *end = last.date;
    if (!start->year || !end->year || date_compare(end, start) >= 0)
        return;
    struct str reason =
        str_format(check->arena, "%.*s is before %s, %.*s",
                   STR_ARG(end->typed.s), first.key, STR_ARG(start->typed.s));
    (void)wrong_date(check, end, last.item, last.key, reason);
}

/* Months ahead of today, at least 1 when it is ahead; 0: it is not. */
static int
months_ahead(const struct check *check, const struct date *date)
{
    if (!check->today.year || !date->year ||
        date_compare(date, &check->today) <= 0)
        return 0;
    int months = date_months(date, false) - date_months(&check->today, false);
    return months > 0 ? months : 1;
}

static struct finding *
still_to_come(struct check *check, struct dated at)
{
    struct str reason =
        str_format(check->arena, "%.*s is after today, %d-%02d-%02d",
                   STR_ARG(at.date->typed.s), check->today.year,
                   check->today.month, check->today.day);
    return wrong_date(check, at.date, at.item, at.key, reason);
}

static void
not_ahead(struct check *check, struct dated at, enum severity most,
          const char *help)
{
    if (!months_ahead(check, at.date))
        return;
    struct finding *finding = still_to_come(check, at);
    soften(finding, most);
    if (help)
        finding_help(finding, "%s", help);
}

/* ---- D101: work -------------------------------------------------------- */

static bool
holds_list(struct check *check, struct str text, enum lexicon_list list)
{
    if (!text.len)
        return false;
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    size_t term;
    for (size_t i = 0; i < tokens.count; i++)
        if (lexicon_match(&tokens, i, list, &term))
            return true;
    return false;
}

/* What begins soon and says so is no slip; nor is a stay whose end is known
   as well, as of next summer's intern. */
static void
start_of_work(struct check *check, struct dated start, const struct date *end,
              struct str position)
{
    int months = months_ahead(check, start.date);
    if (!months ||
        (months <= 24 && holds_list(check, position, LEXICON_UPCOMING)))
        return;
    struct finding *finding = still_to_come(check, start);
    if (months <= 24 && end->year)
        soften(finding, SEVERITY_HINT);
    finding_help(finding,
                 "say so in the position when it is agreed on: "
                 "\"Incoming %.*s\"",
                 STR_ARG(position.len ? position : STR("Practice Manager")));
}

/* Contracts and terms of office end ahead of today; decades ahead is a slip. */
static void
end_of_work(struct check *check, struct dated end)
{
    enum { TERM = 12, LONGEST_TERM = 120 };
    int months = months_ahead(check, end.date);
    if (months <= TERM)
        return;
    struct finding *finding = still_to_come(check, end);
    if (months <= LONGEST_TERM)
        soften(finding, SEVERITY_HINT);
    finding_help(finding, "%s: present", end.key);
}

/* A year so early that it looks like a birth. */
static void
birth_like(struct check *check, struct dated start, const struct date *end,
           int longest_years)
{
    int until = end->year ? end->year : check->today.year;
    if (!start.date->year || !until ||
        until - start.date->year <= longest_years)
        return;
    struct str reason = str_format(check->arena, "%.*s to %d are %d years",
                                   STR_ARG(start.date->typed.s), until,
                                   until - start.date->year);
    struct finding *finding =
        wrong_date(check, start.date, start.item, start.key, reason);
    soften(finding, SEVERITY_WARNING);
    finding_help(finding, "a year of birth has no place in a resume");
}

static void
work_dates(struct check *check, const struct item *item,
           const struct date *start, const struct date *end,
           struct str position)
{
    enum { LONGEST_WORK = 55 };
    struct dated from = {start, item, "start_date"};
    struct dated to = {end, item, "end_date"};
    in_order(check, from, to);
    start_of_work(check, from, end, position);
    end_of_work(check, to);
    birth_like(check, from, end, LONGEST_WORK);
}

static void
experience_dates(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *employer = &candidate->experience.at[i];
        for (size_t j = 0; j < employer->positions.count; j++) {
            const struct position *position = &employer->positions.at[j];
            work_dates(check,
                       employer->has_positions ? &position->item
                                               : &employer->item,
                       &position->start_date, &position->end_date,
                       position->position.s);
        }
    }
    for (size_t i = 0; i < candidate->volunteer.count; i++) {
        const struct volunteer *entry = &candidate->volunteer.at[i];
        work_dates(check, &entry->item, &entry->start_date, &entry->end_date,
                   entry->position.s);
    }
}

/* ---- D101: learning ---------------------------------------------------- */

static void
education_dates(struct check *check)
{
    enum { LONGEST_STUDY = 16 };
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->education.count; i++) {
        const struct education *entry = &candidate->education.at[i];
        struct dated from = {&entry->start_date, &entry->item, "start_date"};
        struct dated to = {&entry->end_date, &entry->item, "end_date"};
        struct dated expected = {&entry->expected, &entry->item, "expected"};
        in_order(check, from, to);
        in_order(check, from, expected);
        if (!entry->expected.year && !months_ahead(check, &entry->end_date))
            not_ahead(check, from, SEVERITY_ERROR,
                      "expected: month and year of the degree");
        if (entry->end_date.year)
            birth_like(check, from, &entry->end_date, LONGEST_STUDY);
    }
}

static void
certification_dates(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->certifications.count; i++) {
        const struct certification *held = &candidate->certifications.at[i];
        struct dated issued = {&held->issued, &held->item, "issued"};
        struct dated renewed = {&held->renewed, &held->item, "renewed"};
        struct dated expires = {&held->expires, &held->item, "expires"};
        in_order(check, issued, renewed);
        in_order(check, issued, expires);
        in_order(check, renewed, expires);
        if (held->status.value == CERTIFICATION_IN_PROGRESS)
            continue;
        not_ahead(check, issued, SEVERITY_ERROR,
                  "status: in_progress, and expected: with the month");
        not_ahead(check, renewed, SEVERITY_ERROR, NULL);
    }
}

/* ---- D101: the rest ---------------------------------------------------- */

static void
past_events(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->awards.count; i++) {
        const struct award *award = &candidate->awards.at[i];
        struct dated date = {&award->date, &award->item, "date"};
        not_ahead(check, date, SEVERITY_ERROR, NULL);
    }
    for (size_t i = 0; i < candidate->testimonials.count; i++) {
        const struct testimonial *quote = &candidate->testimonials.at[i];
        struct dated date = {&quote->date, &quote->item, "date"};
        not_ahead(check, date, SEVERITY_ERROR, NULL);
    }
    for (size_t i = 0; i < candidate->work_samples.count; i++) {
        const struct work_sample *sample = &candidate->work_samples.at[i];
        struct dated date = {&sample->date, &sample->item, "date"};
        not_ahead(check, date, SEVERITY_WARNING, NULL);
    }
}

/* A course or a talk is often booked; it counts when it has been. */
static void
booked_events(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    const char *help = "add it when it has taken place";
    for (size_t i = 0; i < candidate->development.count; i++) {
        const struct development *course = &candidate->development.at[i];
        struct dated date = {&course->date, &course->item, "date"};
        not_ahead(check, date, SEVERITY_WARNING, help);
    }
    for (size_t i = 0; i < candidate->multimedia.count; i++) {
        const struct multimedia *medium = &candidate->multimedia.at[i];
        struct dated date = {&medium->date, &medium->item, "date"};
        not_ahead(check, date, SEVERITY_WARNING, help);
    }
}

static void
other_dates(struct check *check)
{
    static const struct item top;
    const struct candidate *candidate = check->candidate;
    struct dated modified = {&candidate->meta.last_modified, &top,
                             "meta.last_modified"};
    for (size_t i = 0; i < candidate->memberships.count; i++) {
        const struct membership *entry = &candidate->memberships.at[i];
        struct dated since = {&entry->since, &entry->item, "since"};
        struct dated until = {&entry->until, &entry->item, "until"};
        in_order(check, since, until);
        not_ahead(check, since, SEVERITY_WARNING, NULL);
    }
    for (size_t i = 0; i < candidate->career_breaks.count; i++) {
        const struct career_break *entry = &candidate->career_breaks.at[i];
        struct dated start = {&entry->start, &entry->item, "start"};
        struct dated end = {&entry->end, &entry->item, "end"};
        in_order(check, start, end);
    }
    if (months_ahead(check, modified.date) > 1)
        not_ahead(check, modified, SEVERITY_WARNING, NULL);
}

static void
custom_dates(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->custom.count; i++)
        for (size_t j = 0; j < candidate->custom.at[i].entries.count; j++) {
            const struct custom_entry *entry =
                &candidate->custom.at[i].entries.at[j];
            struct dated start = {&entry->start_date, &entry->item,
                                  "start_date"};
            struct dated end = {&entry->end_date, &entry->item, "end_date"};
            in_order(check, start, end);
        }
}

static void
dates(struct check *check)
{
    experience_dates(check);
    education_dates(check);
    certification_dates(check);
    past_events(check);
    booked_events(check);
    other_dates(check);
    custom_dates(check);
}

/* ---- D104: cases and figures against the employer's dates --------------- */

static bool
is_named(const struct experience *employer, struct str name)
{
    if (str_equal_nocase(employer->organization.s, name))
        return true;
    for (size_t i = 0; i < employer->aliases.count; i++)
        if (str_equal_nocase(employer->aliases.at[i].s, name))
            return true;
    return false;
}

/* From the first day to the last at all positions there, widely; `from` is
   INT_MAX when it is not an employer, INT_MIN when a date is missing. */
static struct stretch
time_at(const struct check *check, struct str name)
{
    struct stretch all = {INT_MAX, INT_MIN};
    for (size_t i = 0; i < check->candidate->experience.count; i++) {
        const struct experience *employer = &check->candidate->experience.at[i];
        if (!is_named(employer, name))
            continue;
        for (size_t j = 0; j < employer->positions.count; j++) {
            const struct position *position = &employer->positions.at[j];
            struct stretch at =
                stretch_between(check, &position->start_date,
                                &position->end_date, STRETCH_WIDE);
            if (at.to <= at.from)
                return (struct stretch){INT_MIN, INT_MAX};
            all.from = at.from < all.from ? at.from : all.from;
            all.to = at.to > all.to ? at.to : all.to;
        }
    }
    return all;
}

static bool
lies_outside(const struct check *check, const struct period *period,
             struct stretch there)
{
    int grace = (int)check_param(check, CODE_D104, "grace_months");
    /* A year without month may be any part of it. */
    int begin = date_months(&period->start, true);
    int end = period->end.is_present || !period->end.year
                  ? begin
                  : date_months(&period->end, false);
    return begin < there.from - grace || end >= there.to + grace;
}

static void
case_period(struct check *check, const struct case_study *study)
{
    const struct period *period = &study->period;
    struct str name = study->organization.s;
    if (!name.len || !period->start.year)
        return;
    struct stretch there = time_at(check, name);
    if (there.from == INT_MAX || there.from == INT_MIN ||
        !lies_outside(check, period, there))
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_D104, node_span(period->node),
        "Check the period; you were at %.*s %.*s to %.*s.", STR_ARG(name),
        STR_ARG(print_month(check->arena, there.from)),
        STR_ARG(print_month(check->arena, there.to - 1)));
    finding->path =
        str_format(check->arena, "%.*s.period", STR_ARG(study->item.path));
    finding_help(finding, "a result measured later: end the period with your "
                          "last month and tell the later figure in words");
}

static void
cases_in_time(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        case_period(check, &candidate->case_studies.at[i]);
}

/* A figure cannot be known before its period is over. */
static void
metric_in_time(struct check *check, const struct metric *metric)
{
    const struct period *period = &metric->period;
    if (!metric->after.given || period->end.is_present ||
        !months_ahead(check, &period->end))
        return;
    struct finding *finding =
        finding_add(check->findings, CODE_D104, node_span(period->node),
                    "Check the period; it ends after today, %d-%02d-%02d.",
                    check->today.year, check->today.month, check->today.day);
    finding->path =
        str_format(check->arena, "%.*s.period", STR_ARG(metric->item.path));
    finding_help(finding, "end it with the last month that has been measured");
}

/* ---- D105 -------------------------------------------------------------- */

/* A position that takes the whole week. */
struct whole_job {
    const struct experience *employer;
    const struct position *position;
    const struct item *item;
    struct stretch narrow;
    bool manages;
    bool end_is_left_out;
};
typedef LIST(struct whole_job) job_list;

static bool
is_side_job(struct check *check, const struct experience *employer,
            const struct position *position)
{
    if (holds_list(check, position->position.s, LEXICON_SIDE_JOB) ||
        holds_list(check, employer->organization.s, LEXICON_SIDE_JOB) ||
        holds_list(check, position->summary.plain, LEXICON_SIDE_JOB) ||
        holds_list(check, employer->summary.plain, LEXICON_SIDE_JOB))
        return true;
    for (size_t i = 0; i < position->highlights.count && i < 2; i++)
        if (holds_list(check, position->highlights.at[i].text.plain,
                       LEXICON_SIDE_JOB))
            return true;
    return false;
}

static void
collect_jobs(struct check *check, job_list *jobs)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *employer = &candidate->experience.at[i];
        if (employer->kind.value > EXPERIENCE_EMPLOYMENT)
            continue;
        for (size_t j = 0; j < employer->positions.count; j++) {
            const struct position *position = &employer->positions.at[j];
            struct stretch narrow =
                stretch_between(check, &position->start_date,
                                &position->end_date, STRETCH_NARROW);
            if (narrow.to <= narrow.from)
                continue;
            *list_add(check->arena, jobs) = (struct whole_job){
                .employer = employer,
                .position = position,
                .item =
                    employer->has_positions ? &position->item : &employer->item,
                .narrow = narrow,
                .end_is_left_out = !position->end_date.typed.node,
            };
        }
    }
}

static int
overlap(const struct whole_job *a, const struct whole_job *b)
{
    int from =
        a->narrow.from > b->narrow.from ? a->narrow.from : b->narrow.from;
    int to = a->narrow.to < b->narrow.to ? a->narrow.to : b->narrow.to;
    return to - from;
}

/* Both in charge; or the older one has no end and the newer one goes on. */
static bool
cannot_be(struct check *check, struct whole_job *older, struct whole_job *newer)
{
    older->manages = check_is_managing(check, older->position);
    newer->manages = check_is_managing(check, newer->position);
    bool forgotten =
        older->end_is_left_out && newer->narrow.from > older->narrow.from;
    if (!forgotten && !(older->manages && newer->manages))
        return false;
    return !is_side_job(check, older->employer, older->position) &&
           !is_side_job(check, newer->employer, newer->position);
}

/* Somebody with many at once leads a life of such positions. More jobs than
   this are not compared: the cost is the square. */
enum { MOST_OVERLAPS = 2, MOST_JOBS = 64 };

struct two_jobs {
    struct whole_job *older, *newer;
};

static size_t
find_overlaps(struct check *check, job_list *jobs, struct two_jobs *found)
{
    double most = check_param(check, CODE_D105, "max_overlap_months");
    size_t count = 0;
    for (size_t i = 0; i < jobs->count && i < MOST_JOBS; i++)
        for (size_t j = i + 1; j < jobs->count && j < MOST_JOBS; j++) {
            struct whole_job *a = &jobs->at[i], *b = &jobs->at[j];
            if (a->employer == b->employer || overlap(a, b) <= most ||
                str_equal_nocase(a->employer->organization.s,
                                 b->employer->organization.s))
                continue;
            if (count == MOST_OVERLAPS)
                return count + 1;
            bool a_is_older = a->narrow.from < b->narrow.from;
            found[count++] =
                a_is_older ? (struct two_jobs){a, b} : (struct two_jobs){b, a};
        }
    return count;
}

static void
overlaps(struct check *check)
{
    struct two_jobs found[MOST_OVERLAPS];
    job_list jobs = {0};
    collect_jobs(check, &jobs);
    size_t count = find_overlaps(check, &jobs, found);
    if (count > MOST_OVERLAPS)
        return;
    for (size_t i = 0; i < count; i++) {
        struct whole_job *older = found[i].older, *newer = found[i].newer;
        if (!cannot_be(check, older, newer))
            continue;
        const struct date *end = &older->position->end_date;
        struct finding *finding = finding_add(
            check->findings, CODE_D105,
            node_span(end->typed.node ? end->typed.node
                                      : older->position->start_date.typed.node),
            "Check the dates; %.*s runs %d months beside %.*s.",
            STR_ARG(older->employer->organization.s), overlap(older, newer),
            STR_ARG(newer->employer->organization.s));
        finding->path = older->item->path;
        finding_help(finding, "%s",
                     older->end_is_left_out
                         ? "without end_date it goes on until today"
                         : "if both are true, say so: part-time, interim, "
                           "consultant");
    }
}

const struct rule rules_dates[] = {
    {.code = CODE_D101, .document = dates, .any_language = true},
    {.code = CODE_D104,
     .document = cases_in_time,
     .any_language = true,
     .params = {{"grace_months", 2}}},
    {.code = CODE_D104, .metric = metric_in_time, .any_language = true},
    {.code = CODE_D105,
     .document = overlaps,
     .params = {{"max_overlap_months", 6}}},
    {.document = NULL},
};
