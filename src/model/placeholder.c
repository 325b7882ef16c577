/* Placeholders: what {wait.after} and {years} stand for, in prose and in lines
   of plain text. */
#include "decoder.h"

#include "base/buf.h"
#include "load/markdown.h"

/* ---- what they stand for ------------------------------------------------ */

struct prose_context {
    struct decoder *decoder;
    const struct node *node; /* of the field being read */
};

static const struct str figures[] = {
    [METRIC_BEFORE] = STR_INIT("before"), [METRIC_AFTER] = STR_INIT("after"),
    [METRIC_CHANGE] = STR_INIT("change"), [METRIC_POINTS] = STR_INIT("points"),
    [METRIC_UNIT] = STR_INIT("unit"),     [METRIC_PERIOD] = STR_INIT("period"),
    [METRIC_LABEL] = STR_INIT("label"),   [METRIC_TARGET] = STR_INIT("target")};
enum { FIGURES = sizeof figures / sizeof figures[0] };

static bool
find_figure(struct str name, enum metric_field *field)
{
    for (size_t i = 0; i < FIGURES; i++)
        if (str_equal(name, figures[i])) {
            *field = (enum metric_field)i;
            return true;
        }
    return false;
}

/* The placeholder in the text it stands in, or the whole text. */
static struct span
span_of_placeholder(const struct prose_context *context, struct str name)
{
    struct str mark =
        str_format(context->decoder->arena, "{%.*s}", STR_ARG(name));
    size_t at = str_find(context->node->text, mark, 0);
    if (at == SIZE_MAX)
        return context->node->span;
    return node_text_span(context->decoder->sources, context->node, at,
                          at + mark.len);
}

static void
report_confidential(struct prose_context *context, struct str name)
{
    struct str rest = name, id = str_cut(&rest, '.');
    struct finding *finding = finding_add(
        context->decoder->findings, CODE_X134,
        span_of_placeholder(context, name),
        "{%.*s} would print a figure of a confidential record.", STR_ARG(name));
    finding_help(finding, "{%.*s.change} may be printed.", STR_ARG(id));
}

/* 0: everybody sees what stands there. */
static int
held_back_at(const struct decoder *decoder, const struct node *node)
{
    int held = 0;
    for (size_t i = 0; i < decoder->held_back.count; i++) {
        const struct held_back *outer = &decoder->held_back.at[i];
        if (held < outer->held_for && span_holds(outer->span, node->span))
            held = outer->held_for;
    }
    return held;
}

static const char *
name_of_holder(int held)
{
    static const char *const names[] = {
        [AUDIENCE_PUBLIC] = "a record for everybody",
        [AUDIENCE_RECRUITER] = "a record that is not for the public",
        [AUDIENCE_EMPLOYER] = "a record for employers only",
        [AUDIENCE_INTERVIEW] = "a record for interviews only",
        [HELD_FOR_NOBODY] = "a private record"};
    return names[held];
}

/* A sentence that more people see than the record may not print it: never when
   the record is for interviews or nobody; else when this edition is for those
   who see the one and not the other. */
static bool
is_out_of_sight(struct prose_context *context, const struct metric *metric,
                struct str name)
{
    const struct decoder *decoder = context->decoder;
    int held = held_back_at(decoder, metric->item.node);
    int shown = held_back_at(decoder, context->node);
    int audience = (int)decoder->audience;
    if (held <= shown ||
        (held < AUDIENCE_INTERVIEW && (audience >= held || audience < shown)))
        return false;
    struct finding *finding = finding_add(
        decoder->findings, CODE_X134, span_of_placeholder(context, name),
        "{%.*s} would print what stands in %s.", STR_ARG(name),
        name_of_holder(held));
    if (held == HELD_FOR_NOBODY || held == AUDIENCE_INTERVIEW)
        finding_help(finding, "Take the mark off the record, or leave its "
                              "figure out here.");
    else
        finding_help(finding,
                     "Give the sentence the mark of the record, "
                     "`audience: %s`, or leave its figure out here.",
                     held == AUDIENCE_RECRUITER ? "recruiter" : "employer");
    return true;
}

/* ---- of the posting ------------------------------------------------------ */

