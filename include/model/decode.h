/*
 * Tree to candidate. Wrong types, unknown keys ("did you mean"), missing
 * required fields, bad dates, unresolved references are findings (X1..); what
 * can be used is used, what cannot is left out, nothing silently.
 */
#ifndef MODEL_DECODE_H
#define MODEL_DECODE_H

#include "diag/finding.h"
#include "model/candidate.h"

struct decode_options {
    struct date today;   /* for {years} and `present` */
    struct str language; /* to print in; empty: the file's own */
    enum audience audience; /* for whom figures are filled in */
    struct job_facts job; /* what {job.title} and its like stand for */
};

/* Never NULL. `tree` may be NULL (an empty candidate). */
const struct candidate *candidate_decode(struct arena *arena,
                                         struct findings *findings,
                                         const struct node *tree,
                                         const struct decode_options *options);

/* The file, or who asked for it, says in which language it is printed. */
bool candidate_names_language(const struct candidate *candidate);

const struct metric *candidate_metric(const struct candidate *candidate,
                                      struct str id);

/* The record's figures as prose prints them: "41", "-37%", "-8 points". */
enum metric_field {
    METRIC_BEFORE, METRIC_AFTER, METRIC_CHANGE, METRIC_POINTS, METRIC_UNIT,
    METRIC_PERIOD, METRIC_LABEL, METRIC_TARGET
};
/* Empty when the record does not say. Confidential records give their change
   or their band only. */
struct str metric_print(struct arena *arena, const struct locale *locale,
                        const struct metric *metric, enum metric_field field);
/*
 * Leaves of a confidential record what an audience may know: employers and
 * interviewers its change, others a band that the change lies in; of a figure
 * without a change everybody a band. No end of a band is the figure itself, but
 * 0 and a fall of 100 percent. Other records stay as they are.
 */
void metric_mask(struct arena *arena, struct metric *metric,
                 enum audience audience);
/* Signed change in percent times 10, rounded half away from zero; false when
   it cannot be computed (before is zero or absent). */
bool metric_change_tenths(const struct metric *metric, int64_t *tenths);

/* Every given field with the place it was written at, then what is derived;
   for --dump candidate and golden tests. */
void candidate_dump(struct buf *out, const struct candidate *candidate,
                    struct sources *sources);

#endif
