/* M102, M115, M116: what only the whole shows. */
#include <limits.h>

#include "pack/lexicon.h"
#include "rule.h"

/* ---- M102 -------------------------------------------------------------- */

struct density {
    size_t total, measured;
};

static bool
is_counted(const struct check_bullet *bullet)
{
    return bullet->place == BULLET_EXPERIENCE &&
           bullet->kind == HIGHLIGHT_RESULT && !bullet->is_old;
}

static void
count(struct density *density, const struct check_bullet *bullet)
{
    density->total++;
    density->measured +=
        bullet->reading->verdict == VERDICT_OUTCOME ||
        (bullet->highlight && bullet->highlight->metrics.count);
}

static size_t
wanted(size_t total, double share)
{
    size_t want = 0;
    while ((double)want < share * (double)total)
        want++;
    return want;
}

static bool
is_thin(struct density density, double share)
{
    return density.total >= 3 &&
           (double)density.measured < share * (double)density.total;
}

static void
report_density(struct check *check, struct density density, double share,
               struct span span, struct str path)
{
    struct finding *finding = finding_add(
        check->findings, CODE_M102, span,
        "Quantify more bullets: %zu of %zu %s a result, aim for %zu.",
        density.measured, density.total, density.measured == 1 ? "has" : "have",
        wanted(density.total, share));
    finding->path = path;
    finding_help(finding, "begin with the bullets that open with a verb of "
                          "improvement");
    if (check->beginner && finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
}

static double
share_for(const struct check *check, const struct position *position)
{
    int months = check_months_since(check, &position->end_date);
    bool current =
        position->end_date.is_present || !date_is_given(&position->end_date);
    if (current)
        return check_param(check, CODE_M102, "current_min");
    if (months != INT_MIN && months <= 120)
        return check_param(check, CODE_M102, "past_min");
    return 0;
}

static struct span
title_span(const struct position *position)
{
    return position->position.node ? position->position.node->span
           : position->item.node   ? position->item.node->span
                                   : SPAN_NONE;
}

/* Bullets of a position stand together. */
static void
density(struct check *check)
{
    struct density all = {0, 0};
    bool reported = false;
    for (size_t i = 0; i < check->bullets.count;) {
        const struct position *position = check->bullets.at[i].position;
        struct density here = {0, 0};
        size_t next = i;
        for (; next < check->bullets.count &&
               check->bullets.at[next].position == position;
             next++)
            if (is_counted(&check->bullets.at[next])) {
                count(&here, &check->bullets.at[next]);
                count(&all, &check->bullets.at[next]);
            }
        double share = position ? share_for(check, position) : 0;
        if (position && is_thin(here, share)) {
            report_density(check, here, share, title_span(position),
                           position->item.path);
            reported = true;
        }
        i = next;
    }
    double least = check_param(check, CODE_M102, "doc_min");
    const struct node_pair *experience =
        node_find_pair(check->candidate->node, STR("experience"));
    if (!reported && is_thin(all, least))
        report_density(check, all, least,
                       experience ? experience->key_span : SPAN_NONE,
                       STR("experience"));
}

/* ---- M115 -------------------------------------------------------------- */

static void
see_kpi(const struct check *check, bool *seen, size_t kpi)
{
    size_t count_all;
    (void)pack_kpis(check->pack, &count_all);
    if (kpi < count_all)
        seen[kpi] = true;
}

/* KPIs with a record, or named in a line that has a result. */
bool *
check_seen_kpis(struct check *check)
{
    size_t all;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &all);
    const struct candidate *candidate = check->candidate;
    bool *seen = ARENA_ARRAY(check->arena, all + 1, bool);
    for (size_t i = 0; i < candidate->all_metrics.count; i++) {
        const struct pack_kpi *kpi =
            pack_kpi(check->pack, candidate->all_metrics.at[i]->kpi.s);
        if (kpi)
            see_kpi(check, seen, (size_t)(kpi - kpis));
    }
    for (size_t i = 0; i < check->bullets.count; i++) {
        const struct reading *reading = check->bullets.at[i].reading;
        for (size_t k = 0;
             reading->verdict == VERDICT_OUTCOME && k < reading->kpis.count;
             k++)
            see_kpi(check, seen, reading->kpis.at[k].kpi);
    }
    return seen;
}

static bool
group_holds(const struct pack_kpi_group *group, const struct pack_kpi *kpi)
{
    return pack_list_has(group->kpis, pack_str(kpi->id)) ||
           pack_list_has(group->categories, pack_str(kpi->category));
}

