#include "load/edits.h"

#include <stdlib.h>

#include "base/buf.h"
#include "line.h"

/* A scalar of the file and what is around it. */
struct scalar {
    const struct node *node;
    bool in_flow; /* inside of brackets or braces */
};

struct scalars {
    struct arena *arena;
    const struct sources *sources;
    LIST(struct scalar) list; /* sorted by place */
};

/* ---- the scalars of a tree --------------------------------------------- */

static bool
opens_flow(const struct scalars *scalars, const struct node *node)
{
    struct str raw = span_text(scalars->sources, node->span);

    return raw.len > 0 && (raw.at[0] == '[' || raw.at[0] == '{');
}

/* The loader bounds the depth of a tree. */
static void
collect(struct scalars *scalars, const struct node *node, bool in_flow)
{
    if (node->kind == NODE_SCALAR) {
        *list_add(scalars->arena, &scalars->list) =
            (struct scalar){node, in_flow};
        return;
    }
    in_flow = in_flow || opens_flow(scalars, node);
    for (size_t i = 0; i < node->items.count; i++)
        collect(scalars, node->items.at[i], in_flow);
    for (size_t i = 0; i < node->pairs.count; i++)
        collect(scalars, node->pairs.at[i].value, in_flow);
}

static int
compare_places(struct span a, struct span b)
{
    if (a.source != b.source)
        return a.source < b.source ? -1 : 1;
    return (a.from > b.from) - (a.from < b.from);
}

static int
compare_scalars(const void *left, const void *right)
{
    const struct scalar *a = left, *b = right;

    return compare_places(a->node->span, b->node->span);
}

/* The scalar that a span lies in, or NULL. */
static const struct scalar *
find_scalar(const struct scalars *scalars, struct span span)
{
    size_t low = 0, high = scalars->list.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare_places(scalars->list.at[middle].node->span, span) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || !span_holds(scalars->list.at[low - 1].node->span, span))
        return NULL;
    return &scalars->list.at[low - 1];
}

/* ---- words in each style ----------------------------------------------- */

static bool
has_line_break(struct str text)
{
    return str_find_byte(text, '\n', 0) != SIZE_MAX ||
           str_find_byte(text, '\r', 0) != SIZE_MAX;
}

static bool
has_control(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F)
            return true;
    return false;
}

static bool
is_null_word(struct str raw)
{
    return str_is(raw, "~") || str_equal_nocase(raw, STR("null"));
}

/* May a text without quotes begin like this? */
static bool
begins_plain(struct str raw)
{
    char first = raw.at[0];

    if (ascii_is_space(first) ||
        str_find_byte(STR(",[]{}#&*!|>'\"%@`"), first, 0) != SIZE_MAX)
        return false;
    return str_find_byte(STR("-?:"), first, 0) == SIZE_MAX ||
           (raw.len > 1 && !ascii_is_space(raw.at[1]));
}

/* Does YAML read these bytes as one text, without quotes? */
static bool
is_plain(struct str raw, bool in_flow)
{
    if (raw.len == 0 || !begins_plain(raw) || is_null_word(raw) ||
        ascii_is_space(raw.at[raw.len - 1]))
        return false;
    for (size_t i = 0; i < raw.len; i++) {
        bool at_end = i + 1 == raw.len || ascii_is_space(raw.at[i + 1]);

        if ((raw.at[i] == ':' && at_end) ||
            (raw.at[i] == '#' && ascii_is_space(raw.at[i - 1])))
            return false;
        if (in_flow && str_find_byte(STR(",[]{}"), raw.at[i], 0) != SIZE_MAX)
            return false;
    }
    return true;
}

static struct str
single_quoted(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);

    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\'')
            buf_add_byte(&out, '\'');
        buf_add_byte(&out, text.at[i]);
    }
    return buf_str(&out);
}

static struct str
double_quoted(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);

    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\n')
            buf_add_text(&out, "\\n");
        else if ((unsigned char)text.at[i] < ' ')
            buf_print(&out, "\\x%02X", (unsigned)(unsigned char)text.at[i]);
        else if (text.at[i] == '"' || text.at[i] == '\\')
            buf_print(&out, "\\%c", text.at[i]);
        else
            buf_add_byte(&out, text.at[i]);
    }
    return buf_str(&out);
}

/* ---- an edit in a scalar ----------------------------------------------- */

struct settling {
    struct arena *arena;
    const struct scalar *scalar;
    struct str raw;  /* of the scalar */
    size_t from, to; /* of raw */
    struct edit *edit;
};

