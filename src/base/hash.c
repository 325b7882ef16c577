/* SHA-256 as in FIPS 180-4, section 6.2. */
#include "base/hash.h"

#include <string.h>

#define BLOCK ((size_t)64)

/* Section 4.2.2: cube roots of the first 64 primes. */
static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
    0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t
rotate(uint32_t x, unsigned by)
{
    return x >> by | x << (32 - by);
}

static uint32_t
read_word(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
           (uint32_t)at[2] << 8 | at[3];
}

/* The message schedule, step 1. */
static void
spread(uint32_t w[64], const unsigned char *block)
{
    for (size_t i = 0; i < 16; i++)
        w[i] = read_word(block + 4 * i);
    for (size_t i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];

        w[i] = w[i - 16] + w[i - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
               (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

/* Steps 2 to 4; v holds the working variables a..h. */
static void
digest_block(uint32_t state[8], const unsigned char *block)
{
    uint32_t w[64], v[8];

    spread(w, block);
    memcpy(v, state, sizeof v);
    for (size_t i = 0; i < 64; i++) {
        uint32_t a = v[0], e = v[4];
        uint32_t t1 = v[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                      ((e & v[5]) ^ (~e & v[6])) + round_constants[i] + w[i];
        uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                      ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));

        memmove(v + 1, v, 7 * sizeof *v);
        v[0] = t1 + t2;
        v[4] += t1;
    }
    for (size_t i = 0; i < 8; i++)
        state[i] += v[i];
}

/* The rest with the padding of section 5.1.1: a bit, zeros, the length. */
static void
digest_end(uint32_t state[8], const unsigned char *rest, size_t rest_len,
           uint64_t total)
{
    unsigned char tail[2 * BLOCK] = {0};
    size_t len = rest_len < BLOCK - 8 ? BLOCK : 2 * BLOCK;

    if (rest_len > 0)
        memcpy(tail, rest, rest_len);
    tail[rest_len] = 0x80;
    for (size_t i = 0; i < 8; i++)
        tail[len - 1 - i] = (unsigned char)((total * 8) >> (8 * i));
    for (size_t at = 0; at < len; at += BLOCK)
        digest_block(state, tail + at);
}

struct sha256
sha256_of(struct str bytes)
{
    uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const unsigned char *at = (const unsigned char *)bytes.at;
    struct sha256 digest;
    size_t left = bytes.len;

    for (; left >= BLOCK; left -= BLOCK, at += BLOCK)
        digest_block(state, at);
    digest_end(state, at, left, bytes.len);
    for (size_t i = 0; i < sizeof digest.bytes; i++)
        digest.bytes[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}
