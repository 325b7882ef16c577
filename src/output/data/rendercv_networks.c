/*
 * The head of a RenderCV file: how to reach the person. Networks are those of
 * RenderCV 2.8 with the form of a name that it asks for; any other page is a
 * connection of the person's own.
 */
#include "rendercv_writer.h"

/* ---- forms of names ------------------------------------------------------ */

/* A pattern of single signs: 9 a digit, X a digit or X, * anything else than a
   slash, an at-sign or a blank, one or more of it. */
static bool
has_form(struct str name, const char *form)
{
    size_t i = 0;
    for (; *form; form++) {
        size_t from = i;
        if (*form == '*') {
            while (i < name.len &&
                   str_find_byte(STR("/@ "), name.at[i], 0) == SIZE_MAX)
                i++;
        } else if (i < name.len) {
            char c = name.at[i];
            bool is_digit = ascii_is_digit(c);
            i += *form == '9'   ? is_digit
                 : *form == 'X' ? is_digit || c == 'X'
                                : c == *form;
        }
        if (i == from)
            return false;
    }
    return i == name.len;
}

static const struct network {
    const char *name;  /* as RenderCV spells it */
    const char *alias; /* as others do; may be NULL */
    const char *form;
    const char *hosts; /* addresses of pages there begin with one of them,
                          followed by the name */
} networks[] = {
    {"LinkedIn", NULL, "*", "linkedin.com/in/"},
    {"GitHub", NULL, "*", "github.com/"},
    {"GitLab", NULL, "*", "gitlab.com/"},
    {"IMDB", NULL, "nm9999999", "imdb.com/name/"},
    {"Instagram", NULL, "*", "instagram.com/"},
    {"ORCID", NULL, "9999-9999-9999-999X", "orcid.org/"},
    {"Mastodon", NULL, "@*@*", ""},
    {"StackOverflow", "Stack Overflow", "", "stackoverflow.com/users/"},
    {"ResearchGate", NULL, "*", "researchgate.net/profile/"},
    {"YouTube", NULL, "*", "youtube.com/@"},
    {"Google Scholar", "GoogleScholar", "*",
     "scholar.google.com/citations?user="},
    {"Telegram", NULL, "*", "t.me/"},
    {"Leetcode", NULL, "*", "leetcode.com/u/ leetcode.com/"},
    {"X", "Twitter", "*", "x.com/ twitter.com/"},
    {"Bluesky", NULL, "*", "bsky.app/profile/"},
    {"Reddit", NULL, "*", "reddit.com/user/ reddit.com/u/"},
};

static const struct network *
find_network(struct str name)
{
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++)
        if (str_equal_nocase(name, str_from(networks[i].name)) ||
            (networks[i].alias &&
             str_equal_nocase(name, str_from(networks[i].alias))))
            return &networks[i];
    return NULL;
}

/* StackOverflow: "12345/john-doe". */
static bool
is_numbered_name(struct str name)
{
    size_t slash = str_find_byte(name, '/', 0), i = 0;
    while (i < name.len && ascii_is_digit(name.at[i]))
        i++;
    return i > 0 && i == slash && slash + 1 < name.len &&
           str_find_byte(name, '/', slash + 1) == SIZE_MAX;
}

static bool
fits(const struct network *network, struct str name)
{
    return *network->form ? has_form(name, network->form)
                          : is_numbered_name(name);
}

/* "https://www.x.com/me/" without what stands in every address. */
static struct str
bare_address(struct str url)
{
    static const struct str starts[] = {STR_INIT("https://"),
                                        STR_INIT("http://"), STR_INIT("www.")};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(url, starts[i]))
            url = str_slice(url, starts[i].len, url.len);
    if (str_ends(url, STR("/")))
        url.len--;
    return url;
}

/* The name that an address of that network ends with, or empty. */
static struct str
name_in(const struct network *network, struct str url)
{
    struct str hosts = str_from(network->hosts), bare = bare_address(url);
    while (hosts.len) {
        struct str host = str_cut(&hosts, ' ');
        if (str_starts(bare, host))
            return str_slice(bare, host.len, bare.len);
    }
    return (struct str){NULL, 0};
}

/* ---- the head ------------------------------------------------------------ */

/* What RenderCV takes for the person's page there; empty: it would not. */
static struct str
name_for(const struct network *network, const struct profile *profile)
{
    struct str name = profile->username.s;
    if (!name.len)
        name = name_in(network, profile->url.s);
    if (name.len && name.at[0] == '@' && network->form[0] != '@')
        name = str_slice(name, 1, name.len);
    return fits(network, name) ? name : (struct str){NULL, 0};
}

static struct str
known_name(const struct profile *profile, const struct network **network)
{
    *network = find_network(profile->network.s);
    return *network ? name_for(*network, profile) : (struct str){NULL, 0};
}

