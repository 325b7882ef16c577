/*
 * P101 and P105: numbers and addresses that belong to one person. Forms that
 * speak for themselves are in privacy_forms.c; other numbers count behind a
 * word of the pack that says what they are ("MRN 00482913").
 */
#include "privacy.h"

/* What a word of `privacy.numbers` announces; its `class` in the pack. */
struct number_kind {
    const char *name;
    enum code code;
    size_t least_digits, most; /* characters of it */
    bool is_question;          /* things have such numbers too */
    bool may_count;            /* "license 12000 seats" */
};

static const struct number_kind kinds[] = {
    {"record", CODE_P101, 5, 14, false, false},
    {"person", CODE_P101, 5, 14, false, true},
    {"member", CODE_P101, 6, 16, false, false},
    {"account", CODE_P101, 6, 20, false, false},
    {"accounted", CODE_P101, 7, 20, true, true},
    {"security", CODE_P101, 9, 9, false, false},
    {"identity", CODE_P101, 6, 14, false, false},
    {"plate", CODE_P101, 2, 9, true, false},
    {"vehicle", CODE_P101, 4, 17, true, false},
    {"device", CODE_P101, 4, 20, true, false},
    {"implant", CODE_P101, 5, 20, true, true},
    {"license", CODE_P105, 5, 14, true, false},
    {"licensed", CODE_P105, 5, 14, true, true},
};

/* Words before a number that only say where it is: no finding by itself. */
enum hint { HINT_PHONE, HINT_FAX, HINT_IP, HINT_VERSION, HINT_COUNT };
static const char *const hint_names[] = {"phone", "fax", "ip", "version"};

/* Bytes; what is longer is no number of anybody. */
#define LONGEST_CODE 40
/* A hint holds for so many tokens. */
#define HINT_REACH 3

struct finder {
    struct check *check;
    const struct check_text *text;
    const struct tokens *tokens;
    size_t hinted[HINT_COUNT]; /* token behind the word; 0: none was seen */
    bool is_public;            /* a hotline, a switchboard */
    size_t found;
};

/* ---- reporting ----------------------------------------------------------- */

/* "0...3", never more than the ends. */
struct str
privacy_masked(const struct check *check, struct str secret)
{
    while (secret.len && !ascii_is_alnum(secret.at[0]))
        secret = str_slice(secret, 1, secret.len);
    if (secret.len < 3)
        return STR("...");
    return str_format(check->arena, "%c...%c", secret.at[0],
                      secret.at[secret.len - 1]);
}

static void
report(struct finder *finder, struct piece piece, struct str what,
       bool is_question)
{
    struct str secret = str_slice(finder->tokens->text, piece.from, piece.to);
    struct str masked = privacy_masked(finder->check, secret);
    struct finding *finding =
        is_question
            ? privacy_ask(finder->check, CODE_P101, finder->text, piece.from,
                          piece.to, "Remove the %.*s %.*s.", STR_ARG(what),
                          STR_ARG(masked))
            : privacy_on_text(finder->check, CODE_P101, finder->text,
                              piece.from, piece.to, "Remove the %.*s %.*s.",
                              STR_ARG(what), STR_ARG(masked));
    finder->found++;
    if (is_question)
        finding_help(finding, "is it a thing's, not a person's? "
                              "`# lint: ignore P101`");
    else
        finding_help(finding, "say what was done and how often, not for whom; "
                              "the line is not printed as it stands");
}

static void
report_private(struct finder *finder, struct piece piece, struct str what,
               const char *help)
{
    struct str secret = str_slice(finder->tokens->text, piece.from, piece.to);
    struct finding *finding = privacy_ask(
        finder->check, CODE_P105, finder->text, piece.from, piece.to,
        "Leave out the %.*s %.*s; give it on request.", STR_ARG(what),
        STR_ARG(privacy_masked(finder->check, secret)));
    finder->found++;
    finding_help(finding, "%s", help);
}

/* ---- numbers behind a word ----------------------------------------------- */

static const struct number_kind *
kind_of(struct str name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_is(name, kinds[i].name))
            return &kinds[i];
    return NULL;
}

