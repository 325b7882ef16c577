#include "needs.h"

/*
 * Degrees: by their level ("Bachelor's", "graduate degree", "four-year
 * degree"), by name ("BSN", "Master of Public Health"), or merely as "degree
 * in nursing". Short abbreviations are words, places and products as well
 * ("MS Office", "Boston, MA") and count beside other words of degrees only.
 */

#define LEVELS (WORD_BIT(LEVEL) | WORD_BIT(DEGREE))

static const char *const level_ids[] = {
    [DEGREE_NONE] = "none",         [DEGREE_ASSOCIATE] = "associate",
    [DEGREE_BACHELOR] = "bachelor", [DEGREE_MASTER] = "master",
    [DEGREE_DOCTOR] = "doctor",
};

static enum degree_level
level_of_id(struct str id)
{
    for (int i = DEGREE_NONE; i <= DEGREE_DOCTOR; i++)
        if (str_is(id, level_ids[i]))
            return (enum degree_level)i;
    return DEGREE_NONE;
}

/* ---- what stands behind a degree -----------------------------------------
 */

static size_t
skip_parenthesis(const struct need_scan *scan, size_t i)
{
    size_t at = i;
    if (!need_is_symbol(scan, at, '('))
        return i;
    while (at < scan->end && at - i < 8 && !need_is_symbol(scan, at, ')')) {
        if (need_is(scan, at, WORD_BIT(REQ) | WORD_BIT(PREF)))
            return i;
        at++;
    }
    return need_is_symbol(scan, at, ')') ? at + 1 : i;
}

/* "degree", "'s", "of Science", "(BS)", "or higher". */
static size_t
skip_rest(const struct need_scan *scan, size_t i)
{
    size_t at = skip_parenthesis(scan, i);
    if (need_is_word(scan, at, "'s") || need_is_symbol(scan, at, '\''))
        at++;
    if (need_is_word(scan, at, "level") ||
        need_is_word(scan, at, "university") ||
        need_is_word(scan, at, "college"))
        at++;
    if (need_is(scan, at, WORD_BIT(DEGREE)))
        at++;
    if ((need_is_word(scan, at, "of") || need_is_word(scan, at, "in")) &&
        (need_is_word(scan, at + 1, "science") ||
         need_is_word(scan, at + 1, "arts") ||
         need_is_word(scan, at + 1, "sciences")))
        at += 2;
    if (need_is(scan, at, WORD_BIT(DEGREE)))
        at++;
    at = skip_parenthesis(scan, at);
    if (need_is(scan, at, WORD_BIT(OR)) &&
        (need_is_word(scan, at + 1, "higher") ||
         need_is_word(scan, at + 1, "above") ||
         need_is_word(scan, at + 1, "better") ||
         need_is_word(scan, at + 1, "greater") ||
         need_is_word(scan, at + 1, "beyond")))
        at += 2;
    return at;
}

static bool
ends_field(const struct need_scan *scan, size_t i)
{
    const uint64_t stop = WORD_BIT(REQ) | WORD_BIT(PREF) | WORD_BIT(STOP) |
                          WORD_BIT(WITH) | WORD_BIT(NUMBER) | WORD_BIT(LEAST) |
                          WORD_BIT(LEVEL) | WORD_BIT(LICENSE) |
                          WORD_BIT(LICENSED) | WORD_BIT(CERT) |
                          WORD_BIT(CERTIFIED) | WORD_BIT(LIEU) |
                          WORD_BIT(HAVE) | WORD_BIT(SEEK) | WORD_BIT(NOT);
    return need_is(scan, i, stop) && !need_is(scan, i, WORD_BIT(OF_WHAT));
}

