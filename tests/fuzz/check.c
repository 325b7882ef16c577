/*
 * Load, check, all printers, and fixes. The first bytes choose the options;
 * the rest, behind the first line end, is the YAML file:
 *
 *     #check ROLE PACK TODAY ONLY METRICS FIX (one byte each)
 *
 * What must hold: places lie in their source, messages are text, the same
 * file gives the same reports, and fixes give a file that can be read and in
 * which nothing is left to be fixed.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "pipeline/fix.h"

static const char more[] = "skills: [{name: Lean, keywords: [kanban]}]\n"
                           "awards:\n  - {title: Prize, date: May 2020}\n";

/* One file to be included; nothing else is there. */
static struct file_error
one_file(void *context, struct arena *arena, struct str path, struct str *bytes)
{
    (void)context;
    (void)arena;
    *bytes = str_is(path, "more.yaml") ? str_from(more) : (struct str){NULL, 0};
    return (struct file_error){bytes->len == 0,
                               STR("No such file or directory")};
}

static unsigned
option(struct str head, size_t i)
{
    size_t at = sizeof "#check " - 1 + i;
    return at < head.len ? (unsigned char)head.at[at] - (unsigned)'0' : 0;
}

static void
set_options(struct dossier_request *request, struct str head, bool *only)
{
    static const struct str roles[] = {
        STR_INIT(""), STR_INIT("practice-manager"), STR_INIT("feeder"),
        STR_INIT("no such role")};
    static const struct str packs[] = {STR_INIT(""), STR_INIT("general"),
                                       STR_INIT("health-management")};
    static const int years[] = {2025, 1970, 2100};
    request->role = roles[option(head, 0) % 4];
    request->pack = packs[option(head, 1) % 3];
    request->today.year = years[option(head, 2) % 3];
    request->today_is_given = option(head, 2) / 3 % 2;
    request->metrics = option(head, 4) % 4 > 0;
    request->metrics_json = option(head, 4) % 4 > 1;
    for (size_t i = 0; i < CODE_COUNT; i++)
        only[i] = i % 8 != option(head, 3) % 8;
    if (option(head, 3) % 8)
        request->only_codes = only;
}

static void
require(bool condition, const char *what, struct str text)
{
    if (condition)
        return;
    fprintf(stderr, "%s: %.*s\n", what, STR_ARG(text));
    abort();
}

/* ---- what must hold ---------------------------------------------------- */

static void
require_span(const struct sources *sources, struct span span, struct str text)
{
    if (span_is_none(span))
        return;
    require(span.source < sources_count(sources), "no such source", text);
    require(span.from <= span.to &&
                span.to <= source_text(sources, span.source).len,
            "outside of the source", text);
}

static void
require_utf8(struct str text)
{
    require(utf8_find_malformed(text) == SIZE_MAX, "malformed UTF-8", text);
}

/* What findings quote may hold anything; what is printed is text. */
static void
require_text(struct str text)
{
    require_utf8(text);
    for (size_t i = 0; i < text.len; i++)
        require(((unsigned char)text.at[i] >= ' ' && text.at[i] != 0x7F) ||
                    text.at[i] == '\n',
                "a control character", text);
}

static void
require_findings(const struct dossier_result *result)
{
    for (size_t i = 0; i < findings_count(result->findings); i++) {
        const struct finding *finding = findings_at(result->findings, i);
        require_utf8(finding->message);
        require_utf8(finding->help);
        require_utf8(finding->path);
        require(finding->message.len > 0, "no message",
                str_from(code_entry(finding->code)->id));
        require_span(result->sources, finding->span, finding->message);
        if (finding->has_edit)
            require_span(result->sources, finding->edit.span, finding->message);
    }
}

static struct str
print_all(struct arena *arena, const struct dossier_result *result)
{
    struct buf out = buf_new(arena);
    buf_add(&out, result->dump);
    for (int format = PRINT_TEXT; format <= PRINT_GITHUB; format++) {
        const struct print_options options = {
            .format = (enum print_format)format,
            .width = 72,
            .version = "0",
        };
        findings_print(&out, result->findings, &options);
    }
    return buf_str(&out);
}

static void
require_same_again(struct arena *arena, const struct dossier_request *request)
{
    struct dossier_result first = dossier_build(arena, request);
    require_findings(&first);
    struct dossier_result second = dossier_build(arena, request);
    struct str printed = print_all(arena, &first);
    require_text(printed);
    require(str_equal(printed, print_all(arena, &second)), "not the same again",
            request->name);
}

static void
require_fixed(struct arena *arena, const struct dossier_request *request)
{
    struct dossier_fixed fixed = dossier_fix(arena, request);
    struct dossier_request again = *request;
    require_findings(&fixed.result);
    for (size_t i = 0; i < fixed.files.count; i++)
        if (str_equal(fixed.files.at[i].name, request->name))
            again.bytes = fixed.files.at[i].after;
    if (fixed.fixes.count == 0)
        require(fixed.files.count == 0, "changed in silence", request->name);
    if (fixed.fixes.count == 0 || fixed.files.count != 1)
        return; /* the included file is always the old one */
    require(fixed.result.is_read, "cannot be read any more", again.bytes);
    require(dossier_fix(arena, &again).fixes.count == 0 ||
                !str_equal(fixed.files.at[0].name, request->name),
            "not done in one go", again.bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    struct str rest = bytes;
    struct load_files files = {NULL, one_file};
    bool only[CODE_COUNT];
    struct dossier_request request = {
        .name = STR("fuzz.yaml"),
        .bytes = bytes,
        .files = &files,
        .today = {.year = 2025, .month = 11, .day = 22},
        .audience = AUDIENCE_EMPLOYER,
        .only_check = true,
        .dump = STAGE_BYTES,
    };
    bool fixes = true;
    if (str_starts(bytes, STR("#check "))) {
        struct str head = str_cut(&rest, '\n');
        set_options(&request, head, only);
        fixes = option(head, 5) % 2 == 0;
    }
    struct arena *arena = arena_new();
    require_same_again(arena, &request);
    request.metrics = false;
    if (fixes)
        require_fixed(arena, &request);
    arena_free(arena);
    return 0;
}
