/* One thing of an example is spoiled, and just that is found. */
#ifndef RUNNER_WORSENED_H
#define RUNNER_WORSENED_H

#include <stdbool.h>

/* `path`: tests/worsened/EXAMPLE/NAME.sed */
bool worsened_run(const char *path);

#endif
