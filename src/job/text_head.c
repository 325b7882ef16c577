/*
 * Title, organization, location and reference of a posting: from labels, from
 * what a page calls itself, from the shape of the first lines.
 */
#include "text_parts.h"

enum head_field {
    FIELD_TITLE,
    FIELD_ORGANIZATION,
    FIELD_LOCATION,
    FIELD_REFERENCE,
    FIELD_FACT,
    FIELD_NONE
};

static const struct {
    struct str words;
    enum head_field field;
} labels[] = {
#define LABEL(field, words) {STR_INIT(words), FIELD_##field},
#include "text_labels.def"
};

static const struct str roles[] = {
#define ROLE(stem) STR_INIT(stem),
#define EMPLOYER(word)
#define BOARD(name)
#define SEEKS(words)
#include "text_roles.def"
};

static const struct str employers[] = {
#define ROLE(stem)
#define EMPLOYER(word) STR_INIT(word),
#define BOARD(name)
#define SEEKS(words)
#include "text_roles.def"
};

static const struct str boards[] = {
#define ROLE(stem)
#define EMPLOYER(word)
#define BOARD(name) STR_INIT(name),
#define SEEKS(words)
#include "text_roles.def"
};

static const struct str seeks[] = {
#define ROLE(stem)
#define EMPLOYER(word)
#define BOARD(name)
#define SEEKS(words) STR_INIT(words),
#include "text_roles.def"
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* So many blocks from the beginning are the head. */
#define HEAD_BLOCKS 60
#define TITLE_WORDS 14

/* ---- words ------------------------------------------------------------- */

static struct str
folded(struct posting *posting, struct str text)
{
    words_fold(&posting->words, text);
    return buf_str(&posting->words.folded);
}

/* A word that names what somebody is, also in a compound. */
static bool
names_role(struct posting *posting, struct str text)
{
    words_fold(&posting->words, text);
    for (size_t i = 0; i < posting->words.list.count; i++) {
        struct str word = words_at(&posting->words, i);
        for (size_t k = 0; k < COUNT(roles); k++) {
            bool ends = roles[k].len > 4 && str_ends(word, roles[k]);
            bool begins = str_starts(word, roles[k]) &&
                          (roles[k].len > 4 || word.len <= roles[k].len + 1);
            if (ends || begins)
                return true;
        }
    }
    return false;
}

static bool
names_employer(struct posting *posting, struct str text)
{
    words_fold(&posting->words, text);
    for (size_t i = 0; i < posting->words.list.count; i++)
        if (str_among(words_at(&posting->words, i), employers,
                      COUNT(employers)))
            return true;
    return false;
}

static bool
is_board(struct posting *posting, struct str text)
{
    return str_among(folded(posting, text), boards, COUNT(boards));
}

/* "Columbus, OH", "Columbus, Ohio 43215", "Boston, MA (Hybrid)": a short text
   with one comma, both parts capitalized, or "Remote". */
static bool
is_place_name(struct str s)
{
    size_t comma = str_find_byte(s, ',', 0);
    if (comma == SIZE_MAX || comma < 2 || s.len > 60 || comma + 3 > s.len)
        return false;
    struct str rest = str_trim(str_slice(s, comma + 1, s.len));
    size_t capitals = 0;
    while (capitals < rest.len && rest.at[capitals] >= 'A' &&
           rest.at[capitals] <= 'Z')
        capitals++;
    bool is_state = capitals == 2 &&
                    (rest.len == 2 || rest.at[2] == ' ' || rest.at[2] == ',');
    return is_state && s.at[0] >= 'A' && s.at[0] <= 'Z';
}

/* ---- fields ------------------------------------------------------------ */

static enum head_field
label_of(struct posting *posting, struct str text)
{
    struct str words = folded(posting, text);
    for (size_t i = 0; i < COUNT(labels); i++)
        if (str_equal(labels[i].words, words))
            return labels[i].field;
    return FIELD_NONE;
}

static void
set_field(struct posting *posting, enum head_field field, struct str value)
{
    struct job_text *text = &posting->text;
    struct str *fields[] = {&text->title, &text->organization, &text->location,
                            &text->reference};
    value = str_trim(value);
    if (field < FIELD_FACT && !fields[field]->len && value.len &&
        value.len <= 200)
        *fields[field] = value;
}

/* Where the text continues behind "Name:", or 0. */
static size_t
label_end(const struct block *block)
{
    size_t colon = str_find_byte(str_slice(block->text, 0, 60), ':', 0);
    return colon == SIZE_MAX ? 0 : colon + 1;
}

/* ---- what a page calls itself ------------------------------------------ */

/* The next part of "Title - Employer | Site". */
static struct str
cut_part(struct str *rest)
{
    static const struct str marks[] = {STR_INIT(" | "),
                                       STR_INIT(" - "),
                                       STR_INIT(" \342\200\223 "),
                                       STR_INIT(" \342\200\224 "),
                                       STR_INIT(" \302\267 "),
                                       STR_INIT(" \302\273 "),
                                       STR_INIT(" \342\200\242 ")};
    size_t best = SIZE_MAX, len = 0;
    for (size_t i = 0; i < COUNT(marks); i++) {
        size_t at = str_find(*rest, marks[i], 0);
        if (at < best) {
            best = at;
            len = marks[i].len;
        }
    }
    struct str part = best == SIZE_MAX ? *rest : str_slice(*rest, 0, best);
    *rest = best == SIZE_MAX ? (struct str){NULL, 0}
                             : str_slice(*rest, best + len, rest->len);
    return str_trim(part);
}

/* "Employer hiring Title in Place", "Job Application for Title at Employer",
   "Title at Employer". */
static struct str
read_phrase(struct posting *posting, struct str s)
{
    static const struct str before = STR_INIT("Job Application for ");
    size_t hiring = str_find(s, STR(" hiring "), 0);
    if (hiring != SIZE_MAX) {
        size_t in = str_find(s, STR(" in "), hiring);
        size_t end = in == SIZE_MAX ? s.len : in;
        set_field(posting, FIELD_ORGANIZATION, str_slice(s, 0, hiring));
        set_field(posting, FIELD_LOCATION, str_slice(s, end + 4, s.len));
        return str_trim(str_slice(s, hiring + 8, end));
    }
    if (str_starts(s, before))
        s = str_slice(s, before.len, s.len);
    size_t at = str_find(s, STR(" at "), 0);
    if (at != SIZE_MAX && names_role(posting, str_slice(s, 0, at))) {
        set_field(posting, FIELD_ORGANIZATION, str_slice(s, at + 4, s.len));
        s = str_slice(s, 0, at);
    }
    return s;
}

/* "Careers at Lakeside Health" */
static struct str
without_start(struct str s)
{
    static const struct str starts[] = {
        STR_INIT("Careers at "), STR_INIT("Jobs at "), STR_INIT("Career at "),
        STR_INIT("Work at "), STR_INIT("Karriere bei ")};
    for (size_t i = 0; i < COUNT(starts); i++)
        if (str_starts(s, starts[i]))
            return str_slice(s, starts[i].len, s.len);
    return s;
}

/* Takes what is not known yet from the name of a page. */
static void
read_page_name(struct posting *posting, struct str name)
{
    struct str employer = {NULL, 0}, title = {NULL, 0};
    while (name.len) {
        struct str part = cut_part(&name);
        part = without_start(read_phrase(posting, part));
        if (!part.len || is_board(posting, part) ||
            str_equal_nocase(part, posting->text.title))
            continue;
        if (is_place_name(part))
            set_field(posting, FIELD_LOCATION, part);
        else if (!title.len && names_role(posting, part))
            title = part;
        else if (!employer.len)
            employer = part;
    }
    if (!posting->text.title.len)
        set_field(posting, FIELD_TITLE, title);
    if (posting->text.title.len && employer.len < 60)
        set_field(posting, FIELD_ORGANIZATION, employer);
}

/* ---- the shape of the first lines -------------------------------------- */

static bool
may_be_title(struct posting *posting, const struct block *block)
{
    struct str s = block->text;
    if (block->is_page || block->is_inner || block->has_fact ||
        block->in_cell || s.len > 120 || block->kind == BLOCK_ITEM ||
        strchr(".:;,?", s.at[s.len - 1]) ||
        str_find(s, STR("://"), 0) != SIZE_MAX || is_place_name(s))
        return false;
    const sign_hit_list *hits = posting_look(posting, s);
    size_t count = posting->words.list.count;
    for (size_t i = 0; i < hits->count; i++) {
        const struct sign_hit *hit = &hits->at[i];
        if (hit->sign->kind == SIGN_CERTAIN ||
            (hit->from == 0 && hit->count == count))
            return false;
    }
    return count && count <= TITLE_WORDS;
}

static bool
is_known_heading(struct posting *posting, const struct block *block)
{
    const sign_hit_list *hits = posting_look(posting, block->text);
    for (size_t i = 0; i < hits->count; i++)
        if (hits->at[i].sign->kind <= SIGN_HEADING_WEAK &&
            hits->at[i].sign->section != SECTION_OTHER &&
            hits->at[i].sign->section != SECTION_BOILERPLATE &&
            hits->at[i].count == posting->words.list.count)
            return true;
    return false;
}

/* The first line that names a role, before the first section begins; with
   `any`, one that may be a title. */
static void
find_title(struct posting *posting, size_t count, bool any)
{
    size_t seen = 0;
    for (size_t i = 0; i < count && !posting->text.title.len; i++) {
        struct block *block = &posting->blocks.at[i];
        if (is_known_heading(posting, block))
            return;
        bool is_cry = block->text.at[block->text.len - 1] == '!';
        if (!may_be_title(posting, block) || (any && (is_cry || seen++ > 1)) ||
            (!any && !names_role(posting, block->text)))
            continue;
        block->is_title = true;
        posting->text.title = block->text;
    }
}

/* Capitalized words at `at`, with small ones between them. */
static struct str
capitalized(struct str s, size_t at)
{
    size_t end = at;
    for (size_t i = at; i < s.len;) {
        size_t space = str_find_byte(s, ' ', i);
        size_t to = space == SIZE_MAX ? s.len : space;
        struct str word = str_slice(s, i, to);
        bool is_small = str_is(word, "of") || str_is(word, "and") ||
                        str_is(word, "&") || str_is(word, "for");
        bool is_capital =
            word.len && ((word.at[0] >= 'A' && word.at[0] <= 'Z') ||
                         (unsigned char)word.at[0] >= 0xC3);
        if (!is_capital && !is_small)
            break;
        if (is_capital)
            end = to;
        if (word.len && strchr(".,;:!?", word.at[word.len - 1]))
            break;
        i = to + 1;
    }
    while (end > at && strchr(".,;:!?", s.at[end - 1]))
        end--;
    return str_slice(s, at, end);
}

/* The capitalized words that end before `at`. */
static struct str
name_before(struct str s, size_t at)
{
    size_t end = at && s.at[at - 1] == ' ' ? at - 1 : at, from = end;
    for (size_t i = end; i > 0;) {
        size_t begin = i;
        while (begin > 0 && s.at[begin - 1] != ' ')
            begin--;
        char first = s.at[begin];
        if (begin == i || strchr(".,;:!?", s.at[i - 1]) ||
            !(first >= 'A' && first <= 'Z'))
            break;
        from = begin;
        i = begin ? begin - 1 : 0;
    }
    struct str name = str_slice(s, from, end);
    bool is_us = str_is(name, "We") || str_is(name, "Our") ||
                 str_starts(name, STR("The ")) || str_starts(name, STR("Our "));
    return is_us ? (struct str){NULL, 0} : name;
}

/* "Bayview Health is looking for a Practice Manager": the title, and who
   looks for it. */
static bool
read_seeking(struct posting *posting, struct str s)
{
    struct str words = folded(posting, s);
    const struct words *list = &posting->words;
    for (size_t i = 0; i < list->list.count; i++) {
        struct str rest = str_slice(words, list->list.at[i].from, words.len);
        for (size_t k = 0; k < COUNT(seeks); k++) {
            size_t len = seeks[k].len;
            if (!str_starts(rest, seeks[k]) || rest.len <= len ||
                rest.at[len] != ' ')
                continue;
            size_t next = i;
            while (list->list.at[next].from < list->list.at[i].from + len + 1)
                next++;
            struct str title = capitalized(s, list->list.at[next].at);
            struct str by = name_before(s, list->list.at[i].at);
            if (!title.len || title.len > 100 || !names_role(posting, title))
                return false;
            set_field(posting, FIELD_TITLE, title);
            if (by.len > 4 && by.len < 60)
                set_field(posting, FIELD_ORGANIZATION, by);
            return true;
        }
    }
    return false;
}

/* The block below the name of a field that is its value; NULL: none is. */
static struct block *
value_below(struct posting *posting, size_t i, enum head_field field,
            bool has_colon)
{
    struct block *name = &posting->blocks.at[i], *value = name + 1;
    bool is_marked = has_colon || name->in_cell || name->level > 0;
    if (field == FIELD_TITLE && i + 1 < posting->blocks.count &&
        !names_role(posting, value->text))
        return NULL;
    if (i + 1 >= posting->blocks.count || value->level ||
        value->kind == BLOCK_ITEM || value->text.len > 80 || label_end(value))
        return NULL;
    /* Any word may be a heading as well. */
    bool is_sure = field == FIELD_ORGANIZATION || field == FIELD_LOCATION ||
                   field == FIELD_REFERENCE;
    return is_marked || is_sure ? value : NULL;
}

/* "Location: Columbus, OH", or the name alone and the value below. */
static void
read_label(struct posting *posting, size_t i)
{
    struct block *block = &posting->blocks.at[i], *bearer = block;
    size_t end = label_end(block);
    struct str value = str_trim(str_slice(block->text, end, block->text.len));
    if (!end && block->text.len > 30)
        return;
    enum head_field field = label_of(
        posting, str_slice(block->text, 0, end ? end - 1 : block->text.len));
    if (field == FIELD_NONE)
        return;
    if (!value.len || !end) {
        bearer = value_below(posting, i, field, end > 0);
        if (!bearer)
            return;
        value = bearer->text;
        block->has_fact = true;
    }
    if (field == FIELD_TITLE && posting->text.title.len)
        return;
    if (field == FIELD_TITLE && read_seeking(posting, value))
        return;
    if (field == FIELD_TITLE)
        bearer->is_title = true;
    else
        bearer->has_fact = true;
    set_field(posting, field, value);
}

/* In one of the sentences of the first paragraphs. */
static void
find_seeking(struct posting *posting, size_t count)
{
    for (size_t i = 0; i < count && i < 12; i++) {
        struct str s = posting->blocks.at[i].text;
        while (s.len) {
            size_t end = str_find(s, STR(". "), 0);
            struct str sentence =
                end == SIZE_MAX ? s : str_slice(s, 0, end + 1);
            s = end == SIZE_MAX ? (struct str){NULL, 0}
                                : str_trim(str_slice(s, end + 1, s.len));
            if (sentence.len < 400 && read_seeking(posting, sentence))
                return;
        }
    }
}

/* A few words, all but the small ones capitalized. */
static bool
is_name_like(struct posting *posting, struct str s)
{
    words_fold(&posting->words, s);
    const struct words *words = &posting->words;
    if (!s.len || !words->list.count || words->list.count > 8 || s.len > 70 ||
        strchr(".:;!?", s.at[s.len - 1]) || !words->list.at[0].is_capital)
        return false;
    for (size_t i = 0; i < words->list.count; i++)
        if (!words->list.at[i].is_capital && words->list.at[i].len > 3)
            return false;
    return true;
}

/* "Bayview Health · Tampa, FL · 2 weeks ago", "Bayview Health - Tampa, FL",
   or the name of the employer alone. */
static void
read_below_title(struct posting *posting, struct block *block, bool is_near)
{
    struct str rest = block->text, first = {NULL, 0};
    bool has_place = false;
    size_t parts = 0;
    if (block->is_page || block->kind == BLOCK_ITEM || block->has_fact ||
        block->level || rest.len > 120 || is_known_heading(posting, block))
        return;
    while (rest.len) {
        struct str part = cut_part(&rest);
        if (is_place_name(part)) {
            set_field(posting, FIELD_LOCATION, part);
            has_place = true;
        } else if (!parts) {
            first = part;
        }
        parts++;
    }
    block->has_fact |=
        has_place && !strchr(".!?", block->text.at[block->text.len - 1]);
    bool is_name = is_name_like(posting, first);
    if (is_name &&
        ((has_place && parts > 1) ||
         (is_near && parts == 1 && names_employer(posting, first)))) {
        set_field(posting, FIELD_ORGANIZATION, first);
        block->has_fact = true;
    }
}

/* ---- all of it --------------------------------------------------------- */

/* Without "(m/w/d)" and "(H/F)" at the end. */
static struct str
without_gender(struct str s)
{
    size_t open = s.len;
    while (open > 0 && s.at[open - 1] != '(')
        open--;
    if (open < 2 || s.at[s.len - 1] != ')' || s.len - open > 9)
        return s;
    for (size_t i = open; i + 1 < s.len; i++)
        if (!strchr("mwdfhxMWDFHX/|* ,", s.at[i]))
            return s;
    return str_trim(str_slice(s, 0, open - 1));
}

/* The heading of a page, when it has just one of the first level. */
static void
find_first_heading(struct posting *posting)
{
    for (size_t i = 0; i < posting->blocks.count; i++) {
        struct block *block = &posting->blocks.at[i];
        if (block->level == 1 && !posting->text.title.len &&
            may_be_title(posting, block)) {
            block->is_title = true;
            posting->text.title = block->text;
        }
    }
}

/* Lines that are the title once more. */
static void
mark_title(struct posting *posting, size_t count)
{
    for (size_t i = 0; i < count && posting->text.title.len; i++) {
        struct block *block = &posting->blocks.at[i];
        if (str_equal_nocase(block->text, posting->text.title)) {
            block->is_title = true;
            block->has_fact = false;
        }
    }
}

/* A short line with a word of a heading in it. */
static bool
heads_section(struct posting *posting, const struct block *block)
{
    if (block->text.len > 40 || block->has_fact)
        return false;
    const sign_hit_list *hits = posting_look(posting, block->text);
    for (size_t i = 0; i < hits->count; i++) {
        const struct sign *sign = hits->at[i].sign;
        if (sign->kind <= SIGN_HEADING_START &&
            (sign->section == SECTION_REQUIRED ||
             sign->section == SECTION_DUTIES))
            return true;
    }
    return false;
}

void
posting_find_head(struct posting *posting)
{
    block_list *blocks = &posting->blocks;
    size_t count = blocks->count < HEAD_BLOCKS ? blocks->count : HEAD_BLOCKS;
    for (size_t i = 0; i < count; i++)
        read_label(posting, i);
    find_first_heading(posting);
    if (posting->site_name.len && !is_board(posting, posting->site_name))
        set_field(posting, FIELD_ORGANIZATION, posting->site_name);
    read_page_name(posting, posting->shared_title);
    read_page_name(posting, posting->page_title);
    find_title(posting, count, false);
    if (!posting->text.title.len)
        find_seeking(posting, count);
    find_title(posting, count, true);
    mark_title(posting, count);
    for (size_t i = 0, title = SIZE_MAX; i < count; i++) {
        if (blocks->at[i].is_title)
            title = title == SIZE_MAX ? i : title;
        else if (title != SIZE_MAX && heads_section(posting, &blocks->at[i]))
            break;
        else if (title != SIZE_MAX && i < title + 6)
            read_below_title(posting, &blocks->at[i], i <= title + 3);
    }
    posting->text.title = without_gender(posting->text.title);
    static const struct str tail = STR_INIT(" - job post");
    if (str_ends(posting->text.title, tail))
        posting->text.title.len -= tail.len;
}
