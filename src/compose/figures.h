/* What the parts that make figures of records share. */
#ifndef COMPOSE_FIGURES_H
#define COMPOSE_FIGURES_H

#include "composer.h"

/* ---- words of a record: figures.c ---------------------------------------- */

/* "Median wait": as the person calls it, or the pack. */
struct str metric_name(const struct composer *c, const struct metric *metric);
/* The same with the unit that does not stand beside the figures. */
struct str metric_name_with_unit(const struct composer *c,
                                 const struct metric *metric);
/* 1 when more is better, -1 when less is, 0 when nobody says. */
int metric_direction(const struct composer *c, const struct metric *metric);
/* "−37%"; "+8 points" for percentages, which a percentage of would confuse. */
struct str metric_change_words(const struct composer *c,
                               const struct metric *metric);
/* "Jan – Jun 2022, before: Jul – Dec 2021, annualized" */
struct str metric_period_words(const struct composer *c,
                               const struct metric *metric);
/* "EHR report; split flow at check-in; benchmark 32 (MGMA)" */
struct str metric_source_words(const struct composer *c,
                               const struct metric *metric);
/* "41" of "from 41 to 26 minutes", "22%" of "from 22% to 14%". */
struct str metric_before_words(const struct composer *c,
                               const struct metric *metric);
/* "minutes", where "%" is none. */
bool metric_unit_is_word(const struct composer *c, const struct metric *metric);
/* A long unit would not fit beside each figure: the name bears it. */
bool metric_unit_is_long(const struct composer *c, const struct metric *metric);
/* digits * 10^(decimals - own decimals); false when it does not fit. */
bool decimal_scaled(const struct decimal *from, int decimals, int64_t *value);

/* ---- scales: figures_scale.c --------------------------------------------- */

/* A value times 10^decimals, as words_value prints it. */
struct str value_words(const struct composer *c, int64_t value, int decimals,
                       struct str unit);
/* Values larger than this are not drawn. */
#define LARGEST_DRAWN INT64_C(1000000000000000)
/* The scale of values from least to most, the ticks in it round: whole in all
   places but the last one, which is there for medians. It begins at zero
   unless all values lie far from it: then false. */
bool scale_values(const struct composer *c, struct chart *chart, int64_t least,
                  int64_t most, int decimals, struct str unit);
/* Years from first to last, or months where there are few and dates have them.
 */
void scale_times(const struct composer *c, struct chart *chart, int64_t first,
                 int64_t last, bool has_months);
/* Where a date stands; what is not said of it, at the beginning. */
int64_t time_of(const struct date *date);

/* ---- charts -------------------------------------------------------------- */

/* The record's series; NULL when there is none that can be drawn.
   figures_run.c */
const struct chart *run_chart_of(const struct composer *c,
                                 const struct metric *metric);
/* Records of one unit, before and after, joined by lines; NULL when fewer than
   `least` can be. figures_slope.c */
const struct chart *slope_chart_of(const struct composer *c,
                                   const metric_refs *metrics, size_t least);
void add_chart(const struct composer *c, struct block *parent,
               const struct chart *chart);

#endif
