/*
 * libharu as page, object and xref layer: what we need of it, behind numbers
 * of objects and bytes. Only haru.c knows its structs. The bodies of objects
 * are our own text; libharu keeps the page tree, the catalogue, the objects
 * and their numbers; saving is ours as well, since libharu writes neither
 * object streams nor cross-reference streams.
 */
#ifndef OUTPUT_PDF_HARU_H
#define OUTPUT_PDF_HARU_H

#include "base/buf.h"
#include "deflate.h"

struct haru;

/* Close it. `page_count` is the number of pages to come. */
struct haru *haru_open(struct arena *arena, size_t page_count);
void haru_close(struct haru *haru);

/* After a failure (only: out of memory or of libharu's limits) every call
   does nothing and gives object 0. Empty while all is well. */
struct str haru_failure(const struct haru *haru);

/* Number of an indirect object; its entries are set later. */
unsigned haru_add_object(struct haru *haru);
/* The next page; its content is set once with haru_set_content. */
unsigned haru_add_page(struct haru *haru);
unsigned haru_catalog(const struct haru *haru);
unsigned haru_info(const struct haru *haru);

/* What stands between << and >>, besides libharu's own entries (Type, Parent,
   Pages, Contents, Length). Borrowed until haru_save. */
void haru_set_entries(struct haru *haru, unsigned object, struct str entries);

/* A stream whose data is already encoded as `entries` say; both are borrowed
   until haru_save. */
unsigned haru_add_stream(struct haru *haru, struct str entries,
                         struct str data);
void haru_set_content(struct haru *haru, unsigned page, struct str entries,
                      struct str data);

/* The whole file, PDF 1.7, in the arena. */
struct str haru_save(struct haru *haru, struct deflater *deflater);

#endif
