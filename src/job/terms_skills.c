/*
 * Skills and figures of the pack, and what asked.yaml names, in a sentence:
 * first phrases as they stand, the longest first; then phrases in other forms
 * ("staff schedules"), parted ("budget planning and control") or turned round
 * ("scheduling of staff", "managed budgets"), which are found by their stems.
 */
#include "terms.h"

/* The name of a skill and its first aliases mean the skill itself. */
#define RANK_OF_SKILL 3
/* Words between the two of a phrase that is parted or turned round. */
#define GAP_MOST 4

/* ---- phrases of the pack by their stems ------------------------------------
 */

enum { STEM_OPENS = 1, STEM_CLOSES = 2 };

/* What a phrase stands for; others of the same stems follow in a chain. */
struct phrase {
    enum job_term_kind kind;
    size_t index;
    size_t next; /* + 1; 0: the last */
};

struct phrases {
    struct index keys; /* of stems in their order, to a phrase */
    LIST(struct phrase) at;
    LIST(unsigned char) roles; /* by number of stem */
    bool *may;                 /* by stem of the pack */
    struct word_heads heads;   /* of three letters: some word has them */
};

/* The key of no stems: no number of a stem takes it to 0. */
#define KEY_START (UINT64_C(1) << 63)

static uint64_t
key_on(uint64_t key, unsigned stem)
{
    return (key ^ stem) * UINT64_C(0x9E3779B97F4A7C15) + 1;
}

#define SMALL_CLASSES                                                          \
    (LEXICON_BIT(PREPOSITION) | LEXICON_BIT(DETERMINER) |                      \
     LEXICON_BIT(CLAUSE) | LEXICON_BIT(AUXILIARY))

static bool
is_content(const struct tokens *tokens, size_t i)
{
    return tokens->at[i].kind == TOKEN_WORD &&
           !(tokens->at[i].classes & SMALL_CLASSES);
}

static void
add_role(struct term_search *search, unsigned stem, unsigned char role)
{
    struct phrases *phrases = search->phrases;
    while (phrases->roles.count <= stem)
        *list_add(search->arena, &phrases->roles) = 0;
    phrases->roles.at[stem] |= role;
}

static void
add_key(struct term_search *search, uint64_t key, enum job_term_kind kind,
        size_t index)
{
    struct phrases *phrases = search->phrases;
    size_t number = phrases->at.count;
    struct phrase phrase = {kind, index, 0};
    if (!index_add(search->arena, &phrases->keys, key, number)) {
        size_t last = index_find(&phrases->keys, key);
        while (phrases->at.at[last].next)
            last = phrases->at.at[last].next - 1;
        phrases->at.at[last].next = number + 1;
    }
    *list_add(search->arena, &phrases->at) = phrase;
}

/* A word of a phrase without which the phrase is none. */
static bool
is_telling(const struct pack *pack, struct str word)
{
    return !(lexicon_classes_of_word(pack, word) & SMALL_CLASSES);
}

/* Notes the heads of a phrase's words. False: the posting has no word that
   begins like one of them, so that the phrase cannot stand there. */
static bool
may_stand(struct term_search *search, struct str text)
{
    bool may = true;
    if (str_find_byte(text, '\xE2', 0) != SIZE_MAX ||
        str_find_byte(text, '\xC2', 0) != SIZE_MAX)
        return true; /* signs, of which some part words */
    for (size_t i = 0, end; i < text.len; i = end + 1) {
        for (end = i; end < text.len && word_heads_hold(text.at[end]);)
            end++;
        if (end == i)
            continue;
        struct str word = {text.at + i, end - i};
        unsigned head = word_head_of_three(word), two = word_head(text, i);
        word_heads_add(&search->phrases->heads, head);
        bool has =
            word_heads_have(&search->heads, two) &&
            (word_heads_have(&search->threes, head) || !word_keeps_three(word));
        if (may && !has && is_telling(search->pack, word))
            may = false;
    }
    return may;
}

