/*
 * The head of an entry in parts: what stands between blanks, bars, dashes and
 * commas, without its dates, and what the words of each part say it is.
 */
#include "text.h"

#include "base/buf.h"
#include "base/utf8.h"

/* ---- pieces with their places -------------------------------------------- */

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

/* ---- marks --------------------------------------------------------------- */

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

/* ---- trimming ------------------------------------------------------------ */

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

/* ---- places -------------------------------------------------------------- */

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

/* ---- parting ------------------------------------------------------------- */

static void
judge(const struct text_words *words, struct text_part *part)
{
    struct str s = part->node->text;
    /* "Director of ...", "... Director": more than a title amid a name. */
    size_t at = 0;
    struct str first = text_word_next(s, &at);
    part->title = text_count(words, s, TEXT_TITLE) +
                  (text_word_is(words, first) & TEXT_TITLE ? 1 : 0);
    part->org = text_count(words, s, TEXT_ORG);
    part->may_be_org = text_ends_with(words, s, TEXT_ORG_END);
    part->school = text_count(words, s, TEXT_SCHOOL);
    part->degree = text_count(words, s, TEXT_DEGREE);
    part->is_place = text_is_place(words, s);
    part->is_kind = (text_word_is(words, s) & TEXT_KIND) != 0;
}

/* "Mercy Hospital (https://mercy.example.org)": the address is no name. */
static struct str
take_address(struct text_page *page, struct text_entry *entry, struct str s)
{
    size_t open = str_find(s, STR(" (http"), 0);
    size_t close = open == SIZE_MAX ? open : str_find_byte(s, ')', open);
    if (close == SIZE_MAX || entry->url.len ||
        str_find_byte(s, ' ', open + 1) < close)
        return s;
    struct str rest = str_slice(s, close + 1, s.len);
    entry->url = str_slice(s, open + 2, close);
    s = str_slice(s, 0, open);
    return rest.len
               ? str_format(page->arena, "%.*s%.*s", STR_ARG(s), STR_ARG(rest))
               : s;
}

static void
add_part(struct text_page *page, struct text_entry *entry,
         const struct text_line *line, struct str slice, bool is_behind_at)
{
    struct str plain = text_unmarked(page->arena, slice, &entry->url);
    struct str s = take_address(page, entry, text_trim_signs(plain));
    if (!s.len)
        return;
    struct text_part *part = list_add(page->arena, &entry->parts);
    part->node = text_slice(page, line, s);
    part->line = line;
    part->is_strong = true;
    part->is_behind_at = is_behind_at;
    judge(page->words, part);
}

/* Writing without blanks between words: a blank parts names. */
static bool
is_unspaced(struct str s, size_t at)
{
    return at >= 3 && (unsigned char)s.at[at - 3] >= 0xE3 &&
           (unsigned char)s.at[at - 3] <= 0xED && at + 1 < s.len &&
           (unsigned char)s.at[at + 1] >= 0xE3 &&
           !((unsigned char)s.at[at - 3] >= 0xEA);
}

