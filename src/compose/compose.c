#include "compose/compose.h"

#include "composer.h"

#define MIDDLE_DOT " \xc2\xb7 "

static const struct section_spec specs[] = {
    {"summary", "Summary", "Summary", fill_summary},
    {"key_metrics", "Key results", "Key results", fill_key_metrics},
    {"certifications", "Certifications", "Certifications", fill_certifications},
    {"experience", "Experience", "Experience", fill_experience},
    {"education", "Education", "Education", fill_education},
    {"case_studies", "Selected projects", NULL, fill_projects},
    {"skills", "Skills", "Skills", fill_skills},
    {"systems", "Systems", "Systems", fill_systems},
    {"compliance", "Compliance", "Compliance", fill_compliance},
    {"adaptability", NULL, "Settings and teams", fill_adaptability},
    {"work_samples", NULL, "Work samples", fill_work_samples},
    {"testimonials", NULL, "Endorsements", fill_testimonials},
    {"multimedia", "Media", "Media", fill_multimedia},
    {"development", "Professional development", "Professional development",
     fill_development},
    {"memberships", "Memberships", "Memberships", fill_memberships},
    {"languages", "Languages", "Languages", fill_languages},
    {"volunteer", "Volunteer work", "Volunteer work", fill_volunteer},
    {"awards", "Awards", "Awards", fill_awards},
    {"publications", "Publications", "Publications", fill_publications},
    {"career_breaks", "Career breaks", "Career breaks", fill_career_breaks},
};

bool
composes_resume(const struct composer *c)
{
    return c->kind == DOCUMENT_RESUME;
}

const struct section_spec *
section_spec(struct str id)
{
    for (size_t i = 0; i < sizeof specs / sizeof specs[0]; i++)
        if (str_is(id, specs[i].id))
            return &specs[i];
    return NULL;
}

struct block *
section_open(const struct composer *c, struct str id, struct str title)
{
    struct block *section = block_new(c->arena, BLOCK_SECTION, id);
    section->level = 1;
    section->anchor = id;
    section->in_contents = true;
    inline_add(c->arena, &section->title, title, 0);
    return section;
}

struct block *
section_make(const struct composer *c, struct str id)
{
    const struct section_spec *spec = section_spec(id);
    const char *title = !spec                ? NULL
                        : composes_resume(c) ? spec->resume_title
                                             : spec->portfolio_title;
    if (!title)
        return NULL;
    struct block *section = section_open(c, id, str_from(title));
    spec->fill(c, section);
    return section->children.count > 0 ? section : NULL;
}

/* ---- the head
 * ------------------------------------------------------------------ */

static void
add_contact(const struct composer *c, struct block *head, const char *kind,
            struct str text, struct str url, const struct node *node)
{
    if (str_is_empty(text))
        return;
    *list_add(c->arena, &head->contacts) = (struct contact){
        .kind = str_from(kind),
        .text = text,
        .url = url,
        .span = node ? node->span : SPAN_NONE,
    };
}

/* "tel:+13125550142" */
static struct str
phone_url(struct arena *arena, struct str phone)
{
    struct buf out = buf_new(arena);
    buf_add_text(&out, "tel:");
    for (size_t i = 0; i < phone.len; i++)
        if (ascii_is_digit(phone.at[i]) || (phone.at[i] == '+' && i == 0))
            buf_add_byte(&out, phone.at[i]);
    return buf_str(&out);
}

static struct str
with_prefix(struct arena *arena, const char *prefix, struct str s)
{
    if (str_is_empty(s))
        return s;
    return str_format(arena, "%s%.*s", prefix, STR_ARG(s));
}

