/*
 * Step 5: the class of each number, by kind of unit, from the verb and the
 * preposition that govern it and the words that follow. In doubt a number is
 * no result: a wrong praise misleads more than a missed one.
 */
#include "scan.h"

static bool
prep_is(const struct scan *scan, const struct scan_number *number,
        const char *list)
{
    size_t prep =
        number->prep_outer != NO_TOKEN ? number->prep_outer : number->prep;
    return prep != NO_TOKEN && scan_word_is(scan, prep, list);
}

static bool
any_prep(const struct scan_number *number)
{
    return number->prep != NO_TOKEN;
}

/* A word of `classes` among the next `reach` tokens behind the number. */
static bool
followed_by(const struct scan *scan, const struct scan_number *number,
            size_t reach, uint64_t classes)
{
    for (size_t i = number->direct, n = 0; i < scan->tokens.count && n < reach;
         i++, n++) {
        if (scan_is_stop(scan, i) || scan_is_symbol(scan, i, ',') ||
            scan_is_symbol(scan, i, ')') || scan->at[i].number != SIZE_MAX)
            return false;
        if (scan_has(scan, i, classes))
            return true;
    }
    return false;
}

static bool
next_is(const struct scan *scan, const struct scan_number *number,
        const char *words)
{
    return scan_word_is(scan, number->direct, words);
}

static bool
is_scope_verb(uint64_t verb)
{
    return verb & CLASS(VERB_SCOPE) &&
           !(verb & (VERB_CHANGE | VERB_LEVEL | CLASS(VERB_MONEY)));
}

/* The direct object: nothing but adjectives between verb and number. */
static bool
is_object(const struct scan *scan, const struct scan_number *number,
          size_t reach)
{
    if (number->verb == NO_TOKEN || any_prep(number))
        return false;
    size_t from = number->verb + 1;
    size_t to = number->lead == NO_TOKEN ? 0 : number->lead + 1;
    if (to > from && to - from > reach)
        return false;
    for (size_t i = from; i < to; i++)
        if (scan_is_symbol(scan, i, ',') || scan_is_symbol(scan, i, '(') ||
            (scan->at[i].number != SIZE_MAX &&
             scan->at[i].number != scan->at[number->first].number))
            return false;
    return true;
}

/* ---- percent, points, scores, ranks ------------------------------------ */

#define RESULT_WORDS                                                           \
    (CLASS(RATE_NOUN) | CLASS(CHANGE_NOUN) | CLASS(COMPARATIVE) |              \
     CLASS(VERB_ACHIEVE) | CLASS(PLAN) | CLASS(KPI) | CLASS(EVENT))

static bool
is_description(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    size_t next = number->direct;
    bool changes = verb & VERB_CHANGE;
    if (scan_is_joint(scan, next))
        next++;
    if (!changes &&
        ((scan_has(scan, next, CLASS(SHARE_NOUN)) &&
          !scan_has(scan, next + 1, CLASS(RATE_NOUN))) ||
         (scan_has(scan, next + 1, CLASS(SHARE_NOUN)) &&
          !scan_has(scan, next, RESULT_WORDS | CLASS(PREPOSITION)))) &&
        !scan_has(scan, next, CLASS(RATE_NOUN)))
        return true;
    if (next_is(scan, number, "of") && is_scope_verb(verb))
        return true;
    if (next_is(scan, number, "of") &&
        scan_word_is(scan, number->direct + 1, "whom which them who"))
        return !followed_by(scan, number, 8, RESULT_WORDS);
    /* "for 4,500 members with 30% turnover": what one found there. */
    if (verb & CLASS(VERB_SCOPE) && any_prep(number) &&
        !(verb & (VERB_CHANGE | VERB_LEVEL)) &&
        scan_has(scan, number->direct, CLASS(EVENT)))
        return true;
    if (is_scope_verb(verb) ||
        (verb & CLASS(VERB_ACTIVITY) &&
         !(verb & (VERB_CHANGE | VERB_LEVEL | CLASS(VERB_MONEY))) &&
         !is_object(scan, number, 2)))
        return !followed_by(scan, number, 6, RESULT_WORDS) &&
               !(number->first && scan->at[number->first].segment_start &&
                 followed_by(scan, number, 8, CLASS(VERB_ACHIEVE)));
    return false;
}

