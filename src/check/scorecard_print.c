/* The scorecard as text and as JSON. */
#include "check/scorecard.h"

#include "diag/print.h"

#define FINDINGS_SHOWN 3
#define INDENT 10

static const char *const balance_names[] = {"technical", "leadership",
                                            "patient"};

static struct place
place_of(struct sources *sources, const struct finding *finding,
         struct str *file)
{
    *file = STR("");
    if (span_is_none(finding->span))
        return (struct place){0};
    *file = source_name(sources, finding->span.source);
    return source_place(sources, finding->span.source, finding->span.from);
}

/* ---- text -------------------------------------------------------------- */

static void
print_line(struct buf *out, struct str text, size_t indent, size_t width)
{
    print_wrapped(out, text, indent, width);
    buf_add_byte(out, '\n');
}

static void
print_finding(struct buf *out, struct sources *sources,
              const struct finding *finding, size_t width)
{
    struct str file;
    struct place place = place_of(sources, finding, &file);
    struct buf line = buf_new(out->arena);
    buf_print(&line, "%s ", code_entry(finding->code)->id);
    if (place.line)
        buf_print(&line, "line %zu: ", place.line);
    buf_add(&line, finding->message);
    buf_print(out, "%*s", INDENT + 2, "");
    print_line(out, buf_str(&line), INDENT + 7, width);
}

/* Findings that an earlier tip of the group has shown are not shown again. */
static bool
was_shown(const struct tip_group_score *group, size_t before,
          const struct finding *finding)
{
    for (size_t t = 0; t < before; t++)
        for (size_t i = 0; i < group->tips.at[t].findings.count; i++)
            if (group->tips.at[t].findings.at[i] == finding)
                return true;
    return false;
}

static void
print_findings(struct buf *out, struct sources *sources,
               const struct tip_group_score *group, size_t t, size_t width)
{
    const struct tip_score *score = &group->tips.at[t];
    size_t shown = 0, more = 0;
    for (size_t i = 0; i < score->findings.count; i++) {
        if (shown == FINDINGS_SHOWN) {
            more = score->findings.count - i;
            break;
        }
        if (was_shown(group, t, score->findings.at[i]))
            continue;
        print_finding(out, sources, score->findings.at[i], width);
        shown++;
    }
    if (more)
        buf_print(out, "%*sand %zu more\n", INDENT + 2, "", more);
}

static void
print_tip(struct buf *out, struct sources *sources,
          const struct tip_group_score *group, size_t t, size_t width)
{
    const struct tip_score *score = &group->tips.at[t];
    if (score->status == TIP_MET || score->status == TIP_NOT_APPLICABLE)
        return;
    bool optional = str_is(pack_str(score->tip->level), "may");
    struct str line = str_format(
        out->arena, "%.*s (%s%s)", STR_ARG(pack_str(score->tip->text)),
        tip_status_name(score->status), optional ? ", optional" : "");
    buf_print(out, "%*s%.*s ", INDENT, "", STR_ARG(pack_str(score->tip->id)));
    print_line(out, line, INDENT + score->tip->id.len + 1, width);
    print_findings(out, sources, group, t, width);
}

static void
print_step(struct buf *out, struct sources *sources,
           const struct tip_step *step, size_t indent, size_t width)
{
    struct buf line = buf_new(out->arena);
    if (step->finding) {
        struct str file;
        struct place place = place_of(sources, step->finding, &file);
        if (place.line)
            buf_print(&line, "line %zu: ", place.line);
    }
    buf_add(&line, step->text);
    print_line(out, buf_str(&line), indent, width);
}

static void
print_group(struct buf *out, struct sources *sources,
            const struct tip_group_score *group, size_t width)
{
    buf_print(out, "\n%-*s%.*s, %zu of %zu\n", INDENT,
              group->status == TIP_NOT_APPLICABLE
                  ? "-"
                  : tip_status_name(group->status),
              STR_ARG(pack_str(group->group->title)), group->met, group->of);
    for (size_t t = 0; t < group->tips.count; t++)
        print_tip(out, sources, group, t, width);
    if (!group->next.tip)
        return;
    buf_print(out, "%*sNext: ", INDENT, "");
    print_step(out, sources, &group->next, INDENT + 6, width);
}

static void
print_share(struct buf *out, const char *what, struct tip_share share)
{
    buf_print(out, "%*s%s: ", INDENT, "", what);
    if (share.of)
        buf_print(out, "%zu of %zu (%zu%%)\n", share.count, share.of,
                  (share.count * 100 + share.of / 2) / share.of);
    else
        buf_add_text(out, "none to count\n");
}

static void
print_figures(struct buf *out, const struct scorecard *card)
{
    const int *balance = card->balance;
    buf_add_text(out, "\nFigures\n");
    print_share(out, "Lines of work with a measured result", card->quantified);
    print_share(out, "Skills listed that are shown at work", card->evidenced);
    print_share(out, "Metric records that name their source", card->sourced);
    buf_print(out, "%*sBalance: ", INDENT, "");
    if (balance[0] + balance[1] + balance[2] == 0)
        buf_add_text(out, "too little to tell\n");
    else
        buf_print(out, "%d%% technical, %d%% leadership, %d%% %.*s-focused\n",
                  balance[0], balance[1], balance[2],
                  STR_ARG(pack_served(card->pack)));
}

