/*
 * What a file is about, when it does not say so: its profession and its
 * language. Rules that know the words of one profession or language would
 * otherwise judge what they cannot read.
 */
#include "base/utf8.h"
#include "rule.h"

/* Less text than this decides nothing: it may yet come. */
#define ENOUGH_WORDS 90

static bool
is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* The next word from *at on, empty at the end. */
static struct str
next_word(struct str text, size_t *at)
{
    while (*at < text.len && !is_letter((unsigned char)text.at[*at]))
        ++*at;
    size_t from = *at;
    while (*at < text.len && is_letter((unsigned char)text.at[*at]))
        ++*at;
    return str_slice(text, from, *at);
}

/* ---- profession -------------------------------------------------------- */

struct looking {
    const struct pack *pack;
    size_t words;
    size_t own, shared; /* words of the field, of this one alone or not */
};

static bool
is_listed(const struct looking *looking, struct str word,
          enum lexicon_list list)
{
    return lexicon_term_of_word(looking->pack, word, list) != SIZE_MAX;
}

/* Two words of its own, or one with two that others use too; a file that is
   full of the latter is of the field as well. */
static bool
has_found(const struct looking *looking)
{
    return looking->own >= 2 || (looking->own && looking->shared >= 2) ||
           (looking->shared >= 6 && looking->shared * 16 >= looking->words);
}

static void
look_for_field(void *context, const struct field_text *text)
{
    struct looking *looking = context;
    if (looking->own >= 2)
        return;
    struct str plain = field_text_plain(text), word;
    for (size_t at = 0; word = next_word(plain, &at), word.len;) {
        looking->words++;
        if (is_listed(looking, word, LEXICON_FIELD_WORD))
            looking->own++;
        else if (is_listed(looking, word, LEXICON_FIELD_SHARED))
            looking->shared++;
        if (looking->own >= 2)
            return;
    }
}

bool
check_is_of_field(const struct candidate *candidate, const struct pack *pack)
{
    struct looking looking = {.pack = pack};
    for (size_t i = 0; i < candidate->variants.count; i++)
        if (check_find_role(pack, candidate->variants.at[i].target_role.s))
            return true;
    candidate_each_text(candidate, look_for_field, &looking);
    return has_found(&looking) || looking.words < ENOUGH_WORDS;
}

/* ---- language ---------------------------------------------------------- */

/* Small words that every text of some length has, and English has not. */
static const struct {
    const char *code, *name, *words;
} languages[] = {
    {"en", "English", "the of and to for by with from at were was our"},
    {"de", "German", "und der die das mit für von im den zur bei auf dem"},
    {"fr", "French", "et les des du pour avec dans une aux sur la le en"},
    {"es", "Spanish", "y los las del para con por una en el la al de"},
    {"pt", "Portuguese", "e os das dos para com uma em no na da do de"},
    {"it", "Italian", "e il di del per con una gli nel alla dei della la"},
    {"nl", "Dutch", "en het een van voor met de op bij aan ik te"},
    {"pl", "Polish", "i w z na do oraz dla po od przez się nad"},
    {"sv", "Swedish", "och av för med till en ett på i att som den"},
};

#define LANGUAGES (sizeof languages / sizeof *languages)
#define ENGLISH 0
#define SAMPLE 160    /* words looked at */
#define ENGLISH_AT 40 /* fewer when these are English */

struct sample {
    size_t words, foreign_letters, counts[LANGUAGES];
};

static bool
lists_word(const char *words, struct str word)
{
    for (const char *at = words; *at;) {
        size_t len = 0;
        while (at[len] && at[len] != ' ')
            len++;
        if (str_equal_nocase((struct str){at, len}, word))
            return true;
        at += len + (at[len] == ' ');
    }
    return false;
}

static void
sample_text(void *context, const struct field_text *text)
{
    struct sample *sample = context;
    struct str plain, word;
    if (!text->prose || sample->words >= SAMPLE ||
        (sample->words >= ENGLISH_AT && sample->counts[ENGLISH] >= 6))
        return;
    plain = field_text_plain(text);
    for (size_t at = 0; word = next_word(plain, &at), word.len;) {
        /* Beyond Latin letters: U+0370 and up begin with 0xCD or more. They
           may stand without blanks; two or three make a word. */
        bool foreign = (unsigned char)word.at[0] >= 0xcd;
        size_t count = foreign ? 1 + word.len / 6 : 1;
        sample->words += count;
        sample->foreign_letters += foreign ? count : 0;
        for (size_t i = 0; word.len <= 5 && i < LANGUAGES; i++)
            sample->counts[i] += lists_word(languages[i].words, word);
    }
}

const char *
check_foreign_language(const struct candidate *candidate, const char **code)
{
    struct sample sample = {0};
    size_t best = ENGLISH;
    candidate_each_text(candidate, sample_text, &sample);
    *code = "...";
    if (sample.words >= 8 && sample.foreign_letters * 2 > sample.words)
        return "another language";
    for (size_t i = 0; i < LANGUAGES; i++)
        if (sample.counts[i] > sample.counts[best])
            best = i;
    if (best == ENGLISH || sample.counts[best] < 5 ||
        sample.counts[best] < 3 * sample.counts[ENGLISH])
        return NULL;
    *code = languages[best].code;
    return languages[best].name;
}
