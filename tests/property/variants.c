/*
 * Variants of made-up files: none holds what the file doesn't, or what is for
 * fewer eyes; what is excluded is out; nothing changes how two things rank
 * but themselves; the order of keys says nothing; the same input gives the
 * same bytes.
 */
#include "base/buf.h"
#include "edition/edition.h"
#include "load/yaml.h"
#include "model/decode.h"
#include "model/encode.h"
#include "model/texts.h"
#include "pipeline/build.h"

#include "../unit/unit.h"

enum { FILES = 60, MOST_JOBS = 4, MOST_THINGS = 5, MOST_KEYS = 12 };

/* ---- files --------------------------------------------------------------- */

/* An entry or a bullet. Its mark is a word that stands nowhere else. */
struct thing {
    char mark[8];
    uint32_t seed;
    int priority; /* 0: not said */
    unsigned tags;
    enum audience audience; /* AUDIENCE_PUBLIC: not said */
    bool is_private, lacks_consent, is_idle, is_left_out;
};

struct things {
    struct thing at[MOST_THINGS + 1];
    size_t count;
};

struct made_up {
    struct thing jobs[MOST_JOBS + 1];
    struct things bullets[MOST_JOBS + 1];
    size_t job_count;
    struct things cases, awards, quotes;
    uint32_t seed;
    unsigned include, exclude; /* of the variant */
    int current, previous;     /* bullets; 0: not said */
    enum audience audience;    /* it is made for */
    bool has_posting;
};

static const char *const tags[] = {"quality", "people", "finance", "it"};
static const char *const audiences[] = {"public", "recruiter", "employer",
                                        "interview"};
static const char posting[] =
    "Quality Manager\n\nRequirements\n- Experience with Epic and Tableau\n"
    "- Staff scheduling\n- Lean Six Sigma\n- Budgeting\n\nPreferred\n"
    "- Telehealth\n";

/* Park and Miller's generator: the same numbers everywhere. */
static uint32_t
next_random(uint32_t *state)
{
    *state = (uint32_t)((uint64_t)*state * 48271 % 2147483647);
    return *state;
}

static size_t
up_to(uint32_t *state, size_t most)
{
    return next_random(state) % (most + 1);
}

static struct thing
thing_of(uint32_t *state, unsigned *marks)
{
    unsigned n = (*marks)++;
    struct thing thing = {
        .mark = {'z', 'q', (char)('a' + n / 676 % 26),
                 (char)('a' + n / 26 % 26), (char)('a' + n % 26), 'q'},
        .seed = (uint32_t)up_to(state, 100000) + 1,
        .priority = up_to(state, 2) ? 0 : (int)up_to(state, 4) + 1,
        .tags = up_to(state, 2) ? (unsigned)up_to(state, 15) : 0,
        .is_private = !up_to(state, 9),
        .lacks_consent = up_to(state, 1) != 0,
    };
    if (!up_to(state, 7))
        thing.audience = (enum audience)up_to(state, AUDIENCE_INTERVIEW);
    return thing;
}

static struct things
things_of(uint32_t *state, unsigned *marks)
{
    struct things things = {.count = up_to(state, MOST_THINGS)};
    for (size_t i = 0; i < things.count; i++)
        things.at[i] = thing_of(state, marks);
    return things;
}

static struct made_up
made_up_of(uint32_t seed)
{
    uint32_t state = seed * 7919 + 17;
    unsigned marks = 0;
    struct made_up file = {.seed = seed,
                           .job_count = 1 + up_to(&state, MOST_JOBS - 1)};
    for (size_t j = 0; j < file.job_count; j++) {
        file.jobs[j] = thing_of(&state, &marks);
        file.bullets[j] = things_of(&state, &marks);
    }
    file.cases = things_of(&state, &marks);
    file.awards = things_of(&state, &marks);
    file.quotes = things_of(&state, &marks);
    file.include = up_to(&state, 1) ? (unsigned)up_to(&state, 15) : 0;
    file.exclude = up_to(&state, 1) ? 1u << up_to(&state, 3) : 0;
    file.current = (int)up_to(&state, 3);
    file.previous = (int)up_to(&state, 3);
    file.audience = (enum audience)up_to(&state, AUDIENCE_INTERVIEW);
    file.has_posting = !up_to(&state, 2);
    return file;
}

