/* A match as text. */
#include "base/utf8.h"
#include "diag/print.h"
#include "match.h"

/* Lines of the file that are told of one thing. */
#define LINES_SHOWN 5
#define JOBS_SHOWN 4
/* Columns: points, then what is told of them. */
#define POINTS_WIDTH 5
#define TEXT_COLUMN 7
#define STATUS_WIDTH 8

struct showing {
    struct buf *out;
    const struct match *match;
    struct sources *sources;
    struct str file; /* others are named before their lines */
    size_t width;
};

static void
print_line(const struct showing *showing, struct str text, size_t column)
{
    print_wrapped(showing->out, text, column, showing->width);
    buf_add_byte(showing->out, '\n');
}

static void
print_row(const struct showing *showing, int points, struct str text)
{
    if (points)
        buf_print(showing->out, "%*d  ", POINTS_WIDTH, points);
    else
        buf_print(showing->out, "%*s  ", POINTS_WIDTH, "-");
    print_line(showing, text, TEXT_COLUMN);
}

/* ---- places ---------------------------------------------------------------
 */

/* Where in its text what was looked for ends. */
static size_t
end_of_words(const struct match_place *place)
{
    const char *from = place->plain.at, *words = place->words.at;
    bool is_within = words && from && words >= from &&
                     words + place->words.len <= from + place->plain.len;
    return is_within ? (size_t)(words - from) + place->words.len : 0;
}

/* Enough of a line to know it again: how it begins, or what stands around the
   words that were looked for. */
static void
add_excerpt(struct buf *line, const struct match_place *place)
{
    enum { COLUMNS = 44, BEFORE = 16 };
    struct str plain = place->plain;
    size_t end = end_of_words(place), columns = 0;
    size_t from = end > COLUMNS ? end - place->words.len : 0;
    for (size_t i = 0; from > 0 && (i < BEFORE || plain.at[from - 1] != ' ');
         i++)
        from--;
    size_t at = from, to = from;
    while (at < plain.len && plain.at[at] != '\n' && columns++ < COLUMNS) {
        (void)utf8_next(plain, &at);
        if (at == plain.len || plain.at[at] == ' ' || plain.at[at] == '\n')
            to = at;
    }
    to = to > from ? to : at;
    buf_print(line, " \"%s%.*s%s\"", from ? "... " : "",
              STR_ARG(str_slice(plain, from, to)),
              to < plain.len ? " ..." : "");
}

static void
add_source(const struct showing *showing, struct buf *line, struct span span)
{
    struct str name = source_name(showing->sources, span.source);
    if (!str_equal(name, showing->file))
        buf_print(line, "%.*s ", STR_ARG(name));
}

static size_t
number_of_line(const struct showing *showing, struct span span)
{
    return source_place(showing->sources, span.source, span.from).line;
}

static void
add_place(const struct showing *showing, struct buf *line,
          const struct match_place *place)
{
    if (span_is_none(place->span)) {
        buf_add(line, place->path);
    } else {
        add_source(showing, line, place->span);
        buf_print(line, "line %zu", number_of_line(showing, place->span));
    }
    if (place->note)
        buf_print(line, ", %s", place->note);
    if (place->why)
        buf_print(line, ", left out: %s", place->why);
    else if (place->plain.len)
        add_excerpt(line, place);
}

/* Other lines of the same file; each once. */
static void
add_other_lines(const struct showing *showing, struct buf *line,
                const struct match_requirement *requirement)
{
    struct buf numbers = buf_new(showing->out->arena);
    struct span first = requirement->evidence.at[0].span;
    size_t told[LINES_SHOWN], count = 0, more = 0;
    for (size_t i = 1; i < requirement->evidence.count; i++) {
        struct span span = requirement->evidence.at[i].span;
        if (span_is_none(span) || span.source != first.source)
            continue;
        size_t number = number_of_line(showing, span);
        bool is_known = number == number_of_line(showing, first);
        for (size_t k = 0; k < count; k++)
            is_known |= told[k] == number;
        if (is_known)
            continue;
        if (count == LINES_SHOWN) {
            more++;
            continue;
        }
        buf_print(&numbers, "%s%zu", count ? ", " : "", number);
        told[count++] = number;
    }
    if (count)
        buf_print(line, "; also line%s %.*s", count + more > 1 ? "s" : "",
                  STR_ARG(buf_str(&numbers)));
    if (more)
        buf_print(line, " and %zu more", more);
}

