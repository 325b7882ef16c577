/* Entries of RenderCV, each in the native list that its section becomes. */
#include "rendercv.h"

#include "model/fields.h"

/* ---- what an entry is ---------------------------------------------------- */

/* The keys that tell, in the order in which RenderCV asks. Before 1.10 a label
   was a name: such an entry has details. */
static const struct {
    const char *key;
    enum rendercv_type type;
} telling_keys[] = {
    {"label", RENDERCV_ONE_LINE},       {"details", RENDERCV_ONE_LINE},
    {"name", RENDERCV_NORMAL},          {"company", RENDERCV_EXPERIENCE},
    {"position", RENDERCV_EXPERIENCE},  {"institution", RENDERCV_EDUCATION},
    {"area", RENDERCV_EDUCATION},       {"degree", RENDERCV_EDUCATION},
    {"study_type", RENDERCV_EDUCATION}, {"authors", RENDERCV_PUBLICATION},
    {"doi", RENDERCV_PUBLICATION},      {"journal", RENDERCV_PUBLICATION},
    {"title", RENDERCV_PUBLICATION},    {"bullet", RENDERCV_BULLET},
    {"number", RENDERCV_BULLET},        {"reversed_number", RENDERCV_BULLET},
};

enum rendercv_type
rendercv_type_of(const struct node *entry)
{
    if (entry->kind == NODE_SCALAR)
        return RENDERCV_TEXT;
    if (entry->kind == NODE_LIST)
        return RENDERCV_UNKNOWN;
    for (size_t i = 0; i < sizeof telling_keys / sizeof *telling_keys; i++)
        if (node_get(entry, telling_keys[i].key))
            return telling_keys[i].type;
    /* A sentence with a colon is a mapping to YAML. */
    return entry->pairs.count == 1 &&
                   entry->pairs.at[0].value->kind == NODE_SCALAR
               ? RENDERCV_TEXT
               : RENDERCV_UNKNOWN;
}

/* ---- dates --------------------------------------------------------------- */

static void
put_words_of_date(struct rendercv *r, struct node *native,
                  const struct node *date, const char *to)
{
    struct conversion *c = r->c;
    struct str text = rendercv_prose(c, date);
    struct node *list = native_list(c, native, to, date);
    struct node *line = native_item_text(c, list, date, text);
    native_note(c, line, "stood where a date stands");
}

/* A date wins over start and end. */
static void
put_single(struct rendercv *r, struct node *native, const struct node *date,
           const struct rendercv_dates *to)
{
    struct conversion *c = r->c;
    struct date_read from = {0}, until = {0};
    struct str typed = convert_line(c, date);
    if (date_span_read(c->arena, typed, c->options, &from, &until)) {
        struct node *start = native_text(c, native, to->start, date, from.text);
        struct node *end = native_text(c, native, to->end, date, until.text);
        if (start && end && !(from.is_exact && until.is_exact))
            native_note(c, start, "was \"%.*s\"", STR_ARG(typed));
        return;
    }
    struct date_read one = date_read(c->arena, typed, c->options);
    if (one.text.len || one.is_impossible || !typed.len)
        convert_value(c, native, date, to->single ? to->single : to->end,
                      VALUE_DATE);
    else
        put_words_of_date(r, native, date, to->words);
}

static bool
says_same(const struct node *a, const struct node *b)
{
    return a && b && str_equal(str_trim(a->text), str_trim(b->text));
}

void
rendercv_put_dates(struct rendercv *r, struct node *native,
                   const struct node *entry, const struct rendercv_dates *to)
{
    struct conversion *c = r->c;
    const struct node *date = foreign_get(c, entry, "date");
    const struct node *start = foreign_get(c, entry, "start_date|startDate");
    const struct node *end = foreign_get(c, entry, "end_date|endDate");
    if (date) {
        put_single(r, native, date, to);
        if (says_same(date, start))
            foreign_take(c, start);
        if (says_same(date, end))
            foreign_take(c, end);
        foreign_lose(c, start, "is not printed where there is a date as well");
        foreign_lose(c, end, "is not printed where there is a date as well");
        return;
    }
    if (start)
        convert_value(c, native, start, to->start, VALUE_DATE);
    if (end)
        convert_value(c, native, end,
                      start || !to->single ? to->end : to->single, VALUE_DATE);
    else if (start && node_get(native, to->start))
        (void)native_text(c, native, to->end, start, STR("present"));
}