/* ---- mappings ------------------------------------------------------------ */

/* A mapping whose keys come in another order with each number but 0. */
struct keys {
    struct arena *arena;
    struct str at[MOST_KEYS];
    size_t count;
};

__attribute__((format(printf, 2, 3))) static void
key_add(struct keys *keys, const char *format, ...)
{
    struct buf out = buf_new(keys->arena);
    va_list args;
    va_start(args, format);
    buf_print_list(&out, format, args);
    va_end(args);
    assert_true(keys->count < MOST_KEYS);
    keys->at[keys->count++] = buf_str(&out);
}

static struct str
keys_join(struct keys *keys, uint32_t *order)
{
    struct buf out = buf_new(keys->arena);
    for (size_t i = keys->count; *order && i > 1; i--) {
        size_t other = up_to(order, i - 1);
        struct str last = keys->at[i - 1];
        keys->at[i - 1] = keys->at[other];
        keys->at[other] = last;
    }
    for (size_t i = 0; i < keys->count; i++)
        buf_print(&out, "%s%.*s", i ? ", " : "{", STR_ARG(keys->at[i]));
    buf_add_byte(&out, '}');
    return buf_str(&out);
}

static struct str
tags_of(struct arena *arena, unsigned bits)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (bits & 1u << i)
            buf_print(&out, "%s%s", out.len ? ", " : "", tags[i]);
    return buf_str(&out);
}

static void
add_common(struct keys *keys, const struct thing *thing)
{
    if (thing->tags)
        key_add(keys, "tags: [%.*s]",
                STR_ARG(tags_of(keys->arena, thing->tags)));
    else if (thing->is_idle && thing->seed % 2)
        key_add(keys, "tags: [elsewhere]");
    if (thing->priority)
        key_add(keys, "priority: %d", thing->priority);
    if (thing->is_private)
        key_add(keys, "private: true");
    if (thing->audience)
        key_add(keys, "audience: %s", audiences[thing->audience]);
}

/* A sentence with the thing's mark; what is idle has to do with nothing. */
static struct str
words_of(struct arena *arena, const struct thing *thing)
{
    static const char *const skilled[] = {
        "Epic",     "Tableau",   "staff scheduling",   "budgeting",
        "Lean",     "Six Sigma", "telehealth",         "overtime",
        "from 41%", "to 26%",    "in six months",      "patient falls",
        "HEDIS",    "SQL",       "root cause analysis"};
    static const char *const idle[] = {"garden", "river",  "wooden", "boats",
                                       "yellow", "lamps",  "quiet",  "bread",
                                       "clouds", "stones", "evening"};
    struct buf out = buf_new(arena);
    uint32_t state = thing->seed;
    size_t count = 2 + up_to(&state, 8);
    buf_add_text(&out, thing->is_idle ? "Liked" : "Led");
    for (size_t i = 0; i < count; i++)
        if (thing->is_idle || !up_to(&state, 1))
            buf_print(&out, " %s",
                      idle[up_to(&state, sizeof idle / sizeof *idle - 1)]);
        else
            buf_print(
                &out, " %s",
                skilled[up_to(&state, sizeof skilled / sizeof *skilled - 1)]);
    if (!thing->is_idle && thing->seed % 3 == 0)
        buf_print(&out, ", which cut overtime from %u%% to %u%%%s",
                  30 + thing->seed % 50, 5 + thing->seed % 20,
                  thing->seed % 2 ? " in six months" : "");
    buf_print(&out, " %s", thing->mark);
    return buf_str(&out);
}

/* ---- a file's text ------------------------------------------------------- */

typedef struct str thing_fn(struct arena *arena, const struct thing *thing,
                            uint32_t *order);

static struct str
bullet_text(struct arena *arena, const struct thing *thing, uint32_t *order)
{
    struct keys keys = {.arena = arena};
    key_add(&keys, "text: \"%.*s.\"", STR_ARG(words_of(arena, thing)));
    add_common(&keys, thing);
    return keys_join(&keys, order);
}

static struct str
award_text(struct arena *arena, const struct thing *thing, uint32_t *order)
{
    struct keys keys = {.arena = arena};
    key_add(&keys, "title: \"%.*s\"", STR_ARG(words_of(arena, thing)));
    key_add(&keys, "date: %u-05", 2012 + thing->seed % 12);
    add_common(&keys, thing);
    return keys_join(&keys, order);
}

