#include "credentials.h"

#include "base/utf8.h"

/* ---- words --------------------------------------------------------------- */

static bool
is_cut(char c)
{
    return ascii_is_space(c) || c == ',' || c == ';' || c == '(' || c == ')' ||
           c == '/' || c == '|' || c == ':';
}

struct name_words
name_words(struct str text)
{
    struct name_words words = {.text = text};
    size_t at = 0;
    while (at < text.len && words.count < NAME_WORDS) {
        while (at < text.len && is_cut(text.at[at]))
            at++;
        size_t from = at;
        while (at < text.len && !is_cut(text.at[at]))
            at++;
        if (at == from)
            break;
        words.from[words.count] = from;
        words.to[words.count++] = at;
    }
    return words;
}

struct str
name_word(const struct name_words *words, size_t first, size_t last)
{
    return str_slice(words->text, words->from[first], words->to[last]);
}

static bool
is_apart(struct str text, size_t from, size_t to)
{
    return (from == 0 || !ascii_is_alnum(text.at[from - 1])) &&
           (to == text.len || !ascii_is_alnum(text.at[to]));
}

bool
holds_word(struct str text, struct str word)
{
    size_t at = word.len ? str_find(text, word, 0) : SIZE_MAX;
    while (at != SIZE_MAX) {
        if (is_apart(text, at, at + word.len))
            return true;
        at = str_find(text, word, at + 1);
    }
    return false;
}

static bool
holds_nocase(struct str text, struct str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++)
        if (is_apart(text, at, at + word.len) &&
            str_equal_nocase(str_slice(text, at, at + word.len), word))
            return true;
    return false;
}

bool
holds_any(struct str text, const char *const *words)
{
    for (size_t i = 0; text.len && words[i]; i++)
        if (holds_nocase(text, str_from(words[i])))
            return true;
    return false;
}

struct str
squash(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_alnum(text.at[i]))
            buf_add_byte(&out, ascii_lower(text.at[i]));
    return buf_str(&out);
}

struct str
initials(struct arena *arena, struct str text)
{
    static const char *const small[] = {"of", "the", "in",  "for", "and",
                                        "&",  "a",   "and", "an",  "with"};
    struct buf out = buf_new(arena);
    struct name_words words = name_words(text);
    for (size_t i = 0; i < words.count; i++) {
        struct str word = name_word(&words, i, i);
        bool is_small = false;
        for (size_t s = 0; s < sizeof small / sizeof *small; s++)
            is_small = is_small || str_equal_nocase(word, str_from(small[s]));
        if (!is_small && ascii_is_alpha(word.at[0]))
            buf_add_byte(&out, ascii_lower(word.at[0]));
    }
    return buf_str(&out);
}

/* ---- names of the pack --------------------------------------------------- */

static const struct pack_credential *
credential_at(const struct check *check, const struct pack_name *name)
{
    size_t count;
    const struct pack_credential *all = pack_credentials(check->pack, &count);
    if (!name || name->kind == PACK_NAME_MEMBERSHIP || name->index >= count)
        return NULL;
    return &all[name->index];
}

static const struct pack_credential *
whole_name(const struct check *check, struct str text)
{
    return credential_at(check, pack_known_name(check->pack, text));
}

static bool
is_written(const struct pack_credential *known, struct str text)
{
    return str_equal(pack_str(known->abbr), text) ||
           pack_list_has(known->aliases, text);
}

static size_t
count_capitals(struct str text)
{
    size_t capitals = 0;
    for (size_t i = 0; i < text.len; i++)
        capitals += text.at[i] >= 'A' && text.at[i] <= 'Z';
    return capitals;
}

/* Some words of a text are a name: two at least, or letters as the list has
   them. Names that say too little must be the whole text. */
static bool
is_part(const struct pack_credential *known, struct str part, size_t words)
{
    if (!known || known->generic)
        return false;
    return words > 1 || (count_capitals(part) > 1 && is_written(known, part));
}

/* The longest run of words that is a name, from word `first` on. */
static const struct pack_credential *
run_from(const struct check *check, const struct name_words *words,
         size_t first, size_t *length)
{
    size_t most = words->count - first < 12 ? words->count - first : 12;
    for (*length = most; *length > 0; --*length) {
        struct str part = name_word(words, first, first + *length - 1);
        const struct pack_credential *known = whole_name(check, part);
        if (is_part(known, part, *length))
            return known;
    }
    return NULL;
}

static const struct pack_credential *
longest_run(const struct check *check, struct str text, size_t *length)
{
    const struct pack_credential *best = NULL;
    struct name_words words = name_words(text);
    *length = 0;
    for (size_t i = 0; i < words.count; i++) {
        size_t here;
        const struct pack_credential *known = run_from(check, &words, i, &here);
        if (known && here > *length) {
            best = known;
            *length = here;
        }
    }
    return best;
}

/* ---- certifications ------------------------------------------------------ */

