/* The reason for every entry and bullet, told when the pages are set: what page
   fit cut is among them. For people in lines, for programs as JSON. */
#include "base/utf8.h"
#include "diag/print.h"
#include "stages.h"

#define TERMS_NAMED 5
#define WIDTH 80

/* ---- cuts of page fit --------------------------------------------------- */

static bool
is_cut_in(const struct page_report *report, const struct edition_choice *choice,
          size_t *lines)
{
    struct str path = choice->path;
    for (size_t i = 0; i < report->cuts.count; i++) {
        const struct page_cut *cut = &report->cuts.at[i];
        bool is_own = str_equal(cut->path, path);
        /* Lines of one line go by the section, bullets with their entry. */
        bool is_within =
            str_equal(cut->path, choice->section) ||
            (str_starts(path, cut->path) && path.len > cut->path.len &&
             path.at[cut->path.len] == '.');
        *lines = cut->lines;
        if (is_own || is_within)
            return true;
    }
    return false;
}

static void
take_cut(struct build *b, struct edition_choice *choice,
         const struct page_report *report)
{
    bool is_resume = str_is(str_from(report->kind), "resume");
    bool *is_in = is_resume ? &choice->in_resume : &choice->in_portfolio;
    size_t lines;
    if (!*is_in || !report->is_met || !is_cut_in(report, choice, &lines))
        return;
    *is_in = false;
    choice->rule = str_format(
        b->arena, "cut from the %s to fit %zu page%s; it takes %zu line%s",
        report->kind, report->asked.most, report->asked.most == 1 ? "" : "s",
        lines, lines == 1 ? "" : "s");
}

/* ---- for people --------------------------------------------------------- */

/* "in": in each document that is made. */
static const char *
state_of(const struct build *b, const struct edition_choice *choice)
{
    bool in_all = (choice->in_resume || !build_makes(b, DOCUMENT_RESUME)) &&
                  (choice->in_portfolio || !build_makes(b, DOCUMENT_PORTFOLIO));
    if (!choice->in_resume && !choice->in_portfolio)
        return "out";
    if (in_all)
        return "in";
    return choice->in_resume ? "resume" : "portfolio";
}

void
choice_words(struct buf *out, struct str words, size_t room)
{
    size_t columns = 0, at = 0;
    struct str line = str_cut(&words, '\n');
    if (!line.len)
        return;
    buf_add_byte(out, ' ');
    while (at < line.len && columns < room) {
        (void)utf8_next(line, &at);
        columns++;
    }
    size_t end = at;
    while (at < line.len && end > 0 && line.at[end] != ' ')
        end--;
    buf_add(out, str_slice(line, 0, end ? end : at));
    if (at < line.len || words.len)
        buf_add_text(out, " ...");
}

static struct str
terms_of(struct arena *arena, const struct aim_hits *hits)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < hits->count && i < TERMS_NAMED; i++)
        buf_print(&out, "%s%.*s", i ? ", " : "", STR_ARG(hits->at[i]->text));
    if (hits->count > TERMS_NAMED)
        buf_print(&out, " and %zu more", hits->count - TERMS_NAMED);
    return buf_str(&out);
}

static void
add_line(struct buf *out, struct str text)
{
    static const size_t indent = 8;
    buf_print(out, "%*s", (int)indent, "");
    print_wrapped(out, text, indent, WIDTH);
    buf_add_byte(out, '\n');
}

static void
print_score(struct buf *out, struct arena *arena, const struct build *b,
            const struct edition_choice *choice)
{
    const struct choice_score *score = &choice->score;
    struct buf line = buf_new(arena);
    if (choice->rank)
        buf_print(&line, "rank %zu of %zu; ", choice->rank, choice->of);
    buf_print(&line, "priority %d, ", (int)score->priority);
    if (b->edition->aim->terms.count)
        buf_print(&line, "relevance %d, ", score->relevance);
    buf_print(&line, "completeness %d, recency %d", score->completeness,
              score->recency);
    add_line(out, buf_str(&line));
    if (choice->hits.count)
        add_line(out, str_format(arena, "names %.*s",
                                 STR_ARG(terms_of(arena, &choice->hits))));
}

