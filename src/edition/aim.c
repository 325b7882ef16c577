/*
 * What an edition aims at and how far a text meets it. Each skill, figure and
 * keyword counts once, with the largest weight that anybody gives it; a text's
 * relevance grows with each term it names, by less each time, so that a pile
 * of words never outweighs what is asked for most.
 */
#include "edition/aim.h"

#include <stdlib.h>

#include "pack/lexicon.h"
#include "parts.h"

/* Of 100. A posting says itself what its post asks for; what is usual for the
   role then counts half. */
#define WEIGHT_MUST_HAVE 60
#define WEIGHT_NICE_TO_HAVE 30
#define WEIGHT_REQUIRED_KEYWORD 90
#define WEIGHT_KEYWORD 70
/* Per cent of its weight that a term adds to an empty relevance. */
#define SHARE 45
/* Per cent of that when a skill is shown by a sign of it, not named. */
#define SHARE_OF_SIGN 60

/* ---- making ------------------------------------------------------------- */

struct making {
    struct arena *arena;
    struct aim *aim;
};

static bool
is_same(const struct aim_term *a, const struct aim_term *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == AIM_WORDS)
        return str_equal_nocase(a->text, b->text);
    return a->index == b->index;
}

static void
add_term(struct making *making, struct aim_term term)
{
    struct aim *aim = making->aim;
    for (size_t i = 0; i < aim->terms.count; i++) {
        struct aim_term *known = &aim->terms.at[i];
        if (!is_same(known, &term))
            continue;
        term.is_required |= known->is_required;
        term.term = term.term ? term.term : known->term;
        if (term.weight > known->weight) {
            *known = term;
        } else {
            known->is_required = term.is_required;
            known->term = term.term;
        }
        return;
    }
    *list_add(making->arena, &aim->terms) = term;
}

/* Of "Data analysis and reporting; healthcare data analytics" what stands
   first. */
static struct str
short_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (str_find_byte(STR("(,:;"), name.at[i], 0) != SIZE_MAX)
            return str_trim(str_slice(name, 0, i));
    return name;
}

static void
add_role(struct making *making, const struct pack_role *role)
{
    const struct aim *aim = making->aim;
    const struct {
        const struct pack_list *ids;
        enum aim_kind kind;
        int weight;
    } lists[] = {
        {&role->must_have, AIM_SKILL, WEIGHT_MUST_HAVE},
        {&role->kpis_core, AIM_KPI, WEIGHT_MUST_HAVE},
        {&role->nice_to_have, AIM_SKILL, WEIGHT_NICE_TO_HAVE},
        {&role->kpis_plus, AIM_KPI, WEIGHT_NICE_TO_HAVE},
    };
    size_t count;
    const struct pack_skill *skills = pack_skills(aim->pack, &count);
    const struct pack_kpi *kpis = pack_kpis(aim->pack, &count);
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        for (size_t i = 0; i < lists[l].ids->count; i++) {
            struct str id = pack_list_at(*lists[l].ids, i);
            struct aim_term term = {.kind = lists[l].kind,
                                    .weight = lists[l].weight,
                                    .source = AIM_OF_ROLE};
            const struct pack_skill *skill = pack_skill(aim->pack, id);
            const struct pack_kpi *kpi = pack_kpi(aim->pack, id);
            if (term.kind == AIM_SKILL ? !skill : !kpi)
                continue;
            term.text = short_name(
                term.kind == AIM_SKILL ? skill->name : pack_str(kpi->name));
            term.index = term.kind == AIM_SKILL ? (size_t)(skill - skills)
                                                : (size_t)(kpi - kpis);
            term.is_required = l == 0;
            if (aim->job)
                term.weight /= 2;
            add_term(making, term);
        }
}

static void
add_job(struct making *making, const struct job *job)
{
    static const enum aim_kind kinds[] = {
        [JOB_SKILL] = AIM_SKILL, [JOB_KPI] = AIM_KPI, [JOB_NAME] = AIM_WORDS};
    for (size_t i = 0; i < job->terms.count; i++) {
        const struct job_term *term = &job->terms.at[i];
        add_term(making, (struct aim_term){
                             .kind = kinds[term->kind],
                             .index = term->index,
                             .text = term->text,
                             .weight = term->weight,
                             .is_required = term->is_required,
                             .source = AIM_OF_JOB,
                             .term = term,
                         });
    }
}

static void
add_keywords(struct making *making, const text_list *words, bool is_required)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->at[i].s.len)
            add_term(making, (struct aim_term){
                                 .kind = AIM_WORDS,
                                 .text = words->at[i].s,
                                 .weight = is_required ? WEIGHT_REQUIRED_KEYWORD
                                                       : WEIGHT_KEYWORD,
                                 .is_required = is_required,
                                 .source = AIM_OF_VARIANT,
                             });
}

/* The heaviest first, then as they were said. */
static void
sort_terms(struct making *making)
{
    struct aim *aim = making->aim;
    size_t count = aim->terms.count, to = 0;
    struct aim_term *sorted =
        ARENA_ARRAY(making->arena, count, struct aim_term);
    for (int weight = 100; weight >= 0 && to < count; weight--)
        for (size_t i = 0; i < count; i++)
            if (aim->terms.at[i].weight == weight)
                sorted[to++] = aim->terms.at[i];
    aim->terms.at = sorted;
    aim->terms.count = aim->terms.room = to;
}

