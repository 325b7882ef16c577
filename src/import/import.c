#include "import/import.h"

#include "convert.h"
#include "load/json.h"
#include "load/yaml.h"

static const char *const names[FILE_FORMATS] = {
    [FILE_NATIVE] = "dossier",    [FILE_JSON_RESUME] = "JSON Resume",
    [FILE_RENDERCV] = "RenderCV", [FILE_YAMLRESUME] = "YAMLResume",
    [FILE_FRESH] = "FRESH",       [FILE_TEXT] = "text",
};

const char *
file_format_name(enum file_format format)
{
    return names[format];
}

struct imported
import_read(struct arena *arena, struct findings *findings, uint32_t source,
            const struct import_options *options)
{
    struct imported imported = {.format = FILE_NATIVE};
    (void)options;
    imported.tree = yaml_load(arena, findings, source);
    return imported;
}

void
import_print(struct buf *out, const struct imported *imported, struct str from)
{
    (void)imported;
    buf_print(out, "# From %.*s\n", STR_ARG(from));
}