/* Length of what parts two pieces at `at`; 0: nothing does. */
static size_t
separator_len(struct str s, size_t at)
{
    static const char *const signs[] = {"||",
                                        "|",
                                        "\t",
                                        "\\hfill",
                                        " \xE2\x80\x93 ",
                                        " \xE2\x80\x94 ",
                                        "\xE2\x80\x94",
                                        " -- ",
                                        " --- ",
                                        " - ",
                                        "\xE2\x80\xA2",
                                        "\xC2\xB7",
                                        " // ",
                                        "; ",
                                        "**",
                                        " @ ",
                                        "\xEF\xBD\x9C",

                                        " ~ ",
                                        " :: ",
                                        "\xE2\x80\xA3",
                                        "\xE2\x97\x8F",
                                        " \xE2\x86\x92 ",
                                        " > "};
    if (s.at[at] == ' ' && at + 1 < s.len && s.at[at + 1] == ' ' && at > 0 &&
        s.at[at - 1] != '.') {
        size_t end = at;
        while (end < s.len && s.at[end] == ' ')
            end++;
        return end - at;
    }
    size_t end = at;
    if (s.at[at] == ' ' && is_unspaced(s, at))
        return 1;
    while (end < s.len && s.at[end] == s.at[at])
        end++;
    if (end - at >= 3 && strchr("-._~=", s.at[at]))
        return end - at;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* " at ", " bei ": the byte of the word, SIZE_MAX: it is not there. */
static size_t
find_at(const struct text_words *words, struct str s, size_t *behind)
{
    struct str word;
    for (size_t at = 0; (word = text_word_next(s, &at)).len;) {
        size_t from = (size_t)(word.at - s.at);
        if (from > 0 && at < s.len && word.len <= 6 && *word.at >= 'a' &&
            text_word_is(words, word) & TEXT_AT) {
            unsigned title =
                text_count(words, str_slice(s, 0, from), TEXT_TITLE);
            unsigned org = text_count(words, str_slice(s, at, s.len),
                                      TEXT_ORG | TEXT_SCHOOL);
            *behind = at;
            if (title || org)
                return from;
        }
    }
    return SIZE_MAX;
}

static void
add_piece(struct text_page *page, struct text_entry *entry,
          const struct text_line *line, struct str piece, bool is_behind_at)
{
    size_t behind, at;
    if (!str_trim(piece).len)
        return;
    at = find_at(page->words, piece, &behind);
    if (at == SIZE_MAX) {
        add_part(page, entry, line, piece, is_behind_at);
        return;
    }
    add_part(page, entry, line, str_slice(piece, 0, at), is_behind_at);
    add_part(page, entry, line, str_slice(piece, behind, piece.len), true);
}

/* "**Nurse** at **Mercy Hospital**": the word between stands alone. */
static bool
is_at_word(const struct text_words *words, struct str s)
{
    return s.len && s.len <= 6 && str_find_byte(s, ' ', 0) == SIZE_MAX &&
           *s.at >= 'a' && text_word_is(words, s) & TEXT_AT;
}

/* Pieces between strong signs; none within brackets or a link. */
static void
add_pieces(struct text_page *page, struct text_entry *entry,
           const struct text_line *line, struct str s)
{
    size_t from = 0, depth = 0;
    bool is_behind_at = false;
    for (size_t i = 0; i < s.len;) {
        depth += s.at[i] == '[' || s.at[i] == '(';
        depth -= depth && (s.at[i] == ']' || s.at[i] == ')');
        size_t len = depth ? 0 : separator_len(s, i);
        if (!len) {
            i++;
            continue;
        }
        struct str piece = str_trim(str_slice(s, from, i));
        bool is_at = is_at_word(page->words, piece);
        if (!is_at)
            add_piece(page, entry, line, piece, is_behind_at);
        is_behind_at = is_at || (is_behind_at && !piece.len) ||
                       (s.at[i] == ' ' && i + 1 < s.len && s.at[i + 1] == '@');
        i += len;
        from = i;
    }
    add_piece(page, entry, line, str_slice(s, from, s.len), is_behind_at);
}

static bool
is_length_word(struct str word)
{
    static const char *const words[] = {
        "yr",     "yrs",  "year",  "years", "mo",     "mos",  "month",
        "months", "jahr", "jahre", "monat", "monate", "an",   "ans",
        "mois",   "ano",  "anos",  "mes",   "meses",  "anni", "mesi",
        "less",   "than", "a",     "und",   "and",    "et",   "y"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_nocase(word, str_from(words[i])))
            return true;
    return false;
}

/* "(3 years 2 months)": how long it was, which the dates say. */
static bool
is_length(struct str s)
{
    struct str word;
    bool has_number = false, has_word = false;
    for (size_t at = 0; (word = text_word_next(s, &at)).len;) {
        bool is_number = ascii_is_digit(*word.at) && word.len <= 2;
        if (!is_number && !is_length_word(word))
            return false;
        has_number = has_number || is_number;
        has_word = has_word || !is_number;
    }
    return has_number && has_word;
}

void
text_parts_add(struct text_page *page, struct text_entry *entry,
               const struct text_line *line)
{
    struct str s = text_of(line);
    struct text_dates dates = line->dates;
    if (dates.from == dates.to || entry->dates) {
        add_pieces(page, entry, line, s);
        return;
    }
    entry->dates = text_piece(page, line, dates.from, dates.to);
    entry->is_span = dates.is_span;
    add_pieces(page, entry, line, str_slice(s, 0, dates.from));
    struct str behind = str_slice(s, dates.to, s.len);
    size_t close = str_find_byte(behind, ')', 0);
    struct str length = str_slice(behind, 0, close);
    if (is_length(length))
        behind = close == SIZE_MAX ? str_slice(behind, behind.len, behind.len)
                                   : str_slice(behind, close, behind.len);
    add_pieces(page, entry, line, behind);
}

/* ---- commas -------------------------------------------------------------- */

/* Where the place at the end of a part begins: ", Chicago, IL". */
static size_t
place_tail(const struct text_words *words, struct str s)
{
    size_t best = SIZE_MAX, commas = 0;
    for (size_t i = s.len; i-- > 0 && commas < 3;) {
        if (s.at[i] != ',')
            continue;
        commas++;
        if (text_is_place(words, str_slice(s, i + 1, s.len)))
            best = i;
    }
    return best;
}

static void
add_slice(struct text_page *page, text_part_list *parts,
          const struct text_part *whole, struct str s, bool is_strong)
{
    s = text_trim_signs(s);
    if (!s.len)
        return;
    struct text_part *part = list_add(page->arena, parts);
    *part = *whole;
    part->node = text_slice(page, whole->line, s);
    part->is_strong = is_strong;
    part->is_behind_at = whole->is_behind_at && is_strong;
    judge(page->words, part);
}

/* The comma of "June 3, 2018". */
static bool
is_in_date(struct str s, size_t comma)
{
    size_t next = comma + 1;
    while (next < s.len && s.at[next] == ' ')
        next++;
    return comma > 0 && ascii_is_digit(s.at[comma - 1]) && next + 3 < s.len &&
           (s.at[next] == '1' || s.at[next] == '2') &&
           ascii_is_digit(s.at[next + 1]) && ascii_is_digit(s.at[next + 2]) &&
           ascii_is_digit(s.at[next + 3]) &&
           (comma < 3 || s.at[comma - 2] == ' ' || s.at[comma - 3] == ' ');
}

static void
split_part(struct text_page *page, text_part_list *parts,
           const struct text_part *part)
{
    struct str s = part->node->text;
    size_t tail = part->is_place ? SIZE_MAX : place_tail(page->words, s);
    struct str head = str_slice(s, 0, tail);
    size_t from = 0, depth = 0;
    bool is_strong = true;
    if (part->is_place)
        from = head.len;
    for (size_t i = from; i < head.len; i++) {
        depth += head.at[i] == '(';
        depth -= depth && head.at[i] == ')';
        if (head.at[i] != ',' || depth || is_in_date(head, i))
            continue;
        add_slice(page, parts, part, str_slice(head, from, i), is_strong);
        is_strong = false;
        from = i + 1;
    }
    if (part->is_place)
        *list_add(page->arena, parts) = *part;
    else
        add_slice(page, parts, part, str_slice(head, from, head.len),
                  is_strong);
    if (tail != SIZE_MAX)
        add_slice(page, parts, part, str_slice(s, tail + 1, s.len), false);
}

void
text_parts_split_commas(struct text_page *page, struct text_entry *entry)
{
    text_part_list parts = {0};
    for (size_t i = 0; i < entry->parts.count; i++)
        split_part(page, &parts, &entry->parts.at[i]);
    entry->parts = parts;
}
