/*
 * `dossier diff`: two variants of a file side by side, each with what it aims
 * at and what its pages have room for.
 */
#include "base/utf8.h"
#include "diag/print.h"
#include "edition/match.h"
#include "stages.h"

#include <stdlib.h>

#define WIDTH 80
#define LABEL 11
#define GAP 2
#define CELL ((WIDTH - LABEL - 2 * GAP) / 2)

struct side {
    struct dossier_request request;
    struct build build;
    struct str name; /* for people */
};

/* ---- making ------------------------------------------------------------- */

/* Its own posting, unless one was handed in; its own pages. */
static bool
make_side(struct build *b, struct side *side, struct str variant)
{
    side->request = *b->request;
    side->request.variant = variant;
    side->request.explain = true;
    side->build = *b;
    side->build.request = &side->request;
    side->build.variant = variant;
    side->name = variant.len ? variant : STR("the file as it is");
    if (!b->job && !build_read_job(&side->build))
        return false;
    if (!build_edition(&side->build))
        return false;
    build_explain_fit(&side->build);
    return true;
}

/* ---- facts -------------------------------------------------------------- */

struct fact {
    const char *label, *key; /* for people, for programs */
    struct str a, b;
};
typedef LIST(struct fact) fact_list;

static struct str
list_of(struct arena *arena, const struct str *texts, size_t count)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < count; i++)
        buf_print(&out, "%s%.*s", i ? ", " : "", STR_ARG(texts[i]));
    return buf_str(&out);
}

static struct str
texts_of(struct arena *arena, const text_list *list)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < list->count; i++)
        buf_print(&out, "%s%.*s", i ? ", " : "", STR_ARG(list->at[i].s));
    return buf_str(&out);
}

static struct str
documents_of(struct arena *arena, const struct build *b)
{
    struct buf out = buf_new(arena);
    for (int k = 0; k < DOCUMENT_KINDS; k++) {
        enum document_kind kind = (enum document_kind)k;
        struct span said;
        if (!build_makes(b, kind))
            continue;
        struct page_range pages = build_pages_asked(b, kind, &said);
        buf_print(&out, "%s%s", out.len ? ", " : "", document_name(kind));
        if (pages.least && pages.least < pages.most)
            buf_print(&out, " on %zu-%zu", pages.least, pages.most);
        else if (pages.most)
            buf_print(&out, " on %zu", pages.most);
    }
    return buf_str(&out);
}

static const struct variant no_variant;

static const struct variant *
variant_of(const struct side *side)
{
    const struct variant *variant = side->build.edition->variant;
    return variant ? variant : &no_variant;
}

static struct str
keywords_of(struct arena *arena, const struct variant *variant)
{
    struct str more = texts_of(arena, &variant->keywords);
    struct str must = texts_of(arena, &variant->required_keywords);
    return str_format(arena, "%.*s%s%.*s", STR_ARG(must),
                      must.len && more.len ? ", " : "", STR_ARG(more));
}

/* What is aimed at and stands in something shown: terms, of how many. */
static struct str
reach_of(struct arena *arena, const struct edition *edition)
{
    const struct aim *aim = edition->aim;
    bool *met = ARENA_ARRAY(arena, aim->terms.count, bool);
    size_t count = 0;
    if (!aim->terms.count)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < edition->choices.count; i++) {
        const struct edition_choice *choice = &edition->choices.at[i];
        for (size_t k = 0; k < choice->hits.count; k++)
            if (choice->in_resume || choice->in_portfolio)
                met[choice->hits.at[k] - aim->terms.at] = true;
    }
    for (size_t i = 0; i < aim->terms.count; i++)
        count += met[i];
    return str_format(arena, "%zu of %zu terms named", count, aim->terms.count);
}

/* Of its posting, else of its role; empty when it has neither. */
static struct str
coverage_of(struct arena *arena, const struct side *side)
{
    const struct build *b = &side->build;
    const struct match_task task = {.whole = b->candidate,
                                    .edition = b->edition,
                                    .check = b->whole,
                                    .job = b->job,
                                    .role = b->edition->aim->role};
    if (!b->whole || (!task.job && !task.role))
        return (struct str){NULL, 0};
    return str_format(arena, "%d%% of what is asked",
                      match_make(arena, &task)->coverage);
}

static void
add_fact(struct arena *arena, fact_list *facts, const char *label,
         const char *key, struct str a, struct str b)
{
    if (a.len || b.len)
        *list_add(arena, facts) = (struct fact){label, key, a, b};
}

static struct str
theme_of(const struct side *side)
{
    const struct variant *variant = variant_of(side);
    return variant->theme.s.len ? variant->theme.s
                                : side->build.candidate->theme.s;
}

