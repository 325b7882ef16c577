/*
 * Our paragraphs beside those of TeX and Typst: the same texts, font, size and
 * measures. tests/paragraphs/README.md says how theirs were made. Whatever
 * broke the lines, they are judged alike: by the widths of our font and by the
 * badness of TeX (100 where blanks grow by half).
 */
#include "type_setting.h"

#include <string.h>

#include "base/file.h"

#define FOLDER "tests/paragraphs/"
#define MOST_LINES 40
#define MOST_BLANKS 64
/* A line ends in this where a word was divided. */
#define DIVISION "~"
/* From this badness on a reader sees holes: the blanks have doubled. */
#define LOOSE 800

struct lines {
    struct str at[MOST_LINES];
    size_t count;
};

struct tally {
    size_t lines, hyphens,
        ladders;     /* three and more hyphens below each other */
    size_t loose;    /* lines with holes */
    size_t rivers;   /* blanks below each other in three lines */
    size_t stranded; /* last lines of one word */
    int64_t badness; /* of all lines but the last */
    int64_t worst;
};

/* ---- judging ------------------------------------------------------------- */

static upt
width_of(const struct setting *s, struct str text)
{
    struct text_run run = {.text = text, .style = s->style, .span = SPAN_NONE};
    return text_width(s->arena, s->book, &run, 1);
}

static upt
blank_width(const struct setting *s)
{
    return width_of(s, STR("a b")) - width_of(s, STR("ab"));
}

static struct str
as_printed(const struct setting *s, struct str line)
{
    if (!str_ends(line, STR(DIVISION)))
        return line;
    return str_format(s->arena, "%.*s-", str_printf_len(line) - 1, line.at);
}

static size_t
count_blanks(struct str line)
{
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++)
        count += line.at[i] == ' ';
    return count;
}

/* Blanks may grow by half and shrink by a third, as in TeX's fonts. */
static int64_t
badness_of(upt room, size_t blanks, upt blank)
{
    upt give = (upt)blanks * blank / (room < 0 ? 3 : 2);
    double ratio = give ? (double)(room < 0 ? -room : room) / (double)give : 10;
    double badness = 100 * ratio * ratio * ratio;
    return badness > 10000 ? 10000 : (int64_t)badness;
}

/* Where the blanks of a line stand when it is justified: middle of each. */
static size_t
blank_places(const struct setting *s, struct str line, upt measure, bool last,
             upt places[MOST_BLANKS])
{
    struct str printed = as_printed(s, line);
    size_t blanks = count_blanks(printed), seen = 0;
    upt room = last ? 0 : measure - width_of(s, printed);
    upt blank = blank_width(s);
    for (size_t i = 0; i < printed.len && seen < MOST_BLANKS; i++) {
        if (printed.at[i] != ' ')
            continue;
        upt grown = blanks ? room * (upt)seen / (upt)blanks : 0;
        places[seen++] =
            width_of(s, str_slice(printed, 0, i)) + grown + blank / 2;
    }
    return seen;
}

/* Chains of three and more blanks, each no further than half a blank from the
   one above. */
static size_t
count_rivers(const struct setting *s, const struct lines *lines, upt measure)
{
    static upt above[MOST_BLANKS], here[MOST_BLANKS];
    size_t length[MOST_BLANKS] = {0}, before = 0, rivers = 0;
    for (size_t l = 0; l < lines->count; l++) {
        size_t now[MOST_BLANKS];
        size_t count =
            blank_places(s, lines->at[l], measure, l + 1 == lines->count, here);
        for (size_t i = 0; i < count; i++) {
            now[i] = 1;
            for (size_t k = 0; k < before; k++) {
                upt apart = here[i] - above[k];
                if (apart < 0)
                    apart = -apart;
                if (apart <= blank_width(s) / 2)
                    now[i] = length[k] + 1;
            }
            rivers += now[i] == 3;
        }
        memcpy(above, here, sizeof above);
        memcpy(length, now, sizeof length);
        before = count;
    }
    return rivers;
}

static void
judge(const struct setting *s, const struct lines *lines, upt measure,
      struct tally *tally)
{
    size_t ladder = 0;
    for (size_t i = 0; i < lines->count; i++) {
        struct str line = lines->at[i];
        bool last = i + 1 == lines->count;
        bool divided = str_ends(line, STR(DIVISION));
        size_t blanks = count_blanks(line);
        upt room = measure - width_of(s, as_printed(s, line));
        int64_t badness =
            last && room >= 0 ? 0 : badness_of(room, blanks, blank_width(s));
        ladder = divided ? ladder + 1 : 0;
        tally->lines++;
        tally->hyphens += divided;
        tally->ladders += ladder == 3;
        tally->badness += badness;
        tally->loose += room > 0 && badness > LOOSE;
        tally->stranded += last && blanks == 0 && lines->count > 1;
        if (badness > tally->worst)
            tally->worst = badness;
    }
    tally->rivers += count_rivers(s, lines, measure);
}

/* ---- lines --------------------------------------------------------------- */