static bool
is_filler(const struct tokens *tokens, size_t i)
{
    size_t term;
    char symbol = tokens->at[i].symbol;
    if (tokens->at[i].kind == TOKEN_SYMBOL)
        return symbol == '#' || symbol == ':' || symbol == '_' ||
               symbol == '-' || symbol == '.' || symbol == '=' ||
               symbol == '/' || symbol == '(' || symbol == '"' ||
               symbol == '\'';
    return lexicon_match(tokens, i, LEXICON_PRIVATE_FILLER, &term) == 1;
}

/* A run of letters, digits and hyphens that begins at token i. */
static struct piece
code_run(const struct tokens *tokens, size_t i, size_t *digits)
{
    struct piece piece = {tokens->at[i].from, tokens->at[i].from};
    *digits = 0;
    for (size_t at = i; at < tokens->count; at++) {
        const struct token *token = &tokens->at[at];
        bool glued = at == i || !token->space_before;
        if (!glued || piece.to - piece.from > LONGEST_CODE ||
            (token->kind == TOKEN_SYMBOL &&
             (token->symbol != '-' || at + 1 == tokens->count ||
              tokens->at[at + 1].space_before ||
              tokens->at[at + 1].kind == TOKEN_SYMBOL)))
            break;
        piece.to = token->to;
    }
    for (size_t at = piece.from; at < piece.to; at++)
        *digits += ascii_is_digit(tokens->text.at[at]);
    return piece;
}

static size_t
token_behind(const struct tokens *tokens, size_t i, size_t byte)
{
    while (i < tokens->count && tokens->at[i].from < byte)
        i++;
    return i;
}

/* 12,500 and 4.75 are figures; so is 12000 before what it counts, but in
   "MRN 00482913 was" nothing is counted. */
static bool
is_figure(const struct tokens *tokens, struct str code, size_t next,
          const struct number_kind *kind)
{
    if (str_find_byte(code, ',', 0) != SIZE_MAX ||
        str_find_byte(code, '.', 0) != SIZE_MAX ||
        token_is_symbol(tokens, next, '%'))
        return true;
    if (!kind->may_count || next >= tokens->count)
        return false;
    return tokens->at[next].kind == TOKEN_WORD && !tokens->at[next].capital &&
           !(tokens->at[next].classes &
             (LEXICON_BIT(PREPOSITION) | LEXICON_BIT(CLAUSE) |
              LEXICON_BIT(AUXILIARY)));
}

/* The number that the words i..i+length announce; false when there is none. */
static bool
find_announced(const struct finder *finder, size_t i,
               const struct number_kind *kind, struct piece *piece)
{
    const struct tokens *tokens = finder->tokens;
    size_t digits, at = i;
    while (at < tokens->count && at < i + 5 && is_filler(tokens, at))
        at++;
    if (at >= tokens->count || tokens->at[at].kind == TOKEN_SYMBOL ||
        (at > i && tokens->at[at].kind == TOKEN_WORD && at == i + 5))
        return false;
    *piece = code_run(tokens, at, &digits);
    struct str code = str_slice(tokens->text, piece->from, piece->to);
    return digits >= kind->least_digits && code.len <= kind->most + 4 &&
           !is_figure(tokens, code, token_behind(tokens, at, piece->to), kind);
}

/* ---- forms that speak for themselves ------------------------------------- */

static bool
is_near(const struct finder *finder, enum hint hint, size_t i)
{
    return finder->hinted[hint] && i <= finder->hinted[hint] + HINT_REACH;
}

/* The person's own number, however it is written. */
static bool
is_own_phone(const struct finder *finder, struct str phone)
{
    char own[20], here[20];
    struct str known = finder->check->candidate->basics.phone.s;
    size_t n = privacy_digits(known, own, sizeof own);
    size_t m = privacy_digits(phone, here, sizeof here);
    size_t least = n < m ? n : m;
    if (least < 7)
        return false;
    for (size_t i = 1; i <= least; i++)
        if (own[n - i] != here[m - i])
            return false;
    return true;
}

/* "Call me at", "my cell": the writer's, in the letter. */
static bool
is_writers(const struct finder *finder, size_t i)
{
    size_t from = i > 5 ? i - 5 : 0;
    for (size_t at = from; at < i; at++)
        if (token_is(finder->tokens, at, "me") ||
            token_is(finder->tokens, at, "my"))
            return str_is(str_from(finder->text->in.shape->name), "letter");
    return false;
}

