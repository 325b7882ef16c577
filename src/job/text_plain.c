/*
 * Plain text and Markdown. Pasted text has lost what told items, headings and
 * paragraphs apart; what is left are markers, lengths of lines and blanks.
 */
#include "text_parts.h"

#include "base/utf8.h"

/* A line as it stands in the file. */
struct raw {
    struct str text; /* trimmed, without marker and # */
    size_t line, indent, columns;
    unsigned level;
    bool is_item;
    bool is_rule; /* nothing but signs */
    size_t marker;
};
typedef LIST(struct raw) raw_list;

/* ---- markers ----------------------------------------------------------- */

/* Signs that nobody begins a sentence with. */
static bool
is_bullet(uint32_t c)
{
    static const uint32_t bullets[] = {
        0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25AA, 0x25AB,
        0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x25E6, 0x25B6, 0x25BA, 0x25C6,
        0x25C7, 0x2726, 0x2756, 0x27A2, 0x27A4, 0x2794, 0x2192, 0x21D2,
        0x2713, 0x2714, 0x2705, 0x2611, 0x2610, 0xB7,   0xBB,   0x2013,
        0x2014, 0x2012, 0x2212, 0xA7,   0x30FB, 0x2B25, 0x2605, 0x2606};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == c)
            return true;
    /* Symbol fonts of word processors. */
    return c >= 0xF000 && c < 0xF100;
}

static size_t
blanks_at(struct str s, size_t at)
{
    size_t i = at;
    while (i < s.len) {
        if (ascii_is_space(s.at[i]))
            i++;
        else if (str_starts(str_slice(s, i, s.len), STR("\302\240")))
            i += 2;
        else
            break;
    }
    return i - at;
}

/* "1." "12)" "(3)" "a)" "(b)"; gives its bytes. */
static size_t
number_marker(struct str s)
{
    size_t i = s.len && s.at[0] == '(';
    size_t from = i;
    while (i < s.len && i < from + 2 && ascii_is_digit(s.at[i]))
        i++;
    bool is_number = i > from;
    if (!is_number && i < s.len && ascii_is_alpha(s.at[i]))
        i++;
    if (i == from || i >= s.len)
        return 0;
    bool closes = s.at[i] == ')' || (is_number && !from && s.at[i] == '.');
    return closes ? i + 1 : 0;
}

size_t
item_marker(struct str s)
{
    size_t end = 0;
    if (!s.len)
        return 0;
    uint32_t c = utf8_next(s, &end);
    if (is_bullet(c) && c != 0x2013 && c != 0x2014)
        return end + blanks_at(s, end);
    bool is_sign = c == '*' || c == '-' || c == '+' || is_bullet(c);
    bool is_letter = c == 'o' && s.len > 2 && s.at[1] == ' ' &&
                     (s.at[2] == ' ' || (s.at[2] >= 'A' && s.at[2] <= 'Z'));
    if (s.len > 1 && s.at[0] == 'o' && s.at[1] == '\t')
        is_letter = true;
    if (!is_sign && !is_letter)
        end = number_marker(s);
    size_t blanks = end < s.len ? blanks_at(s, end) : 0;
    return end && (blanks || end == s.len) ? end + blanks : 0;
}

/* ---- one line ---------------------------------------------------------- */

struct str
fold_blanks(struct arena *arena, struct str text)
{
    struct buf out = {0};
    size_t from = 0;
    text = str_trim(text);
    for (size_t i = 0; i < text.len;) {
        unsigned char c = (unsigned char)text.at[i];
        if (c > ' ' && c != 0xC2) {
            i++;
            continue;
        }
        if (c == ' ' && i + 1 < text.len && text.at[i + 1] > ' ' &&
            (unsigned char)text.at[i + 1] < 0x80) {
            i += 2; /* a blank between two letters of ASCII */
            continue;
        }
        size_t count = blanks_at(text, i);
        if (count == 0 || (count == 1 && text.at[i] == ' ')) {
            i++;
            continue;
        }
        if (!out.arena)
            out = buf_new(arena);
        buf_add(&out, str_slice(text, from, i));
        buf_add_byte(&out, ' ');
        from = i += count;
    }
    if (!out.arena)
        return text;
    buf_add(&out, str_slice(text, from, text.len));
    return str_trim(buf_str(&out));
}

static bool
is_rule(struct str s)
{
    size_t signs = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (ascii_is_blank(c))
            continue;
        if (!strchr("-=_*~#+.", c))
            return false;
        signs++;
    }
    return signs >= 3;
}

static size_t
columns_of(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += ((unsigned char)s.at[i] & 0xC0) != 0x80;
    return count;
}

/* "## Words ##" */
static void
take_marks(struct raw *raw)
{
    size_t level = 0;
    while (level < raw->text.len && raw->text.at[level] == '#')
        level++;
    if (level < 1 || level > 6 || level == raw->text.len ||
        !ascii_is_blank(raw->text.at[level]))
        return;
    raw->level = (unsigned)level;
    raw->text = str_trim(str_slice(raw->text, level, raw->text.len));
    size_t number = number_marker(raw->text);
    if (number && number < raw->text.len && raw->text.at[number] == ' ')
        raw->text = str_trim(str_slice(raw->text, number, raw->text.len));
    while (raw->text.len && raw->text.at[raw->text.len - 1] == '#')
        raw->text = str_trim(str_slice(raw->text, 0, raw->text.len - 1));
}

