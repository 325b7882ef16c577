/*
 * Where what is wanted stands in a file. Skills come from the one pass that
 * looks for them anyway; figures and words are looked for here, in one walk
 * over the tokens that have been read, whatever the number of what is wanted.
 */
#include "evidence.h"

#include "base/index.h"

/* One word of a form of something wanted; words of one stem hang together. */
struct wanted_stem {
    size_t form;
    size_t next;     /* of the same stem; SIZE_MAX: none */
    size_t seen;     /* the text it was last seen in, plus one */
    unsigned token;  /* of it, there */
    bool is_letters; /* "CMS": in capitals only */
};

struct wanted_form {
    struct str text;
    size_t wanted;
    size_t first, count; /* of its words */
    unsigned reach;      /* tokens that it may stand in */
};

struct looking {
    struct check *check;
    const struct evidence_wanted *wanted;
    size_t count;
    evidence_list *found;      /* by number of what is wanted */
    size_t *of_skill, *of_kpi; /* the first wanted of that index, plus one */
    struct index stems;        /* to the first of its words */
    LIST(struct wanted_stem) words;
    LIST(struct wanted_form) forms;
    struct word_heads heads; /* of three letters: some word has them */
};

/* ---- what is looked for ---------------------------------------------------
 */

static void
want_word(struct looking *looking, struct wanted_form *form, struct str word)
{
    struct arena *arena = looking->check->arena;
    uint64_t key = stem_key(word);
    size_t number = looking->forms.count - 1;
    if (!key)
        return;
    size_t first = index_find(&looking->stems, key);
    for (size_t i = first; i != SIZE_MAX; i = looking->words.at[i].next)
        if (looking->words.at[i].form == number)
            return;
    *list_add(arena, &looking->words) =
        (struct wanted_stem){number, SIZE_MAX, 0, 0, word_needs_capitals(word)};
    size_t at = looking->words.count - 1;
    if (first == SIZE_MAX) {
        (void)index_add(arena, &looking->stems, key, at);
    } else {
        looking->words.at[at].next = looking->words.at[first].next;
        looking->words.at[first].next = at;
    }
    unsigned head = word_head_of_three(word);
    word_heads_add(&looking->heads, head);
    form->count++;
}

static void
want_form(struct looking *looking, size_t number, struct str text)
{
    struct check *check = looking->check;
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    struct wanted_form *form = list_add(check->arena, &looking->forms);
    *form = (struct wanted_form){text, number, looking->words.count, 0, 0};
    bool is_name = true;
    for (size_t i = 0; i < tokens.count; i++) {
        if (!evidence_is_word(&tokens, i))
            continue;
        want_word(looking, form, token_text(&tokens, i));
        is_name &= tokens.at[i].capital;
    }
    /* A name stands together, what is done with other words in between. */
    form->reach = (unsigned)(is_name ? form->count + 1 : 2 * form->count + 2);
}

static void
want(struct looking *looking, size_t number)
{
    const struct evidence_wanted *wanted = &looking->wanted[number];
    struct check *check = looking->check;
    if (wanted->kind == EVIDENCE_OF_SKILL)
        looking->of_skill[wanted->index] = number + 1;
    if (wanted->kind == EVIDENCE_OF_KPI)
        looking->of_kpi[wanted->index] = number + 1;
    if (wanted->kind != EVIDENCE_OF_WORDS)
        return;
    struct name_forms forms = name_forms_of(check->pack, wanted->words);
    for (size_t i = 0; i < forms.count; i++)
        want_form(looking, number, forms.at[i]);
}

/* ---- the walk --------------------------------------------------------------
 */

/* What is known of the text that is walked over. */
struct walked {
    const struct check_text *text;
    const struct tokens *tokens;
    size_t number; /* of the text */
    enum evidence_place place;
    int tells; /* -1: not asked yet */
};

static bool
tells(struct looking *looking, struct walked *walked)
{
    if (walked->tells < 0)
        walked->tells =
            evidence_tells(looking->check, walked->text, walked->place);
    return walked->tells;
}

/* A bullet is called by its place in the list, however it is written. */
static struct str
path_of(struct check *check, const struct check_text *text)
{
    struct str path = field_text_path(check->arena, &text->in);
    if (text->in.prose && str_ends(path, STR(".text")))
        path.len -= strlen(".text");
    return path;
}

/* Once for each text; a name counts for more than a sign. */
static void
add_text(struct looking *looking, struct walked *walked, size_t wanted,
         size_t from, size_t to, bool is_sign)
{
    struct check *check = looking->check;
    const struct check_text *text = walked->text;
    evidence_list *list = &looking->found[wanted];
    bool is_told = tells(looking, walked);
    struct evidence *last = list->count ? &list->at[list->count - 1] : NULL;
    bool again = last && last->plain.at == text->plain.at;
    bool is_name = walked->place == PLACE_NAME || walked->place == PLACE_TITLE;
    if ((is_sign && (!is_told || is_name)) ||
        (again && (is_sign || !last->is_sign)))
        return;
    if (!again)
        last = list_add(check->arena, list);
    *last = (struct evidence){
        .path = path_of(check, text),
        .span = check_text_span(check, text, from, to),
        .plain = text->plain,
        .words = str_slice(text->plain, from, to),
        .tells = is_told,
        .is_name = is_name,
        .is_sign = is_sign,
    };
}

