/*
 * K107: a story of new technology includes the people who had to use it. A
 * rollout is a system brought in, as the object of its sentence: "implemented
 * Epic at two clinics", "the Epic go-live"; "implemented Epic interfaces" is
 * work on the system and none.
 */
#include "base/index.h"
#include "cases.h"

struct rollout {
    size_t from, to; /* bytes: the system as named */
};

static const enum lexicon_list systems[] = {LEXICON_SYSTEM, LEXICON_SYSTEM_TERM,
                                            LEXICON_TECHNOLOGY};

static size_t
match_system(const struct tokens *tokens, size_t i)
{
    size_t term, best = 0;
    for (size_t l = 0; l < sizeof systems / sizeof *systems; l++) {
        size_t len = lexicon_match(tokens, i, systems[l], &term);
        best = len > best ? len : best;
    }
    return best;
}

/* Words that a system's name may end with. */
static bool
is_head(const struct tokens *tokens, size_t i)
{
    static const char *const heads[] = {
        "system", "systems", "platform",    "platforms",    "software",
        "module", "modules", "solution",    "solutions",    "tool",
        "tools",  "suite",   "application", "applications", "program"};
    for (size_t h = 0; h < sizeof heads / sizeof *heads; h++)
        if (token_is(tokens, i, heads[h]))
            return true;
    return false;
}

/* What may follow an object that ends here. */
static bool
ends_object(const struct tokens *tokens, size_t i)
{
    uint64_t small = LEXICON_BIT(PREPOSITION) | LEXICON_BIT(CLAUSE) |
                     LEXICON_BIT(ATTRIBUTION) | LEXICON_BIT(AUXILIARY) |
                     LEXICON_BIT(FORM_ING) | LEXICON_BIT(TIME_PHRASE);
    if (i >= tokens->count)
        return true;
    const struct token *token = &tokens->at[i];
    if (token->kind == TOKEN_SYMBOL)
        return token->symbol != '/' && token->symbol != '-' &&
               token->symbol != '\'';
    return token->kind == TOKEN_WORD &&
           (token->classes | tokens_phrase_classes(tokens, i)) & small;
}

static size_t
end_of_name(const struct tokens *tokens, size_t i)
{
    size_t len;
    while (i < tokens->count &&
           ((len = match_system(tokens, i)) || (len = is_head(tokens, i))))
        i += len;
    return i;
}

static bool
stops_object(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    if (token->kind == TOKEN_SYMBOL)
        return token->symbol != ',' && token->symbol != '-' &&
               token->symbol != '&';
    return token->classes &
           (LEXICON_BIT(PREPOSITION) | LEXICON_BIT(ATTRIBUTION));
}

/* "implemented [the new] Epic [system]", "launch of a patient portal" */
static bool
is_object(const struct tokens *tokens, size_t i, struct rollout *rollout)
{
    for (size_t end = i + 7; i < tokens->count && i < end; i++) {
        size_t len = match_system(tokens, i), behind;
        if (!len && stops_object(tokens, i))
            return false;
        if (!len)
            continue;
        behind = end_of_name(tokens, i + len);
        if (!ends_object(tokens, behind))
            return false;
        *rollout =
            (struct rollout){tokens->at[i].from, tokens->at[i + len - 1].to};
        return true;
    }
    return false;
}

/* "Epic go-live": the system stands before the noun. */
static bool
is_named_rollout(const struct tokens *tokens, size_t i, struct rollout *rollout)
{
    size_t term, len = match_system(tokens, i), noun;
    if (!len)
        return false;
    size_t behind = i + len;
    while (behind < tokens->count && is_head(tokens, behind))
        behind++;
    if (behind >= tokens->count || !tokens->at[behind].node)
        return false;
    noun = lexicon_match(tokens, behind, LEXICON_ROLLOUT_NOUN, &term);
    if (!noun || !ends_object(tokens, behind + noun))
        return false;
    *rollout = (struct rollout){tokens->at[i].from, tokens->at[i + len - 1].to};
    return true;
}

