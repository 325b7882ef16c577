/* The kinds of test and how each is found and run. */
#ifndef RUNNER_CASE_H
#define RUNNER_CASE_H

#include <stdbool.h>
#include <stddef.h>

struct case_kind;

struct test_case {
    const struct case_kind *kind;
    char *name; /* "cli/unknown-key", for people and for the filter */
    char *path; /* of the folder or file, from the top of the source tree */
};

struct case_list {
    struct test_case *at;
    size_t count;
};

/* Makes runs alike everywhere; call once, before the others. */
void case_set_environment(void);
struct case_list cases_find(void);
/* Prints what differs on standard output; false when the test failed. */
bool case_run(const struct test_case *test);

#endif
