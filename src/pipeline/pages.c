/*
 * A number of pages is met by the least that does it. The document is set as
 * designed; layout, which knows how high everything is, says whether it fits
 * with tighter spaces, and if not, how much more a page would have to hold.
 * From that follows which step of the theme (smaller text, narrower margins)
 * will do; only where the last one does not, content is cut, and layout has
 * said how much. So two or three settings are enough for most files.
 */
#include "pages.h"

#include <stdlib.h>

#include "base/buf.h"
#include "edition/budget.h"

/* Per mille: how far the gain of a step may stay behind the need and still be
   worth trying, since both are estimates. */
#define HOPE 60
/* Per mille of a page that stays empty above its end. */
#define BREAK_LOSS 10
/* Steps that are worth another setting. */
#define LONG_STRIDE 4
/* Settings of one document, of the look and of what is cut. */
#define MOST_LOOKS 4
#define MOST_CUTS 8

const char *
document_name(enum document_kind kind)
{
    static const char *const names[] = {
        [DOCUMENT_RESUME] = "resume",
        [DOCUMENT_PORTFOLIO] = "portfolio",
        [DOCUMENT_LETTER] = "letter",
    };
    return names[kind];
}

/* ---- one setting --------------------------------------------------------- */

struct attempt {
    struct paged paged;
    const struct theme *theme;
    size_t step;
};

struct fitting {
    const struct page_task *task;
    struct page_report *report;
    struct layout_options layout;
    const struct edition_parts *parts; /* NULL: nothing need be cut so far */
    size_t step_count;
};

static const struct document *
compose(const struct page_task *task, struct arena *arena,
        const struct edition *edition)
{
    switch (task->kind) {
    case DOCUMENT_RESUME:
        return compose_resume(arena, edition, &task->compose);
    case DOCUMENT_PORTFOLIO:
        return compose_portfolio(arena, edition, &task->compose);
    case DOCUMENT_LETTER:
        break;
    }
    return compose_letter(arena, edition, &task->compose);
}

static struct attempt
set_pages(const struct fitting *fitting, const struct edition *edition,
          size_t step)
{
    const struct page_task *task = fitting->task;
    struct arena *arena = arena_new();
    struct attempt attempt = {
        .paged = {.edition = edition, .arena = arena},
        .theme = theme_tightened(arena, task->theme, task->kind, step),
        .step = step,
    };
    attempt.paged.document = compose(task, arena, edition);
    attempt.paged.pages =
        layout_pages(arena, task->findings, attempt.paged.document,
                     attempt.theme, task->fonts, &fitting->layout);
    findings_own_texts(task->findings);
    return attempt;
}

static const struct pages_fit *
fit_of(const struct attempt *attempt)
{
    return &attempt->paged.pages->fit;
}

static void
drop(struct attempt *attempt)
{
    arena_free(attempt->paged.arena);
}

/* ---- tighter looks ------------------------------------------------------- */

/* The first step from `from` on that holds so much more; the last one when
   none does. */
static size_t
step_for(const struct fitting *fitting, size_t from, int64_t need)
{
    const struct page_task *task = fitting->task;
    size_t step = from;
    while (step < fitting->step_count &&
           theme_gain(task->theme, task->kind, step) < need)
        step++;
    return step;
}

static bool
is_hopeless(const struct fitting *fitting, int64_t need)
{
    const struct page_task *task = fitting->task;
    return !need ||
           theme_gain(task->theme, task->kind, fitting->step_count) + HOPE <
               need;
}

/* The step to try when `attempt` is too long: what a page would have to hold
   and a little more for the breaks; from try to try a longer stride. */
static size_t
next_step(const struct fitting *fitting, const struct attempt *attempt,
          int64_t need, int tries)
{
    size_t stride = (size_t)1 << tries;
    if (tries + 1 == MOST_LOOKS)
        return fitting->step_count;
    size_t step = step_for(fitting, attempt->step + stride, need + BREAK_LOSS);
    return step < fitting->step_count ? step : fitting->step_count;
}

/* Halfway back to a step that was too loose, when that is a long way. */
static struct attempt
relax(const struct fitting *fitting, struct attempt attempt, size_t too_loose)
{
    if (attempt.step < too_loose + LONG_STRIDE || fit_of(&attempt)->missed)
        return attempt;
    struct attempt looser = set_pages(fitting, fitting->task->edition,
                                      (attempt.step + too_loose + 1) / 2);
    bool is_better = !fit_of(&looser)->missed;
    drop(is_better ? &attempt : &looser);
    return is_better ? looser : attempt;
}

/* Goes on from a setting that is too long; ends with one that is not, or with
   one that no step will help. */
