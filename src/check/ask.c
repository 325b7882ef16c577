/*
 * What figure to ask for: KPIs one of whose names stands in the text, all its
 * words, in any order. An index from words of the pack to names is made once,
 * so that asking costs a look-up for each word of the text.
 */
#include "pack/lexicon.h"
#include "rule.h"

#define ASK_MOST 3
/* One word proves nothing, unless it is the name: the reading sees those. */
#define ASK_WORDS 2

/* A name or an alias of a KPI. */
struct ask_name {
    unsigned short kpi, words;
    unsigned short hits; /* scratch */
};

struct ask_index {
    unsigned short *first, *count; /* by word of the pack */
    unsigned short *names;         /* of those words */
    bool *seen;                    /* scratch, by word */
    struct ask_name *at;           /* by KPI */
    size_t name_count, words;
};

struct ask_word {
    unsigned short word, name;
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
    return !role || pack_list_has(role->kpis_core, pack_str(kpi->id)) ||
           pack_list_has(role->kpis_plus, pack_str(kpi->id));
}

typedef LIST(struct ask_word) ask_words;
typedef LIST(struct ask_name) ask_names;

/* The words of one name stand at the end of the list. */
static bool
is_known(const ask_words *found, unsigned short word, size_t name)
{
    for (size_t i = found->count; i > 0 && found->at[i - 1].name == name; i--)
        if (found->at[i - 1].word == word)
            return true;
    return false;
}

static void
add_name(struct check *check, ask_words *found, ask_names *names,
         struct str text, size_t kpi)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    size_t before = found->count;
    for (size_t i = 0; i < tokens.count; i++) {
        if (is_general(&tokens, i))
            continue;
        if (!tokens.at[i].word) { /* no text can have all of its words */
            found->count = before;
            return;
        }
        if (is_known(found, tokens.at[i].word, names->count))
            continue;
        *list_add(check->arena, found) =
            (struct ask_word){tokens.at[i].word, (unsigned short)names->count};
    }
    if (found->count - before < ASK_WORDS) {
        found->count = before;
        return;
    }
    *list_add(check->arena, names) =
        (struct ask_name){.kpi = (unsigned short)kpi,
                          .words = (unsigned short)(found->count - before)};
}

/* Words with the names they stand in, by counting. */
static void
sort_words(struct arena *arena, struct ask_index *index, const ask_words *found)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->at[i].word >= index->words)
            index->words = (size_t)found->at[i].word + 1;
    index->first = ARENA_ARRAY(arena, index->words + 1, unsigned short);
    index->count = ARENA_ARRAY(arena, index->words + 1, unsigned short);
    index->names = ARENA_ARRAY(arena, found->count + 1, unsigned short);
    index->seen = ARENA_ARRAY(arena, index->words + 1, bool);
    for (size_t i = 0; i < found->count; i++)
        index->first[found->at[i].word + 1]++;
    for (size_t w = 1; w <= index->words; w++)
        index->first[w] =
            (unsigned short)(index->first[w] + index->first[w - 1]);
    for (size_t i = 0; i < found->count; i++) {
        unsigned short word = found->at[i].word;
        index->names[index->first[word] + index->count[word]++] =
            found->at[i].name;
    }
}

static struct ask_index *
make_index(struct check *check)
{
    struct ask_index *index = ARENA_NEW(check->arena, struct ask_index);
    ask_words found = {0};
    ask_names names = {0};
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    for (size_t k = 0; k < count; k++) {
        if (!suits_role(check, &kpis[k]))
            continue;
        add_name(check, &found, &names, pack_str(kpis[k].name), k);
        for (size_t a = 0; a < kpis[k].aliases.count; a++)
            add_name(check, &found, &names, pack_list_at(kpis[k].aliases, a),
                     k);
    }
    sort_words(check->arena, index, &found);
    index->at = names.at;
    index->name_count = names.count;
    return index;
}

/* A word counts once, however often it stands in the text. */
static void
count_hits(struct ask_index *index, const struct tokens *tokens, bool on)
{
    for (size_t i = 0; i < tokens->count; i++) {
        unsigned short word = tokens->at[i].word;
        if (!word || word >= index->words || index->seen[word] == on)
            continue;
        index->seen[word] = on;
        for (unsigned short n = 0; n < index->count[word]; n++) {
            struct ask_name *name =
                &index->at[index->names[index->first[word] + n]];
            name->hits = (unsigned short)(on ? name->hits + 1 : 0);
        }
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

/* Names all of whose words stand in the text. */
static void
choose_named(struct check *check, struct choice_of *chosen,
             const struct tokens *tokens)
{
    if (!check->asks)
        check->asks = make_index(check);
    struct ask_index *index = check->asks;
    count_hits(index, tokens, true);
    for (size_t n = 0; n < index->name_count; n++)
        if (index->at[n].hits == index->at[n].words)
            choose(chosen, index->at[n].kpi);
    count_hits(index, tokens, false);
}

static struct str
print_choice(struct check *check, const struct choice_of *chosen)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    struct buf out = buf_new(check->arena);
    for (size_t i = 0; i < chosen->count; i++) {
        struct str name = pack_str(kpis[chosen->kpis[i]].name);
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
    for (size_t i = 0; reading && i < reading->kpis.count; i++)
        choose(&chosen, reading->kpis.at[i].kpi);
    if (!chosen.count && reading) {
        choose_named(check, &chosen, &reading->tokens);
    } else if (!chosen.count) {
        struct tokens tokens = tokens_read(check->arena, check->pack, text);
        choose_named(check, &chosen, &tokens);
    }
    if (!chosen.count)
        return STR("how much, how many or how fast, and compared with what");
    return print_choice(check, &chosen);
}
