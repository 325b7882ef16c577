/*
 * Sections of RenderCV in their order. Each becomes a native section where its
 * title speaks of one and every word of its entries is printed there; any
 * other is one of the person's own.
 */
#include "rendercv.h"

#include "base/utf8.h"
#include "locale/locale.h"
#include "model/fields.h"

/* ---- finding them -------------------------------------------------------- */

/* Keys of `cv` that are no sections; before 1.0 sections stood beside them. */
static bool
is_head_key(struct str key)
{
    static const struct str keys[] = {STR_INIT("name"),
                                      STR_INIT("headline"),
                                      STR_INIT("label"),
                                      STR_INIT("location"),
                                      STR_INIT("email"),
                                      STR_INIT("phone"),
                                      STR_INIT("website"),
                                      STR_INIT("photo"),
                                      STR_INIT("sections"),
                                      STR_INIT("social_networks"),
                                      STR_INIT("custom_connections"),
                                      STR_INIT("section_order"),
                                      STR_INIT("custom_sections")};
    return str_among(key, keys, sizeof keys / sizeof *keys);
}

/* Words that a title has in small letters unless it begins with them. */
static bool
is_small_word(struct str word)
{
    static const struct str words[] = {
        STR_INIT("a"),    STR_INIT("an"),   STR_INIT("and"),  STR_INIT("as"),
        STR_INIT("at"),   STR_INIT("but"),  STR_INIT("by"),   STR_INIT("for"),
        STR_INIT("from"), STR_INIT("if"),   STR_INIT("in"),   STR_INIT("into"),
        STR_INIT("like"), STR_INIT("near"), STR_INIT("nor"),  STR_INIT("of"),
        STR_INIT("off"),  STR_INIT("on"),   STR_INIT("onto"), STR_INIT("or"),
        STR_INIT("over"), STR_INIT("so"),   STR_INIT("than"), STR_INIT("that"),
        STR_INIT("to"),   STR_INIT("upon"), STR_INIT("when"), STR_INIT("with"),
        STR_INIT("yet")};
    return str_among(word, words, sizeof words / sizeof *words);
}

static bool
is_title_already(struct str key)
{
    for (size_t at = 0; at < key.len;) {
        uint32_t c = utf8_next(key, &at);
        if (c == ' ' || utf8_lower(c) != c)
            return true;
    }
    return false;
}

/* "education_and_training" is printed as "Education and Training". */
static struct str
title_of_key(struct conversion *c, struct str key)
{
    struct buf out = buf_new(c->arena);
    if (is_title_already(key))
        return key;
    while (key.len) {
        struct str word = str_cut(&key, '_');
        size_t at = 0;
        if (!word.len)
            continue;
        bool is_small = out.len && is_small_word(word);
        uint32_t first = utf8_next(word, &at);
        if (out.len)
            buf_add_byte(&out, ' ');
        buf_add_code_point(&out, is_small ? first : utf8_upper(first));
        buf_add(&out, str_slice(word, at, word.len));
    }
    return buf_str(&out);
}

/* The type of most entries: of the first that has one. */
static void
find_type(struct rendercv_section *section)
{
    const struct node *node = section->node;
    section->type = RENDERCV_UNKNOWN;
    if (node->kind == NODE_SCALAR)
        section->type = RENDERCV_TEXT;
    for (size_t i = 0; i < node->items.count; i++) {
        enum rendercv_type type = rendercv_type_of(node->items.at[i]);
        if (node->items.at[i]->is_null)
            continue;
        if (section->type == RENDERCV_UNKNOWN)
            section->type = type;
        section->is_mixed |= type != section->type;
    }
}

/* An entry that stands where a list of them belongs. */
static const struct node *
list_of(struct conversion *c, const struct node *entry)
{
    struct node *list = ARENA_NEW(c->arena, struct node);
    struct node *item = ARENA_NEW(c->arena, struct node);
    *item = *entry;
    list->kind = NODE_LIST;
    list->span = entry->span;
    *list_add(c->arena, &list->items) = item;
    return list;
}

static void
add_section(struct rendercv *r, struct str title, const struct node *node)
{
    struct conversion *c = r->c;
    if (!foreign_has_words(node)) {
        foreign_take(c, node);
        return;
    }
    struct rendercv_section *section = list_add(c->arena, &r->sections);
    section->title = title;
    section->node = node;
    section->topic = rendercv_topic_of(r, title);
    /* Entries of versions before 1.10 that say what they are. */
    if (node->kind == NODE_MAP && node_get(node, "entries")) {
        const struct node *own = foreign_get(c, node, "title");
        if (foreign_says(own))
            section->title = convert_line(c, own);
        section->topic = rendercv_topic_of(r, section->title);
        foreign_take(c, own);
        foreign_take(c, node_get(node, "entry_type"));
        section->node = node_get(node, "entries");
    } else if (node->kind == NODE_MAP) {
        section->node = list_of(c, node);
    }
    find_type(section);
}

