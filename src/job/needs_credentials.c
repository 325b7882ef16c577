#include "needs.h"

/*
 * Licenses and certifications: by the names of the pack ("CPA", "registered
 * nurse"), and by what plainly is one though no list has it ("Certified Widget
 * Inspector (CWI) required", "water operator license"). Names of professions
 * and short letters stand in sentences that ask for nothing, so both count
 * only where something is asked for.
 */

#define CUES                                                                   \
    (WORD_BIT(LICENSE) | WORD_BIT(LICENSED) | WORD_BIT(CERT) |                 \
     WORD_BIT(CERTIFIED))
#define MODES (WORD_BIT(REQ) | WORD_BIT(PREF))

/* ---- names of the pack ---------------------------------------------------
 */

static bool
joins_name(const struct need_scan *scan, size_t i)
{
    char symbol = scan->tokens.at[i].symbol;
    return symbol == '-' || symbol == '/' || symbol == '&' || symbol == '.' ||
           symbol == '+' || symbol == '\'' || symbol == '(' || symbol == ')';
}

/* Whose name it is: in the pack that was chosen, else in another, for a
   posting may be of any field. */
static const struct pack_credential *
credential_named(const struct pack *chosen, struct str text)
{
    for (size_t p = 0; p <= pack_count(); p++) {
        const struct pack *pack = p ? pack_at(p - 1) : chosen;
        if (p && pack == chosen)
            continue;
        const struct pack_name *name = pack_known_name(pack, text);
        size_t count;
        if (name && name->kind != PACK_NAME_MEMBERSHIP)
            return &pack_credentials(pack, &count)[name->index];
        if (name)
            return NULL;
    }
    return NULL;
}

size_t
need_known(const struct need_scan *scan, size_t i,
           const struct pack_credential **known)
{
    size_t best = i;
    unsigned words = scan->tokens.at[i].name_words & ~PACK_NAME_ALONE;
    bool is_alone = scan->tokens.at[i].name_words & PACK_NAME_ALONE;
    bool is_begun = false; /* with its second word */
    *known = NULL;
    for (size_t at = i; words && at < scan->end; at++) {
        if (scan->tokens.at[at].symbol) {
            if (!joins_name(scan, at) || at - i > 12)
                break;
            if (scan->tokens.at[at].symbol != '+')
                continue;
        } else {
            words--;
            bool is_second = at > i && !is_begun;
            is_begun = at > i;
            if (is_second &&
                !pack_name_begins_pair(need_text(scan, i, i + 1),
                                       need_text(scan, at, at + 1)))
                break;
        }
        if (!is_begun && !is_alone)
            continue;
        const struct pack_credential *named =
            credential_named(scan->pack, need_text(scan, i, at + 1));
        if (named) {
            *known = named;
            best = at + 1;
        }
    }
    return best;
}

/* ---- is it asked for? ----------------------------------------------------
 */

static bool
is_listed(const struct need_scan *scan)
{
    return scan->place == JOB_REQUIRED || scan->place == JOB_PREFERRED;
}

static bool
has_cue(const struct need_scan *scan, size_t first, size_t end, size_t reach)
{
    size_t from = first > scan->first + reach ? first - reach : scan->first;
    size_t to = end + reach < scan->end ? end + reach : scan->end;
    return need_holds(scan, from, first, CUES) ||
           need_holds(scan, end, to, CUES);
}

/* "knowledge of ITIL", "experience with Six Sigma", "supervises RN staff". */
static bool
is_skill(const struct need_scan *scan, size_t first)
{
    size_t from = first > scan->first + 6 ? first - 6 : scan->first;
    for (size_t i = first; i > from; i--) {
        if (need_is_symbol(scan, i - 1, ',') ||
            need_is_symbol(scan, i - 1, ';'))
            return false;
        if (need_is(scan, i - 1, WORD_BIT(SKILL) | WORD_BIT(EXP)))
            return true;
    }
    return false;
}

