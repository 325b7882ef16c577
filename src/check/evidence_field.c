/*
 * Whether a job or a degree is in the field that somebody asks for. A field is
 * given in words, often several that stand for each other: "nursing, health
 * care administration or a related field". One of them is enough; of one, all
 * words that tell must be there.
 */
#include "evidence.h"
#include "base/index.h"

/* Say nothing of a field. */
static const char *const open_words[] = {
    "related",       "relevant",       "similar",       "equivalent",
    "comparable",    "applicable",     "appropriate",   "progressive",
    "progressively", "responsible",    "increasingly",  "other",
    "field",         "fields",         "area",          "areas",
    "discipline",    "disciplines",    "experience",    "professional",
    "work",          "working",        "prior",         "previous",
    "direct",        "directly",       "combined",      "closely",
    "degree",        "degrees",        "major",         "study",
    "subject",       "role",           "position",      "industry",
    "setting",       "settings",       "environment",   "level",
    "specialty",     "specialization", "program",       "accredited",
    "any",           "such",           "plus",          "preferably",
    "hands-on",      "successful",     "demonstrated",  "proven",
    "recent",        "full-time",      "post-graduate", "years",
    "year",          "minimum",        "least",         "more",
    "college",       "university",     "school",        "science",
    "sciences",      "arts",           "studies",       "applied",
    "philosophy"};

/* Say of a field that one is in charge. */
static const char *const lead_words[] = {
    "management",     "manager",       "managing",    "administration",
    "administrative", "administrator", "leadership",  "leader",
    "leading",        "supervisory",   "supervision", "supervising",
    "supervisor",     "director",      "executive",   "operations",
    "operational",    "leitung",       "leitender",   "leiter",
    "leiterin",       "teamleitung"};

/* One thing in many words: what is asked for with one of them is shown by
   another. */
static const char *const care_words[] = {
    "health",      "healthcare", "medical",   "medicine",   "clinical",
    "clinic",      "clinics",    "hospital",  "hospitals",  "care",
    "patient",     "patients",   "physician", "physicians", "ambulatory",
    "outpatient",  "inpatient",  "nurse",     "nursing",    "acute",
    "krankenhaus", "klinik",     "klinikum",  "pflege",     "gesundheitswesen"};

/* Who writes programs, whatever the title: with one of these words the others
   that such titles have are no field of their own. */
static const char *const code_words[] = {
    "software",    "developer", "developers", "programmer",
    "programmers", "backend",   "back-end",   "frontend",
    "front-end",   "fullstack", "full-stack"};
static const char *const code_work_words[] = {
    "development", "engineering", "engineer",    "engineers",   "programming",
    "coding",      "web",         "application", "applications"};
/* One that names the one end is not at the other. */
static const char *const back_words[] = {"backend", "back-end"};
static const char *const front_words[] = {"frontend", "front-end"};

/* Make a list of fields an open one. */
static const char *const others[] = {"related",    "similar",    "equivalent",
                                     "comparable", "relevant",   "other",
                                     "applicable", "appropriate"};

#define AMONG(word, list) among(word, list, sizeof(list) / sizeof *(list))

static bool
among(struct str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_nocase(word, str_from(list[i])))
            return true;
    return false;
}

static uint64_t
key_of(struct str word)
{
    char stem[STEM_ROOM];
    size_t len = stem_of(word, stem);
    return index_of_text(len ? (struct str){stem, len} : word);
}

/* ---- the field --------------------------------------------------------------
 */

#define FIELD_KEYS 8
#define FIELD_KINDS 12
#define FIELD_SKILLS 4

/* One of the fields that stand for each other. */
struct kind_of_field {
    uint64_t keys[FIELD_KEYS]; /* stems of the words that tell */
    size_t key_count;
    struct asked_skill {
        unsigned short skill; /* of the pack */
        bool is_proper;       /* Epic, SQL: to name it once is enough */
    } skills[FIELD_SKILLS];
    size_t skill_count;
    bool is_care, is_lead;
    bool is_code, is_back, is_front;
};

struct fields {
    struct kind_of_field at[FIELD_KINDS];
    size_t count;
};

