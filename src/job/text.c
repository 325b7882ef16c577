#include "parts.h"

/* Every line that is not blank, in its order. */
struct job_text
job_text_read(struct arena *arena, struct findings *findings, uint32_t source)
{
    struct job_text text = {.title = {NULL, 0}};
    struct str rest = source_text(findings_sources(findings), source);
    for (size_t line = 1; rest.len; line++) {
        struct str s = str_trim(str_cut(&rest, '\n'));
        if (s.len)
            *list_add(arena, &text.lines) =
                (struct job_line){.text = s, .line = line, .place = JOB_OTHER};
    }
    if (text.lines.count)
        text.title = text.lines.at[0].text;
    return text;
}

struct job_text
job_head(struct arena *arena, struct str name, struct str bytes)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    return job_text_read(arena, findings, sources_add(sources, name, bytes));
}
