#include "print_format.h"

static void
add_text(struct buf *out, const char *key, struct str text)
{
    if (text.len == 0)
        return;
    buf_print(out, ", \"%s\": ", key);
    buf_add_json(out, text);
}

static void
add_number(struct buf *out, const char *key, size_t number)
{
    buf_print(out, ", \"%s\": %zu", key, number);
}

static void
add_place(struct buf *out, struct sources *sources, struct span span)
{
    struct place from, to;

    if (span_is_none(span))
        return;
    from = source_place(sources, span.source, span.from);
    to = source_place(sources, span.source, span.to);
    add_text(out, "file", source_name(sources, span.source));
    add_number(out, "line", from.line);
    add_number(out, "column", from.column);
    add_number(out, "end_line", to.line);
    add_number(out, "end_column", to.column);
    add_number(out, "from", span.from);
    add_number(out, "to", span.to);
}

static void
add_edit(struct buf *out, const struct finding *finding)
{
    if (!finding->has_edit)
        return;
    buf_print(out, ", \"edit\": {\"from\": %zu, \"to\": %zu, \"text\": ",
              (size_t)finding->edit.span.from, (size_t)finding->edit.span.to);
    buf_add_json(out, finding->edit.text);
    buf_print(out, ", \"safe\": %s}", finding->edit_is_safe ? "true" : "false");
}

static void
add_finding(struct buf *out, struct sources *sources,
            const struct finding *finding)
{
    const struct code_entry *entry = code_entry(finding->code);

    buf_print(out, " {\"code\": \"%s\", \"name\": \"%s\"", entry->id,
              entry->name);
    buf_print(out, ", \"severity\": \"%s\"", severity_name(finding->severity));
    add_text(out, "message", finding->message);
    add_text(out, "help", finding->help);
    add_text(out, "path", finding->path);
    add_place(out, sources, finding->span);
    add_edit(out, finding);
    buf_add_byte(out, '}');
}

void
print_json(struct buf *out, struct findings *findings,
           const struct print_options *options)
{
    size_t count = findings_count(findings);

    buf_add(out, STR("{\"format\": 1, \"tool\": \"dossier\""));
    add_text(out, "version", str_from(options->version));
    buf_add(out, STR(", \"findings\": ["));
    for (size_t i = 0; i < count; i++) {
        buf_add_text(out, i == 0 ? "\n" : ",\n");
        add_finding(out, findings_sources(findings), findings_at(findings, i));
    }
    buf_add_text(out, count == 0 ? "]" : "\n]");
    if (options->pages.len)
        buf_print(out, ", \"pages\": [\n%.*s\n]", STR_ARG(options->pages));
    if (options->choices.len)
        buf_print(out, ", \"choices\": [\n%.*s\n]", STR_ARG(options->choices));
    add_number(out, "errors", findings_of(findings, SEVERITY_ERROR));
    add_number(out, "warnings", findings_of(findings, SEVERITY_WARNING));
    add_number(out, "hints", findings_of(findings, SEVERITY_HINT));
    buf_add(out, STR("}\n"));
}