/* What people call the facts of a posting; the first of each is ours. */
static const struct {
    struct str name;
    size_t offset;
} job_names[] = {
#define JOB_NAME(name, member)                                                 \
    {                                                                          \
        STR_INIT(name), offsetof(struct job_facts, member)                     \
    }
    JOB_NAME("job.title", title),
    JOB_NAME("job.organization", organization),
    JOB_NAME("job.location", location),
    JOB_NAME("job.reference", reference),
    JOB_NAME("job.position", title),
    JOB_NAME("job.role", title),
    JOB_NAME("job.name", title),
    JOB_NAME("job.company", organization),
    JOB_NAME("job.employer", organization),
    JOB_NAME("job.organisation", organization),
    JOB_NAME("job.city", location),
    JOB_NAME("job.place", location),
    JOB_NAME("job.number", reference),
    JOB_NAME("job.id", reference),
    JOB_NAME("job.ref", reference),
#undef JOB_NAME
};
enum { JOB_FACTS = 4, JOB_NAMES = sizeof job_names / sizeof *job_names };

/* The name of ours for what was typed; its own when there is none. */
static struct str
job_name_of(struct str typed, size_t *fact)
{
    struct str names[JOB_NAMES];
    for (size_t i = 0; i < JOB_NAMES; i++)
        names[i] = job_names[i].name;
    size_t found = JOB_NAMES;
    for (size_t i = 0; i < JOB_NAMES && found == JOB_NAMES; i++)
        if (str_equal_nocase(typed, names[i]))
            found = i;
    if (found == JOB_NAMES)
        found = str_nearest(typed, names, JOB_NAMES);
    if (found == SIZE_MAX)
        return typed;
    for (size_t i = 0; i < JOB_FACTS; i++)
        if (job_names[i].offset == job_names[found].offset)
            *fact = i;
    return job_names[*fact].name;
}

/* The letter that a text stands in, or NULL. */
static struct letter *
letter_around(struct decoder *decoder, const struct node *node)
{
    struct candidate *candidate = decoder->candidate;
    struct letter *letter = &candidate->letter;
    if (letter->node && span_holds(letter->node->span, node->span))
        return letter;
    for (size_t i = 0; i < candidate->variants.count; i++) {
        letter = &candidate->variants.at[i].letter;
        if (letter->node && span_holds(letter->node->span, node->span))
            return letter;
    }
    return NULL;
}

static void
report_job_name(struct prose_context *context, struct str name,
                struct str meant, bool is_known)
{
    struct finding *finding =
        finding_add(context->decoder->findings, CODE_T110,
                    span_of_placeholder(context, name),
                    is_known ? "There is no posting to take `{%.*s}` from."
                             : "A posting has no `{%.*s}`.",
                    STR_ARG(name));
    if (is_known)
        finding_help(finding, "Add --job POSTING, or write it yourself.");
    else if (str_equal(meant, name))
        finding_help(finding, "There are {job.title}, {job.organization}, "
                              "{job.location} and {job.reference}.");
    else
        finding_help(finding, "Did you mean `{%.*s}`?", STR_ARG(meant));
}

/* Never the braces: what is not known leaves a gap, and the letter waits. */
static void
find_job_fact(struct prose_context *context, struct str name, struct str *value)
{
    struct decoder *decoder = context->decoder;
    struct letter *letter = letter_around(decoder, context->node);
    size_t fact = 0;
    struct str meant = job_name_of(name, &fact);
    bool is_known = str_equal_nocase(meant, name);
    *value = (struct str){NULL, 0};
    if (is_known)
        *value = *(const struct str *)((const char *)&decoder->candidate->job +
                                       job_names[fact].offset);
    if (value->len)
        return;
    *value = STR("\xe2\x80\xa6"); /* an ellipsis */
    if (letter)
        *list_add(decoder->arena, &letter->gaps) =
            (struct letter_gap){is_known ? meant : STR(""),
                                span_of_placeholder(context, name)};
    if (!letter || !is_known)
        report_job_name(context, name, meant, is_known);
}

static bool
is_of_job(const struct decoder *decoder, struct str name)
{
    return name.len > 4 &&
           str_equal_nocase(str_slice(name, 0, 4), STR("job.")) &&
           !candidate_metric(decoder->candidate, STR("job"));
}

static bool
find_placeholder(void *opaque, struct str name, struct str *value)
{
    struct prose_context *context = opaque;
    struct decoder *decoder = context->decoder;
    enum metric_field field;
    struct str rest = name, id = str_cut(&rest, '.');
    if (str_is(name, "years")) {
        *value = str_format(decoder->arena, "%d", decoder->candidate->years);
        return true;
    }
    if (is_of_job(decoder, name)) {
        find_job_fact(context, name, value);
        return true;
    }
    const struct metric *metric = candidate_metric(decoder->candidate, id);
    if (!metric || !find_figure(rest, &field))
        return false;
    if (is_out_of_sight(context, metric, name)) {
        *value = STR("(withheld)");
        return true;
    }
    struct metric masked = *metric;
    metric_mask(decoder->arena, &masked, decoder->audience);
    *value = metric_print(decoder->arena, decoder->candidate->locale, &masked,
                          field);
    if (value->len)
        return true;
    if (!metric->confidential.value)
        return false;
    report_confidential(context, name);
    *value = STR("(confidential)");
    return true;
}

