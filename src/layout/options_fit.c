/* Options of how far a look may go to meet a number of pages. */
#include "option_rows.h"

static const struct option options[] = {
    {"pages", OPTION_PAGES, AT(pages), "any", 0, 0, NULL,
     "how many pages there may be: 2 (at most) or 1-2"},
    LENGTH("fit.size_least", fit.size_least, "9.5pt", 9, 12,
           "the smallest body text that saves a page"),
    LENGTH("fit.margin_least", fit.margin_least, "0.6in", 36, 144,
           "the narrowest margins that save a page"),
};

const struct option_group fit_options = GROUP(options);
