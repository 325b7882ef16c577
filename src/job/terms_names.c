/*
 * Names that neither the pack nor asked.yaml knows: tools, systems, methods.
 * A capital says little in a posting, where employers, places, titles and
 * headings have them too; a name counts where something is asked for, in a
 * list, behind "experience with" and its like, or with a shape that words do
 * not have ("QuickBooks", "C++", "S/4HANA").
 */
#include "terms.h"
#include "text_signs.h"

#define NAME_TOKENS 6
#define ACRONYM_MOST 6

/* ---- the posting's own words -----------------------------------------------
 */

struct small_words {
    struct index small;  /* words written small somewhere */
    struct index bodies; /* words and letters that name an employer */
};

static struct str
next_word(struct str *rest)
{
    size_t from = 0, to;
    while (from < rest->len && !ascii_is_alpha(rest->at[from]))
        from++;
    for (to = from; to < rest->len && ascii_is_alnum(rest->at[to]);)
        to++;
    struct str word = str_slice(*rest, from, to);
    *rest = str_slice(*rest, to, rest->len);
    return word;
}

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "at Mercy", "join Acme", "About Acme": names of those who advertise. */
static bool
opens_body(struct str word)
{
    static const struct str openers[] = {STR_INIT("at"), STR_INIT("join"),
                                         STR_INIT("joining"),
                                         STR_INIT("about")};
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (str_equal_nocase(word, openers[i]))
            return true;
    return false;
}

/* As index_of_text() has it, while the word is read; *at moves behind it. */
static uint64_t
read_key(struct str text, size_t *at)
{
    uint64_t key = UINT64_C(0xCBF29CE484222325);
    size_t i = *at;
    for (char c;
         i < text.len && (c = word_letters[(unsigned char)text.at[i]]) != '\0';
         i++)
        key = (key ^ (unsigned char)c) * UINT64_C(0x100000001B3);
    *at = i;
    return key ? key : 1;
}

static void
note_line(struct term_search *search, struct small_words *words,
          struct str line)
{
    struct str before = STR("");
    for (size_t i = 0; i < line.len;) {
        size_t from = i;
        if (!ascii_is_alpha(line.at[i])) {
            i++;
            continue;
        }
        uint64_t key = read_key(line, &i);
        bool is_small = !is_capital(line.at[from]);
        bool is_whole = i == line.len || (unsigned char)line.at[i] < 0x80;
        bool is_new =
            !is_small || index_add(search->arena, &words->small, key, 1);
        if (is_new || !is_whole) {
            word_heads_add(&search->heads, word_head(line, from));
            word_heads_add(&search->threes,
                           word_head_of_three(str_slice(line, from, i)));
        }
        if (!is_small && opens_body(before))
            (void)index_add(search->arena, &words->bodies, key, 1);
        before = str_slice(line, from, i);
    }
}

/* The title may stand in no line. Letters beyond ASCII are not told apart. */
static void
note_heads(struct term_search *search)
{
    struct str title = search->job->title, rest = title;
    for (struct str word = next_word(&rest); word.len;
         word = next_word(&rest)) {
        word_heads_add(&search->heads,
                       word_head(title, (size_t)(word.at - title.at)));
        word_heads_add(&search->threes, word_head_of_three(word));
    }
    search->heads.bits[63] = UINT64_MAX;
}

static void
note_body(struct term_search *search, struct small_words *words,
          struct str name)
{
    for (struct str word = next_word(&name); word.len; word = next_word(&name))
        if (is_capital(word.at[0]))
            (void)index_add(search->arena, &words->bodies, index_of_text(word),
                            1);
}

/* "Office of Personnel Management (OPM)": letters behind words that end like
   the name of a body. */
static void
note_letters(struct term_search *search, struct small_words *words,
             struct str line, size_t open)
{
    size_t from = open, close = str_find_byte(line, ')', open);
    if (close == SIZE_MAX || close - open < 3 || close - open > 8)
        return;
    while (from > 0 && open - from < 60)
        from--;
    struct str before = str_slice(line, from, open);
    struct tokens tokens = tokens_read(search->arena, search->pack, before);
    struct lexicon_asked asked[LEXICON_SKILLS];
    bool body = false;
    for (size_t i = 0; i < tokens.count && !body; i++) {
        size_t count =
            tokens.at[i].capital ? lexicon_asked(&tokens, i, asked) : 0;
        for (size_t k = 0; k < count; k++)
            body |=
                asked[k].list == LEXICON_ASKED_BODY && tokens.count - i <= 5;
    }
    if (body)
        note_body(search, words, str_slice(line, open + 1, close));
}

struct small_words *
small_words_of(struct term_search *search)
{
    const struct job *job = search->job;
    struct small_words *words = ARENA_NEW(search->arena, struct small_words);
    for (size_t i = 0; i < job->lines.count; i++) {
        struct str line = job->lines.at[i].text;
        note_line(search, words, line);
        for (size_t at = str_find_byte(line, '(', 0); at != SIZE_MAX;
             at = str_find_byte(line, '(', at + 1))
            note_letters(search, words, line, at);
    }
    note_heads(search);
    note_body(search, words, job->organization);
    note_body(search, words, job->location);
    return words;
}

