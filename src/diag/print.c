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
print_sums(struct buf *out, const size_t counts[SEVERITY_COUNT])
{
    const char *separator = "";

    for (int i = SEVERITY_COUNT - 1; i >= 0; i--) { /* gravest first */
        if (counts[i] == 0)
            continue;
        buf_print(out, "%s%zu %s%s", separator, counts[i],
                  severity_name((enum severity)i), counts[i] == 1 ? "" : "s");
        separator = ", ";
    }
}

void
findings_print_sums(struct buf *out, const struct findings *findings)
{
    size_t counts[SEVERITY_COUNT];

    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        counts[i] = findings_of(findings, (enum severity)i);
    print_sums(out, counts);
    if (findings_count(findings) > 0)
        buf_add_byte(out, '\n');
}
