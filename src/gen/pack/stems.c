/* Phrases of skills and KPIs by the stems of their words. */
#include "parts.h"

#include "base/word_heads.h"

#include <libstemmer.h>

enum { PHRASE_MOST = 5 };

/* A word of phrases by its stem; two words of one stem may begin otherwise. */
struct stem {
    char *text;
    unsigned head, head_of_three;
    bool keeps_three;
    bool is_stem; /* else a word that the library has to be asked about */
};

struct phrase {
    unsigned stems[PHRASE_MOST];
    size_t count;
    unsigned of;
    bool is_kpi;
    bool is_loose; /* its words are parted otherwise where heads are noted */
};

static struct {
    struct stem *stems;
    size_t stem_count, stem_room;
    struct phrase *at;
    size_t count, room;
    struct word_heads heads; /* of three letters, of all words */
    struct sb_stemmer *stemmer;
} phrases;

/* Words without which a phrase is none; lexicon.h has the classes. */
static bool
is_telling(struct str word)
{
    uint64_t small =
        UINT64_C(1) << CLASS_PREPOSITION | UINT64_C(1) << CLASS_DETERMINER |
        UINT64_C(1) << CLASS_CLAUSE | UINT64_C(1) << CLASS_AUXILIARY;
    return !(word_classes(word) & small);
}

/* What else the program folds is left to it: apostrophes, letters beyond
   ASCII, plurals that Snowball parts from their singular ("analyses"). */
static bool
is_stemmed_here(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_alpha(word.at[i]))
            return false;
    return !str_ends(word, STR("yses"));
}

static struct stem
stem_of(struct str word)
{
    char folded[256];
    struct stem stem = {.head = word_head(word, 0),
                        .head_of_three = word_head_of_three(word),
                        .keeps_three = word_keeps_three(word),
                        .is_stem = is_stemmed_here(word)};
    if (word.len > sizeof folded)
        fail("word too long", word.at);
    for (size_t i = 0; i < word.len; i++)
        folded[i] = stem.is_stem ? ascii_lower(word.at[i]) : word.at[i];
    stem.text = copy(folded, word.len);
    if (stem.is_stem) {
        const sb_symbol *cut = sb_stemmer_stem(
            phrases.stemmer, (const sb_symbol *)stem.text, (int)word.len);
        int len = cut ? sb_stemmer_length(phrases.stemmer) : 0;
        if (len > 0)
            stem.text = copy((const char *)cut, (size_t)len);
    }
    return stem;
}

static unsigned
stem_number(struct str word)
{
    struct stem stem = stem_of(word);
    for (size_t i = 0; i < phrases.stem_count; i++) {
        const struct stem *known = &phrases.stems[i];
        if (strcmp(known->text, stem.text) == 0 && known->head == stem.head &&
            known->head_of_three == stem.head_of_three &&
            known->keeps_three == stem.keeps_three &&
            known->is_stem == stem.is_stem)
            return (unsigned)i;
    }
    phrases.stems = grow(phrases.stems, phrases.stem_count, &phrases.stem_room,
                         sizeof *phrases.stems);
    phrases.stems[phrases.stem_count] = stem;
    return (unsigned)phrases.stem_count++;
}

/* ---- phrases ------------------------------------------------------------- */

/* A telling word where the program parts a posting by blanks and signs. */
static struct str
next_telling(struct str text, size_t *at)
{
    for (;;) {
        size_t from = *at;
        while (from < text.len && !word_heads_hold(text.at[from]))
            from++;
        for (*at = from; *at < text.len && word_heads_hold(text.at[*at]);)
            ++*at;
        struct str word = {text.at + from, *at - from};
        if (!word.len || is_telling(word))
            return word;
    }
}

