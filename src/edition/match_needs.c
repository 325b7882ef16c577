/*
 * Years, degrees and credentials: computed from what the file says, told with
 * what was counted. What an edition leaves out does not count for it.
 */
#include "match.h"

#include "pack/lexicon.h"

/* ---- telling
 * ----------------------------------------------------------------- */

struct str
match_months_text(struct arena *arena, int months)
{
    int years = months / 12, rest = months % 12;
    struct buf out = buf_new(arena);
    if (years || !rest)
        buf_print(&out, "%d year%s", years, years == 1 ? "" : "s");
    if (rest)
        buf_print(&out, "%s%d month%s", years ? " " : "", rest,
                  rest == 1 ? "" : "s");
    return buf_str(&out);
}

/* ---- years
 * ---------------------------------------------------------------------- */

struct counted {
    int months, widest;
    bool *jobs;
};

/* Internships are no years of work, as for the placeholder {years}. */
static struct counted
count_jobs(struct matching *matching, const bool *in_field, bool in_charge,
           bool only_shown)
{
    const evidence_job_list *jobs = check_jobs(matching->task->check);
    struct counted counted = {
        .jobs = ARENA_ARRAY(matching->arena, jobs->count + 1, bool)};
    for (size_t i = 0; i < jobs->count; i++) {
        const struct evidence_job *job = &jobs->at[i];
        counted.jobs[i] =
            !job->is_internship && (!in_charge || job->is_in_charge) &&
            (!in_field || in_field[i]) &&
            !(only_shown && match_why_hidden(matching, job->path));
    }
    counted.months =
        check_months_worked(matching->arena, jobs, counted.jobs, false);
    counted.widest =
        check_months_worked(matching->arena, jobs, counted.jobs, true);
    return counted;
}

static void
add_job(struct matching *matching, struct match_requirement *requirement,
        const struct evidence_job *job, bool in_charge)
{
    struct match_place *place =
        match_add_place(matching, requirement, job->path, job->span);
    if (!place->why)
        place->words = job->organization;
    if (in_charge && job->is_by_scope)
        place->note = "in charge by the people in its scope";
}

static void
add_jobs(struct matching *matching, struct match_requirement *requirement,
         const struct counted *counted, bool in_charge)
{
    const evidence_job_list *jobs = check_jobs(matching->task->check);
    for (size_t i = 0; i < jobs->count; i++)
        if (counted->jobs[i])
            add_job(matching, requirement, &jobs->at[i], in_charge);
}

/* The field is told where it left something out. */
static bool
is_narrowed(struct matching *matching, const struct counted *counted,
            bool in_charge)
{
    const evidence_job_list *jobs = check_jobs(matching->task->check);
    struct counted any = count_jobs(matching, NULL, in_charge, false);
    for (size_t i = 0; i < jobs->count; i++)
        if (any.jobs[i] != counted->jobs[i])
            return true;
    return false;
}

static const char *
kind_of_years(bool in_charge, bool in_field)
{
    if (in_charge)
        return in_field ? " in charge in that field" : " in charge";
    return in_field ? " in that field" : "";
}

/* In the field that is asked for, and where care is given in that way. */
static const bool *
jobs_asked_for(struct matching *matching, struct str field, struct str text)
{
    struct check *check = matching->task->check;
    size_t count = check_jobs(check)->count;
    const bool *in_field =
        check_jobs_in_field(check, field.len ? field : text, !field.len);
    const bool *in_setting = check_jobs_in_setting(check, text);
    if (!in_field || !in_setting)
        return in_field ? in_field : in_setting;
    bool *both = ARENA_ARRAY(matching->arena, count + 1, bool);
    for (size_t i = 0; i < count; i++)
        both[i] = in_field[i] && in_setting[i];
    return both;
}

