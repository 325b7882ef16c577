/* A resume in words, section by section. */
#include "text.h"

#include "locale/locale.h"

static const struct {
    enum text_topic topic;
    const char *key; /* native; NULL: none, or the function knows it */
    enum word word;  /* its usual title */
} rows[] = {
    {TOPIC_EXPERIENCE, "experience", WORD_EXPERIENCE},
    {TOPIC_EDUCATION, "education", WORD_EDUCATION},
    {TOPIC_VOLUNTEER, "volunteer", WORD_VOLUNTEER},
    {TOPIC_SUMMARY, "summary", WORD_SUMMARY},
    {TOPIC_CERTIFICATIONS, "certifications", WORD_CERTIFICATIONS},
    {TOPIC_SKILLS, "skills", WORD_SKILLS},
    {TOPIC_SYSTEMS, "systems", WORD_SYSTEMS},
    {TOPIC_LANGUAGES, "languages", WORD_LANGUAGES},
    {TOPIC_AWARDS, "awards", WORD_AWARDS},
    {TOPIC_MEMBERSHIPS, "memberships", WORD_MEMBERSHIPS},
    {TOPIC_PUBLICATIONS, "publications", WORD_PUBLICATIONS},
    {TOPIC_DEVELOPMENT, "development", WORD_DEVELOPMENT},
};

/* ---- the foreign tree ---------------------------------------------------- */

static struct node *
add_list(struct text_page *page, struct str key)
{
    struct node *list = ARENA_NEW(page->arena, struct node);
    list->kind = NODE_LIST;
    list->span = page->root.span;
    *list_add(page->arena, &page->root.pairs) =
        (struct node_pair){key, list->span, list};
    return list;
}

/* Lines below the words of their heading, the heading first. */
static void
build_tree(struct text_page *page)
{
    for (size_t i = 0; i < page->sections.count; i++) {
        struct text_section *section = &page->sections.at[i];
        struct node *list =
            add_list(page, section->heading ? section->title : STR("top"));
        bool is_inline = section->lines.count && section->heading &&
                         section->heading->node->span.to ==
                             section->lines.at[0].node->span.to;
        if (section->heading && !is_inline)
            *list_add(page->arena, &list->items) = section->heading->node;
        for (size_t k = 0; k < section->lines.count; k++)
            *list_add(page->arena, &list->items) = section->lines.at[k].node;
    }
    struct node *asides = add_list(page, STR("beside"));
    for (size_t i = 0; i < page->asides.count; i++)
        *list_add(page->arena, &asides->items) = page->asides.at[i].node;
    if (page->front)
        *list_add(page->arena, &page->root.pairs) = (struct node_pair){
            STR("front_matter"), page->front->span, page->front};
}

struct text_page *
text_page_read(struct arena *arena, struct str text, uint32_t source)
{
    struct text_page *page = ARENA_NEW(arena, struct text_page);
    page->self = page;
    page->arena = arena;
    page->source = source;
    page->words = text_words_new(arena);
    page->root.kind = NODE_MAP;
    page->root.span = (struct span){source, 0, (uint32_t)text.len};
    text_lines_read(page, text);
    text_sections_find(page);
    text_lines_join(page);
    return page;
}

struct node *
text_tree(struct arena *arena, struct str text, uint32_t source)
{
    struct text_page *page = text_page_read(arena, text, source);
    build_tree(page);
    return &page->root;
}

/* ---- titles of sections -------------------------------------------------- */

static const char *
key_of(enum text_topic topic, enum word *word)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].topic == topic) {
            *word = rows[i].word;
            return rows[i].key;
        }
    return NULL;
}

/* The words of a heading are kept where they are not the usual ones. */
static void
put_title(struct text_conversion *t, const struct text_section *section)
{
    enum word word;
    const char *key = key_of(section->topic, &word);
    if (!section->heading)
        return;
    const struct node *from = section->heading->node;
    if (!key) {
        foreign_take(t->c, from);
        return;
    }
    const struct locale *locale = locale_find(t->c->arena, t->page->language);
    struct arena *arena = t->c->arena;
    struct str title =
        text_trim_signs(text_unmarked(arena, section->title, NULL));
    struct node *layout = native_map(t->c, t->c->native, "layout", NULL);
    struct node *titles = native_map(t->c, layout, "headings", NULL);
    const struct node *there = node_get(titles, key);
    struct str usual = locale_word(locale, word);
    if (str_equal(text_fold(arena, title), text_fold(arena, usual)) ||
        (there && str_equal(there->text, title)) || !title.len) {
        foreign_take(t->c, from);
        return;
    }
    if (there)
        foreign_lose(t->c, from,
                     "is a second heading of `%s`; what stands "
                     "below it follows the first",
                     key);
    else
        native_text(t->c, titles, key, from, title);
}

