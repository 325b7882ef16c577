/*
 * What must never happen. BUG() stays on in release builds: a wrong resume
 * sent to an employer costs more than a stopped program.
 */
#ifndef BASE_BUG_H
#define BASE_BUG_H

#include "base/attr.h"

#define BUG(...) bug_stop(__FILE__, __LINE__, __VA_ARGS__)

/* Stops with BUG() when a condition that our own code guarantees is false. */
#define ENSURE(condition)                                                      \
    do {                                                                       \
        if (!(condition))                                                      \
            BUG("not true: %s", #condition);                                   \
    } while (0)

/* Prints "file:line: message" on standard error and aborts. */
ATTR_NORETURN ATTR_PRINTF(3, 4) void bug_stop(const char *file, int line,
                                              const char *format, ...);

#endif
