/*
 * What a posting asks for, against what a careful recruiter would list:
 * tests/postings/NAME.txt (or .json) with NAME.asked:
 *
 *     # pack: general
 *     # role: sales           (of the pack; none; ? is not judged)
 *     + words | @id           must be found, one of these
 *     ? words | @id           may be found
 *     - words | @id           must not be found
 *
 * A term is meant by the words that the posting has or by the id of the skill
 * or the figure; what is found and not meant counts against precision.
 */
#include "job/job.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

#include "unit.h"

#define FOLDER "tests/postings"
#define PRECISION_LEAST 93
#define RECALL_LEAST 88
#define ROLES_LEAST 85

struct sums {
    size_t right, wrong, found, missed, roles, right_roles;
};

/* ---- one posting -----------------------------------------------------------
 */

static struct str
read_file(struct arena *arena, struct str name, const char *end)
{
    struct str bytes = {NULL, 0};
    struct str path = str_format(arena, FOLDER "/%.*s%s", STR_ARG(name), end);
    struct file_error error = file_read(arena, path.at, JOB_SIZE_LIMIT, &bytes);
    return error.failed ? STR("") : bytes;
}

static const struct job *
job_of(struct arena *arena, const struct pack *pack, struct str name,
       struct str bytes)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    return job_read(arena, findings, pack, sources_add(sources, name, bytes));
}

static struct str
id_of(const struct pack *pack, const struct job_term *term)
{
    size_t count;
    if (term->kind == JOB_SKILL)
        return pack_skills(pack, &count)[term->index].id;
    if (term->kind == JOB_KPI)
        return pack_str(pack_kpis(pack, &count)[term->index].id);
    return STR("");
}

static bool
is_meant(const struct pack *pack, const struct job_term *term, struct str words)
{
    words = str_trim(words);
    if (words.len && words.at[0] == '@')
        return str_equal(str_slice(words, 1, words.len), id_of(pack, term));
    return str_equal_nocase(words, term->text);
}

static bool
is_one_of(const struct pack *pack, const struct job_term *term, struct str line)
{
    struct str rest = str_slice(line, 2, line.len);
    while (rest.len)
        if (is_meant(pack, term, str_cut(&rest, '|')))
            return true;
    return false;
}

static bool
has_one_of(const struct pack *pack, const struct job *job, struct str line)
{
    for (size_t i = 0; i < job->terms.count; i++)
        if (is_one_of(pack, &job->terms.at[i], line))
            return true;
    return false;
}

/* The sign of the first line that means the term, or 0. */
static char
judged(const struct pack *pack, const struct job_term *term, struct str asked)
{
    while (asked.len) {
        struct str line = str_cut(&asked, '\n');
        if (line.len > 2 && line.at[0] != '#' && is_one_of(pack, term, line))
            return line.at[0];
    }
    return '\0';
}

static void
judge_role(struct sums *sums, const struct job *job, struct str line,
           struct str name)
{
    struct str wanted = str_trim(str_slice(line, 8, line.len));
    struct str got = job->role ? job->role->id : STR("none");
    if (str_is(wanted, "?"))
        return;
    sums->roles++;
    sums->right_roles += str_equal(wanted, got);
    if (!str_equal(wanted, got))
        print_message("# %.*s: role %.*s, not %.*s\n", STR_ARG(name),
                      STR_ARG(got), STR_ARG(wanted));
}

static void
judge_lines(struct sums *sums, const struct pack *pack, const struct job *job,
            struct str name, struct str asked)
{
    while (asked.len) {
        struct str line = str_cut(&asked, '\n');
        if (str_starts(line, STR("# role: ")))
            judge_role(sums, job, line, name);
        if (!str_starts(line, STR("+ ")))
            continue;
        bool found = has_one_of(pack, job, line);
        sums->found += found;
        sums->missed += !found;
        if (!found)
            print_message("# %.*s: not found: %.*s\n", STR_ARG(name),
                          STR_ARG(str_slice(line, 2, line.len)));
    }
}

