/* Words that tell what a piece of text is. */
#include "text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "locale/locale.h"

static const struct {
    unsigned kinds;
    bool is_name;
    const char *words;
} rows[] = {
#define WORDS(kinds, words) {TEXT_##kinds, false, words},
#define NAME(kinds, words) {TEXT_##kinds, true, words},
#include "text_words.def"
#undef WORDS
#undef NAME
};

/* ---- folding ------------------------------------------------------------- */

static bool
is_ascii(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.at[i] >= 0x80)
            return false;
    return true;
}

static struct str
fold_ascii(struct arena *arena, struct str s)
{
    char *out = arena_array(arena, s.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool joins = (s.at[i] == '.' || s.at[i] == '\'') && i > 0 &&
                     ascii_is_alnum(s.at[i - 1]);
        if (ascii_is_alnum(s.at[i]))
            out[len++] = ascii_lower(s.at[i]);
        else if (!joins && len && out[len - 1] != ' ')
            out[len++] = ' ';
    }
    while (len && out[len - 1] == ' ')
        len--;
    return (struct str){out, len};
}

/* A slug is what folding means; only its hyphens differ, and its full stops,
   which part words there. */
static struct str
fold_any(struct arena *arena, struct str s)
{
    struct buf bare = buf_new(arena);
    bool has_letter = false;
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        uint32_t c = utf8_next(s, &at);
        has_letter = has_letter || utf8_is_letter(c) ||
                     (c < 0x80 && ascii_is_digit((char)c));
        if (c != '.' || from == 0 || ascii_is_space(s.at[from - 1]))
            buf_add(&bare, str_slice(s, from, at));
    }
    if (!has_letter)
        return STR("");
    struct str slug = utf8_slug(arena, buf_str(&bare));
    char *out = arena_array(arena, slug.len + 1, 1);
    for (size_t i = 0; i < slug.len; i++)
        out[i] = slug.at[i] == '-' ? ' ' : slug.at[i];
    return (struct str){out, slug.len};
}

struct str
text_fold(struct arena *arena, struct str s)
{
    return is_ascii(s) ? fold_ascii(arena, s) : fold_any(arena, s);
}

/* ---- the table ----------------------------------------------------------- */

static uint64_t
key_of(struct str folded)
{
    uint64_t key = str_hash(folded);
    return key ? key : 1;
}

/* Flags of the same word in several rows are put together. */
static void
add_word(struct text_words *words, struct str word, unsigned kinds)
{
    if (!word.len)
        return;
    if (*word.at == '*') {
        *list_add(words->arena, &words->ends) =
            (struct text_end){str_slice(word, 1, word.len), kinds};
        return;
    }
    size_t place = index_find(&words->words, key_of(word));
    if (place != SIZE_MAX) {
        words->kinds.at[place] |= kinds;
        return;
    }
    (void)index_add(words->arena, &words->words, key_of(word),
                    words->kinds.count);
    *list_add(words->arena, &words->kinds) = kinds;
}

static void
add_rows(struct text_words *words)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str rest = str_from(rows[i].words);
        if (rows[i].is_name)
            add_word(words, rest, rows[i].kinds);
        while (!rows[i].is_name && rest.len)
            add_word(words, str_cut(&rest, ' '), rows[i].kinds);
    }
}

/* ---- what the locales know ----------------------------------------------- */

static const struct {
    enum word word;
    enum text_topic topic;
} titles[] = {
    {WORD_SUMMARY, TOPIC_SUMMARY},
    {WORD_KEY_METRICS, TOPIC_OTHER},
    {WORD_CERTIFICATIONS, TOPIC_CERTIFICATIONS},
    {WORD_EXPERIENCE, TOPIC_EXPERIENCE},
    {WORD_EDUCATION, TOPIC_EDUCATION},
    {WORD_PROJECTS, TOPIC_PROJECTS},
    {WORD_SKILLS, TOPIC_SKILLS},
    {WORD_SYSTEMS, TOPIC_SYSTEMS},
    {WORD_COMPLIANCE, TOPIC_OTHER},
    {WORD_ADAPTABILITY, TOPIC_OTHER},
    {WORD_WORK_SAMPLES, TOPIC_OTHER},
    {WORD_TESTIMONIALS, TOPIC_REFERENCES},
    {WORD_MULTIMEDIA, TOPIC_OTHER},
    {WORD_DEVELOPMENT, TOPIC_DEVELOPMENT},
    {WORD_MEMBERSHIPS, TOPIC_MEMBERSHIPS},
    {WORD_LANGUAGES, TOPIC_LANGUAGES},
    {WORD_VOLUNTEER, TOPIC_VOLUNTEER},
    {WORD_AWARDS, TOPIC_AWARDS},
    {WORD_PUBLICATIONS, TOPIC_PUBLICATIONS},
    {WORD_CAREER_BREAKS, TOPIC_OTHER},
};

