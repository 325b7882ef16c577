/*
 * Hyphenation by Liang's patterns ("Word Hy-phen-a-tion by Com-put-er", 1983):
 * each pattern found in a word sets digits between its letters, the largest
 * digit counts, and an odd one allows a hyphen.
 */
#include "type/hyphenation.h"

#include <string.h>

#include "base/utf8.h"

#include "hyphens.h"
#include "workspace.h"

/* Two letters stay on the line, three go to the next; shorter words are not
   worth a hyphen. */
#define LEAST_BEFORE 2
#define LEAST_AFTER 3
#define SHORTEST_WORD 6
#define LONGEST_WORD 60

static const struct {
    const char *prefix, *tag;
} language_rows[] = {
    {"en-gb", "en-gb"}, {"en-au", "en-gb"}, {"en-ie", "en-gb"},
    {"en-in", "en-gb"}, {"en-nz", "en-gb"}, {"en-za", "en-gb"},
    {"en", "en-us"},    {"de", "de-1996"},  {"es", "es"},
    {"fr", "fr"},       {"it", "it"},       {"nl", "nl"},
    {"pt", "pt"},       {"sv", "sv"},       {"da", "da"},
    {"nb", "no"},       {"nn", "no"},       {"no", "no"},
    {"fi", "fi"},       {"pl", "pl"},       {"ru", "ru"},
    {"uk", "uk"},       {"tr", "tr"},       {"el", "el-monoton"},
    {"hr", "hr"},       {"sr-Latn", "hr"},  {"bs", "hr"},
    {"sk", "sk"},       {"sl", "sl"},       {"et", "et"},
    {"lt", "lt"},
};

static bool
has_prefix(struct str language, struct str prefix)
{
    return str_equal_nocase(str_slice(language, 0, prefix.len), prefix) &&
           (language.len == prefix.len || language.at[prefix.len] == '-');
}

const struct hyphen_patterns *
hyphen_find(struct str language)
{
    const char *tag = NULL;
    for (size_t i = 0; i < sizeof language_rows / sizeof *language_rows; i++) {
        if (has_prefix(language, str_from(language_rows[i].prefix))) {
            tag = language_rows[i].tag;
            break;
        }
    }
    for (size_t i = 0; tag && i < hyphen_language_count; i++) {
        if (strcmp(hyphen_languages[i].tag, tag) == 0)
            return &hyphen_languages[i];
    }
    return NULL;
}

/* ---- patterns ------------------------------------------------------------ */

