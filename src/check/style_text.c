/* What several rules of style ask of a text. */
#include "base/utf8.h"
#include "style.h"

/* ---- positions --------------------------------------------------------- */

bool
style_is_past(const struct check *check, const struct check_bullet *bullet)
{
    if (!bullet->position || !date_is_given(&bullet->position->end_date) ||
        bullet->position->end_date.is_present || !check->today.year)
        return false;
    return date_months(&bullet->position->end_date, true) <
           date_months(&check->today, false);
}

bool
style_is_current(const struct check *check, const struct check_bullet *bullet)
{
    (void)check;
    return bullet->position && bullet->position->end_date.is_present;
}

/* ---- quotations -------------------------------------------------------- */

static void
mark_styled(const struct prose *prose, const struct tokens *tokens,
            bool *quoted)
{
    size_t i = 0;
    for (size_t r = 0; r < prose->runs.count; r++) {
        const struct prose_run *run = &prose->runs.at[r];
        if (!(run->style & (PROSE_EMPHASIS | PROSE_CODE)))
            continue;
        for (; i < tokens->count && tokens->at[i].from < run->to; i++)
            quoted[i] = quoted[i] || tokens->at[i].from >= run->from;
    }
}

/* A single quotation mark opens behind a blank only. */
static bool
is_quote(const struct tokens *tokens, size_t i, bool open)
{
    const struct token *token = &tokens->at[i];
    if (token->kind != TOKEN_SYMBOL)
        return false;
    if (token->symbol == '"')
        return true;
    return token->symbol == '\'' && (open || i == 0 || token->space_before) &&
           (open || (i + 1 < tokens->count && !tokens->at[i + 1].space_before &&
                     tokens->at[i + 1].kind == TOKEN_WORD));
}

static bool
closes(const struct tokens *tokens, size_t i, char mark)
{
    for (; i < tokens->count; i++)
        if (token_is_symbol(tokens, i, mark))
            return true;
    return false;
}

const bool *
style_quoted(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    bool *quoted = ARENA_ARRAY(check->arena, tokens->count + 1, bool);
    char open = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        if (is_quote(tokens, i, open != 0) &&
            (!open || open == tokens->at[i].symbol)) {
            char mark = tokens->at[i].symbol;
            open = open ? 0 : closes(tokens, i + 1, mark) ? mark : 0;
        }
        quoted[i] = open != 0;
    }
    if (text->in.prose)
        mark_styled(text->in.prose, tokens, quoted);
    return quoted;
}

/* ---- words and sentences ----------------------------------------------- */

size_t
style_words(struct str text)
{
    size_t words = 0;
    bool inside = false;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        if (c == ' ' || c == '\n' || c == 0xA0 || c == 0x2028 || c == 0x2014) {
            inside = false;
        } else if (!inside && (utf8_is_letter(c) ||
                               (c < 128 && ascii_is_digit(text.at[from])))) {
            inside = true;
            words++;
        }
    }
    return words;
}

static bool
is_abbreviation(const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    size_t term;
    return (word.len == 1 && ascii_is_alpha(word.at[0])) ||
           lexicon_match(tokens, i, LEXICON_DOTTED, &term) > 0;
}

bool
style_sentence_ends(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    if (token->kind != TOKEN_SYMBOL || i == 0 || i + 1 >= tokens->count ||
        str_find_byte(STR(".!?"), token->symbol, 0) == SIZE_MAX)
        return false;
    const struct token *next = &tokens->at[i + 1];
    if (!next->space_before || token->space_before ||
        (next->kind == TOKEN_WORD && !next->capital) ||
        next->kind == TOKEN_SYMBOL)
        return false;
    return token->symbol != '.' || !is_abbreviation(tokens, i - 1);
}

bool
style_sentence_begins(const struct tokens *tokens, size_t i)
{
    if (i == 0)
        return true;
    return tokens->at[i - 1].kind == TOKEN_SYMBOL &&
           str_find_byte(STR(".!?:;*-_"), tokens->at[i - 1].symbol, 0) !=
               SIZE_MAX;
}

/* ---- mending ----------------------------------------------------------- */

void
style_edit(struct check *check, struct finding *finding,
           const struct check_text *text, size_t from, size_t to,
           struct str instead)
{
    struct span span = check_text_span(check, text, from, to);
    struct str found = str_slice(text->plain, from, to);
    if (span.from >= span.to ||
        !str_equal(span_text(check->sources, span), found))
        return;
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){span, instead};
}

#define FEWEST_WORDS 3

bool
style_is_label(const struct check_bullet *bullet)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    size_t words = 0, term;
    for (size_t i = 0; i < tokens->count && words < FEWEST_WORDS; i++)
        words += tokens->at[i].kind != TOKEN_SYMBOL;
    if (words < FEWEST_WORDS)
        return true;
    size_t len = lexicon_match(tokens, 0, LEXICON_LABEL_WORD, &term);
    return len && token_is_symbol(tokens, len, ':');
}
