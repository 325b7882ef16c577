/* Title, organization, location and reference of a posting. */
#include "text_parts.h"

enum head_field {
    FIELD_TITLE,
    FIELD_ORGANIZATION,
    FIELD_LOCATION,
    FIELD_REFERENCE,
    FIELD_FACT,
    FIELD_NONE
};

struct label {
    struct str words;
    enum head_field field;
};

static const struct label labels[] = {
#define LABEL(field, words) {STR_INIT(words), FIELD_##field},
#include "text_labels.def"
};

/* So many blocks from the beginning are the head. */
#define HEAD_BLOCKS 60

static enum head_field
label_of(struct posting *posting, struct str text)
{
    (void)posting_look(posting, text);
    struct str folded = buf_str(&posting->words.folded);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (str_equal(labels[i].words, folded))
            return labels[i].field;
    return FIELD_NONE;
}

static struct str *
field_of(struct posting *posting, enum head_field field)
{
    struct job_text *text = &posting->text;
    struct str *fields[] = {&text->title, &text->organization, &text->location,
                            &text->reference};
    return field < FIELD_FACT ? fields[field] : NULL;
}

/* "Location: Columbus, OH" */
static void
read_label(struct posting *posting, struct block *block)
{
    size_t colon = str_find_byte(str_slice(block->text, 0, 60), ':', 0);
    if (colon == SIZE_MAX)
        return;
    enum head_field field = label_of(posting, str_slice(block->text, 0, colon));
    struct str value =
        str_trim(str_slice(block->text, colon + 1, block->text.len));
    if (field == FIELD_NONE || !value.len || value.len > 200)
        return;
    struct str *place = field_of(posting, field);
    if (field == FIELD_TITLE) {
        if (place->len)
            return;
        block->is_title = true;
    } else {
        block->has_fact = true;
    }
    if (place && !place->len)
        *place = value;
}

static bool
may_be_title(struct posting *posting, const struct block *block)
{
    struct str s = block->text;
    if (block->is_page || block->has_fact || s.len > 120 ||
        block->kind == BLOCK_ITEM || strchr(".:;,", s.at[s.len - 1]))
        return false;
    const sign_hit_list *hits = posting_look(posting, s);
    if (!posting->words.list.count || posting->words.list.count > 14)
        return false;
    for (size_t i = 0; i < hits->count; i++) {
        const struct sign_hit *hit = &hits->at[i];
        bool whole = hit->from == 0 && hit->count == posting->words.list.count;
        if (hit->sign->kind == SIGN_CERTAIN || whole)
            return false;
    }
    return str_find(s, STR("://"), 0) == SIZE_MAX;
}

void
posting_find_head(struct posting *posting)
{
    block_list *blocks = &posting->blocks;
    size_t count = blocks->count < HEAD_BLOCKS ? blocks->count : HEAD_BLOCKS;
    for (size_t i = 0; i < count; i++)
        read_label(posting, &blocks->at[i]);
    for (size_t i = 0; i < count && !posting->text.title.len; i++)
        if (may_be_title(posting, &blocks->at[i])) {
            blocks->at[i].is_title = true;
            posting->text.title = blocks->at[i].text;
        }
}
