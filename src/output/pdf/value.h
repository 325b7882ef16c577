/* Values as PDF syntax (ISO 32000-1, 7.3 and 7.9). */
#ifndef OUTPUT_PDF_VALUE_H
#define OUTPUT_PDF_VALUE_H

#include "base/buf.h"
#include "base/upt.h"

/* Coordinates on a PDF page: 1/1000 pt, y upwards. */
typedef int64_t milli;

#define UPT_PER_MILLI (UPT_PER_PT / 1000)

/* Nearest 1/1000 pt. */
milli milli_from_upt(upt length);
/* A decimal number of at most three places: 12500 is "12.5". */
void value_number(struct buf *out, milli value);
/* The same with a blank behind it. */
/* So many digits, capitals. */
void value_hex(struct buf *out, unsigned value, unsigned digits);
/* "12 0 R" */
void value_reference(struct buf *out, unsigned object);
void value_operand(struct buf *out, milli value);

/* (bytes), with ( ) \ and line ends escaped. */
void value_bytes(struct buf *out, struct str bytes);
/* PDF/A limits strings to 32767 bytes (ISO 19005-2, 6.1.13): 16-bit units. */
#define VALUE_TEXT_MOST 16000
/* A text string: ASCII as it is, else UTF-16 with byte order mark; cut at the
   limit. */
void value_text(struct buf *out, struct str utf8);
/* <FEFF...> without the brackets and the mark: UTF-16BE in hex. */
void value_utf16_hex(struct buf *out, struct str utf8);
/* /Name with #xx where a byte is no regular character. */
void value_name(struct buf *out, struct str name);
/* (D:20251122143000Z) of seconds since 1970. */
void value_date(struct buf *out, int64_t seconds);
/* (uri): what an ASCII URI may not hold is percent-encoded. */
void value_uri(struct buf *out, struct str uri);

#endif
