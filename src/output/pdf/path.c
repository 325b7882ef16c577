/* Paths as path operators (ISO 32000-1, 8.5). */
#include "sheet.h"

#include "base/bug.h"

static const struct {
    size_t numbers;
    const char *operator;
} verbs[] = {
    [PATH_MOVE] = {2, "m\n"},
    [PATH_LINE] = {2, "l\n"},
    [PATH_CURVE] = {6, "c\n"},
    [PATH_CLOSE] = {0, "h\n"},
};

static void
print_path(struct sheet *sheet, const struct path *path)
{
    size_t at = 0;

    for (size_t i = 0; i < path->verb_count; i++) {
        uint8_t verb = path->verbs[i];

        ENSURE(verb <= PATH_CLOSE);
        ENSURE(at + verbs[verb].numbers <= path->point_count);
        for (size_t k = 0; k < verbs[verb].numbers; k += 2, at += 2) {
            value_operand(&sheet->out, milli_from_upt(path->points[at]));
            value_operand(&sheet->out, sheet_y(sheet, path->points[at + 1]));
        }
        buf_add_text(&sheet->out, verbs[verb].operator);
    }
}

void
sheet_draw_path(struct sheet *sheet, const struct path *path)
{
    const char *paint = path->even_odd ? "f*\n" : "f\n";

    if (path->verb_count == 0 || (!path->fill && !path->stroke))
        return;
    sheet_end_text(sheet);
    if (path->fill)
        sheet_fill_color(sheet, path->fill_color);
    if (path->stroke) {
        sheet_stroke_color(sheet, path->stroke_color);
        sheet_stroke_style(sheet, path->stroke_width, path->round_caps,
                           path->dash);
        paint = path->even_odd ? "B*\n" : "B\n";
        if (!path->fill)
            paint = "S\n";
    }
    print_path(sheet, path);
    buf_add_text(&sheet->out, paint);
}