static void
add_of_map(struct rendercv *r, const struct node *map)
{
    for (size_t i = 0; map && i < map->pairs.count; i++)
        add_section(r, title_of_key(r->c, map->pairs.at[i].key),
                    map->pairs.at[i].value);
}

/* Versions before 1.0: sections under `cv` itself. */
static void
add_beside(struct rendercv *r, bool is_summary)
{
    for (size_t i = 0; i < r->cv->pairs.count; i++) {
        const struct node_pair *pair = &r->cv->pairs.at[i];
        bool is_section = str_is(pair->key, "summary")
                              ? is_summary
                              : !is_summary && pair->value->kind == NODE_LIST;
        if (is_section && !is_head_key(pair->key))
            add_section(r, title_of_key(r->c, pair->key), pair->value);
    }
}

static void
add_listed(struct rendercv *r, const struct node *list)
{
    for (size_t i = 0; list && i < list->items.count; i++)
        if (list->items.at[i]->kind == NODE_MAP)
            add_section(r, STR(""), list->items.at[i]);
}

/* `section_order`, as versions before 1.0 have it. */
static void
sort_sections(struct rendercv *r)
{
    struct conversion *c = r->c;
    const struct node *order = foreign_get(c, r->cv, "section_order");
    /* The summary was above all of them. */
    size_t next =
        r->sections.count && r->sections.at[0].topic == RENDERCV_SUMMARY;
    for (size_t i = 0; order && i < order->items.count; i++) {
        struct str title = convert_line(c, order->items.at[i]);
        for (size_t j = next; j < r->sections.count; j++) {
            struct rendercv_section found = r->sections.at[j];
            if (!str_equal_nocase(found.title, title) &&
                !str_equal_nocase(found.title, title_of_key(c, title)))
                continue;
            for (size_t k = j; k > next; k--)
                r->sections.at[k] = r->sections.at[k - 1];
            r->sections.at[next++] = found;
            break;
        }
    }
    foreign_take(c, order);
}

static void
find_sections(struct rendercv *r)
{
    struct conversion *c = r->c;
    const struct node *sections = foreign_get(c, r->cv, "sections");
    if (sections && sections->kind == NODE_MAP)
        add_of_map(r, sections);
    if (sections && sections->kind == NODE_LIST)
        add_listed(r, sections);
    add_beside(r, true);
    add_beside(r, false);
    add_listed(r, foreign_get(c, r->cv, "custom_sections"));
    sort_sections(r);
}

/* ---- what each becomes --------------------------------------------------- */

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