/* ---- keys that are ours -------------------------------------------------- */

static void
put_field(struct conversion *c, struct node *native, const struct field *field,
          const struct node *value)
{
    enum value_kind kind = VALUE_TEXT;
    if (field->is_list)
        kind = VALUE_TEXTS;
    else if (field->type == FIELD_PROSE || field->type == FIELD_LINE)
        kind = VALUE_PROSE;
    else if (field->type == FIELD_DATE || field->type == FIELD_MONTH)
        kind = VALUE_DATE;
    else if (field->type == FIELD_URL)
        kind = VALUE_URL;
    if (kind == VALUE_TEXT)
        rendercv_put_words(c, native, value, field->key, NULL);
    else
        convert_value(c, native, value, field->key, kind);
}

void
rendercv_put_rest(struct rendercv *r, struct node *native,
                  const struct node *entry, const char *section)
{
    struct conversion *c = r->c;
    const struct field_shape *shape = fields_shape(section);
    for (size_t i = 0; i < entry->pairs.count; i++) {
        const struct node_pair *pair = &entry->pairs.at[i];
        const struct field *field = field_find(shape, pair->key);
        bool is_part =
            field && (field->type == FIELD_MAP || field->type == FIELD_NODE ||
                      field->type == FIELD_REF);
        if (!field || is_part || field_is_common(shape, field) ||
            foreign_is_taken(c, pair->value) || pair->value->kind == NODE_MAP ||
            node_get(native, field->key))
            continue;
        put_field(c, native, field, pair->value);
    }
}

/* A summary that our own writer made of fields which stand in the entry as
   well: all of these are in it. */
static bool
is_said_by(struct conversion *c, const struct node *entry,
           const struct node *summary, const char *keys)
{
    struct str rest = str_from(keys);
    bool any = false;
    while (rest.len) {
        struct str key = str_cut(&rest, ' ');
        const struct node *value =
            node_get(entry, str_terminated(c->arena, key));
        struct str words =
            value ? foreign_words(c, value, ", ") : (struct str){NULL, 0};
        if (!words.len)
            continue;
        if (str_find(summary->text, words, 0) == SIZE_MAX)
            return false;
        any = true;
    }
    return any;
}

static const struct node *
summary_of(struct rendercv *r, const struct node *entry, const char *keys)
{
    const struct node *summary = foreign_get(r->c, entry, "summary");
    if (!summary || summary->kind != NODE_SCALAR ||
        !is_said_by(r->c, entry, summary, keys))
        return summary;
    foreign_take(r->c, summary);
    return NULL;
}

static void
put_summary(struct rendercv *r, struct node *native, const struct node *summary,
            const char *to)
{
    if (summary)
        (void)native_text(r->c, native, to, summary,
                          rendercv_prose(r->c, summary));
}

/* Words that have no field of their own become the first line below. */
static void
put_as_line(struct rendercv *r, struct node *native, const struct node *from,
            const char *to)
{
    struct conversion *c = r->c;
    if (!from)
        return;
    struct str text = rendercv_prose(c, from);
    if (text.len)
        (void)native_item_text(c, native_list(c, native, to, from), from, text);
    foreign_take(c, from);
}

/* ---- work and schools ---------------------------------------------------- */

static const struct rendercv_dates spans = {"start_date", "end_date", NULL,
                                            "highlights"};
static const struct rendercv_dates work_dates = {"start_date", "end_date",
                                                 "start_date", "highlights"};

/* A single date is a job of that year or month. */
static void
put_single_end(struct conversion *c, struct node *native)
{
    const struct node *start = node_get(native, "start_date");
    if (start && !node_get(native, "end_date"))
        native_text(c, native, "end_date", NULL, start->text)->span =
            start->span;
}

static void
put_work(struct rendercv *r, struct node *native, const struct node *entry)
{
    struct conversion *c = r->c;
    rendercv_put_words(c, native, foreign_get(c, entry, "company|name"),
                       "organization", "url");
    rendercv_put_words(c, native, foreign_get(c, entry, "position"), "position",
                       "url");
    rendercv_put_dates(r, native, entry, &work_dates);
    put_single_end(c, native);
    rendercv_put_words(c, native, foreign_get(c, entry, "location"), "location",
                       NULL);
    put_summary(r, native, foreign_get(c, entry, "summary"), "summary");
    rendercv_put_highlights(c, native, foreign_get(c, entry, "highlights"),
                            "highlights");
}

