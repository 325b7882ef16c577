/*
 * Records of postings. No format is asked for: fields are known by their
 * names, and what stands in them is read as text, Markdown or HTML.
 */
#include "text_parts.h"

#include "diag/source.h"
#include "load/json.h"

/* A text so long, in a field that nobody knows, is worth reading. */
#define LONG_TEXT 120

enum key_kind {
    KEY_TITLE,
    KEY_ORGANIZATION,
    KEY_LOCATION,
    KEY_REFERENCE,
    KEY_BODY,
    KEY_REQUIRED,
    KEY_PREFERRED,
    KEY_DUTIES,
    KEY_CONDITIONS,
    KEY_BOILERPLATE,
    KEY_SKIP,
    KEY_UNKNOWN
};

static const struct {
    struct str words;
    enum key_kind kind;
} keys[] = {
#define KEY(what, words) {STR_INIT(words), KEY_##what},
#include "text_keys.def"
};

struct record_walk {
    struct posting *posting;
    struct sources *places; /* of the text alone */
    uint32_t source;
    size_t line;    /* of the file, of the first one of the text */
    bool only_head; /* title and the like, no text */
    bool has_title;
};

/* ---- keys -------------------------------------------------------------- */

/* "jobTitle", "job_title", "JobTitle": its words parted by blanks. */
static struct str
key_words(struct posting *posting, struct str key)
{
    struct buf out = buf_new(posting->arena);
    for (size_t i = 0; i < key.len; i++) {
        char c = key.at[i];
        bool is_upper = c >= 'A' && c <= 'Z';
        bool was_lower = i && key.at[i - 1] >= 'a' && key.at[i - 1] <= 'z';
        if (is_upper && was_lower)
            buf_add_byte(&out, ' ');
        buf_add_byte(&out, c);
    }
    words_fold(&posting->words, buf_str(&out));
    return buf_str(&posting->words.folded);
}

static enum key_kind
key_kind(struct posting *posting, struct str key)
{
    struct str words = key_words(posting, key);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_equal(keys[i].words, words))
            return keys[i].kind;
    if (str_ends(words, STR(" html")))
        return key_kind(posting, str_slice(key, 0, key.len - 4));
    if (str_ends(words, STR(" plain")) || str_ends(words, STR(" text")))
        return KEY_BODY;
    return KEY_UNKNOWN;
}

/* The same in its map: Lever calls the title "text". */
static enum key_kind
kind_in(struct posting *posting, const struct node *map, struct str key)
{
    if (str_is(key, "text") && node_get(map, "categories"))
        return KEY_TITLE;
    return key_kind(posting, key);
}

/* "descriptionPlain" beside "description" is the same once more. */
static bool
is_double(const struct node *map, struct str key)
{
    static const struct str endings[] = {
        STR_INIT("Plain"), STR_INIT("_plain"), STR_INIT("Html"),
        STR_INIT("HTML"),  STR_INIT("_html"),  STR_INIT("Text"),
        STR_INIT("_text"), STR_INIT("Body"),   STR_INIT("BodyPlain")};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (key.len <= endings[i].len || !str_ends(key, endings[i]))
            continue;
        const struct node_pair *other =
            node_find_pair(map, str_slice(key, 0, key.len - endings[i].len));
        if (other && other->value->kind == NODE_SCALAR &&
            other->value->text.len)
            return true;
    }
    return false;
}

static size_t
line_of(const struct record_walk *walk, struct span span)
{
    return walk->line - 1 +
           source_place(walk->places, walk->source, span.from).line;
}

/* ---- head -------------------------------------------------------------- */

static const struct node *
first_of(const struct node *node, const char *const *names)
{
    for (; *names; names++) {
        const struct node *value = node_get(node, *names);
        if (value && (value->kind != NODE_SCALAR || value->text.len))
            return value;
    }
    return NULL;
}

/* The words of a value that may be a text, a list or a map with a name. */
static struct str
name_in(struct posting *posting, const struct node *node)
{
    static const char *const names[] = {
        "name", "LocationName", "display_name", "displayName", "title",
        "text", "label",        "value",        "fullName",    NULL};
    for (int depth = 0; node && depth < 4; depth++) {
        if (node->kind == NODE_SCALAR)
            return fold_blanks(posting->arena, node->text);
        if (node->kind == NODE_LIST)
            node = node->items.count ? node->items.at[0] : NULL;
        else
            node = first_of(node, names);
    }
    return (struct str){NULL, 0};
}

