#include "content.h"

#include "encoding.h"

/* Nested forms, saved states, marked content: more is no page's. */
#define MOST_FORMS 12
#define MOST_STATES 64
#define MOST_MARKS 64
#define MOST_OPERANDS 64
/* A thousand pages of text: what is beyond them is nobody's resume. */
#define MOST_TEXT ((size_t)2 << 20)
/* Keys of a dictionary, and bytes said instead of glyphs, that cost as much as
   one glyph. */
#define KEYS_OF_WORK 16
#define SAID_OF_WORK 4

struct state {
    struct matrix page; /* from the content's space to the page's */
    struct read_font *font;
    fixed size, spacing, word_spacing, stretch, leading, rise;
};

/* BDC ... EMC */
struct mark {
    bool is_decoration, is_described;
    bool has_text, is_said; /* ActualText; it was given to a glyph */
    struct str text;
};

struct content {
    struct reader *reader;
    struct pdf_text_page *result;
    size_t page;
    struct arena *scratch;
    const struct pdf_value *resources;
    struct state state, states[MOST_STATES];
    size_t saved; /* may be more than there is room for */
    struct matrix text, line;
    struct mark marks[MOST_MARKS];
    size_t marked;
    struct pdf_value operands[MOST_OPERANDS];
    size_t count;
    size_t forms;
};

static const struct matrix identity = {FIXED_ONE, 0, 0, FIXED_ONE, 0, 0};

uint64_t
mark_key(size_t page, int64_t mark)
{
    return ((uint64_t)page + 1) << 32 | (uint32_t)mark;
}

/* ---- operands
 * ----------------------------------------------------------------- */

static const struct pdf_value *
operand(const struct content *content, size_t i)
{
    static const struct pdf_value nothing = {.kind = PDF_NULL};
    return i < content->count ? &content->operands[i] : &nothing;
}

static fixed
number(const struct content *content, size_t i)
{
    const struct pdf_value *value = operand(content, i);
    return value->kind == PDF_NUMBER ? value->number : 0;
}

static struct matrix
matrix_of(const struct content *content)
{
    return (struct matrix){number(content, 0), number(content, 1),
                           number(content, 2), number(content, 3),
                           number(content, 4), number(content, 5)};
}

/* An entry of the resources, of a kind ("Font") and by its name. */
static const struct pdf_value *
resource(struct content *content, const char *kind, const struct pdf_value *by)
{
    struct pdf_file *file = &content->reader->file;
    const struct pdf_value *all =
        pdf_look(file, pdf_resolve(file, content->resources), kind);
    const struct pdf_value *found =
        pdf_look(file, all, str_terminated(content->scratch, by->text));
    pdf_spend(file, (all->count + found->count) / KEYS_OF_WORK);
    return found;
}

/* ---- marked content
 * -------------------------------------------------------------- */

static struct mark *
current_mark(struct content *content)
{
    size_t i = content->marked < MOST_MARKS ? content->marked : MOST_MARKS;
    return i ? &content->marks[i - 1] : NULL;
}

static void
begin_marked(struct content *content)
{
    const struct mark *around = current_mark(content);
    struct mark mark = {0};
    if (around)
        mark = *around;
    if (pdf_is_name(operand(content, 0), "Artifact"))
        mark.is_decoration = true;
    if (content->marked < MOST_MARKS)
        content->marks[content->marked] = mark;
    content->marked++;
}

static void
begin_marked_with(struct content *content)
{
    struct pdf_file *file = &content->reader->file;
    const struct pdf_value *said = operand(content, 1);
    if (said->kind == PDF_NAME)
        said = resource(content, "Properties", said);
    begin_marked(content);
    if (content->marked > MOST_MARKS)
        return;
    struct mark *mark = &content->marks[content->marked - 1];
    const struct pdf_value *text = pdf_look(file, said, "ActualText");
    int64_t number_of = pdf_whole(pdf_look(file, said, "MCID"), -1);
    if (text->kind == PDF_STRING && !mark->has_text) {
        mark->has_text = true;
        mark->is_said = false;
        mark->text = pdf_text_string(content->reader->arena, text->text);
        pdf_spend(file, text->text.len / SAID_OF_WORK);
    }
    if (pdf_look(file, said, "Alt")->kind == PDF_STRING ||
        (number_of >= 0 &&
         index_find(&content->reader->described,
                    mark_key(content->page, number_of)) != SIZE_MAX))
        mark->is_described = true;
}