/* Numbers that cost the caller nothing belong to organizations. */
static bool
is_toll_free(struct str phone)
{
    static const char *const codes[] = {"800", "833", "844", "855",
                                        "866", "877", "888", NULL};
    char digits[16];
    size_t n = privacy_digits(phone, digits, sizeof digits);
    struct str area = {digits, n};
    if (n == 11)
        area = str_slice(area, 1, 4);
    for (size_t i = 0; codes[i]; i++)
        if (str_starts(area, str_from(codes[i])))
            return true;
    return false;
}

static bool
is_quote(const struct check_text *text)
{
    return str_is(str_from(text->in.shape->name), "testimonial");
}

/* Whom a letter goes to is no secret in it. */
static bool
is_recipient(const struct check_text *text)
{
    return text->uses & TEXT_VARIANT && !(text->uses & TEXT_SENTENCES);
}

static const char of_referee[] = "bring it to the interview, on a page of its "
                                 "own";

/* A file without a number of its own may have it in a wrong place. */
static void
ask_whose(struct finder *finder, struct piece piece)
{
    struct str secret = str_slice(finder->tokens->text, piece.from, piece.to);
    struct finding *finding = privacy_ask(
        finder->check, CODE_P101, finder->text, piece.from, piece.to,
        "Remove the phone number %.*s, or move it to basics if it is yours.",
        STR_ARG(privacy_masked(finder->check, secret)));
    finder->found++;
    finding_help(finding, "basics: {phone: ...}");
}

static bool
tells_of_served(const struct tokens *tokens)
{
    return privacy_holds(tokens, 0, tokens->count, LEXICON_PERSON) ||
           privacy_holds(tokens, 0, tokens->count, LEXICON_NAMED_ONLY) ||
           privacy_holds(tokens, 0, tokens->count, LEXICON_COUNTED_PERSON) ||
           privacy_holds(tokens, 0, tokens->count, LEXICON_KINSHIP);
}

static bool
find_phone(struct finder *finder, size_t i, struct piece *piece)
{
    struct str text = finder->tokens->text;
    bool fax = is_near(finder, HINT_FAX, i);
    bool said = fax || is_near(finder, HINT_PHONE, i);
    size_t end = privacy_phone(text, piece->from, said);
    struct str phone = str_slice(text, piece->from, end);
    if (!end)
        return false;
    piece->to = end;
    if (finder->is_public || is_own_phone(finder, phone) ||
        is_toll_free(phone) || is_recipient(finder->text) ||
        is_writers(finder, i))
        return true;
    if (is_quote(finder->text))
        report_private(finder, *piece, STR("phone number"), of_referee);
    else if (!finder->check->candidate->basics.phone.s.len &&
             !tells_of_served(finder->tokens))
        ask_whose(finder, *piece);
    else
        report(finder, *piece, fax ? STR("fax number") : STR("phone number"),
               false);
    return true;
}

static unsigned
octet_at(struct str text, size_t *at)
{
    unsigned value = 0;
    size_t from = *at;
    while (*at < text.len && ascii_is_digit(text.at[*at]) && *at - from < 3)
        value = value * 10 + (unsigned)(text.at[(*at)++] - '0');
    return *at == from ? 256 : value;
}

/* Four numbers up to 255. Versions and sections look alike: without a word
   that says what it is, two of them must have two digits and one three. */
static bool
find_address(struct finder *finder, size_t i, struct piece *piece)
{
    struct str text =
        str_slice(finder->tokens->text, 0, finder->tokens->at[i].to);
    size_t at = piece->from, long_ones = 0, longest = 0;
    for (int n = 0; n < 4; n++) {
        size_t from = at;
        if (octet_at(text, &at) > 255 ||
            (n < 3 && (at >= text.len || text.at[at++] != '.')))
            return false;
        size_t len = at - from - (n < 3);
        long_ones += len > 1;
        longest = len > longest ? len : longest;
    }
    bool said = is_near(finder, HINT_IP, i);
    bool is_name = i > 0 && finder->tokens->at[i - 1].kind == TOKEN_WORD &&
                   finder->tokens->at[i - 1].capital;
    if (at != text.len || is_near(finder, HINT_VERSION, i) ||
        token_is_symbol(finder->tokens, i + 1, '/') ||
        str_ends(text, STR(".0")) ||
        str_starts(str_slice(text, piece->from, at), STR("127.")) ||
        (!said && (is_name || long_ones < 2 || longest < 3)))
        return false;
    piece->to = at;
    report(finder, *piece, STR("IP address"), true);
    return true;
}

