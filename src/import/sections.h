/*
 * Sections and what stands in them, for readers of formats that are lists of
 * entries with names: JSON Resume, FRESH, YAMLResume. Each has tables of its
 * own: what a format calls a thing is that format's affair.
 */
#ifndef IMPORT_SECTIONS_H
#define IMPORT_SECTIONS_H

#include "convert.h"

/* A section of a foreign file, and the native list that it fills. */
struct section_row {
    const char *from; /* "work|employment" */
    const char *to;
    const struct value_row *rows;
    const char *name; /* native key of an entry that is one text */
    /* Behind the rows; may be NULL. */
    void (*finish)(struct conversion *c, struct node *entry,
                   const struct node *foreign);
    const char *custom; /* heading: to a section of its own */
};

/* Each table ends with `from` NULL. */
void convert_sections(struct conversion *c, const struct node *foreign,
                      const struct section_row *sections);
/* One section: a list of entries, of lists of them, a map of them, one entry,
   or texts. */
void convert_section(struct conversion *c, const struct node *foreign,
                     const struct section_row *section);

/* Entries of a section of its own with that heading. */
struct node *custom_entries(struct conversion *c, struct str title,
                            const struct node *from);
/* Adds a paragraph to a text, or begins it. Takes `from`. */
void native_add_prose(struct conversion *c, struct node *map, const char *key,
                      const struct node *from);
/* "Technologies: a, b" as a line of a list; says nothing for no words. */
void native_add_named(struct conversion *c, struct node *map, const char *key,
                      const char *name, const struct node *from);
/* "openSource" as "Open source". */
struct str heading_of_key(struct arena *arena, struct str key);

/* Hooks for rows. */
typedef void value_hook(struct conversion *c, struct node *native,
                        const struct node *foreign, const char *to);
value_hook convert_place;    /* text or parts -> location */
value_hook convert_more;     /* one more paragraph */
value_hook convert_keywords; /* "Keywords: ..." in highlights */
value_hook convert_tools;    /* "Technologies: ..." */
value_hook convert_part_of;  /* a second text of one line: "a, b" */
value_hook convert_current;  /* true: present */
value_hook convert_private;  /* true: private */
value_hook convert_period;   /* "2019 - 2021" as two dates */
value_hook convert_profiles;
value_hook convert_picture;

/* Entries that the formats have alike. */
extern const struct value_row custom_rows[];
void custom_finish(struct conversion *c, struct node *entry,
                   const struct node *foreign);
/* Nobody is quoted who has not agreed: a remark beside the quote. */
void quote_finish(struct conversion *c, struct node *entry,
                  const struct node *foreign);
/* Why no row has a place for it. */
extern const char contact_of_others[];

#endif
