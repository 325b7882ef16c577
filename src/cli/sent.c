/* `list sent FILE...`: what was sent, and whether the files are as they
   were. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "load/yaml.h"
#include "record.h"

#define PDF_MOST ((size_t)200 * 1000 * 1000)
#define HASH_SHOWN 12

static struct str
text_of(const struct node *map, const char *key)
{
    const struct node *node =
        map && map->kind == NODE_MAP ? node_get(map, key) : NULL;
    return node && node->kind == NODE_SCALAR ? str_trim(node->text)
                                             : (struct str){NULL, 0};
}

/* "as sent", "changed since" or "not there". */
static const char *
state_of(struct arena *arena, const char *record, struct str file,
         struct str hash)
{
    struct str bytes, path = file;
    struct buf hex = buf_new(arena);
    struct arena *scratch = arena_new();
    if (!str_starts(file, STR("/")))
        path = file_join(arena, file_folder(str_from(record)), file);
    struct file_error error =
        file_read(scratch, str_terminated(arena, path), PDF_MOST, &bytes);
    if (!error.failed) {
        struct sha256 now = sha256_of(bytes);
        for (size_t i = 0; i < sizeof now.bytes; i++)
            buf_print(&hex, "%02x", now.bytes[i]);
    }
    arena_free(scratch);
    if (error.failed)
        return "not there";
    return str_equal_nocase(buf_str(&hex), hash) ? "as sent" : "changed since";
}

/* ---- a table ------------------------------------------------------------- */

static void
print_files(struct buf *out, const char *record, const struct node *files)
{
    for (size_t i = 0; files && i < files->items.count; i++) {
        const struct node *file = files->items.at[i];
        struct str hash = text_of(file, "sha256"), name = text_of(file, "file");
        struct str pages = text_of(file, "pages");
        buf_print(out, "    %.*s", STR_ARG(name));
        if (pages.len && !str_is(pages, "0"))
            buf_print(out, "  %.*s page%s", STR_ARG(pages),
                      str_is(pages, "1") ? "" : "s");
        buf_print(out, "  %.*s  %s\n", STR_ARG(str_slice(hash, 0, HASH_SHOWN)),
                  state_of(out->arena, record, name, hash));
    }
}

static void
print_part(struct buf *out, const char *before, struct str text)
{
    if (text.len)
        buf_print(out, "%s%.*s", before, STR_ARG(text));
}

static void
print_entry(struct buf *out, const char *record, const struct node *entry)
{
    const struct node *job = node_get(entry, "job");
    const struct node *files = node_get(entry, "files");
    print_part(out, "", text_of(entry, "date"));
    print_part(out, "  ", text_of(entry, "to"));
    print_part(out, "  variant ", text_of(entry, "variant"));
    print_part(out, "  role ", text_of(entry, "role"));
    print_part(out, "  audience ", text_of(entry, "audience"));
    print_part(out, "  for ", text_of(job, "title"));
    print_part(out, ", ", text_of(job, "organization"));
    print_part(out, ", ", text_of(job, "reference"));
    buf_add_byte(out, '\n');
    if (files && files->kind == NODE_LIST)
        print_files(out, record, files);
}

/* ---- JSON ---------------------------------------------------------------- */

static void
json_text(struct buf *out, const char *before, const char *key, struct str text)
{
    buf_print(out, "%s\"%s\": ", before, key);
    buf_add_json(out, text);
}

static void
json_files(struct buf *out, const char *record, const struct node *files)
{
    for (size_t i = 0; files && i < files->items.count; i++) {
        const struct node *file = files->items.at[i];
        struct str hash = text_of(file, "sha256"), name = text_of(file, "file");
        uint64_t pages = 0;
        (void)str_to_u64(text_of(file, "pages"), &pages); /* 0: not said */
        buf_add_text(out, i ? ",\n      {" : "\n      {");
        json_text(out, "", "document", text_of(file, "document"));
        json_text(out, ", ", "file", name);
        buf_print(out, ", \"pages\": %u", (unsigned)pages);
        json_text(out, ", ", "sha256", hash);
        json_text(out, ", ", "state",
                  str_from(state_of(out->arena, record, name, hash)));
        buf_add_byte(out, '}');
    }
}