static struct attempt
tighten(const struct fitting *fitting, struct attempt attempt)
{
    const struct page_task *task = fitting->task;
    size_t too_loose = 0;
    for (int i = 0; i < MOST_LOOKS && fit_of(&attempt)->missed; i++) {
        int64_t need = fit_of(&attempt)->need *
                       theme_gain(task->theme, task->kind, attempt.step) / 1000;
        if (attempt.step == fitting->step_count || is_hopeless(fitting, need))
            return attempt;
        too_loose = attempt.step;
        size_t step = next_step(fitting, &attempt, need, i);
        drop(&attempt);
        attempt = set_pages(fitting, task->edition, step);
    }
    return relax(fitting, attempt, too_loose);
}

/* ---- cuts ---------------------------------------------------------------- */

/* Which of the first `count` parts go: what is not on the pages by itself
   would be lost for nothing. */
struct cut_list {
    const struct edition_part **at;
    upt *heights;
    size_t count;
    bool *is_cut; /* by number of the part */
};

/* Takes what layout would leave out of the first `count` parts, what went
   before stays cut. */
static void
choose_cuts(const struct fitting *fitting, const struct pages_fit *fit,
            size_t count, bool all, struct cut_list *cuts)
{
    for (size_t i = 0; i < count; i++) {
        const struct edition_part *part = &fitting->parts->at.at[i];
        bool is_printed = fit->part_heights[i] > 0;
        if (cuts->is_cut[i] || (is_printed && !all && !fit->gone[i + 1]) ||
            (!is_printed && !part->is_unprinted))
            continue;
        cuts->is_cut[i] = true;
        cuts->heights[cuts->count] = fit->part_heights[i];
        cuts->at[cuts->count++] = part;
    }
}

static void
prepare_cuts(struct fitting *fitting)
{
    const struct page_task *task = fitting->task;
    bool is_resume = task->kind == DOCUMENT_RESUME;
    fitting->parts = edition_parts(task->arena, task->edition, is_resume);
    size_t count = fitting->parts->at.count;
    struct span *spans = ARENA_ARRAY(task->arena, count, struct span);
    for (size_t i = 0; i < count; i++)
        spans[i] = fitting->parts->at.at[i].span;
    fitting->layout.goal.parts = spans;
    fitting->layout.goal.part_count = count;
    fitting->layout.goal.cut_count = fitting->parts->cut_count;
}

/* Cuts until the pages are few enough or nothing is left that may go. */
static struct attempt
cut(struct fitting *fitting, struct cut_list *cuts)
{
    const struct page_task *task = fitting->task;
    prepare_cuts(fitting);
    size_t most = fitting->parts->cut_count, done = 0;
    cuts->at = ARENA_ARRAY(task->arena, most, const struct edition_part *);
    cuts->heights = ARENA_ARRAY(task->arena, most, upt);
    cuts->is_cut = ARENA_ARRAY(task->arena, most, bool);
    struct attempt attempt =
        set_pages(fitting, task->edition, fitting->step_count);
    for (int i = 0; i < MOST_CUTS; i++) {
        const struct pages_fit *fit = fit_of(&attempt);
        if (!fit->missed || done == most)
            break;
        bool is_last = i + 1 == MOST_CUTS;
        done = fit->without > done ? fit->without : done + 1;
        if (done > most || is_last)
            done = most;
        choose_cuts(fitting, fit, done, is_last, cuts);
        drop(&attempt);
        attempt = set_pages(
            fitting,
            edition_without(task->arena, task->edition, cuts->at, cuts->count),
            fitting->step_count);
    }
    return attempt;
}

/* ---- the report ---------------------------------------------------------- */

static upt
line_height(const struct fitting *fitting, const struct attempt *attempt)
{
    return theme_measures(attempt->theme, fitting->task->kind).leading;
}

static size_t
lines_in(upt height, upt line)
{
    size_t lines = line > 0 ? (size_t)((height + line / 2) / line) : 0;
    return lines ? lines : 1;
}

/* "body text from 10.5 to 9.8 pt", when that is a change. */
static void
say_change(const struct fitting *fitting, const char *what, upt from, upt to,
           const char *unit)
{
    struct arena *arena = fitting->task->arena;
    struct buf before = buf_new(arena), after = buf_new(arena);
    upt_print(&before, from, 2);
    upt_print(&after, to, 2);
    if (str_equal(buf_str(&before), buf_str(&after)))
        return;
    *list_add(arena, &fitting->report->changes) =
        str_format(arena, "%s from %.*s to %.*s%s", what,
                   STR_ARG(buf_str(&before)), STR_ARG(buf_str(&after)), unit);
}