/* "30% under budget" compares with a plan, "30% faster" with the past. */
static bool
compares_with_plan(const struct scan *scan, const struct scan_number *number)
{
    size_t i = number->direct;
    if (scan_word_is(scan, i, "of to"))
        return scan_find(scan, i, i + 4, CLASS(PLAN)) != NO_TOKEN;
    if (!scan_has(scan, i, CLASS(COMPARATIVE) | CLASS(PREPOSITION)))
        return false;
    return scan_find(scan, i + 1, i + 6, CLASS(PLAN)) != NO_TOKEN ||
           scan_has(scan, i, CLASS(EARLY));
}

static void
mark_relative(const struct scan *scan, struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    size_t next = number->direct;
    bool level = prep_is(scan, number, "to at above under below over") &&
                 !(number->prep_outer != NO_TOKEN &&
                   scan_word_is(scan, number->prep_outer, "by"));
    bool noun = false;
    for (size_t i = next; i < next + 4 && i < scan->tokens.count; i++) {
        if (scan_has(scan, i, CLASS(CHANGE_NOUN)) && !scan->at[i].is_verb &&
            !scan_word_is(scan, i, "turnaround recovery"))
            noun = true;
        if (scan->tokens.at[i].kind == TOKEN_SYMBOL ||
            scan_has(scan, i, CLASS(PREPOSITION)))
            break;
    }
    bool more = scan_has(scan, next, CLASS(COMPARATIVE) | CLASS(MORE)) &&
                !scan_word_is(scan, next,
                              "above below under over past beyond "
                              "off new net late early");
    bool object = scan_word_is(scan, number->direct, "of") ||
                  followed_by(scan, number, 3, CLASS(RATE_NOUN));
    bool governed =
        verb & VERB_CHANGE && !level && !(object && is_object(scan, number, 1));
    if (number->prep != NO_TOKEN && !prep_is(scan, number, "by"))
        governed = false;
    if (number->first && number->out.unit == UNIT_PERCENT &&
        scan->at[number->first].segment_start &&
        !scan_is_symbol(scan, number->first - 1, ':') &&
        !scan_has(scan, number->first, CLASS(HEDGE)) && !noun && !more)
        governed = false;
    number->out.relative_change =
        (governed || noun || more) && !compares_with_plan(scan, number);
    number->out.decrease = verb & CLASS(VERB_DOWN) && !(verb & CLASS(VERB_UP));
}

enum number_class
scan_percent_class(const struct scan *scan, const struct scan_number *number)
{
    if (number->first && scan_word_is(scan, number->first - 1, "top up down"))
        return NUMBER_OUTCOME; /* top 5% of 400 papers; up 41% */
    if (scan_is_symbol(scan, number->first, '+'))
        return NUMBER_OUTCOME; /* productivity +14% */
    if (prep_is(scan, number, "within") && number->verb != NO_TOKEN)
        return NUMBER_OUTCOME; /* kept the budget within 1% */
    return is_description(scan, number) ? NUMBER_SCOPE : NUMBER_OUTCOME;
}

static enum number_class
points_class(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    if (verb & (VERB_CHANGE | VERB_LEVEL | CLASS(VERB_ACHIEVE)) ||
        number->verb == NO_TOKEN ||
        followed_by(scan, number, 3, CLASS(CHANGE_NOUN) | CLASS(COMPARATIVE)) ||
        number->out.unit == UNIT_PERCENTILE)
        return NUMBER_OUTCOME;
    return verb & CLASS(VERB_ACTIVITY) ? NUMBER_ACTIVITY : NUMBER_SCOPE;
}

