/* The language of a RenderCV file, and what it says of look and machinery. */
#include "rendercv.h"

#include "locale/locale.h"

/* ---- language ------------------------------------------------------------ */

static void
put_language(struct rendercv *r, const struct node *locale)
{
    struct conversion *c = r->c;
    const struct node *language = foreign_get(c, locale, "language");
    struct str guess;
    if (!foreign_says(language))
        return;
    struct str tag = locale_tag(c->arena, str_trim(language->text), &guess);
    if (!tag.len)
        return; /* told of among the settings */
    const struct node *made =
        native_text(c, c->native, "language", language, tag);
    if (made && !str_equal(tag, str_trim(language->text)))
        native_note(c, made, "was \"%.*s\"",
                    STR_ARG(foreign_shown(c, language->text, 40)));
}

static bool
is_same_list(const struct locale *locale, enum word first,
             const struct node *list)
{
    for (size_t i = 0; i < MONTHS_OF_YEAR; i++)
        if (!str_equal(list->items.at[i]->text,
                       locale_word(locale, (enum word)(first + (int)i))))
            return false;
    return true;
}

/* Names of months other than those of the language. */
static void
put_months(struct rendercv *r, const struct node *from, const char *keys,
           const char *to, enum word first)
{
    struct conversion *c = r->c;
    const struct node *list = foreign_get(c, from, keys);
    const struct node *language = node_get(c->native, "language");
    const struct locale *locale =
        language ? locale_find(c->arena, language->text) : NULL;
    if (!list || list->kind != NODE_LIST || list->items.count != MONTHS_OF_YEAR)
        return;
    for (size_t i = 0; i < MONTHS_OF_YEAR; i++)
        if (!foreign_says(list->items.at[i]))
            return;
    if (is_same_list(locale, first, list))
        return;
    struct node *words = native_map(c, c->native, "locale", from);
    struct node *names = native_list(c, words, to, list);
    for (size_t i = 0; i < MONTHS_OF_YEAR; i++)
        (void)native_item_text(c, names, list->items.at[i],
                               convert_line(c, list->items.at[i]));
    foreign_take(c, list);
}

static void
put_present(struct rendercv *r, const struct node *from)
{
    struct conversion *c = r->c;
    const struct node *present = foreign_get(c, from, "present");
    const struct node *language = node_get(c->native, "language");
    const struct locale *locale =
        language ? locale_find(c->arena, language->text) : NULL;
    if (!foreign_says(present))
        return;
    struct str text = convert_line(c, present);
    if (!str_equal(text, locale_word(locale, WORD_PRESENT)))
        (void)native_text(c, native_map(c, c->native, "locale", from),
                          "present", present, text);
}

/* ---- look and machinery -------------------------------------------------- */

/* Every value that is left, with its way: nothing goes without a word. */
static size_t
add_values(struct conversion *c, struct buf *out, const struct node *node,
           struct str path)
{
    size_t count = 0;
    if (foreign_is_taken(c, node))
        return 0;
    if (foreign_says(node)) {
        buf_print(out, "%s%.*s: %.*s", out->len ? "; " : "", STR_ARG(path),
                  STR_ARG(foreign_shown(c, node->text, 300)));
        count++;
    }
    for (size_t i = 0; i < node->items.count; i++)
        count += add_values(c, out, node->items.at[i], path);
    for (size_t i = 0; i < node->pairs.count; i++) {
        const struct node_pair *pair = &node->pairs.at[i];
        const char *dot = path.len ? "." : "";
        count += add_values(c, out, pair->value,
                            str_format(c->arena, "%.*s%s%.*s", STR_ARG(path),
                                       dot, STR_ARG(pair->key)));
    }
    return count;
}

static void
tell_setting(struct rendercv *r, const char *keys, const char *what)
{
    struct conversion *c = r->c;
    const struct node *node = foreign_get(c, c->foreign, keys);
    struct buf out = buf_new(c->arena);
    if (!node)
        return;
    size_t count = add_values(c, &out, node, (struct str){NULL, 0});
    if (count) {
        struct finding *finding = foreign_report(
            c, CODE_I106, node, "%s of RenderCV: %zu %s not read.", what, count,
            count == 1 ? "value is" : "values are");
        finding_help(finding, "%.*s", STR_ARG(buf_str(&out)));
    }
    foreign_take(c, node);
}

/* Options that mean the same here and there, with values that are read alike.
   What else a look is made of belongs together and is a theme. */