static bool
says_something(const struct kind_of_field *kind, bool is_sentence)
{
    return kind->key_count || kind->is_lead || kind->is_care || kind->is_code ||
           (is_sentence && kind->skill_count);
}

static bool
ends_kind(const struct tokens *tokens, size_t i)
{
    return i == tokens->count || token_is_symbol(tokens, i, ',') ||
           token_is_symbol(tokens, i, ';') || token_is_symbol(tokens, i, '/') ||
           token_is(tokens, i, "or") || token_is(tokens, i, "and/or");
}

/* The field that begins at token i is one of writing programs. */
static bool
is_about_code(const struct tokens *tokens, size_t i)
{
    for (; !ends_kind(tokens, i); i++)
        if (AMONG(token_text(tokens, i), code_words))
            return true;
    return false;
}

/* Of a title or a text of a job. */
static bool
says_code(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (AMONG(token_text(tokens, i), code_words))
            return true;
    return false;
}

static void
add_word(struct kind_of_field *kind, struct str word)
{
    /* "nursing" is more than care, unless others say so too. */
    bool is_nursing = ascii_lower(word.at[0]) == 'n';
    kind->is_back |= AMONG(word, back_words);
    kind->is_front |= AMONG(word, front_words);
    if (AMONG(word, open_words) || AMONG(word, code_words) ||
        (kind->is_code && AMONG(word, code_work_words)))
        return;
    if (AMONG(word, care_words) && !is_nursing) {
        kind->is_care = true;
    } else if (AMONG(word, lead_words)) {
        kind->is_lead = true;
    } else if (kind->key_count < FIELD_KEYS) {
        kind->keys[kind->key_count++] = key_of(word);
    }
}

/* Of a sentence, not of a field by its name: only what cannot be meant
   otherwise. */
static void
add_name(struct kind_of_field *kind, const struct tokens *tokens, size_t i)
{
    struct str word = token_text(tokens, i);
    kind->is_back |= AMONG(word, back_words);
    kind->is_front |= AMONG(word, front_words);
    const struct pack_name *name = pack_known_name(tokens->pack, word);
    if (AMONG(word, care_words))
        kind->is_care = true;
    else if ((name && name->kind == PACK_NAME_CREDENTIAL) ||
             AMONG(word, code_words) ||
             (kind->is_code && AMONG(word, code_work_words)))
        return; /* "5 years, MS": no field of theirs */
    else if (i > 0 && tokens->at[i].capital && !AMONG(word, open_words) &&
             !AMONG(word, lead_words) && kind->key_count < FIELD_KEYS)
        kind->keys[kind->key_count++] = key_of(word);
}

static void
add_skills(struct kind_of_field *kind, const struct tokens *tokens, size_t i,
           bool is_sentence)
{
    size_t all;
    const struct pack_skill *skills = pack_skills(tokens->pack, &all);
    struct lexicon_skill found[LEXICON_SKILLS];
    size_t count = lexicon_skills(tokens, i, found);
    for (size_t k = 0; k < count; k++)
        if (!found[k].is_sign && kind->skill_count < FIELD_SKILLS &&
            (!is_sentence ||
             str_is(skills[found[k].skill].pillar, "technical")))
            kind->skills[kind->skill_count++] =
                (struct asked_skill){found[k].skill, tokens->at[i].capital};
}

/* Fields end at commas, strokes and "or". */
static struct fields
read_fields(struct check *check, struct str field, bool is_sentence)
{
    struct fields fields = {.count = 0};
    struct kind_of_field kind = {.key_count = 0};
    struct tokens tokens = tokens_read(check->arena, check->pack, field);
    kind.is_code = is_about_code(&tokens, 0);
    for (size_t i = 0; i <= tokens.count; i++) {
        bool ends = ends_kind(&tokens, i);
        if (!ends && evidence_is_word(&tokens, i)) {
            if (is_sentence)
                add_name(&kind, &tokens, i);
            else
                add_word(&kind, token_text(&tokens, i));
            add_skills(&kind, &tokens, i, is_sentence);
        }
        if (!ends)
            continue;
        if (says_something(&kind, is_sentence) && fields.count < FIELD_KINDS)
            fields.at[fields.count++] = kind;
        kind = (struct kind_of_field){.is_code = i < tokens.count &&
                                                 is_about_code(&tokens, i + 1)};
    }
    return fields;
}

