/* RenderCV's Markdown: bold, emphasis, code, links, and bullets below bullets.
 */
#include "rendercv.h"

#include "load/markdown.h"

/* ---- words --------------------------------------------------------------- */

static bool
has_markup(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (str_find_byte(STR("*_[`\\"), text.at[i], 0) != SIZE_MAX)
            return true;
    return false;
}

bool
rendercv_has_link(struct str markdown)
{
    return str_find(markdown, STR("]("), 0) != SIZE_MAX;
}

static void
find_links(const struct prose *prose, struct str *url, bool *more)
{
    for (size_t i = 0; i < prose->runs.count; i++) {
        struct str address = prose->runs.at[i].url;
        if (!address.len || str_equal(address, *url))
            continue;
        *more |= url->len > 0;
        if (!url->len)
            *url = address;
    }
}

struct str
rendercv_words(struct conversion *c, struct str markdown, struct str *url,
               bool *more)
{
    *url = (struct str){NULL, 0};
    *more = false;
    if (!has_markup(markdown))
        return markdown;
    struct node *node = ARENA_NEW(c->arena, struct node);
    node->text = markdown;
    node->span = c->foreign->span;
    node->is_made = true;
    struct prose prose =
        markdown_read(c->arena, findings_beside(c->findings), node,
                      &(struct prose_options){.one_line = true});
    find_links(&prose, url, more);
    return str_trim(prose.plain);
}

static void
lose_link(struct conversion *c, const struct node *from, struct str url)
{
    finding_help(foreign_report(c, CODE_I101, from,
                                "the address of a link has no place here: "
                                "\"%.*s\"",
                                STR_ARG(url)),
                 "Write it in a summary or a bullet.");
}

void
rendercv_put_words(struct conversion *c, struct node *native,
                   const struct node *from, const char *to, const char *url_to)
{
    struct str url;
    bool more;
    if (!from)
        return;
    struct str words = rendercv_words(c, convert_line(c, from), &url, &more);
    (void)native_text(c, native, to, from, words);
    if (url.len && url_to && !node_get(native, url_to))
        (void)native_text(c, native, url_to, from, url);
    else if (url.len)
        lose_link(c, from, url);
    if (more)
        native_note(c, native, "a second address was in: %.*s",
                    STR_ARG(foreign_shown(c, from->text, 300)));
}

bool
rendercv_label(struct str text, struct str *label, struct str *rest)
{
    text = str_trim(text);
    if (!str_starts(text, STR("**")))
        return false;
    size_t end = str_find(text, STR("**"), 2);
    if (end == SIZE_MAX || end == 2)
        return false;
    *label = str_slice(text, 2, end);
    *rest = str_slice(text, end + 2, text.len);
    bool has_colon = str_ends(*label, STR(":"));
    if (has_colon)
        label->len--;
    else if (str_starts(*rest, STR(":")))
        *rest = str_slice(*rest, 1, rest->len);
    else
        return false;
    *rest = str_trim(*rest);
    *label = str_trim(*label);
    return label->len > 0 && rest->len > 0 &&
           str_find_byte(*label, '*', 0) == SIZE_MAX;
}

/* ---- prose --------------------------------------------------------------- */

/* "Led team: grew 3 to 28" without quotes is a mapping to YAML, and was a
   sentence to the person. */
static struct str
map_as_text(struct conversion *c, const struct node *map)
{
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        if (out.len)
            buf_add_text(&out, ", ");
        buf_print(&out, "%.*s: %.*s", STR_ARG(pair->key),
                  STR_ARG(foreign_words(c, pair->value, ", ")));
    }
    return str_trim(buf_str(&out));
}

/* "\textbf", "$$", "#text(" at that sign. */
static bool
is_command(struct str text, size_t i)
{
    char next = i + 1 < text.len ? text.at[i + 1] : ' ';
    size_t end = i + 1;
    if (text.at[i] == '$')
        return next == '$';
    while (end < text.len && ascii_is_alpha(text.at[end]))
        end++;
    if (text.at[i] == '\\')
        return end > i + 2;
    return end > i + 1 && end < text.len &&
           (text.at[end] == '(' || text.at[end] == '[');
}

/* Commands of LaTeX, Typst and formulas are typeset by RenderCV only. */
static bool
has_command(struct str text)
{
    static const char signs[] = {'\\', '$', '#'};
    for (size_t s = 0; s < sizeof signs; s++) {
        size_t at = str_find_byte(text, signs[s], 0);
        for (; at != SIZE_MAX; at = str_find_byte(text, signs[s], at + 1))
            if (is_command(text, at))
                return true;
    }
    return false;
}

