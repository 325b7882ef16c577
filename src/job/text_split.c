/*
 * Text that was pasted without its line breaks: items stand in one line with
 * their signs between them, headings in the middle of a paragraph.
 */
#include "text_parts.h"

#include "base/utf8.h"

/* Signs that also part other things than items, and how often they must stand
   in a line of which length to be believed. */
struct parting {
    struct str sign;
    size_t times, length;
};

static const struct parting partings[] = {
    {STR_INIT("\342\200\242"), 1, 0}, /* bullets */
    {STR_INIT("\342\227\217"), 1, 0}, {STR_INIT("\342\226\252"), 1, 0},
    {STR_INIT("\342\227\246"), 1, 0}, {STR_INIT("\342\200\243"), 1, 0},
    {STR_INIT("\302\267"), 2, 200}, /* a middle dot */
    {STR_INIT(" * "), 2, 120},        {STR_INIT(" - "), 4, 400},
};

/* Bytes of the sign but for the blank behind it, which also parts the next. */
static size_t
step_of(struct str sign)
{
    return sign.len - (sign.at[sign.len - 1] == ' ');
}

static size_t
count_in(struct str s, struct str sign)
{
    size_t count = 0;
    for (size_t i = str_find(s, sign, 0); i != SIZE_MAX;
         i = str_find(s, sign, i + step_of(sign)))
        count++;
    return count;
}

/* Rarer than a blank. */
static char
telling_byte(const struct parting *parting)
{
    return parting->sign.at[parting->sign.len > 2 ? 1 : 0];
}

static const struct parting *
find_parting(struct str s)
{
    for (size_t i = 0; s.len > 20 && i < sizeof partings / sizeof *partings;
         i++)
        if (s.len >= partings[i].length &&
            str_find_byte(s, telling_byte(&partings[i]), 0) != SIZE_MAX &&
            count_in(s, partings[i].sign) >= partings[i].times)
            return &partings[i];
    return NULL;
}

/* From here on a block is several lines, and headings stand in it bare. */
#define BARE_LENGTH 600

/* ---- headings within --------------------------------------------------- */

/* Whether the words of a hit end in a colon; *end is behind it. */
static bool
ends_in_colon(const struct words *words, const struct sign_hit *hit,
              struct str s, size_t *end)
{
    size_t last = hit->from + hit->count - 1;
    size_t from = words->list.at[last].at;
    size_t to =
        last + 1 < words->list.count ? words->list.at[last + 1].at : s.len;
    size_t colon = str_find_byte(str_slice(s, from, to), ':', 0);
    *end = from + colon + 1;
    return colon != SIZE_MAX;
}

/* A heading that begins a sentence, or anything in a line that has no end. */
static bool
begins_sentence(struct str s, size_t at, bool is_endless)
{
    size_t i = at;
    while (i > 0 && s.at[i - 1] == ' ')
        i--;
    return i > 0 && (strchr(".;!?)", s.at[i - 1]) || is_endless);
}

/* The heading with a colon that begins at word i; NULL: none does. */
static const struct sign_hit *
heading_at(struct posting *posting, struct str s, size_t i)
{
    sign_hit_list *hits = &posting->hits;
    size_t end;
    signs_find_at(posting->arena, posting->signs, &posting->words, i, hits);
    for (size_t k = 0; k < hits->count; k++)
        if (hits->at[k].sign->kind <= SIGN_HEADING_WEAK &&
            ends_in_colon(&posting->words, &hits->at[k], s, &end))
            return &hits->at[k];
    return NULL;
}

/* Nothing but a blank stands before word i. */
static bool
follows_blank(const struct words *words, struct str s, size_t i)
{
    const struct word *last = &words->list.at[i - 1];
    return last->at + last->len + 1 == words->list.at[i].at &&
           s.at[words->list.at[i].at - 1] == ' ';
}

/* What surrounds a posting closes only what such a heading opened: "Job Type"
   may as well be a field. */
