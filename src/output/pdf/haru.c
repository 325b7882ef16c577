#include "haru.h"

#include <hpdf.h>
#include <hpdf_info.h>
#include <string.h>

#include "base/bug.h"
#include "base/list.h"

/* libharu keeps flags in the upper byte of an object's number. */
#define NUMBER_MASK 0x00FFFFFFu
/* Pages per node of the page tree, once one node would not do. */
#define PAGES_PER_NODE 100
/* Objects per object stream: readers unpack all to reach one. Below 256, so
   that the index takes one byte in the cross-reference stream. */
#define OBJECTS_PER_STREAM 200

/* One of our objects: libharu's dictionary and the text we add to it. */
struct object {
    HPDF_Dict dict;
    struct str entries;
};

struct haru {
    struct arena *arena;
    HPDF_Doc doc;
    LIST(struct object) objects; /* by number; those of libharu alone: zero */
    HPDF_STATUS error;
};

/* ---- building --------------------------------------------------------- */

struct str
haru_failure(const struct haru *haru)
{
    HPDF_STATUS error = haru->error;

    if (error == HPDF_OK && haru->doc != NULL)
        error = HPDF_GetError(haru->doc);
    if (error == HPDF_OK)
        return (struct str){0};
    if (error == HPDF_FAILD_TO_ALLOC_MEM)
        return STR("out of memory");
    return str_format(haru->arena, "libharu error 0x%04lX",
                      (unsigned long)error);
}

static bool
is_usable(const struct haru *haru)
{
    return haru->error == HPDF_OK && haru->doc != NULL &&
           HPDF_GetError(haru->doc) == HPDF_OK;
}

/* Called by libharu while it writes a dictionary, behind its own entries. */
static HPDF_STATUS
write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct haru *haru = dict->error->user_data;
    unsigned number = dict->header.obj_id & NUMBER_MASK;
    struct str entries = haru->objects.at[number].entries;

    if (entries.len == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries.at,
                             (HPDF_UINT)entries.len);
}

/* Takes a dictionary that is in the xref table into our list. */
static unsigned
adopt(struct haru *haru, HPDF_Dict dict)
{
    unsigned number = dict->header.obj_id & NUMBER_MASK;

    while (haru->objects.count <= number)
        (void)list_add(haru->arena, &haru->objects);
    haru->objects.at[number].dict = dict;
    dict->write_fn = write_entries;
    return number;
}

struct haru *
haru_open(struct arena *arena, size_t page_count)
{
    struct haru *haru = ARENA_NEW(arena, struct haru);

    haru->arena = arena;
    haru->doc = HPDF_New(NULL, haru);
    if (haru->doc == NULL) {
        haru->error = HPDF_FAILD_TO_ALLOC_MEM;
        return haru;
    }
    haru->doc->pdf_version = HPDF_VER_17;
    if (page_count > PAGES_PER_NODE)
        (void)HPDF_SetPagesConfiguration(haru->doc, PAGES_PER_NODE);
    /* libharu names itself as the producer; ours says who made the file. */
    (void)HPDF_Dict_RemoveElement(haru->doc->info, "Producer");
    adopt(haru, haru->doc->catalog);
    adopt(haru, haru->doc->info);
    return haru;
}

void
haru_close(struct haru *haru)
{
    if (haru != NULL && haru->doc != NULL)
        HPDF_Free(haru->doc);
    if (haru != NULL)
        haru->doc = NULL;
}

unsigned
haru_catalog(const struct haru *haru)
{
    return haru->doc ? haru->doc->catalog->header.obj_id & NUMBER_MASK : 0;
}

unsigned
haru_info(const struct haru *haru)
{
    return haru->doc ? haru->doc->info->header.obj_id & NUMBER_MASK : 0;
}

unsigned
haru_add_object(struct haru *haru)
{
    HPDF_Dict dict;

    if (!is_usable(haru))
        return 0;
    dict = HPDF_Dict_New(haru->doc->mmgr);
    if (dict == NULL || HPDF_Xref_Add(haru->doc->xref, dict) != HPDF_OK) {
        haru->error = HPDF_FAILD_TO_ALLOC_MEM;
        return 0;
    }
    return adopt(haru, dict);
}

