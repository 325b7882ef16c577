/* L102 to L104: credentials and employers that a letter names. */
#include "credentials.h"
#include "letters.h"

/* ---- L102 ---------------------------------------------------------------- */

/* On the way to it, or asked for by somebody else. */
static const char not_held[] =
    "pursuing pursue toward towards studying study preparing prepare plan "
    "planning progress expect expected enrolled candidate sit sitting will "
    "require requires required prefer preferred ask asks seek seeks looking "
    "your you team staff colleagues nurses supervised mentored led program "
    "programs exam chapter student";

/* Words before a credential that claim it. */
static const char claims[] = "hold holding earned am my certified licensed "
                             "completed received a an as";

static bool
entry_says(const struct check *check, const struct pack_credential *known)
{
    static const char *const places[] = {
        "certifications", "education", "memberships", "awards",
        "custom",         "basics",    "development"};
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        for (size_t p = 0; p < sizeof places / sizeof *places; p++)
            if (str_starts(text->in.item->path, str_from(places[p])) &&
                ((known->abbr.len &&
                  holds_word(text->plain, pack_str(known->abbr))) ||
                 str_holds_nocase(text->plain, pack_str(known->name))))
                return true;
    }
    return false;
}

static enum standing
standing_of(struct check *check, const struct pack_credential *known,
            bool *found)
{
    const struct credentials *all = check_credentials(check);
    enum standing best = STANDING_ENDED;
    *found = false;
    for (size_t i = 0; i < all->held.count; i++)
        if (all->held.at[i].known == known) {
            if (!*found || all->held.at[i].standing == STANDING_HELD)
                best = all->held.at[i].standing;
            *found = true;
        }
    for (size_t i = 0; i < all->learned.count; i++)
        for (size_t d = 0; d < all->learned.at[i].degrees.count; d++)
            if (all->learned.at[i].degrees.at[d] == known) {
                if (!*found || all->learned.at[i].standing == STANDING_HELD)
                    best = all->learned.at[i].standing;
                *found = true;
            }
    return best;
}

static void
tell_credential(struct check *check, const struct check_text *text, size_t from,
                size_t to, const struct pack_credential *known)
{
    static const char *const whats[] = {
        [STANDING_HELD] = "",
        [STANDING_COMING] = "it is not earned yet",
        [STANDING_ENDED] = "it is held no longer"};
    bool found;
    enum standing standing = standing_of(check, known, &found);
    if ((found && standing == STANDING_HELD) ||
        (!found && entry_says(check, known)))
        return;
    struct str words = str_slice(text->plain, from, to);
    struct finding *finding = check_on_text(
        check, CODE_L102, text, from, to, "The letter claims \"%.*s\"; %s.",
        STR_ARG(words),
        found ? whats[standing] : "the file has no such credential");
    if (found && standing == STANDING_COMING)
        finding_help(finding,
                     "say when it is expected: \"%.*s, expected "
                     "June\"",
                     STR_ARG(words));
    else if (found)
        finding_help(finding, "renew it, or leave it out of the letter");
    else
        finding_help(finding, "add it under certifications or education, or "
                              "leave it out");
}

/* Letters of a credential at token i; NULL when they are none. */
static const struct pack_credential *
letters_at(const struct check *check, const struct tokens *tokens, size_t i,
           size_t *end)
{
    size_t count;
    const struct pack_credential *all = pack_credentials(check->pack, &count);
    size_t from = tokens->at[i].from;
    if (!tokens->at[i].capital)
        return NULL;
    for (size_t k = 0; k < count; k++) {
        struct str abbr = pack_str(all[k].abbr);
        size_t to = from + abbr.len;
        if (abbr.len < 2 || to > tokens->text.len ||
            !str_equal(str_slice(tokens->text, from, to), abbr) ||
            (to < tokens->text.len && (ascii_is_alnum(tokens->text.at[to]) ||
                                       tokens->text.at[to] == '-')))
            continue;
        *end = to;
        return &all[k];
    }
    return NULL;
}

static bool
is_claimed(const struct tokens *tokens, size_t i)
{
    enum { REACH = 4 };
    size_t from, to;
    letter_sentence(tokens, i, &from, &to);
    size_t left = i > from + REACH ? i - REACH : from;
    return letter_says(tokens, from, to, "I my I'm") &&
           letter_says(tokens, left, i, claims) &&
           !letter_says(tokens, from, to, not_held);
}

