/*
 * P108 and P109: what an employer must not ask for, and what belongs to an
 * employer alone. Words are in the pack's privacy.yaml.
 */
#include "privacy.h"

static const struct lexicon_term *
term_at(const struct tokens *tokens, enum lexicon_list list, size_t term)
{
    size_t count;
    return &lexicon_terms(tokens->pack, list, &count)[term];
}

static bool
holds(const struct tokens *tokens, enum lexicon_list list)
{
    size_t term;
    for (size_t i = 0; i < tokens->count; i++)
        if (lexicon_match(tokens, i, list, &term))
            return true;
    return false;
}

/* ---- P108: protected attributes ------------------------------------------ */

/* Where people write about themselves: what they tell of their work has
   patients, customers and students of every age and faith. */
static bool
is_about_oneself(const struct check_text *text)
{
    struct str section = text->in.item->path;
    return (text->uses & (TEXT_BASICS | TEXT_VARIANT) &&
            text->uses & TEXT_SENTENCES) ||
           str_is(str_from(text->in.field->key), "headline") ||
           str_starts(section, STR("custom"));
}

/* "a 95-year-old hospital" is not the person; "42 years old" is. */
static bool
is_own_age(const struct tokens *tokens, size_t i, size_t length)
{
    size_t term;
    if (i == 0)
        return false;
    bool joined = token_is_symbol(tokens, i - 1, '-');
    if (tokens->at[i - 1 - (joined && i > 1)].kind != TOKEN_NUMBER)
        return false;
    for (size_t at = i + length; at < tokens->count && at < i + length + 4;
         at++)
        if (lexicon_match(tokens, at, LEXICON_FACILITY, &term))
            return false;
    return true;
}

void
privacy_attributes(struct check *check, const struct check_text *text)
{
    if (!is_about_oneself(text))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    size_t term, length, found = 0;
    for (size_t i = 0; i < tokens->count && found < FINDINGS_PER_TEXT;
         i += length ? length : 1) {
        length = lexicon_match(tokens, i, LEXICON_PROTECTED, &term);
        if (!length)
            continue;
        const struct lexicon_term *word =
            term_at(tokens, LEXICON_PROTECTED, term);
        bool is_age = str_is(term_group(word), "number");
        if ((is_age && !is_own_age(tokens, i, length)) ||
            (!found && holds(tokens, LEXICON_PROTECTED_ALLOWED)))
            continue;
        found++;
        struct finding *finding =
            check_on_text(check, CODE_P108, text, tokens->at[i].from,
                          tokens->at[i + length - 1].to,
                          "Remove your %.*s; US resumes leave it out.",
                          STR_ARG(term_advice(word)));
        finding_help(finding, "an employer must not ask for it, and some "
                              "discard what mentions it");
    }
}

/* Elsewhere a photograph may be usual. */
static bool
is_american(const struct candidate *candidate)
{
    struct str language = candidate->printed_language;
    struct str country = candidate->basics.location.country_code.s;
    return (str_equal(language, STR("en")) ||
            str_ends(language, STR("-US"))) &&
           (str_is_empty(country) || str_equal_nocase(country, STR("US")));
}

static const struct node *
node_below(const struct node *map, const char *key)
{
    return map && map->kind == NODE_MAP ? node_get(map, key) : NULL;
}

/* Where the portrait is asked for on the resume; NULL where it is not. */
static const struct node *
photo_on_resume(const struct candidate *candidate)
{
    static const struct str noes[] = {STR_INIT("no"), STR_INIT("false"),
                                      STR_INIT("off")};
    const struct node *layout = candidate->layout;
    const struct node *own = node_below(layout, "resume");
    const struct node *photo =
        node_below(node_below(own ? own : layout, "head"), "photo");
    if (!photo)
        photo = node_below(node_below(layout, "head"), "photo");
    if (!photo || photo->kind != NODE_SCALAR)
        return NULL;
    for (size_t i = 0; i < sizeof noes / sizeof *noes; i++)
        if (str_equal_nocase(photo->text, noes[i]))
            return NULL;
    return photo;
}

/* With consent it stands in the portfolio; on a resume it is asked for. */
static void
portrait_on_resume(struct check *check)
{
    const struct node *photo = photo_on_resume(check->candidate);
    if (!photo)
        return;
    struct finding *finding =
        finding_add(check->findings, CODE_P108, photo->span,
                    "Leave the photo off the resume; US resumes have none.");
    finding->path = STR("layout.head.photo");
    finding_help(finding, "the portfolio keeps it. Elsewhere it may be usual: "
                          "say where you are with country_code");
}

