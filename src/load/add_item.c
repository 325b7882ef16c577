#include "load/add_item.h"

#include "base/buf.h"
#include "diag/finding.h"
#include "load/yaml.h"

struct adding {
    struct arena *arena;
    struct str bytes;
    const struct node *root;
    const char *list;
    const struct item_field *fields;
    const char *eol;
    bool is_json; /* keys of the file stand in double quotes */
    size_t at;    /* where the new text goes */
    struct buf text;
    const char *problem;
};

static bool
refuse(struct adding *adding, const char *problem)
{
    adding->problem = problem;
    return false;
}

/* ---- values -------------------------------------------------------------- */

static bool
is_plain(struct str value)
{
    static const struct str words[] = {
        STR_INIT("null"), STR_INIT("true"), STR_INIT("false"),
        STR_INIT("yes"),  STR_INIT("no"),   STR_INIT("on"),
        STR_INIT("off"),  STR_INIT("y"),    STR_INIT("n")};
    bool plain = value.len > 0 && ascii_is_alpha(value.at[0]);
    for (size_t i = 0; plain && i < value.len; i++) {
        char c = value.at[i];
        plain = ascii_is_alnum(c) || (unsigned char)c >= 0x80 || c == '-' ||
                c == '_' || c == '/' || c == '.' ||
                (c == ' ' && i + 1 < value.len);
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        plain = plain && !str_equal_nocase(value, words[i]);
    return plain;
}

/* A whole number is one in every tool. */
static bool
is_number(struct str value)
{
    uint64_t number;
    return str_to_u64(value, &number) && (value.len == 1 || value.at[0] != '0');
}

static void
add_value(struct adding *adding, struct str value)
{
    struct buf *out = &adding->text;
    if (is_number(value) || (!adding->is_json && is_plain(value)) ||
        (!adding->is_json && str_starts(value, STR("./")) &&
         is_plain(str_slice(value, 2, value.len))))
        buf_add(out, value);
    else
        buf_add_json(out, value);
}

static void
add_key(struct adding *adding, const char *key)
{
    buf_print(&adding->text, adding->is_json ? "\"%s\": " : "%s: ", key);
}

/* "{name: a, pages: {resume: 2}}" */
static void
add_flow(struct adding *adding, const struct item_field *fields)
{
    buf_add_byte(&adding->text, '{');
    for (size_t i = 0; fields[i].key; i++) {
        if (i)
            buf_add_text(&adding->text, ", ");
        add_key(adding, fields[i].key);
        if (fields[i].parts)
            add_flow(adding, fields[i].parts);
        else
            add_value(adding, fields[i].value);
    }
    buf_add_byte(&adding->text, '}');
}

static void
add_blanks(struct adding *adding, size_t count)
{
    while (count--)
        buf_add_byte(&adding->text, ' ');
}

/* "- name: a", a line for each field; `gap` is from the dash to the key. */
static void
add_block(struct adding *adding, size_t column, size_t gap)
{
    for (size_t i = 0; adding->fields[i].key; i++) {
        const struct item_field *field = &adding->fields[i];
        if (i)
            buf_add_text(&adding->text, adding->eol);
        add_blanks(adding, i ? column + gap : column);
        if (!i) {
            buf_add_byte(&adding->text, '-');
            add_blanks(adding, gap - 1);
        }
        add_key(adding, field->key);
        if (field->parts)
            add_flow(adding, field->parts);
        else
            add_value(adding, field->value);
    }
}

static void
add_item(struct adding *adding, bool is_flow, size_t column, size_t gap)
{
    if (!is_flow) {
        add_block(adding, column, gap);
        return;
    }
    add_blanks(adding, column);
    buf_add_byte(&adding->text, '-');
    add_blanks(adding, gap - 1);
    add_flow(adding, adding->fields);
}

/* ---- places -------------------------------------------------------------- */

static size_t
line_start(struct str bytes, size_t at)
{
    while (at > 0 && bytes.at[at - 1] != '\n')
        at--;
    return at;
}

/* At its line feed, or the carriage return before that. */
static size_t
line_end(struct str bytes, size_t at)
{
    while (at < bytes.len && bytes.at[at] != '\n')
        at++;
    return at > 0 && at < bytes.len && bytes.at[at - 1] == '\r' ? at - 1 : at;
}

static size_t
next_line(struct str bytes, size_t at)
{
    while (at < bytes.len && bytes.at[at] != '\n')
        at++;
    return at < bytes.len ? at + 1 : at;
}

/* A mark of the order of bytes takes no column. */
static size_t
column_of(struct str bytes, size_t at)
{
    size_t from = line_start(bytes, at);
    if (from == 0 && str_starts(bytes, STR("\xef\xbb\xbf")) && at >= 3)
        from = 3;
    return at - from;
}

static size_t
first_word(struct str bytes, size_t from)
{
    while (from < bytes.len && bytes.at[from] == ' ')
        from++;
    return from;
}

static bool
is_blank_line(struct str bytes, size_t at)
{
    size_t word = first_word(bytes, line_start(bytes, at));
    return word >= bytes.len || bytes.at[word] == '\n' ||
           bytes.at[word] == '\r';
}

/* Where the words of a node end; a block's span may run on to what follows. */
static size_t
end_of_words(const struct node *node, size_t least)
{
    while (node->kind != NODE_SCALAR) {
        const struct node *last = NULL;
        if (node->kind == NODE_LIST && node->items.count)
            last = node->items.at[node->items.count - 1];
        if (node->kind == NODE_MAP && node->pairs.count)
            last = node->pairs.at[node->pairs.count - 1].value;
        if (!last || last->span.from < least)
            break;
        node = last;
    }
    return node->span.to;
}

/* ---- the list that is there ---------------------------------------------- */

/* Behind the last item of "[a, b]", on a line of its own where it has one. */
static bool
into_flow(struct adding *adding, const struct node *list)
{
    struct str bytes = adding->bytes;
    if (!list->items.count) {
        adding->at = list->span.from + 1;
        add_flow(adding, adding->fields);
        return true;
    }
    const struct node *last = list->items.at[list->items.count - 1];
    if (last->span.from < list->span.from || last->span.to > list->span.to)
        return refuse(adding, "the last entry is an alias of another place");
    adding->at = last->span.to;
    size_t column = column_of(bytes, last->span.from);
    size_t line = line_start(bytes, last->span.from);
    bool is_first = first_word(bytes, line) == last->span.from;
    buf_add_text(&adding->text, ",");
    buf_add_text(&adding->text, is_first ? adding->eol : " ");
    add_blanks(adding, is_first ? column : 0);
    add_flow(adding, adding->fields);
    return true;
}

/* Remarks that belong to the last item: deeper than its dash. */
static size_t
behind_remarks(struct str bytes, size_t end, size_t column)
{
    for (size_t line = next_line(bytes, end); line < bytes.len;
         line = next_line(bytes, line)) {
        size_t word = first_word(bytes, line);
        if (is_blank_line(bytes, line))
            continue;
        if (bytes.at[word] != '#' || word - line <= column)
            break;
        end = line_end(bytes, line);
    }
    return end;
}

/* From the dash to what it stands before. */
static size_t
dash_before(struct str bytes, size_t at, size_t least)
{
    while (at > least && bytes.at[at] != '-')
        at--;
    return at;
}

static bool
into_block(struct adding *adding, const struct node *list)
{
    struct str bytes = adding->bytes;
    const struct node *last = list->items.at[list->items.count - 1];
    if (last->span.from < list->span.from)
        return refuse(adding, "the last entry is an alias of another place");
    size_t dash = dash_before(bytes, last->span.from, list->span.from);
    size_t column = column_of(bytes, dash);
    size_t end = end_of_words(last, last->span.from);
    while (end > last->span.from && ascii_is_space(bytes.at[end - 1]))
        end--; /* of a block of text, the next line */
    bool is_flow = bytes.at[last->span.from] == '{';
    if (is_flow)
        end = last->span.to;
    size_t line = line_start(bytes, dash);
    bool is_spaced =
        list->items.count > 1 && line > 0 && is_blank_line(bytes, line - 1);
    size_t gap = last->span.from - dash;
    if (gap > 8 || gap < 2 || line_start(bytes, last->span.from) != line)
        gap = 2; /* an anchor or a remark behind the dash */
    adding->at = behind_remarks(bytes, line_end(bytes, end), column);
    buf_add_text(&adding->text, adding->eol);
    if (is_spaced)
        buf_add_text(&adding->text, adding->eol);
    add_item(adding, is_flow, column, gap);
    return true;
}

/* ---- no list yet --------------------------------------------------------- */

/* `variants:` with nothing behind it, or with a word for nothing. */
static bool
for_nothing(struct adding *adding, const struct node_pair *pair)
{
    struct str bytes = adding->bytes;
    size_t from = pair->value->span.from, to = pair->value->span.to;
    if (to > from)
        return refuse(adding,
                      "its key holds a word for nothing; take that away");
    size_t column = column_of(bytes, pair->key_span.from);
    adding->at = line_end(bytes, pair->key_span.to);
    buf_add_text(&adding->text, adding->eol);
    add_item(adding, false, column + 2, 2);
    return true;
}

/* `, "variants": [{...}]` before the brace that ends the file. */
static bool
into_flow_root(struct adding *adding)
{
    const struct node *root = adding->root;
    const struct node *last = root->pairs.at[root->pairs.count - 1].value;
    if (last->span.from < root->span.from || last->span.to > root->span.to)
        return refuse(adding, "the file ends with an alias");
    size_t key = root->pairs.at[root->pairs.count - 1].key_span.from;
    size_t line = line_start(adding->bytes, key);
    bool is_first = first_word(adding->bytes, line) == key;
    adding->at = last->span.to;
    buf_add_text(&adding->text, ",");
    buf_add_text(&adding->text, is_first ? adding->eol : " ");
    add_blanks(adding, is_first ? column_of(adding->bytes, key) : 0);
    add_key(adding, adding->list);
    buf_add_byte(&adding->text, '[');
    add_flow(adding, adding->fields);
    buf_add_byte(&adding->text, ']');
    return true;
}

/* Before a line of three points, else at the end. */
static size_t
end_of_document(struct str bytes)
{
    size_t end = bytes.len;
    for (size_t at = 0; at < bytes.len; at = next_line(bytes, at))
        if (str_starts(str_slice(bytes, at, bytes.len), STR("...")) &&
            (at + 3 == bytes.len || ascii_is_space(bytes.at[at + 3])))
            end = at;
    return end;
}

static bool
at_the_end(struct adding *adding)
{
    struct str bytes = adding->bytes;
    const struct node *root = adding->root;
    size_t key = root->pairs.at[root->pairs.count - 1].key_span.from;
    size_t column = column_of(bytes, key), line = line_start(bytes, key);
    adding->at = end_of_document(bytes);
    if (adding->at > 0 && bytes.at[adding->at - 1] != '\n')
        buf_add_text(&adding->text, adding->eol);
    bool is_spaced =
        root->pairs.count > 1 && line > 0 && is_blank_line(bytes, line - 1);
    if (is_spaced && !is_blank_line(bytes, adding->at ? adding->at - 1 : 0))
        buf_add_text(&adding->text, adding->eol);
    add_blanks(adding, column);
    buf_print(&adding->text, "%s:%s", adding->list, adding->eol);
    add_item(adding, false, column + 2, 2);
    buf_add_text(&adding->text, adding->eol);
    return true;
}

static bool
make_text(struct adding *adding)
{
    const struct node *root = adding->root;
    const struct node_pair *pair = node_find_pair(root, str_from(adding->list));
    bool is_flow = adding->bytes.at[root->span.from] == '{';
    adding->is_json =
        is_flow && adding->bytes.at[root->pairs.at[0].key_span.from] == '"';
    if (!pair)
        return is_flow ? into_flow_root(adding) : at_the_end(adding);
    const struct node *list = pair->value;
    if (list->span.source != root->span.source ||
        list->span.from < pair->key_span.to)
        return refuse(adding, "its key is an alias of another place");
    if (list->kind == NODE_SCALAR && list->is_null && !is_flow)
        return for_nothing(adding, pair);
    if (list->kind != NODE_LIST)
        return refuse(adding, "its key holds no list; write - name: ...");
    if (adding->bytes.at[list->span.from] == '[')
        return into_flow(adding, list);
    if (!list->items.count)
        return refuse(adding, "its key holds no list; write - name: ...");
    return into_block(adding, list);
}

/* ---- reading it again ---------------------------------------------------- */

static bool same_tree(const struct node *a, const struct node *b);

static bool
same_pairs(const struct node *a, const struct node *b)
{
    if (a->pairs.count != b->pairs.count)
        return false;
    for (size_t i = 0; i < a->pairs.count; i++)
        if (!str_equal(a->pairs.at[i].key, b->pairs.at[i].key) ||
            !same_tree(a->pairs.at[i].value, b->pairs.at[i].value))
            return false;
    return true;
}

/* As deep as the loader lets a file be. */
static bool
same_tree(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || a->is_null != b->is_null)
        return false;
    if (a->kind == NODE_SCALAR)
        return str_equal(a->text, b->text);
    if (a->kind == NODE_MAP)
        return same_pairs(a, b);
    if (a->items.count != b->items.count)
        return false;
    for (size_t i = 0; i < a->items.count; i++)
        if (!same_tree(a->items.at[i], b->items.at[i]))
            return false;
    return true;
}

