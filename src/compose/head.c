/* Who this is: name, contacts, and what the document says of itself. */
#include "composer.h"

/* ---- contacts ---------------------------------------------------------- */

/* NULL when there is nothing to say. */
static struct contact *
add_contact(const struct composer *c, struct block *head, const char *kind,
            struct str text, struct str url, const struct node *node)
{
    if (str_is_empty(text))
        return NULL;
    struct contact *contact = list_add(c->arena, &head->contacts);
    *contact = (struct contact){
        .kind = str_from(kind),
        .text = text,
        .url = url,
        .span = node_span(node),
    };
    return contact;
}

/* "tel:+13125550142" */
static struct str
phone_url(struct arena *arena, struct str phone)
{
    struct buf out = buf_new(arena);
    buf_add_text(&out, "tel:");
    for (size_t i = 0; i < phone.len; i++)
        if (ascii_is_digit(phone.at[i]) || (phone.at[i] == '+' && i == 0))
            buf_add_byte(&out, phone.at[i]);
    return buf_str(&out);
}

static struct str
with_prefix(struct arena *arena, const char *prefix, struct str s)
{
    if (str_is_empty(s))
        return s;
    return str_format(arena, "%s%.*s", prefix, STR_ARG(s));
}

/* Where a user of that network is found. */
static const struct {
    const char *network, *prefix;
} networks[] = {
    {"LinkedIn", "https://www.linkedin.com/in/"},
    {"GitHub", "https://github.com/"},
    {"GitLab", "https://gitlab.com/"},
    {"ORCID", "https://orcid.org/"},
    {"X", "https://x.com/"},
    {"Bluesky", "https://bsky.app/profile/"},
    {"YouTube", "https://www.youtube.com/@"},
    {"Instagram", "https://www.instagram.com/"},
    {"ResearchGate", "https://www.researchgate.net/profile/"},
    {"StackOverflow", "https://stackoverflow.com/users/"},
};

static struct str
profile_url(const struct composer *c, const struct profile *profile)
{
    if (!str_is_empty(profile->url.s) || str_is_empty(profile->username.s))
        return profile->url.s;
    for (size_t i = 0; i < sizeof networks / sizeof networks[0]; i++)
        if (str_equal_nocase(profile->network.s, str_from(networks[i].network)))
            return with_prefix(c->arena, networks[i].prefix,
                               profile->username.s);
    return profile->url.s;
}

/* The address without its beginning; a network whose name the address does not
   hold is named before it. */
static struct str
profile_text(const struct composer *c, const struct profile *profile,
             struct str url)
{
    struct str text = str_is_empty(url) ? profile->username.s : words_url(url);
    struct buf lower = buf_new(c->arena);
    for (size_t i = 0; i < profile->network.s.len; i++)
        buf_add_byte(&lower, ascii_lower(profile->network.s.at[i]));
    if (str_is_empty(text))
        return profile->network.s;
    if (lower.len == 0 || str_find(text, buf_str(&lower), 0) != SIZE_MAX)
        return text;
    return str_format(c->arena, "%.*s: %.*s", STR_ARG(profile->network.s),
                      STR_ARG(text));
}

static void
add_profile(const struct composer *c, struct block *head,
            const struct profile *profile)
{
    struct str url = profile_url(c, profile);
    struct contact *contact =
        add_contact(c, head, "profile", profile_text(c, profile, url), url,
                    profile->item.node);
    if (!contact)
        return;
    contact->network = profile->network.s;
    contact->username = profile->username.s;
}

static void
add_contacts(const struct composer *c, struct block *head)
{
    const struct basics *basics = &c->shown->basics;
    struct arena *arena = c->arena;
    (void)add_contact(c, head, "location",
                      words_address(&c->words, &basics->location),
                      (struct str){NULL, 0}, basics->location.node);
    (void)add_contact(c, head, "email", basics->email.s,
                      with_prefix(arena, "mailto:", basics->email.s),
                      basics->email.node);
    struct contact *phone =
        add_contact(c, head, "phone", basics->phone.s,
                    phone_url(arena, basics->phone.s), basics->phone.node);
    if (phone)
        phone->country = basics->location.country_code.s;
    (void)add_contact(c, head, "web", words_url(basics->url.s), basics->url.s,
                      basics->url.node);
    for (size_t i = 0; i < basics->profiles.count; i++)
        add_profile(c, head, &basics->profiles.at[i]);
}

