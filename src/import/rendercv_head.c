/* Name, contacts and networks of a RenderCV file. */
#include "rendercv.h"

#include "base/utf8.h"

/* ---- contacts ------------------------------------------------------------ */

/* The page or number of a further contact, which has no field of its own. */
static void
add_profile(struct conversion *c, const struct node *from, struct str network,
            struct str username, struct str url)
{
    struct node *basics = native_map(c, c->native, "basics", from);
    struct node *list = native_list(c, basics, "profiles", from);
    struct node *item = native_item(c, list, from);
    (void)native_text(c, item, "network", from, network);
    (void)native_text(c, item, "username", from, username);
    (void)native_text(c, item, "url", from, url);
    foreign_take(c, from);
}

/* The first value has the field, others are profiles. */
static void
put_first(struct rendercv *r, const char *keys, const char *to,
          const char *network, enum value_kind kind)
{
    struct conversion *c = r->c;
    const struct node *node = foreign_get(c, r->cv, keys);
    struct node *basics = native_map(c, c->native, "basics", r->cv);
    if (!node || node->kind == NODE_MAP)
        return;
    if (node->kind == NODE_SCALAR) {
        convert_value(c, basics, node, to, kind);
        return;
    }
    for (size_t i = 0; i < node->items.count; i++) {
        const struct node *item = node->items.at[i];
        struct str text = convert_line(c, item);
        if (!node_get(basics, to))
            convert_value(c, basics, item, to, kind);
        else if (kind == VALUE_URL)
            add_profile(c, item, str_from(network), (struct str){NULL, 0},
                        text);
        else if (text.len)
            add_profile(c, item, str_from(network), text,
                        (struct str){NULL, 0});
    }
}

/* "tel:+90-541-999-99-99", as older versions write it. */
static void
put_phone(struct rendercv *r)
{
    struct conversion *c = r->c;
    const struct node *node = foreign_get(c, r->cv, "phone");
    if (!node || node->kind != NODE_SCALAR) {
        put_first(r, "phone", "phone", "Phone", VALUE_TEXT);
        return;
    }
    struct node *basics = native_map(c, c->native, "basics", r->cv);
    struct str text = convert_line(c, node);
    if (str_starts(text, STR("tel:")))
        (void)native_text(c, basics, "phone", node,
                          str_slice(text, 4, text.len));
    else
        convert_value(c, basics, node, "phone", VALUE_TEXT);
}

/* ---- networks ------------------------------------------------------------ */

/* Where RenderCV says that a user is found; of all its versions. */
static const struct {
    const char *network, *address;
} networks[] = {
    {"LinkedIn", "https://linkedin.com/in/"},
    {"GitHub", "https://github.com/"},
    {"GitLab", "https://gitlab.com/"},
    {"IMDB", "https://imdb.com/name/"},
    {"Instagram", "https://instagram.com/"},
    {"ORCID", "https://orcid.org/"},
    {"StackOverflow", "https://stackoverflow.com/users/"},
    {"ResearchGate", "https://researchgate.net/profile/"},
    {"YouTube", "https://youtube.com/@"},
    {"Google Scholar", "https://scholar.google.com/citations?user="},
    {"Telegram", "https://t.me/"},
    {"WhatsApp", "https://wa.me/"},
    {"Leetcode", "https://leetcode.com/u/"},
    {"X", "https://x.com/"},
    {"Twitter", "https://twitter.com/"},
    {"Bluesky", "https://bsky.app/profile/"},
    {"Reddit", "https://reddit.com/user/"},
};

/* "@user@domain" of Mastodon. */
static struct str
address_of_server(struct conversion *c, struct str username)
{
    size_t at = str_find_byte(username, '@', 1);
    if (username.len < 4 || username.at[0] != '@' || at == SIZE_MAX)
        return (struct str){NULL, 0};
    struct str user = str_slice(username, 0, at);
    struct str server = str_slice(username, at + 1, username.len);
    return str_format(c->arena, "https://%.*s/%.*s", STR_ARG(server),
                      STR_ARG(user));
}

static struct str
address_of(struct conversion *c, struct str network, struct str username)
{
    if (str_starts(username, STR("https://")) ||
        str_starts(username, STR("http://")))
        return username;
    if (str_equal_nocase(network, STR("Mastodon")))
        return address_of_server(c, username);
    if (str_find_byte(username, ' ', 0) != SIZE_MAX)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
        if (!str_equal_nocase(network, str_from(networks[i].network)))
            continue;
        struct str user = username;
        if (user.len && user.at[0] == '@')
            user = str_slice(user, 1, user.len);
        return str_format(c->arena, "%s%.*s", networks[i].address,
                          STR_ARG(user));
    }
    return (struct str){NULL, 0};
}