void
rendercv_entry_work(struct rendercv *r, struct node *list,
                    const struct node *entry)
{
    struct node *native = native_item(r->c, list, entry);
    put_work(r, native, entry);
    rendercv_put_rest(r, native, entry, "experience");
}

void
rendercv_entry_volunteer(struct rendercv *r, struct node *list,
                         const struct node *entry)
{
    struct node *native = native_item(r->c, list, entry);
    put_work(r, native, entry);
    rendercv_put_rest(r, native, entry, "volunteer");
}

/* Our own writer gives the month that is expected as the end, too. */
static const struct rendercv_dates until_expected = {"start_date", "expected",
                                                     NULL, "highlights"};

void
rendercv_entry_school(struct rendercv *r, struct node *list,
                      const struct node *entry)
{
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    rendercv_put_words(c, native, foreign_get(c, entry, "institution|company"),
                       "institution", "url");
    rendercv_put_words(c, native,
                       foreign_get(c, entry, "degree|study_type|position"),
                       "degree", "url");
    rendercv_put_words(c, native, foreign_get(c, entry, "area"), "area", "url");
    const struct node *expected = foreign_get(c, entry, "expected");
    bool is_open = says_same(expected, node_get(entry, "end_date")) ||
                   says_same(expected, node_get(entry, "date"));
    rendercv_put_dates(r, native, entry, is_open ? &until_expected : &spans);
    if (is_open)
        foreign_take(c, expected);
    rendercv_put_words(c, native, foreign_get(c, entry, "location"), "location",
                       NULL);
    put_as_line(
        r, native,
        summary_of(r, entry, "concentration honors gpa accreditation courses"),
        "highlights");
    rendercv_put_highlights(c, native, foreign_get(c, entry, "highlights"),
                            "highlights");
    rendercv_put_words(c, native, foreign_get(c, entry, "transcript_url"),
                       "url", NULL);
    rendercv_put_rest(r, native, entry, "education");
}

/* ---- papers, awards and their like --------------------------------------- */

static void
put_authors(struct rendercv *r, struct node *native, const struct node *authors)
{
    struct conversion *c = r->c;
    if (!authors)
        return;
    if (authors->kind != NODE_LIST) {
        convert_value(c, native, authors, "authors", VALUE_TEXTS);
        return;
    }
    for (size_t i = 0; i < authors->items.count; i++) {
        struct str name = convert_prose(c, authors->items.at[i]);
        if (name.len)
            (void)native_item_text(c,
                                   native_list(c, native, "authors", authors),
                                   authors->items.at[i], name);
    }
}

void
rendercv_entry_paper(struct rendercv *r, struct node *list,
                     const struct node *entry)
{
    static const struct rendercv_dates dates = {"date", "date", "date",
                                                "authors"};
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    rendercv_put_words(c, native, foreign_get(c, entry, "title|name"), "title",
                       "url");
    put_authors(r, native, foreign_get(c, entry, "authors"));
    rendercv_put_words(c, native, foreign_get(c, entry, "journal|publisher"),
                       "publisher", "url");
    rendercv_put_dates(r, native, entry, &dates);
    convert_value(c, native, foreign_get(c, entry, "doi"), "doi", VALUE_TEXT);
    const struct node *url = foreign_get(c, entry, "url");
    if (url)
        convert_value(c, native, url, "url", VALUE_URL);
    put_summary(r, native, foreign_get(c, entry, "summary"), "summary");
    rendercv_put_rest(r, native, entry, "publications");
}

static const char *const bullet_keys = "bullet|number|reversed_number";

/* The words of an entry that is one text. */
static const struct node *
text_of(struct rendercv *r, const struct node *entry)
{
    return entry->kind == NODE_MAP && rendercv_type_of(entry) == RENDERCV_BULLET
               ? foreign_get(r->c, entry, bullet_keys)
               : entry;
}

/* A text is the name of the thing. */
static bool
put_text_as(struct rendercv *r, struct node *native, const struct node *entry,
            const char *to, const char *url_to)
{
    enum rendercv_type type = rendercv_type_of(entry);
    if (type != RENDERCV_TEXT && type != RENDERCV_BULLET)
        return false;
    const struct node *from = text_of(r, entry);
    struct str url;
    bool more;
    struct str words =
        rendercv_words(r->c, rendercv_prose(r->c, from), &url, &more);
    (void)native_text(r->c, native, to, from, words);
    if (url.len && url_to)
        (void)native_text(r->c, native, url_to, from, url);
    return true;
}