static void
judge_years(struct matching *matching, struct match_requirement *requirement,
            bool in_charge, struct str field)
{
    int asked = (int)(requirement->years * 12 + 0.5);
    const bool *in_field = jobs_asked_for(matching, field, requirement->text);
    struct counted shown = count_jobs(matching, in_field, in_charge, true);
    struct counted all = count_jobs(matching, in_field, in_charge, false);
    bool is_met = shown.months >= asked, is_elsewhere = all.months >= asked;
    requirement->status = is_met         ? MATCH_MET
                          : is_elsewhere ? MATCH_ELSEWHERE
                                         : MATCH_UNMET;
    add_jobs(matching, requirement, is_met ? &shown : &all, in_charge);
    struct buf said = buf_new(matching->arena);
    buf_print(&said, "yours %.*s%s",
              STR_ARG(match_months_text(matching->arena, shown.months)),
              kind_of_years(in_charge, is_narrowed(matching, &all, in_charge)));
    if (!is_met && all.months > shown.months)
        buf_print(&said, "; %.*s in the whole file",
                  STR_ARG(match_months_text(matching->arena, all.months)));
    if (!is_met && !is_elsewhere && shown.widest >= asked)
        buf_print(&said, ", up to %.*s by years without months",
                  STR_ARG(match_months_text(matching->arena, shown.widest)));
    requirement->said = buf_str(&said);
}

/* ---- degrees
 * ------------------------------------------------------------------- */

static struct str
degree_text(struct arena *arena, const struct education *entry)
{
    if (!entry->area.s.len)
        return entry->degree.s;
    if (!entry->degree.s.len)
        return entry->area.s;
    return str_format(arena, "%.*s, %.*s", STR_ARG(entry->degree.s),
                      STR_ARG(entry->area.s));
}

/* How near a degree comes to what is asked for; the best is told. */
enum fit {
    FIT_NONE,
    FIT_LEVEL,  /* of that level, another field */
    FIT_COMING, /* that one, not finished */
    FIT_HIDDEN, /* that one, not in this edition */
    FIT_NEAR,   /* of that level, where a related field will do */
    FIT_FULL,
    FIT_NO_FIELD /* to be told only: of that level, and of no field */
};

struct asked_degree {
    int level;
    struct str field;
    const struct pack_credential *known;
    bool is_open;    /* "or a related field" */
    struct str line; /* of the posting: "MHA or MBA" names two */
};

static bool
is_the_degree(const struct evidence_degree *degree,
              const struct pack_credential *known)
{
    for (size_t i = 0; known && i < degree->known_count; i++)
        if (degree->known[i] == known)
            return true;
    return false;
}

/* "Nursing" of "Bachelor of Science in Nursing": who asks for that degree by
   its name asks for its field. */
static struct str
own_field(const struct pack_credential *known)
{
    struct str name = known ? pack_str(known->name) : STR("");
    size_t at = str_find(name, STR(" in "), 0);
    if (at == SIZE_MAX)
        at = str_find(name, STR(" of "), 0);
    return at == SIZE_MAX ? STR("") : str_slice(name, at + 4, name.len);
}

/* A doctor of medicine, of law, of pharmacy: no other doctor stands for one. */
static bool
is_of_a_calling(const struct asked_degree *asked)
{
    static const char *const of_any[] = {"phd", "doctoral"};
    if (!asked->known || asked->level < check_degree_level(STR("doctor")))
        return false;
    for (size_t i = 0; i < sizeof of_any / sizeof *of_any; i++)
        if (str_is(pack_str(asked->known->id), of_any[i]))
            return false;
    return true;
}

/* The field of the degree that is asked for. */
static bool
is_in_field_of(struct check *check, const struct evidence_degree *degree,
               const struct asked_degree *asked)
{
    struct str field =
        asked->field.len ? asked->field : own_field(asked->known);
    if (is_the_degree(degree, asked->known) && !asked->field.len)
        return true;
    return !is_of_a_calling(asked) &&
           check_degree_in_field(check, degree, field);
}

