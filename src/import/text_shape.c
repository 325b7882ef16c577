/*
 * Whether a text is a resume in words. Cheap signs of something else decide
 * first; then what the headings say, and whether somebody can be reached.
 */
#include "text_contact.h"

#include "base/utf8.h"
#include "model/fields.h"
#include "recognise.h"

/* Keys of files of other tools at the beginning of a line. */
static bool
is_key(struct str key)
{
    static const char *const others[] = {"cv",         "design",
                                         "settings",   "content",
                                         "locale",     "layouts",
                                         "work",       "info",
                                         "employment", "rendercv_settings",
                                         "$schema",    "references",
                                         "interests",  "certificates",
                                         "include"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_is(key, others[i]))
            return true;
    return field_find(fields_root(), key) != NULL;
}

struct lines {
    size_t words; /* that are no keys, items, remarks */
    size_t keys;  /* known ones */
    size_t pairs; /* "key: value" in small letters */
    size_t code;  /* of a program */
    size_t markup;
    size_t all;
    bool begins_with_key;
};

/* "key:" or "key: value" in small letters, at the beginning of the line. */
static struct str
key_of(struct str line)
{
    size_t at = 0;
    while (at < line.len && ((line.at[at] >= 'a' && line.at[at] <= 'z') ||
                             line.at[at] == '_' || line.at[at] == '$'))
        at++;
    bool is_pair = at > 0 && at < line.len && line.at[at] == ':' &&
                   (at + 1 == line.len || ascii_is_space(line.at[at + 1]));
    return is_pair ? str_slice(line, 0, at) : STR("");
}

static bool
is_code(struct str s)
{
    char last = s.at[s.len - 1];
    return last == ';' || last == '{' || last == '}' ||
           str_starts(s, STR("#include")) || str_starts(s, STR("import ")) ||
           str_starts(s, STR("def ")) || str_starts(s, STR("function ")) ||
           str_starts(s, STR("//")) || str_starts(s, STR("\\"));
}

static void
count_line(struct lines *lines, struct str line, bool *has_content,
           struct str next)
{
    struct str key = key_of(line), s = str_trim(line);
    if (!s.len)
        return;
    lines->all++;
    lines->code += is_code(s);
    lines->markup += *s.at == '<';
    if (key.len) {
        /* "skills: a, b" may be a line of words; "skills:" with lines set in
           below it is a key. */
        bool is_group =
            str_trim(str_slice(line, key.len + 1, line.len)).len == 0 &&
            next.len > 0 && (ascii_is_blank(*next.at) || *next.at == '-');
        lines->pairs++;
        if (is_key(key) && (is_group || !*has_content))
            lines->keys++;
        if (is_key(key) && !*has_content)
            lines->begins_with_key = true;
    }
    bool is_before = *s.at == '#' && (s.len < 2 || s.at[1] != '#');
    if (!is_before && !str_is(s, "---"))
        *has_content = true;
}

static struct lines
count_lines(struct str text)
{
    struct lines lines = {0};
    bool has_content = false;
    struct str rest = text_without_mark(text);
    while (rest.len) {
        struct str line = str_cut(&rest, '\n');
        struct str next = str_slice(rest, 0, str_find_byte(rest, '\n', 0));
        count_line(&lines, line, &has_content, next);
    }
    return lines;
}

/* A file of another kind, by its first bytes. */
static bool
is_other_file(struct str text)
{
    static const char *const begins[] = {"{",
                                         "%PDF",
                                         "PK\x03",
                                         "\xD0\xCF",
                                         "<?xml",
                                         "<!doctype html",
                                         "<!DOCTYPE html",
                                         "<html",
                                         "<HTML",
                                         "\\documentclass",
                                         "From ",
                                         "#!",
                                         "%YAML",
                                         "diff --git",
                                         "@charset",
                                         "\\begin"};
    text = text_without_mark(text);
    struct str s = str_trim(str_slice(text, 0, 200));
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (str_starts(s, str_from(begins[i])))
            return true;
    return str_find_byte(text, '\0', 0) != SIZE_MAX;
}

/* ---- what speaks for it -------------------------------------------------- */

struct evidence {
    unsigned strong; /* headings of work and of education */
    unsigned others; /* further headings of a resume */
    unsigned foreign;
    bool has_contact, has_name, has_dates;
    bool is_letter;
};

