/* R103 and R104: the list of skills against what is told, and its weight. */
#include "base/index.h"
#include "skills.h"

/* Few enough to be named one by one. */
#define SKILLS_SINGLE 2
#define SKILLS_NAMED 5
/* A list long enough to be judged as a whole. */
#define SKILLS_LONG 6
/* Bullets without which there is no work to see a skill in. */
#define BULLETS_LEAST 4
/* Skills in a row that a bullet bears; tokens of one of them at most. */
#define ROW_MOST 6
#define ROW_TOKENS 4
/* Of so many words one may be the same keyword. */
#define WORDS_PER_KEYWORD 100

static struct span
skills_key(const struct check *check)
{
    const struct node_pair *pair =
        node_find_pair(check->candidate->node, STR("skills"));
    return pair ? pair->key_span : SPAN_NONE;
}

/* A skill of the person's own: a keyword, or a name without keywords. */
static bool
is_listed_skill(const struct check_text *text)
{
    if (!str_starts(text->in.item->path, STR("skills[")))
        return false;
    const struct skill *skill = text->in.map;
    return str_is(str_from(text->in.field->key), "keywords") ||
           (str_is(str_from(text->in.field->key), "name") &&
            !skill->keywords.count);
}

/* ---- R103 -------------------------------------------------------------- */

/* Spoken languages prove themselves, and so do tools of every desk. */
static bool
needs_no_proof(struct check *check, const struct check_text *text)
{
    const struct candidate *candidate = check->candidate;
    const struct tokens *tokens = check_tokens(check, text);
    const struct skill *skill = text->in.map;
    size_t term;
    if (str_find(skill->name.s, STR("anguages"), 0) != SIZE_MAX)
        return true;
    for (size_t i = 0; i < candidate->languages.count; i++) {
        struct str language = candidate->languages.at[i].language.s;
        if (language.len && str_find(text->plain, language, 0) != SIZE_MAX)
            return true;
    }
    for (size_t i = 0; i < tokens->count; i++)
        if (lexicon_match(tokens, i, LEXICON_EVERYDAY, &term))
            return true;
    return false;
}

/* Names of tools are on the list for programs to find; few of them can have a
   bullet. A name: capitals, and no word that the pack knows otherwise. */
static bool
is_tool(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    size_t term;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->at[i];
        bool is_name = token->capital && (!token->node || token->all_caps);
        if ((is_name && (i > 0 || tokens->count == 1 || !token->word ||
                         token->all_caps)) ||
            lexicon_match(tokens, i, LEXICON_SYSTEM, &term))
            return true;
    }
    return false;
}

static bool
is_shown(struct check *check, const struct check_text *text, const bool *seen)
{
    const struct skill *skill = text->in.map;
    struct skill_hits hits = check_skill_hits(check, text->number);
    if (skill->evidence.count)
        return true;
    for (size_t h = 0; h < hits.count; h++)
        if (!hits.at[h].is_sign && seen[hits.at[h].skill])
            return true;
    return check_words_stand(check, text->plain, TEXT_EVIDENCE,
                             WORDS_ANY_TELLING);
}

typedef LIST(const struct check_text *) unshown_list;

/* Skills of the list that no other text shows, tools among them. */
struct unproven {
    unshown_list all, no_tools;
    size_t listed;
};

static void
report_one(struct check *check, const struct check_text *text)
{
    struct finding *finding = check_on_text(
        check, CODE_R103, text, 0, text->plain.len,
        "Back %.*s with a bullet, or drop it.", STR_ARG(text->plain));
    finding_help(finding, "say where you used it and what came of it");
}

