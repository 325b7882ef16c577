/* The user's own fonts: the files in one folder and the folders in it. */
#include "book.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

#define DEEPEST 2
#define MOST_FACES 64 /* of a collection */

struct scan {
    struct font_book *book;
    LIST(struct str) files;
    bool follows_links;
};

static const char *const endings[] = {".ttf", ".otf", ".ttc", ".otc"};

static bool
is_font_name(struct str name)
{
    if (name.len < 5)
        return false;
    struct str ending = str_slice(name, name.len - 4, name.len);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (str_equal_nocase(ending, str_from(endings[i])))
            return true;
    }
    return false;
}

static void
scan_folder(struct scan *scan, struct str folder, int depth)
{
    struct arena *arena = scan->book->arena;
    DIR *stream = opendir(str_terminated(arena, folder));
    if (!stream) {
        finding_add(scan->book->findings, CODE_X404, SPAN_NONE,
                    "The font folder %.*s cannot be opened: %s.",
                    STR_ARG(folder), strerror(errno));
        return;
    }
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        struct str name = str_from(entry->d_name);
        struct stat status;
        if (str_starts(name, STR(".")))
            continue;
        struct str path = file_join(arena, folder, str_copy(arena, name));
        const char *name_at = str_terminated(arena, path);
        if ((scan->follows_links ? stat(name_at, &status)
                                 : lstat(name_at, &status)) != 0)
            continue;
        if (S_ISDIR(status.st_mode) && depth < DEEPEST)
            scan_folder(scan, path, depth + 1);
        else if (S_ISREG(status.st_mode) && is_font_name(name))
            *list_add(arena, &scan->files) = path;
    }
    (void)closedir(stream); /* read only: nothing can be lost */
}

static int
compare_paths(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* ---- files into families ------------------------------------------------- */

static struct family *
own_family(struct font_book *book, struct str name, bool is_serif,
           size_t embedded)
{
    for (size_t i = embedded; i < book->families.count; i++) {
        if (str_equal_nocase(book->families.at[i].name, name))
            return &book->families.at[i];
    }
    return book_add_family(book, name, is_serif);
}

static bool
add_face(struct font_book *book, hb_blob_t *blob, struct str path,
         unsigned number, size_t embedded)
{
    hb_face_t *hb = hb_face_create(blob, number);
    struct str name =
        face_name_of(book->arena, hb, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (str_is_empty(name))
        name = face_name_of(book->arena, hb, HB_OT_NAME_ID_FONT_FAMILY);
    bool italic, serif, usable = name.len && face_is_drawable(hb);
    enum font_weight weight = face_weight_of(hb, &italic, &serif);
    hb_face_destroy(hb);
    if (!usable)
        return false;
    struct family *family = own_family(book, name, serif, embedded);
    struct font_file *file = list_add(book->arena, &family->files);
    file->path = path;
    file->number = number;
    file->weight = weight;
    file->italic = italic;
    return true;
}

static void
add_file(struct font_book *book, struct str path, size_t embedded)
{
    hb_blob_t *blob =
        hb_blob_create_from_file(str_terminated(book->arena, path));
    unsigned count = hb_face_count(blob);
    bool any = false;
    for (unsigned i = 0; i < count && i < MOST_FACES; i++)
        any |= add_face(book, blob, path, i, embedded);
    hb_blob_destroy(blob);
    if (!any)
        finding_add(book->findings, CODE_X404, SPAN_NONE,
                    "\"%.*s\" is no font that can be used.", STR_ARG(path));
}

bool
folder_exists(struct arena *arena, struct str folder)
{
    struct stat status;
    return lstat(str_terminated(arena, folder), &status) == 0 &&
           S_ISDIR(status.st_mode);
}

void
folder_add_fonts(struct font_book *book, struct str folder, bool follows_links)
{
    struct scan scan = {.book = book, .follows_links = follows_links};
    size_t embedded = book->families.count;
    scan_folder(&scan, folder, 1);
    /* The order of a folder is the file system's: make it ours. */
    if (scan.files.count)
        qsort(scan.files.at, scan.files.count, sizeof *scan.files.at,
              compare_paths);
    for (size_t i = 0; i < scan.files.count; i++)
        add_file(book, scan.files.at[i], embedded);
}
