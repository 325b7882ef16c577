/* How the text of an option becomes a value. */
#include "options.h"

#include "base/bug.h"
#include "base/utf8.h"
#include "compose/template.h"
#include "load/yaml.h"
#include "palette.h"

/* An "em" while a value is only looked at: its own size is not known yet. */
#define USUAL_EM PT(10)

static const struct {
    struct str name;
    bool value;
} truths[] = {
    {STR_INIT("yes"), true},    {STR_INIT("true"), true},
    {STR_INIT("on"), true},     {STR_INIT("no"), false},
    {STR_INIT("false"), false}, {STR_INIT("off"), false},
};

static bool
read_bool(struct str text, bool *value)
{
    for (size_t i = 0; i < sizeof truths / sizeof *truths; i++)
        if (str_equal_nocase(text, truths[i].name)) {
            *value = truths[i].value;
            return true;
        }
    return false;
}

/* Blanks, hyphens and underscores are alike, and so are the sizes of letters.
 */
static bool
same_word(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        char x = ascii_lower(a.at[i]), y = ascii_lower(b.at[i]);
        if ((x == ' ' || x == '-' ? '_' : x) !=
            (y == ' ' || y == '-' ? '_' : y))
            return false;
    }
    return true;
}

/* "letter|us_letter": the word that is ours, then others for it. */
static bool
read_choice(const struct option *option, struct str text, int *value)
{
    for (int i = 0; option->choices[i]; i++) {
        struct str words = str_from(option->choices[i]);
        while (words.len)
            if (same_word(text, str_cut(&words, '|'))) {
                *value = i;
                return true;
            }
    }
    return false;
}

/* Lengths know points, inches, metric units and "em", the size of the text;
   a ratio is in "em" when it has no unit. */
static bool
read_length(enum option_kind kind, struct str text, upt em, upt *value)
{
    bool bare = text.len > 0 && (ascii_is_digit(text.at[text.len - 1]));
    bool in_em = str_ends(text, STR("em"));
    if (in_em)
        text = str_slice(text, 0, text.len - 2);
    if (!upt_parse(text, value))
        return false;
    if (in_em || (kind == OPTION_RATIO && bare))
        *value = upt_scale(*value, em / 1000, UPT_PER_PT / 1000);
    return true;
}

static bool
read_count(struct str text, int64_t *value)
{
    uint64_t number;
    if (!str_to_u64(text, &number) || number > 1000000)
        return false;
    *value = (int64_t)number;
    return true;
}

/* Each of the words, which commas or blanks part, is one of the choices. */
static bool
read_list(const struct option *option, struct str text)
{
    int choice;
    while (text.len) {
        struct str rest = str_cut(&text, ',');
        while (rest.len) {
            struct str word = str_trim(str_cut(&rest, ' '));
            if (word.len && !str_is(word, "none") &&
                !read_choice(option, word, &choice))
                return false;
        }
    }
    return true;
}

/* ---- is it valid? -------------------------------------------------------- */

static const char *
expected_choice(struct arena *arena, const struct option *option)
{
    struct buf words = buf_new(arena);
    buf_add_text(&words,
                 option->kind == OPTION_LIST ? "none or some of " : "one of ");
    for (int i = 0; option->choices[i]; i++) {
        struct str all = str_from(option->choices[i]);
        struct str ours = str_cut(&all, '|');
        buf_print(&words, "%s%.*s", i ? ", " : "", STR_ARG(ours));
    }
    return str_terminated(arena, buf_str(&words));
}

static const char *
expected_length(struct arena *arena, const struct option *option)
{
    struct buf words = buf_new(arena);
    buf_add_text(&words, "a length from ");
    upt_print(&words, option->least, 2);
    buf_add_text(&words, "pt to ");
    upt_print(&words, option->most, 2);
    buf_add_text(&words, "pt, such as ");
    upt_print(&words, option->least + (option->most - option->least) / 4, 0);
    buf_add_text(&words, "pt, 0.3in, 8mm or 1.2em");
    return str_terminated(arena, buf_str(&words));
}

static const char *
expected_count(struct arena *arena, const struct option *option)
{
    return str_format(arena, "a whole number from %lld to %lld",
                      (long long)option->least, (long long)option->most)
        .at;
}

static bool
length_fits(const struct option *option, struct str text)
{
    upt value;
    return read_length(option->kind, text, USUAL_EM, &value) &&
           value >= option->least && value <= option->most;
}

static bool
count_fits(const struct option *option, struct str text)
{
    int64_t value;
    return read_count(text, &value) && value >= option->least &&
           value <= option->most;
}

static bool
template_fits(const struct option *option, struct str text)
{
    return text.len <= (size_t)option->most &&
           !template_find_unknown(text, option->choices).len;
}

