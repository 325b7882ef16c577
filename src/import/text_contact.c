/* One contact: what it is and where it goes. */
#include "text_contact.h"

#include "base/utf8.h"

static const struct {
    enum contact_field field;
    const char *words;
} labels[] = {
#define LABEL(field, words) {CONTACT_##field, words},
#define NETWORK(host, name, words)
#include "text_labels.def"
#undef LABEL
#undef NETWORK
};

static const struct {
    const char *host, *name, *words;
} networks[] = {
#define LABEL(field, words)
#define NETWORK(host, name, words) {host, name, words},
#include "text_labels.def"
#undef LABEL
#undef NETWORK
};

static bool
has_phrase(const char *phrases, struct str folded)
{
    struct str rest = str_from(phrases);
    while (rest.len)
        if (str_equal(str_cut(&rest, '|'), folded))
            return true;
    return false;
}

enum contact_field
contact_label(struct arena *arena, struct str label, const char **network)
{
    struct str folded = text_fold(arena, label);
    *network = NULL;
    if (!folded.len || folded.len > 60)
        return CONTACT_NONE;
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++)
        if (has_phrase(networks[i].words, folded)) {
            *network = networks[i].name;
            return CONTACT_PROFILE;
        }
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (has_phrase(labels[i].words, folded))
            return labels[i].field;
    return CONTACT_NONE;
}

/* ---- shapes -------------------------------------------------------------- */

bool
contact_is_email(struct str s)
{
    size_t at = str_find_byte(s, '@', 0);
    size_t dot = at == SIZE_MAX ? SIZE_MAX : str_find_byte(s, '.', at);
    return at != SIZE_MAX && at > 0 && dot != SIZE_MAX && dot > at + 1 &&
           dot + 1 < s.len && str_find_byte(s, ' ', 0) == SIZE_MAX &&
           str_find_byte(s, '/', 0) == SIZE_MAX &&
           str_find_byte(s, '@', at + 1) == SIZE_MAX;
}

bool
contact_is_phone(struct str s)
{
    size_t digits = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        bool is_digit = c < 0x80 && ascii_is_digit((char)c);
        digits += is_digit;
        if (!is_digit && !(c < 0x80 && strchr("+-()./ x", (char)c)) &&
            !(c >= 0x2010 && c <= 0x2015))
            return false;
    }
    return digits >= 7 && digits <= 16;
}

static bool
is_host_letter(char c)
{
    return ascii_is_alnum(c) || c == '-' || c == '.' ||
           (unsigned char)c >= 0x80;
}

/* "example.org", "example.org/me"; not "B.Sc" or "Inc.". */
static bool
is_bare_host(struct str s)
{
    size_t slash = str_find_byte(s, '/', 0);
    struct str host = str_slice(s, 0, slash);
    size_t dot = host.len;
    for (size_t i = 0; i < host.len; i++) {
        if (!is_host_letter(host.at[i]))
            return false;
        if (host.at[i] == '.')
            dot = i;
    }
    if (dot < 2 || dot + 2 >= host.len || host.len - dot > 8)
        return false;
    for (size_t i = dot + 1; i < host.len; i++)
        if (host.at[i] < 'a' || host.at[i] > 'z')
            return false;
    return true;
}

bool
contact_is_url(struct str s)
{
    if (!s.len || str_find_byte(s, ' ', 0) != SIZE_MAX ||
        str_find_byte(s, '@', 0) == 0)
        return false;
    return str_starts(s, STR("http://")) || str_starts(s, STR("https://")) ||
           str_starts(s, STR("www.")) || str_starts(s, STR("HTTP")) ||
           is_bare_host(s);
}

/* ---- pages on networks --------------------------------------------------- */

static struct str
host_of(struct str url)
{
    size_t at = str_find(url, STR("://"), 0);
    if (at != SIZE_MAX)
        url = str_slice(url, at + 3, url.len);
    if (str_starts(url, STR("www.")))
        url = str_slice(url, 4, url.len);
    return str_slice(url, 0, str_find_byte(url, '/', 0));
}

const char *
contact_network(struct str url)
{
    struct str host = host_of(url);
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
        struct str end = str_from(networks[i].host);
        size_t dot = host.len - end.len;
        if (host.len < end.len ||
            !str_equal_nocase(str_slice(host, dot, host.len), end))
            continue;
        if (dot == 0 || host.at[dot - 1] == '.')
            return networks[i].name;
    }
    return NULL;
}

struct str
contact_username(struct str url)
{
    struct str host = host_of(url);
    struct str rest =
        str_slice(url, (size_t)(host.at - url.at) + host.len, url.len);
    size_t end = str_find_byte(rest, '?', 0);
    rest = str_slice(rest, 0, end);
    while (str_ends(rest, STR("/")))
        rest.len--;
    for (size_t i = rest.len; i-- > 0;)
        if (rest.at[i] == '/')
            return str_slice(rest, i + 1, rest.len);
    return rest;
}

struct str
contact_full_url(struct arena *arena, struct str url)
{
    if (str_find(url, STR("://"), 0) != SIZE_MAX)
        return url;
    return str_format(arena, "https://%.*s", STR_ARG(url));
}
