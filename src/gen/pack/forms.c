/* Forms of verbs and nouns, regular and irregular. */
#include "parts.h"

static bool
is_vowel(char c)
{
    return c && strchr("aeiou", c);
}

/* Of one syllable, ends in consonant, vowel, consonant: plan, planned. */
static bool
doubles(const char *word, size_t len)
{
    size_t groups = 0;
    for (size_t i = 0; i < len; i++)
        groups += is_vowel(word[i]) && !(i && is_vowel(word[i - 1]));
    return groups == 1 && len >= 2 && is_vowel(word[len - 2]) &&
           !(len > 2 && is_vowel(word[len - 3])) && !is_vowel(word[len - 1]) &&
           !strchr("wxy", word[len - 1]);
}

enum form { PAST, PARTICIPLE, ING, THIRD, FORM_COUNT };

static bool
ends(const char *word, size_t len, const char *tail)
{
    size_t size = strlen(tail);
    return len >= size && memcmp(word + len - size, tail, size) == 0;
}

static void
plural(char *out, size_t room, const char *word, size_t len)
{
    bool consonant_y =
        len > 1 && word[len - 1] == 'y' && !is_vowel(word[len - 2]);
    bool hissing = ends(word, len, "s") || ends(word, len, "x") ||
                   ends(word, len, "z") || ends(word, len, "ch") ||
                   ends(word, len, "sh");
    int stem = (int)len - (consonant_y ? 1 : 0);
    snprintf(out, room, "%.*s%s", stem, word,
             consonant_y ? "ies"
             : hissing   ? "es"
                         : "s");
}

static void
regular(char *out, size_t room, const char *word, size_t len, enum form form)
{
    bool e = word[len - 1] == 'e';
    bool consonant_y =
        len > 1 && word[len - 1] == 'y' && !is_vowel(word[len - 2]);
    bool twice = doubles(word, len);
    if (form == THIRD) {
        plural(out, room, word, len);
    } else if (form == ING) {
        bool drop = e && len > 2 && !strchr("eoy", word[len - 2]);
        snprintf(out, room, "%.*s%.*sing", (int)len - drop, word, twice,
                 word + len - 1);
    } else if (consonant_y) {
        snprintf(out, room, "%.*sied", (int)len - 1, word);
    } else {
        snprintf(out, room, "%.*s%.*s%s", (int)len, word, twice, word + len - 1,
                 e ? "d" : "ed");
    }
}

/* The irregular form of a word of the given files, or NULL. */
static const char *
irregular(struct file *files, size_t count, const char *word, enum form form)
{
    for (size_t i = 0; i < count; i++) {
        yaml_node_t *table =
            file_get_path(&files[i], file_root(&files[i]), "irregular");
        yaml_node_t *forms = table ? file_get(&files[i], table, word) : NULL;
        if (!forms)
            continue;
        size_t have = item_count(forms);
        size_t wanted = form;
        if (form == PARTICIPLE && have < 2)
            wanted = PAST;
        if (wanted < have)
            return file_item_text(&files[i], forms, wanted);
    }
    return NULL;
}

void
add_verb(struct file *files, size_t count, const char *base, unsigned list,
         unsigned term)
{
    static const unsigned bits[] = {[PAST] = L_FORM_PAST,
                                    [PARTICIPLE] = L_FORM_PAST,
                                    [ING] = L_FORM_ING,
                                    [THIRD] = L_FORM_THIRD};
    size_t len = strcspn(base, " ");
    char *word = copy(base, len), form[256], phrase[512];
    add_phrase(base, list, term, UINT64_C(1) << L_FORM_BASE);
    for (unsigned i = 0; i < FORM_COUNT; i++) {
        const char *given = irregular(files, count, word, i);
        if (given)
            snprintf(form, sizeof form, "%s", given);
        else
            regular(form, sizeof form, word, len, i);
        snprintf(phrase, sizeof phrase, "%s%s", form, base + len);
        add_phrase(phrase, list, term, UINT64_C(1) << bits[i]);
    }
}

void
add_noun(const char *base, unsigned list, unsigned term)
{
    size_t len = strlen(base);
    char form[512];
    add_phrase(base, list, term, 0);
    if (ends(base, len, "s") && !ends(base, len, "ss")) {
        if (len <= 3)
            return;
        bool ies = ends(base, len, "ies");
        snprintf(form, sizeof form, "%.*s%s", (int)(len - (ies ? 3 : 1)), base,
                 ies ? "y" : "");
    } else {
        plural(form, sizeof form, base, len);
    }
    add_phrase(form, list, term, 0);
}
