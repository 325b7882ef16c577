#include "words.h"

#include "base/utf8.h"
#include "compose/document.h"

#define MIDDLE_DOT " \xc2\xb7 "

struct document_words
document_words(const struct locale *locale)
{
    return (struct document_words){
        .measure = locale_word(locale, WORD_MEASURE),
        .before_and_after = locale_word(locale, WORD_BEFORE_AND_AFTER),
        .change = locale_word(locale, WORD_CHANGE),
        .before = locale_word(locale, WORD_BEFORE),
        .after = locale_word(locale, WORD_AFTER),
        .target = locale_word(locale, WORD_TARGET),
        .confidential = locale_word(locale, WORD_CONFIDENTIAL),
        .page = locale_word(locale, WORD_PAGE),
        .of = locale_word(locale, WORD_PAGE_OF),
        .colon = locale_word(locale, WORD_COLON),
        .comma = locale_word(locale, WORD_COMMA),
        .last_updated = locale_word(locale, WORD_LAST_UPDATED),
        .email = locale_word(locale, WORD_EMAIL),
        .phone = locale_word(locale, WORD_PHONE),
        .location = locale_word(locale, WORD_LOCATION),
        .web = locale_word(locale, WORD_WEB),
    };
}

struct str
words_of(const struct words *w, enum word word)
{
    return locale_word(w->locale, word);
}

struct str
words_label(const struct words *w, enum word word)
{
    struct str colon = words_of(w, WORD_COLON);
    while (colon.len && colon.at[colon.len - 1] == ' ')
        colon.len--;
    return str_format(w->arena, "%.*s%.*s", STR_ARG(words_of(w, word)),
                      STR_ARG(colon));
}

/* ---- dates --------------------------------------------------------------- */

static bool
has_month(const struct date *date)
{
    return !date->is_as_typed && date->month >= 1 && date->month <= 12;
}

static struct str
print_date(const struct words *w, const struct date *date, enum word pattern)
{
    const struct locale_date day = {date->year, date->month, date->day};
    if (date->is_as_typed)
        return date->typed.s;
    if (date->is_present)
        return words_of(w, WORD_PRESENT);
    if (!date->year)
        return (struct str){NULL, 0};
    return locale_date_as(w->arena, w->locale, pattern, day);
}

struct str
words_date(const struct words *w, const struct date *date)
{
    return print_date(w, date, WORD_DATE_SHORT);
}

struct str
words_month(const struct words *w, const struct date *date)
{
    return print_date(w, date, WORD_DATE_MONTH);
}

struct str
words_day(const struct words *w, const struct date *date)
{
    bool has_day = has_month(date) && date->day;
    return print_date(w, date, has_day ? WORD_DATE_DAY : WORD_DATE_MONTH);
}

struct str
words_range(const struct words *w, const struct date *start,
            const struct date *end, bool open)
{
    struct str from = words_date(w, start);
    struct str to = words_date(w, end);
    if (str_is_empty(to) && open && !str_is_empty(from))
        to = words_of(w, WORD_PRESENT);
    if (str_is_empty(from) || str_equal(from, to))
        return to;
    if (str_is_empty(to))
        return from;
    return locale_say_two(w->arena, w->locale, WORD_DATE_RANGE, from, to);
}

struct str
words_period(const struct words *w, const struct period *period)
{
    const struct date *start = &period->start, *end = &period->end;
    bool is_one_year = start->year && start->year == end->year &&
                       has_month(start) && has_month(end) &&
                       start->month != end->month;
    if (!is_one_year)
        return words_range(w, start, end, false);
    return locale_same_year(w->arena, w->locale, false, start->year,
                            start->month, end->month);
}

/* Up to two years in months. */
#define LEAST_YEARS 2

