/* Options of the words in entries: dates, what stands first, templates. */
#include "option_rows.h"

static const char *const date_parts[] = {
    "month_name", "month_abbreviation", "month", "month_in_two_digits",
    "day",        "day_in_two_digits",  "year",  "year_in_two_digits",
    NULL};
static const char *const range_parts[] = {"start_date", "end_date", NULL};
static const char *const span_parts[] = {"how_many_years", "years",
                                         "how_many_months", "months", NULL};
static const char *const firsts[] = {"position|degree",
                                     "organization|institution", NULL};

/* What every entry has; see src/compose/entries.c. */
#define ENTRY_PARTS                                                            \
    "title", "name", "subtitle", "dates", "date", "start_date", "end_date",    \
        "span", "place", "location", "summary", "highlights"

static const char *const education_parts[] = {
    "institution", "degree",        "area", "degree_with_area", "gpa",
    "honors",      "concentration", "url",  ENTRY_PARTS,        NULL};
static const char *const experience_parts[] = {"organization", "company",
                                               "position", ENTRY_PARTS, NULL};
static const char *const publication_parts[] = {
    "authors", "publisher", "journal", "doi", "url", ENTRY_PARTS, NULL};
static const char *const other_parts[] = {"issuer", ENTRY_PARTS, NULL};
static const char *const line_parts[] = {"label", "details", NULL};

static const struct option options[] = {
    TEMPLATE("dates.single", dates.single, "", date_parts,
             "form of a date; empty: as the language has it"),
    TEMPLATE("dates.range", dates.range, "", range_parts,
             "form of two dates; empty: as the language has it"),
    TEMPLATE("dates.span", dates.span, "", span_parts,
             "form of a time span; empty: as the language has it"),
    SECTIONS("dates.show_span_in", dates.spans_in, "",
             "sections whose entries say how long they lasted"),

    CHOICE("entry.first", entries.first, "position", firsts,
           "what stands first: position and degree, or where that was"),
    TEMPLATE("templates.education.main", entries.of[ENTRY_EDUCATION].main, "",
             education_parts, "lines of the title; empty: as usual"),
    TEMPLATE("templates.education.side", entries.of[ENTRY_EDUCATION].side, "",
             education_parts, "lines at the end of those"),
    TEMPLATE("templates.education.lead", entries.of[ENTRY_EDUCATION].lead, "",
             education_parts, "a column before those"),
    TEMPLATE("templates.experience.main", entries.of[ENTRY_EXPERIENCE].main, "",
             experience_parts, "lines of the title; empty: as usual"),
    TEMPLATE("templates.experience.side", entries.of[ENTRY_EXPERIENCE].side, "",
             experience_parts, "lines at the end of those"),
    TEMPLATE("templates.experience.lead", entries.of[ENTRY_EXPERIENCE].lead, "",
             experience_parts, "a column before those"),
    TEMPLATE("templates.publications.main", entries.of[ENTRY_PUBLICATION].main,
             "", publication_parts, "lines of the title; empty: as usual"),
    TEMPLATE("templates.publications.side", entries.of[ENTRY_PUBLICATION].side,
             "", publication_parts, "lines at the end of those"),
    TEMPLATE("templates.publications.lead", entries.of[ENTRY_PUBLICATION].lead,
             "", publication_parts, "a column before those"),
    TEMPLATE("templates.other.main", entries.of[ENTRY_OTHER].main, "",
             other_parts, "lines of the title of all other entries"),
    TEMPLATE("templates.other.side", entries.of[ENTRY_OTHER].side, "",
             other_parts, "lines at the end of those"),
    TEMPLATE("templates.other.lead", entries.of[ENTRY_OTHER].lead, "",
             other_parts, "a column before those"),
    TEMPLATE("templates.line", line_template, "", line_parts,
             "a label and what it says: skills, languages"),
};

const struct option_group word_options = GROUP(options);