static void
json_entry(struct buf *out, const char *record, const struct node *entry)
{
    static const char *const keys[] = {"to",    "variant",  "role",
                                       "theme", "language", "audience"};
    static const char *const job_keys[] = {"title", "organization", "reference",
                                           "file"};
    const struct node *job = node_get(entry, "job");
    const struct node *files = node_get(entry, "files");
    json_text(out, "{", "date", text_of(entry, "date"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_text(out, ", ", keys[i], text_of(entry, keys[i]));
    buf_add_text(out, ",\n    \"job\": {");
    for (size_t i = 0; i < sizeof job_keys / sizeof *job_keys; i++)
        json_text(out, i ? ", " : "", job_keys[i], text_of(job, job_keys[i]));
    buf_add_text(out, "},\n    \"files\": [");
    json_files(out, record, files && files->kind == NODE_LIST ? files : NULL);
    buf_add_text(out, "]}");
}

/* ---- which file ---------------------------------------------------------- */

/* The record beside a person's file is called after the person. */
static const char *
record_of(struct arena *arena, const char *path, enum exit_status *status)
{
    struct str bytes;
    if (str_ends(str_from(path), STR(SENT_ENDING)))
        return path;
    struct file_error error = file_read(arena, path, YAML_SIZE_LIMIT, &bytes);
    if (error.failed) {
        *status = run_refuse(error, path);
        return NULL;
    }
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    const struct node *root =
        yaml_load(arena, findings, sources_add(sources, str_from(path), bytes));
    const struct node *person = NULL;
    if (root && root->kind == NODE_MAP)
        person = node_get(root, "basics") ? node_get(root, "basics")
                                          : node_get(root, "cv");
    struct str name = text_of(person, "name");
    if (!name.len) {
        complain("%s: no name under basics; name the " SENT_ENDING
                 " file itself",
                 path);
        *status = EXIT_USAGE;
        return NULL;
    }
    struct str slug = utf8_slug(arena, name);
    struct str file = str_format(arena, "%.*s" SENT_ENDING, STR_ARG(slug));
    return str_terminated(arena,
                          file_join(arena, file_folder(str_from(path)), file));
}

struct sending {
    struct buf *out;
    bool is_json;
    size_t count;
};

static enum exit_status
list_record(struct sending *sending, struct arena *arena, const char *path)
{
    struct str bytes;
    enum exit_status status = EXIT_DONE;
    struct stat info;
    const char *record = record_of(arena, path, &status);
    if (!record)
        return status;
    if (stat(record, &info) != 0 && record != path) {
        complain("%s: nothing was recorded yet; see dossier build --record",
                 record);
        return EXIT_DONE;
    }
    struct file_error error = file_read(arena, record, YAML_SIZE_LIMIT, &bytes);
    if (error.failed)
        return run_refuse(error, record);
    const struct node *root = record_read(arena, record, bytes);
    if (!root)
        return EXIT_SYSTEM;
    for (size_t i = 0; i < root->items.count; i++) {
        const struct node *entry = root->items.at[i];
        if (entry->kind != NODE_MAP)
            continue;
        if (sending->is_json) {
            buf_add_text(sending->out, sending->count ? ",\n  " : "\n  ");
            json_entry(sending->out, record, entry);
        } else {
            print_entry(sending->out, record, entry);
        }
        sending->count++;
    }
    return EXIT_DONE;
}

enum exit_status
list_sent(const struct world *world)
{
    const struct settings *settings = world->settings;
    struct buf out = buf_new(world->arena);
    struct sending sending = {.out = &out};
    enum exit_status status = EXIT_DONE;
    sending.is_json = settings->format && strcmp(settings->format, "json") == 0;
    if (settings->arguments.count < 2) {
        complain("name the file of the person, or the record: dossier list "
                 "sent me.yaml");
        return EXIT_USAGE;
    }
    if (sending.is_json)
        buf_add_text(&out, "{\"sent\": [");
    for (size_t i = 1; i < settings->arguments.count; i++)
        status = exit_worse(status, list_record(&sending, world->arena,
                                                settings->arguments.at[i]));
    if (sending.is_json)
        buf_add_text(&out, "\n]}\n");
    return exit_worse(status, print_out(buf_str(&out)));
}
