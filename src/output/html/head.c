/* Who the page is about, and what it holds. */
#include "layout/theme.h"
#include "output/plain.h"
#include "writer.h"

/* ---- the person ---------------------------------------------------------- */

/* What a contact is of a person (schema.org/Person). */
static const char *
property_of(const struct contact *contact)
{
    static const struct {
        const char *kind, *property;
    } kinds[] = {{"email", "email"},
                 {"phone", "telephone"},
                 {"location", "address"},
                 {"web", "url"},
                 {"profile", "sameAs"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_is(contact->kind, kinds[i].kind))
            return kinds[i].property;
    return NULL;
}

/* Numbers of phones keep to one line. */
static struct str
unbroken(struct arena *arena, struct str words)
{
    struct buf out = buf_new(arena);
    while (words.len) {
        size_t blank = str_find_byte(words, ' ', 0);
        buf_add(&out, str_slice(words, 0, blank));
        if (blank == SIZE_MAX)
            break;
        buf_add_text(&out, "\xc2\xa0");
        words = str_slice(words, blank + 1, words.len);
    }
    return buf_str(&out);
}

static void
add_contact(struct html *h, const struct contact *contact)
{
    const char *property = property_of(contact);
    struct str marked =
        property
            ? str_format(h->arena, " itemprop=\"%s\" dir=\"ltr\"", property)
            : STR(" dir=\"ltr\"");
    html_markup(h, "<li>");
    bool is_link =
        html_link_begin(h, contact->url, str_terminated(h->arena, marked));
    /* Of the others the words are the value. */
    bool is_value = !is_link && property && !str_is(contact->kind, "profile") &&
                    !str_is(contact->kind, "web");
    if (is_value)
        buf_print(&h->out, "<span itemprop=\"%s\">", property);
    html_words(h, str_is(contact->kind, "phone")
                      ? unbroken(h->arena, contact->text)
                      : contact->text);
    if (is_value)
        html_markup(h, "</span>");
    html_markup(h, is_link ? "</a></li>\n" : "</li>\n");
}

static void
add_contacts(struct html *h, const struct block *block)
{
    if (!block->contacts.count)
        return;
    html_markup(h, "<address>\n<ul class=\"contacts\">\n");
    for (size_t i = 0; i < block->contacts.count; i++)
        add_contact(h, &block->contacts.at[i]);
    html_markup(h, "</ul>\n</address>\n");
}

static void
add_name(struct html *h, const struct block *block)
{
    struct str name = plain_words(h->arena, &block->title);
    struct str whole = plain_name(h->arena, h->document, block);
    if (!whole.len)
        return;
    html_markup(h, "<h1>");
    if (name.len) {
        html_markup(h, "<span itemprop=\"name\">");
        html_words(h, name);
        html_markup(h, "</span>");
    }
    struct str letters = str_slice(whole, name.len, whole.len);
    struct str comma = h->document->words.comma;
    if (name.len && str_starts(letters, comma)) {
        html_words(h, comma);
        letters = str_slice(letters, comma.len, letters.len);
    }
    if (letters.len) {
        html_markup(h, "<span class=\"letters\">");
        html_words(h, letters);
        html_markup(h, "</span>");
    }
    html_markup(h, "</h1>\n");
}

static void
add_portrait(struct html *h, const struct block *block)
{
    const struct html_picture portrait = {.class_name = "portrait",
                                          .attributes = " itemprop=\"image\"",
                                          .file = block->file,
                                          .span = block->file_span,
                                          .alt = block->alt,
                                          .width = PT(96),
                                          .height = PT(96),
                                          .fills = true};
    if (theme_pictures(h->task->theme, h->document->kind).portrait)
        (void)html_picture(h, &portrait);
}

void
html_head(struct html *h, const struct block *block)
{
    html_markup(h, "<header class=\"head\" itemscope "
                   "itemtype=\"https://schema.org/Person\">\n");
    add_portrait(h, block);
    add_name(h, block);
    if (!plain_is_empty(&block->subtitle)) {
        html_markup(h, "<p class=\"headline\" itemprop=\"jobTitle\">");
        html_inline(h, &block->subtitle);
        html_markup(h, "</p>\n");
    }
    add_contacts(h, block);
    html_element(h, "p what", &block->attribution);
    html_element(h, "p promise", &block->text);
    html_markup(h, "</header>\n");
}

/* ---- contents ------------------------------------------------------------ */

static void
add_contents_line(struct html *h, const struct block *section)
{
    struct inline_text title = {0};
    *list_add(h->arena, &title.runs) =
        (struct inline_run){.text = plain_words(h->arena, &section->title),
                            .target = section->anchor};
    html_element(h, "li", &title);
}

void
html_contents(struct html *h, const struct block *block)
{
    const struct document *document = h->document;
    size_t listed = 0;
    for (size_t i = 0; i < document->blocks.count; i++)
        listed += document->blocks.at[i]->in_contents;
    if (!listed)
        return;
    html_markup(h,
                "<nav class=\"contents\" aria-labelledby=\"contents-title\">\n"
                "<p class=\"label\" id=\"contents-title\">");
    html_inline(h, &block->title);
    html_markup(h, "</p>\n<ol>\n");
    for (size_t i = 0; i < document->blocks.count; i++)
        if (document->blocks.at[i]->in_contents)
            add_contents_line(h, document->blocks.at[i]);
    html_markup(h, "</ol>\n</nav>\n");
}
