#include "match.h"

#include <stdlib.h>

static const char *const kind_names[] = {
    [MATCH_YEARS] = "years",     [MATCH_DEGREE] = "degree",
    [MATCH_LICENSE] = "license", [MATCH_CERTIFICATION] = "certification",
    [MATCH_SKILL] = "skill",     [MATCH_OTHER] = "other"};

static const char *const status_names[] = {[MATCH_EVIDENCED] = "evidenced",
                                           [MATCH_LISTED] = "listed",
                                           [MATCH_ELSEWHERE] = "elsewhere",
                                           [MATCH_ABSENT] = "absent",
                                           [MATCH_MET] = "met",
                                           [MATCH_UNMET] = "unmet"};

const char *
match_kind_name(enum match_kind kind)
{
    return kind_names[kind];
}

const char *
match_status_name(enum match_status status)
{
    return status_names[status];
}

/* ---- what an edition shows ------------------------------------------------
 */

static int
compare_paths(const void *a, const void *b)
{
    const struct withheld *const *x = a, *const *y = b;
    return str_compare((*x)->path, (*y)->path);
}

static void
sort_withheld(struct matching *matching)
{
    const struct edition *edition = matching->task->edition;
    size_t count = edition->withheld.count;
    matching->withheld =
        ARENA_ARRAY(matching->arena, count + 1, const struct withheld *);
    matching->withheld_count = count;
    for (size_t i = 0; i < count; i++)
        matching->withheld[i] = &edition->withheld.at[i];
    qsort(matching->withheld, count, sizeof *matching->withheld, compare_paths);
}

static const char *
why_withheld(const struct matching *matching, struct str path)
{
    size_t low = 0, high = matching->withheld_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_compare(matching->withheld[middle]->path, path);
        if (order == 0)
            return matching->withheld[middle]->reason;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The section that prints what stands at a path; empty: no section does. */
static struct str
section_of(struct str path)
{
    static const struct {
        const char *root, *section;
    } others[] = {{"basics", ""},
                  {"metrics", ""},
                  {"settings_and_teams", "adaptability"},
                  {"skills_options", "skills"}};
    size_t end = 0;
    while (end < path.len && path.at[end] != '.' && path.at[end] != '[')
        end++;
    struct str root = str_slice(path, 0, end);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_is(root, others[i].root))
            return str_from(others[i].section);
    return root;
}

static bool
prints_section(const struct edition *edition, struct str section)
{
    return !section.len ||
           (edition->makes_resume &&
            str_among(section, edition->resume_sections.at,
                      edition->resume_sections.count)) ||
           (edition->makes_portfolio &&
            str_among(section, edition->portfolio_sections.at,
                      edition->portfolio_sections.count));
}

const char *
match_why_hidden(const struct matching *matching, struct str path)
{
    const char *why = path.len ? why_withheld(matching, path) : NULL;
    for (size_t i = 1; i < path.len && !why; i++)
        if (path.at[i] == '.' || path.at[i] == '[')
            why = why_withheld(matching, str_slice(path, 0, i));
    if (why)
        return why;
    return prints_section(matching->task->edition, section_of(path))
               ? NULL
               : MATCH_NO_SECTION;
}

/* ---- adding -----------------------------------------------------------------
 */

struct match_requirement *
match_add(struct matching *matching, enum match_kind kind, struct str text,
          bool is_required)
{
    struct match_requirement *requirement =
        list_add(matching->arena, &matching->match->requirements);
    requirement->kind = kind;
    requirement->text = text;
    requirement->is_required = is_required;
    requirement->is_judged = true;
    requirement->weight = is_required ? NEED_REQUIRED : NEED_PREFERRED;
    return requirement;
}

struct match_place *
match_add_place(struct matching *matching,
                struct match_requirement *requirement, struct str path,
                struct span span)
{
    struct match_place *place =
        list_add(matching->arena, &requirement->evidence);
    place->path = path;
    place->span = span;
    place->tells = true;
    place->why = match_why_hidden(matching, path);
    return place;
}

/* ---- terms
 * -------------------------------------------------------------------- */

/* Of "Budgeting, financial management and acumen" the first words. */
static struct str
short_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == '(' || name.at[i] == ',' || name.at[i] == ':' ||
            name.at[i] == ';')
            return str_trim(str_slice(name, 0, i));
    return name;
}

static struct str
id_of(const struct aim *aim, const struct aim_term *term)
{
    size_t count;
    if (term->kind == AIM_SKILL)
        return pack_skills(aim->pack, &count)[term->index].id;
    if (term->kind == AIM_KPI)
        return pack_str(pack_kpis(aim->pack, &count)[term->index].id);
    return STR("");
}