static fact_list
facts_of(struct arena *arena, const struct side *a, const struct side *b)
{
    fact_list facts = {0};
    const struct edition *x = a->build.edition, *y = b->build.edition;
    const struct variant *p = variant_of(a), *q = variant_of(b);
    const struct job *job = a->build.job, *other = b->build.job;
#define FACT(label, key, left, right)                                          \
    add_fact(arena, &facts, label, key, left, right)
    FACT("role", "role", x->role, y->role);
    FACT("headline", "headline", x->shown->basics.headline.s,
         y->shown->basics.headline.s);
    FACT("summary", "summary", x->shown->basics.summary.plain,
         y->shown->basics.summary.plain);
    FACT("documents", "documents", documents_of(arena, &a->build),
         documents_of(arena, &b->build));
    FACT("theme", "theme", theme_of(a), theme_of(b));
    FACT("language", "language", p->locale.s, q->locale.s);
    FACT("include", "include", texts_of(arena, &p->include),
         texts_of(arena, &q->include));
    FACT("exclude", "exclude", texts_of(arena, &p->exclude),
         texts_of(arena, &q->exclude));
    FACT("posting", "posting", job ? job->name : STR(""),
         other ? other->name : STR(""));
    FACT("keywords", "keywords", keywords_of(arena, p), keywords_of(arena, q));
    FACT("coverage", "coverage", coverage_of(arena, a), coverage_of(arena, b));
    FACT("aim", "aim", reach_of(arena, x), reach_of(arena, y));
    if (x->makes_resume || y->makes_resume)
        FACT("resume", "resume_sections",
             list_of(arena, x->resume_sections.at,
                     x->makes_resume ? x->resume_sections.count : 0),
             list_of(arena, y->resume_sections.at,
                     y->makes_resume ? y->resume_sections.count : 0));
    if (x->makes_portfolio || y->makes_portfolio)
        FACT("portfolio", "portfolio_sections",
             list_of(arena, x->portfolio_sections.at,
                     x->makes_portfolio ? x->portfolio_sections.count : 0),
             list_of(arena, y->portfolio_sections.at,
                     y->makes_portfolio ? y->portfolio_sections.count : 0));
#undef FACT
    return facts;
}

/* ---- what they show ----------------------------------------------------- */

struct shown {
    const struct edition_choice *choice;
    size_t order;
};
typedef LIST(struct shown) shown_list;

struct split {
    shown_list only_a, only_b;
    size_t entries, bullets; /* in both */
};

static int
compare_paths(const void *a, const void *b)
{
    const struct shown *x = a, *y = b;
    return str_compare(x->choice->path, y->choice->path);
}

static int
compare_orders(const void *a, const void *b)
{
    const struct shown *x = a, *y = b;
    return (x->order > y->order) - (x->order < y->order);
}

static shown_list
shown_by(struct arena *arena, const struct edition *edition)
{
    shown_list list = {0};
    for (size_t i = 0; i < edition->choices.count; i++) {
        const struct edition_choice *choice = &edition->choices.at[i];
        if (choice->in_resume || choice->in_portfolio)
            *list_add(arena, &list) = (struct shown){choice, i};
    }
    if (list.count > 1)
        qsort(list.at, list.count, sizeof list.at[0], compare_paths);
    return list;
}

static void
in_file_order(shown_list *list)
{
    if (list->count > 1)
        qsort(list->at, list->count, sizeof list->at[0], compare_orders);
}

static struct split
split_shown(struct arena *arena, const struct edition *x,
            const struct edition *y)
{
    struct split split = {.entries = 0};
    shown_list a = shown_by(arena, x), b = shown_by(arena, y);
    for (size_t i = 0, k = 0; i < a.count || k < b.count;) {
        int order = i == a.count   ? 1
                    : k == b.count ? -1
                                   : compare_paths(&a.at[i], &b.at[k]);
        if (order < 0) {
            *list_add(arena, &split.only_a) = a.at[i++];
        } else if (order > 0) {
            *list_add(arena, &split.only_b) = b.at[k++];
        } else {
            split.bullets += a.at[i].choice->is_bullet;
            split.entries += !a.at[i].choice->is_bullet;
            i++;
            k++;
        }
    }
    in_file_order(&split.only_a);
    in_file_order(&split.only_b);
    return split;
}

/* ---- for people --------------------------------------------------------- */

/* Cuts the next line of a cell off, at a blank if there is one. */
static struct str
next_line(struct str *rest)
{
    size_t at = 0, columns = 0, blank = 0;
    while (at < rest->len && columns < CELL) {
        if (rest->at[at] == ' ' || rest->at[at] == '\n')
            blank = at;
        (void)utf8_next(*rest, &at);
        columns++;
    }
    size_t end = at == rest->len || !blank || rest->at[at] == ' ' ? at : blank;
    struct str line = str_slice(*rest, 0, end);
    *rest = str_trim(str_slice(*rest, end, rest->len));
    return line;
}