static struct str
replaced(const struct settling *s)
{
    struct buf out = buf_new(s->arena);

    buf_add(&out, str_slice(s->raw, 0, s->from));
    buf_add(&out, s->edit->text);
    buf_add(&out, str_slice(s->raw, s->to, s->raw.len));
    return buf_str(&out);
}

/* A text on one line can be put in quotes as a whole. */
static bool
settle_plain(const struct settling *s)
{
    struct str raw = replaced(s);

    if (has_control(s->edit->text))
        return false;
    if (is_plain(raw, s->scalar->in_flow))
        return true;
    if (has_line_break(raw) || raw.len == 0)
        return false;
    s->edit->span = s->scalar->node->span;
    s->edit->text = quoted(s->arena, raw);
    return true;
}

/* The quotes stay, also when all between them is replaced. */
static bool
settle_quoted(const struct settling *s)
{
    bool is_single = s->scalar->node->style == SCALAR_SINGLE_QUOTED;
    struct str text = s->edit->text;

    if (s->raw.len < 2 || (is_single && has_control(text)))
        return false;
    if (s->from == 0 && s->to == s->raw.len) {
        s->edit->span.from++;
        s->edit->span.to--;
    } else if (s->from == 0 || s->to == s->raw.len) {
        return false;
    }
    s->edit->text = is_single ? single_quoted(s->arena, text)
                              : double_quoted(s->arena, text);
    return true;
}

static size_t
line_start(struct str text, size_t at)
{
    while (at > 0 && text.at[at - 1] != '\n' && text.at[at - 1] != '\r')
        at--;
    return at;
}

/* Behind | and >, what a line is indented by means something, and an empty
   one does. */
static bool
settle_block(const struct settling *s)
{
    size_t start = line_start(s->raw, s->from);
    size_t end = line_end(s->raw, s->to);
    struct str before = str_slice(s->raw, start, s->from);
    struct str text = s->edit->text;
    struct str behind = str_slice(s->raw, s->to, end);

    if (start == 0 || has_control(text) ||
        (s->scalar->node->style == SCALAR_LITERAL &&
         has_line_break(str_slice(s->raw, s->from, s->to))))
        return false;
    if (str_trim(before).len > 0)
        return true;
    if (text.len == 0)
        text = behind;
    return text.len > 0 && !ascii_is_space(text.at[0]);
}

static bool
settle_words(const struct settling *s)
{
    switch (s->scalar->node->style) {
    case SCALAR_PLAIN:
        return settle_plain(s);
    case SCALAR_SINGLE_QUOTED:
    case SCALAR_DOUBLE_QUOTED:
        return settle_quoted(s);
    case SCALAR_LITERAL:
    case SCALAR_FOLDED:
        break;
    }
    return settle_block(s);
}

/* False when the edit cannot be written. What lies in no text is a key or
   else as it stands in the file. */
static bool
settle(const struct scalars *scalars, struct edit *edit)
{
    const struct scalar *scalar = find_scalar(scalars, edit->span);
    struct settling settling = {scalars->arena, scalar, {NULL, 0}, 0, 0, edit};

    if (span_is_none(edit->span))
        return false;
    if (scalar == NULL)
        return true;
    settling.raw = span_text(scalars->sources, scalar->node->span);
    settling.from = edit->span.from - scalar->node->span.from;
    settling.to = edit->span.to - scalar->node->span.from;
    return settle_words(&settling);
}

static struct scalars
all_scalars(struct arena *arena, const struct findings *findings,
            const struct node *tree)
{
    struct scalars scalars = {.arena = arena,
                              .sources = findings_sources(findings)};

    if (tree != NULL)
        collect(&scalars, tree, false);
    if (scalars.list.count > 1)
        qsort(scalars.list.at, scalars.list.count, sizeof(struct scalar),
              compare_scalars);
    return scalars;
}

void
edits_settle(struct arena *arena, struct findings *findings,
             const struct node *tree)
{
    struct scalars scalars = {0};

    for (size_t i = 0; i < findings_count(findings); i++) {
        struct finding *finding = findings_change(findings, i);

        if (!finding->has_edit || finding->edit_is_yaml)
            continue;
        if (scalars.arena == NULL)
            scalars = all_scalars(arena, findings, tree);
        finding->has_edit = settle(&scalars, &finding->edit);
        finding->edit_is_yaml = true;
    }
}
