/*
 * P: what would tell of a patient, of somebody else, of private life or of an
 * employer's secrets. Here: the table, quotes and pictures of people (P106,
 * P110); the other rules are in family_privacy_*.c.
 */
#include "privacy.h"

/* ---- findings ------------------------------------------------------------ */

static bool
is_error_by_nature(enum code code)
{
    return code_entry(code)->severity == SEVERITY_ERROR;
}

static void
withhold(struct check *check, enum code code, const struct node *node,
         struct span span, struct str path)
{
    struct arena *arena = findings_arena(check->findings);
    if (!check->withheld || !node ||
        findings_is_ignored_at(check->findings, code, span))
        return;
    *list_add(arena, check->withheld) =
        (struct check_withheld){node, code, str_copy(arena, path)};
}

static struct finding *
add_on_text(struct check *check, enum code code, const struct check_text *text,
            struct span span, struct str message)
{
    struct finding *finding =
        finding_add(check->findings, code, span, "%.*s", STR_ARG(message));
    finding->path = field_text_path(check->arena, &text->in);
    finding->is_secret = true;
    return finding;
}

struct finding *
privacy_on_text(struct check *check, enum code code,
                const struct check_text *text, size_t from, size_t to,
                const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(check->arena, format, args);
    va_end(args);
    struct span span = check_text_span(check, text, from, to);
    if (is_error_by_nature(code))
        withhold(check, code, field_text_node(&text->in), span,
                 text->bullet ? text->bullet->path
                              : field_text_path(check->arena, &text->in));
    return add_on_text(check, code, text, span, message);
}

struct finding *
privacy_ask(struct check *check, enum code code, const struct check_text *text,
            size_t from, size_t to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(check->arena, format, args);
    va_end(args);
    struct span span = check_text_span(check, text, from, to);
    struct finding *finding = add_on_text(check, code, text, span, message);
    if (finding->severity == SEVERITY_ERROR)
        finding->severity = SEVERITY_WARNING;
    return finding;
}

struct finding *
privacy_on_node(struct check *check, enum code code, const struct node *node,
                struct str path, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(check->arena, format, args);
    va_end(args);
    struct span span = node_span(node);
    struct finding *finding =
        finding_add(check->findings, code, span, "%.*s", STR_ARG(message));
    finding->path = path;
    return finding;
}

/* The entry is not shown. */
static struct finding *
on_entry(struct check *check, enum code code, const struct item *item,
         const struct node *at, struct str message)
{
    struct span span = node_span(at ? at : item->node);
    withhold(check, code, item->node, span, item->path);
    struct finding *finding =
        finding_add(check->findings, code, span, "%.*s", STR_ARG(message));
    finding->path = item->path;
    return finding;
}

static bool
is_kept_home(const struct item *item)
{
    return item->is_private.given && item->is_private.value;
}

/* ---- P106: patients and their families ----------------------------------- */

/* Whether the pack knows of people in somebody's care. */
static bool
has_patients(const struct check *check)
{
    size_t count;
    (void)lexicon_terms(check->pack, LEXICON_PATIENT_VOICE, &count);
    return count > 0;
}

static bool
is_person_word(const struct tokens *tokens, size_t i)
{
    size_t term;
    return lexicon_match(tokens, i, LEXICON_PERSON, &term) ||
           lexicon_match(tokens, i, LEXICON_KINSHIP, &term);
}

/* "Former patient", "Patient's daughter", "Mother of a patient"; but not
   "Patient Access Director" or "Chief Resident". */
static bool
is_patient_title(struct check *check, struct str title)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, title);
    size_t term, people = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        if (lexicon_match(&tokens, i, LEXICON_STAFF_WORD, &term))
            return false;
        people += is_person_word(&tokens, i) &&
                  (i + 1 == tokens.count || people || i == 0 ||
                   tokens.at[i + 1].kind == TOKEN_SYMBOL);
    }
    if (!tokens.count || token_is(&tokens, tokens.count - 1, "resident"))
        return people > 1;
    return is_person_word(&tokens, tokens.count - 1) ||
           token_is(&tokens, tokens.count - 1, "caregiver") ||
           token_is(&tokens, tokens.count - 1, "family");
}

