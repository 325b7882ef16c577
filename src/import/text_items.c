/* The items of one line: what parts them, and the group before a colon. */
#include "text_lists.h"

static size_t
list_sign_len(struct str s, size_t at)
{
    static const char *const signs[] = {",",
                                        ";",
                                        "|",
                                        "\t",
                                        "\xE2\x80\xA2",
                                        "\xC2\xB7",
                                        "\xEF\xBC\x8C",
                                        "\xE3\x80\x81",
                                        "\xEF\xBC\x9B",
                                        "   ",
                                        "\xE2\x97\x8F",
                                        "\xD8\x8C"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* The next item between commas and the like, none within brackets. */
bool
text_items_next(struct text_items *r, struct str *item)
{
    while (r->at < r->s.len) {
        size_t from = r->at, depth = 0, len = 0;
        while (r->at < r->s.len) {
            char c = r->s.at[r->at];
            depth += c == '(' || c == '[';
            depth -= depth && (c == ')' || c == ']');
            len = depth ? 0 : list_sign_len(r->s, r->at);
            if (len)
                break;
            r->at++;
        }
        *item = text_trim_signs(str_slice(r->s, from, r->at));
        r->at += len;
        if (item->len)
            return true;
    }
    return false;
}

/* "Group: a, b"; "**Group** a, b": the bytes of the group, 0: there is none;
 *rest is what stands behind. */
size_t
text_group_len(struct str s, size_t *rest)
{
    size_t colon = str_find_byte(s, ':', 0), len = 1;
    size_t wide = str_find(s, STR("\xEF\xBC\x9A"), 0);
    if (wide < colon) {
        colon = wide;
        len = 3;
    }
    if (colon != SIZE_MAX && colon > 0 && colon <= 60 &&
        !(colon + 1 < s.len && s.at[colon + 1] == '/') &&
        list_sign_len(s, colon) == 0 &&
        str_find_byte(str_slice(s, 0, colon), ',', 0) == SIZE_MAX) {
        *rest = colon + len;
        return colon;
    }
    if (str_starts(s, STR("**"))) {
        size_t end = str_find(s, STR("**"), 2);
        if (end != SIZE_MAX && end > 2 && end + 2 < s.len) {
            *rest = end + 2;
            return end;
        }
    }
    return 0;
}
