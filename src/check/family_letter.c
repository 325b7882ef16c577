/*
 * L: what a letter claims must stand in the file, and it must go to whom it
 * speaks. Figures, credentials and employers are judged in family_letter_*.c.
 */
#include "letters.h"

/* ---- sentences ----------------------------------------------------------- */

bool
letter_is_paragraph(const struct check_text *text)
{
    return text->in.prose &&
           str_is(str_from(text->in.field->key), "paragraphs");
}

static bool
ends_sentence(const struct tokens *tokens, size_t i)
{
    return token_is_symbol(tokens, i, '.') || token_is_symbol(tokens, i, '!') ||
           token_is_symbol(tokens, i, '?');
}

void
letter_sentence(const struct tokens *tokens, size_t i, size_t *from, size_t *to)
{
    *from = *to = i;
    while (*from > 0 && !ends_sentence(tokens, *from - 1))
        --*from;
    while (*to < tokens->count && !ends_sentence(tokens, *to))
        ++*to;
}

bool
letter_says(const struct tokens *tokens, size_t from, size_t to,
            const char *words)
{
    for (size_t i = from; i < to && i < tokens->count; i++) {
        struct str rest = str_from(words);
        while (rest.len)
            if (str_equal_nocase(token_text(tokens, i), str_cut(&rest, ' ')))
                return true;
    }
    return false;
}

bool
letter_is_own(const struct tokens *tokens, size_t from, size_t to)
{
    return letter_says(tokens, from, to, "I my me we our I've I'm");
}

/* ---- names --------------------------------------------------------------- */

size_t
letter_name_end(const struct tokens *tokens, size_t i)
{
    size_t end = i;
    for (size_t k = i; k < tokens->count; k++) {
        bool is_joint = letter_says(tokens, k, k + 1, "of the and for") ||
                        token_is_symbol(tokens, k, '&') ||
                        token_is_symbol(tokens, k, '-') ||
                        token_is_symbol(tokens, k, '\'');
        if (tokens->at[k].kind == TOKEN_WORD && tokens->at[k].capital &&
            !token_is(tokens, k, "I"))
            end = k + 1;
        else if (!is_joint || k == i || end < k)
            break;
    }
    return end;
}

/* Words that many organizations have. */
static bool
is_common(const struct check *check, struct str word)
{
    static const char *const common[] = {
        "health",   "healthcare", "hospital", "hospitals",    "medical",
        "medicine", "clinic",     "clinics",  "care",         "regional",
        "general",  "community",  "saint",    "memorial",     "national",
        "the",      "and",        "for",      "network",      "partners",
        "children", "family",     "global",   "international"};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (str_equal_nocase(word, str_from(common[i])))
            return true;
    return lexicon_term_of_word(check->pack, word, LEXICON_FACILITY) !=
           SIZE_MAX;
}

static struct str
next_word(struct str *rest)
{
    struct str word;
    do {
        word = str_trim(str_cut(rest, ' '));
        while (word.len && !ascii_is_alnum(word.at[word.len - 1]) &&
               (unsigned char)word.at[word.len - 1] < 0x80)
            word.len--;
    } while (!word.len && rest->len);
    return word;
}

bool
letter_same_name(const struct check *check, struct str a, struct str b)
{
    enum { LEAST = 3 };
    bool has_own = false;
    if (str_holds_nocase(a, b) || str_holds_nocase(b, a))
        return true;
    for (struct str rest = a; rest.len;) {
        struct str word = next_word(&rest);
        if (word.len < LEAST || is_common(check, word))
            continue;
        has_own = true;
        for (struct str others = b; others.len;)
            if (str_equal_nocase(word, next_word(&others)))
                return true;
    }
    return !has_own; /* nothing in it tells whose it is */
}

/* ---- L104: to whom ------------------------------------------------------- */

/* The letter that answers the posting: that of the variant asked for, else
   that of the file. */
static const struct letter *
answering(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (!str_is_empty(check->asked_variant) &&
            str_equal(candidate->variants.at[i].name.s, check->asked_variant) &&
            candidate->variants.at[i].letter.node)
            return &candidate->variants.at[i].letter;
    return candidate->letter.node ? &candidate->letter : NULL;
}

static void
recipient_of_posting(struct check *check)
{
    const struct letter *letter = answering(check);
    struct str posting = check->candidate->job.organization;
    if (!letter || str_is_empty(posting))
        return;
    const struct text *to = &letter->recipient.organization;
    if (str_is_empty(to->s) || letter_same_name(check, to->s, posting) ||
        letter_same_name(check, posting, to->s))
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_L104, node_span(to->node),
        "The letter goes to \"%.*s\", and the posting is of \"%.*s\".",
        STR_ARG(to->s), STR_ARG(posting));
    finding_help(finding, "write organization: \"{job.organization}\", which "
                          "is always that of the posting");
}

