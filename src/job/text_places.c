/*
 * The place of each line: the last heading says what a section is about, the
 * words of a line may say otherwise. Paragraphs are cut into sentences where
 * their places differ, so that a wish behind a demand is no demand.
 */
#include "text_parts.h"

#define COLUMN_COUNT 16
#define LONG_LINE 300

/* What the headings passed so far say. */
struct walk {
    struct posting *posting;
    enum section section;
    unsigned level;   /* of its heading */
    bool has_content; /* duties or requirements were seen */
    bool in_columns;
    enum section columns[COLUMN_COUNT];
    bool column_is_known[COLUMN_COUNT];
};

/* Some words of a block, of those that were looked up last, and the signs
   among them. */
struct view {
    const struct words *words;
    const sign_hit_list *hits;
    size_t from, to;
};

static struct view
look_at(struct posting *posting, const struct block *block)
{
    const sign_hit_list *hits = posting_look(posting, block->text);
    return (struct view){&posting->words, hits, 0, posting->words.list.count};
}

/* The words of bytes from..to of the block. */
static struct view
narrow(struct view view, size_t from, size_t to)
{
    size_t i = view.from;
    while (i < view.to && view.words->list.at[i].at < from)
        i++;
    view.from = i;
    while (i < view.to && view.words->list.at[i].at < to)
        i++;
    view.to = i;
    return view;
}

static bool
is_within(const struct view *view, const struct sign_hit *hit)
{
    return hit->from >= view->from && hit->from + hit->count <= view->to;
}

/* ---- headings ---------------------------------------------------------- */

enum look { LOOK_NONE, LOOK_WEAK, LOOK_STRONG, LOOK_MARKED };

static bool
is_title_case(const struct words *words)
{
    size_t small = 0;
    for (size_t i = 0; i < words->list.count; i++)
        small += !words->list.at[i].is_capital && words->list.at[i].len > 3;
    return words->list.count && words->list.at[0].is_capital && small == 0;
}

/* How much the last text looked up looks like a heading. */
static enum look
look_of(const struct block *block, const struct words *words)
{
    struct str s = block->text;
    size_t count = words->list.count;
    if (!count || count > 12 || s.len > 120)
        return LOOK_NONE;
    if (block->level || s.at[s.len - 1] == ':')
        return LOOK_MARKED;
    if (block->kind == BLOCK_ITEM || strchr(".;,!", s.at[s.len - 1]))
        return LOOK_NONE;
    if (count <= 8 && is_title_case(words))
        return LOOK_STRONG;
    return words->list.at[0].is_capital && count <= 7 ? LOOK_WEAK : LOOK_NONE;
}

bool
posting_is_fill(struct str word)
{
    static const struct str fill[] = {
        STR_INIT("a"),         STR_INIT("additional"), STR_INIT("all"),
        STR_INIT("an"),        STR_INIT("and"),        STR_INIT("are"),
        STR_INIT("as"),        STR_INIT("at"),         STR_INIT("basic"),
        STR_INIT("core"),      STR_INIT("critical"),   STR_INIT("der"),
        STR_INIT("des"),       STR_INIT("die"),        STR_INIT("du"),
        STR_INIT("et"),        STR_INIT("for"),        STR_INIT("general"),
        STR_INIT("i"),         STR_INIT("if"),         STR_INIT("ii"),
        STR_INIT("iii"),       STR_INIT("in"),         STR_INIT("include"),
        STR_INIT("including"), STR_INIT("is"),         STR_INIT("iv"),
        STR_INIT("job"),       STR_INIT("key"),        STR_INIT("main"),
        STR_INIT("major"),     STR_INIT("necessary"),  STR_INIT("of"),
        STR_INIT("or"),        STR_INIT("other"),      STR_INIT("our"),
        STR_INIT("position"),  STR_INIT("primary"),    STR_INIT("principal"),
        STR_INIT("relevant"),  STR_INIT("role"),       STR_INIT("section"),
        STR_INIT("some"),      STR_INIT("specific"),   STR_INIT("the"),
        STR_INIT("this"),      STR_INIT("to"),         STR_INIT("und"),
        STR_INIT("with"),      STR_INIT("y"),          STR_INIT("you"),
        STR_INIT("your")};
    return word.len == 1 || str_among(word, fill, sizeof fill / sizeof *fill);
}