void
letter_credentials(struct check *check, const struct check_text *text)
{
    if (!letter_is_paragraph(text))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i < tokens->count; i++) {
        size_t end = 0;
        const struct pack_credential *known =
            tokens->at[i].kind == TOKEN_WORD && is_claimed(tokens, i)
                ? letters_at(check, tokens, i, &end)
                : NULL;
        if (known)
            tell_credential(check, text, tokens->at[i].from, end, known);
    }
}

/* ---- L103, L104 ---------------------------------------------------------- */

static bool
is_name_of_file(const struct check *check, struct str name)
{
    static const char *const keys[] = {
        "organization", "institution", "aliases", "issuer", "provider",
        "publisher",    "awarder",     "name",    "title",  "label"};
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        struct str key = str_from(text->in.field->key);
        if (str_is(str_from(text->in.shape->name), "recipient"))
            continue;
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            if (str_is(key, keys[k]) &&
                letter_same_name(check, name, text->plain))
                return true;
    }
    return false;
}

/* The organization that the letter of this paragraph goes to, else that of the
   posting; or empty. */
static struct str
recipient_of(const struct check *check, const struct check_text *text)
{
    const struct letter *letter = text->in.map;
    if (letter->recipient.organization.s.len)
        return letter->recipient.organization.s;
    return check->candidate->job.organization;
}

static bool
has_organization_word(const struct check *check, struct str name)
{
    static const char *const words[] = {
        "Hospital",    "Hospitals",  "Clinic", "Clinics",    "Medical",
        "Health",      "Healthcare", "Center", "Centre",     "University",
        "College",     "Services",   "Group",  "Inc",        "LLC",
        "Corporation", "Systems",    "School", "Foundation", "Bank"};
    (void)check;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (holds_word(name, str_from(words[i])))
            return true;
    return false;
}

static void
tell_recipient(struct check *check, const struct check_text *text, size_t from,
               size_t to, struct str recipient)
{
    struct finding *finding = check_on_text(
        check, CODE_L104, text, from, to,
        "The letter goes to \"%.*s\" and speaks of \"%.*s\" as where you want "
        "to be.",
        STR_ARG(recipient), STR_ARG(str_slice(text->plain, from, to)));
    finding_help(finding, "a name left over from another letter? Write "
                          "{job.organization}, or the right name");
}

static void
tell_employer(struct check *check, const struct check_text *text, size_t from,
              size_t to)
{
    struct finding *finding = check_on_text(
        check, CODE_L103, text, from, to,
        "\"%.*s\" is no employer, school or project of this file.",
        STR_ARG(str_slice(text->plain, from, to)));
    finding_help(finding, "name it as `experience` does, or add `aliases: "
                          "[...]` there");
}

static const char wishes[] =
    "join joining opening opportunity vacancy apply applying candidacy "
    "application interest interested contribute contributing advertised "
    "posted position role post excited eager bring serve";
static const char works[] =
    "worked working led managed ran directed served years time career employed "
    "started built opened cut raised reduced grew was have been currently";

/* A name behind "at", "for", "with", "join": whose is it? */
static void
judge_name(struct check *check, const struct check_text *text,
           const struct tokens *tokens, size_t i, size_t end)
{
    size_t from, to;
    struct str name =
        str_slice(text->plain, tokens->at[i].from, tokens->at[end - 1].to);
    struct str recipient = recipient_of(check, text);
    letter_sentence(tokens, i, &from, &to);
    bool is_wish = letter_says(tokens, i > from + 8 ? i - 8 : from, i, wishes);
    bool is_work = letter_says(tokens, from, to, works) &&
                   letter_says(tokens, from, to, "I my we our");
    if (!has_organization_word(check, name) ||
        (recipient.len && letter_same_name(check, name, recipient)) ||
        is_name_of_file(check, name))
        return;
    if (is_wish && recipient.len)
        tell_recipient(check, text, tokens->at[i].from, tokens->at[end - 1].to,
                       recipient);
    else if (!is_wish && is_work)
        tell_employer(check, text, tokens->at[i].from, tokens->at[end - 1].to);
}

void
letter_employers(struct check *check, const struct check_text *text)
{
    if (!letter_is_paragraph(text))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 1; i < tokens->count; i++) {
        size_t start = i;
        if (!letter_says(tokens, i - 1, i, "at for with to join joining from"))
            continue;
        if (token_is(tokens, i, "the"))
            start = i + 1;
        size_t end =
            start < tokens->count ? letter_name_end(tokens, start) : start;
        if (end > start)
            judge_name(check, text, tokens, start, end);
    }
}
