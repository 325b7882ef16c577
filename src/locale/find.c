/* Which language is meant, and which words it has. */
#include "locale/locale.h"

#include "base/bug.h"
#include "base/list.h"
#include "tables.h"

/* ISO 639-1: what two letters may mean. */
static const char two_letters[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce "
    "ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr "
    "fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is "
    "it iu iw ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li "
    "ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr "
    "nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si "
    "sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt "
    "tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

static struct str
pool_text(uint32_t offset)
{
    return str_from(locale_pool + offset);
}

/* ---- rows ---------------------------------------------------------------- */

/* Names are the same in any case, with blanks, hyphens or underscores. */
static bool
name_equal(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        char x = ascii_lower(a.at[i]), y = ascii_lower(b.at[i]);
        x = x == '-' || x == ' ' ? '_' : x;
        y = y == '-' || y == ' ' ? '_' : y;
        if (x != y)
            return false;
    }
    return true;
}

static bool
row_is_called(const struct locale_row *row, struct str name)
{
    struct str rest = pool_text(row->aliases);
    if (name_equal(pool_text(row->tag), name) ||
        name_equal(pool_text(row->name), name) ||
        name_equal(pool_text(row->own_name), name))
        return true;
    while (!str_is_empty(rest))
        if (name_equal(str_cut(&rest, ' '), name))
            return true;
    return false;
}

static const struct locale_row *
row_find(struct str name)
{
    for (size_t i = 0; i < locale_row_count; i++)
        if (row_is_called(&locale_rows[i], name))
            return &locale_rows[i];
    return NULL;
}

const struct locale *
locale_find(struct arena *arena, struct str tag)
{
    for (struct str at = tag; !str_is_empty(at);) {
        const struct locale_row *row = row_find(at);
        if (row) {
            struct locale *locale = ARENA_NEW(arena, struct locale);
            locale->tag = tag;
            locale->row = row;
            locale->words = locale_words[row - locale_rows];
            return locale;
        }
        while (at.len > 0 && at.at[at.len - 1] != '-')
            at.len--;
        if (at.len > 0)
            at.len--;
    }
    return NULL;
}

struct locale *
locale_copy(struct arena *arena, const struct locale *locale)
{
    struct locale *copy = ARENA_NEW(arena, struct locale);
    *copy = *locale_or_english(locale);
    struct str *own = ARENA_ARRAY(arena, WORD_COUNT, struct str);
    if (copy->own)
        memcpy(own, copy->own, WORD_COUNT * sizeof *own);
    copy->own = own;
    return copy;
}

void
locale_set(struct locale *locale, enum word word, struct str text)
{
    locale->own[word] = text.at ? text : STR("");
}

/* ---- tags ---------------------------------------------------------------- */

static bool
is_two_letter_code(struct str code)
{
    char lower[2];
    if (code.len != 2)
        return false;
    lower[0] = ascii_lower(code.at[0]);
    lower[1] = ascii_lower(code.at[1]);
    for (size_t i = 0; i + 1 < sizeof two_letters; i += 3)
        if (memcmp(two_letters + i, lower, 2) == 0)
            return true;
    return false;
}

static bool
is_all(struct str s, bool (*is)(char))
{
    for (size_t i = 0; i < s.len; i++)
        if (!is(s.at[i]))
            return false;
    return true;
}

/* A subtag in the case that BCP 47 advises: zh-Hant-TW. */
static void
add_subtag(struct buf *out, struct str part, bool is_first)
{
    bool is_region = !is_first && part.len == 2;
    bool is_script = !is_first && part.len == 4 && is_all(part, ascii_is_alpha);
    for (size_t i = 0; i < part.len; i++) {
        bool is_upper = is_region || (is_script && i == 0);
        buf_add_byte(out, is_upper ? ascii_upper(part.at[i])
                                   : ascii_lower(part.at[i]));
    }
}