/* Words of the text that no heading phrase covers and that say something. */
static size_t
count_uncovered(const struct view *view)
{
    const sign_hit_list *hits = view->hits;
    size_t count = 0, covered = 0;
    for (size_t i = view->from, k = 0; i < view->to; i++) {
        for (; k < hits->count && hits->at[k].from <= i; k++)
            if (hits->at[k].sign->kind <= SIGN_HEADING_WEAK &&
                hits->at[k].from + hits->at[k].count > covered)
                covered = hits->at[k].from + hits->at[k].count;
        count += i >= covered && !posting_is_fill(words_at(view->words, i));
    }
    return count;
}

struct heading {
    bool is_known;
    bool is_weak;
    enum section section;
};

/* The phrase that counts: the longest, then the section that wins. */
static const struct sign_hit *
best_heading(const struct view *view, bool with_alone)
{
    const struct sign_hit *best = NULL, *wish = NULL;
    for (size_t i = 0; i < view->hits->count; i++) {
        const struct sign_hit *hit = &view->hits->at[i];
        if (!is_within(view, hit) || hit->sign->kind > SIGN_HEADING_WEAK ||
            (!with_alone && hit->sign->kind > SIGN_HEADING_START))
            continue;
        if (!best || hit->count > best->count ||
            (hit->count == best->count &&
             hit->sign->section < best->sign->section))
            best = hit;
        if (hit->from == view->from && hit->sign->kind <= SIGN_HEADING_START &&
            hit->sign->section == SECTION_PREFERRED)
            wish = hit;
    }
    /* "Preferred education and experience" */
    bool is_wish = best && wish && best->sign->section == SECTION_REQUIRED;
    return is_wish ? wish : best;
}

static struct heading
read_heading(const struct view *view, enum look look)
{
    if (look == LOOK_NONE)
        return (struct heading){false, false, SECTION_OTHER};
    size_t uncovered = count_uncovered(view);
    const struct sign_hit *hit = best_heading(view, uncovered == 0);
    if (!hit)
        return (struct heading){false, false, SECTION_OTHER};
    /* "Epic experience preferred" asks and heads nothing. */
    bool ends = hit->from > view->from && hit->count <= 2 &&
                (hit->sign->section == SECTION_PREFERRED ||
                 str_is(sign_words(hit->sign), "required"));
    if (look != LOOK_MARKED && uncovered && ends)
        return (struct heading){false, false, SECTION_OTHER};
    size_t most = look >= LOOK_STRONG ? hit->count + 3 : hit->count;
    return (struct heading){uncovered <= most,
                            hit->sign->kind == SIGN_HEADING_WEAK,
                            hit->sign->section};
}

/* ---- what a line says -------------------------------------------------- */

struct says {
    bool certain, asks, asks_for, names, boasts, wishes, does, is_menu,
        is_money;
    unsigned likely, hints, not_so;
};

static bool
names_money(struct str s)
{
    for (size_t i = str_find_byte(s, '$', 0); i < s.len;
         i = str_find_byte(s, '$', i + 1))
        if (i + 1 < s.len && ascii_is_digit(s.at[i + 1]))
            return true;
    return str_find(s, STR("\342\202\254"), 0) != SIZE_MAX ||
           str_find(s, STR("\302\243"), 0) != SIZE_MAX;
}

static struct says
read_signs(const struct view *view, struct str text)
{
    struct says says = {0};
    size_t behind = view->from; /* what overlaps counts once */
    for (size_t i = 0; i < view->hits->count; i++) {
        const struct sign_hit *hit = &view->hits->at[i];
        if (!is_within(view, hit))
            continue;
        enum sign_kind kind = hit->sign->kind;
        says.certain |= kind == SIGN_CERTAIN;
        bool is_new = hit->from >= behind;
        says.likely += kind == SIGN_LIKELY && is_new;
        says.hints += kind == SIGN_HINT && is_new;
        if (kind == SIGN_LIKELY || kind == SIGN_HINT)
            behind = hit->from + hit->count;
        says.not_so += kind == SIGN_NOT_SO;
        says.asks |= kind == SIGN_ASKS;
        says.asks_for |= kind == SIGN_ASKS_FOR;
        says.names |= kind == SIGN_NAMES;
        says.boasts |= kind == SIGN_BOASTS;
        says.wishes |= kind == SIGN_WISHES;
        says.does |= kind == SIGN_DOES;
        says.is_menu |= kind == SIGN_MENU && hit->from == 0 &&
                        hit->count == view->words->list.count;
    }
    /* "Bachelor's degree required", "Nursing: 2 years (Required)" */
    if (view->to > view->from)
        says.asks |= str_is(words_at(view->words, view->to - 1), "required");
    says.is_money = says.likely && names_money(text);
    return says;
}