/* No empty maps are left behind. */
static void
drop_empty_layout(struct text_conversion *t)
{
    struct node *native = t->c->native;
    const struct node *layout = node_get(native, "layout");
    const struct node *titles = node_get(layout, "headings");
    if (titles && titles->pairs.count) {
        /* At the end of the file: it says nothing about the person. */
        for (size_t i = 0; i + 1 < native->pairs.count; i++)
            if (str_is(native->pairs.at[i].key, "layout")) {
                struct node_pair pair = native->pairs.at[i];
                native->pairs.at[i] = native->pairs.at[i + 1];
                native->pairs.at[i + 1] = pair;
            }
        return;
    }
    for (size_t i = 0, kept = 0; i < native->pairs.count; i++)
        if (!str_is(native->pairs.at[i].key, "layout"))
            native->pairs.at[kept++] = native->pairs.at[i];
    if (layout)
        native->pairs.count--;
}

/* ---- sections ------------------------------------------------------------ */

static void
put_summary(struct text_conversion *t, const struct text_section *section)
{
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        struct str s = text_of(line);
        if (text_head_line(t, line)) {
            foreign_take(t->c, line->node);
            continue;
        }
        if (line->kind == LINE_BULLET)
            s = str_format(t->c->arena, "- %.*s", STR_ARG(s));
        text_paragraph_add(t, &t->summary, line->node, s);
    }
}

static void
convert_section(struct text_conversion *t, const struct text_section *section)
{
    switch (section->topic) {
    case TOPIC_HEAD:
    case TOPIC_CONTACT:
        text_head_convert(t, section);
        break;
    case TOPIC_SUMMARY:
        put_summary(t, section);
        break;
    case TOPIC_EXPERIENCE:
        text_work_convert(t, section, "experience");
        break;
    case TOPIC_VOLUNTEER:
        text_work_convert(t, section, "volunteer");
        break;
    case TOPIC_EDUCATION:
        text_education_convert(t, section);
        break;
    case TOPIC_SKILLS:
    case TOPIC_SYSTEMS:
    case TOPIC_LANGUAGES:
    case TOPIC_CERTIFICATIONS:
    case TOPIC_AWARDS:
    case TOPIC_MEMBERSHIPS:
    case TOPIC_PUBLICATIONS:
    case TOPIC_DEVELOPMENT:
        text_list_convert(t, section);
        break;
    default:
        text_custom_convert(t, section);
        break;
    }
}

/* Columns' heads, fences and the like say nothing about the person. */
static void
settle_asides(struct text_conversion *t)
{
    for (size_t i = 0; i < t->page->asides.count; i++) {
        const struct text_aside *aside = &t->page->asides.at[i];
        if (aside->what)
            finding_add(t->c->findings, CODE_I106, aside->node->span,
                        "\"%.*s\" is %s and left out.",
                        STR_ARG(aside->node->text), aside->what);
        foreign_take(t->c, aside->node);
    }
    for (size_t i = 0; i < t->page->lines.count; i++)
        if (t->page->lines.at[i].is_head_row)
            foreign_take(t->c, t->page->lines.at[i].node);
}

static void
put_language(struct text_conversion *t)
{
    struct str tag = t->page->language;
    if (tag.len && !str_is(tag, "en") && !node_get(t->c->native, "language"))
        native_text(t->c, t->c->native, "language", NULL, tag);
}

void
text_convert(struct conversion *c)
{
    /* text_tree made it: the root is the first field of the page. */
    struct text_page *page = ((const struct text_page *)c->foreign)->self;
    struct text_conversion t = {.c = c, .page = page};
    put_language(&t);
    (void)native_map(c, c->native, "basics", NULL);
    settle_asides(&t);
    for (size_t i = 0; i < page->sections.count; i++) {
        put_title(&t, &page->sections.at[i]);
        convert_section(&t, &page->sections.at[i]);
    }
    text_front_convert(&t);
    text_paragraphs_put(&t, native_map(c, c->native, "basics", NULL), "summary",
                        &t.summary);
    drop_empty_layout(&t);
}
