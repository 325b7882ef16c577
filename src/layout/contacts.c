#include "contacts.h"

#include "icons.h"
#include "phone.h"

/* From the left edge of an icon to the words, in per cent of its size. */
#define ICON_ROOM 135

#define NO_BREAK_SPACE "\xc2\xa0"

/* ---- what is said -------------------------------------------------------- */

/* "LinkedIn", "Email": what this is, for readers of the text. */
static struct str
kind_word(const struct flow *flow, const struct contact *contact)
{
    const struct document_words *words = &flow->document->words;
    if (str_is(contact->kind, "email"))
        return words->email;
    if (str_is(contact->kind, "phone"))
        return words->phone;
    if (str_is(contact->kind, "location"))
        return words->location;
    return contact->network.len ? contact->network : words->web;
}

/* Numbers that are typed without a country's code belong to the country that
   the person lives in. */
static struct str
phone_words(const struct flow *flow, const struct contact *contact)
{
    struct str country = contact->country;
    struct str language = flow->document->language;
    if (!country.len && str_ends(language, STR("-US")))
        country = STR("US");
    return phone_write(flow->arena, contact->text, country,
                       (enum phone_format)flow->look->head.phone);
}

/* "ORCID: orcid.org/0000" without its network, when that is said anyway. */
static struct str
without_network(const struct contact *contact, struct str text)
{
    struct str name = contact->network;
    if (!name.len || text.len < name.len + 2 || !str_starts(text, name) ||
        text.at[name.len] != ':')
        return text;
    return str_slice(text, name.len + 2, text.len);
}

/* As written, or the last part of the address, which it mostly is; empty when
   that says something else ("citations?user=..."). */
static struct str
username_of(const struct contact *contact)
{
    struct str url = contact->url;
    if (contact->username.len)
        return contact->username;
    if (str_ends(url, STR("/")))
        url.len--;
    size_t at = url.len;
    while (at > 0 && url.at[at - 1] != '/')
        at--;
    struct str last = str_slice(url, at, url.len);
    bool is_host = str_ends(str_slice(url, 0, at), STR("://"));
    if (is_host || str_find_byte(last, '?', 0) != SIZE_MAX ||
        str_find_byte(last, '%', 0) != SIZE_MAX)
        return (struct str){0};
    return str_starts(last, STR("@")) ? str_slice(last, 1, last.len) : last;
}

/* A user's name says nothing without the network's. */
static struct str
profile_words(const struct flow *flow, const struct contact *contact)
{
    const struct look *look = flow->look;
    bool is_marked = look->head.icons || look->head.labels;
    struct str username = username_of(contact);
    if (look->head.profiles == PROFILES_NETWORK && contact->network.len)
        return contact->network;
    if (look->head.profiles != PROFILES_USERNAME || !username.len)
        return is_marked ? without_network(contact, contact->text)
                         : contact->text;
    if (is_marked || !contact->network.len)
        return username;
    return str_format(flow->arena, "%.*s: %.*s", STR_ARG(contact->network),
                      STR_ARG(username));
}

static struct str
contact_words(const struct flow *flow, const struct contact *contact)
{
    if (str_is(contact->kind, "phone"))
        return phone_words(flow, contact);
    if (str_is(contact->kind, "profile"))
        return profile_words(flow, contact);
    return contact->text;
}

/* ---- parts --------------------------------------------------------------- */

struct part {
    struct set_text text;
    const struct icon *icon; /* NULL: none */
    struct tag *icon_tag;
    upt indent; /* of the text, right of the icon */
};

struct contact_list {
    struct part *at;
    size_t count;
    struct set_text separator;
    struct set_text blank; /* what says the word of an icon */
    upt gap;               /* from a part to the next, separator included */
};

static upt
part_width(const struct part *part)
{
    return part->indent + part->text.lines.widest;
}

static struct set_text
set_words(struct flow *flow, const struct contact *contact, struct tag *tag,
          upt measure)
{
    const struct look *look = flow->look;
    struct inline_run run = {.text = contact_words(flow, contact),
                             .url = look->head.links ? contact->url : STR(""),
                             .span = contact->span};
    struct inline_text text = {.runs = {&run, 1, 1}};
    struct str label = kind_word(flow, contact);
    struct text_builder builder = text_begin(flow, tag);
    builder.is_code = contact->url.len > 0 && !look->head.labels;
    if (look->head.labels && !str_equal(label, run.text))
        text_add_plain(
            &builder,
            str_format(flow->arena, "%.*s:" NO_BREAK_SPACE, STR_ARG(label)),
            STYLE_CONTACT, SPAN_NONE);
    text_add(&builder, &text, STYLE_CONTACT);
    return text_end(&builder, STYLE_CONTACT, measure, ALIGN_START);
}