static bool
is_asked(const struct need_scan *scan, size_t first, size_t end)
{
    bool near =
        has_cue(scan, first, end, 4) || need_holds(scan, first, end, CUES);
    size_t before = first > scan->first + 5 ? first - 5 : scan->first;
    size_t behind = end + 5 < scan->end ? end + 5 : scan->end;
    bool has_state = need_holds(scan, before, first, WORD_BIT(STATE)) && near;
    if (need_holds(scan, end, end + 3, MODES) && scan->end - scan->first <= 12)
        return true; /* "CPHQ required" */
    if (scan->place == JOB_DUTIES)
        return near && (has_state || (scan->classes & WORD_BIT(REQ)));
    if (is_listed(scan))
        return true;
    bool is_short = scan->end - scan->first <= 12;
    bool opens =
        first <= scan->first + 3 && (near || (scan->line->is_item && is_short));
    const uint64_t demand = WORD_BIT(HAVE) | WORD_BIT(SEEK);
    const uint64_t later = WORD_BIT(WITHIN) | WORD_BIT(OBTAIN);
    bool is_along =
        scan->hits.count > 0 && (scan->classes & (demand | WORD_BIT(REQ))) != 0;
    if (is_along || (first == scan->first && (scan->classes & later)))
        return true;
    bool has_mode = need_holds(scan, before, first, WORD_BIT(REQ)) ||
                    need_holds(scan, end, behind, MODES);
    if (near)
        has_mode = (scan->classes & (MODES | demand)) != 0 || has_state;
    return has_mode || (opens && (near || is_short));
}

static bool
is_tied(const struct need_scan *scan, size_t first)
{
    if (!scan->hits.count)
        return false;
    const struct need_hit *last = &scan->hits.at[scan->hits.count - 1];
    return last->end + 2 >= first && (last->need.kind == JOB_LICENSE ||
                                      last->need.kind == JOB_CERTIFICATION ||
                                      last->need.kind == JOB_DEGREE);
}

/* Two or three letters are words, places or firms too, but for those that
   everybody knows. */
static bool
is_doubtful(struct str name)
{
    static const char *const sure[] = {"CPA", "PMP", "LPN", "LVN", "BLS",
                                       "CNA", "EMT", "CDL", "PHR", "CFA",
                                       "CPR", "CCS", "RRT", "CPC", "CFP"};
    static const char *const doubtful[] = {"DELTA", "SAFe", "ITIL", "ABIM",
                                           "MOAB"};
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++)
        if (str_is(name, doubtful[i]))
            return true;
    for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
        if (str_is(name, sure[i]))
            return false;
    return name.len <= 3;
}

static bool
has_small_letters_only(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] >= 'A' && name.at[i] <= 'Z')
            return false;
    return true;
}

/* "Epic": a capital at most before small letters. */
static bool
is_plain_word(struct str name)
{
    return has_small_letters_only(str_slice(name, 1, name.len)) && name.len > 3;
}

/* Two letters that are a state here: "CA State license", "active MA license",
   which no certification is called. */
static bool
is_state(const struct need_scan *scan, size_t first, size_t end,
         const struct pack_credential *known)
{
    struct str name = need_text(scan, first, end);
    return name.len == 2 && (need_is_word(scan, end, "state") ||
                             (need_is(scan, end, WORD_BIT(LICENSE)) &&
                              !str_is(pack_str(known->kind), "license")));
}

/* Letters must be typed as letters: "pe", "ea" and "safe" are words. */
static bool
is_credible(const struct need_scan *scan, size_t first, size_t end,
            const struct pack_credential *known)
{
    struct str name = need_text(scan, first, end);
    bool is_letters = end == first + 1 && name.len <= 6 && !is_plain_word(name);
    if (is_letters && has_small_letters_only(name) &&
        !str_equal_nocase(name, pack_str(known->name)))
        return false;
    if (is_state(scan, first, end, known))
        return false;
    bool near = has_cue(scan, first, end, 3) || is_tied(scan, first);
    near = near || need_is(scan, end, MODES);
    bool is_alone = is_listed(scan) && scan->end - scan->first <= 4;
    if (is_letters && is_doubtful(name))
        return near || is_alone;
    bool is_product = str_is(pack_str(known->area), "technology") ||
                      str_is(pack_str(known->area), "marketing") ||
                      str_is(pack_str(known->area), "health-it");
    if (is_product && need_is(scan, end, WORD_BIT(EXP) | WORD_BIT(SKILL)))
        return false; /* "EPIC experience" */
    return near || is_letters || !is_product ||
           need_holds(scan, first, end, CUES);
}

