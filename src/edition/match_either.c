/*
 * Skills that a posting takes instead of each other: "Tableau or Power BI",
 * "one of these languages: Java, Go, C#", "a workforce system such as UKG".
 * One of them is enough, so that they have their points once. What stands
 * between two of them in their line decides.
 */
#include "match.h"

#define SPOTS_MOST 64

/* One of the terms, where it stands in its line. */
struct spot {
    size_t term; /* number of the requirement */
    size_t from, to;
};

/* What stands between two of them. */
enum joint {
    JOINT_NONE,
    JOINT_COMMA,
    JOINT_AND,
    JOINT_OR,
    JOINT_LIKE /* examples of what stands before follow */
};

struct line_spots {
    struct str text;
    struct spot at[SPOTS_MOST];
    enum joint before[SPOTS_MOST]; /* to the one before */
    size_t count;
};

/* ---- where they stand -----------------------------------------------------
 */

static size_t
find_nocase(struct str text, struct str part)
{
    char first = part.len ? ascii_lower(part.at[0]) : '\0';
    for (size_t at = 0; part.len && at + part.len <= text.len; at++)
        if (ascii_lower(text.at[at]) == first &&
            str_equal_nocase(str_slice(text, at, at + part.len), part) &&
            (at == 0 || !ascii_is_alpha(text.at[at - 1])) &&
            (at + part.len == text.len ||
             !ascii_is_alpha(text.at[at + part.len])))
            return at;
    return SIZE_MAX;
}

static bool
overlaps(const struct spot *a, const struct spot *b)
{
    return a->from < b->to && b->from < a->to;
}

/* In the order of the line; of two that overlap the longer. */
static void
put_spot(struct line_spots *spots, struct spot spot)
{
    size_t to = 0;
    for (size_t i = 0; i < spots->count; i++)
        if (overlaps(&spots->at[i], &spot) &&
            spots->at[i].to - spots->at[i].from >= spot.to - spot.from)
            return;
    for (size_t i = 0; i < spots->count; i++)
        if (!overlaps(&spots->at[i], &spot))
            spots->at[to++] = spots->at[i];
    if (to == SPOTS_MOST)
        return;
    for (spots->count = to + 1; to > 0 && spots->at[to - 1].from > spot.from;
         to--)
        spots->at[to] = spots->at[to - 1];
    spots->at[to] = spot;
}

static void
find_spots(const struct match *match, const struct job_line *line,
           struct line_spots *spots)
{
    spots->count = 0;
    spots->text = line->text;
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *term = &match->requirements.at[i];
        if (term->kind != MATCH_SKILL || term->line != line->line)
            continue;
        size_t from = find_nocase(line->text, term->text);
        if (from != SIZE_MAX)
            put_spot(spots, (struct spot){i, from, from + term->text.len});
    }
}

/* ---- what stands between them ---------------------------------------------
 */

static bool
is_word(struct str word, const char *const *words)
{
    for (; *words; words++)
        if (str_equal_nocase(word, str_from(*words)))
            return true;
    return false;
}

static const char *const small_words[] = {
    "a",    "an",   "the",     "other",      "another",    "of",
    "in",   "with", "similar", "e.g",        "g",          "e",
    "such", "for",  "as",      "experience", "using",      "tools",
    "like", "etc",  "either",  "other",      "equivalent", NULL};

struct between {
    bool says_or, says_and, says_like, has_comma, has_stroke, ends;
    size_t words; /* that are no small ones */
};

static struct between
read_between(struct str gap)
{
    static const char *const like_words[] = {"such", "like", "e.g", NULL};
    struct between said = {.words = 0};
    for (size_t i = 0; i < gap.len;) {
        size_t from = i;
        while (i < gap.len &&
               (ascii_is_alpha(gap.at[i]) ||
                (i > from && gap.at[i] == '.' && i + 1 < gap.len &&
                 ascii_is_alpha(gap.at[i + 1]))))
            i++;
        struct str word = str_slice(gap, from, i);
        if (!word.len) {
            said.has_comma |= gap.at[i] == ',';
            said.has_stroke |= gap.at[i] == '/';
            said.ends |= gap.at[i] == ';' || gap.at[i] == ':' ||
                         gap.at[i] == ')' ||
                         (gap.at[i] == '.' && !said.says_like);
            i++;
            continue;
        }
        bool is_or = str_equal_nocase(word, STR("or"));
        bool is_and = str_equal_nocase(word, STR("and"));
        said.says_or |= is_or;
        said.says_and |= is_and;
        said.says_like |= is_word(word, like_words);
        said.words += !is_or && !is_and && !is_word(word, small_words);
    }
    return said;
}

static enum joint
joint_of(struct str gap)
{
    struct between said = read_between(gap);
    if (said.ends || said.words > (said.has_comma ? 3 : 0) ||
        (said.has_comma && said.has_stroke))
        return JOINT_NONE;
    if (said.says_like)
        return JOINT_LIKE;
    if (said.says_or || said.has_stroke)
        return JOINT_OR;
    if (said.says_and)
        return JOINT_AND;
    return said.has_comma ? JOINT_COMMA : JOINT_NONE;
}

/* "one of these languages:", and no sentence ends since. */
static bool
asks_for_one(struct str before)
{
    static const char *const phrases[] = {"one of",      "one or more of",
                                          "any of",      "at least one",
                                          "one or more", "either "};
    size_t from = before.len;
    while (from > 0 && before.at[from - 1] != '.' && before.at[from - 1] != ';')
        from--;
    struct str sentence = str_slice(before, from, before.len);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (str_holds_nocase(sentence, str_from(phrases[i])))
            return true;
    return false;
}