/* Where the word is printed the drawing says nothing more. */
static void
add_icon(struct flow *flow, struct part *part, const struct contact *contact,
         struct tag *tag)
{
    struct str word = kind_word(flow, contact);
    if (!flow->look->head.icons)
        return;
    part->icon = icon_find(contact->kind, contact->network);
    part->indent = upt_scale(flow->look->head.icon_size, ICON_ROOM, 100);
    if (flow->look->head.labels)
        return;
    part->icon_tag = flow_tag(flow, TAG_SPAN, tag);
    part->icon_tag->actual_text =
        str_format(flow->arena, "%.*s: ", STR_ARG(word));
}

/* As wide as the room of an icon: the words of the icon are joined to what
   stands around it by its place on the page. */
static struct set_text
set_blank(struct flow *flow)
{
    struct buf blanks = buf_new(flow->arena);
    upt room = upt_scale(flow->look->head.icon_size, ICON_ROOM, 100);
    upt blank = flow->look->text[STYLE_CONTACT].size / 5;
    for (upt x = blank; x <= room; x += blank)
        buf_add_text(&blanks, NO_BREAK_SPACE);
    return text_set_plain(flow, buf_str(&blanks), STYLE_CONTACT, NULL, PT(1000),
                          ALIGN_START);
}

/* All in one paragraph, or each in one of its own (`tag` is NULL). */
static struct contact_list
set_parts(struct flow *flow, const struct block *block, struct tag *tag,
          upt measure)
{
    struct contact_list list = {.count = block->contacts.count};
    list.at = ARENA_ARRAY(flow->arena, list.count, struct part);
    for (size_t i = 0; i < list.count; i++) {
        const struct contact *contact = &block->contacts.at[i];
        struct tag *of = tag ? tag : flow_tag(flow, TAG_P, flow->tag);
        struct part *part = &list.at[i];
        add_icon(flow, part, contact, of);
        part->text = set_words(flow, contact, of, measure - part->indent);
    }
    if (flow->look->head.icons)
        list.blank = set_blank(flow);
    return list;
}

/* The blanks are text, so that the parts stay apart for whoever reads the
   text and not the page. */
static void
set_separator(struct flow *flow, struct contact_list *list, struct tag *tag)
{
    const struct look *look = flow->look;
    struct str separator =
        str_format(flow->arena, NO_BREAK_SPACE "%.*s" NO_BREAK_SPACE,
                   STR_ARG(look->head.separator));
    list->separator = text_set_plain(flow, separator, STYLE_CONTACT, tag,
                                     flow->column.width, ALIGN_START);
    list->gap = list->separator.lines.widest + look->head.contact_gap +
                look->text[STYLE_CONTACT].size / 2;
}

/* ---- placing ------------------------------------------------------------- */

/* The whole contact can be clicked, not only its words, placed last. */
static void
link_icon(struct flow *flow, const struct part *part, size_t first_link)
{
    if (!part->icon || flow->links.count == first_link)
        return;
    struct page_link *link = &flow->links.at[first_link];
    link->width += part->indent;
    if (!flow->right_to_left)
        link->x -= part->indent;
}

/* Up to `end`, where the words begin. */
static void
place_blank(struct flow *flow, const struct contact_list *list,
            const struct part *part, upt end, upt baseline)
{
    const struct paragraph *lines = &list->blank.lines;
    struct set_text blank = list->blank;
    blank.lines.measure = lines->widest;
    text_place_as(flow, &blank, end - lines->widest, baseline, part->icon_tag);
}

static void
place_icon(struct flow *flow, const struct contact_list *list,
           const struct part *part, upt x, upt baseline)
{
    const struct look *look = flow->look;
    upt size = look->head.icon_size;
    /* Its middle is that of the capitals. */
    upt top = baseline - upt_scale(look->text[STYLE_CONTACT].size, 33, 100) -
              size / 2;
    if (!part->icon)
        return;
    if (part->icon_tag)
        place_blank(flow, list, part, x + part->indent, baseline);
    icon_draw(flow, part->icon, part->icon_tag, x, top, size,
              look->head.icon_color);
}