static unsigned
boilerplate_score(const struct says *says)
{
    unsigned score = 2 * says->likely + says->hints + 2 * says->is_money;
    unsigned less = 3 * says->not_so;
    return says->certain ? 9 : score > less ? score - less : 0;
}

static enum job_place
place_among_conditions(const struct says *says)
{
    bool named = says->asks_for || says->names;
    bool is_sure = says->asks && says->asks_for;
    if (says->certain || (says->likely && !is_sure) || !named)
        return JOB_BOILERPLATE;
    return says->wishes ? JOB_PREFERRED : JOB_REQUIRED;
}

static enum job_place
place_without_heading(const struct says *says, unsigned score, bool is_item)
{
    bool asked = says->asks_for && !says->boasts;
    bool named = asked || (says->names && is_item);
    if (score >= 2 && !(asked && score < 4))
        return JOB_BOILERPLATE;
    if (says->wishes)
        return says->asks ? JOB_REQUIRED : JOB_PREFERRED;
    if (says->asks || named)
        return JOB_REQUIRED;
    return says->does ? JOB_DUTIES : JOB_OTHER;
}

static enum job_place
place_of(enum section section, const struct says *says, bool is_item)
{
    unsigned score = boilerplate_score(says);
    bool is_asked = says->asks || says->asks_for;
    if (section <= SECTION_BOILERPLATE && section != SECTION_PREFERRED)
        return JOB_BOILERPLATE;
    if (says->is_menu)
        return JOB_BOILERPLATE;
    if (section == SECTION_CONDITIONS)
        return place_among_conditions(says);
    if (section >= SECTION_OTHER)
        return place_without_heading(says, score,
                                     is_item || section == SECTION_ASKING);
    unsigned enough = section == SECTION_DUTIES && is_item ? 6 : 4;
    if (says->certain || (score >= enough && !is_asked))
        return JOB_BOILERPLATE;
    if (section == SECTION_DUTIES)
        return says->wishes && (says->asks_for || says->names) ? JOB_PREFERRED
               : says->asks                                    ? JOB_REQUIRED
                                                               : JOB_DUTIES;
    if (section == SECTION_PREFERRED)
        return says->asks && !says->wishes ? JOB_REQUIRED : JOB_PREFERRED;
    return says->wishes && !says->asks ? JOB_PREFERRED : JOB_REQUIRED;
}

/* ---- sentences --------------------------------------------------------- */

/* "e.g." "U.S." "Dr." "No." end no sentence. */
static bool
is_abbreviation(struct str s, size_t dot)
{
    static const struct str known[] = {
        STR_INIT("Dr"),     STR_INIT("Mr"),   STR_INIT("Mrs"), STR_INIT("Ms"),
        STR_INIT("St"),     STR_INIT("No"),   STR_INIT("Inc"), STR_INIT("Ltd"),
        STR_INIT("vs"),     STR_INIT("etc"),  STR_INIT("e.g"), STR_INIT("i.e"),
        STR_INIT("approx"), STR_INIT("incl"), STR_INIT("bzw"), STR_INIT("ca"),
        STR_INIT("inkl"),   STR_INIT("ggf"),  STR_INIT("Co"),  STR_INIT("Jr"),
        STR_INIT("Ed"),     STR_INIT("Nr"),   STR_INIT("Sr"),  STR_INIT("Ph"),
        STR_INIT("usw"),    STR_INIT("resp")};
    size_t from = dot;
    while (from > 0 && s.at[from - 1] != ' ' && s.at[from - 1] != '(')
        from--;
    struct str word = str_slice(s, from, dot);
    return word.len <= 1 || str_find_byte(word, '.', 0) != SIZE_MAX ||
           str_among(word, known, sizeof known / sizeof *known);
}

