#include "tree.h"

#include "base/bug.h"
#include "base/list.h"
#include "value.h"

/*
 * What a tag holds, in reading order: marked content, annotations and the
 * tags below it, these where their first content stands. A tag enters its
 * parent's list when it, or a tag below it, first gets content.
 */
enum kid_kind { KID_CONTENT, KID_ANNOTATION, KID_TAG };

struct kid {
    enum kid_kind kind;
    size_t page;     /* of content and annotations */
    unsigned number; /* MCID, or object of the annotation */
    size_t tag;      /* number of the tag */
};

struct element {
    const struct tag *tag;
    unsigned object;
    size_t index;   /* among the parent's children */
    bool has_place; /* is in its parent's list */
    bool is_kept;   /* has content below it, or is a cell */
    LIST(struct kid) kids;
};

/* Tags by MCID on one page. */
struct page_content {
    LIST(size_t) tags;
};

struct tree {
    struct writer *writer;
    unsigned root;
    struct element *elements; /* by tag number */
    LIST(size_t) order;       /* tag numbers, parents first */
    struct page_content *pages;
    LIST(size_t) annotations; /* tag numbers, by StructParent */
};

/* Number tree nodes hold this many pages; readers search them by halves. */
#define NUMBERS_PER_NODE 64

static const struct str types[TAG_KINDS] = {
    [TAG_DOCUMENT] = STR_INIT("Document"),
    [TAG_SECTION] = STR_INIT("Sect"),
    [TAG_H1] = STR_INIT("H1"),
    [TAG_H2] = STR_INIT("H2"),
    [TAG_H3] = STR_INIT("H3"),
    [TAG_H4] = STR_INIT("H4"),
    [TAG_P] = STR_INIT("P"),
    [TAG_LIST] = STR_INIT("L"),
    [TAG_ITEM] = STR_INIT("LI"),
    [TAG_LABEL] = STR_INIT("Lbl"),
    [TAG_BODY] = STR_INIT("LBody"),
    [TAG_TABLE] = STR_INIT("Table"),
    [TAG_ROW] = STR_INIT("TR"),
    [TAG_HEADER] = STR_INIT("TH"),
    [TAG_CELL] = STR_INIT("TD"),
    [TAG_FIGURE] = STR_INIT("Figure"),
    [TAG_CAPTION] = STR_INIT("Caption"),
    [TAG_LINK] = STR_INIT("Link"),
    [TAG_SPAN] = STR_INIT("Span"),
    [TAG_QUOTE] = STR_INIT("BlockQuote"),
    [TAG_TOC] = STR_INIT("TOC"),
    [TAG_TOC_ITEM] = STR_INIT("TOCI"),
    [TAG_REFERENCE] = STR_INIT("Reference"),
    [TAG_NOTE] = STR_INIT("Note"),
};

static bool
holds_words(enum tag_kind kind)
{
    return kind == TAG_P || kind == TAG_SPAN || kind == TAG_LINK ||
           (kind >= TAG_H1 && kind <= TAG_H4);
}

struct str
tree_type(const struct tag *tag)
{
    if (tag->kind == TAG_QUOTE && tag->parent != NULL &&
        holds_words(tag->parent->kind))
        return STR("Quote"); /* a few words inside a paragraph */
    return types[tag->kind];
}

/* ---- collecting ------------------------------------------------------- */

static void
add_element(struct tree *tree, const struct tag *tag, size_t index)
{
    struct element *element = &tree->elements[tag->number];

    ENSURE(tag->number < tree->writer->pages->tag_count);
    ENSURE(element->tag == NULL);
    element->tag = tag;
    element->index = index;
    *list_add(tree->writer->arena, &tree->order) = tag->number;
}

struct tree *
tree_new(struct writer *writer)
{
    const struct pages *pages = writer->pages;
    struct tree *tree = ARENA_NEW(writer->arena, struct tree);

    tree->writer = writer;
    tree->root = haru_add_object(writer->haru);
    tree->elements =
        ARENA_ARRAY(writer->arena, pages->tag_count, struct element);
    tree->pages =
        ARENA_ARRAY(writer->arena, pages->at.count, struct page_content);
    ENSURE(pages->root != NULL);
    add_element(tree, pages->root, 0);
    for (size_t i = 0; i < tree->order.count; i++) {
        const struct tag *tag = tree->elements[tree->order.at[i]].tag;

        for (size_t k = 0; k < tag->children.count; k++)
            add_element(tree, tag->children.at[k], k);
    }
    return tree;
}

