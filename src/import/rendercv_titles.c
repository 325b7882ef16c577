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

enum rendercv_topic
rendercv_topic_of(struct rendercv *r, struct str title)
{
    bool is_exact;
    if (!r->words)
        r->words = text_words_new(r->c->arena);
    const struct text_phrase *phrase =
        text_phrase_find(r->words, title, &is_exact);
    return phrase ? topics[phrase->topic] : RENDERCV_NO_TOPIC;
}
