/* The steps that read a posting. */
#ifndef JOB_PARTS_H
#define JOB_PARTS_H

#include "job/job.h"

/* Bytes to lines, each with its place: text.c and the readers it calls (HTML,
   JSON, Markdown, plain). */
struct job_text job_text_read(struct arena *arena, struct findings *findings,
                              uint32_t source);

/* What is asked for by name: terms.c */
void job_find_terms(struct arena *arena, struct job *job,
                    const struct pack *pack);

/* Years, degrees, licenses, certifications: needs.c */
void job_find_needs(struct arena *arena, struct job *job,
                    const struct pack *pack);

/* The role it is about: role.c */
void job_find_role(struct arena *arena, struct job *job,
                   const struct pack *pack);

/* language.c: the name of the language that it is in rather than in English,
   "" when its letters are not Latin; NULL: English, or too little to tell. */
const char *job_foreign_language(const struct job *job);

#endif
