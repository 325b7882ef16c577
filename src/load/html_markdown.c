/*
 * HTML that people put into a text field, as Markdown. One pass; marks and
 * blanks wait until a word follows, so that "<b> x </b>" gives "**x**".
 */
#include <string.h>

#include "html_parts.h"
#include "load/html.h"
#include "load/markdown.h"

/* Longer tags are text: without a bound each < would be searched to the end. */
#define LONGEST_TAG ((size_t)4000)
#define LIST_LIMIT 8
#define LINK_LIMIT 8

enum inline_kind {
    INLINE_NONE, /* falls out, its text stays */
    INLINE_STRONG,
    INLINE_EMPHASIS,
    INLINE_CODE,
    INLINE_LINK,
    INLINE_IMAGE,
    INLINE_BREAK,
    INLINE_PARAGRAPH,
    INLINE_HEADING,
    INLINE_LIST,
    INLINE_NUMBERS,
    INLINE_ITEM,
    INLINE_CELL,
    INLINE_HIDDEN
};

static const struct {
    struct str name;
    enum inline_kind kind;
} inlines[] = {
    {STR_INIT("a"), INLINE_LINK},
    {STR_INIT("abbr"), INLINE_NONE},
    {STR_INIT("article"), INLINE_PARAGRAPH},
    {STR_INIT("b"), INLINE_STRONG},
    {STR_INIT("big"), INLINE_NONE},
    {STR_INIT("blockquote"), INLINE_PARAGRAPH},
    {STR_INIT("br"), INLINE_BREAK},
    {STR_INIT("center"), INLINE_PARAGRAPH},
    {STR_INIT("cite"), INLINE_EMPHASIS},
    {STR_INIT("code"), INLINE_CODE},
    {STR_INIT("dd"), INLINE_PARAGRAPH},
    {STR_INIT("del"), INLINE_NONE},
    {STR_INIT("div"), INLINE_PARAGRAPH},
    {STR_INIT("dl"), INLINE_PARAGRAPH},
    {STR_INIT("dt"), INLINE_PARAGRAPH},
    {STR_INIT("em"), INLINE_EMPHASIS},
    {STR_INIT("font"), INLINE_NONE},
    {STR_INIT("h1"), INLINE_HEADING},
    {STR_INIT("h2"), INLINE_HEADING},
    {STR_INIT("h3"), INLINE_HEADING},
    {STR_INIT("h4"), INLINE_HEADING},
    {STR_INIT("h5"), INLINE_HEADING},
    {STR_INIT("h6"), INLINE_HEADING},
    {STR_INIT("hr"), INLINE_PARAGRAPH},
    {STR_INIT("i"), INLINE_EMPHASIS},
    {STR_INIT("img"), INLINE_IMAGE},
    {STR_INIT("ins"), INLINE_NONE},
    {STR_INIT("kbd"), INLINE_CODE},
    {STR_INIT("li"), INLINE_ITEM},
    {STR_INIT("mark"), INLINE_NONE},
    {STR_INIT("ol"), INLINE_NUMBERS},
    {STR_INIT("p"), INLINE_PARAGRAPH},
    {STR_INIT("pre"), INLINE_PARAGRAPH},
    {STR_INIT("s"), INLINE_NONE},
    {STR_INIT("script"), INLINE_HIDDEN},
    {STR_INIT("section"), INLINE_PARAGRAPH},
    {STR_INIT("small"), INLINE_NONE},
    {STR_INIT("span"), INLINE_NONE},
    {STR_INIT("strike"), INLINE_NONE},
    {STR_INIT("strong"), INLINE_STRONG},
    {STR_INIT("style"), INLINE_HIDDEN},
    {STR_INIT("sub"), INLINE_NONE},
    {STR_INIT("sup"), INLINE_NONE},
    {STR_INIT("table"), INLINE_PARAGRAPH},
    {STR_INIT("tbody"), INLINE_NONE},
    {STR_INIT("td"), INLINE_CELL},
    {STR_INIT("th"), INLINE_CELL},
    {STR_INIT("thead"), INLINE_NONE},
    {STR_INIT("tr"), INLINE_PARAGRAPH},
    {STR_INIT("tt"), INLINE_CODE},
    {STR_INIT("u"), INLINE_NONE},
    {STR_INIT("ul"), INLINE_LIST},
};

/* What waits for the next word, the stronger above the weaker. */
enum gap { GAP_NONE, GAP_BLANK, GAP_BREAK, GAP_ITEM, GAP_PARAGRAPH };

struct link {
    struct str href;
    size_t from; /* where its text begins in what is written */
};