/* Phrases of a single word are found as they stand only. */
static void
add_phrase(struct term_search *search, struct str text, enum job_term_kind kind,
           size_t index)
{
    if (!may_stand(search, text))
        return;
    struct tokens tokens = tokens_read(search->arena, search->pack, text);
    unsigned stems[PACK_PHRASE_MOST];
    size_t count = 0;
    uint64_t key = KEY_START;
    for (size_t i = 0; i < tokens.count; i++) {
        if (tokens.at[i].kind != TOKEN_WORD && tokens.at[i].symbol != '-')
            return; /* A/R, ICD-10 */
        if (!is_content(&tokens, i))
            continue;
        if (count == PACK_PHRASE_MOST)
            return;
        struct str word = token_text(&tokens, i);
        stems[count] = stemmer_number(search->stemmer, word);
        key = key_on(key, stems[count++]);
        word_heads_add(&search->phrases->heads, word_head_of_three(word));
    }
    if (count < 2)
        return;
    add_role(search, stems[0], STEM_OPENS);
    add_role(search, stems[count - 1], STEM_CLOSES);
    add_key(search, key, kind, index);
}

/* Of each stem of the pack: a word of the posting may have it. */
static bool *
stems_that_may_stand(struct term_search *search)
{
    size_t count;
    const struct pack_stem *stems = pack_stems(search->pack, &count);
    bool *may = ARENA_ARRAY(search->arena, count + 1, bool);
    for (size_t i = 0; i < count; i++)
        may[i] = word_heads_have(&search->heads, stems[i].head) &&
                 (!stems[i].keeps_three ||
                  word_heads_have(&search->threes, stems[i].head_of_three));
    return may;
}

static unsigned
number_of(struct term_search *search, const struct pack_stem *stem)
{
    struct str text = pack_str(stem->text);
    return stem->is_stem ? stemmer_number_of_stem(search->stemmer, text)
                         : stemmer_number(search->stemmer, text);
}

static void
add_known(struct term_search *search, const struct pack_phrase *phrase,
          const struct pack_stem *stems)
{
    unsigned first = 0, last = 0;
    uint64_t key = KEY_START;
    for (size_t i = 0; i < phrase->count; i++) {
        last = number_of(search, &stems[phrase->stems[i]]);
        first = i ? first : last;
        key = key_on(key, last);
    }
    add_role(search, first, STEM_OPENS);
    add_role(search, last, STEM_CLOSES);
    add_key(search, key, phrase->is_kpi ? JOB_KPI : JOB_SKILL, phrase->of);
}

/* Those of the pack's tables, which the compiler of packs has cut. */
static void
add_all_known(struct term_search *search, bool kpis)
{
    size_t count, stem_count;
    const struct pack_phrase *phrase = pack_phrases(search->pack, &count);
    const struct pack_stem *stems = pack_stems(search->pack, &stem_count);
    const bool *may = search->phrases->may;
    for (size_t i = 0; i < count; i++) {
        bool stands = true;
        for (size_t k = 0; k < phrase[i].count; k++)
            stands &= may[phrase[i].stems[k]];
        if (phrase[i].is_kpi == kpis && (stands || phrase[i].is_loose))
            add_known(search, &phrase[i], stems);
    }
}

/* Those of a person's own skills. */
static void
add_all_own(struct term_search *search)
{
    size_t count;
    const struct pack_skill *skill = pack_skills(search->pack, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; skill[i].aliases.own && k < skill[i].aliases.count;
             k++)
            add_phrase(search, skill[i].aliases.own[k], JOB_SKILL, i);
}

struct phrases *
phrases_of(struct term_search *search)
{
    search->phrases = ARENA_NEW(search->arena, struct phrases);
    search->phrases->heads = *pack_phrase_heads(search->pack);
    search->phrases->may = stems_that_may_stand(search);
    add_all_known(search, false);
    add_all_own(search);
    add_all_known(search, true);
    return search->phrases;
}

/* ---- one of several --------------------------------------------------------
 */

static size_t
rank_of(const struct pack_skill *skill, struct str text)
{
    for (size_t i = 0; i < skill->aliases.count; i++)
        if (str_equal_nocase(pack_list_at(skill->aliases, i), text))
            return i + 1;
    return str_equal_nocase(skill->name, text) ? 0 : skill->aliases.count + 1;
}

