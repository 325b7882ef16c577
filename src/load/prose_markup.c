/*
 * cmark's tree into prose. Its columns are 1-based bytes and wrong on
 * indented lines, soft breaks have none at all, and escapes are gone: so a
 * column is only where the search for a text begins, and what is found is
 * compared byte by byte.
 */
#include "prose_walk.h"

/* Steps that the search for texts may take in one field. */
#define SEARCH_LIMIT 1000000

/* ---- texts ------------------------------------------------------------- */

static bool
is_punctuation(char c)
{
    return c > ' ' && c < 0x7F && !ascii_is_alnum(c);
}

/* Does `literal` stand at `at`? *end is the byte behind it. Each escape gives
   the offset of its backslash to `escape`, which may be NULL. */
static bool
stands_at(const struct walk *walk, struct str literal, size_t at, bool is_code,
          size_t *end)
{
    struct str text = walk->prepared->text;

    for (size_t i = 0; i < literal.len; i++, at++) {
        if (!is_code && at + 1 < text.len && text.at[at] == '\\' &&
            is_punctuation(text.at[at + 1]))
            at++;
        if (at >= text.len)
            return false;
        if (text.at[at] != literal.at[i] &&
            !(is_code && literal.at[i] == ' ' && text.at[at] == '\n'))
            return false;
    }
    *end = at;
    return true;
}

/* Where `literal` was written, SIZE_MAX when it cannot be found. */
static size_t
find_literal(struct walk *walk, struct str literal, size_t claimed,
             bool is_code, size_t *end)
{
    if (stands_at(walk, literal, claimed, is_code, end))
        return claimed;
    for (size_t at = walk->cursor; at < walk->prepared->text.len; at++) {
        if (++walk->steps > SEARCH_LIMIT)
            break;
        if (stands_at(walk, literal, at, is_code, end))
            return at;
    }
    return SIZE_MAX;
}

static unsigned
style_now(const struct walk *walk)
{
    return (walk->emphasis > 0 ? (unsigned)PROSE_EMPHASIS : 0) |
           (walk->strong > 0 ? (unsigned)PROSE_STRONG : 0);
}

static struct str
url_now(const struct walk *walk)
{
    return walk->urls.count > 0 ? walk->urls.at[walk->urls.count - 1]
                                : (struct str){0};
}

/* Adds bytes from..to of the prepared text without the backslashes of its
   escapes. */
static void
add_range(struct walk *walk, size_t from, size_t to, unsigned style,
          bool is_code)
{
    struct str text = walk->prepared->text, url = url_now(walk);
    size_t begin = from;

    for (size_t at = from; at < to; at++) {
        bool escapes = !is_code && text.at[at] == '\\' && at + 1 < to &&
                       is_punctuation(text.at[at + 1]);
        bool breaks = text.at[at] == '\n';
        size_t raw;

        if (!escapes && !breaks)
            continue;
        prose_add_prepared(walk->writer, walk->prepared, begin, at, style, url);
        raw = prepared_raw(walk->prepared, at);
        if (breaks)
            prose_add(walk->writer, STR(" "), style, url, raw, raw + 1, false);
        begin = at + 1;
        at += escapes;
    }
    prose_add_prepared(walk->writer, walk->prepared, begin, to, style, url);
    walk->cursor = to;
}

static void
add_literal(struct walk *walk, cmark_node *node, const char *literal,
            unsigned style)
{
    struct str text = literal != NULL ? str_from(literal) : (struct str){0};
    bool is_code = (style & PROSE_CODE) != 0;
    size_t end, at;

    at =
        find_literal(walk, text, walk_claimed_start(walk, node), is_code, &end);
    if (at != SIZE_MAX) {
        add_range(walk, at, end, style | style_now(walk), is_code);
        return;
    }
    /* Not where it should be: the text is kept, the place is the cursor's. */
    at = prepared_raw(walk->prepared, walk->cursor);
    prose_add(walk->writer, str_copy(walk->job->arena, text),
              style | style_now(walk), url_now(walk), at, at, false);
}

static void
add_break(struct walk *walk, struct str mark)
{
    struct str text = walk->prepared->text;
    size_t end = str_find_byte(text, '\n', walk->cursor);
    size_t from = prepared_raw(walk->prepared, walk->cursor), to;

    if (end == SIZE_MAX)
        end = walk->cursor;
    else
        end++;
    to = prepared_raw(walk->prepared, end);
    prose_add(walk->writer, mark, style_now(walk), url_now(walk), from,
              to > from ? to : from, false);
    walk->cursor = end;
}

/* ---- links ------------------------------------------------------------- */

static const char *const link_schemes[] = {"http", "https", "mailto", "tel"};

/* The part before the colon; empty for a relative address. */
static struct str
url_scheme(struct str url)
{
    for (size_t i = 0; i < url.len; i++) {
        char c = url.at[i];

        if (c == ':')
            return str_slice(url, 0, i);
        if (!ascii_is_alnum(c) && c != '+' && c != '-' && c != '.')
            break;
    }
    return (struct str){0};
}

static bool
is_link_allowed(struct str url)
{
    struct str scheme = url_scheme(url);

    if (str_is_empty(scheme))
        return !str_starts(url, STR(":"));
    for (size_t i = 0; i < sizeof link_schemes / sizeof link_schemes[0]; i++)
        if (str_equal_nocase(scheme, str_from(link_schemes[i])))
            return true;
    return false;
}

