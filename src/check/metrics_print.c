/* `dossier check --metrics`: what the detector saw, for people and programs. */
#include <stdlib.h>

#include "rule.h"

static void
collect(struct check *check, struct arena *arena,
        const struct candidate *candidate, const struct pack *pack)
{
    check->arena = arena;
    check->candidate = candidate;
    check->pack = pack;
    check_collect_bullets(check);
}

static void
print_score(struct buf *out, const struct reading *reading)
{
    const struct reading_score *parts = &reading->parts;
    if (reading->verdict != VERDICT_OUTCOME)
        return;
    buf_print(out,
              "\n    score %d: result %d, baseline %d, time %d, method %d, "
              "source %d, comparison %d",
              reading->score, parts->result, parts->baseline, parts->time,
              parts->attribution, parts->source, parts->comparator);
}

static void
print_bullet(struct buf *out, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    buf_print(out, "%.*s\n  %.*s\n    %s", STR_ARG(bullet->path),
              STR_ARG(bullet->prose->plain), verdict_name(reading->verdict));
    for (size_t i = 0; i < reading->numbers.count; i++) {
        const struct reading_number *number = &reading->numbers.at[i];
        buf_print(out, "%s%.*s %s", i ? ", " : ": ",
                  STR_ARG(check_number_text(bullet, i)),
                  number_class_name(number->class));
        if (number->unit != UNIT_NONE)
            buf_print(out, " (%s)", unit_kind_name(number->unit));
    }
    for (size_t i = 0; i < reading->zeros.count; i++)
        buf_print(
            out, "; \"%.*s\" says zero",
            STR_ARG(str_slice(bullet->prose->plain, reading->zeros.at[i].from,
                              reading->zeros.at[i].to)));
    for (size_t i = 0; i < reading->pairs.count; i++) {
        const struct reading_pair *pair = &reading->pairs.at[i];
        buf_print(out, "\n    from %.*s to %.*s",
                  STR_ARG(check_number_text(bullet, pair->before)),
                  STR_ARG(check_number_text(bullet, pair->after)));
    }
    print_score(out, reading);
    buf_add_text(out, "\n");
}

void
check_metrics_print(struct buf *out, const struct candidate *candidate,
                    const struct pack *pack)
{
    struct check check = {0};
    size_t outcomes = 0;
    collect(&check, out->arena, candidate, pack);
    for (size_t i = 0; i < check.bullets.count; i++) {
        print_bullet(out, &check.bullets.at[i]);
        outcomes += check.bullets.at[i].reading->verdict == VERDICT_OUTCOME;
    }
    buf_print(out, "%zu of %zu bullets have a result\n", outcomes,
              check.bullets.count);
}

/* ---- JSON -------------------------------------------------------------- */

static void
json_number(struct buf *out, const struct check_bullet *bullet, size_t n)
{
    const struct reading_number *number = &bullet->reading->numbers.at[n];
    buf_add_json(out,
                 str_slice(bullet->prose->plain, number->from, number->to));
}

static void
json_numbers(struct buf *out, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    buf_add_text(out, ", \"numbers\": [");
    for (size_t i = 0; i < reading->numbers.count; i++) {
        buf_add_text(out, i ? ", {\"text\": " : "{\"text\": ");
        json_number(out, bullet, i);
        buf_print(out, ", \"class\": \"%s\"}",
                  number_class_name(reading->numbers.at[i].class));
    }
    buf_add_text(out, "], \"pair\": ");
    if (!reading->pairs.count) {
        buf_add_text(out, "null");
        return;
    }
    buf_add_text(out, "[");
    json_number(out, bullet, reading->pairs.at[0].before);
    buf_add_text(out, ", ");
    json_number(out, bullet, reading->pairs.at[0].after);
    buf_add_text(out, "]");
}

/* Findings by the path of what they are about, so that those of each bullet
   are found without looking at all of them. */
struct by_path {
    const struct finding **at;
    size_t count;
};

static int
compare_paths(const void *left, const void *right)
{
    const struct finding *a = *(const struct finding *const *)left;
    const struct finding *b = *(const struct finding *const *)right;
    int order = str_compare(a->path, b->path);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static struct by_path
sort_by_path(struct arena *arena, const struct findings *findings)
{
    struct by_path sorted = {.count = findings_count(findings)};
    sorted.at = ARENA_ARRAY(arena, sorted.count, const struct finding *);
    for (size_t i = 0; i < sorted.count; i++)
        sorted.at[i] = findings_at(findings, i);
    if (sorted.count > 1)
        qsort(sorted.at, sorted.count, sizeof *sorted.at, compare_paths);
    return sorted;
}

/* The first finding whose path is not before this one. */
static size_t
first_of_path(const struct by_path *sorted, struct str path)
{
    size_t low = 0, high = sorted->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(sorted->at[middle]->path, path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
json_findings(struct buf *out, const struct check_bullet *bullet,
              const struct by_path *sorted)
{
    size_t first = first_of_path(sorted, bullet->path);
    buf_add_text(out, ", \"findings\": [");
    for (size_t i = first; i < sorted->count; i++) {
        if (!str_equal(sorted->at[i]->path, bullet->path))
            break;
        buf_print(out, "%s\"%s\"", i > first ? ", " : "",
                  code_entry(sorted->at[i]->code)->id);
    }
    buf_add_text(out, "]}");
}

/* 0 for a text without a place. */
static size_t
line_of(struct sources *sources, const struct prose *prose)
{
    if (!prose->node)
        return 0;
    struct span span = prose_span(sources, prose, 0, prose->plain.len ? 1 : 0);
    return source_place(sources, span.source, span.from).line;
}

void
check_metrics_json(struct buf *out, const struct candidate *candidate,
                   const struct pack *pack, const struct findings *findings)
{
    struct check check = {0};
    collect(&check, out->arena, candidate, pack);
    struct sources *sources = findings_sources(findings);
    const struct by_path sorted = sort_by_path(out->arena, findings);
    buf_add_text(out, "{\"bullets\": [");
    for (size_t i = 0; i < check.bullets.count; i++) {
        const struct check_bullet *bullet = &check.bullets.at[i];
        buf_add_text(out, i ? ",\n  {\"text\": " : "\n  {\"text\": ");
        buf_add_json(out, bullet->prose->plain);
        buf_add_text(out, ", \"path\": ");
        buf_add_json(out, bullet->path);
        buf_print(out, ", \"line\": %zu, \"verdict\": \"%s\"",
                  line_of(sources, bullet->prose),
                  verdict_name(bullet->reading->verdict));
        json_numbers(out, bullet);
        buf_print(out, ", \"score\": %d", bullet->reading->score);
        json_findings(out, bullet, &sorted);
    }
    buf_add_text(out, "\n]}\n");
}
