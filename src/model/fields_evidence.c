/* What was achieved: metric records, bullets, case studies. */
#include "tables.h"

/* ---- metrics ------------------------------------------------------------ */

static const struct field benchmark_fields[] = {
    {.key = "value",
     ONE(DECIMAL, benchmark, value),
     .meaning = "The figure others reach.",
     .example = "32"},
    {.key = "source",
     ONE(TEXT, benchmark, source),
     .meaning = "Who says so.",
     .example = "MGMA 2023"},
    {0}};

const struct field_shape shape_benchmark = {
    .name = "benchmark",
    .meaning = "What others reach in the same measure.",
    .size = sizeof(struct benchmark),
    .fields = benchmark_fields,
    .scalar_key = "value",
    .common = COMMON_PART};

static const struct field metric_point_fields[] = {
    {.key = "date",
     ONE(DATE, metric_point, date),
     .need = FIELD_REQUIRED,
     .aliases = "month period",
     .meaning = "When it was measured.",
     .example = "2023-04"},
    {.key = "value",
     ONE(DECIMAL, metric_point, value),
     .need = FIELD_REQUIRED,
     .meaning = "The figure then.",
     .example = "33"},
    {0}};

const struct field_shape shape_metric_point = {
    .name = "metric point",
    .meaning = "One measurement of a series.",
    .size = sizeof(struct metric_point),
    .fields = metric_point_fields,
    .common = COMMON_PART};

static const char *const drawn_as[] = {"auto",     "bars",  "run",  "slope",
                                       "dumbbell", "table", "none", NULL};
static const char drawn_as_mean[] = "as the look finds best for the numbers\n"
                                    "two bars from zero, before and after\n"
                                    "values over time; needs series\n"
                                    "lines from before to after\n"
                                    "two dots on one scale\n"
                                    "a row of figures, no drawing\n"
                                    "not drawn at all\n";
static const char *const metric_goods[] = {"", "up", "down", "band", NULL};
static const char metric_goods_mean[] = "more is better\n"
                                        "less is better\n"
                                        "good within a range\n";

static const struct field metric_fields[] = {
    {.key = "kpi",
     ONE(TEXT, metric, kpi),
     .meaning = "Id of a known measure (`dossier list kpis`); kpi or label is "
                "needed.",
     .example = "wait-time"},
    {.key = "label",
     ONE(TEXT, metric, label),
     .accepted = "name",
     .aliases = "title",
     .meaning = "What was measured, in your words.",
     .example = "Median wait at the counter"},
    {.key = "before",
     ONE(DECIMAL, metric, before),
     .accepted = "baseline",
     .aliases = "from old",
     .meaning = "The figure before you began.",
     .example = "41"},
    {.key = "after",
     ONE(DECIMAL, metric, after),
     .need = FIELD_REQUIRED,
     .rule = "M114",
     .aliases = "to new result value",
     .meaning = "The figure you reached.",
     .example = "26"},
    {.key = "unit",
     ONE(TEXT, metric, unit),
     .need = FIELD_REQUIRED,
     .rule = "M114",
     .aliases = "units",
     .meaning = "What it is counted in: percent, minutes, days, usd ...",
     .example = "minutes"},
    {.key = "change_percent",
     ONE(DECIMAL, metric, change_percent),
     .aliases = "change",
     .meaning = "The change in percent; computed when you leave it out.",
     .example = "-37"},
    {.key = "target",
     ONE(DECIMAL, metric, target),
     .aliases = "goal",
     .meaning = "The figure that was aimed at.",
     .example = "30"},
    {.key = "benchmark",
     MAP(benchmark, metric, benchmark),
     .meaning = "What others reach.",
     .example = "{value: 32, source: MGMA 2023}"},
    {.key = "period",
     ONE(PERIOD, metric, period),
     .need = FIELD_REQUIRED,
     .rule = "M114",
     .meaning = "When it happened: start/end, or one month or year.",
     .example = "2023-01/2023-06"},
    {.key = "baseline_period",
     ONE(PERIOD, metric, baseline_period),
     .meaning = "When `before` was measured.",
     .example = "2022-07/2022-12"},
    {.key = "source",
     ONE(TEXT, metric, source),
     .meaning = "Where the figures come from.",
     .example = "ticket system, finance-validated"},
    {.key = "method",
     ONE(TEXT, metric, method),
     .meaning = "What you did to get there.",
     .example = "split-flow triage and a daily huddle"},
    {.key = "scope",
     ONE(TEXT, metric, scope),
     .meaning = "How much it covers.",
     .example = "12 sites, 40,000 visits a year"},
    {.key = "annualized",
     ONE(FLAG, metric, annualized),
     .aliases = "annualised",
     .meaning = "Whether the figure is extrapolated to a year.",
     .example = "false"},
    {.key = "confidential",
     ONE(FLAG, metric, confidential),
     .meaning = "Say yes to print the change in percent and nothing else.",
     .example = "true"},
    {.key = "good",
     CHOICE(metric_goods, metric, good),
     .aliases = "direction",
     .meaning = "For measures of your own: which way is better.",
     .example = "down"},
    {.key = "series",
     MAPS(metric_point, metric, series),
     .aliases = "points values",
     .meaning = "The figure over time, for a chart.",
     .example = "[{date: 2023-01, value: 41}, {date: 2023-06, value: 26}]"},
    {.key = "chart",
     CHOICE(drawn_as, metric, chart),
     .meaning = "How the portfolio draws it; auto chooses by what is there.",
     .example = "run"},
    {0}};

