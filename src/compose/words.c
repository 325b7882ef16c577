#include "words.h"

#include "base/utf8.h"
#include "compose/document.h"

#define EN_DASH "\xe2\x80\x93"
#define MIDDLE_DOT "\xc2\xb7"

struct document_words
document_words(struct str language)
{
    struct document_words words = {.measure = STR("Measure"),
                                   .before_and_after = STR("Before and after"),
                                   .change = STR("Change"),
                                   .before = STR("Before"),
                                   .after = STR("After"),
                                   .target = STR("target"),
                                   .confidential =
                                       STR("Figures are confidential"),
                                   .email = STR("Email"),
                                   .phone = STR("Phone"),
                                   .location = STR("Location"),
                                   .web = STR("Web")};
    if (str_starts(language, STR("en"))) {
        words.last_updated = STR("Last updated");
        words.page = STR("Page");
        words.of = STR("of");
    }
    return words;
}

static const struct {
    const char *full, *brief;
} months[] = {{"January", "Jan"}, {"February", "Feb"}, {"March", "Mar"},
              {"April", "Apr"},   {"May", "May"},      {"June", "Jun"},
              {"July", "Jul"},    {"August", "Aug"},   {"September", "Sep"},
              {"October", "Oct"}, {"November", "Nov"}, {"December", "Dec"}};

static bool
has_month(const struct date *date)
{
    return date->month >= 1 && date->month <= 12;
}

static struct str
print_date(struct arena *arena, const struct date *date, bool full)
{
    if (date->is_present)
        return STR("present");
    if (!date->year)
        return (struct str){NULL, 0};
    if (!has_month(date))
        return str_format(arena, "%d", date->year);
    return str_format(arena, "%s %d",
                      full ? months[date->month - 1].full
                           : months[date->month - 1].brief,
                      date->year);
}

struct str
words_date(struct arena *arena, const struct date *date)
{
    return print_date(arena, date, false);
}

struct str
words_month(struct arena *arena, const struct date *date)
{
    return print_date(arena, date, true);
}

struct str
words_day(struct arena *arena, const struct date *date)
{
    if (!has_month(date) || !date->day)
        return words_month(arena, date);
    return str_format(arena, "%s %d, %d", months[date->month - 1].full,
                      date->day, date->year);
}

struct str
words_range(struct arena *arena, const struct date *start,
            const struct date *end, bool open)
{
    struct str from = words_date(arena, start);
    struct str to = words_date(arena, end);
    if (str_is_empty(to) && open && !str_is_empty(from))
        to = STR("present");
    if (str_is_empty(from) || str_equal(from, to))
        return to;
    if (str_is_empty(to))
        return from;
    return str_format(arena, "%.*s " EN_DASH " %.*s", STR_ARG(from),
                      STR_ARG(to));
}

struct str
words_period(struct arena *arena, const struct period *period)
{
    const struct date *start = &period->start, *end = &period->end;
    bool is_one_year = start->year && start->year == end->year &&
                       has_month(start) && has_month(end) &&
                       start->month != end->month;
    if (!is_one_year)
        return words_range(arena, start, end, false);
    return str_format(arena, "%s " EN_DASH " %s %d",
                      months[start->month - 1].brief,
                      months[end->month - 1].brief, end->year);
}

static const char *
plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

struct str
words_length(struct arena *arena, const struct period *period)
{
    struct buf out = buf_new(arena);
    if (!has_month(&period->start) || !has_month(&period->end))
        return (struct str){NULL, 0};
    int count = date_months(&period->end, true) -
                date_months(&period->start, false) + 1;
    int years = count >= 24 ? count / 12 : 0;
    if (count < 2)
        return (struct str){NULL, 0};
    if (years > 0)
        buf_print(&out, "%d years", years);
    if (count - 12 * years > 0)
        words_join(&out, " ",
                   str_format(arena, "%d month%s", count - 12 * years,
                              plural(count - 12 * years)));
    return buf_str(&out);
}

