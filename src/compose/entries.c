/* How the parts of an entry stand: as usual, or as the person's templates
   say. */
#include "composer.h"

#define DOT " \xc2\xb7 "

/* ---- dates --------------------------------------------------------------- */

/* "{month_name} {year}" as the language's tables have it: MONTH_NAME YEAR. */
static struct str
date_pattern(struct arena *arena, struct str template)
{
    struct buf out = buf_new(arena);
    bool inside = false;
    for (size_t i = 0; i < template.len; i++) {
        char c = template.at[i];
        if (c == '{' || c == '}')
            inside = c == '{';
        else
            buf_add_byte(&out, inside ? ascii_upper(c) : c);
    }
    return buf_str(&out);
}

static struct str
range_pattern(struct arena *arena, struct str template)
{
    const struct placeholder ends[] = {
        {"start_date", STR("{x}"), NULL}, {"end_date", STR("{y}"), NULL}, {0}};
    return template_fill_plain(arena, template, ends);
}

const struct locale *
locale_of_choices(struct arena *arena, const struct locale *locale,
                  const struct date_choices *dates)
{
    if (!dates->single.len && !dates->range.len)
        return locale;
    struct locale *own = locale_copy(arena, locale);
    if (dates->single.len)
        locale_set(own, WORD_DATE_SHORT, date_pattern(arena, dates->single));
    if (dates->range.len)
        locale_set(own, WORD_DATE_RANGE, range_pattern(arena, dates->range));
    return own;
}

/* The word of a number alone: "years" of "2 years". */
static struct str
counted_word(const struct composer *c, enum word word, int count)
{
    if (!count)
        return (struct str){NULL, 0};
    return str_trim(locale_counted(c->arena, c->words.locale, word, count,
                                   (struct str){"", 0}));
}

static struct str
number_of(const struct composer *c, int count)
{
    return count ? str_format(c->arena, "%d", count) : (struct str){NULL, 0};
}

static struct str
span_of(const struct composer *c, int months)
{
    int years = months / 12, rest = months % 12;
    const struct placeholder values[] = {
        {"how_many_years", number_of(c, years), NULL},
        {"years", counted_word(c, WORD_YEARS, years), NULL},
        {"how_many_months", number_of(c, rest), NULL},
        {"months", counted_word(c, WORD_MONTHS, rest), NULL},
        {0}};
    if (months < 1)
        return (struct str){NULL, 0};
    if (!c->dates.span.len)
        return locale_span(c->arena, c->words.locale, months, 1);
    return template_fill_plain(c->arena, c->dates.span, values);
}

/* Both months count; what has not ended lasts until today. */
static struct str
span_words(const struct composer *c, const struct entry_form *form)
{
    if (!form->start || !form->start->year || !form->start->month)
        return (struct str){NULL, 0};
    const struct date *end = form->end;
    bool goes_on = !end || end->is_present || (form->is_open && !end->year);
    if (goes_on)
        end = &c->today;
    if (!end->year || !end->month)
        return (struct str){NULL, 0};
    return span_of(c, date_months(end, true) - date_months(form->start, false) +
                          1);
}

static bool
shows_span(const struct composer *c, const char *section)
{
    struct str rest = c->dates.spans_in;
    while (rest.len)
        if (str_is(str_trim(str_cut(&rest, ',')), section))
            return true;
    return false;
}

/* ---- templates ----------------------------------------------------------- */

enum { MOST_VALUES = 24 };

struct values {
    struct placeholder at[MOST_VALUES + 1];
    size_t count;
};

static void
add_value(struct values *values, const char *name, struct str text,
          const struct inline_text *rich)
{
    if (name && values->count < MOST_VALUES)
        values->at[values->count++] = (struct placeholder){name, text, rich};
}

static struct inline_text *
copy_of(struct arena *arena, const struct inline_text *text)
{
    struct inline_text *copy = ARENA_NEW(arena, struct inline_text);
    *copy = *text;
    return copy;
}

