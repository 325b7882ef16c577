/* The cosines of the discrete cosine transform (ITU-T T.81, A.3.3): of k/16 of
   a half turn, times 8192. */
#ifndef LAYOUT_JPEG_DCT_H
#define LAYOUT_JPEG_DCT_H

enum {
    COS1 = 8035,
    COS2 = 7568,
    COS3 = 6811,
    COS4 = 5793,
    COS5 = 4551,
    COS6 = 3135,
    COS7 = 1598
};
#define COS_BITS 13

/* Places of coefficients in the order of the file (T.81, figure A.6). */
extern const unsigned char jpeg_zigzag[64];

#endif