/* The first line of a part. */
static void
place_part(struct flow *flow, const struct contact_list *list, size_t i, upt x,
           upt baseline)
{
    const struct part *part = &list->at[i];
    size_t first_link = flow->links.count;
    place_icon(flow, list, part, x, baseline);
    text_place(flow, &part->text, 0, x + part->indent, baseline);
    link_icon(flow, part, first_link);
}

static upt
side_offset(int side, upt room)
{
    if (side == SIDE_START || room < 0)
        return 0;
    return side == SIDE_CENTER ? room / 2 : room;
}

/* ---- below each other ---------------------------------------------------- */

const struct contact_list *
contacts_stack(struct flow *flow, const struct block *block, upt measure)
{
    if (!block->contacts.count)
        return NULL;
    struct contact_list *list = ARENA_NEW(flow->arena, struct contact_list);
    *list = set_parts(flow, block, NULL, measure);
    return list;
}

upt
contacts_width(const struct contact_list *list)
{
    upt widest = 0;
    for (size_t i = 0; i < list->count; i++) {
        upt width = part_width(&list->at[i]);
        widest = width > widest ? width : widest;
    }
    return widest;
}

upt
contacts_height(const struct contact_list *list)
{
    upt height = 0;
    for (size_t i = 0; i < list->count; i++)
        height += text_height(&list->at[i].text);
    return height;
}

/* All lines of a part, the first one's top at y. */
static void
place_block(struct flow *flow, const struct contact_list *list,
            const struct part *part, upt x, upt y)
{
    size_t first_link = flow->links.count;
    place_icon(flow, list, part, x, y + style_baseline(part->text.style));
    text_place_all(flow, &part->text, x + part->indent, y);
    link_icon(flow, part, first_link);
}

/* Drawings stand below each other, their words may be ragged. */
void
contacts_place(struct flow *flow, const struct contact_list *list, upt x, upt y,
               upt measure, int side)
{
    upt widest = contacts_width(list);
    for (size_t i = 0; i < list->count; i++) {
        const struct part *part = &list->at[i];
        upt width = part->icon ? widest : part_width(part);
        place_block(flow, list, part, x + side_offset(side, measure - width),
                    y);
        y += text_height(&part->text);
    }
}

static void
flow_part(struct flow *flow, const struct contact_list *list, size_t i, upt x)
{
    const struct part *part = &list->at[i];
    if (part->text.lines.line_count == 1) {
        flow_band(flow, part->text.style->leading)->stretches = true;
        place_part(flow, list, i, x, style_baseline(part->text.style));
        return;
    }
    if (part->icon && part->text.lines.line_count > 1) {
        flow_band(flow, text_height(&part->text));
        place_block(flow, list, part, x, 0);
        return;
    }
    text_flow(flow, &part->text, x + part->indent);
}

void
contacts_set_lines(struct flow *flow, const struct block *block, int side)
{
    upt measure = flow->column.width;
    const struct contact_list *list = contacts_stack(flow, block, measure);
    if (!list)
        return;
    upt widest = contacts_width(list);
    for (size_t i = 0; i < list->count; i++) {
        upt width = list->at[i].icon && side != SIDE_CENTER
                        ? widest
                        : part_width(&list->at[i]);
        if (i > 0)
            flow_keep(flow, BREAK_FORBIDDEN);
        flow_part(flow, list, i,
                  flow->column.x + side_offset(side, measure - width));
    }
}

/* ---- in columns ---------------------------------------------------------- */

#define MOST_COLUMNS 4

struct contact_grid {
    size_t columns;
    upt widths[MOST_COLUMNS];
    upt gap;
    upt width;
};

static struct contact_grid
measure_grid(const struct contact_list *list, size_t columns, upt gap)
{
    struct contact_grid grid = {.columns = columns, .gap = gap};
    for (size_t i = 0; i < list->count; i++) {
        upt width = part_width(&list->at[i]);
        if (width > grid.widths[i % columns])
            grid.widths[i % columns] = width;
    }
    for (size_t i = 0; i < columns; i++)
        grid.width += grid.widths[i] + (i ? gap : 0);
    return grid;
}

static bool
is_broken(const struct contact_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].text.lines.line_count > 1)
            return true;
    return false;
}

