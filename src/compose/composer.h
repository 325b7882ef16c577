/* What the parts of compose share. */
#ifndef COMPOSE_COMPOSER_H
#define COMPOSE_COMPOSER_H

#include "compose/compose.h"
#include "compose/template.h"
#include "inline.h"
#include "words.h"

#define MIDDLE_DOT " \xc2\xb7 "

struct composer {
    struct arena *arena;
    const struct edition *edition;
    const struct candidate *shown;
    struct words words; /* the arena, and the language of what is shown */
    struct date today;
    struct figure_choices figures;
    struct date_choices dates;
    struct entry_choices entries;
    enum document_kind kind;
    struct document *document;
};

bool composes_resume(const struct composer *c);

/* A word of the document's language; the same with {x} filled in. */
struct str word_of(const struct composer *c, enum word word);
struct str said(const struct composer *c, enum word word, struct str x);
/* A COUNTED word with a number that was typed: "1.5 hours". */
struct str counted(const struct composer *c, enum word word, struct str typed);
/* A label with the language's colon, without the blank behind it. */
struct str label_of(const struct composer *c, enum word word);

/* Adds a separator of the language when there is text already. */
void separate(const struct composer *c, struct inline_text *to,
              enum word separator);

/* ---- sections: a section that stays without children is left out ------- */

typedef void section_fill(const struct composer *c, struct block *section);

/* An empty section block with its heading and anchor. */
struct block *section_open(const struct composer *c, struct str id,
                           struct str title);

/* credentials.c */
section_fill fill_education, fill_certifications;
/* experience.c */
section_fill fill_experience, fill_volunteer;
/* cases.c, figures.c, reach.c, evidence.c */
section_fill fill_projects, fill_key_metrics, fill_adaptability,
    fill_compliance, fill_systems;
/* proof.c */
section_fill fill_work_samples, fill_testimonials, fill_multimedia;
/* lists.c */
section_fill fill_development, fill_memberships, fill_skills, fill_languages,
    fill_awards, fill_publications, fill_career_breaks;

/* The person's own sections, one block each, added to the document. */
/* The one of that id; those that are not named by their ids when it is empty.
 */
void add_custom_sections(const struct composer *c, struct str id);
/* One page for each case study, added to the document. */
void add_case_pages(const struct composer *c);
/* A card for each case, for the person alone, added to the document.
   interview.c */
void add_interview_cards(const struct composer *c);
/* "28 people trained; adoption 97%"; empty when nothing is said. cases.c */
struct str adoption_words(const struct composer *c,
                          const struct adoption *adoption);
/* Something that proves a case: a sample of this document, a link, a name. */
void proof_add(const struct composer *c, struct inline_text *proofs,
               const struct text *proof);
/* Name, headline, contacts: BLOCK_HEAD or BLOCK_COVER. head.c */
struct block *head_make(const struct composer *c, enum block_kind kind);
/* The letter's blocks, added to the document. letter.c */
void letter_fill(const struct composer *c);
/* Title, author, keywords, footer of the document. head.c */
void document_describe(const struct composer *c, enum word what);

/* ---- anchors ----------------------------------------------------------- */

struct str case_anchor(const struct composer *c, size_t i);
struct str sample_anchor(const struct composer *c, size_t i);
/* The index in its list of the entry with that id; SIZE_MAX when it is not
   shown. */
size_t case_index(const struct composer *c, struct str id);
size_t sample_index(const struct composer *c, struct str id);

/* ---- figures.c --------------------------------------------------------- */

/* "Median wait: from 41 to 26 minutes (−37%); Jan – Jun 2022; EHR report" */
struct str metric_sentence(const struct composer *c,
                           const struct metric *metric);
/* "Median wait: from 41 to 26 minutes (−37%)" */
struct str metric_figures(const struct composer *c,
                          const struct metric *metric);
/* "Median wait: EHR report; split flow; Jan – Jun 2022", or empty. */
struct str metric_provenance(const struct composer *c,
                             const struct metric *metric);
/* These records as figures, each once, the parent's last children, with what
   they say besides. How they are drawn is said by each record, else by
   `drawn`, else by the look; DRAWN_AUTO chooses. figures_results.c */
void add_results_of(const struct composer *c, struct block *parent,
                    const metric_refs *metrics, enum drawn_as drawn);
/* The career along the years, how long credentials hold, how much evidence
   there is for each skill: as the parent's last child, where the look wants
   them and they say something. figures_time.c, figures_skills.c */
void add_career_chart(const struct composer *c, struct block *parent);
void add_credential_chart(const struct composer *c, struct block *parent);
void add_skill_chart(const struct composer *c, struct block *parent);

/* ---- entries.c --------------------------------------------------------- */

/* What an entry is made of, for templates and spans of time. */
struct entry_form {
    enum entry_kind kind;
    const char *section;              /* id */
    const char *title, *subtitle;     /* what these are called; may be NULL */
    const struct date *start, *end;   /* may be NULL */
    bool is_open;                     /* without an end it goes on */
    const struct placeholder *values; /* more of them; may be NULL */
};

/* When title, subtitle, aside and place are there. */
void entry_form(const struct composer *c, struct block *entry,
                const struct entry_form *form);
/* The language with the person's forms of dates. */
const struct locale *locale_of_choices(struct arena *arena,
                                       const struct locale *locale,
                                       const struct date_choices *dates);

/* ---- blocks: blocks.c -------------------------------------------------- */

struct block *entry_add(const struct composer *c, struct block *parent,
                        const struct item *item);
/* Beside its title, where layout shows logos. */
void logo_add(struct block *entry, const struct text *logo);
void entry_place(const struct composer *c, struct block *entry,
                 const struct location *location);
/* A line of small facts; its parts, between middle dots, do not break. */
void meta_add(const struct composer *c, struct block *parent, struct str text);
/* What the interview edition prints below an entry. `name` says of what, where
   the notes do not stand right below it; it may be empty. */
void notes_add(const struct composer *c, struct block *parent, struct str name,
               const struct item *item);

struct labelled *line_add(const struct composer *c, struct block *section,
                          const struct text *label);
/* Nothing is added for an empty text. */
void fact_add(const struct composer *c, struct block *facts, enum word label,
              struct str text);

void column_add(const struct composer *c, struct block *table, enum word title,
                unsigned share);
/* Columns in which no row says anything go; call it when all rows stand. */
void table_trim(struct block *table);
struct row *row_add(const struct composer *c, struct block *table);
struct inline_text *cell_add(const struct composer *c, struct row *row);
/* The cell that names its row. */
struct inline_text *header_cell_add(const struct composer *c, struct row *row);

#endif