static struct str
case_text(struct arena *arena, const struct thing *thing, uint32_t *order)
{
    struct keys keys = {.arena = arena};
    struct str words = words_of(arena, thing);
    key_add(&keys, "title: Case %s", thing->mark);
    key_add(&keys, "challenge: \"%.*s\"", STR_ARG(words));
    key_add(&keys, "actions: [\"%.*s\"]", STR_ARG(words));
    key_add(&keys, "results: [{text: \"%.*s\"}]", STR_ARG(words));
    add_common(&keys, thing);
    return keys_join(&keys, order);
}

static struct str
quote_text(struct arena *arena, const struct thing *thing, uint32_t *order)
{
    struct keys keys = {.arena = arena}, consent = {.arena = arena};
    key_add(&keys, "quote: \"%.*s\"", STR_ARG(words_of(arena, thing)));
    key_add(&keys, "author: Author %s", thing->mark);
    key_add(&keys, "role: Director");
    key_add(&keys, "relationship: supervisor");
    key_add(&consent, "given: %s", thing->lacks_consent ? "false" : "true");
    key_add(&consent, "date: 2024-03");
    key_add(&consent, "scope: [portfolio]");
    if (!thing->lacks_consent || thing->seed % 2)
        key_add(&keys, "consent: %.*s", STR_ARG(keys_join(&consent, order)));
    add_common(&keys, thing);
    return keys_join(&keys, order);
}

static struct str
list_text(struct arena *arena, const struct things *things, thing_fn *fn,
          uint32_t *order)
{
    struct buf out = buf_new(arena);
    bool is_first = true;
    buf_add_byte(&out, '[');
    for (size_t i = 0; i < things->count; i++) {
        if (things->at[i].is_left_out)
            continue;
        buf_print(&out, "%s%.*s", is_first ? "" : ",\n      ",
                  STR_ARG(fn(arena, &things->at[i], order)));
        is_first = false;
    }
    buf_add_byte(&out, ']');
    return buf_str(&out);
}

/* Of some employers there is a list of positions. */
static struct str
job_text(struct arena *arena, const struct made_up *file, size_t j,
         uint32_t *order)
{
    struct keys keys = {.arena = arena}, job = {.arena = arena};
    unsigned year = 2022 - 2 * (unsigned)j;
    key_add(&job, "organization: Clinic %zu", j);
    key_add(&keys, "position: Manager %s", file->jobs[j].mark);
    key_add(&keys, "start_date: %u-01", year);
    if (j)
        key_add(&keys, "end_date: %u-01", year + 2);
    else
        key_add(&keys, "end_date: present");
    key_add(&keys, "highlights: %.*s",
            STR_ARG(list_text(arena, &file->bullets[j], bullet_text, order)));
    add_common(&keys, &file->jobs[j]);
    if (file->jobs[j].seed % 3 == 0) {
        key_add(&job, "positions: [%.*s]", STR_ARG(keys_join(&keys, order)));
        return keys_join(&job, order);
    }
    key_add(&keys, "%.*s", STR_ARG(job.at[0]));
    return keys_join(&keys, order);
}

static struct str
variant_text(struct arena *arena, const struct made_up *file, uint32_t *order)
{
    static const char *const roles[] = {"practice-manager",
                                        "quality-analytics"};
    struct keys keys = {.arena = arena};
    key_add(&keys, "name: v");
    if (file->include)
        key_add(&keys, "include: [%.*s]",
                STR_ARG(tags_of(arena, file->include)));
    if (file->exclude)
        key_add(&keys, "exclude: [%.*s]",
                STR_ARG(tags_of(arena, file->exclude)));
    if (file->current && file->previous)
        key_add(&keys, "max_bullets: {current: %d, previous: %d}",
                file->current, file->previous);
    if (file->seed % 3)
        key_add(&keys, "target_role: %s", roles[file->seed % 2]);
    if (file->seed % 4 == 1)
        key_add(&keys, "keywords: [overtime, Tableau]");
    return keys_join(&keys, order);
}

/* Keys stand as they were thought of with 0, else in an order of that number.
 */