void
words_join(struct buf *out, const char *separator, struct str text)
{
    if (str_is_empty(text))
        return;
    if (out->len > 0)
        buf_add_text(out, separator);
    buf_add(out, text);
}

struct str
words_location(struct arena *arena, const struct location *location,
               struct str home)
{
    struct buf out = buf_new(arena);
    struct str country = location->country_code.s;
    bool is_abroad = !str_is_empty(home) && !str_equal_nocase(country, home);
    words_join(&out, ", ", location->text.s);
    words_join(&out, ", ", location->city.s);
    words_join(&out, ", ", location->region.s);
    if (is_abroad || str_is_empty(location->region.s))
        words_join(&out, ", ", country);
    return buf_str(&out);
}

struct str
words_address(struct arena *arena, const struct location *location)
{
    struct buf out = buf_new(arena);
    words_join(&out, ", ", location->address.s);
    /* At home the country says nothing beside a region. */
    words_join(&out, ", ",
               words_location(arena, location, location->country_code.s));
    words_join(&out, " ", location->postal_code.s);
    return buf_str(&out);
}

struct str
words_capitalized(struct arena *arena, struct str s)
{
    size_t at = 0;
    if (str_is_empty(s))
        return s;
    uint32_t first = utf8_next(s, &at);
    struct buf out = buf_new(arena);
    buf_add_code_point(&out, utf8_upper(first));
    buf_add(&out, str_slice(s, at, s.len));
    return buf_str(&out);
}

struct str
words_choice(struct arena *arena, const struct choice *choice)
{
    struct buf out = buf_new(arena);
    struct str s = choice->typed.s;
    for (size_t i = 0; i < s.len; i++)
        buf_add_byte(&out, s.at[i] == '_' || s.at[i] == '-' ? ' ' : s.at[i]);
    return buf_str(&out);
}

struct str
words_setting(struct arena *arena, const struct setting *setting)
{
    struct buf out = buf_new(arena);
    words_join(&out, ", ", words_capitalized(arena, setting->kind.s));
    words_join(&out, ", ", setting->size.s);
    words_join(&out, ", ", setting->ownership.s);
    words_join(&out, ", ", setting->region.s);
    return buf_str(&out);
}

struct str
words_list(struct arena *arena, const text_list *list)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < list->count; i++)
        words_join(&out, ", ", list->at[i].s);
    return buf_str(&out);
}

struct str
words_team(struct arena *arena, const struct team *team)
{
    struct buf out = buf_new(arena);
    if (team->size.given)
        buf_print(&out, "%.*s %s",
                  STR_ARG(words_count(arena, team->size.value)),
                  team->size.value == 1 ? "person" : "people");
    words_join(&out, ": ", words_list(arena, &team->disciplines));
    if (team->sites.given)
        words_join(&out, "; ",
                   str_format(arena, "%lld site%s",
                              (long long)team->sites.value,
                              plural(team->sites.value)));
    if (!str_is_empty(team->reporting_to.s))
        words_join(&out, "; ",
                   str_format(arena, "reporting to %.*s",
                              STR_ARG(team->reporting_to.s)));
    words_join(&out, "; ", team->notes.s);
    return buf_str(&out);
}

static bool
has_letter(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_alpha(s.at[i]) || (unsigned char)s.at[i] >= 0x80)
            return true;
    return false;
}

/* "38" becomes "38 FTE", "38 nurses" stays as the person wrote it; money has
   letters of its own ("6.1M USD") and gets the word nevertheless. */
static void
join_scope(struct buf *out, const struct text *value, const char *noun,
           bool is_money)
{
    struct str text = value->s, word = str_from(noun);
    if (str_is_empty(text))
        return;
    bool names_itself =
        is_money ? str_find(text, word, 0) != SIZE_MAX : has_letter(text);
    if (str_is(text, "1") && str_ends(word, STR("s")))
        word.len--;
    if (!names_itself)
        text =
            str_format(out->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(word));
    words_join(out, " " MIDDLE_DOT " ", text);
}