/* ---- groups ---------------------------------------------------------------
 */

struct grouping {
    struct match *match;
    unsigned group; /* the last one */
};

static void
join(struct grouping *grouping, const struct line_spots *spots, size_t first,
     size_t end)
{
    grouping->group++;
    for (size_t i = first; i < end; i++) {
        struct match_requirement *term =
            &grouping->match->requirements.at[spots->at[i].term];
        term->group = grouping->group;
        term->branch = (unsigned)(i - first);
    }
}

/* Of a row that commas, "or" and examples tie: the whole of it when one of it
   is asked for or what it begins with is only explained; between "and"s what
   an "or" is in. */
static void
group_row(struct grouping *grouping, const struct line_spots *spots,
          size_t first, size_t end)
{
    bool is_whole =
        asks_for_one(str_slice(spots->text, 0, spots->at[first].from));
    size_t from = first;
    for (size_t i = first + 1; i < end; i++)
        is_whole |= i == first + 1 && spots->before[i] == JOINT_LIKE;
    if (is_whole && end - first > 1) {
        join(grouping, spots, first, end);
        return;
    }
    for (size_t i = first + 1; i <= end; i++) {
        /* "HL7 or FHIR, SQL": behind an "or" a comma begins something else. */
        bool goes_on =
            i < end &&
            (spots->before[i] == JOINT_OR ||
             (spots->before[i] == JOINT_COMMA &&
              (i - 1 == from || spots->before[i - 1] == JOINT_COMMA)));
        if (goes_on)
            continue;
        bool says_or = false;
        for (size_t k = from + 1; k < i; k++)
            says_or |= spots->before[k] == JOINT_OR;
        if (says_or)
            join(grouping, spots, from, i);
        from = i;
    }
}

static void
group_line(struct grouping *grouping, struct line_spots *spots)
{
    size_t first = 0;
    for (size_t i = 1; i <= spots->count; i++) {
        enum joint joint = JOINT_NONE;
        if (i < spots->count)
            joint = joint_of(
                str_slice(spots->text, spots->at[i - 1].to, spots->at[i].from));
        if (i < spots->count)
            spots->before[i] = joint;
        /* "Excel, and scheduling software such as UKG": examples begin a row
           with what they are examples of. */
        if (joint == JOINT_LIKE && i - 1 > first) {
            group_row(grouping, spots, first, i - 1);
            first = i - 1;
        }
        if (joint != JOINT_NONE)
            continue;
        group_row(grouping, spots, first, i);
        first = i;
    }
}

/* How many terms stand in each line. */
static const size_t *
count_terms(struct arena *arena, const struct match *match, size_t *lines)
{
    *lines = 0;
    for (size_t i = 0; i < match->requirements.count; i++)
        if (match->requirements.at[i].line > *lines)
            *lines = match->requirements.at[i].line;
    size_t *counts = ARENA_ARRAY(arena, *lines + 1, size_t);
    for (size_t i = 0; i < match->requirements.count; i++)
        counts[match->requirements.at[i].line] +=
            match->requirements.at[i].kind == MATCH_SKILL;
    return counts;
}

void
match_find_either(struct matching *matching)
{
    const struct job *job = matching->task->job;
    struct match *match = matching->match;
    struct grouping grouping = {.match = match};
    struct line_spots *spots = ARENA_NEW(matching->arena, struct line_spots);
    for (size_t i = 0; i < match->requirements.count; i++)
        if (match->requirements.at[i].group > grouping.group)
            grouping.group = match->requirements.at[i].group;
    size_t last;
    const size_t *terms = count_terms(matching->arena, match, &last);
    for (size_t i = 0; job && i < job->lines.count; i++) {
        size_t line = job->lines.at[i].line;
        if (line > last || terms[line] < 2)
            continue;
        find_spots(match, &job->lines.at[i], spots);
        if (spots->count > 1)
            group_line(&grouping, spots);
    }
}

/* ---- telling --------------------------------------------------------------
 */

/* The others of its group, "Ruby, PHP"; gives how many there are. */
static size_t
add_others(struct buf *out, const struct match *match,
           const struct match_requirement *term, size_t most, const char *joint)
{
    size_t count = 0;
    for (size_t i = 0; term->group && i < match->requirements.count; i++) {
        const struct match_requirement *other = &match->requirements.at[i];
        if (other == term || other->group != term->group)
            continue;
        if (++count <= most)
            buf_print(out, "%s%.*s", out->len ? joint : "",
                      STR_ARG(other->text));
    }
    return count;
}

struct str
match_either_text(struct arena *arena, const struct match *match,
                  const struct match_requirement *term)
{
    enum { NAMES_MOST = 3 };
    struct buf others = buf_new(arena);
    bool is_shown = term->status == MATCH_EVIDENCED;
    size_t count =
        add_others(&others, match, term, NAMES_MOST, is_shown ? ", " : " or ");
    const char *more = count > NAMES_MOST ? ", ..." : "";
    if (!count)
        return term->text;
    return str_format(arena, is_shown ? "%.*s (or %.*s%s)" : "%.*s or %.*s%s",
                      STR_ARG(term->text), STR_ARG(buf_str(&others)), more);
}
