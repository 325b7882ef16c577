/* Texts into words, and words that are the same. */
#include "base/buf.h"
#include "base/utf8.h"
#include "proof.h"

/* FNV-1a (draft-eastlake-fnv). */
#define HASH_START UINT64_C(0xCBF29CE484222325)
#define HASH_FACTOR UINT64_C(0x100000001B3)
/* Lines that one word may go over. */
#define MOST_LINES 60

enum kind { KIND_NOTHING, KIND_BLANK, KIND_LETTER, KIND_ALONE };

static uint64_t
hash_more(uint64_t hash, uint32_t c)
{
    return (hash ^ c) * HASH_FACTOR;
}

/* ---- characters
 * --------------------------------------------------------------- */

struct stretch {
    uint32_t first, last;
    enum kind kind;
};

/* In order. What neither says anything nor is always written; blanks, and the
   marks for which a printer may set others (quotation marks, dashes); scripts
   whose lines end anywhere. */
static const struct stretch stretches[] = {
    {0x0080, 0x009F, KIND_NOTHING},    {0x00A0, 0x00A0, KIND_BLANK},
    {0x00AB, 0x00AB, KIND_BLANK},      {0x00AD, 0x00AD, KIND_NOTHING},
    {0x00BB, 0x00BB, KIND_BLANK},      {0x0300, 0x036F, KIND_NOTHING},
    {0x0591, 0x05C7, KIND_NOTHING},    {0x0610, 0x061A, KIND_NOTHING},
    {0x064B, 0x065F, KIND_NOTHING},    {0x0670, 0x0670, KIND_NOTHING},
    {0x0900, 0x0DFF, KIND_ALONE},      {0x0E00, 0x0FFF, KIND_ALONE},
    {0x1000, 0x109F, KIND_ALONE},      {0x1780, 0x17FF, KIND_ALONE},
    {0x2000, 0x200A, KIND_BLANK},      {0x200B, 0x200F, KIND_NOTHING},
    {0x2010, 0x201F, KIND_BLANK},      {0x2026, 0x2026, KIND_BLANK},
    {0x2028, 0x2029, KIND_BLANK},      {0x202A, 0x202E, KIND_NOTHING},
    {0x202F, 0x202F, KIND_BLANK},      {0x2032, 0x2037, KIND_BLANK},
    {0x2039, 0x203A, KIND_BLANK},      {0x2060, 0x206F, KIND_NOTHING},
    {0x2212, 0x2212, KIND_BLANK},      {0x2E80, 0x2FFF, KIND_ALONE},
    {0x3000, 0x3000, KIND_BLANK},      {0x3001, 0x3009, KIND_ALONE},
    {0x300A, 0x300F, KIND_BLANK},      {0x3010, 0xABFF, KIND_ALONE},
    {0xE000, 0xF8FF, KIND_NOTHING},    {0xF900, 0xFAFF, KIND_ALONE},
    {0xFE00, 0xFE0F, KIND_NOTHING},    {0xFEFF, 0xFEFF, KIND_NOTHING},
    {0xFF00, 0xFFEF, KIND_ALONE},      {0xFFF0, 0xFFFD, KIND_NOTHING},
    {0x1F000, 0x10FFFF, KIND_NOTHING},
};

static enum kind
kind_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof stretches / sizeof stretches[0]; i++)
        if (c <= stretches[i].last) {
            if (c >= stretches[i].first)
                return stretches[i].kind;
            break;
        }
    return utf8_is_letter(c) ? KIND_LETTER : KIND_ALONE;
}

static enum kind
kind_of_sign(char c)
{
    return strchr("'\"`-.<>", c) ? KIND_BLANK : KIND_ALONE;
}

/* Capitals are a matter of the look, also those that have two small forms. */
static uint32_t
folded(uint32_t c)
{
    c = utf8_lower(c);
    return c == 0x131 ? 'i' : c == 0x3C2 ? 0x3C3 : c;
}