static bool
speaks_as_patient(struct check *check, struct str quote)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, quote);
    size_t term;
    for (size_t i = 0; i < tokens.count; i++)
        if (lexicon_match(&tokens, i, LEXICON_PATIENT_VOICE, &term))
            return true;
    return false;
}

static bool
is_of_patient(struct check *check, const struct testimonial *quote)
{
    int relation = quote->relationship.value;
    struct str typed = quote->relationship.typed.s;
    if (relation == RELATIONSHIP_PATIENT || relation == RELATIONSHIP_FAMILY ||
        str_equal_nocase(typed, STR("caregiver")) ||
        str_equal_nocase(typed, STR("resident")))
        return true;
    if (!has_patients(check) ||
        (relation > RELATIONSHIP_UNKNOWN && relation != RELATIONSHIP_CLIENT))
        return false;
    return is_patient_title(check, quote->title.s) ||
           speaks_as_patient(check, quote->quote.plain);
}

static void
authorized_quotes(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->testimonials.count; i++) {
        const struct testimonial *quote = &candidate->testimonials.at[i];
        const struct consent *consent = &quote->consent;
        bool is_signed = consent->given.value && consent->evidence.node &&
                         date_is_given(&consent->date);
        if (is_signed || is_kept_home(&quote->item) ||
            candidate->testimonials_policy.value == 1 ||
            !is_of_patient(check, quote))
            continue;
        const struct node *at = quote->relationship.typed.node;
        if (!at)
            at = is_patient_title(check, quote->title.s) ? quote->title.node
                                                         : quote->quote.node;
        struct finding *finding = on_entry(
            check, CODE_P106, &quote->item, at,
            STR("Remove the quote, or record a written authorization."));
        finding_help(finding,
                     "consent: {given: true, date: %d-01-20, scope: "
                     "[portfolio], evidence: signed form in the file}",
                     check->today.year ? check->today.year : 2025);
        finding_help(finding, "the quote is not printed without it; results of "
                              "a survey say the same and name nobody");
    }
}

static void
authorized_pictures(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->multimedia.count; i++) {
        const struct multimedia *media = &candidate->multimedia.at[i];
        bool shows_people = media->kind.value == MEDIA_IMAGE;
        if (is_kept_home(&media->item) ||
            candidate->multimedia_policy.value == 1 ||
            media->patients.value == PATIENTS_NONE)
            continue;
        if (media->patients.value == PATIENTS_AUTHORIZED) {
            if (media->authorization.node)
                continue;
            finding_help(on_entry(check, CODE_P106, &media->item,
                                  media->patients.typed.node,
                                  STR("Remove the picture, or record a "
                                      "written authorization.")),
                         "authorization: signed form of 2025-01-20, kept by "
                         "the employer");
            continue;
        }
        if (!shows_people || !has_patients(check))
            continue;
        struct finding *finding = privacy_on_node(
            check, CODE_P106, media->title.node, media->item.path,
            "Say whether a patient is to be seen in \"%.*s\".",
            STR_ARG(media->title.s));
        if (finding->severity == SEVERITY_ERROR)
            finding->severity = SEVERITY_WARNING;
        finding_help(finding, "patients: none");
    }
}

/* ---- P105: numbers of certificates --------------------------------------- */

/* `private: false` prints it, `private: true` hides the whole: decided. */
static void
certificate_numbers(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->certifications.count; i++) {
        const struct certification *held = &candidate->certifications.at[i];
        struct str name = held->abbr.s.len ? held->abbr.s : held->name.s;
        if (!held->number.node || held->item.is_private.given)
            continue;
        struct finding *finding = privacy_on_node(
            check, CODE_P105, held->number.node, held->item.path,
            "Leave out the number of %.*s; give it on request.", STR_ARG(name));
        finding->is_secret = true;
        finding_help(finding, "verify_url: \"https://...\" lets a reader look "
                              "it up; `private: false` prints it");
    }
}