const struct field_shape shape_metric = {
    .name = "metric",
    .meaning = "One measured result. Prose refers to it as {id.before}, "
               "{id.after}, {id.change}.",
    .size = sizeof(struct metric),
    .fields = metric_fields,
    .common = COMMON_ENTRY,
    .one_of = "kpi label",
    .one_of_rule = "M114"};

/* ---- bullets ------------------------------------------------------------ */

static const char *const highlight_kinds[] = {"result", "scope", "duty", NULL};
static const char highlight_kinds_mean[] =
    "something was reached; a number belongs to it\n"
    "how large the job was: beds, people, budget\n"
    "what the job asked for\n";

static const struct field highlight_fields[] = {
    {.key = "text",
     ONE(LINE, highlight, text),
     .need = FIELD_REQUIRED,
     .aliases = "bullet description",
     .meaning = "The line itself.",
     .example = "Cut waits from {wait.before} to {wait.after} minutes."},
    {.key = "ref",
     MANY(REF, highlight, ref),
     .scalar_is_list = true,
     .aliases = "metric refs",
     .meaning = "The metric record, or records, that this line tells.",
     .example = "wait"},
    {.key = "metrics",
     MAPS(metric, highlight, own_metrics),
     .also = offsetof(struct highlight, ref),
     .scalar_is_list = true,
     .meaning = "Metric records written in place, or ids of others.",
     .example = "[{id: wait, kpi: wait-time, before: 41, after: 26, "
                "unit: minutes, period: 2023}]"},
    {.key = "kind",
     CHOICE(highlight_kinds, highlight, kind),
     .aliases = "type",
     .meaning = "Whether the line tells a result, the scope of the job or a "
                "duty.",
     .example = "scope"},
    {0}};

const struct field_shape shape_highlight = {
    .name = "highlight",
    .meaning = "One line of what you achieved. Plain text will do.",
    .size = sizeof(struct highlight),
    .fields = highlight_fields,
    .scalar_key = "text",
    .common = COMMON_ENTRY};

/* ---- case studies ------------------------------------------------------- */

