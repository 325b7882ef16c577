/* Settings and teams: as the person tells them, else as the entries show. */
#include "composer.h"

/* Adds a text once, whatever its case. */
static void
add_once(const struct composer *c, text_list *list, struct str text)
{
    if (str_is_empty(text))
        return;
    for (size_t i = 0; i < list->count; i++)
        if (str_equal_nocase(list->at[i].s, text))
            return;
    *list_add(c->arena, list) = (struct text){.s = text};
}

static struct str
joined(const struct composer *c, const text_list *list)
{
    struct buf out = buf_new(c->arena);
    for (size_t i = 0; i < list->count; i++)
        words_join_by(&c->words, &out, WORD_SEMICOLON, list->at[i].s);
    return buf_str(&out);
}

/* ---- computed from entries --------------------------------------------- */

/* More kinds than these say nothing more. */
#define MOST_NAMED 12

struct reach {
    text_list kinds, settings, disciplines;
    int64_t least, most, sites;
};

static void
reach_team(const struct composer *c, struct reach *reach,
           const struct team *team)
{
    for (size_t i = 0; i < team->disciplines.count; i++)
        if (reach->disciplines.count < MOST_NAMED)
            add_once(c, &reach->disciplines, team->disciplines.at[i].s);
    if (team->sites.given && team->sites.value > reach->sites)
        reach->sites = team->sites.value;
    if (!team->size.given || team->size.value <= 0)
        return;
    if (!reach->least || team->size.value < reach->least)
        reach->least = team->size.value;
    if (team->size.value > reach->most)
        reach->most = team->size.value;
}

/* Settings differ by kind: the same kind twice says nothing more. */
static void
reach_setting(const struct composer *c, struct reach *reach,
              const struct setting *setting)
{
    size_t kinds = reach->kinds.count;
    if (kinds == MOST_NAMED)
        return;
    add_once(c, &reach->kinds, setting->kind.s);
    if (reach->kinds.count > kinds)
        add_once(c, &reach->settings, words_setting(&c->words, setting));
}

static void
reach_by_entries(const struct composer *c, struct reach *reach)
{
    for (size_t i = 0; i < c->shown->experience.count; i++) {
        const struct experience *job = &c->shown->experience.at[i];
        reach_setting(c, reach, &job->setting);
        for (size_t j = 0; j < job->positions.count; j++) {
            reach_setting(c, reach, &job->positions.at[j].setting);
            reach_team(c, reach, &job->positions.at[j].team);
        }
    }
    for (size_t i = 0; i < c->shown->case_studies.count; i++) {
        reach_setting(c, reach, &c->shown->case_studies.at[i].setting);
        reach_team(c, reach, &c->shown->case_studies.at[i].team);
    }
}

static struct str
team_sizes(const struct composer *c, const struct reach *reach)
{
    struct str least = words_count(&c->words, reach->least);
    struct str most = words_count(&c->words, reach->most);
    struct buf out = buf_new(c->arena);
    if (!reach->most)
        return (struct str){NULL, 0};
    if (reach->least == reach->most)
        buf_add(&out, locale_count_of(c->arena, c->words.locale, WORD_PEOPLE,
                                      reach->most));
    else
        buf_add(&out, locale_say_two(c->arena, c->words.locale,
                                     WORD_PEOPLE_RANGE, least, most));
    if (reach->sites > 1)
        words_join_by(
            &c->words, &out, WORD_COMMA,
            said(c, WORD_MANY_SITES, words_count(&c->words, reach->sites)));
    return buf_str(&out);
}

/* One setting stands with its job already; who worked in one place only shows
   no more of it here. */
static void
add_computed(const struct composer *c, struct block *facts)
{
    struct reach reach = {0};
    reach_by_entries(c, &reach);
    if (reach.settings.count < 2 && !reach.most && !reach.disciplines.count)
        return;
    fact_add(c, facts, WORD_SETTINGS, joined(c, &reach.settings));
    fact_add(c, facts, WORD_TEAMS, team_sizes(c, &reach));
    fact_add(
        c, facts, WORD_WORKED_WITH,
        words_capitalized(c->arena, words_list(&c->words, &reach.disciplines)));
}

/* ---- as told ----------------------------------------------------------- */

static void
add_told(const struct composer *c, struct block *facts,
         const struct settings_and_teams *told)
{
    text_list settings = {0}, teams = {0};
    for (size_t i = 0; i < told->settings.count; i++)
        add_once(c, &settings, words_setting(&c->words, &told->settings.at[i]));
    for (size_t i = 0; i < told->teams.count; i++)
        add_once(c, &teams, words_team(&c->words, &told->teams.at[i]));
    fact_add(c, facts, WORD_SETTINGS, joined(c, &settings));
    fact_add(c, facts, WORD_TEAMS,
             words_capitalized(c->arena, joined(c, &teams)));
}

void
fill_adaptability(const struct composer *c, struct block *section)
{
    const struct settings_and_teams *told = &c->shown->settings_and_teams;
    struct block *facts = block_new(c->arena, BLOCK_FACTS, section->section);
    block_add_prose(c->arena, section, &told->summary, ROLE_BODY);
    if (told->settings.count + told->teams.count > 0)
        add_told(c, facts, told);
    else
        add_computed(c, facts);
    if (facts->lines.count > 0)
        *list_add(c->arena, &section->children) = facts;
}
