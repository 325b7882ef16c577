/*
 * The language of a posting, by the small words that none does without. Skills
 * are known by their English names only, and who reads a report should know
 * that most of a posting was not understood.
 */
#include "parts.h"

#include "base/utf8.h"

/* Fewer are a headline or a list of names. */
#define WORDS_LEAST 20
/* The same where nothing was found that is asked for. */
#define WORDS_UNREAD 8
/* Small words of a language that make it sure. */
#define SIGNS_LEAST 3

#define WORD_MOST 8
#define WORDS_EACH 14

struct language {
    const char *name;
    char words[WORDS_EACH][WORD_MOST];
};

/* The first is the one that everything is read in. Words of several languages
   ("a", "in", "de") are left out. */
static const struct language languages[] = {
    {"English",
     {"the", "and", "of", "to", "with", "for", "or", "our", "you", "is", "are",
      "will", "required", "years"}},
    {"German",
     {"und", "der", "die", "das", "mit", "sie", "wir", "für", "ihre", "eine",
      "des", "als", "oder", "sowie"}},
    {"French",
     {"et", "les", "des", "du", "une", "vous", "nous", "pour", "avec", "dans",
      "est", "au", "votre", "ou"}},
    {"Spanish",
     {"y", "los", "las", "del", "el", "una", "para", "con", "nuestra", "años",
      "su", "por", "más", "al"}},
    {"Italian",
     {"di", "e", "il", "gli", "della", "delle", "con", "per", "una", "nel",
      "del", "anni", "che", "sono"}},
    {"Portuguese",
     {"e", "os", "da", "do", "dos", "para", "com", "uma", "em", "anos", "não",
      "ou", "no", "na"}},
    {"Dutch",
     {"en", "het", "een", "van", "met", "je", "voor", "wij", "bij", "onze",
      "jaar", "zijn", "als", "naar"}},
};

#define LANGUAGES (sizeof languages / sizeof *languages)

struct tally {
    size_t words, letters, foreign; /* letters of other scripts than Latin */
    size_t signs[LANGUAGES];
};

static bool
is_sign(const struct language *language, struct str word)
{
    for (size_t i = 0; i < WORDS_EACH; i++)
        if (str_equal_nocase(word, str_from(language->words[i])))
            return true;
    return false;
}

static void
count_word(struct tally *tally, struct str word)
{
    tally->words++;
    for (size_t i = 0; i < LANGUAGES && word.len < WORD_MOST + 1; i++)
        tally->signs[i] += is_sign(&languages[i], word);
}

static void
count_line(struct tally *tally, struct str s)
{
    for (size_t i = 0; i < s.len;) {
        size_t from = i, before = i;
        uint32_t c = 0;
        for (; i < s.len; before = i) {
            c = utf8_next(s, &i);
            if (!utf8_is_letter(c))
                break;
            tally->letters++;
            tally->foreign += c >= 0x0370 && !(c >= 0x1E00 && c < 0x2000);
        }
        size_t to = i < s.len || !utf8_is_letter(c) ? before : s.len;
        if (to > from)
            count_word(tally, str_slice(s, from, to));
    }
}

const char *
job_foreign_language(const struct job *job)
{
    struct tally tally = {0};
    size_t best = 0;
    for (size_t i = 0; i < job->lines.count; i++) {
        count_line(&tally, job->lines.at[i].text);
        if (tally.signs[0] > 2 * WORDS_LEAST)
            return NULL; /* English it is */
    }
    if (tally.letters >= WORDS_LEAST && tally.foreign * 2 > tally.letters)
        return "";
    for (size_t i = 1; i < LANGUAGES; i++)
        best = tally.signs[i] > tally.signs[best] ? i : best;
    bool was_read = job->terms.count || job->needs.count;
    bool is_sure = tally.words >= (was_read ? WORDS_LEAST : WORDS_UNREAD) &&
                   best > 0 && tally.signs[best] >= SIGNS_LEAST &&
                   tally.signs[best] > 2 * tally.signs[0];
    return is_sure ? languages[best].name : NULL;
}