/* "Certified Medical Manager (CMM)" where the letters are given too. */
static void
put_certificate_name(struct rendercv *r, struct node *native,
                     const struct node *name, const struct node *abbr)
{
    struct conversion *c = r->c;
    struct str url, words;
    bool more;
    if (!name)
        return;
    words = rendercv_words(c, convert_line(c, name), &url, &more);
    if (abbr) {
        struct str tail =
            str_format(c->arena, " (%.*s)", STR_ARG(str_trim(abbr->text)));
        if (str_ends(words, tail))
            words.len -= tail.len;
        if (str_equal(words, str_trim(abbr->text)))
            words.len = 0;
    }
    (void)native_text(c, native, "name", name, words);
    (void)native_text(c, native, "verify_url", name, url);
}

void
rendercv_entry_certificate(struct rendercv *r, struct node *list,
                           const struct node *entry)
{
    static const struct rendercv_dates dates = {"issued", "expires", "issued",
                                                "name"};
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    if (put_text_as(r, native, entry, "name", "verify_url"))
        return;
    const struct node *abbr = foreign_get(c, entry, "abbr");
    put_certificate_name(r, native, foreign_get(c, entry, "name|label"), abbr);
    if (abbr)
        convert_value(c, native, abbr, "abbr", VALUE_TEXT);
    /* Our own writer says of what is not held how it stands. */
    if ((foreign_says(node_get(entry, "expected")) ||
         foreign_says(node_get(entry, "status"))) &&
        !foreign_says(node_get(entry, "issuer")) &&
        !foreign_says(node_get(entry, "state")))
        foreign_take(c, node_get(entry, "summary"));
    rendercv_put_dates(r, native, entry, &dates);
    const struct node *issuer = summary_of(r, entry, "issuer state");
    rendercv_put_words(c, native, issuer, "issuer", NULL);
    const struct node *details = foreign_get(c, entry, "details");
    if (details) {
        struct date_read day =
            date_read(c->arena, convert_line(c, details), c->options);
        if (day.text.len && day.is_exact)
            convert_value(c, native, details, "issued", VALUE_DATE);
        else
            rendercv_put_words(c, native, details, "issuer", "verify_url");
    }
    rendercv_put_rest(r, native, entry, "certifications");
}

void
rendercv_entry_award(struct rendercv *r, struct node *list,
                     const struct node *entry)
{
    static const struct rendercv_dates dates = {"date", "date", "date",
                                                "title"};
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    if (put_text_as(r, native, entry, "title", "url"))
        return;
    rendercv_put_words(c, native, foreign_get(c, entry, "name|label"), "title",
                       "url");
    rendercv_put_dates(r, native, entry, &dates);
    const struct node *awarder = foreign_get(c, entry, "awarder");
    const struct node *summary = foreign_get(c, entry, "summary|details");
    struct str text = rendercv_prose(c, summary);
    if (summary && awarder && str_starts(text, str_trim(awarder->text)))
        text = str_trim(str_slice(text, str_trim(awarder->text).len, text.len));
    if (awarder)
        rendercv_put_words(c, native, awarder, "awarder", "url");
    if (summary)
        (void)native_text(c, native, "summary", summary, text);
    rendercv_put_rest(r, native, entry, "awards");
}

void
rendercv_entry_membership(struct rendercv *r, struct node *list,
                          const struct node *entry)
{
    static const struct rendercv_dates dates = {"since", "until", "since",
                                                "activities"};
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    if (put_text_as(r, native, entry, "organization", NULL))
        return;
    rendercv_put_words(c, native, foreign_get(c, entry, "company|name|label"),
                       "organization", NULL);
    rendercv_put_dates(r, native, entry, &dates);
    rendercv_put_words(c, native, summary_of(r, entry, "role"), "role", NULL);
    const struct node *role = foreign_get(c, entry, "position|role|details");
    if (role)
        rendercv_put_words(c, native, role, "role", NULL);
    rendercv_put_highlights(c, native, foreign_get(c, entry, "highlights"),
                            "activities");
    rendercv_put_rest(r, native, entry, "memberships");
}

void
rendercv_entry_course(struct rendercv *r, struct node *list,
                      const struct node *entry)
{
    static const struct rendercv_dates dates = {"date", "date", "date",
                                                "title"};
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    rendercv_put_words(c, native, foreign_get(c, entry, "name"), "title",
                       "url");
    rendercv_put_dates(r, native, entry, &dates);
    rendercv_put_words(c, native, summary_of(r, entry, "provider"), "provider",
                       NULL);
    rendercv_put_rest(r, native, entry, "development");
}

