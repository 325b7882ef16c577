/* What the title of a section speaks of: the headings of resumes in words, in
   all their languages. */
#include "rendercv.h"
#include "text.h"

static const enum rendercv_topic topics[] = {
    [TOPIC_SUMMARY] = RENDERCV_SUMMARY,
    [TOPIC_EXPERIENCE] = RENDERCV_WORK,
    [TOPIC_EDUCATION] = RENDERCV_SCHOOLS,
    [TOPIC_CERTIFICATIONS] = RENDERCV_CERTIFICATES,
    [TOPIC_SKILLS] = RENDERCV_SKILLS,
    [TOPIC_SYSTEMS] = RENDERCV_SKILLS,
    [TOPIC_LANGUAGES] = RENDERCV_LANGUAGES,
    [TOPIC_PUBLICATIONS] = RENDERCV_PAPERS,
    [TOPIC_VOLUNTEER] = RENDERCV_VOLUNTEER,
    [TOPIC_AWARDS] = RENDERCV_AWARDS,
    [TOPIC_MEMBERSHIPS] = RENDERCV_MEMBERSHIPS,
    [TOPIC_DEVELOPMENT] = RENDERCV_COURSES,
    [TOPIC_PROJECTS] = RENDERCV_PROJECTS,
    [TOPIC_REFERENCES] = RENDERCV_OTHER,
    [TOPIC_OTHER] = RENDERCV_OTHER,
    [TOPIC_FOREIGN] = RENDERCV_NO_TOPIC,
};

/* What most files have: for these the words of all languages, which take a
   while to be gathered, need not be asked. */
static const struct {
    struct str title;
    enum rendercv_topic topic;
} usual[] = {
    {STR_INIT("Summary"), RENDERCV_SUMMARY},
    {STR_INIT("Experience"), RENDERCV_WORK},
    {STR_INIT("Work Experience"), RENDERCV_WORK},
    {STR_INIT("Professional Experience"), RENDERCV_WORK},
    {STR_INIT("Education"), RENDERCV_SCHOOLS},
    {STR_INIT("Certifications"), RENDERCV_CERTIFICATES},
    {STR_INIT("Skills"), RENDERCV_SKILLS},
    {STR_INIT("Technical Skills"), RENDERCV_SKILLS},
    {STR_INIT("Technologies"), RENDERCV_SKILLS},
    {STR_INIT("Languages"), RENDERCV_LANGUAGES},
    {STR_INIT("Publications"), RENDERCV_PAPERS},
    {STR_INIT("Awards"), RENDERCV_AWARDS},
    {STR_INIT("Honors"), RENDERCV_AWARDS},
    {STR_INIT("Selected Honors"), RENDERCV_AWARDS},
    {STR_INIT("Projects"), RENDERCV_PROJECTS},
    {STR_INIT("Patents"), RENDERCV_OTHER},
    {STR_INIT("Invited Talks"), RENDERCV_OTHER},
    {STR_INIT("References"), RENDERCV_OTHER},
    {STR_INIT("Interests"), RENDERCV_OTHER},
};

enum rendercv_topic
rendercv_topic_of(struct rendercv *r, struct str title)
{
    bool is_exact;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (str_equal_nocase(title, usual[i].title))
            return usual[i].topic;
    if (!r->words)
        r->words = text_words_new(r->c->arena);
    const struct text_phrase *phrase =
        text_phrase_find(r->words, title, &is_exact);
    return phrase ? topics[phrase->topic] : RENDERCV_NO_TOPIC;
}
