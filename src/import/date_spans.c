/* Two dates with a sign or a word between. */
#include "dates.h"

static const struct str joints[] = {
    STR_INIT("\xE2\x80\x93"),
    STR_INIT("\xE2\x80\x94"),
    STR_INIT("\xE2\x80\x95"),
    STR_INIT("\xE2\x88\x92"),
    STR_INIT("\xEF\xBD\x9E"),
    STR_INIT("\xE3\x80\x9C"),
    STR_INIT("~"),
    STR_INIT("--"),
    STR_INIT(" - "),
    STR_INIT(" to "),
    STR_INIT(" until "),
    STR_INIT(" till "),
    STR_INIT(" through "),
    STR_INIT(" bis "),
    STR_INIT(" \xC3\xA0 "),
    STR_INIT(" au "),
    STR_INIT(" a "),
    STR_INIT(" al "),
    STR_INIT(" hasta "),
    STR_INIT(" at\xC3\xA9 "),
    STR_INIT(" tot "),
    STR_INIT(" do "),
    STR_INIT(" \xD0\xBF\xD0\xBE "),
    STR_INIT(" \xE2\x86\x92 "),
    STR_INIT("\xE8\x87\xB3"),
    STR_INIT("/"),
    STR_INIT("-"),
};

/* "Jan" of "Jan - Mar 2020" has the year of the other end. */
static struct date_read
read_first(struct arena *arena, struct str first, struct date_read last,
           const struct import_options *options)
{
    struct date_read read = date_read(arena, first, options);
    if (read.text.len || last.text.len < 4 ||
        date_word(arena, options, first) <= DATE_MONTH)
        return read;
    return date_read(
        arena, str_format(arena, "%.*s %.4s", STR_ARG(first), last.text.at),
        options);
}

static bool
is_end_open(struct str s, struct str joint)
{
    return str_ends(s, joint) && joint.at[0] != '/';
}

bool
date_span_read(struct arena *arena, struct str typed,
               const struct import_options *options, struct date_read *from,
               struct date_read *to)
{
    typed = str_trim(typed);
    if (typed.len > 200 || date_is_plain(typed))
        return false;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        for (size_t at = str_find(typed, joints[i], 0); at != SIZE_MAX;
             at = str_find(typed, joints[i], at + 1)) {
            struct str first = str_trim(str_slice(typed, 0, at));
            struct str last =
                str_trim(str_slice(typed, at + joints[i].len, typed.len));
            if (!first.len)
                continue;
            if (!last.len && is_end_open(typed, joints[i]))
                *to = (struct date_read){STR("present"), true, false};
            else
                *to = date_read(arena, last, options);
            *from = read_first(arena, first, *to, options);
            if (from->text.len && to->text.len)
                return true;
        }
    return false;
}