static bool
is_item(const struct node *map, const struct item_field *fields)
{
    size_t count = 0;
    for (; fields[count].key; count++) {
        const struct item_field *field = &fields[count];
        const struct node *value = node_get(map, field->key);
        if (!value || (field->parts ? !is_item(value, field->parts)
                                    : !str_equal(value->text, field->value)))
            return false;
    }
    return map->kind == NODE_MAP && map->pairs.count == count;
}

static bool
is_longer(const struct node *before, const struct node *after,
          const struct item_field *fields)
{
    size_t count =
        before && before->kind == NODE_LIST ? before->items.count : 0;
    if (!after || after->kind != NODE_LIST || after->items.count != count + 1)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!same_tree(before->items.at[i], after->items.at[i]))
            return false;
    return is_item(after->items.at[count], fields);
}

static bool
says_the_same(const struct adding *adding, const struct node *after)
{
    const struct node *before = adding->root;
    struct str list = str_from(adding->list);
    const struct node_pair *pair = node_find_pair(before, list);
    if (!after || after->kind != NODE_MAP ||
        after->pairs.count != before->pairs.count + !pair)
        return false;
    for (size_t i = 0; i < before->pairs.count; i++) {
        const struct node_pair *was = &before->pairs.at[i];
        const struct node_pair *is = &after->pairs.at[i];
        if (!str_equal(was->key, is->key) ||
            (was != pair && !same_tree(was->value, is->value)))
            return false;
    }
    return is_longer(pair ? pair->value : NULL, node_get(after, adding->list),
                     adding->fields);
}

