/*
 * Sections whose entries are a line or two: skills, languages, certifications,
 * awards, memberships, publications, courses.
 */
#include "text_contact.h"

#include "base/buf.h"
#include "locale/locale.h"

/* ---- items of one line --------------------------------------------------- */

static size_t
list_sign_len(struct str s, size_t at)
{
    static const char *const signs[] = {",",
                                        ";",
                                        "|",
                                        "\t",
                                        "\xE2\x80\xA2",
                                        "\xC2\xB7",
                                        "\xEF\xBC\x8C",
                                        "\xE3\x80\x81",
                                        "\xEF\xBC\x9B",
                                        "   ",
                                        "\xE2\x97\x8F",
                                        "\xD8\x8C"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(signs[i])))
            return strlen(signs[i]);
    return 0;
}

struct item_reader {
    struct str s;
    size_t at;
};

/* The next item between commas and the like, none within brackets. */
static bool
next_item(struct item_reader *r, struct str *item)
{
    while (r->at < r->s.len) {
        size_t from = r->at, depth = 0, len = 0;
        while (r->at < r->s.len) {
            char c = r->s.at[r->at];
            depth += c == '(' || c == '[';
            depth -= depth && (c == ')' || c == ']');
            len = depth ? 0 : list_sign_len(r->s, r->at);
            if (len)
                break;
            r->at++;
        }
        *item = text_trim_signs(str_slice(r->s, from, r->at));
        r->at += len;
        if (item->len)
            return true;
    }
    return false;
}

/* "Group: a, b"; "**Group** a, b": the bytes of the group, 0: there is none;
 *rest is what stands behind. */
static size_t
group_len(struct str s, size_t *rest)
{
    size_t colon = str_find_byte(s, ':', 0), len = 1;
    size_t wide = str_find(s, STR("\xEF\xBC\x9A"), 0);
    if (wide < colon) {
        colon = wide;
        len = 3;
    }
    if (colon != SIZE_MAX && colon > 0 && colon <= 60 &&
        !(colon + 1 < s.len && s.at[colon + 1] == '/') &&
        list_sign_len(s, colon) == 0 &&
        str_find_byte(str_slice(s, 0, colon), ',', 0) == SIZE_MAX) {
        *rest = colon + len;
        return colon;
    }
    if (str_starts(s, STR("**"))) {
        size_t end = str_find(s, STR("**"), 2);
        if (end != SIZE_MAX && end > 2 && end + 2 < s.len) {
            *rest = end + 2;
            return end;
        }
    }
    return 0;
}

static bool
ends_sentence(struct str s)
{
    size_t blanks = 0;
    for (size_t i = 0; i < s.len; i++)
        blanks += s.at[i] == ' ';
    return s.len > 40 && blanks >= 6 && s.at[s.len - 1] == '.';
}

/* ---- skills -------------------------------------------------------------- */

static void
put_keywords(struct text_conversion *t, struct node *list,
             const struct text_line *line, struct str s)
{
    struct item_reader r = {s, 0};
    struct str item;
    while (next_item(&r, &item)) {
        struct str url = STR("");
        struct str plain = text_unmarked(t->c->arena, item, &url);
        text_lose_url(t, line->node, url);
        if (!text_trim_signs(plain).len)
            continue;
        if (str_ends(plain, STR(".")) && plain.len > 1 && r.at >= s.len)
            plain.len--;
        native_item_text(t->c, list, text_slice(t->page, line, plain), plain);
    }
}

static void put_language(struct text_conversion *t, struct node *list,
                         const struct text_line *line, struct str s);

