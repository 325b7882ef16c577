/* A match as text. */
#include "diag/print.h"
#include "match.h"

#define PLACES_SHOWN 3
/* Columns: points, then what is told of them. */
#define POINTS_WIDTH 5
#define TEXT_COLUMN 7
#define STATUS_WIDTH 8

static void
print_line(struct buf *out, struct str text, size_t column, size_t width)
{
    print_wrapped(out, text, column, width);
    buf_add_byte(out, '\n');
}

static void
print_row(struct buf *out, int points, struct str text, size_t width)
{
    if (points)
        buf_print(out, "%*d  ", POINTS_WIDTH, points);
    else
        buf_print(out, "%*s  ", POINTS_WIDTH, "-");
    print_line(out, text, TEXT_COLUMN, width);
}

/* ---- places
 * ---------------------------------------------------------------------- */

static void
add_place(struct buf *out, struct sources *sources,
          const struct match_place *place)
{
    buf_add(out, place->path);
    if (!span_is_none(place->span))
        buf_print(
            out, " (line %zu%s%s)",
            source_place(sources, place->span.source, place->span.from).line,
            place->note ? ", " : "", place->note ? place->note : "");
    if (place->why)
        buf_print(out, ": %s", place->why);
}

/* Employers say more than numbers do. */
static void
add_employer(struct buf *out, const struct match_place *place)
{
    enum { EMPLOYER_MOST = 28 };
    struct str name = place->words;
    if (name.len && name.len <= EMPLOYER_MOST)
        buf_print(out, "%.*s, ", STR_ARG(name));
}

static void
add_places(struct buf *out, struct sources *sources,
           const struct match_requirement *requirement)
{
    size_t count = requirement->evidence.count;
    for (size_t i = 0; i < count && i < PLACES_SHOWN; i++) {
        buf_add_text(out, i ? "; " : "");
        if (requirement->kind == MATCH_YEARS)
            add_employer(out, &requirement->evidence.at[i]);
        add_place(out, sources, &requirement->evidence.at[i]);
    }
    if (count > PLACES_SHOWN)
        buf_print(out, "; and %zu more", count - PLACES_SHOWN);
}

/* ---- head
 * ----------------------------------------------------------------------------
 */

static void
print_aim(struct buf *out, const struct match *match, size_t width)
{
    struct buf line = buf_new(out->arena);
    const struct job *job = match->job;
    if (!job) {
        buf_add(&line, match->role->title);
        print_line(out, buf_str(&line), 0, width);
        return;
    }
    buf_add(&line, job->title.len ? job->title : STR("A posting"));
    if (job->organization.len)
        buf_print(&line, ", %.*s", STR_ARG(job->organization));
    print_line(out, buf_str(&line), 0, width);
}

static void
print_file(struct buf *out, const struct match *match, struct str file,
           size_t width)
{
    struct buf line = buf_new(out->arena);
    buf_add(&line, file);
    if (match->edition->variant && !match->edition->is_ad_hoc)
        buf_print(&line, ", variant %.*s",
                  STR_ARG(match->edition->variant->name.s));
    if (match->job)
        buf_print(&line, ", against %.*s", STR_ARG(match->job->name));
    else
        buf_print(&line, ", against the role %.*s", STR_ARG(match->role->id));
    print_line(out, buf_str(&line), 0, width);
}

static void
print_coverage(struct buf *out, const struct match *match, size_t width)
{
    const struct match_sum *needs = &match->needs, *terms = &match->terms;
    if (needs->of + terms->of == 0) {
        print_line(out,
                   STR("\nCoverage: nothing is asked for that could be held "
                       "against the file."),
                   0, width);
        return;
    }
    buf_print(out, "\nCoverage %d%%: %d of %d points\n", match->coverage,
              needs->points + terms->points, needs->of + terms->of);
    if (needs->count)
        buf_print(out, "  requirements  %4d of %4d points, %zu of %zu met\n",
                  needs->points, needs->of, needs->met, needs->count);
    if (terms->count)
        buf_print(out, "  skills        %4d of %4d points, %zu of %zu shown\n",
                  terms->points, terms->of, terms->met, terms->count);
    print_line(out,
               STR("The points stand before each line. What is met or shown "
                   "at work counts; what is only listed adds nothing."),
               0, width);
}

/* ---- requirements
 * ------------------------------------------------------------------- */

static const char *
word_for(enum match_status status)
{
    static const char *const words[] = {[MATCH_EVIDENCED] = "shown",
                                        [MATCH_LISTED] = "letters",
                                        [MATCH_ELSEWHERE] = "left out",
                                        [MATCH_ABSENT] = "?",
                                        [MATCH_MET] = "met",
                                        [MATCH_UNMET] = "not met"};
    return words[status];
}

static struct str
need_text(struct buf *out, struct sources *sources, const struct match *match,
          const struct match_requirement *need)
{
    struct buf line = buf_new(out->arena);
    buf_add(&line, need->text);
    bool is_plus =
        !need->is_required && !str_holds_nocase(need->text, STR("prefer"));
    if (match->job)
        buf_print(&line, " (%sad line %zu)", is_plus ? "preferred, " : "",
                  need->line);
    else if (is_plus)
        buf_add_text(&line, " (a plus)");
    buf_print(&line, "; %.*s", STR_ARG(need->said));
    if (need->evidence.count) {
        buf_add_text(&line, ": ");
        add_places(&line, sources, need);
    }
    return buf_str(&line);
}

