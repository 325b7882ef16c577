#include "check/check.h"

#include <stdarg.h>
#include <stdio.h>

#include "model/decode.h"
#include "pack/role_file.h"
#include "rule.h"

const struct rule *const check_families[] = {
    rules_fields,
    rules_structure,
    rules_metrics,
    rules_records,
    rules_series,
    rules_overview,
    rules_cases,
    rules_domain,
    rules_credentials,
    rules_education,
    rules_dates,
    rules_years,
    rules_twice,
    rules_privacy,
    rules_style,
    rules_proof,
    rules_links,
    rules_balance,
    rules_role,
    rules_role_words,
    rules_role_skills,
    rules_role_fit,
    rules_letter,
    rules_form,
    NULL,
};

struct span
check_span(const struct check *check, const struct prose *prose, size_t from,
           size_t to)
{
    return prose_span(check->sources, prose, from, to);
}

struct finding *
check_on_bullet(struct check *check, enum code code,
                const struct check_bullet *bullet, size_t from, size_t to,
                const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(check->arena, format, args);
    va_end(args);
    struct finding *finding = finding_add(
        check->findings, code, check_span(check, bullet->prose, from, to),
        "%.*s", STR_ARG(message));
    finding->path = bullet->path;
    return finding;
}

struct span
check_text_span(const struct check *check, const struct check_text *text,
                size_t from, size_t to)
{
    if (text->in.prose)
        return check_span(check, text->in.prose, from, to);
    const struct node *node = text->in.text->node;
    return node ? node_text_span(check->sources, node, from, to) : SPAN_NONE;
}

struct finding *
check_on_text(struct check *check, enum code code,
              const struct check_text *text, size_t from, size_t to,
              const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str message = str_format_list(check->arena, format, args);
    va_end(args);
    struct finding *finding = finding_add(
        check->findings, code, check_text_span(check, text, from, to), "%.*s",
        STR_ARG(message));
    finding->path = field_text_path(check->arena, &text->in);
    return finding;
}

struct span
check_key_span(const struct check *check, const char *key)
{
    const struct node *root = check->candidate->node;
    const struct node_pair *pair = node_find_pair(root, str_from(key));
    if (pair)
        return pair->key_span;
    if (!root)
        return SPAN_NONE;
    return (struct span){root->span.source, root->span.from, root->span.from};
}

bool
check_has_finding(const struct check *check, enum code code)
{
    for (size_t i = 0; i < findings_count(check->findings); i++)
        if (findings_at(check->findings, i)->code == code)
            return true;
    return false;
}

struct str
check_number_text(const struct check_bullet *bullet, size_t number)
{
    const struct reading_number *n = &bullet->reading->numbers.at[number];
    return str_slice(bullet->prose->plain, n->whole_from, n->whole_to);
}

struct str
check_print_value(struct arena *arena, double value)
{
    if (value < 0)
        return str_format(arena, "-%.*s",
                          STR_ARG(check_print_value(arena, -value)));
    uint64_t hundredths = (uint64_t)(value * 100 + 0.5);
    uint64_t whole = hundredths / 100, rest = hundredths % 100;
    struct str digits = str_format(arena, "%llu", (unsigned long long)whole);
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < digits.len; i++) {
        if (i && (digits.len - i) % 3 == 0)
            buf_add_byte(&out, ',');
        buf_add_byte(&out, digits.at[i]);
    }
    if (rest)
        buf_print(&out, rest % 10 ? ".%02d" : ".%.1d",
                  (int)(rest % 10 ? rest : rest / 10));
    return buf_str(&out);
}

struct str
check_print_bounds(struct arena *arena, struct pack_bounds bounds)
{
    struct str low = check_print_value(arena, bounds.low);
    struct str high = check_print_value(arena, bounds.high);
    if (!bounds.has_high)
        return str_format(arena, "at least %.*s", STR_ARG(low));
    if (!bounds.has_low)
        return str_format(arena, "at most %.*s", STR_ARG(high));
    return str_format(arena, "%.*s-%.*s", STR_ARG(low), STR_ARG(high));
}

/* ---- who is judged and how --------------------------------------------- */

