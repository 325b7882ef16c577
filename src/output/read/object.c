#include "object.h"

#include "base/buf.h"

/* Deeper nesting is no document's. */
#define MOST_DEPTH 40
/* Digits behind the point that are looked at. */
#define MOST_DECIMALS 8
#define MOST_WHOLE (INT64_C(1) << 46)

static const struct pdf_value null_value = {.kind = PDF_NULL};

bool
pdf_is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
           c == '\0';
}

bool
pdf_is_delimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' ||
           c == ']' || c == '{' || c == '}' || c == '/' || c == '%';
}

static bool
is_regular(char c)
{
    return !pdf_is_space(c) && !pdf_is_delimiter(c);
}

static bool
has_more(const struct pdf_scan *scan)
{
    return scan->at < scan->bytes.len;
}

static char
peek(const struct pdf_scan *scan)
{
    return has_more(scan) ? scan->bytes.at[scan->at] : '\0';
}

void
pdf_skip_space(struct pdf_scan *scan)
{
    for (; has_more(scan); scan->at++) {
        if (peek(scan) == '%')
            while (has_more(scan) && peek(scan) != '\n' && peek(scan) != '\r')
                scan->at++;
        else if (!pdf_is_space(peek(scan)))
            return;
    }
}

bool
pdf_scan_whole(struct pdf_scan *scan, uint64_t *number)
{
    pdf_skip_space(scan);
    size_t from = scan->at;
    while (has_more(scan) && ascii_is_digit(peek(scan)))
        scan->at++;
    return str_to_u64(str_slice(scan->bytes, from, scan->at), number);
}

bool
pdf_scan_word(struct pdf_scan *scan, const char *word)
{
    pdf_skip_space(scan);
    struct str wanted = str_from(word);
    if (!str_starts(str_slice(scan->bytes, scan->at, scan->bytes.len), wanted))
        return false;
    scan->at += wanted.len;
    return true;
}

/* ---- strings and names -------------------------------------------------- */

static int
hex_digit(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Up to three digits. */
static void
add_octal(struct pdf_scan *scan, struct buf *out)
{
    unsigned value = 0;
    for (int i = 0;
         i < 3 && peek(scan) >= '0' && peek(scan) <= '7' && has_more(scan); i++)
        value = value * 8 + (unsigned)(scan->bytes.at[scan->at++] - '0');
    buf_add_byte(out, (char)(value & 255));
}

static void
add_escape(struct pdf_scan *scan, struct buf *out)
{
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    char c = peek(scan);
    const char *found = c ? memchr(letters, c, sizeof letters - 1) : NULL;
    if (c >= '0' && c <= '7') {
        add_octal(scan, out);
        return;
    }
    scan->at++;
    if (found)
        buf_add_byte(out, meant[found - letters]);
    else if (c == '\r' && peek(scan) == '\n')
        scan->at++;
    else if (c != '\r' && c != '\n')
        buf_add_byte(out, c);
}

static struct pdf_value
scan_string(struct pdf_scan *scan)
{
    struct buf out = buf_new(scan->arena);
    size_t open = 1;
    scan->at++;
    while (has_more(scan)) {
        char c = scan->bytes.at[scan->at++];
        open += c == '(';
        open -= c == ')';
        if (!open)
            break;
        if (c == '\\' && has_more(scan))
            add_escape(scan, &out);
        else
            buf_add_byte(&out, c);
    }
    return (struct pdf_value){.kind = PDF_STRING, .text = buf_str(&out)};
}

static struct pdf_value
scan_hex(struct pdf_scan *scan)
{
    struct buf out = buf_new(scan->arena);
    int high = -1;
    scan->at++;
    while (has_more(scan)) {
        char c = scan->bytes.at[scan->at++];
        int digit = hex_digit(c);
        if (c == '>')
            break;
        if (digit < 0)
            continue;
        if (high >= 0)
            buf_add_byte(&out, (char)(high * 16 + digit));
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0)
        buf_add_byte(&out, (char)(high * 16));
    return (struct pdf_value){.kind = PDF_STRING, .text = buf_str(&out)};
}

static struct str
unescaped(struct arena *arena, struct str name)
{
    if (str_find_byte(name, '#', 0) == SIZE_MAX)
        return name;
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < name.len; i++) {
        int high = i + 2 < name.len ? hex_digit(name.at[i + 1]) : -1;
        int low = i + 2 < name.len ? hex_digit(name.at[i + 2]) : -1;
        bool is_code = name.at[i] == '#' && high >= 0 && low >= 0;
        buf_add_byte(&out, is_code ? (char)(high * 16 + low) : name.at[i]);
        i += is_code ? 2 : 0;
    }
    return buf_str(&out);
}

static struct str
regular_word(struct pdf_scan *scan)
{
    size_t from = scan->at;
    while (has_more(scan) && is_regular(peek(scan)))
        scan->at++;
    return str_slice(scan->bytes, from, scan->at);
}

static struct pdf_value
scan_name(struct pdf_scan *scan)
{
    scan->at++;
    return (struct pdf_value){
        .kind = PDF_NAME, .text = unescaped(scan->arena, regular_word(scan))};
}

/* ---- numbers and words --------------------------------------------------- */

/* "-12.5", ".5", "4."; real files have "--3" and "1-2" too: what follows a
   second sign does not count. */
