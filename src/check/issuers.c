/* Who issued it, however the issuer is written. */
#include "credentials.h"

/* Most of the words given begin as words of the name known: "Prof. Assoc. of
   Healthcare Office Management". */
static bool
resembles(struct str given, struct str known)
{
    struct name_words theirs = name_words(known), ours = name_words(given);
    size_t shared = 0, counted = 0;
    for (size_t i = 0; i < ours.count; i++) {
        struct str word = str_slice(name_word(&ours, i, i), 0, 4);
        if (word.len < 4)
            continue;
        counted++;
        for (size_t j = 0; j < theirs.count; j++)
            if (str_equal_nocase(word,
                                 str_slice(name_word(&theirs, j, j), 0, 4))) {
                shared++;
                break;
            }
    }
    return counted > 0 && shared * 3 >= counted * 2;
}

static bool
is_issuer(const struct check *check, struct str given, struct str known)
{
    if (!known.len)
        return false;
    struct str ours = squash(check->arena, given);
    struct str theirs = squash(check->arena, known);
    if (str_find(ours, theirs, 0) != SIZE_MAX && theirs.len > 5)
        return true;
    if (str_equal(ours, theirs) || holds_word(given, known))
        return true;
    return resembles(given, known) ||
           str_equal(initials(check->arena, given), theirs);
}

bool
credential_issued_by(const struct check *check,
                     const struct pack_credential *known, struct str given)
{
    if (is_issuer(check, given, pack_str(known->issuer)) ||
        is_issuer(check, given, pack_str(known->issuer_abbr)))
        return true;
    for (size_t i = 0; i < known->issuer_aliases.count; i++)
        if (is_issuer(check, given, pack_list_at(known->issuer_aliases, i)))
            return true;
    return false;
}
