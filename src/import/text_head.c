/* The top of a resume: name, headline, contacts, a first paragraph. */
#include "text_contact.h"

#include "base/buf.h"

/* ---- pieces of a line ---------------------------------------------------- */

struct head {
    struct text_conversion *t;
    const struct text_section *section;
    const struct text_line *line;
    bool is_top;      /* before the first heading */
    bool has_contact; /* the line has an address or a number */
    bool is_told;     /* some piece of the line has no place */
};

/* Where one lives: by its words, or a word beside a number and an address. */
static bool
is_home(const struct head *h, struct str s)
{
    const struct text_words *words = h->t->page->words;
    struct node *basics = text_basics(h->t);
    if (node_get(basics, "location"))
        return false;
    return text_is_place(words, s) ||
           (h->has_contact && node_get(basics, "name") && s.len <= 40 &&
            !text_count(words, s, TEXT_TITLE));
}

/* Words that are no contact: the name, the headline, or something to say. */
static void
put_words(struct head *h, const struct node *from, struct str s)
{
    struct node *basics = text_basics(h->t);
    struct str plain = text_trim_signs(text_unmarked(h->t->c->arena, s, NULL));
    if (!plain.len || text_is_paper(h->t->page, plain))
        return;
    plain = text_pronouns_take(h->t, from, plain);
    bool has_name = node_get(basics, "name");
    bool is_long = plain.len > 100 || str_ends(plain, STR("."));
    if (!has_name && text_is_name(h->t->page->words, plain))
        text_name_put(h->t, from, plain);
    else if (text_is_pronouns(plain) && !node_get(basics, "pronouns"))
        native_text(h->t->c, basics, "pronouns", from, plain);
    else if (is_home(h, plain))
        (void)contact_put(h->t, CONTACT_PLACE, NULL, from, plain);
    else if (h->is_top && !is_long && !node_get(basics, "headline") && has_name)
        native_text(h->t->c, basics, "headline", from, plain);
    else if (h->is_top)
        text_paragraph_add(h->t, &h->t->summary, from, str_trim(s));
    else
        h->is_told = true;
}

/* "12 Main Street", "60601 Chicago": numbers and words, no date. */
static bool
is_address(struct str s)
{
    size_t digits = 0, letters = 0;
    for (size_t i = 0; i < s.len; i++) {
        digits += ascii_is_digit(s.at[i]);
        letters += ascii_is_alpha(s.at[i]) || (unsigned char)s.at[i] >= 0x80;
    }
    return digits >= 1 && digits <= 9 && letters >= 3 && s.len <= 100 &&
           !str_ends(s, STR("."));
}

/* A birthday has as many digits as a number of a phone. */
static bool
is_date(struct head *h, struct str s)
{
    struct text_dates dates = text_dates_find(h->t->page->words, s);
    return dates.to - dates.from == s.len && s.len > 0;
}

static bool
put_shape(struct head *h, const struct node *from, struct str s)
{
    if (is_date(h, s))
        return false;
    if (str_starts(s, STR("mailto:")))
        s = str_slice(s, 7, s.len);
    if (contact_is_email(s))
        return contact_put(h->t, CONTACT_EMAIL, NULL, from, s);
    if (contact_is_phone(s))
        return contact_put(h->t, CONTACT_PHONE, NULL, from, s);
    if (contact_is_url(s))
        return contact_put(h->t, CONTACT_URL, NULL, from, s);
    return false;
}

static bool
has_shape(struct str s)
{
    return contact_is_email(s) || contact_is_phone(s) || contact_is_url(s);
}

