#include "rects.h"

static void
add_point(struct rects *rects, enum path_verb verb, upt x, upt y)
{
    *list_add(rects->arena, &rects->verbs) = (uint8_t)verb;
    *list_add(rects->arena, &rects->points) = x;
    *list_add(rects->arena, &rects->points) = y;
}

void
rects_add(struct rects *rects, upt x, upt y, upt width, upt height)
{
    add_point(rects, PATH_MOVE, x, y);
    add_point(rects, PATH_LINE, x + width, y);
    add_point(rects, PATH_LINE, x + width, y + height);
    add_point(rects, PATH_LINE, x, y + height);
    *list_add(rects->arena, &rects->verbs) = PATH_CLOSE;
}

struct path
rects_path(const struct rects *rects, rgb color)
{
    return (struct path){.verbs = rects->verbs.at,
                         .verb_count = rects->verbs.count,
                         .points = rects->points.at,
                         .point_count = rects->points.count,
                         .fill = true,
                         .fill_color = color};
}
