/* Ways through the document: destinations, outline, page labels, attachments
   (ISO 32000-1, 12.3, 12.4.2 and 7.11.4). */
#include <stdlib.h>

#include "base/bug.h"
#include "base/list.h"
#include "value.h"
#include "writer.h"

/* Leaves of name trees hold this many names. */
#define NAMES_PER_LEAF 64

/* ---- destinations ----------------------------------------------------- */

/* [page /XYZ x y null] */
static void
destination_print(struct writer *writer, struct buf *out,
                  const struct destination *destination)
{
    const struct page *page;

    ENSURE(destination->page < writer->pages->at.count);
    page = &writer->pages->at.at[destination->page];
    buf_print(out, "[%u 0 R/XYZ ", writer->page_objects[destination->page]);
    value_operand(out, milli_from_upt(destination->x));
    value_operand(out, milli_from_upt(page->height - destination->y));
    buf_add_text(out, "null]");
}

static int
compare_names(const void *a, const void *b)
{
    const struct destination *const *first = a, *const *second = b;

    return str_compare((*first)->name, (*second)->name);
}

const struct destination *
destination_find(const struct writer *writer, struct str name)
{
    const struct destination key = {.name = name}, *wanted = &key;
    const struct destination **found;

    if (writer->destination_count == 0)
        return NULL;
    found = bsearch(&wanted, writer->destinations, writer->destination_count,
                    sizeof *writer->destinations, compare_names);
    return found ? *found : NULL;
}

void
destinations_sort(struct writer *writer)
{
    const struct pages *pages = writer->pages;
    size_t count = pages->destinations.count;

    writer->destinations =
        ARENA_ARRAY(writer->arena, count, const struct destination *);
    writer->destination_count = count;
    for (size_t i = 0; i < count; i++)
        writer->destinations[i] = &pages->destinations.at[i];
    if (count > 0)
        qsort(writer->destinations, count, sizeof *writer->destinations,
              compare_names);
    for (size_t i = 1; i < count; i++)
        if (str_equal(writer->destinations[i]->name,
                      writer->destinations[i - 1]->name))
            BUG("two destinations are called %.*s",
                STR_ARG(writer->destinations[i]->name));
}

static unsigned
write_leaf(struct writer *writer, size_t from, size_t to)
{
    struct buf out = buf_new(writer->arena);

    buf_add_text(&out, "/Limits[");
    value_bytes(&out, writer->destinations[from]->name);
    value_bytes(&out, writer->destinations[to - 1]->name);
    buf_add_text(&out, "]/Names[");
    for (size_t i = from; i < to; i++) {
        value_bytes(&out, writer->destinations[i]->name);
        destination_print(writer, &out, writer->destinations[i]);
    }
    buf_add_byte(&out, ']');
    return writer_add_object(writer, buf_str(&out));
}

static void
print_destinations(struct writer *writer, struct buf *out)
{
    size_t count = writer->destination_count;

    if (count == 0)
        return;
    buf_add_text(out, "/Dests<</Kids[");
    for (size_t from = 0; from < count; from += NAMES_PER_LEAF) {
        size_t to = from + NAMES_PER_LEAF;

        buf_print(out, "%u 0 R ",
                  write_leaf(writer, from, to < count ? to : count));
    }
    buf_add_text(out, "]>>");
}

/* ---- outline ---------------------------------------------------------- */

struct node {
    const struct outline_item *item; /* NULL: the root */
    unsigned object;
    size_t parent, first, last, previous, next; /* 0: none */
    size_t count;                               /* of all below it */
};

/* The nearest node before `i` that is of a lower level; 0 is the root. */
static size_t
parent_of(const struct node *nodes, size_t i)
{
    size_t at = i - 1;

    while (at > 0 && nodes[at].item->level >= nodes[i].item->level)
        at = nodes[at].parent;
    return at;
}

static void
link_node(struct node *nodes, size_t i)
{
    struct node *parent = &nodes[parent_of(nodes, i)];

    nodes[i].parent = (size_t)(parent - nodes);
    nodes[i].previous = parent->last;
    if (parent->last != 0)
        nodes[parent->last].next = i;
    else
        parent->first = i;
    parent->last = i;
    for (size_t at = nodes[i].parent; at != 0; at = nodes[at].parent)
        nodes[at].count++;
    nodes[0].count++;
}

static void
print_reference(struct buf *out, const char *key, const struct node *nodes,
                size_t node)
{
    if (node != 0)
        buf_print(out, "/%s %u 0 R", key, nodes[node].object);
}

static void
write_node(struct writer *writer, const struct node *nodes, size_t i)
{
    const struct node *node = &nodes[i];
    struct buf out = buf_new(writer->arena);

    if (i == 0) {
        buf_add_text(&out, "/Type/Outlines");
    } else {
        const struct destination *destination =
            destination_find(writer, node->item->target);

        ENSURE(destination != NULL);
        buf_add_text(&out, "/Title");
        value_text(&out, node->item->title);
        buf_print(&out, "/Parent %u 0 R/Dest", nodes[node->parent].object);
        destination_print(writer, &out, destination);
    }
    print_reference(&out, "First", nodes, node->first);
    print_reference(&out, "Last", nodes, node->last);
    print_reference(&out, "Prev", nodes, node->previous);
    print_reference(&out, "Next", nodes, node->next);
    if (node->count > 0)
        buf_print(&out, "/Count %zu", node->count); /* positive: open */
    haru_set_entries(writer->haru, node->object, buf_str(&out));
}

