/*
 * A RenderCV file while it is written. What that format is, was read in the
 * models of RenderCV 2.8: all entries of a section are of one type, which is
 * told by its keys; an entry may have further keys, which are kept and not
 * printed; `start_date` and `end_date` are exact, `date` is any text.
 */
#ifndef OUTPUT_DATA_RENDERCV_WRITER_H
#define OUTPUT_DATA_RENDERCV_WRITER_H

#include "model/fields.h"
#include "output/output.h"

/* Something that has no place there, however often. */
struct rcv_left {
    const char *what;
    const struct node *node; /* the first of them */
    size_t count;
};

struct rcv {
    struct arena *arena;
    struct findings *findings;
    const struct edition *edition;
    const struct candidate *shown;
    struct buf out;
    int depth;
    bool after_dash; /* the next key stands behind "- " */
    LIST(struct str) titles;
    LIST(struct rcv_left) left;
};

/* ---- YAML ---------------------------------------------------------------- */

/* An item of a list begins; its keys follow, at least one. */
void rcv_item(struct rcv *w);
void rcv_item_end(struct rcv *w);
void rcv_open(struct rcv *w, struct str key);
void rcv_close(struct rcv *w);
/* One line of text; nothing when it is empty. */
void rcv_text(struct rcv *w, const char *key, struct str text);
/* The same for a key that RenderCV asks for: empty rather than absent. */
void rcv_required(struct rcv *w, const char *key, struct str text);
/* As it is, without quotes: a date. */
void rcv_plain(struct rcv *w, const char *key, struct str text);
/* An item that is a text. */
void rcv_item_text(struct rcv *w, struct str text);

/* ---- values -------------------------------------------------------------- */

/* A text of ours, in which a star is a star, as Markdown. */
struct str rcv_markdown(struct arena *arena, struct str text);
/* "[text](url)", or the text when there is no address. */
struct str rcv_link(struct arena *arena, struct str text, struct str url);
struct str rcv_prose(struct arena *arena, const struct prose *prose);
/* "Springfield, IL, US" */
struct str rcv_place(struct arena *arena, const struct location *location);
/* Texts with ", " between them. */
struct str rcv_list(struct arena *arena, const text_list *list);
/* Adds `text` behind a comma. */
void rcv_join(struct buf *to, struct str text);

/* What is said of one day, in the way that the format reads. */
void rcv_date(struct rcv *w, const struct date *date);
/* From and to; as a text where RenderCV would call the two wrong. */
void rcv_span(struct rcv *w, const struct date *start, const struct date *end);
/* `key: 2027-06`, kept and not printed. */
void rcv_kept_date(struct rcv *w, const char *key, const struct date *date);
void rcv_highlights(struct rcv *w, const highlight_list *highlights,
                    const prose_list *actions);
/* The texts of an entry under their own names, but those of the list `done`
   ("name url"): kept, and not printed. */
void rcv_kept(struct rcv *w, const struct field_shape *shape, const void *map,
              const char *done);

/* Tells of it once, at the end. */
void rcv_leave(struct rcv *w, const char *what, const struct node *node);

/* ---- parts --------------------------------------------------------------- */

void rcv_contacts(struct rcv *w);
/* One section by its id, or nothing when there is nothing in it. */
void rcv_section(struct rcv *w, struct str id);
/* The person's own; all of them, or the one with that id. */
void rcv_custom(struct rcv *w, struct str id);
/* Begins a section under a title that no other has; gives the place to go back
   to when nothing comes. */
size_t rcv_section_open(struct rcv *w, struct str title);
void rcv_section_close(struct rcv *w, size_t start);

#endif
