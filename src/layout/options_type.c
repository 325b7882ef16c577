/* Options of the typesetting itself. */
#include "option_rows.h"

static const struct option options[] = {
    BOOL("typography.smart", typography.smart, "yes",
         "quotation marks of the language, apostrophes, dashes in ranges, "
         "minus signs, as a printer sets them"),
    BOOL("typography.hanging", typography.hang, "no",
         "quotation marks, full stops and hyphens at the ends of lines stand a "
         "little outside, so that edges look straight"),
};

const struct option_group type_options = GROUP(options);