/* `before`: the points, or what joins it to the one above. */
static void
print_need(struct buf *out, struct sources *sources, const struct match *match,
           const struct match_requirement *need, struct str before,
           size_t width)
{
    buf_print(out, "%*s%.*s  ",
              before.len < POINTS_WIDTH ? POINTS_WIDTH - (int)before.len : 0,
              "", STR_ARG(before));
    buf_print(out, "%-*s  ", STATUS_WIDTH, word_for(need->status));
    print_line(out, need_text(out, sources, match, need),
               TEXT_COLUMN + STATUS_WIDTH + 2, width);
}

static bool
is_met(const struct match *match, const struct match_requirement *first,
       unsigned branch)
{
    for (const struct match_requirement *at = first;;
         at = &match->requirements.at[at->next - 1]) {
        if (at->branch == branch && at->status != MATCH_MET)
            return false;
        if (!at->next)
            return true;
    }
}

/* Each branch once: the ones that are met, or those that are not. */
static void
print_branches(struct buf *out, struct sources *sources,
               const struct match *match, const struct match_requirement *first,
               bool met, struct str *before, size_t width)
{
    bool in_branch = false;
    unsigned branch = 0;
    for (const struct match_requirement *at = first;;
         at = &match->requirements.at[at->next - 1]) {
        bool goes_on = in_branch && branch == at->branch;
        if (is_met(match, first, at->branch) == met) {
            print_need(out, sources, match, at, goes_on ? STR("and") : *before,
                       width);
            *before = STR("or");
            in_branch = true;
            branch = at->branch;
        }
        if (!at->next)
            return;
    }
}

static struct str
points_text(struct buf *out, int points)
{
    return points ? str_format(out->arena, "%d", points) : STR("-");
}

static void
print_needs(struct buf *out, struct sources *sources, const struct match *match,
            size_t width)
{
    bool any = false;
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *need = &match->requirements.at[i];
        if (need->kind == MATCH_SKILL ||
            (need->group && !need->counts && need->weight))
            continue;
        if (!any)
            buf_add_text(out, "\nRequirements\n");
        any = true;
        struct str before = points_text(out, need->weight);
        if (!need->group || !need->weight) {
            print_need(out, sources, match, need, before, width);
            continue;
        }
        print_branches(out, sources, match, need, true, &before, width);
        print_branches(out, sources, match, need, false, &before, width);
    }
}

/* ---- skills
 * ---------------------------------------------------------------------------
 */

struct heading {
    enum match_status status;
    const char *text;
    bool in_a_row; /* no places to tell: all in one paragraph */
};

static struct match_sum
sum_of(const struct match *match, enum match_status status)
{
    struct match_sum sum = {0};
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *term = &match->requirements.at[i];
        if (term->kind != MATCH_SKILL || term->status != status)
            continue;
        sum.count++;
        sum.points += term->weight;
    }
    return sum;
}

static void
print_term(struct buf *out, struct sources *sources,
           const struct match_requirement *term, size_t width)
{
    struct buf line = buf_new(out->arena);
    buf_print(&line, "%.*s: ", STR_ARG(term->text));
    add_places(&line, sources, term);
    print_row(out, term->weight, buf_str(&line), width);
}

static void
print_row_of_terms(struct buf *out, const struct match *match,
                   enum match_status status, size_t width)
{
    struct buf line = buf_new(out->arena);
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *term = &match->requirements.at[i];
        if (term->kind == MATCH_SKILL && term->status == status)
            buf_print(&line, "%s%.*s %d", line.len ? "; " : "",
                      STR_ARG(term->text), term->weight);
    }
    buf_print(out, "%*s", TEXT_COLUMN, "");
    print_line(out, buf_str(&line), TEXT_COLUMN, width);
}

static void
print_terms(struct buf *out, struct sources *sources, const struct match *match,
            const struct heading *heading, size_t width)
{
    struct match_sum sum = sum_of(match, heading->status);
    if (!sum.count)
        return;
    buf_print(out, "\n%s: %zu, %d points\n", heading->text, sum.count,
              sum.points);
    if (heading->in_a_row) {
        print_row_of_terms(out, match, heading->status, width);
        return;
    }
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *term = &match->requirements.at[i];
        if (term->kind == MATCH_SKILL && term->status == heading->status)
            print_term(out, sources, term, width);
    }
}

/* ---- changes
 * -------------------------------------------------------------------------- */

static void
print_changes(struct buf *out, struct sources *sources,
              const struct match *match, size_t width)
{
    if (match->change_count)
        buf_add_text(out, "\nWhat would help most\n");
    for (size_t i = 0; i < match->change_count; i++) {
        const struct match_change *change = &match->changes[i];
        struct buf line = buf_new(out->arena);
        buf_add(&line, change->text);
        if (change->path.len) {
            const struct match_place place = {.path = change->path,
                                              .span = change->span};
            buf_add_byte(&line, ' ');
            add_place(&line, sources, &place);
        }
        if (change->points)
            buf_print(&line, " [+%d]", change->points);
        buf_print(out, "%*zu. ", POINTS_WIDTH - 1, i + 1);
        print_line(out, buf_str(&line), TEXT_COLUMN - 1, width);
    }
}

void
match_print(struct buf *out, const struct match *match, struct sources *sources,
            struct str file, size_t width)
{
    static const struct heading headings[] = {
        {MATCH_EVIDENCED, "Shown at work", false},
        {MATCH_LISTED, "Only listed", false},
        {MATCH_ELSEWHERE, "In the file, not in this edition", false},
        {MATCH_ABSENT, "Absent", true}};
    print_aim(out, match, width);
    print_file(out, match, file, width);
    print_coverage(out, match, width);
    print_needs(out, sources, match, width);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        print_terms(out, sources, match, &headings[i], width);
    print_changes(out, sources, match, width);
}
