/* Workflow commands of GitHub Actions: "::error file=...,line=...::text". */
#include "print_format.h"

static const char *const levels[] = {
    [SEVERITY_HINT] = "notice",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_ERROR] = "error",
};

/* A command is one line; its properties end at a comma, a colon or colons. A
   tab of the file stands for a blank. */
static void
add_escaped(struct buf *out, struct str text, const char *escaped)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\t')
            buf_add_byte(out, ' ');
        else if (str_find_byte(str_from(escaped), text.at[i], 0) == SIZE_MAX)
            buf_add_byte(out, text.at[i]);
        else
            buf_print(out, "%%%02X", (unsigned)(unsigned char)text.at[i]);
    }
}

static void
add_property(struct buf *out, const char *key, struct str value)
{
    buf_print(out, "%s=", key);
    add_escaped(out, value, "%\r\n:,");
    buf_add_byte(out, ',');
}

/* An annotation marks columns only when it begins and ends on one line. */
static void
add_place(struct buf *out, struct sources *sources, struct span span)
{
    struct place from = source_place(sources, span.source, span.from);
    struct place to = source_place(sources, span.source, span.to);

    add_property(out, "file", source_name(sources, span.source));
    buf_print(out, "line=%zu,endLine=%zu,", from.line, to.line);
    if (from.line == to.line)
        buf_print(out, "col=%zu,endColumn=%zu,", from.column, to.column);
}

void
print_github(struct buf *out, struct findings *findings,
             const struct print_options *options)
{
    (void)options; /* nothing in it concerns this format */
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        const struct code_entry *entry = code_entry(finding->code);

        buf_print(out, "::%s ", levels[finding->severity]);
        if (!span_is_none(finding->span))
            add_place(out, findings_sources(findings), finding->span);
        buf_print(out, "title=%s %s::", entry->id, entry->name);
        add_escaped(out, finding->message, "%\r\n");
        if (finding->help.len > 0)
            buf_add(out, STR("%0A"));
        add_escaped(out, finding->help, "%\r\n");
        buf_add_byte(out, '\n');
    }
}
