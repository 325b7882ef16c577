/* Every text of the candidate, with what may be asked of it. */
#include "rule.h"

/* ---- what a text is for ------------------------------------------------ */

/* By the top-level key it stands under, the first of its path. */
static const struct {
    struct str key;
    unsigned uses;
} sections[] = {
    {STR_INIT("meta"), TEXT_SILENT},
    {STR_INIT("lint"), TEXT_SILENT},
    {STR_INIT("layout"), TEXT_SILENT},
    {STR_INIT("basics"), TEXT_BASICS},
    {STR_INIT("variants"), TEXT_VARIANT},
    {STR_INIT("skills"), 0},
    {STR_INIT("skills_options"), TEXT_SILENT},
    {STR_INIT("languages"), 0},
    {STR_INIT("testimonials"), TEXT_QUOTE},
};

static unsigned
uses_of_section(struct str path)
{
    if (str_is_empty(path))
        return TEXT_SILENT; /* settings have none: meta, layout, lint */
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        struct str key = sections[i].key;
        if (path.len >= key.len && *path.at == *key.at &&
            str_starts(path, key) &&
            (path.len == key.len || path.at[key.len] == '.' ||
             path.at[key.len] == '['))
            return sections[i].uses;
    }
    return TEXT_EVIDENCE;
}

/* What a key says of its text. */
enum {
    KEY_BULLET = 1 << 0,
    KEY_SENTENCE = 1 << 1, /* running text in a field of one line */
    KEY_NOTES = 1 << 2,
    KEY_QUOTE = 1 << 3,
    KEY_SUMMARY = 1 << 4,
    KEY_PROPER = 1 << 5,
    KEY_NAME = 1 << 6, /* proper in basics and variants */
    KEY_ADDRESS = 1 << 7
};

static const struct {
    struct str key;
    unsigned says;
} keys[] = {
    {STR_INIT("text"), KEY_BULLET},
    {STR_INIT("actions"), KEY_BULLET},
    {STR_INIT("patient_impact"), KEY_SENTENCE},
    {STR_INIT("method"), KEY_SENTENCE},
    {STR_INIT("scope"), KEY_SENTENCE},
    {STR_INIT("reason"), KEY_SENTENCE},
    {STR_INIT("subject"), KEY_SENTENCE},
    {STR_INIT("notes"), KEY_NOTES},
    {STR_INIT("quote"), KEY_QUOTE},
    {STR_INIT("summary"), KEY_SUMMARY},
    {STR_INIT("name"), KEY_NAME},
    {STR_INIT("organization"), KEY_PROPER},
    {STR_INIT("institution"), KEY_PROPER},
    {STR_INIT("author"), KEY_PROPER},
    {STR_INIT("aliases"), KEY_PROPER},
    {STR_INIT("city"), KEY_PROPER},
    {STR_INIT("region"), KEY_PROPER},
    {STR_INIT("reporting_to"), KEY_PROPER},
    {STR_INIT("username"), KEY_PROPER},
};

static unsigned
read_field(const struct field *field)
{
    bool is_address = field->type == FIELD_URL || field->type == FIELD_EMAIL ||
                      field->type == FIELD_PHONE || field->type == FIELD_PATH;
    unsigned says = is_address ? KEY_ADDRESS : 0;
    struct str key = str_from(field->key);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_equal(key, keys[i].key))
            says |= keys[i].says;
    return says;
}

static unsigned
uses_of(const struct field_text *text, unsigned says, unsigned uses)
{
    if (says & KEY_NOTES && text->prose)
        return TEXT_NOTES | TEXT_SENTENCES;
    if (uses == TEXT_QUOTE && !(says & KEY_QUOTE))
        uses = 0; /* who said it */
    if (says & KEY_PROPER ||
        (says & KEY_NAME && uses & (TEXT_BASICS | TEXT_VARIANT)))
        uses |= TEXT_PROPER;
    if (says & KEY_ADDRESS)
        return (uses & ~(unsigned)TEXT_EVIDENCE) | TEXT_ADDRESS;
    if (says & KEY_SUMMARY && uses & (TEXT_BASICS | TEXT_VARIANT))
        uses |= TEXT_SUMMARY;
    uses |= text->prose || says & KEY_SENTENCE ? TEXT_SENTENCES : TEXT_NAME;
    if (uses & TEXT_SENTENCES &&
        str_starts(text->item->path, STR("case_studies")))
        uses |= TEXT_CASE;
    return uses;
}

/* ---- collecting -------------------------------------------------------- */

struct collecting {
    struct check *check;
    size_t bullet; /* the next: bullets stand in the same order */
    /* Texts of one item stand together, and fields come again and again. */
    const struct item *item;
    unsigned item_uses;
    struct {
        const struct field *field;
        unsigned says; /* of read_field */
    } known[128];
};

static unsigned
item_uses(struct collecting *collecting, const struct item *item)
{
    if (collecting->item != item) {
        collecting->item = item;
        collecting->item_uses = uses_of_section(item->path);
    }
    return collecting->item_uses;
}

static unsigned
field_says(struct collecting *collecting, const struct field *field)
{
    size_t at = (uintptr_t)field / sizeof *field % 128;
    if (collecting->known[at].field != field) {
        collecting->known[at].field = field;
        collecting->known[at].says = read_field(field);
    }
    return collecting->known[at].says;
}

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
    unsigned says = field_says(collecting, in->field);
    text->in = *in;
    text->plain = field_text_plain(in);
    text->number = check_text_number(check, text->plain);
    if (check->whole && text->number != SIZE_MAX) {
        const struct check_text *same = &check->whole->texts.at[text->number];
        text->uses = same->uses;
        text->tokens = same->tokens;
    } else {
        text->uses = uses_of(in, says, item_uses(collecting, in->item));
    }
    if (in->prose && says & KEY_BULLET)
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