static struct span
metrics_span(const struct check *check)
{
    const struct node *root = check->candidate->node;
    const struct node_pair *pair = node_find_pair(root, STR("metrics"));
    if (!pair)
        pair = node_find_pair(root, STR("experience"));
    return pair ? pair->key_span : SPAN_NONE;
}

/* One finding, however many kinds are absent. */
static void
report_absent(struct check *check, const struct pack_kpi_group *const *absent,
              size_t count)
{
    struct buf names = buf_new(check->arena);
    for (size_t i = 0; i < count; i++)
        buf_print(&names, "%s%.*s",
                  i == 0           ? ""
                  : i + 1 == count ? " and on "
                                   : ", on ",
                  STR_ARG(pack_str(absent[i]->name)));
    struct finding *finding =
        finding_add(check->findings, CODE_M115, metrics_span(check),
                    "Add a result on %.*s.", STR_ARG(buf_str(&names)));
    finding->path = STR("metrics");
    for (size_t i = 0; i < count; i++)
        finding_help(finding, "%.*s: for example %.*s",
                     STR_ARG(pack_str(absent[i]->name)),
                     STR_ARG(pack_str(absent[i]->example)));
}

#define ABSENT_NAMED 3

bool
check_has_results(const struct check *check)
{
    if (check->candidate->all_metrics.count)
        return true;
    for (size_t i = 0; i < check->bullets.count; i++)
        if (check->bullets.at[i].reading->verdict == VERDICT_OUTCOME)
            return true;
    return false;
}

/* Even one that nobody knows, which is R101's. */
static bool
names_role(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (candidate->variants.at[i].target_role.s.len)
            return true;
    return false;
}

/* A measured sum is a figure of money, a shorter time one of speed, also where
   no name of a figure stands beside it. */
static bool
unit_shows(const struct check *check, const struct pack_kpi_group *group)
{
    bool money = pack_list_has(group->categories, STR("finance"));
    bool speed = pack_list_has(group->categories, STR("delivery"));
    for (size_t b = 0; (money || speed) && b < check->bullets.count; b++) {
        const struct reading *reading = check->bullets.at[b].reading;
        for (size_t n = 0; n < reading->numbers.count; n++) {
            const struct reading_number *number = &reading->numbers.at[n];
            if (number->class == NUMBER_OUTCOME &&
                ((money && number->unit == UNIT_MONEY) ||
                 (speed && number->unit == UNIT_TIME)))
                return true;
        }
    }
    return false;
}

/* "Cut waits", "the backlog fell": no figure's name, yet what it is about. */
static bool
word_shows(const struct check *check, const struct pack_kpi_group *group)
{
    for (size_t b = 0; b < check->bullets.count; b++) {
        const struct reading *reading = check->bullets.at[b].reading;
        const struct tokens *tokens = &reading->tokens;
        for (size_t i = 0, term, count;
             reading->verdict == VERDICT_OUTCOME && i < tokens->count; i++) {
            if (!lexicon_match(tokens, i, LEXICON_SIGNATURE_WORD, &term))
                continue;
            const struct lexicon_term *terms =
                lexicon_terms(check->pack, LEXICON_SIGNATURE_WORD, &count);
            if (str_equal(term_group(&terms[term]), pack_str(group->id)))
                return true;
        }
    }
    return false;
}

static void
signature(struct check *check)
{
    size_t groups, all, count = 0;
    const struct pack_kpi_group *absent[ABSENT_NAMED];
    const struct pack_kpi_group *group = pack_kpi_groups(check->pack, &groups);
    const struct pack_kpi *kpis = pack_kpis(check->pack, &all);
    /* With a role its core figures take the place of these: R106. */
    if (check->role || names_role(check) || check->beginner ||
        !check_has_results(check))
        return;
    const bool *seen = check_seen_kpis(check);
    for (size_t g = 0; g < groups && count < ABSENT_NAMED; g++) {
        bool found = unit_shows(check, &group[g]);
        for (size_t k = 0; k < all && !found; k++)
            found = seen[k] && group_holds(&group[g], &kpis[k]);
        if (!found && !word_shows(check, &group[g]))
            absent[count++] = &group[g];
    }
    if (count)
        report_absent(check, absent, count);
}

/* ---- M116 -------------------------------------------------------------- */

