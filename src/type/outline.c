/* Outlines of glyphs, for those who draw them themselves. */
#include "book.h"

/* HarfBuzz gives floats; every one is rounded at once. */
static int64_t
rounded(float units)
{
    float many = units * FACE_OUTLINE_SCALE;
    return (int64_t)(many < 0 ? many - 0.5F : many + 0.5F);
}

struct drawing {
    struct arena *arena;
    struct face_outline *outline;
    int64_t x, y;
};

static void
add_point(struct drawing *drawing, int64_t x, int64_t y)
{
    *list_add(drawing->arena, &drawing->outline->points) = x;
    *list_add(drawing->arena, &drawing->outline->points) = y;
    drawing->x = x;
    drawing->y = y;
}

static void
add_verb(struct drawing *drawing, enum outline_verb verb)
{
    *list_add(drawing->arena, &drawing->outline->verbs) = (uint8_t)verb;
}

static void
move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x,
        float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    add_verb(data, OUTLINE_MOVE);
    add_point(data, rounded(x), rounded(y));
}

static void
line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x,
        float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    add_verb(data, OUTLINE_LINE);
    add_point(data, rounded(x), rounded(y));
}

/* One control point as two: each two thirds of the way to it. */
static void
quadratic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
             float control_x, float control_y, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    struct drawing *drawing = data;
    int64_t cx = rounded(control_x), cy = rounded(control_y);
    int64_t from_x = drawing->x, from_y = drawing->y;
    int64_t to_x = rounded(x), to_y = rounded(y);
    add_verb(drawing, OUTLINE_CURVE);
    add_point(drawing, (from_x + 2 * cx) / 3, (from_y + 2 * cy) / 3);
    add_point(drawing, (to_x + 2 * cx) / 3, (to_y + 2 * cy) / 3);
    add_point(drawing, to_x, to_y);
}

static void
cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float ax,
         float ay, float bx, float by, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    add_verb(data, OUTLINE_CURVE);
    add_point(data, rounded(ax), rounded(ay));
    add_point(data, rounded(bx), rounded(by));
    add_point(data, rounded(x), rounded(y));
}

static void
close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
           void *user)
{
    (void)funcs, (void)state, (void)user;
    add_verb(data, OUTLINE_CLOSE);
}

struct face_outline
face_outline(struct arena *arena, const struct face *face, uint32_t glyph)
{
    struct face_outline outline = {0};
    struct drawing drawing = {.arena = arena, .outline = &outline};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face->font, glyph, funcs, &drawing);
#else
    hb_font_get_glyph_shape(face->font, glyph, funcs, &drawing);
#endif
    hb_draw_funcs_destroy(funcs);
    return outline;
}