static const struct field adoption_fields[] = {
    {.key = "trained",
     ONE(INTEGER, adoption, trained),
     .meaning = "How many people were trained.",
     .example = "24"},
    {.key = "training_hours",
     ONE(TEXT, adoption, training_hours),
     .aliases = "hours",
     .meaning = "Hours of training.",
     .example = "6 hours each"},
    {.key = "adoption",
     ONE(TEXT, adoption, adoption),
     .aliases = "rate",
     .meaning = "How many use it now.",
     .example = "97%"},
    {.key = "change_activities",
     MANY(TEXT, adoption, change_activities),
     .scalar_is_list = true,
     .splits_commas = true,
     .aliases = "activities",
     .meaning = "What helped people along.",
     .example = "[pilot, feedback, user guide]"},
    {0}};

const struct field_shape shape_adoption = {
    .name = "adoption",
    .meaning = "For technology: how people took it up.",
    .size = sizeof(struct adoption),
    .fields = adoption_fields,
    .common = COMMON_PART,
    .node_offset = offsetof(struct adoption, node)};

static const char *const case_kinds[] = {
    "",           "workflow", "cost",   "quality", "compliance", "ehr",
    "telehealth", "crisis",   "growth", "people",  NULL};
static const char case_kinds_mean[] =
    "how work flows: waits, throughput, schedules\n"
    "money saved or earned\n"
    "safety, outcomes, satisfaction\n"
    "surveys, audits, rules\n"
    "an electronic health record put to use\n"
    "care at a distance\n"
    "an emergency that was led\n"
    "new services, sites, patients\n"
    "staff: hiring, turnover, engagement\n";