static void
suggest(struct check *check, const struct prose *prose, struct str path,
        size_t from, size_t to, struct str instead)
{
    struct str found = str_slice(prose->plain, from, to);
    struct span span = check_span(check, prose, from, to);
    struct finding *finding = finding_add(check->findings, CODE_M116, span,
                                          "Write %.*s instead of \"%.*s\".",
                                          STR_ARG(instead), STR_ARG(found));
    finding->path = path;
    /* Only where the source has the same bytes can they be replaced. */
    if (str_equal(span_text(check->sources, span), found)) {
        finding->has_edit = finding->edit_is_safe = true;
        finding->edit = (struct edit){span, instead};
    }
}

static struct str
grouped(struct check *check, struct str digits)
{
    struct buf out = buf_new(check->arena);
    for (size_t i = 0; i < digits.len; i++) {
        if (i && (digits.len - i) % 3 == 0)
            buf_add_byte(&out, ',');
        buf_add_byte(&out, digits.at[i]);
    }
    return buf_str(&out);
}

static bool
is_digits(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.at[i]))
            return false;
    return text.len > 0;
}

/* $1200000 is $1.2M; anything else gets its separators. */
static struct str
short_money(struct check *check, const struct reading_number *number,
            struct str digits)
{
    uint64_t value;
    if (number->unit != UNIT_MONEY || digits.len < 7 ||
        !str_to_u64(digits, &value) || value % 10000)
        return grouped(check, digits);
    return str_format(
        check->arena, "%.*sM",
        STR_ARG(check_print_value(check->arena, (double)value / 1e6)));
}

/* Numbers of four digits with a separator somewhere: then all have one. */
static bool
groups_thousands(const struct check *check)
{
    for (size_t b = 0; b < check->bullets.count; b++) {
        const struct check_bullet *bullet = &check->bullets.at[b];
        for (size_t i = 0; i < bullet->reading->numbers.count; i++) {
            const struct reading_number *number =
                &bullet->reading->numbers.at[i];
            struct str digits =
                str_slice(bullet->prose->plain, number->from, number->to);
            if (digits.len == 5 && digits.at[1] == ',')
                return true;
        }
    }
    return false;
}

/* Of what is counted or paid; what could be a year, a model or a room is not.
 */
static bool
is_plain_thousand(const struct check_bullet *bullet,
                  const struct reading_number *number, struct str digits)
{
    uint64_t value;
    bool counted = number->unit == UNIT_COUNT || number->unit == UNIT_MONEY ||
                   number->unit == UNIT_TIME;
    struct str plain = bullet->prose->plain;
    struct str joints = STR("-/#.:+");
    bool joined =
        (number->from > 0 &&
         str_find_byte(joints, plain.at[number->from - 1], 0) != SIZE_MAX) ||
        (number->to < plain.len && plain.at[number->to] == '-');
    if (digits.len != 4 || number->class == NUMBER_NONE || !counted || joined ||
        !str_to_u64(digits, &value))
        return false;
    return number->unit == UNIT_MONEY || value < 1900 || value > 2099;
}

/* The first number belongs to a word before it: "Phase 2 - 14 sites",
   or a change is told: "from 4 - 5 stars". */
static bool
range_is_apart(const struct tokens *tokens, size_t from)
{
    for (size_t i = 1; i < tokens->count; i++)
        if (tokens->at[i].from == from)
            return (tokens->at[i - 1].capital && i > 1) ||
                   token_is(tokens, i - 1, "from") ||
                   token_is_symbol(tokens, i - 1, '-');
    return false;
}

/* "10 - 12%": blanks around the dash of a range. */
static void
range_form(struct check *check, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    const struct tokens *tokens = &reading->tokens;
    struct str plain = bullet->prose->plain;
    for (size_t n = 0; n + 1 < reading->numbers.count; n++) {
        const struct reading_number *low = &reading->numbers.at[n];
        const struct reading_number *high = &reading->numbers.at[n + 1];
        size_t from = low->from, to = high->to;
        struct str between = str_slice(plain, low->to, high->from);
        struct str dash = str_trim(between);
        if ((low->unit != UNIT_NONE && low->unit != high->unit) ||
            high->unit == UNIT_NONE || low->value >= high->value ||
            between.len != dash.len + 2 || between.at[0] != ' ' ||
            between.at[between.len - 1] != ' ' ||
            (!str_is(dash, "-") && !str_is(dash, "\xE2\x80\x93")) ||
            range_is_apart(tokens, low->from))
            continue;
        suggest(check, bullet->prose, bullet->path, from, to,
                str_format(check->arena, "%.*s%.*s%.*s",
                           STR_ARG(str_slice(plain, low->from, low->to)),
                           STR_ARG(dash),
                           STR_ARG(str_slice(plain, high->from, high->to))));
    }
}