/* "Languages: English, Spanish (fluent)": of people, not of computers. */
static bool
put_spoken(struct text_conversion *t, const struct text_line *line,
           struct str group, struct str s)
{
    bool is_exact;
    struct item_reader r = {s, 0};
    struct str item, guess;
    const struct text_phrase *phrase = text_phrase_find(
        t->page->words, text_unmarked(t->c->arena, group, NULL), &is_exact);
    if (!phrase || !is_exact || phrase->topic != TOPIC_LANGUAGES ||
        !next_item(&r, &item))
        return false;
    size_t at = 0;
    if (!locale_tag(t->c->arena, text_word_next(item, &at), &guess).len)
        return false;
    struct node *list = native_list(t->c, t->c->native, "languages", NULL);
    r.at = 0;
    while (next_item(&r, &item))
        put_language(t, list, line, item);
    return true;
}

struct skills {
    struct text_conversion *t;
    struct node *list;
    struct node *group; /* opened by a heading; NULL: none is open */
};

static struct node *
add_group(struct skills *k, const struct text_line *line, struct str name)
{
    struct conversion *c = k->t->c;
    struct str plain = text_trim_signs(text_unmarked(c->arena, name, NULL));
    struct node *item = native_item(c, k->list, line->node);
    native_text(c, item, "name", text_slice(k->t->page, line, plain), plain);
    return item;
}

static void
put_skill_line(struct skills *k, const struct text_line *line)
{
    struct conversion *c = k->t->c;
    struct str s = text_of(line);
    size_t rest = 0, group = group_len(s, &rest);
    bool is_head = line->kind == LINE_HEADING ||
                   (line->kind != LINE_BULLET && s.at[s.len - 1] == ':') ||
                   (line->is_bold && line->kind == LINE_TEXT);
    foreign_take(c, line->node);
    if (is_head) {
        k->group = add_group(k, line, s);
        return;
    }
    if (line->kind == LINE_ROW && !group) {
        size_t pipe = str_find_byte(s, '|', 0);
        group = pipe == SIZE_MAX ? 0 : pipe;
        rest = group + 1;
    }
    if (group && text_trim_signs(str_slice(s, rest, s.len)).len) {
        if (put_spoken(k->t, line, str_slice(s, 0, group),
                       str_slice(s, rest, s.len)))
            return;
        struct node *item = add_group(k, line, str_slice(s, 0, group));
        put_keywords(k->t, native_list(c, item, "keywords", line->node), line,
                     str_slice(s, rest, s.len));
        return;
    }
    if (ends_sentence(s)) {
        native_item_text(c,
                         k->group
                             ? native_list(c, k->group, "keywords", line->node)
                             : k->list,
                         line->node, s);
        return;
    }
    put_keywords(k->t,
                 k->group ? native_list(c, k->group, "keywords", line->node)
                          : k->list,
                 line, s);
}

static void
put_skills(struct text_conversion *t, const struct text_section *section)
{
    struct skills k = {.t = t};
    k.list = native_list(t->c, t->c->native, "skills", NULL);
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        if (line->is_head_row) {
            foreign_take(t->c, line->node);
            continue;
        }
        /* What stands apart from a group's items is none of it. */
        if (k.group && line->is_apart && line->kind == LINE_TEXT && i > 0 &&
            section->lines.at[i - 1].kind == LINE_BULLET)
            k.group = NULL;
        put_skill_line(&k, line);
    }
}

static void
put_systems(struct text_conversion *t, const struct text_section *section)
{
    struct node *list = native_list(t->c, t->c->native, "systems", NULL);
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        struct str s = text_of(line);
        size_t rest = 0, group = group_len(s, &rest);
        if (!group) {
            put_keywords(t, list, line, s);
        } else {
            struct node *item = native_item(t->c, list, line->node);
            struct str name = text_trim_signs(
                text_unmarked(t->c->arena, str_slice(s, 0, group), NULL));
            native_text(t->c, item, "name", line->node, name);
            put_keywords(t, native_list(t->c, item, "modules", line->node),
                         line, str_slice(s, rest, s.len));
        }
        foreign_take(t->c, line->node);
    }
}

/* ---- languages ----------------------------------------------------------- */

