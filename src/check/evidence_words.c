/*
 * Names that no pack knows, by their words: a tool, a method, a keyword. All
 * words of one of its forms must stand near each other in one text. Signs,
 * figures and the case of short names count as well: "C++" is not "C#", "ISO
 * 9001" not "ISO 27001", and who will "go" does not program in Go.
 */
#include "evidence.h"

#include "pack/lexicon.h"

/* ---- forms ----------------------------------------------------------------
 */

static void
add_form(struct name_forms *forms, struct str form)
{
    for (size_t i = 0; i < forms->count; i++)
        if (str_equal_nocase(forms->at[i], form))
            return;
    if (form.len && forms->count < NAME_FORMS)
        forms->at[forms->count++] = form;
}

/* Letters are short, what they stand for is several words. */
static struct str
abbreviation_of(const struct pack *pack, struct str name)
{
    enum { LETTERS_MOST = 8 };
    size_t count;
    const struct lexicon_term *terms =
        lexicon_terms(pack, LEXICON_ABBREVIATION, &count);
    bool is_words = str_find_byte(name, ' ', 0) != SIZE_MAX;
    if (!is_words && name.len > LETTERS_MOST)
        return STR("");
    for (size_t i = 0; i < count; i++) {
        struct str one =
            is_words ? term_advice(&terms[i]) : term_name(&terms[i]);
        if (one.len == name.len && str_equal_nocase(one, name))
            return is_words ? term_name(&terms[i]) : term_advice(&terms[i]);
    }
    return STR("");
}

static void
add_same(struct name_forms *forms, struct str name)
{
    static const struct {
        const char *one, *other;
    } pairs[] = {
#define SAME(one, other) {one, other},
#define MAKER(name)
#include "same_names.def"
#undef SAME
#undef MAKER
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (str_equal_nocase(name, str_from(pairs[i].one)))
            add_form(forms, str_from(pairs[i].other));
        if (str_equal_nocase(name, str_from(pairs[i].other)))
            add_form(forms, str_from(pairs[i].one));
    }
}

/* What is left is a name still: "Excel", not "excel". */
static struct str
without_maker(struct str name)
{
    static const char *const makers[] = {
#define SAME(one, other)
#define MAKER(name) name,
#include "same_names.def"
#undef SAME
#undef MAKER
    };
    struct str rest = name, maker = str_cut(&rest, ' ');
    rest = str_trim(rest);
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (str_equal_nocase(maker, str_from(makers[i])) && rest.len &&
            rest.at[0] >= 'A' && rest.at[0] <= 'Z')
            return rest;
    return STR("");
}

struct name_forms
name_forms_of(const struct pack *pack, struct str name)
{
    struct name_forms forms = {.count = 0};
    add_form(&forms, name);
    add_form(&forms, without_maker(name));
    add_form(&forms, abbreviation_of(pack, name));
    add_same(&forms, name);
    return forms;
}

/* ---- what words do not say ------------------------------------------------
 */

static bool
is_sign(char c)
{
    return c == '+' || c == '#';
}

/* A part of a name that must stand as it is written: all of it when signs
   belong to it or it is no longer than two letters, else its figure. */
static struct str
part_to_the_letter(struct str form)
{
    size_t from = SIZE_MAX, to = 0;
    if (form.len <= 2)
        return form;
    for (size_t i = 0; i < form.len; i++) {
        if (is_sign(form.at[i]))
            return form;
        if (form.at[i] < '0' || form.at[i] > '9')
            continue;
        if (from == SIZE_MAX)
            from = to = i;
        if (to == i)
            to = i + 1;
    }
    return from == SIZE_MAX ? STR("") : str_slice(form, from, to);
}

static bool
is_part_of_word(char c)
{
    return ascii_is_alpha(c) || (c >= '0' && c <= '9') || (c & 0x80);
}

/* Not within another name: "R&D", "go-live", "C-suite". */
static bool
stands_at(struct str text, size_t at, struct str part)
{
    size_t end = at + part.len;
    char first = part.at[0], last = part.at[part.len - 1];
    if (at > 0 && is_part_of_word(first) &&
        (is_part_of_word(text.at[at - 1]) || text.at[at - 1] == '&'))
        return false;
    if (end == text.len)
        return true;
    char next = text.at[end];
    if (is_sign(last))
        return !is_sign(next);
    return !is_part_of_word(next) && !is_sign(next) &&
           (part.len > 2 || (next != '&' && next != '-'));
}

bool
name_stands(struct str form, struct str text)
{
    struct str part = part_to_the_letter(form);
    bool is_exact = part.len <= 2;
    for (size_t at = 0; part.len && at + part.len <= text.len; at++) {
        struct str here = str_slice(text, at, at + part.len);
        bool is_same =
            is_exact ? str_equal(here, part) : str_equal_nocase(here, part);
        if (is_same && stands_at(text, at, part))
            return true;
    }
    return !part.len;
}

bool
word_is_letters(struct str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.len; i++)
        capitals += word.at[i] >= 'A' && word.at[i] <= 'Z';
    return capitals > 1 && word.len < 6 && capitals * 2 > word.len;
}

static bool
has_vowel(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (str_find_byte(STR("aeiouAEIOU"), word.at[i], 0) != SIZE_MAX)
            return true;
    return false;
}

bool
word_needs_capitals(struct str word)
{
    return word_is_letters(word) && has_vowel(word);
}