static bool
read_number(struct str word, fixed *number)
{
    size_t at = 0;
    int64_t value = 0, part = 0, scale = 1;
    bool is_negative = false, has_digit = false;
    for (; at < word.len && (word.at[at] == '+' || word.at[at] == '-'); at++)
        is_negative |= word.at[at] == '-';
    for (; at < word.len && ascii_is_digit(word.at[at]); at++) {
        has_digit = true;
        if (value < MOST_WHOLE / 16)
            value = value * 10 + (word.at[at] - '0');
    }
    if (at < word.len && word.at[at] != '.' && word.at[at] != '-')
        return false;
    if (at < word.len && word.at[at] == '.')
        for (at++; at < word.len && ascii_is_digit(word.at[at]); at++) {
            has_digit = true;
            if (scale >= 100000000)
                continue;
            part = part * 10 + (word.at[at] - '0');
            scale *= 10;
        }
    *number = value * FIXED_ONE + (part * FIXED_ONE + scale / 2) / scale;
    if (is_negative)
        *number = -*number;
    return has_digit || (word.len == 1 && word.at[0] != '+');
}

/* "12 0 R" from behind the 12. */
static bool
is_reference(struct pdf_scan *scan, fixed number)
{
    struct pdf_scan ahead = *scan;
    uint64_t generation;
    if (number < 0 || number % FIXED_ONE || scan->in_content ||
        !pdf_scan_whole(&ahead, &generation))
        return false;
    pdf_skip_space(&ahead);
    if (peek(&ahead) != 'R')
        return false;
    ahead.at++;
    if (has_more(&ahead) && is_regular(peek(&ahead)))
        return false;
    scan->at = ahead.at;
    return true;
}

static struct pdf_value
scan_word(struct pdf_scan *scan)
{
    struct str word = regular_word(scan);
    char first = word.len ? word.at[0] : '\0';
    fixed number;
    if ((ascii_is_digit(first) || first == '-' || first == '+' ||
         first == '.') &&
        read_number(word, &number)) {
        if (ascii_is_digit(first) && is_reference(scan, number))
            return (struct pdf_value){.kind = PDF_REF,
                                      .number = number / FIXED_ONE};
        return (struct pdf_value){.kind = PDF_NUMBER, .number = number};
    }
    if (str_is(word, "true") || str_is(word, "false"))
        return (struct pdf_value){.kind = PDF_BOOL, .number = first == 't'};
    if (str_is(word, "null"))
        return null_value;
    if (!word.len) /* a brace or a bracket that nothing opened */
        scan->at++;
    return (struct pdf_value){.kind = PDF_OPERATOR, .text = word};
}

/* ---- arrays and dictionaries --------------------------------------------- */

static struct pdf_value scan_at_depth(struct pdf_scan *scan, int depth);

/* Up to the bracket; of dictionaries keys and values. */
static struct pdf_value
scan_items(struct pdf_scan *scan, bool is_dict, int depth)
{
    LIST(struct pdf_value) items = {0};
    scan->at += is_dict ? 2 : 1;
    while (*scan->work) {
        struct pdf_value item = scan_at_depth(scan, depth + 1);
        if (item.kind == PDF_END)
            break;
        /* A word in here is a fault; in the place of a value it is one. */
        if (item.kind == PDF_OPERATOR)
            item = null_value;
        if (is_dict && items.count % 2 == 0 && item.kind != PDF_NAME)
            continue;
        *list_add(scan->arena, &items) = item;
    }
    if (is_dict)
        items.count -= items.count % 2;
    return (struct pdf_value){.kind = is_dict ? PDF_DICT : PDF_ARRAY,
                              .items = items.at,
                              .count = items.count};
}

static bool
closes(struct pdf_scan *scan)
{
    if (peek(scan) == ']') {
        scan->at++;
        return true;
    }
    if (!str_starts(str_slice(scan->bytes, scan->at, scan->bytes.len),
                    STR(">>")))
        return false;
    scan->at += 2;
    return true;
}

static struct pdf_value
scan_at_depth(struct pdf_scan *scan, int depth)
{
    const struct pdf_value end = {.kind = PDF_END};
    pdf_skip_space(scan);
    if (!has_more(scan) || !*scan->work || depth > MOST_DEPTH)
        return end;
    --*scan->work;
    if (closes(scan))
        return depth ? end : (struct pdf_value){.kind = PDF_OPERATOR};
    bool is_double =
        scan->at + 1 < scan->bytes.len && scan->bytes.at[scan->at + 1] == '<';
    switch (peek(scan)) {
    case '(':
        return scan_string(scan);
    case '/':
        return scan_name(scan);
    case '[':
        return scan_items(scan, false, depth);
    case '<':
        return is_double ? scan_items(scan, true, depth) : scan_hex(scan);
    default:
        return scan_word(scan);
    }
}

struct pdf_value
pdf_scan_value(struct pdf_scan *scan)
{
    return scan_at_depth(scan, 0);
}

/* ---- what is in them ------------------------------------------------------
 */

const struct pdf_value *
pdf_get(const struct pdf_value *dict, const char *key)
{
    if (dict->kind != PDF_DICT && dict->kind != PDF_STREAM)
        return &null_value;
    for (size_t i = 0; i + 1 < dict->count; i += 2)
        if (str_is(dict->items[i].text, key))
            return &dict->items[i + 1];
    return &null_value;
}

bool
pdf_is_name(const struct pdf_value *value, const char *name)
{
    return value->kind == PDF_NAME && str_is(value->text, name);
}

int64_t
pdf_whole(const struct pdf_value *value, int64_t otherwise)
{
    return value->kind == PDF_NUMBER ? value->number / FIXED_ONE : otherwise;
}