/* Where the level begins: "Spanish (fluent)", "Spanish: fluent", "- C1". */
static size_t
level_at(struct str s, size_t *behind)
{
    static const char *const signs[] = {"(",
                                        ":",
                                        "\xEF\xBC\x9A",
                                        "\xEF\xBC\x88",
                                        " - ",
                                        " \xE2\x80\x93 ",
                                        " \xE2\x80\x94 ",
                                        "\t",
                                        "   ",
                                        " | ",
                                        "|"};
    for (size_t at = 1; at < s.len; at++)
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (str_starts(str_slice(s, at, s.len), str_from(signs[i]))) {
                *behind = at + strlen(signs[i]);
                return at;
            }
    return SIZE_MAX;
}

static void
put_language(struct text_conversion *t, struct node *list,
             const struct text_line *line, struct str s)
{
    size_t behind = 0, at = level_at(s, &behind);
    struct str name = text_trim_signs(str_slice(s, 0, at));
    struct str level =
        at == SIZE_MAX ? STR("") : str_trim(str_slice(s, behind, s.len));
    const struct node *from = text_slice(t->page, line, s);
    if (str_ends(level, STR(")")) && str_find_byte(level, '(', 0) == SIZE_MAX)
        level.len--;
    struct node *item = native_item(t->c, list, from);
    native_text(t->c, item, "language", from, name);
    native_text(t->c, item, "fluency", from, text_trim_signs(level));
}

static void
put_languages(struct text_conversion *t, const struct text_section *section)
{
    struct node *list = native_list(t->c, t->c->native, "languages", NULL);
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        struct str item, s = text_unmarked(t->c->arena, text_of(line), NULL);
        size_t behind;
        foreign_take(t->c, line->node);
        if (line->is_head_row)
            continue;
        if (line->kind == LINE_ROW && level_at(s, &behind) != SIZE_MAX) {
            put_language(t, list, line, s);
            continue;
        }
        /* Bars part languages where there are several of them. */
        struct item_reader r = {s, 0};
        while (next_item(&r, &item))
            put_language(t, list, line, item);
    }
}

/* ---- entries of a line or two -------------------------------------------- */

/* Where the parts of an entry of a section go, in order. */
struct list_row {
    enum text_topic topic;
    const char *list, *first, *second, *date, *rest;
    bool has_end; /* the date may be a span: since, until */
};

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

struct lister {
    struct text_conversion *t;
    const struct list_row *row;
    struct node *list;
};

/* "Certified Medical Manager (CMM)". */
static struct str
abbreviation(struct str s, struct str *name)
{
    size_t open = s.len;
    if (!str_ends(s, STR(")")))
        return STR("");
    while (open > 0 && s.at[open - 1] != '(')
        open--;
    struct str inner = str_slice(s, open, s.len - 1);
    if (open < 2 || inner.len < 2 || inner.len > 12)
        return STR("");
    for (size_t i = 0; i < inner.len; i++)
        if (!(inner.at[i] >= 'A' && inner.at[i] <= 'Z') && inner.at[i] != '-' &&
            !ascii_is_digit(inner.at[i]))
            return STR("");
    *name = str_trim(str_slice(s, 0, open - 1));
    return inner;
}

static void
put_certification_name(struct lister *l, struct node *map,
                       const struct node *from)
{
    struct str name = from->text;
    struct str abbr = abbreviation(name, &name);
    native_text(l->t->c, map, "name", from, name);
    native_text(l->t->c, map, "abbr", from, abbr);
}

static bool
is_role(const struct lister *l, struct str s)
{
    return text_count(l->t->page->words, s, TEXT_ROLE) > 0 &&
           text_count(l->t->page->words, s, TEXT_ORG) == 0;
}

