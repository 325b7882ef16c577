/* The user's folder of fonts: found, preferred, and never trusted. */
#include "type_setting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/embedded.h"
#include "base/file.h"

struct folder {
    struct arena *arena;
    char path[64];
    LIST(struct str) files;
};

static struct folder
folder_make(struct arena *arena)
{
    struct folder folder = {.arena = arena, .path = "/tmp/type_folder.XXXXXX"};
    assert_non_null(mkdtemp(folder.path));
    return folder;
}

static void
folder_put(struct folder *folder, const char *name, struct str bytes)
{
    struct str path = str_format(folder->arena, "%s/%s", folder->path, name);
    assert_false(file_write(folder->arena, path.at, bytes).failed);
    *list_add(folder->arena, &folder->files) = path;
}

static void
folder_remove(struct folder *folder)
{
    for (size_t i = 0; i < folder->files.count; i++)
        assert_int_equal(remove(folder->files.at[i].at), 0);
    assert_int_equal(rmdir(folder->path), 0);
}

static struct setting
open_with(struct arena *arena, const struct folder *folder)
{
    struct setting s = setting_open(arena, false);
    font_book_close(s.book);
    s.book = font_book_open(
        arena, s.findings,
        &(struct font_book_options){.font_folder = str_from(folder->path)});
    return s;
}

static struct str
some_font(void)
{
    return embedded_find(STR("fonts/eb-garamond/EBGaramond-Italic.ttf"))->bytes;
}

static void
own_fonts_come_first(void **state)
{
    struct folder folder = folder_make(*state);
    folder_put(&folder, "mine.TTF", some_font());
    folder_put(&folder, "notes.txt", STR("nothing"));
    struct setting s = open_with(*state, &folder);
    assert_int_equal(findings_count(s.findings), 0);
    const struct str *names;
    assert_int_equal(font_book_families(s.book, &names), 8);
    /* The folder has the italic only, so it serves for every style. */
    s.style.family = STR("EB Garamond");
    assert_str(face_name(font_book_face(s.book, &s.style)),
               "EBGaramond-Italic");
    font_book_close(s.book);
    folder_remove(&folder);
}

static void
broken_files(void **state)
{
    struct folder folder = folder_make(*state);
    folder_put(&folder, "a.ttf", STR(""));
    folder_put(&folder, "b.otf", STR("no font at all"));
    folder_put(&folder, "c.ttc", str_slice(some_font(), 0, 900));
    struct setting s = open_with(*state, &folder);
    assert_int_equal(findings_count(s.findings), 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(findings_at(s.findings, i)->code, CODE_X404);
    assert_str(setting_break(&s, "still works", PT(200)), "still works");
    font_book_close(s.book);
    folder_remove(&folder);
}

static void
missing_folder(void **state)
{
    struct folder folder = {.path = "/nonexistent/fonts"};
    struct setting s = open_with(*state, &folder);
    assert_int_equal(findings_at(s.findings, 0)->code, CODE_X404);
    assert_str(setting_break(&s, "still works", PT(200)), "still works");
    font_book_close(s.book);
}

/* Fonts with bytes changed at random: set and cut down without a crash. */
static void
damaged_fonts(void **state)
{
    uint64_t seed = 4711;
    struct str font = some_font();
    for (int round = 0; round < 60; round++) {
        struct arena *arena = arena_new();
        char *bytes = (char *)arena_alloc(arena, font.len);
        memcpy(bytes, font.at, font.len);
        for (int i = 0; i < 40; i++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            /* Half of them in the directory and the first tables. */
            size_t range = i % 2 ? font.len : 4096;
            bytes[(seed >> 33) % range] = (char)(seed >> 25);
        }
        struct folder folder = folder_make(arena);
        folder_put(&folder, "x.ttf", (struct str){bytes, font.len});
        struct setting s = open_with(arena, &folder);
        s.style.family = STR("EB Garamond");
        struct paragraph p =
            setting_set(&s, STR("Office affairs, 1.2M \xC3\xA9"), PT(60));
        uint32_t glyphs[] = {1, 20, 300, 4000000};
        struct face_subset subset;
        for (size_t i = 0; i < p.lines[0].run_count; i++)
            (void)face_subset(arena, p.lines[0].runs[i].face, glyphs, 4,
                              &subset);
        font_book_close(s.book);
        folder_remove(&folder);
        arena_free(arena);
    }
    (void)state;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(own_fonts_come_first),
        UNIT_TEST(broken_files),
        UNIT_TEST(missing_folder),
        UNIT_TEST(damaged_fonts),
    };
    return cmocka_run_group_tests_name("type_folder", tests, NULL, NULL);
}