static bool
may_stand_bare(const struct posting *posting, enum section section)
{
    if (section == SECTION_BOILERPLATE || section == SECTION_CONDITIONS)
        return posting->has_bare;
    return section == SECTION_REQUIRED || section == SECTION_PREFERRED ||
           section == SECTION_DUTIES;
}

/* The word behind the heading that begins at word i, perhaps with one that
   says nothing ("Key Responsibilities"); 0: less than two words are one. */
static size_t
heading_words(struct posting *posting, size_t i)
{
    const struct words *words = &posting->words;
    size_t fill = posting_is_fill(words_at(words, i)), best = 0;
    for (size_t from = i; from <= i + fill && from < words->list.count;
         from++) {
        signs_find_at(posting->arena, posting->signs, words, from,
                      &posting->hits);
        for (size_t k = 0; k < posting->hits.count; k++) {
            const struct sign_hit *hit = &posting->hits.at[k];
            if (hit->sign->kind <= SIGN_HEADING_START &&
                from + hit->count >= i + 2 && from + hit->count > best &&
                may_stand_bare(posting, hit->sign->section))
                best = from + hit->count;
        }
    }
    bool goes_on = best && best + 1 < words->list.count &&
                   str_is(words_at(words, best), "and") &&
                   words->list.at[best + 1].is_capital;
    return goes_on ? best + 2 : best;
}

/* "Required Skills and Experience Bachelor's degree": a heading whose words
   have capitals, before another capital or a number. The word behind it; 0:
   none begins at word i. */
static size_t
bare_heading_end(struct posting *posting, struct str s, size_t i)
{
    const struct words *words = &posting->words;
    size_t end = heading_words(posting, i);
    if (!end || end >= words->list.count || !follows_blank(words, s, end))
        return 0;
    for (size_t k = i; k < end; k++)
        if (!words->list.at[k].is_capital && !str_is(words_at(words, k), "and"))
            return 0;
    const struct word *first = &words->list.at[i];
    const struct word *next = &words->list.at[end];
    bool begins = next->is_capital || ascii_is_digit(s.at[next->at]);
    return begins && (first->at == 0 || s.at[first->at - 1] == ' ') ? end : 0;
}

/* Items in a row with not even a full stop between them: "... with claims data
   Experience creating models Deep interest in trends". */
static bool
begins_item(const struct posting *posting, struct str s, size_t from, size_t i)
{
    const struct words *words = &posting->words;
    const struct word *word = &words->list.at[i];
    if (i == 0 || !word->is_capital || word->at < from + 40 ||
        !posting_opens_item(s, word->at) || words->list.at[i - 1].is_capital ||
        !follows_blank(words, s, i) || posting_is_fill(words_at(words, i - 1)))
        return false;
    for (size_t at = from; at < word->at; at++)
        if (strchr(".;!?", s.at[at]))
            return false;
    return true;
}

/* A heading within a text: its first byte, and where it ends when no colon
   tells, else 0. */
struct within {
    size_t at, end;
    bool is_item; /* no heading, but an item */
};

/* The first heading behind `from`; at s.len: none. Words before *next were
   looked at. */
static struct within
find_heading(struct posting *posting, struct str s, size_t from,
             const struct block *block, bool is_endless, size_t *next)
{
    const struct words *words = &posting->words;
    bool is_bare = block->text.len > BARE_LENGTH;
    while (*next < words->list.count) {
        size_t first = (*next)++;
        const struct word *word = &words->list.at[first];
        if ((word->at <= from && from > 0) || !word->is_capital)
            continue;
        size_t end = is_bare ? bare_heading_end(posting, s, first) : 0;
        if (end) {
            *next = end;
            posting->has_bare = true;
            return (struct within){word->at, words->list.at[end].at, false};
        }
        if (is_bare && begins_item(posting, s, from, first))
            return (struct within){word->at, 0, true};
        if (word->at <= from || !begins_sentence(s, word->at, is_endless))
            continue;
        const struct sign_hit *hit = heading_at(posting, s, first);
        if (!hit)
            continue;
        /* "Minimum Qualifications:" begins with its first capital. */
        while (first > 0 && words->list.at[first - 1].at > from &&
               words->list.at[first - 1].is_capital && hit->from - first < 2 &&
               words->list.at[first - 1].at + words->list.at[first - 1].len +
                       1 ==
                   words->list.at[first].at &&
               hit->count == 1)
            first--;
        return (struct within){words->list.at[first].at, 0, false};
    }
    return (struct within){s.len, 0, false};
}

