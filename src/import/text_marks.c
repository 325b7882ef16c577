/* The marks of a line: headings, lists, tables, quotes, emphasis. */
#include "text_lines.h"

#include "base/utf8.h"

/* ---- drawn lines --------------------------------------------------------- */

/* A drawn line: three or more of one sign, blanks between. */
bool
text_is_rule(struct str s)
{
    uint32_t sign = 0;
    size_t count = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (c == ' ' || c == '\t')
            continue;
        bool draws = c == '-' || c == '=' || c == '_' || c == '*' || c == '~' ||
                     c == '#' || c == '.' || c == '+' || c == '\\' ||
                     c == 0xB7 || c == 0x2022 || (c >= 0x2010 && c <= 0x2015) ||
                     c == 0x2026 || (c >= 0x2500 && c <= 0x259F) || c == 0xAF ||
                     (c >= 0x25A0 && c <= 0x25AF) || c == '<' || c == '>' ||
                     c == ':';
        if (!draws || (sign && c != sign && count < 2))
            return false;
        sign = c;
        count++;
    }
    return count >= 3;
}

/* A row of a table that only parts: |---|:--:|. */
bool
text_is_delimiter_row(struct str s)
{
    bool has_dash = false, has_pipe = false;
    for (size_t i = 0; i < s.len; i++) {
        has_dash = has_dash || s.at[i] == '-' || s.at[i] == '=';
        has_pipe = has_pipe || s.at[i] == '|' || s.at[i] == '+';
        if (!ascii_is_space(s.at[i]) && s.at[i] != '-' && s.at[i] != '|' &&
            s.at[i] != ':' && s.at[i] != '=' && s.at[i] != '+')
            return false;
    }
    return has_dash && has_pipe;
}

/* ---- marks before the text ----------------------------------------------- */

/* Bytes of a sign of a list with the blanks behind it; 0: there is none. */
static size_t
bullet_len(struct str s)
{
    static const uint32_t signs[] = {
        0x2022, 0x25AA, 0x25CF, 0x25CB, 0x25E6, 0x2023, 0xB7,   0x25A0, 0x25A1,
        0x27A2, 0x27A4, 0x25BA, 0x25B6, 0x2713, 0x2714, 0xF0B7, 0xF0A7, 0xF0D8,
        0x2043, 0x25B8, 0x25FE, 0x2756, 0x25C6, 0x2219, 0x30FB, 0xF076, 0x2605,
        0x25AB, 0x2192, 0x203A, 0xBB,   0x2666, 0x27A5, 0x2611, 0x25FC, 0x2B29};
    size_t at = 0;
    uint32_t c = utf8_next(s, &at);
    bool is_sign = c == '*' || c == '-' || c == '+' || c == 0x2013 ||
                   c == 0x2014 || (c == 'o' && s.len > 2);
    if (is_sign)
        return at < s.len && ascii_is_blank(s.at[at]) ? at : 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i] == c)
            return at < s.len ? at : 0;
    return 0;
}

/* "1. ", "2) ", "(3) ". */
static size_t
number_len(struct str s)
{
    size_t at = str_starts(s, STR("(")) ? 1 : 0, from = at;
    while (at < s.len && at - from < 2 && ascii_is_digit(s.at[at]))
        at++;
    if (at == from || at + 1 >= s.len || (s.at[at] != '.' && s.at[at] != ')'))
        return 0;
    return ascii_is_blank(s.at[at + 1]) ? at + 1 : 0;
}

/* A hyphen right before a word: "-Led a team". */
static size_t
tight_hyphen_len(struct str s)
{
    return s.len > 3 && (s.at[0] == '-' || s.at[0] == '*') &&
                   (unsigned char)s.at[1] > '@' && s.at[1] != '_' &&
                   str_find_byte(s, s.at[0], 1) == SIZE_MAX
               ? 1
               : 0;
}

static size_t
heading_level(struct str s, size_t *skip)
{
    size_t level = 0;
    while (level < s.len && level < 7 && s.at[level] == '#')
        level++;
    if (level == 0 || level > 6 || level >= s.len)
        return 0;
    *skip = level;
    return ascii_is_blank(s.at[level]) || (unsigned char)s.at[level] > '9' ||
                   s.at[level] == '*'
               ? level
               : 0;
}

static struct str
without_closing(struct str s)
{
    s = str_trim(s);
    size_t end = s.len;
    while (end > 0 && s.at[end - 1] == '#')
        end--;
    bool closes = end > 0 && (ascii_is_blank(s.at[end - 1]) || s.len - end > 1);
    return closes ? str_trim(str_slice(s, 0, end)) : s;
}

