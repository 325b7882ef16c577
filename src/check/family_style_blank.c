/* T110: what was left to be filled in. */
#include "style.h"

static void
fill_in(struct check *check, const struct check_text *text, size_t from,
        size_t to)
{
    struct finding *finding =
        check_on_text(check, CODE_T110, text, from, to, "Fill in \"%.*s\".",
                      STR_ARG(str_slice(text->plain, from, to)));
    finding_help(finding, "a note to yourself may stand in a comment: # ...");
}

/* ---- whole texts ------------------------------------------------------- */

static bool
is_whole(const struct check *check, struct str plain)
{
    size_t count;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_PLACEHOLDER_WHOLE, &count);
    if (plain.len < 6 || plain.len > 28)
        return false;
    for (size_t i = 0; i < count; i++)
        if (term_name(&terms[i]).len == plain.len &&
            str_equal_nocase(plain, term_name(&terms[i])))
            return true;
    return false;
}

/* Hosts that RFC 2606 keeps for examples. */
static bool
is_example_host(struct str plain, size_t *from, size_t *to)
{
    static const char *const hosts[] = {"example.com", "example.org",
                                        "yourdomain.com", "yourname.com"};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        struct str host = str_from(hosts[i]);
        size_t at = str_find(plain, host, 0);
        size_t end = at + host.len;
        if (at == SIZE_MAX || (end < plain.len && plain.at[end] != '/'))
            continue;
        if (at == 0 ||
            str_find_byte(STR("@/."), plain.at[at - 1], 0) != SIZE_MAX) {
            *from = at;
            *to = end;
            return true;
        }
    }
    return false;
}

/* ---- a first look ------------------------------------------------------ */

/* Of each placeholder a sign that is rare elsewhere: the f of "asdf", the p
   of "lorem ipsum". */
static bool
is_sign(struct str s, size_t i)
{
    char next = i + 1 < s.len ? s.at[i + 1] : ' ';
    switch (s.at[i]) {
    case '[':
    case '<':
    case 'X':
        return true;
    case '_':
    case '?':
        return next == s.at[i];
    case 'x':
        return next == 'x' || next == '%';
    case 'T':
        return next == 'O' || next == 'B';
    case 'F':
        return next == 'I';
    case 'f':
        return i > 0 && s.at[i - 1] == 'd';
    case 'p':
        return next == 's';
    default:
        return false;
    }
}

/* Whether anything in the text may begin a placeholder; most have nothing. */
static bool
is_suspect(struct str s)
{
    static const bool rare[256] = {
        ['['] = true, ['<'] = true, ['X'] = true, ['_'] = true, ['?'] = true,
        ['x'] = true, ['T'] = true, ['F'] = true, ['f'] = true, ['p'] = true};
    for (size_t i = 0; i < s.len; i++)
        if (rare[(unsigned char)s.at[i]] && is_sign(s, i))
            return true;
    return false;
}

/* ---- words and signs --------------------------------------------------- */

/* "XX%", "$XX", "XXX visits": x's, whatever their case, for digits. */
static size_t
letters_x(const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    size_t count = 0;
    while (count < word.len && ascii_lower(word.at[count]) == 'x')
        count++;
    bool scaled = count && count + 1 == word.len &&
                  str_find_byte(STR("kKmMbB"), word.at[count], 0) != SIZE_MAX;
    return count == word.len || scaled ? count : 0;
}

static bool
touches(const struct tokens *tokens, size_t i, const char *signs)
{
    return i < tokens->count && tokens->at[i].kind == TOKEN_SYMBOL &&
           str_find_byte(str_from(signs), tokens->at[i].symbol, 0) != SIZE_MAX;
}

static size_t
blank_number(const struct tokens *tokens, size_t i, size_t *first)
{
    size_t count = tokens->at[i].kind == TOKEN_WORD ? letters_x(tokens, i) : 0;
    bool money =
        i > 0 && touches(tokens, i - 1, "$EL") && !tokens->at[i].space_before;
    bool percent =
        touches(tokens, i + 1, "%") && !tokens->at[i + 1].space_before;
    *first = money ? i - 1 : i;
    if (!count || (i > 0 && touches(tokens, i - 1, "-/.'")) ||
        (touches(tokens, i + 1, "-/'") && !tokens->at[i + 1].space_before))
        return 0;
    if (money || percent)
        return (size_t)(money + 1 + percent);
    bool unit = i + 1 < tokens->count &&
                (tokens->at[i + 1].classes & LEXICON_BIT(PERIOD) ||
                 tokens->at[i + 1].classes & LEXICON_BIT(UNIT_TIME) ||
                 token_is(tokens, i + 1, "percent") ||
                 token_is(tokens, i + 1, "people"));
    return count >= 2 && unit ? 2 : 0;
}

