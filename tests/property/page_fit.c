/*
 * A number of pages that is asked for, held against made-up people: the pages
 * are as few as asked or an error says why not; a look is never tighter than
 * readers can bear; what is worth most stays; more text never costs fewer
 * cuts; the same file gives the same pages; what was cut, taken out of the
 * file, leaves nothing to cut.
 */
#include "../../src/layout/look.h"
#include "base/buf.h"
#include "pipeline/build.h"

#include <stdio.h>

#include "../unit/unit.h"

enum { PEOPLE = 14, MOST_JOBS = 8, MOST_BULLETS = 7 };

/* ---- people -------------------------------------------------------------- */

struct bullet {
    unsigned words, seed;
    int priority; /* 0: not said */
    bool is_left_out;
};

struct person {
    struct bullet bullets[MOST_JOBS][MOST_BULLETS];
    size_t counts[MOST_JOBS];
    size_t jobs, awards;
};

/* Park and Miller's generator: the same numbers everywhere. */
static uint32_t
next_random(uint32_t *state)
{
    *state = (uint32_t)((uint64_t)*state * 48271 % 2147483647);
    return *state;
}

static size_t
up_to(uint32_t *state, size_t most)
{
    return next_random(state) % (most + 1);
}

static struct person
person_of(uint32_t seed)
{
    uint32_t state = seed * 7919 + 17;
    struct person person = {.jobs = 1 + up_to(&state, MOST_JOBS - 1),
                            .awards = up_to(&state, 6)};
    for (size_t j = 0; j < person.jobs; j++) {
        person.counts[j] = up_to(&state, MOST_BULLETS - 1);
        for (size_t i = 0; i < MOST_BULLETS; i++)
            person.bullets[j][i] = (struct bullet){
                .words = 4 + (unsigned)up_to(&state, 30),
                .seed = (unsigned)up_to(&state, 10000) + 1,
                .priority = up_to(&state, 3) ? 0 : (int)up_to(&state, 3) + 1,
            };
    }
    return person;
}

static void
write_bullet(struct buf *yaml, const struct bullet *bullet)
{
    static const char *const words[] = {
        "lowered", "the",   "wait",  "from",     "41",       "to",
        "26",      "staff", "costs", "minutes",  "in",       "six",
        "months",  "by",    "desk",  "schedule", "patients", "quarterly"};
    uint32_t state = bullet->seed;
    if (bullet->is_left_out)
        return;
    buf_add_text(yaml, "      - {text: \"Led");
    for (unsigned i = 0; i < bullet->words; i++)
        buf_print(yaml, " %s",
                  words[up_to(&state, sizeof words / sizeof *words - 1)]);
    buf_add_text(yaml, ".\"");
    if (bullet->priority)
        buf_print(yaml, ", priority: %d", bullet->priority);
    buf_add_text(yaml, "}\n");
}

static struct str
file_of(struct arena *arena, const struct person *person)
{
    struct buf yaml = buf_new(arena);
    buf_add_text(&yaml,
                 "basics: {name: Ann Lee, email: ann@mail.net, summary: A "
                 "manager of clinics with many years in health care.}\n"
                 "education: [{institution: State University, degree: MHA}]\n"
                 "experience:\n");
    for (size_t j = 0; j < person->jobs; j++) {
        buf_print(&yaml,
                  "  - organization: Clinic %zu\n    position: Manager\n"
                  "    start_date: %zu-01\n    end_date: %zu-01\n",
                  j, 2020 - 2 * j, 2022 - 2 * j);
        buf_add_text(&yaml, "    highlights:\n");
        for (size_t i = 0; i < person->counts[j]; i++)
            write_bullet(&yaml, &person->bullets[j][i]);
    }
    if (person->awards)
        buf_add_text(&yaml, "awards:\n");
    for (size_t i = 0; i < person->awards; i++)
        buf_print(&yaml, "  - {title: Award %zu, date: 2019-05}\n", i);
    return buf_str(&yaml);
}

/* ---- building ------------------------------------------------------------ */

static struct dossier_result
build(struct arena *arena, const struct person *person, size_t pages,
      const char *theme)
{
    const struct dossier_request request = {
        .name = STR("made-up.yaml"),
        .bytes = file_of(arena, person),
        .today = {.year = 2025, .month = 11, .day = 22},
        .today_is_given = true,
        .resume = true,
        .theme = str_from(theme),
        .pages[DOCUMENT_RESUME] = {.most = pages},
        .dump = STAGE_BYTES,
    };
    return dossier_build(arena, &request);
}

static bool
has_error(const struct dossier_result *result, enum code code)
{
    for (size_t i = 0; i < findings_count(result->findings); i++)
        if (findings_at(result->findings, i)->code == code)
            return true;
    return false;
}

static const struct page_report *
report_of(const struct dossier_result *result)
{
    assert_int_equal(result->page_reports.count, 1);
    return &result->page_reports.at[0];
}

/* The bullet that a cut is, or NULL. */
static struct bullet *
bullet_of(struct arena *arena, struct person *person,
          const struct page_cut *cut)
{
    unsigned job, bullet;
    const char *path = str_terminated(arena, cut->path);
    if (sscanf(path, "experience[%u].highlights[%u]", &job, &bullet) != 2)
        return NULL;
    return &person->bullets[job][bullet];
}

/* ---- what must hold ------------------------------------------------------ */

static const char *const themes[] = {"modern", "classic"};
#define THEMES (sizeof themes / sizeof *themes)

