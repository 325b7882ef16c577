/* D102, D103: months that nothing covers, and years that are claimed. */
#include "rule.h"
#include "years.h"

/* ---- D102 -------------------------------------------------------------- */

static void
cover(struct check *check, stretch_list *list, const struct date *start,
      const struct date *end)
{
    stretches_add(check->arena, list,
                  stretch_between(check, start, end, STRETCH_WIDE));
}

/* A degree with its end alone took its usual years. */
static void
cover_study(struct check *check, stretch_list *list,
            const struct education *entry)
{
    enum { USUAL_STUDY = 48 };
    const struct date *end =
        entry->end_date.year ? &entry->end_date : &entry->expected;
    if (entry->start_date.year) {
        cover(check, list, &entry->start_date, end);
    } else if (end->year) {
        int to = date_months(end, true) + 1;
        stretches_add(check->arena, list,
                      (struct stretch){to - USUAL_STUDY, to});
    }
}

static void
cover_others(struct check *check, stretch_list *list)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->education.count; i++)
        cover_study(check, list, &candidate->education.at[i]);
    for (size_t i = 0; i < candidate->volunteer.count; i++)
        cover(check, list, &candidate->volunteer.at[i].start_date,
              &candidate->volunteer.at[i].end_date);
    for (size_t i = 0; i < candidate->career_breaks.count; i++)
        cover(check, list, &candidate->career_breaks.at[i].start,
              &candidate->career_breaks.at[i].end);
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        cover(check, list, &candidate->case_studies.at[i].period.start,
              &candidate->case_studies.at[i].period.end);
    for (size_t i = 0; i < candidate->custom.count; i++)
        for (size_t j = 0; j < candidate->custom.at[i].entries.count; j++) {
            const struct custom_entry *entry =
                &candidate->custom.at[i].entries.at[j];
            cover(check, list, &entry->start_date, &entry->end_date);
        }
}

/* All positions have a start; a missing one may be the very gap. */
static bool
cover_work(struct check *check, stretch_list *list)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count;
             j++) {
            const struct position *position =
                &candidate->experience.at[i].positions.at[j];
            const struct date *end = &position->end_date;
            if (!position->start_date.year ||
                (end->typed.node && !date_is_given(end)))
                return false;
            cover(check, list, &position->start_date, end);
        }
    return list->count > 0;
}

static bool
is_studying(const struct check *check)
{
    enum { RECENT = 12 };
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->education.count; i++) {
        const struct education *entry = &candidate->education.at[i];
        if (date_is_given(&entry->expected) || entry->end_date.is_present ||
            (entry->end_date.year &&
             check_months_since(check, &entry->end_date) <= RECENT))
            return true;
    }
    return false;
}

/* The position that begins when the gap ends, else the one that ended when it
   began. */
static const struct position *
beside_gap(const struct check *check, struct stretch gap)
{
    const struct position *before = NULL;
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count;
             j++) {
            const struct position *position =
                &candidate->experience.at[i].positions.at[j];
            struct stretch at =
                stretch_between(check, &position->start_date,
                                &position->end_date, STRETCH_WIDE);
            if (at.from == gap.to)
                return position;
            if (at.to == gap.from)
                before = position;
        }
    return before;
}

static struct str
month_text(struct check *check, int month)
{
    return str_format(check->arena, "%d-%02d", month / 12, month % 12 + 1);
}

static void
report_gap(struct check *check, struct stretch gap, bool is_open)
{
    struct str from = month_text(check, gap.from);
    struct str to = month_text(check, gap.to - 1);
    const struct position *beside = beside_gap(check, gap);
    const struct node *node = NULL;
    if (beside && beside->end_date.typed.node)
        node = beside->end_date.typed.node;
    if (beside && !is_open && beside->start_date.typed.node &&
        stretch_between(check, &beside->start_date, &beside->end_date,
                        STRETCH_WIDE)
                .from == gap.to)
        node = beside->start_date.typed.node;
    struct str when =
        is_open ? str_format(check->arena, "time since %.*s", STR_ARG(from))
                : str_format(check->arena, "gap %.*s to %.*s", STR_ARG(from),
                             STR_ARG(to));
    struct finding *finding =
        finding_add(check->findings, CODE_D102, node ? node->span : SPAN_NONE,
                    "Explain the %.*s (%d months) or add a career break.",
                    STR_ARG(when), gap.to - gap.from);
    if (beside)
        finding->path = beside->item.path;
    finding_help(finding, "career_breaks: [{start: %.*s%s%.*s}]", STR_ARG(from),
                 is_open ? "" : ", end: ", STR_ARG(is_open ? STR("") : to));
}

