/*
 * Sentences that people typed may hold what an edition keeps back in its own
 * place: the figure of a confidential record, a phone number, a name. It is
 * looked for in every text that is shown. A figure must belong to the text: the
 * text refers to the record, stands in its entry, names what it measures, or
 * tells the unit as well.
 */
#include "base/buf.h"
#include "figures.h"
#include "filter.h"
#include "model/decode.h"
#include "model/texts.h"

/* A piece of text that must not be read. */
struct kept_words {
    struct str words;
    const char *what; /* "the name of a referee" */
    bool is_number;   /* compared digit by digit, signs between them ignored */
};

/* Without a sign. */
struct kept_figure {
    const struct metric *metric;
    double value;
    enum {
        FIGURE_VALUE,      /* as the record has it */
        FIGURE_DIFFERENCE, /* between two of them: with the change it tells
                              both */
        FIGURE_CHANGE      /* in percent: what went, or what is left */
    } kind;
    int digits; /* that tell something */
};

struct leaks {
    struct filter *filter;
    struct findings *findings;
    bool withholds;
    LIST(struct kept_words) words;
    LIST(struct kept_figure) figures;
    struct number_words numbers; /* while there are figures */
    size_t found;
};

/* ---- what is kept back --------------------------------------------------- */

static void
keep_words(struct leaks *leaks, struct str words, const char *what,
           bool is_number)
{
    enum { LEAST = 4 };
    words = str_trim(words);
    if (words.len < LEAST)
        return;
    *list_add(leaks->filter->arena, &leaks->words) =
        (struct kept_words){words, what, is_number};
}

/* Digits but the zeros at both ends: 1,200,000 has two. */
static int
telling_digits(const struct decimal *value)
{
    int count = 0;
    int64_t digits = value->digits < 0 ? -value->digits : value->digits;
    while (digits && digits % 10 == 0)
        digits /= 10;
    for (; digits; digits /= 10)
        count++;
    return count;
}

static double
size_of(const struct decimal *value)
{
    double size = value->given ? decimal_value(value) : 0;
    return size < 0 ? -size : size;
}

static void
keep_figure(struct leaks *leaks, const struct metric *metric,
            const struct decimal *value)
{
    if (value->given && value->digits != 0)
        *list_add(leaks->filter->arena, &leaks->figures) = (struct kept_figure){
            metric, size_of(value), FIGURE_VALUE, telling_digits(value)};
}

/* What follows from the two sides of a record. */
static void
keep_change(struct leaks *leaks, const struct metric *metric)
{
    struct arena *arena = leaks->filter->arena;
    double before = size_of(&metric->before), after = size_of(&metric->after);
    double gap = before > after ? before - after : after - before;
    double percent = before > 0 ? 100 * gap / before : 0;
    double left = before > 0 ? 100 * after / before : 0;
    if (metric->change_percent.given)
        percent = size_of(&metric->change_percent);
    if (before > 0 && gap > 0)
        *list_add(arena, &leaks->figures) =
            (struct kept_figure){metric, gap, FIGURE_DIFFERENCE, 0};
    if (leaks->withholds && percent > 0)
        *list_add(arena, &leaks->figures) =
            (struct kept_figure){metric, percent, FIGURE_CHANGE, 0};
    if (leaks->withholds && left > 0)
        *list_add(arena, &leaks->figures) =
            (struct kept_figure){metric, left, FIGURE_CHANGE, 0};
}

static void
keep_record(struct leaks *leaks, const struct metric *metric)
{
    if (!metric->confidential.value)
        return;
    keep_figure(leaks, metric, &metric->before);
    keep_figure(leaks, metric, &metric->after);
    keep_figure(leaks, metric, &metric->target);
    for (size_t i = 0; i < metric->series.count; i++)
        keep_figure(leaks, metric, &metric->series.at[i].value);
    keep_change(leaks, metric);
}

/* "Dr. Lee Kim" is Lee Kim, too. */
static void
keep_name(struct leaks *leaks, struct str name, const char *what)
{
    struct str rest = name, first = str_cut(&rest, ' ');
    keep_words(leaks, name, what, false);
    if (str_ends(first, STR(".")) &&
        str_find_byte(str_trim(rest), ' ', 0) != SIZE_MAX)
        keep_words(leaks, rest, what, false);
}

static void
keep_contacts(struct leaks *leaks, const struct candidate *whole)
{
    const struct basics *basics = &whole->basics;
    if (leaks->filter->audience < AUDIENCE_RECRUITER)
        keep_words(leaks, basics->phone.s, "your phone number", true);
    keep_words(leaks, basics->location.address.s, "your street", false);
    for (size_t i = 0; i < whole->certifications.count; i++)
        keep_words(leaks, whole->certifications.at[i].number.s,
                   "the number of a license", false);
    for (size_t i = 0; i < whole->testimonials.count; i++)
        keep_name(leaks, whole->testimonials.at[i].author.s,
                  "the name of a referee");
}

/* ---- whether a number is the record's ------------------------------------ */

