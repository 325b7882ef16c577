/*
 * M117: the same fact told with two figures. Two pairs "from 41 to 26 minutes"
 * of one employer and one subject that agree on one side and not on the other;
 * and the size of a position in its `scope:` and in its own bullet.
 */
#include <math.h>
#include <stdlib.h>

#include "rule.h"

/* ---- facts ------------------------------------------------------------- */

enum { SUBJECT_WORDS = 4 };

/* A change from one figure to another, wherever it is told. */
struct fact {
    const struct check_text *text; /* NULL: a metric record */
    const struct metric *metric;
    struct str organization; /* empty: not told */
    size_t order;
    double before, after;
    double before_place, after_place; /* of the last digit */
    bool before_about, after_about;
    struct str unit;
    size_t kpi;
    struct str subject[SUBJECT_WORDS]; /* the last word of it first */
    size_t subject_count;
    int year_low, year_high; /* named beside it; 0: none */
    double duration;         /* in seconds; 0: none */
    bool is_stage;           /* "further", "in phase two" */
    bool has_twin, is_told;
    size_t from, to; /* bytes of the text */
};
typedef LIST(struct fact) fact_list;

struct finder {
    struct check *check;
    fact_list facts;
    size_t employer, position; /* of the bullet before */
};

/* ---- words of the subject ---------------------------------------------- */

static bool
in_list(const struct tokens *tokens, size_t i, enum lexicon_list list)
{
    size_t term;
    return lexicon_match(tokens, i, list, &term) > 0;
}

/* "waits" and "wait" alike. */
static struct str
stem(struct str word)
{
    return word.len > 3 && ascii_lower(word.at[word.len - 1]) == 's'
               ? str_slice(word, 0, word.len - 1)
               : word;
}

static bool
is_verb(const struct token *token)
{
    return token->classes & (LEXICON_BIT(FORM_BASE) | LEXICON_BIT(FORM_PAST) |
                             LEXICON_BIT(FORM_ING) | LEXICON_BIT(FORM_THIRD));
}

static bool
is_link(const struct token *token)
{
    return token->classes & (LEXICON_BIT(PREPOSITION) | LEXICON_BIT(APPROX) |
                             LEXICON_BIT(AUXILIARY));
}

/* The nouns left of "from 41": of "Cut the median wait", wait and median. */
static void
read_subject(const struct tokens *tokens, size_t number, struct fact *fact)
{
    size_t i = number;
    while (i > 0 &&
           (is_link(&tokens->at[i - 1]) || is_verb(&tokens->at[i - 1])))
        i--;
    while (i > 0 && fact->subject_count < SUBJECT_WORDS) {
        const struct token *token = &tokens->at[i - 1];
        bool joint = token->kind == TOKEN_SYMBOL &&
                     (token->symbol == '-' || token->symbol == '/');
        if (token->kind != TOKEN_WORD && !joint)
            break;
        if (!joint &&
            (is_link(token) || is_verb(token) ||
             token->classes & (LEXICON_BIT(CLAUSE) | LEXICON_BIT(DETERMINER))))
            break;
        if (!joint)
            fact->subject[fact->subject_count++] =
                stem(token_text(tokens, i - 1));
        i--;
    }
}

static bool
has_word(const struct fact *fact, struct str word)
{
    for (size_t i = 0; i < fact->subject_count; i++)
        if (str_equal_nocase(fact->subject[i], word))
            return true;
    return false;
}

static bool
is_neutral(const struct check *check, struct str word)
{
    size_t count;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_NEUTRAL, &count);
    for (size_t i = 0; i < count; i++)
        if (str_equal_nocase(word, term_name(&terms[i])) ||
            str_equal_nocase(word, stem(term_name(&terms[i]))))
            return true;
    return false;
}

/* Words of one that the other has not and that tell things apart. */
static size_t
own_words(const struct check *check, const struct fact *fact,
          const struct fact *other)
{
    size_t own = 0;
    for (size_t i = 0; i < fact->subject_count; i++)
        own += !has_word(other, fact->subject[i]) &&
               !is_neutral(check, fact->subject[i]);
    return own;
}

