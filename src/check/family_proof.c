/* A101 to A106: samples, endorsements, media. */
#include "rule.h"

/* ---- who is asked ------------------------------------------------------ */

/* A variant of that kind; else a file that holds more than one thing that only
   a portfolio shows: one who begins with one case is not asked for more. */
static bool
wants_portfolio(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    bool only_resumes = candidate->variants.count > 0;
    for (size_t i = 0; i < candidate->variants.count; i++) {
        const struct choice *output = &candidate->variants.at[i].output;
        if (output->value == OUTPUT_PORTFOLIO)
            return true;
        only_resumes &= output->value == OUTPUT_RESUME;
    }
    size_t signs =
        candidate->case_studies.count + (candidate->work_samples.count > 0) +
        (candidate->testimonials.count > 0) + (candidate->multimedia.count > 0);
    return !only_resumes && signs >= 2;
}

/* Asks once for a section that is absent. */
static void
ask_for(struct check *check, enum code code, const char *key,
        const char *message, const char *help)
{
    const struct node *root = check->candidate->node;
    const struct node_pair *pair = node_find_pair(root, str_from(key));
    struct span span = pair ? pair->key_span
                            : (struct span){root->span.source, root->span.from,
                                            root->span.from};
    struct finding *finding =
        finding_add(check->findings, code, span, "%s", message);
    finding->path = str_from(key);
    finding_help(finding, "%s", help);
}

/* "a", "a and b", "a, b and c" */
struct missing {
    const char *at[8];
    size_t count;
};

static void
miss(struct missing *missing, bool is_absent, const char *what)
{
    if (is_absent)
        missing->at[missing->count++] = what;
}

static struct str
print_missing(struct arena *arena, const struct missing *missing)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < missing->count; i++) {
        if (i)
            buf_add_text(&out, i + 1 == missing->count ? " and " : ", ");
        buf_add_text(&out, missing->at[i]);
    }
    return buf_str(&out);
}

/* ---- A101, A102 -------------------------------------------------------- */

static bool
shows_communication(const struct work_sample *sample)
{
    int kind = sample->kind.value;
    return kind == SAMPLE_POLICY || kind == SAMPLE_PRESENTATION ||
           kind == SAMPLE_TRAINING || kind == SAMPLE_COMMUNICATION ||
           kind == SAMPLE_REPORT;
}

static void
samples_missing(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (!wants_portfolio(check))
        return;
    for (size_t i = 0; i < candidate->work_samples.count; i++)
        if (shows_communication(&candidate->work_samples.at[i]) ||
            !candidate->work_samples.at[i].kind.typed.node)
            return;
    ask_for(check, CODE_A101, "work_samples",
            "Add a work sample (policy, presentation or training material).",
            "work_samples: [{title: ..., kind: policy, audience: ..., "
            "authorship: sole, redacted: true}]");
}

static void
sample_unclear(struct check *check, const struct work_sample *sample)
{
    struct missing missing = {.count = 0};
    bool is_part = sample->authorship.value == AUTHORSHIP_CONTRIBUTOR;
    bool is_unclear = is_part || !sample->authorship.typed.s.len;
    miss(&missing, !sample->kind.typed.s.len, "kind");
    miss(&missing, !sample->audience_text.s.len, "audience");
    miss(&missing, !sample->authorship.typed.s.len, "authorship");
    miss(&missing, is_part && !sample->contribution.plain.len, "contribution");
    if (!missing.count)
        return;
    struct str name = sample->title.s.len ? sample->title.s : STR("the sample");
    struct finding *finding = finding_add(
        check->findings, CODE_A102,
        node_span(sample->title.node ? sample->title.node : sample->item.node),
        is_unclear ? "Say how \"%.*s\" is yours: add %.*s."
                   : "Complete work sample \"%.*s\": add %.*s.",
        STR_ARG(name), STR_ARG(print_missing(check->arena, &missing)));
    finding->path = sample->item.path;
    if (!sample->authorship.typed.s.len)
        finding_help(finding, "authorship: sole, lead or contributor");
    else if (is_part)
        finding_help(finding, "contribution: Wrote the chapter on scheduling.");
}

static void
samples_unclear(struct check *check)
{
    for (size_t i = 0; i < check->candidate->work_samples.count; i++)
        if (!check->candidate->work_samples.at[i].item.is_private.value)
            sample_unclear(check, &check->candidate->work_samples.at[i]);
}

/* ---- A103, A104 -------------------------------------------------------- */

static void
quotes_missing(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (wants_portfolio(check) && !candidate->testimonials.count &&
        !candidate->testimonials_policy.value)
        ask_for(check, CODE_A103, "testimonials",
                "Ask a supervisor or colleague for an endorsement.",
                "or write testimonials_policy: none; nothing is asked again");
}

