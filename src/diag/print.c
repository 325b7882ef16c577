#include "diag/print.h"

#include "base/bug.h"
#include "print_format.h"

static void (*const printers[])(struct buf *, struct findings *,
                                const struct print_options *) = {
    [PRINT_TEXT] = print_text,
    [PRINT_JSON] = print_json,
    [PRINT_SARIF] = print_sarif,
    [PRINT_GITHUB] = print_github,
};

void
findings_print(struct buf *out, struct findings *findings,
               const struct print_options *options)
{
    size_t format = (size_t)options->format;

    ENSURE(format < sizeof printers / sizeof *printers);
    findings_sort(findings);
    printers[format](out, findings, options);
}

void
findings_print_sums(struct buf *out, const struct findings *findings)
{
    static const enum severity gravest_first[] = {
        SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_HINT};
    const char *separator = "";

    for (size_t i = 0; i < sizeof gravest_first / sizeof(enum severity); i++) {
        size_t count = findings_of(findings, gravest_first[i]);

        if (count == 0)
            continue;
        buf_print(out, "%s%zu %s%s", separator, count,
                  severity_name(gravest_first[i]), count == 1 ? "" : "s");
        separator = ", ";
    }
    if (findings_count(findings) > 0)
        buf_add_byte(out, '\n');
}