/* As many columns as fit, row by row; false when there is room for one. */
static bool
set_columns(struct flow *flow, const struct block *block, int side)
{
    const struct look *look = flow->look;
    upt measure = flow->column.width;
    upt leading = look->text[STYLE_CONTACT].leading;
    const struct contact_list *list = contacts_stack(flow, block, measure);
    size_t columns = (size_t)look->head.contact_columns;
    if (!list || is_broken(list))
        return false;
    if (columns > list->count)
        columns = list->count;
    upt gap = look->font_size * 2 + look->head.contact_gap;
    struct contact_grid grid = measure_grid(list, columns, gap);
    while (grid.width > measure && columns > 1)
        grid = measure_grid(list, --columns, gap);
    upt left = flow->column.x + side_offset(side, measure - grid.width), x = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (i % columns == 0) {
            if (i > 0)
                flow_keep(flow, BREAK_FORBIDDEN);
            flow_band(flow, leading)->stretches = true;
            x = left;
        }
        place_part(flow, list, i, x,
                   style_baseline(&look->text[STYLE_CONTACT]));
        x += grid.widths[i % columns] + gap;
    }
    return true;
}

/* ---- on a line ----------------------------------------------------------- */

/*
 * Parts are never broken inside and no separator stands at a line's end, so
 * the line is filled by hand: greedily, then with the narrowest measure that
 * needs no more lines, so that they are of similar length.
 */

/* How many parts from `first` on one line, at least one; and their width. */
static size_t
fill_line(const struct contact_list *parts, size_t first, upt measure,
          upt *width)
{
    size_t end = first + 1;
    *width = part_width(&parts->at[first]);
    while (end < parts->count && parts->at[first].text.lines.line_count < 2 &&
           parts->at[end].text.lines.line_count < 2 &&
           *width + parts->gap + part_width(&parts->at[end]) <= measure) {
        *width += parts->gap + part_width(&parts->at[end]);
        end++;
    }
    return end;
}

static size_t
count_lines(const struct contact_list *parts, upt measure)
{
    size_t lines = 0;
    upt width;
    for (size_t at = 0; at < parts->count;
         at = fill_line(parts, at, measure, &width))
        lines++;
    return lines;
}

static upt
narrowest_measure(const struct contact_list *parts, upt measure)
{
    size_t lines = count_lines(parts, measure);
    upt low = 0, high = measure;
    while (high - low > PT(2)) {
        upt middle = low + (high - low) / 2;
        if (count_lines(parts, middle) > lines)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static void
place_parts(struct flow *flow, const struct contact_list *parts, size_t from,
            size_t to, upt x, struct tag *tag)
{
    const struct text_style *style = &flow->look->text[STYLE_CONTACT];
    upt baseline = style_baseline(style);
    upt before = style->size / 4 + flow->look->head.contact_gap / 2;
    flow_band(flow, style->leading)->stretches = true;
    for (size_t i = from; i < to; i++) {
        if (i > from) {
            text_place_as(flow, &parts->separator, x + before, baseline, tag);
            x += parts->gap;
        }
        place_part(flow, parts, i, x, baseline);
        x += part_width(&parts->at[i]);
    }
}

static void
set_in_line(struct flow *flow, const struct block *block, int side)
{
    struct tag *tag = flow_tag(flow, TAG_P, flow->tag);
    struct contact_list parts = set_parts(flow, block, tag, flow->column.width);
    set_separator(flow, &parts, tag);
    upt measure = narrowest_measure(&parts, flow->column.width);
    size_t lines = count_lines(&parts, measure), line = 0;
    for (size_t at = 0; at < parts.count; line++) {
        upt width;
        size_t end = fill_line(&parts, at, measure, &width);
        upt x = flow->column.x + side_offset(side, flow->column.width - width);
        if (line > 0)
            flow_keep(flow, text_line_cost(line, lines));
        if (parts.at[at].text.lines.line_count > 1)
            flow_part(flow, &parts, at, flow->column.x);
        else if (parts.at[at].text.lines.line_count == 1)
            place_parts(flow, &parts, at, end, x, tag);
        at = end;
    }
}

void
contacts_set(struct flow *flow, const struct block *block, int side)
{
    int contact = flow->look->head.contact;
    if (!block->contacts.count)
        return;
    if (contact == CONTACT_COLUMNS && set_columns(flow, block, side))
        return;
    if (contact == CONTACT_LINES)
        contacts_set_lines(flow, block, side);
    else
        set_in_line(flow, block, side);
}
