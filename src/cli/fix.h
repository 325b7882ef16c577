/* `check --fix`. */
#ifndef CLI_FIX_H
#define CLI_FIX_H

#include "command.h"
#include "pipeline/fix.h"

/* Whether the options that come with --fix make sense together; complains. */
bool fix_fits(const struct settings *settings);

/* Mends the file of the request and those it includes, tells what was done
   and writes them. *result holds what remains. */
enum exit_status fix_file(const struct settings *settings, struct arena *arena,
                          const struct dossier_request *request,
                          struct dossier_result *result);

#endif
