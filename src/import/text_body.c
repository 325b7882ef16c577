/* What entries of several kinds have in common. */
#include "text.h"

#include "base/buf.h"

/* ---- dates --------------------------------------------------------------- */

static void
put_date(struct text_conversion *t, struct node *map, const char *key,
         const struct node *from, const struct date_read *date)
{
    struct node *node = native_text(t->c, map, key, from, date->text);
    if (!node || date->is_exact)
        return;
    finding_add(t->c->findings, CODE_I102, from->span,
                "\"%.*s\" is read as %.*s for `%s`.", STR_ARG(from->text),
                STR_ARG(date->text), key);
    native_note(t->c, node, "from \"%.*s\"", STR_ARG(from->text));
}

static bool
begins_with(const struct text_page *page, struct str s, unsigned kinds)
{
    size_t at = 0;
    return text_word_is(page->words, text_word_next(s, &at)) & kinds;
}

static bool
is_expected(struct arena *arena, struct str s)
{
    static const char *const words[] = {
        "expected", "anticipated", "voraussichtlich", "prevu",
        "prevue",   "previsto",    "prevista",        "graduating"};
    size_t at = 0;
    struct str first = text_fold(arena, text_word_next(s, &at));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(first, words[i]))
            return true;
    return false;
}

/* Without "since", "expected" before the date. */
static struct str
without_since(const struct text_page *page, struct str s)
{
    size_t at = 0;
    struct str word = text_word_next(s, &at);
    return word.len && text_word_is(page->words, word) & TEXT_SINCE
               ? text_trim_signs(str_slice(s, at, s.len))
               : s;
}

static void
put_one_date(struct text_conversion *t, struct node *map,
             const struct text_entry *entry, const char *single)
{
    static const struct date_read present = {STR_INIT("present"), true, false};
    struct node *from = entry->dates;
    struct str s = without_since(t->page, from->text);
    struct date_read date = date_read(t->c->arena, s, t->c->options);
    if (!date.text.len) {
        convert_value(t->c, map, from, single ? single : "start_date",
                      VALUE_DATE);
        return;
    }
    if (single && str_is(str_from(single), "end_date") &&
        is_expected(t->c->arena, from->text)) {
        put_date(t, map, "expected", from, &date);
        return;
    }
    if (single) {
        put_date(t, map, single, from, &date);
        return;
    }
    put_date(t, map, "start_date", from, &date);
    put_date(t, map, "end_date", from, entry->is_span ? &present : &date);
}

void
text_put_dates(struct text_conversion *t, struct node *map,
               const struct text_entry *entry, const char *single)
{
    struct date_read first, last;
    struct node *from = entry->dates;
    if (!from)
        return;
    struct str s = begins_with(t->page, from->text, TEXT_SINCE)
                       ? without_since(t->page, from->text)
                       : from->text;
    if (!date_span_read(t->c->arena, s, t->c->options, &first, &last)) {
        put_one_date(t, map, entry, single);
        return;
    }
    bool has_span = !single || str_is(str_from(single), "end_date");
    if (has_span)
        put_date(t, map, "start_date", from, &first);
    put_date(t, map, has_span ? "end_date" : single, from, &last);
}

/* ---- places -------------------------------------------------------------- */

static bool
is_code(struct str s)
{
    if (s.len < 2 || s.len > 3)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < 'A' || s.at[i] > 'Z')
            return false;
    return true;
}

static bool
is_postal(struct str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++)
        digits += ascii_is_digit(s.at[i]);
    return digits >= 4 && s.len <= 10;
}

/* "Chicago, IL 60601": city, region, postal code. Anything else stays as one
   line. */
void
text_put_place(struct text_conversion *t, struct node *map,
               const struct node *place)
{
    struct str s = place->text;
    size_t comma = str_find_byte(s, ',', 0);
    struct str city = str_trim(str_slice(s, 0, comma));
    struct str rest =
        comma == SIZE_MAX ? STR("") : str_trim(str_slice(s, comma + 1, s.len));
    size_t blank = str_find_byte(rest, ' ', 0);
    struct str region = str_slice(rest, 0, blank);
    struct str postal = blank == SIZE_MAX
                            ? STR("")
                            : str_trim(str_slice(rest, blank, rest.len));
    bool is_plain =
        city.len && is_code(region) && (!postal.len || is_postal(postal));
    for (size_t i = 0; i < city.len; i++)
        is_plain = is_plain && !ascii_is_digit(city.at[i]);
    if (!is_plain) {
        native_text(t->c, map, "location", place, s);
        return;
    }
    struct node *location = native_map(t->c, map, "location", place);
    native_text(t->c, location, "city", place, city);
    native_text(t->c, location, "region", place, region);
    if (postal.len)
        native_text(t->c, location, "postal_code", place, postal);
}

