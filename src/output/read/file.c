#include "file.h"

/* Numbers of objects; a page has a hundred or so. */
#define MOST_OBJECTS ((uint64_t)1 << 20)
/* Tables that name the one before them. */
#define MOST_TABLES 1000
/* Objects, operators and glyphs that are looked at; bytes of a stream count as
   well, each time it is read. */
#define MOST_WORK ((size_t)4 << 20)
#define BYTES_OF_WORK 16
#define MOST_DECODED ((size_t)128 << 20)
/* Keys of a trailer that count. */
#define MOST_KEYS 64
/* Where readers look for the head and for the end. */
#define HEAD_ROOM 1024
#define TAIL_ROOM 2048
#define MOST_FILTERS 8

static const struct pdf_value null_value = {.kind = PDF_NULL};

struct pdf_entry *
pdf_entry_at(struct pdf_file *file, uint64_t number)
{
    if (number >= MOST_OBJECTS)
        return NULL;
    while (file->entries.count <= number)
        (void)list_add(file->arena, &file->entries);
    return &file->entries.at[number];
}

struct pdf_scan
pdf_scan_from(struct pdf_file *file, size_t at)
{
    return (struct pdf_scan){.arena = file->arena,
                             .bytes = file->bytes,
                             .at = at < file->bytes.len ? at : file->bytes.len,
                             .work = &file->work};
}

/* ---- objects ------------------------------------------------------------- */

/* Behind "stream" and its line end. As the length may be wrong, what counts
   is where "endstream" stands. */
static struct str
stream_body(struct pdf_file *file, const struct pdf_scan *scan,
            const struct pdf_value *dict)
{
    size_t from = scan->at;
    int64_t length = pdf_whole(pdf_look(file, dict, "Length"), -1);
    if (length >= 0 && (uint64_t)length <= file->bytes.len - from) {
        struct pdf_scan behind = *scan;
        behind.at = from + (size_t)length;
        if (pdf_scan_word(&behind, "endstream"))
            return str_slice(file->bytes, from, from + (size_t)length);
    }
    size_t to = str_find(file->bytes, STR("endstream"), from);
    return str_slice(file->bytes, from, to);
}

static void
read_stream(struct pdf_file *file, struct pdf_scan *scan,
            struct pdf_value *value)
{
    if (value->kind != PDF_DICT || !pdf_scan_word(scan, "stream"))
        return;
    if (str_starts(str_slice(scan->bytes, scan->at, scan->bytes.len),
                   STR("\r\n")))
        scan->at++;
    if (scan->at < scan->bytes.len)
        scan->at++;
    value->kind = PDF_STREAM;
    value->text = stream_body(file, scan, value);
}

bool
pdf_read_placed(struct pdf_file *file, size_t at, uint64_t *number,
                struct pdf_value *value)
{
    struct pdf_scan scan = pdf_scan_from(file, at);
    uint64_t generation;
    if (!pdf_scan_whole(&scan, number) || !pdf_scan_whole(&scan, &generation) ||
        !pdf_scan_word(&scan, "obj"))
        return false;
    *value = pdf_scan_value(&scan);
    read_stream(file, &scan, value);
    return value->kind != PDF_END;
}

static bool
read_placed(struct pdf_file *file, const struct pdf_entry *entry,
            uint64_t number, struct pdf_value *value)
{
    uint64_t found;
    return pdf_read_placed(file, entry->at, &found, value) && found == number;
}

/* The head of an object stream. */
static void
read_pack(struct pdf_file *file, const struct pdf_value *stream,
          struct pdf_pack *pack)
{
    int64_t first = pdf_whole(pdf_look(file, stream, "First"), 0);
    int64_t count = pdf_whole(pdf_look(file, stream, "N"), 0);
    if (first <= 0 || count <= 0 ||
        !pdf_stream_bytes(file, stream, &pack->bytes) ||
        (uint64_t)first > pack->bytes.len || (uint64_t)count > pack->bytes.len)
        return;
    struct pdf_scan scan = {.arena = file->arena, .bytes = pack->bytes};
    pack->first = (size_t)first;
    pack->objects =
        arena_array(file->arena, (size_t)count, sizeof *pack->objects);
    while (pack->count < (size_t)count &&
           pdf_scan_whole(&scan, &pack->objects[pack->count].number) &&
           pdf_scan_whole(&scan, &pack->objects[pack->count].at))
        pack->count++;
}

