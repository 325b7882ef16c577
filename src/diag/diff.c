#include "diag/diff.h"

#include "base/list.h"

/* Lines around a change. */
#define CONTEXT ((size_t)3)
/* So far ahead lines are looked for that both sides share again. */
#define AHEAD ((size_t)100)

struct side {
    LIST(struct str) lines; /* with their line ends */
};

/* Lines before_from..before_to became after_from..after_to. */
struct change {
    size_t before_from, before_to, after_from, after_to;
};

struct diff {
    struct buf *out;
    struct side before, after;
    LIST(struct change) changes;
};

static void
split(struct arena *arena, struct side *side, struct str text)
{
    size_t from = 0;

    while (from < text.len) {
        size_t end = str_find_byte(text, '\n', from);
        size_t to = end == SIZE_MAX ? text.len : end + 1;

        *list_add(arena, &side->lines) = str_slice(text, from, to);
        from = to;
    }
}

/* ---- what changed ------------------------------------------------------ */

/* Line i of one side and line k of the other; both ends are equal. */
static bool
is_same(const struct diff *diff, size_t i, size_t k)
{
    size_t before = diff->before.lines.count, after = diff->after.lines.count;

    if (i >= before || k >= after)
        return i >= before && k >= after;
    return str_equal(diff->before.lines.at[i], diff->after.lines.at[k]);
}

static size_t
least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The nearest lines behind i and k that are the same again; the ends when
   there are none near by. */
static void
find_common(const struct diff *diff, size_t *i, size_t *k)
{
    size_t before = diff->before.lines.count, after = diff->after.lines.count;

    for (size_t steps = 1; steps <= 2 * AHEAD; steps++)
        for (size_t n = 0; n <= steps; n++) {
            /* The middle first: most changes keep the number of lines. */
            size_t down = (n + steps / 2) % (steps + 1), right = steps - down;

            if (*i + down > before || *k + right > after ||
                !is_same(diff, *i + down, *k + right))
                continue;
            *i += down;
            *k += right;
            return;
        }
    *i = before;
    *k = after;
}

static void
find_changes(struct diff *diff)
{
    size_t before = diff->before.lines.count, after = diff->after.lines.count;
    size_t i = 0, k = 0;

    while (i < before || k < after) {
        struct change change = {.before_from = i, .after_from = k};

        if (is_same(diff, i, k)) {
            i++;
            k++;
            continue;
        }
        find_common(diff, &i, &k);
        change.before_to = i;
        change.after_to = k;
        *list_add(diff->out->arena, &diff->changes) = change;
    }
}

/* ---- print ------------------------------------------------------------- */

static void
print_line(struct buf *out, char sign, struct str line)
{
    buf_add_byte(out, sign);
    buf_add(out, line);
    if (!str_ends(line, STR("\n")))
        buf_add_text(out, "\n\\ No newline at end of file\n");
}

static void
print_lines(struct buf *out, char sign, const struct side *side, size_t from,
            size_t to)
{
    for (size_t i = from; i < to; i++)
        print_line(out, sign, side->lines.at[i]);
}

/* An empty range is told by the line before it. */
static void
print_range(struct buf *out, char sign, size_t from, size_t count)
{
    buf_print(out, "%c%zu", sign, count == 0 ? from : from + 1);
    if (count != 1)
        buf_print(out, ",%zu", count);
}

/* Changes first..last-1, near to each other. */
static void
print_hunk(struct diff *diff, size_t first, size_t last)
{
    const struct change *changes = diff->changes.at;
    const struct change *end = &changes[last - 1];
    size_t lead = least(CONTEXT, changes[first].before_from);
    size_t tail = least(CONTEXT, diff->before.lines.count - end->before_to);
    size_t from = changes[first].before_from - lead;
    size_t after_from = changes[first].after_from - lead;
    size_t at = from;

    buf_add_text(diff->out, "@@ ");
    print_range(diff->out, '-', from, end->before_to + tail - from);
    buf_add_byte(diff->out, ' ');
    print_range(diff->out, '+', after_from, end->after_to + tail - after_from);
    buf_add_text(diff->out, " @@\n");
    for (size_t i = first; i < last; i++) {
        print_lines(diff->out, ' ', &diff->before, at, changes[i].before_from);
        print_lines(diff->out, '-', &diff->before, changes[i].before_from,
                    changes[i].before_to);
        print_lines(diff->out, '+', &diff->after, changes[i].after_from,
                    changes[i].after_to);
        at = changes[i].before_to;
    }
    print_lines(diff->out, ' ', &diff->before, at, at + tail);
}

/* As git writes it: a name with quotes, backslashes or control bytes stands
   in quotes, one with blanks ends with a tab. */
static void
print_name(struct buf *out, const char *sign, char side, struct str name)
{
    bool is_odd = false;

    while (name.len > 0 && name.at[0] == '/')
        name = str_slice(name, 1, name.len);
    while (str_starts(name, STR("./")))
        name = str_slice(name, 2, name.len);
    for (size_t i = 0; i < name.len; i++)
        is_odd = is_odd || (unsigned char)name.at[i] < ' ' ||
                 name.at[i] == '"' || name.at[i] == '\\';
    buf_print(out, "%s %s%c/", sign, is_odd ? "\"" : "", side);
    for (size_t i = 0; i < name.len; i++) {
        unsigned char byte = (unsigned char)name.at[i];

        if (byte < ' ')
            buf_print(out, "\\%03o", (unsigned)byte);
        else if (byte == '"' || byte == '\\')
            buf_print(out, "\\%c", name.at[i]);
        else
            buf_add_byte(out, name.at[i]);
    }
    if (is_odd)
        buf_add_byte(out, '"');
    else if (str_find_byte(name, ' ', 0) != SIZE_MAX)
        buf_add_byte(out, '\t');
    buf_add_byte(out, '\n');
}

void
diff_print(struct buf *out, struct str name, struct str before,
           struct str after)
{
    struct diff diff = {.out = out};
    size_t last;

    split(out->arena, &diff.before, before);
    split(out->arena, &diff.after, after);
    find_changes(&diff);
    if (diff.changes.count == 0)
        return;
    print_name(out, "---", 'a', name);
    print_name(out, "+++", 'b', name);
    for (size_t first = 0; first < diff.changes.count; first = last) {
        const struct change *changes = diff.changes.at;

        last = first + 1;
        while (last < diff.changes.count &&
               changes[last].before_from - changes[last - 1].before_to <=
                   2 * CONTEXT)
            last++;
        print_hunk(&diff, first, last);
    }
}
