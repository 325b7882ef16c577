/* Digests for file identifiers and records. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

struct sha256 {
    uint8_t bytes[32];
};

struct sha256 sha256_of(struct str bytes);

#endif
