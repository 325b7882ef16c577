#include "jpeg_decode.h"

#include <string.h>

#include "jpeg_dct.h"
#include "jpeg_frame.h"

const unsigned char jpeg_zigzag[64] = {
    0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,
    12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6,  7,  14, 21, 28,
    35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
    58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

/* Progressive files have about ten; many more only take time. */
#define MOST_SCANS 100

static const char damaged_tables[] = "its tables are damaged";
static const char damaged_scan[] = "a part of the picture is damaged";
static const char missing_part[] = "a part of the picture is missing";

struct scan {
    struct jpeg_frame *frame;
    struct jpeg_bits bits;
    size_t count;
    struct jpeg_component *components[MOST_COMPONENTS];
    unsigned first, last; /* coefficients, in the order of the file */
    unsigned high, low;   /* bits: of the scan before, of this one */
    uint32_t end_of_band; /* blocks that have no more in this band */
    unsigned until_restart, restart;
};

static unsigned
byte_at(struct str s, size_t at)
{
    return (unsigned char)s.at[at];
}

static unsigned
word_at(struct str s, size_t at)
{
    return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

/* ---- tables -------------------------------------------------------------- */

static const char *
read_quantizers(struct jpeg_frame *frame, struct str bytes)
{
    while (bytes.len > 0) {
        unsigned head = byte_at(bytes, 0), number = head & 15;
        size_t each = head >> 4 ? 2 : 1;
        if (number > 3 || head >> 4 > 1 || bytes.len < 1 + 64 * each)
            return damaged_tables;
        for (size_t i = 0; i < 64; i++)
            frame->quantizers[number][i] =
                (uint16_t)(each == 2 ? word_at(bytes, 1 + 2 * i)
                                     : byte_at(bytes, 1 + i));
        frame->has_quantizer[number] = true;
        bytes = str_slice(bytes, 1 + 64 * each, bytes.len);
    }
    return NULL;
}

static const char *
read_huffmans(struct jpeg_frame *frame, struct str bytes)
{
    while (bytes.len > 0) {
        unsigned head = byte_at(bytes, 0);
        size_t used;
        if ((head & 15) > 3 || head >> 4 > 1 ||
            !jpeg_huffman_read(head >> 4 ? &frame->ac[head & 15]
                                         : &frame->dc[head & 15],
                               str_slice(bytes, 1, bytes.len), &used))
            return damaged_tables;
        bytes = str_slice(bytes, 1 + used, bytes.len);
    }
    return NULL;
}

/* ---- frame --------------------------------------------------------------- */

static uint32_t
parts(uint32_t length, uint32_t part)
{
    return (length + part - 1) / part;
}

static const char *
read_component(struct jpeg_frame *frame, size_t i, struct str bytes)
{
    struct jpeg_component *component = &frame->components[i];
    component->id = byte_at(bytes, 6 + 3 * i);
    component->across = byte_at(bytes, 7 + 3 * i) >> 4;
    component->down = byte_at(bytes, 7 + 3 * i) & 15;
    component->quantizer = byte_at(bytes, 8 + 3 * i);
    if (component->across < 1 || component->across > 4 || component->down < 1 ||
        component->down > 4 || component->quantizer > 3)
        return damaged_tables;
    if (component->across > frame->most_across)
        frame->most_across = component->across;
    if (component->down > frame->most_down)
        frame->most_down = component->down;
    return NULL;
}

static void
measure_component(struct jpeg_frame *frame, struct jpeg_component *component)
{
    uint64_t width = (uint64_t)frame->width * component->across;
    uint64_t height = (uint64_t)frame->height * component->down;
    component->blocks_across = parts(
        (uint32_t)((width + frame->most_across - 1) / frame->most_across), 8);
    component->blocks_down = parts(
        (uint32_t)((height + frame->most_down - 1) / frame->most_down), 8);
    component->stored_across = frame->units_across * component->across;
}

/* One component alone is stored block by block, whatever its factors. */
static const char *
read_frame(struct jpeg_frame *frame, struct str bytes, bool is_progressive)
{
    if (bytes.len < 6 || frame->component_count ||
        byte_at(bytes, 5) > MOST_COMPONENTS ||
        bytes.len < 6 + 3 * (size_t)byte_at(bytes, 5))
        return damaged_tables;
    frame->is_progressive = is_progressive;
    frame->height = word_at(bytes, 1);
    frame->width = word_at(bytes, 3);
    frame->component_count = byte_at(bytes, 5);
    for (size_t i = 0; i < frame->component_count; i++) {
        const char *why = read_component(frame, i, bytes);
        if (why)
            return why;
    }
    if (frame->component_count == 1) {
        frame->components[0].across = frame->components[0].down = 1;
        frame->most_across = frame->most_down = 1;
    }
    frame->units_across = parts(frame->width, 8 * frame->most_across);
    frame->units_down = parts(frame->height, 8 * frame->most_down);
    for (size_t i = 0; i < frame->component_count; i++)
        measure_component(frame, &frame->components[i]);
    return NULL;
}

/* Room for one row of units, or for all when several scans fill them. */
static void
make_room(struct jpeg_frame *frame, bool keeps_all)
{
    if (frame->components[0].blocks)
        return;
    frame->keeps_all = keeps_all;
    for (size_t i = 0; i < frame->component_count; i++) {
        struct jpeg_component *component = &frame->components[i];
        size_t rows =
            (size_t)component->down * (keeps_all ? frame->units_down : 1);
        component->blocks = ARENA_ARRAY(
            frame->arena, rows * component->stored_across * 64, int16_t);
    }
}

static int16_t *
block_at(const struct jpeg_component *component, uint32_t x, uint32_t y)
{
    return component->blocks + ((size_t)y * component->stored_across + x) * 64;
}

/* ---- blocks of one scan -------------------------------------------------- */

static void
read_dc(struct scan *scan, struct jpeg_component *component, int16_t *block)
{
    unsigned length = jpeg_bits_code(&scan->bits, component->dc);
    int change = jpeg_bits_signed(&scan->bits, length < 16 ? length : 0);
    /* Sixteen bits at most are meant; others are a damage, cut off. */
    component->last_dc = (int16_t)(component->last_dc + change);
    block[0] = (int16_t)(component->last_dc * (1 << scan->low));
}

static void
read_baseline(struct scan *scan, struct jpeg_component *component,
              int16_t *block)
{
    memset(block, 0, 64 * sizeof *block);
    read_dc(scan, component, block);
    for (unsigned k = 1; k < 64; k++) {
        unsigned code = jpeg_bits_code(&scan->bits, component->ac);
        unsigned run = code >> 4, length = code & 15;
        if (length == 0) {
            if (run < 15)
                return;
            k += 15;
            continue;
        }
        k += run;
        if (k > 63) {
            scan->bits.is_short = true;
            return;
        }
        block[jpeg_zigzag[k]] = (int16_t)jpeg_bits_signed(&scan->bits, length);
    }
}

/* T.81, G.1.2.2: a run of blocks without more of this band. */
static void
begin_band_end(struct scan *scan, unsigned run)
{
    scan->end_of_band = (1u << run) - 1 + jpeg_bits_take(&scan->bits, run);
}

static void
read_band(struct scan *scan, struct jpeg_component *component, int16_t *block)
{
    if (scan->end_of_band) {
        scan->end_of_band--;
        return;
    }
    for (unsigned k = scan->first; k <= scan->last; k++) {
        unsigned code = jpeg_bits_code(&scan->bits, component->ac);
        unsigned run = code >> 4, length = code & 15;
        if (length == 0 && run < 15) {
            begin_band_end(scan, run);
            return;
        }
        k += run;
        if (length == 0)
            continue;
        if (k > scan->last) {
            scan->bits.is_short = true;
            return;
        }
        block[jpeg_zigzag[k]] =
            (int16_t)(jpeg_bits_signed(&scan->bits, length) * (1 << scan->low));
    }
}

/* One more bit of a coefficient that is not zero (T.81, G.1.2.3). */
static void
refine(struct scan *scan, int16_t *coefficient)
{
    int bit = 1 << scan->low;
    if (!jpeg_bits_take(&scan->bits, 1) || (*coefficient & bit))
        return;
    *coefficient = (int16_t)(*coefficient + (*coefficient > 0 ? bit : -bit));
}

/* Passes `run` zeros from k on, refining what is not zero; gives where it
   stops: at the zero behind them, or behind the band. */
static unsigned
refine_run(struct scan *scan, int16_t *block, unsigned k, unsigned run)
{
    for (; k <= scan->last; k++) {
        int16_t *coefficient = &block[jpeg_zigzag[k]];
        if (*coefficient)
            refine(scan, coefficient);
        else if (run-- == 0)
            return k;
    }
    return k;
}

static void
refine_band(struct scan *scan, struct jpeg_component *component, int16_t *block)
{
    unsigned k = scan->first;
    while (k <= scan->last && !scan->end_of_band && !scan->bits.is_short) {
        unsigned code = jpeg_bits_code(&scan->bits, component->ac);
        unsigned run = code >> 4, length = code & 15;
        int value = 0;
        if (length == 0 && run < 15) {
            begin_band_end(scan, run);
            scan->end_of_band++;
            break;
        }
        if (length)
            value = jpeg_bits_take(&scan->bits, 1) ? 1 : -1;
        k = refine_run(scan, block, k, run);
        if (value && k <= scan->last)
            block[jpeg_zigzag[k]] = (int16_t)(value * (1 << scan->low));
        k++;
    }
    if (!scan->end_of_band)
        return;
    (void)refine_run(scan, block, k, 64); /* it ends behind the band */
    scan->end_of_band--;
}

static void
read_block(struct scan *scan, struct jpeg_component *component, uint32_t x,
           uint32_t y)
{
    int16_t *block = block_at(component, x, y);
    if (!scan->frame->is_progressive)
        read_baseline(scan, component, block);
    else if (scan->first == 0 && scan->high == 0)
        read_dc(scan, component, block);
    else if (scan->first == 0)
        block[0] = (int16_t)(block[0] | (int)(jpeg_bits_take(&scan->bits, 1)
                                              << scan->low));
    else if (scan->high == 0)
        read_band(scan, component, block);
    else
        refine_band(scan, component, block);
}

/* ---- scans --------------------------------------------------------------- */

static void
read_unit(struct scan *scan, uint32_t x, uint32_t y)
{
    for (size_t i = 0; i < scan->count; i++) {
        struct jpeg_component *component = scan->components[i];
        for (unsigned v = 0; v < component->down; v++)
            for (unsigned h = 0; h < component->across; h++)
                read_block(scan, component, x * component->across + h,
                           y * component->down + v);
    }
}

static const char *
restart_when_due(struct scan *scan)
{
    if (!scan->frame->restart_interval || scan->until_restart-- > 0)
        return NULL;
    if (!jpeg_bits_restart(&scan->bits, scan->restart))
        return missing_part;
    scan->restart = (scan->restart + 1) % 8;
    scan->until_restart = scan->frame->restart_interval - 1;
    scan->end_of_band = 0;
    for (size_t i = 0; i < scan->count; i++)
        scan->components[i]->last_dc = 0;
    return NULL;
}

/* A scan of one component goes block by block and leaves out the blocks that
   only fill up units (T.81, A.2.2). */
static const char *
read_rows(struct scan *scan)
{
    struct jpeg_frame *frame = scan->frame;
    bool alone = scan->count == 1 && frame->component_count > 1;
    uint32_t across =
        alone ? scan->components[0]->blocks_across : frame->units_across;
    uint32_t down =
        alone ? scan->components[0]->blocks_down : frame->units_down;
    for (uint32_t y = 0; y < down; y++) {
        uint32_t stored = frame->keeps_all ? y : 0;
        for (uint32_t x = 0; x < across; x++) {
            const char *why = restart_when_due(scan);
            if (why)
                return why;
            if (alone)
                read_block(scan, scan->components[0], x, y);
            else
                read_unit(scan, x, stored);
            if (scan->bits.is_short)
                return missing_part;
        }
        if (!frame->keeps_all && frame->sink)
            jpeg_render_units(frame, y, 0);
    }
    return NULL;
}

static const char *
find_component(struct scan *scan, unsigned id, unsigned tables)
{
    struct jpeg_frame *frame = scan->frame;
    for (size_t i = 0; i < frame->component_count; i++) {
        struct jpeg_component *component = &frame->components[i];
        if (component->id != id || tables >> 4 > 3 || (tables & 15) > 3)
            continue;
        component->dc = &frame->dc[tables >> 4];
        component->ac = &frame->ac[tables & 15];
        component->last_dc = 0;
        scan->components[scan->count++] = component;
        return NULL;
    }
    return damaged_tables;
}

static bool
has_tables(const struct scan *scan)
{
    bool needs_dc = scan->first == 0 && scan->high == 0;
    bool needs_ac = scan->last > 0;
    for (size_t i = 0; i < scan->count; i++) {
        const struct jpeg_component *component = scan->components[i];
        if ((needs_dc && !component->dc->is_set) ||
            (needs_ac && !component->ac->is_set) ||
            !scan->frame->has_quantizer[component->quantizer])
            return false;
    }
    return true;
}

/* T.81, table B.3 and G.1.1.1. */
static bool
is_possible(const struct scan *scan)
{
    if (!scan->frame->is_progressive)
        return true;
    if (scan->first > scan->last || scan->last > 63 || scan->low > 13 ||
        (scan->high && scan->high != scan->low + 1))
        return false;
    return scan->first == 0 ? scan->last == 0 : scan->count == 1;
}

static const char *
read_scan_head(struct scan *scan, struct str head)
{
    struct jpeg_frame *frame = scan->frame;
    size_t count = head.len ? byte_at(head, 0) : 0;
    if (!frame->component_count || count < 1 ||
        count > frame->component_count || head.len < 4 + 2 * count)
        return damaged_tables;
    for (size_t i = 0; i < count; i++) {
        const char *why = find_component(scan, byte_at(head, 1 + 2 * i),
                                         byte_at(head, 2 + 2 * i));
        if (why)
            return why;
        for (size_t k = 0; k < i; k++)
            if (scan->components[k] == scan->components[i])
                return damaged_tables;
    }
    scan->last = 63;
    if (frame->is_progressive) {
        scan->first = byte_at(head, 1 + 2 * count);
        scan->last = byte_at(head, 2 + 2 * count);
        scan->high = byte_at(head, 3 + 2 * count) >> 4;
        scan->low = byte_at(head, 3 + 2 * count) & 15;
    }
    return is_possible(scan) && has_tables(scan) ? NULL : damaged_tables;
}

/* Gives where the entropy-coded bytes end. */
static const char *
read_scan(struct jpeg_frame *frame, struct str head, struct str file,
          size_t *at)
{
    struct scan scan = {.frame = frame, .bits = {.bytes = file, .at = *at}};
    const char *why = read_scan_head(&scan, head);
    if (why)
        return why;
    make_room(frame,
              frame->is_progressive || scan.count < frame->component_count);
    scan.until_restart = frame->restart_interval;
    why = read_rows(&scan);
    *at = scan.bits.at;
    return why;
}

/* ---- segments ------------------------------------------------------------ */

static const char *
read_segment(struct jpeg_frame *frame, unsigned mark, struct str bytes)
{
    switch (mark) {
    case 0xC0:
    case 0xC1:
        return read_frame(frame, bytes, false);
    case 0xC2:
        return read_frame(frame, bytes, true);
    case 0xC4:
        return read_huffmans(frame, bytes);
    case 0xDB:
        return read_quantizers(frame, bytes);
    case 0xEE: /* Adobe Technical Note 5116, 18 */
        frame->has_adobe_mark = str_starts(bytes, STR("Adobe"));
        if (frame->has_adobe_mark && bytes.len >= 12)
            frame->adobe_transform = byte_at(bytes, 11);
        return NULL;
    case 0xDD:
        if (bytes.len < 2)
            return damaged_tables;
        frame->restart_interval = word_at(bytes, 0);
        return NULL;
    default:
        return NULL;
    }
}

/* Behind the next marker; 0 at the end of the file. Stray bytes behind a scan
   are passed over, as all decoders do. */
static unsigned
next_mark(struct str file, size_t *at)
{
    while (*at + 1 < file.len) {
        unsigned mark = byte_at(file, *at + 1);
        if (byte_at(file, *at) == 0xFF && mark != 0 && mark != 0xFF &&
            (mark < 0xD0 || mark > 0xD7)) {
            *at += 2;
            return mark;
        }
        ++*at;
    }
    return 0;
}

static const char *
finish(struct jpeg_frame *frame)
{
    if (!frame->component_count || !frame->components[0].blocks)
        return missing_part;
    for (uint32_t y = 0;
         frame->keeps_all && frame->sink && y < frame->units_down; y++)
        jpeg_render_units(frame, y, y);
    return NULL;
}

static const char *
read_segments(struct jpeg_frame *frame, struct str file)
{
    size_t at = 2, scans = 0;
    for (;;) {
        unsigned mark = next_mark(file, &at);
        const char *why;
        if (mark == 0xD9 || mark == 0)
            return finish(frame);
        if (mark == 0x01 || mark == 0xD8)
            continue;
        if (at + 2 > file.len || word_at(file, at) < 2 ||
            word_at(file, at) > file.len - at)
            return damaged_scan;
        struct str bytes = str_slice(file, at + 2, at + word_at(file, at));
        at += word_at(file, at);
        if (mark == 0xDA &&
            (++scans > MOST_SCANS || (scans > 1 && !frame->keeps_all)))
            return damaged_scan;
        why = mark == 0xDA ? read_scan(frame, bytes, file, &at)
                           : read_segment(frame, mark, bytes);
        if (why)
            return why;
    }
}

const char *
jpeg_decode(struct arena *arena, struct str file, const struct jpeg_sink *sink)
{
    struct jpeg_frame *frame = ARENA_NEW(arena, struct jpeg_frame);
    frame->arena = arena;
    frame->sink = sink;
    frame->most_across = frame->most_down = 1;
    return read_segments(frame, file);
}
