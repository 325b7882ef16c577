#include "diag/print.h"

#include "wrap.h"

#define WIDEST ((size_t)80)
#define INDENT 4

static void
add_paragraph(struct buf *out, const char *text, size_t width)
{
    add_wrapped(out, str_from(text), 0, width);
    buf_add(out, STR("\n\n"));
}

/* As it is to be typed: indented, never broken. */
static void
add_example(struct buf *out, const char *title, const char *text)
{
    struct str rest = str_from(text);

    buf_print(out, "%s:\n\n", title);
    while (rest.len > 0) {
        struct str line = str_cut(&rest, '\n');

        if (line.len > 0)
            buf_print(out, "%*s%.*s", INDENT, "", STR_ARG(line));
        buf_add_byte(out, '\n');
    }
    buf_add_byte(out, '\n');
}

void
code_explain(struct buf *out, enum code code, size_t width)
{
    const struct code_entry *entry = code_entry(code);

    if (width == 0 || width > WIDEST)
        width = WIDEST;
    buf_print(out, "%s %s (%s)\n\n", entry->id, entry->name,
              severity_name(entry->severity));
    add_paragraph(out, entry->title, width);
    add_paragraph(out, entry->why, width);
    if (entry->bad[0] != '\0')
        add_example(out, "Instead of", entry->bad);
    if (entry->good[0] != '\0')
        add_example(out, "write", entry->good);
    add_wrapped(out, str_from(entry->fix), 0, width);
    buf_add_byte(out, '\n');
}

void
print_wrapped(struct buf *out, struct str text, size_t indent, size_t width)
{
    add_wrapped(out, text, indent, width);
}
