/*
 * Load to PDF, and to every other format but pictures of pages. The first bytes
 * choose the options, so that one corpus reaches both documents, both themes,
 * the dumps and the tailoring; the rest, behind the first line end, is the YAML
 * file:
 *
 *     #dossier RESUME PORTFOLIO THEME STAGE AUDIENCE FLAGS PAGES FORMAT (one
 *     byte each; from 1 on, PAGES is how many there may be, and FORMAT another
 *     one than PDF)
 *
 * As the line is a comment, a file of the corpus can also be built by hand.
 */
#include "fuzz.h"

#include <string.h>

#include "base/file.h"
#include "output/output.h"
#include "pipeline/build.h"

static struct file_error
no_files(void *context, struct arena *arena, struct str path, struct str *bytes)
{
    (void)context;
    (void)arena;
    (void)path;
    *bytes = (struct str){NULL, 0};
    return (struct file_error){true, STR("No such file or directory")};
}

static unsigned
option(struct str head, size_t i)
{
    size_t at = sizeof "#dossier " - 1 + i;
    return at < head.len ? (unsigned char)head.at[at] - (unsigned)'0' : 0;
}

static void
set_options(struct dossier_request *request, struct str head)
{
    static const struct str themes[] = {STR_INIT(""), STR_INIT("classic"),
                                        STR_INIT("modern"),
                                        STR_INIT("no such theme")};
    static const struct str roles[] = {STR_INIT(""),
                                       STR_INIT("practice-manager")};
    request->resume = option(head, 0) % 2;
    request->portfolio = option(head, 1) % 2;
    request->theme = themes[option(head, 2) % 4];
    request->dump = STAGE_BYTES;
    if (option(head, 3) % 8 < STAGE_BYTES)
        request->dump = (enum stage)(option(head, 3) % 8);
    request->audience = (enum audience)(option(head, 4) % 4);
    request->role = roles[option(head, 5) % 2];
    request->attach_source = option(head, 5) / 2 % 2;
    request->only_check = option(head, 5) / 4 % 2;
    size_t pages = option(head, 6) % 8;
    request->formats = 1u << option(head, 7) % OUTPUT_FORMATS;
    request->pages[0] = (struct page_range){pages / 2, pages};
    request->pages[1] = (struct page_range){pages, pages * 2};
}

/* The same in all formats that need no pages. */
static void
write_texts(struct dossier_request request)
{
    static const enum output_format formats[] = {OUTPUT_TXT,  OUTPUT_MD,
                                                 OUTPUT_HTML, OUTPUT_DOCX,
                                                 OUTPUT_JSON, OUTPUT_RENDERCV};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        request.formats |= 1u << formats[i];
    request.columns = request.bytes.len % 80;
    (void)dossier_build(arena, &request);
    arena_free(arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    struct str rest = bytes;
    struct load_files files = {NULL, no_files};
    struct dossier_request request = {
        .name = STR("fuzz.yaml"),
        .bytes = bytes,
        .files = &files,
        .today = {.year = 2025, .month = 11, .day = 22},
        .created = 1763769600,
        .dump = STAGE_BYTES,
        .audience = AUDIENCE_EMPLOYER,
        .resume = true,
        .portfolio = true,
    };
    if (str_starts(bytes, STR("#dossier ")))
        set_options(&request, str_cut(&rest, '\n'));
    struct arena *arena = arena_new();
    struct dossier_result result = dossier_build(arena, &request);
    struct buf text = buf_new(arena);
    struct print_options print = {.format = (enum print_format)(size % 4)};
    findings_print(&text, result.findings, &print);
    for (size_t i = 0; i < result.page_reports.count; i++) {
        page_report_print(&text, &result.page_reports.at[i], result.sources);
        page_report_json(&text, &result.page_reports.at[i], STR("fuzz.yaml"),
                         result.sources);
    }
    arena_free(arena);
    if (request.dump == STAGE_BYTES && !request.only_check)
        write_texts(request);
    return 0;
}
