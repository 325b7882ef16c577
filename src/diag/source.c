#include "diag/source.h"

#include "base/bug.h"
#include "base/list.h"

/* Scalar values are counted up to every so many bytes, so that a column in a
   line of a megabyte is not counted from its beginning. */
#define BLOCK ((size_t)1024)

#define BYTE_ORDER_MARK STR("\xEF\xBB\xBF")

struct source {
    struct str name, text;
    uint32_t *lines; /* offset of each line's first byte; NULL: no index yet */
    size_t line_count;
    uint32_t *characters; /* scalar values before each block */
};

struct sources {
    struct arena *arena;
    LIST(struct source) list;
};

struct sources *
sources_new(struct arena *arena)
{
    struct sources *sources = ARENA_NEW(arena, struct sources);

    sources->arena = arena;
    return sources;
}

uint32_t
sources_add(struct sources *sources, struct str name, struct str text)
{
    struct source *source = list_add(sources->arena, &sources->list);

    ENSURE(text.len < UINT32_MAX && sources->list.count < UINT32_MAX);
    source->name = name;
    source->text = text;
    return (uint32_t)(sources->list.count - 1);
}

size_t
sources_count(const struct sources *sources)
{
    return sources->list.count;
}

static struct source *
source_at(const struct sources *sources, uint32_t source)
{
    ENSURE(source < sources->list.count);
    return &sources->list.at[source];
}

struct str
source_name(const struct sources *sources, uint32_t source)
{
    return source_at(sources, source)->name;
}

struct str
source_text(const struct sources *sources, uint32_t source)
{
    return source_at(sources, source)->text;
}

static bool
is_first_byte(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* Whether a line ends behind byte `i`: the LF of a CRLF ends it, not the CR. */
static bool
ends_line(struct str text, size_t i)
{
    if (text.at[i] == '\r')
        return i + 1 == text.len || text.at[i + 1] != '\n';
    return text.at[i] == '\n';
}

static void
build_index(struct arena *arena, struct source *source)
{
    struct str text = source->text;
    LIST(uint32_t) lines = {0};
    uint32_t characters = 0;

    source->characters = ARENA_ARRAY(arena, text.len / BLOCK + 1, uint32_t);
    *list_add(arena, &lines) = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (i % BLOCK == 0)
            source->characters[i / BLOCK] = characters;
        characters += is_first_byte(text.at[i]);
        if ((text.at[i] == '\n' || text.at[i] == '\r') && ends_line(text, i))
            *list_add(arena, &lines) = (uint32_t)(i + 1);
    }
    if (text.len % BLOCK == 0)
        source->characters[text.len / BLOCK] = characters;
    source->lines = lines.at;
    source->line_count = lines.count;
}

static struct source *
indexed(struct sources *sources, uint32_t number)
{
    struct source *source = source_at(sources, number);

    if (source->lines == NULL)
        build_index(sources->arena, source);
    return source;
}

/* The first byte of the character that `offset` lies in. */
static size_t
settle(struct str text, size_t offset)
{
    size_t at = offset < text.len ? offset : text.len;

    for (int i = 0; i < 3 && at > 0 && at < text.len; i++, at--)
        if (is_first_byte(text.at[at]))
            break;
    return at;
}

static size_t
count_characters(struct str text, size_t from, size_t to)
{
    size_t count = 0;

    for (size_t i = from; i < to; i++)
        count += is_first_byte(text.at[i]);
    return count;
}

static size_t
characters_before(const struct source *source, size_t offset)
{
    return source->characters[offset / BLOCK] +
           count_characters(source->text, offset - offset % BLOCK, offset);
}

/* Most lines are shorter than a block. */
static size_t
characters_between(const struct source *source, size_t from, size_t to)
{
    if (to - from < BLOCK)
        return count_characters(source->text, from, to);
    return characters_before(source, to) - characters_before(source, from);
}

/* Index of the last line that begins at or before `offset`. */
static size_t
line_at(const struct source *source, size_t offset)
{
    size_t low = 0, high = source->line_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Where the characters of a line begin: behind a byte order mark. */
static size_t
line_start(const struct source *source, size_t line)
{
    if (line == 0 && str_starts(source->text, BYTE_ORDER_MARK))
        return BYTE_ORDER_MARK.len;
    return source->lines[line];
}

struct place
source_place(struct sources *sources, uint32_t number, size_t offset)
{
    const struct source *source = indexed(sources, number);
    size_t at = settle(source->text, offset), line = line_at(source, at);
    size_t start = line_start(source, line);

    if (at < start)
        at = start;
    return (struct place){line + 1, characters_between(source, start, at) + 1};
}

struct str
source_line(struct sources *sources, uint32_t number, size_t line)
{
    const struct source *source = indexed(sources, number);
    struct str text = source->text;
    size_t from, to;

    if (line == 0 || line > source->line_count)
        return (struct str){NULL, 0};
    from = line_start(source, line - 1);
    to = line == source->line_count ? text.len : source->lines[line];
    if (to > from && text.at[to - 1] == '\n')
        to--;
    if (to > from && text.at[to - 1] == '\r')
        to--;
    return str_slice(text, from, to);
}

size_t
source_characters_before(struct sources *sources, uint32_t number,
                         size_t offset)
{
    const struct source *source = indexed(sources, number);
    size_t at = settle(source->text, offset), start = line_start(source, 0);

    if (at < start)
        at = start;
    return characters_before(source, at) -
           (str_starts(source->text, BYTE_ORDER_MARK) ? 1 : 0);
}

bool
span_is_none(struct span span)
{
    return span.source == UINT32_MAX;
}

bool
span_holds(struct span outer, struct span inner)
{
    return !span_is_none(outer) && outer.source == inner.source &&
           outer.from <= inner.from && inner.to <= outer.to;
}

struct str
span_text(const struct sources *sources, struct span span)
{
    if (span_is_none(span))
        return (struct str){NULL, 0};
    return str_slice(source_text(sources, span.source), span.from, span.to);
}
