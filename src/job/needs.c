#include "needs.h"

/* Ten times what a long posting asks for; every need is held against all. */
#define NEEDS_MAX 400
/* Words of a sentence; every hit may look over all of it. */
#define SENTENCE_MAX 300

/* ---- what the readers share ----------------------------------------------
 */

bool
need_equals(const struct need_scan *scan, const struct need_token *token,
            const char *word)
{
    struct str text = {scan->text.at + token->from, token->to - token->from};
    return str_equal_nocase(text, str_from(word));
}

struct str
need_text(const struct need_scan *scan, size_t first, size_t end)
{
    if (first >= end || end > scan->tokens.count)
        return (struct str){NULL, 0};
    return str_slice(scan->text, scan->tokens.at[first].from,
                     scan->tokens.at[end - 1].to);
}

bool
need_holds(const struct need_scan *scan, size_t first, size_t end,
           uint64_t classes)
{
    for (size_t i = first; i < end && i < scan->end; i++)
        if (scan->tokens.at[i].classes & classes)
            return true;
    return false;
}

struct need_hit *
need_add(struct need_scan *scan, enum job_need_kind kind, size_t first,
         size_t end)
{
    struct need_hit *hit = list_add(scan->arena, &scan->hits);
    hit->need.kind = kind;
    hit->first = first;
    hit->end = end;
    return hit;
}

/* ---- sentences -----------------------------------------------------------
 */

static bool
ends_sentence(const struct need_scan *scan, size_t i)
{
    const struct need_token *token = &scan->tokens.at[i];
    if (token->symbol == ';' || token->symbol == '*' || token->symbol == '!' ||
        token->symbol == '?' || token->symbol == '|')
        return true;
    if (i + 1 < scan->tokens.count && token[1].breaks)
        return true;
    if (token->symbol != '.' || i + 1 >= scan->tokens.count)
        return false;
    const struct need_token *next = token + 1;
    return next->capital || next->is_number || next->symbol;
}

/* The reading of one sentence leaves its hits in scan->hits. */
static void
read_sentence(struct need_scan *scan)
{
    scan->hits.count = 0;
    for (size_t i = scan->first; i < scan->end;) {
        size_t end;
        const struct need_token *token = &scan->tokens.at[i];
        if (!token->classes && !token->name_words && token->symbol != '(') {
            end = need_read_other(scan, i);
            i = end == i ? i + 1 : end;
            continue;
        }
        end = need_read_degree(scan, i);
        if (end == i)
            end = need_read_years(scan, i);
        if (end == i)
            end = need_read_other(scan, i);
        if (end == i)
            end = need_read_credential(scan, i);
        i = end > i ? end : i + 1;
    }
    need_relate(scan);
}

/* ---- what becomes of hits ------------------------------------------------
 */

static bool
is_required(const struct need_scan *scan, const struct need_hit *hit)
{
    if (hit->mode != MODE_NONE)
        return hit->mode == MODE_REQUIRED;
    return scan->place != JOB_PREFERRED;
}

static bool
is_same_need(const struct job_need *a, const struct job_need *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind != JOB_YEARS)
        return str_equal(a->id, b->id);
    bool same_field =
        !a->field.len || !b->field.len || str_equal_nocase(a->field, b->field);
    return a->years == b->years && a->in_charge == b->in_charge && same_field;
}

static void
merge_need(struct job_need *kept, const struct job_need *other)
{
    if (other->is_required && !kept->is_required) {
        struct job_need was = *kept;
        *kept = *other;
        if (!kept->field.len)
            kept->field = was.field;
    } else if (!kept->field.len) {
        kept->field = other->field;
    }
}

/* Whoever stands in group `from` stands in group `to` from now on, behind its
   alternatives. */
static void
rename_group(struct need_scan *scan, struct job *job, unsigned from,
             unsigned to, unsigned branches)
{
    for (size_t i = 0; i < job->needs.count; i++) {
        struct job_need *need = &job->needs.at[i];
        if (need->group == from) {
            need->group = to;
            need->branch += branches;
        }
    }
    for (size_t i = 0; i < scan->hits.count; i++) {
        struct job_need *need = &scan->hits.at[i].need;
        if (need->group == from) {
            need->group = to;
            need->branch += branches;
        }
    }
}

/* What is asked for twice stands in the choices of both places; a wish takes
   nothing from what is required. */
