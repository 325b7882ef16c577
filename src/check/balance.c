#include "balance.h"

#include "skills.h"

#define BIT(pillar) (1u << PILLAR_##pillar)

/* ---- one line ---------------------------------------------------------- */

static const struct {
    const char *category;
    unsigned pillars;
} by_category[] = {
    {"access", BIT(SERVED)},        {"quality", BIT(SERVED)},
    {"safety", BIT(SERVED)},        {"experience", BIT(SERVED)},
    {"customers", BIT(SERVED)},     {"finance", BIT(TECHNICAL)},
    {"technology", BIT(TECHNICAL)}, {"compliance", BIT(TECHNICAL)},
    {"delivery", BIT(TECHNICAL)},   {"workforce", BIT(LEADERSHIP)},
    {"growth", BIT(LEADERSHIP)},    {"people", BIT(LEADERSHIP)},
    {"learning", BIT(LEADERSHIP)},
};

static const struct {
    enum lexicon_list list;
    unsigned pillars;
} by_list[] = {
    {LEXICON_PILLAR_TECHNICAL, BIT(TECHNICAL)},
    {LEXICON_PILLAR_LEADERSHIP, BIT(LEADERSHIP)},
    {LEXICON_PILLAR_PATIENT, BIT(SERVED)},
    {LEXICON_ACTION_FINANCE, BIT(TECHNICAL)},
    {LEXICON_ACTION_COMPLIANCE, BIT(TECHNICAL)},
    {LEXICON_ACTION_TECHNOLOGY, BIT(TECHNICAL)},
    {LEXICON_ACTION_ANALYSIS, BIT(TECHNICAL)},
    {LEXICON_ACTION_LEADERSHIP, BIT(LEADERSHIP)},
    {LEXICON_ACTION_PEOPLE, BIT(LEADERSHIP)},
    {LEXICON_ACTION_STRATEGY, BIT(LEADERSHIP)},
    {LEXICON_ACTION_PATIENT, BIT(SERVED)},
};

static unsigned
pillars_of_category(struct str category)
{
    for (size_t i = 0; i < sizeof by_category / sizeof *by_category; i++)
        if (str_is(category, by_category[i].category))
            return by_category[i].pillars;
    return 0;
}

/* Action verbs count where they open the line. */
static unsigned
pillars_of_words(const struct tokens *tokens)
{
    unsigned pillars = 0;
    for (size_t l = 0; l < sizeof by_list / sizeof *by_list; l++) {
        size_t term;
        bool is_word = by_list[l].list == LEXICON_PILLAR_TECHNICAL ||
                       by_list[l].list == LEXICON_PILLAR_LEADERSHIP ||
                       by_list[l].list == LEXICON_PILLAR_PATIENT;
        if (is_word ? tokens_hold(tokens, by_list[l].list)
                    : lexicon_match(tokens, 0, by_list[l].list, &term) > 0)
            pillars |= by_list[l].pillars;
    }
    return pillars;
}

unsigned
check_pillars(struct check *check, const struct check_bullet *bullet)
{
    const struct reading *reading = bullet->reading;
    unsigned pillars = 0;
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    for (size_t i = 0; i < reading->kpis.count; i++)
        pillars |= pillars_of_category(
            pack_str(kpis[reading->kpis.at[i].kpi].category));
    for (size_t i = 0;
         bullet->highlight && i < bullet->highlight->metrics.count; i++) {
        const struct pack_kpi *kpi =
            pack_kpi(check->pack, bullet->highlight->metrics.at[i]->kpi.s);
        pillars |= kpi ? pillars_of_category(pack_str(kpi->category)) : 0;
    }
    if (reading->tokens.count)
        pillars |= pillars_of_words(&reading->tokens);
    return pillars;
}

/* ---- the file ---------------------------------------------------------- */

static void
add(struct balance *balance, unsigned pillars, size_t times)
{
    for (size_t p = 0; p < PILLAR_COUNT; p++)
        balance->counts[p] += pillars >> p & 1 ? times : 0;
    balance->lines++;
}

/* Lines of one case stand together: it counts once, for all that they show. */
struct balance
check_balance(struct check *check)
{
    struct balance balance = {{0}, 0};
    unsigned of_case = 0;
    for (size_t i = 0; i < check->bullets.count; i++) {
        const struct check_bullet *bullet = &check->bullets.at[i];
        unsigned pillars = check_pillars(check, bullet);
        if (!bullet->case_study) {
            add(&balance, pillars, 1);
            continue;
        }
        of_case |= pillars;
        if (bullet->case_study->patient_impact.plain.len)
            of_case |= BIT(SERVED);
        if (i + 1 == check->bullets.count ||
            check->bullets.at[i + 1].case_study != bullet->case_study) {
            add(&balance, of_case, 3);
            of_case = 0;
        }
    }
    return balance;
}

void
check_balance_percent(struct check *check, int shares[PILLAR_COUNT])
{
    struct balance balance = check_balance(check);
    size_t sum = 0, given = 0;
    for (size_t p = 0; p < PILLAR_COUNT; p++)
        sum += balance.counts[p];
    for (size_t p = 0; p < PILLAR_COUNT; p++) {
        bool is_last = p + 1 == PILLAR_COUNT;
        size_t share = sum ? (balance.counts[p] * 100 + sum / 2) / sum : 0;
        shares[p] = (int)(sum && is_last ? 100 - given : share);
        given += share;
    }
}

/* ---- skills ------------------------------------------------------------ */

void
check_skills_evidenced(struct check *check, size_t *count, size_t *of)
{
    *count = *of = 0;
    for (size_t i = 0; i < check->candidate->skills.count; i++) {
        const struct skill *skill = &check->candidate->skills.at[i];
        for (size_t k = 0; k < skill->keywords.count; k++, (*of)++)
            *count += skill->evidence.count ||
                      check_words_stand(check, skill->keywords.at[k].s,
                                        TEXT_EVIDENCE, WORDS_ANY_TELLING);
    }
}
