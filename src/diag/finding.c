#include "diag/finding.h"

#include <stdlib.h>

#include "base/bug.h"
#include "ignore.h"
#include "secret.h"

/* Bytes of a message; a value of a megabyte may be quoted in it. */
#define LONGEST_MESSAGE ((size_t)600)

struct finding_list {
    struct finding *at;
    size_t count, room;
};

struct findings {
    struct arena *arena;
    struct sources *sources;
    struct finding_list held;
    struct finding_list spared;
    struct ignores *ignores; /* NULL: none */
    enum severity severities[CODE_COUNT + 1];
    size_t next_order;
    LIST(struct span) secrets; /* of those held, in order; findings_sort */
};

struct findings *
findings_new(struct arena *arena, struct sources *sources)
{
    struct findings *findings = ARENA_NEW(arena, struct findings);

    findings->arena = arena;
    findings->sources = sources;
    for (size_t i = 0; i < CODE_COUNT; i++)
        findings->severities[i] = code_entry((enum code)i)->severity;
    return findings;
}

struct sources *
findings_sources(const struct findings *findings)
{
    return findings->sources;
}

struct arena *
findings_arena(const struct findings *findings)
{
    return findings->arena;
}

static bool
is_ignored(const struct findings *findings, const struct finding *finding)
{
    return findings->ignores != NULL &&
           ignores_cover(findings->ignores, finding->code, finding->span);
}

/* Cuts between characters. */
static struct str
shorten(struct arena *arena, struct str message)
{
    size_t len = LONGEST_MESSAGE;

    if (message.len <= LONGEST_MESSAGE)
        return message;
    while (len > 0 && ((unsigned char)message.at[len] & 0xC0) == 0x80)
        len--;
    return str_format(arena, "%.*s\xE2\x80\xA6", (int)len, message.at);
}

struct finding *
finding_add(struct findings *findings, enum code code, struct span span,
            const char *format, ...)
{
    struct finding finding = {.code = code, .span = span, .owner = findings};
    struct finding *place;
    va_list args;

    ENSURE((size_t)code <
           sizeof findings->severities / sizeof(enum severity) - 1);
    ENSURE(span.from <= span.to);
    ENSURE(span_is_none(span) ||
           span.source < sources_count(findings->sources));
    va_start(args, format);
    finding.message = shorten(findings->arena,
                              str_format_list(findings->arena, format, args));
    va_end(args);
    finding.severity = findings->severities[code];
    finding.order = findings->next_order++;
    place = is_ignored(findings, &finding)
                ? list_add(findings->arena, &findings->spared)
                : list_add(findings->arena, &findings->held);
    *place = finding;
    return place;
}

void
finding_help(struct finding *finding, const char *format, ...)
{
    struct arena *arena = finding->owner->arena;
    struct str more;
    va_list args;

    va_start(args, format);
    more = str_format_list(arena, format, args);
    va_end(args);
    if (finding->help.len > 0)
        more = str_format(arena, "%.*s\n%.*s", STR_ARG(finding->help),
                          STR_ARG(more));
    finding->help = more;
}

size_t
findings_count(const struct findings *findings)
{
    return findings->held.count;
}

const struct finding *
findings_at(const struct findings *findings, size_t i)
{
    ENSURE(i < findings->held.count);
    return &findings->held.at[i];
}

struct finding *
findings_change(struct findings *findings, size_t i)
{
    ENSURE(i < findings->held.count);
    return &findings->held.at[i];
}

static int
compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* By place and code, without regard to when it was added. */
static int
compare_places(const struct finding *a, const struct finding *b)
{
    int order = compare_numbers(a->span.source, b->span.source);

    if (order == 0)
        order = compare_numbers(a->span.from, b->span.from);
    if (order == 0)
        order = compare_numbers(a->span.to, b->span.to);
    if (order == 0)
        order = compare_numbers((size_t)a->code, (size_t)b->code);
    return order;
}

static int
compare_for_printing(const void *left, const void *right)
{
    const struct finding *a = left, *b = right;
    int order = compare_places(a, b);

    return order != 0 ? order : compare_numbers(a->order, b->order);
}

/* Brings repeats together, the first added one first. */
static int
compare_for_repeats(const void *left, const void *right)
{
    const struct finding *a = left, *b = right;
    int order = compare_places(a, b);

    if (order == 0)
        order = str_compare(a->message, b->message);
    return order != 0 ? order : compare_numbers(a->order, b->order);
}

static void
drop_repeats(struct finding_list *list)
{
    struct finding *at = list->at;
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (kept > 0 && compare_places(&at[kept - 1], &at[i]) == 0 &&
            str_equal(at[kept - 1].message, at[i].message))
            continue;
        at[kept++] = at[i];
    }
    list->count = kept;
}

static void
sort(struct finding_list *list)
{
    if (list->count < 2)
        return;
    qsort(list->at, list->count, sizeof(struct finding), compare_for_repeats);
    drop_repeats(list);
    qsort(list->at, list->count, sizeof(struct finding), compare_for_printing);
}

/* And takes them out of what other findings quote. */
static void
collect_secrets(struct findings *findings)
{
    struct finding_list *held = &findings->held;

    findings->secrets.count = 0;
    for (size_t i = 0; i < held->count; i++)
        if (held->at[i].is_secret && !span_is_none(held->at[i].span)) {
            *list_add(findings->arena, &findings->secrets) = held->at[i].span;
            secrets_hide_around(findings->arena, findings->sources, held->at,
                                held->count, i);
        }
}