/* "TODO list app", "TODO comments": the word itself is meant. */
static bool
is_spoken_of(const struct tokens *tokens, size_t i)
{
    static const char *const nouns[] = {
        "list", "lists", "app",     "apps",  "comment", "comments",
        "item", "items", "tracker", "board", "manager", NULL};
    for (size_t n = 0; nouns[n]; n++)
        if (token_is(tokens, i + 1, nouns[n]))
            return true;
    return touches(tokens, i + 1, "-/)") ||
           (i > 0 && touches(tokens, i - 1, "-/"));
}

static size_t
exact_word(const struct check *check, const struct tokens *tokens, size_t i)
{
    size_t count, term;
    size_t len = lexicon_match(tokens, i, LEXICON_PLACEHOLDER, &term);
    if (!len)
        return 0;
    struct str name = term_name(
        &lexicon_terms(check->pack, LEXICON_PLACEHOLDER, &count)[term]);
    if (ascii_lower(name.at[0]) == name.at[0])
        return len; /* lorem ipsum */
    /* A Roman numeral stands behind a name: Super Bowl XXX. */
    if (str_is(name, "XXX") &&
        ((i > 0 && tokens->at[i - 1].capital) ||
         (i + 1 < tokens->count && tokens->at[i + 1].capital)))
        return 0;
    return str_equal(token_text(tokens, i), name) && !is_spoken_of(tokens, i)
               ? len
               : 0;
}

/* "___", "??%" */
static size_t
blank_signs(const struct tokens *tokens, size_t i)
{
    size_t len = 0;
    while (i + len < tokens->count &&
           tokens->at[i + len].kind == TOKEN_SYMBOL &&
           tokens->at[i + len].to - tokens->at[i + len].from == 1 &&
           tokens->at[i + len].symbol == tokens->at[i].symbol &&
           (len == 0 || !tokens->at[i + len].space_before))
        len++;
    if (token_is_symbol(tokens, i, '_'))
        return len >= 3 ? len : 0;
    return token_is_symbol(tokens, i, '?') && len >= 2 &&
                   touches(tokens, i + len, "%")
               ? len + 1
               : 0;
}

/* ---- brackets ---------------------------------------------------------- */

/* The words between brackets are known to be left for others to replace. */
static bool
asks_for_words(const struct tokens *tokens, size_t from, size_t to)
{
    size_t term, len;
    while (from < to && token_is_symbol(tokens, from, '$'))
        from++;
    if (from >= to)
        return false;
    if (to - from > 1 &&
        lexicon_match(tokens, from, LEXICON_PLACEHOLDER_START, &term))
        return true;
    len = lexicon_match(tokens, from, LEXICON_PLACEHOLDER_INSIDE, &term);
    return len && from + len == to;
}

/* "[Company]", "<metric>"; not "vector<name>" nor "[1]". */
static size_t
bracketed(const struct tokens *tokens, size_t i)
{
    char open = tokens->at[i].symbol, close = open == '[' ? ']' : '>';
    size_t end = i + 1;
    if (tokens->at[i].kind != TOKEN_SYMBOL || (open != '[' && open != '<') ||
        tokens->at[i].to - tokens->at[i].from > 1 ||
        (i > 0 && !tokens->at[i].space_before &&
         tokens->at[i - 1].kind != TOKEN_SYMBOL))
        return 0;
    while (end < tokens->count && end < i + 10 &&
           !token_is_symbol(tokens, end, close))
        end++;
    if (!token_is_symbol(tokens, end, close) ||
        (open == '<' && tokens->at[i + 1].space_before) ||
        !asks_for_words(tokens, i + 1, end))
        return 0;
    return end + 1 - i;
}

/* Tokens of the placeholder at i, which may begin before it. */
static size_t
blank_at(const struct check *check, const struct tokens *tokens, size_t i,
         size_t *first)
{
    size_t len = bracketed(tokens, i);
    *first = i;
    len = len ? len : exact_word(check, tokens, i);
    len = len ? len : blank_signs(tokens, i);
    return len ? len : blank_number(tokens, i, first);
}

bool
style_is_unfinished(const struct check *check,
                    const struct check_bullet *bullet)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    size_t first;
    if (!is_suspect(bullet->prose->plain))
        return false;
    for (size_t i = 0; i < tokens->count; i++)
        if (blank_at(check, tokens, i, &first))
            return true;
    return false;
}

void
style_placeholder(struct check *check, const struct check_text *text)
{
    size_t from, to, found = 0;
    if (is_whole(check, text->plain)) {
        fill_in(check, text, 0, text->plain.len);
        return;
    }
    if (text->uses & TEXT_ADDRESS) {
        if (is_example_host(text->plain, &from, &to))
            fill_in(check, text, from, to);
        return;
    }
    if (!is_suspect(text->plain))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    const bool *quoted = style_quoted(check, text);
    for (size_t i = 0; i < tokens->count && found < FINDINGS_PER_TEXT; i++) {
        size_t first, len = blank_at(check, tokens, i, &first);
        if (!len || quoted[i])
            continue;
        fill_in(check, text, tokens->at[first].from,
                tokens->at[first + len - 1].to);
        found++;
        i = first + len - 1;
    }
}
