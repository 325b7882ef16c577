/*
 * The rules that depend on the role, on what one variant of the file shows.
 * Its texts are those of the file, so nothing is read again: they are found
 * by the address of their bytes. What the run on the file or an earlier
 * variant said already is not said again.
 */
#include "base/index.h"
#include "rule.h"

struct variant_memory {
    struct index texts;    /* by address: number in whole->texts */
    struct index readings; /* by address: number in whole->bullets */
    struct index places;   /* code and span of the findings on the file */
    struct index messages; /* code and message of all */
};

static uint64_t
key_of_place(const struct finding *finding)
{
    uint64_t span = ((uint64_t)finding->span.from << 32) | finding->span.to;
    return (span * 31 + (uint64_t)finding->span.source) * 1021 +
           (uint64_t)finding->code + 1;
}

static uint64_t
key_of_message(const struct finding *finding)
{
    return index_of_text(finding->message) + (uint64_t)finding->code;
}

/* The run on the file is over when its first variant is judged. */
static void
remember(struct check *whole)
{
    struct arena *arena = whole->arena;
    struct variant_memory *memory = ARENA_NEW(arena, struct variant_memory);
    whole->memory = memory;
    for (size_t i = 0; i < whole->texts.count; i++)
        (void)index_add(arena, &memory->texts,
                        index_of_address(whole->texts.at[i].plain.at), i);
    for (size_t i = 0; i < whole->bullets.count; i++)
        (void)index_add(arena, &memory->readings,
                        index_of_address(whole->bullets.at[i].prose->plain.at),
                        i);
    for (size_t i = 0; i < findings_count(whole->findings); i++) {
        const struct finding *finding = findings_at(whole->findings, i);
        (void)index_add(arena, &memory->places, key_of_place(finding), i);
        (void)index_add(arena, &memory->messages, key_of_message(finding), i);
    }
}

/* Rules that judge the summary do so at different times. */
static const struct reading *
read_summary(struct check *check, struct str plain)
{
    if (!check->summary)
        check->summary = reading_of(check->arena, check->pack, plain);
    return check->summary;
}

const struct reading *
check_reading(struct check *check, const struct prose *prose)
{
    const struct check *whole = check->whole;
    if (prose == &check->candidate->basics.summary)
        return read_summary(check, prose->plain);
    size_t known = whole ? index_find(&whole->memory->readings,
                                      index_of_address(prose->plain.at))
                         : SIZE_MAX;
    if (known != SIZE_MAX)
        return whole->bullets.at[known].reading;
    return reading_of(check->arena, check->pack, prose->plain);
}

size_t
check_text_number(const struct check *check, struct str plain)
{
    if (!check->whole)
        return check->texts.count - 1;
    return index_find(&check->whole->memory->texts, index_of_address(plain.at));
}

/* ---- findings ---------------------------------------------------------- */

static void
add_finding(struct check *whole, const struct variant *variant,
            const struct finding *found)
{
    struct variant_memory *memory = whole->memory;
    if (index_find(&memory->places, key_of_place(found)) != SIZE_MAX ||
        !index_add(whole->arena, &memory->messages, key_of_message(found), 0))
        return;
    struct str message = found->message;
    bool stop = str_ends(message, STR("."));
    struct finding *finding = finding_add(
        whole->findings, found->code, found->span, "%.*s (variant %.*s)%s",
        STR_ARG(str_slice(message, 0, message.len - stop)),
        STR_ARG(variant->name.s), stop ? "." : "");
    finding->path = found->path.len ? found->path : variant->item.path;
    finding->help = found->help;
    finding->has_edit = found->has_edit;
    finding->edit_is_safe = found->edit_is_safe;
    finding->edit = found->edit;
    if (found->severity < finding->severity)
        finding->severity = found->severity;
}

/* What the variant shows, with the settings of the file and no variant but
   this one. */
static const struct candidate *
with_settings(const struct check *whole, const struct candidate *shown,
              const struct variant *variant)
{
    struct candidate *own = ARENA_NEW(whole->arena, struct candidate);
    *own = *shown;
    own->lint = whole->candidate->lint;
    own->variants.at = ARENA_NEW(whole->arena, struct variant);
    own->variants.at[0] = *variant;
    own->variants.count = own->variants.room = 1;
    return own;
}

void
check_variant(struct check *whole, const struct check_variant *judged)
{
    if (!whole)
        return;
    if (!whole->memory)
        remember(whole);
    struct check check = {
        .arena = whole->arena,
        .findings = findings_new(whole->arena, whole->sources),
        .sources = whole->sources,
        .candidate = with_settings(whole, judged->shown, judged->variant),
        .pack = whole->pack,
        .params = whole->params,
        .role = check_find_role(whole->pack, judged->role),
        .role_is_asked = true,
        .variant = judged->variant,
        .whole = whole,
        .today = whole->today,
        .files = whole->files,
        .job = whole->job,
        .english = whole->english,
        .cut_short = whole->cut_short,
        .without_advice = whole->without_advice,
    };
    check.beginner = check_is_beginner(&check);
    if (check.english)
        check_collect_bullets(&check);
    /* The settings of a variant are no texts of what it shows. */
    const struct candidate *own = check.candidate;
    check.candidate = judged->shown;
    check_collect_texts(&check);
    check.candidate = own;
    check_rules(&check);
    for (size_t i = 0; i < findings_count(check.findings); i++)
        add_finding(whole, judged->variant, findings_at(check.findings, i));
}