static struct str
slice_of(const struct reading *reading, size_t i, size_t len)
{
    return str_slice(reading->tokens.text, reading->tokens.at[i].from,
                     reading->tokens.at[i + len - 1].to);
}

/* A phrase of several skills stands for the one that has it first. */
static struct lexicon_skill
nearest_skill(const struct reading *reading, size_t i,
              const struct lexicon_skill *found, size_t count)
{
    size_t skills, best = 0, least = SIZE_MAX;
    const struct pack_skill *skill =
        pack_skills(reading->search->pack, &skills);
    struct str text = slice_of(reading, i, found[0].len);
    for (size_t k = 0; count > 1 && k < count; k++) {
        size_t rank = rank_of(&skill[found[k].skill], text);
        if (rank < least) {
            least = rank;
            best = k;
        }
    }
    return found[best];
}

/* The longest phrase of a skill at token i; len 0 when there is none. */
static struct lexicon_skill
longest_skill(const struct reading *reading, size_t i)
{
    struct lexicon_skill found[LEXICON_SKILLS], same[LEXICON_SKILLS];
    size_t count = lexicon_skills(&reading->tokens, i, found), kept = 0;
    unsigned short len = 0;
    for (size_t k = 0; k < count; k++)
        if (!found[k].is_sign && i + found[k].len <= reading->to &&
            found[k].len > len)
            len = found[k].len;
    for (size_t k = 0; k < count; k++)
        if (!found[k].is_sign && found[k].len == len)
            same[kept++] = found[k];
    return kept ? nearest_skill(reading, i, same, kept)
                : (struct lexicon_skill){.len = 0};
}

/* ---- phrases as they stand -------------------------------------------------
 */

static bool
is_free(const struct reading *reading, size_t i, size_t len)
{
    if (i + len > reading->to)
        return false;
    for (size_t k = i; k < i + len; k++)
        if (reading->notes[k].masked || reading->notes[k].taken)
            return false;
    return true;
}

/* What alone says too little needs more than to stand there. */
static bool
tells(const struct reading *reading, size_t i, size_t len)
{
    const struct word_note *note = &reading->notes[i];
    if (!note->weak_len || note->weak_len < len)
        return true;
    if (note->weakness == WORD_WEAK_NAME)
        return is_meant_as_name(reading, i, len);
    return reading->line->place == JOB_TITLE || is_meant(reading, i, len);
}

/* "CPA" is a requirement, whatever skill it stands for in a resume. */
static bool
is_credential(const struct reading *reading, size_t i, size_t len)
{
    return len == 1 && reading->tokens.at[i].all_caps &&
           pack_known_name(reading->search->pack, slice_of(reading, i, 1));
}

static bool
take_skill(struct reading *reading, size_t i, struct lexicon_skill skill)
{
    if (!skill.len || !is_free(reading, i, skill.len) ||
        !tells(reading, i, skill.len) || is_credential(reading, i, skill.len))
        return false;
    terms_add(reading, &(struct found_term){.kind = JOB_SKILL,
                                            .index = skill.skill,
                                            .from = i,
                                            .len = skill.len});
    return true;
}

/* "show rate" in "no-show rate" */
static bool
is_half(const struct reading *reading, size_t i)
{
    return i > reading->from && is_sign(reading, i - 1, '-') &&
           !reading->tokens.at[i].space_before;
}

/* A single word is a figure when it is an abbreviation or has no other use:
   "LOS" and "churn", not "income". */
static bool
take_kpi(struct reading *reading, size_t i, size_t len, size_t kpi)
{
    bool alone = reading->tokens.at[i].all_caps || reading->notes[i].is_figure;
    if (is_half(reading, i))
        return false;
    if (!len || (len < 2 && !alone) || !is_free(reading, i, len) ||
        reading->notes[i].weak_len >= len)
        return false;
    struct found_term found = {
        .kind = JOB_KPI, .index = kpi, .from = i, .len = len};
    terms_add(reading, &found);
    return true;
}

