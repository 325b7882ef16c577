/*
 * Front matter: the block of keys that programs for Markdown read, between
 * lines of --- (YAML) or +++ (TOML). Flat pairs are read, and lists and maps
 * one level below; deeper ones are lines of their key.
 */
#include "text_contact.h"

#include "locale/locale.h"

/* One line of it, with the byte where it begins. */
struct front_line {
    struct str text;
    size_t at;
};

static struct front_line
next_line(struct str text, size_t *at)
{
    size_t end = str_find_byte(text, '\n', *at);
    struct front_line line = {str_slice(text, *at, end), *at};
    if (str_ends(line.text, STR("\r")))
        line.text.len--;
    *at = end == SIZE_MAX ? text.len : end + 1;
    return line;
}

/* Where the block ends, 0: there is none. Real pairs stand in it. */
static size_t
block_end(struct str text, size_t begin, struct str fence, size_t *end)
{
    bool has_pair = false;
    for (size_t at = begin; at < text.len && at - begin < 20000;) {
        struct front_line line = next_line(text, &at);
        struct str s = str_trim(line.text);
        if (str_equal(s, fence) || (has_pair && str_is(s, "..."))) {
            *end = line.at;
            return has_pair ? at : 0;
        }
        has_pair = has_pair || str_find_byte(s, ':', 0) != SIZE_MAX ||
                   str_find_byte(s, '=', 0) != SIZE_MAX;
        if (s.len && *s.at == '#' && str_starts(s, STR("##")))
            return 0;
    }
    return 0;
}

static struct node *
make(struct text_page *page, enum node_kind kind, struct str file,
     struct str words)
{
    struct node *node = ARENA_NEW(page->arena, struct node);
    size_t from = (size_t)(words.at - file.at);
    node->kind = kind;
    node->text = words;
    node->span = (struct span){page->source, (uint32_t)from,
                               (uint32_t)(from + words.len)};
    return node;
}

static struct str
without_quotes(struct str s)
{
    s = str_trim(s);
    bool is_quoted = s.len >= 2 && (*s.at == '"' || *s.at == '\'') &&
                     s.at[s.len - 1] == *s.at;
    return is_quoted ? str_slice(s, 1, s.len - 1) : s;
}

/* "key: value"; the value may be empty. */
static bool
read_pair(struct str line, char sign, struct str *key, struct str *value)
{
    size_t at = str_find_byte(line, sign, 0);
    if (at == SIZE_MAX || at == 0 ||
        (sign == ':' && at + 1 < line.len && !ascii_is_space(line.at[at + 1])))
        return false;
    *key = without_quotes(str_slice(line, 0, at));
    *value = without_quotes(str_slice(line, at + 1, line.len));
    return key->len > 0 && key->len < 60;
}

/* A line below a key: an item, or a pair of a map. */
static void
read_inner(struct text_page *page, struct str file, struct node_pair *pair,
           struct str s)
{
    struct str key = STR(""), value = s;
    if (str_starts(s, STR("- ")))
        value = s = str_trim(str_slice(s, 2, s.len));
    (void)read_pair(s, ':', &key, &value);
    value = without_quotes(value);
    if (!value.len)
        return;
    if (pair->value->kind == NODE_SCALAR)
        pair->value = make(page, NODE_MAP, file, s);
    *list_add(page->arena, &pair->value->pairs) = (struct node_pair){
        key, pair->value->span, make(page, NODE_SCALAR, file, value)};
}

static void
read_block(struct text_page *page, struct str file, struct str block, char sign)
{
    struct node_pair *pair = NULL;
    for (size_t at = 0; at < block.len;) {
        struct str line = next_line(block, &at).text, key, value;
        struct str s = str_trim(line);
        bool is_inner = s.len && (ascii_is_blank(*line.at) || *s.at == '-');
        if (!s.len || *s.at == '#')
            continue;
        if (is_inner && pair) {
            read_inner(page, file, pair, s);
            continue;
        }
        if (!read_pair(s, sign, &key, &value)) {
            key = STR("");
            value = s;
        }
        /* "> " and "|": the text stands below. */
        if (value.len <= 2 && value.len && strchr(">|", *value.at))
            value.len = 0;
        pair = list_add(page->arena, &page->front->pairs);
        *pair = (struct node_pair){key, page->front->span,
                                   make(page, NODE_SCALAR, file, value)};
    }
}

