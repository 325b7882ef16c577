/* Filters of streams (ISO 32000-1, 7.4) but those of pictures. */
#ifndef OUTPUT_READ_FILTER_H
#define OUTPUT_READ_FILTER_H

#include "object.h"

struct libdeflate_decompressor;

struct filter {
    struct arena *arena;
    struct libdeflate_decompressor *inflater; /* made when first needed */
    size_t most; /* bytes that may still come out, of the whole file */
};

enum filter_result {
    FILTER_DONE,
    FILTER_PICTURE, /* the bytes of a picture: nothing is decoded */
    FILTER_BROKEN
};

/* One filter with its parameters, a dictionary or null. */
enum filter_result filter_decode(struct filter *filter, struct str name,
                                 const struct pdf_value *params,
                                 struct str *bytes);
void filter_close(struct filter *filter);

#endif
