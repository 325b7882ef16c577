/*
 * What `dossier match` promises of every file: the JSON is as its schema says,
 * the figure can be done again with a pencil, no pile of keywords raises it,
 * and nothing that is withheld is quoted.
 */
#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "base/file.h"
#include "json_schema.h"
#include "pack/pack.h"
#include "pipeline/build.h"

static struct str
bytes_of(struct arena *arena, const char *path)
{
    struct str bytes = STR("");

    (void)file_read(arena, path, 1u << 20, &bytes);
    return bytes;
}

/* The report as JSON, or as text. */
static struct str
match_of(struct arena *arena, struct str me, struct str job, const char *role,
         bool is_json)
{
    const struct dossier_request request = {
        .name = STR("me.yaml"),
        .bytes = me,
        .today = {.year = 2025, .month = 11, .day = 22},
        .audience = AUDIENCE_EMPLOYER,
        .job_name = job.len ? STR("job.txt") : STR(""),
        .job_bytes = job,
        .role = str_from(role),
        .report = REPORT_MATCH,
        .report_json = is_json,
        .width = 80,
        .dump = STAGE_BYTES,
    };

    return dossier_build(arena, &request).dump;
}

static int
number_of(const struct json *map, const char *key)
{
    return (int)json_member(map, key)->number;
}

/* Sums of the points that count; a group counts when a branch is met. */
static void
check_sums(const struct json *match)
{
    const struct json *all = json_member(match, "requirements");
    const struct json *sums = json_member(match, "arithmetic");
    int points = 0, of = 0;

    for (size_t i = 0; i < all->items.count; i++) {
        const struct json *at = all->items.at[i];
        const struct json *group = json_member(at, "group_met");
        struct str status = json_member(at, "status")->text;
        bool met = str_is(status, "met") || str_is(status, "evidenced");

        if (!json_member(at, "counted")->number != 0)
            continue;
        of += number_of(at, "points");
        if (group ? group->number != 0 : met)
            points += number_of(at, "points");
    }
    assert_int_equal(points, number_of(sums, "points"));
    assert_int_equal(of, number_of(sums, "of"));
    assert_int_equal(of ? 100 * points / of : 0, number_of(match, "coverage"));
}

static void
every_case_is_as_its_schema_says(void **state)
{
    const struct json *schema = json_read(
        *state,
        embedded_find(STR("include/edition/schemas/match.json"))->bytes);
    DIR *folder = opendir("tests/cli");
    size_t count = 0;

    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        struct str name = str_from(entry->d_name);
        struct str me = bytes_of(
            *state,
            str_format(*state, "tests/cli/%.*s/me.yaml", STR_ARG(name)).at);
        struct str job = bytes_of(
            *state,
            str_format(*state, "tests/cli/%.*s/job.txt", STR_ARG(name)).at);

        if (!str_starts(name, STR("match-")) || !me.len)
            continue;
        struct str text =
            match_of(*state, me, job, job.len ? "" : "practice-manager", true);
        if (!text.len)
            continue; /* stopped by an error */
        const struct json *match = json_read(*state, text);
        if (!match)
            fail_msg("%s: not JSON", entry->d_name);
        struct str problem = json_problem(*state, schema, match);
        if (problem.len)
            fail_msg("%s: %.*s", entry->d_name, STR_ARG(problem));
        check_sums(match);
        count++;
    }
    closedir(folder);
    assert_in_range(count, 12, 1000);
}

/* ---- keywords ---------------------------------------------------------- */

static const char base[] =
    "basics: {name: Dana Whitlow, email: dana@whitlow.example%s}\n"
    "education:\n"
    "  - {institution: Prairie State, degree: BS, end_date: 2017-05}\n"
    "experience:\n"
    "  - organization: Harbor Point Clinic\n"
    "    position: Clinic Manager\n"
    "    start_date: 2021-03\n"
    "    end_date: present\n"
    "    highlights:\n"
    "      - Rebuilt staff scheduling for 24 nurses and cut overtime by 18%%.\n"
    "%s"
    "%s";

static const char posting[] =
    "Quality Manager\n\nRequirements\n- Experience with Epic and Tableau\n"
    "- Staff scheduling\n- Lean Six Sigma\n- HEDIS\n- SQL\n- Budgeting\n"
    "- 3 years of management experience\n\nPreferred\n- Telehealth\n";

