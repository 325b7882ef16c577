/* K104: a case is the person's own initiative. */
#include "cases.h"

/* ---- role -------------------------------------------------------------- */

/* "Project lead, reporting to the manager": whom one reports to is not what
   one was. */
static size_t
own_part(const struct tokens *tokens)
{
    static const char *const ends[] = {"reporting", "reported", "reports",
                                       "under"};
    for (size_t i = 0; i < tokens->count; i++)
        for (size_t e = 0; e < sizeof ends / sizeof *ends; e++)
            if (token_is(tokens, i, ends[e]))
                return i;
    return tokens->count;
}

static bool
holds_before(const struct tokens *tokens, size_t end, enum lexicon_list list)
{
    size_t term;
    for (size_t i = 0; i < end; i++)
        if (lexicon_match(tokens, i, list, &term))
            return true;
    return false;
}

static const struct tokens *
role_tokens(struct check *check, const struct case_view *view)
{
    for (size_t i = 0; i < view->text_count; i++)
        if (view->texts[i].in.text == &view->study->role)
            return check_tokens(check, &view->texts[i]);
    return NULL;
}

/* ---- actions ----------------------------------------------------------- */

static bool
ends_in_ed(const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    return tokens->at[i].kind == TOKEN_WORD && word.len >= 5 &&
           str_ends(word, STR("ed"));
}

static bool
is_participle(const struct tokens *tokens, size_t i)
{
    size_t term;
    if (i >= tokens->count ||
        lexicon_match(tokens, i, LEXICON_NOT_PASSIVE, &term))
        return false;
    return ends_in_ed(tokens, i) ||
           lexicon_match(tokens, i, LEXICON_PARTICIPLE, &term);
}

static bool
opens_with_verb(const struct tokens *tokens)
{
    uint64_t forms =
        LEXICON_BIT(FORM_PAST) | LEXICON_BIT(FORM_BASE) | LEXICON_BIT(FORM_ING);
    return tokens->count &&
           (tokens_phrase_classes(tokens, 0) & forms ||
            tokens->at[0].classes & forms || ends_in_ed(tokens, 0));
}

/* "Staff were trained": somebody did it. Looks at the first words only; a past
   verb at the head is the person's own. */
static bool
is_passive(const struct tokens *tokens)
{
    size_t term;
    uint64_t past = LEXICON_BIT(FORM_PAST);
    bool active = tokens->at[0].classes & past || ends_in_ed(tokens, 0);
    for (size_t i = 1; i < tokens->count && i < 10; i++) {
        if (tokens->at[i].kind == TOKEN_SYMBOL ||
            tokens->at[i].classes & LEXICON_BIT(CLAUSE))
            return false;
        if (!tokens->at[i].node ||
            !lexicon_match(tokens, i, LEXICON_BE_FORM, &term))
            continue;
        bool adverb = i + 1 < tokens->count &&
                      str_ends(token_text(tokens, i + 1), STR("ly"));
        return (i == 1 || !active) &&
               is_participle(tokens, i + (adverb ? 2 : 1));
    }
    return false;
}

struct actions {
    size_t count, weak, own;
    bool lead;
    const struct check_bullet *first_weak;
};

static void
count_action(struct actions *actions, const struct check_bullet *bullet)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    size_t term;
    if (!tokens->count)
        return;
    bool weak = lexicon_match(tokens, 0, LEXICON_WEAK_OPENER, &term) ||
                is_passive(tokens);
    actions->count++;
    actions->weak += weak;
    actions->own += !weak && opens_with_verb(tokens);
    actions->lead =
        actions->lead || lexicon_match(tokens, 0, LEXICON_LEADING, &term) != 0;
    if (weak && !actions->first_weak)
        actions->first_weak = bullet;
}

static struct actions
read_actions(const struct case_view *view)
{
    struct actions actions = {0};
    for (size_t i = 0; i < view->bullet_count; i++)
        if (view->bullets[i].place == BULLET_ACTION)
            count_action(&actions, &view->bullets[i]);
    return actions;
}

/* ---- the rule ---------------------------------------------------------- */

static struct finding *
report_unled(struct check *check, const struct case_view *view,
             struct span span)
{
    struct str name = case_name(check, view);
    struct finding *finding = case_report(
        check, CODE_K104, view, span,
        str_format(check->arena, "State what you led in %.*s.", STR_ARG(name)));
    return finding;
}

static void
report_weak(struct check *check, const struct case_view *view,
            const struct actions *actions)
{
    struct span span = check_span(check, actions->first_weak->prose, 0,
                                  actions->first_weak->prose->plain.len);
    struct finding *finding = report_unled(check, view, span);
    finding_help(finding,
                 "%zu of %zu actions say that you helped or that something "
                 "was done; open each with what you did",
                 actions->weak, actions->count);
}

/* A role that leads, actions that lead, or, where the role is no mere
   membership, actions that are one's own. */
static bool
is_led(const struct tokens *role, const struct actions *actions)
{
    size_t end = role ? own_part(role) : 0;
    if (actions->lead || (role && holds_before(role, end, LEXICON_LEADING)))
        return true;
    if (role && holds_before(role, end, LEXICON_PARTICIPANT))
        return false;
    return !actions->count || actions->own * 2 >= actions->count;
}

static void
demand_lead(struct check *check, const struct case_view *view)
{
    struct actions actions = read_actions(view);
    const struct tokens *role = role_tokens(check, view);
    if (!role && !actions.count)
        return; /* K102 asks for both */
    if (actions.weak * 2 > actions.count) {
        report_weak(check, view, &actions);
        return;
    }
    if (is_led(role, &actions))
        return;
    const struct node *node = view->study->role.node;
    struct finding *finding =
        report_unled(check, view, node ? node_span(node) : case_span(view));
    finding_help(finding, "role: Project lead, reporting to ...; for joint "
                          "work write co-lead and your share");
}

void
cases_unled(struct check *check)
{
    for (struct case_walk walk = {0}; cases_next(check, &walk);)
        demand_lead(check, &walk.at);
}
