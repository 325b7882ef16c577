/* Verbs to offer: of the category whose words a bullet has. */
#include "style.h"

#define SUGGESTED 3

/* Keys of action_verbs with their lists. */
static const struct category {
    const char *name;
    enum lexicon_list list;
} categories[] = {
    {"leadership", LEXICON_ACTION_LEADERSHIP},
    {"operations", LEXICON_ACTION_OPERATIONS},
    {"improvement", LEXICON_ACTION_IMPROVEMENT},
    {"finance", LEXICON_ACTION_FINANCE},
    {"compliance", LEXICON_ACTION_COMPLIANCE},
    {"quality-safety", LEXICON_ACTION_QUALITY},
    {"technology", LEXICON_ACTION_TECHNOLOGY},
    {"people", LEXICON_ACTION_PEOPLE},
    {"communication", LEXICON_ACTION_COMMUNICATION},
    {"analysis", LEXICON_ACTION_ANALYSIS},
    {"patient-focus", LEXICON_ACTION_PATIENT},
    {"growth", LEXICON_ACTION_GROWTH},
    {"crisis", LEXICON_ACTION_CRISIS},
    {"strategy", LEXICON_ACTION_STRATEGY},
};

#define CATEGORIES (sizeof categories / sizeof *categories)

static size_t
category_of_topic(struct str topic)
{
    for (size_t c = 0; c < CATEGORIES; c++)
        if (str_is(topic, categories[c].name))
            return c;
    return 0;
}

/* The category with most words in the bullet; of equals the one named first
   in it. */
static size_t
category_of(struct check *check, const struct check_bullet *bullet,
            size_t *found)
{
    const struct tokens *tokens = &bullet->reading->tokens;
    size_t hits[CATEGORIES] = {0}, best = 0, count, term;
    const struct lexicon_term *topics =
        lexicon_terms(check->pack, LEXICON_TOPIC, &count);
    for (size_t i = 0; i < tokens->count; i++) {
        if (!lexicon_match(tokens, i, LEXICON_TOPIC, &term))
            continue;
        size_t category = category_of_topic(term_name(&topics[term]));
        if (++hits[category] > hits[best])
            best = category;
    }
    *found = hits[best];
    if (!hits[best] && bullet->reading->verdict == VERDICT_OUTCOME)
        return category_of_topic(STR("improvement"));
    return best;
}

/* Cut or raised, as the first pair of the bullet moved; empty when it has
   none. */
static const char *
moving_verbs(const struct reading *reading)
{
    if (!reading->pairs.count)
        return "";
    const struct reading_pair *pair = &reading->pairs.at[0];
    const struct reading_number *before = &reading->numbers.at[pair->before];
    const struct reading_number *after = &reading->numbers.at[pair->after];
    bool time = before->unit == UNIT_TIME && after->unit == UNIT_TIME;
    double moved = after->value * (time ? after->seconds : 1) -
                   before->value * (time ? before->seconds : 1);
    return moved < 0   ? " (cut, reduced or lowered)"
           : moved > 0 ? " (raised, increased or improved)"
                       : "";
}

struct str
style_offer(struct check *check, const struct check_bullet *bullet)
{
    size_t hits;
    if (bullet->reading->verdict == VERDICT_OUTCOME)
        return str_from(moving_verbs(bullet->reading));
    (void)category_of(check, bullet, &hits);
    if (!hits)
        return STR("");
    struct str verbs = style_verbs(check, bullet, STR(""));
    return str_format(check->arena, " (%.*s)", STR_ARG(verbs));
}

/* The category that lists a verb: verbs beside it are of its kind. */
static size_t
category_of_verb(struct check *check, struct str verb, size_t otherwise)
{
    for (size_t c = 0; verb.len && c < CATEGORIES; c++)
        if (lexicon_term_of_word(check->pack, verb, categories[c].list) !=
            SIZE_MAX)
            return c;
    return otherwise;
}

/* "Cut" and "raised" have verbs that say the same; SIZE_MAX: other verbs. */
static size_t
list_alike(struct check *check, struct str verb)
{
    static const enum lexicon_list lists[] = {LEXICON_STRICT_DOWN,
                                              LEXICON_STRICT_UP};
    for (size_t i = 0; verb.len && i < sizeof lists / sizeof *lists; i++)
        if (lexicon_term_of_word(check->pack, verb, lists[i]) != SIZE_MAX)
            return (size_t)lists[i];
    return SIZE_MAX;
}

/* "reduced, lowered or decreased" for "cut": the first of their list. */
static struct str
verbs_alike(struct check *check, enum lexicon_list list, bool present,
            struct str except)
{
    size_t count, shown = 0;
    const struct lexicon_term *terms = lexicon_terms(check->pack, list, &count);
    struct buf out = buf_new(check->arena);
    for (size_t i = 0; i < count && shown < SUGGESTED; i++) {
        struct str base = term_name(&terms[i]);
        if (str_equal_nocase(base, except))
            continue;
        struct verb verb = verb_of(check, base);
        buf_add_text(&out, shown == 0              ? ""
                           : shown + 1 < SUGGESTED ? ", "
                                                   : " or ");
        buf_add(&out, present || !verb.past.len ? base : verb.past);
        shown++;
    }
    return buf_str(&out);
}

struct str
style_verbs(struct check *check, const struct check_bullet *bullet,
            struct str except)
{
    size_t hits, count, number = (size_t)(bullet - check->bullets.at);
    size_t alike = list_alike(check, except);
    if (alike != SIZE_MAX)
        return verbs_alike(check, (enum lexicon_list)alike,
                           style_is_current(check, bullet) &&
                               bullet->reading->verdict != VERDICT_OUTCOME,
                           except);
    size_t category = category_of(check, bullet, &hits);
    if (hits < 2)
        category = category_of_verb(check, except, category);
    const struct lexicon_term *verbs =
        lexicon_terms(check->pack, categories[category].list, &count);
    bool present = style_is_current(check, bullet) &&
                   bullet->reading->verdict != VERDICT_OUTCOME;
    struct buf out = buf_new(check->arena);
    size_t shown = 0, wanted = count < SUGGESTED ? count : SUGGESTED;
    for (size_t i = 0; i < count && shown < wanted; i++) {
        const struct lexicon_term *verb =
            &verbs[(number * SUGGESTED + i) % count];
        struct str text = present || !term_advice(verb).len ? term_name(verb)
                                                            : term_advice(verb);
        if (str_equal_nocase(term_name(verb), except))
            continue;
        buf_add_text(&out, shown == 0           ? ""
                           : shown + 1 < wanted ? ", "
                                                : " or ");
        buf_add(&out, text);
        shown++;
    }
    return buf_str(&out);
}