static void
quote_parts(struct check *check, const struct testimonial *quote)
{
    struct missing missing = {.count = 0};
    int relation = quote->relationship.value;
    bool is_patient =
        relation == RELATIONSHIP_PATIENT || relation == RELATIONSHIP_FAMILY;
    bool is_unnamed = quote->attribution.value == ATTRIBUTION_NONE;
    miss(&missing, !quote->author.s.len && !is_unnamed, "author");
    miss(&missing, !quote->title.s.len && !is_patient, "title");
    miss(&missing, !quote->relationship.typed.s.len, "relationship");
    miss(&missing, !quote->date.typed.s.len, "date");
    if (!missing.count)
        return;
    struct str author = quote->author.s;
    struct finding *finding = finding_add(
        check->findings, CODE_A104,
        node_span(quote->author.node ? quote->author.node : quote->quote.node),
        "Complete the endorsement%s%.*s: %.*s.", author.len ? " by " : "",
        STR_ARG(author), STR_ARG(print_missing(check->arena, &missing)));
    finding->path = quote->item.path;
    finding_help(finding, "title: Director, relationship: supervisor, "
                          "date: 2024-11");
}

static void
quotes_incomplete(struct check *check)
{
    for (size_t i = 0; i < check->candidate->testimonials.count; i++)
        if (!check->candidate->testimonials.at[i].item.is_private.value)
            quote_parts(check, &check->candidate->testimonials.at[i]);
}

static size_t
count_words(const struct tokens *tokens)
{
    size_t words = 0;
    for (size_t i = 0; i < tokens->count; i++)
        words += tokens->at[i].kind != TOKEN_SYMBOL &&
                 (i == 0 || tokens->at[i].space_before);
    return words;
}

/* Something that was done or seen, or a figure. */
static bool
names_change(const struct tokens *tokens)
{
    static const uint64_t seen =
        LEXICON_BIT(VERB_DOWN) | LEXICON_BIT(VERB_UP) | LEXICON_BIT(VERB_MOVE) |
        LEXICON_BIT(VERB_REACH) | LEXICON_BIT(VERB_MONEY) |
        LEXICON_BIT(VERB_ACTIVITY) | LEXICON_BIT(VERB_ACHIEVE) |
        LEXICON_BIT(SPELLED) | LEXICON_BIT(KPI);
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->at[i].kind == TOKEN_NUMBER || tokens->at[i].classes & seen)
            return true;
    return false;
}

/* Praise and nothing that was done or seen. */
static bool
is_empty_praise(const struct tokens *tokens)
{
    size_t term, praise = 0, shortest = 25;
    if (names_change(tokens))
        return false;
    for (size_t i = 0; i < tokens->count; i++) {
        praise += lexicon_match(tokens, i, LEXICON_PRAISE, &term) > 0;
    }
    return praise >= 1 && count_words(tokens) <= shortest;
}

static void
quote_length(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    size_t words = count_words(tokens);
    int most = (int)check_param(check, CODE_A104, "max_words");
    int least = (int)check_param(check, CODE_A104, "min_words");
    struct finding *finding = NULL;
    if (words > (size_t)most) {
        finding = check_on_text(check, CODE_A104, text, 0, text->plain.len,
                                "Shorten the quote: it has %zu words, %d are "
                                "read.",
                                words, most);
        finding_help(finding, "keep the one change the person saw; mark what "
                              "you leave out with [...]");
    } else if (words < (size_t)least &&
               !(words * 2 > (size_t)least && names_change(tokens))) {
        finding = check_on_text(check, CODE_A104, text, 0, text->plain.len,
                                "Ask for a longer quote: %zu word%s name no "
                                "change.",
                                words, words == 1 ? "" : "s");
        finding_help(finding, "\"Ended mandatory overtime in one quarter and "
                              "kept everybody.\"");
    } else if (is_empty_praise(tokens)) {
        finding = check_on_text(check, CODE_A104, text, 0, text->plain.len,
                                "Ask for one concrete change the person saw.");
        finding->severity = SEVERITY_HINT;
        finding_help(finding, "\"Ended mandatory overtime in one quarter and "
                              "kept everybody.\"");
    }
}

static void
judge_quote(struct check *check, const struct check_text *text)
{
    if (str_is(str_from(text->in.field->key), "quote") &&
        !text->in.item->is_private.value)
        quote_length(check, text);
}

