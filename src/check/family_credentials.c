/* C: certifications, licenses and the letters after a name. */
#include "credentials.h"
#include "years.h"

static struct finding *
on_entry(struct check *check, enum code code, const struct held *held,
         struct str message)
{
    const struct certification *entry = held->entry;
    const struct node *node = entry->abbr.s.len ? entry->abbr.node : NULL;
    if (entry->name.s.len)
        node = entry->name.node;
    struct finding *finding = finding_add(
        check->findings, code, node ? node->span : node_span(entry->item.node),
        "%.*s", STR_ARG(message));
    finding->path = entry->item.path;
    return finding;
}

#define ON_ENTRY(check, code, held, ...)                                       \
    on_entry(check, code, held, str_format((check)->arena, __VA_ARGS__))

/* ---- C101: which credential is it? ----------------------------------------
 */

/* Says by itself whose it is: a license of the state, a course that names its
   school. */
static bool
explains_itself(const struct certification *entry)
{
    static const char *const words[] = {
        "license",    "licence",    "licensed",   "registered", "registration",
        "state",      "permit",     "university", "college",    "institute",
        "academy",    "school",     "board",      "council",    "association",
        "society",    "federal",    "national",   "army",       "navy",
        "driver",     "operator",   "degree",     "training",   "course",
        "workshop",   "residency",  "fellowship", "chartered",  "royal",
        "foundation", "department", "bureau",     "commission", NULL};
    static const char *const givers[] = {"by", "from", "via", "at", "of", NULL};
    if (entry->issuer.s.len || entry->state.s.len || entry->verify_url.s.len ||
        entry->number.s.len)
        return true;
    if (holds_any(entry->name.s, words) || holds_any(entry->name.s, givers))
        return true;
    return false;
}

/* Words of the language alone, and few: "Leadership Certificate" may be
   anything, "Facebook Blueprint" can be looked up. */
static bool
says_little(struct check *check, struct str name)
{
    static const char *const plain[] = {"certified", "certificate",
                                        "certification", "professional", NULL};
    struct tokens tokens = tokens_read(check->arena, check->pack, name);
    size_t words = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        if (tokens.at[i].kind == TOKEN_WORD && !tokens.at[i].word &&
            !holds_any(token_text(&tokens, i), plain))
            return tokens.count == 1 && tokens.at[i].all_caps;
        words += tokens.at[i].kind == TOKEN_WORD;
    }
    return words <= 3;
}

static void
say_level(struct check *check, const struct held *held)
{
    bool belt = str_is(pack_str(held->known->kind), "belt");
    struct finding *finding = ON_ENTRY(
        check, CODE_C101, held, "Identify %.*s: %s.", STR_ARG(held->label),
        belt ? "give the belt and who issued it"
             : "give its full name and who issued it");
    if (belt)
        finding_help(finding, "name: Six Sigma Green Belt, issuer: ASQ");
}

static bool
is_belt_of_nobody(const struct held *held)
{
    return str_is(pack_str(held->known->kind), "belt") &&
           !held->entry->issuer.s.len && !held->entry->abbr.s.len &&
           !str_starts(held->entry->name.s, STR("ASQ")) &&
           name_words(held->entry->name.s).count <= 5;
}

static void
identify(struct check *check, const struct held *held)
{
    const struct certification *entry = held->entry;
    const struct pack_credential *known = held->known;
    if (known && known->generic) {
        say_level(check, held);
    } else if (known && is_belt_of_nobody(held)) {
        (void)ON_ENTRY(check, CODE_C101, held,
                       "Identify %.*s: say who issued it; belts differ.",
                       STR_ARG(held->label));
    } else if (known && known->ambiguous.count && !known->disputed &&
               !held->spelled_out && !entry->issuer.s.len) {
        struct finding *finding = ON_ENTRY(
            check, CODE_C101, held,
            "Identify %.*s: give its issuer; other credentials have the same "
            "letters.",
            STR_ARG(held->label));
        finding_help(
            finding, "name: %.*s, issuer: %.*s", STR_ARG(pack_str(known->name)),
            STR_ARG(pack_str(known->issuer_abbr.len ? known->issuer_abbr
                                                    : known->issuer)));
    } else if (!known && !pack_known_name(check->pack, entry->name.s) &&
               !pack_known_name(check->pack, entry->abbr.s) &&
               !explains_itself(entry) && says_little(check, entry->name.s)) {
        (void)ON_ENTRY(check, CODE_C101, held, "Identify %.*s: give %s.",
                       STR_ARG(held->label),
                       entry->name.s.len ? "who issued it"
                                         : "its full name and who issued it");
    }
}

