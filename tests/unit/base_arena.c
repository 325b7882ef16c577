#include "unit.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/list.h"

static bool
is_zero(const char *at, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (at[i] != 0)
            return false;
    return true;
}

static void
allocations_are_zeroed_aligned_and_apart(void **state)
{
    char *last = NULL;

    for (size_t size = 0; size < 3000; size += 7) {
        char *at = arena_alloc(*state, size);

        assert_int_equal((uintptr_t)at % alignof(max_align_t), 0);
        assert_true(is_zero(at, size));
        assert_ptr_not_equal(at, last);
        memset(at, 0xAB, size);
        last = at;
    }
}

static void
large_ones_do_not_end_the_chunk_in_use(void **state)
{
    char *first = arena_alloc(*state, 16), *large, *second;

    large = arena_alloc(*state, 3u << 20);
    second = arena_alloc(*state, 16);
    memset(large, 1, 3u << 20);
    assert_in_range((size_t)(second - first), 16, 64);
    assert_true(is_zero(first, 16) && is_zero(second, 16));
    assert_int_equal(arena_used(*state), (3u << 20) + 32);
}

static void
the_last_one_grows_in_place(void **state)
{
    char *at = arena_alloc(*state, 10), *grown;

    memcpy(at, "0123456789", 10);
    grown = arena_grow(*state, at, 10, 1000);
    assert_ptr_equal(grown, at);
    assert_int_equal(arena_used(*state), 1000);
}

static void
others_are_copied_when_they_grow(void **state)
{
    char *at = arena_alloc(*state, 10), *other, *grown;

    memcpy(at, "0123456789", 10);
    other = arena_alloc(*state, 1);
    grown = arena_grow(*state, at, 10, 20);
    assert_ptr_not_equal(grown, at);
    assert_memory_equal(grown, "0123456789", 10);
    assert_int_equal(*other, 0);
}

static void
grows_across_chunks(void **state)
{
    char *at = NULL;
    size_t size = 0;

    for (size_t next = 1; next < 9u << 20; next *= 2) {
        at = arena_grow(*state, at, size, next);
        memset(at, 'x', next);
        size = next;
    }
    for (size_t i = 0; i < size; i++)
        assert_int_equal(at[i], 'x');
}

/* Chunks go round among arenas beside one; what is asked for is zeroed. */
static void
chunks_serve_again(void **state)
{
    for (int round = 0; round < 4; round++) {
        struct arena *arena = arena_new_beside(*state);
        struct arena *inner = arena_new_beside(arena);

        for (size_t size = 1; size < 3u << 20; size = size * 3 + 5) {
            char *at = arena_alloc(arena, size);
            char *other = arena_bytes(inner, size);

            assert_true(is_zero(at, size));
            memset(at, 'x', size);
            memset(other, 'y', size);
        }
        arena_free(inner);
        arena_free(arena);
    }
    assert_int_equal(arena_used(*state), 0);
}

static void
lists_keep_what_was_added(void **state)
{
    LIST(size_t) list = {0};
    LIST(char) other = {0};

    for (size_t i = 0; i < 1000; i++) {
        *list_add(*state, &list) = i * i;
        *list_add(*state, &other) = 'c';
    }
    assert_int_equal(list.count, 1000);
    assert_int_equal(other.count, 1000);
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(list.at[i], i * i);
        assert_int_equal(other.at[i], 'c');
    }
}

static void
a_place_used_twice_is_zeroed_again(void **state)
{
    LIST(int) list = {0};

    *list_add(*state, &list) = 7;
    list.count = 0;
    assert_int_equal(*list_add(*state, &list), 0);
}

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>

static void
overruns_hit_poison(void **state)
{
    char *at = arena_alloc(*state, 21);

    assert_false(__asan_address_is_poisoned(at + 20));
    assert_true(__asan_address_is_poisoned(at + 21));
    assert_ptr_equal(arena_grow(*state, at, 21, 50), at);
    assert_false(__asan_address_is_poisoned(at + 49));
    assert_true(__asan_address_is_poisoned(at + 50));
}
#endif

static void
freeing_nothing_is_fine(void **state)
{
    (void)state;
    arena_free(NULL);
}

static void
say_released(void *context)
{
    (void)context;
    fputs("released\n", stderr);
}

/* What a child with little memory says and how it ends. */
static int
exhaust(size_t count, size_t size, char said[static 200])
{
    int ends[2], status;
    size_t len = 0;
    ssize_t got;
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    if (child == 0) {
        struct arena *arena = arena_new();

        (void)dup2(ends[1], STDERR_FILENO);
        arena_on_exhaustion(arena, say_released, NULL);
        (void)arena_array(arena, count, size);
        _exit(0);
    }
    (void)close(ends[1]);
    while (len < 199 && (got = read(ends[0], said + len, 199 - len)) > 0)
        len += (size_t)got;
    said[len] = '\0';
    (void)close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
want_of_memory_ends_with_status_3(void **state)
{
    char said[200];

    (void)state;
    assert_int_equal(exhaust(SIZE_MAX / 4, 8, said), 3);
    assert_string_equal(said, "released\ndossier: error: out of memory\n");
    assert_int_equal(exhaust(1, SIZE_MAX, said), 3);
    assert_int_equal(exhaust(1, SIZE_MAX - 40, said), 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(allocations_are_zeroed_aligned_and_apart),
        UNIT_TEST(large_ones_do_not_end_the_chunk_in_use),
        UNIT_TEST(the_last_one_grows_in_place),
        UNIT_TEST(others_are_copied_when_they_grow),
        UNIT_TEST(grows_across_chunks),
        UNIT_TEST(chunks_serve_again),
        UNIT_TEST(lists_keep_what_was_added),
        UNIT_TEST(a_place_used_twice_is_zeroed_again),
#if defined(__SANITIZE_ADDRESS__)
        UNIT_TEST(overruns_hit_poison),
#endif
        UNIT_TEST(freeing_nothing_is_fine),
        UNIT_TEST(want_of_memory_ends_with_status_3),
    };

    return cmocka_run_group_tests_name("base_arena", tests, NULL, NULL);
}
