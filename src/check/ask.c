/*
 * What figure to ask for: KPIs whose words stand in the text. An index from
 * words of the pack to KPIs is made once, so that asking costs a look-up for
 * each word of the text.
 */
#include "pack/lexicon.h"
#include "rule.h"

#define ASK_MOST 3

/* Words of KPI names, with the KPIs they belong to. */
struct ask_index {
    unsigned short *first, *count; /* by word of the pack */
    unsigned short *kpis;
    unsigned short *hits; /* scratch, by KPI */
    size_t words;
};

struct ask_word {
    unsigned short word, kpi;
};

/* Too general to tell one figure from another. */
static bool
is_general(const struct tokens *tokens, size_t i)
{
    static const char *const general[] = {
        "rate",  "time",       "cost",   "score",   "days",    "work",
        "staff", "team",       "total",  "average", "patient", "patients",
        "new",   "discharged", "volume", "use",     "before",  "per"};
    uint64_t small = LEXICON_BIT(PREPOSITION) | LEXICON_BIT(DETERMINER) |
                     LEXICON_BIT(CLAUSE) | LEXICON_BIT(AUXILIARY);
    for (size_t g = 0; g < sizeof general / sizeof *general; g++)
        if (token_is(tokens, i, general[g]))
            return true;
    return tokens->at[i].kind != TOKEN_WORD || tokens->at[i].classes & small;
}

static bool
suits_role(const struct check *check, const struct pack_kpi *kpi)
{
    const struct pack_role *role = check->role;
    return !role ||
           str_among(kpi->id, role->kpis_core.at, role->kpis_core.count) ||
           str_among(kpi->id, role->kpis_plus.at, role->kpis_plus.count);
}

typedef LIST(struct ask_word) ask_words;

/* The words of one KPI stand at the end of the list. */
static bool
is_known(const ask_words *found, unsigned short word, size_t kpi)
{
    for (size_t i = found->count; i > 0 && found->at[i - 1].kpi == kpi; i--)
        if (found->at[i - 1].word == word)
            return true;
    return false;
}

static void
add_words(struct check *check, ask_words *found, struct str name, size_t kpi,
          size_t *largest)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, name);
    for (size_t i = 0; i < tokens.count; i++) {
        if (is_general(&tokens, i) || !tokens.at[i].word)
            continue;
        if (is_known(found, tokens.at[i].word, kpi))
            continue;
        *list_add(check->arena, found) =
            (struct ask_word){tokens.at[i].word, (unsigned short)kpi};
        if (tokens.at[i].word > *largest)
            *largest = tokens.at[i].word;
    }
}

static struct ask_index *
make_index(struct check *check)
{
    struct ask_index *index = ARENA_NEW(check->arena, struct ask_index);
    ask_words found = {0};
    size_t count, largest = 0;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    for (size_t k = 0; k < count; k++) {
        if (!suits_role(check, &kpis[k]))
            continue;
        add_words(check, &found, kpis[k].name, k, &largest);
        for (size_t a = 0; a < kpis[k].aliases.count; a++)
            add_words(check, &found, kpis[k].aliases.at[a], k, &largest);
    }
    index->words = largest + 1;
    index->first = ARENA_ARRAY(check->arena, largest + 2, unsigned short);
    index->count = ARENA_ARRAY(check->arena, largest + 2, unsigned short);
    index->kpis = ARENA_ARRAY(check->arena, found.count + 1, unsigned short);
    index->hits = ARENA_ARRAY(check->arena, count + 1, unsigned short);
    for (size_t i = 0; i < found.count; i++)
        index->count[found.at[i].word]++;
    for (size_t w = 1; w <= largest; w++)
        index->first[w] =
            (unsigned short)(index->first[w - 1] + index->count[w - 1]);
    for (size_t w = 0; w <= largest; w++)
        index->count[w] = 0;
    for (size_t i = 0; i < found.count; i++) {
        unsigned short word = found.at[i].word;
        index->kpis[index->first[word] + index->count[word]++] =
            found.at[i].kpi;
    }
    return index;
}

static void
count_hits(struct check *check, struct str text)
{
    struct ask_index *index = check->asks;
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    for (size_t i = 0; i < tokens.count; i++) {
        unsigned short word = tokens.at[i].word;
        if (!word || word >= index->words)
            continue;
        for (unsigned short k = 0; k < index->count[word]; k++)
            index->hits[index->kpis[index->first[word] + k]]++;
    }
}

struct choice_of {
    size_t kpis[ASK_MOST];
    size_t count;
};

static void
choose(struct choice_of *chosen, size_t kpi)
{
    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->kpis[i] == kpi)
            return;
    if (chosen->count < ASK_MOST)
        chosen->kpis[chosen->count++] = kpi;
}

static void
choose_core(struct check *check, struct choice_of *chosen)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    const struct pack_role *role = check->role;
    for (size_t i = 0; role && i < role->kpis_core.count; i++) {
        const struct pack_kpi *kpi =
            pack_kpi(check->pack, role->kpis_core.at[i]);
        if (kpi)
            choose(chosen, (size_t)(kpi - kpis));
    }
}

static struct str
print_choice(struct check *check, const struct choice_of *chosen)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    struct buf out = buf_new(check->arena);
    for (size_t i = 0; i < chosen->count; i++) {
        struct str name = kpis[chosen->kpis[i]].name;
        const char *between = i == 0                  ? ""
                              : i + 1 < chosen->count ? ", "
                                                      : " or ";
        bool abbreviated =
            name.len > 1 && name.at[1] >= 'A' && name.at[1] <= 'Z';
        buf_add_text(&out, between);
        if (!abbreviated && name.len) {
            buf_add_byte(&out, ascii_lower(name.at[0]));
            name = str_slice(name, 1, name.len);
        }
        buf_add(&out, name);
    }
    return buf_str(&out);
}

struct str
check_ask(struct check *check, struct str text, const struct reading *reading)
{
    struct choice_of chosen = {{0}, 0};
    size_t count;
    (void)pack_kpis(check->pack, &count);
    if (!check->asks)
        check->asks = make_index(check);
    for (size_t i = 0; reading && i < reading->kpis.count; i++)
        choose(&chosen, reading->kpis.at[i].kpi);
    count_hits(check, text);
    /* One common word proves nothing. */
    for (unsigned short want = 8; want > 1; want--)
        for (size_t k = 0; k < count; k++)
            if (check->asks->hits[k] == want)
                choose(&chosen, k);
    for (size_t k = 0; k < count; k++)
        check->asks->hits[k] = 0;
    if (!chosen.count)
        choose_core(check, &chosen);
    if (!chosen.count)
        return STR("how much, how many or how fast, and compared with what");
    return print_choice(check, &chosen);
}
