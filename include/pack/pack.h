/*
 * What is known about a profession: figures (KPIs), roles, credentials, tips
 * and words. Packs are YAML files in templates/packs/, compiled to constant
 * tables when the program is built; nothing is parsed at start-up. All of it
 * is static and immutable: pointers may be kept.
 */
#ifndef PACK_PACK_H
#define PACK_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* A text of the tables, by its place: thousands of pointers would be relocated
   at each start, whether anybody looks at them or not. */
struct pack_text {
    uint32_t at, len;
};

/* A list of texts, of ids or of words: of the tables, or a person's own. */
struct pack_list {
    const struct str *own; /* NULL: the table's, from `first` on */
    uint32_t first, count;
};

/* All texts of the tables, and those of all lists; read by what is below. */
extern const char pack_texts[];
extern const struct pack_text pack_listed[];

static inline struct str
pack_str(struct pack_text text)
{
    return (struct str){pack_texts + text.at, text.len};
}

/* The i-th of a list, which has more. */
static inline struct str
pack_list_at(struct pack_list list, size_t i)
{
    return list.own ? list.own[i] : pack_str(pack_listed[list.first + i]);
}

/* Of texts that live as long as it does. */
static inline struct pack_list
pack_list_of(const struct str *texts, size_t count)
{
    return (struct pack_list){texts, 0, (uint32_t)count};
}

bool pack_list_has(struct pack_list list, struct str text);
/* Case ignored. */
bool pack_list_has_nocase(struct pack_list list, struct str text);

/* Better is lower, higher, or nearer to a band. */
enum pack_good { PACK_GOOD_DOWN, PACK_GOOD_UP, PACK_GOOD_BAND };

/* Open on a side where `has_` is false. */
struct pack_bounds {
    bool has_low, has_high;
    double low, high;
};

/* A value on a bound is inside. */
bool pack_bounds_hold(struct pack_bounds bounds, double value);

struct pack_kpi {
    struct pack_text id;
    struct pack_text name;     /* as the portfolio prints it */
    struct pack_list aliases;  /* phrases that mean it in prose */
    struct pack_text category; /* "access", "finance", ... */
    struct pack_text unit;     /* canonical: "minutes", "percent", ... */
    struct pack_list also;     /* other units one may use */
    enum pack_good good;
    struct pack_bounds hard;      /* outside is impossible */
    struct pack_bounds plausible; /* outside is worth a question */
    double max_change;            /* percent, good direction; 0 = unbounded */
    struct pack_text benchmark;   /* a cited reference, may be empty */
};

/* Figures readers look for by name: KPI ids and whole categories. */
struct pack_kpi_group {
    struct pack_text id;
    struct pack_text name;    /* "wait or access" */
    struct pack_text example; /* "wait time or no-show rate" */
    struct pack_list kpis, categories;
};

struct pack_skill {
    struct str id;
    struct str name;
    struct str pillar;
    struct pack_list aliases; /* other words for it */
    struct pack_list names;   /* of tools, methods, standards within it */
};

/* [min, max]; max 0 means open. */
struct pack_range {
    int min, max;
};

struct pack_role {
    struct str id;
    struct str file; /* of a person's own: as it was named; else empty */
    struct str title;
    struct str kind;         /* tier, position, specialization, feeder */
    struct pack_list titles; /* job titles that map to it */
    struct pack_range years; /* of experience */
    struct str degree_min, degree_preferred;
    struct pack_list must_have, nice_to_have; /* skill ids */
    struct pack_list credentials_expected, credentials_plus;
    struct pack_list kpis_core, kpis_plus;
    struct pack_list sections_resume, sections_portfolio; /* section ids */
    double technical, leadership, patient; /* target shares, sum 1 */
    struct pack_range pages_resume, pages_portfolio;
    int min_cases;
};

/* Where letters go after a name, in this order. */
enum pack_postnominal {
    POSTNOMINAL_NONE,
    POSTNOMINAL_DEGREE,
    POSTNOMINAL_LICENSE,
    POSTNOMINAL_STATE,
    POSTNOMINAL_CERTIFICATION,
    POSTNOMINAL_FELLOWSHIP,
    POSTNOMINAL_OTHER
};

