/*
 * Sections of the person's own. RenderCV wants all entries of a section to be
 * of one type; where they are not, all take the form of the richest.
 */
#include "rendercv_writer.h"

static enum custom_shape
richest(const struct custom_section *section)
{
    enum custom_shape shape = CUSTOM_TEXT;
    for (size_t i = 0; i < section->entries.count; i++)
        if (section->entries.at[i].shape > shape)
            shape = section->entries.at[i].shape;
    return shape;
}

static bool
is_mixed(const struct custom_section *section)
{
    for (size_t i = 1; i < section->entries.count; i++)
        if (section->entries.at[i].shape != section->entries.at[0].shape)
            return true;
    return false;
}

/* All say what and where. */
static bool
have_two(const struct custom_section *section)
{
    for (size_t i = 0; i < section->entries.count; i++)
        if (!section->entries.at[i].title.s.len ||
            !section->entries.at[i].subtitle.s.len)
            return false;
    return true;
}

/* "**Travel:** up to 50%" */
static struct str
line_text(struct rcv *w, const struct custom_entry *entry)
{
    return str_format(w->arena, "**%.*s:** %.*s",
                      STR_ARG(rcv_markdown(w->arena, entry->label.s)),
                      STR_ARG(rcv_prose(w->arena, &entry->details)));
}

/* What it is and where, in the fields that all entries of the section have. */
static void
write_title(struct rcv *w, const struct custom_entry *entry, bool has_two)
{
    struct str title = rcv_link(w->arena, entry->title.s, entry->url.s);
    struct str subtitle = rcv_markdown(w->arena, entry->subtitle.s);
    struct buf name = buf_new(w->arena);
    if (has_two) {
        rcv_required(w, "company", subtitle);
        rcv_required(w, "position", title);
        return;
    }
    rcv_join(&name, title);
    rcv_join(&name, subtitle);
    rcv_required(w, "name", buf_str(&name));
}

static void
write_entry(struct rcv *w, const struct custom_entry *entry, bool has_two)
{
    struct str summary = rcv_prose(w->arena, &entry->summary);
    struct str text = rcv_prose(w->arena, &entry->text);
    if (text.len)
        summary = summary.len ? str_format(w->arena, "%.*s\n\n%.*s",
                                           STR_ARG(text), STR_ARG(summary))
                              : text;
    rcv_item(w);
    write_title(w, entry, has_two);
    if (date_is_given(&entry->date) || entry->date.typed.s.len)
        rcv_date(w, &entry->date);
    else
        rcv_span(w, &entry->start_date, &entry->end_date);
    rcv_text(w, "location", rcv_place(w->arena, &entry->location));
    rcv_text(w, "summary", summary);
    rcv_highlights(w, &entry->highlights, NULL);
    rcv_item_end(w);
}

/* A text or a line among entries. */
static void
write_named(struct rcv *w, const struct custom_entry *entry)
{
    bool is_line = entry->shape == CUSTOM_ONE_LINE;
    rcv_item(w);
    rcv_required(w, "name",
                 is_line ? rcv_markdown(w->arena, entry->label.s)
                         : rcv_prose(w->arena, &entry->text));
    if (is_line)
        rcv_text(w, "summary", rcv_prose(w->arena, &entry->details));
    rcv_item_end(w);
}

static void
write_one(struct rcv *w, const struct custom_entry *entry,
          enum custom_shape shape, bool is_mixed, bool has_two)
{
    if (entry->shape == CUSTOM_ENTRY) {
        write_entry(w, entry, has_two);
    } else if (shape == CUSTOM_ENTRY) {
        write_named(w, entry);
    } else if (entry->shape == CUSTOM_TEXT) {
        rcv_item_text(w, rcv_prose(w->arena, &entry->text));
    } else if (is_mixed) {
        rcv_item_text(w, line_text(w, entry));
    } else {
        rcv_item(w);
        rcv_required(w, "label", rcv_markdown(w->arena, entry->label.s));
        rcv_required(w, "details", rcv_prose(w->arena, &entry->details));
        rcv_item_end(w);
    }
}

static void
write_section(struct rcv *w, const struct custom_section *section)
{
    size_t start = rcv_section_open(w, section->title.s);
    enum custom_shape shape = richest(section);
    bool mixed = is_mixed(section), two = have_two(section);
    for (size_t i = 0; i < section->entries.count; i++)
        write_one(w, &section->entries.at[i], shape, mixed, two);
    rcv_section_close(w, start);
    if (mixed)
        rcv_leave(w,
                  "entries of different forms in one section, so that they "
                  "have one form now",
                  section->item.node);
}

/* It stands elsewhere: its id is in the list of sections. */
static bool
is_named(const struct rcv *w, const struct custom_section *section)
{
    const struct edition *edition = w->edition;
    struct str id = section->item.id.s;
    return id.len && (str_among(id, edition->resume_sections.at,
                                edition->resume_sections.count) ||
                      str_among(id, edition->portfolio_sections.at,
                                edition->portfolio_sections.count));
}

void
rcv_custom(struct rcv *w, struct str id)
{
    bool is_rest = str_is(id, "custom");
    for (size_t i = 0; i < w->shown->custom.count; i++) {
        const struct custom_section *section = &w->shown->custom.at[i];
        if (is_rest ? !is_named(w, section) : str_equal(section->item.id.s, id))
            write_section(w, section);
    }
}