static void
tell_commands(struct conversion *c, const struct node *node, struct str text)
{
    if (node->kind == NODE_SCALAR && has_command(text))
        finding_help(foreign_report(c, CODE_I107, node,
                                    "Commands of LaTeX or Typst stay as they "
                                    "are typed: \"%.*s\"",
                                    STR_ARG(foreign_shown(c, node->text, 300))),
                     "Write the words or the signs themselves.");
}

struct str
rendercv_prose(struct conversion *c, const struct node *node)
{
    if (!node || node->is_null)
        return (struct str){NULL, 0};
    if (node->kind == NODE_MAP)
        return map_as_text(c, node);
    struct str text = convert_prose(c, node);
    tell_commands(c, node, text);
    return text;
}

/* ---- bullets ------------------------------------------------------------- */

/* Our own writer keeps a hyphen between blanks with a blank that does not
   break, so that RenderCV does not take it for a bullet. */
static struct str
with_dashes(struct arena *arena, struct str text)
{
    struct str kept = STR(" -\xC2\xA0");
    if (str_find(text, STR("-\xC2\xA0"), 0) == SIZE_MAX)
        return text;
    struct buf out = buf_new(arena);
    for (size_t from = 0; from < text.len;) {
        size_t at = str_find(text, kept, from);
        buf_add(&out, str_slice(text, from, at));
        if (at != SIZE_MAX)
            buf_add_text(&out, " - ");
        from = at == SIZE_MAX ? text.len : at + kept.len;
    }
    return buf_str(&out);
}

/* The lines of a text as they stand in the file: YAML makes one line of them
   where no quotes keep them apart. */
static struct str
as_typed(struct conversion *c, const struct node *node, struct str text)
{
    const struct sources *sources = findings_sources(c->findings);
    bool is_plain = node->kind == NODE_SCALAR && node->style == SCALAR_PLAIN &&
                    node->span.source < sources_count(sources);
    if (!is_plain || !str_equal(node->text, text))
        return text;
    return str_slice(source_text(sources, node->span.source), node->span.from,
                     node->span.to);
}

/* "supervised 10\n- 15 students" is a span of figures that was wrapped. */
static bool
is_sub_bullet(struct str before, struct str line)
{
    if (!str_starts(line, STR("- ")))
        return false;
    bool ends = before.len && ascii_is_digit(before.at[before.len - 1]);
    return !(ends && line.len > 2 && ascii_is_digit(line.at[2]));
}

static void
add_bullet(struct conversion *c, struct node *list, const struct node *from,
           struct buf *bullet, size_t below)
{
    struct str text = str_trim(buf_str(bullet));
    if (!text.len)
        return;
    struct node *node = native_item_text(
        c, list, from, with_dashes(c->arena, str_copy(c->arena, text)));
    if (below == 1)
        native_note(c, node, "stood below the line before it");
    bullet->len = 0;
}

static bool
has_lines_below(struct str text)
{
    if (str_find(text, STR("- "), 0) == SIZE_MAX)
        return false;
    struct str before = str_cut(&text, '\n');
    while (text.len) {
        struct str line = str_trim(str_cut(&text, '\n'));
        if (is_sub_bullet(str_trim(before), line))
            return true;
        before = line;
    }
    return false;
}

static void
add_lines(struct conversion *c, struct node *list, const struct node *from,
          struct str text)
{
    struct buf bullet = buf_new(c->arena);
    size_t below = 0; /* which of those below a line, from 1 */
    while (text.len) {
        struct str line = str_trim(str_cut(&text, '\n'));
        if (is_sub_bullet(buf_str(&bullet), line)) {
            add_bullet(c, list, from, &bullet, below);
            line = str_trim(str_slice(line, 2, line.len));
            below++;
        }
        if (bullet.len && line.len)
            buf_add_byte(&bullet, ' ');
        buf_add(&bullet, line);
    }
    add_bullet(c, list, from, &bullet, below);
}

static void
add_highlight(struct conversion *c, struct node *list, const struct node *node)
{
    if (node->kind == NODE_LIST) {
        for (size_t i = 0; i < node->items.count; i++)
            add_highlight(c, list, node->items.at[i]);
        return;
    }
    struct str text = rendercv_prose(c, node);
    struct str typed = as_typed(c, node, text);
    if (has_lines_below(typed))
        add_lines(c, list, node, typed);
    else if (str_find_byte(text, '\n', 0) != SIZE_MAX)
        add_lines(c, list, node, text);
    else if (text.len)
        (void)native_item_text(c, list, node, with_dashes(c->arena, text));
    foreign_take(c, node);
}

void
rendercv_put_highlights(struct conversion *c, struct node *native,
                        const struct node *from, const char *to)
{
    if (!from)
        return;
    if (foreign_has_words(from))
        add_highlight(c, native_list(c, native, to, from), from);
    foreign_take(c, from);
}