void
rendercv_entry_case(struct rendercv *r, struct node *list,
                    const struct node *entry)
{
    static const struct rendercv_dates dates = {"period.start", "period.end",
                                                "period.start", "results"};
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    rendercv_put_words(c, native, foreign_get(c, entry, "name"), "title",
                       "url");
    rendercv_put_dates(r, native, entry, &dates);
    put_summary(r, native, foreign_get(c, entry, "summary"), "situation");
    rendercv_put_highlights(c, native, foreign_get(c, entry, "highlights"),
                            "results");
    rendercv_put_rest(r, native, entry, "case_studies");
}

/* ---- a label and details ------------------------------------------------- */

static void
put_details(struct rendercv *r, struct node *native, const struct node *details,
            const char *to)
{
    struct conversion *c = r->c;
    if (!details)
        return;
    struct node made = *details;
    struct str url;
    bool more;
    made.text = rendercv_words(c, convert_line(c, details), &url, &more);
    made.kind = NODE_SCALAR;
    convert_value(c, native, &made, to, VALUE_TEXTS);
    foreign_take(c, details);
}

void
rendercv_entry_skill(struct rendercv *r, struct node *list,
                     const struct node *entry)
{
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    const struct node *from = text_of(r, entry);
    struct str label, rest;
    if (entry->kind == NODE_SCALAR || from != entry) {
        if (!rendercv_label(rendercv_prose(c, from), &label, &rest)) {
            (void)put_text_as(r, native, entry, "name", NULL);
            return;
        }
        struct node made = *from;
        made.text = rest;
        (void)native_text(c, native, "name", from, label);
        put_details(r, native, &made, "keywords");
        return;
    }
    rendercv_put_words(c, native, foreign_get(c, entry, "label|name"), "name",
                       NULL);
    if (!node_get(native, "name"))
        rendercv_put_words(c, native, foreign_get(c, entry, "details"), "name",
                           NULL);
    const struct node *keywords = foreign_get(c, entry, "keywords");
    const struct node *details = foreign_get(c, entry, "details|summary");
    const struct node *level = foreign_get(c, entry, "level");
    if (keywords) {
        convert_value(c, native, keywords, "keywords", VALUE_TEXTS);
        foreign_take(c, details);
    } else if (level && says_same(level, details)) {
        foreign_take(c, details);
    } else {
        put_details(r, native, details, "keywords");
    }
    rendercv_put_rest(r, native, entry, "skills");
}

/* "English (native)", "English: native" */
static void
split_language(struct str text, struct str *language, struct str *fluency)
{
    size_t open = str_find_byte(text, '(', 0);
    size_t colon = str_find_byte(text, ':', 0);
    *language = text;
    *fluency = (struct str){NULL, 0};
    if (open != SIZE_MAX && open > 0 && str_ends(text, STR(")"))) {
        *language = str_trim(str_slice(text, 0, open));
        *fluency = str_trim(str_slice(text, open + 1, text.len - 1));
    } else if (colon != SIZE_MAX && colon > 0) {
        *language = str_trim(str_slice(text, 0, colon));
        *fluency = str_trim(str_slice(text, colon + 1, text.len));
    }
}

void
rendercv_entry_language(struct rendercv *r, struct node *list,
                        const struct node *entry)
{
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    const struct node *from = text_of(r, entry);
    struct str language, fluency, url;
    bool more;
    if (entry->kind == NODE_SCALAR || from != entry) {
        split_language(rendercv_words(c, rendercv_prose(c, from), &url, &more),
                       &language, &fluency);
        (void)native_text(c, native, "language", from, language);
        (void)native_text(c, native, "fluency", from, fluency);
        return;
    }
    rendercv_put_words(c, native, foreign_get(c, entry, "label|name"),
                       "language", NULL);
    if (!node_get(native, "language"))
        rendercv_put_words(c, native, foreign_get(c, entry, "details"),
                           "language", NULL);
    const struct node *given = foreign_get(c, entry, "fluency");
    const struct node *details = foreign_get(c, entry, "details|summary");
    if (given || foreign_says(node_get(entry, "keywords")))
        foreign_take(c, details);
    else
        rendercv_put_words(c, native, details, "fluency", NULL);
    rendercv_put_rest(r, native, entry, "languages");
}