/* Work that is told comes before a listing, shown or left out. */
static enum match_status
status_of(const struct matching *matching, const evidence_list *found)
{
    bool is_told = false, is_left_out = false, is_listed = false;
    for (size_t i = 0; i < found->count; i++) {
        const struct evidence *evidence = &found->at[i];
        bool is_shown = !match_why_hidden(matching, evidence->path);
        if (is_shown && evidence->tells)
            return MATCH_EVIDENCED;
        is_listed |= is_shown;
        is_left_out |= !is_shown;
        is_told |= evidence->tells;
    }
    if (is_left_out && (is_told || !is_listed))
        return MATCH_ELSEWHERE;
    return is_listed ? MATCH_LISTED : MATCH_ABSENT;
}

/* Those that bear out the status. */
static bool
bears_out(const struct evidence *evidence, const char *why,
          enum match_status status)
{
    if (status == MATCH_EVIDENCED)
        return !why && evidence->tells;
    return status == MATCH_LISTED ? !why : why != NULL;
}

/* What is said in so many words comes before signs of it and names, work
   before what was learned. */
enum place_order { SAID_AT_WORK, SIGN_AT_WORK, NAMED, LEARNED, ORDER_COUNT };

static enum place_order
order_of(const struct evidence *evidence)
{
    if (str_starts(evidence->path, STR("education")))
        return LEARNED;
    if (evidence->is_name)
        return NAMED;
    return evidence->is_sign ? SIGN_AT_WORK : SAID_AT_WORK;
}

/* All that it says is the id of its figure. */
static bool
is_record(const struct evidence *evidence)
{
    return str_starts(evidence->path, STR("metrics[")) &&
           evidence->words.len == evidence->plain.len;
}

static void
add_places(struct matching *matching, struct match_requirement *requirement,
           const evidence_list *found, enum place_order order)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct evidence *evidence = &found->at[i];
        const char *why = match_why_hidden(matching, evidence->path);
        if (order_of(evidence) != order ||
            !bears_out(evidence, why, requirement->status))
            continue;
        *list_add(matching->arena, &requirement->evidence) =
            (struct match_place){
                .path = evidence->path,
                .span = evidence->span,
                .words = why ? STR("") : evidence->words,
                .plain = why || is_record(evidence) ? STR("") : evidence->plain,
                .why = why,
                .tells = evidence->tells,
            };
    }
}

static struct evidence_wanted
wanted_of(const struct aim_term *term)
{
    static const enum evidence_kind kinds[] = {[AIM_SKILL] = EVIDENCE_OF_SKILL,
                                               [AIM_KPI] = EVIDENCE_OF_KPI,
                                               [AIM_WORDS] = EVIDENCE_OF_WORDS};
    return (struct evidence_wanted){kinds[term->kind], term->index, term->text};
}

static void
add_term(struct matching *matching, const struct aim *aim,
         const struct aim_term *term, const evidence_list *found)
{
    struct match_requirement *requirement = match_add(
        matching, MATCH_SKILL,
        term->source == AIM_OF_ROLE ? short_name(term->text) : term->text,
        term->is_required);
    requirement->id = id_of(aim, term);
    requirement->line = term->term ? term->term->line : 0;
    requirement->weight = term->weight;
    requirement->status = status_of(matching, found);
    for (int order = 0; order < ORDER_COUNT; order++)
        add_places(matching, requirement, found, (enum place_order)order);
}

/* The field of a degree that is asked for, a word in the employer's name: said
   once, and not as a skill. */
static bool
is_no_skill(const struct job *job, const struct job_term *term)
{
    if (!job || !term || term->times > 1)
        return false;
    if (term->place == JOB_OTHER &&
        str_holds_nocase(job->organization, term->text))
        return true;
    for (size_t i = 0; i < job->needs.count; i++) {
        const struct job_need *need = &job->needs.at[i];
        if (need->kind == JOB_DEGREE && need->line == term->line &&
            str_holds_nocase(need->text, term->text))
            return true;
    }
    return false;
}

/* A credential that is a requirement already is not counted twice. */
static bool
is_required_already(const struct match_task *task, const struct aim *aim,
                    const struct aim_term *term)
{
    size_t count;
    const struct pack_credential *all = pack_credentials(aim->pack, &count);
    const struct pack_name *name =
        term->kind == AIM_WORDS ? pack_known_name(aim->pack, term->text) : NULL;
    if (!task->job || !name || name->kind != PACK_NAME_CREDENTIAL)
        return false;
    for (size_t i = 0; i < task->job->needs.count; i++)
        if (task->job->needs.at[i].known == &all[name->index])
            return true;
    return false;
}

/* The variant's own keywords are a wish, not what the job asks for. */
static void
add_terms(struct matching *matching)
{
    const struct match_task *task = matching->task;
    const struct aim *aim =
        aim_make(matching->arena, task->edition->pack,
                 task->job ? NULL : task->role, task->job, NULL);
    struct evidence_wanted *wanted = ARENA_ARRAY(
        matching->arena, aim->terms.count + 1, struct evidence_wanted);
    for (size_t i = 0; i < aim->terms.count; i++)
        wanted[i] = wanted_of(&aim->terms.at[i]);
    const evidence_list *found =
        check_evidence(task->check, wanted, aim->terms.count);
    for (size_t i = 0; i < aim->terms.count; i++)
        if (!is_required_already(task, aim, &aim->terms.at[i]) &&
            !is_no_skill(task->job, aim->terms.at[i].term))
            add_term(matching, aim, &aim->terms.at[i], &found[i]);
}

