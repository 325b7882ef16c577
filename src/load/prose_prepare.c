#include "prose.h"

#include "base/utf8.h"
#include "prose_html.h"

/* Atoms are the characters of planes 15 and 16, in order. */
#define FIRST_ATOM ((uint32_t)0xF0000)
#define ATOMS_OF_A_PLANE ((uint32_t)0xFFFE)
#define ATOM_COUNT (2 * ATOMS_OF_A_PLANE)

/* A list number of more digits is a year. */
#define LIST_DIGITS 2

struct preparation {
    const struct prose_job *job;
    struct str text; /* of the field */
    bool is_one_line;
    struct prepared prepared;
    struct buf out;
    size_t copied; /* bytes of the text that are done */
};

/* ---- atoms ----------------------------------------------------------------
 */

static uint32_t
atom_character(size_t index)
{
    uint32_t i = (uint32_t)index;

    return i < ATOMS_OF_A_PLANE ? FIRST_ATOM + i
                                : FIRST_ATOM + 0x10000 + (i - ATOMS_OF_A_PLANE);
}

const struct atom *
prepared_atom(const struct prepared *prepared, size_t at)
{
    struct str text = prepared->text;
    unsigned char lead = (unsigned char)text.at[at];
    uint32_t character;
    size_t index;

    if (lead < 0xF3)
        return NULL;
    character = utf8_next(text, &at);
    if (character < FIRST_ATOM)
        return NULL;
    index = character - FIRST_ATOM;
    if (index >= 0x10000)
        index -= 0x10000 - ATOMS_OF_A_PLANE;
    return index < prepared->atoms.count ? &prepared->atoms.at[index] : NULL;
}