static int
coverage_of(struct arena *arena, const char *headline, const char *bullets,
            const char *more, const char *role)
{
    char text[1 << 14];
    int len = snprintf(text, sizeof text, base, headline, bullets, more);
    assert_in_range(len, 1, sizeof text - 1);
    struct str me = str_copy(arena, (struct str){text, (size_t)len});
    struct str job = *role ? STR("") : str_from(posting);
    const struct json *match =
        json_read(arena, match_of(arena, me, job, role, true));
    assert_non_null(match);
    return number_of(match, "coverage");
}

static void
no_pile_of_keywords_raises_it(void **state)
{
    static const struct {
        const char *headline, *bullets, *more;
    } piles[] = {
        {", headline: \"Epic, Tableau, Lean Six Sigma, HEDIS, SQL\"", "", ""},
        {", summary: \"Knows Epic, Tableau, HEDIS and SQL.\"", "", ""},
        {"", "      - Epic, Tableau, Lean Six Sigma, HEDIS, SQL\n", ""},
        {"", "      - \"Epic | Tableau | HEDIS | SQL | budgeting\"\n", ""},
        {"", "      - \"Skills: Epic, Tableau, HEDIS, SQL, telehealth\"\n", ""},
        {"", "      - Epic Tableau HEDIS SQL telehealth budgeting\n", ""},
        {"", "      - Proficient in Epic, Tableau, HEDIS and SQL\n", ""},
        {"", "      - \"Core competencies: Epic, Tableau, HEDIS, SQL\"\n", ""},
        {"", "      - Epic\n      - Tableau\n      - HEDIS\n", ""},
        {"", "", "skills: [{name: Epic}, {name: Tableau}, {name: HEDIS}]\n"},
        {"", "",
         "skills: [{name: Tools, keywords: [Epic, Tableau, HEDIS, SQL, "
         "Epic, Epic, telehealth, budgeting]}]\n"},
        {"", "", "systems: [{name: Epic}, {name: Tableau}]\n"},
        {"", "",
         "variants: [{name: a, keywords: [Epic, Tableau], required_keywords: "
         "[HEDIS, SQL, telehealth]}]\n"},
        {"", "      - Used Epic, Tableau, SQL, HEDIS and telehealth\n", ""},
        {"", "      - Worked daily with Epic, Tableau, SQL and HEDIS\n", ""},
        {"", "      - 5 years Epic, 4 years Tableau, 3 years SQL\n", ""},
        {"", "      - Epic 2021, Tableau 2022, SQL 2023, HEDIS 2024\n", ""},
        {"",
         "      - Epic Tableau SQL HEDIS dynamic results-driven leader proven "
         "team player\n",
         ""},
        {"", "      - Eager to learn Epic and Tableau and to grow with SQL.\n",
         ""},
        {"", "      - No experience with Epic or Tableau yet; I learn fast.\n",
         ""},
        {"", "      - \"\\u200BEpic\\u200B, Tableau\\u200B, SQL\\u00AD\"\n",
         ""},
        {"",
         "      - {text: Took calls of patients., tags: [Epic, Tableau, "
         "SQL]}\n",
         ""},
        {"",
         "      - {text: Built 14 Tableau dashboards in 2022., private: "
         "true}\n",
         ""},
        {"", "",
         "letter: {recipient: {name: Sam Ortiz}, paragraphs: [I led Epic and "
         "cut HEDIS gaps by 20% with SQL in 2023.]}\n"},
        {"", "", "awards: [{title: Epic SQL Tableau}]\n"},
        {"", "", "publications: [{title: Epic}, {title: Tableau}]\n"},
        {"", "", "work_samples: [{title: Epic, kind: policy}]\n"},
        {"", "", "compliance: [{framework: HEDIS}]\n"},
        {"", "", "systems: [{name: Epic, role: user}]\n"},
        {"", "", "case_studies: [{title: Epic, systems: [Tableau, SQL]}]\n"},
        {"", "", "certifications: [{name: Epic}, {name: SQL}]\n"},
        {"", "", "custom: [{title: Keys, entries: [{title: Epic}]}]\n"},
        {"", "",
         "volunteer: [{organization: Shelter, position: Epic Tableau SQL "
         "HEDIS}]\n"},
    };
    static const char *const roles[] = {"", "quality-analytics"};

    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        int plain = coverage_of(*state, "", "", "", roles[r]);

        for (size_t i = 0; i < sizeof piles / sizeof *piles; i++) {
            int got = coverage_of(*state, piles[i].headline, piles[i].bullets,
                                  piles[i].more, roles[r]);
            if (got != plain)
                fail_msg("pile %zu, role \"%s\": %d, not %d", i, roles[r], got,
                         plain);
        }
    }
}

