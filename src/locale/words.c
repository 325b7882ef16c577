/* Words with what is put into them. */
#include "locale/locale.h"

#include "tables.h"

struct str
locale_word(const struct locale *locale, enum word word)
{
    locale = locale_or_english(locale);
    if (locale->own && locale->own[word].at)
        return locale->own[word];
    return str_from(locale_pool + locale->words[word]);
}

/* ---- filling in ---------------------------------------------------------- */

/* Adds the pattern with {x}, {y} and {n} replaced; other braces stay. */
static struct str
fill(struct arena *arena, struct str pattern, const struct str values[3])
{
    static const char names[] = "xyn";
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < pattern.len; i++) {
        bool is_place = pattern.at[i] == '{' && i + 2 < pattern.len &&
                        pattern.at[i + 2] == '}';
        const char *name =
            is_place ? memchr(names, pattern.at[i + 1], 3) : NULL;
        if (!name) {
            buf_add_byte(&out, pattern.at[i]);
            continue;
        }
        buf_add(&out, values[name - names]);
        i += 2;
    }
    return buf_str(&out);
}

/* What is said of something goes behind a text that has no place for it, as
   people write their own: "Last updated in". */
struct str
locale_say(struct arena *arena, const struct locale *locale, enum word word,
           struct str x)
{
    struct str pattern = locale_word(locale, word);
    const struct str values[3] = {x, {NULL, 0}, x};
    if (str_find(pattern, STR("{x}"), 0) == SIZE_MAX)
        return str_format(arena, "%.*s %.*s", STR_ARG(pattern), STR_ARG(x));
    return fill(arena, pattern, values);
}

struct str
locale_say_two(struct arena *arena, const struct locale *locale, enum word word,
               struct str x, struct str y)
{
    return locale_fill(arena, locale_word(locale, word), x, y);
}

struct str
locale_fill(struct arena *arena, struct str pattern, struct str x, struct str y)
{
    const struct str values[3] = {x, y, {NULL, 0}};
    return fill(arena, pattern, values);
}

/* ---- plurals ------------------------------------------------------------- */

static bool
is_within(int64_t n, int64_t from, int64_t to)
{
    return n >= from && n <= to;
}

static enum plural_form
slavic_form(int64_t n, enum plural_form rest)
{
    bool is_teen = is_within(n % 100, 11, 14);
    if (!is_teen && n % 10 == 1)
        return PLURAL_FORM_ONE;
    return !is_teen && is_within(n % 10, 2, 4) ? PLURAL_FORM_FEW : rest;
}

static enum plural_form
arabic_form(int64_t n)
{
    if (n <= 2)
        return n == 0   ? PLURAL_FORM_ZERO
               : n == 1 ? PLURAL_FORM_ONE
                        : PLURAL_FORM_TWO;
    if (is_within(n % 100, 3, 10))
        return PLURAL_FORM_FEW;
    return n % 100 >= 11 ? PLURAL_FORM_MANY : PLURAL_FORM_OTHER;
}

static enum plural_form
baltic_form(enum plural_rule rule, int64_t n)
{
    bool is_teen = is_within(n % 100, 11, 19);
    if (n % 10 == 1 && n % 100 != 11)
        return PLURAL_FORM_ONE;
    if (rule == PLURAL_LATVIAN)
        return is_teen || n % 10 == 0 ? PLURAL_FORM_ZERO : PLURAL_FORM_OTHER;
    return !is_teen && n % 10 >= 2 ? PLURAL_FORM_FEW : PLURAL_FORM_OTHER;
}

/* One, or few of these, or the rest. */
static enum plural_form
few_form(int64_t n, bool is_few, enum plural_form rest)
{
    if (n == 1)
        return PLURAL_FORM_ONE;
    return is_few ? PLURAL_FORM_FEW : rest;
}

static enum plural_form
slovenian_form(int64_t n)
{
    switch (n % 100) {
    case 1:
        return PLURAL_FORM_ONE;
    case 2:
        return PLURAL_FORM_TWO;
    case 3:
    case 4:
        return PLURAL_FORM_FEW;
    default:
        return PLURAL_FORM_OTHER;
    }
}

