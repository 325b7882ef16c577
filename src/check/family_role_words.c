/* R102: the words that the role and the posting look for. */
#include "base/file.h"
#include "base/index.h"
#include "skills.h"

#define ALIASES_NAMED 3
/* Skills that are asked for one by one. */
#define SINGLE_MOST 3
/* A posting names more than one line can ask for. */
#define POSTING_MOST 5
#define POSTING_SIZE ((size_t)200 * 1000)

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
        if (!str_holds_nocase(short_name(skill), skill->aliases.at[i]))
            buf_print(&out, "%s%.*s", named++ ? ", " : "",
                      STR_ARG(skill->aliases.at[i]));
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
        const struct pack_skill *skill = pack_skill(check->pack, wanted->at[i]);
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

/* A term of the posting, where it stands first. */
struct posting_term {
    struct str text;
    size_t times;
    size_t token;
};
typedef LIST(struct posting_term) posting_terms;

/* "reporting" in a posting may be anything; names and terms of several words
   are not. A capital at the head of a sentence makes no name. */
static bool
tells(const struct tokens *tokens, size_t i, size_t len)
{
    const struct token *token = &tokens->at[i];
    bool head = i == 0 || tokens->at[i - 1].kind == TOKEN_SYMBOL ||
                str_find_byte(
                    str_slice(tokens->text, tokens->at[i - 1].to, token->from),
                    '\n', 0) != SIZE_MAX;
    return len > 1 || token->all_caps || (token->capital && !head);
}

static void
count_term(struct check *check, posting_terms *terms, struct index *known,
           const struct tokens *tokens, size_t i, size_t len)
{
    struct str text =
        str_slice(tokens->text, tokens->at[i].from, tokens->at[i + len - 1].to);
    uint64_t key = index_of_text(text);
    if (index_add(check->arena, known, key, terms->count))
        *list_add(check->arena, terms) = (struct posting_term){text, 0, i};
    terms->at[index_find(known, key)].times++;
}

/* Terms of the posting that name skills of which the variant shows none. */
static posting_terms
missing_terms(struct check *check, const struct tokens *tokens,
              const bool *seen)
{
    posting_terms terms = {0};
    struct index known = {NULL, 0, 0};
    struct lexicon_skill found[LEXICON_SKILLS];
    for (size_t i = 0; i < tokens->count; i++) {
        size_t len = 0, hits = lexicon_skills(tokens, i, found);
        for (size_t k = 0; k < hits; k++)
            if (!found[k].is_sign && found[k].len >= len)
                len = found[k].len;
        bool shown = false;
        for (size_t k = 0; k < hits; k++)
            shown |= seen[found[k].skill];
        if (len && !shown && tells(tokens, i, len))
            count_term(check, &terms, &known, tokens, i, len);
        if (len)
            i += len - 1;
    }
    return terms;
}

static struct str
read_posting(struct check *check, struct str path)
{
    struct str bytes = {NULL, 0};
    if (!check->files || !path.len)
        return bytes;
    struct file_error error =
        check->files->read(check->files->context, check->arena, path, &bytes);
    /* That it is not there is another rule's to say. */
    return error.failed ? STR("") : str_slice(bytes, 0, POSTING_SIZE);
}

/* Whether a skill of the term has been asked for; then they all have. */
static bool
ask_once(const struct tokens *tokens, const struct posting_term *term,
         bool *asked)
{
    struct lexicon_skill found[LEXICON_SKILLS];
    size_t hits = lexicon_skills(tokens, term->token, found);
    bool before = false;
    for (size_t k = 0; k < hits; k++) {
        before |= asked[found[k].skill];
        asked[found[k].skill] = true;
    }
    return !before;
}

static void
ask_for_term(struct check *check, const struct posting_term *term)
{
    const struct text *path = &check->variant->job_description;
    struct finding *finding =
        finding_add(check->findings, CODE_R102, node_span(path->node),
                    "Add \"%.*s\" if true.", STR_ARG(term->text));
    finding->path = check->variant->item.path;
    finding_help(finding, "the posting has it %s, no text of this variant has",
                 term->times == 1 ? "once" : "more than once");
    if (finding->severity > SEVERITY_HINT)
        finding->severity = SEVERITY_HINT;
}

/* The terms named most first. */
static void
posting_words(struct check *check, const bool *seen)
{
    struct str posting = read_posting(check, check->variant->job_description.s);
    size_t count;
    (void)pack_skills(check->pack, &count);
    if (!posting.len)
        return;
    struct tokens tokens = tokens_read(check->arena, check->pack, posting);
    posting_terms terms = missing_terms(check, &tokens, seen);
    bool *asked = ARENA_ARRAY(check->arena, count + 1, bool);
    for (size_t said = 0; said < POSTING_MOST;) {
        struct posting_term *best = NULL;
        for (size_t i = 0; i < terms.count; i++)
            if (terms.at[i].times && (!best || terms.at[i].times > best->times))
                best = &terms.at[i];
        if (!best)
            return;
        if (ask_once(&tokens, best, asked)) {
            ask_for_term(check, best);
            said++;
        }
        best->times = 0;
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
