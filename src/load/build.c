#include "build.h"

#include <string.h>

#include "base/bug.h"
#include "habit.h"
#include "intake.h"
#include "scalar_map.h"

#define YAML_TAG "tag:yaml.org,2002:"

/* Tags that say what our own code decides by the field's type. */
static const char *const known_tags[] = {
    "!",
    YAML_TAG "str",
    YAML_TAG "int",
    YAML_TAG "float",
    YAML_TAG "bool",
    YAML_TAG "null",
    YAML_TAG "timestamp",
    YAML_TAG "map",
    YAML_TAG "seq",
};

static struct span
span_in(const struct builder *builder, size_t from, size_t to)
{
    return (struct span){builder->reading->source, (uint32_t)from,
                         (uint32_t)to};
}

/* ---- limits ------------------------------------------------------------ */

static void
stop_deep(struct builder *builder, struct span span)
{
    struct finding *finding;

    finding = finding_add(builder->reading->findings, CODE_X008, span,
                          "Fields are nested more than %d levels deep here; "
                          "the rest of the file is not read.",
                          DEPTH_LIMIT);
    finding_help(finding, "Remove the brackets, dashes or blanks that open "
                          "the extra levels.");
    builder->stopped = true;
}

bool
build_count_repeated(struct builder *builder, struct span span, size_t nodes)
{
    struct finding *finding;

    if (nodes <= ALIAS_LIMIT && builder->expanded + nodes <= ALIAS_LIMIT) {
        builder->expanded += nodes;
        return true;
    }
    finding = finding_add(builder->reading->findings, CODE_X009, span,
                          "Repeated parts (`*name`) add up to more than "
                          "20,000 values here; the rest of the file is not "
                          "read.");
    finding_help(finding, "Write the part out where it is needed.");
    builder->stopped = true;
    return false;
}

static bool
count_node(struct builder *builder, struct span span)
{
    if (builder->nodes++ < NODE_LIMIT)
        return true;
    (void)finding_add(builder->reading->findings, CODE_X004, span,
                      "The file has more than 500,000 values; the rest is "
                      "not read.");
    builder->stopped = true;
    return false;
}

/* ---- where a value goes ------------------------------------------------ */

static void
take_key(struct builder *builder, struct frame *frame, struct node *key)
{
    struct finding *finding;

    frame->has_key = true;
    frame->pair = (struct node_pair){key->text, key->span, NULL};
    frame->skips_value = key->kind != NODE_SCALAR || key->text.len == 0;
    if (!frame->skips_value)
        return;
    finding = finding_add(builder->reading->findings, CODE_X014, key->span,
                          key->kind == NODE_SCALAR
                              ? "There is no name before the colon; the "
                                "value is not read."
                              : "Brackets or braces cannot be the name of a "
                                "field; the value is not read.");
    finding_help(finding, "Write the name of the field before the colon, or "
                          "put the whole text in quotes.");
}

/* Hands a finished node to what holds it. */
static void
place_node(struct builder *builder, struct node *node, struct extent extent)
{
    struct arena *arena = builder->reading->arena;
    struct frame *frame;

    if (builder->depth == 0) {
        builder->root = node;
        return;
    }
    frame = &builder->frames[builder->depth - 1];
    frame->extent.nodes += extent.nodes;
    if (frame->extent.height < extent.height + 1)
        frame->extent.height = extent.height + 1;
    if (frame->node->kind == NODE_LIST) {
        *list_add(arena, &frame->node->items) = node;
    } else if (!frame->has_key) {
        take_key(builder, frame, node);
    } else {
        frame->has_key = false;
        frame->pair.value = node;
        habit_value(builder, &frame->pair);
        if (!frame->skips_value)
            *list_add(arena, &frame->node->pairs) = frame->pair;
    }
}

static size_t
anchor_add(struct builder *builder, const struct written *written,
           struct node *node, struct extent extent)
{
    struct arena *arena = builder->reading->arena;

    if (str_is_empty(written->anchor))
        return SIZE_MAX;
    *list_add(arena, &builder->anchors) =
        (struct anchor){.name = str_copy(arena, written->anchor),
                        .node = node,
                        .extent = extent,
                        .span = span_in(builder, written->from, written->to)};
    return builder->anchors.count - 1;
}

