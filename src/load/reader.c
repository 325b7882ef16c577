#include "reader.h"

#include <string.h>

#include <yaml.h>

#include "base/bug.h"
#include "build.h"
#include "habit.h"

/*
 * libyaml counts code points from 0, also in `index`. Marks come nearly in
 * order, so a cursor walks from the last one to the next.
 */
struct cursor {
    struct str text;
    size_t index; /* code points */
    size_t at;    /* bytes */
};

struct pass {
    yaml_parser_t parser;
    struct cursor cursor;
    struct builder builder;
    size_t documents;
    bool is_done;
};

static bool
continues(struct str s, size_t at)
{
    return ((unsigned char)s.at[at] & 0xC0) == 0x80;
}

/* Bytes of the character at `at` of well-formed UTF-8. */
static size_t
character_len(struct str s, size_t at)
{
    unsigned char lead = (unsigned char)s.at[at];

    if (lead < 0x80)
        return 1;
    if (lead < 0xE0)
        return 2;
    return lead < 0xF0 ? 3 : 4;
}

static void
walk_back(struct cursor *cursor, size_t index)
{
    struct str s = cursor->text;

    while (cursor->index > index && cursor->at > 0) {
        cursor->at--;
        while (cursor->at > 0 && continues(s, cursor->at))
            cursor->at--;
        cursor->index--;
    }
}

/* The next 8 bytes. */
static bool
is_ascii(const char *at)
{
    uint64_t bytes;

    memcpy(&bytes, at, sizeof bytes);
    return (bytes & UINT64_C(0x8080808080808080)) == 0;
}

static size_t
byte_of(struct cursor *cursor, yaml_mark_t mark)
{
    struct str s = cursor->text;
    size_t at = cursor->at, left;

    if (mark.index < cursor->index) {
        walk_back(cursor, mark.index);
        return cursor->at;
    }
    left = mark.index - cursor->index;
    for (; left >= 8 && s.len - at >= 8 && is_ascii(s.at + at); left -= 8)
        at += 8;
    for (; left > 0 && at < s.len; left--)
        at += character_len(s, at);
    cursor->index = mark.index - left;
    cursor->at = at < s.len ? at : s.len;
    return cursor->at;
}

static struct str
str_from_yaml(const yaml_char_t *text)
{
    return text == NULL ? (struct str){0} : str_from((const char *)text);
}

static struct written
written_of(struct pass *pass, const yaml_event_t *event,
           const yaml_char_t *anchor, const yaml_char_t *tag)
{
    struct written written = {
        .from = byte_of(&pass->cursor, event->start_mark),
        .to = byte_of(&pass->cursor, event->end_mark),
        .anchor = str_from_yaml(anchor),
        .tag = str_from_yaml(tag),
        .has_properties = anchor != NULL || tag != NULL,
    };

    return written;
}

static enum scalar_style
style_of(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return SCALAR_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return SCALAR_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
        return SCALAR_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return SCALAR_FOLDED;
    default:
        return SCALAR_PLAIN;
    }
}

/* A second document that holds something is a finding and ends the pass. */
static bool
is_second_document(struct pass *pass, const yaml_event_t *event)
{
    const struct reading *reading = pass->builder.reading;
    uint32_t from;
    struct finding *finding;

    if (pass->documents < 2)
        return false;
    if (event->type == YAML_SCALAR_EVENT && event->data.scalar.length == 0)
        return true;
    from = (uint32_t)byte_of(&pass->cursor, event->start_mark);
    finding = finding_add(reading->findings, CODE_X007,
                          (struct span){reading->source, from, from},
                          "A second document begins here, after a line "
                          "`---`; it is not read.");
    finding_help(finding, "Delete the line `---` above, or move what follows "
                          "it to a file of its own.");
    pass->is_done = true;
    return true;
}

static void
take_scalar(struct pass *pass, const yaml_event_t *event)
{
    struct written written = written_of(pass, event, event->data.scalar.anchor,
                                        event->data.scalar.tag);

    build_scalar(&pass->builder, &written,
                 (struct str){(const char *)event->data.scalar.value,
                              event->data.scalar.length},
                 style_of(event->data.scalar.style));
}

