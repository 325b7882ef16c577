/* Pairs, tables and tiles. */
#include "output/plain.h"
#include "writer.h"

/* ---- pairs --------------------------------------------------------------- */

static bool
all_are_labelled(const struct block *block)
{
    for (size_t i = 0; i < block->lines.count; i++)
        if (plain_is_empty(&block->lines.at[i].label) ||
            plain_is_empty(&block->lines.at[i].text))
            return false;
    return block->lines.count > 0;
}

static void
add_plain_lines(struct html *h, const struct block *block)
{
    const char *colon = str_terminated(h->arena, h->document->words.colon);
    for (size_t i = 0; i < block->lines.count; i++) {
        struct inline_text line = {0};
        plain_append(h->arena, &line, NULL, &block->lines.at[i].label);
        for (size_t k = 0; k < line.runs.count; k++)
            line.runs.at[k].style |= INLINE_STRONG;
        plain_append(h->arena, &line, colon, &block->lines.at[i].text);
        html_element(h, "p", &line);
    }
}

void
html_lines(struct html *h, const struct block *block)
{
    if (!all_are_labelled(block)) {
        add_plain_lines(h, block);
        return;
    }
    html_markup(h, block->kind == BLOCK_FACTS ? "<dl class=\"pairs facts\">\n"
                                              : "<dl class=\"pairs\">\n");
    for (size_t i = 0; i < block->lines.count; i++) {
        html_markup(h, "<div>\n");
        html_element(h, "dt", &block->lines.at[i].label);
        html_element(h, "dd", &block->lines.at[i].text);
        html_markup(h, "</div>\n");
    }
    html_markup(h, "</dl>\n");
}

/* ---- tables -------------------------------------------------------------- */

static const char *
class_of(const struct block *block, size_t column)
{
    static const char *const classes[] = {[COLUMN_START] = "",
                                          [COLUMN_END] = " class=\"end\"",
                                          [COLUMN_CENTER] =
                                              " class=\"center\""};
    return column < block->columns.count
               ? classes[block->columns.at[column].alignment]
               : "";
}

static void
add_row(struct html *h, const struct block *block, const struct row *row)
{
    html_markup(h, "<tr>");
    for (size_t i = 0; i < row->cells.count; i++) {
        const struct cell *cell = &row->cells.at[i];
        bool is_head = cell->is_header && !plain_is_empty(&cell->text);
        buf_print(&h->out, "<%s%s>", is_head ? "th scope=\"row\"" : "td",
                  class_of(block, i));
        html_inline(h, &cell->text);
        html_markup(h, is_head ? "</th>" : "</td>");
    }
    html_markup(h, "</tr>\n");
}

/* Wider than the screen, it is moved by itself. */
void
html_table(struct html *h, const struct block *block)
{
    if (!block->rows.count)
        return;
    html_markup(h, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n");
    if (h->section)
        html_element(h, "caption only", h->section);
    html_markup(h, "<thead>\n<tr>");
    for (size_t i = 0; i < block->columns.count; i++) {
        struct str title = block->columns.at[i].title;
        buf_print(&h->out, title.len ? "<th scope=\"col\"%s>" : "<td%s>",
                  class_of(block, i));
        html_words(h, title);
        html_markup(h, title.len ? "</th>" : "</td>");
    }
    html_markup(h, "</tr>\n</thead>\n<tbody>\n");
    for (size_t i = 0; i < block->rows.count; i++)
        add_row(h, block, &block->rows.at[i]);
    html_markup(h, "</tbody>\n</table>\n</div>\n");
}

/* ---- tiles --------------------------------------------------------------- */

void
html_strip(struct html *h, const struct block *block)
{
    if (!block->tiles.count)
        return;
    html_markup(h, "<dl class=\"tiles\">\n");
    for (size_t i = 0; i < block->tiles.count; i++) {
        const struct tile *tile = &block->tiles.at[i];
        html_markup(h, "<div>\n");
        html_element_words(h, "dt", tile->label);
        /* Numbers alone are written from left to right. */
        if (tile->value.len) {
            html_markup(h, "<dd class=\"value\"><bdi>");
            html_words(h, tile->value);
            html_markup(h, "</bdi></dd>\n");
        }
        html_element_words(h, "dd note", tile->note);
        html_markup(h, "</div>\n");
    }
    html_markup(h, "</dl>\n");
}
