#include "check/reading.h"

#include "scan.h"

const char *
verdict_name(enum verdict verdict)
{
    static const char *const names[] = {
        [VERDICT_NONE] = "none",
        [VERDICT_SCOPE] = "scope",
        [VERDICT_ACTIVITY] = "activity",
        [VERDICT_OUTCOME] = "outcome",
    };
    return names[verdict];
}

const char *number_class_name(enum number_class class)
{
    static const char *const names[] = {
        [NUMBER_NONE] = "none",         [NUMBER_SCOPE] = "scope",
        [NUMBER_ACTIVITY] = "activity", [NUMBER_TIME] = "time",
        [NUMBER_TARGET] = "target",     [NUMBER_BASELINE] = "baseline",
        [NUMBER_OUTCOME] = "outcome",
    };
    return names[class];
}

const char *
unit_kind_name(enum unit_kind unit)
{
    static const char *const names[] = {
        [UNIT_NONE] = "bare number",  [UNIT_COUNT] = "count",
        [UNIT_TIME] = "time",         [UNIT_PERCENT] = "percent",
        [UNIT_POINTS] = "points",     [UNIT_MONEY] = "money",
        [UNIT_SCORE] = "score",       [UNIT_PERCENTILE] = "percentile",
        [UNIT_RANK] = "rank",         [UNIT_RATIO] = "ratio",
        [UNIT_SHARE] = "share",       [UNIT_MULTIPLE] = "multiple",
        [UNIT_FRACTION] = "fraction",
    };
    return names[unit];
}

/* Step 6: the strongest class decides. */
static enum verdict
verdict_of(const struct scan *scan)
{
    static const enum verdict by_class[] = {
        [NUMBER_NONE] = VERDICT_NONE,         [NUMBER_SCOPE] = VERDICT_SCOPE,
        [NUMBER_ACTIVITY] = VERDICT_ACTIVITY, [NUMBER_TIME] = VERDICT_NONE,
        [NUMBER_TARGET] = VERDICT_NONE,       [NUMBER_BASELINE] = VERDICT_NONE,
        [NUMBER_OUTCOME] = VERDICT_OUTCOME,
    };
    enum verdict verdict = scan->zeros.count ? VERDICT_OUTCOME : VERDICT_NONE;
    for (size_t n = 0; n < scan->numbers.count; n++) {
        enum verdict one = by_class[scan->numbers.at[n].out.class];
        verdict = one > verdict ? one : verdict;
    }
    return verdict;
}

static void
keep(const struct scan *scan, struct reading *reading)
{
    bool *masked = ARENA_ARRAY(scan->arena, scan->tokens.count, bool);
    for (size_t i = 0; i < scan->tokens.count; i++)
        masked[i] = scan->at[i].mask != MASK_NONE;
    reading->tokens = scan->tokens;
    reading->masked = masked;
    for (size_t n = 0; n < scan->numbers.count; n++)
        *list_add(scan->arena, &reading->numbers) = scan->numbers.at[n].out;
    for (size_t p = 0; p < scan->pairs.count; p++)
        *list_add(scan->arena, &reading->pairs) = scan->pairs.at[p];
    for (size_t z = 0; z < scan->zeros.count; z++)
        *list_add(scan->arena, &reading->zeros) = scan->zeros.at[z];
    for (size_t k = 0; k < scan->kpis.count; k++)
        *list_add(scan->arena, &reading->kpis) = scan->kpis.at[k];
}

const struct reading *
reading_of(struct arena *arena, const struct pack *pack, struct str text)
{
    struct reading *reading = ARENA_NEW(arena, struct reading);
    struct scan scan = {.arena = arena, .pack = pack};
    scan.tokens = tokens_read(arena, pack, text);
    scan.at = ARENA_ARRAY(arena, scan.tokens.count, struct scan_token);
    for (size_t i = 0; i < scan.tokens.count; i++)
        scan.at[i].number = scan.at[i].kpi = SIZE_MAX;
    scan_mask(&scan);
    scan_mark_verbs(&scan);
    scan_numbers(&scan);
    scan_context(&scan);
    scan_pairs(&scan);
    scan_zeros(&scan);
    scan_kpis(&scan);
    scan_classify(&scan);
    reading->verdict = verdict_of(&scan);
    scan_claims(&scan, reading);
    scan_oddities(&scan, reading);
    scan_score(&scan, reading);
    keep(&scan, reading);
    return reading;
}