/* Its letters have the case that the list has: "WELL", "Buffer". */
static bool
has_case_of(struct str text, struct str name)
{
    size_t capitals = 0, same = 0;
    for (size_t i = 0; i < name.len && i < text.len; i++) {
        bool capital = name.at[i] >= 'A' && name.at[i] <= 'Z';
        capitals += capital;
        same += capital && text.at[i] == name.at[i];
    }
    return same * 2 > capitals || capitals == 0;
}

/* A number behind a name is a part of it: "IFRS 17", not "SQL 3 years". */
static size_t
with_number(const struct reading *reading, size_t i, size_t len)
{
    size_t end = i + len;
    if (end >= reading->to || reading->tokens.at[end].kind != TOKEN_NUMBER ||
        !is_free(reading, end, 1))
        return len;
    uint64_t units = LEXICON_BIT(UNIT_TIME) | LEXICON_BIT(PERIOD);
    bool counts =
        end + 1 < reading->to && (reading->tokens.at[end + 1].classes & units ||
                                  reading->tokens.at[end + 1].symbol == '+' ||
                                  reading->tokens.at[end + 1].symbol == '-' ||
                                  reading->tokens.at[end + 1].symbol == '%');
    return counts ? len : len + 1;
}

struct listed {
    enum lexicon_list list;
    size_t number, len;
};

static const struct lexicon_term *
listed_term(const struct reading *reading, const struct listed *listed)
{
    size_t count;
    return &lexicon_terms(reading->search->pack, listed->list,
                          &count)[listed->number];
}

/* What the pack calls the whole skill: "CRM" where customer relationship
   management is one, but not where it is a tool of those who sell. */
static bool
is_the_skill(const struct reading *reading, size_t i,
             const struct lexicon_skill *skill, const struct listed *listed)
{
    size_t count;
    const struct pack_skill *skills =
        pack_skills(reading->search->pack, &count);
    if (skill->len != listed->len || skill->is_name)
        return false;
    if (listed->list == LEXICON_ASKED_NAME &&
        !term_group(listed_term(reading, listed)).len)
        return false;
    return rank_of(&skills[skill->skill], slice_of(reading, i, skill->len)) <=
           RANK_OF_SKILL;
}

/* "Iron Range Fabrication needs a welder" */
static bool
ends_a_name(const struct reading *reading, size_t i)
{
    return reading->line->place == JOB_OTHER && i > reading->from &&
           reading->tokens.at[i].capital && reading->tokens.at[i - 1].capital &&
           !reading->capitals;
}

/* A tool, a method or a trade by its own name; it may belong to a skill. */
static bool
take_listed(struct reading *reading, size_t i, struct lexicon_skill skill,
            struct listed listed)
{
    if (!listed.len || !is_free(reading, i, listed.len) ||
        listed.len < skill.len || is_the_skill(reading, i, &skill, &listed))
        return false;
    if ((listed.list == LEXICON_ASKED_THING && ends_a_name(reading, i)) ||
        is_credential(reading, i, listed.len))
        return false;
    struct str name = term_name(listed_term(reading, &listed));
    if (listed.list == LEXICON_ASKED_NAME &&
        (!has_case_of(slice_of(reading, i, listed.len), name) ||
         !tells(reading, i, listed.len)))
        return false;
    size_t len = with_number(reading, i, listed.len);
    struct str text = slice_of(reading, i, len);
    terms_add(reading,
              &(struct found_term){
                  .kind = JOB_NAME,
                  .index = skill.len == listed.len ? skill.skill : SIZE_MAX,
                  .key = terms_key(len > listed.len ? text : name),
                  .from = i,
                  .len = len});
    return true;
}

