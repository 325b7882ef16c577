#include "filter.h"

#include <libdeflate.h>

#include "base/buf.h"

/* One stream. */
#define MOST_BYTES ((size_t)64 << 20)
#define MOST_ROW ((int64_t)1 << 20)

/* ---- Flate --------------------------------------------------------------- */

static size_t
room_for(const struct filter *filter, size_t wanted)
{
    size_t most = filter->most < MOST_BYTES ? filter->most : MOST_BYTES;
    return wanted < most ? wanted : most;
}

/* A checksum that is wrong keeps nobody from reading: then the bytes behind
   the two of zlib's head are taken alone. */
static enum libdeflate_result
inflate_into(struct filter *filter, struct str in, char *out, size_t room,
             size_t *len)
{
    size_t used;
    enum libdeflate_result result = libdeflate_zlib_decompress_ex(
        filter->inflater, in.at, in.len, out, room, &used, len);
    if (result != LIBDEFLATE_BAD_DATA || in.len < 3)
        return result;
    return libdeflate_deflate_decompress_ex(filter->inflater, in.at + 2,
                                            in.len - 2, out, room, &used, len);
}

static bool
inflate(struct filter *filter, struct str *bytes)
{
    size_t room = room_for(filter, bytes->len * 4 + 4096), len = 0;
    if (!filter->inflater)
        filter->inflater = libdeflate_alloc_decompressor();
    while (filter->inflater && room) {
        struct arena *scratch = arena_new();
        char *out = arena_alloc(scratch, room);
        enum libdeflate_result result =
            inflate_into(filter, *bytes, out, room, &len);
        if (result == LIBDEFLATE_SUCCESS)
            *bytes = str_copy(filter->arena, (struct str){out, len});
        arena_free(scratch);
        if (result == LIBDEFLATE_SUCCESS)
            return true;
        size_t more = room_for(filter, room * 4);
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || more == room)
            return false;
        room = more;
    }
    return false;
}

/* ---- LZW ------------------------------------------------------------------
 */

#define LZW_CLEAR 256
#define LZW_END 257
#define LZW_CODES 4096

struct lzw {
    uint16_t before[LZW_CODES]; /* the code that this one goes on from */
    char last[LZW_CODES];
    size_t lengths[LZW_CODES];
    unsigned next;
};

/* The bytes of a code, back to front into `out`; gives the first one. */
static char
lzw_put(const struct lzw *lzw, unsigned code, char *out)
{
    size_t len = code < 256 ? 1 : lzw->lengths[code];
    while (code >= 256) {
        out[--len] = lzw->last[code];
        code = lzw->before[code];
    }
    out[0] = (char)code;
    return out[0];
}

static void
lzw_learn(struct lzw *lzw, unsigned before, char last)
{
    if (lzw->next >= LZW_CODES)
        return;
    lzw->before[lzw->next] = (uint16_t)before;
    lzw->last[lzw->next] = last;
    lzw->lengths[lzw->next] = (before < 256 ? 1 : lzw->lengths[before]) + 1;
    lzw->next++;
}

/* `early`: codes grow one code sooner (EarlyChange, the default). */
static bool
unlzw(struct filter *filter, struct str *bytes, unsigned early)
{
    struct lzw *lzw = ARENA_NEW(filter->arena, struct lzw);
    char *word = arena_alloc(filter->arena, LZW_CODES + 1);
    struct buf out = buf_new(filter->arena);
    unsigned width = 9, held = 0, before = LZW_CLEAR;
    uint32_t bits = 0;
    lzw->next = 258;
    for (size_t at = 0; at < bytes->len && out.len < room_for(filter, SIZE_MAX);
         at++) {
        bits = bits << 8 | (unsigned char)bytes->at[at];
        held += 8;
        if (held < width)
            continue;
        unsigned code = bits >> (held - width) & ((1u << width) - 1);
        held -= width;
        if (code == LZW_END)
            break;
        if (code == LZW_CLEAR) {
            lzw->next = 258;
        } else if (code > lzw->next || (code >= 256 && before == LZW_CLEAR)) {
            return false;
        } else {
            unsigned known = code == lzw->next ? before : code;
            char first = lzw_put(lzw, known, word);
            if (before != LZW_CLEAR)
                lzw_learn(lzw, before, first);
            if (code >= lzw->next)
                return false;
            (void)lzw_put(lzw, code, word);
            buf_add(&out,
                    (struct str){word, code < 256 ? 1 : lzw->lengths[code]});
        }
        before = code;
        unsigned reached = lzw->next + early;
        width = reached < 512    ? 9
                : reached < 1024 ? 10
                : reached < 2048 ? 11
                                 : 12;
    }
    *bytes = buf_str(&out);
    return true;
}