static void
say_spaces(const struct fitting *fitting, int64_t per_mille)
{
    struct arena *arena = fitting->task->arena;
    int64_t percent = (llabs(per_mille) + 5) / 10;
    bool has_chapters = fitting->task->kind == DOCUMENT_PORTFOLIO;
    if (percent)
        *list_add(arena, &fitting->report->changes) =
            str_format(arena, "spaces between items and entries %s%d%% %s",
                       has_chapters ? "up to " : "", (int)percent,
                       per_mille < 0 ? "smaller" : "larger");
}

#define PER_INCH 72

/* Distance of lines as people set it: 1.34 of the size. */
static upt
spacing_of(const struct theme_measures *look, int64_t change)
{
    upt leading = look->leading + look->leading / 1000 * change;
    return upt_scale(UPT_PER_PT, leading, look->size);
}

static void
report_changes(const struct fitting *fitting, const struct attempt *attempt)
{
    enum document_kind kind = fitting->task->kind;
    const struct theme_measures from =
        theme_measures(fitting->task->theme, kind);
    const struct theme_measures to = theme_measures(attempt->theme, kind);
    const struct pages_fit *fit = fit_of(attempt);
    say_spaces(fitting, fit->gap_change);
    say_change(fitting, "line spacing", spacing_of(&from, 0),
               spacing_of(&to, fit->leading_change), "");
    say_change(fitting, "body text", from.size, to.size, " pt");
    say_change(fitting, "top margin", from.top / PER_INCH, to.top / PER_INCH,
               " in");
    say_change(fitting, "bottom margin", from.bottom / PER_INCH,
               to.bottom / PER_INCH, " in");
    say_change(fitting, "left margin", from.left / PER_INCH, to.left / PER_INCH,
               " in");
    say_change(fitting, "right margin", from.right / PER_INCH,
               to.right / PER_INCH, " in");
}

static void
report_cuts(const struct fitting *fitting, const struct attempt *attempt,
            const struct cut_list *cuts)
{
    struct arena *arena = fitting->task->arena;
    upt line = line_height(fitting, attempt);
    for (size_t i = 0; i < cuts->count; i++) {
        const struct edition_part *part = cuts->at[i];
        if (cuts->heights[i] <= 0)
            continue;
        *list_add(arena, &fitting->report->cuts) = (struct page_cut){
            .path = part->path,
            .words = part->words,
            .span = part->span,
            .priority = part->priority,
            .lines = lines_in(cuts->heights[i], line),
        };
    }
}

/* ---- what cannot be met -------------------------------------------------- */

static struct str
range_words(struct arena *arena, const struct page_range *pages)
{
    if (pages->least && pages->least < pages->most)
        return str_format(arena, "%zu to %zu pages", pages->least, pages->most);
    return str_format(arena, "%zu page%s", pages->most,
                      pages->most == 1 ? "" : "s");
}

/* The section that a part stands in. */
static struct str
section_of(const struct edition_part *part)
{
    struct str path = part->path;
    size_t end = 0;
    if (str_starts(path, STR("basics.")))
        path = str_slice(path, 7, path.len);
    while (end < path.len && path.at[end] != '[' && path.at[end] != '.')
        end++;
    return str_slice(path, 0, end);
}

struct section_height {
    struct str name;
    upt height;
};

static int
compare_heights(const void *a, const void *b)
{
    const struct section_height *x = a, *y = b;
    if (x->height != y->height)
        return x->height > y->height ? -1 : 1;
    return x->name.at < y->name.at ? -1 : 1;
}

#define LARGEST_NAMED 4

/* "experience (32 lines), education (11 lines)" */
static struct str
largest_parts(const struct fitting *fitting, const struct attempt *attempt)
{
    struct arena *arena = fitting->task->arena;
    const struct edition_parts *parts = fitting->parts;
    const upt *heights = fit_of(attempt)->part_heights;
    LIST(struct section_height) sums = {0};
    for (size_t i = 0; i < parts->at.count; i++) {
        struct str name = section_of(&parts->at.at[i]);
        size_t k = 0;
        while (k < sums.count && !str_equal(sums.at[k].name, name))
            k++;
        if (k == sums.count)
            list_add(arena, &sums)->name = name;
        sums.at[k].height += heights[i];
    }
    if (sums.count > 1)
        qsort(sums.at, sums.count, sizeof sums.at[0], compare_heights);
    struct buf out = buf_new(arena);
    upt line = line_height(fitting, attempt);
    for (size_t i = 0; i < sums.count && i < LARGEST_NAMED; i++)
        if (sums.at[i].height > 0)
            buf_print(&out, "%s%.*s (%zu lines)", i ? ", " : "",
                      STR_ARG(sums.at[i].name),
                      lines_in(sums.at[i].height, line));
    return buf_str(&out);
}