static void
unrecognized(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->held.count; i++)
        identify(check, &all->held.at[i]);
}

/* ---- C103: whose is it? ----------------------------------------------------
 */

/* A university, a state board, no issuer known: it may be anybody. */
static bool
issuer_is_open(const struct pack_credential *known)
{
    return !known->issuer.len ||
           (pack_str(known->issuer).at[0] >= 'a' &&
            pack_str(known->issuer).at[0] <= 'z') ||
           str_is(pack_str(known->kind), "belt") ||
           str_is(pack_str(known->kind), "degree") ||
           str_is(pack_str(known->kind), "license");
}

/* The pack knows it as another society, so it is no slip of ours. */
static bool
is_other_society(const struct check *check, struct str issuer)
{
    const struct pack_name *name = pack_known_name(check->pack, issuer);
    size_t count;
    const struct pack_credential *all = pack_credentials(check->pack, &count);
    if (name && name->kind == PACK_NAME_MEMBERSHIP)
        return true;
    for (size_t i = 0; i < count; i++)
        if (str_equal_nocase(pack_str(all[i].issuer), issuer) ||
            str_equal_nocase(pack_str(all[i].issuer_abbr), issuer))
            return true;
    return false;
}

static void
disputed(struct check *check, const struct held *held)
{
    struct finding *finding = ON_ENTRY(
        check, CODE_C103, held,
        "Check %.*s: sources disagree on who issues it.", STR_ARG(held->label));
    finding_help(finding, "copy issuer and title from your certificate");
}

static void
check_issuer(struct check *check, const struct held *held)
{
    const struct pack_credential *known = held->known;
    struct str given = held->entry->issuer.s;
    if (!known || held->standing == STANDING_ENDED)
        return;
    if (known->disputed) {
        disputed(check, held);
        return;
    }
    if (!given.len || issuer_is_open(known) ||
        credential_issued_by(check, known, given))
        return;
    if (!held->sure && !is_other_society(check, given))
        return;
    struct str expected =
        pack_str(known->issuer_abbr.len ? known->issuer_abbr : known->issuer);
    struct finding *finding = finding_add(
        check->findings, CODE_C103, node_span(held->entry->issuer.node),
        "Check the issuer of %.*s: %.*s given, %.*s known.",
        STR_ARG(held->label), STR_ARG(given), STR_ARG(expected));
    finding->path = str_format(check->arena, "%.*s.issuer",
                               STR_ARG(held->entry->item.path));
    finding_help(finding, "issuer: %.*s", STR_ARG(pack_str(known->issuer)));
}

static void
issuers(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->held.count; i++)
        check_issuer(check, &all->held.at[i]);
}

/* ---- C107: what it rests on ------------------------------------------------
 */

static bool
has_credential(const struct check *check, const struct credentials *all,
               struct str id)
{
    for (size_t i = 0; i < all->held.count; i++)
        if (all->held.at[i].known &&
            str_equal(pack_str(all->held.at[i].known->id), id))
            return true;
    for (size_t i = 0; i < all->letters.count; i++)
        if (all->letters.at[i].known &&
            str_equal(pack_str(all->letters.at[i].known->id), id))
            return true;
    /* A word of its name in a degree or a job: "BS in Nursing" shows the
       nurse as well as the license does. */
    const struct pack_credential *needed = pack_credential(check->pack, id);
    if (!needed)
        return true;
    struct name_words words = name_words(pack_str(needed->name));
    if (!words.count || !str_is(pack_str(needed->kind), "license"))
        return false;
    struct str stem =
        str_slice(name_word(&words, words.count - 1, words.count - 1), 0, 4);
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        struct name_words theirs;
        if (!str_starts(text->in.item->path, STR("e")) || text->in.prose)
            continue;
        theirs = name_words(text->plain);
        for (size_t w = 0; w < theirs.count; w++)
            if (str_equal_nocase(str_slice(name_word(&theirs, w, w), 0, 4),
                                 stem))
                return true;
    }
    return false;
}

