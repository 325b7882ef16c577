/*
 * Lines of Hebrew and Arabic: files hold glyphs as they stand on paper, from
 * left to right, and readers turn them around (what Unicode's bidirectional
 * algorithm does, UAX 9, from the other side and as far as plain lines go).
 */
#include "base/utf8.h"
#include "gather.h"

enum side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT };

bool
turns(uint32_t c)
{
    return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) ||
           (c >= 0xFE70 && c < 0xFF00) || (c >= 0x10800 && c < 0x11000) ||
           (c >= 0x1E800 && c < 0x1F000);
}

/* Digits are written from left to right in all scripts. */
static bool
is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
           (c >= 0x6F0 && c <= 0x6F9);
}

static enum side
side_of(uint32_t c)
{
    if (is_digit(c))
        return SIDE_LEFT;
    if (turns(c))
        return SIDE_RIGHT;
    return utf8_is_letter(c) ? SIDE_LEFT : SIDE_NONE;
}

struct turning {
    uint32_t *characters;
    enum side *sides;
    size_t count;
};

/* Most letters decide, as a line does not say how its paragraph runs. */
static bool
runs_right_to_left(const struct turning *line)
{
    size_t right = 0, left = 0;
    for (size_t i = 0; i < line->count; i++) {
        right += line->sides[i] == SIDE_RIGHT;
        left += line->sides[i] == SIDE_LEFT && !is_digit(line->characters[i]);
    }
    return right >= left;
}

/* What has no side goes with its neighbours when they agree, else with the
   line; within a number ("1,200") it stays. */
static void
settle_sides(struct turning *line, enum side base)
{
    for (size_t i = 0; i < line->count;) {
        size_t from = i;
        while (i < line->count && line->sides[i] == SIDE_NONE)
            i++;
        enum side before = from ? line->sides[from - 1] : base;
        enum side behind = i < line->count ? line->sides[i] : base;
        for (size_t k = from; k < i; k++)
            line->sides[k] = before == behind ? before : base;
        i += i == from;
    }
}

static void
reverse(uint32_t *characters, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        uint32_t held = characters[from];
        characters[from] = characters[to - 1];
        characters[to - 1] = held;
    }
}

/* A bracket that is turned around is the other one. */
static uint32_t
mirrored(uint32_t c)
{
    static const char pairs[] = "()[]{}<>";
    const char *found = c && c < 0x80 ? strchr(pairs, (int)c) : NULL;
    return found ? (uint32_t)pairs[(found - pairs) ^ 1] : c;
}

static void
turn(struct turning *line)
{
    enum side base = runs_right_to_left(line) ? SIDE_RIGHT : SIDE_LEFT;
    enum side turned = base == SIDE_RIGHT ? SIDE_LEFT : SIDE_RIGHT;
    settle_sides(line, base);
    for (size_t i = 0; i < line->count; i++)
        if (line->sides[i] == SIDE_RIGHT)
            line->characters[i] = mirrored(line->characters[i]);
    for (size_t i = 0; i < line->count;) {
        size_t from = i;
        while (i < line->count && line->sides[i] == turned)
            i++;
        reverse(line->characters, from, i);
        i += i == from;
    }
    if (base == SIDE_RIGHT)
        reverse(line->characters, 0, line->count);
}

void
line_turn(struct arena *arena, char *line, size_t len)
{
    struct turning turning = {
        .characters = ARENA_ARRAY(arena, len, uint32_t),
        .sides = ARENA_ARRAY(arena, len, enum side),
    };
    struct str text = {line, len};
    for (size_t at = 0; at < len; turning.count++) {
        uint32_t c = utf8_next(text, &at);
        turning.characters[turning.count] = c;
        turning.sides[turning.count] = side_of(c);
    }
    turn(&turning);
    size_t at = 0;
    for (size_t i = 0; i < turning.count; i++)
        at += utf8_put(line + at, turning.characters[i]);
}
