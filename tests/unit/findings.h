/* Findings over a text given in the test, for the tests of diag. */
#ifndef UNIT_FINDINGS_H
#define UNIT_FINDINGS_H

#include "unit.h"

#include "base/bug.h"
#include "diag/print.h"

/* Severity and wording of these codes do not matter here. */
#define CODE_A CODE_X310
#define CODE_B CODE_X311
#define CODE_C CODE_X312

/* Findings with one source; A is an error, B a warning, C a hint. */
static inline struct findings *
findings_over(struct arena *arena, struct str text)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);

    (void)sources_add(sources, STR("me.yaml"), text);
    findings_set_severity(findings, CODE_A, SEVERITY_ERROR);
    findings_set_severity(findings, CODE_B, SEVERITY_WARNING);
    findings_set_severity(findings, CODE_C, SEVERITY_HINT);
    return findings;
}

/* Where `part` stands first in the source. */
static inline struct span
span_of(const struct findings *findings, const char *part)
{
    struct str text = source_text(findings_sources(findings), 0);
    size_t from = str_find(text, str_from(part), 0);

    ENSURE(from != SIZE_MAX);
    return (struct span){0, (uint32_t)from,
                         (uint32_t)(from + str_from(part).len)};
}

static inline struct str
printed(struct findings *findings, struct print_options options)
{
    struct buf out = buf_new(findings_arena(findings));

    findings_print(&out, findings, &options);
    return buf_str(&out);
}

#endif