/* ---- the shape of a name ---------------------------------------------------
 */

/* How sure its letters make that it is a name. */
enum shape {
    SHAPE_NONE,
    SHAPE_WORDS,   /* capitals at the head of words: "Waystar" */
    SHAPE_LETTERS, /* "PLC" */
    SHAPE_NAME     /* nothing else is written so: "QuickBooks", "H2S" */
};

struct run {
    size_t from, len; /* tokens */
    enum shape shape;
};

static enum shape
shape_of_word(struct str word)
{
    size_t upper = 0, lower = 0, digits = 0;
    bool inner = false;
    for (size_t i = 0; i < word.len; i++) {
        inner |= is_capital(word.at[i]) && lower > 0;
        upper += is_capital(word.at[i]);
        lower += word.at[i] >= 'a' && word.at[i] <= 'z';
        digits += ascii_is_digit(word.at[i]);
    }
    if ((inner && lower > 1) || (digits && upper + lower && upper))
        return SHAPE_NAME;
    if (upper >= 2 && !lower)
        return SHAPE_LETTERS;
    return is_capital(word.at[0]) ? SHAPE_WORDS : SHAPE_NONE;
}

static bool
is_open(const struct reading *reading, size_t i)
{
    return i < reading->to && !reading->notes[i].taken &&
           !reading->notes[i].masked;
}

/* The next token of a name: a word with a capital, a number ("IFRS 17"), or
   what is joined without a blank ("S/4HANA", "Node.js"). */
static size_t
next_of_name(const struct reading *reading, size_t i)
{
    const struct token *token = &reading->tokens.at[i];
    if (!is_open(reading, i))
        return 0;
    if (token->kind == TOKEN_NUMBER)
        return 1;
    if (token->kind == TOKEN_WORD)
        return token->capital || !token->space_before ? 1 : 0;
    if (token->space_before || !strchr("+#-./&", token->symbol))
        return 0;
    if (token->symbol == '+' || token->symbol == '#')
        return 1;
    if (!is_open(reading, i + 1) || reading->tokens.at[i + 1].space_before ||
        reading->tokens.at[i + 1].kind == TOKEN_SYMBOL)
        return 0;
    bool single =
        reading->tokens.at[i - 1].to - reading->tokens.at[i - 1].from == 1;
    return token->symbol != '/' || single ? 2 : 0;
}

static struct run
run_at(const struct reading *reading, size_t i)
{
    struct run run = {i, 0, SHAPE_NONE};
    if (!is_open(reading, i) || reading->tokens.at[i].kind != TOKEN_WORD)
        return run;
    run.shape = shape_of_word(token_text(&reading->tokens, i));
    for (run.len = 1; run.shape && run.len < NAME_TOKENS;) {
        size_t more = next_of_name(reading, i + run.len);
        if (!more || i + run.len + more > reading->to)
            break;
        run.len += more;
    }
    for (size_t k = i; run.shape && k < i + run.len; k++) {
        const struct token *token = &reading->tokens.at[k];
        enum shape shape = token->kind == TOKEN_WORD
                               ? shape_of_word(token_text(&reading->tokens, k))
                               : SHAPE_NONE;
        if (token->symbol == '+' || token->symbol == '#')
            shape = SHAPE_NAME;
        if (shape > run.shape)
            run.shape = shape;
    }
    return run;
}

/* ---- what is no name -------------------------------------------------------
 */

static bool
is_known_otherwise(const struct reading *reading, size_t i)
{
    const struct small_words *words = reading->search->small;
    struct str word = token_text(&reading->tokens, i);
    size_t term;
    return reading->notes[i].not_len ||
           index_find(&words->bodies, index_of_text(word)) != SIZE_MAX ||
           lexicon_match(&reading->tokens, i, LEXICON_FACILITY, &term) ||
           lexicon_match(&reading->tokens, i, LEXICON_GIVEN_NAME, &term) ||
           lexicon_match(&reading->tokens, i, LEXICON_MASK_MONTH, &term);
}

/* A word of the language with a capital: the pack has it among its words, or
   the posting writes it small elsewhere. */
static bool
is_ordinary(const struct reading *reading, size_t i)
{
    const struct token *token = &reading->tokens.at[i];
    struct str word = token_text(&reading->tokens, i);
    return token->asked || index_find(&reading->search->small->small,
                                      index_of_text(word)) != SIZE_MAX;
}

/* "PrinciplesLeadership": two lines joined; no name is as long as that before
   a capital. */
static bool
is_joined(struct str word)
{
    size_t small = 0, i = 1;
    for (; i < word.len && word.at[i] >= 'a' && word.at[i] <= 'z'; i++)
        small++;
    bool goes_on = i + 1 < word.len && is_capital(word.at[i]) &&
                   word.at[i + 1] >= 'a' && word.at[i + 1] <= 'z';
    return goes_on && (small >= 8 || (small >= 6 && word.at[i - 1] == 's'));
}

