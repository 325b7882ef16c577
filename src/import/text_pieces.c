/* Pieces of a line: with their places, without marks and signs around them. */
#include "text.h"

#include "base/buf.h"

/* ---- with their places --------------------------------------------------- */

struct node *
text_piece(struct text_page *page, const struct text_line *line, size_t from,
           size_t to)
{
    struct node *node = ARENA_NEW(page->arena, struct node);
    *node = *line->node;
    node->text = str_slice(text_of(line), from, to);
    /* Where the file has the same letters, they have their own place. */
    if (line->node->span.to - line->node->span.from == text_of(line).len) {
        node->span.from = line->node->span.from + (uint32_t)from;
        node->span.to =
            line->node->span.from + (uint32_t)(from + node->text.len);
    }
    return node;
}

struct node *
text_slice(struct text_page *page, const struct text_line *line,
           struct str slice)
{
    struct str whole = text_of(line);
    bool is_inside =
        slice.at >= whole.at && slice.at + slice.len <= whole.at + whole.len;
    if (is_inside) {
        size_t from = (size_t)(slice.at - whole.at);
        return text_piece(page, line, from, from + slice.len);
    }
    struct node *node = text_piece(page, line, 0, whole.len);
    node->text = slice;
    return node;
}

/* ---- without marks ------------------------------------------------------- */

static bool
has_marks(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (strchr("*_`[\\<", s.at[i]))
            return true;
    return false;
}

/* "[words](address)" at `at`; the byte behind it, 0: it is none. */
static size_t
read_link(struct str s, size_t at, struct str *words, struct str *address)
{
    size_t close = str_find(s, STR("]("), at);
    if (s.at[at] != '[' || close == SIZE_MAX ||
        str_find_byte(s, '[', at + 1) < close)
        return 0;
    size_t end = str_find_byte(s, ')', close);
    if (end == SIZE_MAX)
        return 0;
    *words = str_slice(s, at + 1, close);
    *address = str_trim(str_slice(s, close + 2, end));
    return end + 1;
}

struct str
text_image(struct str s)
{
    struct str words, address;
    s = str_trim(s);
    bool is_image =
        str_starts(s, STR("![")) && read_link(s, 1, &words, &address) == s.len;
    return is_image ? str_slice(address, 0, str_find_byte(address, ' ', 0))
                    : STR("");
}

/* Part of a word: an underscore in an address. */
static bool
is_inside_word(struct str s, size_t at)
{
    return at > 0 && at + 1 < s.len && ascii_is_alnum(s.at[at - 1]) &&
           ascii_is_alnum(s.at[at + 1]);
}

struct str
text_unmarked(struct arena *arena, struct str s, struct str *url)
{
    struct str words, address;
    if (!has_marks(s))
        return s;
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < s.len;) {
        bool is_image = s.at[i] == '!' && i + 1 < s.len && s.at[i + 1] == '[';
        size_t end = read_link(s, i + (is_image ? 1 : 0), &words, &address);
        if (end) {
            if (url && !url->len)
                *url = address;
            if (!is_image)
                buf_add(&out, text_unmarked(arena, words, NULL));
            i = end;
            continue;
        }
        bool is_mark =
            s.at[i] == '*' || s.at[i] == '`' ||
            (s.at[i] == '_' && !is_inside_word(s, i)) ||
            (s.at[i] == '\\' && i + 1 < s.len && !ascii_is_alnum(s.at[i + 1]));
        if (!is_mark)
            buf_add_byte(&out, s.at[i]);
        i++;
    }
    return buf_str(&out);
}

/* ---- without signs at the ends ------------------------------------------- */

/* A bracket whose other half stands elsewhere. */
static bool
is_lone(struct str s, char open, char close)
{
    int depth = 0;
    for (size_t i = 0; i < s.len; i++) {
        depth += (s.at[i] == open) - (s.at[i] == close);
        if (depth < 0)
            return true;
    }
    return depth != 0;
}

static bool
drops_front(struct str s)
{
    if (strchr(" \t,;:|)]-*~", *s.at))
        return *s.at == ')'   ? is_lone(s, '(', ')')
               : *s.at == ']' ? is_lone(s, '[', ']')
                              : true;
    return (*s.at == '(' && is_lone(s, '(', ')')) || *s.at == '.';
}

static bool
drops_back(struct str s)
{
    char c = s.at[s.len - 1];
    if (c == '(' || (c == '[' && is_lone(s, '[', ']')))
        return true;
    if (c == ')' || c == ']')
        return is_lone(s, '(', ')') || is_lone(s, '[', ']');
    return c && strchr(" \t,;:|-*~@", c);
}

static const char *const wide_signs[] = {
    "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xC2\xB7",
    "\xE2\x80\x92", "\xEF\xBC\x8C", "\xEF\xBC\x9A", "\xE3\x80\x81"};

static bool
drop_wide(struct str *s)
{
    for (size_t i = 0; i < sizeof wide_signs / sizeof *wide_signs; i++) {
        struct str sign = str_from(wide_signs[i]);
        if (str_starts(*s, sign)) {
            *s = str_slice(*s, sign.len, s->len);
            return true;
        }
        if (str_ends(*s, sign)) {
            *s = str_slice(*s, 0, s->len - sign.len);
            return true;
        }
    }
    return false;
}

/* All of it in brackets. */
static struct str
without_brackets(struct str s)
{
    bool is_pair = s.len > 2 && ((*s.at == '(' && s.at[s.len - 1] == ')') ||
                                 (*s.at == '[' && s.at[s.len - 1] == ']'));
    struct str inner = str_slice(s, 1, s.len - 1);
    return is_pair && !is_lone(inner, *s.at, s.at[s.len - 1]) ? inner : s;
}

struct str
text_trim_signs(struct str s)
{
    for (;;) {
        size_t before = s.len;
        while (s.len && drops_front(s))
            s = str_slice(s, 1, s.len);
        while (s.len && drops_back(s))
            s = str_slice(s, 0, s.len - 1);
        (void)drop_wide(&s);
        s = str_trim(without_brackets(s));
        if (s.len == before || !s.len)
            return s;
    }
}