static void
missing(struct check *check, const struct held *held, struct str what,
        bool is_hint)
{
    struct finding *finding =
        ON_ENTRY(check, CODE_C107, held, "Show what %.*s rests on: %.*s.",
                 STR_ARG(held->label), STR_ARG(what));
    if (is_hint && finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
    finding_help(finding, "add what is missing below, or look at the "
                          "credential again");
}

static void
needed_years(struct check *check, const struct held *held)
{
    const struct pack_credential *known = held->known;
    const struct check_years *years = check_years(check);
    int have = known->experience_managing ? years->managing_most_months
                                          : years->work_most_months;
    int needed = known->min_experience_years * 12;
    if (!needed || have >= needed || !check->candidate->experience.count)
        return;
    missing(check, held,
            str_format(check->arena, "%d years %s, the entries show %d",
                       known->min_experience_years,
                       known->experience_managing ? "in management" : "of work",
                       have / 12),
            !known->experience_of_issuer);
}

static void
needed_degree(struct check *check, const struct credentials *all,
              const struct held *held)
{
    enum degree_level needed = degree_level(pack_str(held->known->min_degree));
    if (needed == DEGREE_UNKNOWN || all->unread_degree ||
        all->highest == DEGREE_UNKNOWN || all->highest >= needed)
        return;
    missing(check, held,
            str_format(check->arena, "%s, the highest shown is %s",
                       degree_level_name(needed),
                       degree_level_name(all->highest)),
            false);
}

static void
prerequisites(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->held.count; i++) {
        const struct held *held = &all->held.at[i];
        if (!held->known || held->standing != STANDING_HELD ||
            (!held->sure && !held->known->issuer_abbr.len))
            continue;
        needed_years(check, held);
        needed_degree(check, all, held);
        for (size_t r = 0; r < held->known->requires.count; r++) {
            struct str id = pack_list_at(held->known->requires, r);
            const struct pack_credential *needed =
                pack_credential(check->pack, id);
            /* A fellowship speaks for the credential it grew from. */
            if (needed && !has_credential(check, all, id))
                missing(check, held,
                        str_format(check->arena, "%.*s is not listed",
                                   STR_ARG(pack_str(needed->abbr))),
                        str_is(pack_str(held->known->kind), "fellowship"));
        }
    }
}

/* ---- C108: joined, not certified -------------------------------------------
 */

/* Nothing but the society and words of membership stands there. */
static bool
is_only_membership(struct check *check, struct str name,
                   const struct pack_membership **found)
{
    static const char *const around[] = {
        "member",       "membership", "associate", "affiliate", "student",
        "professional", "individual", "active",    "current",   "annual",
        "since",        "of",         "the",       "local",     "chapter",
        "full",         "regular",    NULL};
    struct name_words words = name_words(name);
    size_t count, others = 0;
    const struct pack_membership *all = pack_memberships(check->pack, &count);
    *found = NULL;
    for (size_t i = 0, length; i < words.count; i += length) {
        const struct pack_name *known = NULL;
        for (length = words.count - i; length > 0; length--) {
            known = pack_known_name(check->pack,
                                    name_word(&words, i, i + length - 1));
            if (known && known->kind == PACK_NAME_MEMBERSHIP)
                break;
        }
        if (length > 0) {
            *found = &all[known->index];
            continue;
        }
        length = 1;
        struct str word = name_word(&words, i, i);
        others += !holds_any(word, around) && !ascii_is_digit(word.at[0]) &&
                  !str_is(word, "-");
    }
    return *found && !others;
}

/* "Member, Rotary Club", "NASW Member" of a society the list lacks. Grades of
   chartered and royal bodies are earned. */
static bool
says_member(struct str name)
{
    static const char *const earned[] = {
        "royal",     "chartered",  "college",      "institution",
        "institute", "faculty",    "examination",  "board",
        "fellow",    "certified",  "incorporated", "academy",
        "licensed",  "accredited", "team",         NULL};
    static const char *const open[] = {"member", "membership", NULL};
    struct name_words words = name_words(name);
    if (words.count < 2 || holds_any(name, earned))
        return false;
    return holds_any(name_word(&words, 0, 0), open) ||
           holds_any(name_word(&words, words.count - 1, words.count - 1), open);
}

static void
suggest_membership(struct check *check, struct finding *finding,
                   const struct pack_membership *membership)
{
    if (!membership) {
        finding_help(finding,
                     "memberships: [{organization: ..., role: "
                     "Member, since: %d}]",
                     check->today.year - 1);
        return;
    }
    finding_help(finding,
                 "memberships: [{organization: %.*s, role: Member, since: "
                 "%d}]",
                 STR_ARG(pack_str(membership->id)), check->today.year - 1);
    const struct pack_credential *related =
        pack_credential(check->pack, pack_str(membership->credential));
    if (related && related->abbr.len)
        finding_help(finding, "a credential it stands for is %.*s",
                     STR_ARG(pack_str(related->abbr)));
}

