#include "output/pdf_text.h"

#include "base/bug.h"
#include "content.h"
#include "encoding.h"

#define MOST_PAGES 2000
#define MOST_DEPTH 40
#define MOST_FILES 20

/* ---- pages ------------------------------------------------------------------
 */

struct found_page {
    const struct pdf_value *dict, *resources;
};
typedef LIST(struct found_page) page_list;

/* Resources come from the node above when a page has none. */
struct node {
    const struct pdf_value *dict, *resources;
    size_t next;
};

static struct node
node_below(struct reader *reader, const struct node *above,
           const struct pdf_value *dict)
{
    const struct pdf_value *own = pdf_look(&reader->file, dict, "Resources");
    return (struct node){
        .dict = dict,
        .resources = own->kind == PDF_DICT || !above ? own : above->resources,
    };
}

static void
find_pages(struct reader *reader, const struct pdf_value *root,
           page_list *pages)
{
    struct pdf_file *file = &reader->file;
    struct node nodes[MOST_DEPTH] = {node_below(reader, NULL, root)};
    size_t depth = 1;
    while (depth && file->work && pages->count < MOST_PAGES) {
        struct node *node = &nodes[depth - 1];
        ENSURE(node->dict != NULL);
        const struct pdf_value *kids = pdf_look(file, node->dict, "Kids");
        file->work--;
        if (kids->kind != PDF_ARRAY) {
            if (node->dict->kind == PDF_DICT)
                *list_add(reader->arena, pages) =
                    (struct found_page){node->dict, node->resources};
            depth--;
        } else if (node->next == kids->count) {
            depth--;
        } else {
            const struct pdf_value *kid =
                pdf_resolve(file, &kids->items[node->next++]);
            if (depth < MOST_DEPTH)
                nodes[depth++] = node_below(reader, node, kid);
        }
    }
}

static void
read_page(struct reader *reader, const struct found_page *page)
{
    struct pdf_text_page result = {.from = reader->gather.text.len};
    *list_add(reader->arena, &reader->result->pages) = result;
    content_read_page(reader, page->dict, page->resources, &result);
    gather_end_page(&reader->gather);
    result.to = reader->gather.text.len;
    reader->result->pages.at[reader->result->pages.count - 1] = result;
}

static void
read_pages(struct reader *reader, const struct pdf_value *catalog)
{
    struct pdf_file *file = &reader->file;
    page_list pages = {0};
    find_pages(reader, pdf_look(file, catalog, "Pages"), &pages);
    const struct pdf_value **dicts =
        ARENA_ARRAY(reader->arena, pages.count, const struct pdf_value *);
    for (size_t i = 0; i < pages.count; i++)
        dicts[i] = pages.at[i].dict;
    const struct pdf_value *tags = pdf_look(file, catalog, "StructTreeRoot");
    reader->result->is_tagged = tags->kind == PDF_DICT;
    if (reader->result->is_tagged)
        tags_read(reader, tags, dicts, pages.count);
    for (size_t i = 0; i < pages.count; i++)
        read_page(reader, &pages.at[i]);
    reader->result->is_short = !file->work || pages.count == MOST_PAGES;
}

/* ---- what a file says of itself
 * -------------------------------------------------- */

static struct str
text_entry(struct reader *reader, const struct pdf_value *dict, const char *key)
{
    const struct pdf_value *value = pdf_look(&reader->file, dict, key);
    return value->kind == PDF_STRING
               ? str_trim(pdf_text_string(reader->arena, value->text))
               : (struct str){NULL, 0};
}

static void
read_about(struct reader *reader, const struct pdf_value *catalog)
{
    const struct pdf_value *info =
        pdf_look(&reader->file, &reader->file.trailer, "Info");
    reader->result->title = text_entry(reader, info, "Title");
    reader->result->author = text_entry(reader, info, "Author");
    reader->result->language = text_entry(reader, catalog, "Lang");
}

static void
take_file(struct reader *reader, const struct pdf_value *spec)
{
    struct pdf_file *file = &reader->file;
    struct pdf_text_file found = {.name = text_entry(reader, spec, "UF")};
    if (!found.name.len)
        found.name = text_entry(reader, spec, "F");
    const struct pdf_value *stream =
        pdf_look(file, pdf_look(file, spec, "EF"), "F");
    if (pdf_stream_bytes(file, stream, &found.bytes))
        *list_add(reader->arena, &reader->result->attachments) = found;
}

/* The leaves of a tree of names, as far as it has few branches. */
static void
read_files(struct reader *reader, const struct pdf_value *tree, int depth)
{
    struct pdf_file *file = &reader->file;
    const struct pdf_value *names = pdf_look(file, tree, "Names");
    const struct pdf_value *kids = pdf_look(file, tree, "Kids");
    for (size_t i = 0;
         names->kind == PDF_ARRAY && i + 1 < names->count && i < MOST_FILES * 2;
         i += 2)
        take_file(reader, pdf_resolve(file, &names->items[i + 1]));
    for (size_t i = 0; kids->kind == PDF_ARRAY && i < kids->count &&
                       i < MOST_FILES && depth < 3;
         i++)
        read_files(reader, pdf_resolve(file, &kids->items[i]), depth + 1);
}

static void
note_fonts(struct reader *reader)
{
    for (size_t i = 0; i < reader->fonts.count; i++) {
        const struct read_font *font = reader->fonts.at[i];
        if (font->shown)
            *list_add(reader->arena, &reader->result->fonts) =
                (struct pdf_text_font){font->name, font->has_map, font->shown,
                                       font->unknown};
    }
}

struct pdf_text
pdf_text_read(struct arena *arena, struct str bytes)
{
    static const enum pdf_text_state states[] = {
        [PDF_OPEN] = PDF_TEXT_READ,
        [PDF_FOREIGN] = PDF_TEXT_FOREIGN,
        [PDF_BROKEN] = PDF_TEXT_BROKEN,
        [PDF_LOCKED] = PDF_TEXT_LOCKED,
    };
    struct pdf_text result = {0};
    struct reader reader = {.arena = arena, .result = &result};
    reader.gather = gather_new(arena, &result);
    result.state = states[pdf_file_open(&reader.file, arena, bytes)];
    if (result.state == PDF_TEXT_READ) {
        struct pdf_file *file = &reader.file;
        const struct pdf_value *catalog =
            pdf_look(file, &file->trailer, "Root");
        read_about(&reader, catalog);
        read_pages(&reader, catalog);
        read_files(
            &reader,
            pdf_look(file, pdf_look(file, catalog, "Names"), "EmbeddedFiles"),
            0);
        note_fonts(&reader);
        if (!result.pages.count)
            result.state = PDF_TEXT_BROKEN;
    }
    result.is_repaired = reader.file.is_repaired;
    result.text = buf_str(&reader.gather.text);
    pdf_file_close(&reader.file);
    return result;
}
