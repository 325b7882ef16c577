/* Entries of RenderCV, each in the native list that its section becomes. */
#include "rendercv.h"

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
    rendercv_put_summary(r, native, foreign_get(c, entry, "summary"),
                         "summary");
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

static void
put_school_dates(struct rendercv *r, struct node *native,
                 const struct node *entry)
{
    const struct node *expected = foreign_get(r->c, entry, "expected");
    bool is_open = rendercv_says_same(expected, node_get(entry, "end_date")) ||
                   rendercv_says_same(expected, node_get(entry, "date"));
    rendercv_put_dates(r, native, entry, is_open ? &until_expected : &spans);
    if (is_open)
        foreign_take(r->c, expected);
}

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
    put_school_dates(r, native, entry);
    rendercv_put_words(c, native, foreign_get(c, entry, "location"), "location",
                       NULL);
    put_as_line(r, native,
                rendercv_summary_of(
                    r, entry, "concentration honors gpa accreditation courses"),
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
    rendercv_put_summary(r, native, foreign_get(c, entry, "summary"),
                         "summary");
    rendercv_put_rest(r, native, entry, "publications");
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

/* Our own writer says of what is not held how it stands. */
static bool
is_summary_of_standing(const struct node *entry)
{
    return (foreign_says(node_get(entry, "expected")) ||
            foreign_says(node_get(entry, "status"))) &&
           !foreign_says(node_get(entry, "issuer")) &&
           !foreign_says(node_get(entry, "state"));
}

/* Details are the day, or who issued it. */
static void
put_certificate_details(struct conversion *c, struct node *native,
                        const struct node *details)
{
    if (!details)
        return;
    struct date_read day =
        date_read(c->arena, convert_line(c, details), c->options);
    if (day.text.len && day.is_exact)
        convert_value(c, native, details, "issued", VALUE_DATE);
    else
        rendercv_put_words(c, native, details, "issuer", "verify_url");
}

void
rendercv_entry_certificate(struct rendercv *r, struct node *list,
                           const struct node *entry)
{
    static const struct rendercv_dates dates = {"issued", "expires", "issued",
                                                "name"};
    struct conversion *c = r->c;
    struct node *native = native_item(c, list, entry);
    if (rendercv_put_text(r, native, entry, "name", "verify_url"))
        return;
    const struct node *abbr = foreign_get(c, entry, "abbr");
    put_certificate_name(r, native, foreign_get(c, entry, "name|label"), abbr);
    convert_value(c, native, abbr, "abbr", VALUE_TEXT);
    if (is_summary_of_standing(entry))
        foreign_take(c, node_get(entry, "summary"));
    rendercv_put_dates(r, native, entry, &dates);
    rendercv_put_words(c, native, rendercv_summary_of(r, entry, "issuer state"),
                       "issuer", NULL);
    put_certificate_details(c, native, foreign_get(c, entry, "details"));
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
    if (rendercv_put_text(r, native, entry, "title", "url"))
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
    if (rendercv_put_text(r, native, entry, "organization", NULL))
        return;
    rendercv_put_words(c, native, foreign_get(c, entry, "company|name|label"),
                       "organization", NULL);
    rendercv_put_dates(r, native, entry, &dates);
    rendercv_put_words(c, native, rendercv_summary_of(r, entry, "role"), "role",
                       NULL);
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
    rendercv_put_words(c, native, rendercv_summary_of(r, entry, "provider"),
                       "provider", NULL);
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
    rendercv_put_summary(r, native, foreign_get(c, entry, "summary"),
                         "situation");
    rendercv_put_highlights(c, native, foreign_get(c, entry, "highlights"),
                            "results");
    rendercv_put_rest(r, native, entry, "case_studies");
}