/* Titles that are words of lines as well: of software, of languages. */
static bool
is_weak_title(enum word word)
{
    return word == WORD_SYSTEMS || word == WORD_LANGUAGES;
}

static void
add_phrase(struct text_words *words, struct str phrase, enum text_topic topic,
           bool is_weak, struct str language)
{
    if (!phrase.len)
        return;
    if (index_add(words->arena, &words->phrases, key_of(phrase),
                  words->table.count))
        *list_add(words->arena, &words->table) =
            (struct text_phrase){topic, is_weak, language, phrase};
}

static void
add_months(struct text_words *words, const struct locale *locale)
{
    static const enum word months[] = {
        WORD_MONTH_NAMES, WORD_MONTH_ABBREVIATIONS, WORD_MONTHS_WITH_DAY};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        for (int month = 0; month < MONTHS_OF_YEAR; month++) {
            enum word word = (enum word)((int)months[i] + month);
            struct str name =
                text_fold(words->arena, locale_word(locale, word));
            if (name.len > 2 && !ascii_is_digit(*name.at))
                add_word(words, name, TEXT_MONTH);
        }
}

static void
add_locale(struct text_words *words, size_t i)
{
    struct str tag = locale_info(i).tag;
    const struct locale *locale = locale_find(words->arena, tag);
    for (size_t k = 0; k < sizeof titles / sizeof *titles; k++)
        add_phrase(
            words, text_fold(words->arena, locale_word(locale, titles[k].word)),
            titles[k].topic, is_weak_title(titles[k].word), tag_primary(tag));
    add_word(words, text_fold(words->arena, locale_word(locale, WORD_PRESENT)),
             TEXT_PRESENT);
    add_word(words,
             text_fold(words->arena, locale_word(locale, WORD_PROSE_PRESENT)),
             TEXT_PRESENT);
    add_months(words, locale);
}

/* ---- phrases ------------------------------------------------------------- */

static const struct {
    enum text_topic topic;
    bool is_weak;
    const char *language, *phrases;
} phrases[] = {
#define HEAD(topic, language, phrases)                                         \
    {TOPIC_##topic, false, language, phrases},
#define WEAK(topic, language, phrases) {TOPIC_##topic, true, language, phrases},
#include "text_headings.def"
#undef HEAD
#undef WEAK
};

static void
add_phrases(struct text_words *words)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        struct str rest = str_from(phrases[i].phrases);
        while (rest.len)
            add_phrase(words, str_cut(&rest, '|'), phrases[i].topic,
                       phrases[i].is_weak, str_from(phrases[i].language));
    }
}

const struct text_words *
text_words_new(struct arena *arena)
{
    struct text_words *words = ARENA_NEW(arena, struct text_words);
    words->arena = arena;
    add_rows(words);
    /* English first: what two languages share is said of it. */
    add_phrases(words);
    for (size_t i = 0; i < locale_count(); i++)
        add_locale(words, i);
    return words;
}

/* ---- looking up ---------------------------------------------------------- */

/* A word with an ending that the table has: two letters more at the least. */
static unsigned
ends_of(const struct text_words *words, struct str folded)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < words->ends.count; i++) {
        const struct text_end *end = &words->ends.at[i];
        if (folded.len >= end->text.len + 2 && str_ends(folded, end->text))
            kinds |= end->kinds;
    }
    return kinds;
}

static unsigned
folded_is(const struct text_words *words, struct str folded)
{
    size_t place = index_find(&words->words, key_of(folded));
    if (place != SIZE_MAX)
        return words->kinds.at[place];
    return folded.len >= 5 ? ends_of(words, folded) : 0;
}

unsigned
text_word_is(const struct text_words *words, struct str word)
{
    struct str folded = text_fold(words->arena, word);
    return folded.len ? folded_is(words, folded) : 0;
}

static bool
is_word_letter(uint32_t c)
{
    return c < 0x80 ? ascii_is_alnum((char)c)
                    : utf8_is_letter(c) || (c >= 0x300 && c < 0x370) ||
                          (c >= 0x900 && c < 0xE80);
}

struct str
text_word_next(struct str s, size_t *at)
{
    size_t from = SIZE_MAX;
    while (*at < s.len) {
        size_t before = *at, next = *at;
        bool is_letter = is_word_letter(utf8_next(s, &next));
        bool joins = from != SIZE_MAX && next < s.len &&
                     (s.at[before] == '.' || s.at[before] == '\'' ||
                      s.at[before] == '-') &&
                     ascii_is_alpha(s.at[next]);
        if (from == SIZE_MAX && is_letter)
            from = before;
        if (from != SIZE_MAX && !is_letter && !joins)
            return str_slice(s, from, before);
        *at = next;
    }
    return from == SIZE_MAX ? (struct str){0} : str_slice(s, from, s.len);
}