/* Where a user of that network is found. */
static const struct {
    const char *network, *prefix;
} networks[] = {
    {"LinkedIn", "https://www.linkedin.com/in/"},
    {"GitHub", "https://github.com/"},
    {"GitLab", "https://gitlab.com/"},
    {"ORCID", "https://orcid.org/"},
    {"X", "https://x.com/"},
    {"Bluesky", "https://bsky.app/profile/"},
    {"YouTube", "https://www.youtube.com/@"},
    {"Instagram", "https://www.instagram.com/"},
    {"ResearchGate", "https://www.researchgate.net/profile/"},
    {"StackOverflow", "https://stackoverflow.com/users/"},
};

static struct str
profile_url(const struct composer *c, const struct profile *profile)
{
    if (!str_is_empty(profile->url.s) || str_is_empty(profile->username.s))
        return profile->url.s;
    for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++)
        if (str_equal_nocase(profile->network.s, str_from(networks[i].network)))
            return with_prefix(c->arena, networks[i].prefix,
                               profile->username.s);
    return profile->url.s;
}

/* The address without its beginning; a network whose name the address does not
   hold is named before it. */
static struct str
profile_text(const struct composer *c, const struct profile *profile,
             struct str url)
{
    struct str text = str_is_empty(url) ? profile->username.s : words_url(url);
    struct buf lower = buf_new(c->arena);
    for (size_t i = 0; i < profile->network.s.len; i++)
        buf_add_byte(&lower, ascii_lower(profile->network.s.at[i]));
    if (str_is_empty(text))
        return profile->network.s;
    if (lower.len == 0 || str_find(text, buf_str(&lower), 0) != SIZE_MAX)
        return text;
    return str_format(c->arena, "%.*s: %.*s", STR_ARG(profile->network.s),
                      STR_ARG(text));
}

static void
add_contacts(const struct composer *c, struct block *head)
{
    const struct basics *basics = &c->shown->basics;
    struct arena *arena = c->arena;
    add_contact(c, head, "location", words_location(arena, &basics->location),
                (struct str){NULL, 0}, basics->location.node);
    add_contact(c, head, "email", basics->email.s,
                with_prefix(arena, "mailto:", basics->email.s),
                basics->email.node);
    add_contact(c, head, "phone", basics->phone.s,
                phone_url(arena, basics->phone.s), basics->phone.node);
    add_contact(c, head, "web", words_url(basics->url.s), basics->url.s,
                basics->url.node);
    for (size_t i = 0; i < basics->profiles.count; i++) {
        const struct profile *profile = &basics->profiles.at[i];
        struct str url = profile_url(c, profile);
        add_contact(c, head, "profile", profile_text(c, profile, url), url,
                    profile->item.node);
    }
}

struct block *
head_make(const struct composer *c, enum block_kind kind)
{
    const struct basics *basics = &c->shown->basics;
    struct block *head = block_new(c->arena, kind, STR("basics"));
    inline_add_text(c->arena, &head->title, &basics->name, 0);
    inline_add_text(c->arena, &head->subtitle, &basics->headline, 0);
    head->post_nominals = words_list(c->arena, &basics->post_nominals);
    if (!str_is_empty(basics->pronouns.s))
        inline_add_text(c->arena, &head->aside, &basics->pronouns, 0);
    add_contacts(c, head);
    return head;
}

/* ---- what the document says of itself
 * ------------------------------------------- */

static struct str
keywords_of(const struct composer *c)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", c->shown->basics.headline.s);
    for (size_t i = 0; i < c->shown->skills.count && i < 12; i++) {
        const struct skill *skill = &c->shown->skills.at[i];
        words_join(&out, ", ", skill->name.s);
        words_join(&out, ", ", words_list(c->arena, &skill->keywords));
    }
    return buf_str(&out);
}

static struct str
full_name(const struct composer *c)
{
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", c->shown->basics.name.s);
    words_join(&out, ", ",
               words_list(c->arena, &c->shown->basics.post_nominals));
    return buf_str(&out);
}