/* ---- blocks ------------------------------------------------------------ */

static void
add_part(struct posting *posting, block_list *to, const struct block *block,
         struct str text, bool is_item)
{
    text = str_trim(text);
    if (!text.len)
        return;
    struct block *part = list_add(posting->arena, to);
    *part = *block;
    part->text = text;
    part->bold = 0;
    part->is_inner = text.at > block->text.at;
    part->is_apart = block->is_apart && !part->is_inner;
    if (is_item)
        part->kind = BLOCK_ITEM;
}

/* Cuts before each heading in the text, and behind one without a colon. */
static void
split_headings(struct posting *posting, block_list *to,
               const struct block *block, struct str s, bool is_item)
{
    size_t from = 0, next = 0;
    s = str_trim(s);
    /* "... to the state Qualifications:" before the first item of the next */
    bool is_above = s.len && s.at[s.len - 1] == ':' && is_item;
    bool is_endless = block->text.len > 300 || is_above;
    bool has_colon = str_find_byte(s, ':', 0) != SIZE_MAX;
    if ((has_colon && (s.len > 40 || is_above)) ||
        block->text.len > BARE_LENGTH) {
        words_fold(&posting->words, s);
        for (;;) {
            struct within cut =
                find_heading(posting, s, from, block, is_endless, &next);
            if (cut.at >= s.len)
                break;
            add_part(posting, to, block, str_slice(s, from, cut.at), is_item);
            from = cut.at;
            is_item = cut.is_item;
            if (cut.end)
                add_part(posting, to, block, str_slice(s, from, cut.end),
                         false);
            from = cut.end ? cut.end : from;
        }
    }
    add_part(posting, to, block, str_slice(s, from, s.len), is_item);
}

/* Cuts where lines were joined without a blank, then before headings. */
static void
split_seams(struct posting *posting, block_list *to, const struct block *block,
            struct str s, bool is_item)
{
    for (size_t from = 0, at; from < s.len; from = at) {
        at = s.len > 40 ? posting_find_seam(posting, s, from) : s.len;
        struct str part = str_slice(s, from, at);
        size_t marker = from ? item_marker(part) : 0;
        split_headings(posting, to, block, str_slice(part, marker, part.len),
                       marker ||
                           (from ? posting_is_item(posting, part) : is_item));
    }
}

static void
split_block(struct posting *posting, block_list *to, const struct block *block)
{
    const struct parting *parting = find_parting(block->text);
    struct str rest = block->text;
    bool is_item = block->kind == BLOCK_ITEM;
    while (parting) {
        size_t at = str_find(rest, parting->sign, 0);
        if (at == SIZE_MAX)
            break;
        split_seams(posting, to, block, str_slice(rest, 0, at), is_item);
        rest = str_slice(rest, at + step_of(parting->sign), rest.len);
        is_item = true;
    }
    split_seams(posting, to, block, rest, is_item);
}

void
posting_split(struct posting *posting)
{
    block_list split = {0};
    for (size_t i = 0; i < posting->blocks.count; i++) {
        const struct block *block = &posting->blocks.at[i];
        if (block->level || block->text.len <= 40)
            *list_add(posting->arena, &split) = *block;
        else
            split_block(posting, &split, block);
    }
    posting->blocks = split;
}