static enum plural_form
form_of(enum plural_rule rule, int64_t n)
{
    const enum plural_form other = PLURAL_FORM_OTHER;
    switch (rule) {
    case PLURAL_ONE:
        return n == 1 ? PLURAL_FORM_ONE : other;
    case PLURAL_ZERO_OR_ONE:
        return n <= 1 ? PLURAL_FORM_ONE : other;
    case PLURAL_EAST_SLAVIC:
        return slavic_form(n, PLURAL_FORM_MANY);
    case PLURAL_POLISH:
        return few_form(n,
                        is_within(n % 10, 2, 4) && !is_within(n % 100, 12, 14),
                        PLURAL_FORM_MANY);
    case PLURAL_CZECH:
        return few_form(n, is_within(n, 2, 4), other);
    case PLURAL_SLOVENIAN:
        return slovenian_form(n);
    case PLURAL_ROMANIAN:
        return few_form(n, n == 0 || is_within(n % 100, 1, 19), other);
    case PLURAL_LITHUANIAN:
    case PLURAL_LATVIAN:
        return baltic_form(rule, n);
    case PLURAL_ARABIC:
        return arabic_form(n);
    case PLURAL_HEBREW:
        return n == 1 ? PLURAL_FORM_ONE : n == 2 ? PLURAL_FORM_TWO : other;
    case PLURAL_ALWAYS_OTHER:
    case PLURAL_RULE_COUNT:
        break;
    }
    return other;
}

/* Of 2.5, where it is not the form of five: "2,5 roku", "2,5 года". */
static enum plural_form
form_of_fraction(enum plural_rule rule)
{
    if (rule == PLURAL_EAST_SLAVIC)
        return PLURAL_FORM_FEW;
    return rule == PLURAL_CZECH ? PLURAL_FORM_MANY : PLURAL_FORM_OTHER;
}

struct str
locale_counted(struct arena *arena, const struct locale *locale, enum word word,
               int64_t count, struct str number)
{
    const struct locale_row *row = locale_or_english(locale)->row;
    enum plural_rule rule = (enum plural_rule)row->plural;
    enum plural_form form =
        count < 0 ? form_of_fraction(rule) : form_of(rule, count);
    const struct str values[3] = {number, {NULL, 0}, number};
    return fill(arena, locale_word(locale, (enum word)((int)word + (int)form)),
                values);
}

struct str
locale_count_of(struct arena *arena, const struct locale *locale,
                enum word word, int64_t count)
{
    return locale_counted(arena, locale, word, count < 0 ? -count : count,
                          locale_number(arena, locale, count, 0));
}

/* ---- words by name ------------------------------------------------------- */

static const struct {
    const char *key;
    enum word word;
    enum word_kind kind;
} defs[] = {
#define WORD(id, key) {key, WORD_##id, WORD_IS_ONE},
#define COUNTED(id, key) {key, WORD_##id, WORD_IS_COUNTED},
#define MONTHS(id, key) {key, WORD_##id, WORD_IS_MONTHS},
#include "locale/words.def"
#undef WORD
#undef COUNTED
#undef MONTHS
};

bool
locale_word_find(struct str key, enum word *word, enum word_kind *kind)
{
    for (size_t i = 0; i < sizeof defs / sizeof *defs; i++)
        if (str_is(key, defs[i].key)) {
            *word = defs[i].word;
            *kind = defs[i].kind;
            return true;
        }
    return false;
}

static bool
key_cut(struct str key, struct str group, struct str *rest)
{
    *rest = key;
    if (!group.len)
        return str_find_byte(key, '.', 0) == SIZE_MAX;
    *rest = str_slice(key, group.len + 1, key.len);
    return str_starts(key, group) && key.len > group.len &&
           key.at[group.len] == '.';
}

bool
locale_has_group(struct str key)
{
    struct str rest;
    for (size_t i = 0; key.len && i < sizeof defs / sizeof *defs; i++)
        if (key_cut(str_from(defs[i].key), key, &rest))
            return true;
    return false;
}

struct str
locale_word_nearest(struct arena *arena, struct str group, struct str wrong)
{
    size_t count = 0, all = sizeof defs / sizeof *defs;
    struct str *names = ARENA_ARRAY(arena, all, struct str);
    for (size_t i = 0; i < all; i++)
        count += key_cut(str_from(defs[i].key), group, &names[count]);
    size_t at = str_nearest(wrong, names, count);
    return at == SIZE_MAX ? (struct str){NULL, 0} : names[at];
}

bool
locale_lacks_place(const struct locale *locale, enum word word, struct str text)
{
    static const struct str places[] = {STR_INIT("{x}"), STR_INIT("{y}")};
    struct str usual = locale_word(locale, word);
    bool has_second = str_find(usual, places[1], 0) != SIZE_MAX;
    for (size_t i = 0; has_second && i < 2; i++)
        if (str_find(text, places[i], 0) == SIZE_MAX)
            return true;
    return false;
}