/* ---- sums
 * ------------------------------------------------------------------------ */

static bool
is_met(const struct match_requirement *requirement)
{
    return requirement->status == MATCH_MET ||
           requirement->status == MATCH_EVIDENCED;
}

/* The requirements of each group, and which branches fail. */
struct groups {
    size_t *first, *last; /* by group, plus one */
    unsigned *failing;    /* by branch: the group it fails in */
    unsigned count, branches;
};

static struct groups
find_groups(struct arena *arena, struct match *match)
{
    struct groups groups = {.count = 0};
    size_t count = match->requirements.count;
    for (size_t i = 0; i < count; i++) {
        const struct match_requirement *at = &match->requirements.at[i];
        groups.count = at->group > groups.count ? at->group : groups.count;
        if (at->branch > groups.branches)
            groups.branches = at->branch;
    }
    groups.first = ARENA_ARRAY(arena, groups.count + 1, size_t);
    groups.last = ARENA_ARRAY(arena, groups.count + 1, size_t);
    groups.failing = ARENA_ARRAY(arena, groups.branches + 1, unsigned);
    for (size_t i = 0; i < count; i++) {
        unsigned group = match->requirements.at[i].group;
        if (!group)
            continue;
        if (groups.last[group])
            match->requirements.at[groups.last[group] - 1].next = i + 1;
        else
            groups.first[group] = i + 1;
        groups.last[group] = i + 1;
    }
    return groups;
}

/* All of a group have the weight of its heaviest; the first one counts. One
   branch that is met as a whole is enough. */
static void
weigh_group(struct match *match, struct groups *groups, unsigned group)
{
    bool met = false;
    int weight = 0;
    for (size_t i = groups->first[group]; i;
         i = match->requirements.at[i - 1].next) {
        const struct match_requirement *at = &match->requirements.at[i - 1];
        if (!is_met(at))
            groups->failing[at->branch] = group;
        weight = at->weight > weight ? at->weight : weight;
    }
    for (size_t i = groups->first[group]; i;
         i = match->requirements.at[i - 1].next)
        met |= groups->failing[match->requirements.at[i - 1].branch] != group;
    for (size_t i = groups->first[group]; i;
         i = match->requirements.at[i - 1].next) {
        struct match_requirement *at = &match->requirements.at[i - 1];
        at->weight = weight;
        at->group_is_met = met;
        at->counts = i == groups->first[group] && weight > 0;
    }
}

/* Of a group what shows most is told, with the names of the others. */
static void
choose_speakers(struct match *match, const struct groups *groups)
{
    static const int ranks[] = {
        [MATCH_EVIDENCED] = 3, [MATCH_ELSEWHERE] = 2, [MATCH_LISTED] = 1,
        [MATCH_ABSENT] = 0,    [MATCH_MET] = 3,       [MATCH_UNMET] = 0};
    for (size_t i = 0; i < match->requirements.count; i++)
        match->requirements.at[i].speaks = !match->requirements.at[i].group;
    for (unsigned group = 1; group <= groups->count; group++) {
        struct match_requirement *best = NULL;
        for (size_t i = groups->first[group]; i;
             i = match->requirements.at[i - 1].next) {
            struct match_requirement *at = &match->requirements.at[i - 1];
            if (!best || ranks[at->status] > ranks[best->status])
                best = at;
        }
        if (best)
            best->speaks = true;
    }
}

static void
sum_up(struct arena *arena, struct match *match)
{
    struct groups groups = find_groups(arena, match);
    for (unsigned group = 1; group <= groups.count; group++)
        weigh_group(match, &groups, group);
    choose_speakers(match, &groups);
    for (size_t i = 0; i < match->requirements.count; i++) {
        struct match_requirement *at = &match->requirements.at[i];
        struct match_sum *sum =
            at->kind == MATCH_SKILL ? &match->terms : &match->needs;
        if (!at->group)
            at->counts = at->weight > 0;
        if (!at->counts)
            continue;
        bool met = at->group ? at->group_is_met : is_met(at);
        sum->count++;
        sum->met += met;
        sum->of += at->weight;
        sum->points += met ? at->weight : 0;
    }
    int of = match->needs.of + match->terms.of;
    int64_t points = match->needs.points + match->terms.points;
    if (of)
        match->coverage = (int)(100 * points / of);
}

const struct match *
match_make(struct arena *arena, const struct match_task *task)
{
    struct match *match = ARENA_NEW(arena, struct match);
    struct matching matching = {.arena = arena, .task = task, .match = match};
    match->edition = task->edition;
    match->job = task->job;
    match->role = task->role;
    sort_withheld(&matching);
    if (task->job)
        match_needs_of_job(&matching);
    else
        match_needs_of_role(&matching);
    add_terms(&matching);
    match_find_either(&matching);
    sum_up(arena, match);
    match_find_changes(&matching);
    return match;
}