void
findings_sort(struct findings *findings)
{
    sort(&findings->held);
    sort(&findings->spared);
    collect_secrets(findings);
}

struct str
findings_line(struct findings *findings, uint32_t source, size_t number)
{
    return secrets_hide_in_line(findings->arena, findings->sources, source,
                                number, findings->secrets.at,
                                findings->secrets.count);
}

bool
findings_cut_short(const struct findings *findings)
{
    for (size_t i = 0; i < findings->held.count; i++) {
        const struct finding *finding = &findings->held.at[i];
        if (finding->code < CODE_X035 && finding->severity == SEVERITY_ERROR)
            return true;
    }
    return false;
}

size_t
findings_of(const struct findings *findings, enum severity severity)
{
    size_t count = 0;

    for (size_t i = 0; i < findings->held.count; i++)
        count += findings->held.at[i].severity == severity;
    return count;
}

void
findings_set_severity(struct findings *findings, enum code code,
                      enum severity severity)
{
    findings->severities[code] = severity;
    for (size_t i = 0; i < findings->held.count; i++)
        if (findings->held.at[i].code == code)
            findings->held.at[i].severity = severity;
}

bool
findings_is_ignored_at(const struct findings *findings, enum code code,
                       struct span span)
{
    return findings->ignores != NULL &&
           ignores_cover_here(findings->ignores, code, span);
}

void
findings_ignore_all(struct findings *findings, const struct ignore *list,
                    size_t count)
{
    struct finding_list *held = &findings->held;
    size_t kept = 0;

    if (count == 0)
        return;
    if (findings->ignores == NULL)
        findings->ignores = ignores_new(findings->arena);
    for (size_t i = 0; i < count; i++)
        ignores_add(findings->ignores, &list[i]);
    for (size_t i = 0; i < held->count; i++) {
        if (is_ignored(findings, &held->at[i]))
            *list_add(findings->arena, &findings->spared) = held->at[i];
        else
            held->at[kept++] = held->at[i];
    }
    held->count = kept;
}

void
findings_ignore(struct findings *findings, enum code code, struct span within)
{
    struct ignore ignore = {code, within, false, SPAN_NONE, false};

    findings_ignore_all(findings, &ignore, 1);
}

size_t
findings_ignores(const struct findings *findings)
{
    return findings->ignores == NULL ? 0 : ignores_count(findings->ignores);
}

const struct ignore *
findings_ignore_at(const struct findings *findings, size_t i)
{
    ENSURE(i < findings_ignores(findings));
    return ignores_at(findings->ignores, i);
}

size_t
findings_spared(const struct findings *findings)
{
    return findings->spared.count;
}

const struct finding *
findings_spared_at(const struct findings *findings, size_t i)
{
    ENSURE(i < findings->spared.count);
    return &findings->spared.at[i];
}

void
findings_keep_only(struct findings *findings, const bool *wanted)
{
    struct finding_list *held = &findings->held;
    size_t kept = 0;

    for (size_t i = 0; i < held->count; i++) {
        const struct finding *finding = &held->at[i];
        bool is_unreadable = finding->severity == SEVERITY_ERROR &&
                             code_entry(finding->code)->id[0] == 'X';

        if (wanted[finding->code] || is_unreadable)
            held->at[kept++] = *finding;
    }
    held->count = kept;
}

static void
take(struct findings *findings, struct finding_list *to,
     const struct finding_list *from, uint32_t shift)
{
    for (size_t i = 0; i < from->count; i++) {
        struct finding copy = from->at[i];

        if (!span_is_none(copy.span))
            copy.span.source += shift;
        if (copy.has_edit)
            copy.edit.span.source += shift;
        copy.owner = findings;
        copy.order = findings->next_order++;
        *list_add(findings->arena, to) = copy;
    }
}

void
findings_merge(struct findings *findings, const struct findings *others)
{
    uint32_t shift = (uint32_t)sources_count(findings->sources);

    for (uint32_t i = 0; i < sources_count(others->sources); i++)
        (void)sources_add(findings->sources, source_name(others->sources, i),
                          source_text(others->sources, i));
    take(findings, &findings->held, &others->held, shift);
    take(findings, &findings->spared, &others->spared, shift);
}

struct findings *
findings_beside(struct findings *findings)
{
    struct findings *beside = ARENA_NEW(findings->arena, struct findings);

    *beside = *findings;
    beside->held = beside->spared = (struct finding_list){0};
    beside->secrets.at = NULL;
    beside->secrets.count = beside->secrets.room = 0;
    return beside;
}

void
findings_join(struct findings *findings, const struct findings *beside)
{
    take(findings, &findings->held, &beside->held, 0);
    take(findings, &findings->spared, &beside->spared, 0);
}

static void
own_texts(struct arena *arena, const struct finding_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct finding *finding = &list->at[i];

        finding->path = str_copy(arena, finding->path);
        finding->help = str_copy(arena, finding->help);
        if (finding->has_edit)
            finding->edit.text = str_copy(arena, finding->edit.text);
    }
}

void
findings_own_texts(struct findings *findings)
{
    own_texts(findings->arena, &findings->held);
    own_texts(findings->arena, &findings->spared);
}
