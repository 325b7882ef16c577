/*
 * The pack's role that a posting is about: by its title, whole or by its
 * words ("Senior Director, Quality & Performance Improvement"), else by what
 * it asks for. No role is better than a wrong one, since order, emphasis and
 * pages of a resume follow it.
 */
#include "base/stem.h"
#include "base/word_heads.h"
#include "pack/lexicon.h"
#include "parts.h"

#define TITLE_WORDS 16
#define LEVEL_NONE 0

/* Words of rank say how high, not what; of the same height they stand for
   each other. */
static const struct rank {
    struct str word;
    int level;
} ranks[] = {
    {STR_INIT("lead"), 2},          {STR_INIT("leader"), 2},
    {STR_INIT("supervisor"), 2},    {STR_INIT("manager"), 3},
    {STR_INIT("administrator"), 3}, {STR_INIT("superintendent"), 3},
    {STR_INIT("director"), 4},      {STR_INIT("head"), 4},
    {STR_INIT("president"), 5},     {STR_INIT("vp"), 5},
    {STR_INIT("svp"), 5},           {STR_INIT("avp"), 5},
    {STR_INIT("chief"), 6},         {STR_INIT("officer"), 6},
};

/* Say nothing of the work. */
static const struct str fillers[] = {
    STR_INIT("senior"),   STR_INIT("sr"),        STR_INIT("junior"),
    STR_INIT("jr"),       STR_INIT("associate"), STR_INIT("deputy"),
    STR_INIT("interim"),  STR_INIT("vice"),      STR_INIT("executive"),
    STR_INIT("of"),       STR_INIT("the"),       STR_INIT("and"),
    STR_INIT("for"),      STR_INIT("i"),         STR_INIT("ii"),
    STR_INIT("iii"),      STR_INIT("iv"),        STR_INIT("in"),
    STR_INIT("to"),       STR_INIT("a"),         STR_INIT("staff"),
    STR_INIT("regional"), STR_INIT("global"),    STR_INIT("general"),
};

/* Say little of the work: a title of these alone must be the whole one. */
static const struct str generic[] = {
    STR_INIT("assistant"),  STR_INIT("technician"),  STR_INIT("specialist"),
    STR_INIT("analyst"),    STR_INIT("coordinator"), STR_INIT("representative"),
    STR_INIT("consultant"), STR_INIT("clerk"),       STR_INIT("agent"),
    STR_INIT("support"),    STR_INIT("service"),     STR_INIT("services"),
    STR_INIT("medical"),    STR_INIT("health"),      STR_INIT("healthcare"),
    STR_INIT("clinical"),   STR_INIT("program"),     STR_INIT("project"),
    STR_INIT("department"), STR_INIT("unit"),        STR_INIT("trainee"),
    STR_INIT("intern"),     STR_INIT("business"),    STR_INIT("area"),
    STR_INIT("school"),     STR_INIT("hospital"),    STR_INIT("care"),
    STR_INIT("secretary"),  STR_INIT("inspector"),   STR_INIT("worker"),
    STR_INIT("engineer"),   STR_INIT("developer"),   STR_INIT("advisor"),
    STR_INIT("level"),      STR_INIT("entry"),
};

struct title {
    unsigned stems[TITLE_WORDS]; /* of the words that say what */
    size_t count;
    size_t telling;              /* of them that are not generic */
    unsigned whole[TITLE_WORDS]; /* of all words */
    size_t whole_count;
    int level; /* the highest rank; LEVEL_NONE: none */
};

struct role_search {
    struct arena *arena;
    const struct job *job;
    const struct pack *pack;
    struct stemmer *stemmer;
    struct title title;      /* of the posting */
    struct word_heads heads; /* of its words, of ranks and of fillers */
};

static size_t
rank_of(struct str word)
{
    size_t count = sizeof ranks / sizeof *ranks, i = 0;
    while (i < count && !str_equal_nocase(word, ranks[i].word))
        i++;
    return i < count ? i : SIZE_MAX;
}

static bool
is_among(struct str word, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_nocase(word, list[i]))
            return true;
    return false;
}

static struct str
next_word(struct str *rest)
{
    size_t from = 0, to;
    while (from < rest->len && !ascii_is_alpha(rest->at[from]))
        from++;
    for (to = from; to < rest->len && (ascii_is_alnum(rest->at[to]) ||
                                       (unsigned char)rest->at[to] >= 0x80);)
        to++;
    struct str word = str_slice(*rest, from, to);
    *rest = str_slice(*rest, to, rest->len);
    return word;
}

/* A manager is no management: words of rank have numbers of their own. */
#define RANK_NUMBER 1000000u

static void
add_word(struct role_search *search, struct title *title, struct str word)
{
    size_t rank = rank_of(word);
    unsigned stem = rank == SIZE_MAX ? stemmer_number(search->stemmer, word)
                                     : RANK_NUMBER + (unsigned)rank;
    title->whole[title->whole_count++] = stem;
    if (rank != SIZE_MAX && ranks[rank].level > title->level)
        title->level = ranks[rank].level;
    if (rank != SIZE_MAX ||
        is_among(word, fillers, sizeof fillers / sizeof *fillers))
        return;
    title->stems[title->count++] = stem;
    title->telling +=
        !is_among(word, generic, sizeof generic / sizeof *generic);
}

