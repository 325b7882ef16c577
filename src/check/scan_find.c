/*
 * What else a text says about figures: zero without a digit ("without
 * deficiencies", "citation-free") and the KPIs it names.
 */
#include "scan.h"

/* An event word within `reach` words, adjectives passed over. */
static size_t
event_from(const struct scan *scan, size_t i, size_t reach)
{
    for (size_t n = 0; n < reach && i < scan->tokens.count; n++) {
        if (scan_has(scan, i, CLASS(EVENT)) && !scan->at[i].mask)
            return i + scan_phrase_len(scan, i);
        bool part = scan_is_joint(scan, i) || (i && scan_is_joint(scan, i - 1));
        if ((scan->tokens.at[i].kind != TOKEN_WORD && !part) ||
            scan_has(scan, i,
                     CLASS(PREPOSITION) | CLASS(CLAUSE) | CLASS(CHANGE_NOUN) |
                         CLASS(FORM_ING)))
            break;
        i++;
    }
    return NO_TOKEN;
}

static void
add_zero(struct scan *scan, size_t first, size_t end)
{
    struct reading_zero *zero = list_add(scan->arena, &scan->zeros);
    zero->from = scan->tokens.at[first].from;
    zero->to = scan->tokens.at[end - 1].to;
}

/* "zero findings", "0 incidents", "zero data loss" */
static void
zero_number(struct scan *scan, struct scan_number *number)
{
    size_t next = number->direct;
    bool from =
        number->prep != NO_TOKEN && scan_word_is(scan, number->prep, "from");
    if (number->out.value != 0 || from || number->out.unit == UNIT_TIME ||
        number->out.unit == UNIT_MONEY || number->out.class != NUMBER_NONE)
        return;
    bool plural = next < scan->tokens.count &&
                  scan->tokens.at[next].kind == TOKEN_WORD &&
                  str_ends(token_text(&scan->tokens, next), STR("s"));
    if (event_from(scan, next, 4) != NO_TOKEN ||
        (plural && !scan_has(scan, next, CLASS(UNIT_STAFF))))
        number->out.class = NUMBER_OUTCOME;
}

void
scan_zeros(struct scan *scan)
{
    for (size_t n = 0; n < scan->numbers.count; n++)
        zero_number(scan, &scan->numbers.at[n]);
    for (size_t i = 0; i < scan->tokens.count; i++) {
        size_t end = NO_TOKEN;
        if (scan->at[i].mask || scan->tokens.at[i].kind != TOKEN_WORD)
            continue;
        bool no = scan_word_is(scan, i, "no without never");
        if (no && !scan_is_joint(scan, i + 1)) {
            size_t next = i + 1;
            if (scan_word_is(scan, next, "a any"))
                next++;
            if (scan_word_is(scan, next, "single"))
                next++;
            end = event_from(scan, next, 5);
        } else if (scan_word_is(scan, i, "free") && i >= 2 &&
                   scan_is_joint(scan, i - 1) &&
                   scan_has(scan, i - 2, CLASS(EVENT))) {
            add_zero(scan, i - 2, i + 1);
            continue;
        }
        if (end != NO_TOKEN)
            add_zero(scan, i, end);
    }
}

/* A pair is about the KPI named last before it, a few words away and with
   nothing but `from` or `to` between. */
#define KPI_REACH 5

static size_t
kpi_before(const struct scan *scan, const struct reading_pair *pair)
{
    const struct scan_number *before = &scan->numbers.at[pair->before];
    const struct scan_number *after = &scan->numbers.at[pair->after];
    size_t first = before->first < after->first ? before->first : after->first;
    for (size_t back = 1; back <= KPI_REACH && back <= first; back++) {
        size_t i = first - back;
        if (scan->at[i].kpi != SIZE_MAX)
            return scan->at[i].kpi;
        if (scan_is_stop(scan, i) ||
            (scan_has(scan, i, CLASS(CLAUSE) | CLASS(PREPOSITION)) &&
             !(back == 1 && scan_word_is(scan, i, "from to"))))
            break;
    }
    return SIZE_MAX;
}

void
scan_kpis(struct scan *scan)
{
    for (size_t i = 0; i < scan->tokens.count; i++) {
        size_t term, len = lexicon_match(&scan->tokens, i, LEXICON_KPI, &term);
        if (!len)
            continue;
        struct reading_kpi *kpi = list_add(scan->arena, &scan->kpis);
        kpi->kpi = term;
        kpi->from = scan->tokens.at[i].from;
        kpi->to = scan->tokens.at[i + len - 1].to;
        i += len - 1;
        scan->at[i].kpi = term;
    }
    for (size_t p = 0; p < scan->pairs.count; p++)
        scan->pairs.at[p].kpi = kpi_before(scan, &scan->pairs.at[p]);
}
