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
    unsigned words = scan->tokens.at[i].name_words;
    *known = NULL;
    for (size_t at = i; words && at < scan->end; at++) {
        if (scan->tokens.at[at].symbol) {
            if (!joins_name(scan, at) || at - i > 12)
                break;
            if (scan->tokens.at[at].symbol != '+')
                continue;
        } else {
            words--;
        }
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
    if (scan->place == JOB_DUTIES)
        return near && (has_state || (scan->classes & WORD_BIT(REQ)));
    if (is_listed(scan))
        return true;
    bool is_short = scan->end - scan->first <= 12;
    bool opens =
        first <= scan->first + 3 && (near || (scan->line->is_item && is_short));
    const uint64_t demand = WORD_BIT(HAVE) | WORD_BIT(SEEK);
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

/* Letters that are words, places or firms too. */
static bool
is_doubtful(struct str name)
{
    static const char *const doubtful[] = {
        "PA",  "CA",  "RA",  "EA",  "EI",  "PT",  "RD",  "CC",    "SA",
        "ACA", "CIA", "CT",  "OT",  "NP",  "SIE", "SPC", "DELTA", "CRE",
        "ACE", "CPI", "OCA", "OCP", "MCP", "MOS", "CQI", "CRT",   "CPR",
        "PE",  "CSP", "ASP", "FCA", "A+",  "EIT", "SAFe"};
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++)
        if (str_is(name, doubtful[i]))
            return !str_is(name, "CPR");
    return false;
}

static bool
has_small_letters_only(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] >= 'A' && name.at[i] <= 'Z')
            return false;
    return true;
}

/* Letters must be typed as letters: "pe", "ea" and "safe" are words. */
static bool
is_credible(const struct need_scan *scan, size_t first, size_t end,
            const struct pack_credential *known)
{
    struct str name = need_text(scan, first, end);
    bool is_letters = end == first + 1 && name.len <= 6;
    if (is_letters && has_small_letters_only(name) &&
        !str_equal_nocase(name, known->name))
        return false;
    bool near = has_cue(scan, first, end, 3) || is_tied(scan, first);
    near = near || need_is(scan, end, MODES);
    if (is_doubtful(name))
        return near;
    bool is_product = str_is(known->area, "technology") ||
                      str_is(known->area, "marketing") ||
                      str_is(known->area, "health-it");
    return near || is_letters || !is_product ||
           need_holds(scan, first, end, CUES);
}

static enum job_need_kind
kind_of(const struct pack_credential *known)
{
    return str_is(known->kind, "license") ? JOB_LICENSE : JOB_CERTIFICATION;
}

static size_t
skip_cues(const struct need_scan *scan, size_t i)
{
    while (need_is(scan, i, CUES | WORD_BIT(STATE)))
        i++;
    return i;
}

static size_t
read_known(struct need_scan *scan, size_t i)
{
    const struct pack_credential *known;
    size_t end = need_known(scan, i, &known);
    if (end == i || known->generic || str_is(known->kind, "degree") ||
        str_is(known->kind, "membership") ||
        str_is(known->kind, "accreditation") || str_is(known->id, "clearance"))
        return i;
    bool names_itself = need_holds(scan, i, end, CUES);
    if (!is_credible(scan, i, end, known) || !is_asked(scan, i, end) ||
        (is_skill(scan, i) && !names_itself && !has_cue(scan, i, end, 2)))
        return end;
    struct need_hit *hit =
        need_add(scan, kind_of(known), i, skip_cues(scan, end));
    hit->need.known = known;
    hit->need.id = known->id;
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

static size_t
add_unknown(struct need_scan *scan, enum job_need_kind kind, size_t first,
            size_t name_first, size_t name_end, size_t end)
{
    struct need_hit *hit = need_add(scan, kind, first, end);
    hit->need.id = kebab(scan, name_first, name_end);
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
           need_is_word(scan, at, "to") || need_is_word(scan, at, "practice"))
        at++;
    size_t name = at;
    while (at < scan->end && at - name < 5 && is_name_word(scan, at) &&
           (scan->tokens.at[at].capital || !scan->tokens.at[name].capital) &&
           (scan->tokens.at[at].capital || at - name < 3))
        at++;
    if (at == name || !is_asked(scan, i, at))
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
        if (!ties && !token->capital)
            break;
        if (token->capital)
            end = at + 1;
    }
    return end == i ? i : add_unknown(scan, JOB_CERTIFICATION, i, i, end, end);
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
    size_t start = name_start(scan, i);
    if (scan->hits.count && start < scan->hits.at[scan->hits.count - 1].end)
        return i;
    if (start < i)
        return add_unknown(scan, kind, start, start, is_license ? i + 1 : i,
                           i + 1);
    size_t at = i + 1;
    if (need_is_word(scan, at, "of") && scan->tokens.at[i].capital)
        return read_certificate_of(scan, i);
    if (!need_is_word(scan, at, "in") && !need_is_word(scan, at, "as") &&
        !need_is_word(scan, at, "to"))
        return i;
    while (need_is(scan, at, WORD_BIT(FILL) | WORD_BIT(IN)) ||
           need_is_word(scan, at, "to") || need_is_word(scan, at, "practice"))
        at++;
    size_t name = at;
    while (at < scan->end && at - name < 4 && is_name_word(scan, at))
        at++;
    return at == name ? i : add_unknown(scan, kind, i, name, at, at);
}

size_t
need_read_credential(struct need_scan *scan, size_t i)
{
    size_t end = read_known(scan, i);
    if (end == i)
        end = read_certified(scan, i);
    return end == i ? read_noun(scan, i) : end;
}