/* The object stream of that number, decoded once; NULL when it is none. */
static const struct pdf_pack *
find_pack(struct pdf_file *file, size_t number)
{
    struct pdf_entry *entry = pdf_entry_at(file, number);
    if (!entry || entry->kind != ENTRY_PLACED)
        return NULL;
    if (!entry->pack) {
        const struct pdf_value reference = {.kind = PDF_REF,
                                            .number = (fixed)number};
        struct pdf_pack pack = {0};
        read_pack(file, pdf_resolve(file, &reference), &pack);
        *list_add(file->arena, &file->packs) = pack;
        file->entries.at[number].pack = (unsigned)file->packs.count;
    }
    return &file->packs.at[file->entries.at[number].pack - 1];
}

static bool
read_packed(struct pdf_file *file, const struct pdf_entry *entry,
            uint64_t number, struct pdf_value *value)
{
    const struct pdf_pack *pack = find_pack(file, entry->at);
    if (!pack || entry->index >= pack->count)
        return false;
    uint64_t at = pack->objects[entry->index].at;
    if (pack->objects[entry->index].number != number ||
        at > pack->bytes.len - pack->first)
        return false;
    struct pdf_scan scan = {.arena = file->arena,
                            .bytes = pack->bytes,
                            .at = pack->first + (size_t)at,
                            .work = &file->work};
    *value = pdf_scan_value(&scan);
    return value->kind != PDF_END;
}

static bool
read_entry(struct pdf_file *file, uint64_t number, struct pdf_value *value)
{
    struct pdf_entry entry = file->entries.at[number];
    if (entry.kind == ENTRY_PLACED)
        return read_placed(file, &entry, number, value);
    return entry.kind == ENTRY_PACKED &&
           read_packed(file, &entry, number, value);
}

/* Where a table leads to something else, all of it may be wrong. */
static const struct pdf_value *
read_object(struct pdf_file *file, uint64_t number)
{
    struct pdf_value value = null_value;
    file->entries.at[number].is_busy = true;
    bool is_placed = file->entries.at[number].kind == ENTRY_PLACED;
    bool ok = read_entry(file, number, &value);
    if (!ok && is_placed && !file->is_repaired) {
        pdf_file_repair(file);
        ok = read_entry(file, number, &value);
    }
    struct pdf_value *kept = ARENA_NEW(file->arena, struct pdf_value);
    *kept = ok ? value : null_value;
    file->entries.at[number].is_busy = false;
    file->entries.at[number].value = kept;
    return kept;
}

const struct pdf_value *
pdf_resolve(struct pdf_file *file, const struct pdf_value *value)
{
    /* A reference that leads to another one is no document's, a circle of
       them somebody's joke. */
    for (int steps = 0; value->kind == PDF_REF && steps < 8; steps++) {
        uint64_t number = (uint64_t)value->number;
        if (number >= file->entries.count)
            return &null_value;
        const struct pdf_entry *entry = &file->entries.at[number];
        if (entry->is_busy)
            return &null_value;
        value = entry->value ? entry->value : read_object(file, number);
    }
    return value->kind == PDF_REF ? &null_value : value;
}

const struct pdf_value *
pdf_look(struct pdf_file *file, const struct pdf_value *dict, const char *key)
{
    return pdf_resolve(file, pdf_get(dict, key));
}

/* ---- streams ------------------------------------------------------------- */

/* Entry `i` of an array, or the value itself when it is none and i is 0. */
static const struct pdf_value *
item_of(struct pdf_file *file, const struct pdf_value *value, size_t i)
{
    if (value->kind != PDF_ARRAY)
        return i == 0 ? value : &null_value;
    return i < value->count ? pdf_resolve(file, &value->items[i]) : &null_value;
}

void
pdf_spend(struct pdf_file *file, size_t work)
{
    file->work -= work < file->work ? work : file->work;
}

/* Whoever asks for the bytes goes through them, however often a file has them
   shown. */
static bool
may_read(struct pdf_file *file, struct str bytes)
{
    pdf_spend(file, bytes.len / BYTES_OF_WORK);
    return file->work > 0;
}

