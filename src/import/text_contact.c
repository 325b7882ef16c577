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

/* ---- into the native tree ------------------------------------------------ */

struct node *
text_basics(struct text_conversion *t)
{
    return native_map(t->c, t->c->native, "basics", NULL);
}

static bool
has_profile(const struct node *list, const char *network, struct str user)
{
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *there = node_get(list->items.at[i], "username");
        const struct node *at = node_get(list->items.at[i], "network");
        if (there && str_equal(there->text, user) && at && network &&
            str_is(at->text, network))
            return true;
    }
    return false;
}

static bool
put_profile(struct text_conversion *t, const char *network,
            const struct node *from, struct str text)
{
    bool is_url = contact_is_url(text);
    const char *name = network ? network : contact_network(text);
    struct str user = is_url ? contact_username(text) : text;
    if (is_url && (!name || !user.len))
        return contact_put(t, CONTACT_URL, NULL, from, text);
    if (str_starts(user, STR("@")))
        user = str_slice(user, 1, user.len);
    if (!user.len)
        return false;
    struct node *list = native_list(t->c, text_basics(t), "profiles", from);
    if (has_profile(list, name, user))
        return true;
    struct node *item = native_item(t->c, list, from);
    native_text(t->c, item, "network", from,
                name ? str_from(name) : STR("Web"));
    native_text(t->c, item, "username", from, user);
    if (is_url)
        native_text(t->c, item, "url", from,
                    contact_full_url(t->c->arena, text));
    return true;
}

static bool
put_once(struct text_conversion *t, const char *key, const struct node *from,
         struct str text)
{
    const struct node *there = node_get(text_basics(t), key);
    if (there)
        return str_equal_nocase(there->text, text);
    return native_text(t->c, text_basics(t), key, from, text) != NULL;
}

void
contact_put_page(struct text_conversion *t, const struct node *from,
                 struct str name, struct str url)
{
    struct node *list = native_list(t->c, text_basics(t), "profiles", from);
    struct node *item = native_item(t->c, list, from);
    native_text(t->c, item, "network", from, name);
    native_text(t->c, item, "url", from, contact_full_url(t->c->arena, url));
}

/* A second page of one's own stands among the profiles. */
static bool
put_url(struct text_conversion *t, const struct node *from, struct str text)
{
    if (contact_network(text) && contact_username(text).len)
        return put_profile(t, NULL, from, text);
    if (!put_once(t, "url", from, contact_full_url(t->c->arena, text)))
        contact_put_page(t, from, STR("Web"), text);
    return true;
}

static bool
put_place(struct text_conversion *t, const struct node *from, struct str text)
{
    if (node_get(text_basics(t), "location"))
        return false;
    struct node *place = ARENA_NEW(t->c->arena, struct node);
    *place = *from;
    place->text = text;
    text_put_place(t, text_basics(t), place);
    return true;
}

bool
contact_put(struct text_conversion *t, enum contact_field field,
            const char *network, const struct node *from, struct str text)
{
    text = str_trim(text);
    if (!text.len)
        return true;
    switch (field) {
    case CONTACT_NAME:
        return put_once(t, "name", from, text);
    case CONTACT_EMAIL:
        if (str_starts(text, STR("mailto:")))
            text = str_slice(text, 7, text.len);
        return contact_is_email(text) && put_once(t, "email", from, text);
    case CONTACT_PHONE:
        return put_once(t, "phone", from, text);
    case CONTACT_PLACE:
        return put_place(t, from, text);
    case CONTACT_URL:
        return contact_is_url(text) && put_url(t, from, text);
    case CONTACT_PROFILE:
        return put_profile(t, network, from, text);
    case CONTACT_HEADLINE:
        return put_once(t, "headline", from, text);
    case CONTACT_PRONOUNS:
        return put_once(t, "pronouns", from, text);
    default:
        return false;
    }
}
