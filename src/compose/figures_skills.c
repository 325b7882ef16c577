/* How much of the evidence stands behind each skill: counted, not rated. */
#include "figures.h"

/* Fewer skills with evidence need no picture. */
#define LEAST_SKILLS 3
/* Where none has more than these, they hardly differ. */
#define LEAST_SIGNS 3
#define MOST_SIGNS 24

/* By enum chart_sign. */
struct proofs {
    size_t counts[SIGNS];
};

static bool
names_credential(const struct composer *c, struct str id)
{
    for (size_t i = 0; i < c->shown->certifications.count; i++)
        if (str_equal(c->shown->certifications.at[i].item.id.s, id))
            return true;
    return false;
}

static bool
names_record(const struct composer *c, struct str id)
{
    for (size_t i = 0; i < c->shown->all_metrics.count; i++)
        if (str_equal(c->shown->all_metrics.at[i]->item.id.s, id))
            return true;
    return false;
}

static struct proofs
count_proofs(const struct composer *c, const struct skill *skill)
{
    struct proofs proofs = {0};
    for (size_t i = 0; i < skill->evidence.count; i++) {
        struct str id = skill->evidence.at[i].s;
        if (str_is_empty(id))
            continue;
        if (case_index(c, id) != SIZE_MAX)
            proofs.counts[SIGN_DISC]++;
        else if (sample_index(c, id) != SIZE_MAX)
            proofs.counts[SIGN_SQUARE]++;
        else if (names_record(c, id))
            proofs.counts[SIGN_RING]++;
        else if (names_credential(c, id))
            proofs.counts[SIGN_DIAMOND]++;
    }
    return proofs;
}

/* "2 case studies, 1 work sample" */
static struct str
proof_words(const struct composer *c, const struct proofs *proofs)
{
    static const enum word names[SIGNS] = {
        [SIGN_DISC] = WORD_CASES_COUNTED,
        [SIGN_SQUARE] = WORD_SAMPLES_COUNTED,
        [SIGN_RING] = WORD_RECORDS_COUNTED,
        [SIGN_DIAMOND] = WORD_CREDENTIALS_COUNTED,
    };
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < SIGNS; i++)
        if (proofs->counts[i] > 0)
            words_join_by(&c->words, &out, WORD_COMMA,
                          locale_count_of(c->arena, c->words.locale, names[i],
                                          (int64_t)proofs->counts[i]));
    return buf_str(&out);
}

static void
add_row(const struct composer *c, struct chart *chart,
        const struct skill *skill)
{
    const struct proofs proofs = count_proofs(c, skill);
    struct chart_row row = {.label = skill->name.s,
                            .text = proof_words(c, &proofs)};
    for (size_t sign = 0; sign < SIGNS; sign++)
        for (size_t k = 0; k < proofs.counts[sign]; k++)
            if (row.signs.count < MOST_SIGNS)
                *list_add(c->arena, &row.signs) = (enum chart_sign)sign;
    if (row.signs.count)
        *list_add(c->arena, &chart->rows) = row;
}

static bool
says_something(const struct chart *chart)
{
    size_t most = 0;
    for (size_t i = 0; i < chart->rows.count; i++)
        if (chart->rows.at[i].signs.count > most)
            most = chart->rows.at[i].signs.count;
    return chart->rows.count >= LEAST_SKILLS && most >= LEAST_SIGNS;
}

static struct str
describe(const struct composer *c, const struct chart *chart)
{
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < chart->rows.count; i++)
        words_join(&out, "; ",
                   str_format(c->arena, "%.*s, %.*s",
                              STR_ARG(chart->rows.at[i].label),
                              STR_ARG(chart->rows.at[i].text)));
    return str_format(c->arena, "%.*s: %.*s", STR_ARG(chart->title),
                      STR_ARG(buf_str(&out)));
}

void
add_skill_chart(const struct composer *c, struct block *parent)
{
    struct chart *chart = ARENA_NEW(c->arena, struct chart);
    bool is_auto = c->figures.skills == FIGURE_AUTO;
    if (c->figures.skills == FIGURE_NO || (is_auto && composes_resume(c)))
        return;
    for (size_t i = 0; i < c->shown->skills.count; i++)
        add_row(c, chart, &c->shown->skills.at[i]);
    if (!chart->rows.count || (is_auto && !says_something(chart)))
        return;
    chart->kind = CHART_DOTS;
    chart->title = word_of(c, WORD_EVIDENCE_FOR_EACH);
    chart->description = describe(c, chart);
    add_chart(c, parent, chart);
}
