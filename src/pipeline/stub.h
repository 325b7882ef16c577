/* Stands in for layers that are not there yet. */
#ifndef PIPELINE_STUB_H
#define PIPELINE_STUB_H

#include "base/buf.h"
#include "diag/finding.h"
#include "model/candidate.h"
#include "pack/pack.h"

struct check_options {
    const struct pack *pack;
    struct date today;
    struct str role;
};
void check_run(struct arena *arena, struct findings *findings,
               const struct candidate *candidate,
               const struct check_options *options);
void check_metrics_print(struct buf *out, const struct candidate *candidate,
                         const struct pack *pack);
const struct pack *pack_choose(struct findings *findings,
                               const struct candidate *candidate,
                               struct str name);

#endif