static bool
is_web_address(struct str url)
{
    return str_starts(url, STR("https://")) || str_starts(url, STR("http://"));
}

static void
add_networks(struct rcv *w)
{
    const struct basics *basics = &w->shown->basics;
    const struct network *network;
    size_t start = w->out.len;
    rcv_open(w, STR("social_networks"));
    size_t before = w->out.len;
    for (size_t i = 0; i < basics->profiles.count; i++) {
        struct str name = known_name(&basics->profiles.at[i], &network);
        if (!name.len)
            continue;
        rcv_item(w);
        rcv_text(w, "network", str_from(network->name));
        rcv_text(w, "username", name);
        rcv_item_end(w);
    }
    rcv_close(w);
    if (w->out.len == before)
        w->out.len = start;
}

static void
add_connection(struct rcv *w, const struct profile *profile)
{
    struct buf words = buf_new(w->arena);
    buf_add(&words, profile->network.s);
    if (profile->username.s.len) {
        buf_add_text(&words, words.len ? ": " : "");
        buf_add(&words, profile->username.s);
    }
    rcv_item(w);
    rcv_text(w, "fontawesome_icon", STR("link"));
    rcv_required(w, "placeholder", buf_str(&words));
    if (is_web_address(profile->url.s))
        rcv_text(w, "url", profile->url.s);
    else
        rcv_plain(w, "url", STR("null"));
    rcv_item_end(w);
}

static void
add_connections(struct rcv *w)
{
    const struct basics *basics = &w->shown->basics;
    const struct network *network;
    size_t start = w->out.len;
    rcv_open(w, STR("custom_connections"));
    size_t before = w->out.len;
    for (size_t i = 0; i < basics->profiles.count; i++)
        if (!known_name(&basics->profiles.at[i], &network).len)
            add_connection(w, &basics->profiles.at[i]);
    rcv_close(w);
    if (w->out.len == before)
        w->out.len = start;
}

/* North America: three figures of an area and three of an exchange, neither
   begins with 0 or 1, no area is N11 or 555. */
static bool
is_american(const char *digits, size_t count)
{
    return count == 10 && digits[0] >= '2' && digits[3] >= '2' &&
           !(digits[1] == '1' && digits[2] == '1') &&
           memcmp(digits, "555", 3) != 0;
}

/* RenderCV knows the numbers of every country and stops at one that cannot be.
   What is certain: the sign, and as many digits as E.164 allows. */
static bool
is_international(struct str phone)
{
    char digits[16];
    size_t count = 0;
    if (!phone.len || phone.at[0] != '+')
        return false;
    for (size_t i = 1; i < phone.len; i++) {
        if (!ascii_is_digit(phone.at[i])) {
            if (str_find_byte(STR(" -.()/"), phone.at[i], 0) == SIZE_MAX)
                return false;
            continue;
        }
        if (count == 15)
            return false;
        digits[count++] = phone.at[i];
    }
    if (count < 8 || digits[0] == '0')
        return false;
    return digits[0] != '1' || is_american(digits + 1, count - 1);
}

static void
add_phone(struct rcv *w, const struct text *phone)
{
    if (is_international(phone->s))
        rcv_required(w, "phone", phone->s);
    else if (phone->s.len)
        rcv_leave(w,
                  "a phone number that is not in international form "
                  "(+1 312 ...), which RenderCV stops at",
                  phone->node);
}

static void
add_photo(struct rcv *w, const struct basics *basics)
{
    if (!basics->image.s.len || !basics->image_consent.value)
        return;
    if (is_web_address(basics->image.s))
        rcv_text(w, "photo", basics->image.s);
    else
        rcv_leave(w,
                  "the portrait, which RenderCV looks for beside its file: "
                  "add photo: with the path from there",
                  basics->image.node);
}

void
rcv_contacts(struct rcv *w)
{
    const struct basics *basics = &w->shown->basics;
    struct buf name = buf_new(w->arena);
    rcv_join(&name, rcv_markdown(w->arena, basics->name.s));
    rcv_join(&name, rcv_list(w->arena, &basics->post_nominals));
    rcv_text(w, "name", buf_str(&name));
    rcv_text(w, "headline", rcv_markdown(w->arena, basics->headline.s));
    rcv_text(w, "location", rcv_place(w->arena, &basics->location));
    rcv_text(w, "email", basics->email.s);
    add_photo(w, basics);
    add_phone(w, &basics->phone);
    if (is_web_address(basics->url.s))
        rcv_text(w, "website", basics->url.s);
    add_networks(w);
    add_connections(w);
    if (basics->pronouns.s.len)
        rcv_leave(w, "pronouns", basics->pronouns.node);
    if (basics->location.address.s.len || basics->location.postal_code.s.len)
        rcv_leave(w, "street and postal code", basics->location.node);
}