static enum job_need_kind
kind_of(const struct pack_credential *known)
{
    return str_is(pack_str(known->kind), "license") ? JOB_LICENSE
                                                    : JOB_CERTIFICATION;
}

static size_t
skip_cues(const struct need_scan *scan, size_t i)
{
    while (need_is(scan, i, CUES | WORD_BIT(STATE)))
        i++;
    return i;
}

/* Letters that stand for two: among accountants a CMA is one of theirs. */
static const struct pack_credential *
as_meant(const struct need_scan *scan, const struct pack_credential *known)
{
    if (!(scan->classes & WORD_BIT(ACCOUNTS)))
        return known;
    for (size_t i = 0; i < known->ambiguous.count; i++) {
        const struct pack_credential *other =
            credential_named(scan->pack, pack_list_at(known->ambiguous, i));
        if (other && str_is(pack_str(other->area), "accounting"))
            return other;
    }
    return known;
}

static size_t
read_known(struct need_scan *scan, size_t i)
{
    const struct pack_credential *known;
    size_t end = need_known(scan, i, &known);
    if (end > i + 2) {
        const struct pack_credential *single =
            credential_named(scan->pack, need_text(scan, i, i + 1));
        bool is_pair = single && scan->tokens.at[i].all_caps &&
                       (need_is_symbol(scan, i + 1, '/') ||
                        need_is_symbol(scan, i + 1, '&') ||
                        need_is(scan, i + 1, WORD_BIT(AND))) &&
                       scan->tokens.at[i + 2].all_caps;
        known = is_pair ? single : known; /* "BLS and ACLS" are two */
        end = is_pair ? i + 1 : end;
    }
    if (end > i && scan->hits.count && i > scan->first &&
        need_is_symbol(scan, i - 1, '(') && need_is_symbol(scan, end, ')') &&
        scan->hits.at[scan->hits.count - 1].end + 1 == i &&
        scan->hits.at[scan->hits.count - 1].need.kind != JOB_YEARS &&
        scan->hits.at[scan->hits.count - 1].need.kind != JOB_DEGREE)
        return end; /* letters or issuer of what stands before */
    if (end == i || known->generic || str_is(pack_str(known->kind), "degree") ||
        str_is(pack_str(known->kind), "membership") ||
        str_is(pack_str(known->kind), "accreditation") ||
        str_is(pack_str(known->id), "clearance"))
        return i;
    known = as_meant(scan, known);
    bool names_itself = need_holds(scan, i, end, CUES);
    if (!is_credible(scan, i, end, known) || !is_asked(scan, i, end) ||
        (is_skill(scan, i) && !names_itself && !has_cue(scan, i, end, 2)))
        return end;
    struct need_hit *hit =
        need_add(scan, kind_of(known), i, skip_cues(scan, end));
    hit->need.known = known;
    hit->need.id = pack_str(known->id);
    return hit->end;
}

/* ---- names no list has ---------------------------------------------------
 */

static struct str
kebab(const struct need_scan *scan, size_t first, size_t end)
{
    struct str name = need_text(scan, first, end);
    char *out = ARENA_ARRAY(scan->arena, name.len + 1, char);
    size_t n = 0;
    for (size_t i = 0; i < name.len; i++) {
        char c = ascii_lower(name.at[i]);
        if (ascii_is_alnum(c) || (unsigned char)c >= 0x80)
            out[n++] = c;
        else if (c != '.' && c != '\'' && n && out[n - 1] != '-')
            out[n++] = '-';
    }
    while (n && out[n - 1] == '-')
        n--;
    return (struct str){out, n};
}

/* Words before or behind "license" and "certified" that make it something
   else: a paper, a firm's badge, a kind and not a name. */
