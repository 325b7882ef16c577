/* K101, K102: how many cases, and their parts; the table of K. */
#include "base/utf8.h"
#include "cases.h"

/* ---- cases and their texts --------------------------------------------- */

static bool
lies_in(const struct check_text *text, struct str path)
{
    struct str at = text->in.item->path;
    return str_starts(at, path) &&
           (at.len == path.len || at.at[path.len] == '.');
}

static bool
lies_in_section(const struct check_text *text, struct str path)
{
    size_t key = str_find_byte(path, '[', 0);
    return str_starts(text->in.item->path,
                      str_slice(path, 0, key < path.len ? key + 1 : path.len));
}

/* Bullets and texts stand in the order of the cases. */
static void
take_bullets(const struct check *check, struct case_walk *walk)
{
    struct case_view *view = &walk->at;
    while (walk->bullet < check->bullets.count &&
           !check->bullets.at[walk->bullet].case_study)
        walk->bullet++;
    if (check->bullets.count)
        view->bullets = check->bullets.at + walk->bullet;
    for (; walk->bullet < check->bullets.count &&
           check->bullets.at[walk->bullet].case_study == view->study;
         walk->bullet++)
        view->bullet_count++;
}

static void
take_texts(const struct check *check, struct case_walk *walk)
{
    struct case_view *view = &walk->at;
    struct str path = view->study->item.path;
    while (walk->text < check->texts.count &&
           !lies_in_section(&check->texts.at[walk->text], path))
        walk->text++;
    if (check->texts.count)
        view->texts = check->texts.at + walk->text;
    for (; walk->text < check->texts.count &&
           lies_in(&check->texts.at[walk->text], path);
         walk->text++)
        view->text_count++;
}

bool
cases_next(const struct check *check, struct case_walk *walk)
{
    const struct candidate *candidate = check->candidate;
    while (walk->next < candidate->case_studies.count) {
        const struct case_study *study =
            &candidate->case_studies.at[walk->next++];
        walk->at = (struct case_view){.study = study};
        take_bullets(check, walk);
        take_texts(check, walk);
        if (!study->item.is_private.value)
            return true;
    }
    return false;
}

#define NAME_MOST 48 /* bytes of a title that a message quotes */

struct str
case_name(struct check *check, const struct case_view *view)
{
    struct str title = view->study->title.s;
    size_t end = 0, blank = 0;
    if (!title.len)
        return STR("this case");
    if (title.len <= NAME_MOST)
        return str_format(check->arena, "\"%.*s\"", STR_ARG(title));
    for (size_t at = 0; at < NAME_MOST; utf8_next(title, &at)) {
        if (title.at[at] == ' ')
            blank = at;
        end = at;
    }
    return str_format(check->arena, "\"%.*s ...\"",
                      STR_ARG(str_slice(title, 0, blank ? blank : end)));
}

struct span
case_span(const struct case_view *view)
{
    const struct case_study *study = view->study;
    if (study->title.s.len && study->title.node)
        return node_span(study->title.node);
    struct span span = node_span(study->item.node);
    const struct node *map = study->item.node;
    if (map && map->kind == NODE_MAP && map->pairs.count)
        span.to = map->pairs.at[0].key_span.to;
    return span;
}

struct finding *
case_report(struct check *check, enum code code, const struct case_view *view,
            struct span span, struct str message)
{
    struct finding *finding =
        finding_add(check->findings, code, span, "%.*s", STR_ARG(message));
    finding->path = view->study->item.path;
    return finding;
}

bool
case_holds(struct check *check, const struct case_view *view,
           enum lexicon_list list)
{
    for (size_t i = 0; i < view->text_count; i++)
        if (tokens_hold(check_tokens(check, &view->texts[i]), list))
            return true;
    return false;
}

bool
pack_has_guide(const struct check *check)
{
    size_t count;
    const struct pack_tip *tips = pack_tips(check->pack, &count);
    for (size_t i = 0; i < count; i++)
        if (pack_list_has(tips[i].rules, STR("K101")))
            return true;
    return false;
}

