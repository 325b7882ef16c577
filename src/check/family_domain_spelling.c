/* H105: misspelled terms, and names that are called otherwise today. */
#include "base/index.h"
#include "base/utf8.h"
#include "domain.h"

/* ---- misspellings ------------------------------------------------------ */

static bool
touches(const struct tokens *tokens, size_t i, char sign)
{
    return token_is_symbol(tokens, i, sign) && !tokens->at[i].space_before;
}

/* Part of a web address, a mail address or the name of a file. */
static bool
is_in_address(const struct tokens *tokens, size_t first, size_t end)
{
    static const char signs[] = "@/_\\#";
    for (const char *sign = signs; *sign; sign++)
        if (touches(tokens, end, *sign) ||
            (first > 0 && !tokens->at[first].space_before &&
             token_is_symbol(tokens, first - 1, *sign)))
            return true;
    if (touches(tokens, end, '.') && end + 1 < tokens->count &&
        !tokens->at[end + 1].space_before)
        return true;
    return first > 0 && !tokens->at[first].space_before &&
           token_is_symbol(tokens, first - 1, '.');
}

static bool
has_lower(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] >= 'a' && text.at[i] <= 'z')
            return true;
    return false;
}

/* As the wrong word was written: "Achievment" gives "Achievement". */
static struct str
in_case_of(struct check *check, struct str fix, struct str found)
{
    bool plain = !has_lower(fix) || fix.at[0] != ascii_lower(fix.at[0]);
    struct buf out = buf_new(check->arena);
    if (!has_lower(found) && found.len > 1)
        return has_lower(fix) ? utf8_to_upper(check->arena, fix) : fix;
    if (plain || found.at[0] == ascii_lower(found.at[0]))
        return fix;
    buf_add_byte(&out, ascii_upper(fix.at[0]));
    buf_add(&out, str_slice(fix, 1, fix.len));
    return buf_str(&out);
}

static bool
find_proper(const struct check *check, struct str found)
{
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if (domain_is_proper(text) &&
            str_find(text->plain, found, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* An employer may be called like a misspelled word. Each spelling is looked
   for once, as a file may have the same slip on every line. */
static bool
is_proper_name(struct check *check, struct str found)
{
    uint64_t key = str_hash(found) | 1;
    if (!check->proper)
        check->proper = ARENA_NEW(check->arena, struct index);
    size_t known = index_find(check->proper, key);
    if (known == SIZE_MAX) {
        known = find_proper(check, found);
        (void)index_add(check->arena, check->proper, key, known);
    }
    return known;
}

static bool
is_wrong(const struct lexicon_term *term, struct str found)
{
    return !term->case_sensitive || str_equal(term_name(term), found);
}

static void
mend(struct check *check, const struct check_text *text, size_t from, size_t to,
     const struct lexicon_term *term)
{
    struct str found = str_slice(text->plain, from, to);
    struct str fix = term->case_sensitive
                         ? term_advice(term)
                         : in_case_of(check, term_advice(term), found);
    struct finding *finding =
        check_on_text(check, CODE_H105, text, from, to, "Write %.*s, not %.*s.",
                      STR_ARG(fix), STR_ARG(found));
    /* Only where the source has the same bytes can they be replaced. */
    if (!str_equal(span_text(check->sources, finding->span), found))
        return;
    finding->has_edit = true;
    finding->edit_is_safe = !(text->uses & TEXT_QUOTE);
    finding->edit = (struct edit){finding->span, fix};
}

void
domain_misspelled(struct check *check, const struct check_text *text)
{
    size_t count, term, found = 0;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_MISSPELLING, &count);
    if (text->uses & (TEXT_SILENT | TEXT_ADDRESS) || domain_is_proper(text))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    if (!tokens_may_hold(tokens, LEXICON_MISSPELLING))
        return;
    for (size_t i = 0; i < tokens->count && found < FINDINGS_PER_TEXT; i++) {
        size_t len = lexicon_match(tokens, i, LEXICON_MISSPELLING, &term);
        if (!len)
            continue;
        size_t from = tokens->at[i].from, to = tokens->at[i + len - 1].to;
        struct str words = str_slice(text->plain, from, to);
        if (!is_wrong(&terms[term], words) ||
            is_in_address(tokens, i, i + len) || is_proper_name(check, words))
            continue;
        mend(check, text, from, to, &terms[term]);
        found++;
        i += len - 1;
    }
}

/* ---- renamed ----------------------------------------------------------- */

static bool
holds_words(struct str text, struct str words)
{
    for (size_t at = 0; at + words.len <= text.len; at++)
        if (str_equal_nocase(str_slice(text, at, at + words.len), words))
            return true;
    return false;
}

static bool
file_says(const struct check *check, struct str words)
{
    for (size_t i = 0; i < check->texts.count; i++)
        if (holds_words(check->texts.at[i].plain, words))
            return true;
    return false;
}

/* The year in which what the text tells ended; 0 when it goes on. */
static int
year_of(const struct check_text *text)
{
    const struct check_bullet *bullet = text->bullet;
    if (bullet && bullet->position)
        return bullet->position->end_date.year;
    if (bullet && bullet->case_study)
        return bullet->case_study->period.end.year;
    return 0;
}

/* Told of the years before, the old name was the right one. */
static bool
was_right(const struct check_text *text, const struct lexicon_term *term)
{
    int year = year_of(text);
    return year != 0 && year <= (int)term->value;
}

static void
report_renamed(struct check *check, const struct check_text *text, size_t from,
               size_t to, const struct lexicon_term *term)
{
    struct finding *finding = check_on_text(
        check, CODE_H105, text, from, to, "Write %.*s (formerly %.*s).",
        STR_ARG(term_advice(term)), STR_ARG(term_name(term)));
    if (finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
    finding_help(finding, "the old name may stay beside the new one, as those "
                          "who search still type it");
}

/* Each once for the file, and not where the new name stands as well. */
void
domain_renamed(struct check *check)
{
    size_t count, term;
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_RENAMED, &count);
    bool *told = ARENA_ARRAY(check->arena, count + 1, bool);
    for (size_t t = 0; count && t < check->texts.count; t++) {
        const struct check_text *text = &check->texts.at[t];
        if (!(text->uses & TEXT_EVIDENCE) ||
            text->uses & (TEXT_SILENT | TEXT_ADDRESS) || domain_is_proper(text))
            continue;
        const struct tokens *tokens = check_tokens(check, text);
        if (!tokens_may_hold(tokens, LEXICON_RENAMED))
            continue;
        for (size_t i = 0; i < tokens->count; i++) {
            size_t len = lexicon_match(tokens, i, LEXICON_RENAMED, &term);
            if (!len || told[term] || was_right(text, &terms[term]) ||
                (!tokens->at[i].capital && terms[term].case_sensitive))
                continue;
            told[term] = true;
            if (!file_says(check, term_advice(&terms[term])))
                report_renamed(check, text, tokens->at[i].from,
                               tokens->at[i + len - 1].to, &terms[term]);
        }
    }
}
