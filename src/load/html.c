/*
 * One pass over the tags. What is open stands in a list of fixed length;
 * deeper elements do nothing to their text. A tree is not needed to tell
 * paragraphs apart, and building one as the standard says takes quadratic time
 * on files that nest without end.
 */
#include "load/html.h"

#include <string.h>

#include "html_parts.h"

#define OPEN_LIMIT 256

struct open_element {
    struct str name;
    unsigned traits;
    unsigned level;  /* of h1 to h6 */
    unsigned column; /* a row's next one */
    bool drops, is_page;
    bool has_text; /* a row, a table, an item: its first block was made */
};

struct html_reader {
    struct arena *arena;
    struct str text;
    size_t at;
    size_t line, line_at; /* number of the line, counted up to a byte */
    struct open_element open[OPEN_LIMIT];
    size_t depth, beyond; /* open ones in the list, and more than fit */
    size_t dropping, paging, bolding, linking, forming;
    struct buf words;
    size_t words_at; /* where they begin in the text */
    size_t bold, linked;
    bool gap, bold_ended;
    struct html_page page;
};

static size_t
line_of(struct html_reader *r, size_t at)
{
    while (r->line_at < at) {
        const char *end =
            memchr(r->text.at + r->line_at, '\n', at - r->line_at);
        if (!end)
            break;
        r->line++;
        r->line_at = (size_t)(end - r->text.at) + 1;
    }
    return r->line;
}

/* ---- words ------------------------------------------------------------- */

static void
begin_words(struct html_reader *r)
{
    if (!r->words.len)
        r->words_at = r->at;
    if (r->gap && r->words.len)
        buf_add_byte(&r->words, ' ');
    r->gap = false;
}

/* How many bytes at `at` are a blank of another kind (no-break, thin), or no
   character that is seen (joiners, the soft hyphen). */
static size_t
odd_blank(struct str s, size_t at, bool *is_gap)
{
    unsigned char a = (unsigned char)s.at[at];
    unsigned char b = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;
    unsigned char c = at + 2 < s.len ? (unsigned char)s.at[at + 2] : 0;
    *is_gap = true;
    if (a == 0xC2 && b == 0xA0)
        return 2;
    if (a == 0xE2 && b == 0x80 && (c <= 0x8A || c == 0xAF || c == 0xA8))
        return 3;
    *is_gap = false;
    if (a == 0xC2 && b == 0xAD)
        return 2;
    if ((a == 0xE2 && b == 0x80 && c >= 0x8B && c <= 0x8F) ||
        (a == 0xEF && b == 0xBB && c == 0xBF))
        return 3;
    return 0;
}

static void
add_part(struct html_reader *r, struct str part)
{
    if (!part.len)
        return;
    begin_words(r);
    if (!r->bolding)
        r->bold_ended = true;
    buf_add(&r->words, part);
    if (!r->bold_ended)
        r->bold = r->words.len;
    if (r->linking)
        r->linked += part.len;
}

/* Words without tags and entities: blanks folded. */
static void
add_words(struct html_reader *r, struct str s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.at[i];
        bool is_gap = true;
        size_t odd = c <= ' ' ? 1 : 0;
        if (c == 0xC2 || c == 0xE2 || c == 0xEF)
            odd = odd_blank(s, i, &is_gap);
        if (!odd) {
            i++;
            continue;
        }
        add_part(r, str_slice(s, from, i));
        r->gap |= is_gap;
        from = i += odd;
    }
    add_part(r, str_slice(s, from, s.len));
}

/* ---- blocks ------------------------------------------------------------ */

static enum html_kind
kind_of(const struct html_reader *r, struct html_block *block)
{
    for (size_t i = r->depth; i-- > 0;) {
        const struct open_element *open = &r->open[i];
        block->level = open->level;
        if (open->level)
            return HTML_HEADING;
        if (open->traits & HTML_LI)
            return HTML_ITEM;
        if (open->traits & HTML_DT)
            return HTML_TERM;
        if (open->traits & HTML_DD)
            return HTML_DEFINITION;
        if (open->traits & (HTML_CELL | HTML_LIST | HTML_ROOT))
            break;
    }
    return HTML_PARAGRAPH;
}