static const char *
expected_template(struct arena *arena, const struct option *option)
{
    struct buf words = buf_new(arena);
    buf_add_text(&words, "a text; what stands in braces is one of ");
    for (int i = 0; option->choices[i]; i++)
        buf_print(&words, "%s{%s}", i ? ", " : "", option->choices[i]);
    return str_terminated(arena, buf_str(&words));
}

const char *
option_refuse(struct arena *arena, const struct option *option, struct str text)
{
    int choice;
    bool truth;
    rgb color;
    struct page_range pages;
    switch (option->kind) {
    case OPTION_LENGTH:
    case OPTION_RATIO:
        return length_fits(option, text) ? NULL
                                         : expected_length(arena, option);
    case OPTION_COUNT:
        return count_fits(option, text) ? NULL : expected_count(arena, option);
    case OPTION_COLOR:
        return palette_is_name(text) || color_parse(text, &color)
                   ? NULL
                   : "a colour in quotes such as \"#1f4e79\" or \"rgb(31, 78, "
                     "121)\", a name such as navy, or one of text, muted, "
                     "accent, rule, tint, link";
    case OPTION_CHOICE:
        return read_choice(option, text, &choice)
                   ? NULL
                   : expected_choice(arena, option);
    case OPTION_LIST:
        return read_list(option, text) ? NULL : expected_choice(arena, option);
    case OPTION_BOOL:
        return read_bool(text, &truth) ? NULL : "yes or no";
    case OPTION_FAMILY:
        return text.len ? NULL : "the name of a family of fonts";
    case OPTION_TEXT:
        if (text.len <= (size_t)option->most)
            return NULL;
        return option->most <= 8 ? "one or two signs" : "a shorter text";
    case OPTION_FOLDER:
        return path_stays_inside(text)
                   ? NULL
                   : "the name of a folder beside your file, without .. and "
                     "without / at the beginning";
    case OPTION_TEMPLATE:
        return template_fits(option, text) ? NULL
                                           : expected_template(arena, option);
    case OPTION_PAGES:
        return page_range_parse(text, &pages)
                   ? NULL
                   : "the most pages there may be, such as 2, or a range such "
                     "as 1-2";
    }
    BUG("option kind %d", (int)option->kind);
}

/* ---- into the look ------------------------------------------------------- */

static rgb
color_of(struct str text, const struct look *look)
{
    rgb color;
    if (palette_find(text, look, &color) || color_parse(text, &color))
        return color;
    BUG("colour that was not checked");
}

static struct str
family_of(struct str text, const struct look *look)
{
    if (str_is(text, "body"))
        return look->body_family;
    if (str_is(text, "heading"))
        return look->heading_family;
    return text;
}

static void
write_value(const struct option *option, struct str text, upt em,
            const struct look *look, void *place)
{
    switch (option->kind) {
    case OPTION_LENGTH:
    case OPTION_RATIO:
        if (!read_length(option->kind, text, em, place))
            BUG("length that was not checked");
        return;
    case OPTION_COUNT:
        if (!read_count(text, place))
            BUG("number that was not checked");
        return;
    case OPTION_COLOR:
        *(rgb *)place = color_of(text, look);
        return;
    case OPTION_CHOICE:
        if (!read_choice(option, text, place))
            BUG("choice that was not checked");
        return;
    case OPTION_BOOL:
        if (!read_bool(text, place))
            BUG("truth that was not checked");
        return;
    case OPTION_FAMILY:
        *(struct str *)place = family_of(text, look);
        return;
    case OPTION_LIST:
    case OPTION_TEXT:
    case OPTION_FOLDER:
    case OPTION_TEMPLATE:
        *(struct str *)place = text;
        return;
    case OPTION_PAGES:
        if (!page_range_parse(text, place))
            BUG("range of pages that was not checked");
        return;
    }
}

void
option_apply(size_t number, struct str text, struct look *look)
{
    const struct option *option = option_at(number);
    size_t id, property;
    if (!option_of_style(number, &id, &property)) {
        upt em = look->font_size ? look->font_size : USUAL_EM;
        write_value(option, text, em, look, (char *)look + option->offset);
        return;
    }
    struct text_style *style = &look->text[id];
    bool is_size = option->offset == offsetof(struct text_style, size);
    write_value(option, text, is_size ? look->font_size : style->size, look,
                (char *)style + option->offset);
}

bool
option_list_has(struct str list, struct str word)
{
    while (list.len) {
        struct str rest = str_cut(&list, ',');
        while (rest.len)
            if (str_equal_nocase(str_trim(str_cut(&rest, ' ')), word))
                return true;
    }
    return false;
}
