/* Languages that people speak, each with its level. */
#include "text_lists.h"

#include "locale/locale.h"

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

/* "Languages: English, Spanish (fluent)": of people, not of computers. */
bool
text_languages_put(struct text_conversion *t, const struct text_line *line,
                   struct str group, struct str s)
{
    bool is_exact;
    struct text_items r = {s, 0};
    struct str item, guess;
    const struct text_phrase *phrase = text_phrase_find(
        t->page->words, text_unmarked(t->c->arena, group, NULL), &is_exact);
    if (!phrase || !is_exact || phrase->topic != TOPIC_LANGUAGES ||
        !text_items_next(&r, &item))
        return false;
    size_t at = 0;
    if (!locale_tag(t->c->arena, text_word_next(item, &at), &guess).len)
        return false;
    struct node *list = native_list(t->c, t->c->native, "languages", NULL);
    r.at = 0;
    while (text_items_next(&r, &item))
        put_language(t, list, line, item);
    return true;
}

void
text_languages_convert(struct text_conversion *t,
                       const struct text_section *section)
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
        struct text_items r = {s, 0};
        while (text_items_next(&r, &item))
            put_language(t, list, line, item);
    }
}
