/* What a letter may quote of the posting that it answers. */
#include "base/file.h"
#include "stages.h"

/* More steps of `extends` are a circle. */
enum { MOST_STEPS = 16 };

static const struct node *
variant_node(const struct build *b, struct str wanted)
{
    const struct node *variants = node_get(b->tree, "variants");
    if (!variants || variants->kind != NODE_LIST)
        return NULL;
    for (size_t i = 0; i < variants->items.count; i++) {
        const struct node *name = node_get(variants->items.at[i], "name");
        if (name && name->kind == NODE_SCALAR &&
            str_equal(str_trim(name->text), wanted))
            return variants->items.at[i];
    }
    return NULL;
}

/* The file that the variant names, or one that it extends; or empty. */
static struct str
posting_of(const struct build *b, struct str name)
{
    for (int steps = 0; steps < MOST_STEPS && !str_is_empty(name); steps++) {
        const struct node *variant = variant_node(b, name);
        const struct node *said = node_get(variant, "job_description");
        const struct node *extends = node_get(variant, "extends");
        if (said && said->kind == NODE_SCALAR)
            return str_trim(said->text);
        if (!extends || extends->kind != NODE_SCALAR)
            break;
        name = str_trim(extends->text);
    }
    return (struct str){NULL, 0};
}

/* Nobody else asks what a posting is called. */
static bool
has_letter(const struct build *b, struct str variant)
{
    return node_get(b->tree, "letter") ||
           node_get(variant_node(b, variant), "letter") ||
           str_find(b->request->bytes, STR("{job."), 0) != SIZE_MAX;
}

struct job_facts
build_job_facts(const struct build *b, struct str variant)
{
    struct str name = b->request->job_name, bytes = b->request->job_bytes;
    const struct load_files *files = b->request->files;
    struct job_facts facts = {.is_given = false};
    if (b->request->report == REPORT_MATCH || !has_letter(b, variant))
        return facts;
    bool is_given = !str_is_empty(name);
    const struct read_job *known =
        build_known_job(b, is_given ? name : posting_of(b, variant));
    if (known)
        return (struct job_facts){true, known->job->title,
                                  known->job->organization,
                                  known->job->location, known->job->reference};
    if (!is_given) {
        name = posting_of(b, variant);
        is_given = files && !str_is_empty(name) &&
                   !files->read(files->context, b->arena, name, &bytes).failed;
    }
    if (!is_given)
        return facts;
    struct job_text head = job_head(b->arena, name, bytes);
    return (struct job_facts){true, head.title, head.organization,
                              head.location, head.reference};
}
