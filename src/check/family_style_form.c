/* T107, T109: the length of bullets and their punctuation. */
#include "style.h"

/* ---- T107 -------------------------------------------------------------- */

static size_t
count_sentences(const struct tokens *tokens)
{
    size_t sentences = 1;
    for (size_t i = 0; i < tokens->count; i++)
        sentences += style_sentence_ends(tokens, i);
    return sentences;
}

/* An honour, a figure or a label says enough in few words. */
static bool
may_be_short(struct check *check, const struct check_bullet *bullet)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    enum opener_kind opener = style_opener(check, bullet)->kind;
    if (opener != OPENER_VERB || bullet->kind == HIGHLIGHT_SCOPE ||
        bullet->reading->verdict == VERDICT_OUTCOME)
        return true;
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->at[i].kind == TOKEN_NUMBER ||
            tokens->at[i].classes & LEXICON_BIT(SPELLED) ||
            token_is_symbol(tokens, i, ':') || (i > 0 && tokens->at[i].capital))
            return true;
    return false;
}

/* The parameters, read once for all bullets. */
struct limits {
    size_t least, least_of_case, most, most_sentences;
};

static struct finding *
judge_length(struct check *check, const struct check_bullet *bullet,
             const struct limits *limits, const char **help)
{
    struct str plain = bullet->prose->plain;
    size_t words = style_words(plain);
    size_t sentences = count_sentences(&bullet->reading->tokens);
    bool of_case =
        bullet->place == BULLET_ACTION || bullet->place == BULLET_RESULT;
    size_t least = of_case ? limits->least_of_case : limits->least;
    *help = "split it at the second result";
    if (words > limits->most)
        return check_on_bullet(check, CODE_T107, bullet, 0, plain.len,
                               "Shorten the bullet (%zu words; aim for 12-28).",
                               words);
    *help = "one bullet for each result";
    if (sentences > limits->most_sentences)
        return check_on_bullet(check, CODE_T107, bullet, 0, plain.len,
                               "Split the bullet (%zu sentences; a bullet is "
                               "one thought).",
                               sentences);
    *help = "how many, how, and what came of it?";
    if (words >= least || may_be_short(check, bullet))
        return NULL;
    struct finding *finding =
        check_on_bullet(check, CODE_T107, bullet, 0, plain.len,
                        "Lengthen the bullet (%zu word%s; aim for 12-28).",
                        words, words == 1 ? "" : "s");
    if (finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
    return finding;
}

void
style_lengths(struct check *check)
{
    struct limits limits = {
        (size_t)check_param(check, CODE_T107, "min_words"),
        (size_t)check_param(check, CODE_T107, "min_case_words"),
        (size_t)check_param(check, CODE_T107, "max_words"),
        (size_t)check_param(check, CODE_T107, "max_sentences")};
    for (size_t b = 0; b < check->bullets.count; b++) {
        const char *help;
        struct finding *finding =
            judge_length(check, &check->bullets.at[b], &limits, &help);
        if (finding)
            finding_help(finding, "%s", help);
    }
}

/* ---- T109: how bullets end --------------------------------------------- */

enum ending { ENDING_OTHER, ENDING_PERIOD, ENDING_BARE };

/* Several sentences, a list, a label, a link: no example of a style. */
static enum ending
ending_of(struct check *check, const struct check_bullet *bullet)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    struct str plain = bullet->prose->plain;
    if (style_opener(check, bullet)->kind == OPENER_OTHER ||
        bullet->kind == HIGHLIGHT_SCOPE || tokens->count < 2 ||
        count_sentences(tokens) > 1 || bullet->prose->blocks.count > 1)
        return ENDING_OTHER;
    const struct token *last = &tokens->at[tokens->count - 1];
    const struct prose_run *run =
        &bullet->prose->runs.at[bullet->prose->runs.count - 1];
    if (run->style & PROSE_CODE || run->url.len)
        return ENDING_OTHER;
    size_t tail = plain.len;
    while (tail > 0 && plain.at[tail - 1] != ' ')
        tail--;
    if (str_find(str_slice(plain, tail, plain.len), STR("/"), 0) != SIZE_MAX ||
        str_find(str_slice(plain, tail, plain.len), STR("www."), 0) != SIZE_MAX)
        return ENDING_OTHER;
    if (last->kind != TOKEN_SYMBOL || last->symbol == ')' ||
        last->symbol == '%')
        return ENDING_BARE;
    size_t term, before = tokens->count - 2;
    if (last->symbol != '.' || last->to - last->from > 1 ||
                tokens->at[before].kind == TOKEN_SYMBOL
            ? tokens->at[before].symbol != ')' &&
                  tokens->at[before].symbol != '%'
            : lexicon_match(tokens, before, LEXICON_DOTTED, &term) > 0 ||
                  (token_text(tokens, before).len == 1 &&
                   tokens->at[before].kind == TOKEN_WORD))
        return ENDING_OTHER;
    return last->symbol == '.' ? ENDING_PERIOD : ENDING_OTHER;
}

static void
other_ending(struct check *check, const struct check_text *text,
             enum ending ending)
{
    const struct tokens *tokens = &text->bullet->reading->tokens;
    const struct token *last = &tokens->at[tokens->count - 1];
    struct str word = token_text(tokens, tokens->count - 1);
    struct finding *finding;
    if (ending == ENDING_PERIOD) {
        finding = check_on_text(check, CODE_T109, text, last->from, last->to,
                                "Drop the period at the end; the document "
                                "mostly uses none.");
        style_edit(check, finding, text, last->from, last->to, STR(""));
        return;
    }
    finding = check_on_text(check, CODE_T109, text, last->from, last->to,
                            "End the bullet with a period; the document "
                            "mostly uses one.");
    style_edit(check, finding, text, last->from, last->to,
               str_format(check->arena, "%.*s.", STR_ARG(word)));
}