void
document_describe(const struct composer *c, const char *what)
{
    struct document *document = c->document;
    struct str language = c->shown->meta.language.s;
    document->kind = c->kind;
    document->author = c->shown->basics.name.s;
    document->title =
        str_format(c->arena, "%.*s: %s", STR_ARG(full_name(c)), what);
    document->subject = c->shown->basics.headline.s;
    document->keywords = keywords_of(c);
    document->language = str_is_empty(language) ? STR("en-US") : language;
    struct buf footer = buf_new(c->arena);
    words_join(&footer, MIDDLE_DOT, c->shown->basics.name.s);
    if (!composes_resume(c)) {
        const struct date *updated = &c->shown->meta.last_modified;
        words_join(&footer, MIDDLE_DOT, str_from(what));
        words_join(
            &footer, MIDDLE_DOT,
            with_prefix(
                c->arena, "updated ",
                words_month(c->arena, updated->year ? updated : &c->today)));
    }
    document->footer = buf_str(&footer);
}

/* ---- the two documents
 * ------------------------------------------------------------ */

static struct composer
composer_new(struct arena *arena, const struct edition *edition,
             const struct compose_options *options, enum document_kind kind)
{
    return (struct composer){
        .arena = arena,
        .edition = edition,
        .shown = edition->shown,
        .today = options->today,
        .kind = kind,
        .document = ARENA_NEW(arena, struct document),
    };
}

static void
add_section(const struct composer *c, struct str id)
{
    if (str_is(id, "custom")) {
        add_custom_sections(c);
        return;
    }
    struct block *section = section_make(c, id);
    if (section)
        *list_add(c->arena, &c->document->blocks) = section;
}

const struct document *
compose_resume(struct arena *arena, const struct edition *edition,
               const struct compose_options *options)
{
    const struct composer c =
        composer_new(arena, edition, options, DOCUMENT_RESUME);
    document_describe(&c, "Resume");
    *list_add(arena, &c.document->blocks) = head_make(&c, BLOCK_HEAD);
    for (size_t i = 0; i < edition->resume_sections.count; i++)
        add_section(&c, edition->resume_sections.at[i]);
    return c.document;
}

/* The promise on the title page: the first sentence of the summary. */
static struct str
first_sentence(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        bool ends = text.at[i] == '.' || text.at[i] == '!';
        /* A single capital before the stop is an initial. */
        bool is_initial = i >= 2 && text.at[i - 2] == ' ';
        if (ends && text.at[i + 1] == ' ' && !is_initial)
            return str_slice(text, 0, i + 1);
    }
    return text;
}

static void
add_cover(const struct composer *c)
{
    struct block *cover = head_make(c, BLOCK_COVER);
    inline_add(c->arena, &cover->attribution, STR("Portfolio"), 0);
    inline_add(c->arena, &cover->text,
               first_sentence(c->shown->basics.summary.plain), 0);
    *list_add(c->arena, &c->document->blocks) = cover;
    struct block *contents =
        block_new(c->arena, BLOCK_CONTENTS, STR("contents"));
    inline_add(c->arena, &contents->title, STR("Contents"), 0);
    *list_add(c->arena, &c->document->blocks) = contents;
}

const struct document *
compose_portfolio(struct arena *arena, const struct edition *edition,
                  const struct compose_options *options)
{
    const struct composer c =
        composer_new(arena, edition, options, DOCUMENT_PORTFOLIO);
    document_describe(&c, "Portfolio");
    add_cover(&c);
    /* A new page behind the cover and behind the cases. */
    bool turn = true;
    for (size_t i = 0; i < edition->portfolio_sections.count; i++) {
        size_t count = c.document->blocks.count;
        if (str_is(edition->portfolio_sections.at[i], "case_studies")) {
            add_case_pages(&c);
            turn |= c.document->blocks.count > count;
            continue;
        }
        add_section(&c, edition->portfolio_sections.at[i]);
        if (turn && c.document->blocks.count > count) {
            c.document->blocks.at[count]->new_page = true;
            turn = false;
        }
    }
    return c.document;
}
