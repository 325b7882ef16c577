/* What picture files tell beside their picture; broken files tell less, and
   nothing worse comes of them. */
#include "../../src/check/image_facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "unit.h"

#define FOLDER "tests/check/P111/files/"

static const struct {
    const char *name;
    unsigned facts;
} files[] = {
    {FOLDER "phone.jpg", IMAGE_PLACE},
    {FOLDER "camera.jpg", IMAGE_PERSON | IMAGE_CAMERA},
    {FOLDER "agency.jpg", IMAGE_PLACE | IMAGE_PERSON | IMAGE_COMMENT},
    {FOLDER "editor.jpg", IMAGE_PERSON | IMAGE_CAMERA},
    {FOLDER "tablet.png", IMAGE_PLACE | IMAGE_PERSON},
    {FOLDER "drawing.png", IMAGE_PLACE | IMAGE_PERSON | IMAGE_COMMENT},
    {FOLDER "clean.jpg", 0},
    {FOLDER "edited.jpg", 0},
    {FOLDER "screenshot.png", 0},
};
#define FILES (sizeof files / sizeof *files)

static struct str
read_file(struct arena *arena, size_t i)
{
    struct str bytes;
    assert_false(file_read(arena, files[i].name, 100000, &bytes).failed);
    return bytes;
}

/* In memory of exactly their length, so that a byte too far is seen. */
static unsigned
facts_of_copy(struct str bytes, size_t length)
{
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, bytes.at, length);
    unsigned facts = image_facts((struct str){copy, length});
    free(copy);
    return facts;
}

static void
kinds_are_told_apart(void **state)
{
    for (size_t i = 0; i < FILES; i++)
        assert_int_equal(image_facts(read_file(*state, i)), files[i].facts);
}

static void
other_bytes_tell_nothing(void **state)
{
    (void)state;
    assert_int_equal(image_facts(STR("")), 0);
    assert_int_equal(image_facts(STR("Author: somebody")), 0);
    assert_int_equal(image_facts(STR("\xFF\xD8\xFF")), 0);
    assert_int_equal(image_facts(STR("\x89PNG\r\n\x1A\n")), 0);
}

static void
cut_files_tell_no_more(void **state)
{
    for (size_t i = 0; i < FILES; i++) {
        struct str bytes = read_file(*state, i);
        for (size_t length = 0; length < bytes.len; length++)
            assert_int_equal(facts_of_copy(bytes, length) & ~files[i].facts, 0);
    }
}

/* Each byte wrong: lengths beyond the end, offsets that lead nowhere or back.
 */
static void
wrong_bytes_do_no_harm(void **state)
{
    static const char wrong[] = {'\0', '\1', '\x7F', '\x80', '\xFF'};
    for (size_t i = 0; i < FILES; i++) {
        struct str bytes = read_file(*state, i);
        char *copy = malloc(bytes.len);
        assert_non_null(copy);
        for (size_t at = 0; at < bytes.len; at++)
            for (size_t k = 0; k < sizeof wrong; k++) {
                memcpy(copy, bytes.at, bytes.len);
                copy[at] = wrong[k];
                (void)image_facts((struct str){copy, bytes.len});
            }
        free(copy);
    }
}

static void
add_number(struct buf *out, size_t value, size_t length)
{
    while (length-- > 0)
        buf_add_byte(out, (char)(value >> 8 * length));
}

static void
add_entry(struct buf *out, unsigned tag, size_t value)
{
    add_number(out, tag, 2);
    add_number(out, 4, 2);
    add_number(out, 1, 4);
    add_number(out, value, 4);
}

/* A JPEG of one Exif segment, whose first directory has `count` entries that
   lead to the directory itself. */
static struct str
circle(struct arena *arena, size_t count, size_t said)
{
    struct buf out = buf_new(arena);
    buf_add(&out, STR("\xFF\xD8\xFF\xE1"));
    add_number(&out, 2 + 6 + 8 + 2 + count * 12 + 4, 2);
    buf_add(&out, STR("Exif\0\0MM\0*\0\0\0\10"));
    add_number(&out, said, 2);
    for (size_t i = 0; i < count; i++)
        add_entry(&out, i & 1 ? 0x8825 : 0x8769, 8);
    add_number(&out, 8, 4); /* the next directory */
    return buf_str(&out);
}

static void
circles_are_not_walked(void **state)
{
    assert_int_equal(image_facts(circle(*state, 2, 2)), 0);
    assert_int_equal(image_facts(circle(*state, 500, 500)), 0);
    assert_int_equal(image_facts(circle(*state, 2, 65535)), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(kinds_are_told_apart),   UNIT_TEST(other_bytes_tell_nothing),
        UNIT_TEST(cut_files_tell_no_more), UNIT_TEST(wrong_bytes_do_no_harm),
        UNIT_TEST(circles_are_not_walked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
