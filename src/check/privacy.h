/* What the rules of privacy share. */
#ifndef SRC_CHECK_PRIVACY_H
#define SRC_CHECK_PRIVACY_H

#include "rule.h"

/* Bytes from..to of a text; of a sentence, its tokens. */
struct piece {
    size_t from, to;
};

/* Numbers and addresses (privacy_forms.c). Each gives the end of what
   begins at byte `at`, or 0. */
size_t privacy_phone(struct str text, size_t at, bool said_so);
size_t privacy_ssn(struct str text, size_t at);
size_t privacy_mail(struct str text, size_t at);
/* Where the address begins that has its "@" at `at`. */
size_t privacy_mail_start(struct str text, size_t at);
size_t privacy_vin(struct str text, size_t at);
size_t privacy_medicare(struct str text, size_t at);
/* Digits of it as they are dialled, at most `room`. */
size_t privacy_digits(struct str text, char *out, size_t room);

/* Words (privacy_words.c). Whether a phrase of a list begins at token i, and
   the phrase with its length in tokens or NULL. */
bool privacy_is_in(const struct tokens *tokens, size_t i,
                   enum lexicon_list list);
const struct lexicon_term *privacy_term(const struct tokens *tokens, size_t i,
                                        enum lexicon_list list, size_t *length);
/* The same for any token of from..to-1. */
bool privacy_holds(const struct tokens *tokens, size_t from, size_t to,
                   enum lexicon_list list);
bool privacy_is_word(const struct tokens *tokens, size_t i);
/* "Maria", not "MARIA" and not "maria". */
bool privacy_is_capital(const struct tokens *tokens, size_t i);
bool privacy_is_lower(const struct tokens *tokens, size_t i);
/* Tokens from..to-1 of the sentence that token i stands in. */
struct piece privacy_sentence(const struct tokens *tokens, size_t i);
/* No noun goes on at token i: "sepsis in March", but not "sepsis bundle". */
bool privacy_ends_phrase(const struct tokens *tokens, size_t i);
/* Tokens of "patient" where it is a person, 0 in "patient flow". */
size_t privacy_person(const struct tokens *tokens, size_t i);

/* Adds a finding on words of a text that its output hides. What is an error
   by nature is kept out of every output. */
ATTR_PRINTF(6, 7)
struct finding *privacy_on_text(struct check *check, enum code code,
                                const struct check_text *text, size_t from,
                                size_t to, const char *format, ...);
/* The same on an entry or a field. */
ATTR_PRINTF(5, 6)
struct finding *privacy_on_node(struct check *check, enum code code,
                                const struct node *node, struct str path,
                                const char *format, ...);
/* The same where the words are worth a question only. */
ATTR_PRINTF(6, 7)
struct finding *privacy_ask(struct check *check, enum code code,
                            const struct check_text *text, size_t from,
                            size_t to, const char *format, ...);
/* "4…9" of 472913009. */
struct str privacy_masked(const struct check *check, struct str secret);

/* The rules of family_privacy_*.c. */
void privacy_numbers(struct check *check, const struct check_text *text);
void privacy_names(struct check *check, const struct check_text *text);
void privacy_days(struct check *check, const struct check_text *text);
void privacy_places(struct check *check, const struct check_text *text);
void privacy_groups(struct check *check, const struct check_text *text);
void privacy_single(struct check *check, const struct check_text *text);
void privacy_attributes(struct check *check, const struct check_text *text);
void privacy_portrait(struct check *check);
void privacy_marks(struct check *check, const struct check_text *text);
void privacy_samples(struct check *check);
void privacy_pictures(struct check *check, const struct check_text *text);

#endif