/* Gives the tokens taken, 0 when nothing begins at i. */
static size_t
take_phrase(struct reading *reading, size_t i)
{
    const struct word_note *note = &reading->notes[i];
    struct lexicon_skill skill = longest_skill(reading, i);
    struct listed name = {LEXICON_ASKED_NAME, note->name, note->name_len};
    struct listed thing = {LEXICON_ASKED_THING, note->thing, note->thing_len};
    size_t kpi = 0;
    size_t kpi_len = lexicon_match(&reading->tokens, i, LEXICON_KPI, &kpi);
    if (kpi_len >= skill.len && kpi_len >= name.len &&
        take_kpi(reading, i, kpi_len, kpi))
        return kpi_len;
    if (take_listed(reading, i, skill, name))
        return with_number(reading, i, name.len);
    if (take_listed(reading, i, skill, thing))
        return with_number(reading, i, thing.len);
    bool is_name = name.len && name.len == skill.len &&
                   !is_the_skill(reading, i, &skill, &name);
    return !is_name && take_skill(reading, i, skill) ? skill.len : 0;
}

/* ---- phrases by stems ------------------------------------------------------
 */

/* A content word of the sentence; stem 0: in no phrase. */
struct stem_word {
    unsigned stem;
    unsigned char role;
    unsigned short token;
};

struct stem_line {
    struct stem_word at[SENTENCE_MOST];
    size_t count;
};

static struct stem_word
stem_word_of(const struct reading *reading, size_t i)
{
    struct term_search *search = reading->search;
    struct str word = token_text(&reading->tokens, i);
    unsigned head = word_head_of_three(word), stem = 0;
    if (word_heads_have(&search->phrases->heads, head))
        stem = stemmer_number(search->stemmer, word);
    if (stem >= search->phrases->roles.count)
        stem = 0;
    return (struct stem_word){stem, stem ? search->phrases->roles.at[stem] : 0,
                              (unsigned short)(i - reading->from)};
}

/* A word of a longer phrase that alone says too little: "Resources" in "Human
   Resources Manager" is no beginning of "resource management". */
static bool
is_part_of_other(const struct reading *reading, size_t i, size_t from)
{
    for (size_t k = i > from + 3 ? i - 3 : from; k < i; k++)
        if (reading->notes[k].weak_len > i - k)
            return true;
    return false;
}

/* The words stand in one phrase, which alone says too little here. */
static bool
says_little(const struct reading *reading, size_t from, size_t to)
{
    size_t len = to - from + 1;
    const struct word_note *note = &reading->notes[from];
    return note->weak_len >= len && note->weakness == WORD_WEAK &&
           reading->line->place != JOB_TITLE && !is_meant(reading, from, len);
}

/* Skills only, where the words stand apart: figures are named in one. */
static void
take_stems(struct reading *reading, uint64_t key, size_t from, size_t to,
           bool parted)
{
    const struct phrases *phrases = reading->search->phrases;
    size_t at = index_find(&phrases->keys, key);
    if (at == SIZE_MAX || reading->notes[from].masked ||
        reading->notes[to].masked ||
        (reading->notes[from].taken && reading->notes[to].taken) ||
        is_half(reading, from) ||
        is_part_of_other(reading, from, reading->from) ||
        is_part_of_other(reading, to, from + 1) ||
        says_little(reading, from, to))
        return;
    const struct phrase *phrase = &phrases->at.at[at];
    while (phrase->kind != JOB_KPI && phrase->next && !parted)
        phrase = &phrases->at.at[phrase->next - 1];
    if (phrase->kind != JOB_KPI)
        phrase = &phrases->at.at[at];
    if (phrase->kind == JOB_KPI && parted)
        return;
    terms_add(reading, &(struct found_term){.kind = phrase->kind,
                                            .index = phrase->index,
                                            .from = from,
                                            .len = to - from + 1});
}

static bool
has_separator(const struct reading *reading, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (is_separator(reading, i))
            return true;
    return false;
}

/* All of its words, one behind the other: "schedules for staff" is not. */
static void
take_in_order(struct reading *reading, const struct stem_line *line, size_t a)
{
    size_t from = line->at[a].token + reading->from;
    uint64_t key = key_on(KEY_START, line->at[a].stem);
    for (size_t b = a + 1; b < line->count && b - a < PACK_PHRASE_MOST; b++) {
        size_t before = line->at[b - 1].token + reading->from;
        size_t to = line->at[b].token + reading->from;
        if (!line->at[b].stem || to - before > 3 ||
            has_separator(reading, before, to))
            return;
        key = key_on(key, line->at[b].stem);
        if (line->at[b].role & STEM_CLOSES)
            take_stems(reading, key, from, to, false);
    }
}

