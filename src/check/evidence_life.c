/* What dates, degrees and credentials come to. */
#include "credentials.h"
#include "evidence.h"
#include "years.h"

struct evidence_memory *
evidence_memory(struct check *check)
{
    if (!check->evidence)
        check->evidence = ARENA_NEW(check->arena, struct evidence_memory);
    return check->evidence;
}

/* ---- work ---------------------------------------------------------------- */

/* Titles of those who may be in charge, and of others. */
static const char *const weak_titles[] = {"coordinator", "coordinators",
                                          "officer",     "officers",
                                          "partner",     "principal"};

static bool
is_weak(const struct tokens *tokens, size_t i)
{
    for (size_t w = 0; w < sizeof weak_titles / sizeof *weak_titles; w++)
        if (token_is(tokens, i, weak_titles[w]))
            return true;
    return false;
}

/* Some word of the title says it without doubt: "Chief Financial Officer". */
static bool
leads_by_title(struct check *check, struct str title)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, title);
    for (size_t i = 0; i < tokens.count;) {
        size_t term;
        size_t other = lexicon_match(&tokens, i, LEXICON_NOT_MANAGING, &term);
        if (!other && !is_weak(&tokens, i) &&
            lexicon_match(&tokens, i, LEXICON_MANAGING, &term))
            return true;
        i += other ? other : 1;
    }
    return false;
}

/* "5", "12 FTE": more than nobody. */
static bool
says_people(const struct text *text)
{
    for (size_t i = 0; i < text->s.len; i++)
        if (text->s.at[i] >= '1' && text->s.at[i] <= '9')
            return true;
    return false;
}

/* An internship by its title, where nothing else says so: other tools have no
   word for it. */
static bool
is_intern(struct check *check, struct str title)
{
    static const char *const words[] = {
        "intern",        "interns",      "internship", "externship",
        "praktikant",    "praktikantin", "praktikum",  "stagiaire",
        "werkstudentin", "werkstudent"};
    struct tokens tokens = tokens_read(check->arena, check->pack, title);
    for (size_t i = 0; i < tokens.count; i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (token_is(&tokens, i, words[w]))
                return true;
    return false;
}

static void
add_job(struct check *check, evidence_job_list *jobs,
        const struct experience *employer, const struct position *position,
        bool manages)
{
    const struct scope *scope = &position->scope;
    bool by_title = manages && leads_by_title(check, position->position.s);
    bool by_scope = says_people(&scope->direct_reports) ||
                    (manages && says_people(&scope->fte));
    struct stretch sure = stretch_between(check, &position->start_date,
                                          &position->end_date, STRETCH_NARROW);
    struct stretch widest = stretch_between(check, &position->start_date,
                                            &position->end_date, STRETCH_WIDE);
    const struct item *item = &position->item;
    *list_add(check->arena, jobs) = (struct evidence_job){
        .path = item->path.len ? item->path : employer->item.path,
        .span = node_span(item->node ? item->node : employer->item.node),
        .position = position,
        .sure = {sure.from, sure.to},
        .widest = {widest.from, widest.to},
        .organization = employer->organization.s,
        .is_in_charge = by_title || by_scope,
        .is_by_scope = !by_title && by_scope,
        .is_internship = employer->kind.value == EXPERIENCE_INTERNSHIP ||
                         is_intern(check, position->position.s),
    };
}

const evidence_job_list *
check_jobs(struct check *check)
{
    struct evidence_memory *memory = evidence_memory(check);
    if (memory->jobs)
        return memory->jobs;
    evidence_job_list *jobs = ARENA_NEW(check->arena, evidence_job_list);
    const struct candidate *candidate = check->candidate;
    const bool *managing = check_years(check)->managing;
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *employer = &candidate->experience.at[i];
        for (size_t j = 0; j < employer->positions.count; j++)
            add_job(check, jobs, employer, &employer->positions.at[j],
                    *managing++);
    }
    memory->jobs = jobs;
    return jobs;
}

int
check_months_worked(struct arena *arena, const evidence_job_list *jobs,
                    const bool *counted, bool widest)
{
    stretch_list list = {0};
    for (size_t i = 0; i < jobs->count; i++) {
        const struct evidence_months *months =
            widest ? &jobs->at[i].widest : &jobs->at[i].sure;
        if (counted[i])
            stretches_add(arena, &list,
                          (struct stretch){months->from, months->to});
    }
    stretches_join(&list);
    return stretches_months(&list);
}