#define KEPT_NAMED 3

/* "experience[0], awards[1] and 2 more": what says that it must stay. */
static struct str
kept_parts(const struct fitting *fitting)
{
    const struct edition_parts *parts = fitting->parts;
    struct buf out = buf_new(fitting->task->arena);
    size_t count = 0;
    for (size_t i = 0; i < parts->at.count; i++) {
        const struct edition_part *part = &parts->at.at[i];
        if (!part->is_marked)
            continue;
        if (count++ < KEPT_NAMED)
            buf_print(&out, "%s%.*s", count > 1 ? ", " : "",
                      STR_ARG(part->path));
    }
    if (count > KEPT_NAMED)
        buf_print(&out, " and %zu more", count - KEPT_NAMED);
    return buf_str(&out);
}

/* `tight` is what remains when all is cut that may be. */
static void
refuse(const struct fitting *fitting, const struct attempt *tight)
{
    const struct page_task *task = fitting->task;
    const struct page_range *pages = &task->layout.goal.pages;
    size_t lines = lines_in(fit_of(tight)->over, line_height(fitting, tight));
    struct finding *finding = finding_add(
        task->findings, CODE_F103, task->said,
        "The %s does not fit on %.*s: %zu line%s too many.",
        document_name(task->kind),
        STR_ARG(range_words(task->arena, &(struct page_range){0, pages->most})),
        lines, lines == 1 ? "" : "s");
    finding_help(finding,
                 "set as tightly as the theme allows, and without "
                 "all that may be cut, it has %zu pages",
                 tight->paged.pages->at.count);
    struct str largest = largest_parts(fitting, tight);
    if (largest.len)
        finding_help(finding, "what is left: %.*s", STR_ARG(largest));
    struct str kept = kept_parts(fitting);
    if (kept.len)
        finding_help(finding, "kept by priority 5: %.*s", STR_ARG(kept));
    finding_help(finding, "shorten that, give what matters less a priority "
                          "below 5, or allow more pages");
}

/* ---- the whole ----------------------------------------------------------- */

static void
warn_of_few(const struct page_task *task, size_t count)
{
    const struct page_range *pages = &task->layout.goal.pages;
    if (count >= pages->least)
        return;
    struct finding *finding =
        finding_add(task->findings, CODE_F104, task->said,
                    "The %s has %zu page%s; %.*s were asked for.",
                    document_name(task->kind), count, count == 1 ? "" : "s",
                    STR_ARG(range_words(task->arena, pages)));
    finding_help(finding, "say more of what matters most, or ask for fewer");
}

/* Whatever was tried, the look is that of the design. */
static struct attempt
give_up(struct fitting *fitting, struct attempt tight)
{
    refuse(fitting, &tight);
    drop(&tight);
    fitting->layout.goal = (struct layout_goal){.pages = {0, 0}};
    return set_pages(fitting, fitting->task->edition, 0);
}

static struct paged
meet_goal(const struct page_task *task, struct page_report *report)
{
    struct fitting fitting = {
        .task = task,
        .report = report,
        .layout = task->layout,
        .step_count = theme_steps(task->theme, task->kind),
    };
    struct cut_list cuts = {0};
    struct attempt attempt = set_pages(&fitting, task->edition, 0);
    report->designed = fit_of(&attempt)->designed;
    attempt = tighten(&fitting, attempt);
    if (fit_of(&attempt)->missed) {
        drop(&attempt);
        attempt = cut(&fitting, &cuts);
    }
    report->is_met = !fit_of(&attempt)->missed;
    if (!report->is_met)
        attempt = give_up(&fitting, attempt);
    report->pages = attempt.paged.pages->at.count;
    if (!report->is_met)
        return attempt.paged;
    if (attempt.step > 0 || fit_of(&attempt)->is_changed)
        report_changes(&fitting, &attempt);
    report_cuts(&fitting, &attempt, &cuts);
    warn_of_few(task, report->pages);
    return attempt.paged;
}

struct paged
pages_compose(const struct page_task *task)
{
    return (struct paged){
        .edition = task->edition,
        .document = compose(task, task->arena, task->edition),
    };
}

struct paged
pages_make(const struct page_task *task, struct page_report *report)
{
    *report = (struct page_report){
        .kind = document_name(task->kind),
        .asked = task->layout.goal.pages,
    };
    if (report->asked.most)
        return meet_goal(task, report);
    struct paged paged = pages_compose(task);
    paged.pages = layout_pages(task->arena, task->findings, paged.document,
                               task->theme, task->fonts, &task->layout);
    return paged;
}