/* False: not of two to five words, or of more than words. */
static bool
read_phrase(struct phrase *phrase, struct str text)
{
    struct split piece;
    size_t seen = 0;
    for (size_t at = 0; split_next(text.at, text.len, &at, &piece);) {
        struct str word = {text.at + piece.from, piece.to - piece.from};
        if (piece.kind != SPLIT_WORD && piece.symbol != '-')
            return false; /* A/R, ICD-10 */
        if (piece.kind != SPLIT_WORD || !is_telling(word))
            continue;
        if (phrase->count == PHRASE_MOST)
            return false;
        struct str same = next_telling(text, &seen);
        if (same.at != word.at || same.len != word.len)
            phrase->is_loose = true;
        word_heads_add(&phrases.heads, word_head_of_three(word));
        phrase->stems[phrase->count++] = stem_number(word);
    }
    return phrase->count > 1;
}

static void
note_heads(struct str text)
{
    for (size_t i = 0, end; i < text.len; i = end + 1) {
        for (end = i; end < text.len && word_heads_hold(text.at[end]);)
            end++;
        if (end > i)
            word_heads_add(&phrases.heads, word_head_of_three((struct str){
                                               text.at + i, end - i}));
    }
}

static void
add_stem_phrases(struct file *file, yaml_node_t *list, bool is_kpi)
{
    for (unsigned i = 0; i < item_count(list); i++) {
        yaml_node_t *aliases =
            file_get(file, file_item(file, list, i), "aliases");
        for (size_t k = 0; k < item_count(aliases); k++) {
            struct phrase phrase = {.of = i, .is_kpi = is_kpi};
            struct str text = str_from(file_item_text(file, aliases, k));
            note_heads(text);
            if (!read_phrase(&phrase, text))
                continue;
            phrases.at = grow(phrases.at, phrases.count, &phrases.room,
                              sizeof *phrases.at);
            phrases.at[phrases.count++] = phrase;
        }
    }
}

/* ---- as tables ----------------------------------------------------------- */

static void
print_phrases(unsigned number)
{
    printf("static const struct pack_stem stems_%u[] = {\n", number);
    for (size_t i = 0; i < phrases.stem_count; i++) {
        const struct stem *stem = &phrases.stems[i];
        printf("{{%u, %zu}, %u, %u, %d, %d},\n", text_place(stem->text),
               strlen(stem->text), stem->head, stem->head_of_three,
               stem->keeps_three, stem->is_stem);
    }
    printf("};\nstatic const struct pack_phrase phrases_%u[] = {\n", number);
    for (size_t i = 0; i < phrases.count; i++) {
        const struct phrase *phrase = &phrases.at[i];
        printf("{{");
        for (size_t k = 0; k < PHRASE_MOST; k++)
            printf("%u,", phrase->stems[k]);
        printf("}, %u, %zu, %d, %d},\n", phrase->of, phrase->count,
               phrase->is_kpi, phrase->is_loose);
    }
    printf("};\nstatic const struct word_heads phrase_heads_%u = {{", number);
    for (size_t i = 0; i < sizeof phrases.heads.bits / sizeof(uint64_t); i++)
        printf("%s0x%llxu,", i % 4 ? "" : "\n",
               (unsigned long long)phrases.heads.bits[i]);
    printf("}};\n");
}

/* Once all words are known that are read outside of postings. */
void
stems_make(unsigned number, struct file *roles, struct file *kpis)
{
    memset(&phrases, 0, sizeof phrases);
    phrases.stemmer = sb_stemmer_new("en", NULL);
    if (!phrases.stemmer)
        fail("no stems for", "English");
    add_stem_phrases(roles, file_get_path(roles, file_root(roles), "skills"),
                     false);
    add_stem_phrases(kpis, file_get_path(kpis, file_root(kpis), "kpis"), true);
    sb_stemmer_delete(phrases.stemmer);
    print_phrases(number);
}

void
stems_print_fields(unsigned number)
{
    printf(".stems = stems_%u, .stem_count = %zu, .phrases = phrases_%u, "
           ".phrase_count = %zu, .phrase_heads = &phrase_heads_%u",
           number, phrases.stem_count, number, phrases.count, number);
}
