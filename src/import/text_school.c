/* Education: the degree, the school, and what is said of both. */
#include "text_pair.h"

#include "base/buf.h"

/* ---- details ------------------------------------------------------------- */

/* What the words before a colon, or at the beginning of a part, say. */
static const struct {
    const char *begins, *key;
} details[] = {
    {"gpa", "gpa"},
    {"cgpa", "gpa"},
    {"grade point average", "gpa"},
    {"cumulative gpa", "gpa"},
    {"overall gpa", "gpa"},
    {"abschlussnote", "gpa"},
    {"note", "gpa"},
    {"gesamtnote", "gpa"},
    {"summa cum laude", "honors"},
    {"magna cum laude", "honors"},
    {"cum laude", "honors"},
    {"with honors", "honors"},
    {"with honours", "honors"},
    {"with distinction", "honors"},
    {"honors", "honors"},
    {"honours", "honors"},
    {"first class", "honors"},
    {"deans list", "honors"},
    {"minor", "concentration"},
    {"concentration", "concentration"},
    {"specialization", "concentration"},
    {"specialisation", "concentration"},
    {"emphasis", "concentration"},
    {"schwerpunkt", "concentration"},
    {"relevant coursework", "courses"},
    {"coursework", "courses"},
    {"relevant courses", "courses"},
    {"courses", "courses"},
    {"kurse", "courses"},
    {"selected coursework", "courses"},
    {"key courses", "courses"},
    {"accredited by", "accreditation"},
    {"accreditation", "accreditation"},
};

/* The key of a detail; NULL: it is none. */
static const char *
detail_of(struct arena *arena, struct str s)
{
    size_t colon = str_find_byte(s, ':', 0);
    struct str folded =
        text_fold(arena, str_slice(s, 0, colon == SIZE_MAX ? 40 : colon));
    for (size_t i = 0; i < sizeof details / sizeof *details; i++) {
        struct str begin = str_from(details[i].begins);
        bool is_whole = str_equal(folded, begin);
        bool starts = str_starts(folded, begin) && folded.len > begin.len &&
                      folded.at[begin.len] == ' ' && colon == SIZE_MAX;
        if (is_whole || starts)
            return details[i].key;
    }
    return NULL;
}

static void
put_courses(struct text_conversion *t, struct node *map,
            const struct node *from, struct str s)
{
    struct node *list = native_list(t->c, map, "courses", from);
    while (s.len) {
        struct str one = text_trim_signs(str_cut(&s, ','));
        if (str_ends(one, STR(".")))
            one.len--;
        if (one.len)
            native_item_text(t->c, list, from, one);
    }
    foreign_take(t->c, from);
}

/* False: it is no detail, or there is one of its kind. */
static bool
put_detail(struct text_conversion *t, struct node *map, const struct node *from,
           struct str s)
{
    s = text_trim_signs(text_unmarked(t->c->arena, s, NULL));
    const char *key = detail_of(t->c->arena, s);
    size_t colon = str_find_byte(s, ':', 0);
    if (!key || s.len > 400)
        return false;
    struct str value =
        colon == SIZE_MAX ? s : text_trim_signs(str_slice(s, colon + 1, s.len));
    if (str_is(str_from(key), "gpa") && colon == SIZE_MAX) {
        size_t at = 0;
        while (at < s.len && !ascii_is_digit(s.at[at]))
            at++;
        value = str_slice(s, at, s.len);
    }
    if (!value.len || node_get(map, key))
        return false;
    if (str_is(str_from(key), "courses"))
        put_courses(t, map, from, value);
    else
        native_text(t->c, map, key, from, value);
    return true;
}

/* ---- degree and area ----------------------------------------------------- */

/* " in " between a degree and its field. */
static size_t
find_in(struct str s, size_t *behind)
{
    static const char *const joints[] = {
        " in ", " en ",          " em ",      " im Bereich ",
        " i ",  " of Science, ", " of Arts, "};
    for (size_t i = 0; i < 3; i++) {
        size_t at = str_find(s, str_from(joints[i]), 0);
        if (at != SIZE_MAX && at > 0) {
            *behind = at + strlen(joints[i]);
            return at;
        }
    }
    return SIZE_MAX;
}

static bool
has_degree(struct text_conversion *t, struct str s)
{
    return text_count(t->page->words, s, TEXT_DEGREE) > 0;
}

static void
put_degree(struct text_conversion *t, struct node *map,
           const struct node *degree)
{
    struct str s = degree->text;
    size_t behind = 0, at = find_in(s, &behind);
    if (at == SIZE_MAX) {
        size_t comma = str_find_byte(s, ',', 0);
        if (comma != SIZE_MAX && has_degree(t, str_slice(s, 0, comma)) &&
            !has_degree(t, str_slice(s, comma, s.len))) {
            at = comma;
            behind = comma + 1;
        }
    }
    bool splits = at != SIZE_MAX && has_degree(t, str_slice(s, 0, at));
    native_text(t->c, map, "degree", degree,
                splits ? str_trim(str_slice(s, 0, at)) : s);
    if (splits)
        native_text(t->c, map, "area", degree,
                    text_trim_signs(str_slice(s, behind, s.len)));
}