unsigned
haru_add_page(struct haru *haru)
{
    HPDF_Page page;

    if (!is_usable(haru))
        return 0;
    page = HPDF_AddPage(haru->doc);
    if (page == NULL) {
        haru->error = HPDF_FAILD_TO_ALLOC_MEM;
        return 0;
    }
    /* Ours have exact numbers and only what the page uses. */
    (void)HPDF_Dict_RemoveElement(page, "MediaBox");
    (void)HPDF_Dict_RemoveElement(page, "Resources");
    return adopt(haru, page);
}

void
haru_set_entries(struct haru *haru, unsigned object, struct str entries)
{
    if (!is_usable(haru))
        return;
    ENSURE(object < haru->objects.count && haru->objects.at[object].dict);
    haru->objects.at[object].entries = entries;
}

/* Bytes of ours that libharu reads when it saves: its own memory streams copy
   them twice, byte by byte. */
struct source {
    struct str data;
    size_t at;
};

static HPDF_STATUS
source_read(HPDF_Stream stream, HPDF_BYTE *to, HPDF_UINT *size)
{
    struct source *source = stream->attr;
    size_t left = source->data.len - source->at;

    if (*size > left)
        *size = (HPDF_UINT)left;
    if (*size > 0)
        memcpy(to, source->data.at + source->at, *size);
    source->at += *size;
    return source->at < source->data.len ? HPDF_OK : HPDF_STREAM_EOF;
}

/* libharu goes back to the start only, before it reads. */
static HPDF_STATUS
source_seek(HPDF_Stream stream, HPDF_INT at, HPDF_WhenceMode mode)
{
    struct source *source = stream->attr;

    ENSURE(mode == HPDF_SEEK_SET && at == 0);
    source->at = 0;
    return HPDF_OK;
}

static HPDF_INT32
source_tell(HPDF_Stream stream)
{
    const struct source *source = stream->attr;

    return (HPDF_INT32)source->at;
}

static HPDF_UINT32
source_size(HPDF_Stream stream)
{
    const struct source *source = stream->attr;

    return (HPDF_UINT32)source->data.len;
}

/* In place of the empty stream that the dictionary came with. */
static void
set_data(struct haru *haru, HPDF_Dict dict, struct str data)
{
    struct source *source = ARENA_NEW(haru->arena, struct source);
    HPDF_Stream stream;

    source->data = data;
    stream = HPDF_CallbackReader_New(haru->doc->mmgr, source_read, source_seek,
                                     source_tell, source_size, source);
    if (stream == NULL || data.len > INT32_MAX) {
        haru->error = HPDF_FAILD_TO_ALLOC_MEM;
        HPDF_Stream_Free(stream);
        return;
    }
    HPDF_Stream_Free(dict->stream);
    dict->stream = stream;
}

unsigned
haru_add_stream(struct haru *haru, struct str entries, struct str data)
{
    HPDF_Dict dict;
    unsigned number;

    if (!is_usable(haru))
        return 0;
    dict = HPDF_DictStream_New(haru->doc->mmgr, haru->doc->xref);
    if (dict == NULL) {
        haru->error = HPDF_FAILD_TO_ALLOC_MEM;
        return 0;
    }
    number = adopt(haru, dict);
    haru->objects.at[number].entries = entries;
    set_data(haru, dict, data);
    return number;
}

void
haru_set_content(struct haru *haru, unsigned page, struct str entries,
                 struct str data)
{
    HPDF_Dict content;
    unsigned number;

    if (!is_usable(haru))
        return;
    ENSURE(page < haru->objects.count && haru->objects.at[page].dict);
    content = HPDF_Dict_GetItem(haru->objects.at[page].dict, "Contents",
                                HPDF_OCLASS_DICT);
    ENSURE(content != NULL);
    content->filter = HPDF_STREAM_FILTER_NONE;
    number = adopt(haru, content); /* may move the objects */
    haru->objects.at[number].entries = entries;
    set_data(haru, content, data);
}