static struct str
next_word(struct str *rest)
{
    size_t from = 0, to;
    while (from < rest->len && !ascii_is_alpha(rest->at[from]))
        from++;
    for (to = from; to < rest->len && ascii_is_alpha(rest->at[to]);)
        to++;
    struct str word = str_slice(*rest, from, to);
    *rest = str_slice(*rest, to, rest->len);
    return word;
}

/* Degrees of one level that a line names beside each other are one need, that
   of the first: any of them will do. */
static bool
is_in_field(struct matching *matching, const struct evidence_degree *degree,
            const struct asked_degree *asked)
{
    const struct pack *pack = matching->task->edition->pack;
    struct check *check = matching->task->check;
    struct str rest = asked->line;
    size_t count;
    const struct pack_credential *all = pack_credentials(pack, &count);
    if (is_in_field_of(check, degree, asked))
        return true;
    while (asked->known && !asked->field.len && rest.len) {
        const struct pack_name *name = pack_known_name(pack, next_word(&rest));
        if (!name || name->kind != PACK_NAME_CREDENTIAL)
            continue;
        struct asked_degree other = *asked;
        other.known = &all[name->index];
        if (check_degree_level(pack_str(other.known->level)) == asked->level &&
            is_in_field_of(check, degree, &other))
            return true;
    }
    return false;
}

/* Said in the field, or right behind it; "or equivalent experience" is of no
   field. */
static bool
is_open_to_others(struct str field, struct str text)
{
    size_t at = field.len ? str_find(text, field, 0) : SIZE_MAX;
    if (check_field_is_open(field) || at == SIZE_MAX)
        return check_field_is_open(field);
    struct str rest = str_slice(text, at + field.len, text.len);
    struct str clause = str_cut(&rest, ';');
    return check_field_is_open(clause) &&
           !str_holds_nocase(clause, STR("experience"));
}

static enum fit
fit_of(struct matching *matching, const struct evidence_degree *degree,
       const struct asked_degree *asked)
{
    struct check *check = matching->task->check;
    bool is_exact = is_the_degree(degree, asked->known);
    if (!is_exact && degree->level < asked->level)
        return FIT_NONE;
    bool in_field = is_in_field(matching, degree, asked);
    bool is_near =
        asked->is_open && check_degree_near_field(check, degree, asked->field);
    if (!in_field && !is_near)
        return degree->standing == EVIDENCE_HELD ? FIT_LEVEL : FIT_NONE;
    if (degree->standing == EVIDENCE_COMING)
        return FIT_COMING;
    if (match_why_hidden(matching, degree->path))
        return FIT_HIDDEN;
    return in_field ? FIT_FULL : FIT_NEAR;
}

static void
tell_degree(struct matching *matching, struct match_requirement *requirement,
            const struct evidence_degree *degree, enum fit fit)
{
    static const char *const notes[] = {[FIT_LEVEL] = ", of another field",
                                        [FIT_NO_FIELD] =
                                            ", and no field is told",
                                        [FIT_COMING] = ", not finished",
                                        [FIT_NEAR] = ", a related field"};
    if (fit == FIT_HIDDEN) {
        requirement->said = STR("in the file, left out of this edition");
        return;
    }
    struct buf said = buf_new(matching->arena);
    buf_print(&said, "yours %.*s",
              STR_ARG(degree_text(matching->arena, degree->entry)));
    if (fit == FIT_LEVEL && !degree->entry->area.s.len && !degree->known_count)
        fit = FIT_NO_FIELD;
    const struct date *date = degree->entry->expected.year
                                  ? &degree->entry->expected
                                  : &degree->entry->end_date;
    if (fit < sizeof notes / sizeof *notes && notes[fit])
        buf_add_text(&said, notes[fit]);
    if (fit == FIT_COMING && date->year)
        buf_print(&said, ", expected %.*s", STR_ARG(date->typed.s));
    else if (fit == FIT_COMING && !degree->entry->end_date.typed.s.len)
        buf_add_text(&said, ": no end is told");
    requirement->said = buf_str(&said);
}

