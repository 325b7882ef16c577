/* A JPEG picture in the making: coefficients of its components by block. */
#ifndef LAYOUT_JPEG_FRAME_H
#define LAYOUT_JPEG_FRAME_H

#include "jpeg_bits.h"
#include "jpeg_decode.h"

#define MOST_COMPONENTS 4

struct jpeg_component {
    unsigned id, across, down; /* sampling factors, 1-4 */
    unsigned quantizer;
    uint32_t blocks_across, blocks_down; /* that hold some of the picture */
    uint32_t stored_across;              /* whole units of all components */
    int16_t *blocks;                     /* 64 each; rows of one unit or all */
    const struct jpeg_huffman *dc, *ac;
    int last_dc;
};

struct jpeg_frame {
    struct arena *arena;
    uint32_t width, height;
    bool is_progressive;
    unsigned most_across, most_down;
    uint32_t units_across, units_down;
    size_t component_count;
    struct jpeg_component components[MOST_COMPONENTS];
    uint16_t quantizers[4][64]; /* in the order of the file */
    bool has_quantizer[4];
    struct jpeg_huffman dc[4], ac[4];
    unsigned restart_interval;
    /* All rows are stored: scans come back to them. */
    bool keeps_all;
    bool has_adobe_mark;
    unsigned adobe_transform; /* 0 none, 1 YCbCr, 2 YCCK */
    const struct jpeg_sink *sink;
    uint8_t *planes[MOST_COMPONENTS]; /* samples of one row of units */
    uint8_t *row;                     /* of the picture */
};

/* Row number `row` of the units to the sink; `stored` says which of the
   stored ones it is. */
void jpeg_render_units(struct jpeg_frame *frame, uint32_t row, uint32_t stored);

#endif