/* "Columbus, OH, US" from the parts of an address. */
static struct str
address_in(struct posting *posting, const struct node *node)
{
    static const char *const parts[][6] = {
        {"addressLocality", "city", "CityName", "town", NULL},
        {"addressRegion", "region", "state", "CountrySubDivisionCode", NULL},
        {"addressCountry", "country", "countryCode", NULL}};
    struct buf out = buf_new(posting->arena);
    if (node && node->kind == NODE_LIST)
        node = node->items.count ? node->items.at[0] : NULL;
    const struct node *inner = node_get(node, "address");
    if (inner && inner->kind == NODE_MAP)
        node = inner;
    for (size_t i = 0; i < 3; i++) {
        struct str part = name_in(posting, first_of(node, parts[i]));
        if (!part.len)
            continue;
        if (out.len)
            buf_add(&out, STR(", "));
        buf_add(&out, part);
    }
    return out.len ? buf_str(&out) : name_in(posting, node);
}

static void
set_once(struct str *field, struct str value)
{
    if (!field->len && value.len && value.len < 300)
        *field = value;
}

static void
take_head(struct record_walk *walk, const struct node_pair *pair,
          enum key_kind kind)
{
    struct posting *posting = walk->posting;
    struct job_text *text = &posting->text;
    const struct node *node = pair->value;
    if (kind == KEY_REFERENCE && node_get(node, "value"))
        node = node_get(node, "value");
    struct str value = kind == KEY_LOCATION ? address_in(posting, node)
                                            : name_in(posting, node);
    bool is_new = kind == KEY_TITLE && !text->title.len;
    if (kind == KEY_TITLE)
        set_once(&text->title, value);
    if (kind == KEY_ORGANIZATION)
        set_once(&text->organization, value);
    if (kind == KEY_LOCATION)
        set_once(&text->location, value);
    if (kind == KEY_REFERENCE)
        set_once(&text->reference, value);
    if (walk->only_head || !value.len)
        return;
    struct block *block =
        posting_add(posting, value, line_of(walk, pair->value->span));
    if (block)
        block->is_title = is_new, block->has_fact = !is_new;
}

/* ---- text -------------------------------------------------------------- */

static void
add_text(struct record_walk *walk, const struct node *node, bool is_item)
{
    size_t first = walk->posting->blocks.count;
    posting_read_any(walk->posting, node->text, line_of(walk, node->span));
    if (is_item && walk->posting->blocks.count == first + 1)
        walk->posting->blocks.at[first].kind = BLOCK_ITEM;
}

static bool
is_words(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->style == SCALAR_DOUBLE_QUOTED &&
           str_trim(node->text).len > 0 &&
           str_find(node->text, STR("://"), 0) == SIZE_MAX;
}

/* "monthsOfExperience": 60 */
static void
add_count(struct record_walk *walk, const struct node_pair *pair)
{
    struct posting *posting = walk->posting;
    struct str words = key_words(posting, pair->key);
    bool is_time = str_find(words, STR("years"), 0) != SIZE_MAX ||
                   str_find(words, STR("months"), 0) != SIZE_MAX;
    bool is_number = pair->value->kind == NODE_SCALAR &&
                     pair->value->text.len &&
                     ascii_is_digit(pair->value->text.at[0]);
    if (is_time && is_number)
        posting_add(posting,
                    str_format(posting->arena, "%.*s %.*s",
                               STR_ARG(pair->value->text), STR_ARG(words)),
                    line_of(walk, pair->value->span));
}

static void add_all(struct record_walk *walk, const struct node *node,
                    bool is_item);

/* {"name": "Analysis", "level": "Expert", "keywords": ["SQL"]} */
static void
add_map(struct record_walk *walk, const struct node *map)
{
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        if (str_equal(pair->key, STR("@type")) ||
            key_kind(walk->posting, pair->key) == KEY_SKIP)
            continue;
        add_count(walk, pair);
        add_all(walk, pair->value, true);
    }
}

