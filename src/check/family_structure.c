/* S: structure and completeness. */
#include <limits.h>

#include "base/utf8.h"
#include "rule.h"

/* ---- S101 -------------------------------------------------------------- */

static bool
is_address(struct str email)
{
    size_t at = str_find_byte(email, '@', 0);
    return at != SIZE_MAX && at > 0 &&
           str_find_byte(email, '@', at + 1) == SIZE_MAX &&
           str_find_byte(email, '.', at + 2) != SIZE_MAX;
}

static void
identity(struct check *check)
{
    const struct basics *basics = &check->candidate->basics;
    struct span span = check_key_span(check, "basics");
    if (!basics->name.s.len && !check_has_finding(check, CODE_X106))
        finding_help(finding_add(check->findings, CODE_S101, span,
                                 "Add name to basics."),
                     "name: Jordan Avery");
    if (!basics->email.s.len && !basics->phone.s.len) {
        struct finding *finding = finding_add(check->findings, CODE_S101, span,
                                              "Add email or phone to basics.");
        finding->path = STR("basics");
        finding_help(finding, "email: jordan.avery@mail.net");
    }
    if (basics->email.s.len && basics->email.node &&
        !is_address(basics->email.s) && !check_has_finding(check, CODE_X122)) {
        struct finding *finding =
            finding_add(check->findings, CODE_S101, basics->email.node->span,
                        "Correct the e-mail address.");
        finding->path = STR("basics.email");
        finding_help(finding, "one @ and a dot behind it: "
                              "jordan.avery@mail.net");
    }
}

/* ---- S102 -------------------------------------------------------------- */

static size_t
count_words(struct str text)
{
    size_t words = 0;
    bool inside = false;
    for (size_t at = 0; at < text.len;) {
        size_t from = at;
        uint32_t c = utf8_next(text, &at);
        bool word =
            utf8_is_letter(c) || (c < 128 && ascii_is_digit(text.at[from]));
        bool joins = inside && (c == '\'' || c == '-' || c == 0x2019 ||
                                c == '.' || c == ',' || c == '%' || c == '/');
        words += word && !inside;
        inside = word || (joins && at < text.len && text.at[at] != ' ');
    }
    return words;
}

static bool
holds_words(struct str text, struct str words)
{
    for (size_t at = 0; at + words.len <= text.len; at++)
        if (str_equal_nocase(str_slice(text, at, at + words.len), words))
            return true;
    return false;
}

#define STEM_LONG 8

/* A word of the headline that says what one is: the long ones, so that
   "Director of Quality" is met by "quality director". */
static bool
names_headline(struct str summary, struct str headline)
{
    while (headline.len) {
        struct str word = str_cut(&headline, ' ');
        while (word.len && !ascii_is_alnum(word.at[word.len - 1]) &&
               (unsigned char)word.at[word.len - 1] < 0x80)
            word.len--;
        bool letters = word.len >= 2 && word.at[1] >= 'A' && word.at[1] <= 'Z';
        if (word.len > STEM_LONG)
            word.len = STEM_LONG; /* informatics, informaticist */
        if ((word.len >= 4 || letters) && holds_words(summary, word))
            return true;
    }
    return false;
}

static bool
names_role(const struct check *check, struct str summary)
{
    const struct pack_role *role = check->role;
    struct str headline = check->candidate->basics.headline.s;
    if (!headline.len && !role)
        return true;
    if (headline.len && names_headline(summary, headline))
        return true;
    for (size_t i = 0; role && i < role->titles.count; i++)
        if (names_headline(summary, pack_list_at(role->titles, i)))
            return true;
    return role && names_headline(summary, role->title);
}