/* What is said of a credential before a date or a number. */
static const struct {
    const char *begins, *key;
} details[] = {
    {"expires on", "expires"},
    {"expires", "expires"},
    {"expiration date", "expires"},
    {"expiration", "expires"},
    {"expiry", "expires"},
    {"exp", "expires"},
    {"valid until", "expires"},
    {"valid through", "expires"},
    {"valid thru", "expires"},
    {"gultig bis", "expires"},
    {"valido hasta", "expires"},
    {"geldig tot", "expires"},
    {"valable jusqu", "expires"},
    {"renewed", "renewed"},
    {"issued on", "issued"},
    {"issued", "issued"},
    {"obtained", "issued"},
    {"earned", "issued"},
    {"completed", "issued"},
    {"expected", "expected"},
    {"license number", "number"},
    {"license no", "number"},
    {"licence no", "number"},
    {"license", "number"},
    {"no", "number"},
    {"nr", "number"},
    {"credential id", "number"},
    {"certificate no", "number"},
    {"id", "number"},
};

/* The rest of a text behind as many words as `words` has. */
static struct str
behind_words(struct str s, struct str words)
{
    size_t at = 0;
    while (words.len) {
        (void)str_cut(&words, ' ');
        (void)text_word_next(s, &at);
    }
    return text_trim_signs(str_slice(s, at, s.len));
}

static bool
has_digit(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.at[i]))
            return true;
    return false;
}

static bool
put_labelled(struct lister *l, struct node *map, const struct node *from,
             size_t detail)
{
    const char *key = details[detail].key;
    struct str value =
        behind_words(from->text, str_from(details[detail].begins));
    if (!has_digit(value) || node_get(map, key))
        return false;
    if (str_is(str_from(key), "number")) {
        while (value.len && (*value.at == '#' || *value.at == ' '))
            value = str_slice(value, 1, value.len);
        native_text(l->t->c, map, key, from, value);
        return true;
    }
    struct date_read date = date_read(l->t->c->arena, value, l->t->c->options);
    if (!date.text.len || !date.is_exact)
        return false;
    native_text(l->t->c, map, key, from, date.text);
    return true;
}

/* "expires 2027-06", "license no. 1234", "In progress", a date alone. */
static bool
put_credential_detail(struct lister *l, struct node *map,
                      const struct node *from)
{
    struct conversion *c = l->t->c;
    struct str s = from->text, folded = text_fold(c->arena, s);
    if (l->row->topic != TOPIC_CERTIFICATIONS || s.len > 60)
        return false;
    if (str_is(folded, "in progress") && !node_get(map, "status")) {
        native_text(c, map, "status", from, STR("in_progress"));
        return true;
    }
    for (size_t i = 0; i < sizeof details / sizeof *details; i++) {
        struct str begin = str_from(details[i].begins);
        if (str_starts(folded, begin) && folded.len > begin.len &&
            folded.at[begin.len] == ' ')
            return put_labelled(l, map, from, i);
    }
    struct text_dates dates = text_dates_find(l->t->page->words, s);
    struct date_read date;
    if (dates.to - dates.from != s.len || node_get(map, "issued") ||
        dates.is_span)
        return false;
    date = date_read(c->arena, s, c->options);
    return date.text.len && date.is_exact &&
           native_text(c, map, "issued", from, date.text);
}

/* Dates of credentials have words of their own: they are parts like others. */
static void
read_credential(struct lister *l, struct node *map, struct text_entry *entry)
{
    for (size_t i = 0; i < entry->heads.count; i++) {
        struct text_line *line = ARENA_NEW(l->t->c->arena, struct text_line);
        *line = *entry->heads.at[i];
        line->dates = (struct text_dates){0};
        text_parts_add(l->t->page, entry, line);
    }
    text_parts_split_commas(l->t->page, entry);
    for (size_t i = 1; i < entry->parts.count; i++)
        entry->parts.at[i].is_used =
            put_credential_detail(l, map, entry->parts.at[i].node);
}

