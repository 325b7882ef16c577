/* E: degrees and accreditations. */
#include "credentials.h"

static struct span
education_key(const struct check *check)
{
    const struct node_pair *pair =
        node_find_pair(check->candidate->node, STR("education"));
    return pair ? pair->key_span : SPAN_NONE;
}

/* ---- E101 ------------------------------------------------------------------
 */

/* Of all degrees, those in progress too. */
static enum degree_level
highest_shown(const struct credentials *all, bool *unread)
{
    enum degree_level highest = DEGREE_UNKNOWN;
    *unread = false;
    for (size_t i = 0; i < all->learned.count; i++) {
        enum degree_level level = all->learned.at[i].level;
        *unread = *unread || level == DEGREE_UNKNOWN;
        if (level > highest)
            highest = level;
    }
    return highest;
}

/* Roles for which the preferred degree is looked for. */
static bool
is_senior(const struct pack_role *role)
{
    static const char *const words[] = {"senior", "director",  "executive",
                                        "chief",  "president", "ceo",
                                        "head",   NULL};
    return holds_any(role->title, words) || holds_any(role->id, words);
}

static void
below_role(struct check *check, const struct credentials *all)
{
    const struct pack_role *role = check->role;
    bool unread;
    enum degree_level have = highest_shown(all, &unread);
    enum degree_level want = degree_level(role->degree_min);
    if (is_senior(role) && degree_level(role->degree_preferred) > want)
        want = degree_level(role->degree_preferred);
    if (unread || have == DEGREE_UNKNOWN || have >= want)
        return;
    struct finding *finding =
        finding_add(check->findings, CODE_E101, education_key(check),
                    "Show %s, or one in progress; the highest is %s.",
                    degree_level_name(want), degree_level_name(have));
    finding->path = STR("education");
    finding_help(finding, "readers look for it in: %.*s", STR_ARG(role->title));
}

/* A word of the profession, where the pack asks for one. */
static bool
has_focus(struct check *check, struct str text)
{
    size_t term;
    if (!text.len)
        return false;
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    for (size_t i = 0; i < tokens.count; i++)
        if (lexicon_match(&tokens, i, LEXICON_DEGREE_FOCUS, &term))
            return true;
    return false;
}

static bool
entry_has_focus(struct check *check, const struct education *entry)
{
    bool found = has_focus(check, entry->degree.s) ||
                 has_focus(check, entry->area.s) ||
                 has_focus(check, entry->concentration.s) ||
                 has_focus(check, entry->honors.s);
    for (size_t i = 0; !found && i < entry->courses.count; i++)
        found = has_focus(check, entry->courses.at[i].s);
    for (size_t i = 0; !found && i < entry->highlights.count; i++)
        found = has_focus(check, entry->highlights.at[i].text.plain);
    return found;
}

/* An MBA that is the only graduate degree, without a word of the field. */
static void
business_only(struct check *check, const struct credentials *all)
{
    const struct learned *mba = NULL;
    size_t count;
    (void)lexicon_terms(check->pack, LEXICON_DEGREE_FOCUS, &count);
    for (size_t i = 0; count && i < all->learned.count; i++) {
        const struct learned *learned = &all->learned.at[i];
        bool is_mba = false;
        for (size_t d = 0; d < learned->degrees.count; d++)
            is_mba =
                is_mba || str_is(pack_str(learned->degrees.at[d]->id), "mba");
        if (is_mba && !mba)
            mba = learned;
        else if (learned->level >= DEGREE_MASTER)
            return;
        if (entry_has_focus(check, learned->entry))
            return;
    }
    if (!mba)
        return;
    const struct education *entry = mba->entry;
    struct finding *finding = finding_add(
        check->findings, CODE_E101, node_span(entry->degree.node),
        "Show what in the MBA prepares for %.*s.", STR_ARG(check->role->title));
    finding->path = entry->item.path;
    finding_help(finding, "name a concentration or courses in the field, if "
                          "there were any");
}

static void
degree_and_role(struct check *check)
{
    if (!check->role || !check->candidate->education.count)
        return;
    const struct credentials *all = check_credentials(check);
    below_role(check, all);
    business_only(check, all);
}

/* ---- E102 ------------------------------------------------------------------
 */

static const struct pack_credential *
accreditor_in(const struct check *check, struct str text)
{
    struct name_words words = name_words(text);
    size_t count;
    const struct pack_credential *all = pack_credentials(check->pack, &count);
    for (size_t i = 0; i < words.count; i++)
        for (size_t n = words.count - i < 10 ? words.count - i : 10; n > 0;
             n--) {
            const struct pack_name *name =
                pack_known_name(check->pack, name_word(&words, i, i + n - 1));
            if (name && name->kind == PACK_NAME_CREDENTIAL &&
                all[name->index].covers.len)
                return &all[name->index];
        }
    return NULL;
}

static bool
covers(const struct pack_credential *accreditor, const struct learned *learned)
{
    enum degree_level wanted = degree_level(pack_str(accreditor->covers));
    if (learned->level == DEGREE_UNKNOWN)
        return true;
    for (size_t i = 0; i < learned->degrees.count; i++) {
        enum degree_level level =
            degree_level(pack_str(learned->degrees.at[i]->level));
        if (wanted == DEGREE_MASTER ? level >= wanted : level == wanted)
            return true;
    }
    return false;
}

static void
accreditation(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->learned.count; i++) {
        const struct learned *learned = &all->learned.at[i];
        const struct education *entry = learned->entry;
        const struct text *texts[] = {&entry->accreditation, &entry->honors,
                                      &entry->area, &entry->degree,
                                      &entry->concentration};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            const struct pack_credential *found =
                accreditor_in(check, texts[t]->s);
            if (!found || covers(found, learned))
                continue;
            struct finding *finding = finding_add(
                check->findings, CODE_E102, node_span(texts[t]->node),
                "Check %.*s; it covers %s programs.",
                STR_ARG(pack_str(found->abbr)),
                str_is(pack_str(found->covers), "master") ? "graduate"
                                                          : "undergraduate");
            finding->path = entry->item.path;
            finding_help(finding, "put it on the degree it was given for");
            break;
        }
    }
}

const struct rule rules_education[] = {
    {.code = CODE_E101, .document = degree_and_role, .in_variants = true},
    {.code = CODE_E102, .document = accreditation},
    {.document = NULL},
};
