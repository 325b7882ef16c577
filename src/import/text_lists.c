/*
 * Entries of a line or two: certifications, awards, memberships, publications,
 * courses. Skills, systems and languages have files of their own.
 */
#include "text_lists.h"

#include "text_contact.h"

static const struct list_row list_rows[] = {
    {TOPIC_CERTIFICATIONS, "certifications", "name", "issuer", "issued",
     "notes", false},
    {TOPIC_AWARDS, "awards", "title", "awarder", "date", "summary", false},
    {TOPIC_MEMBERSHIPS, "memberships", "organization", "role", "since",
     "activities", true},
    {TOPIC_PUBLICATIONS, "publications", "title", "publisher", "date",
     "summary", false},
    {TOPIC_DEVELOPMENT, "development", "title", "provider", "date", "notes",
     false},
};

static const struct list_row *
row_of(enum text_topic topic)
{
    for (size_t i = 0; i < sizeof list_rows / sizeof *list_rows; i++)
        if (list_rows[i].topic == topic)
            return &list_rows[i];
    return NULL;
}

static bool
is_role(const struct lister *l, struct str s)
{
    return text_count(l->t->page->words, s, TEXT_ROLE) > 0 &&
           text_count(l->t->page->words, s, TEXT_ORG) == 0;
}

/* What has no place of its own: items of a list, or paragraphs. */
struct rest {
    struct lister *l;
    struct node *map;
    bool is_list;
    struct text_prose prose;
};

static void
add_rest(struct rest *rest, const struct node *from)
{
    struct conversion *c = rest->l->t->c;
    const char *key = rest->l->row->rest;
    if (rest->is_list)
        native_item_text(c, native_list(c, rest->map, key, from), from,
                         from->text);
    else
        text_paragraph_add(rest->l->t, &rest->prose, from, from->text);
}

static void
put_rest(struct lister *l, struct node *map, struct text_entry *entry)
{
    struct rest rest = {.l = l, .map = map};
    rest.is_list = str_is(str_from(l->row->rest), "activities");
    for (size_t i = 0; i < entry->parts.count; i++) {
        struct text_part *part = &entry->parts.at[i];
        if (part->is_used)
            continue;
        part->is_used = true;
        if (!text_credential_detail(l, map, part->node))
            add_rest(&rest, part->node);
    }
    for (size_t i = 0; i < entry->body.count; i++) {
        const struct node *from = entry->body.at[i]->node;
        if (text_credential_detail(l, map, from))
            foreign_take(l->t->c, from);
        else
            add_rest(&rest, from);
    }
    text_paragraphs_put(l->t, map, l->row->rest, &rest.prose);
}

static struct text_part *
next_part(struct text_entry *entry)
{
    for (size_t i = 0; i < entry->parts.count; i++)
        if (!entry->parts.at[i].is_used)
            return &entry->parts.at[i];
    return NULL;
}

static void
put_names(struct lister *l, struct node *map, struct text_entry *entry)
{
    struct text_part *first = next_part(entry);
    if (!first)
        return;
    first->is_used = true;
    struct text_part *second = next_part(entry);
    if (second)
        second->is_used = true;
    const struct node *a = first->node, *b = second ? second->node : NULL;
    /* Member of an association: the part that says so is the role. */
    if (l->row->topic == TOPIC_MEMBERSHIPS && b && is_role(l, a->text) &&
        !is_role(l, b->text)) {
        a = second->node;
        b = first->node;
    }
    if (l->row->topic == TOPIC_CERTIFICATIONS)
        text_credential_name(l, map, a);
    else
        native_text(l->t->c, map, l->row->first, a, a->text);
    if (b)
        native_text(l->t->c, map, l->row->second, b, b->text);
}

/* Two dates where the section knows both, else one. */
static void
put_dates(struct lister *l, struct node *map, const struct text_entry *entry)
{
    struct conversion *c = l->t->c;
    struct date_read first, last;
    if (!l->row->has_end || !entry->is_span ||
        !date_span_read(c->arena, entry->dates->text, c->options, &first,
                        &last)) {
        text_put_dates(l->t, map, entry, l->row->date);
        return;
    }
    native_text(c, map, "since", entry->dates, first.text);
    if (!str_is(last.text, "present"))
        native_text(c, map, "until", entry->dates, last.text);
}

static void
put_entry(struct lister *l, struct text_entry *entry)
{
    struct conversion *c = l->t->c;
    const struct node *from = entry->heads.at[0]->node;
    struct node *map = native_item(c, l->list, from);
    bool is_credential = l->row->topic == TOPIC_CERTIFICATIONS;
    if (is_credential) {
        text_credential_read(l, map, entry);
    } else {
        text_entry_read(l->t->page, entry);
        if (entry->parts.count < 2 || l->row->topic == TOPIC_MEMBERSHIPS)
            text_parts_split_commas(l->t->page, entry);
    }
    put_names(l, map, entry);
    put_dates(l, map, entry);
    if (entry->url.len && contact_is_url(entry->url))
        native_text(c, map, is_credential ? "verify_url" : "url", from,
                    contact_full_url(c->arena, entry->url));
    put_rest(l, map, entry);
    text_take_heads(l->t, entry);
}