bool
pdf_stream_bytes(struct pdf_file *file, const struct pdf_value *stream,
                 struct str *bytes)
{
    const struct pdf_value *names = pdf_look(file, stream, "Filter");
    const struct pdf_value *params = pdf_look(file, stream, "DecodeParms");
    *bytes = stream->text;
    if (stream->kind != PDF_STREAM)
        return false;
    for (size_t i = 0; i < MOST_FILTERS; i++) {
        const struct pdf_value *name = item_of(file, names, i);
        if (name->kind != PDF_NAME)
            return may_read(file, *bytes);
        if (filter_decode(&file->filter, name->text, item_of(file, params, i),
                          bytes) != FILTER_DONE)
            return false;
    }
    return may_read(file, *bytes);
}

/* ---- cross-references -----------------------------------------------------
 */

/* The first table that names an object is the newest one. */
static void
note_entry(struct pdf_file *file, uint64_t number, const struct pdf_entry *new)
{
    struct pdf_entry *entry = pdf_entry_at(file, number);
    if (entry && entry->kind == ENTRY_NONE)
        *entry = *new;
}

/* Keys of the newest trailer win. */
static void
note_trailer(struct pdf_file *file, const struct pdf_value *dict)
{
    LIST(struct pdf_value) items = {0};
    for (size_t i = 0; i < file->trailer.count; i++)
        *list_add(file->arena, &items) = file->trailer.items[i];
    for (size_t i = 0; i + 1 < dict->count && i < MOST_KEYS; i += 2) {
        const char *key = str_terminated(file->arena, dict->items[i].text);
        if (pdf_get(&file->trailer, key)->kind != PDF_NULL)
            continue;
        *list_add(file->arena, &items) = dict->items[i];
        *list_add(file->arena, &items) = dict->items[i + 1];
    }
    file->trailer = (struct pdf_value){
        .kind = PDF_DICT, .items = items.at, .count = items.count};
}

/* "0000000017 00000 n" */
static bool
read_table_entry(struct pdf_file *file, struct pdf_scan *scan, uint64_t number)
{
    uint64_t at, generation;
    if (!file->work || !pdf_scan_whole(scan, &at) ||
        !pdf_scan_whole(scan, &generation))
        return false;
    file->work--;
    if (pdf_scan_word(scan, "n")) {
        const struct pdf_entry entry = {.kind = ENTRY_PLACED,
                                        .at = (size_t)at + file->origin};
        note_entry(file, number, &entry);
        return true;
    }
    const struct pdf_entry nothing = {.kind = ENTRY_FREE};
    note_entry(file, number, &nothing);
    return pdf_scan_word(scan, "f");
}

static bool
read_table(struct pdf_file *file, struct pdf_scan *scan,
           struct pdf_value *trailer)
{
    uint64_t first, count;
    while (!pdf_scan_word(scan, "trailer")) {
        if (!pdf_scan_whole(scan, &first) || !pdf_scan_whole(scan, &count))
            return false;
        for (uint64_t i = 0; i < count; i++)
            if (!read_table_entry(file, scan, first + i))
                return false;
    }
    *trailer = pdf_scan_value(scan);
    return trailer->kind == PDF_DICT;
}

/* One field of `width` bytes, the highest first. */
static uint64_t
take_field(struct str *bytes, int64_t width)
{
    uint64_t value = 0;
    for (int64_t i = 0; i < width && bytes->len; i++) {
        value = value << 8 | (unsigned char)bytes->at[0];
        *bytes = str_slice(*bytes, 1, bytes->len);
    }
    return value;
}

static void
note_packed_row(struct pdf_file *file, struct str *bytes, const int64_t *widths,
                uint64_t number)
{
    uint64_t kind = widths[0] ? take_field(bytes, widths[0]) : 1;
    uint64_t second = take_field(bytes, widths[1]);
    uint64_t third = take_field(bytes, widths[2]);
    struct pdf_entry entry = {.kind = ENTRY_FREE};
    if (kind == 1) {
        entry.kind = ENTRY_PLACED;
        entry.at = (size_t)second + file->origin;
    } else if (kind == 2) {
        entry.kind = ENTRY_PACKED;
        entry.at = (size_t)second;
        entry.index = (unsigned)third;
    }
    note_entry(file, number, &entry);
}