static struct str
file_text(struct arena *arena, const struct made_up *file, uint32_t order)
{
    struct buf out = buf_new(arena);
    struct keys basics = {.arena = arena};
    key_add(&basics, "name: Ann Lee");
    key_add(&basics, "email: ann@mail.net");
    key_add(&basics, "summary: A manager of clinics in health care.");
    buf_print(&out,
              "basics: %.*s\n"
              "education: [{institution: State University, degree: MHA}]\n"
              "experience:\n",
              STR_ARG(keys_join(&basics, &order)));
    for (size_t j = 0; j < file->job_count; j++)
        if (!file->jobs[j].is_left_out)
            buf_print(&out, "  - %.*s\n",
                      STR_ARG(job_text(arena, file, j, &order)));
    buf_print(&out, "case_studies: %.*s\n",
              STR_ARG(list_text(arena, &file->cases, case_text, &order)));
    buf_print(&out, "awards: %.*s\n",
              STR_ARG(list_text(arena, &file->awards, award_text, &order)));
    buf_print(&out, "testimonials: %.*s\n",
              STR_ARG(list_text(arena, &file->quotes, quote_text, &order)));
    buf_print(&out, "variants: [%.*s]\n",
              STR_ARG(variant_text(arena, file, &order)));
    return buf_str(&out);
}

/* ---- editions ------------------------------------------------------------ */

struct made {
    const struct candidate *whole;
    const struct edition *edition;
};

static struct made
make(struct arena *arena, const struct made_up *file, uint32_t order)
{
    const struct pack *pack = pack_find(STR("health-management"));
    const struct date today = {.year = 2025, .month = 11, .day = 22};
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    uint32_t source = sources_add(sources, STR("made-up.yaml"),
                                  file_text(arena, file, order));
    uint32_t job = sources_add(sources, STR("job.txt"), str_from(posting));
    struct node *tree = yaml_load(arena, findings, source);
    const struct decode_options decode = {.today = today,
                                          .audience = file->audience};
    struct edition_options options = {.variant = STR("v"),
                                      .audience = file->audience,
                                      .pack = pack,
                                      .explains = true,
                                      .today = today};
    struct made made;
    if (file->has_posting)
        options.job = job_read(arena, findings, pack, job);
    assert_non_null(tree);
    made.whole = candidate_decode(arena, findings, tree, &decode);
    made.edition = edition_make(arena, findings, made.whole, &options);
    assert_non_null(made.edition);
    return made;
}

static struct dossier_result
build(struct arena *arena, const struct made_up *file, const char *variant,
      enum stage dump)
{
    const struct dossier_request request = {
        .name = STR("made-up.yaml"),
        .bytes = file_text(arena, file, 0),
        .today = {.year = 2025, .month = 11, .day = 22},
        .today_is_given = true,
        .variant = str_from(variant),
        .job_name = file->has_posting ? STR("job.txt") : STR(""),
        .job_bytes = file->has_posting ? str_from(posting) : STR(""),
        .audience = file->audience,
        .resume = true,
        .portfolio = true,
        .explain = true,
        .dump = dump,
    };
    return dossier_build(arena, &request);
}

static struct str
encoded(struct arena *arena, const struct candidate *candidate)
{
    struct buf out = buf_new(arena);
    candidate_encode(&out, candidate, NULL, 0);
    return buf_str(&out);
}

/* Each file with an arena of its own. */
static void
each_file(void (*fn)(struct arena *arena, const struct made_up *file),
          uint32_t count)
{
    for (uint32_t seed = 1; seed <= count; seed++) {
        struct arena *arena = arena_new();
        const struct made_up file = made_up_of(seed);
        fn(arena, &file);
        arena_free(arena);
    }
}

/* Calls back for each thing of a file, with what it stands in or NULL. */
typedef void visit_fn(void *context, const struct thing *thing,
                      const struct thing *within, bool is_quote);

static void
visit_list(const struct things *things, const struct thing *within,
           bool is_quote, visit_fn *fn, void *context)
{
    for (size_t i = 0; i < things->count; i++)
        if (!things->at[i].is_left_out)
            fn(context, &things->at[i], within, is_quote);
}

static void
visit(const struct made_up *file, visit_fn *fn, void *context)
{
    for (size_t j = 0; j < file->job_count; j++) {
        if (file->jobs[j].is_left_out)
            continue;
        fn(context, &file->jobs[j], NULL, false);
        visit_list(&file->bullets[j], &file->jobs[j], false, fn, context);
    }
    visit_list(&file->cases, NULL, false, fn, context);
    visit_list(&file->awards, NULL, false, fn, context);
    visit_list(&file->quotes, NULL, true, fn, context);
}