static const struct field case_study_fields[] = {
    {.key = "title",
     ONE(TEXT, case_study, title),
     .need = FIELD_REQUIRED,
     .aliases = "name",
     .meaning = "The result first, in a few words.",
     .example = "Faster discharge in four units"},
    {.key = "kind",
     CHOICE(case_kinds, case_study, kind),
     .aliases = "type category",
     .meaning = "What the case is about.",
     .example = "workflow"},
    {.key = "organization",
     ONE(TEXT, case_study, organization),
     .accepted = "company",
     .aliases = "employer entity organisation",
     .meaning = "Where it was.",
     .example = "Lakeside Group"},
    {.key = "setting",
     MAP(setting, case_study, setting),
     .need = FIELD_REQUIRED,
     .rule = "K102",
     .meaning = "What kind of place and how big.",
     .example = "{kind: rural health center, size: 5 providers}"},
    {.key = "period",
     ONE(PERIOD, case_study, period),
     .need = FIELD_REQUIRED,
     .rule = "K102",
     .meaning = "From when to when, in months.",
     .example = "{start: 2018-03, end: 2019-02}"},
    {.key = "start_date",
     ONE(DATE, case_study, period.start),
     .is_hidden = true,
     .meaning = "Write `period: {start: ..., end: ...}`.",
     .example = "2018-03"},
    {.key = "end_date",
     ONE(DATE, case_study, period.end),
     .is_hidden = true,
     .may_be_present = true,
     .meaning = "Write `period: {start: ..., end: ...}`.",
     .example = "2019-02"},
    {.key = "role",
     ONE(TEXT, case_study, role),
     .need = FIELD_REQUIRED,
     .rule = "K102",
     .aliases = "roles position",
     .meaning = "What you led and to whom you reported.",
     .example = "Project lead, reporting to the medical director"},
    {.key = "team",
     MAP(team, case_study, team),
     .meaning = "Who took part.",
     .example = "{size: 9, disciplines: [physicians, nurses, IT]}"},
    {.key = "situation",
     ONE(PROSE, case_study, situation),
     .need = FIELD_REQUIRED,
     .rule = "K102",
     .aliases = "description summary background context",
     .meaning = "What was the case before you.",
     .example = "One patient in five lived more than 40 miles away."},
    {.key = "challenge",
     ONE(PROSE, case_study, challenge),
     .need = FIELD_REQUIRED,
     .rule = "K102",
     .accepted = "task",
     .aliases = "problem goal",
     .meaning = "The problem or the goal.",
     .example = "Offer remote visits without new clinical staff."},
    {.key = "constraints",
     ONE(PROSE, case_study, constraints),
     .meaning = "Money, rules, people: what you had to work with.",
     .example = "No capital budget and two open nurse positions."},
    {.key = "actions",
     MANY(PROSE, case_study, actions),
     .need = FIELD_REQUIRED,
     .rule = "K102",
     .aliases = "action",
     .meaning = "What you did, one line each, two or more.",
     .example = "[Led a six-week pilot., Trained 24 staff.]"},
    {.key = "results",
     MAPS(result, case_study, results),
     .need = FIELD_REQUIRED,
     .rule = "K102",
     .aliases = "result highlights outcomes",
     .meaning = "What came of it: lines, or metric records.",
     .example = "[{text: Remote visits rose to 21%., ref: tele}]"},
    {.key = "metrics",
     MAPS(metric, case_study, metrics),
     .also = offsetof(struct case_study, metric_ids),
     .meaning = "Metric records of this case, or the ids of records that "
                "stand elsewhere.",
     .example = "[{id: tele, kpi: telehealth-share, before: 3, after: 21, "
                "unit: percent, period: 2018-03/2019-02}]"},
    {.key = "chart",
     CHOICE(drawn_as, case_study, chart),
     .meaning = "How the portfolio draws the records of this case.",
     .example = "slope"},
    {.key = "patient_impact",
     ONE(LINE, case_study, patient_impact),
     .meaning = "What it meant for patients, in one line.",
     .example = "Follow-up within 14 days rose from 48% to 67%."},
    {.key = "balancing",
     ONE(LINE, case_study, balancing),
     .also = offsetof(struct case_study, balancing_ref),
     .meaning = "What did not get worse: a line, or ids of metric records.",
     .example = "Visit satisfaction held at 92%."},
    {.key = "takeaway",
     ONE(LINE, case_study, takeaway),
     .aliases = "lesson lesson_learned learning",
     .meaning = "What you learned, in one sentence.",
     .example = "Training decided the pace."},
    {.key = "compliance",
     MANY(TEXT, case_study, compliance),
     .scalar_is_list = true,
     .splits_commas = true,
     .aliases = "frameworks",
     .meaning = "Frameworks and rules touched.",
     .example = "[HIPAA]"},
    {.key = "systems",
     MANY(TEXT, case_study, systems),
     .scalar_is_list = true,
     .splits_commas = true,
     .meaning = "Systems touched.",
     .example = "[athenahealth]"},
    {.key = "evidence",
     MANY(TEXT, case_study, evidence),
     .meaning = "What proves it: a file, a web address or the id of a work "
                "sample.",
     .example = "[downtime-policy]"},
    {.key = "privacy_note",
     ONE(LINE, case_study, privacy_note),
     .meaning = "A word on what the figures are drawn from.",
     .example = "Figures from published reports; no patient data."},
    {.key = "adoption",
     MAP(adoption, case_study, adoption),
     .meaning = "For ehr and telehealth cases: how people took it up.",
     .example = "{trained: 24, change_activities: [pilot, feedback]}"},
    {.key = "url",
     ONE(URL, case_study, url),
     .aliases = "link website",
     .meaning = "A web page about it.",
     .example = "https://www.example.net/case"},
    {0}};

const struct field_shape shape_case_study = {
    .name = "case study",
    .meaning = "One project told from problem to result.",
    .size = sizeof(struct case_study),
    .fields = case_study_fields,
    .common = COMMON_ENTRY};

/* A result is a bullet that may also be a metric record itself; decode.c tells
   them apart. */
const struct field_shape shape_result = {
    .name = "result",
    .meaning = "One result of a case: a line, a line with its metric, or a "
               "metric record.",
    .size = sizeof(struct highlight),
    .fields = highlight_fields,
    .scalar_key = "text",
    .common = COMMON_ENTRY};
