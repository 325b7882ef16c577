/*
 * In which language a file is printed, and texts that are given in several:
 *
 *     position: {en: Practice Manager, de: Praxisleiterin}
 */
#include "decoder.h"

#include "base/buf.h"

/* The text of a key that is a scalar, or empty. */
static struct str
scalar_at(const struct node *map, const char *key)
{
    const struct node *node =
        map && map->kind == NODE_MAP ? node_get(map, key) : NULL;
    bool is_said = node && node->kind == NODE_SCALAR && !node->is_null;
    return is_said ? str_trim(node->text) : (struct str){NULL, 0};
}

/* What cannot be read is a finding where its field is decoded. */
static struct str
tag_of(struct decoder *decoder, struct str typed)
{
    struct str guess;
    return locale_tag(decoder->arena, typed, &guess);
}

/* `language:` at the top, under `meta`, or as other tools have it. */
static struct str
main_language(struct decoder *decoder, const struct node *tree)
{
    static const char *const homes[] = {NULL, "meta", "locale"};
    for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++) {
        const struct node *map = homes[i] ? node_get(tree, homes[i]) : tree;
        struct str tag = tag_of(decoder, scalar_at(map, "language"));
        if (tag.len)
            return tag;
    }
    return (struct str){NULL, 0};
}

void
decoder_choose_language(struct decoder *decoder, const struct node *tree,
                        struct str asked)
{
    struct candidate *candidate = decoder->candidate;
    if (tree->kind != NODE_MAP)
        return;
    candidate->main_language = main_language(decoder, tree);
    struct str printed = tag_of(decoder, asked);
    if (!printed.len)
        printed = candidate->main_language;
    if (printed.len) {
        candidate->printed_language = printed;
        candidate->locale = locale_find(decoder->arena, printed);
    }
    decoder_read_locale(decoder, node_get(tree, "locale"));
}

/* What is printed is what the file then says of itself, for whoever writes it
   out again. */
void
decoder_note_language(struct decoder *decoder, struct str asked)
{
    struct candidate *candidate = decoder->candidate;
    if (!asked.len || !tag_of(decoder, asked).len)
        return;
    candidate->language.s = candidate->printed_language;
    if (!candidate->language.node)
        candidate->language.node = candidate->node;
    if (candidate->meta.language.node)
        candidate->meta.language.s = candidate->printed_language;
}

bool
candidate_names_language(const struct candidate *candidate)
{
    return candidate->main_language.len > 0 || candidate->language.s.len > 0;
}

/* ---- texts in several languages ------------------------------------------ */

/* Keys of languages begin in small letters, so that "IT: led the rollout" is a
   text with a colon in it. */
static struct str
language_of_key(struct decoder *decoder, struct str key)
{
    struct str tag = {NULL, 0};
    bool is_small = key.len && !(key.at[0] >= 'A' && key.at[0] <= 'Z');
    if (is_small && str_find_byte(key, ' ', 0) == SIZE_MAX)
        tag = tag_of(decoder, key);
    /* Three letters are a word more often than a language: only those that
       have words here. */
    if (tag_primary(tag).len == 3 && !locale_find(decoder->arena, tag))
        tag.len = 0;
    return tag;
}

bool
is_by_language(struct decoder *decoder, const struct field_shape *shape,
               const struct node *map)
{
    size_t known = 0;
    if (map->kind != NODE_MAP)
        return false;
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        bool is_field = shape && field_find(shape, pair->key);
        /* `id` is Indonesian as well. */
        if (is_field && (pair->key.len > 2 || map->pairs.count == 1))
            return false;
        bool is_language = language_of_key(decoder, pair->key).len > 0;
        known += is_language;
        if (is_field && !is_language)
            return false;
        if (pair->value->kind == NODE_MAP)
            return false;
    }
    return known > 0 && (!shape || known * 2 >= map->pairs.count);
}

/* The pair of that language; of the same without its region where there is
   none: de for de-CH, any de-XX for de. */
static const struct node_pair *
find_language(struct decoder *decoder, const struct node *map, struct str asked)
{
    const struct node_pair *near = NULL;
    if (!asked.len)
        return NULL;
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct str tag = language_of_key(decoder, pair->key);
        if (str_equal_nocase(tag, asked))
            return pair;
        bool is_near = str_equal_nocase(tag_primary(tag), tag_primary(asked));
        bool is_plain = tag.len == tag_primary(tag).len;
        if (is_near && (!near || is_plain))
            near = pair;
    }
    return near;
}