static const char *const coming_words[] = {"candidate",
                                           "eligible",
                                           "in progress",
                                           "pursuing",
                                           "expected",
                                           "studying",
                                           "exam",
                                           "anticipated",
                                           "not yet",
                                           "scheduled",
                                           "enrolled",
                                           "ABD",
                                           "coursework",
                                           "all but dissertation",
                                           "incomplete",
                                           "unfinished",
                                           "did not complete",
                                           NULL};

/* Later than today by all it says. */
static bool
is_ahead(const struct check *check, const struct date *date)
{
    return check->today.year && date->year && !date->is_present &&
           date_compare(date, &check->today) > 0;
}

static enum standing
standing_of(const struct check *check, const struct certification *entry)
{
    switch (entry->status.value) {
    case CERTIFICATION_IN_PROGRESS:
        return STANDING_COMING;
    case CERTIFICATION_EXPIRED:
    case CERTIFICATION_INACTIVE:
    case CERTIFICATION_RETIRED:
        return STANDING_ENDED;
    default:
        break;
    }
    if (is_ahead(check, &entry->issued) ||
        holds_any(entry->status.typed.s, coming_words) ||
        holds_any(entry->name.s, coming_words))
        return STANDING_COMING;
    return STANDING_HELD;
}

/* Half of the words of a name begin as a word of the credential's: the same
   thing in other words, and not another one of the same letters. */
static bool
shares_words(struct str name, const struct pack_credential *known)
{
    struct name_words words = name_words(name);
    size_t shared = 0, counted = 0;
    for (size_t i = 0; i < words.count; i++) {
        struct str word = name_word(&words, i, i);
        if (word.len < 4)
            continue;
        counted++;
        struct name_words theirs = name_words(pack_str(known->name));
        for (size_t j = 0; j < theirs.count; j++)
            if (str_equal_nocase(str_slice(name_word(&theirs, j, j), 0, 4),
                                 str_slice(word, 0, 4))) {
                shared++;
                break;
            }
    }
    return shared * 2 >= counted;
}

static void
recognise_name(const struct check *check, struct held *held)
{
    size_t length = 0;
    struct str name = held->entry->name.s;
    held->known = whole_name(check, name);
    held->sure = held->known != NULL;
    held->spelled_out = held->known && !is_written(held->known, name);
    if (held->known)
        return;
    held->known = longest_run(check, name, &length);
    held->spelled_out = held->known && length > 1;
    held->sure = length > 2;
}

/* Letters with a name that says something else are other letters. */
static void
recognise(const struct check *check, struct held *held)
{
    const struct certification *entry = held->entry;
    if (entry->name.s.len)
        recognise_name(check, held);
    if (held->known || !entry->abbr.s.len)
        return;
    const struct pack_credential *known = whole_name(check, entry->abbr.s);
    if (!known || (entry->name.s.len && !shares_words(entry->name.s, known)))
        return;
    held->known = known;
    held->spelled_out = entry->name.s.len > 0;
    held->sure =
        !known->ambiguous.count && (entry->name.s.len || entry->abbr.s.len > 3);
}

static void
read_held(struct check *check, struct credentials *all)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->certifications.count; i++) {
        const struct certification *entry = &candidate->certifications.at[i];
        if (!entry->name.s.len && !entry->abbr.s.len)
            continue;
        struct held *held = list_add(check->arena, &all->held);
        held->entry = entry;
        held->label = entry->abbr.s.len ? entry->abbr.s : entry->name.s;
        held->standing = standing_of(check, entry);
        recognise(check, held);
    }
}

/* ---- education ----------------------------------------------------------- */

enum degree_level
degree_level(struct str name)
{
    static const struct {
        const char *name;
        enum degree_level level;
    } levels[] = {{"none", DEGREE_NONE},
                  {"associate", DEGREE_ASSOCIATE},
                  {"bachelor", DEGREE_BACHELOR},
                  {"master", DEGREE_MASTER},
                  {"doctor", DEGREE_DOCTOR}};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (str_is(name, levels[i].name))
            return levels[i].level;
    return DEGREE_UNKNOWN;
}

const char *
degree_level_name(enum degree_level level)
{
    static const char *const names[] = {
        "an unknown degree",   "no degree",         "an associate degree",
        "a bachelor's degree", "a master's degree", "a doctorate"};
    return names[level];
}

/* The longest run of words that is a degree; one word is enough here, letters
   in capitals: "AS" is a degree, "as" is not. */
static const struct pack_credential *
degree_from(const struct check *check, const struct name_words *words,
            size_t first, size_t *length)
{
    size_t most = words->count - first < 8 ? words->count - first : 8;
    for (*length = most; *length > 0; --*length) {
        struct str part = name_word(words, first, first + *length - 1);
        const struct pack_credential *known = whole_name(check, part);
        if (!known || !str_is(pack_str(known->kind), "degree"))
            continue;
        if (*length > 1 || part.len > 4 || count_capitals(part) > 1)
            return known;
    }
    *length = 1;
    return NULL;
}

