/* What the parts of compose share. */
#ifndef COMPOSE_COMPOSER_H
#define COMPOSE_COMPOSER_H

#include "compose/compose.h"
#include "inline.h"
#include "words.h"

struct composer {
    struct arena *arena;
    const struct edition *edition;
    const struct candidate *shown;
    struct date today;
    enum document_kind kind;
    struct document *document;
};

/* A section of the document: how it is called and who fills it. A section that
   stays without children is left out. */
struct section_spec {
    const char *id;
    const char *resume_title, *portfolio_title; /* NULL: not in that one */
    void (*fill)(const struct composer *c, struct block *section);
};

const struct section_spec *section_spec(struct str id);
/* The section with its content, or NULL when it would be empty. */
struct block *section_make(const struct composer *c, struct str id);
/* An empty section block with its heading and anchor. */
struct block *section_open(const struct composer *c, struct str id,
                           struct str title);

bool composes_resume(const struct composer *c);

/* sections: entries.c, lists.c, evidence.c */
void fill_summary(const struct composer *c, struct block *section);
void fill_education(const struct composer *c, struct block *section);
void fill_certifications(const struct composer *c, struct block *section);
void fill_experience(const struct composer *c, struct block *section);
void fill_volunteer(const struct composer *c, struct block *section);
void fill_projects(const struct composer *c, struct block *section);
void fill_key_metrics(const struct composer *c, struct block *section);
void fill_adaptability(const struct composer *c, struct block *section);
void fill_compliance(const struct composer *c, struct block *section);
void fill_systems(const struct composer *c, struct block *section);
void fill_work_samples(const struct composer *c, struct block *section);
void fill_testimonials(const struct composer *c, struct block *section);
void fill_multimedia(const struct composer *c, struct block *section);
void fill_development(const struct composer *c, struct block *section);
void fill_memberships(const struct composer *c, struct block *section);
void fill_skills(const struct composer *c, struct block *section);
void fill_languages(const struct composer *c, struct block *section);
void fill_awards(const struct composer *c, struct block *section);
void fill_publications(const struct composer *c, struct block *section);
void fill_career_breaks(const struct composer *c, struct block *section);

/* The person's own sections, one block each, added to the document. */
void add_custom_sections(const struct composer *c);
/* One page for each case study, added to the document. */
void add_case_pages(const struct composer *c);
/* Name, headline, contacts: BLOCK_HEAD or BLOCK_COVER. */
struct block *head_make(const struct composer *c, enum block_kind kind);
/* Title, author, keywords, footer of the document. */
void document_describe(const struct composer *c, const char *what);
struct str case_anchor(const struct composer *c, size_t i);

/* figures.c */
struct str metric_name(const struct composer *c, const struct metric *metric);
void add_comparison(const struct composer *c, struct block *block,
                    const struct metric *metric);
void add_tile(const struct composer *c, struct block *strip,
              const struct metric *metric);

#endif