static void
gaps(struct check *check)
{
    stretch_list covered = {0};
    int least = (int)check_param(check, CODE_D102, "max_gap_months");
    int years = (int)check_param(check, CODE_D102, "lookback_years");
    if (!check->today.year || (check->beginner && is_studying(check)) ||
        !cover_work(check, &covered))
        return;
    cover_others(check, &covered);
    stretches_join(&covered);
    const stretch_list *work = &check_years(check)->work_most;
    if (!covered.count || !work->count)
        return;
    int now = date_months(&check->today, false);
    struct stretch within = {now - 12 * years, now};
    /* Before the first position shown stand those that are left out. */
    if (work->at[0].from > within.from)
        within.from = work->at[0].from;
    stretch_list open = stretches_gaps(check->arena, &covered, within);
    for (size_t i = 0; i < open.count; i++) {
        struct stretch gap = open.at[i];
        /* One that began before is as old as the rest. */
        if (gap.from > within.from && gap.to - gap.from > least)
            report_gap(check, gap, gap.to == within.to);
    }
}

/* ---- D103: reading a claim --------------------------------------------- */

/* "over fifteen years of management experience" */
struct claim {
    int years;
    size_t first, last; /* tokens: from the number to the word years */
    size_t number;      /* token of digits, or SIZE_MAX */
    bool about;         /* nearly, around */
    bool is_management;
    bool follows_one; /* "15 years of ..., 9 years of ..." */
};

enum { CLAIM_REACH = 9 }; /* tokens from "years" to "experience" */

static bool
in_list(const struct tokens *tokens, size_t i, enum lexicon_list list)
{
    size_t term;
    return i < tokens->count && lexicon_match(tokens, i, list, &term) > 0;
}

static bool
is_one_of(const struct tokens *tokens, size_t i, const char *const *words)
{
    for (; i < tokens->count && *words; words++)
        if (token_is(tokens, i, *words))
            return true;
    return false;
}

static bool
ends_sentence(const struct tokens *tokens, size_t i)
{
    return token_is_symbol(tokens, i, '.') || token_is_symbol(tokens, i, ';') ||
           token_is_symbol(tokens, i, '!') || token_is_symbol(tokens, i, '?');
}

/* The number word at i, or 0. */
static int
spelled(const struct tokens *tokens, size_t i)
{
    size_t term, count;
    const struct lexicon_term *terms =
        lexicon_terms(tokens->pack, LEXICON_SPELLED, &count);
    if (!lexicon_match(tokens, i, LEXICON_SPELLED, &term))
        return 0;
    return (int)terms[term].value;
}

static int
number_at(const struct tokens *tokens, size_t i)
{
    uint64_t value;
    if (tokens->at[i].kind == TOKEN_NUMBER &&
        str_to_u64(token_text(tokens, i), &value))
        return value <= 99 ? (int)value : 0;
    return spelled(tokens, i);
}

/* The number that ends before token `unit`, with its "+": fills in first. */
static bool
read_number(const struct tokens *tokens, size_t unit, struct claim *claim)
{
    size_t i = unit;
    while (i > 0 && (token_is_symbol(tokens, i - 1, '+') ||
                     token_is_symbol(tokens, i - 1, '-') ||
                     token_is(tokens, i - 1, "plus")))
        i--;
    if (i == 0)
        return false;
    claim->first = i - 1;
    claim->years = number_at(tokens, i - 1);
    claim->number = tokens->at[i - 1].kind == TOKEN_NUMBER ? i - 1 : SIZE_MAX;
    if (token_is(tokens, i - 1, "a") || token_is(tokens, i - 1, "one"))
        claim->years = 1;
    if (claim->years <= 0)
        return false;
    bool joined = i >= 3 && token_is_symbol(tokens, i - 2, '-');
    size_t other = joined ? i - 3 : i - 2;
    int before = i >= 2 && other < i ? number_at(tokens, other) : 0;
    if (before >= 20 && before % 10 == 0 && claim->years < 10 &&
        claim->number == SIZE_MAX) {
        claim->years += before; /* twenty-five */
        claim->first = other;
    } else if (joined && before > 0 && before < claim->years) {
        claim->years = before; /* 10-15: the least counts */
        claim->number = SIZE_MAX;
        claim->first = other;
    }
    return true;
}

