/* A match as JSON; its schema is include/edition/schemas/match.json. */
#include "match.h"

static void
add_text(struct buf *out, const char *key, struct str text)
{
    buf_print(out, "\"%s\": ", key);
    if (text.len)
        buf_add_json(out, text);
    else
        buf_add_text(out, "null");
}

static size_t
line_of(struct sources *sources, struct span span)
{
    return span_is_none(span)
               ? 0
               : source_place(sources, span.source, span.from).line;
}

static void
add_sum(struct buf *out, const char *key, const struct match_sum *sum)
{
    buf_print(out,
              "\"%s\": {\"points\": %d, \"of\": %d, \"met\": %zu, "
              "\"count\": %zu}",
              key, sum->points, sum->of, sum->met, sum->count);
}

static void
add_job(struct buf *out, const struct job *job)
{
    if (!job) {
        buf_add_text(out, "null");
        return;
    }
    buf_add_byte(out, '{');
    add_text(out, "file", job->name);
    buf_add_text(out, ", ");
    add_text(out, "title", job->title);
    buf_add_text(out, ", ");
    add_text(out, "organization", job->organization);
    buf_add_text(out, ", ");
    add_text(out, "location", job->location);
    buf_add_text(out, ", ");
    add_text(out, "reference", job->reference);
    buf_add_byte(out, '}');
}

static void
add_head(struct buf *out, const struct match *match, struct str file)
{
    const struct variant *variant =
        match->edition->is_ad_hoc ? NULL : match->edition->variant;
    const struct match_sum sum = {.points =
                                      match->needs.points + match->terms.points,
                                  .of = match->needs.of + match->terms.of};
    buf_print(out, "{\"coverage\": %d,\n \"arithmetic\": {", match->coverage);
    buf_print(out, "\"points\": %d, \"of\": %d, ", sum.points, sum.of);
    add_sum(out, "requirements", &match->needs);
    buf_add_text(out, ", ");
    add_sum(out, "skills", &match->terms);
    buf_add_text(out, "},\n ");
    add_text(out, "file", file);
    buf_add_text(out, ",\n ");
    add_text(out, "variant", variant ? variant->name.s : STR(""));
    buf_add_text(out, ",\n ");
    add_text(out, "role", match->role ? match->role->id : STR(""));
    buf_add_text(out, ",\n \"job\": ");
    add_job(out, match->job);
}

/* A number of years with at most two decimals, or an id. */
static void
add_value(struct buf *out, const struct match_requirement *requirement)
{
    if (requirement->kind != MATCH_YEARS) {
        add_text(out, "value", requirement->id);
        return;
    }
    int hundredths = (int)(requirement->years * 100 + 0.5);
    buf_print(out, "\"value\": %d", hundredths / 100);
    if (hundredths % 100)
        buf_print(out, ".%02d", hundredths % 100);
}

static void
add_place(struct buf *out, struct sources *sources,
          const struct match_place *place, struct str file)
{
    buf_add_byte(out, '{');
    add_text(out, "path", place->path);
    buf_print(out, ", \"line\": %zu", line_of(sources, place->span));
    if (!span_is_none(place->span) &&
        !str_equal(source_name(sources, place->span.source), file)) {
        buf_add_text(out, ", ");
        add_text(out, "file", source_name(sources, place->span.source));
    }
    if (place->note) {
        buf_add_text(out, ", ");
        add_text(out, "note", str_from(place->note));
    }
    if (place->why) {
        buf_add_text(out, ", ");
        add_text(out, "left_out", str_from(place->why));
    }
    buf_add_byte(out, '}');
}

static void
add_requirement(struct buf *out, struct sources *sources,
                const struct match_requirement *requirement, struct str file)
{
    buf_print(out, "{\"kind\": \"%s\", ", match_kind_name(requirement->kind));
    add_text(out, "text", requirement->text);
    buf_print(out, ", \"required\": %s, \"line\": %zu, ",
              requirement->is_required ? "true" : "false", requirement->line);
    add_value(out, requirement);
    buf_print(out, ", \"status\": \"%s\", \"points\": %d, \"counted\": %s, ",
              match_status_name(requirement->status), requirement->weight,
              requirement->counts ? "true" : "false");
    if (requirement->group)
        buf_print(out, "\"group\": %u, \"branch\": %u, \"group_met\": %s, ",
                  requirement->group, requirement->branch,
                  requirement->group_is_met ? "true" : "false");
    add_text(out, "said", requirement->said);
    buf_add_text(out, ",\n   \"evidence\": [");
    for (size_t i = 0; i < requirement->evidence.count; i++) {
        buf_add_text(out, i ? ", " : "");
        add_place(out, sources, &requirement->evidence.at[i], file);
    }
    buf_add_text(out, "]}");
}

static void
add_change(struct buf *out, struct sources *sources,
           const struct match_change *change)
{
    buf_add_byte(out, '{');
    add_text(out, "text", change->text);
    buf_print(out, ", \"points\": %d, ", change->points);
    add_text(out, "path", change->path);
    buf_print(out, ", \"line\": %zu}", line_of(sources, change->span));
}

void
match_json(struct buf *out, const struct match *match, struct sources *sources,
           struct str file)
{
    add_head(out, match, file);
    buf_add_text(out, ",\n \"requirements\": [");
    for (size_t i = 0; i < match->requirements.count; i++) {
        buf_add_text(out, i ? ",\n  " : "\n  ");
        add_requirement(out, sources, &match->requirements.at[i], file);
    }
    buf_add_text(out, "],\n \"changes\": [");
    for (size_t i = 0; i < match->change_count; i++) {
        buf_add_text(out, i ? ",\n  " : "\n  ");
        add_change(out, sources, &match->changes[i]);
    }
    buf_add_text(out, "]}\n");
}
