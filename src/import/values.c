/* Values by their kind, and the tables that name it. */
#include "values.h"

#include "taken.h"

/* ---- words --------------------------------------------------------------- */

static void
add_words(struct conversion *c, struct buf *out, const struct node *node,
          const char *joint)
{
    if (foreign_is_taken(c, node))
        return;
    if (foreign_says(node)) {
        if (out->len)
            buf_add_text(out, joint);
        buf_add(out, str_trim(node->text));
    }
    for (size_t i = 0; i < node->items.count; i++)
        add_words(c, out, node->items.at[i], joint);
    for (size_t i = 0; i < node->pairs.count; i++)
        add_words(c, out, node->pairs.at[i].value, joint);
}

struct str
foreign_words(struct conversion *c, const struct node *node, const char *joint)
{
    if (!node)
        return (struct str){NULL, 0};
    if (node->kind == NODE_SCALAR)
        return node->is_null ? (struct str){NULL, 0} : node->text;
    struct buf out = buf_new(c->arena);
    add_words(c, &out, node, joint);
    return buf_str(&out);
}

bool
foreign_has_words(const struct node *node)
{
    if (foreign_says(node))
        return true;
    for (size_t i = 0; i < node->items.count; i++)
        if (foreign_has_words(node->items.at[i]))
            return true;
    for (size_t i = 0; i < node->pairs.count; i++)
        if (foreign_has_words(node->pairs.at[i].value))
            return true;
    return false;
}

/* ---- dates --------------------------------------------------------------- */

/* {year: 2020, month: 3} */
static struct str
date_of_map(struct conversion *c, const struct node *map)
{
    static const char *const keys[] = {"year", "month", "day"};
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < 3; i++) {
        const struct node *part = foreign_get(c, map, keys[i]);
        if (!foreign_says(part))
            break;
        struct str text = str_trim(part->text);
        if (i)
            buf_add_byte(&out, '-');
        if (i && text.len == 1)
            buf_add_byte(&out, '0');
        buf_add(&out, text);
    }
    return buf_str(&out);
}

static void
tell_impossible(struct conversion *c, struct node *native,
                const struct node *node, const char *to, struct str typed)
{
    struct str shown = foreign_shown(c, typed, 200);
    finding_help(foreign_report(c, CODE_I103, node,
                                "\"%.*s\" is no date of the calendar; it is "
                                "left out.",
                                STR_ARG(shown)),
                 "Write the year and the month: 2020-03.");
    native_note(c, native, "%s was \"%.*s\", which is no date", to,
                STR_ARG(shown));
    foreign_take(c, node);
}

/* Tells of a date that says more than its year. */
static void
tell_inexact(struct conversion *c, const struct node *made,
             const struct node *node, struct str typed, struct str read)
{
    struct str shown = foreign_shown(c, typed, 200);
    finding_help(foreign_report(c, CODE_I102, node, "\"%.*s\" is read as %.*s.",
                                STR_ARG(shown), STR_ARG(read)),
                 "Write the month if you know it: 2023-09.");
    native_note(c, made, "was \"%.*s\"", STR_ARG(shown));
}

static void
put_date(struct conversion *c, struct node *native, const struct node *node,
         const char *to, struct str typed)
{
    struct date_read read = date_read(c->arena, typed, c->options);
    if (read.is_impossible) {
        tell_impossible(c, native, node, to, typed);
        return;
    }
    if (!read.text.len) {
        foreign_lose(c, node, "is no date that could be read");
        return;
    }
    struct node *made = native_text(c, native, to, node, read.text);
    if (made && read.is_exact && str_find_byte(typed, ':', 0) != SIZE_MAX)
        native_note(c, made, "was \"%.*s\"", STR_ARG(typed));
    if (made && !read.is_exact && str_equal(made->text, read.text))
        tell_inexact(c, made, node, typed, read.text);
}

static void
convert_date(struct conversion *c, struct node *native, const struct node *node,
             const char *to)
{
    struct str typed =
        str_trim(node->kind == NODE_MAP ? date_of_map(c, node)
                                        : foreign_words(c, node, " "));
    if (!typed.len || value_is_template(c, node, typed))
        foreign_take(c, node);
    else
        put_date(c, native, node, to, typed);
}

/* ---- addresses ----------------------------------------------------------- */

/* "name.org/path": a dot in the first part, and no blank. */
static bool
is_bare_address(struct str text)
{
    size_t slash = str_find_byte(text, '/', 0);
    struct str host = str_slice(text, 0, slash);
    size_t dot = str_find_byte(host, '.', 0);
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_space(text.at[i]) || text.at[i] == '@')
            return false;
    return dot != SIZE_MAX && dot > 0 && dot + 1 < host.len;
}

/* What an address is made from as people write it; empty when it is none. */
static struct str
address_of(struct conversion *c, struct str text)
{
    if (str_find(text, STR("://"), 0) != SIZE_MAX ||
        str_starts(text, STR("mailto:")) || str_starts(text, STR("tel:")))
        return text;
    if (str_starts(text, STR("//")))
        return str_format(c->arena, "https:%.*s", STR_ARG(text));
    if (is_bare_address(text))
        return str_format(c->arena, "https://%.*s", STR_ARG(text));
    return (struct str){NULL, 0};
}

static void
convert_url(struct conversion *c, struct node *native, const struct node *node,
            const char *to)
{
    struct str text = convert_line(c, node);
    struct str address = address_of(c, text);
    if (text.len && !address.len)
        foreign_lose(c, node, "is no address on the web");
    else
        native_text(c, native, to, node, address);
}

/* ---- rows ---------------------------------------------------------------- */

/* A plain true or false is no name and no date. */
static bool
is_flag(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->style == SCALAR_PLAIN &&
           (str_is(node->text, "true") || str_is(node->text, "false"));
}

void
convert_value(struct conversion *c, struct node *native,
              const struct node *foreign, const char *to, enum value_kind kind)
{
    if (!foreign)
        return;
    if (is_flag(foreign) && kind != VALUE_SKIP) {
        foreign_lose(c, foreign, "is true or false where words belong");
        return;
    }
    switch (kind) {
    case VALUE_TEXT:
        native_text(c, native, to, foreign, convert_line(c, foreign));
        break;
    case VALUE_PROSE:
        native_text(c, native, to, foreign, convert_prose(c, foreign));
        break;
    case VALUE_BULLETS:
        convert_bullets(c, native, foreign, to);
        break;
    case VALUE_TEXTS:
        convert_texts(c, native, foreign, to);
        break;
    case VALUE_DATE:
        convert_date(c, native, foreign, to);
        break;
    case VALUE_URL:
        convert_url(c, native, foreign, to);
        break;
    case VALUE_IMAGE:
        native_text(c, native, to, foreign,
                    convert_controls(c->arena,
                                     str_trim(foreign_words(c, foreign, " "))));
        break;
    case VALUE_SKIP:
        foreign_remark(c, foreign);
        break;
    case VALUE_LOSE:
        foreign_lose(c, foreign, "has no place here");
        break;
    }
}

void
convert_rows(struct conversion *c, struct node *native,
             const struct node *foreign, const struct value_row *rows)
{
    uint64_t letters = foreign_letters(foreign);
    for (const struct value_row *row = rows; row->from; row++) {
        const struct node *node =
            foreign_get_of(c, foreign, row->from, letters);
        if (!node)
            continue;
        if (row->convert)
            row->convert(c, native, node, row->to);
        else if (row->kind == VALUE_LOSE && row->why)
            foreign_lose(c, node, "%s", row->why);
        else
            convert_value(c, native, node, row->to, row->kind);
    }
}
