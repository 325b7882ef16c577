/* What was compiled from templates/packs: found by id, consistent in itself. */
#include "base/stem.h"
#include "pack/lexicon.h"
#include "pack/pack.h"
#include "pack/role_file.h"

#include "unit.h"

static void
packs_are_found_by_name(void **state)
{
    (void)state;
    assert_non_null(pack_find(STR("general")));
    assert_non_null(pack_find(STR("health-management")));
    assert_ptr_equal(pack_find(STR("")), pack_find(STR("health-management")));
    assert_null(pack_find(STR("english")));
    assert_str(pack_suggest_pack(STR("genral")), "general");
}

static void
kpis_have_what_rules_need(void **state)
{
    (void)state;
    for (size_t p = 0; p < pack_count(); p++) {
        size_t count;
        const struct pack_kpi *kpis = pack_kpis(pack_at(p), &count);
        assert_true(count >= 40);
        for (size_t i = 0; i < count; i++) {
            assert_true(kpis[i].name.len && kpis[i].unit.len);
            assert_true(kpis[i].aliases.count > 0);
            assert_ptr_equal(pack_kpi(pack_at(p), pack_str(kpis[i].id)),
                             &kpis[i]);
            if (kpis[i].plausible.has_low && kpis[i].hard.has_low)
                assert_true(kpis[i].plausible.low >= kpis[i].hard.low);
            if (kpis[i].plausible.has_high && kpis[i].hard.has_high)
                assert_true(kpis[i].plausible.high <= kpis[i].hard.high);
        }
    }
}

static void
all_known(const struct pack *pack, struct pack_list ids, bool kpis)
{
    for (size_t i = 0; i < ids.count; i++)
        if (kpis ? !pack_kpi(pack, pack_list_at(ids, i))
                 : !pack_skill(pack, pack_list_at(ids, i)))
            fail_msg("unknown id %.*s", STR_ARG(pack_list_at(ids, i)));
}

/* A credential of the pack's own or of the words of all. */
static void
all_credentials_known(const struct pack *pack, struct pack_list ids)
{
    for (size_t i = 0; i < ids.count; i++) {
        const struct pack_credential *found =
            pack_credential(pack, pack_list_at(ids, i));
        if (!found || !str_equal(pack_str(found->id), pack_list_at(ids, i)))
            fail_msg("unknown credential %.*s", STR_ARG(pack_list_at(ids, i)));
    }
}

static void
all_differ(struct pack_list a, struct pack_list b, struct str id)
{
    for (size_t i = 0; i < a.count; i++) {
        struct pack_list before = a;
        before.count = (uint32_t)i;
        bool again = pack_list_has(b, pack_list_at(a, i)) ||
                     pack_list_has(before, pack_list_at(a, i));
        if (again)
            fail_msg("%.*s has %.*s twice", STR_ARG(id),
                     STR_ARG(pack_list_at(a, i)));
    }
}

static void
all_sections_known(struct pack_list ids)
{
    size_t count;
    const struct str *known = role_sections(&count);
    for (size_t i = 0; i < ids.count; i++)
        if (!str_among(pack_list_at(ids, i), known, count))
            fail_msg("unknown section %.*s", STR_ARG(pack_list_at(ids, i)));
}

static void
roles_are_complete(void **state)
{
    static const char *const degrees[] = {"none", "associate", "bachelor",
                                          "master", "doctor"};
    static const char *const kinds[] = {"tier", "position", "specialization",
                                        "feeder"};
    (void)state;
    for (size_t p = 0; p < pack_count(); p++) {
        size_t count;
        const struct pack_role *roles = pack_roles(pack_at(p), &count);
        for (size_t i = 0; i < count; i++) {
            const struct pack_role *role = &roles[i];
            struct str words[5] = {role->id, role->title, role->kind,
                                   role->degree_min, role->degree_preferred};
            bool of_kind = false, has_least = false, has_wish = false;
            for (size_t w = 0; w < 5; w++)
                if (!words[w].len)
                    fail_msg("%.*s lacks a word", STR_ARG(role->id));
            for (size_t k = 0; k < 4; k++)
                of_kind |= str_is(role->kind, kinds[k]);
            for (size_t k = 0; k < 5; k++) {
                has_least |= str_is(role->degree_min, degrees[k]);
                has_wish |= str_is(role->degree_preferred, degrees[k]);
            }
            assert_true(of_kind && has_least && has_wish);
            if (role->titles.count < 5 || role->must_have.count < 2 ||
                role->nice_to_have.count < 2 || role->kpis_core.count < 3 ||
                role->kpis_plus.count < 3 || role->credentials_plus.count < 1 ||
                role->sections_resume.count < 4 ||
                role->sections_portfolio.count < 10)
                fail_msg("%.*s has a short list", STR_ARG(role->id));
            assert_true(role->years.max == 0 ||
                        role->years.max > role->years.min);
            assert_true(role->pages_resume.min >= 1 &&
                        role->pages_portfolio.min >= 1);
            assert_true(role->pages_portfolio.max >= role->pages_portfolio.min);
            assert_true(role->min_cases >= 1);
        }
    }
}