static void
read_row(struct text_line *line, struct str *text)
{
    struct str s = str_trim(*text);
    line->kind = LINE_ROW;
    if (str_starts(s, STR("|")))
        s = str_slice(s, 1, s.len);
    if (str_ends(s, STR("|")))
        s = str_slice(s, 0, s.len - 1);
    *text = str_trim(s);
}

static bool
read_heading(struct text_line *line, struct str *text)
{
    size_t skip = 0, level = heading_level(*text, &skip);
    if (!level)
        return false;
    line->kind = LINE_HEADING;
    line->level = (unsigned)level;
    *text = without_closing(str_slice(*text, skip, text->len));
    return true;
}

static void
read_bullet(struct text_line *line, struct str *text)
{
    struct str s = *text;
    size_t len = bullet_len(s);
    if (!len)
        len = number_len(s);
    if (!len)
        len = tight_hyphen_len(s);
    if (!len)
        return;
    line->kind = LINE_BULLET;
    while (len < s.len && ascii_is_blank(s.at[len]))
        len++;
    line->inner = line->indent + (unsigned)utf8_columns(str_slice(s, 0, len));
    *text = str_slice(s, len, s.len);
}

/* A heading or a list's item may stand behind the sign of a list again:
   "* ##### Title", "- [ ] task". */
static void
read_inner_marks(struct str *text)
{
    size_t skip = 0;
    if (heading_level(*text, &skip))
        *text = without_closing(str_slice(*text, skip, text->len));
    if (str_starts(*text, STR("[ ] ")) || str_starts(*text, STR("[x] ")))
        *text = str_slice(*text, 4, text->len);
    *text = str_trim(*text);
}

void
text_marks_read(struct text_line *line, struct str *text)
{
    if (read_heading(line, text))
        return;
    if (str_starts(*text, STR("|")) &&
        str_find_byte(*text, '|', 1) != SIZE_MAX) {
        read_row(line, text);
        return;
    }
    if (str_starts(*text, STR(">"))) {
        line->kind = LINE_QUOTE;
        *text = str_trim(str_slice(*text, 1, text->len));
        if (!text->len)
            return;
    }
    if (str_starts(*text, STR(": "))) {
        line->is_definition = true;
        *text = str_trim(str_slice(*text, 1, text->len));
    }
    read_bullet(line, text);
    if (line->kind == LINE_BULLET)
        read_inner_marks(text);
}

/* ---- around the text ----------------------------------------------------- */

/* Decoration around a heading: "=== Skills ===", "[ Skills ]". */
struct str
text_without_decoration(struct str s)
{
    static const char signs[] = "=-~*_:<>";
    size_t from = 0, to = s.len;
    while (from < to && (strchr(signs, s.at[from]) || s.at[from] == ' '))
        from++;
    while (to > from && (strchr(signs, s.at[to - 1]) || s.at[to - 1] == ' '))
        to--;
    /* Emphasis touches its words. */
    bool is_emphasis = from > 0 && from < s.len &&
                       (s.at[from - 1] == '*' || s.at[from - 1] == '_');
    return from >= 2 && s.len - to >= 2 && to > from && !is_emphasis
               ? str_slice(s, from, to)
               : s;
}

/* One pair of marks around all of it is taken off. */
static bool
take_marks(struct str *s, const char *mark)
{
    struct str sign = str_from(mark);
    if (s->len <= 2 * sign.len || !str_starts(*s, sign) || !str_ends(*s, sign))
        return false;
    struct str inner = str_slice(*s, sign.len, s->len - sign.len);
    if (str_find(inner, sign, 0) != SIZE_MAX || ascii_is_blank(*inner.at))
        return false;
    *s = inner;
    return true;
}

static bool
is_upper_text(struct str s)
{
    size_t letters = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (utf8_lower(c) != utf8_upper(c)) {
            if (utf8_upper(c) != c)
                return false;
            letters++;
        }
    }
    return letters >= 2;
}

/* Emphasis around all of the line, the colon behind it, signs of headings. */
void
text_emphasis_read(struct text_line *line, struct str *text)
{
    struct str s = str_trim(*text);
    if (take_marks(&s, "***") || take_marks(&s, "___"))
        line->is_bold = line->is_italic = true;
    if (take_marks(&s, "**") || take_marks(&s, "__"))
        line->is_bold = true;
    if (take_marks(&s, "*") || take_marks(&s, "_"))
        line->is_italic = true;
    if (line->is_italic && (take_marks(&s, "**") || take_marks(&s, "__")))
        line->is_bold = true;
    line->is_caps = is_upper_text(s);
    *text = s;
}