static void
keep_need(struct need_scan *scan, struct job *job, struct job_need need)
{
    for (size_t i = 0; i < job->needs.count; i++) {
        struct job_need *kept = &job->needs.at[i];
        if (!is_same_need(kept, &need))
            continue;
        bool is_same = kept->is_required == need.is_required;
        unsigned group = kept->group, branch = kept->branch;
        merge_need(kept, &need);
        if (!is_same)
            return;
        kept->group = group ? group : need.group;
        kept->branch = group ? branch : need.branch;
        if (group && need.group && need.group != group)
            rename_group(scan, job, need.group, group, branch + 1);
        return;
    }
    if (job->needs.count < NEEDS_MAX)
        *list_add(scan->arena, &job->needs) = need;
}

/* A choice with one alternative left is none. */
static void
close_groups(struct job *job)
{
    for (size_t i = 0; i < job->needs.count; i++) {
        struct job_need *need = &job->needs.at[i];
        bool has_other = false;
        for (size_t k = 0; k < job->needs.count; k++)
            has_other = has_other || (job->needs.at[k].group == need->group &&
                                      job->needs.at[k].branch != need->branch);
        if (!has_other)
            need->group = need->branch = 0;
    }
}

/* Needs of a block that stand in no group form one branch of `group`. */
static void
give_branch(struct job *job, size_t first, size_t end, unsigned group,
            unsigned branch)
{
    for (size_t i = first; i < end; i++) {
        if (!job->needs.at[i].group) {
            job->needs.at[i].group = group;
            job->needs.at[i].branch = branch;
        }
    }
}

/* ---- blocks --------------------------------------------------------------
 */

/* Alternatives over lines: "Associate degree and two years", "OR",
   "Bachelor's degree". */
struct choice {
    size_t first, end; /* needs of the block before */
    unsigned group;    /* that they stand in; 0 none */
    unsigned branch;
    bool is_open; /* an "or" stood alone or ended the block */
};

static bool
is_or_only(const struct need_scan *scan)
{
    bool has_or = false;
    for (size_t i = 0; i < scan->tokens.count; i++) {
        const struct need_token *token = &scan->tokens.at[i];
        if (token->classes & WORD_BIT(OR))
            has_or = true;
        else if (!token->symbol)
            return false;
    }
    return has_or;
}

static bool
begins_with_or(const struct need_scan *scan)
{
    size_t i = 0;
    while (i < scan->tokens.count && scan->tokens.at[i].symbol)
        i++;
    return i < scan->tokens.count &&
           (scan->tokens.at[i].classes & WORD_BIT(OR));
}

static bool
ends_with_or(const struct need_scan *scan)
{
    size_t i = scan->tokens.count;
    while (i > 0 && scan->tokens.at[i - 1].symbol)
        i--;
    return i > 0 && (scan->tokens.at[i - 1].classes & WORD_BIT(OR));
}

static void
choose(struct need_scan *scan, struct job *job, struct choice *choice,
       size_t first)
{
    size_t end = job->needs.count;
    bool joins = choice->is_open || begins_with_or(scan);
    if (first < end && joins && choice->first < choice->end) {
        if (!choice->group) {
            choice->group = ++scan->groups;
            choice->branch = 0;
            give_branch(job, choice->first, choice->end, choice->group, 0);
        }
        give_branch(job, first, end, choice->group, ++choice->branch);
        choice->first = choice->first < first ? choice->first : first;
        choice->end = end;
    } else if (first < end) {
        *choice = (struct choice){.first = first, .end = end};
    }
    choice->is_open = ends_with_or(scan);
}

/* "Two more years may be substituted for the degree": what stands before the
   word is an alternative to the need before; what stands behind it is the
   thing replaced. */
static void
find_substitute(struct need_scan *scan, struct job *job)
{
    size_t at = scan->first;
    while (at < scan->end && !need_is(scan, at, WORD_BIT(LIEU)))
        at++;
    if (at >= scan->end ||
        need_is_word(scan, at + 1, "of") != need_is_word(scan, at, "lieu"))
        return;
    for (size_t i = 0; i < scan->hits.count; i++) {
        struct need_hit *hit = &scan->hits.at[i];
        hit->is_dropped = hit->first > at;
        if (hit->is_dropped || hit->need.group)
            continue;
        enum job_need_kind replaced =
            hit->need.kind == JOB_YEARS ? JOB_DEGREE : JOB_YEARS;
        size_t k = job->needs.count;
        while (k > 0 && job->needs.at[k - 1].kind != replaced)
            k--;
        if (!k)
            continue;
        struct job_need *need = &job->needs.at[k - 1];
        if (!need->group)
            need->group = ++scan->groups;
        hit->need.group = need->group;
        hit->need.branch = need->branch + 1 + (unsigned)i;
    }
}