struct str
text_flat(struct arena *arena, struct str s)
{
    bool is_flat = true;
    for (size_t i = 0; i < s.len && is_flat; i++)
        is_flat = s.at[i] != '\t' &&
                  !(s.at[i] == ' ' && i + 1 < s.len && s.at[i + 1] == ' ');
    if (is_flat)
        return s;
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_space(s.at[i]))
            buf_add_byte(&out, s.at[i]);
        else if (out.len && out.at[out.len - 1] != ' ')
            buf_add_byte(&out, ' ');
    return buf_str(&out);
}

void
text_lose_url(struct text_conversion *t, const struct node *from,
              struct str url)
{
    if (!url.len)
        return;
    finding_add(t->c->findings, CODE_I101, from->span,
                "The address \"%.*s\" has no place here.", STR_ARG(url));
    native_note(t->c, t->c->native, "address: %.*s", STR_ARG(url));
}

/* ---- bodies -------------------------------------------------------------- */

void
text_paragraph_add(struct text_conversion *t, struct text_prose *prose,
                   const struct node *from, struct str s)
{
    if (!prose->out.arena)
        prose->out = buf_new(t->c->arena);
    if (prose->out.len)
        buf_add_text(&prose->out, "\n\n");
    if (!prose->first)
        prose->first = from;
    prose->last = from;
    buf_add(&prose->out, text_flat(t->c->arena, s));
    foreign_take(t->c, from);
}

void
text_paragraphs_put(struct text_conversion *t, struct node *map,
                    const char *key, const struct text_prose *prose)
{
    if (!prose->first)
        return;
    struct node *from = ARENA_NEW(t->c->arena, struct node);
    *from = *prose->first;
    if (prose->last->span.to > from->span.to)
        from->span.to = prose->last->span.to;
    native_text(t->c, map, key, from, buf_str(&prose->out));
}

/* Lines that nothing marks are items when there are several of them in a
   row. */
static bool
is_unmarked_list(const struct text_entry *entry)
{
    size_t lines = 0;
    for (size_t i = 0; i < entry->body.count; i++) {
        const struct text_line *line = entry->body.at[i];
        if (line->kind != LINE_TEXT || (i > 0 && line->is_apart))
            return false;
        lines++;
    }
    return lines >= 3;
}

static void
add_rest(struct text_conversion *t, struct text_entry *entry,
         struct text_prose *prose)
{
    struct buf out = buf_new(t->c->arena);
    const struct node *from = NULL;
    for (size_t i = 0; i < entry->parts.count; i++) {
        struct text_part *part = &entry->parts.at[i];
        if (part->is_used)
            continue;
        part->is_used = true;
        from = from ? from : part->node;
        if (out.len)
            buf_add_text(&out, ", ");
        buf_add(&out, part->node->text);
    }
    if (from)
        text_paragraph_add(t, prose, from, buf_str(&out));
}

void
text_put_body(struct text_conversion *t, struct node *map,
              struct text_entry *entry)
{
    bool in_list = is_unmarked_list(entry);
    struct text_prose prose = {0};
    struct node *list = NULL;
    add_rest(t, entry, &prose);
    for (size_t i = 0; i < entry->body.count; i++) {
        const struct text_line *line = entry->body.at[i];
        in_list = in_list || line->kind == LINE_BULLET;
        if (!in_list) {
            text_paragraph_add(t, &prose, line->node, text_of(line));
            continue;
        }
        if (!list) {
            text_paragraphs_put(t, map, "summary", &prose);
            prose = (struct text_prose){0};
            list = native_list(t->c, map, "highlights", line->node);
        }
        native_item_text(t->c, list, line->node,
                         text_flat(t->c->arena, text_of(line)));
    }
    text_paragraphs_put(t, map, "summary", &prose);
}

void
text_take_heads(struct text_conversion *t, const struct text_entry *entry)
{
    for (size_t i = 0; i < entry->heads.count; i++)
        foreign_take(t->c, entry->heads.at[i]->node);
}
