/* R102: the words that the role and the posting look for. */
#include "base/file.h"
#include "job/job.h"
#include "skills.h"

#define ALIASES_NAMED 3
/* Skills that are asked for one by one. */
#define SINGLE_MOST 3
/* A posting names more than one line can ask for. */
#define POSTING_MOST 5

/* ---- what to call a skill ------------------------------------------------ */

/* Of "Budgeting, financial management and acumen" the first words. */
static struct str
short_name(const struct pack_skill *skill)
{
    struct str name = skill->name;
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == '(' || name.at[i] == ',' || name.at[i] == ':' ||
            name.at[i] == ';')
            return str_trim(str_slice(name, 0, i));
    return name;
}

static struct str
name_aliases(struct check *check, const struct pack_skill *skill)
{
    struct buf out = buf_new(check->arena);
    size_t named = 0;
    for (size_t i = 0; i < skill->aliases.count && named < ALIASES_NAMED; i++)
        if (!str_holds_nocase(short_name(skill),
                              pack_list_at(skill->aliases, i)))
            buf_print(&out, "%s%.*s", named++ ? ", " : "",
                      STR_ARG(pack_list_at(skill->aliases, i)));
    return buf_str(&out);
}

/* ---- where it is said ---------------------------------------------------- */

/* The role of the variant; on the command line nobody wrote it down. */
static struct span
place_of_role(const struct check *check)
{
    if (check->variant && check->variant->target_role.node)
        return check->variant->target_role.node->span;
    if (check->variant)
        return node_span(check->variant->item.node);
    const struct node *root = check->candidate->node;
    const struct node_pair *pair = node_find_pair(root, STR("skills"));
    if (!pair)
        pair = node_find_pair(root, STR("experience"));
    return pair ? pair->key_span : SPAN_NONE;
}

static struct finding *
add_skill(struct check *check, const struct pack_skill *skill, struct span span)
{
    struct str aliases = name_aliases(check, skill);
    struct finding *finding =
        finding_add(check->findings, CODE_R102, span,
                    aliases.len ? "Add \"%.*s\" if true (%.*s)."
                                : "Add \"%.*s\" if true%.*s.",
                    STR_ARG(short_name(skill)), STR_ARG(aliases));
    if (check->variant)
        finding->path = check->variant->item.path;
    return finding;
}

/* ---- must-have skills of the role ---------------------------------------- */

typedef LIST(const struct pack_skill *) skill_list;

/* So many that each of them is nobody's slip. */
static void
ask_for_many(struct check *check, const skill_list *missing)
{
    struct buf names = buf_new(check->arena);
    for (size_t i = 0; i < missing->count; i++)
        buf_print(&names, "%s\"%.*s\"", i ? ", " : "",
                  STR_ARG(short_name(missing->at[i])));
    struct finding *finding =
        finding_add(check->findings, CODE_R102, place_of_role(check),
                    "Add what is true of %zu skills that %.*s asks for.",
                    missing->count, STR_ARG(check->role->title));
    if (check->variant)
        finding->path = check->variant->item.path;
    finding_help(finding, "no text has %.*s", STR_ARG(buf_str(&names)));
}

static void
role_words(struct check *check, const bool *seen)
{
    size_t count;
    const struct pack_skill *skills = pack_skills(check->pack, &count);
    const struct pack_list *wanted = &check->role->must_have;
    skill_list missing = {0};
    for (size_t i = 0; i < wanted->count; i++) {
        const struct pack_skill *skill =
            pack_skill(check->pack, pack_list_at(*wanted, i));
        if (skill && !seen[skill - skills])
            *list_add(check->arena, &missing) = skill;
    }
    if (missing.count > SINGLE_MOST) {
        ask_for_many(check, &missing);
        return;
    }
    for (size_t i = 0; i < missing.count; i++)
        finding_help(add_skill(check, missing.at[i], place_of_role(check)),
                     "readers for %.*s look for it; add only what a bullet "
                     "can show",
                     STR_ARG(check->role->title));
}

/* ---- keywords of the variant --------------------------------------------- */

/* The other form of an abbreviation, or the words it stands for. */
static struct str
other_form(struct check *check, struct str word)
{
    size_t count;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_ABBREVIATION, &count);
    for (size_t i = 0; i < count; i++) {
        if (str_equal_nocase(term_name(&terms[i]), word))
            return term_advice(&terms[i]);
        if (str_equal_nocase(term_advice(&terms[i]), word))
            return term_name(&terms[i]);
    }
    return STR("");
}

/* A/R, P&L and U.S. for AR, PL and US. */
static bool
holds_with_signs(struct str text, struct str letters)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t from = at, met = 0;
        for (; from < text.len && met < letters.len; from++) {
            if (text.at[from] == letters.at[met])
                met++;
            else if (!met || (text.at[from] != '/' && text.at[from] != '&' &&
                              text.at[from] != '.'))
                break;
        }
        bool whole = at == 0 || !ascii_is_alnum(text.at[at - 1]);
        if (met == letters.len && whole &&
            (from == text.len || !ascii_is_alnum(text.at[from])))
            return true;
    }
    return false;
}

static bool
stands_literally(struct check *check, struct str phrase)
{
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if ((check->whole || check_text_is_shown(text)) &&
            (str_holds_nocase(text->plain, phrase) ||
             (phrase.len <= 5 && holds_with_signs(text->plain, phrase))))
            return true;
    }
    return false;
}

