/* YAML files, and how the compiler ends. */
#include "parts.h"

#include <errno.h>

static const char *context = "pack";

void
fail(const char *what, const char *which)
{
    fprintf(stderr, "%s: %s: %s\n", context, what, which);
    exit(1);
}

void *
grow(void *old, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return old;
    *room = *room ? *room * 2 : 64;
    void *now = realloc(old, *room * size);
    if (!now)
        fail("memory", "ended");
    return now;
}

void *
make_room(size_t count, size_t size)
{
    void *now = calloc(count, size);
    if (!now)
        fail("memory", "ended");
    return now;
}

char *
copy(const char *s, size_t len)
{
    char *now = malloc(len + 1);
    if (!now)
        fail("memory", "ended");
    memcpy(now, s, len);
    now[len] = '\0';
    return now;
}

/* ---- YAML ---------------------------------------------------------------- */

void
file_load(struct file *file, const char *directory, const char *name)
{
    char path[1024];
    yaml_parser_t parser;
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *in = fopen(path, "rb");
    if (!in && errno == ENOENT)
        return;
    context = copy(path, strlen(path));
    if (!in)
        fail("cannot read", strerror(errno));
    if (!yaml_parser_initialize(&parser))
        fail("memory", "ended");
    yaml_parser_set_input_file(&parser, in);
    if (!yaml_parser_load(&parser, &file->document)) {
        fprintf(stderr, "%s:%zu: ", path, parser.problem_mark.line + 1);
        fail("cannot parse", parser.problem ? parser.problem : "?");
    }
    yaml_parser_delete(&parser);
    fclose(in);
    file->loaded = yaml_document_get_root_node(&file->document) != NULL;
}

yaml_node_t *
file_root(struct file *file)
{
    return file->loaded ? yaml_document_get_root_node(&file->document) : NULL;
}

const char *
scalar(yaml_node_t *node)
{
    if (!node || node->type != YAML_SCALAR_NODE)
        return "";
    const char *text = (const char *)node->data.scalar.value;
    if (node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
        (strcmp(text, "null") == 0 || strcmp(text, "~") == 0))
        return "";
    return text;
}

yaml_node_t *
file_get(struct file *file, yaml_node_t *map, const char *key)
{
    if (!map || map->type != YAML_MAPPING_NODE)
        return NULL;
    for (yaml_node_pair_t *pair = map->data.mapping.pairs.start;
         pair < map->data.mapping.pairs.top; pair++) {
        yaml_node_t *name = yaml_document_get_node(&file->document, pair->key);
        if (strcmp(scalar(name), key) == 0)
            return yaml_document_get_node(&file->document, pair->value);
    }
    return NULL;
}

yaml_node_t *
file_get_path(struct file *file, yaml_node_t *map, const char *path)
{
    char key[128];
    while (map && *path) {
        size_t length = strcspn(path, ".");
        snprintf(key, sizeof key, "%.*s", (int)length, path);
        map = file_get(file, map, key);
        path += length + (path[length] == '.');
    }
    return map;
}

size_t
item_count(yaml_node_t *list)
{
    if (!list || list->type != YAML_SEQUENCE_NODE)
        return 0;
    return (size_t)(list->data.sequence.items.top -
                    list->data.sequence.items.start);
}

yaml_node_t *
file_item(struct file *file, yaml_node_t *list, size_t i)
{
    return yaml_document_get_node(&file->document,
                                  list->data.sequence.items.start[i]);
}

const char *
file_text(struct file *file, yaml_node_t *map, const char *key)
{
    return scalar(file_get(file, map, key));
}

const char *
file_item_text(struct file *file, yaml_node_t *list, size_t i)
{
    yaml_node_t *node = file_item(file, list, i);
    return scalar(node);
}
