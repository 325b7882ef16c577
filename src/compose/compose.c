#include "compose/compose.h"

#include "composer.h"

/* A section of the document: how it is called and who fills it. */
struct section_spec {
    const char *id;
    const char *resume_title, *portfolio_title; /* NULL: not in that one */
    section_fill *fill;
};

static section_fill fill_summary;

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

/* ---- sections ---------------------------------------------------------- */

static void
fill_summary(const struct composer *c, struct block *section)
{
    block_add_prose(c->arena, section, &c->shown->basics.summary, ROLE_SUMMARY);
}

static const struct section_spec *
find_spec(struct str id)
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

/* What the person calls the section: `layout: {headings: {experience: ...}}`.
 */
static struct str
heading_of(const struct composer *c, const char *id, const char *usual)
{
    const struct node *headings = c->shown->layout_settings.headings;
    const struct node *own =
        headings && headings->kind == NODE_MAP ? node_get(headings, id) : NULL;
    bool is_said = own && own->kind == NODE_SCALAR && !str_is_empty(own->text);
    return is_said ? own->text : str_from(usual);
}

/* The section with its content, or NULL when it would be empty. */
static struct block *
section_make(const struct composer *c, struct str id)
{
    const struct section_spec *spec = find_spec(id);
    const char *title = !spec                ? NULL
                        : composes_resume(c) ? spec->resume_title
                                             : spec->portfolio_title;
    if (!title)
        return NULL;
    struct block *section = section_open(c, id, heading_of(c, spec->id, title));
    spec->fill(c, section);
    return section->children.count > 0 ? section : NULL;
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

/* ---- anchors ----------------------------------------------------------- */

struct str
case_anchor(const struct composer *c, size_t i)
{
    return str_format(c->arena, "case-%zu", i + 1);
}

struct str
sample_anchor(const struct composer *c, size_t i)
{
    return str_format(c->arena, "sample-%zu", i + 1);
}

size_t
case_index(const struct composer *c, struct str id)
{
    for (size_t i = 0; i < c->shown->case_studies.count; i++)
        if (str_equal(c->shown->case_studies.at[i].item.id.s, id))
            return i;
    return SIZE_MAX;
}

size_t
sample_index(const struct composer *c, struct str id)
{
    for (size_t i = 0; i < c->shown->work_samples.count; i++)
        if (str_equal(c->shown->work_samples.at[i].item.id.s, id))
            return i;
    return SIZE_MAX;
}

/* ---- the documents ------------------------------------------------- */

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

/* ---- the resume -------------------------------------------------------- */

/* Short lists that follow the skills on a resume are lines among them: a
   heading of its own would be longer than they are. */
static const struct {
    const char *id, *label;
} joins_skills[] = {{"systems", "Systems"},
                    {"languages", "Languages"},
                    {"compliance", "Compliance"}};

static const char *
label_among_skills(struct str id)
{
    for (size_t i = 0; i < sizeof joins_skills / sizeof joins_skills[0]; i++)
        if (str_is(id, joins_skills[i].id))
            return joins_skills[i].label;
    return NULL;
}

/* The skills, when this section may join them: where the person says in which
   order sections stand, it must be the next one. */
static struct block *
skills_before(const struct composer *c)
{
    const struct variant *variant = c->edition->variant;
    size_t count = c->document->blocks.count;
    bool is_ordered = (variant && variant->sections.count > 0) ||
                      c->shown->layout_settings.sections.count > 0;
    for (size_t i = is_ordered ? count - 1 : 0; i < count; i++)
        if (str_is(c->document->blocks.at[i]->section, "skills"))
            return c->document->blocks.at[i];
    return NULL;
}

/* All that a section says, on one line. */
static void
join_section(const struct composer *c, struct block *skills, struct str id,
             const char *label)
{
    struct block *section = section_make(c, id);
    struct text name = {.s =
                            heading_of(c, str_terminated(c->arena, id), label)};
    if (!section)
        return;
    struct labelled *line = line_add(c, skills, &name);
    for (size_t i = 0; i < section->children.count; i++)
        if (section->children.at[i]->role == ROLE_NOTE)
            *list_add(c->arena, &skills->children) = section->children.at[i];
        else
            inline_add_block(c->arena, &line->text, section->children.at[i]);
}

const struct document *
compose_resume(struct arena *arena, const struct edition *edition,
               const struct compose_options *options)
{
    const struct composer c =
        composer_new(arena, edition, options, DOCUMENT_RESUME);
    document_describe(&c, "Resume");
    *list_add(arena, &c.document->blocks) = head_make(&c, BLOCK_HEAD);
    for (size_t i = 0; i < edition->resume_sections.count; i++) {
        struct str id = edition->resume_sections.at[i];
        const char *label = label_among_skills(id);
        struct block *skills = label ? skills_before(&c) : NULL;
        if (skills)
            join_section(&c, skills, id, label);
        else
            add_section(&c, id);
    }
    return c.document;
}

/* ---- the portfolio ----------------------------------------------------- */

static void
add_portrait(const struct composer *c)
{
    const struct text *image = &c->shown->basics.image;
    if (!image->node)
        return;
    struct block *portrait = block_new(c->arena, BLOCK_IMAGE, STR("basics"));
    portrait->file = image->s;
    portrait->span = image->node->span;
    portrait->alt = str_format(c->arena, "Portrait of %.*s",
                               STR_ARG(c->shown->basics.name.s));
    *list_add(c->arena, &c->document->blocks) = portrait;
}

/* Name, headline and one line of promise. */
static void
add_cover(const struct composer *c)
{
    struct block *cover = head_make(c, BLOCK_COVER);
    inline_add(c->arena, &cover->attribution, STR("Portfolio"), 0);
    inline_add(c->arena, &cover->text,
               words_first_sentence(c->shown->basics.summary.plain), 0);
    *list_add(c->arena, &c->document->blocks) = cover;
    add_portrait(c);
}

static void
add_contents(const struct composer *c)
{
    struct block *contents =
        block_new(c->arena, BLOCK_CONTENTS, STR("contents"));
    inline_add(c->arena, &contents->title, STR("Contents"), 0);
    *list_add(c->arena, &c->document->blocks) = contents;
}

/* Behind the cases each section is a chapter of its own, better not torn. */
static void
keep_chapters(struct document *document)
{
    for (size_t i = 0; i < document->blocks.count; i++) {
        struct block *block = document->blocks.at[i];
        block->keep_whole = block->kind == BLOCK_SECTION &&
                            !str_is(block->section, "case_studies");
    }
}

/* A title page has room for so many lines of contents. What stands at the end
   of a portfolio is found without them. */
#define MOST_CONTENTS 24

static void
shorten_contents(struct document *document)
{
    size_t listed = 0;
    for (size_t i = 0; i < document->blocks.count; i++) {
        struct block *block = document->blocks.at[i];
        if (block->in_contents && ++listed > MOST_CONTENTS)
            block->in_contents = false;
    }
}

const struct document *
compose_portfolio(struct arena *arena, const struct edition *edition,
                  const struct compose_options *options)
{
    const struct composer c =
        composer_new(arena, edition, options, DOCUMENT_PORTFOLIO);
    document_describe(&c, "Portfolio");
    add_cover(&c);
    add_contents(&c);
    size_t front = c.document->blocks.count;
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
    if (c.document->blocks.count == front)
        c.document->blocks.count--; /* nothing to list */
    keep_chapters(c.document);
    shorten_contents(c.document);
    return c.document;
}

/* ---- the letter ---------------------------------------------------------- */

const struct document *
compose_letter(struct arena *arena, const struct edition *edition,
               const struct compose_options *options)
{
    const struct composer c =
        composer_new(arena, edition, options, DOCUMENT_LETTER);
    document_describe(&c, "Letter");
    letter_fill(&c);
    return c.document;
}
