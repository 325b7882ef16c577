#include "type/face.h"

#include <linebreak.h>

#include "base/bug.h"
#include "base/embedded.h"

#include "book.h"
#include "kept.h"
#include "shape.h"
#include "workspace.h"

struct embedded_face {
    const char *path;
    enum font_weight weight;
    bool italic;
};

struct embedded_family {
    const char *name;
    bool is_serif;
    struct embedded_face faces[6];
};

/* The first family is the default and the one with the widest repertoire. */
static const struct embedded_family embedded_families[] = {
    {"Source Sans 3",
     false,
     {{"fonts/source-sans-3/SourceSans3-Regular.ttf", WEIGHT_REGULAR, false},
      {"fonts/source-sans-3/SourceSans3-Italic.ttf", WEIGHT_REGULAR, true},
      {"fonts/source-sans-3/SourceSans3-SemiBold.ttf", WEIGHT_SEMIBOLD, false},
      {"fonts/source-sans-3/SourceSans3-SemiBoldItalic.ttf", WEIGHT_SEMIBOLD,
       true},
      {"fonts/source-sans-3/SourceSans3-Bold.ttf", WEIGHT_BOLD, false},
      {"fonts/source-sans-3/SourceSans3-BoldItalic.ttf", WEIGHT_BOLD, true}}},
    {"Source Serif 4",
     true,
     {{"fonts/source-serif-4/SourceSerif4-Regular.ttf", WEIGHT_REGULAR, false},
      {"fonts/source-serif-4/SourceSerif4-Italic.ttf", WEIGHT_REGULAR, true},
      {"fonts/source-serif-4/SourceSerif4-SemiBold.ttf", WEIGHT_SEMIBOLD,
       false},
      {"fonts/source-serif-4/SourceSerif4-SemiBoldItalic.ttf", WEIGHT_SEMIBOLD,
       true},
      {"fonts/source-serif-4/SourceSerif4-Bold.ttf", WEIGHT_BOLD, false},
      {"fonts/source-serif-4/SourceSerif4-BoldItalic.ttf", WEIGHT_BOLD, true}}},
    {"EB Garamond",
     true,
     {{"fonts/eb-garamond/EBGaramond-Regular.ttf", WEIGHT_REGULAR, false},
      {"fonts/eb-garamond/EBGaramond-Italic.ttf", WEIGHT_REGULAR, true},
      {"fonts/eb-garamond/EBGaramond-SemiBold.ttf", WEIGHT_SEMIBOLD, false},
      {"fonts/eb-garamond/EBGaramond-Bold.ttf", WEIGHT_BOLD, false},
      {"fonts/eb-garamond/EBGaramond-BoldItalic.ttf", WEIGHT_BOLD, true}}},
    {"Literata",
     true,
     {{"fonts/literata/Literata-Regular.ttf", WEIGHT_REGULAR, false},
      {"fonts/literata/Literata-Italic.ttf", WEIGHT_REGULAR, true},
      {"fonts/literata/Literata-SemiBold.ttf", WEIGHT_SEMIBOLD, false},
      {"fonts/literata/Literata-SemiBoldItalic.ttf", WEIGHT_SEMIBOLD, true},
      {"fonts/literata/Literata-Bold.ttf", WEIGHT_BOLD, false},
      {"fonts/literata/Literata-BoldItalic.ttf", WEIGHT_BOLD, true}}},
    {"IBM Plex Sans",
     false,
     {{"fonts/ibm-plex-sans/IBMPlexSans-Regular.ttf", WEIGHT_REGULAR, false},
      {"fonts/ibm-plex-sans/IBMPlexSans-Italic.ttf", WEIGHT_REGULAR, true},
      {"fonts/ibm-plex-sans/IBMPlexSans-SemiBold.ttf", WEIGHT_SEMIBOLD, false},
      {"fonts/ibm-plex-sans/IBMPlexSans-SemiBoldItalic.ttf", WEIGHT_SEMIBOLD,
       true},
      {"fonts/ibm-plex-sans/IBMPlexSans-Bold.ttf", WEIGHT_BOLD, false},
      {"fonts/ibm-plex-sans/IBMPlexSans-BoldItalic.ttf", WEIGHT_BOLD, true}}},
    {"Roboto",
     false,
     {{"fonts/roboto/Roboto-Regular.ttf", WEIGHT_REGULAR, false},
      {"fonts/roboto/Roboto-Italic.ttf", WEIGHT_REGULAR, true},
      {"fonts/roboto/Roboto-SemiBold.ttf", WEIGHT_SEMIBOLD, false},
      {"fonts/roboto/Roboto-SemiBoldItalic.ttf", WEIGHT_SEMIBOLD, true},
      {"fonts/roboto/Roboto-Bold.ttf", WEIGHT_BOLD, false},
      {"fonts/roboto/Roboto-BoldItalic.ttf", WEIGHT_BOLD, true}}},
    {"Alegreya Sans",
     false,
     {{"fonts/alegreya-sans/AlegreyaSans-Regular.ttf", WEIGHT_REGULAR, false},
      {"fonts/alegreya-sans/AlegreyaSans-Italic.ttf", WEIGHT_REGULAR, true},
      {"fonts/alegreya-sans/AlegreyaSans-Bold.ttf", WEIGHT_BOLD, false},
      {"fonts/alegreya-sans/AlegreyaSans-BoldItalic.ttf", WEIGHT_BOLD, true}}},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct family *
book_add_family(struct font_book *book, struct str name, bool is_serif)
{
    struct family *family = list_add(book->arena, &book->families);
    family->name = name;
    family->is_serif = is_serif;
    return family;
}

static void
add_embedded(struct font_book *book, const struct embedded_family *from)
{
    struct family *family =
        book_add_family(book, str_from(from->name), from->is_serif);
    family->embedded = true;
    for (size_t i = 0; i < COUNT(from->faces) && from->faces[i].path; i++) {
        struct font_file *file = list_add(book->arena, &family->files);
        file->path = str_from(from->faces[i].path);
        file->embedded = true;
        file->weight = from->faces[i].weight;
        file->italic = from->faces[i].italic;
    }
}

static void
name_families(struct font_book *book)
{
    book->family_names =
        ARENA_ARRAY(book->arena, book->families.count, struct str);
    for (size_t i = 0; i < book->families.count; i++)
        book->family_names[i] = book->families.at[i].name;
}

void
font_book_add_folder(struct font_book *book, struct str folder, bool must_exist)
{
    ENSURE(book->faces.count == 0);
    if (!must_exist && !folder_exists(book->arena, folder))
        return;
    folder_add_fonts(book, folder, false);
    name_families(book);
}

struct font_book *
font_book_open(struct arena *arena, struct findings *findings,
               const struct font_book_options *options)
{
    struct font_book *book = ARENA_NEW(arena, struct font_book);
    book->arena = arena;
    book->findings = findings;
    book->use_system_fonts = options->use_system_fonts;
    for (size_t i = 0; i < COUNT(embedded_families); i++)
        add_embedded(book, &embedded_families[i]);
    if (!str_is_empty(options->font_folder))
        folder_add_fonts(book, options->font_folder, true);
    name_families(book);
    init_linebreak();
    book->shapes = shape_store_open(arena);
    book->fallbacks = fallback_store_new(arena);
    book->workspace = workspace_new(arena);
    book->workspace->may_load = book->use_system_fonts;
    return book;
}

void
font_book_keep_paragraphs(struct font_book *book)
{
    if (!book->kept)
        book->kept = kept_open(book->arena);
}

void
font_book_close(struct font_book *book)
{
    if (!book)
        return;
    spaceless_close(book->workspace);
    shape_store_close(book->shapes);
    kept_close(book->kept);
    book->kept = NULL;
    for (size_t i = 0; i < book->faces.count; i++)
        face_close(book->faces.at[i]);
    book->faces.count = 0;
    system_close(book->system);
    book->system = NULL;
}

void
font_book_report_to(struct font_book *book, struct findings *findings)
{
    book->findings = findings;
}

size_t
font_book_families(const struct font_book *book, const struct str **names)
{
    *names = book->family_names;
    return book->families.count;
}

static struct family *
find_family(const struct font_book *book, struct str name)
{
    /* The user's own come last and take precedence. */
    for (size_t i = book->families.count; i-- > 0;) {
        if (str_equal_nocase(book->families.at[i].name, name))
            return &book->families.at[i];
    }
    return NULL;
}

bool
font_book_has_family(const struct font_book *book, struct str family)
{
    return find_family(book, family) != NULL;
}

static struct face *
book_open_file(struct font_book *book, struct font_file *file)
{
    if (file->face || file->broken)
        return file->face;
    hb_blob_t *blob;
    if (file->embedded) {
        const struct embedded *from = embedded_find(file->path);
        if (!from)
            BUG("no embedded file %.*s", STR_ARG(file->path));
        blob = hb_blob_create(from->bytes.at, (unsigned)from->bytes.len,
                              HB_MEMORY_MODE_READONLY, NULL, NULL);
    } else {
        blob =
            hb_blob_create_from_file(str_terminated(book->arena, file->path));
    }
    file->face = face_open(book, blob, file->number);
    file->broken = !file->face;
    if (file->face)
        file->face->embedded = file->embedded;
    return file->face;
}

/* A wrong slope is worse than a wrong weight; a bolder face is nearer than a
   lighter one, because weight was asked for to make a difference. */
static int
file_distance(const struct font_file *file, enum font_weight weight,
              bool italic)
{
    int difference = (int)file->weight - (int)weight;
    int distance = difference < 0 ? -difference * 2 + 1 : difference * 2;
    return distance + (file->italic != italic ? 100 : 0) +
           (file->broken ? 1000 : 0);
}

struct face *
family_face(struct font_book *book, struct family *family,
            enum font_weight weight, bool italic)
{
    for (size_t tries = 0; tries < family->files.count; tries++) {
        struct font_file *nearest = &family->files.at[0];
        for (size_t i = 1; i < family->files.count; i++) {
            struct font_file *file = &family->files.at[i];
            if (file_distance(file, weight, italic) <
                file_distance(nearest, weight, italic))
                nearest = file;
        }
        if (book_open_file(book, nearest)) {
            /* What the table says is surer than what the font says. */
            if (family->embedded)
                nearest->face->metrics.is_serif = family->is_serif;
            return nearest->face;
        }
    }
    return NULL;
}

const struct face *
font_book_face(struct font_book *book, const struct font_style *style)
{
    struct family *family = find_family(book, style->family);
    struct face *face = NULL;
    if (family)
        face = family_face(book, family, style->weight, style->italic);
    if (!face)
        face = family_face(book, &book->families.at[0], style->weight,
                           style->italic);
    if (!face)
        BUG("the default family cannot be opened");
    return face;
}

size_t
font_book_face_count(const struct font_book *book)
{
    return book->faces.count;
}

const struct face *
font_book_face_at(const struct font_book *book, size_t i)
{
    ENSURE(i < book->faces.count);
    return book->faces.at[i];
}