static struct lines
our_lines(struct setting *s, struct str text, struct str language, upt measure)
{
    struct lines lines = {0};
    s->options.language = language;
    struct paragraph p = setting_set(s, text, measure);
    assert_true(p.line_count <= MOST_LINES);
    for (size_t i = 0; i < p.line_count; i++) {
        struct buf out = buf_new(s->arena);
        for (size_t r = 0; r < p.lines[i].run_count; r++)
            buf_add(&out, p.lines[i].runs[r].text);
        if (p.lines[i].hyphenated)
            out.at[out.len - 1] = DIVISION[0];
        lines.at[lines.count++] = str_trim(buf_str(&out));
    }
    return lines;
}

static struct str
read_file(const struct setting *s, const char *path)
{
    struct str bytes;
    assert_false(file_read(s->arena, path, 1 << 20, &bytes).failed);
    return bytes;
}

/* The lines below "= paragraph measure". */
static struct lines
their_lines(const struct setting *s, struct str file, size_t paragraph,
            unsigned measure)
{
    struct lines lines = {0};
    struct str head = str_format(s->arena, "= %zu %u", paragraph, measure);
    bool found = false;
    while (!str_is_empty(file)) {
        struct str line = str_cut(&file, '\n');
        if (str_starts(line, STR("= ")))
            found = str_equal(line, head);
        else if (found)
            lines.at[lines.count++] = line;
    }
    assert_true(lines.count > 0);
    return lines;
}

/* ---- comparing ----------------------------------------------------------- */

static const unsigned measures[] = {180, 270, 420};
#define MEASURES (sizeof measures / sizeof measures[0])

/* One of the others, and ours where it made no ladder: a ladder buys tighter
   lines, and ours may have none. */
struct comparison {
    const char *who, *file;
    struct tally ours, theirs;
    size_t left_out;
};

static void
print_tally(const char *who, const struct tally *t)
{
    print_message("#   %-6s %3zu lines %3zu hyphens %3zu loose %zu rivers "
                  "%zu stranded, badness %6lld, worst %5lld\n",
                  who, t->lines, t->hyphens, t->loose, t->rivers, t->stranded,
                  (long long)t->badness, (long long)t->worst);
}

static void
add_tally(struct tally *to, const struct tally *t)
{
    to->lines += t->lines;
    to->hyphens += t->hyphens;
    to->ladders += t->ladders;
    to->loose += t->loose;
    to->rivers += t->rivers;
    to->stranded += t->stranded;
    to->badness += t->badness;
    if (t->worst > to->worst)
        to->worst = t->worst;
}

static void
compare(struct setting *s, struct str text, size_t number, unsigned measure,
        struct comparison *c)
{
    struct str file = read_file(s, c->file);
    struct str language = str_cut(&text, ' ');
    upt points = PT(1) * (upt)measure;
    struct lines our = our_lines(s, text, language, points);
    struct lines their = their_lines(s, file, number, measure);
    struct tally ours = {0}, theirs = {0};
    judge(s, &our, points, &ours);
    judge(s, &their, points, &theirs);
    assert_int_equal(ours.ladders, 0);
    if (theirs.ladders) {
        c->left_out++;
        return;
    }
    add_tally(&c->ours, &ours);
    add_tally(&c->theirs, &theirs);
}

static void
is_no_worse(const struct tally *ours, const struct tally *theirs)
{
    assert_true(ours->hyphens <= theirs->hyphens);
    assert_true(ours->loose <= theirs->loose);
    assert_true(ours->stranded <= theirs->stranded);
}

static void
beside(struct setting *s, struct comparison *all)
{
    for (size_t m = 0; m < MEASURES; m++) {
        struct str texts = read_file(s, FOLDER "texts.txt");
        struct comparison c = {.who = all->who, .file = all->file};
        for (size_t number = 1; !str_is_empty(texts); number++)
            compare(s, str_cut(&texts, '\n'), number, measures[m], &c);
        print_message("# measure %u pt, %zu with ladders left out\n",
                      measures[m], c.left_out);
        print_tally("ours", &c.ours);
        print_tally(c.who, &c.theirs);
        add_tally(&all->ours, &c.ours);
        add_tally(&all->theirs, &c.theirs);
    }
    print_message("# in all\n");
    print_tally("ours", &all->ours);
    print_tally(all->who, &all->theirs);
    is_no_worse(&all->ours, &all->theirs);
}

static void
beside_others(void **state, const char *who, const char *file)
{
    struct setting s = setting_open(*state, false);
    struct comparison all = {.who = who, .file = file};
    s.style.size = PT(21) / 2;
    s.options.alignment = ALIGN_JUSTIFY;
    s.options.hyphenate = true;
    beside(&s, &all);
    font_book_close(s.book);
}

static void
beside_tex(void **state)
{
    beside_others(state, "TeX", FOLDER "tex.txt");
}

static void
beside_typst(void **state)
{
    beside_others(state, "Typst", FOLDER "typst.txt");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(beside_tex),
        UNIT_TEST(beside_typst),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
