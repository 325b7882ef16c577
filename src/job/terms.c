/*
 * What a posting asks for by name. Each line is cut into words once; phrases
 * of the pack, phrases of asked.yaml and, at last, names that neither knows
 * are looked for sentence by sentence. Boilerplate is never read.
 */
#include "terms.h"

#include <stdlib.h>

/* Of 100, by the place where a term weighs most. */
static const int place_weights[JOB_PLACE_COUNT] = {
    [JOB_TITLE] = 80,  [JOB_REQUIRED] = 65, [JOB_PREFERRED] = 45,
    [JOB_DUTIES] = 35, [JOB_OTHER] = 15,    [JOB_BOILERPLATE] = 0};

/* For each line beyond the first. */
#define LINE_WEIGHT 4
#define LINES_WEIGHED 5
#define WEIGHT_MOST 100

/* ---- words ----------------------------------------------------------------
 */

static void
mark(struct reading *reading, size_t i, size_t len, struct word_note *note,
     const struct lexicon_asked *asked)
{
    switch (asked->list) {
    case LEXICON_ASKED_MASK:
        for (size_t k = i; k < i + len; k++)
            reading->notes[k].masked = true;
        break;
    case LEXICON_ASKED_CUE:
        reading->notes[i + len - 1].cue_ends = true;
        break;
    case LEXICON_ASKED_NOUN:
        note->noun_len = (unsigned char)len;
        break;
    case LEXICON_ASKED_NOT:
        note->not_len = (unsigned char)len;
        break;
    case LEXICON_ASKED_NAME:
        note->name_len = (unsigned char)len;
        note->name = asked->term;
        break;
    case LEXICON_ASKED_FIGURE:
        note->is_figure = true;
        break;
    case LEXICON_ASKED_THING:
        note->thing_len = (unsigned char)len;
        note->thing = asked->term;
        break;
    default:
        break;
    }
}

static void
mark_weak(struct reading *reading, struct word_note *note,
          const struct lexicon_asked *asked)
{
    size_t count;
    const struct lexicon_term *terms =
        lexicon_terms(reading->search->pack, LEXICON_ASKED_WEAK, &count);
    note->weak_len = (unsigned char)asked->len;
    note->weakness =
        term_group(&terms[asked->term]).len ? WORD_WEAK_NAME : WORD_WEAK;
}

/* "not required" is softer than "required". */
static void
mark_wish(struct word_note *note, const struct lexicon_asked *asked)
{
    note->soft = asked->list == LEXICON_ASKED_SOFT;
    note->hard = asked->list == LEXICON_ASKED_HARD;
}

static void
note_words(struct reading *reading)
{
    struct lexicon_asked asked[LEXICON_SKILLS];
    for (size_t i = 0; i < reading->tokens.count; i++) {
        size_t count = lexicon_asked(&reading->tokens, i, asked);
        for (size_t k = 0; k < count; k++) {
            struct word_note *note = &reading->notes[i];
            if (asked[k].list == LEXICON_ASKED_WEAK)
                mark_weak(reading, note, &asked[k]);
            else if (asked[k].list == LEXICON_ASKED_SOFT ||
                     asked[k].list == LEXICON_ASKED_HARD)
                mark_wish(note, &asked[k]);
            else
                mark(reading, i, asked[k].len, note, &asked[k]);
        }
    }
}

/* Most words of a title begin with a capital. */
static bool
is_in_capitals(const struct tokens *tokens)
{
    size_t words = 0, capitals = 0, upper = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->at[i];
        if (token->kind != TOKEN_WORD || token->to - token->from < 4)
            continue;
        words++;
        capitals += token->capital;
        upper += token->all_caps;
    }
    return (words >= 4 && capitals * 10 >= words * 8) ||
           (words >= 2 && upper == words);
}

/* ---- sentences ------------------------------------------------------------
 */

static bool
ends_sentence(const struct tokens *tokens, size_t i)
{
    const struct token *token = &tokens->at[i];
    if (token->kind != TOKEN_SYMBOL)
        return false;
    if (token->symbol == ';' || token->symbol == '?' || token->symbol == '!' ||
        token->symbol == '*')
        return true;
    if (token->symbol != '.' || i + 1 >= tokens->count)
        return false;
    const struct token *next = &tokens->at[i + 1];
    return next->space_before && (next->capital || next->kind != TOKEN_WORD) &&
           i > 0 && tokens->at[i - 1].to - tokens->at[i - 1].from > 1;
}

static void
note_cue(struct reading *reading, size_t i)
{
    if (reading->notes[i].cue_ends && reading->cue == SIZE_MAX)
        reading->cue = i;
}

static void
read_sentences(struct reading *reading)
{
    size_t count = reading->tokens.count;
    for (size_t from = 0; from < count;) {
        reading->from = from;
        reading->to = from;
        reading->cue = SIZE_MAX;
        while (reading->to < count && reading->to - from < SENTENCE_MOST &&
               !ends_sentence(&reading->tokens, reading->to))
            note_cue(reading, reading->to++);
        find_skills(reading);
        if (reading->line->place != JOB_TITLE)
            find_names(reading);
        /* What was cut goes on with the same word. */
        from = reading->to + (reading->to - from < SENTENCE_MOST);
    }
}

static void
read_line(struct term_search *search, const struct job_line *line)
{
    struct reading reading = {.search = search, .line = line};
    if (line->place == JOB_BOILERPLATE)
        return;
    reading.tokens = tokens_read(search->arena, search->pack, line->text);
    reading.notes =
        ARENA_ARRAY(search->arena, reading.tokens.count + 1, struct word_note);
    reading.capitals = is_in_capitals(&reading.tokens);
    note_words(&reading);
    read_sentences(&reading);
}

