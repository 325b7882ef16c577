/*
 * A job posting: what was advertised, read from the file that somebody saved
 * or pasted: plain text, Markdown, HTML or JSON, often with a web page's menus
 * and boilerplate around it. A pure function of the bytes and the pack; what
 * it says about a person is another layer's to find out (edition/match.h).
 *
 * All texts live in the arena or in the bytes of the source; numbers of lines
 * count from 1 in the file as it was given, so that an editor finds them.
 */
#ifndef JOB_JOB_H
#define JOB_JOB_H

#include "base/buf.h"
#include "base/list.h"
#include "diag/finding.h"
#include "pack/pack.h"

/* 256 KB: forty times a long posting. More is a finding, and is cut. */
#define JOB_SIZE_LIMIT ((size_t)256 * 1024)

/* What the part of a posting is about that a line stands in. */
enum job_place {
    JOB_TITLE,
    JOB_REQUIRED,
    JOB_PREFERRED,
    JOB_DUTIES,
    JOB_OTHER,       /* the opening, the team, what no heading names */
    JOB_BOILERPLATE, /* the employer, benefits, equal opportunity, how to
                        apply, menus of a page: nothing is asked for here */
    JOB_PLACE_COUNT
};

/* "title", "required", ... */
const char *job_place_name(enum job_place place);

/* One line or one item of a list, without markup, blanks folded. Never empty.
   Text that a page hides is not among them. */
struct job_line {
    struct str text;
    size_t line; /* in the file */
    enum job_place place;
    bool is_heading;
    bool is_item; /* of a list */
};
typedef LIST(struct job_line) job_line_list;

/* Posting as text: job_text.c and what it calls. */
struct job_text {
    struct str title, organization, location; /* empty: not said */
    struct str reference;                     /* number of the posting */
    job_line_list lines;
};

enum job_term_kind {
    JOB_SKILL, /* of pack_skills */
    JOB_KPI,   /* of pack_kpis */
    JOB_NAME   /* a tool, a method, a trade, by its name */
};

/* Something asked for, once for all places where it is named. */
struct job_term {
    enum job_term_kind kind;
    size_t index;    /* of the pack's skill or KPI; of a name, the skill that
                        it belongs to, or SIZE_MAX */
    struct str text; /* as the posting says it where it weighs most */
    size_t line;     /* that place */
    enum job_place place;
    size_t times;    /* lines that name it, boilerplate not counted */
    int weight;      /* 1..100, by place and by how often */
    bool is_required;
};

enum job_need_kind {
    JOB_YEARS,
    JOB_DEGREE,
    JOB_LICENSE,
    JOB_CERTIFICATION,
    JOB_OTHER_NEED /* a language, travel, a clearance: told, never computed */
};

/* "years", "degree", "license", "certification", "other" */
const char *job_need_kind_name(enum job_need_kind kind);

/* A requirement that is no skill. */
struct job_need {
    enum job_need_kind kind;
    struct str text; /* the words that say so, a part of the line */
    size_t line;
    bool is_required; /* else preferred */
    double years;     /* JOB_YEARS: at least so many */
    bool in_charge;   /* of management or supervision */
    struct str field; /* "nursing", "health care administration": of the degree
                         or the years, as written, or empty */
    struct str id;    /* degree: none|associate|bachelor|master|doctor; license
                         and certification: of the pack's credentials, else the
                         name in kebab case */
    const struct pack_credential *known; /* or NULL */
    unsigned group; /* needs of one group other than 0 stand for each other:
                       "RN or LPN", "a bachelor's and five years, or a
                       master's and two"; one of them is enough */
    unsigned branch; /* needs of one group and one branch belong together */
};

struct job {
    struct str name; /* of the file */
    uint32_t source;
    struct str title, organization, location, reference; /* may be empty */
    job_line_list lines;
    LIST(struct job_term) terms; /* the heaviest first; then by line */
    LIST(struct job_need) needs; /* by line */
    /* The pack's role that is nearest by title, else by what is asked; NULL
       when none is near. */
    const struct pack_role *role;
    bool role_is_by_title;
};

/*
 * Reads a posting. Never NULL, though it may be empty. Findings: X240 (nothing
 * in it), X241 (not a text: PDF, Word, picture, archive), X242 (JSON or HTML
 * without a posting), X243 (cut at the limit), X244 (bytes that are no text in
 * a known encoding), X245 (several; the first is read), X246 (not in English),
 * X247 (nothing asked for).
 */
const struct job *job_read(struct arena *arena, struct findings *findings,
                           const struct pack *pack, uint32_t source);

/* False: nothing can be matched against it (an error was told). */
bool job_is_usable(const struct job *job);

/* Title, organization, location and reference only; what {job.title} needs
   before a pack is chosen. No findings. */
struct job_text job_head(struct arena *arena, struct str name,
                         struct str bytes);

/* Everything that was read, for --dump job and tests. */
void job_dump(struct buf *out, const struct job *job, const struct pack *pack);

#endif
