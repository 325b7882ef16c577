/* Name and contacts of a person, as they are written at the top of a resume. */
#ifndef IMPORT_TEXT_CONTACT_H
#define IMPORT_TEXT_CONTACT_H

#include "text.h"

enum contact_field {
    CONTACT_NONE,
    CONTACT_NAME,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    CONTACT_PLACE,
    CONTACT_URL,
    CONTACT_PROFILE,
    CONTACT_HEADLINE,
    CONTACT_PRONOUNS,
    CONTACT_SUMMARY,
    CONTACT_LANGUAGE,
    CONTACT_CONTACT /* a group of contacts */
};

/* What the words before a colon announce; *network is the name of one. */
enum contact_field contact_label(struct arena *arena, struct str label,
                                 const char **network);
bool contact_is_email(struct str s);
bool contact_is_phone(struct str s);
bool contact_is_url(struct str s);
/* "LinkedIn" of an address; NULL: none that is known. */
const char *contact_network(struct str url);
/* The end of its path, without query; may be empty. */
struct str contact_username(struct str url);
/* With a scheme. */
struct str contact_full_url(struct arena *arena, struct str url);

/* The map of the person's name and contacts, made when it is missing. */
struct node *text_basics(struct text_conversion *t);
/* Puts one contact into `basics`; false when there is one of its kind and it
   has no place beside it. */
bool contact_put(struct text_conversion *t, enum contact_field field,
                 const char *network, const struct node *from, struct str text);
/* A page of the person among the profiles: what it is called, its address. */
void contact_put_page(struct text_conversion *t, const struct node *from,
                      struct str name, struct str url);

/* ---- the name (text_name.c) ---------------------------------------------- */

/* Words that may be the name of a person. */
bool text_is_name(const struct text_words *words, struct str s);
/* "Jordan Avery, RN, MHA": letters behind the name stand for themselves. */
void text_name_put(struct text_conversion *t, const struct node *from,
                   struct str s);
/* "they/them". */
bool text_is_pronouns(struct str s);
/* "Jordan Avery (they/them)": puts what is in the brackets, gives the rest. */
struct str text_pronouns_take(struct text_conversion *t,
                              const struct node *from, struct str s);
/* "Curriculum vitae": the name of the paper, not of a person. */
bool text_is_paper(const struct text_page *page, struct str s);

#endif
