/* What was done for a number of pages, told line by line. */
#include "pipeline/build.h"

#define QUOTED 56

/* The first words, cut at a blank. */
static struct str
first_words(struct str text, bool *is_cut)
{
    struct str line = str_cut(&text, '\n');
    *is_cut = line.len > QUOTED || text.len > 0;
    if (line.len <= QUOTED)
        return line;
    size_t end = QUOTED;
    while (end > 0 && line.at[end] != ' ')
        end--;
    if (end > 0)
        return str_slice(line, 0, end);
    end = QUOTED;
    while (end > 0 && ((unsigned char)line.at[end] & 0xc0) == 0x80)
        end--; /* not inside a character */
    return str_slice(line, 0, end);
}

static void
print_cut(struct buf *out, const struct page_cut *cut, struct sources *sources)
{
    bool is_cut;
    struct str words = first_words(cut->words, &is_cut);
    buf_add_text(out, "  cut: ");
    if (!span_is_none(cut->span)) {
        struct place place =
            source_place(sources, cut->span.source, cut->span.from);
        buf_print(out,
                  "%.*s:%zu: ", STR_ARG(source_name(sources, cut->span.source)),
                  place.line);
    }
    buf_print(out,
              "%.*s \"%.*s%s\", priority %d; keeping it takes %zu line%s\n",
              STR_ARG(cut->path), STR_ARG(words), is_cut ? " ..." : "",
              (int)cut->priority, cut->lines, cut->lines == 1 ? "" : "s");
}

static void
print_pages(struct buf *out, size_t count)
{
    buf_print(out, "%zu page%s", count, count == 1 ? "" : "s");
}

void
page_report_print(struct buf *out, const struct page_report *report,
                  struct sources *sources)
{
    size_t lines = 0;
    if (!report->is_met || (!report->changes.count && !report->cuts.count))
        return;
    if (report->variant.len)
        buf_print(out, "%.*s, ", STR_ARG(report->variant));
    buf_print(out, "%s: set on ", report->kind);
    print_pages(out, report->pages);
    buf_print(out, "; as designed it has %zu\n", report->designed);
    for (size_t i = 0; i < report->changes.count; i++)
        buf_print(out, "  changed: %.*s\n", STR_ARG(report->changes.at[i]));
    for (size_t i = 0; i < report->cuts.count; i++) {
        print_cut(out, &report->cuts.at[i], sources);
        lines += report->cuts.at[i].lines;
    }
    if (report->cuts.count > 1)
        buf_print(out, "  to keep all %zu takes %zu lines more\n",
                  report->cuts.count, lines);
}

/* ---- for programs -------------------------------------------------------- */

static void
add_member(struct buf *out, const char *key, struct str text)
{
    if (!text.len)
        return;
    buf_print(out, ", \"%s\": ", key);
    buf_add_json(out, text);
}

static void
add_cut(struct buf *out, const struct page_cut *cut, struct sources *sources)
{
    buf_add_text(out, "{\"path\": ");
    buf_add_json(out, cut->path);
    add_member(out, "text", cut->words);
    buf_print(out, ", \"priority\": %d, \"lines\": %zu", (int)cut->priority,
              cut->lines);
    if (!span_is_none(cut->span)) {
        struct place place =
            source_place(sources, cut->span.source, cut->span.from);
        add_member(out, "file", source_name(sources, cut->span.source));
        buf_print(out, ", \"line\": %zu", place.line);
    }
    buf_add_byte(out, '}');
}

void
page_report_json(struct buf *out, const struct page_report *report,
                 struct str file, struct sources *sources)
{
    buf_add_text(out, " {\"file\": ");
    buf_add_json(out, file);
    add_member(out, "variant", report->variant);
    buf_print(out, ", \"document\": \"%s\"", report->kind);
    if (report->asked.least)
        buf_print(out, ", \"least\": %zu", report->asked.least);
    buf_print(out,
              ", \"most\": %zu, \"designed\": %zu, \"pages\": %zu, "
              "\"met\": %s, \"changes\": [",
              report->asked.most, report->designed, report->pages,
              report->is_met ? "true" : "false");
    for (size_t i = 0; i < report->changes.count; i++) {
        buf_add_text(out, i ? ", " : "");
        buf_add_json(out, report->changes.at[i]);
    }
    buf_add_text(out, "], \"cuts\": [");
    for (size_t i = 0; i < report->cuts.count; i++) {
        buf_add_text(out, i ? ",\n  " : "\n  ");
        add_cut(out, &report->cuts.at[i], sources);
    }
    buf_add_text(out, "]}");
}

void
page_report_dump(struct buf *out, const struct page_report *report)
{
    for (size_t i = 0; i < report->cuts.count; i++) {
        const struct page_cut *cut = &report->cuts.at[i];
        buf_print(out, "cut from %s: %.*s (priority %d, to fit on ",
                  report->kind, STR_ARG(cut->path), (int)cut->priority);
        print_pages(out, report->asked.most);
        buf_add_text(out, ")\n");
    }
}