/* Consent is given, or it would not be here. Layout decides where it stands. */
static void
add_portrait(const struct composer *c, struct block *head)
{
    const struct text *image = &c->shown->basics.image;
    if (!image->node)
        return;
    head->file = image->s;
    head->file_span = image->node->span;
    head->alt = said(c, WORD_PORTRAIT, c->shown->basics.name.s);
}

struct block *
head_make(const struct composer *c, enum block_kind kind)
{
    const struct basics *basics = &c->shown->basics;
    struct block *head = block_new(c->arena, kind, STR("basics"));
    inline_add_text(c->arena, &head->title, &basics->name, 0);
    inline_add_text(c->arena, &head->subtitle, &basics->headline, 0);
    inline_add_text(c->arena, &head->aside, &basics->pronouns, 0);
    head->post_nominals = words_list(&c->words, &basics->post_nominals);
    add_contacts(c, head);
    add_portrait(c, head);
    head->url = basics->url.s;
    if (!str_is_empty(head->url))
        head->url_alt = said(c, WORD_QR_CODE, words_url(head->url));
    return head;
}

/* ---- what the document says of itself ---------------------------------- */

#define MOST_SKILLS_IN_KEYWORDS 12

static struct str
keywords_of(const struct composer *c)
{
    struct buf out = buf_new(c->arena);
    size_t count = c->shown->skills.count;
    words_join(&out, ", ", c->shown->basics.headline.s);
    for (size_t i = 0; i < count && i < MOST_SKILLS_IN_KEYWORDS; i++) {
        const struct skill *skill = &c->shown->skills.at[i];
        words_join(&out, ", ", skill->name.s);
        words_join(&out, ", ", words_list(&c->words, &skill->keywords));
    }
    return buf_str(&out);
}

static struct str
full_name(const struct composer *c)
{
    const struct basics *basics = &c->shown->basics;
    struct buf out = buf_new(c->arena);
    words_join(&out, ", ", basics->name.s);
    words_join(&out, ", ", words_list(&c->words, &basics->post_nominals));
    return buf_str(&out);
}

/* "Jordan Avery · Portfolio · updated October 2025" */
static struct str
footer_of(const struct composer *c, enum word what)
{
    const struct date *updated = &c->shown->meta.last_modified;
    struct buf out = buf_new(c->arena);
    words_join(&out, MIDDLE_DOT, c->shown->basics.name.s);
    if (c->kind != DOCUMENT_PORTFOLIO)
        return buf_str(&out);
    struct str month =
        words_month(&c->words, updated->year ? updated : &c->today);
    words_join(&out, MIDDLE_DOT, word_of(c, what));
    if (!str_is_empty(month))
        words_join(&out, MIDDLE_DOT, said(c, WORD_UPDATED, month));
    return buf_str(&out);
}

/* Those of the words that the page is printed with, the person's own or the
   language's; NULL for a language without words, of which the signs know. */
static const struct quotation_marks *
own_quotes(const struct composer *c)
{
    const struct locale *usual =
        locale_find(c->arena, c->shown->printed_language);
    bool is_own = usual != NULL;
    if (!usual)
        usual = locale_find(c->arena, STR("en"));
    for (int word = WORD_QUOTE_OPEN; word <= WORD_INNER_QUOTE_CLOSE; word++)
        is_own |= !str_equal(words_of(&c->words, (enum word)word),
                             locale_word(usual, (enum word)word));
    if (!is_own)
        return NULL;
    struct quotation_marks *own = ARENA_NEW(c->arena, struct quotation_marks);
    *own = quotation_marks_of(c->arena, c->words.locale);
    return own;
}

void
document_describe(const struct composer *c, enum word what)
{
    struct document *document = c->document;
    document->kind = c->kind;
    document->author = c->shown->basics.name.s;
    document->title =
        str_format(c->arena, "%.*s%.*s%.*s", STR_ARG(full_name(c)),
                   STR_ARG(word_of(c, WORD_COLON)), STR_ARG(word_of(c, what)));
    document->subject = c->shown->basics.headline.s;
    document->keywords = keywords_of(c);
    document->language = c->shown->printed_language;
    document->words = document_words(c->words.locale);
    document->quotes = own_quotes(c);
    document->footer = footer_of(c, what);
    document->what = word_of(c, what);
    document->updated = words_month(&c->words, &c->shown->meta.last_modified);
    document->today = words_month(&c->words, &c->today);
}