static void
put_network(struct rendercv *r, const struct node *node)
{
    struct conversion *c = r->c;
    const struct node *network = foreign_get(c, node, "network|name");
    const struct node *username = foreign_get(c, node, "username|user|value");
    const struct node *url = foreign_get(c, node, "url|link");
    struct str name = network ? convert_line(c, network) : STR("");
    struct str user = username ? convert_line(c, username) : STR("");
    struct str address = url ? convert_line(c, url) : STR("");
    if (node->kind == NODE_SCALAR)
        address = convert_line(c, node);
    if (!user.len && !address.len)
        return; /* a network without a name is told of as lost */
    if (!address.len && user.len)
        address = address_of(c, name, user);
    if (address.len && str_equal(address, user))
        user.len = 0;
    foreign_take(c, network);
    foreign_take(c, username);
    foreign_take(c, url);
    if (node->kind == NODE_SCALAR)
        foreign_take(c, node);
    struct node *basics = native_map(c, c->native, "basics", r->cv);
    struct node *item =
        native_item(c, native_list(c, basics, "profiles", node), node);
    (void)native_text(c, item, "network", network,
                      name.len ? name : STR("Web"));
    (void)native_text(c, item, "username", username, user);
    (void)native_text(c, item, "url", url ? url : username, address);
}

/* A network as a key, as people guess it: {github: jane}. */
static void
put_pair(struct rendercv *r, const struct node_pair *pair)
{
    struct conversion *c = r->c;
    if (!foreign_says(pair->value))
        return;
    struct str user = convert_line(c, pair->value);
    struct str address = address_of(c, pair->key, user);
    if (str_equal(address, user))
        user.len = 0;
    add_profile(c, pair->value, pair->key, user, address);
}

static void
put_networks(struct rendercv *r)
{
    const struct node *list = foreign_get(r->c, r->cv, "social_networks");
    if (!list)
        return;
    for (size_t i = 0; i < list->items.count; i++)
        put_network(r, list->items.at[i]);
    for (size_t i = 0; i < list->pairs.count; i++)
        put_pair(r, &list->pairs.at[i]);
}

/* "calendar-days" as a name of what is behind it. */
static struct str
icon_name(struct conversion *c, struct str icon)
{
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < icon.len; i++)
        buf_add_byte(&out, icon.at[i] == '-' ? ' '
                           : i == 0          ? ascii_upper(icon.at[i])
                                             : icon.at[i]);
    return buf_str(&out);
}

static void
put_connection(struct rendercv *r, const struct node *node)
{
    struct conversion *c = r->c;
    const struct node *words = foreign_get(c, node, "placeholder|text");
    const struct node *url = foreign_get(c, node, "url|link");
    const struct node *icon = foreign_get(c, node, "fontawesome_icon|icon");
    if (!foreign_says(words) && !foreign_says(url))
        return;
    struct node *basics = native_map(c, c->native, "basics", r->cv);
    struct node *item =
        native_item(c, native_list(c, basics, "profiles", node), node);
    struct str text = words ? convert_line(c, words) : STR("");
    struct str name =
        icon ? icon_name(c, convert_line(c, icon)) : STR("Contact");
    foreign_remark(c, icon);
    size_t colon = str_find(text, STR(": "), 0);
    if (!url && colon != SIZE_MAX && colon > 0) {
        name = str_slice(text, 0, colon); /* "Skype: jane" */
        text = str_trim(str_slice(text, colon + 1, text.len));
    }
    if (!url) {
        (void)native_text(c, item, "network", icon, name);
        (void)native_text(c, item, "username", words, text);
        return;
    }
    (void)native_text(c, item, "network", words ? words : icon,
                      text.len ? text : name);
    convert_value(c, item, url, "url", VALUE_URL);
}

static void
put_connections(struct rendercv *r)
{
    const struct node *list = foreign_get(r->c, r->cv, "custom_connections");
    for (size_t i = 0; list && i < list->items.count; i++)
        put_connection(r, list->items.at[i]);
}

/* ---- the head ------------------------------------------------------------ */

static void
put_photo(struct rendercv *r)
{
    struct conversion *c = r->c;
    const struct node *photo = foreign_get(c, r->cv, "photo");
    struct node *basics = native_map(c, c->native, "basics", r->cv);
    if (!photo)
        return;
    convert_value(c, basics, photo, "image", VALUE_IMAGE);
    const struct node *image = node_get(basics, "image");
    if (image)
        native_note(c, image,
                    "printed when you say so: image_consent: yes, and "
                    "layout: {head: {photo: yes}} for the resume");
}

void
rendercv_head(struct rendercv *r)
{
    struct conversion *c = r->c;
    struct node *basics = native_map(c, c->native, "basics", r->cv);
    rendercv_put_words(c, basics, foreign_get(c, r->cv, "name"), "name", "url");
    rendercv_put_words(c, basics, foreign_get(c, r->cv, "headline|label"),
                       "headline", "url");
    put_first(r, "email", "email", "E-mail", VALUE_TEXT);
    put_phone(r);
    rendercv_put_words(c, basics, foreign_get(c, r->cv, "location"), "location",
                       "url");
    put_first(r, "website", "url", "Web", VALUE_URL);
    put_networks(r);
    put_connections(r);
    put_photo(r);
}