static void
write_outline(struct writer *writer, struct buf *catalog)
{
    const struct pages *pages = writer->pages;
    size_t count = pages->outline.count + 1;
    struct node *nodes;

    if (count == 1)
        return;
    nodes = ARENA_ARRAY(writer->arena, count, struct node);
    for (size_t i = 0; i < count; i++)
        nodes[i].object = haru_add_object(writer->haru);
    for (size_t i = 1; i < count; i++) {
        nodes[i].item = &pages->outline.at[i - 1];
        link_node(nodes, i);
    }
    for (size_t i = 0; i < count; i++)
        write_node(writer, nodes, i);
    buf_print(catalog, "/Outlines %u 0 R", nodes[0].object);
}

/* ---- page labels ------------------------------------------------------ */

/* The label as a plain number, 0 when it is none. */
static uint64_t
label_number(struct str label)
{
    uint64_t number;

    if (label.len == 0 || label.len > 9 || label.at[0] == '0' ||
        !str_to_u64(label, &number))
        return 0;
    return number;
}

static void
print_label(struct buf *out, size_t page, struct str label)
{
    uint64_t number = label_number(label);

    buf_print(out, "%zu<<", page);
    if (number > 0) {
        buf_print(out, "/S/D/St %llu", (unsigned long long)number);
    } else if (label.len > 0) {
        buf_add_text(out, "/P");
        value_text(out, label);
    }
    buf_add_text(out, ">>");
}

/* A label opens a range; numbers that count on belong to it. */
static void
print_labels(struct writer *writer, struct buf *catalog)
{
    const struct pages *pages = writer->pages;
    uint64_t expected = 0;
    bool any = false;

    for (size_t i = 0; i < pages->at.count; i++)
        any = any || pages->at.at[i].label.len > 0;
    if (!any)
        return;
    buf_add_text(catalog, "/PageLabels<</Nums[");
    for (size_t i = 0; i < pages->at.count; i++) {
        uint64_t number = label_number(pages->at.at[i].label);

        if (number == 0 || number != expected)
            print_label(catalog, i, pages->at.at[i].label);
        expected = number > 0 ? number + 1 : 0;
    }
    buf_add_text(catalog, "]>>");
}

/* ---- attachments ------------------------------------------------------ */

static unsigned
write_embedded(struct writer *writer, const struct attachment *attachment)
{
    struct buf entries = buf_new(writer->arena);

    buf_add_text(&entries, "/Type/EmbeddedFile/Subtype");
    value_name(&entries, attachment->mime);
    buf_print(&entries, "/Params<</Size %zu/ModDate", attachment->bytes.len);
    value_date(&entries, writer->pages->created);
    buf_add_text(&entries, ">>");
    return writer_add_stream(writer, buf_str(&entries), attachment->bytes);
}

static unsigned
write_attachment(struct writer *writer, const struct attachment *attachment)
{
    struct buf out = buf_new(writer->arena);
    unsigned file = write_embedded(writer, attachment);

    buf_add_text(&out, "/Type/Filespec/F");
    value_text(&out, attachment->name);
    buf_add_text(&out, "/UF");
    value_text(&out, attachment->name);
    if (attachment->description.len > 0) {
        buf_add_text(&out, "/Desc");
        value_text(&out, attachment->description);
    }
    buf_print(&out, "/AFRelationship/Source/EF<</F %u 0 R/UF %u 0 R>>", file,
              file);
    return writer_add_object(writer, buf_str(&out));
}

static int
compare_attachments(const void *a, const void *b)
{
    const struct attachment *const *first = a, *const *second = b;

    return str_compare((*first)->name, (*second)->name);
}

/* Name trees are sorted; gives the objects in that order. */
static void
print_attachments(struct writer *writer, struct buf *names, struct buf *all)
{
    size_t count = writer->pages->attachments.count;
    const struct attachment **sorted =
        ARENA_ARRAY(writer->arena, count, const struct attachment *);

    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++)
        sorted[i] = &writer->pages->attachments.at[i];
    qsort(sorted, count, sizeof *sorted, compare_attachments);
    buf_add_text(names, "/EmbeddedFiles<</Names[");
    for (size_t i = 0; i < count; i++) {
        unsigned object = write_attachment(writer, sorted[i]);

        value_text(names, sorted[i]->name);
        buf_print(names, "%u 0 R ", object);
        buf_print(all, "%u 0 R ", object);
    }
    buf_add_text(names, "]>>");
}

void
navigation_write(struct writer *writer, struct buf *catalog)
{
    struct buf names = buf_new(writer->arena), files = buf_new(writer->arena);

    write_outline(writer, catalog);
    print_labels(writer, catalog);
    print_destinations(writer, &names);
    print_attachments(writer, &names, &files);
    if (names.len > 0)
        buf_print(catalog, "/Names<<%.*s>>", STR_ARG(buf_str(&names)));
    if (files.len > 0)
        buf_print(catalog, "/AF[%.*s]", STR_ARG(buf_str(&files)));
}
