/* Bytes to a tree, a candidate and a posting. */
#include "base/calendar.h"
#include "base/file.h"
#include "load/yaml.h"
#include "model/decode.h"
#include "stages.h"

/* Of variants that extend each other. */
#define MOST_STEPS 100

static int64_t
seconds_of(const struct date *date)
{
    return calendar_days_since_1970(date->year, date->month ? date->month : 1,
                                    date->day ? date->day : 1) *
           86400;
}

bool
build_load(struct build *b)
{
    const struct dossier_request *request = b->request;
    uint32_t source =
        sources_add(b->result->sources, request->name, request->bytes);
    const struct import_options options = {.today = request->today,
                                           .is_strict = request->strict};
    b->imported = import_read(b->arena, b->findings, source, &options);
    struct node *tree = b->imported.tree;
    if (tree && request->files)
        tree = yaml_include(b->arena, b->findings, tree, request->files);
    for (size_t i = 0; tree && i < request->set_count; i++)
        tree = yaml_set(b->arena, b->findings, tree, request->sets[i]);
    b->tree = tree;
    return tree != NULL;
}

/* Today as asked for, as the file says, or as the caller's clock says. */
static struct date
today_of(const struct build *b)
{
    const struct node *typed = node_get(node_get(b->tree, "lint"), "today");
    struct date date;
    if (!b->request->today_is_given && typed && typed->kind == NODE_SCALAR &&
        date_parse(typed->text, &date) && !date.is_present)
        return date;
    return b->request->today;
}

/* The node of a variant of that name. */
static const struct node *
variant_node(const struct build *b, struct str wanted)
{
    const struct node *variants = node_get(b->tree, "variants");
    for (size_t i = 0;
         variants && variants->kind == NODE_LIST && i < variants->items.count;
         i++) {
        const struct node *name = node_get(variants->items.at[i], "name");
        if (name && name->kind == NODE_SCALAR &&
            str_equal(str_trim(name->text), wanted))
            return variants->items.at[i];
    }
    return NULL;
}

/* A text of a variant or of one that it extends, before it is decoded. */
static struct str
variant_text(const struct build *b, struct str name, const char *key)
{
    /* More steps are a circle. */
    for (int steps = 0; steps < MOST_STEPS && !str_is_empty(name); steps++) {
        const struct node *variant = variant_node(b, name);
        const struct node *said = node_get(variant, key);
        const struct node *extends = node_get(variant, "extends");
        if (said && said->kind == NODE_SCALAR)
            return said->text;
        if (!extends || extends->kind != NODE_SCALAR)
            break;
        name = str_trim(extends->text);
    }
    return (struct str){NULL, 0};
}

struct str
build_language(const struct build *b, struct str variant)
{
    if (!str_is_empty(b->request->language))
        return b->request->language;
    return variant_text(b, variant, "locale");
}

bool
build_decode(struct build *b)
{
    b->today = today_of(b);
    b->language = build_language(b, b->variant);
    const struct decode_options options = {.today = b->today,
                                           .language = b->language,
                                           .audience = b->request->audience,
                                           .job =
                                               build_job_facts(b, b->variant)};
    b->candidate = candidate_decode(b->arena, b->findings, b->tree, &options);
    b->created = b->request->created;
    if (!b->created)
        b->created = seconds_of(b->candidate->meta.last_modified.year
                                    ? &b->candidate->meta.last_modified
                                    : &b->today);
    return true;
}

bool
build_choose_pack(struct build *b)
{
    b->pack = pack_choose(b->findings, b->candidate, b->request->pack,
                          b->request->role);
    b->pack = build_own_roles(b, b->pack);
    return b->pack != NULL;
}

const struct read_job *
build_known_job(const struct build *b, struct str name)
{
    for (size_t i = 0; i < b->shared->jobs.count; i++)
        if (str_equal(b->shared->jobs.at[i].job->name, name))
            return &b->shared->jobs.at[i];
    return NULL;
}

static const struct read_job *
read_job(struct build *b, struct str name, struct str bytes)
{
    struct arena *arena = b->shared->arena;
    struct findings *quiet = findings_new(arena, b->result->sources);
    uint32_t source =
        sources_add(b->result->sources, str_copy(arena, name), bytes);
    struct read_job *read = list_add(arena, &b->shared->jobs);
    read->job = job_read(arena, quiet, b->pack, source);
    read->is_faulty = findings_count(quiet) > 0;
    return read;
}

/* NULL: its file is not there. */
static const struct read_job *
read_job_at(struct build *b, struct str path)
{
    const struct load_files *files = b->request->files;
    const struct read_job *known = build_known_job(b, path);
    struct str bytes = {NULL, 0};
    if (known)
        return known;
    if (!files ||
        files->read(files->context, b->shared->arena, path, &bytes).failed)
        return NULL;
    return read_job(b, path, bytes);
}

const struct job *
build_job_at(void *build, struct str path)
{
    const struct read_job *read = read_job_at(build, path);
    return read ? read->job : NULL;
}

/* The file that the variant names; empty: none. */
static struct str
job_path(const struct build *b, struct str variant)
{
    struct findings *quiet = findings_new(b->arena, b->result->sources);
    const struct variant *found =
        str_is_empty(variant)
            ? NULL
            : variant_find(b->arena, quiet, b->candidate, variant);
    return found ? found->job_description.s : (struct str){NULL, 0};
}

const struct job *
build_job_for(struct build *b, struct str variant)
{
    struct str name = b->request->job_name;
    bool is_handed_in = !str_is_empty(name);
    const struct read_job *read = NULL;
    if (!is_handed_in)
        name = job_path(b, variant);
    if (str_is_empty(name))
        return NULL;
    if (!is_handed_in)
        read = read_job_at(b, name);
    else if (!(read = build_known_job(b, name)))
        read = read_job(b, name, b->request->job_bytes);
    if (read && read->is_faulty)
        (void)job_read(b->arena, b->findings, b->pack, read->job->source);
    return read ? read->job : NULL;
}

bool
build_read_job(struct build *b)
{
    b->job = build_job_for(b, b->variant);
    return true;
}