static bool
read_years(const struct tokens *tokens, size_t i, struct claim *claim)
{
    static const char *const years[] = {"year", "years", "yr",
                                        "yrs",  "yoe",   NULL};
    static const char *const decades[] = {"decade", "decades", NULL};
    bool is_decade = is_one_of(tokens, i, decades);
    *claim = (struct claim){
        .last = i, .number = SIZE_MAX, .follows_one = claim->follows_one};
    if ((!is_decade && !is_one_of(tokens, i, years)) ||
        !read_number(tokens, i, claim))
        return false;
    if (!is_decade)
        return claim->years > 1;
    claim->years *= 10;
    claim->number = SIZE_MAX;
    if (token_is(tokens, i + 1, "and") && token_is(tokens, i + 2, "a") &&
        token_is(tokens, i + 3, "half")) {
        claim->years += 5;
        claim->last = i + 3;
    }
    return claim->first == 0 || !token_is(tokens, claim->first - 1, "half");
}

/* Left of words such as "more than": the token that governs the number, or
   SIZE_MAX at the start of the sentence. */
static size_t
governor(const struct tokens *tokens, struct claim *claim)
{
    static const char *const skipped[] = {
        "over", "more",   "than",  "a",     "the",    "an",     "my",
        "at",   "least",  "some",  "of",    "total",  "well",   "upwards",
        "up",   "to",     "full",  "solid", "proven", "strong", "just",
        "now",  "beyond", "above", NULL};
    static const char *const about[] = {"nearly",        "almost", "about",
                                        "approximately", "around", "close",
                                        "roughly",       NULL};
    size_t i = claim->first;
    while (i > 0) {
        bool is_about = is_one_of(tokens, i - 1, about) ||
                        token_is_symbol(tokens, i - 1, '~');
        claim->about |= is_about;
        if (!is_about && !is_one_of(tokens, i - 1, skipped))
            break;
        i--;
    }
    return i > 0 && !ends_sentence(tokens, i - 1) ? i - 1 : SIZE_MAX;
}

/* Engineers, the team, a hospital: with years of their own. */
static bool
is_somebody_else(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    struct str word = token_text(tokens, i);
    if (token->kind != TOKEN_WORD)
        return false;
    if (token->classes & (LEXICON_BIT(COLLECTIVE) | LEXICON_BIT(UNIT_PLACES) |
                          LEXICON_BIT(UNIT_CLIENTS)))
        return true;
    return token->classes & LEXICON_BIT(UNIT_STAFF) && word.len > 3 &&
           word.at[word.len - 1] == 's';
}

/* Of the person, not of a team, a house or a requirement. */
static bool
is_shared(const struct tokens *tokens, const struct claim *claim, size_t owner)
{
    size_t from = claim->first, to = claim->last + 1;
    while (from > 0 && !ends_sentence(tokens, from - 1))
        from--;
    while (to < tokens->count && !ends_sentence(tokens, to) &&
           to < claim->last + 2 * CLAIM_REACH)
        to++;
    for (size_t i = from; i < to; i++)
        if (in_list(tokens, i, LEXICON_CLAIM_SHARED))
            return true;
    return owner != SIZE_MAX && owner > 0 &&
           in_list(tokens, owner, LEXICON_CLAIM_OWNER) &&
           is_somebody_else(tokens, owner - 1);
}

static bool
is_anothers_experience(const struct tokens *tokens, size_t i)
{
    static const char *const whose[] = {"patient",  "customer", "user",
                                        "client",   "guest",    "employee",
                                        "resident", "member",   NULL};
    static const char *const data[] = {"data",    "scores", "survey",
                                       "surveys", "score",  NULL};
    return (i > 0 && is_one_of(tokens, i - 1, whose)) ||
           is_one_of(tokens, i + 1, data);
}

/* Token of "experience" right of the years, or SIZE_MAX. */
static size_t
find_experience(const struct tokens *tokens, const struct claim *claim)
{
    size_t after = claim->last + 1;
    bool of = token_is(tokens, after, "of") || token_is(tokens, after, "in");
    size_t reach = claim->last + (of ? CLAIM_REACH : 5);
    for (size_t i = after; i < tokens->count && i <= reach; i++) {
        if (ends_sentence(tokens, i))
            break;
        if ((token_is(tokens, i, "experience") ||
             token_is(tokens, i, "expertise")) &&
            !is_anothers_experience(tokens, i))
            return i;
    }
    return SIZE_MAX;
}

