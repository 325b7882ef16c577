/*
 * What a person holds, learned and writes behind the name, each recognised in
 * the lists of the pack. Read once; shared by the rules on credentials and
 * education.
 */
#ifndef CHECK_CREDENTIALS_H
#define CHECK_CREDENTIALS_H

#include "rule.h"

enum standing {
    STANDING_HELD,
    STANDING_COMING, /* in progress, a candidate, issued in the future */
    STANDING_ENDED   /* said to be expired, inactive or retired */
};

enum degree_level {
    DEGREE_UNKNOWN,
    DEGREE_NONE, /* school */
    DEGREE_ASSOCIATE,
    DEGREE_BACHELOR,
    DEGREE_MASTER,
    DEGREE_DOCTOR
};

/* An entry of certifications. */
struct held {
    const struct certification *entry;
    const struct pack_credential *known; /* NULL: none of the list */
    bool sure;        /* told by its name or by letters none else uses */
    bool spelled_out; /* the full name stands there */
    struct str label; /* abbr, else name */
    enum standing standing;
};

/* An entry of education; the degrees its text names. */
struct learned {
    const struct education *entry;
    LIST(const struct pack_credential *) degrees;
    enum degree_level level;
    enum standing standing;
};

/* Letters behind the name, one credential each. */
struct letters {
    const struct text *text; /* an item of post_nominals, or basics.name */
    size_t from, to;         /* bytes of it */
    size_t item;             /* of post_nominals; SIZE_MAX in the name */
    struct str s;
    const struct pack_credential *known;
    bool marked; /* "PhD(c)", "MHA candidate" */
};

struct credentials {
    LIST(struct held) held;
    LIST(struct learned) learned;
    LIST(struct letters) letters;
    enum degree_level highest; /* of degrees held */
    bool unread_degree;        /* a degree whose level is not known */
};

const struct credentials *check_credentials(struct check *check);

enum degree_level degree_level(struct str name);
/* "a master's degree" */
const char *degree_level_name(enum degree_level level);
/* Of "Laurea magistrale", "Dipl.-Ing.", whatever a pack knows of it. */
enum degree_level degree_level_by_name(struct str text);
/* Given in honor of somebody, who never studied for it. */
bool degree_is_honorary(struct str text);

/* The issuer given is the credential's, by its name, its letters, a former
   name or most of its words. */
bool credential_issued_by(const struct check *check,
                          const struct pack_credential *known,
                          struct str given);

/* Words of a text, as they are compared: cut at blanks and at , ; ( ) / |. */
#define NAME_WORDS 24
struct name_words {
    struct str text;
    size_t from[NAME_WORDS], to[NAME_WORDS];
    size_t count;
};
struct name_words name_words(struct str text);
struct str name_word(const struct name_words *words, size_t first, size_t last);
/* The text holds the word as it is written, apart from other letters. */
bool holds_word(struct str text, struct str word);
bool holds_any(struct str text, const char *const *words);
/* Letters and digits alone, in lower case: "FNP-BC" is "fnpbc". */
struct str squash(struct arena *arena, struct str text);
/* First letters of the words but the small ones: "Master of Health
   Administration" is "mha". */
struct str initials(struct arena *arena, struct str text);

/* ---- rules, by file ---- */

void credentials_misspelled(struct check *check);
void credentials_misspelled_text(struct check *check,
                                 const struct check_text *text);
void credentials_expired(struct check *check);
void credentials_undated(struct check *check);
void credentials_not_yet(struct check *check);
void credentials_letters(struct check *check);

#endif