/* A stream of cross-references (7.5.8). */
static bool
read_xref_stream(struct pdf_file *file, size_t at, struct pdf_value *stream)
{
    uint64_t number;
    int64_t widths[3], size;
    struct str bytes;
    if (!pdf_read_placed(file, at, &number, stream) ||
        stream->kind != PDF_STREAM ||
        !pdf_is_name(pdf_get(stream, "Type"), "XRef") ||
        !pdf_stream_bytes(file, stream, &bytes))
        return false;
    const struct pdf_value *w = pdf_get(stream, "W");
    const struct pdf_value *index = pdf_get(stream, "Index");
    for (size_t i = 0; i < 3; i++) {
        widths[i] = w->kind == PDF_ARRAY && i < w->count
                        ? pdf_whole(&w->items[i], -1)
                        : -1;
        if (widths[i] < 0 || widths[i] > 8)
            return false;
    }
    size = pdf_whole(pdf_get(stream, "Size"), 0);
    size_t pairs = index->kind == PDF_ARRAY ? index->count / 2 : 1;
    for (size_t i = 0; i < pairs; i++) {
        bool is_given = index->kind == PDF_ARRAY;
        int64_t first = is_given ? pdf_whole(&index->items[2 * i], 0) : 0;
        int64_t count =
            is_given ? pdf_whole(&index->items[2 * i + 1], 0) : size;
        for (int64_t n = 0; n < count && bytes.len && first >= 0; n++)
            note_packed_row(file, &bytes, widths, (uint64_t)(first + n));
    }
    return true;
}

/* One table or stream; hybrid files have both. */
static bool
read_section(struct pdf_file *file, size_t at, struct pdf_value *trailer)
{
    struct pdf_scan scan = pdf_scan_from(file, at);
    struct pdf_value hidden;
    if (!pdf_scan_word(&scan, "xref"))
        return read_xref_stream(file, at, trailer);
    if (!read_table(file, &scan, trailer))
        return false;
    int64_t also = pdf_whole(pdf_get(trailer, "XRefStm"), -1);
    if (also >= 0)
        (void)read_xref_stream(file, (size_t)also + file->origin, &hidden);
    return true;
}

static bool
read_sections(struct pdf_file *file, int64_t at)
{
    struct pdf_value trailer;
    for (int i = 0; at >= 0 && i < MOST_TABLES; i++) {
        if (!read_section(file, (size_t)at + file->origin, &trailer))
            return false;
        note_trailer(file, &trailer);
        int64_t before = pdf_whole(pdf_get(&trailer, "Prev"), -1);
        if (before == at)
            return false;
        at = before;
    }
    return true;
}

/* ---- the file ------------------------------------------------------------ */

/* The number behind the last "startxref"; -1: none. */
static int64_t
start_of_tables(struct pdf_file *file)
{
    size_t len = file->bytes.len;
    size_t from = len > TAIL_ROOM ? len - TAIL_ROOM : 0, last = SIZE_MAX;
    for (size_t at;
         (at = str_find(file->bytes, STR("startxref"), from)) != SIZE_MAX;
         from = at + 1)
        last = at;
    if (last == SIZE_MAX)
        return -1;
    struct pdf_scan scan = pdf_scan_from(file, last + 9);
    uint64_t at;
    return pdf_scan_whole(&scan, &at) && at < len ? (int64_t)at : -1;
}

static bool
has_pages(struct pdf_file *file)
{
    const struct pdf_value *root = pdf_look(file, &file->trailer, "Root");
    return pdf_look(file, root, "Pages")->kind == PDF_DICT;
}

enum pdf_open
pdf_file_open(struct pdf_file *file, struct arena *arena, struct str bytes)
{
    *file = (struct pdf_file){
        .arena = arena,
        .bytes = bytes,
        .filter = {.arena = arena, .most = MOST_DECODED},
        .work = MOST_WORK,
    };
    file->origin = str_find(str_slice(bytes, 0, HEAD_ROOM), STR("%PDF-"), 0);
    if (file->origin == SIZE_MAX)
        return PDF_FOREIGN;
    int64_t start = start_of_tables(file);
    if (start < 0 || !read_sections(file, start) || !has_pages(file))
        pdf_file_repair(file);
    if (pdf_get(&file->trailer, "Encrypt")->kind != PDF_NULL)
        return PDF_LOCKED;
    return has_pages(file) ? PDF_OPEN : PDF_BROKEN;
}

void
pdf_file_close(struct pdf_file *file)
{
    filter_close(&file->filter);
}