static void
summary(struct check *check)
{
    const struct prose *prose = &check->candidate->basics.summary;
    size_t words = count_words(prose->plain);
    int least = (int)check_param(check, CODE_S102, "min_words");
    int most = (int)check_param(check, CODE_S102, "max_words");
    struct span span = prose->plain.len
                           ? check_span(check, prose, 0, prose->plain.len)
                           : check_key_span(check, "basics");
    struct finding *finding = NULL;
    if (!prose->plain.len || !names_role(check, prose->plain))
        finding = finding_add(check->findings, CODE_S102, span,
                              "Write a summary of %d-%d words that names the "
                              "role and one result.",
                              least, most);
    else if (words < (size_t)least)
        finding = finding_add(check->findings, CODE_S102, span,
                              "Lengthen the summary: it has %zu word%s, %d-%d "
                              "say who you are and one result.",
                              words, words == 1 ? "" : "s", least, most);
    else if (words > (size_t)most)
        finding = finding_add(check->findings, CODE_S102, span,
                              "Shorten the summary: it has %zu words, %d-%d "
                              "are read.",
                              words, least, most);
    if (!finding)
        return;
    finding->path = STR("basics.summary");
    if (prose->plain.len && !names_role(check, prose->plain) &&
        check->candidate->basics.headline.s.len)
        finding_help(finding, "name your role, for example \"%.*s\"",
                     STR_ARG(check->candidate->basics.headline.s));
    else
        finding_help(finding, "three sentences: who you are, your strongest "
                              "result, what you bring");
}

/* ---- S103 to S105 ------------------------------------------------------ */

static void
education(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (!candidate->education.count) {
        struct finding *finding = finding_add(
            check->findings, CODE_S103, check_key_span(check, "education"),
            "Add your education (institution, degree, area).");
        finding->path = STR("education");
        finding_help(finding, "education: [{institution: Prairie State "
                              "University, degree: MBA}]");
    }
    for (size_t i = 0; i < candidate->education.count; i++) {
        const struct education *entry = &candidate->education.at[i];
        bool place = entry->institution.s.len;
        bool what = entry->degree.s.len || entry->area.s.len;
        if (place && what)
            continue;
        struct finding *finding =
            finding_add(check->findings, CODE_S103, node_span(entry->item.node),
                        "Add %s to this education.",
                        place  ? "degree or area"
                        : what ? "institution"
                               : "institution and degree");
        finding->path = entry->item.path;
    }
}

/* What the role expects, else what it likes; without a role, what the first
   role expects that expects anything. Professions without expected letters
   give nothing. */
static struct str
suggested_credential(const struct check *check)
{
    size_t count;
    const struct pack_role *role = check->role;
    const struct pack_role *roles = pack_roles(check->pack, &count);
    const struct pack_role *first = NULL;
    size_t expecting = 0;
    for (size_t i = count; i > 0; i--)
        if (roles[i - 1].credentials_expected.count) {
            first = &roles[i - 1];
            expecting++;
        }
    if (!role && 2 * expecting > count)
        role = first;
    if (!role)
        return STR("");
    struct pack_list list = role->credentials_expected.count
                                ? role->credentials_expected
                                : role->credentials_plus;
    if (!list.count)
        return STR("");
    const struct pack_credential *credential =
        pack_credential(check->pack, pack_list_at(list, 0));
    return credential ? pack_str(credential->abbr) : STR("");
}

static void
certifications(struct check *check)
{
    struct str suggest = suggested_credential(check);
    if (check->candidate->certifications.count || !suggest.len)
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_S104, check_key_span(check, "certifications"),
        "Add certifications, or one in progress (%.*s).", STR_ARG(suggest));
    finding->path = STR("certifications");
    bool wanted = check->role && check->role->credentials_expected.count;
    if (check->beginner && !wanted && finding->severity == SEVERITY_WARNING)
        finding->severity = SEVERITY_HINT;
    finding_help(finding,
                 "certifications: [{abbr: %.*s, status: in_progress, "
                 "expected: %d-06}]",
                 STR_ARG(suggest), check->today.year + 1);
}

static void
missing_field(struct check *check, const struct item *item, const char *field,
              const char *example)
{
    struct finding *finding =
        finding_add(check->findings, CODE_S105, node_span(item->node),
                    "Add %s to this experience entry.", field);
    finding->path = item->path;
    finding_help(finding, "%s: %s", field, example);
}

