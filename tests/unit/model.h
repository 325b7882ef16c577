/* A file given in the test, decoded; for the tests of the model. */
#ifndef UNIT_MODEL_H
#define UNIT_MODEL_H

#include "unit.h"

#include "base/buf.h"
#include "diag/print.h"
#include "load/yaml.h"
#include "model/decode.h"

struct decoded {
    struct arena *arena;
    struct sources *sources;
    struct findings *findings;
    const struct candidate *candidate;
};

/* As if it were 22 November 2025. The arena is the caller's. */
static inline struct decoded
decode_text(struct arena *arena, struct str text)
{
    struct decoded decoded = {.arena = arena};
    const struct decode_options options = {
        .audience = AUDIENCE_EMPLOYER,
        .today = {.year = 2025, .month = 11, .day = 22}};

    decoded.sources = sources_new(arena);
    decoded.findings = findings_new(arena, decoded.sources);
    uint32_t source = sources_add(decoded.sources, STR("me.yaml"), text);
    const struct node *tree = yaml_load(arena, decoded.findings, source);
    decoded.candidate =
        candidate_decode(arena, decoded.findings, tree, &options);
    findings_sort(decoded.findings);
    return decoded;
}

static inline struct str
decoded_dump(const struct decoded *decoded)
{
    struct buf out = buf_new(decoded->arena);

    candidate_dump(&out, decoded->candidate, decoded->sources);
    return buf_str(&out);
}

/* "line:column code severity message" and "  help", a line each. */
static inline struct str
decoded_findings(const struct decoded *decoded)
{
    struct buf out = buf_new(decoded->arena);

    for (size_t i = 0; i < findings_count(decoded->findings); i++) {
        const struct finding *finding = findings_at(decoded->findings, i);
        struct place place = source_place(
            decoded->sources, finding->span.source, finding->span.from);

        buf_print(&out, "%zu:%zu %s %s: %.*s\n", place.line, place.column,
                  code_entry(finding->code)->id,
                  severity_name(finding->severity), STR_ARG(finding->message));
        if (finding->help.len)
            buf_print(&out, "    %.*s\n", STR_ARG(finding->help));
        if (finding->has_edit && finding->edit_is_safe)
            buf_print(&out, "    -> %.*s\n", STR_ARG(finding->edit.text));
    }
    return buf_str(&out);
}

#endif
