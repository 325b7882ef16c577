/* Postings of all fields and styles, written for the purpose, each beside the
   requirements it has: tests/needs/NAME.txt and NAME.needs with a line
   "required license rn" for each. All are read but for a few in a hundred, and
   as little is read that is not there. */
#include "job/job.h"

#include <dirent.h>

#include "base/file.h"
#include "diag/source.h"

#include "unit.h"

#define FOLDER "tests/needs"
#define LEAST_PERCENT 95

static const struct job *
job_of(struct arena *arena, const char *path, const struct pack *pack)
{
    struct str bytes;
    struct file_error error = file_read(arena, path, 1 << 20, &bytes);
    assert_false(error.failed);
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, str_from(path), bytes);
    return job_read(arena, findings, pack, source);
}

static struct str
line_of(struct arena *arena, const struct job_need *need)
{
    const char *mode = need->is_required ? "required" : "preferred";
    const char *kind = job_need_kind_name(need->kind);
    if (need->kind == JOB_YEARS)
        return str_format(arena, "%s %s %g", mode, kind, need->years);
    return str_format(arena, "%s %s %.*s", mode, kind, STR_ARG(need->id));
}

struct score {
    size_t expected, found, read;
};

static void
compare(struct arena *arena, const char *name, struct score *score)
{
    const struct pack *pack = pack_find(STR("health-management"));
    struct str base = str_format(arena, FOLDER "/%s", name), rest;
    base.len -= strlen(".txt");
    const struct job *job =
        job_of(arena, str_format(arena, "%.*s.txt", STR_ARG(base)).at, pack);
    bool used[64] = {false};
    struct file_error error =
        file_read(arena, str_format(arena, "%.*s.needs", STR_ARG(base)).at,
                  1 << 20, &rest);
    assert_false(error.failed);
    for (size_t i = 0; i < job->needs.count; i++)
        score->read += job->needs.at[i].kind != JOB_OTHER_NEED;
    while (rest.len) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        size_t i = 0;
        while (i < job->needs.count && i < 64 &&
               (used[i] || !str_equal(line_of(arena, &job->needs.at[i]), line)))
            i++;
        score->expected++;
        if (i < job->needs.count && i < 64) {
            score->found++;
            used[i] = true;
        } else {
            print_message("%s: not read: %.*s\n", name, STR_ARG(line));
        }
    }
    for (size_t i = 0; i < job->needs.count && i < 64; i++)
        if (!used[i] && job->needs.at[i].kind != JOB_OTHER_NEED)
            print_message("%s: not there: %.*s\n", name,
                          STR_ARG(line_of(arena, &job->needs.at[i])));
}

static void
requirements_of_postings_are_read(void **state)
{
    struct score score = {0};
    DIR *folder = opendir(FOLDER);
    assert_non_null(folder);
    size_t postings = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!str_ends(str_from(entry->d_name), STR(".txt")))
            continue;
        compare(*state, entry->d_name, &score);
        postings++;
    }
    (void)closedir(folder); /* only read */
    assert_true(postings >= 30);
    assert_true(score.found * 100 >= score.expected * LEAST_PERCENT);
    assert_true(score.found * 100 >= score.read * LEAST_PERCENT);
}

static const struct job *
job_of_text(void **state, const char *text)
{
    struct sources *sources = sources_new(*state);
    struct findings *findings = findings_new(*state, sources);
    uint32_t source = sources_add(sources, STR("ad.txt"), str_from(text));
    return job_read(*state, findings, pack_find(STR("")), source);
}

static void
alternatives_stand_in_one_group(void **state)
{
    const struct job *job =
        job_of_text(state, "Clerk\n\nRequirements\nLPN or RN license required\n"
                           "Bachelor's degree or equivalent experience\n");
    assert_int_equal(job->needs.count, 4);
    assert_int_not_equal(job->needs.at[0].group, 0);
    assert_int_equal(job->needs.at[0].group, job->needs.at[1].group);
    assert_int_not_equal(job->needs.at[0].branch, job->needs.at[1].branch);
    assert_int_equal(job->needs.at[2].group, job->needs.at[3].group);
    assert_int_equal(job->needs.at[3].kind, JOB_OTHER_NEED);
    assert_int_not_equal(job->needs.at[0].group, job->needs.at[2].group);
}

static void
what_belongs_to_one_alternative_stays_together(void **state)
{
    const struct job *job = job_of_text(
        state, "Clerk\n\nRequirements\n"
               "Master's degree and two years of experience or bachelor's "
               "degree and five years of experience\n");
    assert_int_equal(job->needs.count, 4);
    assert_int_equal(job->needs.at[0].branch, job->needs.at[1].branch);
    assert_int_equal(job->needs.at[2].branch, job->needs.at[3].branch);
    assert_int_not_equal(job->needs.at[0].branch, job->needs.at[2].branch);
}

static void
fields_and_words_are_told(void **state)
{
    const struct job *job = job_of_text(
        state, "Clerk\n\nRequirements\n- Bachelor's degree in health care "
               "administration, business or related field; 3 years of "
               "supervisory experience\n");
    assert_int_equal(job->needs.count, 2);
    assert_str(job->needs.at[0].field, "health care administration, business");
    assert_int_equal(job->needs.at[0].line, 4);
    assert_true(job->needs.at[1].in_charge);
    assert_str(job->needs.at[1].text, "3 years of supervisory experience");
}

static void
a_hostile_posting_costs_no_more_than_its_length(void **state)
{
    struct buf text = buf_new(*state);
    buf_add_text(&text, "Clerk\n\nRequirements\n");
    for (int i = 0; i < 3000; i++)
        buf_print(&text, "- Certified Widget%d Maker or 5 years ( ) 1/\n", i);
    struct sources *sources = sources_new(*state);
    struct findings *findings = findings_new(*state, sources);
    uint32_t source = sources_add(sources, STR("ad.txt"), buf_str(&text));
    const struct job *job =
        job_read(*state, findings, pack_find(STR("")), source);
    assert_true(job->needs.count <= 400);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(requirements_of_postings_are_read),
        UNIT_TEST(alternatives_stand_in_one_group),
        UNIT_TEST(what_belongs_to_one_alternative_stays_together),
        UNIT_TEST(fields_and_words_are_told),
        UNIT_TEST(a_hostile_posting_costs_no_more_than_its_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
