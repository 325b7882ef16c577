/*
 * H104: abbreviations are spelled out where they first stand. Those that every
 * reader knows, names, credentials and codes are left alone; an abbreviation
 * that is in no list is asked for only where the pack knows the field.
 */
#include <string.h>

#include "base/index.h"
#include "domain.h"

/* How far behind it the full form may stand. */
#define NEARBY 60

struct abbreviations {
    struct index names;  /* words in capitals of names, skills, titles */
    struct index judged; /* seen in prose, by text */
    bool asks_for_all;   /* also for what is in no list */
    size_t reports, most;
};

/* ---- what is an abbreviation ------------------------------------------- */

static bool
is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The capitals of "LWBS" and of "SNFs". */
static struct str
capitals_of(const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    if (tokens->at[i].kind != TOKEN_WORD || !is_upper(word.at[0]))
        return STR("");
    if (word.len > 2 && word.at[word.len - 1] == 's')
        word = str_slice(word, 0, word.len - 1);
    for (size_t k = 0; k < word.len; k++)
        if (!is_upper(word.at[k]))
            return STR("");
    return word.len >= 2 && word.len <= 6 ? word : STR("");
}

static bool
is_roman(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (str_find_byte(STR("IVX"), word.at[i], 0) == SIZE_MAX)
            return false;
    return true;
}

/* A heading, or somebody shouting. */
static bool
is_in_capitals(const struct tokens *tokens)
{
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        words += tokens->at[i].kind == TOKEN_WORD;
        capitals += tokens->at[i].all_caps;
    }
    return words >= 3 && capitals * 2 > words;
}

static bool
touches(const struct tokens *tokens, size_t i, const char *signs)
{
    bool before = i > 0 && tokens->at[i - 1].kind == TOKEN_SYMBOL &&
                  !tokens->at[i].space_before &&
                  strchr(signs, tokens->at[i - 1].symbol);
    bool behind = i + 1 < tokens->count &&
                  tokens->at[i + 1].kind == TOKEN_SYMBOL &&
                  !tokens->at[i + 1].space_before &&
                  strchr(signs, tokens->at[i + 1].symbol) &&
                  i + 2 < tokens->count && !tokens->at[i + 2].space_before;
    return before || behind;
}

static bool
stands_in_capitals(const struct tokens *tokens, size_t i)
{
    return (i > 0 && tokens->at[i - 1].all_caps) ||
           (i + 1 < tokens->count && tokens->at[i + 1].all_caps);
}

/* A name, a code, a grade, a word in capitals: nothing to spell out. */
static bool
is_other(const struct tokens *tokens, size_t i, struct str word)
{
    return word.len < 3 || is_roman(word) || tokens->at[i].word ||
           touches(tokens, i, "-/_@#.&'") || stands_in_capitals(tokens, i) ||
           (i + 1 < tokens->count && tokens->at[i + 1].kind == TOKEN_NUMBER);
}

/* ---- its full form ----------------------------------------------------- */

static char
fold(char c)
{
    return c == '-' ? ' ' : ascii_lower(c);
}

static bool
stands_at(struct str text, size_t at, struct str words)
{
    for (size_t i = 0; i < words.len; i++)
        if (fold(text.at[at + i]) != fold(words.at[i]))
            return false;
    return true;
}

static bool
holds_words(struct str text, struct str words)
{
    for (size_t at = 0; words.len && at + words.len <= text.len; at++)
        if (stands_at(text, at, words))
            return true;
    return false;
}

/* "(LWBS)" behind words, or "LWBS (" before them. */
static bool
is_explained(const struct tokens *tokens, size_t i)
{
    bool inside = i > 1 && token_is_symbol(tokens, i - 1, '(') &&
                  tokens->at[i - 2].kind == TOKEN_WORD;
    bool before =
        i + 2 < tokens->count && token_is_symbol(tokens, i + 1, '(') &&
        tokens->at[i + 2].kind == TOKEN_WORD && !tokens->at[i + 2].all_caps;
    return inside || before;
}

/* Before it, near behind it, or in a label anywhere. */
static bool
is_spelled_out(const struct check *check, const struct check_text *text,
               size_t to, struct str full)
{
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *other = &check->texts.at[i];
        struct str plain = other->plain;
        if (other == text)
            plain = str_slice(
                plain, 0, to + NEARBY < plain.len ? to + NEARBY : plain.len);
        else if (other > text && !(other->uses & TEXT_NAME))
            continue;
        if (!(other->uses & (TEXT_SILENT | TEXT_ADDRESS)) &&
            holds_words(plain, full))
            return true;
    }
    return false;
}

/* ---- reporting --------------------------------------------------------- */