/* Which term a skill or figure is, and the words of the others. */
static void
index_terms(struct making *making)
{
    struct aim *aim = making->aim;
    size_t skills, kpis;
    (void)pack_skills(aim->pack, &skills);
    (void)pack_kpis(aim->pack, &kpis);
    aim->of_skill =
        ARENA_ARRAY(making->arena, skills + 1, const struct aim_term *);
    aim->of_kpi = ARENA_ARRAY(making->arena, kpis + 1, const struct aim_term *);
    for (size_t i = 0; i < aim->terms.count; i++) {
        const struct aim_term *term = &aim->terms.at[i];
        if (term->kind == AIM_SKILL && term->index < skills)
            aim->of_skill[term->index] = term;
        if (term->kind == AIM_KPI && term->index < kpis)
            aim->of_kpi[term->index] = term;
    }
    aim->words = aim_words_of(making->arena, aim);
}

const struct aim *
aim_make(struct arena *arena, const struct pack *pack,
         const struct pack_role *role, const struct job *job,
         const struct variant *variant)
{
    struct aim *aim = ARENA_NEW(arena, struct aim);
    struct making making = {.arena = arena, .aim = aim};
    aim->pack = pack;
    aim->role = role;
    aim->job = job_is_usable(job) ? job : NULL;
    if (!pack)
        return aim;
    if (aim->job)
        add_job(&making, aim->job);
    if (variant) {
        add_keywords(&making, &variant->required_keywords, true);
        add_keywords(&making, &variant->keywords, false);
    }
    if (role)
        add_role(&making, role);
    if (!aim->terms.count)
        return aim;
    sort_terms(&making);
    index_terms(&making);
    return aim;
}

/* ---- a text ------------------------------------------------------------- */

/* What has been met so far: per cent of each term, by its number. */
struct meeting {
    const struct aim *aim;
    unsigned char *shares;
};

static void
meet(struct meeting *meeting, const struct aim_term *term, int share)
{
    if (!term)
        return;
    unsigned char *met = &meeting->shares[term - meeting->aim->terms.at];
    if (share > *met)
        *met = (unsigned char)share;
}

static void
meet_phrases(struct meeting *meeting, const struct tokens *tokens, size_t i)
{
    const struct aim *aim = meeting->aim;
    struct lexicon_skill found[LEXICON_SKILLS];
    size_t kpi, hits = lexicon_skills(tokens, i, found);
    for (size_t k = 0; k < hits; k++)
        meet(meeting, aim->of_skill[found[k].skill],
             found[k].is_sign ? SHARE_OF_SIGN : 100);
    if (lexicon_match(tokens, i, LEXICON_KPI, &kpi))
        meet(meeting, aim->of_kpi[kpi], 100);
}

static void
meet_text(struct arena *arena, struct meeting *meeting, struct str text)
{
    const struct aim *aim = meeting->aim;
    if (str_is_empty(text))
        return;
    struct tokens tokens = tokens_read(arena, aim->pack, text);
    for (size_t i = 0; i < tokens.count; i++)
        meet_phrases(meeting, &tokens, i);
    if (aim->words)
        aim_words_meet(arena, aim->words, &tokens, meeting->shares);
}

static void
meet_kpi(struct meeting *meeting, struct str id)
{
    size_t count;
    const struct pack_kpi *kpi = pack_kpi(meeting->aim->pack, id);
    if (kpi)
        meet(meeting,
             meeting->aim->of_kpi[kpi - pack_kpis(meeting->aim->pack, &count)],
             100);
}

/* Each term takes its part of what is not yet met: the order of the terms is
   that of the aim, so that rounding is the same for all texts. */
static struct aim_hits
sum_up(struct arena *arena, const struct meeting *meeting)
{
    const struct aim *aim = meeting->aim;
    LIST(const struct aim_term *) hits = {0};
    int64_t rest = 1000000;
    for (size_t i = 0; i < aim->terms.count; i++) {
        if (!meeting->shares[i])
            continue;
        *list_add(arena, &hits) = &aim->terms.at[i];
        int64_t part = (int64_t)aim->terms.at[i].weight * meeting->shares[i] *
                       SHARE; /* of 1,000,000 */
        rest -= rest * part / 1000000;
    }
    return (struct aim_hits){
        .at = hits.at,
        .count = hits.count,
        .relevance = (int)((1000000 - rest) / 10000),
    };
}

struct aim_hits
aim_of_texts(struct arena *arena, const struct aim *aim,
             const struct aim_texts *texts)
{
    if (!aim->terms.count)
        return (struct aim_hits){.at = NULL};
    struct meeting meeting = {
        .aim = aim,
        .shares = ARENA_ARRAY(arena, aim->terms.count, unsigned char),
    };
    for (size_t i = 0; i < texts->plain.count; i++)
        meet_text(arena, &meeting, texts->plain.at[i]);
    for (size_t i = 0; i < texts->kpis.count; i++)
        meet_kpi(&meeting, texts->kpis.at[i]);
    return sum_up(arena, &meeting);
}

struct aim_hits
aim_of_text(struct arena *arena, const struct aim *aim, struct str text)
{
    struct aim_texts texts = {.plain = {&text, 1, 1}};
    return aim_of_texts(arena, aim, &texts);
}