static void
roles_say_nothing_twice(void **state)
{
    (void)state;
    for (size_t p = 0; p < pack_count(); p++) {
        size_t count;
        const struct pack_role *roles = pack_roles(pack_at(p), &count);
        for (size_t i = 0; i < count; i++) {
            const struct pack_role *role = &roles[i];
            all_differ(role->must_have, role->nice_to_have, role->id);
            all_differ(role->kpis_core, role->kpis_plus, role->id);
            all_differ(role->credentials_expected, role->credentials_plus,
                       role->id);
            all_differ(role->sections_resume, (struct pack_list){0}, role->id);
            all_differ(role->sections_portfolio, (struct pack_list){0},
                       role->id);
            for (size_t t = 0; t < role->titles.count; t++) {
                const struct pack_role *found = pack_role_of_title(
                    pack_at(p), pack_list_at(role->titles, t));
                if (found != role)
                    fail_msg("%.*s is a title of %.*s and of %.*s",
                             STR_ARG(pack_list_at(role->titles, t)),
                             STR_ARG(role->id), STR_ARG(found->id));
            }
        }
    }
}

static void
roles_name_what_exists(void **state)
{
    (void)state;
    for (size_t p = 0; p < pack_count(); p++) {
        size_t count;
        const struct pack *pack = pack_at(p);
        const struct pack_role *roles = pack_roles(pack, &count);
        assert_true(count >= 8);
        for (size_t i = 0; i < count; i++) {
            const struct pack_role *role = &roles[i];
            double shares = role->technical + role->leadership + role->patient;
            assert_true(shares > 0.99 && shares < 1.01);
            assert_true(role->sections_portfolio.count > 4);
            assert_true(role->pages_resume.min <= role->pages_resume.max);
            all_known(pack, role->kpis_core, true);
            all_known(pack, role->kpis_plus, true);
            all_known(pack, role->must_have, false);
            all_known(pack, role->nice_to_have, false);
            all_credentials_known(pack, role->credentials_expected);
            all_credentials_known(pack, role->credentials_plus);
            all_sections_known(role->sections_resume);
            all_sections_known(role->sections_portfolio);
        }
    }
}

static void
names_lead_to_ids(void **state)
{
    (void)state;
    const struct pack *health = pack_find(STR(""));
    assert_str(pack_role_of_title(health, STR("practice administrator"))->id,
               "practice-manager");
    assert_str(pack_str(pack_credential(health, STR("cmm"))->id), "cmm");
    assert_str(
        pack_str(pack_credential(health, STR("Certified Medical Manager"))->id),
        "cmm");
    assert_null(pack_credential(health, STR("")));
    assert_str(pack_suggest_kpi(health, STR("waittime")), "wait-time");
    assert_str(pack_suggest_kpi(health, STR("no shows")), "no-show");
    assert_str(pack_suggest_role(health, STR("practice-manger")),
               "practice-manager");
    assert_str(pack_suggest_role(health, STR("Clinic Manager")), "mid");
    assert_int_equal(pack_suggest_role(health, STR("astronaut")).len, 0);
}

static void
every_name_passes_by_its_beginning(void **state)
{
    (void)state;
    for (size_t p = 0; p < pack_count(); p++) {
        size_t count;
        const struct pack_name *names = pack_names(pack_at(p), &count);
        for (size_t i = 0; i < count; i++) {
            struct str rest = pack_name_key(pack_at(p), &names[i]);
            struct str first = str_cut(&rest, ' ');
            struct str second = str_cut(&rest, ' ');
            unsigned char begins = pack_name_begins(first);
            assert_true(begins & ~PACK_NAME_ALONE);
            if (second.len)
                assert_true(pack_name_begins_pair(first, second));
            else
                assert_true(begins & PACK_NAME_ALONE);
        }
    }
    assert_int_equal(pack_name_begins(STR("B.S.")),
                     pack_name_begins(STR("bs")));
}

/* "Staff scheduling" of the tables meets "schedules" of a text. */
static void
stems_of_phrases_are_those_of_the_library(void **state)
{
    struct stemmer *stemmer = stemmer_new(*state);
    size_t count, stem_count, found = 0;
    const struct pack *health = pack_find(STR(""));
    const struct pack_stem *stems = pack_stems(health, &stem_count);
    const struct pack_phrase *phrases = pack_phrases(health, &count);
    struct str staff = STR("staff"), schedule = STR("schedules");
    for (size_t i = 0; i < count; i++)
        found += phrases[i].count == 2 &&
                 str_equal(pack_str(stems[phrases[i].stems[0]].text), staff) &&
                 stemmer_number_of_stem(
                     stemmer, pack_str(stems[phrases[i].stems[1]].text)) ==
                     stemmer_number(stemmer, schedule);
    assert_true(found > 0);
    stemmer_free(stemmer);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_are_found_by_name),
        cmocka_unit_test(kpis_have_what_rules_need),
        cmocka_unit_test(roles_name_what_exists),
        cmocka_unit_test(roles_are_complete),
        cmocka_unit_test(roles_say_nothing_twice),
        cmocka_unit_test(names_lead_to_ids),
        cmocka_unit_test(every_name_passes_by_its_beginning),
        cmocka_unit_test_setup_teardown(
            stems_of_phrases_are_those_of_the_library, unit_begin, unit_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
