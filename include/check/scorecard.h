/*
 * The scorecard: how far a file has come against the tips of its pack, for
 * the eyes of the person who writes it; never printed on a page.
 *
 * A tip is met when what it asks for is there and none of its rules fires,
 * partly met when one does, not met when it is not there. A group of tips is
 * met when all of its tips that apply are; tips that the pack calls optional
 * ("may") count only where a group has no others.
 */
#ifndef CHECK_SCORECARD_H
#define CHECK_SCORECARD_H

#include "check/check.h"

enum tip_status {
    TIP_MET,
    TIP_PARTLY,
    TIP_NOT_MET,
    TIP_NOT_APPLICABLE /* asks for what only belongs to something absent */
};

struct tip_score {
    const struct pack_tip *tip;
    enum tip_status status;
    LIST(const struct finding *) findings; /* of its rules, in order */
};

/* What to do first: `text` is a message of `finding`, or the tip's own. */
struct tip_step {
    const struct tip_score *tip;   /* NULL: nothing to do */
    const struct finding *finding; /* NULL: something is absent */
    struct str text;
    int weight;
};

struct tip_group_score {
    const struct pack_tip_group *group;
    enum tip_status status;
    size_t met, of; /* tips that apply */
    LIST(struct tip_score) tips;
    struct tip_step next;
};

/* A part of a whole. */
struct tip_share {
    size_t count, of;
};

struct scorecard {
    const struct pack *pack;
    LIST(struct tip_group_score) groups;
    size_t counts[TIP_NOT_APPLICABLE + 1]; /* tips by status */
    struct tip_step next;
    struct tip_share quantified; /* lines of work and results with a result */
    struct tip_share evidenced;  /* skills listed that are shown at work */
    struct tip_share sourced;    /* metric records that name their source */
    /* Of technical, leadership and patient- or client-focused work, in
       percent; sum 100, or all 0 where nothing can be counted. */
    int balance[3];
};

/* `findings` are those of check_run on the same candidate, sorted; borrowed.
   NULL when the pack has no tips. */
const struct scorecard *scorecard_make(struct arena *arena,
                                       const struct findings *findings,
                                       const struct candidate *candidate,
                                       const struct check_options *options);

/* Text of at most `width` columns; 0: as long as it gets. */
void scorecard_print(struct buf *out, const struct scorecard *scorecard,
                     struct sources *sources, size_t width);

/*
 * {"pack", "tips": {"met", "partly", "not_met", "not_applicable"},
 *  "groups": [{"id", "title", "status", "met", "of",
 *    "tips": [{"id", "text", "level", "status", "findings": [{"code",
 *      "severity", "file", "line", "column", "message"}]}],
 *    "next": {"tip", "text", "code", "line"} or null}],
 *  "figures": {"quantified": {"count", "of"}, "evidenced": ..., "sourced": ...,
 *    "balance": {"technical", "leadership", "patient"}},
 *  "next": {...} or null}
 * Statuses: "met", "partly", "not met", "not applicable".
 */
void scorecard_json(struct buf *out, const struct scorecard *scorecard,
                    struct sources *sources);

const char *tip_status_name(enum tip_status status);

#endif
