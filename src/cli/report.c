/* What is said of a run: findings, what was held back, pages, files. */
#include <stdio.h>

#include "run.h"

static void
show_findings(struct run *run, struct arena *arena, struct findings *findings)
{
    struct buf out = buf_new(arena);
    bool quiet = run->settings->quiet;
    const struct print_options options = {
        .format = PRINT_TEXT, /* machines get theirs on standard output */
        .colour = run->world->colour,
        .width = run->world->width,
        .verbose =
            run->settings->verbose || run->settings->command == COMMAND_IMPORT,
        .quiet = quiet || run->settings->arguments.count > 1,
        .wraps_messages = run->world->is_terminal,
        .reasons_told = quiet ? NULL : run->reasons_told,
        .version = DOSSIER_VERSION,
    };
    findings_print(&out, findings, &options);
    for (int i = 0; i < SEVERITY_COUNT; i++)
        run->sums[i] += findings_of(findings, (enum severity)i);
    struct str text = buf_str(&out);
    if (text.len > 0) /* nowhere left to complain */
        (void)fwrite(text.at, 1, text.len, stderr);
}

static void
report_findings(struct run *run, struct arena *arena, struct findings *findings)
{
    if (run->collected)
        findings_merge(run->collected, findings);
    else
        show_findings(run, arena, findings);
}

static enum exit_status
status_of(const struct run *run, const struct dossier_result *result)
{
    enum severity least = (enum severity)run_choice(
        run->settings->fail_on, "hint|warning|error", SEVERITY_ERROR);
    if (!run->settings->fail_on && result->is_strict)
        least = SEVERITY_WARNING;
    for (int s = (int)least; s <= SEVERITY_ERROR; s++)
        if (findings_of(result->findings, (enum severity)s) > 0)
            return EXIT_FINDINGS;
    return EXIT_DONE;
}

static bool
makes_files(const struct settings *settings)
{
    return settings->command == COMMAND_BUILD ||
           settings->command == COMMAND_EXPORT;
}

/* Findings are many; whether there is a PDF is said by itself. */
static void
report_held_back(const struct run *run, const char *path,
                 const struct dossier_result *result)
{
    const struct settings *settings = run->settings;
    const char *why = result->is_strict
                          ? "--strict asks for a file without errors and "
                            "warnings"
                          : "mend the errors with an X code first";
    if (settings->command == COMMAND_CHECK || settings->dump || run->collected)
        return;
    if (!makes_files(settings)) {
        if (result->is_blocked && !result->dump.len)
            complain("%s: %s; mend the errors first", path,
                     settings->command == COMMAND_IMPORT
                         ? "nothing was written"
                         : "no report was made");
        return;
    }
    if (result->is_blocked) {
        complain("%s: no %s was written; %s", path,
                 settings->to ? "file" : "PDF", why);
        return;
    }
    for (size_t i = 0; i < result->variants.count; i++) {
        const struct variant_result *variant = &result->variants.at[i];
        if (variant->is_blocked)
            complain("%s: no PDF of variant %.*s was written; %s", path,
                     STR_ARG(variant->name), why);
    }
}

/* What the findings say is written in the names of our own files. */
static void
report_other_tool(const struct run *run, const char *path,
                  const struct dossier_result *result)
{
    bool is_told = run->settings->command == COMMAND_CHECK ||
                   run->settings->command == COMMAND_BUILD;
    if (!result->other_tool || !is_told || run->settings->quiet ||
        run->collected || run->settings->dump)
        return;
    complain("%s: read as %s; `dossier import %s -o me.yaml` makes a file of "
             "your own of it, in which the rest can be mended",
             path, result->other_tool, path);
}

/* Who reads the PDF must not wonder where a line went. */
static void
report_withheld(const struct run *run, const struct dossier_result *result)
{
    if (!makes_files(run->settings) || run->settings->quiet || run->collected ||
        result->is_blocked)
        return;
    for (size_t i = 0; i < result->withheld.count; i++) {
        const struct check_withheld *item = &result->withheld.at[i];
        fprintf(stderr, "withheld from every output: %.*s (%s)\n",
                STR_ARG(item->path), code_entry(item->code)->id);
    }
}

/* What was done to have as few pages, or as many, as were asked for. */
static void
report_pages(struct run *run, const char *path,
             const struct dossier_result *result)
{
    bool is_dump = run->settings->dump != NULL;
    bool is_told = run->collected || !run->settings->quiet;
    if (!is_told || result->is_blocked || is_dump)
        return;
    for (size_t i = 0; i < result->page_reports.count; i++) {
        const struct page_report *report = &result->page_reports.at[i];
        struct buf out = buf_new(run->arena);
        if (run->collected) {
            buf_add_text(&run->pages, run->pages.len ? ",\n" : "");
            page_report_json(&run->pages, report, str_from(path),
                             result->sources);
            continue;
        }
        page_report_print(&out, report, result->sources);
        if (out.len) /* nowhere to complain */
            (void)fwrite(out.at, 1, out.len, stderr);
    }
}

enum exit_status
run_tell_choices(struct run *run, const struct dossier_result *result)
{
    if (!result->explanation.len)
        return EXIT_DONE;
    if (!run->collected)
        return print_out(result->explanation);
    buf_add_text(&run->choices, run->choices.len ? ",\n" : "");
    buf_add(&run->choices, result->explanation);
    return EXIT_DONE;
}

enum exit_status
run_tell(struct run *run, struct arena *arena, const char *path,
         const struct dossier_result *result)
{
    /* The scorecard tells them in its own order. */
    if (!run->settings->tips || result->is_blocked)
        report_findings(run, arena, result->findings);
    if (!str_is_empty(result->failure)) {
        complain("%s: %.*s", path, STR_ARG(result->failure));
        return EXIT_SYSTEM;
    }
    if (result->lacks_aim) {
        complain("%s: the variant names neither a role nor a posting; give "
                 "--role ID or --job FILE",
                 path);
        return EXIT_USAGE;
    }
    report_held_back(run, path, result);
    report_withheld(run, result);
    report_other_tool(run, path, result);
    report_pages(run, path, result);
    return status_of(run, result);
}

enum exit_status
run_tell_file(const struct run *run, struct arena *arena, const char *path,
              const struct artifact *artifact)
{
    if (run->settings->quiet || run->collected)
        return EXIT_DONE;
    size_t size = (artifact->bytes.len + 1023) / 1024;
    if (!artifact->page_count)
        return print_out(str_format(arena, "%s  %zu KB\n", path, size));
    return print_out(str_format(arena, "%s  %zu page%s, %zu KB\n", path,
                                artifact->page_count,
                                artifact->page_count == 1 ? "" : "s", size));
}

void
run_tell_sums(const struct run *run)
{
    size_t files = run->settings->arguments.count;
    struct buf out = buf_new(run->arena);
    if (run->settings->quiet || files < 2)
        return;
    buf_print(&out, "%zu files: ", files);
    size_t start = out.len;
    print_sums(&out, run->sums);
    if (out.len == start)
        buf_add_text(&out, "no findings");
    fprintf(stderr, "%.*s\n", STR_ARG(buf_str(&out)));
}

enum exit_status
run_print_report(struct run *run, bool failed)
{
    struct buf out = buf_new(run->arena);
    const struct print_options options = {.format = run->format,
                                          .verbose = true,
                                          .version = DOSSIER_VERSION,
                                          .pages = buf_str(&run->pages),
                                          .choices = buf_str(&run->choices),
                                          .failed = failed};
    findings_sort(run->collected);
    findings_print(&out, run->collected, &options);
    return print_out(buf_str(&out));
}