bool
check_field_is_open(struct str field)
{
    while (field.len) {
        struct str word = str_cut(&field, ' ');
        while (word.len && !ascii_is_alpha(word.at[word.len - 1]))
            word.len--;
        if (AMONG(word, others))
            return true;
    }
    return false;
}

/* ---- jobs
 * -------------------------------------------------------------------- */

static bool
is_below(struct str path, struct str above)
{
    return str_starts(path, above) &&
           (path.len == above.len || path.at[above.len] == '.' ||
            path.at[above.len] == '[');
}

/* Of the position, or of its employer as a whole. */
static bool
belongs(struct str path, const struct evidence_job *job)
{
    if (is_below(path, job->path))
        return true;
    size_t end = str_find_byte(job->path, ']', 0);
    if (end == SIZE_MAX || !is_below(path, str_slice(job->path, 0, end + 1)))
        return false;
    return !str_starts(str_slice(path, end + 1, path.len), STR(".positions"));
}

static bool
is_name_of_job(const struct check_text *text)
{
    struct str key = str_from(text->in.field->key);
    return str_is(key, "position") || str_is(key, "organization") ||
           str_is(key, "kind");
}

static void
note_word(struct check *check, struct job_words *words, struct str word,
          size_t text, bool in_title)
{
    uint64_t key = key_of(word);
    if (index_add(check->arena, &words->stems, key, words->texts.count))
        *list_add(check->arena, &words->texts) = (struct stem_texts){0};
    struct stem_texts *at = &words->texts.at[index_find(&words->stems, key)];
    at->count += at->last != text + 1;
    at->last = text + 1;
    at->in_title |= in_title;
    words->is_care |= AMONG(word, care_words);
    words->leads |= in_title && AMONG(word, lead_words);
    words->is_back |= AMONG(word, back_words);
    words->is_front |= AMONG(word, front_words);
}

static void
note_skills(struct check *check, struct job_words *words,
            const struct check_text *text, bool in_title)
{
    struct skill_hits hits = check_skill_hits(check, text->number);
    for (size_t h = 0; h < hits.count; h++) {
        unsigned char *texts = &words->skills[hits.at[h].skill];
        bool again = h > 0 && hits.at[h].skill == hits.at[h - 1].skill;
        if (!hits.at[h].is_sign && !again && *texts < 2)
            *texts = in_title ? 2 : (unsigned char)(*texts + 1);
    }
}

static void
note_text(struct check *check, const evidence_job_list *jobs,
          struct job_words *words, size_t number)
{
    const struct check_text *text = &check->texts.at[number];
    struct str path = text->in.item->path;
    if (!str_starts(path, STR("experience[")) ||
        text->uses & (TEXT_NOTES | TEXT_ADDRESS))
        return;
    const struct tokens *tokens = check_tokens(check, text);
    bool in_title = is_name_of_job(text);
    /* A row of words makes no years of work. */
    if (in_title ? evidence_is_row(check, text)
                 : !evidence_tells(check, text, evidence_place(check, text)))
        return;
    for (size_t j = 0; j < jobs->count; j++) {
        if (!belongs(path, &jobs->at[j]))
            continue;
        note_skills(check, &words[j], text, in_title);
        words[j].is_code |= in_title && says_code(tokens);
        for (size_t i = 0; in_title && i < tokens->count; i++)
            words[j].settings |= evidence_setting_at(tokens, i, true);
        for (size_t i = 0; i < tokens->count; i++)
            if (tokens->at[i].kind == TOKEN_WORD)
                note_word(check, &words[j], token_text(tokens, i), number,
                          in_title);
    }
}

static const struct job_words *
words_of_jobs(struct check *check)
{
    struct evidence_memory *memory = evidence_memory(check);
    const evidence_job_list *jobs = check_jobs(check);
    if (memory->words)
        return memory->words;
    memory->words =
        ARENA_ARRAY(check->arena, jobs->count + 1, struct job_words);
    size_t skills;
    (void)pack_skills(check->pack, &skills);
    for (size_t i = 0; i < jobs->count; i++)
        memory->words[i].skills =
            ARENA_ARRAY(check->arena, skills + 1, unsigned char);
    for (size_t i = 0; i < check->texts.count; i++)
        note_text(check, jobs, memory->words, i);
    return memory->words;
}

