#include "package.h"

#include <dlfcn.h>
#include <string.h>
#include <zip.h>

#include "output/moment.h"

struct calls {
    zip_source_t *(*source_new)(const void *, zip_uint64_t, int, zip_error_t *);
    zip_t *(*open)(zip_source_t *, int, zip_error_t *);
    void (*keep)(zip_source_t *);
    zip_source_t *(*buffer)(zip_t *, const void *, zip_uint64_t, int);
    zip_int64_t (*add)(zip_t *, const char *, zip_source_t *, zip_flags_t);
    int (*compress)(zip_t *, zip_uint64_t, zip_int32_t, zip_uint32_t);
    int (*set_time)(zip_t *, zip_uint64_t, zip_uint16_t, zip_uint16_t,
                    zip_flags_t);
    int (*close)(zip_t *);
    void (*discard)(zip_t *);
    int (*source_open)(zip_source_t *);
    zip_int64_t (*read)(zip_source_t *, void *, zip_uint64_t);
    int (*source_close)(zip_source_t *);
    void (*source_free)(zip_source_t *);
};

/* In the order of the members above. */
static const char *const call_names[] = {
    "zip_source_buffer_create",
    "zip_open_from_source",
    "zip_source_keep",
    "zip_source_buffer",
    "zip_file_add",
    "zip_set_file_compression",
    "zip_file_set_dostime",
    "zip_close",
    "zip_discard",
    "zip_source_open",
    "zip_source_read",
    "zip_source_close",
    "zip_source_free",
};

#define CALL_COUNT (sizeof call_names / sizeof *call_names)

_Static_assert(sizeof(struct calls) == CALL_COUNT * sizeof(void *),
               "a name for each call");

/* What is called here is the same in both. */
static const char *const libraries[] = {
#ifdef __APPLE__
    "libzip.5.dylib",
    "/opt/homebrew/lib/libzip.5.dylib",
#else
    "libzip.so.5",
    "libzip.so.4",
#endif
};

#define LIBRARY_COUNT (sizeof libraries / sizeof *libraries)

/* ---- the library --------------------------------------------------------- */

static bool
find_calls(void *library, struct calls *calls)
{
    char *to = (char *)calls;
    for (size_t i = 0; i < CALL_COUNT; i++) {
        void *call = dlsym(library, call_names[i]);
        if (!call)
            return false;
        memcpy(to + i * sizeof call, &call, sizeof call);
    }
    return true;
}

/* It stays loaded: it may have left handlers behind. */
static bool
load(struct calls *calls)
{
    for (size_t i = 0; i < LIBRARY_COUNT; i++) {
        void *library = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
        if (library && find_calls(library, calls))
            return true;
    }
    return false;
}

/* ---- writing ------------------------------------------------------------- */

/* As MS-DOS counts: from 1980, in steps of two seconds. */
struct dos_time {
    zip_uint16_t time, date;
};

static struct dos_time
dos_time_of(int64_t created)
{
    struct moment m = moment_from(created);
    if (m.year < 1980)
        return (struct dos_time){.date = 1 << 5 | 1};
    if (m.year > 2107)
        m.year = 2107;
    return (struct dos_time){
        .time = (zip_uint16_t)(m.hour << 11 | m.minute << 5 | m.second / 2),
        .date = (zip_uint16_t)((unsigned)(m.year - 1980) << 9 | m.month << 5 |
                               m.day)};
}

static bool
add_parts(const struct calls *call, zip_t *zip, const struct package *package,
          struct dos_time time)
{
    for (size_t i = 0; i < package->parts.count; i++) {
        const struct package_part *part = &package->parts.at[i];
        zip_source_t *bytes =
            call->buffer(zip, part->bytes.at, part->bytes.len, 0);
        zip_int64_t at = bytes ? call->add(zip, part->name, bytes, 0) : -1;
        if (at < 0) {
            if (bytes)
                call->source_free(bytes);
            return false;
        }
        if (call->compress(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, 9) != 0 ||
            call->set_time(zip, (zip_uint64_t)at, time.time, time.date, 0) != 0)
            return false;
    }
    return true;
}

static struct str
read_all(struct arena *arena, const struct calls *call, zip_source_t *source)
{
    struct buf bytes = buf_new(arena);
    char piece[16384];
    zip_int64_t count;
    if (call->source_open(source) != 0)
        return (struct str){0};
    while ((count = call->read(source, piece, sizeof piece)) > 0)
        buf_add(&bytes, (struct str){piece, (size_t)count});
    (void)call->source_close(source); /* only memory was read */
    return count < 0 ? (struct str){0} : buf_str(&bytes);
}

static struct str
write_zip(struct arena *arena, const struct calls *call,
          const struct package *package, struct dos_time time)
{
    zip_error_t error;
    struct str bytes = {0};
    zip_source_t *source = call->source_new(NULL, 0, 0, &error);
    if (!source)
        return bytes;
    call->keep(source); /* once for the archive, once for us */
    zip_t *zip = call->open(source, ZIP_TRUNCATE, &error);
    if (!zip) {
        call->source_free(source);
    } else if (!add_parts(call, zip, package, time) || call->close(zip) != 0) {
        call->discard(zip);
    } else {
        bytes = read_all(arena, call, source);
    }
    call->source_free(source);
    return bytes;
}

struct output_result
package_write(struct arena *arena, const struct package *package,
              int64_t created)
{
    struct calls calls;
    if (!load(&calls))
        return (struct output_result){
            .failed = true,
            .why = STR("a .docx is a ZIP file, and the library that writes "
                       "those, libzip, is not installed here")};
    struct str bytes = write_zip(arena, &calls, package, dos_time_of(created));
    if (!bytes.len)
        return (struct output_result){
            .failed = true, .why = STR("libzip could not write the file")};
    return (struct output_result){.bytes = bytes};
}