static void
judge_degree(struct matching *matching, struct match_requirement *requirement,
             const struct asked_degree *asked)
{
    const evidence_degree_list *degrees = check_degrees(matching->task->check);
    const struct evidence_degree *best = NULL;
    enum fit fit = FIT_NONE;
    for (size_t i = 0; i < degrees->count; i++) {
        enum fit here = fit_of(matching, &degrees->at[i], asked);
        /* Words of what is withheld are nobody's to see. */
        if (here == FIT_LEVEL || here == FIT_COMING)
            if (match_why_hidden(matching, degrees->at[i].path))
                here = FIT_NONE;
        if (here > fit) {
            fit = here;
            best = &degrees->at[i];
        }
    }
    requirement->status = fit >= FIT_NEAR     ? MATCH_MET
                          : fit == FIT_HIDDEN ? MATCH_ELSEWHERE
                                              : MATCH_UNMET;
    if (asked->level <= 1 && fit < FIT_NEAR && !asked->known)
        requirement->status = MATCH_MET; /* school alone */
    requirement->said = STR("no such degree in the file");
    if (!best)
        return;
    tell_degree(matching, requirement, best, fit);
    (void)match_add_place(matching, requirement, best->path, best->span);
}

/* ---- licenses and certifications
 * ------------------------------------------------ */

/* One that nobody gets without another shows that one as well. */
static bool
implies(const struct pack *pack, const struct pack_credential *held,
        const struct pack_credential *asked)
{
    (void)pack;
    return held && asked && held != asked &&
           pack_list_has(held->requires, pack_str(asked->id));
}

static bool
is_asked_for(struct matching *matching, const struct evidence_credential *held,
             const struct job_need *need)
{
    if (need->known)
        return held->known == need->known ||
               implies(matching->task->edition->pack, held->known, need->known);
    return check_same_credential(matching->task->check, held, need->id);
}

/* The last is the best. Words of what is withheld are nobody's to see. */
enum {
    RANK_NONE,
    RANK_ENDED,
    RANK_COMING,
    RANK_LETTERS,
    RANK_HIDDEN,
    RANK_HELD
};

static int
rank_of(struct matching *matching, const struct evidence_credential *held)
{
    bool is_hidden = match_why_hidden(matching, held->path) != NULL;
    switch (held->standing) {
    case EVIDENCE_HELD:
        return is_hidden ? RANK_HIDDEN : RANK_HELD;
    case EVIDENCE_LETTERS:
        return is_hidden ? 0 : RANK_LETTERS;
    case EVIDENCE_COMING:
        return is_hidden ? 0 : RANK_COMING;
    case EVIDENCE_ENDED:
        return is_hidden ? 0 : RANK_ENDED;
    }
    return 0;
}

static struct str
credential_said(struct matching *matching,
                const struct evidence_credential *held, int rank)
{
    struct arena *arena = matching->arena;
    const struct certification *entry = held->entry;
    switch (rank) {
    case RANK_HELD:
        if (!entry->expires.year)
            return str_format(arena, "you hold %.*s", STR_ARG(held->label));
        return str_format(arena, "you hold %.*s until %.*s",
                          STR_ARG(held->label),
                          STR_ARG(entry->expires.typed.s));
    case RANK_HIDDEN:
        return STR("in the file, left out of this edition");
    case RANK_LETTERS:
        return str_format(arena, "only letters behind the name: %.*s",
                          STR_ARG(held->label));
    case RANK_COMING:
        return str_format(arena, "%.*s is in progress", STR_ARG(held->label));
    default:
        if (!entry || !entry->expires.year)
            return str_format(arena, "%.*s is no longer active",
                              STR_ARG(held->label));
        return str_format(arena, "%.*s expired %.*s", STR_ARG(held->label),
                          STR_ARG(entry->expires.typed.s));
    }
}