struct str
words_length(const struct words *w, const struct period *period)
{
    if (!has_month(&period->start) || !has_month(&period->end))
        return (struct str){NULL, 0};
    int count = date_months(&period->end, true) -
                date_months(&period->start, false) + 1;
    if (count < 2)
        return (struct str){NULL, 0};
    return locale_span(w->arena, w->locale, count, LEAST_YEARS);
}

/* ---- joining ------------------------------------------------------------- */

void
words_join(struct buf *out, const char *separator, struct str text)
{
    if (str_is_empty(text))
        return;
    if (out->len > 0)
        buf_add_text(out, separator);
    buf_add(out, text);
}

/* Between Latin letters stands a Latin comma whatever the language: the commas
   of Arabic and Chinese belong to their scripts. */
struct str
words_between(const struct words *w, enum word separator, char before,
              char after)
{
    struct str own = words_of(w, separator);
    bool is_latin = ascii_is_alnum(before) && ascii_is_alnum(after);
    bool is_foreign =
        own.len > 0 && (unsigned char)own.at[0] >= 0x80 && own.at[0] != '\xc2';
    return is_latin && is_foreign ? locale_word(NULL, separator) : own;
}

void
words_join_by(const struct words *w, struct buf *out, enum word separator,
              struct str text)
{
    if (str_is_empty(text))
        return;
    if (out->len > 0)
        buf_add(out,
                words_between(w, separator, out->at[out->len - 1], text.at[0]));
    buf_add(out, text);
}

/* "Ended the backlog." is "Ended the backlog" before a comma; "etc." keeps its
   stop, and so does "Acme Inc.". */
static struct str
without_stop(struct str s)
{
    const size_t least = 4; /* letters of a last word that is none */
    size_t at = s.len ? s.len - 1 : 0;
    if (!str_ends(s, STR(".")) || str_find(s, STR(" "), 0) == SIZE_MAX)
        return s;
    while (at > 0 && ascii_is_alpha(s.at[at - 1]))
        at--;
    return s.len - 1 - at >= least ? str_slice(s, 0, s.len - 1) : s;
}

struct str
words_list(const struct words *w, const text_list *list)
{
    struct buf out = buf_new(w->arena);
    for (size_t i = 0; i < list->count; i++)
        words_join_by(w, &out, WORD_COMMA, without_stop(list->at[i].s));
    return buf_str(&out);
}

/* ---- places -------------------------------------------------------------- */

struct str
words_location(const struct words *w, const struct location *location,
               struct str home)
{
    struct buf out = buf_new(w->arena);
    struct str country = location->country_code.s;
    bool is_abroad = !str_is_empty(home) && !str_equal_nocase(country, home);
    words_join_by(w, &out, WORD_COMMA, location->text.s);
    words_join_by(w, &out, WORD_COMMA, location->city.s);
    words_join_by(w, &out, WORD_COMMA, location->region.s);
    if (is_abroad || str_is_empty(location->region.s))
        words_join_by(w, &out, WORD_COMMA, country);
    return buf_str(&out);
}

static bool
holds(struct str whole, struct str part)
{
    return !str_is_empty(part) && str_holds_nocase(whole, part);
}

/* "4 Elm Street, Peoria, IL 61602" typed in the line of the street. */
static bool
address_is_whole(const struct location *location)
{
    struct str address = location->address.s;
    return holds(address, location->city.s) &&
           holds(address, location->region.s) &&
           holds(address, location->postal_code.s);
}

