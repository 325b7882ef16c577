/*
 * The head of an entry in parts: what stands between blanks, bars, dashes and
 * commas, without its dates, and what the words of each part say it is.
 */
#include "text.h"

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

/* A row of blanks; one behind a full stop only ends a sentence. */
static size_t
blanks_len(struct str s, size_t at)
{
    size_t end = at;
    if (at == 0 || s.at[at - 1] == '.')
        return 0;
    while (end < s.len && s.at[end] == ' ')
        end++;
    return end - at > 1 ? end - at : 0;
}

/* Three or more of a sign that draws a line. */
static size_t
leader_len(struct str s, size_t at)
{
    size_t end = at;
    while (end < s.len && s.at[end] == s.at[at])
        end++;
    return end - at >= 3 && strchr("-._~=", s.at[at]) ? end - at : 0;
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
    size_t len = blanks_len(s, at);
    if (len)
        return len;
    if (s.at[at] == ' ' && is_unspaced(s, at))
        return 1;
    len = leader_len(s, at);
    for (size_t i = 0; !len && i < sizeof signs / sizeof *signs; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(signs[i])))
            len = strlen(signs[i]);
    return len;
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

/* Pieces between the commas of `s`; none within brackets or a date. */
static void
add_slices(struct text_page *page, text_part_list *parts,
           const struct text_part *whole, struct str s)
{
    size_t from = 0, depth = 0;
    for (size_t i = 0; i < s.len; i++) {
        depth += s.at[i] == '(';
        depth -= depth && s.at[i] == ')';
        if (s.at[i] != ',' || depth || is_in_date(s, i))
            continue;
        add_slice(page, parts, whole, str_slice(s, from, i), from == 0);
        from = i + 1;
    }
    add_slice(page, parts, whole, str_slice(s, from, s.len), from == 0);
}

static void
split_part(struct text_page *page, text_part_list *parts,
           const struct text_part *part)
{
    struct str s = part->node->text;
    if (part->is_place) {
        *list_add(page->arena, parts) = *part;
        return;
    }
    size_t tail = place_tail(page->words, s);
    add_slices(page, parts, part, str_slice(s, 0, tail));
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