static bool
stands_alone(struct str text, size_t from, size_t to)
{
    return (from == 0 || !ascii_is_alnum(text.at[from - 1])) &&
           (to >= text.len || !ascii_is_alnum(text.at[to]));
}

static bool
refers_to(const struct field_text *text, const struct metric *metric)
{
    bool is_line = str_is(str_from(text->shape->name), "highlight") ||
                   str_is(str_from(text->shape->name), "result");
    const struct highlight *line = text->map;
    for (size_t i = 0; is_line && i < line->metrics.count; i++)
        if (line->metrics.at[i]->item.node == metric->item.node)
            return true;
    return false;
}

/* A word of what is measured, long enough to be one, stands in the text. */
static bool
names_measure(struct str text, struct str name)
{
    enum { LEAST = 4 };
    while (name.len) {
        struct str word = str_cut(&name, ' ');
        while (word.len && !ascii_is_alnum(word.at[word.len - 1]))
            word.len--;
        if (word.len >= LEAST && str_holds_nocase(text, word))
            return true;
    }
    return false;
}

static struct str
measure_of(struct leaks *leaks, const struct metric *metric)
{
    return metric_print(leaks->filter->arena, NULL, metric, METRIC_LABEL);
}

static bool
is_near(struct leaks *leaks, const struct field_text *text, struct str plain,
        const struct metric *metric)
{
    return refers_to(text, metric) ||
           span_holds(node_span(text->entry->node),
                      node_span(metric->item.node)) ||
           names_measure(plain, measure_of(leaks, metric));
}

/* An end of the band is what may be said. */
static bool
is_band_end(struct leaks *leaks, const struct said *said,
            const struct metric *metric)
{
    struct metric masked = *metric;
    metric_mask(leaks->filter->arena, &masked, leaks->filter->audience);
    return masked.band.given && (said_is(said, size_of(&masked.band.low)) ||
                                 said_is(said, size_of(&masked.band.high)));
}

/* A figure as it is, or rounded to so many of its own size. */
static bool
tells(const struct said *said, const struct kept_figure *figure, double most)
{
    return said_is(said, figure->value) || (said->place <= most * said->value &&
                                            said_rounds(said, figure->value));
}

/* How coarse a figure may be that still tells more than its band; and how fine
   it must be where nothing else speaks of the record. */
#define COARSE 0.2
#define FINE 0.01

static bool
is_of_record(struct leaks *leaks, const struct field_text *text,
             struct str plain, const struct said *said,
             const struct kept_figure *figure)
{
    const struct metric *metric = figure->metric;
    struct str unit = metric->unit.s;
    bool is_exact = said_is(said, figure->value);
    if (!is_exact && !tells(said, figure, COARSE))
        return false;
    bool fits = said_has_unit(plain, said, unit) || !unit.len;
    if (figure->kind == FIGURE_DIFFERENCE)
        fits = fits || (said_is_points(plain, said) &&
                        (str_is(unit, "percent") || str_is(unit, "%")));
    if (figure->kind == FIGURE_CHANGE)
        fits = said->place <= 1 && said_is_percent(plain, said);
    if (fits && is_near(leaks, text, plain, metric))
        return true;
    if (figure->kind != FIGURE_VALUE)
        return false;
    return (is_exact && refers_to(text, metric)) ||
           (unit.len && fits && figure->digits >= 3 &&
            tells(said, figure, FINE)) ||
           (is_exact && figure->digits >= 6);
}

/* ---- a text -------------------------------------------------------------- */

static struct span
span_in(struct leaks *leaks, const struct field_text *text, size_t from,
        size_t to)
{
    const struct sources *sources = findings_sources(leaks->findings);
    if (text->prose)
        return prose_span(sources, text->prose, from, to);
    return text->text->node
               ? node_text_span(sources, text->text->node, from, to)
               : SPAN_NONE;
}

/* True when the text goes. */
static bool
withhold(struct leaks *leaks, const struct field_text *text, struct span span)
{
    const struct node *node = field_text_node(text);
    leaks->found++;
    if (!leaks->withholds || !node ||
        findings_is_ignored_at(leaks->findings, CODE_P112, span))
        return false;
    *list_add(leaks->filter->arena, &leaks->filter->secrets) =
        (struct check_withheld){node, CODE_P112,
                                field_text_path(leaks->filter->arena, text)};
    return true;
}

static void
tell_figure(struct leaks *leaks, const struct field_text *text, size_t from,
            size_t to, const struct metric *metric)
{
    struct span span = span_in(leaks, text, from, to);
    struct str id = metric->item.id.s;
    bool goes = withhold(leaks, text, span);
    struct str found = str_slice(field_text_plain(text), from, to);
    struct finding *finding = finding_add(
        leaks->findings, CODE_P112, span,
        "\"%.*s\" is a figure of the confidential record \"%.*s\"%s.",
        STR_ARG(found), STR_ARG(id.len ? id : measure_of(leaks, metric)),
        goes ? "; this text is left out" : "");
    finding->path = field_text_path(leaks->filter->arena, text);
    struct metric masked = *metric;
    metric_mask(leaks->filter->arena, &masked, leaks->filter->audience);
    bool has_change = !masked.band.given || masked.band.is_of_change;
    if (id.len)
        finding_help(finding, "write {%.*s.%s}%s", STR_ARG(id),
                     has_change ? "change" : "after",
                     masked.band.given ? ", which is printed as a band" : "");
    else
        finding_help(finding, "give the record an `id: cost` and write "
                              "{cost.change}");
}