static const struct target {
    const char *id; /* native key and id */
    enum word title;
    bool (*fits)(const struct rendercv_section *section);
    void (*add)(struct rendercv *r, struct node *list,
                const struct node *entry);
    bool holds_links;
} targets[RENDERCV_TOPICS] = {
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

static const struct target *
target_of(struct rendercv *r, const struct rendercv_section *section)
{
    enum rendercv_topic topic = topic_by_type(r, section);
    const struct target *target = &targets[topic];
    if (!target->id || r->is_used[topic] || section->is_mixed ||
        !target->fits(section) || (!target->holds_links && have_links(section)))
        return NULL;
    r->is_used[topic] = true;
    return target;
}

/* ---- writing them -------------------------------------------------------- */

static void
note_order(struct rendercv *r, const struct node *from, struct str id)
{
    struct node *layout = native_map(r->c, r->c->native, "layout", NULL);
    struct node *order = native_list(r->c, layout, "sections", NULL);
    struct node *item = native_item_text(r->c, order, NULL, id);
    item->span = from->span;
}

/* The person's title, where it is another than ours. */
static void
put_heading(struct rendercv *r, const struct rendercv_section *section,
            const struct target *target)
{
    struct conversion *c = r->c;
    const struct node *language = node_get(c->native, "language");
    const struct locale *locale =
        language ? locale_find(c->arena, language->text) : NULL;
    if (str_equal_nocase(section->title, locale_word(locale, target->title)))
        return;
    struct node *layout = native_map(c, c->native, "layout", NULL);
    struct node *headings = native_map(c, layout, "headings", NULL);
    struct node *heading =
        native_text(c, headings, target->id, NULL, section->title);
    if (heading)
        heading->span = section->node->span;
}

static void
put_summary(struct rendercv *r, const struct rendercv_section *section)
{
    struct conversion *c = r->c;
    const struct node *node = section->node;
    struct buf out = buf_new(c->arena);
    bool is_list = section->type == RENDERCV_BULLET;
    if (node->kind == NODE_SCALAR)
        buf_add(&out, rendercv_prose(c, node));
    for (size_t i = 0; i < node->items.count; i++) {
        const struct node *entry = node->items.at[i];
        const struct node *from =
            rendercv_type_of(entry) == RENDERCV_BULLET
                ? foreign_get(c, entry, "bullet|number|reversed_number")
                : entry;
        struct str text = rendercv_prose(c, from);
        if (!text.len)
            continue;
        if (out.len)
            buf_add_text(&out, is_list ? "\n" : "\n\n");
        buf_print(&out, "%s%.*s", is_list ? "- " : "", STR_ARG(text));
        foreign_take(c, from);
    }
    (void)native_text(c, native_map(c, c->native, "basics", r->cv), "summary",
                      node, buf_str(&out));
}

static void
put_native(struct rendercv *r, const struct rendercv_section *section,
           const struct target *target)
{
    struct conversion *c = r->c;
    put_heading(r, section, target);
    note_order(r, section->node, str_from(target->id));
    if (!target->add) {
        put_summary(r, section);
        return;
    }
    struct node *list = native_list(c, c->native, target->id, section->node);
    for (size_t i = 0; i < section->node->items.count; i++)
        if (foreign_has_words(section->node->items.at[i]))
            target->add(r, list, section->node->items.at[i]);
}

/* Ids of ours, and one that the person has given, stand for other sections. */
static bool
is_taken_id(struct rendercv *r, struct str id)
{
    const struct node *custom = node_get(r->c->native, "custom");
    if (field_find(fields_root(), id) || str_is(id, "adaptability") ||
        str_is(id, "summary"))
        return true;
    for (size_t i = 0; custom && i < custom->items.count; i++) {
        const struct node *other = node_get(custom->items.at[i], "id");
        if (other && str_equal(other->text, id))
            return true;
    }
    return false;
}

/* An id that no section has: of the title's words, or of its number. */
static struct str
id_of(struct rendercv *r, const struct rendercv_section *section)
{
    struct conversion *c = r->c;
    struct str id = utf8_slug(c->arena, section->title);
    for (size_t i = 0; i < id.len; i++)
        if ((unsigned char)id.at[i] >= 0x80)
            id.len = 0;
    if (!section->title.len)
        id.len = 0;
    if (id.len && !is_taken_id(r, id))
        return id;
    id = str_format(c->arena, "own-%.*s", STR_ARG(id));
    if (id.len > 4 && !is_taken_id(r, id))
        return id;
    return str_format(c->arena, "section-%zu",
                      (size_t)(section - r->sections.at) + 1);
}

static void
put_custom(struct rendercv *r, const struct rendercv_section *section)
{
    struct conversion *c = r->c;
    const struct node *node = section->node;
    struct node *list = native_list(c, c->native, "custom", node);
    struct node *native = native_item(c, list, node);
    struct str id = id_of(r, section);
    struct node *id_node = native_text(c, native, "id", NULL, id);
    struct node *title =
        native_text(c, native, "title", NULL,
                    section->title.len ? section->title : STR("More"));
    struct node *entries = native_list(c, native, "entries", node);
    id_node->span = title->span = node->span;
    note_order(r, node, id);
    if (node->kind != NODE_LIST)
        rendercv_entry_custom(r, entries, node);
    for (size_t i = 0; i < node->items.count; i++)
        if (foreign_has_words(node->items.at[i]))
            rendercv_entry_custom(r, entries, node->items.at[i]);
}

/* Who it is comes first, the look last, whatever came up first. */
static void
sort_keys(struct rendercv *r)
{
    static const char *const order[] = {"custom", "locale", "layout"};
    struct node *native = r->c->native;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (size_t j = 0; j < native->pairs.count; j++) {
            struct node_pair pair = native->pairs.at[j];
            if (!str_is(pair.key, order[i]))
                continue;
            for (; j + 1 < native->pairs.count; j++)
                native->pairs.at[j] = native->pairs.at[j + 1];
            native->pairs.at[j] = pair;
        }
}

void
rendercv_sections(struct rendercv *r)
{
    find_sections(r);
    for (size_t i = 0; i < r->sections.count; i++) {
        const struct target *target = target_of(r, &r->sections.at[i]);
        if (target)
            put_native(r, &r->sections.at[i], target);
        else
            put_custom(r, &r->sections.at[i]);
    }
    sort_keys(r);
}
