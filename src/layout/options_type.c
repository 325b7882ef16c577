/* Options of the typesetting itself. */
#include "option_rows.h"

static const struct option options[] = {
    BOOL("typography.smart", typography.smart, "yes",
         "quotation marks of the language, apostrophes, dashes in ranges, "
         "minus signs, as a printer sets them"),
};

const struct option_group type_options = GROUP(options);
