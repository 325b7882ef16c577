/* The small parts of the file: settings, properties, relations. */
#include "output/moment.h"
#include "word.h"

#define PROPERTIES_SPACE                                                       \
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#define TYPES_SPACE                                                            \
    "http://schemas.openxmlformats.org/package/2006/content-types"
#define PACKAGE_RELATIONS                                                      \
    "http://schemas.openxmlformats.org/package/2006/relationships"

/* ---- settings ------------------------------------------------------------
 */

/* 15 is Word 2013 and all that came later. */
struct str
word_settings(struct word_file *word)
{
    static const char *const modern[] = {
        "overrideTableStyleFontSizeAndJustification",
        "enableOpenTypeFeatures",
        "doNotFlipMirrorIndents",
        "differentiateMultirowTableHeaders",
    };
    struct buf out = buf_new(word->arena);
    buf_add_text(&out,
                 XML_HEAD "<w:settings xmlns:w=\"" MAIN_SPACE "\"><w:zoom "
                          "w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
                          "<w:characterSpacingControl "
                          "w:val=\"doNotCompress\"/><w:compat>"
                          "<w:compatSetting w:name=\"compatibilityMode\" "
                          "w:uri=\"http://schemas.microsoft.com/office/word\" "
                          "w:val=\"15\"/>");
    for (size_t i = 0; i < sizeof modern / sizeof *modern; i++)
        buf_print(&out,
                  "<w:compatSetting w:name=\"%s\" "
                  "w:uri=\"http://schemas.microsoft.com/office/word\" "
                  "w:val=\"1\"/>",
                  modern[i]);
    buf_add_text(&out, "</w:compat><w:decimalSymbol w:val=\".\"/>"
                       "<w:listSeparator w:val=\",\"/></w:settings>\n");
    return buf_str(&out);
}

/* ---- what the file says about itself -------------------------------------
 */

static void
add_property(struct buf *out, const char *name, struct str value)
{
    if (!value.len)
        return;
    buf_print(out, "<%s>", name);
    buf_add_xml(out, value);
    buf_print(out, "</%s>\n", name);
}

static void
add_time(struct buf *out, const char *name, int64_t seconds)
{
    buf_print(out, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">", name);
    moment_print_iso(out, seconds);
    buf_print(out, "</dcterms:%s>\n", name);
}

struct str
word_core(struct word_file *word)
{
    const struct document *document = word->document;
    struct buf out = buf_new(word->arena);
    buf_add_text(&out,
                 XML_HEAD "<cp:coreProperties xmlns:cp=\"" PROPERTIES_SPACE
                          "\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                          "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                          "xmlns:xsi=\"http://www.w3.org/2001/"
                          "XMLSchema-instance\">\n");
    add_property(&out, "dc:title", document->title);
    add_property(&out, "dc:subject", document->subject);
    add_property(&out, "dc:creator", document->author);
    add_property(&out, "cp:keywords", document->keywords);
    add_property(&out, "cp:lastModifiedBy", document->author);
    add_time(&out, "created", word->task->created);
    add_time(&out, "modified", word->task->created);
    add_property(&out, "dc:language", document->language);
    buf_add_text(&out, "</cp:coreProperties>\n");
    return buf_str(&out);
}

struct str
word_app(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    buf_add_text(&out,
                 XML_HEAD "<Properties xmlns=\"http://schemas.openxmlformats."
                          "org/officeDocument/2006/extended-properties\">"
                          "<Application>Dossier</Application><DocSecurity>0"
                          "</DocSecurity><AppVersion>1.0000</AppVersion>"
                          "</Properties>\n");
    return buf_str(&out);
}

/* ---- kinds and relations -------------------------------------------------
 */

#define WORD_TYPE                                                              \
    "application/vnd.openxmlformats-officedocument.wordprocessingml."

struct part_type {
    const char *name, *type;
};

static const struct part_type part_types[] = {
    {"/word/document.xml", WORD_TYPE "document.main+xml"},
    {"/word/styles.xml", WORD_TYPE "styles+xml"},
    {"/word/numbering.xml", WORD_TYPE "numbering+xml"},
    {"/word/settings.xml", WORD_TYPE "settings+xml"},
    {"/word/fontTable.xml", WORD_TYPE "fontTable+xml"},
    {"/docProps/core.xml",
     "application/vnd.openxmlformats-package.core-properties+xml"},
    {"/docProps/app.xml",
     "application/vnd.openxmlformats-officedocument.extended-properties+xml"},
};

struct str
word_types(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    buf_add_text(&out, XML_HEAD "<Types xmlns=\"" TYPES_SPACE "\">\n"
                                "<Default Extension=\"rels\" ContentType=\""
                                "application/vnd.openxmlformats-package."
                                "relationships+xml\"/>\n"
                                "<Default Extension=\"xml\" "
                                "ContentType=\"application/xml\"/>\n"
                                "<Default Extension=\"jpg\" "
                                "ContentType=\"image/jpeg\"/>\n"
                                "<Default Extension=\"png\" "
                                "ContentType=\"image/png\"/>\n");
    for (size_t i = 0; i < sizeof part_types / sizeof *part_types; i++)
        buf_print(&out, "<Override PartName=\"%s\" ContentType=\"%s\"/>\n",
                  part_types[i].name, part_types[i].type);
    if (word->skin.has_footer)
        buf_add_text(&out, "<Override PartName=\"/word/footer1.xml\" "
                           "ContentType=\"" WORD_TYPE "footer+xml\"/>\n");
    buf_add_text(&out, "</Types>\n");
    return buf_str(&out);
}

struct str
word_package_relations(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    buf_add_text(&out, XML_HEAD
                 "<Relationships xmlns=\"" PACKAGE_RELATIONS "\">\n"
                 "<Relationship Id=\"rId1\" Type=\"" RELATION_SPACE
                 "/officeDocument\" Target=\"word/document.xml\"/>\n"
                 "<Relationship Id=\"rId2\" "
                 "Type=\"http://schemas.openxmlformats.org/package/2006/"
                 "relationships/metadata/core-properties\" "
                 "Target=\"docProps/core.xml\"/>\n"
                 "<Relationship Id=\"rId3\" Type=\"" RELATION_SPACE
                 "/extended-properties\" Target=\"docProps/app.xml\"/>\n"
                 "</Relationships>\n");
    return buf_str(&out);
}

static const char *const relation_types[RELATION_KINDS] = {
    [RELATION_STYLES] = "styles",     [RELATION_NUMBERING] = "numbering",
    [RELATION_SETTINGS] = "settings", [RELATION_FONTS] = "fontTable",
    [RELATION_FOOTER] = "footer",     [RELATION_LINK] = "hyperlink",
    [RELATION_PICTURE] = "image",
};

struct str
word_document_relations(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    buf_add_text(&out,
                 XML_HEAD "<Relationships xmlns=\"" PACKAGE_RELATIONS "\">\n");
    for (size_t i = 0; i < word->relations.count; i++) {
        const struct relation *relation = &word->relations.at[i];
        buf_print(&out,
                  "<Relationship Id=\"rId%zu\" Type=\"" RELATION_SPACE
                  "/%s\" Target=\"",
                  i + 1, relation_types[relation->kind]);
        buf_add_xml(&out, relation->target);
        buf_print(&out, "\"%s/>\n",
                  relation->kind == RELATION_LINK ? " TargetMode=\"External\""
                                                  : "");
    }
    buf_add_text(&out, "</Relationships>\n");
    return buf_str(&out);
}
