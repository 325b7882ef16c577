#include "output/output.h"

static const struct output_spec specs[OUTPUT_FORMATS] = {
    [OUTPUT_PDF] = {".pdf", "pages, tagged and archival", OUTPUT_OF_DOCUMENT,
                    NULL},
    [OUTPUT_TXT] = {".txt", "plain text, for forms and parsers",
                    OUTPUT_OF_DOCUMENT, text_write},
    [OUTPUT_MD] = {".md", "Markdown", OUTPUT_OF_DOCUMENT, markdown_write},
    [OUTPUT_HTML] = {".html", "a page of its own, without outside files",
                     OUTPUT_OF_DOCUMENT, html_write},
    [OUTPUT_DOCX] = {".docx", "Word, to be edited", OUTPUT_OF_DOCUMENT,
                     docx_write},
    [OUTPUT_JSON] = {".json", "JSON Resume", OUTPUT_OF_EDITION,
                     json_resume_write},
    [OUTPUT_RENDERCV] = {".rendercv.yaml", "YAML for RenderCV",
                         OUTPUT_OF_EDITION, rendercv_write},
    [OUTPUT_SVG] = {".svg", "pictures of the pages, as curves", OUTPUT_OF_PAGE,
                    svg_write},
    [OUTPUT_PNG] = {".png", "pictures of the pages, as dots", OUTPUT_OF_PAGE,
                    png_write},
};

const struct output_spec *
output_spec(enum output_format format)
{
    return &specs[format];
}