static struct raw
raw_read(struct arena *arena, struct str line, size_t number)
{
    struct raw raw = {.line = number};
    size_t indent = blanks_at(line, 0);
    struct str rest = str_trim(str_slice(line, indent, line.len));
    while (rest.len && rest.at[0] == '>')
        rest = str_trim(str_slice(rest, 1, rest.len));
    raw.indent = indent;
    raw.columns = columns_of(rest);
    raw.is_rule = is_rule(rest);
    raw.marker = raw.is_rule ? 0 : item_marker(rest);
    raw.is_item = raw.marker > 0;
    raw.text = fold_blanks(arena, str_slice(rest, raw.marker, rest.len));
    take_marks(&raw);
    return raw;
}

/* Cuts one line off, whatever ends it: LF, CRLF, CR, a form feed. */
static struct str
cut_line(struct str *rest)
{
    size_t i = 0;
    const char *at = rest->at;
    while (i < rest->len && (at[i] > '\r' || (at[i] != '\n' && at[i] != '\r')))
        i++;
    struct str line = str_slice(*rest, 0, i);
    bool two =
        i + 1 < rest->len && rest->at[i] == '\r' && rest->at[i + 1] == '\n';
    *rest = str_slice(*rest, i + 1 + two, rest->len);
    return line;
}

static raw_list
cut_lines(struct arena *arena, struct str text, size_t number)
{
    raw_list list = {0};
    bool is_code = false;
    for (; text.len; number++) {
        struct str line = cut_line(&text);
        if (str_starts(str_trim(line), STR("```"))) {
            is_code = !is_code;
            line = (struct str){NULL, 0};
        }
        *list_add(arena, &list) = raw_read(arena, line, number);
    }
    return list;
}

/* ---- lines that belong together ---------------------------------------- */

static bool
ends_sentence(struct str s)
{
    return s.len && strchr(".:;!?", s.at[s.len - 1]);
}

static size_t
first_word(struct str s)
{
    size_t end = str_find_byte(s, ' ', 0);
    return columns_of(str_slice(s, 0, end == SIZE_MAX ? s.len : end));
}

/* How wide a text is set whose lines were broken by a program; 0: they were
   not, each is a paragraph. */
static size_t
wrap_width(const raw_list *lines)
{
    size_t widest = 0, near = 0, beyond = 0;
    for (size_t i = 0; i < lines->count; i++) {
        size_t columns = lines->at[i].columns + lines->at[i].indent;
        beyond += columns > 100;
        if (columns <= 100 && columns > widest)
            widest = columns;
    }
    for (size_t i = 0; i < lines->count; i++) {
        size_t columns = lines->at[i].columns + lines->at[i].indent;
        near += columns + 15 >= widest && columns <= widest;
    }
    return widest >= 50 && beyond * 10 <= near && near >= 5 ? widest : 0;
}

/* Lines without a blank one or an item between them. */
struct run {
    size_t end, width; /* of the widest line */
};

static struct run
run_read(const raw_list *lines, size_t from)
{
    struct run run = {from, 0};
    for (; run.end < lines->count && lines->at[run.end].text.len; run.end++) {
        const struct raw *raw = &lines->at[run.end];
        size_t columns = raw->columns + raw->indent;
        if ((run.end > from && raw->is_item) || raw->is_rule)
            break;
        run.width = columns > run.width ? columns : run.width;
    }
    return run;
}

/* Whether the line goes on in the next one. */
static bool
goes_on(const struct raw *line, const struct raw *next, struct run run,
        size_t width)
{
    if (!next->text.len || next->is_item || next->is_rule || next->level ||
        line->level || next->text.at[0] == '|')
        return false;
    if (line->is_item && !line->text.len)
        return true;
    size_t needed = line->indent + line->columns + 1 + first_word(next->text);
    char first = next->text.at[0];
    bool is_new = (first >= 'A' && first <= 'Z') || ascii_is_digit(first) ||
                  (unsigned char)first >= 128;
    if (line->is_item && next->indent > line->indent && !is_new)
        return true;
    if (line->columns < 30 || ends_sentence(line->text))
        return false;
    return is_new ? width && needed > width
                  : run.width <= 110 && needed > run.width;
}

/* ---- Markdown within a line -------------------------------------------- */

/* "[words](address)": adds the words, gives the bytes of all; 0: no link. */
static size_t
add_link(struct buf *out, struct str s)
{
    size_t close = str_find(s, STR("]("), 0);
    size_t end = close == SIZE_MAX ? SIZE_MAX : str_find_byte(s, ')', close);
    if (end == SIZE_MAX || str_find_byte(s, '[', 1) < close)
        return 0;
    buf_add(out, str_slice(s, 1, close));
    return end + 1;
}