static bool
is_empty_value(const struct node *node)
{
    if (node->kind == NODE_LIST)
        return node->items.count == 0;
    return node->kind == NODE_SCALAR &&
           (node->is_null || !str_trim(node->text).len);
}

static void
report_unknown_language(struct decoder *decoder, const struct where *where,
                        const struct node *map, const struct node_pair *pair)
{
    struct str guess = {NULL, 0}, key = pair->key;
    (void)locale_tag(decoder->arena, key, &guess);
    struct finding *finding = decoder_report(
        decoder, where, CODE_X137, pair->key_span,
        "No language is called \"%.*s\"; its text is left out.", STR_ARG(key));
    /* A letter too many or too few: "dee" for de. */
    if (!guess.len && key.len == 3)
        guess = tag_of(decoder, str_slice(key, 0, 2));
    for (size_t i = 0; i < map->pairs.count; i++)
        if (str_equal(map->pairs.at[i].key, guess))
            guess.len = 0; /* it stands there already */
    if (guess.len) {
        finding_help(finding, "Did you mean %.*s?", STR_ARG(guess));
        decoder_edit(decoder, finding, pair->key_span, guess, false);
    } else {
        finding_help(finding,
                     "Write its tag, as in {en: ..., de: ..., pt-BR: ...}; "
                     "see dossier list languages.");
    }
}

static void
note_untranslated(struct decoder *decoder, const struct where *where,
                  struct span span)
{
    struct untranslated *text =
        list_add(decoder->arena, &decoder->untranslated);
    text->path = where_path(decoder->arena, where);
    text->span = span;
}

const struct node *
text_by_language(struct decoder *decoder, const struct where *where,
                 const struct node *map)
{
    const struct str english = STR_INIT("en");
    struct str printed = decoder->candidate->printed_language;
    for (size_t i = 0; i < map->pairs.count; i++)
        if (!language_of_key(decoder, map->pairs.at[i].key).len)
            report_unknown_language(decoder, where, map, &map->pairs.at[i]);
    const struct node_pair *pair = find_language(decoder, map, printed);
    if (pair && !is_empty_value(pair->value))
        return pair->value;
    note_untranslated(decoder, where, map->span);
    pair = find_language(decoder, map, decoder->candidate->main_language);
    if (!pair)
        pair = find_language(decoder, map, english);
    for (size_t i = 0; !pair && i < map->pairs.count; i++)
        if (language_of_key(decoder, map->pairs.at[i].key).len)
            pair = &map->pairs.at[i];
    return pair ? pair->value : NULL;
}

/* ---- what is missing ------------------------------------------------------
 */

enum { MOST_NAMED = 6 };

static struct str
language_name(struct decoder *decoder)
{
    struct str tag = decoder->candidate->printed_language;
    for (size_t i = 0; i < locale_count(); i++) {
        struct locale_info info = locale_info(i);
        if (str_equal_nocase(info.tag, tag) ||
            str_equal_nocase(info.tag, tag_primary(tag)))
            return str_format(decoder->arena, "%.*s (%.*s)", STR_ARG(info.name),
                              STR_ARG(tag));
    }
    return tag;
}

void
decoder_tell_untranslated(struct decoder *decoder)
{
    struct buf names = buf_new(decoder->arena);
    size_t count = decoder->untranslated.count;
    if (!count)
        return;
    for (size_t i = 0; i < count && i < MOST_NAMED; i++)
        buf_print(&names, "%s%.*s", i ? ", " : "",
                  STR_ARG(decoder->untranslated.at[i].path));
    if (count > MOST_NAMED)
        buf_print(&names, " and %zu more", count - MOST_NAMED);
    struct finding *finding = finding_add(
        decoder->findings, CODE_X138, decoder->untranslated.at[0].span,
        "Add the words in %.*s of %zu text%s that %s other languages only.",
        STR_ARG(language_name(decoder)), count, count == 1 ? "" : "s",
        count == 1 ? "has" : "have");
    finding->path = decoder->untranslated.at[0].path;
    finding_help(finding, "%.*s; another language is printed there.",
                 STR_ARG(buf_str(&names)));
}