#define LATELY_YEARS 3

/* Still, or not long ago. */
static bool
has_just_studied(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->education.count; i++) {
        const struct date *end = &candidate->education.at[i].end_date;
        if (end->year == 0 || end->year + LATELY_YEARS >= check->today.year)
            return true;
    }
    return false;
}

/* Who has just studied shows what was done besides. */
static void
suit_beginner(const struct check *check, struct finding *finding)
{
    const struct candidate *candidate = check->candidate;
    bool shows_work =
        candidate->case_studies.count || candidate->volunteer.count;
    if (finding->severity != SEVERITY_ERROR ||
        !(check->beginner || has_just_studied(check)))
        return;
    finding->severity = shows_work ? SEVERITY_HINT : SEVERITY_WARNING;
    finding_help(finding, "internships, projects and volunteering count too");
}

static void
experience(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    if (!candidate->experience.count) {
        struct finding *finding = finding_add(
            check->findings, CODE_S105, check_key_span(check, "experience"),
            "Add your experience.");
        finding->path = STR("experience");
        finding_help(finding,
                     "experience: [{organization: Lakeside Group, position: "
                     "Operations Manager, start_date: 2019-05}]");
        suit_beginner(check, finding);
    }
    for (size_t i = 0; i < candidate->experience.count; i++) {
        const struct experience *employer = &candidate->experience.at[i];
        if (!employer->organization.s.len)
            missing_field(check, &employer->item, "organization",
                          "Lakeside Group");
        for (size_t j = 0; j < employer->positions.count; j++) {
            const struct position *position = &employer->positions.at[j];
            const struct item *item =
                employer->has_positions ? &position->item : &employer->item;
            if (!position->position.s.len)
                missing_field(check, item, "position", "Practice Manager");
            if (!date_is_given(&position->start_date) &&
                !position->start_date.typed.s.len)
                missing_field(check, item, "start_date", "2019-05");
        }
    }
}

/* ---- S106 -------------------------------------------------------------- */

static size_t
find_section(const text_list *sections, const char *name)
{
    for (size_t i = 0; i < sections->count; i++)
        if (str_is(sections->at[i].s, name))
            return i;
    return SIZE_MAX;
}

static void
move_up(struct check *check, const text_list *sections, size_t at, int most)
{
    const struct text *section = &sections->at[at];
    struct finding *finding = finding_add(
        check->findings, CODE_S106, node_span(section->node),
        "Move %.*s to position %d or earlier.", STR_ARG(section->s), most);
    finding_help(finding, "order: summary, education, certifications, then "
                          "the rest");
}

/* Both in a portfolio; one of them, or letters after the name, in a resume. */
static void
check_order(struct check *check, const text_list *sections,
            enum variant_output output)
{
    int portfolio = (int)check_param(check, CODE_S106, "portfolio_position");
    int resume = (int)check_param(check, CODE_S106, "resume_position");
    size_t first = find_section(sections, "education");
    size_t second = find_section(sections, "certifications");
    if (!sections->count)
        return;
    if (output == OUTPUT_PORTFOLIO) {
        if (first != SIZE_MAX && first >= (size_t)portfolio)
            move_up(check, sections, first, portfolio);
        if (second != SIZE_MAX && second >= (size_t)portfolio)
            move_up(check, sections, second, portfolio);
        return;
    }
    size_t best = first < second ? first : second;
    if (check->candidate->basics.post_nominals.count || best == SIZE_MAX)
        return;
    if (best >= (size_t)resume)
        move_up(check, sections, best, resume);
}

static void
layout_order(struct check *check)
{
    const struct node *node = node_get(check->candidate->layout, "sections");
    text_list sections = {0};
    for (size_t i = 0; node && node->kind == NODE_LIST && i < node->items.count;
         i++)
        if (node->items.at[i]->kind == NODE_SCALAR)
            *list_add(check->arena, &sections) =
                (struct text){node->items.at[i]->text, node->items.at[i]};
    check_order(check, &sections, OUTPUT_PORTFOLIO);
}