static bool
is_no_name(const struct need_scan *scan, size_t i)
{
    static const char *const none[] = {"birth",
                                       "verify",
                                       "verifying",
                                       "copies",
                                       "copy",
                                       "education",
                                       "it",
                                       "employer",
                                       "official",
                                       "referral",
                                       "such",
                                       "any",
                                       "all",
                                       "their",
                                       "his",
                                       "other",
                                       "accreditation",
                                       "application",
                                       "packet",
                                       "condition",
                                       "eligibles",
                                       "those",
                                       "these",
                                       "this",
                                       "that",
                                       "if",
                                       "who",
                                       "which",
                                       "when",
                                       "software",
                                       "position",
                                       "see",
                                       "training",
                                       "open",
                                       "national",
                                       "state",
                                       "states",
                                       "board",
                                       "specialty",
                                       "additional",
                                       "appropriate",
                                       "applicable",
                                       "necessary",
                                       "various",
                                       "multiple",
                                       "one",
                                       "some",
                                       "more",
                                       "new",
                                       "own",
                                       "technical",
                                       "industry",
                                       "nationally",
                                       "recognized",
                                       "self",
                                       "be",
                                       "is",
                                       "are",
                                       "selective",
                                       "vehicle",
                                       "business",
                                       "marriage",
                                       "citizenship",
                                       "release",
                                       "naturalization",
                                       "completion",
                                       "insurance",
                                       "eligibility",
                                       "foreign",
                                       "separation",
                                       "expected",
                                       "level",
                                       "between",
                                       "upon",
                                       "center",
                                       "hospital",
                                       "facility",
                                       "facilities",
                                       "organization",
                                       "company",
                                       "great",
                                       "fair",
                                       "workplace",
                                       "wellness",
                                       "coaches",
                                       "accredited",
                                       "records",
                                       "transcripts",
                                       "mail",
                                       "ethically",
                                       "beds",
                                       "bed",
                                       "premises",
                                       "true",
                                       "ii",
                                       "iii",
                                       "iv",
                                       "career",
                                       "competitive",
                                       "council",
                                       "driving",
                                       "accordance",
                                       "practitioners",
                                       "providers",
                                       "professionals",
                                       "staff",
                                       "teachers",
                                       "nurses",
                                       "dietitians",
                                       "medical",
                                       "clinical",
                                       "including",
                                       "or",
                                       "will",
                                       "may",
                                       "can",
                                       "not",
                                       "continuing",
                                       "online",
                                       "pre",
                                       "post",
                                       "voter",
                                       "domain",
                                       "event",
                                       "user",
                                       "course",
                                       "conference",
                                       "patient",
                                       "patients"};
    for (size_t k = 0; k < sizeof none / sizeof *none; k++)
        if (need_is_word(scan, i, none[k]))
            return true;
    return false;
}

/* A name has a word that says of what, and what no list has shows by capitals
   or by a demand that it is one. */
static bool
names_something(const struct need_scan *scan, size_t first, size_t end)
{
    size_t telling = 0, capitals = 0;
    for (size_t i = first; i < end; i++) {
        const struct need_token *token = &scan->tokens.at[i];
        if (token->symbol || (token->classes & CUES))
            continue;
        if (need_is_word(scan, i, "center") ||
            need_is_word(scan, i, "hospital") ||
            need_is_word(scan, i, "copies") ||
            need_is_word(scan, i, "facility") ||
            need_is_word(scan, i, "organization") ||
            need_is_word(scan, i, "software") ||
            need_is_word(scan, i, "records") ||
            need_is_word(scan, i, "workplace"))
            return false;
        if (is_no_name(scan, i))
            continue;
        telling++;
        capitals += token->all_caps || (token->capital && i > scan->first);
    }
    if (!telling)
        return false;
    bool is_demand =
        need_holds(scan, scan->first, scan->end, MODES | WORD_BIT(STATE));
    bool is_boast = (scan->classes & WORD_BIT(ORG)) && !is_demand;
    return !is_boast && (capitals > 0 || is_demand || is_listed(scan));
}

static bool
is_name_word(const struct need_scan *scan, size_t i)
{
    const struct need_token *token = &scan->tokens.at[i];
    const uint64_t none = MODES | CUES | WORD_BIT(FILL) | WORD_BIT(STATE) |
                          WORD_BIT(OR) | WORD_BIT(AND) | WORD_BIT(WITH) |
                          WORD_BIT(HAVE) | WORD_BIT(NOT) | WORD_BIT(LEAST) |
                          WORD_BIT(SEEK) | WORD_BIT(STOP) | WORD_BIT(CONNECT) |
                          WORD_BIT(ORG) | WORD_BIT(YEAR) | WORD_BIT(BEFORE) |
                          WORD_BIT(LIKE) | WORD_BIT(OBTAIN) | WORD_BIT(DEGREE);
    return !token->symbol && !token->is_number && !(token->classes & none);
}