/* "written and verbal communication": something else stands between, and
   "and" or a slash; commas alone part items of a list. */
static bool
is_parted(const struct reading *reading, size_t from, size_t to)
{
    bool joins = false;
    if (to - from <= 2 || is_separator(reading, to - 1))
        return false;
    for (size_t i = from + 1; i < to; i++) {
        if (is_sign(reading, i, ','))
            continue;
        bool parts = is_separator(reading, i);
        if (reading->tokens.at[i].kind != TOKEN_WORD && !parts)
            return false;
        joins |= parts;
    }
    return joins;
}

/* "financial" in "perform financial transactions": not what is done. */
static bool
is_qualifier(const struct reading *reading, size_t i)
{
    static const struct str ends[] = {STR_INIT("al"), STR_INIT("ic"),
                                      STR_INIT("ive"), STR_INIT("ous")};
    struct str word = token_text(&reading->tokens, i);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (str_ends(word, ends[k]))
            return i + 1 < reading->to && is_content(&reading->tokens, i + 1);
    return false;
}

/* "scheduling of staff", "manage the budgets" */
static bool
is_turned(const struct reading *reading, size_t from, size_t to)
{
    uint64_t verb = LEXICON_BIT(FORM_BASE) | LEXICON_BIT(FORM_ING) |
                    LEXICON_BIT(FORM_THIRD) | LEXICON_BIT(FORM_PAST);
    bool of = token_is(&reading->tokens, from + 1, "of");
    if (!of && !(reading->tokens.at[from].classes & verb))
        return false;
    if (!of && is_qualifier(reading, to))
        return false;
    for (size_t i = from + 1 + of; i < to; i++) {
        const struct token *token = &reading->tokens.at[i];
        if (reading->notes[i].taken || token->capital)
            return false; /* "Lead Lean projects" */
        bool joins = token->classes & LEXICON_BIT(DETERMINER) ||
                     is_separator(reading, i) || token->symbol == '-';
        if (!joins &&
            (token->kind != TOKEN_WORD || !is_content(&reading->tokens, i)))
            return false;
    }
    return true;
}

static void
take_apart(struct reading *reading, const struct stem_line *line, size_t a)
{
    size_t from = line->at[a].token + reading->from;
    for (size_t b = a + 1; b < line->count; b++) {
        const struct stem_word *first = &line->at[a], *last = &line->at[b];
        size_t to = last->token + reading->from;
        if (to - from > GAP_MOST + 1)
            return;
        if (first->role & STEM_OPENS && last->role & STEM_CLOSES &&
            is_parted(reading, from, to))
            take_stems(reading,
                       key_on(key_on(KEY_START, first->stem), last->stem), from,
                       to, true);
        if (first->role & STEM_CLOSES && last->role & STEM_OPENS &&
            is_turned(reading, from, to))
            take_stems(reading,
                       key_on(key_on(KEY_START, last->stem), first->stem), from,
                       to, true);
    }
}

static void
find_by_stems(struct reading *reading)
{
    struct stem_line line = {.count = 0};
    for (size_t i = reading->from; i < reading->to; i++)
        if (is_content(&reading->tokens, i))
            line.at[line.count++] = stem_word_of(reading, i);
    for (size_t a = 0; a < line.count; a++) {
        if (line.at[a].role & STEM_OPENS)
            take_in_order(reading, &line, a);
        if (line.at[a].role)
            take_apart(reading, &line, a);
    }
}

void
find_skills(struct reading *reading)
{
    for (size_t i = reading->from; i < reading->to;) {
        size_t len = 0;
        if (!reading->notes[i].masked)
            len = is_short_form(reading, i) ? 1 : take_phrase(reading, i);
        for (size_t k = i; k < i + len; k++)
            reading->notes[k].taken = true;
        i += len ? len : 1;
    }
    find_by_stems(reading);
}
