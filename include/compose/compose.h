/* An edition into documents. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "compose/choices.h"
#include "compose/document.h"
#include "edition/edition.h"

struct compose_options {
    struct date today;        /* for credential status and the footer */
    struct figure_choices figures;
    struct date_choices dates;
    struct entry_choices entries;
};

const struct document *compose_resume(struct arena *arena,
                                      const struct edition *edition,
                                      const struct compose_options *options);
const struct document *compose_portfolio(struct arena *arena,
                                         const struct edition *edition,
                                         const struct compose_options *options);
/* Of edition->shown->letter, which has paragraphs. */
const struct document *compose_letter(struct arena *arena,
                                      const struct edition *edition,
                                      const struct compose_options *options);

#endif