unsigned
text_count(const struct text_words *words, struct str s, unsigned kinds)
{
    unsigned count = 0, last = 0, read = 0;
    struct str word;
    for (size_t at = 0; read < 40 && (word = text_word_next(s, &at)).len;
         read++) {
        struct str folded = text_fold(words->arena, word);
        size_t blank = str_find_byte(folded, ' ', 0);
        unsigned is = folded_is(words, folded);
        if (!is && blank != SIZE_MAX)
            is = folded_is(words, str_slice(folded, 0, blank)) |
                 folded_is(words, str_slice(folded, blank + 1, folded.len));
        last = is & kinds ? 1 : 0;
        count += last;
    }
    return count + last;
}

bool
text_ends_with(const struct text_words *words, struct str s, unsigned kinds)
{
    struct str word, last = STR("");
    for (size_t at = 0; (word = text_word_next(s, &at)).len;)
        last = word;
    return last.len && text_word_is(words, last) & kinds;
}

/* ---- headings ------------------------------------------------------------ */

static const struct text_phrase *
phrase_of(const struct text_words *words, struct str folded)
{
    size_t place = index_find(&words->phrases, key_of(folded));
    return place == SIZE_MAX ? NULL : &words->table.at[place];
}

enum { WORDS_OF_HEADING = 8 };

/* Where words begin; gives their number, more than fit: too many. */
static size_t
split_words(struct str folded, size_t starts[WORDS_OF_HEADING + 1])
{
    size_t count = 0;
    for (size_t i = 0; i < folded.len; i++)
        if (i == 0 || folded.at[i - 1] == ' ') {
            if (count == WORDS_OF_HEADING)
                return WORDS_OF_HEADING + 1;
            starts[count++] = i;
        }
    starts[count] = folded.len + 1;
    return count;
}

/* The longest phrase in it, of equally long ones the first. */
static const struct text_phrase *
part_of(const struct text_words *words, struct str folded)
{
    size_t starts[WORDS_OF_HEADING + 1];
    size_t count = split_words(folded, starts);
    if (count > WORDS_OF_HEADING)
        return NULL;
    for (size_t len = count; len-- > 1;)
        for (size_t from = 0; from + len <= count; from++) {
            const struct text_phrase *phrase = phrase_of(
                words, str_slice(folded, starts[from], starts[from + len] - 1));
            if (phrase && phrase->topic != TOPIC_FOREIGN &&
                phrase->topic != TOPIC_RESUME)
                return phrase;
        }
    return NULL;
}

/* Writing without blanks: the longest phrase that stands anywhere in it. */
static const struct text_phrase *
part_of_unspaced(const struct text_words *words, struct str folded)
{
    const struct text_phrase *best = NULL;
    for (size_t i = 0; i < words->table.count; i++) {
        const struct text_phrase *phrase = &words->table.at[i];
        if ((unsigned char)*phrase->words.at >= 0xE3 &&
            phrase->words.len >= 6 && phrase->topic != TOPIC_RESUME &&
            (!best || phrase->words.len > best->words.len) &&
            str_find(folded, phrase->words, 0) != SIZE_MAX)
            best = phrase;
    }
    return best;
}

/* "1. Experience", "II Education". */
static struct str
without_number(struct str folded)
{
    size_t at = 0;
    while (at < folded.len && ascii_is_digit(folded.at[at]))
        at++;
    return at && at < folded.len && folded.at[at] == ' '
               ? str_slice(folded, at + 1, folded.len)
               : folded;
}

/* A title in two languages, "Experience / Erfahrung". */
static const struct text_phrase *
first_half(const struct text_words *words, struct str heading)
{
    size_t slash = str_find_byte(heading, '/', 0);
    if (slash == SIZE_MAX)
        slash = str_find_byte(heading, '|', 0);
    if (slash == SIZE_MAX)
        return NULL;
    return phrase_of(words,
                     text_fold(words->arena, str_slice(heading, 0, slash)));
}

const struct text_phrase *
text_phrase_find(const struct text_words *words, struct str heading,
                 bool *is_exact)
{
    *is_exact = false;
    if (heading.len > 100)
        return NULL;
    struct str folded = without_number(text_fold(words->arena, heading));
    if (!folded.len)
        return NULL;
    const struct text_phrase *phrase = phrase_of(words, folded);
    if (!phrase)
        phrase = first_half(words, heading);
    *is_exact = phrase != NULL;
    if (!phrase)
        phrase = part_of(words, folded);
    if (!phrase && (unsigned char)*folded.at >= 0xE3)
        phrase = part_of_unspaced(words, folded);
    return phrase;
}
