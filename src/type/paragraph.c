#include "type/paragraph.h"

#include "kept.h"
#include "workspace.h"

/* Longer headings than this are prose; balancing them costs and shows nothing.
 */
#define MOST_BALANCED 200
/* Lines worse than this are tried again with hyphens. */
#define TOLERANCE_JUSTIFIED 100
#define TOLERANCE_RAGGED 150

struct setting {
    struct arena *arena;
    struct font_book *book;
    struct workspace *ws;
    const struct paragraph_options *options;
    hb_language_t language;
    upt measure;
    int shrink; /* as in fit_options */
};

static void
prepare(struct font_book *book, const struct text_run *runs, size_t run_count,
        enum base_direction direction, struct str language)
{
    struct workspace *ws = book->workspace;
    flow_gather(ws, runs, run_count);
    if (ws->len == 0)
        return;
    flow_itemize(ws, direction);
    flow_find_breaks(ws, language);
    flow_shape(book, ws, language);
}

/* ---- balance ------------------------------------------------------------ */

/* Of what cannot be parted. */
static upt
widest_chunk(const struct workspace *ws)
{
    upt widest = 0, start = 0;
    for (size_t i = 0; i < ws->fit_breaks.count; i++) {
        const struct fit_break *b = &ws->fit_breaks.at[i];
        upt width = b->end + b->end_extra - start;
        widest = width > widest ? width : widest;
        start = b->start - b->start_extra;
    }
    return widest;
}