struct marker {
    struct arena *arena;
    struct buf out;
    bool is_words; /* without marks, in one line */
    bool has_blocks;
    enum gap gap;
    char opening[8]; /* marks that wait, bold as 'B' */
    size_t opening_count;
    unsigned strong, emphasis, code, hidden;
    unsigned numbers[LIST_LIMIT]; /* of a numbered list, 0: bullets */
    size_t depth;                 /* of lists */
    bool in_item;                 /* a word of the item is written */
    struct link links[LINK_LIMIT];
    size_t link_count;
};

/* ---- tags and entities --------------------------------------------------- */

/* The tag at `at` with its kind; false when it is text. */
static bool
tag_at(struct str text, size_t at, struct html_tag *tag, size_t *end,
       enum inline_kind *kind)
{
    struct str near = str_slice(text, 0, at + LONGEST_TAG);
    *end = at;
    if (str_starts(str_slice(near, at, near.len), STR("<!--"))) {
        size_t close = str_find(near, STR("-->"), at + 4);
        *kind = INLINE_NONE;
        *tag = (struct html_tag){0};
        *end = close == SIZE_MAX ? at : close + 3;
        return close != SIZE_MAX;
    }
    if (!html_tag_read(near, end, tag) || near.at[*end - 1] != '>')
        return false;
    for (size_t i = 0; i < sizeof inlines / sizeof *inlines; i++)
        if (str_equal_nocase(inlines[i].name, tag->name)) {
            *kind = inlines[i].kind;
            return true;
        }
    return false;
}

/* The byte behind the entity at `at`, or `at`. */
static size_t
entity_end(struct arena *arena, struct str text, size_t at, struct str *value)
{
    struct buf out = buf_new(arena);
    size_t end = at;
    html_entity_add(&out, text, &end);
    *value = buf_str(&out);
    return end > at + 1 && text.at[end - 1] == ';' ? end : at;
}

/* A blank or a letter stands behind most signs that are no markup. */
static bool
may_be_markup(struct str text, size_t at)
{
    char next = at + 1 < text.len ? text.at[at + 1] : ' ';
    if (text.at[at] == '<')
        return ascii_is_alpha(next) || next == '/' || next == '!';
    return text.at[at] == '&' && (ascii_is_alpha(next) || next == '#');
}

/* Letters and digits, then a semicolon. */
static bool
looks_like_entity(struct str text, size_t at)
{
    size_t end = at + 1 + (at + 1 < text.len && text.at[at + 1] == '#');
    size_t from = end;
    while (end < text.len && end - from < 10 && ascii_is_alnum(text.at[end]))
        end++;
    return end > from && end < text.len && text.at[end] == ';';
}

bool
html_has_markup(struct str text)
{
    struct html_tag tag;
    enum inline_kind kind;
    size_t end;
    if (!text.len ||
        (!memchr(text.at, '<', text.len) && !memchr(text.at, '&', text.len)))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if ((text.at[i] != '<' && text.at[i] != '&') || !may_be_markup(text, i))
            continue;
        if (text.at[i] == '&' ? looks_like_entity(text, i)
                              : tag_at(text, i, &tag, &end, &kind))
            return true;
    }
    return false;
}

/* ---- words --------------------------------------------------------------- */

static void
add_indent(struct marker *m, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        buf_add_text(&m->out, "  ");
}

static void
begin_item(struct marker *m)
{
    unsigned *number = &m->numbers[m->depth ? m->depth - 1 : 0];
    if (m->out.len)
        buf_add_byte(&m->out, '\n');
    add_indent(m, m->depth ? m->depth - 1 : 0);
    if (*number)
        buf_print(&m->out, "%u. ", (*number)++);
    else
        buf_add_text(&m->out, "- ");
}

static void
add_gap(struct marker *m)
{
    enum gap gap = m->gap;
    m->gap = GAP_NONE;
    if (m->is_words) {
        if (gap && m->out.len)
            buf_add_byte(&m->out, ' ');
        return;
    }
    if (gap == GAP_ITEM) {
        begin_item(m);
    } else if (m->out.len && gap == GAP_PARAGRAPH) {
        buf_add_text(&m->out, "\n\n");
        if (m->in_item)
            add_indent(m, m->depth);
    } else if (m->out.len && gap == GAP_BREAK) {
        buf_add_text(&m->out, "\\\n");
        add_indent(m, m->in_item ? m->depth : 0);
    } else if (m->out.len && gap == GAP_BLANK) {
        buf_add_byte(&m->out, ' ');
    }
    m->in_item = m->depth > 0;
}

static void
add_mark(struct marker *m, char mark)
{
    buf_add_text(&m->out, mark == 'B' ? "**" : mark == 'C' ? "`" : "*");
}

static void
add_waiting(struct marker *m)
{
    add_gap(m);
    for (size_t i = 0; i < m->link_count; i++)
        if (m->links[i].from == SIZE_MAX) {
            m->links[i].from = m->out.len;
            buf_add_byte(&m->out, '[');
        }
    for (size_t i = 0; i < m->opening_count; i++)
        add_mark(m, m->opening[i]);
    m->opening_count = 0;
}