static const struct node *
load(struct arena *arena, struct str bytes, size_t *errors)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, STR(""), bytes);
    const struct node *root = yaml_load(arena, findings, source);
    *errors = findings_count(findings);
    return root;
}

struct added_item
yaml_add_item(struct arena *arena, struct str bytes, const char *list,
              const struct item_field *fields)
{
    struct adding adding = {
        .arena = arena, .bytes = bytes, .list = list, .fields = fields};
    struct added_item added = {.problem = "the file cannot be read"};
    size_t before, after;
    adding.text = buf_new(arena);
    adding.root = load(arena, bytes, &before);
    if (!adding.root || adding.root->kind != NODE_MAP ||
        !adding.root->pairs.count)
        return added;
    size_t line = line_end(bytes, 0);
    adding.eol = line < bytes.len && bytes.at[line] == '\r' ? "\r\n" : "\n";
    if (!make_text(&adding)) {
        added.problem = adding.problem;
        return added;
    }
    struct buf whole = buf_new(arena);
    buf_add(&whole, str_slice(bytes, 0, adding.at));
    buf_add(&whole, buf_str(&adding.text));
    buf_add(&whole, str_slice(bytes, adding.at, bytes.len));
    added.text = buf_str(&whole);
    const struct node *root = load(arena, added.text, &after);
    added.problem = after <= before && says_the_same(&adding, root)
                        ? NULL
                        : "more would have changed than one entry";
    return added;
}