static void
read_block(struct need_scan *scan, struct job *job, struct choice *choice)
{
    size_t first_need = job->needs.count;
    need_tokens_read(scan->arena, &scan->index, scan->text, &scan->tokens);
    if (is_or_only(scan)) {
        choice->is_open = true;
        return;
    }
    scan->first = 0;
    scan->classes = 0;
    for (size_t i = 0; i < scan->tokens.count; i++) {
        scan->classes |= scan->tokens.at[i].classes;
        bool is_last = i + 1 == scan->tokens.count;
        bool is_long = i - scan->first >= SENTENCE_MAX;
        if (!is_last && !is_long && !ends_sentence(scan, i))
            continue;
        scan->end = i + 1;
        read_sentence(scan);
        if (scan->classes & WORD_BIT(LIEU))
            find_substitute(scan, job);
        for (size_t k = 0; k < scan->hits.count; k++) {
            struct need_hit *hit = &scan->hits.at[k];
            hit->need.line = scan->line->line;
            hit->need.is_required = is_required(scan, hit);
            if (!hit->is_dropped)
                keep_need(scan, job, hit->need);
        }
        scan->first = i + 1;
        scan->classes = 0;
    }
    choose(scan, job, choice, first_need);
}

/* The next line goes on where an editor broke this one. */
static bool
goes_on(const struct job_line *line, const struct job_line *next)
{
    if (next->line != line->line + 1 || next->place != line->place ||
        next->is_item || next->is_heading || line->is_heading)
        return false;
    char last = line->text.at[line->text.len - 1];
    char first = next->text.at[0];
    if (last == '.' || last == ';' || last == ':' || last == '!')
        return false;
    bool is_small = first >= 'a' && first <= 'z';
    return last == ',' || last == '-' || last == '/' ||
           (line->text.len > 38 && (is_small || first == '(')) ||
           (line->text.len > 50 && ascii_is_digit(first));
}

static struct str
join_lines(struct arena *arena, const struct job_line *lines, size_t count)
{
    if (count == 1)
        return lines[0].text;
    size_t len = 0, n = 0;
    for (size_t i = 0; i < count; i++)
        len += lines[i].text.len + 1;
    char *joined = ARENA_ARRAY(arena, len, char);
    for (size_t i = 0; i < count; i++) {
        if (i)
            joined[n++] = ' ';
        memcpy(joined + n, lines[i].text.at, lines[i].text.len);
        n += lines[i].text.len;
    }
    return (struct str){joined, n};
}

static bool
is_read(const struct job_line *line)
{
    return line->place != JOB_BOILERPLATE && line->place != JOB_TITLE &&
           line->text.len > 0;
}

/* A line is put under "preferred" for a word in it; which of its requirements
   the word is about is told apart here. */
static enum job_place
place_of(const struct job_line *line, enum job_place section)
{
    bool is_word_only = line->place == JOB_PREFERRED &&
                        (section == JOB_REQUIRED || section == JOB_DUTIES ||
                         section == JOB_OTHER || section == JOB_TITLE);
    if (is_word_only)
        return section == JOB_REQUIRED ? JOB_REQUIRED : JOB_OTHER;
    if (line->place == JOB_REQUIRED && section == JOB_PREFERRED)
        return JOB_PREFERRED;
    return line->place;
}

void
job_find_needs(struct arena *arena, struct job *job, const struct pack *pack)
{
    struct need_scan scan = {.arena = arena, .pack = pack};
    struct choice choice = {0};
    if (!job->lines.count)
        return;
    scan.index = need_index_new(arena);
    enum job_place section = JOB_OTHER;
    for (size_t i = 0; i < job->lines.count;) {
        size_t count = 1;
        const struct job_line *line = &job->lines.at[i];
        while (i + count < job->lines.count &&
               goes_on(&line[count - 1], &line[count]))
            count++;
        if (line->is_heading)
            section = line->place;
        if (is_read(line)) {
            scan.line = line;
            scan.place = place_of(line, section);
            scan.text = join_lines(arena, line, count);
            read_block(&scan, job, &choice);
        }
        i += count;
    }
    close_groups(job);
}