static struct title
title_of(struct role_search *search, struct str text)
{
    struct title title = {.level = LEVEL_NONE};
    for (struct str word = next_word(&text);
         word.len && title.whole_count < TITLE_WORDS; word = next_word(&text))
        add_word(search, &title, word);
    return title;
}

/* ---- by the title -------------------------------------------------------- */

static bool
holds(const unsigned *stems, size_t count, unsigned stem)
{
    for (size_t i = 0; i < count; i++)
        if (stems[i] == stem)
            return true;
    return false;
}

static bool
holds_all(const struct title *whole, const unsigned *stems, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!holds(whole->whole, whole->whole_count, stems[i]))
            return false;
    return count > 0;
}

/* All words of the role's title stand one behind the other. */
static bool
holds_in_order(const struct title *posting, const struct title *role)
{
    for (size_t i = 0; i + role->whole_count <= posting->whole_count; i++)
        if (memcmp(posting->whole + i, role->whole,
                   role->whole_count * sizeof *role->whole) == 0)
            return role->whole_count > 0;
    return false;
}

/* How near a role's title is to the posting's; 0: not near. More words that
   say what count most, then all words, then the height of the rank. */
static int
nearness(const struct title *posting, const struct title *role)
{
    bool whole = holds_all(posting, role->whole, role->whole_count);
    bool same_kind =
        (posting->level != LEVEL_NONE) == (role->level != LEVEL_NONE);
    bool in_order = whole && holds_in_order(posting, role);
    bool same = posting->count == role->count;
    if (!whole && (!same_kind || !holds_all(posting, role->stems, role->count)))
        return 0;
    if (!role->telling && !same &&
        !(in_order && role->level && role->whole_count > 1))
        return 0;
    int apart = posting->level > role->level ? posting->level - role->level
                                             : role->level - posting->level;
    return (int)role->count * 100 + (int)role->telling * 50 +
           (whole ? 40 : 20) + (in_order ? 60 : 0) +
           (int)role->whole_count * 2 - apart * 5;
}

/* Words of rank and fillers need not be the posting's. */
static void
note_heads(struct role_search *search, struct str text)
{
    search->heads = (struct word_heads){{0}};
    search->heads.bits[63] = UINT64_MAX; /* letters beyond ASCII */
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        word_heads_add(&search->heads, word_head(ranks[i].word, 0));
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        word_heads_add(&search->heads, word_head(fillers[i], 0));
    for (struct str word = next_word(&text); word.len; word = next_word(&text))
        word_heads_add(&search->heads, word_head(word, 0));
}

/* False: a word that says what stands in the role's title only. */
static bool
may_be_near(const struct role_search *search, struct str text)
{
    size_t count = 0;
    for (struct str word = next_word(&text); word.len && count < TITLE_WORDS;
         word = next_word(&text), count++)
        if (!word_heads_have(&search->heads, word_head(word, 0)))
            return false;
    return true;
}

static void
try_title(struct role_search *search, const struct pack_role *role,
          struct str text, int *best, const struct pack_role **found)
{
    if (!may_be_near(search, text))
        return;
    struct title title = title_of(search, text);
    int near = nearness(&search->title, &title);
    if (near > *best) {
        *best = near;
        *found = role;
    }
}

/* "(2nd shift)" is no part of what somebody is. */
static struct str
without_brackets(struct str title)
{
    size_t open = str_find_byte(title, '(', 0);
    return open == SIZE_MAX || open < 4 ? title : str_slice(title, 0, open);
}

static const struct pack_role *
role_by_title(struct role_search *search, struct str text)
{
    const struct pack_role *found = pack_role_of_title(search->pack, text);
    size_t count;
    const struct pack_role *roles = pack_roles(search->pack, &count);
    int best = 0;
    if (found || !text.len)
        return found;
    search->title = title_of(search, without_brackets(text));
    note_heads(search, without_brackets(text));
    for (size_t i = 0; i < count; i++) {
        try_title(search, &roles[i], roles[i].title, &best, &found);
        for (size_t k = 0; k < roles[i].titles.count; k++)
            try_title(search, &roles[i], pack_list_at(roles[i].titles, k),
                      &best, &found);
    }
    return found;
}

/* Where the first line names the employer, the title stands below. */
#define HEAD_LINES 6
#define HEAD_LETTERS 70

static const struct pack_role *
role_by_head(struct role_search *search)
{
    const struct job *job = search->job;
    for (size_t i = 0; i < job->lines.count && i < HEAD_LINES; i++) {
        const struct job_line *line = &job->lines.at[i];
        const struct pack_role *found = NULL;
        if (line->place == JOB_OTHER && line->text.len <= HEAD_LETTERS)
            found = role_by_title(search, line->text);
        if (found)
            return found;
    }
    return NULL;
}