static void
one_keyword(struct check *check, const struct text *word, bool is_required)
{
    if (!word->s.len ||
        check_words_stand(check, word->s, TEXT_ANY, WORDS_ALL_IN_ONE) ||
        stands_literally(check, word->s))
        return;
    struct str other = other_form(check, word->s);
    bool other_stands = other.len && stands_literally(check, other);
    struct finding *finding;
    if (other_stands)
        finding =
            finding_add(check->findings, CODE_R102, node_span(word->node),
                        "Write both forms once: %.*s (%.*s).",
                        STR_ARG(other.len > word->s.len ? other : word->s),
                        STR_ARG(other.len > word->s.len ? word->s : other));
    else
        finding = finding_add(check->findings, CODE_R102, node_span(word->node),
                              "Add \"%.*s\" if true.", STR_ARG(word->s));
    finding->path = check->variant->item.path;
    if (other_stands)
        finding_help(finding, "some readers and programs look for one form "
                              "only");
    else
        finding_help(finding, "no text of this variant has it; add only what "
                              "a bullet can show");
    if ((other_stands || !is_required) && finding->severity > SEVERITY_HINT)
        finding->severity = SEVERITY_HINT;
}

static void
variant_keywords(struct check *check)
{
    const struct variant *variant = check->variant;
    for (size_t i = 0; i < variant->required_keywords.count; i++)
        one_keyword(check, &variant->required_keywords.at[i], true);
    for (size_t i = 0; i < variant->keywords.count; i++)
        one_keyword(check, &variant->keywords.at[i], false);
}

/* ---- the posting --------------------------------------------------------- */

/* A posting is read once, however many variants name it. */
struct posting {
    struct str path;
    const struct job *job; /* NULL: it is not there */
    struct posting *next;
};

/* What is wrong with it is told to those who ask for the variant. */
static const struct job *
read_posting(struct check *check, struct str path)
{
    struct str bytes = {NULL, 0};
    /* That it is not there is another rule's to say. */
    if (!check->files ||
        check->files->read(check->files->context, check->arena, path, &bytes)
            .failed)
        return NULL;
    struct sources *sources = sources_new(check->arena);
    return job_read(check->arena, findings_new(check->arena, sources),
                    check->pack, sources_add(sources, path, bytes));
}

static const struct job *
posting_of(struct check *check, struct str path)
{
    struct check *whole = check->whole ? check->whole : check;
    if (!path.len)
        return NULL;
    if (check->job && str_equal(check->job->name, path))
        return check->job;
    if (whole->read_job)
        return whole->read_job(whole->job_context, path);
    for (struct posting *at = whole->postings; at; at = at->next)
        if (str_equal(at->path, path))
            return at->job;
    struct posting *posting = ARENA_NEW(whole->arena, struct posting);
    *posting =
        (struct posting){path, read_posting(whole, path), whole->postings};
    whole->postings = posting;
    return posting->job;
}

static bool
begins_line(const struct job *job, const struct job_term *term)
{
    for (size_t i = 0; i < job->lines.count; i++)
        if (job->lines.at[i].line == term->line &&
            str_starts(job->lines.at[i].text, term->text))
            return true;
    return false;
}

/* "reporting" in a posting may be anything; names and terms of several words
   are not. A capital at the head of a line makes no name. */
static bool
tells(const struct job *job, const struct job_term *term)
{
    size_t capitals = 0;
    for (size_t i = 0; i < term->text.len; i++)
        capitals += term->text.at[i] >= 'A' && term->text.at[i] <= 'Z';
    return str_find_byte(term->text, ' ', 0) != SIZE_MAX || capitals > 1 ||
           (capitals && !begins_line(job, term));
}

static void
ask_for_term(struct check *check, const struct job_term *term)
{
    const struct text *path = &check->variant->job_description;
    struct finding *finding =
        finding_add(check->findings, CODE_R102, node_span(path->node),
                    "Add \"%.*s\" if true.", STR_ARG(term->text));
    finding->path = check->variant->item.path;
    finding_help(finding, "the posting has it %s, no text of this variant has",
                 term->times <= 1 ? "once" : "more than once");
    if (finding->severity > SEVERITY_HINT)
        finding->severity = SEVERITY_HINT;
}

/* The terms that weigh most first. */
static void
posting_words(struct check *check, const bool *seen)
{
    const struct job *job =
        posting_of(check, check->variant->job_description.s);
    size_t said = 0;
    for (size_t i = 0; job && i < job->terms.count && said < POSTING_MOST;
         i++) {
        const struct job_term *term = &job->terms.at[i];
        if (term->kind != JOB_SKILL || seen[term->index] || !tells(job, term))
            continue;
        ask_for_term(check, term);
        said++;
    }
}

static void
wanted_words(struct check *check)
{
    if (!check->role_is_asked)
        return;
    bool *seen = check_skills_in(check, TEXT_ANY);
    if (check->role)
        role_words(check, seen);
    if (check->variant) {
        variant_keywords(check);
        posting_words(check, seen);
    }
}

const struct rule rules_role_words[] = {
    {.code = CODE_R102, .document = wanted_words, .in_variants = true},
    {.document = NULL},
};