static void
report_many(struct check *check, const unshown_list *unshown, size_t all)
{
    struct buf names = buf_new(check->arena);
    for (size_t i = 0; i < unshown->count && i < SKILLS_NAMED; i++)
        buf_print(&names, "%s%.*s", i ? ", " : "",
                  STR_ARG(unshown->at[i]->plain));
    if (unshown->count > SKILLS_NAMED)
        buf_print(&names, " and %zu more", unshown->count - SKILLS_NAMED);
    struct finding *finding =
        finding_add(check->findings, CODE_R103, skills_key(check),
                    "Back %zu of %zu skills with a bullet, or drop them.",
                    unshown->count, all);
    finding->path = STR("skills");
    finding_help(finding, "nowhere else yet: %.*s", STR_ARG(buf_str(&names)));
    finding_help(finding, "or print only what is shown: skills_options: "
                          "{evidence_only: true}");
}

static struct unproven
find_unproven(struct check *check)
{
    struct unproven found = {.listed = 0};
    const bool *seen = check_skills_in(check, TEXT_EVIDENCE);
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if (!is_listed_skill(text))
            continue;
        found.listed++;
        if (is_shown(check, text, seen) || needs_no_proof(check, text))
            continue;
        *list_add(check->arena, &found.all) = text;
        if (!is_tool(check, text))
            *list_add(check->arena, &found.no_tools) = text;
    }
    return found;
}

/* Tools count where most of a long list has no proof. */
static void
unproven(struct check *check)
{
    if (!check->candidate->skills.count || check->beginner ||
        check->bullets.count < BULLETS_LEAST ||
        check->candidate->skills_options.evidence_only.value)
        return;
    struct unproven found = find_unproven(check);
    bool most =
        found.listed >= SKILLS_LONG && found.all.count * 2 > found.listed;
    const unshown_list *unshown = most ? &found.all : &found.no_tools;
    if (unshown->count > SKILLS_SINGLE)
        report_many(check, unshown, found.listed);
    else
        for (size_t i = 0; i < unshown->count; i++)
            report_one(check, unshown->at[i]);
}

/* ---- R104: too long a list ---------------------------------------------- */

static void
long_list(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    size_t most = (size_t)check_param(check, CODE_R104, "max_skills");
    const struct integer *limit = &candidate->skills_options.max;
    size_t listed = 0;
    for (size_t i = 0; i < candidate->skills.count; i++) {
        size_t keywords = candidate->skills.at[i].keywords.count;
        listed += keywords ? keywords : 1;
    }
    if (listed <= most || candidate->skills_options.evidence_only.value ||
        (limit->given && limit->value >= 0 && (size_t)limit->value <= most))
        return;
    struct finding *finding =
        finding_add(check->findings, CODE_R104, skills_key(check),
                    "Trim the skills to %zu or fewer (now %zu).", most, listed);
    finding->path = STR("skills");
    finding_help(finding, "keep those the next job asks for; nobody reads "
                          "more");
}

/* ---- R104: one word all over the place ----------------------------------- */

struct keyword {
    struct str text; /* as it stands first */
    size_t times;
};

struct keywords {
    LIST(struct keyword) at;
    struct index known;
    size_t words;
};

static bool
is_counted(const struct check_text *text)
{
    return text->uses & (TEXT_BULLET | TEXT_SUMMARY) &&
           !(text->uses & TEXT_VARIANT);
}

static bool
is_masked(const struct check_text *text, size_t token)
{
    return text->bullet && text->bullet->reading->masked[token];
}

/* Names and terms count for their skill, whatever the form; an ordinary word
   for itself. */
static uint64_t
key_of(const struct tokens *tokens, const struct skill_hit *hit,
       struct str text)
{
    bool is_term = hit->len > 1 || tokens->at[hit->token].all_caps;
    return is_term ? (uint64_t)hit->skill + 1 : index_of_text(text);
}