static bool
is_excluded(const struct reading *reading, const struct run *run)
{
    size_t ordinary = 0, words = 0;
    for (size_t i = run->from; i < run->from + run->len; i++) {
        if (reading->tokens.at[i].kind != TOKEN_WORD)
            continue;
        if (is_known_otherwise(reading, i) ||
            is_joined(token_text(&reading->tokens, i)))
            return true;
        words++;
        ordinary += is_ordinary(reading, i);
    }
    struct str text =
        str_slice(reading->tokens.text, reading->tokens.at[run->from].from,
                  reading->tokens.at[run->from + run->len - 1].to);
    return (run->shape == SHAPE_WORDS && ordinary == words) || text.len < 2 ||
           pack_known_name(reading->search->pack, text);
}

/* ---- where names are asked for ---------------------------------------------
 */

/* Words before a name that make a place, a body or a person of it. */
static bool
follows_other_word(const struct reading *reading, size_t i)
{
    static const char *const others[] = {
        "at", "from", "by", "the", "our", "join",   "for",   "to",
        "of", "as",   "dr", "mr",  "ms",  "within", "under", "per"};
    if (i == reading->from || reading->notes[i - 1].cue_ends)
        return false;
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (token_is(&reading->tokens, i - 1, others[k]))
            return true;
    return false;
}

/* Who does something with somebody. */
static bool
is_company(const struct reading *reading, size_t i)
{
    static const struct str starts[] = {
        STR_INIT("work"),  STR_INIT("partner"),   STR_INIT("collabor"),
        STR_INIT("close"), STR_INIT("together"),  STR_INIT("meet"),
        STR_INIT("liais"), STR_INIT("coordinat"), STR_INIT("communicat"),
        STR_INIT("align"), STR_INIT("jointly"),   STR_INIT("contract"),
        STR_INIT("agree"), STR_INIT("relation"),  STR_INIT("negotiat"),
        STR_INIT("compl"), STR_INIT("accord")};
    struct str word = token_text(&reading->tokens, i);
    for (size_t k = 0; k < sizeof starts / sizeof *starts; k++)
        if (str_equal_nocase(str_slice(word, 0, starts[k].len), starts[k]))
            return true;
    return false;
}

/* "manage vulnerabilities with Tenable", not "work closely with Harriet" */
static bool
is_means(const struct reading *reading, size_t i)
{
    return i > reading->from + 1 && reading->line->place != JOB_OTHER &&
           (token_is(&reading->tokens, i - 1, "with") ||
            token_is(&reading->tokens, i - 1, "via")) &&
           !is_company(reading, i - 2);
}

static bool
is_listed(const struct reading *reading, const struct run *run)
{
    size_t i = run->from, end = run->from + run->len;
    if (is_means(reading, i))
        return true;
    bool opens =
        i > reading->from &&
        (reading->notes[i - 1].cue_ends || is_separator(reading, i - 1) ||
         is_sign(reading, i - 1, ':') ||
         (i > reading->from + 1 && reading->notes[i - 1].noun_len));
    bool closes = end >= reading->to || is_separator(reading, end) ||
                  reading->tokens.at[end].kind == TOKEN_SYMBOL ||
                  reading->notes[end].noun_len || reading->notes[end].soft ||
                  reading->notes[end].hard;
    return follows_cue(reading, i) && opens && closes;
}

static bool
is_asked_for(const struct reading *reading, const struct run *run)
{
    size_t end = run->from + run->len;
    bool noun = end < reading->to && reading->notes[end].noun_len;
    if (reading->capitals && run->shape != SHAPE_NAME)
        return false;
    if (noun && (run->shape != SHAPE_WORDS || !is_first(reading, run->from) ||
                 run->len == 1))
        return reading->line->place != JOB_OTHER ||
               follows_cue(reading, run->from);
    if (follows_other_word(reading, run->from))
        return false;
    if (is_listed(reading, run))
        return true;
    return run->shape == SHAPE_NAME && reading->line->place != JOB_OTHER;
}

void
find_names(struct reading *reading)
{
    for (size_t i = reading->from; i < reading->to;) {
        struct run run = run_at(reading, i);
        if (run.shape && !is_excluded(reading, &run) &&
            is_asked_for(reading, &run)) {
            struct str text =
                str_slice(reading->tokens.text, reading->tokens.at[i].from,
                          reading->tokens.at[i + run.len - 1].to);
            terms_add(reading, &(struct found_term){.kind = JOB_NAME,
                                                    .index = SIZE_MAX,
                                                    .key = terms_key(text),
                                                    .from = i,
                                                    .len = run.len});
        }
        /* "Previous Epic experience" begins as sentences do. */
        bool opens = run.len > 1 && is_first(reading, i) &&
                     reading->notes[i].not_len == 1;
        i += run.len && !opens ? run.len : 1;
    }
}