/* The end of the sentence that begins at `from`, behind its blanks. */
static size_t
sentence_end(struct str s, size_t from)
{
    for (size_t i = from; i + 2 < s.len; i++) {
        char c = s.at[i];
        bool is_end = c == '.' || c == '!' || c == '?' || c == ';';
        if (!is_end || s.at[i + 1] != ' ')
            continue;
        char next = s.at[i + 2];
        bool begins = (next >= 'A' && next <= 'Z') || ascii_is_digit(next) ||
                      (unsigned char)next >= 0x80 || next == '(' || next == '"';
        if (c == ';' || (begins && !(c == '.' && is_abbreviation(s, i))))
            return i + 2;
    }
    return s.len;
}

/* ---- lines ------------------------------------------------------------- */

static struct job_line *
add_line(struct walk *walk, const struct block *block, struct str text,
         enum job_place place)
{
    struct posting *posting = walk->posting;
    struct job_line *line = list_add(posting->arena, &posting->text.lines);
    *line = (struct job_line){.text = str_trim(text),
                              .line = block->line,
                              .place = place,
                              .is_item = block->kind == BLOCK_ITEM};
    return line;
}

struct piece {
    size_t from, to;
    enum job_place place;
    bool is_silent; /* no sign in it */
};
typedef LIST(struct piece) piece_list;

static piece_list
cut_pieces(struct walk *walk, const struct block *block, struct view view,
           enum section section)
{
    struct str s = block->text;
    piece_list pieces = {0};
    for (size_t from = 0, to; from < s.len; from = to) {
        to = sentence_end(s, from);
        struct view piece = narrow(view, from, to);
        struct says says = read_signs(&piece, str_slice(s, from, to));
        view.from = piece.to;
        bool silent = !says.asks && !says.asks_for && !says.names &&
                      !says.wishes && !says.does;
        *list_add(walk->posting->arena, &pieces) = (struct piece){
            from, to, place_of(section, &says, block->kind == BLOCK_ITEM),
            silent};
    }
    return pieces;
}

/* Sentences without a sign of their own belong to the boilerplate that most
   of their paragraph is. */
static void
smooth(struct str s, piece_list *pieces)
{
    size_t boilerplate = 0;
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->at[i].place == JOB_BOILERPLATE)
            boilerplate += pieces->at[i].to - pieces->at[i].from;
    if (boilerplate * 2 < s.len)
        return;
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->at[i].is_silent)
            pieces->at[i].place = JOB_BOILERPLATE;
}

/* One line for each run of sentences in one place. */
static void
add_pieces(struct walk *walk, const struct block *block, struct view view,
           enum section section)
{
    struct str s = block->text;
    piece_list pieces = cut_pieces(walk, block, view, section);
    smooth(s, &pieces);
    for (size_t i = 0, k; i < pieces.count; i = k) {
        size_t from = pieces.at[i].from;
        for (k = i + 1; k < pieces.count; k++)
            if (pieces.at[k].place != pieces.at[i].place ||
                (pieces.at[k].to - from > LONG_LINE &&
                 pieces.at[i].place != JOB_BOILERPLATE &&
                 s.at[pieces.at[k].from - 2] != ';'))
                break;
        (void)add_line(walk, block, str_slice(s, from, pieces.at[k - 1].to),
                       pieces.at[i].place);
    }
}

/* ---- the walk ---------------------------------------------------------- */

static enum job_place
place_of_section(enum section section)
{
    static const enum job_place places[] = {
        [SECTION_END] = JOB_BOILERPLATE,
        [SECTION_PREFERRED] = JOB_PREFERRED,
        [SECTION_BOILERPLATE] = JOB_BOILERPLATE,
        [SECTION_CONDITIONS] = JOB_BOILERPLATE,
        [SECTION_REQUIRED] = JOB_REQUIRED,
        [SECTION_DUTIES] = JOB_DUTIES,
        [SECTION_OTHER] = JOB_OTHER,
        [SECTION_ASKING] = JOB_OTHER};
    return places[section];
}

static void
begin_section(struct walk *walk, enum section section, unsigned level)
{
    walk->section = section;
    walk->level = level;
    walk->has_content |= section == SECTION_REQUIRED ||
                         section == SECTION_DUTIES ||
                         section == SECTION_PREFERRED;
}