static void
take_end(struct pass *pass, const yaml_event_t *event)
{
    bool bracket = event->start_mark.index < event->end_mark.index;

    build_close(&pass->builder,
                bracket ? byte_of(&pass->cursor, event->end_mark) : 0);
}

static void
take_content(struct pass *pass, const yaml_event_t *event)
{
    struct written written;

    if (is_second_document(pass, event))
        return;
    if (event->type == YAML_SCALAR_EVENT) {
        take_scalar(pass, event);
    } else if (event->type == YAML_ALIAS_EVENT) {
        written = written_of(pass, event, event->data.alias.anchor, NULL);
        build_alias(&pass->builder, &written);
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        written = written_of(pass, event, event->data.sequence_start.anchor,
                             event->data.sequence_start.tag);
        build_open(&pass->builder, &written, NODE_LIST);
    } else {
        written = written_of(pass, event, event->data.mapping_start.anchor,
                             event->data.mapping_start.tag);
        build_open(&pass->builder, &written, NODE_MAP);
    }
}

static void
take_event(struct pass *pass, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_END_EVENT:
        pass->is_done = true;
        break;
    case YAML_DOCUMENT_START_EVENT:
        pass->documents++;
        break;
    case YAML_SCALAR_EVENT:
    case YAML_ALIAS_EVENT:
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        take_content(pass, event);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        take_end(pass, event);
        break;
    default:
        break;
    }
    pass->is_done = pass->is_done || pass->builder.stopped;
}

static struct trouble
trouble_of(struct pass *pass)
{
    const yaml_parser_t *parser = &pass->parser;
    struct trouble trouble = {
        .problem = parser->problem != NULL ? parser->problem : "",
        .context = parser->context != NULL ? parser->context : "",
    };

    if (parser->error == YAML_MEMORY_ERROR) {
        /* The arena tells its owner what no memory means. */
        (void)arena_array(pass->builder.reading->arena, SIZE_MAX, 2);
    }
    if (parser->error == YAML_READER_ERROR) {
        trouble.at = pass->builder.reading->from + parser->problem_offset;
        trouble.context_at = trouble.at;
        return trouble;
    }
    trouble.at = byte_of(&pass->cursor, parser->problem_mark);
    trouble.context_at = parser->context != NULL
                             ? byte_of(&pass->cursor, parser->context_mark)
                             : trouble.at;
    return trouble;
}

/* False when libyaml stopped. */
static bool
read_events(struct pass *pass)
{
    yaml_event_t event;

    while (!pass->is_done) {
        if (!yaml_parser_parse(&pass->parser, &event))
            return false;
        take_event(pass, &event);
        yaml_event_delete(&event);
    }
    return true;
}

enum outcome
reader_run(struct reading *reading, struct node **root, struct trouble *trouble)
{
    struct pass *pass = ARENA_NEW(reading->arena, struct pass);
    struct str text =
        str_slice(reading->text, reading->from, reading->text.len);
    enum outcome outcome = OUTCOME_READ;

    pass->builder.reading = reading;
    pass->cursor = (struct cursor){.text = reading->text, .at = reading->from};
    if (!yaml_parser_initialize(&pass->parser))
        (void)arena_array(reading->arena, SIZE_MAX, 2);
    yaml_parser_set_encoding(&pass->parser, YAML_UTF8_ENCODING);
    const char *at = text.len ? text.at : ""; /* libyaml takes no NULL */
    yaml_parser_set_input_string(&pass->parser, (const yaml_char_t *)at,
                                 text.len);
    if (!read_events(pass)) {
        *trouble = trouble_of(pass);
        outcome = OUTCOME_SYNTAX;
    } else if (pass->builder.stopped) {
        outcome = OUTCOME_REFUSED;
    }
    if (outcome == OUTCOME_READ)
        habit_anchors(&pass->builder);
    *root = outcome == OUTCOME_READ ? pass->builder.root : NULL;
    yaml_parser_delete(&pass->parser);
    return outcome;
}
