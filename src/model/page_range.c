#include "model/page_range.h"

/* More would be a mistake. */
#define MOST_PAGES 999

static bool
page_number(struct str s, size_t *number)
{
    uint64_t value;
    s = str_trim(s);
    if (!str_to_u64(s, &value) || value < 1 || value > MOST_PAGES)
        return false;
    *number = (size_t)value;
    return true;
}

bool
page_range_parse(struct str s, struct page_range *range)
{
    static const struct str dashes[] = {STR_INIT("\xe2\x80\x93"),
                                        STR_INIT("-")};
    *range = (struct page_range){0, 0};
    s = str_trim(s);
    if (str_is(s, "any") || page_number(s, &range->most))
        return true;
    for (size_t d = 0; d < sizeof dashes / sizeof *dashes; d++) {
        size_t at = str_find(s, dashes[d], 0);
        if (at == SIZE_MAX)
            continue;
        struct str from = str_slice(s, 0, at);
        struct str to = str_slice(s, at + dashes[d].len, s.len);
        return page_number(from, &range->least) &&
               page_number(to, &range->most) && range->least <= range->most;
    }
    return false;
}