/* ---- what was found -------------------------------------------------------
 */

/* Letters and signs that tell names apart: "Node.js" is "NodeJS", and "C" is
   neither "C++" nor "C#". */
uint64_t
terms_key(struct str text)
{
    uint64_t key = UINT64_C(0xCBF29CE484222325);
    size_t last = text.len;
    if (last > 4 && text.at[last - 1] == 's' && text.at[last - 2] != 's')
        last--; /* RFPs */
    for (size_t i = 0; i < last; i++) {
        char c = ascii_lower(text.at[i]);
        bool blank = c == ' ' || c == '.' || c == '-' || c == '/' || c == '\'';
        if (!blank)
            key = (key ^ (unsigned char)c) * UINT64_C(0x100000001B3);
    }
    return key;
}

struct wish {
    enum job_place place;
    bool is_required;
};

/* What the sentence says of it: the next word of wish behind it, else the
   last before. */
static struct wish
wish_of(const struct reading *reading, const struct found_term *found)
{
    const struct word_note *word = NULL;
    struct wish wish = {reading->line->place,
                        reading->line->place == JOB_REQUIRED ||
                            reading->line->place == JOB_TITLE};
    for (size_t i = reading->from; i < reading->to; i++) {
        const struct word_note *note = &reading->notes[i];
        if (!note->soft && !note->hard)
            continue;
        word = note;
        if (i >= found->from)
            break;
    }
    if (!word || wish.place == JOB_TITLE)
        return wish;
    if (word->soft)
        return (struct wish){JOB_PREFERRED, false};
    wish.is_required = wish.place != JOB_PREFERRED;
    return wish;
}

static int
base_weight(struct wish wish)
{
    int weight = place_weights[wish.place];
    return wish.is_required && weight < place_weights[JOB_REQUIRED]
               ? place_weights[JOB_REQUIRED]
               : weight;
}

static struct str
text_of(const struct reading *reading, const struct found_term *found)
{
    const struct token *first = &reading->tokens.at[found->from];
    const struct token *last = first + found->len - 1;
    return str_slice(reading->tokens.text, first->from, last->to);
}

/* Skills and figures go by their number, names by their letters. */
static uint64_t
key_of(const struct found_term *found)
{
    return found->kind == JOB_NAME
               ? found->key | 1
               : (uint64_t)(found->kind * 0x10000 + found->index + 1) << 1;
}

static struct job_term *
term_of(struct term_search *search, const struct found_term *found)
{
    size_t count = search->job->terms.count;
    if (index_add(search->arena, &search->found, key_of(found), count)) {
        struct job_term *term = list_add(search->arena, &search->job->terms);
        *list_add(search->arena, &search->last_lines) = 0;
        term->kind = found->kind;
        term->index = found->index;
        return term;
    }
    return &search->job->terms.at[index_find(&search->found, key_of(found))];
}

void
terms_add(struct reading *reading, const struct found_term *found)
{
    struct wish wish = wish_of(reading, found);
    struct job_term *term = term_of(reading->search, found);
    int weight = base_weight(wish);
    size_t *last = &reading->search->last_lines
                        .at[(size_t)(term - reading->search->job->terms.at)];
    term->is_required |= wish.is_required;
    term->times += *last != reading->line->line;
    *last = reading->line->line;
    if (weight <= term->weight)
        return;
    term->weight = weight;
    term->text = text_of(reading, found);
    term->line = reading->line->line;
    term->place = wish.place;
}

/* ---- all lines ------------------------------------------------------------
 */

static int
term_order(const void *left, const void *right)
{
    const struct job_term *a = left, *b = right;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->text.at < b->text.at ? -1 : a->text.at > b->text.at;
}

static void
weigh_terms(struct job *job)
{
    for (size_t i = 0; i < job->terms.count; i++) {
        struct job_term *term = &job->terms.at[i];
        size_t more = term->times - 1;
        term->weight +=
            (int)(more < LINES_WEIGHED ? more : LINES_WEIGHED) * LINE_WEIGHT;
        if (term->weight > WEIGHT_MOST)
            term->weight = WEIGHT_MOST;
    }
    if (job->terms.count)
        qsort(job->terms.at, job->terms.count, sizeof *job->terms.at,
              term_order);
}

/* The line of the title, for postings whose title no line has. */
static struct job_line
title_line(const struct job *job)
{
    struct job_line title = {.text = job->title, .place = JOB_TITLE};
    title.line = job->lines.count ? job->lines.at[0].line : 1;
    return title;
}

static void
read_lines(struct term_search *search)
{
    const struct job *job = search->job;
    bool has_title = false;
    for (size_t i = 0; i < job->lines.count; i++) {
        struct job_line line = job->lines.at[i];
        if (job->title.len && str_equal(line.text, job->title))
            line.place = JOB_TITLE;
        has_title |= line.place == JOB_TITLE;
        read_line(search, &line);
    }
    if (job->title.len && !has_title) {
        struct job_line title = title_line(job);
        read_line(search, &title);
    }
}

void
job_find_terms(struct arena *arena, struct job *job, const struct pack *pack)
{
    struct term_search search = {.arena = arena, .job = job, .pack = pack};
    search.stemmer = stemmer_new(arena);
    search.small = small_words_of(&search);
    search.phrases = phrases_of(&search);
    read_lines(&search);
    stemmer_free(search.stemmer);
    weigh_terms(job);
}
