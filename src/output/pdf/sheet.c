#include "sheet.h"

#include "tree.h"

struct sheet
sheet_new(struct writer *writer, size_t page)
{
    const struct pages *pages = writer->pages;
    size_t images = pages->images.count;

    /* Colours, widths and caps: as PDF has them at the start of a page. */
    return (struct sheet){
        .writer = writer,
        .page = page,
        .height = pages->at.at[page].height,
        .out = buf_new(writer->arena),
        .stroke_width = UPT_PER_PT,
        .fonts_used = ARENA_ARRAY(writer->arena, writer->font_count, bool),
        .images_used = ARENA_ARRAY(writer->arena, images, bool),
    };
}

/* ---- marked content --------------------------------------------------- */

void
sheet_end_content(struct sheet *sheet)
{
    sheet_end_text(sheet);
    if (sheet->where != OUTSIDE)
        buf_add_text(&sheet->out, "EMC\n");
    sheet->where = OUTSIDE;
}

void
sheet_enter(struct sheet *sheet, const struct tag *tag)
{
    struct str type;

    if (sheet->where == (tag ? IN_TAG : IN_ARTIFACT) && sheet->tag == tag)
        return;
    sheet_end_content(sheet);
    sheet->tag = tag;
    if (tag == NULL) {
        sheet->where = IN_ARTIFACT;
        buf_add_text(&sheet->out, "/Artifact BMC\n");
        return;
    }
    sheet->where = IN_TAG;
    type = tree_type(tag);
    buf_add_byte(&sheet->out, '/');
    buf_add(&sheet->out, type);
    buf_add(&sheet->out, STR("<</MCID "));
    buf_add_number(&sheet->out,
                   tree_add_content(sheet->writer->tree, tag, sheet->page));
    /* Readers of the text look for it here and not in the tree. */
    if (tag->actual_text.len > 0) {
        buf_add_text(&sheet->out, "/ActualText");
        value_text(&sheet->out, tag->actual_text);
    }
    buf_add_text(&sheet->out, ">>BDC\n");
}

void
sheet_enter_actual_text(struct sheet *sheet, const struct tag *tag,
                        struct str text)
{
    sheet_end_content(sheet);
    sheet->where = IN_TAG;
    sheet->tag = tag;
    buf_print(&sheet->out, "/Span<</MCID %u/ActualText",
              tree_add_content(sheet->writer->tree, tag, sheet->page));
    value_text(&sheet->out, text);
    buf_add_text(&sheet->out, ">>BDC\n");
}

void
sheet_begin_text(struct sheet *sheet)
{
    if (sheet->in_text)
        return;
    sheet->in_text = true;
    sheet->line_x = sheet->line_y = 0;
    buf_add_text(&sheet->out, "BT\n");
}

void
sheet_end_text(struct sheet *sheet)
{
    if (sheet->in_text)
        buf_add_text(&sheet->out, "ET\n");
    sheet->in_text = false;
}

/* ---- graphics state --------------------------------------------------- */

/* Red, green, blue of 0-1, or one number where they are alike. */
static void
print_color(struct buf *out, rgb color, const char *gray, const char *full)
{
    unsigned r = color >> 16 & 255, g = color >> 8 & 255, b = color & 255;

    if (r == g && g == b) {
        value_operand(out, (r * 1000 + 127) / 255);
        buf_add_text(out, gray);
        return;
    }
    value_operand(out, (r * 1000 + 127) / 255);
    value_operand(out, (g * 1000 + 127) / 255);
    value_operand(out, (b * 1000 + 127) / 255);
    buf_add_text(out, full);
}

void
sheet_fill_color(struct sheet *sheet, rgb color)
{
    if (color != sheet->fill)
        print_color(&sheet->out, color, "g\n", "rg\n");
    sheet->fill = color;
}

void
sheet_stroke_color(struct sheet *sheet, rgb color)
{
    if (color != sheet->stroke)
        print_color(&sheet->out, color, "G\n", "RG\n");
    sheet->stroke = color;
}

void
sheet_stroke_style(struct sheet *sheet, upt width, bool round_caps, upt dash,
                   upt gap)
{
    struct buf *out = &sheet->out;

    if (width != sheet->stroke_width) {
        value_operand(out, milli_from_upt(width));
        buf_add_text(out, "w\n");
    }
    /* Round ends go with round corners. */
    if (round_caps != sheet->round_caps)
        buf_add_text(out, round_caps ? "1 J 1 j\n" : "0 J 0 j\n");
    if (dash != sheet->dash || gap != sheet->gap) {
        buf_add_byte(out, '[');
        if (dash > 0)
            value_number(out, milli_from_upt(dash));
        if (gap > 0) {
            buf_add_byte(out, ' ');
            value_number(out, milli_from_upt(gap));
        }
        buf_add_text(out, "]0 d\n");
    }
    sheet->stroke_width = width;
    sheet->round_caps = round_caps;
    sheet->dash = dash;
    sheet->gap = gap;
}

milli
sheet_y(const struct sheet *sheet, upt y)
{
    return milli_from_upt(sheet->height - y);
}

void
sheet_rectangle(struct sheet *sheet, milli x, milli y, milli width,
                milli height)
{
    value_operand(&sheet->out, x);
    value_operand(&sheet->out, y);
    value_operand(&sheet->out, width);
    value_operand(&sheet->out, height);
    buf_add_text(&sheet->out, "re\n");
}