static void
print_choice(struct buf *out, const struct build *b,
             const struct edition_choice *choice)
{
    if (choice->is_withheld || str_is_empty(choice->words))
        buf_print(out, "  %-9s  -  %.*s", state_of(b, choice),
                  STR_ARG(choice->path));
    else
        buf_print(out, "  %-9s%3d  %.*s", state_of(b, choice),
                  choice->score.total, STR_ARG(choice->path));
    size_t used = 16 + choice->path.len;
    if (!choice->is_withheld)
        choice_words(out, choice->words,
                     used + 20 < WIDTH ? WIDTH - used - 5 : 15);
    buf_add_byte(out, '\n');
    add_line(out, choice->rule);
    if (!choice->is_withheld && choice->words.len)
        print_score(out, b->arena, b, choice);
}

static void
print_head(struct buf *out, const struct build *b)
{
    const struct edition *edition = b->edition;
    struct buf line = buf_new(b->arena);
    buf_print(&line, "Choices of %.*s", STR_ARG(b->request->name));
    if (edition->variant)
        buf_print(&line, ", %s %.*s",
                  edition->is_ad_hoc ? "cut for" : "variant",
                  STR_ARG(edition->variant->name.s));
    if (edition->role.len)
        buf_print(&line, "; role %.*s, %s", STR_ARG(edition->role),
                  edition->role_by);
    if (edition->aim->job)
        buf_print(&line, "; posting %.*s", STR_ARG(edition->aim->job->name));
    print_wrapped(out, buf_str(&line), 0, WIDTH);
    buf_add_byte(out, '\n');
    print_wrapped(out,
                  edition->aim->terms.count
                      ? STR("Ranked by priority, then by points: five parts "
                            "relevance, three completeness, two recency; then "
                            "by the order of the file.")
                      : STR("Nothing is aimed at: ranked by priority, then by "
                            "completeness, then by the order of the file."),
                  0, WIDTH);
    buf_add_byte(out, '\n');
}

static void
print_choices(struct buf *out, const struct build *b)
{
    struct str section = {NULL, 0};
    print_head(out, b);
    for (size_t i = 0; i < b->edition->choices.count; i++) {
        const struct edition_choice *choice = &b->edition->choices.at[i];
        if (!str_equal(section, choice->section))
            buf_print(out, "\n%.*s\n", STR_ARG(choice->section));
        section = choice->section;
        print_choice(out, b, choice);
    }
}

/* ---- for programs ------------------------------------------------------- */

static void
add_member(struct buf *out, const char *key, struct str text)
{
    buf_print(out, ", \"%s\": ", key);
    buf_add_json(out, text);
}

static void
add_hits(struct buf *out, const struct aim_hits *hits)
{
    static const char *const sources[] = {[AIM_OF_ROLE] = "role",
                                          [AIM_OF_JOB] = "posting",
                                          [AIM_OF_VARIANT] = "variant"};
    buf_add_text(out, ", \"hits\": [");
    for (size_t i = 0; i < hits->count; i++) {
        const struct aim_term *term = hits->at[i];
        buf_add_text(out, i ? ", {\"term\": " : "{\"term\": ");
        buf_add_json(out, term->text);
        buf_print(out, ", \"weight\": %d, \"from\": \"%s\"}", term->weight,
                  sources[term->source]);
    }
    buf_add_byte(out, ']');
}

static void
add_score(struct buf *out, const struct edition_choice *choice)
{
    const struct choice_score *score = &choice->score;
    buf_print(out,
              ", \"points\": %d, \"priority\": %d, \"relevance\": %d, "
              "\"completeness\": %d, \"recency\": %d",
              score->total, (int)score->priority, score->relevance,
              score->completeness, score->recency);
    if (choice->rank)
        buf_print(out, ", \"rank\": %zu, \"of\": %zu", choice->rank,
                  choice->of);
    add_hits(out, &choice->hits);
}