/* "experience of more than 15 years", "experience (15 years)" */
static bool
follows_experience(const struct tokens *tokens, size_t owner)
{
    static const char *const links[] = {
        "of", "spanning", "across", "covering", "totaling", "exceeding", NULL};
    if (owner == SIZE_MAX)
        return false;
    bool linked = is_one_of(tokens, owner, links) ||
                  token_is_symbol(tokens, owner, ':') ||
                  token_is_symbol(tokens, owner, '(');
    if (linked && owner > 0)
        owner--;
    return token_is(tokens, owner, "experience") ||
           (linked && token_is(tokens, owner, "career"));
}

/* "with 15 years in clinics", "spent a decade leading", "15-year career" */
static bool
is_of_person(const struct tokens *tokens, const struct claim *claim,
             size_t owner)
{
    static const char *const careers[] = {"career", "veteran", NULL};
    size_t next = claim->last + 1;
    if (token_is_symbol(tokens, next, '-') || token_is(tokens, next, "old"))
        return false; /* 30-year-old */
    if (is_one_of(tokens, next, careers))
        return true;
    bool listed =
        claim->follows_one && owner != SIZE_MAX &&
        (token_is_symbol(tokens, owner, ',') || token_is(tokens, owner, "and"));
    bool owned =
        owner == SIZE_MAX || listed ||
        in_list(tokens, owner, LEXICON_CLAIM_OWNER) ||
        (owner > 0 && in_list(tokens, owner - 1, LEXICON_CLAIM_OWNER) &&
         tokens->at[owner - 1].phrase_len > 1);
    if (!owned || next >= tokens->count)
        return false;
    if (token_is(tokens, next, "in") || token_is(tokens, next, "as"))
        return true;
    if (token_is(tokens, next, "of"))
        next++;
    return in_list(tokens, next, LEXICON_CLAIM_FIELD) ||
           in_list(tokens, next + 1, LEXICON_CLAIM_FIELD);
}

static bool
holds_other_time(const struct tokens *tokens, const struct claim *claim,
                 size_t to)
{
    for (size_t i = claim->last + 1; i <= to && i < tokens->count; i++)
        if (in_list(tokens, i, LEXICON_CLAIM_OTHER))
            return true;
    return false;
}

static bool
names_management(const struct tokens *tokens, const struct claim *claim,
                 size_t to)
{
    bool found = false;
    for (size_t i = claim->last + 1; i <= to && i < tokens->count; i++) {
        if (ends_sentence(tokens, i) || token_is_symbol(tokens, i, ',') ||
            token_is(tokens, i, "and"))
            break;
        found |= in_list(tokens, i, LEXICON_CLAIM_MANAGEMENT);
    }
    return found;
}

/* Whether token i is the "years" of a claim about the person. */
static bool
read_claim(const struct tokens *tokens, size_t i, struct claim *claim)
{
    if (!read_years(tokens, i, claim))
        return false;
    size_t owner = governor(tokens, claim);
    size_t experience = find_experience(tokens, claim);
    size_t to = experience == SIZE_MAX ? claim->last + 4 : experience + 2;
    if (token_is(tokens, claim->last + 1, "ago") ||
        (experience == SIZE_MAX && !follows_experience(tokens, owner) &&
         !is_of_person(tokens, claim, owner)) ||
        is_shared(tokens, claim, owner) || holds_other_time(tokens, claim, to))
        return false;
    claim->is_management = names_management(tokens, claim, to);
    return true;
}

/* ---- D103: against the entries ----------------------------------------- */

static bool
all_have_starts(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count; j++)
            if (!candidate->experience.at[i].positions.at[j].start_date.year)
                return false;
    return candidate->experience.count > 0;
}

static int
first_graduation(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    int first = 0;
    for (size_t i = 0; i < candidate->education.count; i++) {
        int year = candidate->education.at[i].end_date.year;
        if (year && (!first || year < first))
            first = year;
    }
    return first;
}

/* Resumes show ten to fifteen years; who says so, or graduated early enough,
   has left the older ones out. */