/* "a 4-star hotel" and "a 3-star restaurant" are places. */
static enum number_class
score_class(const struct scan *scan, const struct scan_number *number)
{
    if (number->hyphenated && followed_by(scan, number, 5, CLASS(COLLECTIVE)) &&
        !followed_by(scan, number, 4, CLASS(RATE_NOUN)))
        return NUMBER_SCOPE;
    /* "a chef with 2 Michelin stars" */
    if (number->unit != NO_TOKEN && number->out.last_place >= 1 &&
        scan_word_is(scan, number->unit, "star stars") &&
        prep_is(scan, number, "with for under of") &&
        !(number->verb_classes & (VERB_CHANGE | VERB_LEVEL)))
        return NUMBER_NONE;
    return NUMBER_OUTCOME;
}

static enum number_class
rank_class(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    bool of = next_is(scan, number, "of among out") ||
              number->last > number->digits_last + 1;
    bool ranked = verb & CLASS(VERB_RANK) && number->distance <= 4 &&
                  !(verb & CLASS(VERB_SCOPE));
    bool place = scan_word_is(scan, number->direct, "place prize");
    bool top = number->first && scan_word_is(scan, number->first - 1, "top");
    if (number->is_word && !ranked && !place &&
        !(of && number->last > number->digits_last))
        return NUMBER_NONE;
    if (number->is_word && ranked &&
        scan_has(scan, number->direct, UNIT_ANY | CLASS(SCHEDULE)) && !place)
        return NUMBER_NONE;
    return ranked || place || (top && of) ||
                   (of && number->last > number->digits_last)
               ? NUMBER_OUTCOME
               : NUMBER_NONE;
}

static enum number_class
share_class(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    uint64_t good =
        VERB_LEVEL | VERB_CHANGE | CLASS(VERB_MONEY) | CLASS(VERB_QUANTITY);
    if (is_scope_verb(verb) &&
        !followed_by(scan, number, 6, CLASS(VERB_ACHIEVE)))
        return NUMBER_SCOPE;
    bool others =
        scan_word_is(scan, number->last, "whom them those which my our");
    if ((verb & good && !others) ||
        (others && verb & CLASS(VERB_ACHIEVE) &&
         !(verb & CLASS(VERB_ACTIVITY))) ||
        scan_find(scan, number->direct, number->direct + 7,
                  CLASS(VERB_ACHIEVE)) != NO_TOKEN ||
        scan_word_is(scan, number->direct + 1, "still"))
        return NUMBER_OUTCOME;
    return verb & CLASS(VERB_ACTIVITY) ? NUMBER_ACTIVITY : NUMBER_SCOPE;
}

/* ---- multiples and fractions ------------------------------------------- */

static enum number_class
multiple_class(const struct scan *scan, const struct scan_number *number)
{
    uint64_t near = CLASS(CHANGE_NOUN) | CLASS(COMPARATIVE) | CLASS(MORE) |
                    CLASS(RATE_NOUN) | CLASS(GAIN_NOUN) | CLASS(PLAN);
    if (scan->at[number->first].is_verb)
        return NUMBER_OUTCOME;
    if (next_is(scan, number, "a per each weekly daily monthly") ||
        scan_has(scan, number->direct, CLASS(UNIT_TIME)))
        return NUMBER_NONE;
    if (followed_by(scan, number, 3, near) || next_is(scan, number, "as"))
        return NUMBER_OUTCOME;
    if (scan_word_is(scan, number->first, "double triple twice quadruple"))
        return next_is(scan, number, "the") &&
                       number->verb_classes &
                           (VERB_CHANGE | VERB_LEVEL | CLASS(VERB_MONEY))
                   ? NUMBER_OUTCOME
                   : NUMBER_NONE;
    return number->verb_classes & (VERB_CHANGE | VERB_LEVEL | CLASS(VERB_MONEY))
               ? NUMBER_OUTCOME
               : NUMBER_NONE;
}