/* Jobs, results of cases, actions and volunteer work may each have a style. */
static void
unify_place(struct check *check, enum bullet_place place)
{
    size_t periods = 0, bare = 0;
    for (size_t b = 0; b < check->bullets.count; b++) {
        if (check->bullets.at[b].place != place)
            continue;
        enum ending ending = ending_of(check, &check->bullets.at[b]);
        periods += ending == ENDING_PERIOD;
        bare += ending == ENDING_BARE;
    }
    if (!periods || !bare)
        return;
    enum ending wrong = periods > bare ? ENDING_BARE : ENDING_PERIOD;
    for (size_t t = 0; t < check->texts.count; t++) {
        const struct check_text *text = &check->texts.at[t];
        if (text->bullet && text->bullet->place == place &&
            ending_of(check, text->bullet) == wrong)
            other_ending(check, text, wrong);
    }
}

void
style_endings(struct check *check)
{
    for (int place = BULLET_EXPERIENCE; place <= BULLET_VOLUNTEER; place++)
        unify_place(check, (enum bullet_place)place);
}

/* ---- T109: marks and words set twice ----------------------------------- */

static void
blank_before(struct check *check, const struct check_text *text,
             const struct tokens *tokens, size_t i)
{
    const struct token *mark = &tokens->at[i], *before = &tokens->at[i - 1];
    struct str word = token_text(tokens, i - 1);
    struct finding *finding =
        check_on_text(check, CODE_T109, text, before->to, mark->to,
                      "Drop the blank before \"%c\".", mark->symbol);
    style_edit(check, finding, text, before->from, mark->to,
               str_format(check->arena, "%.*s%c", STR_ARG(word), mark->symbol));
}

/* ".NET" and ". . ." begin with their mark. */
static bool
has_blank_before(const struct tokens *tokens, size_t i)
{
    const struct token *mark = &tokens->at[i];
    return mark->kind == TOKEN_SYMBOL && mark->space_before && i > 0 &&
           mark->to - mark->from == 1 &&
           str_find_byte(STR(",.;!?"), mark->symbol, 0) != SIZE_MAX &&
           tokens->at[i - 1].kind == TOKEN_WORD &&
           (i + 1 >= tokens->count ||
            (tokens->at[i + 1].space_before &&
             tokens->at[i + 1].symbol != mark->symbol));
}

static bool
is_repeated(const struct tokens *tokens, size_t i)
{
    static const char *const wanted[] = {"had",  "that",   "very", "so",
                                         "many", "really", "no",   "bye",
                                         "much", NULL};
    struct str word = token_text(tokens, i);
    if (i == 0 || tokens->at[i].kind != TOKEN_WORD ||
        tokens->at[i - 1].kind != TOKEN_WORD || tokens->at[i].capital ||
        !tokens->at[i].space_before ||
        !str_equal_nocase(word, token_text(tokens, i - 1)))
        return false;
    for (size_t w = 0; wanted[w]; w++)
        if (token_is(tokens, i, wanted[w]))
            return false;
    return true;
}

static void
repeated_word(struct check *check, const struct check_text *text,
              const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    size_t from = tokens->at[i - 1].from, to = tokens->at[i].to;
    struct finding *finding =
        check_on_text(check, CODE_T109, text, from, to, "Write \"%.*s\" once.",
                      STR_ARG(word));
    style_edit(check, finding, text, from, to, token_text(tokens, i - 1));
}

/* "Yahoo!" and "Kahoot!" are names. */
static bool
is_exclamation(const struct tokens *tokens, size_t i)
{
    if (i == 0 || !token_is_symbol(tokens, i, '!') ||
        token_is_symbol(tokens, i - 1, '!') || tokens->at[i].space_before)
        return false;
    bool ends = i + 1 >= tokens->count || tokens->at[i + 1].space_before ||
                token_is_symbol(tokens, i + 1, '!');
    return ends &&
           (!tokens->at[i - 1].capital || style_sentence_begins(tokens, i - 1));
}

static void
exclamation(struct check *check, const struct check_text *text,
            const struct tokens *tokens, size_t i)
{
    struct finding *finding = check_on_text(
        check, CODE_T109, text, tokens->at[i].from, tokens->at[i].to,
        "Write a period instead of the exclamation mark.");
    if (!token_is_symbol(tokens, i + 1, '!'))
        style_edit(check, finding, text, tokens->at[i].from, tokens->at[i].to,
                   STR("."));
}

void
style_marks(struct check *check, const struct check_text *text)
{
    const struct tokens *tokens = check_tokens(check, text);
    const bool *quoted = NULL;
    size_t found = 0;
    for (size_t i = 1; i < tokens->count && found < FINDINGS_PER_TEXT; i++) {
        bool blank = has_blank_before(tokens, i);
        bool twice = !blank && is_repeated(tokens, i);
        bool loud = !blank && !twice && is_exclamation(tokens, i);
        if (!blank && !twice && !loud)
            continue;
        if (!quoted)
            quoted = style_quoted(check, text);
        if (quoted[i])
            continue;
        if (blank)
            blank_before(check, text, tokens, i);
        else if (twice)
            repeated_word(check, text, tokens, i);
        else
            exclamation(check, text, tokens, i);
        found++;
    }
}