/* Every text in a value. Depth is bounded by what json_read accepts. */
static void
add_all(struct record_walk *walk, const struct node *node, bool is_item)
{
    if (is_words(node))
        add_text(walk, node, is_item);
    for (size_t i = 0; i < node->items.count; i++)
        add_all(walk, node->items.at[i], true);
    if (node->kind == NODE_MAP)
        add_map(walk, node);
}

static void
add_section(struct record_walk *walk, const struct node *node,
            enum section section)
{
    struct posting *posting = walk->posting;
    size_t first = posting->blocks.count;
    add_all(walk, node, false);
    if (posting->blocks.count == first)
        return;
    posting->blocks.at[first].has_section = true;
    posting->blocks.at[first].section = section;
}

/* ---- the walk ---------------------------------------------------------- */

static void walk_node(struct record_walk *walk, const struct node *node);

/* {"text": "Requirements", "content": "<li>..."}: a section that says its own
   name. */
static bool
take_named_section(struct record_walk *walk, const struct node *map)
{
    static const char *const names[] = {"text",  "title",  "name", "heading",
                                        "label", "header", NULL};
    static const char *const bodies[] = {"content", "body",  "description",
                                         "value",   "items", "html",
                                         "list",    NULL};
    const struct node *name = first_of(map, names);
    const struct node *body = first_of(map, bodies);
    if (map->kind != NODE_MAP || !walk->has_title || !name || !body ||
        !is_words(name) || name->text.len > 120)
        return false;
    struct block *block = posting_add(
        walk->posting, fold_blanks(walk->posting->arena, name->text),
        line_of(walk, name->span));
    if (block)
        block->level = 3;
    add_all(walk, body, body->kind == NODE_LIST);
    return true;
}

/* A map that has a title and something else of a posting. */
static bool
is_posting(struct record_walk *walk, const struct node *map)
{
    bool title = false, more = false;
    for (size_t i = 0; map->kind == NODE_MAP && i < map->pairs.count; i++) {
        enum key_kind kind = kind_in(walk->posting, map, map->pairs.at[i].key);
        title |= kind == KEY_TITLE;
        more |= kind == KEY_ORGANIZATION || kind == KEY_LOCATION ||
                (kind >= KEY_BODY && kind <= KEY_BOILERPLATE);
    }
    return title && more;
}

/* The posting in a list of them: the item, or a map in it. */
static bool
holds_posting(struct record_walk *walk, const struct node *item)
{
    if (is_posting(walk, item))
        return true;
    for (size_t i = 0; item->kind == NODE_MAP && i < item->pairs.count; i++)
        if (is_posting(walk, item->pairs.at[i].value))
            return true;
    return false;
}

static void
walk_list(struct record_walk *walk, const struct node *list)
{
    size_t postings = 0;
    for (size_t i = 0; !walk->has_title && i < list->items.count; i++)
        postings += holds_posting(walk, list->items.at[i]);
    if (postings > walk->posting->records)
        walk->posting->records = postings;
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *item = list->items.at[i];
        if (postings) {
            if (!holds_posting(walk, item))
                continue;
            walk_node(walk, item);
            return; /* the first one */
        }
        if (!take_named_section(walk, item))
            walk_node(walk, item);
    }
}

static void
walk_pair(struct record_walk *walk, const struct node *map,
          const struct node_pair *pair)
{
    static const enum section sections[] = {
        [KEY_REQUIRED] = SECTION_REQUIRED,
        [KEY_PREFERRED] = SECTION_PREFERRED,
        [KEY_DUTIES] = SECTION_DUTIES,
        [KEY_CONDITIONS] = SECTION_CONDITIONS,
        [KEY_BOILERPLATE] = SECTION_BOILERPLATE};
    enum key_kind kind = kind_in(walk->posting, map, pair->key);
    const struct node *value = pair->value;
    bool is_text = value->kind == NODE_SCALAR;
    if (kind == KEY_SKIP || is_double(map, pair->key))
        return;
    if (kind <= KEY_REFERENCE)
        take_head(walk, pair, kind);
    else if (walk->only_head)
        return;
    else if (kind >= KEY_REQUIRED && kind <= KEY_BOILERPLATE)
        add_section(walk, value, sections[kind]);
    else if (!is_text)
        walk_node(walk, value);
    else if (is_words(value) &&
             (kind == KEY_BODY || value->text.len > LONG_TEXT)) {
        size_t first = walk->posting->blocks.count;
        add_text(walk, value, false);
        if (walk->posting->blocks.count > first) {
            walk->posting->blocks.at[first].has_section = true;
            walk->posting->blocks.at[first].section = SECTION_OTHER;
        }
    }
}

