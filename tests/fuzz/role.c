/*
 * A role file: any bytes. What must hold: what is found in it can be printed;
 * the same bytes give the same role; the role as it is printed is read without
 * findings as the same role; JSON of it is text; a file of a person can be
 * matched against it.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "diag/print.h"
#include "pack/role_file.h"
#include "pipeline/build.h"

#define NAME STR("./mine.yaml")

static void
require(bool condition, const char *what, struct str text)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %.*s\n", what, STR_ARG(text));
    abort();
}

static struct findings *
new_findings(struct arena *arena)
{
    return findings_new(arena, sources_new(arena));
}

static const struct pack_role *
read_role(struct arena *arena, struct findings *findings, struct str bytes,
          const struct pack **pack)
{
    const struct role_file file = {NAME, NAME, bytes};
    *pack = pack_with_roles(arena, findings, *pack, &file, 1);
    return pack_role(*pack, NAME);
}

/* What the file says and what is told of it. */
static struct str
print_once(struct arena *arena, const struct pack *pack, struct str bytes)
{
    const struct print_options options = {.format = PRINT_TEXT, .width = 72};
    struct findings *findings = new_findings(arena);
    struct buf out = buf_new(arena);
    const struct pack_role *role = read_role(arena, findings, bytes, &pack);
    findings_sort(findings);
    findings_print(&out, findings, &options);
    if (role) {
        roles_print_json(&out, role, 1);
        role_print_file(&out, pack, role);
    }
    require(utf8_find_malformed(buf_str(&out)) == SIZE_MAX, "malformed UTF-8",
            buf_str(&out));
    return buf_str(&out);
}

static void
require_round_trip(struct arena *arena, const struct pack *pack,
                   struct str bytes)
{
    const struct pack *base = pack;
    struct findings *findings = new_findings(arena), *again;
    struct buf first = buf_new(arena), second = buf_new(arena);
    const struct pack_role *role = read_role(arena, findings, bytes, &pack);
    if (!role)
        return;
    role_print_file(&first, pack, role);
    again = new_findings(arena);
    role = read_role(arena, again, buf_str(&first), &base);
    require(role != NULL, "cannot be read again", buf_str(&first));
    role_print_file(&second, base, role);
    require(str_equal(buf_str(&first), buf_str(&second)), "another role",
            buf_str(&second));
}

static void
match(struct arena *arena, struct str bytes)
{
    const struct dossier_request request = {
        .name = STR("fuzz.yaml"),
        .bytes = STR("basics: {name: Jo Li, email: jo@li.net}\n"
                     "skills: [{name: Lean, keywords: [kanban, audits]}]\n"),
        .role = NAME,
        .role_bytes = bytes,
        .today = {.year = 2025, .month = 11, .day = 22},
        .audience = AUDIENCE_EMPLOYER,
        .report = REPORT_MATCH,
        .dump = STAGE_BYTES,
        .width = 72,
    };
    struct dossier_result result = dossier_build(arena, &request);
    require(utf8_find_malformed(result.dump) == SIZE_MAX, "malformed UTF-8",
            result.dump);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    struct arena *arena = arena_new();
    const struct pack *pack = pack_at(size % 2);
    struct str first = print_once(arena, pack, bytes);
    require(str_equal(first, print_once(arena, pack, bytes)),
            "not the same again", first);
    require_round_trip(arena, pack, bytes);
    match(arena, bytes);
    arena_free(arena);
    return 0;
}
