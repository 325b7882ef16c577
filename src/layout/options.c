#include "options.h"

#include <string.h>

#include "base/bug.h"
#include "option_rows.h"

static const struct option_group *const groups[] = {
    &page_options, &word_options,  &column_options,
    &head_options, &entry_options, &figure_options,
    &fit_options,  &type_options,  &picture_options};
#define GROUPS (sizeof groups / sizeof *groups)

const char *const option_sections[] = {
#define SECTION(id) #id,
#include "pack/sections.def"
#undef SECTION
    NULL};

/* ---- one numbering: the plain ones, then style by style ------------------ */

size_t
option_plain_count(void)
{
    size_t count = 0;
    for (size_t i = 0; i < GROUPS; i++)
        count += groups[i]->count;
    return count;
}

size_t
option_total(void)
{
    return option_plain_count() + TEXT_STYLE_COUNT * STYLE_OPTIONS;
}

bool
option_of_style(size_t number, size_t *style, size_t *property)
{
    size_t plain = option_plain_count();
    if (number < plain)
        return false;
    *style = (number - plain) / STYLE_OPTIONS;
    *property = (number - plain) % STYLE_OPTIONS;
    return true;
}

size_t
option_number(size_t style, size_t property)
{
    return option_plain_count() + style * STYLE_OPTIONS + property;
}

const struct option *
option_at(size_t number)
{
    for (size_t i = 0; i < GROUPS; i++) {
        if (number < groups[i]->count)
            return &groups[i]->options[number];
        number -= groups[i]->count;
    }
    ENSURE(number < TEXT_STYLE_COUNT * STYLE_OPTIONS);
    return &style_options[number % STYLE_OPTIONS];
}

/* ---- names --------------------------------------------------------------- */

/* Most names differ in their first letter. */
static bool
is_name(struct str name, const char *known)
{
    return name.len && name.at[0] == known[0] && str_is(name, known);
}

/* "name.size" of "text.name.size". */
static size_t
find_style_option(struct str name)
{
    struct str style = str_cut(&name, '.');
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++) {
        if (!is_name(style, text_style_names[i]))
            continue;
        for (size_t k = 0; k < STYLE_OPTIONS; k++)
            if (str_is(name, style_options[k].name))
                return option_number(i, k);
    }
    return SIZE_MAX;
}

size_t
option_find(struct str name)
{
    size_t number = 0;
    if (str_starts(name, STR("text.")))
        return find_style_option(str_slice(name, 5, name.len));
    for (size_t i = 0; i < GROUPS; i++)
        for (size_t k = 0; k < groups[i]->count; k++, number++)
            if (is_name(name, groups[i]->options[k].name))
                return number;
    return SIZE_MAX;
}

struct str
option_name(struct arena *arena, size_t number)
{
    const struct option *option = option_at(number);
    size_t style, property;
    if (!option_of_style(number, &style, &property))
        return str_from(option->name);
    return str_format(arena, "text.%s.%s", text_style_names[style],
                      option->name);
}

const char *
option_fallback(size_t number)
{
    size_t style, property;
    if (!option_of_style(number, &style, &property))
        return option_at(number)->fallback;
    return style_fallback(style, property);
}

static bool
is_prefix(const char *name, struct str group)
{
    return group.len && name[0] == group.at[0] &&
           strncmp(name, group.at, group.len) == 0 && name[group.len] == '.';
}

bool
option_is_group(struct str name)
{
    if (str_is(name, "text"))
        return true;
    if (str_starts(name, STR("text."))) {
        name = str_slice(name, 5, name.len);
        for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
            if (str_is(name, text_style_names[i]))
                return true;
        return false;
    }
    for (size_t i = 0; i < GROUPS; i++)
        for (size_t k = 0; k < groups[i]->count; k++)
            if (is_prefix(groups[i]->options[k].name, name))
                return true;
    return false;
}