static void
judge(struct arena *arena, struct str name, struct sums *sums)
{
    struct str asked = read_file(arena, name, ".asked"), rest = asked;
    struct str bytes = read_file(arena, name, ".txt");
    struct str pack_line = str_cut(&rest, '\n');
    const struct pack *pack =
        pack_find(str_trim(str_slice(pack_line, 8, pack_line.len)));
    if (!bytes.len)
        bytes = read_file(arena, name, ".json");
    assert_non_null(pack);
    assert_true(bytes.len > 0);
    const struct job *job = job_of(arena, pack, name, bytes);
    judge_lines(sums, pack, job, name, asked);
    for (size_t i = 0; i < job->terms.count; i++) {
        const struct job_term *term = &job->terms.at[i];
        char sign = judged(pack, term, asked);
        sums->right += sign == '+';
        sums->wrong += sign == '\0' || sign == '-';
        if (sign == '\0' || sign == '-')
            print_message("# %.*s: too much: %.*s (line %zu)\n", STR_ARG(name),
                          STR_ARG(term->text), term->line);
        if (sign == '-')
            fail_msg("%.*s must not be found in %.*s", STR_ARG(term->text),
                     STR_ARG(name));
        assert_in_range(term->weight, 1, 100);
        assert_true(term->place != JOB_BOILERPLATE);
    }
}

static void
terms_are_those_that_a_recruiter_lists(void **state)
{
    struct arena *arena = *state;
    struct sums sums = {0, 0, 0, 0, 0, 0};
    struct dirent **entries;
    int count = scandir(FOLDER, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        struct str name = str_copy(arena, str_from(entries[i]->d_name));
        if (str_ends(name, STR(".asked")))
            judge(arena, str_slice(name, 0, name.len - 6), &sums);
        free(entries[i]);
    }
    free(entries);
    size_t precision = sums.right * 100 / (sums.right + sums.wrong);
    size_t recall = sums.found * 100 / (sums.found + sums.missed);
    print_message("# precision %zu %%, recall %zu %%, roles %zu of %zu\n",
                  precision, recall, sums.right_roles, sums.roles);
    assert_true(precision >= PRECISION_LEAST);
    assert_true(recall >= RECALL_LEAST);
    assert_true(sums.right_roles * 100 >= sums.roles * ROLES_LEAST);
}

/* ---- single lines -----------------------------------------------------------
 */

static const struct {
    const char *pack, *line, *terms; /* by line; of a skill its id */
} lines[] = {
    {"health", "Managed budgets of three clinics", "budgeting"},
    {"health", "Budget planning and control", "budgeting"},
    {"health", "Scheduling of staff", "staff-scheduling"},
    {"health", "Experience with an EHR (Epic)", "ehr, Epic"},
    {"health", "Experience with EHR/EMR systems", "ehr"},
    {"health", "Reduce length of stay (LOS)", "los"},
    {"health", "Root-cause analyses", "risk-qa"},
    {"health", "Policy & procedure development", "policy-development"},
    {"general", "Proficient in C++, C# and .NET", "C++, C#, .NET"},
    {"general", "Skilled in R and SQL", "R, SQL"},
    {"general", "Knowledge of SAP S/4HANA and IFRS 17", "SAP S/4HANA, IFRS 17"},
    {"general", "Experience with Zentrio, Vexalo or similar tools",
     "Zentrio, Vexalo"},
    {"general", "Node.js, Kubernetes/Docker", "Node.js, Kubernetes, Docker"},
    {"general", "Word and Excel", "Word, Excel"},
    /* Near misses. */
    {"general", "You excel at what you do and word of mouth follows you", ""},
    {"general", "Excel at service", ""},
    {"general", "Epic journeys begin here", ""},
    {"health", "Reporting to the leadership team", ""},
    {"health", "Access to care for all", ""},
    {"health", "Good judgment under general supervision", ""},
    {"health", "A lean organization with epic views", ""},
    {"general", "Go above and beyond; react quickly", ""},
    {"general", "Registered with the Office of Health Review (OHR)", ""},
    {"general", "Available from April in Boston, MA", ""},
    {"general", "Master's degree or CPA preferred", ""},
    {"general", "R&D background", ""},
    {"general", "Authorized to work in the US; Spanish a plus", ""},
    {"general", "Sends work to Dr. Anna Holt, VP of Finance", ""},
};