static void
count_keywords(struct check *check, struct keywords *keywords,
               const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    struct skill_hits hits = check_skill_hits(check, text->number);
    size_t behind = 0;
    keywords->words += tokens->count;
    for (size_t h = 0; h < hits.count; h++) {
        const struct skill_hit *hit = &hits.at[h];
        if (hit->is_sign || hit->token < behind || is_masked(text, hit->token))
            continue;
        struct str name = str_slice(text->plain, tokens->at[hit->token].from,
                                    tokens->at[hit->token + hit->len - 1].to);
        uint64_t key = key_of(tokens, hit, name);
        if (index_add(check->arena, &keywords->known, key, keywords->at.count))
            *list_add(check->arena, &keywords->at) = (struct keyword){name, 0};
        keywords->at.at[index_find(&keywords->known, key)].times++;
        behind = hit->token + hit->len;
    }
}

static void
repeated(struct check *check)
{
    struct keywords keywords = {.words = 0};
    size_t most = (size_t)check_param(check, CODE_R104, "max_repeats");
    for (size_t i = 0; i < check->texts.count; i++)
        if (is_counted(&check->texts.at[i]))
            count_keywords(check, &keywords, &check->texts.at[i]);
    const struct node_pair *pair =
        node_find_pair(check->candidate->node, STR("experience"));
    for (size_t i = 0; i < keywords.at.count; i++) {
        const struct keyword *keyword = &keywords.at.at[i];
        if (keyword->times <= most ||
            keyword->times * WORDS_PER_KEYWORD < keywords.words)
            continue;
        struct finding *finding = finding_add(
            check->findings, CODE_R104, pair ? pair->key_span : SPAN_NONE,
            "Trim \"%.*s\" (%zu times).", STR_ARG(keyword->text),
            keyword->times);
        finding->path = STR("experience");
        finding_help(finding,
                     "%zu times are enough for programs, and people "
                     "read it too",
                     most);
    }
}

/* ---- R104: a bullet that is a list ----------------------------------------
 */

struct row {
    size_t from, to; /* tokens */
    size_t skills;
};

static bool
holds_skill(struct skill_hits hits, size_t from, size_t to)
{
    for (size_t h = 0; h < hits.count; h++)
        if (!hits.at[h].is_sign && hits.at[h].token >= from &&
            hits.at[h].token < to)
            return true;
    return false;
}

/* The longest run of skills between commas. */
static struct row
longest_row(const struct tokens *tokens, struct skill_hits hits)
{
    struct row best = {0, 0, 0}, row = {0, 0, 0};
    for (size_t from = 0; from < tokens->count;) {
        size_t to = from, next;
        while (to < tokens->count && !token_is_symbol(tokens, to, ','))
            to++;
        next = to + 1;
        bool is_last = to >= tokens->count;
        bool fits = to - from <= ROW_TOKENS || is_last || row.skills == 0;
        if (!fits)
            row = (struct row){next, next, 0};
        else if (holds_skill(hits, from, to) && to - from <= ROW_TOKENS + 1)
            row.skills++;
        row.to = to;
        if (!row.skills)
            row.from = next;
        if (row.skills > best.skills)
            best = row;
        from = next;
    }
    return best;
}

static void
listing(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    struct skill_hits hits = check_skill_hits(check, text->number);
    if (hits.count <= ROW_MOST)
        return;
    struct row row = longest_row(tokens, hits);
    if (row.skills <= ROW_MOST)
        return;
    struct finding *finding =
        check_on_text(check, CODE_R104, text, tokens->at[row.from].from,
                      tokens->at[row.to - 1].to,
                      "Trim the list: %zu skills in one bullet.", row.skills);
    finding_help(finding, "a list belongs under skills; a bullet says what "
                          "came of one or two of them");
}

const struct rule rules_role_skills[] = {
    {.code = CODE_R103, .document = unproven},
    {.code = CODE_R104,
     .document = long_list,
     .params = {{"max_repeats", 8}, {"max_skills", 30}}},
    {.code = CODE_R104, .document = repeated},
    {.code = CODE_R104, .text = listing, .uses = TEXT_BULLET},
    {.document = NULL},
};
