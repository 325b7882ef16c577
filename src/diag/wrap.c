#include "wrap.h"

#include "base/utf8.h"
#include "snippet.h"

/* Narrower than this no text is readable; the terminal may break it. */
#define NARROWEST 20

static void
begin_line(struct buf *out, size_t indent)
{
    buf_add_byte(out, '\n');
    for (size_t i = 0; i < indent; i++)
        buf_add_byte(out, ' ');
}

static bool
is_example(struct str line)
{
    return str_starts(line, STR(" ")) || str_starts(line, STR("- "));
}

static size_t
room_for(size_t width, size_t indent)
{
    return width < indent + NARROWEST ? NARROWEST : width - indent;
}

void
add_hanging(struct buf *out, struct str line, size_t column, size_t indent,
            size_t width)
{
    size_t last = indent + room_for(width, indent);
    bool at_start = true;

    while (line.len > 0) {
        struct str word = str_cut(&line, ' ');
        size_t columns = utf8_columns(word);

        if (word.len == 0)
            continue;
        if (column + !at_start + columns > last && column > indent) {
            begin_line(out, indent);
            column = indent;
        } else if (!at_start) {
            buf_add_byte(out, ' ');
            column++;
        }
        add_visible(out, word);
        column += columns;
        at_start = false;
    }
}

void
add_wrapped(struct buf *out, struct str text, size_t indent, size_t width)
{
    bool first = true;

    while (text.len > 0) {
        struct str line = str_cut(&text, '\n');

        if (!first && line.len == 0)
            buf_add_byte(out, '\n');
        else if (!first)
            begin_line(out, indent);
        if (width == 0 || is_example(line))
            add_visible(out, line);
        else
            add_hanging(out, line, indent, indent, width);
        first = false;
    }
}