/* "Email: x", "**Phone** x": the label, and what it is said of. */
static enum contact_field
read_label(struct head *h, struct str *s, const char **network)
{
    struct arena *arena = h->t->c->arena;
    size_t colon = str_find_byte(*s, ':', 0), sign = 1;
    size_t wide = str_find(*s, STR("\xEF\xBC\x9A"), 0);
    if (wide < colon) {
        colon = wide;
        sign = 3;
    }
    bool is_url =
        colon != SIZE_MAX && colon + 1 < s->len && s->at[colon + 1] == '/';
    *network = NULL;
    if (colon == SIZE_MAX || is_url || colon > 40)
        return CONTACT_NONE;
    enum contact_field field =
        contact_label(arena, str_slice(*s, 0, colon), network);
    if (field != CONTACT_NONE)
        *s = text_trim_signs(str_slice(*s, colon + sign, s->len));
    return field;
}

static bool
has_unknown_label(struct str s)
{
    size_t colon = str_find_byte(s, ':', 0);
    return colon != SIZE_MAX && colon > 0 && colon < 40 && colon + 1 < s.len &&
           s.at[colon + 1] == ' ';
}

/* "[Jordan Avery](https://...)": the words of the link are the name. */
static bool
is_name_link(const struct head *h, struct str shown, struct str url)
{
    return h->is_top && !node_get(text_basics(h->t), "name") &&
           !contact_network(url) && !contact_is_url(shown) &&
           !contact_is_email(shown) && text_is_name(h->t->page->words, shown);
}

/* A page's address behind words: what the words say of it. */
static bool
put_linked_page(struct head *h, const struct node *from, struct str shown,
                struct str url)
{
    const char *network;
    enum contact_field field = contact_label(h->t->c->arena, shown, &network);
    bool is_name = field == CONTACT_NONE && is_name_link(h, shown, url);
    if (is_name)
        text_name_put(h->t, text_slice(h->t->page, h->line, shown), shown);
    if (field == CONTACT_PROFILE && contact_is_url(url))
        return contact_put(h->t, field, network, from, url);
    if (contact_is_email(shown))
        return put_shape(h, from, shown);
    if (!contact_is_url(url))
        return false;
    /* "My talks": the words are the name of the page. */
    bool is_named = !is_name && field == CONTACT_NONE &&
                    !contact_is_url(shown) && shown.len;
    if (!is_named || (contact_network(url) && contact_username(url).len))
        return contact_put(h->t, CONTACT_URL, NULL, from, url);
    contact_put_page(h->t, from, shown, url);
    return true;
}

/* A link: its address, or what it is shown as. */
static bool
put_link(struct head *h, const struct node *from, struct str s)
{
    struct str url = STR("");
    struct str shown = text_trim_signs(text_unmarked(h->t->c->arena, s, &url));
    if (!url.len)
        return false;
    if (str_starts(url, STR("mailto:")))
        return put_shape(h, from, url);
    if (str_starts(url, STR("tel:")))
        return contact_put(
            h->t, CONTACT_PHONE, NULL, from,
            contact_is_phone(shown) ? shown : str_slice(url, 4, url.len));
    return put_linked_page(h, from, shown, url);
}

static struct str
without_angles(struct str s)
{
    s = str_trim(s);
    if (str_starts(s, STR("<")) && str_ends(s, STR(">")))
        return str_slice(s, 1, s.len - 1);
    return s;
}

/* Words of several kinds with blanks between: the contacts among them. */
static bool
put_mixed(struct head *h, const struct node *from, struct str s)
{
    struct buf left = buf_new(h->t->c->arena);
    const char *network;
    bool has_any = false;
    for (struct str rest = s; rest.len;) {
        struct str word = str_cut(&rest, ' ');
        struct str bare = without_angles(text_trim_signs(word));
        if (contact_is_email(bare) || (contact_is_url(bare) && bare.len > 4)) {
            has_any = true;
            h->is_told |=
                !put_shape(h, text_slice(h->t->page, h->line, bare), bare);
            continue;
        }
        if (left.len)
            buf_add_byte(&left, ' ');
        buf_add(&left, word);
    }
    struct str words = text_trim_signs(buf_str(&left));
    if (!has_any ||
        contact_label(h->t->c->arena, words, &network) != CONTACT_NONE)
        return has_any;
    if (contact_is_phone(words))
        h->is_told |= !put_shape(h, from, words);
    else
        put_words(h, from, words);
    return true;
}

