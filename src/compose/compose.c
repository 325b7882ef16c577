#include "compose/compose.h"

#include "composer.h"

/* A section of the document: how it is called and who fills it. */
struct section_spec {
    const char *id;
    enum word title;
    bool in_resume, in_portfolio;
    section_fill *fill;
};

static section_fill fill_summary;

static const struct section_spec specs[] = {
    {"summary", WORD_SUMMARY, true, true, fill_summary},
    {"key_metrics", WORD_KEY_METRICS, true, true, fill_key_metrics},
    {"certifications", WORD_CERTIFICATIONS, true, true, fill_certifications},
    {"experience", WORD_EXPERIENCE, true, true, fill_experience},
    {"education", WORD_EDUCATION, true, true, fill_education},
    {"case_studies", WORD_PROJECTS, true, false, fill_projects},
    {"skills", WORD_SKILLS, true, true, fill_skills},
    {"systems", WORD_SYSTEMS, true, true, fill_systems},
    {"compliance", WORD_COMPLIANCE, true, true, fill_compliance},
    {"adaptability", WORD_ADAPTABILITY, false, true, fill_adaptability},
    {"work_samples", WORD_WORK_SAMPLES, false, true, fill_work_samples},
    {"testimonials", WORD_TESTIMONIALS, false, true, fill_testimonials},
    {"multimedia", WORD_MULTIMEDIA, true, true, fill_multimedia},
    {"development", WORD_DEVELOPMENT, true, true, fill_development},
    {"memberships", WORD_MEMBERSHIPS, true, true, fill_memberships},
    {"languages", WORD_LANGUAGES, true, true, fill_languages},
    {"volunteer", WORD_VOLUNTEER, true, true, fill_volunteer},
    {"awards", WORD_AWARDS, true, true, fill_awards},
    {"publications", WORD_PUBLICATIONS, true, true, fill_publications},
    {"career_breaks", WORD_CAREER_BREAKS, true, true, fill_career_breaks},
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
heading_of(const struct composer *c, const char *id, enum word usual)
{
    const struct node *headings = c->shown->layout_settings.headings;
    const struct node *own =
        headings && headings->kind == NODE_MAP ? node_get(headings, id) : NULL;
    bool is_said = own && own->kind == NODE_SCALAR && !str_is_empty(own->text);
    return is_said ? own->text : word_of(c, usual);
}

/* The section with its content, or NULL when it would be empty. */
static struct block *
section_make(const struct composer *c, struct str id)
{
    const struct section_spec *spec = find_spec(id);
    if (!spec || !(composes_resume(c) ? spec->in_resume : spec->in_portfolio))
        return NULL;
    struct block *section =
        section_open(c, id, heading_of(c, spec->id, spec->title));
    spec->fill(c, section);
    return section->children.count > 0 ? section : NULL;
}

static void
add_section(const struct composer *c, struct str id)
{
    if (!find_spec(id)) {
        add_custom_sections(c,
                            str_is(id, "custom") ? (struct str){NULL, 0} : id);
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
        .words = {arena, locale_of_choices(arena, edition->shown->locale,
                                           &options->dates)},
        .today = options->today,
        .figures = options->figures,
        .dates = options->dates,
        .entries = options->entries,
        .kind = kind,
        .document = ARENA_NEW(arena, struct document),
    };
}

/* ---- the resume -------------------------------------------------------- */

/* Short lists that follow the skills on a resume are lines among them: a
   heading of its own would be longer than they are. */
static bool
joins_skills(struct str id)
{
    return str_is(id, "systems") || str_is(id, "languages") ||
           str_is(id, "compliance");
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
join_section(const struct composer *c, struct block *skills, struct str id)
{
    struct block *section = section_make(c, id);
    const struct section_spec *spec = find_spec(id);
    struct text name = {.s = heading_of(c, spec->id, spec->title)};
    if (!section)
        return;
    struct labelled *line = line_add(c, skills, &name);
    for (size_t i = 0; i < section->children.count; i++)
        if (section->children.at[i]->role == ROLE_NOTE)
            *list_add(c->arena, &skills->children) = section->children.at[i];
        else
            inline_add_block(&c->words, &line->text, section->children.at[i]);
}

/* Three of the key figures below the summary, unless their section is there or
   the person said which sections are. */
#define KEY_TILES 3

static void
add_key_figures(const struct composer *c)
{
    const struct variant *variant = c->edition->variant;
    struct block *summary = NULL;
    if (c->figures.key_metrics != FIGURE_YES ||
        (variant && variant->sections.count > 0) ||
        c->shown->layout_settings.sections.count > 0)
        return;
    for (size_t i = 0; i < c->document->blocks.count; i++) {
        struct block *block = c->document->blocks.at[i];
        if (str_is(block->section, "key_metrics"))
            return;
        if (str_is(block->section, "summary"))
            summary = block;
    }
    struct block *section = section_make(c, STR("key_metrics"));
    struct block *strip = section ? section->children.at[0] : NULL;
    if (!summary || !strip || strip->kind != BLOCK_STRIP ||
        strip->tiles.count < KEY_TILES)
        return;
    strip->tiles.count = KEY_TILES;
    *list_add(c->arena, &summary->children) = strip;
}

const struct document *
compose_resume(struct arena *arena, const struct edition *edition,
               const struct compose_options *options)
{
    const struct composer c =
        composer_new(arena, edition, options, DOCUMENT_RESUME);
    document_describe(&c, WORD_RESUME);
    *list_add(arena, &c.document->blocks) = head_make(&c, BLOCK_HEAD);
    for (size_t i = 0; i < edition->resume_sections.count; i++) {
        struct str id = edition->resume_sections.at[i];
        struct block *skills = joins_skills(id) ? skills_before(&c) : NULL;
        if (skills)
            join_section(&c, skills, id);
        else
            add_section(&c, id);
    }
    add_key_figures(&c);
    return c.document;
}

/* ---- the portfolio ----------------------------------------------------- */

/* Name, headline and one line of promise. */
static void
add_cover(const struct composer *c)
{
    struct block *cover = head_make(c, BLOCK_COVER);
    inline_add(c->arena, &cover->attribution, word_of(c, WORD_PORTFOLIO), 0);
    inline_add(c->arena, &cover->text,
               words_first_sentence(c->shown->basics.summary.plain), 0);
    *list_add(c->arena, &c->document->blocks) = cover;
}

static void
add_contents(const struct composer *c)
{
    struct block *contents =
        block_new(c->arena, BLOCK_CONTENTS, STR("contents"));
    inline_add(c->arena, &contents->title, word_of(c, WORD_CONTENTS), 0);
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
    document_describe(&c, WORD_PORTFOLIO);
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
    if (edition->audience == AUDIENCE_INTERVIEW)
        add_interview_cards(&c);
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
    document_describe(&c, WORD_LETTER);
    letter_fill(&c);
    return c.document;
}
