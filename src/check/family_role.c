/* R101: what variants refer to. */
#include "base/index.h"
#include "pack/role_file.h"
#include "rule.h"

#define TAGS_NAMED 6

/* ---- saying so ---------------------------------------------------------- */

static struct finding *
unknown(struct check *check, const struct variant *variant, const char *kind,
        const struct text *value, struct str near)
{
    struct finding *finding;
    if (near.len)
        finding =
            finding_add(check->findings, CODE_R101, node_span(value->node),
                        "Unknown %s \"%.*s\"; nearest is \"%.*s\".", kind,
                        STR_ARG(value->s), STR_ARG(near));
    else
        finding =
            finding_add(check->findings, CODE_R101, node_span(value->node),
                        "Unknown %s \"%.*s\".", kind, STR_ARG(value->s));
    finding->path = variant->item.path;
    if (near.len && value->node && value->node->style == SCALAR_PLAIN) {
        finding->has_edit = true;
        finding->edit = (struct edit){value->node->span, near};
    }
    return finding;
}

/* ---- roles -------------------------------------------------------------- */

static void
check_role(struct check *check, const struct variant *variant)
{
    const struct text *role = &variant->target_role;
    /* That a file cannot be read was said when it was. */
    if (!role->s.len || role_is_file(role->s) ||
        check_find_role(check->pack, role->s))
        return;
    size_t count;
    (void)pack_roles(check->pack, &count);
    struct finding *finding = unknown(check, variant, "role", role,
                                      pack_suggest_role(check->pack, role->s));
    finding_help(finding,
                 "`dossier list roles --pack %.*s` names all %zu; a title "
                 "does as well as an id",
                 STR_ARG(pack_name(check->pack)), count);
}

/* ---- tags --------------------------------------------------------------- */

struct tags {
    struct index known;
    LIST(struct str) names;
};

static void
add_tags(struct check *check, struct tags *tags, const struct item *item)
{
    for (size_t i = 0; i < item->tags.count; i++) {
        struct str tag = item->tags.at[i].s;
        if (index_add(check->arena, &tags->known, str_hash(tag) | 1, 0))
            *list_add(check->arena, &tags->names) = tag;
    }
}

/* Entries without a text have nothing to show. */
static struct tags
collect_tags(struct check *check)
{
    struct tags tags = {.known = {NULL, 0, 0}};
    const struct item *item = NULL, *entry = NULL;
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if (text->uses & TEXT_VARIANT)
            continue;
        if (text->in.item != item)
            add_tags(check, &tags, text->in.item);
        if (text->in.entry && text->in.entry != entry)
            add_tags(check, &tags, text->in.entry);
        item = text->in.item;
        entry = text->in.entry;
    }
    return tags;
}

static void
name_tags(struct check *check, struct finding *finding, const struct tags *tags)
{
    struct buf names = buf_new(check->arena);
    for (size_t i = 0; i < tags->names.count && i < TAGS_NAMED; i++)
        buf_print(&names, "%s%.*s", i ? ", " : "", STR_ARG(tags->names.at[i]));
    if (tags->names.count > TAGS_NAMED)
        buf_add_text(&names, " ...");
    if (names.len)
        finding_help(finding, "tags of your entries: %.*s",
                     STR_ARG(buf_str(&names)));
    else
        finding_help(finding, "no entry has tags yet; give the ones you mean "
                              "tags: [quality]");
}

static void
check_tags(struct check *check, const struct variant *variant,
           const text_list *wanted, const struct tags *tags)
{
    for (size_t i = 0; i < wanted->count; i++) {
        const struct text *tag = &wanted->at[i];
        if (!tag->s.len ||
            index_find(&tags->known, str_hash(tag->s) | 1) != SIZE_MAX)
            continue;
        size_t near = str_nearest(tag->s, tags->names.at, tags->names.count);
        struct finding *finding =
            unknown(check, variant, "tag", tag,
                    near < tags->names.count ? tags->names.at[near] : STR(""));
        name_tags(check, finding, tags);
    }
}

/* ---- all of it ---------------------------------------------------------- */

static void
references(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    struct tags tags = {.known = {NULL, 0, 0}};
    if (check->whole || !candidate->variants.count)
        return;
    tags = collect_tags(check);
    for (size_t i = 0; i < candidate->variants.count; i++) {
        const struct variant *variant = &candidate->variants.at[i];
        check_role(check, variant);
        check_tags(check, variant, &variant->include, &tags);
        check_tags(check, variant, &variant->exclude, &tags);
    }
}

/* ---- a variant without work --------------------------------------------- */

static void
no_work_left(struct check *check)
{
    const struct variant *variant = check->variant;
    if (!variant || check->candidate->experience.count ||
        !check->whole->candidate->experience.count ||
        (!variant->include.count && !variant->exclude.count))
        return;
    const struct text *tag = variant->include.count ? &variant->include.at[0]
                                                    : &variant->exclude.at[0];
    struct finding *finding =
        finding_add(check->findings, CODE_R101, node_span(tag->node),
                    "Keep some experience: these tags leave out every job.");
    finding->path = variant->item.path;
    finding_help(finding, "an entry without tags is always in; exclude wins "
                          "over include");
}

const struct rule rules_role[] = {
    {.code = CODE_R101, .document = references, .any_language = true},
    {.code = CODE_R101,
     .document = no_work_left,
     .any_language = true,
     .in_variants = true},
    {.document = NULL},
};
