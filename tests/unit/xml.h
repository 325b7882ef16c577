/* XML read strictly enough to trust a file of ours: elements with names and
   attributes in order, texts with the five entities. What is not well-formed
   fails the test. Private to tests. */
#ifndef UNIT_XML_H
#define UNIT_XML_H

#include "base/buf.h"
#include "base/list.h"
#include "base/utf8.h"
#include "unit.h"

struct xml_attribute {
    struct str name, value;
};

struct xml {
    struct str name; /* "w:p"; empty: text */
    struct str text; /* of texts */
    struct xml *parent;
    LIST(struct xml_attribute) attributes;
    LIST(struct xml *) children;
};

static inline struct str
xml_get(const struct xml *of, const char *name)
{
    for (size_t i = 0; i < of->attributes.count; i++)
        if (str_is(of->attributes.at[i].name, name))
            return of->attributes.at[i].value;
    return (struct str){NULL, 0};
}

static inline bool
xml_is(const struct xml *of, const char *name)
{
    return str_is(of->name, name);
}

/* &amp; and its like; any other ampersand is wrong. */
static inline struct str
xml_unescape(struct arena *arena, struct str raw)
{
    static const struct {
        struct str name;
        char sign;
    } entities[] = {{STR_INIT("&amp;"), '&'},
                    {STR_INIT("&lt;"), '<'},
                    {STR_INIT("&gt;"), '>'},
                    {STR_INIT("&quot;"), '"'},
                    {STR_INIT("&apos;"), '\''}};
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < raw.len;) {
        size_t e = 0;
        struct str rest = str_slice(raw, i, raw.len);
        if (raw.at[i] != '&') {
            buf_add_byte(&out, raw.at[i++]);
            continue;
        }
        while (e < 5 && !str_starts(rest, entities[e].name))
            e++;
        assert_true(e < 5);
        buf_add_byte(&out, entities[e].sign);
        i += entities[e].name.len;
    }
    return buf_str(&out);
}

static inline bool
xml_is_name(char c)
{
    return ascii_is_alnum(c) || c == ':' || c == '_' || c == '-' || c == '.';
}

static inline struct str
xml_name(struct str text, size_t *at)
{
    size_t from = *at;
    while (*at < text.len && xml_is_name(text.at[*at]))
        ++*at;
    assert_true(*at > from);
    return str_slice(text, from, *at);
}

static inline void
xml_blanks(struct str text, size_t *at)
{
    while (*at < text.len && ascii_is_space(text.at[*at]))
        ++*at;
}

static inline void
xml_attributes(struct arena *arena, struct xml *of, struct str text, size_t *at)
{
    for (;;) {
        xml_blanks(text, at);
        if (*at >= text.len || !xml_is_name(text.at[*at]))
            return;
        struct str name = xml_name(text, at);
        assert_true(str_starts(str_slice(text, *at, text.len), STR("=\"")));
        *at += 2;
        size_t end = str_find_byte(text, '"', *at);
        assert_true(end != SIZE_MAX);
        struct str raw = str_slice(text, *at, end);
        assert_true(str_find_byte(raw, '<', 0) == SIZE_MAX);
        assert_null(xml_get(of, str_terminated(arena, name)).at);
        *list_add(arena, &of->attributes) =
            (struct xml_attribute){name, xml_unescape(arena, raw)};
        *at = end + 1;
    }
}

/* What follows "<"; gives the element that is open now. */
static inline struct xml *
xml_tag(struct arena *arena, struct xml *open, struct str text, size_t *at)
{
    if (text.at[*at] == '/') {
        ++*at;
        struct str name = xml_name(text, at);
        xml_blanks(text, at);
        assert_true(str_equal(name, open->name) && text.at[*at] == '>');
        ++*at;
        return open->parent;
    }
    struct xml *child = ARENA_NEW(arena, struct xml);
    *list_add(arena, &open->children) = child;
    child->parent = open;
    child->name = xml_name(text, at);
    xml_attributes(arena, child, text, at);
    bool is_closed = *at < text.len && text.at[*at] == '/';
    *at += is_closed;
    assert_true(*at < text.len && text.at[*at] == '>');
    ++*at;
    return is_closed ? open : child;
}

/* Gives the root. */
static inline struct xml *
xml_read(struct arena *arena, struct str text)
{
    struct xml *top = ARENA_NEW(arena, struct xml), *open = top;
    size_t at = str_find(text, STR("?>"), 0);
    assert_true(str_starts(text, STR("<?xml ")) && at != SIZE_MAX);
    assert_true(utf8_find_malformed(text) == SIZE_MAX);
    for (size_t i = 0; i < text.len; i++)
        assert_true((unsigned char)text.at[i] >= 0x20 || text.at[i] == '\n');
    for (at += 2; at < text.len;) {
        size_t end = str_find_byte(text, '<', at);
        end = end == SIZE_MAX ? text.len : end;
        if (end > at) {
            struct xml *words = ARENA_NEW(arena, struct xml);
            words->text = xml_unescape(arena, str_slice(text, at, end));
            words->parent = open;
            *list_add(arena, &open->children) = words;
        }
        at = end + 1;
        if (end < text.len)
            open = xml_tag(arena, open, text, &at);
    }
    assert_ptr_equal(open, top);
    for (size_t i = 0; i < top->children.count; i++)
        if (top->children.at[i]->name.len)
            return top->children.at[i];
    fail();
    return NULL;
}

typedef void xml_fn(void *context, const struct xml *of);

static inline void
xml_each(const struct xml *of, xml_fn *fn, void *context)
{
    fn(context, of);
    for (size_t i = 0; i < of->children.count; i++)
        xml_each(of->children.at[i], fn, context);
}

#endif