/* What was said within counts for what is around it. */
static void
end_marked(struct content *content)
{
    if (content->marked > 1 && content->marked <= MOST_MARKS) {
        const struct mark *inner = &content->marks[content->marked - 1];
        struct mark *outer = &content->marks[content->marked - 2];
        if (outer->has_text && inner->is_said)
            outer->is_said = true;
    }
    content->marked -= content->marked > 0;
}

/* ---- text
 * ------------------------------------------------------------------------ */

static void
begin_text(struct content *content)
{
    content->text = content->line = identity;
}

static void
next_line(struct content *content, fixed x, fixed y)
{
    const struct matrix step = {FIXED_ONE, 0, 0, FIXED_ONE, x, y};
    content->line = matrix_times(&step, &content->line);
    content->text = content->line;
}

static void
move_line(struct content *content)
{
    next_line(content, number(content, 0), number(content, 1));
}

static void
move_line_leading(struct content *content)
{
    content->state.leading = -number(content, 1);
    move_line(content);
}

static void
start_line(struct content *content)
{
    next_line(content, 0, -content->state.leading);
}

static void
set_text_matrix(struct content *content)
{
    content->text = content->line = matrix_of(content);
}

static struct read_font *
find_font(struct content *content, const struct pdf_value *dict)
{
    struct reader *reader = content->reader;
    uint64_t key = index_of_address(dict);
    size_t known = index_find(&reader->font_index, key);
    if (known != SIZE_MAX)
        return reader->fonts.at[known];
    size_t cost = 4096;
    if (dict->kind != PDF_DICT || reader->file.work < cost)
        return NULL;
    reader->file.work -= cost;
    struct read_font *font = font_read(&reader->file, dict);
    index_add(reader->arena, &reader->font_index, key, reader->fonts.count);
    *list_add(reader->arena, &reader->fonts) = font;
    return font;
}

static void
set_font(struct content *content)
{
    content->state.font =
        find_font(content, resource(content, "Font", operand(content, 0)));
    content->state.size = number(content, 1);
}

static void
give_glyph(struct content *content, const struct placed_glyph *placed)
{
    struct mark *mark = current_mark(content);
    struct placed_glyph glyph = *placed;
    content->result->glyphs++;
    if (content->reader->gather.text.len > MOST_TEXT)
        content->reader->file.work = 0;
    glyph.is_decoration = mark && mark->is_decoration;
    if (!mark || !mark->has_text) {
        gather_glyph(&content->reader->gather, &glyph);
        return;
    }
    if (mark->is_said) {
        if (mark->text.len)
            gather_silent(&content->reader->gather, &glyph);
        return;
    }
    mark->is_said = true;
    glyph.text = mark->text;
    if (glyph.text.len)
        gather_glyph(&content->reader->gather, &glyph);
}

static void
move_along(struct content *content, fixed x)
{
    const struct matrix step = {FIXED_ONE, 0, 0, FIXED_ONE, x, 0};
    content->text = matrix_times(&step, &content->text);
}

static void
show(struct content *content, struct str bytes)
{
    const struct state *state = &content->state;
    struct matrix matrix = matrix_times(&content->text, &state->page);
    fixed x = 0;
    while (bytes.len && state->font && content->reader->file.work) {
        content->reader->file.work--;
        struct shown_code code =
            font_shown(content->scratch, state->font, &bytes);
        fixed width =
            fixed_times(fixed_times(code.width, state->size), state->stretch);
        const struct placed_glyph glyph = {
            .text = code.text,
            .matrix = &matrix,
            .x = x,
            .rise = state->rise,
            .width = width,
            .size = state->size,
        };
        give_glyph(content, &glyph);
        fixed space =
            state->spacing + (code.is_blank ? state->word_spacing : 0);
        x += width + fixed_times(space, state->stretch);
    }
    move_along(content, x);
}