static bool
is_marked(struct str s)
{
    static const char marks[] = {'*', '_', '`', '[', '\\'};
    for (size_t i = 0; i < sizeof marks; i++)
        if (str_find_byte(s, marks[i], 0) != SIZE_MAX)
            return true;
    return false;
}

/* A mark of emphasis has a letter on one side only, or is doubled. */
static bool
is_emphasis(struct str s, size_t at)
{
    char before = at ? s.at[at - 1] : ' ';
    char after = at + 1 < s.len ? s.at[at + 1] : ' ';
    if (s.at[at] == '*' && (before == '*' || after == '*'))
        return true;
    if (s.at[at] == '_' && (before == '_' || after == '_'))
        return true;
    return ascii_is_alnum(before) != ascii_is_alnum(after) &&
           (ascii_is_space(before) || ascii_is_space(after) ||
            strchr(".,;:)(", before) || strchr(".,;:)(", after));
}

static struct str
plain_words(struct arena *arena, struct str s)
{
    if (!is_marked(s))
        return s;
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < s.len;) {
        char c = s.at[i];
        size_t link = c == '[' ? add_link(&out, str_slice(s, i, s.len)) : 0;
        if (link) {
            i += link;
            continue;
        }
        bool is_escape = c == '\\' && i + 1 < s.len &&
                         !ascii_is_alnum(s.at[i + 1]) && s.at[i + 1] != '\\';
        if (is_escape)
            c = s.at[++i];
        else if (c == '`' || ((c == '*' || c == '_') && is_emphasis(s, i)))
            c = '\0';
        if (c)
            buf_add_byte(&out, c);
        i++;
    }
    return str_trim(buf_str(&out));
}

static bool
is_all_bold(struct str s)
{
    if (s.len && s.at[s.len - 1] == ':')
        s.len--;
    bool stars = str_starts(s, STR("**")) && str_ends(s, STR("**"));
    bool lines = str_starts(s, STR("__")) && str_ends(s, STR("__"));
    return s.len > 4 && (stars || lines) &&
           str_find(s, stars ? STR("**") : STR("__"), 2) == s.len - 2;
}

/* ---- blocks ------------------------------------------------------------ */

static void
add_cells(struct posting *posting, struct str row, size_t line, bool is_first)
{
    unsigned column = 0;
    row = str_slice(row, 1, row.len);
    while (row.len) {
        struct str cell = str_trim(str_cut(&row, '|'));
        struct block *block =
            posting_add(posting, plain_words(posting->arena, cell), line);
        if (block) {
            block->in_cell = true;
            block->column = column;
            block->begins_row = column == 0;
            block->begins_table = column == 0 && is_first;
        }
        column++;
    }
}

static bool
is_row_of_dashes(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("|-: ", s.at[i]))
            return false;
    return true;
}

static struct str
join(struct posting *posting, const raw_list *lines, size_t from, size_t to)
{
    if (to == from + 1)
        return lines->at[from].text;
    struct buf out = buf_new(posting->arena);
    for (size_t i = from; i < to; i++) {
        struct str part = lines->at[i].text;
        bool hyphen = out.len && out.at[out.len - 1] == '-';
        if (out.len && !hyphen)
            buf_add_byte(&out, ' ');
        buf_add(&out, part);
    }
    return buf_str(&out);
}

/* A line of = or - below a short line makes it a heading. */
static unsigned
level_below(const raw_list *lines, size_t next)
{
    if (next >= lines->count || !lines->at[next].is_rule)
        return 0;
    char c = lines->at[next].text.at[0];
    return c == '=' ? 1 : c == '-' ? 2 : 0;
}

static void
add_lines(struct posting *posting, const raw_list *lines, size_t from,
          size_t to)
{
    struct raw raw = lines->at[from];
    struct str text = join(posting, lines, from, to);
    unsigned level = raw.level;
    if (!level && !raw.is_item && to == from + 1 && text.len < 80)
        level = level_below(lines, to);
    if (!level && is_all_bold(text))
        level = 7;
    struct block *block =
        posting_add(posting, plain_words(posting->arena, text), raw.line);
    if (!block)
        return;
    block->level = level;
    block->is_apart = !from || !lines->at[from - 1].text.len;
    block->kind = raw.is_item ? BLOCK_ITEM : BLOCK_TEXT;
}

void
posting_read_plain(struct posting *posting, struct str text, size_t line)
{
    raw_list lines = cut_lines(posting->arena, text, line);
    size_t width = wrap_width(&lines);
    struct run run = {0, 0};
    bool in_table = false;
    for (size_t i = 0, to; i < lines.count; i = to) {
        const struct raw *raw = &lines.at[i];
        to = i + 1;
        bool is_row = raw->text.len && raw->text.at[0] == '|';
        if (is_row && !is_row_of_dashes(raw->text))
            add_cells(posting, raw->text, raw->line, !in_table);
        in_table = is_row;
        if (is_row || raw->is_rule || (!raw->text.len && !raw->is_item))
            continue;
        if (i >= run.end || raw->is_item)
            run = run_read(&lines, i);
        while (to < lines.count &&
               goes_on(&lines.at[to - 1], &lines.at[to], run, width))
            to++;
        add_lines(posting, &lines, i, to);
    }
}
