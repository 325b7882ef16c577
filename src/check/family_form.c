/* F and R107: what layout does to the text. Sizes and columns are read with
   the theme, which knows them; see src/layout/theme.c. */
#include <stdlib.h>

#include "rule.h"

/* ---- F101: headings ----------------------------------------------------- */

/* What programs know a section by. */
static const struct {
    const char *section, *heading;
} headings[] = {
    {"summary", "Professional Summary"},
    {"experience", "Professional Experience"},
    {"education", "Education"},
    {"certifications", "Certifications"},
    {"skills", "Skills"},
    {"case_studies", "Selected Projects"},
    {"awards", "Awards"},
    {"publications", "Publications"},
    {"volunteer", "Volunteer Experience"},
    {"languages", "Languages"},
    {"memberships", "Memberships"},
};

static const char *
usual_heading(struct str section)
{
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (str_is(section, headings[i].section))
            return headings[i].heading;
    return NULL;
}

/* A portfolio is read by people. */
static bool
makes_resume(const struct candidate *candidate)
{
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (candidate->variants.at[i].output.value != OUTPUT_PORTFOLIO)
            return true;
    return !candidate->variants.count;
}

static bool
is_usual(struct check *check, struct str heading)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, heading);
    size_t term;
    for (size_t i = 0; i < tokens.count; i++)
        if (lexicon_match(&tokens, i, LEXICON_HEADING, &term))
            return true;
    return false;
}

static void
unusual_headings(struct check *check)
{
    const struct node *given = check->candidate->layout_settings.headings;
    if (!given || given->kind != NODE_MAP || !makes_resume(check->candidate))
        return;
    for (size_t i = 0; i < given->pairs.count; i++) {
        const struct node *value = given->pairs.at[i].value;
        const char *usual = usual_heading(given->pairs.at[i].key);
        if (!usual || value->kind != NODE_SCALAR || !value->text.len ||
            is_usual(check, value->text))
            continue;
        struct finding *finding = finding_add(
            check->findings, CODE_F101, value->span,
            "Use \"%s\"; programs do not know the section \"%.*s\".", usual,
            STR_ARG(value->text));
        finding->path = STR("layout.headings");
        finding_help(finding,
                     "a heading with the usual word in it does: "
                     "\"%s\"",
                     usual);
        finding->has_edit = value->style == SCALAR_PLAIN;
        finding->edit = (struct edit){value->span, str_from(usual)};
    }
}

/* ---- R107 -------------------------------------------------------------- */

#define WEAK_NAMED 3
#define QUOTED_LETTERS 44
/* Pages of those who name no role. */
#define RESUME_USUAL 2
#define RESUME_LONG 3
#define RESUME_LONG_YEARS 15
#define PORTFOLIO_USUAL 16

static size_t
most_pages(const struct check *check, const struct check_pages *pages)
{
    size_t most = 0;
    if (check->role)
        most = (size_t)(pages->is_resume ? check->role->pages_resume.max
                                         : check->role->pages_portfolio.max);
    if (most)
        return most;
    if (!pages->is_resume)
        return PORTFOLIO_USUAL;
    return check->candidate->years < RESUME_LONG_YEARS ? RESUME_USUAL
                                                       : RESUME_LONG;
}

static int
compare_bullets(const void *a, const void *b)
{
    const struct check_bullet *x = *(const struct check_bullet *const *)a;
    const struct check_bullet *y = *(const struct check_bullet *const *)b;
    if (x->reading->score != y->reading->score)
        return x->reading->score < y->reading->score ? -1 : 1;
    return x < y ? 1 : -1; /* of equals the older, which stands later */
}