/* A word in the title, or in two texts, is no accident. */
static bool
is_told(const struct job_words *words, uint64_t key)
{
    size_t at = index_find(&words->stems, key);
    return at != SIZE_MAX &&
           (words->texts.at[at].in_title || words->texts.at[at].count > 1);
}

static bool
job_fits(const struct evidence_job *job, const struct job_words *words,
         const struct kind_of_field *kind)
{
    for (size_t s = 0; s < kind->skill_count; s++)
        if (words->skills[kind->skills[s].skill] >=
            (kind->skills[s].is_proper ? 1 : 2))
            return true;
    if (!kind->key_count && !kind->is_lead && !kind->is_care && !kind->is_code)
        return false;
    if (kind->is_code &&
        (!words->is_code ||
         (kind->is_back && words->is_front && !words->is_back) ||
         (kind->is_front && words->is_back && !words->is_front)))
        return false;
    for (size_t k = 0; k < kind->key_count; k++)
        if (!is_told(words, kind->keys[k]))
            return false;
    return (!kind->is_lead || words->leads || job->is_in_charge) &&
           (!kind->is_care || words->is_care);
}

const bool *
check_jobs_in_field(struct check *check, struct str field, bool is_sentence)
{
    struct fields fields = read_fields(check, field, is_sentence);
    const evidence_job_list *jobs = check_jobs(check);
    if (!fields.count)
        return NULL;
    const struct job_words *words = words_of_jobs(check);
    bool *fits = ARENA_ARRAY(check->arena, jobs->count + 1, bool);
    for (size_t i = 0; i < jobs->count; i++)
        for (size_t f = 0; f < fields.count && !fits[i]; f++)
            fits[i] = job_fits(&jobs->at[i], &words[i], &fields.at[f]);
    return fits;
}

const bool *
check_jobs_in_setting(struct check *check, struct str text)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    const evidence_job_list *jobs = check_jobs(check);
    unsigned asked = 0;
    for (size_t i = 0; i < tokens.count; i++)
        asked |= evidence_setting_at(&tokens, i, false);
    if (!asked)
        return NULL;
    const struct job_words *words = words_of_jobs(check);
    bool *fits = ARENA_ARRAY(check->arena, jobs->count + 1, bool);
    for (size_t i = 0; i < jobs->count; i++)
        fits[i] = !words[i].settings || (words[i].settings & asked);
    return fits;
}

/* ---- degrees ------------------------------------------------------------ */

struct met {
    bool keys[FIELD_KEYS];
    size_t count; /* of keys */
    bool lead, care;
};

static void
meet(struct check *check, struct met *met, const struct kind_of_field *kind,
     struct str text)
{
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    for (size_t i = 0; i < tokens.count; i++) {
        struct str word = token_text(&tokens, i);
        if (tokens.at[i].kind != TOKEN_WORD)
            continue;
        uint64_t key = key_of(word);
        for (size_t k = 0; k < kind->key_count; k++)
            if (kind->keys[k] == key && !met->keys[k]) {
                met->keys[k] = true;
                met->count++;
            }
        met->lead |= AMONG(word, lead_words);
        met->care |= AMONG(word, care_words);
    }
}

static bool
degree_fits(struct check *check, const struct evidence_degree *degree,
            const struct kind_of_field *kind)
{
    const struct education *entry = degree->entry;
    struct met met = {.count = 0};
    const struct str texts[] = {entry->degree.s, entry->area.s,
                                entry->concentration.s};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        meet(check, &met, kind, texts[i]);
    for (size_t i = 0; i < degree->known_count; i++)
        meet(check, &met, kind, pack_str(degree->known[i]->name));
    if (kind->key_count)
        return met.count == kind->key_count;
    return (!kind->is_care || met.care) && (!kind->is_lead || met.lead);
}

bool
check_degree_in_field(struct check *check, const struct evidence_degree *degree,
                      struct str field)
{
    struct fields fields = read_fields(check, field, false);
    for (size_t f = 0; f < fields.count; f++)
        if (degree_fits(check, degree, &fields.at[f]))
            return true;
    return fields.count == 0;
}