static enum number_class
fraction_class(const struct scan *scan, const struct scan_number *number)
{
    bool change = number->verb_classes & VERB_CHANGE;
    bool governed = prep_is(scan, number, "by in to") ||
                    (!any_prep(number) && !next_is(scan, number, "of"));
    bool quarter = scan_word_is(scan, number->digits_last, "quarter");
    if (scan_is_joint(scan, number->direct))
        return NUMBER_NONE; /* half-hour slots */
    if (followed_by(scan, number, 3, CLASS(CHANGE_NOUN)) ||
        (number->first && scan_word_is(scan, number->first - 1, "down up")))
        return NUMBER_OUTCOME;
    if (change && governed &&
        (!quarter || prep_is(scan, number, "by") ||
         scan_word_is(scan, number->first, "three") || number->out.approximate))
        return NUMBER_OUTCOME;
    return NUMBER_NONE;
}

/* ---- money ------------------------------------------------------------- */

static bool
is_gain(const struct scan *scan, const struct scan_number *number)
{
    size_t i = number->direct;
    bool joined = scan_word_is(scan, i, "in of worth");
    for (size_t at = i + joined; at < i + joined + 4 && at < scan->tokens.count;
         at++) {
        if (scan->tokens.at[at].kind == TOKEN_SYMBOL ||
            scan_has(scan, at, CLASS(PREPOSITION)))
            break;
        if (scan_has(scan, at, CLASS(GAIN_NOUN)))
            return true;
    }
    return false;
}

/* "$40K below budget" and "$2 under the list price"; "$4M over budget" is no
   result, but a figure of one. */
static bool
beats_plan(const struct scan *scan, const struct scan_number *number)
{
    size_t i = number->direct;
    return scan_has(scan, i, CLASS(COMPARATIVE)) &&
           scan_find(scan, i + 1, i + 5, CLASS(PLAN)) != NO_TOKEN;
}

enum number_class
scan_money_class(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    bool money = verb & CLASS(VERB_MONEY);
    bool change = verb & VERB_CHANGE;
    bool reach = verb & CLASS(VERB_REACH);
    bool gain = is_gain(scan, number);
    bool joined = scan_word_is(scan, number->direct, "in");
    bool scope = is_scope_verb(verb);
    if (beats_plan(scan, number))
        return NUMBER_OUTCOME;
    if (followed_by(scan, number, 3, CLASS(CHANGE_NOUN)) && !scope)
        return NUMBER_OUTCOME;
    if (prep_is(scan, number, "by to below under at") && (change || reach))
        return NUMBER_OUTCOME;
    if (prep_is(scan, number, "at") && number->prep &&
        scan_word_is(scan, number->prep - 1, "funded"))
        return NUMBER_OUTCOME;
    if (prep_is(scan, number, "worth totaling totalling valued averaging"))
        return money || change || reach ? NUMBER_OUTCOME : NUMBER_SCOPE;
    if (prep_is(scan, number, "of") && number->prep &&
        (scan_has(scan, number->prep - 1,
                  CLASS(CHANGE_NOUN) | CLASS(GAIN_NOUN))) &&
        !scope)
        return money || change || reach || verb & CLASS(VERB_HOLD) ||
                       number->verb == NO_TOKEN
                   ? NUMBER_OUTCOME
                   : NUMBER_SCOPE;
    if (any_prep(number) && !prep_is(scan, number, "over nearly up"))
        return NUMBER_SCOPE;
    bool weak = verb & CLASS(VERB_ACTIVITY) && !change && !reach;
    if (money && !scope) {
        /* "Delivered a $4M program" is size, "delivered $1M in savings" is
           not; "negotiated a $3M contract" hands over no money. */
        if (weak && !gain)
            return scan_word_is(scan, number->verb,
                                "close closed closing closes earn earned "
                                "earning settled")
                       ? NUMBER_OUTCOME
                       : NUMBER_ACTIVITY;
        return NUMBER_OUTCOME;
    }
    if (change || reach)
        return change && !gain && is_object(scan, number, 2) &&
                       scan_has(scan, number->direct, CLASS(UNIT_MONEY)) &&
                       !(verb & CLASS(VERB_DOWN))
                   ? NUMBER_SCOPE
                   : NUMBER_OUTCOME;
    if (joined && gain && !scope)
        return NUMBER_OUTCOME;
    if (number->verb == NO_TOKEN &&
        (gain || next_is(scan, number, "saved recovered recouped avoided")))
        return NUMBER_OUTCOME;
    if (scope || verb & CLASS(VERB_HOLD))
        return NUMBER_SCOPE;
    return weak && is_object(scan, number, 3) ? NUMBER_ACTIVITY : NUMBER_SCOPE;
}