/* "4 %", "1200000" */
static void
number_form(struct check *check, const struct check_bullet *bullet,
            bool grouped_thousands)
{
    const struct reading *reading = bullet->reading;
    struct str plain = bullet->prose->plain;
    size_t found = 0;
    for (size_t i = 0; i < reading->numbers.count && found < FINDINGS_PER_TEXT;
         i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        struct str digits = str_slice(plain, number->from, number->to);
        struct str behind = str_slice(plain, number->to, number->to + 2);
        struct str instead = STR("");
        size_t to = number->to;
        if (number->unit == UNIT_PERCENT && str_equal(behind, STR(" %"))) {
            instead = str_format(check->arena, "%.*s%%", STR_ARG(digits));
            to += 2;
        } else if (is_digits(digits) &&
                   ((digits.len >= 5 && number->class != NUMBER_NONE) ||
                    (is_plain_thousand(bullet, number, digits) &&
                     grouped_thousands))) {
            instead = short_money(check, number, digits);
        }
        if (!instead.len)
            continue;
        suggest(check, bullet->prose, bullet->path, number->from, to, instead);
        found++;
    }
}

static void
number_forms(struct check *check)
{
    bool grouped_thousands = groups_thousands(check);
    for (size_t b = 0; b < check->bullets.count; b++)
        number_form(check, &check->bullets.at[b], grouped_thousands);
}

/* How percentages are written: the sign and the word, each how often. */
struct percent_forms {
    size_t signs, words;
};

enum percent_form { PERCENT_OTHER, PERCENT_SIGN, PERCENT_WORD };

static enum percent_form
form_of(struct str plain, const struct reading_number *number)
{
    struct str tail = str_slice(plain, number->to, number->to + 8);
    if (number->unit != UNIT_PERCENT || !ascii_is_digit(plain.at[number->from]))
        return PERCENT_OTHER;
    if (tail.len && tail.at[0] == '%')
        return PERCENT_SIGN;
    return str_equal_nocase(tail, STR(" percent")) ? PERCENT_WORD
                                                   : PERCENT_OTHER;
}

static struct percent_forms
count_forms(const struct check *check)
{
    struct percent_forms forms = {0, 0};
    for (size_t b = 0; b < check->bullets.count; b++) {
        const struct check_bullet *bullet = &check->bullets.at[b];
        for (size_t i = 0; i < bullet->reading->numbers.count; i++) {
            enum percent_form form =
                form_of(bullet->prose->plain, &bullet->reading->numbers.at[i]);
            forms.signs += form == PERCENT_SIGN;
            forms.words += form == PERCENT_WORD;
        }
    }
    return forms;
}

static void
unify_percents(struct check *check, const struct check_bullet *bullet,
               bool to_sign)
{
    struct str plain = bullet->prose->plain;
    size_t found = 0;
    for (size_t i = 0;
         i < bullet->reading->numbers.count && found < FINDINGS_PER_TEXT; i++) {
        const struct reading_number *number = &bullet->reading->numbers.at[i];
        struct str digits = str_slice(plain, number->from, number->to);
        enum percent_form form = form_of(plain, number);
        if (form != (to_sign ? PERCENT_WORD : PERCENT_SIGN))
            continue;
        suggest(check, bullet->prose, bullet->path, number->from,
                number->to + (to_sign ? 8 : 1),
                str_format(check->arena, to_sign ? "%.*s%%" : "%.*s percent",
                           STR_ARG(digits)));
        found++;
    }
}

/* Where both forms are used, the one used most wins. */
static void
percent_form(struct check *check)
{
    struct percent_forms forms = count_forms(check);
    if (!forms.signs || !forms.words)
        return;
    for (size_t b = 0; b < check->bullets.count; b++)
        unify_percents(check, &check->bullets.at[b],
                       forms.signs >= forms.words);
}

const struct rule rules_overview[] = {
    {.code = CODE_M102,
     .document = density,
     .params = {{"current_min", 0.5}, {"past_min", 0.34}, {"doc_min", 0.4}}},
    {.code = CODE_M115, .document = signature},
    {.code = CODE_M116, .document = number_forms},
    {.code = CODE_M116, .bullet = range_form},
    {.code = CODE_M116, .document = percent_form},
    {.document = NULL},
};
