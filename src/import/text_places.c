/* What is a place: a town with its region, a country. */
#include "text.h"

static bool
is_region(const struct text_words *words, struct str s)
{
    s = str_trim(s);
    /* A postal code may stand behind it. */
    size_t blank = str_find_byte(s, ' ', 0);
    struct str head = str_slice(s, 0, blank);
    if (head.len >= 2 && head.len <= 3 && ascii_upper(*head.at) == *head.at &&
        ascii_is_alpha(*head.at) && ascii_upper(head.at[1]) == head.at[1] &&
        text_word_is(words, head) & TEXT_REGION)
        return blank == SIZE_MAX || ascii_is_digit(s.at[s.len - 1]) ||
               s.len <= 6;
    return text_word_is(words, s) & TEXT_COUNTRY;
}

/* "Boston MA": a town and its state without a comma. */
static bool
is_town_with_state(const struct text_words *words, struct str s)
{
    size_t blank = s.len, count = 1;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] != ' ')
            continue;
        blank = i;
        count++;
    }
    struct str last = str_slice(s, blank + 1, s.len);
    return count >= 2 && count <= 4 && last.len == 2 && *s.at >= 'A' &&
           *s.at <= 'Z' && is_region(words, last) &&
           text_count(words, str_slice(s, 0, blank),
                      TEXT_TITLE | TEXT_ORG | TEXT_SCHOOL | TEXT_DEGREE) == 0;
}

bool
text_is_place(const struct text_words *words, struct str s)
{
    const unsigned others = TEXT_TITLE | TEXT_ORG | TEXT_SCHOOL | TEXT_DEGREE;
    size_t comma = SIZE_MAX, count = 0;
    s = text_trim_signs(s);
    if (!s.len || s.len > 60)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] == ',') {
            comma = i;
            count++;
        }
    if (!count && is_town_with_state(words, s))
        return true;
    struct str last = comma == SIZE_MAX ? s : str_slice(s, comma + 1, s.len);
    struct str first = comma == SIZE_MAX ? s : str_slice(s, 0, comma);
    if (!is_region(words, text_trim_signs(last)))
        return false;
    /* "Lyon, Rhône, France": the one before the last is a region, too. */
    size_t inner = first.len;
    while (inner > 0 && first.at[inner - 1] != ',')
        inner--;
    if (count == 2 &&
        !is_region(words, text_trim_signs(str_slice(first, inner, first.len))))
        return false;
    return count <= 2 &&
           (comma == SIZE_MAX || text_count(words, first, others) == 0);
}