static void
memberships(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    const struct pack_membership *found;
    for (size_t i = 0; i < all->held.count; i++) {
        const struct held *held = &all->held.at[i];
        struct str name =
            held->entry->name.s.len ? held->entry->name.s : held->entry->abbr.s;
        if (held->known)
            continue;
        if (!is_only_membership(check, name, &found) && !says_member(name))
            continue;
        if (!is_only_membership(check, name, &found))
            found = NULL;
        suggest_membership(
            check,
            ON_ENTRY(check, CODE_C108, held,
                     "Move \"%.*s\" to memberships; it is no certification.",
                     STR_ARG(name)),
            found);
    }
    for (size_t i = 0; i < all->letters.count; i++) {
        const struct letters *letters = &all->letters.at[i];
        if (letters->known || !is_only_membership(check, letters->s, &found))
            continue;
        struct finding *finding = finding_add(
            check->findings, CODE_C108, node_span(letters->text->node),
            "Move %.*s to memberships; it is no certification.",
            STR_ARG(letters->s));
        finding->path = STR("basics.post_nominals");
        suggest_membership(check, finding, found);
    }
}

/* ---- C109: what the role looks for -----------------------------------------
 */

static bool
has_any(const struct check *check, const struct credentials *all,
        struct pack_list ids)
{
    for (size_t i = 0; i < ids.count; i++) {
        const struct pack_credential *wanted =
            pack_credential(check->pack, pack_list_at(ids, i));
        for (size_t j = 0; wanted && j < all->held.count; j++)
            if (all->held.at[j].known == wanted)
                return true;
        for (size_t j = 0; wanted && j < all->letters.count; j++)
            if (all->letters.at[j].known == wanted)
                return true;
        for (size_t j = 0; wanted && j < all->learned.count; j++)
            for (size_t d = 0; d < all->learned.at[j].degrees.count; d++)
                if (all->learned.at[j].degrees.at[d] == wanted)
                    return true;
    }
    return false;
}

static void
expected(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    const struct pack_role *role = check->role;
    const struct check *file = check->whole ? check->whole : check;
    /* Where there are none at all, S104 asks for these. */
    if (!role || !role->credentials_expected.count ||
        !file->candidate->certifications.count ||
        has_any(check, all, role->credentials_expected) ||
        has_any(check, all, role->credentials_plus))
        return;
    struct buf list = buf_new(check->arena);
    size_t count = role->credentials_expected.count;
    for (size_t i = 0; i < count && i < 3; i++) {
        const struct pack_credential *wanted = pack_credential(
            check->pack, pack_list_at(role->credentials_expected, i));
        if (!wanted)
            continue;
        if (i)
            buf_print(&list, i + 1 == count || i == 2 ? " or " : ", ");
        buf_add(&list,
                pack_str(wanted->abbr.len ? wanted->abbr : wanted->name));
    }
    const struct node_pair *pair =
        node_find_pair(check->candidate->node, STR("certifications"));
    struct finding *finding = finding_add(
        check->findings, CODE_C109, pair ? pair->key_span : SPAN_NONE,
        "Consider %.*s for %.*s.", STR_ARG(buf_str(&list)),
        STR_ARG(role->title));
    finding->path = STR("certifications");
    finding_help(finding,
                 "in progress counts: status: in_progress, expected: "
                 "%d-06",
                 check->today.year + 1);
}

const struct rule rules_credentials[] = {
    {.code = CODE_C101, .document = unrecognized},
    {.code = CODE_C102, .document = credentials_misspelled},
    {.code = CODE_C102,
     .text = credentials_misspelled_text,
     .uses = TEXT_SENTENCES},
    {.code = CODE_C103, .document = issuers},
    {.code = CODE_C104, .document = credentials_expired, .any_language = true},
    {.code = CODE_C105,
     .document = credentials_undated,
     .any_language = true,
     .params = {{"soon_days", 90}}},
    {.code = CODE_C106, .document = credentials_not_yet, .any_language = true},
    {.code = CODE_C107, .document = prerequisites},
    {.code = CODE_C108, .document = memberships},
    {.code = CODE_C109, .document = expected, .in_variants = true},
    {.code = CODE_C110,
     .document = credentials_letters,
     .params = {{"max_letters", 5}}},
    {.document = NULL},
};
