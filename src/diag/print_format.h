/* One function for each way to print; see diag/print.h. */
#ifndef DIAG_PRINT_FORMAT_H
#define DIAG_PRINT_FORMAT_H

#include "diag/print.h"

void print_text(struct buf *out, struct findings *findings,
                const struct print_options *options);
void print_json(struct buf *out, struct findings *findings,
                const struct print_options *options);
void print_sarif(struct buf *out, struct findings *findings,
                 const struct print_options *options);
void print_github(struct buf *out, struct findings *findings,
                  const struct print_options *options);

#endif