static bool
has_older_work(struct check *check, const struct claim *claim, int have_months)
{
    enum { USUALLY_SHOWN = 10 };
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->custom.count; i++) {
        struct tokens title = tokens_read(check->arena, check->pack,
                                          candidate->custom.at[i].title.s);
        for (size_t t = 0; t < title.count; t++)
            if (in_list(&title, t, LEXICON_EARLIER))
                return true;
    }
    int first = first_graduation(check);
    return have_months >= USUALLY_SHOWN * 12 &&
           (!first || check->today.year - first + 1 >= claim->years);
}

/* Since the first day, gaps and all. */
static int
years_since_first(const struct check *check, const struct check_years *years)
{
    const stretch_list *work = &years->work_most;
    if (!work->count)
        return 0;
    return (date_months(&check->today, false) + 1 - work->at[0].from) / 12;
}

static void
report_claim(struct check *check, const struct check_text *text,
             const struct tokens *tokens, const struct claim *claim,
             int have_months, enum severity severity)
{
    size_t from = tokens->at[claim->first].from;
    size_t to = tokens->at[claim->last].to;
    int have = have_months / 12;
    struct finding *finding = check_on_text(
        check, CODE_D103, text, from, to,
        "Entries cover %d year%s%s, the text says %d.", have,
        have == 1 ? "" : "s", claim->is_management ? " of management" : "",
        claim->years);
    if (finding->severity > severity)
        finding->severity = severity;
    if (severity == SEVERITY_HINT)
        finding_help(finding, "add the older positions, one line each, or a "
                              "custom section \"Earlier career\"");
    else if (claim->is_management)
        finding_help(finding,
                     "say \"%d years\", or add the positions that "
                     "show it",
                     have);
    else
        finding_help(finding, "write {years}: it is computed from the "
                              "entries");
    if (claim->number == SIZE_MAX || !have)
        return;
    struct span span =
        check_text_span(check, text, tokens->at[claim->number].from,
                        tokens->at[claim->number].to);
    if (!str_equal(span_text(check->sources, span),
                   token_text(tokens, claim->number)))
        return;
    finding->has_edit = true;
    finding->edit = (struct edit){span, str_format(check->arena, "%d", have)};
}

static void
judge_claim(struct check *check, const struct check_text *text,
            const struct tokens *tokens, const struct claim *claim)
{
    const struct check_years *years = check_years(check);
    double slack = check_param(check, CODE_D103, "tolerance_years");
    double most = (double)(claim->years * 12) - 12 * (slack + claim->about);
    int work = years->work_most_months;
    if (work < most) {
        enum severity severity = SEVERITY_ERROR;
        if (has_older_work(check, claim, work))
            severity = SEVERITY_HINT;
        else if (years_since_first(check, years) + 1 >= claim->years)
            severity = SEVERITY_WARNING;
        struct claim whole = *claim;
        whole.is_management = false;
        report_claim(check, text, tokens, &whole, work, severity);
    } else if (claim->is_management && years->managing_most_months < most) {
        report_claim(check, text, tokens, claim, years->managing_most_months,
                     has_older_work(check, claim, work) ? SEVERITY_HINT
                                                        : SEVERITY_WARNING);
    }
}

static bool
may_claim(const struct check_text *text)
{
    struct str key = str_from(text->in.field->key);
    return text->uses & TEXT_SUMMARY || str_is(key, "headline") ||
           str_is(key, "paragraphs");
}

static void
claimed_years(struct check *check, const struct check_text *text)
{
    if (!may_claim(text) || !check->today.year || !all_have_starts(check))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    struct claim claim = {0};
    for (size_t i = 0; i < tokens->count; i++) {
        if (ends_sentence(tokens, i))
            claim.follows_one = false;
        if (tokens->at[i].kind != TOKEN_WORD || !read_claim(tokens, i, &claim))
            continue;
        judge_claim(check, text, tokens, &claim);
        claim.follows_one = true;
    }
}

const struct rule rules_years[] = {
    {.code = CODE_D102,
     .document = gaps,
     .any_language = true,
     .params = {{"max_gap_months", 6}, {"lookback_years", 10}}},
    {.code = CODE_D103,
     .text = claimed_years,
     .uses = TEXT_SUMMARY | TEXT_BASICS | TEXT_VARIANT,
     .params = {{"tolerance_years", 1}}},
    {.document = NULL},
};