/* "nurse turnover" is "turnover", and is not "staff turnover". */
static bool
same_subject(const struct check *check, const struct fact *a,
             const struct fact *b)
{
    bool both = a->kpi != SIZE_MAX && b->kpi != SIZE_MAX;
    if (both && a->kpi != b->kpi)
        return false;
    bool shared = false;
    for (size_t i = 0; i < a->subject_count && !shared; i++)
        shared =
            has_word(b, a->subject[i]) && !is_neutral(check, a->subject[i]);
    if (!shared && !both)
        return false;
    return !own_words(check, a, b) || !own_words(check, b, a);
}

/* ---- reading a text ---------------------------------------------------- */

static void
read_years(const struct reading *reading, struct fact *fact)
{
    for (size_t i = 0; i < reading->tokens.count; i++) {
        uint64_t year;
        if (reading->tokens.at[i].kind != TOKEN_NUMBER ||
            !str_to_u64(token_text(&reading->tokens, i), &year) ||
            year < 1950 || year > 2100)
            continue;
        if (!fact->year_low || (int)year < fact->year_low)
            fact->year_low = (int)year;
        if ((int)year > fact->year_high)
            fact->year_high = (int)year;
    }
}

static void
read_around(const struct reading *reading, struct fact *fact)
{
    read_years(reading, fact);
    for (size_t i = 0; i < reading->numbers.count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        if (number->class == NUMBER_TIME && number->seconds > 0 &&
            fact->duration == 0)
            fact->duration = number->value * number->seconds;
    }
    for (size_t i = 0; i < reading->tokens.count && !fact->is_stage; i++)
        fact->is_stage = in_list(&reading->tokens, i, LEXICON_STAGE);
}

/* "minutes", "%"; the side that has none takes the other's. */
static struct str
unit_of(const struct reading_number *before, const struct reading_number *after)
{
    const struct reading_number *sides[] = {after, before};
    for (size_t i = 0; i < 2; i++) {
        if (sides[i]->unit == UNIT_PERCENT)
            return STR("percent");
        if (sides[i]->unit == UNIT_MONEY)
            return STR("money");
        if (sides[i]->unit_text.len)
            return sides[i]->unit_text;
    }
    return STR("");
}

static size_t
token_at(const struct tokens *tokens, size_t byte)
{
    size_t low = 0, high = tokens->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tokens->at[middle].to <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* `around` is what the text says of all its pairs. */
static void
read_pair(struct finder *finder, const struct fact *around,
          const struct check_text *text, const struct reading *reading,
          const struct reading_pair *pair)
{
    const struct reading_number *before = &reading->numbers.at[pair->before];
    const struct reading_number *after = &reading->numbers.at[pair->after];
    struct fact *fact = list_add(finder->check->arena, &finder->facts);
    *fact = (struct fact){
        .text = text,
        .organization = around->organization,
        .year_low = around->year_low,
        .year_high = around->year_high,
        .duration = around->duration,
        .is_stage = around->is_stage,
        .order = finder->facts.count,
        .before = before->value,
        .after = after->value,
        .before_place = before->last_place,
        .after_place = after->last_place,
        .before_about = before->approximate,
        .after_about = after->approximate,
        .unit = unit_of(before, after),
        .kpi = pair->kpi,
        .from = before->from < after->from ? before->from : after->from,
        .to = before->whole_to > after->whole_to ? before->whole_to
                                                 : after->whole_to,
    };
    read_subject(&reading->tokens, token_at(&reading->tokens, fact->from),
                 fact);
}

static void
read_pairs(struct finder *finder, const struct check_text *text,
           const struct reading *reading, struct str organization)
{
    struct fact around = {.organization = organization};
    if (reading->pairs.count)
        read_around(reading, &around);
    for (size_t p = 0; p < reading->pairs.count; p++)
        read_pair(finder, &around, text, reading, &reading->pairs.at[p]);
}

/* A text that names no year is of the years of its position or case. */
static void
default_years(struct finder *finder, size_t from, const struct date *start,
              const struct date *end)
{
    int last = end->year ? end->year : finder->check->today.year;
    for (size_t i = from; i < finder->facts.count; i++) {
        struct fact *fact = &finder->facts.at[i];
        if (fact->year_low || !start->year)
            continue;
        fact->year_low = start->year;
        fact->year_high = last > start->year ? last : start->year;
    }
}

/* Bullets stand in the order of positions. */
static struct str
employer_of(struct finder *finder, const struct position *position)
{
    const struct candidate *candidate = finder->check->candidate;
    for (; finder->employer < candidate->experience.count;
         finder->employer++, finder->position = 0) {
        const struct experience *employer =
            &candidate->experience.at[finder->employer];
        for (; finder->position < employer->positions.count; finder->position++)
            if (&employer->positions.at[finder->position] == position)
                return employer->organization.s;
    }
    return STR("");
}

static void
read_bullet(struct finder *finder, const struct check_text *text,
            const struct check_bullet *bullet)
{
    size_t from = finder->facts.count;
    const struct position *position = bullet->position;
    const struct case_study *study = bullet->case_study;
    if (!bullet->reading->pairs.count)
        return;
    if (position) {
        read_pairs(finder, text, bullet->reading,
                   employer_of(finder, position));
        default_years(finder, from, &position->start_date, &position->end_date);
    } else if (study) {
        read_pairs(finder, text, bullet->reading, study->organization.s);
        default_years(finder, from, &study->period.start, &study->period.end);
    }
}

static void
read_text(struct finder *finder, const struct check_text *text)
{
    struct check *check = finder->check;
    if (text->bullet)
        read_bullet(finder, text, text->bullet);
    else if (text->uses & TEXT_SUMMARY)
        read_pairs(finder, text, check_reading(check, text->in.prose), STR(""));
}

/* ---- records ------------------------------------------------------------ */

static double
place_of(const struct decimal *decimal)
{
    return pow(10, -decimal->decimals);
}

static size_t
number_of_kpi(const struct check *check, struct str id)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    const struct pack_kpi *kpi = id.len ? pack_kpi(check->pack, id) : NULL;
    return kpi ? (size_t)(kpi - kpis) : SIZE_MAX;
}

