/* Documents, and what they are made from, in other formats than PDF. */
#include "output/output.h"

#include "stages.h"

bool
build_writes(const struct build *b, enum output_format format)
{
    unsigned formats = b->request->formats;
    return (formats ? formats : 1u << OUTPUT_PDF) & (1u << format);
}

static bool
needs_pages(enum output_format format)
{
    return format == OUTPUT_PDF ||
           output_spec(format)->source == OUTPUT_OF_PAGE;
}

bool
build_writes_pages(const struct build *b)
{
    if (b->request->dump != STAGE_BYTES || b->request->only_check)
        return b->request->dump != STAGE_DOCUMENT;
    for (int f = 0; f < OUTPUT_FORMATS; f++)
        if (build_writes(b, (enum output_format)f) &&
            needs_pages((enum output_format)f))
            return true;
    return false;
}

static struct output_task
task_of(struct build *b, const struct paged *paged)
{
    return (struct output_task){
        .arena = paged && paged->arena ? paged->arena : b->arena,
        .findings = b->findings,
        .edition = paged && paged->edition ? paged->edition : b->edition,
        .document = paged ? paged->document : NULL,
        .pages = paged ? paged->pages : NULL,
        .theme = b->theme,
        .files = b->request->files,
        .created = b->created,
        .columns = b->request->columns,
    };
}

static bool
write_one(struct build *b, const struct paged *paged,
          const struct output_task *task, enum output_format format,
          struct str name)
{
    struct output_result result = output_spec(format)->write(task);
    findings_own_texts(b->findings);
    if (result.failed)
        return build_fail(b, str_copy(b->kept, result.why));
    build_add_artifact(b, paged, name, result.bytes);
    return true;
}

/* "jordan-avery-resume-2.png"; of a single page without its number. */
static bool
write_pages(struct build *b, const struct paged *paged,
            enum output_format format)
{
    struct output_task task = task_of(b, paged);
    const char *ending = output_spec(format)->ending;
    for (task.page = 0; task.page < paged->pages->at.count; task.page++) {
        struct str numbered =
            str_format(b->arena, "-%zu%s", task.page + 1, ending);
        struct str name = build_artifact_name(
            b, paged->document->kind,
            paged->pages->at.count == 1 ? ending
                                        : str_terminated(b->arena, numbered));
        if (!write_one(b, paged, &task, format, name))
            return false;
    }
    return true;
}

static bool
write_document(struct build *b, const struct paged *paged,
               enum output_format format)
{
    struct output_task task = task_of(b, paged);
    return write_one(b, paged, &task, format,
                     build_artifact_name(b, paged->document->kind,
                                         output_spec(format)->ending));
}

bool
build_write_document(struct build *b, const struct paged *paged)
{
    for (int f = OUTPUT_PDF + 1; f < OUTPUT_FORMATS; f++) {
        enum output_format format = (enum output_format)f;
        enum output_source source = output_spec(format)->source;
        if (!build_writes(b, format) || source == OUTPUT_OF_EDITION)
            continue;
        if (!(source == OUTPUT_OF_PAGE ? write_pages : write_document)(b, paged,
                                                                       format))
            return false;
    }
    return true;
}

bool
build_write_data(struct build *b)
{
    for (int f = 0; f < OUTPUT_FORMATS; f++) {
        enum output_format format = (enum output_format)f;
        struct output_task task = task_of(b, NULL);
        const struct output_spec *spec = output_spec(format);
        if (build_writes(b, format) && spec->source == OUTPUT_OF_EDITION &&
            !write_one(b, NULL, &task, format,
                       build_data_name(b, spec->ending)))
            return false;
    }
    return true;
}