/* Names of the pack's skills, all in a list, in one bullet each and in rows. */
static void
no_skill_of_the_pack_counts_by_its_name(void **state)
{
    const struct pack *pack = pack_find(STR("health-management"));
    size_t count;
    const struct pack_skill *skills = pack_skills(pack, &count);
    int plain = coverage_of(*state, "", "", "", "quality-analytics");

    for (size_t from = 0; from < count; from += 12) {
        struct buf list = buf_new(*state), rows = buf_new(*state);
        buf_add_text(&list, "skills:\n");
        buf_add_text(&rows, "      - \"");
        for (size_t i = from; i < count && i < from + 12; i++) {
            if (!skills[i].aliases.count)
                continue;
            buf_print(&list, "  - {name: \"%.*s\"}\n",
                      STR_ARG(pack_list_at(skills[i].aliases, 0)));
            buf_print(&rows, "%.*s, ",
                      STR_ARG(pack_list_at(skills[i].aliases, 0)));
        }
        buf_add_text(&rows, "\"\n");
        int got = coverage_of(
            *state, "", str_terminated(*state, buf_str(&rows)),
            str_terminated(*state, buf_str(&list)), "quality-analytics");
        if (got != plain)
            fail_msg("skills from %zu: %d, not %d", from, got, plain);
    }
}

/* Lines that say what was done are what raises it. */
static void
lines_of_work_raise_it(void **state)
{
    static const char *const lines[] = {
        "      - Built a Tableau dashboard of no-shows for four clinics.\n",
        "      - Led the Epic go-live at three clinics.\n",
        "      - Built dashboards in Tableau, SQL and Epic for 40 managers.\n",
        "      - Administer Epic, Tableau, and SQL Server for 4 hospitals\n",
        "      - Migrated from Cerner to Epic.\n",
        "      - Introduced telehealth.\n",
        "      - Telehealth visits rose from 3% to 21%.\n",
        "      - Used SQL to find 1,200 duplicate charts.\n",
    };
    int plain = coverage_of(*state, "", "", "", "");

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (coverage_of(*state, "", lines[i], "", "") <= plain)
            fail_msg("\"%s\" raises nothing", lines[i]);
}

/* ---- what is withheld ---------------------------------------------------- */

static void
nothing_private_is_quoted(void **state)
{
    static const char *const words[] = {"zebra", "okapi", "uokka"};
    struct str me = bytes_of(*state, "tests/cli/match-private-entry/me.yaml");
    struct str job = bytes_of(*state, "tests/cli/match-private-entry/job.txt");

    for (int json = 0; json < 2; json++) {
        struct str text = match_of(*state, me, job, "", json);

        assert_true(text.len > 0);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (str_holds_nocase(text, str_from(words[i])))
                fail_msg("\"%s\" is quoted", words[i]);
    }
}

static void
the_same_input_gives_the_same_bytes(void **state)
{
    struct str me = bytes_of(*state, "examples/noor-haddad.yaml");
    struct str first = match_of(*state, me, str_from(posting), "", true);

    assert_true(first.len > 0);
    assert_true(
        str_equal(first, match_of(*state, me, str_from(posting), "", true)));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(every_case_is_as_its_schema_says),
        UNIT_TEST(no_pile_of_keywords_raises_it),
        UNIT_TEST(no_skill_of_the_pack_counts_by_its_name),
        UNIT_TEST(lines_of_work_raise_it),
        UNIT_TEST(nothing_private_is_quoted),
        UNIT_TEST(the_same_input_gives_the_same_bytes),
    };

    return cmocka_run_group_tests_name("edition_match", tests, NULL, NULL);
}
