/* `--save-variant NAME` of build and match. */
#ifndef CLI_SAVE_VARIANT_H
#define CLI_SAVE_VARIANT_H

#include "run.h"

/* Whether the options that come with it make sense together; complains. */
bool save_variant_fits(const struct settings *settings);

/* Fills in what the block will say; EXIT_USAGE when its files are out of
   reach. */
enum exit_status save_variant_request(const struct run *run,
                                      struct arena *arena,
                                      struct dossier_request *request);

/* The path of a file as another one in a folder above it sees it; false when
   it is not below. */
bool path_below(struct arena *arena, const char *file, const char *named,
                struct str *path);

/* Whether it will: complains before anything is written. */
enum exit_status save_variant_refuse(const struct run *run, const char *path,
                                     const struct dossier_result *result);
/* Writes the file with its new block. */
enum exit_status save_variant_write(const struct run *run, struct arena *arena,
                                    const char *path,
                                    const struct dossier_result *result);

#endif