/* "licensed to practice pharmacy", "licensure as a Professional Engineer":
   known in the other ways that one says it. */
static const struct pack_credential *
named_otherwise(const struct need_scan *scan, enum job_need_kind kind,
                struct str name)
{
    static const char *const ways[2][5] = {
        {"%.*s license", "License to practice %.*s", "Licensed %.*s",
         "Registered %.*s", "%.*s"},
        {"%.*s certification", "Certified %.*s", "%.*s certificate",
         "Certification in %.*s", "%.*s"}};
    if (name.len > 60)
        return NULL;
    for (size_t i = 0; i < 5; i++) {
        const char *way = ways[kind == JOB_CERTIFICATION][i];
        const char *gap = strstr(way, "%.*s");
        struct str said = str_format(
            scan->arena, "%.*s%.*s%s",
            str_printf_len(str_slice(str_from(way), 0, (size_t)(gap - way))),
            way, STR_ARG(name), gap + 4);
        const struct pack_credential *known =
            credential_named(scan->pack, said);
        if (known && !known->generic &&
            !str_is(pack_str(known->kind), "degree"))
            return known;
    }
    return NULL;
}

static size_t
add_unknown(struct need_scan *scan, enum job_need_kind kind, size_t first,
            size_t name_first, size_t name_end, size_t end)
{
    struct need_hit *hit = need_add(scan, kind, first, end);
    const struct pack_credential *known =
        named_otherwise(scan, kind, need_text(scan, name_first, name_end));
    hit->need.known = known;
    hit->need.id =
        known ? pack_str(known->id) : kebab(scan, name_first, name_end);
    return end;
}

/* "(CWI)" behind a name. */
static size_t
skip_letters(const struct need_scan *scan, size_t i)
{
    if (need_is_symbol(scan, i, '(') && i + 2 < scan->end &&
        scan->tokens.at[i + 1].all_caps && need_is_symbol(scan, i + 2, ')'))
        return i + 3;
    return i;
}

/* "Clinical Laboratory Scientist", not "clinical staff". */
static bool
is_occupation(const struct need_scan *scan, size_t first, size_t end)
{
    return (need_is_word(scan, first, "clinical") ||
            need_is_word(scan, first, "medical")) &&
           scan->tokens.at[first].capital && end > first + 1 &&
           scan->tokens.at[end - 1].capital;
}

/* "Certified Widget Inspector", "licensed practical something". */
static size_t
read_certified(struct need_scan *scan, size_t i)
{
    if (!need_is(scan, i, WORD_BIT(CERTIFIED) | WORD_BIT(LICENSED)))
        return i;
    bool is_license = need_is(scan, i, WORD_BIT(LICENSED));
    size_t at = i + 1;
    if (need_is_word(scan, at, "as"))
        at++;
    if (need_is_word(scan, at, "in") && !is_license)
        at++;
    while (need_is_word(scan, at, "a") || need_is_word(scan, at, "an") ||
           need_is_word(scan, at, "to") || need_is_word(scan, at, "practice") ||
           (need_is_word(scan, at, "as") && at > i + 1))
        at++;
    size_t name = at;
    while (at < scan->end && at - name < 5 && is_name_word(scan, at) &&
           (scan->tokens.at[at].capital || !scan->tokens.at[name].capital) &&
           (scan->tokens.at[at].capital || at - name < 3))
        at++;
    if (at == name || !is_asked(scan, i, at) ||
        !names_something(scan, name, at))
        return i;
    if (is_no_name(scan, name) && !is_occupation(scan, name, at))
        return i;
    for (size_t k = at; k < at + 3; k++)
        if (need_is_word(scan, k, "center") ||
            need_is_word(scan, k, "hospital"))
            return i;
    if (is_license && need_is_word(scan, i, "registered") &&
        !scan->tokens.at[i].capital)
        return i;
    size_t first = name == i + 1 ? i : name;
    return add_unknown(scan, is_license ? JOB_LICENSE : JOB_CERTIFICATION, i,
                       first, at, skip_cues(scan, skip_letters(scan, at)));
}

