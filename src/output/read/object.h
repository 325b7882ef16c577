/*
 * Objects of PDF (ISO 32000-1, 7.3) and how they are written, in files and in
 * content streams. Nothing here trusts its input: what makes no sense is null,
 * what is nested too deep ends.
 */
#ifndef OUTPUT_READ_OBJECT_H
#define OUTPUT_READ_OBJECT_H

#include "base/list.h"
#include "base/str.h"

enum pdf_kind {
    PDF_NULL,
    PDF_BOOL,
    PDF_NUMBER,
    PDF_STRING,
    PDF_NAME,
    PDF_ARRAY,
    PDF_DICT,
    PDF_STREAM,
    PDF_REF,
    PDF_OPERATOR, /* a bare word: of content streams, or "obj" */
    PDF_END       /* nothing is left, or a bracket that closes */
};

/* Numbers are fixed: 16 bits behind the point. */
typedef int64_t fixed;
#define FIXED_BITS 16
#define FIXED_ONE ((fixed)1 << FIXED_BITS)

struct pdf_value {
    enum pdf_kind kind;
    fixed number;    /* of NUMBER and BOOL; the object's of REF, whole */
    struct str text; /* STRING and NAME decoded, STREAM as in the file, and
                        the word of OPERATOR */
    const struct pdf_value *items; /* DICT and STREAM: keys and values */
    size_t count;
};

struct pdf_scan {
    struct arena *arena;
    struct str bytes;
    size_t at;
    size_t *work;    /* values that may still be read, of the whole file */
    bool in_content; /* no references there */
};

/* The next object; PDF_END at the end. */
struct pdf_value pdf_scan_value(struct pdf_scan *scan);
/* Blanks and comments. */
void pdf_skip_space(struct pdf_scan *scan);
/* The next whole number, without a sign; false when something else stands
   there. */
bool pdf_scan_whole(struct pdf_scan *scan, uint64_t *number);
/* That word stands there; the scan is behind it. */
bool pdf_scan_word(struct pdf_scan *scan, const char *word);

/* Of DICT and STREAM; a null one when it is not there. */
const struct pdf_value *pdf_get(const struct pdf_value *dict, const char *key);
bool pdf_is_name(const struct pdf_value *value, const char *name);
/* The whole part; `otherwise` of what is no number. */
int64_t pdf_whole(const struct pdf_value *value, int64_t otherwise);

bool pdf_is_space(char c);
bool pdf_is_delimiter(char c);

#endif