static void
put_rest(struct lister *l, struct node *map, struct text_entry *entry)
{
    struct conversion *c = l->t->c;
    const char *key = l->row->rest;
    struct text_prose prose = {0};
    bool is_list = str_is(str_from(key), "activities");
    for (size_t i = 0; i < entry->parts.count; i++) {
        struct text_part *part = &entry->parts.at[i];
        if (part->is_used)
            continue;
        part->is_used = true;
        if (put_credential_detail(l, map, part->node))
            continue;
        if (is_list)
            native_item_text(c, native_list(c, map, key, part->node),
                             part->node, part->node->text);
        else
            text_paragraph_add(l->t, &prose, part->node, part->node->text);
    }
    for (size_t i = 0; i < entry->body.count; i++) {
        const struct node *from = entry->body.at[i]->node;
        if (put_credential_detail(l, map, from)) {
            foreign_take(c, from);
            continue;
        }
        if (is_list)
            native_item_text(c, native_list(c, map, key, from), from,
                             from->text);
        else
            text_paragraph_add(l->t, &prose, from, from->text);
    }
    text_paragraphs_put(l->t, map, key, &prose);
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
    struct conversion *c = l->t->c;
    struct text_part *first = next_part(entry);
    if (!first)
        return;
    first->is_used = true;
    struct text_part *second = next_part(entry);
    /* Member of an association: the part that says so is the role. */
    bool swaps = l->row->topic == TOPIC_MEMBERSHIPS && second &&
                 is_role(l, first->node->text) &&
                 !is_role(l, second->node->text);
    const struct node *a = swaps ? second->node : first->node;
    const struct node *b = swaps ? first->node : NULL;
    if (second && !swaps)
        b = second->node;
    if (second)
        second->is_used = true;
    if (l->row->topic == TOPIC_CERTIFICATIONS)
        put_certification_name(l, map, a);
    else
        native_text(c, map, l->row->first, a, a->text);
    if (b)
        native_text(c, map, l->row->second, b, b->text);
}

static void
put_entry(struct lister *l, struct text_entry *entry)
{
    struct conversion *c = l->t->c;
    struct node *map = native_item(c, l->list, entry->heads.at[0]->node);
    if (l->row->topic == TOPIC_CERTIFICATIONS) {
        read_credential(l, map, entry);
    } else {
        text_entry_read(l->t->page, entry);
        if (entry->parts.count < 2 || l->row->topic == TOPIC_MEMBERSHIPS)
            text_parts_split_commas(l->t->page, entry);
    }
    put_names(l, map, entry);
    if (l->row->has_end && entry->is_span) {
        struct node *dates = ARENA_NEW(c->arena, struct node);
        struct date_read first, last;
        *dates = *entry->dates;
        if (date_span_read(c->arena, dates->text, c->options, &first, &last)) {
            native_text(c, map, "since", dates, first.text);
            if (!str_is(last.text, "present"))
                native_text(c, map, "until", dates, last.text);
        } else {
            text_put_dates(l->t, map, entry, l->row->date);
        }
    } else {
        text_put_dates(l->t, map, entry, l->row->date);
    }
    if (entry->url.len && contact_is_url(entry->url))
        native_text(
            c, map,
            l->row->topic == TOPIC_CERTIFICATIONS ? "verify_url" : "url",
            entry->heads.at[0]->node, contact_full_url(c->arena, entry->url));
    put_rest(l, map, entry);
    text_take_heads(l->t, entry);
}