/* ---- e-mail -------------------------------------------------------------- */

/* Another address of the person's own has a part of the name in it. */
static bool
is_own_mail(const struct check *check, struct str mail)
{
    struct str rest = check->candidate->basics.name.s;
    struct str local = str_slice(mail, 0, str_find_byte(mail, '@', 0));
    if (str_equal_nocase(mail, check->candidate->basics.email.s))
        return true;
    while (rest.len) {
        struct str part = str_cut(&rest, ' ');
        if (part.len >= 3 && str_holds_nocase(local, part))
            return true;
    }
    return false;
}

/* info@, press@, git@ */
static bool
is_mailbox(const struct finder *finder, size_t from)
{
    const struct tokens *tokens = finder->tokens;
    size_t i = token_behind(tokens, 0, from), term;
    return i < tokens->count &&
           lexicon_match(tokens, i, LEXICON_PUBLIC_CONTACT, &term) > 0;
}

static void
report_mail(struct finder *finder, struct piece piece)
{
    struct str mail = str_slice(finder->tokens->text, piece.from, piece.to);
    if (is_own_mail(finder->check, mail) || is_mailbox(finder, piece.from) ||
        is_recipient(finder->text))
        return;
    if (is_quote(finder->text))
        report_private(finder, piece, STR("e-mail address"), of_referee);
    else
        report(finder, piece, STR("e-mail address"), false);
}

static void
find_mails(struct finder *finder)
{
    struct str text = finder->tokens->text;
    size_t at = 0;
    while ((at = str_find_byte(text, '@', at)) != SIZE_MAX &&
           finder->found < FINDINGS_PER_TEXT) {
        struct piece piece = {privacy_mail_start(text, at), 0};
        piece.to = privacy_mail(text, piece.from);
        at = piece.to > at ? piece.to : at + 1;
        if (piece.to)
            report_mail(finder, piece);
    }
}

/* ---- the walk ------------------------------------------------------------ */

/* Nothing is glued to its left but a bracket, a quote or a "_". */
static bool
may_begin(const struct tokens *tokens, size_t i)
{
    static const struct str open = STR_INIT("(\"':;,/=_<[");
    if (i == 0 || tokens->at[i].space_before)
        return true;
    const struct token *before = &tokens->at[i - 1];
    return before->kind == TOKEN_SYMBOL && before->symbol &&
           str_find_byte(open, before->symbol, 0) != SIZE_MAX;
}

static const struct lexicon_term *
term_of_kind(const struct check *check, const char *kind)
{
    size_t count;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_PRIVATE_NUMBER, &count);
    for (size_t i = 0; i < count; i++)
        if (str_is(term_group(&terms[i]), kind))
            return &terms[i];
    return NULL;
}

/* Forms at token i; true when there was one. */
static bool
find_form(struct finder *finder, size_t i, struct piece *piece)
{
    struct str text = finder->tokens->text;
    piece->from = finder->tokens->at[i].from;
    piece->to = privacy_ssn(text, piece->from);
    if (piece->to) {
        report(finder, *piece, STR("social security number"), false);
        return true;
    }
    const struct lexicon_term *medicare =
        term_of_kind(finder->check, "medicare");
    piece->to = medicare ? privacy_medicare(text, piece->from) : 0;
    if (piece->to) {
        report(finder, *piece, term_advice(medicare), false);
        return true;
    }
    piece->to = privacy_vin(text, piece->from);
    if (piece->to) {
        report(finder, *piece, STR("vehicle number"), true);
        return true;
    }
    return find_address(finder, i, piece) || find_phone(finder, i, piece);
}

static bool
may_be_form(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    size_t len = token->to - token->from;
    return (token->kind == TOKEN_NUMBER || token->symbol == '+' ||
            token->symbol == '(' || (token->kind == TOKEN_WORD && len == 17)) &&
           may_begin(tokens, i);
}

/* A word that says what follows; gives how many tokens it takes, and the
   number with it. */