/* "MGMA (Member, since 2019)": what stands in the brackets are parts. */
static const struct text_line *
without_brackets(struct lister *l, const struct text_line *line)
{
    struct str s = text_of(line);
    size_t open = str_find(s, STR(" ("), 0);
    size_t close = str_find_byte(s, ')', 0);
    bool has_parts =
        open != SIZE_MAX && close + 1 >= s.len &&
        (str_find_byte(s, ',', open) != SIZE_MAX || line->dates.from > open);
    if (l->row->topic != TOPIC_MEMBERSHIPS || !has_parts)
        return line;
    struct text_line *open_line = ARENA_NEW(l->t->c->arena, struct text_line);
    struct node *node = ARENA_NEW(l->t->c->arena, struct node);
    *open_line = *line;
    *node = *line->node;
    node->text = str_format(l->t->c->arena, "%.*s | %.*s",
                            STR_ARG(str_slice(s, 0, open)),
                            STR_ARG(str_slice(s, open + 2, close)));
    open_line->node = node;
    open_line->dates = text_dates_find(l->t->page->words, node->text);
    return open_line;
}

static void
put_lines(struct lister *l, const struct text_section *section)
{
    text_entry_list entries = text_entries_group(l->t->page, section);
    for (size_t i = 0; i < entries.count; i++) {
        struct text_entry *entry = &entries.at[i];
        if (!entry->heads.count)
            continue;
        bool is_done = l->row->topic == TOPIC_CERTIFICATIONS &&
                       entry->heads.count == 1 && !entry->body.count &&
                       text_credential_names(l, entry->heads.at[0]);
        if (entry->heads.count == 1) {
            foreign_take(l->t->c, entry->heads.at[0]->node);
            entry->heads.at[0] = without_brackets(l, entry->heads.at[0]);
        }
        if (!is_done)
            put_entry(l, entry);
    }
}

/* Lines that nothing groups are an entry each. */
static bool
is_flat(const struct text_section *section)
{
    size_t heads = 0;
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        if (line->kind == LINE_HEADING)
            return false;
        heads += line->is_bold || line->is_italic ||
                 (line->indent >= 2 && i > 0 &&
                  line->indent > section->lines.at[0].indent) ||
                 (line->kind == LINE_BULLET && i > 0 &&
                  section->lines.at[0].kind != LINE_BULLET);
    }
    return heads == 0;
}

/* Cuts at a sign that stands in no brackets. */
static struct str
cut_outside(struct str *rest, char sign)
{
    size_t depth = 0, at = 0;
    for (; at < rest->len; at++) {
        depth += rest->at[at] == '(';
        depth -= depth && rest->at[at] == ')';
        if (!depth && rest->at[at] == sign)
            break;
    }
    struct str one = str_slice(*rest, 0, at);
    *rest = str_slice(*rest, at + 1, rest->len);
    return one;
}

/* Several in one line: "MGMA (Member); PAHCOM (Fellow)". */
static bool
put_row_of(struct lister *l, const struct text_line *line)
{
    struct str rest = text_of(line);
    if (l->row->topic != TOPIC_MEMBERSHIPS ||
        str_find_byte(rest, ';', 0) == SIZE_MAX)
        return false;
    while (rest.len) {
        struct str one = str_trim(cut_outside(&rest, ';'));
        struct text_line *part = ARENA_NEW(l->t->c->arena, struct text_line);
        struct text_entry entry = {0};
        if (!one.len)
            continue;
        *part = *line;
        part->node = text_slice(l->t->page, line, one);
        part->dates = text_dates_find(l->t->page->words, one);
        *list_add(l->t->c->arena, &entry.heads) = without_brackets(l, part);
        put_entry(l, &entry);
    }
    foreign_take(l->t->c, line->node);
    return true;
}

static void
put_flat(struct lister *l, const struct text_section *section)
{
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        struct text_entry entry = {0};
        if (line->is_head_row) {
            foreign_take(l->t->c, line->node);
            continue;
        }
        if (put_row_of(l, line))
            continue;
        *list_add(l->t->c->arena, &entry.heads) = without_brackets(l, line);
        foreign_take(l->t->c, line->node);
        if (l->row->topic == TOPIC_PUBLICATIONS)
            text_publication_put(l, line);
        else if (l->row->topic != TOPIC_CERTIFICATIONS ||
                 !text_credential_names(l, line))
            put_entry(l, &entry);
    }
}

/* Sections whose lines hold items, not entries. */
static const struct {
    enum text_topic topic;
    void (*convert)(struct text_conversion *, const struct text_section *);
} own_ways[] = {
    {TOPIC_SKILLS, text_skills_convert},
    {TOPIC_SYSTEMS, text_systems_convert},
    {TOPIC_LANGUAGES, text_languages_convert},
};

void
text_list_convert(struct text_conversion *t, const struct text_section *section)
{
    if (!section->lines.count)
        return;
    for (size_t i = 0; i < sizeof own_ways / sizeof *own_ways; i++)
        if (own_ways[i].topic == section->topic) {
            own_ways[i].convert(t, section);
            return;
        }
    struct lister l = {.t = t, .row = row_of(section->topic)};
    l.list = native_list(t->c, t->c->native, l.row->list, NULL);
    if (is_flat(section))
        put_flat(&l, section);
    else
        put_lines(&l, section);
}