/* ---- time -------------------------------------------------------------- */

/* "60 to 80 requests a month" */
static bool
ends_range(const struct scan *scan, const struct scan_number *number)
{
    return number->prep && scan_word_is(scan, number->prep, "to") &&
           scan->at[number->prep - 1].number != SIZE_MAX;
}

enum number_class
scan_time_class(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    bool change = verb & VERB_CHANGE;
    size_t after = number->after;
    bool early = after < scan->tokens.count &&
                 (scan_has(scan, after, CLASS(EARLY)) ||
                  (scan_has(scan, after, CLASS(COMPARATIVE)) &&
                   !scan_word_is(scan, after, "over more past less")));
    if (early && !prep_is(scan, number, "in within for after during") &&
        !scan_word_is(scan, after, "late"))
        return NUMBER_OUTCOME;
    if (followed_by(scan, number, 4, CLASS(CHANGE_NOUN)) &&
        ((number->hyphenated && !(verb & CLASS(VERB_ACTIVITY))) || change) &&
        !followed_by(scan, number, 2, CLASS(SCHEDULE)))
        return NUMBER_OUTCOME;
    if (number->hyphenated) {
        bool held = verb & (VERB_LEVEL | VERB_CHANGE) &&
                    is_object(scan, number, 2) &&
                    followed_by(scan, number, 5,
                                CLASS(RATE_NOUN) | CLASS(KPI) | CLASS(BACKLOG) |
                                    CLASS(UNIT_TIME)) &&
                    !followed_by(scan, number, 4, CLASS(SCHEDULE));
        bool held_time =
            held && (scan_find(scan, number->after, number->after + 3,
                               CLASS(BACKLOG) | CLASS(RATE_NOUN) |
                                   CLASS(KPI)) != NO_TOKEN);
        return held_time ? NUMBER_OUTCOME : NUMBER_TIME;
    }
    if (prep_is(scan, number, "by to from") && change &&
        !prep_is(scan, number, "from"))
        return NUMBER_OUTCOME;
    if (number->prep != NO_TOKEN &&
        scan_word_is(scan, number->prep, "under below above at to") &&
        !ends_range(scan, number) && number->prep_outer == NO_TOKEN &&
        verb & (VERB_LEVEL | VERB_CHANGE))
        return NUMBER_OUTCOME;
    if (!any_prep(number) && verb & CLASS(VERB_QUANTITY) &&
        is_object(scan, number, 4) &&
        (verb & (CLASS(VERB_DOWN) | CLASS(VERB_MONEY)) || number->out.is_rate))
        return NUMBER_OUTCOME;
    return NUMBER_TIME;
}

/* ---- counts ------------------------------------------------------------ */

/* Access to, training to 400 people: they receive, nothing is reached. */
#define RECEIVED                                                               \
    "access training support services service visibility outreach "            \
    "communication benefits help exposure care value reports reporting "       \
    "instruction coaching feedback presentation presentations guidance "       \
    "tutoring assistance advice"

static bool
is_constructive(uint64_t verb)
{
    return verb & CLASS(VERB_QUANTITY) && !(verb & CLASS(VERB_DOWN));
}