const struct pack_role *
check_find_role(const struct pack *pack, struct str name)
{
    if (str_is_empty(name))
        return NULL;
    const struct pack_role *role = pack_role(pack, name);
    return role ? role : pack_role_of_title(pack, name);
}

/* The role of the command line, else of the variant asked for, else of the
   first variant that names one. */
static const struct pack_role *
target_role(const struct check *check, const struct check_options *options)
{
    const struct pack_role *role = check_find_role(check->pack, options->role);
    bool any = str_is_empty(options->variant);
    for (size_t i = 0; !role && i < check->candidate->variants.count; i++) {
        const struct variant *variant = &check->candidate->variants.at[i];
        if (any || str_equal(variant->name.s, options->variant))
            role = check_find_role(check->pack, variant->target_role.s);
    }
    return role;
}

static bool
speaks_english(const struct candidate *candidate)
{
    const char *code;
    if (!candidate_names_language(candidate))
        return !check_foreign_language(candidate, &code);
    return str_equal_nocase(tag_primary(candidate->printed_language),
                            STR("en"));
}

bool
check_is_beginner(const struct check *check)
{
    if (check->role)
        return str_is(check->role->kind, "feeder") ||
               str_is(check->role->id, "entry");
    return check->candidate->experience.count > 0 &&
           check->candidate->years < 2;
}

/* ---- what could not be read -------------------------------------------- */

/* Rules that miss something in the whole file; they would ask for what is
   there and could not be read. */
static const enum code of_absence[] = {
    CODE_S101, CODE_S102, CODE_S103, CODE_S104, CODE_S105, CODE_S107,
    CODE_M102, CODE_M115, CODE_K101, CODE_K102, CODE_K103, CODE_K105,
    CODE_K106, CODE_H101, CODE_H102, CODE_C107, CODE_C109, CODE_C110,
    CODE_E101, CODE_D102, CODE_D103, CODE_A101, CODE_A103, CODE_A105,
    CODE_B101, CODE_B102, CODE_R102, CODE_R103, CODE_R105, CODE_R106};

static bool
is_of_absence(enum code code)
{
    for (size_t i = 0; i < sizeof of_absence / sizeof *of_absence; i++)
        if (of_absence[i] == code)
            return true;
    return false;
}

/* ---- running ----------------------------------------------------------- */

static void
run_rule(struct check *check, const struct rule *rule)
{
    const struct candidate *candidate = check->candidate;
    if ((!check->english && !rule->any_language) ||
        (check->cut_short && is_of_absence(rule->code)))
        return;
    if (rule->document)
        rule->document(check);
    if (rule->bullet)
        for (size_t i = 0; i < check->bullets.count; i++)
            rule->bullet(check, &check->bullets.at[i]);
    if (rule->metric)
        for (size_t i = 0; i < candidate->all_metrics.count; i++)
            rule->metric(check, candidate->all_metrics.at[i]);
    if (rule->text)
        for (size_t i = 0; i < check->texts.count; i++)
            if (check->texts.at[i].uses & rule->uses)
                rule->text(check, &check->texts.at[i]);
}

bool
rule_is_last(const struct rule *rule)
{
    return !rule->document && !rule->bullet && !rule->metric && !rule->text;
}

/* Of what only advises, neither page nor match depends. */
static bool
is_advice(enum code code)
{
    const char *id = code_entry(code)->id;
    return id[0] != 'P' && id[0] != 'X';
}

void
check_rules(struct check *check)
{
    for (size_t f = 0; check_families[f]; f++)
        for (const struct rule *rule = check_families[f]; !rule_is_last(rule);
             rule++)
            if ((!check->whole || rule->in_variants) &&
                !(check->without_advice && is_advice(rule->code)))
                run_rule(check, rule);
}

