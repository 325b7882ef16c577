/*
 * What would help most and is true: things that the file has and does not
 * show, says only in a list, or says in other words than the posting. What is
 * absent is asked about, never supposed.
 */
#include "match.h"

/* In the order in which they are told when they add as many points. */
enum change_kind {
    CHANGE_SHOW,  /* left out of this edition */
    CHANGE_DATE,  /* a date that is missing or past */
    CHANGE_PROVE, /* listed only */
    CHANGE_WORD,  /* other words than the posting's */
    CHANGE_ASK    /* absent */
};

struct proposal {
    enum change_kind kind;
    int points;
    const struct match_requirement *about;
    const struct match_place *place;
    struct buf names; /* CHANGE_SHOW: of all it would show */
    size_t names_count;
};

typedef LIST(struct proposal) proposal_list;

struct proposing {
    struct matching *matching;
    proposal_list all;
    bool words_told;
};

static struct proposal *
propose(struct proposing *proposing, enum change_kind kind, int points,
        const struct match_requirement *about, const struct match_place *place)
{
    struct proposal *proposal =
        list_add(proposing->matching->arena, &proposing->all);
    *proposal = (struct proposal){.kind = kind,
                                  .points = points,
                                  .about = about,
                                  .place = place,
                                  .names = buf_new(proposing->matching->arena)};
    return proposal;
}

/* ---- what is left out
 * ------------------------------------------------------------ */

/* Only a choice of the variant is to be undone; what somebody marked as
   private stays as it is. */
static const struct {
    const char *why, *advice;
} choices[] = {
    {"a tag of it is excluded", "take its tag out of exclude"},
    {"none of its tags is included", "add one of its tags to include"},
    {"over max_bullets",
     "give it a higher priority, or the variant a larger max_bullets"},
    {MATCH_NO_SECTION, "add its section to the variant"},
};

static const char *
advice_on(const char *why)
{
    for (size_t i = 0; why && i < sizeof choices / sizeof *choices; i++)
        if (str_starts(str_from(why), str_from(choices[i].why)))
            return choices[i].advice;
    return NULL;
}

/* One change may show several things: the same entry is told once. */
static void
propose_to_show(struct proposing *proposing,
                const struct match_requirement *about)
{
    const struct match_place *place = &about->evidence.at[0];
    struct proposal *known = NULL;
    if (!advice_on(place->why))
        return;
    for (size_t i = 0; i < proposing->all.count && !known; i++)
        if (proposing->all.at[i].kind == CHANGE_SHOW &&
            str_equal(proposing->all.at[i].place->path, place->path))
            known = &proposing->all.at[i];
    if (!known)
        known = propose(proposing, CHANGE_SHOW, 0, about, place);
    known->points += about->weight;
    if (known->names_count++ < 3)
        buf_print(&known->names, "%s%.*s", known->names.len ? ", " : "",
                  STR_ARG(about->text));
}

/* ---- words of the posting
 * ------------------------------------------------------- */

/* "LOS": letters where others write words. */
static bool
is_letters(struct str s)
{
    size_t capitals = 0;
    for (size_t i = 0; i < s.len; i++)
        capitals += s.at[i] >= 'A' && s.at[i] <= 'Z';
    return s.len >= 2 && s.len <= 6 && capitals * 2 > s.len;
}

/* Programs that look for one form do not find the other. */
static void
propose_words(struct proposing *proposing,
              const struct match_requirement *about)
{
    const struct match_place *place = &about->evidence.at[0];
    struct str words = place->words;
    if (proposing->words_told || !proposing->matching->task->job ||
        !words.len || is_letters(words) == is_letters(about->text))
        return;
    for (size_t i = 0; i < about->evidence.count; i++)
        if (str_holds_nocase(about->evidence.at[i].words, about->text))
            return;
    (void)propose(proposing, CHANGE_WORD, 0, about, place);
    proposing->words_told = true;
}

/* ---- each requirement
 * ------------------------------------------------------------- */

static void
consider_term(struct proposing *proposing,
              const struct match_requirement *about)
{
    if (!about->speaks)
        return; /* another one of its group is told */
    switch (about->status) {
    case MATCH_ELSEWHERE:
        propose_to_show(proposing, about);
        break;
    case MATCH_LISTED:
        (void)propose(proposing, CHANGE_PROVE, about->weight, about,
                      &about->evidence.at[0]);
        break;
    case MATCH_ABSENT:
        (void)propose(proposing, CHANGE_ASK, about->weight, about, NULL);
        break;
    case MATCH_EVIDENCED:
        propose_words(proposing, about);
        break;
    case MATCH_MET:
    case MATCH_UNMET:
        break;
    }
}