/* ---- degrees ---------------------------------------------------------------
 */

/* Begun of late, and no end is told: nobody has it in hand yet. */
static bool
goes_on(const struct check *check, const struct education *entry)
{
    enum { MONTHS_OF_STUDY = 36 };
    return check->today.year && entry->start_date.year &&
           !entry->end_date.typed.s.len &&
           date_months(&check->today, false) -
                   date_months(&entry->start_date, false) <
               MONTHS_OF_STUDY;
}

static enum evidence_standing
standing_of_study(const struct check *check, const struct learned *learned)
{
    if (learned->standing == STANDING_HELD && !goes_on(check, learned->entry))
        return EVIDENCE_HELD;
    return EVIDENCE_COMING;
}

const evidence_degree_list *
check_degrees(struct check *check)
{
    struct evidence_memory *memory = evidence_memory(check);
    if (memory->degrees)
        return memory->degrees;
    evidence_degree_list *degrees =
        ARENA_NEW(check->arena, evidence_degree_list);
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->learned.count; i++) {
        const struct learned *learned = &all->learned.at[i];
        if (degree_is_honorary(learned->entry->degree.s) ||
            degree_is_honorary(learned->entry->area.s))
            continue;
        *list_add(check->arena, degrees) = (struct evidence_degree){
            .path = learned->entry->item.path,
            .span = node_span(learned->entry->item.node),
            .entry = learned->entry,
            .level = (int)learned->level,
            .standing = standing_of_study(check, learned),
            .known = learned->degrees.at,
            .known_count = learned->degrees.count,
        };
    }
    memory->degrees = degrees;
    return degrees;
}

int
check_degree_level(struct str id)
{
    return (int)degree_level(id);
}

const char *
check_degree_name(int level)
{
    return degree_level_name((enum degree_level)level);
}

/* ---- credentials -----------------------------------------------------------
 */

/* A date without a day lasts until the end of what it says. */
static bool
is_past(const struct check *check, const struct date *date)
{
    return check->today.year && date->year && !date->is_present &&
           date_compare(date, &check->today) < 0;
}

static enum evidence_standing
standing_of(const struct check *check, const struct held *held)
{
    if (held->standing == STANDING_COMING)
        return EVIDENCE_COMING;
    if (held->standing == STANDING_ENDED ||
        is_past(check, &held->entry->expires))
        return EVIDENCE_ENDED;
    return EVIDENCE_HELD;
}

const evidence_credential_list *
check_held(struct check *check)
{
    struct evidence_memory *memory = evidence_memory(check);
    if (memory->held)
        return memory->held;
    evidence_credential_list *list =
        ARENA_NEW(check->arena, evidence_credential_list);
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->held.count; i++) {
        const struct held *held = &all->held.at[i];
        *list_add(check->arena, list) = (struct evidence_credential){
            .path = held->entry->item.path,
            .span = node_span(held->entry->item.node),
            .entry = held->entry,
            .known = held->known,
            .label = held->label,
            .standing = standing_of(check, held),
        };
    }
    for (size_t i = 0; i < all->letters.count; i++) {
        const struct letters *letters = &all->letters.at[i];
        *list_add(check->arena, list) = (struct evidence_credential){
            .path = letters->item == SIZE_MAX ? STR("basics.name")
                                              : STR("basics.post_nominals"),
            .span = node_text_span(check->sources, letters->text->node,
                                   letters->from, letters->to),
            .known = letters->known,
            .label = letters->s,
            .standing = letters->marked ? EVIDENCE_COMING : EVIDENCE_LETTERS,
        };
    }
    memory->held = list;
    return list;
}

bool
check_same_credential(struct check *check,
                      const struct evidence_credential *held, struct str name)
{
    struct str wanted = squash(check->arena, name);
    if (wanted.len < 2)
        return false;
    if (str_equal(squash(check->arena, held->label), wanted))
        return true;
    if (!held->entry)
        return false;
    struct str full = held->entry->name.s, abbr = held->entry->abbr.s;
    struct str own = squash(check->arena, full);
    return str_equal(own, wanted) ||
           str_equal(squash(check->arena, abbr), wanted) ||
           (wanted.len > 5 && own.len &&
            str_find(own, wanted, 0) != SIZE_MAX) ||
           (own.len > 5 && str_find(wanted, own, 0) != SIZE_MAX);
}