/* The portrait; what shows how often a page was seen is none. */
static bool
put_image(struct head *h, struct node *from, struct str s)
{
    struct str address = text_image(s);
    if (!address.len)
        return false;
    if (node_get(text_basics(h->t), "image")) {
        h->is_told = true;
        return true;
    }
    from->text = address;
    convert_value(h->t->c, text_basics(h->t), from, "image", VALUE_IMAGE);
    return true;
}

/* A label is believed when what it is said of has the shape. */
static enum contact_field
checked_field(struct head *h, enum contact_field field, struct str s)
{
    switch (field) {
    case CONTACT_PHONE:
        return contact_is_phone(s) && !is_date(h, s) ? field : CONTACT_NONE;
    case CONTACT_EMAIL:
        return contact_is_email(s) ? field : CONTACT_NONE;
    case CONTACT_URL:
        return contact_is_url(s) ? field : CONTACT_NONE;
    case CONTACT_SUMMARY:
    case CONTACT_CONTACT:
    case CONTACT_LANGUAGE:
        return CONTACT_NONE;
    default:
        return field;
    }
}

/* What has no label that is known: `s` as it is written, `plain` without
   marks. */
static void
put_unlabelled(struct head *h, const struct node *from, struct str s,
               struct str plain)
{
    if (has_shape(plain)) {
        h->is_told |= !put_shape(h, from, plain);
        return;
    }
    if (put_mixed(h, from, plain))
        return;
    if (has_unknown_label(plain) && plain.len < 80) {
        h->is_told = true;
        return;
    }
    struct node *basics = text_basics(h->t);
    bool is_place = is_address(plain) && node_get(basics, "name") &&
                    !node_get(basics, "location");
    if (!is_place || !contact_put(h->t, CONTACT_PLACE, NULL, from, plain))
        put_words(h, from, s);
}

static void
put_piece(struct head *h, struct str s)
{
    const char *network;
    s = without_angles(text_trim_signs(s));
    if (!s.len)
        return;
    struct node *from = text_slice(h->t->page, h->line, s);
    if (put_image(h, from, s) || put_link(h, from, s))
        return;
    struct str plain = text_trim_signs(text_unmarked(h->t->c->arena, s, NULL));
    enum contact_field field = read_label(h, &plain, &network);
    plain = without_angles(plain);
    field = checked_field(h, field, plain);
    from = text_slice(h->t->page, h->line, plain);
    if (field == CONTACT_NONE)
        put_unlabelled(h, from, s, plain);
    else
        h->is_told |= !contact_put(h->t, field, network, from, plain);
}

