/* Themes by name, and the person's own as files beside the candidate's. */
#include "reading.h"

#include "base/embedded.h"
#include "base/file.h"
#include "load/yaml.h"

const struct str theme_default = STR_INIT("modern");

/* Themes upon themes. */
#define DEEPEST 8

struct str
theme_path(struct arena *arena, struct str name)
{
    return str_format(arena, "templates/themes/%.*s.yaml", STR_ARG(name));
}

bool
theme_is_file(struct str name)
{
    return str_find_byte(name, '/', 0) != SIZE_MAX ||
           str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml"));
}

static void
report_theme(struct arena *arena, struct findings *findings, struct str name,
             struct span span)
{
    const struct theme_name *themes;
    size_t count = theme_names(arena, &themes);
    struct str *names = ARENA_ARRAY(arena, count, struct str);
    struct buf list = buf_new(arena);
    for (size_t i = 0; i < count; i++) {
        names[i] = themes[i].name;
        buf_print(&list, "%s%.*s", i ? ", " : "", STR_ARG(names[i]));
    }
    struct finding *finding =
        finding_add(findings, CODE_X203, span, "There is no theme \"%.*s\".",
                    STR_ARG(name));
    size_t nearest = str_nearest(name, names, count);
    if (nearest != SIZE_MAX)
        finding_help(finding, "did you mean \"%.*s\"? There are: %.*s",
                     STR_ARG(names[nearest]), STR_ARG(buf_str(&list)));
    else
        finding_help(finding, "there are: %.*s", STR_ARG(buf_str(&list)));
}

/* ---- files --------------------------------------------------------------- */

/* A theme that was named: by whom, and from where its path counts. */
struct theme_file {
    struct str name, folder; /* as written; of the file that names it */
    struct span span;
    const struct load_files *files;
    struct str bytes; /* read already */
    unsigned depth;
    const struct theme_file *from; /* what extends it */
};

/* "./a/../b.yaml" is "b.yaml", so that paths can be compared. */
static struct str
plain_path(struct arena *arena, struct str folder, struct str path)
{
    struct str rest =
        str_is(folder, ".") ? path : file_join(arena, folder, path);
    struct buf out = buf_new(arena);
    while (rest.len) {
        struct str part = str_cut(&rest, '/');
        if (!part.len || str_is(part, "."))
            continue;
        if (str_is(part, "..")) {
            while (out.len && out.at[out.len - 1] != '/')
                out.len--;
            out.len -= out.len > 0;
            continue;
        }
        if (out.len)
            buf_add_byte(&out, '/');
        buf_add(&out, part);
    }
    return buf_str(&out);
}

static bool
refuse_file(struct reading *reading, const struct theme_file *file,
            const char *problem)
{
    struct finding *finding = finding_add(
        reading->findings, CODE_X206, file->span,
        "The theme \"%.*s\" cannot be read: %s.", STR_ARG(file->name), problem);
    finding_help(finding, "a path counts from the file that names it, and "
                          "stays in the folder of the candidate file");
    return false;
}

/* What it extends was already said to extend it. */
static bool
is_cycle(const struct theme_file *file, struct str path)
{
    for (const struct theme_file *at = file->from; at; at = at->from)
        if (str_equal(at->name, path))
            return true;
    return false;
}

static bool
refuse_chain(struct reading *reading, const struct theme_file *file,
             struct str path)
{
    bool cycle = is_cycle(file, path);
    if (!cycle && file->depth < DEEPEST)
        return false;
    if (cycle)
        finding_add(reading->findings, CODE_X207, file->span,
                    "The theme \"%.*s\" extends itself.", STR_ARG(path));
    else
        finding_add(reading->findings, CODE_X207, file->span,
                    "More than %d themes extend each other.", DEEPEST);
    return true;
}

static bool read_file(struct reading *reading, const struct theme_file *file);

static bool
read_root(struct reading *reading, const struct node *root,
          const struct theme_file *file)
{
    const struct node *base = node_get(root, "extends");
    if (base && base->kind != NODE_SCALAR) {
        finding_add(reading->findings, CODE_X207, base->span,
                    "A theme extends one other: its name or its file.");
        return false;
    }
    if (base && str_trim(base->text).len) {
        const struct theme_file next = {
            .name = str_trim(base->text),
            .folder = file_folder(file->name),
            .span = base->span,
            .files = file->files,
            .depth = file->depth + 1,
            .from = file,
        };
        if (!read_file(reading, &next))
            return false;
    }
    reading->is_theme = true;
    reading_layer(reading, root);
    reading->is_theme = false;
    return true;
}

static bool
read_embedded(struct reading *reading, const struct theme_file *file)
{
    struct str path = theme_path(reading->arena, file->name);
    const struct embedded *embedded = embedded_find(path);
    struct theme_file own = *file;
    own.name = path;
    if (!embedded) {
        report_theme(reading->arena, reading->findings, file->name, file->span);
        return false;
    }
    if (refuse_chain(reading, file, path))
        return false;
    uint32_t source =
        sources_add(findings_sources(reading->findings), path, embedded->bytes);
    *list_add(reading->arena, &reading->embedded) = source;
    const struct node *root =
        yaml_load(reading->arena, reading->findings, source);
    return root && read_root(reading, root, &own);
}

/* As findings name it. */
static struct str
shown_name(const struct reading *reading, struct str path)
{
    if (!reading->folder.len || str_is(reading->folder, "."))
        return path;
    return file_join(reading->arena, reading->folder, path);
}

static bool
read_own(struct reading *reading, const struct theme_file *file)
{
    struct str path = plain_path(reading->arena, file->folder, file->name);
    struct theme_file own = *file;
    struct str bytes = file->bytes;
    if (!bytes.at &&
        !path_stays_inside(file_join(reading->arena, file->folder, file->name)))
        return refuse_file(reading, file, "it is not in that folder");
    if (refuse_chain(reading, file, path))
        return false;
    if (!bytes.at) {
        struct file_error error = {true, STR("no files can be read here")};
        if (file->files)
            error = file->files->read(file->files->context, reading->arena,
                                      path, &bytes);
        if (error.failed)
            return refuse_file(reading, file,
                               str_terminated(reading->arena, error.why));
    }
    uint32_t source = sources_add(findings_sources(reading->findings),
                                  shown_name(reading, path), bytes);
    const struct node *root =
        yaml_load(reading->arena, reading->findings, source);
    if (root && root->kind != NODE_MAP)
        return refuse_file(reading, file, "it holds no options");
    own.name = path;
    own.bytes = (struct str){0};
    return root && read_root(reading, root, &own);
}

static bool
read_file(struct reading *reading, const struct theme_file *file)
{
    return theme_is_file(file->name) ? read_own(reading, file)
                                     : read_embedded(reading, file);
}

bool
reading_theme(struct reading *reading, const struct theme_request *request)
{
    const struct theme_file file = {
        .name = request->name,
        .folder = STR("."),
        .span = request->span,
        .files = request->files,
        .bytes = request->bytes,
    };
    reading->folder = request->folder;
    return read_file(reading, &file);
}