/* ---- nothing is made up ---------------------------------------------------
 */

typedef LIST(struct str) texts;

struct collecting {
    struct arena *arena;
    texts list;
};

static void
collect(void *context, const struct field_text *text)
{
    struct collecting *collecting = context;
    *list_add(collecting->arena, &collecting->list) = field_text_plain(text);
}

static bool
is_among(const texts *list, struct str text)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_equal(list->at[i], text))
            return true;
    return false;
}

static void
check_texts(struct arena *arena, const struct made_up *file)
{
    struct made made = make(arena, file, 0);
    struct collecting whole = {.arena = arena}, shown = {.arena = arena};
    candidate_each_text(made.whole, collect, &whole);
    candidate_each_text(made.edition->shown, collect, &shown);
    assert_true(shown.list.count > 0);
    for (size_t i = 0; i < shown.list.count; i++)
        if (!is_among(&whole.list, shown.list.at[i]))
            fail_msg("file %u: \"%.*s\" is not in it", (unsigned)file->seed,
                     STR_ARG(shown.list.at[i]));
}

static void
every_text_is_of_the_file(void **state)
{
    (void)state;
    each_file(check_texts, FILES);
}

static texts
words_in(struct arena *arena, struct str text)
{
    texts words = {0};
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        while (i < text.len && ascii_is_alnum(text.at[i]))
            i++;
        struct str word = str_slice(text, from, i);
        if (word.len && !is_among(&words, word))
            *list_add(arena, &words) = word;
        i += i == from;
    }
    return words;
}

/* The document of the file without a variant has the words of the language. */
static void
check_words(struct arena *arena, const struct made_up *file)
{
    struct made_up uncut = *file;
    uncut.has_posting = false;
    struct str plain = build(arena, &uncut, "", STAGE_DOCUMENT).dump;
    struct str cut = build(arena, file, "v", STAGE_DOCUMENT).dump;
    texts whole = words_in(arena, plain), own = words_in(arena, cut);
    assert_true(plain.len > 0 && cut.len > 0);
    for (size_t i = 0; i < own.count; i++)
        if (!is_among(&whole, own.at[i]))
            fail_msg("file %u: \"%.*s\" is not in it", (unsigned)file->seed,
                     STR_ARG(own.at[i]));
}

static void
every_word_is_of_the_file(void **state)
{
    (void)state;
    each_file(check_words, FILES / 2);
}

/* ---- what is for fewer eyes -----------------------------------------------
 */

struct looking {
    const struct made_up *file;
    struct str in[4];
    size_t seen; /* things that must not be there */
};

static bool
is_secret(const struct made_up *file, const struct thing *thing)
{
    return thing->is_private || thing->audience > file->audience;
}

static void
check_absent(const struct looking *looking, const struct thing *thing)
{
    for (size_t i = 0; i < sizeof looking->in / sizeof *looking->in; i++)
        if (str_find(looking->in[i], str_from(thing->mark), 0) != SIZE_MAX)
            fail_msg("file %u: %s is in %zu", (unsigned)looking->file->seed,
                     thing->mark, i);
}

static void
look_for_secret(void *context, const struct thing *thing,
                const struct thing *within, bool is_quote)
{
    struct looking *looking = context;
    if (!is_secret(looking->file, thing) &&
        !(within && is_secret(looking->file, within)) &&
        !(is_quote && thing->lacks_consent))
        return;
    looking->seen++;
    check_absent(looking, thing);
}

static struct looking
looking_in(struct arena *arena, const struct made_up *file)
{
    struct dossier_result pages = build(arena, file, "v", STAGE_DOCUMENT);
    struct buf lines = buf_new(arena);
    const struct edition *edition = make(arena, file, 0).edition;
    edition_dump(&lines, edition);
    assert_true(pages.dump.len > 0);
    return (struct looking){
        .file = file,
        .in = {pages.dump, pages.explanation, buf_str(&lines),
               encoded(arena, edition->shown)},
    };
}

static size_t secrets;

static void
check_secrets(struct arena *arena, const struct made_up *file)
{
    struct looking looking = looking_in(arena, file);
    visit(file, look_for_secret, &looking);
    secrets += looking.seen;
}