static bool
is_result_object(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes, unit = number->unit_classes;
    bool people = unit & UNIT_PEOPLE && !(unit & CLASS(UNIT_VOLUME));
    bool gained = unit & CLASS(GAINED);
    size_t head = number->unit != NO_TOKEN ? number->unit : number->direct;
    gained = gained || scan_has(scan, head, CLASS(GAINED));
    if (!is_object(scan, number, 3))
        return false;
    if (verb & CLASS(VERB_QUANTITY)) {
        if (!is_constructive(verb))
            return number->out.unit != UNIT_NONE || number->has_more ||
                   scan->tokens
                           .at[number->direct < scan->tokens.count
                                   ? number->direct
                                   : 0]
                           .kind == TOKEN_WORD;
        if (gained || unit & (CLASS(UNIT_EVENTS) | CLASS(UNIT_VOLUME)))
            return true;
        return !(unit & (CLASS(UNIT_ARTIFACTS) | CLASS(UNIT_STAFF) |
                         CLASS(UNIT_PLACES))) &&
               number->direct < scan->tokens.count &&
               scan->tokens.at[number->direct].kind == TOKEN_WORD;
    }
    if (gained && verb & CLASS(VERB_MONEY) &&
        scan_word_is(scan, number->verb,
                     "close closed closing closes secure secured securing "
                     "attracted earned"))
        return true;
    if (verb & CLASS(VERB_REACH) && number->distance <= 3) {
        if (people)
            return gained &&
                   !scan_word_is(scan, number->verb, "met meet meeting");
        return !(unit & (CLASS(UNIT_ARTIFACTS) | CLASS(UNIT_PLACES))) ||
               unit & CLASS(UNIT_VOLUME) || gained;
    }
    return false;
}

static bool
is_counted_outcome(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes;
    bool change = verb & VERB_CHANGE;
    size_t i = number->direct, first = number->first;
    /* "22 teams, of which 17 sustained their result" */
    if (first > 1 && scan_word_is(scan, first - 1, "which whom") &&
        scan_word_is(scan, first - 2, "of") &&
        followed_by(scan, number, 3, VERB_LEVEL | CLASS(VERB_ACHIEVE)))
        return true;
    if (number->hyphenated)
        return (verb & (VERB_CHANGE | CLASS(VERB_QUANTITY)) &&
                scan_find(scan, i, i + 4, CLASS(BACKLOG)) != NO_TOKEN) ||
               (number->unit != NO_TOKEN &&
                scan_has(scan, number->after, CLASS(CHANGE_NOUN)));
    if (prep_is(scan, number, "by") && (change || verb & CLASS(VERB_REACH)))
        return true;
    /* "Passed the survey with 2 findings" */
    if (prep_is(scan, number, "with") && verb & VERB_LEVEL &&
        !(verb & (CLASS(VERB_SCOPE))) && number->unit != NO_TOKEN &&
        scan_find(scan, number->unit, number->unit + 2, CLASS(EVENT)) !=
            NO_TOKEN)
        return true;
    if (prep_is(scan, number, "to") && number->prep &&
        (change || verb & CLASS(VERB_REACH)) &&
        !scan_word_is(scan, number->prep - 1, RECEIVED))
        return true;
    if (number->prep != NO_TOKEN && number->prep_outer == NO_TOKEN &&
        scan_word_is(scan, number->prep, "under below") &&
        verb & (VERB_CHANGE | VERB_LEVEL))
        return true;
    /* "a team of 3 into a department of 19" */
    if (change && number->prep != NO_TOKEN && number->prep > 2 &&
        scan_word_is(scan, number->prep, "of") &&
        (scan_word_is(scan, number->prep - 2, "into") ||
         scan_word_is(scan, number->prep - 3, "into")))
        return true;
    if (number->out.is_rate && prep_is(scan, number, "at to") &&
        verb & (VERB_LEVEL | VERB_CHANGE))
        return true;
    if (scan_has(scan, i, CLASS(COMPARATIVE)) && !any_prep(number) &&
        !scan_word_is(scan, i, "over under above below off late early ahead") &&
        number->unit != NO_TOKEN &&
        (!is_scope_verb(verb) || verb & CLASS(VERB_ACTIVITY)))
        return true;
    return is_result_object(scan, number);
}

