/* What the rules of privacy share. */
#ifndef SRC_CHECK_PRIVACY_H
#define SRC_CHECK_PRIVACY_H

#include "rule.h"

/* Bytes from..to of a text. */
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
void privacy_attributes(struct check *check, const struct check_text *text);
void privacy_portrait(struct check *check);
void privacy_marks(struct check *check, const struct check_text *text);
void privacy_samples(struct check *check);
void privacy_pictures(struct check *check, const struct check_text *text);

#endif
