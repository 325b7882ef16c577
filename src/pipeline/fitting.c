/* What is told of the pages that were asked for: what was changed and cut, or
   what is too much. */
#include "fitting.h"

#include <stdlib.h>

#include "base/buf.h"

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

void
fitting_tell_look(const struct fitting *fitting, const struct attempt *attempt)
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

void
fitting_tell_cuts(const struct fitting *fitting, const struct attempt *attempt,
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

void
fitting_refuse(const struct fitting *fitting, const struct attempt *tight)
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
    if (task->is_usual && finding->severity > SEVERITY_WARNING)
        finding->severity = SEVERITY_WARNING;
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

void
fitting_tell_few(const struct page_task *task, size_t count)
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