/* Would be taken for a mark of Markdown. */
static bool
needs_escape(struct str text, size_t at)
{
    struct str name;
    switch (text.at[at]) {
    case '*':
    case '`':
        return true;
    case '_': {
        bool before = at > 0 && ascii_is_alnum(text.at[at - 1]);
        bool behind = at + 1 < text.len && ascii_is_alnum(text.at[at + 1]);
        return !(before && behind);
    }
    case '\\':
        return at + 1 < text.len && !ascii_is_alnum(text.at[at + 1]) &&
               text.at[at + 1] > ' ';
    case '[':
        return str_find(str_slice(text, 0, at + 500), STR("]("), at) !=
               SIZE_MAX;
    case '{':
        return placeholder_end(text, at, &name) > at;
    case '<':
        return at + 1 == text.len || may_be_markup(text, at);
    case '&':
        return looks_like_entity(text, at);
    default:
        return false;
    }
}

static void
add_word(struct marker *m, struct str text, size_t from, size_t to)
{
    add_waiting(m);
    for (size_t i = from; i < to; i++) {
        if (!m->is_words && !m->code && needs_escape(text, i))
            buf_add_byte(&m->out, '\\');
        buf_add_byte(&m->out, text.at[i]);
    }
}

static void
set_gap(struct marker *m, enum gap gap)
{
    if (gap > m->gap)
        m->gap = gap;
}

static void
add_text(struct marker *m, struct str text)
{
    if (m->hidden)
        return;
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        while (i < text.len && !ascii_is_space(text.at[i]))
            i++;
        if (i > from)
            add_word(m, text, from, i);
        while (i < text.len && ascii_is_space(text.at[i])) {
            bool is_line = text.at[i] == '\n' && !m->has_blocks;
            set_gap(m, is_line && m->gap == GAP_BREAK ? GAP_PARAGRAPH
                       : is_line                      ? GAP_BREAK
                                                      : GAP_BLANK);
            i++;
        }
    }
}

/* ---- marks --------------------------------------------------------------- */

static void
mark(struct marker *m, unsigned *count, char sign, bool is_end)
{
    if (m->is_words || (is_end && !*count))
        return;
    if (!is_end) {
        if ((*count)++ == 0 && m->opening_count < sizeof m->opening)
            m->opening[m->opening_count++] = sign;
        return;
    }
    if (--*count)
        return;
    for (size_t i = 0; i < m->opening_count; i++)
        if (m->opening[i] == sign) { /* nothing was in it */
            memmove(m->opening + i, m->opening + i + 1,
                    m->opening_count - i - 1);
            m->opening_count--;
            return;
        }
    add_mark(m, sign);
}

/* Marks do not reach over the end of a paragraph. */
static void
end_marks(struct marker *m)
{
    while (m->code)
        mark(m, &m->code, 'C', true);
    while (m->emphasis)
        mark(m, &m->emphasis, 'I', true);
    while (m->strong)
        mark(m, &m->strong, 'B', true);
}

static void
add_address(struct marker *m, struct str url)
{
    bool is_odd = str_find_byte(url, ' ', 0) != SIZE_MAX ||
                  str_find_byte(url, '(', 0) != SIZE_MAX ||
                  str_find_byte(url, ')', 0) != SIZE_MAX;
    buf_add_text(&m->out, is_odd ? "(<" : "(");
    buf_add(&m->out, url);
    buf_add_text(&m->out, is_odd ? ">)" : ")");
}

static void
end_link(struct marker *m)
{
    if (!m->link_count)
        return;
    struct link link = m->links[--m->link_count];
    if (link.from == SIZE_MAX) { /* no words: the address is the words */
        add_waiting(m);
        buf_add(&m->out, link.href);
        return;
    }
    struct str words = str_slice(buf_str(&m->out), link.from + 1, m->out.len);
    struct str bare = link.href;
    if (str_starts(bare, STR("mailto:")))
        bare = str_slice(bare, 7, bare.len);
    if (m->is_words && !str_equal(words, bare)) {
        buf_print(&m->out, " (%.*s)", STR_ARG(link.href));
    } else if (!m->is_words) {
        buf_add_byte(&m->out, ']');
        add_address(m, link.href);
    }
}

static void
begin_link(struct marker *m, const struct html_tag *tag)
{
    struct str href = html_decode(m->arena, tag->attributes.href);
    if (!href.len || href.at[0] == '#' || m->link_count == LINK_LIMIT)
        return;
    m->links[m->link_count++] = (struct link){href, SIZE_MAX};
    if (m->is_words) {
        add_gap(m);
        m->links[m->link_count - 1].from = m->out.len - (m->out.len > 0);
    }
}

