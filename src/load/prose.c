#include "prose.h"

/* ---- writing ----------------------------------------------------------- */

void
prose_begin_block(struct prose_writer *writer, enum prose_block_kind kind,
                  unsigned depth, unsigned number)
{
    struct prose *prose = &writer->prose;
    struct prose_block *block;
    bool joins = writer->one_line && prose->blocks.count > 0;

    writer->in_block = true;
    writer->begun++;
    if (joins) {
        size_t last = prose->pieces.count;
        size_t raw = last > 0 ? prose->pieces.at[last - 1].raw_to : 0;

        prose_add(writer, STR(" "), 0, (struct str){0}, raw, raw, false);
        return;
    }
    if (writer->plain.len > 0)
        buf_add_byte(&writer->plain, '\n');
    block = list_add(writer->arena, &prose->blocks);
    *block = (struct prose_block){.kind = kind,
                                  .depth = depth,
                                  .number = number,
                                  .from = writer->plain.len,
                                  .first_run = prose->runs.count};
}

/* A block that stayed empty is taken back. */
void
prose_end_block(struct prose_writer *writer)
{
    struct prose *prose = &writer->prose;
    struct prose_block *block;

    if (!writer->in_block)
        return;
    writer->in_block = false;
    block = &prose->blocks.at[prose->blocks.count - 1];
    block->to = writer->plain.len;
    block->run_count = prose->runs.count - block->first_run;
    if (block->run_count > 0)
        return;
    prose->blocks.count--;
    writer->begun--;
    if (writer->plain.len > 0)
        writer->plain.len--;
}

static void
extend_run(struct prose_writer *writer, size_t from, unsigned style,
           struct str url)
{
    struct prose *prose = &writer->prose;
    size_t first = prose->blocks.at[prose->blocks.count - 1].first_run;
    struct prose_run *run;

    if (prose->runs.count > first) {
        run = &prose->runs.at[prose->runs.count - 1];
        if (run->style == style && str_equal(run->url, url)) {
            run->to = writer->plain.len;
            return;
        }
    }
    run = list_add(writer->arena, &prose->runs);
    *run = (struct prose_run){from, writer->plain.len, style, url};
}

static void
extend_pieces(struct prose_writer *writer, size_t from, size_t raw_from,
              size_t raw_to, bool exact)
{
    struct prose *prose = &writer->prose;
    size_t count = prose->pieces.count;
    struct prose_piece *piece;

    if (count > 0 && exact) {
        piece = &prose->pieces.at[count - 1];
        if (piece->exact && piece->raw_to == raw_from &&
            piece->plain + piece->len == from) {
            piece->len += writer->plain.len - from;
            piece->raw_to = raw_to;
            return;
        }
    }
    piece = list_add(writer->arena, &prose->pieces);
    *piece = (struct prose_piece){from, writer->plain.len - from, raw_from,
                                  raw_to, exact};
}

static void
add_as_it_is(struct prose_writer *writer, struct str text, unsigned style,
             struct str url, size_t raw_from, size_t raw_to, bool exact)
{
    size_t from = writer->plain.len;

    if (text.len == 0 || !writer->in_block)
        return;
    buf_add(&writer->plain, text);
    extend_run(writer, from, style, url);
    extend_pieces(writer, from, raw_from, raw_to, exact);
}

static bool
ends_with_blank(const struct prose_writer *writer)
{
    const struct prose *prose = &writer->prose;
    size_t begin = prose->blocks.at[prose->blocks.count - 1].from;

    return writer->plain.len == begin ||
           writer->plain.at[writer->plain.len - 1] == ' ';
}

/* Several blanks are one, and none begins a block. */
void
prose_add(struct prose_writer *writer, struct str text, unsigned style,
          struct str url, size_t raw_from, size_t raw_to, bool exact)
{
    size_t from = 0;
    bool blank;

