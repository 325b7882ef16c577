/* Bytes to a tree, a candidate and a posting. */
#include "base/file.h"
#include "load/yaml.h"
#include "model/decode.h"
#include "stages.h"

/* Days since 1970-01-01 of a date of the Gregorian calendar. */
static int64_t
days_since_1970(int year, int month, int day)
{
    /* Years that begin in March put the leap day last. */
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year =
        (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static int64_t
seconds_of(const struct date *date)
{
    return days_since_1970(date->year, date->month ? date->month : 1,
                           date->day ? date->day : 1) *
           86400;
}

bool
build_load(struct build *b)
{
    const struct dossier_request *request = b->request;
    uint32_t source =
        sources_add(b->result->sources, request->name, request->bytes);
    struct node *tree = yaml_load(b->arena, b->findings, source);
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

/* As asked for; else that of the variant asked for. */
static struct str
language_of(const struct build *b)
{
    const struct node *variants = node_get(b->tree, "variants");
    const struct node *locale = NULL;
    if (!str_is_empty(b->request->language) ||
        str_is_empty(b->request->variant) || !variants ||
        variants->kind != NODE_LIST)
        return b->request->language;
    for (size_t i = 0; i < variants->items.count; i++) {
        const struct node *variant = variants->items.at[i];
        const struct node *name = node_get(variant, "name");
        if (name && name->kind == NODE_SCALAR &&
            str_equal(str_trim(name->text), b->request->variant))
            locale = node_get(variant, "locale");
    }
    bool is_said = locale && locale->kind == NODE_SCALAR;
    return is_said ? locale->text : (struct str){NULL, 0};
}

bool
build_decode(struct build *b)
{
    b->today = today_of(b);
    const struct decode_options options = {
        .today = b->today,
        .language = language_of(b),
        .audience = b->request->audience,
        .job = build_job_facts(b, b->request->variant)};
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

bool
build_read_job(struct build *b)
{
    struct str name = b->request->job_name, bytes = b->request->job_bytes;
    const struct load_files *files = b->request->files;
    if (str_is_empty(name) && !str_is_empty(b->request->variant)) {
        struct findings *quiet = findings_new(b->arena, b->result->sources);
        const struct variant *variant =
            variant_find(b->arena, quiet, b->candidate, b->request->variant);
        if (variant)
            name = variant->job_description.s;
        if (!files || str_is_empty(name) ||
            files->read(files->context, b->arena, name, &bytes).failed)
            return true;
    }
    if (str_is_empty(name))
        return true;
    uint32_t source = sources_add(b->result->sources, name, bytes);
    b->job = job_read(b->arena, b->findings, b->pack, source);
    return true;
}