static size_t
field_end(const struct need_scan *scan, size_t i)
{
    size_t begun = i;
    for (; i < scan->end && i - begun < 30; i++) {
        char symbol = scan->tokens.at[i].symbol;
        if (ends_field(scan, i) || symbol == ';' || symbol == ':' ||
            symbol == '_' || symbol == '|' || symbol == '*' || symbol == '(' ||
            (symbol == '.' && i + 1 >= scan->end))
            break;
        bool ties = symbol == ',' || symbol == '/' ||
                    need_is(scan, i, WORD_BIT(AND) | WORD_BIT(OR));
        size_t next = ties && need_is(scan, i + 1, WORD_BIT(OR) | WORD_BIT(AND))
                          ? i + 2
                          : i + 1;
        while (ties && need_is(scan, next, WORD_BIT(FILL)) &&
               !need_is(scan, next, WORD_BIT(LIKE)))
            next++;
        if (ties && (next >= scan->end || ends_field(scan, next) ||
                     need_is(scan, next, WORD_BIT(LIKE) | WORD_BIT(EXP)) ||
                     need_is_word(scan, next, "other") ||
                     need_is_word(scan, next, "another")))
            break;
    }
    while (i > begun &&
           (need_is(scan, i - 1,
                    WORD_BIT(FILL) | WORD_BIT(AND) | WORD_BIT(CONNECT)) ||
            scan->tokens.at[i - 1].symbol))
        i--;
    return i;
}

/* "in nursing", "with a major in accounting", "of Business". */
static struct str
degree_field(const struct need_scan *scan, size_t i)
{
    static const char *const leads[] = {
        "major",          "concentration", "emphasis",  "focus",
        "specialization", "field",         "fields",    "areas",
        "area",           "one",           "following", "discipline"};
    size_t at = i, begun = i;
    bool has_in = false;
    while (at < scan->end && at - begun < 9) {
        bool is_lead = false;
        for (size_t k = 0; k < sizeof leads / sizeof *leads; k++)
            is_lead = is_lead || need_is_word(scan, at, leads[k]);
        if (need_is_word(scan, at, "in") || need_is_word(scan, at, "im") ||
            need_is_word(scan, at, "en")) {
            has_in = true;
        } else if (!is_lead &&
                   !(need_is(scan, at, WORD_BIT(FILL) | WORD_BIT(WITH)))) {
            break;
        }
        at++;
    }
    if (!has_in)
        return (struct str){NULL, 0};
    return need_text(scan, at, field_end(scan, at));
}

static size_t
add_degree(struct need_scan *scan, enum degree_level level, size_t first,
           size_t end, const struct pack_credential *known)
{
    struct need_hit *hit = need_add(scan, JOB_DEGREE, first, end);
    hit->level = level;
    hit->need.id = str_from(level_ids[level]);
    hit->need.known = known;
    hit->need.field = degree_field(scan, end);
    return end;
}

/* ---- school --------------------------------------------------------------
 */

/* "high school diploma or GED", "HS diploma/GED". */
static size_t
read_school(struct need_scan *scan, size_t i)
{
    size_t at = i;
    bool is_short = need_is_word(scan, at, "hs") ||
                    need_is_word(scan, at, "h.s.") ||
                    need_is_word(scan, at, "h.s");
    if (need_is_word(scan, at, "highschool"))
        at++;
    else if ((need_is_word(scan, at, "high") ||
              need_is_word(scan, at, "secondary")) &&
             need_is(scan, at + 1, WORD_BIT(SCHOOL)))
        at += 2;
    else if (is_short)
        at += 1;
    else
        return i;
    bool is_degree = need_is(scan, at, WORD_BIT(DEGREE)) ||
                     need_is_word(scan, at, "graduate") ||
                     need_is_word(scan, at, "graduation") ||
                     need_is_word(scan, at, "education") ||
                     need_is_word(scan, at, "equivalency");
    size_t end = is_degree ? at + 1 : at;
    bool is_other = need_is_symbol(scan, end, '/') ||
                    need_is(scan, end, WORD_BIT(OR)) ||
                    need_is_symbol(scan, end, '(');
    if (!is_degree && !is_other && !need_is(scan, end, WORD_BIT(REQ)))
        return i;
    if (i > scan->first && (need_is_word(scan, i - 1, "which") ||
                            need_is_symbol(scan, i - 1, '-') ||
                            need_is_word(scan, i - 1, "beyond") ||
                            need_is_word(scan, i - 1, "post")))
        return end;
    if (is_other && (need_is(scan, end + 1, WORD_BIT(LIKE)) ||
                     need_is_word(scan, end + 1, "ged") ||
                     need_is_word(scan, end + 1, "g.e.d.")))
        end = need_is_symbol(scan, end, '(') ? end + 3 : end + 2;
    if (end > scan->end)
        end = scan->end;
    return add_degree(scan, DEGREE_NONE, i, end, NULL);
}

