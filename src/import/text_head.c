/* The top of a resume: name, headline, contacts, a first paragraph. */
#include "text_contact.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "locale/locale.h"

/* ---- one contact --------------------------------------------------------- */

static struct node *
basics_of(struct text_conversion *t)
{
    return native_map(t->c, t->c->native, "basics", NULL);
}

static bool
put_profile(struct text_conversion *t, const char *network,
            const struct node *from, struct str text)
{
    struct arena *arena = t->c->arena;
    bool is_url = contact_is_url(text);
    const char *name = network ? network : contact_network(text);
    struct str user = is_url ? contact_username(text) : text;
    if (is_url && (!name || !user.len))
        return contact_put(t, CONTACT_URL, NULL, from, text);
    if (str_starts(user, STR("@")))
        user = str_slice(user, 1, user.len);
    if (!user.len)
        return false;
    struct node *list = native_list(t->c, basics_of(t), "profiles", from);
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *there = node_get(list->items.at[i], "username");
        const struct node *at = node_get(list->items.at[i], "network");
        if (there && str_equal(there->text, user) && at && name &&
            str_is(at->text, name))
            return true;
    }
    struct node *item = native_item(t->c, list, from);
    native_text(t->c, item, "network", from,
                name ? str_from(name) : STR("Web"));
    native_text(t->c, item, "username", from, user);
    if (is_url)
        native_text(t->c, item, "url", from, contact_full_url(arena, text));
    return true;
}

static bool
put_once(struct text_conversion *t, const char *key, const struct node *from,
         struct str text)
{
    const struct node *there = node_get(basics_of(t), key);
    if (there)
        return str_equal_nocase(there->text, text);
    return native_text(t->c, basics_of(t), key, from, text) != NULL;
}

/* A second page of one's own stands among the profiles. */
static bool
put_url(struct text_conversion *t, const struct node *from, struct str text)
{
    struct str url = contact_full_url(t->c->arena, text);
    if (contact_network(text) && contact_username(text).len)
        return put_profile(t, NULL, from, text);
    if (put_once(t, "url", from, url))
        return true;
    struct node *list = native_list(t->c, basics_of(t), "profiles", from);
    struct node *item = native_item(t->c, list, from);
    native_text(t->c, item, "network", from, STR("Web"));
    native_text(t->c, item, "url", from, url);
    return true;
}

static bool
put_place(struct text_conversion *t, const struct node *from, struct str text)
{
    struct node place = *from;
    if (node_get(basics_of(t), "location"))
        return false;
    place.text = text;
    struct node *kept = ARENA_NEW(t->c->arena, struct node);
    *kept = place;
    text_put_place(t, basics_of(t), kept);
    return true;
}

bool
contact_put(struct text_conversion *t, enum contact_field field,
            const char *network, const struct node *from, struct str text)
{
    text = str_trim(text);
    if (!text.len)
        return true;
    switch (field) {
    case CONTACT_NAME:
        return put_once(t, "name", from, text);
    case CONTACT_EMAIL:
        if (str_starts(text, STR("mailto:")))
            text = str_slice(text, 7, text.len);
        return contact_is_email(text) && put_once(t, "email", from, text);
    case CONTACT_PHONE:
        return put_once(t, "phone", from, text);
    case CONTACT_PLACE:
        return put_place(t, from, text);
    case CONTACT_URL:
        return contact_is_url(text) && put_url(t, from, text);
    case CONTACT_PROFILE:
        return put_profile(t, network, from, text);
    case CONTACT_HEADLINE:
        return put_once(t, "headline", from, text);
    case CONTACT_PRONOUNS:
        return put_once(t, "pronouns", from, text);
    default:
        return false;
    }
}

/* ---- the name ------------------------------------------------------------ */