/* Whether one of the next lines names what a requirement names. */
static bool
is_borne_out(struct walk *walk, size_t i)
{
    struct posting *posting = walk->posting;
    for (size_t k = i + 1; k < posting->blocks.count && k < i + 3; k++) {
        const struct block *block = &posting->blocks.at[k];
        struct view view = look_at(posting, block);
        struct says says = read_signs(&view, block->text);
        if (says.asks || says.asks_for || says.names || says.wishes)
            return true;
    }
    return false;
}

/* The words of a menu are a heading when something stands below them. */
static bool
is_menu_word(const struct walk *walk, size_t i, bool is_menu)
{
    const block_list *blocks = &walk->posting->blocks;
    const struct block *block = &blocks->at[i];
    if (!is_menu || block->level || block->text.at[block->text.len - 1] == ':')
        return false;
    const struct block *next = i + 1 < blocks->count ? block + 1 : NULL;
    return !next || (next->kind != BLOCK_ITEM && next->text.len < 60);
}

/* "Required: five years", "Preferred qualifications - MHA": how many bytes
   are heading; 0: none. */
static size_t
inline_heading(const struct block *block)
{
    struct str s = block->text;
    if (block->bold && block->bold < 80)
        return block->bold;
    static const struct str dashes[] = {STR_INIT(" - "),
                                        STR_INIT(" \342\200\223 "),
                                        STR_INIT(" \342\200\224 ")};
    struct str head = str_slice(s, 0, 80);
    size_t end = str_find_byte(head, ':', 0);
    for (size_t i = 0; i < 3; i++) {
        bool may = str_find_byte(head, dashes[i].at[1], 0) < end;
        size_t at = may ? str_find(head, dashes[i], 0) : SIZE_MAX;
        end = at < end ? at : end;
    }
    return end < 80 && end + 2 < s.len ? end : 0;
}

static struct heading
heading_of(struct walk *walk, size_t i, const struct view *view,
           bool *is_looked_up)
{
    const struct block *block = &walk->posting->blocks.at[i];
    enum look look = look_of(block, view->words);
    struct heading heading = {false, false, SECTION_OTHER};
    if (look == LOOK_NONE || (!block->level && inline_heading(block)))
        return heading;
    struct says says = read_signs(view, block->text);
    if (block->is_value || is_menu_word(walk, i, says.is_menu))
        return heading;
    heading = read_heading(view, look);
    bool is_around = heading.section == SECTION_BOILERPLATE ||
                     heading.section == SECTION_END;
    if (says.certain && !block->level && !is_around)
        heading.is_known = false;
    if (heading.is_known && heading.is_weak &&
        walk->section == SECTION_DUTIES) {
        heading.is_known = is_borne_out(walk, i);
        *is_looked_up = false;
    }
    return heading;
}

/* "OR" between two ways to qualify. */
static bool
is_connector(const struct words *words)
{
    static const struct str known[] = {
        STR_INIT("or"), STR_INIT("and"), STR_INIT("oder"), STR_INIT("und"),
        STR_INIT("ou"), STR_INIT("et"),  STR_INIT("plus")};
    for (size_t i = 0; i < words->list.count; i++)
        if (!str_among(words_at(words, i), known, sizeof known / sizeof *known))
            return false;
    return true;
}

/* A short line alone above a list or a paragraph: a heading by its shape,
   whatever it says. */
static bool
has_shape(const struct walk *walk, size_t i, const struct words *words)
{
    const block_list *blocks = &walk->posting->blocks;
    const struct block *block = &blocks->at[i], *next = block + 1;
    if (block->kind == BLOCK_ITEM || !block->is_apart || block->is_page ||
        block->text.len > 70 || words->list.count > 8 || !words->list.count ||
        !words->list.at[0].is_capital || i + 1 >= blocks->count ||
        strchr(".;,!?", block->text.at[block->text.len - 1]))
        return false;
    bool has_colon = block->text.at[block->text.len - 1] == ':';
    if (is_connector(words))
        return false;
    return (next->kind == BLOCK_ITEM && !next->is_inner) ||
           (next->text.len > 70 && (next->is_apart || has_colon));
}