static void
pages_are_met_or_refused(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= PEOPLE; seed++)
        for (size_t pages = 1; pages <= 2; pages++) {
            struct arena *arena = arena_new();
            const struct person person = person_of(seed);
            const struct dossier_result result =
                build(arena, &person, pages, themes[seed % THEMES]);
            const struct page_report *report = report_of(&result);
            assert_int_equal(result.artifacts.count, 1);
            assert_int_equal(result.artifacts.at[0].page_count, report->pages);
            assert_true(report->is_met != has_error(&result, CODE_F103));
            assert_true(!report->is_met || report->pages <= pages);
            if (report->designed <= pages)
                assert_int_equal(report->cuts.count, 0);
            arena_free(arena);
        }
}

static void
the_same_file_gives_the_same_pages(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct person person = person_of(5);
    const struct dossier_result one = build(arena, &person, 1, "modern");
    const struct dossier_result two = build(arena, &person, 1, "modern");
    assert_true(
        str_equal(one.artifacts.at[0].bytes, two.artifacts.at[0].bytes));
    arena_free(arena);
}

static void
more_text_never_costs_fewer_cuts(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= PEOPLE; seed++) {
        struct arena *arena = arena_new();
        struct person person = person_of(seed);
        const struct dossier_result shorter =
            build(arena, &person, 1, themes[seed % THEMES]);
        size_t before = report_of(&shorter)->cuts.count;
        bool was_met = report_of(&shorter)->is_met;
        person.counts[0]++;
        const struct dossier_result longer =
            build(arena, &person, 1, themes[seed % THEMES]);
        if (was_met && report_of(&longer)->is_met)
            assert_true(report_of(&longer)->cuts.count >= before);
        assert_true(was_met || !report_of(&longer)->is_met);
        arena_free(arena);
    }
}

static void
what_is_worth_most_stays(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= PEOPLE; seed++) {
        struct arena *arena = arena_new();
        struct person person = person_of(seed);
        const struct dossier_result result =
            build(arena, &person, 1, themes[seed % THEMES]);
        const struct page_report *report = report_of(&result);
        struct bullet *kept = NULL;
        for (size_t i = 0; i < report->cuts.count && !kept; i++)
            kept = bullet_of(arena, &person, &report->cuts.at[i]);
        if (kept) {
            kept->priority = 5;
            const struct dossier_result again =
                build(arena, &person, 1, themes[seed % THEMES]);
            report = report_of(&again);
            for (size_t i = 0; i < report->cuts.count; i++)
                assert_ptr_not_equal(
                    bullet_of(arena, &person, &report->cuts.at[i]), kept);
        }
        arena_free(arena);
    }
}

/* Lowest priorities go first, whatever else the order looks at. */
static void
low_priorities_go_first(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= PEOPLE; seed++) {
        struct arena *arena = arena_new();
        const struct person person = person_of(seed);
        const struct dossier_result result =
            build(arena, &person, 1, themes[seed % THEMES]);
        const struct page_report *report = report_of(&result);
        for (size_t i = 1; i < report->cuts.count; i++)
            assert_true(report->cuts.at[i].priority >=
                        report->cuts.at[i - 1].priority);
        for (size_t i = 0; i < report->cuts.count; i++)
            assert_true(report->cuts.at[i].priority < 5);
        arena_free(arena);
    }
}

static void
what_was_cut_is_no_longer_missed(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= PEOPLE; seed++) {
        struct arena *arena = arena_new();
        struct person person = person_of(seed);
        const struct dossier_result result =
            build(arena, &person, 1, themes[seed % THEMES]);
        const struct page_report *report = report_of(&result);
        bool only_bullets = report->is_met;
        for (size_t i = 0; i < report->cuts.count; i++) {
            struct bullet *bullet =
                bullet_of(arena, &person, &report->cuts.at[i]);
            only_bullets &= bullet != NULL;
            if (bullet)
                bullet->is_left_out = true;
        }
        const struct dossier_result again =
            build(arena, &person, 1, themes[seed % THEMES]);
        if (only_bullets)
            assert_int_equal(report_of(&again)->cuts.count, 0);
        arena_free(arena);
    }
}

/* ---- looks --------------------------------------------------------------- */

static void
looks_stay_legible(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct findings *findings = findings_new(arena, sources_new(arena));
    const struct theme_name *names;
    size_t count = theme_names(arena, &names);
    for (size_t i = 0; i < count; i++)
        for (int kind = 0; kind <= DOCUMENT_LETTER; kind++) {
            const struct theme *theme =
                theme_load(arena, findings,
                           &(struct theme_request){.name = names[i].name});
            const struct theme_measures design =
                theme_measures(theme, (enum document_kind)kind);
            int64_t gain = 0;
            size_t steps = theme_steps(theme, (enum document_kind)kind);
            for (size_t step = 0; step <= steps; step++) {
                const struct theme *tight = theme_tightened(
                    arena, theme, (enum document_kind)kind, step);
                const struct theme_measures measures =
                    theme_measures(tight, (enum document_kind)kind);
                const upt margins[][2] = {{measures.top, design.top},
                                          {measures.right, design.right},
                                          {measures.bottom, design.bottom},
                                          {measures.left, design.left}};
                assert_true(measures.size >= PT(9));
                assert_true(measures.leading >= measures.size);
                for (size_t k = 0; k < 4; k++)
                    assert_true(margins[k][0] >= PT(36) ||
                                margins[k][0] == margins[k][1]);
                int64_t now = theme_gain(theme, (enum document_kind)kind, step);
                assert_true(now >= gain);
                gain = now;
            }
        }
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_met_or_refused),
        cmocka_unit_test(the_same_file_gives_the_same_pages),
        cmocka_unit_test(more_text_never_costs_fewer_cuts),
        cmocka_unit_test(what_is_worth_most_stays),
        cmocka_unit_test(low_priorities_go_first),
        cmocka_unit_test(what_was_cut_is_no_longer_missed),
        cmocka_unit_test(looks_stay_legible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