/* "RN", "MHA", "Ph.D.", "FACHE": letters behind a name. */
static bool
is_post_nominal(struct str s)
{
    size_t upper = 0;
    s = str_trim(s);
    if (s.len < 2 || s.len > 14 || str_find_byte(s, ' ', 0) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < s.len; i++)
        upper += s.at[i] >= 'A' && s.at[i] <= 'Z';
    return upper >= 2;
}

static void
put_name(struct text_conversion *t, const struct node *from, struct str s)
{
    size_t comma = str_find_byte(s, ',', 0);
    struct str rest = str_slice(s, comma + 1, s.len);
    bool has_letters = comma != SIZE_MAX;
    for (struct str left = rest; has_letters && left.len;)
        has_letters = is_post_nominal(str_cut(&left, ','));
    if (!has_letters) {
        native_text(t->c, basics_of(t), "name", from, s);
        return;
    }
    native_text(t->c, basics_of(t), "name", from,
                str_trim(str_slice(s, 0, comma)));
    struct node *list = native_list(t->c, basics_of(t), "post_nominals", from);
    while (rest.len)
        native_item_text(t->c, list, from, str_trim(str_cut(&rest, ',')));
}

static bool
is_name(const struct text_words *words, struct str s)
{
    size_t at = 0, count = 0;
    struct str word;
    const unsigned others = TEXT_TITLE | TEXT_SCHOOL | TEXT_COUNTRY;
    if (s.len > 60 || str_find_byte(s, ':', 0) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.at[i]) || strchr("?!#/\\<>{}=", s.at[i]))
            return false;
    for (; (word = text_word_next(s, &at)).len; count++)
        if (count == 0) {
            size_t first = 0;
            uint32_t c = utf8_next(word, &first);
            if (utf8_upper(c) != c)
                return false;
        }
    struct str name = str_slice(s, 0, str_find_byte(s, ',', 0));
    return count >= 1 && count <= 7 && text_count(words, name, others) < 2;
}

/* ---- pieces of a line ---------------------------------------------------- */

struct head {
    struct text_conversion *t;
    const struct text_section *section;
    const struct text_line *line;
    bool is_top;      /* before the first heading */
    bool has_contact; /* the line has an address or a number */
    bool is_told;     /* some piece of the line has no place */
};

static bool
is_pronouns(struct str s)
{
    size_t slash = str_find_byte(s, '/', 0);
    return slash != SIZE_MAX && s.len <= 16 && slash >= 2 && slash <= 6 &&
           str_find_byte(s, '.', 0) == SIZE_MAX &&
           str_find_byte(s, ' ', 0) == SIZE_MAX && *s.at >= 'a';
}

static bool
is_paper(const struct text_page *page, struct str s)
{
    bool is_exact;
    const struct text_phrase *phrase =
        text_phrase_find(page->words, s, &is_exact);
    return phrase && is_exact && phrase->topic == TOPIC_RESUME;
}

/* "Jordan Avery (they/them)". */
static struct str
take_pronouns(struct head *h, const struct node *from, struct str s)
{
    size_t open = str_find(s, STR(" ("), 0);
    struct str inner = str_slice(s, open + 2, s.len - 1);
    if (open == SIZE_MAX || !str_ends(s, STR(")")) || !is_pronouns(inner) ||
        node_get(basics_of(h->t), "pronouns"))
        return s;
    native_text(h->t->c, basics_of(h->t), "pronouns", from, inner);
    return str_slice(s, 0, open);
}

