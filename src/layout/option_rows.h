/* The rows of the table of options, and words that several of them know. Each
   file that adds rows gives them as one group, listed in options.c. */
#ifndef LAYOUT_OPTION_ROWS_H
#define LAYOUT_OPTION_ROWS_H

#include "options.h"

struct option_group {
    const struct option *options;
    size_t count;
};

/* The size of the body and the palette stand in the first: an "em" is measured
   with the one, colours are called by the names of the other. */
extern const struct option_group word_options, page_options, column_options,
    head_options, entry_options, figure_options, fit_options, type_options,
    picture_options;

/* In the order of enum side and enum rule_place. */
extern const char *const option_sides[], *const option_rules[];
/* Ids of sections. */
extern const char *const option_sections[];

#define AT(member) offsetof(struct look, member)
#define LENGTH(name, member, fallback, least, most, meaning)                   \
    {                                                                          \
        name, OPTION_LENGTH, AT(member), fallback, PT(least), PT(most), NULL,  \
            meaning                                                            \
    }
#define COUNT(name, member, fallback, least, most, meaning)                    \
    {                                                                          \
        name, OPTION_COUNT, AT(member), fallback, least, most, NULL, meaning   \
    }
#define COLOR(name, member, fallback, meaning)                                 \
    {                                                                          \
        name, OPTION_COLOR, AT(member), fallback, 0, 0, NULL, meaning          \
    }
#define CHOICE(name, member, fallback, list, meaning)                          \
    {                                                                          \
        name, OPTION_CHOICE, AT(member), fallback, 0, 0, list, meaning         \
    }
#define BOOL(name, member, fallback, meaning)                                  \
    {                                                                          \
        name, OPTION_BOOL, AT(member), fallback, 0, 0, NULL, meaning           \
    }
#define SECTIONS(name, member, fallback, meaning)                              \
    {                                                                          \
        name, OPTION_LIST, AT(member), fallback, 0, 0, option_sections,        \
            meaning                                                            \
    }
#define FAMILY(name, member, fallback, meaning)                                \
    {                                                                          \
        name, OPTION_FAMILY, AT(member), fallback, 0, 0, NULL, meaning         \
    }
#define TEXT(name, member, fallback, most, meaning)                            \
    {                                                                          \
        name, OPTION_TEXT, AT(member), fallback, 0, most, NULL, meaning        \
    }
#define FOLDER(name, member, fallback, meaning)                                \
    {                                                                          \
        name, OPTION_FOLDER, AT(member), fallback, 0, 0, NULL, meaning         \
    }
#define TEMPLATE(name, member, fallback, list, meaning)                        \
    {                                                                          \
        name, OPTION_TEMPLATE, AT(member), fallback, 0, 500, list, meaning     \
    }
#define GROUP(list)                                                            \
    {                                                                          \
        list, sizeof list / sizeof *list                                       \
    }

#endif
