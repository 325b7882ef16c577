#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

static void
check(struct str bytes, const char *expected)
{
    struct sha256 digest = sha256_of(bytes);
    char hex[65];

    for (size_t i = 0; i < 32; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest.bytes[i]);
    assert_string_equal(hex, expected);
}

/* FIPS 180-4 example computations. */
static void
published_vectors(void **state)
{
    char *million = arena_alloc(*state, 1000000);

    check(STR(""), "e3b0c44298fc1c149afbf4c8996fb924"
                   "27ae41e4649b934ca495991b7852b855");
    check(STR("abc"), "ba7816bf8f01cfea414140de5dae2223"
                      "b00361a396177a9cb410ff61f20015ad");
    check(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
          "248d6a61d20638b8e5c026930c3e6039"
          "a33ce45964ff2167f6ecedd419db06c1");
    memset(million, 'a', 1000000);
    check((struct str){million, 1000000}, "cdc76e5c9914fb9281a1c7e284d73e67"
                                          "f1809a48a497200e046d39ccc7112cd0");
}

/* Where the padding just fits a block and where it no longer does. */
static void
lengths_around_a_block(void **state)
{
    char bytes[64];

    (void)state;
    memset(bytes, 'x', sizeof bytes);
    check((struct str){bytes, 55}, "d5e285683cd4efc02d021a5c62014694"
                                   "958901005d6f71e89e0989fac77e4072");
    check((struct str){bytes, 56}, "04c26261370ee7541549d16dee320c72"
                                   "3e3fd14671e66a099afe0a377c16888e");
    check((struct str){bytes, 63}, "75220b47218278e656f2013bb8f0c455"
                                   "a25eaf01e86c64924e9d48d89776d6f2");
    check((struct str){bytes, 64}, "7ce100971f64e7001e8fe5a51973ecdf"
                                   "e1ced42befe7ee8d5fd6219506b5393c");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(published_vectors),
        UNIT_TEST(lengths_around_a_block),
    };

    return cmocka_run_group_tests_name("base_hash", tests, NULL, NULL);
}