static void
set_table(struct html_reader *r, struct html_block *block)
{
    for (size_t i = r->depth; i-- > 0;) {
        struct open_element *open = &r->open[i];
        bool first = !open->has_text;
        if (open->traits & HTML_CELL) {
            block->in_cell = true;
            block->column = open->column;
        } else if (open->traits & HTML_ROW) {
            block->begins_row = first;
            open->has_text = true;
        } else if (open->traits & HTML_TABLE) {
            block->begins_table = first;
            open->has_text = true;
            break;
        } else if (open->traits & HTML_LI) {
            block->begins_item |= first;
            open->has_text = true;
        }
    }
}

/* Ends the words that stand here. */
static void
end_block(struct html_reader *r)
{
    if (r->words.len) {
        struct html_block *block = list_add(r->arena, &r->page.blocks);
        *block = (struct html_block){
            .text = str_copy(r->arena, buf_str(&r->words)),
            .line = line_of(r, r->words_at),
            .bold = r->bold,
            .is_link = r->linked + 2 >= r->words.len && r->linked > 0,
            .is_page = r->paging > 0,
            .is_form = r->forming > 0,
        };
        block->kind = kind_of(r, block);
        set_table(r, block);
    }
    r->words.len = r->bold = r->linked = 0;
    r->gap = r->bold_ended = false;
}

/* ---- what attributes say ----------------------------------------------- */

/* The style says "display:none" or "visibility:hidden", blanks aside. */
static bool
style_hides(struct str style)
{
    char plain[256];
    size_t len = 0;
    for (size_t i = 0; i < style.len && len < sizeof plain; i++)
        if (!ascii_is_space(style.at[i]))
            plain[len++] = ascii_lower(style.at[i]);
    struct str s = {plain, len};
    return str_find(s, STR("display:none"), 0) != SIZE_MAX ||
           str_find(s, STR("visibility:hidden"), 0) != SIZE_MAX;
}

static bool
holds_one(struct str s, const struct str *list, size_t count)
{
    for (size_t i = 0; s.len && i < count; i++)
        if (str_holds_nocase(s, list[i]))
            return true;
    return false;
}

static bool
is_hidden(const struct html_attributes *a)
{
    static const struct str classes[] = {
        STR_INIT("visually-hidden"), STR_INIT("visuallyhidden"),
        STR_INIT("sr-only"),         STR_INIT("screen-reader"),
        STR_INIT("screenreader"),    STR_INIT("show-for-sr"),
        STR_INIT("offscreen"),       STR_INIT("skip-link")};
    return a->is_hidden || str_equal_nocase(a->aria_hidden, STR("true")) ||
           (a->style.len && style_hides(a->style)) ||
           holds_one(a->class_names, classes, sizeof classes / sizeof *classes);
}

/* Names that web designers give to what is around a posting. */
static bool
is_around(const struct html_attributes *a)
{
    static const struct str words[] = {
        STR_INIT("cookie"),       STR_INIT("consent-"),
        STR_INIT("breadcrumb"),   STR_INIT("navbar"),
        STR_INIT("site-header"),  STR_INIT("site-footer"),
        STR_INIT("global-nav"),   STR_INIT("page-footer"),
        STR_INIT("similar-jobs"), STR_INIT("similarjobs"),
        STR_INIT("related-jobs"), STR_INIT("relatedjobs"),
        STR_INIT("social-share"), STR_INIT("share-buttons"),
        STR_INIT("newsletter"),   STR_INIT("skip-to"),
        STR_INIT("job-alert"),    STR_INIT("jobalert")};
    static const struct str roles[] = {
        STR_INIT("navigation"), STR_INIT("contentinfo"),  STR_INIT("search"),
        STR_INIT("dialog"),     STR_INIT("menu"),         STR_INIT("button"),
        STR_INIT("alert"),      STR_INIT("complementary")};
    size_t count = sizeof words / sizeof *words;
    return holds_one(a->class_names, words, count) ||
           holds_one(a->id, words, count) ||
           (a->role.len &&
            str_among(a->role, roles, sizeof roles / sizeof *roles));
}

/* ---- what is open ------------------------------------------------------ */