static bool
names_thing(const struct scan *scan, const struct scan_number *number)
{
    size_t i = number->direct;
    return number->unit != NO_TOKEN ||
           (i < scan->tokens.count && scan->tokens.at[i].kind == TOKEN_WORD &&
            !(scan->tokens.at[i].capital &&
              scan->tokens.at[i].to - scan->tokens.at[i].from <= 2) &&
            !(scan->tokens.at[i].classes &
              (CLASS(PREPOSITION) | CLASS(CLAUSE) | CLASS(DETERMINER) |
               CLASS(AUXILIARY))) &&
            !scan->at[i].is_verb && !scan->at[i].mask);
}

/* "a team of 8", "a workforce of 3,200" */
static bool
counts_members(const struct scan *scan, const struct scan_number *number)
{
    return number->prep != NO_TOKEN && number->prep > 0 &&
           scan_word_is(scan, number->prep, "of") &&
           scan_has(scan, number->prep - 1,
                    CLASS(COLLECTIVE) | UNIT_PEOPLE | CLASS(UNIT_PLACES));
}

static enum number_class
effort_or_size(const struct scan *scan, const struct scan_number *number)
{
    uint64_t verb = number->verb_classes, unit = number->unit_classes;
    uint64_t made =
        CLASS(UNIT_ARTIFACTS) | CLASS(UNIT_VOLUME) | CLASS(UNIT_EVENTS);
    bool activity = verb & CLASS(VERB_ACTIVITY);
    if (!names_thing(scan, number))
        return counts_members(scan, number) ? NUMBER_SCOPE : NUMBER_NONE;
    if (number->hyphenated)
        return unit & (UNIT_PEOPLE | UNIT_THINGS) ||
                       followed_by(scan, number, 4, CLASS(COLLECTIVE))
                   ? NUMBER_SCOPE
                   : NUMBER_NONE;
    if (any_prep(number) || number->verb == NO_TOKEN)
        return NUMBER_SCOPE;
    if (verb & CLASS(VERB_SCOPE) && (!activity || !(unit & made)))
        return NUMBER_SCOPE;
    if (verb & (VERB_LEVEL) && unit & CLASS(UNIT_PLACES) && !activity)
        return NUMBER_SCOPE;
    return NUMBER_ACTIVITY;
}

enum number_class
scan_count_class(const struct scan *scan, const struct scan_number *number)
{
    if (number->out.unit == UNIT_NONE && number->is_word &&
        number->out.value == 1 && !number->has_more)
        return NUMBER_NONE;
    return is_counted_outcome(scan, number) ? NUMBER_OUTCOME
                                            : effort_or_size(scan, number);
}

/* ---- targets and all kinds --------------------------------------------- */

/* "Plan to grow revenue by 20% next year" tells what has not come yet. */
static bool
is_intent(const struct scan *scan)
{
    return scan_word_is(scan, 1, "to") &&
           scan_word_is(scan, 0,
                        "plan plans planning aim aims aiming hope hopes hoping "
                        "intend intends intending expect expects expecting "
                        "seek seeks seeking looking propose proposes want "
                        "wants");
}

static bool
is_target(const struct scan *scan, const struct scan_number *number)
{
    if (is_intent(scan) && number->out.unit != UNIT_TIME)
        return true;
    size_t i = number->after, lead = number->lead;
    if (number->prep != NO_TOKEN && scan_word_is(scan, number->prep, "of") &&
        number->prep)
        lead = number->prep - 1;
    if (lead != NO_TOKEN && scan_has(scan, lead, CLASS(TARGET)) &&
        !scan->at[lead].is_verb && !prep_is(scan, number, "by to"))
        return true;
    if (lead != NO_TOKEN && lead && scan_is_symbol(scan, lead, ':') &&
        scan_has(scan, lead - 1, CLASS(TARGET)))
        return true;
    if (lead != NO_TOKEN && scan_has(scan, lead, CLASS(COMPARE)) &&
        !scan_word_is(scan, lead, "than"))
        return true;
    if (scan_is_joint(scan, i))
        i++;
    if (number->out.unit == UNIT_TIME)
        return false;
    return scan_has(scan, i, CLASS(TARGET)) ||
           (scan_has(scan, i, CLASS(RATE_NOUN) | CLASS(UNIT_MONEY)) &&
            scan_has(scan, i + 1, CLASS(TARGET)));
}

