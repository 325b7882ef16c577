#include "seen.h"

#include "base/bug.h"
#include "base/buf.h"
#include "tables.h"

const struct node_pair **
seen_at(struct seen *seen, const struct field_shape *shape,
        const struct field *field)
{
    if (field_is_common(shape, field))
        return &seen->common[field - fields_common(shape->common)];
    size_t index = (size_t)(field - shape->fields);
    ENSURE(index < sizeof seen->own / sizeof seen->own[0]);
    return &seen->own[index];
}

/* The first line of an entry: where a missing field is reported. */
static struct span
first_line(const struct decoder *decoder, struct span span)
{
    struct str text = span_text(decoder->sources, span);
    size_t end = str_find_byte(text, '\n', 0);
    if (end < text.len)
        span.to = span.from + (uint32_t)end;
    return span;
}

/* "unit, period" and the lines to write for them. */
struct missing {
    struct buf names, lines;
    size_t count;
};

static void
add_missing(struct missing *missing, const char *name, const char *example)
{
    const char *joint = missing->count++ ? ", " : "";
    buf_print(&missing->names, "%s%s", joint, name);
    if (example)
        buf_print(&missing->lines, "%s%s: %s",
                  buf_str(&missing->lines).len ? "\n" : "", name, example);
}

static void
add_none_of(struct missing *missing, const struct field_shape *shape)
{
    struct buf names = buf_new(missing->names.arena);
    struct str rest = str_from(shape->one_of);
    bool is_first = true;
    while (rest.len) {
        struct str name = str_cut(&rest, ' ');
        if (!is_first)
            buf_add_text(&names, rest.len ? ", " : " or ");
        buf_add(&names, name);
        is_first = false;
    }
    buf_add_byte(&names, '\0');
    add_missing(missing, buf_str(&names).at, NULL);
}

/* Without them no page can be made. */
static bool
is_name(const struct field_shape *shape, const struct field *field)
{
    if (shape == fields_root())
        return str_is(str_from(field->key), "basics");
    return shape == &shape_basics && str_is(str_from(field->key), "name");
}

static void
report_no_name(struct decoder *decoder, const struct where *where,
               const struct field_shape *shape, const struct node *map)
{
    struct finding *finding = decoder_report(
        decoder, where, CODE_X106, first_line(decoder, map->span),
        "Add your name; without it there is no page.");
    finding_help(finding, "%s",
                 shape == fields_root() ? "basics:\n  name: Jordan Avery"
                                        : "name: Jordan Avery");
}

static bool
has_one_of(const struct field_shape *shape, struct seen *seen)
{
    struct str rest = str_from(shape->one_of);
    while (rest.len) {
        const struct field *field = field_find(shape, str_cut(&rest, ' '));
        if (field && *seen_at(seen, shape, field))
            return true;
    }
    return false;
}

/* A confidential record may tell its change and nothing else. */
static bool
may_be_missing(const struct field_shape *shape, const struct field *field,
               const void *object)
{
    const struct metric *metric = object;
    return shape == &shape_metric && str_is(str_from(field->key), "after") &&
           metric->confidential.value && metric->change_percent.given;
}

static void
report_missing(struct decoder *decoder, const struct where *where,
               enum code code, const struct missing *missing,
               const struct node *map)
{
    if (!missing->count)
        return;
    struct str names = buf_str(&missing->names);
    struct str lines = buf_str(&missing->lines);
    struct finding *finding =
        decoder_report(decoder, where, code, first_line(decoder, map->span),
                       "Add %.*s.", STR_ARG(names));
    if (lines.len)
        finding_help(finding, "%.*s", STR_ARG(lines));
}

static struct missing
missing_new(struct arena *arena)
{
    return (struct missing){buf_new(arena), buf_new(arena), 0};
}

void
seen_check_missing(struct decoder *decoder, const struct where *where,
                   const struct field_shape *shape, struct seen *seen,
                   const struct node *map, const void *object)
{
    struct missing needed = missing_new(decoder->arena);
    struct missing wanted = missing_new(decoder->arena);
    for (const struct field *field = shape->fields; field->key; field++) {
        if (field->need != FIELD_REQUIRED || *seen_at(seen, shape, field) ||
            decoder_has_rule(field->rule) ||
            may_be_missing(shape, field, object))
            continue;
        if (is_name(shape, field))
            report_no_name(decoder, where, shape, map);
        else
            add_missing(field->rule ? &wanted : &needed, field->key,
                        field->example);
    }
    if (shape->one_of && !decoder_has_rule(shape->one_of_rule) &&
        !has_one_of(shape, seen))
        add_none_of(shape->one_of_rule ? &wanted : &needed, shape);
    report_missing(decoder, where, CODE_X105, &needed, map);
    report_missing(decoder, where, CODE_X108, &wanted, map);
}