static void
add_choice(struct buf *out, const struct build *b,
           const struct edition_choice *choice)
{
    buf_add_text(out, "  {\"path\": ");
    buf_add_json(out, choice->path);
    if (!span_is_none(choice->span))
        buf_print(out, ", \"line\": %zu",
                  source_place(b->result->sources, choice->span.source,
                               choice->span.from)
                      .line);
    buf_print(out, ", \"in\": [%s%s%s]", choice->in_resume ? "\"resume\"" : "",
              choice->in_resume && choice->in_portfolio ? ", " : "",
              choice->in_portfolio ? "\"portfolio\"" : "");
    add_member(out, "rule", choice->rule);
    if (!choice->is_withheld && choice->words.len) {
        add_member(out, "text", choice->words);
        add_score(out, choice);
    }
    buf_add_byte(out, '}');
}

static void
json_choices(struct buf *out, const struct build *b)
{
    const struct edition *edition = b->edition;
    buf_add_text(out, out->len ? ",\n {\"file\": " : " {\"file\": ");
    buf_add_json(out, b->request->name);
    if (edition->variant)
        add_member(out, "variant", edition->variant->name.s);
    if (edition->role.len) {
        add_member(out, "role", edition->role);
        add_member(out, "role_by", str_from(edition->role_by));
    }
    if (edition->aim->job)
        add_member(out, "posting", edition->aim->job->name);
    buf_add_text(out, ", \"entries\": [");
    for (size_t i = 0; i < edition->choices.count; i++) {
        buf_add_text(out, i ? ",\n" : "\n");
        add_choice(out, b, &edition->choices.at[i]);
    }
    buf_add_text(out, "]}");
}

/* ---- the whole ---------------------------------------------------------- */

/* What the pages made of it: documents that are not made, cuts. */
static void
settle(struct build *b)
{
    struct dossier_result *result = b->result;
    for (size_t i = 0; i < b->edition->choices.count; i++) {
        struct edition_choice *choice = &b->edition->choices.at[i];
        choice->in_resume &= build_makes(b, DOCUMENT_RESUME);
        choice->in_portfolio &= build_makes(b, DOCUMENT_PORTFOLIO);
        for (size_t k = b->first_report; k < result->page_reports.count; k++)
            take_cut(b, choice, &result->page_reports.at[k]);
    }
}

void
build_explain_fit(struct build *b)
{
    struct findings *told = b->findings;
    /* What is found in pages belongs to `build`. */
    b->findings = findings_new(b->arena, b->result->sources);
    if (build_theme(b) && !build_is_blocked(b))
        build_fit(b);
    b->findings = told;
    settle(b);
    b->result->page_reports.count = b->first_report; /* none was made */
}

static void
tell(struct build *b)
{
    struct dossier_result *result = b->result;
    struct buf out = buf_new(b->kept);
    buf_add(&out, result->explanation);
    if (b->request->report_json) {
        json_choices(&out, b);
    } else {
        buf_add_text(&out, out.len ? "\n" : "");
        print_choices(&out, b);
    }
    result->explanation = buf_str(&out);
}

void
build_explain(struct build *b)
{
    if (!b->request->explain)
        return;
    settle(b);
    tell(b);
}

/* Into the object that the report is, as its last member. */
static void
add_to_report(struct build *b)
{
    struct str report = str_trim(b->result->dump);
    if (!str_ends(report, STR("}")))
        return;
    struct buf out = buf_new(b->arena);
    buf_add(&out, str_slice(report, 0, report.len - 1));
    buf_print(&out, ", \"choices\": [\n%.*s\n]}\n",
              STR_ARG(b->result->explanation));
    b->result->dump = buf_str(&out);
    b->result->explanation = (struct str){NULL, 0};
}

void
build_explain_match(struct build *b)
{
    if (!b->request->explain || !b->result->dump.len)
        return;
    build_explain_fit(b);
    tell(b);
    if (b->request->report_json)
        add_to_report(b);
}