struct pack_credential {
    double renewal_years; /* 0 = does not expire, <0 = unknown */
    struct pack_text id;
    struct pack_text abbr, name;
    struct pack_text issuer, issuer_abbr; /* lower case: whoever it may be */
    struct pack_list issuer_aliases; /* former names, and who is named for it */
    struct pack_text kind;           /* certification, degree, license, ... */
    struct pack_text area, tier, level; /* level: of degrees */
    struct pack_text renewal, prerequisite;
    struct pack_text min_degree;
    struct pack_list requires;  /* ids of credentials held before */
    struct pack_list ambiguous; /* others of the same letters */
    struct pack_text covers;    /* degree level of programs, of accreditors */
    struct pack_list aliases, misspellings;
    struct pack_text confidence; /* high, medium, low */
    int min_experience_years;    /* 0 = none */
    enum pack_postnominal order;
    bool renews_by_calendar;   /* expiry = 31 December */
    bool experience_managing;  /* years in charge of something */
    bool experience_of_issuer; /* the issuer's own figure */
    bool generic;              /* says too little: which level, whose? */
    bool needs_current_role;
    bool postnominal;
    bool disputed;
};

/* A society one may join; to be a member certifies nothing. */
struct pack_membership {
    struct pack_text id; /* its abbreviation */
    struct pack_text name;
    struct pack_text credential; /* id of the one it stands for, may be empty */
    struct pack_list aliases;
};

/* What a name means; `index` is a credential's or a membership's. */
struct pack_name {
    unsigned key; /* see pack_name_key */
    unsigned short key_len, index;
    enum pack_name_kind {
        PACK_NAME_CREDENTIAL,
        PACK_NAME_WRONG, /* a known slip of the name of a credential */
        PACK_NAME_MEMBERSHIP
    } kind;
};

struct pack_tip {
    struct pack_text id;
    struct pack_text text;
    struct pack_text level; /* must, should, may */
    struct pack_list rules;
    struct pack_list evidence; /* what must be there, see tips.yaml */
    struct pack_list when;     /* without it the tip does not apply */
    struct pack_text check, shows;
    struct pack_text next; /* the step that helps, said to the person */
};

/* A group of tips, for the scorecard. */
struct pack_tip_group {
    struct pack_text id, title;
    struct pack_list tips;
};

struct pack;

/* The pack of that name, or NULL. An empty name gives the default. */
const struct pack *pack_find(struct str name);
struct str pack_name(const struct pack *pack);
struct str pack_title(const struct pack *pack);
/* Whom the profession serves: "patient", "client". */
struct str pack_served(const struct pack *pack);
/* Every role of it does technical work, leads, and serves. */
bool pack_is_balanced(const struct pack *pack);
size_t pack_count(void);
const struct pack *pack_at(size_t i);

/* By id, or NULL. */
const struct pack_kpi *pack_kpi(const struct pack *pack, struct str id);
/* By id; one of a person's own by its file as well. */
const struct pack_role *pack_role(const struct pack *pack, struct str id);
const struct pack_skill *pack_skill(const struct pack *pack, struct str id);
const struct pack_tip *pack_tip(const struct pack *pack, struct str id);
/* By id, abbreviation, name or alias, case ignored; or NULL. */
const struct pack_credential *pack_credential(const struct pack *pack,
                                              struct str name);
/* What is known by that name, the whole of it: case, points, hyphens and
   marks do not count. NULL when nothing is. */
const struct pack_name *pack_known_name(const struct pack *pack,
                                        struct str name);
/* All names, in no order, and how one is compared: lower case, a blank between
   words, "Ph.D." as "phd". */
const struct pack_name *pack_names(const struct pack *pack, size_t *count);
struct str pack_name_key(const struct pack *pack, const struct pack_name *name);
/* How names of credentials begin, of all packs together, so that a text need
   not be held against every name. Words of the longest one that begins with
   the word, with PACK_NAME_ALONE when the word is one by itself; 0: no name.
   Goes by hashes: now and then a word passes that begins none. */
enum { PACK_NAME_ALONE = 0x80 };
unsigned char pack_name_begins(struct str word);
bool pack_name_begins_pair(struct str first, struct str second);
/* The role whose title or one of whose titles this is (case ignored). */
const struct pack_role *pack_role_of_title(const struct pack *pack,
                                           struct str title);

/* All of them, in the order of the files. */
const struct pack_kpi *pack_kpis(const struct pack *pack, size_t *count);
const struct pack_kpi_group *pack_kpi_groups(const struct pack *pack,
                                             size_t *count);
const struct pack_role *pack_roles(const struct pack *pack, size_t *count);
const struct pack_skill *pack_skills(const struct pack *pack, size_t *count);
const struct pack_credential *pack_credentials(const struct pack *pack,
                                               size_t *count);
const struct pack_membership *pack_memberships(const struct pack *pack,
                                               size_t *count);
const struct pack_tip *pack_tips(const struct pack *pack, size_t *count);
const struct pack_tip_group *pack_tip_groups(const struct pack *pack,
                                             size_t *count);

/* The id nearest to a wrong one, or empty when none is near. */
struct str pack_suggest_kpi(const struct pack *pack, struct str wrong);
struct str pack_suggest_role(const struct pack *pack, struct str wrong);
struct str pack_suggest_pack(struct str wrong);

#endif