static struct element *
element_of(struct tree *tree, const struct tag *tag)
{
    ENSURE(tag->number < tree->writer->pages->tag_count);
    ENSURE(tree->elements[tag->number].tag == tag);
    return &tree->elements[tag->number];
}

/* Gives the tag and those above it their places. */
static void
take_place(struct tree *tree, const struct tag *tag)
{
    for (; tag != NULL; tag = tag->parent) {
        struct element *element = element_of(tree, tag);

        if (element->has_place)
            return;
        element->has_place = true;
        if (tag->parent != NULL)
            *list_add(tree->writer->arena,
                      &element_of(tree, tag->parent)->kids) =
                (struct kid){.kind = KID_TAG, .tag = tag->number};
    }
}

static void
add_kid(struct tree *tree, const struct tag *tag, struct kid kid)
{
    take_place(tree, tag);
    *list_add(tree->writer->arena, &element_of(tree, tag)->kids) = kid;
}

unsigned
tree_add_content(struct tree *tree, const struct tag *tag, size_t page)
{
    struct page_content *content = &tree->pages[page];
    unsigned mcid = (unsigned)content->tags.count;

    *list_add(tree->writer->arena, &content->tags) = tag->number;
    add_kid(tree, tag,
            (struct kid){.kind = KID_CONTENT, .page = page, .number = mcid});
    return mcid;
}

/* Keys of the parent tree: pages first, annotations behind them. */
size_t
tree_add_annotation(struct tree *tree, const struct tag *tag, size_t page,
                    unsigned object)
{
    size_t key = tree->writer->pages->at.count + tree->annotations.count;

    *list_add(tree->writer->arena, &tree->annotations) = tag->number;
    add_kid(
        tree, tag,
        (struct kid){.kind = KID_ANNOTATION, .page = page, .number = object});
    return key;
}

bool
tree_page_has_content(const struct tree *tree, size_t page)
{
    return tree->pages[page].tags.count > 0;
}

/* Empty cells stay, so that rows keep their width; other empty tags go. */
static void
choose_kept(struct tree *tree)
{
    for (size_t i = tree->order.count; i-- > 0;) {
        struct element *element = &tree->elements[tree->order.at[i]];
        enum tag_kind kind = element->tag->kind;

        if (element->has_place || kind == TAG_CELL || kind == TAG_HEADER ||
            i == 0)
            element->is_kept = true;
        if (!element->is_kept)
            continue;
        element->object = haru_add_object(tree->writer->haru);
        if (element->tag->parent != NULL)
            element_of(tree, element->tag->parent)->is_kept = true;
    }
}

/* ---- writing ---------------------------------------------------------- */

static unsigned
page_object(const struct tree *tree, size_t page)
{
    return tree->writer->page_objects[page];
}

static void
print_reference(struct buf *out, unsigned object)
{
    value_reference(out, object);
    buf_add_byte(out, ' ');
}

/* Kept siblings without a place of their own, from `index` on: they stand
   behind the sibling that precedes them. */
static void
print_placeless(struct tree *tree, struct buf *out, const struct tag *parent,
                size_t index)
{
    for (; index < parent->children.count; index++) {
        const struct element *child =
            element_of(tree, parent->children.at[index]);

        if (child->has_place)
            return;
        if (child->is_kept)
            print_reference(out, child->object);
    }
}