void
privacy_portrait(struct check *check)
{
    const struct basics *basics = &check->candidate->basics;
    if (!basics->image.node || !is_american(check->candidate))
        return;
    if (basics->image_consent.value) {
        portrait_on_resume(check);
        return;
    }
    struct finding *finding = privacy_on_node(
        check, CODE_P108, basics->image.node, STR("basics.image"),
        "Remove the photo; US resumes leave it out.");
    finding_help(finding, "for the portfolio alone write: image_consent: "
                          "true");
}

/* ---- P109: an employer's own --------------------------------------------- */

static bool
is_sample(const struct check_text *text)
{
    return str_is(str_from(text->in.shape->name), "work sample");
}

/* "policy on confidential data" speaks of it, "Confidential: budget" is it: a
   mark stands first, last, in brackets, behind a sign, or in capitals. */
static bool
is_mark(const struct tokens *tokens, size_t i, size_t length)
{
    bool first = i == 0 || tokens->at[i - 1].kind == TOKEN_SYMBOL;
    size_t behind = i + length;
    bool last =
        behind == tokens->count || tokens->at[behind].kind == TOKEN_SYMBOL;
    return first || last || tokens->at[i].all_caps;
}

static void
mark_in_name(struct check *check, const struct check_text *text,
             const char *where)
{
    const struct tokens *tokens = check_tokens(check, text);
    size_t term, length;
    for (size_t i = 0; i < tokens->count; i += length ? length : 1) {
        length = lexicon_match(tokens, i, LEXICON_CONFIDENTIAL_ALLOWED, &term);
        if (length)
            continue;
        length = lexicon_match(tokens, i, LEXICON_CONFIDENTIAL_FILE, &term);
        if (!length || !is_mark(tokens, i, length))
            continue;
        struct str mark = str_slice(tokens->text, tokens->at[i].from,
                                    tokens->at[i + length - 1].to);
        struct finding *finding =
            check_on_text(check, CODE_P109, text, tokens->at[i].from,
                          tokens->at[i + length - 1].to,
                          "Clear this with the employer: the %s says \"%.*s\".",
                          where, STR_ARG(mark));
        finding_help(finding, "take out names, prices and data of people, "
                              "then write redacted: true");
        return;
    }
}

/* Of a sample that is not cleared its file tells enough. */
static bool
is_uncleared(const struct check_text *text)
{
    const struct work_sample *sample = text->in.map;
    return is_sample(text) && !sample->redacted.value &&
           !sample->is_public.value;
}

void
privacy_marks(struct check *check, const struct check_text *text)
{
    size_t term, length;
    if (text->uses & TEXT_SILENT ||
        (text->in.field->type == FIELD_PATH && is_uncleared(text)))
        return;
    if (text->in.field->type == FIELD_PATH ||
        str_is(str_from(text->in.field->key), "evidence")) {
        mark_in_name(check, text, "file name");
        return;
    }
    if (is_sample(text) && str_is(str_from(text->in.field->key), "title"))
        mark_in_name(check, text, "title");
    if (!(text->uses & TEXT_SENTENCES))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i < tokens->count; i++) {
        length = lexicon_match(tokens, i, LEXICON_CONFIDENTIAL, &term);
        if (!length)
            continue;
        struct str mark = str_slice(tokens->text, tokens->at[i].from,
                                    tokens->at[i + length - 1].to);
        struct finding *finding = check_on_text(
            check, CODE_P109, text, tokens->at[i].from,
            tokens->at[i + length - 1].to,
            "Clear this with the employer, or leave it out: \"%.*s\".",
            STR_ARG(mark));
        finding_help(finding, "say what kind of thing it was, without what "
                              "only the employer may tell");
        return;
    }
}

void
privacy_samples(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->work_samples.count; i++) {
        const struct work_sample *sample = &candidate->work_samples.at[i];
        bool is_private =
            sample->item.is_private.given && sample->item.is_private.value;
        if (!sample->file.s.len || sample->redacted.value ||
            sample->is_public.value || is_private)
            continue;
        struct finding *finding = privacy_on_node(
            check, CODE_P109, sample->file.node, sample->item.path,
            "Clear or redact \"%.*s\".", STR_ARG(sample->title.s));
        finding_help(finding, "then write redacted: true; for what anybody "
                              "can read already, public: true");
    }
}