/* "four-year degree", "2 year college degree", "Bac+5", "NVQ level 3". */
static size_t
read_counted(struct need_scan *scan, size_t i)
{
    static const unsigned char of_bac[] = {0, 0, 1, 2, 2, 3, 3, 3, 4};
    static const unsigned char of_nvq[] = {0, 0, 0, 0, 1, 1, 2, 3, 4};
    size_t at = i + 1;
    if (need_is_word(scan, i, "bac") && need_is_symbol(scan, at, '+') &&
        need_is(scan, at + 1, WORD_BIT(NUMBER))) {
        unsigned years = scan->tokens.at[at + 1].hundredths / 100;
        return add_degree(scan, of_bac[years < 8 ? years : 8], i, at + 2, NULL);
    }
    if (need_is_word(scan, i, "nvq") || need_is_word(scan, i, "qcf") ||
        need_is_word(scan, i, "rqf")) {
        at += need_is_word(scan, at, "level");
        if (!need_is(scan, at, WORD_BIT(NUMBER)))
            return i;
        unsigned level = scan->tokens.at[at].hundredths / 100;
        return add_degree(scan, of_nvq[level < 8 ? level : 8], i, at + 1, NULL);
    }
    if (!need_is(scan, i, WORD_BIT(NUMBER)))
        return i;
    unsigned years = scan->tokens.at[i].hundredths / 100;
    at += need_is_symbol(scan, at, '-');
    if (!need_is(scan, at, WORD_BIT(YEAR)) || years < 2 || years > 5)
        return i;
    at++;
    if (need_is(scan, at, WORD_BIT(STUDY)))
        at++;
    if (!need_is(scan, at, WORD_BIT(DEGREE)))
        return i;
    return add_degree(scan, years == 2 ? DEGREE_ASSOCIATE : DEGREE_BACHELOR, i,
                      at + 1, NULL);
}

/* ---- by level ------------------------------------------------------------
 */

/* The word is near enough to a degree's that it is one itself: "associate
   degree", "associate or bachelor's", "Master of Science". */
static bool
is_degree_near(const struct need_scan *scan, size_t i)
{
    size_t at = i + 1;
    if (need_is_word(scan, at, "'s") || need_is_symbol(scan, at, '\''))
        at++;
    if (need_is_word(scan, at, "level") || need_is(scan, at, WORD_BIT(STUDY)))
        at++;
    if (need_is(scan, at, WORD_BIT(DEGREE)))
        return true;
    bool is_named =
        scan->tokens.at[i].capital &&
        (need_is_word(scan, i, "associate") ||
         need_is_word(scan, i, "master") || need_is_word(scan, i, "doctor"));
    if (is_named &&
        (need_is_word(scan, at, "of") || need_is_word(scan, at, "in")) &&
        at + 1 < scan->end && scan->tokens.at[at + 1].capital)
        return true;
    bool ties = need_is(scan, at, WORD_BIT(OR)) ||
                need_is_symbol(scan, at, '/') || need_is_symbol(scan, at, ',');
    if (ties && need_is(scan, at + 1, WORD_BIT(OR)))
        at++;
    if (ties && need_is(scan, at + 1, WORD_BIT(LEVEL)))
        return true;
    if (i < scan->first + 2)
        return false;
    bool was_tied =
        need_is(scan, i - 1, WORD_BIT(OR)) || need_is_symbol(scan, i - 1, '/');
    return was_tied && scan->hits.count &&
           scan->hits.at[scan->hits.count - 1].need.kind == JOB_DEGREE &&
           scan->hits.at[scan->hits.count - 1].end + 2 >= i;
}