static void
no_variant_tells_a_secret(void **state)
{
    (void)state;
    secrets = 0;
    each_file(check_secrets, FILES);
    assert_true(secrets > FILES);
}

/* ---- tags -----------------------------------------------------------------
 */

static void
look_for_excluded(void *context, const struct thing *thing,
                  const struct thing *within, bool is_quote)
{
    struct looking *looking = context;
    unsigned both = looking->file->exclude;
    (void)is_quote;
    if (!(thing->tags & both) && !(within && within->tags & both))
        return;
    looking->seen += (thing->tags & looking->file->include) != 0;
    check_absent(looking, thing);
}

static size_t excluded;

static void
check_excluded(struct arena *arena, const struct made_up *file)
{
    struct looking looking = looking_in(arena, file);
    looking.in[1] = (struct str){NULL, 0}; /* says what is out, and why */
    visit(file, look_for_excluded, &looking);
    excluded += looking.seen;
}

static void
exclude_wins(void **state)
{
    (void)state;
    excluded = 0;
    each_file(check_excluded, FILES);
    assert_true(excluded > FILES / 2);
}

/* ---- what is added beside -------------------------------------------------
 */

static struct str
mark_in(struct str words)
{
    size_t at = str_find(words, STR("zq"), 0);
    return at == SIZE_MAX ? (struct str){NULL, 0}
                          : str_slice(words, at, at + 6);
}

/* The choice of the thing with that mark, or NULL. */
static const struct edition_choice *
choice_of(const struct edition *edition, struct str mark)
{
    for (size_t i = 0; mark.len && i < edition->choices.count; i++)
        if (str_equal(mark_in(edition->choices.at[i].words), mark))
            return &edition->choices.at[i];
    return NULL;
}

/* Of bullets the path of their entry, of entries their section. */
static struct str
group_of(const struct edition_choice *choice)
{
    size_t end = str_find(choice->path, STR(".highlights"), 0);
    return choice->is_bullet && end != SIZE_MAX
               ? str_slice(choice->path, 0, end)
               : choice->section;
}

