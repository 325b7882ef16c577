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
    {STR_INIT(" \342\200\242 "), 1, 0}, /* bullets */
    {STR_INIT(" \342\227\217 "), 1, 0}, {STR_INIT(" \342\226\252 "), 1, 0},
    {STR_INIT(" \342\227\246 "), 1, 0}, {STR_INIT(" \342\200\243 "), 1, 0},
    {STR_INIT(" \302\267 "), 2, 200}, /* a middle dot */
    {STR_INIT(" * "), 2, 120},          {STR_INIT(" - "), 4, 400},
};

static size_t
count_in(struct str s, struct str sign)
{
    size_t count = 0;
    for (size_t i = str_find(s, sign, 0); i != SIZE_MAX;
         i = str_find(s, sign, i + sign.len - 1))
        count++;
    return count;
}

static const struct parting *
find_parting(struct str s)
{
    for (size_t i = 0; s.len > 20 && i < sizeof partings / sizeof *partings;
         i++)
        if (s.len >= partings[i].length &&
            str_find_byte(s, partings[i].sign.at[1], 0) != SIZE_MAX &&
            count_in(s, partings[i].sign) >= partings[i].times)
            return &partings[i];
    return NULL;
}

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

/* The first byte of a heading with a colon behind `from`; s.len: none. Words
   before *next were looked at. */
static size_t
find_heading(struct posting *posting, struct str s, size_t from,
             bool is_endless, size_t *next)
{
    const struct words *words = &posting->words;
    while (*next < words->list.count) {
        size_t first = (*next)++;
        const struct word *word = &words->list.at[first];
        if (word->at <= from || !word->is_capital ||
            !begins_sentence(s, word->at, is_endless))
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
        return words->list.at[first].at;
    }
    return s.len;
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
    if (is_item)
        part->kind = BLOCK_ITEM;
}

/* Cuts before each heading in the text. */
static void
split_headings(struct posting *posting, block_list *to,
               const struct block *block, struct str s, bool is_item)
{
    size_t from = 0, next = 0;
    if (str_find_byte(s, ':', 0) != SIZE_MAX && s.len > 40) {
        words_fold(&posting->words, s);
        for (size_t at;
             (at = find_heading(posting, s, from, block->text.len > 300,
                                &next)) < s.len;
             from = at) {
            add_part(posting, to, block, str_slice(s, from, at),
                     is_item && from == 0);
        }
    }
    add_part(posting, to, block, str_slice(s, from, s.len),
             is_item && from == 0);
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
        split_headings(posting, to, block, str_slice(rest, 0, at), is_item);
        rest = str_slice(rest, at + parting->sign.len - 1, rest.len);
        is_item = true;
    }
    split_headings(posting, to, block, rest, is_item);
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