static void
show_text(struct content *content)
{
    if (operand(content, 0)->kind == PDF_STRING)
        show(content, operand(content, 0)->text);
}

static void
show_row(struct content *content)
{
    const struct pdf_value *row = operand(content, 0);
    for (size_t i = 0; row->kind == PDF_ARRAY && i < row->count; i++) {
        const struct pdf_value *item = &row->items[i];
        if (item->kind == PDF_STRING)
            show(content, item->text);
        else if (item->kind == PDF_NUMBER)
            move_along(content, -fixed_times(fixed_times(item->number / 1000,
                                                         content->state.size),
                                             content->state.stretch));
    }
}

static void
show_on_next_line(struct content *content)
{
    start_line(content);
    show_text(content);
}

static void
show_spaced(struct content *content)
{
    content->state.word_spacing = number(content, 0);
    content->state.spacing = number(content, 1);
    content->operands[0] = *operand(content, 2);
    show_on_next_line(content);
}

static void
set_spacing(struct content *content)
{
    content->state.spacing = number(content, 0);
}

static void
set_word_spacing(struct content *content)
{
    content->state.word_spacing = number(content, 0);
}

static void
set_stretch(struct content *content)
{
    content->state.stretch = number(content, 0) / 100;
}

static void
set_leading(struct content *content)
{
    content->state.leading = number(content, 0);
}

static void
set_rise(struct content *content)
{
    content->state.rise = number(content, 0);
}

/* ---- graphics
 * --------------------------------------------------------------------- */

static void
save(struct content *content)
{
    if (content->saved < MOST_STATES)
        content->states[content->saved] = content->state;
    content->saved++;
}

static void
restore(struct content *content)
{
    if (!content->saved)
        return;
    content->saved--;
    if (content->saved < MOST_STATES)
        content->state = content->states[content->saved];
}

static void
change_matrix(struct content *content)
{
    struct matrix matrix = matrix_of(content);
    content->state.page = matrix_times(&matrix, &content->state.page);
}

static void
count_drawing(struct content *content)
{
    content->result->drawings++;
}

static void
count_picture(struct content *content)
{
    const struct mark *mark = current_mark(content);
    if (mark && mark->is_decoration)
        return;
    content->result->pictures++;
    content->result->silent_pictures += !mark || !mark->is_described;
}

static void run(struct content *content, struct str bytes);

static void
read_form(struct content *content, const struct pdf_value *form)
{
    struct pdf_file *file = &content->reader->file;
    const struct pdf_value *matrix = pdf_look(file, form, "Matrix");
    const struct pdf_value *own = pdf_look(file, form, "Resources");
    const struct pdf_value *around = content->resources;
    struct str bytes;
    if (content->forms >= MOST_FORMS || !pdf_stream_bytes(file, form, &bytes))
        return;
    size_t saved = content->saved, marked = content->marked;
    struct matrix text = content->text, line = content->line;
    struct state state = content->state;
    if (matrix->kind == PDF_ARRAY && matrix->count == 6) {
        memcpy(content->operands, matrix->items, 6 * sizeof *matrix->items);
        content->count = 6;
        change_matrix(content);
    }
    if (own->kind == PDF_DICT)
        content->resources = own;
    content->forms++;
    run(content, bytes);
    content->forms--;
    content->resources = around;
    content->state = state;
    content->text = text;
    content->line = line;
    content->saved = saved;
    content->marked = marked;
}

static void
draw_object(struct content *content)
{
    const struct pdf_value *object =
        resource(content, "XObject", operand(content, 0));
    if (pdf_is_name(pdf_get(object, "Subtype"), "Form"))
        read_form(content, object);
    else if (pdf_is_name(pdf_get(object, "Subtype"), "Image"))
        count_picture(content);
}

/* ---- operators
 * --------------------------------------------------------------------- */