static struct str
terms_text(struct arena *arena, const struct pack *pack, const struct job *job)
{
    struct buf out = buf_new(arena);
    bool *said = ARENA_ARRAY(arena, job->terms.count + 1, bool);
    for (size_t n = 0; n < job->terms.count; n++) {
        size_t next = SIZE_MAX;
        for (size_t i = 0; i < job->terms.count; i++)
            if (!said[i] &&
                (next == SIZE_MAX ||
                 job->terms.at[i].text.at < job->terms.at[next].text.at))
                next = i;
        const struct job_term *term = &job->terms.at[next];
        struct str id = id_of(pack, term);
        said[next] = true;
        buf_print(&out, "%s%.*s", out.len ? ", " : "",
                  STR_ARG(id.len ? id : term->text));
    }
    return buf_str(&out);
}

static void
lines_ask_for_what_they_name(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        bool health = strcmp(lines[i].pack, "health") == 0;
        const struct pack *pack =
            pack_find(health ? STR("health-management") : STR("general"));
        struct str bytes =
            str_format(arena, "Job\n\nRequirements\n\n- %s\n", lines[i].line);
        const struct job *job = job_of(arena, pack, STR("line"), bytes);
        struct str got = terms_text(arena, pack, job);
        if (!str_is(got, lines[i].terms))
            fail_msg("%s: expected \"%s\", got \"%.*s\"", lines[i].line,
                     lines[i].terms, STR_ARG(got));
    }
}

/* ---- weights
 * ----------------------------------------------------------------- */

static const struct job_term *
term_of(const struct job *job, const char *text)
{
    for (size_t i = 0; i < job->terms.count; i++)
        if (str_is(job->terms.at[i].text, text))
            return &job->terms.at[i];
    fail_msg("%s was not found", text);
    return NULL;
}

static void
the_place_decides_the_weight(void **state)
{
    struct arena *arena = *state;
    const struct job *job = job_of(
        arena, pack_find(STR("general")), STR("places"),
        STR("Tableau Administrator\n\nDuties\n- Use Asana every day\n"
            "- Track work with Jira and Asana\n\nRequirements\n- Python\n"
            "- Terraform is a plus\n\nPreferred\n- Kubernetes\n\n"
            "Benefits\n- Lessons in Photoshop\n"));
    const struct job_term *required = term_of(job, "Python");
    const struct job_term *wished = term_of(job, "Kubernetes");
    const struct job_term *daily = term_of(job, "Asana");
    assert_true(term_of(job, "Tableau")->weight > required->weight);
    assert_true(required->weight > wished->weight);
    assert_true(wished->weight > term_of(job, "Jira")->weight);
    assert_true(daily->weight > term_of(job, "Jira")->weight);
    assert_int_equal(daily->times, 2);
    assert_true(required->is_required);
    assert_false(wished->is_required);
    assert_false(term_of(job, "Terraform")->is_required);
    assert_int_equal(term_of(job, "Terraform")->place, JOB_PREFERRED);
    for (size_t i = 0; i < job->terms.count; i++)
        assert_false(str_is(job->terms.at[i].text, "Photoshop"));
}

static const struct {
    const char *pack, *title, *role;
} titles[] = {
    {"health", "Senior Director, Quality & Performance Improvement",
     "quality-analytics"},
    {"health", "Practice Administrator II", "practice-manager"},
    {"health", "VP, Revenue Cycle Operations", "finance-revenue-cycle"},
    {"health", "Nurse Manager - Emergency Department", "department-manager"},
    {"health", "Executive Director, Assisted Living", "ceo"},
    {"health", "Structural Welder", "none"},
    {"health", "Software Engineer", "none"},
    {"general", "Sr. Software Engineer - Payments", "software-engineer"},
    {"general", "Head of People", "people-partner"},
    {"general", "Warehouse Supervisor (2nd shift)", "logistics"},
    {"general", "Registered Nurse", "none"},
    {"general", "Community Affairs Assistant", "none"},
};

static void
titles_lead_to_roles(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        bool health = strcmp(titles[i].pack, "health") == 0;
        const struct pack *pack =
            pack_find(health ? STR("health-management") : STR("general"));
        struct str bytes = str_format(arena, "%s\n\nRequirements\n- Patience\n",
                                      titles[i].title);
        const struct job *job = job_of(arena, pack, STR("title"), bytes);
        assert_str(job->role ? job->role->id : STR("none"), titles[i].role);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(lines_ask_for_what_they_name),
        UNIT_TEST(the_place_decides_the_weight),
        UNIT_TEST(titles_lead_to_roles),
        UNIT_TEST(terms_are_those_that_a_recruiter_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
