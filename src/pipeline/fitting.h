/* The way of one document to the number of pages asked for. */
#ifndef PIPELINE_FITTING_H
#define PIPELINE_FITTING_H

#include "edition/budget.h"
#include "pages.h"

struct attempt {
    struct paged paged;
    const struct theme *theme;
    size_t step;
};

struct fitting {
    const struct page_task *task;
    struct page_report *report;
    struct layout_options layout;
    const struct edition_parts *parts; /* NULL: nothing need be cut so far */
    size_t step_count;
};

/* Which of the first `count` parts go: what is not on the pages by itself
   would be lost for nothing. */
struct cut_list {
    const struct edition_part **at;
    upt *heights;
    size_t count;
    bool *is_cut; /* by number of the part */
};

static inline const struct pages_fit *
fit_of(const struct attempt *attempt)
{
    return &attempt->paged.pages->fit;
}

/* ---- what is told of it: fitting.c ---- */

/* How the look of an attempt differs from the theme's own. */
void fitting_tell_look(const struct fitting *fitting,
                       const struct attempt *attempt);
void fitting_tell_cuts(const struct fitting *fitting,
                       const struct attempt *attempt,
                       const struct cut_list *cuts);
/* F103: `tight` is what remains when all is cut that may be. */
void fitting_refuse(const struct fitting *fitting, const struct attempt *tight);
/* F104, when there are fewer pages than asked for. */
void fitting_tell_few(const struct page_task *task, size_t count);

#endif
