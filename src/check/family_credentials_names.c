/* C102: credentials and degrees, spelled right. */
#include "credentials.h"

/* A text or a part of one that is a known slip, and what to write. */
struct slip {
    size_t from, to;
    struct str fix;
};

static const struct pack_credential *
credential_of(const struct check *check, const struct pack_name *name)
{
    size_t count;
    const struct pack_credential *all = pack_credentials(check->pack, &count);
    bool is_one = name && name->kind != PACK_NAME_MEMBERSHIP;
    return is_one && name->index < count ? &all[name->index] : NULL;
}

#define FORMS_MOST 40

/* The right form nearest to a slip: letters for letters, else of all names
   the one with the fewest changes. */
static struct str
right_form(const struct pack_credential *known, struct str wrong)
{
    struct str forms[FORMS_MOST];
    size_t count = 0;
    if (str_find_byte(wrong, ' ', 0) == SIZE_MAX && wrong.len <= 8 &&
        known->abbr.len)
        return pack_str(known->abbr);
    forms[count++] = pack_str(known->name);
    for (size_t i = 0; i < known->aliases.count && count < FORMS_MOST; i++)
        forms[count++] = pack_list_at(known->aliases, i);
    size_t best = str_nearest(wrong, forms, count);
    return best == SIZE_MAX ? pack_str(known->name) : forms[best];
}

/* "Masters", "Bachelors": what is right hangs on the word behind. */
static void
mend_degree(const struct check *check, const struct name_words *words, size_t i,
            struct slip *slip)
{
    static const char *const stems[] = {"Master", "Bachelor", "Associate"};
    struct str wrong = name_word(words, i, i);
    bool of = i + 1 < words->count &&
              str_equal_nocase(name_word(words, i + 1, i + 1), STR("of"));
    size_t stem = ascii_lower(wrong.at[0]) == 'm'   ? 0
                  : ascii_lower(wrong.at[0]) == 'b' ? 1
                                                    : 2;
    slip->from = words->from[i];
    slip->to = words->to[of ? i + 1 : i];
    slip->fix = str_format(check->arena, "%s%s", stems[stem],
                           of          ? " of"
                           : stem == 2 ? ""
                                       : "'s");
}

static bool
is_slip(const struct check *check, struct str part,
        const struct pack_credential **known)
{
    const struct pack_name *name = pack_known_name(check->pack, part);
    *known = credential_of(check, name);
    return *known && (name->kind == PACK_NAME_WRONG ||
                      pack_list_has((*known)->misspellings, part));
}

/* Of a degree one word may be wrong, of a certificate all letters. */
static bool
is_worth(struct str part, size_t words, bool degree)
{
    size_t capitals = 0;
    for (size_t i = 0; i < part.len; i++)
        capitals += part.at[i] >= 'A' && part.at[i] <= 'Z';
    return words > 1 || degree || capitals > 1;
}

/* The longest run of words from word i on that is a slip. */
static bool
slip_from(const struct check *check, const struct name_words *words, size_t i,
          bool degree, struct slip *slip)
{
    const struct pack_credential *known;
    size_t most = words->count - i < 10 ? words->count - i : 10;
    for (size_t n = most; n > 0; n--) {
        struct str part = name_word(words, i, i + n - 1);
        if (!is_worth(part, n, degree) || !is_slip(check, part, &known))
            continue;
        *slip = (struct slip){words->from[i], words->to[i + n - 1],
                              right_form(known, part)};
        if (n == 1 && !known->abbr.len &&
            str_is(pack_str(known->kind), "degree"))
            mend_degree(check, words, i, slip);
        return !str_equal(slip->fix, part);
    }
    return false;
}

/* "Master's of Social Work", whatever is studied. */
static bool
is_owned_degree(const struct name_words *words, size_t i)
{
    struct str word = name_word(words, i, i);
    return i + 1 < words->count &&
           str_equal_nocase(name_word(words, i + 1, i + 1), STR("of")) &&
           (str_equal_nocase(word, STR("Master's")) ||
            str_equal_nocase(word, STR("Bachelor's")));
}

static bool
find_slip(const struct check *check, struct str text, bool degree,
          struct slip *slip)
{
    struct name_words words = name_words(text);
    const struct pack_credential *known;
    if (!is_slip(check, text, &known) && known)
        return false; /* the most frequent case */
    for (size_t i = 0; i < words.count; i++) {
        if (slip_from(check, &words, i, degree, slip))
            return true;
        if (!degree || !is_owned_degree(&words, i))
            continue;
        mend_degree(check, &words, i, slip);
        return true;
    }
    return false;
}

static void
report(struct check *check, const struct text *text, struct slip slip,
       struct str path, bool safe)
{
    struct str wrong = str_slice(text->s, slip.from, slip.to);
    struct span span = text->node ? node_text_span(check->sources, text->node,
                                                   slip.from, slip.to)
                                  : SPAN_NONE;
    bool stops = wrong.len && wrong.at[wrong.len - 1] == '.';
    struct finding *finding =
        finding_add(check->findings, CODE_C102, span, "Write %.*s, not %.*s%s",
                    STR_ARG(slip.fix), STR_ARG(wrong), stops ? "" : ".");
    finding->path = path;
    if (!str_equal(span_text(check->sources, span), wrong))
        return;
    finding->has_edit = true;
    finding->edit_is_safe = safe;
    finding->edit = (struct edit){span, slip.fix};
}

/* ---- near names ------------------------------------------------------------
 */

