/*
 * A posting: any bytes, in any form. What must hold: each line has words,
 * stands in the file and is text; the same bytes give the same print; the
 * findings about it can be printed.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "diag/print.h"
#include "job/job.h"

static void
require(bool condition, const char *what, struct str text)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %.*s\n", what, STR_ARG(text));
    abort();
}

static void
require_lines(const struct job *job)
{
    size_t bytes = 0;
    for (size_t i = 0; i < job->lines.count; i++) {
        const struct job_line *line = &job->lines.at[i];
        require(line->text.len > 0 && line->line > 0, "no line", line->text);
        require(line->place < JOB_PLACE_COUNT, "no place", line->text);
        require(utf8_find_malformed(line->text) == SIZE_MAX, "malformed UTF-8",
                line->text);
        bytes += line->text.len;
    }
    require(bytes <= JOB_SIZE_LIMIT, "longer than the limit", job->name);
}

/* All that is printed about the posting. */
static struct str
read_once(struct arena *arena, struct str bytes)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    const struct pack *pack = pack_at(bytes.len % 2);
    const struct print_options options = {.format = PRINT_TEXT, .width = 72};
    struct buf out = buf_new(arena);
    const struct job *job = job_read(
        arena, findings, pack, sources_add(sources, STR("posting"), bytes));
    require_lines(job);
    job_dump(&out, job, pack);
    findings_sort(findings);
    findings_print(&out, findings, &options);
    return buf_str(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    struct arena *arena = arena_new();
    struct str first = read_once(arena, bytes);
    require(str_equal(first, read_once(arena, bytes)), "not the same again",
            first);
    arena_free(arena);
    return 0;
}
