/*
 * What is known of scripts beyond their letters: their names for people, the
 * language that stands for them when fonts are looked for, and the fonts that
 * set them well.
 */
#ifndef TYPE_SCRIPTS_H
#define TYPE_SCRIPTS_H

#include <hb.h>

struct script_fonts {
    hb_script_t script;
    const char *name;         /* "Tamil" */
    const char *language;     /* BCP 47, as fontconfig has it; NULL: any */
    const char *sans, *serif; /* preferred families; NULL: the other */
    const char *package;      /* of Debian, that has them */
};

/* NULL for scripts that the embedded families cover, and for rare ones. */
const struct script_fonts *script_fonts_find(hb_script_t script);

#endif