static void
read_degrees(struct check *check, struct learned *learned, struct str text)
{
    struct name_words words = name_words(text);
    for (size_t i = 0, length; i < words.count; i += length) {
        const struct pack_credential *known =
            degree_from(check, &words, i, &length);
        if (!known)
            continue;
        *list_add(check->arena, &learned->degrees) = known;
        enum degree_level level = degree_level(pack_str(known->level));
        if (level > learned->level)
            learned->level = level;
    }
}

static enum standing
standing_of_study(const struct check *check, const struct education *entry)
{
    if (entry->end_date.is_present || is_ahead(check, &entry->end_date) ||
        is_ahead(check, &entry->expected) ||
        is_ahead(check, &entry->start_date))
        return STANDING_COMING;
    if (holds_any(entry->degree.s, coming_words) ||
        holds_any(entry->area.s, coming_words))
        return STANDING_COMING;
    return STANDING_HELD;
}

static void
read_learned(struct check *check, struct credentials *all)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->education.count; i++) {
        const struct education *entry = &candidate->education.at[i];
        struct learned *learned = list_add(check->arena, &all->learned);
        learned->entry = entry;
        learned->standing = standing_of_study(check, entry);
        read_degrees(check, learned, entry->degree.s);
        if (!learned->degrees.count)
            learned->level = degree_level_by_name(entry->degree.s);
        if (!learned->degrees.count && !learned->level)
            read_degrees(check, learned, entry->area.s);
        if (learned->standing != STANDING_HELD)
            continue;
        if (learned->level == DEGREE_UNKNOWN)
            all->unread_degree = true;
        if (learned->level > all->highest)
            all->highest = learned->level;
    }
}

/* ---- letters ------------------------------------------------------------- */

static bool
is_suffix(struct str s)
{
    static const char *const suffixes[] = {"Jr",   "Sr",  "II",  "III", "IV",
                                           "V",    "Esq", "Ret", "USN", "USAF",
                                           "USMC", "USA", "USCG"};
    while (s.len && s.at[s.len - 1] == '.')
        s.len--;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (str_equal_nocase(s, str_from(suffixes[i])))
            return true;
    return false;
}

static void
add_letters(struct check *check, struct credentials *all,
            const struct text *text, size_t from, size_t to, size_t item)
{
    static const char *const marks[] = {
        "c", "candidate", "eligible", "cand", "in progress", "expected", NULL};
    while (from < to && ascii_is_space(text->s.at[from]))
        from++;
    while (to > from && ascii_is_space(text->s.at[to - 1]))
        to--;
    struct str s = str_slice(text->s, from, to);
    if (!s.len || is_suffix(s))
        return;
    struct letters *letters = list_add(check->arena, &all->letters);
    *letters = (struct letters){text, from, to, item, s, NULL, false};
    letters->known = whole_name(check, s);
    size_t open = str_find_byte(s, '(', 0);
    if (letters->known || open == SIZE_MAX)
        return;
    letters->marked = holds_any(str_slice(s, open, s.len), marks);
    letters->s = str_trim(str_slice(s, 0, open));
    letters->known = whole_name(check, letters->s);
}

static void
read_post_nominals(struct check *check, struct credentials *all)
{
    const text_list *list = &check->candidate->basics.post_nominals;
    for (size_t i = 0; i < list->count; i++) {
        const struct text *text = &list->at[i];
        size_t from = 0;
        while (from <= text->s.len) {
            size_t to = str_find_byte(text->s, ',', from);
            to = to == SIZE_MAX ? text->s.len : to;
            add_letters(check, all, text, from, to, i);
            from = to + 1;
        }
    }
}

/* Letters of "Jordan Avery, MHA CMM": known ones, or some that nobody would
   take for a name. */
static bool
looks_like_letters(const struct pack_credential *known, struct str word,
                   bool shouts)
{
    if (known)
        return is_written(known, word);
    return !shouts && count_capitals(word) > 1 && word.len <= 8;
}

static void
read_name(struct check *check, struct credentials *all)
{
    const struct text *name = &check->candidate->basics.name;
    struct name_words words = name_words(name->s);
    size_t comma = str_find_byte(name->s, ',', 0);
    bool shouts = count_capitals(name->s) > name->s.len / 2;
    size_t before = 0;
    while (before < words.count && words.from[before] < comma)
        before++;
    /* "Avery, Jordan" is a name turned around. */
    if (comma == SIZE_MAX || before < 2)
        return;
    for (size_t i = before, length; i < words.count; i += length) {
        const struct pack_credential *known = NULL;
        for (length = words.count - i; length > 0 && !known; length--)
            known = whole_name(check, name_word(&words, i, i + length - 1));
        length = known ? length + 1 : 1;
        struct str word = name_word(&words, i, i + length - 1);
        if (!is_suffix(word) && looks_like_letters(known, word, shouts))
            add_letters(check, all, name, words.from[i],
                        words.to[i + length - 1], SIZE_MAX);
    }
}

const struct credentials *
check_credentials(struct check *check)
{
    if (check->credentials)
        return check->credentials;
    struct credentials *all = ARENA_NEW(check->arena, struct credentials);
    read_held(check, all);
    read_learned(check, all);
    read_post_nominals(check, all);
    read_name(check, all);
    check->credentials = all;
    return all;
}