struct str
words_scope(struct arena *arena, const struct scope *scope)
{
    struct buf out = buf_new(arena);
    join_scope(&out, &scope->beds, "beds", false);
    join_scope(&out, &scope->fte, "FTE", false);
    join_scope(&out, &scope->direct_reports, "direct reports", false);
    join_scope(&out, &scope->sites, "sites", false);
    join_scope(&out, &scope->providers, "providers", false);
    join_scope(&out, &scope->annual_visits, "visits a year", false);
    join_scope(&out, &scope->budget, "budget", true);
    return buf_str(&out);
}

/* "Dr." or "St." stand within a sentence; so does "L." */
static bool
is_abbreviation(struct str text, size_t stop)
{
    size_t start = stop;
    while (start > 0 && text.at[start - 1] != ' ')
        start--;
    bool is_upper = text.at[start] >= 'A' && text.at[start] <= 'Z';
    return is_upper && stop - start <= 2;
}

struct str
words_first_sentence(struct str text)
{
    for (size_t i = 1; i < text.len; i++) {
        bool ends = text.at[i] == '.' || text.at[i] == '!' ||
                    text.at[i] == '?' || text.at[i] == '\n';
        bool is_last = i + 1 == text.len || text.at[i] == '\n' ||
                       ascii_is_space(text.at[i + 1]);
        if (ends && is_last && !is_abbreviation(text, i))
            return str_trim(str_slice(text, 0, i + 1));
    }
    return str_trim(text);
}

static struct str
without_prefix(struct str s, const char *prefix)
{
    struct str start = str_from(prefix);
    return str_starts(s, start) ? str_slice(s, start.len, s.len) : s;
}

struct str
words_url(struct str url)
{
    url = without_prefix(url, "https://");
    url = without_prefix(url, "http://");
    url = without_prefix(url, "mailto:");
    url = without_prefix(url, "www.");
    if (str_ends(url, STR("/")))
        url.len--;
    return url;
}

/* ---- figures ----------------------------------------------------------- */

/* How the units of the packs are printed: before and behind the figure. */
static const struct unit_form {
    const char *unit, *before, *behind;
} unit_forms[] = {
    {"percent", "", "%"},
    {"%", "", "%"},
    {"points", "", " points"},
    {"usd", "$", ""},
    {"USD", "$", ""},
    {"$", "$", ""},
    {"eur", "\xe2\x82\xac", ""},
    {"EUR", "\xe2\x82\xac", ""},
    {"gbp", "\xc2\xa3", ""},
    {"GBP", "\xc2\xa3", ""},
    {"count", "", ""},
    {"ratio", "", ""},
    {"score100", "", " of 100"},
    {"score5", "", " of 5"},
    {"nps", "", " NPS"},
    {"per_1000_patient_days", "", " per 1,000 patient days"},
    {"per_1000_device_days", "", " per 1,000 device days"},
    {"per_1000_doses", "", " per 1,000 doses"},
    {"per_fte", "", " per FTE"},
    {"multiple", "", "\xc3\x97"},
};

static const struct unit_form *
unit_form(struct str unit)
{
    for (size_t i = 0; i < sizeof unit_forms / sizeof unit_forms[0]; i++)
        if (str_is(unit, unit_forms[i].unit))
            return &unit_forms[i];
    return NULL;
}

struct str
words_unit(struct arena *arena, struct str unit)
{
    const struct unit_form *form = unit_form(unit);
    if (form)
        return str_from(form->behind);
    if (str_is_empty(unit))
        return unit;
    struct buf out = buf_new(arena);
    buf_add_byte(&out, ' ');
    for (size_t i = 0; i < unit.len; i++)
        buf_add_byte(&out, unit.at[i] == '_' ? ' ' : unit.at[i]);
    return buf_str(&out);
}