/* The smallest measure that needs no more lines. */
static upt
balanced_measure(const struct setting *s)
{
    const struct workspace *ws = s->ws;
    size_t count = ws->fit_breaks.count;
    if (count > MOST_BALANCED)
        return s->measure;
    size_t lines = fit_greedy_count(ws->fit_breaks.at, count, s->measure);
    upt low = widest_chunk(ws), high = s->measure;
    if (lines < 2)
        return high;
    while (high - low > s->measure / 500 + 1) {
        upt middle = low + (high - low) / 2;
        if (fit_greedy_count(ws->fit_breaks.at, count, middle) <= lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* ---- breaking ----------------------------------------------------------- */

/* A sixth of the line, in narrow columns a short word. */
static upt
ragged_room(const struct setting *s)
{
    upt word = 4 * s->ws->extents.at[0].run->style.size;
    return s->measure / 6 > word ? s->measure / 6 : word;
}

/* Of the size: readers of the file take narrower blanks for none when all of a
   line are alike (poppler: 0.15). */
#define LEAST_BLANK_PERCENT 16
/* Of scripts without blanks, whose gaps count as such; and at most. */
#define SHRINK_OF_GAPS 250
#define MOST_SHRINK 333

/* Per mille that the paragraph's blanks may lose. */
static int
shrink_of_blanks(const struct setting *s)
{
    const struct workspace *ws = s->ws;
    if (s->options->alignment != ALIGN_JUSTIFY)
        return 0;
    for (size_t i = 0; i < ws->pieces.count; i++) {
        const struct piece *piece = &ws->pieces.at[i];
        if (!piece->stretches || piece->width <= 0)
            continue;
        upt least = piece->size * LEAST_BLANK_PERCENT / 100;
        upt room = (piece->width - least) * 1000 / piece->width;
        return room < 0 ? 0 : room < MOST_SHRINK ? (int)room : MOST_SHRINK;
    }
    return SHRINK_OF_GAPS;
}

static size_t
break_lines(const struct setting *s, struct fit_line **fits)
{
    const struct cut_options cut = {
        s->measure, s->measure - s->options->indent_first, s->language};
    flow_cut(s->book, s->ws, &cut);
    struct fit_options fit = {
        .measure = s->measure,
        .first_measure = s->measure - s->options->indent_first,
        .justify = s->options->alignment == ALIGN_JUSTIFY,
        .shrink = s->shrink,
        .ragged_room = ragged_room(s),
    };
    if (s->options->balance) {
        upt measure = balanced_measure(s);
        fit.measure = measure;
        fit.first_measure = measure - s->options->indent_first;
    }
    return fit_lines(s->arena, s->ws->fit_breaks.at, s->ws->fit_breaks.count,
                     &fit, fits);
}

static bool
is_good(const struct setting *s, const struct fit_line *fits, size_t count)
{
    int64_t tolerance = s->options->alignment == ALIGN_JUSTIFY
                            ? TOLERANCE_JUSTIFIED
                            : TOLERANCE_RAGGED;
    for (size_t i = 0; i < count; i++) {
        if (fits[i].overfull || fits[i].badness > tolerance)
            return false;
    }
    return true;
}

/* Once: where words begin was guessed. */
static void
report_guess(struct font_book *book, const struct text_run *runs)
{
    struct workspace *ws = book->workspace;
    if (!ws->guessed || ws->guess_told)
        return;
    ws->guess_told = true;
    finding_add(book->findings, CODE_X406, runs[0].span,
                "Lines of this text end between syllables: there is no "
                "dictionary of its words.");
}

/* For text_width, which is asked about the same document. */
static void
keep_language(struct workspace *ws, struct str language)
{
    if (!str_equal(ws->language, language))
        ws->language = str_copy(ws->arena, language);
}

static struct paragraph
set_now(struct arena *arena, struct font_book *book,
        const struct paragraph_question *question)
{
    struct workspace *ws = book->workspace;
    const struct paragraph_options *options = question->options;
    upt measure = question->measure;
    prepare(book, question->runs, question->run_count, options->direction,
            ws->language);
    if (ws->len == 0)
        return (struct paragraph){.measure = measure};
    struct setting s = {arena,
                        book,
                        ws,
                        options,
                        language_handle(options->language),
                        measure > 0 ? measure : 1,
                        0};
    s.shrink = shrink_of_blanks(&s);
    struct fit_line *fits;
    size_t count = break_lines(&s, &fits);
    if (count > 1)
        report_guess(book, question->runs);
    if (options->hyphenate && !is_good(&s, fits, count)) {
        flow_hyphenate(ws, options->language);
        count = break_lines(&s, &fits);
    }
    struct str text = str_copy(arena, (struct str){ws->text, ws->len});
    const struct line_options lines = {
        .measure = measure,
        .indent_first = options->indent_first,
        .alignment = options->alignment,
        .shrink = s.shrink,
        .hang = options->hang,
        .language = s.language,
    };
    return lines_build(arena, book, ws, text, fits, count, &lines);
}

/* ---- paragraphs that were set before ------------------------------------- */

/* Of characters that no face has, and of words that were guessed, something is
   said each time. */
static struct paragraph
set_or_find(struct arena *arena, struct font_book *book,
            struct paragraph_question *question)
{
    struct workspace *ws = book->workspace;
    struct paragraph paragraph;
    if (kept_find(book->kept, arena, question, &paragraph))
        return paragraph;
    paragraph = set_now(arena, book, question);
    if (ws->len > 0 && ws->simple && !ws->any_missing)
        kept_add(book->kept, question, &paragraph);
    return paragraph;
}

struct paragraph
paragraph_set(struct arena *arena, struct font_book *book,
              const struct text_run *runs, size_t run_count, upt measure,
              const struct paragraph_options *options)
{
    struct paragraph_question question = {runs, run_count, measure, options, 0};
    keep_language(book->workspace, options->language);
    if (!book->kept)
        return set_now(arena, book, &question);
    return set_or_find(arena, book, &question);
}

upt
text_width(struct arena *arena, struct font_book *book,
           const struct text_run *runs, size_t run_count)
{
    (void)arena;
    struct workspace *ws = book->workspace;
    prepare(book, runs, run_count, DIRECTION_AUTO, ws->language);
    if (ws->len == 0)
        return 0;
    upt width = 0;
    for (size_t i = 0; i < ws->pieces.count; i++)
        width += ws->pieces.at[i].width;
    const struct piece *last = &ws->pieces.at[ws->pieces.count - 1];
    return width - last->letter_space;
}