static void
order(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->variants.count; i++) {
        const struct variant *variant = &candidate->variants.at[i];
        enum variant_output output =
            variant->output.value > 0
                ? (enum variant_output)variant->output.value
                : OUTPUT_BOTH;
        check_order(check, &variant->sections, output);
    }
    if (candidate->layout)
        layout_order(check);
}

/* ---- S107 -------------------------------------------------------------- */

static int
newest(int a, int b)
{
    if (a == INT_MIN)
        return b;
    if (b == INT_MIN)
        return a;
    return a < b ? a : b;
}

static int
months_since_learning(const struct check *check)
{
    const struct candidate *candidate = check->candidate;
    int months = INT_MIN;
    for (size_t i = 0; i < candidate->certifications.count; i++) {
        const struct certification *held = &candidate->certifications.at[i];
        months = newest(months, check_months_since(check, &held->issued));
        months = newest(months, check_months_since(check, &held->renewed));
        /* What has not expired was renewed when it had to be. */
        if (date_is_given(&held->expires) &&
            check_months_since(check, &held->expires) < 0)
            months = newest(months, 0);
        if (held->status.value == CERTIFICATION_IN_PROGRESS)
            months = newest(months, 0);
    }
    for (size_t i = 0; i < candidate->development.count; i++)
        months = newest(months, check_months_since(
                                    check, &candidate->development.at[i].date));
    /* A recent degree is learning as well; an old one ages nobody. */
    for (size_t i = 0; months != INT_MIN && i < candidate->education.count;
         i++) {
        const struct education *entry = &candidate->education.at[i];
        months = newest(months, check_months_since(check, &entry->end_date));
        if (date_is_given(&entry->expected))
            months = newest(months, 0);
    }
    return months;
}

static void
freshness(struct check *check)
{
    const struct date *modified = &check->candidate->meta.last_modified;
    int months = check_months_since(check, modified);
    int learning = months_since_learning(check);
    struct finding *finding = NULL;
    if (!check->today.year)
        return;
    if (months == INT_MIN && !modified->typed.s.len) {
        finding = finding_add(check->findings, CODE_S107,
                              check_key_span(check, "meta"),
                              "Say when the file was last looked over.");
        finding_help(finding, "meta: {last_modified: %d-%02d-%02d}",
                     check->today.year, check->today.month, check->today.day);
    } else if (months > check_param(check, CODE_S107, "max_age_months")) {
        finding = finding_add(
            check->findings, CODE_S107, node_span(modified->typed.node),
            "Update the portfolio; it is %d months old.", months);
        finding_help(finding, "add the latest result or course, then set "
                              "last_modified");
    }
    if (finding)
        finding->path = STR("meta.last_modified");
    if (learning != INT_MIN &&
        learning > check_param(check, CODE_S107, "max_learning_months")) {
        finding = finding_add(
            check->findings, CODE_S107, check_key_span(check, "development"),
            "Add a course or a renewal; the last one is %d %s old.",
            learning < 36 ? learning : learning / 12,
            learning < 36 ? "months" : "years");
        finding_help(finding,
                     "development: [{title: ..., provider: ..., "
                     "date: %d-%02d}]",
                     check->today.year, check->today.month);
    }
}

const struct rule rules_structure[] = {
    {.code = CODE_S101, .document = identity, .any_language = true},
    {.code = CODE_S102,
     .document = summary,
     .params = {{"min_words", 25}, {"max_words", 90}}},
    {.code = CODE_S103, .document = education, .any_language = true},
    {.code = CODE_S104, .document = certifications, .any_language = true},
    {.code = CODE_S105, .document = experience, .any_language = true},
    {.code = CODE_S106,
     .document = order,
     .any_language = true,
     .params = {{"portfolio_position", 3}, {"resume_position", 4}}},
    {.code = CODE_S107,
     .document = freshness,
     .any_language = true,
     .params = {{"max_age_months", 12}, {"max_learning_months", 24}}},
    {.document = NULL},
};
