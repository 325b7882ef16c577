/* The variant that was cut on the spot, as a block of the file. */
#include "load/add_item.h"
#include "stages.h"

#define FIELDS_MOST 10

struct variant_block {
    struct item_field fields[FIELDS_MOST + 1];
    struct item_field pages[3];
    size_t count, page_count;
};

static void
add(struct variant_block *block, const char *key, struct str value)
{
    if (value.len && block->count < FIELDS_MOST)
        block->fields[block->count++] = (struct item_field){key, value, NULL};
}

/* A role file goes by its path, as the file sees it. */
static struct str
role_of(const struct build *b)
{
    const struct pack_role *role = pack_role(b->pack, b->edition->role);
    if (b->request->save_role.len)
        return b->request->save_role;
    return role && role->file.len ? role->file : b->edition->role;
}

static struct str
pages_of(struct build *b, enum document_kind kind, struct str by_role)
{
    struct page_range asked = b->request->pages[kind];
    if (!asked.most)
        return by_role;
    if (!asked.least || asked.least == asked.most)
        return str_format(b->arena, "%zu", asked.most);
    return str_format(b->arena, "%zu-%zu", asked.least, asked.most);
}

static void
add_pages(struct build *b, struct variant_block *block)
{
    static const char *const keys[] = {"resume", "portfolio"};
    const struct variant *variant = b->edition->variant;
    struct str by_role[2] = {{NULL, 0}, {NULL, 0}};
    if (b->edition->is_ad_hoc && variant) {
        by_role[0] = variant->pages.resume.s;
        by_role[1] = variant->pages.portfolio.s;
    }
    for (size_t i = 0; i < 2; i++) {
        struct str pages = pages_of(b, (enum document_kind)i, by_role[i]);
        if (pages.len)
            block->pages[block->page_count++] =
                (struct item_field){keys[i], pages, NULL};
    }
    if (block->page_count)
        block->fields[block->count++] =
            (struct item_field){"pages", {NULL, 0}, block->pages};
}

static struct str
output_of(const struct build *b)
{
    const struct dossier_request *request = b->request;
    if (request->resume)
        return STR("resume");
    return request->portfolio ? STR("portfolio") : (struct str){NULL, 0};
}

static bool
is_taken(const struct build *b)
{
    for (size_t i = 0; i < b->candidate->variants.count; i++)
        if (str_equal_nocase(b->candidate->variants.at[i].name.s,
                             b->request->save_variant))
            return true;
    return false;
}

void
build_save_variant(struct build *b)
{
    const struct dossier_request *request = b->request;
    struct variant_block block = {.count = 0};
    b->result->save_problem =
        "it is a file of another tool; make one of your own of it first: "
        "dossier import FILE --output me.yaml";
    if (b->imported.format != FILE_NATIVE)
        return;
    b->result->save_problem = "mend the errors first";
    if (!b->edition || !b->candidate || build_is_blocked(b))
        return;
    b->result->save_problem = "there is one of that name, which stays as it "
                              "is; choose another name";
    if (is_taken(b))
        return;
    add(&block, "name", request->save_variant);
    add(&block, "extends", request->variant);
    add(&block, "output", output_of(b));
    add(&block, "target_role", role_of(b));
    add(&block, "job_description", request->save_job);
    add_pages(b, &block);
    add(&block, "locale", request->language);
    add(&block, "theme", request->theme_bytes.at ? STR("") : request->theme);
    struct added_item added =
        yaml_add_item(b->arena, request->bytes, "variants", block.fields);
    b->result->saved = added.text;
    b->result->save_problem = added.problem;
}