static size_t
read_level(struct need_scan *scan, size_t i)
{
    if (!need_is(scan, i, WORD_BIT(LEVEL)))
        return i;
    bool is_sure = need_is(scan, i, WORD_BIT(SURE)) || is_degree_near(scan, i);
    if (!is_sure)
        return i;
    enum degree_level level = (enum degree_level)scan->tokens.at[i].value;
    if (need_is_word(scan, i, "graduate") && i > scan->first &&
        need_is(scan, i - 1, WORD_BIT(STUDY)))
        level = DEGREE_BACHELOR;
    bool is_any = !need_is_word(scan, i, "bachelor") &&
                  scan->tokens.at[i].to - scan->tokens.at[i].from > 12;
    if (is_any && need_is_symbol(scan, i + 1, '(') &&
        need_is(scan, i + 2, WORD_BIT(LEVEL)))
        level = (enum degree_level)scan->tokens.at[i + 2].value;
    if (need_is_symbol(scan, i + 1, '-') &&
        need_is_word(scan, i + 2, "prepared"))
        i += 2;
    return add_degree(scan, level, i, skip_rest(scan, i + 1), NULL);
}

/* ---- by name -------------------------------------------------------------
 */

static bool
is_tied_to_degree(const struct need_scan *scan, size_t first, size_t end)
{
    size_t next = end;
    if (need_is_symbol(scan, next, '/') || need_is_symbol(scan, next, ',') ||
        need_is_symbol(scan, next, '(') || need_is(scan, next, WORD_BIT(OR)))
        next += 1 + (need_is_symbol(scan, next, ',') &&
                     need_is(scan, next + 1, WORD_BIT(OR)));
    const struct pack_credential *known = NULL;
    if (next > end && next < scan->end)
        (void)need_known(scan, next, &known);
    if (next > end && (need_is(scan, next, LEVELS) ||
                       (known && str_is(pack_str(known->kind), "degree"))))
        return true;
    if (!scan->hits.count)
        return false;
    const struct need_hit *last = &scan->hits.at[scan->hits.count - 1];
    return last->need.kind == JOB_DEGREE && last->end + 2 >= first;
}

/* Two or three letters that are a degree here and not a place or a word. */
static bool
is_meant(const struct need_scan *scan, size_t first, size_t end)
{
    const struct need_token *token = &scan->tokens.at[first];
    bool is_short = end == first + 1 && token->to - token->from <= 3;
    if (!is_short)
        return true;
    if (token->dotted)
        return true;
    if (need_is_word(scan, first, "as") && need_is(scan, end, WORD_BIT(REQ)) &&
        scan->tokens.at[end].all_caps)
        return false; /* "AS NEEDED" */
    if (need_is(scan, end, WORD_BIT(DEGREE)) ||
        is_tied_to_degree(scan, first, end))
        return true;
    if (!token->all_caps && token->to - token->from < 3)
        return need_is_word(scan, end, "in") && token->capital &&
               scan->place == JOB_REQUIRED;
    bool is_place = first > scan->first + 1 &&
                    need_is_symbol(scan, first - 1, ',') &&
                    scan->tokens.at[first - 2].capital;
    if (is_place && token->to - token->from == 2)
        return false;
    if (need_is(scan, end, WORD_BIT(REQ) | WORD_BIT(PREF)) ||
        (need_is_word(scan, end, "in") && end + 1 < scan->end) ||
        need_is_word(scan, end, "from"))
        return true;
    bool is_listed =
        scan->place == JOB_REQUIRED || scan->place == JOB_PREFERRED;
    if (first > scan->first + 1 &&
        need_is(scan, first - 2, WORD_BIT(EXP) | WORD_BIT(SKILL)))
        return false; /* "experience with MSA and PPAP" */
    return token->to - token->from == 3 &&
           (is_listed || (scan->classes & (WORD_BIT(REQ) | WORD_BIT(PREF))));
}