static void
report_known(struct check *check, const struct check_text *text,
             const struct token *token, const struct lexicon_term *term)
{
    struct str found = str_slice(text->plain, token->from, token->to);
    struct str full = term_advice(term);
    struct finding *finding = check_on_text(
        check, CODE_H104, text, token->from, token->to,
        "Expand %.*s at first use: %.*s (%.*s).", STR_ARG(term_name(term)),
        STR_ARG(full), STR_ARG(term_name(term)));
    if (!str_equal(found, term_name(term)) ||
        !str_equal(span_text(check->sources, finding->span), found)) {
        finding_help(finding, "write `%.*s (%.*s)`, in the plural if need be",
                     STR_ARG(full), STR_ARG(term_name(term)));
        return;
    }
    finding->has_edit = true;
    finding->edit =
        (struct edit){finding->span, str_format(check->arena, "%.*s (%.*s)",
                                                STR_ARG(full), STR_ARG(found))};
}

static void
report_unknown(struct check *check, const struct check_text *text,
               const struct token *token, struct str word)
{
    struct finding *finding = check_on_text(
        check, CODE_H104, text, token->from, token->to,
        "Say what %.*s stands for where it is first used.", STR_ARG(word));
    finding_help(finding,
                 "the full form (%.*s); where every reader knows it, "
                 "add `# lint: ignore H104` to the line",
                 STR_ARG(word));
}

/* ---- walking ----------------------------------------------------------- */

static void
judge(struct check *check, struct abbreviations *all,
      const struct check_text *text, size_t i, struct str word)
{
    const struct tokens *tokens = text->tokens;
    const struct token *token = &tokens->at[i];
    size_t count, number = SIZE_MAX;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_ABBREVIATION, &count);
    size_t len = lexicon_match(tokens, i, LEXICON_ABBREVIATION, &number);
    const struct lexicon_term *term = len ? &terms[number] : NULL;
    if (term ? term->known || len > 1 || touches(tokens, i, "-/_@#.'")
             : !all->asks_for_all || is_other(tokens, i, word) ||
                   index_find(&all->names, index_of_text(word)) != SIZE_MAX)
        return;
    /* A name in capitals: six letters are seldom an abbreviation. */
    if (!term && word.len > 5)
        return;
    /* "Boston, MA" is no medical assistant. */
    if (word.len == 2 && i > 0 && token_is_symbol(tokens, i - 1, ','))
        return;
    if (!index_add(check->arena, &all->judged, index_of_text(word), i) ||
        pack_credential(check->pack, word) || is_explained(tokens, i) ||
        (term && term_advice(term).len &&
         is_spelled_out(check, text, token->to, term_advice(term))))
        return;
    all->reports++;
    if (term && term_advice(term).len) /* without: it has two meanings */
        report_known(check, text, token, term);
    else
        report_unknown(check, text, token, word);
}

static void
judge_text(struct check *check, struct abbreviations *all,
           const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    const bool *masked = text->bullet ? text->bullet->reading->masked : NULL;
    if (is_in_capitals(tokens))
        return;
    for (size_t i = 0; i < tokens->count && all->reports < all->most; i++) {
        struct str word = capitals_of(tokens, i);
        if (word.len && !(masked && masked[i]))
            judge(check, all, text, i, word);
    }
}

/* Whatever stands in a name is a name: employers, systems, skills. */
static void
collect_names(struct check *check, struct abbreviations *all,
              const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    for (size_t i = 0; i < tokens->count; i++) {
        struct str word = capitals_of(tokens, i);
        if (word.len)
            (void)index_add(check->arena,
                            domain_is_proper(text) ? &all->judged : &all->names,
                            index_of_text(word), i);
    }
}

static bool
is_prose(const struct check_text *text)
{
    return text->uses & (TEXT_SENTENCES | TEXT_BULLET) &&
           !(text->uses & (TEXT_SILENT | TEXT_ADDRESS | TEXT_QUOTE |
                           TEXT_NOTES | TEXT_VARIANT));
}

void
domain_abbreviations(struct check *check)
{
    struct abbreviations all = {
        .most = (size_t)check_param(check, CODE_H104, "max_reports"),
        .asks_for_all =
            domain_knows(check, LEXICON_FRAMEWORK) && domain_is_own(check),
    };
    for (size_t i = 0; i < check->texts.count; i++)
        if (check->texts.at[i].uses & TEXT_NAME)
            collect_names(check, &all, &check->texts.at[i]);
    for (size_t i = 0; i < check->texts.count && all.reports < all.most; i++)
        if (is_prose(&check->texts.at[i]))
            judge_text(check, &all, &check->texts.at[i]);
}