/* The first with its words, of the others the lines. */
static void
add_places(const struct showing *showing, struct buf *line,
           const struct match_requirement *requirement)
{
    add_place(showing, line, &requirement->evidence.at[0]);
    if (!requirement->evidence.at[0].why)
        add_other_lines(showing, line, requirement);
}

/* Employers say more than numbers do. */
static void
add_jobs(const struct showing *showing, struct buf *line,
         const struct match_requirement *requirement)
{
    size_t count = requirement->evidence.count;
    for (size_t i = 0; i < count && i < JOBS_SHOWN; i++) {
        const struct match_place *place = &requirement->evidence.at[i];
        buf_add_text(line, i ? "; " : "");
        if (place->words.len)
            buf_print(line, "%.*s, ", STR_ARG(place->words));
        add_place(showing, line, place);
    }
    if (count > JOBS_SHOWN)
        buf_print(line, "; and %zu more", count - JOBS_SHOWN);
}

/* ---- head -----------------------------------------------------------------
 */

static void
print_aim(const struct showing *showing)
{
    struct buf line = buf_new(showing->out->arena);
    const struct job *job = showing->match->job;
    if (!job) {
        buf_add(&line, showing->match->role->title);
        print_line(showing, buf_str(&line), 0);
        return;
    }
    buf_add(&line, job->title.len ? job->title : STR("A posting"));
    if (job->organization.len)
        buf_print(&line, ", %.*s", STR_ARG(job->organization));
    print_line(showing, buf_str(&line), 0);
}

static void
print_file(const struct showing *showing)
{
    const struct match *match = showing->match;
    struct buf line = buf_new(showing->out->arena);
    buf_add(&line, showing->file);
    if (match->edition->variant && !match->edition->is_ad_hoc)
        buf_print(&line, ", variant %.*s",
                  STR_ARG(match->edition->variant->name.s));
    if (match->job)
        buf_print(&line, ", against %.*s", STR_ARG(match->job->name));
    else
        buf_print(&line, ", against the role %.*s", STR_ARG(match->role->id));
    print_line(showing, buf_str(&line), 0);
}

