/* Times as files hold them: in UTC. */
#ifndef OUTPUT_MOMENT_H
#define OUTPUT_MOMENT_H

#include "base/buf.h"

struct moment {
    int year;
    unsigned month, day, hour, minute, second;
};

/* Of seconds since 1970, up to the end of the year 9999. */
struct moment moment_from(int64_t seconds);

/* "2026-11-22T16:30:00Z" */
void moment_print_iso(struct buf *out, int64_t seconds);

#endif