/* Label of a letter, 0 when no pattern knows it. */
static uint32_t
label_of(const struct hyphen_patterns *patterns, uint32_t letter)
{
    size_t low = 0, high = patterns->alphabet_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (patterns->alphabet[middle] == letter)
            return (uint32_t)middle + 1;
        if (patterns->alphabet[middle] < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* All patterns that begin at labels[from]. */
static void
apply_from(const struct hyphen_patterns *patterns, const uint32_t *labels,
           size_t from, size_t count, uint8_t *levels)
{
    uint32_t base = patterns->root;
    for (size_t at = from; at < count && base && labels[at]; at++) {
        uint32_t slot = patterns->slots[base + labels[at]];
        if (HYPHEN_LABEL(slot) != labels[at])
            return;
        const struct hyphen_op *op = &patterns->ops[HYPHEN_OP(slot)];
        for (size_t i = 0; i < op->count; i++) {
            size_t place = at + 1 - op->back + i;
            uint8_t digit = patterns->digits[op->at + i];
            if (levels[place] < digit)
                levels[place] = digit;
        }
        base = HYPHEN_BASE(slot);
    }
}

/* ---- exceptions ---------------------------------------------------------- */

/* "as-so-ciate" against the letters; ASCII is all that exceptions hold. */
static bool
exception_fits(const char *exception, const uint32_t *letters, size_t count,
               bool *allowed)
{
    size_t at = 0;
    memset(allowed, 0, count * sizeof *allowed);
    for (; *exception; exception++) {
        if (*exception == '-') {
            if (at < count)
                allowed[at] = true;
        } else if (at == count || letters[at++] != (uint8_t)*exception) {
            return false;
        }
    }
    return at == count;
}

static bool
find_exception(const struct hyphen_patterns *patterns, const uint32_t *letters,
               size_t count, bool *allowed)
{
    for (size_t i = 0; patterns->exceptions[i]; i++) {
        if (exception_fits(patterns->exceptions[i], letters, count, allowed))
            return true;
    }
    return false;
}

/* ---- words --------------------------------------------------------------- */

void
hyphen_word(const struct hyphen_patterns *patterns, const uint32_t *letters,
            size_t count, bool *allowed)
{
    uint32_t labels[LONGEST_WORD + 2];
    uint8_t levels[LONGEST_WORD + 4] = {0};
    if (count < SHORTEST_WORD || count > LONGEST_WORD) {
        memset(allowed, 0, count * sizeof *allowed);
        return;
    }
    if (!find_exception(patterns, letters, count, allowed)) {
        labels[0] = labels[count + 1] = label_of(patterns, '.');
        for (size_t i = 0; i < count; i++)
            labels[i + 1] = label_of(patterns, letters[i]);
        for (size_t i = 0; i < count + 2; i++)
            apply_from(patterns, labels, i, count + 2, levels);
        for (size_t i = 0; i < count; i++)
            allowed[i] = levels[i + 1] & 1;
    }
    for (size_t i = 0; i < count; i++)
        allowed[i] &= i >= LEAST_BEFORE && i + LEAST_AFTER <= count;
}

/* ---- the paragraph ------------------------------------------------------- */

struct word {
    uint32_t letters[LONGEST_WORD];
    uint32_t offsets[LONGEST_WORD];
    size_t count;
    size_t from, to;
    bool capital, inner_capital;
    bool soft; /* the writer said where */
};

/* The letters from *at on; false when there are none. Moves *at behind them. */
static bool
take_word(const struct workspace *ws, size_t *at, struct word *word)
{
    struct str text = {ws->text, ws->len};
    *word = (struct word){.from = *at};
    while (*at < ws->len) {
        size_t next = *at;
        uint32_t c = utf8_next(text, &next);
        if (!utf8_is_letter(c))
            break;
        uint32_t lower = utf8_lower(c);
        if (lower != c && word->count == 0)
            word->capital = true;
        else if (lower != c)
            word->inner_capital = true;
        word->soft |= (ws->breaks[*at] & BREAK_SOFT) != 0;
        if (word->count < LONGEST_WORD) {
            word->letters[word->count] = lower;
            word->offsets[word->count] = (uint32_t)*at;
        }
        word->count++;
        *at = next;
    }
    word->to = *at;
    return word->count > 0;
}

static bool
is_joint(char c)
{
    return c == '-' || c == '/' || c == '@' || c == '_' || c == '\\' ||
           ascii_is_digit(c);
}

/* Behind a full stop, or at the text's start: the capital says nothing. */
static bool
begins_sentence(const struct workspace *ws, size_t from)
{
    if (from < 2)
        return from == 0;
    char end = ws->text[from - 2];
    return ws->text[from - 1] == ' ' &&
           (end == '.' || end == '!' || end == '?' || end == ':');
}

/* Plain words only: no parts of compounds, addresses, codes or acronyms. In
   English a capital is a name, in German it is any noun. */
static bool
may_hyphenate(const struct workspace *ws, const struct word *word,
              bool capitals)
{
    if (word->count < SHORTEST_WORD || word->count > LONGEST_WORD ||
        word->inner_capital || word->soft ||
        (word->capital && !capitals && !begins_sentence(ws, word->from)))
        return false;
    if (word->from > 0 && is_joint(ws->text[word->from - 1]))
        return false;
    if (word->to >= ws->len)
        return true;
    char next = ws->text[word->to];
    bool dotted = next == '.' && word->to + 1 < ws->len &&
                  ascii_is_alnum(ws->text[word->to + 1]);
    return !is_joint(next) && !dotted;
}

static void
mark_word(struct workspace *ws, const struct hyphen_patterns *patterns,
          const struct word *word)
{
    bool allowed[LONGEST_WORD];
    hyphen_word(patterns, word->letters, word->count, allowed);
    for (size_t i = 0; i < word->count; i++) {
        if (allowed[i])
            ws->breaks[word->offsets[i]] |= BREAK_HYPHEN;
    }
}

void
flow_hyphenate(struct workspace *ws, struct str language)
{
    const struct hyphen_patterns *patterns = hyphen_find(language);
    if (!patterns)
        return;
    bool capitals = !str_starts(language, STR("en"));
    struct str text = {ws->text, ws->len};
    for (size_t at = 0; at < ws->len;) {
        struct word word;
        if (!take_word(ws, &at, &word)) {
            (void)utf8_next(text, &at); /* no letter: pass over it */
            continue;
        }
        if (may_hyphenate(ws, &word, capitals))
            mark_word(ws, patterns, &word);
    }
    flow_forbid_breaks(ws, BREAK_HYPHEN);
}
