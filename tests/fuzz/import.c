/*
 * A file of another tool: any bytes. What must hold: what is printed is read
 * back as the very same tree and printed the same way again; every word of a
 * file in JSON or YAML is in the tree or in a finding; the same bytes give the
 * same print.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "diag/print.h"
#include "import/import.h"
#include "load/json.h"
#include "load/yaml.h"

static void
require(bool condition, const char *what, struct str text)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %.*s\n", what, STR_ARG(text));
    abort();
}

/* ---- the same tree ------------------------------------------------------- */

static void
require_same(const struct node *a, const struct node *b)
{
    require(a->kind == b->kind && a->items.count == b->items.count &&
                a->pairs.count == b->pairs.count,
            "another shape is read back", a->text);
    if (a->kind == NODE_SCALAR)
        require(str_equal(a->text, b->text), "another text is read back",
                a->text);
    for (size_t i = 0; i < a->items.count; i++)
        require_same(a->items.at[i], b->items.at[i]);
    for (size_t i = 0; i < a->pairs.count; i++) {
        require(str_equal(a->pairs.at[i].key, b->pairs.at[i].key),
                "another key is read back", a->pairs.at[i].key);
        require_same(a->pairs.at[i].value, b->pairs.at[i].value);
    }
}

static void
require_readable(struct arena *arena, const struct imported *imported,
                 struct str printed)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    const struct node *again =
        yaml_load(arena, findings, sources_add(sources, STR("again"), printed));
    if (!imported->tree->pairs.count)
        return;
    require(again != NULL, "what is printed cannot be read", printed);
    require_same(imported->tree, again);
}

/* ---- nothing is lost ----------------------------------------------------- */

/* Letters and digits of everything, in small letters. */
static void
add_letters(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_alnum(text.at[i]) || (unsigned char)text.at[i] >= 0x80)
            buf_add_byte(out, ascii_lower(text.at[i]));
    buf_add_byte(out, ' ');
}

static void
add_tree(struct buf *out, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        add_letters(out, node->text);
    for (size_t i = 0; i < node->items.count; i++)
        add_tree(out, node->items.at[i]);
    for (size_t i = 0; i < node->pairs.count; i++) {
        add_letters(out, node->pairs.at[i].key);
        add_tree(out, node->pairs.at[i].value);
    }
}

/* Marks, dates and placeholders are written in another way; of a value that is
   longer than a message the end may be missing. */
static bool
is_comparable(struct str text)
{
    static const char marks[] = "<>&{}%$\\\"'";
    if (text.len > 250 || text.len < 3 || ascii_is_digit(text.at[0]) ||
        text.at[0] == '-' || text.at[0] == '#' ||
        str_starts(text, STR("data:")) || str_is(text, "true") ||
        str_is(text, "false"))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (strchr(marks, text.at[i]) || (unsigned char)text.at[i] < ' ' ||
            (unsigned char)text.at[i] >= 0x7F)
            return false;
    return true;
}

static bool
is_word(struct str all, struct str word)
{
    return str_find(all, word, 0) != SIZE_MAX;
}

/* Word by word: a list may have been cut at its commas. */
static void
require_words(struct arena *arena, struct str all, struct str text)
{
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        while (i < text.len && ascii_is_alpha(text.at[i]))
            i++;
        if (i - from > 3) {
            struct buf word = buf_new(arena);
            add_letters(&word, str_slice(text, from, i));
            word.len--;
            require(is_word(all, buf_str(&word)), "a word is lost", text);
        }
        i += i == from;
    }
}

/* What is said in another form there: dates, languages, degrees and levels out
   of a list, addresses, and which version or shape a thing has. */
static bool
is_in_other_words(struct str key)
{
    static const char *const keys[] = {
        "$schema",   "version",    "type",     "start",      "end",
        "date",      "start_date", "end_date", "startDate",  "endDate",
        "language",  "degree",     "fluency",  "level",      "network",
        "url",       "phone",      "website",  "entry_type", "releaseDate",
        "issueDate", "country",    "expected", "entryType",  "dates"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_is(key, keys[i]))
            return true;
    return false;
}

static void
require_values(struct arena *arena, struct str all, const struct node *node)
{
    if (node->kind == NODE_SCALAR && is_comparable(node->text))
        require_words(arena, all, node->text);
    for (size_t i = 0; i < node->items.count; i++)
        require_values(arena, all, node->items.at[i]);
    for (size_t i = 0; i < node->pairs.count; i++)
        if (!is_in_other_words(node->pairs.at[i].key))
            require_values(arena, all, node->pairs.at[i].value);
}

/* The file as it is read before anything is made of it. */
static const struct node *
foreign_tree(struct arena *arena, struct str bytes, enum file_format format)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    struct json json = json_read(arena, bytes, 0);
    if (json.root && !json.wrong.len)
        return json.root;
    if (format != FILE_RENDERCV && format != FILE_YAMLRESUME)
        return NULL;
    return yaml_load(arena, findings, sources_add(sources, STR("file"), bytes));
}

static void
require_nothing_lost(struct arena *arena, struct str bytes,
                     const struct imported *imported,
                     const struct findings *findings)
{
    struct buf all = buf_new(arena);
    const struct node *foreign =
        imported->format == FILE_TEXT || bytes.len > 200000
            ? NULL
            : foreign_tree(arena, bytes, imported->format);
    if (!foreign)
        return;
    add_tree(&all, imported->tree);
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        add_letters(&all, finding->message);
        add_letters(&all, finding->help);
    }
    for (size_t i = 0; i < imported->notes.count; i++)
        add_letters(&all, imported->notes.at[i].text);
    require_values(arena, buf_str(&all), foreign);
}

/* ---- one file ------------------------------------------------------------ */

static struct str
read_once(struct arena *arena, struct str bytes)
{
    struct sources *sources = sources_new(arena);
    struct findings *findings = findings_new(arena, sources);
    const struct import_options options = {
        .today = {.year = 2025, .month = 11}};
    struct buf out = buf_new(arena);
    struct imported imported = import_read(
        arena, findings, sources_add(sources, STR("file"), bytes), &options);
    if (imported.format != FILE_NATIVE && imported.tree) {
        import_print(&out, &imported, STR("file"), STR("s.json"));
        require_readable(arena, &imported, buf_str(&out));
        require_nothing_lost(arena, bytes, &imported, findings);
    }
    const struct print_options printing = {.format = PRINT_TEXT, .width = 72};
    findings_sort(findings);
    findings_print(&out, findings, &printing);
    return buf_str(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    struct arena *arena = arena_new();
    struct str first = read_once(arena, bytes);
    require(str_equal(first, read_once(arena, bytes)), "not the same again",
            first);
    arena_free(arena);
    return 0;
}