static bool
may_name_system(const struct tokens *tokens)
{
    for (size_t l = 0; l < sizeof systems / sizeof *systems; l++)
        if (tokens_may_hold(tokens, systems[l]))
            return true;
    return false;
}

static bool
find_rollout(const struct tokens *tokens, struct rollout *rollout)
{
    size_t term;
    if (!may_name_system(tokens))
        return false;
    for (size_t i = 0; i < tokens->count; i++) {
        if (!tokens->at[i].node)
            continue;
        size_t verb = lexicon_match(tokens, i, LEXICON_ROLLOUT, &term);
        if (verb && is_object(tokens, i + verb, rollout))
            return true;
        size_t noun = lexicon_match(tokens, i, LEXICON_ROLLOUT_NOUN, &term);
        if (noun && token_is(tokens, i + noun, "of") &&
            is_object(tokens, i + noun + 1, rollout))
            return true;
        if (is_named_rollout(tokens, i, rollout))
            return true;
    }
    return false;
}

/* ---- what was done for people ------------------------------------------ */

struct people {
    bool training, change;
};

static void
see_words(struct people *people, const struct tokens *tokens)
{
    people->training =
        people->training || tokens_hold(tokens, LEXICON_ADOPTION_TRAINING);
    people->change =
        people->change || tokens_hold(tokens, LEXICON_ADOPTION_CHANGE);
}

/* systems: [{name: Epic, trained: 86, adoption: 97%}] */
static void
see_system(struct people *people, const struct system *system)
{
    people->training = people->training || system->trained.given;
    people->change = people->change || system->adoption.s.len;
}

static bool
names_system(const struct system *system, struct str name)
{
    return system->name.s.len &&
           (str_equal_nocase(system->name.s, name) ||
            str_equal_nocase(str_slice(system->name.s, 0, name.len), name));
}

static void
see_systems(const struct check *check, struct people *people, struct str name)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->systems.count; i++)
        if (names_system(&candidate->systems.at[i], name))
            see_system(people, &candidate->systems.at[i]);
}

static struct str
missing_work(struct check *check, const struct people *people,
             struct str system)
{
    return str_format(check->arena, "Add %s to the %.*s rollout.",
                      people->training ? "change work (pilot, feedback, "
                                         "champions)"
                      : people->change ? "the training"
                                       : "training and change work",
                      STR_ARG(system));
}

/* ---- cases ------------------------------------------------------------- */

static bool
tells_deeds(const struct case_study *study, const struct check_text *text)
{
    return text->bullet || text->in.text == &study->title ||
           text->in.prose == &study->challenge;
}

static struct people
people_of_case(struct check *check, const struct case_view *view)
{
    const struct case_study *study = view->study;
    const struct adoption *adoption = &study->adoption;
    struct people people = {
        .training = adoption->trained.given || adoption->training_hours.s.len,
        .change = adoption->change_activities.count || adoption->adoption.s.len,
    };
    for (size_t i = 0; i < view->text_count; i++)
        see_words(&people, check_tokens(check, &view->texts[i]));
    for (size_t i = 0; i < study->systems.count; i++)
        see_systems(check, &people, study->systems.at[i].s);
    return people;
}

/* The sentence that tells the rollout; else, for a case of that kind, what it
   is about. */
static bool
rollout_of_case(struct check *check, const struct case_view *view,
                struct span *span, struct str *system)
{
    const struct case_study *study = view->study;
    struct rollout rollout;
    for (size_t i = 0; i < view->text_count; i++) {
        const struct check_text *text = &view->texts[i];
        if (!tells_deeds(study, text) ||
            !find_rollout(check_tokens(check, text), &rollout))
            continue;
        *span = check_text_span(check, text, rollout.from, rollout.to);
        *system = str_slice(text->plain, rollout.from, rollout.to);
        return true;
    }
    if (study->kind.value != CASE_EHR && study->kind.value != CASE_TELEHEALTH)
        return false;
    *span = case_span(view);
    *system = study->systems.count            ? study->systems.at[0].s
              : study->kind.value == CASE_EHR ? STR("EHR")
                                              : STR("telehealth");
    return true;
}

