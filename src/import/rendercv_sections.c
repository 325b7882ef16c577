/*
 * Sections of RenderCV in their order. Each becomes a native section where its
 * title speaks of one and every word of its entries is printed there; any
 * other is one of the person's own.
 */
#include "rendercv.h"

#include "base/utf8.h"
#include "model/fields.h"

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
            const struct rendercv_target *target)
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
        const struct node *from = rendercv_text_of(r, entry);
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
           const struct rendercv_target *target)
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
    rendercv_find_sections(r);
    for (size_t i = 0; i < r->sections.count; i++) {
        const struct rendercv_target *target =
            rendercv_target_of(r, &r->sections.at[i]);
        if (target)
            put_native(r, &r->sections.at[i], target);
        else
            put_custom(r, &r->sections.at[i]);
    }
    sort_keys(r);
}