/* ---- L105: the salutation ------------------------------------------------ */

static bool
is_general_reader(struct str word)
{
    static const char *const words[] = {
        "manager",    "committee", "team",      "sir",        "madam",
        "recruiter",  "hiring",    "members",   "board",      "director",
        "colleagues", "all",       "sirs",      "recruiters", "panel",
        "department", "herren",    "damen",     "doctor",     "reader",
        "group",      "search",    "selection", "friends",    "monsieur",
        "madame",     "officer",   "leaders",   "concern",    "partner"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_nocase(word, str_from(words[i])))
            return true;
    return false;
}

/* 'm' or 'f' of a form of address; 0: it does not say. */
static char
address_of(struct str text)
{
    static const char *const men[] = {"Mr", "Herr", "Herrn", "Monsieur",
                                      "Senor"};
    static const char *const women[] = {"Ms",   "Mrs",    "Miss",
                                        "Frau", "Madame", "Senora"};
    while (text.len) {
        struct str word = next_word(&text);
        for (size_t i = 0; i < sizeof men / sizeof *men; i++)
            if (str_is(word, men[i]))
                return 'm';
        for (size_t i = 0; i < sizeof women / sizeof *women; i++)
            if (str_is(word, women[i]))
                return 'f';
    }
    return 0;
}

static bool
has_word(struct str text, struct str wanted)
{
    while (text.len)
        if (str_equal_nocase(next_word(&text), wanted))
            return true;
    return false;
}

/* The name that is greeted: the last word, in capitals at its beginning. */
static struct str
greeted(struct str salutation)
{
    struct str last = {NULL, 0};
    size_t words = 0;
    while (salutation.len) {
        struct str word = next_word(&salutation);
        if (word.len)
            last = word;
        words += word.len > 0;
    }
    bool is_name = words > 1 && last.len > 1 &&
                   (last.at[0] < 'a' || last.at[0] > 'z') &&
                   !is_general_reader(last);
    return is_name ? last : (struct str){NULL, 0};
}

static void
judge_salutation(struct check *check, const struct letter *letter)
{
    struct str name = letter->recipient.name.s, said = letter->salutation.s;
    struct str who = greeted(said);
    if (str_is_empty(name) || str_is_empty(who))
        return;
    char to = address_of(name), greeting = address_of(said);
    bool is_other = !has_word(name, who);
    if (!is_other && (!to || !greeting || to == greeting))
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_L105, node_span(letter->salutation.node),
        "The letter goes to \"%.*s\" and greets \"%.*s\".", STR_ARG(name),
        STR_ARG(said));
    finding_help(finding, is_other
                              ? "greet the person it goes to"
                              : "one of the two forms of address is wrong");
}

/* ---- L106: how long ------------------------------------------------------ */

static void
judge_length(struct check *check, const struct letter *letter)
{
    size_t words = 0;
    size_t most = (size_t)check_param(check, CODE_L106, "max_words");
    for (size_t i = 0; i < letter->paragraphs.count; i++) {
        struct str rest = letter->paragraphs.at[i].plain;
        while (rest.len)
            words += next_word(&rest).len > 0;
    }
    if (words <= most)
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_L106, node_span(letter->paragraphs.at[0].node),
        "The letter has %zu words, more than one page is read for.", words);
    finding_help(finding,
                 "keep to %zu: why this place, two results, what you "
                 "ask for",
                 most);
}

/* ---- all letters --------------------------------------------------------- */

static void
letters(struct check *check,
        void (*judge)(struct check *check, const struct letter *letter))
{
    const struct candidate *candidate = check->candidate;
    if (candidate->letter.node)
        judge(check, &candidate->letter);
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (candidate->variants.at[i].letter.node)
            judge(check, &candidate->variants.at[i].letter);
}

static void
salutations(struct check *check)
{
    letters(check, judge_salutation);
}

static void
lengths(struct check *check)
{
    letters(check, judge_length);
}

const struct rule rules_letter[] = {
    {.code = CODE_L101, .text = letter_figures, .uses = TEXT_SENTENCES},
    {.code = CODE_L102, .text = letter_credentials, .uses = TEXT_SENTENCES},
    {.code = CODE_L103, .text = letter_employers, .uses = TEXT_SENTENCES},
    {.code = CODE_L104, .document = recipient_of_posting, .any_language = true},
    {.code = CODE_L105, .document = salutations, .any_language = true},
    {.code = CODE_L106,
     .document = lengths,
     .any_language = true,
     .params = {{"max_words", 450}}},
    {.document = NULL},
};