/* The address with placeholders filled in. */
static struct str
url_of(const struct walk *walk, const char *written)
{
    struct prepared url = *walk->prepared;
    struct buf out = buf_new(walk->job->arena);

    url.text = str_from(written != NULL ? written : "");
    if (str_starts(url.text, STR("www.")))
        buf_add_text(&out, "https://");
    for (size_t at = 0; at < url.text.len; at++) {
        const struct atom *atom = prepared_atom(&url, at);

        if (atom == NULL) {
            buf_add_byte(&out, url.text.at[at]);
        } else {
            buf_add(&out, atom->value);
            at += ATOM_LEN - 1;
        }
    }
    return buf_str(&out);
}

static void
begin_link(struct walk *walk, cmark_node *node)
{
    struct str url = url_of(walk, cmark_node_get_url(node));
    struct finding *finding;

    if (!is_link_allowed(url)) {
        finding =
            walk_report_link(walk, node, CODE_X046,
                             "This link leads neither to a web page nor to "
                             "an e-mail address or a phone; it is left out, "
                             "its text stays.");
        finding_help(finding, "Begin the address with https:// or mailto: or "
                              "tel:.");
        url = (struct str){0};
    }
    *list_add(walk->job->arena, &walk->urls) = url;
}

/* ---- blocks ------------------------------------------------------------ */

static void
begin_paragraph(struct walk *walk)
{
    unsigned depth = walk->depth;
    unsigned level = depth > LIST_DEPTH ? LIST_DEPTH : depth;

    if (!walk->item_begins || level == 0) {
        prose_begin_block(walk->writer, PROSE_PARAGRAPH, level, 0);
        return;
    }
    walk->item_begins = false;
    if (walk->numbered[level - 1])
        prose_begin_block(walk->writer, PROSE_NUMBERED, level - 1,
                          walk->numbers[level - 1]);
    else
        prose_begin_block(walk->writer, PROSE_BULLET, level - 1, 0);
}

static void
begin_list(struct walk *walk, cmark_node *node)
{
    unsigned level = walk->depth < LIST_DEPTH ? walk->depth : LIST_DEPTH - 1;
    int start = cmark_node_get_list_start(node);

    walk->depth++;
    walk->numbered[level] =
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    walk->numbers[level] = start > 0 ? (unsigned)start - 1 : 0;
}

static void
begin_item(struct walk *walk)
{
    unsigned level = walk->depth < LIST_DEPTH ? walk->depth : LIST_DEPTH;

    if (level == 0)
        return;
    walk->numbers[level - 1]++;
    walk->item_begins = true;
}

static void
add_code_block(struct walk *walk, cmark_node *node)
{
    struct str rest = str_from(cmark_node_get_literal(node));

    begin_paragraph(walk);
    while (rest.len > 0) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        size_t end, at = find_literal(walk, line, walk->cursor, true, &end);

        if (at != SIZE_MAX)
            add_range(walk, at, end, 0, true);
        if (rest.len > 0)
            add_break(walk, STR(" "));
    }
    prose_end_block(walk->writer);
}

/* ---- the walk ---------------------------------------------------------- */

static void
enter_block(struct walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST:
        begin_list(walk, node);
        break;
    case CMARK_NODE_ITEM:
        begin_item(walk);
        break;
    case CMARK_NODE_HEADING:
        walk_report_heading(walk, node);
        begin_paragraph(walk);
        break;
    case CMARK_NODE_PARAGRAPH:
        begin_paragraph(walk);
        break;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
        walk_report_code(walk, node);
        add_code_block(walk, node);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_THEMATIC_BREAK:
        walk_report_other(walk, node);
        break;
    default:
        break;
    }
}

static void
enter_inline(struct walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
        add_literal(walk, node, cmark_node_get_literal(node), 0);
        break;
    case CMARK_NODE_CODE:
        add_literal(walk, node, cmark_node_get_literal(node), PROSE_CODE);
        break;
    case CMARK_NODE_SOFTBREAK:
        add_break(walk, STR(" "));
        break;
    case CMARK_NODE_LINEBREAK:
        add_break(walk, STR("\342\200\250"));
        break;
    case CMARK_NODE_EMPH:
        walk->emphasis++;
        break;
    case CMARK_NODE_STRONG:
        walk->strong++;
        break;
    case CMARK_NODE_LINK:
        begin_link(walk, node);
        break;
    case CMARK_NODE_IMAGE:
        walk_report_image(walk, node);
        break;
    default:
        break;
    }
}

static void
leave(struct walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST:
        walk->depth--;
        break;
    case CMARK_NODE_ITEM:
        walk->item_begins = false;
        break;
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
        prose_end_block(walk->writer);
        break;
    case CMARK_NODE_EMPH:
        walk->emphasis--;
        break;
    case CMARK_NODE_STRONG:
        walk->strong--;
        break;
    case CMARK_NODE_LINK:
        walk->urls.count--;
        break;
    default:
        break;
    }
}

void
prose_add_markup(const struct prose_job *job, const struct prepared *prepared,
                 struct prose_writer *writer)
{
    struct walk walk = {.job = job, .prepared = prepared, .writer = writer};
    struct str text = prepared->text;
    cmark_node *document =
        cmark_parse_document(text.at, text.len, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(document);
    cmark_event_type event;

    walk_find_lines(&walk);
    walk_report_tables(&walk);
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);

        if (event == CMARK_EVENT_EXIT)
            leave(&walk, node);
        else if (cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK)
            enter_block(&walk, node);
        else
            enter_inline(&walk, node);
    }
    cmark_iter_free(iter);
    cmark_node_free(document);
}