static const struct {
    const char *theirs; /* below `design` */
    const char *ours;   /* below `layout` */
    bool is_length, is_color;
} options[] = {
    {"page.size", "page", false, false},
    {"page_size", "page", false, false},
    {"page.top_margin", "margins.top", true, false},
    {"page.bottom_margin", "margins.bottom", true, false},
    {"page.left_margin", "margins.left", true, false},
    {"page.right_margin", "margins.right", true, false},
    {"margins.page.top", "margins.top", true, false},
    {"margins.page.bottom", "margins.bottom", true, false},
    {"margins.page.left", "margins.left", true, false},
    {"margins.page.right", "margins.right", true, false},
    {"typography.font_size.body", "font_size", true, false},
    {"font_size", "font_size", true, false},
    {"color", "colors.accent", false, true},
    {"options.primary_color", "colors.accent", false, true},
    {"colors.body", "colors.text", false, true},
    {"colors.name", "text.name.color", false, true},
    {"colors.headline", "text.headline.color", false, true},
    {"colors.connections", "text.contact.color", false, true},
    {"colors.section_titles", "text.section.color", false, true},
    {"colors.links", "colors.link", false, true},
};

/* "0.7in", "2 cm" */
static bool
is_length(struct str text)
{
    static const struct str units[] = {STR_INIT("cm"), STR_INIT("mm"),
                                       STR_INIT("in"), STR_INIT("pt")};
    size_t digits = 0, dots = 0;
    while (digits < text.len && (ascii_is_digit(text.at[digits]) ||
                                 (text.at[digits] == '.' && dots++ == 0)))
        digits++;
    struct str unit = str_trim(str_slice(text, digits, text.len));
    return digits > dots &&
           str_among(unit, units, sizeof units / sizeof *units);
}

/* "rgb(0, 79, 144)", "#004f90" */
static bool
is_color(struct str text)
{
    if (str_starts(text, STR("rgb(")))
        return str_ends(text, STR(")"));
    bool is_hex = text.len == 7 && text.at[0] == '#';
    for (size_t i = 1; is_hex && i < text.len; i++)
        is_hex = str_find_byte(STR("0123456789abcdefABCDEF"), text.at[i], 0) !=
                 SIZE_MAX;
    return is_hex;
}

static struct str
page_of(struct str text)
{
    static const struct {
        struct str theirs, ours;
    } pages[] = {
        {STR_INIT("us-letter"), STR_INIT("letter")},
        {STR_INIT("letterpaper"), STR_INIT("letter")},
        {STR_INIT("a4"), STR_INIT("a4")},
        {STR_INIT("a4paper"), STR_INIT("a4")},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (str_equal(text, pages[i].theirs))
            return pages[i].ours;
    return (struct str){NULL, 0};
}

static const struct node *
at_path(const struct node *node, const char *path)
{
    struct str rest = str_from(path);
    while (node && rest.len) {
        const struct node_pair *pair =
            node->kind == NODE_MAP ? node_find_pair(node, str_cut(&rest, '.'))
                                   : NULL;
        node = pair ? pair->value : NULL;
    }
    return node;
}

static void
put_look(struct rendercv *r)
{
    struct conversion *c = r->c;
    const struct node *design = foreign_get(c, c->foreign, "design");
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        const struct node *value = at_path(design, options[i].theirs);
        if (!foreign_says(value))
            continue;
        struct str text = str_trim(value->text);
        bool is_page = !options[i].is_length && !options[i].is_color;
        if (is_page)
            text = page_of(text);
        if (!text.len || (options[i].is_length && !is_length(text)) ||
            (options[i].is_color && !is_color(text)))
            continue;
        const struct node *made =
            native_text(c, native_map(c, c->native, "layout", design),
                        options[i].ours, value, text);
        if (made && !str_equal(text, str_trim(value->text)))
            native_note(c, made, "was \"%.*s\"",
                        STR_ARG(foreign_shown(c, value->text, 40)));
    }
}

static void
put_locale(struct rendercv *r, const char *key)
{
    struct conversion *c = r->c;
    const struct node *locale = foreign_get(c, c->foreign, key);
    if (!locale || locale->kind != NODE_MAP)
        return;
    put_language(r, locale);
    put_present(r, locale);
    put_months(r, locale, "month_abbreviations|abbreviations_for_months",
               "month_abbreviations", WORD_MONTH_ABBREVIATIONS);
    put_months(r, locale, "month_names|full_names_of_months", "month_names",
               WORD_MONTH_NAMES);
}

void
rendercv_settings(struct rendercv *r)
{
    put_look(r);
    put_locale(r, "locale");
    put_locale(r, "locale_catalog");
    tell_setting(r, "locale", "The words");
    tell_setting(r, "locale_catalog", "The words");
    tell_setting(r, "design", "The rest of the look");
    tell_setting(r, "settings", "The machinery");
    tell_setting(r, "rendercv_settings", "The machinery");
}