/* All from above, or all from colleagues: one side of a person. */
static void
one_relation(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (candidate->testimonials.count < 2)
        return;
    const struct testimonial *first = &candidate->testimonials.at[0];
    if (first->relationship.value <= 0)
        return;
    for (size_t i = 1; i < candidate->testimonials.count; i++)
        if (candidate->testimonials.at[i].relationship.value !=
            first->relationship.value)
            return;
    struct finding *finding = finding_add(
        check->findings, CODE_A104, node_span(first->relationship.typed.node),
        "Add a voice of another kind; all quotes are of a %.*s.",
        STR_ARG(first->relationship.typed.s));
    finding->path = STR("testimonials");
    finding->severity = SEVERITY_HINT;
    finding_help(finding, "a supervisor, a peer and somebody you led see "
                          "three sides of the work");
}

/* ---- A105, A106 -------------------------------------------------------- */

static void
media_missing(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (wants_portfolio(check) && !candidate->multimedia.count &&
        !candidate->multimedia_policy.value)
        ask_for(check, CODE_A105, "multimedia",
                "Consider a video introduction or recorded talk.",
                "or write multimedia_policy: none; nothing is asked again");
}

/* Slides and papers have neither length nor sound. */
static bool
is_document(const struct multimedia *medium)
{
    static const char *const endings[] = {".pdf",  ".ppt", ".pptx",
                                          ".docx", ".key", NULL};
    struct str name = medium->file.s.len ? medium->file.s : medium->url.s;
    for (size_t i = 0; endings[i]; i++) {
        struct str ending = str_from(endings[i]);
        if (name.len > ending.len &&
            str_equal_nocase(str_slice(name, name.len - ending.len, name.len),
                             ending))
            return true;
    }
    return false;
}

static void
miss_sound(struct missing *missing, const struct multimedia *medium)
{
    if (is_document(medium))
        return;
    bool is_heard_only = medium->kind.value == MEDIA_PODCAST;
    miss(missing, !medium->duration.s.len, "duration");
    miss(missing,
         !medium->transcript.s.len &&
             (is_heard_only || !medium->captions.value),
         is_heard_only ? "transcript" : "captions or transcript");
}

static void
media_parts(struct check *check, const struct multimedia *medium)
{
    struct missing missing = {.count = 0};
    int kind = medium->kind.value;
    if (kind >= MEDIA_VIDEO_INTRO && kind <= MEDIA_WEBINAR)
        miss_sound(&missing, medium);
    if (kind == MEDIA_TALK && !medium->event.s.len && !medium->date.typed.s.len)
        miss(&missing, true, "event or date");
    miss(&missing, kind == MEDIA_IMAGE && !medium->alt.s.len, "alt");
    if (!missing.count)
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_A106,
        node_span(medium->title.node ? medium->title.node : medium->item.node),
        "Complete medium \"%.*s\": %.*s.", STR_ARG(medium->title.s),
        STR_ARG(print_missing(check->arena, &missing)));
    finding->path = medium->item.path;
    if (kind == MEDIA_IMAGE)
        finding_help(finding, "alt: Whiteboard with the huddle agenda");
    else if (!medium->duration.s.len)
        finding_help(finding, "duration: \"00:01:20\", captions: true");
}

static void
intro_length(struct check *check, const struct multimedia *medium)
{
    int most = (int)check_param(check, CODE_A106, "max_intro_seconds");
    if (medium->kind.value != MEDIA_VIDEO_INTRO || medium->seconds <= most)
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_A106, node_span(medium->duration.node),
        "Shorten the introduction: it runs %d seconds, %d are "
        "watched.",
        (int)medium->seconds, most);
    finding->path = medium->item.path;
    finding_help(finding, "sixty to ninety seconds: who you are and one "
                          "result");
}

static void
media_incomplete(struct check *check)
{
    for (size_t i = 0; i < check->candidate->multimedia.count; i++) {
        media_parts(check, &check->candidate->multimedia.at[i]);
        intro_length(check, &check->candidate->multimedia.at[i]);
    }
}

const struct rule rules_proof[] = {
    {.code = CODE_A101, .document = samples_missing, .any_language = true},
    {.code = CODE_A102, .document = samples_unclear, .any_language = true},
    {.code = CODE_A103, .document = quotes_missing, .any_language = true},
    {.code = CODE_A104,
     .document = quotes_incomplete,
     .any_language = true,
     .params = {{"max_words", 80}, {"min_words", 8}}},
    {.code = CODE_A104, .text = judge_quote, .uses = TEXT_QUOTE},
    {.code = CODE_A104, .document = one_relation, .any_language = true},
    {.code = CODE_A105, .document = media_missing, .any_language = true},
    {.code = CODE_A106,
     .document = media_incomplete,
     .any_language = true,
     .params = {{"max_intro_seconds", 120}}},
    {.document = NULL},
};
