/* Numbers, colours and shapes as attributes. */
#include "base/bug.h"
#include "svg.h"

/* A thousandth of a point is finer than any screen. */
#define PLACES 3

void
svg_dashes(struct buf *out, upt on, upt off)
{
    buf_add_text(out, " stroke-dasharray=\"");
    upt_print(out, on, PLACES);
    if (off != on) {
        buf_add_byte(out, ' ');
        upt_print(out, off, PLACES);
    }
    buf_add_byte(out, '"');
}

void
svg_length(struct buf *out, const char *name, upt value)
{
    buf_print(out, " %s=\"", name);
    upt_print(out, value, PLACES);
    buf_add_byte(out, '"');
}

void
svg_attribute(struct buf *out, const char *name, struct str value)
{
    buf_print(out, " %s=\"", name);
    buf_add_xml(out, value);
    buf_add_byte(out, '"');
}

void
svg_color(struct buf *out, const char *name, rgb color)
{
    buf_print(out, " %s=\"#%06x\"", name, (unsigned)(color & 0xFFFFFF));
}

void
svg_billionths(struct buf *out, int64_t value)
{
    char digits[16];
    int places = 9;
    int64_t part = value % 1000000000;
    ENSURE(value >= 0);
    buf_print(out, "%lld", (long long)(value / 1000000000));
    if (part == 0)
        return;
    for (; part % 10 == 0; places--)
        part /= 10;
    for (int i = places; i-- > 0; part /= 10)
        digits[i] = (char)('0' + part % 10);
    buf_add_byte(out, '.');
    buf_add(out, (struct str){digits, (size_t)places});
}

/* ---- shapes -------------------------------------------------------------- */

static const struct {
    char letter;
    size_t numbers;
} path_letters[] = {[PATH_MOVE] = {'M', 2},
                    [PATH_LINE] = {'L', 2},
                    [PATH_CURVE] = {'C', 6},
                    [PATH_CLOSE] = {'Z', 0}};

void
svg_path_data(struct buf *out, const struct path *path)
{
    size_t at = 0;
    buf_add_text(out, " d=\"");
    for (size_t i = 0; i < path->verb_count; i++) {
        ENSURE(path->verbs[i] <= PATH_CLOSE);
        size_t numbers = path_letters[path->verbs[i]].numbers;
        ENSURE(at + numbers <= path->point_count);
        buf_add_byte(out, path_letters[path->verbs[i]].letter);
        for (size_t k = 0; k < numbers; k++) {
            if (k > 0)
                buf_add_byte(out, ' ');
            upt_print(out, path->points[at++], PLACES);
        }
    }
    buf_add_byte(out, '"');
}

/* To a tenth of a unit, which is a ten thousandth of the size. */
static void
add_unit(struct buf *out, int64_t value, bool is_first)
{
    uint64_t size = (uint64_t)(value < 0 ? -value : value);
    uint64_t tenths = (size * 10 + FACE_OUTLINE_SCALE / 2) / FACE_OUTLINE_SCALE;
    if (value < 0 && tenths > 0)
        buf_add_byte(out, '-');
    else if (!is_first)
        buf_add_byte(out, ' ');
    buf_add_number(out, (size_t)(tenths / 10));
    if (tenths % 10 == 0)
        return;
    buf_add_byte(out, '.');
    buf_add_byte(out, (char)('0' + tenths % 10));
}

_Static_assert(PATH_MOVE == (int)OUTLINE_MOVE && PATH_LINE == (int)OUTLINE_LINE,
               "one table for both");
_Static_assert(PATH_CURVE == (int)OUTLINE_CURVE &&
                   PATH_CLOSE == (int)OUTLINE_CLOSE,
               "one table for both");

void
svg_outline_data(struct buf *out, const struct face_outline *outline)
{
    size_t at = 0;
    buf_add_text(out, " d=\"");
    for (size_t i = 0; i < outline->verbs.count; i++) {
        buf_add_byte(out, path_letters[outline->verbs.at[i]].letter);
        for (size_t k = 0; k < path_letters[outline->verbs.at[i]].numbers; k++)
            add_unit(out, outline->points.at[at++], k == 0);
    }
    buf_add_byte(out, '"');
}