static bool
nearest_id(struct decoder *decoder, struct str wrong, struct str *id)
{
    const struct metric_index *index = decoder->candidate->metric_index;
    if (candidate_metric(decoder->candidate, wrong)) {
        *id = wrong;
        return true;
    }
    if (!decoder->nearest_left)
        return false;
    decoder->nearest_left--;
    struct str *ids = ARENA_ARRAY(decoder->arena, index->count, struct str);
    for (size_t i = 0; i < index->count; i++)
        ids[i] = index->at[i].id;
    size_t nearest = str_nearest(wrong, ids, index->count);
    if (nearest == SIZE_MAX)
        return false;
    *id = ids[nearest];
    return true;
}

/* "wiat.after" for "wait.after"; a record without a figure has no help. */
static bool
nearest_placeholder(void *opaque, struct str wrong, struct str *name)
{
    struct prose_context *context = opaque;
    struct decoder *decoder = context->decoder;
    struct str rest = wrong, typed = str_cut(&rest, '.'), id;
    const struct str years = STR_INIT("years");
    enum metric_field field;
    if (!rest.len) {
        *name = years;
        return str_nearest(wrong, &years, 1) == 0;
    }
    if (!nearest_id(decoder, typed, &id))
        return false;
    if (!find_figure(rest, &field)) {
        size_t nearest = str_nearest(rest, figures, FIGURES);
        if (nearest == SIZE_MAX)
            return false;
        field = (enum metric_field)nearest;
    }
    *name = str_format(decoder->arena, "%.*s.%.*s", STR_ARG(id),
                       STR_ARG(figures[field]));
    return !str_equal(*name, wrong);
}

/* ---- plain text --------------------------------------------------------- */

static void
report_unknown(struct prose_context *context, struct str name)
{
    struct str near = {0};
    struct finding *finding =
        finding_add(context->decoder->findings, CODE_T110,
                    span_of_placeholder(context, name),
                    "Nothing is known as `{%.*s}`; it would be printed just "
                    "so.",
                    STR_ARG(name));
    if (nearest_placeholder(context, name, &near))
        finding_help(finding, "Did you mean `{%.*s}`?", STR_ARG(near));
    else
        finding_help(finding, "Write the value itself, or give the metric "
                              "record the `id` that stands before the dot.");
}

/* Braces that hold no name, such as {a b}, are text. */
static struct str
fill_text(struct prose_context *context, struct str s)
{
    struct buf out = buf_new(context->decoder->arena);
    for (size_t at = 0; at < s.len;) {
        struct str name = {0}, value = {0};
        size_t end = s.at[at] == '{' ? placeholder_end(s, at, &name) : at;
        if (end == at) {
            buf_add_byte(&out, s.at[at++]);
            continue;
        }
        if (find_placeholder(context, name, &value)) {
            buf_add(&out, value);
        } else {
            report_unknown(context, name);
            buf_add(&out, str_slice(s, at, end));
        }
        at = end;
    }
    return buf_str(&out);
}

static void
fill_texts(struct decoder *decoder, struct prose_context *context)
{
    for (size_t i = 0; i < decoder->texts.count; i++) {
        struct text *text = decoder->texts.at[i];
        context->node = text->node;
        text->s = fill_text(context, text->s);
    }
}

/* What turned out to be ids is no text. */
static void
drop_ids(struct case_study *study)
{
    if (study->balancing_ref.count)
        study->balancing = (struct prose){0};
    for (size_t i = 0; i < study->results.count; i++) {
        struct highlight *result = &study->results.at[i];
        const struct node *node = result->item.node;
        if (node && node->kind == NODE_SCALAR && result->ref.count)
            result->text = (struct prose){0};
    }
}

void
decoder_read_prose(struct decoder *decoder)
{
    struct prose_context context = {decoder, NULL};
    const struct placeholders placeholders = {&context, find_placeholder,
                                              nearest_placeholder};
    fill_texts(decoder, &context);
    for (size_t i = 0; i < decoder->prose.count; i++) {
        const struct waiting_prose *waiting = &decoder->prose.at[i];
        const struct prose_options options = {waiting->one_line, &placeholders};
        context.node = waiting->node;
        *waiting->slot = markdown_read(decoder->arena, decoder->findings,
                                       waiting->node, &options);
    }
    for (size_t i = 0; i < decoder->cases.count; i++)
        drop_ids(decoder->cases.at[i]);
}