static void
look_for_figures(struct leaks *leaks, const struct field_text *text,
                 struct str plain)
{
    said_list all = said_in(leaks->filter->arena, &leaks->numbers, plain);
    size_t told = SIZE_MAX;
    for (size_t n = 0; n < all.count; n++)
        for (size_t i = 0; i < leaks->figures.count; i++) {
            const struct kept_figure *figure = &leaks->figures.at[i];
            const struct said *said = &all.at[n];
            if (said->from == told ||
                !is_of_record(leaks, text, plain, said, figure) ||
                is_band_end(leaks, said, figure->metric))
                continue;
            tell_figure(leaks, text, said->from, said->to, figure->metric);
            told = said->from;
        }
}

/* As str_find, ASCII case ignored, whole words. */
static size_t
find_words(struct str text, struct str words)
{
    for (size_t i = 0; i + words.len <= text.len; i++)
        if (str_equal_nocase(str_slice(text, i, i + words.len), words) &&
            stands_alone(text, i, i + words.len))
            return i;
    return SIZE_MAX;
}

/* All digits of the number from `at` on, whatever signs stand between them;
   its end, or 0. A code of the country may be missing. */
static size_t
number_end(struct str text, size_t at, struct str number)
{
    size_t i = 0, end = at;
    while (i < number.len) {
        if (!ascii_is_digit(number.at[i])) {
            i++;
            continue;
        }
        while (end < text.len &&
               str_find_byte(STR(" -.()/"), text.at[end], 0) != SIZE_MAX)
            end++;
        if (end >= text.len || text.at[end] != number.at[i])
            return 0;
        end++;
        i++;
    }
    return end;
}

static bool
find_number(struct str text, struct str number, size_t *from, size_t *to)
{
    enum { CODE = 3, LEAST = 7 };
    if (number.len && number.at[0] == '+')
        for (size_t skip = 1; skip <= CODE + 1 && skip < number.len; skip++)
            if (number.at[skip] == ' ' || number.at[skip] == '-') {
                number = str_slice(number, skip, number.len);
                break;
            }
    for (size_t i = 0; i < text.len; i++) {
        *to = ascii_is_digit(text.at[i]) || text.at[i] == '('
                  ? number_end(text, i, number)
                  : 0;
        *from = i;
        if (*to >= i + LEAST)
            return true;
    }
    return false;
}

static void
look_for_words(struct leaks *leaks, const struct field_text *text,
               struct str plain)
{
    for (size_t i = 0; i < leaks->words.count; i++) {
        const struct kept_words *kept = &leaks->words.at[i];
        size_t from = find_words(plain, kept->words);
        size_t to = from + kept->words.len;
        bool is_there = from != SIZE_MAX;
        if (!is_there && kept->is_number)
            is_there = find_number(plain, kept->words, &from, &to);
        if (!is_there)
            continue;
        struct span span = span_in(leaks, text, from, to);
        bool goes = withhold(leaks, text, span);
        struct finding *finding =
            finding_add(leaks->findings, CODE_P112, span,
                        "Here stands %s, which this edition keeps back%s.",
                        kept->what, goes ? "; the text is left out" : "");
        finding->path = field_text_path(leaks->filter->arena, text);
        finding_help(finding, "take it out of the text, or give the entry "
                              "`audience: employer`");
    }
}

/* Who wrote a paper is known to everybody; a name of the person's own is not
   that of a referee. */
static bool
is_spared(const struct field_text *text)
{
    struct str key = str_from(text->field->key);
    return str_is(key, "authors") || str_is(key, "id") ||
           (str_is(key, "name") && str_is(text->item->path, "basics"));
}

static void
look(void *context, const struct field_text *text)
{
    struct leaks *leaks = context;
    struct str plain = field_text_plain(text);
    if (is_spared(text))
        return;
    if (leaks->figures.count)
        look_for_figures(leaks, text, plain);
    look_for_words(leaks, text, plain);
}

bool
mask_leaks(struct filter *filter, struct findings *findings,
           const struct candidate *whole, const struct candidate *shown)
{
    struct leaks leaks = {.filter = filter,
                          .findings = findings,
                          .withholds = filter->audience < AUDIENCE_EMPLOYER};
    for (size_t i = 0; i < whole->all_metrics.count; i++)
        keep_record(&leaks, whole->all_metrics.at[i]);
    if (leaks.withholds)
        keep_contacts(&leaks, whole);
    size_t known = filter->secrets.count;
    if (leaks.figures.count)
        number_words_read(&leaks.numbers, filter->edition->pack);
    if (leaks.words.count || leaks.figures.count)
        candidate_each_text(shown, look, &leaks);
    if (filter->secrets.count == known)
        return false;
    filter->secrets = secrets_sorted(filter->arena, &filter->secrets);
    return true;
}