void
scorecard_print(struct buf *out, const struct scorecard *card,
                struct sources *sources, size_t width)
{
    const size_t *counts = card->counts;
    buf_print(out,
              "Tips for a good portfolio: %zu met, %zu partly, %zu not "
              "met",
              counts[TIP_MET], counts[TIP_PARTLY], counts[TIP_NOT_MET]);
    if (counts[TIP_NOT_APPLICABLE])
        buf_print(out, " (%zu do not apply)", counts[TIP_NOT_APPLICABLE]);
    buf_add_byte(out, '\n');
    for (size_t i = 0; i < card->groups.count; i++)
        print_group(out, sources, &card->groups.at[i], width);
    print_figures(out, card);
    if (!card->next.tip)
        return;
    buf_add_text(out, "\nWhat helps most now\n");
    buf_print(out, "%*s", INDENT, "");
    print_step(out, sources, &card->next, INDENT, width);
}

/* ---- JSON -------------------------------------------------------------- */

static void
json_finding(struct buf *out, struct sources *sources,
             const struct finding *finding)
{
    struct str file;
    struct place place = place_of(sources, finding, &file);
    buf_print(out, "{\"code\": \"%s\", \"severity\": \"%s\", \"file\": ",
              code_entry(finding->code)->id, severity_name(finding->severity));
    buf_add_json(out, file);
    buf_print(out,
              ", \"line\": %zu, \"column\": %zu, \"message\": ", place.line,
              place.column);
    buf_add_json(out, finding->message);
    buf_add_byte(out, '}');
}

static void
json_tip(struct buf *out, struct sources *sources,
         const struct tip_score *score)
{
    buf_add_text(out, "{\"id\": ");
    buf_add_json(out, pack_str(score->tip->id));
    buf_add_text(out, ", \"text\": ");
    buf_add_json(out, pack_str(score->tip->text));
    buf_add_text(out, ", \"level\": ");
    buf_add_json(out, pack_str(score->tip->level));
    buf_print(out, ", \"status\": \"%s\", \"findings\": [",
              tip_status_name(score->status));
    for (size_t i = 0; i < score->findings.count; i++) {
        buf_add_text(out, i ? ", " : "");
        json_finding(out, sources, score->findings.at[i]);
    }
    buf_add_text(out, "]}");
}

static void
json_step(struct buf *out, struct sources *sources, const struct tip_step *step)
{
    if (!step->tip) {
        buf_add_text(out, "null");
        return;
    }
    buf_add_text(out, "{\"tip\": ");
    buf_add_json(out, pack_str(step->tip->tip->id));
    buf_add_text(out, ", \"text\": ");
    buf_add_json(out, step->text);
    if (step->finding) {
        struct str file;
        buf_print(out, ", \"code\": \"%s\", \"line\": %zu",
                  code_entry(step->finding->code)->id,
                  place_of(sources, step->finding, &file).line);
    }
    buf_add_byte(out, '}');
}

static void
json_group(struct buf *out, struct sources *sources,
           const struct tip_group_score *group)
{
    buf_add_text(out, "{\"id\": ");
    buf_add_json(out, pack_str(group->group->id));
    buf_add_text(out, ", \"title\": ");
    buf_add_json(out, pack_str(group->group->title));
    buf_print(out,
              ", \"status\": \"%s\", \"met\": %zu, \"of\": %zu,\n"
              "   \"tips\": [",
              tip_status_name(group->status), group->met, group->of);
    for (size_t i = 0; i < group->tips.count; i++) {
        buf_add_text(out, i ? ",\n    " : "\n    ");
        json_tip(out, sources, &group->tips.at[i]);
    }
    buf_add_text(out, "],\n   \"next\": ");
    json_step(out, sources, &group->next);
    buf_add_byte(out, '}');
}

static void
json_share(struct buf *out, const char *name, struct tip_share share)
{
    buf_print(out, "\"%s\": {\"count\": %zu, \"of\": %zu}", name, share.count,
              share.of);
}

static void
json_figures(struct buf *out, const struct scorecard *card)
{
    buf_add_text(out, "\n \"figures\": {");
    json_share(out, "quantified", card->quantified);
    buf_add_text(out, ", ");
    json_share(out, "evidenced", card->evidenced);
    buf_add_text(out, ", ");
    json_share(out, "sourced", card->sourced);
    buf_add_text(out, ", \"balance\": {");
    for (size_t i = 0; i < sizeof balance_names / sizeof *balance_names; i++)
        buf_print(out, "%s\"%s\": %d", i ? ", " : "", balance_names[i],
                  card->balance[i]);
    buf_add_text(out, "}},\n");
}

void
scorecard_json(struct buf *out, const struct scorecard *card,
               struct sources *sources)
{
    buf_add_text(out, "{\"pack\": ");
    buf_add_json(out, pack_name(card->pack));
    buf_print(out,
              ",\n \"tips\": {\"met\": %zu, \"partly\": %zu, \"not_met\": %zu, "
              "\"not_applicable\": %zu},\n \"groups\": [",
              card->counts[TIP_MET], card->counts[TIP_PARTLY],
              card->counts[TIP_NOT_MET], card->counts[TIP_NOT_APPLICABLE]);
    for (size_t i = 0; i < card->groups.count; i++) {
        buf_add_text(out, i ? ",\n  " : "\n  ");
        json_group(out, sources, &card->groups.at[i]);
    }
    buf_add_text(out, "],");
    json_figures(out, card);
    buf_add_text(out, " \"next\": ");
    json_step(out, sources, &card->next);
    buf_add_text(out, "}\n");
}
