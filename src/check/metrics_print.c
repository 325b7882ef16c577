/* `dossier check --metrics`: what the detector saw, for people and programs. */
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

/* Findings come sorted by place; those of a bullet lie inside its text. */
static void
json_findings(struct buf *out, const struct check_bullet *bullet,
              const struct findings *findings)
{
    bool first = true;
    buf_add_text(out, ", \"findings\": [");
    for (size_t i = 0; findings && i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        if (!str_equal(finding->path, bullet->path))
            continue;
        buf_print(out, "%s\"%s\"", first ? "" : ", ",
                  code_entry(finding->code)->id);
        first = false;
    }
    buf_add_text(out, "]}");
}

void
check_metrics_json(struct buf *out, const struct candidate *candidate,
                   const struct pack *pack, const struct findings *findings)
{
    struct check check = {0};
    collect(&check, out->arena, candidate, pack);
    struct sources *sources = findings ? findings_sources(findings) : NULL;
    buf_add_text(out, "{\"bullets\": [");
    for (size_t i = 0; i < check.bullets.count; i++) {
        const struct check_bullet *bullet = &check.bullets.at[i];
        size_t line = 0;
        if (sources && bullet->prose->node) {
            struct span span = prose_span(sources, bullet->prose, 0,
                                          bullet->prose->plain.len ? 1 : 0);
            line = source_place(sources, span.source, span.from).line;
        }
        buf_add_text(out, i ? ",\n  {\"text\": " : "\n  {\"text\": ");
        buf_add_json(out, bullet->prose->plain);
        buf_add_text(out, ", \"path\": ");
        buf_add_json(out, bullet->path);
        buf_print(out, ", \"line\": %zu, \"verdict\": \"%s\"", line,
                  verdict_name(bullet->reading->verdict));
        json_numbers(out, bullet);
        buf_print(out, ", \"score\": %d", bullet->reading->score);
        json_findings(out, bullet, findings);
    }
    buf_add_text(out, "\n]}\n");
}