/* A tag whose first part is a code of a language; empty when it is none. */
static struct str
well_formed(struct arena *arena, struct str typed)
{
    struct buf out = buf_new(arena);
    for (bool is_first = true; typed.len || is_first; is_first = false) {
        size_t end = 0;
        while (end < typed.len && typed.at[end] != '-' && typed.at[end] != '_')
            end++;
        struct str part = str_slice(typed, 0, end);
        bool is_code = is_two_letter_code(part) ||
                       (part.len == 3 && is_all(part, ascii_is_alpha));
        if (is_first
                ? !is_code
                : part.len < 2 || part.len > 8 || !is_all(part, ascii_is_alnum))
            return (struct str){NULL, 0};
        if (!is_first)
            buf_add_byte(&out, '-');
        add_subtag(&out, part, is_first);
        bool ends_open = end + 1 == typed.len;
        typed = str_slice(typed, end + 1, typed.len);
        if (ends_open)
            return (struct str){NULL, 0};
    }
    return buf_str(&out);
}

static struct str
nearest_tag(struct arena *arena, struct str typed)
{
    struct {
        LIST(struct str) names;
        LIST(size_t) rows;
    } all = {0};
    struct buf plain = buf_new(arena);
    for (size_t i = 0; i < typed.len; i++)
        buf_add_byte(&plain, typed.at[i] == ' ' ? '_' : typed.at[i]);
    for (size_t i = 0; i < locale_row_count; i++) {
        struct str rest = pool_text(locale_rows[i].aliases);
        *list_add(arena, &all.names) = pool_text(locale_rows[i].name);
        *list_add(arena, &all.rows) = i;
        *list_add(arena, &all.names) = pool_text(locale_rows[i].own_name);
        *list_add(arena, &all.rows) = i;
        while (!str_is_empty(rest)) {
            struct str name = str_cut(&rest, ' ');
            /* Every code is near to another. */
            if (name.len <= 3 || str_find_byte(name, '-', 0) != SIZE_MAX)
                continue;
            *list_add(arena, &all.names) = name;
            *list_add(arena, &all.rows) = i;
        }
    }
    size_t at = str_nearest(buf_str(&plain), all.names.at, all.names.count);
    if (at == SIZE_MAX)
        return (struct str){NULL, 0};
    ENSURE(at < all.rows.count);
    return pool_text(locale_rows[all.rows.at[at]].tag);
}

struct str
locale_tag(struct arena *arena, struct str typed, struct str *guess)
{
    const struct str none = {NULL, 0};
    struct str name = str_trim(typed);
    *guess = none;
    if (str_is_empty(name))
        return none;
    struct str tag = well_formed(arena, name);
    const struct locale_row *row =
        row_find(str_is_empty(tag) || tag.len == 3 ? name : tag);
    if (row && (str_is_empty(tag) || tag.len == 3))
        return pool_text(row->tag);
    if (str_is_empty(tag))
        *guess = nearest_tag(arena, name);
    return tag;
}

struct str
tag_primary(struct str tag)
{
    return str_cut(&tag, '-');
}

static const char *const right_to_left[] = {"ar", "he", "fa", "ur", "yi",
                                            "ps", "dv", "sd", "ug", "ckb"};

bool
tag_is_right_to_left(struct str tag)
{
    struct str primary = tag_primary(tag);
    for (size_t i = 0; i < sizeof right_to_left / sizeof *right_to_left; i++)
        if (str_equal_nocase(primary, str_from(right_to_left[i])))
            return true;
    return false;
}

/* ---- properties ---------------------------------------------------------- */

struct str
locale_tag_of(const struct locale *locale)
{
    return locale_or_english(locale)->tag;
}

bool
locale_is_english(const struct locale *locale)
{
    return str_equal_nocase(tag_primary(locale_tag_of(locale)), STR("en"));
}

/* ---- the list ------------------------------------------------------------ */

size_t
locale_count(void)
{
    return locale_row_count;
}

struct locale_info
locale_info(size_t i)
{
    if (i >= locale_row_count)
        BUG("no such language: %zu", i);
    const struct locale_row *row = &locale_rows[i];
    return (struct locale_info){
        .tag = pool_text(row->tag),
        .name = pool_text(row->name),
        .own_name = pool_text(row->own_name),
        .aliases = pool_text(row->aliases),
        .missing = row->missing,
    };
}
