/* Verbs told by the pack's list of them and by their endings. */
#include "style.h"

#define WORD_ROOM 48

/* A lower-case word that may be cut and added to. */
struct stem {
    char at[WORD_ROOM];
    size_t len;
};

static bool
stem_of(struct stem *stem, struct str word)
{
    if (!word.len || word.len + 2 > WORD_ROOM)
        return false;
    for (size_t i = 0; i < word.len; i++)
        stem->at[i] = ascii_lower(word.at[i]);
    stem->len = word.len;
    return true;
}

static bool
ends(const struct stem *stem, const char *tail)
{
    return str_ends((struct str){stem->at, stem->len}, str_from(tail));
}

/* "organis(ed)" is listed as "organiz(ed)". */
static bool
find_listed(struct check *check, const char *at, size_t len, struct verb *verb)
{
    static const enum lexicon_list lists[] = {LEXICON_OPENER,
                                              LEXICON_OPENER_NOUN};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        size_t count;
        size_t term =
            lexicon_term_of_word(check->pack, (struct str){at, len}, lists[i]);
        if (term == SIZE_MAX)
            continue;
        const struct lexicon_term *found =
            &lexicon_terms(check->pack, lists[i], &count)[term];
        verb->base = term_name(found);
        verb->past = term_advice(found);
        verb->noun_too = lists[i] == LEXICON_OPENER_NOUN;
        return true;
    }
    return false;
}

static bool
find_base(struct check *check, struct stem stem, struct verb *verb)
{
    if (stem.len < 2)
        return false;
    if (find_listed(check, stem.at, stem.len, verb))
        return true;
    if (ends(&stem, "ise") || ends(&stem, "yse")) {
        stem.at[stem.len - 2] = 'z';
        if (!find_listed(check, stem.at, stem.len, verb))
            return false;
        stem.at[stem.len - 2] = 's';
        verb->base = str_copy(check->arena, (struct str){stem.at, stem.len});
        verb->past = STR("");
        return true;
    }
    return false;
}

/* The stem with `cut` letters less and `added` behind it. */
static bool
try_base(struct check *check, const struct stem *stem, size_t cut,
         const char *added, struct verb *verb)
{
    struct stem base = *stem;
    if (stem->len <= cut + 1)
        return false;
    base.len -= cut;
    for (; *added; added++)
        base.at[base.len++] = *added;
    return find_base(check, base, verb);
}

/* "planned" without "ed" and without the second n. */
static bool
try_doubled(struct check *check, const struct stem *stem, size_t cut,
            struct verb *verb)
{
    size_t end = stem->len - cut;
    return stem->len > cut + 3 && stem->at[end - 1] == stem->at[end - 2] &&
           try_base(check, stem, cut + 1, "", verb);
}

static bool
read_ending(struct check *check, const struct stem *stem, struct verb *verb)
{
    if (ends(stem, "ing")) {
        verb->form = VERB_ING;
        return try_base(check, stem, 3, "", verb) ||
               try_base(check, stem, 3, "e", verb) ||
               try_doubled(check, stem, 3, verb);
    }
    if (ends(stem, "ed")) {
        verb->form = VERB_PAST;
        return try_base(check, stem, 1, "", verb) ||
               (ends(stem, "ied") && try_base(check, stem, 3, "y", verb)) ||
               try_base(check, stem, 2, "", verb) ||
               try_doubled(check, stem, 2, verb);
    }
    if (!ends(stem, "s") || ends(stem, "ss"))
        return false;
    verb->form = VERB_THIRD;
    return (ends(stem, "ies") && try_base(check, stem, 3, "y", verb)) ||
           try_base(check, stem, 1, "", verb) ||
           (ends(stem, "es") && try_base(check, stem, 2, "", verb));
}

static bool
is_vowel(char c)
{
    return str_find_byte(STR("aeiou"), c, 0) != SIZE_MAX;
}

/* One syllable that ends in consonant, vowel, consonant: plan, planned. */
static bool
doubles(struct str word)
{
    size_t groups = 0, len = word.len;
    for (size_t i = 0; i < len; i++)
        groups += is_vowel(word.at[i]) && !(i && is_vowel(word.at[i - 1]));
    return groups == 1 && len > 2 && is_vowel(word.at[len - 2]) &&
           !is_vowel(word.at[len - 3]) && !is_vowel(word.at[len - 1]) &&
           str_find_byte(STR("wxy"), word.at[len - 1], 0) == SIZE_MAX;
}

static struct str
regular_past(struct check *check, struct str base)
{
    char last = base.at[base.len - 1];
    if (last == 'e')
        return str_format(check->arena, "%.*sd", STR_ARG(base));
    if (last == 'y' && base.len > 1 && !is_vowel(base.at[base.len - 2]))
        return str_format(check->arena, "%.*sied",
                          STR_ARG(str_slice(base, 0, base.len - 1)));
    if (doubles(base))
        return str_format(check->arena, "%.*s%ced", STR_ARG(base), last);
    return str_format(check->arena, "%.*sed", STR_ARG(base));
}

/* The form of a word that stands in the list itself. */
static enum verb_form
listed_form(const struct verb *verb, struct str word)
{
    if (str_equal_nocase(word, verb->base))
        return VERB_BASE;
    return str_ends(verb->base, STR("o")) && word.len == verb->base.len + 2 &&
                   str_ends(word, STR("es"))
               ? VERB_THIRD
               : VERB_PAST;
}

struct verb
verb_of(struct check *check, struct str word)
{
    struct verb verb = {VERB_NONE, {0}, {0}, false};
    struct stem stem;
    if (!stem_of(&stem, word))
        return verb;
    if (find_base(check, stem, &verb))
        verb.form = listed_form(&verb, word);
    else if (!read_ending(check, &stem, &verb) &&
             (verb.form == VERB_THIRD || stem.len < 5))
        verb.form = VERB_NONE;
    if (verb.base.len && !verb.past.len)
        verb.past = regular_past(check, verb.base);
    return verb;
}

struct str
verb_text(struct check *check, struct str word, struct str like)
{
    if (!word.len || !like.len || ascii_lower(like.at[0]) == like.at[0])
        return word;
    return str_format(check->arena, "%c%.*s", ascii_upper(word.at[0]),
                      STR_ARG(str_slice(word, 1, word.len)));
}