static void
judge_credential(struct matching *matching,
                 struct match_requirement *requirement,
                 const struct job_need *need)
{
    static const enum match_status statuses[] = {MATCH_UNMET,     MATCH_UNMET,
                                                 MATCH_UNMET,     MATCH_LISTED,
                                                 MATCH_ELSEWHERE, MATCH_MET};
    const evidence_credential_list *list = check_held(matching->task->check);
    const struct evidence_credential *best = NULL;
    int rank = 0;
    for (size_t i = 0; i < list->count; i++) {
        int here = rank_of(matching, &list->at[i]);
        if (here > rank && is_asked_for(matching, &list->at[i], need)) {
            best = &list->at[i];
            rank = here;
        }
    }
    requirement->status = statuses[rank];
    requirement->said = STR("not in the file");
    if (!best)
        return;
    requirement->said = credential_said(matching, best, rank);
    struct match_place *place =
        match_add_place(matching, requirement, best->path, best->span);
    if (!place->why)
        place->words = best->label;
    requirement->is_undated = rank == RANK_HELD && best->entry &&
                              !best->entry->expires.year &&
                              !best->entry->issued.year;
}

/* A degree that is asked for among credentials: "MHA or FACHE". */
static void
judge_named(struct matching *matching, struct match_requirement *requirement,
            const struct job_need *need)
{
    if (!need->known || !str_is(pack_str(need->known->kind), "degree")) {
        judge_credential(matching, requirement, need);
        return;
    }
    const struct asked_degree asked = {
        check_degree_level(pack_str(need->known->level)), need->field,
        need->known, is_open_to_others(need->field, need->text), STR("")};
    judge_degree(matching, requirement, &asked);
}

/* ---- other
 * ------------------------------------------------------------------------ */

/* A language is looked up; the rest is the person's to answer. */
static void
judge_other(struct matching *matching, struct match_requirement *requirement)
{
    const struct candidate *whole = matching->task->whole;
    for (size_t i = 0; i < whole->languages.count; i++) {
        const struct language *language = &whole->languages.at[i];
        if (language->language.s.len < 3 ||
            !str_holds_nocase(requirement->text, language->language.s))
            continue;
        struct match_place *place =
            match_add_place(matching, requirement, language->item.path,
                            node_span(language->item.node));
        requirement->status = place->why ? MATCH_ELSEWHERE : MATCH_MET;
        requirement->said =
            place->why ? STR("in the file, left out of this edition")
                       : str_format(matching->arena, "yours %.*s%s%.*s",
                                    STR_ARG(language->language.s),
                                    language->fluency.s.len ? ", " : "",
                                    STR_ARG(language->fluency.s));
        return;
    }
    requirement->status = MATCH_ABSENT;
    requirement->is_judged = false;
    requirement->weight = 0;
    requirement->said = STR("no program can tell; you can");
}

/* ---- of a posting
 * ------------------------------------------------------------------ */

static const enum match_kind kinds[] = {[JOB_YEARS] = MATCH_YEARS,
                                        [JOB_DEGREE] = MATCH_DEGREE,
                                        [JOB_LICENSE] = MATCH_LICENSE,
                                        [JOB_CERTIFICATION] =
                                            MATCH_CERTIFICATION,
                                        [JOB_OTHER_NEED] = MATCH_OTHER};

static struct str
line_of(const struct job *job, size_t line)
{
    for (size_t i = 0; i < job->lines.count; i++)
        if (job->lines.at[i].line == line)
            return job->lines.at[i].text;
    return STR("");
}

static void
judge(struct matching *matching, struct match_requirement *requirement,
      const struct job_need *need)
{
    const struct asked_degree degree = {
        check_degree_level(need->id), need->field, need->known,
        is_open_to_others(need->field, need->text),
        line_of(matching->task->job, need->line)};
    switch (need->kind) {
    case JOB_YEARS:
        requirement->years = need->years;
        judge_years(matching, requirement, need->in_charge, need->field);
        break;
    case JOB_DEGREE:
        judge_degree(matching, requirement, &degree);
        break;
    case JOB_LICENSE:
    case JOB_CERTIFICATION:
        judge_named(matching, requirement, need);
        break;
    case JOB_OTHER_NEED:
        judge_other(matching, requirement);
        break;
    }
}