static bool
is_baseline(const struct scan *scan, const struct scan_number *number)
{
    size_t lead = number->lead;
    if (number->prep != NO_TOKEN && scan_word_is(scan, number->prep, "of") &&
        number->prep)
        lead = number->prep - 1;
    return lead != NO_TOKEN && token_is(&scan->tokens, lead, "baseline");
}

/* "is down to four minutes", "failures cut by a third": moved, though no verb
   says so. */
static bool
is_moved(const struct scan *scan, const struct scan_number *number)
{
    return number->prep != NO_TOKEN && number->prep &&
           scan_word_is(scan, number->prep, "to by") &&
           scan_word_is(scan, number->prep - 1, "down up cut");
}

static enum number_class
class_by_unit(const struct scan *scan, const struct scan_number *number)
{
    switch (number->out.unit) {
    case UNIT_PERCENT:
        return scan_percent_class(scan, number);
    case UNIT_POINTS:
    case UNIT_PERCENTILE:
        return points_class(scan, number);
    case UNIT_SCORE:
        return score_class(scan, number);
    case UNIT_RANK:
        return rank_class(scan, number);
    case UNIT_SHARE:
        return share_class(scan, number);
    case UNIT_MULTIPLE:
        return multiple_class(scan, number);
    case UNIT_FRACTION:
        return fraction_class(scan, number);
    case UNIT_MONEY:
        return scan_money_class(scan, number);
    case UNIT_TIME:
        return scan_time_class(scan, number);
    case UNIT_RATIO:
        return number->verb_classes & VERB_CHANGE ? NUMBER_OUTCOME
                                                  : NUMBER_SCOPE;
    case UNIT_NONE:
    case UNIT_COUNT:
        break;
    }
    return scan_count_class(scan, number);
}

/* "Enrolled 1,450 families against a goal of 1,200": what was done is a
   result where a goal stands beside it. */
static void
meet_targets(struct scan *scan)
{
    for (size_t n = 1; n < scan->numbers.count; n++) {
        struct scan_number *done = &scan->numbers.at[n - 1];
        const struct scan_number *goal = &scan->numbers.at[n];
        if (goal->out.class != NUMBER_TARGET ||
            done->out.class != NUMBER_ACTIVITY ||
            goal->out.value > done->out.value || goal->first - done->direct > 6)
            continue;
        for (size_t i = done->direct; i < goal->first; i++)
            if (scan_word_is(scan, i, "against versus vs"))
                done->out.class = NUMBER_OUTCOME;
    }
}

void
scan_classify(struct scan *scan)
{
    for (size_t n = 0; n < scan->numbers.count; n++) {
        struct scan_number *number = &scan->numbers.at[n];
        if (scan->at[number->first].mask)
            continue;
        if (number->out.class == NUMBER_NONE) {
            if (is_baseline(scan, number))
                number->out.class = NUMBER_BASELINE;
            else if (is_target(scan, number))
                number->out.class = NUMBER_TARGET;
            else if (is_moved(scan, number))
                number->out.class = NUMBER_OUTCOME;
            else
                number->out.class = class_by_unit(scan, number);
        }
        if (number->out.class == NUMBER_OUTCOME &&
            (number->out.unit == UNIT_PERCENT ||
             number->out.unit == UNIT_FRACTION))
            mark_relative(scan, number);
    }
    meet_targets(scan);
}