/* ---- saving ----------------------------------------------------------- */

/* A row of the cross-reference stream (ISO 32000-1, 7.5.8.3). */
struct row {
    unsigned kind;  /* 0 free, 1 in the file, 2 in an object stream */
    size_t where;   /* offset, or number of the object stream */
    unsigned index; /* in the object stream */
};

struct saving {
    struct haru *haru;
    struct deflater *deflater;
    HPDF_Stream writer; /* into the buffer that is its attribute */
    struct buf file;
    LIST(struct row) rows;
    /* The object stream that is being filled. */
    struct buf index, values;
    unsigned held;
    LIST(unsigned) held_numbers;
};

static HPDF_STATUS
take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
    buf_add(stream->attr, (struct str){(const char *)bytes, len});
    return HPDF_OK;
}

static HPDF_XrefEntry
entry_at(const struct haru *haru, size_t number)
{
    return haru->doc->xref->entries->obj[number];
}

static bool
is_stream(const HPDF_XrefEntry entry)
{
    const HPDF_Obj_Header *header = entry->obj;

    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
           ((HPDF_Dict)entry->obj)->stream != NULL;
}

static void
write_value(struct saving *saving, struct buf *to, void *object)
{
    struct haru *haru = saving->haru;

    saving->writer->attr = to;
    if (HPDF_Obj_WriteValue(object, saving->writer, NULL) != HPDF_OK &&
        haru->error == HPDF_OK)
        haru->error = HPDF_GetError(haru->doc);
}

/* Our own stream objects, unknown to libharu, get the numbers behind its. */
static unsigned
write_own_stream(struct saving *saving, struct str entries, struct str raw)
{
    struct str data = deflate_bytes(saving->deflater, raw);
    unsigned number = (unsigned)saving->rows.count;

    *list_add(saving->haru->arena, &saving->rows) =
        (struct row){1, saving->file.len, 0};
    buf_print(&saving->file,
              "%u 0 obj\n<<%.*s/Filter/FlateDecode/Length %zu>>\nstream\n",
              number, STR_ARG(entries), data.len);
    buf_add(&saving->file, data);
    buf_add_text(&saving->file, "\nendstream\nendobj\n");
    return number;
}

static void
close_object_stream(struct saving *saving)
{
    struct arena *arena = saving->haru->arena;
    struct str entries;
    struct buf all = buf_new(arena);
    unsigned number;

    if (saving->held == 0)
        return;
    entries = str_format(arena, "/Type/ObjStm/N %u/First %zu", saving->held,
                         saving->index.len);
    buf_add(&all, buf_str(&saving->index));
    buf_add(&all, buf_str(&saving->values));
    number = write_own_stream(saving, entries, buf_str(&all));
    for (unsigned i = 0; i < saving->held; i++)
        saving->rows.at[saving->held_numbers.at[i]] =
            (struct row){2, number, i};
    saving->held = 0;
    saving->index.len = saving->values.len = 0;
    saving->held_numbers.count = 0;
}

static void
hold_object(struct saving *saving, unsigned number)
{
    buf_add_number(&saving->index, number);
    buf_add_byte(&saving->index, ' ');
    buf_add_number(&saving->index, saving->values.len);
    buf_add_byte(&saving->index, ' ');
    *list_add(saving->haru->arena, &saving->held_numbers) = number;
    saving->held++;
    write_value(saving, &saving->values, entry_at(saving->haru, number)->obj);
    buf_add_byte(&saving->values, '\n');
}

static void
write_stream(struct saving *saving, unsigned number)
{
    saving->rows.at[number] = (struct row){1, saving->file.len, 0};
    buf_print(&saving->file, "%u 0 obj\n", number);
    write_value(saving, &saving->file, entry_at(saving->haru, number)->obj);
    buf_add_text(&saving->file, "\nendobj\n");
}

/* Streams first, in the order of their numbers: the lengths of libharu's
   streams are objects of their own and known only after their stream. */
