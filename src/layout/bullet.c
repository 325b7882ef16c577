/* Signs before the items of lists. Most are characters of the fonts; a star is
   in few of them and is drawn. */
#include "setters.h"

/* In thousandths of the size, from the baseline, y downwards. */
#define STAR_POINTS 20
static const int16_t star[STAR_POINTS] = {
    420, -750, 326, -459, 21,  -460, 268, -281, 173, 10,
    420, -170, 667, 10,   572, -281, 819, -460, 514, -459};

static const struct path *
star_path(struct arena *arena, upt size, rgb color)
{
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                    PATH_LINE, PATH_LINE, PATH_LINE, PATH_LINE,
                                    PATH_LINE, PATH_LINE, PATH_CLOSE};
    struct path *path = ARENA_NEW(arena, struct path);
    upt *points = ARENA_ARRAY(arena, STAR_POINTS, upt);
    for (size_t i = 0; i < STAR_POINTS; i++)
        points[i] = upt_scale(size, star[i], 1000);
    path->verbs = verbs;
    path->verb_count = sizeof verbs;
    path->points = points;
    path->point_count = STAR_POINTS;
    path->fill = true;
    path->fill_color = color;
    return path;
}

struct set_text
bullet_set(struct flow *flow, struct str sign)
{
    const struct text_style *style = &flow->look->text[STYLE_BODY];
    rgb color = flow->look->list.bullet_color;
    if (str_is(sign, "★")) {
        upt width = upt_scale(style->size, 840, 1000);
        return (struct set_text){
            .lines = {.measure = width, .widest = width},
            .style = style,
            .shape = star_path(flow->arena, style->size, color),
        };
    }
    struct text_builder builder = text_begin(flow, NULL);
    text_add_plain(&builder, sign, STYLE_BODY, SPAN_NONE);
    for (size_t i = 0; i < builder.runs.count; i++)
        builder.runs.at[i].color = color;
    return text_end(&builder, STYLE_BODY, flow->column.width, ALIGN_START);
}
