/* Role files that the command line and the variants name. */
#include "base/file.h"
#include "load/yaml.h"
#include "pack/role_file.h"
#include "stages.h"

/* More would be a slow way to say the same. */
#define FILES_MOST 20
/* A role is a page long. */
#define SIZE_MOST ((size_t)256 * 1024)

struct finding_roles {
    struct build *b;
    LIST(struct role_file) files;
    bool is_full;
};

static void
refuse(struct build *b, struct str name, struct span said, const char *problem)
{
    struct finding *finding = finding_add(
        b->findings, CODE_X250, said, "The role \"%.*s\" cannot be read: %s.",
        STR_ARG(name), problem);
    finding_help(finding, "a path counts from your file, and stays in its "
                          "folder; a role of the pack goes by its id, see "
                          "`dossier list roles`");
}

static bool
is_read(const struct finding_roles *found, struct str name)
{
    for (size_t i = 0; i < found->files.count; i++)
        if (str_equal(found->files.at[i].name, name))
            return true;
    return false;
}

/* "./a.yaml" is "a.yaml". */
static struct str
plain_path(struct str path)
{
    while (str_starts(path, STR("./")))
        path = str_slice(path, 2, path.len);
    return path;
}

static struct file_error
read_bytes(const struct build *b, struct str path, struct str *bytes)
{
    const struct load_files *files = b->request->files;
    struct file_error error = {true, STR("no files can be read here")};
    if (files)
        error = files->read(files->context, b->arena, path, bytes);
    if (!error.failed && bytes->len > SIZE_MOST)
        error = (struct file_error){true, STR("it is too large for a role")};
    return error;
}

static void
read_role(struct finding_roles *found, struct str name, struct span said)
{
    struct build *b = found->b;
    struct str path = plain_path(name), bytes;
    struct str folder = file_folder(b->request->name);
    if (is_read(found, name) || found->is_full)
        return;
    found->is_full = found->files.count == FILES_MOST;
    if (found->is_full) {
        refuse(b, name, said, "there are more than twenty of them");
        return;
    }
    if (!path_stays_inside(path)) {
        refuse(b, name, said, "it is not in that folder");
        return;
    }
    struct file_error error = read_bytes(b, path, &bytes);
    if (error.failed) {
        refuse(b, name, said, str_terminated(b->arena, error.why));
        return;
    }
    bool is_here = !folder.len || str_is(folder, ".");
    *list_add(b->arena, &found->files) = (struct role_file){
        .name = name,
        .source_name = is_here ? path : file_join(b->arena, folder, path),
        .bytes = bytes,
    };
}

const struct pack *
build_own_roles(struct build *b, const struct pack *pack)
{
    const struct dossier_request *request = b->request;
    struct finding_roles found = {.b = b};
    if (request->role_bytes.at)
        *list_add(b->arena, &found.files) = (struct role_file){
            request->role, request->role, request->role_bytes};
    else if (role_is_file(request->role))
        read_role(&found, request->role, SPAN_NONE);
    for (size_t i = 0; i < b->candidate->variants.count; i++) {
        const struct text *role = &b->candidate->variants.at[i].target_role;
        if (role_is_file(role->s))
            read_role(&found, role->s, node_span(role->node));
    }
    if (!found.files.count)
        return pack;
    return pack_with_roles(b->arena, b->findings, pack, found.files.at,
                           found.files.count);
}
