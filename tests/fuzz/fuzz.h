/* What every fuzz target offers: to libFuzzer, and to the replay of the
   corpus in ordinary tests. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