/* Where the block begins and ends; the byte behind it, 0: there is none. */
static size_t
find_block(struct str text, struct str *block, struct str *fence)
{
    size_t at = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0, end = 0;
    while (at < text.len && ascii_is_space(text.at[at]))
        at++;
    struct front_line first = next_line(text, &at);
    *fence = str_trim(first.text);
    if (!str_is(*fence, "---") && !str_is(*fence, "+++"))
        return 0;
    size_t behind = block_end(text, at, *fence, &end);
    *block = str_slice(text, at, end);
    return behind;
}

size_t
text_front_end(struct str text)
{
    struct str block, fence;
    return find_block(text, &block, &fence);
}

size_t
text_front_read(struct text_page *page, struct str text)
{
    struct str block, fence;
    size_t behind = find_block(text, &block, &fence);
    if (!behind)
        return 0;
    page->front = make(page, NODE_MAP, text, block);
    read_block(page, text, block, *fence.at == '+' ? '=' : ':');
    return behind;
}

/* ---- into the native tree ------------------------------------------------ */

static bool
front_put(struct text_conversion *t, struct str key, const struct node *value)
{
    const char *network;
    enum contact_field field = contact_label(t->c->arena, key, &network);
    struct str s =
        text_trim_signs(text_unmarked(t->c->arena, value->text, NULL));
    if (field == CONTACT_NONE) {
        if (contact_is_email(s))
            field = CONTACT_EMAIL;
        else if (contact_is_url(s) && contact_network(s))
            field = CONTACT_PROFILE;
        else
            return false;
    }
    if (field == CONTACT_SUMMARY) {
        text_paragraph_add(t, &t->summary, value, value->text);
        return true;
    }
    if (field == CONTACT_LANGUAGE) {
        struct str guess;
        struct str tag = locale_tag(t->c->arena, s, &guess);
        return tag.len &&
               native_text(t->c, t->c->native, "language", value, tag) != NULL;
    }
    return contact_put(t, field, network, value, s);
}

static void
front_tell(struct text_conversion *t, const struct node *value, struct str key)
{
    struct finding *finding;
    if (!foreign_says(value))
        return;
    finding = finding_add(t->c->findings, CODE_I106, value->span,
                          "`%.*s: %.*s` is for another program.", STR_ARG(key),
                          STR_ARG(value->text));
    finding->path = foreign_path(t->c, value);
    foreign_take(t->c, value);
}

/* "title: Jane Doe - Resume": the name, when nothing else gives it. */
static bool
front_title(struct text_conversion *t, struct str key, const struct node *value)
{
    struct str s = value->text;
    if (!str_is(key, "title") || node_get(text_basics(t), "name"))
        return false;
    if (text_is_paper(t->page, s)) {
        foreign_take(t->c, value);
        return true;
    }
    return false;
}

void
text_front_convert(struct text_conversion *t)
{
    const struct node *front = t->page->front;
    if (!front)
        return;
    for (size_t i = 0; i < front->pairs.count; i++) {
        const struct node_pair *pair = &front->pairs.at[i];
        const struct node *value = pair->value;
        if (value->kind == NODE_SCALAR) {
            if (front_put(t, pair->key, value) ||
                front_title(t, pair->key, value))
                foreign_take(t->c, value);
            else
                front_tell(t, value, pair->key);
            continue;
        }
        for (size_t k = 0; k < value->pairs.count; k++) {
            const struct node_pair *inner = &value->pairs.at[k];
            if (front_put(t, inner->key, inner->value))
                foreign_take(t->c, inner->value);
            else
                front_tell(t, inner->value,
                           inner->key.len ? inner->key : pair->key);
        }
    }
}