/* "Title (address), Journal, May 2023": three parts, the last one a date. */
static bool
put_plain_publication(struct lister *l, struct node *map,
                      const struct text_line *line, struct str s)
{
    struct conversion *c = l->t->c;
    size_t first = str_find(s, STR(", "), 0);
    size_t second =
        first == SIZE_MAX ? first : str_find(s, STR(", "), first + 2);
    if (second == SIZE_MAX || str_find(s, STR(", "), second + 2) != SIZE_MAX ||
        first < 12)
        return false;
    struct str title = str_slice(s, 0, first), url = STR("");
    struct date_read date =
        date_read(c->arena, str_slice(s, second + 2, s.len), c->options);
    if (!date.text.len || !date.is_exact)
        return false;
    size_t open = str_find(title, STR(" ("), 0);
    if (open != SIZE_MAX && str_ends(title, STR(")")) &&
        contact_is_url(str_slice(title, open + 2, title.len - 1))) {
        url = str_slice(title, open + 2, title.len - 1);
        title = str_slice(title, 0, open);
    }
    native_text(c, map, "title", line->node, text_trim_signs(title));
    native_text(c, map, "publisher", line->node,
                str_slice(s, first + 2, second));
    native_text(c, map, "date", line->node, date.text);
    if (!url.len)
        (void)text_unmarked(c->arena, text_of(line), &url);
    if (contact_is_url(url))
        native_text(c, map, "url", line->node, contact_full_url(c->arena, url));
    return true;
}

/* A citation is one text: its commas part nothing that could be told apart. */
static void
put_publication(struct lister *l, const struct text_line *line)
{
    struct conversion *c = l->t->c;
    struct node *map = native_item(c, l->list, line->node);
    struct str url = STR("");
    struct str s = str_trim(text_unmarked(c->arena, text_of(line), &url));
    if (put_plain_publication(l, map, line, s))
        return;
    native_text(c, map, "title", line->node, s);
    if (line->dates.from < line->dates.to) {
        struct node *dates =
            text_piece(l->t->page, line, line->dates.from, line->dates.to);
        struct date_read date = date_read(c->arena, dates->text, c->options);
        if (date.text.len && date.is_exact)
            native_text(c, map, "date", dates, date.text);
    }
    if (contact_is_url(url))
        native_text(c, map, "url", line->node, contact_full_url(c->arena, url));
}

/* "BLS, ACLS, PALS": short names in one line. */
static bool
put_short_names(struct lister *l, const struct text_line *line)
{
    struct item_reader r = {text_of(line), 0};
    struct str item;
    size_t count = 0;
    if (line->dates.from < line->dates.to)
        return false;
    while (next_item(&r, &item)) {
        size_t upper = 0;
        for (size_t i = 0; i < item.len; i++)
            upper += item.at[i] >= 'A' && item.at[i] <= 'Z';
        if (item.len > 8 || upper < 2)
            return false;
        count++;
    }
    if (count < 2)
        return false;
    r.at = 0;
    while (next_item(&r, &item)) {
        const struct node *from = text_slice(l->t->page, line, item);
        native_text(l->t->c, native_item(l->t->c, l->list, from), "abbr", from,
                    item);
    }
    foreign_take(l->t->c, line->node);
    return true;
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
        bool is_done = false;
        if (l->row->topic == TOPIC_CERTIFICATIONS && entry->heads.count == 1 &&
            !entry->body.count)
            is_done = put_short_names(l, entry->heads.at[0]);
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
            put_publication(l, line);
        else if (l->row->topic != TOPIC_CERTIFICATIONS ||
                 !put_short_names(l, line))
            put_entry(l, &entry);
    }
}

void
text_list_convert(struct text_conversion *t, const struct text_section *section)
{
    if (!section->lines.count)
        return;
    if (section->topic == TOPIC_SKILLS) {
        put_skills(t, section);
        return;
    }
    if (section->topic == TOPIC_SYSTEMS) {
        put_systems(t, section);
        return;
    }
    if (section->topic == TOPIC_LANGUAGES) {
        put_languages(t, section);
        return;
    }
    struct lister l = {.t = t, .row = row_of(section->topic)};
    l.list = native_list(t->c, t->c->native, l.row->list, NULL);
    if (is_flat(section))
        put_flat(&l, section);
    else
        put_lines(&l, section);
}