static void
read_record(struct finder *finder, const struct metric *metric)
{
    struct check *check = finder->check;
    if (!metric->before.given || !metric->after.given ||
        metric->confidential.value)
        return;
    struct fact *fact = list_add(check->arena, &finder->facts);
    *fact = (struct fact){
        .metric = metric,
        .order = finder->facts.count,
        .before = decimal_value(&metric->before),
        .after = decimal_value(&metric->after),
        .before_place = place_of(&metric->before),
        .after_place = place_of(&metric->after),
        .unit = str_is(metric->unit.s, "%") ? STR("percent") : metric->unit.s,
        .kpi = number_of_kpi(check, metric->kpi.s),
        .year_low = metric->period.start.year,
        .year_high = metric->period.end.year,
    };
    struct tokens tokens =
        tokens_read(check->arena, check->pack, metric->label.s);
    size_t end = 0; /* "Median wait, walk-in clinic": the wait */
    while (end < tokens.count && (tokens.at[end].kind == TOKEN_WORD ||
                                  token_is_symbol(&tokens, end, '-') ||
                                  token_is_symbol(&tokens, end, '/')))
        end++;
    read_subject(&tokens, end, fact);
}

/* ---- comparing ---------------------------------------------------------- */

/* 18 is 18.4, told shorter. */
static bool
same_value(double a, double a_place, double b, double b_place)
{
    return fabs(a - b) <= fmax(a_place, b_place) / 2 + 1e-9;
}

static bool
same_before(const struct fact *a, const struct fact *b)
{
    return same_value(a->before, a->before_place, b->before, b->before_place);
}

static bool
same_after(const struct fact *a, const struct fact *b)
{
    return same_value(a->after, a->after_place, b->after, b->after_place);
}

static bool
same_unit(const struct fact *a, const struct fact *b)
{
    struct str one = stem(a->unit), other = stem(b->unit);
    size_t shorter = one.len < other.len ? one.len : other.len;
    if (!one.len || !other.len)
        return one.len == other.len;
    return shorter >= 3 && str_equal_nocase(str_slice(one, 0, shorter),
                                            str_slice(other, 0, shorter));
}

static bool
same_place(const struct fact *a, const struct fact *b)
{
    return !a->organization.len || !b->organization.len ||
           str_equal_nocase(a->organization, b->organization);
}

/* Other years, or another length of time: another stage of the matter. */
static bool
same_time(const struct fact *a, const struct fact *b)
{
    if (a->year_low && b->year_low &&
        (a->year_high < b->year_low || b->year_high < a->year_low))
        return false;
    return a->duration == 0 || b->duration == 0 || a->duration == b->duration;
}

