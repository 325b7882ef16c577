#include "diag/fix.h"

#include "base/bug.h"
#include "base/buf.h"

/* ---- which ------------------------------------------------------------- */

static bool
comes_before(const struct fix *a, const struct fix *b)
{
    if (a->edit.span.from != b->edit.span.from)
        return a->edit.span.from < b->edit.span.from;
    return a->edit.span.to < b->edit.span.to;
}

/* Stable; fixes come nearly in order. */
static void
merge_sort(struct fix *at, struct fix *spare, size_t count)
{
    size_t half = count / 2, left = 0, right = half, to = 0;

    if (count < 2)
        return;
    merge_sort(at, spare, half);
    merge_sort(at + half, spare, count - half);
    for (size_t i = 0; i < count; i++)
        spare[i] = at[i];
    while (to < count)
        at[to++] =
            right == count ||
                    (left < half && !comes_before(&spare[right], &spare[left]))
                ? spare[left++]
                : spare[right++];
}

size_t
fix_choose(struct arena *arena, struct fix *fixes, size_t count,
           size_t text_len)
{
    size_t kept = 0;

    merge_sort(fixes, ARENA_ARRAY(arena, count, struct fix), count);
    for (size_t i = 0; i < count; i++) {
        struct span span = fixes[i].edit.span;
        bool is_free =
            kept == 0 || (span.from >= fixes[kept - 1].edit.span.to &&
                          span.from > fixes[kept - 1].edit.span.from);

        if (is_free && span.from <= span.to && span.to <= text_len)
            fixes[kept++] = fixes[i];
    }
    return kept;
}

/* ---- apply ------------------------------------------------------------- */

static bool
ends_lines_with_crlf(struct str text)
{
    size_t end = str_find_byte(text, '\n', 0);

    return end != SIZE_MAX && end > 0 && text.at[end - 1] == '\r';
}

static void
add_text(struct buf *out, struct str text, bool crlf)
{
    for (size_t i = 0; i < text.len; i++) {
        if (crlf && text.at[i] == '\n' && (i == 0 || text.at[i - 1] != '\r'))
            buf_add_byte(out, '\r');
        buf_add_byte(out, text.at[i]);
    }
}

struct str
fix_apply(struct arena *arena, struct str text, const struct fix *fixes,
          size_t count, struct fix_place *places)
{
    struct buf out = buf_new(arena);
    bool crlf = ends_lines_with_crlf(text);
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        struct span span = fixes[i].edit.span;

        ENSURE(span.from >= at && span.to <= text.len);
        buf_add(&out, str_slice(text, at, span.from));
        places[i] = (struct fix_place){.from = span.from,
                                       .to = span.to,
                                       .new_from = out.len,
                                       .is_yaml = fixes[i].is_yaml};
        add_text(&out, fixes[i].edit.text, crlf);
        places[i].new_to = out.len;
        at = span.to;
    }
    buf_add(&out, str_slice(text, at, text.len));
    return buf_str(&out);
}
