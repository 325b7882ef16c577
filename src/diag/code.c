#include "diag/codes.h"

#include "base/bug.h"

/* One more than there are codes: an array cannot be empty. */
static const struct code_entry entries[CODE_COUNT + 1] = {
#define CODE(id, name, severity, title, why, fix, bad, good, tips)             \
    [CODE_##id] = {#id, name, severity, title, why, fix, bad, good, tips},
#include "diag/codes.def"
#undef CODE
};

static const struct str severities[] = {
    [SEVERITY_HINT] = STR_INIT("hint"),
    [SEVERITY_WARNING] = STR_INIT("warning"),
    [SEVERITY_ERROR] = STR_INIT("error"),
};

const struct code_entry *
code_entry(enum code code)
{
    size_t i = (size_t)code;

    ENSURE(i + 1 < sizeof entries / sizeof *entries);
    return &entries[i];
}

/* Most go by their first letter. */
static bool
is_called(struct str s, const char *name)
{
    return s.len > 0 && ascii_lower(*s.at) == ascii_lower(*name) &&
           str_equal_nocase(s, str_from(name));
}

bool
code_find(struct str id_or_name, enum code *code)
{
    for (size_t i = 0; i < CODE_COUNT; i++) {
        if (!is_called(id_or_name, entries[i].id) &&
            !is_called(id_or_name, entries[i].name))
            continue;
        *code = (enum code)i;
        return true;
    }
    return false;
}

bool
code_nearest(struct str id_or_name, enum code *code)
{
    struct str known[2 * CODE_COUNT + 1];
    size_t count = 0, nearest;

    for (size_t i = 0; i < CODE_COUNT; i++) {
        known[count++] = str_from(entries[i].name);
        known[count++] = str_from(entries[i].id);
    }
    nearest = str_nearest(id_or_name, known, count);
    if (nearest == SIZE_MAX)
        return false;
    *code = (enum code)(nearest / 2);
    return true;
}

static const struct {
    char letter;
    const char *title;
} groups[] = {
#define GROUP(letter, title) {letter, title},
#include "diag/groups.def"
#undef GROUP
};

const char *
code_group_title(char letter)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (groups[i].letter == letter)
            return groups[i].title;
    BUG("no group %c", letter);
}

const char *
severity_name(enum severity severity)
{
    size_t i = (size_t)severity;

    ENSURE(i < sizeof severities / sizeof *severities);
    return severities[i].at;
}

bool
severity_find(struct str name, enum severity *severity)
{
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++) {
        if (!str_equal_nocase(name, severities[i]))
            continue;
        *severity = (enum severity)i;
        return true;
    }
    return false;
}