/* ---- P110: nobody is quoted without agreeing ----------------------------- */

static bool
covers_portfolio(const text_list *scope)
{
    for (size_t i = 0; i < scope->count; i++)
        if (str_is(scope->at[i].s, "portfolio"))
            return true;
    return false;
}

/* What is said around the author's name; NULL: nothing is missing. */
struct complaint {
    const char *before, *behind;
};

static const struct complaint *
missing_consent(const struct consent *consent)
{
    static const struct complaint unasked = {"Get and record consent from ",
                                             ", or drop the quote."};
    static const struct complaint refused = {"Drop the quote: ",
                                             " has not agreed to it."};
    static const struct complaint undated = {"Add the date on which ",
                                             " agreed."};
    static const struct complaint narrow = {
        "Ask ", " for a portfolio too: the consent does not cover it."};
    if (!consent->given.given)
        return &unasked;
    if (!consent->given.value)
        return &refused;
    if (!date_is_given(&consent->date))
        return &undated;
    return covers_portfolio(&consent->scope) ? NULL : &narrow;
}

static struct str
author_of(const struct testimonial *quote)
{
    if (quote->author.s.len && quote->author.s.len <= 60)
        return quote->author.s;
    return STR("the author");
}

static void
consented_quotes(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->testimonials.count; i++) {
        const struct testimonial *quote = &candidate->testimonials.at[i];
        const struct complaint *fault = missing_consent(&quote->consent);
        /* What a patient says is P106's. */
        if (!fault || is_kept_home(&quote->item) ||
            candidate->testimonials_policy.value == 1 ||
            is_of_patient(check, quote))
            continue;
        struct str author = author_of(quote);
        const struct node *at = quote->consent.node;
        if (!at)
            at = quote->author.node ? quote->author.node : quote->item.node;
        struct str message = str_format(check->arena, "%s%.*s%s", fault->before,
                                        STR_ARG(author), fault->behind);
        struct finding *finding =
            on_entry(check, CODE_P110, &quote->item, at, message);
        finding_help(finding,
                     "consent: {given: true, date: %d-01-20, scope: "
                     "[portfolio]}",
                     check->today.year ? check->today.year : 2025);
        finding_help(finding, "the quote is not printed without it");
    }
}

/* ---- the table ----------------------------------------------------------- */

const struct rule rules_privacy[] = {
    {.code = CODE_P101,
     .text = privacy_numbers,
     .uses = TEXT_ANY,
     .any_language = true},
    {.code = CODE_P102, .text = privacy_names, .uses = TEXT_ANY},
    {.code = CODE_P103, .text = privacy_days, .uses = TEXT_SENTENCES},
    {.code = CODE_P104, .text = privacy_places, .uses = TEXT_SENTENCES},
    {.code = CODE_P105, .document = certificate_numbers, .any_language = true},
    {.code = CODE_P106, .document = authorized_quotes, .any_language = true},
    {.code = CODE_P106, .document = authorized_pictures, .any_language = true},
    {.code = CODE_P107,
     .text = privacy_groups,
     .uses = TEXT_SENTENCES,
     .params = {{"min_cell", 11}}},
    {.code = CODE_P107, .text = privacy_single, .uses = TEXT_SENTENCES},
    {.code = CODE_P108, .text = privacy_attributes, .uses = TEXT_ANY},
    {.code = CODE_P108, .document = privacy_portrait, .any_language = true},
    {.code = CODE_P109, .text = privacy_marks, .uses = TEXT_ANY},
    {.code = CODE_P109, .document = privacy_samples, .any_language = true},
    {.code = CODE_P110, .document = consented_quotes, .any_language = true},
    {.code = CODE_P111,
     .text = privacy_pictures,
     .uses = TEXT_ADDRESS | TEXT_BASICS,
     .any_language = true},
    {.document = NULL},
};
