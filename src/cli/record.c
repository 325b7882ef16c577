#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "load/yaml.h"
#include "save_variant.h"

#define TO_MOST 200

static bool
is_line(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] < ' ' || text.at[i] == 0x7f)
            return false;
    return str_trim(text).len > 0 && text.len <= TO_MOST;
}

bool
record_fits(const struct settings *settings)
{
    const char *output = settings->output, *problem = NULL;
    if (!settings->record)
        return true;
    if (!is_line(str_from(settings->record)))
        problem = "--record names who gets it, on one line: --record \"Mercy "
                  "Valley, Dr. Lee\"";
    else if (output && strcmp(output, "-") == 0)
        problem = "--record notes files; leave out --output -";
    else if (settings->dump)
        problem = "--record notes files; leave out --dump";
    else if (settings->watch)
        problem = "--record notes what is sent once; leave out --watch";
    for (size_t i = 0; !problem && i < settings->arguments.count; i++)
        if (strcmp(settings->arguments.at[i], "-") == 0)
            problem = "--record writes beside the file; standard input lies "
                      "beside nothing";
    if (problem)
        complain("%s", problem);
    return !problem;
}

/* ---- one entry ----------------------------------------------------------- */

/* Always in quotes: no reader takes it for anything but a text. */
static void
add_text(struct buf *out, const char *before, struct str text)
{
    if (!text.len)
        return;
    buf_add_text(out, before);
    buf_add_json(out, text);
}

static void
add_line(struct buf *out, const char *key, struct str text, const char *eol)
{
    if (!text.len)
        return;
    buf_print(out, "  %s: ", key);
    buf_add_json(out, text);
    buf_add_text(out, eol);
}

static struct str
seen_from(struct arena *arena, const char *file, const char *path)
{
    struct str below;
    return path_below(arena, file, path, &below) ? below : str_from(path);
}

static void
add_file(struct buf *out, struct arena *arena, const struct output *output,
         const char *eol)
{
    const struct artifact *artifact = output->artifact;
    struct sha256 hash = sha256_of(artifact->bytes);
    buf_print(out, "    - {document: %s, file: ", artifact->kind);
    buf_add_json(out, seen_from(arena, output->from, output->path));
    if (artifact->page_count)
        buf_print(out, ", pages: %zu", artifact->page_count);
    buf_add_text(out, ", sha256: \"");
    for (size_t i = 0; i < sizeof hash.bytes; i++)
        buf_print(out, "%02x", hash.bytes[i]);
    buf_print(out, "\"}%s", eol);
}

static void
add_job(struct buf *out, struct arena *arena, const char *from,
        const struct artifact *artifact, bool is_asked, const char *eol)
{
    struct str name = artifact->job_name;
    if (!artifact->job_title.len && !artifact->job_organization.len &&
        !name.len)
        return;
    if (is_asked && name.len && name.at[0] != '<') /* as the shell sees it */
        name = seen_from(arena, from, str_terminated(arena, name));
    buf_add_text(out, "  job: {");
    size_t start = out->len;
    add_text(out, "title: ", artifact->job_title);
    add_text(out, out->len > start ? ", organization: " : "organization: ",
             artifact->job_organization);
    add_text(out, out->len > start ? ", reference: " : "reference: ",
             artifact->job_reference);
    add_text(out, out->len > start ? ", file: " : "file: ", name);
    buf_print(out, "}%s", eol);
}

/* The files of one variant, which are written one after the other. */
static size_t
add_entry(struct buf *out, struct arena *arena, const struct run *run,
          size_t first, const char *eol)
{
    const struct settings *settings = run->settings;
    const struct output *outputs = run->written.at;
    const struct artifact *artifact = outputs[first].artifact;
    const struct date *today = &run->world->today;
    buf_print(out, "- date: \"%04d-%02d-%02d\"%s", today->year, today->month,
              today->day, eol);
    add_line(out, "to", str_trim(str_from(settings->record)), eol);
    add_line(out, "variant", artifact->variant, eol);
    add_line(out, "role", artifact->role, eol);
    add_job(out, arena, outputs[first].from, artifact, settings->job != NULL,
            eol);
    add_line(out, "theme", artifact->theme, eol);
    add_line(out, "language", artifact->language, eol);
    add_line(out, "audience",
             settings->audience ? str_from(settings->audience) : STR(""), eol);
    buf_print(out, "  files:%s", eol);
    size_t i = first;
    for (; i < run->written.count && outputs[i].from == outputs[first].from &&
           str_equal(outputs[i].artifact->variant, artifact->variant);
         i++)
        add_file(out, arena, &outputs[i], eol);
    return i;
}

/* ---- the file ------------------------------------------------------------ */

static void
refuse_damaged(const char *path, struct findings *findings)
{
    findings_sort(findings);
    if (!findings_count(findings)) {
        complain("%s: this is no list of what was sent; mend it or move it "
                 "away",
                 path);
        return;
    }
    const struct finding *first = findings_at(findings, 0);
    struct place place = source_place(findings_sources(findings),
                                      first->span.source, first->span.from);
    size_t line = place.line > 1 ? place.line - 1 : 1; /* without its name */
    complain("%s:%zu:%zu: %.*s Mend it or move it away.", path, line,
             place.column, STR_ARG(first->message));
}