/* Inserted, left out, changed or swapped letters, at most two. */
static size_t
slips_between(struct str a, struct str b)
{
    size_t from = 0, tail = 0;
    while (from < a.len && from < b.len &&
           ascii_lower(a.at[from]) == ascii_lower(b.at[from]))
        from++;
    while (tail < a.len - from && tail < b.len - from &&
           ascii_lower(a.at[a.len - 1 - tail]) ==
               ascii_lower(b.at[b.len - 1 - tail]))
        tail++;
    size_t left = a.len - from - tail, right = b.len - from - tail;
    if (left == 2 && right == 2 &&
        ascii_lower(a.at[from]) == ascii_lower(b.at[from + 1]) &&
        ascii_lower(a.at[from + 1]) == ascii_lower(b.at[from]))
        return 1;
    return left > right ? left : right;
}

/* A word of the language or of another credential is no slip. */
static bool
is_word(struct check *check, struct str word)
{
    size_t count;
    struct tokens tokens = tokens_read(check->arena, check->pack, word);
    if (tokens.count != 1 || tokens.at[0].word)
        return true;
    const struct pack_credential *all = pack_credentials(check->pack, &count);
    for (size_t i = 0; i < count; i++) {
        struct name_words words = name_words(pack_str(all[i].name));
        for (size_t w = 0; w < words.count; w++)
            if (str_equal_nocase(name_word(&words, w, w), word))
                return true;
    }
    return false;
}

/* All words agree but one, which has a slip; gives its number. */
static size_t
differing_word(const struct name_words *ours, const struct name_words *theirs)
{
    size_t found = SIZE_MAX;
    if (ours->count != theirs->count)
        return SIZE_MAX;
    for (size_t i = 0; i < ours->count; i++) {
        struct str a = name_word(ours, i, i), b = name_word(theirs, i, i);
        if (str_equal_nocase(a, b))
            continue;
        size_t slips = slips_between(a, b);
        if (found != SIZE_MAX || b.len < 5 || slips > 1 + (b.len >= 9) ||
            ascii_lower(a.at[0]) != ascii_lower(b.at[0]))
            return SIZE_MAX;
        found = i;
    }
    return found;
}

#define LETTERS_LEAST 12

static void
near_name(struct check *check, const struct held *held)
{
    size_t count, found = SIZE_MAX, at = 0;
    const struct pack_credential *all = pack_credentials(check->pack, &count);
    struct name_words ours = name_words(held->entry->name.s);
    if (held->known || held->entry->name.s.len < LETTERS_LEAST ||
        ours.count < 2)
        return;
    for (size_t i = 0; i < count; i++) {
        struct name_words theirs = name_words(pack_str(all[i].name));
        size_t word = differing_word(&ours, &theirs);
        if (word == SIZE_MAX)
            continue;
        if (found != SIZE_MAX)
            return; /* nobody knows which is meant */
        found = i;
        at = word;
    }
    if (found == SIZE_MAX || is_word(check, name_word(&ours, at, at)))
        return;
    struct name_words theirs = name_words(pack_str(all[found].name));
    struct slip slip = {ours.from[at], ours.to[at], name_word(&theirs, at, at)};
    report(
        check, &held->entry->name, slip,
        str_format(check->arena, "%.*s.name", STR_ARG(held->entry->item.path)),
        false);
}

/* ---- the rule --------------------------------------------------------------
 */

static void
look_at(struct check *check, const struct text *text, bool degree,
        struct str path)
{
    struct slip slip;
    if (text->s.len && find_slip(check, text->s, degree, &slip))
        report(check, text, slip, path, true);
}

void
credentials_misspelled(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    const struct credentials *all = check_credentials(check);
    const text_list *letters = &candidate->basics.post_nominals;
    for (size_t i = 0; i < letters->count; i++)
        look_at(check, &letters->at[i], false,
                str_format(check->arena, "basics.post_nominals[%zu]", i));
    for (size_t i = 0; i < candidate->education.count; i++)
        look_at(check, &candidate->education.at[i].degree, true,
                str_format(check->arena, "education[%zu].degree", i));
    for (size_t i = 0; i < all->held.count; i++) {
        const struct certification *entry = all->held.at[i].entry;
        struct str path = entry->item.path;
        look_at(check, &entry->name, false,
                str_format(check->arena, "%.*s.name", STR_ARG(path)));
        look_at(check, &entry->abbr, false,
                str_format(check->arena, "%.*s.abbr", STR_ARG(path)));
        near_name(check, &all->held.at[i]);
    }
}

void
credentials_misspelled_text(struct check *check, const struct check_text *text)
{
    size_t count;
    const struct tokens *tokens = check_tokens(check, text);
    const struct lexicon_term *terms =
        lexicon_terms(check->pack, LEXICON_CREDENTIAL_WRONG, &count);
    if (text->uses & TEXT_QUOTE)
        return;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->at[i];
        if (!token->all_caps || !token->node)
            continue;
        size_t term =
            lexicon_term_of(check->pack, token->node, LEXICON_CREDENTIAL_WRONG);
        if (term == SIZE_MAX || term >= count)
            continue;
        struct finding *finding = check_on_text(
            check, CODE_C102, text, token->from, token->to,
            "Write %.*s, not %.*s.", STR_ARG(term_advice(&terms[term])),
            STR_ARG(token_text(tokens, i)));
        if (str_equal(span_text(check->sources, finding->span),
                      token_text(tokens, i))) {
            finding->has_edit = finding->edit_is_safe = true;
            finding->edit =
                (struct edit){finding->span, term_advice(&terms[term])};
        }
    }
}
