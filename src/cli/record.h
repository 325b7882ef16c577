/* `build --record TO`: what was sent, to whom, in <name>.sent.yaml beside the
   file. */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include "run.h"

#define SENT_ENDING ".sent.yaml"

/* Whether it can be meant; complains. */
bool record_fits(const struct settings *settings);

/* Notes the files that were written from `path`, unless that was done. */
enum exit_status record_write(const struct run *run, struct arena *arena,
                              const char *path);

/* The list in a file of records, or NULL after a complaint; empty when there
   is nothing in it. */
const struct node *record_read(struct arena *arena, const char *path,
                               struct str bytes);

#endif