void
check_begin(struct check *check, struct arena *arena, struct findings *findings,
            const struct candidate *candidate,
            const struct check_options *options)
{
    *check = (struct check){
        .arena = arena,
        .findings = findings,
        .sources = findings ? findings_sources(findings) : NULL,
        .candidate = candidate,
        .pack = options->pack,
        .params = check_params(arena),
        .today = options->today,
        .files = options->files,
        .job = options->job,
        .read_job = options->read_job,
        .job_context = options->job_context,
        .withheld = options->withheld,
        .without_advice = options->without_advice,
    };
    if (!check->pack)
        check->pack = pack_choose(findings, candidate, STR(""), options->role);
    if (date_is_given(&candidate->lint.today))
        check->today = candidate->lint.today;
    check->role = target_role(check, options);
    check->role_is_asked = !str_is_empty(options->role);
    check->english = speaks_english(candidate);
    check->beginner = check_is_beginner(check);
    check->cut_short = findings && findings_cut_short(findings);
    /* Only advice goes by what is measured in bullets. */
    if (check->english && !check->without_advice)
        check_collect_bullets(check);
    check_collect_texts(check);
}

/* A role that was asked for on the command line. */
static void
check_asked_role(const struct check *check, struct str asked)
{
    if (str_is_empty(asked) || role_is_file(asked) ||
        check_find_role(check->pack, asked))
        return;
    struct str near = pack_suggest_role(check->pack, asked);
    struct finding *finding =
        finding_add(check->findings, CODE_X181, SPAN_NONE,
                    "There is no role \"%.*s\" in the pack %.*s.",
                    STR_ARG(asked), STR_ARG(pack_name(check->pack)));
    if (near.len)
        finding_help(finding, "did you mean \"%.*s\"?", STR_ARG(near));
    finding_help(finding, "`dossier list roles --pack %.*s` shows them all",
                 STR_ARG(pack_name(check->pack)));
}

/* Where what the whole file lacks is told: at its first byte. */
static struct span
check_top(const struct candidate *candidate)
{
    struct span span = candidate->node ? candidate->node->span : SPAN_NONE;
    span.to = span.from;
    return span;
}

static void
tell_language(const struct check *check)
{
    const char *code;
    if (check->english || candidate_names_language(check->candidate))
        return;
    const char *name = check_foreign_language(check->candidate, &code);
    struct finding *finding =
        finding_add(check->findings, CODE_X188, check_top(check->candidate),
                    "Name the language; the text seems to be in %s.", name);
    finding_help(finding, "meta: {language: %s}", code);
}

struct check *
check_run(struct arena *arena, struct findings *findings,
          const struct candidate *candidate,
          const struct check_options *options)
{
    if (!candidate->node)
        return NULL; /* what could not be read cannot be judged */
    struct check *check = ARENA_NEW(arena, struct check);
    check_begin(check, arena, findings, candidate, options);
    check_asked_role(check, options->role);
    tell_language(check);
    check_configure(check, options->ignored);
    check_rules(check);
    return check;
}

/* Without a name: the default, unless nothing in the file is of its field. */
static const struct pack *
choose_for(struct findings *findings, const struct candidate *candidate,
           const struct pack *standard)
{
    const struct pack *general = pack_find(STR("general"));
    const char *code;
    if (!general || check_is_of_field(candidate, standard) ||
        (!candidate_names_language(candidate) &&
         check_foreign_language(candidate, &code)))
        return standard;
    if (findings) {
        struct finding *finding =
            finding_add(findings, CODE_X187, check_top(candidate),
                        "Name the pack; nothing here is of the field \"%.*s\".",
                        STR_ARG(pack_title(standard)));
        finding_help(finding, "pack: general");
    }
    return general;
}

const struct pack *
pack_choose(struct findings *findings, const struct candidate *candidate,
            struct str name, struct str role)
{
    struct span span = SPAN_NONE;
    if (str_is_empty(name)) {
        name = candidate->pack.s;
        if (candidate->pack.node)
            span = candidate->pack.node->span;
    }
    const struct pack *pack = pack_find(name);
    if (pack && str_is_empty(name) && !check_find_role(pack, role))
        return choose_for(findings, candidate, pack);
    if (pack)
        return pack;
    struct str near = pack_suggest_pack(name);
    struct finding *finding = finding_add(
        findings, CODE_X180, span, "There is no pack \"%.*s\".", STR_ARG(name));
    if (near.len)
        finding_help(finding, "did you mean \"%.*s\"?", STR_ARG(near));
    else
        finding_help(finding, "`pack: general` serves any profession");
    return pack_find(STR(""));
}
