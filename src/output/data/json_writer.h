/*
 * A JSON Resume file while it is written (schema 1.2.1): keys in the order of
 * the schema, two blanks for each level, nothing that is empty.
 */
#ifndef OUTPUT_DATA_JSON_WRITER_H
#define OUTPUT_DATA_JSON_WRITER_H

#include "model/candidate.h"
#include "output/output.h"

struct json_out {
    struct arena *arena;
    struct buf out;
    size_t depth;
    /* The first that the schema has no form for; NULL: none. */
    const struct node *lost_date, *lost_address;
};

/* ---- JSON ---------------------------------------------------------------- */

/* A list or a mapping begins; key NULL: in a list. Gives the place to close
   it with, where it vanishes when nothing came. */
size_t json_open(struct json_out *json, const char *key, char bracket);
void json_close(struct json_out *json, size_t start);
/* Nothing when the text is empty. */
void json_text(struct json_out *json, const char *key, struct str text);

/* ---- values -------------------------------------------------------------- */

/* Without marks: lists have "- " before each item, an address stands in
   parentheses behind the words that lead to it. */
struct str json_prose(struct arena *arena, const struct prose *prose);
/* "Springfield, IL, US" */
struct str json_place(struct arena *arena, const struct location *location);
/* Nothing for dates of other calendars, and before the year 1000. */
void json_date(struct json_out *json, const char *key, const struct date *date);
/* An address as the schema asks for it; empty when it is none. */
struct str json_uri(struct arena *arena, struct str address);
void json_add_uri(struct json_out *json, const char *key,
                  const struct text *address);
bool json_is_email(struct str address);

/* ---- what has no place --------------------------------------------------- */

/* Tells of each section in which something had to be left out (F110). */
void json_resume_tell_left(const struct output_task *task,
                           const struct json_out *json);
/* The section is among those that are shown. */
bool json_resume_shows(const struct edition *edition, struct str section);
/* Consent is given for what is published as this file may be. */
bool json_resume_may_quote(const struct testimonial *testimonial);

#endif
