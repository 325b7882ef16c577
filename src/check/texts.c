/* Every text of the candidate, with what may be asked of it. */
#include "rule.h"

/* ---- what a text is for ------------------------------------------------ */

/* By the top-level key it stands under, the first of its path. */
static const struct {
    const char *key;
    unsigned uses;
} sections[] = {
    {"meta", TEXT_SILENT},           {"lint", TEXT_SILENT},
    {"layout", TEXT_SILENT},         {"basics", TEXT_BASICS},
    {"variants", TEXT_VARIANT},      {"skills", 0},
    {"skills_options", TEXT_SILENT}, {"languages", 0},
    {"testimonials", TEXT_QUOTE},
};

static unsigned
uses_of_section(struct str path)
{
    if (str_is_empty(path))
        return TEXT_SILENT; /* settings have none: meta, layout, lint */
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        struct str key = str_from(sections[i].key);
        if (str_starts(path, key) &&
            (path.len == key.len || path.at[key.len] == '.' ||
             path.at[key.len] == '['))
            return sections[i].uses;
    }
    return TEXT_EVIDENCE;
}

static bool
is_address(const struct field *field)
{
    return field->type == FIELD_URL || field->type == FIELD_EMAIL ||
           field->type == FIELD_PHONE || field->type == FIELD_PATH;
}

static bool
is_bullet(const struct field_text *text)
{
    return str_is(str_from(text->field->key), "text") ||
           str_is(str_from(text->field->key), "actions");
}

/* Sentences in fields of one line. */
static bool
is_sentence(const struct field_text *text)
{
    static const char *const keys[] = {"patient_impact", "method",  "scope",
                                       "reason",         "subject", NULL};
    struct str key = str_from(text->field->key);
    for (size_t i = 0; keys[i]; i++)
        if (str_is(key, keys[i]))
            return true;
    return text->prose != NULL;
}

static unsigned
uses_of(const struct field_text *text)
{
    struct str key = str_from(text->field->key);
    unsigned uses = uses_of_section(text->item->path);
    if (str_is(key, "notes") && text->prose)
        return TEXT_NOTES | TEXT_SENTENCES;
    if (uses == TEXT_QUOTE && !str_is(key, "quote"))
        uses = 0; /* who said it */
    if (is_address(text->field))
        return (uses & ~(unsigned)TEXT_EVIDENCE) | TEXT_ADDRESS;
    if (str_is(key, "summary") && uses & (TEXT_BASICS | TEXT_VARIANT))
        uses |= TEXT_SUMMARY;
    uses |= is_sentence(text) ? TEXT_SENTENCES : TEXT_NAME;
    if (str_starts(text->item->path, STR("case_studies")) &&
        uses & TEXT_SENTENCES)
        uses |= TEXT_CASE;
    return uses;
}

/* ---- collecting -------------------------------------------------------- */

struct collecting {
    struct check *check;
    size_t bullet; /* the next: bullets stand in the same order */
};

static void
link_bullet(struct collecting *collecting, struct check_text *text)
{
    struct check *check = collecting->check;
    if (collecting->bullet >= check->bullets.count ||
        check->bullets.at[collecting->bullet].prose != text->in.prose)
        return;
    text->bullet = &check->bullets.at[collecting->bullet++];
    text->uses |= TEXT_BULLET;
    text->uses &= ~(unsigned)TEXT_CASE;
    text->tokens = &text->bullet->reading->tokens;
}

static void
collect(void *context, const struct field_text *in)
{
    struct collecting *collecting = context;
    struct check *check = collecting->check;
    struct check_text *text = list_add(check->arena, &check->texts);
    text->in = *in;
    text->plain = field_text_plain(in);
    text->number = check_text_number(check, text->plain);
    if (check->whole && text->number != SIZE_MAX) {
        const struct check_text *same = &check->whole->texts.at[text->number];
        text->uses = same->uses;
        text->tokens = same->tokens;
    } else {
        text->uses = uses_of(in);
    }
    if (in->prose && is_bullet(in))
        link_bullet(collecting, text);
}

void
check_collect_texts(struct check *check)
{
    struct collecting collecting = {.check = check};
    candidate_each_text(check->candidate, collect, &collecting);
}

const struct tokens *
check_tokens(struct check *check, const struct check_text *text)
{
    struct check *whole = check->whole;
    if (!text->tokens && whole && text->number != SIZE_MAX) {
        check->texts.at[text - check->texts.at].tokens =
            check_tokens(whole, &whole->texts.at[text->number]);
    } else if (!text->tokens) {
        struct tokens *tokens = ARENA_NEW(check->arena, struct tokens);
        *tokens = tokens_read(check->arena, check->pack, text->plain);
        /* The text is one of check->texts, which are ours to fill in. */
        check->texts.at[text - check->texts.at].tokens = tokens;
    }
    return text->tokens;
}
