/* What was compiled from templates/packs: found by id, consistent in itself. */
#include "pack/pack.h"

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
            assert_ptr_equal(pack_kpi(pack_at(p), kpis[i].id), &kpis[i]);
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
        if (kpis ? !pack_kpi(pack, ids.at[i]) : !pack_skill(pack, ids.at[i]))
            fail_msg("unknown id %.*s", STR_ARG(ids.at[i]));
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
            for (size_t c = 0; c < role->credentials_expected.count; c++)
                assert_non_null(
                    pack_credential(pack, role->credentials_expected.at[c]));
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
    assert_str(pack_credential(health, STR("cmm"))->id, "cmm");
    assert_str(pack_credential(health, STR("Certified Medical Manager"))->id,
               "cmm");
    assert_null(pack_credential(health, STR("")));
    assert_str(pack_suggest_kpi(health, STR("waittime")), "wait-time");
    assert_str(pack_suggest_kpi(health, STR("no shows")), "no-show");
    assert_str(pack_suggest_role(health, STR("practice-manger")),
               "practice-manager");
    assert_str(pack_suggest_role(health, STR("Clinic Manager")), "mid");
    assert_int_equal(pack_suggest_role(health, STR("astronaut")).len, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_are_found_by_name),
        cmocka_unit_test(kpis_have_what_rules_need),
        cmocka_unit_test(roles_name_what_exists),
        cmocka_unit_test(names_lead_to_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
