/* Paths as path operators (ISO 32000-1, 8.5). */
#include "sheet.h"

#include <string.h>

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

/* A closed subpath of four corners with upright sides from verb `i` on. */
static bool
is_rectangle(const struct path *path, size_t i, size_t at)
{
    static const uint8_t sides[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                    PATH_CLOSE};
    const upt *p = path->points + at;

    if (path->verb_count - i < sizeof sides || path->point_count - at < 8 ||
        memcmp(path->verbs + i, sides, sizeof sides) != 0)
        return false;
    /* Across and then down, or down and then across. */
    return (p[1] == p[3] && p[2] == p[4] && p[5] == p[7] && p[6] == p[0]) ||
           (p[0] == p[2] && p[3] == p[5] && p[4] == p[6] && p[7] == p[1]);
}

/* `re` goes across first; a box drawn downwards begins at its second corner,
   so that it turns the same way and a hole stays a hole. Rounded corner by
   corner: neighbours share their edges. */
static void
print_rectangle(struct sheet *sheet, const upt *p)
{
    size_t corner = p[1] == p[3] ? 0 : 2;
    milli x = milli_from_upt(p[corner]), y = sheet_y(sheet, p[corner + 1]);

    sheet_rectangle(sheet, x, y, milli_from_upt(p[corner + 4]) - x,
                    sheet_y(sheet, p[corner + 5]) - y);
}

static void
print_verb(struct sheet *sheet, uint8_t verb, const upt *points)
{
    for (size_t i = 0; i < verbs[verb].numbers; i += 2) {
        value_operand(&sheet->out, milli_from_upt(points[i]));
        value_operand(&sheet->out, sheet_y(sheet, points[i + 1]));
    }
    buf_add_text(&sheet->out, verbs[verb].operator);
}

static void
print_path(struct sheet *sheet, const struct path *path)
{
    size_t at = 0;

    for (size_t i = 0; i < path->verb_count; i++) {
        uint8_t verb = path->verbs[i];

        if (is_rectangle(path, i, at)) {
            print_rectangle(sheet, path->points + at);
            at += 8;
            i += 4;
            continue;
        }
        ENSURE(verb <= PATH_CLOSE);
        ENSURE(at + verbs[verb].numbers <= path->point_count);
        print_verb(sheet, verb, path->points + at);
        at += verbs[verb].numbers;
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
                           path->dash, path->gap);
        paint = path->even_odd ? "B*\n" : "B\n";
        if (!path->fill)
            paint = "S\n";
    }
    print_path(sheet, path);
    buf_add_text(&sheet->out, paint);
}
