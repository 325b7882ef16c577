/*
 * The native section that a section becomes: the one that its title speaks of,
 * where every word of its entries is printed there.
 */
#include "rendercv.h"

/* ---- what the entries hold ----------------------------------------------- */

static bool
has_key(const struct rendercv_section *section, const char *key)
{
    const struct node *list = section->node;
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *node = node_get(list->items.at[i], key);
        if (node && (foreign_says(node) || node->items.count))
            return true;
    }
    return false;
}

/* The words of an entry that is one text. */
static struct str
words_of(const struct node *entry)
{
    static const char *const keys[] = {"bullet", "number", "reversed_number"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (foreign_says(node_get(entry, keys[i])))
            return node_get(entry, keys[i])->text;
    return entry->kind == NODE_SCALAR ? entry->text : (struct str){NULL, 0};
}

static bool
have_links(const struct rendercv_section *section)
{
    for (size_t i = 0; i < section->node->items.count; i++) {
        const struct node *entry = section->node->items.at[i];
        const struct node *details = node_get(entry, "details");
        if (rendercv_has_link(words_of(entry)) ||
            (details && rendercv_has_link(details->text)))
            return true;
    }
    return false;
}

/* A skill is a few words without a comma, or has a label. */
#define LONGEST_SKILL 60

static bool
are_skills(const struct rendercv_section *section)
{
    struct str label, rest;
    for (size_t i = 0; i < section->node->items.count; i++) {
        struct str words = words_of(section->node->items.at[i]);
        if (rendercv_label(words, &label, &rest))
            continue;
        if (words.len > LONGEST_SKILL ||
            str_find_byte(words, ',', 0) != SIZE_MAX)
            return false;
    }
    return section->node->kind == NODE_LIST;
}

#define LONGEST_LANGUAGE 40

static bool
are_languages(const struct rendercv_section *section)
{
    for (size_t i = 0; i < section->node->items.count; i++) {
        struct str words = words_of(section->node->items.at[i]);
        if (words.len > LONGEST_LANGUAGE ||
            str_find_byte(words, ',', 0) != SIZE_MAX)
            return false;
    }
    return section->node->kind == NODE_LIST;
}

static bool
is_text(const struct rendercv_section *section)
{
    return section->type == RENDERCV_TEXT || section->type == RENDERCV_BULLET;
}

/* ---- whether they fit ---------------------------------------------------- */

static bool
fits_certificates(const struct rendercv_section *section)
{
    if (section->type == RENDERCV_ONE_LINE)
        return !has_key(section, "highlights");
    if (section->type == RENDERCV_NORMAL)
        return !has_key(section, "highlights") && !has_key(section, "location");
    return is_text(section) && section->node->kind == NODE_LIST;
}

static bool
fits_awards(const struct rendercv_section *section)
{
    if (section->type == RENDERCV_NORMAL)
        return !has_key(section, "highlights") &&
               !has_key(section, "location") && !has_key(section, "start_date");
    return section->type == RENDERCV_ONE_LINE ||
           (is_text(section) && section->node->kind == NODE_LIST);
}

static bool
fits_memberships(const struct rendercv_section *section)
{
    bool is_own = has_key(section, "role");
    if (has_key(section, "location") ||
        (has_key(section, "highlights") && !is_own))
        return false;
    return section->type == RENDERCV_EXPERIENCE ||
           section->type == RENDERCV_NORMAL ||
           section->type == RENDERCV_ONE_LINE ||
           (is_text(section) && section->node->kind == NODE_LIST);
}

static bool
fits_work(const struct rendercv_section *section)
{
    return section->type == RENDERCV_EXPERIENCE;
}

/* A school may be written as an employer, with the degree for a position. */
static bool
fits_schools(const struct rendercv_section *section)
{
    return section->type == RENDERCV_EDUCATION ||
           (section->type == RENDERCV_EXPERIENCE &&
            section->topic == RENDERCV_SCHOOLS);
}

static bool
fits_papers(const struct rendercv_section *section)
{
    return section->type == RENDERCV_PUBLICATION;
}

static bool
fits_skills(const struct rendercv_section *section)
{
    if (section->type == RENDERCV_ONE_LINE || section->type == RENDERCV_NORMAL)
        return !has_key(section, "highlights") && !has_key(section, "date");
    return is_text(section) && are_skills(section);
}

static bool
fits_languages(const struct rendercv_section *section)
{
    return section->type == RENDERCV_ONE_LINE ||
           (is_text(section) && are_languages(section));
}

/* Without a provider and a date a course is none here. */
static bool
fits_courses(const struct rendercv_section *section)
{
    return section->type == RENDERCV_NORMAL && has_key(section, "provider") &&
           !has_key(section, "highlights");
}

/* A project has two lines in a resume here; it is a case study only where it
   tells what such a study tells. */
static bool
fits_cases(const struct rendercv_section *section)
{
    static const char *const keys[] = {"takeaway",     "patient_impact",
                                       "balancing",    "constraints",
                                       "privacy_note", "challenge"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (section->type == RENDERCV_NORMAL && has_key(section, keys[i]))
            return true;
    return false;
}

static bool
fits_summary(const struct rendercv_section *section)
{
    return is_text(section);
}

/* ---- the choice ---------------------------------------------------------- */

static const struct rendercv_target targets[RENDERCV_TOPICS] = {
    [RENDERCV_SUMMARY] = {"summary", WORD_SUMMARY, fits_summary, NULL, true},
    [RENDERCV_WORK] = {"experience", WORD_EXPERIENCE, fits_work,
                       rendercv_entry_work, true},
    [RENDERCV_SCHOOLS] = {"education", WORD_EDUCATION, fits_schools,
                          rendercv_entry_school, true},
    [RENDERCV_CERTIFICATES] = {"certifications", WORD_CERTIFICATIONS,
                               fits_certificates, rendercv_entry_certificate,
                               false},
    [RENDERCV_SKILLS] = {"skills", WORD_SKILLS, fits_skills,
                         rendercv_entry_skill, false},
    [RENDERCV_LANGUAGES] = {"languages", WORD_LANGUAGES, fits_languages,
                            rendercv_entry_language, false},
    [RENDERCV_PAPERS] = {"publications", WORD_PUBLICATIONS, fits_papers,
                         rendercv_entry_paper, true},
    [RENDERCV_VOLUNTEER] = {"volunteer", WORD_VOLUNTEER, fits_work,
                            rendercv_entry_volunteer, true},
    [RENDERCV_AWARDS] = {"awards", WORD_AWARDS, fits_awards,
                         rendercv_entry_award, false},
    [RENDERCV_MEMBERSHIPS] = {"memberships", WORD_MEMBERSHIPS, fits_memberships,
                              rendercv_entry_membership, false},
    [RENDERCV_COURSES] = {"development", WORD_DEVELOPMENT, fits_courses,
                          rendercv_entry_course, false},
    [RENDERCV_PROJECTS] = {"case_studies", WORD_PROJECTS, fits_cases,
                           rendercv_entry_case, true},
};

/* Another section speaks of that topic and could become it. */
static bool
is_wanted_elsewhere(const struct rendercv *r, enum rendercv_topic topic)
{
    for (size_t i = 0; i < r->sections.count; i++)
        if (r->sections.at[i].topic == topic &&
            targets[topic].fits(&r->sections.at[i]))
            return true;
    return false;
}

/* Where the title says nothing, the entries may. */
static enum rendercv_topic
topic_by_type(const struct rendercv *r, const struct rendercv_section *section)
{
    enum rendercv_topic topic =
        section->type == RENDERCV_EXPERIENCE    ? RENDERCV_WORK
        : section->type == RENDERCV_EDUCATION   ? RENDERCV_SCHOOLS
        : section->type == RENDERCV_PUBLICATION ? RENDERCV_PAPERS
                                                : RENDERCV_NO_TOPIC;
    bool is_open = section->topic == RENDERCV_NO_TOPIC && topic &&
                   !is_wanted_elsewhere(r, topic);
    return is_open ? topic : section->topic;
}

const struct rendercv_target *
rendercv_target_of(struct rendercv *r, const struct rendercv_section *section)
{
    enum rendercv_topic topic = topic_by_type(r, section);
    const struct rendercv_target *target = &targets[topic];
    if (!target->id || r->is_used[topic] || section->is_mixed ||
        !target->fits(section) || (!target->holds_links && have_links(section)))
        return NULL;
    r->is_used[topic] = true;
    return target;
}