static size_t
read_word(struct finder *finder, size_t i)
{
    size_t term, count;
    if (!finder->tokens->at[i].node)
        return 1;
    size_t length =
        lexicon_match(finder->tokens, i, LEXICON_PRIVATE_NUMBER, &term);
    if (!length)
        return 1;
    const struct lexicon_term *word = &lexicon_terms(
        finder->check->pack, LEXICON_PRIVATE_NUMBER, &count)[term];
    for (size_t h = 0; h < HINT_COUNT; h++)
        if (str_is(term_group(word), hint_names[h]))
            finder->hinted[h] = i + length;
    const struct number_kind *kind = kind_of(term_group(word));
    struct piece piece;
    if (!kind || (word->case_sensitive && !finder->tokens->at[i].all_caps) ||
        !find_announced(finder, i + length, kind, &piece))
        return length;
    if (kind->code == CODE_P105)
        report_private(finder, piece, term_advice(word),
                       "a reader can look you up in the public register");
    else
        report(finder, piece, term_advice(word), kind->is_question);
    return token_behind(finder->tokens, i, piece.to) - i;
}

static bool
names_public_line(const struct tokens *tokens)
{
    size_t term, count;
    for (size_t i = 0; i < tokens->count; i++)
        if (lexicon_match(tokens, i, LEXICON_PUBLIC_CONTACT, &term) &&
            str_is(term_group(&lexicon_terms(
                       tokens->pack, LEXICON_PUBLIC_CONTACT, &count)[term]),
                   "line"))
            return true;
    return false;
}

/* An address of the web that names somebody: .../patient/4471, ?mrn=4471 */
static void
find_in_url(struct finder *finder)
{
    const struct tokens *tokens = finder->tokens;
    size_t term, digits;
    for (size_t i = 0; i + 2 < tokens->count; i++) {
        if (!lexicon_match(tokens, i, LEXICON_PRIVATE_URL, &term))
            continue;
        size_t at = i + 1;
        while (at < tokens->count && at < i + 4 &&
               !tokens->at[at].space_before && is_filler(tokens, at))
            at++;
        if (at == i + 1 || at >= tokens->count || tokens->at[at].space_before ||
            tokens->at[at].kind == TOKEN_SYMBOL)
            continue;
        struct piece piece = code_run(tokens, at, &digits);
        if (digits >= 4)
            report(finder, piece, STR("number in the web address"), true);
    }
}

/* Most texts have no number worth a look. */
static bool
may_hold_secret(struct str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '@')
            return true;
        digits += ascii_is_digit(text.at[i]);
    }
    return digits >= 4;
}

static bool
is_contact(const struct check_text *text)
{
    return text->uses & TEXT_BASICS && !(text->uses & TEXT_SENTENCES) &&
           !str_is(str_from(text->in.field->key), "headline");
}

static bool
is_web(const struct check_text *text)
{
    return text->in.field->type == FIELD_URL ||
           str_find(text->plain, STR("://"), 0) != SIZE_MAX;
}

/* "://" */
static bool
begins_address(const struct tokens *tokens, size_t i)
{
    return token_is_symbol(tokens, i, ':') &&
           token_is_symbol(tokens, i + 1, '/') &&
           token_is_symbol(tokens, i + 2, '/');
}

static size_t
next_apart(const struct tokens *tokens, size_t i)
{
    while (i < tokens->count && !tokens->at[i].space_before)
        i++;
    return i;
}

void
privacy_numbers(struct check *check, const struct check_text *text)
{
    struct finder finder = {.check = check, .text = text};
    if (text->uses & TEXT_SILENT || is_contact(text) ||
        !may_hold_secret(text->plain))
        return;
    finder.tokens = check_tokens(check, text);
    if (is_web(text))
        find_in_url(&finder);
    find_mails(&finder);
    if (text->in.field->type == FIELD_URL ||
        str_is(str_from(text->in.field->key), "doi"))
        return;
    finder.is_public = names_public_line(finder.tokens);
    for (size_t i = 0; i < finder.tokens->count;) {
        struct piece piece;
        if (finder.found >= FINDINGS_PER_TEXT)
            return;
        if (begins_address(finder.tokens, i))
            i = next_apart(finder.tokens, i);
        else if (may_be_form(finder.tokens, i) && find_form(&finder, i, &piece))
            i = token_behind(finder.tokens, i, piece.to);
        else
            i += read_word(&finder, i);
    }
}