/* ---- by what is asked for ------------------------------------------------ */

/* Of a role: its must-have skills and core figures count more. */
enum { WEIGHT_MUST = 3, WEIGHT_NICE = 1, WEIGHT_CORE = 2, WEIGHT_PLUS = 1 };

/* A role needs so many of its skills in the posting, so many of them
   must-haves; those that most roles have count for less. */
#define HITS_LEAST 4
#define MUST_LEAST 2
#define SCORE_LEAST 900

struct fit {
    int score;
    size_t hits, must;
};

/* Weights of the posting's terms by number of skill and of KPI. */
struct asked {
    const int *skills, *kpis;
    const int *sharers; /* roles that want a skill */
};

static int *
weights_of(struct role_search *search, bool kpis)
{
    size_t count;
    const struct job *job = search->job;
    if (kpis)
        (void)pack_kpis(search->pack, &count);
    else
        (void)pack_skills(search->pack, &count);
    int *weights = ARENA_ARRAY(search->arena, count + 1, int);
    for (size_t i = 0; i < job->terms.count; i++) {
        const struct job_term *term = &job->terms.at[i];
        bool fits = kpis ? term->kind == JOB_KPI : term->kind != JOB_KPI;
        if (fits && term->index < count && weights[term->index] < term->weight)
            weights[term->index] = term->weight;
    }
    return weights;
}

static void
share_out(const struct pack *pack, const struct pack_list *wanted, int *sharers)
{
    size_t count;
    const struct pack_skill *skills = pack_skills(pack, &count);
    for (size_t i = 0; i < wanted->count; i++) {
        const struct pack_skill *skill =
            pack_skill(pack, pack_list_at(*wanted, i));
        if (skill)
            sharers[skill - skills]++;
    }
}

static void
add_skills(struct fit *fit, const struct pack *pack,
           const struct pack_list *wanted, const struct asked *asked,
           int weight)
{
    size_t count;
    const struct pack_skill *skills = pack_skills(pack, &count);
    for (size_t i = 0; i < wanted->count; i++) {
        const struct pack_skill *skill =
            pack_skill(pack, pack_list_at(*wanted, i));
        size_t at = skill ? (size_t)(skill - skills) : count;
        if (at == count || !asked->skills[at])
            continue;
        fit->score +=
            12 * weight * asked->skills[at] / (2 + asked->sharers[at]);
        fit->hits++;
        fit->must += weight == WEIGHT_MUST;
    }
}

static void
add_kpis(struct fit *fit, const struct pack *pack,
         const struct pack_list *wanted, const struct asked *asked, int weight)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(pack, &count);
    for (size_t i = 0; i < wanted->count; i++) {
        const struct pack_kpi *kpi = pack_kpi(pack, pack_list_at(*wanted, i));
        if (!kpi || !asked->kpis[kpi - kpis])
            continue;
        fit->score += 3 * weight * asked->kpis[kpi - kpis];
        fit->hits++;
    }
}

static struct fit
fit_of(const struct pack *pack, const struct pack_role *role,
       const struct asked *asked)
{
    struct fit fit = {0, 0, 0};
    add_skills(&fit, pack, &role->must_have, asked, WEIGHT_MUST);
    add_skills(&fit, pack, &role->nice_to_have, asked, WEIGHT_NICE);
    add_kpis(&fit, pack, &role->kpis_core, asked, WEIGHT_CORE);
    add_kpis(&fit, pack, &role->kpis_plus, asked, WEIGHT_PLUS);
    return fit;
}

static const struct pack_role *
role_by_terms(struct role_search *search)
{
    size_t count, skills;
    const struct pack_role *roles = pack_roles(search->pack, &count);
    const struct pack_role *found = NULL;
    (void)pack_skills(search->pack, &skills);
    int *sharers = ARENA_ARRAY(search->arena, skills + 1, int);
    struct asked asked = {weights_of(search, false), weights_of(search, true),
                          sharers};
    int best = SCORE_LEAST - 1;
    for (size_t i = 0; i < count; i++) {
        share_out(search->pack, &roles[i].must_have, sharers);
        share_out(search->pack, &roles[i].nice_to_have, sharers);
    }
    for (size_t i = 0; i < count; i++) {
        struct fit fit = fit_of(search->pack, &roles[i], &asked);
        if (fit.hits < HITS_LEAST || fit.must < MUST_LEAST || fit.score <= best)
            continue;
        best = fit.score;
        found = &roles[i];
    }
    return found;
}

void
job_find_role(struct arena *arena, struct job *job, const struct pack *pack)
{
    struct role_search search = {.arena = arena, .job = job, .pack = pack};
    search.stemmer = stemmer_new(arena);
    job->role = role_by_title(&search, job->title);
    if (!job->role)
        job->role = role_by_head(&search);
    job->role_is_by_title = job->role != NULL;
    if (!job->role)
        job->role = role_by_terms(&search);
    stemmer_free(search.stemmer);
}