void
match_needs_of_job(struct matching *matching)
{
    const struct job *job = matching->task->job;
    for (size_t i = 0; i < job->needs.count; i++) {
        const struct job_need *need = &job->needs.at[i];
        struct match_requirement *requirement = match_add(
            matching, kinds[need->kind], need->text, need->is_required);
        requirement->id = need->id;
        requirement->line = need->line;
        requirement->group = need->group;
        requirement->branch = need->branch;
        judge(matching, requirement, need);
    }
}

/* ---- of a role
 * --------------------------------------------------------------------- */

/* Whether the role is one of being in charge; else all work counts. */
static bool
is_in_charge(const struct matching *matching)
{
    const struct pack_role *role = matching->task->role;
    struct tokens tokens = tokens_read(
        matching->arena, matching->task->edition->pack, role->title);
    for (size_t i = 0; i < tokens.count; i++) {
        size_t term;
        if (lexicon_match(&tokens, i, LEXICON_MANAGING, &term))
            return true;
    }
    return str_is(role->kind, "tier") && !str_is(role->id, "entry");
}

static void
years_of_role(struct matching *matching)
{
    const struct pack_role *role = matching->task->role;
    if (role->years.min <= 0)
        return;
    bool in_charge = is_in_charge(matching);
    struct match_requirement *requirement =
        match_add(matching, MATCH_YEARS,
                  str_format(matching->arena, "%d years of experience%s",
                             role->years.min, in_charge ? " in charge" : ""),
                  true);
    requirement->years = role->years.min;
    judge_years(matching, requirement, in_charge, STR(""));
}

static void
degree_of_role(struct matching *matching, struct str id, bool is_required)
{
    const struct asked_degree asked = {check_degree_level(id), STR(""), NULL,
                                       false, STR("")};
    if (asked.level < check_degree_level(STR("associate")))
        return;
    struct match_requirement *requirement =
        match_add(matching, MATCH_DEGREE,
                  str_from(check_degree_name(asked.level)), is_required);
    requirement->id = id;
    judge_degree(matching, requirement, &asked);
}

/* Of those a role expects one is enough; each other one is a plus. */
static void
credentials_of_role(struct matching *matching, const struct pack_list *ids,
                    unsigned group)
{
    const struct pack *pack = matching->task->edition->pack;
    for (size_t i = 0; i < ids->count; i++) {
        const struct job_need need = {
            .kind = JOB_CERTIFICATION,
            .id = pack_list_at(*ids, i),
            .known = pack_credential(pack, pack_list_at(*ids, i))};
        if (!need.known)
            continue;
        bool is_license = str_is(pack_str(need.known->kind), "license");
        bool is_degree = str_is(pack_str(need.known->kind), "degree");
        struct match_requirement *requirement =
            match_add(matching,
                      is_license  ? MATCH_LICENSE
                      : is_degree ? MATCH_DEGREE
                                  : MATCH_CERTIFICATION,
                      pack_str(need.known->name), group != 0);
        requirement->id = need.id;
        requirement->group = ids->count > 1 ? group : 0;
        requirement->branch = (unsigned)i;
        judge_named(matching, requirement, &need);
    }
}

void
match_needs_of_role(struct matching *matching)
{
    const struct pack_role *role = matching->task->role;
    years_of_role(matching);
    degree_of_role(matching, role->degree_min, true);
    if (!str_equal(role->degree_min, role->degree_preferred))
        degree_of_role(matching, role->degree_preferred, false);
    credentials_of_role(matching, &role->credentials_expected, 1);
    credentials_of_role(matching, &role->credentials_plus, 0);
}
