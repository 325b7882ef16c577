#include "job/job.h"

#include "base/buf.h"
#include "parts.h"

const char *
job_place_name(enum job_place place)
{
    static const char *const names[] = {
        [JOB_TITLE] = "title",         [JOB_REQUIRED] = "required",
        [JOB_PREFERRED] = "preferred", [JOB_DUTIES] = "duties",
        [JOB_OTHER] = "other",         [JOB_BOILERPLATE] = "boilerplate"};
    return names[place];
}

const char *
job_need_kind_name(enum job_need_kind kind)
{
    static const char *const names[] = {[JOB_YEARS] = "years",
                                        [JOB_DEGREE] = "degree",
                                        [JOB_LICENSE] = "license",
                                        [JOB_CERTIFICATION] = "certification",
                                        [JOB_OTHER_NEED] = "other"};
    return names[kind];
}

/* ---- what was not understood ------------------------------------------- */

static void
tell_language(struct findings *findings, const struct job *job,
              const char *language)
{
    struct span start = {job->source, 0, 0};
    struct finding *finding =
        *language ? finding_add(findings, CODE_X246, start,
                                "The posting is in %s: most of what it asks "
                                "for as skills is not read.",
                                language)
                  : finding_add(findings, CODE_X246, start,
                                "The posting is in letters that are not read: "
                                "what it asks for is not found.");
    finding_help(finding, "Put a translation of it into a .txt file, or aim "
                          "with --role (`dossier list roles`).");
}

/* The text is an address of the web and nothing else. */
static bool
is_address(const struct job *job)
{
    struct str s = job->lines.count == 1 ? job->lines.at[0].text : STR("");
    return (str_starts(s, STR("http://")) || str_starts(s, STR("https://")) ||
            str_starts(s, STR("www."))) &&
           str_find_byte(s, ' ', 0) == SIZE_MAX;
}

static void
tell_nothing(struct findings *findings, const struct job *job)
{
    struct span start = {job->source, 0, 0};
    struct finding *finding = finding_add(
        findings, CODE_X247, start,
        is_address(job) ? "The file holds the address of a page, not its text."
                        : "Nothing that a posting asks for was found in it.");
    finding_help(finding,
                 is_address(job)
                     ? "Nothing is fetched from the web: open the page, select "
                       "the text of the posting and copy it into the file."
                     : "See that the duties and requirements are in the file, "
                       "not only the title or a list of jobs.");
}

static void
tell_gaps(struct findings *findings, const struct job *job)
{
    const char *language = job_foreign_language(job);
    if (language)
        tell_language(findings, job, language);
    else if (job->lines.count > 0 && !job->terms.count && !job->needs.count)
        tell_nothing(findings, job);
}

const struct job *
job_read(struct arena *arena, struct findings *findings,
         const struct pack *pack, uint32_t source)
{
    struct job *job = ARENA_NEW(arena, struct job);
    struct job_text text = job_text_read(arena, findings, source);
    job->source = source;
    job->name = source_name(findings_sources(findings), source);
    job->title = text.title;
    job->organization = text.organization;
    job->location = text.location;
    job->reference = text.reference;
    job->lines = text.lines;
    job_find_terms(arena, job, pack);
    job_find_needs(arena, job, pack);
    job_find_role(arena, job, pack);
    tell_gaps(findings, job);
    return job;
}

bool
job_is_usable(const struct job *job)
{
    return job && job->lines.count > 0;
}

/* ---- dump -------------------------------------------------------------- */

static void
dump_terms(struct buf *out, const struct job *job, const struct pack *pack)
{
    size_t skill_count, kpi_count;
    const struct pack_skill *skills = pack_skills(pack, &skill_count);
    const struct pack_kpi *kpis = pack_kpis(pack, &kpi_count);
    for (size_t i = 0; i < job->terms.count; i++) {
        const struct job_term *term = &job->terms.at[i];
        struct str id = term->text;
        if (term->kind == JOB_SKILL)
            id = skills[term->index].id;
        if (term->kind == JOB_KPI)
            id = pack_str(kpis[term->index].id);
        buf_print(out, "term: %d %s%.*s \"%.*s\" line %zu %s x%zu\n",
                  term->weight, term->is_required ? "required " : "",
                  STR_ARG(id), STR_ARG(term->text), term->line,
                  job_place_name(term->place), term->times);
    }
}

static void
dump_needs(struct buf *out, const struct job *job)
{
    for (size_t i = 0; i < job->needs.count; i++) {
        const struct job_need *need = &job->needs.at[i];
        buf_print(out, "need: %s %s",
                  need->is_required ? "required" : "preferred",
                  job_need_kind_name(need->kind));
        if (need->kind == JOB_YEARS)
            buf_print(out, " %g", need->years);
        if (need->id.len)
            buf_print(out, " %.*s", STR_ARG(need->id));
        if (need->in_charge)
            buf_add_text(out, " in charge");
        if (need->field.len)
            buf_print(out, " of \"%.*s\"", STR_ARG(need->field));
        if (need->group)
            buf_print(out, " group %u.%u", need->group, need->branch);
        buf_print(out, " line %zu: %.*s\n", need->line, STR_ARG(need->text));
    }
}

void
job_dump(struct buf *out, const struct job *job, const struct pack *pack)
{
    buf_print(out,
              "title: %.*s\norganization: %.*s\nlocation: %.*s\n"
              "reference: %.*s\nrole: %.*s%s\n",
              STR_ARG(job->title), STR_ARG(job->organization),
              STR_ARG(job->location), STR_ARG(job->reference),
              STR_ARG(job->role ? job->role->id : STR("none")),
              job->role && job->role_is_by_title ? " (by title)" : "");
    for (size_t i = 0; i < job->lines.count; i++) {
        const struct job_line *line = &job->lines.at[i];
        buf_print(out, "%zu %s%s%s: %.*s\n", line->line,
                  job_place_name(line->place), line->is_heading ? " #" : "",
                  line->is_item ? " -" : "", STR_ARG(line->text));
    }
    dump_terms(out, job, pack);
    dump_needs(out, job);
}