/* -1, 0 or 1; 0 when one of them is not ranked. */
static int
order_of(const struct edition_choice *a, const struct edition_choice *b)
{
    if (!a->rank || !b->rank || !str_equal(group_of(a), group_of(b)))
        return 0;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static void
check_order(const struct made_up *file, const struct edition *before,
            const struct edition *after, size_t i)
{
    const struct edition_choice *a = &before->choices.at[i];
    const struct edition_choice *x = choice_of(after, mark_in(a->words));
    for (size_t k = 0; k < i; k++) {
        const struct edition_choice *b = &before->choices.at[k];
        const struct edition_choice *y = choice_of(after, mark_in(b->words));
        if (!x || !y)
            continue;
        int was = order_of(a, b), is = order_of(x, y);
        if (was && is && was != is)
            fail_msg("file %u: %.*s and %.*s rank in another order",
                     (unsigned)file->seed, STR_ARG(a->path), STR_ARG(b->path));
    }
}

/* But an entry with one more bullet, which is another entry now; of its
   bullets another may be in. */
static void
check_points(const struct made_up *file, const struct edition_choice *before,
             const struct edition *after, const char *but)
{
    struct str mark = mark_in(before->words);
    const struct edition_choice *now = choice_of(after, mark);
    if (!mark.len || str_is(mark, but))
        return;
    if (!now)
        fail_msg("file %u: %.*s is gone", (unsigned)file->seed, STR_ARG(mark));
    if (now->score.priority != before->score.priority ||
        now->score.total != before->score.total ||
        now->score.relevance != before->score.relevance)
        fail_msg("file %u: %.*s had %d points, has %d", (unsigned)file->seed,
                 STR_ARG(before->path), before->score.total, now->score.total);
    if (!str_starts(before->path, STR("experience[0]")) &&
        (now->in_resume != before->in_resume ||
         now->in_portfolio != before->in_portfolio))
        fail_msg("file %u: %.*s is in otherwise", (unsigned)file->seed,
                 STR_ARG(before->path));
}

static void
put_in(struct things *things, uint32_t *state, unsigned *marks)
{
    size_t at = up_to(state, things->count);
    for (size_t i = things->count++; i > at; i--)
        things->at[i] = things->at[i - 1];
    things->at[at] = (struct thing){.seed = (uint32_t)up_to(state, 100000) + 1,
                                    .is_idle = true};
    struct thing idle = thing_of(state, marks);
    for (size_t i = 0; i < sizeof idle.mark; i++)
        things->at[at].mark[i] = idle.mark[i];
    things->at[at].priority = idle.priority;
}

/* A bullet, a case, an award and a job, all of them beside the point. */
static struct made_up
with_idle(const struct made_up *file)
{
    struct made_up more = *file;
    uint32_t state = file->seed * 31 + 5;
    unsigned marks = 15000;
    struct things jobs = {.count = 0};
    put_in(&more.bullets[0], &state, &marks);
    put_in(&more.cases, &state, &marks);
    put_in(&more.awards, &state, &marks);
    put_in(&jobs, &state, &marks);
    more.jobs[more.job_count] = jobs.at[0];
    more.bullets[more.job_count] = (struct things){.count = 0};
    put_in(&more.bullets[more.job_count++], &state, &marks);
    return more;
}

static void
check_idle(struct arena *arena, const struct made_up *file)
{
    const struct made_up more = with_idle(file);
    const struct edition *before = make(arena, file, 0).edition;
    const struct edition *after = make(arena, &more, 0).edition;
    for (size_t i = 0; i < before->choices.count; i++) {
        check_points(file, &before->choices.at[i], after, file->jobs[0].mark);
        if (!str_is(mark_in(before->choices.at[i].words), file->jobs[0].mark))
            check_order(file, before, after, i);
    }
}

static void
what_is_beside_the_point_changes_no_rank(void **state)
{
    (void)state;
    each_file(check_idle, FILES);
}

/* ---- the order of keys -----------------------------------------------------
 */

static bool
is_same(const struct edition_choice *a, const struct edition_choice *b)
{
    return str_equal(a->path, b->path) && str_equal(a->words, b->words) &&
           str_equal(a->rule, b->rule) && a->rank == b->rank &&
           a->of == b->of && a->in_resume == b->in_resume &&
           a->in_portfolio == b->in_portfolio &&
           a->is_withheld == b->is_withheld &&
           a->score.priority == b->score.priority &&
           a->score.total == b->score.total;
}

static void
check_keys(struct arena *arena, const struct made_up *file)
{
    const struct edition *first = make(arena, file, 0).edition;
    const struct edition *second =
        make(arena, file, file->seed * 101 + 7).edition;
    assert_int_equal(first->choices.count, second->choices.count);
    for (size_t i = 0; i < first->choices.count; i++)
        if (!is_same(&first->choices.at[i], &second->choices.at[i]))
            fail_msg("file %u: %.*s is chosen otherwise", (unsigned)file->seed,
                     STR_ARG(first->choices.at[i].path));
    assert_true(
        str_equal(encoded(arena, first->shown), encoded(arena, second->shown)));
}

static void
the_order_of_keys_chooses_nothing(void **state)
{
    (void)state;
    each_file(check_keys, FILES);
}

/* ---- the same bytes ---------------------------------------------------------
 */

static void
check_bytes(struct arena *arena, const struct made_up *file)
{
    struct dossier_result first = build(arena, file, "v", STAGE_BYTES);
    struct dossier_result second = build(arena, file, "v", STAGE_BYTES);
    assert_int_equal(first.artifacts.count, 2);
    assert_int_equal(second.artifacts.count, 2);
    assert_true(first.explanation.len > 0);
    assert_true(str_equal(first.explanation, second.explanation));
    for (size_t i = 0; i < first.artifacts.count; i++)
        if (!str_equal(first.artifacts.at[i].bytes,
                       second.artifacts.at[i].bytes))
            fail_msg("file %u: other bytes", (unsigned)file->seed);
}

static void
the_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    each_file(check_bytes, 6);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_is_of_the_file),
        cmocka_unit_test(every_word_is_of_the_file),
        cmocka_unit_test(no_variant_tells_a_secret),
        cmocka_unit_test(exclude_wins),
        cmocka_unit_test(what_is_beside_the_point_changes_no_rank),
        cmocka_unit_test(the_order_of_keys_chooses_nothing),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
    };
    return cmocka_run_group_tests_name("variants", tests, NULL, NULL);
}
