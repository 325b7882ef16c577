#include "secret.h"

#include <string.h>

#include "base/utf8.h"

/* Bytes between the places of two findings that may quote the same words. */
#define NEAR ((size_t)4000)

/* ---- blots --------------------------------------------------------------- */

/* As long as the character it hides, so that no place moves. */
static const char *const blots[] = {"", "*", "\xC2\xB7", "\xE2\x80\xA2",
                                    "\xF0\x9F\x9E\x84"};

static bool
is_legible(uint32_t c)
{
    return c == ' ' || c == '-' || c == '.' || c == '@' || c == '/' ||
           c == '(' || c == ')' || c == '\n' || c == '\r';
}

/* Letters and digits of bytes from..to, but the first and the last. */
static void
blot(char *bytes, struct str text, size_t from, size_t to)
{
    size_t at = from;

    while (at < to && is_legible(utf8_next(text, &at)))
        ;
    while (at < to) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);

        if (at < to && !is_legible(c))
            memcpy(bytes + start, blots[at - start], at - start);
    }
}

/* ---- lines --------------------------------------------------------------- */

/* The first secret that ends behind a place; they rarely overlap. */
static size_t
first_behind(const struct span *secrets, size_t count, uint32_t source,
             size_t from)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct span *span = &secrets[middle];

        if (span->source < source ||
            (span->source == source && span->to <= from))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct str
secrets_hide_in_line(struct arena *arena, struct sources *sources,
                     uint32_t source, size_t number, const struct span *secrets,
                     size_t count)
{
    struct str line = source_line(sources, source, number), copy = line;
    struct str text = source_text(sources, source);
    size_t start = (size_t)(line.at - text.at);
    size_t i = first_behind(secrets, count, source, start);

    for (; i < count && secrets[i].source == source &&
           secrets[i].from < start + line.len;
         i++) {
        size_t from = secrets[i].from < start ? 0 : secrets[i].from - start;
        size_t to = secrets[i].to - start;

        if (copy.at == line.at)
            copy = str_copy(arena, line);
        /* copy.at is our own copy, made in the line above. */
        blot((char *)(uintptr_t)copy.at, line, from,
             to < line.len ? to : line.len);
    }
    return copy;
}

/* ---- what others say ----------------------------------------------------- */

static struct str
hidden(struct arena *arena, struct str secret)
{
    struct str copy = str_copy(arena, secret);

    blot((char *)(uintptr_t)copy.at, secret, 0, secret.len);
    return copy;
}

/* The text with the secret blotted out wherever it stands. */
static struct str
without(struct arena *arena, struct str text, struct str secret)
{
    size_t at = str_find(text, secret, 0);
    if (at == SIZE_MAX)
        return text;
    struct str blotted = hidden(arena, secret);
    struct str copy = str_copy(arena, text);
    for (; at != SIZE_MAX; at = str_find(text, secret, at + secret.len))
        memcpy((char *)(uintptr_t)copy.at + at, blotted.at, blotted.len);
    return copy;
}

static void
hide_in(struct arena *arena, struct finding *finding, struct str secret)
{
    finding->message = without(arena, finding->message, secret);
    finding->help = without(arena, finding->help, secret);
    /* An edit that repeats it cannot be shown; nor can it be changed. */
    if (finding->has_edit &&
        str_find(finding->edit.text, secret, 0) != SIZE_MAX)
        finding->has_edit = false;
}

static bool
is_near(const struct finding *a, const struct finding *b)
{
    size_t x = a->span.from, y = b->span.from;

    return a->span.source == b->span.source && (x < y ? y - x : x - y) < NEAR;
}

void
secrets_hide_around(struct arena *arena, const struct sources *sources,
                    struct finding *findings, size_t count, size_t i)
{
    struct str secret = span_text(sources, findings[i].span);

    if (secret.len < 4)
        return;
    for (size_t at = i + 1; at-- > 0 && is_near(&findings[at], &findings[i]);)
        hide_in(arena, &findings[at], secret);
    for (size_t at = i + 1; at < count && is_near(&findings[at], &findings[i]);
         at++)
        hide_in(arena, &findings[at], secret);
}

struct str
findings_hide(struct arena *arena, const struct findings *findings,
              struct str text)
{
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        struct str rest = {0};

        if (finding->is_secret && !span_is_none(finding->span) &&
            code_entry(finding->code)->severity == SEVERITY_ERROR)
            rest = span_text(findings_sources(findings), finding->span);
        while (rest.len > 0) {
            struct str line = str_trim(str_cut(&rest, '\n'));

            if (line.len > 2)
                text = without(arena, text, line);
        }
    }
    return text;
}
