/* `dossier match`: the file held against posting or role. */
#include "edition/match.h"

#include "check/check.h"
#include "stages.h"

/* The role asked for, else the variant's, else what the posting is near to. */
static const struct pack_role *
role_of(const struct build *b)
{
    const struct pack_role *role = b->edition->aim->role;
    return role || !b->job ? role : b->job->role;
}

/* A posting that the variant names and that is not there. */
static bool
misses_job(struct build *b)
{
    const struct variant *variant = b->edition->variant;
    if (b->job || !variant || !variant->job_description.s.len)
        return false;
    b->result->failure =
        str_format(b->arena, "the posting \"%.*s\" cannot be read",
                   STR_ARG(variant->job_description.s));
    return true;
}

/* Advice on the file is not what was asked for: what stays are errors of
   reading it, and what is said of posting, role and variant. */
void
build_keep_for_match(struct build *b)
{
    bool *wanted = ARENA_ARRAY(b->arena, CODE_COUNT, bool);
    for (int code = 0; code < CODE_COUNT; code++) {
        const char *id = code_entry((enum code)code)->id;
        wanted[code] =
            id[0] == 'X' && id[1] == '2' && id[2] >= '3' && id[2] <= '5';
    }
    wanted[CODE_X180] = wanted[CODE_X181] = true;
    findings_keep_only(b->findings, wanted);
}

static bool
is_stopped(const struct build *b)
{
    for (size_t i = 0; i < findings_count(b->findings); i++) {
        const struct finding *finding = findings_at(b->findings, i);
        if (finding->severity == SEVERITY_ERROR &&
            code_entry(finding->code)->id[0] == 'X')
            return true;
    }
    return false;
}

void
build_show_match(struct build *b)
{
    const struct pack_role *role = role_of(b);
    if (is_stopped(b) || misses_job(b))
        return;
    b->result->lacks_aim = !role && !b->job;
    if (b->result->lacks_aim || !b->whole)
        return;
    const struct match_task task = {.whole = b->candidate,
                                    .edition = b->edition,
                                    .check = b->whole,
                                    .job = b->job,
                                    .role = role};
    const struct match *match = match_make(b->arena, &task);
    struct buf out = buf_new(b->arena);
    if (b->request->report_json)
        match_json(&out, match, b->result->sources, b->request->name);
    else
        match_print(&out, match, b->result->sources, b->request->name,
                    b->request->width);
    b->result->dump = buf_str(&out);
}
