#include "load/markdown.h"

#include "base/bug.h"
#include "prose.h"

struct finding *
prose_finding(const struct prose_job *job, enum code code, size_t from,
              size_t to, const char *format, ...)
{
    struct span span =
        node_text_span(findings_sources(job->findings), job->node, from, to);
    struct finding *finding;
    struct str message;
    va_list args;

    va_start(args, format);
    message = str_format_list(job->arena, format, args);
    va_end(args);
    finding = finding_add(job->findings, code, span, "%.*s", STR_ARG(message));
    return finding;
}

/* Bytes that are more than themselves, anywhere in a text. */
static const bool special[256] = {
    ['\t'] = true, ['\n'] = true, ['&'] = true,  ['*'] = true,
    ['<'] = true,  ['['] = true,  ['\\'] = true, ['_'] = true,
    ['`'] = true,  ['{'] = true,  [0xF3] = true, [0xF4] = true,
};

/* Most fields are one line of plain text and need no work at all. */
static bool
is_plain(struct str text)
{
    char before = ' ';

    if (text.len == 0 || text.at[text.len - 1] == ' ')
        return text.len == 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];

        if (special[(unsigned char)c] || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return true;
}

static struct prose
plain_prose(struct arena *arena, const struct node *node, struct str text)
{
    struct prose prose = prose_plain(arena, text);

    prose.node = node;
    if (text.len == 0)
        return prose;
    prose.pieces.at = ARENA_NEW(arena, struct prose_piece);
    prose.pieces.count = prose.pieces.room = 1;
    prose.pieces.at[0] = (struct prose_piece){0, text.len, 0, text.len, true};
    return prose;
}

static void
report_long(const struct prose_job *job, size_t len)
{
    struct finding *finding;

    finding = prose_finding(job, CODE_X048, 0, 1,
                            "This text is %zu KB long; stars, brackets and "
                            "lists in it are printed as they stand.",
                            len / 1000);
    finding_help(finding, "Check that no quote or indentation is missing "
                          "that would end the text earlier.");
}

/* Line breaks of a text that is not read as Markdown. */
static void
add_lines(struct prose_writer *writer, const struct prepared *prepared)
{
    struct str text = prepared->text;
    size_t from = 0, to;

    prose_begin_block(writer, PROSE_PARAGRAPH, 0, 0);
    do {
        size_t raw;

        to = str_find_byte(text, '\n', from);
        if (to == SIZE_MAX)
            to = text.len;
        prose_add_prepared(writer, prepared, from, to, 0, (struct str){0});
        raw = prepared_raw(prepared, to);
        if (to < text.len)
            prose_add(writer, STR(" "), 0, (struct str){0}, raw, raw + 1,
                      false);
        from = to + 1;
    } while (to < text.len);
    prose_end_block(writer);
}

static void
report_blocks(const struct prose_job *job, const struct prose *prose,
              size_t blocks)
{
    struct finding *finding;

    if (!job->options->one_line || blocks < 2)
        return;
    finding = prose_finding(job, CODE_X045, 0, prose->node->text.len,
                            "This field holds one line; its %zu paragraphs "
                            "are joined.",
                            blocks);
    finding_help(finding, "Write one line, or give each line an entry of its "
                          "own that begins with a dash.");
}

struct prose
markdown_read(struct arena *arena, struct findings *findings,
              const struct node *node, const struct prose_options *options)
{
    struct prose_job job = {arena, findings, node, options};
    struct prose_writer writer = {
        .arena = arena, .plain = buf_new(arena), .one_line = options->one_line};
    struct str text = node->text;
    struct prepared prepared;

    ENSURE(node->kind == NODE_SCALAR);
    writer.prose.node = node;
    while (text.len > 0 && ascii_is_space(text.at[text.len - 1]))
        text.len--;
    if (is_plain(text))
        return plain_prose(arena, node, text);
    prepared = prose_prepare(&job, text);
    if (prepared.has_markup && text.len > PROSE_MARKUP_LIMIT) {
        report_long(&job, text.len);
        prepared.has_markup = false;
    }
    if (prepared.has_markup)
        prose_add_markup(&job, &prepared, &writer);
    else
        add_lines(&writer, &prepared);
    report_blocks(&job, &writer.prose, writer.begun);
    return prose_finish(&writer);
}