static void
count_traits(struct html_reader *r, const struct open_element *open, int by)
{
    size_t step = (size_t)by;
    r->dropping += open->drops ? step : 0;
    r->paging += open->is_page ? step : 0;
    r->bolding += open->traits & HTML_BOLD ? step : 0;
    r->linking += open->traits & HTML_LINK ? step : 0;
    r->forming += open->traits & HTML_FORM ? step : 0;
}

static void
close_to(struct html_reader *r, size_t depth)
{
    while (r->depth > depth)
        count_traits(r, &r->open[--r->depth], -1);
}

/* Closes the innermost element that has one of the traits, unless a wall
   stands before it. */
static void
close_implied(struct html_reader *r, unsigned traits, unsigned wall)
{
    for (size_t i = r->depth; i-- > 0;) {
        if (r->open[i].traits & traits) {
            close_to(r, i);
            return;
        }
        if (r->open[i].traits & (wall | HTML_ROOT))
            return;
    }
}

/* What a start tag ends without saying so. */
static void
close_before(struct html_reader *r, unsigned traits)
{
    if (traits & HTML_BLOCK)
        close_implied(r, HTML_P, HTML_SCOPE | HTML_LIST | HTML_LI);
    if (traits & HTML_LI)
        close_implied(r, HTML_LI, HTML_LIST | HTML_SCOPE);
    if (traits & (HTML_DT | HTML_DD))
        close_implied(r, HTML_DT | HTML_DD, HTML_LIST | HTML_SCOPE);
    if (traits & (HTML_CELL | HTML_ROW))
        close_implied(r, HTML_CELL, HTML_ROW | HTML_TABLE);
    if (traits & HTML_ROW)
        close_implied(r, HTML_ROW, HTML_TABLE);
}

static bool
is_in(const struct html_reader *r, unsigned trait)
{
    for (size_t i = r->depth; i-- > 0;)
        if (r->open[i].traits & trait)
            return true;
    return false;
}

static unsigned
next_column(struct html_reader *r)
{
    for (size_t i = r->depth; i-- > 0;) {
        if (r->open[i].traits & HTML_ROW)
            return r->open[i].column++;
        if (r->open[i].traits & HTML_TABLE)
            break;
    }
    return 0;
}

static void
open_element(struct html_reader *r, const struct html_tag *tag, unsigned traits)
{
    struct open_element open = {.name = tag->name, .traits = traits};
    if (r->depth == OPEN_LIMIT) {
        r->beyond++;
        return;
    }
    if (traits & HTML_H)
        open.level = (unsigned)(tag->name.at[1] - '0');
    if (traits & HTML_CELL)
        open.column = next_column(r);
    open.drops = traits & HTML_DROPS || is_hidden(&tag->attributes);
    open.is_page = traits & HTML_PAGE ||
                   (!(traits & HTML_ROOT) && is_around(&tag->attributes)) ||
                   (traits & HTML_HEADER && !is_in(r, HTML_MAIN));
    r->open[r->depth++] = open;
    count_traits(r, &open, 1);
}

static void
close_element(struct html_reader *r, struct str name, unsigned traits)
{
    bool crosses = traits & (HTML_SCOPE | HTML_ROW | HTML_ROOT) ||
                   str_equal_nocase(name, STR("tbody"));
    if (r->beyond) {
        r->beyond--;
        return;
    }
    for (size_t i = r->depth; i-- > 0;) {
        if (str_equal_nocase(r->open[i].name, name)) {
            close_to(r, i);
            return;
        }
        if (!crosses && r->open[i].traits & HTML_SCOPE)
            return;
    }
}

/* ---- tags -------------------------------------------------------------- */

static void
read_meta(struct html_reader *r, const struct html_attributes *a)
{
    struct str *to = NULL;
    if (str_equal_nocase(a->property, STR("og:title")))
        to = &r->page.shared_title;
    if (str_equal_nocase(a->property, STR("og:site_name")))
        to = &r->page.site_name;
    if (to && !to->len)
        *to = html_decode(r->arena, a->content);
}

/* The offset of the end tag of a raw element. */
static size_t
find_raw_end(struct str s, size_t from, struct str name)
{
    for (size_t i = str_find(s, STR("</"), from); i != SIZE_MAX;
         i = str_find(s, STR("</"), i + 2)) {
        struct str rest = str_slice(s, i + 2, i + 2 + name.len);
        if (str_equal_nocase(rest, name))
            return i;
    }
    return s.len;
}

