/*
 * Which sections a file has, in their order, wherever its version keeps them.
 */
#include "rendercv.h"

#include "base/utf8.h"

/* ---- titles -------------------------------------------------------------- */

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

/* ---- one section --------------------------------------------------------- */

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

/* ---- all of them --------------------------------------------------------- */

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
        for (size_t j = 0; j < r->sections.count; j++) {
            struct rendercv_section found = r->sections.at[j];
            if (!str_equal_nocase(found.title, title) &&
                !str_equal_nocase(found.title, title_of_key(c, title)))
                continue;
            foreign_take(c, order->items.at[i]); /* others name nothing */
            if (j < next)
                break;
            for (size_t k = j; k > next; k--)
                r->sections.at[k] = r->sections.at[k - 1];
            r->sections.at[next++] = found;
            break;
        }
    }
}

void
rendercv_find_sections(struct rendercv *r)
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
