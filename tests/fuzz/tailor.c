/*
 * A file and a posting: match, diff, the explanations, all variants in one
 * run, a variant written into the file, a theme of one's own. The first bytes
 * choose; then the file, the posting and the theme, each behind a line of its
 * own:
 *
 *     #tailor REPORT VARIANT OTHER AUDIENCE ROLE SET THEME (one byte each)
 *     (YAML)
 *     %%%%
 *     (posting)
 *     %%%%
 *     (theme)
 *
 * What must hold: reports are text, and JSON where they should be; the same
 * bytes give the same reports; a saved variant leaves a file that can be read.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "load/json.h"
#include "output/output.h"
#include "pipeline/build.h"

struct parts {
    struct str head, file, posting, theme;
};

static struct file_error
no_files(void *context, struct arena *arena, struct str path, struct str *bytes)
{
    (void)context;
    (void)arena;
    (void)path;
    *bytes = (struct str){NULL, 0};
    return (struct file_error){true, STR("No such file or directory")};
}

static void
require(bool condition, const char *what, struct str text)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %.*s\n", what, STR_ARG(text));
    abort();
}

/* Up to the next line that divides; the rest when there is none. */
static struct str
cut_part(struct str *rest)
{
    size_t at = str_find(*rest, STR("\n%%%%\n"), 0);
    struct str part = str_slice(*rest, 0, at);
    *rest = at == SIZE_MAX ? STR("") : str_slice(*rest, at + 6, rest->len);
    return part;
}

static unsigned
option(struct str head, size_t i)
{
    size_t at = sizeof "#tailor " - 1 + i;
    return at < head.len ? (unsigned char)head.at[at] - (unsigned)'0' : 0;
}

static void
set_options(struct dossier_request *request, const struct parts *parts)
{
    static const struct str names[] = {STR_INIT(""), STR_INIT("a"),
                                       STR_INIT("b"), STR_INIT("quality")};
    static const struct str roles[] = {
        STR_INIT(""), STR_INIT("practice-manager"), STR_INIT("feeder"),
        STR_INIT("no such role")};
    static const struct str sets[] = {
        STR_INIT("layout.page=a4"), STR_INIT("basics.name={a: b}"),
        STR_INIT("experience[0].highlights[0]=- x"),
        STR_INIT("variants[0].include=[a")};
    static const enum report_kind reports[] = {
        REPORT_MATCH, REPORT_DIFF, REPORT_VARIANTS, REPORT_JOB, REPORT_NONE};
    struct str head = parts->head;
    request->report = reports[option(head, 0) % 5];
    request->report_json = option(head, 0) / 5 % 2;
    request->variant = names[option(head, 1) % 4];
    request->other_variant = names[option(head, 2) % 4];
    request->audience = (enum audience)(option(head, 3) % 4);
    request->role = roles[option(head, 4) % 4];
    request->sets = &sets[option(head, 5) % 4];
    request->set_count = option(head, 5) / 4 % 2;
    if (option(head, 6) % 2) {
        request->theme = STR("own.yaml");
        request->theme_bytes = parts->theme;
        request->theme_files = request->files;
    }
    if (request->report == REPORT_NONE) {
        request->all = request->variant.len == 0;
        request->save_variant = request->all ? STR("") : STR("new one");
        request->formats = 1u << OUTPUT_PDF | 1u << OUTPUT_TXT;
    }
    request->explain =
        request->report == REPORT_NONE || request->report == REPORT_MATCH;
}

static void
require_report(struct arena *arena, const struct dossier_request *request,
               struct str text)
{
    require(utf8_find_malformed(text) == SIZE_MAX, "malformed UTF-8", text);
    if (!request->report_json || !text.len ||
        request->report == REPORT_VARIANTS || request->report == REPORT_JOB)
        return;
    struct json json = json_read(arena, text, 0);
    require(json.root && !json.wrong.len, "no JSON", text);
}

static void
require_saved(struct arena *arena, const struct dossier_result *result)
{
    if (!result->saved.len)
        return;
    struct sources *sources = sources_new(arena);
    uint32_t source = sources_add(sources, STR("saved"), result->saved);
    require(!result->save_problem, "saved, and a problem", result->saved);
    require(yaml_load(arena, findings_new(arena, sources), source) != NULL,
            "saved, and not to be read", result->saved);
}

/* All that is told. */
static struct str
run_once(struct arena *arena, const struct dossier_request *request)
{
    struct dossier_result result = dossier_build(arena, request);
    struct buf out = buf_new(arena);
    const struct print_options printing = {.format = PRINT_JSON};
    require_report(arena, request, result.dump);
    require_saved(arena, &result);
    buf_add(&out, result.dump);
    buf_add(&out, result.explanation);
    buf_add(&out, result.saved);
    findings_print(&out, result.findings, &printing);
    for (size_t i = 0; i < result.artifacts.count; i++) {
        buf_add(&out, result.artifacts.at[i].name);
        buf_add(&out, result.artifacts.at[i].bytes);
    }
    return buf_str(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str rest = {(const char *)data, size};
    struct load_files files = {NULL, no_files};
    struct parts parts = {.head = STR("")};
    if (str_starts(rest, STR("#tailor ")))
        parts.head = str_cut(&rest, '\n');
    parts.file = cut_part(&rest);
    parts.posting = cut_part(&rest);
    parts.theme = rest;
    struct dossier_request request = {
        .name = STR("fuzz.yaml"),
        .bytes = parts.file,
        .files = &files,
        .today = {.year = 2025, .month = 11, .day = 22},
        .created = 1763769600,
        .dump = STAGE_BYTES,
        .width = 72,
    };
    if (parts.posting.len) {
        request.job_name = STR("posting");
        request.job_bytes = parts.posting;
    }
    set_options(&request, &parts);
    struct arena *arena = arena_new();
    struct str first = run_once(arena, &request);
    require(str_equal(first, run_once(arena, &request)), "not the same again",
            first);
    arena_free(arena);
    return 0;
}
