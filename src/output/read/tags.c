/* The structure tree (ISO 32000-1, 14.7), for what pictures have to say. */
#include "content.h"

#define MOST_DEPTH 64

struct walk {
    struct reader *reader;
    struct index pages; /* numbers of pages, by address */
};

/* One step down: an element, and how far its children were looked at. */
struct step {
    const struct pdf_value *element;
    size_t next;
    size_t page;
    bool is_described;
};

static size_t
page_of(struct walk *walk, const struct pdf_value *element, size_t otherwise)
{
    const struct pdf_value *page = pdf_look(&walk->reader->file, element, "Pg");
    return page->kind == PDF_DICT
               ? index_find(&walk->pages, index_of_address(page))
               : otherwise;
}

static bool
has_words(struct walk *walk, const struct pdf_value *element)
{
    struct pdf_file *file = &walk->reader->file;
    return pdf_look(file, element, "Alt")->kind == PDF_STRING ||
           pdf_look(file, element, "ActualText")->kind == PDF_STRING;
}

static void
note_mark(struct walk *walk, const struct step *step, size_t page, int64_t mark)
{
    if (step->is_described && page != SIZE_MAX && mark >= 0)
        index_add(walk->reader->arena, &walk->reader->described,
                  mark_key(page, mark), 1);
}

/* Child number `i`: K is one child or an array of them. */
static const struct pdf_value *
child_of(struct walk *walk, const struct pdf_value *element, size_t i)
{
    struct pdf_file *file = &walk->reader->file;
    const struct pdf_value *kids = pdf_look(file, element, "K");
    if (kids->kind != PDF_ARRAY)
        return i == 0 && kids->kind != PDF_NULL ? kids : NULL;
    return i < kids->count ? pdf_resolve(file, &kids->items[i]) : NULL;
}

/* True when the child is an element to go down to. */
static bool
look_at(struct walk *walk, const struct step *step,
        const struct pdf_value *child)
{
    if (child->kind == PDF_NUMBER) {
        note_mark(walk, step, step->page, pdf_whole(child, -1));
        return false;
    }
    const struct pdf_value *mark = pdf_look(&walk->reader->file, child, "MCID");
    if (mark->kind != PDF_NUMBER)
        return child->kind == PDF_DICT;
    note_mark(walk, step, page_of(walk, child, step->page),
              pdf_whole(mark, -1));
    return false;
}

void
tags_read(struct reader *reader, const struct pdf_value *root,
          const struct pdf_value *const *pages, size_t count)
{
    struct walk walk = {.reader = reader};
    struct step steps[MOST_DEPTH] = {{.element = root, .page = SIZE_MAX}};
    size_t depth = 1;
    for (size_t i = 0; i < count; i++)
        index_add(reader->arena, &walk.pages, index_of_address(pages[i]), i);
    while (depth && reader->file.work) {
        struct step *step = &steps[depth - 1];
        const struct pdf_value *child =
            child_of(&walk, step->element, step->next++);
        reader->file.work--;
        if (!child)
            depth--;
        else if (look_at(&walk, step, child) && depth < MOST_DEPTH)
            steps[depth++] = (struct step){
                .element = child,
                .page = page_of(&walk, child, step->page),
                .is_described = step->is_described || has_words(&walk, child),
            };
    }
}
