/*
 * What the file says about itself: the Info dictionary, the same as XMP (ISO
 * 19005-2, 6.6.2.3: both must agree), and the output intent.
 */
#include "output/moment.h"
#include "value.h"
#include "words.h"
#include "writer.h"

#define PRODUCER "Dossier"

/* Values that stand in Info and in XMP, cleaned once for both. */
struct facts {
    struct str title, author, subject, keywords, language;
    bool has_attachments;
    int64_t created;
};

/* Short enough for value_text to take whole in each encoding. */
static struct str
clean(struct writer *writer, struct str text)
{
    size_t most = VALUE_TEXT_MOST / 2;

    text = str_trim(words_for_readers(writer->arena, text));
    while (text.len > most && ((unsigned char)text.at[most] & 0xC0) == 0x80)
        most--;
    return str_slice(text, 0, most);
}

static struct facts
facts_of(struct writer *writer)
{
    const struct pages *pages = writer->pages;
    struct facts facts = {
        .title = clean(writer, pages->title),
        .author = clean(writer, pages->author),
        .subject = clean(writer, pages->subject),
        .keywords = clean(writer, pages->keywords),
        .language = writer_language(writer),
        .has_attachments = pages->attachments.count > 0,
        .created = pages->created,
    };

    if (facts.title.len == 0) /* PDF/UA asks for a title */
        facts.title = facts.author.len > 0 ? facts.author : STR("Untitled");
    return facts;
}

/* ---- Info ------------------------------------------------------------- */

static void
print_entry(struct buf *out, const char *key, struct str text)
{
    if (text.len == 0)
        return;
    buf_add_text(out, key);
    value_text(out, text);
}

static void
write_info(struct writer *writer, const struct facts *facts)
{
    struct buf out = buf_new(writer->arena);

    print_entry(&out, "/Title", facts->title);
    print_entry(&out, "/Author", facts->author);
    print_entry(&out, "/Subject", facts->subject);
    print_entry(&out, "/Keywords", facts->keywords);
    buf_add_text(&out, "/Creator(" PRODUCER ")/Producer(" PRODUCER ")"
                       "/CreationDate");
    value_date(&out, facts->created);
    buf_add_text(&out, "/ModDate");
    value_date(&out, facts->created);
    haru_set_entries(writer->haru, haru_info(writer->haru), buf_str(&out));
}

/* ---- XMP -------------------------------------------------------------- */

/* Text in each language; ours has one, the default. */
static void
print_alternative(struct buf *out, const char *name, struct str text)
{
    if (text.len == 0)
        return;
    buf_print(out, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", name);
    buf_add_xml(out, text);
    buf_print(out, "</rdf:li></rdf:Alt></%s>\n", name);
}

static void
print_item(struct buf *out, struct str text)
{
    buf_add_text(out, "<rdf:li>");
    buf_add_xml(out, text);
    buf_add_text(out, "</rdf:li>");
}

static void
print_subjects(struct buf *out, struct str keywords)
{
    if (keywords.len == 0)
        return;
    buf_add_text(out, "<dc:subject><rdf:Bag>");
    while (keywords.len > 0) {
        struct str one = str_trim(str_cut(&keywords, ','));

        if (one.len > 0)
            print_item(out, one);
    }
    buf_add_text(out, "</rdf:Bag></dc:subject>\n");
}

static void
print_dublin_core(struct buf *out, const struct facts *facts)
{
    buf_add_text(out, "<dc:format>application/pdf</dc:format>\n");
    print_alternative(out, "dc:title", facts->title);
    if (facts->author.len > 0) {
        buf_add_text(out, "<dc:creator><rdf:Seq>");
        print_item(out, facts->author);
        buf_add_text(out, "</rdf:Seq></dc:creator>\n");
    }
    print_alternative(out, "dc:description", facts->subject);
    print_subjects(out, facts->keywords);
    buf_add_text(out, "<dc:language><rdf:Bag>");
    print_item(out, facts->language);
    buf_add_text(out, "</rdf:Bag></dc:language>\n");
}

static void
print_xmp_dates(struct buf *out, int64_t created)
{
    static const char *const names[] = {"CreateDate", "ModifyDate",
                                        "MetadataDate"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        buf_print(out, "<xmp:%s>", names[i]);
        moment_print_iso(out, created);
        buf_print(out, "</xmp:%s>\n", names[i]);
    }
}

/* PDF/A knows pdfuaid only when the file describes it (6.6.2.3.3). */
static const char extension[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char xmp_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

static const char xmp_tail[] = "</rdf:Description>\n</rdf:RDF>\n"
                               "</x:xmpmeta>\n<?xpacket end=\"r\"?>";

static unsigned
write_xmp(struct writer *writer, const struct facts *facts)
{
    struct buf out = buf_new(writer->arena);

    buf_add_text(&out, xmp_head);
    print_dublin_core(&out, facts);
    buf_add_text(&out, "<xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>\n");
    print_xmp_dates(&out, facts->created);
    buf_add_text(&out, "<pdf:Producer>" PRODUCER "</pdf:Producer>\n");
    if (facts->keywords.len > 0) {
        buf_add_text(&out, "<pdf:Keywords>");
        buf_add_xml(&out, facts->keywords);
        buf_add_text(&out, "</pdf:Keywords>\n");
    }
    /* Part 3 is part 2 with attachments of any kind. */
    buf_print(&out,
              "<pdfaid:part>%d</pdfaid:part>\n"
              "<pdfaid:conformance>A</pdfaid:conformance>\n"
              "<pdfuaid:part>1</pdfuaid:part>\n",
              facts->has_attachments ? 3 : 2);
    buf_add_text(&out, extension);
    buf_add_text(&out, xmp_tail);
    /* Left plain, so that programs that know no PDF find it. */
    return haru_add_stream(writer->haru, STR("/Type/Metadata/Subtype/XML"),
                           buf_str(&out));
}

/* ---- output intent ---------------------------------------------------- */

static void
print_output_intent(struct writer *writer, struct buf *catalog)
{
    unsigned profile =
        writer_add_stream(writer, STR("/N 3"), icc_srgb(writer->arena));
    unsigned intent = writer_add_object(
        writer, str_format(writer->arena,
                           "/Type/OutputIntent/S/GTS_PDFA1"
                           "/OutputConditionIdentifier(sRGB)"
                           "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R",
                           profile));

    buf_print(catalog, "/OutputIntents[%u 0 R]", intent);
}

void
metadata_write(struct writer *writer, struct buf *catalog)
{
    struct facts facts = facts_of(writer);

    write_info(writer, &facts);
    buf_print(catalog, "/Metadata %u 0 R", write_xmp(writer, &facts));
    print_output_intent(writer, catalog);
}