/* The first word of the name before "license" or "certification". */
static size_t
name_start(const struct need_scan *scan, size_t i)
{
    size_t at = i;
    bool has_capital = false;
    while (at > scan->first && i - at < 5 && is_name_word(scan, at - 1)) {
        bool capital = scan->tokens.at[at - 1].capital;
        if (has_capital && !capital)
            break;
        if (!capital && i - at >= 2)
            break;
        has_capital = has_capital || capital;
        at--;
    }
    return at;
}

/* "Certificate of Fitness for Low Pressure Oil Boilers". */
static size_t
read_certificate_of(struct need_scan *scan, size_t i)
{
    size_t at = i + 2, end = i;
    for (; at < scan->end && at - i < 10; at++) {
        const struct need_token *token = &scan->tokens.at[at];
        bool ties =
            need_is_word(scan, at, "of") || need_is_word(scan, at, "for") ||
            need_is_word(scan, at, "in") || need_is_word(scan, at, "to");
        if ((!ties && !token->capital) || is_no_name(scan, at))
            break;
        if (token->capital)
            end = at + 1;
    }
    return end == i ? i : add_unknown(scan, JOB_CERTIFICATION, i, i, end, end);
}

/* "(LICSW, LMFT)": names of the pack in parentheses. */
static bool
opens_known(const struct need_scan *scan, size_t i)
{
    const struct pack_credential *known;
    return need_is_symbol(scan, i, '(') && i + 1 < scan->end &&
           need_known(scan, i + 1, &known) > i + 1 && !known->generic;
}

/* "water operator license", "Certification in Infection Control". */
static size_t
read_noun(struct need_scan *scan, size_t i)
{
    if (!need_is(scan, i, WORD_BIT(LICENSE) | WORD_BIT(CERT)) ||
        !is_asked(scan, i, i + 1))
        return i;
    bool is_license = need_is(scan, i, WORD_BIT(LICENSE));
    enum job_need_kind kind = is_license ? JOB_LICENSE : JOB_CERTIFICATION;
    if (need_is_word(scan, i + 1, "board") ||
        need_is_word(scan, i + 1, "boards"))
        return i;
    size_t start = name_start(scan, i);
    if (scan->hits.count && start < scan->hits.at[scan->hits.count - 1].end)
        return i;
    bool is_registration = need_is_word(scan, i, "registration") ||
                           need_is_word(scan, i, "permit");
    if (start < i && is_registration && !scan->tokens.at[i - 1].capital)
        return i;
    bool is_of =
        need_is_word(scan, i + 1, "as") || need_is_word(scan, i + 1, "in");
    if (start < i && !names_something(scan, start, i)) {
        if (!is_of) /* "National certification as a medical assistant" */
            return i;
        start = i;
    }
    if (opens_known(scan, i + 1))
        return i; /* "independent licensure (LICSW, LMFT)" */
    while (start + 1 < i && is_no_name(scan, start))
        start++;
    if (start < i)
        return add_unknown(scan, kind, start, start, is_license ? i + 1 : i,
                           i + 1);
    size_t at = i + 1;
    if (need_is_word(scan, at, "of") && scan->tokens.at[i].capital)
        return read_certificate_of(scan, i);
    if (!need_is_word(scan, at, "in") && !need_is_word(scan, at, "as") &&
        !need_is_word(scan, at, "to"))
        return i;
    while (need_is(scan, at, WORD_BIT(IN)) || need_is_word(scan, at, "a") ||
           need_is_word(scan, at, "an") || need_is_word(scan, at, "the") ||
           need_is_word(scan, at, "to") || need_is_word(scan, at, "practice"))
        at++;
    size_t name = at;
    while (at < scan->end && at - name < 4 &&
           (is_name_word(scan, at) || need_is_word(scan, at, "professional")))
        at++;
    bool is_named = need_is_word(scan, i + 1, "as");
    if (at == name ||
        (is_no_name(scan, name) && !is_occupation(scan, name, at)) ||
        (is_registration && !is_named) || !names_something(scan, name, at))
        return i;
    return add_unknown(scan, kind, i, name, at, at);
}

size_t
need_read_credential(struct need_scan *scan, size_t i)
{
    size_t end = read_known(scan, i);
    if (end == i)
        end = read_certified(scan, i);
    return end == i ? read_noun(scan, i) : end;
}