static bool
is_own_record(const struct fact *text, const struct fact *record)
{
    if (!text->text || !text->text->bullet || !record->metric ||
        !text->text->bullet->highlight)
        return false;
    const metric_refs *own = &text->text->bullet->highlight->metrics;
    for (size_t i = 0; i < own->count; i++)
        if (own->at[i] == record->metric)
            return true;
    return false;
}

/* About the same thing, whatever the figures. */
static bool
same_matter(const struct check *check, const struct fact *a,
            const struct fact *b)
{
    if (!a->text && !b->text)
        return false;
    if (a->text == b->text || is_own_record(a, b) || is_own_record(b, a))
        return false;
    return same_unit(a, b) && same_place(a, b) && same_time(a, b) &&
           !a->is_stage && !b->is_stage && same_subject(check, a, b);
}

/* One side alike, and the other not. */
static bool
contradict(const struct fact *a, const struct fact *b)
{
    bool before = same_before(a, b), after = same_after(a, b);
    if (before == after)
        return false;
    return before ? !a->after_about && !b->after_about
                  : !a->before_about && !b->before_about;
}

/* ---- telling ------------------------------------------------------------ */

static struct str
print_fact(struct check *check, const struct fact *fact)
{
    if (fact->text)
        return str_slice(fact->text->plain, fact->from, fact->to);
    return str_format(check->arena, "%.*s to %.*s",
                      STR_ARG(fact->metric->before.typed.s),
                      STR_ARG(fact->metric->after.typed.s));
}

static size_t
line_of(struct check *check, const struct fact *fact)
{
    struct span span =
        fact->text ? check_text_span(check, fact->text, fact->from, fact->to)
                   : node_span(fact->metric->after.typed.node);
    return span_is_none(span)
               ? 0
               : source_place(check->sources, span.source, span.from).line;
}

/* At the one that stands alone, else at the later one. */
static void
tell(struct check *check, struct fact *a, struct fact *b)
{
    struct fact *here = a->order > b->order ? a : b;
    if (a->has_twin != b->has_twin)
        here = a->has_twin ? b : a;
    if (!here->text)
        here = here == a ? b : a;
    const struct fact *there = here == a ? b : a;
    struct str other = print_fact(check, there);
    if (here->is_told)
        return;
    here->is_told = true;
    struct finding *finding =
        check_on_text(check, CODE_M117, here->text, here->from, here->to,
                      "Tell one figure: \"%.*s\" here, \"%.*s\" in line %zu.",
                      STR_ARG(print_fact(check, here)), STR_ARG(other),
                      line_of(check, there));
    finding_help(finding, "correct one of the two, or keep the figure in a "
                          "metric record and refer to it from both");
}

/* More facts that agree on a side are not compared with each other: the cost
   is the square. */
enum { MOST_ALIKE = 24 };

typedef int compare_fn(const void *a, const void *b);

static int
compare_before(const void *a, const void *b)
{
    const struct fact *first = *(const struct fact *const *)a;
    const struct fact *second = *(const struct fact *const *)b;
    if (first->before != second->before)
        return first->before < second->before ? -1 : 1;
    return (first->order > second->order) - (first->order < second->order);
}

static int
compare_after(const void *a, const void *b)
{
    const struct fact *first = *(const struct fact *const *)a;
    const struct fact *second = *(const struct fact *const *)b;
    if (first->after != second->after)
        return first->after < second->after ? -1 : 1;
    return (first->order > second->order) - (first->order < second->order);
}

/* Told twice alike; a summary is then about that employer. */
static void
mark_twins(struct check *check, struct fact *a, struct fact *b)
{
    if (!same_before(a, b) || !same_after(a, b) ||
        (!same_matter(check, a, b) && !is_own_record(a, b) &&
         !is_own_record(b, a)))
        return;
    a->has_twin = b->has_twin = true;
    if (!a->organization.len)
        a->organization = b->organization;
    else if (!b->organization.len)
        b->organization = a->organization;
}

static void
each_two(struct check *check, struct fact **sorted, size_t count, bool twins)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count && j <= i + MOST_ALIKE; j++) {
            struct fact *a = sorted[i], *b = sorted[j];
            if (!same_before(a, b) && !same_after(a, b))
                break; /* sorted by one of the two */
            if (twins)
                mark_twins(check, a, b);
            else if (contradict(a, b) && same_matter(check, a, b) &&
                     !(a->has_twin && b->has_twin))
                tell(check, a, b);
        }
}