static void
consider_need(struct proposing *proposing,
              const struct match_requirement *about)
{
    bool is_credential =
        about->kind == MATCH_LICENSE || about->kind == MATCH_CERTIFICATION;
    if (about->is_undated)
        (void)propose(proposing, CHANGE_DATE, 0, about, &about->evidence.at[0]);
    if (about->group_is_met || !about->evidence.count || !about->weight)
        return;
    if (about->status == MATCH_ELSEWHERE && about->kind != MATCH_YEARS)
        propose_to_show(proposing, about);
    else if (about->status == MATCH_LISTED)
        (void)propose(proposing, CHANGE_PROVE, about->weight, about,
                      &about->evidence.at[0]);
    else if (about->status == MATCH_UNMET && is_credential &&
             !about->evidence.at[0].why)
        (void)propose(proposing, CHANGE_DATE, about->weight, about,
                      &about->evidence.at[0]);
    else if (about->status == MATCH_UNMET && about->kind == MATCH_YEARS &&
             str_find(about->said, STR("without months"), 0) != SIZE_MAX)
        (void)propose(proposing, CHANGE_DATE, about->weight, about,
                      &about->evidence.at[0]);
}

/* ---- telling
 * -------------------------------------------------------------------- */

static struct str
text_of_date(struct arena *arena, const struct match_requirement *about)
{
    if (about->is_undated)
        return str_format(arena,
                          "Add the dates of %.*s: since when you hold it, and "
                          "until when.",
                          STR_ARG(about->evidence.at[0].words));
    if (about->kind == MATCH_YEARS)
        return str_format(arena,
                          "Write the months of your jobs, not the years "
                          "alone, if they bear out \"%.*s\".",
                          STR_ARG(about->text));
    return str_format(arena, "Say so if it is otherwise by now: %.*s.",
                      STR_ARG(about->said));
}

static struct str
text_of(struct arena *arena, const struct match *match,
        const struct proposal *proposal)
{
    const struct match_requirement *about = proposal->about;
    struct str text = about->text;
    bool is_need = about->kind != MATCH_SKILL;
    switch (proposal->kind) {
    case CHANGE_SHOW:
        return str_format(arena, "Show what you have left out (%.*s%s): %s.",
                          STR_ARG(buf_str(&proposal->names)),
                          proposal->names_count > 3 ? " ..." : "",
                          advice_on(proposal->place->why));
    case CHANGE_DATE:
        return text_of_date(arena, about);
    case CHANGE_PROVE:
        if (is_need)
            return str_format(arena,
                              "Give %.*s an entry under certifications with "
                              "its issuer and dates; it is only behind your "
                              "name.",
                              STR_ARG(proposal->place->words));
        return str_format(arena,
                          "You name %.*s and no line shows it: say in a "
                          "bullet what you did with it, if you did.",
                          STR_ARG(text));
    case CHANGE_WORD:
        return str_format(arena,
                          "Write \"%.*s\", the words of the posting, beside "
                          "\"%.*s\".",
                          STR_ARG(text), STR_ARG(proposal->place->words));
    case CHANGE_ASK:
        break;
    }
    return str_format(arena,
                      "Nothing in the file tells of %.*s: if it was part of "
                      "your work, say where.",
                      STR_ARG(match_either_text(arena, match, about)));
}

/* What is there comes before what may be; then by points. */
static bool
is_better(const struct proposal *a, const struct proposal *b)
{
    bool a_asks = a->kind == CHANGE_ASK, b_asks = b->kind == CHANGE_ASK;
    if (a_asks != b_asks)
        return b_asks;
    if (a->points != b->points)
        return a->points > b->points;
    return a->kind < b->kind;
}

void
match_find_changes(struct matching *matching)
{
    struct proposing proposing = {.matching = matching};
    struct match *match = matching->match;
    for (size_t i = 0; i < match->requirements.count; i++) {
        const struct match_requirement *about = &match->requirements.at[i];
        if (about->kind == MATCH_SKILL)
            consider_term(&proposing, about);
        else
            consider_need(&proposing, about);
    }
    bool *told = ARENA_ARRAY(matching->arena, proposing.all.count + 1, bool);
    while (match->change_count < MATCH_CHANGES) {
        size_t best = SIZE_MAX;
        for (size_t i = 0; i < proposing.all.count; i++)
            if (!told[i] &&
                (best == SIZE_MAX ||
                 is_better(&proposing.all.at[i], &proposing.all.at[best])))
                best = i;
        if (best == SIZE_MAX)
            return;
        const struct proposal *proposal = &proposing.all.at[best];
        told[best] = true;
        match->changes[match->change_count++] = (struct match_change){
            .text = text_of(matching->arena, match, proposal),
            .path = proposal->place ? proposal->place->path : STR(""),
            .span = proposal->place ? proposal->place->span : SPAN_NONE,
            .points = proposal->points,
        };
    }
}