/* ---- words
 * ---------------------------------------------------------------------- */

struct cutter {
    struct str text;
    size_t at;
    bool was_end; /* a line ended before the word */
};

/* The small letter or the figure of ASCII that a byte is; 0: something else. */
static unsigned
plain_of(char c)
{
    unsigned byte = (unsigned char)c, small = byte | 0x20;
    if (small - 'a' < 26)
        return small;
    return byte - '0' < 10 ? byte : 0;
}

/* Behind the rest of a word; `hash` goes on. */
static uint64_t
finish_word(struct cutter *cutter, uint64_t hash)
{
    struct str text = cutter->text;
    size_t end = cutter->at;
    while (end < text.len) {
        unsigned plain = plain_of(text.at[end]);
        if (plain) {
            hash = hash_more(hash, plain);
            end++;
            continue;
        }
        if ((unsigned char)text.at[end] < 0x80)
            break;
        size_t at = end;
        uint32_t c = utf8_next(text, &at);
        enum kind kind = kind_of(c);
        if (kind == KIND_BLANK || kind == KIND_ALONE)
            break;
        if (kind == KIND_LETTER)
            hash = hash_more(hash, folded(c));
        end = at;
    }
    cutter->at = end;
    return hash;
}

static bool
next_word(struct cutter *cutter, struct proof_word *word)
{
    struct str text = cutter->text;
    cutter->was_end = cutter->at == 0;
    while (cutter->at < text.len) {
        size_t from = cutter->at, at = from;
        unsigned char byte = (unsigned char)text.at[from];
        if (byte <= ' ') {
            cutter->was_end |= byte == '\n' || byte == '\f';
            cutter->at++;
            continue;
        }
        *word = (struct proof_word){.from = (uint32_t)from,
                                    .is_first = cutter->was_end};
        if (plain_of((char)byte)) {
            word->hash = finish_word(cutter, HASH_START);
            word->to = (uint32_t)cutter->at;
            return true;
        }
        uint32_t c = utf8_next(text, &at);
        enum kind kind = byte < 0x80 ? kind_of_sign((char)byte) : kind_of(c);
        cutter->at = at;
        if (kind == KIND_NOTHING || kind == KIND_BLANK)
            continue;
        word->hash = hash_more(HASH_START, byte < 0x80 ? c : folded(c));
        if (kind == KIND_LETTER)
            word->hash = finish_word(cutter, word->hash);
        word->to = (uint32_t)cutter->at;
        return true;
    }
    return false;
}

static struct str
composed(struct arena *arena, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0xCC)
            return utf8_to_nfc(arena, text);
    return text;
}

void
proof_hashes(const struct proof_text *text, struct str field, hash_list *hashes)
{
    struct cutter cutter = {
        .text = text->composes ? composed(text->arena, field) : field};
    struct proof_word word;
    hashes->count = 0;
    while (next_word(&cutter, &word))
        *list_add(text->arena, hashes) = word.hash;
}

bool
proof_turns(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        if ((unsigned char)text.at[at] < 0x80) {
            at++;
            continue;
        }
        uint32_t c = utf8_next(text, &at);
        if ((c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) ||
            (c >= 0xFE70 && c < 0xFF00))
            return true;
    }
    return false;
}

bool
proof_has_words(const struct proof_text *text, const hash_list *hashes)
{
    for (size_t i = 0; i < hashes->count; i++) {
        uint32_t at = text->heads[hashes->at[i] % text->head_count];
        while (at && text->words.at[at - 1].hash != hashes->at[i])
            at = text->next[at - 1];
        if (!at)
            return false;
    }
    return true;
}

/* ---- a whole text
 * ----------------------------------------------------------------- */

