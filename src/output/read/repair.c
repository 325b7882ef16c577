/* Files whose tables are wrong or cut off: what looks like an object is one,
   the last of each number counts. */
#include "file.h"

/* The start of "12 0 obj", whose "obj" stands at `at`; SIZE_MAX when it is
   something else. */
static size_t
start_of_object(struct str bytes, size_t at)
{
    size_t from = at;
    for (int part = 0; part < 2; part++) {
        size_t end = from;
        while (from > 0 && pdf_is_space(bytes.at[from - 1]))
            from--;
        if (from == end)
            return SIZE_MAX;
        end = from;
        while (from > 0 && ascii_is_digit(bytes.at[from - 1]) &&
               end - from < 10)
            from--;
        if (from == end)
            return SIZE_MAX;
    }
    return from;
}

static void
find_objects(struct pdf_file *file)
{
    for (size_t at = 0;
         (at = str_find(file->bytes, STR("obj"), at)) != SIZE_MAX; at += 3) {
        size_t from = start_of_object(file->bytes, at);
        struct pdf_scan scan =
            pdf_scan_from(file, from == SIZE_MAX ? file->bytes.len : from);
        uint64_t number;
        if (!pdf_scan_whole(&scan, &number))
            continue;
        struct pdf_entry *entry = pdf_entry_at(file, number);
        if (entry && !entry->is_busy)
            *entry = (struct pdf_entry){.kind = ENTRY_PLACED, .at = from};
        else if (entry)
            entry->at = from;
    }
}

/* What object streams hold goes behind what stands in the file itself. */
static void
find_packed(struct pdf_file *file, uint64_t number)
{
    const struct pdf_value reference = {.kind = PDF_REF,
                                        .number = (fixed)number};
    const struct pdf_value *stream = pdf_resolve(file, &reference);
    struct str bytes;
    if (!pdf_is_name(pdf_get(stream, "Type"), "ObjStm") ||
        !pdf_stream_bytes(file, stream, &bytes))
        return;
    struct pdf_scan scan = {
        .arena = file->arena, .bytes = bytes, .work = &file->work};
    int64_t count = pdf_whole(pdf_look(file, stream, "N"), 0);
    for (int64_t i = 0; i < count; i++) {
        uint64_t held, at;
        if (!pdf_scan_whole(&scan, &held) || !pdf_scan_whole(&scan, &at))
            return;
        struct pdf_entry *entry = pdf_entry_at(file, held);
        if (entry && entry->kind != ENTRY_PLACED && !entry->is_busy)
            *entry = (struct pdf_entry){.kind = ENTRY_PACKED,
                                        .at = (size_t)number,
                                        .index = (unsigned)i};
    }
}

/* Dictionaries that say where the catalogue is, the last one first. */
static void
find_trailer(struct pdf_file *file)
{
    struct str word = STR("trailer");
    for (size_t at = 0; (at = str_find(file->bytes, word, at)) != SIZE_MAX;
         at += word.len) {
        struct pdf_scan scan = pdf_scan_from(file, at + word.len);
        struct pdf_value value = pdf_scan_value(&scan);
        if (value.kind == PDF_DICT && pdf_get(&value, "Root")->kind != PDF_NULL)
            file->trailer = value;
    }
}

static bool
has_catalog(struct pdf_file *file)
{
    const struct pdf_value *root = pdf_look(file, &file->trailer, "Root");
    return pdf_get(root, "Pages")->kind != PDF_NULL;
}

/* A stream of cross-references is a trailer too; and without any the
   catalogue can be told by its type. */
static void
take_catalog(struct pdf_file *file, uint64_t number)
{
    const struct pdf_value reference = {.kind = PDF_REF,
                                        .number = (fixed)number};
    const struct pdf_value *value = pdf_resolve(file, &reference);
    if (pdf_is_name(pdf_get(value, "Type"), "XRef")) {
        file->trailer = *value;
        file->trailer.kind = PDF_DICT;
        return;
    }
    if (!pdf_is_name(pdf_get(value, "Type"), "Catalog") || has_catalog(file))
        return;
    struct pdf_value *items = ARENA_ARRAY(file->arena, 2, struct pdf_value);
    items[0] = (struct pdf_value){.kind = PDF_NAME, .text = STR("Root")};
    items[1] = reference;
    file->trailer =
        (struct pdf_value){.kind = PDF_DICT, .items = items, .count = 2};
}

void
pdf_file_repair(struct pdf_file *file)
{
    if (file->is_repaired)
        return;
    file->is_repaired = true;
    find_objects(file);
    size_t count = file->entries.count;
    for (size_t i = 0; i < count && file->work; i++)
        if (file->entries.at[i].kind == ENTRY_PLACED)
            find_packed(file, i);
    find_trailer(file);
    for (size_t i = 0; i < file->entries.count && file->work; i++)
        if (!has_catalog(file) && file->entries.at[i].kind != ENTRY_NONE)
            take_catalog(file, i);
}
