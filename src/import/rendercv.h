/*
 * A RenderCV file on its way to the native tree. What that format is, was read
 * in its data models from 0.1 to 2.8. A section has a title of the person's
 * own and entries of one type, which their keys tell; what section of ours it
 * becomes, title and type say together (rendercv_sections.c). Where a native
 * section would lose a word of an entry, it stays a section of the person's
 * own, which holds everything.
 */
#ifndef IMPORT_RENDERCV_H
#define IMPORT_RENDERCV_H

#include "convert.h"
#include "locale/locale.h"

enum rendercv_type {
    RENDERCV_TEXT,
    RENDERCV_ONE_LINE,
    RENDERCV_NORMAL,
    RENDERCV_EXPERIENCE,
    RENDERCV_EDUCATION,
    RENDERCV_PUBLICATION,
    RENDERCV_BULLET, /* and the two numbered ones */
    RENDERCV_UNKNOWN
};

/* What a title speaks of. */
enum rendercv_topic {
    RENDERCV_NO_TOPIC,
    RENDERCV_SUMMARY,
    RENDERCV_WORK,
    RENDERCV_SCHOOLS,
    RENDERCV_CERTIFICATES,
    RENDERCV_SKILLS,
    RENDERCV_LANGUAGES,
    RENDERCV_PAPERS,
    RENDERCV_VOLUNTEER,
    RENDERCV_AWARDS,
    RENDERCV_MEMBERSHIPS,
    RENDERCV_COURSES,
    RENDERCV_PROJECTS,
    RENDERCV_OTHER, /* known, and none of ours */
    RENDERCV_TOPICS
};

/* A section as it was written. */
struct rendercv_section {
    struct str title;        /* as RenderCV prints it */
    const struct node *node; /* list of entries, or one text */
    enum rendercv_type type; /* of its entries */
    enum rendercv_topic topic;
    bool is_mixed; /* entries of several types */
};

struct text_words;

struct rendercv {
    struct conversion *c;
    const struct node *cv;
    LIST(struct rendercv_section) sections;
    bool is_used[RENDERCV_TOPICS];
    const struct text_words *words; /* of headings; NULL: not asked yet */
};

/* ---- texts (rendercv_text.c) --------------------------------------------- */

/* A text of Markdown as words, for fields that hold no markup. *url is the
   address of its first link, or empty; `more` says that there are others. */
struct str rendercv_words(struct conversion *c, struct str markdown,
                          struct str *url, bool *more);
/* One line without markup under `to`. Its link goes to `url_to`, or is told of
   when that is NULL or has an address already. */
void rendercv_put_words(struct conversion *c, struct node *native,
                        const struct node *from, const char *to,
                        const char *url_to);
/* Bullets, those below a bullet behind it. */
void rendercv_put_highlights(struct conversion *c, struct node *native,
                             const struct node *from, const char *to);
/* A text for a field that holds Markdown; maps that YAML made of "a: b" are
   text again. Takes nothing. */
struct str rendercv_prose(struct conversion *c, const struct node *node);
/* Says more than words: has a link, so that words alone would lose it. */
bool rendercv_has_link(struct str markdown);
/* "**Label:** rest"; false when it is not of that form. */
bool rendercv_label(struct str text, struct str *label, struct str *rest);

/* ---- parts of entries (rendercv_parts.c) --------------------------------- */

enum rendercv_type rendercv_type_of(const struct node *entry);
/* The words of an entry that is one text. */
const struct node *rendercv_text_of(struct rendercv *r,
                                    const struct node *entry);
/* A text is the name of the thing: puts it, with its link; false when the
   entry is no text. */
bool rendercv_put_text(struct rendercv *r, struct node *native,
                       const struct node *entry, const char *to,
                       const char *url_to);
bool rendercv_says_same(const struct node *a, const struct node *b);
/* The summary of an entry; NULL when all it says is said by the values of
   `keys`, parted by blanks, because our own writer made it of them. */
const struct node *rendercv_summary_of(struct rendercv *r,
                                       const struct node *entry,
                                       const char *keys);
void rendercv_put_summary(struct rendercv *r, struct node *native,
                          const struct node *summary, const char *to);
/* Where dates of an entry go. */
struct rendercv_dates {
    const char *start, *end;
    const char *single; /* for a date alone; NULL: as `end` */
    const char *words;  /* where a date goes that is none: a list of bullets */
};
void rendercv_put_dates(struct rendercv *r, struct node *native,
                        const struct node *entry,
                        const struct rendercv_dates *to);
/* Keys of an entry that are none of RenderCV's and have a name in ours. */
void rendercv_put_rest(struct rendercv *r, struct node *native,
                       const struct node *entry, const char *section);

/* ---- entries (rendercv_entries.c, rendercv_lines.c) ---------------------- */

void rendercv_entry_work(struct rendercv *r, struct node *list,
                         const struct node *entry);
void rendercv_entry_school(struct rendercv *r, struct node *list,
                           const struct node *entry);
void rendercv_entry_volunteer(struct rendercv *r, struct node *list,
                              const struct node *entry);
void rendercv_entry_paper(struct rendercv *r, struct node *list,
                          const struct node *entry);
void rendercv_entry_certificate(struct rendercv *r, struct node *list,
                                const struct node *entry);
void rendercv_entry_award(struct rendercv *r, struct node *list,
                          const struct node *entry);
void rendercv_entry_membership(struct rendercv *r, struct node *list,
                               const struct node *entry);
void rendercv_entry_course(struct rendercv *r, struct node *list,
                           const struct node *entry);
void rendercv_entry_case(struct rendercv *r, struct node *list,
                         const struct node *entry);
void rendercv_entry_skill(struct rendercv *r, struct node *list,
                          const struct node *entry);
void rendercv_entry_language(struct rendercv *r, struct node *list,
                             const struct node *entry);
/* Any entry, in a section of the person's own. */
void rendercv_entry_custom(struct rendercv *r, struct node *list,
                           const struct node *entry);

/* ---- sections ------------------------------------------------------------ */

/* What a section becomes. */
struct rendercv_target {
    const char *id; /* native key and id */
    enum word title;
    bool (*fits)(const struct rendercv_section *section);
    void (*add)(struct rendercv *r, struct node *list,
                const struct node *entry);
    bool holds_links;
};

/* Fills r->sections (rendercv_outline.c). */
void rendercv_find_sections(struct rendercv *r);
/* NULL: it stays a section of the person's own (rendercv_targets.c). */
const struct rendercv_target *
rendercv_target_of(struct rendercv *r, const struct rendercv_section *section);

/* ---- steps --------------------------------------------------------------- */

/* What stands at the head (rendercv_head.c). */
void rendercv_head(struct rendercv *r);
/* All sections (rendercv_sections.c). */
void rendercv_sections(struct rendercv *r);
/* What a title speaks of (rendercv_titles.c). */
enum rendercv_topic rendercv_topic_of(struct rendercv *r, struct str title);
/* Its language, look and machinery (rendercv_settings.c). */
void rendercv_settings(struct rendercv *r);

#endif