/* ---- one entry ----------------------------------------------------------- */

static void
put_heads(struct text_conversion *t, struct node *map, struct text_entry *entry)
{
    for (size_t i = 0; i < entry->parts.count; i++) {
        struct text_part *part = &entry->parts.at[i];
        if (!part->is_used && put_detail(t, map, part->node, part->node->text))
            part->is_used = true;
    }
}

static void
put_body_line(struct text_conversion *t, struct node *map,
              const struct text_line *line)
{
    if (put_detail(t, map, line->node, text_of(line)))
        return;
    struct node *list = native_list(t->c, map, "highlights", line->node);
    native_item_text(t->c, list, line->node, text_of(line));
}

/* Details go first: they are no names. */
static void
set_details_aside(struct text_conversion *t, struct node *map,
                  struct text_entry *entry)
{
    put_heads(t, map, entry);
}

static void
put_rest(struct text_conversion *t, struct node *map, struct text_entry *entry)
{
    for (size_t i = 0; i < entry->parts.count; i++) {
        struct text_part *part = &entry->parts.at[i];
        if (part->is_used)
            continue;
        part->is_used = true;
        if (part->is_place && !node_get(map, "location")) {
            text_put_place(t, map, part->node);
        } else if (!node_get(map, "area") && node_get(map, "degree") &&
                   !part->is_place && part->node->text.len < 60) {
            native_text(t->c, map, "area", part->node, part->node->text);
        } else {
            struct node *list =
                native_list(t->c, map, "highlights", part->node);
            native_item_text(t->c, list, part->node, part->node->text);
        }
    }
}

/* Keys in the order in which people write them. */
static struct node *
new_entry(struct text_conversion *t, const struct text_entry *entry)
{
    struct node *list = native_list(t->c, t->c->native, "education", NULL);
    return native_item(t->c, list, entry->heads.at[0]->node);
}

static void
put_entry(struct text_conversion *t, struct text_entry *entry, int order)
{
    const struct text_pair_words words = {.is_school = true, .order = order};
    struct node *map = new_entry(t, entry);
    text_entry_read(t->page, entry);
    text_parts_split_commas(t->page, entry);
    set_details_aside(t, map, entry);
    struct text_pair pair = text_pair_find(t->page, entry, &words);
    if (pair.second)
        native_text(t->c, map, "institution", pair.second, pair.second->text);
    if (pair.first)
        put_degree(t, map, pair.first);
    if (str_find(entry->url, STR("://"), 0) != SIZE_MAX)
        native_text(t->c, map, "url", entry->heads.at[0]->node, entry->url);
    text_put_dates(t, map, entry, "end_date");
    put_rest(t, map, entry);
    for (size_t i = 0; i < entry->body.count; i++)
        put_body_line(t, map, entry->body.at[i]);
    text_take_heads(t, entry);
}

/* A school alone above, a degree alone below: one entry in two. */
static bool
is_half(struct text_conversion *t, const struct text_entry *entry,
        unsigned kinds)
{
    unsigned found = 0;
    if (entry->heads.count != 1 || entry->body.count)
        return false;
    found = text_count(t->page->words, text_of(entry->heads.at[0]), kinds);
    return found > 0;
}

static bool
completes(struct text_conversion *t, const struct text_entry *above,
          const struct text_entry *entry)
{
    const unsigned school = TEXT_SCHOOL | TEXT_ORG;
    bool above_is_school = is_half(t, above, school);
    return above->heads.count == 1 && !above->body.count &&
           entry->heads.count && !entry->level &&
           above->heads.at[0]->dates.from == above->heads.at[0]->dates.to &&
           ((above_is_school && is_half(t, entry, TEXT_DEGREE) &&
             !is_half(t, entry, TEXT_SCHOOL)) ||
            (is_half(t, above, TEXT_DEGREE) && !above_is_school &&
             is_half(t, entry, school)));
}

void
text_education_convert(struct text_conversion *t,
                       const struct text_section *section)
{
    text_entry_list entries = text_entries_group(t->page, section);
    size_t count = 0;
    for (size_t i = 0; i < entries.count; i++) {
        struct text_entry *entry = &entries.at[i];
        if (!entry->heads.count)
            continue;
        if (i + 1 < entries.count && completes(t, entry, entry + 1)) {
            *list_add(t->c->arena, &entry->heads) = entry[1].heads.at[0];
            entry[1].heads.count = 0;
        }
        put_entry(t, entry, 0);
        count++;
    }
    if (!count)
        text_custom_convert(t, section);
}