/* Words that are no contact: the name, the headline, or something to say. */
static void
put_words(struct head *h, const struct node *from, struct str s)
{
    struct node *basics = basics_of(h->t);
    const struct text_words *words = h->t->page->words;
    struct str plain = text_trim_signs(text_unmarked(h->t->c->arena, s, NULL));
    if (!plain.len || is_paper(h->t->page, plain))
        return;
    plain = take_pronouns(h, from, plain);
    if (!node_get(basics, "name") && is_name(words, plain)) {
        put_name(h->t, from, plain);
        return;
    }
    if (is_pronouns(plain) && !node_get(basics, "pronouns")) {
        native_text(h->t->c, basics, "pronouns", from, plain);
        return;
    }
    if (!node_get(basics, "location") && text_is_place(words, plain)) {
        (void)contact_put(h->t, CONTACT_PLACE, NULL, from, plain);
        return;
    }
    /* A word beside a number and an address is where one lives. */
    if (h->has_contact && node_get(basics, "name") && plain.len <= 40 &&
        !node_get(basics, "location") &&
        !text_count(words, plain, TEXT_TITLE)) {
        (void)contact_put(h->t, CONTACT_PLACE, NULL, from, plain);
        return;
    }
    bool is_long = plain.len > 100 || str_ends(plain, STR("."));
    if (h->is_top && !is_long && !node_get(basics, "headline") &&
        node_get(basics, "name")) {
        native_text(h->t->c, basics, "headline", from, plain);
        return;
    }
    if (h->is_top)
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

static bool
put_page(struct text_conversion *t, const struct node *from, struct str url,
         struct str name)
{
    struct node *list = native_list(t->c, basics_of(t), "profiles", from);
    struct node *item = native_item(t->c, list, from);
    native_text(t->c, item, "network", from, name);
    native_text(t->c, item, "url", from, contact_full_url(t->c->arena, url));
    return true;
}

/* A link: its address, or what it is shown as. */
static bool
put_link(struct head *h, const struct node *from, struct str s)
{
    struct str url = STR("");
    struct str shown = text_trim_signs(text_unmarked(h->t->c->arena, s, &url));
    const char *network;
    if (!url.len)
        return false;
    if (str_starts(url, STR("mailto:")))
        return put_shape(h, from, url);
    if (str_starts(url, STR("tel:")))
        return contact_put(
            h->t, CONTACT_PHONE, NULL, from,
            contact_is_phone(shown) ? shown : str_slice(url, 4, url.len));
    enum contact_field field = contact_label(h->t->c->arena, shown, &network);
    bool is_name_link = h->is_top && !node_get(basics_of(h->t), "name") &&
                        field == CONTACT_NONE && !contact_network(url) &&
                        !contact_is_url(shown) && !contact_is_email(shown) &&
                        is_name(h->t->page->words, shown);
    if (is_name_link)
        put_name(h->t, text_slice(h->t->page, h->line, shown), shown);
    if (field == CONTACT_PROFILE && contact_is_url(url))
        return contact_put(h->t, field, network, from, url);
    if (contact_is_email(shown))
        return put_shape(h, from, shown);
    if (!contact_is_url(url))
        return false;
    /* "My talks": the words are the name of the page. */
    bool is_named = !is_name_link && field == CONTACT_NONE &&
                    !contact_is_url(shown) && shown.len;
    if (is_named && (!contact_network(url) || !contact_username(url).len))
        return put_page(h->t, from, url, shown);
    return contact_put(h->t, CONTACT_URL, NULL, from, url);
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
    struct str rest = s;
    while (rest.len) {
        struct str word = str_cut(&rest, ' ');
        struct str bare = without_angles(text_trim_signs(word));
        bool is_contact =
            contact_is_email(bare) || (contact_is_url(bare) && bare.len > 4);
        if (is_contact) {
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
    if (has_any &&
        contact_label(h->t->c->arena, words, &network) == CONTACT_NONE) {
        if (contact_is_phone(words))
            h->is_told |= !put_shape(h, from, words);
        else
            put_words(h, from, words);
    }
    return has_any;
}

/* The portrait; what shows how often a page was seen is none. */
static bool
put_image(struct head *h, struct node *from, struct str s)
{
    struct str address = text_image(s);
    if (!address.len)
        return false;
    if (node_get(basics_of(h->t), "image")) {
        h->is_told = true;
        return true;
    }
    from->text = address;
    convert_value(h->t->c, basics_of(h->t), from, "image", VALUE_IMAGE);
    return true;
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
    if (field == CONTACT_PHONE &&
        (!contact_is_phone(plain) || is_date(h, plain)))
        field = CONTACT_NONE;
    if (field == CONTACT_EMAIL && !contact_is_email(plain))
        field = CONTACT_NONE;
    if (field == CONTACT_URL && !contact_is_url(plain))
        field = CONTACT_NONE;
    if (field == CONTACT_SUMMARY || field == CONTACT_CONTACT ||
        field == CONTACT_LANGUAGE)
        field = CONTACT_NONE;
    from = text_slice(h->t->page, h->line, plain);
    if (field != CONTACT_NONE && contact_put(h->t, field, network, from, plain))
        return;
    if (field != CONTACT_NONE) {
        h->is_told = true;
        return;
    }
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
    bool is_place = is_address(plain) && node_get(basics_of(h->t), "name") &&
                    !node_get(basics_of(h->t), "location");
    if (is_place && contact_put(h->t, CONTACT_PLACE, NULL, from, plain))
        return;
    put_words(h, from, s);
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
        node_get(basics_of(h->t), "name")) {
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

/* ---- front matter -------------------------------------------------------- */

static bool
front_put(struct text_conversion *t, struct str key, const struct node *value)
{
    const char *network;
    enum contact_field field = contact_label(t->c->arena, key, &network);
    struct str s =
        text_trim_signs(text_unmarked(t->c->arena, value->text, NULL));
    if (field == CONTACT_NONE) {
        if (contact_is_email(s))
            field = CONTACT_EMAIL;
        else if (contact_is_url(s) && contact_network(s))
            field = CONTACT_PROFILE;
        else
            return false;
    }
    if (field == CONTACT_SUMMARY) {
        text_paragraph_add(t, &t->summary, value, value->text);
        return true;
    }
    if (field == CONTACT_LANGUAGE) {
        struct str guess;
        struct str tag = locale_tag(t->c->arena, s, &guess);
        return tag.len &&
               native_text(t->c, t->c->native, "language", value, tag) != NULL;
    }
    return contact_put(t, field, network, value, s);
}

static void
front_tell(struct text_conversion *t, const struct node *value, struct str key)
{
    struct finding *finding;
    if (!foreign_says(value))
        return;
    finding = finding_add(t->c->findings, CODE_I106, value->span,
                          "`%.*s: %.*s` is for another program.", STR_ARG(key),
                          STR_ARG(value->text));
    finding->path = foreign_path(t->c, value);
    foreign_take(t->c, value);
}

/* "title: Jane Doe - Resume": the name, when nothing else gives it. */
static bool
front_title(struct text_conversion *t, struct str key, const struct node *value)
{
    struct str s = value->text;
    if (!str_is(key, "title") || node_get(basics_of(t), "name"))
        return false;
    if (is_paper(t->page, s)) {
        foreign_take(t->c, value);
        return true;
    }
    return false;
}

void
text_front_convert(struct text_conversion *t)
{
    const struct node *front = t->page->front;
    if (!front)
        return;
    for (size_t i = 0; i < front->pairs.count; i++) {
        const struct node_pair *pair = &front->pairs.at[i];
        const struct node *value = pair->value;
        if (value->kind == NODE_SCALAR) {
            if (front_put(t, pair->key, value) ||
                front_title(t, pair->key, value))
                foreign_take(t->c, value);
            else
                front_tell(t, value, pair->key);
            continue;
        }
        for (size_t k = 0; k < value->pairs.count; k++) {
            const struct node_pair *inner = &value->pairs.at[k];
            if (front_put(t, inner->key, inner->value))
                foreign_take(t->c, inner->value);
            else
                front_tell(t, inner->value,
                           inner->key.len ? inner->key : pair->key);
        }
    }
}