static const struct {
    const char *word;
    void (*act)(struct content *content);
} operators[] = {
    {"Tj", show_text},
    {"TJ", show_row},
    {"Td", move_line},
    {"Tf", set_font},
    {"BDC", begin_marked_with},
    {"BMC", begin_marked},
    {"EMC", end_marked},
    {"BT", begin_text},
    {"Tm", set_text_matrix},
    {"TD", move_line_leading},
    {"T*", start_line},
    {"'", show_on_next_line},
    {"\"", show_spaced},
    {"Tc", set_spacing},
    {"Tw", set_word_spacing},
    {"Tz", set_stretch},
    {"TL", set_leading},
    {"Ts", set_rise},
    {"q", save},
    {"Q", restore},
    {"cm", change_matrix},
    {"Do", draw_object},
    {"f", count_drawing},
    {"F", count_drawing},
    {"f*", count_drawing},
    {"S", count_drawing},
    {"s", count_drawing},
    {"B", count_drawing},
    {"B*", count_drawing},
    {"b", count_drawing},
    {"b*", count_drawing},
};

static void
act(struct content *content, struct str word)
{
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
        if (str_is(word, operators[i].word)) {
            operators[i].act(content);
            return;
        }
}

/* The bytes of a picture between ID and EI. */
static void
skip_picture(struct content *content, struct pdf_scan *scan)
{
    struct str bytes = scan->bytes;
    count_picture(content);
    for (size_t at = scan->at;; at++) {
        at = str_find(bytes, STR("EI"), at);
        if (at == SIZE_MAX) {
            scan->at = bytes.len;
            return;
        }
        bool ends = at + 2 >= bytes.len || pdf_is_space(bytes.at[at + 2]);
        if (at > scan->at && pdf_is_space(bytes.at[at - 1]) && ends) {
            scan->at = at + 2;
            return;
        }
    }
}

static void
run(struct content *content, struct str bytes)
{
    struct pdf_scan scan = {.arena = content->scratch,
                            .bytes = bytes,
                            .work = &content->reader->file.work,
                            .in_content = true};
    content->count = 0;
    for (;;) {
        struct pdf_value value = pdf_scan_value(&scan);
        if (value.kind == PDF_END)
            return;
        if (value.kind != PDF_OPERATOR) {
            /* Of too many the last ones count. */
            if (content->count == MOST_OPERANDS)
                memmove(content->operands, content->operands + 1,
                        sizeof *content->operands * --content->count);
            content->operands[content->count++] = value;
            continue;
        }
        if (str_is(value.text, "ID"))
            skip_picture(content, &scan);
        else
            act(content, value.text);
        content->count = 0;
    }
}

/* The parts of a page's content are one stream; a word may not go on from one
   to the next. */
static struct str
page_bytes(struct content *content, const struct pdf_value *page)
{
    struct pdf_file *file = &content->reader->file;
    const struct pdf_value *parts = pdf_look(file, page, "Contents");
    struct str bytes = {NULL, 0};
    if (parts->kind != PDF_ARRAY)
        return pdf_stream_bytes(file, parts, &bytes) ? bytes : STR("");
    struct buf all = buf_new(content->scratch);
    for (size_t i = 0; i < parts->count && file->work; i++) {
        if (!pdf_stream_bytes(file, pdf_resolve(file, &parts->items[i]),
                              &bytes))
            continue;
        buf_add(&all, bytes);
        buf_add_byte(&all, '\n');
    }
    return buf_str(&all);
}

void
content_read_page(struct reader *reader, const struct pdf_value *page,
                  const struct pdf_value *resources,
                  struct pdf_text_page *result)
{
    struct arena *scratch = arena_new();
    struct content *content = ARENA_NEW(scratch, struct content);
    content->reader = reader;
    content->result = result;
    content->page = reader->result->pages.count - 1;
    content->scratch = scratch;
    content->resources = resources;
    content->state.page = identity;
    content->state.stretch = FIXED_ONE;
    content->text = content->line = identity;
    run(content, page_bytes(content, page));
    arena_free(scratch);
}