static void
demand_people(struct check *check, const struct case_view *view)
{
    struct span span;
    struct str system;
    if (!rollout_of_case(check, view, &span, &system))
        return;
    struct people people = people_of_case(check, view);
    see_systems(check, &people, system);
    if (people.training && people.change)
        return;
    struct finding *finding = case_report(check, CODE_K107, view, span,
                                          missing_work(check, &people, system));
    finding_help(finding, "adoption: {trained: 86, training_hours: 4 each, "
                          "adoption: 97%% at day 60, change_activities: "
                          "[pilot, champions, feedback]}");
}

void
cases_rollouts(struct check *check)
{
    for (struct case_walk walk = {0}; cases_next(check, &walk);)
        demand_people(check, &walk.at);
}

/* ---- bullets ----------------------------------------------------------- */

static bool
is_recent(const struct check *check, const struct position *position)
{
    int months = check_months_since(check, &position->end_date);
    return months <= 12 * check_param(check, CODE_K107, "years");
}

/* What the cases roll out: each is judged by itself. */
struct told {
    bool is_read;
    bool records;         /* a case about records tells of any system */
    struct index systems; /* by name */
};

static void
read_cases(struct check *check, struct told *told)
{
    for (struct case_walk walk = {0}; cases_next(check, &walk);) {
        struct span span;
        struct str name;
        if (!rollout_of_case(check, &walk.at, &span, &name))
            continue;
        told->records = told->records || walk.at.study->kind.value == CASE_EHR;
        (void)index_add(check->arena, &told->systems, index_of_text(name), 0);
    }
    told->is_read = true;
}

/* Lines of one position, and what they say of people once it is asked for. */
struct lines {
    const struct check_bullet *first, *end;
    bool is_read;
    struct people people;
};

static void
read_lines(struct lines *lines)
{
    for (const struct check_bullet *bullet = lines->first; bullet < lines->end;
         bullet++)
        see_words(&lines->people, &bullet->reading->tokens);
    lines->is_read = true;
}

/* A line has no room for everything: it is enough that one of the lines of
   the position, the list of systems or a case tells of the people. */
static bool
tells_people(struct check *check, struct lines *lines, struct told *told,
             struct str system)
{
    if (!lines->is_read)
        read_lines(lines);
    if (!told->is_read)
        read_cases(check, told);
    struct people people = lines->people;
    see_systems(check, &people, system);
    return people.training || people.change || told->records ||
           index_find(&told->systems, index_of_text(system)) != SIZE_MAX;
}

static void
demand_in_line(struct check *check, const struct check_bullet *bullet,
               struct lines *lines, struct told *told)
{
    struct rollout rollout;
    if (!find_rollout(&bullet->reading->tokens, &rollout))
        return;
    struct str system =
        str_slice(bullet->prose->plain, rollout.from, rollout.to);
    if (tells_people(check, lines, told, system))
        return;
    struct people none = {0};
    struct str message = missing_work(check, &none, system);
    struct finding *finding =
        check_on_bullet(check, CODE_K107, bullet, rollout.from, rollout.to,
                        "%.*s", STR_ARG(message));
    finding_help(finding, "who was trained, what made the change easier, how "
                          "many use it now: \"after a four-week pilot; "
                          "trained 86 users, adoption 97%% at day 60\"");
}

void
bullets_rollouts(struct check *check)
{
    if (check->bullets.count == 0)
        return; /* NULL plus nothing is not defined */
    const struct check_bullet *end = check->bullets.at + check->bullets.count;
    struct told told = {0};
    for (const struct check_bullet *first = check->bullets.at; first < end;) {
        const struct check_bullet *next = first;
        while (next < end && next->position == first->position)
            next++;
        struct lines lines = {.first = first, .end = next};
        for (const struct check_bullet *bullet = first;
             first->position && bullet < next; bullet++)
            if (is_recent(check, first->position))
                demand_in_line(check, bullet, &lines, &told);
        first = next;
    }
}
