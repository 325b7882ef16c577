/*
 * Sections whose entries are a line or two: what their files share.
 *
 *   text_items.c         the items of one line
 *   text_skills.c        skills and systems
 *   text_languages.c     languages that people speak
 *   text_credentials.c   certifications: their names, dates and numbers
 *   text_publications.c  citations
 *   text_lists.c         which of them reads what; all other entries
 */
#ifndef IMPORT_TEXT_LISTS_H
#define IMPORT_TEXT_LISTS_H

#include "text.h"

/* The items of a line, parted by commas and the like; begin with {s, 0}. */
struct text_items {
    struct str s;
    size_t at; /* bytes that were read */
};

/* The next item, without signs at its ends; brackets are not cut. */
bool text_items_next(struct text_items *items, struct str *item);
/* "Group: a, b", "**Group** a, b": the bytes of the group, 0: there is none;
 *rest is what stands behind. */
size_t text_group_len(struct str s, size_t *rest);

void text_skills_convert(struct text_conversion *t,
                         const struct text_section *section);
void text_systems_convert(struct text_conversion *t,
                          const struct text_section *section);
void text_languages_convert(struct text_conversion *t,
                            const struct text_section *section);
/* "Languages: English, Spanish (fluent)" among the skills: languages of
   people, not of computers; false: it is none of that. */
bool text_languages_put(struct text_conversion *t, const struct text_line *line,
                        struct str group, struct str s);

/* Where the parts of an entry of a section go, in order. */
struct list_row {
    enum text_topic topic;
    const char *list, *first, *second, *date, *rest;
    bool has_end; /* the date may be a span: since, until */
};

/* One section on its way into its list. */
struct lister {
    struct text_conversion *t;
    const struct list_row *row;
    struct node *list;
};

/* "Certified Medical Manager (CMM)": name and abbreviation. */
void text_credential_name(struct lister *l, struct node *map,
                          const struct node *from);
/* "expires 2027-06", "license no. 1234", "In progress", a date alone; false:
   it is no such thing, or the section is another. */
bool text_credential_detail(struct lister *l, struct node *map,
                            const struct node *from);
/* Dates of credentials have words of their own: they are parts like others. */
void text_credential_read(struct lister *l, struct node *map,
                          struct text_entry *entry);
/* "BLS, ACLS, PALS": short names in one line, an entry each. */
bool text_credential_names(struct lister *l, const struct text_line *line);

void text_publication_put(struct lister *l, const struct text_line *line);

#endif