static bool
holds(struct str typed, struct str mark)
{
    mark = str_trim(mark);
    return !str_is_empty(mark) && str_find(typed, mark, 0) != SIZE_MAX;
}

/* As typed; bare digits get their separators: 1240 is printed "1,240". */
static struct str
grouped(struct arena *arena, const struct decimal *value)
{
    struct str typed = str_trim(value->typed.s);
    struct buf out = buf_new(arena);
    size_t digits = 0;
    while (digits < typed.len && ascii_is_digit(typed.at[digits]))
        digits++;
    bool is_bare = digits == typed.len || typed.at[digits] == '.';
    if (!is_bare || digits < 4)
        return typed;
    for (size_t i = 0; i < digits; i++) {
        if (i > 0 && (digits - i) % 3 == 0)
            buf_add_byte(&out, ',');
        buf_add_byte(&out, typed.at[i]);
    }
    buf_add(&out, str_slice(typed, digits, typed.len));
    return buf_str(&out);
}

struct str
words_value(struct arena *arena, const struct decimal *value, struct str unit)
{
    const struct unit_form *form = unit_form(unit);
    struct str typed = words_minus(arena, grouped(arena, value));
    struct str behind = words_unit(arena, unit);
    struct str before = str_from(form ? form->before : "");
    if (!value->given)
        return (struct str){NULL, 0};
    if (holds(typed, behind))
        behind.len = 0;
    /* "1 minute", not "1 minutes". */
    if (!form && str_is(typed, "1") && str_ends(behind, STR("s")))
        behind.len--;
    if (holds(typed, before))
        before.len = 0;
    return str_format(arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(typed),
                      STR_ARG(behind));
}

/* A number of thousands or millions in three digits at most, or nothing. */
static struct str
brief_number(struct arena *arena, const struct decimal *value)
{
    static const struct {
        int64_t size;
        const char *letter;
    } scales[] = {{1000000, "M"}, {1000, "K"}};
    if (value->decimals || value->digits < 100000)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        int64_t tenth = scales[i].size / 10;
        if (value->digits < scales[i].size || value->digits % tenth)
            continue;
        long long whole = value->digits / scales[i].size;
        long long rest = value->digits / tenth % 10;
        if (rest)
            return str_format(arena, "%lld.%lld%s", whole, rest,
                              scales[i].letter);
        return str_format(arena, "%lld%s", whole, scales[i].letter);
    }
    return (struct str){NULL, 0};
}

struct str
words_brief_value(struct arena *arena, const struct decimal *value,
                  struct str unit)
{
    const struct unit_form *form = unit_form(unit);
    struct str number = brief_number(arena, value);
    if (!value->given || str_is_empty(number))
        return words_value(arena, value, unit);
    struct str behind = words_unit(arena, unit);
    return str_format(arena, "%s%.*s%.*s", form ? form->before : "",
                      STR_ARG(number), STR_ARG(behind));
}

struct str
words_count(struct arena *arena, int64_t count)
{
    struct text typed = {.s = str_format(arena, "%lld", (long long)count)};
    return grouped(arena, &(struct decimal){.given = true, .typed = typed});
}

struct str
words_minus(struct arena *arena, struct str figure)
{
    if (!str_starts(figure, STR("-")))
        return figure;
    return str_format(arena, "\xe2\x88\x92%.*s",
                      STR_ARG(str_slice(figure, 1, figure.len)));
}

struct str
words_duration(struct arena *arena, int64_t seconds)
{
    long long s = (long long)seconds;
    if (s <= 0)
        return (struct str){NULL, 0};
    if (s < 3600)
        return str_format(arena, "%lld:%02lld min", s / 60, s % 60);
    return str_format(arena, "%lld:%02lld:%02lld h", s / 3600, s / 60 % 60,
                      s % 60);
}