static void
write_objects(struct saving *saving)
{
    unsigned count = saving->haru->doc->xref->entries->count;

    for (unsigned i = 0; i < count; i++)
        (void)list_add(saving->haru->arena, &saving->rows);
    for (unsigned i = 1; i < count; i++)
        if (is_stream(entry_at(saving->haru, i)))
            write_stream(saving, i);
    for (unsigned i = 1; i < count; i++) {
        if (is_stream(entry_at(saving->haru, i)))
            continue;
        hold_object(saving, i);
        if (saving->held == OBJECTS_PER_STREAM)
            close_object_stream(saving);
    }
    close_object_stream(saving);
}

static unsigned
bytes_for(size_t value)
{
    unsigned bytes = 1;

    while (value >>= 8)
        bytes++;
    return bytes;
}

/* Rows with PNG's Up filter (predictor 12): neighbours differ little. */
static struct str
xref_rows(struct saving *saving, unsigned where_bytes)
{
    struct buf out = buf_new(saving->haru->arena);
    uint8_t above[16] = {0}, now[16];
    unsigned len = where_bytes + 2;

    for (size_t i = 0; i < saving->rows.count; i++) {
        const struct row *row = &saving->rows.at[i];

        now[0] = (uint8_t)row->kind;
        for (unsigned k = 0; k < where_bytes; k++)
            now[1 + k] = (uint8_t)(row->where >> 8 * (where_bytes - 1 - k));
        now[len - 1] = (uint8_t)row->index;
        buf_add_byte(&out, 2);
        for (unsigned k = 0; k < len; k++)
            buf_add_byte(&out, (char)(uint8_t)(now[k] - above[k]));
        memcpy(above, now, len);
    }
    return buf_str(&out);
}

/* /ID, twice, since the file was never changed: hashes of the two halves of
   all that precedes. Nothing else may vary. */
static void
print_id(struct buf *out, struct str file)
{
    uint64_t first = str_hash_long(str_slice(file, 0, file.len / 2));
    uint64_t second = str_hash_long(str_slice(file, file.len / 2, file.len));

    buf_add_text(out, "/ID[");
    for (int i = 0; i < 2; i++)
        buf_print(out, "<%016llX%016llX>", (unsigned long long)first,
                  (unsigned long long)second);
    buf_add_byte(out, ']');
}

/* The cross-reference stream, which holds its own place too and is the trailer
   as well. */
static void
write_xref(struct saving *saving)
{
    struct haru *haru = saving->haru;
    size_t start = saving->file.len;
    unsigned where_bytes = bytes_for(start);
    struct buf entries = buf_new(haru->arena);
    struct str rows;
    size_t size = saving->rows.count + 1;

    *list_add(haru->arena, &saving->rows) = (struct row){1, start, 0};
    rows = xref_rows(saving, where_bytes);
    saving->rows.count--;
    buf_print(&entries,
              "/Type/XRef/Size %zu/W[1 %u 1]/DecodeParms<</Predictor 12"
              "/Columns %u>>/Root %u 0 R/Info %u 0 R",
              size, where_bytes, where_bytes + 2, haru_catalog(haru),
              haru_info(haru));
    print_id(&entries, buf_str(&saving->file));
    (void)write_own_stream(saving, buf_str(&entries), rows);
    buf_print(&saving->file, "startxref\n%zu\n%%%%EOF\n", start);
}

struct str
haru_save(struct haru *haru, struct deflater *deflater)
{
    struct saving saving = {.haru = haru,
                            .deflater = deflater,
                            .file = buf_new(haru->arena),
                            .index = buf_new(haru->arena),
                            .values = buf_new(haru->arena)};

    if (!is_usable(haru))
        return (struct str){0};
    saving.writer = HPDF_CallbackWriter_New(haru->doc->mmgr, take_bytes, NULL);
    if (saving.writer == NULL) {
        haru->error = HPDF_FAILD_TO_ALLOC_MEM;
        return (struct str){0};
    }
    /* Four bytes above 127 tell that the file is binary (7.5.2). */
    buf_add_text(&saving.file, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    write_objects(&saving);
    write_xref(&saving);
    HPDF_Stream_Free(saving.writer);
    return buf_str(&saving.file);
}
