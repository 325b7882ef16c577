/* The files that the binary carries are those of the source tree. */
#include "base/embedded.h"

#include <stdio.h>
#include <stdlib.h>

#include "unit.h"

static void
test_all_are_found_in_order(void **state)
{
    size_t count;
    const struct embedded *all = embedded_all(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(embedded_find(all[i].path), &all[i]);
        if (i)
            assert_true(str_compare(all[i - 1].path, all[i].path) < 0);
    }
}

static void
test_others_are_not_found(void **state)
{
    (void)state;
    assert_null(embedded_find(STR("")));
    assert_null(embedded_find(STR("fonts")));
    assert_null(embedded_find(STR("zzz")));
    assert_null(embedded_find(STR("fonts/source-sans-3/no-such-face.ttf")));
}

static void
test_bytes_are_those_of_the_file(void **state)
{
    size_t count;
    const struct embedded *all = embedded_all(&count);
    for (size_t i = 0; i < count; i++) {
        FILE *file = fopen(str_terminated(*state, all[i].path), "rb");
        char *bytes = arena_alloc(*state, all[i].bytes.len + 1);
        assert_non_null(file);
        assert_int_equal(fread(bytes, 1, all[i].bytes.len + 1, file),
                         all[i].bytes.len);
        assert_memory_equal(bytes, all[i].bytes.at, all[i].bytes.len);
        fclose(file);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_are_found_in_order),
        cmocka_unit_test(test_others_are_not_found),
        UNIT_TEST(test_bytes_are_those_of_the_file),
    };
    return cmocka_run_group_tests_name("base_embedded", tests, NULL, NULL);
}