static void
link_words(struct proof_text *text)
{
    size_t count = text->words.count;
    text->head_count = 64;
    while (text->head_count < count)
        text->head_count *= 2;
    text->heads = ARENA_ARRAY(text->arena, text->head_count, uint32_t);
    text->next = ARENA_ARRAY(text->arena, count, uint32_t);
    for (size_t i = count; i > 0; i--) {
        uint32_t *head =
            &text->heads[text->words.at[i - 1].hash % text->head_count];
        text->next[i - 1] = *head;
        *head = (uint32_t)i;
    }
}

/* From the last word of each line on, joining goes over all lines of a single
   word that follow. */
static size_t
far_cost_of(const struct proof_text *text)
{
    size_t cost = text->words.count, joined = 0;
    for (size_t i = text->words.count; i > 0; i--) {
        joined = text->words.at[i - 1].is_last ? joined + 1 : 0;
        cost += joined < MOST_LINES ? joined : MOST_LINES;
    }
    return cost / 8;
}

struct proof_text
proof_text_of(struct arena *arena, struct str text,
              const struct pdf_text_part *decoration, size_t decoration_count)
{
    struct proof_text result = {.arena = arena, .text = text};
    struct cutter cutter = {.text = result.text};
    struct proof_word word;
    size_t part = 0;
    bool was_end = true;
    while (next_word(&cutter, &word)) {
        while (part < decoration_count && decoration[part].to <= word.from)
            part++;
        was_end |= word.is_first;
        if (part < decoration_count && decoration[part].from <= word.from)
            continue;
        word.is_first = was_end;
        if (was_end && result.words.count)
            result.words.at[result.words.count - 1].is_last = true;
        was_end = false;
        *list_add(arena, &result.words) = word;
    }
    if (result.words.count)
        result.words.at[result.words.count - 1].is_last = true;
    link_words(&result);
    result.far_cost = far_cost_of(&result);
    return result;
}

/* ---- comparing -------------------------------------------------------- */

static uint64_t
hash_of(const struct proof_text *text, const struct proof_word *word,
        uint64_t hash)
{
    struct cutter cutter = {.text =
                                str_slice(text->text, word->from, word->to)};
    return finish_word(&cutter, hash);
}

/* A word whose parts stand on several lines, with or without a hyphen; behind
   its last part, or 0. */
static size_t
match_joined(const struct proof_text *text, size_t at, uint64_t wanted)
{
    const struct proof_word *words = text->words.at;
    size_t count = text->words.count;
    if (!words[at].is_last)
        return 0;
    uint64_t hash = hash_of(text, &words[at], HASH_START);
    if (hash != words[at].hash) /* a sign, which nothing goes on from */
        return 0;
    for (int lines = 0; lines < MOST_LINES; lines++) {
        if (!words[at].is_last || at + 1 >= count)
            return 0;
        at++;
        hash = hash_of(text, &words[at], hash);
        if (hash == wanted)
            return at + 1;
    }
    return 0;
}

size_t
proof_match_at(const struct proof_text *text, size_t at, const uint64_t *hashes,
               size_t count)
{
    const struct proof_word *words = text->words.at;
    for (size_t i = 0; i < count; i++) {
        if (at >= text->words.count || (words[at].is_used && !text->shares))
            return 0;
        if (words[at].hash == hashes[i]) {
            at++;
            continue;
        }
        size_t behind = match_joined(text, at, hashes[i]);
        if (!behind)
            return 0;
        at = behind;
    }
    return at;
}

static struct str
squeeze(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool counts = c < 0x80
                          ? ascii_is_alnum((char)c)
                          : kind_of(c) == KIND_LETTER ||
                                (kind_of(c) == KIND_ALONE && utf8_is_letter(c));
        if (counts)
            buf_add_code_point(&out, folded(c));
    }
    return buf_str(&out);
}

bool
proof_is_squeezed(struct proof_text *text, struct str wanted)
{
    if (!text->squeezed.at)
        text->squeezed = squeeze(text->arena, text->text);
    wanted = squeeze(text->arena, composed(text->arena, wanted));
    return wanted.len >= 4 && str_find(text->squeezed, wanted, 0) != SIZE_MAX;
}
