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
    (void)native_text(c, c->native, "language", language, tag);
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
    put_locale(r, "locale");
    put_locale(r, "locale_catalog");
    tell_setting(r, "locale", "The words");
    tell_setting(r, "locale_catalog", "The words");
    tell_setting(r, "design", "The look");
    tell_setting(r, "settings", "The machinery");
    tell_setting(r, "rendercv_settings", "The machinery");
}