static size_t
read_named(struct need_scan *scan, size_t i)
{
    const struct pack_credential *known;
    size_t end = need_known(scan, i, &known);
    if (end == i || !str_is(pack_str(known->kind), "degree") || known->generic)
        return i;
    bool is_word_only =
        end == i + 1 && !scan->tokens.at[i].all_caps &&
        !scan->tokens.at[i].dotted &&
        (scan->tokens.at[i].to - scan->tokens.at[i].from > 6 ||
         need_is(scan, i, WORD_BIT(LEVEL)) || !scan->tokens.at[i].capital);
    bool is_month = need_is_word(scan, i, "march") &&
                    scan->text.at[scan->tokens.at[i].from + 1] == 'a';
    if (is_word_only || is_month || !is_meant(scan, i, end))
        return i;
    if (need_is(scan, i, WORD_BIT(SCHOOL)) || need_is_word(scan, i, "high"))
        return i;
    return add_degree(scan, level_of_id(pack_str(known->level)), i,
                      skip_rest(scan, end), known);
}

/* ---- merely a degree -----------------------------------------------------
 */

static enum degree_level
level_of_subject(const struct need_scan *scan, size_t i)
{
    if (i > scan->first && (need_is_word(scan, i - 1, "medical") ||
                            need_is_word(scan, i - 1, "law")))
        return DEGREE_DOCTOR;
    return DEGREE_BACHELOR;
}

static size_t
read_plain(struct need_scan *scan, size_t i)
{
    if (!need_is(scan, i, WORD_BIT(DEGREE)))
        return i;
    bool is_diploma = need_is_word(scan, i, "diploma");
    bool is_listed =
        scan->place == JOB_REQUIRED || scan->place == JOB_PREFERRED;
    size_t next = i + 1;
    next += need_is_word(scan, next, "level") ||
            need_is_word(scan, next, "qualified") ||
            need_is_word(scan, next, "educated");
    bool has_in = need_is_word(scan, next, "in") ||
                  need_is_word(scan, next, "from") ||
                  need_is_word(scan, next, "en");
    bool is_of_school =
        i > scan->first && need_is(scan, i - 1, WORD_BIT(STUDY));
    bool is_asked = next > i + 1 ||
                    need_is(scan, next, WORD_BIT(REQ) | WORD_BIT(PREF)) ||
                    (need_is(scan, next, WORD_BIT(OR)) && is_listed) ||
                    (is_listed && next >= scan->end);
    if (i > scan->first &&
        (need_is(scan, i - 1, WORD_BIT(NUMBER) | WORD_BIT(NOT)) ||
         need_is_word(scan, i - 1, "high") || need_is_symbol(scan, i - 1, '-')))
        return i;
    if (need_is_word(scan, next, "of") ||
        need_is(scan, next, WORD_BIT(NOT_EXP)))
        return i;
    if (!has_in && !is_of_school && !is_asked)
        return i;
    if (is_diploma && !is_of_school && !has_in)
        return i;
    if (scan->place == JOB_DUTIES && !(scan->classes & WORD_BIT(REQ)))
        return i;
    if (need_holds(scan, i > scan->first + 4 ? i - 4 : scan->first, i,
                   WORD_BIT(LIEU)))
        return i;
    enum degree_level level =
        is_diploma ? DEGREE_ASSOCIATE : level_of_subject(scan, i);
    return add_degree(scan, level, i, next, NULL);
}

size_t
need_read_degree(struct need_scan *scan, size_t i)
{
    size_t end = read_school(scan, i);
    if (end == i)
        end = read_counted(scan, i);
    if (end == i)
        end = read_named(scan, i);
    if (end == i)
        end = read_level(scan, i);
    return end == i ? read_plain(scan, i) : end;
}
