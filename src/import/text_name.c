/* The name of a person, with what is written behind it. */
#include "text_contact.h"

#include "base/utf8.h"

bool
text_is_name(const struct text_words *words, struct str s)
{
    size_t at = 0, count = 0;
    struct str word;
    const unsigned others = TEXT_TITLE | TEXT_SCHOOL | TEXT_COUNTRY;
    if (s.len > 60 || str_find_byte(s, ':', 0) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.at[i]) || strchr("?!#/\\<>{}=", s.at[i]))
            return false;
    for (; (word = text_word_next(s, &at)).len; count++)
        if (count == 0) {
            size_t first = 0;
            uint32_t c = utf8_next(word, &first);
            if (utf8_upper(c) != c)
                return false;
        }
    struct str name = str_slice(s, 0, str_find_byte(s, ',', 0));
    return count >= 1 && count <= 7 && text_count(words, name, others) < 2;
}

bool
text_is_paper(const struct text_page *page, struct str s)
{
    bool is_exact;
    const struct text_phrase *phrase =
        text_phrase_find(page->words, s, &is_exact);
    return phrase && is_exact && phrase->topic == TOPIC_RESUME;
}

/* ---- letters behind it --------------------------------------------------- */

/* "RN", "MHA", "Ph.D.", "FACHE": letters behind a name. */
static bool
is_post_nominal(struct str s)
{
    size_t upper = 0;
    s = str_trim(s);
    if (s.len < 2 || s.len > 14 || str_find_byte(s, ' ', 0) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < s.len; i++)
        upper += s.at[i] >= 'A' && s.at[i] <= 'Z';
    return upper >= 2;
}

void
text_name_put(struct text_conversion *t, const struct node *from, struct str s)
{
    size_t comma = str_find_byte(s, ',', 0);
    struct str rest = str_slice(s, comma + 1, s.len);
    bool has_letters = comma != SIZE_MAX;
    for (struct str left = rest; has_letters && left.len;)
        has_letters = is_post_nominal(str_cut(&left, ','));
    if (!has_letters) {
        native_text(t->c, text_basics(t), "name", from, s);
        return;
    }
    native_text(t->c, text_basics(t), "name", from,
                str_trim(str_slice(s, 0, comma)));
    struct node *list =
        native_list(t->c, text_basics(t), "post_nominals", from);
    while (rest.len)
        native_item_text(t->c, list, from, str_trim(str_cut(&rest, ',')));
}

/* ---- pronouns ------------------------------------------------------------ */

bool
text_is_pronouns(struct str s)
{
    size_t slash = str_find_byte(s, '/', 0);
    return slash != SIZE_MAX && s.len <= 16 && slash >= 2 && slash <= 6 &&
           str_find_byte(s, '.', 0) == SIZE_MAX &&
           str_find_byte(s, ' ', 0) == SIZE_MAX && *s.at >= 'a';
}

/* "Jordan Avery (they/them)". */
struct str
text_pronouns_take(struct text_conversion *t, const struct node *from,
                   struct str s)
{
    size_t open = str_find(s, STR(" ("), 0);
    struct str inner = str_slice(s, open + 2, s.len - 1);
    if (open == SIZE_MAX || !str_ends(s, STR(")")) ||
        !text_is_pronouns(inner) || node_get(text_basics(t), "pronouns"))
        return s;
    native_text(t->c, text_basics(t), "pronouns", from, inner);
    return str_slice(s, 0, open);
}