    if (!writer->in_block)
        return;
    blank = ends_with_blank(writer);
    for (size_t i = 0; i < text.len; i++) {
        bool is_blank = text.at[i] == ' ';

        if (is_blank && blank) {
            add_as_it_is(writer, str_slice(text, from, i), style, url,
                         exact ? raw_from + from : raw_from,
                         exact ? raw_from + i : raw_to, exact);
            from = i + 1;
        }
        blank = is_blank;
    }
    add_as_it_is(writer, str_slice(text, from, text.len), style, url,
                 exact ? raw_from + from : raw_from, raw_to, exact);
}

void
prose_add_prepared(struct prose_writer *writer, const struct prepared *prepared,
                   size_t from, size_t to, unsigned style, struct str url)
{
    size_t begin = from;

    while (from <= to) {
        const struct atom *atom =
            from < to ? prepared_atom(prepared, from) : NULL;
        size_t raw = prepared_raw(prepared, begin);

        if (from < to && atom == NULL) {
            from++;
            continue;
        }
        if (from > begin)
            prose_add(writer, str_slice(prepared->text, begin, from), style,
                      url, raw, raw + (from - begin), true);
        if (atom == NULL)
            return;
        prose_add(writer, atom->value, style, url, atom->raw_from, atom->raw_to,
                  atom->exact);
        begin = from += ATOM_LEN;
    }
}

/* Without the blank that the last line or an empty placeholder left. */
static void
trim_end(struct prose_writer *writer)
{
    struct prose *prose = &writer->prose;
    size_t len = writer->plain.len;
    struct prose_block *block;
    struct prose_run *run;
    struct prose_piece *piece;

    if (prose->blocks.count == 0 || len == 0 ||
        writer->plain.at[len - 1] != ' ')
        return;
    block = &prose->blocks.at[prose->blocks.count - 1];
    run = &prose->runs.at[prose->runs.count - 1];
    piece = &prose->pieces.at[prose->pieces.count - 1];
    writer->plain.len--;
    block->to--;
    if (--run->to == run->from) {
        prose->runs.count--;
        block->run_count--;
    }
    if (piece->exact)
        piece->raw_to--;
    if (--piece->len == 0)
        prose->pieces.count--;
    if (block->run_count == 0)
        prose->blocks.count--;
}

struct prose
prose_finish(struct prose_writer *writer)
{
    prose_end_block(writer);
    trim_end(writer);
    writer->prose.plain = buf_str(&writer->plain);
    return writer->prose;
}

/* Most prose is this; lists would keep room for more. */
struct prose
prose_plain(struct arena *arena, struct str text)
{
    struct prose prose = {.plain = text};

    if (text.len == 0)
        return prose;
    prose.runs.at = ARENA_NEW(arena, struct prose_run);
    prose.runs.count = prose.runs.room = 1;
    prose.runs.at[0].to = text.len;
    prose.blocks.at = ARENA_NEW(arena, struct prose_block);
    prose.blocks.count = prose.blocks.room = 1;
    prose.blocks.at[0].to = text.len;
    prose.blocks.at[0].run_count = 1;
    return prose;
}

/* ---- places ------------------------------------------------------------ */

/* The last piece that begins at or before byte `at`. */
static const struct prose_piece *
piece_at(const struct prose *prose, size_t at)
{
    size_t low = 0, high = prose->pieces.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (prose->pieces.at[middle].plain <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &prose->pieces.at[low - 1] : NULL;
}

static size_t
raw_of(const struct prose_piece *piece, size_t at, bool behind)
{
    size_t in = at - piece->plain;

    if (!piece->exact)
        return behind ? piece->raw_to : piece->raw_from;
    return in < piece->len ? piece->raw_from + in : piece->raw_to;
}

struct span
prose_span(const struct sources *sources, const struct prose *prose,
           size_t from, size_t to)
{
    const struct prose_piece *first, *last;
    size_t raw_from, raw_to;

    if (prose->node == NULL)
        return SPAN_NONE;
    first = piece_at(prose, from);
    last = piece_at(prose, to > from ? to - 1 : from);
    if (first == NULL || last == NULL)
        return prose->node->span;
    raw_from = raw_of(first, from, false);
    raw_to = to > from ? raw_of(last, to, true) : raw_from;
    return node_text_span(sources, prose->node, raw_from,
                          raw_to > raw_from ? raw_to : raw_from);
}