size_t
prepared_raw(const struct prepared *prepared, size_t at)
{
    size_t low = 0, high = prepared->chunks.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (prepared->chunks.at[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return at;
    return prepared->chunks.at[low - 1].raw +
           (at - prepared->chunks.at[low - 1].at);
}

static void
copy_up_to(struct preparation *p, size_t to)
{
    if (to <= p->copied)
        return;
    *list_add(p->job->arena, &p->prepared.chunks) =
        (struct prose_chunk){p->out.len, p->copied};
    buf_add(&p->out, str_slice(p->text, p->copied, to));
    p->copied = to;
}

/* Replaces bytes from..to of the field by an atom that stands for `value`. */
static void
add_atom(struct preparation *p, size_t from, size_t to, struct str value,
         bool exact)
{
    size_t index = p->prepared.atoms.count;

    if (index == ATOM_COUNT)
        return;
    copy_up_to(p, from);
    *list_add(p->job->arena, &p->prepared.chunks) =
        (struct prose_chunk){p->out.len, from};
    buf_add_code_point(&p->out, atom_character(index));
    *list_add(p->job->arena, &p->prepared.atoms) =
        (struct atom){from, to, value, exact};
    p->copied = to;
}

/* Keeps bytes from..to as text. */
static size_t
keep(struct preparation *p, size_t from, size_t to)
{
    add_atom(p, from, to, str_slice(p->text, from, to), true);
    return to;
}

/* ---- placeholders ---------------------------------------------------------
 */

static bool
is_name_byte(char c)
{
    return ascii_is_alnum(c) || c == '_' || c == '-' || c == '.';
}

size_t
placeholder_end(struct str text, size_t at, struct str *name)
{
    size_t from = at + 1, to;

    if (at > 0 && text.at[at - 1] == '{')
        return at;
    while (from < text.len && text.at[from] == ' ')
        from++;
    for (to = from; to < text.len && is_name_byte(text.at[to]);)
        to++;
    if (to == from || !ascii_is_alpha(text.at[from]))
        return at;
    *name = str_slice(text, from, to);
    while (to < text.len && text.at[to] == ' ')
        to++;
    if (to == text.len || text.at[to] != '}' ||
        (to + 1 < text.len && text.at[to + 1] == '}'))
        return at;
    return to + 1;
}

static void
report_unknown(const struct prose_job *job, size_t from, size_t to,
               struct str name)
{
    const struct placeholders *known = job->options->placeholders;
    struct str near = {0};
    struct finding *finding;

    finding = prose_finding(job, CODE_T110, from, to,
                            "Nothing is known as `{%.*s}`; it would be "
                            "printed just so.",
                            STR_ARG(name));
    if (known == NULL || known->nearest == NULL ||
        !known->nearest(known->context, name, &near)) {
        finding_help(finding,
                     "Write the value itself, or give the metric record the "
                     "`id` that stands before the dot.");
        return;
    }
    finding_help(finding, "Did you mean `{%.*s}`?", STR_ARG(near));
    finding->has_edit = true;
    finding->edit = (struct edit){
        finding->span, str_format(job->arena, "{%.*s}", STR_ARG(near))};
}

static size_t
take_placeholder(struct preparation *p, size_t at)
{
    const struct placeholders *known = p->job->options->placeholders;
    struct str name, value = {0};
    size_t end = placeholder_end(p->text, at, &name);

    if (end == at)
        return at + 1;
    if (known == NULL || !known->find(known->context, name, &value)) {
        report_unknown(p->job, at, end, name);
        return keep(p, at, end);
    }
    add_atom(p, at, end, value, false);
    return end;
}

/* ---- HTML -----------------------------------------------------------------
 */

static size_t
take_entity(struct preparation *p, size_t at)
{
    struct str value;
    size_t end = html_entity_end(p->text, at, &value);
    struct finding *finding;

    if (end == at)
        return at + 1;
    finding = prose_finding(p->job, CODE_X040, at, end,
                            "`%.*s` is HTML; write the character itself.",
                            STR_ARG(str_slice(p->text, at, end)));
    if (str_is_empty(value))
        return keep(p, at, end);
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){finding->span, value};
    add_atom(p, at, end, value, false);
    return end;
}

/* One finding for both tags of a pair. */
static void
report_tag(const struct preparation *p, size_t at, size_t end)
{
    struct finding *finding;

    if (p->text.at[at + 1] == '/')
        return;
    finding = prose_finding(p->job, CODE_X040, at, end,
                            "`%.*s` is HTML; it is left out, the text stays.",
                            STR_ARG(str_slice(p->text, at, end)));
    finding_help(finding, "Two stars on both sides give **bold**, one gives "
                          "*italics*.");
}

static size_t
take_tag(struct preparation *p, size_t at)
{
    bool breaks;
    size_t end = html_tag_end(p->text, at, &breaks);

    if (end == at && !html_is_address(p->text, at))
        return keep(p, at, at + 1);
    if (end == at) {
        p->prepared.has_markup = true;
        return at + 1;
    }
    report_tag(p, at, end);
    add_atom(p, at, end, breaks ? STR("\342\200\250") : STR(""), false);
    return end;
}

/* ---- lines that only look like lists --------------------------------------
 */

static size_t
digits_end(struct str text, size_t at)
{
    while (at < text.len && ascii_is_digit(text.at[at]))
        at++;
    return at;
}

static bool
is_blank_at(struct str text, size_t at)
{
    return at >= text.len || text.at[at] == ' ' || text.at[at] == '\t' ||
           text.at[at] == '\n';
}

/* "2023. A good year": the full stop must not make a list of it. */
static size_t
take_number(struct preparation *p, size_t at)
{
    size_t end = digits_end(p->text, at);

    if (end == p->text.len || end == at ||
        (p->text.at[end] != '.' && p->text.at[end] != ')') ||
        !is_blank_at(p->text, end + 1))
        return end > at ? end : at + 1;
    if (p->is_one_line || end - at > LIST_DIGITS)
        return keep(p, end, end + 1);
    return end;
}

/* "> 90%", "# 1 in the region", "- 5%": a sign before a number is text. */
static bool
is_sign(const struct preparation *p, size_t at)
{
    size_t next = at + 1;

    if (p->is_one_line && p->text.at[at] != '#')
        return true;
    if (p->text.at[at] == '-' || p->text.at[at] == '*')
        return false;
    while (next < p->text.len && p->text.at[next] == ' ')
        next++;
    return next < p->text.len && ascii_is_digit(p->text.at[next]);
}

/* "***" or "* * *", a line across the page. */
static bool
is_rule(struct str text, size_t at)
{
    char mark = text.at[at];
    size_t count = 0;

    for (; at < text.len; at++) {
        if (text.at[at] != mark && text.at[at] != ' ')
            return false;
        count += text.at[at] == mark;
    }
    return count > 2;
}

/* What may begin a line and would be taken for more than text. */
static size_t
take_line_start(struct preparation *p, size_t at)
{
    char c = p->text.at[at];

    if (ascii_is_digit(c))
        return take_number(p, at);
    if (str_find_byte(STR(">#-+=~"), c, 0) != SIZE_MAX && is_sign(p, at))
        return keep(p, at, at + 1);
    if (p->is_one_line && (c == '*' || c == '_') &&
        (is_blank_at(p->text, at + 1) || is_rule(p->text, at)))
        return keep(p, at, at + 1);
    return at;
}

/* ---- all of it ------------------------------------------------------------
 */

/* Where lines are folded, a newline in the text was an empty line in the
   file: the paragraph ends. */
static size_t
take_newline(struct preparation *p, size_t at)
{
    if (p->job->node->style == SCALAR_LITERAL)
        return at + 1;
    copy_up_to(p, at + 1);
    *list_add(p->job->arena, &p->prepared.chunks) =
        (struct prose_chunk){p->out.len, at};
    buf_add_byte(&p->out, '\n');
    return at + 1;
}

static size_t
take_byte(struct preparation *p, size_t at)
{
    unsigned char c = (unsigned char)p->text.at[at];
    char next;

    switch (c) {
    case '{':
        return take_placeholder(p, at);
    case '&':
        return take_entity(p, at);
    case '<':
        return take_tag(p, at);
    case '\n':
        p->prepared.has_markup = true;
        return take_newline(p, at);
    case '\\': /* what comes behind it is none of ours */
        p->prepared.has_markup = true;
        next = at + 1 < p->text.len ? p->text.at[at + 1] : ' ';
        return next == '{' || next == '<' || next == '&' ? at + 2 : at + 1;
    case '*':
    case '_':
    case '`':
    case '[':
        p->prepared.has_markup = true;
        return at + 1;
    case '\t':
        add_atom(p, at, at + 1, STR(" "), false);
        return at + 1;
    case ']': /* "[a]: b" would be a definition and vanish */
        return at + 1 < p->text.len && p->text.at[at + 1] == ':'
                   ? keep(p, at + 1, at + 2)
                   : at + 1;
    default:
        break;
    }
    /* The private planes are ours. */
    if (c >= 0xF3) {
        size_t end = at;

        if (utf8_next(p->text, &end) >= FIRST_ATOM)
            return keep(p, at, end);
    }
    return at + 1;
}

static size_t
skip_blanks(struct str text, size_t at)
{
    while (at < text.len && (text.at[at] == ' ' || text.at[at] == '\t'))
        at++;
    return at;
}

/* Blanks and empty lines at the beginning mean nothing. */
static size_t
skip_space(struct str text)
{
    size_t at = 0;

    while (at < text.len && ascii_is_space(text.at[at]))
        at++;
    return at;
}

struct prepared
prose_prepare(const struct prose_job *job, struct str text)
{
    struct preparation p = {.job = job,
                            .text = text,
                            .is_one_line =
                                str_find_byte(text, '\n', 0) == SIZE_MAX,
                            .out = buf_new(job->arena)};
    bool line_begins = true;

    p.copied = skip_space(text);
    for (size_t at = p.copied; at < text.len;) {
        size_t next = line_begins ? skip_blanks(text, at) : at;

        if (line_begins && next < text.len)
            next = take_line_start(&p, next);
        if (next == at)
            next = take_byte(&p, at);
        line_begins = text.at[next - 1] == '\n';
        at = next;
    }
    copy_up_to(&p, text.len);
    p.prepared.text = buf_str(&p.out);
    return p.prepared;
}