static bool
has_contact_in(struct str s)
{
    struct str rest = s;
    while (rest.len) {
        struct str word = str_cut(&rest, ' ');
        struct str bare = text_trim_signs(word);
        if (contact_is_email(bare) || contact_network(bare))
            return true;
        size_t open = str_find(bare, STR("](mailto:"), 0);
        if (open != SIZE_MAX || str_starts(bare, STR("mailto:")))
            return true;
    }
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++)
        digits += ascii_is_digit(s.at[i]);
    return digits >= 9 && digits <= 30 && s.len < 120 &&
           (str_find_byte(s, '+', 0) != SIZE_MAX ||
            str_find_byte(s, '(', 0) != SIZE_MAX ||
            str_find_byte(s, '-', 0) != SIZE_MAX);
}

static bool
opens_letter(struct arena *arena, struct str s)
{
    static const char *const words[] = {"dear",
                                        "sehr geehrte",
                                        "sehr geehrter",
                                        "to whom it may",
                                        "sincerely",
                                        "kind regards",
                                        "best regards",
                                        "cher",
                                        "chere",
                                        "madame",
                                        "estimado",
                                        "estimada",
                                        "mit freundlichen grussen",
                                        "yours sincerely",
                                        "yours faithfully"};
    if (s.len > 80)
        return false;
    struct str folded = text_fold(arena, s);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(folded, str_from(words[i])))
            return true;
    return false;
}

static void
weigh_section(struct evidence *e, const struct text_section *section)
{
    switch (section->topic) {
    case TOPIC_EXPERIENCE:
    case TOPIC_EDUCATION:
        e->strong++;
        break;
    case TOPIC_HEAD:
    case TOPIC_RESUME:
    case TOPIC_FOREIGN:
        break;
    case TOPIC_OTHER: {
        break;
    }
    default:
        e->others++;
    }
}

static struct evidence
weigh(struct text_page *page)
{
    struct evidence e = {0};
    for (size_t i = 0; i < page->sections.count; i++) {
        const struct text_section *section = &page->sections.at[i];
        weigh_section(&e, section);
        bool is_exact;
        const struct text_phrase *phrase =
            section->heading
                ? text_phrase_find(page->words, section->title, &is_exact)
                : NULL;
        e.foreign += phrase && phrase->topic == TOPIC_FOREIGN;
    }
    for (size_t i = 0; i < page->lines.count; i++) {
        const struct text_line *line = &page->lines.at[i];
        bool is_exact;
        if (i < 40 && !e.has_contact)
            e.has_contact = has_contact_in(text_of(line));
        e.has_dates |= line->dates.is_span && line->dates.is_at_edge;
        e.is_letter |= opens_letter(page->arena, text_of(line));
        if (line->kind == LINE_HEADING || line->is_caps) {
            const struct text_phrase *phrase =
                text_phrase_find(page->words, text_of(line), &is_exact);
            e.foreign += phrase && is_exact && phrase->topic == TOPIC_FOREIGN;
            e.has_name |= phrase && is_exact && phrase->topic == TOPIC_RESUME;
        }
    }
    return e;
}

bool
text_is_resume(struct str text)
{
    if (is_other_file(text))
        return false;
    struct lines lines =
        count_lines(str_slice(text, text_front_end(text), text.len));
    if (lines.begins_with_key || lines.keys >= 2 ||
        lines.code * 3 > lines.all || lines.all < 3)
        return false;
    struct arena *arena = arena_new();
    struct text_page *page = text_page_read(arena, text, 0);
    struct evidence e = weigh(page);
    unsigned sections = e.strong + e.others;
    bool is_resume;
    if (e.foreign >= 2 && e.foreign * 2 >= sections)
        is_resume = false;
    else if (e.is_letter)
        is_resume = e.strong >= 1 && sections >= 3;
    else if (e.has_contact)
        is_resume =
            e.strong >= 1 || e.others >= 2 || (e.has_name && e.others >= 1);
    else
        is_resume = (e.strong >= 2 && (e.has_dates || sections >= 3)) ||
                    (e.strong >= 1 && sections >= 3) ||
                    (e.strong >= 1 && e.has_dates && e.foreign == 0) ||
                    (e.has_name && sections >= 2);
    arena_free(arena);
    return is_resume;
}

bool
text_is_words(struct str text)
{
    struct lines lines = count_lines(text);
    struct str first = str_trim(str_slice(text_without_mark(text), 0, 64));
    if (lines.all < 3 || lines.keys || lines.begins_with_key ||
        lines.pairs * 4 > lines.all || utf8_find_malformed(text) != SIZE_MAX ||
        str_find_byte(text, '\0', 0) != SIZE_MAX)
        return false;
    /* A list without the name of its section is told of as such. */
    return first.len && *first.at != '{' && *first.at != '[' &&
           !(str_starts(first, STR("- ")) && !str_starts(first, STR("---")));
}
