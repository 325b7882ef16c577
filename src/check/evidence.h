/* What the files evidence*.c share. */
#ifndef CHECK_EVIDENCE_PRIVATE_H
#define CHECK_EVIDENCE_PRIVATE_H

#include "check/evidence.h"
#include "base/index.h"
#include "skills.h"

/* Where care is given. */
enum care_setting {
    SETTING_HOSPITAL = 1,
    SETTING_OFFICE = 2,
    SETTING_LONG = 4
};

/* What was reckoned when it was first asked for. */
struct evidence_memory {
    const evidence_job_list *jobs;
    const evidence_degree_list *degrees;
    const evidence_credential_list *held;
    /* By job: stems of its texts, and in how many of them each stands. */
    struct job_words {
        struct index stems; /* to the place in `texts` */
        LIST(struct stem_texts {
            size_t count; /* texts that have it */
            size_t last;  /* of them, plus one */
            bool in_title;
        })
        texts;
        unsigned char *skills; /* texts that name each, 2 at most */
        bool is_care;          /* of a sick person's, in any word */
        bool leads;            /* the title says so */
        bool is_code;          /* the title is one of who writes programs */
        bool is_back, is_front;
        unsigned settings; /* enum care_setting, of title and employer */
    } * words;
};
struct evidence_memory *evidence_memory(struct check *check);

/* Where a text stands says whether work may be told in it. */
enum evidence_place {
    PLACE_NONE,  /* not printed, an address, a name of the person's own */
    PLACE_LIST,  /* a list, a headline, a summary */
    PLACE_TITLE, /* a title, in which something is done */
    PLACE_NAME,  /* what something that was done is called */
    PLACE_PROSE  /* what was done */
};
enum evidence_place evidence_place(struct check *check,
                                   const struct check_text *text);

/* The words of it say more than a row of keywords does; `covered` are the
   tokens that name what is known. */
bool evidence_tells(struct check *check, const struct check_text *text,
                    enum evidence_place place);

/* Of a title: tools beside each other, more than a post would have. */
bool evidence_is_row(struct check *check, const struct check_text *text);

/* Where care is given, by the word or two at token i (evidence_near.c): in a
   posting, or in the names of a job (`is_own`), where more words say so. */
unsigned evidence_setting_at(const struct tokens *tokens, size_t i,
                             bool is_own);

/* Letters of a word that carries meaning: not "and", "of", "the". */
bool evidence_is_word(const struct tokens *tokens, size_t i);

#endif