static void
compare_facts(struct finder *finder)
{
    size_t count = finder->facts.count;
    struct fact **sorted =
        ARENA_ARRAY(finder->check->arena, count + 1, struct fact *);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &finder->facts.at[i];
    qsort(sorted, count, sizeof *sorted, compare_before);
    each_two(finder->check, sorted, count, true);
    each_two(finder->check, sorted, count, false);
    qsort(sorted, count, sizeof *sorted, compare_after);
    each_two(finder->check, sorted, count, false);
}

static void
changes(struct check *check)
{
    struct finder finder = {.check = check};
    for (size_t i = 0; i < check->texts.count; i++)
        read_text(&finder, &check->texts.at[i]);
    for (size_t i = 0; i < check->candidate->all_metrics.count; i++)
        read_record(&finder, check->candidate->all_metrics.at[i]);
    if (finder.facts.count > 1)
        compare_facts(&finder);
}

/* ---- scope -------------------------------------------------------------- */

/* Whole number of "38", "38 FTE", "about 38"; -1 when it is none. */
static double
whole_number(struct str text)
{
    size_t from = 0;
    while (from < text.len && !ascii_is_digit(text.at[from]))
        from++;
    double value = 0;
    size_t to = from;
    for (; to < text.len && (ascii_is_digit(text.at[to]) || text.at[to] == ',');
         to++)
        if (text.at[to] != ',')
            value = value * 10 + (text.at[to] - '0');
    bool is_odd = to < text.len && (text.at[to] == '.' || text.at[to] == '-' ||
                                    text.at[to] == '+');
    return from == to || is_odd || value > 1e9 ? -1 : value;
}

/* Units that say the same as a field of `scope:`. */
static const struct text *
scope_field(const struct scope *scope, struct str unit)
{
    if (str_equal_nocase(unit, STR("FTE")) ||
        str_equal_nocase(unit, STR("FTEs")))
        return &scope->fte;
    if (str_equal_nocase(unit, STR("direct reports")) ||
        str_equal_nocase(unit, STR("direct report")))
        return &scope->direct_reports;
    return NULL;
}

/* "Directed 45 FTEs": the verb governs the number itself. */
static bool
is_led(const struct reading *reading, const struct reading_number *number)
{
    size_t i = token_at(&reading->tokens, number->from);
    const struct token *before = i > 0 ? &reading->tokens.at[i - 1] : NULL;
    return before && before->classes & LEXICON_BIT(VERB_SCOPE) && i <= 2;
}

static void
judge_scope(struct check *check, const struct check_bullet *bullet,
            const struct reading_number *number)
{
    const struct text *field =
        scope_field(&bullet->position->scope, number->unit_text);
    if (!field || !field->s.len || number->approximate ||
        number->class != NUMBER_SCOPE || !is_led(bullet->reading, number))
        return;
    double told = whole_number(field->s);
    /* Less than the whole is a part of it, where size is not the point. */
    bool may_be_part = field == &bullet->position->scope.fte &&
                       bullet->kind != HIGHLIGHT_SCOPE;
    if (told < 0 || told == number->value ||
        (may_be_part && number->value < told))
        return;
    struct finding *finding = check_on_bullet(
        check, CODE_M117, bullet, number->whole_from, number->whole_to,
        "Tell one figure: \"%.*s\" here, %.*s in the scope of the position.",
        STR_ARG(str_slice(bullet->prose->plain, number->whole_from,
                          number->whole_to)),
        STR_ARG(field->s));
    finding_help(finding, "a part of it: say of what, \"12 of 38 FTE\"");
}

static void
scope_sizes(struct check *check, const struct check_bullet *bullet)
{
    if (!bullet->position || bullet->reading->pairs.count)
        return;
    for (size_t i = 0; i < bullet->reading->numbers.count; i++)
        judge_scope(check, bullet, &bullet->reading->numbers.at[i]);
}

const struct rule rules_twice[] = {
    {.code = CODE_M117, .document = changes},
    {.code = CODE_M117, .bullet = scope_sizes},
    {.document = NULL},
};