/* Under the names of the format, and under those of other tools. */
static void
collect(const struct composer *c, const struct block *entry,
        const struct entry_form *form, struct values *values)
{
    const struct str none = {NULL, 0};
    const struct inline_text *title = copy_of(c->arena, &entry->title),
                             *subtitle = copy_of(c->arena, &entry->subtitle),
                             *dates = copy_of(c->arena, &entry->aside),
                             *place = copy_of(c->arena, &entry->place);
    for (const struct placeholder *at = form->values; at && at->name; at++)
        add_value(values, at->name, at->text, at->rich);
    add_value(values, form->title, none, title);
    add_value(values, form->subtitle, none, subtitle);
    if (form->kind == ENTRY_EXPERIENCE)
        add_value(values, "company", none, form->subtitle ? subtitle : title);
    add_value(values, "title", none, title);
    add_value(values, "name", none, title);
    add_value(values, "subtitle", none, subtitle);
    add_value(values, "dates", none, dates);
    add_value(values, "date", none, dates);
    add_value(values, "place", none, place);
    add_value(values, "location", none, place);
    if (form->start)
        add_value(values, "start_date", words_date(&c->words, form->start),
                  NULL);
    if (form->end)
        add_value(values, "end_date", words_date(&c->words, form->end), NULL);
    add_value(values, "span", span_words(c, form), NULL);
    /* What an entry says always stands below its title. */
    add_value(values, "summary", none, NULL);
    add_value(values, "highlights", none, NULL);
}

/* One line of a template, and the next one with text behind it. */
static struct inline_text
next_line(const struct composer *c, struct str *rest,
          const struct values *values)
{
    struct inline_text line = {0};
    while (rest->len && inline_is_empty(&line))
        line = template_fill(c->arena, str_cut(rest, '\n'), values->at);
    return line;
}

static void
add_lines(const struct composer *c, struct inline_text *to, struct str rest,
          const struct values *values)
{
    while (rest.len) {
        struct inline_text line = next_line(c, &rest, values);
        if (inline_is_empty(&line))
            return;
        if (!inline_is_empty(to))
            inline_add(c->arena, to, STR("\xe2\x80\xa8"), 0); /* U+2028 */
        for (size_t i = 0; i < line.runs.count; i++)
            *list_add(c->arena, &to->runs) = line.runs.at[i];
    }
}

static void
set_parts(const struct composer *c, struct block *entry,
          const struct entry_template *template, const struct values *values)
{
    struct str rest = template->main;
    if (rest.len) {
        entry->title = next_line(c, &rest, values);
        entry->subtitle = (struct inline_text){0};
        add_lines(c, &entry->subtitle, rest, values);
        entry->is_templated = true;
    }
    rest = template->side;
    if (rest.len) {
        entry->aside = next_line(c, &rest, values);
        entry->place = (struct inline_text){0};
        add_lines(c, &entry->place, rest, values);
        entry->has_side = true;
    } else if (template->main.len) {
        entry->place = (struct inline_text){0}; /* the template names it */
    }
    if (template->lead.len)
        entry->lead = template_fill(c->arena, template->lead, values->at);
}

/* A job without a position is called by its employer, not by an empty line. */
static void
fill_title(struct block *entry)
{
    if (!inline_is_empty(&entry->title))
        return;
    entry->title = entry->subtitle;
    entry->subtitle = (struct inline_text){0};
}

static void
swap_titles(struct block *entry)
{
    struct inline_text title = entry->title;
    if (inline_is_empty(&entry->subtitle) || inline_is_empty(&title))
        return;
    entry->title = entry->subtitle;
    entry->subtitle = title;
}

void
entry_form(const struct composer *c, struct block *entry,
           const struct entry_form *form)
{
    const struct entry_template *template = &c->entries.of[form->kind];
    bool is_usual =
        !template->main.len && !template->side.len && !template->lead.len;
    if (!template->main.len)
        fill_title(entry);
    if (!is_usual) {
        struct values values = {.count = 0};
        collect(c, entry, form, &values);
        set_parts(c, entry, template, &values);
    }
    if (!template->main.len && c->entries.first == FIRST_ORGANIZATION &&
        form->kind <= ENTRY_EXPERIENCE)
        swap_titles(entry);
    if (!shows_span(c, form->section) || template->side.len)
        return;
    struct str span = span_words(c, form);
    if (span.len && !inline_is_empty(&entry->aside))
        inline_add(c->arena, &entry->aside, STR(DOT), INLINE_MUTED);
    inline_add(c->arena, &entry->aside, span, INLINE_NO_BREAK);
}
