#include "output/plain.h"

#include "base/buf.h"

/* ---- inline text --------------------------------------------------------- */

bool
plain_is_empty(const struct inline_text *text)
{
    for (size_t i = 0; i < text->runs.count; i++)
        if (text->runs.at[i].text.len)
            return false;
    return true;
}

struct str
plain_words(struct arena *arena, const struct inline_text *text)
{
    struct buf out = buf_new(arena);
    if (text->runs.count == 1)
        return text->runs.at[0].text;
    for (size_t i = 0; i < text->runs.count; i++)
        buf_add(&out, text->runs.at[i].text);
    return buf_str(&out);
}

static void
add_run(struct arena *arena, struct inline_text *to, struct inline_run run)
{
    if (run.text.len)
        *list_add(arena, &to->runs) = run;
}

static void
separate(struct arena *arena, struct inline_text *to, const char *separator)
{
    if (separator && !plain_is_empty(to))
        add_run(arena, to, (struct inline_run){.text = str_from(separator)});
}

void
plain_append(struct arena *arena, struct inline_text *to, const char *separator,
             const struct inline_text *more)
{
    if (plain_is_empty(more))
        return;
    separate(arena, to, separator);
    for (size_t i = 0; i < more->runs.count; i++)
        add_run(arena, to, more->runs.at[i]);
}

void
plain_append_words(struct arena *arena, struct inline_text *to,
                   const char *separator, struct str more)
{
    if (!more.len)
        return;
    separate(arena, to, separator);
    add_run(arena, to, (struct inline_run){.text = more});
}

/* ---- links --------------------------------------------------------------- */

struct str
plain_url(struct str url)
{
    static const struct str prefixes[] = {STR_INIT("mailto:"),
                                          STR_INIT("tel:")};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (str_starts(url, prefixes[i]))
            return str_slice(url, prefixes[i].len, url.len);
    return url;
}

/* "+1 312 555 0142" and "+13125550142" */
static bool
is_same_number(struct str words, struct str number)
{
    size_t k = 0;
    for (size_t i = 0; i < words.len; i++) {
        if (!ascii_is_digit(words.at[i]))
            continue;
        while (k < number.len && !ascii_is_digit(number.at[k]))
            k++;
        if (k == number.len || number.at[k++] != words.at[i])
            return false;
    }
    return k > 0;
}

bool
plain_is_address(struct str words, struct str url)
{
    if (str_starts(url, STR("tel:")))
        return is_same_number(words, plain_url(url));
    return words.len && str_holds_nocase(plain_url(url), words);
}

bool
plain_leads_to(const struct inline_text *text, struct str url)
{
    for (size_t i = 0; i < text->runs.count; i++)
        if (url.len && str_equal(text->runs.at[i].url, url))
            return true;
    return false;
}

/* ---- heads --------------------------------------------------------------- */

struct str
plain_name(struct arena *arena, const struct document *document,
           const struct block *head)
{
    struct str name = plain_words(arena, &head->title);
    struct str pronouns = plain_words(arena, &head->aside);
    struct buf out = buf_new(arena);
    buf_add(&out, name);
    if (name.len && head->post_nominals.len)
        buf_add(&out, document->words.comma);
    buf_add(&out, head->post_nominals);
    if (pronouns.len)
        buf_print(&out, " (%.*s)", STR_ARG(pronouns));
    return buf_str(&out);
}

struct str
plain_contact_label(const struct document *document,
                    const struct contact *contact)
{
    const struct document_words *words = &document->words;
    if (str_is(contact->kind, "email"))
        return words->email;
    if (str_is(contact->kind, "phone"))
        return words->phone;
    if (str_is(contact->kind, "location"))
        return words->location;
    return contact->network.len ? contact->network : words->web;
}

/* "ORCID: orcid.org/0000" without its network. */
struct str
plain_contact(const struct contact *contact)
{
    struct str text = contact->text, name = contact->network;
    if (!name.len || text.len < name.len + 2 || !str_starts(text, name) ||
        text.at[name.len] != ':')
        return text;
    return str_trim(str_slice(text, name.len + 1, text.len));
}

/* ---- entries ------------------------------------------------------------- */

struct inline_text
plain_title(struct arena *arena, const struct document *document,
            const struct block *entry)
{
    struct inline_text title = {0};
    const char *comma = str_terminated(arena, document->words.comma);
    const char *next = entry->is_templated ? PLAIN_LINE_END : comma;
    plain_append(arena, &title, NULL, &entry->lead);
    plain_append(arena, &title, comma, &entry->title);
    plain_append(arena, &title, next, &entry->subtitle);
    plain_append(arena, &title, comma, &entry->place);
    return title;
}

bool
plain_is_listing(const struct block *block)
{
    for (size_t i = 0; i < block->children.count; i++) {
        const struct block *child = block->children.at[i];
        if (child->kind != BLOCK_ENTRY || child->children.count ||
            child->is_templated)
            return false;
    }
    return block->children.count > 0;
}

/* ---- figures ------------------------------------------------------------- */

#define PART_END STR("; ")

/* What of `more` ("EHR report; pilot") was not said yet. */
static void
add_unsaid(struct buf *out, struct str more)
{
    while (more.len) {
        size_t end = str_find(more, PART_END, 0);
        struct str part = str_trim(str_slice(more, 0, end));
        bool is_said = str_holds_nocase(buf_str(out), part);
        if (part.len && !is_said && out->len)
            buf_add(out, PART_END);
        if (!is_said)
            buf_add(out, part);
        more = end == SIZE_MAX ? STR("")
                               : str_slice(more, end + PART_END.len, more.len);
    }
}

struct str
plain_comparison(struct arena *arena, const struct document *document,
                 const struct comparison *comparison)
{
    struct buf out = buf_new(arena);
    struct str target = comparison->target_text;
    add_unsaid(&out, comparison->label);
    if (str_holds_nocase(comparison->description, comparison->label))
        out.len = 0;
    add_unsaid(&out, comparison->description);
    add_unsaid(&out, comparison->period_text);
    add_unsaid(&out, comparison->source_text);
    if (comparison->has_target && target.len)
        add_unsaid(&out, str_format(arena, "%.*s %.*s",
                                    STR_ARG(document->words.target),
                                    STR_ARG(target)));
    return buf_str(&out);
}

struct str
plain_chart(struct arena *arena, const struct chart *chart)
{
    struct buf out = buf_new(arena);
    bool has_title = str_holds_nocase(chart->description, chart->title);
    if (chart->title.len && !has_title)
        add_unsaid(&out, chart->title);
    add_unsaid(&out, chart->description);
    add_unsaid(&out, chart->aside);
    add_unsaid(&out, chart->hint);
    for (size_t i = 0; i < chart->notes.count; i++)
        add_unsaid(&out, chart->notes.at[i]);
    return buf_str(&out);
}

struct str
plain_tile(struct arena *arena, const struct document *document,
           const struct tile *tile)
{
    struct buf out = buf_new(arena);
    buf_add(&out, tile->label);
    if (tile->label.len && tile->value.len)
        buf_add(&out, document->words.colon);
    buf_add(&out, tile->value);
    if (tile->note.len)
        buf_print(&out, " (%.*s)", STR_ARG(tile->note));
    return buf_str(&out);
}