/* ---- text forms -----------------------------------------------------------
 */

static bool
unhex(struct filter *filter, struct str *bytes)
{
    size_t work = 2;
    struct buf all = buf_new(filter->arena);
    buf_add_byte(&all, '<');
    buf_add(&all, *bytes);
    struct pdf_scan scan = {filter->arena, buf_str(&all), 0, &work, true};
    *bytes = pdf_scan_value(&scan).text;
    return true;
}

/* Five digits of base 85 for four bytes; "z" for four zeros. */
static bool
unbase85(struct filter *filter, struct str *bytes)
{
    struct buf out = buf_new(filter->arena);
    uint64_t value = 0;
    unsigned count = 0;
    for (size_t i = 0; i < bytes->len && bytes->at[i] != '~'; i++) {
        char c = bytes->at[i];
        if (c == 'z' && !count)
            buf_add(&out, STR("\0\0\0\0"));
        if (c < '!' || c > 'u')
            continue;
        value = value * 85 + (unsigned)(c - '!');
        if (++count < 5)
            continue;
        for (int shift = 24; shift >= 0; shift -= 8)
            buf_add_byte(&out, (char)(value >> shift & 255));
        value = count = 0;
    }
    for (unsigned i = count; count > 1 && i < 5; i++)
        value = value * 85 + 84;
    for (unsigned i = 0; count > 1 && i + 1 < count; i++)
        buf_add_byte(&out, (char)(value >> (24 - 8 * i) & 255));
    *bytes = buf_str(&out);
    return true;
}

static bool
unrun(struct filter *filter, struct str *bytes)
{
    struct buf out = buf_new(filter->arena);
    size_t most = room_for(filter, SIZE_MAX);
    for (size_t at = 0; at < bytes->len && out.len < most;) {
        unsigned length = (unsigned char)bytes->at[at++];
        if (length == 128)
            break;
        if (length < 128) {
            buf_add(&out, str_slice(*bytes, at, at + length + 1));
            at += length + 1;
            continue;
        }
        for (unsigned i = 0; at < bytes->len && i < 257 - length; i++)
            buf_add_byte(&out, bytes->at[at]);
        at++;
    }
    *bytes = buf_str(&out);
    return true;
}

/* ---- predictors -----------------------------------------------------------
 */

static int
paeth(int left, int up, int corner)
{
    int guess = left + up - corner;
    int to_left = guess > left ? guess - left : left - guess;
    int to_up = guess > up ? guess - up : up - guess;
    int to_corner = guess > corner ? guess - corner : corner - guess;
    if (to_left <= to_up && to_left <= to_corner)
        return left;
    return to_up <= to_corner ? up : corner;
}

/* One row of PNG's filters (ISO 15948, 9), over the row before. */
static void
unfilter_row(int kind, uint8_t *row, const uint8_t *above, size_t len,
             size_t step)
{
    for (size_t i = 0; i < len; i++) {
        int left = i >= step ? row[i - step] : 0;
        int corner = i >= step ? above[i - step] : 0;
        int guess[] = {0, left, above[i], (left + above[i]) / 2,
                       paeth(left, above[i], corner)};
        row[i] = (uint8_t)(row[i] + (kind < 5 ? guess[kind] : 0));
    }
}