/* Fields of the head first: a title tells what the rest is about. */
static void
walk_map(struct record_walk *walk, const struct node *map)
{
    bool own = !walk->has_title && is_posting(walk, map);
    walk->has_title |= own;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < map->pairs.count; i++) {
            const struct node_pair *pair = &map->pairs.at[i];
            enum key_kind kind = key_kind(walk->posting, pair->key);
            bool is_head =
                kind <= KEY_REFERENCE ||
                (str_is(pair->key, "text") && node_get(map, "categories"));
            if (is_head == (pass == 0))
                walk_pair(walk, map, pair);
        }
}

static void
walk_node(struct record_walk *walk, const struct node *node)
{
    if (node->kind == NODE_MAP)
        walk_map(walk, node);
    else if (node->kind == NODE_LIST)
        walk_list(walk, node);
    else if (is_words(node) && !walk->only_head)
        add_text(walk, node, true);
}

static struct record_walk
walk_new(struct posting *posting, struct str text, size_t line)
{
    struct record_walk walk = {.posting = posting,
                               .places = sources_new(posting->arena),
                               .line = line};
    walk.source = sources_add(walk.places, STR("record"), text);
    return walk;
}

/* ---- a file ------------------------------------------------------------ */

bool
posting_read_json(struct posting *posting, struct str text, struct str *why,
                  size_t *at)
{
    struct record_walk walk = walk_new(posting, text, 1);
    struct json json = json_read(posting->arena, text, walk.source);
    *at = json.at;
    *why = json.wrong;
    if (!json.root)
        return false;
    *at = 0;
    *why = (struct str){NULL, 0};
    if (node_get(json.root, "basics") && node_get(json.root, "work"))
        return false; /* somebody's resume */
    if (json.root->kind == NODE_SCALAR)
        posting_read_any(posting, json.root->text, 1);
    else
        walk_node(&walk, json.root);
    return posting->blocks.count > 0;
}

/* ---- data of a page ---------------------------------------------------- */

static bool
is_job_posting(const struct node *map)
{
    const struct node *type = node_get(map, "@type");
    if (type && type->kind == NODE_LIST && type->items.count)
        type = type->items.at[0];
    return type && type->kind == NODE_SCALAR &&
           str_is(type->text, "JobPosting");
}

/* In the value, in a list, in "@graph". */
static const struct node *
find_job_posting(const struct node *node)
{
    const struct node *graph = node_get(node, "@graph");
    if (is_job_posting(node))
        return node;
    if (graph)
        node = graph;
    for (size_t i = 0; i < node->items.count; i++)
        if (is_job_posting(node->items.at[i]))
            return node->items.at[i];
    return NULL;
}

/* Bytes of the text that is shown outside of menus. */
static size_t
shown_bytes(const struct posting *posting)
{
    size_t bytes = 0;
    for (size_t i = 0; i < posting->blocks.count; i++)
        if (!posting->blocks.at[i].is_page)
            bytes += posting->blocks.at[i].text.len;
    return bytes;
}

bool
posting_read_data(struct posting *posting, struct str text, size_t line)
{
    struct record_walk walk = walk_new(posting, text, line);
    struct json json = json_read(posting->arena, text, walk.source);
    const struct node *job = json.root ? find_job_posting(json.root) : NULL;
    if (!job)
        return false;
    const struct node *description = node_get(job, "description");
    size_t len = description ? description->text.len : 0;
    /* A page that a script fills shows less than its data say. */
    walk.only_head = shown_bytes(posting) * 2 > len;
    walk_node(&walk, job);
    return true;
}