static void
walk_skills(struct looking *looking, struct walked *walked)
{
    struct skill_hits hits =
        check_skill_hits(looking->check, walked->text->number);
    const struct tokens *tokens = walked->tokens;
    for (size_t h = 0; h < hits.count; h++) {
        const struct skill_hit *hit = &hits.at[h];
        size_t wanted = looking->of_skill[hit->skill];
        if (wanted)
            add_text(looking, walked, wanted - 1, tokens->at[hit->token].from,
                     tokens->at[hit->token + hit->len - 1].to, hit->is_sign);
    }
}

static void
walk_kpis(struct looking *looking, struct walked *walked)
{
    const struct tokens *tokens = walked->tokens;
    if (!tokens_may_hold(tokens, LEXICON_KPI) ||
        str_starts(walked->text->in.item->path, STR("metrics")))
        return; /* records stand for themselves */
    for (size_t i = 0; i < tokens->count; i++) {
        size_t kpi, len = lexicon_match(tokens, i, LEXICON_KPI, &kpi);
        size_t wanted = len ? looking->of_kpi[kpi] : 0;
        if (wanted)
            add_text(looking, walked, wanted - 1, tokens->at[i].from,
                     tokens->at[i + len - 1].to, false);
    }
}

/* All words of a form stand here, near each other. */
static void
see_form(struct looking *looking, struct walked *walked,
         const struct wanted_form *form)
{
    const struct tokens *tokens = walked->tokens;
    const struct wanted_stem *words = &looking->words.at[form->first];
    unsigned from = words->token, to = words->token;
    for (size_t i = 0; i < form->count; i++) {
        if (words[i].seen != walked->number + 1)
            return;
        from = words[i].token < from ? words[i].token : from;
        to = words[i].token > to ? words[i].token : to;
    }
    if (to - from < form->reach && name_stands(form->text, walked->text->plain))
        add_text(looking, walked, form->wanted, tokens->at[from].from,
                 tokens->at[to].to, false);
}

static void
see_word(struct looking *looking, struct walked *walked, size_t token,
         struct wanted_stem *word)
{
    if (word->is_letters && !word_is_letters(token_text(walked->tokens, token)))
        return;
    word->seen = walked->number + 1;
    word->token = (unsigned)token;
    see_form(looking, walked, &looking->forms.at[word->form]);
}

static void
walk_words(struct looking *looking, struct walked *walked)
{
    const struct tokens *tokens = walked->tokens;
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->at[i].kind != TOKEN_WORD)
            continue;
        struct str word = token_text(tokens, i);
        unsigned head = word_head_of_three(word);
        if (!word_heads_have(&looking->heads, head))
            continue;
        uint64_t key = stem_key(word);
        size_t at = key ? index_find(&looking->stems, key) : SIZE_MAX;
        for (; at != SIZE_MAX; at = looking->words.at[at].next)
            see_word(looking, walked, i, &looking->words.at[at]);
    }
}

static void
walk_texts(struct looking *looking)
{
    struct check *check = looking->check;
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        struct walked walked = {text, NULL, i, evidence_place(check, text), -1};
        if (walked.place == PLACE_NONE)
            continue;
        walked.tokens = check_tokens(check, text);
        walk_skills(looking, &walked);
        walk_kpis(looking, &walked);
        if (looking->forms.count)
            walk_words(looking, &walked);
    }
}

static void
walk_records(struct looking *looking)
{
    struct check *check = looking->check;
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(check->pack, &count);
    for (size_t i = 0; i < check->candidate->all_metrics.count; i++) {
        const struct metric *metric = check->candidate->all_metrics.at[i];
        const struct pack_kpi *kpi = pack_kpi(check->pack, metric->kpi.s);
        size_t wanted = kpi ? looking->of_kpi[kpi - kpis] : 0;
        if (!wanted || !(metric->after.given || metric->change_percent.given))
            continue;
        *list_add(check->arena, &looking->found[wanted - 1]) =
            (struct evidence){.path = metric->item.path,
                              .span = node_span(metric->item.node),
                              .plain = metric->kpi.s,
                              .words = metric->kpi.s,
                              .tells = true};
    }
}

const evidence_list *
check_evidence(struct check *check, const struct evidence_wanted *wanted,
               size_t count)
{
    size_t skills, kpis;
    struct looking looking = {.check = check, .wanted = wanted, .count = count};
    (void)pack_skills(check->pack, &skills);
    (void)pack_kpis(check->pack, &kpis);
    looking.of_skill = ARENA_ARRAY(check->arena, skills + 1, size_t);
    looking.of_kpi = ARENA_ARRAY(check->arena, kpis + 1, size_t);
    looking.found = ARENA_ARRAY(check->arena, count + 1, evidence_list);
    for (size_t i = 0; i < count; i++)
        want(&looking, i);
    walk_texts(&looking);
    walk_records(&looking);
    return looking.found;
}