static void
print_coverage(const struct showing *showing)
{
    const struct match *match = showing->match;
    const struct match_sum *needs = &match->needs, *terms = &match->terms;
    struct buf *out = showing->out;
    if (needs->of + terms->of == 0) {
        print_line(showing,
                   STR("\nCoverage: nothing is asked for that could be held "
                       "against the file."),
                   0);
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
    print_line(showing,
               STR("The points stand before each line. What is met or shown "
                   "at work counts; what is only listed adds nothing."),
               0);
}

/* ---- requirements ---------------------------------------------------------
 */

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
need_text(const struct showing *showing, const struct match_requirement *need)
{
    struct buf line = buf_new(showing->out->arena);
    buf_add(&line, need->text);
    bool is_plus =
        !need->is_required && !str_holds_nocase(need->text, STR("prefer"));
    if (showing->match->job)
        buf_print(&line, " (%sad line %zu)", is_plus ? "preferred, " : "",
                  need->line);
    else if (is_plus)
        buf_add_text(&line, " (a plus)");
    buf_print(&line, "; %.*s", STR_ARG(need->said));
    if (!need->evidence.count)
        return buf_str(&line);
    buf_add_text(&line, ": ");
    if (need->kind == MATCH_YEARS)
        add_jobs(showing, &line, need);
    else
        add_places(showing, &line, need);
    return buf_str(&line);
}

/* `before`: the points, or what joins it to the one above. */
static void
print_need(const struct showing *showing, const struct match_requirement *need,
           struct str before)
{
    buf_print(showing->out, "%*s%.*s  ",
              before.len < POINTS_WIDTH ? POINTS_WIDTH - (int)before.len : 0,
              "", STR_ARG(before));
    buf_print(showing->out, "%-*s  ", STATUS_WIDTH, word_for(need->status));
    print_line(showing, need_text(showing, need),
               TEXT_COLUMN + STATUS_WIDTH + 2);
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
print_branches(const struct showing *showing,
               const struct match_requirement *first, bool met,
               struct str *before)
{
    const struct match *match = showing->match;
    bool in_branch = false;
    unsigned branch = 0;
    for (const struct match_requirement *at = first;;
         at = &match->requirements.at[at->next - 1]) {
        bool goes_on = in_branch && branch == at->branch;
        if (is_met(match, first, at->branch) == met) {
            print_need(showing, at, goes_on ? STR("and") : *before);
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
print_needs(const struct showing *showing)
{
    const struct match *match = showing->match;
    bool any = false;
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *need = &match->requirements.at[i];
        if (need->kind == MATCH_SKILL ||
            (need->group && !need->counts && need->weight))
            continue;
        if (!any)
            buf_add_text(showing->out, "\nRequirements\n");
        any = true;
        struct str before = points_text(showing->out, need->weight);
        if (!need->group || !need->weight) {
            print_need(showing, need, before);
            continue;
        }
        print_branches(showing, need, true, &before);
        print_branches(showing, need, false, &before);
    }
}

/* ---- skills ---------------------------------------------------------------
 */

struct heading {
    enum match_status status;
    const char *text;
    bool in_a_row; /* no places to tell: all in one paragraph */
};

static bool
stands_under(const struct match_requirement *term,
             const struct heading *heading)
{
    return term->kind == MATCH_SKILL && term->speaks &&
           term->status == heading->status;
}

static struct match_sum
sum_of(const struct match *match, const struct heading *heading)
{
    struct match_sum sum = {0};
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *term = &match->requirements.at[i];
        if (!stands_under(term, heading))
            continue;
        sum.count++;
        sum.points += term->weight;
    }
    return sum;
}

static struct str
name_of(const struct showing *showing, const struct match_requirement *term)
{
    return match_either_text(showing->out->arena, showing->match, term);
}

static void
print_term(const struct showing *showing, const struct match_requirement *term)
{
    struct buf line = buf_new(showing->out->arena);
    buf_print(&line, "%.*s: ", STR_ARG(name_of(showing, term)));
    add_places(showing, &line, term);
    print_row(showing, term->weight, buf_str(&line));
}

static void
print_row_of_terms(const struct showing *showing, const struct heading *heading)
{
    const struct match *match = showing->match;
    struct buf line = buf_new(showing->out->arena);
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *term = &match->requirements.at[i];
        if (stands_under(term, heading))
            buf_print(&line, "%s%.*s %d", line.len ? "; " : "",
                      STR_ARG(name_of(showing, term)), term->weight);
    }
    buf_print(showing->out, "%*s", TEXT_COLUMN, "");
    print_line(showing, buf_str(&line), TEXT_COLUMN);
}

static void
print_terms(const struct showing *showing, const struct heading *heading)
{
    const struct match *match = showing->match;
    struct match_sum sum = sum_of(match, heading);
    if (!sum.count)
        return;
    buf_print(showing->out, "\n%s: %zu, %d points\n", heading->text, sum.count,
              sum.points);
    if (heading->in_a_row) {
        print_row_of_terms(showing, heading);
        return;
    }
    for (size_t i = 0; i < match->requirements.count; i++)
        if (stands_under(&match->requirements.at[i], heading))
            print_term(showing, &match->requirements.at[i]);
}

/* ---- changes --------------------------------------------------------------
 */

static void
print_changes(const struct showing *showing)
{
    const struct match *match = showing->match;
    if (match->change_count)
        buf_add_text(showing->out, "\nWhat would help most\n");
    for (size_t i = 0; i < match->change_count; i++) {
        const struct match_change *change = &match->changes[i];
        struct buf line = buf_new(showing->out->arena);
        buf_add(&line, change->text);
        if (change->path.len) {
            const struct match_place place = {.path = change->path,
                                              .span = change->span};
            buf_add_text(&line, " (");
            add_place(showing, &line, &place);
            buf_add_byte(&line, ')');
        }
        if (change->points)
            buf_print(&line, " [+%d]", change->points);
        buf_print(showing->out, "%*zu. ", POINTS_WIDTH - 1, i + 1);
        print_line(showing, buf_str(&line), TEXT_COLUMN - 1);
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
    const struct showing showing = {out, match, sources, file, width};
    print_aim(&showing);
    print_file(&showing);
    print_coverage(&showing);
    print_needs(&showing);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        print_terms(&showing, &headings[i]);
    print_changes(&showing);
}