/* The last of that name, as YAML has it. Files mark a handful of parts. */
static struct anchor *
anchor_find(const struct builder *builder, struct str name)
{
    const size_t most = 1000;

    for (size_t i = builder->anchors.count, n = 0; i-- > 0 && n < most; n++)
        if (str_equal(builder->anchors.at[i].name, name))
            return &builder->anchors.at[i];
    return NULL;
}

/* ---- tags -------------------------------------------------------------- */

static void
check_tag(struct builder *builder, const struct written *written,
          size_t content)
{
    struct str text = builder->reading->clean;
    struct span span = span_in(builder, written->from, written->from);
    struct finding *finding;

    if (str_is_empty(written->tag))
        return;
    for (size_t i = 0; i < sizeof known_tags / sizeof known_tags[0]; i++)
        if (str_is(written->tag, known_tags[i]))
            return;
    if (habit_tag(builder, written, content))
        return;
    while (span.from < content && text.at[span.from] != '!')
        span.from++;
    for (span.to = span.from;
         span.to < content && !ascii_is_space(text.at[span.to]);)
        span.to++;
    finding = finding_add(builder->reading->findings, CODE_X012, span,
                          "`%.*s` is no part of the text but an instruction "
                          "to a program; it is passed over.",
                          STR_ARG(str_slice(text, span.from, span.to)));
    finding_help(finding, "If it belongs to the text, put the whole text in "
                          "quotes; else delete it.");
}

/* Where a value begins behind its & and ! words. */
static size_t
skip_properties(struct str text, size_t at, size_t to)
{
    while (at < to) {
        if (text.at[at] == '&' || text.at[at] == '!') {
            while (at < to && !ascii_is_space(text.at[at]))
                at++;
        } else if (text.at[at] == '#') {
            while (at < to && text.at[at] != '\n')
                at++;
        } else if (ascii_is_space(text.at[at])) {
            at++;
        } else {
            break;
        }
    }
    return at;
}

/* ---- scalars ----------------------------------------------------------- */

static bool
is_null_text(struct str value)
{
    return value.len == 0 || str_is(value, "~") || str_is(value, "null");
}

/*
 * The text as the reader of the tree gets it: a slice of the source where
 * the two agree, which is nearly always; else a copy.
 */
static struct str
scalar_text(const struct reading *reading, struct str value, struct span span,
            enum scalar_style style)
{
    struct str read = str_slice(reading->text, span.from, span.to);
    struct str copy;

    if (style == SCALAR_PLAIN && value.len == read.len &&
        memcmp(value.at, read.at, read.len) == 0)
        return str_slice(reading->clean, span.from, span.to);
    copy = mask_restore(reading, value, span, style);
    if (style == SCALAR_DOUBLE_QUOTED)
        /* Escapes can write what the file itself must not hold. */
        for (size_t i = 0; i < copy.len; i++)
            if (control_len(copy, i) > 0) {
                char *at = arena_alloc(reading->arena, copy.len);

                memcpy(at, copy.at, copy.len);
                (void)control_blank(at, copy.len);
                return (struct str){at, copy.len};
            }
    return copy;
}

/* A block scalar's mark ends behind the blank lines that follow it. */
static size_t
trim_end(struct str text, size_t from, size_t to)
{
    while (to > from && ascii_is_space(text.at[to - 1]))
        to--;
    return to;
}

void
build_scalar(struct builder *builder, const struct written *written,
             struct str value, enum scalar_style style)
{
    const struct reading *reading = builder->reading;
    struct node *node = ARENA_NEW(reading->arena, struct node);
    struct extent extent = {1, 0};
    size_t from = written->from, to = written->to;
    bool is_null = style == SCALAR_PLAIN && is_null_text(value) &&
                   !str_is(written->tag, YAML_TAG "str");