const struct node *
record_read(struct arena *arena, const char *path, struct str bytes)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    /* A file is a map of sections for the loader: the list gets a name, in a
       line above it. */
    struct buf text = buf_new(arena);
    buf_add_text(&text, "sent:\n");
    if (str_starts(bytes, STR("\xef\xbb\xbf")))
        bytes = str_slice(bytes, 3, bytes.len);
    buf_add(&text, bytes);
    uint32_t source = sources_add(sources, str_from(path), buf_str(&text));
    const struct node *root = yaml_load(arena, findings, source);
    const struct node *list = root ? node_get(root, "sent") : NULL;
    bool is_sound = list && findings_of(findings, SEVERITY_ERROR) == 0 &&
                    root->pairs.count == 1 &&
                    (list->kind == NODE_LIST || list->is_null);
    if (!is_sound)
        refuse_damaged(path, findings);
    return is_sound ? list : NULL;
}

static bool
has_words(struct str bytes)
{
    struct str rest = bytes;
    while (rest.len) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        if (line.len && line.at[0] != '#')
            return true;
    }
    return false;
}

static const char *
record_path(struct arena *arena, const char *path, struct str person)
{
    struct str name = str_format(arena, "%.*s" SENT_ENDING, STR_ARG(person));
    return str_terminated(arena,
                          file_join(arena, file_folder(str_from(path)), name));
}

static const char head[] =
    "# What was sent, to whom and when, by `dossier build --record`. Remarks "
    "stay;\n# `dossier list sent` tells whether the files are as they were.\n";

/* What is there, without words or as a list. */
static enum exit_status
read_before(struct arena *arena, const char *path, struct str *bytes)
{
    struct stat info;
    *bytes = str_from(head);
    if (stat(path, &info) != 0)
        return EXIT_DONE;
    struct file_error error = file_read(arena, path, YAML_SIZE_LIMIT, bytes);
    if (error.failed)
        return run_refuse(error, path);
    if (has_words(*bytes) && !record_read(arena, path, *bytes)) {
        complain("%s: nothing was recorded", path);
        return EXIT_SYSTEM;
    }
    return EXIT_DONE;
}

static size_t
count_entries(struct arena *arena, const char *path, struct str bytes)
{
    const struct node *root =
        has_words(bytes) ? record_read(arena, path, bytes) : NULL;
    return root && root->kind == NODE_LIST ? root->items.count : 0;
}

/* Two builds at once must not take each other's entry for not written: the
   folder is held meanwhile. -1, where that is not possible. */
static int
hold_folder(struct arena *arena, const char *path)
{
    struct str folder = file_folder(str_from(path));
    int held = open(str_terminated(arena, folder.len ? folder : STR(".")),
                    O_RDONLY | O_CLOEXEC);
    while (held >= 0 && flock(held, LOCK_EX) != 0)
        if (errno != EINTR) {
            (void)close(held); /* nothing was written to it */
            return -1;
        }
    return held;
}

/* Entries that are not there yet, behind what is. */
static enum exit_status
append(const struct run *run, struct arena *arena, const char *path,
       size_t first)
{
    struct str bytes;
    enum exit_status status = read_before(arena, path, &bytes);
    if (status != EXIT_DONE)
        return status;
    size_t feed = str_find_byte(bytes, '\n', 0), added = 0;
    bool is_crlf = feed != SIZE_MAX && feed && bytes.at[feed - 1] == '\r';
    const char *eol = is_crlf ? "\r\n" : "\n";
    struct buf whole = buf_new(arena);
    buf_add(&whole, bytes);
    if (whole.len && whole.at[whole.len - 1] != '\n')
        buf_add_text(&whole, eol);
    for (size_t i = first; i < run->written.count;) {
        struct buf entry = buf_new(arena);
        i = add_entry(&entry, arena, run, i, eol);
        if (str_find(buf_str(&whole), buf_str(&entry), 0) != SIZE_MAX)
            continue;
        buf_add(&whole, buf_str(&entry));
        added++;
    }
    if (count_entries(arena, path, buf_str(&whole)) !=
        count_entries(arena, path, bytes) + added) {
        complain("%s: the list is not written as a line for each; nothing was "
                 "recorded",
                 path);
        return EXIT_SYSTEM;
    }
    struct file_error error = {false, {NULL, 0}};
    if (added)
        error = file_write(arena, path, buf_str(&whole));
    if (error.failed)
        return run_refuse(error, path);
    if (!run->settings->quiet)
        fprintf(stderr, added ? "recorded in %s\n" : "%s has it already\n",
                path);
    return EXIT_DONE;
}

enum exit_status
record_write(const struct run *run, struct arena *arena, const char *path)
{
    size_t first = 0;
    while (first < run->written.count &&
           strcmp(run->written.at[first].from, path) != 0)
        first++;
    if (!run->settings->record || first == run->written.count)
        return EXIT_DONE;
    const struct artifact *artifact = run->written.at[first].artifact;
    int held = hold_folder(arena, path);
    enum exit_status status =
        append(run, arena, record_path(arena, path, artifact->person), first);
    if (held >= 0)
        (void)close(held); /* nothing was written to it */
    return status;
}