/* Signs between contacts; none of them stands within one. */
static size_t
joint_len(struct str s, size_t at)
{
    static const char *const signs[] = {"|",
                                        "\t",
                                        "\xE2\x80\xA2",
                                        "\xC2\xB7",
                                        " \xE2\x80\x93 ",
                                        "; ",
                                        " - ",
                                        " \xE2\x80\x94 ",
                                        " // ",
                                        "\xE2\x97\x8F",
                                        " / ",
                                        " \xE2\x88\x99 ",
                                        "\xE2\x97\x86",
                                        " ~ ",
                                        "\xE2\xAC\xA9",
                                        "\xE2\x97\x87",
                                        "\xEF\xBD\x9C",
                                        " \xE2\x8B\x84 ",
                                        "\xE2\x8B\x85",
                                        " \\ "};
    if (str_starts(str_slice(s, at, s.len), STR("   ")) ||
        (str_starts(str_slice(s, at, s.len), STR("  ")) &&
         (at == 0 || s.at[at - 1] != '.')))
        return 2;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* After a comma another contact: "a@b.org, +1 312 555 0100". */
static bool
comma_parts(struct str s, size_t at)
{
    struct str rest = text_trim_signs(str_slice(s, at + 1, s.len));
    struct str before = text_trim_signs(str_slice(s, 0, at));
    struct str next =
        text_trim_signs(str_slice(rest, 0, str_find_byte(rest, ',', 0)));
    return has_shape(next) || has_shape(before);
}

/* "Email | a@b.org", a row of a table: the label has no colon. */
static bool
put_labelled(struct head *h)
{
    struct str s = text_of(h->line);
    const char *network;
    size_t at = 0, len = 0;
    while (at < s.len && !(len = joint_len(s, at)))
        at++;
    if (!len || at == 0)
        return false;
    struct str label = text_unmarked(h->t->c->arena, str_slice(s, 0, at), NULL);
    struct str value = text_trim_signs(
        text_unmarked(h->t->c->arena, str_slice(s, at + len, s.len), NULL));
    enum contact_field field = contact_label(h->t->c->arena, label, &network);
    value = without_angles(value);
    return field != CONTACT_NONE && label.len > 1 &&
           contact_put(h->t, field, network,
                       text_slice(h->t->page, h->line, value), value);
}

static bool
has_contact(struct str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++)
        digits += ascii_is_digit(s.at[i]);
    return str_find_byte(s, '@', 0) != SIZE_MAX || digits >= 8;
}

static void
put_line(struct head *h)
{
    struct str s = text_of(h->line);
    size_t from = 0, depth = 0;
    h->has_contact = has_contact(s);
    if (put_labelled(h))
        return;
    if (h->line->kind == LINE_ROW && str_find_byte(s, '|', 0) != SIZE_MAX &&
        node_get(text_basics(h->t), "name")) {
        h->is_told = !h->line->is_head_row;
        return;
    }
    for (size_t i = 0; i < s.len;) {
        depth += s.at[i] == '[' || s.at[i] == '(';
        depth -= depth && (s.at[i] == ']' || s.at[i] == ')');
        size_t len = depth ? 0 : joint_len(s, i);
        if (!len && !depth && s.at[i] == ',' &&
            comma_parts(str_slice(s, from, s.len), i - from))
            len = 1;
        if (!len) {
            i++;
            continue;
        }
        put_piece(h, str_slice(s, from, i));
        i += len;
        from = i;
    }
    put_piece(h, str_slice(s, from, s.len));
}

static bool
has_joint(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (joint_len(s, i))
            return true;
    return false;
}

static bool
is_paragraph(const struct text_line *line)
{
    struct str s = text_of(line);
    return (s.len > 120 || (s.len > 60 && str_ends(s, STR(".")))) &&
           str_find_byte(s, '@', 0) == SIZE_MAX &&
           (!has_joint(s) || str_ends(s, STR(".")));
}

bool
text_head_line(struct text_conversion *t, const struct text_line *line)
{
    struct head h = {.t = t, .line = line};
    return put_labelled(&h);
}

void
text_head_convert(struct text_conversion *t, const struct text_section *section)
{
    bool is_top = section->topic == TOPIC_HEAD;
    struct node *entries = NULL;
    for (size_t i = 0; i < section->lines.count; i++) {
        const struct text_line *line = &section->lines.at[i];
        struct head h = {
            .t = t, .section = section, .line = line, .is_top = is_top};
        if (is_top && is_paragraph(line)) {
            text_paragraph_add(t, &t->summary, line->node, text_of(line));
            continue;
        }
        put_line(&h);
        /* What has no place stays below its heading; at the top of the file
           there is none, and it is told of by its line. */
        if (h.is_told && !is_top) {
            if (!entries)
                entries = text_custom_open(t, section);
            text_custom_add(t, entries, line);
        } else if (!h.is_told) {
            foreign_take(t->c, line->node);
        }
    }
}
