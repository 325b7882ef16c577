/* What every unit test includes: cmocka and what it needs, and comparisons
   of texts that show both sides. */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

#define assert_str(got, expected)                                              \
    unit_assert_str((got), (expected), __FILE__, __LINE__)

/* The setup and teardown of a test that needs an arena as its state. */
#define UNIT_TEST(test)                                                        \
    cmocka_unit_test_setup_teardown(test, unit_begin, unit_end)

static inline void
unit_assert_str(struct str got, const char *expected, const char *file,
                int line)
{
    if (!str_is(got, expected)) {
        print_error("expected |%s|\n     got |%.*s|\n", expected, STR_ARG(got));
        _fail(file, line);
    }
}

static inline int
unit_begin(void **state)
{
    *state = arena_new();
    return 0;
}

static inline int
unit_end(void **state)
{
    arena_free(*state);
    return 0;
}

#endif