static void
add_image(struct marker *m, const struct html_tag *tag)
{
    struct str alt = html_decode(m->arena, tag->attributes.alt);
    struct str src = tag->attributes.src;
    if (!alt.len && !src.len)
        return;
    add_waiting(m);
    if (m->is_words || !src.len || str_starts(src, STR("data:"))) {
        buf_add(&m->out, alt.len ? alt : STR("(picture)"));
        return;
    }
    buf_print(&m->out, "[%.*s]", STR_ARG(alt.len ? alt : src));
    add_address(m, src);
}

static void
change_list(struct marker *m, bool is_end, unsigned first)
{
    end_marks(m);
    if (is_end) {
        m->depth -= m->depth > 0;
        if (!m->depth) {
            set_gap(m, GAP_PARAGRAPH);
            m->in_item = false;
        }
        return;
    }
    if (m->depth < LIST_LIMIT)
        m->depth++;
    m->numbers[m->depth - 1] = first;
}

static void
take_tag(struct marker *m, const struct html_tag *tag, enum inline_kind kind)
{
    bool is_end = tag->is_end;
    switch (kind) {
    case INLINE_STRONG:
        mark(m, &m->strong, 'B', is_end);
        break;
    case INLINE_EMPHASIS:
        mark(m, &m->emphasis, 'I', is_end);
        break;
    case INLINE_CODE:
        mark(m, &m->code, 'C', is_end);
        break;
    case INLINE_LINK:
        if (is_end)
            end_link(m);
        else
            begin_link(m, tag);
        break;
    case INLINE_IMAGE:
        add_image(m, tag);
        break;
    case INLINE_BREAK:
        set_gap(m, m->gap == GAP_BREAK ? GAP_PARAGRAPH : GAP_BREAK);
        break;
    case INLINE_PARAGRAPH:
        end_marks(m);
        set_gap(m, m->depth ? GAP_BREAK : GAP_PARAGRAPH);
        break;
    case INLINE_HEADING:
        end_marks(m);
        set_gap(m, GAP_PARAGRAPH);
        if (!is_end)
            mark(m, &m->strong, 'B', false);
        break;
    case INLINE_LIST:
    case INLINE_NUMBERS:
        change_list(m, is_end, kind == INLINE_NUMBERS);
        break;
    case INLINE_ITEM:
        end_marks(m);
        m->gap = GAP_ITEM;
        if (is_end)
            m->gap = GAP_PARAGRAPH;
        break;
    case INLINE_CELL:
        set_gap(m, GAP_BLANK);
        break;
    case INLINE_HIDDEN:
        m->hidden += is_end ? (m->hidden ? -1u : 0) : 1;
        break;
    case INLINE_NONE:
        break;
    }
}

/* ---- the whole ----------------------------------------------------------- */

static void
convert(struct marker *m, struct str text)
{
    struct html_tag tag;
    enum inline_kind kind;
    struct str value;
    size_t from = 0, end;
    for (size_t i = 0; i < text.len;) {
        bool is_tag = text.at[i] == '<' && may_be_markup(text, i) &&
                      tag_at(text, i, &tag, &end, &kind);
        bool is_entity = text.at[i] == '&' && looks_like_entity(text, i);
        if (!is_tag && !is_entity) {
            i++;
            continue;
        }
        add_text(m, str_slice(text, from, i));
        if (is_tag) {
            take_tag(m, &tag, kind);
        } else if ((end = entity_end(m->arena, text, i, &value)) > i) {
            add_text(m, str_equal(value, STR("\xC2\xA0")) ? STR(" ") : value);
        } else {
            end = i + 1;
            add_text(m, STR("&"));
        }
        from = i = end;
    }
    add_text(m, str_slice(text, from, text.len));
    end_marks(m);
    while (m->link_count)
        end_link(m);
}

/* Line breaks are blanks in a text that makes its lines by tags. */
static bool
has_block_tags(struct str text)
{
    struct html_tag tag;
    enum inline_kind kind;
    size_t end;
    for (size_t i = str_find_byte(text, '<', 0); i != SIZE_MAX;
         i = str_find_byte(text, '<', i + 1))
        if (may_be_markup(text, i) && tag_at(text, i, &tag, &end, &kind) &&
            kind >= INLINE_BREAK)
            return true;
    return false;
}

static struct str
convert_as(struct arena *arena, struct str html, bool is_words)
{
    struct marker m = {.arena = arena,
                       .out = buf_new(arena),
                       .is_words = is_words,
                       .has_blocks = has_block_tags(html)};
    if (!html_has_markup(html))
        return html;
    convert(&m, html);
    return buf_str(&m.out);
}

struct str
html_to_markdown(struct arena *arena, struct str html)
{
    return convert_as(arena, html, false);
}

struct str
html_to_words(struct arena *arena, struct str html)
{
    return convert_as(arena, html, true);
}