bool
cases_are_projects(const struct check *check)
{
    const struct node *root = check->candidate->node;
    return !node_find_pair(root, STR("case_studies")) &&
           node_find_pair(root, STR("projects"));
}

/* ---- K101 -------------------------------------------------------------- */

static bool
prints_portfolio(const struct variant *variant)
{
    return variant->output.value != OUTPUT_RESUME;
}

/* Without variants both documents are made; for a profession whose guide asks
   for no portfolio, what only a portfolio prints shows the wish for one. */
static bool
wants_portfolio(const struct check *check)
{
    static const char *const keys[] = {"case_studies", "work_samples",
                                       "testimonials", "multimedia"};
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (prints_portfolio(&candidate->variants.at[i]))
            return true;
    if (candidate->variants.count)
        return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (node_find_pair(candidate->node, str_from(keys[i])))
            return true;
    return pack_has_guide(check);
}

static bool
shares_tag(const struct item *item, const text_list *tags)
{
    for (size_t i = 0; i < item->tags.count; i++)
        for (size_t j = 0; j < tags->count; j++)
            if (str_equal(item->tags.at[i].s, tags->at[j].s))
                return true;
    return false;
}

/* What has no tags is in every variant. */
static bool
is_shown(const struct item *item, const struct variant *variant)
{
    if (item->is_private.value)
        return false;
    if (!variant || !item->tags.count)
        return true;
    return !shares_tag(item, &variant->exclude) &&
           (!variant->include.count || shares_tag(item, &variant->include));
}

static size_t
count_cases(const struct check *check, const struct variant *variant)
{
    const struct candidate *candidate = check->candidate;
    size_t count = 0;
    for (size_t i = 0; i < candidate->case_studies.count; i++)
        count += is_shown(&candidate->case_studies.at[i].item, variant);
    return count;
}

static const struct pack_role *
role_of(const struct check *check, const struct variant *variant)
{
    const struct pack_role *role =
        variant && variant->target_role.s.len
            ? pack_role(check->pack, variant->target_role.s)
            : NULL;
    return role ? role : check->role;
}

static struct span
cases_span(const struct check *check, const struct variant *variant,
           size_t count)
{
    const struct node *root = check->candidate->node;
    if (variant && count != count_cases(check, NULL) && variant->name.node)
        return node_span(variant->name.node);
    const struct node_pair *pair = node_find_pair(root, STR("case_studies"));
    if (!pair)
        pair = node_find_pair(root, STR("projects"));
    if (pair)
        return pair->key_span;
    if (!root)
        return SPAN_NONE;
    return (struct span){root->span.source, root->span.from, root->span.from};
}

/* Gives whether it found fault. */
static bool
judge_number(struct check *check, const struct variant *variant)
{
    const struct pack_role *role = role_of(check, variant);
    size_t want = role && role->min_cases > 0 ? (size_t)role->min_cases : 2;
    size_t most = (size_t)check_param(check, CODE_K101, "max_cases");
    size_t count = count_cases(check, variant);
    struct span span = cases_span(check, variant, count);
    struct finding *finding;
    if (count >= want && count <= most)
        return false;
    if (count < want) {
        finding = finding_add(check->findings, CODE_K101, span,
                              "Add case studies: %zu of %zu.", count, want);
        finding_help(finding, "take the bullets with the best figures and tell "
                              "situation, actions, result");
        if (check->beginner && finding->severity == SEVERITY_WARNING)
            finding->severity = SEVERITY_HINT;
    } else {
        finding = finding_add(check->findings, CODE_K101, span,
                              "Choose the best %zu of %zu case studies.", most,
                              count);
        finding_help(finding, "mark the others private: true, or give each "
                              "variant its own by tags");
    }
    finding->path = STR("case_studies");
    return true;
}