/* The lines that tell least, of experience: "Helped with ..." */
static struct str
weakest_lines(struct check *check)
{
    LIST(const struct check_bullet *) weak = {0};
    for (size_t i = 0; i < check->bullets.count; i++)
        if (check->bullets.at[i].place == BULLET_EXPERIENCE &&
            !(check->bullets.at[i].highlight &&
              check->bullets.at[i].highlight->metrics.count))
            *list_add(check->arena, &weak) = &check->bullets.at[i];
    if (weak.count > 1)
        qsort(weak.at, weak.count, sizeof weak.at[0], compare_bullets);
    struct buf out = buf_new(check->arena);
    for (size_t i = 0; i < weak.count && i < WEAK_NAMED; i++) {
        struct str line = weak.at[i]->prose->plain;
        size_t len = line.len < QUOTED_LETTERS ? line.len : QUOTED_LETTERS;
        while (len < line.len && len > 0 && line.at[len] != ' ')
            len--;
        buf_print(&out, "%s\"%.*s%s\"", i ? ", " : "",
                  STR_ARG(str_slice(line, 0, len)),
                  len < line.len ? " ..." : "");
    }
    return buf_str(&out);
}

static struct str
oldest_position(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    const struct position *oldest = NULL;
    size_t count = 0;
    for (size_t i = 0; i < candidate->experience.count; i++)
        for (size_t j = 0; j < candidate->experience.at[i].positions.count;
             j++, count++) {
            const struct position *position =
                &candidate->experience.at[i].positions.at[j];
            if (date_is_given(&position->start_date) &&
                (!oldest ||
                 date_compare(&position->start_date, &oldest->start_date) < 0))
                oldest = position;
        }
    return oldest && count > 2 ? oldest->position.s : STR("");
}

static struct span
place_of_pages(const struct check *check, const struct check_pages *pages)
{
    const struct node_pair *pair =
        node_find_pair(check->candidate->node, STR("experience"));
    if (pages->variant && pages->variant->target_role.node)
        return pages->variant->target_role.node->span;
    if (pages->variant)
        return node_span(pages->variant->item.node);
    return pair ? pair->key_span : SPAN_NONE;
}

static void
tell_what_might_go(struct check *check, struct finding *finding)
{
    struct str weak = weakest_lines(check), oldest = oldest_position(check);
    if (weak.len)
        finding_help(finding, "lines that tell least: %.*s", STR_ARG(weak));
    if (oldest.len)
        finding_help(finding, "oldest position: %.*s", STR_ARG(oldest));
}

static void
too_many_pages(struct check *check, const struct check_pages *pages,
               size_t most)
{
    struct finding *finding =
        finding_add(check->findings, CODE_R107, place_of_pages(check, pages),
                    "Shorten the %s to %zu page%s (now %zu).",
                    pages->is_resume ? "resume" : "portfolio", most,
                    most == 1 ? "" : "s", pages->count);
    if (pages->variant)
        finding->path = pages->variant->item.path;
    if (pages->is_resume)
        tell_what_might_go(check, finding);
    finding_help(finding,
                 "or say how many there may be: layout: {pages: {%s: %zu}}",
                 pages->is_resume ? "resume" : "portfolio", pages->count);
}

void
check_page_count(struct arena *arena, struct findings *findings,
                 const struct check_options *options,
                 const struct check_pages *pages)
{
    struct candidate own = *pages->shown;
    own.lint = pages->whole->lint;
    struct check check = {.candidate = &own, .pack = options->pack};
    check.role = check_find_role(check.pack, pages->role);
    double least = check_param(&check, CODE_R107, "last_page_min");
    size_t most = most_pages(&check, pages);
    /* A number that the person asks for is met, or F103 says why not. */
    if (!pages->asked && pages->count > most) {
        check.findings = findings;
        if (pages->is_resume) /* whose weakest lines are told */
            check_begin(&check, arena, findings, &own, options);
        too_many_pages(&check, pages, most);
    } else if (pages->is_resume && pages->count > 1 &&
               pages->last_fill < least) {
        struct finding *finding = finding_add(
            findings, CODE_R107, place_of_pages(&check, pages),
            "Shorten the resume by a few lines; its last page is nearly "
            "empty.");
        finding_help(finding, "or say more of what matters most");
        if (finding->severity > SEVERITY_HINT)
            finding->severity = SEVERITY_HINT;
    }
}

/* Pages are judged once they are set, by check_page_count; the row says what
   may be configured. */
static void
not_yet_set(struct check *check)
{
    (void)check;
}

const struct rule rules_form[] = {
    {.code = CODE_R107,
     .document = not_yet_set,
     .params = {{"last_page_min", 0.25}}},
    {.code = CODE_F101, .document = unusual_headings},
    {.document = NULL},
};