struct str
words_address(const struct words *w, const struct location *location)
{
    struct buf out = buf_new(w->arena);
    if (address_is_whole(location))
        return location->address.s;
    words_join_by(w, &out, WORD_COMMA, location->address.s);
    /* At home the country says nothing beside a region. */
    words_join_by(w, &out, WORD_COMMA,
                  words_location(w, location, location->country_code.s));
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
words_choice(const struct words *w, const struct choice *choice,
             enum word first, int count)
{
    struct buf out = buf_new(w->arena);
    struct str s = choice->typed.s;
    if (choice->value >= 1 && choice->value <= count)
        return words_of(w, (enum word)((int)first + choice->value - 1));
    for (size_t i = 0; i < s.len; i++)
        buf_add_byte(&out, s.at[i] == '_' || s.at[i] == '-' ? ' ' : s.at[i]);
    return buf_str(&out);
}

/* ---- settings, teams, scope ---------------------------------------------- */

struct str
words_setting(const struct words *w, const struct setting *setting)
{
    struct buf out = buf_new(w->arena);
    words_join_by(w, &out, WORD_COMMA,
                  words_capitalized(w->arena, setting->kind.s));
    words_join_by(w, &out, WORD_COMMA, setting->size.s);
    words_join_by(w, &out, WORD_COMMA, setting->ownership.s);
    words_join_by(w, &out, WORD_COMMA, setting->region.s);
    return buf_str(&out);
}

struct str
words_team(const struct words *w, const struct team *team)
{
    struct buf out = buf_new(w->arena);
    if (team->size.given)
        buf_add(&out, locale_count_of(w->arena, w->locale, WORD_PEOPLE,
                                      team->size.value));
    words_join_by(w, &out, WORD_COLON, words_list(w, &team->disciplines));
    if (team->sites.given)
        words_join_by(w, &out, WORD_SEMICOLON,
                      locale_count_of(w->arena, w->locale, WORD_SITES,
                                      team->sites.value));
    if (!str_is_empty(team->reporting_to.s))
        words_join_by(w, &out, WORD_SEMICOLON,
                      locale_say(w->arena, w->locale, WORD_REPORTING_TO,
                                 team->reporting_to.s));
    words_join_by(w, &out, WORD_SEMICOLON, team->notes.s);
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

/* Adds what the setting has not said: "Hospital, 120 beds · 120 beds". */
static void
join_new(struct buf *out, struct str text, struct str said)
{
    if (!str_equal_nocase(text, said))
        words_join(out, MIDDLE_DOT, text);
}

/* "38" becomes "38 FTE", "38 nurses" stays as the person wrote it. */
static void
join_scope(const struct words *w, struct buf *out, const struct text *value,
           enum word word, struct str said)
{
    struct decimal number = {0};
    struct str text = value->s;
    if (str_is_empty(text))
        return;
    if (!has_letter(text)) {
        bool is_whole = decimal_parse(text, &number) && !number.decimals;
        text =
            locale_counted(w->arena, w->locale, word,
                           is_whole && number.digits >= 0 ? number.digits : -1,
                           words_number(w, text));
    }
    join_new(out, text, said);
}

/* Money has letters of its own ("6.1M USD") and gets the word nevertheless. */
static void
join_budget(const struct words *w, struct buf *out, const struct text *budget)
{
    struct str text = budget->s;
    if (str_is_empty(text))
        return;
    struct str word = locale_say(w->arena, w->locale, WORD_BUDGET, STR(""));
    if (!str_holds_nocase(text, str_trim(word)))
        text = locale_say(w->arena, w->locale, WORD_BUDGET, text);
    words_join(out, MIDDLE_DOT, text);
}

struct str
words_scope(const struct words *w, const struct scope *scope, struct str said)
{
    struct buf out = buf_new(w->arena);
    join_scope(w, &out, &scope->beds, WORD_BEDS, said);
    join_scope(w, &out, &scope->fte, WORD_FTE, said);
    join_scope(w, &out, &scope->direct_reports, WORD_DIRECT_REPORTS, said);
    join_scope(w, &out, &scope->sites, WORD_SITES, said);
    join_scope(w, &out, &scope->providers, WORD_PROVIDERS, said);
    join_scope(w, &out, &scope->annual_visits, WORD_VISITS, said);
    join_budget(w, &out, &scope->budget);
    return buf_str(&out);
}

/* ---- texts --------------------------------------------------------------- */

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
