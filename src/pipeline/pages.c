/*
 * A number of pages is met by the least that does it. The document is set as
 * designed; layout, which knows how high everything is, says whether it fits
 * with tighter spaces, and if not, how much more a page would have to hold.
 * From that follows which step of the theme (smaller text, narrower margins)
 * will do; only where the last one does not, content is cut, and layout has
 * said how much. So two or three settings are enough for most files.
 */
#include "fitting.h"

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
    struct arena *arena = arena_new_beside(task->arena);
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

static void
drop(struct attempt *attempt)
{
    arena_free(attempt->paged.arena);
}

/* From now on layout is told what may be left out. */
static void
prepare_cuts(struct fitting *fitting)
{
    const struct page_task *task = fitting->task;
    if (fitting->parts)
        return;
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
tighten(struct fitting *fitting, struct attempt attempt)
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
        if (step == fitting->step_count)
            prepare_cuts(fitting);
        attempt = set_pages(fitting, task->edition, step);
    }
    return relax(fitting, attempt, too_loose);
}

/* ---- cuts ---------------------------------------------------------------- */

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

/* The tightest setting, its parts measured. */
static struct attempt
set_tightest(struct fitting *fitting, struct attempt attempt)
{
    bool is_measured = fitting->parts && attempt.step == fitting->step_count;
    if (is_measured)
        return attempt;
    drop(&attempt);
    prepare_cuts(fitting);
    return set_pages(fitting, fitting->task->edition, fitting->step_count);
}

/* Goes on from a setting that is too long: cuts until the pages are few enough
   or nothing is left that may go. */
static struct attempt
cut(struct fitting *fitting, struct attempt attempt, struct cut_list *cuts)
{
    const struct page_task *task = fitting->task;
    attempt = set_tightest(fitting, attempt);
    size_t most = fitting->parts->cut_count, done = 0;
    cuts->at = ARENA_ARRAY(task->arena, most, const struct edition_part *);
    cuts->heights = ARENA_ARRAY(task->arena, most, upt);
    cuts->is_cut = ARENA_ARRAY(task->arena, most, bool);
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

/* ---- the whole ----------------------------------------------------------- */

/* Whatever was tried, the look is that of the design. */
static struct attempt
give_up(struct fitting *fitting, struct attempt tight)
{
    fitting_refuse(fitting, &tight);
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
    if (fit_of(&attempt)->missed)
        attempt = cut(&fitting, attempt, &cuts);
    report->is_met = !fit_of(&attempt)->missed;
    if (!report->is_met)
        attempt = give_up(&fitting, attempt);
    report->pages = attempt.paged.pages->at.count;
    if (!report->is_met)
        return attempt.paged;
    if (attempt.step > 0 || fit_of(&attempt)->is_changed)
        fitting_tell_look(&fitting, &attempt);
    fitting_tell_cuts(&fitting, &attempt, &cuts);
    fitting_tell_few(task, report->pages);
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
    struct fitting fitting = {.task = task, .layout = task->layout};
    return set_pages(&fitting, task->edition, 0).paged;
}