    if (written->has_properties) {
        from = skip_properties(reading->text, from, to);
        check_tag(builder, written, from);
    }
    if (style == SCALAR_LITERAL || style == SCALAR_FOLDED)
        to = trim_end(reading->text, from, to);
    node->kind = NODE_SCALAR;
    node->style = style;
    node->span = span_in(builder, from, to);
    node->is_null = is_null;
    if (!is_null)
        node->text = scalar_text(reading, value, node->span, style);
    builder->end = to;
    if (!count_node(builder, node->span))
        return;
    if (style == SCALAR_PLAIN)
        habit_text(builder, node);
    if (style == SCALAR_FOLDED)
        habit_folded(builder, node);
    (void)anchor_add(builder, written, node, extent);
    place_node(builder, node, extent);
}

/* ---- aliases ----------------------------------------------------------- */

static struct node *
null_node(struct builder *builder, struct span span)
{
    struct node *node = ARENA_NEW(builder->reading->arena, struct node);

    node->span = span;
    node->is_null = true;
    return node;
}

static void
report_unknown_alias(struct builder *builder, struct span span, bool is_open)
{
    struct str text = str_slice(builder->reading->clean, span.from, span.to);
    struct finding *finding;

    finding = finding_add(builder->reading->findings, CODE_X013, span,
                          is_open ? "`%.*s` repeats a part inside itself."
                                  : "`%.*s` repeats a part that is not "
                                    "marked anywhere above.",
                          STR_ARG(text));
    if (is_open)
        return;
    finding_help(finding, "If the star belongs to the text, write \"%.*s\".",
                 STR_ARG(text));
    finding->has_edit = true;
    finding->edit = (struct edit){
        span, str_format(builder->reading->arena, "\"%.*s\"", STR_ARG(text))};
}

void
build_alias(struct builder *builder, const struct written *written)
{
    struct span span = span_in(builder, written->from, written->to);
    struct anchor *anchor = anchor_find(builder, written->anchor);

    builder->end = written->to;
    if (!count_node(builder, span))
        return;
    if (anchor == NULL || anchor->node == NULL) {
        report_unknown_alias(builder, span, anchor != NULL);
        place_node(builder, null_node(builder, span), (struct extent){1, 0});
        return;
    }
    anchor->is_used = true;
    if (builder->depth + anchor->extent.height > DEPTH_LIMIT) {
        stop_deep(builder, span);
        return;
    }
    if (build_count_repeated(builder, span, anchor->extent.nodes))
        place_node(builder, anchor->node, anchor->extent);
}

/* ---- lists and maps ---------------------------------------------------- */

void
build_open(struct builder *builder, const struct written *written,
           enum node_kind kind)
{
    const struct reading *reading = builder->reading;
    struct span span = span_in(builder, written->from, written->to);
    struct frame *frame;

    if (builder->depth == DEPTH_LIMIT) {
        stop_deep(builder, span);
        return;
    }
    if (!count_node(builder, span))
        return;
    if (written->has_properties) {
        span.from = (uint32_t)skip_properties(reading->text, written->from,
                                              reading->text.len);
        check_tag(builder, written, span.from);
    }
    frame = &builder->frames[builder->depth++];
    *frame = (struct frame){.node = ARENA_NEW(reading->arena, struct node)};
    frame->node->kind = kind;
    frame->node->span = span;
    frame->extent = (struct extent){1, 1};
    frame->anchor = anchor_add(builder, written, NULL, frame->extent);
}

void
build_close(struct builder *builder, size_t to)
{
    struct frame frame;

    if (builder->depth == 0) /* of a second document */
        return;
    frame = builder->frames[--builder->depth];
    if (to > 0)
        builder->end = to;
    if (builder->end > frame.node->span.from)
        frame.node->span.to = (uint32_t)builder->end;
    if (frame.node->kind == NODE_MAP && to > 0)
        habit_group(builder, frame.node);
    if (frame.node->kind == NODE_MAP)
        pairs_settle(builder, frame.node, &frame.extent);
    if (frame.anchor != SIZE_MAX) {
        builder->anchors.at[frame.anchor].node = frame.node;
        builder->anchors.at[frame.anchor].extent = frame.extent;
    }
    place_node(builder, frame.node, frame.extent);
}
