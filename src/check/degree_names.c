/* The level of a degree that no pack knows, by its name in its own language. */
#include "credentials.h"

/* Schools of applied sciences give a diploma of the first level. */
static bool
is_of_first_level(struct str text)
{
    return str_holds_nocase(text, STR("(FH)")) ||
           str_holds_nocase(text, STR("(BA)")) ||
           str_holds_nocase(text, STR("(DH)"));
}

static bool
begins_word(struct str text, size_t at)
{
    return at == 0 ||
           (!ascii_is_alpha(text.at[at - 1]) && !(text.at[at - 1] & 0x80));
}

static bool
stands(struct str text, struct str name)
{
    for (size_t at = 0; at + name.len <= text.len; at++)
        if (begins_word(text, at) &&
            str_equal_nocase(str_slice(text, at, at + name.len), name))
            return true;
    return false;
}

enum degree_level
degree_level_by_name(struct str text)
{
    static const struct {
        const char *name;
        enum degree_level level;
    } names[] = {
#define DEGREE_NAME(name, level) {name, DEGREE_##level},
#include "degree_names.def"
#undef DEGREE_NAME
    };
    enum degree_level level = DEGREE_UNKNOWN;
    for (size_t i = 0; i < sizeof names / sizeof *names && !level; i++)
        if (stands(text, str_from(names[i].name)))
            level = names[i].level;
    return level == DEGREE_MASTER && is_of_first_level(text) ? DEGREE_BACHELOR
                                                             : level;
}

bool
degree_is_honorary(struct str text)
{
    static const char *const marks[] = {"honorary", "honoris causa", "h.c.",
                                        "h. c.", "ehrenhalber"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_holds_nocase(text, str_from(marks[i])))
            return true;
    return false;
}
