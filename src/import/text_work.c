/*
 * Positions and volunteer work. An entry with a position and no employer
 * stands below the employer of the entry above.
 */
#include "text_pair.h"

#include "base/buf.h"

struct work {
    struct text_conversion *t;
    const char *key;
    struct node *last;   /* the entry above */
    unsigned last_level; /* of its heading */
    bool last_has_name;  /* its employer is known */
    int order;           /* of the sure ones: >0 the position stands first */
};

/* ---- several positions at one employer ----------------------------------- */

/* Keys that belong to a position rather than to its employer. */
static bool
is_of_position(struct str key)
{
    static const char *const keys[] = {"position", "start_date", "end_date",
                                       "summary", "highlights"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_is(key, keys[i]))
            return true;
    return false;
}

/* The position that stands in the employer's own map becomes the first of a
   list. */
static void
move_position(struct work *w, struct node *list)
{
    struct node *map = w->last, *item = NULL;
    size_t kept = 0;
    if (!node_get(map, "position"))
        return;
    for (size_t i = 0; i < map->pairs.count; i++) {
        struct node_pair pair = map->pairs.at[i];
        if (!is_of_position(pair.key)) {
            map->pairs.at[kept++] = pair;
            continue;
        }
        if (!item)
            item = native_item(w->t->c, list, pair.value);
        *list_add(w->t->c->arena, &item->pairs) = pair;
    }
    map->pairs.count = kept;
}

/* Dates of the whole time there are those of the positions. */
static void
drop_dates(struct node *map)
{
    size_t kept = 0;
    for (size_t i = 0; i < map->pairs.count; i++) {
        struct node_pair pair = map->pairs.at[i];
        if (!str_is(pair.key, "start_date") && !str_is(pair.key, "end_date"))
            map->pairs.at[kept++] = pair;
    }
    map->pairs.count = kept;
}

static struct node *
add_position(struct work *w, const struct node *from)
{
    const struct node_pair *there = node_find_pair(w->last, STR("positions"));
    struct node *list = there ? there->value : NULL;
    if (!list) {
        list = ARENA_NEW(w->t->c->arena, struct node);
        list->kind = NODE_LIST;
        list->span = w->last->span;
        move_position(w, list);
        drop_dates(w->last);
        *list_add(w->t->c->arena, &w->last->pairs) =
            (struct node_pair){STR("positions"), w->last->span, list};
    }
    return native_item(w->t->c, list, from);
}

/* ---- one entry ----------------------------------------------------------- */

static void
tell_uncertain(struct work *w, const struct node *map,
               const struct text_pair *pair)
{
    if (pair->is_sure || !pair->first || !pair->second)
        return;
    struct finding *finding = finding_add(
        w->t->c->findings, CODE_I102, pair->first->span,
        "\"%.*s\" is read as the position, \"%.*s\" as the employer.",
        STR_ARG(pair->first->text), STR_ARG(pair->second->text));
    finding_help(finding, "No word says which is which; exchange them in the "
                          "file if it is the other way round.");
    native_note(w->t->c, map,
                "position and employer may be the other way round");
}

static struct node *
new_entry(struct work *w, const struct text_entry *entry)
{
    struct conversion *c = w->t->c;
    struct node *list = native_list(c, c->native, w->key, NULL);
    return native_item(c, list, entry->heads.at[0]->node);
}

static bool
goes_below(const struct work *w, const struct text_entry *entry,
           const struct text_pair *pair)
{
    if (!w->last || !w->last_has_name || pair->second || !pair->first)
        return false;
    /* A heading as high as the employer's opens another one. */
    return !entry->level || !w->last_level || entry->level > w->last_level ||
           pair->is_sure;
}

static void
put_entry(struct work *w, struct text_entry *entry, struct text_pair *pair)
{
    struct conversion *c = w->t->c;
    struct node *map;
    bool is_below = goes_below(w, entry, pair);
    if (is_below) {
        map = add_position(w, entry->heads.at[0]->node);
    } else {
        map = new_entry(w, entry);
        w->last = map;
        w->last_level = entry->level;
        w->last_has_name = pair->second != NULL;
    }
    if (pair->second)
        native_text(c, map, "organization", pair->second, pair->second->text);
    if (pair->first)
        native_text(c, map, "position", pair->first, pair->first->text);
    text_put_dates(w->t, map, entry, NULL);
    for (size_t i = 0; i < entry->parts.count; i++)
        if (entry->parts.at[i].is_place && !entry->parts.at[i].is_used &&
            !node_get(map, "location")) {
            entry->parts.at[i].is_used = true;
            text_put_place(w->t, map, entry->parts.at[i].node);
        }
    bool has_url = pair->second && !is_below &&
                   str_find(entry->url, STR("://"), 0) != SIZE_MAX;
    if (has_url)
        native_text(c, map, "url", pair->second, entry->url);
    else
        text_lose_url(w->t, entry->heads.at[0]->node, entry->url);
    text_put_body(w->t, map, entry);
    text_take_heads(w->t, entry);
    tell_uncertain(w, map, pair);
}

/* ---- the section --------------------------------------------------------- */

/* Which of the two stands first where words decide: others follow. */
static int
learn_order(struct text_page *page, const text_entry_list *entries)
{
    int order = 0;
    const struct text_pair_words words = {.order = 0};
    for (size_t i = 0; i < entries->count; i++) {
        struct text_entry entry = entries->at[i];
        entry.parts = (text_part_list){0};
        entry.dates = NULL;
        text_entry_read(page, &entry);
        text_parts_split_commas(page, &entry);
        struct text_pair pair = text_pair_find(page, &entry, &words);
        if (pair.is_sure && pair.first && pair.second)
            order += pair.is_first_first ? 1 : -1;
    }
    return order;
}

/* A section without a head is words of one's own. */
static bool
has_heads(const text_entry_list *entries)
{
    for (size_t i = 0; i < entries->count; i++)
        if (entries->at[i].heads.count)
            return true;
    return false;
}

/* Lines that no entry has: they stay below the heading. */
static void
put_orphan(struct work *w, const struct text_section *section,
           const struct text_entry *entry)
{
    struct node *entries = text_custom_open(w->t, section);
    for (size_t i = 0; i < entry->body.count; i++)
        text_custom_add(w->t, entries, entry->body.at[i]);
}

/* A position of the employer above rather than one with its own: its heading
   is deeper, or there are no headings and it names no place. */
static bool
is_below(const struct work *w, const struct text_entry *entry)
{
    if (!w->last || !w->last_has_name || node_get(w->last, "position"))
        return false;
    if (entry->level && w->last_level)
        return entry->level > w->last_level;
    for (size_t i = 0; i < entry->parts.count; i++)
        if (entry->parts.at[i].is_place)
            return false;
    return true;
}

void
text_work_convert(struct text_conversion *t, const struct text_section *section,
                  const char *key)
{
    text_entry_list entries = text_entries_group(t->page, section);
    struct work w = {.t = t, .key = key};
    if (!has_heads(&entries)) {
        text_custom_convert(t, section);
        return;
    }
    w.order = learn_order(t->page, &entries);
    for (size_t i = 0; i < entries.count; i++) {
        struct text_entry *entry = &entries.at[i];
        text_entry_read(t->page, entry);
        text_parts_split_commas(t->page, entry);
        const struct text_pair_words words = {.order = w.order,
                                              .is_below = is_below(&w, entry)};
        if (!entry->heads.count) {
            put_orphan(&w, section, entry);
            continue;
        }
        struct text_pair pair = text_pair_find(t->page, entry, &words);
        put_entry(&w, entry, &pair);
    }
}
