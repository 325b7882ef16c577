/*
 * A backtick cannot begin a text of YAML, and a text of several lines is
 * indented; so a line that begins with three of them belongs to what the file
 * was copied from. That it stands between the lines of a quote is possible,
 * but then it is no fence, for it has its quote or more words on it.
 */
#include "fence.h"

#include <string.h>

#define FENCE STR("```")

static size_t
line_end(struct str text, size_t at)
{
    while (at < text.len && text.at[at] != '\n' && text.at[at] != '\r')
        at++;
    return at;
}

/* Backticks, then perhaps one word: "```yaml". */
static bool
is_fence(struct str line)
{
    size_t at = 0;

    if (!str_starts(line, FENCE))
        return false;
    while (at < line.len && line.at[at] == '`')
        at++;
    line = str_trim(str_slice(line, at, line.len));
    for (size_t i = 0; i < line.len; i++)
        if (!ascii_is_alnum(line.at[i]))
            return false;
    return true;
}

/* With its end of line, so that nothing is left of it. */
static void
report(struct findings *findings, uint32_t source, struct str text, size_t from,
       size_t to)
{
    struct finding *finding =
        finding_add(findings, CODE_X034,
                    (struct span){source, (uint32_t)from, (uint32_t)to},
                    "This line is no part of the file; it is passed over.");
    size_t end = to;

    end += end < text.len && text.at[end] == '\r';
    end += end < text.len && text.at[end] == '\n';
    finding_help(finding, "Delete the line.");
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit =
        (struct edit){{source, (uint32_t)from, (uint32_t)end}, STR("")};
}

/* Behind a byte order mark, or behind the end of a line. */
static bool
begins_line(struct str text, size_t at)
{
    return at == 0 || text.at[at - 1] == '\n' || text.at[at - 1] == '\r' ||
           (at == 3 && str_starts(text, STR("\357\273\277")));
}

/* The first fence at or behind `from`, or text.len. */
static size_t
find_fence(struct str text, size_t from)
{
    for (;; from++) {
        from = str_find(text, FENCE, from);
        if (from == SIZE_MAX)
            return text.len;
        if (begins_line(text, from) &&
            is_fence(str_slice(text, from, line_end(text, from))))
            return from;
    }
}

struct str
fence_blank(struct arena *arena, struct findings *findings, uint32_t source,
            struct str text)
{
    size_t at = find_fence(text, 0);
    char *copy;

    if (at == text.len)
        return text;
    copy = arena_alloc(arena, text.len);
    memcpy(copy, text.at, text.len);
    for (; at < text.len; at = find_fence(text, at)) {
        size_t end = line_end(text, at);

        report(findings, source, text, at, end);
        memset(copy + at, ' ', end - at);
        at = end;
    }
    return (struct str){copy, text.len};
}