static void
number_of_cases(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    bool judged = false;
    if (check->beginner || !wants_portfolio(check))
        return;
    for (size_t i = 0; i < candidate->variants.count; i++) {
        const struct variant *variant = &candidate->variants.at[i];
        if (!prints_portfolio(variant))
            continue;
        judged = true;
        if (judge_number(check, variant))
            return;
    }
    if (!judged)
        (void)judge_number(check, NULL);
}

/* ---- K102 -------------------------------------------------------------- */

struct parts {
    struct buf names, lines;
    size_t count;
};

static void
want_part(struct parts *parts, bool given, const char *name, const char *line)
{
    if (given)
        return;
    buf_print(&parts->names, "%s%s", parts->count ? ", " : "", name);
    if (parts->count < 3)
        buf_print(&parts->lines, "%s%s", parts->count ? "\n" : "", line);
    parts->count++;
}

static bool
has_results(const struct case_study *study)
{
    return study->results.count || study->metric_refs.count;
}

static void
want_parts(struct check *check, struct parts *parts,
           const struct case_view *view)
{
    const struct case_study *study = view->study;
    size_t min_actions = (size_t)check_param(check, CODE_K102, "min_actions");
    want_part(parts, study->title.s.len, "title",
              "title: the result in a few words");
    want_part(parts,
              study->setting.node || study->setting.kind.s.len ||
                  study->setting.size.s.len,
              "setting", "setting: {kind: what sort of place, size: how big}");
    want_part(parts,
              study->period.node || study->period.start.typed.s.len ||
                  study->period.end.typed.s.len,
              "period", "period: {start: 2023-01, end: 2023-06}");
    want_part(parts, study->role.s.len, "role",
              "role: Project lead, reporting to ...");
    want_part(parts, study->situation.plain.len, "situation",
              "situation: what was the case before you");
    want_part(parts, study->challenge.plain.len, "challenge",
              "challenge: the problem or the goal");
    if (study->actions.count == 1 && min_actions > 1)
        want_part(parts, false, "a second action",
                  "actions: [what you did first, what you did next]");
    else
        want_part(parts, study->actions.count >= min_actions, "actions",
                  "actions: [what you did first, what you did next]");
    want_part(parts, has_results(study) || case_lacks_figure(check, view),
              "results", "results: [what fell or rose, from what to what]");
}

static void
complete(struct check *check, const struct case_view *view)
{
    struct parts parts = {buf_new(check->arena), buf_new(check->arena), 0};
    want_parts(check, &parts, view);
    if (!parts.count)
        return;
    struct str name = case_name(check, view);
    struct str names = buf_str(&parts.names), lines = buf_str(&parts.lines);
    struct finding *finding =
        case_report(check, CODE_K102, view, case_span(view),
                    str_format(check->arena, "Complete %s%.*s: add %.*s.",
                               view->study->title.s.len ? "case " : "",
                               STR_ARG(name), STR_ARG(names)));
    finding_help(finding, "%.*s", STR_ARG(lines));
}

static void
parts_of_cases(struct check *check)
{
    for (struct case_walk walk = {0}; cases_next(check, &walk);)
        complete(check, &walk.at);
}

const struct rule rules_cases[] = {
    {.code = CODE_K101,
     .document = number_of_cases,
     .any_language = true,
     .params = {{"max_cases", 6}}},
    {.code = CODE_K102,
     .document = parts_of_cases,
     .any_language = true,
     .params = {{"min_actions", 2}}},
    {.code = CODE_K103, .document = cases_unmeasured},
    {.code = CODE_K104, .document = cases_unled},
    {.code = CODE_K105,
     .document = cases_takeaways,
     .params = {{"min_words", 4}, {"max_words", 40}}},
    {.code = CODE_K106, .document = cases_narrow, .params = {{"min_cases", 3}}},
    {.code = CODE_K107, .document = cases_rollouts, .params = {{"years", 10}}},
    {.code = CODE_K107, .document = bullets_rollouts},
    {.code = CODE_K108, .document = cases_unbalanced},
    {.document = NULL},
};