static void
print_cells(struct buf *out, const char *label, struct str a, struct str b)
{
    while (label || a.len || b.len) {
        struct str left = next_line(&a), right = next_line(&b);
        size_t pad = CELL - utf8_columns(left);
        buf_print(out, "%-*s%*s%.*s", LABEL, label ? label : "", GAP, "",
                  STR_ARG(left));
        if (right.len)
            buf_print(out, "%*s%.*s", (int)pad + GAP, "", STR_ARG(right));
        buf_add_byte(out, '\n');
        label = NULL;
    }
}

static void
print_facts(struct buf *out, const fact_list *facts)
{
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->at[i];
        bool is_same = str_equal(fact->a, fact->b);
        if (is_same && fact->a.len > CELL) {
            buf_print(out, "%-*s%*s", LABEL, fact->label, GAP, "");
            print_wrapped(
                out, str_format(out->arena, "(both) %.*s", STR_ARG(fact->a)),
                LABEL + GAP, WIDTH);
            buf_add_byte(out, '\n');
        } else {
            print_cells(out, fact->label, fact->a.len ? fact->a : STR("-"),
                        fact->b.len ? fact->b : STR("-"));
        }
    }
}

static void
print_only(struct buf *out, const char *title, struct str name,
           const shown_list *list)
{
    if (!list->count)
        return;
    buf_print(out, "\n%s %.*s: %zu\n", title, STR_ARG(name), list->count);
    for (size_t i = 0; i < list->count; i++) {
        const struct edition_choice *choice = list->at[i].choice;
        size_t used = 3 + choice->path.len;
        buf_print(out, "  %.*s", STR_ARG(choice->path));
        choice_words(out, choice->words,
                     used + 24 < WIDTH ? WIDTH - used - 5 : 20);
        buf_add_byte(out, '\n');
    }
}

static void
print_diff(struct buf *out, const struct side *a, const struct side *b,
           const fact_list *facts, const struct split *split)
{
    print_cells(out, "", a->name, b->name);
    print_facts(out, facts);
    print_only(out, "Only in", a->name, &split->only_a);
    print_only(out, "Only in", b->name, &split->only_b);
    buf_print(out, "\nIn both: %zu %s, %zu bullet%s\n", split->entries,
              split->entries == 1 ? "entry" : "entries", split->bullets,
              split->bullets == 1 ? "" : "s");
}

/* ---- for programs ------------------------------------------------------- */

static void
json_only(struct buf *out, const char *key, const struct build *b,
          const shown_list *list)
{
    buf_print(out, ",\n \"%s\": [", key);
    for (size_t i = 0; i < list->count; i++) {
        const struct edition_choice *choice = list->at[i].choice;
        buf_add_text(out, i ? ",\n  {\"path\": " : "\n  {\"path\": ");
        buf_add_json(out, choice->path);
        if (!span_is_none(choice->span))
            buf_print(out, ", \"line\": %zu",
                      source_place(b->result->sources, choice->span.source,
                                   choice->span.from)
                          .line);
        buf_add_text(out, ", \"text\": ");
        buf_add_json(out, choice->words);
        buf_add_byte(out, '}');
    }
    buf_add_byte(out, ']');
}

static void
json_diff(struct buf *out, const struct side *a, const struct side *b,
          const fact_list *facts, const struct split *split)
{
    buf_add_text(out, "{\"file\": ");
    buf_add_json(out, a->request.name);
    buf_add_text(out, ", \"a\": ");
    buf_add_json(out, a->request.variant);
    buf_add_text(out, ", \"b\": ");
    buf_add_json(out, b->request.variant);
    buf_add_text(out, ",\n \"facts\": {");
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->at[i];
        buf_print(out, "%s  \"%s\": [", i ? ",\n" : "\n", fact->key);
        buf_add_json(out, fact->a);
        buf_add_text(out, ", ");
        buf_add_json(out, fact->b);
        buf_add_byte(out, ']');
    }
    buf_add_byte(out, '}');
    json_only(out, "only_in_a", &a->build, &split->only_a);
    json_only(out, "only_in_b", &b->build, &split->only_b);
    buf_print(out, ",\n \"in_both\": {\"entries\": %zu, \"bullets\": %zu}}\n",
              split->entries, split->bullets);
}

void
build_show_diff(struct build *b)
{
    struct side *a = ARENA_NEW(b->arena, struct side);
    struct side *other = ARENA_NEW(b->arena, struct side);
    bool is_made = make_side(b, a, b->request->variant);
    is_made &= make_side(b, other, b->request->other_variant);
    if (!is_made || build_is_blocked(b))
        return;
    const fact_list facts = facts_of(b->arena, a, other);
    const struct split split =
        split_shown(b->arena, a->build.edition, other->build.edition);
    struct buf out = buf_new(b->arena);
    if (b->request->report_json)
        json_diff(&out, a, other, &facts, &split);
    else
        print_diff(&out, a, other, &facts, &split);
    b->result->dump = buf_str(&out);
}