/* What a heading begins that nobody knows. */
static void
begin_unknown(struct walk *walk, const struct block *block)
{
    bool is_below = block->level && walk->level && walk->level < block->level;
    bool has_colon = block->text.at[block->text.len - 1] == ':';
    bool stays = walk->section == SECTION_DUTIES || is_below ||
                 (has_colon && walk->section != SECTION_BOILERPLATE);
    bool asks = walk->section == SECTION_REQUIRED ||
                walk->section == SECTION_PREFERRED ||
                walk->section == SECTION_ASKING;
    if (!stays)
        begin_section(walk, asks ? SECTION_ASKING : SECTION_OTHER,
                      block->level);
}

static bool
is_boilerplate(const struct view *view, const struct block *block)
{
    struct says says = read_signs(view, block->text);
    return boilerplate_score(&says) >= 2;
}

static void
add_heading(struct walk *walk, const struct block *block, enum job_place place)
{
    add_line(walk, block, block->text, place)->is_heading = true;
}

/* Takes the block as a heading, when it is one. */
static bool
take_heading(struct walk *walk, size_t i, struct view *view)
{
    const struct block *block = &walk->posting->blocks.at[i];
    bool is_looked_up = true;
    struct heading heading = heading_of(walk, i, view, &is_looked_up);
    if (!is_looked_up)
        *view = look_at(walk->posting, block);
    if (heading.is_known && heading.section == SECTION_END &&
        !walk->has_content) {
        add_heading(walk, block, JOB_BOILERPLATE);
        return true;
    }
    if (heading.is_known)
        begin_section(walk, heading.section, block->level);
    else if (block->level ||
             (!block->is_value && !inline_heading(block) &&
              has_shape(walk, i, view->words) && !is_boilerplate(view, block)))
        begin_unknown(walk, block);
    else
        return false;
    add_heading(walk, block, place_of_section(walk->section));
    return true;
}

/* The section of a block that names its own, or that of the walk. */
static enum section
section_within(struct walk *walk, const struct block *block, struct view view)
{
    size_t end = inline_heading(block);
    if (!end)
        return walk->section;
    view = narrow(view, 0, end);
    struct heading heading = {false, false, SECTION_OTHER};
    if (view.to <= 6 && count_uncovered(&view) == 0)
        heading = read_heading(&view, LOOK_STRONG);
    if (!heading.is_known || heading.section == SECTION_END ||
        (heading.is_weak && walk->section == SECTION_DUTIES))
        return walk->section;
    /* In a list it goes for the item only. */
    if (block->kind == BLOCK_TEXT && heading.section != SECTION_OTHER &&
        heading.section != SECTION_CONDITIONS)
        begin_section(walk, heading.section, 0);
    return heading.section;
}

static void
take_cell(struct walk *walk, const struct block *block)
{
    size_t column = block->column % COLUMN_COUNT;
    struct view view = look_at(walk->posting, block);
    struct heading heading = {false, false, SECTION_OTHER};
    if (block->begins_table)
        memset(walk->column_is_known, 0, sizeof walk->column_is_known);
    if (view.to <= 4 && count_uncovered(&view) == 0)
        heading = read_heading(&view, LOOK_STRONG);
    if (heading.is_known) {
        walk->columns[column] = heading.section;
        walk->column_is_known[column] = true;
        add_heading(walk, block, place_of_section(heading.section));
        return;
    }
    add_pieces(walk, block, view,
               walk->column_is_known[column] ? walk->columns[column]
                                             : walk->section);
}

static void
take_block(struct walk *walk, size_t i)
{
    const struct block *block = &walk->posting->blocks.at[i];
    if (block->has_section)
        begin_section(walk, block->section, 0);
    bool is_left_out = block->is_page || block->has_fact ||
                       (walk->section == SECTION_END && walk->has_content);
    if (block->is_title || is_left_out) {
        add_line(walk, block, block->text,
                 block->is_title ? JOB_TITLE : JOB_BOILERPLATE)
            ->is_heading = block->level > 0;
        return;
    }
    if (block->in_cell) {
        take_cell(walk, block);
        return;
    }
    struct view view = look_at(walk->posting, block);
    if (!take_heading(walk, i, &view)) {
        enum section section = section_within(walk, block, view);
        add_pieces(walk, block, view, section);
    }
}

void
posting_place_lines(struct posting *posting)
{
    struct walk walk = {.posting = posting, .section = SECTION_OTHER};
    for (size_t i = 0; i < posting->blocks.count; i++)
        take_block(&walk, i);
}