static void
print_kid(struct tree *tree, struct buf *out, const struct tag *tag,
          size_t home_page, const struct kid *kid)
{
    unsigned page = page_object(tree, kid->page);

    switch (kid->kind) {
    case KID_CONTENT:
        if (kid->page == home_page) {
            buf_add_number(out, kid->number);
            buf_add_byte(out, ' ');
            break;
        }
        buf_print(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", page, kid->number);
        break;
    case KID_ANNOTATION:
        buf_print(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", page,
                  kid->number);
        break;
    case KID_TAG:
        print_reference(out, tree->elements[kid->tag].object);
        print_placeless(tree, out, tag, tree->elements[kid->tag].index + 1);
        break;
    }
}

static void
print_kids(struct tree *tree, struct buf *out, const struct element *element)
{
    size_t home_page = SIZE_MAX;

    for (size_t i = 0; i < element->kids.count && home_page == SIZE_MAX; i++)
        if (element->kids.at[i].kind == KID_CONTENT)
            home_page = element->kids.at[i].page;
    if (home_page != SIZE_MAX) {
        buf_add(out, STR("/Pg "));
        value_reference(out, page_object(tree, home_page));
    }
    buf_add_text(out, "/K[");
    print_placeless(tree, out, element->tag, 0);
    for (size_t i = 0; i < element->kids.count; i++)
        print_kid(tree, out, element->tag, home_page, &element->kids.at[i]);
    buf_add_byte(out, ']');
}

static const struct tag *
first_label(const struct tag *list)
{
    for (size_t i = 0; i < list->children.count; i++) {
        const struct tag *item = list->children.at[i];

        if (item->kind == TAG_ITEM && item->children.count > 0 &&
            item->children.at[0]->kind == TAG_LABEL)
            return item->children.at[0];
    }
    return NULL;
}

/* The first words that a tag's own content says; empty when none. */
static struct str
first_words(const struct tree *tree, const struct element *element)
{
    for (size_t i = 0; i < element->kids.count; i++) {
        const struct page *page;

        if (element->kids.at[i].kind != KID_CONTENT)
            continue;
        page = &tree->writer->pages->at.at[element->kids.at[i].page];
        for (size_t k = 0; k < page->marks.count; k++)
            if (page->marks.at[k].tag == element->tag &&
                page->marks.at[k].kind == MARK_GLYPHS)
                return page->marks.at[k].glyphs.run->text;
    }
    return (struct str){0};
}

/* ISO 14289-1, 7.6: a list with labels says how they number. */
static void
print_list_attributes(struct tree *tree, struct buf *out,
                      const struct tag *list)
{
    const struct tag *label = first_label(list);
    struct str words;
    const char *numbering = "Disc";

    if (label == NULL)
        return;
    words = first_words(tree, element_of(tree, label));
    if (words.len > 0 && ascii_is_digit(words.at[0]))
        numbering = "Decimal";
    buf_print(out, "/A<</O/List/ListNumbering/%s>>", numbering);
}

static void
print_cell_attributes(struct buf *out, const struct tag *tag)
{
    if (tag->kind != TAG_HEADER && tag->column_span < 2)
        return;
    buf_add_text(out, "/A<</O/Table");
    if (tag->kind == TAG_HEADER)
        buf_print(out, "/Scope/%s", tag->column_header ? "Column" : "Row");
    if (tag->column_span > 1)
        buf_print(out, "/ColSpan %u", tag->column_span);
    buf_add_text(out, ">>");
}

static void
print_figure_attributes(struct tree *tree, struct buf *out,
                        const struct tag *tag)
{
    const struct pages *pages = tree->writer->pages;
    upt height;

    if (tag->box.width <= 0 || tag->box.height <= 0 ||
        tag->box.page >= pages->at.count)
        return;
    height = pages->at.at[tag->box.page].height;
    buf_add_text(out, "/A<</O/Layout/BBox[");
    value_operand(out, milli_from_upt(tag->box.x));
    value_operand(out, milli_from_upt(height - tag->box.y - tag->box.height));
    value_operand(out, milli_from_upt(tag->box.x + tag->box.width));
    value_number(out, milli_from_upt(height - tag->box.y));
    buf_add_text(out, "]>>");
}

static void
print_attributes(struct tree *tree, struct buf *out, const struct tag *tag)
{
    if (tag->kind == TAG_LIST)
        print_list_attributes(tree, out, tag);
    else if (tag->kind == TAG_HEADER || tag->kind == TAG_CELL)
        print_cell_attributes(out, tag);
    else if (tag->kind == TAG_FIGURE)
        print_figure_attributes(tree, out, tag);
}

static void
print_text_entry(struct buf *out, const char *key, struct str text)
{
    if (text.len == 0)
        return;
    buf_add_text(out, key);
    value_text(out, text);
}

/* A link is described by its annotation; what it says is read as it stands.
   Only a link without words of its own (a picture) needs the description. */
static bool
needs_alt(const struct element *element)
{
    if (element->tag->kind != TAG_LINK)
        return true;
    for (size_t i = 0; i < element->kids.count; i++)
        if (element->kids.at[i].kind != KID_ANNOTATION)
            return false;
    return true;
}

static void
write_element(struct tree *tree, const struct element *element)
{
    const struct tag *tag = element->tag;
    struct buf out = buf_new(tree->writer->arena);
    struct str type = tree_type(tag);
    unsigned parent = tree->root;

    if (tag->parent != NULL)
        parent = element_of(tree, tag->parent)->object;
    buf_add(&out, STR("/Type/StructElem/S/"));
    buf_add(&out, type);
    buf_add(&out, STR("/P "));
    value_reference(&out, parent);
    if (tag->kind == TAG_NOTE)
        buf_print(&out, "/ID(n%08zu)", tag->number);
    print_text_entry(&out, "/T", tag->title);
    print_text_entry(&out, "/Lang", tag->language);
    if (needs_alt(element))
        print_text_entry(&out, "/Alt", tag->alt);
    print_text_entry(&out, "/ActualText", tag->actual_text);
    print_attributes(tree, &out, tag);
    print_kids(tree, &out, element);
    haru_set_entries(tree->writer->haru, element->object, buf_str(&out));
}

static void
print_page_numbers(struct tree *tree, struct buf *out, size_t page)
{
    const struct page_content *content = &tree->pages[page];

    if (content->tags.count == 0)
        return;
    buf_print(out, "%zu[", page);
    for (size_t i = 0; i < content->tags.count; i++)
        print_reference(out, tree->elements[content->tags.at[i]].object);
    buf_add_byte(out, ']');
}

static bool
has_key(const struct tree *tree, size_t key)
{
    return key >= tree->writer->pages->at.count ||
           tree_page_has_content(tree, key);
}

/* One leaf of the parent tree with the keys from..to; 0 when it is empty. */
static unsigned
write_leaf(struct tree *tree, size_t from, size_t to)
{
    size_t pages = tree->writer->pages->at.count;
    struct buf out = buf_new(tree->writer->arena);

    while (from < to && !has_key(tree, from))
        from++;
    while (from < to && !has_key(tree, to - 1))
        to--;
    if (from == to)
        return 0;
    buf_print(&out, "/Limits[%zu %zu]/Nums[", from, to - 1);
    for (size_t key = from; key < to; key++) {
        if (key < pages)
            print_page_numbers(tree, &out, key);
        else
            buf_print(&out, "%zu %u 0 R ", key,
                      tree->elements[tree->annotations.at[key - pages]].object);
    }
    buf_add_byte(&out, ']');
    return writer_add_object(tree->writer, buf_str(&out));
}

static unsigned
write_parent_tree(struct tree *tree)
{
    size_t keys = tree->writer->pages->at.count + tree->annotations.count;
    struct buf out = buf_new(tree->writer->arena);
    bool any = false;

    for (size_t from = 0; from < keys; from += NUMBERS_PER_NODE) {
        size_t to = from + NUMBERS_PER_NODE;
        unsigned leaf = write_leaf(tree, from, to < keys ? to : keys);

        if (leaf != 0)
            buf_print(&out, "%s%u 0 R ", any ? "" : "/Kids[", leaf);
        any = any || leaf != 0;
    }
    buf_add_text(&out, any ? "]" : "/Nums[]");
    return writer_add_object(tree->writer, buf_str(&out));
}

/* Identifiers of notes; written in the order of the tags' numbers, which is
   the order of the names. */
static void
print_id_tree(struct tree *tree, struct buf *out)
{
    bool any = false;

    for (size_t i = 0; i < tree->writer->pages->tag_count; i++) {
        const struct element *element = &tree->elements[i];

        if (!element->is_kept || element->tag->kind != TAG_NOTE)
            continue;
        if (!any)
            buf_add_text(out, "/IDTree<</Names[");
        any = true;
        buf_print(out, "(n%08zu)%u 0 R ", i, element->object);
    }
    if (any)
        buf_add_text(out, "]>>");
}

unsigned
tree_write(struct tree *tree)
{
    struct buf out = buf_new(tree->writer->arena);
    size_t keys = tree->writer->pages->at.count + tree->annotations.count;

    choose_kept(tree);
    for (size_t i = 0; i < tree->order.count; i++) {
        const struct element *element = &tree->elements[tree->order.at[i]];

        if (element->is_kept)
            write_element(tree, element);
    }
    buf_print(&out, "/Type/StructTreeRoot/K[%u 0 R]",
              tree->elements[tree->order.at[0]].object);
    buf_print(&out, "/ParentTree %u 0 R/ParentTreeNextKey %zu",
              write_parent_tree(tree), keys);
    print_id_tree(tree, &out);
    haru_set_entries(tree->writer->haru, tree->root, buf_str(&out));
    return tree->root;
}