static void
unfilter_png(struct filter *filter, struct str *bytes, size_t row, size_t step)
{
    size_t rows = bytes->len / (row + 1);
    uint8_t *out = arena_alloc(filter->arena, rows * row + 1);
    const uint8_t *above = arena_alloc(filter->arena, row + 1);
    for (size_t i = 0; i < rows; i++) {
        const char *from = bytes->at + i * (row + 1);
        memcpy(out + i * row, from + 1, row);
        unfilter_row((unsigned char)from[0], out + i * row, above, row, step);
        above = out + i * row;
    }
    *bytes = (struct str){(const char *)out, rows * row};
}

/* TIFF's, of samples of eight bits. */
static void
unfilter_tiff(struct filter *filter, struct str *bytes, size_t row, size_t step)
{
    uint8_t *out = arena_alloc(filter->arena, bytes->len + 1);
    for (size_t i = 0; i < bytes->len; i++) {
        uint8_t left = i % row >= step ? out[i - step] : 0;
        out[i] = (uint8_t)((unsigned char)bytes->at[i] + left);
    }
    *bytes = (struct str){(const char *)out, bytes->len};
}

static bool
unpredict(struct filter *filter, const struct pdf_value *params,
          struct str *bytes)
{
    int64_t predictor = pdf_whole(pdf_get(params, "Predictor"), 1);
    int64_t colors = pdf_whole(pdf_get(params, "Colors"), 1);
    int64_t bits = pdf_whole(pdf_get(params, "BitsPerComponent"), 8);
    int64_t columns = pdf_whole(pdf_get(params, "Columns"), 1);
    if (predictor < 2)
        return true;
    if (colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 ||
        columns > MOST_ROW)
        return false;
    size_t row = (size_t)((colors * bits * columns + 7) / 8);
    size_t step = (size_t)((colors * bits + 7) / 8);
    if (predictor >= 10)
        unfilter_png(filter, bytes, row, step);
    else if (bits == 8)
        unfilter_tiff(filter, bytes, row, step);
    return true;
}

/* ---- all of them -----------------------------------------------------------
 */

static bool
is_of_picture(struct str name)
{
    static const struct str names[] = {
        STR_INIT("DCTDecode"),      STR_INIT("DCT"), STR_INIT("JPXDecode"),
        STR_INIT("CCITTFaxDecode"), STR_INIT("CCF"), STR_INIT("JBIG2Decode")};
    return str_among(name, names, sizeof names / sizeof names[0]);
}

enum filter_result
filter_decode(struct filter *filter, struct str name,
              const struct pdf_value *params, struct str *bytes)
{
    bool is_lzw = str_is(name, "LZWDecode") || str_is(name, "LZW");
    bool ok = false;
    if (is_of_picture(name))
        return FILTER_PICTURE;
    if (str_is(name, "FlateDecode") || str_is(name, "Fl"))
        ok = inflate(filter, bytes) && unpredict(filter, params, bytes);
    else if (is_lzw)
        ok = unlzw(filter, bytes,
                   pdf_whole(pdf_get(params, "EarlyChange"), 1) != 0) &&
             unpredict(filter, params, bytes);
    else if (str_is(name, "ASCIIHexDecode") || str_is(name, "AHx"))
        ok = unhex(filter, bytes);
    else if (str_is(name, "ASCII85Decode") || str_is(name, "A85"))
        ok = unbase85(filter, bytes);
    else if (str_is(name, "RunLengthDecode") || str_is(name, "RL"))
        ok = unrun(filter, bytes);
    filter->most -= bytes->len < filter->most ? bytes->len : filter->most;
    return ok ? FILTER_DONE : FILTER_BROKEN;
}

void
filter_close(struct filter *filter)
{
    if (filter->inflater)
        libdeflate_free_decompressor(filter->inflater);
    filter->inflater = NULL;
}
