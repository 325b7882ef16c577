/*
 * The way back: a candidate as YAML, field by field from the same table that
 * read it. Meant for what an edition shows, so that what is for the writer
 * alone (notes, tags, priorities, lint) stays out, placeholders are filled in,
 * and a testimonial names its author no further than it may.
 */
#include "model/encode.h"

#include <stdlib.h>

#include "base/bug.h"
#include "base/utf8.h"
#include "model/decode.h"
#include "tables.h"
#include "walk.h"
#include "words.h"
#include "yaml_text.h"

struct encoder {
    struct buf *out;
    int depth;
    bool after_dash;        /* the next key stands behind "- " */
    struct str *metric_ids; /* of the records there are, sorted */
    size_t metric_count;
    const struct str *sections; /* to be written; NULL: all */
    size_t section_count;
};

/* ---- what there is ------------------------------------------------------ */

static int
compare_ids(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static void
collect_ids(struct encoder *encoder, const struct candidate *candidate)
{
    size_t count = candidate->all_metrics.count;
    encoder->metric_ids = ARENA_ARRAY(encoder->out->arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        encoder->metric_ids[i] = candidate->all_metrics.at[i]->item.id.s;
    encoder->metric_count = count;
    if (count)
        qsort(encoder->metric_ids, count, sizeof *encoder->metric_ids,
              compare_ids);
}

static bool
has_metric(const struct encoder *encoder, struct str id)
{
    return encoder->metric_count &&
           bsearch(&id, encoder->metric_ids, encoder->metric_count,
                   sizeof *encoder->metric_ids, compare_ids);
}

/* ---- what is left out --------------------------------------------------- */

/* Who it is and what others refer to stand in no section. */
static bool
is_other_section(const struct encoder *encoder, struct str key)
{
    if (!encoder->sections ||
        words_hold("meta basics metrics pack theme skills_options language",
                   key))
        return false;
    if (str_is(key, "settings_and_teams"))
        key = STR("adaptability");
    for (size_t i = 0; i < encoder->section_count; i++)
        if (str_equal(encoder->sections[i], key))
            return false;
    return true;
}

static bool
is_left_out(const struct encoder *encoder, const struct field_shape *shape,
            const struct field *field, const void *object)
{
    struct str key = str_from(field->key);
    if (field->is_hidden)
        return true;
    if (field_is_common(shape, field))
        return !str_is(key, "id");
    if (shape == fields_root())
        return words_hold("variants layout lint include locale", key) ||
               is_other_section(encoder, key);
    if (shape == &shape_meta)
        return str_is(key, "author_note");
    if (shape == &shape_consent)
        return str_is(key, "evidence");
    if (shape == &shape_certification && str_is(key, "number")) {
        const struct item *item = object;
        return !item->is_private.given || item->is_private.value;
    }
    if (shape == &shape_metric) {
        const struct metric *metric = object;
        return metric->confidential.value &&
               words_hold("before after target benchmark series "
                          "change_percent",
                          key);
    }
    return false;
}

/* ---- lines -------------------------------------------------------------- */

static void
begin_line(struct encoder *encoder)
{
    if (!encoder->after_dash)
        for (int i = 0; i < encoder->depth; i++)
            buf_add_text(encoder->out, "  ");
    encoder->after_dash = false;
}

static void
begin_item(struct encoder *encoder)
{
    begin_line(encoder);
    buf_add_text(encoder->out, "- ");
}

/* ---- prose -------------------------------------------------------------- */

static void
add_escaped(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (str_find_byte(STR("\\`*_[]<>{}"), text.at[i], 0) != SIZE_MAX)
            buf_add_byte(out, '\\');
        buf_add_byte(out, text.at[i]);
    }
}

static void
add_run(struct buf *out, const struct prose *prose, const struct prose_run *run)
{
    struct str text = str_slice(prose->plain, run->from, run->to);
    const char *mark = run->style & PROSE_STRONG     ? "**"
                       : run->style & PROSE_EMPHASIS ? "*"
                                                     : "";
    buf_print(out, "%s%s", run->url.len ? "[" : "", mark);
    add_escaped(out, text);
    buf_add_text(out, mark);
    if (run->url.len)
        buf_print(out, "](%.*s)", STR_ARG(run->url));
}

static void
add_block_mark(struct buf *out, const struct prose_block *block)
{
    for (unsigned i = 0; i < block->depth; i++)
        buf_add_text(out, "  ");
    if (block->kind == PROSE_BULLET)
        buf_add_text(out, "- ");
    else if (block->kind == PROSE_NUMBERED)
        buf_print(out, "%u. ", block->number);
}

static void
add_prose(struct encoder *encoder, const struct prose *prose)
{
    struct buf text = buf_new(encoder->out->arena);
    for (size_t i = 0; i < prose->blocks.count; i++) {
        const struct prose_block *block = &prose->blocks.at[i];
        if (i)
            buf_add_text(&text, block->kind == PROSE_PARAGRAPH ? "\n\n" : "\n");
        add_block_mark(&text, block);
        for (size_t j = 0; j < block->run_count; j++)
            add_run(&text, prose, &prose->runs.at[block->first_run + j]);
    }
    yaml_add_text(encoder->out,
                  prose->blocks.count ? buf_str(&text) : prose->plain);
}

/* ---- single values ------------------------------------------------------ */

static void
add_date(struct encoder *encoder, const struct date *date)
{
    if (date->is_as_typed) {
        yaml_add_text(encoder->out, date->typed.s);
        return;
    }
    if (date->is_present)
        buf_add_text(encoder->out, "present");
    else
        buf_print(encoder->out, "%04d", date->year);
    if (date->month)
        buf_print(encoder->out, "-%02d", date->month);
    if (date->day)
        buf_print(encoder->out, "-%02d", date->day);
}

static void
add_period(struct encoder *encoder, const struct period *period)
{
    add_date(encoder, &period->start);
    if (!date_is_given(&period->end))
        return;
    buf_add_byte(encoder->out, '/');
    add_date(encoder, &period->end);
}

static void
add_value(struct encoder *encoder, const struct field *field, const void *slot)
{
    switch (field->type) {
    case FIELD_DATE:
    case FIELD_MONTH:
        add_date(encoder, slot);
        return;
    case FIELD_PERIOD:
        add_period(encoder, slot);
        return;
    case FIELD_INTEGER:
        buf_print(encoder->out, "%lld",
                  (long long)((const struct integer *)slot)->value);
        return;
    case FIELD_DECIMAL:
        yaml_add_text(encoder->out, ((const struct decimal *)slot)->typed.s);
        return;
    case FIELD_FLAG:
        buf_add_text(encoder->out,
                     ((const struct flag *)slot)->value ? "true" : "false");
        return;
    case FIELD_CHOICE:
        yaml_add_text(encoder->out, ((const struct choice *)slot)->typed.s);
        return;
    case FIELD_PROSE:
    case FIELD_LINE:
        add_prose(encoder, slot);
        return;
    case FIELD_MAP:
    case FIELD_NODE:
        BUG("not a single value: %s", field->key);
    default:
        yaml_add_text(encoder->out, ((const struct text *)slot)->s);
    }
}

/* "Dr. Lee Kim" as "D. L. K.": the most that `initials` allows. */
static struct str
initials(struct arena *arena, struct str name)
{
    struct buf out = buf_new(arena);
    while (name.len) {
        struct str word = str_cut(&name, ' ');
        size_t end = 0;
        if (!word.len)
            continue;
        (void)utf8_next(word, &end); /* the first letter, whatever its size */
        if (buf_str(&out).len)
            buf_add_byte(&out, ' ');
        buf_add(&out, str_slice(word, 0, end));
        buf_add_byte(&out, '.');
    }
    return buf_str(&out);
}

/* True when the author of a testimonial was written, or must not be. */
static bool
encode_author(struct encoder *encoder, const struct testimonial *testimonial)
{
    int attribution = testimonial->attribution.value;
    if (attribution == ATTRIBUTION_FULL)
        return false;
    if (attribution == ATTRIBUTION_INITIALS) {
        struct str name = initials(encoder->out->arena, testimonial->author.s);
        begin_line(encoder);
        buf_add_text(encoder->out, "author: ");
        yaml_add_text(encoder->out, name);
        buf_add_byte(encoder->out, '\n');
    }
    return true;
}

/* Of a confidential record only the change, be it typed or computed. */
static void
encode_change(struct encoder *encoder, const struct metric *metric)
{
    struct str change =
        metric_print(encoder->out->arena, NULL, metric, METRIC_CHANGE);
    if (!metric->confidential.value || metric->band.given || !change.len)
        return;
    begin_line(encoder);
    buf_add_text(encoder->out, "change_percent: ");
    yaml_add_text(encoder->out, change);
    buf_add_byte(encoder->out, '\n');
}

/* ---- mappings and lists ------------------------------------------------- */

static void encode_fields(struct encoder *encoder,
                          const struct field_shape *shape,
                          const struct field_shape *but_of, const void *object);

/* A result that is a metric record itself, or NULL. */
static const struct metric *
record_of(const struct field_shape *shape, const void *object)
{
    const struct highlight *highlight = object;
    bool is_record = shape == &shape_result && !highlight->text.plain.len &&
                     highlight->own_metrics.count == 1;
    return is_record ? highlight->own_metrics.at : NULL;
}

/* An item or a mapping without anything in it is taken back. */
static void
encode_map(struct encoder *encoder, const struct field_shape *shape,
           const void *object, size_t start)
{
    size_t before = encoder->out->len;
    const struct metric *record = record_of(shape, object);
    encoder->depth++;
    if (record)
        encode_fields(encoder, &shape_metric, NULL, record);
    else
        encode_fields(encoder, shape, NULL, object);
    if (shape->also && !((const struct experience *)object)->has_positions &&
        ((const struct experience *)object)->positions.count)
        encode_fields(encoder, shape->also, shape,
                      ((const struct experience *)object)->positions.at);
    encoder->depth--;
    if (encoder->out->len == before)
        encoder->out->len = start;
    encoder->after_dash = false;
}

static bool
is_shown_item(const struct encoder *encoder, const struct field *field,
              const void *slot)
{
    return field->type != FIELD_REF ||
           has_metric(encoder, ((const struct text *)slot)->s);
}

/* Ids of records that stand elsewhere, in place of a record or a line. */
static void
encode_ids(struct encoder *encoder, struct any_list ids)
{
    const struct text *at = ids.at;
    for (size_t i = 0; i < ids.count; i++) {
        if (!has_metric(encoder, at[i].s))
            continue;
        begin_item(encoder);
        yaml_add_text(encoder->out, at[i].s);
        buf_add_byte(encoder->out, '\n');
    }
}

static void
encode_list(struct encoder *encoder, const struct field *field,
            struct any_list ids, struct any_list list)
{
    size_t size = field->is_list ? field_item_size(field) : 0;
    size_t start = encoder->out->len;
    bool after_dash = encoder->after_dash;
    begin_line(encoder);
    buf_print(encoder->out, "%s:\n", field->key);
    size_t before = encoder->out->len;
    encoder->depth++;
    encode_ids(encoder, ids);
    for (size_t i = 0; i < list.count; i++) {
        const char *slot = (const char *)list.at + i * size;
        size_t item = encoder->out->len;
        if (!is_shown_item(encoder, field, slot))
            continue;
        begin_item(encoder);
        if (field->type == FIELD_MAP) {
            encoder->after_dash = true;
            encode_map(encoder, field->shape, slot, item);
        } else {
            add_value(encoder, field, slot);
            buf_add_byte(encoder->out, '\n');
        }
    }
    encoder->depth--;
    if (encoder->out->len > before)
        return;
    encoder->out->len = start;
    encoder->after_dash = after_dash;
}

static void
encode_field(struct encoder *encoder, const struct field_shape *shape,
             const struct field *field, const void *object)
{
    const char *slot = (const char *)object + field->offset;
    struct any_list ids = {0}, list = {0};
    if (field_has_ids(field, shape))
        ids = list_at(object, field->also);
    if (field->is_list)
        list = list_at(object, field->offset);
    if (field->is_list || ids.count) {
        if (list.count || ids.count)
            encode_list(encoder, field, ids, list);
        return;
    }
    if (field->type == FIELD_NODE || !field_is_given(field, slot))
        return;
    size_t start = encoder->out->len;
    bool after_dash = encoder->after_dash;
    begin_line(encoder);
    buf_print(encoder->out, "%s:", field->key);
    if (field->type == FIELD_MAP) {
        size_t before = encoder->out->len;
        buf_add_byte(encoder->out, '\n');
        encode_map(encoder, field->shape, slot, before);
        if (encoder->out->len == before) {
            encoder->out->len = start;
            encoder->after_dash = after_dash;
        }
        return;
    }
    buf_add_byte(encoder->out, ' ');
    add_value(encoder, field, slot);
    buf_add_byte(encoder->out, '\n');
}

static void
encode_fields(struct encoder *encoder, const struct field_shape *shape,
              const struct field_shape *but_of, const void *object)
{
    const struct field *field = shape->fields;
    for (; field->key; field++) {
        bool is_done = but_of && field_find(but_of, str_from(field->key));
        bool is_author = shape == &shape_testimonial &&
                         str_is(str_from(field->key), "author");
        if (is_done || is_left_out(encoder, shape, field, object))
            continue;
        if (is_author && encode_author(encoder, object))
            continue;
        bool is_single = shape == &shape_experience &&
                         str_is(str_from(field->key), "positions") &&
                         !((const struct experience *)object)->has_positions;
        if (!is_single)
            encode_field(encoder, shape, field, object);
    }
    if (shape == &shape_metric)
        encode_change(encoder, object);
    field = fields_common(shape->common);
    for (; !but_of && field && field->key; field++)
        if (!is_left_out(encoder, shape, field, object))
            encode_field(encoder, shape, field, object);
}

void
candidate_encode(struct buf *out, const struct candidate *candidate,
                 const struct str *sections, size_t count)
{
    struct encoder encoder = {
        .out = out, .sections = sections, .section_count = count};
    collect_ids(&encoder, candidate);
    encode_fields(&encoder, fields_root(), NULL, candidate);
}