static void
read_raw(struct html_reader *r, const struct html_tag *tag, unsigned traits)
{
    size_t end = find_raw_end(r->text, r->at, tag->name);
    struct str inner = str_slice(r->text, r->at, end);
    bool is_data = traits & HTML_SCRIPT &&
                   str_holds_nocase(tag->attributes.type, STR("ld+json"));
    if (is_data)
        *list_add(r->arena, &r->page.data) =
            (struct html_data){inner, line_of(r, r->at)};
    if (traits & HTML_TITLE && !r->dropping && !r->page.title.len)
        r->page.title = html_decode(r->arena, inner);
    r->at = end;
}

static void
read_tag(struct html_reader *r, const struct html_tag *tag)
{
    const struct html_element *element = html_element_find(tag->name);
    unsigned traits = element ? element->traits : 0;
    if (traits & (HTML_BLOCK | HTML_BREAK))
        end_block(r);
    if (traits & HTML_META && !tag->is_end)
        read_meta(r, &tag->attributes);
    if (traits & HTML_VOID)
        return;
    if (tag->is_end) {
        close_element(r, tag->name, traits);
        return;
    }
    close_before(r, traits);
    if (traits & HTML_RAW)
        read_raw(r, tag, traits);
    /* Outside of HTML proper, as in a picture. */
    else if (!(tag->closes_itself && !element))
        open_element(r, tag, traits);
}

/* ---- text -------------------------------------------------------------- */

static void
read_words(struct html_reader *r, size_t end)
{
    struct str s = str_slice(r->text, r->at, end);
    bool is_pre = is_in(r, HTML_PRE);
    for (size_t from = 0; from < s.len && !r->dropping;) {
        size_t i = from;
        while (i < s.len && s.at[i] != '&' && !(is_pre && s.at[i] == '\n'))
            i++;
        add_words(r, str_slice(s, from, i));
        from = i;
        r->at = (size_t)(s.at + from - r->text.at);
        if (i < s.len && s.at[i] == '\n') {
            end_block(r);
            from++;
        } else if (i < s.len) {
            struct buf letter = buf_new(r->arena);
            html_entity_add(&letter, s, &from);
            add_words(r, buf_str(&letter));
        }
    }
    r->at = end;
}

struct html_page
html_read(struct arena *arena, struct str text)
{
    struct html_reader *r = ARENA_NEW(arena, struct html_reader);
    *r = (struct html_reader){
        .arena = arena, .text = text, .line = 1, .words = buf_new(arena)};
    while (r->at < text.len) {
        struct html_tag tag;
        size_t next = str_find_byte(text, '<', r->at);
        if (next == r->at) {
            if (html_tag_read(text, &r->at, &tag))
                read_tag(r, &tag);
            else if (r->at == next)
                next = str_find_byte(text, '<', next + 1);
        }
        if (next != r->at && (next == SIZE_MAX || next > r->at))
            read_words(r, next == SIZE_MAX ? text.len : next);
    }
    end_block(r);
    return r->page;
}

struct str
html_decode(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text.len;) {
        size_t next = str_find_byte(text, '&', i);
        size_t end = next == SIZE_MAX ? text.len : next;
        buf_add(&out, str_slice(text, i, end));
        i = end;
        if (i < text.len)
            html_entity_add(&out, text, &i);
    }
    return str_trim(buf_str(&out));
}

/* ---- is it HTML? ------------------------------------------------------- */

bool
html_is_likely(struct str text)
{
    struct str head = str_slice(text, 0, 16384);
    size_t tags = 0, lines = 1;
    bool begins = str_starts(str_trim(str_slice(text, 0, 512)), STR("<"));
    if (str_find_byte(head, '<', 0) == SIZE_MAX)
        return false;
    for (size_t i = 0; i < head.len;) {
        struct html_tag tag;
        size_t from = i;
        lines += head.at[i] == '\n';
        if (head.at[i] != '<' || !html_tag_read(head, &i, &tag)) {
            i = i == from ? i + 1 : i;
            continue;
        }
        tags += html_element_find(tag.name) != NULL;
    }
    return tags > 0 && (begins || (tags >= 3 && tags * 3 >= lines));
}
