/*
 * A PDF file: where its objects are (tables and streams of cross-references,
 * object streams; ISO 32000-1, 7.5) and what their streams hold. A file whose
 * tables are wrong is searched for its objects instead.
 */
#ifndef OUTPUT_READ_FILE_H
#define OUTPUT_READ_FILE_H

#include "filter.h"

struct pdf_entry {
    enum { ENTRY_NONE, ENTRY_FREE, ENTRY_PLACED, ENTRY_PACKED } kind;
    bool is_busy;   /* being read: nothing is read within itself */
    size_t at;      /* PLACED: byte; PACKED: number of its stream */
    unsigned index; /* PACKED */
    unsigned pack;  /* PLACED object streams: 1 + place in the packs */
    const struct pdf_value *value; /* once it was read */
};

/* An object stream: numbers and places of what it holds, and where the places
   count from. */
struct pdf_pack {
    struct str bytes;
    size_t first, count;
    struct {
        uint64_t number, at;
    } * objects;
};

struct pdf_file {
    struct arena *arena;
    struct str bytes;
    size_t origin; /* where %PDF- stands: places count from there */
    LIST(struct pdf_entry) entries;
    LIST(struct pdf_pack) packs;
    struct pdf_value trailer;
    struct filter filter;
    size_t work;
    bool is_repaired; /* its tables were wrong */
    bool is_short;    /* there is more than is ever read */
};

enum pdf_open { PDF_OPEN, PDF_FOREIGN, PDF_BROKEN, PDF_LOCKED };

/* Close it, whatever comes out. */
enum pdf_open pdf_file_open(struct pdf_file *file, struct arena *arena,
                            struct str bytes);
void pdf_file_close(struct pdf_file *file);

/* Takes that off what may still be done. */
void pdf_spend(struct pdf_file *file, size_t work);

/* What a reference leads to; the value itself when it is none. Never NULL. */
const struct pdf_value *pdf_resolve(struct pdf_file *file,
                                    const struct pdf_value *value);
/* The same of an entry of a dictionary. */
const struct pdf_value *pdf_look(struct pdf_file *file,
                                 const struct pdf_value *dict, const char *key);
/* The bytes of a stream without its filters; false when they cannot be had,
   when no work is left for them, and of pictures. */
bool pdf_stream_bytes(struct pdf_file *file, const struct pdf_value *stream,
                      struct str *bytes);

/* ---- repair.c ---- */

/* Looks for objects and trailers in the bytes. */
void pdf_file_repair(struct pdf_file *file);

/* ---- for both ---- */

/* NULL when there can be no object of that number. */
struct pdf_entry *pdf_entry_at(struct pdf_file *file, uint64_t number);
struct pdf_scan pdf_scan_from(struct pdf_file *file, size_t at);
/* "12 0 obj ..." at that byte; the number must be right unless it is NULL,
   or comes back. */
bool pdf_read_placed(struct pdf_file *file, size_t at, uint64_t *number,
                     struct pdf_value *value);

#endif
