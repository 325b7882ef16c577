/* The keyboard's signs and the printer's. */
#include "compose/smart.h"

#include "locale/locale.h"
#include "unit.h"

struct change {
    const char *typed, *set;
};

static void
check(void *state, const char *language, const struct change *changes,
      size_t count)
{
    const struct locale *locale = locale_find(state, str_from(language));
    struct quotation_marks marks = {NULL, NULL, NULL, NULL};
    if (locale)
        marks = quotation_marks_of(state, locale);
    const struct smart_state begin = {.own = locale ? &marks : NULL};
    for (size_t i = 0; i < count; i++) {
        struct smart_state smart = begin;
        struct str out = smart_text(state, str_from(language), &smart,
                                    str_from(changes[i].typed), 0);
        assert_str(out, changes[i].set);
        /* What is set is a printer's already. */
        smart = begin;
        assert_str(smart_text(state, str_from(language), &smart, out, 0),
                   changes[i].set);
    }
}

#define CHECK(language, changes)                                               \
    check(*state, language, changes, sizeof(changes) / sizeof *(changes))

static void
english_quotes(void **state)
{
    static const struct change changes[] = {
        {"the \"Top 10\" list", "the “Top 10” list"},
        {"\"A\", (\"b\")", "“A”, (“b”)"},
        {"\"she said 'no' twice\"", "“she said ‘no’ twice”"},
        {"O'Brien's team", "O’Brien’s team"},
        {"nurses' rounds", "nurses’ rounds"},
        {"class of '09, rock 'n' roll", "class of ’09, rock ‘n’ roll"},
        {"24\" monitor, 5'10\"", "24″ monitor, 5′10″"},
        /* not closed, not opened */
        {"a \" b", "a \" b"},
        {"\"lost", "\"lost"},
        {"“typed”", "“typed”"},
    };
    CHECK("en-US", changes);
    CHECK("xx", changes);
}

static void
other_quotes(void **state)
{
    static const struct change german[] = {
        {"das \"Haus 'Sonne'\" am See", "das „Haus ‚Sonne‘“ am See"}};
    static const struct change swiss[] = {{"\"Haus\"", "«Haus»"}};
    static const struct change french[] = {
        {"le prix \"Nobel\" : l'an 12:30", "le prix « Nobel » : l’an 12:30"},
        {"Quoi ? Oui !", "Quoi ? Oui !"},
        {"« Non »", "« Non »"},
        {"voir https://a.org/?q=1 ou a:b", "voir https://a.org/?q=1 ou a:b"},
    };
    static const struct change japanese[] = {{"彼は\"山\"と", "彼は「山」と"}};
    static const struct change swedish[] = {{"\"hus\"", "”hus”"}};
    static const struct change hebrew[] = {{"צה\"ל", "צה״ל"}};
    CHECK("de", german);
    CHECK("de-AT", german);
    CHECK("de-CH", swiss);
    CHECK("fr-FR", french);
    CHECK("ja", japanese);
    CHECK("sv-SE", swedish);
    CHECK("he", hebrew);
}

static void
ranges(void **state)
{
    static const struct change changes[] = {
        {"2019-2021", "2019–2021"},
        {"in 2019-21 and 1998-99.", "in 2019–21 and 1998–99."},
        {"pages 12-14, 10-15%", "pages 12–14, 10–15%"},
        {"10%-15%, $5-$10", "10%–15%, $5–$10"},
        {"$5-10M (3-5x)", "$5–10M (3–5x)"},
        {"a 6-12-month plan", "a 6–12-month plan"},
        {"0.5-1.2 mg, 8:00-17:00", "0.5–1.2 mg, 8:00–17:00"},
        {"from 120-150 beds", "from 120–150 beds"},
        {"1,200-1,500 visits", "1,200–1,500 visits"},
        {"2019 - 2021 - and on", "2019 – 2021 – and on"},
        {"yes -- no, yes--no", "yes – no, yes—no"},
    };
    CHECK("en", changes);
}

static void
hyphens_that_stay(void **state)
{
    static const char *const texts[] = {
        "ICD-10, COVID-19, B-12",
        "312-555-0142 and (312) 555-0142",
        "+1-312-555-0142, 1-800-555-0100",
        "555-1234",
        "2024-05-17, 2024-05, 2010-12",
        "24-7, 50-50",
        "Public Law 104-191 compliance",
        "ISO 9001-2015, NIST SP 800-53",
        "60601-1234",
        "978-3-16-148410-0",
        "state-of-the-art, 32-bed unit",
        "https://x.org/10-12?a=2019-2021",
        "me_10-12@x.org",
        "A1-3, 10-12a, 12-",
        "-v --verbose",
        "007-009",
        "Room 12-14",
        "-----",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct smart_state smart = {0};
        assert_str(smart_text(*state, STR("en"), &smart, str_from(texts[i]), 0),
                   texts[i]);
    }
}

static void
other_signs(void **state)
{
    static const struct change changes[] = {
        {"turnover -12% (-3 points)", "turnover −12% (−3 points)"},
        {"wait...", "wait…"},
        {"a.... b.. c", "a.... b.. c"},
        {"a 12 x 16 grid, 1920x1080", "a 12 × 16 grid, 1920×1080"},
        {"24x7 cover, x 12, 4x faster", "24x7 cover, x 12, 4x faster"},
    };
    CHECK("en", changes);
}

/* A quotation that goes on in the next run of text. */
static void
runs_know_their_neighbours(void **state)
{
    struct smart_state smart = {0};
    assert_str(smart_text(*state, STR("en"), &smart, STR("(it"), '\''), "(it");
    assert_str(smart_text(*state, STR("en"), &smart, STR("'s)"), 0), "’s)");
    smart = (struct smart_state){0};
    assert_str(smart_text(*state, STR("en"), &smart, STR("12"), '-'), "12");
    assert_str(smart_text(*state, STR("en"), &smart, STR("-"), '1'), "-");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(english_quotes), UNIT_TEST(other_quotes),
        UNIT_TEST(ranges),         UNIT_TEST(hyphens_that_stay),
        UNIT_TEST(other_signs),    UNIT_TEST(runs_know_their_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
